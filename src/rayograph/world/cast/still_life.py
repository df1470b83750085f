"""Small things: generators by catalogue name."""

from rayograph.world.cast.chess import CHESS
from rayograph.world.cast.drapery import DRAPERY
from rayograph.world.cast.figs import FIGS
from rayograph.world.cast.figures import FIGURES
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.flower import FLOWERS
from rayograph.world.cast.food import FOOD
from rayograph.world.cast.fruit import FRUIT
from rayograph.world.cast.lamps import LAMPS
from rayograph.world.cast.objects import OBJECTS
from rayograph.world.cast.stationery import STATIONERY
from rayograph.world.cast.tableware import TABLEWARE
from rayograph.world.cast.toys import TOYS
from rayograph.world.cast.vessels import VESSELS

STILL_LIFE: dict[str, Generator] = {
    **TOYS,
    **VESSELS,
    **TABLEWARE,
    **FRUIT,
    **FIGS,
    **FOOD,
    **LAMPS,
    **OBJECTS,
    **CHESS,
    **DRAPERY,
    **STATIONERY,
    **FIGURES,
    **FLOWERS,
}
