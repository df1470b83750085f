"""What a prop stands on, where its colliders leave that out: wheels, runners, thin legs."""

from dataclasses import replace

import numpy as np

from rayograph.world.scene import Collider, Prop
from rayograph.world.simulate.solids import outline

LEAST = 0.002
"""A gap under the colliders smaller than this [m] is not worth a footing."""
NARROW = 0.5
"""Of the width of all colliders; a narrower footing would be a stilt."""


def grounded(prop: Prop) -> Prop:
    """The prop with a footing: a block from its base to its lowest collider, as wide as what is seen there.

    A prop's base is at z = 0 of its frame; without a footing a car whose wheels have no collider would sink
    to its sills. What touches the ground with a narrow part only (an umbrella) stays as it is.
    """
    if prop.cloth is not None or not prop.colliders or not prop.parts:
        return prop
    solid = np.concatenate([outline(collider) for collider in prop.colliders])
    lowest = float(solid[:, 2].min())
    seen = np.concatenate([part.mesh.vertices for part in prop.parts])
    low = seen[seen[:, 2] < max(lowest, LEAST)]
    if lowest < LEAST or len(low) < 3 or low[:, 2].min() > LEAST:
        return prop
    near, far = low[:, :2].min(0), low[:, :2].max(0)
    if ((far - near) < NARROW * np.ptp(solid[:, :2], axis=0)).any():
        return prop
    pose = np.eye(4)
    pose[:3, 3] = *((near + far) / 2), lowest / 2
    half = (float(far[0] - near[0]) / 2, float(far[1] - near[1]) / 2, lowest / 2)
    return replace(prop, colliders=(*prop.colliders, Collider(kind="box", size=half, pose=pose)))
