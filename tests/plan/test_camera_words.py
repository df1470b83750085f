import pytest

from rayograph.plan.camera_words import read_camera
from rayograph.plan.facts import CameraFacts
from rayograph.plan.ledger import Ledger
from rayograph.plan.quantity import read_format


def camera(brief: str) -> CameraFacts:
    ledger = Ledger(brief)
    read_format(ledger)
    return read_camera(ledger)


@pytest.mark.parametrize(
    ("brief", "move"),
    [
        ("slow push, 32mm T2", "push in"),
        ("Creep in very slowly on the skull", "push in"),
        ("ease back slowly", "pull back"),
        ("Track back until the chair looks very small", "pull back"),
        ("truck R past the bottles", "truck right"),
        ("pan left to right across the counter", "pan right"),
        ("Half-orbit to the left while it settles", "orbit left"),
        ("boom up over the table", "crane up"),
        ("lock-off, 40mm", "static"),
        ("the camera doesn't flinch", "static"),
        ("whip pan to follow", "follow"),
        ("follow a blue van down the street", "follow"),
        ("orbit L / 5 sec", "orbit left"),
    ],
)
def test_moves_are_read_as_crews_write_them(brief: str, move: str) -> None:
    assert camera(brief).move == move


def test_a_car_that_pulls_away_is_not_the_camera() -> None:
    assert camera("a suitcase falls as the car pulls away").move is None
    assert camera("a boat drifts to the left").move is None


@pytest.mark.parametrize(
    ("brief", "framing", "angle"),
    [
        ("ECU on the dial", "extreme close-up", None),
        ("MS - a bowl of lemons", "medium", None),
        ("deadpan wide, nothing moves", "wide", None),
        ("a vase, lens almost on the deck", None, "low"),
        ("camera six inches off the ground", None, "low"),
        ("seen from directly overhead", None, "top"),
        ("High 3/4, static", None, "high"),
        ("soft overhead studio light on a vase", None, None),
        ("paper lanterns overhead. Night.", None, None),
        ("still life after the Dutch masters", None, None),
    ],
)
def test_sizes_of_shot_and_angles(brief: str, framing: str | None, angle: str | None) -> None:
    facts = camera(brief)
    assert (facts.framing, facts.angle, facts.roll_deg) == (framing, angle, 0.0)


@pytest.mark.parametrize(
    ("brief", "focal", "stop"),
    [
        ("slow push on an 85, wide open", 85.0, 2.0),
        ("static wide, 35, broad daylight", 35.0, None),
        ("macro 100 at f/4", 100.0, 4.0),
        ("120mm? no, make it a 65. T1.4", 65.0, 1.4),
    ],
)
def test_lenses_and_stops(brief: str, focal: float, stop: float | None) -> None:
    facts = camera(brief)
    assert (facts.focal_mm, facts.f_stop) == (focal, stop)


def test_formats_in_shorthand() -> None:
    facts = read_format(Ledger("24fps, 96 frames, 1.85"))
    assert (facts.seconds, facts.fps, facts.aspect) == (4.0, "24", "1.85:1")
    assert read_format(Ledger("10s, 23.976, 2.39:1")).fps == "24000/1001"
    assert read_format(Ledger("hold for 8. 50p")).seconds == 8.0
    assert read_format(Ledger("29.97, high 3/4 view")).aspect is None
