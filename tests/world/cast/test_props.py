"""Ordinary props: the catalogue's size, a seat on the ground, meshes that face out, colliders that fit."""

import numpy as np
import pytest

from rayograph.core.catalogue import cast_kind
from rayograph.core.plan import CastMember
from rayograph.world.cast.props import PROPS
from rayograph.world.simulate.solids import outline


@pytest.mark.usefixtures("untextured")
@pytest.mark.parametrize("kind", sorted(PROPS))
def test_props_are_as_the_catalogue_says(kind: str) -> None:
    entry = cast_kind(kind)
    assert entry is not None
    for seed in (0, 1):
        prop = PROPS[kind](CastMember(id="thing", kind=kind, seed=seed), np.random.default_rng([seed, 7]))
        points = np.concatenate([part.mesh.vertices for part in prop.parts])
        low, high = points.min(0), points.max(0)
        assert np.abs((high - low) / entry.size - 1).max() < 0.15, (high - low).round(4)
        assert abs(low[2]) < 0.002
        for part in prop.parts:
            corner = part.mesh.vertices[part.mesh.faces]
            facet = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
            assert part.mesh.normals is not None
            agree = np.einsum("ij,ij->i", facet, part.mesh.normals[part.mesh.faces].mean(1)) >= 0
            assert agree.mean() > 0.98, part.material.name
        solid = np.concatenate([outline(collider) for collider in prop.colliders])
        assert solid.min(0)[2] > -0.01 and (np.ptp(solid, axis=0) < 1.15 * (high - low) + 0.01).all()
