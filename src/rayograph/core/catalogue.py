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
    propped: bool = False
    """Fixed only by a stand or whoever set it up: an action moves it."""
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
    propped: bool = False,
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
        fixed=fixed or propped,
        propped=propped,
        hollow=hollow,
    )


CAST: tuple[CastKind, ...] = (
    _kind(
        "ball",
        "ball|sphere|orb|cricket ball|"
        "golf ball|bowling ball|ping pong ball|rubber ball|steel ball|wrecking ball|cannonball|"
        "cannon ball|baseball|table tennis ball|bouncy ball|glass ball|bauble|crystal ball|"
        "pendulum ball|christmas bauble",
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
        "block|cube|brick toy|toy brick|play brick|wooden block|toy block|building block|sugar cube|lego brick|"
        "alphabet block|wooden cube|building brick|jenga block|concrete block|wood block",
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
        "torus|donut|doughnut|hoop",
        (0.14, 0.14, 0.04),
        "brass|plastic|painted_wood",
        colours=_REDS,
    ),
    _kind(
        "bottle",
        "bottle|flask|decanter|wine bottle|milk bottle|beer bottle|whisky bottle|whiskey bottle|"
        "water bottle|champagne bottle|glass bottle|rum bottle|gin bottle|sauce bottle|"
        "ketchup bottle|phial|vial|hip flask|medicine bottle|lotion bottle|shampoo bottle",
        (0.08, 0.08, 0.30),
        "green_glass|glass|amber_glass",
    ),
    _kind(
        "wine_glass",
        "wine glass|glass of wine|goblet|champagne glass|champagne flute|flute glass|stem glass|"
        "stemmed glass|wineglass|chalice|cocktail glass|martini glass|brandy glass|snifter|"
        "glass of champagne|glass of red wine|glass of red|glass of white wine",
        (0.08, 0.08, 0.20),
        "glass",
        hollow=True,
    ),
    _kind(
        "tumbler",
        "tumbler|drinking glass|water glass|glass of water|glass|whisky glass|whiskey glass|"
        "rocks glass|shot glass|pint glass|beer glass|highball glass|glass of juice|glass of milk|"
        "glass of whisky|glass of orange juice|whisky tumbler|whiskey tumbler|juice glass|"
        "glass beaker",
        (0.08, 0.08, 0.10),
        "glass",
        hollow=True,
    ),
    _kind(
        "vase",
        "vase|urn|amphora|flower vase|glass vase|ginger jar|chinese vase|porcelain vase|ming vase|"
        "bud vase|pot vase",
        (0.16, 0.16, 0.30),
        "glazed_ceramic|terracotta|glass",
        colours=_REDS,
        hollow=True,
    ),
    _kind(
        "bowl",
        "bowl|dish|basin|fruit bowl|salad bowl|soup bowl|mixing bowl|tureen|punch bowl",
        (0.26, 0.26, 0.10),
        "glazed_ceramic|walnut|brass",
        colours=_REDS,
        hollow=True,
    ),
    _kind(
        "plate",
        "plate|saucer|platter|dinner plate|dessert plate|side plate|charger plate|serving plate|"
        "soup plate|cake plate|cake stand",
        (0.26, 0.26, 0.025),
        "glazed_ceramic",
    ),
    _kind(
        "cup",
        "cup|mug|coffee|tea|teacup|tea cup|coffee cup|espresso cup|coffee mug|tea mug|enamel mug|"
        "beaker|cup of tea|cup of coffee|mug of coffee|mug of tea|mug of cocoa|espresso|cappuccino|"
        "latte",
        (0.11, 0.08, 0.09),
        "glazed_ceramic",
        colours=_REDS,
        hollow=True,
    ),
    _kind("teapot", "teapot|coffee pot", (0.24, 0.15, 0.16), "glazed_ceramic|steel|copper", colours=_REDS),
    _kind(
        "apple",
        "apple|red apple|green apple|granny smith|crab apple|cooking apple",
        (0.078, 0.078, 0.075),
        "fruit_skin",
        rolls=True,
        colours=("#9e1b1b", "#7c9a2c", "#c4562b"),
    ),
    _kind(
        "orange",
        "orange|tangerine|citrus|mandarin|clementine|satsuma|blood orange|mandarin orange|orange half",
        (0.080, 0.080, 0.076),
        "citrus_skin",
        rolls=True,
        colours=("#e07a14",),
    ),
    _kind(
        "lemon",
        "lemon|lime|lemon half|lemon wedge|lemon slice|limes|half lemon|citron",
        (0.060, 0.085, 0.058),
        "citrus_skin",
        rolls=True,
        colours=("#e6c21f",),
    ),
    _kind(
        "pear",
        "pear|conference pear",
        (0.075, 0.075, 0.11),
        "fruit_skin",
        colours=("#a8a437", "#b98a34"),
    ),
    _kind("banana", "banana|bananas", (0.19, 0.08, 0.04), "fruit_skin", colours=("#e3bd36",)),
    _kind(
        "grapes",
        "grapes|grape|berries|bunch of grapes",
        (0.14, 0.10, 0.07),
        "fruit_skin",
        colours=("#43213f", "#8da23f"),
    ),
    _kind(
        "bread",
        "bread|loaf|baguette|loaf of bread|sourdough|bread roll|bun|rye bread|bagel|brioche|"
        "crusty loaf|breadstick|ciabatta|slice of bread|toast",
        (0.26, 0.12, 0.10),
        "bread_crust",
    ),
    _kind(
        "book",
        "book|novel|notebook|magazine|dictionary|paperback|hardback|hardcover|comic|comic book|"
        "journal|diary|atlas|bible|textbook|photo album|album|tome|cookbook|sketchbook|ledger|"
        "manuscript",
        (0.16, 0.23, 0.03),
        "book_cloth",
        colours=("#6b1f1d", "#1f3a5f", "#3e4a2f", "#a27a2c", "#2b2b2e"),
    ),
    _kind(
        "candle",
        "candle|taper|tea light|candlestick|candle stick|candle holder|candleholder|chamberstick|tealight|pillar candle|dinner candle|"
        "church candle|taper candle|lit candle",
        (0.07, 0.07, 0.24),
        "wax",
        lumens=13.0,
        kelvin=1900.0,
    ),
    _kind(
        "lantern",
        "lantern|oil lamp|hurricane lamp|paper lantern|storm lantern|kerosene lamp|railway lantern|"
        "candle lantern|camping lantern|japanese lantern|chinese lantern|storm lamp|paraffin lamp|"
        "gas lantern",
        (0.16, 0.16, 0.30),
        "black_iron|brass",
        lumens=120.0,
        kelvin=2000.0,
        settings=("tabletop", "interior", "lake", "street"),
    ),
    _kind(
        "desk_lamp",
        "desk lamp|table lamp|lamp|reading light|light|banker's lamp|bankers lamp|banker lamp|"
        "bedside lamp|anglepoise|anglepoise lamp|reading lamp|tiffany lamp",
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
    _kind(
        "clock",
        "clock|alarm clock|mantel clock|bedside clock|table clock|mantelpiece clock|wind up clock|"
        "carriage clock|wall clock|digital clock",
        (0.14, 0.07, 0.17),
        "brass|painted_metal",
        colours=_REDS,
    ),
    _kind(
        "picture",
        "picture|painting|frame|photo|portrait|poster|photograph|oil painting|framed photo|"
        "framed photograph|canvas painting|landscape painting|picture frame|photo frame|family photo|"
        "watercolour|framed picture|framed print",
        (0.30, 0.12, 0.38),
        "walnut|black_iron",
    ),
    _kind("skull", "skull", (0.15, 0.20, 0.17), "bone"),
    _kind(
        "statue",
        "statue|bust|sculpture|figurine|idol|marble bust|garden gnome|gnome|statuette|carving|"
        "carved figure|plaster bust|stone head|buddha|cherub|gargoyle",
        (0.20, 0.18, 0.34),
        "marble|bronze|plaster",
    ),
    _kind(
        "chess_piece",
        "chess piece|pawn|king|queen|rook|chessman|chessmen|chess pawn|chess king|chess queen|"
        "chess knight|white king|black king|knight piece",
        (0.040, 0.040, 0.085),
        "ebony|maple",
        colours=("#efe3c4", "#1d1713"),
    ),
    _kind(
        "dice",
        "dice|die|gaming die|playing dice|a pair of dice|six sided die|casino dice",
        (0.022, 0.022, 0.022),
        "plastic",
        colours=("#efeae0", "#a51c1c"),
    ),
    _kind(
        "coin",
        "coin|coins|medal|penny|gold coin|silver coin|dollar coin|euro coin|doubloon|medallion",
        (0.030, 0.030, 0.003),
        "gold|copper|steel",
    ),
    _kind(
        "key",
        "key|car key|door key|house key|bunch of keys|old key|skeleton key|set of keys",
        (0.09, 0.03, 0.006),
        "brass|steel",
    ),
    _kind(
        "cloth",
        "cloth|scarf|tablecloth|silk|fabric|blanket|flag|towel|handkerchief|napkin|shawl|sheet|veil|"
        "rag|bandana|bedsheet|bed sheet|duvet|picnic blanket|tea towel|dish towel|dust sheet|"
        "tarpaulin|tarp|neckerchief|pashmina|gauze|muslin|satin sheet|drapery",
        (0.60, 0.60, 0.01),
        "silk|linen|velvet",
        colours=_REDS,
    ),
    _kind(
        "flower",
        "flower|rose|tulip|daisy|bouquet|flowers|sunflower|lily|daffodil|orchid|peony|poppy|"
        "carnation|hydrangea|wildflower|chrysanthemum|lavender|blossom|dahlia|anemone|gerbera|"
        "marigold|pansy|violet flower|ranunculus",
        (0.20, 0.20, 0.40),
        "petal",
        colours=("#b3243a", "#e8c33a", "#e9e2ea", "#7d4fa3"),
    ),
    _kind(
        "plant",
        "plant|potted plant|houseplant|fern|pot plant|monstera|rubber plant|yucca|ficus|aspidistra|"
        "spider plant|peace lily|aloe|aloe vera|ivy",
        (0.50, 0.50, 0.70),
        "leaf",
    ),
    _kind("cactus", "cactus|succulent", (0.12, 0.12, 0.20), "leaf"),
    _kind(
        "toy_car",
        "toy car|model car|tin car|matchbox car|miniature car|tin toy car|toy racing car|"
        "die cast car|diecast car|toy truck|toy jeep|toy taxi",
        (0.08, 0.17, 0.06),
        "car_paint",
        colours=_REDS,
        rolls=True,
    ),
    _kind("paper_boat", "paper boat|origami boat|origami", (0.10, 0.20, 0.09), "paper", colours=("#f4f1e8",)),
    _kind(
        "robot",
        "robot|toy robot|automaton|android|tin robot|toy android|wind up robot|tin toy robot",
        (0.16, 0.12, 0.28),
        "painted_metal|steel",
        colours=_REDS,
    ),
    _kind(
        "rubber_duck",
        "rubber duck|duck|bath duck|rubber duckie|rubber ducky|plastic duck|toy duck",
        (0.09, 0.11, 0.10),
        "rubber",
        colours=("#f0c419",),
        settings=("tabletop", "interior", "lake"),
    ),
    _kind("camera_prop", "camera|film camera|photo camera", (0.14, 0.10, 0.10), "leather|painted_metal"),
    _kind(
        "gift",
        "gift|present|parcel|package|wrapped box|wrapped present|christmas present|birthday present|"
        "gift box|wrapped gift|present box",
        (0.20, 0.20, 0.16),
        "paper",
        colours=_REDS,
    ),
    _kind(
        "jug",
        "jug|pitcher|ewer|carafe",
        (0.20, 0.15, 0.215),
        "glazed_ceramic|steel|terracotta|copper",
        colours=_REDS,
        hollow=True,
    ),
    _kind(
        "kettle",
        "kettle|tea kettle|teakettle",
        (0.24, 0.20, 0.26),
        "steel|copper|painted_metal",
        colours=_REDS,
    ),
    _kind(
        "frying_pan",
        "frying pan|skillet|saucepan|cooking pot|wok",
        (0.50, 0.28, 0.075),
        "black_iron|steel|copper",
        hollow=True,
    ),
    _kind("fork", "fork", (0.024, 0.196, 0.018), "steel|brass"),
    _kind("spoon", "spoon|teaspoon|tablespoon|ladle", (0.040, 0.196, 0.019), "steel|brass"),
    _kind("knife", "knife|dinner knife|butter knife", (0.022, 0.232, 0.0075), "steel|brass"),
    _kind(
        "jar",
        "jar|jam jar|glass jar|mason jar|pot of jam|pickle jar|honey jar|jar of honey|jar of jam|"
        "jam pot|storage jar|biscuit jar|cookie jar|sweet jar|jar of pickles",
        (0.075, 0.075, 0.10),
        "glass",
        colours=("#6d1220", "#b9651a", "#3a1230"),
    ),
    _kind(
        "tin_can",
        "tin can|tin|soda can|soup can|beer can|drinks can|cola can|can of soup|can|tin of beans|"
        "baked bean tin|bean can|tin of tomatoes|paint tin|paint can|sardine tin|coke can|"
        "can of beans",
        (0.077, 0.077, 0.108),
        "steel",
        colours=("#a5281b", "#1f4a35", "#c8952b", "#23406b"),
    ),
    _kind(
        "perfume",
        "perfume|perfume bottle|scent bottle|flacon",
        (0.066, 0.035, 0.113),
        "glass|amber_glass",
    ),
    _kind(
        "carton",
        "carton|cardboard box|moving box|shipping box|delivery box|box|cardboard carton|packing box|"
        "paper box|parcel box|amazon box|box of books",
        (0.34, 0.26, 0.22),
        "paper",
        settings=("tabletop", "interior", "street"),
        colours=("#b08a5e",),
    ),
    _kind(
        "cereal_box",
        "cereal box|cereal|cereal packet|cornflakes",
        (0.19, 0.06, 0.286),
        "paper",
        colours=("#c8391f", "#e0a01f", "#2b5fa0", "#3f7a3a"),
    ),
    _kind("pizza_box", "pizza box|takeaway box", (0.336, 0.334, 0.045), "paper", colours=("#cfb48c",)),
    _kind(
        "matchbox",
        "matchbox|box of matches",
        (0.064, 0.036, 0.016),
        "paper",
        colours=("#b3261e", "#1f4a6b", "#2f5d3a"),
    ),
    _kind("ashtray", "ashtray", (0.14, 0.14, 0.032), "glass|glazed_ceramic|amber_glass|brass", hollow=True),
    _kind(
        "egg",
        "egg|eggs|hen's egg|boiled egg",
        (0.057, 0.044, 0.044),
        "plaster",
        rolls=True,
        colours=("#c98f62", "#ece2d2"),
    ),
    _kind("croissant", "croissant|pastry|croissants", (0.146, 0.104, 0.055), "bread_crust"),
    _kind(
        "cheese",
        "cheese|wedge of cheese|cheese wedge|cheddar|gouda",
        (0.125, 0.087, 0.058),
        "wax",
        colours=("#e8bd52", "#e9d9a0"),
    ),
    _kind(
        "tomato",
        "tomato|tomatoes|beefsteak tomato",
        (0.069, 0.069, 0.062),
        "fruit_skin",
        rolls=True,
        colours=("#b3170f",),
    ),
    _kind(
        "cherry_tomato",
        "cherry tomato",
        (0.027, 0.027, 0.0295),
        "fruit_skin",
        rolls=True,
        colours=("#b3170f",),
    ),
    _kind(
        "watermelon",
        "watermelon|melon",
        (0.30, 0.22, 0.22),
        "fruit_skin",
        rolls=True,
        settings=("tabletop", "interior", "lake", "street"),
        colours=("#1f3a1a",),
    ),
    _kind("carrot", "carrot|carrots|parsnip", (0.205, 0.046, 0.036), "wax", colours=("#d9691a",)),
    _kind("ice_cube", "ice cube|ice cubes|cube of ice|block of ice", (0.030, 0.030, 0.030), "ice"),
    _kind(
        "cake",
        "cake|birthday cake|layer cake|gateau",
        (0.265, 0.265, 0.118),
        "wax",
        colours=("#efe3d6", "#e7b7c0", "#5a3320"),
    ),
    _kind(
        "cupcake",
        "cupcake|muffin|fairy cake",
        (0.070, 0.070, 0.091),
        "wax",
        colours=("#efe3d6", "#e7b7c0", "#a9d0c0"),
    ),
    _kind(
        "watch",
        "watch|wristwatch|wrist watch|pocket watch",
        (0.046, 0.064, 0.064),
        "steel|gold|chrome",
        colours=("#11151c", "#e6e2d6", "#16324a"),
    ),
    _kind("hourglass", "hourglass|sand timer|egg timer|sandglass", (0.09, 0.09, 0.185), "walnut|brass|oak"),
    _kind(
        "grandfather_clock",
        "grandfather clock|longcase clock|long-case clock|pendulum clock",
        (0.51, 0.26, 2.05),
        "walnut|oak",
        settings=_ROOM,
        propped=True,
    ),
    _kind("metronome", "metronome", (0.135, 0.126, 0.22), "walnut|oak"),
    _kind(
        "sneaker",
        "sneaker|sneakers|trainer|trainers|shoe|shoes|running shoe|slipper|slippers",
        (0.288, 0.092, 0.130),
        "leather",
        settings=("tabletop", "interior", "street", "lake"),
        colours=("#ece9e2", "#ece9e2", "#a33226", "#2b3a4a"),
    ),
    _kind(
        "hat",
        "hat|fedora|trilby|bowler|cap",
        (0.27, 0.31, 0.11),
        "velvet|linen",
        settings=("tabletop", "interior", "lake", "street"),
        colours=("#4a3b30", "#2b2c30", "#6b6257"),
    ),
    _kind(
        "spectacles",
        "spectacles|reading glasses|eyeglasses|pair of glasses|sunglasses",
        (0.138, 0.143, 0.041),
        "gold|black_iron|steel",
    ),
    _kind("laptop", "laptop|notebook computer|macbook|computer", (0.312, 0.285, 0.22), "steel"),
    _kind(
        "smartphone",
        "smartphone|phone|mobile phone|cell phone|mobile|cellphone|iphone",
        (0.073, 0.146, 0.0085),
        "steel|black_iron|gold",
    ),
    _kind(
        "television",
        "television|tv|tv set|television set|monitor",
        (0.60, 0.40, 0.64),
        "walnut|oak",
        settings=_ROOM,
    ),
    _kind(
        "telephone",
        "telephone|rotary phone|landline|rotary telephone|old phone",
        (0.255, 0.20, 0.157),
        "plastic",
        colours=("#141416", "#8c1a17", "#e6dcc4"),
    ),
    _kind(
        "typewriter",
        "typewriter",
        (0.385, 0.31, 0.25),
        "painted_metal",
        colours=("#1d2a2a", "#20242c", "#5a2420"),
    ),
    _kind(
        "radio",
        "radio|wireless|transistor radio|wireless set|boombox",
        (0.36, 0.19, 0.243),
        "walnut|oak",
    ),
    _kind(
        "sofa",
        "sofa|couch|settee|loveseat|chesterfield",
        (2.02, 0.86, 0.85),
        "linen|leather|velvet",
        settings=_ROOM,
        colours=("#5c6b5a", "#7a4a34", "#3d4f63", "#b58a3a"),
        propped=True,
    ),
    _kind(
        "bed",
        "bed|double bed|mattress|bunk",
        (1.66, 2.05, 0.945),
        "walnut|oak",
        settings=_ROOM,
        colours=("#5b6e7d", "#8a5a4a", "#6d7358", "#d8d0c0"),
        propped=True,
    ),
    _kind(
        "side_table",
        "side table|bedside table|nightstand|end table|night table|occasional table",
        (0.46, 0.44, 0.55),
        "oak|walnut",
        settings=_ROOM,
    ),
    _kind(
        "rug",
        "rug|carpet|persian rug|mat|kilim",
        (1.95, 1.25, 0.006),
        "linen",
        settings=_ROOM,
        colours=("#7a2320", "#27405a", "#5a4a2c"),
    ),
    _kind(
        "bookcase",
        "bookcase|bookshelf|bookshelves|book shelf|shelves|shelving unit",
        (0.96, 0.345, 1.95),
        "oak|walnut",
        settings=_ROOM,
        propped=True,
    ),
    _kind(
        "sideboard",
        "sideboard|cabinet|dresser|credenza|cupboard|chest of drawers|buffet",
        (1.40, 0.46, 0.78),
        "walnut|oak",
        settings=_ROOM,
        propped=True,
    ),
    _kind(
        "mirror", "mirror|dressing mirror|looking glass|vanity mirror", (0.418, 0.155, 0.495), "walnut|oak"
    ),
    _kind(
        "piano",
        "piano|upright piano|grand piano|pianoforte",
        (1.51, 0.62, 1.22),
        "ebony|walnut",
        settings=_ROOM,
        propped=True,
    ),
    _kind(
        "globe",
        "globe|terrestrial globe|world globe",
        (0.26, 0.25, 0.38),
        "walnut|oak",
        colours=("#7fa0a6", "#8fa98f"),
    ),
    _kind(
        "newtons_cradle",
        "newton's cradle|newtons cradle|desk toy|executive toy",
        (0.20, 0.155, 0.169),
        "chrome",
    ),
    _kind(
        "spinning_top",
        "spinning top|toy top|whipping top|gyroscope",
        (0.054, 0.054, 0.070),
        "painted_wood",
        colours=("#b3261e", "#2f5d4a", "#c98a2b"),
    ),
    _kind(
        "crystal", "crystals|amethyst|quartz|gemstone|crystal cluster|geode", (0.085, 0.085, 0.095), "glass"
    ),
    _kind("gold_bar", "gold bar|ingot|gold ingot|bullion|bar of gold", (0.18, 0.07, 0.036), "gold"),
    _kind(
        "ring",
        "ring|diamond ring|engagement ring|wedding ring|wedding band|signet ring",
        (0.0212, 0.0067, 0.0255),
        "gold|chrome",
    ),
    _kind(
        "balloon",
        "balloon|balloons|party balloon",
        (0.32, 0.26, 0.26),
        "rubber",
        rolls=True,
        settings=("tabletop", "interior", "lake", "street"),
        colours=_REDS,
    ),
    _kind(
        "feather",
        "feather|quill|plume",
        (0.212, 0.038, 0.02),
        "paper",
        colours=("#efe9dc", "#d8d2c8", "#5a4a3a"),
    ),
    _kind(
        "colour_chart",
        "colour chart|color chart|colour checker|color checker|colorchecker|macbeth chart|test chart",
        (0.29, 0.14, 0.205),
        "plastic",
    ),
    _kind(
        "poker_chip",
        "poker chip|poker chips|casino chip|gambling chip|chips",
        (0.040, 0.040, 0.0035),
        "plastic",
        colours=("#a3231b", "#1f3a6b", "#1c5a36", "#1b1b1d"),
    ),
    _kind(
        "playing_card",
        "playing card|playing cards|ace of spades|card|cards|ace",
        (0.0635, 0.089, 0.0021),
        "paper",
    ),
    _kind(
        "chessboard",
        "chessboard|chess board|chess set|chess|chess table|draughts board|checkerboard",
        (0.424, 0.424, 0.105),
        "walnut|ebony",
    ),
    _kind(
        "newspaper",
        "newspaper|newspapers|broadsheet|tabloid",
        (0.29, 0.375, 0.014),
        "paper",
        settings=("tabletop", "interior", "street"),
    ),
    _kind(
        "envelope",
        "envelope|letter|love letter|sealed letter",
        (0.164, 0.115, 0.0075),
        "paper",
        colours=("#e9dfc6", "#d8c9a0", "#e6e2da"),
    ),
    _kind(
        "pencil",
        "pencil|pencils|crayon|colouring pencil|coloured pencil",
        (0.192, 0.0075, 0.0073),
        "painted_wood",
        colours=("#d9a21b", "#a3231b", "#1f3a6b", "#1c5a36"),
    ),
    _kind(
        "tennis_ball",
        "tennis ball|padel ball",
        (0.067, 0.067, 0.067),
        "linen",
        rolls=True,
        settings=("tabletop", "interior", "street"),
        colours=("#c6d83a",),
    ),
    _kind(
        "basketball",
        "basketball|medicine ball|netball",
        (0.24, 0.24, 0.24),
        "rubber",
        rolls=True,
        settings=("interior", "street", "lake"),
        colours=("#c2601f",),
    ),
    _kind(
        "billiard_ball",
        "billiard ball|pool ball|snooker ball|cue ball|eight ball|8 ball|8-ball|billiards",
        (0.057, 0.057, 0.057),
        "plastic",
        rolls=True,
    ),
    _kind(
        "beach_ball",
        "beach ball|inflatable ball",
        (0.36, 0.36, 0.36),
        "plastic",
        rolls=True,
        settings=("interior", "lake", "street"),
    ),
    _kind(
        "teddy_bear",
        "teddy bear|teddy|stuffed bear|soft toy|plush toy|stuffed animal|plushie",
        (0.26, 0.225, 0.30),
        "velvet",
        colours=("#a9743f", "#c9a067", "#6b4a33"),
    ),
    _kind(
        "guitar",
        "guitar|acoustic guitar|ukulele|banjo|lute|violin|cello",
        (0.373, 0.36, 1.15),
        "maple",
        settings=("interior", "lake", "street"),
    ),
    _kind(
        "stool",
        "stool|wooden stool|milking stool|bar stool|piano stool|footstool",
        (0.335, 0.335, 0.46),
        "oak|walnut|pine",
        settings=("interior", "street"),
    ),
    _kind(
        "coat_stand",
        "coat stand|hatstand|hat stand|coat rack|hat rack|coat tree",
        (0.405, 0.405, 1.78),
        "walnut|oak",
        settings=_ROOM,
    ),
    _kind(
        "chopping_board",
        "chopping board|cutting board|bread board|breadboard|wooden board|cheese board|"
        "butcher block|serving board",
        (0.3731, 0.2534, 0.0238),
        "maple|oak|walnut",
    ),
    _kind(
        "tray",
        "tray|serving tray|tea tray|breakfast tray|wooden tray|silver tray|drinks tray",
        (0.4617, 0.3338, 0.0684),
        "walnut|oak|painted_wood",
    ),
    _kind(
        "shelf",
        "shelf|wooden shelf|wall shelf|kitchen shelf|spice shelf|floating shelf|spice rack",
        (0.92, 0.2, 0.4755),
        "pine|oak|walnut",
    ),
    _kind(
        "hammer",
        "hammer|claw hammer|mallet",
        (0.1325, 0.3079, 0.0329),
        "maple|oak",
    ),
    _kind(
        "spanner",
        "spanner|wrench|adjustable spanner",
        (0.0394, 0.1944, 0.007),
        "steel|chrome",
    ),
    _kind(
        "screwdriver",
        "screwdriver",
        (0.0289, 0.2062, 0.0299),
        "plastic",
        colours=("#b3261e", "#d9a21b", "#1f3a6b"),
    ),
    _kind(
        "broom",
        "broom|broomstick|besom|sweeping brush|straw broom",
        (0.2905, 0.062, 1.34),
        "maple|pine",
        settings=("interior", "street", "lake"),
    ),
    _kind(
        "axe",
        "axe|hatchet|ax|felling axe",
        (0.1515, 0.6575, 0.0379),
        "steel",
        settings=("lake", "tabletop", "interior"),
    ),
    _kind(
        "paint_brush",
        "paint brush|paintbrush|artist brush|brush|decorating brush",
        (0.0428, 0.199, 0.0125),
        "maple|painted_wood",
        colours=("#2b5a94", "#b3261e", "#d9a21b"),
    ),
    _kind(
        "oar",
        "oar|paddle|wooden oar|canoe paddle|rowing oar",
        (0.146, 0.053, 1.877),
        "pine|oak",
        settings=("lake", "interior"),
    ),
    _kind(
        "pen",
        "pen|fountain pen|ballpoint|ballpoint pen|biro|ink pen|silver pen",
        (0.0136, 0.1403, 0.0153),
        "plastic",
        colours=("#15171c", "#1f3a5f", "#5c1a2b"),
    ),
    _kind(
        "inkwell",
        "inkwell|ink pot|inkpot|ink bottle|bottle of ink|pot of ink",
        (0.066, 0.0876, 0.0792),
        "glass",
    ),
    _kind(
        "map",
        "map|treasure map|old map|road map|world map|sea chart|nautical chart|parchment map|parchment",
        (0.49, 0.37, 0.0322),
        "paper",
    ),
    _kind(
        "compass",
        "compass|pocket compass|brass compass|magnetic compass",
        (0.066, 0.1022, 0.075),
        "brass|steel",
    ),
    _kind(
        "magnifying_glass",
        "magnifying glass|magnifier|reading lens|hand lens|loupe|monocle",
        (0.0984, 0.1922, 0.019),
        "brass|steel",
    ),
    _kind(
        "strawberry",
        "strawberry",
        (0.0474, 0.0319, 0.0322),
        "fruit_skin",
    ),
    _kind(
        "cherry",
        "cherry|pair of cherries|cherry pair",
        (0.0539, 0.033, 0.054),
        "fruit_skin",
    ),
    _kind(
        "onion",
        "onion|red onion|shallot|garlic|garlic bulb|bulb of garlic",
        (0.0744, 0.0742, 0.0887),
        "fruit_skin",
    ),
    _kind(
        "burger",
        "burger|hamburger|cheeseburger|beefburger|veggie burger",
        (0.12, 0.1205, 0.0933),
        "bread_crust",
    ),
    _kind(
        "pizza",
        "pizza|pepperoni pizza|margherita|salami pizza",
        (0.3208, 0.3182, 0.0271),
        "bread_crust",
    ),
    _kind(
        "pancakes",
        "pancakes|pancake stack|stack of pancakes|pile of pancakes|pancake",
        (0.1414, 0.1414, 0.0725),
        "bread_crust",
    ),
    _kind(
        "coffee_bean",
        "coffee bean|roasted coffee bean|coffee beans",
        (0.0084, 0.0124, 0.0064),
        "fruit_skin",
    ),
    _kind(
        "leaf",
        "autumn leaf|fallen leaf|dead leaf|dry leaf|maple leaf|oak leaf|yellow leaf|"
        "brown leaf|orange leaf|dried leaf",
        (0.0641, 0.099, 0.0143),
        "leaf",
        settings=("lake", "street", "tabletop", "interior"),
        colours=("#b5651d", "#c8881f", "#8e2f1a", "#a8742a"),
    ),
    _kind(
        "salt_shaker",
        "salt shaker|salt cellar|saltcellar|pepper shaker|pepper pot|salt pot|shaker|salt and pepper shaker",
        (0.043, 0.043, 0.0903),
        "chrome|steel",
    ),
    _kind(
        "pepper_mill",
        "pepper mill|pepper grinder|salt mill|salt grinder|peppermill",
        (0.06, 0.06, 0.2049),
        "walnut|oak|ebony",
    ),
    _kind(
        "thermos",
        "thermos|thermos flask|vacuum flask|travel flask|flask of tea|flask of coffee|"
        "insulated flask|thermos bottle",
        (0.1098, 0.0891, 0.2865),
        "painted_metal",
        settings=("tabletop", "interior", "lake", "street"),
        colours=("#2f5d4a", "#8e2a22", "#2f4a6b"),
    ),
    _kind(
        "toaster",
        "toaster",
        (0.302, 0.176, 0.23),
        "chrome|painted_metal",
    ),
    _kind(
        "soap",
        "soap|bar of soap|soap bar|cake of soap",
        (0.088, 0.06, 0.0273),
        "wax",
    ),
    _kind(
        "lipstick",
        "lipstick|lip stick|red lipstick",
        (0.0656, 0.0634, 0.072),
        "plastic",
    ),
    _kind(
        "folded_towel",
        "folded towel|folded blanket|folded napkin|folded cloth|folded linen|folded scarf|"
        "stack of towels|pile of towels|folded tea towel",
        (0.2946, 0.2146, 0.0594),
        "linen",
        colours=("#d8d2c4", "#b9c6cc", "#c9b8a6"),
    ),
    _kind(
        "microphone",
        "microphone|mic|mike|microphone stand|mic stand|vocal mic",
        (0.28, 0.28, 1.491),
        "painted_metal",
        settings=("interior", "street"),
    ),
    _kind(
        "record_player",
        "record player|vinyl record|record deck|vinyl player|gramophone|phonograph|vinyl lp|lp",
        (0.44, 0.34, 0.159),
        "walnut|oak",
    ),
    _kind(
        "boot",
        "boot|leather boot|hiking boot|wellington|wellington boot|welly|wellies|rain boot|"
        "rubber boot|walking boot|work boot|cowboy boot|snow boot|ski boot|gumboot",
        (0.1226, 0.2373, 0.2406),
        "leather",
        settings=("interior", "lake", "street", "tabletop"),
    ),
    _kind(
        "umbrella_closed",
        "closed umbrella|folded umbrella|furled umbrella|rolled umbrella|rolled up umbrella",
        (0.121, 0.085, 0.8876),
        "silk",
        settings=("interior", "street", "lake"),
    ),
    _kind(
        "scissors",
        "scissors|shears|tailor's scissors",
        (0.080, 0.196, 0.0085),
        "steel",
        colours=("#17171a", "#a3231b", "#d9661a"),
    ),
    _kind(
        "headphones",
        "headphones|headset|earphones|cans headphones",
        (0.19, 0.08, 0.18),
        "plastic",
        colours=("#1b1c1f", "#e6e2da", "#6b1f1d"),
    ),
    _kind("trophy", "trophy|cup trophy|prize cup|award", (0.20, 0.125, 0.30), "gold|steel"),
    _kind("light_bulb", "light bulb|lightbulb|incandescent bulb|edison bulb", (0.104, 0.06, 0.06), "glass"),
    _kind(
        "basket",
        "basket|hamper|picnic basket|wicker basket|laundry basket|bread basket|fruit basket|"
        "picnic hamper|shopping basket|log basket|gift basket",
        (0.34, 0.26, 0.18),
        "wicker",
        hollow=True,
    ),
    _kind(
        "chair",
        "chair|seat|bentwood chair|dining chair|kitchen chair|wooden chair|office chair|"
        "desk chair|cafe chair|bistro chair|rocking chair|"
        "windsor chair|high chair|metal chair",
        (0.46, 0.50, 0.86),
        "oak|walnut|painted_wood",
        settings=("interior", "street", "lake"),
    ),
    _kind(
        "armchair",
        "armchair|recliner|easy chair|wing chair|wingback",
        (0.80, 0.82, 0.84),
        "linen|leather|velvet",
        settings=_ROOM,
        colours=("#5c6b5a", "#7a4a34", "#3d4f63"),
        propped=True,
    ),
    _kind(
        "table",
        "table|desk|bench table|dining table|round table|bistro table|cafe table|writing desk|"
        "wooden desk|trestle table|folding table|garden table|card table|breakfast table|"
        "refectory table|office desk",
        (1.20, 0.70, 0.74),
        "oak|walnut",
        settings=("interior", "street", "lake"),
    ),
    _kind(
        "bench",
        "bench|park bench|wooden bench|garden bench|stone bench|bus stop bench|pew",
        (1.50, 0.55, 0.82),
        "oak|painted_wood",
        settings=("lake", "street"),
    ),
    _kind(
        "suitcase",
        "suitcase|trunk|luggage|bag|briefcase|rucksack|backpack|satchel|handbag|holdall|duffel bag|"
        "duffle bag|valise|travel bag|sports bag|gym bag|kit bag|doctor bag|travel trunk|tote bag",
        (0.60, 0.24, 0.44),
        "leather",
        settings=("interior", "street", "lake"),
        colours=("#7a4a2b", "#2b3a4a"),
    ),
    _kind(
        "umbrella",
        "umbrella|brolly|black umbrella|rain umbrella",
        (1.00, 1.00, 0.95),
        "silk",
        settings=("interior", "street", "lake"),
        colours=_REDS,
        propped=True,
    ),
    _kind(
        "crate",
        "crate|wooden box|chest|box|milk crate|wine crate|fruit crate|packing crate|apple crate|"
        "treasure chest|sea chest|toy chest|wooden chest|beer crate",
        (0.50, 0.40, 0.32),
        "pine",
        settings=("interior", "lake", "street"),
        hollow=True,
    ),
    _kind(
        "barrel",
        "barrel|keg|cask|oil drum|wine barrel|beer keg|rain barrel|whisky barrel|beer barrel|"
        "steel drum|metal drum|wooden barrel",
        (0.58, 0.58, 0.88),
        "oak|painted_metal",
        settings=("interior", "lake", "street"),
        rolls=True,
    ),
    _kind(
        "bucket",
        "bucket|pail|mop bucket|metal bucket|ice bucket|sand bucket|tin bucket",
        (0.30, 0.30, 0.30),
        "steel|painted_metal",
        settings=("interior", "lake", "street"),
        colours=_REDS,
        hollow=True,
    ),
    _kind(
        "ladder",
        "ladder|step ladder|stepladder|extension ladder|wooden ladder|folding ladder",
        (0.50, 0.10, 2.40),
        "pine|steel",
        settings=("interior", "street"),
        propped=True,
    ),
    _kind(
        "bicycle",
        "bicycle|bike|cycle|push bike|pushbike|road bike|mountain bike|racing bike|city bike|"
        "pedal bike|fixie|tandem|racer bike",
        (0.55, 1.75, 1.05),
        "painted_metal",
        settings=("street", "lake"),
        colours=_REDS,
        propped=True,
    ),
    _kind(
        "car",
        "car|automobile|vehicle|sedan|saloon|hatchback|taxi|cab|coupe|sports car|muscle car|"
        "saloon car|limousine|limo|estate car|station wagon|convertible|roadster|race car|police car|"
        "cop car|black cab|yellow cab|vintage car|motorcar|minicab",
        (1.80, 4.30, 1.42),
        "car_paint",
        settings=("street", "lake"),
        colours=("#7d1a18", "#1e3d5c", "#c9c6bd", "#1b1c1e", "#c98a1b"),
    ),
    _kind(
        "van",
        "van|delivery van|panel van|minibus|camper van|campervan|"
        "box truck|box van|transit van|white van|postal van|mail truck|moving van|post van|"
        "bakery van|flower van",
        (2.00, 5.00, 2.30),
        "car_paint",
        settings=("street",),
        colours=("#e6e3da", "#2c5a7a", "#b0532a"),
    ),
    _kind(
        "boat",
        "boat|rowing boat|dinghy|skiff|rowboat|row boat|fishing boat|punt|wooden boat|small boat|"
        "lifeboat|rowing skiff",
        (1.40, 4.00, 0.75),
        "painted_wood|oak",
        settings=("lake",),
        colours=("#8b2e22", "#2f5a6b", "#e8e2d2"),
    ),
    _kind(
        "sailboat",
        "sailboat|yacht|ship|sail|sailing boat|sailing dinghy|sailing yacht|sloop",
        (1.80, 5.20, 7.00),
        "painted_wood",
        settings=("lake",),
        colours=("#e8e2d2", "#2b4a63"),
    ),
    _kind(
        "tent",
        "tent|camp|tipi|teepee|yurt|wigwam|pup tent|bell tent|dome tent|camping tent",
        (2.20, 2.40, 1.50),
        "canvas",
        settings=("lake",),
        colours=("#b5632c", "#5f6f3f", "#2f5d73"),
    ),
    _kind(
        "campfire",
        "campfire|bonfire|fire|camp fire|fire pit|firepit|flames|brazier|log fire|fire ring",
        (1.00, 1.00, 0.50),
        "charred_wood",
        settings=("lake",),
        lumens=2500.0,
        kelvin=1850.0,
        fixed=True,
    ),
    _kind(
        "rock",
        "rock|stone|boulder|pebble|flat stone|slab of rock|flat rock|river stone",
        (0.60, 0.50, 0.40),
        "granite|sandstone|mossy_rock",
        settings=("lake", "street", "tabletop"),
    ),
    _kind(
        "log",
        "log|trunk of wood|driftwood|firewood|firewood log|tree trunk|timber log|fallen log",
        (1.60, 0.32, 0.32),
        "bark",
        settings=("lake",),
        rolls=True,
    ),
    _kind(
        "tree",
        "tree|pine|fir|oak tree|birch|larch|spruce|willow|cedar|conifer|poplar|aspen|maple tree|"
        "pine tree|fir tree|beech tree|cypress|christmas tree|evergreen tree|sapling",
        (4.00, 4.00, 7.00),
        "bark",
        settings=("lake", "street"),
        fixed=True,
    ),
    _kind(
        "bush",
        "bush|shrub|hedge|topiary|boxwood|bushes|thicket|bramble|rose bush|rhododendron",
        (1.20, 1.20, 1.00),
        "leaf",
        settings=("lake", "street"),
        fixed=True,
    ),
    _kind(
        "mushroom",
        "mushroom|toadstool|fly agaric|button mushroom|champignon|fungus|fungi",
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
        "sign|signboard|signpost|billboard|placard|banner|road sign|"
        "street sign|door sign|nameplate|plaque|hanging sign|notice board|noticeboard|"
        "trail sign|warning sign|stop sign",
        (0.90, 0.08, 0.60),
        "painted_metal|painted_wood",
        settings=("tabletop", "interior", "street", "lake"),
        colours=("#1d3b2f", "#7a1f1c", "#f0ead8", "#1c2b4a"),
    ),
    _kind(
        "neon_sign",
        "neon sign|neon|neon lettering|neon letters|neon tube|neon tubes|neon light|neon script|glowing sign|"
        "illuminated sign|lit sign|light up sign|hotel neon|bar neon|neon signage|neon board",
        (1.75, 0.20, 0.72),
        "painted_metal",
        settings=("street", "interior", "tabletop"),
        colours=("#ff2a55", "#22c8e8", "#ff4a1e", "#9a4dff"),
        lumens=900.0,
        fixed=True,
    ),
    _kind(
        "shop_sign",
        "shop sign|store sign|pub sign|hotel sign|diner sign|cafe sign|bar sign|motel sign|bakery sign|"
        "restaurant sign|fascia|shop fascia|fascia sign|signage|shopfront sign",
        (3.0, 0.09, 0.56),
        "painted_wood",
        settings=("street",),
        colours=("#1d3b2f", "#7a1f1c", "#1c2b4a", "#26282b"),
        fixed=True,
    ),
    _kind(
        "awning",
        "awning|canopy|sun blind|shop awning|cafe awning|marquise|shop canopy",
        (3.6, 1.3, 0.82),
        "canvas",
        settings=("street",),
        colours=("#2f5d4a", "#9c2b26", "#26394d"),
        fixed=True,
    ),
    _kind(
        "traffic_cone",
        "traffic cone|road cone|pylon|safety cone|street cone|roadwork cone",
        (0.36, 0.36, 0.70),
        "plastic",
        settings=("street",),
        colours=("#e2571c",),
    ),
    _kind(
        "trash_can",
        "trash can|bin|dustbin|garbage can|rubbish bin|wheelie bin|litter bin|ash can|garbage bin|"
        "trash bin|metal bin|trashcan|waste bin",
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
        "lamp post|street lamp|streetlight|lamppost|street light|street lantern|gas lamp|gaslight|"
        "lamp standard|lamp column|street lamp post|streetlamp|gas street lamp",
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
        "post box|postbox|pillar box|letter box|letterbox|red post box|red letterbox",
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
    _kind(
        "canoe",
        "canoe|canadian canoe",
        (0.87, 4.75, 0.62),
        "painted_wood",
        settings=("lake",),
        colours=(
            "#9c241c",
            "#2f5a3c",
            "#c9a35a",
            "#2b4a63",
        ),
    ),
    _kind(
        "kayak",
        "kayak|sea kayak",
        (0.6, 4.35, 0.39),
        "plastic",
        settings=("lake",),
        colours=(
            "#d9971c",
            "#b3261e",
            "#2f6b8a",
        ),
    ),
    _kind(
        "skateboard",
        "skateboard|skate board|longboard",
        (0.21, 0.8, 0.15),
        "painted_wood",
        settings=("street", "interior"),
        colours=(
            "#2d5f8a",
            "#b3261e",
            "#3f6b3a",
            "#d9a441",
        ),
    ),
    _kind(
        "tyre",
        "tyre|tire|car tyre|car tire|rubber tyre|rubber tire",
        (0.2, 0.63, 0.63),
        "rubber",
        settings=("street", "lake"),
        colours=("#1b1b1c",),
        rolls=True,
    ),
    _kind(
        "wheelbarrow",
        "wheelbarrow|barrow",
        (0.68, 1.72, 0.66),
        "painted_metal",
        settings=("lake", "street"),
        colours=(
            "#2f6b3a",
            "#b0532a",
            "#2f5a6b",
        ),
    ),
    _kind(
        "shopping_trolley",
        "shopping trolley|shopping cart|supermarket trolley|trolley|trolly",
        (0.57, 0.99, 1.01),
        "plastic",
        settings=("street",),
        colours=(
            "#b3261e",
            "#2f5a8a",
            "#3f6b3a",
        ),
    ),
    _kind(
        "traffic_light",
        "traffic light|traffic lights|stop light|stoplight|traffic signal",
        (0.5, 0.63, 3.2),
        "steel",
        settings=("street",),
        lumens=60.0,
        kelvin=1000.0,
        fixed=True,
    ),
    _kind(
        "parking_meter",
        "parking meter|parking metre",
        (0.22, 0.22, 1.43),
        "painted_metal",
        settings=("street",),
        colours=("#4a4f52",),
        fixed=True,
    ),
    _kind(
        "barrier",
        "barrier|road barrier|roadblock|barricade|roadworks barrier|road works sign",
        (1.9, 0.61, 1.2),
        "plastic",
        settings=("street",),
        colours=("#b3201a",),
    ),
    _kind(
        "sandwich_board",
        "sandwich board|a board|a-board|a frame sign|pavement sign|sidewalk sign|chalkboard|"
        "blackboard|menu board",
        (0.62, 0.54, 1.08),
        "oak|walnut",
        settings=("street", "interior"),
    ),
    _kind(
        "vending_machine",
        "vending machine|drinks machine|soda machine",
        (1.0, 0.73, 1.83),
        "painted_metal",
        settings=("street", "interior"),
        colours=(
            "#2456a6",
            "#b3201a",
            "#e6e3da",
        ),
        lumens=900.0,
        kelvin=6500.0,
    ),
    _kind(
        "camp_chair",
        "camping chair|camp chair|folding chair|director chair|deckchair|deck chair|garden chair|lawn chair",
        (0.62, 0.58, 0.88),
        "canvas",
        settings=("lake", "street", "interior"),
        colours=(
            "#2f5d4a",
            "#2f4a73",
            "#b5532c",
        ),
    ),
    _kind(
        "picnic_table",
        "picnic table|picnic bench|beer garden table",
        (1.8, 1.55, 0.77),
        "pine|oak",
        settings=("lake", "street"),
    ),
    _kind(
        "parasol",
        "parasol|sunshade|beach umbrella|market umbrella|sun umbrella|patio umbrella|cafe umbrella",
        (2.55, 2.55, 2.45),
        "canvas",
        settings=("street", "lake"),
        colours=(
            "#d8cbb0",
            "#b3261e",
            "#2f5d4a",
        ),
        fixed=True,
    ),
    _kind(
        "bus",
        "bus|city bus|coach|school bus|single decker",
        (2.85, 10.6, 3.05),
        "car_paint",
        settings=("street",),
        colours=(
            "#2f6b8a",
            "#b3261e",
            "#e6e3da",
            "#d9a41f",
        ),
    ),
    _kind(
        "double_decker",
        "london bus|double decker|double-decker|double decker bus|double-decker bus|london bus|routemaster",
        (2.85, 9.6, 4.38),
        "car_paint",
        settings=("street",),
        colours=("#b3161b",),
    ),
    _kind(
        "tram",
        "tram|streetcar|tramcar|trolley car|cable car",
        (2.38, 8.5, 4.05),
        "car_paint",
        settings=("street",),
        colours=(
            "#e0ae1c",
            "#a3231c",
            "#2f6b4a",
        ),
    ),
    _kind(
        "suv",
        "suv|jeep|land rover|range rover|off roader|off-roader|four by four|4x4|offroader",
        (1.95, 4.65, 1.86),
        "car_paint",
        settings=("street", "lake"),
        colours=(
            "#3d5a3f",
            "#b9bcbd",
            "#2a2f36",
            "#8a3a22",
        ),
    ),
    _kind(
        "pickup",
        "pickup|pickup truck|pick-up|pick up truck|ute",
        (2.0, 5.2, 1.78),
        "car_paint",
        settings=("street", "lake"),
        colours=(
            "#9a2a20",
            "#2f4a63",
            "#c9c6bd",
            "#3d4a3f",
        ),
    ),
    _kind(
        "truck",
        "truck|lorry|delivery truck|box truck|removal van|moving van|food truck",
        (2.30, 5.45, 3.08),
        "car_paint",
        settings=("street",),
        colours=("#2c5a7a", "#b0532a", "#3f6b4a", "#8a2520"),
    ),
    _kind(
        "motorbike",
        "motorbike|motorcycle|motor bike|motor cycle|chopper|superbike",
        (0.79, 2.09, 1.19),
        "painted_metal",
        settings=("street", "lake"),
        colours=(
            "#7d1a18",
            "#1c1d1f",
            "#2f4a63",
        ),
        propped=True,
    ),
    _kind(
        "scooter",
        "scooter|vespa|moped|motor scooter",
        (0.7, 1.86, 1.22),
        "painted_metal",
        settings=("street", "lake"),
        colours=(
            "#8fb8ae",
            "#c9b98f",
            "#b3261e",
        ),
        propped=True,
    ),
    _kind(
        "cabin",
        "cabin|log cabin|wooden cabin|timber cabin|hut|log house|wooden hut|chalet|lodge|shack",
        (5.75, 4.95, 4.13),
        "pine",
        settings=("lake",),
        lumens=420.0,
        kelvin=2500.0,
        fixed=True,
    ),
    _kind(
        "rope_swing",
        "rope swing|tree swing|wooden swing|garden swing|swing seat|plank swing|playground swing",
        (0.56, 0.23, 2.5),
        "pine|oak",
        settings=("lake",),
    ),
    _kind(
        "fence",
        "fence|wooden fence|rail fence|post and rail fence|split rail fence|pasture fence|garden fence|railing fence",
        (4.2, 0.2, 1.12),
        "pine|oak|painted_wood",
        settings=("lake", "street"),
        fixed=True,
    ),
    _kind(
        "kite",
        "kite|diamond kite|paper kite",
        (0.95, 2.3, 2.75),
        "silk",
        settings=("lake",),
        colours=("#c8322b", "#2f6f9e", "#e0a020"),
        fixed=True,
    ),
    _kind(
        "jetty",
        "jetty|wooden jetty|pier|wooden pier|dock|wooden dock|landing stage|boat dock|boardwalk",
        (1.95, 9.2, 0.96),
        "pine|oak",
        settings=("lake",),
        fixed=True,
    ),
    _kind(
        "hay_bale",
        "hay bale|straw bale|haybale|bale of hay|bale of straw|hay roll|haystack|bale",
        (1.28, 1.26, 1.24),
        "paper",
        settings=("lake",),
        rolls=True,
    ),
    _kind(
        "snowman",
        "snowman|snow man",
        (1.48, 1.0, 1.84),
        "plaster",
        settings=("lake", "street"),
        colours=(
            "#a3231f",
            "#2f5a3c",
            "#2f4a73",
        ),
        fixed=True,
    ),
    _kind(
        "market_stall",
        "market stall|fruit stall|fruit stand|vegetable stall|street stall|food stall|stall|flower stall|lemonade stand",
        (2.28, 1.69, 2.4),
        "painted_wood|pine",
        settings=("street", "lake"),
        colours=(
            "#b3261e",
            "#2f6b4a",
            "#2f4a73",
        ),
        fixed=True,
    ),
    _kind(
        "fountain",
        "fountain|stone fountain|water fountain",
        (2.57, 2.57, 1.78),
        "sandstone|marble|granite",
        settings=("street", "lake"),
        fixed=True,
        hollow=True,
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
        stages={
            "default": (4.0, 3.0, 0.0),
            "water": (14.0, 12.0, 0.0),
            "shore": (4.6, 3.0, 0.0),
            "point": (3.2, 2.2, 0.0),
        },
        surfaces=("meadow", "gravel"),
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
            "street_lamps": (30000.0, 2200.0),
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
