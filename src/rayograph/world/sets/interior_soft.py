"""Cloth and leaf: curtains on their rods, rugs, house plants."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.materials.tile import spectral
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import joined, turned
from rayograph.world.shapes import grid_faces, resmooth, translation, tube


def curtain_cloth(colour: str, *, sheer: bool, seed: int) -> Material:
    """Linen that light comes through: a slub weave in its tone; one tile is 0.5 m."""
    rng = np.random.default_rng([seed, 41])
    size = (256, 256)
    weave = spectral(size, rng, low=20, slope=0.3, stretch=(1, 12)) + spectral(
        size, rng, low=20, slope=0.3, stretch=(12, 1)
    )
    base = np.array(from_hex(colour)) * np.exp(0.07 * weave)[..., None]
    return Material(
        name="curtain",
        kind="thin",
        base_colour=np.clip(base, 0.01, 0.9).astype(np.float32),
        roughness=0.9,
        transmission=0.55 if sheer else 0.22,
        uv_scale=2.0,
    )


def curtain(
    x0: float, x1: float, drop: float, cloth: Material, rng: np.random.Generator, *, tied: bool = False
) -> Part:
    """A curtain in wall space between x0 and x1, hung from z = `drop` [m], standing 0.11 m off y = 0."""
    pleats = max(3, round((x1 - x0) / 0.085))
    columns, rows, seed = pleats * 12, 44, int(rng.integers(1 << 16))
    u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    fall = 1 - v
    phase = (
        2 * np.pi * pleats * u + 0.7 * np.sin(3 * v + seed) + 1.5 * fbm2(u * 3, v * 1.3, octaves=3, seed=seed)
    )
    depth = 0.030 * (0.55 + 0.7 * fall) * (1 + 0.5 * fbm2(u * 4, v * 2 + 7, octaves=2, seed=seed + 1))
    squeeze = np.exp(-(((v - 0.36) / 0.16) ** 2)) * 0.55 * tied
    anchor = 0.12 if rng.random() < 0.5 else 0.88
    across = (
        anchor
        + (u + 0.03 * np.cos(phase) * 0.4 - anchor) * (1 - squeeze)
        + 0.015 * fall * fbm2(u * 2, v * 2, octaves=2, seed=seed + 2)
    )
    y = 0.11 + depth * np.sin(phase) * (1 - 0.3 * squeeze)
    z = 0.012 + (drop - 0.012) * v + 0.006 * np.sin(phase * 0.5) * fall
    mesh = Mesh(
        vertices=np.stack([x0 + (x1 - x0) * across, y, z], -1).reshape(-1, 3),
        faces=grid_faces(columns, rows),
        uv=np.stack([u * (x1 - x0) * 2.2, z], -1).reshape(-1, 2),
    )
    return Part(mesh=resmooth(mesh), material=cloth)


def curtain_rod(x0: float, x1: float, z: float, metal: Material) -> Part:
    """A rod with finials and brackets in wall space [m]."""
    rod = tube(np.array([[x0, 0.11, z], [x1, 0.11, z]]), 0.012, 14)
    ball = turned(
        [(0, -0.026), (0.012, -0.024), (0.024, -0.008), (0.024, 0.008), (0.012, 0.024), (0, 0.026)], 20
    )
    arms = [
        tube(np.array([[x, -0.002, z - 0.01], [x, 0.06, z - 0.02], [x, 0.11, z - 0.006]]), 0.006, 8)
        for x in (x0 + 0.08, x1 - 0.08)
    ]
    return joined(
        [rod, ball.moved(translation(x0, 0.11, z)), ball.moved(translation(x1, 0.11, z)), *arms], metal
    )


def _persian(u: np.ndarray, v: np.ndarray, aspect: float, seed: int) -> Float[np.ndarray, "h w"]:
    """Ink index 0..3: nested borders and a medallion whose motifs mirror about both axes."""
    x, y = np.abs(u), np.abs(v) * aspect
    edge = np.minimum(1 - x, aspect - y)
    motif = fbm2(x * 9, y * 9, octaves=3, seed=seed)
    small = np.cos(x * 42) * np.cos(y * 42) + 0.9 * fbm2(x * 17, y * 17, octaves=2, seed=seed + 1)
    ink = np.where(np.abs(motif) < 0.055, 2, np.where(motif > 0.26, 3, 0))
    radius = np.hypot(x, y / aspect * 1.15) + 0.05 * np.cos(8 * np.arctan2(y, x + 1e-6))
    ink = np.where(radius < 0.52, np.where(np.abs(motif - 0.1) < 0.06, 2, np.where(motif < -0.24, 0, 1)), ink)
    ink = np.where(np.abs(radius - 0.53) < 0.012, 2, ink)
    ink = np.where(radius < 0.20, np.where(small > 0.5, 2, 3), ink)
    border = np.where(small > 0.75, 2, np.where(small < -0.95, 3, 1))
    ink = np.where(edge < 0.30, border, ink)
    for at, wide, tone in ((0.30, 0.012, 2), (0.27, 0.010, 3), (0.085, 0.012, 2), (0.055, 0.02, 0)):
        ink = np.where(np.abs(edge - at) < wide, tone, ink)
    return np.asarray(np.where(edge < 0.035, 0, ink))


def _berber(u: np.ndarray, v: np.ndarray, aspect: float, seed: int) -> Float[np.ndarray, "h w"]:
    """Wandering diamonds in a thin line on a pale pile."""
    x = u * 2.0 + 0.05 * fbm2(u * 4, v * 6, octaves=3, seed=seed)
    y = v * aspect * 1.6 + 0.05 * fbm2(u * 4 + 9, v * 6, octaves=3, seed=seed)
    net = np.minimum(np.abs((x + y) % 1 - 0.5), np.abs((x - y) % 1 - 0.5))
    return np.asarray(np.where(net < 0.030, 2, 0))


def _kilim(u: np.ndarray, v: np.ndarray, aspect: float, seed: int) -> Float[np.ndarray, "h w"]:
    """Flat-woven bands with stepped zigzags."""
    rng = np.random.default_rng([seed, 3])
    bands = np.sort(rng.uniform(-1, 1, 16))
    row = np.searchsorted(bands, np.round(v * 90) / 90 + 0 * u)
    inks, zigzag = rng.integers(0, 4, 17)[row], rng.random(17)[row] < 0.4
    step = np.abs(((np.round(u * 60) / 60) * 5) % 1 - 0.5) * 2
    return np.asarray(np.where(zigzag & (step > (np.abs(v) * 11) % 1), (inks + 2) % 4, inks))


def _bordered(u: np.ndarray, v: np.ndarray, aspect: float, seed: int) -> Float[np.ndarray, "h w"]:
    """A plain field with one wide border."""
    edge = np.minimum(1 - np.abs(u), (1 - np.abs(v)) * aspect)
    return np.asarray(np.where(edge < 0.14, 1, 0) + np.where((edge > 0.12) & (edge < 0.14), 1, 0))


def rug(
    width: float,
    length: float,
    inks: tuple[str, str, str, str],
    rng: np.random.Generator,
    *,
    makes: tuple[int, ...] = (0, 1, 2, 3),
) -> list[Part]:
    """A rug `width` (x) × `length` (y) [m] on z = 0, its pile 11 mm high, with fringes at the ends of y.

    makes: which patterns are drawn from: 0 persian, 1 berber, 2 kilim, 3 bordered.
    """
    make, seed = makes[int(rng.integers(len(makes)))], int(rng.integers(1 << 16))
    rows, columns = 768, 560
    v, u = np.mgrid[1 : -1 : rows * 1j, -1 : 1 : columns * 1j]
    ink = (_persian, _berber, _kilim, _bordered)[make](u, v, length / width, seed).astype(int)
    dyes = np.array([from_hex(c) for c in inks])
    abrash = np.exp(
        0.16 * fbm2(u * 0.7, v * 7, octaves=3, seed=seed + 5)
        + 0.06 * fbm2(u * 3, v * 3, octaves=3, seed=seed + 6)
    )
    knots = spectral((rows, columns), rng, low=60, slope=0.1)
    base = dyes[ink] * (abrash * np.exp(0.16 * knots))[..., None]
    base = base * 0.93 + np.array(from_hex("#b9a988")) * 0.07
    pile = Material(
        name="rug",
        base_colour=np.clip(base, 0.004, 0.85).astype(np.float32),
        roughness=0.95,
        specular=0.1,
        sheen=0.5,
        bump=(0.0020 * knots).astype(np.float32),
    )
    return [Part(mesh=_pile(width, length, seed), material=pile), _fringe(width, length, rng)]


def _pile(width: float, length: float, seed: int) -> Mesh:
    columns, rows = 120, 160
    u, v = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(-1, 1, rows))
    edge = np.minimum((1 - np.abs(u)) * width / 2, (1 - np.abs(v)) * length / 2)
    waves = 0.003 * (0.5 + fbm2(u * 2, v * 2.6, octaves=3, seed=seed)) * smoothstep(0, 0.2, edge)
    rim = 0.010 * np.sqrt(np.clip(edge / 0.02, 0, 1))
    x = u * width / 2 + 0.006 * fbm2(v * 4, v * 0 + 3, octaves=2, seed=seed) * np.abs(u)
    z = 0.0012 + rim + waves
    mesh = Mesh(
        vertices=np.stack([x, v * length / 2, z], -1).reshape(-1, 3),
        faces=grid_faces(columns, rows),
        uv=np.stack([(u + 1) / 2, (v + 1) / 2], -1).reshape(-1, 2),
    )
    return resmooth(mesh)


def _fringe(width: float, length: float, rng: np.random.Generator) -> Part:
    tassels = []
    for side in (-1.0, 1.0):
        for x in np.linspace(-width / 2 + 0.01, width / 2 - 0.01, int(width / 0.022)):
            start = np.array([x, side * (length / 2 - 0.006), 0.006])
            end = start + [rng.normal(0, 0.008), side * rng.uniform(0.045, 0.065), -0.003]
            tassels.append(
                tube(
                    np.stack([start, (start + end) / 2 + [0, 0, 0.002], end]),
                    np.array([0.0028, 0.0024, 0.0034]),
                    5,
                )
            )
    return joined(tassels, Material(name="fringe", base_colour=from_hex("#c9bc9d"), roughness=0.9))


def _leaf(path: np.ndarray, width: np.ndarray, side: np.ndarray, fold: float) -> Mesh:
    """A blade along `path` [m] with a half `width` per point, folded up about its midrib."""
    lift = np.array([0, 0, 1.0]) * (width * fold)[:, None]
    left, right = path - side * width[:, None] + lift, path + side * width[:, None] + lift
    mesh = Mesh(vertices=np.stack([left, path, right], 1).reshape(-1, 3), faces=grid_faces(3, len(path)))
    return resmooth(mesh)


def _blade(
    root: np.ndarray, azimuth: float, rise: float, length: float, width: float, droop: float, slim: float
) -> Mesh:
    s = np.linspace(0, 1, 11)
    out = np.array([np.cos(azimuth), np.sin(azimuth), 0.0])
    path = (
        root
        + out * (length * s * np.cos(rise))[:, None]
        + np.array([0, 0, 1.0]) * (length * (s * np.sin(rise) - droop * s**2.2))[:, None]
    )
    breadth = width * np.sin(np.pi * np.clip(s, 0.02, 0.995) ** slim) ** 0.85 + 0.002
    return _leaf(path, breadth, np.array([-out[1], out[0], 0.0]), 0.22)


def plant(height: float, pot: Material, rng: np.random.Generator, *, clear: float = 9.0) -> list[Part]:
    """A house plant about `height` [m]: sword-leaved, or a fig with broad leaves on bent stems, in a pot.

    Args:
        clear: leaves are pressed back to stay within this |x|, |y| [m] (walls).
    """
    rim, tall = 0.10 + 0.06 * height, 0.12 + 0.13 * height
    vessel = turned(
        [
            (0, 0),
            (rim * 0.74, 0),
            (rim * 0.80, 0.012),
            (rim * 0.98, tall * 0.9),
            (rim, tall - 0.008),
            (rim * 0.985, tall),
            (rim * 0.93, tall),
            (rim * 0.90, tall * 0.86),
            (0, tall * 0.86),
        ]
    )
    soil = turned([(rim * 0.91, tall * 0.86), (rim * 0.5, tall * 0.90), (0, tall * 0.91)], 24)
    leaves, stems = _growth(height, tall, rng)
    foliage = Material(name="leaf", kind="thin", roughness=0.35, transmission=0.25)
    parts = [Part(mesh=vessel, material=pot), Part(mesh=_tinted(leaves, clear, rng), material=foliage)]
    parts.append(
        Part(mesh=soil, material=Material(name="soil", base_colour=from_hex("#2b211a"), roughness=0.95))
    )
    if stems:
        parts.append(joined(stems, Material(name="bark", base_colour=from_hex("#5c4a38"), roughness=0.85)))
    return parts


def _growth(height: float, tall: float, rng: np.random.Generator) -> tuple[list[Mesh], list[Mesh]]:
    """Leaves and stems that rise from a pot `tall` [m] to about `height` [m]."""
    leaves: list[Mesh] = []
    stems: list[Mesh] = []
    if rng.random() < 0.5:
        for k in range(38):
            azimuth, rise = k * 2.39996 + rng.normal(0, 0.2), rng.uniform(0.45, 1.40)
            length = (height - tall) * rng.uniform(0.6, 1.05)
            root = np.array([0.02 * np.cos(azimuth), 0.02 * np.sin(azimuth), tall * 0.88])
            leaves.append(
                _blade(root, azimuth, rise, length, 0.028 + 0.016 * height, 0.42 * np.cos(rise), 0.75)
            )
    else:
        for _ in range(int(rng.integers(2, 4))):
            lean, heading = rng.uniform(0.05, 0.22), rng.uniform(0, 2 * np.pi)
            s = np.linspace(0, 1, 14)[:, None]
            way = np.array([[np.cos(heading), np.sin(heading), 0]])
            bend = way * lean * (height - tall) * s**1.5 + [0, 0, 1] * (
                tall * 0.86 + (height - tall) * rng.uniform(0.72, 0.92) * s
            )
            bend = bend + 0.006 * np.cumsum(rng.normal(0, 1, (14, 3)), 0) * [1, 1, 0] * s
            stems.append(tube(bend, 0.013 - 0.007 * s[:, 0], 10))
            for k in range(16):
                t = 0.28 + 0.72 * k / 15
                root = np.array([np.interp(t, s[:, 0], bend[:, c]) for c in range(3)])
                leaves.append(
                    _blade(
                        root,
                        k * 2.39996 + heading,
                        rng.uniform(0.1, 0.9),
                        rng.uniform(0.16, 0.28) * (0.6 + 0.4 * height),
                        rng.uniform(0.055, 0.085) * (0.6 + 0.4 * height),
                        rng.uniform(0.2, 0.5),
                        0.85,
                    )
                )
    return leaves, stems


def _tinted(leaves: list[Mesh], clear: float, rng: np.random.Generator) -> Mesh:
    """The leaves as one mesh, each its own green, paler along the rib, kept within `clear` [m]."""
    green = np.array(from_hex(("#3f5f33", "#2f4f2e", "#5b7440")[int(rng.integers(3))]))
    tinted = []
    for leaf in leaves:
        points = leaf.vertices.copy()
        points[:, :2] = np.clip(points[:, :2], -clear, clear)
        rib = np.tile([1.0, 1.35, 1.0], len(points) // 3)[:, None]
        colour = green * rng.uniform(0.65, 1.3) * rib * (1 + rng.normal(0, 0.05, 3))
        tinted.append(replace(leaf, vertices=points, colour=np.clip(colour, 0.004, 0.8)))
    return merge(tinted)
