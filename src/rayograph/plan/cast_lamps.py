"""The lamps of the cast: what of it shines, how brightly and in which colour."""

import re

from rayograph.colour.gas import gas_of
from rayograph.colour.primaries import from_hex
from rayograph.core.catalogue import cast_kind
from rayograph.core.rig import Practical
from rayograph.plan.casting import Actor
from rayograph.plan.coloured_lamps import COLOURED, coloured_gain
from rayograph.plan.facts import Facts, LightFacts
from rayograph.plan.stage import Stage

DUSK = 5.0
"""With the sun lower than this [deg] lamps are on."""
SCREENS = ("laptop", "smartphone", "tablet", "television")
"""Kinds whose screens shine where they are said to, and in the dark."""
_ALWAYS_LIT = (
    "candle",
    "campfire",
    "fireplace",
    "string_lights",
    "desk_lamp",
    "lantern",
    "paper_lantern",
    "vending_machine",
    "traffic_light",
    "neon_sign",
)
_HEADLAMPS = frozenset(
    "car van suv pickup convertible truck bus double_decker tram motorbike police_car ambulance "
    "fire_engine".split()
)
_OUTDOORS = {"lantern": 3.4, "candle": 2.2, "string_lights": 1.6, "tent": 1.0, "dome_tent": 1.0}
"""Square root of the gain of small lamps in the open: they are made to light what stands by them."""
POOL = 1.5
"""Square root of the gain of lamp posts whose pools are to be seen."""
_IF_SAID = ("tent", "dome_tent", "clock")
"""Kinds that hold a lamp which is lit where the words say so, whatever the hour."""
_RADIUM = "#3dff5a"
"""What the hands of a clock glow in."""
UNLIT = frozenset("unlit cold empty dead disused off".split())
"""Words for what could burn and does not."""


def _dimmer(kind: str, elevation: float) -> float:
    """Square root of the gain that lets a lamp and the window be read together, as a gaffer would set it."""
    if kind in ("candle", "campfire", "fireplace", "string_lights") or elevation < -8:
        return 1.0
    return 1.6 if elevation > 5 else 0.75


def cast_lamps(facts: Facts, actors: list[Actor], stage: Stage, elevation: float) -> list[Practical]:
    """What of the cast shines, with the sun at `elevation` [deg]."""
    lamps: list[Practical] = []
    said = facts.light
    driven = {m.subject for m in facts.motions if m.style == "drive"}
    for actor in actors:
        kind = cast_kind(actor.member.kind)
        thing = facts.things[actor.thing]
        driving = actor.thing in driven or said.headlamps
        if kind is not None and kind.name in _HEADLAMPS and elevation < DUSK and driving:
            lamps.append(_headlamps(actor))
        if kind is None or kind.lumens <= 0:
            continue
        words = thing.phrase.lower()
        if kind.name in SCREENS:
            others = said.sole and not said.screens and not thing.lit and lamp_named(facts)
            if thing.lit is not False and not others:
                lamps += _screen(actor, said, elevation, asked=bool(thing.lit))
            continue
        off = (
            thing.lit is False
            or bool(set(words.split()) & UNLIT)
            or (facts.light.lamps is False and kind.name not in ("candle", "campfire", "fireplace"))
        )
        dark = elevation < DUSK and kind.name not in _IF_SAID
        on = kind.name in _ALWAYS_LIT or dark or thing.lit or _glows(words) or facts.light.lamps
        if off or not on:
            continue
        kelvin = kind.kelvin + (
            -250.0 if "warm" in words else (2200.0 if "cool" in words or "cold" in words else 0.0)
        )
        gain = actor.size[2] / kind.size[2] if actor.member.height_m else 1.0
        gain *= _dimmer(kind.name, elevation) if stage.kind.indoors else _OUTDOORS.get(kind.name, 1.0)
        gain *= coloured_gain(kind.name, elevation, street=stage.kind.name == "street")
        # Beside the lamps of a room a sign is brighter than alone in the dark.
        gain *= 2.0 if kind.name == "neon_sign" and stage.room and not said.sole else 1.0
        gain *= POOL if said.pools and kind.name == "lamp_post" else 1.0
        lumens = max(kind.lumens * gain * gain, 0.02)
        own = actor.member.colour if kind.name in COLOURED else None
        if kind.name == "clock":
            own = said.clock.split()[-1] if said.clock else _RADIUM
        red, green, blue = _light_of(kind.name, own) if own is not None else (0.0, 0.0, 0.0)
        lamp = Practical(
            id=actor.member.id,
            kind="cast",
            source=actor.member.id,
            lumens=round(lumens, 2),
            kelvin=kelvin,
            tint=None if own is None else (max(red, 0.0), max(green, 0.0), max(blue, 0.0)),
        )
        lamps.append(lamp)
    return lamps


def _light_of(kind: str, hexed: str) -> tuple[float, float, float]:
    """The light of a lamp of a colour: that of a gas, or as paint looks."""
    if kind in ("neon_sign", "clock"):
        return gas_of(hexed)
    red, green, blue = (float(c) for c in from_hex(hexed))
    return red, green, blue


def neon_named(facts: Facts) -> bool:
    """Whether a sign of the cast is what colours the street."""
    return any(t.kind == "neon_sign" for t in facts.things)


def posts_named(facts: Facts) -> bool:
    """Whether several lamp posts are named, which then light the street in place of its own."""
    return any(t.kind == "lamp_post" and t.count > 1 for t in facts.things)


def lamp_named(facts: Facts) -> bool:
    """Whether a lamp that is no screen is named, which may be said to be the only one that is on."""
    kinds = (cast_kind(t.kind) for t in facts.things)
    return any(k is not None and k.lumens > 0 and k.name not in SCREENS for k in kinds)


def _glows(words: str) -> bool:
    """Whether a phrase says that a thing shines."""
    return (
        bool(set(words.split()) & {"glowing", "glows", "lit", "illuminated", "shining"})
        and "unlit" not in words
    )


def _headlamps(actor: Actor) -> Practical:
    """What drives after sunset has its lamps on."""
    name = actor.member.id
    return Practical(id=name, kind="cast", source=name, lumens=600.0, kelvin=4300.0)


def _screen(actor: Actor, said: LightFacts, elevation: float, *, asked: bool) -> list[Practical]:
    """A screen as a lamp: where it was said to glow, or where it is dark enough to see that it does."""
    kind = cast_kind(actor.member.kind)
    words = actor.member.words.lower()
    glows = asked or said.screens or "glow" in words or "lit" in words.split()
    if kind is None or not (glows or elevation < DUSK or said.contrast >= 0.5):
        return []
    if re.search(r"\b(?:off|blank|dark|dead|black screen)\b", words) and not glows:
        return []
    gain = (1.3 if glows else 1.0) * (actor.size[2] / kind.size[2] if actor.member.height_m else 1.0) ** 2
    return [
        Practical(
            id=actor.member.id,
            kind="cast",
            source=actor.member.id,
            lumens=round(max(kind.lumens * gain, 1.0), 2),
            kelvin=kind.kelvin,
        )
    ]
