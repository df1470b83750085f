"""Where the lamps of a world shine, for hand-over to other programs."""

import numpy as np

from rayograph.world.engine import World


def lamp_places(world: World) -> dict[str, np.ndarray]:
    """Where each practical of the set or the cast shines [m], at the head of the shot."""
    places: dict[str, np.ndarray] = {}
    for lamp in world.plan.rig.practicals:
        if lamp.kind == "cast":
            meshes = [part.mesh for part in world.props[lamp.source].parts if part.light]
            pose = world.truth.pose(lamp.source, 0.0)
        else:
            meshes = [part.mesh for part in world.built.parts if part.light == lamp.source]
            pose = np.eye(4)
        if meshes:
            centre = np.mean([mesh.vertices.mean(0) for mesh in meshes], axis=0)
            places[lamp.id] = pose[:3, :3] @ centre + pose[:3, 3]
    return places
