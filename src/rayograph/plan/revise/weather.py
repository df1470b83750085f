"""Edits of sky and air: clouds, mist, how bright the sky is, wet ground."""

import re

from rayograph.core.plan import ShotPlan
from rayograph.core.rig import Sky
from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger
from rayograph.plan.quantity import number
from rayograph.plan.revise.draft import A_BIT, AMOUNT, STOPS, Draft, degree, refuse, stops_of
from rayograph.plan.weather_words import read_weather

_SKY = r"(?:the )?sk(?:y|ies)(?: ?light)?"


def read_sky(draft: Draft) -> None:
    """Claim edits of the sky."""
    for m in draft.take(
        rf"(?:make )?{_SKY} (?:be |is )?(?:by )?({A_BIT})(?:({STOPS}) )?(brighter|stronger|dimmer|"
        rf"darker|weaker)"
        rf"(?: by ({STOPS}))?|(brighten|dim|darken) {_SKY}(?: by ({STOPS}))?"
    ):
        up = m[3] in ("brighter", "stronger") or m[5] == "brighten"
        stops = stops_of(m[2] or m[4] or m[6] or "") or (0.5 if "bit" in m[0] else 1.0)
        level = _sky(draft, m[0]).strength * 2 ** (stops if up else -stops)
        _put(draft, m, {"strength": round(min(level, 100.0), 4)}, f"sky {stops:g} stops")
    for m in draft.take(rf"(?:turn |switch )?{_SKY} (off|on)|(?:turn|switch) (off|on) {_SKY}"):
        on = "on" in (m[1], m[2])
        _put(draft, m, {"strength": (_sky(draft, m[0]).strength or 1.0) if on else 0.0}, "sky on or off")
    for m in draft.take(
        rf"({A_BIT})(more|fewer|less|thicker|thinner) (?:of (?:the )?)?(clouds?|mist|fog|haze)|"
        rf"(?:make )?(?:it |the sky )?({A_BIT})(cloudier|mistier|foggier|hazier|clearer)(?: sky)?"
    ):
        sky = _sky(draft, m[0])
        misty = m[3] in ("mist", "fog", "haze") or m[5] in ("mistier", "foggier", "hazier")
        more = m[2] in ("more", "thicker") or m[5] in ("cloudier", "mistier", "foggier", "hazier")
        step = (0.3 if more else -0.3) * (degree(m[1] or m[4] or "", 4.0) / 4.0)
        field = "mist" if misty else "cloud_cover"
        level = round(min(max(getattr(sky, field) + step, 0.0), 1.0), 3)
        _put(draft, m, {field: level}, f"{field.replace('_', ' ')} {level:.0%}")
    for m in draft.take(rf"({AMOUNT}) ?(?:%|percent|per cent) (clouds?|cloud cover|mist|fog)"):
        field = "cloud_cover" if m[2].startswith("cloud") else "mist"
        _put(draft, m, {field: min(number(m[1]) / 100, 1.0)}, f"{field} {m[1]} %")
    ground = r"(?:the )?(?:ground|street|road|floor|asphalt|pavement)"
    for m in draft.take(rf"(?:make )?(?:{ground}|it) (wet|dry)|(?:make it an? )?(wet|dry) {ground}"):
        wet = draft.plan.set.model_copy(update={"wet": "wet" in (m[1], m[2])})
        draft.put(m, draft.plan.model_copy(update={"set": wet}), f"the ground is {m[1] or m[2]}")
    _said(draft)


def _said(draft: Draft) -> None:
    """What the planner's own weather words say: overcast, clear sky, thick fog, after the rain."""
    for m in draft.take(r"(?:make (?:it|the sky) |turn (?:it |the sky )?|have )?[^,.;\x00]+"):
        own = Ledger(m[0])
        facts = read_weather(own, LightFacts())
        if facts == LightFacts():
            continue
        if facts.snow or facts.season is not None or facts.stars or facts.moon:
            raise refuse(m[0], "this is another set or another hour; plan it as a new shot")
        left = [token for token in own.leftovers() if token.text not in ("make", "turn")]
        if left or "ungrounded" in [reading.verdict for reading in own.readings()]:
            continue
        update: dict[str, object] = {}
        if facts.cloud is not None:
            update["cloud_cover"] = facts.cloud
        if facts.mist is not None:
            update["mist"] = facts.mist
        plan = draft.plan
        if update:
            sky = Sky.model_validate(_sky(draft, m[0]).model_dump() | update)
            plan = plan.model_copy(update={"rig": plan.rig.model_copy(update={"sky": sky})})
            plan = _veiled(plan, facts.cloud)
        if facts.wet or facts.rain:
            plan = plan.model_copy(update={"set": plan.set.model_copy(update={"wet": True})})
        draft.put(m, plan, "weather")


def _veiled(plan: ShotPlan, cloud: float | None) -> ShotPlan:
    """The sun as strong as the planner makes it under such a sky."""
    sun = plan.rig.sun
    if cloud is None or sun is None or sun.strength == 0 or sun.moon:
        return plan
    veil = min(max(1.25 - 1.25 * cloud, 0.02), 1.0) if cloud > 0.2 else 1.0
    lit = plan.rig.model_copy(update={"sun": sun.model_copy(update={"strength": round(veil, 3)})})
    return plan.model_copy(update={"rig": lit})


def _sky(draft: Draft, words: str) -> Sky:
    if draft.plan.rig.sky is None:
        raise refuse(words, "this shot has no sky")
    return draft.plan.rig.sky


def _put(draft: Draft, m: re.Match[str], update: dict[str, object], meaning: str) -> None:
    sky = Sky.model_validate(_sky(draft, m[0]).model_dump() | update)
    draft.change_rig(m, draft.plan.rig.model_copy(update={"sky": sky}), meaning)
