"""Things of sport, camp, garden, street and season: generators by catalogue name."""

from rayograph.world.cast.boards_and_runners import RUNNERS
from rayograph.world.cast.camping import CAMPING
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.garden_tools import GARDEN
from rayograph.world.cast.ironmongery import IRONMONGERY
from rayograph.world.cast.seasons import SEASONS
from rayograph.world.cast.sports_gear import SPORTS

OPEN_AIR: dict[str, Generator] = {**RUNNERS, **SPORTS, **GARDEN, **IRONMONGERY, **CAMPING, **SEASONS}
