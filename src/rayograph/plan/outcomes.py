"""What the words say of an event's end, and of what it happens on, as the blocking needs it."""

from dataclasses import replace

from rayograph.core.catalogue import cast_kind
from rayograph.plan.facts import Facts, Relation, Thing
from rayograph.plan.stage import size_of

_CROSSING = ("roll", "slide", "throw", "bounce")
_COVERS = ("rug", "blanket", "carpet")
_TABLES = ("table", "desk", "counter", "workbench", "sideboard")
SMALL = 0.35
"""Greatest extent of what rolls about on a table [m]."""
LARGE_LEAF = 1.7
"""How much larger than usual a leaf is that is to be seen to fall."""
CLOTH_M = 0.6
"""Side of a cloth as it comes [m]."""
_FLAT = 0.45
"""Height over width of what is piled flat on flat."""


def with_outcomes(facts: Facts) -> Facts:
    """The same facts: flat piles are stacks, ends of motions are goals, small things move on a table."""
    kinds = {thing.kind for thing in facts.things}
    facts = replace(facts, things=tuple(_of_its_game(_piled_flat(thing), kinds) for thing in facts.things))
    return _large_leaves(_cradles(_covers(_on_its_table(_landing(_goals(facts))))))


def _large_leaves(facts: Facts) -> Facts:
    """Leaves that come down before a wide view are large ones, of a plane or a maple, which can be seen."""
    moving = {m.subject for m in facts.motions}
    things = tuple(
        replace(t, scale=LARGE_LEAF) if i in moving and t.kind == "leaf" and t.scale == 1.0 else t
        for i, t in enumerate(facts.things)
    )
    return replace(facts, things=things)


def _cradles(facts: Facts) -> Facts:
    """A Newton's cradle that swings is a frame, which stands, and five balls, which do."""
    things, motions = list(facts.things), []
    for m in facts.motions:
        if things[m.subject].kind != "newtons_cradle" or m.style not in (
            "swing",
            "hit",
            "roll",
            "slide",
            "spin",
            "push",
        ):
            motions.append(m)
            continue
        frame = things[m.subject]
        things[m.subject] = replace(frame, kind="cradle_frame")
        things.append(replace(frame, kind="cradle_ball", count=5, arrangement="", at=""))
        motions.append(replace(m, style="cradle", subject=len(things) - 1, target=m.subject))
    return replace(facts, things=tuple(things), motions=tuple(motions))


def _piled_flat(thing: Thing) -> Thing:
    """A pile of books or plates is a stack; only what is as high as wide is heaped up like a pyramid."""
    kind = cast_kind(thing.kind)
    flat = kind is not None and kind.size[2] < _FLAT * min(kind.size[:2])
    return replace(thing, arrangement="stack") if thing.arrangement == "pile" and flat else thing


def _of_its_game(thing: Thing, kinds: set[str]) -> Thing:
    """Balls that are named with a cue ball are billiard balls, and bowling pins stand as they are set."""
    if thing.kind == "ball" and thing.count > 2 and "billiard_ball" in kinds:
        return replace(thing, kind="billiard_ball", colour=None, palette=())
    if thing.kind == "bowling_pin" and thing.phrase.lower().endswith("ten pins"):
        return replace(thing, count=10, arrangement="triangle")
    if thing.kind == "bowling_pin" and thing.count > 2 and thing.arrangement == "":
        return replace(thing, arrangement="triangle")
    return thing


def _goals(facts: Facts) -> Facts:
    """ "Rolls in and stops beside the loaf": the loaf is where it comes to rest, not where it sets off."""
    moving = {m.subject for m in facts.motions if m.style in _CROSSING and m.target < 0 and not m.off_edge}
    ends = [r for r in facts.relations if r.kind == "beside" and r.subject in moving]
    if not ends:
        return facts
    things = list(facts.things)
    for relation in ends:
        thing = things[relation.target]
        things[relation.target] = replace(thing, at=thing.at or "goal")
    kept = tuple(r for r in facts.relations if r not in ends)
    return replace(facts, things=tuple(things), relations=kept)


def _landing(facts: Facts) -> Facts:
    """What slides off a thing onto a rug falls off it; the rug is not run into."""
    motions = tuple(
        replace(m, target=-1)
        if m.off_edge and m.target >= 0 and facts.things[m.target].kind in (*_COVERS, *_TABLES)
        else m
        for m in facts.motions
    )
    return replace(facts, motions=motions)


def _on_its_table(facts: Facts) -> Facts:
    """ "Rolls along the desk": what is small moves on the one table that was named, with what it meets."""
    tables = [i for i, t in enumerate(facts.things) if t.kind in _TABLES and t.count == 1]
    along = [m for m in facts.motions if m.style in ("roll", "slide", "spin") and _is_small(facts, m.subject)]
    related = {r.subject for r in facts.relations} | {r.target for r in facts.relations}
    if len(tables) != 1 or not along or tables[0] in related or any(m.target == tables[0] for m in along):
        return facts
    placed = tuple(
        Relation(kind="on", subject=i, target=tables[0], second=tables[0])
        for m in along
        for i in (m.subject, m.target)
        if i >= 0 and i not in related
    )
    return replace(facts, relations=(*facts.relations, *placed))


def _is_small(facts: Facts, thing: int) -> bool:
    kind = cast_kind(facts.things[thing].kind)
    return kind is not None and max(kind.size) <= SMALL


def _covers(facts: Facts) -> Facts:
    """A cloth that is to lie over something is cut for it: across it and most of the way down its sides."""
    things = list(facts.things)
    for m in facts.motions:
        hosts = [m.target] + [r.target for r in facts.relations if r.subject == m.subject]
        host = next((i for i in hosts if i >= 0 and things[i].kind != "cloth"), -1)
        cloth = things[m.subject]
        if cloth.kind != "cloth" or host < 0 or cloth.scale != 1.0 or m.style not in ("drape", "drop"):
            continue
        wide, deep, tall = size_of(things[host])
        side = min(max(wide, deep) + 1.5 * tall, 3.0)
        if side > 1.3 * CLOTH_M:
            things[m.subject] = replace(cloth, scale=round(side / CLOTH_M, 2))
    return replace(facts, things=tuple(things))
