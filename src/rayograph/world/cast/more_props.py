"""Music, screen and science, kitchen, larder, desk, play and room: the generators of `core.kinds.indoors` and
`core.kinds.eventful`."""

from rayograph.world.cast.airborne import AIRBORNE
from rayograph.world.cast.atelier import ATELIER
from rayograph.world.cast.bakery import BAKERY
from rayograph.world.cast.coffee import COFFEE
from rayograph.world.cast.cradle import CRADLES
from rayograph.world.cast.farm_and_tow import FARM_AND_TOW
from rayograph.world.cast.finds import FINDS
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fresh_food import FRESH_FOOD
from rayograph.world.cast.glassware import GLASSWARE
from rayograph.world.cast.greengrocery import GREENGROCERY
from rayograph.world.cast.luggage import LUGGAGE
from rayograph.world.cast.masonry import MASONRY
from rayograph.world.cast.nursery import NURSERY
from rayograph.world.cast.office import OFFICE
from rayograph.world.cast.open_holders import OPEN_HOLDERS
from rayograph.world.cast.optics import OPTICS
from rayograph.world.cast.parchment import PARCHMENT
from rayograph.world.cast.playroom import PLAYROOM
from rayograph.world.cast.smalls import SMALLS
from rayograph.world.cast.strings import STRINGS
from rayograph.world.cast.treasures import TREASURES
from rayograph.world.cast.utensils import UTENSILS
from rayograph.world.cast.vegetables import VEGETABLES
from rayograph.world.cast.ways_down import WAYS_DOWN
from rayograph.world.cast.white_goods import WHITE_GOODS
from rayograph.world.cast.winds import WINDS
from rayograph.world.cast.worn import WORN

MORE_PROPS: dict[str, Generator] = {
    **STRINGS,
    **WINDS,
    **OPTICS,
    **LUGGAGE,
    **COFFEE,
    **UTENSILS,
    **GLASSWARE,
    **GREENGROCERY,
    **VEGETABLES,
    **BAKERY,
    **TREASURES,
    **PARCHMENT,
    **PLAYROOM,
    **CRADLES,
    **AIRBORNE,
    **WAYS_DOWN,
    **WORN,
    **SMALLS,
    **OFFICE,
    **ATELIER,
    **FRESH_FOOD,
    **FINDS,
    **WHITE_GOODS,
    **NURSERY,
    **FARM_AND_TOW,
    **MASONRY,
    **OPEN_HOLDERS,
}
