"""Places said by a pronoun or by nothing: "to its left", "in front", "one on either side"."""

from rayograph.plan.bound import STAGE, Bound, Clause
from rayograph.plan.facts import Relation


def stand_aside(bound: Bound, clause: Clause, kind: str) -> str:
    """Relate the last thing to the first of its sentence, or to what came before; returns what was made."""
    subject = clause.last
    tied = {r.subject for r in bound.relations if r.target == subject and r.kind in ("on", "in", "under")}
    before = (*clause.listed[:1], *reversed(clause.anchors), *reversed(clause.earlier))
    referents = [i for i in before if i != subject and i not in tied]
    referents = [i for i in referents if 0 <= i < len(bound.things) and bound.things[i].kind not in ("", "?")]
    if subject < 0 or not referents:
        return "a direction or place"
    other = referents[0]
    # What lies in a bowl stands where the bowl stands.
    holders = [r.target for r in bound.relations if r.subject == other and r.kind == "in"]
    other = holders[0] if holders and holders[0] not in (subject, STAGE) else other
    bound.relations = [
        r
        for r in bound.relations
        if {r.subject, r.target} != {subject, other} or r.kind not in ("with", "of")
    ]
    if kind == "flank":
        bound.relations.append(Relation(kind="between", subject=other, target=subject, second=subject))
    else:
        bound.relations.append(Relation(kind=kind, subject=subject, target=other, second=other))
    name = bound.things[other].kind.replace("_", " ")
    return f"relation: {'on both sides of' if kind == 'flank' else kind} the {name} named before"
