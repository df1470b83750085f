"""Edits of exposure and white balance: they re-scale the plate and change nothing in the scene."""

import re

from rayograph.core.errors import PlanError
from rayograph.plan.quantity import number
from rayograph.plan.revise.draft import A_BIT, AMOUNT, STOPS, Draft, degree, stops_of

_PICTURE = r"(?:the )?(?:picture|image|exposure|shot|whole (?:thing|shot|picture)|plate|it all|everything)"
_BALANCE = r"(?:the )?(?:white balance|wb|colour temperature|color temperature|balance|grade)"


def read_grade(draft: Draft) -> None:
    """Claim edits of exposure and white balance."""
    for m in draft.take(
        rf"(?:make )?(?:{_PICTURE} |it )?(?:be )?({STOPS}) (?P<way>brighter|darker|up|down|more|less|"
        rf"over|under)"
        rf"(?: exposure| exposed)?|(?:make )?{_PICTURE} (?:be |is )?({A_BIT})(?P<word>brighter|darker)|"
        rf"(?P<verb>over ?expose|under ?expose|brighten|darken)(?: {_PICTURE})?(?: by ({STOPS}))?|"
        rf"(?:exposure|expose) (?P<side>up|down) ?(?:by )?({STOPS})?"
    ):
        way = m["way"] or m["word"] or m["verb"] or m["side"]
        up = way in ("brighter", "up", "more", "over", "brighten", "overexpose", "over expose")
        stops = stops_of(m[0]) or degree(m[3] or "", 2.0) / 2.0
        _expose(draft, m, stops if up else -stops)
    for m in draft.take(
        rf"(?P<verb>increase|raise|lift|decrease|lower|drop|reduce|shift|push|pull) (?:the )?exposure"
        rf"(?: (?P<way>up|down))?(?: by)?(?: ({STOPS}))?"
    ):
        up = m["way"] == "up" or (m["way"] is None and m["verb"] in ("increase", "raise", "lift", "push"))
        stops = stops_of(m[3] or "") or 1.0
        _expose(draft, m, stops if up else -stops)
    for m in draft.take(
        rf"(?:set |change )?{_BALANCE} (?:is |at |to |of |for )*({AMOUNT}) ?(?:k|kelvins?)|"
        rf"balance(?:d)? for ({AMOUNT}) ?(?:k|kelvins?)"
    ):
        _balance(draft, m, number(m[1] or m[2]))
    for m in draft.take(
        rf"(?:make )?(?:{_PICTURE}|{_BALANCE}) (?:be )?({A_BIT})(warmer|cooler|colder)|({A_BIT})(warmer|"
        rf"cooler|"
        rf"colder) (?:{_BALANCE}|overall)|(warm up|cool down) {_PICTURE}"
    ):
        warm = (m[2] or m[4] or m[5]).startswith("warm")
        gain = degree(m[1] or m[3] or "", 1.2 if warm else 1 / 1.2)
        _balance(draft, m, draft.plan.camera.white_balance_k * gain)


def read_bare(draft: Draft) -> None:
    """Claim what is said of nothing, and so of the picture: "a bit brighter", "warm it up"."""
    end = r"(?= ?(?:[,.;!]|$|\x00|and\b))"
    for m in draft.take(rf"(?:make )?(?:it |things |all )?({A_BIT})(brighter|darker|warmer|cooler){end}"):
        if m[2] in ("brighter", "darker"):
            stops = degree(m[1], 2.0) / 2.0
            _expose(draft, m, stops if m[2] == "brighter" else -stops)
        else:
            gain = degree(m[1], 1.2 if m[2] == "warmer" else 1 / 1.2)
            _balance(draft, m, draft.plan.camera.white_balance_k * gain)
    for m in draft.take(r"(warm|cool) (?:it |things )(?:up|down)"):
        gain = 1.2 if m[1] == "warm" else 1 / 1.2
        _balance(draft, m, draft.plan.camera.white_balance_k * gain)


def _expose(draft: Draft, m: re.Match[str], stops: float) -> None:
    """A stop brighter is one EV less at the same light."""
    ev = draft.plan.camera.exposure_ev
    if ev is None:
        raise PlanError(
            f"{m[0]!r} needs an exposure to start from, and this plan has not been metered; shoot it first"
        )
    camera = draft.plan.camera.model_copy(update={"exposure_ev": round(ev - stops, 6)})
    draft.put(m, draft.plan.model_copy(update={"camera": camera}), f"exposure {stops:+.2g} stops")


def _balance(draft: Draft, m: re.Match[str], kelvin: float) -> None:
    kelvin = float(round(min(max(kelvin, 1700.0), 20000.0)))
    camera = draft.plan.camera.model_copy(update={"white_balance_k": kelvin})
    draft.put(m, draft.plan.model_copy(update={"camera": camera}), f"balanced for {kelvin:g} K")
