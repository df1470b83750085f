"""What cooked food is shaped and coloured with: lumps, browning, crumb and glaze."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import trim
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import turned
from rayograph.world.noise import fbm3
from rayograph.world.scene import Material

Line = list[tuple[float, float]] | np.ndarray


def rgb(hexed: str) -> Float[np.ndarray, "3"]:
    """Linear ACEScg of "#rrggbb"."""
    return np.array(from_hex(hexed))


def tinted(mesh: Mesh, colour: np.ndarray) -> Mesh:
    """The mesh painted in a colour, or a colour for each vertex."""
    return replace(mesh, colour=np.clip(np.broadcast_to(colour, mesh.vertices.shape), 0.003, 0.95))


def lumpy(mesh: Mesh, height: float, scale: float, seed: int) -> Mesh:
    """The mesh pushed out and in along its normals by noise of `height` [m]; `scale` is lumps per metre."""
    assert mesh.normals is not None
    bump = fbm3(mesh.vertices * scale, octaves=4, seed=seed)
    return replace(mesh, vertices=mesh.vertices + mesh.normals * (height * bump)[:, None])


def disc(line: Line, segments: int = 160, radius: float = 0.004) -> Mesh:
    """A turned body whose corners are rounded by `radius` [m]."""
    return turned(rounded(list(map(tuple, np.asarray(line))), radius, steps=10), segments)


def crumb(member: CastMember, roughness: float = 0.6) -> Material:
    """Baked dough, matt; painted by vertices."""
    return replace(trim(member, "bread_crust", wear=0.1), roughness=roughness, bump=None)


def moist(member: CastMember, colour: str, roughness: float = 0.25) -> Material:
    """What is wet or glazed."""
    return replace(trim(member, "wax", colour), roughness=roughness, bump=None, clearcoat=0.4)
