"""How rooms are dressed: palettes a decorator would sign, each a whole of colours and stuffs."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Colours are sRGB "#rrggbb"; stuffs are (catalogue material, colour).

    wall, accent: the room's walls and the one behind the seating. mottle: unevenness of the paint.
    rug: ground, field, line, spot. art: (sky or first ink, light, dark, …) for the pictures.
    panelling: height [m] of a wainscot, 0 for none. floor: surface when the plan names none, and its stain.
    """

    name: str
    wall: str
    accent: str
    trim: str
    ceiling: str
    mottle: float
    panelling: float
    floor: tuple[str, str | None]
    wood: str
    metal: str
    sofa: tuple[str, str]
    chair: tuple[str, str]
    cushions: tuple[tuple[str, str], ...]
    rug: tuple[str, str, str, str]
    curtain: str
    sheer: bool
    glazes: tuple[str, ...]
    art: tuple[tuple[str, ...], ...]


_PAINTINGS = (
    ("#8fa3ad", "#e2c79a", "#26302c", "#a4573a", "#e9dfca"),
    ("#b9c3bf", "#e8d9b8", "#33413a", "#7c8a5a", "#efe6d3"),
    ("#c98f5e", "#f0d9a8", "#3d2b2a", "#8c3b2c", "#ead9bf"),
    ("#6d8391", "#d9c7a8", "#1f2a33", "#b98a4a", "#e6e0d2"),
)

PALETTES: tuple[Palette, ...] = (
    Palette(
        name="sage",
        wall="#dcd5c5",
        accent="#5b6b5c",
        trim="#e9e5da",
        ceiling="#efece4",
        mottle=0.03,
        panelling=0.0,
        floor=("oak", None),
        wood="walnut",
        metal="brass",
        sofa=("linen", "#a79f8d"),
        chair=("leather", "#8a4b2b"),
        cushions=(("velvet", "#a8552d"), ("linen", "#d8ccb2"), ("velvet", "#34504a")),
        rug=("#6f2c22", "#a8503a", "#d9c7a0", "#2f3a44"),
        curtain="#d9d0bd",
        sheer=True,
        glazes=("#dfd6c3", "#3f5d63", "#9a5a3a"),
        art=_PAINTINGS,
    ),
    Palette(
        name="ink",
        wall="#36485a",
        accent="#2b3a49",
        trim="#dcd9d0",
        ceiling="#e6e3dc",
        mottle=0.04,
        panelling=0.92,
        floor=("oak", "#8d6844"),
        wood="walnut",
        metal="brass",
        sofa=("leather", "#8d5229"),
        chair=("velvet", "#6f7d4f"),
        cushions=(("linen", "#c9bda2"), ("velvet", "#b0752c"), ("linen", "#53616d")),
        rug=("#22344a", "#7d2f2a", "#d2bf96", "#b98a4a"),
        curtain="#b7ab94",
        sheer=False,
        glazes=("#e3ddcf", "#a8792f", "#27435c"),
        art=_PAINTINGS[::-1],
    ),
    Palette(
        name="rose plaster",
        wall="#d3b29d",
        accent="#c79f88",
        trim="#e8dccb",
        ceiling="#ece2d6",
        mottle=0.10,
        panelling=0.0,
        floor=("terracotta", None),
        wood="oak",
        metal="black_iron",
        sofa=("linen", "#6a6b4a"),
        chair=("linen", "#e0d4bf"),
        cushions=(("linen", "#d98d5b"), ("linen", "#ece2cd"), ("velvet", "#7a3a30")),
        rug=("#e2d7bf", "#c9a27c", "#4a342c", "#a5563a"),
        curtain="#e4dac6",
        sheer=True,
        glazes=("#b5623f", "#e6dcc8", "#57604a"),
        art=(_PAINTINGS[2], _PAINTINGS[1]),
    ),
    Palette(
        name="loft",
        wall="#d9d6ce",
        accent="#c9c5bb",
        trim="#3a3b3b",
        ceiling="#dedbd4",
        mottle=0.05,
        panelling=0.0,
        floor=("concrete", None),
        wood="oak",
        metal="black_iron",
        sofa=("linen", "#44474b"),
        chair=("leather", "#3b2a20"),
        cushions=(("linen", "#c2902f"), ("linen", "#b9b4a9"), ("velvet", "#6d7a80")),
        rug=("#d8d0bf", "#a9a294", "#26272a", "#b58a3a"),
        curtain="#cfcabd",
        sheer=True,
        glazes=("#2d2f31", "#cfc6b4", "#8d9894"),
        art=(_PAINTINGS[3], _PAINTINGS[0]),
    ),
    Palette(
        name="library",
        wall="#3f4f41",
        accent="#38473b",
        trim="#3a483c",
        ceiling="#e4dccb",
        mottle=0.04,
        panelling=0.95,
        floor=("walnut", None),
        wood="walnut",
        metal="brass",
        sofa=("velvet", "#5f2326"),
        chair=("leather", "#5c3a22"),
        cushions=(("velvet", "#a98338"), ("linen", "#b9a988"), ("velvet", "#2d4038")),
        rug=("#5b1f1d", "#25364a", "#c9ad78", "#8a5a2c"),
        curtain="#7d6a48",
        sheer=False,
        glazes=("#24453f", "#cbb88f", "#6a2c26"),
        art=_PAINTINGS,
    ),
    Palette(
        name="north",
        wall="#d5d8d4",
        accent="#a3b1b2",
        trim="#e6e6e1",
        ceiling="#eeede8",
        mottle=0.02,
        panelling=0.0,
        floor=("pine", "#d3b78d"),
        wood="maple",
        metal="chrome",
        sofa=("linen", "#c6beb0"),
        chair=("linen", "#7c8f95"),
        cushions=(("linen", "#54707c"), ("linen", "#e4ddd0"), ("velvet", "#c79a5a")),
        rug=("#e3dccb", "#bfc6c4", "#3a4347", "#7f959b"),
        curtain="#ece8de",
        sheer=True,
        glazes=("#e8e4da", "#6f8a93", "#c7a77a"),
        art=(_PAINTINGS[1], _PAINTINGS[3]),
    ),
    Palette(
        name="ochre",
        wall="#d9b878",
        accent="#c99f55",
        trim="#ece2cc",
        ceiling="#eee5d3",
        mottle=0.09,
        panelling=0.88,
        floor=("oak", "#b78f5e"),
        wood="oak",
        metal="brass",
        sofa=("velvet", "#2f4f55"),
        chair=("linen", "#cfc3a8"),
        cushions=(("velvet", "#b5572c"), ("linen", "#e8dcc0"), ("velvet", "#39605f")),
        rug=("#274247", "#a8452e", "#dfcb9c", "#c08a3e"),
        curtain="#e2d4b4",
        sheer=True,
        glazes=("#2f5a5e", "#e5dac0", "#a84f2c"),
        art=(_PAINTINGS[0], _PAINTINGS[2]),
    ),
    Palette(
        name="grey blue",
        wall="#b4bcbc",
        accent="#6f828b",
        trim="#e7e5de",
        ceiling="#ebe9e3",
        mottle=0.04,
        panelling=0.9,
        floor=("marble", "#dcd6ca"),
        wood="walnut",
        metal="brass",
        sofa=("velvet", "#8c7f72"),
        chair=("velvet", "#b48a7c"),
        cushions=(("velvet", "#4f6671"), ("linen", "#ded4c4"), ("velvet", "#b98d4c")),
        rug=("#c7c2b7", "#8897a0", "#47413c", "#b08b7a"),
        curtain="#cfcbc1",
        sheer=False,
        glazes=("#e0dbd0", "#54697a", "#b78a77"),
        art=(_PAINTINGS[3], _PAINTINGS[1]),
    ),
)
