import numpy as np

from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.deliver import falsecolour


def test_near_is_brighter_than_far_and_the_sky_is_black() -> None:
    depth = np.array([[1.0, 2.0, 8.0, SKY_DEPTH]])
    shown = falsecolour.depth_picture(depth, (1.0, 8.0))[0, :, 0].astype(int)
    assert shown[0] > shown[1] > shown[2] > shown[3] == 0
    # Logarithmic: one doubling is a third of three doublings.
    assert abs((shown[0] - shown[1]) * 3 - (shown[0] - shown[2])) <= 3


def test_a_normal_towards_the_lens_is_blue(frame: Frame) -> None:
    towards = -frame.camera.to_world[:3, 2]
    right = frame.camera.to_world[:3, 0]
    shown = falsecolour.normal_picture(np.array([[towards, right, [0, 0, 0]]]), frame.camera)[0]
    assert shown[0].tolist() == [128, 128, 255]
    assert shown[1].tolist() == [255, 128, 128]
    assert len(set(shown[2].tolist())) == 1


def test_motion_hue_is_direction_and_still_is_dark() -> None:
    motion = np.array([[[4.0, 0.0], [0.0, 4.0], [-4.0, 0.0], [0.0, 0.0]]])
    right, down, left, still = falsecolour.motion_picture(motion, 4.0)[0].astype(int)
    assert right[0] > right[1:].max() and left[0] < left[1:].min()
    assert not np.array_equal(down, right) and still.max() < 20


def test_objects_keep_their_colours_and_differ() -> None:
    ids = np.arange(12, dtype=np.uint32)[None]
    shown = falsecolour.matte_picture(ids)[0].astype(int)
    apart = np.abs(shown[:, None] - shown[None]).sum(-1) + 1000 * np.eye(12, dtype=int)
    assert apart.min() > 20
    assert np.array_equal(falsecolour.matte_picture(ids[:, ::-1])[0, ::-1], shown)
