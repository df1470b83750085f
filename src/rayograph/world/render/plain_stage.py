"""The stage for machines without a usable libLLVM: the same world as `stage`, in Mitsuba's `scalar_rgb`.

That variant has neither arrays nor `EmitterPtr`, so light groups cannot be told apart in one pass. Each group
has a scene of its own instead, in which only its lights are on, and the stock path integrator renders
one after another. Shapes that do not shine are shared by all scenes; each scene has its own BVH.
"""

import functools
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import mitsuba as mi
import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.render import load
from rayograph.world.render.lighting import Lighting, SunCone, dimmed, glowing
from rayograph.world.render.stage import MAX_DEPTH, Mover, _environment, _merged, _moved, is_still
from rayograph.world.render.variant import CURE
from rayograph.world.scene import BuiltSet, Part, Prop
from rayograph.world.simulate.truth import Truth

SLOWER = 9
"""Times that a frame takes longer than in the fast variant: 5.5 core-s against 0.6 measured for a table-top
with three light groups, 128×72 at 16 samples, data passes and denoiser included."""
SUN_DISTANCE = 1.0e7
"""How far the sun's disc stands off [m]: 10 km across the scene shift it by less than 0.06°."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One shape: its name in the scenes, its part at rest, the index of its owner, its lamp if that is on.

    sheet: lit from both sides.
    """

    name: str
    part: Part
    owner: int
    lamp: str | None
    mover: Mover | None
    sheet: bool


@dataclass(kw_only=True)  # not frozen: it is moved from instant to instant
class PlainStage:
    """A loaded world; `movers`, `truth` and `names` are as in `stage.Stage`.

    standing: the mesh of every piece at `time` [s]; scenes: one per light group; shapes: loaded ones that
    stand still, by name and whether they shine. clamp [cd/m²]: what an isolated bright pixel may be.
    """

    pieces: tuple[Piece, ...]
    movers: tuple[Mover, ...]
    truth: Truth
    names: tuple[str, ...]
    lighting: Lighting
    clamp: float
    max_depth: int
    surfaces: dict[tuple[int, bool, bool], Any]
    shapes: dict[tuple[str, bool], Any]
    scenes: tuple[Any, ...] = ()
    standing: dict[str, Mesh]
    time: float | None = None


@functools.cache
def confess() -> None:
    """Say once that this renderer is slow and what cures it."""
    print(f"rayograph: plain renderer (no libLLVM): about {SLOWER} times slower; {CURE}", file=sys.stderr)


def load_stage(
    built: BuiltSet, props: Mapping[str, Prop], truth: Truth, lighting: Lighting,
    fixtures: Mapping[str, str], *, replay: None, clamp: float, max_depth: int = MAX_DEPTH,
) -> PlainStage:  # fmt: skip
    """Load everything into Mitsuba, as it stands at the head of the shot; arguments as `stage.load_stage`."""
    confess()
    pieces, names = _pieces(built, props, truth, lighting, fixtures)
    stage = PlainStage(
        pieces=pieces,
        movers=tuple(piece.mover for piece in pieces if piece.mover is not None),
        truth=truth,
        names=names,
        lighting=lighting,
        clamp=clamp,
        max_depth=max_depth,
        surfaces={},
        shapes={},
        standing={piece.name: piece.part.mesh for piece in pieces},
    )
    move(stage, 0.0)
    return stage


def _pieces(
    built: BuiltSet,
    props: Mapping[str, Prop],
    truth: Truth,
    lighting: Lighting,
    fixtures: Mapping[str, str],
) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Set, panels and cast in the order of `stage.load_stage`, so that both number the objects alike."""
    pieces: list[Piece] = []
    names = ["sky"]

    def add(
        name: str,
        part: Part,
        owner: str,
        lamp: str | None,
        mover: Mover | None = None,
        *,
        sheet: bool = False,
    ) -> None:
        if owner not in names:
            names.append(owner)
        lit_by = lamp if lamp in lighting.lamps else None
        index = names.index(owner)
        pieces.append(Piece(name=name, part=part, owner=index, lamp=lit_by, mover=mover, sheet=sheet))

    for i, part in enumerate(_merged(built)):
        add(f"set{i}", part, f"set_{part.material.name}", fixtures.get(part.light) if part.light else None)
    for panel, part in lighting.panels:
        add(f"panel_{panel}", part, panel, panel)
    for gobo, part in lighting.gobos:
        add(gobo, part, gobo, None)
    for member, prop in props.items():
        alive = prop.cloth is not None or not is_still(truth, member)
        for k, part in enumerate(prop.parts):
            name, lamp = f"{member}__{k}", fixtures.get(member) if part.light else None
            cloth = prop.cloth is not None and k == 0
            mover = Mover(name=name, mesh=part.mesh, member=member, cloth=cloth, shines=lamp is not None)
            here = part if alive else replace(part, mesh=part.mesh.moved(truth.pose(member, 0.0)))
            add(name, here, member, lamp, mover if alive else None, sheet=load.is_sheet(part))
    return tuple(pieces), tuple(names)


def retune(stage: PlainStage, *, clamp: float, max_depth: int) -> None:
    """Change what isolated pixels are clamped to [cd/m²] and how long paths may be."""
    stage.clamp, stage.max_depth = clamp, max_depth


def restaged(stage: PlainStage, truth: Truth, lighting: Lighting) -> PlainStage:
    """The same movers on other ways, under another sun."""
    return replace(stage, truth=truth, lighting=lighting, scenes=(), time=None)


def move(stage: PlainStage, time: float) -> None:
    """Bring every mover to `time` [s]. Scenes are built anew if anything moves."""
    if stage.scenes and (not stage.movers or stage.time == time):
        return
    for mover in stage.movers:
        vertices, normals = _moved(mover, stage.truth, time)
        stage.standing[mover.name] = replace(mover.mesh, vertices=vertices, normals=normals)
    stage.time = time
    moving = {
        piece.name: _shape(stage, piece, None) for piece in stage.pieces if piece.mover and not piece.lamp
    }
    stage.scenes = tuple(_scene(stage, moving, group) for group in range(len(stage.lighting.groups)))


stand = move
"""Nothing here moves within the shutter."""


def _surface(stage: PlainStage, piece: Piece) -> Any:
    part = piece.part
    key = (id(part.material), part.mesh.colour is not None, piece.sheet)
    if key not in stage.surfaces:
        described = load.bsdf(part.material, vertex_colour=key[1], both_sides=piece.sheet)
        stage.surfaces[key] = mi.load_dict(described)
    return stage.surfaces[key]


def _shape(stage: PlainStage, piece: Piece, radiance: tuple[float, float, float] | None) -> Any:
    return load.shape(piece.name, stage.standing[piece.name], _surface(stage, piece),
                      repeats=piece.part.material.uv_scale, radiance=radiance)  # fmt: skip


def _scene(stage: PlainStage, moving: dict[str, Any], group: int) -> Any:
    """The world under the lights of one group alone; `moving`: shapes that move and do not shine."""
    lighting = dimmed(stage.lighting, group)
    scene: dict[str, Any] = {"type": "scene"}
    for piece in stage.pieces:
        radiance = glowing(piece.part, lighting.lamps[piece.lamp]) if piece.lamp is not None else None
        shines = radiance is not None and max(radiance) > 0
        if piece.name in moving:
            scene[piece.name] = moving[piece.name]
        elif piece.mover is not None:
            scene[piece.name] = _shape(stage, piece, radiance if shines else None)
        else:
            key = (piece.name, shines)
            if key not in stage.shapes:
                stage.shapes[key] = _shape(stage, piece, radiance if shines else None)
            scene[piece.name] = stage.shapes[key]
    if lighting.sky is not None:
        # No portals and no other groups here: the sky is as likely a light as any.
        scene["sky"] = {**_environment(lighting), "sampling_weight": 1.0}
    if lighting.sun is not None:
        scene["sun"] = _sun_disc(lighting.sun)
    return mi.load_dict(scene)


def _sun_disc(sun: SunCone) -> dict[str, Any]:
    """The sun as a black, shining disc far off, of its true angular radius, so of its true illuminance."""
    place = np.asarray(sun.direction, float) * SUN_DISTANCE
    radius = SUN_DISTANCE * float(np.sqrt(1 - sun.cos_radius**2)) / sun.cos_radius
    up = [0.0, 1.0, 0.0] if abs(sun.direction[2]) > 0.9 else [0.0, 0.0, 1.0]
    stand = mi.ScalarTransform4f().look_at([float(v) for v in place], [0.0, 0.0, 0.0], up)
    return {
        "type": "disk",
        "to_world": stand @ mi.ScalarTransform4f().scale(radius),
        "bsdf": {"type": "diffuse", "reflectance": {"type": "rgb", "value": 0.0}},
        "emitter": {"type": "area", "radiance": {"type": "rgb", "value": list(sun.radiance)}},
    }
