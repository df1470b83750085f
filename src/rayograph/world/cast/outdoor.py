"""Large and outdoor things: generators by catalogue name."""

from collections.abc import Callable

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast import containers, furniture
from rayograph.world.scene import Prop

OUTDOOR: dict[str, Callable[[CastMember, np.random.Generator], Prop]] = {
    "floor_lamp": furniture.floor_lamp,
    "basket": containers.basket,
    "chair": furniture.chair,
    "armchair": furniture.armchair,
    "table": furniture.table,
    "bench": furniture.park_bench,
    "suitcase": containers.suitcase,
    "crate": containers.crate,
    "barrel": containers.barrel,
    "bucket": containers.bucket,
    "ladder": furniture.ladder,
    "trash_can": containers.trash_can,
}
