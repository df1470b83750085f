"""Toys, vessels, fruit, books, lamps, keepsakes and cutlery; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import REDS, ROOM, CastKind, kind

STILL_LIFE: tuple[CastKind, ...] = (
    kind(
        "ball",
        "ball|sphere|orb|cricket ball|golf ball|ping pong ball|rubber ball|steel ball|table tennis ball|"
        "bouncy ball|glass ball|pendulum ball",
        (0.10, 0.10, 0.10),
        "rubber|painted_wood|glazed_ceramic|plastic",
        rolls=True,
        colours=REDS,
    ),
    kind("marble", "marble", (0.025, 0.025, 0.025), "glass|polished_stone", rolls=True, colours=REDS),
    kind(
        "football",
        "football|soccer ball",
        (0.22, 0.22, 0.22),
        "leather",
        rolls=True,
        settings=("interior", "lake", "street"),
    ),
    kind(
        "block",
        "block|cube|brick toy|toy brick|play brick|wooden block|toy block|building block|sugar cube|"
        "lego brick|"
        "alphabet block|stacking block|wooden cube|building brick|jenga block|concrete block|wood block",
        (0.08, 0.08, 0.08),
        "painted_wood|oak|plastic|marble",
        colours=REDS,
    ),
    kind(
        "domino",
        "domino|dominoes",
        (0.025, 0.010, 0.050),
        "painted_wood|plastic",
        colours=("#f2ede0", "#23201d"),
    ),
    kind(
        "cylinder",
        "cylinder|pillar",
        (0.07, 0.07, 0.14),
        "painted_wood|brass|plaster",
        colours=REDS,
        rolls=True,
    ),
    kind("cone", "cone|pyramid", (0.09, 0.09, 0.14), "painted_wood|plaster", colours=REDS),
    kind(
        "bowling_ball",
        "bowling ball|tenpin ball",
        (0.216, 0.216, 0.216),
        "plastic",
        rolls=True,
        settings=("interior", "tabletop"),
        colours=("#16244f", "#5a1020", "#14161a", "#123c34"),
    ),
    kind(
        "bowling_pin",
        "bowling pin|tenpin|ten pin|skittle|skittles|ninepin|bowling skittle",
        (0.121, 0.121, 0.381),
        "painted_wood",
        settings=("interior", "tabletop"),
    ),
    kind(
        "torus",
        "torus|hoop",
        (0.14, 0.14, 0.04),
        "brass|plastic|painted_wood",
        colours=REDS,
    ),
    kind(
        "bottle",
        "bottle|flask|wine bottle|milk bottle|beer bottle|whisky bottle|whiskey bottle|water bottle|"
        "champagne bottle|glass bottle|rum bottle|gin bottle|sauce bottle|ketchup bottle|phial|vial|"
        "hip flask|medicine bottle",
        (0.08, 0.08, 0.30),
        "green_glass|glass|amber_glass",
    ),
    kind(
        "wine_glass",
        "wine glass|glass of wine|goblet|stem glass|stemmed glass|wineglass|chalice|cocktail glass|"
        "martini glass|brandy glass|snifter|glass of red wine|glass of red|glass of white wine",
        (0.08, 0.08, 0.20),
        "glass",
        hollow=True,
    ),
    kind(
        "tumbler",
        "tumbler|drinking glass|water glass|glass of water|glass|whisky glass|whiskey glass|rocks glass|"
        "shot glass|highball glass|glass of juice|glass of milk|glass of whisky|glass of orange juice|"
        "whisky tumbler|whiskey tumbler|juice glass|glass beaker",
        (0.08, 0.08, 0.10),
        "glass",
        hollow=True,
    ),
    kind(
        "vase",
        "vase|urn|amphora|flower vase|glass vase|ginger jar|chinese vase|porcelain vase|ming vase|"
        "bud vase|pot vase",
        (0.16, 0.16, 0.30),
        "glazed_ceramic|terracotta|glass",
        colours=REDS,
        hollow=True,
    ),
    kind(
        "bowl",
        "bowl|dish|basin|fruit bowl|salad bowl|soup bowl|mixing bowl|tureen|punch bowl",
        (0.26, 0.26, 0.10),
        "glazed_ceramic|walnut|brass",
        colours=("#e2dccb", "#cfd3cf", "#8fa0a6", "#d9cdb6"),
        hollow=True,
    ),
    kind(
        "plate",
        "plate|saucer|platter|dinner plate|dessert plate|side plate|charger plate|serving plate|"
        "soup plate|cake plate|cake stand",
        (0.26, 0.26, 0.025),
        "glazed_ceramic",
    ),
    kind(
        "cup",
        "cup|mug|coffee|tea|teacup|tea cup|coffee cup|espresso cup|coffee mug|tea mug|enamel mug|"
        "beaker|cup of tea|cup of coffee|mug of coffee|mug of tea|mug of cocoa|espresso|cappuccino|"
        "latte",
        (0.11, 0.08, 0.09),
        "glazed_ceramic",
        colours=REDS,
        hollow=True,
    ),
    kind("teapot", "teapot|coffee pot", (0.24, 0.15, 0.16), "glazed_ceramic|steel|copper", colours=REDS),
    kind(
        "apple",
        "apple|red apple|green apple|granny smith|crab apple|cooking apple",
        (0.078, 0.078, 0.075),
        "fruit_skin",
        rolls=True,
        colours=("#9e1b1b", "#7c9a2c", "#c4562b"),
    ),
    kind(
        "orange",
        "orange|tangerine|citrus|mandarin|clementine|satsuma|blood orange|mandarin orange",
        (0.080, 0.080, 0.076),
        "citrus_skin",
        rolls=True,
        colours=("#e07a14",),
    ),
    kind(
        "lemon",
        "lemon|citron",
        (0.060, 0.085, 0.058),
        "citrus_skin",
        rolls=True,
        colours=("#e6c21f",),
    ),
    kind(
        "pear",
        "pear|conference pear",
        (0.075, 0.075, 0.11),
        "fruit_skin",
        colours=("#a8a437", "#b98a34"),
    ),
    kind(
        "fig",
        "fig|black fig|purple fig|fresh fig|ripe fig|green fig|mission fig",
        (0.052, 0.052, 0.06),
        "fruit_skin",
        colours=("#3a2338", "#452a3a", "#33202f"),
    ),
    kind("banana", "banana|bananas", (0.19, 0.08, 0.04), "fruit_skin", colours=("#e3bd36",)),
    kind(
        "grapes",
        "grapes|grape|berries|bunch of grapes",
        (0.14, 0.10, 0.07),
        "fruit_skin",
        colours=("#43213f", "#8da23f"),
    ),
    kind(
        "bread",
        "bread|loaf|baguette|loaf of bread|sourdough|bread roll|bun|rye bread|bagel|brioche|"
        "crusty loaf|breadstick|ciabatta|slice of bread|toast",
        (0.26, 0.12, 0.10),
        "bread_crust",
    ),
    kind(
        "book",
        "book|novel|notebook|magazine|dictionary|paperback|hardback|hardcover|comic|comic book|"
        "journal|diary|atlas|bible|textbook|photo album|album|tome|cookbook|sketchbook|ledger|"
        "manuscript",
        (0.16, 0.23, 0.03),
        "book_cloth",
        colours=("#6b1f1d", "#1f3a5f", "#3e4a2f", "#a27a2c", "#2b2b2e"),
    ),
    kind(
        "candle",
        "candle|taper|tea light|candlestick|candle stick|candle holder|candleholder|chamberstick|"
        "tealight|pillar candle|dinner candle|"
        "church candle|taper candle|lit candle",
        (0.07, 0.07, 0.24),
        "wax",
        lumens=13.0,
        kelvin=1900.0,
    ),
    kind(
        "lantern",
        "lantern|oil lamp|hurricane lamp|storm lantern|kerosene lamp|railway lantern|"
        "candle lantern|camping lantern|storm lamp|paraffin lamp|"
        "gas lantern",
        (0.16, 0.16, 0.30),
        "black_iron|brass",
        lumens=120.0,
        kelvin=2000.0,
        settings=("tabletop", "interior", "lake", "street"),
    ),
    kind(
        "paper_lantern",
        "paper lantern|japanese lantern|chinese lantern|red lantern|silk lantern|izakaya lantern|chochin",
        (0.41, 0.41, 0.56),
        "paper",
        colours=("#b8261c",),
        lumens=60.0,
        kelvin=2200.0,
        settings=("street", "tabletop", "interior", "lake"),
    ),
    kind(
        "desk_lamp",
        "desk lamp|table lamp|lamp|reading light|light|banker's lamp|bankers lamp|banker lamp|"
        "bedside lamp|anglepoise|anglepoise lamp|reading lamp|tiffany lamp",
        (0.26, 0.26, 0.46),
        "brass|black_iron",
        lumens=450.0,
        kelvin=2700.0,
    ),
    kind(
        "floor_lamp",
        "floor lamp|standard lamp",
        (0.40, 0.40, 1.60),
        "brass|black_iron",
        lumens=900.0,
        settings=ROOM,
    ),
    kind(
        "clock",
        "clock|alarm clock|mantel clock|bedside clock|table clock|mantelpiece clock|wind up clock|"
        "carriage clock|wall clock|digital clock|clock radio|radio alarm|digital alarm clock",
        (0.14, 0.07, 0.17),
        "brass|painted_metal",
        colours=REDS,
        lumens=0.04,
        kelvin=3000.0,
    ),
    kind(
        "picture",
        "picture|painting|frame|photo|portrait|poster|photograph|oil painting|framed photo|"
        "framed photograph|canvas painting|landscape painting|picture frame|photo frame|family photo|"
        "watercolour|framed picture|framed print",
        (0.30, 0.12, 0.38),
        "walnut|black_iron",
    ),
    kind("skull", "skull", (0.15, 0.20, 0.17), "bone"),
    kind(
        "statue",
        "statue|bust|sculpture|figurine|idol|marble bust|garden gnome|gnome|statuette|carving|"
        "carved figure|plaster bust|stone head|buddha|cherub|gargoyle",
        (0.20, 0.18, 0.34),
        "marble|bronze|plaster",
    ),
    kind(
        "chess_piece",
        "chess piece|pawn|king|queen|rook|chessman|chessmen|chess pawn|chess king|chess queen|"
        "chess knight|white king|black king|knight piece",
        (0.040, 0.040, 0.085),
        "ebony|maple",
        colours=("#efe3c4", "#1d1713"),
    ),
    kind(
        "dice",
        "dice|die|gaming die|playing dice|a pair of dice|six sided die|casino dice",
        (0.022, 0.022, 0.022),
        "plastic",
        colours=("#efeae0", "#a51c1c"),
    ),
    kind(
        "coin",
        "coin|coins|medal|penny|gold coin|silver coin|dollar coin|euro coin|doubloon|medallion",
        (0.030, 0.030, 0.003),
        "gold|copper|steel",
    ),
    kind(
        "key",
        "key|car key|door key|house key|bunch of keys|old key|skeleton key|set of keys",
        (0.09, 0.03, 0.006),
        "brass|steel",
    ),
    kind(
        "cloth",
        "cloth|scarf|tablecloth|silk|fabric|blanket|flag|towel|handkerchief|shawl|sheet|veil|"
        "rag|bandana|bedsheet|bed sheet|duvet|picnic blanket|tea towel|dish towel|dust sheet|"
        "tarpaulin|tarp|neckerchief|pashmina|gauze|muslin|satin sheet|drapery",
        (0.60, 0.60, 0.01),
        "silk|linen|velvet",
        colours=REDS,
    ),
    kind(
        "flower",
        "flower|rose|tulip|daisy|bouquet|flowers|sunflower|lily|daffodil|orchid|peony|poppy|"
        "carnation|hydrangea|wildflower|chrysanthemum|lavender|blossom|dahlia|anemone|gerbera|"
        "marigold|pansy|violet flower|ranunculus",
        (0.20, 0.20, 0.40),
        "petal",
        colours=("#b3243a", "#e8c33a", "#e9e2ea", "#7d4fa3"),
    ),
    kind(
        "plant",
        "plant|potted plant|houseplant|fern|pot plant|monstera|rubber plant|yucca|ficus|aspidistra|"
        "spider plant|peace lily|aloe|aloe vera|ivy",
        (0.50, 0.50, 0.70),
        "leaf",
    ),
    kind("cactus", "cactus|succulent", (0.12, 0.12, 0.20), "leaf"),
    kind(
        "toy_car",
        "toy car|model car|tin car|matchbox car|miniature car|tin toy car|toy racing car|"
        "die cast car|diecast car|toy truck|toy jeep|toy taxi",
        (0.08, 0.17, 0.06),
        "car_paint",
        colours=REDS,
        rolls=True,
    ),
    kind("paper_boat", "paper boat|origami boat|origami", (0.10, 0.20, 0.09), "paper", colours=("#f4f1e8",)),
    kind(
        "robot",
        "robot|toy robot|automaton|android|tin robot|toy android|wind up robot|tin toy robot",
        (0.16, 0.12, 0.28),
        "painted_metal|steel",
        colours=REDS,
    ),
    kind(
        "rubber_duck",
        "rubber duck|duck|bath duck|rubber duckie|rubber ducky|plastic duck|toy duck",
        (0.09, 0.11, 0.10),
        "rubber",
        colours=("#f0c419",),
        settings=("tabletop", "interior", "lake"),
    ),
    kind("camera_prop", "camera|film camera|photo camera", (0.14, 0.10, 0.10), "leather|painted_metal"),
    kind(
        "gift",
        "gift|present|parcel|package|wrapped box|wrapped present|christmas present|birthday present|"
        "gift box|wrapped gift|present box",
        (0.20, 0.20, 0.16),
        "paper",
        colours=REDS,
    ),
    kind(
        "jug",
        "jug|pitcher|ewer",
        (0.20, 0.15, 0.215),
        "glazed_ceramic|steel|terracotta|copper",
        colours=REDS,
        hollow=True,
    ),
    kind(
        "kettle",
        "kettle|tea kettle|teakettle",
        (0.24, 0.20, 0.26),
        "steel|copper|painted_metal",
        colours=REDS,
    ),
    kind(
        "frying_pan",
        "frying pan|skillet|pan|griddle pan|grill pan|omelette pan|crepe pan|saute pan|iron pan|cast "
        "iron pan",
        (0.50, 0.28, 0.075),
        "black_iron|steel|copper",
        hollow=True,
    ),
    kind("fork", "fork", (0.024, 0.196, 0.018), "steel|brass"),
    kind("spoon", "spoon|teaspoon|tablespoon", (0.040, 0.196, 0.019), "steel|brass"),
    kind("knife", "knife|dinner knife|butter knife", (0.022, 0.232, 0.0075), "steel|brass"),
)
