"""What rolls, slides, flies or bounces over the stage: where it starts, how fast, and what it runs into."""

from dataclasses import replace
from typing import Literal

import numpy as np

from rayograph.core.plan import Launch
from rayograph.plan.blows import first_struck, knock_over
from rayograph.plan.broadside import half, half_of_target, lay_across
from rayograph.plan.carrying import BOTTOMS
from rayograph.plan.casting import Actor
from rayograph.plan.glides import block_glide, glides
from rayograph.plan.racks import is_rack, scatter
from rayograph.plan.scene_action import GRAVITY, Scene, Vector, rolling, rounded, scale_of, stride, way_of
from rayograph.plan.stage import Stage
from rayograph.plan.styles import WHEELED, rolls

Style = Literal["roll", "slide"]
WHEELS = 2.1
"""Deceleration of what runs on small wheels [m/s²], measured."""
PAVEMENT = 4.0
"""What stands farther than this from the middle of a street [m] stands on its pavement."""
_AT_REST = 0.35
"""What is to come to rest against something arrives at this part of the speed of a blow."""
LANE = -0.12
"""Depth of the lane in which things cross the stage, as a part of its half depth."""


def lane_y(stage: Stage) -> float:
    """Depth of the lane in which things cross the stage [m]."""
    return LANE * stage.half[1]


def block_crossing(scene: Scene) -> None:
    """Something rolls or slides over the stage, into its target if it has one."""
    kind = scene.first.member.kind
    style: Style = "roll" if rolls(kind) and scene.motion.style != "slide" else "slide"
    way = _way(scene)
    deep = abs(way[1]) > 0.5
    lay_across(scene, way)
    goal = _goal(scene, way)
    start = _start(scene, way, goal)
    distance = float((goal - start) @ way)
    aimed = scene.target >= 0
    if aimed:
        distance -= half_of_target(scene, way) + half(scene.first, way)
    distance = max(distance, 0.05)
    slowing = scene.rubbing
    if style == "roll":
        slowing = rolling(kind, scene.stage)
    elif kind in WHEELED:
        slowing = WHEELS
    speed = _speed(slowing, distance, _last_speed(scene), scene) * scene.motion.slow
    # What rolls, or runs into something, is under way as the shot opens; what is pushed stands first.
    cue = 0.0 if style == "roll" or aimed else scene.cue
    side = np.array([-way[1], way[0]])
    if style == "slide" and not scene.motion.falls and len(scene.mine) == 1 and glides(scene.first):
        block_glide(scene, scene.mine[0], start, start + distance * way)
        return
    for rank, i in enumerate(scene.mine):
        apart = ((rank + 1) // 2) * (1 if rank % 2 else -1) * 2.3 * scene.actors[i].radius
        at = start + apart * side - (rank % 3) * 0.5 * scene.actors[i].radius * way
        at = _beside_others(scene, i, at, side)
        scene.put(i, float(at[0]), float(at[1]), scene.ground(at))
        scene.out.spots[i] = scene.out.spots[i].facing(
            yaw_under_way(scene.actors[i], way, scene.out.spots[i].yaw_deg)
        )
        vary = 1.0 - 0.12 * (rank % 4)
        scene.add(
            Launch(
                object=scene.actors[i].member.id,
                style=style,
                at=round(cue, 3),
                velocity=rounded(way[0] * speed * vary, way[1] * speed * vary, 0.0),
            )
        )
    blow = _duration(slowing, distance, speed)
    for i in scene.mine:
        scene.point(i, cue + (blow if aimed else 0.4 * blow), slowing)
    if is_rack(scene):
        scatter(scene, first_struck(scene, way), way, cue + blow)
    elif aimed and scene.motion.falls:
        knock_over(scene, way, cue + blow)
    _see_crossing(scene, start, goal, deep)


def _beside_others(scene: Scene, i: int, at: np.ndarray, side: np.ndarray) -> np.ndarray:
    """The start nearest to `at`, sideways, that nothing has which also sets off."""
    under_way = {event.object for event in scene.out.events}
    others = [
        (np.array(spot.position[:2]), 1.2 * (actor.radius + scene.actors[i].radius))
        for actor, spot in zip(scene.actors, scene.out.spots, strict=True)
        if actor.member.id in under_way and actor is not scene.actors[i]
    ]
    step = scene.actors[i].radius
    for k in range(12):
        trial = at + ((k + 1) // 2) * (1 if k % 2 else -1) * step * side
        if all(np.linalg.norm(trial - place) >= gap for place, gap in others):
            return trial
    return at


def block_meeting(scene: Scene) -> None:
    """Several of a kind come from both sides and run into each other in the middle."""
    y, stage = lane_y(scene.stage), scene.stage
    for rank, i in enumerate(scene.mine):
        sign = 1.0 if rank % 2 == 0 else -1.0
        radius = scene.actors[i].radius
        start = min(0.62 * stage.half[0], 0.6 * stride(scene)) + (rank // 2) * 2.4 * radius
        style: Style = "roll" if rolls(scene.actors[i].member.kind) else "slide"
        slowing = rolling(scene.actors[i].member.kind, stage) if style == "roll" else scene.rubbing
        speed = float(np.sqrt((0.9 if stage.small else 2.5) ** 2 + 2 * slowing * start))
        scene.put(i, -sign * start, y, 0.0)
        yaw = yaw_under_way(scene.actors[i], np.array([sign, 0.0]), scene.out.spots[i].yaw_deg)
        scene.out.spots[i] = scene.out.spots[i].facing(yaw)
        velocity = rounded(sign * speed, 0.0, 0.0)
        scene.add(Launch(object=scene.actors[i].member.id, style=style, at=0.0, velocity=velocity))
        scene.see_whole(i, -sign * start, y, 0.0)


def _goal(scene: Scene, way: Vector) -> Vector:
    if scene.target >= 0:
        deep = scene.actors[scene.target].size[1]
        # What is small against it meets the side of it that we see, and is not hidden behind it.
        near = 0.28 * deep if abs(way[0]) > 0.5 and deep > 4.0 * scene.first.radius else 0.0
        return scene.place(first_struck(scene, way)) - [0.0, near]
    beside = _end_beside(scene)
    if beside >= 0 and abs(way[1]) > 0.5:
        thing = scene.actors[beside]
        return scene.place(beside) - (half(thing, way) + scene.first.radius) * way
    deep = abs(way[1]) > 0.5
    if deep:
        x = _free_x(scene)
        reach = min(0.8 * scene.stage.half[1], 0.8 * stride(scene))
        return np.array([x, way[1] * (reach if way[1] > 0 or scene.stage.small else 0.9 * reach)])
    if beside >= 0:
        # It comes to rest before what it is to lie beside, which stands just behind the lane.
        x, back = scene.place(beside)[0], scene.actors[beside].size[1] / 2 + scene.first.radius
        shift = lane_y(scene.stage) + 1.1 * back - scene.place(beside)[1]
        for i in [k for k, a in enumerate(scene.actors) if a.thing == scene.actors[beside].thing]:
            at = scene.out.spots[i]
            scene.put(i, at.position[0], at.position[1] + shift, at.position[2], on=at.on)
        return np.array([x, lane_y(scene.stage)])
    return np.array([way[0] * 0.45 * stride(scene), lane_y(scene.stage)])


def _end_beside(scene: Scene) -> int:
    """What it is to come to rest beside, or -1."""
    return next((i for i, a in enumerate(scene.actors) if scene.facts.things[a.thing].at == "goal"), -1)


def _way(scene: Scene) -> Vector:
    """The way of a crossing; what runs into something far off goes slantwise, so that it does not hide it."""
    end = scene.target if scene.target >= 0 else _end_beside(scene)
    ends = end >= 0
    if scene.target >= 0 and len(scene.of_target()) == 1 and _in_row(scene):
        # Of a row along the way only the first would be hit: it comes slantwise from before it.
        return np.array([0.28, 0.96])
    if ends and scene.out.across:
        # From the side where the set's own tables do not stand.
        return way_of(scene.motion.heading if scene.motion.heading in ("left", "right") else "left")
    if ends and scene.stage.kind.name == "street" and abs(scene.place(end)[0]) > PAVEMENT:
        return way_of("near")  # along the pavement, not out of the houses
    if not ends or scene.motion.heading not in ("afar", "away"):
        return way_of(scene.motion.heading)
    if scene.stage.kind.name == "street":
        scene.out.along = True  # seen from the side, the blow is plain
        return way_of("right")
    end_width = max(scene.actors[end].size[:2])
    # What is much wider than what comes is not hidden by it, and takes it square.
    return np.array([0.1, 0.995]) if end_width > 2.5 * scene.first.radius * 2 else np.array([0.6, 0.8])


def _in_row(scene: Scene) -> bool:
    """Whether the one that is to be hit has others of its row before it, as seen by what comes."""
    row = np.array([scene.place(i) for i, a in enumerate(scene.actors) if a.thing == scene.motion.target])
    ahead = (row[:, 0] - scene.place(scene.target)[0]) * (-1 if scene.motion.heading == "left" else 1)
    return bool((ahead < -1e-3).any() and np.ptp(row[:, 0]) > np.ptp(row[:, 1]))


def _free_x(scene: Scene) -> float:
    """Where a lane towards the camera is clear of what else stands there."""
    radius = max(scene.actors[i].radius for i in scene.mine)
    others = [k for k in range(len(scene.actors)) if k not in scene.mine]
    half = scene.stage.half[0]
    wanted = scene.place(scene.mine[0])[0]

    def cost(x: float) -> float:
        gaps = [abs(scene.place(k)[0] - x) - scene.actors[k].radius - radius for k in others]
        blocked = max(0.0, 0.02 * half - float(min(gaps, default=1.0)))
        return float(4.0 * blocked + 0.2 * abs(x) + 0.05 * abs(x - wanted))

    return float(min(np.linspace(-0.6 * half, 0.6 * half, 25), key=cost))


def _start(scene: Scene, way: Vector, goal: Vector) -> Vector:
    reach = np.array(scene.stage.half) * (0.93 if scene.stage.small else 0.95) - scene.first.radius
    edge = -way * np.maximum(reach, 0.0)
    if scene.target >= 0 or abs(way[1]) <= 0.5 or _end_beside(scene) >= 0:
        run = stride(scene) + (half_of_target(scene, way) if scene.target >= 0 else 0.0)
        start = goal - run * way
        limit = np.abs(reach) if scene.stage.small else np.full(2, np.inf)
        return np.clip(start, -limit, limit)
    if abs(way[1]) > 0.5:
        near = edge[1] if scene.stage.small or way[1] < 0 else max(edge[1], -1.6)
        far = 0.8 * stride(scene)  # foreshortened, it may be the longer
        return np.array([goal[0], float(np.clip(near, -far, far))])
    return np.array([goal[0] - way[0] * min(stride(scene), abs(goal[0] - edge[0])), goal[1]])


def _last_speed(scene: Scene) -> float:
    """Speed that it should still have at its goal [m/s]: enough to bring down what it is to knock over."""
    if scene.target < 0:
        return 0.0
    small = scene.stage.small
    if not scene.motion.falls and scene.motion.style in ("roll", "slide"):
        # Over a short way things are the slower, as a film of something small would show them.
        short = min(1.0, float(np.sqrt(stride(scene) / (0.6 if small else 2.4))))
        return (0.7 if small else 1.6) * short * (_AT_REST if scene.motion.stops else 1.0)
    stacked = scene.facts.things[scene.motion.target].arrangement in ("stack", "pile")
    if scene.stage.kind.name == "interior" and not small:
        return 2.4 if stacked else 1.8
    return (1.9 if stacked else 1.3) if small else (4.5 if stacked else 3.0)


def _speed(slowing: float, distance: float, last: float, scene: Scene) -> float:
    """Speed [m/s] at which a crossing fits the shot, `slowing` down [m/s²]: v² = w² + 2ad."""
    strikes = last > 0
    seconds = scene.seconds
    time = float(np.clip(0.4 * seconds, 0.45, 1.6))
    if not strikes:
        # It comes to rest at its goal, unless it would not get there within the shot.
        rest = float(np.sqrt(2 * slowing * distance))
        return max(
            rest,
            distance / (0.75 * seconds) + 0.4 * slowing * seconds
            if 2 * distance > 0.8 * seconds * rest
            else 0,
        )
    plain = max(distance / time, 0.5 if scene.stage.small else 1.2)
    if scene.motion.stops:
        plain = min(plain, distance / (0.6 * seconds))
    wanted = max(plain, last) if slowing <= WHEELS else last
    return float(np.sqrt(wanted**2 + 2 * slowing * distance))


def _duration(slowing: float, distance: float, speed: float) -> float:
    """Time until a crossing has come so far [s]."""
    root = max(speed * speed - 2 * slowing * distance, 0.01)
    return float((speed - np.sqrt(root)) / slowing)


def yaw_under_way(actor: Actor, way: Vector, usual: float) -> float:
    """Barrels and logs roll across their axis; what has wheels rolls along its length."""
    kind, deep = actor.member.kind, abs(way[1]) > 0.5
    if kind in ("toy_car", "skateboard", "shopping_trolley", "wheelbarrow", "car", "van", "bicycle"):
        return float(np.degrees(np.arctan2(way[1], way[0])) + 90.0)
    if kind in ("log", "pencil", "carrot", "candle"):
        return 0.0 if deep else 90.0
    if kind == "tyre":
        return 0.0 if deep else 90.0  # its axle lies along X
    if kind == "coin":
        return 90.0 if deep else 0.0
    return usual if kind in ("ball", "marble", "apple", "orange", "lemon", "tomato") else 0.0


_MET = 0.55
"""Part of its way after which what comes in is in the frame."""


def _see_crossing(scene: Scene, start: Vector, goal: Vector, deep: bool) -> None:
    first = scene.mine[0]
    # What comes in to hit something is out of frame at first: the frame belongs to what it hits.
    comes_in = scene.stage.small and scene.target >= 0 and len(scene.mine) == 1 and bool(scene.motion.heading)
    for i in scene.mine:
        x, y, z = scene.out.spots[i].position
        if comes_in:
            x, y = (_MET * (goal - start) + start).tolist()
        scene.see_whole(i, x, y, z)
    if scene.target >= 0 and scene.actors[scene.target].member.kind == "domino":
        row = np.array([scene.out.spots[i].position for i in scene.of_target()])
        last = row[int((row[:, :2] @ (goal - start)).argmax())]
        way = (goal - start) / max(float(np.linalg.norm(goal - start)), 1e-6)
        tall = 2.2 * scene.actors[scene.target].size[2]
        scene.see(float(last[0] + tall * way[0]), float(last[1] + tall * way[1]), float(last[2]))
    if scene.target >= 0:
        past = 0.25 if scene.stage.kind.indoors else 0.1
        x, y = (1 + past) * goal - past * start
        scene.see(x, y, 0.0)
    elif deep:
        scene.see_whole_at(first, np.array([goal[0], goal[1] if goal[1] > start[1] else 0.3 * goal[1]]), 0.0)
    else:
        scene.see_whole_at(first, goal + 0.1 * (goal - start), 0.0)


def block_throw(scene: Scene) -> None:
    """Something flies in on a parabola, to its target or to the middle of the stage."""
    way, scale = way_of(scene.motion.heading), scale_of(scene.stage)
    aimed = scene.target >= 0
    into = aimed and scene.motion.into and scene.actors[scene.target].member.kind in BOTTOMS
    into = into and len(scene.of_target()) == 1  # into a pile it flies to knock it down
    goal = scene.place(scene.target) if aimed else _landing(scene, way)
    # It is in the air as the shot opens, and in the frame: nothing hangs and waits for its cue.
    tumbles = scene.stage.small and not aimed
    reach = max(scene.first.size)
    back = float(np.clip(4.5 * reach, 0.09, 0.28)) if tumbles else min(1.6 * scale, 0.9 * stride(scene))
    if aimed and scene.motion.falls:
        back = max(back, 0.4)
    start = goal - back * way
    height = float(np.clip(3.0 * reach, 0.05, 0.45 * scale)) if tumbles else min(0.6 * scale, 5.0 * reach)
    aim_z = 0.0
    if aimed:
        size = scene.actors[scene.target].size
        aim_z = scene.out.spots[scene.target].position[2] + (
            size[2] + 1.3 * scene.first.radius if into else 0.55 * size[2]
        )
        height = max(height, 1.1 * aim_z) if not into else height
    time = 0.4 if scene.stage.small else float(np.clip(0.18 * scene.seconds, 0.35, 0.75))
    if aimed:
        time = max(min(time, back / 2.0), 0.15)  # no slower than a throw is
    if tumbles:
        time = 1.75 * float(np.sqrt(2 * height / GRAVITY))
    time = 1.4 * time if into else time
    side = np.array([-way[1], way[0]])
    for rank, i in enumerate(scene.mine):
        apart = ((rank + 1) // 2) * (1 if rank % 2 else -1) * 3.4 * scene.actors[i].radius
        at = start + apart * side
        scene.put(i, float(at[0]), float(at[1]), scene.ground(at))
        scene.see_whole(i, float(at[0]), float(at[1]), height)
        flat = (goal - start) / time * (1.0 - 0.07 * (rank % 3))
        up = (aim_z - height) / time + 0.5 * GRAVITY * time
        axis = np.array([-way[1], way[0]])
        scene.add(
            Launch(
                object=scene.actors[i].member.id,
                style="throw",
                at=0.0,
                velocity=rounded(flat[0], flat[1], up),
                spin=rounded((9.0 + rank) * axis[0], (9.0 + rank) * axis[1], 3.0 - 5.0 * rank),
                height=round(height, 3),
            )
        )
        scene.point(i, time)
    if aimed and scene.motion.falls and not into:
        knock_over(scene, way, time)
    x, y = 0.6 * goal + 0.4 * start
    scene.see_whole(scene.mine[0], x, y, max(height, aim_z) + 0.02 * scale)
    # It tumbles on from where it lands; what has hit something falls down short of it or just behind.
    x, y = goal + (0.4 * back if tumbles else 0.5 * (back if not into else 0.0)) * way
    base = scene.out.spots[scene.target].position[2] if aimed else 0.0
    astray = 2.5 * reach if tumbles else 0.0
    for off in (-astray, astray):
        scene.see_whole(scene.mine[0], x + off * side[0], y + off * side[1], base)


def _landing(scene: Scene, way: Vector) -> Vector:
    beside = _end_beside(scene)
    if beside >= 0:
        # Short of what it is to lie beside, and before it, since it tumbles on from where it lands.
        tumble = float(np.clip(2.5 * max(scene.first.size), 0.035, 0.24))
        short = scene.actors[beside].radius + (tumble if scene.stage.small else 0.8)
        near = np.array([0.0, -scene.actors[beside].radius - 1.5 * scene.first.radius])
        return scene.place(beside) - short * way + near
    if abs(way[1]) > 0.5:
        return np.array([_free_x(scene), (0.15 if way[1] > 0 else -0.05) * scene.stage.half[1]])
    return np.array([0.05 * way[0] * scene.stage.half[0], lane_y(scene.stage)])


def block_bounces(scene: Scene) -> None:
    """Something bounces along: it comes in above the ground, fast enough to cross while it rebounds."""
    way, scale = way_of(scene.motion.heading), scale_of(scene.stage)
    deep = abs(way[1]) > 0.5
    goal = _goal(replace(scene, target=-1), way)
    start = _start(scene, way, goal)
    height = min(0.75 * scale, 6.0 * scene.first.size[2])
    speed = float((goal - start) @ way) / float(np.clip(0.6 * scene.seconds, 0.9, 2.4)) * scene.motion.slow
    for rank, i in enumerate(scene.mine):
        at = start + np.array([-way[1], way[0]]) * rank * 2.3 * scene.actors[i].radius
        scene.put(i, float(at[0]), float(at[1]), scene.ground(at))
        scene.add(
            Launch(
                object=scene.actors[i].member.id,
                style="throw",
                at=0.0,
                velocity=rounded(way[0] * speed, way[1] * speed, 0.0),
                height=round(height * (1.0 + 0.2 * rank), 3),
                spin=rounded(-2.0 * way[1], 2.0 * way[0], 0.0),
            )
        )
        scene.point(i, 0.5 * scene.seconds)  # It is on its way all the while.
    scene.see_whole_at(scene.mine[0], start if not deep else 0.6 * start + 0.4 * goal, height)
    scene.see_whole_at(scene.mine[0], 0.35 * start + 0.65 * goal if deep else goal, 0.0)
