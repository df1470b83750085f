"""What towns look like: kinds of house, their colours, and which stand together in one street."""

import colorsys
from dataclasses import dataclass, replace
from typing import Literal

from rayograph.core.errors import PlanError

Wall = Literal["brick", "render", "ashlar"]
Roof = Literal["mansard", "pitched", "parapet"]


@dataclass(frozen=True, kw_only=True)
class House:
    """A kind of house front. Lengths in metres, colours sRGB "#rrggbb".

    bay: spacing of windows; window: their width and height; panes: across and up; surround: width of the
    raised frame round a window (0 none); head: what tops the window; balcony: share of French windows with
    an iron balcony; floors: fewest and most storeys, ground floor included.
    """

    name: str
    wall: Wall
    roof: Roof
    bay: float
    window: tuple[float, float]
    panes: tuple[int, int]
    storey: float
    floors: tuple[int, int]
    walls: tuple[str, ...]
    trim: tuple[str, ...]
    frames: tuple[str, ...]
    surround: float = 0.12
    head: Literal["flat", "hood", "pediment", "keystone"] = "flat"
    quoins: bool = False
    bands: bool = True
    shutters: tuple[str, ...] = ()
    balcony: float = 0.0
    cornice: float = 0.35


BRICK = House(
    name="brick terrace",
    wall="brick",
    roof="parapet",
    bay=2.1,
    window=(1.05, 1.75),
    panes=(2, 2),
    storey=3.15,
    floors=(3, 5),
    walls=("#8a4a38", "#7a3f33", "#a0624a", "#94705a", "#6e4238"),
    trim=("#cfc4ae", "#b9ad98", "#dcd6c8"),
    frames=("#e2ded2", "#2e3a35", "#26282b"),
    surround=0.0,
    head="keystone",
    bands=True,
    cornice=0.3,
)
WAREHOUSE = House(
    name="warehouse",
    wall="brick",
    roof="parapet",
    bay=2.7,
    window=(1.75, 2.05),
    panes=(4, 4),
    storey=3.6,
    floors=(4, 5),
    walls=("#75423a", "#8d5b48", "#5f3b35"),
    trim=("#8f8577", "#a3988a"),
    frames=("#22272a", "#2d3b34"),
    surround=0.0,
    head="flat",
    bands=True,
    cornice=0.4,
)
PARIS = House(
    name="limestone",
    wall="ashlar",
    roof="mansard",
    bay=2.2,
    window=(1.15, 2.25),
    panes=(2, 3),
    storey=3.35,
    floors=(4, 6),
    walls=("#cfc0a2", "#c4b597", "#d8ccb4", "#b9ac95"),
    trim=("#d6cab2", "#c9bda4"),
    frames=("#ddd8cb", "#c9c4b6", "#5a635f"),
    surround=0.14,
    head="hood",
    balcony=0.75,
    cornice=0.45,
)
STUCCO = House(
    name="stucco",
    wall="render",
    roof="pitched",
    bay=2.35,
    window=(1.05, 1.85),
    panes=(2, 3),
    storey=3.2,
    floors=(3, 5),
    walls=("#cf9a5f", "#c87f5a", "#d8bd86", "#b86d52", "#c9b49a", "#9fa98f", "#b78f86"),
    trim=("#e0d5bf", "#d4c7ae"),
    frames=("#e3dccb", "#5b4433"),
    surround=0.11,
    head="flat",
    shutters=("#4a6152", "#5d7a78", "#6a4a36", "#3d5360"),
    balcony=0.3,
    cornice=0.35,
)
CLASSIC = House(
    name="painted classic",
    wall="render",
    roof="mansard",
    bay=2.3,
    window=(1.1, 2.0),
    panes=(2, 3),
    storey=3.35,
    floors=(4, 5),
    walls=("#d9cfb8", "#b8c0b6", "#c6b7a6", "#a8b2b8", "#d3bfa3", "#bf9f8c"),
    trim=("#e6e0d2", "#d9d3c6"),
    frames=("#e9e5da", "#4a3a2e"),
    surround=0.16,
    head="pediment",
    quoins=True,
    balcony=0.2,
    cornice=0.5,
)
GEORGIAN = House(
    name="georgian",
    wall="brick",
    roof="pitched",
    bay=2.2,
    window=(1.05, 1.8),
    panes=(3, 4),
    storey=3.2,
    floors=(3, 4),
    walls=("#a68a66", "#8c7257", "#7f5545"),
    trim=("#e2dccd", "#d2cab8"),
    frames=("#ebe7dd",),
    surround=0.08,
    head="flat",
    quoins=False,
    bands=False,
    cornice=0.28,
)


@dataclass(frozen=True, kw_only=True)
class Town:
    """Houses of one street and what is painted in its own colours."""

    name: str
    houses: tuple[House, ...]
    slate: str
    tile: str
    shopfronts: tuple[str, ...]
    awnings: tuple[tuple[str, str], ...]
    lamp: Literal["lantern", "arm"]
    end: Literal["church", "block"]


TOWNS: tuple[Town, ...] = (
    Town(
        name="boulevard",
        houses=(PARIS, PARIS, CLASSIC, PARIS),
        slate="#6c737b",
        tile="#9a6a4c",
        shopfronts=("#24352f", "#3b1f22", "#1f2a38", "#2b2b2a", "#55402c"),
        awnings=(("#7c2a26", "#7c2a26"), ("#264534", "#264534"), ("#d8cfb8", "#9c3b2f")),
        lamp="lantern",
        end="church",
    ),
    Town(
        name="brick quarter",
        houses=(BRICK, WAREHOUSE, GEORGIAN, BRICK),
        slate="#5d6064",
        tile="#8a5a45",
        shopfronts=("#1f3b3a", "#2a2d33", "#6a2a22", "#2c4a63", "#a8843f"),
        awnings=(("#26394d", "#d9d2c1"), ("#2e4a3a", "#2e4a3a"), ("#b5722f", "#e0d8c6")),
        lamp="arm",
        end="block",
    ),
    Town(
        name="southern",
        houses=(STUCCO, STUCCO, CLASSIC, STUCCO),
        slate="#74706a",
        tile="#ab6f4a",
        shopfronts=("#4b3a2b", "#2f4f4a", "#6b2f28", "#30435a"),
        awnings=(("#b8452f", "#e8dcc2"), ("#2f6656", "#e6dec8"), ("#d29a3a", "#d29a3a")),
        lamp="lantern",
        end="church",
    ),
    Town(
        name="old harbour",
        houses=(CLASSIC, BRICK, STUCCO, GEORGIAN, PARIS),
        slate="#666a6e",
        tile="#94593f",
        shopfronts=("#22333c", "#41261f", "#273c2c", "#5b5348", "#7a2e2a"),
        awnings=(("#2b4c5e", "#e2dccb"), ("#6f2a2a", "#6f2a2a"), ("#3c5a3f", "#e0dac6")),
        lamp="arm",
        end="block",
    ),
)


_BUILT: dict[str, Wall] = {"brick": "brick", "stone": "ashlar", "stucco": "render"}
"""Word of the set's option `houses` → wall."""


def built_of(walls: str, town: Town) -> Town:
    """The town with houses of the walls that were asked for, "brick" or "stucco #ece9e2"; as it is for ""."""
    if not walls:
        return town
    stuff, _, colour = walls.partition(" ")
    if stuff not in _BUILT:
        raise PlanError(f"the street has no houses of {stuff!r}; use one of {', '.join(_BUILT)}")
    wall = _BUILT[stuff]
    kinds = tuple(h for t in TOWNS for h in t.houses if h.wall == wall)
    if wall == "brick" and not colour:
        # Who says brick sees red: yellow stock brick is a colour of its own.
        kinds = tuple(replace(h, walls=("#8a4a38", "#7a3f33", "#94503c", "#6e3f35")) for h in kinds)
    if colour:
        kinds = tuple(replace(h, walls=_shades(colour)) for h in kinds)
    return replace(town, houses=kinds)


def _shades(colour: str) -> tuple[str, ...]:
    """The colour as four neighbours paint it: a little lighter, darker, warmer."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, strong = colorsys.rgb_to_hls(red, green, blue)
    made = []
    for gain, turn in ((1.0, 0.0), (0.94, 0.006), (1.04, 0.0), (0.9, -0.006)):
        rgb = colorsys.hls_to_rgb((hue + turn) % 1.0, min(light * gain, 0.95), strong)
        made.append("#" + "".join(f"{round(255 * c):02x}" for c in rgb))
    return tuple(made)
