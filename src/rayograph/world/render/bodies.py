"""Rigid movers in scenes of their own, which every ray enters by the pose at its own time.

Nothing is rebuilt from frame to frame, and motion blur is continuous. Each body costs one more look into a
small structure per ray, so only the few with most faces are kept so (`MOST`); others share `stage`'s moving
scene, which is rebuilt at instants.
"""

from dataclasses import dataclass

import drjit as dr
import mitsuba as mi
import numpy as np
from jaxtyping import Float
from scipy.spatial.transform import Rotation

from rayograph.world.render.rays import held_rows

MOST = 3
"""Bodies that a stage may have."""
STEPS = 8
"""Straight pieces that a body's way through the shutter is made of."""


@dataclass(kw_only=True)  # not frozen: Dr.Jit rebuilds it when it replays a recorded launch
class Body:
    """scene: the body at rest. track: `STEPS` + 1 rows from the shutter's opening to its closing, each a
    quaternion (x, y, z, w), a position [m] and a zero."""

    scene: mi.Scene
    track: mi.Float


@dataclass(kw_only=True)
class Pose:
    """Body to world, one per lane."""

    turn: mi.Matrix3f
    shift: mi.Vector3f


def track(poses: Float[np.ndarray, "n 4 4"]) -> mi.Float:
    """Device rows of `Body.track` from poses evenly through the shutter."""
    turns = Rotation.from_matrix(poses[:, :3, :3]).as_quat()
    for k in range(1, len(turns)):
        if turns[k] @ turns[k - 1] < 0:
            turns[k] = -turns[k]
    return held_rows(np.concatenate([turns, poses[:, :3, 3], np.zeros((len(poses), 1))], axis=1))


def posed(bodies: list[Body], time: mi.Float) -> list[Pose]:
    """Where the bodies stand at `time`, 0..1 through the shutter, per lane."""
    found = []
    low = dr.minimum(mi.UInt32(time * STEPS), STEPS - 1)
    part = time * STEPS - mi.Float(low)
    for body in bodies:
        rows = [dr.gather(mi.Vector4f, body.track, 2 * low + k) for k in range(4)]
        turn = dr.normalize(dr.lerp(rows[0], rows[2], part))
        place = dr.lerp(rows[1], rows[3], part)
        matrix = dr.quat_to_matrix(mi.Matrix3f, mi.Quaternion4f(turn.x, turn.y, turn.z, turn.w))
        found.append(Pose(turn=matrix, shift=mi.Vector3f(place.x, place.y, place.z)))
    return found


def entered(pose: Pose, ray: mi.Ray3f) -> mi.Ray3f:
    """A ray as the body sees it."""
    back = pose.turn.T
    inside = mi.Ray3f(ray)
    inside.o = mi.Point3f(back @ (mi.Vector3f(ray.o) - pose.shift))
    inside.d = back @ ray.d
    return inside


def left(pose: Pose, si: mi.SurfaceInteraction3f, mask: mi.Bool) -> mi.SurfaceInteraction3f:
    """A surface point of the body brought into the world where `mask` holds."""
    si.p = dr.select(mask, mi.Point3f(pose.turn @ mi.Vector3f(si.p) + pose.shift), si.p)
    si.n = dr.select(mask, mi.Normal3f(pose.turn @ mi.Vector3f(si.n)), si.n)
    for name in ("s", "t", "n"):
        old = mi.Vector3f(getattr(si.sh_frame, name))
        setattr(si.sh_frame, name, dr.select(mask, pose.turn @ old, old))
    for name in ("dp_du", "dp_dv", "dn_du", "dn_dv"):
        old = getattr(si, name)
        setattr(si, name, dr.select(mask, pose.turn @ old, old))
    return si
