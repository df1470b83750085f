"""Camera moves, lens and framing words."""

import re
from dataclasses import replace

from rayograph.plan.facts import CameraFacts
from rayograph.plan.ledger import Ledger

_ADVERB = (
    r"(?:(?:very |really |extremely )?(?:slow(?:ly)?|gentl[ey]|gradual(?:ly)?|subtl[ey]|slight(?:ly)?|"
    r"smooth(?:ly)?|"
    r"quick(?:ly)?|fast|rapid(?:ly)?|swift(?:ly)?|lazy|lazily|steady|steadily|long|sweeping|"
    r"graceful(?:ly)?)[ ,]+)*"
)
_END = r"(?: (?:very |really )?(?:slowly|gently|gradually|slightly|smoothly|quickly|fast|rapidly|steadily))?"
_CAMERA = r"(?:(?:with )?(?:the |a )?(?:camera|shot|frame|view|lens|we) (?:is |then |that )?)"
_LEAD = rf"{_CAMERA}?(?:(?:a|an|the|in a|with a|on a|one) )?"
_LEFT = r"(?:from right to left|right to left|to the left|to left|leftwards?|left)"
_RIGHT = r"(?:from left to right|left to right|to the right|to right|rightwards?|right)"
_TRAIL = r"(?: alongside| along(?: with it)?| sideways)?"

_MOVES: tuple[tuple[str, str], ...] = (
    (
        r"(?:locked[ ]?off|lock off|static|fixed|stationary|motionless|immobile|unmoving)"
        r"(?: (?:camera|shot|frame|view|tripod))*|(?:on )?(?:a )?(?:sticks|tripod)(?: shot)?"
        r"|still (?:camera|frame|shot)|(?:no|without(?: any| a)?) camera (?:moves?|movements?|motion)"
        r"|camera (?:does not|doesn't|never) moves?|camera (?:stays|holds|stands) ?(?:still|put)?",
        "static",
    ),
    (
        r"(?:doll(?:y|ies|ying|ied)|push(?:es|ing)?|track(?:s|ing)?|truck(?:s|ing)?) ?(?:shot )?(?:slowly |"
        r"gently )?"
        r"(?:in|forwards?|closer|towards?)(?: on| to(?:wards?)?(?! the (?:left|right)))?(?= |$|\W)|push "
        r"?in(?: shot)?",
        "push in",
    ),
    (
        r"(?:doll(?:y|ies|ying|ied)|pull(?:s|ing)?|track(?:s|ing)?|truck(?:s|ing)?) ?(?:slowly |gently )?"
        r"(?:out|back(?:wards?)?|away)(?: from)?|pull ?(?:out|back)(?: shot)?",
        "pull back",
    ),
    (
        rf"(?:doll(?:y|ies|ying)|truck(?:s|ing)?|track(?:s|ing)?(?: shot)?|slid(?:e|es|ing)(?= {_LEFT})|"
        rf"crab(?:s|bing)?)"
        rf" (?:shot )?{_LEFT}{_TRAIL}",
        "truck left",
    ),
    (
        rf"(?:doll(?:y|ies|ying)|truck(?:s|ing)?|track(?:s|ing)?(?: shot)?|crab(?:s|bing)?) (?:shot "
        rf")?{_RIGHT}{_TRAIL}",
        "truck right",
    ),
    (rf"pan(?:s|ning)?(?: shot)? (?:slowly )?{_LEFT}", "pan left"),
    (rf"pan(?:s|ning)?(?: shot)? (?:slowly )?{_RIGHT}", "pan right"),
    (r"pan(?:s|ning)?(?: shot)?(?: across)?", "pan right"),
    (r"tilt(?:s|ing)? (?:slowly )?up(?:wards?)?", "tilt up"),
    (r"tilt(?:s|ing)? (?:slowly )?down(?:wards?)?", "tilt down"),
    (r"(?:crane|boom|jib|pedestal)(?:s|ing)?(?: shot)? (?:slowly )?(?:down(?:wards?)?)", "crane down"),
    (r"(?:crane|boom|jib|pedestal)(?:s|ing)?(?: shot)?(?: (?:slowly )?up(?:wards?)?)?", "crane up"),
    (
        r"(?:orbit(?:s|ing)?|circl(?:es|ing)(?= (?:slowly |gently |around )*to the)|arc(?:s|ing)? shot|"
        r"arcing|circling shot|360(?: degrees?)?(?: shot)?)(?: "
        r"(?:shot|around|round))*"
        rf" ?(?:slowly )?{_LEFT}",
        "orbit left",
    ),
    (
        r"(?:orbit(?:s|ing)?|circl(?:es|ing)(?= (?:slowly |gently |around )*to the)|arc(?:s|ing)? shot|"
        r"arcing|circling shot|360(?: degrees?)?(?: shot)?)(?: "
        r"(?:shot|around|round))*"
        rf"(?: ?(?:slowly )?{_RIGHT})?",
        "orbit right",
    ),
    (r"zoom(?:s|ing)? ?(?:slowly )?(?:out|back|away)(?: shot)?", "zoom out"),
    (r"zoom(?:s|ing)?(?: ?(?:slowly )?(?:in|closer|towards?)(?: on| to)?)?(?: shot)?", "zoom in"),
    (r"(?:follow(?:ing)?|tracking|chase|pursuit|panning) ?(?:shot|camera|cam)", "follow"),
)
"""Words that are about the camera wherever they stand."""

_AFTER_CAMERA: tuple[tuple[str, str], ...] = (
    (
        r"(?:follow(?:s|ing)?|track(?:s|ing)?|chas(?:es|ing)|pursu(?:es|ing))(?: (?:it|them|along|after))*",
        "follow",
    ),
    (
        r"(?:mov|creep|glid|float|drift|inch|edg|com|driv)(?:e|es|s|ing)? ?(?:in|forwards?|closer|towards?)",
        "push in",
    ),
    (
        r"(?:mov|creep|glid|float|drift|draw|back)(?:e|es|s|ing)? ?(?:out|back(?:wards?)?|away|off)",
        "pull back",
    ),
    (rf"(?:mov|slid|glid|drift|float|travel|pass|sweep)(?:e|es|s|ing)? {_LEFT}", "truck left"),
    (rf"(?:mov|slid|glid|drift|float|travel|pass|sweep)(?:e|es|s|ing)? {_RIGHT}", "truck right"),
    (r"(?:ris|lift|climb|ascend|mov|float)(?:e|es|s|ing)?(?: (?:up|upwards?))?", "crane up"),
    (r"(?:descend|lower|drop|sink|mov)(?:e|es|s|ing)?(?: (?:down|downwards?))?", "crane down"),
    (rf"(?:circl|arc|rotat|mov|swing|turn|travel)(?:e|es|s|ing)? ?(?:around|round)? ?{_LEFT}", "orbit left"),
    (r"(?:circl|arc|rotat|mov|swing|turn|travel)(?:e|es|s|ing)?(?: (?:around|round))?", "orbit right"),
)
"""Verbs that move the camera only when the camera is their subject."""

_FRAMING: tuple[tuple[str, str], ...] = (
    (r"(?:extreme|very tight|super) close ?ups?(?: shot)?|ecu", "extreme close-up"),
    (r"medium close ?ups?(?: shot)?|mcu", "medium close-up"),
    (
        r"close ?ups?(?: shot)?|close shot|tight shot|tight on|tight framing|detail shot|insert shot|hero "
        r"shot|tight(?= ?(?:[,.;]|$))|(?:get )?close on",
        "close-up",
    ),
    (
        r"(?:extreme|very|ultra|super) (?:wide|long)(?: shot| view| angle)?|"
        r"panoram(?:a|ic)(?: shot| view)?|vast(?: view| shot)?",
        "extreme wide",
    ),
    (
        r"(?:wide|long|full|establishing)(?: |,)?(?:establishing )?(?:shot|view|frame|framing|angle)|"
        r"establishing|wide(?= ?(?:[,.;]|$))|(?:the )?whole (?:scene|street|room|lake) (?:is )?(?:in view|"
        r"visible)|wide (?=on )",
        "wide",
    ),
    (r"medium(?: wide)?(?: |,)?(?:shot|view|framing)|mid ?shot|waist shot|two shot", "medium"),
)
_ANGLES: tuple[tuple[str, str], ...] = (
    (
        r"(?:very |extreme )?low(?: camera)? angle(?: shot| view)?|worm'?s? eye(?: view)?|from below|"
        r"ground level",
        "low",
    ),
    (
        r"(?:from |shot from )?(?:top ?down|bird'?s? ?eye|overhead|directly above|straight down|flat "
        r"?lay)(?: view| shot)?"
        r"|top (?:view|shot)|(?:seen )?from directly above|god'?s eye(?: view)?|plan view",
        "top",
    ),
    (r"(?:high angle|from above|looking down|elevated)(?: shot| view)?(?: on| at)?", "high"),
    (r"(?:at |from )?(?:eye ?(?:level|height))(?: shot| view)?", "eye"),
    (
        r"(?:aerial|drone|helicopter) (?:aerial |drone )?(?:shot|view|footage|flight|flyover|perspective)s?|"
        r"aerial|(?:by |from a )drone|drone(?= ?(?:[,.;:]|$))",
        "drone",
    ),
    (r"(?:side|profile) (?:view|shot|angle)|in profile", "side"),
)


def read_camera(ledger: Ledger) -> CameraFacts:
    """Claim everything that is said about camera and lens."""
    facts = _read_lens(ledger, CameraFacts())
    facts = _read_moves(ledger, facts)
    facts = _read_framing(ledger, facts)
    for m in ledger.take(
        r"(?:through |with )?(?:a |the )?(?:camera|lens)(?= ?(?:,|\.|$|;))|the camera|"
        r"(?<!product )(?<!pack )shot (?:of|on|with)"
    ):
        ledger.claim(m.start(), m.end(), "understood", "the camera")
    return facts


def _read_lens(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    for m in ledger.take(
        r"(?:on |with |at |using |through )?(?:a |an )?(\d+(?:\.\d+)?) ?mm(?: (macro|tele\w*|wide|prime|"
        r"lens))*"
    ):
        focal = min(max(float(m[1]), 8.0), 600.0)
        if facts.focal_mm is None:
            facts = replace(facts, focal_mm=focal)
            ledger.claim(
                m.start(), m.end(), "understood", f"focal length {focal:g} mm on a 36 mm wide sensor"
            )
        else:
            ledger.claim(m.start(), m.end(), "assumed", f"{facts.focal_mm:g} mm was said first and stays")
    for m in ledger.take(r"(?:at |stopped (?:down )?to |aperture )?[ft] ?/? ?(\d+(?:\.\d+)?)(?: aperture)?"):
        stop = min(max(float(m[1]), 0.7), 64.0)
        facts = replace(facts, f_stop=facts.f_stop or stop)
        ledger.claim(m.start(), m.end(), "understood", f"aperture f/{stop:g}")
    depth = r"(?:with )?(?:a )?(?:very |extremely )?"
    for pattern, stop in (
        (depth + r"shallow (?:depth of field|depth|focus|dof)|(?:creamy |soft )?bokeh|selective focus", 2.0),
        (r"(?:softly |nicely )?(?:blurr(?:ed|y)|out of focus|defocus(?:s?ed)) background", 2.0),
        (
            r"(?:with )?(?:a )?deep (?:depth of field|focus)|everything in focus|pan focus|(?:tack )?sharp "
            r"throughout",
            11.0,
        ),
    ):
        for m in ledger.take(pattern):
            facts = replace(facts, f_stop=facts.f_stop or stop)
            ledger.claim(m.start(), m.end(), "understood", f"depth of field by f/{facts.f_stop:g}")
    for pattern, focal, framing in (
        (r"(?:with a |on a )?macro(?: lens| shot| photography| close ?up)?", 100.0, "close-up"),
        (r"(?:with a |on a )?(?:telephoto|tele|long lens)(?: lens| shot)?", 135.0, None),
        (
            r"(?:with a |on a )?(?:ultra |super )?wide(?: angle)(?: lens| shot)?|fish ?eye(?: lens)?",
            20.0,
            None,
        ),
        (r"(?:with a |on a )?(?:portrait|normal|standard|prime) lens", 50.0, None),
    ):
        for m in ledger.take(pattern):
            said = facts.focal_mm is not None
            facts = replace(facts, focal_mm=facts.focal_mm or focal, framing=facts.framing or framing)
            note = f"{facts.focal_mm:g} mm lens" + (", close framing" if framing else "")
            ledger.claim(m.start(), m.end(), "understood" if said else "assumed", note)
    return facts


def _pace(phrase: str) -> float:
    if re.search(r"very slow|really slow|extremely slow|subtl|slight|barely", phrase):
        return 0.5
    if re.search(r"slow|gentl|gradual|lazi|lazy|steady|steadily|graceful", phrase):
        return 0.75
    return 1.5 if re.search(r"quick|fast|rapid|swift|sweeping|whip", phrase) else 1.0


def _read_moves(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    for m in ledger.take(rf"{_LEAD}{_ADVERB}(?:hand ?held)(?: (?:camera|shot|feel|style|look|movement))*"):
        facts = replace(facts, handheld=0.3 if "slight" in m[0] or "gent" in m[0] else 0.6)
        ledger.claim(m.start(), m.end(), "understood", "handheld sway")
    for m in ledger.take(rf"{_LEAD}{_ADVERB}(?:whip|crash) (pan|zoom)(?: {_LEFT}| {_RIGHT})?"):
        move = "zoom in" if m[1] == "zoom" else ("pan left" if " left" in m[0] else "pan right")
        facts = _choose_move(ledger, facts, m, move)
    found: list[tuple[int, re.Match[str], str]] = []
    tables = [(rf"{_LEAD}{_ADVERB}(?:{p}){_END}", move) for p, move in _MOVES]
    tables += [(rf"{_CAMERA}{_ADVERB}(?:{p}){_END}", move) for p, move in _AFTER_CAMERA]
    taken: list[tuple[int, int]] = []
    for pattern, move in tables:
        for m in ledger.take(pattern):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                taken.append(m.span())
                found.append((m.start(), m, move))
    for _, m, move in sorted(found, key=lambda item: item[0]):
        facts = _choose_move(ledger, facts, m, move)
    for m in ledger.take(
        r"(?:dutch (?:angle|tilt)|canted(?: angle| frame)?|tilted (?:frame|horizon))(?: shot)?"
    ):
        facts = replace(facts, roll_deg=12.0)
        ledger.claim(m.start(), m.end(), "understood", "the camera rolled by 12°")
    return facts


def _choose_move(ledger: Ledger, facts: CameraFacts, m: re.Match[str], move: str) -> CameraFacts:
    if facts.move is not None and facts.move != move:
        meaning = f"{move!r} contradicts {facts.move!r}, which was said first and stays"
        ledger.claim(m.start(), m.end(), "assumed", meaning)
        return facts
    pace = _pace(m[0])
    speed = {0.5: ", very slow", 0.75: ", slow", 1.5: ", fast"}.get(pace, "")
    ledger.claim(m.start(), m.end(), "understood", f"camera move: {move}{speed}")
    return replace(facts, move=move, pace=pace)


def _read_framing(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    said = facts.framing if facts.focal_mm is None else None
    for pattern, framing in _FRAMING:
        for m in ledger.take(rf"(?:(?:a|an|the|in|in a) )?(?:{pattern})(?: of)?"):
            said = said or framing
            note = framing if said == framing else f"{said} was said first and stays"
            ledger.claim(
                m.start(), m.end(), "understood" if said == framing else "assumed", f"framing: {note}"
            )
    facts = replace(facts, framing=said or facts.framing)
    for pattern, angle in _ANGLES:
        for m in ledger.take(rf"(?:(?:a|an|the|in|in a|from a) )?(?:{pattern})(?: of| over)?"):
            kept = facts.angle or angle
            facts = replace(facts, angle=kept)
            note = (
                f"camera angle: {kept}" if kept == angle else f"camera angle {kept} was said first and stays"
            )
            ledger.claim(m.start(), m.end(), "understood" if kept == angle else "assumed", note)
    for m in ledger.take(r"(?:with )?(?:lots of |plenty of |much )?(?:negative space|headroom|copy space)"):
        facts = replace(facts, leave_room=True)
        ledger.claim(m.start(), m.end(), "understood", "framing leaves room around the subject")
    return facts
