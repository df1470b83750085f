"""Profiles for turned things: (radius, z) pairs [m], and the solids of revolution they make."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float
from scipy.interpolate import PchipInterpolator

from rayograph.core.mesh import Mesh
from rayograph.world.shapes import lathe, rotation

Profile = Float[np.ndarray, "n 2"]
Points = Profile | list[tuple[float, float]]


def spline(points: Points, count: int = 48) -> Profile:
    """A smooth line through the points that never overshoots, `count` points evenly spaced along it."""
    control = np.asarray(points, float)
    chord = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(control, axis=0), axis=1))])
    dense = PchipInterpolator(chord, control, axis=0)(np.linspace(0, chord[-1], count * 8))
    return resampled(dense, count)


def resampled(line: Profile, count: int) -> Profile:
    """The polyline with `count` points evenly spaced along it."""
    arc = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, arc[-1], count)
    return np.stack([np.interp(at, arc, line[:, k]) for k in range(line.shape[1])], axis=1)


def rounded(points: Points, radius: float | list[float], steps: int = 5) -> Profile:
    """The polyline with every inner corner rounded by about `radius` [m] (or one radius per inner corner)."""
    corner = np.asarray(points, float)
    radii = [radius] * (len(corner) - 2) if isinstance(radius, int | float) else radius
    out = [corner[:1]]
    t = np.linspace(0, 1, steps + 1)[:, None]
    for before, here, after, r in zip(corner, corner[1:], corner[2:], radii, strict=False):
        back, ahead = before - here, after - here
        lengths = np.linalg.norm(back), np.linalg.norm(ahead)
        reach = min(r, 0.49 * lengths[0], 0.49 * lengths[1])
        start, end = here + back / lengths[0] * reach, here + ahead / lengths[1] * reach
        out.append((1 - t) ** 2 * start + 2 * t * (1 - t) * here + t**2 * end)
    return np.concatenate([*out, corner[-1:]])


def turned(profile: Points, segments: int = 72, *, crease_deg: float = 40.0, repeats: int = 1) -> Mesh:
    """A solid of revolution, seam at the back; u runs `repeats` times around, v keeps the texture's shape."""
    line = np.asarray(profile, float)
    mesh = lathe(line, segments, crease_deg=crease_deg).moved(rotation("z", 90.0))
    length = np.linalg.norm(np.diff(line, axis=0), axis=1).sum()
    girth = 2 * np.pi * max(float(line[:, 0].max()), 1e-6)
    assert mesh.uv is not None
    return replace(mesh, uv=mesh.uv * [repeats, repeats * length / girth])


@dataclass(frozen=True, kw_only=True)
class Vessel:
    """A turned hollow: `outer` from the foot up to the lip, `inner` from the floor's centre up to the lip."""

    under: Profile
    outer: Profile
    inner: Profile

    @property
    def lip(self) -> Profile:
        """The round edge from outer to inner."""
        outer, inner = self.outer[-1], self.inner[-1]
        middle, arm = (outer + inner) / 2, (outer - inner) / 2
        up = np.array([-arm[1], arm[0]])
        angle = np.linspace(0, np.pi, 9)[1:-1, None]
        return middle + arm * np.cos(angle) + up * np.sin(angle)

    @property
    def solid(self) -> Profile:
        """The whole section, from the axis underneath to the axis inside."""
        return np.concatenate([self.under, self.outer, self.lip, self.inner[::-1]])


def hollow(outer: Profile, wall: float, floor: float, *, foot: float = 0.003, punt: float = 0.002) -> Vessel:
    """A vessel of even wall [m] with its inner floor at height `floor` [m].

    Args:
        outer: smooth outer profile from (foot radius, 0) to the lip.
        foot: width of the ring it stands on [m]; `punt`: how high the underside is hollowed [m].
    """
    along = np.gradient(outer, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    shifted = outer - wall * np.stack([along[:, 1], -along[:, 0]], axis=1)
    fillet = 0.004
    kept = shifted[(shifted[:, 1] > floor + fillet) & (shifted[:, 0] > 1e-4)]
    turn = (float(kept[0, 0]) - 0.2 * fillet, floor)
    inner = np.concatenate([rounded([(0.0, floor), turn, tuple(kept[0])], 0.03, steps=8)[:-1], kept])
    radius = float(outer[0, 0])
    ring = max(radius - foot, radius * 0.5)
    under = rounded(
        [(0.0, punt), (ring * 0.92, punt * 0.8), (ring, 0.0), (radius - 0.0008, 0.0), tuple(outer[0])], 0.001
    )
    return Vessel(under=under[:-1], outer=outer, inner=inner)
