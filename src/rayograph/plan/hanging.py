"""What hangs still: on a cord from a branch, a hook, a stand, or from above the frame."""

from dataclasses import replace

from rayograph.core.plan import Swing
from rayograph.plan.scene_action import Scene
from rayograph.plan.turned import HANGS

_ARMS = {
    "tree": (0.27, 0.33), "coat_stand": (0.52, 0.90), "lamp_post": (0.1, 0.62), "lamp": (0.3, 0.9),
    "traffic_light": (0.1, 0.6), "parasol": (0.3, 0.75), "tent": (0.0, 0.9), "dome_tent": (0.0, 0.9),
    "cabin": (0.45, 0.55),
    "arm_post": (0.77, 0.857),
}  # fmt: skip
"""Kinds with arms to hang things on → how far out, in half widths, and how high, in heights."""
CORD_M = 0.35
"""Length of the cord from a branch or a hook [m]."""
_SWING_DEG = 24.0
_STIR_DEG = 2.5
"""What hangs still stirs a little [deg]."""


def hangs(scene: Scene) -> bool:
    """Whether a motion only says that something hangs, or it swings from what it hangs from."""
    return scene.motion.verb == HANGS or bool(_hosts(scene))


def _hosts(scene: Scene) -> set[int]:
    return {
        r.target for r in scene.facts.relations if r.subject == scene.motion.subject and r.kind == "hanging"
    }


def block_hang(scene: Scene) -> None:
    """Hang the members of a thing side by side, each on its own cord."""
    stage, out = scene.stage, scene.out
    hosts = _hosts(scene)
    swing = _STIR_DEG if scene.motion.verb == HANGS else _SWING_DEG
    host = next((i for i, a in enumerate(scene.actors) if a.thing in hosts), -1)
    for rank, i in enumerate(scene.mine):
        bob = scene.actors[i]
        gap = (rank - (len(scene.mine) - 1) / 2) * 2.4 * bob.radius
        cord = CORD_M if not stage.small else 0.6 + 0.1 * rank
        x, y, _ = out.spots[i].position
        z = 0.16 if stage.small else 1.15
        if host >= 0:
            arm, high = _ARMS.get(scene.actors[host].member.kind, (0.0, 1.0))
            size, base = scene.actors[host].size, out.spots[host].position
            side = 1.0 if x >= base[0] or scene.actors[host].member.kind == "arm_post" else -1.0
            if scene.actors[host].member.kind == "arm_post":
                out.spots[host] = out.spots[host].facing(0.0)
            x, y = base[0] + side * arm * size[0] / 2 + gap, base[1] - 0.12 * arm * size[1]
            cord = min(CORD_M if swing == _STIR_DEG else 3.0 * CORD_M, 0.2 * size[2])
            if scene.actors[host].member.kind == "arm_post":
                cord = 0.12
            z = max(base[2] + high * size[2] - cord - bob.size[2], base[2] + 0.02)
        else:
            x += gap
            cord = 2.0
        pivot = (round(x, 4), round(y, 4), round(z + bob.size[2] + cord, 4))
        out.spots[i] = replace(out.spots[i].at(pivot[0], pivot[1], round(z, 4)), on="stage")
        scene.add(Swing(object=bob.member.id, at=0.0, pivot=pivot, angle_deg=swing * (1 - 2 * (rank % 2))))
        scene.see(x, y, z)
        if host >= 0 and scene.actors[host].member.kind == "arm_post":
            scene.see(out.spots[host].position[0], y, pivot[2] + 0.15)  # the post that it hangs from
        scene.see(x, y, z + bob.size[2] + min(cord, 0.5 * bob.size[2]))
