"""Pictures for walls: composed, not noise. Landscapes, seas, colour fields, cut-outs, botanicals; framed."""

from collections.abc import Callable, Sequence

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.world.materials.tile import spectral
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, joined

Image = Float[np.ndarray, "h w 3"]
Palette = Sequence[str]


def _axes(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """x to the right in units of the height, y upwards 0..1, row 0 on top."""
    y, x = np.mgrid[1 : 0 : rows * 1j, 0 : columns / rows : columns * 1j]
    return x, y


def _mix(a: np.ndarray, b: np.ndarray | tuple[float, ...], mask: np.ndarray) -> np.ndarray:
    return np.asarray(a * (1 - mask[..., None]) + np.asarray(b) * mask[..., None])


def landscape(rows: int, columns: int, palette: Palette, rng: np.random.Generator) -> Image:
    """Ridge behind ridge under a big sky, each paler with distance; a low sun on one third."""
    x, y = _axes(rows, columns)
    inks = [np.array(from_hex(c)) for c in palette]
    sky, glow, near = inks[0], inks[1], inks[2]
    aspect, seed = columns / rows, int(rng.integers(1 << 20))
    horizon = rng.uniform(0.42, 0.58)
    level = smoothstep(horizon - 0.1, 1.0, y + 0.05 * fbm2(x * 2, y * 5, octaves=3, seed=seed))
    picture = _mix(np.ones((rows, columns, 3)) * glow, sky, level)
    cloud = smoothstep(0.08, 0.5, fbm2(x * 1.6, y * 6.0, octaves=4, seed=seed + 1)) * smoothstep(0.4, 0.8, y)
    picture = _mix(picture, np.clip(glow * 1.25, 0, 0.9), 0.6 * cloud)
    sun = np.hypot(x - aspect * rng.choice([0.32, 0.66]), y - horizon - rng.uniform(0.12, 0.24))
    picture = _mix(picture, np.clip(glow * 1.6 + 0.1, 0, 0.92), smoothstep(0.062, 0.056, sun))
    layers = int(rng.integers(4, 7))
    for k in range(layers):
        depth = (k + 1) / layers
        ridge = (
            horizon
            + 0.10
            - 0.62 * depth**1.3 * horizon
            + (0.16 - 0.10 * depth)
            * fbm2(x * (1.3 + 0.9 * k) + 9 * k, np.zeros_like(x), octaves=5, seed=seed + 7 * k)
        )
        ink = glow * (1 - depth) * 0.75 + near * depth + sky * 0.25 * (1 - depth)
        shade = 1 + 0.25 * fbm2(x * 6, y * 14, octaves=3, seed=seed + 50 + k)
        picture = _mix(picture, ink * shade[..., None], smoothstep(-0.004, 0.004, ridge - y))
    return np.asarray(picture)


def seascape(rows: int, columns: int, palette: Palette, rng: np.random.Generator) -> Image:
    """A flat horizon under weather, a bright path on the water."""
    x, y = _axes(rows, columns)
    sky, glow, deep = (np.array(from_hex(c)) for c in palette[:3])
    seed, horizon = int(rng.integers(1 << 20)), rng.uniform(0.30, 0.42)
    storm = fbm2(x * 1.5, y * 3.2, octaves=5, seed=seed)
    picture = _mix(
        np.ones((rows, columns, 3)) * glow * 1.1, sky, smoothstep(-0.35, 0.45, storm + 0.9 * (y - 0.62))
    )
    wave = fbm2(
        x * 7 / (0.06 + horizon - np.minimum(y, horizon)) * 0.12,
        18 * np.sqrt(np.clip(horizon - y, 0, 1)),
        octaves=4,
        seed=seed + 3,
    )
    path = np.exp(
        -(((x - columns / rows * rng.uniform(0.3, 0.7)) / (0.10 + 0.7 * np.clip(horizon - y, 0, 1))) ** 2)
    )
    sea = _mix(
        np.ones_like(picture) * deep,
        glow,
        np.clip(0.25 + 0.55 * wave * (0.4 + path) + 0.45 * path, 0, 1) * 0.8,
    )
    return _mix(picture, sea, smoothstep(0.003, -0.003, y - horizon))


def colour_field(rows: int, columns: int, palette: Palette, rng: np.random.Generator) -> Image:
    """Two or three soft bands of colour that breathe against a ground."""
    x, y = _axes(rows, columns)
    order = rng.permutation(len(palette))
    inks = [np.array(from_hex(palette[i])) for i in order]
    aspect, seed = columns / rows, int(rng.integers(1 << 20))
    picture = (
        np.ones((rows, columns, 3))
        * inks[0]
        * (1 + 0.12 * fbm2(x * 3, y * 3, octaves=4, seed=seed))[..., None]
    )
    cuts = [0.07, *sorted(rng.uniform(0.28, 0.72, int(rng.integers(1, 3)))), 0.93]
    for k, (low, high) in enumerate(zip(cuts[:-1], cuts[1:], strict=True)):
        ragged = 0.014 * fbm2(x * 9, y * 9, octaves=4, seed=seed + k)
        inset = 0.08 * aspect
        edge = (
            np.minimum(np.minimum(x - inset, aspect - inset - x), np.minimum(y - low - 0.02, high - 0.02 - y))
            + ragged
        )
        veil = 0.86 + 0.14 * fbm2(x * 2.2, y * 4, octaves=4, seed=seed + 30 + k)
        picture = _mix(picture, inks[1 + k % (len(inks) - 1)], smoothstep(-0.012, 0.02, edge) * veil)
    return np.asarray(picture)


def cut_outs(rows: int, columns: int, palette: Palette, rng: np.random.Generator) -> Image:
    """Arches, discs and pebbles of flat paper, overlapping on a pale ground."""
    x, y = _axes(rows, columns)
    aspect = columns / rows
    picture = np.ones((rows, columns, 3)) * np.array(from_hex(palette[-1]))
    for k in range(int(rng.integers(4, 7))):
        ink = np.array(from_hex(palette[k % (len(palette) - 1)]))
        cx, cy, size = rng.uniform(0.22, 0.78) * aspect, rng.uniform(0.22, 0.78), rng.uniform(0.12, 0.27)
        kind, turn = rng.integers(3), rng.uniform(0, np.pi)
        u, v = x - cx, y - cy
        if kind == 0:
            shape = size - np.hypot(u, v)
        elif kind == 1:
            arch = np.where(v > 0, size - np.hypot(u, v), size - np.abs(u))
            shape = np.minimum(arch, v + size * 1.3)
            shape = np.minimum(shape, -(size * 0.45 - np.where(v > 0, np.hypot(u, v), np.abs(u))))
        else:
            angle = np.arctan2(v, u) + turn
            shape = size * (0.75 + 0.20 * np.sin(2 * angle) + 0.10 * np.sin(3 * angle + k)) - np.hypot(u, v)
        picture = _mix(picture, ink, smoothstep(-0.002, 0.002, shape))
    return np.asarray(picture)


def botanical(rows: int, columns: int, palette: Palette, rng: np.random.Generator) -> Image:
    """A herbarium sheet: one bending stem with paired leaves, darker midribs, on old paper."""
    x, y = _axes(rows, columns)
    aspect = columns / rows
    paper = np.array(from_hex("#e6dcc3")) * (1 + 0.05 * fbm2(x * 4, y * 4, octaves=4, seed=3))[..., None]
    ink = np.array(from_hex(palette[0])) * 0.8
    lean, pairs = rng.uniform(-0.15, 0.15), int(rng.integers(5, 9))
    picture = paper
    stem = aspect / 2 + lean * (y - 0.5) + 0.04 * np.sin(y * 4)
    picture = _mix(picture, ink * 0.6, smoothstep(0.006, 0.003, np.abs(x - stem)) * ((y > 0.08) & (y < 0.90)))
    for k in range(2 * pairs + 1):
        t = 0.20 + 0.66 * (k // 2) / pairs
        side = -1.0 if k % 2 else 1.0
        root = np.array([aspect / 2 + lean * (t - 0.5) + 0.04 * np.sin(t * 4), t])
        slope = np.pi / 2 - side * rng.uniform(0.7, 1.1) * (k < 2 * pairs)
        length = (0.24 - 0.14 * t) * rng.uniform(0.85, 1.15)
        u = ((x - root[0]) * np.cos(slope) + (y - root[1]) * np.sin(slope)) / length
        v = (-(x - root[0]) * np.sin(slope) + (y - root[1]) * np.cos(slope)) / length
        wide = 0.26 * np.sin(np.pi * np.clip(u, 0, 1)) ** 0.8
        picture = _mix(
            picture,
            ink * rng.uniform(0.8, 1.5),
            smoothstep(-0.008, 0.012, wide - np.abs(v)) * (u > 0) * (u < 1),
        )
        picture = _mix(picture, ink * 0.45, smoothstep(0.022, 0.010, np.abs(v)) * (u > 0) * (u < 1))
    return np.asarray(picture)


PAINTERS: tuple[Callable[[int, int, Palette, np.random.Generator], Image], ...] = (
    landscape,
    seascape,
    colour_field,
    cut_outs,
    botanical,
)


def painting(
    width: float, height: float, palette: Palette, rng: np.random.Generator, *, which: int | None = None
) -> Material:
    """One picture for a sheet of `width` × `height` [m], over the unit square, brushwork in relief."""
    rows, columns = int(256 * min(1.0, height / width) ** 0.5), int(256 * min(1.0, width / height) ** 0.5)
    rows, columns = max(rows, 128), max(columns, 128)
    columns = round(rows * width / height)
    index = int(rng.integers(len(PAINTERS))) if which is None else which % len(PAINTERS)
    picture = PAINTERS[index](rows, columns, palette, rng)
    brush = spectral((rows, columns), rng, low=10, slope=0.6, stretch=(2, 1))
    painted = index < 3
    colour = np.clip(picture * (1 + (0.07 if painted else 0.015) * brush)[..., None], 0.004, 0.88)
    return Material(
        name="painting",
        base_colour=colour.astype(np.float32),
        roughness=0.38 if painted else 0.7,
        bump=(0.0008 * brush).astype(np.float32) if painted else None,
    )


def _sheet(width: float, height: float, y: float) -> Mesh:
    x, z = width / 2, height / 2
    points = np.array([[-x, y, -z], [x, y, -z], [x, y, z], [-x, y, z]])
    return Mesh(
        vertices=points,
        faces=np.array([[0, 1, 2], [0, 2, 3]]),
        uv=np.array([[0, 0], [1, 0], [1, 1], [0, 1.0]]),
    )


def framed(
    art: Material,
    width: float,
    height: float,
    frame: Material,
    mat: Material | None,
    *,
    rim: float = 0.022,
    border: float = 0.06,
) -> list[Part]:
    """A framed picture of outer sheet `width` × `height` [m], centred, back on y = 0, facing -Y."""
    x, z, deep = width / 2, height / 2, 0.030
    bars = [
        board((-x - rim, -deep, -z - rim), (x + rim, 0, -z), 0.004),
        board((-x - rim, -deep, z), (x + rim, 0, z + rim), 0.004),
        board((-x - rim, -deep, -z), (-x, 0, z), 0.004),
        board((x, -deep, -z), (x + rim, 0, z), 0.004),
    ]
    parts = [joined(bars, frame)]
    if mat is None:
        return [*parts, Part(mesh=_sheet(width, height, -0.012), material=art)]
    edge = border * min(1.0, min(width, height) / 0.4)
    mount = [
        board((-x, -0.011, -z), (x, -0.004, -z + edge * 1.15), 0.001),
        board((-x, -0.011, z - edge), (x, -0.004, z), 0.001),
        board((-x, -0.011, -z), (-x + edge, -0.004, z), 0.001),
        board((x - edge, -0.011, -z), (x, -0.004, z), 0.001),
    ]
    return [
        *parts,
        joined(mount, mat),
        Part(mesh=_sheet(width - 2 * edge, height - 2 * edge, -0.006), material=art),
    ]
