"""A city street: carriageway and pavements between house fronts, lamps, shops, what stands about."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet, Collider, Part
from rayograph.world.sets.snow_cover import snowed
from rayograph.world.sets.street_church import bell_tower
from rayograph.world.sets.street_ground import carriageway, flags, marking, patch
from rayograph.world.sets.street_house import Site, decided, house_on
from rayograph.world.sets.street_lamps import lamps
from rayograph.world.sets.street_neon import WORDS, neon_blade
from rayograph.world.sets.street_overhead import fixtures, overhead
from rayograph.world.sets.street_palette import TOWNS, Town, built_of
from rayograph.world.sets.street_paving import FAR, NEAR, WALL_LEFT, WALL_RIGHT, Grounds, paving
from rayograph.world.sets.street_solids import gathered, moved
from rayograph.world.sets.street_stuffs import Stuffs, stuffs_of
from rayograph.world.sets.street_traffic import clutter, parked, trees
from rayograph.world.shapes import rotation, translation


def build(plan: SetPlan, rng: np.random.Generator) -> BuiltSet:
    """Build the street; the stage is the carriageway round the origin."""
    draft = plan.options.get("detail") == "draft"
    town = built_of(plan.options.get("houses", ""), TOWNS[int(rng.integers(len(TOWNS)))])
    stuffs = stuffs_of(town, rng)
    surface = plan.surface or ("cobbles" if town.name == "southern" else "asphalt")
    grounds = Grounds(
        road=carriageway(
            surface, plan.surface_colour, wet=plan.wet, seed=stuffs.seed, size=1024 if draft else 2048
        ),
        flags=flags(wet=plan.wet, seed=stuffs.seed),
        paint=marking(surface, wet=plan.wet, seed=stuffs.seed),
        patch=patch(wet=plan.wet, seed=stuffs.seed),
        lines=surface == "asphalt",
    )
    crossing = float(rng.uniform(7.5, 9.5))
    gap = float(rng.uniform(24, 30))
    gaps = [(1, gap, gap + 7.0)]
    # Each in a stream of its own: what a draft leaves out must not move what it keeps.
    ground, plots, cars, green, things, sign, wires, iron = rng.spawn(8)
    front = plan.options.get("front", "")
    parts, solids = paving(grounds, stuffs, crossing, gaps, ground)
    # Who names the houses wants to see walls, not shop fronts.
    trade = 0.2 if plan.options.get("houses") else 0.8
    bare = plan.options.get("wall") == "bare"
    houses, blocks = _houses(
        town, stuffs, gap, draft, front, 0.0 if bare else trade, plots, plan.options.get("trade", "")
    )
    for made, walls in (
        lamps(town.lamp, stuffs, gap),
        parked(crossing, gap, draft, cars),
        trees(draft, plan.options.get("season", ""), stuffs, green),
        clutter(draft, stuffs, things, bare=bare or front != ""),
    ):
        parts += made
        solids += walls
    # Where the cast has a sign of its own, the street's stands farther down.
    parts += [*_neon(stuffs, 20.0 if front else 0.0, sign), *overhead(stuffs, wires), *fixtures(stuffs, iron)]
    parts = gathered([*parts, *houses])
    if plan.options.get("snow"):
        parts = snowed(parts, depth=0.04)
    return BuiltSet(
        parts=tuple(parts),
        colliders=(*solids, *blocks),
        stage_half=(1e3, 1e3),
        friction=0.75,
        restitution=0.45,
        indoors=False,
    )


STAGED = (-2.9, 5.1)
"""The plot whose shop the cast may hang its sign on: 5.8 m of shop round the origin and a house door [m]."""


def _split(start: float, end: float, rng: np.random.Generator) -> list[tuple[float, float]]:
    """A row of plots of 8 to 14 m between `start` and `end` [m]."""
    count = max(int(round((end - start) / rng.uniform(10, 12.0))), 1)
    weights = rng.uniform(0.8, 1.2, count)
    cuts = start + (end - start) * np.concatenate([[0], np.cumsum(weights) / weights.sum()])
    return list(zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True))


def _row(start: float, end: float, staged: bool, rng: np.random.Generator) -> list[tuple[float, float, bool]]:
    """A row of plots; where the cast needs a shop front of its own, one of them has it at the origin."""
    if not staged:
        return [(a, b, False) for a, b in _split(start, end, rng)]
    low, high = STAGED
    before, after = _split(start, low, rng), _split(high, end, rng)
    return [*((a, b, False) for a, b in before), (low, high, True), *((a, b, False) for a, b in after)]


def _sites(gap: float, draft: bool, front: str, trade: float, rng: np.random.Generator) -> list[Site]:
    """Every plot: both rows, the side street's end, the ends of the street. trade: share of shops."""
    sites: list[Site] = []

    def fine(y: float) -> bool:
        return not draft and -14 < y < 26

    for a, b, stage in _row(NEAR, FAR, front == "left", rng):
        pose = translation(WALL_LEFT - rng.uniform(0, 0.15), a, 0) @ rotation("z", 90)
        sites.append(
            Site(
                pose=pose,
                width=b - a,
                shops=bool(rng.random() < trade) or stage,
                stage=int(stage),
                open=-6 < b and a < (3 if draft else 20),
                fine=fine((a + b) / 2),
            )
        )
    for low, high in ((NEAR, gap), (gap + 7.0, FAR)):
        for a, b, stage in _row(low, high, front == "right" and low < 0, rng):
            side = "left" if b == gap else "right" if a == gap + 7.0 else ""
            pose = translation(WALL_RIGHT + rng.uniform(0, 0.15), b, 0) @ rotation("z", -90)
            sites.append(
                Site(
                    pose=pose,
                    width=b - a,
                    # Behind the cafe's tables and chairs there is a cafe, or something else that trades.
                    # And one window by the stage shines at night, whatever the houses are.
                    shops=bool(rng.random() < trade)
                    or (a < 6.0 and b > 1.0 if trade > 0.5 else trade > 0 and a <= 2.0 < b),
                    stage=-int(stage),
                    open=-6 < b and a < (3 if draft else 20),
                    fine=fine((a + b) / 2),
                    side=side,
                )
            )
    far, wide = FAR + 10.0, 27.0
    sites.append(
        Site(pose=translation(WALL_RIGHT + 34, gap + 12, 0) @ rotation("z", -90), width=17.0, fine=False)
    )
    sites += [Site(pose=translation(a, far, 0), width=b - a, fine=False) for a, b in _split(-wide, wide, rng)]
    sites += [
        Site(pose=translation(b, NEAR, 0) @ rotation("z", 180), width=b - a, fine=False)
        for a, b in _split(-14, 14, rng)
    ]
    for x, turn in ((-wide, 90), (wide, -90)):
        y = FAR - 2 if turn > 0 else FAR + 12
        sites.append(Site(pose=translation(x, y, 0) @ rotation("z", turn), width=14.0, fine=False))
    return sites


def _neon(stuffs: Stuffs, away: float, rng: np.random.Generator) -> list[Part]:
    """One neon sign within sight of the stage, on either side."""
    word = WORDS[int(rng.integers(len(WORDS)))]
    backing = ("#16181c", "#1d1417", "#101a1c")[int(rng.integers(3))]
    left = bool(rng.random() < 0.5)
    y, top = float(rng.uniform(8.0, 15.0)) + away, float(rng.uniform(7.6, 8.4))
    pose = translation(WALL_LEFT, y, top) if left else translation(WALL_RIGHT, y, top) @ rotation("z", 180)
    return moved(neon_blade(word, stuffs, backing), pose)


def _houses(
    town: Town,
    stuffs: Stuffs,
    gap: float,
    draft: bool,
    front: str,
    trade: float,
    rng: np.random.Generator,
    sold: str = "",
) -> tuple[list[Part], list[Collider]]:
    parts: list[Part] = []
    solids: list[Collider] = []
    taken: list[str] = []
    first = int(rng.integers(100))  # or every street would have the same shops in the same places
    for number, plot in enumerate(_sites(gap, draft, front, trade, rng)):
        site = replace(plot, number=first + number, trade=sold if plot.stage else "")
        face = decided(site, town, stuffs, rng, taken)
        made, block = house_on(site, face, town, stuffs, rng.spawn(1)[0])
        parts += made
        solids.append(block)
    if town.end == "church":
        parts += bell_tower(FAR + 27.0, stuffs)
    return parts, solids
