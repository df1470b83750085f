"""Woods, bare, painted, burnt and woven.

uv in metres: one tile of timber is 1 m; grain runs along v, which on turned pieces is the axis (there u is
0..1 around, so the rings come out proportionally finer). `planks` makes floors and table tops, `across`
lays any material's grain along u.
"""

import functools
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from rayograph.world.materials.look import SIDE, Look, chips, rough, smudges, stains
from rayograph.world.materials.pigment import Picture, dyed, over, ramp, shaded
from rayograph.world.materials.tile import (
    Field,
    Size,
    above,
    axes,
    cells,
    scratches,
    shifted,
    spectral,
    step,
    uniform,
)
from rayograph.world.scene import Material

BOARD: Size = (512, 1024)


@dataclass(frozen=True, kw_only=True)
class Species:
    """What tells one wood from another.

    early, late: colours of the pale and the dense part of a ring; heart: streak colour.
    rings: per metre. figure: how far they wander (cathedrals). pores: share of open pores.
    flecks: medullary rays of quartered oak. knots: per square metre. contrast: of late wood.
    """

    early: str
    late: str
    heart: str
    rings: int = 80
    figure: float = 10.0
    pores: float = 0.06
    flecks: float = 0.0
    knots: int = 0
    contrast: float = 0.8
    roughness: float = 0.42
    clearcoat: float = 0.15


SPECIES: dict[str, Species] = {
    "oak": Species(early="#c19a66", late="#916439", heart="#a97a48", pores=0.10, flecks=0.5),
    "walnut": Species(early="#7a5638", late="#3f281a", heart="#54341f", rings=60, figure=14, roughness=0.36,
                      clearcoat=0.25),
    "pine": Species(early="#dcbd86", late="#b57f41", heart="#cfa768", rings=50, figure=12, pores=0.0, knots=5,
                    contrast=1.0, roughness=0.52, clearcoat=0.0),
    "ebony": Species(early="#332823", late="#1a1513", heart="#46342a", rings=110, pores=0.04, contrast=0.7,
                     roughness=0.28, clearcoat=0.35),
    "maple": Species(early="#e0c196", late="#c19a68", heart="#d3ad7c", rings=70, figure=8, pores=0.0,
                     contrast=0.5, roughness=0.34, clearcoat=0.3),
}  # fmt: skip


@dataclass(frozen=True)
class _Board:
    colour: Picture
    roughness: Field
    height: Field


def _knots(size: Size, rng: np.random.Generator, count: int) -> Field:
    """1 at the heart of each knot, falling to 0 around it, drawn out along the grain."""
    u, v = axes(size)
    eye = np.zeros(size, np.float32)
    for x, y, radius in rng.random((count, 3)):
        across_, along = (u - x + 0.5) % 1 - 0.5, (v - y + 0.5) % 1 - 0.5
        spread = 0.008 + 0.012 * radius
        eye += np.exp(-((across_ / spread) ** 2) - (along / (1.9 * spread)) ** 2).astype(np.float32)
    return np.minimum(eye, 1)


def _board(species: Species, look: Look, size: Size = BOARD) -> _Board:
    rng = look.rng(101)
    u, _ = axes(size)
    bend = spectral(size, rng, low=1.2, high=9, slope=1.9, stretch=(1, 5))
    wander = spectral(size, rng, low=6, high=60, slope=1.4, stretch=(1, 10))
    eye = _knots(size, rng, species.knots)
    phase = species.rings * u + species.figure * bend + 0.35 * wander + 7 * eye
    turn = phase - np.floor(phase)
    late = (turn**2.2 * step(1.0, 0.90, turn)).astype(np.float32)
    year = spectral(size, rng, low=5, high=50, slope=0.8, stretch=(1, 12))
    late *= np.clip(0.65 + 0.35 * year, 0.1, 1.3)
    fibre = spectral(size, rng, low=60, slope=0.4, stretch=(1, 45))
    streak = spectral(size, rng, low=3, high=80, slope=1.1, stretch=(1, 14))
    tone = np.clip(species.contrast * late + 0.07 * fibre + 0.08 * streak + 0.08, 0, 1)
    colour = over(ramp(tone, species.early, species.late), species.heart, 0.5 * uniform(streak))
    colour = over(colour, "#4a2a14", 0.85 * step(0.62, 0.95, eye))
    height = 0.35 * fibre - 0.3 * late
    pores = np.zeros(size, np.float32)
    if species.pores:
        dash = spectral(size, rng, low=120, slope=0.1, stretch=(1, 14))
        ring_porous = 1 - 0.85 * step(0.05, 0.55, turn)
        pores = np.asarray(above(dash, species.pores, 0.5) * ring_porous, np.float32)
        colour = shaded(colour, 1 - 0.55 * pores)
        height -= 2.2 * pores
    if species.flecks:
        ray = spectral(size, rng, low=26, high=160, slope=0.6, stretch=(0.6, 5))
        colour = shaded(colour, 1 + 0.16 * species.flecks * above(ray, 0.06, 0.4))
    gloss = rough(species.roughness, 0.05 * fibre + 0.10 * late + 0.25 * pores)
    return _Board(colour, gloss, height)


def _aged(board: _Board, look: Look, rng: np.random.Generator) -> _Board:
    size, wear = board.roughness.shape, look.wear
    spots = stains(size, rng, wear)
    lines = scratches(size, rng, count=int(90 * wear), length=0.12, heading=np.pi / 2, spread=0.7)
    colour = shaded(board.colour, (1 - 0.34 * spots * wear**0.5) * (1 + 0.3 * lines * (0.4 + wear)))
    gloss = board.roughness + 0.05 * smudges(size, rng) + 0.22 * spots * wear + 0.3 * lines
    return _Board(colour, rough(0, gloss), board.height - 1.2 * lines)


def _timber(name: str, look: Look) -> Material:
    species = SPECIES[name]
    board = _aged(_board(species, look), look, look.rng(102))
    return Material(
        name=name,
        base_colour=dyed(board.colour, look.colour),
        roughness=board.roughness,
        clearcoat=species.clearcoat * (1 - 0.7 * look.wear),
        clearcoat_gloss=0.85,
        bump=(board.height * 1.8e-5).astype(np.float32),
    )


def oak(look: Look) -> Material:
    """Plain-sawn oak: open pores, ray flecks. Tile 1 m."""
    return _timber("oak", look)


def walnut(look: Look) -> Material:
    """Oiled walnut: dark streaks. Tile 1 m."""
    return _timber("walnut", look)


def pine(look: Look) -> Material:
    """Bare pine: strong late wood, a few knots. Tile 1 m."""
    return _timber("pine", look)


def ebony(look: Look) -> Material:
    """Polished ebony. Tile 1 m."""
    return _timber("ebony", look)


def maple(look: Look) -> Material:
    """Lacquered maple: fine, pale. Tile 1 m."""
    return _timber("maple", look)


@functools.lru_cache(maxsize=32)
def planks(
    species: str = "oak", *, colour: str | None = None, wear: float = 0.25, seed: int = 0, boards: int = 18
) -> Material:
    """A boarded floor or table top, boards along v. Tile 2.4 m: `boards` across it, butt joints at random.

    Args:
        species: a key of SPECIES.
        colour: sRGB hex of the stain; None leaves the wood's own.
        wear: 0 new .. 1 battered.
        seed: picks boards and grain.
        boards: boards per 2.4 m (18 is a 133 mm floor board, 12 a 200 mm table board).
    """
    kind, look = SPECIES[species], Look(colour=colour, wear=wear, seed=seed)
    rng, size = look.rng(103), (768, 1536)
    board = _board(kind, look)
    rows, columns = board.roughness.shape
    u, v = axes(size)
    lane = np.floor(u * boards).astype(int)
    inside = u * boards - lane
    joint = rng.random(boards).astype(np.float32)[lane]
    along = v * 2 + joint
    piece = (np.floor(along).astype(int) % 2) * boards + lane
    toss = rng.random((3, 2 * boards)).astype(np.float32)
    x = ((u * 2.4 + toss[0][piece]) * columns).astype(int) % columns
    y = ((v * 2.4 + toss[1][piece]) * rows).astype(int) % rows
    tint = 0.86 + 0.28 * toss[2][piece]
    warm = 1 + (toss[0][piece] - 0.5)[..., None] * np.array([0.10, 0.0, -0.12], np.float32)
    width = 2400 / boards
    end = np.abs(along - np.round(along)) * 1200
    edge = np.minimum(np.minimum(inside, 1 - inside) * width, end)
    gap = step(2.2, 0.9, edge)
    flat = _Board(
        colour=shaded(board.colour[y, x] * warm, tint * (1 - 0.85 * gap)),
        roughness=board.roughness[y, x] + 0.3 * gap,
        height=board.height[y, x] * 1.5 - 12 * gap + 5 * (toss[1][piece] - 0.5),
    )
    worn = _aged(flat, look, rng)
    return Material(
        name=f"{species}_planks",
        base_colour=dyed(worn.colour, colour),
        roughness=worn.roughness,
        clearcoat=0.25 * (1 - wear),
        clearcoat_gloss=0.8,
        bump=(worn.height * 5e-5).astype(np.float32),
        uv_scale=1 / 2.4,
    )


def across(surface: Material) -> Material:
    """The same surface turned a quarter: what ran along v runs along u."""

    def turned(channel: Any) -> Any:
        return channel.swapaxes(0, 1).copy() if isinstance(channel, np.ndarray) else channel

    return replace(
        surface,
        base_colour=turned(surface.base_colour),
        roughness=turned(surface.roughness),
        metallic=turned(surface.metallic),
        bump=turned(surface.bump),
    )


def painted_wood(look: Look) -> Material:
    """Brushed paint over pine, worn through to wood. Brush strokes along v. Tile 0.5 m."""
    rng, size = look.rng(110), SIDE
    stroke = spectral(size, rng, low=14, high=400, slope=0.7, stretch=(1, 16))
    sag = spectral(size, rng, low=2, slope=1.5)
    flaked = chips(size, rng, look.wear)
    crack = scratches(size, rng, count=int(50 * look.wear), length=0.2, heading=np.pi / 2, spread=0.1)
    bare = np.clip(flaked + 0.7 * crack, 0, 1)
    spots = stains(size, rng, look.wear)
    tone = 1 + 0.035 * stroke + 0.05 * sag - 0.30 * spots * look.wear
    paint = shaded(dyed(np.ones((*size, 3), np.float32), look.colour or "#8c2f24"), tone)
    wood = _board(SPECIES["pine"], look, size).colour * np.float32(0.7)
    wood = dyed(wood, look.accent) if look.accent else wood
    gloss = 0.34 + 0.03 * stroke + 0.05 * smudges(size, rng) + 0.4 * bare + 0.25 * spots * look.wear
    return Material(
        name="painted_wood",
        base_colour=dyed(over(paint, wood, bare), None),
        roughness=rough(0, gloss),
        clearcoat=0.25 * (1 - look.wear),
        clearcoat_gloss=0.8,
        bump=(2.5e-5 * stroke + 4e-5 * sag - 2.5e-4 * bare).astype(np.float32),
        uv_scale=2.0,
    )


def charred_wood(look: Look) -> Material:
    """Charcoal: checked into blocks, ash in places. Tile 0.3 m."""
    rng, size = look.rng(111), SIDE
    near, second, owner = cells(size, (9, 5), rng)
    split = step(0.16, 0.02, second - near)
    fibre = spectral(size, rng, low=20, slope=0.6, stretch=(1, 14))
    ash = above(spectral(size, rng, low=3, slope=1.2) - 0.4 * near, 0.12 + 0.2 * look.wear, 0.7)
    shade = rng.uniform(0.6, 1.4, owner.max() + 1).astype(np.float32)[owner]
    base = shaded(ramp(uniform(fibre), "#171514", "#2b2623"), shade)
    colour = over(over(base, "#8b8680", 0.55 * ash), "#0c0b0a", split)
    return Material(
        name="charred_wood",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.62, 0.08 * fibre + 0.3 * ash),
        bump=(-2.2e-3 * split - 6e-4 * near**2 + 6e-5 * fibre).astype(np.float32),
        uv_scale=1 / 0.3,
    )


def bark(look: Look) -> Material:
    """Furrowed bark, furrows along v. Tile 0.6 m."""
    rng, size = look.rng(112), SIDE
    warp = spectral(size, rng, low=3, high=60, slope=1.4, stretch=(1, 2))
    near, second, _ = cells(size, (11, 4), rng)
    ridge = shifted(np.clip(second - near, 0, 0.6), 0.02 * warp, 0.02 * np.roll(warp, 131, 1)) / 0.6
    ridge = np.asarray(ridge, np.float32)
    fine = spectral(size, rng, low=14, slope=0.9, stretch=(1, 3))
    tone = np.clip(0.15 + 0.75 * ridge**0.7 + 0.10 * fine, 0, 1)
    colour = ramp(tone, "#241b14", "#55432f", "#8a7a66")
    lichen = above(spectral(size, rng, low=5, slope=1.0) + 0.5 * ridge, 0.03 + 0.14 * look.wear, 0.5)
    colour = over(colour, look.accent or "#8f9475", 0.7 * lichen)
    return Material(
        name="bark",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.86, 0.05 * fine),
        bump=(7e-3 * ridge**0.6 + 6e-4 * fine).astype(np.float32),
        uv_scale=1 / 0.6,
    )


def wicker(look: Look) -> Material:
    """Woven rattan over stakes. Tile 0.12 m: 12 rods up, 8 stakes across."""
    rng, size = look.rng(113), SIDE
    u, v = axes(size)
    rods, stakes = 12, 8
    row = np.floor(v * rods).astype(int)
    swing = np.cos(2 * np.pi * (u * stakes / 2) + np.pi * row)
    rod = np.sqrt(np.clip(1 - (2 * (v * rods - row) - 1) ** 2, 0, 1))
    depth = (rod * (0.6 + 0.4 * swing)).astype(np.float32)
    fibre = spectral(size, rng, low=30, slope=0.4, stretch=(12, 1))
    shade = rng.uniform(0.82, 1.15, rods).astype(np.float32)[row]
    tone = np.clip(0.05 + 0.85 * depth + 0.05 * fibre, 0, 1)
    colour = shaded(
        ramp(tone, "#2e2012", "#8f6836", "#c9a266"), shade * (1 - 0.3 * stains(size, rng, look.wear))
    )
    return Material(
        name="wicker",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.5, 0.05 * fibre + 0.15 * (1 - depth)),
        bump=(2.2e-3 * depth + 2e-5 * fibre).astype(np.float32),
        uv_scale=1 / 0.12,
    )
