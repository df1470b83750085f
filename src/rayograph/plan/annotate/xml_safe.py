"""XML that was drawn by somebody else: nothing in it is expanded, fetched or believed."""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

from rayograph.core.errors import PlanError

MAX_BYTES = 4_000_000
_LINK = re.compile(r"(?:\{[^}]*\})?(?:href|src)$")
_URL = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\s*\(", re.IGNORECASE)


def parsed(data: bytes, source: str) -> Element:
    """The root of a document that refers to nothing outside of itself.

    A DOCTYPE is refused whole: entities are declared there (billion laughs, external entities). A picture
    below the drawing may be linked by a plain name: it is not opened.

    Raises:
        PlanError: no well-formed XML, a DOCTYPE, a style sheet or a reference to something outside.
    """
    if len(data) > MAX_BYTES:
        raise PlanError(
            f"{source} has {len(data)} bytes; a drawing of arrows and boxes has at most {MAX_BYTES}"
        )

    _scan(data, source)
    try:
        root = fromstring(data)
    except (ParseError, ValueError, LookupError) as error:
        raise PlanError(f"{source} is no readable SVG: {error}; save it as plain SVG") from None
    for element in root.iter():
        _check(element, source)
    return root


def _scan(data: bytes, source: str) -> None:
    """Go through the document with a parser that stops at a DOCTYPE, before anything of it is expanded."""

    def refuse(*_: object) -> None:
        raise PlanError(
            f"{source} has a DOCTYPE or entities, which are not read; remove the <!DOCTYPE …> line"
        )

    def outside(*_: object) -> int:
        refuse()
        return 0

    def instruction(target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise PlanError(f"{source} asks for an external style sheet; save it as plain SVG")

    scanner = ParserCreate()
    scanner.StartDoctypeDeclHandler = refuse
    scanner.EntityDeclHandler = refuse
    scanner.ExternalEntityRefHandler = outside
    scanner.ProcessingInstructionHandler = instruction
    try:
        scanner.Parse(data, True)
    except (ExpatError, ValueError, LookupError) as error:
        raise PlanError(f"{source} is no readable SVG: {error}; save it as plain SVG") from None


def _check(element: Element, source: str) -> None:
    tag = local(element)
    for name, value in element.attrib.items():
        outside = _LINK.match(name) and not re.match(r"#|data:image/", value.strip())
        # A picture that lies beside the drawing is what was drawn on.
        if outside and not (tag == "image" and re.fullmatch(r"[^:/\\]+", value.strip())):
            raise PlanError(f"{source} refers to {value[:60]!r} outside of itself; remove or embed it")
        if _URL.search(value) and not _LINK.match(name):
            raise PlanError(f"{source} refers to {value[:60]!r} outside of itself; remove or embed it")
    if tag in ("script", "foreignObject") or (tag == "style" and _URL.search(element.text or "")):
        raise PlanError(f"{source} holds a <{tag}> that may refer outside of it; save it as plain SVG")


def local(element: Element) -> str:
    """A tag without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
