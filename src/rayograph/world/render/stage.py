"""A plan's set, cast and light as one Mitsuba scene that can be moved to any instant.

Static parts are merged by material and object; each moving part keeps its own mesh. Object indices: 0 is
the sky, then the set's surfaces by material name, then the cast by id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import drjit as dr
import mitsuba as mi
import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh, merge, smooth_normals
from rayograph.world.render import load, space
from rayograph.world.render.air import air_of
from rayograph.world.render.integrator import Lit, Sun, Window
from rayograph.world.render.lighting import Lighting, glowing
from rayograph.world.render.rays import Shutter, held, held3, held_rows
from rayograph.world.scene import BuiltSet, Material, Part, Portal, Prop
from rayograph.world.simulate.truth import Truth

MAX_DEPTH = 9


@dataclass(frozen=True, kw_only=True)
class Mover:
    """A mesh that follows a cast member: its name in the scene, its rest mesh, whose pose it takes.

    smooth: it is part of a body, which moves all through the shutter; others stand at instants.
    """

    name: str
    mesh: Mesh
    member: str
    cloth: bool
    shines: bool
    smooth: bool = False


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A loaded world.

    `params`: what can be moved in the still and in the moving scene. `movers` follow `truth`; `bodies`: cast
    ids by layer of `lit.space`; `names`: object names by index; `materials` by shape index.
    """

    lit: Lit
    movers: tuple[Mover, ...]
    bodies: Mapping[int, str]
    truth: Truth
    names: tuple[str, ...]
    params: tuple[Any, Any]
    materials: dict[int, Material]
    replay: Any
    """The recorded launch (`sample.recorded`), kept with the stage whose objects it refers to."""


@dataclass(frozen=True, kw_only=True)
class _Loaded:
    """One shape: whose it is, and the practical that it is the light of."""

    shape: Any
    part: Part
    owner: int
    lamp: str | None


@dataclass(frozen=True, kw_only=True)
class _Bare:
    """Scenes as dictionaries, before Mitsuba loads them, and what has been put into them."""

    lighting: Lighting
    bodies: dict[str, dict[str, Any]]
    still: dict[str, Any] = field(default_factory=lambda: {"type": "scene"})
    clear: dict[str, Any] = field(default_factory=lambda: {"type": "scene"})
    moving: dict[str, Any] = field(default_factory=lambda: {"type": "scene"})
    surfaces: dict[tuple[int, bool, bool], Any] = field(default_factory=dict)
    shapes: list[_Loaded] = field(default_factory=list)
    names: list[str] = field(default_factory=lambda: ["sky"])
    movers: list[Mover] = field(default_factory=list)

    def add(
        self,
        scene: dict[str, Any],
        name: str,
        part: Part,
        owner: str,
        lamp: str | None,
        *,
        sheet: bool = False,
    ) -> None:
        """Put a part into a scene; its surface is loaded once. A `sheet` is lit from both sides."""
        if owner not in self.names:
            self.names.append(owner)
        key = (id(part.material), part.mesh.colour is not None, sheet)
        if key not in self.surfaces:
            self.surfaces[key] = mi.load_dict(
                load.bsdf(part.material, vertex_colour=key[1], both_sides=sheet)
            )
        radiance = glowing(part, self.lighting.lamps.get(lamp)) if lamp is not None else None
        if scene is self.still and part.material.kind == "glass" and radiance is None:
            scene = self.clear
        scene[name] = load.shape(
            name, part.mesh, self.surfaces[key], repeats=part.material.uv_scale, radiance=radiance
        )
        lit_by, index = lamp if radiance else None, self.names.index(owner)
        self.shapes.append(_Loaded(shape=scene[name], part=part, owner=index, lamp=lit_by))

    def add_mover(self, name: str, part: Part, member: str, lamp: str | None, *, cloth: bool) -> None:
        """Put a part that moves where it belongs; what shines stays with the other lights, to be sampled."""
        shines, smooth = lamp is not None, lamp is None and member in self.bodies
        self.add(
            self.still if shines else self.bodies.get(member, self.moving),
            name,
            part,
            member,
            lamp,
            sheet=load.is_sheet(part),
        )
        self.movers.append(
            Mover(name=name, mesh=part.mesh, member=member, cloth=cloth, shines=shines, smooth=smooth)
        )


def _merged(built: BuiltSet) -> list[Part]:
    """Static parts merged by material, light and the attributes they have."""
    piles: dict[tuple[Any, ...], list[Part]] = {}
    for part in built.parts:
        mesh = part.mesh
        key = (id(part.material), part.light, mesh.normals is None, mesh.uv is None, mesh.colour is None)
        piles.setdefault(key, []).append(part)
    return [replace(parts[0], mesh=merge([part.mesh for part in parts])) for parts in piles.values()]


def is_still(truth: Truth, member: str) -> bool:
    """Whether a cast member keeps its pose to within a micrometre all through the shot."""
    poses = truth.poses[member]
    return bool(np.abs(poses - poses[:1]).max() < 1e-6)


def _bodies(props: Mapping[str, Prop], truth: Truth) -> tuple[str, ...]:
    """The rigid movers that get scenes of their own: those with most faces."""
    rigid = [name for name, prop in props.items() if prop.cloth is None and not is_still(truth, name)]
    return tuple(sorted(rigid, key=lambda name: -_faces(props[name]))[: space.MOST])


def _faces(prop: Prop) -> int:
    return sum(len(part.mesh.faces) for part in prop.parts)


def load_stage(
    built: BuiltSet, props: Mapping[str, Prop], truth: Truth, lighting: Lighting,
    fixtures: Mapping[str, str], *, replay: Any, clamp: float, max_depth: int = MAX_DEPTH,
) -> Stage:  # fmt: skip
    """Load everything into Mitsuba.

    Args:
        fixtures: the set's fixture name or cast id → practical id, for the lamps that are on.
        replay: `sample.recorded()`. clamp: largest single indirect contribution [cd/m²].
    """
    bare = _Bare(lighting=lighting, bodies={name: {"type": "scene"} for name in _bodies(props, truth)})
    for i, part in enumerate(_merged(built)):
        fixture = fixtures.get(part.light) if part.light else None
        bare.add(bare.still, f"set{i}", part, f"set_{part.material.name}", fixture)
    for panel, part in lighting.panels:
        bare.add(bare.still, f"panel_{panel}", part, panel, panel)
    for gobo, part in lighting.gobos:
        bare.add(bare.still, gobo, part, gobo, None)
    for member, prop in props.items():
        alive = prop.cloth is not None or not is_still(truth, member)
        for k, part in enumerate(prop.parts):
            name, lamp = f"{member}__{k}", fixtures.get(member) if part.light else None
            if alive:
                cloth = prop.cloth is not None and k == 0
                bare.add_mover(name, part, member, lamp, cloth=cloth)
            else:
                standing = replace(part, mesh=part.mesh.moved(truth.pose(member, 0.0)))
                bare.add(bare.still, name, standing, member, lamp, sheet=load.is_sheet(part))
    if lighting.sky is not None:
        bare.still["sky"] = _environment(lighting)
    layers = [scene for scene in (bare.clear, bare.moving, *bare.bodies.values()) if len(scene) > 1]
    loaded = [mi.load_dict(scene) for scene in (bare.still, *layers)]
    scenes = (loaded[0], loaded[1 + layers.index(bare.moving)] if len(bare.moving) > 1 else None)
    bodies = {layers.index(scene): name for name, scene in bare.bodies.items() if len(scene) > 1}
    return Stage(
        lit=_lit(loaded, set(bodies), lighting, bare.shapes, clamp, max_depth),
        movers=tuple(bare.movers),
        bodies=bodies,
        truth=truth,
        names=tuple(bare.names),
        params=tuple(_movable(scene, bare.movers, shines=k == 0) for k, scene in enumerate(scenes)),
        materials={_index(mi.ShapePtr(item.shape)): item.part.material for item in bare.shapes},
        replay=replay,
    )


def _movable(scene: Any, movers: list[Mover], *, shines: bool) -> Any:
    """The vertex parameters of the movers in a scene, or None if it has none."""
    names = [mover.name for mover in movers if mover.shines == shines and not mover.smooth]
    if not names:
        return None
    params = mi.traverse(scene)
    params.keep([f"{name}.{what}" for name in names for what in ("vertex_positions", "vertex_normals")])
    return params


def _environment(lighting: Lighting) -> dict[str, Any]:
    """The sky as Mitsuba's envmap (Y up, u towards +Z; ours is Z up, u counter-clockwise from +X)."""
    assert lighting.sky is not None
    turn = mi.ScalarTransform4f().rotate([1, 0, 0], 90.0)
    picture = np.ascontiguousarray(
        np.roll(lighting.sky[:, ::-1], lighting.sky.shape[1] // 4, axis=1), np.float32
    )
    weight = 0.0 if lighting.portals and lighting.lamps else float(max(1, len(lighting.lamps)))
    return {"type": "envmap", "bitmap": mi.Bitmap(picture), "to_world": turn, "sampling_weight": weight}


def _index(pointer: Any) -> int:
    return int(np.asarray(dr.reinterpret_array(mi.UInt32, pointer))[0])


def _lit(
    scenes: list[Any], bodies: set[int], lighting: Lighting, shapes: list[_Loaded],
    clamp: float, max_depth: int,
) -> Lit:  # fmt: skip
    """Tables by registry index, so that the kernel looks a pointer's facts up instead of comparing."""
    places = [_index(mi.ShapePtr(item.shape)) for item in shapes]
    glass, owner = np.zeros(max(places) + 1, bool), np.zeros(max(places) + 1, np.uint32)
    for place, item in zip(places, shapes, strict=True):
        glass[place] = item.part.material.kind == "glass"
        owner[place] = item.owner
    emitters = scenes[0].emitters()
    groups = np.zeros(1 + max([0] + [_index(mi.EmitterPtr(e)) for e in emitters]), np.uint32)
    for emitter in emitters:
        if emitter.is_environment():
            groups[_index(mi.EmitterPtr(emitter))] = lighting.sky_group
    for item in shapes:
        if item.lamp is not None:
            groups[_index(mi.EmitterPtr(item.shape.emitter()))] = lighting.lamp_group[item.lamp]
    portals = lighting.sky is not None and len(lighting.portals) > 0
    return Lit(
        space=space.Space(
            scene=scenes[0],
            layers=[
                space.Layer(
                    scene=scene, glassy=_glassy(scene, glass), track=mi.Float(0) if k in bodies else None
                )
                for k, scene in enumerate(scenes[1:])
            ],
            shape_glass=mi.Bool(glass),
        ),
        group_count=len(lighting.groups),
        sky_group=lighting.sky_group,
        emitter_group=mi.UInt32(groups),
        shape_object=mi.UInt32(owner),
        has_emitters=bool(emitters),
        samples_emitters=len(emitters) > int(portals),
        through_portals=portals,
        max_depth=dr.opaque(mi.UInt32, max_depth),
        clamp=held(clamp),
        sun=_sun(lighting),
        air=None if lighting.haze is None else air_of(lighting.haze),
        portals=tuple(_window(portal) for portal in lighting.portals),
    )


def _glassy(scene: Any, glass: np.ndarray) -> bool:
    return any(glass[_index(mi.ShapePtr(shape))] for shape in scene.shapes())


def _sun(lighting: Lighting) -> Sun | None:
    sun = lighting.sun
    if sun is None:
        return None
    radiance = mi.Color3f(held3(np.array(sun.radiance)))
    return Sun(
        direction=held3(sun.direction), spread=held(1 - sun.cos_radius), radiance=radiance, group=sun.group
    )


def _window(portal: Portal) -> Window:
    corner, u, v = (held3(np.array(edge)) for edge in (portal.corner, portal.edge_u, portal.edge_v))
    return Window(corner=mi.Point3f(corner), u=u, v=v)


def retune(stage: Stage, *, clamp: float, max_depth: int) -> None:
    """Change what the integrator clamps to [cd/m²] and how long paths may be; nothing is loaded again."""
    stage.lit.clamp = held(clamp)
    stage.lit.max_depth = dr.opaque(mi.UInt32, max_depth)


def restaged(stage: Stage, truth: Truth, lighting: Lighting) -> Stage:
    """The same movers on other ways, under another sun; nothing is loaded again."""
    return replace(stage, truth=truth, lit=replace(stage.lit, sun=_sun(lighting)))


def expose(stage: Stage, shutter: Shutter) -> None:
    """Lay the ways of the bodies through the shutter."""
    times = np.linspace(shutter.opens, shutter.closes, space.STEPS + 1)
    for layer, member in stage.bodies.items():
        poses = np.stack([stage.truth.pose(member, time) for time in times])
        stage.lit.space.layers[layer].track = space.track(poses)


def stand(stage: Stage, time: float) -> None:
    """Bring everything to `time` [s], as if the shutter opened for no time at all."""
    for layer, member in stage.bodies.items():
        pose = stage.truth.pose(member, time)
        stage.lit.space.layers[layer].track = space.track(np.stack([pose] * (space.STEPS + 1)))
    move(stage, time)


def move(stage: Stage, time: float) -> None:
    """Bring every mover that is no body to `time` [s]."""
    for mover in stage.movers:
        if mover.smooth:
            continue
        params = stage.params[0 if mover.shines else 1]
        vertices, normals = _moved(mover, stage.truth, time)
        params[f"{mover.name}.vertex_positions"] = held_rows(vertices)
        if normals is not None:
            params[f"{mover.name}.vertex_normals"] = held_rows(normals)
    for params in stage.params:
        if params is not None:
            params.update()


def _moved(
    mover: Mover, truth: Truth, time: float
) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "n 3"] | None]:
    """World vertices and normals of a mover at `time` [s]."""
    if mover.cloth:
        vertices = truth.cloth_vertices(mover.member, time)
        return vertices, smooth_normals(vertices, mover.mesh.faces)
    mesh = mover.mesh.moved(truth.pose(mover.member, time))
    return mesh.vertices, mesh.normals
