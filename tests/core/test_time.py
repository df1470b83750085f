from fractions import Fraction

import pytest

from rayograph.core.errors import PlanError
from rayograph.core.time import RATES, parse_rate, timecode


def test_every_offered_rate_is_exact() -> None:
    assert parse_rate("50") == 50
    assert parse_rate("30000/1001") == Fraction(30000, 1001)
    assert all(abs(float(parse_rate(rate)) - round(parse_rate(rate))) < 0.04 for rate in RATES)


def test_a_rate_that_is_not_offered_is_named() -> None:
    with pytest.raises(PlanError, match="'29.97' is not offered; use one of .*30000/1001"):
        parse_rate("29.97")


@pytest.mark.parametrize(
    ("frame", "rate", "code"),
    [
        (1001, Fraction(24), "00:00:41:17"),
        (3599, Fraction(50), "00:01:11:49"),
        (1800, Fraction(30000, 1001), "00:01:00:00"),
        (24 * 3600 * 50, Fraction(50), "00:00:00:00"),
    ],
)
def test_timecode_counts_frames_without_dropping_any(frame: int, rate: Fraction, code: str) -> None:
    assert timecode(frame, rate) == code
