"""A plan's set, built: the four sets behind one call.

Options of a set (`SetPlan.options`), all of them words:

- "light" of the tabletop: "window", "studio" for a closed room lit by panels alone,
  or "sun" for a terrace under the open sky.
- "window" of tabletop and interior: the side that the daylight comes from, "left" or "right". The room is
  mirrored as a whole; a rig for it has its sun at 180 degrees less the azimuth that suits the left.
- "room" of the interior: one of `interior_room.ROOMS`.
- "walls" of the interior: "near" leaves the floor to furniture of the cast; then "back" says how the back
  wall is dressed ("bare", "low" pictures, "full"), "view" puts a "window" in it, "rug" "none" bares the
  floor, "lamps" "none" leaves the room without lamps of its own.
- "blinds" of the interior: "venetian", else curtains. "counter": the "table" is a worktop,
  one of `rooms.COUNTERS`.
- "paint" of the interior: the colour of its walls ("#1e3a2a"). "floor": "checkered", of dark and light tiles.
- "season" of the lake: one of `lake_season.SEASONS`.
- "front" of the street: the side on which the cast hangs its own sign or awning: a shop without them;
  "trade" what that shop deals in, by its sign ("CAFÉ").
- "houses" of the street: "brick", "stone" or "stucco", with a colour after a blank ("stucco #ece9e2").
- "wall" of the street: "bare" keeps shops and cafe tables from the stage; of a terrace: "low" lets in a low
  sun from behind.
- "snow" of the street: "lying" covers what faces the sky.
- "detail": "full", or "draft" for a lighter version of the same place.
- "water": "still" or "ice" for the lake; without it there is a breeze.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rayograph.core.catalogue import set_kind
from rayograph.core.errors import PlanError
from rayograph.core.mesh import Mesh
from rayograph.core.plan import SetPlan
from rayograph.core.rooms import COUNTERS
from rayograph.world.scene import BuiltSet, Collider, Portal
from rayograph.world.sets import interior, lake, street, tabletop
from rayograph.world.sets.interior_room import ROOMS

BUILDERS: dict[str, Callable[[SetPlan, np.random.Generator], BuiltSet]] = {
    "tabletop": tabletop.build,
    "interior": interior.build,
    "lake": lake.build,
    "street": street.build,
}

OPTIONS: dict[str, tuple[str, ...]] = {
    "light": ("window", "studio", "sun"),
    "window": ("left", "right"),
    "room": ROOMS,
    "walls": ("near",),
    "back": ("bare", "low", "full"),
    "view": ("window",),
    "blinds": ("venetian", "curtains"),
    "counter": tuple(COUNTERS),
    "rug": ("none",),
    "paint": (),
    "floor": ("checkered",),
    "lamps": ("none",),
    "season": (),
    "front": ("left", "right"),
    "trade": (),
    "snow": ("lying",),
    "houses": (),
    "wall": ("bare", "low"),
    "detail": ("full", "draft"),
    "water": ("still", "ice"),
    "flowers": ("many",),
}
"""Option → its values; those of the seasons are the lake's to check."""
MIRROR = np.diag([-1.0, 1.0, 1.0, 1.0])


def build_set(plan: SetPlan, *, detail: str = "full") -> BuiltSet:
    """Build the set of a plan. `detail` "draft" asks for a lighter version of the same place.

    Raises:
        PlanError: the set has no such stage, surface or option.
    """
    kind = set_kind(plan.kind)
    asked = [("stage", plan.stage, tuple(kind.stages))]
    for name, value in plan.options.items():
        asked.append(("option", name, tuple(OPTIONS)))
        if OPTIONS.get(name):
            asked.append((name, value, OPTIONS[name]))
    if plan.surface is not None:
        asked.append(("surface", plan.surface, kind.surfaces))
    for what, value, known in asked:
        if value not in known:
            raise PlanError(f"the {plan.kind} has no {what} {value!r}; use one of {', '.join(known)}")
    options = {**plan.options, "detail": plan.options.get("detail", detail)}
    chosen = plan.model_copy(update={"options": options})
    built = BUILDERS[plan.kind](chosen, np.random.default_rng([plan.seed, 3]))
    return mirrored(built) if kind.indoors and options.get("window") == "right" else built


def mirrored(built: BuiltSet) -> BuiltSet:
    """The set with left and right changed about: x becomes -x."""
    return replace(
        built,
        parts=tuple(replace(part, mesh=_mirrored_mesh(part.mesh)) for part in built.parts),
        colliders=tuple(_mirrored_solid(solid) for solid in built.colliders),
        portals=tuple(_mirrored_portal(portal) for portal in built.portals),
    )


def _mirrored_mesh(mesh: Mesh) -> Mesh:
    flip = np.array([-1.0, 1.0, 1.0])
    return replace(
        mesh,
        vertices=mesh.vertices * flip,
        normals=None if mesh.normals is None else mesh.normals * flip,
        faces=mesh.faces[:, ::-1],  # a mirror turns a face inside out
    )


def _mirrored_solid(solid: Collider) -> Collider:
    """Its pose stays a rotation, since what is mirrored inside it is symmetric, or mirrored with it."""
    points = None if solid.vertices is None else solid.vertices * [-1.0, 1.0, 1.0]
    return replace(solid, pose=MIRROR @ solid.pose @ MIRROR, vertices=points)


def _mirrored_portal(portal: Portal) -> Portal:
    (x, y, z), (ux, uy, uz), (vx, vy, vz) = portal.corner, portal.edge_u, portal.edge_v
    return Portal(corner=(-x, y, z), edge_u=(-vx, vy, vz), edge_v=(-ux, uy, uz))
