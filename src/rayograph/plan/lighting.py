"""The light rig: sun and sky by hour and weather, lamps of the set and of the cast, or studio panels."""

import re
from dataclasses import dataclass, replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.catalogue import cast_kind
from rayograph.core.rig import MAX_GROUPS, SKY, SUN, LightGroup, LightRig, Practical, Sky, Sun
from rayograph.core.value import Vec3
from rayograph.plan.casting import Actor
from rayograph.plan.coloured_lamps import COLOURED, coloured_gain
from rayograph.plan.facts import Facts, LightFacts
from rayograph.plan.stage import Stage
from rayograph.plan.studio_panels import cards, panel, studio
from rayograph.plan.sunlight import sun_azimuth, sun_height, sun_of

DUSK = 5.0
"""With the sun lower than this [deg] lamps are on."""
_STREET_LAMPS = (1.08, 1.2, 1.4)
"""What a street's lamps may be: their colour temperature, relative to the catalogue's sodium."""
_GASES = ((2.9, 0.32, 0.5), (0.22, 1.2, 1.55), (3.0, 0.42, 0.07), (1.5, 0.45, 3.2), (0.25, 1.35, 0.35))
"""Colours of neon signs, linear ACEScg: pink, cyan, red, violet, green."""
MOONLIT_SKY = 0.4
"""Part of the sky that is left by moonlight indoors: a window full of it looks like day."""
_FILLED = {"street": 16.0, "interior": 4.0}
"""Gain on moon and night sky where lamps are on: a street, a room through its windows."""
_MIRRORS = ("chrome", "steel", "gold", "brass", "copper")
"""Materials that show what stands about them: a dark studio makes them black."""
_SCREENS = ("laptop", "smartphone", "tablet", "television")
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
_OUTDOORS = {"lantern": 3.4, "candle": 2.2, "string_lights": 1.6, "tent": 1.0}
"""Square root of the gain of small lamps in the open: they are made to light what stands by them."""
_IF_SAID = ("tent",)
"""Kinds that hold a lamp which is lit where the words say so, whatever the hour."""
UNLIT = frozenset("unlit cold empty dead disused off".split())
"""Words for what could burn and does not."""


@dataclass(frozen=True, kw_only=True)
class Lit:
    """The rig, whether the set is closed as a studio, and what was assumed."""

    rig: LightRig
    studio: bool
    notes: tuple[str, ...] = ()


def light_shot(
    facts: Facts,
    actors: list[Actor],
    stage: Stage,
    subject_x: float,
    rng: np.random.Generator,
    *,
    across: bool = False,
) -> Lit:
    """The rig of the shot. `subject_x`: how far right of the middle of the stage the subject is [m]."""
    said = facts.light
    if stage.kind.name == "interior" and _wants_dark_room(said):
        said = replace(said, time="night", lamps=said.lamps or False)
    if stage.kind.name == "interior" and said.contrast >= 0.5 and _unsaid(said) and _lamp_named(facts):
        said = replace(said, time="night", sole=True)  # the lamp is what one is to see by
    notes: list[str] = []
    elevation = sun_height(said, stage, notes, rng)
    lamps = _cast_lamps(facts, actors, stage, elevation)
    if stage.kind.name == "tabletop" and _wants_studio(said):
        if before_sheet(said) and said.cloud is not None and said.cloud < 0.2:
            said = replace(said, quality=said.quality or "hard", warmth=said.warmth or 0.3)  # "sunlit"
        panels = studio(said, bool(lamps), subject_x, rng)
        if not lamps and not said.overhead and any(a.member.material in _MIRRORS for a in actors):
            panels += cards(said, panels[0])
        return Lit(rig=_grouped(None, None, [*panels, *lamps], said), studio=True, notes=tuple(notes))
    if said.studio and stage.kind.indoors:
        lamps = [*_stands(said, stage), *lamps]
    night = said.moon or elevation < -8
    azimuth = sun_azimuth(said, stage, elevation, subject_x, notes, rng, across=across)
    cloud = said.cloud if said.cloud is not None else (float(rng.uniform(0.15, 0.45)) if not night else 0.2)
    if said.moon_seen and said.cloud is None:
        cloud = 0.0  # nothing hides the moon, and no puff beside it is taken for a blot
    sun = sun_of(said, azimuth, elevation, cloud, night)
    if sun.moon and stage.kind.indoors:
        # Less of it, so that its patch on the floor does not burn out beside the shade of the room.
        sun = sun.model_copy(update={"strength": 0.3 if said.slats else 0.5})
    sky = Sky(
        cloud_cover=round(cloud, 3),
        # Round a moon clear air has no wide grey halo.
        turbidity=round(float(np.clip(_turbidity(said) - 1.1 * night, 1.9, 8.0)), 2),
        # A street is short: its end fades only in a thicker fog than hides mountains.
        mist=round(min((said.mist or 0.0) * (1.2 if stage.kind.name == "street" else 1.0), 0.95), 3),
        strength=round(float(np.clip(1.0 - 0.45 * said.contrast - 0.35 * said.sole, 0.25, 1.5)), 3)
        * (MOONLIT_SKY if sun.moon and stage.kind.indoors else 1.0)
        if stage.kind.name in ("interior", "tabletop")
        else 1.0,
        seed=int(rng.integers(0, 2**31 - 1)),
    )
    lamps += [_of_town(lamp, sky.seed) for lamp in _fixtures(facts, stage, elevation, lamps, notes)]
    if night and lamps and stage.kind.name in _FILLED and said.contrast < 0.7:
        gain = _FILLED[stage.kind.name] * (2.0 if said.snow else 1.0)
        sun, sky = _night_fill(sun, sky, gain)
    lamps += _helpers(said, stage, night, bool(lamps), notes)
    return Lit(rig=_grouped(sun, sky, lamps, said), studio=False, notes=tuple(notes))


def _night_fill(sun: Sun, sky: Sky, gain: float) -> tuple[Sun, Sky]:
    """Moon and sky as a crew lights a place by night: a broad blue source far above, a part of the lamps'
    light, so that what the lamps do not reach has its shape and the night is blue beside them."""
    moon = {"strength": gain, "angular_radius_deg": 3.0} if sun.moon else {}
    return sun.model_copy(update=moon), sky.model_copy(update={"strength": gain})


def _wants_dark_room(said: LightFacts) -> bool:
    """Whether a room is lit by a spotlight: low key, and nothing was said of the day."""
    return said.studio and said.contrast >= 0.5 and _unsaid(said)


def _unsaid(said: LightFacts) -> bool:
    """Whether nothing was said of the hour or of what comes in by a window."""
    return said.time is None and said.elevation_deg is None and not (said.window or said.moon)


def _wants_studio(said: LightFacts) -> bool:
    """Whether a table is lit by lamps on stands: named, or needed for the look where no daylight is meant."""
    if said.overhead or (said.screens and said.sole):
        return True
    if before_sheet(said):
        return True
    daylight = said.window or said.time is not None or said.moon or said.sole or said.candles
    if said.studio or said.rim is not None:
        return not (said.sole or said.moon_said or said.window)
    shaped = (
        said.contrast >= 0.5
        or said.rim is not None
        or said.side in ("behind", "above")
        or said.key_tint is not None
    )
    return not daylight and said.elevation_deg is None and shaped and said.cloud is None


def before_sheet(said: LightFacts) -> bool:
    """Whether a coloured background is that of a studio: no window, hour or flame was named."""
    other = said.window or said.time is not None or said.moon or said.sole or said.candles
    return said.backdrop is not None and not other and said.elevation_deg is None


def _stands(said: LightFacts, stage: Stage) -> list[Practical]:
    """Lamps on stands in a room: a key, and a rim if one was named."""
    kelvin = 5000.0 - 1400.0 * said.warmth
    side = 0.35 if said.quality == "hard" else 1.0
    panels = []
    if said.side is not None or said.rim is None:
        panels.append(panel("key", _side(said.side, stage, 2.2), 6000.0, kelvin, side))
    if said.rim is not None:
        panels.append(panel("rim", _side(said.rim, stage, 2.0), 2500.0, kelvin + 300, 0.4))
    return panels


def _turbidity(said: LightFacts) -> float:
    """How hazy the air is: more so when the words want a warm light, for haze makes a sun golden."""
    golden = 1.9 if said.time in ("golden hour", "sunset", "sunrise") else 0.0
    return 3.0 + golden + 2.2 * said.warmth + 2.0 * (said.mist or 0.0)


def _dimmer(kind: str, elevation: float) -> float:
    """Square root of the gain that lets a lamp and the window be read together, as a gaffer would set it."""
    if kind in ("candle", "campfire", "fireplace", "string_lights") or elevation < -8:
        return 1.0
    return 1.6 if elevation > 5 else 0.75


def _cast_lamps(facts: Facts, actors: list[Actor], stage: Stage, elevation: float) -> list[Practical]:
    lamps: list[Practical] = []
    said = facts.light
    driven = {m.subject for m in facts.motions if m.style == "drive"}
    for actor in actors:
        kind = cast_kind(actor.member.kind)
        thing = facts.things[actor.thing]
        if kind is not None and kind.name in _HEADLAMPS and elevation < DUSK and actor.thing in driven:
            lamps.append(_headlamps(actor))
        if kind is None or kind.lumens <= 0:
            continue
        words = thing.phrase.lower()
        if kind.name in _SCREENS:
            others = said.sole and not said.screens and not thing.lit and _lamp_named(facts)
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
        gain *= coloured_gain(kind.name, elevation)
        # Beside the lamps of a room a sign is brighter than alone in the dark.
        gain *= 2.0 if kind.name == "neon_sign" and stage.room and not said.sole else 1.0
        lumens = max(kind.lumens * gain * gain, 0.05)
        own = actor.member.colour if kind.name in COLOURED else None
        red, green, blue = from_hex(own) if own is not None else (0.0, 0.0, 0.0)
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


def _lamp_named(facts: Facts) -> bool:
    """Whether a lamp that is no screen is named, which may be said to be the only one that is on."""
    kinds = (cast_kind(t.kind) for t in facts.things)
    return any(k is not None and k.lumens > 0 and k.name not in _SCREENS for k in kinds)


def _glows(words: str) -> bool:
    """Whether a phrase says that a thing shines."""
    return (
        bool(set(words.split()) & {"glowing", "glows", "lit", "illuminated", "shining"})
        and "unlit" not in words
    )


def _headlamps(actor: Actor) -> Practical:
    """What drives after sunset has its lamps on."""
    name = actor.member.id
    return Practical(id=name, kind="cast", source=name, lumens=420.0, kelvin=4300.0)


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


def _fixtures(
    facts: Facts, stage: Stage, elevation: float, lamps: list[Practical], notes: list[str]
) -> list[Practical]:
    said = facts.light
    if said.lamps is False or not stage.kind.fixtures or ("lamps", "none") in stage.furnishing:
        return []
    if said.sole and lamps and stage.kind.indoors:
        return []
    early = said.time in ("dawn", "sunrise") and stage.kind.indoors  # nobody has switched them on yet
    wanted = (elevation < DUSK and not early) or said.moon or said.lamps or said.neon
    if said.moon and stage.kind.indoors and not said.lamps:
        # Moonlight through the window is wanted for itself; neon and screens light no room.
        rooms = [lamp for lamp in lamps if lamp.tint is None and lamp.id.split("_")[0] not in _SCREENS]
        wanted = not said.window and not rooms and not said.moon_said
    if said.candles or (said.sole and lamps):
        wanted = False
    if not wanted:
        return []
    taken = {lamp.id for lamp in lamps}
    chosen = []
    for name, (lumens, kelvin) in stage.kind.fixtures.items():
        if stage.kind.indoors and elevation > 3 and name != "floor_lamp" and said.lamps is not True:
            continue
        identity = name if name not in taken else f"{name}_of_set"
        tone = float(np.clip(kelvin * (1.0 - 0.2 * said.warmth), 1700, 6500))
        chosen.append(Practical(id=identity, kind="fixture", source=name, lumens=lumens, kelvin=round(tone)))
    if chosen and said.lamps is not True:
        notes.append(
            "the set's lamps are on at this hour: " + ", ".join(c.id.replace("_", " ") for c in chosen)
        )
    return chosen


def _of_town(lamp: Practical, seed: int) -> Practical:
    """A street's lamps and neon as towns differ in them: sodium, warm or neutral; one gas or another."""
    if lamp.source == "street_lamps":
        gain = _STREET_LAMPS[seed % len(_STREET_LAMPS)]
        return lamp.model_copy(update={"kelvin": float(round(lamp.kelvin * gain))})
    if lamp.source == "neon":
        return lamp.model_copy(update={"tint": _GASES[seed // 7 % len(_GASES)]})
    return lamp


def _helpers(said: LightFacts, stage: Stage, night: bool, lit: bool, notes: list[str]) -> list[Practical]:
    """Panels out of frame where the window cannot give what the words ask."""
    if stage.kind.name == "interior" and stage.small and night and said.lamps and lit and not said.sole:
        notes.append("a lamp out of frame lights what lies there, as the room's own stand too far away")
        return [panel("near_lamp", (-1.0, -0.55, 0.85), 260.0, 2600.0, 0.25)]
    if stage.kind.name != "tabletop":
        return []
    if said.side in ("behind", "above", "front") and not said.moon:
        notes.append(f"the window is on the left; a soft panel lights from {said.side}")
        return [
            panel(
                "key",
                _side(said.side, stage, 1.6),
                2600.0 if not night else 500.0,
                5200.0 - 1800 * said.warmth,
                0.7,
            )
        ]
    if night and not lit and not said.window and not said.moon:
        notes.append("no lamp was named for the night: a warm one lights from out of frame")
        return [panel("lamp", (1.1, 0.5, 1.0), 350.0, 2700.0, 0.25)]
    if night and said.moon is True and not lit and not said.window:
        notes.append("no lamp was named for the night: a warm one lights from out of frame")
        return [panel("lamp", (1.1, 0.5, 1.0), 350.0, 2700.0, 0.25)]
    return []


def _side(side: str | None, stage: Stage, far: float) -> Vec3:
    d = far * (0.75 if stage.small else 1.3)
    table: dict[str, Vec3] = {
        "left": (-d, -0.3 * d, 0.75 * d),
        "right": (d, -0.3 * d, 0.75 * d),
        "behind": (0.35 * d, 0.85 * d, 0.7 * d),
        "front": (-0.3 * d, -d, 0.7 * d),
        "above": (0.0, 0.1 * d, 1.1 * d),
    }
    x, y, z = table[side or "left"]
    return round(x, 3), round(y, 3), round(z, 3)


def _grouped(sun: Sun | None, sky: Sky | None, lamps: list[Practical], said: LightFacts) -> LightRig:
    """Lights in at most eight groups: one each where they fit, else lamps of a kind together."""
    lamps = list(lamps)
    fixed = [("moon" if sun.moon else "sun", (SUN,))] if sun is not None else []
    fixed += [("sky", (SKY,))] if sky is not None else []
    room = MAX_GROUPS - len(fixed)
    groups: dict[str, list[str]] = {lamp.id: [lamp.id] for lamp in lamps}
    if len(groups) > room:
        groups = {}
        for lamp in lamps:
            groups.setdefault(lamp.id.rstrip("0123456789").rstrip("_"), []).append(lamp.id)
    while len(groups) > room:
        last = list(groups)[-1]
        merged = groups.pop(last)
        groups.setdefault("lamps", []).extend(merged)
        if len(groups) > room and list(groups)[-1] == "lamps":
            first = next(name for name in groups if name != "lamps")
            groups["lamps"].extend(groups.pop(first))
    named = [LightGroup(name=name, lights=lights) for name, lights in fixed]
    named += [LightGroup(name=_group_name(name), lights=tuple(ids)) for name, ids in groups.items()]
    if not named:
        sky, named = Sky(), [LightGroup(name="sky", lights=(SKY,))]
    return LightRig(
        sun=sun,
        sky=sky,
        practicals=tuple(lamps),
        groups=tuple(named),
        place=said.place,
        when=said.when or (said.time or ""),
    )


def _group_name(name: str) -> str:
    return name[:24].strip("_")
