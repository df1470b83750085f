"""Words for what the camera does: dolly, truck, pan, tilt, crane, orbit, zoom, follow, hold."""

import re
from dataclasses import replace

from rayograph.plan.facts import CameraFacts
from rayograph.plan.ledger import Ledger
from rayograph.plan.pan_words import is_vessel
from rayograph.plan.route_words import read_ends, read_pull, read_route

_HOW = (
    r"(?:(?:very|really|extremely|super|ever so|nice(?: and)?|barely|almost|so) )?(?:slow(?:ly)?|gentl[ey]|"
    r"gentle|"
    r"gradual(?:ly)?|subtl[ey]|slight(?:ly)?|smooth(?:ly)?|quick(?:ly)?|fast|rapid(?:ly)?|swift(?:ly)?|"
    r"lazy|lazily|"
    r"stead(?:y|ily)|long|sweeping|graceful(?:ly)?|imperceptibl[ey]|perceptibl[ey]|soft(?:ly)?|careful"
    r"(?:ly)?|"
    r"creeping|easy|snappy|short|small|tiny|little|big|half|quarter|full|single|one|simple|continuous(?:ly)?|"
    r"constant(?:ly)?|motorised|floating|drifting|rising|hurried|unhurried|calm(?:ly)?|then|just|also|"
    r"counter ?clockwise|"
    r"clockwise|anti ?clockwise|shot|move|movement|moves)"
)
_ADVERB = rf"(?:{_HOW}[ ,]+)*"
_FILL = rf"(?: (?:{_HOW}|the camera|it|us|you|shot|move|across|over|along|all|around|round|frame|screen))*"
_END = rf"(?: {_HOW})*(?:, ?{_HOW}(?= ?(?:[,.;]|$)))?"
CAMERA = (
    r"(?:(?:with |have |let |as |and )?(?:the |a |our )?(?:camera|cam|lens|shot|view|frame|we|you|"
    r"steadi ?cam|gimbal|slider|"
    r"drone|jib arm|crane arm)(?: (?:is|are|then|that|which|will|should|just|to|starts?|begins?|goes on))* )"
)
_LEAD = rf"{CAMERA}?(?:(?:then|and|also|plus|with|on|in|do|for|a|an|the|one) )*"
_CUT = r"(?:(?<=^)|(?<=[.,;:/!(\x00] )|(?<=[.,;:/!(\x00])|(?<= and )|(?<= then ))"
"""Where a bare imperative may begin: after a mark."""
LEFT = (
    r"(?:from (?:frame |screen |camera )?right to (?:frame |screen |camera )?left|right to left|"
    r"r (?:to )?l|r/l|"
    r"(?:to |towards? )?(?:the |frame |screen |camera )?left(?:wards?)?(?! to (?:the |frame |screen |"
    r"camera )?right)|l)"
)
RIGHT = (
    r"(?:from (?:frame |screen |camera )?left to (?:frame |screen |camera )?right|left to right|"
    r"l (?:to )?r|l/r|"
    r"(?:to |towards? )?(?:the |frame |screen |camera )?right(?:wards?)?(?! to (?:the |frame |screen |"
    r"camera )?left)|r)"
)
_IN = r"(?:in(?:wards?)?(?:to)?|forwards?|closer|nearer|up to|up on|towards?(?! (?:the )?(?:left|right)))"
_OUT = r"(?:out|back(?:wards?)?|away|off)"
_DOLLY = (
    r"(?:doll(?:y|ies|ying|ied)|push(?:es|ing)?|tracks?|tracking|truck(?:s|ing)?|creep(?:s|ing)?|inch"
    r"(?:es|ing)?)"
)
_PULL = (
    r"(?:doll(?:y|ies|ying|ied)|pull(?:s|ing)?|tracks?|tracking|truck(?:s|ing)?|eas(?:e|es|ing)|creep"
    r"(?:s|ing)?)"
)
_SIDE = (
    r"(?:doll(?:y|ies|ying)|tracks?|tracking|truck(?:s|ing)?|crab(?:s|bing)?|slider|lateral(?: move)?|"
    r"steadicam)"
)
_ORBIT = (
    r"(?:(?:half |quarter |full |semi )?orbit(?:s|ing|al)?|arc(?:s|ing)?(?= (?:shot|left|right|around|"
    r"round|to|move|l|r)(?!\w))|"
    r"arc(?= ?(?:[,.;]|$))|circl(?:es?|ing)(?= (?:slowly |gently |around )*(?:to the|left|right))|"
    r"(?:slow(?:ly)? )?circling (?:shot|camera|move)|"
    r"360(?: degrees?)?(?: shot)?)"
)
_CRANE = r"(?:crane|boom|jib|pedestal|ped)(?:s|ing)?(?: shot)?"
_FAST = r"(?:(?:whip|swish|snap|crash) )?"
_LOOSE = (
    r"(?:mov|creep|glid|float|drift|inch|edg|com|driv|fly|fl(?=ies)|eas|travel|ris|lift|climb|ascend|"
    r"descend|lower|drop|"
    r"sink|slid|pass|sweep|circl|arc|rotat|swing|turn|push|pull|back|draw|rid|go|head|wander)"
)

_NO_MOVE = (
    r"(?:lock(?:ed)?[ ]?(?:off|down)|locked(?= ?(?:[.,;/]|$))|static|stationary|"
    r"motionless|immobile|unmoving|fixed)"
    r"(?: (?:camera|shot|frame|view|tripod|framing))*|fixed (?:camera|shot|frame|view)|"
    r"(?:on )?(?:a |the )?(?:sticks|tripod)(?: shot)?|still (?:camera|frame|shot)|"
    r"(?:no|without(?: any| a)?|zero) (?:camera )?(?:moves?|movements?)(?: (?:from|of|in) (?:the )?camera)?|"
    r"(?:no|without(?: any)?) camera motion|no camera (?:moves?|work)|"
    r"(?:do not|don't|never) move (?:the )?camera|"
    r"camera (?:does not|doesn't|never|must not|mustn't|won't|shouldn't|should not|not) (?:moves?|moving|"
    r"flinch(?:es)?|budge)|"
    r"camera (?:stays|holds|stands|sits|remains|is|keeps) ?(?:perfectly |absolutely |dead |completely )?"
    r"(?:still|put|locked)|"
    r"(?:(?:just )?hold(?: it| on it| the shot| the frame| still)?)(?= (?:for (?:\d|\w+ sec)|\x00)"
    r"| ?[.,;]| ?$)|"
    r"(?:a )?locked (?:shot|frame|camera)|unbroken hold|(?:keep|leave) (?:the )?(?:camera|frame|"
    r"shot) (?:still|locked|static)"
)

MOVES: tuple[tuple[str, str], ...] = (
    (_NO_MOVE, "static"),
    (rf"{_DOLLY}{_FILL} {_IN}|push ?in|(?:push|doll(?:y|ies|ying))(?= ?(?:[.,;:]|$|\x00))|"
     r"push(?= (?:on|to|towards?) )", "push in"),
    (r"push(?:es|ing)? out(?= (?:along|over|across|from|onto|above|towards?) )", "push in"),
    (r"(?<!on a )(?<!on the )(?<!on )turn ?table(?: (?:spins?|rotations?|shots?|moves?|renders?|turns?|"
     r"style))?(?= ?(?:[,.;/]|$|\x00))|(?:360|full) turn ?table", "orbit right"),
    (rf"{_PULL}{_FILL} {_OUT}|pull ?(?:out|back)|widen(?:s|ing)?(?: out)?(?= ?(?:[.,;:]|$))", "pull back"),
    (r"doll(?:y|ies|ying)(?= (?:across |along |over )?from (?:the|a|an) )", "truck right"),
    (rf"{_SIDE}{_FILL} {LEFT}(?: alongside| along(?: with it)?| sideways)*", "truck left"),
    (rf"{_SIDE}{_FILL} {RIGHT}(?: alongside| along(?: with it)?| sideways)*", "truck right"),
    (rf"{_FAST}pan(?:s|ning|ned)?{_FILL} {LEFT}", "pan left"),
    (rf"{_FAST}pan(?:s|ning|ned)?{_FILL} {RIGHT}", "pan right"),
    (rf"{_FAST}(?:whip(?:s|ping)?|pan(?:s|ning)?)(?: shot)?(?: along)? with (?:it|them|her|him|the "
     r"(?:car|ball|action|"
     r"movement|move|motion|cab|taxi|bus|van|boat|truck|bike|action))|whip(?:s|ping)? along(?: with it)?|"
     r"(?:follow(?:ing)?|chase|pursuit|panning) ?(?:shot|camera|cam|pan)|tracking ?(?:shot|camera|cam)|"
     rf"(?:a )?handheld follow|{_FAST}pan(?:s|ning)? to follow(?: it)?|"
     rf"(?<!frying ){_FAST}pan(?:s|ning)?(?: along)? with(?= (?:a|an|the|one|two|some) )|"
     r"keep(?:s|ing)? (?:it|them) in frame|to keep up(?: with (?:it|them))?|"
     r"(?:follow|chase|track)(?:s|ing|es)? (?:it|them)(?: (?:all the way|along|closely|down|across|through|"
     r"in|as it goes))*",
     "follow"),
    (r"(?<!frying )(?<!sauce )(?<!copper )pan(?:s|ning)?(?: shot)?(?: (?:across|over|along))?", "pan right"),
    (rf"tilt(?:s|ing)?{_FILL} up(?:wards?)?", "tilt up"),
    (rf"tilt(?:s|ing|ed)?{_FILL} down(?:wards?)?(?: with (?:it|the fall))?", "tilt down"),
    (rf"{_CRANE}{_FILL} (?:down(?:wards?)?|lower)", "crane down"),
    (rf"{_CRANE}(?:{_FILL} (?:up(?:wards?)?|higher|out))?|rise up (?=(?:over|to|above|from) )", "crane up"),
    (rf"{_ORBIT}{_FILL} {LEFT}|orbit(?:s|ing)? counter ?clockwise", "orbit left"),
    (rf"{_ORBIT}(?:{_FILL} {RIGHT})?(?: (?:it|them|the subject|around|round|about))*", "orbit right"),
    (rf"(?:crash |snap |slow )?zoom(?:s|ing)?{_FILL} {_OUT}", "zoom out"),
    (rf"(?:crash |snap |slow )?zoom(?:s|ing)?(?:{_FILL} {_IN})?(?: on)?", "zoom in"),
)  # fmt: skip
"""Words that are about the camera wherever they stand, the plainest first."""

_AFTER_CAMERA: tuple[tuple[str, str], ...] = (
    (r"(?:follow(?:s|ing)?|track(?:s|ing)?|chas(?:es|ing)|pursu(?:es|ing)|stays? with|keeps? up with)"
     r"(?: (?:it|them|along|after|alongside|beside|with it))*", "follow"),
    (rf"{_LOOSE}(?:e|es|s|ing)?{_FILL} (?:out )?(?:along|out over|out across|out past)(?= )", "push in"),
    (r"(?:fl(?:y|ies|ying)|skim(?:s|ming)?|glid(?:e|es|ing)|sweep(?:s|ing)?|soar(?:s|ing)?|rac(?:es|ing)|"
     r"float(?:s|ing)?)(?: (?:low|high|slowly|gently|fast|just|right|silently))*"
     r"(?= (?:over|across|above|through|between|towards?|into) )", "push in"),
    (rf"{_LOOSE}(?:e|es|s|ing)?{_FILL} (?:in|forwards?|closer|nearer|towards?(?! (?:the )?(?:left|right))|"
    rf"up to)",
     "push in"),
    (rf"{_LOOSE}(?:e|es|s|ing)?{_FILL} out(?= (?:along|over|across|from|onto|above|towards?|to) )|"
     rf"{_LOOSE}(?:e|es|s|ing)?(?: (?:slowly|gently))?(?= (?:along|over|down the) )", "push in"),
    (rf"{_LOOSE}(?:e|es|s|ing)?{_FILL} (?:out|back(?:wards?)?|away|off)", "pull back"),
    (rf"(?:circl|arc|rotat|swing|turn)(?:e|es|s|ing)?{_FILL} {LEFT}", "orbit left"),
    (rf"(?:mov|travel|go)(?:e|es|s|ing)? (?:around|round){_FILL} {LEFT}", "orbit left"),
    (rf"(?:circl|arc|rotat|swing|turn)(?:e|es|s|ing)?(?:{_FILL} {RIGHT}|(?: (?:around|round|about))?"
     r"(?: (?:it|them|him|her))?)", "orbit right"),
    (r"(?:mov|travel|go)(?:e|es|s|ing)? (?:around|round)", "orbit right"),
    (rf"{_LOOSE}(?:e|es|s|ing)?{_FILL} {LEFT}", "truck left"),
    (rf"{_LOOSE}(?:e|es|s|ing)?{_FILL} past(?= (?:the|a|an|one|two|three|some) )|"
     r"(?:mov|glid|float|drift|creep|travel|slid|pass|sweep)(?:e|es|s|ing)?"
     r"(?= (?:across )?from (?:the|a|an) )",
     "truck right"),
    (rf"{_LOOSE}(?:e|es|s|ing)?{_FILL} {RIGHT}", "truck right"),
    (rf"(?:ris|lift|climb|ascend)(?:e|es|s|ing)?(?:{_FILL} (?:up|upwards?))?", "crane up"),
    (r"(?:mov|float|go|com|fly|glid)(?:e|es|s|ing)? (?:up|upwards?)", "crane up"),
    (rf"(?:descend|lower|drop|sink)(?:e|es|s|ing)?(?:{_FILL} (?:down|downwards?))?", "crane down"),
    (r"(?:mov|float|go|com|fly|glid)(?:e|es|s|ing)? (?:down|downwards?)", "crane down"),
)  # fmt: skip
"""Verbs that move the camera only when the camera is their subject, or as an order to the crew."""

_ORDERS: tuple[tuple[str, str], ...] = (
    (rf"(?:creep|ease|inch|edge|move|drift|glide|float|travel|fly|go|come){_FILL} (?:in|forwards?|closer|"
    rf"nearer)",
     "push in"),
    (rf"(?:ease|move|drift|glide|float|draw|back|edge|fly){_FILL} (?:out|back(?:wards?)?|away)", "pull back"),
    (rf"(?:arc|circle|swing){_FILL} {LEFT}", "orbit left"),
    (rf"(?:arc|circle|swing|move|go) (?:around|round)(?:{_FILL} {RIGHT})?|(?:arc|circle){_FILL} {RIGHT}",
     "orbit right"),
    (rf"(?:drift|glide|float|slide|move|travel|creep|sweep){_FILL} {LEFT}", "truck left"),
    (rf"(?:drift|glide|float|slide|move|travel|creep|sweep){_FILL} {RIGHT}", "truck right"),
    (r"(?:rise|lift|climb|float|go|move) up(?:wards?)?", "crane up"),
    (r"(?:follow|chase|chasing|following|tracking|track)(?= (?:a|an|the|two|some|it|them|behind|along|one|"
    r"its|our) )",
     "follow"),
    (r"(?:follow|chase)(?: (?:it|them|along|behind))*(?= ?(?:[.,;]|$))", "follow"),
)  # fmt: skip
"""What is told to the crew at the start of a clause: "ease back slowly", "follow a van"."""


_ANYBODY = re.compile(r"(?:pull|push|track|arc|tilt|creep|ease|edg|inch|crane|boom|zoom|pan)\w* ")
"""Verbs of camera moves that anything may do."""
_CREW = frozenset(
    (
        "and then with to a an the in of for we on camera shot lens or but do want slow slowly start "
        "move gentle mm use let smooth smoothly quick quickly steady long subtle it static please also "
        "very nice while as by cam"
    ).split()
)
"""Words before a verb that leave it to the camera."""


def _is_somebody(before: str) -> bool:
    """Whether the text before a verb ends in a noun, which is what moves: "the car pulls away"."""
    word = re.search(r"([a-z']+) $", before)
    return word is not None and word[1] not in _CREW and not word[1].endswith("ly")


def _is_lorry(text: str, m: re.Match[str]) -> bool:
    """Whether "truck" is the noun: after an article, or after a word that is not said to the crew."""
    noun = re.search(r"\btrucks?\b(?! (?:left|right))", m[0])
    if noun is None:
        return False
    word = re.search(r"([a-z']+) $", text[: m.start() + noun.start()])
    if word is None or re.fullmatch(_HOW, word[1]):
        return False
    return word[1] in ("a", "an", "the", "one", "this", "that") or _is_somebody(word[0])


def read_moves(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    """Claim what is said about the camera's own motion."""
    for m in ledger.take(
        rf"{_LEAD}{_ADVERB}(?:(?:shaky|rough|loose|nervous|gentle|slight(?:ly)?|subtle) )?(?:hand ?held|"
        rf"shaky ?cam|shoulder "
        r"(?:rig|mounted))(?: (?:camera|shot|feel|style|look|movement|work|on))*(?: feel| look)?"
    ):
        facts = replace(facts, handheld=0.3 if re.search("slight|gent|subtle", m[0]) else 0.6)
        ledger.claim(m.start(), m.end(), "understood", "handheld sway")
    facts = read_pull(ledger, facts)
    found: list[tuple[int, re.Match[str], str]] = []
    tables = [(rf"{_LEAD}{_ADVERB}(?:{p}){_END}", move) for p, move in MOVES]
    tables += [(rf"{CAMERA}{_ADVERB}(?:{p}){_END}", move) for p, move in _AFTER_CAMERA]
    tables += [(rf"{_CUT}{_ADVERB}(?:{p}){_END}", move) for p, move in _ORDERS]
    taken: list[tuple[int, int]] = []
    for pattern, move in tables:
        for m in ledger.take(pattern):
            if _is_lorry(ledger.masked(), m):
                continue  # "A fire truck in the street" is no move
            if is_vessel(ledger.text, *m.span()):
                continue  # nor is "the handle of the pan"
            if _ANYBODY.match(m[0]) and _is_somebody(ledger.masked()[: m.start()]):
                continue  # "The car pulls away": it is not the camera
            if m.end() > m.start() and not any(a < m.end() and m.start() < b for a, b in taken):
                taken.append(m.span())
                found.append((m.start(), m, move))
    for _, m, move in sorted(found, key=lambda item: item[0]):
        chosen = _choose_move(ledger, facts, m, move)
        if chosen is not facts or facts.move == move:
            chosen = read_route(ledger, chosen, m.end(), m[0])
        facts = chosen
    facts = read_ends(ledger, facts)
    for m in ledger.take(
        r"(?<=\x00) (?:by |through |about |some )?(?:a )?(?:\d{2,3}|ninety|forty five) ?(?:degrees?|deg|°)"
        r"|(?<=\x00) (?:by |through )?an? (?:full |half |quarter)[ -]?(?:turn|circle|orbit|arc)"
    ):
        number = re.search(r"\d{2,3}", m[0])
        words = {"ninety": 90.0, "forty": 45.0, "full": 360.0, "half": 180.0, "quarter": 90.0}
        arc = float(number[0]) if number else next((v for w, v in words.items() if w in m[0]), None)
        facts = replace(facts, arc_deg=arc)
        ledger.claim(
            m.start(), m.end(), "understood", f"how far the camera goes: {arc:g}°" if arc else "how far"
        )
    for m in ledger.take(
        r"(?:dutch (?:angle|tilt|roll)|dutch(?= ?(?:[.,;/]|$))|dutched|canted(?: angle| frame)?|"
        r"tilted (?:frame|horizon))(?: shot)?"
    ):
        facts = replace(facts, roll_deg=12.0)
        ledger.claim(m.start(), m.end(), "understood", "the camera rolled by 12°")
    return facts


def pace_of(phrase: str) -> float:
    """How fast a move is by its adverbs: 1 is usual."""
    if re.search(r"very slow|really slow|extremely slow|subtl|slight|barely|impercept|creep", phrase):
        return 0.5
    if re.search(r"slow|gentl|gradual|lazi|lazy|stead|graceful|eas[ey]|unhurried|calm", phrase):
        return 0.75
    return 1.5 if re.search(r"quick|fast|rapid|swift|sweeping|whip|crash|snap", phrase) else 1.0


def _choose_move(ledger: Ledger, facts: CameraFacts, m: re.Match[str], move: str) -> CameraFacts:
    said = facts.move
    # "Pan left to follow it", "static, then push in": what is more particular stays.
    if said is not None and said != move and not (said == "follow" and move.startswith(("pan", "truck"))):
        weak = move == "static" and re.search(r"hold", m[0]) is not None
        meaning = f"{move!r} contradicts {said!r}, which was said first and stays"
        if weak:
            meaning = "it ends at rest"
        ledger.claim(m.start(), m.end(), "assumed", meaning)
        return facts
    pace = pace_of(m[0])
    speed = {0.5: ", very slow", 0.75: ", slow", 1.5: ", fast"}.get(pace, "")
    ledger.claim(m.start(), m.end(), "understood", f"camera move: {move}{speed}")
    return replace(facts, move=move, pace=pace)
