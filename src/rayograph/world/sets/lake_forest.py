"""Where the trees stand: a few to frame the picture, a wood by the meadow, forests up to the tree line."""

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.noise import fbm2
from rayograph.world.scene import Material, Part
from rayograph.world.sets.lake_ground import Horizon
from rayograph.world.sets.lake_season import Season
from rayograph.world.sets.terrain import Landscape, ground, grove, massif, wooded
from rayograph.world.sets.vegetation import broadleaf, conifer, far_broadleaf, far_conifer, scatter, speck

LIMITS = (0.0, 48.0, 190.0, 700.0, 1e9)
"""Distances [m] at which trees change to their lighter forms."""
_CAPS = (28, 220, 9000, 26000)
"""At most so many trees of each form, at full density."""
_GLADE = 0.36
"""Tangent behind the stage's sides up to which no near tree stands, so that a low sun reaches the meadow."""
_BARK = from_hex("#6f5a48")
_BIRCH = from_hex("#cfc8ba")


def _candidates(
    land: Landscape, seen: Horizon, rng: np.random.Generator, count: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places (x, y, z) [m], foot height, where a tree may stand and be seen: log-even in distance."""
    away = 26 * (3600 / 26) ** (rng.random(count) ** 0.55)
    turn = np.where(
        rng.random(count) < 0.45, rng.normal(np.pi / 2, 0.55, count), rng.uniform(0, 2 * np.pi, count)
    )
    x, y = away * np.cos(turn), away * np.sin(turn)
    at = ground(land, x, y, octaves=3)
    high = at.z
    _, fall_x, fall_y = massif(land, x, y)
    woods = wooded(land, x, y, high, np.hypot(fall_x, fall_y))
    near = grove(land, x, y) + 0.25 * fbm2(x / 30, y / 30, octaves=3, seed=land.seed + 72)
    near = near > -0.30 + 0.75 * np.exp(-((away / 75) ** 2)) + 0.25 * np.exp(-np.maximum(at.shore, 0) / 8.0)
    glade = (y < 3) & (-y < _GLADE * np.abs(x) + 3) & (away < 75)
    keep = (at.shore > 5.0) & ~glade & near & (woods > rng.random(count)) & ~seen.hides(x, y, high + 17)
    return x[keep], y[keep], high[keep]


def _framing(land: Landscape, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Feet (x, y) [m] of the trees that frame the meadow on both sides and close it behind."""
    spots = []
    heavy = float(rng.choice([-1.0, 1.0]))
    for side, count in ((heavy, int(rng.integers(2, 4))), (-heavy, int(rng.integers(0, 3)))):
        for _ in range(count):
            spots.append((side * rng.uniform(6.4, 10.5), rng.uniform(6.5, 10.8)))
        for _ in range(4):
            across = rng.uniform(12, 30)
            along = rng.uniform(4, 9) if rng.random() < 0.4 else -rng.uniform(_GLADE * across + 3, 23)
            spots.append((side * across, along))
    for _ in range(7):
        spots.append((rng.uniform(-30, 30), rng.uniform(-52, -24)))
    x, y = np.array(spots).T
    keep = ground(land, x, y, octaves=0).shore > 3.2
    return x[keep], y[keep]


def build_forest(
    land: Landscape, season: Season, seen: Horizon, rng: np.random.Generator, *, density: float
) -> list[Part]:
    """Needles, leaves and wood of all trees, three parts. `density` 1 is the full set."""
    framing, standing, planting = rng.spawn(3)
    fx, fy = _framing(land, framing)
    x, y, z = _candidates(land, seen, standing, int(210_000 * density))
    x, y = np.concatenate([fx, x]), np.concatenate([fy, y])
    z = np.concatenate([ground(land, fx, fy).z, z])
    away = np.hypot(x - seen.focus[0], y - seen.focus[1])
    kept = _capped(away, standing, density, first=len(fx))
    x, y, z, away = x[kept], y[kept], z[kept], away[kept]

    def drawn(low: float, high: float) -> np.ndarray:
        """Even draws for all trees, of which the framing ones are the same in a draft."""
        first = framing.uniform(low, high, len(fx))
        return np.concatenate([first, standing.uniform(low, high, len(x) - len(fx))])

    mixture = fbm2(x / 120, y / 120, octaves=3, seed=land.seed + 75) + drawn(-0.28, 0.28)
    leafy = mixture > 0.30 - 0.25 * np.exp(-np.clip(z, 0, None) / 60) + 0.30 * (z > 0.55 * land.tree_line)
    if season.turning:  # the colours are what one comes for
        leafy |= mixture > -0.12
        leafy[: len(fx)] |= drawn(0, 1)[: len(fx)] < 0.55
    age = fbm2(x / 90, y / 90, octaves=3, seed=land.seed + 76)
    tall = (12.5 + 9 * age + drawn(-4.5, 4.5)).clip(4.5, 24) * (
        1 - 0.45 * np.clip(z / land.tree_line, 0, 1) ** 2
    )
    tall = np.where(away < 30, drawn(7.5, 15), tall)
    tall = np.where(leafy, 0.78 * tall, tall)
    places = np.stack([x, y, z - 0.12 - 0.012 * tall], 1)
    needles, leaves, wood = _planted(
        season, planting, places, tall, away, leafy, detail=min(1.0, density + 0.2)
    )
    thin = Material(name="lake_needles", kind="thin", roughness=0.6, transmission=0.28)
    leaf = Material(name="lake_leaves", kind="thin", roughness=0.5, transmission=0.42)
    bark = Material(name="lake_bark", roughness=0.9, specular=0.2)
    parts = [Part(mesh=merge(needles), material=thin), Part(mesh=merge(wood), material=bark)]
    if leaves:
        parts.append(Part(mesh=merge(leaves), material=leaf))
    return parts


def _capped(away: np.ndarray, rng: np.random.Generator, density: float, *, first: int) -> np.ndarray:
    """Indices of the trees to keep, so that no form exceeds its cap; the `first` ones frame, and all stay."""
    kept = [np.arange(first)]
    for low, high, cap in zip(LIMITS[:-1], LIMITS[1:], _CAPS, strict=True):
        band = (away >= low) & (away < high)
        found = first + np.flatnonzero(band[first:])
        most = max(0, int(cap * (density if cap > 1000 else 0.4 + 0.6 * density)) - int(band[:first].sum()))
        kept.append(found if len(found) <= most else np.sort(rng.permutation(found)[:most]))
    return np.sort(np.concatenate(kept))


def _planted(
    season: Season, rng: np.random.Generator, places: np.ndarray, tall: np.ndarray, away: np.ndarray,
    leafy: np.ndarray, *, detail: float,
) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:  # fmt: skip
    """Specimens scattered by kind and distance: (needle, leaf, wood) meshes."""
    needles: list[Mesh] = []
    leaves: list[Mesh] = []
    wood: list[Mesh] = []
    forms = ((int(30 * detail), 13, 0.0062), (17, 4, 0.013))
    crowns = ((int(5200 * detail), 0.0097), (int(330 * (0.3 + 0.7 * detail)), 0.037))
    variants = (4, 3, 5, 4)
    conifers, broad = _species(season, rng, places)
    for level, (low, high) in enumerate(zip(LIMITS[:-1], LIMITS[1:], strict=True)):
        band = (away >= low) & (away < high)
        pick = rng.integers(0, variants[level], len(places))
        shade = (1.0, 0.92, 0.62, 0.55)[level]  # solid crowns lack the dark between leaves
        for variant in range(variants[level]):
            chosen = np.flatnonzero(band & ~leafy & (pick == variant))
            if level < 2:
                whorls, cards, width = forms[level]
                green, trunk = conifer(
                    rng, whorls=whorls, cards=cards, width=width, bark=_BARK, slender=rng.uniform(0.8, 1.1)
                )
                wood.append(_copies(trunk, places, tall, chosen, np.ones((len(places), 3)), rng))
            else:
                green = far_conifer(rng) if level == 2 else speck(rng, slender=1.0)
            lift = (1.45, 1.2, 1.0, 1.0)[level]  # sprigs shade each other, solid crowns do not
            needles.append(_copies(green, places, tall, chosen, lift * conifers, rng))
            chosen = np.flatnonzero(band & leafy & (pick == variant))
            if level < 2:
                many, size = crowns[level]
                bare = season.leafiness < 0.2  # then there are twigs to be seen
                crown, stems = broadleaf(
                    rng,
                    leaves=int(many * (0.5 if bare else season.leafiness)),
                    size=4.2 * size if bare else size,
                    bark=_BIRCH,
                    slender=rng.uniform(0.8, 1.2),
                    slim=0.022 if bare else 0.6,
                )
                wood.append(_copies(stems, places, tall, chosen, np.ones((len(places), 3)), rng))
            else:
                crown = far_broadleaf(rng) if level == 2 else speck(rng, slender=1.7)
            leaves.append(_copies(crown, places, tall, chosen, shade * broad, rng))
    full = [[mesh for mesh in pile if len(mesh.faces)] for pile in (needles, leaves, wood)]
    return full[0], full[1], full[2]


def _species(
    season: Season, rng: np.random.Generator, places: np.ndarray
) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "n 3"]]:
    """One colour per tree, as a conifer and as a broadleaf: stands differ, trees less so."""
    x, y, _ = places.T
    stand = 0.5 + 0.9 * fbm2(x / 130, y / 130, octaves=3, seed=int(rng.integers(1 << 20)))
    tone = 1 + 0.55 * fbm2(x / 70, y / 70, octaves=3, seed=int(rng.integers(1 << 20)))
    found = []
    for colours in (season.needles, season.leaves):
        table = np.array(colours)
        at = np.clip(stand + rng.normal(0, 0.22, len(x)), 0, 1) * (len(table) - 1)
        low = np.minimum(at.astype(int), len(table) - 2)
        share = (at - low)[:, None]
        mixed = table[low] * (1 - share) + table[low + 1] * share
        found.append(mixed * (tone * rng.uniform(0.72, 1.28, len(x)))[:, None])
    return found[0], found[1]


def _copies(
    specimen: Mesh, places: np.ndarray, tall: np.ndarray, chosen: np.ndarray, tint: np.ndarray,
    rng: np.random.Generator,
) -> Mesh:  # fmt: skip
    yaw = rng.uniform(0, 2 * np.pi, len(chosen))
    lean = rng.normal(0, 0.02, len(chosen))
    return scatter(specimen, places[chosen], tall[chosen], yaw, tint[chosen], lean)
