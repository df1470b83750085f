"""Camera and lens words: focal length, stop, framing and angle; the moves are read in `move_words`."""

import re
from dataclasses import replace

from rayograph.plan.facts import CameraFacts
from rayograph.plan.ledger import Ledger, one_of
from rayograph.plan.move_words import read_moves
from rayograph.plan.route_words import read_shoulder

_STOP = r"(?= ?(?:[,.;:/!)(&-]|$|\x00|and |with |then ))"
"""After a bare word of shorthand: a mark, the end, or something already read."""
_ON = r"(?: (?:of|on)(?: to)?)?"
_GROUND = (
    r"(?:ground|floor|deck|grass|tarmac|asphalt|road|pavement|gravel|carpet|table ?top|water|mud|"
    r"snow|shingle|sand)"
)
_FRAMING: tuple[tuple[str, str], ...] = (
    (
        one_of(r"""(?:extreme|very tight|super|ultra|really tight|big) close ?ups?(?: shot)?
            [ebx]cu
            (?:right in|tight in|really close|super close|up close|fill the frame)(?= (?:on|with|to) )
            (?:the )?(?:frame|screen) filled (?:by|with)
            (?:extreme|macro) detail(?: shot)?"""),
        "extreme close-up",
    ),
    (
        one_of(r"""medium close(?: ?ups?)?(?: shot)?
            mcu"""),
        "medium close-up",
    ),
    (
        one_of(rf"""(?:nice |really |very )?close ?ups?(?: shot)?
            (?:close|tight|detail|hero|beauty) shot
            (?:get |in )?(?:close|tight)(?:er)?(?= (?:in )?on )
            (?:in )?(?:close|tight){_STOP}
            tight(?:er)? (?:framing|frame|crop)
            insert(?: shot)?(?: (?:of|on)|{_STOP})
            cu"""),
        "close-up",
    ),
    (
        one_of(r"""(?:extreme(?:ly)?|very|ultra|super|massive|huge|epic) (?:wide|long)(?: shot| view| angle\
                (?! lens))?
            [evx]ws
            [evx]ls
            panoram(?:a|ic)(?: shot| view)?
            vast(?: view| shot| landscape)?"""),
        "extreme wide",
    ),
    (
        one_of(rf"""(?:wide|long|full|establishing|master|general)(?: |,)?(?:establishing |master )?\
                (?:shot|view)
            (?:wide|long|full|establishing)(?: |,)?(?:frame|framing|angle(?! lens))
            establish(?:ing|er)(?: shot)?
            (?:nice and |deadpan |static |symmetrical |flat |stay |keep it |go |shot )?wide{_STOP}
            wide(?= (?:\d|on ))
            [wl]s
            (?:the )?whole (?:scene|street|room|lake|table) (?:is )?(?:in (?:view|frame|shot)|visible)"""),
        "wide",
    ),
    (
        one_of(rf"""(?:medium|mid)(?: wide| full| long)?(?: |,)?(?:shot|view|framing|frame)
            (?:waist|two|2|cowboy|three) shot
            medium(?: wide| long)?{_STOP}
            m[lw]?s
            (?:over the shoulder|ots)(?: shot)?"""),
        "medium",
    ),
)
_LEVEL = (
    r"(?:ground|floor|deck|rug|grass|tarmac|kerb|curb|ankle|knee|skirting(?: board)?|table ?top|wheel|hip)"
)
_ANGLES: tuple[tuple[str, str], ...] = (
    (
        one_of(rf"""(?:camera |lens )?(?:tilted|pointed|pointing|aimed|angled) up(?:wards?)?
            (?:very |extreme(?:ly)? |super |really )?low(?: camera)?(?: wide)? angle(?: shot| view)?
            worm'?s? eye(?: view)?
            (?:seen |shot |looking )?from (?:below|underneath)
            (?:camera |lens |shot )?(?:at |from )?{_LEVEL} (?:level|height)(?: camera| shot| view)?
            (?:get |very |super |really |nice and |kept |keep it |stay |goes )?low(?: down)?\
                (?: to| on| along)? the {_GROUND}
            low (?:camera|shot|view|position|viewpoint|lens|perspective)
            (?:the )?camera (?:is )?(?:(?:very|really|set|kept|sits|placed|down|stays) )*low(?: down)?
            (?:get|stay|go|keep) (?:down )?(?:very |really |nice and )?low(?: down)?
            (?:shot |seen |filmed )?from (?:very |a )?low(?: down)?(?: position)?
            (?:the )?(?:lens|camera) (?:(?:is|almost|nearly|right|practically|just|resting|lying) )*(?:on|\
                above|off) the {_GROUND}
            (?:the )?(?:lens|camera) (?:\w+ ){{1,3}}(?:off|above|from) the {_GROUND}
            looking up(?! the)(?: at| to)?
            from (?:a )?(?:mouse|ant|bug|frog)'?s(?: eye)?(?: view)?
            low{_STOP}"""),
        "low",
    ),
    (
        one_of(r"""(?:(?:seen|shot|filmed|looking|from|straight|directly) )*(?:top ?down|bird'?s? ?eye|\
                straight down(?! (?:the|a) (?:street|road|lane|alley|\
                avenue|hill|track|middle)))(?: view| shot| on)?
            (?<!sun )(?<!light )(?<!lamp )(?:seen |shot |filmed )?(?:from )?(?:directly|straight|\
                right) (?:above|overhead)(?: view| shot)?
            flat ?lay(?: shot)?
            overhead(?: (?:view|shot|angle|camera|framing|flat ?lay))
            (?:(?<=[,.;:/] )|(?<=^)|shot |seen |from |camera )(?:from )?overhead(?= ?(?:[,.;:/]|$|\x00))
            top (?:view|shot|angle|camera)
            god'?s ?eye(?: view)?
            plan view"""),
        "top",
    ),
    (
        one_of(r"""(?:very |slightly |quite )?high (?:camera )?(?:wide )?angle(?: shot| view)?
            (?:camera |shot |seen |filmed )?looking (?:slightly )?down(?! the)
            (?:shot|seen|filmed|viewed|camera) from (?:just |high )?above
            (?<=close.up )from (?:just |high )?above
            (?<=macro )from (?:just |high )?above
            (?<=wide )from (?:just |high )?above
            (?<=[,.;] )from (?:just |high )?above(?= ?(?:[,.;:]|$|\x00|at ))
            (?:elevated|raised|high)(?: shot| view| camera| position| viewpoint| vantage point)
            high (?:3/4|three quarters?)
            (?:shot |seen )?from an? (?:(?:upstairs|upper|first floor|roof ?top|high) )+window
            (?:shot |seen )?from an? (?:(?:upstairs|upper|first floor|high) )*(?:balcony|roof ?top|bridge)
            (?:shot |seen )?from a height
            high and wide
            (?:from )?(?:high up|up high)"""),
        "high",
    ),
    (
        r"(?:at |from )?(?:eye ?(?:level|height|line)|(?:head|standing|chest) height)"
        r"(?: shot| view| camera)?",
        "eye",
    ),
    (
        one_of(r"""(?:aerial|drone|helicopter) (?:aerial |drone )?(?:shot|view|footage|flight|perspective|\
                pass|move)s?
            aerial
            (?:by |from a )drone
            drone(?= ?(?:[,.;:]|$|\x00))
            (?:drone |aerial )?fly ?over"""),
        "drone",
    ),
    (
        one_of(r"""(?:side|profile) (?:view|shot|angle)
            in profile
            side on"""),
        "side",
    ),
)
_USUAL_MM = (
    "12|14|16|18|20|21|24|25|27|28|29|32|35|40|50|55|58|65|70|75|80|85|90|100|105|120|135|150|180|200|250|"
    "300|400"
)
_UNITS = r"[x:/%]|cm|m|in|deg\w*|sec\w*|s|f|fps|frames|percent|pieces"
_LENS_WORDS = (
    r"(?: (?:macro|tele\w*|wide|prime|lens|anamorphic|spherical|compressed|cine|portrait|look|feel))*"
)
_CORRECTED = (
    r"(?:no|nope|actually|sorry|scratch that|scrap that|on second thoughts?)[, ]+(?:let's )?"
    r"(?:make|call) (?:it|that) "
)


_SHALLOW = (
    "(?:"
    + one_of(r"""(?:shallow|narrow|thin|tiny) (?:depth of field|depth|focus|dof)
    (?:(?:creamy|soft|lots of|nice) )*bokeh
    selective focus
    (?:as )?shallow (?:as (?:possible|you (?:can|like)))
    shallow(?= ?(?:[,.;(]|$))
    wide open""")
    + ")"
)
_BLURRED = one_of(r"""(?:softly |nicely |heavily )?(?:blurr(?:ed|y)|out of focus|defocuss?ed|\
                soft) (?:background|foreground)
    (?:the )?(?:background|foreground) (?:(?:is|goes|falls|all) )*(?:blurr(?:ed|y)|soft|out of focus|\
        defocuss?ed)
    (?:let it )?(?:goes? |gone |falls? |drops? |fall )?(?:out of focus|to mush)(?: (?:in the )?\
        (?:foreground|background))?
    soft in the (?:background|foreground)""")
_DEEP = one_of(r"""(?:with )?(?:a )?deep (?:depth of field|focus|stop)
    everything (?:in focus|sharp)
    pan focus
    (?:tack )?sharp (?:throughout|front to back|all the way)
    stopped (?:right |well )?down
    large depth of field""")


_TOWARDS = re.compile(r"(?:towards?|from|at|to|past|into|by|for) (?:the )?$")
"""Before "camera" it is a heading of what moves."""


def read_camera(ledger: Ledger) -> CameraFacts:
    """Claim everything that is said about camera and lens."""
    facts = _read_lens(ledger, CameraFacts())
    facts = _read_tilt(ledger, facts)
    facts = _read_angles(ledger, facts)
    facts = read_shoulder(ledger, facts)
    facts = read_moves(ledger, facts)
    facts = _read_framing(ledger, facts)
    for m in ledger.take(
        r"(?:from |in )?(?:a |the )?(?:pov|point of view)(?: shot)?|(?:high |low |front |in |at "
        r")?(?:an? )?(?:3/4|three quarters?)(?: (?:front|view|angle|shot|on|profile))*"
    ):
        if re.search(r"3/4|three quarter", m[0]):
            facts = replace(facts, three_quarter=True)
        ledger.claim(m.start(), m.end(), "assumed", "the camera stands where the shot is read best")
    for m in ledger.take(
        r"(?<!film )(?<!old )(?<!slr )(?<!box )(?<!tage )(?<!roid )(?<!leica )(?<!ital )(?<!brass )"
        r"(?:through |with )?(?:a |the |our )?(?:camera|lens)(?= ?(?:,|\.|$|;))|the camera|"
        r"(?<!product )(?<!pack )shot (?:of|on|with)"
    ):
        if not _TOWARDS.search(ledger.text[: m.start()]):
            ledger.claim(m.start(), m.end(), "understood", "the camera")
    return facts


def _focal(ledger: Ledger, facts: CameraFacts, m: re.Match[str], value: float, last: bool) -> CameraFacts:
    focal = min(max(value, 8.0), 600.0)
    if facts.focal_mm is not None and not last:
        ledger.claim(m.start(), m.end(), "assumed", f"{facts.focal_mm:g} mm was said first and stays")
        return facts
    ledger.claim(m.start(), m.end(), "understood", f"focal length {focal:g} mm on a 36 mm wide sensor")
    return replace(facts, focal_mm=focal)


def _read_lens(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    for m in ledger.take(rf"{_CORRECTED}(?:an? )?(\d+)(?: ?mm)?"):
        facts = _focal(ledger, facts, m, float(m[1]), True)
    size = r"(?:(?:on|with|at|using|through|say|a|an|the|my) )*"
    for pattern in (
        rf"{size}(\d+(?:\.\d+)?) ?(?:mm|mil|mill|millimetres?){_LENS_WORDS}",
        rf"(?:on|with|using|through) (?:an?|the|my) ({_USUAL_MM})(?! ?(?:{_UNITS})(?!\w)){_LENS_WORDS}",
        rf"(?:macro|lens|prime) ({_USUAL_MM})|({_USUAL_MM}) (?:macro|prime|lens)",
        rf"(?<=[,/.;\x00] )({_USUAL_MM})(?= ?(?:[,/;\x00]|\.(?!\d)|$))",
    ):
        for m in ledger.take(pattern):
            facts = _focal(ledger, facts, m, float(m[1] or m[2]), False)
    for m in ledger.take(
        r"(?:at |stopped (?:down )?to |aperture |around |about |something like |say )?(?:an? )?[ft](?:/|"
        r"[ -]?stop (?:of )?| )?"
        r"(\d+(?:\.\d+)?)(?: aperture)?"
    ):
        stop = min(max(float(m[1]), 0.7), 64.0)
        facts = replace(facts, f_stop=facts.f_stop or stop)
        ledger.claim(m.start(), m.end(), "understood", f"aperture f/{stop:g}")
    facts = _read_depth(ledger, facts)
    for pattern, focal, framing in (
        (r"(?:with a |on a )?macro(?: lens| shot| photography| close ?up)?", 100.0, "close-up"),
        (r"(?:with a |on a |on the |through a )?(?:very )?(?:telephoto|tele|long lens|long glass|"
        r"compressed perspective|"
         r"the long end)(?: lens| shot)?(?: compression)?|compressed(?= ?(?:[,.;]|$|\x00))", 135.0, None),
        (r"(?:with a |on a )?(?:ultra |super |very )?wide(?: angle)? lens(?: shot)?|(?:ultra |"
        r"super )?wide angle"
         r"(?= ?(?:[,.;]|$|\x00))|fish ?eye(?: lens)?", 20.0, None),
        (r"(?:with a |on a )?(?:portrait|normal|standard|prime|nifty fifty) lens|nifty fifty", 50.0, None),
    ):  # fmt: skip
        for m in ledger.take(pattern):
            said = facts.focal_mm is not None
            facts = replace(facts, focal_mm=facts.focal_mm or focal, framing=facts.framing or framing)
            note = f"{facts.focal_mm:g} mm lens" + (", close framing" if framing else "")
            ledger.claim(m.start(), m.end(), "understood" if said else "assumed", note)
    return facts


def _read_depth(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    very = r"(?:with |shot )?(?:a |the )?(?:very |extremely |really |super |nice )?"
    for pattern, stop in (
        (rf"{very}{_SHALLOW}|{_BLURRED}", 2.0),
        (_DEEP, 11.0),
    ):
        for m in ledger.take(pattern):
            facts = replace(facts, f_stop=facts.f_stop or stop)
            ledger.claim(m.start(), m.end(), "understood", f"depth of field by f/{facts.f_stop:g}")
    return facts


def _read_angles(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    for pattern, angle in _ANGLES:
        for m in ledger.take(
            rf"(?:(?:an?|the|in|in a|from a|shot|with a|with the) )*(?:{pattern})(?: of| over| on| at)?"
        ):
            kept = facts.angle or angle
            facts = replace(facts, angle=kept)
            note = (
                f"camera angle: {kept}" if kept == angle else f"camera angle {kept} was said first and stays"
            )
            ledger.claim(m.start(), m.end(), "understood" if kept == angle else "assumed", note)
    return facts


_TENS = {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty five": 45, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80,
}  # fmt: skip
_NUMBER = rf"(\d\d|{'|'.join(sorted(_TENS, key=len, reverse=True))})"


def _read_tilt(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    """How steeply the camera looks down, in degrees."""
    about = r"(?:(?:at|from|about|around|roughly|an?|the|angle|of) )*"
    who = r"(?:(?:the|camera|cam|lens|shot|seen|view|viewed|filmed|we|is|from|looks?) )*"
    degrees = r"(?: ?°| degrees?| deg)"
    for m in ledger.take(
        rf"{who}(?:looking|look|looks|pointing|angled|tilted|tipped|pitched)(?: steeply)? down"
        rf"(?: on| at)? ?{about}{_NUMBER}{degrees}"
        rf"|{who}{about}{_NUMBER}{degrees}(?: angle)? (?:from above|downwards?|down|high angle|overhead)"
        rf"|{who}(?:from|shot at|camera at) {about}{_NUMBER}{degrees}(?: (?:angle|down))?"
        r"(?! (?:left|right|up|above the))"
    ):
        said = next(word for word in m.groups() if word)
        value = float(_TENS.get(said, 0) or said)
        if 5 <= value <= 90:
            facts = replace(facts, tilt_deg=facts.tilt_deg or value)
            ledger.claim(m.start(), m.end(), "understood", f"the camera looks down at {value:g}°")
    return facts


def _read_framing(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    said = facts.framing if facts.focal_mm is None else None
    for pattern, framing in _FRAMING:
        for m in ledger.take(rf"(?:(?:an?|the|in|in a|nice|shot|framed|as a|on a) )*(?:{pattern}){_ON}"):
            said = said or framing
            note = framing if said == framing else f"{said} was said first and stays"
            ledger.claim(
                m.start(), m.end(), "understood" if said == framing else "assumed", f"framing: {note}"
            )
    facts = replace(facts, framing=said or facts.framing)
    for m in ledger.take(
        r"(?:with |leave |keep )?(?:lots of |plenty of |much |some )?(?:negative space|headroom|copy space|"
        r"room for (?:a |the )?"
        r"(?:copy|logo|title|titles|super|text))(?: (?:on|at) the (?:left|right|top))?"
    ):
        facts = replace(facts, leave_room=True)
        ledger.claim(m.start(), m.end(), "understood", "framing leaves room around the subject")
    return facts
