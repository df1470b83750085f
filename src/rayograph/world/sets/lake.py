"""The mountain-lake set: a meadow, the water's edge, a tongue of land in the lake, or the water itself.

Options: season = summer | autumn | winter | spring; water = still | ice; flowers = many;
detail = full | draft.
"""

from dataclasses import replace

import numpy as np

from rayograph.core.catalogue import LAKE_EDGE, LAKE_LEVEL
from rayograph.core.errors import PlanError
from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet, Collider, Part
from rayograph.world.sets.lake_forest import build_forest
from rayograph.world.sets.lake_ground import azimuths, build_ground, horizon
from rayograph.world.sets.lake_ice import build_ice
from rayograph.world.sets.lake_meadow import build_meadow
from rayograph.world.sets.lake_season import SEASONS
from rayograph.world.sets.lake_shore import build_log, build_stones
from rayograph.world.sets.lake_water import build_water
from rayograph.world.sets.terrain import OFFSHORE, SHORE, WATER, Site, landscape

STAGES = {
    "default": (0.0, 0.0, 0.0),
    "water": (0.0, SHORE + OFFSHORE, WATER),
    "shore": (0.0, 0.0, 0.0),
    "point": (0.0, 0.0, 0.0),
}
"""Where each stage's origin lies in the frame of the land [m]."""
SITES = {
    "shore": Site(shore=LAKE_EDGE, water=LAKE_LEVEL, lip=0.8, bank=(0.2, 2.1)),
    "point": Site(shore=-64.0, water=LAKE_LEVEL, lip=0.5, bank=(0.1, 1.5), tongue=1.0),
}
"""Where the water lies for the stages at its edge."""
_SUMMER = SEASONS["summer"].flowers
_WINDS = {"": 1.0, "still": 0.10, "ice": 0.0}


def build(plan: SetPlan, rng: np.random.Generator) -> BuiltSet:
    """Build the lake of a plan.

    Raises:
        PlanError: the stage, season or detail is unknown.
    """
    season_name = plan.options.get("season", "summer")
    detail, water = plan.options.get("detail", "full"), plan.options.get("water", "")
    for value, known, what in (
        (plan.stage, STAGES, "stage"),
        (season_name, SEASONS, "season"),
        (detail, ("full", "draft"), "detail"),
        (water, _WINDS, "water"),
    ):
        if value not in known:
            raise PlanError(f"lake: {what} {value!r} is not known; use one of {', '.join(known)}")
    season, full = SEASONS[season_name], detail == "full"
    origin = np.array(STAGES[plan.stage])
    afloat = plan.stage == "water"
    bare = {"gravel": "gravel", "sand": "sand"}.get(plan.surface or "", "")
    if plan.options.get("flowers") == "many":
        season = replace(season, bloom=max(5.0 * season.bloom, 3.0), flowers=season.flowers or _SUMMER)
    land = landscape(plan.seed, rng, season_name, _site(plan), _WINDS[water])
    # Each in a stream of its own: what a draft leaves out must not move what it keeps.
    woods, growth, rocks, drift = rng.spawn(4)
    over = afloat or plan.stage == "point"  # the camera stands over the water
    focus = (float(origin[0]), float(origin[1]) - (12.0 if over else 3.0))
    seen = horizon(land, focus)
    parts = build_ground(land, season, seen, detail=1.0 if full else 0.42, bare=bare)
    turn = azimuths((700 if over else 420) if full else 240)
    lake = build_ice if water == "ice" else build_water
    parts += lake(land, focus, turn, rows=540 if full else 150, pixels=512 if full else 256)
    parts += build_forest(land, season, seen, woods, density=1.0 if full else 0.22)
    near = 1.0 if full else 0.24
    parts += build_meadow(land, season, growth, density=near * (0.12 if afloat else 1.0), bare=bare)
    shore = 0.45 if full and not afloat else 0.25
    stones, colliders = build_stones(land, rocks, detail=shore, snow=season.snow)
    log, trunk = build_log(land, drift)
    parts += [*stones, log]
    return _moved([*parts], [*colliders, trunk], -origin, afloat)


def _site(plan: SetPlan) -> Site:
    """The water's place for a stage; a tongue of land comes from either side, by the seed."""
    site = SITES.get(plan.stage, Site())
    return replace(site, tongue=site.tongue * (1.0 if plan.seed % 2 else -1.0))


def _moved(parts: list[Part], colliders: list[Collider], shift: np.ndarray, afloat: bool) -> BuiltSet:
    """The set with its stage at the origin. On the water, z = 0 is the surface and nothing near is solid."""
    moved = [replace(p, mesh=replace(p.mesh, vertices=p.mesh.vertices + shift)) for p in parts]
    solid = () if afloat else tuple(colliders)
    return BuiltSet(
        parts=tuple(moved),
        colliders=solid,
        stage_half=(14.0, 12.0) if afloat else (60.0, 60.0),
        friction=0.2 if afloat else 0.8,
        restitution=0.05 if afloat else 0.25,
    )
