"""A drawing on a frame becomes part of the plan: camera, lights, where things stand and how they go, and the
claims that check them."""

from rayograph.core.errors import PlanError
from rayograph.core.intent import Intent
from rayograph.core.plan import Reading, ShotPlan
from rayograph.plan.annotate.camera_arrows import camera_move
from rayograph.plan.annotate.concluded import concluded
from rayograph.plan.annotate.drawn import Drawn
from rayograph.plan.annotate.lights import light
from rayograph.plan.annotate.mark import OVER, Arrow, Box, Drawing, Note, distance, spots_of
from rayograph.plan.annotate.naming import about, member_of
from rayograph.plan.annotate.rays import camera_of
from rayograph.plan.annotate.stands import stand
from rayograph.plan.annotate.ways import go

_BY = 0.18
"""A note belongs to the nearest mark if it is no farther away [parts of the frame]."""
_SAME = 0.06
"""How far the sheet's aspect may be off the frame's."""
_ORDER = ("camera", "box", "arrow", "light")
"""The camera first, since a later frame is seen by it; things stand before they go."""


def annotated(plan: ShotPlan, drawing: Drawing, source: str = "the drawing") -> ShotPlan:
    """The plan under a drawing. What is not drawn stays as it was.

    Raises:
        PlanError: a mark lies outside of the frame, names nothing in the cast, or asks for the impossible.
    """
    _check_sheet(plan, drawing, source)
    marks, loose = _with_notes(drawing)
    if not marks:
        raise PlanError(f"{source} holds no arrow and no box; draw a line with an arrowhead, or a rectangle")
    todo = [(_turn(mark, words, plan), mark, words) for mark, words in marks]
    before, readings = plan, [*_lost(loose, drawing)]
    asked: list[Intent] = []
    for kind in _ORDER:
        for turn, mark, words in todo:
            if turn != kind:
                continue
            made = _done(plan, mark, words, drawing.at, kind)
            plan = made.plan
            said = words or f"drawn {mark.kind}"
            asked += [Intent(claim=claim, words=said[:400]) for claim in made.claims]
            readings.append(
                Reading(phrase=f"{mark.kind}: {said}", verdict="understood", meaning=made.meaning)
            )
    return concluded(before, plan, asked, readings, source)


def _check_sheet(plan: ShotPlan, drawing: Drawing, source: str) -> None:
    aspect = plan.format.width / plan.format.height
    if drawing.aspect is not None and abs(drawing.aspect / aspect - 1) > _SAME:
        raise PlanError(
            f"{source} is {drawing.aspect:.2f} : 1 but the frame is {aspect:.2f} : 1; draw on a frame of the "
            "shot, or give its viewBox the frame's size"
        )
    for mark in drawing.marks:
        if isinstance(mark, Note):
            continue
        for x, y in spots_of(mark):
            if not (-OVER <= x <= 1 + OVER and -OVER <= y <= 1 + OVER):
                raise PlanError(
                    f"{source}: the {mark.kind} {(mark.object or mark.note)[:40]!r} reaches {100 * x:.0f} % "
                    f"across, {100 * y:.0f} % down, outside of the frame; keep it between 0 and 100 %"
                )


def _with_notes(drawing: Drawing) -> tuple[list[tuple[Arrow | Box, str]], list[str]]:
    """Arrows and boxes with all that is said of them, and notes that lie by none.

    A mark that says nothing of itself is looked at first: words between two marks belong to that one.
    """
    marks = [_clipped(mark) for mark in drawing.marks if not isinstance(mark, Note)]
    words = [[mark.note] * bool(mark.note) for mark in marks]
    loose: list[str] = []
    for note in drawing.marks:
        if not isinstance(note, Note):
            continue
        near = [
            (distance(mark, note.at) * (1.0 if not (mark.object or mark.note) else 1.5), k)
            for k, mark in enumerate(marks)
            if distance(mark, note.at) <= _BY
        ]
        if near:
            words[min(near)[1]].append(note.text)
        else:
            loose.append(note.text)
    return [(mark, " ".join(said)) for mark, said in zip(marks, words, strict=True)], loose


def _clipped(mark: Arrow | Box) -> Arrow | Box:
    """A mark that ends at the frame's edge."""

    def inside(value: float) -> float:
        return min(max(value, 0.0), 1.0)

    if isinstance(mark, Arrow):
        return mark.model_copy(update={"points": tuple((inside(x), inside(y)) for x, y in mark.points)})
    return mark.model_copy(update={"box": tuple(inside(side) for side in mark.box)})


def _turn(mark: Arrow | Box, words: str, plan: ShotPlan) -> str:
    what = about(mark, words, plan)
    if what != "object" and isinstance(mark, Box):
        raise PlanError(
            f"a box says where a thing is seen, but this one says {words[:40]!r}; draw an arrow for a {what}"
        )
    return mark.kind if what == "object" else what


def _done(plan: ShotPlan, mark: Arrow | Box, words: str, at: float, kind: str) -> Drawn:
    if isinstance(mark, Arrow) and kind == "camera":
        return camera_move(plan, mark, words)
    if isinstance(mark, Arrow) and kind == "light":
        return light(plan, mark, words, at)
    member = member_of(mark, words, plan, camera_of(plan, at))
    if isinstance(mark, Box):
        return stand(plan, member, mark, at)
    return go(plan, member, mark, words, at)


def _lost(loose: list[str], drawing: Drawing) -> list[Reading]:
    """What was drawn and changes nothing is said to."""
    notes = [
        Reading(phrase=f"note: {text}", verdict="ungrounded", meaning="no arrow and no box lies near it")
        for text in loose
    ]
    others = [
        Reading(phrase=what, verdict="ungrounded", meaning="no arrow with a head, no box and no note")
        for what in drawing.left_out
    ]
    return [*notes, *others]
