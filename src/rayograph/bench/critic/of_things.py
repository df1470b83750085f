"""Faults of what things are: another colour, size or stuff, one too many. The world is loaded again."""

import colorsys
import re
from dataclasses import replace

import numpy as np

from rayograph.bench.critic.of_motion import across, best_moment, off_centre, wide
from rayograph.bench.critic.stand import Stand, rebuilt
from rayograph.core.intent import Colour, Count, Material, Size
from rayograph.core.plan import CastMember
from rayograph.world.cast.build import build, scaled
from rayograph.world.scene import Part, Prop

LARGER = 1.6


def other_colour(stand: Stand) -> Stand | None:
    """A thing whose colour was said has another: a third of the circle on, or red where it was grey."""
    claim = next((c for c in stand.claims if isinstance(c, Colour) and not c.accent), None)
    if claim is None:
        return None
    name = claim.objects[0]
    member = _member(stand, name).model_copy(update={"colour": turned(claim.colour)})
    return rebuilt(stand, {name: build(member)})


def turned(colour: str) -> str:
    """Another colour, of the same lightness or so."""
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    if strength < 0.25 or not 0.1 < light < 0.9:
        return "#b3261e"
    rgb = colorsys.hls_to_rgb((hue + 1 / 3) % 1, light, strength)
    return "#" + "".join(f"{round(255 * level):02x}" for level in rgb)


def other_size(stand: Stand) -> Stand | None:
    """A thing whose size was said is larger."""
    claim = next((c for c in stand.claims if isinstance(c, Size)), None)
    if claim is None:
        return None
    name = claim.objects[0]
    return rebuilt(stand, {name: scaled(stand.shot.world.props[name], LARGER)})


def other_stuff(stand: Stand) -> Stand | None:
    """What is said to be of metal or of glass is painted."""
    claim = next((c for c in stand.claims if isinstance(c, Material)), None)
    if claim is None:
        return None
    name = claim.objects[0]
    return rebuilt(stand, {name: _painted(stand.shot.world.props[name])})


def one_more(stand: Stand) -> Stand | None:
    """There is another of the subject's kind beside it."""
    hero = stand.hero
    stem = re.sub(r"_\d+$", "", hero or "")
    if hero is None or not any(isinstance(c, Count) and c.stem == stem for c in stand.claims):
        return None
    track = stand.truth.poses[hero]
    middle = stand.truth.pose(hero, best_moment(stand))
    step = 1.3 * wide(stand, hero) * across(stand)
    place = min((middle[:3, 3] + step, middle[:3, 3] - step), key=lambda at: _off(stand, at))
    more = np.repeat(track[-1:], len(track), axis=0)
    more[:, :2, 3] = place[:2]
    name = f"{stem}_9"
    return rebuilt(stand, {name: stand.shot.world.props[hero]}, {name: more})


def _off(stand: Stand, place: np.ndarray) -> float:
    pose = np.eye(4)
    pose[:3, 3] = place
    return off_centre(stand, pose, 0.5 * stand.seconds)


def _member(stand: Stand, name: str) -> CastMember:
    return next(member for member in stand.plan.cast if member.id == name)


def _painted(prop: Prop) -> Prop:
    def paint(part: Part) -> Part:
        kind = "opaque" if part.material.kind == "glass" else part.material.kind
        return replace(part, material=replace(part.material, kind=kind, metallic=0.0, roughness=0.6))

    return replace(prop, parts=tuple(paint(part) for part in prop.parts))
