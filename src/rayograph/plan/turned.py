"""Relations that are said the other way round, and what hangs or leans without a thing to do it on."""

from dataclasses import replace

from rayograph.plan.bound import Bound, Clause
from rayograph.plan.facts import Motion, Relation

TURNED = {"holding": "with", "amid": "beside", "flanking": "beside"}
"""Relations whose target is placed by their subject → what they come down to where it cannot be."""
HANGS = "hang"
"""The verb of a motion that is none: something hangs still on its cord."""


def relate_turned(bound: Bound, clause: Clause, kind: str, target: int) -> bool:
    """ "A skull surrounded by candles", "a basket full of apples", "a chair either side of a table"."""
    subjects = [i for i in clause.anchors or clause.subjects if i != target]
    if not subjects:
        return False
    subject, many = subjects[-1], bound.things[target].count > 1
    if kind == "holding":
        bound.relations.append(Relation(kind="in", subject=target, target=subject, second=subject))
        return True
    if kind == "amid" and many:
        bound.relations.append(Relation(kind="around", subject=target, target=subject, second=subject))
        return True
    if kind != "flanking" or (bound.things[subject].count < 2 and len(subjects) < 2):
        return False
    if bound.things[subject].count >= 2:
        bound.relations.append(Relation(kind="between", subject=target, target=subject, second=subject))
    else:
        bound.relations.append(Relation(kind="between", subject=target, target=subjects[-2], second=subject))
    return True


_STILL = frozenset("cloth coat cap picture hat umbrella rug wreath stocking".split())
"""Kinds that hang without a cord."""


def hang(bound: Bound, clause: Clause) -> None:
    """What hangs from something hangs on a cord, unless it moves by other words."""
    for subject in clause.anchors or clause.subjects:
        moving = any(m.subject == subject for m in bound.motions)
        soft = bound.things[subject].kind in _STILL
        if not moving and not soft:
            bound.motions.append(Motion(style="swing", subject=subject, slow=1.0, verb=HANGS))


def lean_on_place(bound: Bound, clause: Clause, relation: str, phrase: str) -> None:
    """ "Leaning against the wall", "hanging from the ceiling": the place is the set's own."""
    wall = any(word in phrase.lower() for word in ("wall", "fence", "shop", "house", "door", "facade"))
    for subject in clause.anchors or clause.subjects:
        thing = bound.things[subject]
        if wall:
            bound.things[subject] = replace(thing, at="wall")
    if relation == "hanging" and not wall:
        hang(bound, clause)


def stop_against(bound: Bound, clause: Clause, target: int) -> bool:
    """ "It rolls down and stops against a log": what moves ends there, it does not lean."""
    moving = set(clause.anchors or clause.subjects)
    found = next((k for k, m in enumerate(bound.motions) if m.subject in moving and m.verb != HANGS), -1)
    if found < 0:
        return False
    if bound.motions[found].target < 0:
        bound.motions[found] = replace(bound.motions[found], target=target)
    return True


def line_up(bound: Bound, clause: Clause) -> None:
    """ "A sphere, a cube and a cone in a row": each stands to the right of the one before, in one line."""
    placed = {r.subject for r in bound.relations}
    row = [
        i for i in dict.fromkeys(clause.listed) if i not in placed and bound.things[i].kind not in ("", "?")
    ]
    if len(row) < 2:
        return
    counts = [bound.things[i].count for i in row]
    if counts[-1] > 1 and max(counts[:-1]) == 1:  # "a knife, four cloves in a row": only those are
        bound.things[row[-1]] = replace(bound.things[row[-1]], arrangement="row")
        return
    for before, after in zip(row, row[1:], strict=False):
        bound.relations.append(Relation(kind="in line", subject=after, target=before, second=before))
