"""Edits of the sun: its height, side, strength, hardness, and the hour that says them all."""

import re

from rayograph.core.rig import LightGroup, LightRig, Sun
from rayograph.plan.facts import LightFacts
from rayograph.plan.light_sources import SIDE, side_of
from rayograph.plan.quantity import number
from rayograph.plan.revise.draft import A_BIT, A_BIT_AFTER, AMOUNT, STOPS, Draft, degree, refuse, stops_of
from rayograph.plan.sunlight import FROM
from rayograph.plan.time_words import MOON_BELOW, read_time

_SUN = r"(?:the )?(?:sun(?:light|shine)?|moon(?:light)?)"
_DEGREES = r"(?: ?°| degrees?| deg)"
HIGHEST = 85.0


def read_sun(draft: Draft) -> None:
    """Claim edits of the sun."""
    _heights(draft)
    _sides(draft)
    _strengths(draft)
    _hours(draft)


def _sun(draft: Draft, words: str) -> Sun:
    if draft.plan.rig.sun is None:
        raise refuse(words, "this shot has no sun; its light is of lamps")
    return draft.plan.rig.sun


def _put(draft: Draft, m: re.Match[str], update: dict[str, object], meaning: str) -> None:
    sun = _sun(draft, m[0])
    valid = Sun.model_validate(sun.model_dump() | update)
    draft.change_rig(m, draft.plan.rig.model_copy(update={"sun": valid}), meaning)


def _heights(draft: Draft) -> None:
    down = r"lower|drop|bring down|sink"
    up = r"raise|lift|bring up|heighten"
    by = rf"(?: (?P<how>by|to|at) (?P<n>{AMOUNT}){_DEGREES})?"
    for m in draft.take(
        rf"(?:(?P<down>{down})|(?P<up>{up})) {_SUN}(?P<bit>{A_BIT_AFTER}){by}"
        rf"|(?:make |put |set |move |get )?{_SUN} (?:be |is |goes |to )*(?P<much>{A_BIT})"
        rf"(?:(?P<low>low(?:er)?(?: down)?)|(?P<high>high(?:er)?(?: up)?))(?: by (?P<m>{AMOUNT}){_DEGREES})?"
        rf"|(?:make |put |set )?{_SUN} (?:at|to) (?P<at>{AMOUNT}){_DEGREES}(?: high)?"
    ):
        height = _sun(draft, m[0]).elevation_deg
        lower = bool(m["down"] or m["low"])
        if m["at"] or m["how"] in ("to", "at"):
            new = number(m["at"] or m["n"])
        elif m["n"] or m["m"]:
            new = height + (-1 if lower else 1) * number(m["n"] or m["m"])
        else:
            factor = degree(m["bit"] or m["much"] or "", 0.55 if lower else 1.7)
            # Near the horizon a factor does little, below it the wrong thing: there it goes by degrees.
            new = max(height, 4.0) * factor if not lower else (height * factor if height > 6 else height - 3)
        new = round(min(max(new, -17.0), HIGHEST), 2)
        _put(draft, m, {"elevation_deg": new}, f"the sun {new:g}° high")


def _sides(draft: Draft) -> None:
    for m in draft.take(
        rf"(?:move |put |set |turn |bring |swing |have )?{_SUN} (?:comes? |coming |over |go |should come |"
        rf"more )*({SIDE})"
    ):
        side = side_of(m[1])
        if side == "above":
            _put(draft, m, {"elevation_deg": 75.0}, "the sun overhead")
        elif side is not None:
            _put(draft, m, {"azimuth_deg": FROM[side]}, f"the sun from {side}")
    for m in draft.take(
        rf"(?:turn|rotate|swing) {_SUN} (?:by )?({AMOUNT}){_DEGREES}"
        r"(?: (?:to the )?(left|right|clockwise|counter ?clockwise|anti ?clockwise))?"
    ):
        sign = -1 if m[2] in ("clockwise", "right") else 1
        turned = (_sun(draft, m[0]).azimuth_deg + sign * number(m[1])) % 360
        _put(draft, m, {"azimuth_deg": round(turned, 2)}, f"the sun turned to {turned:g}°")


def _strengths(draft: Draft) -> None:
    for m in draft.take(
        rf"(?:make )?{_SUN} (?:be |is )?(?:by )?({A_BIT})(?:({STOPS}) )?"
        rf"(brighter|stronger|dimmer|darker|weaker|up|down)(?: by ({STOPS}))?"
        rf"|(?P<verb>brighten|dim|strengthen|weaken|boost) {_SUN}{A_BIT_AFTER}(?: by (?P<s>{STOPS}))?"
    ):
        bright = (m[3] in ("brighter", "stronger", "up")) or (
            m["verb"] in ("brighten", "strengthen", "boost")
        )
        stops = stops_of(m[2] or m[4] or m["s"] or "") or (0.5 if " bit" in m[0] else 1.0)
        strength = _sun(draft, m[0]).strength * 2 ** (stops if bright else -stops)
        _put(draft, m, {"strength": round(min(strength, 100.0), 4)}, f"the sun {stops:g} stops")
    for m in draft.take(
        rf"(?:turn |switch )?{_SUN} (?:is )?(off|on|out)|(?:turn|switch) (off|on) {_SUN}|(no|hide the|"
        rf"without|"
        r"kill the|lose the) (?:sun(?:light)?|moon(?:light)?)"
    ):
        on = "on" in (m[1], m[2])
        if on and draft.plan.rig.sun is None:
            rig = with_sun(draft.plan.rig, Sun(azimuth_deg=FROM["left"], elevation_deg=24.0))
            draft.change_rig(m, rig, "a sun from the left")
            continue
        strength = 0.0 if not on else (_sun(draft, m[0]).strength or 1.0)
        _put(draft, m, {"strength": strength}, f"the sun is {'on' if on else 'off'}")
    for m in draft.take(rf"(?:make )?{_SUN} {A_BIT}(softer|harder)|(soften|harden) {_SUN}"):
        soft = (m[1] or m[2]).startswith("soft")
        radius = _sun(draft, m[0]).angular_radius_deg * (3.0 if soft else 1 / 3)
        _put(draft, m, {"angular_radius_deg": round(min(max(radius, 0.1), 10.0), 4)}, "the sun's size")
    for m in draft.take(rf"(?:make )?{_SUN} ({A_BIT})(warmer|cooler|redder)|(warm) (?:up )?{_SUN}"):
        sun, warm = _sun(draft, m[0]), m[2] != "cooler"
        factor = degree(m[1] or "", 0.6 if warm else 1.6)
        height = round(min(max(sun.elevation_deg, 3.0) * factor, 60.0), 2)
        _put(
            draft,
            m,
            {"elevation_deg": height},
            "the height of this colour",
        )


def with_sun(rig: LightRig, sun: Sun) -> LightRig:
    """The rig with a sun, in a group of its own."""
    groups = (LightGroup(name="sun", lights=("sun",)), *rig.groups)
    return LightRig.model_validate(
        rig.model_dump() | {"sun": sun.model_dump(), "groups": [g.model_dump() for g in groups]}
    )


def _hours(draft: Draft) -> None:
    """The time of day: the height of the sun; by night there is another rig, which an edit does not make."""
    free = [bool(draft.ledger.is_free(t.start, t.end)) for t in draft.ledger.tokens]
    facts = read_time(draft.ledger, LightFacts())
    taken = [
        t for t, was in zip(draft.ledger.tokens, free, strict=True)
        if was and not draft.ledger.is_free(t.start, t.end)
    ]  # fmt: skip
    if not taken:
        return
    words = draft.ledger.brief[taken[0].start : taken[-1].end]
    if facts.season is not None:
        raise refuse(words, "a season is another set; plan it as a new shot")
    height = facts.elevation_deg
    if height is None:
        raise refuse(words, "the hour is not clear; say dawn, noon, golden hour or dusk")
    if height < MOON_BELOW:
        raise refuse(words, "a night is lit by another rig; plan it as a new shot, or say 'blue hour'")
    sun = _sun(draft, words)
    if sun.moon:
        raise refuse(words, "by moonlight there is no sun; plan the day as a new shot")
    whole = re.compile(re.escape(words)).search(draft.ledger.brief)
    assert whole is not None
    lit = draft.plan.rig.model_copy(
        update={"sun": sun.model_copy(update={"elevation_deg": height}), "when": facts.time or ""}
    )
    draft.change_rig(whole, lit, f"{facts.time}: the sun {height:g}° high")
