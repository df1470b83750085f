"""Kinds that belong on tables and in rooms; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind, kind
from rayograph.core.kinds.larder import LARDER

_MUSIC = (
    kind("violin", "violin|fiddle|viola|stradivarius", (0.325, 0.284, 0.626), "maple"),
    kind("cello", "cello|violoncello|double bass|upright bass", (0.544, 0.586, 1.35),
        "maple", settings=("interior",)),
    kind("trumpet", "trumpet|cornet|bugle|flugelhorn|brass trumpet", (0.58, 0.12, 0.21), "brass|gold"),
    kind("saxophone", "saxophone|sax|alto sax|tenor sax|alto saxophone|tenor saxophone", (0.45, 0.26, 0.7),
        "brass|gold"),
    kind("accordion", "accordion|squeezebox|concertina|piano accordion", (0.54, 0.25, 0.37), "car_paint",
         colours=("#9c1c1c", "#17181c", "#1f3f6b")),
    kind("drum", "drum|snare drum|snare|drums|tom tom|bongo|bongos", (0.38, 0.38, 0.22), "car_paint",
         colours=("#a51c1c", "#1f3f6b", "#1d1d20", "#e4ddcc")),
)  # fmt: skip

_SCREEN = (
    kind("binoculars", "binoculars|pair of binoculars|field glasses|opera glasses|binocular", (0.147, 0.18,
        0.066), "leather"),
    kind("telescope", "telescope|brass telescope|spyglass|refractor", (0.583, 0.249, 0.541), "brass"),
    kind("microscope", "microscope|lab microscope|laboratory microscope", (0.17, 0.22, 0.40),
        "painted_metal"),
    kind("film_reel", "film reel|reel of film|movie reel|film spool|reel|cine reel|roll of film", (0.43,
        0.06, 0.264), "steel"),
    kind("clapperboard", "clapperboard|clapper board|film slate|clapper|movie clapper", (0.30, 0.09, 0.34),
         "painted_wood"),
    kind("film_projector", "film projector|movie projector|cine projector|projector|8mm projector|"
         "16mm projector",
         (0.50, 0.2, 0.48), "painted_metal", colours=("#6f7568", "#2c2d30")),
    kind("loudspeaker", "loudspeaker|speaker|bookshelf speaker|hifi speaker|amplifier|guitar amp|"
         "stereo speaker|monitor speaker",
         (0.205, 0.26, 0.367), "walnut|oak"),
    kind("vinyl_record", "vinyl record|vinyl|lp|record|record sleeve|album cover|vinyl lp|"
         "gramophone record|vinyl album",
         (0.46, 0.12, 0.32), "paper", colours=("#c8502a", "#1f5a6b", "#2a2a2e", "#b3261e")),
    kind("cassette", "cassette|cassette tape|audio cassette|mixtape|mix tape|audio tape|music cassette",
        (0.1, 0.034, 0.064), "plastic"),
)  # fmt: skip
_CARRIED = (
    kind("backpack", "backpack|rucksack|school bag|schoolbag|knapsack|daypack|satchel|school backpack",
        (0.35, 0.29, 0.48), "canvas",
         settings=("tabletop", "interior", "lake", "street"), colours=("#3d5a3f", "#8a5a2c", "#2f4a73",
             "#a3381f")),
    kind("handbag", "handbag|purse|tote bag|tote|leather bag|clutch bag|shoulder bag|leather handbag",
        (0.305, 0.14, 0.35),
         "leather", colours=("#8a2420", "#6b4226", "#1d1b1b", "#a8743c")),
)  # fmt: skip

_KITCHEN = (
    kind("moka_pot", "moka pot|moka|stovetop espresso maker|mokapot|espresso pot|moka express|percolator",
        (0.16, 0.09, 0.20), "steel|copper"),
    kind("french_press", "french press|cafetiere|coffee press|coffee plunger|cafetière", (0.147, 0.107,
        0.254), "chrome|copper"),
    kind("coffee_grinder", "coffee grinder|coffee mill|hand grinder|pepper grinder mill|grinder", (0.213,
        0.15, 0.263), "walnut|oak"),
    kind("blender", "blender|smoothie maker|food blender|liquidiser|food processor|stand mixer", (0.20,
        0.18, 0.404), "chrome",
         colours=("#b3261e", "#e6e0d2", "#2b2c2f")),
    kind("kitchen_scales", "kitchen scales|scales|weighing scales|kitchen scale|balance scale|"
         "weighing scale|balance scales",
         (0.252, 0.252, 0.277), "painted_metal", colours=("#7fa08f", "#b3261e", "#e4ddcc", "#2f4a63")),
    kind("rolling_pin", "rolling pin|wooden rolling pin", (0.452, 0.062, 0.062), "maple|oak"),
    kind("whisk", "whisk|balloon whisk|egg beater|wire whisk", (0.31, 0.07, 0.07), "steel|copper"),
    kind("spatula", "spatula|turner|fish slice|slotted spoon|ladle|slotted turner", (0.35, 0.082, 0.045),
        "steel"),
    kind("saucepan", "saucepan|sauce pan|cooking pot|stockpot|stock pot|pot with lid|casserole|"
         "casserole dish|dutch oven|soup pot|pan with lid",
         (0.29, 0.218, 0.19), "steel|copper"),
    kind("wok", "wok|stir fry pan", (0.53, 0.32, 0.15), "black_iron", hollow=True),
    kind("colander", "colander|sieve|strainer", (0.33, 0.264, 0.132), "steel|painted_metal", hollow=True),
    kind("grater", "grater|cheese grater|box grater", (0.112, 0.086, 0.251), "steel"),
    kind("corkscrew", "corkscrew|bottle opener|wine opener|winged corkscrew", (0.172, 0.037, 0.152),
        "steel|brass"),
    kind("champagne_flute", "champagne flute|flute glass|champagne glass|glass of champagne|prosecco glass|"
         "glass of prosecco",
         (0.066, 0.066, 0.225), "glass", hollow=True),
    kind("beer_mug", "beer mug|beer stein|stein|tankard|mug of beer|pint of beer|glass of beer|beer|pint|"
         "pint of ale|beer glass|pint glass|pint of stout",
         (0.133, 0.09, 0.17), "glass"),
    kind("decanter", "decanter|whisky decanter|whiskey decanter|crystal decanter|wine decanter", (0.09,
        0.09, 0.223), "glass"),
    kind("carafe", "carafe|carafe of wine|wine carafe|water carafe|carafe of water", (0.16, 0.16, 0.245),
        "glass"),
)  # fmt: skip

_TREASURE = (
    kind("candelabra", "candelabra|candelabrum|menorah|candlesticks with candles|branched candlestick",
        (0.32, 0.32, 0.45), "brass|gold",
         lumens=65.0, kelvin=1900.0),
    kind("crown", "crown|royal crown|king's crown|gold crown|golden crown|tiara|coronet", (0.204, 0.204,
        0.19), "gold"),
    kind("necklace", "necklace|pearl necklace|pearls|string of pearls|diamond necklace|choker",
        (0.215, 0.12, 0.268), "plastic"),
    kind("padlock", "padlock|brass padlock|lock", (0.052, 0.025, 0.083), "brass|steel"),
    kind("safe", "safe|strongbox|bank safe|vault|safe box", (0.40, 0.46, 0.485),
        "painted_metal", colours=("#3a4a44", "#2b2c2f", "#5a2420")),
    kind("sword", "sword|longsword|excalibur|broadsword|katana|sabre|rapier|sword in a stone|"
         "sword in the stone", (0.30, 0.24, 0.80), "steel",
         settings=("tabletop", "interior", "lake")),
    kind("scroll", "scroll|parchment scroll|papyrus|ancient scroll|scroll of parchment", (0.244,
        0.13, 0.30), "paper"),
)  # fmt: skip

_PLAY = (
    kind("puzzle_cube", "rubik's cube|rubiks cube|rubik cube|puzzle cube|magic cube", (0.065, 0.065, 0.057),
        "plastic"),
    kind("paper_plane", "paper plane|paper aeroplane|paper airplane|paper dart", (0.27, 0.16, 0.05), "paper"),
    kind("crystal_ball", "crystal ball|fortune teller's ball|crystal orb|scrying ball", (0.125, 0.13,
        0.172), "glass"),
    kind("potion", "potion|potion bottle|magic potion|potion flask|elixir|bottle of poison|"
         "alchemist's flask", (0.104, 0.106, 0.161),
         "glass", colours=("#7a2ab0", "#2fa04a", "#c02a3a", "#2f6fd0")),
    kind("test_tubes", "test tube|test tube rack|rack of test tubes|test tubes", (0.19, 0.06, 0.16),
        "oak|steel"),
    kind("keyboard", "keyboard|computer keyboard|mechanical keyboard|wireless keyboard", (0.36, 0.136,
        0.037), "plastic"),
)  # fmt: skip

INDOORS: tuple[CastKind, ...] = (*_MUSIC, *_SCREEN, *_CARRIED, *_KITCHEN, *_TREASURE, *_PLAY, *LARDER)
