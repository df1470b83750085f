"""What swings: on a cord into its target, from a bough, from the ceiling, or as the balls of a cradle."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import Swing
from rayograph.plan.blows import knock_over
from rayograph.plan.ceiling import HANGING, SWING_DEG
from rayograph.plan.scene_action import GRAVITY, Scene, scale_of
from rayograph.plan.turned import HANGS


def _clearance(scene: Scene) -> float:
    """Height [m] above what the bob swings over."""
    over = {
        r.target for r in scene.facts.relations if r.subject == scene.motion.subject and r.kind == "above"
    }
    tops = [
        s.position[2] + 1.15 * a.size[2]
        for s, a in zip(scene.out.spots, scene.actors, strict=True)
        if a.thing in over
    ]
    return max(tops, default=-0.05) + 0.05


def _below(scene: Scene) -> int:
    """The middle one of the things that the bob swings over, or -1."""
    over = {
        r.target for r in scene.facts.relations if r.subject == scene.motion.subject and r.kind == "above"
    }
    under = [i for i, a in enumerate(scene.actors) if a.thing in over]
    middle = sum(scene.out.spots[i].position[0] for i in under) / max(len(under), 1)
    return min(under, key=lambda i: abs(scene.out.spots[i].position[0] - middle), default=-1)


def _block_rope_swing(scene: Scene) -> None:
    """It hangs where it is and swings across its bough."""
    i = scene.mine[0]
    spot, bob = scene.out.spots[i], scene.actors[i]
    x, y, z = spot.position
    pivot = (round(x, 4), round(y, 4), round(z + bob.size[2] + 0.04, 4))
    scene.out.spots[i] = replace(spot, fixed=False)
    scene.add(
        Swing(object=bob.member.id, at=0.0, pivot=pivot, angle_deg=round(24.0 * scene.motion.slow, 1),
              axis_deg=round(spot.yaw_deg + 90.0, 2))
    )  # fmt: skip


def _swing_lamp(scene: Scene) -> None:
    """A lamp swings from the ceiling where it hangs, lit all the while."""
    for i in scene.mine if scene.motion.verb != HANGS else []:
        x, y, z = scene.out.spots[i].position
        top = round(z + scene.actors[i].size[2] + 0.06, 4)
        scene.out.spots[i] = scene.out.spots[i].at(x, y, round(z, 4))
        scene.add(
            Swing(
                object=scene.actors[i].member.id,
                at=0.0,
                pivot=(x, y, top),
                angle_deg=-SWING_DEG,
                axis_deg=0.0,
            )
        )
        scene.see(x - 0.4, y, z)
        scene.see(x + 0.4, y, z)


def block_swing(scene: Scene) -> None:
    """Something swings on a cord, into its target if it has one."""
    if scene.first.member.kind in HANGING and scene.stage.kind.name == "interior":
        _swing_lamp(scene)
        return
    stage, out, target = scene.stage, scene.out, scene.target
    if scene.first.member.kind == "rope_swing" and out.spots[scene.mine[0]].fixed:
        _block_rope_swing(scene)
        return
    cord = 1.7 * scale_of(stage) if stage.small else 1.6
    sign = -1.0 if scene.motion.heading == "left" else 1.0
    deep = {"near": -1.0, "away": 1.0, "afar": 1.0}.get(scene.motion.heading, 0.0)
    for rank, i in enumerate(scene.mine):
        bob = scene.actors[i]
        x, y, _ = out.spots[i].position
        z = max(0.012 if stage.small else 0.05, _clearance(scene))
        if target >= 0 and scene.actors[target].size[2] < 0.9 * cord:
            tx, ty, _ = out.spots[target].position
            # It meets the tower just after the lowest point, in the upper half of what stands there.
            tops = [out.spots[k].position[2] + scene.actors[k].size[2] for k in scene.of_target()]
            # Hung clear of it: what is set down within touch of a tower is set down on top of it.
            x, y = tx - sign * (scene.actors[target].radius + bob.radius + 0.025), ty
            z = max(z, min(0.55 * max(tops) - 0.5 * bob.size[2], 0.6 * cord))
        host = _below(scene)
        if host >= 0:
            x, y = out.spots[host].position[:2]
        pivot = (round(x + rank * 2.1 * bob.radius, 4), round(y, 4), round(z + bob.size[2] + cord, 4))
        carrier = scene.actors[host].member.id if host >= 0 else "stage"
        out.spots[i] = replace(out.spots[i].at(pivot[0], pivot[1], round(z, 4)), on=carrier)
        if target >= 0 and rank == 0:
            # A quarter of its period after it is let go it is at its lowest.
            quarter = 0.5 * np.pi * float(np.sqrt((cord + 0.5 * bob.size[2]) / GRAVITY)) * 1.05
            knock_over(scene, np.array([sign, 0.0]), quarter)
            scene.point(i, quarter)
        angle, axis = (-48.0 * deep, 90.0) if deep else (-48.0 * sign, 0.0)
        scene.add(Swing(object=bob.member.id, at=0.0, pivot=pivot, angle_deg=angle, axis_deg=axis))
        high = (1.0 - np.cos(np.deg2rad(48.0))) * cord
        # What comes in to hit something may come from out of frame.
        part = 0.74 if target < 0 else 0.4
        scene.see_whole(i, x - sign * part * cord, y, z + (high if target < 0 else 0.1 * cord))
        scene.see(x + sign * 0.2 * cord, y, z + bob.size[2])


def block_cradle(scene: Scene) -> None:
    """The balls of a cradle hang touching in a row; the first is drawn aside and let go of.

    What it does to the others is left to the simulation's law of impact.
    """
    host = scene.target
    # Seen square on, or nearly: from aside the balls would hide each other.
    yaw = float(np.clip((scene.out.spots[host].yaw_deg + 90.0) % 180.0 - 90.0, -9.0, 9.0))
    scene.out.spots[host] = scene.out.spots[host].facing(round(yaw, 2))
    base, turn = scene.out.spots[host], np.deg2rad(yaw)
    row, foot = np.array([np.cos(turn), np.sin(turn)]), base.position[2]
    wide = min(scene.first.size[:2]) * 1.0008
    first = -1.0 if scene.motion.heading != "left" else 1.0
    for rank, i in enumerate(scene.mine):
        k = rank - (len(scene.mine) - 1) / 2
        x, y = scene.place(host) + k * wide * row
        top = foot + CRADLE_TOP
        out = first * k == (len(scene.mine) - 1) / 2
        scene.out.spots[i] = replace(
            scene.out.spots[i].facing(base.yaw_deg), on=scene.actors[host].member.id,
            position=(round(float(x), 5), round(float(y), 5), round(foot + CRADLE_FOOT, 5)),
        )  # fmt: skip
        scene.add(
            Swing(object=scene.actors[i].member.id, at=0.0,
                  pivot=(round(float(x), 5), round(float(y), 5), round(top, 4)),
                  angle_deg=first * CRADLE_DEG if out else 0.0, axis_deg=round(yaw, 2))
        )  # fmt: skip
    size = scene.actors[host].size
    for side in (-0.75, 0.75):
        x, y = scene.place(host) + side * size[0] * row
        scene.see(float(x), float(y), foot)
        scene.see(float(x), float(y), foot + size[2])


CRADLE_TOP, CRADLE_FOOT, CRADLE_DEG = 0.165, 0.018, 42.0
"""Height of what the balls hang from and of the base below them [m], and how far one is drawn aside [deg]."""
