"""What carries what: things in bowls and on plates, and things spread over the top of a table."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.core.tables import table_form
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Relation
from rayograph.plan.formation import GOLDEN, Point

SEATS = {
    "chair": 0.46,
    "bench": 0.45,
    "armchair": 0.44,
    "tent": 0.0,
    "dome_tent": 0.0,
    "picnic_blanket": 0.017,
    "well": 0.865,
    "tree_stump": 0.42,
    "sofa": 0.44,
    "bed": 0.57,
    "stool": 0.46,
    "camp_chair": 0.42,
    "shelf": 0.34,
    "tray": 0.008,
    "jetty": 0.54,
    "boat": 0.20,
    "canoe": 0.14,
    "kayak": 0.30,
}
"""Height of the surface that carries things, where it is not the top [m]."""
TOPS = frozenset(
    "table desk sideboard counter side_table coffee_table bedside_table nightstand picnic_table shelf stove "
    "bench crate plinth dresser cabinet bar_table cafe_table workbench worktop kitchen_counter chest piano "
    "suitcase fireplace jetty tray chopping_board record_player "
    "picnic_blanket tree_stump well cool_box hay_bale".split()
)
"""Kinds on which several things find room side by side."""
BOTTOMS = {
    "bowl": 0.018, "basket": 0.02, "crate": 0.03, "bucket": 0.02, "vase": 0.03, "cup": 0.012,
    "tumbler": 0.014, "wine_glass": 0.11, "plate": 0.012, "frying_pan": 0.006, "jug": 0.03,
    "mug": 0.012, "jar": 0.01, "can": 0.01, "ashtray": 0.012, "wheelbarrow": 0.35, "shopping_trolley": 0.45,
    "open_jar": 0.01, "open_tin": 0.004, "tin_can": 0.004, "paper_bag": 0.006, "open_carton": 0.006,
    "boat": 0.12, "canoe": 0.1, "kayak": 0.2, "carton": 0.02, "barrel": 0.6, "pickup": 0.75, "suitcase": 0.1,
    "kettle": 0.02, "teapot": 0.02, "hat": 0.01, "tray": 0.012, "sneaker": 0.05, "boot": 0.1,
    "trash_can": 0.5,
    "fountain": 0.3, "matchbox": 0.004, "sled": 0.1, "flower_pot": 0.1, "trophy": 0.2,
}  # fmt: skip
"""Hollow things → height of the inner bottom [m] at their usual size."""
ROUND = {"tree_stump": 0.68, "well": 0.66}
"""Round tops that are narrower than the thing: their part of its width."""
STEMS = frozenset("pencil pen paint_brush spoon fork knife feather scissors carrot straw".split())
"""Kinds that are modelled lying down along Y and stand on end in a jar."""
RIMS = {"boat": 0.38, "canoe": 0.3, "kayak": 0.28, "wheelbarrow": 0.5, "shopping_trolley": 0.8}
"""Height of the rim of a holder where it is not its top [m]."""
_CARRIED = ("on", "in", "of", "with")
SMALL_M = 0.62
"""Greatest extent of what a table carries without being told [m]."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where an actor stands: base centre [m], yaw and tilt [deg], and what carries it."""

    position: Point
    yaw_deg: float = 0.0
    tilt_deg: float = 0.0
    on: str = "stage"
    fixed: bool = False

    def at(self, x: float, y: float, z: float | None = None) -> "Spot":
        """The same spot moved."""
        return replace(self, position=(x, y, self.position[2] if z is None else z))

    def facing(self, yaw_deg: float) -> "Spot":
        """The same spot turned to a yaw [deg]."""
        return replace(self, yaw_deg=yaw_deg)


def top_of(actor: Actor) -> float:
    """Height of the surface on which an actor carries things, over its own base [m]."""
    kind = actor.member.kind
    if kind not in SEATS:
        return actor.size[2]
    return SEATS[kind] * (actor.size[2] / 0.8 if actor.member.height_m is not None else 1.0)


def carries(actors: list[Actor], members: list[int], carrier: int, relation: Relation) -> bool:
    """Whether an actor holds the members of a thing in or on itself."""
    host = actors[carrier]
    widest = max(actors[i].radius for i in members)
    if relation.kind in ("of", "with"):
        return False
    if relation.kind == "in":
        if actors[members[0]].member.kind in STEMS:
            widest = min(actors[members[0]].size[:2])
        return host.member.kind in BOTTOMS and widest <= host.radius * 1.6
    return widest <= host.radius * 1.6 and host.member.kind not in ("cloth", "rug", "blanket", "tree")


def tables_of(facts: Facts, actors: list[Actor]) -> list[int]:
    """Actors with a top on which small things stand though no word says so, largest first."""
    hosts = [
        i
        for i, a in enumerate(actors)
        if a.member.kind in TOPS and (a.size[2] > 0.3 or a.member.kind == "picnic_blanket")
    ]
    hosts = [
        i
        for i in hosts
        if actors[i].member.kind
        not in (
            "bench",
            "crate",
            "plinth",
            "suitcase",
            "jetty",
            "fireplace",
            "tree_stump",
            "well",
            "cool_box",
            "hay_bale",
        )
    ]
    return sorted(hosts, key=lambda i: -actors[i].radius)


def host_of(
    thing: int, members: list[int], facts: Facts, actors: list[Actor], spots: dict[int, Spot], small: bool
) -> int:
    """The actor on whose top a thing stands: by the words, by what it is placed by, or a table; else -1."""
    ids = {a.member.id: i for i, a in enumerate(actors)}
    widest = max(actors[i].radius for i in members)
    for relation in (r for r in facts.relations if r.subject == thing and r.target >= 0):
        there = [i for i in spots if actors[i].thing == relation.target]
        if relation.kind == "on" and there:
            return next((i for i in there if actors[i].member.kind in TOPS), -1)
        below = [ids[spots[i].on] for i in there if spots[i].on in ids]
        low = max(actors[i].size[2] for i in members) <= SMALL_M  # a chair behind a laptop is no desk lamp
        if below and low and relation.kind not in ("under", "in", "on") and widest < actors[below[0]].radius:
            return below[0] if actors[below[0]].member.kind in TOPS else -1
        if there:
            return -1  # It stands by something that stands on the floor.
    placed = [i for i in tables_of(facts, actors) if i in spots]
    screen = actors[members[0]].member.kind == "television"
    light = (screen or max(actors[i].size[2] for i in members) <= SMALL_M) and widest <= SMALL_M / 2
    moving = any(
        m.subject == thing and m.style not in ("topple", "spin", "slide", "roll") for m in facts.motions
    )
    if small or not placed or not light or moving or facts.things[thing].at in ("front", "lane", "goal"):
        return -1
    return placed[0]


def drawn_in(
    wanted: tuple[float, float], taken: list[tuple[float, float, float]], first: int, actors: list[Actor]
) -> tuple[float, float]:
    """A wanted place on a table top brought near to what stands there: a group, not a shop window."""
    at = np.array([(x, y) for x, y, _ in taken])
    centre = (at.max(0) + at.min(0)) / 2
    around = max(float(np.linalg.norm(p - centre)) + r for p, (_, _, r) in zip(at, taken, strict=True))
    line = np.array(wanted) - centre
    far, most = float(np.linalg.norm(line)), around + 1.6 * actors[first].radius + 0.03
    x, y = centre + line * min(1.0, most / max(far, 1e-6))
    return float(x), float(y)


def spread_on(
    host: Actor,
    base: Spot,
    members: list[Actor],
    offsets: list[Point],
    wanted: tuple[float, float],
    taken: list[tuple[float, float, float]],
) -> tuple[float, float]:
    """The free place on a host's top nearest to a wanted one, for a group with `offsets` [m]."""
    turn = np.deg2rad(base.yaw_deg)
    across, along = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    ground = [(o[0], o[1], a.radius) for o, a in zip(offsets, members, strict=True) if o[2] == 0]
    step = max(0.012, 0.3 * members[0].radius)
    disc = host.member.kind == "table" and table_form(f"{host.member.words} {host.member.name}").rounded
    half = host.size[0] / 2 * ROUND.get(host.member.kind, 1.0)
    disc = disc or host.member.kind in ROUND

    def fits(x: float, y: float, gap: float) -> bool:
        for dx, dy, r in ground:
            local = np.array([x + dx - base.position[0], y + dy - base.position[1]])
            inset = min(r, 0.4 * host.size[1])
            u, v = abs(local @ across), abs(local @ along)
            if u > host.size[0] / 2 - inset or v > host.size[1] / 2 - inset:
                return False
            if disc and np.hypot(u, v * host.size[0] / host.size[1]) > half - min(inset, 0.5 * half):
                return False
            if any((x + dx - a) ** 2 + (y + dy - b) ** 2 < (r + c + gap) ** 2 for a, b, c in taken):
                return False
        return True

    for gap in (0.02, 0.0):
        for k in range(700):
            distance, angle = step * np.sqrt(k), 0.7 + k * GOLDEN
            x = wanted[0] + float(distance * np.cos(angle)) * (k > 0)
            y = wanted[1] + float(distance * np.sin(angle)) * (k > 0)
            if fits(x, y, gap):
                return x, y
    return base.position[0], base.position[1]
