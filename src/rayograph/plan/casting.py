"""Things become cast members: ids, materials, colours, sizes; lamps and dressing that the brief left open."""

import re
from dataclasses import dataclass, replace

import numpy as np

from rayograph.core.kinds.kind import CastKind
from rayograph.core.plan import CastMember
from rayograph.plan.described import IN_TWOS
from rayograph.plan.facts import Facts, Thing
from rayograph.plan.lakeside import has_floats
from rayograph.plan.long_kinds import DEPTH_M
from rayograph.plan.stage import Stage, extent, kind_of, size_of

MODEL_M = 0.26
"""Greatest extent of a scale model on a table [m]."""
FLAT_M, TABLE_LONG_M = 0.16, 1.2
"""What is no higher than the first may be as long as the second on a table at life size [m]."""
MAX_CAST = 160
INDOOR_SIGN = 0.46
"""Size of a neon sign in a room, beside one on a house."""
INDOOR_TREE_M = 2.1
"""Height of a tree that stands in a room [m]."""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A cast member before it is placed: which thing it belongs to, its size [m] and its footprint radius."""

    member: CastMember
    thing: int
    size: tuple[float, float, float]
    rank: int = 0
    lies: bool = False
    """It lies on its back; its size is that of the lying thing."""

    @property
    def radius(self) -> float:
        """Radius of the circle that its footprint fills [m]."""
        return 0.5 * max(self.size[0], self.size[1])


def cast_things(facts: Facts, stage: Stage, rng: np.random.Generator) -> tuple[list[Actor], list[str]]:
    """One actor per specimen, in the order of the words, and what was assumed."""
    notes: list[str] = []
    actors: list[Actor] = []
    numbers: dict[str, int] = {}
    total = sum(t.count for t in facts.things)
    for index, thing in enumerate(facts.things):
        kind = kind_of(thing)
        count = thing.count if total <= MAX_CAST else max(1, thing.count * MAX_CAST // total)
        if thing.kind == "flower" and _falls_with(facts, index):
            count = min(count, 1)
            notes.append("one flower stands for those in the vase, which moves")
        size, height = _sized(thing, stage)
        palette = _palette(thing, kind, count, rng)
        stuff = _material(kind, rng) if kind.name in _ALIKE and count > 1 else None
        for rank in range(count):
            numbers[kind.name] = numbers.get(kind.name, 0) + 1
            alone = sum(t.count for t in facts.things if t.kind == thing.kind) == 1
            name = kind.name if alone else f"{kind.name}_{numbers[kind.name]}"
            colour, accent = palette[rank]
            member = CastMember(
                id=name,
                kind=kind.name,
                name=(thing.name or kind.name.replace("_", " "))[:200],
                words="; ".join((thing.phrase, *thing.parts))[:200],
                material=_listed(thing, rank) or thing.material or stuff or _usual(thing, kind, rng),
                colour=colour,
                accent=accent,
                height_m=None if height is None else round(height, 4),
                fixed=kind.fixed and not kind.propped,
                wear=round(thing.wear if thing.wear is not None else float(rng.uniform(0.12, 0.32)), 3),
                seed=int(rng.integers(0, 2**31 - 1)),
                text=thing.text,
            )
            if thing.lies:
                laid = size[0], size[2], DEPTH_M[kind.name] * size[2] / kind.size[2]
                actors.append(Actor(member=member, thing=index, size=laid, rank=rank, lies=True))
                continue
            actors.append(Actor(member=member, thing=index, size=size, rank=rank))
    if total > MAX_CAST:
        notes.append(f"{total} things were asked for; {len(actors)} are cast, which is the most a shot holds")
    return actors, notes


def _sized(thing: Thing, stage: Stage) -> tuple[tuple[float, float, float], float | None]:
    """Size [m], and the height to set where it is not the usual one."""
    size = size_of(thing)
    height = size[2] if thing.scale != 1.0 or thing.height_m is not None else None
    if stage.kind.name == "interior" and thing.kind == "tree" and size[2] > INDOOR_TREE_M:
        factor = INDOOR_TREE_M / size[2]
        size = (size[0] * factor, size[1] * factor, INDOOR_TREE_M)
        height = size[2]
    if stage.kind.name == "interior" and thing.kind == "neon_sign" and height is None:
        size = (size[0] * INDOOR_SIGN, size[1] * INDOOR_SIGN, size[2] * INDOOR_SIGN)
        height = size[2]
    bears = (
        thing.kind in ("shelf", "ramp") and stage.half[0] > 0.5 * size[0]
    )  # what stands on it has its own size
    flat = thing.lies or size[2] < FLAT_M
    if stage.model and extent(thing) > (TABLE_LONG_M if flat else MODEL_M * 2.2) and not bears:
        factor = MODEL_M / extent(thing)
        size = (size[0] * factor, size[1] * factor, size[2] * factor)
        height = size[2]
    return size, height


def _usual(thing: Thing, kind: CastKind, rng: np.random.Generator) -> str | None:
    """What a specimen is made of where no word says so; a grey sphere is what one judges light by."""
    drawn = _material(kind, rng)
    judged = kind.name == "ball" and thing.name.split()[-1:] in (["sphere"], ["orb"], ["spheres"])
    return "plaster" if judged else drawn


def _material(kind: CastKind, rng: np.random.Generator) -> str | None:
    weights = np.array([0.6, 0.3, 0.2, 0.2, 0.1, 0.1][: len(kind.materials)])
    return str(rng.choice(np.array(kind.materials), p=weights / weights.sum()))


def _falls_with(facts: Facts, index: int) -> bool:
    """Whether a thing stands in what moves or is hit."""
    held = {r.target for r in facts.relations if r.subject == index and r.kind == "in"}
    return any(m.subject in held or m.target in held for m in facts.motions)


_ALIKE = (
    "domino",
    "dice",
    "chess_piece",
    "cup",
    "traffic_cone",
    "chair",
    "camp_chair",
    "table",
    "stool",
    *IN_TWOS,
)
"""Kinds of which several are of one make."""


def _listed(thing: Thing, rank: int) -> str | None:
    """The material of one specimen where the words list several: "one chrome, one glass"."""
    return thing.stuffs[rank % len(thing.stuffs)] if thing.stuffs else None


def _palette(
    thing: Thing, kind: CastKind, count: int, rng: np.random.Generator
) -> list[tuple[str | None, str | None]]:
    """Colours of the specimens: what was said; else the kind's own, all alike for sets such as dominoes."""
    if thing.palette:
        return [(thing.palette[i % len(thing.palette)] or None, thing.accent) for i in range(count)]
    if thing.stuffs and thing.colour is None:
        return [(None, thing.accent)] * count
    if thing.colour is not None:
        return [(thing.colour, thing.accent)] * count
    keeps = thing.material is not None and thing.material not in (
        "painted_wood",
        "painted_metal",
        "plastic",
        "rubber",
    )
    if not kind.colours or keeps:
        return [(None, thing.accent)] * count
    first = int(rng.integers(0, len(kind.colours)))
    if kind.name in _ALIKE:
        return [
            (kind.colours[0 if kind.name in ("domino", "dice", "chess_piece") else first], thing.accent)
        ] * count
    return [(kind.colours[(first + i) % len(kind.colours)], thing.accent) for i in range(count)]


DRESSING: dict[str, tuple[Thing, ...]] = {
    "tabletop": (
        Thing(kind="cloth", material="linen", colour="#8c8577", assumed=True, name="linen cloth"),
        Thing(kind="book", assumed=True, name="book", wear=0.5),
        Thing(kind="bottle", assumed=True, name="bottle"),
        Thing(kind="bowl", assumed=True, name="bowl"),
        Thing(kind="pear", assumed=True, name="pear"),
    ),
    "interior": (Thing(kind="book", assumed=True, name="book", wear=0.5),),
    "lake": (
        Thing(kind="rock", assumed=True, name="rock"),
        Thing(kind="log", assumed=True, name="log"),
        Thing(kind="bush", assumed=True, name="bush"),
    ),
    "street": (),
}
"""Things that may be added, per set, where a brief names very few."""


_ALONE = re.compile(r"\b(?:lone|lonely|single|solitary|only)\b", re.IGNORECASE)


def _on_water(facts: Facts, stage: Stage) -> bool:
    """Whether the picture is of water, which wants no logs."""
    return stage.name in ("water", "point") or (stage.name == "shore" and has_floats(facts))


def dressed(facts: Facts, stage: Stage, rng: np.random.Generator) -> tuple[Facts, str]:
    """The facts with one or two things of dressing if the brief leaves room for them, and the note."""
    named = sum(t.count for t in facts.things)
    still = not facts.motions
    wanted = 0
    if facts.sparse and named <= 2 and not facts.light.studio and not _on_water(facts, stage):
        # On a table only what was named stands, if anything was; a meadow has its stones and shrubs.
        outdoors = stage.kind.name == "lake"
        wanted = 2 if named == 0 else (1 if outdoors and still and facts.camera.angle != "top" else 0)
    if stage.kind.name == "interior" and stage.name == "default":
        wanted = 0
    if facts.camera.framing in ("close-up", "extreme close-up") or any(
        _ALONE.search(t.phrase) for t in facts.things
    ):
        wanted = 0
    have = {t.kind for t in facts.things} | set(facts.absent)
    tallest = max((_sized(t, stage)[0][2] for t in facts.things), default=np.inf)
    pool = [
        t
        for t in DRESSING[stage.kind.name]
        if t.kind not in have and t.kind != "cloth" and kind_of(t).size[2] < 1.1 * tallest
    ]
    if wanted == 0 or not pool:
        return facts, ""
    order = rng.permutation(len(pool))[:wanted]
    extra = tuple(replace(pool[int(i)], at="back") for i in order)
    note = "dressing from the seed: " + " and ".join(f"a {t.name}" for t in extra)
    return replace(facts, things=(*facts.things, *extra)), note
