"""What happens, which way, and what touches what, on toy shots."""

import numpy as np

from rayograph.core.intent import Contact, Direction, Event
from rayograph.critic.contact import contact
from rayograph.critic.direction import direction
from rayograph.critic.event import event
from tests.critic.toy import Body, Toy, at, moved, shot

BOX = Body("box", at(0.0, 0.0, 0.15), (0.3, 0.3, 0.15))


def falls(t):
    return (0.0, 0.0, max(0.8 - 0.5 * 9.81 * t * t, 0.41))


def verdict(toy, subject, what, target=None):
    return event(Event(subject=subject, event=what, target=target), shot(toy)).verdict


def test_a_ball_that_falls_on_a_box():
    good = Toy((BOX, Body("ball", falls, (0.11,))))
    reel, still = shot(good), shot(moved(good, "ball", at(0.0, 0.0, 0.8)))
    for what, target in (
        ("falls", None),
        ("lands", "box"),
        ("hits", "box"),
        ("moves", None),
        ("stops", None),
    ):
        claim = Event(subject="ball", event=what, target=target)
        assert event(claim, reel).verdict == "pass", what
        assert event(claim, still).verdict == "fail", what
    stays = Event(subject="ball", event="stays")
    assert (event(stays, reel).verdict, event(stays, still).verdict) == ("fail", "pass")
    assert contact(Contact(a="ball", b="box"), reel).verdict == "pass"
    assert contact(Contact(a="ball", b="box"), still).verdict == "fail"
    assert direction(Direction(subject="ball", heading="down"), reel).verdict == "pass"
    assert direction(Direction(subject="ball", heading="left"), reel).verdict == "fail"
    assert direction(Direction(subject="ball", heading="down"), still).verdict == "fail"


def test_a_bounce_between_two_frames_is_a_contact():
    def bounce(t):
        return (0.0, 0.0, 0.41 + abs(0.5 - 4.0 * (t + 0.005)))

    assert (
        contact(Contact(a="ball", b="box"), shot(Toy((BOX, Body("ball", bounce, (0.11,)))))).verdict == "pass"
    )


def test_a_ball_that_leaves_and_one_that_enters():
    out = Toy((Body("ball", lambda t: (4.0 * t, 0.0, 0.2), (0.2,)),), frames=14)
    assert verdict(out, "ball", "leaves") == "pass"
    assert verdict(out, "ball", "enters") == "fail"
    into = moved(out, "ball", lambda t: (-2.2 + 4.0 * t, 0.0, 0.2))
    assert verdict(into, "ball", "enters") == "pass"
    assert verdict(into, "ball", "leaves") == "fail"
    assert direction(Direction(subject="ball", heading="right"), shot(into)).verdict == "pass"


def test_a_pendulum_swings_and_a_roller_does_not():
    swing = Toy((Body("ball", lambda t: (0.4 * np.cos(9 * t), 0.0, 0.4), (0.15,)),), frames=16)
    assert verdict(swing, "ball", "swings") == "pass"
    assert verdict(moved(swing, "ball", lambda t: (2 * t - 0.4, 0.0, 0.15)), "ball", "swings") == "fail"


def test_what_is_not_seen_or_cannot_be():
    toy = Toy((BOX,), frames=2)
    assert verdict(toy, "ball", "falls") == "fail"
    assert event(Event(subject="box", event="falls"), shot(Toy((BOX,), frames=1))).verdict == "unmeasured"
    assert verdict(toy, "box", "hits") == "unmeasured"


def test_what_touches_from_the_start_does_not_come_to_touch():
    rolls = Toy((BOX, Body("ball", lambda t: (0.8 * t - 0.2, 0.0, 0.41), (0.11,))), size=(96, 54), frames=8)
    assert verdict(rolls, "ball", "hits", "box") == "fail"
