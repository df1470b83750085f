"""A square of cloth as the grid that the simulator moves."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.noise import fbm2
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import grid_faces

ROWS = COLUMNS = 41


def cloth(member: CastMember, rng: np.random.Generator) -> Prop:
    """A cloth spread flat in the XY plane, row-major from -X-Y, with the memory of old creases.

    One sheet of triangles facing +Z: the renderer shades both of its sides, the simulator gives it thickness.
    """
    side = 0.60 * float(rng.uniform(0.96, 1.04))
    line = np.linspace(-side / 2, side / 2, COLUMNS)
    x, y = np.meshgrid(line, line)
    crumple = fbm2(x * 9, y * 9, octaves=3, seed=int(rng.integers(1 << 20)))
    z = 0.005 + 0.005 * np.clip(crumple / np.abs(crumple).max(), -1, 1)
    z -= z.min()
    slope_y, slope_x = np.gradient(z, line, line)
    normals = np.stack([-slope_x, -slope_y, np.ones_like(z)], axis=2).reshape(-1, 3)
    mesh = Mesh(
        vertices=np.stack([x, y, z], axis=2).reshape(-1, 3),
        faces=grid_faces(COLUMNS, ROWS),
        normals=normals / np.linalg.norm(normals, axis=1, keepdims=True),
        uv=np.stack([x.ravel() + side / 2, y.ravel() + side / 2], axis=1),
    )
    top = float(z.max())
    return Prop(
        parts=(Part(mesh=mesh, material=finish.body(member, rng)),),
        colliders=(solids.box((side, side, top), (0, 0, top / 2)),),
        mass=0.16 * side * side / 0.36,
        friction=0.5,
        restitution=0.0,
        cloth=(ROWS, COLUMNS),
    )


DRAPERY: dict[str, Generator] = {"cloth": cloth}
