"""The lake's surface: wind waves by wavelength band, each as geometry, bump or roughness as distance allows.

Near the camera the waves are displaced, so that crests hide troughs as they do on a real lake; ripples finer
than the mesh are a bump tile; waves that no mesh row can hold any more become microfacet roughness of equal
mean square slope. Slopes after Cox and Munk, "Measurement of the Roughness of the Sea Surface from
Photographs of the Sun's Glitter", JOSA 1954, for winds below 2 m/s. Gusts make rough and calm patches.
"""

import functools
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Float32
from scipy.ndimage import map_coordinates

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.terrain import Landscape, shore_distance
from rayograph.world.shapes import grid_faces

RIPPLE_TILE = 5.3
"""Edge of the bump tile of the finest ripples [m]."""
_RIPPLE_SLOPE = 0.030
_BANDS = (
    (0.14, 0.35, 6.1, 0.036),
    (0.35, 0.9, 13.7, 0.032),
    (0.9, 2.2, 33.1, 0.024),
    (2.2, 7.0, 87.0, 0.012),
)
"""Shortest and longest wave [m], edge of its periodic tile [m], rms slope at unit wind."""
_FINE = 24.0
"""Within this distance of the focus the surface carries the bump tile [m]."""
_REACH = 2600.0
_MACRO = 18.0
"""Scale [m] of the roughness map, which is fine around the focus and coarse far away."""
CALM = 0.12
"""With less wind than this the lake is a mirror."""
_WATERS = (("#0f2c2f", "#24585a"), ("#0c2121", "#2b4a41"), ("#154042", "#3d8283"), ("#10283a", "#2a5a66"))
"""A lake's own colour where it is deep and over its shelf: peaty, clear, or milky from glaciers."""


@dataclass(frozen=True, kw_only=True)
class Lattice:
    """Points of a polar mesh around `focus`, with the size of its cells along the radius [m]."""

    x: Float[np.ndarray, "n"]
    y: Float[np.ndarray, "n"]
    away: Float[np.ndarray, "n"]
    cell: Float[np.ndarray, "n"]
    faces: np.ndarray


@functools.cache
def _spectrum(
    seed: int, pixels: int, tile: float, short: float, long: float, slope: float
) -> Float32[np.ndarray, "n n"]:
    """Heights [m] of a periodic field of waves between `short` and `long` [m] that mostly run along +Y."""
    rng = np.random.default_rng([seed, int(1000 * short)])
    k = np.fft.fftfreq(pixels, 1 / pixels)
    kx, ky = np.meshgrid(k, k)
    length = tile / np.maximum(np.hypot(kx, ky), 1e-6)
    aim = np.cos(np.arctan2(ky, kx) - np.pi / 2 - 0.45) ** 4 + 0.16
    band = (length > short) & (length < long)
    power = np.sqrt(aim) * np.where(band, length**1.9, 0)
    field = np.fft.ifft2(power * np.exp(2j * np.pi * rng.random((pixels, pixels)))).real
    steep = np.hypot(*np.gradient(field, tile / pixels))
    field = field * (slope / np.sqrt((steep**2).mean()))
    return np.asarray(field, np.float32)


def gusts(land: Landscape, x: np.ndarray, y: np.ndarray) -> Float[np.ndarray, "n"]:
    """Wind on the water, as a factor on slopes: cat's paws that lie across the wind, calm under the banks."""
    broad = fbm2(x / 160, y / 75, octaves=3, seed=land.seed + 61)
    paws = fbm2(x / 26 + broad, y / 9, octaves=3, seed=land.seed + 62)
    lee = smoothstep(-1.0, -14.0, shore_distance(land, x, y))
    blow = 0.30 + 0.95 * smoothstep(-0.32, 0.42, broad + 0.55 * paws)
    return np.asarray(land.wind * blow * (0.35 + 0.65 * lee))


def _resolved(cell: np.ndarray, short: float, long: float) -> np.ndarray:
    """Share of a band's slope that a mesh of this cell size can carry."""
    return smoothstep(0.62, 0.30, cell / np.sqrt(short * long))


def radii(rows: int) -> Float[np.ndarray, "n"]:
    """Radii [m] of the mesh rows, the first at the focus: fine to `_FINE`, then ever coarser."""
    log = np.linspace(np.log(0.8), np.log(_REACH), 400)
    dense = 1 - 0.88 * smoothstep(np.log(0.7 * _FINE), np.log(500), log)
    total = np.concatenate([[0], np.cumsum(dense[1:])])
    return np.concatenate([[1e-3], np.exp(np.interp(np.linspace(0, 1, rows), total / total[-1], log))])


def lattice(focus: tuple[float, float], turn: np.ndarray, radius: np.ndarray, rows: slice) -> Lattice:
    """The rows `rows` of the polar mesh."""
    away, around = np.meshgrid(radius[rows], turn, indexing="ij")
    cell = np.broadcast_to(np.gradient(radius)[rows, None], away.shape)
    x, y = focus[0] + away * np.cos(around), focus[1] + away * np.sin(around)
    faces = grid_faces(len(turn), len(radius[rows]))[:, ::-1]
    return Lattice(x=x.ravel(), y=y.ravel(), away=away.ravel(), cell=cell.ravel(), faces=faces)


def only_water(land: Landscape, at: Lattice) -> Lattice:
    """The lattice without its faces on land."""
    shore = shore_distance(land, at.x, at.y)
    reach = np.maximum(3.0, 0.12 * at.away)
    faces = at.faces[(shore[at.faces] < reach[at.faces]).any(1)]
    used = np.unique(faces)
    order = np.zeros(len(at.x), int)
    order[used] = np.arange(len(used))
    return Lattice(x=at.x[used], y=at.y[used], away=at.away[used], cell=at.cell[used], faces=order[faces])


def _displaced(
    land: Landscape, at: Lattice, pixels: int
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n 3"]]:
    """Height [m] and unit normals of all waves that the mesh can hold."""
    blow = gusts(land, at.x, at.y)
    total = np.zeros((3, len(at.x)), np.float32)
    for k, (short, long, tile, slope) in enumerate(_BANDS):
        field = _spectrum(land.seed, pixels, tile, short, long, slope)
        along_y, along_x = np.gradient(np.pad(field, 1, mode="wrap"), tile / pixels)
        layers = (field, along_x[1:-1, 1:-1], along_y[1:-1, 1:-1])
        share = blow * _resolved(at.cell, short, long)
        live = np.flatnonzero(share > 1e-3)
        turn = 0.31 * k  # tiles of different angle and size never line up
        cos, sin = np.cos(turn), np.sin(turn)
        place = np.stack([cos * at.y[live] - sin * at.x[live], cos * at.x[live] + sin * at.y[live]])
        place = place * (pixels / tile)
        height, slope_u, slope_v = (
            share[live] * map_coordinates(layer, place, order=1, mode="grid-wrap") for layer in layers
        )
        total[:, live] += np.stack([height, cos * slope_u - sin * slope_v, sin * slope_u + cos * slope_v])
    normals = np.stack([-total[1], -total[2], np.ones(len(at.x), np.float32)], 1)
    return total[0], normals / np.linalg.norm(normals, axis=1, keepdims=True)


def _macro_uv(focus: tuple[float, float], x: np.ndarray, y: np.ndarray) -> Float[np.ndarray, "n 2"]:
    """Coordinates 0..1 of the roughness map: even near the focus, logarithmic far from it."""
    scale = 2 * np.arcsinh(_REACH / _MACRO)
    return np.stack(
        [0.5 + np.arcsinh((v - f) / _MACRO) / scale for v, f in zip((x, y), focus, strict=True)], 1
    )


def _roughness(
    land: Landscape, focus: tuple[float, float], radius: np.ndarray, pixels: int
) -> Float[np.ndarray, "h w"]:
    """Disney roughness of the waves that the mesh leaves out, over `_macro_uv`; row 0 is v = 1."""
    axis = np.sinh((2 * (np.arange(pixels) + 0.5) / pixels - 1) * np.arcsinh(_REACH / _MACRO)) * _MACRO
    x, y = (grid.ravel() for grid in np.meshgrid(axis, axis[::-1]))
    cell = np.interp(np.hypot(x, y), radius, np.gradient(radius))
    left = np.full(len(x), _RIPPLE_SLOPE**2)
    for short, long, _, slope in _BANDS:
        left += slope**2 * (1 - _resolved(cell, short, long) ** 2)
    variance = left * gusts(land, focus[0] + x, focus[1] + y) ** 2
    # alpha² of a GGX surface is its mean square slope; Disney's roughness is the root of alpha.
    rough = np.clip(variance**0.25, 0.10 if land.wind > CALM else 0.035, 0.4)
    return np.asarray(rough.reshape(pixels, pixels), np.float32)


def _body(land: Landscape, at: Lattice) -> Float[np.ndarray, "n 3"]:
    """What light the water itself gives back: its own colour, paler over the shelf; the bed at the shore."""
    shore = shore_distance(land, at.x, at.y) + 3 * fbm2(at.x / 14, at.y / 14, octaves=3, seed=land.seed + 67)
    deep, pale = (np.array(from_hex(code)) for code in _WATERS[land.seed % len(_WATERS)])
    colour = deep
    for tone, out, full in ((pale, -30.0, -5.0), (np.array(from_hex("#4a4833")), -4.5, 0.2)):
        share = smoothstep(out, full, shore)[:, None]
        colour = colour * (1 - share) + tone * share
    # Under a mirror the water itself is dark: nothing stirs it up, and the eye looks at what it reflects.
    return np.asarray(colour * (1.0 if land.wind > CALM else 0.4))


def build_water(
    land: Landscape, focus: tuple[float, float], turn: Float[np.ndarray, "n"], *, rows: int, pixels: int
) -> list[Part]:
    """The lake as two sheets, one fine around `focus` and one that reaches to the shores.

    Args:
        turn: azimuths of the mesh columns [rad]. rows: of mesh rows in all. pixels: edge of the wave tiles.
    """
    radius = radii(rows)
    seam = int(np.searchsorted(radius, _FINE))
    ripples = _spectrum(land.seed, 2 * pixels, RIPPLE_TILE, 0.03, 0.16, _RIPPLE_SLOPE * land.wind)
    near = Material(
        name="lake_water", roughness=0.11 if land.wind > CALM else 0.035, specular=0.25, bump=ripples
    )
    far = Material(
        name="lake_water",
        specular=0.25,
        roughness=_roughness(land, focus, radius, 384 if rows > 200 else 192),
    )
    parts = []
    for reach, look in ((slice(0, seam + 1), near), (slice(seam, None), far)):
        at = only_water(land, lattice(focus, turn, radius, reach))
        if not len(at.faces):
            continue
        height, normals = _displaced(land, at, pixels)
        if look is near:
            drift = [fbm2(at.x / 21 + s, at.y / 21 - s, octaves=2, seed=land.seed + 65 + s) for s in (0, 1)]
            uv = np.stack([at.x, at.y], 1) / RIPPLE_TILE + 0.9 * np.stack(drift, 1)
        else:
            uv = _macro_uv(focus, at.x, at.y)
        vertices = np.stack([at.x, at.y, land.site.water + height], 1)
        mesh = Mesh(vertices=vertices, faces=at.faces, normals=normals, uv=uv, colour=_body(land, at))
        parts.append(Part(mesh=mesh, material=look))
    return parts
