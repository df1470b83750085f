"""Ordinary props that departments are asked for: boards, tools, things to write with, small food, gadgets."""

from rayograph.world.cast import boards
from rayograph.world.cast.cruets import CRUETS
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.hallway import HALLWAY
from rayograph.world.cast.handtools import HANDTOOLS
from rayograph.world.cast.morsels import MORSELS
from rayograph.world.cast.sound_gear import SOUND
from rayograph.world.cast.toiletries import TOILETRIES
from rayograph.world.cast.writing_things import WRITING

PROPS: dict[str, Generator] = {
    "chopping_board": boards.chopping_board,
    "shelf": boards.shelf,
    "tray": boards.tray,
    **CRUETS,
    **HALLWAY,
    **SOUND,
    **TOILETRIES,
    **HANDTOOLS,
    **MORSELS,
    **WRITING,
}
