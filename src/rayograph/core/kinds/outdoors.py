"""Kinds that belong out of doors, and what goes with them; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind, kind

_FIELD = ("lake", "street", "interior")
_ANYWHERE = ("tabletop", "interior", "lake", "street")

_SPORT = (
    kind("sled", "sled|sledge|toboggan|wooden sled|wooden sledge|snow sled", (0.46, 1.33, 0.385),
         "maple|oak|painted_wood", settings=_FIELD),
    kind("skis", "pair of skis|skis|set of skis|cross country skis|wooden skis", (0.68, 0.19, 1.68),
         "plastic", settings=_FIELD, colours=("#b3261e", "#1f4f8a", "#e0a020", "#2f6b4a"), propped=True),
    kind("snowboard", "snowboard|snow board", (0.276, 0.234, 1.52), "plastic", settings=_FIELD,
         colours=("#1f6f8a", "#7a3b69", "#c8402c", "#2b2c30"), propped=True),
    kind("surfboard", "surfboard|surf board|longboard surfboard|paddle board|paddleboard",
         (0.524, 0.283, 1.87), "plastic", settings=_FIELD, propped=True),
    kind("tennis_racket", "tennis racket|racket|racquet|tennis racquet|badminton racket|squash racket",
         (0.7, 0.28, 0.043), "painted_metal", settings=_ANYWHERE,
         colours=("#b3261e", "#1f4f8a", "#1f2022", "#2f6b4a")),
    kind("baseball_bat", "baseball bat|wooden bat|softball bat", (0.84, 0.067, 0.067), "maple|oak",
         settings=_ANYWHERE, rolls=True),
    kind("golf_club", "golf club|golf driver|golf iron", (0.33, 0.25, 1.02), "chrome", settings=_FIELD,
         colours=("#17181b", "#8a1f1a", "#1f3f6b"), propped=True),
    kind("hockey_stick", "hockey stick|ice hockey stick|hockey stick and puck", (1.488, 0.319, 0.0424),
         "painted_wood", settings=_ANYWHERE, colours=("#e8e2d2", "#1f2022", "#c9a25a")),
    kind("dumbbell", "dumbbell|pair of dumbbells|hand weight|dumb bell|free weight", (0.303, 0.104, 0.12),
         "rubber", settings=_ANYWHERE),
    kind("kettlebell", "kettlebell|kettle bell", (0.197, 0.197, 0.28), "painted_metal",
         settings=_ANYWHERE),
    kind("boxing_glove", "boxing glove|pair of boxing gloves|boxing mitt", (0.28, 0.17, 0.135), "leather",
         settings=_ANYWHERE, colours=("#b3161b",)),
    kind("ice_skates", "ice skates|pair of ice skates|figure skates|hockey skates|"
         "pair of skates", (0.34, 0.37, 0.3), "leather", settings=_ANYWHERE, colours=("#ece7dc",)),
    kind("roller_skates", "roller skates|pair of roller skates|quad skates|rollerblades|inline skates|"
         "rollerskates", (0.34, 0.34, 0.31), "leather", settings=_ANYWHERE,
         colours=("#ece7dc", "#c98fa0", "#2f6f9e")),
)  # fmt: skip

_GARDEN = (
    kind("shovel", "shovel|spade|garden spade|garden shovel|digging shovel", (0.237, 0.05, 1.14), "steel",
         settings=_FIELD, propped=True),
    kind("snow_shovel", "snow shovel|coal shovel", (0.472, 0.13, 1.3), "plastic", settings=_FIELD,
         colours=("#b3261e", "#2f5d8a"), propped=True),
    kind("rake", "rake|leaf rake|garden rake|lawn rake", (0.52, 0.09, 1.58), "painted_metal",
         settings=_FIELD, colours=("#2f6b4a", "#b3261e"), propped=True),
    kind("pitchfork", "pitchfork|hay fork|hayfork|garden fork|digging fork", (0.22, 0.07, 1.5),
         "black_iron", settings=_FIELD, propped=True),
    kind("pickaxe", "pickaxe|pick axe|mattock|pickax|ice axe", (0.58, 0.065, 0.93), "black_iron",
         settings=_FIELD, propped=True),
    kind("watering_can", "watering can|garden can|galvanised watering can", (0.53, 0.21, 0.335),
         "steel|copper|painted_metal", settings=_ANYWHERE),
    kind("garden_hose", "garden hose|hose|hosepipe|water hose|coiled hose|hose coil|fire hose",
         (0.66, 0.57, 0.15), "rubber", settings=_FIELD, colours=("#3f7a3a", "#c9a020")),
    kind("lawn_mower", "lawn mower|lawnmower|mower|push mower|grass cutter", (0.6, 1.22, 1.01),
         "painted_metal", settings=_FIELD, colours=("#b3261e", "#2f6b3a", "#c96a1c")),
    kind("mop", "mop|string mop|floor mop", (0.33, 0.33, 1.38), "linen", settings=_FIELD,
         colours=("#2f5d8a", "#b3261e"), propped=True),
)  # fmt: skip

_IRON = (
    kind("nail", "nail|iron nail|steel nail|wire nail|rusty nail", (0.075, 0.008, 0.008),
         "steel|rusty_metal"),
    kind("screw", "screw|wood screw|metal screw", (0.055, 0.0092, 0.0092), "steel|brass"),
    kind("bolt", "bolt|nut and bolt|hex bolt|bolt and nut|hex nut|metal nut", (0.07, 0.045, 0.062),
         "steel|brass"),
    kind("gear", "gear|gear wheel|cog|cogwheel|cog wheel|gearwheel|sprocket", (0.2, 0.044, 0.2),
         "steel|brass|bronze", settings=_ANYWHERE),
    kind("chain", "chain|length of chain|steel chain|metal chain|iron chain|gold chain",
         (0.66, 0.14, 0.025), "steel|rusty_metal", settings=_ANYWHERE),
    kind("hook", "hook|lifting hook|crane hook|steel hook|meat hook", (0.12, 0.04, 0.27),
         "steel|black_iron", settings=_ANYWHERE),
    kind("rope", "coil of rope|coiled rope|rope coil|hemp rope|lasso|mooring rope|climbing rope|"
         "pile of rope", (0.43, 0.34, 0.14), "linen", settings=_ANYWHERE),
    kind("anchor", "anchor|ship anchor|boat anchor|ship's anchor|iron anchor", (0.86, 0.26, 1.19),
         "black_iron|rusty_metal", settings=_FIELD, propped=True),
    kind("horseshoe", "horseshoe|horse shoe|lucky horseshoe", (0.14, 0.14, 0.012), "rusty_metal|steel",
         settings=_ANYWHERE),
)  # fmt: skip

_CAMP = (
    kind("hammock", "hammock|garden hammock|rope hammock|canvas hammock|striped hammock",
         (3.04, 1.1, 1.29), "canvas", settings=_FIELD, colours=("#b3402a", "#2f5d8a", "#3f6b3a"),
         fixed=True),
    kind("sleeping_bag", "sleeping bag|bedroll|bed roll|mummy bag", (2.2, 0.72, 0.2), "silk",
         settings=("lake", "interior"), colours=("#2f5d4a", "#b3402a", "#2f4a73")),
    kind("camping_stove", "camping stove|camp stove|gas stove|primus|primus stove|portable stove|"
         "camping cooker", (0.24, 0.15, 0.31), "painted_metal", settings=_ANYWHERE,
         colours=("#2a5fa0", "#b3261e"), lumens=8.0, kelvin=6500.0),
    kind("canteen", "canteen|water canteen|army canteen|field canteen", (0.28, 0.13, 0.225), "felt",
         settings=_ANYWHERE, colours=("#5b5a3c", "#6b5a42")),
    kind("fishing_rod", "fishing rod|fishing pole|angling rod|fly rod|rod and reel", (2.17, 0.149, 1.14),
         "plastic", settings=_FIELD, colours=("#23324a", "#3a2418"), propped=True),
)  # fmt: skip

_SEASON = (
    kind("jack_o_lantern", "jack-o'-lantern|jack o lantern|jack o'lantern|jack-o-lantern|carved pumpkin|"
         "halloween pumpkin|pumpkin lantern|jackolantern|lit pumpkin", (0.285, 0.285, 0.29), "fruit_skin",
         settings=_ANYWHERE, lumens=90.0, kelvin=2000.0),
    kind("wreath", "wreath|christmas wreath|holiday wreath|advent wreath|door wreath|fir wreath",
         (0.472, 0.153, 0.47), "leaf", settings=_ANYWHERE, propped=True),
    kind("ornament", "christmas ornament|ornament|bauble|christmas bauble|tree ornament|christmas ball|"
         "glass bauble", (0.072, 0.072, 0.1), "chrome",
         colours=("#b3161b", "#c89a2a", "#1f5a3a", "#2a4f8a"), rolls=True),
    kind("stocking", "christmas stocking|stocking|santa stocking|xmas stocking", (0.3, 0.14, 0.58),
         "linen", propped=True),
    kind("christmas_tree", "christmas tree|xmas tree|decorated tree|lit christmas tree|christmas fir",
         (1.4, 1.4, 2.18), "leaf", settings=_FIELD, colours=("#a3161b", "#2a4f8a"), lumens=160.0,
         kelvin=2400.0, fixed=True),
)  # fmt: skip

_CALL = (
    kind("police_car", "police car|cop car|patrol car|squad car|police cruiser", (1.95, 4.4, 1.6),
         "car_paint", settings=("street",)),
    kind("ambulance", "ambulance|paramedic van", (2.2, 5.1, 2.4), "car_paint", settings=("street",)),
    kind("fire_engine", "fire engine|fire truck|firetruck|fire appliance", (2.35, 5.9, 3.3), "car_paint",
         settings=("street",)),
)  # fmt: skip

_BALLS = (
    kind("baseball", "baseball|softball", (0.073, 0.073, 0.073), "leather", settings=_ANYWHERE,
         rolls=True),
    kind("volleyball", "volleyball|volley ball|handball", (0.21, 0.21, 0.21), "leather", settings=_FIELD,
         rolls=True),
    kind("rugby_ball", "rugby ball|american football|gridiron ball|oval ball", (0.29, 0.192, 0.192),
         "leather", settings=_FIELD, rolls=True),
    kind("wrecking_ball", "wrecking ball|demolition ball", (0.72, 0.72, 0.92), "black_iron",
         settings=_FIELD, rolls=True),
    kind("cannonball", "cannonball|cannon ball|iron ball", (0.11, 0.11, 0.11), "black_iron",
         settings=_ANYWHERE, rolls=True),
)  # fmt: skip

_SKY = (
    kind("rocket", "rocket|toy rocket|model rocket|space rocket|rocket ship|rocketship|tin rocket",
         (0.178, 0.155, 0.374), "painted_metal", settings=_ANYWHERE, colours=("#c2281e", "#2455a0")),
    kind("ufo", "ufo|flying saucer|toy ufo|saucer ship|spaceship|toy spaceship", (0.344, 0.344, 0.207),
         "steel", settings=_ANYWHERE, lumens=20.0, kelvin=3000.0),
    kind("drone", "drone|quadcopter|camera drone|quadrocopter", (0.458, 0.378, 0.125), "plastic",
         settings=_ANYWHERE),
)  # fmt: skip

_WATER = (
    kind("life_ring", "life ring|lifebuoy|life buoy|life preserver|lifebelt|life belt|ring buoy",
         (0.77, 0.11, 0.77), "plastic", settings=_FIELD, colours=("#d0401f",), propped=True),
    kind("buoy", "buoy|channel buoy|marker buoy|navigation buoy|red buoy", (1.07, 1.07, 1.6),
         "painted_metal", settings=("lake",), colours=("#b8281e", "#2f6b3a")),
    kind("lighthouse", "lighthouse|light house", (5.5, 5.5, 16.2), "plaster", settings=("lake",),
         colours=("#b3241c",), lumens=2500.0, kelvin=3200.0, fixed=True),
    kind("birdcage", "birdcage|bird cage|brass birdcage|canary cage", (0.356, 0.356, 0.53), "brass",
         settings=_ANYWHERE),
)  # fmt: skip

_KERB = (
    kind("stop_sign", "stop sign", (0.75, 0.24, 2.6), "painted_metal", settings=("street", "lake"),
         fixed=True),
    kind("street_name_sign", "street name sign|street sign|street nameplate|road name sign",
         (0.91, 0.91, 2.76), "painted_metal", settings=("street", "lake"), fixed=True),
    kind("pallet", "pallet|wooden pallet|shipping pallet|timber pallet", (1.2, 0.82, 0.145), "pine",
         settings=_FIELD),
    kind("sack", "sack|burlap sack|sack of grain|hessian sack|grain sack|sack of potatoes|sack of flour|"
         "jute sack", (0.5, 0.43, 0.66), "canvas", settings=_FIELD),
)  # fmt: skip

OUTDOORS: tuple[CastKind, ...] = (
    *_SPORT,
    *_GARDEN,
    *_IRON,
    *_CAMP,
    *_SEASON,
    *_CALL,
    *_BALLS,
    *_SKY,
    *_WATER,
    *_KERB,
)
