"""The mountain-lake set: a meadow by the water, woods, and mountains all round; or a stage out on the lake.

Options: season = summer | autumn | winter | spring; detail = full | draft.
"""

from dataclasses import replace

import numpy as np

from rayograph.core.errors import PlanError
from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet, Collider, Part
from rayograph.world.sets.lake_forest import build_forest
from rayograph.world.sets.lake_ground import azimuths, build_ground, horizon
from rayograph.world.sets.lake_meadow import build_meadow
from rayograph.world.sets.lake_season import SEASONS
from rayograph.world.sets.lake_shore import build_log, build_stones
from rayograph.world.sets.lake_water import build_water
from rayograph.world.sets.terrain import OFFSHORE, SHORE, WATER, landscape

STAGES = {"default": (0.0, 0.0, 0.0), "water": (0.0, SHORE + OFFSHORE, WATER)}
"""Where each stage's origin lies in the frame of the meadow [m]."""


def build(plan: SetPlan, rng: np.random.Generator) -> BuiltSet:
    """Build the lake of a plan.

    Raises:
        PlanError: the stage, season or detail is unknown.
    """
    season_name = plan.options.get("season", "summer")
    detail = plan.options.get("detail", "full")
    for value, known, what in (
        (plan.stage, STAGES, "stage"),
        (season_name, SEASONS, "season"),
        (detail, ("full", "draft"), "detail"),
    ):
        if value not in known:
            raise PlanError(f"lake: {what} {value!r} is not known; use one of {', '.join(known)}")
    season, full = SEASONS[season_name], detail == "full"
    origin = np.array(STAGES[plan.stage])
    afloat, gravel = plan.stage == "water", plan.surface == "gravel"
    land = landscape(plan.seed, rng, season_name)
    # Each in a stream of its own: what a draft leaves out must not move what it keeps.
    woods, growth, rocks, drift = rng.spawn(4)
    focus = (float(origin[0]), float(origin[1]) - (12.0 if afloat else 3.0))
    seen = horizon(land, focus)
    parts = build_ground(land, season, seen, detail=1.0 if full else 0.42, gravel=gravel)
    turn = azimuths((700 if afloat else 420) if full else 240)
    parts += build_water(land, focus, turn, rows=540 if full else 150, pixels=512 if full else 256)
    parts += build_forest(land, season, seen, woods, density=1.0 if full else 0.22)
    near = 1.0 if full else 0.24
    parts += build_meadow(land, season, growth, density=near * (0.12 if afloat else 1.0), gravel=gravel)
    shore = 0.45 if full and not afloat else 0.25
    stones, colliders = build_stones(land, rocks, detail=shore, snow=season.snow)
    log, trunk = build_log(land, drift)
    parts += [*stones, log]
    return _moved([*parts], [*colliders, trunk], -origin, afloat)


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
