"""The light rig: sun and sky by hour and weather, lamps of the set and of the cast, or studio panels."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.core.rig import MAX_GROUPS, SKY, SUN, LightGroup, LightRig, Practical, Sky, Sun
from rayograph.core.value import Vec3
from rayograph.plan.cast_lamps import DUSK, SCREENS, cast_lamps, lamp_named, neon_named, posts_named
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, LightFacts
from rayograph.plan.night_street import beams, fill_of_street, part_of_lamp
from rayograph.plan.open_sun import is_indoors, open_sun, wants_open_sun
from rayograph.plan.projector import pattern_of
from rayograph.plan.stage import Stage
from rayograph.plan.studio_panels import cards, glow_behind, panel, studio
from rayograph.plan.sunlight import sun_azimuth, sun_height, sun_of
from rayograph.plan.white_balance import GLIMMER

_STREET_LAMPS = (1.08, 1.2, 1.4)
"""What a street's lamps may be: their colour temperature, relative to the catalogue's sodium."""
_GASES = ((2.9, 0.32, 0.5), (0.22, 1.2, 1.55), (3.0, 0.42, 0.07), (1.5, 0.45, 3.2), (0.25, 1.35, 0.35))
"""Colours of neon signs, linear ACEScg: pink, cyan, red, violet, green."""
BEAM_HOUR = -6.8
"""Height of the sun [deg] when headlamps throw shadows and the sky is still blue."""
MOONLIT_SKY = 0.4
"""Part of the sky that is left by moonlight indoors: a window full of it looks like day."""
_ROOM_FILL = 4.0
"""Gain on moon and night sky where the lamps of a room are on, through its windows."""
_MIRRORS = ("chrome", "steel", "gold", "brass", "copper")
"""Materials that show what stands about them: a dark studio makes them black."""


@dataclass(frozen=True, kw_only=True)
class Lit:
    """The rig, whether the set is closed as a studio, and what was assumed."""

    rig: LightRig
    studio: bool
    terrace: bool = False
    """Whether a table stands in the open."""
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
    facts, said = _meant(facts, stage)
    notes: list[str] = []
    if stage.kind.name == "tabletop" and wants_open_sun(said) and not is_indoors(facts.places):
        sun, sky, note = open_sun(said, rng)
        lamps = cast_lamps(facts, actors, stage, sun.elevation_deg)
        return Lit(rig=_grouped(sun, sky, lamps, said), studio=False, terrace=True, notes=(note,))
    elevation = sun_height(said, stage, notes, rng)
    lamps = cast_lamps(facts, actors, stage, elevation)
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
    if (said.moon_seen or said.sun_seen) and said.cloud is None:
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
        mist=round(min((said.mist or 0.0) * _thick(stage, night), 0.95), 3),
        strength=round(float(np.clip(1.0 - 0.45 * said.contrast - 0.35 * said.sole, 0.25, 1.5)), 3)
        * (MOONLIT_SKY if sun.moon and stage.kind.indoors else 1.0)
        if stage.kind.name in ("interior", "tabletop")
        else 1.0,
        seed=int(rng.integers(0, 2**31 - 1)),
    )
    lamps += [_of_town(lamp, sky.seed) for lamp in _fixtures(facts, stage, elevation, lamps, notes)]
    rooms = any(lamp.lumens >= GLIMMER for lamp in lamps)
    if night and rooms and stage.kind.name in ("street", "interior") and said.contrast < 0.7:
        gain = fill_of_street(said, neon_named(facts)) if stage.kind.name == "street" else _ROOM_FILL
        sun, sky = _night_fill(sun, sky, gain * (2.0 if said.snow else 1.0))
    lamps += _helpers(said, stage, night, rooms, notes)
    if stage.kind.name == "street":
        lamps += beams(said, subject_x)
    if said.glow is not None and stage.small:
        lamps.append(glow_behind(said, subject_x))
    return Lit(rig=_grouped(sun, sky, lamps, said), studio=False, notes=tuple(notes))


def _meant(facts: Facts, stage: Stage) -> tuple[Facts, LightFacts]:
    """The facts, and what of the light goes without saying: a lamp or a glow that leads means a dark room."""
    said = facts.light
    if stage.kind.name == "interior" and _wants_dark_room(said):
        said = replace(said, time="night", lamps=said.lamps or False)
    if stage.kind.name == "interior" and said.contrast >= 0.5 and _unsaid(said) and lamp_named(facts):
        said = replace(said, time="night", sole=True)  # the lamp is what one is to see by
    if stage.kind.name == "interior" and stage.small and said.glow is not None and _unsaid(said):
        said = replace(said, time="night", lamps=False)
        facts = replace(facts, light=said)
    if said.beams is not None and said.time in (None, "dusk", "evening", "blue hour"):
        said = replace(said, time="blue hour", elevation_deg=BEAM_HOUR)  # or nothing would be seen of them
        facts = replace(facts, light=said)
    return facts, said


def _thick(stage: Stage, night: bool) -> float:
    """How much denser fog is on a street, so that its end fades, most of all where only lamps show it."""
    return (1.45 if night else 1.2) if stage.kind.name == "street" else 1.0


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
    if said.overhead or (said.screens and said.sole) or pattern_of(said) is not None:
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
    golden += 1.8 if said.sun_seen else 0.0  # a disc that is seen is veiled, or it would be white
    return 3.0 + golden + 2.2 * said.warmth + 2.0 * (said.mist or 0.0)


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
        rooms = [lamp for lamp in lamps if lamp.tint is None and lamp.id.split("_")[0] not in SCREENS]
        wanted = not said.window and not rooms and not said.moon_said
    if said.candles or (said.sole and lamps) or (said.sole and said.clock):
        wanted = False
    if not wanted:
        return []
    taken = {lamp.id for lamp in lamps}
    night = stage.kind.name == "street" and elevation < 0
    chosen = []
    for name, (lumens, kelvin) in stage.kind.fixtures.items():
        if stage.kind.indoors and elevation > 3 and name != "floor_lamp" and said.lamps is not True:
            continue
        identity = name if name not in taken else f"{name}_of_set"
        lumens *= part_of_lamp(name, said, neon_named(facts), posts_named(facts)) if night else 1.0
        if lumens <= 0:
            continue
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
