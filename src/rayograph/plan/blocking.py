"""Blocking: what happens, where it starts and how fast, so that it takes place inside the shot.

Speeds follow from distance,
gravity and a usual sliding friction; the simulation then decides what really happens.
"""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import in_time
from rayograph.plan.bouncing_hits import block_bounce_into
from rayograph.plan.card_house import HOUSE, fall_in
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.ceiling import HANGING
from rayograph.plan.crossings import block_bounces, block_crossing, block_meeting, block_throw, lane_y
from rayograph.plan.descents import block_descent, way_down
from rayograph.plan.drives import block_drive, drive_lane
from rayograph.plan.facts import Facts
from rayograph.plan.falls import block_drop, block_off_edge, block_spin, block_topple, edge_of_stage
from rayograph.plan.flutters import block_flutter, flutters
from rayograph.plan.fronts import looks_across
from rayograph.plan.glides import AIRBORNE, WAFTED, block_parting, block_rise
from rayograph.plan.hanging import block_hang, hangs
from rayograph.plan.immersions import block_into_water, into_water
from rayograph.plan.lamp_posts import space_posts
from rayograph.plan.members import one_of
from rayograph.plan.open_sun import shadow_tips
from rayograph.plan.scene_action import Blocked, Scene
from rayograph.plan.stage import Stage
from rayograph.plan.styles import PARTING, is_afloat, meets, rolls
from rayograph.plan.swings import block_cradle, block_swing
from rayograph.plan.waterside import block_off_into_lake, over_water

__all__ = ["Blocked", "aim_targets", "block", "lanes"]
CUE = 0.4
"""When the first event starts [s]."""
_LAUNCHED = ("roll", "slide", "hit", "knock over", "throw", "push")
_DEEP = ("near", "away", "afar")


def lanes(facts: Facts, actors: list[Actor], stage: Stage) -> list[tuple[float, float, float]]:
    """Strips of the stage that must stay free for what rolls, slides or drives: (y, half width, target)."""
    strips = []
    for motion in facts.motions:
        mine = [a for a in actors if a.thing == motion.subject]
        if mine and motion.style == "drive":
            strips.append((drive_lane(stage), 1.0, -2.0))
        elif mine and motion.style in _LAUNCHED and not motion.into and motion.heading not in _DEEP:
            strips.append((lane_y(stage), mine[0].radius * 1.15, float(motion.target)))
    return strips


def aim_targets(facts: Facts) -> dict[int, str]:
    """Things that are run into, with the style of what hits them: they are placed in the lane."""
    return {m.target: m.style for m in facts.motions if m.target >= 0 and m.style in (*_LAUNCHED, "swing")}


def _counted_bearers(actors: list[Actor], spots: list[Spot]) -> list[tuple[float, float, float]]:
    """The near ends of a few things that were counted and bear another, as "a stack of two books": to count
    them one must see all of their front."""
    bearing = {spot.on for spot in spots}
    things = {a.thing for a in actors if a.member.id in bearing}
    few = {t for t in things if 1 < sum(a.thing == t for a in actors) <= _FEW}
    points = []
    for actor, spot in zip(actors, spots, strict=True):
        if actor.thing in few:
            (x, y, z), half = spot.position, 0.46 * actor.size[0]
            points += [(x + s * half, y - 0.46 * actor.size[1], z) for s in (-1.0, 1.0)]
    return points


_FEW = 4
"""So many things in a stack are counted by whoever looks."""


def block(
    facts: Facts, actors: list[Actor], spots: list[Spot], stage: Stage, seconds: float, pace: float = 1.0
) -> Blocked:
    """Turn motions into events. Spots of what comes from off-screen move to where it starts.

    seconds: of the shot as it is seen [s]; at a `pace` below 1 the action has that much less time.
    """
    seconds = pace * seconds
    across = looks_across(facts, stage)
    result = Blocked(spots=list(spots), events=[], seen=[], notes=[], across=across)
    if across and any(a.member.kind == "shop_sign" and a.member.words for a in actors):
        # A sign is seen over its shop.
        result.seen += [(x, 7.2, z) for x in (-1.6, 1.6) for z in (0.3, 3.75)]
    if not across and stage.kind.name == "street":
        # Neon is seen with the ground that it shines on.
        lit = [s.position for a, s in zip(actors, spots, strict=True) if a.member.kind == "neon_sign"]
        result.seen += [(x - 2.2 * float(np.sign(x)), y - 1.2, 0.0) for x, y, _ in lit]
    if stage.small:
        result.seen += shadow_tips(
            facts.light, [(s.position, a.size[2]) for a, s in zip(actors, spots, strict=True)]
        )
        result.seen += _counted_bearers(actors, spots)
    if stage.kind.name == "street" and not across:
        space_posts(actors, result.spots)
    result.seen += _under_lamps(facts, actors, spots)
    cue = min(CUE, 0.15 * seconds)
    struck: set[int] = set()
    for motion in facts.motions:
        mine = [i for i, a in enumerate(actors) if a.thing == motion.subject]
        chained = bool(mine) and actors[mine[0]].member.kind == "domino"  # one sets off the rest
        if mine and motion.which and not chained:
            mine = [one_of(motion.which, mine, actors, result.spots)]
        if not mine or (motion.subject in struck and not motion.which):
            if mine:
                result.notes.append("the blow brings about what follows it")
            continue
        aimed = [i for i, a in enumerate(actors) if a.thing == motion.target]
        target = next(iter(aimed), -1)
        if aimed and motion.target_which and actors[target].member.kind != "domino":
            target = one_of(motion.target_which, aimed, actors, result.spots)
        scene = Scene(
            facts=facts,
            actors=actors,
            stage=stage,
            seconds=seconds,
            cue=cue,
            motion=motion,
            mine=mine,
            target=target,
            out=result,
        )
        stood = list(result.spots)
        _block_one(scene)
        _take_along(scene, stood)
        if target >= 0 and motion.style in (*_LAUNCHED, "swing", "drive"):
            struck.add(motion.target)
        moved = {e.object for e in result.events}
        cue = min(cue + (0.25 if len(moved) > 1 else 0.15), 0.5 * seconds)
    result.events = [in_time(event, 1.0 / pace) for event in result.events]
    return result


def _under_lamps(facts: Facts, actors: list[Actor], spots: list[Spot]) -> list[tuple[float, float, float]]:
    """The near corners of the table over which a lamp swings: the one is seen with the other [m]."""
    swung = {m.subject for m in facts.motions if m.style == "swing"}
    tables = {r.target for r in facts.relations if r.kind == "above" and r.subject in swung}
    corners = []
    for actor, spot in zip(actors, spots, strict=True):
        if actor.thing in tables:
            (x, y, z), (wide, deep, high) = spot.position, actor.size
            corners += [(x + s * wide / 2, y - deep / 2, z + 0.7 * high) for s in (-1, 1)]
    return corners


def _take_along(scene: Scene, stood: list[Spot]) -> None:
    """What lies in or on what was moved to where it starts is moved with it."""
    ids = {a.member.id: k for k, a in enumerate(scene.actors)}
    spots = scene.out.spots
    for i, before in enumerate(stood):
        carrier, chain = ids.get(before.on, -1), 0
        while carrier >= 0 and chain < len(stood):
            gone = np.subtract(spots[carrier].position, stood[carrier].position)
            if np.abs(gone).max() > 1e-6 and spots[i].position == before.position:
                x, y, z = (float(v) for v in np.add(before.position, gone))
                spots[i] = spots[i].at(round(x, 4), round(y, 4), round(z, 4))
                break
            carrier, chain = ids.get(stood[carrier].on, -1), chain + 1


def _block_one(scene: Scene) -> None:
    style, motion = scene.motion.style, scene.motion
    if style in ("hit", "knock over", "push"):
        style = "roll" if rolls(scene.first.member.kind) else "slide"
        if scene.target >= 0 and scene.out.spots[scene.target].position[2] > 0.6 * scene.first.size[2]:
            style = "throw"  # What stands on something is out of reach of what rolls
        scene = replace(
            scene, motion=replace(motion, style=style, falls=motion.falls or motion.style == "knock over")
        )
    if style == "sail" and (scene.stage.kind.name != "lake" or not is_afloat(scene.first.member.kind)):
        style = "slide"
        scene = replace(scene, motion=replace(motion, style=style))
    on_host = any(a.member.id == scene.out.spots[scene.mine[0]].on for a in scene.actors)
    edge = (
        motion.off_edge
        and (on_host or (scene.stage.small and style != "topple"))
        and (motion.target < 0 or style == "drop" or on_host)
    )
    host = way_down(scene)
    if style == "topple" and edge_of_stage(scene):
        style = "slide"
        scene, edge = replace(scene, motion=replace(motion, style=style)), True
    if style == "cradle":
        block_cradle(scene)
    elif over_water(scene) or into_water(scene):
        (block_off_into_lake if over_water(scene) else block_into_water)(scene)
    elif motion.down >= 0 and host >= 0:
        block_descent(scene, host)
    elif scene.facts.things[motion.subject].arrangement == HOUSE and style in ("topple", "drop", "slide"):
        fall_in(scene, scene.mine, scene.cue)
    elif style in ("drop", "drape", "slide", "sail") and flutters(scene.first.member.kind, motion.verb):
        block_flutter(scene)
    elif scene.first.member.kind in AIRBORNE and motion.style in WAFTED:
        block_rise(scene)
    elif edge and style in ("drop", "roll", "slide", "topple", "bounce"):
        block_off_edge(scene)
    elif style == "bounce" and scene.target >= 0 and (motion.heading or motion.falls):
        block_bounce_into(scene)
    elif style == "bounce" and motion.heading:
        block_bounces(scene)
    elif style in ("drop", "bounce", "drape"):
        block_drop(scene)
    elif style in ("roll", "slide") and len(scene.mine) > 1 and motion.target < 0 and meets(motion.verb):
        block_meeting(scene)
    elif style in ("roll", "slide") and len(scene.mine) > 1 and motion.verb == PARTING:
        block_parting(scene)
    elif style in ("roll", "slide"):
        block_crossing(scene)
    elif style == "throw":
        block_throw(scene)
    elif style == "spin":
        block_spin(scene)
    elif style == "topple":
        block_topple(scene)
    elif style == "swing" and hangs(scene) and scene.first.member.kind not in HANGING:
        block_hang(scene)
    elif style == "swing":
        block_swing(scene)
    elif style in ("drive", "sail"):
        block_drive(scene)
