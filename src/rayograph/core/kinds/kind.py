"""What the catalogue says of one kind of thing."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CastKind:
    """One kind of thing. `settings`: sets where it belongs at life size; `lumens` > 0: it can shine."""

    name: str
    words: tuple[str, ...]
    size: tuple[float, float, float]
    materials: tuple[str, ...]
    settings: tuple[str, ...] = ("tabletop", "interior")
    colours: tuple[str, ...] = ()
    lumens: float = 0.0
    kelvin: float = 2700.0
    rolls: bool = False
    fixed: bool = False
    propped: bool = False
    """Fixed only by a stand or whoever set it up: an action moves it."""
    hollow: bool = False
    """Things can be dropped into it."""


SMALL = ("tabletop", "interior")
ROOM = ("interior",)
OUT = ("lake", "street")
REDS = ("#b3261e", "#c8702a", "#d9a441", "#3f6b3a", "#2f5d8a", "#7a3b69")


def kind(
    name: str,
    words: str,
    size: tuple[float, float, float],
    materials: str,
    *,
    settings: tuple[str, ...] = SMALL,
    colours: tuple[str, ...] = (),
    lumens: float = 0.0,
    kelvin: float = 2700.0,
    rolls: bool = False,
    fixed: bool = False,
    propped: bool = False,
    hollow: bool = False,
) -> CastKind:
    """A kind of thing; `words` and `materials` are told apart by "|"."""
    return CastKind(
        name=name,
        words=tuple(words.split("|")),
        size=size,
        materials=tuple(materials.split("|")),
        settings=settings,
        colours=colours,
        lumens=lumens,
        kelvin=kelvin,
        rolls=rolls,
        fixed=fixed or propped,
        propped=propped,
        hollow=hollow,
    )
