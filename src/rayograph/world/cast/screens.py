"""Lit screens: a picture in a few colours, each a lamp of its own strength, so that it shines as shown."""

from collections.abc import Callable

import numpy as np
from jaxtyping import Float
from scipy.cluster.vq import kmeans2

from rayograph.colour.primaries import ap1_luminance, from_hex
from rayograph.core.mesh import Mesh
from rayograph.world.cast.decal import text_mask
from rayograph.world.noise import fbm2
from rayograph.world.scene import Material, Part

Grid = Float[np.ndarray, "*shape 3"]
COLOURS = 10
"""Colours of a picture: as many emitters as a screen costs."""
_PALETTES = (
    ("#0d1c3a", "#7a3f78", "#f0a05a"),
    ("#08242a", "#1f7a78", "#e8d79a"),
    ("#1a1030", "#4a3fa0", "#7fc4e0"),
)


def wallpaper(
    text: str, seed: int, width: int, height: int, *, text_high: float = 0.7
) -> Float[np.ndarray, "h w 3"]:
    """A screen's picture: ranges of hills under a glowing sky, with `text` (a clock, a title) over it."""
    low, middle, high = (np.array(from_hex(c)) for c in _PALETTES[seed % len(_PALETTES)])
    v, u = np.mgrid[0:height, 0:width].astype(float)
    u, v = u / width, 1 - v / height
    picture = middle + (low - middle) * np.clip((v - 0.55) / 0.45, 0, 1)[..., None]
    picture = picture + (high - picture) * np.exp(-(((v - 0.42) / 0.16) ** 2))[..., None]
    for layer in range(4):
        crest = 0.46 - 0.11 * layer + 0.12 * fbm2(u * (2 + 1.3 * layer), 0 * u, octaves=4, seed=seed + layer)
        tint = middle * (0.55 - 0.12 * layer) + low * 0.35
        picture = np.where((v < crest)[..., None], tint, picture)
    if text:
        band = max(16, round(height * 0.16))
        mask = np.zeros((height, width))
        top = round(height * (1 - text_high)) - band // 2
        mask[top : top + band] = text_mask(text, width, band, margin=0.1)
        picture = picture + (0.95 - picture) * mask[..., None]
    return np.asarray(np.clip(picture * 0.9, 0, 1), np.float32)


def lit_screen(
    name: str, picture: Float[np.ndarray, "h w 3"], place: Callable[[np.ndarray, np.ndarray], Grid], seed: int
) -> list[Part]:
    """Parts of a screen that shines a picture. `place` maps (u, v) of 0..1, v upwards, to points [m]."""
    height, width = picture.shape[:2]
    pixels = picture.reshape(-1, 3).astype(float)
    count = min(COLOURS, len(np.unique(pixels, axis=0)))
    centres, label = kmeans2(pixels**0.5, count, minit="++", rng=np.random.default_rng(seed))
    table = label.reshape(height, width)
    share = np.bincount(label, minlength=len(centres)) / len(label)
    shades = np.clip(centres, 0.02, 1.0) ** 2
    level = float(share @ (shades @ ap1_luminance()))
    parts = []
    for index, shade in enumerate(shades):
        if share[index] > 0:
            red, green, blue = (float(c) for c in shade)
            glass = Material(
                name=f"screen {name} {index}", base_colour=(red, green, blue), roughness=0.12, clearcoat=1.0,
                clearcoat_gloss=1.0,
            )  # fmt: skip
            glow = (red / level, green / level, blue / level)
            parts.append(Part(mesh=_runs(table == index, place), material=glass, light="self", glow=glow))
    return parts


def _runs(mask: np.ndarray, place: Callable[[np.ndarray, np.ndarray], Grid]) -> Mesh:
    """The set pixels as rectangles, one for every unbroken run of a row."""
    height, width = mask.shape
    edge = np.diff(np.pad(mask.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    row, start = np.nonzero(edge == 1)
    _, stop = np.nonzero(edge == -1)
    left, right = start / width, stop / width
    top, bottom = 1 - row / height, 1 - (row + 1) / height
    u = np.stack([left, right, right, left], 1)
    v = np.stack([bottom, bottom, top, top], 1)
    points = place(u, v).reshape(-1, 3)
    first = 4 * np.arange(len(row))[:, None]
    faces = np.concatenate([first + [0, 1, 2], first + [0, 2, 3]])
    flat_normal = np.cross(points[1] - points[0], points[3] - points[0])
    normals = np.broadcast_to(flat_normal / np.linalg.norm(flat_normal), points.shape).copy()
    return Mesh(vertices=points, faces=faces, normals=normals, uv=np.stack([u.ravel(), v.ravel()], 1))


def plane(
    corner: tuple[float, float, float], across: tuple[float, float, float], up: tuple[float, float, float],
    pose: Float[np.ndarray, "4 4"] | None = None,
) -> Callable[[np.ndarray, np.ndarray], Grid]:  # fmt: skip
    """The map of (u, v) to a rectangle from its lower left corner [m]."""
    turn = np.eye(4) if pose is None else pose

    def place(u: np.ndarray, v: np.ndarray) -> Grid:
        points = np.asarray(corner) + u[..., None] * np.asarray(across) + v[..., None] * np.asarray(up)
        return np.asarray(points @ turn[:3, :3].T + turn[:3, 3])

    return place
