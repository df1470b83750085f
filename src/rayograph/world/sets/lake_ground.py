"""The lake set's land as two meshes, polar around the camera: what lies near, and the mountains."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.ndimage import gaussian_filter, map_coordinates

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, smooth_normals
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.lake_relief import BEDS, bedding
from rayograph.world.sets.lake_season import Season
from rayograph.world.sets.terrain import REACH, Ground, Landscape, ground, grove, massif, wooded
from rayograph.world.shapes import grid_faces

_EYE = 2.0
_SAND = "#cbb48c"
_COARSE = (240, 480)
SPLIT = 240.0
"""Distance from the stage [m] at which the near mesh hands over to the far one."""
_LAP = 0.94


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
        row = np.log(np.clip(away, 0.4, REACH) / 0.4) / np.log(REACH / 0.4) * (_COARSE[1] - 1) - 4
        limit = map_coordinates(self.slope, [column, row], order=1, mode="grid-wrap")
        return np.asarray((top - _EYE) / np.maximum(away, 0.4) < limit - 0.006)


def horizon(land: Landscape, focus: tuple[float, float]) -> Horizon:
    """Scan the land outwards from `focus`."""
    azimuth = np.arange(_COARSE[0]) / _COARSE[0] * 2 * np.pi
    radius = 0.4 * (REACH / 0.4) ** (np.arange(_COARSE[1]) / (_COARSE[1] - 1))
    x = focus[0] + radius[None] * np.cos(azimuth)[:, None]
    y = focus[1] + radius[None] * np.sin(azimuth)[:, None]
    slope = (np.maximum(ground(land, x, y, octaves=3).z, land.site.water) - _EYE) / radius[None]
    return Horizon(focus=focus, slope=np.maximum.accumulate(slope, axis=1), ground_slope=slope)


def _rows(seen: Horizon, count: int, low: float, high: float, sharp: float) -> Float[np.ndarray, "a n"]:
    """Radii [m] between `low` and `high` of the mesh rows per coarse azimuth.

    Even in the picture, the more the larger `sharp`, and sparse where land hides land.
    """
    log = np.linspace(np.log(0.4), np.log(REACH), _COARSE[1])
    rise = np.abs(np.diff(seen.ground_slope, axis=1))
    hidden = seen.ground_slope[:, 1:] < seen.slope[:, 1:] - 0.035
    spread = np.diff(log)[None] * (0.85 - 0.55 * smoothstep(3.0, 5.0, log[1:]))[None]
    weight = (spread + np.minimum(rise, 0.05) * sharp) * np.where(hidden, 0.22, 1.0)
    weight = gaussian_filter(weight, (2.5, 2), mode=("wrap", "nearest"))
    total = np.concatenate([np.zeros((len(weight), 1)), np.cumsum(weight, axis=1)], axis=1)
    share = np.linspace(0, 1, count)
    rows = []
    for row in total:
        first, last = np.interp(np.log([low, high]), log, row)
        rows.append(np.interp(first + (last - first) * share, row, log))
    return np.asarray(np.exp(np.stack(rows)))


def azimuths(count: int, ahead: float = 2.6) -> Float[np.ndarray, "n"]:
    """Mesh columns: `ahead` times as dense ahead (+Y ± 50°) as elsewhere; the last repeats the first."""
    turn = np.linspace(0, 2 * np.pi, 2000)
    density = 1.0 + (ahead - 1) * smoothstep(0.45, 0.75, np.cos(turn - np.pi / 2))
    total = np.concatenate([[0], np.cumsum(density[1:])])
    return np.interp(np.linspace(0, 1, count), total / total[-1], turn)


def build_ground(land: Landscape, season: Season, seen: Horizon, *, detail: float, bare: str) -> list[Part]:
    """The whole land with vertex colours: what lies near, and the mountains. `detail` 1 is the full set."""
    look = Material(name="lake_ground", roughness=0.93, specular=0.2)
    near = _ring(land, season, seen, azimuths(int(560 * detail)), bare,
                 _rows(seen, int(270 * detail), 0.4, SPLIT, 26.0))  # fmt: skip
    far = _ring(land, season, seen, azimuths(int(1600 * detail**1.25), 4.0), bare,
                _rows(seen, int(280 * detail**0.9), _LAP * SPLIT, REACH, 160.0))  # fmt: skip
    lap = np.hypot(*(far.vertices[:, :2] - seen.focus).T) < SPLIT
    far.vertices[lap, 2] -= 0.6  # under the near mesh, so that no gap shows
    return [Part(mesh=_closed(near, seen.focus), material=look), Part(mesh=far, material=look)]


def _ring(
    land: Landscape, season: Season, seen: Horizon, turn: np.ndarray, bare: str, coarse: np.ndarray
) -> Mesh:
    """A polar mesh with the columns `turn` [rad] and, per coarse azimuth, the rows `coarse` [m]."""
    columns, rows = len(turn), coarse.shape[1]
    at = turn / (2 * np.pi) * _COARSE[0]
    radius = map_coordinates(coarse, np.meshgrid(np.arange(rows), at)[::-1], order=1, mode="grid-wrap").T
    x = seen.focus[0] + radius * np.cos(turn)[None]
    y = seen.focus[1] + radius * np.sin(turn)[None]
    land_at = ground(land, x.ravel(), y.ravel())
    vertices = np.stack([x.ravel(), y.ravel(), land_at.z], 1)
    woods = _canopy(land, vertices, land_at)
    vertices[:, 2] += 7 * woods
    faces = grid_faces(columns, rows)[:, ::-1]
    normals = smooth_normals(vertices, faces)
    seam = np.arange(rows) * columns
    normals[seam] = normals[seam + columns - 1] = normals[seam] + normals[seam + columns - 1]
    normals = _towards(normals, vertices, seen.focus)
    colour = _colours(land, season, vertices, normals, land_at, bare)
    shade = np.array(season.floor) * (0.22 + 0.75 * woods[:, None])
    colour = _mix(colour, shade, np.minimum(1.6 * woods, 1) * (1 - 0.6 * season.snow))
    return Mesh(vertices=vertices, faces=faces, normals=normals, colour=colour)


def _towards(normals: np.ndarray, vertices: np.ndarray, focus: tuple[float, float]) -> np.ndarray:
    """Unit normals, bent back where they would face away from the stage: crests would turn black."""
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    sight = np.array([focus[0], focus[1], _EYE]) - vertices
    away = np.linalg.norm(sight, axis=1, keepdims=True)
    sight /= away
    short = np.maximum(0.06 - (normals * sight).sum(1, keepdims=True), 0) * (away > 40)
    normals = normals + sight * short
    return np.asarray(normals / np.linalg.norm(normals, axis=1, keepdims=True))


def _canopy(land: Landscape, vertices: np.ndarray, at: Ground) -> Float[np.ndarray, "n"]:
    """Lumps of a closed forest too far away for its trees to be planted one by one, 0..1."""
    x, y, z = vertices.T
    lumps = np.zeros(len(x))
    far = np.flatnonzero((np.hypot(x, y) > 650) & (at.shore > 10) & (z < land.tree_line + 130))
    _, fall_x, fall_y = massif(land, x[far], y[far])
    crown = 0.45 + 0.75 * fbm2(x[far] / 9, y[far] / 9, octaves=2, seed=land.seed + 77)
    lumps[far] = np.clip(crown, 0, 1) * wooded(land, x[far], y[far], z[far], np.hypot(fall_x, fall_y))
    return np.asarray(lumps)


def _closed(ring: Mesh, focus: tuple[float, float]) -> Mesh:
    """The polar mesh with its inner hole filled by a fan."""
    assert ring.normals is not None and ring.colour is not None
    inside = np.hypot(*(ring.vertices[:, :2] - focus).T) < 0.4001
    columns = int(np.argmin(inside))
    inner = np.arange(columns - 1)
    fan = np.stack([inner, inner + 1, np.full(columns - 1, len(ring.vertices))], 1)
    joined = [
        np.vstack([part, part[:columns].mean(0)]) for part in (ring.vertices, ring.normals, ring.colour)
    ]
    return Mesh(
        vertices=joined[0], normals=joined[1], colour=joined[2], faces=np.concatenate([ring.faces, fan])
    )


def _mix(a: np.ndarray, b: np.ndarray | tuple[float, ...], share: np.ndarray) -> np.ndarray:
    return np.asarray(a * (1 - share[:, None]) + np.asarray(b) * share[:, None])


def _colours(
    land: Landscape, season: Season, vertices: np.ndarray, normals: np.ndarray, at: Ground, bare: str
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
    if bare:
        sandy = bare == "sand"
        reach = (
            smoothstep(22, 15, np.hypot(x, y) + 3 * patch)
            if sandy
            else smoothstep(13, 7, np.hypot(x, y) + 3 * patch)
        )
        stuff = np.array(from_hex(_SAND if sandy else "#8b8377"))
        colour = _mix(colour, stuff * (1 + (0.12 if sandy else 0.4) * fine[:, None]), reach)
    soil = np.array(from_hex(_SAND if bare == "sand" else "#776d5e")) * (1 + 0.40 * fine[:, None])
    lip = land.site.lip / 4.4
    beach = smoothstep(6.2 * lip, 4.2 * lip, at.shore + 1.6 * lip * patch)
    colour = colour * (1 - beach[:, None]) + soil * beach[:, None]
    wet = smoothstep(1.5 * lip**0.5, 0.35, at.shore + 0.35 * fine) * (np.hypot(x, y) < 400)
    colour = colour * (1 - 0.58 * wet[:, None])
    colour = colour * (1 + 0.22 * fine * smoothstep(400, 60, np.hypot(x, y)))[:, None]
    rock, steep = _rock(land, x, y, z, flat, at)
    colour = colour * (1 - steep[:, None]) + rock * steep[:, None]
    snow = _snow(land, season, vertices, flat, at, broad, fine)
    return np.asarray(np.clip(_mix(colour, (0.80, 0.83, 0.87), snow), 0.006, 0.9))


def _snow(
    land: Landscape, season: Season, vertices: np.ndarray, flat: np.ndarray, at: Ground, broad: np.ndarray,
    fine: np.ndarray,
) -> Float[np.ndarray, "n"]:  # fmt: skip
    """Share of snow, 0..1: above its line where the slope holds it, lower down in couloirs and shade."""
    x, y, z = vertices.T
    crag = fbm2(x / 45, y / 45, octaves=4, gain=0.6, seed=land.seed + 44)
    hollow = np.clip(-at.rib, 0, 1)
    hold = smoothstep(0.60, 0.70, flat + 0.10 * hollow + 0.07 * crag)
    line = land.snow_line + 110 * broad + 45 * crag - 150 * hollow
    high = smoothstep(-14, 14, z - line) * (at.mountain > 0.3)
    lying = season.snow * smoothstep(0.3, 0.7, flat) * smoothstep(0.1, 0.6, at.shore)
    return np.asarray(np.maximum(high * hold, lying * (0.86 + 0.14 * np.clip(2 * fine + 0.6, 0, 1))))


def _rock(
    land: Landscape, x: np.ndarray, y: np.ndarray, z: np.ndarray, flat: np.ndarray, at: Ground
) -> tuple[np.ndarray, np.ndarray]:
    """Colour of bare rock and scree, and how much of the ground it is."""
    seed = land.seed % 1_000_003
    layer = (z + bedding(x, y, seed=seed + 51)) / BEDS[0][0]
    band = 1.5 * fbm2(layer * 0.8, 0.004 * x, octaves=4, gain=0.8, seed=seed + 52)
    stain = fbm2(x / 90, y / 90, octaves=4, seed=seed + 53)
    pale, warm, dark, slate = (
        np.array(from_hex(code)) for code in ("#a19a90", "#a98f70", "#4e4a48", "#77736f")
    )
    rock = _mix(slate[None], warm, smoothstep(-0.1, 0.5, band + 0.3 * stain))
    rock = _mix(rock, dark, 0.85 * smoothstep(0.05, 0.45, -band + 0.5 * stain))
    rock = _mix(rock, pale, 0.7 * smoothstep(0.25, 0.6, band - 0.4 * stain))
    rock = rock * (1 + 0.30 * at.rib + 0.15 * stain)[:, None]
    rubble = smoothstep(0.15, -0.35, at.rib + 0.3 * stain) * smoothstep(0.62, 0.78, flat)
    rock = _mix(rock, np.array(from_hex("#a39c91")), 0.85 * rubble)
    height = smoothstep(land.tree_line - 30, land.tree_line + 110, z + 60 * stain - 70 * at.rib)
    steep = smoothstep(0.76, 0.60, flat) * smoothstep(0.35, 0.8, at.mountain)
    return rock, np.clip(np.maximum(height, steep), 0, 1) * smoothstep(0.05, 0.3, at.mountain)
