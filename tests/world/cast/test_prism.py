from collections import Counter

import numpy as np
import pytest

from rayograph.core.mesh import Mesh
from rayograph.world.cast.prism import eased, inset, prism
from rayograph.world.cast.shaping import volume

SQUARE = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
ELL = [(0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.5, 0.5), (0.5, 1.0), (0.0, 1.0)]


def _open_edges(mesh: Mesh) -> int:
    """Edges that are not met by their opposite: 0 where the mesh is watertight."""
    _, place = np.unique(np.round(mesh.vertices, 7), axis=0, return_inverse=True)
    faces = place.ravel()[mesh.faces]
    edges = Counter(map(tuple, np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])))
    return sum(edges.get((b, a), 0) != count for (a, b), count in edges.items())


@pytest.mark.parametrize("axis", ["x", "y", "z"])
@pytest.mark.parametrize("reverse", [False, True])
def test_a_pierced_plate_is_watertight_and_faces_out(axis: str, reverse: bool) -> None:
    outline = eased(ELL, 0.05)
    hole = eased([(0.1, 0.1), (0.3, 0.1), (0.3, 0.3), (0.1, 0.3)], 0.02)
    plate = prism(outline[::-1] if reverse else outline, 0.2, bevel=0.004, axis=axis, holes=[hole])
    assert _open_edges(plate) == 0
    assert volume(plate) == pytest.approx(0.2 * (0.75 - 0.04), rel=0.02)
    assert np.ptp(plate.vertices, axis=0)["xyz".index(axis)] == pytest.approx(0.2)


def test_inset_moves_every_side_in_by_the_same_amount() -> None:
    np.testing.assert_allclose(inset(SQUARE, 0.1), SQUARE * 0.8 + 0.1, atol=1e-12)


def test_eased_corners_stay_within_the_polygon_and_lose_their_tips() -> None:
    soft = eased(SQUARE, 0.2)
    assert soft.min() >= 0 and soft.max() <= 1
    assert np.abs(soft[:, None] - SQUARE[None]).max(-1).min() > 0.04
