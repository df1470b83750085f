import numpy as np

from rayograph.core.camera import project
from rayograph.core.frame import Frame
from rayograph.deliver.shrink import averaged, fitted, shrunk
from tests.deliver.synthetic_shot import make_frame, make_plan


def test_light_is_averaged_and_stays_positive() -> None:
    picture = np.zeros((36, 64, 3), np.float32)
    picture[10, 20] = 5000.0
    small = averaged(picture, (32, 18))
    assert np.isclose(small.mean(), picture.mean(), rtol=1e-5) and small.min() >= 0


def test_motion_and_camera_follow_the_size() -> None:
    plan = make_plan(128, 72)
    frame = make_frame(plan, 1)
    small = shrunk(frame, 64)
    assert (small.camera.width, small.camera.height) == (64, 36)
    assert np.allclose(small.forward[9, 11] * 2, frame.forward[19, 23])
    seen = small.ids > 0
    there = project(small.camera, small.position[seen].astype(float))
    row, column = np.nonzero(seen)
    # The pixel centre that was picked lies within half a pixel of the small pixel's centre.
    assert np.abs(there[:, 0] - column - 0.5).max() < 0.51 and np.abs(there[:, 1] - row - 0.5).max() < 0.51


def test_a_small_frame_is_left_alone(frame: Frame) -> None:
    assert shrunk(frame, 64) is frame
    assert fitted(4096, 1716, 384) == (384, 161)
