"""What grows around the stage: grass in clumps, flowers in drifts, reeds at the water."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.lake_season import Season
from rayograph.world.sets.terrain import Landscape, ground
from rayograph.world.sets.vegetation import blades, flower, scatter

TRODDEN = 1.7
"""Within this distance of the stage's centre the grass is short [m]."""
LANE = 0.45
"""Towards the usual camera distances count so much less: no tall blade stands right before the lens."""
_LAWN = 60_000
"""Blades of the short grass at the stage, by full detail; a draft has half of them, for lenses come near."""


def _spread(rng: np.random.Generator, count: int, near: float, far: float) -> tuple[np.ndarray, np.ndarray]:
    """Points around the stage, even to `near` [m], then thinning with distance squared to `far` [m]."""
    inner = rng.random(count) < 1 / (1 + 2 * np.log(far / near))
    away = np.where(inner, near * np.sqrt(rng.random(count)), near * (far / near) ** rng.random(count))
    turn = rng.uniform(0, 2 * np.pi, count)
    return away * np.cos(turn), away * np.sin(turn)


def build_meadow(
    land: Landscape, season: Season, rng: np.random.Generator, *, density: float, bare: str
) -> list[Part]:
    """Grass and reeds as one part, flower heads as another."""
    green = [_grass(land, season, rng, int(185_000 * density), bare)]
    reeds = _reeds(land, season, rng, int(5200 * min(1.0, density * 1.5)))
    if reeds is not None:
        green.append(reeds)
    heads: list[Mesh] = []
    if season.bloom > 0:
        flowers, stalks = _flowers(land, season, rng, int(6400 * density * season.bloom), bare)
        heads.extend(flowers)
        green.extend(stalks)
    blade = Material(name="lake_grass", kind="thin", roughness=0.5, transmission=0.52)
    petal = Material(name="lake_petals", kind="thin", roughness=0.6, transmission=0.3)
    parts = [Part(mesh=merge(green), material=blade)]
    if heads:
        parts.append(Part(mesh=merge(heads), material=petal))
    return parts


def _grass(land: Landscape, season: Season, rng: np.random.Generator, count: int, bare: str) -> Mesh:
    x, y = _spread(rng, count, 7.5, 42.0)
    # The stage is trodden short and lenses come near, so it needs more blades to look as green.
    lawn = int(_LAWN * max(min(count / 226_000, 1.0), 0.5)) if count > 40_000 else 0
    away, turn = 4.8 * rng.random(lawn) ** 0.6, rng.uniform(0, 2 * np.pi, lawn)
    x = np.concatenate([away * np.cos(turn), x])
    y = np.concatenate([away * np.sin(turn) - 0.25 * away, y])
    count += lawn
    clump = np.stack([x, y], 1)
    cell = np.floor(clump * 2.9 + rng.normal(0, 0.25, (count, 2))).astype(int)
    knot = (cell + rng.random((64, 64, 2))[cell[:, 0] & 63, cell[:, 1] & 63]) / 2.9
    gather = (rng.random(count) < 0.4) & (np.hypot(x, y) > TRODDEN)  # two in five stand in tussocks
    clump = np.where(gather[:, None], knot + rng.normal(0, 0.045, (count, 2)), clump)
    x, y = clump.T
    at = ground(land, x, y, octaves=0)
    away = np.hypot(x, y)
    lush = fbm2(x / 2.8, y / 2.8, octaves=4, seed=land.seed + 83) + 0.6 * fbm2(
        x / 19, y / 19, octaves=3, seed=land.seed + 42
    )
    keep = (at.shore > land.site.lip * (1 + 0.27 * lush)) & (lush > rng.normal(-0.5, 0.22, count))
    if bare:
        keep &= (away > (15.0 if bare == "sand" else 7.5)) | (
            rng.random(count) < (0.0 if bare == "sand" else 0.02)
        )
    if season.snow > 0.5:
        keep &= (rng.random(count) < 0.16) & (lush > 0.05)
    x, y, z, away, lush, count = x[keep], y[keep], at.z[keep], away[keep], lush[keep], int(keep.sum())
    tall = rng.uniform(0.10, 0.28, count) * (1 + 0.8 * np.clip(lush, -0.4, 0.7))
    open_ = np.hypot(x, np.where(y < 0, LANE * y, y))
    tall *= 0.30 + 0.70 * smoothstep(TRODDEN, 4.6, open_ + 0.9 * lush)
    seedhead = rng.random(count) < 0.03 * (away > 3.5)
    tall = np.where(seedhead, tall * 1.6, tall)
    width = rng.uniform(0.0024, 0.0046, count) * (1 + np.clip(away - 4, 0, 50) / 13)
    dry = np.clip(season.dryness + rng.normal(0, 0.22, count) - 0.45 * lush + 0.5 * seedhead, 0, 1)[:, None]
    patch = 1 + 0.30 * fbm2(x / 6, y / 6, octaves=3, seed=land.seed + 84)[:, None]
    colour = (np.array(season.grass) * (1 - dry) + np.array(season.dry) * dry) * patch
    colour *= rng.uniform(0.8, 1.2, (count, 1))
    return blades(rng, np.stack([x, y, z - 0.008], 1), tall, width, colour)


def _reeds(land: Landscape, season: Season, rng: np.random.Generator, count: int) -> Mesh | None:
    """Stands of reed in the shallows, away from the middle of the view."""
    x = rng.uniform(5, 75, count * 18) * rng.choice([-1.0, 1.0], count * 18)
    y = rng.uniform(2, 42, count * 18)
    at = ground(land, x, y, octaves=0)
    stand = fbm2(x / 7, y / 7, octaves=3, seed=land.seed + 85)
    keep = np.flatnonzero(
        (at.shore > -2.6) & (at.shore < 0.9) & (stand > 0.14 + 0.25 * np.exp(-np.abs(x) / 8))
    )
    keep = keep[:count]
    if len(keep) < 10:
        return None
    size = len(keep)
    tall = rng.uniform(0.7, 1.7, size) * (0.75 + 0.6 * np.clip(stand[keep], 0, 0.6))
    dry = np.clip(rng.normal(season.dryness + 0.1, 0.25, size), 0, 1)[:, None]
    colour = np.array(from_hex("#6d8140")) * (1 - dry) + np.array(from_hex("#b39a62")) * dry
    roots = np.stack([x[keep], y[keep], at.z[keep] - 0.02], 1)
    # Far blades are broader and stand for several: thinner than a pixel they would only glitter.
    width = rng.uniform(0.005, 0.010, size) * (1 + np.hypot(*roots[:, :2].T) / 14)
    return blades(rng, roots, tall, width, colour, bend=0.16)


def _flowers(
    land: Landscape, season: Season, rng: np.random.Generator, count: int, bare: str
) -> tuple[list[Mesh], list[Mesh]]:
    """Drifts of flowers by colour: (heads, stalks)."""
    heads, stalks = [], []
    each = max(count // max(len(season.flowers), 1), 1)
    for i, colour in enumerate(season.flowers):
        x, y = _spread(rng, each * 5, 9.0, 34.0)
        at = ground(land, x, y, octaves=0)
        drift = fbm2(x / 4.5, y / 4.5, octaves=3, seed=land.seed + 91 + i)
        away = np.hypot(x, y)
        keep = (
            (at.shore > 1.25 * land.site.lip)
            & (drift > rng.normal(0.20, 0.12, len(x)))
            & (away > ({"sand": 15.0, "gravel": 7.5}.get(bare, 2.2)))
        )
        keep = np.flatnonzero(keep)[:each]
        if not len(keep):
            continue
        size = len(keep)
        places = np.stack([x[keep], y[keep], at.z[keep]], 1)
        tall = rng.uniform(0.12, 0.30, size) * (0.45 + 0.55 * smoothstep(2.2, 5.5, away[keep]))
        yaw, lean = rng.uniform(0, 2 * np.pi, size), rng.normal(0, 0.15, size)
        head, stalk = flower(5 + 2 * (i % 2))
        tint = np.array(colour) * rng.uniform(0.85, 1.1, (size, 1))
        heads.append(scatter(head, places, tall, yaw, tint, lean))
        green = np.array(season.grass) * rng.uniform(0.6, 1.0, (size, 1))
        stalks.append(scatter(stalk, places, tall, yaw, green, lean))
    return heads, stalks
