"""Where things stand before anything happens: set down on their support without sinking into it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.core.catalogue import cast_kind
from rayograph.core.errors import PlanError
from rayograph.core.plan import CastMember, Drive, Drop, Launch, ShotPlan, Swing
from rayograph.world.scene import BuiltSet, Prop
from rayograph.world.shapes import rotation, translation
from rayograph.world.simulate.model import Actor, Role, World, build_world, quaternion
from rayograph.world.simulate.solids import outline
from rayograph.world.simulate.step import collide

AHEAD = 0.02
"""How far ahead of a thing that is being set down contacts are looked for [m]."""
OVERLAP = 0.3
"""Two things that share more than this part of the smaller one's least side are a mistake."""
SLENDER = 0.03
"""Pencils in a cup may share more [m]: one is then set down on the other."""
ASIDE, STEP = 0.6, 0.01
"""How far aside a thing may be moved out of another, and in what steps [m]."""
BURIED = 0.5
"""How far under the floor a position may be [m], since ground is uneven and things are set down."""
WITHIN = 0.015
"""How far below the top of its carrier the foot of what is mounted in it is at least [m]."""
HUNG = ("rope_swing",)
"""Kinds that hang where the plan says, even when they move."""
HIGH = 1.0
"""Above this hangs what swings from a ceiling [m]."""
SHORT, CLEAR = 1.1, 0.5
"""What hangs from a bough or a hook reaches no farther down, and is so high over the stage [m]."""
ALOFT = 1e4
"""Where things wait that are not in the world yet [m]."""


def planned_pose(member: CastMember) -> Float[np.ndarray, "4 4"]:
    """Prop to world as the plan says it: turned by yaw about Z, leaning by tilt towards its front."""
    turn = rotation("z", member.yaw_deg) @ rotation("x", member.tilt_deg)
    return translation(*member.position) @ turn


def role_of(member: CastMember, prop: Prop, plan: ShotPlan) -> Role:
    """Whether a member moves by force, along a path, or never."""
    if any(isinstance(event, Drive) and event.object == member.id for event in plan.action):
        return "driven"
    kind = cast_kind(member.kind)
    rooted = kind is not None and kind.fixed and not any(e.object == member.id for e in plan.action)
    return "static" if member.fixed or rooted or prop.mass <= 0 or not prop.colliders else "free"


def height_aloft(member: str, plan: ShotPlan) -> float | None:
    """How far above its support a thing waits for its event [m]; None if it stands on it."""
    for event in plan.action:
        if event.object == member and isinstance(event, Drop | Launch) and event.height > 0:
            return event.height
        if event.object == member and isinstance(event, Swing):
            return 0.0
    return None


def _hangs(member: CastMember, plan: ShotPlan) -> bool:
    """Whether a thing hangs where it is: a lamp at the ceiling, a lantern on a short cord from a hook."""
    kind = cast_kind(member.kind)
    swing = next((e for e in plan.action if isinstance(e, Swing) and e.object == member.id), None)
    if swing is None or kind is None or member.on != "stage":
        return False
    short = swing.pivot[2] - member.position[2] < SHORT
    return (kind.propped and member.position[2] > HIGH) or (short and member.position[2] > CLEAR)


def place(
    plan: ShotPlan, props: Mapping[str, Prop], built: BuiltSet
) -> tuple[dict[str, Float[np.ndarray, "4 4"]], list[str]]:
    """Prop to world of every member: set down, or waiting in the air above where it would lie; then notes.

    What stands inside something else is moved aside, with what stands on it, and a note says so.

    Raises:
        PlanError: two things are inside each other and there is no room beside, or something is off the stage
            or under the floor.
    """
    notes: list[str] = []
    poses = {member.id: planned_pose(member) for member in plan.cast}
    roles = {member.id: role_of(member, props[member.id], plan) for member in plan.cast}
    solid = [m for m in plan.cast if props[m.id].colliders and props[m.id].cloth is None]
    for member in plan.cast:
        _check_on_stage(member, built, roles[member.id])
    actors = [Actor(id=m.id, prop=_weighted(props[m.id]), role="free", pose=poses[m.id]) for m in solid]
    world = build_world(actors, built)
    world.model.geom_gap[:] = world.model.body_margin[:] = AHEAD / 2
    world.positions[:, 2] += ALOFT
    world.positions[:, 0] += 100.0 * np.arange(len(solid))
    sizes = {m.id: _least_side(props[m.id]) for m in solid}
    aloft = {m.id: height_aloft(m.id, plan) for m in solid}
    for index in sorted(_bottom_up(solid), key=lambda i: aloft[solid[i].id] is not None):
        member = solid[index]
        pose, height, role = poses[member.id], aloft[member.id], roles[member.id]
        hung = member.kind in HUNG or _hangs(member, plan)
        slung = member.on == "stage" and any(
            isinstance(event, Swing) and event.object == member.id for event in plan.action
        )
        mounted = (role == "static" or hung) and member.on == "stage"
        if member.on in sizes:
            carrier = _top(props[member.on], poses[member.on])
            # What is fixed with its foot below its carrier's rim is mounted in it: flowers, pencils in a mug.
            mounted = member.fixed and role == "static" and pose[2, 3] < carrier - WITHIN
            if not mounted:
                pose[2, 3] = max(pose[2, 3], carrier - _bottom(props[member.id], pose))
        _put(world, index, pose)
        if role != "driven" and not mounted:
            strict = (
                None
                if height is not None
                else {**sizes, **{k: 1e9 for k, r in roles.items() if r == "driven"}}
            )
            if strict is not None and role == "free":
                note = _aside(world, index, pose, strict, _room(member, props, poses, built))
                notes += note
                for above in _carried(plan, member.id) if note else []:
                    poses[above][:2, 3] += pose[:2, 3] - np.array(member.position[:2])
            _lift(world, index, pose, rooted=role == "static", sizes=strict)
            if not slung:  # what hangs from a cord hangs as high as the plan says
                _lower(world, index, pose)
        if height:
            pose[2, 3] += height
            _put(world, index, pose)
            _lift(world, index, pose, rooted=False, sizes=None)
        poses[member.id] = pose
    return poses, notes


def _carried(plan: ShotPlan, carrier: str) -> list[str]:
    """What stands on a thing, and what stands on that."""
    direct = [member.id for member in plan.cast if member.on == carrier]
    return direct + [upper for lower in direct for upper in _carried(plan, lower)]


def _room(
    member: CastMember, props: Mapping[str, Prop], poses: Mapping[str, np.ndarray], built: BuiltSet
) -> Float[np.ndarray, "2 2"]:
    """Lowest and highest x and y [m] at which a thing may stand: its carrier's extent, or the stage's."""
    if member.on in props and props[member.on].colliders:
        over = _corners(props[member.on], poses[member.on])[:, :2]
        return np.stack([over.min(0), over.max(0)])
    half = np.array(built.stage_half)
    return np.stack([-half, half])


def _deep(world: World, index: int, sizes: Mapping[str, float]) -> tuple[float, int] | None:
    """Depth [m] of an overlap that is a mistake, and with whom."""
    gap, _up, other = _near(world, index)
    for depth, who in zip(-gap, other, strict=True):
        if who >= 0 and depth >= OVERLAP * min(sizes[world.ids[index]], sizes[world.ids[who]]):
            return float(depth), who
    return None


def _free_sideways(world: World, index: int) -> bool:
    gap, up, other = _near(world, index)
    return not any(g < -1e-3 and u < 0.5 and who >= 0 for g, u, who in zip(gap, up, other, strict=True))


def _aside(
    world: World, index: int, pose: np.ndarray, sizes: Mapping[str, float], room: Float[np.ndarray, "2 2"]
) -> list[str]:
    """Move a thing out of what it stands in, by the shortest way; a note if it was moved."""
    wrong = _deep(world, index, sizes)
    if wrong is None:
        return []
    start, who = pose[:2, 3].copy(), wrong[1]
    away = start - world.positions[who, :2]
    heading = np.arctan2(away[1], away[0]) if np.linalg.norm(away) > 1e-4 else 2.4 * index
    for distance in np.arange(STEP, ASIDE, STEP):
        for turn in np.deg2rad([0, 35, -35, 70, -70, 110, -110, 180]):
            angle = heading + turn
            pose[:2, 3] = start + distance * np.array([np.cos(angle), np.sin(angle)])
            _put(world, index, pose)
            within = (pose[:2, 3] > room[0]).all() and (pose[:2, 3] < room[1]).all()
            if within and _deep(world, index, sizes) is None and _free_sideways(world, index):
                return [f"{world.ids[index]} stood in {world.ids[who]}: moved {100 * distance:.0f} cm aside"]
    pose[:2, 3] = start
    _put(world, index, pose)
    return []


def _weighted(prop: Prop) -> Prop:
    return prop if prop.mass > 0 else replace(prop, mass=1.0)


def _check_on_stage(member: CastMember, built: BuiltSet, role: Role) -> None:
    x, y, z = member.position
    half_x, half_y = built.stage_half
    if member.on == "stage" and role != "driven" and z < built.floor_z - BURIED:
        raise PlanError(
            f"{member.id} is at z = {z:g} m but the floor is at {built.floor_z:g} m; move it above the floor"
        )
    beyond = abs(x) > half_x or abs(y) > half_y
    if (
        member.on == "stage"
        and role != "driven"
        and not member.fixed  # it hangs on a wall
        and beyond
        and built.floor_z < 0
        and z > built.floor_z + 1e-3
    ):
        raise PlanError(
            f"{member.id} is at ({x:g}, {y:g}) m but the stage ends at ±{half_x:g} by ±{half_y:g} m; "
            "move it onto the stage or make the stage larger"
        )


def _bottom_up(solid: Sequence[CastMember]) -> list[int]:
    """Indices in an order in which every carrier comes before what it carries."""
    index = {member.id: i for i, member in enumerate(solid)}
    done: list[int] = []
    left = list(range(len(solid)))
    while left:
        ready = [i for i in left if solid[i].on not in index or index[solid[i].on] in done]
        if not ready:
            names = ", ".join(solid[i].id for i in left)
            raise PlanError(f"{names} stand on each other in a circle; let one of them stand on the stage")
        done += ready
        left = [i for i in left if i not in ready]
    return done


def _corners(prop: Prop, pose: np.ndarray) -> np.ndarray:
    points = np.concatenate([outline(collider) for collider in prop.colliders])
    return np.asarray(points @ pose[:3, :3].T + pose[:3, 3])


def _top(prop: Prop, pose: np.ndarray) -> float:
    return float(_corners(prop, pose)[:, 2].max())


def _bottom(prop: Prop, pose: np.ndarray) -> float:
    """Lowest point, relative to the height of the prop's origin [m]."""
    return float(_corners(prop, pose)[:, 2].min() - pose[2, 3])


def _too_deep(first: float, second: float) -> float:
    """Depth [m] at which two things of such sizes are a mistake; slender ones are lifted clear."""
    return OVERLAP * max(min(first, second), SLENDER)


def _least_side(prop: Prop) -> float:
    return float(np.ptp(_corners(prop, np.eye(4)), axis=0).min())


def _put(world: World, index: int, pose: np.ndarray) -> None:
    body = pose @ world.frames[index].pose
    world.positions[index, :3] = body[:3, 3]
    world.positions[index, 3:] = quaternion(body[:3, :3])


def _near(world: World, index: int) -> tuple[np.ndarray, np.ndarray, list[int]]:
    """Gap [m] and upward part of the normal (towards the body) of its contacts, and who the other is."""
    live = collide(world)
    contact = world.data.contact
    geom = contact.geom[live]
    bodies = world.body_of[geom] if len(live) else np.zeros((0, 2), int)
    mine = (bodies == index).any(1)
    live, bodies = live[mine], bodies[mine]
    sign = np.where(bodies[:, 1] == index, 1.0, -1.0)
    other = [int(x) for x in np.where(bodies[:, 0] == index, bodies[:, 1], bodies[:, 0])]
    return contact.dist[live], sign * contact.frame[live, 2] if len(live) else sign, other


def _lift(
    world: World, index: int, pose: np.ndarray, *, rooted: bool, sizes: Mapping[str, float] | None
) -> None:
    """Raise a thing out of what it overlaps; with `sizes` [m], refuse deep overlaps with its neighbours."""
    name = world.ids[index]
    for _ in range(60):
        gap, up, other = _near(world, index)
        sunk = gap < -1e-4
        if not sunk.any() or (rooted and not any(up[sunk] > 0.5)):
            return  # rooted things may touch sideways what stands beside them
        for depth, who in zip(-gap, other, strict=True):
            if sizes is None or who < 0 or depth < _too_deep(sizes[name], sizes[world.ids[who]]):
                continue
            raise PlanError(
                f"{name} and {world.ids[who]} are inside each other by {100 * depth:.1f} cm; "
                "move them apart or let one stand on the other"
            )
        pose[2, 3] += float((-gap[sunk] / np.maximum(up[sunk], 0.25)).max()) + 1e-4
        _put(world, index, pose)
    raise PlanError(
        f"{name} is stuck inside the set at ({pose[0, 3]:.2f}, {pose[1, 3]:.2f}) m; move it into the open"
    )


def _lower(world: World, index: int, pose: np.ndarray) -> None:
    """Let a thing down until it touches: a gap g along a normal with upward part u allows g/u."""
    for _ in range(2000):
        gap, up, _others = _near(world, index)
        below = up > 0.05
        room = float((gap[below] / up[below]).min()) if below.any() else 0.95 * AHEAD
        room = min(room, 0.95 * AHEAD)
        if room < 2e-5:
            return
        pose[2, 3] -= room
        _put(world, index, pose)
