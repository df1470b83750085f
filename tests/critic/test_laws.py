"""What frames say of themselves: each law holds on a good toy shot and breaks where the picture does."""

from dataclasses import replace

import numpy as np

from rayograph.core.intent import Continuity, Gravity
from rayograph.critic.audit import audit
from rayograph.critic.continuity import continuity
from rayograph.critic.depth_normal import depth_normal
from rayograph.critic.flicker import flicker
from rayograph.critic.friction import friction
from rayograph.critic.gravity import gravity
from rayograph.critic.penetration import penetration
from rayograph.critic.permanence import permanence
from rayograph.critic.reprojection import reprojection
from rayograph.critic.restitution import restitution
from tests.critic.toy import Body, Toy, at, moved, shot

POST = Body("post", at(0.9, 0.6, 0.3), (0.15, 0.15, 0.3), (0.2, 0.3, 0.5))


def drop(g: float, bounce: float = 0.6):
    """A ball let go 1.4 m up, bouncing on the floor."""

    def path(t: float) -> tuple[float, float, float]:
        start = np.sqrt(2 * 1.2 / g)
        if t < start:
            return (0.0, 0.0, 1.4 - 0.5 * g * t * t)
        up, after = bounce * g * start, t - start
        return (0.0, 0.0, 0.2 + max(up * after - 0.5 * g * after * after, 0.0))

    return path


def falling(g: float = 9.81, bounce: float = 0.6) -> Toy:
    return Toy((Body("ball", drop(g, bounce), (0.2,), (0.6, 0.1, 0.1)), POST), frames=20, eye=at(0, -4, 1.2),
               target=at(0, 0, 0.8))  # fmt: skip


def verdicts(rows) -> set[str]:
    return {finding.verdict for _, finding in rows}


def test_gravity_and_a_gravity_that_is_too_weak() -> None:
    claim = Gravity(object="ball")
    good = gravity(claim, shot(falling()))
    assert good.verdict == "pass" and good.value is not None and good.value < 0.03
    assert gravity(claim, shot(falling(0.7 * 9.81))).verdict == "fail"
    assert gravity(Gravity(object="ball", pace=0.5), shot(falling(9.81 / 4))).verdict == "pass"
    assert gravity(Gravity(object="post"), shot(falling())).verdict == "unmeasured"


def test_a_thing_stays_the_same_or_does_not() -> None:
    claim, good = Continuity(object="ball"), falling()
    assert continuity(claim, shot(good)).verdict == "pass"
    green = replace(good.bodies[0], albedo=(0.1, 0.6, 0.1))
    big = replace(good.bodies[0], size=(0.4,))
    faults = {
        "gone": lambda t, toy: replace(toy, bodies=toy.bodies[1:]) if 2 < t < 5 else toy,
        "green": lambda t, toy: replace(toy, bodies=(green, POST)) if t > 6 else toy,
        "big": lambda t, toy: replace(toy, bodies=(big, POST)) if t > 4 else toy,
        "elsewhere": lambda t, toy: moved(toy, "ball", at(-0.7, 0, 1.0)) if t == 8 else toy,
    }
    for name, fault in faults.items():
        if name == "gone":  # another order of bodies is another order of names
            fault = lambda t, toy: moved(toy, "ball", at(0, 0, -9.0)) if 2 < t < 5 else toy  # noqa: E731
        assert continuity(claim, shot(good, fault)).verdict == "fail", name


def test_what_vanishes_in_the_open_is_missed() -> None:
    good = falling()
    assert verdicts(permanence(shot(good))) == {"pass"}
    broken = shot(good, lambda t, toy: moved(toy, "post", at(0, 0, -9.0)) if t > 9 else toy)
    assert verdicts(permanence(broken)) == {"fail"}


def test_space_is_one() -> None:
    toy = Toy((Body("ball", at(0, 0, 0.2), (0.2,)), POST), eye=lambda t: (t, -3.0, 1.2), frames=6)
    good = shot(toy)
    assert verdicts(depth_normal(good)) == {"pass"} and verdicts(reprojection(good)) == {"pass"}
    slid = shot(toy, lambda t, toy: replace(toy, eye=lambda s: (2 * s, -3.0, 1.2)))
    lying = replace(slid, cameras=good.cameras)
    assert "fail" in verdicts(reprojection(lying))
    turned = replace(good, geometric_normal=np.roll(good.geometric_normal, 1, axis=-1))
    assert verdicts(depth_normal(turned)) == {"fail"}


def test_light_that_flickers() -> None:
    toy = Toy((POST,), frames=6)
    assert verdicts(flicker(shot(toy))) == {"pass"}
    wild = shot(toy, lambda t, toy: replace(toy, sun_rgb=(1.3, 1.2, 1.2)) if t % 2 else toy)
    assert verdicts(flicker(wild)) == {"fail"}


def test_bounces_give_back_no_more_than_they_took() -> None:
    (name, good), *_ = restitution(shot(falling(bounce=0.6)))
    assert name == "ball" and good.verdict == "pass" and good.value is not None
    assert abs(good.value - 0.6) < 0.15
    high = replace(falling(bounce=1.4), frames=20)
    assert verdicts(restitution(shot(high))) == {"fail"}


def test_a_slider_is_held_by_no_more_than_its_weight() -> None:
    def slide(mu: float, start: float):
        def path(t: float) -> tuple[float, float, float]:
            end = start / (mu * 9.81)
            s = min(t, end)
            return (-0.8 + start * s - 0.5 * mu * 9.81 * s * s, 0.0, 0.15)

        return path

    toy = Toy((Body("box", slide(0.4, 2.0), (0.15, 0.15, 0.15)),), frames=14)
    (_, good), *_ = friction(shot(toy))
    assert good.verdict == "pass" and good.value is not None and abs(good.value - 0.4) < 0.06
    glued = moved(toy, "box", slide(2.5, 8.0))
    assert verdicts(friction(shot(glued))) == {"fail"}


def test_a_ball_that_sinks() -> None:
    toy = Toy((Body("ball", at(0, 0, 0.3), (0.3,)),), frames=3, eye=at(0, -2.4, 1.2))
    assert verdicts(penetration(shot(toy))) == {"pass"}
    assert verdicts(penetration(shot(moved(toy, "ball", at(0, 0, 0.2))))) == {"fail"}


def test_the_audit_has_all_laws_and_bears_odd_frames() -> None:
    names = {row.name for row in audit(shot(falling()))}
    assert {"depth_normal", "reprojection", "permanence", "linearity", "flicker", "shadow_direction"} <= names
    alone = audit(shot(replace(falling(), frames=1)))
    assert all(row.finding.verdict != "fail" for row in alone)
