"""A street by night as it is lit for its one idea: neon that is mirrored, or pools of light under lamps."""

import numpy as np

from rayograph.core.plan import CameraPlan
from rayograph.core.rig import Practical
from rayograph.plan.blocking import Blocked
from rayograph.plan.casting import Actor
from rayograph.plan.composition import SENSOR_MM
from rayograph.plan.facts import LightFacts
from rayograph.plan.stage import Stage

FILL = 16.0
"""Gain on moon and sky in a street where lamps are on."""
_FILL_NEON, _FILL_POOLS = 6.0, 4.0
_BY_NEON = {"street_lamps": 0.22, "shop_window": 0.4, "windows": 0.5, "neon": 0.6}
"""Part that the street's own lamps keep beside a sign that is to colour the road."""
_BY_POOLS = {"street_lamps": 0.8, "shop_window": 0.12, "windows": 0.25, "neon": 0.0}
"""The same where lamps are to stand in the dark, each with its pool."""
_REACH = 0.94
"""Part of the frame's height that sign and mirror image may take."""
ROAD = 3.0
"""How far from the middle of the road a camera stands on it [m]."""
_BACK = 4.0
"""How far the camera is drawn back for it at most [m]."""


def fill_of_street(said: LightFacts, neon: bool) -> float:
    """Gain on the moon and the sky of a night street."""
    return _FILL_POOLS if said.pools else (_FILL_NEON if neon else FILL)


def part_of_lamp(name: str, said: LightFacts, neon: bool, posts: bool) -> float:
    """What a lamp of the street keeps of its light, 0..1; `posts`: several posts of the cast light it."""
    if posts and name == "street_lamps":
        return 0.1
    if said.beams is not None:
        return 0.25
    if said.pools:
        return _BY_POOLS.get(name, 1.0)
    return _BY_NEON.get(name, 1.0) if neon else 1.0


def beams(said: LightFacts, subject_x: float) -> list[Practical]:
    """The headlamps of a car that is not seen: a pair of small lamps near the ground, out of frame."""
    if said.beams is None:
        return []
    across = -1.0 if said.beams == "left" else 1.0
    aside = said.beams in ("left", "right")
    x, y = (subject_x + 7.0 * across, 1.6) if aside else (subject_x + 0.8, 7.0)
    return [
        Practical(
            id=f"beam_{k}", kind="panel", lumens=16000.0, kelvin=4600.0, size=(0.15, 0.15),
            position=(round(x + (0.0 if aside else 0.6 * k), 3), round(y + 0.65 * k, 3), 0.68),
            target=(round(subject_x, 3), 0.0, 0.8),
        )
        for k in (0, 1)
    ]  # fmt: skip


def with_mirror_in_frame(
    camera: CameraPlan, said: LightFacts, stage: Stage, actors: list[Actor], blocked: Blocked, aspect: float
) -> tuple[CameraPlan, str]:
    """The camera so that the road is seen in which a sign is mirrored, as deep under it as it hangs high."""
    signs = [
        (np.array(spot.position), actor.size[2])
        for actor, spot in zip(actors, blocked.spots, strict=True)
        if actor.member.kind == "neon_sign"
    ]
    if not said.mirrored or stage.kind.name != "street" or not signs:
        return camera, ""
    keys = []
    for key in camera.keys:
        eye, target = np.array(key.position), np.array(key.target)
        way = target - eye
        flat = float(np.hypot(way[0], way[1]))
        if flat < 0.5:
            return camera, ""
        ahead = way[:2] / flat
        half = float(np.arctan(SENSOR_MM / 2 / key.focal_mm / aspect)) * _REACH
        foot, high = min(signs, key=lambda sign: float((sign[0][:2] - eye[:2]) @ ahead))
        off = float((foot[:2] - eye[:2]) @ ahead)
        needs = (foot[2] + high + foot[2] + 0.5 * high) / (2 * np.tan(half))
        back = float(np.clip(needs - off, 0.0, _BACK))
        on_road = abs(float(eye[0])) < ROAD
        eye[:2] -= back * ahead
        if on_road:
            eye[0] = np.clip(eye[0], -ROAD, ROAD)  # trees and posts stand on the pavement
        off, flat = off + back, flat + back
        down = float(np.arctan2(eye[2] + foot[2] + 0.3 * high, max(off, 0.5)))
        pitch = min(float(np.arctan2(way[2], flat)), half - down)
        height = eye[2] + np.tan(pitch) * flat
        place = (round(float(eye[0]), 4), round(float(eye[1]), 4), round(float(eye[2]), 4))
        aim = (key.target[0], key.target[1], round(float(height), 4))
        keys.append(key.model_copy(update={"position": place, "target": aim}))
    return camera.model_copy(
        update={"keys": tuple(keys)}
    ), "the frame holds the road in which the sign is mirrored"
