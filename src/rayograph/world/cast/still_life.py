"""Small things: generators by catalogue name."""

from rayograph.world.cast.finish import Generator
from rayograph.world.cast.toys import TOYS
from rayograph.world.cast.vessels import VESSELS

STILL_LIFE: dict[str, Generator] = {**TOYS, **VESSELS}
