"""What leans against something: turned to it, its foot away from it, its top or back touching."""

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Relation
from rayograph.plan.floor import Floor

LEAN_DEG = 13.0
"""How far from upright tall things lean."""
_CORE = {"tree": 0.17, "lamp_post": 0.09, "traffic_light": 0.09, "parasol": 0.05, "coat_stand": 0.06}
"""Half thickness of what is slender for its footprint [m], at its usual size."""
_THIN = {"guitar": 0.11, "picture": 0.03, "mirror": 0.03, "ladder": 0.09, "chessboard": 0.04}
"""Depth of what would else bring its own stand [m]."""
_BESIDE = frozenset(
    "bicycle motorbike scooter car van suv pickup convertible tractor caravan truck boat canoe kayak ball "
    "football basketball "
    "tennis_ball "
    "barrel tree bush lamp_post hydrant bench sofa armchair chair table dog".split()
)
"""Kinds that touch what they lean on and stay upright."""
_LONG = ("bicycle", "motorbike", "scooter")
"""Kinds that lean with their long side."""
_ROUND = frozenset(
    "tree lamp_post traffic_light parasol coat_stand barrel hydrant post_box rock snowman fountain bush vase "
    "bottle globe pumpkin hay_bale trash_can parking_meter bucket cylinder candle statue".split()
)


def lean(
    thing: int,
    members: list[int],
    actors: list[Actor],
    carrier: int,
    facts: Facts,
    floor: Floor,
    spots: dict[int, Spot],
    side: float,
) -> None:
    """Stand the members of a thing against the carrier, on its side towards the camera."""
    host, base = actors[carrier], spots[carrier]
    if floor.pavement and not floor.across:
        side = -0.8 * floor.side  # from over the road one sees its whole side
    normal, reach, half_face = _face(host, base, side)
    along = np.array([-normal[1], normal[0]])
    moving = any(m.subject == thing for m in facts.motions)
    wide = [_width(actors[i]) for i in members]
    room = max(half_face - sum(wide) / 2, 0.0)
    start = (0.62 * room * side if len(members) == 1 else 0.0) - sum(wide) / 2
    if host.member.kind in _CORE and actors[members[0]].member.kind in _LONG:
        # Its saddle touches the post, and it reaches to where nothing else stands.
        others = [s.position[:2] for i, s in spots.items() if i != carrier and i not in members]
        away = np.array(base.position[:2]) - (np.mean(others, axis=0) if others else base.position[:2])
        start += 0.38 * (1.0 if float(away @ along) >= 0 else -1.0)
    for rank, i in enumerate(members):
        actor = actors[i]
        upright = actor.member.kind in _BESIDE or actor.size[2] < 0.7 * actor.size[0]
        deep = _THIN.get(actor.member.kind, actor.size[1]) if not upright else _thickness(actor)
        tilt = 0.0 if upright else -_angle(actor, deep)
        slope = float(np.deg2rad(-tilt))
        touch = min(actor.size[2], max(host.size[2], 0.1))
        away = reach + deep / 2 * np.cos(slope) + touch * np.sin(slope) + 0.004
        shift = start + sum(wide[:rank]) + wide[rank] / 2
        x, y = np.array(base.position[:2]) + normal * away + along * shift
        z = base.position[2] + deep / 2 * float(np.sin(slope))
        facing = float(np.degrees(np.arctan2(normal[0], -normal[1])))
        if upright and actor.member.kind in ("bicycle", "motorbike", "scooter", "canoe", "boat", "kayak"):
            facing += 90.0
        spots[i] = Spot(
            position=(float(x), float(y), z),
            yaw_deg=round(facing, 2),
            tilt_deg=round(tilt, 2),
            on=base.on,
            fixed=not moving and not upright,
        )
        floor.circles.append((float(x), float(y), min(actor.radius, 0.3)))


def _width(actor: Actor) -> float:
    """Room that a leaning thing takes along what it leans on [m]."""
    return actor.size[1] if actor.member.kind in ("bicycle", "motorbike", "scooter") else actor.size[0] * 1.08


def _thickness(actor: Actor) -> float:
    """Depth towards what an upright thing touches [m]."""
    return min(actor.size[:2]) if actor.member.kind in _BESIDE else actor.size[1]


def _angle(actor: Actor, deep: float) -> float:
    """Lean [deg]: the slender lean most, what is nearly as deep as high hardly at all."""
    slender = deep / max(actor.size[2], 1e-6)
    return LEAN_DEG if slender < 0.35 else max(4.0, LEAN_DEG * (1.0 - slender))


def _face(host: Actor, base: Spot, side: float) -> tuple[np.ndarray, float, float]:
    """Outward direction of the face to lean on, its distance from the middle, and its half width [m]."""
    kind = host.member.kind
    if kind in _ROUND:
        angle = np.deg2rad(-90.0 + 28.0 * side)
        grow = host.size[2] / 7.0 if kind == "tree" else 1.0
        core = _CORE[kind] * grow if kind in _CORE else min(host.size[:2]) / 2
        return np.array([np.cos(angle), np.sin(angle)]), core, 0.0
    turn = np.deg2rad(base.yaw_deg)
    across, ahead = np.array([np.cos(turn), np.sin(turn)]), np.array([np.sin(turn), -np.cos(turn)])
    faces = [
        (ahead, host.size[1] / 2, host.size[0] / 2),
        (-ahead, host.size[1] / 2, host.size[0] / 2),
        (across, host.size[0] / 2, host.size[1] / 2),
        (-across, host.size[0] / 2, host.size[1] / 2),
    ]
    return max(faces, key=lambda face: -face[0][1] + 0.2 * side * face[0][0])


def beneath(
    facts: Facts,
    relation: Relation,
    actors: list[Actor],
    there: tuple[float, float, float],
    radius: float,
    side: float,
) -> tuple[float, float]:
    """Under what stands on legs: between them, near its front edge; under a crown: before the trunk."""
    x, y, r = there
    host = next(a for a in actors if a.thing == relation.target)
    if facts.things[relation.target].kind not in LEGGED:
        return x + side * 0.3 * (r + radius), y - 0.55 * (r + radius)
    half = min(host.size[:2]) / 2
    return x + side * 0.25 * max(host.size[0] / 2 - radius, 0.0), y - 0.35 * max(half - radius, 0.0)


_CROWNED = ("tree", "parasol", "umbrella")
"""What has room under it beside its stem."""
LEGGED = frozenset(
    "table bench chair stool picnic_table side_table coffee_table bed armchair sofa piano desk camp_chair "
    "cafe_table umbrella parasol".split()
)


def give_way(thing: int, facts: Facts, actors: list[Actor], spots: dict[int, Spot], floor: Floor) -> None:
    """What something stands under leaves it room: a crown is above it, only the trunk is in the way."""
    over = {r.target for r in facts.relations if r.subject == thing and r.kind == "under"}
    for i in [i for i in spots if actors[i].thing in over]:
        x, y = spots[i].position[:2]
        share = {"lamp_post": 1.6}.get(
            actors[i].member.kind, 0.35 if actors[i].member.kind in _CROWNED else 0.0
        )
        floor.circles = [(a, b, r * share if (a, b) == (x, y) else r) for a, b, r in floor.circles]


def room_for_leaners(facts: Facts, pair: tuple[int, int]) -> float:
    """How much farther two things stand from each other since something long leans on one of them [m]."""
    leaning = {
        r.target for r in facts.relations if r.kind == "against" and facts.things[r.subject].kind in _LONG
    }
    return 0.45 if leaning & set(pair) else 0.0
