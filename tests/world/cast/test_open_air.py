"""Sport, camp, garden, street, season, dress, desk, kitchen, nursery, farm and gate: the catalogue's size,
sound meshes, fitting colliders."""

import numpy as np
import pytest

from rayograph.core.catalogue import cast_kind
from rayograph.core.plan import CastMember
from rayograph.world.cast.atelier import ATELIER
from rayograph.world.cast.farm_and_tow import FARM_AND_TOW
from rayograph.world.cast.finds import FINDS
from rayograph.world.cast.fresh_food import FRESH_FOOD
from rayograph.world.cast.masonry import MASONRY
from rayograph.world.cast.nursery import NURSERY
from rayograph.world.cast.office import OFFICE
from rayograph.world.cast.open_air import OPEN_AIR
from rayograph.world.cast.smalls import SMALLS
from rayograph.world.cast.white_goods import WHITE_GOODS
from rayograph.world.cast.worn import WORN
from rayograph.world.simulate.solids import outline

PROPS = {**OPEN_AIR, **ATELIER, **FARM_AND_TOW, **FINDS, **FRESH_FOOD, **MASONRY, **NURSERY, **OFFICE,
    **SMALLS, **WHITE_GOODS, **WORN}  # fmt: skip


@pytest.mark.usefixtures("untextured")
@pytest.mark.parametrize("kind", sorted(PROPS))
def test_they_are_as_the_catalogue_says(kind: str) -> None:
    entry = cast_kind(kind)
    assert entry is not None
    prop = PROPS[kind](CastMember(id="thing", kind=kind, seed=2), np.random.default_rng([2, 7]))
    points = np.concatenate([part.mesh.vertices for part in prop.parts])
    low, high = points.min(0), points.max(0)
    assert np.abs((high - low) / entry.size - 1).max() < 0.15, (high - low).round(4)
    assert abs(low[2]) < 0.002
    for part in prop.parts:
        corner = part.mesh.vertices[part.mesh.faces]
        facet = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        assert part.mesh.normals is not None and part.mesh.uv is not None
        agree = np.einsum("ij,ij->i", facet, part.mesh.normals[part.mesh.faces].mean(1)) >= 0
        assert agree.mean() > 0.97, part.material.name
    solid = np.concatenate([outline(collider) for collider in prop.colliders])
    assert -0.02 * (high - low).max() - 0.004 < solid[:, 2].min() < 0.06 * (high - low)[2] + 0.004
    assert (np.ptp(solid, axis=0) < 1.15 * (high - low) + 0.01).all()
    assert 0 < prop.mass < 9000
