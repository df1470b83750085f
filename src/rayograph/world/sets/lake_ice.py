"""The lake frozen over: dark ice with cracks, dusted by blown snow."""

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.lake_water import Lattice, lattice, only_water, radii
from rayograph.world.sets.terrain import Landscape, shore_distance

_ICE = ("#5b7f8e", "#86a5b0")
_SNOW = from_hex("#e4eaf0")


def _cracks(land: Landscape, at: Lattice) -> Float[np.ndarray, "n"]:
    """Pressure cracks, 0..1: zero lines of broad noise, each fading in and out; fine ones only near by."""
    total = np.zeros(len(at.x))
    for k, (scale, width, reach) in enumerate(((19.0, 0.02, 400.0), (7.0, 0.022, 70.0), (2.6, 0.02, 20.0))):
        line = fbm2(at.x / scale, at.y / scale, octaves=3, seed=land.seed + 131 + k)
        there = smoothstep(
            -0.1, 0.2, fbm2(at.x / (2 * scale), at.y / (2 * scale), octaves=2, seed=land.seed + k)
        )
        wide = width + 0.4 * at.cell / scale
        total = np.maximum(total, np.exp(-((line / wide) ** 2)) * there * (width / wide) * (at.away < reach))
    return total


def build_ice(
    land: Landscape, focus: tuple[float, float], turn: Float[np.ndarray, "n"], *, rows: int, pixels: int
) -> list[Part]:
    """The frozen lake as one flat sheet, coloured by vertex; the arguments are those of `build_water`."""
    at = only_water(land, lattice(focus, turn, radii(rows), slice(None)))
    drift = fbm2(at.x / 9, at.y / 31, octaves=4, seed=land.seed + 121)
    fine = fbm2(at.x / 1.3, at.y / 2.2, octaves=3, seed=land.seed + 122)
    tone = smoothstep(-0.3, 0.3, fbm2(at.x / 13, at.y / 13, octaves=3, seed=land.seed + 123))[:, None]
    deep, pale = (np.array(from_hex(code)) for code in _ICE)
    ice = deep * (1 - tone) + pale * tone
    white = np.maximum(0.92 * smoothstep(-0.16, 0.12, drift + 0.22 * fine), 0.9 * _cracks(land, at))
    white = np.maximum(white, smoothstep(-2.2, -0.2, shore_distance(land, at.x, at.y) + fine))[:, None]
    colour = ice * (1 - white) + np.array(_SNOW) * white
    flat = np.stack([at.x, at.y, np.full(len(at.x), land.site.water)], 1)
    normals = np.tile([0.0, 0.0, 1.0], (len(at.x), 1))
    mesh = Mesh(vertices=flat, faces=at.faces, normals=normals, colour=colour)
    return [Part(mesh=mesh, material=Material(name="lake_ice", roughness=0.42, specular=0.35))]
