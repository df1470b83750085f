"""What the words say of a part: "a bottle with a gold cap" has a cap of gold."""

import re

from rayograph.core.catalogue import MATERIALS
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import trim
from rayograph.world.scene import Material

_STUFFS = sorted(
    ((word, name) for name, words in MATERIALS.items() for word in words), key=lambda w: -len(w[0])
)


def told(member: CastMember, parts: str) -> tuple[str | None, str | None]:
    """Material and colour that the words give to one of `parts` ("cap|lid"); None where they do not."""
    for said in member.words.lower().split("; ")[1:]:
        match = re.search(rf"^(.*?)\b(?:{parts})s?\b(?: (#[0-9a-f]{{6}}))?$", said)
        if match is not None:
            stuff = next((name for word, name in _STUFFS if re.search(rf"\b{word}\b", match[1])), None)
            return stuff, match[2]
    return None, None


def fitted(member: CastMember, parts: str, name: str, colour: str | None = None) -> Material:
    """The surface of a part: as the words say, else of the material `name` in `colour`."""
    stuff, tint = told(member, parts)
    if stuff is not None:
        return trim(member, stuff, None if _says_only_stuff(stuff) else tint)
    return trim(member, name, colour) if tint is None else trim(member, _coloured(name), tint)


def _says_only_stuff(stuff: str) -> bool:
    """Whether a stuff has its own colour, so that the tint told of it is only a likeness."""
    return stuff not in ("leather", "plastic", "linen", "silk", "velvet", "paper", "rubber", "painted_metal",
                         "painted_wood", "glazed_ceramic", "marble", "canvas", "felt")  # fmt: skip


def _coloured(name: str) -> str:
    """A stuff that takes a colour, in place of a bare metal or wood."""
    return name if name in ("leather", "plastic", "linen", "silk", "velvet", "paper", "rubber") else "plastic"
