"""Fresh food, finds and pots, large things of kitchen, bath and bedroom; as in `core.catalogue`."""

from rayograph.core.kinds.kind import ROOM, CastKind, kind

_ANYWHERE = ("tabletop", "interior", "lake", "street")

HOME_AND_SHORE: tuple[CastKind, ...] = (
    kind("lime", "lime|limes|whole lime|key lime|green lime",
         (0.060, 0.085, 0.058), "citrus_skin", rolls=True, colours=("#6f9a2a", "#5f8a24")),
    kind("citrus_half",
         "half lemon|lemon half|halved lemon|lemon slice|lemon wedge|lemon wheel|cut lemon|half lime|"
         "lime half|halved lime|lime slice|lime wedge|lime wheel|cut lime|half orange|orange half|"
         "halved orange|orange slice|orange wheel|grapefruit half|half grapefruit|halved grapefruit|"
         "grapefruit",
         (0.064, 0.044, 0.0566), "citrus_skin"),
    kind("steak",
         "steak|raw steak|grilled steak|beef steak|ribeye|rib eye|sirloin|sirloin steak|wagyu|"
         "fillet steak|t bone|piece of meat|meat|raw meat|pork chop|lamb chop",
         (0.2265, 0.137, 0.0264), "fruit_skin"),
    kind("fish",
         "fish|whole fish|fresh fish|trout|sea bass|salmon|mackerel|raw fish|sea bream|herring|"
         "sardine|cod",
         (0.331, 0.136, 0.0439), "fruit_skin", settings=("tabletop", "interior", "lake")),
    kind("seashell",
         "seashell|sea shell|shell|conch|conch shell|scallop shell|scallop|cockle shell|snail shell|"
         "clam shell|whelk|nautilus|spiral shell",
         (0.150, 0.108, 0.0965), "glazed_ceramic", settings=_ANYWHERE),
    kind("pine_cone", "pine cone|pinecone|fir cone|pine-cone|conifer cone",
         (0.0835, 0.0834, 0.1055), "bark", settings=_ANYWHERE),
    kind("flower_pot",
         "flower pot|flowerpot|plant pot|terracotta pot|garden pot|clay pot|empty pot|planter|"
         "terracotta planter|pot of earth|pot of soil",
         (0.188, 0.188, 0.166), "terracotta|concrete|glazed_ceramic", settings=_ANYWHERE),
    kind("bonsai", "bonsai|bonsai tree|miniature tree|bonsai pine|juniper bonsai",
         (0.3765, 0.215, 0.374), "leaf"),
    kind("mask",
         "mask|carnival mask|venetian mask|masquerade mask|theatre mask|opera mask|half mask|"
         "party mask|ball mask",
         (0.196, 0.116, 0.430), "plastic", colours=("#efe6d2", "#17181c", "#8a1f2a", "#c9a23a")),
    kind("fridge",
         "fridge|refrigerator|freezer|fridge freezer|retro fridge|american fridge|icebox fridge",
         (0.665, 0.7335, 1.62), "painted_metal|steel", settings=ROOM,
         colours=("#e8e6df", "#9cc3b8", "#b3261e", "#d9c58a"), propped=True),
    kind("washing_machine",
         "washing machine|washer|tumble dryer|front loader|laundry machine|dishwasher|dryer",
         (0.604, 0.635, 0.8355), "painted_metal", settings=("interior", "street"), propped=True),
    kind("radiator",
         "radiator|cast iron radiator|heater|column radiator|old radiator|heating radiator",
         (0.8515, 0.150, 0.629), "painted_metal|black_iron", settings=ROOM,
         colours=("#e4ddcc", "#3a3d40"), propped=True),
    kind("bathtub",
         "bathtub|bath tub|bath|clawfoot tub|claw foot bath|freestanding bath|roll top bath|tub|"
         "clawfoot bathtub",
         (1.642, 0.789, 0.805), "painted_metal|copper", settings=("interior", "lake"),
         colours=("#f0eee8", "#23282c", "#2f5a6b"), hollow=True, propped=True),
    kind("wardrobe", "wardrobe|armoire|closet|clothes cupboard|linen cupboard",
         (1.19, 0.665, 1.944), "walnut|oak|painted_wood", settings=ROOM, propped=True),
    kind("vacuum_cleaner", "vacuum cleaner|vacuum|hoover|canister vacuum",
         (0.7816, 0.6735, 0.882), "plastic", settings=("interior", "street"),
         colours=("#b3261e", "#2f5d8a", "#3a3d42")),
)  # fmt: skip
