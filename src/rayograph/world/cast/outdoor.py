"""Large and outdoor things: generators by catalogue name."""

from collections.abc import Callable

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast import (
    bicycle,
    boats,
    containers,
    furniture,
    imported,
    nature,
    plants,
    playthings,
    robot,
    sign,
    street_things,
    tents,
    trees,
    vehicles,
)
from rayograph.world.scene import Prop

OUTDOOR: dict[str, Callable[[CastMember, np.random.Generator], Prop]] = {
    "floor_lamp": furniture.floor_lamp,
    "toy_car": vehicles.toy_car,
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
    "car": vehicles.car,
    "van": vehicles.van,
    "tree": trees.tree,
    "bush": trees.bush,
    "paper_boat": boats.paper_boat,
    "boat": boats.boat,
    "sailboat": boats.sailboat,
    "tent": tents.tent,
    "umbrella": tents.umbrella,
    "plant": plants.plant,
    "cactus": plants.cactus,
    "campfire": nature.campfire,
    "rock": nature.rock,
    "log": nature.log,
    "mushroom": nature.mushroom,
    "pumpkin": nature.pumpkin,
    "robot": robot.robot,
    "rubber_duck": playthings.rubber_duck,
    "camera_prop": playthings.camera_prop,
    "bicycle": bicycle.bicycle,
    "sign": sign.sign,
    "traffic_cone": street_things.traffic_cone,
    "hydrant": street_things.hydrant,
    "lamp_post": street_things.lamp_post,
    "mesh": imported.mesh,
    "trash_can": containers.trash_can,
}
