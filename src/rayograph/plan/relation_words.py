"""Words that place one thing by another, and on the screen."""

RELATIONS = {
    "on": "on|upon|on top of|atop|onto|on to|resting on|across|lying on|lying across|sitting on|"
    "standing on|perched on|balanced on|balancing on|laid on|laid across|placed on|set on|"
    "propped upright on|mounted on|on the top of",
    "in": "in|into|inside|inside of|within|in to|lying in|sitting in|stuffed in|stuffed into|"
    "tucked in|tucked into|packed in|packed into|nestled in|sticking out of|poking out of|"
    "peeking out of|stuck in|floating in",
    "holding": "full of|filled with|containing|holding|packed with|stuffed with|brimming with|"
    "overflowing with|piled with|heaped with|stacked with|laden with|loaded with|"
    "half full of|topped with|piled high with",
    "with": "with|alongside with|together with|accompanied by",
    "of": "of",
    "under": "under|beneath|below|underneath",
    "left of": "left of|to the left of|on the left of|at the left of",
    "right of": "right of|to the right of|on the right of|at the right of",
    "behind": "behind|at the back of|in back of|beyond",
    "in front of": "in front of|before|ahead of",
    "beside": "beside|next to|by|near|alongside|close to|at|around the corner from|opposite|facing|"
    "adjacent to|not far from",
    "between": "between|in between",
    "around": "around|round|all around|surrounding|encircling|grouped around|gathered around|"
    "gathered round|arranged around|in a circle around|in a ring around|in a circle round|"
    "in a semicircle around|huddled around|clustered around|ranged round",
    "above": "above|over",
    "against": "leaning against|leaning up against|leant against|leant up against|leaned against|"
    "leaned up against|leans against|leaning on|leans on|leant on|leaned on|"
    "propped against|propped up against|propped on|propped up on|propped up by|"
    "resting against|resting up against|rests against|rested against|tilted against|"
    "slumped against|stood against|standing against|pushed against|up against|against|"
    "tipped against",
    "hanging": "hanging from|hanging down from|hung from|hangs from|dangling from|dangles from|"
    "suspended from|suspended on|hanging on|hung on|hangs on|hanging off|hung off|"
    "hooked on|hooked onto|hooked over|hanging by|hangs by|hung over|"
    "hanging over the back of|draped from|strung from|suspended by|dangling on",
    "amid": "surrounded by|ringed by|encircled by|in the middle of|in the midst of|amid|amidst|"
    "among|amongst|at the centre of|at the center of|in the centre of|in the center of|"
    "ringed with|surrounded with|circled by",
    "flanking": "either side of|on either side of|on both sides of|flanking|flank|on each side of|"
    "at either side of|to either side of|one on each side of|one on either side of|"
    "one either side of|at each end of|at either end of|at both ends of",
    "outside": "outside|outside of",
    "past": "past",
    "through": "through",
    "along": "along",
    "down": "down|up",
    "off": "off|off of",
    "from": "from|out of",
    "toward": "toward|towards|to",
}
"""Relation → the prepositions and participles that say it."""
PLACES_ON_SCREEN = {
    "on the left": "left", "at the left": "left", "on the left side": "left", "in the left": "left",
    "left side": "left",
    "on the right": "right", "at the right": "right", "on the right side": "right", "right side": "right",
    "in the middle": "centre", "in the centre": "centre", "in the center": "centre",
    "at the centre": "centre",
    "at the center": "centre", "in the foreground": "front", "in foreground": "front",
    "in the background": "back",
    "in the distance": "back", "far away": "back", "in the back": "back", "in the corner": "back",
    "dead centre": "centre", "dead center": "centre", "bang in the middle": "centre",
    "in dead centre": "centre",
    "centre frame": "centre", "center frame": "centre", "centred": "centre", "centered": "centre",
    "centre of frame": "centre", "center of frame": "centre", "in the exact centre": "centre",
    **{
        f"{lead}{high}{gap}{side}{tail}": f"{deep} {side}"
        for high, deep in (("upper", "back"), ("top", "back"), ("lower", "front"), ("bottom", "front"))
        for side in ("left", "right")
        for lead, tail in (("", ""), ("in the ", ""), ("at the ", ""), ("on the ", ""), ("to the ", ""),
                           ("", " corner"), ("in the ", " corner"), ("", " of frame"), ("frame ", ""))
        for gap in (" ",)
    },
    "foreground": "front",
    "background": "back",
}  # fmt: skip
_OF_FRAME = ("camera", "cam", "frame", "screen", "picture", "foreground", "fg")
SIDES = {
    "left": "left", "right": "right", "centre": "centre", "center": "centre", "middle": "centre",
    **{f"{of} {side}": side for of in _OF_FRAME for side in ("left", "right")},
}  # fmt: skip
"""Bare sides after a thing: "white van left, mailbox camera right"."""
PLACES_ON_SCREEN |= {phrase: side for phrase, side in SIDES.items() if " " in phrase}
LETTERS = {"l": "left", "r": "right"}
"""Sides as shot lists write them, at the end of a phrase: "white van L, mailbox camera R"."""
BORNE_BY = (
    "back|front|top|rim|lip|foot|side|edge|middle|centre|center|end|seat|arm|base|bottom|branch|branches|"
    "bough|lowest branch|low branch|roof|bow|stern|mouth|handle|handlebars|corner|far end|near end|very top|"
    "far side|near side|far edge|underside|inside|lid"
)
"""Parts of which "the … of" only leads on to what they belong to: "the branch of an oak"."""
