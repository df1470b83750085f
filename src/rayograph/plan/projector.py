"""Patterns that light throws: a lamp that shines through a gobo on what is seen, or leaves before the sun."""

import numpy as np

from rayograph.core.plan import CameraPlan
from rayograph.core.rig import MAX_GROUPS, SKY, SUN, Gobo, LightGroup, LightRig, Practical
from rayograph.core.rooms import CEILING, NEAR_BACK, NEAR_SIDE
from rayograph.core.value import Vec3
from rayograph.plan.composition import SENSOR_MM, on_screen
from rayograph.plan.facts import LightFacts
from rayograph.plan.stage import Stage
from rayograph.plan.sunlight import is_dark

NAME = "projector"
SOURCE = 0.01
"""Side of the lamp [m]: small, so that the pattern's edges are sharp."""
BEFORE = 0.9
"""How far before the lamp the gobo is [m]."""
ROLL = 12.0
"""Blinds hang straight, but their shadow seldom lies square in a frame [deg]."""
SPREAD = {"venetian": 1.7, "window": 0.6}
"""Side of the pattern where it falls, in widths of the frame there."""
DAY, NIGHT = 60000.0, 900.0
"""What the lamp gives [lm]: by day it must stand out in what comes in at the windows."""
SHADED, SHUT = 0.3, 0.02
"""Part of the sky and of the sun that a crew leaves in a room for a pattern to be seen in it."""
OVERHEAD = 5.0
"""Distance of a bough over a place in the open [m]."""


_REPLACED = ("key", "rim", "backdrop")
"""Panels of a studio that the pattern's lamp takes the place of."""


def pattern_of(said: LightFacts) -> str | None:
    """The gobo before a lamp, if any: blinds in a window throw theirs by day or night."""
    if said.slats:
        return "venetian"
    return said.gobo if said.gobo in SPREAD else None


def with_gobo(
    rig: LightRig, camera: CameraPlan, said: LightFacts, stage: Stage, *, studio: bool
) -> tuple[LightRig, str]:
    """The rig with what throws the pattern that the words want, and a note; as it is if they want none."""
    pattern = pattern_of(said)
    if said.gobo == "leaves" and rig.sun is not None and not rig.sun.moon:
        return _under_leaves(rig, camera, stage), "leaves out of frame dapple the sun"
    if pattern is None or not stage.kind.indoors:
        return rig, ""
    dark = is_dark(said) if rig.sun is None else rig.sun.moon or rig.sun.elevation_deg < 0
    lamp = _projector(camera, said, stage, pattern, dark=dark, studio=studio)
    sun, sky = rig.sun, rig.sky
    if sun is not None:
        sun = sun.model_copy(update={"strength": round(sun.strength * (SHUT if not dark else 1.0), 4)})
    if sky is not None and not dark:
        sky = sky.model_copy(update={"strength": round(sky.strength * SHADED, 3)})
    lamps = tuple(p for p in rig.practicals if p.id not in _REPLACED or (p.id == "rim" and said.rim))
    kept = {p.id for p in lamps} | {SUN, SKY}
    groups = [g for g in rig.groups if set(g.lights) <= kept]
    own = LightGroup(name=NAME, lights=(NAME,))
    if len(groups) >= MAX_GROUPS:
        last = groups.pop()
        own = LightGroup(name=last.name, lights=(*last.lights, NAME))
    told = {"venetian": "a blind's stripes", "window": "the shape of a window"}[pattern]
    return rig.model_copy(
        update={"sun": sun, "sky": sky, "practicals": (*lamps, lamp), "groups": (*groups, own)}
    ), f"a lamp out of frame throws {told} on what is seen"


def _projector(
    camera: CameraPlan, said: LightFacts, stage: Stage, pattern: str, *, dark: bool, studio: bool
) -> Practical:
    key = camera.keys[len(camera.keys) // 2]
    eye, target = np.array(key.position), np.array(key.target)
    side = 1.0 if said.side == "right" else -1.0
    near = ("walls", "near") in stage.furnishing
    aim = target.copy()
    if studio:
        aim += (0.0, 0.3, 0.12 if said.on_wall else 0.0)
        at = aim + 2.3 * np.array([0.72 * side, -0.42, 0.50])
        at[0] = np.clip(at[0], -1.75, 3.0)
    elif near:
        if said.on_wall or stage.name == "default" and pattern == "venetian":
            aim = _on_wall(eye, target)
            aim[2] = max(aim[2], 1.35) if pattern == "window" else aim[2]
        at = np.array([side * (NEAR_SIDE - 0.45), min(float(eye[1]) + 0.5, -1.3), CEILING - 0.55])
    else:
        aim[1] += 0.3
        at = aim + 2.6 * np.array([0.70 * side, -0.45, 0.48])
    seen = float(np.linalg.norm(aim - eye)) * SENSOR_MM / key.focal_mm
    far = float(np.linalg.norm(aim - at))
    wide = float(np.clip(SPREAD[pattern] * seen, 0.45, 3.6 if pattern == "venetian" else 1.5))
    warm = said.warmth + (0.3 if said.elevation_deg is not None and said.elevation_deg < 20 else 0.0)
    kelvin = 5200.0 - 1500.0 * min(warm, 1.0)
    kelvin = kelvin if not dark else (7500.0 if said.moon_said or said.warmth < 0 else 3600.0)
    place: Vec3 = (round(float(at[0]), 3), round(float(at[1]), 3), round(float(at[2]), 3))
    goal: Vec3 = (round(float(aim[0]), 3), round(float(aim[1]), 3), round(float(aim[2]), 3))
    return Practical(
        id=NAME,
        kind="panel",
        lumens=3000.0 if studio else (NIGHT if dark else DAY),
        kelvin=round(kelvin),
        position=place,
        target=goal,
        size=(SOURCE, SOURCE),
        gobo=Gobo(
            pattern="venetian" if pattern == "venetian" else "window",
            distance=BEFORE,
            size=round(wide * BEFORE / far, 4),
            turn_deg=ROLL * side if pattern == "venetian" else 4.0 * side,
        ),
    )


def _in_frame(gobo: Gobo, azimuth: float, elevation: float, camera: CameraPlan) -> bool:
    """Whether a bough before the sun stands in the picture."""
    turn, height = np.deg2rad([azimuth, elevation])
    towards = np.array([np.cos(turn) * np.cos(height), np.sin(turn) * np.cos(height), np.sin(height)])
    across = np.cross([0.0, 0.0, 1.0], towards)
    across, span = across / np.linalg.norm(across), np.linspace(-1.3, 1.3, 9) * gobo.size
    up = np.cross(towards, across)
    middle = np.array(gobo.target) + gobo.distance * towards
    points = np.array([middle + a * across + b * up for a in span for b in span])
    for key in camera.keys:
        at = on_screen(points, np.array(key.position), np.array(key.target), key.focal_mm, 16 / 9)
        if bool(((np.abs(at[:, :2] - 0.5).max(axis=1) < 0.5) & (at[:, 2] > 0.1)).any()):
            return True
    return False


def _on_wall(eye: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Where the look of the camera meets the back wall of a near room [m]."""
    way = target - eye
    if way[1] < 0.2:
        return np.asarray(target)
    aim = eye + way * (NEAR_BACK - eye[1]) / way[1]
    aim[2] = np.clip(aim[2], 0.4, 1.9)
    aim[0] = np.clip(aim[0], -NEAR_SIDE + 0.5, NEAR_SIDE - 0.5)
    return np.asarray(aim)


def _under_leaves(rig: LightRig, camera: CameraPlan, stage: Stage) -> LightRig:
    assert rig.sun is not None
    key = camera.keys[len(camera.keys) // 2]
    x, y, z = key.target
    size, away = (0.9, 1.7) if stage.small else (2.4, OVERHEAD)
    gobo = Gobo(
        pattern="leaves", distance=away, size=size, target=(round(x, 2), round(y, 2), round(max(z, 0.0), 2))
    )
    high = max(rig.sun.elevation_deg, 42.0)
    if not stage.small and _in_frame(gobo, rig.sun.azimuth_deg, high, camera):
        return rig  # the bough would be seen to hang in the air; the trees there give what shade there is
    return rig.model_copy(update={"sun": rig.sun.model_copy(update={"gobo": gobo, "elevation_deg": high})})
