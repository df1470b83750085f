"""Things of sport, camp, garden, street and season: generators by catalogue name."""

from rayograph.world.cast.boards_and_runners import RUNNERS
from rayograph.world.cast.camping import CAMPING
from rayograph.world.cast.emergency import EMERGENCY
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.flyers import FLYERS
from rayograph.world.cast.garden_tools import GARDEN
from rayograph.world.cast.ironmongery import IRONMONGERY
from rayograph.world.cast.match_balls import MATCH_BALLS
from rayograph.world.cast.seasons import SEASONS
from rayograph.world.cast.sports_gear import SPORTS
from rayograph.world.cast.waterside import WATERSIDE

OPEN_AIR: dict[str, Generator] = {**RUNNERS, **SPORTS, **GARDEN, **IRONMONGERY, **CAMPING,
     **SEASONS, **EMERGENCY, **MATCH_BALLS, **FLYERS, **WATERSIDE}  # fmt: skip
