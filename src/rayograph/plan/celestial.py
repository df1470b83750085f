"""A moon or a low sun that the words name stands in the picture: over the ridge, beside the subject."""

import numpy as np

from rayograph.core.plan import CameraPlan
from rayograph.core.rig import LightRig
from rayograph.plan.composition import SENSOR_MM
from rayograph.plan.facts import LightFacts
from rayograph.plan.stage import Stage

MOON_RADIUS = 0.6
"""Film convention: the moon of a picture is some twice the true one, or no lens would show it [deg]."""
OVER_RIDGE = {"lake": 11.5, "street": 16.0}
"""Least height at which it stands clear of the peaks or roofs [deg]."""
MOST_TILT = 0.16
"""How far the camera is tilted up to the moon [rad]."""
_SHORTEST = 20.0
"""The lens opens no farther than this for a moon [mm]."""
ROW, ASIDE = 0.13, 0.24
"""How far below the frame's upper edge, and off its middle, as parts of its height and width."""


def with_moon_in_frame(
    rig: LightRig,
    camera: CameraPlan,
    said: LightFacts,
    stage: Stage,
    aspect: float,
    hero_x: float | None,
    free: bool = False,
) -> tuple[LightRig, CameraPlan, str]:
    """The rig with the moon where the last key of the camera sees it, the camera, tilted up to it if it must
    be, and a note, or "".

    hero_x: column of the subject in the frame, 0..1; the moon stands on the other side.
    free: no lens was named: it opens rather than lose at the foot of the frame what the tilt would cut.
    """
    named = rig.sun is not None and (said.moon_seen if rig.sun.moon else said.sun_seen)
    if rig.sun is None or not named or stage.kind.name not in OVER_RIDGE:
        return rig, camera, ""
    key = camera.keys[-1]
    away = np.array(key.target) - np.array(key.position)
    flat = float(np.hypot(away[0], away[1]))
    if flat < 1e-3:
        return rig, camera, ""
    pitch = float(np.arctan2(away[2], flat))
    half = SENSOR_MM / 2 / key.focal_mm
    top = pitch + float(np.arctan(half / aspect * (1 - 2 * ROW)))
    most = 40.0 if rig.sun.moon else OVER_RIDGE[stage.kind.name] + 2.0
    height = float(np.clip(np.rad2deg(top), OVER_RIDGE[stage.kind.name], most))
    tilt = float(np.clip(np.deg2rad(height) - top, 0.0, MOST_TILT))
    if free and tilt > 1e-4:
        camera, tilt = _opened(camera, pitch, half / aspect, np.deg2rad(height), aspect)
        half = SENSOR_MM / 2 / camera.keys[-1].focal_mm
    camera = _tilted(camera, tilt)
    side = 1.0 if hero_x is None or hero_x < 0.5 else -1.0
    turn = float(np.rad2deg(np.arctan(side * 2 * ASIDE * half)))
    azimuth = float(np.rad2deg(np.arctan2(away[1], away[0]))) - turn
    sun = rig.sun.model_copy(
        update={
            "azimuth_deg": round(azimuth % 360, 1),
            "elevation_deg": round(height, 2),
            "angular_radius_deg": MOON_RADIUS if rig.sun.moon else rig.sun.angular_radius_deg,
        }
    )
    body = "moon" if rig.sun.moon else "sun"
    return rig.model_copy(update={"sun": sun}), camera, f"the {body} stands in the picture, over the ridge"


def _opened(
    camera: CameraPlan, pitch: float, half: float, height: float, aspect: float
) -> tuple[CameraPlan, float]:
    """The camera with a lens that holds `height` [rad] and what it held at its foot; its tilt [rad]."""
    foot = pitch - float(np.arctan(half))
    wide = half
    for _ in range(40):
        if np.arctan(wide) + np.arctan(wide * (1 - 2 * ROW)) >= height - foot:
            break
        wide *= 1.02
    wider = max(half / wide, _SHORTEST / camera.keys[-1].focal_mm)
    keys = tuple(
        k.model_copy(update={"focal_mm": round(min(wider, 1.0) * k.focal_mm, 1)}) for k in camera.keys
    )
    tilt = foot + float(np.arctan(half / min(wider, 1.0))) - pitch
    return camera.model_copy(update={"keys": keys}), max(tilt, 0.0)


def _tilted(camera: CameraPlan, angle: float) -> CameraPlan:
    """The camera with all its keys tilted up by `angle` [rad]."""
    if angle < 1e-4:
        return camera
    keys = []
    for key in camera.keys:
        x, y, z = (b - a for a, b in zip(key.position, key.target, strict=True))
        flat = float(np.hypot(x, y))
        rise = flat * float(np.tan(np.arctan2(z, flat) + angle)) - z
        target = (key.target[0], key.target[1], round(key.target[2] + rise, 4))
        keys.append(key.model_copy(update={"target": target}))
    return camera.model_copy(update={"keys": tuple(keys)})
