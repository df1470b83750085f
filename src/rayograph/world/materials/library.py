"""The surfaces by name.

Beside the named materials, sets may use `wood.planks` (boarded floors, table tops), `wood.across` (grain
along u), `wall.plaster_wall`, `ceramic.tiles` and `fabric.rug`, which take more than a name.
"""

import functools
from collections.abc import Callable

from rayograph.core.catalogue import MATERIALS
from rayograph.core.errors import PlanError
from rayograph.world.materials import (
    ceramic,
    fabric,
    glass,
    ground,
    metal,
    organic,
    paint,
    paper,
    stone,
    wall,
    wood,
)
from rayograph.world.materials.look import Look
from rayograph.world.scene import Material

GRAINS = 8
"""Distinct specimens of each material: seeds are taken modulo this, so that a crowd shares textures."""

_MAKERS: tuple[Callable[[Look], Material], ...] = (
    wood.oak, wood.walnut, wood.pine, wood.ebony, wood.maple, wood.painted_wood, wood.charred_wood, wood.bark,
    wood.wicker, stone.marble, stone.granite, stone.sandstone, stone.slate, stone.mossy_rock,
    stone.polished_stone, stone.concrete, stone.plaster, stone.bone, ceramic.terracotta,
    ceramic.glazed_ceramic, wall.brick, glass.glass, glass.green_glass, glass.amber_glass, glass.water,
    glass.ice, metal.gold, metal.brass, metal.bronze, metal.copper, metal.steel, metal.chrome,
    metal.rusty_metal, metal.black_iron, paint.painted_metal, paint.car_paint, paint.plastic, paint.rubber,
    fabric.leather, fabric.linen, fabric.silk, fabric.velvet, fabric.felt, fabric.canvas, fabric.book_cloth,
    paper.paper,
    organic.wax, organic.leaf, organic.petal, organic.fruit_skin, organic.citrus_skin, organic.bread_crust,
    ground.asphalt, ground.cobbles, ground.meadow, ground.gravel,
)  # fmt: skip
_MAKER = {maker.__name__: maker for maker in _MAKERS}


@functools.cache
def material(
    name: str, *, colour: str | None = None, accent: str | None = None, wear: float = 0.25, seed: int = 0
) -> Material:
    """The surface called `name` (a key of `catalogue.MATERIALS`); the same arguments give the same object.

    Args:
        name: which surface.
        colour: sRGB "#rrggbb" of the base; None leaves the material's own.
        accent: sRGB "#rrggbb" of its second colour (vein, undercoat, mortar); None leaves its own.
        wear: 0 new .. 1 battered; taken to the nearest eighth.
        seed: picks grain, stains, scratches, modulo GRAINS.

    Raises:
        PlanError: no such material.
    """
    if name not in MATERIALS:
        raise PlanError(
            f"material {name!r} is not in the catalogue; use one of {', '.join(sorted(MATERIALS))}"
        )
    return _made(name, colour, accent, round(min(max(wear, 0.0), 1.0) * 8) / 8, seed % GRAINS)


@functools.lru_cache(maxsize=256)
def _made(name: str, colour: str | None, accent: str | None, wear: float, seed: int) -> Material:
    return _MAKER[name](Look(colour=colour, accent=accent, wear=wear, seed=seed))
