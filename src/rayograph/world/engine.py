"""The `trace` engine: a plan in, frames out, one at a time.

plan ─► set + cast ─► simulate ─► Truth ─┐
  └───► rig ─► Lighting ─────────────────┴─► Stage ─► per frame: sample ─► history ─► denoise ─► air ─► Frame
                                                             └─ data passes at the shutter's centre
"""

import gc
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from jaxtyping import Float
from scipy.ndimage import binary_dilation

from rayograph.colour.white_balance import balanced
from rayograph.core.camera import Camera, camera_at, exposure_scale, focus_weights, project
from rayograph.core.catalogue import set_kind
from rayograph.core.errors import PlanError, RenderError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.light.sky import bake_sky
from rayograph.world.cast.build import build
from rayograph.world.cords import with_cords
from rayograph.world.render import variant
from rayograph.world.render.lighting import Lighting, light_up
from rayograph.world.render.quality import Quality
from rayograph.world.scene import BuiltSet, Prop
from rayograph.world.sets.build import build_set
from rayograph.world.sets.snow_cover import snowed
from rayograph.world.simulate.run import simulate
from rayograph.world.simulate.truth import Truth

CLAMP = 12.0
"""Largest indirect contribution of one path, in exposed pixel values (middle grey is 0.18)."""
MOVING = 4
"""Frames that history stands for under a moving camera: each step resamples, and so softens."""
REST = 1e-5
"""What counts as standing still [m, and as large in turns]."""
STROBE = 0.5
"""Pixels that a moving point may jump between two instants of the shutter."""


@dataclass(frozen=True, kw_only=True)
class World:
    """What a plan describes, built and simulated but not yet loaded into the renderer."""

    plan: ShotPlan
    built: BuiltSet
    props: dict[str, Prop]
    truth: Truth
    lighting: Lighting


def build_world(plan: ShotPlan, quality: Quality, *, built: BuiltSet | None = None) -> World:
    """Build set and cast, run the simulation, resolve the lights.

    Args:
        built: the plan's set, where it has been built for another shot already.

    Raises:
        PlanError, AssetError: the plan asks for something that cannot be built.
    """
    with ThreadPoolExecutor(max_workers=2) as beside:  # NumPy and the linker let go of the interpreter
        sky = beside.submit(bake_sky, plan.rig, width=_sky_width(plan, quality))
        beside.submit(variant.activate)  # what goes wrong comes up again where a stage is loaded
        built = build_set(plan.set, detail=quality.detail) if built is None else built
        props = {member.id: build(member) for member in plan.cast}
        if plan.set.options.get("snow"):
            props = _snowed_in(plan, props)
        props, truth = with_cords(props, simulate(plan, props, built))
        lighting = light_up(plan.rig, built, props, sky.result())
    return World(plan=plan, built=built, props=props, truth=truth, lighting=lighting)


def _sky_width(plan: ShotPlan, quality: Quality) -> int:
    """Columns of the sky map [px]: half as many for a draft, and half as many where windows frame it."""
    return (2048 if quality.detail == "full" else 1024) // (2 if set_kind(plan.set.kind).indoors else 1)


def _snowed_in(plan: ShotPlan, props: dict[str, Prop]) -> dict[str, Prop]:
    """Snow lies on what stands there, not on what moves."""
    moving = {event.object for event in plan.action}
    return {
        name: prop if name in moving else replace(prop, parts=tuple(snowed(prop.parts)))
        for name, prop in props.items()
    }


def raster(plan: ShotPlan, quality: Quality) -> tuple[int, int]:
    """Width and height [px] that this quality renders: the plan's, or even numbers at another scale."""
    if quality.scale == 1:
        return plan.format.width, plan.format.height
    return tuple(
        max(16, 2 * round(side * quality.scale / 2)) for side in (plan.format.width, plan.format.height)
    )  # type: ignore[return-value]


def camera(world: World, quality: Quality, time: float) -> Camera:
    """The camera at `time` [s] on the raster of `quality`."""
    plan = world.plan
    width, height = raster(plan, quality)
    shot = plan.format.model_copy(update={"width": width, "height": height})
    point = np.zeros(3)
    weights = focus_weights(plan.camera, time)
    for member, weight in weights.items():
        point = point + weight * _middle(world, member, time)
    return camera_at(plan.camera, shot, time, focus_point=point if weights else None)


def _middle(world: World, member: str, time: float) -> np.ndarray:
    """Where the middle of a cast member is [m]."""
    middle = np.mean([part.mesh.vertices.mean(0) for part in world.props[member].parts], axis=0)
    pose = world.truth.pose(member, time)
    return np.asarray(pose[:3, :3] @ middle + pose[:3, 3])


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A world loaded into the renderer at one quality."""

    world: World
    quality: Quality
    stage: Any
    scale: float
    """Pixel value per cd/m²."""


def open_shot(world: World, quality: Quality) -> Shot:
    """Load a world into the renderer and, if its plan has no exposure yet, meter it.

    A plan that has an exposure keeps it: revisions must not change it.
    """
    stage = _load(world, quality, 1e5)
    ev = world.plan.camera.exposure_ev
    if ev is None:
        ev = _metered(world, stage)
        locked = world.plan.camera.model_copy(update={"exposure_ev": ev})
        world = replace(world, plan=world.plan.model_copy(update={"camera": locked}))
    scale = exposure_scale(ev)
    tracer()[0].retune(stage, clamp=CLAMP / scale, max_depth=quality.max_depth)
    return Shot(world=world, quality=quality, scale=scale, stage=stage)


def _load(world: World, quality: Quality, clamp: float) -> Any:
    stage, sample, _ = tracer()
    fixtures = {lamp.source: lamp.id for lamp in world.plan.rig.practicals if lamp.kind != "panel"}
    return stage.load_stage(world.built, world.props, world.truth, world.lighting, fixtures,
                            replay=sample.recorded(), clamp=clamp, max_depth=quality.max_depth)  # fmt: skip


def tracer() -> tuple[Any, Any, Any]:
    """What loads and moves a stage, what samples it and what reads its data: the modules of this variant."""
    if variant.activate() == variant.PLAIN:
        from rayograph.world.render import plain_passes, plain_sample, plain_stage

        return plain_stage, plain_sample, plain_passes
    from rayograph.world.render import passes, sample, stage

    return stage, sample, passes


def instants(shot: Shot, start: float, end: float) -> list[float]:
    """Times within the open shutter at which movers stand, so that nothing jumps more than `STROBE` px.

    At most one instant per sample; bodies move continuously and need none.
    """
    first, last = camera(shot.world, shot.quality, start), camera(shot.world, shot.quality, end)
    far = 0.0
    for mover in shot.stage.movers:
        if mover.smooth:
            continue
        points = mover.mesh.vertices[:: max(1, len(mover.mesh.vertices) // 64)]
        truth = shot.world.truth
        if mover.cloth:
            before, after = truth.cloth_vertices(mover.member, start), truth.cloth_vertices(mover.member, end)
        else:
            before, after = (_moved(points, truth.pose(mover.member, t)) for t in (start, end))
        a, b = project(first, before), project(last, after)
        still = project(last, before)
        visible = (a[:, 2] > 0.01) & (b[:, 2] > 0.01)
        inside = visible & (np.abs(a[:, :2]) < 2 * first.width).all(1)
        if inside.any():
            far = max(far, float(np.linalg.norm(b[inside, :2] - still[inside, :2], axis=1).max()))
    count = int(np.clip(np.ceil(far / STROBE), 1, shot.quality.samples))
    return [start + (end - start) * (k + 0.5) / count for k in range(count)]


def _moved(points: np.ndarray, pose: Float[np.ndarray, "4 4"]) -> np.ndarray:
    return points @ pose[:3, :3].T + pose[:3, 3]


def moves(plan: ShotPlan) -> bool:
    """Whether the camera does anything but stand."""
    first = plan.camera.keys[0].model_copy(update={"time": 0.0})
    return plan.camera.handheld > 0 or any(
        key.model_copy(update={"time": 0.0}) != first for key in plan.camera.keys
    )


def frames(shot: Shot, *, first: int = 0, history: Any = None) -> Generator[tuple[Frame, Any], None, None]:
    """Render frames from index `first` on; yields each with the history that the next one needs.

    A frame is cleaned here while the next one is traced: half of either leaves a core idle.
    """
    total = shot.world.plan.format.frames
    with ThreadPoolExecutor(max_workers=1) as tracer:
        ahead = tracer.submit(_traced, shot, first, head=history is None) if first < total else None
        for index in range(first, total):
            assert ahead is not None
            traced = ahead.result()
            if index + 1 < total:
                ahead = tracer.submit(_traced, shot, index + 1, head=False)
            frame, history = _finished(shot, traced, history)
            yield frame, history


def render_frame(shot: Shot, index: int, history: Any = None) -> tuple[Frame, Any]:
    """Render frame `index` (0 is the first).

    Raises:
        RenderError: a layer holds NaN or infinity.
    """
    return _finished(shot, _traced(shot, index, head=history is None), history)


@dataclass(frozen=True, kw_only=True)
class _Traced:
    """What the renderer found for a frame: samples, data, motion both ways [px]; head: their worth."""

    index: int
    time: float
    here: Camera
    raw: Any
    data: Any
    forward: np.ndarray
    backward: np.ndarray
    head: int


def _traced(shot: Shot, index: int, *, head: bool) -> _Traced:
    """Trace frame `index`; the first of a run (`head`) gets more samples."""
    from rayograph.world.render.passes import motion
    from rayograph.world.render.rays import Shutter

    stage, sample, passes = tracer()
    plan, quality, world = shot.world.plan, shot.quality, shot.world
    gap = float(1 / Fraction(plan.format.fps))
    now = index * gap
    half = plan.camera.shutter_deg / 720 * gap
    opens, closes = now - half, now + half
    shutter = Shutter(
        start=camera(world, quality, opens), end=camera(world, quality, closes), opens=opens, closes=closes
    )
    seed = (plan.seed * 100003 + index) & 0x7FFFFFFF
    times = instants(shot, opens, closes)
    worth = quality.head if head else 1
    raw = sample.sample_frame(shot.stage, shutter, samples=quality.samples * worth, instants=times, seed=seed)
    here = camera(world, quality, now)
    if len(times) > 1:  # a single instant is the shutter's centre already
        stage.move(shot.stage, now)
    data = passes.data_passes(shot.stage, here)
    forward, backward = (
        motion(shot.stage, data, here, camera(world, quality, now + d), now, now + d) for d in (gap, -gap)
    )
    return _Traced(index=index, time=now, here=here, raw=raw, data=data,
                   forward=forward, backward=backward, head=worth)  # fmt: skip


def _finished(shot: Shot, traced: _Traced, history: Any) -> tuple[Frame, Any]:
    """A traced frame cleaned, exposed and assembled, and the history for the next one."""
    from rayograph.world.render.haze import through_air

    plan, world, raw, data = shot.world.plan, shot.world, traced.raw, traced.data
    clean, kept = _cleaned(shot, traced.time, raw, data, traced.backward, history, traced.head)
    if variant.activate() == variant.PLAIN:  # the fast variant has been through the air sample by sample
        clean = through_air(clean, data.depth, traced.here, world.lighting)
    lit = balanced(clean * np.float32(shot.scale), plan.camera.white_balance_k)
    if not np.isfinite(lit).all():
        raise RenderError(
            f"frame {traced.index}: a light group holds NaN or infinity; please report the plan"
        )
    halves = np.clip(lit, 0, 65504).astype(np.float16)
    frame = Frame(
        number=plan.format.first_frame + traced.index,
        time=traced.time,
        camera=traced.here,
        groups={name: halves[g] for g, name in enumerate(world.lighting.groups)},
        alpha=raw.alpha.astype(np.float16),
        **vars(data),
        forward=traced.forward,
        backward=traced.backward,
        matte_ids=raw.matte_ids,
        matte_coverage=raw.matte_coverage,
        names=shot.stage.names,
    )
    return frame, kept


def _cleaned(
    shot: Shot, time: float, raw: Any, data: Any, backward: np.ndarray, history: Any, head: int
) -> tuple[np.ndarray, Any]:
    """Denoised groups "g h w 3" [cd/m²] of a frame's samples, and the history for the next frame."""
    from rayograph.world.render.denoise import denoise
    from rayograph.world.render.history import accumulate

    quality, still = shot.quality, not moves(shot.world.plan)
    groups = raw.groups
    rest = still and at_rest(shot, time)  # gloss moves with the camera
    if not still:  # resampled noise is no longer white, and the denoiser would take it for detail
        groups = np.stack([denoise(g, raw.albedo, raw.normal, quality=quality.denoiser) for g in groups])
    kept = accumulate(history, groups, raw.albedo, raw.normal, backward, data.ids, data.depth, worth=head,
                      mixed=None if rest else _mixed(shot, raw), steady=rest,
                      limit=quality.history if still else MOVING)  # fmt: skip
    if not still:
        return kept.groups, kept
    clean = [denoise(g, kept.albedo, kept.normal, quality=quality.denoiser) for g in kept.groups]
    return np.stack(clean), kept


def at_rest(shot: Shot, time: float) -> bool:
    """Whether nothing moves from the frame before `time` [s] to the end of its exposure."""
    gap = float(1 / Fraction(shot.world.plan.format.fps))
    truth, ways = shot.world.truth, {mover.member: mover for mover in shot.stage.movers}
    before, after = time - 1.5 * gap, time + 0.5 * gap
    for step in np.linspace(before, after, 9)[1:]:
        for member, mover in ways.items():
            where = truth.cloth_vertices if mover.cloth else truth.pose
            if np.abs(where(member, step) - where(member, before)).max() > REST:
                return False
    return True


def _mixed(shot: Shot, raw: Any) -> np.ndarray:
    """Pixels that something moving covers in part, its blurred rim above all."""
    movers = [shot.stage.names.index(mover.member) for mover in shot.stage.movers]
    cover = np.where(np.isin(raw.matte_ids, movers), raw.matte_coverage, 0).sum(-1)
    return binary_dilation((cover > 0) & (cover < 0.999), iterations=1)


def recalled(state: dict[str, np.ndarray]) -> Any:
    """The history that was stored field by field; None if `state` is empty."""
    if not state:
        return None
    from rayograph.world.render.history import History

    return History(**state)


def hand_back() -> None:
    """Give the memory of shots that nobody holds back to the system; Dr.Jit keeps it otherwise."""
    gc.collect()
    if variant.activate() != variant.PLAIN:
        import drjit as dr

        dr.flush_malloc_cache()


METER = Quality(samples=16, max_depth=6, denoiser="fast", history=1)
METER_WIDTH = 96
DARK = 1e-6
"""Luminance [cd/m²] under which there is nothing to expose: a hundredth of a moonless night's."""


def _metered(world: World, stage: Any) -> float:
    """EV at ISO 100 from small renders of the first and middle frames, as a photographer's meter reads it.

    Raises:
        PlanError: the camera sees nothing.
    """
    from rayograph.world.render.meter import exposure_value, falling, held_dark, lit_to_show, luminance

    plan = world.plan
    quality = replace(METER, scale=METER_WIDTH / max(plan.format.width, plan.format.height))
    trial = Shot(world=world, quality=quality, scale=1.0, stage=stage)
    picks = sorted({0, plan.format.frames // 2})
    incident = lit_to_show(plan)
    seen = [render_frame(trial, index)[0] for index in picks]
    pictures = [
        falling(frame.beauty.astype(np.float32), frame.albedo) if incident else luminance(frame.beauty)
        for frame in seen
    ]
    levels = np.concatenate(pictures, axis=0)
    if levels.max() < DARK:
        raise PlanError(
            "the camera sees no light at all: it stands inside something, or no lamp reaches what it sees; "
            "move the camera or a light, or set camera.exposure_ev to shoot the dark"
        )
    tone = held_dark(plan, seen[0].albedo)
    return float(np.clip(exposure_value(levels, incident=incident) + tone, -16, 24))
