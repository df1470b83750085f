"""Edits of what things stand on and before: the table's stuff and colour, the backdrop."""

from rayograph.core.catalogue import set_kind
from rayograph.core.plan import ShotPlan
from rayograph.plan.revise.draft import Draft, refuse
from rayograph.plan.revise.looks import look_pattern, read_look

_TOP = r"(?:the )?(?:table(?: ?top)?|surface|desk|counter|worktop|floor|ground)"
_BACK = r"(?:the )?(?:backdrop|background|back wall|sheet|seamless(?: paper)?)"
_BE = r"(?: (?:be|is|to|into|in|of|from))*"


def read_surfaces(draft: Draft) -> None:
    """Claim "make the table oak", "the backdrop grey"."""
    for m in draft.take(rf"(?:make |change |paint |turn )?{_TOP}{_BE} ({look_pattern()})"):
        colour, material = read_look(m[1])
        kind = set_kind(draft.plan.set.kind)
        if material is not None and material not in kind.surfaces:
            raise refuse(m[0], f"here it can be of {', '.join(s.replace('_', ' ') for s in kind.surfaces)}")
        update: dict[str, object] = {"surface_colour": colour}
        if material is not None:
            update["surface"] = material
        draft.put(m, _with_set(draft, update), m[0])
    for m in draft.take(rf"(?:make |change |paint |turn )?{_BACK}{_BE} ({look_pattern()})"):
        colour, _ = read_look(m[1])
        if colour is None or draft.plan.set.kind != "tabletop":
            raise refuse(m[0], "only the backdrop of a table-top takes a colour; name one, such as grey")
        draft.put(m, _with_set(draft, {"backdrop_colour": colour}), m[0])


def _with_set(draft: Draft, update: dict[str, object]) -> ShotPlan:
    return draft.plan.model_copy(update={"set": draft.plan.set.model_copy(update=update)})
