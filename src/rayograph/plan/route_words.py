"""From where to where: "pan from the apples to the bread", "push in to the bike", "rack focus A to B".

The nouns stay in the brief, where they name the cast; what is kept here is where in the text they stand. Only
the little words between them are claimed, so that "from" and "to" do not place one thing beside another.
"""

import re
from dataclasses import replace

from rayograph.plan.facts import Aim, CameraFacts, Route
from rayograph.plan.items import Item
from rayograph.plan.ledger import Ledger

_NOUN = (
    r"(?P<{0}>(?:(?:the|a|an|its|our|his|her|one) )?(?!to |from |the )(?:[a-z0-9']+ ){{0,5}}?[a-z0-9']+"
    r"(?: of (?:(?:the|a|an) )?[a-z']+)?)"
)
_STOP = (
    r"(?= ?(?:[.,;:!?()/]|$|\x00)| (?:in|with|as|while|and|then|at|on|over|behind|under|before|across|where|"
    r"which|that|standing|beside|to|into|onto|towards?|toward|up|down|past|from|for|leaning|lying|sitting) )"
)
_WAY = r"(?:(?:up|down|across|over|along|all the way|right|slowly|then|gently|out|back|in|on) )*"
_TO = rf"{_WAY}(?:to reveal|to show|revealing|to find|towards?|toward|into|onto|to)"
_FROM = rf"{_WAY}(?:(?:starting|beginning) )?(?:from|off)"
_BOTH = re.compile(
    rf" ?,? ?(?P<from>{_FROM}) {_NOUN.format('start')} (?P<to>{_TO}|and end(?:s|ing)? on) "
    rf"{_NOUN.format('goal')}{_STOP}"
)
_START = re.compile(rf" ?,? ?(?P<from>{_FROM}) {_NOUN.format('start')}{_STOP}")
_GOAL = re.compile(rf" ?,? ?(?P<to>{_TO}|on) {_NOUN.format('goal')}{_STOP}")
_BARE = re.compile(rf" {_NOUN.format('goal')}{_STOP}")
_ALONG = re.compile(
    rf" (?P<to>(?:right |all the way )?(?:along|down the length of)) {_NOUN.format('goal')}{_STOP}"
)
_OPEN = re.compile(r"(?:to|towards?|toward|into|onto|on|up on)$")
_NOT = re.compile(
    r"(?:the |a |an )?(?:left|right|camera|lens|us|it|them|side|end|wide|(?:a )?close.*|frame.*)$"
)


def read_route(ledger: Ledger, facts: CameraFacts, end: int, said: str) -> CameraFacts:
    """What follows the words of a move, which end at `end`: where it starts and where it goes."""
    text = ledger.masked()
    along = _ALONG.match(text, end)
    if along is not None:
        ledger.claim(*along.span("to"), "understood", "the camera's way leads along this")
        return replace(facts, route=replace(facts.route, along=_aim(along, "goal")))
    if said.endswith("past"):
        by = _BARE.match(text, end)
        return facts if by is None else replace(facts, route=replace(facts.route, start=_aim(by, "goal")))
    patterns = [_BOTH, _START, _GOAL]
    if _OPEN.search(said):
        patterns.insert(0, _BARE)
    for pattern in patterns:
        m = pattern.match(text, end)
        if m is None or any(_NOT.match(word) for word in m.groupdict().values() if word):
            continue
        route = facts.route
        if m.groupdict().get("start"):
            ledger.claim(*m.span("from"), "understood", "where the camera's move starts")
            route = replace(route, start=_aim(m, "start"))
        if m.groupdict().get("goal"):
            if m.groupdict().get("to"):
                ledger.claim(*m.span("to"), "understood", "where the camera's move ends")
            route = replace(route, goal=_aim(m, "goal"))
        return replace(facts, route=route)
    return facts


def read_ends(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    """ "Start on the lantern, then tilt up": ends of the move that are said for themselves."""
    who = r"(?:(?:we|camera|the camera|the shot|shot|and|then) )*"
    for verb, end in (
        (r"(?:start|begin)(?:s|ing)?(?: off| out| close| tight| low)? (?:on|with|from)", "start"),
        (r"(?:end|finish|land|settle)(?:s|ing)?(?: up)? (?:on|with)", "goal"),
    ):
        for m in ledger.take(rf"{who}{verb}(?= (?:the|a|an|one) )"):
            noun = _BARE.match(ledger.masked(), m.end())
            if noun is None or facts.move in (None, "static"):
                continue
            word = "starts" if end == "start" else "ends"
            ledger.claim(m.start(), m.end(), "understood", f"where the camera's move {word}")
            aim = _aim(noun, "goal")
            route = facts.route
            route = replace(route, start=aim) if end == "start" else replace(route, goal=aim)
            facts = replace(facts, route=route)
    return facts


_OVER = (
    r"(?:(?:a|an|the|shot|framed|seen|looking|filmed|taken|camera) )*(?:over the shoulder|ots)(?: shot)?"
    r"(?: (?:of|past|over|on))?(?= (?:the|a|an|one) )|"
    r"(?:shot|framed|seen|looking|shooting|peering) (?:past|over)"
    r"(?= (?:the|a|an) [a-z' ]{3,40} (?:to|onto|at|towards?|on) )"
)


def read_shoulder(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    """Past whom the camera looks: "over the shoulder of a statue", "OTS past a bottle onto a pear"."""
    for m in ledger.take(_OVER):
        noun = _BARE.match(ledger.masked(), m.end())
        if noun is None:
            continue
        ledger.claim(m.start(), m.end(), "understood", "the camera looks past this")
        facts = replace(facts, route=replace(facts.route, over=_aim(noun, "goal")))
        onto = re.compile(
            r" ?,? ?(?P<to>(?:looking |focus(?:ed|ing)? )?(?:onto|to|at|towards?|on)) "
            rf"{_NOUN.format('goal')}{_STOP}"
        )
        seen = onto.match(ledger.masked(), noun.end("goal"))
        if seen is not None:
            ledger.claim(*seen.span("to"), "understood", "what is seen past it follows")
            facts = replace(facts, route=replace(facts.route, goal=_aim(seen, "goal")))
    return facts


_PULL = (
    r"(?:(?:we|slow|slowly|a|the|camera|then|with|and|quick|gentle) )*(?:rack(?:s|ing)?(?: the)? focus|"
    r"focus (?:pull|rack)s?|pull(?:s|ing)?(?: the)? focus|rack(?:s|ing)?|(?:the )?focus "
    r"(?:shifts|moves|goes|passes|changes|pulls|racks|slides))(?= )(?: (?:slowly|gently))?"
)


def read_pull(ledger: Ledger, facts: CameraFacts) -> CameraFacts:
    """A focus pull: from whom to whom."""
    between = re.compile(
        rf" ?(?P<from>from|between)? ?{_NOUN.format('start')}"
        r"(?: (?:in|at|on) the (?:foreground|background|back|front|left|right|rear))? "
        rf"(?P<to>{_TO}|and) {_NOUN.format('goal')}{_STOP}"
    )
    for m in ledger.take(_PULL):
        ends = between.match(ledger.masked(), m.end())
        if ends is None:
            ends = _GOAL.match(ledger.masked(), m.end())
        if ends is None:
            bare = re.search("focus", m[0])
            if bare:
                ledger.claim(m.start(), m.end(), "assumed", "the focus passes from the first to the next")
                facts = replace(facts, pull=(Aim(), Aim()))
            continue
        ledger.claim(m.start(), m.end(), "understood", "a focus pull")
        for name in ("from", "to"):
            if ends.groupdict().get(name):
                ledger.claim(*ends.span(name), "understood", "the focus passes from one to the other")
        start = _aim(ends, "start") if ends.groupdict().get("start") else Aim()
        facts = replace(facts, pull=(start, _aim(ends, "goal")))
    return facts


def _aim(m: re.Match[str], name: str) -> Aim:
    return Aim(span=m.span(name), phrase=m[name])


_SPOTS: tuple[tuple[str, str], ...] = (
    (r"sky|clouds?|stars?|moon|heavens|treetops|canopy", "sky"),
    (r"mountains?|peaks?|hills?|ridge|summits?|skyline|horizon", "far"),
    (r"lake|water|far shore|tarn", "water"),
    (r"ceiling|rafters|roof|roofs|rooftops|upper (?:floor|window)s?", "ceiling"),
    (r"top (?:of the )?(?:book)?(?:shelf|shelves)|topmost shelf|upper shelves", "top shelf"),
    (r"(?:book)?(?:shelf|shelves)|bookcases?|books|back wall|wall|fireplace|mantel(?:piece)?", "shelves"),
    (r"windows?|curtains?", "window"),
    (r"floor|floorboards|rug|carpet|ground|pavement|road|grass|tarmac|asphalt|puddles?", "ground"),
    (r"table(?: ?top)?|desk(?: ?top)?|counter(?: ?top)?|worktop|surface", "stage"),
    (r"street|view|scene|room|set|whole \w+", "whole"),
)
"""Parts of the sets that a move may start or end on, which are no things of the cast."""


def resolved(facts: CameraFacts, items: list[Item]) -> CameraFacts:
    """The aims of a route given the things that their words turned out to name."""
    route = facts.route
    route = Route(
        start=_named(route.start, items), goal=_named(route.goal, items), along=_named(route.along, items),
        over=_named(route.over, items),
    )  # fmt: skip
    pull = facts.pull
    if pull is not None:
        pull = _named(pull[0], items) or Aim(), _named(pull[1], items) or Aim()
    return replace(facts, route=route, pull=pull)


def _named(aim: Aim | None, items: list[Item]) -> Aim | None:
    if aim is None or aim.span == (0, 0):
        return aim
    first, last = aim.span
    for item in items:
        if item.kind == "thing" and item.thing >= 0 and item.start < last and first < item.end:
            return replace(aim, thing=item.thing, spot=_spot(aim.phrase))
    spot = _spot(aim.phrase)
    return replace(aim, spot=spot) if spot else None


def _spot(phrase: str) -> str:
    for pattern, spot in _SPOTS:
        if re.search(rf"\b(?:{pattern})\b", phrase):
            return spot
    return ""
