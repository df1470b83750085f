"""Surfaces of a town: dressed stone, weathered render, slates, window panes, shop signs."""

import functools
from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.world.cast.decal import text_texture
from rayograph.world.materials.library import material
from rayograph.world.materials.pigment import dyed, over, ramp, rgb, shaded
from rayograph.world.materials.tile import above, axes, soft, spectral, step
from rayograph.world.scene import Material

PANES = (4, 4)
"""Columns and rows of the atlas of window panes."""
SIGN_ROWS = 16
"""Shop names in the sign atlas, one under another."""
_SIZE = (768, 768)


def _weather(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Soft clouds and rain streaks down the wall."""
    cloud = spectral(_SIZE, rng, low=2, high=60, slope=1.3)
    streak = spectral(_SIZE, rng, low=3, high=160, slope=0.9, stretch=(1.0, 9.0))
    return cloud, streak


@functools.lru_cache(maxsize=4)
def render_base(seed: int) -> Material:
    """Painted render, streaked by rain, patched. Tile 5 m."""
    rng = np.random.default_rng([611, seed])
    cloud, streak = _weather(rng)
    grain = spectral(_SIZE, rng, low=90, slope=0.2)
    patch = above(spectral(_SIZE, rng, low=2, high=50, slope=1.5), 0.10, 0.25)
    tone = 1 + 0.035 * cloud + 0.03 * streak + 0.018 * grain - 0.10 * above(streak + 0.5 * cloud, 0.12, 1.2)
    colour = shaded(
        np.broadcast_to(rgb("#c8bda8"), (*_SIZE, 3)).astype(np.float32), tone * (1 + 0.05 * patch)
    )
    return Material(
        name="render",
        base_colour=colour,
        roughness=np.clip(0.82 + 0.05 * cloud - 0.08 * patch, 0, 1),
        specular=0.3,
        bump=(5e-4 * grain + 1.2e-3 * cloud).astype(np.float32),
        uv_scale=0.2,
    )


@functools.lru_cache(maxsize=4)
def ashlar_base(seed: int) -> Material:
    """Blocks of limestone, 0.8 by 0.4 m, fine joints, soot under the ledges. Tile 3.2 m: 4 by 8."""
    rng = np.random.default_rng([612, seed])
    u, v = axes(_SIZE)
    course = np.floor(v * 8)
    x = u * 4 + 0.5 * (course % 2)
    owner = ((course % 8) * 4 + np.floor(x) % 4).astype(int)
    edge = np.minimum(np.minimum(x % 1, 1 - x % 1) * 800, np.minimum((v * 8) % 1, 1 - (v * 8) % 1) * 400)
    face = step(2.0, 7.0, edge)
    toss = rng.random((2, 32)).astype(np.float32)
    cloud, streak = _weather(rng)
    fine = spectral(_SIZE, rng, low=60, slope=0.5)
    tone = 0.5 + 0.22 * (toss[0][owner] - 0.5) + 0.07 * cloud + 0.05 * fine + 0.06 * streak
    colour = ramp(np.clip(tone, 0, 1), "#96896f", "#c2b496", "#d6cab0")
    colour = shaded(colour, (0.62 + 0.38 * face) * (1 - 0.16 * above(streak, 0.15, 1.4)))
    bump = 5e-3 * face + 8e-4 * toss[1][owner] + 3e-4 * fine
    return Material(
        name="ashlar",
        base_colour=colour,
        roughness=np.clip(0.8 + 0.05 * fine, 0, 1),
        specular=0.35,
        bump=soft(bump, 0.7).astype(np.float32),
        uv_scale=1 / 3.2,
    )


@functools.lru_cache(maxsize=32)
def wall_material(wall: str, colour: str, seed: int) -> Material:
    """The wall of a house in its colour; walls of one kind share their relief."""
    if wall == "brick":
        base = material("brick", wear=0.4, seed=seed)
    else:
        base = render_base(seed) if wall == "render" else ashlar_base(seed)
    return replace(base, base_colour=dyed(np.asarray(base.base_colour, np.float32), colour))


@functools.lru_cache(maxsize=32)
def roofing(colour: str, seed: int, *, pantile: bool) -> Material:
    """Slates or pantiles in courses of 0.2 m up the slope. Tile 2 m: 10 courses."""
    rng, size = np.random.default_rng([613, seed]), (512, 512)
    u, v = axes(size)
    course = np.floor(v * 10)
    x = u * 10 + (0.0 if pantile else 0.5) * (course % 2)
    owner = ((course % 10) * 10 + np.floor(x) % 10).astype(int)
    across, up = x % 1, (v * 10) % 1
    toss = rng.random((2, 100)).astype(np.float32)
    gap = step(0.0, 0.06, np.minimum(across, 1 - across)) * step(1.0, 0.93, up)
    cloud, fine = spectral(size, rng, low=2, slope=1.2), spectral(size, rng, low=50, slope=0.6)
    moss = above(cloud, 0.12, 0.8)
    tone = (0.72 + 0.45 * toss[0][owner] + 0.06 * fine) * (0.45 + 0.55 * gap)
    body = shaded(np.broadcast_to(rgb(colour), (*size, 3)).astype(np.float32), tone)
    roll = 0.03 * np.sin(np.pi * across) if pantile else 0.0 * across
    height = roll + 0.012 * (1 - up) + 0.004 * toss[1][owner] - 0.006 * (1 - gap)
    return Material(
        name="roofing",
        base_colour=over(body, "#59583f", 0.4 * moss),
        roughness=np.clip(0.6 + 0.1 * fine, 0, 1),
        bump=np.asarray(height, np.float32),
        uv_scale=0.5,
    )


def _pane(rng: np.random.Generator, size: tuple[int, int]) -> Float[np.ndarray, "h w 3"]:
    """A window by day, from outside: dim room, curtains, a blind, something on the sill. Row 0 is the top."""
    u, v = np.broadcast_arrays(*axes(size))
    depth = rng.uniform(0.5, 1.3)
    room = np.asarray(from_hex("#14171a")) * depth * (0.5 + 0.9 * v[..., None])
    side = (np.abs(u - rng.uniform(0.3, 0.7)) < rng.uniform(0.06, 0.16)) & (np.abs(v - 0.42) < 0.13)
    room = room + side[..., None] * np.asarray(from_hex("#23211d"))
    cloth = np.asarray(from_hex(str(rng.choice(["#a8a294", "#8f8878", "#b0a892", "#77695c", "#b8b6ae"]))))
    fold = 0.55 + 0.25 * np.sin(2 * np.pi * (u * rng.uniform(9, 15) + 0.12 * np.sin(5 * v))) * (0.5 + 0.5 * v)
    kind = rng.integers(6)
    left, right = rng.uniform(0.10, 0.26, 2) + (0.08 if kind == 1 else 0.0)
    drawn = ((u < left + 0.05 * v) | (u > 1 - right - 0.05 * v)) & (kind < 4)
    if kind == 4:
        drawn = u > -1.0
        fold = fold * 0.55
    room = np.where(drawn[..., None], cloth * 0.5 * fold[..., None], room)
    if kind in (2, 5):
        low = rng.uniform(0.25, 0.75)
        slat = 0.38 + 0.12 * np.sin(2 * np.pi * v * 34)
        room = np.where((v < low)[..., None], np.asarray(from_hex("#b3ab99")) * slat[..., None], room)
    return np.asarray(room * (1 - 0.3 * np.exp(-v / 0.05))[..., None], np.float32)


@functools.lru_cache(maxsize=4)
def pane_atlas(seed: int) -> Material:
    """Glazing: one atlas of what shows behind it, under a smooth, slightly wavy reflection."""
    rng, cell = np.random.default_rng([614, seed]), (240, 160)
    rows = [np.concatenate([_pane(rng, cell) for _ in range(PANES[0])], 1) for _ in range(PANES[1])]
    colour = np.concatenate(rows, 0)
    wave = spectral((256, 256), rng, low=5, high=16, slope=1.2)
    return Material(
        name="pane",
        base_colour=np.ascontiguousarray(colour),
        roughness=0.03,
        specular=1.0,
        bump=(5e-4 * wave).astype(np.float32),
    )


def pane_uv(cell: int, *, mirrored: bool) -> Float[np.ndarray, "4 2"]:
    """Corners of an atlas cell for a quad that runs lower left, lower right, upper right, upper left."""
    column, row = cell % PANES[0], cell // PANES[0] % PANES[1]
    a, b = (column + 0.01) / PANES[0], (column + 0.99) / PANES[0]
    low, top = 1 - (row + 0.995) / PANES[1], 1 - (row + 0.005) / PANES[1]
    a, b = (b, a) if mirrored else (a, b)
    return np.array([[a, low], [b, low], [b, top], [a, top]])


NAMES = (
    "MARLOW & SONS",
    "Café Odette",
    "VINTNER'S",
    "Lindqvist",
    "THE PAPER ROOM",
    "Bakery Aurelia",
    "HALLORAN",
    "Maison Verdier",
    "NORTHLIGHT",
    "Trattoria Nove",
    "Foxglove Florist",
    "ARDEN BOOKS",
    "Sato Tailors",
    "PELLEGRIN",
    "Little Owl",
    "Copper & Clay",
    "Moreau Horloger",
    "GREEN LANTERN",
    "Apothecary Quill",
    "ST. BRAN'S",
    "Osteria Luna",
    "KESTREL",
    "Pâtisserie Ilse",
    "Drake Hardware",
)


def shop_name(seed: int, row: int) -> str:
    """What row `row` of the sign atlas says."""
    order = np.random.default_rng([615, seed]).permutation(len(NAMES))
    return NAMES[int(order[row % SIGN_ROWS])]


@functools.lru_cache(maxsize=4)
def sign_atlas(seed: int, fascias: tuple[str, ...]) -> Material:
    """Lettering of sixteen shops on their fascia colours, one row each."""
    rng = np.random.default_rng([615, seed])
    chosen = rng.permutation(len(NAMES))[:SIGN_ROWS]
    inks = ("#e3c98a", "#e9e3d3", "#d9b45c", "#efe9dc")
    rows = [
        text_texture(NAMES[k], inks[int(rng.integers(4))], fascias[i % len(fascias)], 640, 8.0)
        for i, k in enumerate(chosen)
    ]
    return Material(name="shop_sign", base_colour=np.ascontiguousarray(np.concatenate(rows)), roughness=0.4)


def sign_uv(row: int) -> Float[np.ndarray, "4 2"]:
    """Corners of one name for a quad that runs lower left, lower right, upper right, upper left."""
    top = 1 - (row % SIGN_ROWS) / SIGN_ROWS
    low = top - 1 / SIGN_ROWS
    return np.array([[0, low], [1, low], [1, top], [0, top]])
