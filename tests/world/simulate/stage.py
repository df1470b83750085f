"""Plain props and plans for the simulator's tests; no generator, no renderer."""

from collections.abc import Iterable

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CameraKey, CameraPlan, CastMember, Event, Format, SetPlan, ShotPlan
from rayograph.core.rig import LightGroup, LightRig, Sky
from rayograph.world.scene import BuiltSet, Collider, Material, Part, Prop
from rayograph.world.shapes import grid_faces
from rayograph.world.simulate.truth import Truth

GROUND = BuiltSet(parts=(), friction=1.0, restitution=1.0)
TABLE = BuiltSet(parts=(), stage_half=(0.7, 0.45), floor_z=-0.75, friction=0.6, restitution=0.6)


def shot(
    cast: Iterable[CastMember], action: Iterable[Event] = (), *, frames: int = 24, fps: str = "24"
) -> ShotPlan:
    """A plan of nothing but cast and action."""
    return ShotPlan(
        title="test",
        format=Format(width=64, height=36, frames=frames, fps=fps),
        camera=CameraPlan(keys=(CameraKey(time=0, position=(0, -1, 0.3), target=(0, 0, 0)),)),
        set=SetPlan(kind="tabletop"),
        cast=tuple(cast),
        rig=LightRig(sky=Sky(), groups=(LightGroup(name="sky", lights=("sky",)),)),
        action=tuple(action),
    )


def member(name: str, x: float = 0.0, y: float = 0.0, z: float = 0.0, **more: object) -> CastMember:
    """A cast member at a place."""
    return CastMember.model_validate({"id": name, "kind": "block", "position": (x, y, z), **more})


def prop(*colliders: Collider, mass: float = 0.2, friction: float = 0.5, restitution: float = 0.3) -> Prop:
    """Solids without looks."""
    return Prop(parts=(), colliders=colliders, mass=mass, friction=friction, restitution=restitution)


def _raised(height: float) -> np.ndarray:
    pose = np.eye(4)
    pose[2, 3] = height
    return pose


def ball(radius: float = 0.05) -> Collider:
    """Standing on its base centre."""
    return Collider(kind="sphere", size=(radius,), pose=_raised(radius))


def box(x: float = 0.04, y: float = 0.04, z: float = 0.04) -> Collider:
    """Half sizes; standing on its base."""
    return Collider(kind="box", size=(x, y, z), pose=_raised(z))


def cylinder(radius: float = 0.04, half: float = 0.06) -> Collider:
    """Standing on its base."""
    return Collider(kind="cylinder", size=(radius, half), pose=_raised(half))


def bowl(sides: int = 16) -> tuple[Collider, ...]:
    """A foot and three rings of hulls, 26 cm wide."""
    rings = [(0.05, 0.0), (0.09, 0.03), (0.12, 0.07), (0.13, 0.10)]
    solids = [Collider(kind="cylinder", size=(0.05, 0.005), pose=_raised(0.005))]
    for side in range(sides):
        for (inner, low), (outer, high) in zip(rings, rings[1:], strict=False):
            corners = [
                [r * np.cos(a), r * np.sin(a), z]
                for a in np.array([side, side + 1]) * 2 * np.pi / sides
                for r, z in ((inner, low), (outer, high), (inner - 0.008, low + 0.008), (outer - 0.008, high))
            ]
            solids.append(Collider(kind="hull", vertices=np.array(corners)))
    return tuple(solids)


def cloth(count: int = 25, side: float = 0.6) -> Prop:
    """A square of cloth with a slight wave."""
    line = np.linspace(-side / 2, side / 2, count)
    x, y = np.meshgrid(line, line)
    z = 0.004 * (1 + np.sin(9 * x + 3 * y) * np.cos(7 * y))
    mesh = Mesh(vertices=np.stack([x, y, z], -1).reshape(-1, 3), faces=grid_faces(count, count))
    return Prop(
        parts=(Part(mesh=mesh, material=Material(name="linen")),),
        colliders=(box(side / 2, side / 2, 0.005),),
        mass=0.16,
        friction=0.5,
        restitution=0.0,
        cloth=(count, count),
    )


def times(truth: Truth) -> np.ndarray:
    """Of the grid samples [s]."""
    count = len(next(iter(truth.poses.values())))
    return truth.start + np.arange(count) / float(truth.rate)
