"""The lake's surface: dark, smooth, rippled by a bump tile whose repeats never line up."""

import functools

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.terrain import WATER, Landscape, shore_distance
from rayograph.world.shapes import grid_faces

TILE = 23.0
"""Edge of the ripple tile [m]."""
_REACH = 2600.0


@functools.cache
def _ripples(seed: int, pixels: int) -> Float[np.ndarray, "n n"]:
    """Heights [m] of a periodic wind-rippled surface: waves of 0.25 to 8 m, mostly along +Y."""
    rng = np.random.default_rng([seed, 17])
    k = np.fft.fftfreq(pixels, 1 / pixels)
    kx, ky = np.meshgrid(k, k)
    number = np.hypot(kx, ky)
    length = TILE / np.maximum(number, 1e-6)
    aim = np.abs(np.cos(np.arctan2(ky, kx) - np.pi / 2 - 0.35)) ** 2 + 0.18
    power = aim * np.where((length > 0.22) & (length < 9), length**1.55 * np.exp(-((0.4 / length) ** 2)), 0)
    field = np.fft.ifft2(power * np.exp(2j * np.pi * rng.random((pixels, pixels)))).real
    slope = np.hypot(*np.gradient(field, TILE / pixels))
    return np.asarray(field * (0.020 / np.sqrt((slope**2).mean())), np.float32)


def build_water(land: Landscape, focus: tuple[float, float], *, cells: int, pixels: int) -> Part:
    """The lake as a sheet that is fine around `focus` and reaches to its shores."""
    axis = _REACH * np.sinh(5.5 * np.linspace(-1, 1, cells)) / np.sinh(5.5)
    x, y = (grid.ravel() for grid in np.meshgrid(focus[0] + axis, focus[1] + axis))
    shore = shore_distance(land, x, y)
    faces = grid_faces(cells, cells)
    reach = np.maximum(6.0, 0.12 * np.hypot(x - focus[0], y - focus[1]))
    faces = faces[(shore[faces] < reach[faces]).any(1)]
    used = np.unique(faces)
    order = np.zeros(len(x), int)
    order[used] = np.arange(len(used))
    x, y, shore, faces = x[used], y[used], shore[used], order[faces]
    uv = np.stack([x / TILE, y / TILE], 1)
    drift = [fbm2(x / 70 + s, y / 70 - s, octaves=2, seed=land.seed + 61 + s) for s in (0, 1)]
    uv = uv + 0.55 * np.stack(drift, 1)
    shallow = smoothstep(-4.5, 0.2, shore)[:, None]
    colour = np.array(from_hex("#16282b")) * (1 - shallow) + np.array(from_hex("#4a4a38")) * shallow
    mesh = Mesh(
        vertices=np.stack([x, y, np.full(len(x), WATER)], 1), faces=faces,
        normals=np.tile([0.0, 0.0, 1.0], (len(x), 1)), uv=uv, colour=colour,
    )  # fmt: skip
    look = Material(name="lake_water", roughness=0.035, specular=0.25, bump=_ripples(land.seed, pixels))
    return Part(mesh=mesh, material=look)
