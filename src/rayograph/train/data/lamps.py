"""Where the lamps of each light group are and how bright: what tells one group from another."""

import numpy as np
from jaxtyping import Float32

from rayograph.colour.primaries import ap1_luminance
from rayograph.colour.white_balance import balanced
from rayograph.world import engine
from rayograph.world.lamp_places import lamp_places


def lamps_of(shot: engine.Shot) -> Float32[np.ndarray, "g 6"]:
    """Of each light group: the middle of its practicals [m], weighted by flux; their luminous flux by
    channel as it exposes [lm × exposure] (ACEScg). All zero for a group without practicals (sun, sky)."""
    world = shot.world
    luminance = ap1_luminance()
    rig, kelvin = world.plan.rig, world.plan.camera.white_balance_k
    places = lamp_places(world)
    flux = {}
    for lamp in rig.practicals:
        colour = np.array(world.lighting.lamps.get(lamp.id, (1.0, 1.0, 1.0)), np.float32)
        flux[lamp.id] = lamp.lumens * colour / max(float(colour @ luminance), 1e-9)
    table = np.zeros((len(world.lighting.groups), 6), np.float32)
    for row, name in zip(table, world.lighting.groups, strict=True):
        lit = next(group.lights for group in rig.groups if group.name == name)
        placed = [(places.get(lamp.id, np.array(lamp.position)), flux[lamp.id])
                  for lamp in rig.practicals if lamp.id in lit]  # fmt: skip
        if placed:
            weights = np.array([float(light @ luminance) for _, light in placed])
            row[:3] = np.average([place for place, _ in placed], axis=0, weights=weights)
            row[3:] = balanced(
                np.sum([light for _, light in placed], 0)[None] * np.float32(shot.scale), kelvin
            )[0]
    return table
