"""Verbs of motion and how they are conjugated; verbs that only place a thing."""

VOWELS = "aeiou"
_IRREGULAR = {
    "fall": "falls falling fell fallen", "fly": "flies flying flew flown",
    "throw": "throws throwing threw thrown", "spin": "spins spinning spun",
    "swing": "swings swinging swung", "slide": "slides sliding slid", "hit": "hits hitting",
    "strike": "strikes striking struck", "drive": "drives driving drove driven",
    "fling": "flings flinging flung", "hurl": "hurls hurling hurled", "sink": "sinks sinking sank",
    "run": "runs running ran", "come": "comes coming came", "go": "goes going went gone",
    "sway": "sways swaying swayed", "tip": "tips tipping tipped", "leave": "leaves leaving left",
    "cast": "casts casting", "lie": "lies lying lay lain", "sit": "sits sitting sat",
    "stand": "stands standing stood", "hang": "hangs hanging hung", "hold": "holds holding held",
    "set": "sets setting", "send": "sends sending sent",
    "lay": "lays laying laid", "lean": "leans leaning leaned leant",
    "rise": "rises rising rose risen", "burn": "burns burning burnt burned",
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
            "patter",
            "enter",
            "skitter",
            "slither",
            "motor",
            "teeter",
            "totter",
            "quiver",
            "judder",
            "shudder",
            "ricochet",
            "exit",
            "volley",
        )
        stem = head[:-1] if head.endswith("e") else head + (head[-1] if doubled else "")
        third = head + ("es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = stem + "ed"
        if head.endswith("y") and head[-2] not in VOWELS:
            third, past = head[:-1] + "ies", head[:-1] + "ied"
        words = [head, third, stem + "ing", past]
    return tuple(word + tail for word in words)


VERBS: dict[str, str] = {
    "drop": (
        "fall|drop|plunge|plummet|tumble|fall down|drop down|drop in|fall in|tumble down|tumble in|"
        "land|rain down|crash|crash down|thud|thud down|thump|cascade|come down|clatter|clatter down|"
        "clatter in|plop|plonk|flop|patter|come falling|come raining|come clattering|come dropping|"
        "clank|clunk|hit the floor|hit the ground|hit the deck"
    ),
    "bounce": (
        "bounce|bounce up|bounce in|bounce past|bounce by|rebound|hop|skip|ricochet|come bouncing|"
        "go bouncing|bounce around|bounce along"
    ),
    "roll": (
        "roll|roll in|roll out|roll by|roll along|roll away|roll over|trundle|trundle in|trundle past|"
        "wheel|come rolling|go rolling|come trundling|spill out|"
        "get loose|roll loose|barrel in|tumble along|freewheel|bowl along"
    ),
    "slide": (
        "slide|skid|slip|scoot|glide in|slide in|slide out|slide along|slide past|slither|skate|"
        "skitter|come sliding|go sliding|skid in|skid out|skim|slide sideways|vibrate|rattle itself|"
        "jiggle|scrape"
    ),
    "push": ("push|shove|nudge|drag|pull|prod|poke|jostle|elbow|jog"),
    "nudge": ("get a nudge|get a push|get a knock|get a shove|get a kick|get a tap|get a bump|take a knock"),
    "spin": (
        "spin|rotate|twirl|whirl|pirouette|spin around|revolve|turn on itself|gyrate|go round|spin up|twizzle"
    ),
    "throw": (
        "throw|toss|fling|hurl|lob|fly|launch|kick|catapult|sling|chuck|flick|soar|fly in|fly through|"
        "fly across|fly past|come flying|go flying|come hurtling|come sailing|sail in|kick off|"
        "toss in|heave|shoot in|shoot out|pelt|whip in|volley|tumble through the air"
    ),
    "topple": (
        "topple|topple over|tip over|fall over|keel over|tumble over|collapse|tip|crumble|overturn|"
        "slump|slump over|slump down|flop over|go over|blow over|capsize|come tumbling|come toppling|"
        "come crashing|come tumbling down|come crashing down|come toppling down|give way|let go|"
        "flip|flip over|lean over|go down|fall flat|topple down|cave in|buckle|keel|fall like dominoes|"
        "come down in a heap|fall in turn|fall in sequence|go toppling|crash over|clatter over"
    ),
    "knock over": (
        "knock over|bowl over|push over|topple into|knock down|kick over|boot over|knock flat|flatten|"
        "take out|mow down|plough through|plow through|bowl through|bowl down|bring down|demolish|"
        "smash through|crash through|blast through|barrel through|upend|upset|send flying|"
        "send tumbling|send toppling|send rolling|bowl into|plough down|take down|sweep through|"
        "slide through|skid through|rip through|tear through|wipe out|nudge over|push down|"
        "shove over|set off|send|knock aside|barge through|scythe through|burst through"
    ),
    "hit": (
        "hit|clink|clink together|"
        "strike|bump|bump into|knock into|crash into|smash into|collide|collide with|slam into|"
        "run into|ram|ram into|knock|clip|plough into|plow into|barrel into|bang into|thud into|"
        "rear end|t bone|shunt|bash|whack|smack|bump together|crash together|knock together|"
        "bang together|collide head on|crash head on|smash head on|bump against|knock against|thud against|"
        "roll up against|"
        "run up against|prang|clack into|clink into|bounce into|slap into|nudge against|nudge into|"
        "bump up against|bounce off|glance off|ping off|ricochet off|careen into|career into|"
        "drive into|smash against|crash against|click into|clack against"
    ),
    "swing": (
        "swing|dangle|sway|oscillate|swing into|swing in|swing across|swing through|"
        "swing back and forth|swing to and fro|swing gently|rock back and forth|creak back and forth"
    ),
    "drape": (
        "drape|drape over|drape itself over|cover|billow down|flutter down|float down|settle over|"
        "unfurl|drift down|waft down|sink down|settle onto|fall across|envelop|wrap itself around|"
        "slip over|glide down"
    ),
    "drive": (
        "drive|drive past|drive by|drive off|drive in|drive away|drive across|pass|pass by|cruise|"
        "speed|race|speed past|pull away|go past|park up|pull up|pull in|pull out|rush past|"
        "roll past|drive up|drive down|drive through|drive along|head left|head right|head off|"
        "head down|head home|head away|reverse|back up|roll up|rumble past|rumble by|"
        "rumble in|zoom past|whizz past|whiz past|cruise past|cruise by|crawl past|clatter past|"
        "rattle past|drive around|accelerate|brake|turn in|turn the corner|swing round"
    ),
    "sail": (
        "sail|drift|float|glide|drift by|drift past|drift across|float past|float by|glide past|"
        "glide by|sail past|row|bob|paddle|bob along|bob up and down|drift in|drift away|drift out|"
        "glide across|sail across"
    ),
    "go": (
        "come|go|move|travel|run|zip|zoom|rip|tear|whizz|whiz|hurtle|rush|dash|cross|enter|exit|"
        "approach|come in|come past|come by|come through|go by|go through|go across|"
        "come up|tear past|rip past|rip through frame|move across|move past|"
        "move in|race past|run past|run away|make its way|sweep past|"
        "streak past|bomb past|shoot|shoot past|shoot across|shoot through|exit frame|exit the frame|"
        "exit shot|exit the shot|leave frame|leave the frame|leave shot|leave the shot|leave the picture|"
        "enter frame|enter the frame|enter shot|enter the shot|clear frame|clear the frame"
    ),
}
"""Style of motion → verbs."""

ENDINGS = (
    "settle|come to rest|rest|stop|slow|come to a stop|slow down|come to a halt|wobble|rattle|scatter|"
    "splash|stop short|stop just short|come to a standstill|teeter|lie down|settle down|end up|"
    "stay put|halt|pause|totter|stop dead|settle back|stand still|hold still|splay|spread out|"
    "fan out|lie still|grind to a halt|quiver|shake|tremble|judder|shudder|jingle|"
    "one after another|one by one|one after the other|one at a time|in turn"
)
"""Verbs that only say how an event ends: the simulation decides that."""

CANNOT = {
    "shatter|break|smash|crack|explode|burst|splinter": "things stay whole: breaking cannot be shot yet",
    "pour|spill|drip|flow|leak|splatter|fill|boil|steam": "liquids and steam cannot be shot yet",
    "burn|melt|catch fire|smoke|flicker|smoulder|ignite": "fire, smoke and melting cannot be shot yet",
    "grow|bloom|wilt|open|close|unfold|bend|morph|transform|inflate|blossom": "things keep their shape",
    "walk|jump|dance|smile|eat|drink|talk|sing|look|swim|climb|fight|chase|laugh|sleep|wave": (
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


def verb_table() -> dict[str, tuple[str, str]]:
    """Every inflected form → (role, value): role "motion", "ending", "cannot" or "posture"."""
    table: dict[str, tuple[str, str]] = {}
    for verb in POSTURES.split("|"):
        table |= {form: ("posture", verb) for form in forms(verb)}
    for verbs, why in CANNOT.items():
        table |= {form: ("cannot", why) for verb in verbs.split("|") for form in forms(verb)}
    for verb in ENDINGS.split("|"):
        table |= {
            form: ("ending", verb)
            for form in (forms(verb) if not verb.startswith(("one", "in ")) else (verb,))
        }
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
