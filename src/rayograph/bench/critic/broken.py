"""Every way in which the bench breaks a shot, and what the critic must then say no to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rayograph.bench.critic import of_camera, of_light, of_motion, of_things
from rayograph.bench.critic.stand import Stand

Seen = Literal["data", "light", "run"]


@dataclass(frozen=True, kw_only=True)
class Break:
    """name: in plain words. make: the broken shot; None where the fault means nothing to it.

    caught_by: kinds of claims, or names of laws of the audit, of which one must fail. seen: in the data of
    all frames, in a few frames with light, or in neighbouring ones.
    """

    name: str
    make: Callable[[Stand], Stand | None]
    caught_by: frozenset[str]
    seen: Seen = "data"


def _broken(make: Callable[[Stand], Stand | None], caught_by: str, seen: Seen = "data") -> Break:
    return Break(
        name=make.__name__.replace("_", " "), make=make, caught_by=frozenset(caught_by.split()), seen=seen
    )


BREAKS = (
    _broken(of_things.other_colour, "colour"),
    _broken(of_things.other_size, "size"),
    _broken(of_things.other_stuff, "material"),
    _broken(of_things.one_more, "count"),
    _broken(of_motion.missing, "presence"),
    _broken(of_motion.swapped, "relation placement"),
    _broken(of_motion.floating, "relation"),
    _broken(of_motion.sunk, "relation penetration"),
    _broken(of_motion.frozen, "event"),
    _broken(of_motion.event_missed, "event"),
    _broken(of_motion.slow_fall, "gravity"),
    _broken(of_motion.mirrored, "direction"),
    _broken(of_motion.vanishing, "continuity"),
    _broken(of_motion.jumping, "continuity"),
    _broken(of_camera.other_move, "camera_move"),
    _broken(of_camera.moves_back, "camera_move"),
    _broken(of_camera.other_lens, "lens"),
    _broken(of_light.sun_moved, "light_from hardness shadow_direction highlight", "light"),
    _broken(of_light.sun_drifting, "shadow_direction", "light"),
    _broken(of_light.other_hardness, "hardness", "light"),
    _broken(of_light.other_temperature, "warmth time_of_day", "light"),
    _broken(of_light.over, "exposure", "light"),
    _broken(of_light.under, "exposure mood", "light"),
    _broken(of_light.lamp_off, "lit", "light"),
    _broken(of_light.flicker, "flicker", "run"),
)
