"""What falls, is draped, topples, spins, or leaves what carries it over its edge."""

from typing import Literal

import numpy as np

from rayograph.core.plan import Drop, Launch, Topple
from rayograph.plan.blows import knock_over
from rayograph.plan.casting import Actor
from rayograph.plan.crossings import lane_y, yaw_under_way
from rayograph.plan.scene_action import GRAVITY, Scene, Vector, rolling, rounded, scale_of, way_of
from rayograph.plan.styles import rolls
from rayograph.plan.towers import collapse

FLOORS = {"tabletop": -0.75, "interior": -0.42}
"""Height of the floor under the stage where it is a table top [m]."""
_THIN = 0.012
"""What is thinner than this [m] is pushed over an edge: it would spin too fast if it rolled."""
_SEEN_FALL = 4.5
"""A fall is seen for so many times the size of what falls, where no word says on what it lands."""
_GROUND = frozenset("floor floorboards ground tiles parquet carpet rug pavement".split())
_ARMED = ("sofa", "armchair", "chair", "bed", "leather_sofa")
"""What has arms, a back or a head: things leave it over its front."""
_HELD_FALL = 0.65
"""Part of a fall that the frame holds."""
_EDGE_SPEED = 0.42
"""Speed at which something passes over an edge [m/s]."""


def block_drop(scene: Scene) -> None:
    """Something is let go in the air: onto the stage, onto or into its target."""
    below, target, out = 0.0, scene.target, scene.out
    if target >= 0:
        host = scene.actors[target]
        below = host.size[2]
        for i in scene.mine:
            x, y, z = out.spots[target].position
            near = np.zeros(2)
            if len(scene.mine) > 1:
                near = np.clip(scene.place(i) - [x, y], -0.25 * host.radius, 0.25 * host.radius)
            scene.put(i, x + float(near[0]), y + float(near[1]), z, on=host.member.id)
    # So far that the fall is seen, and that what falls is still seen in it.
    least = 0.1 if scene.stage.small else 0.35
    usual = min(scale_of(scene.stage), max(4.0 * max(scene.first.size), least))
    height = usual * (1.25 if scene.motion.style == "bounce" else 1.0)
    # The fall itself may take a quarter of the shot at most.
    height = min(height, 0.5 * GRAVITY * (0.25 * scene.seconds) ** 2)
    if scene.motion.style == "drape":
        height = 0.16 if scene.stage.small else 0.35
    if scene.motion.times > 1 and scene.stage.small:
        tight = scene.facts.camera.framing in ("close-up", "extreme close-up", "medium close-up")
        height = min(
            height, 0.07 if tight else 0.16
        )  # what tumbles would else be out of the frame with its second bounce
    extra = below if scene.motion.into or scene.motion.style == "drape" or target < 0 else 0.0
    # What is let go first is falling as the shot opens: nothing hangs in the air and waits.
    cue = scene.cue if scene.out.events else 0.0
    for rank, i in enumerate(scene.mine):
        tumbling = scene.motion.times > 1 and scene.motion.style == "drop"
        spin = (3.0, 5.0 + rank, 2.0) if tumbling else (0.0, 0.0, 0.0)
        lift = height + extra * 0.5 + (0.4 * scene.actors[i].size[2] * rank if target >= 0 else 0.0)
        at = round(cue + min(0.12 * rank, 0.4 * scene.seconds), 3)
        scene.add(Drop(object=scene.actors[i].member.id, at=at, height=round(lift, 3), spin=spin))
        x, y, z = out.spots[i].position
        if scene.motion.style == "drape":
            scene.see(x, y, z + 0.85 * (lift + below))
            continue
        if target >= 0 and scene.motion.falls and rank == 0:
            knock_over(scene, np.array([1.0, 0.0]), at + float(np.sqrt(2 * lift / GRAVITY)))
        # The frame need not hold where it is let go: it comes in from above, and is seen the larger.
        scene.see_whole(i, x, y, z + _HELD_FALL * lift + (below if target >= 0 else 0.0))
        scene.see_whole(i, x, y, z)


def block_off_edge(scene: Scene) -> None:
    """Something leaves its carrier, or the stage, over the edge, and falls."""
    i = scene.mine[0]
    host = next((k for k, a in enumerate(scene.actors) if a.member.id == scene.out.spots[i].on), -1)
    way = _edge_way(scene)
    _to_the_brink(scene, host, way)
    round_ = rolls(scene.first.member.kind) and scene.motion.style not in ("slide", "topple")
    inner = scene.place(host) if host >= 0 else np.zeros(2)
    size = _extent(scene, host)
    half = 0.5 * (size[0] if abs(way[0]) > 0.5 else size[1])
    side = np.array([-way[1], way[0]])
    for rank, k in enumerate(scene.mine):
        radius = scene.actors[k].radius
        room = min(radius + 0.02 + 0.25 * half, max(half - 0.3 * radius, 0.3 * half))
        thin = round_ and scene.actors[k].size[2] < _THIN
        if thin:
            room = 0.04  # it lies across its way
        if _slender(scene.actors[k]):
            room = 0.45 * min(scene.actors[k].size[:2]) + (0.08 * half if host >= 0 else 0.0)
        lateral = float((scene.place(k) - inner) @ side) if len(scene.mine) > 1 or host >= 0 else 0.0
        other = 0.5 * (size[1] if abs(way[0]) > 0.5 else size[0]) - radius
        lateral = float(np.clip(lateral, -max(other, 0.0), max(other, 0.0)))
        if host < 0:
            lateral = lane_y(scene.stage) if abs(way[0]) > 0.5 else 0.25 * lateral
            side = np.abs(side)
        if len(scene.mine) > 1:
            # Three abreast, row behind row, so that none starts inside another.
            first = float(np.clip(lateral, -max(other - 2.3 * radius, 0.0), max(other - 2.3 * radius, 0.0)))
            lateral = (0.0 if host >= 0 else first) + 2.3 * radius * ((rank + 1) % 3 - 1)
        at = inner + (half - room - 2.2 * radius * (rank // 3)) * way + lateral * side
        carrier = scene.out.spots[k].on if host >= 0 else "stage"
        scene.put(k, float(at[0]), float(at[1]), None if host >= 0 else 0.0, on=carrier)
        if round_:
            scene.out.spots[k] = scene.out.spots[k].facing(
                yaw_under_way(scene.actors[k], way, scene.out.spots[k].yaw_deg)
            )
        rolled = round_ and not thin
        slowing = rolling(scene.actors[k].member.kind, scene.stage) if rolled else scene.rubbing
        over = (0.72 if rolled else 1.0) * _EDGE_SPEED  # what is round would roll out of the frame below
        speed = float(np.sqrt(over**2 + 2 * slowing * (room + (0.0 if thin else 0.35 * radius))))
        _leave(scene, k, way, speed, rolled, rank)
        # It passes over the edge as fast as was meant, slowed down evenly until then.
        scene.point(k, scene.cue + 0.3 * rank + 2 * room / (over + speed), slowing)
    _see_fall(scene, host, inner + half * way, way)


def _see_fall(scene: Scene, host: int, brink: Vector, way: Vector) -> None:
    """The frame holds what goes over the brink where it stands, and where it lands."""
    i = scene.mine[0]
    x, y, z = scene.out.spots[i].position
    drop = scene.actors[host].size[2] if host >= 0 else -FLOORS.get(scene.stage.kind.name, -0.25)
    reach = _EDGE_SPEED * float(np.sqrt(2 * drop / GRAVITY)) + 0.1
    if host >= 0 and z - drop > 0.25:  # Off a pile on a table, and so off the table.
        reach, drop = 0.35, z
    least = _SEEN_FALL * max(scene.actors[i].size)
    if host >= 0 and least < drop and scene.target < 0 and not _lands(scene):
        # What is small would be lost in a frame that holds it all the way down: its leaving is the event.
        reach, drop = reach * least / drop, least
    landing = brink + way * reach
    round_ = rolls(scene.first.member.kind)
    for k in scene.mine[:3]:
        scene.see_whole_at(k, scene.place(k), z)
    for k, actor in enumerate(scene.actors):
        if actor.member.kind in ("rug", "carpet") and host >= 0:
            at = landing + 0.2 * way
            scene.put(k, float(at[0]), float(at[1]), scene.out.spots[k].position[2], on=scene.out.spots[k].on)
    if scene.target >= 0 and host >= 0:
        _meet_below(scene, host, brink, way, drop)
    x, y = landing + (0.2 if round_ else 0.0) * way  # what is round rolls on from there
    scene.see_whole(i, float(x), float(y), z - drop)
    if drop > 0.5:
        scene.see(float(x), float(y) - 0.4, z - drop)  # from so high it may tumble on towards us


def _lands(scene: Scene) -> bool:
    """Whether the words say on what it comes down."""
    if any(a.member.kind in ("rug", "carpet") for a in scene.actors):
        return True
    return any(_GROUND & set(p.phrase.lower().replace(",", " ").split()) for p in scene.facts.places)


def _meet_below(scene: Scene, host: int, brink: Vector, way: Vector, drop: float) -> None:
    """What it falls into stands where it lands; what it comes to rest against, a little farther on."""
    goal, struck, foot = scene.target, scene.actors[scene.target], scene.out.spots[host]
    if struck.thing == scene.actors[host].thing or scene.out.spots[goal].on == scene.first.member.id:
        return
    while below := [k for k, a in enumerate(scene.actors) if a.member.id == foot.on
                    and a.thing == scene.actors[host].thing]:  # fmt: skip
        foot = scene.out.spots[below[0]]  # the foot of a stack
    flight = _EDGE_SPEED * float(np.sqrt(2 * drop / GRAVITY))
    if scene.motion.into:
        far = 0.85 * flight + 0.3 * scene.first.radius
    else:
        far = flight + 2.5 * scene.first.radius + struck.radius
    x, y = brink + far * way
    scene.put(goal, float(x), float(y), foot.position[2], on=foot.on)
    scene.see_whole(goal, float(x), float(y), foot.position[2])


def _to_the_brink(scene: Scene, host: int, way: Vector) -> None:
    """A pile of which something slides off a table stands at the table's edge, so that it falls past it."""
    rugs = any(a.member.kind in ("rug", "carpet") for a in scene.actors)
    ids = {a.member.id: k for k, a in enumerate(scene.actors)}
    stack = [host] if host >= 0 else []
    while stack and scene.out.spots[stack[-1]].on in ids:
        stack.append(ids[scene.out.spots[stack[-1]].on])
    if len(stack) < 2 or not (rugs or scene.motion.off_edge):
        return
    table, pile = stack[-1], stack[:-1]
    axis = 0 if abs(way[0]) > 0.5 else 1
    far = 0.5 * _extent(scene, table)[axis] - 0.5 * _extent(scene, pile[0])[axis] - 0.01
    foot = scene.place(pile[-1])
    shift = way * (far - float((foot - scene.place(table)) @ way))
    for k in [*pile, *scene.mine]:
        x, y = scene.place(k) + shift
        scene.put(k, float(x), float(y), scene.out.spots[k].position[2], on=scene.out.spots[k].on)


def _extent(scene: Scene, host: int) -> tuple[float, float]:
    """Width and depth of what carries it as it stands, or of the stage [m]."""
    if host < 0:
        return 2 * scene.stage.half[0], 2 * scene.stage.half[1]
    w, d = scene.actors[host].size[:2]
    turn = np.deg2rad(scene.out.spots[host].yaw_deg)
    c, s = abs(np.cos(turn)), abs(np.sin(turn))
    # Of a turned rectangle the middle of a side is where things go over.
    return float(min(w / max(c, 1e-6), d / max(s, 1e-6))), float(min(d / max(c, 1e-6), w / max(s, 1e-6)))


def _edge_way(scene: Scene) -> Vector:
    host = next((a for a in scene.actors if a.member.id == scene.out.spots[scene.mine[0]].on), None)
    if host is not None and host.member.kind in _ARMED:
        return way_of("near")
    # Behind its carrier a fall would not be seen: what drives off, goes over the side.
    if scene.motion.which and scene.motion.heading not in ("left", "right") and _blocked(scene):
        return way_of("near")
    return way_of(scene.motion.heading if scene.motion.heading in ("left", "right", "near") else "right")


def _blocked(scene: Scene) -> bool:
    """Whether others of its kind stand to the right of the one that leaves."""
    i = scene.mine[0]
    others = [k for k, a in enumerate(scene.actors) if a.thing == scene.first.thing and k != i]
    gaps = [scene.place(k) - scene.place(i) for k in others]
    heights = [scene.out.spots[k].position[2] - scene.out.spots[i].position[2] for k in others]
    wide = 2.2 * scene.first.radius
    return any(g[0] > 0 and abs(g[1]) < wide and abs(h) < 0.01 for g, h in zip(gaps, heights, strict=True))


def _leave(scene: Scene, k: int, way: Vector, speed: float, round_: bool, rank: int) -> None:
    actor, at = scene.actors[k], round(scene.cue + 0.3 * rank, 3)
    if _slender(actor) and scene.motion.style == "topple":
        scene.add(Topple(object=actor.member.id, at=at, direction=rounded(way[0], way[1], 0.0)))
        return
    if _slender(actor):
        # What is tall tips over the edge before it has slid there: the push is as strong as that takes.
        foot, heart = 0.5 * min(actor.size[:2]), 0.5 * actor.size[2]
        speed = 1.5 * float(np.sqrt(2 * GRAVITY * (np.hypot(foot, heart) - heart) + 0.1))
    style: Literal["roll", "slide"] = "roll" if round_ else "slide"
    velocity = rounded(way[0] * speed, way[1] * speed, 0.0)
    scene.add(Launch(object=actor.member.id, style=style, at=at, velocity=velocity))
    for held, spot in zip(scene.actors, scene.out.spots, strict=True):
        if spot.on == actor.member.id:  # What it holds goes as fast, or it would hold it back.
            scene.add(Launch(object=held.member.id, style="slide", at=at, velocity=velocity))


def edge_of_stage(scene: Scene) -> bool:
    """Whether one thing that stands on a table is knocked or tips off it, not only over."""
    alone = len(scene.mine) == 1 and scene.out.spots[scene.mine[0]].on == "stage"
    return scene.motion.off_edge and scene.stage.small and alone and scene.target < 0


def _slender(actor: Actor) -> bool:
    return actor.size[2] > 1.2 * min(actor.size[:2])


def block_topple(scene: Scene) -> None:
    """Something tips over; of a row of dominoes the end one, of a tower the top."""
    way, mine, out = way_of(scene.motion.heading), scene.mine, scene.out
    if scene.first.member.kind == "domino":
        # A chain needs one push, at its end; one that goes down along the view stands along it.
        if abs(way[1]) > 0.5:
            _turn_row(scene)
        for i in mine:
            scene.see_whole_at(i, scene.place(i), out.spots[i].position[2])
        last = max(mine, key=lambda i: float(scene.place(i) @ way))
        ahead = scene.place(last) + 1.2 * scene.first.size[2] * way
        scene.see(ahead[0], ahead[1], out.spots[last].position[2])
        mine = [min(mine, key=lambda i: float(scene.place(i) @ way))]
        way = _to_next(scene, mine[0], way)
    top = max(mine, key=lambda i: out.spots[i].position[2])
    stacked = (
        len({out.spots[i].on for i in mine}) > 1 or np.ptp([out.spots[i].position[2] for i in mine]) > 0.01
    )
    chosen = [top] if stacked else mine
    if stacked:
        collapse(scene, mine, way, scene.cue)
        return
    lean = 0.0 if scene.first.member.kind == "domino" or abs(way[1]) > 0.5 else -0.35
    for rank, i in enumerate(chosen):
        way = _away_from_others(scene, i) if scene.motion.which and scene.motion.heading == "" else way
        laden = any(spot.on == scene.actors[i].member.id for spot in out.spots)
        # What spills comes towards us, where it is seen.
        direction = rounded(way[0], way[1] + (2.9 if laden else 1.0) * lean, 0.0)
        scene.add(
            Topple(
                object=scene.actors[i].member.id, at=round(scene.cue + 0.15 * rank, 3), direction=direction
            )
        )
        x, y, z = out.spots[i].position
        if scene.first.member.kind != "domino":
            tall = scene.actors[i].size[2] * 0.9
            scene.see(x + way[0] * tall, y + min(way[1] * tall, 0.3), z)
        _see_spill(scene, i, np.array(direction[:2]))


def _to_next(scene: Scene, i: int, way: Vector) -> Vector:
    """The way from the first domino to the one next to it, which in a curve is not that of the whole."""
    gaps = [scene.place(k) - scene.place(i) for k in scene.mine if k != i]
    if not gaps:
        return way
    gap = min(gaps, key=lambda g: float(np.linalg.norm(g)))
    return np.asarray(gap / max(float(np.linalg.norm(gap)), 1e-6))


def _away_from_others(scene: Scene, i: int) -> Vector:
    """Where one of several falls clear of the others: out of the end of their row, else towards us."""
    others = [k for k, a in enumerate(scene.actors) if a.thing == scene.actors[i].thing and k != i]
    left = any(scene.place(k)[0] < scene.place(i)[0] for k in others)
    right = any(scene.place(k)[0] > scene.place(i)[0] for k in others)
    if left and right:
        return np.array([0.2, -0.98])
    return way_of("left" if right else "right")


def _see_spill(scene: Scene, i: int, way: Vector) -> None:
    """The frame holds where what it holds rolls to."""
    name = scene.actors[i].member.id
    held = [scene.actors[k].size for k, spot in enumerate(scene.out.spots) if spot.on == name]
    if not held:
        return
    size, (x, y, z) = scene.actors[i].size, scene.out.spots[i].position
    # It tips over its edge, lies as long as it was tall, and what was in it rolls on some widths.
    largest = max(max(s) for s in held)
    rolls_on = 2.2 if largest < 0.35 * size[2] else 1.1  # marbles roll farther than apples
    far = max(size[:2]) / 2 + size[2] + max(4.0 * largest, rolls_on * size[2])
    unit = way / np.linalg.norm(way)
    scene.see_whole(i, x, y, z)
    side = np.array([-unit[1], unit[0]])
    for off in (-0.5, 0.5):
        end = far * unit + off * size[1] * side
        scene.see(x + end[0], y + end[1], z)


def _turn_row(scene: Scene) -> None:
    """A row across the frame becomes one along the view."""
    centre = np.mean([scene.place(i) for i in scene.mine], axis=0)
    for i in scene.mine:
        dx, dy = scene.place(i) - centre
        spot = scene.out.spots[i]
        scene.out.spots[i] = spot.at(float(centre[0] - dy), float(centre[1] + dx)).facing(spot.yaw_deg + 90.0)


def block_spin(scene: Scene) -> None:
    """Something turns on the spot; a coin on its edge, so fast that it stays up for a while."""
    for rank, i in enumerate(scene.mine):
        name, coin = scene.actors[i].member.id, scene.actors[i].member.kind == "coin"
        turn = (38.0 + 3.0 * (rank % 3) if coin else 9.0) * scene.motion.slow
        scene.add(
            Launch(
                object=name, style="spin", at=0.0, velocity=(0.0, 0.0, 0.0), spin=(0.0, 0.0, round(turn, 2))
            )
        )
