"""The path tracer that keeps lights apart: every contribution is added to the group of its emitter.

Next-event estimation with multiple importance sampling (Veach 1997, §9.2, power heuristic), Russian roulette
from the second vertex. Departures from a plain path tracer, each to buy a clean picture at few samples:

- the sun is a cone sampled at every vertex beside one sample of the other lights;
- a room's sky is sampled through its window portals (Bitterli, Wyman, Jarosz 2015, without the warp);
- shadow rays pass through glass with Fresnel loss and tint, and so paths that reach a light through
  glass after a rough bounce count nothing (no caustics, no fireflies);
- a single indirect contribution is clamped to `clamp` [cd/m²];
- out of doors, air takes and gives light along every leg (`air`), the sky's own map apart.
"""

from dataclasses import dataclass

import drjit as dr
import mitsuba as mi

from rayograph.world.render.air import Air, kept, sunlit
from rayograph.world.render.space import Pose, Space, intersect, posed, visible

MAX_SURFACES = 24
"""Surfaces of any kind that a path may meet."""


@dataclass(kw_only=True)  # not frozen: Dr.Jit rebuilds it when it replays a recorded launch
class Sun:
    """`lighting.SunCone` as device data. spread: one minus the cosine of the radius."""

    direction: mi.Vector3f
    spread: mi.Float
    radiance: mi.Color3f
    group: int


@dataclass(kw_only=True)
class Window:
    """A portal as device data: corner and edges [m]."""

    corner: mi.Point3f
    u: mi.Vector3f
    v: mi.Vector3f


@dataclass(kw_only=True)
class Lit:
    """What the integrator needs to know of a loaded scene.

    space: what rays can meet; its scene holds all lights.
    emitter_group: group by registry index of the emitter; shape_object: object by that of the shape.
    samples_emitters: some emitter of the scene is worth sampling (not only a sky behind portals).
    max_depth: rough surfaces a path may meet; clamp: largest single indirect contribution [cd/m²].
    """

    space: Space
    group_count: int
    sky_group: int
    emitter_group: mi.UInt32
    shape_object: mi.UInt32
    has_emitters: bool
    samples_emitters: bool
    through_portals: bool
    max_depth: mi.UInt32
    clamp: mi.Float
    sun: "Sun | None"
    air: Air | None
    portals: tuple["Window", ...]


@dataclass(kw_only=True)
class Sampled:
    """Per-sample results: group radiances [cd/m²], denoiser auxiliaries, first-hit object."""

    groups: list[mi.Color3f]
    albedo: mi.Color3f
    normal: mi.Vector3f
    object: mi.UInt32


def _power(a: mi.Float, b: mi.Float) -> mi.Float:
    return dr.select(a > 0, a * a / (a * a + b * b), 0)


def _cone_pdf(sun: Sun) -> mi.Float:
    return 1.0 / (2 * dr.pi * sun.spread)


def _in_cone(sun: Sun, direction: mi.Vector3f) -> mi.Bool:
    # 1 - cos from the chord: single precision cannot tell cosines this near to 1 apart.
    return 0.5 * dr.squared_norm(direction - sun.direction) < sun.spread


def _sample_cone(sun: Sun, u: mi.Point2f) -> mi.Vector3f:
    frame = mi.Frame3f(sun.direction)
    height = u.x * sun.spread
    ring = dr.sqrt(height * (2 - height))
    sin, cos = dr.sincos(2 * dr.pi * u.y)
    return dr.normalize(frame.to_world(mi.Vector3f(ring * cos, ring * sin, 1 - height)))


def _portal_pdf(lit: Lit, origin: mi.Point3f, direction: mi.Vector3f) -> mi.Float:
    """Solid-angle density with which portal sampling would have chosen `direction`."""
    total = mi.Float(0)
    for window in lit.portals:
        u, v = window.u, window.v
        cross = dr.cross(u, v)
        area = dr.norm(cross)
        normal = cross / area
        slope = dr.dot(direction, normal)
        distance = dr.dot(window.corner - origin, normal) / dr.select(dr.abs(slope) < 1e-6, 1e-6, slope)
        local = origin + direction * distance - window.corner
        a, b = dr.dot(local, u) / dr.squared_norm(u), dr.dot(local, v) / dr.squared_norm(v)
        inside = (distance > 0) & (a >= 0) & (a <= 1) & (b >= 0) & (b <= 1)
        total += dr.select(inside, distance * distance / (dr.abs(slope) * area), 0)
    return total / max(len(lit.portals), 1)


def _sample_portal(lit: Lit, origin: mi.Point3f, u: mi.Point2f) -> mi.Vector3f:
    count = len(lit.portals)
    pick = dr.minimum(mi.UInt32(u.x * count), count - 1)
    along = u.x * count - mi.Float(pick)
    point = mi.Point3f(0)
    for i, window in enumerate(lit.portals):
        point = dr.select(pick == i, window.corner + window.u * along + window.v * u.y, point)
    return dr.normalize(point - origin)


def _add(
    groups: list[mi.Color3f], index: mi.UInt32 | int, value: mi.Color3f, active: mi.Bool
) -> list[mi.Color3f]:
    if isinstance(index, int):
        return [dr.select(active, g + value, g) if i == index else g for i, g in enumerate(groups)]
    return [dr.select(active & (index == i), g + value, g) for i, g in enumerate(groups)]


def _clamped(lit: Lit, value: mi.Color3f, indirect: mi.Bool) -> mi.Color3f:
    peak = dr.max(value)
    value = dr.select(dr.isfinite(peak), value, 0)
    return dr.select(indirect & (peak > lit.clamp), value * (lit.clamp / peak), value)


@dataclass(frozen=True, kw_only=True)
class _Vertex:
    """Where a path stands: the surface, the throughput so far, how it got here, where the bodies are."""

    poses: list[Pose | None]
    si: mi.SurfaceInteraction3f
    beta: mi.Color3f
    indirect: mi.Bool
    last: mi.SurfaceInteraction3f
    last_pdf: mi.Float
    last_delta: mi.Bool


def _emission(
    lit: Lit, at: _Vertex, direction: mi.Vector3f, active: mi.Bool, groups: list[mi.Color3f]
) -> list[mi.Color3f]:
    """Light that the path ran into: a lamp, the sky, the sun's disc."""
    if lit.has_emitters:
        emitter = at.si.emitter(lit.space.scene)
        shining = active & (emitter != None)  # noqa: E711 (a Dr.Jit comparison)
        ds = mi.DirectionSample3f(lit.space.scene, at.si, at.last)
        density = lit.space.scene.pdf_emitter_direction(at.last, ds, shining & ~at.last_delta)
        if lit.through_portals:
            density = dr.select(at.si.is_valid(), density, _portal_pdf(lit, at.last.p, direction))
        weight = dr.select(at.last_delta, 1, _power(at.last_pdf, density))
        index = dr.gather(mi.UInt32, lit.emitter_group, dr.reinterpret_array(mi.UInt32, emitter), shining)
        found = at.beta * weight * emitter.eval(at.si, shining)
        groups = _add(groups, index, _clamped(lit, found, at.indirect), shining)
    if lit.sun is not None:
        disc = active & ~at.si.is_valid() & _in_cone(lit.sun, direction)
        weight = dr.select(at.last_delta, 1, _power(at.last_pdf, _cone_pdf(lit.sun)))
        found = at.beta * weight * lit.sun.radiance
        groups = _add(groups, lit.sun.group, _clamped(lit, found, at.indirect), disc)
    return groups


def _through_air(
    lit: Lit, ray: mi.Ray3f, si: mi.SurfaceInteraction3f, beta: mi.Color3f, indirect: mi.Bool,
    active: mi.Bool, groups: list[mi.Color3f],
) -> tuple[mi.Color3f, list[mi.Color3f]]:  # fmt: skip
    """What is left of the throughput after a leg through air, and the groups with what the air adds."""
    if lit.air is None:
        return beta, groups
    crossed = active & si.is_valid()
    clear = dr.select(crossed, kept(lit.air, ray.o, si.p, si.t), 1)
    lost = beta * (1 - clear)
    groups = _add(groups, lit.sky_group, _clamped(lit, lost * lit.air.sky, indirect), crossed)
    if lit.sun is not None:
        glow = lost * sunlit(lit.air, ray.d, lit.sun.direction)
        groups = _add(groups, lit.sun.group, _clamped(lit, glow, indirect), crossed)
    return beta * clear, groups


def _from_emitters(
    lit: Lit, at: _Vertex, u: mi.Point2f, active: mi.Bool, groups: list[mi.Color3f]
) -> list[mi.Color3f]:
    """Next-event estimation of lamps and, out of doors, of the sky."""
    bsdf = at.si.bsdf()
    ds, light = lit.space.scene.sample_emitter_direction(at.si, u, False, active)
    aim = active & (ds.pdf > 0)
    value, pdf = bsdf.eval_pdf(mi.BSDFContext(), at.si, at.si.to_local(ds.d), aim)
    aim &= dr.max(value) > 0
    clear = visible(lit.space, at.poses, at.si.spawn_ray_to(ds.p), aim)
    mis = dr.select(ds.delta | (dr.max(clear) < 1), 1, _power(ds.pdf, pdf))
    index = dr.gather(mi.UInt32, lit.emitter_group, dr.reinterpret_array(mi.UInt32, ds.emitter), aim)
    return _add(groups, index, _clamped(lit, at.beta * value * light * mis * clear, at.indirect), aim)


def _from_direction(
    lit: Lit, at: _Vertex, toward: mi.Vector3f, density: mi.Float, radiance: mi.Color3f, group: int,
    active: mi.Bool, groups: list[mi.Color3f],
) -> list[mi.Color3f]:  # fmt: skip
    """Next-event estimation of distant light from one sampled direction."""
    value, pdf = at.si.bsdf().eval_pdf(mi.BSDFContext(), at.si, at.si.to_local(toward), active)
    aim = active & (dr.max(value) > 0) & (density > 0)
    clear = visible(lit.space, at.poses, at.si.spawn_ray(toward), aim)
    mis = dr.select(dr.max(clear) < 1, 1, _power(density, pdf))
    found = at.beta * value * radiance / dr.maximum(density, 1e-12) * mis * clear
    return _add(groups, group, _clamped(lit, found, at.indirect), aim)


def _next_event(
    lit: Lit, at: _Vertex, sampler: mi.Sampler, active: mi.Bool, groups: list[mi.Color3f]
) -> list[mi.Color3f]:
    """All next-event estimates at a vertex: lamps and sky, windows, sun."""
    if lit.samples_emitters:
        groups = _from_emitters(lit, at, sampler.next_2d(active), active, groups)
    if lit.through_portals:
        toward = _sample_portal(lit, at.si.p, sampler.next_2d(active))
        away = dr.zeros(mi.SurfaceInteraction3f)
        away.wi = -toward
        radiance = lit.space.scene.environment().eval(away, active)
        density = _portal_pdf(lit, at.si.p, toward)
        groups = _from_direction(lit, at, toward, density, radiance, lit.sky_group, active, groups)
    if lit.sun is not None:
        toward, density = _sample_cone(lit.sun, sampler.next_2d(active)), _cone_pdf(lit.sun)
        groups = _from_direction(lit, at, toward, density, lit.sun.radiance, lit.sun.group, active, groups)
    return groups


@dr.syntax
def trace(lit: Lit, ray: mi.Ray3f, sampler: mi.Sampler, active: mi.Bool) -> Sampled:
    """Trace one path per lane and split what it finds by light group."""
    ray, active = mi.Ray3f(ray), mi.Bool(active)
    groups = [mi.Color3f(0) for _ in range(lit.group_count)]
    beta, depth, surfaces, eta = mi.Color3f(1), mi.UInt32(0), mi.UInt32(0), mi.Float(1)
    last, last_pdf, last_delta = dr.zeros(mi.SurfaceInteraction3f), mi.Float(1), mi.Bool(True)
    rough, seen = mi.Bool(False), mi.Bool(False)
    albedo, normal = mi.Color3f(0), mi.Vector3f(0)
    first = mi.UInt32(0)
    poses = posed(lit.space, ray.time)
    while dr.hint(active, exclude=[lit]):
        si = intersect(lit.space, poses, ray, active)
        beta, groups = _through_air(lit, ray, si, beta, rough, active, groups)
        at = _Vertex(
            poses=poses, si=si, beta=beta, indirect=rough, last=last, last_pdf=last_pdf, last_delta=last_delta
        )
        # A rough bounce followed by glass is the shadow ray's business (see the module docstring).
        groups = _emission(lit, at, ray.d, active & ~(rough & last_delta), groups)
        step = active & si.is_valid()
        start = step & (surfaces == 0)
        first = dr.select(
            start,
            dr.gather(mi.UInt32, lit.shape_object, dr.reinterpret_array(mi.UInt32, si.shape), start),
            first,
        )
        bsdf = si.bsdf(ray)
        smooth = mi.has_flag(bsdf.flags(), mi.BSDFFlags.Smooth)
        tell = step & smooth & ~seen
        tint = beta * bsdf.eval_diffuse_reflectance(si, tell)
        # A grazing hit now and then answers NaN; as a guide it would spoil a whole frame.
        albedo = dr.select(tell & dr.all(dr.isfinite(tint)), tint, albedo)
        normal = dr.select(tell, si.sh_frame.n, normal)
        seen |= tell
        step &= (depth + 1 < lit.max_depth) & (surfaces < MAX_SURFACES)
        groups = _next_event(lit, at, sampler, step & smooth, groups)
        bounce, throughput = bsdf.sample(
            mi.BSDFContext(), si, sampler.next_1d(step), sampler.next_2d(step), step
        )
        ray = si.spawn_ray(si.to_world(bounce.wo))
        beta = dr.select(step, beta * throughput, beta)
        eta *= bounce.eta
        last, last_pdf = dr.detach(si, True), bounce.pdf
        last_delta = mi.has_flag(bounce.sampled_type, mi.BSDFFlags.Delta)
        rough |= step & ~last_delta
        survive = dr.minimum(dr.max(beta) * eta * eta, 0.95)
        stays = (depth < 1) | (sampler.next_1d(step) < survive)
        beta = dr.select(depth < 1, beta, beta / dr.maximum(survive, 1e-6))
        active = step & stays & (dr.max(beta) > 0)
        # Passing glass costs no depth: a bottle is four surfaces before anything is seen through it.
        depth = dr.select(last_delta, depth, depth + 1)
        surfaces += 1
    return Sampled(groups=groups, albedo=albedo, normal=normal, object=first)
