"""What stands in the street: parked cars, a bicycle, trees in their pits, bins, benches, cafe tables."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast.build import build
from rayograph.world.materials.library import material
from rayograph.world.scene import Collider, Material, Part, Prop
from rayograph.world.sets.furnishing import pose_at
from rayograph.world.sets.street_paving import KERB, LEFT, RIGHT
from rayograph.world.sets.street_solids import boxes, gathered, part
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.sets.vegetation import broadleaf, scatter
from rayograph.world.shapes import lathe, rotation, translation

Place = tuple[float, float, float, float]
"""x, y, z [m] and yaw [degrees]."""
_GREENS = ("#5f7a33", "#6d7f36", "#8a8434", "#557038")
_AUTUMN = ("#b5721f", "#c08a2a", "#a5521f", "#b8932f")
PAINTS = ("#22262b", "#7d1f1e", "#b9bcbd", "#27405a", "#d7d4cb", "#3d4a3f", "#6e7478", "#8a5a2a")


def placed(prop: Prop, at: Place) -> tuple[list[Part], list[Collider]]:
    """A prop set down in the street."""
    pose = pose_at(at[0], at[1], at[2], at[3])
    parts = [replace(p, mesh=p.mesh.moved(pose), light=None) for p in prop.parts]
    return parts, [replace(c, pose=pose @ c.pose) for c in prop.colliders]


def copies(prop: Prop, places: Iterable[Place]) -> tuple[list[Part], list[Collider]]:
    """The same thing in several places."""
    parts: list[Part] = []
    solids: list[Collider] = []
    for at in places:
        made, walls = placed(prop, at)
        parts += made
        solids += walls
    return parts, solids


def member(kind: str, seed: int, *, colour: str | None = None, height: float | None = None) -> Prop:
    """A thing of the catalogue as dressing."""
    return build(CastMember(id="dressing", kind=kind, seed=seed, colour=colour, height_m=height, wear=0.3))


def _gathered(prop: Prop) -> Prop:
    """The prop with one mesh per material, and one material per name and colour: each costs the renderer."""
    kept: dict[tuple[str, bytes], Material] = {}
    parts = []
    for p in prop.parts:
        key = (p.material.name, np.asarray(p.material.base_colour).tobytes())
        parts.append(replace(p, material=kept.setdefault(key, p.material)))
    return replace(prop, parts=tuple(gathered(parts)))


def _painted(prop: Prop, colour: Material) -> Prop:
    return replace(
        prop,
        parts=tuple(replace(p, material=colour) if p.material.name == "car_paint" else p for p in prop.parts),
    )


def parked(
    crossing: float, gap: float, draft: bool, rng: np.random.Generator
) -> tuple[list[Part], list[Collider]]:
    """Cars of a few colours along both kerbs, beyond the crossing and behind the camera."""
    car = _gathered(member("car", int(rng.integers(64))))
    slots = [(-1, crossing + 7.5), (1, crossing + 9.0), (-1, crossing + 14.5), (1, -18.0)]
    slots = slots[:1] if draft else slots
    own = next(p.material for p in car.parts if p.material.name == "car_paint")
    shades = rng.permutation(PAINTS)[:2]
    paints = [own] if draft else [own, *(material("car_paint", colour=str(c), wear=0.25) for c in shades)]
    parts: list[Part] = []
    solids: list[Collider] = []
    for k, (side, y) in enumerate(slots):
        clear = gap - 5.5 if side > 0 and gap - 4 < y < gap + 10 else y
        x = LEFT + 1.12 if side < 0 else RIGHT - 1.12
        turn = rng.normal(0, 1.0) + (180.0 if side < 0 else 0.0)
        at = (x + rng.uniform(-0.08, 0.08), clear + rng.uniform(-0.5, 0.5), -0.012, turn)
        made, walls = placed(_painted(car, paints[k % len(paints)]), at)
        parts += made
        solids += walls
    return parts, solids


def trees(
    draft: bool, season: str, stuffs: Stuffs, rng: np.random.Generator
) -> tuple[list[Part], list[Collider]]:
    """Street trees in square pits at the kerb: turning in autumn, bare in winter."""
    crown, wood = broadleaf(
        rng.spawn(1)[0],
        leaves=1700 if draft else 6500,
        size=0.022 if draft else 0.0125,
        bark=(0.10, 0.085, 0.065),
    )
    spots = np.array([(-1, 12.2), (1, 16.5), (-1, 30.5), (1, -14.0), (-1, -20.0), (1, 46.0), (-1, 50.0)])
    count = len(spots)
    places = np.stack(
        [np.where(spots[:, 0] < 0, LEFT - 0.75, RIGHT + 0.75), spots[:, 1], np.full(count, KERB)], 1
    )
    tall, turn = rng.uniform(6.0, 8.0, count), rng.uniform(0, 2 * np.pi, count)
    shades = _AUTUMN if season == "autumn" else _GREENS
    green = np.asarray(from_hex(shades[int(rng.integers(4))]))
    tint = green * rng.uniform(0.85, 1.15, (count, 1))
    leaf = Material(name="leaf", kind="thin", roughness=0.6, transmission=0.4)
    pits = boxes([(x - 0.55, y - 0.55, z - 0.05, x + 0.55, y + 0.55, z + 0.012) for x, y, z in places])
    crowns = [Part(mesh=scatter(crown, places, tall, turn, tint), material=leaf)]
    parts = [
        *(crowns if season != "winter" else ()),
        Part(mesh=scatter(wood, places, tall, turn), material=stuffs.room),
        part(pits, stuffs.masonry, "#4a3d30"),
    ]
    return parts, [
        Collider(kind="cylinder", size=(0.14, 1.5), pose=pose_at(x, y, z + 1.5)) for x, y, z in places
    ]


def clutter(
    draft: bool, stuffs: Stuffs, rng: np.random.Generator, *, bare: bool = False
) -> tuple[list[Part], list[Collider]]:
    """A bicycle, benches, litter bins, cafe tables with chairs; no tables on a `bare` one."""
    seed = int(rng.integers(64))
    parts: list[Part] = []
    solids: list[Collider] = []
    left, right = LEFT - 0.7, RIGHT + 0.7
    seats = ((1.1, 180.0), (2.6, 0.0), (3.9, 175.0), (5.4, 8.0))
    chairs = [(6.2, y, KERB + 0.04, turn + float(rng.normal(0, 8))) for y, turn in seats]
    plan: list[tuple[str, list[Place]]] = [
        ("bench", [(left, 5.6, KERB + 0.01, 90.0)]),
        ("chair", [] if bare else chairs[:1] if draft else chairs),
    ]
    if not draft:
        plan.append(("bicycle", [(right + 0.1, -6.0, KERB + 0.01, 4.0)]))
    for kind, places in plan:
        made, walls = copies(_gathered(member(kind, seed)), places)
        parts += made
        solids += walls
    bins = [
        _litter_bin().moved(translation(x, y, KERB + 0.01))
        for x, y in ((left, 7.4), (right, -9.0), (right, 13.4))
    ]
    parts.append(part(merge(bins), stuffs.paint, "#2d3a34"))
    return [*parts, *([] if bare else _cafe_tables(stuffs))], solids


def _litter_bin() -> Mesh:
    """A slatted iron bin on a foot, with a rim and a domed lid on stays."""
    turn = np.arange(22) * 2 * np.pi / 22
    slats = [
        boxes([(-0.018, -0.245, 0.10, 0.018, -0.23, 0.80)], ease=0.004).moved(
            rotation("z", float(np.rad2deg(a)))
        )
        for a in turn
    ]
    drum = lathe(
        np.array(
            [
                (0.0, 0.0),
                (0.16, 0.0),
                (0.17, 0.03),
                (0.05, 0.06),
                (0.05, 0.1),
                (0.225, 0.1),
                (0.225, 0.8),
                (0.2, 0.8),
                (0.2, 0.3),
                (0.0, 0.3),
            ]
        ),
        24,
    )
    rims = [
        lathe(np.array([(0.23, z), (0.262, z), (0.262, z + 0.035), (0.23, z + 0.035)]), 24)
        for z in (0.14, 0.78)
    ]
    lid = lathe(np.array([(0.25, 0.98), (0.26, 0.99), (0.2, 1.07), (0.08, 1.11), (0.0, 1.12)]), 24)
    stays = boxes([(s * 0.24 - 0.01, -0.01, 0.8, s * 0.24 + 0.01, 0.01, 1.0) for s in (-1, 1)])
    return merge([*slats, drum, *rims, lid, stays])


def _cafe_tables(stuffs: Stuffs) -> list[Part]:
    """Round iron tables between the chairs."""
    profile = np.array(
        [
            (0.0, 0.0),
            (0.22, 0.0),
            (0.22, 0.015),
            (0.03, 0.05),
            (0.02, 0.1),
            (0.02, 0.70),
            (0.05, 0.72),
            (0.31, 0.725),
            (0.32, 0.735),
            (0.31, 0.745),
            (0.0, 0.745),
        ]
    )
    one = replace(lathe(profile, 28), uv=None)
    return [
        Part(
            mesh=merge([one.moved(translation(6.2, y, KERB + 0.04)) for y in (1.85, 4.65)]),
            material=stuffs.iron,
        )
    ]
