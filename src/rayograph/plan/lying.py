"""What lies: a guitar on a bed, an oar across a table, a broom on the floor."""

import re
from dataclasses import replace

import numpy as np

from rayograph.plan.bound import Bound
from rayograph.plan.carrying import TOPS, Spot
from rayograph.plan.long_kinds import DEPTH_M

_BEDS = TOPS | frozenset("bed sofa rug cushion cloth picnic_blanket armchair rock log".split())
_TURN_DEG = 78.0
"""How far from straight ahead they lie, so that their length is seen."""
_BED_TURN_DEG = 38.0
"""The same on a bed, which is longer than wide."""


def lie_down(bound: Bound, text: str) -> None:
    """Long things lie on what carries them, and where a word says so; what stands or moves does not."""
    moving = {m.subject for m in bound.motions}
    for index, thing in enumerate(bound.things):
        if thing.kind not in DEPTH_M or index in moving:
            continue
        noun = re.escape(thing.name.lower().split()[-1]) if thing.name else thing.kind
        near = rf"\b{noun}\b[^.;]{{0,24}}\b"
        stands = re.search(near + r"(?:stand|stood|lean|propp|upright|stuck)", text.lower())
        lies = re.search(near + r"(?:lies|lying|laid|lays|rests|resting|across)\b", text.lower())
        laid = any(
            r.subject == index and r.kind == "on" and r.target >= 0 and bound.things[r.target].kind in _BEDS
            for r in bound.relations
        )
        tabletop = thing.kind in ("guitar", "violin", "sword", "oar") and any(
            p.set == "tabletop" or p.stage == "table" for p in bound.places
        )
        if (lies or laid or tabletop) and not stands:
            bound.things[index] = replace(thing, lies=True)


def laid_spot(spot: Spot, kind: str, long_: float, scale: float) -> Spot:
    """Where the foot of a lying thing is: its middle is at `spot`, its length `long_` [m] runs across."""
    yaw = spot.yaw_deg + (_BED_TURN_DEG if spot.on.startswith("bed") else _TURN_DEG)
    turn = np.deg2rad(yaw)
    x, y, z = spot.position
    x, y = x + float(np.sin(turn)) * long_ / 2, y - float(np.cos(turn)) * long_ / 2
    return replace(
        spot, position=(x, y, z + DEPTH_M[kind] * scale / 2 + 0.001), yaw_deg=yaw, tilt_deg=-90.0, fixed=True
    )
