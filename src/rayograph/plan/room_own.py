"""What a room has by itself and what goes without saying in it: its board, its mirror, a table by the bed."""

from dataclasses import replace

from rayograph.core.catalogue import cast_kind
from rayograph.core.rooms import COUNTERS, NEAR_BACK, SILL_Z
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Relation, Thing, only
from rayograph.plan.stage import ON_WALL, Stage, room_of

_OWN = {
    "classroom": ("sandwich_board",),
    "office": ("sandwich_board",),
    "bathroom": ("mirror",),
    "bar": ("shelf", "mirror"),
}
"""Kinds that a room has on its wall: what is named of them is that."""
_SIGNS = {"bar": "BAR"}
"""What the neon of a room reads where no word says so."""
_AT_BED = frozenset("desk_lamp clock telephone radio lantern candle tumbler carafe".split())
"""Small things that stand by a bed although no word says on what."""
_BY = ("beside", "with", "left of", "right of", "of")
_BAR_SHELVES = 0.34
"""What stands before the wall behind a bar [m]."""


def settle_own(facts: Facts) -> Facts:
    """Leave out what the room has by itself: the chalkboard of a classroom is the one on its wall."""
    if not any(p.set == "interior" for p in facts.places):
        return facts
    room = room_of(facts, "default")
    own = _OWN.get(room, ())
    if room in _SIGNS:
        things = (
            replace(t, text=t.text or _SIGNS[room]) if t.kind == "neon_sign" else t for t in facts.things
        )
        facts = replace(facts, things=tuple(things))
    if room in ("bathroom", "kitchen"):
        facts = replace(facts, things=tuple(_folded(t) for t in facts.things))
    moved = {m.subject for m in facts.motions} | {m.target for m in facts.motions}
    named = [i for i, t in enumerate(facts.things) if t.kind in own and t.count == 1 and i not in moved]
    bears = {r.target for r in facts.relations if r.kind in ("on", "in")}
    gone = [i for i in named if i not in bears and not facts.things[i].text]
    if not gone or len(gone) == len(facts.things):
        return facts
    return only(facts, [i for i in range(len(facts.things)) if i not in gone])


def _folded(thing: Thing) -> Thing:
    """A towel in a bathroom lies folded rather than spread out."""
    spread = thing.kind != "cloth" or "towel" not in thing.name.split()
    return thing if spread else replace(thing, kind="folded_towel", material=None)


def stand_by_bed(facts: Facts) -> Facts:
    """A lamp or a clock in a bedroom stands on a table by the bed, which is cast where none was named."""
    beds = [i for i, t in enumerate(facts.things) if t.kind == "bed"]
    if not beds or any(t.kind in ("side_table", "table", "sideboard") for t in facts.things):
        return facts
    held = {r.subject for r in facts.relations if r.kind in ("on", "in", "under", "above")}
    moved = {m.subject for m in facts.motions}
    by = {i for i, t in enumerate(facts.things) if _small(t) and i not in held | moved and
          (t.kind in _AT_BED or "bedside" in t.phrase.lower())}  # fmt: skip
    by |= {
        r.subject
        for r in facts.relations
        if r.kind in _BY
        and r.target in by
        and r.subject not in held | moved
        and _small(facts.things[r.subject])
    }
    if not by:
        return facts
    index = len(facts.things)
    stand = Thing(kind="side_table", name="bedside table", assumed=True)
    # By the bed is now said of the table.
    kept = tuple(r for r in facts.relations if not (r.subject in by and r.target in beds))
    new = tuple(Relation(kind="on", subject=i, target=index, second=index) for i in sorted(by))
    return replace(facts, things=(*facts.things, stand), relations=(*kept, *new))


def _small(thing: Thing) -> bool:
    kind = cast_kind(thing.kind)
    return kind is not None and max(kind.size) < 0.5


def hung_on_wall(actor: Actor, stage: Stage, rank: int) -> Spot | None:
    """Where on the back wall a sign hangs, at the height of the eyes; low behind a counter."""
    if actor.member.kind not in ON_WALL or stage.kind.name != "interior":
        return None
    counter = COUNTERS.get(dict(stage.furnishing).get("counter", ""))
    if counter is None:
        lift = 0.0 if stage.name == "default" else stage.lift
        depth = _BAR_SHELVES if stage.room == "bar" else 0.0
        x, y, z = 0.25 + 1.8 * rank, NEAR_BACK - depth, 2.30 - lift - actor.size[2]
        z = max(z, SILL_Z - lift)
    else:
        depth = _BAR_SHELVES if stage.room == "bar" else 0.0
        x, y, z = 0.15 + 1.8 * rank, counter.back - depth, 0.02
    return Spot(position=(x, round(y - actor.size[1] / 2 - 0.02, 4), round(z, 4)), yaw_deg=0.0, fixed=True)
