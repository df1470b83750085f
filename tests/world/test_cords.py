import numpy as np

from rayograph.world import shapes
from rayograph.world.cords import with_cords
from rayograph.world.scene import Prop
from rayograph.world.simulate.truth import Truth


def test_a_cord_joins_pivot_and_attachment_at_every_instant():
    """A ball on a 0.8 m cord swings; the drawn cord ends at both points and stays straight."""
    angles = np.linspace(-0.6, 0.6, 9)
    pivot, tied = np.array([0.1, -0.2, 1.0]), (0.0, 0.0, 0.1)
    poses = []
    for angle in angles:
        end = pivot + 0.8 * np.array([np.sin(angle), 0, -np.cos(angle)])
        poses.append(shapes.translation(*(end - np.array(tied))))
    truth = Truth(
        start=-1 / 24,
        rate=24,
        poses={"ball": np.stack(poses)},
        velocity={},
        cords={"ball": (tuple(pivot), tied)},
    )
    props, shown = with_cords({"ball": Prop(parts=(), colliders=(), mass=1.0)}, truth)
    mesh = props["ball_cord"].parts[0].mesh
    top, bottom = (np.array([0, 0, z, 1.0]) for z in (mesh.vertices[:, 2].min(), mesh.vertices[:, 2].max()))
    for pose, ball in zip(shown.poses["ball_cord"], truth.poses["ball"], strict=True):
        assert np.allclose((pose @ top)[:3], pivot, atol=1e-9)
        assert np.allclose((pose @ bottom)[:3], (ball @ np.array([*tied, 1.0]))[:3], atol=1e-9)
        assert np.allclose(pose[:3, :3] @ pose[:3, :3].T, np.eye(3), atol=1e-12)
        assert np.linalg.det(pose[:3, :3]) > 0
