"""Turn a staged shot a quarter: a street runs away from the camera, but cars pass across the frame."""

from rayograph.core.plan import CameraPlan, Drive, Drop, Event, Launch, Swing, Topple
from rayograph.core.rig import LightRig
from rayograph.core.value import Vec3
from rayograph.plan.blocking import Blocked
from rayograph.plan.stage import Stage

QUARTER = -90.0
"""The turn [deg]: what was to the right of the frame now lies towards -Y, what was behind towards +X."""


def crosses_street(blocked: Blocked, stage: Stage) -> bool:
    """Whether the camera looks across the street: at a house front, or at what drives along it."""
    drives = [e for e in blocked.events if isinstance(e, Drive)]
    across = any(abs(e.path[-1][1] - e.path[0][1]) > abs(e.path[-1][2] - e.path[0][2]) for e in drives)
    return stage.kind.name == "street" and (across or blocked.along or blocked.across)


def _turned(v: Vec3) -> Vec3:
    return v[1], -v[0], v[2]


def turn_blocking(blocked: Blocked) -> Blocked:
    """Spots and events turned."""
    spots = [
        spot.at(spot.position[1], -spot.position[0]).facing(spot.yaw_deg + QUARTER) for spot in blocked.spots
    ]
    seen = [_turned(p) for p in blocked.seen]
    return Blocked(
        spots=spots,
        events=[_event(e) for e in blocked.events],
        seen=seen,
        notes=blocked.notes,
        along=blocked.along,
        across=blocked.across,
    )


def _event(event: Event) -> Event:
    if isinstance(event, Drop):
        return event.model_copy(update={"spin": _turned(event.spin)})
    if isinstance(event, Launch):
        return event.model_copy(update={"velocity": _turned(event.velocity), "spin": _turned(event.spin)})
    if isinstance(event, Topple):
        return event.model_copy(update={"direction": _turned(event.direction)})
    if isinstance(event, Swing):
        return event.model_copy(update={"pivot": _turned(event.pivot), "axis_deg": event.axis_deg + QUARTER})
    path = tuple((t, y, -x, z) for t, x, y, z in event.path)
    return event.model_copy(update={"path": path})


def turn_camera(camera: CameraPlan) -> CameraPlan:
    """The camera turned with the stage."""
    keys = tuple(
        key.model_copy(update={"position": _turned(key.position), "target": _turned(key.target)})
        for key in camera.keys
    )
    return camera.model_copy(update={"keys": keys})


def turn_rig(rig: LightRig) -> LightRig:
    """The sun turned with the stage, so that it comes from the same side of the frame."""
    if rig.sun is None:
        return rig
    azimuth = round((rig.sun.azimuth_deg + QUARTER) % 360, 1)
    return rig.model_copy(update={"sun": rig.sun.model_copy(update={"azimuth_deg": azimuth})})
