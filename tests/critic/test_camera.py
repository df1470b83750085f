"""Moves, lens and angle of the camera on toy shots."""

import numpy as np
import pytest

from rayograph.core.intent import Angle, CameraMove, Lens
from rayograph.critic.angle import angle
from rayograph.critic.camera_move import WAYS, camera_move
from rayograph.critic.lens import lens
from rayograph.critic.tracks import track
from tests.critic.toy import FPS, Body, Toy, at, shot

BALL = Body("ball", at(0.0, 0.0, 0.2), (0.2,))
SMALL = {"size": (64, 36), "frames": 6}


def part(time):
    return time * FPS / 5


MOVES = {
    "push_in": (lambda t: (0.0, -3.0 + part(t), 1.2 - part(t) / 3), at(0.0, 0.0, 0.2)),
    "pull_out": (lambda t: (0.0, -2.0 - part(t), 1.2), at(0.0, 0.0, 0.2)),
    "truck_right": (lambda t: (part(t), -3.0, 1.2), lambda t: (part(t), 0.0, 0.2)),
    "crane_up": (lambda t: (0.0, -3.0, 0.7 + 1.3 * part(t)), at(0.0, 0.0, 0.2)),
    "pan_left": (at(0.0, -3.0, 1.2), lambda t: (0.5 - part(t), 0.0, 0.2)),
    "tilt_up": (at(0.0, -3.0, 1.2), lambda t: (0.0, 0.0, 0.9 * part(t))),
    "orbit_right": (
        lambda t: (3 * np.sin(0.8 * part(t) - 0.4), -3 * np.cos(0.8 * part(t) - 0.4), 1.2),
        at(0.0, 0.0, 0.2),
    ),
    "static": (lambda t: (0.015 * np.sin(9 * t), -3.0, 1.2), at(0.0, 0.0, 0.2)),
}


@pytest.mark.parametrize("move", MOVES)
def test_each_move_is_told_from_all_others(move):
    eye, target = MOVES[move]
    reel = shot(Toy((BALL,), eye=eye, target=target, **SMALL))
    passed = {m for m in [*WAYS, "static"] if camera_move(CameraMove(move=m), reel).verdict == "pass"}
    assert passed == {move}


def test_following_keeps_what_moves_in_its_place():
    ball = Body("ball", lambda t: (-0.5 + 4 * t, 0.0, 0.2), (0.2,))
    follow = Toy((ball,), eye=lambda t: (4 * t, -3.0, 1.2), target=lambda t: (4 * t, 0.0, 0.2), **SMALL)
    claim = CameraMove(move="follow")
    assert camera_move(claim, shot(follow)).verdict == "pass"
    assert camera_move(claim, shot(Toy((ball,), **SMALL))).verdict == "fail"
    assert camera_move(claim, shot(Toy((BALL,), **SMALL))).verdict == "unmeasured"


def test_lens_and_angle():
    reel = shot(Toy((BALL,), size=(64, 36), frames=1))
    assert lens(Lens(focal_mm=35), reel).verdict == "pass"
    assert lens(Lens(focal_mm=50), reel).verdict == "fail"
    assert angle(Angle(angle="eye"), reel).verdict == "pass"
    assert angle(Angle(angle="top"), reel).verdict == "fail"
    assert camera_move(CameraMove(move="static"), reel).verdict == "unmeasured"


def test_a_track_has_the_displacement_of_the_body():
    ball = Body("ball", lambda t: (0.5 * t, 0.2 * t, 0.4 - 4.905 * t * t), (0.15,))
    tracked = track(shot(Toy((ball,), frames=6)), "ball")
    assert np.allclose(tracked.place[0], [0, 0, 0.4], atol=0.01)
    wanted = [0.5 / FPS, 0.2 / FPS]
    assert np.allclose(tracked.step[:-1, :2], wanted, atol=1e-3)
    assert np.allclose(np.diff(tracked.step[:-1, 2]) * FPS**2, -9.81, atol=0.8)
