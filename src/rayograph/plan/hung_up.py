"""What hangs on a coat stand or a door without a cord: coats, caps, wreaths."""

from dataclasses import replace

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts

_HANGERS = ("coat_stand", "front_door")
_HOOK_M = 1.62
"""Height of a coat stand's hooks [m]."""
_HANGS = {"coat": 1.17, "handbag": 0.34, "backpack": 0.47, "umbrella_closed": 0.86, "stocking": 0.56}
"""Kinds that hang from a hook → how far below it their foot is [m]."""
_ON_TOP = ("cap", "hat", "helmet")
_ON_DOOR = {"wreath": 1.30, "stocking": 1.0, "sign": 1.35, "horseshoe": 1.45}
"""Kinds that hang on a door → height of their foot [m]."""


def _hanger(thing: int, facts: Facts, depth: int = 0) -> int:
    """The coat stand or door that a thing hangs on, itself or by what it was said to be on; -1 for none."""
    for r in facts.relations:
        if r.subject != thing or r.target < 0 or r.kind not in ("hanging", "on", "with", "above", "against"):
            continue
        if facts.things[r.target].kind in _HANGERS:
            return r.target
        if depth == 0 and facts.things[r.target].kind in _HANGS:
            return _hanger(r.target, facts, 1)
    return -1


def place_hung_up(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, spots: dict[int, Spot]
) -> bool:
    """Hang a thing on its coat stand or door, fixed there; False if it hangs on neither."""
    kind, target = facts.things[thing].kind, _hanger(thing, facts)
    host = next((i for i in spots if actors[i].thing == target), -1) if target >= 0 else -1
    if host < 0:
        return False
    base, name = spots[host], actors[host].member.id
    turn = np.deg2rad(base.yaw_deg)
    ahead, across = np.array([np.sin(turn), -np.cos(turn)]), np.array([np.cos(turn), np.sin(turn)])
    if actors[host].member.kind == "front_door":
        if kind not in _ON_DOOR:
            return False
        for i in members:
            x, y = np.array(base.position[:2]) + ahead * (0.12 + actors[i].size[1] / 2)
            z = base.position[2] + _ON_DOOR[kind]
            spots[i] = Spot(position=(float(x), float(y), z), yaw_deg=base.yaw_deg, on=name, fixed=True)
        return True
    if kind not in _HANGS and kind not in _ON_TOP:
        return False
    spots[host] = replace(base, fixed=True)  # what is fixed to it would else push it away
    hung = sum(1 for i, s in spots.items() if s.on == name and actors[i].member.kind not in _ON_TOP)
    for rank, i in enumerate(members):
        if kind in _ON_TOP:
            x, y = np.array(base.position[:2])
            z = base.position[2] + actors[host].size[2] - 0.03
        else:
            side = (-1) ** (hung + rank)
            x, y = np.array(base.position[:2]) + ahead * 0.16 + across * side * (0.10 if hung
                + rank else 0.03)  # fmt: skip
            z = base.position[2] + _HOOK_M - _HANGS[kind]
        yaw = base.yaw_deg + (0.0 if kind in _ON_TOP else 8.0)
        spots[i] = Spot(position=(float(x), float(y), float(z)), yaw_deg=yaw, on=name, fixed=True)
    return True
