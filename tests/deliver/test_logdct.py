import numpy as np
import pytest

from rayograph.colour import acescct
from rayograph.core.frame import Frame
from rayograph.deliver import logdct
from tests.deliver.synthetic_shot import make_frame, make_plan


@pytest.mark.parametrize("step", range(len(logdct.STEPS)))
def test_the_error_is_a_small_part_of_a_stop(step: int) -> None:
    # A smooth ramp over 12 stops, as skies are: no banding may appear when it is pushed.
    ramp = 0.18 * 2.0 ** np.linspace(-6, 6, 256)
    picture = np.repeat(np.repeat(ramp[None, :, None], 40, 0), 3, 2).astype(np.float32)
    back = logdct.decoded(logdct.coded(picture, step))
    error = np.abs(acescct.encode(back) - acescct.encode(picture)) / acescct.CODE_PER_STOP
    assert error.max() < logdct.STEPS[step] / acescct.CODE_PER_STOP
    assert back.shape == picture.shape


def test_colour_and_highlights_survive(frame: Frame) -> None:
    picture = frame.groups["sun"].astype(np.float32)
    picture[5, 7] = [30000.0, 2.0, 0.01]
    back = logdct.decoded(logdct.coded(picture, 0))
    error = np.abs(acescct.encode(back) - acescct.encode(picture)) / acescct.CODE_PER_STOP
    assert np.percentile(error, 99) < 0.2 and error.max() < 0.6
    assert back.min() >= 0


def test_a_still_picture_costs_next_to_nothing(frame: Frame) -> None:
    first = logdct.coded(frame.groups["sky"].astype(np.float32), 0)
    alone, again = logdct.packed(first, None), logdct.packed(first, first)
    assert alone[0] == 0 and again[0] == 1
    assert len(again) < len(alone) / 20


def test_a_coarser_step_is_smaller_and_never_a_difference_of_another_step() -> None:
    picture = make_frame(make_plan(128, 72)).groups["sun"].astype(np.float32)
    coded = [logdct.coded(picture, step) for step in range(len(logdct.STEPS))]
    sizes = [len(logdct.packed(one, None)) for one in coded]
    assert sizes == sorted(sizes, reverse=True) and sizes[-1] < sizes[0] / 2
    assert logdct.packed(coded[1], coded[0])[:2] == b"\x00\x01"
