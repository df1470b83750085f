"""A rope swing: it hangs from the bough of a tree, named or not."""

import re
from dataclasses import replace

import numpy as np

from rayograph.core.catalogue import BOUGH
from rayograph.plan.bound import Bound
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Motion, Relation, Thing
from rayograph.plan.turned import HANGS

SEAT = 0.42
"""Height of a swing's seat over the ground [m]."""
_LOOP = 0.085
"""How far a swing's ropes reach over the middle of the bough they are wound round [m]."""
_TO_AND_FRO = re.compile(r"\b(?:swinging|sway(?:s|ing)|to and fro|back and forth|rocking|creak(?:s|ing))\b")
_TURNS = (-34.0, -146.0)
"""Ways [deg] a bough may point: to the right or the left, and a little to the camera."""


def hang_swings(bound: Bound, text: str) -> None:
    """A rope swing hangs from a tree, named or not, and its motion is to swing; a kite stays on its line."""
    for index, thing in enumerate(bound.things):
        if thing.kind == "kite":
            bound.motions = [m for m in bound.motions if m.subject != index]
        if thing.kind != "rope_swing":
            continue
        trees = [i for i, other in enumerate(bound.things) if other.kind == "tree"]
        if not trees:
            trees = [len(bound.things)]
            bound.things.append(
                Thing(kind="tree", phrase="oak tree", name="oak tree", assumed=True, scale=1.2)
            )
        bound.relations = [r for r in bound.relations if r.subject != index]
        bound.relations.append(Relation(kind="bough", subject=index, target=trees[0], second=trees[0]))
        mine = [m for m in bound.motions if m.subject == index and m.verb != HANGS]
        bound.motions = [m for m in bound.motions if m.subject != index]
        if mine or _TO_AND_FRO.search(text):
            slow = mine[0].slow if mine else 0.8
            bound.motions.append(Motion(style="swing", subject=index, slow=slow, verb="swing"))


def _bearers(facts: Facts) -> dict[int, int]:
    """Thing that hangs → tree it hangs from."""
    return {
        r.subject: r.target
        for r in facts.relations
        if r.kind == "bough" and facts.things[r.target].kind == "tree"
    }


def set_heights(actors: list[Actor], facts: Facts) -> list[Actor]:
    """The actors with the heights that hanging needs: a tree of just this size, ropes long enough."""
    hung = _bearers(facts)
    result = []
    for actor in actors:
        size, member = actor.size, actor.member
        if actor.thing in hung.values():
            member = member.model_copy(update={"height_m": round(size[2], 4)})
        elif actor.thing in hung and member.kind == "rope_swing":
            tree = next(a for a in actors if a.thing == hung[actor.thing])
            tall = round(BOUGH[1] * tree.size[2] + _LOOP - SEAT, 4)
            factor = tall / size[2]
            size = (size[0] * factor, size[1] * factor, tall)
            member = member.model_copy(update={"height_m": tall})
        result.append(replace(actor, size=size, member=member))
    return result


def place_hung(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, spots: dict[int, Spot]
) -> bool:
    """Hang a thing from its tree's bough, which is turned into view; whether it hangs."""
    tree = next((i for i in spots if actors[i].thing == _bearers(facts).get(thing, -1)), None)
    if tree is None:
        return False
    x, y, _ = spots[tree].position
    yaw = _TURNS[0] if x <= 0.3 else _TURNS[1]
    spots[tree] = spots[tree].facing(yaw)
    high, turn = actors[tree].size[2], np.deg2rad(yaw)
    for rank, i in enumerate(members):
        out = BOUGH[0] * high * (1.0 - 0.28 * rank)
        at = (
            x + out * float(np.cos(turn)),
            y + out * float(np.sin(turn)),
            BOUGH[1] * high + _LOOP - actors[i].size[2],
        )
        spots[i] = Spot(position=at, yaw_deg=yaw, fixed=True)
    return True
