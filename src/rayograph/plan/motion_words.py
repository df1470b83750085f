"""Verbs of motion and how they are conjugated; headings; verbs that only place a thing."""

VOWELS = "aeiou"
_IRREGULAR = {
    "fall": "falls falling fell fallen", "fly": "flies flying flew flown", "throw": "throws throwing threw "
                                                                                    "thrown",
    "spin": "spins spinning spun", "swing": "swings swinging swung", "slide": "slides sliding slid",
    "hit": "hits hitting", "strike": "strikes striking struck", "drive": "drives driving drove driven",
    "fling": "flings flinging flung", "hurl": "hurls hurling hurled", "sink": "sinks sinking sank",
    "run": "runs running ran", "come": "comes coming came", "go": "goes going went gone",
    "sway": "sways swaying swayed", "tip": "tips tipping tipped", "leave": "leaves leaving left",
    "cast": "casts casting", "lie": "lies lying lay lain", "sit": "sits sitting sat", "stand": "stands stan"
                                                                                               "ding stood",
    "hang": "hangs hanging hung", "hold": "holds holding held", "set": "sets setting", "lay": "lays laying "
                                                                                              "laid",
    "lean": "leans leaning leaned leant", "rise": "rises rising rose risen", "burn": "burns burning burnt "
                                                                                     "burned",
}  # fmt: skip


def forms(verb: str) -> tuple[str, ...]:
    """A verb's inflected forms, its first word only: "knock over" gives "knocks over", "knocked over" …"""
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    if head in _IRREGULAR:
        words = [head, *_IRREGULAR[head].split()]
    else:
        doubled = (
            len(head) > 2
            and head[-1] not in VOWELS + "wxyslkd"
            and head[-2] in VOWELS
            and head[-3] not in VOWELS
        )
        doubled = doubled and head not in (
            "topple",
            "enter",
            "travel",
            "scatter",
            "clatter",
            "tumble",
            "shatter",
            "flutter",
            "hover",
        )
        stem = head[:-1] if head.endswith("e") else head + (head[-1] if doubled else "")
        third = head + ("es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = stem + "ed"
        if head.endswith("y") and head[-2] not in VOWELS:
            third, past = head[:-1] + "ies", head[:-1] + "ied"
        words = [head, third, stem + "ing", past]
    return tuple(word + tail for word in words)


VERBS: dict[str, str] = {
    "drop": "fall|drop|plunge|plummet|tumble|fall down|drop down|land|rain down|crash|"
    "crash down|thud|cascade|come down",
    "bounce": "bounce|bounce up|rebound|hop",
    "roll": "roll|roll in|trundle|wheel",
    "slide": "slide|skid|slip|shoot|glide in|scoot|slide in|shove|push|nudge|drag|pull",
    "spin": "spin|rotate|twirl|whirl|pirouette|spin around",
    "throw": "throw|toss|fling|hurl|lob|fly|launch|kick|catapult",
    "topple": "topple|topple over|tip over|fall over|knock down|keel over|tumble over|collapse|tip|crumble|"
    "overturn",
    "knock over": "knock over|bowl over|push over|topple into|knock down",
    "hit": "hit|strike|bump|bump into|knock into|crash into|smash into|collide|collide with|slam into|run "
    "into|ram|knock",
    "swing": "swing|dangle|sway|oscillate|swing into|swing back and forth",
    "drape": "drape|drape over|drape itself over|cover|billow down|flutter down|settle over|unfurl",
    "drive": "drive|drive past|drive by|drive off|pass|pass by|cruise|speed|race|speed past|pull away|go "
    "past|park up|ride|pull up|pull in|rush past|roll past|drive up|drive down|drive through|"
    "drive along|head left|head right|head off|head down|head home",
    "sail": "sail|drift|float|glide|drift by|sail past|row|bob|paddle",
}
"""Style of motion → verbs."""

ENDINGS = (
    "settle|come to rest|rest|stop|come to a stop|slow down|come to a halt|wobble|rattle|clatter|"
    "scatter|splash|one after another|one by one"
    """Verbs that only say how an event ends: the simulation decides that."""
)

CANNOT = {
    "shatter|break|smash|crack|explode|burst|splinter": "things stay whole: breaking cannot be shot yet",
    "pour|spill|drip|flow|leak|splatter|fill|boil|steam": "liquids and steam cannot be shot yet",
    "burn|melt|catch fire|smoke|flicker|smoulder|ignite": "fire, smoke and melting cannot be shot yet",
    "grow|bloom|wilt|open|close|unfold|bend|morph|transform|inflate|blossom": "things keep their shape",
    "walk|run|jump|dance|smile|eat|drink|talk|sing|look|swim|climb|crawl|fight|chase|laugh|sleep|wave": (
        "living beings and what they do cannot be shot yet"
    ),
    "blow|flutter|rustle|ripple|flap": "wind cannot be shot yet",
    "rise|lift|hover|levitate|take off|fly away|ascend": "things do not rise against gravity",
}
"""Verbs that cannot be shot → why, in words for the reading."""

POSTURES = (
    "lie|sit|stand|rest|lean|wait|hang|hold|park|place|arrange|set|scatter|pile|stack|line|prop|lay|show|"
    "have|contain|"
    "feature|reveal|cast|reflect|mirror|glow|shine|light|fill with|surround|see|display|frame|face|stay|"
    "remain|keep|"
    "illuminate|burn softly|curl|nestle|perch|tuck|moor|anchor|abandon"
)
"""Verbs that only place a thing."""

HEADINGS: dict[str, str] = {
    "from left to right": "right", "left to right": "right", "from the left": "right", "from left": "right",
    "from right to left": "left", "right to left": "left", "from the right": "left", "from right": "left",
    "to the right": "right", "rightwards": "right", "rightward": "right", "to the left": "left",
    "leftwards": "left", "leftward": "left", "towards the camera": "near", "toward the camera": "near",
    "towards us": "near", "toward us": "near", "at the camera": "near", "away from the camera": "away",
    "away from us": "away", "into the distance": "away", "away": "away", "towards the viewer": "near",
    "toward camera": "near", "towards camera": "near", "to camera": "near", "past the camera": "",
    "past camera": "", "past us": "", "toward the left": "left", "towards the left": "left",
    "toward the right": "right", "towards the right": "right",
    "through the frame": "right", "across the frame": "right", "across the screen": "right",
    "through frame": "right", "across frame": "right", "into frame": "right", "into the frame": "right",
    "into view": "right", "out of frame": "right", "out of the frame": "right",
    "back and forth": "",
    "up and down": "", "from side to side": "", "forward": "near", "forwards": "near",
}  # fmt: skip
"""Phrase → where on the screen the motion goes ("" says nothing new)."""

TIMES = {"once": 1, "twice": 2, "three times": 3, "several times": 3, "again and again": 3, "repeatedly": 3}
MANNERS = (
    "slowly|gently|softly|quickly|fast|suddenly|lazily|gracefully|smoothly|heavily|lightly|dramatically|"
    "violently|"
    "carefully|quietly|silently|steadily|swiftly|rapidly|hard|freely|wildly|loudly|finally|together|apart|"
    "past|over|everywhere|somewhere|outside|along"
)
SLOW = frozenset(
    "slowly gently softly lazily gracefully smoothly lightly carefully quietly silently steadily".split()
)
FAST = frozenset("quickly fast suddenly dramatically violently swiftly rapidly hard wildly".split())
"""Manners that change the speed of a launch."""
EDGE = ("off the edge", "over the edge", "off the side", "off the end")
"""What makes a roll end in a fall."""


def verb_table() -> dict[str, tuple[str, str]]:
    """Every inflected form → (role, value): role "motion", "ending", "cannot" or "posture"."""
    table: dict[str, tuple[str, str]] = {}
    for verb in POSTURES.split("|"):
        table |= {form: ("posture", verb) for form in forms(verb)}
    for verbs, why in CANNOT.items():
        table |= {form: ("cannot", why) for verb in verbs.split("|") for form in forms(verb)}
    for verb in ENDINGS.split("|"):
        table |= {form: ("ending", verb) for form in (forms(verb) if not verb.startswith("one") else (verb,))}
    for style, verbs in VERBS.items():
        table |= {form: ("motion", style) for verb in verbs.split("|") for form in forms(verb)}
    return table


_OTHER_VERBS = (
    "get make take give move happen appear disappear begin start end finish continue become seem feel catch "
    "carry bring send put use need want try turn change wait watch see hear find lose meet play act work "
    "help show call name create produce form build fill touch grab pick reach stretch extend point aim "
    "fade dissolve emerge enter exit arrive depart return pause freeze shift follow lead approach near "
    "let allow cause make bring remain dominate occupy cover cross divide separate join connect share "
    "capture record film shoot photograph frame compose evoke suggest imply recall remind tell speak "
    "go come sweep linger loom strand "
    "catch refract sparkle shimmer glint gleam twinkle flare bathe wash rake slant stream soak drench dry"
)
ACTIONS = frozenset(form for verb in dict.fromkeys(_OTHER_VERBS.split()) for form in forms(verb)) - {
    "play",
    "photograph",
    "photographs",
    "film",
    "frame",
    "form",
    "point",
    "record",
    "catch",
    "watch",
    "call",
    "name",
    "shoot",
    "turn",
}
"""Forms of common verbs that neither move nor place a thing: they are never taken for a noun."""
