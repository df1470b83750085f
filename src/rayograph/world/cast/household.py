"""Things of the household, from cutlery to sofas: generators by catalogue name."""

from rayograph.world.cast import cutlery, kitchenware, packaging, pantry
from rayograph.world.cast.finish import Generator

HOUSEHOLD: dict[str, Generator] = {
    "ashtray": packaging.ashtray,
    "tin_can": packaging.can,
    "carton": packaging.carton,
    "cereal_box": packaging.cereal_box,
    "fork": cutlery.fork,
    "jar": packaging.jar,
    "jug": kitchenware.jug,
    "kettle": kitchenware.kettle,
    "knife": cutlery.knife,
    "matchbox": packaging.matchbox,
    "frying_pan": kitchenware.pan,
    "perfume": packaging.perfume,
    "pizza_box": packaging.pizza_box,
    "spoon": cutlery.spoon,
    "egg": pantry.egg,
    "croissant": pantry.croissant,
    "cheese": pantry.cheese,
    "tomato": pantry.tomato,
    "cherry_tomato": pantry.tomato,
    "watermelon": pantry.watermelon,
    "carrot": pantry.carrot,
    "ice_cube": pantry.ice_cube,
    "cake": pantry.cake,
    "cupcake": pantry.cupcake,
}
