"""An SVG drawn over a frame, as marks: strokes with a head are arrows, rectangles boxes, text notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from rayograph.core.errors import PlanError
from rayograph.plan.annotate.mark import Arrow, Box, Drawing, Note, Spot
from rayograph.plan.annotate.outline_path import (
    STILL,
    Affine,
    Point,
    joined,
    numbers,
    path_points,
    placed,
    transform_of,
)
from rayograph.plan.annotate.xml_safe import local, parsed

_HIDDEN = ("defs", "marker", "symbol", "clipPath", "mask", "pattern", "style", "metadata", "title", "desc",
           "image", "linearGradient", "radialGradient", "filter")  # fmt: skip
_STROKES = ("line", "polyline", "path")
_AUTOMATIC = re.compile(
    r"^(?:path|rect|line|polyline|text|tspan|g|group|layer|svg|shape|arrow|box|note|use|image)[-_]?\d*(?:[-_]\d+)*$",
    re.IGNORECASE,
)
"""Ids and labels that a drawing program gives of itself."""
MAX_MARKS = 200


@dataclass(frozen=True)
class _Inherited:
    way: Affine = STILL
    object: str = ""
    words: str = ""
    head: bool = False
    tail: bool = False


def drawing_of(data: bytes, source: str) -> Drawing:
    """The marks of an SVG.

    Raises:
        PlanError: it is no SVG, says no size, or one of its marks is damaged.
    """
    root = parsed(data, source)
    if local(root) != "svg":
        raise PlanError(f"{source} is a <{local(root)}> document; give an SVG")
    sheet = _sheet(root, source)
    marks: list[Arrow | Box | Note] = []
    left_out: list[str] = []
    for element, inherited in _shapes(root, _Inherited()):
        found = _mark(element, inherited, sheet, source)
        if isinstance(found, str):
            left_out += [found] * bool(found)
        else:
            marks.append(found)
    if len(marks) > MAX_MARKS:
        raise PlanError(f"{source} holds {len(marks)} marks; at most {MAX_MARKS} can be read")
    at = root.get("data-at", "0")
    part = numbers(at)
    if len(part) != 1 or not 0 <= part[0] <= 1:
        raise PlanError(f"{source}: data-at {at[:20]!r} is no part of the shot; give a number from 0 to 1")
    return Drawing(marks=tuple(marks), at=part[0], aspect=sheet[2] / sheet[3], left_out=tuple(left_out[:50]))


def _sheet(root: Element, source: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of what maps to the frame."""
    box = numbers(root.get("viewBox", ""))
    if len(box) != 4:
        sides = [numbers(root.get(name, "")) for name in ("width", "height")]
        box = [0.0, 0.0, *(side[0] for side in sides if side)]
    if len(box) != 4 or min(box[2:]) <= 0:
        raise PlanError(f'{source} does not say its size; give its <svg> a viewBox="0 0 1280 720"')
    return box[0], box[1], box[2], box[3]


def _shapes(parent: Element, above: _Inherited) -> Iterator[tuple[Element, _Inherited]]:
    """All shapes that are seen, in order, with what the groups around them say."""
    for element in parent:
        tag = local(element)
        hidden = (
            re.search(r"display\s*:\s*none", element.get("style", "")) or element.get("display") == "none"
        )
        if not tag or tag in _HIDDEN or hidden:
            continue
        words = " ".join(filter(None, [above.words, _said(element)]))
        mine = _Inherited(
            way=joined(above.way, transform_of(element.get("transform", ""))),
            object=element.get("data-object", above.object),
            words=words,
            head=above.head or _has(element, "marker-end"),
            tail=above.tail or _has(element, "marker-start"),
        )
        if tag in ("g", "a", "switch"):
            yield from _shapes(element, mine)
        elif tag == "svg":
            yield from _shapes(element, replace(mine, words=above.words))
        else:
            yield element, mine


def _said(element: Element) -> str:
    """What an element says of itself: its note, title, label, and an id that somebody gave it."""
    title = next((child.text or "" for child in element if local(child) == "title"), "")
    label = next(
        (v for k, v in element.attrib.items() if k.rpartition("}")[2] in ("label", "aria-label")), ""
    )
    parts = [element.get("data-note", ""), title, label, element.get("id", ""), element.get("class", "")]
    told = [part.strip() for part in parts if part.strip() and not _AUTOMATIC.match(part.strip())]
    return " ".join(dict.fromkeys(" ".join(told).replace("-", " ").replace("_", " ").split()))


def _has(element: Element, marker: str) -> bool:
    inside = re.search(rf"{marker}\s*:\s*(?!none)\S", element.get("style", ""))
    return bool(inside) or element.get(marker, "none") != "none"


def _mark(
    element: Element, mine: _Inherited, sheet: tuple[float, float, float, float], source: str
) -> Arrow | Box | Note | str:
    """A mark; or what was left out, "" where that is nothing to speak of."""
    tag = local(element)

    def spot(at: Point) -> Spot:
        x, y = placed(mine.way, at)
        return round((x - sheet[0]) / sheet[2], 5), round((y - sheet[1]) / sheet[3], 5)

    if tag == "text":
        text = " ".join("".join(element.itertext()).split())
        first = next((child for child in element if local(child) == "tspan"), element)
        at = [_number(element, name, _number(first, name, 0.0)) for name in ("x", "y")]
        return Note(at=spot((at[0], at[1])), text=text[:400]) if text else ""
    if tag == "rect":
        x, y, w, h = (_number(element, name, 0.0) for name in ("x", "y", "width", "height"))
        if w <= 0 or h <= 0:
            return "a rectangle without a size"
        corners = [spot(at) for at in ((x, y), (x + w, y), (x + w, y + h), (x, y + h))]
        left, right = min(c[0] for c in corners), max(c[0] for c in corners)
        top, bottom = min(c[1] for c in corners), max(c[1] for c in corners)
        if right - left > 0.98 and bottom - top > 0.98:
            return ""  # the sheet itself
        return Box(box=(left, top, right, bottom), object=mine.object[:400], note=mine.words[:400])
    if tag not in _STROKES:
        return f"a <{tag}>"
    named = re.search(r"\barrow\b", f"{element.get('id', '')} {element.get('class', '')}".replace("_", " "))
    if not (mine.head or mine.tail or named or mine.object):
        return f"a <{tag}> without an arrowhead"
    points = [spot(at) for at in _stroke(element, tag, source)]
    points = points[::-1] if mine.tail and not mine.head else points
    start, end = (numbers(element.get(f"data-{name}", "")) for name in ("start", "end"))
    return Arrow(points=tuple(points[:512]), object=mine.object[:400], note=mine.words[:400],
                 start=start[0] if start else None, end=end[0] if end else None)  # fmt: skip


def _stroke(element: Element, tag: str, source: str) -> list[Point]:
    if tag == "line":
        x1, y1, x2, y2 = (_number(element, name, 0.0) for name in ("x1", "y1", "x2", "y2"))
        return [(x1, y1), (x2, y2)]
    if tag == "path":
        return path_points(element.get("d", ""), source)
    values = numbers(element.get("points", ""))
    if len(values) < 4 or len(values) % 2:
        raise PlanError(
            f"{source}: a <polyline> has {len(values)} numbers; give x and y of two points or more"
        )
    return list(zip(values[::2], values[1::2], strict=True))


def _number(element: Element, name: str, otherwise: float) -> float:
    found = numbers(element.get(name, ""))
    return found[0] if found else otherwise
