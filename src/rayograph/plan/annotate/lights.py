"""An arrow of light points the way light travels: it turns the sun, or moves a lamp on a stand."""

import re

import numpy as np

from rayograph.core.camera import Camera
from rayograph.core.errors import PlanError
from rayograph.core.intent import LightFrom
from rayograph.core.plan import ShotPlan
from rayograph.core.rig import LightGroup, LightRig, Practical, Sun
from rayograph.plan.annotate.drawn import Drawn
from rayograph.plan.annotate.mark import Arrow
from rayograph.plan.annotate.rays import camera_of
from rayograph.plan.studio_panels import clear_of_frame, panel

LOWEST, HIGHEST = 6.0, 80.0
INDOORS = (14.0, 30.0)
"""A sun at these heights [deg] comes in over the sill and reaches the subject."""
LEVEL = 30.0
"""Height [deg] of a light whose arrow says only from which side it comes."""
_SUN = re.compile(r"\b(?:sun|moon|day ?light)", re.I)
_DEPTH = {"behind": re.compile(r"\b(?:behind|back|back ?light|rim|kicker)\b", re.I),
          "front": re.compile(r"\b(?:front|camera side)\b", re.I)}  # fmt: skip
_LUMENS = 2600.0
_FAR = 1.7
"""Distance of a new lamp [m]."""
MAX_GROUPS = 8


def light(plan: ShotPlan, arrow: Arrow, words: str, at: float) -> Drawn:
    """The plan whose light travels as the arrow does.

    Raises:
        PlanError: the shot has no such light, or it cannot come from there.
    """
    towards = towards_of(camera_of(plan, at), plan, arrow, words)
    lamp = _lamp(plan, words)
    if lamp is None:
        return _turn_sun(plan, towards, at)
    return _move_lamp(plan, lamp, towards, at)


def towards_of(camera: Camera, plan: ShotPlan, arrow: Arrow, words: str) -> np.ndarray:
    """Unit vector from the subject to the light.

    A drawing leaves depth open: light travels a little away from the camera, unless it is said to come from
    behind. An arrow that points up lies on the ground, since light does not come from below.
    """
    aspect = plan.format.width / plan.format.height
    dx, dy = np.subtract(arrow.points[-1], arrow.points[0]) * [aspect, 1.0]
    long = float(np.hypot(dx, dy))
    if long < 0.01:
        raise PlanError("an arrow of light has no length; draw it the way that light travels")
    dx, dy = dx / long, dy / long
    right, depth, steep = _level(camera)
    depth_said = next((name for name, pattern in _DEPTH.items() if pattern.search(words)), "")
    up = np.array([0.0, 0.0, 1.0])
    if dy < -0.25 or steep:
        # On the ground: up in the picture is away from the camera.
        travels = dx * right - dy * depth
        travels = travels / max(float(np.linalg.norm(travels)), 1e-6) - np.tan(np.radians(LEVEL)) * up
    else:
        into = {"behind": -1.0, "front": 1.0}.get(depth_said, 0.2)
        travels = dx * right - max(dy, 0.0) * up + into * depth
    towards = -travels / np.linalg.norm(travels)
    height = np.degrees(np.arcsin(np.clip(towards[2], -1, 1)))
    return _at_height(towards, float(np.clip(height, LOWEST, HIGHEST)))


def _level(camera: Camera) -> tuple[np.ndarray, np.ndarray, bool]:
    """The picture's right and depth, level; whether the camera looks down so far that all is ground."""
    right, down, ahead = camera.to_world[:3, :3].T
    steep = bool(ahead[2] < -0.85)
    flat = (-down if steep else ahead) * [1.0, 1.0, 0.0]
    across = right * [1.0, 1.0, 0.0]
    return across / np.linalg.norm(across), flat / max(float(np.linalg.norm(flat)), 1e-6), steep


def _at_height(towards: np.ndarray, degrees: float) -> np.ndarray:
    level = towards[:2] / max(float(np.linalg.norm(towards[:2])), 1e-6)
    angle = np.radians(degrees)
    return np.array([*(np.cos(angle) * level), np.sin(angle)])


def _lamp(plan: ShotPlan, words: str) -> Practical | None:
    """The lamp on a stand that the words name; None for the sun.

    Raises:
        PlanError: neither is there.
    """
    panels = [lamp for lamp in plan.rig.practicals if lamp.kind == "panel"]
    named = next((lamp for lamp in panels if re.search(rf"\b{re.escape(lamp.id)}\b", words, re.I)), None)
    if _SUN.search(words):
        if plan.rig.sun is None:
            held = ", ".join(plan.rig.names())
            raise PlanError(
                f"the arrow {words[:40]!r} turns a sun, but the shot has none; its lights are {held}"
            )
        return None
    if named is not None:
        return named
    if not re.search(r"\b(?:key|rim|fill|kicker)\b", words, re.I):
        leads = next((lamp for lamp in panels if lamp.id in ("key", "overhead")), None)
        if leads is not None and not (plan.rig.sun and plan.rig.sun.strength > 0 and not _studio(plan)):
            return leads
        if plan.rig.sun is not None and plan.rig.sun.strength > 0:
            return None
    if plan.set.kind in ("lake", "street"):
        raise PlanError(
            f"the arrow {words[:40]!r} asks for a lamp on a stand; out of doors there is none: write 'sun'"
        )
    name = next((n for n in ("rim", "fill") if re.search(rf"\b{n}\b", words, re.I)), "key")
    return panel(name, (0.0, 0.0, 2.0), _LUMENS * (0.2 if name == "fill" else 1.0), 5200.0, 0.6)


def _studio(plan: ShotPlan) -> bool:
    return plan.set.options.get("light") == "studio"


def _turn_sun(plan: ShotPlan, towards: np.ndarray, at: float) -> Drawn:
    sun = plan.rig.sun
    assert sun is not None
    azimuth = float(np.degrees(np.arctan2(towards[1], towards[0]))) % 360
    height = float(np.degrees(np.arcsin(towards[2])))
    by_window = plan.set.kind in ("tabletop", "interior") and "light" not in plan.set.options
    if by_window:
        right = _level(camera_of(plan, at))[0]
        across = float(towards @ right)
        if abs(across) < 0.3:
            raise PlanError(
                "indoors the sun comes in by a window on the left or the right; draw its arrow from there, "
                "or write 'key' for a lamp"
            )
        was = plan.set.options.get("window", "left")
        now = "right" if across > 0 else "left"
        azimuth = sun.azimuth_deg if was == now else (180.0 - sun.azimuth_deg) % 360
        height = float(np.clip(height, *INDOORS))
        options = {**plan.set.options, "window": now}
        plan = plan.model_copy(update={"set": plan.set.model_copy(update={"options": options})})
        towards = _at_height(right if across > 0 else -right, height)
    turned = Sun.model_validate(
        sun.model_dump() | {"azimuth_deg": round(azimuth, 1), "elevation_deg": round(height, 1)}
    )
    plan = plan.model_copy(update={"rig": plan.rig.model_copy(update={"sun": turned})})
    told = f"the sun stands at azimuth {turned.azimuth_deg:g}°, {turned.elevation_deg:g}° high"
    return Drawn(
        plan=plan, claims=(LightFrom.model_validate({"side": side_of(plan, towards, at)}),), meaning=told
    )


def _move_lamp(plan: ShotPlan, lamp: Practical, towards: np.ndarray, at: float) -> Drawn:
    """A lamp as far from its aim as it was, on the side from which its light is to come."""
    aim = np.array(lamp.target)
    here = lamp.id in plan.rig.names()
    far = float(np.linalg.norm(np.array(lamp.position) - aim)) if here else _FAR
    x, y, z = (round(float(v), 3) for v in aim + far * towards)
    placed = lamp.model_copy(update={"position": (x, y, max(z, 0.1))})
    others = tuple(placed if each.id == lamp.id else each for each in plan.rig.practicals)
    groups = plan.rig.groups
    if not here:
        others = (*others, placed)
        own = LightGroup(name=lamp.id, lights=(lamp.id,))
        last = groups[-1].model_copy(update={"lights": (*groups[-1].lights, lamp.id)})
        taken = {group.name for group in groups}
        groups = (*groups, own) if len(groups) < MAX_GROUPS and lamp.id not in taken else (*groups[:-1], last)
    rig = LightRig.model_validate(plan.rig.model_dump() | {"practicals": others, "groups": groups})
    rig = clear_of_frame(rig, plan.camera, plan.format.width / plan.format.height)
    plan = plan.model_copy(update={"rig": rig})
    there = next(each for each in rig.practicals if each.id == lamp.id).position
    told = f"{lamp.id} stands at {there[0]:.2f}, {there[1]:.2f}, {there[2]:.2f} m"
    leads = lamp.id in ("key", "overhead")
    claims = (LightFrom.model_validate({"side": side_of(plan, towards, at)}),) if leads else ()
    return Drawn(plan=plan, claims=claims, meaning=told)


def side_of(plan: ShotPlan, towards: np.ndarray, at: float) -> str:
    """The side of the picture that light comes from."""
    if towards[2] > np.sin(np.radians(65.0)):
        return "above"
    right, depth, _ = _level(camera_of(plan, at))
    across, away = float(towards @ right), float(towards @ depth)
    if abs(across) >= abs(away):
        return "right" if across > 0 else "left"
    return "behind" if away > 0 else "front"
