"""The embedded planner: a brief in words becomes a ShotPlan, with a reading for every phrase; no network."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
from pydantic import ValidationError

from rayograph.core.catalogue import cast_kind
from rayograph.core.errors import BriefError, PlanError
from rayograph.core.plan import MAX_FRAMES, MAX_SEED, CameraPlan, CastMember, Format, SetPlan, ShotPlan
from rayograph.core.time import parse_rate
from rayograph.plan.blocking import Blocked, aim_targets, block, lanes
from rayograph.plan.brief import Reader, read_brief
from rayograph.plan.camera_sides import arranged_for_camera, hero_thing, wanted_ends
from rayograph.plan.caption import caption
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor, cast_things, dressed
from rayograph.plan.celestial import with_moon_in_frame
from rayograph.plan.composition import faults_of_take, on_screen
from rayograph.plan.entrances import enter_late
from rayograph.plan.facts import Facts, FormatFacts
from rayograph.plan.features import line_sill
from rayograph.plan.framing import frame_shot
from rayograph.plan.fronts import front_side, settle_fronts
from rayograph.plan.furnishing import cast_tables, grounded
from rayograph.plan.intents.derive import derive
from rayograph.plan.lakeside import settle_far_woods
from rayograph.plan.layout import place_cast
from rayograph.plan.ledger import Ledger
from rayograph.plan.lighting import Lit, before_sheet, light_shot
from rayograph.plan.lying import laid_spot
from rayograph.plan.nearing import looseness, told_things, untold
from rayograph.plan.night_street import with_mirror_in_frame
from rayograph.plan.open_sun import low_behind
from rayograph.plan.outcomes import with_outcomes
from rayograph.plan.own_fixtures import settle_fixtures
from rayograph.plan.piers import settle_piers
from rayograph.plan.pointing import point
from rayograph.plan.posts import settle_posts
from rayograph.plan.projector import with_gobo
from rayograph.plan.quantity import ASPECTS
from rayograph.plan.room_own import settle_own
from rayograph.plan.room_walls import settle_room
from rayograph.plan.rope_swings import set_heights
from rayograph.plan.seating import seated
from rayograph.plan.stage import Stage, choose_stage, settle_cloths, settle_tables
from rayograph.plan.stall_goods import settle_stalls
from rayograph.plan.stones import settle_stones
from rayograph.plan.studio_panels import clear_of_frame
from rayograph.plan.sunlight import indoor_sun, is_dark, mirrors
from rayograph.plan.title import title_of
from rayograph.plan.turning import crosses_street, turn_blocking, turn_camera, turn_rig
from rayograph.plan.white_balance import (
    GOLDEN_HOURS,
    GOLDEN_KELVIN,
    MOON_KELVIN,
    NEUTRAL_KELVIN,
    white_balance,
)
from rayograph.plan.wildflowers import blooms, settle_meadow

DEFAULT_BRIEF = (
    "Late afternoon light from a window on the left. A still life on a dark walnut table: a brass desk lamp, "
    "a green glass bottle, a wine glass, an old book and a cream ceramic bowl. A lemon drops into the bowl. "
    "Slow push in, 50mm, shallow depth of field, 2 seconds."
)
"""What is shot when nothing else is asked for: window light, glass, a lamp, something falling."""
SECONDS = 3.0
SALT = 4
"""Chosen so that the default brief at seed 0 finds a studio whose window lets the sun in."""
LOW_KEY = "#1d1d1f"
"""Backdrop of a studio whose light is to fall off into the dark."""
TAKES = 14
"""How many arrangements of a shot are tried before the best is kept."""
LENSES = (1.0, 0.75, 0.58)
"""Parts of the usual focal length that are tried where none was named: what is small comes nearer to a
shorter lens, while what is tall behind it stays in the frame."""
GOOD = 0.6
"""A take with fewer faults than this needs no other lens."""
MAX_BRIEF = 4000


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Raster and time asked for outside the brief; None leaves it to the brief, then to the defaults.

    aspect: one of `quantity.ASPECTS`. fps: one of `core.time.RATES`. seconds [s].
    """

    width: int | None = None
    height: int | None = None
    aspect: str | None = None
    fps: str | None = None
    seconds: float | None = None


def plan_brief(
    brief: str, *, seed: int = 0, settings: Settings | None = None, strict: bool = False,
    reader: Reader = read_brief, known: Callable[[Facts], Facts] = lambda facts: facts,
) -> ShotPlan:  # fmt: skip
    """Plan a shot from words. The same brief, seed, settings, reader give the same plan; `known` adds facts.

    Raises:
        BriefError: the brief is empty or nonsense; or, with `strict`, it names what cannot be shot.
        PlanError: the settings are impossible.
    """
    if not brief.strip():
        raise BriefError(f"the brief is empty; write what to shoot, e.g. {_EXAMPLE!r}")
    if len(brief) > MAX_BRIEF:
        raise BriefError(
            f"the brief has {len(brief)} characters; at most {MAX_BRIEF} can be read, so say it shorter"
        )
    if any("\ud800" <= letter <= "\udfff" for letter in brief):
        raise BriefError("the brief is not UTF-8 text; write it in UTF-8")
    if not 0 <= seed <= MAX_SEED:
        raise PlanError(f"seed {seed} is out of range; give a whole number from 0 to {MAX_SEED}")
    ledger = Ledger(brief)
    facts = known(reader(ledger))
    if strict:
        _refuse_ungrounded(ledger)
    if not _says_something(facts, ledger):
        raise BriefError(f"nothing in {_short(brief)!r} can be shot; write e.g. {_EXAMPLE!r}")
    return _compose(brief, ledger, facts, seed, settings or Settings())


_EXAMPLE = "a lemon drops into a ceramic bowl on a wooden table, window light, slow push in"


def _short(brief: str) -> str:
    words = " ".join(brief.split())
    return words if len(words) <= 60 else words[:57] + "..."


def _says_something(facts: Facts, ledger: Ledger) -> bool:
    light = facts.light
    place = any(p.set for p in facts.places)
    return bool(facts.things) or place or light.time is not None or light.studio or light.season is not None


def _refuse_ungrounded(ledger: Ledger) -> None:
    lost = [r for r in ledger.readings() if r.verdict == "ungrounded"]
    if lost:
        said = "; ".join(
            f"{r.phrase!r}" + (f" (nearest: {', '.join(r.nearest)})" if r.nearest else "") for r in lost[:6]
        )
        raise BriefError(f"the brief names what cannot be shot: {said}; replace it or plan without --strict")


def _format(said: FormatFacts, settings: Settings) -> Format:
    aspect = settings.aspect or said.aspect or "16:9"
    if aspect not in ASPECTS:
        raise PlanError(f"aspect {aspect!r} is not offered; use one of {', '.join(ASPECTS)}")
    width, height = said.size if said.size is not None and settings.aspect is None else ASPECTS[aspect]
    over, under = (float(x) for x in aspect.split(":"))
    if settings.width is not None and settings.height is not None:
        width, height = settings.width, settings.height
    elif settings.width is not None:
        width, height = settings.width, max(2 * round(settings.width * under / over / 2), 2)
    elif settings.height is not None:
        width, height = max(2 * round(settings.height * over / under / 2), 2), settings.height
    fps = settings.fps or said.fps or "24"
    seconds = settings.seconds if settings.seconds is not None else (said.seconds or SECONDS)
    if not 0 < seconds < 1e5:
        raise PlanError(f"a shot of {seconds:g} s cannot be planned; ask for 0.1 to 60 seconds")
    frames = max(1, round(seconds * parse_rate(fps)))
    try:
        return Format(width=width, height=height, fps=fps, frames=min(frames, MAX_FRAMES + 1), pace=said.pace)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "format"
        raise PlanError(f"format: {where}: {first['msg']}; got {first.get('input')!r}") from None


def _hero(facts: Facts, actors: list[Actor]) -> int:
    """The actor that the shot is about: what moves, else the first thing that was named."""
    moving = [m.subject for m in facts.motions]
    if any(a.member.kind == "picnic_blanket" for a in actors) and not moving:
        laid = [i for i, a in enumerate(actors) if a.member.kind not in ("picnic_blanket", "tree")]
        if laid and hero_thing(facts) < 0:
            return laid[0]  # what a picnic is about lies on the blanket, not over it
    aimed = [hero_thing(facts)]
    for thing in [*(moving or aimed), *aimed, *range(len(facts.things))]:
        for i, actor in enumerate(actors):
            if actor.thing == thing and (actor.member.kind != "picnic_blanket" or len(actors) == 1):
                return i
    return 0


def _compose(brief: str, ledger: Ledger, facts: Facts, seed: int, settings: Settings) -> ShotPlan:
    rng = np.random.default_rng([seed, 2025])
    shot = _format(facts.format, settings)
    facts = settle_fronts(settle_stalls(with_outcomes(facts)), ledger.text)
    facts = settle_piers(settle_posts(settle_meadow(settle_stones(settle_far_woods(facts)))), ledger.text)
    facts = settle_cloths(settle_tables(cast_tables(line_sill(grounded(facts)))))
    facts = settle_own(facts)
    stage = choose_stage(facts)
    facts = settle_fixtures(facts, stage)
    facts = seated(settle_room(facts, stage))
    facts, dressing = dressed(facts, stage, rng)
    actors, notes = cast_things(facts, stage, rng)
    actors = set_heights([_upright(actor, facts) for actor in actors], facts)
    facts = arranged_for_camera(_aimed(facts, stage))
    hero = _hero(facts, actors)
    blocked, camera = _best_take(facts, actors, stage, shot, hero, seed)
    subject_x = blocked.spots[hero].position[0] if actors else 0.0
    if stage.small:
        subject_x = camera.keys[-1].target[0]  # what starts off-screen is lit where it is seen
    lit = light_shot(facts, actors, stage, subject_x, rng, across=crosses_street(blocked, stage))
    rig = indoor_sun(lit.rig) if stage.kind.indoors and not lit.terrace else lit.rig
    rig, gobo = with_gobo(rig, camera, facts.light, stage, studio=lit.studio)
    rig, camera, moon = with_moon_in_frame(rig, camera, facts.light, stage, shot.width / shot.height,
                                   _column(actors, blocked, camera, hero),
                                   facts.camera.focal_mm is None)  # fmt: skip
    camera, mirror = with_mirror_in_frame(
        camera, facts.light, stage, actors, blocked, shot.width / shot.height
    )
    if crosses_street(blocked, stage):
        blocked, camera, rig = turn_blocking(blocked), turn_camera(camera), turn_rig(rig)
        blocked.notes.append("the camera looks across the street, from one pavement to the other")
    for note in (*stage.notes, dressing, *notes, *blocked.notes, *lit.notes, moon, gobo, mirror):
        if note:
            ledger.assume(note)
    rig = clear_of_frame(rig, camera, shot.width / shot.height)
    kelvin = white_balance(rig)
    if kelvin == NEUTRAL_KELVIN and facts.light.time in GOLDEN_HOURS and not stage.kind.indoors:
        kelvin = GOLDEN_KELVIN
        ledger.assume(f"the camera is balanced for {kelvin:g} K, which turns low sun to gold")
    camera = camera.model_copy(update={"white_balance_k": kelvin})
    if kelvin < NEUTRAL_KELVIN:
        why = "which turns moonlight blue" if kelvin == MOON_KELVIN else "as one is by lamp light"
        ledger.assume(f"the camera is balanced for {kelvin:g} K, {why}")
    _assume_defaults(ledger, facts, camera.move, camera.keys[0].focal_mm)
    plan = ShotPlan(
        title=title_of(facts, stage),
        brief=brief,
        seed=seed,
        format=shot,
        camera=camera,
        set=_set_plan(facts, stage, lit, _set_seed(brief, seed), _front(actors, blocked, stage)),
        cast=tuple(_placed(a, spot, blocked) for a, spot in zip(actors, blocked.spots, strict=True)),
        rig=rig,
        action=tuple(blocked.events),
        readings=ledger.readings(),
        intents=derive(facts, actors, blocked.events, hero, ledger.readings(), pace=shot.pace,
                       outdoors=not stage.kind.indoors),
    )  # fmt: skip
    return plan.model_copy(update={"caption": caption(plan)})


def _column(actors: list[Actor], blocked: Blocked, camera: CameraPlan, hero: int) -> float | None:
    """Where across the last frame the subject stands, 0..1."""
    if not actors:
        return None
    key, at = camera.keys[-1], np.array([blocked.spots[hero].position])
    return float(on_screen(at, np.array(key.position), np.array(key.target), key.focal_mm, 1.0)[0, 0])


def _upright(actor: Actor, facts: Facts) -> Actor:
    """A coin that spins stands on its edge, as high as it is wide."""
    spins = any(m.subject == actor.thing and m.style == "spin" for m in facts.motions)
    if actor.member.kind != "coin" or not spins:
        return actor
    width = max(actor.size)
    return replace(actor, size=(width, width, width))


def _best_take(
    facts: Facts, actors: list[Actor], stage: Stage, shot: Format, hero: int, seed: int
) -> tuple[Blocked, CameraPlan]:
    """Arrange and frame the shot several times, and keep the take with the fewest faults."""
    seconds, aspect = shot.frames / float(parse_rate(shot.fps)), shot.width / shot.height
    free, dark = lanes(facts, actors, stage), is_dark(facts.light)
    best: tuple[float, Blocked, CameraPlan] | None = None
    wanted = wanted_ends(facts.camera, actors)
    said = facts.camera
    free_lens = (
        said.focal_mm is None
        and said.framing in (None, "medium")
        and not stage.small
        and said.angle != "drone"
    )
    for take in range(TAKES):
        rng = np.random.default_rng([seed, 2025, take])
        spots = point(facts, actors, place_cast(actors, facts, stage, rng, free))
        blocked = block(facts, actors, spots, stage, seconds, shot.pace)
        state = rng.bit_generator.state
        faults = np.inf
        for lens in LENSES if free_lens else LENSES[:1]:
            if faults < GOOD:
                break
            rng.bit_generator.state = state
            camera = frame_shot(facts.camera, actors, blocked, stage, aspect, seconds, hero, dark, rng, lens)
            faults = faults_of_take(actors, blocked, camera, aspect, hero, wanted) + 0.3 * (1.0 - lens)
            told = told_things(actors, blocked, hero, said.framing) if said.angle != "drone" else []
            ends = (camera.keys[0], camera.keys[-1])
            faults += 1.5 * untold(told, ends, aspect)
            faults += 0.6 * looseness(told, ends, aspect) if stage.small else 0.0
            if best is None or faults < best[0] - 1e-9:
                best = faults, blocked, camera
        if best is not None and best[0] < 0.04:
            break
    assert best is not None
    blocked = enter_late(best[1], actors, best[2], stage, aspect, seconds, shot.pace)
    return blocked, best[2]


def _aimed(facts: Facts, stage: Stage) -> Facts:
    """Things that get hit stand beyond the middle, in the lane of what hits them."""
    targets = aim_targets(facts)
    things = tuple(replace(t, at=t.at or "lane") if i in targets else t for i, t in enumerate(facts.things))
    return replace(facts, things=things)


def _assume_defaults(ledger: Ledger, facts: Facts, move: str, focal: float) -> None:
    if facts.camera.move is None:
        ledger.assume("no camera move was named: the camera stands still")
    if facts.camera.focal_mm is None:
        ledger.assume(f"the lens was not named: {focal:g} mm")
    if facts.format.seconds is None:
        ledger.assume(f"the length was not said: {SECONDS:g} s unless set otherwise")


def _set_seed(brief: str, seed: int) -> int:
    """The set's own seed, from the words and the seed alone: other briefs see other places."""
    return int(np.random.default_rng([seed, crc32(brief.encode()), SALT]).integers(0, 2**31 - 1))


def _front(actors: list[Actor], blocked: Blocked, stage: Stage) -> str:
    """The side of the street on which the cast needs a shop front of its own; "" for none."""
    if stage.kind.name != "street":
        return ""
    pairs = zip(actors, blocked.spots, strict=True)
    return front_side([(actor.member.kind, spot.position[0]) for actor, spot in pairs])


def _set_plan(facts: Facts, stage: Stage, lit: Lit, seed: int, front: str) -> SetPlan:
    studio = lit.studio
    indoors = stage.kind.name in ("interior", "tabletop")
    sheet = facts.light.sweep or (studio and before_sheet(facts.light))
    swept = stage.kind.name == "tabletop" and sheet and stage.surface is None
    # A sheet of paper has no edge to fall over.
    falls = stage.kind.name == "tabletop" and any(m.off_edge for m in facts.motions)
    dim = facts.light.contrast >= 0.5 or facts.light.overhead
    options = {"light": "studio"} if studio else ({"light": "sun"} if lit.terrace else {})
    if lit.terrace and lit.rig.sun is not None and low_behind(lit.rig.sun):
        options["wall"] = "low"
    if facts.light.season is not None:
        options["season"] = facts.light.season
    if stage.kind.name == "lake" and (facts.water.frozen or facts.water.still or stage.name == "point"):
        options["water"] = "ice" if facts.water.frozen else "still"
    if stage.kind.name == "lake" and blooms(facts):
        options["flowers"] = "many"
    if facts.light.snow and stage.kind.name == "street":
        options["snow"] = "lying"
    if facts.walls and stage.kind.name == "street":
        options["houses"] = facts.walls
    if stage.kind.name == "street" and not front and any(t.at == "wall" for t in facts.things):
        options["wall"] = "bare"
    if front:
        options["front"] = front
        sign = next((t.text for t in facts.things if t.kind == "shop_sign" and t.assumed and t.text), "")
        options |= {"trade": sign} if sign else {}
    if stage.room:
        options["room"] = stage.room
    options |= dict(stage.furnishing)
    if mirrors(facts.light, stage, studio) and not lit.terrace:
        options["window"] = "right"
    return SetPlan(
        kind=stage.kind.name,  # type: ignore[arg-type]
        seed=seed,
        stage=stage.name,
        # A seamless sheet is what things stand on and what is behind them.
        surface=stage.surface or ("paper" if swept else ("oak" if falls else None)),
        surface_colour=stage.surface_colour or (facts.light.backdrop if swept else None),
        backdrop_colour=facts.light.backdrop or (LOW_KEY if studio and dim else None),
        wet=facts.light.wet or (facts.light.rain and not indoors),
        options=options,
    )


def _placed(actor: Actor, spot: Spot, blocked: Blocked) -> CastMember:
    kind = cast_kind(actor.member.kind)
    if actor.lies and kind is not None:
        spot = laid_spot(spot, kind.name, actor.size[1], actor.size[1] / kind.size[2])
    x, y, z = spot.position
    spins = any(
        e.kind == "launch" and e.style == "spin" and e.object == actor.member.id for e in blocked.events
    )
    change = {
        "position": (round(x, 4), round(y, 4), round(z, 4)),
        "yaw_deg": round(spot.yaw_deg, 2),
        # A coin spins on its edge.
        "tilt_deg": 90.0 if spins and actor.member.kind == "coin" else spot.tilt_deg,
        "on": spot.on,
        "fixed": actor.member.fixed or spot.fixed,
    }
    return actor.member.model_copy(update=change)
