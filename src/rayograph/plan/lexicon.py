"""The lexicon: what a word or a short phrase can mean. Catalogue words come first, then the grammar's own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rayograph.core.catalogue import CAST, MATERIALS, SETS
from rayograph.plan.arrangement_words import AFTER, GROUPS, HEAPS
from rayograph.plan.aside_words import aside_phrases
from rayograph.plan.colour_words import COLOURS, MIXED, TONES
from rayograph.plan.heading_words import EDGE, HEADINGS
from rayograph.plan.member_words import counted, pronouns
from rayograph.plan.motion_words import MANNERS, TIMES, verb_table
from rayograph.plan.quantity import NUMBER_WORDS, VAGUE_COUNTS
from rayograph.plan.relation_words import BORNE_BY, PLACES_ON_SCREEN, RELATIONS
from rayograph.plan.shop_words import SHOPS
from rayograph.plan.stand_ins import STAND_INS
from rayograph.plan.talk_words import ADJECTIVES, TALK

LONGEST = 6
"""Words in the longest phrase of the lexicon."""

SIZES = {
    "tiny": 0.5, "miniature": 0.4, "mini": 0.5, "small": 0.75, "little": 0.75, "big": 1.35, "large": 1.35,
    "huge": 1.9, "giant": 2.2, "enormous": 2.2, "massive": 1.9, "oversized": 1.7, "tall": 1.2, "short": 0.8,
    "medium sized": 1.0, "gigantic": 2.4,
}  # fmt: skip
WEAR = {
    "old": 0.55, "ancient": 0.8, "antique": 0.5, "vintage": 0.4, "worn": 0.7, "weathered": 0.75,
    "battered": 0.8,
    "tattered": 0.8, "dusty": 0.6, "scratched": 0.7, "dirty": 0.75, "abandoned": 0.75, "chipped": 0.7,
    "used": 0.5, "dented": 0.8, "stained": 0.7, "muddy": 0.8, "tarnished": 0.7, "scuffed": 0.7, "grimy": 0.8,
    "peeling": 0.85, "shabby": 0.7, "grubby": 0.7,
    "new": 0.05, "brand new": 0.0, "pristine": 0.0, "shiny": 0.05, "polished": 0.05, "clean": 0.05,
    "gleaming": 0.05,
    "immaculate": 0.0, "retro": 0.35, "rustic": 0.5, "aged": 0.55, "distressed": 0.7,
}  # fmt: skip
PLAIN = (
    "empty|open|closed|full|half empty|half full|folded|unfolded|heavy|fresh|ripe|round|simple|plain|"
    "single|beautiful|"
    "elegant|delicate|slender|thin|thick|narrow|smooth|rough|soft|hard|quiet|deserted|lonely|favourite|"
    "modern|"
    "traditional|classic|ornate|decorative|sleeping|upright|fallen|matching|identical|different|various|"
    "lovely|pretty|"
    "ordinary|typical|nice|flat|curved|sharp|steaming|hot|cold|still|calm|busy|main|nearby|distant|far|"
    "wide|long|"
    "freshly cut|carved|handmade|woven|stacked|scattered|parked|second|third|first|last|next|own|pointed|"
    "striped|spotted|clear|frosted|glossy|gloss|shiny black|see through|"
    "patterned|checked|lit|unlit|glowing|burning|switched on|bare"
)
LAMPS = {"warm": 2600.0, "cool": 5200.0, "cold": 5600.0, "dim": 2300.0, "bright": 3000.0}
"""Adjectives of lamps → kelvin."""
EXTRA_PLACES: dict[str, tuple[str, str]] = {
    "cafe terrace": ("street", ""), "corner cafe": ("street", ""), "cafe front": ("street", ""),
    "pavement cafe": ("street", ""), "sidewalk cafe": ("street", ""), "street cafe": ("street", ""),
    "bar": ("interior", ""), "tavern": ("interior", ""), "diner": ("interior", ""),
    **dict.fromkeys(("child's bedroom", "kid's bedroom", "kids bedroom", "children's bedroom", "child's room",
                     "children's room", "kid's room", "kids room", "boy's bedroom", "girl's bedroom",
                     "playroom",
                     "schoolroom", "workbench", "bathroom counter", "bathroom shelf", "bathroom vanity",
                     "bathroom sink", "washbasin", "bartop", "speakeasy", "garden shed", "tool shed"),
                    ("interior", "")), "worktop": ("tabletop", ""), "countertop": ("tabletop", ""),
    "bookshelf": ("tabletop", ""),
    "tray": ("tabletop", ""), "altar": ("tabletop", ""), "ledge": ("tabletop", ""),
    "windowsill": ("interior", ""), "window ledge": ("interior", ""), "sill": ("interior", ""),
    "window sill": ("interior", ""), "nightstand": ("interior", "table"),
    "coffee table": ("interior", "table"), "parlour": ("interior", ""), "attic": ("interior", ""),
    "cabin": ("interior", ""), "hut": ("interior", ""), "log cabin": ("interior", ""),
    "chalet": ("interior", ""), "lodge": ("interior", ""), "wooden hut": ("interior", ""),
    "cottage": ("interior", ""), "loft": ("interior", ""),
    "lounge": ("interior", ""),
    "restaurant": ("interior", ""), "hallway": ("interior", ""), "carpet": ("interior", ""),
    "rug": ("interior", ""),
    "sand": ("lake", ""), "sandy beach": ("lake", ""), "dunes": ("lake", ""),
    "water": ("lake", "water"), "mountains": ("lake", ""), "woodland": ("lake", ""), "clearing": ("lake", ""),
    "grass": ("lake", ""), "hillside": ("lake", ""), "lakeside": ("lake", ""), "lakeshore": ("lake", ""),
    "ocean": ("lake", "water"), "bay": ("lake", "water"), "coast": ("lake", ""), "harbour": ("lake", "water"),
    "study": ("interior", ""), "den": ("interior", ""), "dining room": ("interior", ""),
    "bathroom": ("interior", ""), "corridor": ("interior", ""), "basement": ("interior", ""),
    "cellar": ("interior", ""), "garage": ("interior", ""), "barn": ("interior", ""),
    "classroom": ("interior", ""), "museum": ("interior", ""), "gallery": ("interior", ""),
    "ballroom": ("interior", ""), "hotel room": ("interior", ""), "salon": ("interior", ""),
    "conservatory": ("interior", ""), "pantry": ("interior", ""), "workshop": ("interior", ""),
    "nursery": ("interior", ""), "drawing room": ("interior", ""), "sitting room": ("interior", ""),
    "studio apartment": ("interior", ""), "flat": ("interior", ""), "pub": ("interior", ""),
    "platform": ("street", ""), "train platform": ("street", ""), "railway platform": ("street", ""),
    "station": ("street", ""), "train station": ("street", ""), "petrol station": ("street", ""),
    "gas station": ("street", ""), "car park": ("street", ""), "driveway": ("street", ""),
    "forecourt": ("street", ""), "backstreet": ("street", ""), "side street": ("street", ""),
    "courtyard": ("street", ""), "high street": ("street", ""), "main street": ("street", ""),
    "porch": ("", ""), "waterfront": ("lake", ""), "riverbank": ("lake", ""), "waterline": ("lake", ""),
    "bank": ("lake", ""), "shallows": ("lake", "water"), "tarn": ("lake", ""), "loch": ("lake", ""),
    "stove": ("interior", ""), "hob": ("interior", ""), "oven": ("interior", ""), "sink": ("interior", ""),
    "cooker": ("interior", ""), "fridge": ("interior", ""), "refrigerator": ("interior", ""),
    "bookcase": ("interior", ""), "bookcases": ("interior", ""), "bookshelves": ("interior", ""),
    "sofa": ("interior", ""), "couch": ("interior", ""),
    "curtain": ("interior", ""), "curtains": ("interior", ""), "floorboards": ("interior", ""),
    "parquet": ("interior", ""), "staircase": ("interior", ""), "tabletop": ("tabletop", ""),
    "kitchen island": ("tabletop", ""), "bar counter": ("interior", ""), "pub counter": ("interior", ""),
    "shop counter": ("tabletop", ""),
    "kitchen counter": ("interior", ""), "kitchen worktop": ("interior", ""),
    "kitchen countertop": ("interior", ""), "kitchen table": ("tabletop", ""),
    "dining table": ("tabletop", ""),
    "pedestal": ("tabletop", ""), "tile": ("tabletop", ""), "tiles": ("tabletop", ""),
    "turntable": ("tabletop", ""),
    "flat lay": ("tabletop", ""), "product shot": ("tabletop", ""), "packshot": ("tabletop", ""),
    "pack shot": ("tabletop", ""), "slope": ("lake", ""), "trail": ("lake", ""), "glade": ("lake", ""),
    "pasture": ("lake", ""), "prairie": ("lake", ""), "moor": ("lake", ""), "cliff": ("lake", ""),
    "jetty": ("lake", ""), "pier": ("lake", ""), "dock": ("lake", ""), "island": ("lake", ""),
    "fjord": ("lake", "water"), "lagoon": ("lake", "water"), "stream": ("lake", ""),
    "summit": ("lake", ""), "peaks": ("lake", ""), "alps": ("lake", ""), "campsite": ("lake", ""),
    "picnic": ("lake", ""), "orchard": ("lake", ""), "backyard": ("lake", ""), "lawn": ("lake", ""),
    "crossroads": ("street", ""), "intersection": ("street", ""), "bakery": ("street", ""),
    "shops": ("street", ""), "bookshop": ("street", ""), "market": ("street", ""),
    "cul de sac": ("street", ""), "roadside": ("street", ""), "gutter": ("street", ""),
    "bus stop": ("street", ""), "asphalt road": ("street", ""), "cobblestones": ("street", ""),
    "alleyway": ("street", ""), "boulevard": ("street", ""), "shop window": ("street", ""),
    "storefront": ("street", ""), **dict.fromkeys(SHOPS, ("street", "")),
    "shop": ("street", ""), "plaza": ("street", ""), "kerb": ("street", ""), "curb": ("street", ""),
    "lane": ("street", ""),
    "highway": ("street", ""), "parking lot": ("street", ""), "ground": ("", ""), "sky": ("", ""),
    "scene": ("", ""), "surface": ("", ""), "slab": ("tabletop", ""), "plank": ("tabletop", ""),
    "planks": ("tabletop", ""), "board": ("tabletop", ""), "cutting board": ("tabletop", ""),
    "chopping board": ("tabletop", ""), "placemat": ("tabletop", ""), "stairs": ("", ""),
    "steps": ("", ""), "stone wall": ("", ""), "brick wall": ("", ""), "floor tiles": ("", ""),
    "edge": ("", ""), "side": ("", ""), "middle": ("", ""), "centre": ("", ""), "center": ("", ""),
    "end": ("", ""), "surroundings": ("", ""), "place": ("", ""), "half light": ("", ""),
    "wall": ("", ""), "walls": ("", ""), "ceiling": ("", ""), "door": ("", ""), "doorway": ("", ""),
    "corner": ("", ""), "day": ("", ""), "horizon": ("", ""), "air": ("", ""), "picture": ("", ""),
}  # fmt: skip
"""Further names of sets: (kind, stage); an empty kind is a word every set can claim."""
EXTRA_CAST = {
    "pendulum": "ball", "plumb bob": "ball",
    "bare bulb": "pendant_lamp", "naked bulb": "pendant_lamp", "hanging bulb": "pendant_lamp",
    "bare light bulb": "pendant_lamp", "naked light bulb": "pendant_lamp", "single bulb": "pendant_lamp",
    "street light": "lamp_post", "fruit": "apple", "pine tree": "tree",
    "matchbox car": "toy_car", "playing dice": "dice",
    "whiskey glass": "tumbler", "teacup": "cup", "coffee cup": "cup", "espresso cup": "cup",
    "wineglass": "wine_glass", "champagne glass": "wine_glass", "water glass": "tumbler",
    "drinking glass": "tumbler", "glass of water": "tumbler", "knight": "chess_piece",
    "white knight": "chess_piece", "black knight": "chess_piece",
    "bishop": "chess_piece", "chess bishop": "chess_piece",
    "notebook": "book", "diary": "book", "novel": "book", "tome": "book", "magazine": "book",
    "rowboat": "boat", "rowing boat": "boat", "cab": "car", "pickup truck": "van", "pickup": "van",
    "a swing": "rope_swing", "the swing": "rope_swing", "empty swing": "rope_swing", 
    "old swing": "rope_swing",
    "oak": "tree", "maple": "tree", "beech": "tree", "elm": "tree", "rowan": "tree", "alder": "tree",
    "streetlamp": "lamp_post", "table lamp": "desk_lamp", "reading lamp": "desk_lamp",
    "standing lamp": "floor_lamp", "oil lamp": "lantern", "bonfire": "campfire", "bust": "statue",
    "blanket": "cloth", "tablecloth": "cloth", "sheet": "cloth", "flag": "cloth",
}  # fmt: skip
"""Compounds whose head alone would mislead."""
SINGLE = frozenset(
    "fries pancakes waffles flapjacks chopsticks "
    "cereal cornflakes matches spectacles scissors tongs pliers binoculars headphones skis skates".split()
)
"""Words that look like plurals and name one thing."""
COMPOUNDS = (
    "ice cream|drum kit|fire truck|fire engine|hot air balloon|"
    "tea bag|tea towel|wind chime|"
    "wind turbine|water wheel|ferris wheel|washing machine|coffee machine|"
    "coffee maker|sewing machine|flash light|head lights|headlights|tail lights|"
    "power line|power lines|train station|bus stop|"
    "tree house|bird cage|bird house|dog house|book worm|car keys|pool table|"
    "sand castle|rocking horse|soap bubble|soap bubbles|paint brush|pine cone|pine cones|"
    "hair dryer|fish tank|record player|turn table|chain saw|wheel chair"
)
"""Compounds of which we have the head or the modifier, but not the thing."""
PARTS = (
    "strap|straps|dial|handle|handles|lid|lids|stem|stems|petals|leaves|wick|"
    "flame|spine|pages|page|spout|cork|stopper|lens cap|hubcap|bonnet|windscreen|windshield|bumper|"
    "headlights|headlight|tail lights|taillights|lampshade|shade|bulb|legs|leg|drawer|drawers|"
    "shelves|hands|handlebars|saddle|spokes|tyres|wheels|mast|oars|guy ropes|tent flap|"
    "branches|branch|roots|trunk of the tree|crust|seeds|rind|skin|zest|crumbs|laces|soles|sole|heel|"
    "pendulum bob|chain|lead|cable|plug|foil|wrapper|wrapping paper|ribbon|bow|twine|frame rail|facets|facet|"
    "reflections in it|bubbles|pips|dots|numbers|keys of the piano|strings|ashes|embers|ember"
).split("|")
"""Parts of things: they come with what they belong to."""
WATER_WORDS = frozenset("lake river pond sea".split())
EXTRA_MATERIALS = {
    "rose gold": "copper", "white gold": "chrome",
    "clear": "glass",
    "suede": "leather", "velour": "velvet", "pewter": "steel", "nickel": "steel", "zinc": "steel",
    "titanium": "steel",
    "bamboo": "pine", "teak": "walnut", "rosewood": "walnut", "cherrywood": "walnut", "beech": "maple",
    "ash": "maple",
    "birchwood": "maple", "burlap": "canvas", "jute": "canvas", "denim": "canvas", "tweed": "linen",
    "lace": "linen",
    "cobbled": "cobbles", "cobblestoned": "cobbles", "paved": "concrete", "tiled": "terracotta",
    "tarred": "asphalt", "grassy": "meadow", "stony": "gravel", "pebbled": "gravel", "pebbly": "gravel",
    "sandy": "gravel", "rocky": "gravel", "silken": "silk", "woolen": "linen", "marbled": "marble",
    "silvery": "steel", "stone": "granite", "slab of stone": "slate", "timbered": "oak",
    "stoneware": "glazed_ceramic", "glaze": "glazed_ceramic", "travertine": "sandstone",
    "quartz": "marble", "clay": "terracotta", "limestone": "sandstone", "basalt": "slate",
}  # fmt: skip
NOTED = {
    "tea": "liquids are not shown", "coffee": "liquids are not shown", "milk": "liquids are not shown",
    "juice": "liquids are not shown", "beer": "liquids are not shown", "whisky": "liquids are not shown",
    "wine": "liquids are not shown", "chain reaction": "one sets off the next",
    "reflection": "reflections follow from the light", "reflections": "reflections follow from the light",
    "shadow": "shadows follow from the light", "shadows": "shadows follow from the light",
    "label": "what is written on it", "labels": "what is written on it", "logo": "what is written on it",
    "lettering": "what is written on it", "writing": "what is written on it",
    "sticker": "what is written on it",
    "slogan": "what is written on it", "brand name": "what is written on it",
    "nails": "too small to be seen", "screws": "too small to be seen",
    "top shelf": "a part of what it belongs to", "bottom shelf": "a part of what it belongs to",
    "pot": "what carries it", "pots": "what carries it", "flower pot": "what carries it",
    "flowerpot": "what carries it", "christmas": "a name of the season", "easter": "a name of the season",
    "halloween": "a name of the season", "birthday": "an occasion",
    "rope": "the cord it hangs from", "cord": "the cord it hangs from", "string": "the cord it hangs from",
    "wire": "the cord it hangs from", "post": "what carries it",
    "pole": "what carries it", "mid road": "in the middle of it", "mid street": "in the middle of it",
    "mid frame": "in the middle of it", "mid table": "in the middle of it",
    "stand": "what carries it", "thing": "as named elsewhere", "object": "as named elsewhere",
    "objects": "as named elsewhere", "things": "as named elsewhere",
}  # fmt: skip
"""Words that are accounted for by something else in the shot."""


@dataclass(frozen=True, kw_only=True)
class Sense:
    """One meaning of a phrase."""

    role: str
    value: str
    plural: bool = False


def plurals(noun: str) -> tuple[str, ...]:
    """The plural forms of a noun phrase."""
    irregular = {
        "knife": "knives",
        "loaf": "loaves",
        "leaf": "leaves",
        "shelf": "shelves",
        "box": "boxes",
        "die": "dice",
    }
    head, _, last = noun.rpartition(" ")
    lead = f"{head} " if head else ""
    if last in irregular:
        return (lead + irregular[last],)
    if last.endswith(("s", "sh", "ch", "x", "z")):
        return (lead + last + "es",)
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return (lead + last[:-1] + "ies",)
    return (lead + last + "s", lead + last + "es") if last.endswith("o") else (lead + last + "s",)


@cache
def lexicon() -> dict[str, tuple[Sense, ...]]:
    """Phrase → its senses, the catalogue's own first."""
    table: dict[str, list[Sense]] = {}

    def add(phrase: str, role: str, value: str, plural: bool = False) -> None:
        senses = table.setdefault(phrase, [])
        if all(sense.role != role for sense in senses):
            senses.append(Sense(role=role, value=value, plural=plural))

    looks = {*COLOURS, *EXTRA_MATERIALS, *(w for words in MATERIALS.values() for w in words)}
    for kind in CAST:
        if kind.name != "mesh":
            for word in (*kind.words, kind.name.replace("_", " ")):
                first, _, rest = word.partition(" ")
                if first in looks and rest in kind.words:
                    continue  # "Steel ball" is a ball, of steel.
                many = any(word in plurals(other) for other in kind.words) and word not in SINGLE
                add(word, "cast", kind.name, many or word in ("dice", "dominoes", "berries"))
    for word, name in EXTRA_CAST.items():
        add(word, "cast", name, word == "fruit")
    table["glasses"] = [Sense(role="cast", value="wine_glass", plural=True)]
    kinds, verbs = {kind.name for kind in CAST}, verb_table()
    for word, name in STAND_INS.items():
        if word not in table and name in kinds and not {word, *plurals(word)} & set(verbs):
            add(word, "cast", name)
    # "A ball on a rope swings" names no swings.
    for word in [w for w, s in table.items() if s[0].role == "cast" and s[0].value != "rope_swing"]:
        for plural in plurals(word):
            add(plural, "cast", table[word][0].value, True)
    for kind_set in SETS:
        for word in kind_set.words:
            for phrase in (word, *plurals(word)):
                stage = "water" if word in WATER_WORDS else ""
                add(phrase, "place", f"{kind_set.name}/{stage}", phrase != word)
    for word, (name, stage) in EXTRA_PLACES.items():
        add(word, "place", f"{name}/{stage}")
    for name, words in MATERIALS.items():
        for word in (*words, name.replace("_", " ")):
            add(word, "material", name)
    for word, name in EXTRA_MATERIALS.items():
        add(word, "material", name)
    for phrase in COMPOUNDS.split("|"):
        if " " in phrase and phrase not in table:
            # A compound that its head would mislead: "traffic light", "police car chase".
            table[phrase] = [Sense(role="foreign", value=phrase)]
    _add_grammar(add)
    for word in ADJECTIVES.split("|"):
        if word not in table:
            add(word, "plain", word)
    for word in PLATES:
        add(word, "talk", word)
    for word in sorted(TALK):
        if word not in table:
            add(word, "talk", word)
    return {phrase: tuple(senses) for phrase, senses in table.items()}


PLATES = (
    "background plate", "clean plate", "environment plate", "title plate", "vfx plate", "bg plate",
    "film plate", "empty plate", "interior plate", "exterior plate", "night plate", "day plate",
    "location plate", "plate for", "hero frame", "hero image", "key frame", "opening frame", "end frame",
    "title frame", "still frame", "beauty frame", "campsite hero frame", "outdoor catalogue", "hero shot of",
)  # fmt: skip
"""What the trade calls the footage itself."""
Adder = Callable[[str, str, str], None]


def _add_grammar(add: Adder) -> None:
    for table, role in (
        (COLOURS, "colour"),
        (TONES, "tone"),
        (SIZES, "size"),
        (WEAR, "wear"),
        (LAMPS, "lamp"),
    ):
        for word in table:
            add(word, role, word)
    for word, relation in aside_phrases().items():
        add(word, "on top", relation)
    for word in MIXED:
        add(word, "mixed", word)
    for word in PLAIN.split("|"):
        add(word, "plain", word)
    for word in [w for w in NUMBER_WORDS if w not in ("a", "an", "zero")] + list(VAGUE_COUNTS):
        add(word, "count", word)
    for word, meaning in NOTED.items():
        add(word, "noted", meaning)
    for word in PARTS:
        add(word, "noted", "a part of what it belongs to")
    for word, arrangement in GROUPS.items():
        add(word, "group", arrangement)
        add(f"the {word}", "group", arrangement)
    for word, arrangement in HEAPS.items():
        add(word, "group", arrangement)
    for word, arrangement in AFTER.items():
        add(word, "after", arrangement)
    for relation, words in RELATIONS.items():
        for word in words.split("|"):
            add(word, "relation", relation)
    for word, side in PLACES_ON_SCREEN.items():
        add(word, "screen", side)
    for word, heading in HEADINGS.items():
        add(word, "heading", heading)
    for word in EDGE:
        add(word, "edge", "")
    for word in TIMES:
        add(word, "times", word)
    for word in MANNERS.split("|"):
        add(word, "manner", word)
    for form, (role, value) in verb_table().items():
        add(form, role, value)
    _add_small_words(add)


def _add_small_words(add: Adder) -> None:
    """Pronouns, articles, conjunctions, negations."""
    for word in ("it", "them", "they", "which", "that", "one", "ones", "each", "itself", "others"):
        add(word, "pronoun", word)
    for part in ("rim", "edge", "lip", "lid", "top", "roof", "seat"):
        add(f"its {part}", "pronoun", "it")
    for part in BORNE_BY.split("|"):
        for lead in ("the", "a", "one"):
            add(f"{lead} {part} of", "det", "the")
    for many in ("the others", "the rest", "the rest of them", "the other one", "all of them"):
        add(many, "pronoun", "group")
    for phrase, which in pronouns().items():
        add(phrase, "pronoun", f"which:{which}")
    for phrase, (number, which) in counted().items():
        add(phrase, "count", number)
        add(phrase, "which", which)
    for (
        group
    ) in "tower stack pile row line pyramid heap chain circle group lot bundle bunch cairn ring".split():
        add(f"the {group}", "pronoun", "group")
    for word in ("and", "plus", "as well as", "&"):
        add(word, "and", word)
    for word in ("when", "while", "as", "then", "before", "after", "until", "where"):
        add(word, "when", word)
    for word in "a|an|the|some|this|these|its|their|his|her|our|my|another".split("|"):
        add(word, "det", word)
    for word in ("no", "without", "without any", "not a", "no more", "nor", "devoid of", "free of"):
        add(word, "not", word)
