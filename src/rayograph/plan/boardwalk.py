"""The camera on a jetty: over its boards, towards its far end or back from there."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import CameraKey
from rayograph.plan.carrying import Spot, top_of
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Aim, CameraFacts
from rayograph.plan.moves import key_at

_EYE = (0.95, 1.25)
"""Height of the camera over the boards, near the end and at the root of the jetty [m]."""
_GONE = 0.78
"""How far out the move begins, or ends, as a part of the jetty's length."""


@dataclass(frozen=True)
class Boards:
    """Middle of the near and the far end of a jetty's boards [m]."""

    root: Float[np.ndarray, "3"]
    head: Float[np.ndarray, "3"]


def boards_of(aim: Aim | None, actors: list[Actor], spots: list[Spot]) -> Boards | None:
    """The boards of the jetty that a route leads along; None if it leads along something else."""
    for actor, spot in zip(actors, spots, strict=True):
        if aim is None or actor.thing != aim.thing or actor.member.kind != "jetty":
            continue
        turn, half = np.deg2rad(spot.yaw_deg), 0.5 * actor.size[1]
        out = np.array([-np.sin(turn), np.cos(turn), 0.0])
        middle = np.array(spot.position) + [0.0, 0.0, top_of(actor)]
        return Boards(root=middle - half * out, head=middle + half * out)
    return None


def on_boards(facts: CameraFacts, boards: Boards, seconds: float, focal: float) -> list[CameraKey]:
    """Straight along the middle line; what stands at the end and what rises beyond it stay in the frame."""
    way = boards.head - boards.root
    # Level with the far shore: the end of the jetty in the lower half, the peaks in the upper one.
    aim = boards.head + [0.0, 0.0, 0.62]
    far = boards.root + min(_GONE, 0.6 + 0.2 * facts.pace) * way + [0.0, 0.0, _EYE[0]]
    near = boards.root + 0.12 * way + [0.0, 0.0, _EYE[1]]
    places = (far, near) if facts.move == "pull back" else (near, far)
    times = (0.0, seconds)
    return [key_at(time, place, aim, facts, focal) for time, place in zip(times, places, strict=True)]
