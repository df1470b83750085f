"""Light, hour, weather and mood of a plan against what a brief's author asked for."""

from typing import Any

import numpy as np

from rayograph.core.plan import ShotPlan
from rayograph.core.rig import Practical
from tests.plan.acceptance_cast import called, screen

_FROM = {"left": 180.0, "right": 0.0, "behind": 90.0, "front": 270.0}
_FIXTURES = {
    "floor_lamp": "floor lamp|standard lamp|lamp", "table_lamp": "table lamp|lamp|desk lamp",
    "street_lamps": "street lamp|lamp post|streetlight|lamppost|lamp", "neon": "neon|neon sign|sign",
    "shop_window": "shop window|window|shop", "windows": "window|windows",
}  # fmt: skip
"""Fixtures of the sets → nouns that mean them."""


def _from(plan: ShotPlan, azimuth: float) -> float:
    """An azimuth as seen from the first camera: 0 is its right, 90 is ahead."""
    right, _ = screen(plan)
    return float((azimuth - np.degrees(np.arctan2(right[1], right[0]))) % 360)


def _is_from(plan: ShotPlan, azimuth: float, side: str) -> bool:
    return abs((_from(plan, azimuth) - _FROM[side] + 180) % 360 - 180) <= 60


def _night(plan: ShotPlan) -> bool:
    sun = plan.rig.sun
    return sun is None and plan.rig.sky is None or sun is None or sun.moon or sun.elevation_deg < -4


def light_faults(plan: ShotPlan, must: dict[str, Any]) -> list[str]:
    """Faults of hour, direction, lamps, weather and mood."""
    faults, rig, sun = [], plan.rig, plan.rig.sun
    panels = [lamp for lamp in rig.practicals if lamp.kind == "panel"]
    if "sun" in must:
        low, high = must["sun"].get("elevation", (-18, 90))
        if sun is None or sun.moon or not low <= sun.elevation_deg <= high:
            faults.append(f"sun elevation {sun and sun.elevation_deg}, not {low}..{high}")
        elif "from" in must["sun"]:
            sides = must["sun"]["from"].split("|")
            if not any(_is_from(plan, sun.azimuth_deg, side) for side in sides):
                faults.append(f"sun from {_from(plan, sun.azimuth_deg):.0f}, not {must['sun']['from']}")
    if must.get("night") and not _night(plan):
        faults.append("not night")
    if must.get("night_or_dusk") and not (_night(plan) or (sun and sun.elevation_deg < 8)):
        faults.append("neither night nor dusk")
    if must.get("moon") and not (sun and sun.moon):
        faults.append("no moon")
    if "lamp" in must and not any(_shines(plan, lamp, must["lamp"]) for lamp in rig.practicals):
        faults.append(f"no {must['lamp']} shines")
    if must.get("studio") and (plan.set.options.get("light") != "studio" or not panels):
        faults.append("no studio light")
    if "light_from" in must and not _lit_from(plan, panels, must["light_from"]):
        faults.append(f"not lit from {must['light_from']}")
    if "cloud" in must and (rig.sky is None or rig.sky.cloud_cover < must["cloud"]):
        faults.append("not cloudy")
    if "mist" in must and (rig.sky is None or rig.sky.mist < must["mist"]):
        faults.append("no mist")
    if "place" in must and rig.place.lower() != must["place"].lower():
        faults.append(f"place {rig.place!r}, not {must['place']!r}")
    if "mood" in must and not any(_mood(plan, panels, mood) for mood in must["mood"].split("|")):
        faults.append(f"mood is not {must['mood']}")
    return faults


def _shines(plan: ShotPlan, lamp: Practical, nouns: str) -> bool:
    if lamp.kind == "cast":
        return lamp.source in {m.id for m in called(plan, nouns)}
    named = (
        _FIXTURES.get(lamp.source, lamp.source.replace("_", " ")).split("|") if lamp.kind == "fixture" else []
    )
    return bool(set(named) & set(nouns.split("|"))) or lamp.id in nouns.split("|")


def _lit_from(plan: ShotPlan, panels: list[Practical], sides: str) -> bool:
    """By the sun, or by the brightest panel, or by one that is a rim or a kicker."""
    for side in sides.split("|"):
        sun = plan.rig.sun
        if sun is not None and not sun.moon and sun.strength > 0:
            if side == "above" and sun.elevation_deg > 55:
                return True
            if side != "above" and _is_from(plan, sun.azimuth_deg, side):
                return True
        brightest = max((p.lumens for p in panels), default=0.0)
        for panel in panels:
            if panel.lumens < brightest and not any(w in panel.id for w in ("rim", "back", "kick")):
                continue
            x, y, z = np.subtract(panel.position, panel.target)
            if side == "above" and z > 1.2 * np.hypot(x, y):
                return True
            if side != "above" and _is_from(plan, float(np.degrees(np.arctan2(y, x))), side):
                return True
        hanging = [lamp for lamp in plan.rig.practicals if lamp.kind == "cast" and "pendant" in lamp.source]
        if side == "above" and hanging:
            return True
    return False


def _mood(plan: ShotPlan, panels: list[Practical], mood: str) -> bool:
    """A mood as the rig can show it: colour temperature, ratio of key to fill, hardness."""
    rig, sun = plan.rig, plan.rig.sun
    kelvins = [lamp.kelvin for lamp in rig.practicals if lamp.tint is None]
    key = max((p.lumens for p in panels), default=0.0)
    fill = [p.lumens for p in panels if p.id == "fill"]
    day = sun is not None and not sun.moon and sun.strength > 0.05
    dim = rig.sky is None or rig.sky.strength < 0.85 or _night(plan)
    match mood:
        case "warm":
            lamp = min(kelvins, default=9e3) <= 4600
            return lamp or bool(day and sun and sun.elevation_deg <= 16) or (
                rig.sky is not None and rig.sky.turbidity > 3.8)  # fmt: skip
        case "cool":
            cold = max((p.kelvin for p in panels), default=0.0) >= 5600
            weak = sun is None or sun.moon or sun.strength < 0.6 or sun.elevation_deg < 4
            return cold or weak or (rig.sky is not None and rig.sky.turbidity < 2.6)
        case "low key" | "high contrast":
            return dim if not fill else fill[0] <= 0.15 * key
        case "high key":
            return (bool(fill) and fill[0] >= 0.3 * key) or (rig.sky is not None and rig.sky.strength > 1.05)
        case "hard":
            small = any(max(p.size) <= 0.35 and p.lumens == key for p in panels)
            return small or bool(day and sun and sun.strength > 0.6 and sun.angular_radius_deg < 0.5)
        case "soft":
            wide = any(min(p.size) >= 0.6 and p.lumens == key for p in panels)
            cloudy = rig.sky is not None and rig.sky.cloud_cover >= 0.6
            veiled = sun is not None and (sun.angular_radius_deg > 0.5 or sun.strength < 0.6)
            return wide or cloudy or veiled
    return False
