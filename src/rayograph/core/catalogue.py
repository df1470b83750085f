"""What can be named: cast, materials, sets and moves, as data that planner and world share.

Sizes are width (x), depth (y), height (z) [m] of a typical specimen; a generator must stay within 15 %.
`words` are the nouns that mean this kind outright; other nouns are matched by sentence embeddings.
"""

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
    hollow: bool = False
    """Things can be dropped into it."""


_SMALL = ("tabletop", "interior")
_ROOM = ("interior",)
_OUT = ("lake", "street")
_REDS = ("#b3261e", "#c8702a", "#d9a441", "#3f6b3a", "#2f5d8a", "#7a3b69")


def _kind(
    name: str,
    words: str,
    size: tuple[float, float, float],
    materials: str,
    *,
    settings: tuple[str, ...] = _SMALL,
    colours: tuple[str, ...] = (),
    lumens: float = 0.0,
    kelvin: float = 2700.0,
    rolls: bool = False,
    fixed: bool = False,
    hollow: bool = False,
) -> CastKind:
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
        fixed=fixed,
        hollow=hollow,
    )


CAST: tuple[CastKind, ...] = (
    _kind(
        "ball",
        "ball|sphere|orb",
        (0.10, 0.10, 0.10),
        "rubber|painted_wood|glazed_ceramic|plastic",
        rolls=True,
        colours=_REDS,
    ),
    _kind("marble", "marble", (0.025, 0.025, 0.025), "glass|polished_stone", rolls=True, colours=_REDS),
    _kind(
        "football",
        "football|soccer ball",
        (0.22, 0.22, 0.22),
        "leather",
        rolls=True,
        settings=("interior", "lake", "street"),
    ),
    _kind(
        "block",
        "block|cube|brick toy|box",
        (0.08, 0.08, 0.08),
        "painted_wood|oak|plastic|marble",
        colours=_REDS,
    ),
    _kind(
        "domino",
        "domino|dominoes",
        (0.025, 0.010, 0.050),
        "painted_wood|plastic",
        colours=("#f2ede0", "#23201d"),
    ),
    _kind(
        "cylinder",
        "cylinder|column|pillar|drum",
        (0.07, 0.07, 0.14),
        "painted_wood|brass|plaster",
        colours=_REDS,
        rolls=True,
    ),
    _kind("cone", "cone|pyramid", (0.09, 0.09, 0.14), "painted_wood|plaster", colours=_REDS),
    _kind(
        "torus",
        "torus|ring|donut|doughnut|hoop",
        (0.14, 0.14, 0.04),
        "brass|plastic|painted_wood",
        colours=_REDS,
    ),
    _kind("bottle", "bottle|flask|decanter", (0.08, 0.08, 0.30), "green_glass|glass|amber_glass"),
    _kind("wine_glass", "wine glass|glass of wine|goblet|glasses", (0.08, 0.08, 0.20), "glass", hollow=True),
    _kind(
        "tumbler",
        "tumbler|drinking glass|water glass|glass of water|glass",
        (0.08, 0.08, 0.10),
        "glass",
        hollow=True,
    ),
    _kind(
        "vase",
        "vase|urn|amphora|jug|pitcher",
        (0.16, 0.16, 0.30),
        "glazed_ceramic|terracotta|glass",
        colours=_REDS,
        hollow=True,
    ),
    _kind(
        "bowl",
        "bowl|dish|basin",
        (0.26, 0.26, 0.10),
        "glazed_ceramic|walnut|brass",
        colours=_REDS,
        hollow=True,
    ),
    _kind("plate", "plate|saucer|platter", (0.26, 0.26, 0.025), "glazed_ceramic"),
    _kind("cup", "cup|mug|coffee|tea", (0.11, 0.08, 0.09), "glazed_ceramic", colours=_REDS, hollow=True),
    _kind(
        "teapot", "teapot|kettle|coffee pot", (0.24, 0.15, 0.16), "glazed_ceramic|steel|copper", colours=_REDS
    ),
    _kind(
        "apple",
        "apple",
        (0.078, 0.078, 0.075),
        "fruit_skin",
        rolls=True,
        colours=("#9e1b1b", "#7c9a2c", "#c4562b"),
    ),
    _kind(
        "orange",
        "orange|tangerine|citrus|mandarin",
        (0.080, 0.080, 0.076),
        "citrus_skin",
        rolls=True,
        colours=("#e07a14",),
    ),
    _kind("lemon", "lemon|lime", (0.060, 0.085, 0.058), "citrus_skin", rolls=True, colours=("#e6c21f",)),
    _kind("pear", "pear", (0.075, 0.075, 0.11), "fruit_skin", colours=("#a8a437", "#b98a34")),
    _kind("banana", "banana|bananas", (0.19, 0.08, 0.04), "fruit_skin", colours=("#e3bd36",)),
    _kind("grapes", "grapes|grape|berries", (0.14, 0.10, 0.07), "fruit_skin", colours=("#43213f", "#8da23f")),
    _kind("bread", "bread|loaf|baguette", (0.26, 0.12, 0.10), "bread_crust"),
    _kind(
        "book",
        "book|novel|notebook|magazine|dictionary",
        (0.16, 0.23, 0.03),
        "book_cloth",
        colours=("#6b1f1d", "#1f3a5f", "#3e4a2f", "#a27a2c", "#2b2b2e"),
    ),
    _kind(
        "candle", "candle|taper|tea light|candlestick", (0.07, 0.07, 0.24), "wax", lumens=13.0, kelvin=1900.0
    ),
    _kind(
        "lantern",
        "lantern|oil lamp|hurricane lamp",
        (0.16, 0.16, 0.30),
        "black_iron|brass",
        lumens=120.0,
        kelvin=2000.0,
        settings=("tabletop", "interior", "lake", "street"),
    ),
    _kind(
        "desk_lamp",
        "desk lamp|table lamp|lamp|reading light|light",
        (0.26, 0.26, 0.46),
        "brass|black_iron",
        lumens=450.0,
        kelvin=2700.0,
    ),
    _kind(
        "floor_lamp",
        "floor lamp|standard lamp",
        (0.40, 0.40, 1.60),
        "brass|black_iron",
        lumens=900.0,
        settings=_ROOM,
    ),
    _kind("clock", "clock|alarm clock|watch", (0.14, 0.07, 0.17), "brass|painted_metal", colours=_REDS),
    _kind("picture", "picture|painting|frame|photo|portrait|poster", (0.30, 0.12, 0.38), "walnut|black_iron"),
    _kind("skull", "skull", (0.15, 0.20, 0.17), "bone"),
    _kind("statue", "statue|bust|sculpture|figurine|idol", (0.20, 0.18, 0.34), "marble|bronze|plaster"),
    _kind(
        "chess_piece",
        "chess piece|pawn|chess|king|queen|rook",
        (0.040, 0.040, 0.085),
        "ebony|maple",
        colours=("#efe3c4", "#1d1713"),
    ),
    _kind("dice", "dice|die", (0.022, 0.022, 0.022), "plastic", colours=("#efeae0", "#a51c1c")),
    _kind("coin", "coin|coins|medal", (0.030, 0.030, 0.003), "gold|copper|steel"),
    _kind("key", "key|keys", (0.09, 0.03, 0.006), "brass|steel"),
    _kind(
        "cloth",
        "cloth|scarf|tablecloth|silk|fabric|blanket|curtain|flag|towel|handkerchief|napkin",
        (0.60, 0.60, 0.01),
        "silk|linen|velvet",
        colours=_REDS,
    ),
    _kind(
        "flower",
        "flower|rose|tulip|daisy|bouquet|flowers",
        (0.20, 0.20, 0.40),
        "petal",
        colours=("#b3243a", "#e8c33a", "#e9e2ea", "#7d4fa3"),
    ),
    _kind("plant", "plant|potted plant|houseplant|fern|pot plant", (0.50, 0.50, 0.70), "leaf"),
    _kind("cactus", "cactus|succulent", (0.12, 0.12, 0.20), "leaf"),
    _kind("toy_car", "toy car|model car", (0.08, 0.17, 0.06), "car_paint", colours=_REDS, rolls=True),
    _kind("paper_boat", "paper boat|origami boat|origami", (0.10, 0.20, 0.09), "paper", colours=("#f4f1e8",)),
    _kind(
        "robot", "robot|toy robot|automaton|android", (0.16, 0.12, 0.28), "painted_metal|steel", colours=_REDS
    ),
    _kind(
        "rubber_duck",
        "rubber duck|duck",
        (0.09, 0.11, 0.10),
        "rubber",
        colours=("#f0c419",),
        settings=("tabletop", "interior", "lake"),
    ),
    _kind("camera_prop", "camera|film camera|photo camera", (0.14, 0.10, 0.10), "leather|painted_metal"),
    _kind("gift", "gift|present|parcel|package", (0.20, 0.20, 0.16), "paper", colours=_REDS),
    _kind("basket", "basket|hamper", (0.34, 0.26, 0.18), "wicker", hollow=True),
    _kind(
        "chair",
        "chair|stool|seat",
        (0.46, 0.50, 0.86),
        "oak|walnut|painted_wood",
        settings=("interior", "street", "lake"),
    ),
    _kind(
        "armchair",
        "armchair|sofa|couch",
        (0.80, 0.82, 0.84),
        "linen|leather|velvet",
        settings=_ROOM,
        colours=("#5c6b5a", "#7a4a34", "#3d4f63"),
    ),
    _kind(
        "table",
        "table|desk|bench table",
        (1.20, 0.70, 0.74),
        "oak|walnut",
        settings=("interior", "street", "lake"),
    ),
    _kind("bench", "bench|park bench", (1.50, 0.55, 0.82), "oak|painted_wood", settings=("lake", "street")),
    _kind(
        "suitcase",
        "suitcase|trunk|luggage|bag|briefcase",
        (0.60, 0.24, 0.44),
        "leather",
        settings=("interior", "street", "lake"),
        colours=("#7a4a2b", "#2b3a4a"),
    ),
    _kind(
        "umbrella",
        "umbrella|parasol",
        (1.00, 1.00, 0.95),
        "silk",
        settings=("interior", "street", "lake"),
        colours=_REDS,
    ),
    _kind(
        "crate",
        "crate|wooden box|chest",
        (0.50, 0.40, 0.32),
        "pine",
        settings=("interior", "lake", "street"),
        hollow=True,
    ),
    _kind(
        "barrel",
        "barrel|keg|cask|oil drum",
        (0.58, 0.58, 0.88),
        "oak|painted_metal",
        settings=("interior", "lake", "street"),
        rolls=True,
    ),
    _kind(
        "bucket",
        "bucket|pail",
        (0.30, 0.30, 0.30),
        "steel|painted_metal",
        settings=("interior", "lake", "street"),
        colours=_REDS,
        hollow=True,
    ),
    _kind("ladder", "ladder|step ladder", (0.50, 0.10, 2.40), "pine|steel", settings=("interior", "street")),
    _kind(
        "bicycle",
        "bicycle|bike|cycle",
        (0.55, 1.75, 1.05),
        "painted_metal",
        settings=("street", "lake"),
        colours=_REDS,
    ),
    _kind(
        "car",
        "car|automobile|vehicle|sedan|taxi|coupe",
        (1.80, 4.30, 1.42),
        "car_paint",
        settings=("street",),
        colours=("#7d1a18", "#1e3d5c", "#c9c6bd", "#1b1c1e", "#c98a1b"),
    ),
    _kind(
        "van",
        "van|truck|bus|lorry|delivery van",
        (2.00, 5.00, 2.30),
        "car_paint",
        settings=("street",),
        colours=("#e6e3da", "#2c5a7a", "#b0532a"),
    ),
    _kind(
        "boat",
        "boat|rowing boat|canoe|dinghy|skiff|rowboat",
        (1.40, 4.00, 0.75),
        "painted_wood|oak",
        settings=("lake",),
        colours=("#8b2e22", "#2f5a6b", "#e8e2d2"),
    ),
    _kind(
        "sailboat",
        "sailboat|yacht|ship|sail",
        (1.80, 5.20, 7.00),
        "painted_wood",
        settings=("lake",),
        colours=("#e8e2d2", "#2b4a63"),
    ),
    _kind(
        "tent",
        "tent|camp",
        (2.20, 2.40, 1.50),
        "canvas",
        settings=("lake",),
        colours=("#b5632c", "#5f6f3f", "#2f5d73"),
    ),
    _kind(
        "campfire",
        "campfire|bonfire|fire",
        (1.00, 1.00, 0.50),
        "charred_wood",
        settings=("lake",),
        lumens=2500.0,
        kelvin=1850.0,
        fixed=True,
    ),
    _kind(
        "rock",
        "rock|stone|boulder|pebble",
        (0.60, 0.50, 0.40),
        "granite|sandstone|mossy_rock",
        settings=("lake", "street", "tabletop"),
    ),
    _kind(
        "log",
        "log|trunk of wood|driftwood|firewood",
        (1.60, 0.32, 0.32),
        "bark",
        settings=("lake",),
        rolls=True,
    ),
    _kind(
        "tree",
        "tree|pine|fir|oak tree|birch",
        (4.00, 4.00, 7.00),
        "bark",
        settings=("lake", "street"),
        fixed=True,
    ),
    _kind("bush", "bush|shrub|hedge", (1.20, 1.20, 1.00), "leaf", settings=("lake", "street"), fixed=True),
    _kind(
        "mushroom",
        "mushroom|toadstool",
        (0.08, 0.08, 0.09),
        "wax",
        settings=("tabletop", "lake"),
        colours=("#a32a1d", "#b98a5a"),
    ),
    _kind(
        "pumpkin",
        "pumpkin|squash|gourd",
        (0.28, 0.28, 0.23),
        "fruit_skin",
        settings=("tabletop", "interior", "lake", "street"),
        colours=("#c9681b",),
    ),
    _kind(
        "sign",
        "sign|signboard|signpost|billboard|placard|neon sign|label|logo|banner",
        (0.90, 0.08, 0.60),
        "painted_metal|painted_wood",
        settings=("tabletop", "interior", "lake", "street"),
        colours=("#1d3b2f", "#7a1f1c", "#f0ead8", "#1c2b4a"),
    ),
    _kind(
        "traffic_cone",
        "traffic cone|road cone|pylon",
        (0.36, 0.36, 0.70),
        "plastic",
        settings=("street",),
        colours=("#e2571c",),
    ),
    _kind(
        "trash_can",
        "trash can|bin|dustbin|garbage can",
        (0.50, 0.50, 0.90),
        "steel|painted_metal",
        settings=("street",),
        colours=("#3d4a44",),
    ),
    _kind(
        "hydrant",
        "hydrant|fire hydrant",
        (0.36, 0.36, 0.80),
        "painted_metal",
        settings=("street",),
        colours=("#a81f1a", "#c9a21b"),
        fixed=True,
    ),
    _kind(
        "lamp_post",
        "lamp post|street lamp|streetlight|lamppost",
        (0.50, 0.50, 4.20),
        "black_iron",
        settings=("street", "lake"),
        lumens=4500.0,
        kelvin=2200.0,
        fixed=True,
    ),
    _kind(
        "phone_box",
        "phone box|telephone box|phone booth|telephone booth|telephone kiosk|call box",
        (0.93, 0.96, 2.44),
        "painted_metal",
        settings=("street",),
        colours=("#b3161b",),
        lumens=260.0,
        kelvin=3000.0,
        fixed=True,
    ),
    _kind(
        "post_box",
        "post box|postbox|pillar box|letter box|letterbox",
        (0.54, 0.54, 1.60),
        "painted_metal",
        settings=("street",),
        colours=("#b3161b",),
        fixed=True,
    ),
    _kind(
        "mailbox",
        "mailbox|mail box|collection box",
        (0.54, 0.57, 1.26),
        "painted_metal",
        settings=("street",),
        colours=("#1f3a6b",),
    ),
    _kind(
        "newspaper_box",
        "newspaper box|newspaper stand|newspaper vending machine|newspaper rack|newsstand",
        (0.50, 0.45, 1.36),
        "painted_metal",
        settings=("street",),
        colours=("#2b4a7a", "#b3261e", "#d9a41f", "#2f5d4a"),
    ),
    _kind("mesh", "mesh", (0.30, 0.30, 0.30), "plaster"),
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


SETS: tuple[SetKind, ...] = (
    SetKind(
        name="tabletop",
        words=(
            "table",
            "tabletop",
            "studio",
            "desk",
            "counter",
            "workbench",
            "shelf",
            "still life",
            "cyclorama",
            "plinth",
        ),
        stages={"default": (0.70, 0.45, 0.75)},
        surfaces=("oak", "walnut", "marble", "slate", "linen", "concrete", "paper", "brass"),
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
        stages={"default": (4.0, 3.0, 0.0), "water": (14.0, 12.0, 0.0)},
        surfaces=("meadow", "gravel"),
        fixtures={},
        camera={"default": (7.0, 1.35), "water": (18.0, 1.9)},
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
            "street_lamps": (30000.0, 2200.0),
            "shop_window": (3000.0, 3200.0),
            "windows": (6000.0, 2900.0),
            "neon": (800.0, 2700.0),
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
    "steel": ("steel", "metal", "metallic", "silver", "iron", "aluminium", "chrome", "tin"),
    "chrome": ("chrome", "mirror", "mirrored", "polished metal"),
    "rusty_metal": ("rusty", "rusted", "rust"),
    "black_iron": ("wrought iron", "black iron", "cast iron"),
    "painted_metal": ("painted metal", "enamel", "enamelled"),
    "car_paint": ("car paint", "lacquer", "lacquered"),
    "plastic": ("plastic", "acrylic"),
    "rubber": ("rubber",),
    "leather": ("leather",),
    "linen": ("linen", "cotton", "canvas cloth", "woollen", "wool"),
    "silk": ("silk", "satin"),
    "velvet": ("velvet",),
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
