"""What drives or sails: across the frame, towards the camera or away, or into what stands in the way."""

from dataclasses import replace

import numpy as np

from rayograph.plan.scene_action import Scene
from rayograph.plan.stage import Stage
from rayograph.plan.stops import Row, block_stop, write_path
from rayograph.plan.styles import is_vehicle, meets

_LANE_X = 1.3
"""How far off the middle of the street a car drives [m]."""


def drive_lane(stage: Stage) -> float:
    """Depth at which vehicles cross the frame [m]: in a street the far lane, for the room."""
    if stage.kind.name == "street":
        return 1.75
    return 0.2 * stage.half[1]


def block_drive(scene: Scene) -> None:
    """A vehicle or a boat passes; towards its target it runs into it."""
    speed = _usual_speed(scene) * scene.motion.slow
    deep = scene.motion.heading in ("near", "away") or (
        scene.motion.heading == "afar" and scene.stage.kind.name == "street"
    )
    if len(scene.mine) > 1 and scene.target < 0 and meets(scene.motion.verb):
        _meet(scene, speed)
        return
    if scene.motion.stops and scene.motion.style == "drive" and scene.stage.kind.name == "street":
        block_stop(scene, speed, deep)
        return
    if scene.target >= 0 and scene.actors[scene.target].thing != scene.motion.subject:
        _shunt(scene, speed)
        return
    for rank, i in enumerate(scene.mine):
        if deep:
            _deep(scene, i, rank, speed)
        else:
            _across(scene, i, rank, speed)


def _usual_speed(scene: Scene) -> float:
    kind = scene.first.member.kind
    if scene.motion.style == "sail":
        return 1.3
    return {"bicycle": 4.0, "bus": 6.0, "tram": 5.5}.get(kind, 7.0)


def _across(scene: Scene, i: int, rank: int, speed: float) -> None:
    sail = scene.motion.style == "sail"
    sign = -1.0 if scene.motion.heading == "left" else 1.0
    length = scene.actors[i].size[1]
    x, y, z = scene.out.spots[i].position
    y = y if sail else drive_lane(scene.stage)
    run = speed * scene.seconds
    if not sail and scene.facts.camera.move != "follow":
        # Not so fast that a still frame is empty at both ends.
        run = max(min(run, 2.7 * length), (3.2 if length > 2.5 else 1.5) * scene.seconds)
    # It passes the middle of the frame at mid shot.
    start = -sign * run / 2 - sign * rank * length * 1.6
    drift = 0.06 * run if sail else 0.0
    rows = [
        (float(t), start + sign * run * t / scene.seconds, y + drift * (t / scene.seconds - 0.5), z)
        for t in np.linspace(0.0, scene.seconds, 5)
    ]
    write_path(scene, i, rows)
    mid = start + sign * run / 2
    if sail:
        scene.see(start - 0.5 * sign * length, y, z)
        scene.see(start + sign * (run + 0.5 * length), y, z)
    scene.see(mid - 0.6 * length, y, 0.0)
    scene.see(mid + 0.6 * length, y, scene.actors[i].size[2])


def _deep(scene: Scene, i: int, rank: int, speed: float) -> None:
    """Along the line of sight, in its own lane, never into the camera."""
    length, size = scene.actors[i].size[1], scene.actors[i].size
    x, _, z = scene.out.spots[i].position
    near = scene.motion.heading == "near"
    if scene.stage.kind.name == "street":
        # Several take both lanes by turns: one behind the other they would hide each other.
        x = (-_LANE_X if near else _LANE_X) * (1 if rank % 2 == 0 else -1)
    most = 34.0 if scene.facts.camera.move == "follow" else (17.0 if near else 12.0)
    run = min(speed * scene.seconds, most)
    close = -1.0 + 0.5 * length + rank * (0.7 if len(scene.mine) == 2 else 0.95) * length
    far = close + run
    a, b = (far, close) if near else (close, far)
    parts = np.linspace(0.0, 1.0, 5)
    rows = [(float(t * scene.seconds), x, a + (b - a) * float(t), z) for t in parts]
    write_path(scene, i, rows)
    scene.see(x - size[0] / 2, close, 0.0)
    scene.see(x + size[0] / 2, close, size[2])


def _shunt(scene: Scene, speed: float) -> None:
    """It runs into what stands in its lane, pushes it a little and stops."""
    i, k = scene.mine[0], scene.target
    sign = -1.0 if scene.motion.heading == "left" else 1.0
    lane, stage = drive_lane(scene.stage), scene.stage
    length = scene.actors[i].size[1]
    struck = scene.actors[k]
    vehicle = is_vehicle(struck.member.kind) or scene.motion.style == "sail"
    half = 0.5 * struck.size[1] if vehicle else 0.5 * struck.size[0]
    group = scene.of_target()
    where = 0.25 * sign * length if vehicle else 0.0
    moved = np.array([where, lane]) - scene.place(k)
    for g in group if not vehicle else [k]:
        x, y = scene.place(g) + moved
        scene.put(g, float(x), float(y), scene.out.spots[g].position[2], on=scene.out.spots[g].on)
    if vehicle:
        scene.out.spots[k] = replace(scene.out.spots[k].facing(90.0 * sign), fixed=False)
    contact = where - sign * (half + length / 2)
    arrive = 0.5 * scene.seconds
    speed = min(speed, 6.0)
    through = not vehicle
    z = scene.out.spots[i].position[2]
    rows: list[Row] = [
        (0.0, contact - sign * speed * arrive, lane, z),
        (0.5 * arrive, contact - 0.5 * sign * speed * arrive, lane, z),
    ]
    rows.append((arrive, contact, lane, z))
    if through:
        rows.append((scene.seconds, contact + sign * speed * (scene.seconds - arrive), lane, z))
    else:
        rows += [
            (arrive + 0.3, contact + 0.8 * sign, lane, z),
            (arrive + 0.6, contact + 0.95 * sign, lane, z),
        ]
        rows.append((max(scene.seconds, arrive + 0.7), contact + 0.97 * sign, lane, z))
    write_path(scene, i, rows)
    scene.see(contact - 0.5 * sign * length, lane, 0.0)
    scene.see(where + sign * (half + 0.8), lane, max(struck.size[2], 0.6 * scene.actors[i].size[2]))
    if stage.kind.name == "street":
        scene.out.notes.append(f"{struck.member.id} stands in the lane, where it is hit")


def _meet(scene: Scene, speed: float) -> None:
    """Two of a kind run into each other and stop nose to nose."""
    lane = (
        drive_lane(scene.stage)
        if scene.motion.style != "sail"
        else scene.out.spots[scene.mine[0]].position[1]
    )
    arrive = 0.5 * scene.seconds
    speed = min(speed, 5.0)
    for rank, i in enumerate(scene.mine[:2]):
        sign = 1.0 if rank == 0 else -1.0
        length, z = scene.actors[i].size[1], scene.out.spots[i].position[2]
        touch = -sign * 0.5 * length
        rows = [
            (0.0, touch - sign * speed * arrive, lane, z),
            (0.5 * arrive, touch - 0.5 * sign * speed * arrive, lane, z),
            (arrive, touch, lane, z),
            (arrive + 0.25, touch - 0.16 * sign, lane, z),
            (max(scene.seconds, arrive + 0.8), touch - 0.24 * sign, lane, z),
        ]
        write_path(scene, i, rows)
        scene.see(touch - 0.5 * sign * length, lane, scene.actors[i].size[2])
