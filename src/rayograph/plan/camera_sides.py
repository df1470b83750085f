"""Where things stand for the camera's sake: a pan goes from side to side, a focus pull into depth."""

from dataclasses import replace

from rayograph.plan.casting import Actor
from rayograph.plan.composition import Wanted
from rayograph.plan.facts import Aim, CameraFacts, Facts, Thing

_CARRIED = ("in", "on")
_SIDES = ("left of", "right of", "behind", "in front of", "beside", "between", "around", "under")


def arranged_for_camera(facts: Facts) -> Facts:
    """The things with the places on the screen that the camera's route asks for, where no word gave one."""
    if facts.camera.pull is not None:
        facts = replace(facts, camera=replace(facts.camera, pull=_pulled(facts)))
    if facts.camera.angle == "top":
        middle = next((i for i, t in enumerate(facts.things) if t.at == "centre" and t.count == 1), -1)
        facts = replace(facts, camera=replace(facts.camera, centred=middle))
    camera = facts.camera
    start, goal = camera.route.start, camera.route.goal
    sides = ("right", "left") if (camera.move or "").endswith("left") else ("left", "right")
    if (camera.move or "").startswith(("pan", "truck")):
        facts = _put_apart(facts, start, goal, sides)
    if camera.pull is not None:
        facts = _put_apart(facts, *camera.pull, ("front", "back"))
    over = camera.route.over
    if over is not None and over.thing >= 0:
        facts = _put_apart(facts, over, Aim(thing=seen_over(facts)), ("front", "back"))
    return facts


def _pulled(facts: Facts) -> tuple[Aim, Aim]:
    """Whom a focus pull passes between: by name, or from the first to the next."""
    assert facts.camera.pull is not None
    start, goal = facts.camera.pull
    named = [i for i, thing in enumerate(facts.things) if not thing.assumed]
    if goal.thing < 0:
        goal = replace(goal, thing=next((i for i in named[1:] if i != start.thing), -1))
    if start.thing < 0:
        start = replace(start, thing=next((i for i in named if i != goal.thing), -1))
    return start, goal


def seen_over(facts: Facts) -> int:
    """The thing that is seen past the shoulder of another; -1 if nothing else was named."""
    over = facts.camera.route.over
    if over is None:
        return -1
    goal = facts.camera.route.goal
    if goal is not None and goal.thing >= 0:
        return goal.thing
    return next((i for i, t in enumerate(facts.things) if i != over.thing and not t.assumed), -1)


def hero_thing(facts: Facts) -> int:
    """The thing that the camera's words make the subject; -1 if they name none."""
    camera = facts.camera
    if camera.route.over is not None:
        return seen_over(facts)
    ends = [camera.route.goal, camera.route.start, camera.route.along]
    if camera.move in (
        "pull back",
        "zoom out",
        "truck left",
        "truck right",
        "tilt down",
        "crane down",
        "crane up",
    ):
        # What is only revealed in the end is not what the frame is made for.
        ends = [camera.route.start]
    if camera.pull is not None:
        return _pulled(facts)[0].thing
    return next((aim.thing for aim in ends if aim is not None and aim.thing >= 0), -1)


def _put_apart(facts: Facts, start: Aim | None, goal: Aim | None, sides: tuple[str, str]) -> Facts:
    if start is None or goal is None:
        return facts
    first, last = _carrier(facts, start.thing), _carrier(facts, goal.thing)
    if first < 0 or last < 0 or first == last or _related(facts, first, last):
        return facts
    things = list(facts.things)
    for index, side in ((first, sides[0]), (last, sides[1])):
        things[index] = _placed(things[index], side, _is_bound(facts, index))
    return replace(facts, things=tuple(things))


def _placed(thing: Thing, side: str, bound: bool) -> Thing:
    return thing if thing.at or bound else replace(thing, at=side)


def _carrier(facts: Facts, thing: int) -> int:
    """What carries a thing in the end, by the words: the bowl of the apples."""
    for _ in range(4):
        carriers = [r.target for r in facts.relations if r.subject == thing and r.kind in _CARRIED]
        if thing < 0 or not carriers or carriers[0] < 0:
            return thing
        thing = carriers[0]
    return thing


def _related(facts: Facts, first: int, last: int) -> bool:
    return any({r.subject, r.target} == {first, last} and r.kind in _SIDES for r in facts.relations)


def _is_bound(facts: Facts, thing: int) -> bool:
    return any(r.subject == thing and r.target >= 0 and r.kind in _SIDES for r in facts.relations)


_SHARES = {"extreme wide": 0.004, "wide": 0.016, "close-up": 0.12, "extreme close-up": 0.2}
"""Framing → the least part of the frame that the hero's box should cover."""


def wanted_ends(camera: CameraFacts, actors: list[Actor]) -> Wanted:
    """What the first and the last frame must hold: all the cast, or the ends of the camera's route."""
    share = _SHARES.get(camera.framing or "", 0.05)
    if camera.angle == "drone":
        share = 0.004
    if camera.route.along is not None:
        return Wanted(share=share)
    ends = [
        None if aim is None else frozenset(i for i, actor in enumerate(actors) if actor.thing == aim.thing)
        for aim in (camera.route.start, camera.route.goal)
    ]
    first, last = ends
    if (camera.move or "").startswith(("push", "zoom in")):
        first = None
    if camera.move in ("pull back", "zoom out"):
        last = None
    return Wanted(first=first, last=last, share=share)
