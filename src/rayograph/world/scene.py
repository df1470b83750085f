"""What cast and sets build and what simulator and renderer observe. Plain data; imports no renderer."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh

Channel = float | Float[np.ndarray, "h w"]
Colour = tuple[float, float, float] | Float[np.ndarray, "h w 3"]


@dataclass(frozen=True, kw_only=True)
class Material:
    """One surface in the fixed superset (Disney principled), so that every scene shares one kernel.

    kind: "opaque" principled; "glass" smooth dielectric; "water" dielectric sheet or body, IOR 1.33;
    "thin" translucent sheet (leaf, paper, curtain).
    base_colour: linear ACEScg, constant or texture (row 0 is v = 1, repeats); ignored where the mesh has
        colours.
    roughness, metallic: 0..1, constant or texture. specular 0.5 is IOR 1.5.
    bump: height texture [m], or None. Heights are of the surface as built: the renderer divides their slope
        in uv by the mesh's own metres per uv unit, so they hold for uv in metres and for uv 0..1 alike.
    uv_scale: texture repeats per uv unit (uv in metres and 0.5 means one tile is 2 m).
    transmission: for "thin", how much of the diffuse light goes through, 0..1.
    """

    name: str
    kind: Literal["opaque", "glass", "water", "thin"] = "opaque"
    base_colour: Colour = (0.5, 0.5, 0.5)
    roughness: Channel = 0.5
    metallic: Channel = 0.0
    specular: float = 0.5
    clearcoat: float = 0.0
    clearcoat_gloss: float = 0.9
    sheen: float = 0.0
    bump: Float[np.ndarray, "h w"] | None = None
    uv_scale: float = 1.0
    transmission: float = 0.5
    ior: float = 1.5


@dataclass(frozen=True, kw_only=True)
class Part:
    """A mesh with its material. `light` names the practical whose lumens this surface emits.

    glow: RGB gain on what it emits, of mean luminance 1 over the lamp's surfaces: the picture of a screen.
    """

    mesh: Mesh
    material: Material
    light: str | None = None
    glow: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True, kw_only=True)
class Collider:
    """A convex solid for the simulator, in the frame of its prop.

    kind "sphere": size (radius,); "box": half sizes; "cylinder" and "capsule" along +Z: (radius, half
    length); "hull": `vertices`. `pose` places it.
    """

    kind: Literal["sphere", "box", "cylinder", "capsule", "hull"]
    size: tuple[float, ...] = ()
    pose: Float[np.ndarray, "4 4"] = field(default_factory=lambda: np.eye(4))
    vertices: Float[np.ndarray, "n 3"] | None = None


@dataclass(frozen=True, kw_only=True)
class Prop:
    """One thing: looks and physics. Frame: base centre at the origin, +Z up, its front faces -Y.

    mass [kg]; friction: sliding coefficient; restitution: rebound speed ratio against a hard floor.
    cloth: grid shape (rows, columns) if part 0 is a cloth whose vertices the simulator moves.
    """

    parts: tuple[Part, ...]
    colliders: tuple[Collider, ...]
    mass: float
    friction: float = 0.6
    restitution: float = 0.3
    cloth: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Portal:
    """A window opening through which the sky lights a room: corner and two edges [m]; normal points in."""

    corner: tuple[float, float, float]
    edge_u: tuple[float, float, float]
    edge_v: tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class BuiltSet:
    """A set, built: static parts (world frame), what things can hit, its windows and its ground.

    colliders: solids in world frame, besides the stage plane z = 0 which is always there
        within `stage_half` [m] of the origin (tabletop: things can fall off its edge).
    floor_z: height [m] of what lies below the stage (the room's floor under a table), or 0.
    friction, restitution: of the stage surface.
    """

    parts: tuple[Part, ...]
    colliders: tuple[Collider, ...] = ()
    portals: tuple[Portal, ...] = ()
    stage_half: tuple[float, float] = (1e3, 1e3)
    floor_z: float = 0.0
    friction: float = 0.7
    restitution: float = 0.5
    indoors: bool = False
