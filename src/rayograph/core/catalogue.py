"""What can be named: cast, materials, sets and moves, as data that planner and world share.

Sizes are width (x), depth (y), height (z) [m] of a typical specimen; a generator must stay within 15 %.
`words` are the nouns that mean this kind outright; other nouns are matched by sentence embeddings.
"""

from dataclasses import dataclass

from rayograph.core.kinds.at_large import AT_LARGE
from rayograph.core.kinds.counter import COUNTER
from rayograph.core.kinds.desk_and_craft import DESK_AND_CRAFT
from rayograph.core.kinds.dress import DRESS
from rayograph.core.kinds.eventful import EVENTFUL
from rayograph.core.kinds.home_and_shore import HOME_AND_SHORE
from rayograph.core.kinds.household import HOUSEHOLD
from rayograph.core.kinds.indoors import INDOORS
from rayograph.core.kinds.kind import CastKind
from rayograph.core.kinds.nursery import NURSERY
from rayograph.core.kinds.outdoors import OUTDOORS
from rayograph.core.kinds.road_and_gate import ROAD_AND_GATE
from rayograph.core.kinds.still_life import STILL_LIFE
from rayograph.core.kinds.street_and_field import STREET_AND_FIELD
from rayograph.core.kinds.sundries import SUNDRIES

CAST: tuple[CastKind, ...] = (
    *STILL_LIFE,
    *HOUSEHOLD,
    *SUNDRIES,
    *AT_LARGE,
    *STREET_AND_FIELD,
    *COUNTER,
    *INDOORS,
    *OUTDOORS,
    *EVENTFUL,
    *DRESS,
    *DESK_AND_CRAFT,
    *HOME_AND_SHORE,
    *NURSERY,
    *ROAD_AND_GATE,
)


@dataclass(frozen=True, kw_only=True)
class SetKind:
    """One set. `stages`: name → (half width x, half depth y, surface height above the floor) [m].

    fixtures: lamps the set owns: name → (lumens, kelvin). camera: usual (distance, height) [m] per stage.
    """

    name: str
    words: tuple[str, ...]
    stages: dict[str, tuple[float, float, float]]
    surfaces: tuple[str, ...]
    fixtures: dict[str, tuple[float, float]]
    camera: dict[str, tuple[float, float]]
    indoors: bool


BOUGH = (0.20, 0.42)
"""Where things hang from a broad-leaved tree's bough: out along its +X and up, as shares of its height."""
LAKE_EDGE = 5.2
"""Distance of the water's edge behind the middle of the lake's "shore" stage [m]."""
LAKE_LEVEL = -0.34
"""Level of the water there, and round its "point" stage [m]."""

SETS: tuple[SetKind, ...] = (
    SetKind(
        name="tabletop",
        words=(
            "table",
            "tabletop",
            "studio",
            "desk",
            "counter",
            "shelf",
            "still life",
            "cyclorama",
        ),
        stages={"default": (0.70, 0.45, 0.75)},
        surfaces=(
            "oak",
            "walnut",
            "marble",
            "slate",
            "linen",
            "concrete",
            "paper",
            "brass",
            "pine",
            "maple",
            "ebony",
            "painted_wood",
            "granite",
            "sandstone",
            "terracotta",
            "glazed_ceramic",
            "glass",
            "plastic",
            "steel",
            "copper",
            "chrome",
            "black_iron",
            "felt",
            "velvet",
            "leather",
            "silk",
            "canvas",
            "plaster",
        ),  # fmt: skip
        fixtures={},
        camera={"default": (1.25, 0.34)},
        indoors=True,
    ),
    SetKind(
        name="interior",
        words=(
            "room",
            "living room",
            "interior",
            "kitchen",
            "bedroom",
            "library",
            "apartment",
            "house",
            "office",
            "cafe",
            "hall",
            "indoors",
            "window",
            "floor",
        ),
        stages={"table": (0.45, 0.45, 0.42), "default": (1.3, 1.2, 0.0)},
        surfaces=("oak", "walnut", "pine", "terracotta", "marble", "concrete"),
        fixtures={"floor_lamp": (1100.0, 2700.0), "table_lamp": (450.0, 2700.0)},
        camera={"table": (1.9, 0.55), "default": (3.6, 1.25)},
        indoors=True,
    ),
    SetKind(
        name="lake",
        words=(
            "lake",
            "mountain",
            "meadow",
            "forest",
            "shore",
            "valley",
            "wilderness",
            "nature",
            "field",
            "river",
            "hill",
            "camp",
            "beach",
            "countryside",
            "garden",
            "park",
            "woods",
            "pond",
            "sea",
        ),
        stages={
            "default": (4.0, 3.0, 0.0),
            "water": (14.0, 12.0, 0.0),
            "shore": (4.6, 3.0, 0.0),
            "point": (3.2, 2.2, 0.0),
        },
        surfaces=("meadow", "gravel", "sand"),
        fixtures={},
        camera={
            "default": (7.0, 1.35),
            "water": (18.0, 1.9),
            "shore": (7.0, 1.35),
            "point": (18.0, 1.7),
        },
        indoors=False,
    ),
    SetKind(
        name="street",
        words=(
            "street",
            "road",
            "city",
            "alley",
            "town",
            "pavement",
            "sidewalk",
            "square",
            "downtown",
            "avenue",
            "urban",
            "shopfront",
            "crossing",
        ),
        stages={"default": (4.0, 5.0, 0.0)},
        surfaces=("asphalt", "cobbles", "concrete"),
        fixtures={
            "street_lamps": (30000.0, 2600.0),
            "shop_window": (3000.0, 3200.0),
            "windows": (6000.0, 2900.0),
            "neon": (350.0, 2700.0),
        },
        camera={"default": (9.0, 1.55)},
        indoors=False,
    ),
)

MATERIALS: dict[str, tuple[str, ...]] = {
    "oak": ("oak", "wood", "wooden", "timber"),
    "walnut": ("walnut", "dark wood", "mahogany"),
    "pine": ("pine", "plank"),
    "ebony": ("ebony", "black wood"),
    "maple": ("maple", "light wood"),
    "painted_wood": ("painted wood", "painted"),
    "charred_wood": ("charred", "burnt"),
    "bark": ("bark",),
    "wicker": ("wicker", "rattan"),
    "marble": ("marble",),
    "granite": ("granite", "stone"),
    "sandstone": ("sandstone",),
    "slate": ("slate",),
    "mossy_rock": ("mossy", "moss"),
    "polished_stone": ("onyx", "jade", "agate"),
    "concrete": ("concrete", "cement"),
    "plaster": ("plaster", "gypsum", "stucco", "clay", "chalk"),
    "terracotta": ("terracotta", "earthenware"),
    "brick": ("brick",),
    "glazed_ceramic": ("ceramic", "porcelain", "china", "glazed"),
    "bone": ("bone", "ivory"),
    "glass": ("glass", "crystal", "transparent"),
    "green_glass": ("green glass",),
    "amber_glass": ("amber glass", "amber"),
    "gold": ("gold", "golden", "gilded"),
    "brass": ("brass",),
    "bronze": ("bronze",),
    "copper": ("copper",),
    "steel": ("steel", "metal", "metallic", "silver", "iron", "aluminium", "tin"),
    "chrome": ("chrome", "chromed", "mirror", "mirrored", "polished metal"),
    "rusty_metal": ("rusty", "rusted", "rust"),
    "black_iron": ("wrought iron", "black iron", "cast iron"),
    "painted_metal": ("painted metal", "enamel", "enamelled"),
    "car_paint": ("car paint", "lacquer", "lacquered"),
    "plastic": ("plastic", "acrylic", "perspex", "plexiglass", "formica", "laminate", "resin"),
    "rubber": ("rubber",),
    "leather": ("leather",),
    "linen": ("linen", "cotton", "canvas cloth", "woollen", "wool"),
    "silk": ("silk", "satin"),
    "velvet": ("velvet",),
    "felt": ("felt", "baize"),
    "canvas": ("canvas",),
    "paper": ("paper", "cardboard"),
    "book_cloth": ("cloth-bound",),
    "wax": ("wax",),
    "leaf": ("leafy",),
    "petal": ("petal",),
    "fruit_skin": ("ripe",),
    "citrus_skin": ("citrus",),
    "bread_crust": ("crusty",),
    "asphalt": ("asphalt", "tarmac"),
    "cobbles": ("cobbles", "cobblestone"),
    "meadow": ("grass", "meadow"),
    "gravel": ("gravel", "shingle"),
    "water": ("water",),
    "ice": ("ice", "frozen", "icy"),
}
"""Material name → words that mean it."""


def cast_kind(name: str) -> CastKind | None:
    """The kind called `name`, or None."""
    return next((kind for kind in CAST if kind.name == name), None)


def set_kind(name: str) -> SetKind:
    """The set called `name`.

    Raises:
        KeyError: there is none; a plan cannot hold such a name.
    """
    for kind in SETS:
        if kind.name == name:
            return kind
    raise KeyError(name)
