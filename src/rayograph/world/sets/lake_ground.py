"""The lake set's land as one mesh: polar around the camera, dense where the picture is."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.ndimage import gaussian_filter, map_coordinates

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, smooth_normals
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.lake_season import Season
from rayograph.world.sets.terrain import REACH, WATER, Ground, Landscape, ground, grove
from rayograph.world.shapes import grid_faces

_EYE = 2.0
_COARSE = (300, 800)


@dataclass(frozen=True, kw_only=True)
class Horizon:
    """What hides what, seen from the stage: the steepest sight line so far, on (azimuth, log radius)."""

    focus: tuple[float, float]
    slope: Float[np.ndarray, "a r"]
    ground_slope: Float[np.ndarray, "a r"]

    def hides(self, x: np.ndarray, y: np.ndarray, top: np.ndarray) -> np.ndarray:
        """Whether a thing whose `top` [m] stands at (x, y) is behind nearer land, with a little to spare."""
        dx, dy = x - self.focus[0], y - self.focus[1]
        away = np.hypot(dx, dy)
        column = np.arctan2(dy, dx) % (2 * np.pi) / (2 * np.pi) * _COARSE[0]
        row = np.log(np.clip(away, 0.4, REACH) / 0.4) / np.log(REACH / 0.4) * (_COARSE[1] - 1) - 6
        limit = map_coordinates(self.slope, [column, row], order=1, mode="grid-wrap")
        return np.asarray((top - _EYE) / np.maximum(away, 0.4) < limit - 0.006)


def horizon(land: Landscape, focus: tuple[float, float]) -> Horizon:
    """Scan the land outwards from `focus`."""
    azimuth = np.arange(_COARSE[0]) / _COARSE[0] * 2 * np.pi
    radius = 0.4 * (REACH / 0.4) ** (np.arange(_COARSE[1]) / (_COARSE[1] - 1))
    x = focus[0] + radius[None] * np.cos(azimuth)[:, None]
    y = focus[1] + radius[None] * np.sin(azimuth)[:, None]
    slope = (np.maximum(ground(land, x, y, octaves=3).z, WATER) - _EYE) / radius[None]
    return Horizon(focus=focus, slope=np.maximum.accumulate(slope, axis=1), ground_slope=slope)


def _rows(seen: Horizon, count: int) -> Float[np.ndarray, "a n"]:
    """Radii [m] of the mesh rows per coarse azimuth: even in the picture, sparse where land hides land."""
    log = np.linspace(np.log(0.4), np.log(REACH), _COARSE[1])
    rise = np.abs(np.diff(seen.ground_slope, axis=1))
    hidden = seen.ground_slope[:, 1:] < seen.slope[:, 1:] - 0.055
    spread = np.diff(log)[None] * (0.85 - 0.55 * smoothstep(3.0, 5.0, log[1:]))[None]
    weight = spread + np.where(hidden, 0.3, 1.0) * np.minimum(rise, 0.05) * 26
    weight = gaussian_filter(weight, (2.5, 3), mode=("wrap", "nearest"))
    total = np.concatenate([np.zeros((len(weight), 1)), np.cumsum(weight, axis=1)], axis=1)
    total /= total[:, -1:]
    wanted = np.linspace(0, 1, count)
    return np.exp(np.stack([np.interp(wanted, row, log) for row in total]))


def _azimuths(count: int) -> Float[np.ndarray, "n"]:
    """Mesh columns: twice as dense ahead (+Y ± 50°) as elsewhere; the last repeats the first."""
    turn = np.linspace(0, 2 * np.pi, 2000)
    density = 1.0 + 1.6 * smoothstep(0.45, 0.75, np.cos(turn - np.pi / 2))
    total = np.concatenate([[0], np.cumsum(density[1:])])
    return np.interp(np.linspace(0, 1, count), total / total[-1], turn)


def build_ground(
    land: Landscape, season: Season, seen: Horizon, *, columns: int, rows: int, gravel: bool
) -> Part:
    """The whole land as a part with vertex colours."""
    turn = _azimuths(columns)
    coarse = _rows(seen, rows)
    at = turn / (2 * np.pi) * _COARSE[0]
    radius = map_coordinates(coarse, np.meshgrid(np.arange(rows), at)[::-1], order=1, mode="grid-wrap").T
    x = seen.focus[0] + radius * np.cos(turn)[None]
    y = seen.focus[1] + radius * np.sin(turn)[None]
    land_at = ground(land, x.ravel(), y.ravel())
    vertices = np.stack([x.ravel(), y.ravel(), land_at.z], 1)
    faces = grid_faces(columns, rows)[:, ::-1]
    normals = smooth_normals(vertices, faces)
    seam = np.arange(rows) * columns
    normals[seam] = normals[seam + columns - 1] = normals[seam] + normals[seam + columns - 1]
    normals = _towards(normals, vertices, seen.focus)
    colour = _colours(land, season, vertices, normals, land_at, gravel)
    mesh = _closed(Mesh(vertices=vertices, faces=faces, normals=normals, colour=colour), columns)
    return Part(mesh=mesh, material=Material(name="lake_ground", roughness=0.93, specular=0.2))


def _towards(normals: np.ndarray, vertices: np.ndarray, focus: tuple[float, float]) -> np.ndarray:
    """Unit normals, bent back where they would face away from the stage: crests would turn black."""
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    sight = np.array([focus[0], focus[1], _EYE]) - vertices
    away = np.linalg.norm(sight, axis=1, keepdims=True)
    sight /= away
    short = np.maximum(0.06 - (normals * sight).sum(1, keepdims=True), 0) * (away > 40)
    normals = normals + sight * short
    return np.asarray(normals / np.linalg.norm(normals, axis=1, keepdims=True))


def _closed(ring: Mesh, columns: int) -> Mesh:
    """The polar mesh with its inner hole filled by a fan."""
    assert ring.normals is not None and ring.colour is not None
    inner = np.arange(columns - 1)
    fan = np.stack([inner, inner + 1, np.full(columns - 1, len(ring.vertices))], 1)
    joined = [
        np.vstack([part, part[:columns].mean(0)]) for part in (ring.vertices, ring.normals, ring.colour)
    ]
    return Mesh(
        vertices=joined[0], normals=joined[1], colour=joined[2], faces=np.concatenate([ring.faces, fan])
    )


def _mix(a: np.ndarray, b: np.ndarray | tuple[float, ...], share: np.ndarray) -> np.ndarray:
    return a * (1 - share[:, None]) + np.asarray(b) * share[:, None]


def _colours(
    land: Landscape, season: Season, vertices: np.ndarray, normals: np.ndarray, at: Ground, gravel: bool
) -> Float[np.ndarray, "n 3"]:
    """Meadow, shore, forest floor, rock in strata, scree and snow."""
    x, y, z = vertices.T
    flat = normals[:, 2]
    fine = fbm2(x / 1.1, y / 1.1, octaves=4, seed=land.seed + 41)
    patch = fbm2(x / 19, y / 19, octaves=4, seed=land.seed + 42)
    broad = fbm2(x / 260, y / 260, octaves=5, seed=land.seed + 43)
    colour = _mix(np.array(season.meadow)[None], season.straw, smoothstep(-0.35, 0.5, patch + 0.3 * fine))
    wood = smoothstep(-0.22, 0.12, grove(land, x, y)) * smoothstep(
        20, 60, at.shore + 0.4 * np.hypot(x, y) - 22
    )
    colour = _mix(colour, season.floor, wood * (1 - 0.15 * np.clip(fine, 0, 1)))
    if gravel:
        stones = smoothstep(13, 7, np.hypot(x, y) + 3 * patch)
        colour = _mix(colour, np.array(from_hex("#8b8377")) * (1 + 0.4 * fine[:, None]), stones)
    soil = np.array(from_hex("#776d5e")) * (1 + 0.40 * fine[:, None])
    beach = smoothstep(6.2, 4.2, at.shore + 1.6 * patch)
    colour = colour * (1 - beach[:, None]) + soil * beach[:, None]
    wet = smoothstep(1.5, 0.35, at.shore + 0.35 * fine) * (np.hypot(x, y) < 400)
    colour = colour * (1 - 0.58 * wet[:, None])
    colour = colour * (1 + 0.22 * fine * smoothstep(400, 60, np.hypot(x, y)))[:, None]
    rock, steep = _rock(land, x, y, z, flat, at)
    colour = colour * (1 - steep[:, None]) + rock * steep[:, None]
    crag = fbm2(x / 34, y / 34, octaves=4, gain=0.6, seed=land.seed + 44)
    hold = smoothstep(0.64, 0.74, flat - 0.12 * at.rib + 0.10 * crag)
    snow = smoothstep(-30, 30, z - land.snow_line - 90 * broad + 50 * at.rib + 45 * crag) * hold
    snow = np.maximum(snow, season.snow * smoothstep(0.3, 0.7, flat) * smoothstep(0.1, 0.6, at.shore) * (
        0.86 + 0.14 * np.clip(2 * fine + 0.6, 0, 1)))  # fmt: skip
    return np.clip(_mix(colour, (0.80, 0.83, 0.87), snow), 0.006, 0.9)


def _rock(
    land: Landscape, x: np.ndarray, y: np.ndarray, z: np.ndarray, flat: np.ndarray, at: Ground
) -> tuple[np.ndarray, np.ndarray]:
    """Colour of bare rock and how much of the ground it is."""
    bend = fbm2(x / 700, y / 700, octaves=3, seed=land.seed + 51)
    layer = z / 34 + 3.2 * bend + 0.010 * x
    band = 1.3 * fbm2(layer, np.zeros_like(layer) + 0.37, octaves=5, gain=0.75, seed=land.seed + 52)
    stain = fbm2(x / 90, y / 90, octaves=4, seed=land.seed + 53)
    grey, warm, dark = (np.array(from_hex(code)) for code in ("#8f8a84", "#a08d76", "#5f5b58"))
    rock = _mix(grey[None], warm, smoothstep(-0.2, 0.5, band + 0.3 * stain))
    rock = _mix(rock, dark, 0.75 * smoothstep(0.05, 0.55, -band + 0.4 * stain))
    rock = rock * (1 + 0.16 * at.rib + 0.2 * stain)[:, None]
    scree = _mix(
        rock, np.array(from_hex("#9b948a")), smoothstep(0.2, -0.4, at.rib) * smoothstep(0.6, 0.85, flat)
    )
    height = smoothstep(land.tree_line - 40, land.tree_line + 120, z + 70 * stain)
    steep = smoothstep(0.80, 0.62, flat) * smoothstep(0.35, 0.8, at.mountain)
    return scree, np.clip(np.maximum(height, steep), 0, 1) * smoothstep(0.05, 0.3, at.mountain)
