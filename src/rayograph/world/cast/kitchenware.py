"""Kettle, pans and jug: turned bodies with spouts and handles."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import solids
from rayograph.world.cast.finish import mass, says
from rayograph.world.cast.fitting import assemble, box, hull, part, surface, trim, vary
from rayograph.world.cast.profile import hollow, rounded, spline
from rayograph.world.cast.shaping import curve, loft, placed, rod, turned
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator


def kettle(member: CastMember, rng: Rng) -> Prop:
    """A stove kettle: domed body, stub spout, lid with a knob, a bail handle with a wooden grip."""
    metal = surface(member, rng)
    dark = trim(member, "walnut" if rng.random() < 0.6 else "plastic", member.accent or "#2a1b14")
    radius, tall = 0.098 * vary(rng, 0.04), 0.135 * vary(rng, 0.05)
    body = np.concatenate([
        [(0.0, 0.001), (radius * 0.90, 0.0), (radius * 0.93, 0.0015)],
        spline([(radius * 0.94, 0.005), (radius, 0.022), (radius * 0.985, 0.055), (radius * 0.86, 0.092),
                (radius * 0.60, 0.122), (radius * 0.44, tall)], 40),
        [(0.0, tall)],
    ])  # fmt: skip
    lid = spline([(radius * 0.46, tall - 0.001), (radius * 0.45, tall + 0.004), (radius * 0.30, tall + 0.013),
                  (0.010, tall + 0.019), (0.0, tall + 0.0195)], 24)  # fmt: skip
    knob = rounded([(0.0, tall + 0.017), (0.006, tall + 0.018), (0.006, tall + 0.026), (0.015, tall + 0.029),
                    (0.015, tall + 0.040), (0.0, tall + 0.043)], 0.004)  # fmt: skip
    path = curve([(-radius * 0.80, 0, 0.058), (-radius * 1.02, 0, 0.070), (-radius * 1.22, 0, 0.094),
                  (-radius * 1.38, 0, 0.128)], 24)  # fmt: skip
    bore = np.interp(np.linspace(0, 1, 24), [0, 0.4, 1.0], [0.027, 0.020, 0.0125])
    lip = path[-1] + (path[-1] - path[-3]) * 0.05
    spout = [rod(path, bore, 28), rod(np.linspace(path[-2], path[-1] + [-0.0006, 0, 0.001], 3), 0.0138, 28)]
    hole = rod([lip, lip + (path[-1] - path[-3]) * 0.06], 0.0108, 24)
    angle = np.linspace(0.30, np.pi - 0.30, 40)
    top = tall + 0.115
    arch = np.stack([radius * 0.80 * np.cos(angle), 0 * angle,
                     0.108 + (top - 0.108) * np.sin(angle) ** 0.75], 1)  # fmt: skip
    wire = rod(arch, 0.0042, 12)
    middle = (np.abs(arch[:, 0]) < radius * 0.42) & (arch[:, 2] > tall)
    swell = 0.0095 + 0.002 * np.sin(np.linspace(0, np.pi, int(middle.sum())))
    grip = rod(arch[middle], swell, 18)
    ears = [
        rod([(s * radius * 0.755, 0, 0.095), (s * radius * 0.775, 0, 0.136)], 0.0075, 14) for s in (-1, 1)
    ]
    walls = [
        *solids.stack(body[3:-1], [0.005, 0.055, tall]),
        solids.cylinder(radius * 0.45, tall, tall + 0.04),
        solids.cylinder(radius * 0.93, 0.0, 0.006),
        hull(spout[0].vertices),
        hull(grip.vertices),
        *(hull(wire.vertices[wire.vertices[:, 0] * s > radius * 0.4]) for s in (-1, 1)),
    ]
    parts = [part(metal, turned(body, 96), turned(lid, 72), *spout, wire, *ears),
             part(dark, turned(knob, 32), grip), part(trim(member, "black_iron"), hole)]  # fmt: skip
    return assemble(parts, walls, mass=0.95, friction=0.5, restitution=0.25)


def pan(member: CastMember, rng: Rng) -> Prop:
    """A frying pan, or a saucepan where the brief says so; bowl about the origin, handle to the right."""
    deep = says(member, "saucepan", "sauce pan", "pot")
    metal = surface(member, rng)
    tall, wide = (0.11, 0.095) if deep else (0.046, 0.14)
    wide *= vary(rng, 0.04)
    foot = wide * (0.96 if deep else 0.80)
    outer = np.concatenate(
        [[(foot - 0.004, 0.0)], spline([(foot, 0.003), (wide * 0.97, tall * 0.62), (wide, tall)], 40)]
    )
    vessel = hollow(outer, 0.0026, 0.0042, foot=0.012, punt=0.0006)
    whole = turned(vessel.solid, 112)
    start, rise = wide * 0.94, 0.045 if deep else 0.030
    length = 0.17 if deep else 0.20
    t = np.linspace(0, 1, 30)
    ring = np.linspace(0, 2 * np.pi, 25)[:-1]
    half = np.interp(t, [0, 0.05, 0.2, 0.5, 0.92, 1.0], [0.015, 0.011, 0.0078, 0.0105, 0.0125, 0.006])
    thick = np.interp(t, [0, 0.2, 0.5, 0.95, 1.0], [0.0045, 0.0045, 0.0080, 0.0080, 0.004])
    z = tall * 0.74 + rise * np.sin(0.5 * np.pi * t)
    sections = np.stack(
        [
            np.broadcast_to((start + length * t)[:, None], (30, 24)),
            half[:, None] * np.cos(ring),
            z[:, None] + thick[:, None] * np.sin(ring),
        ],
        axis=2,
    )
    arm, grip = loft(sections[:11], crease_deg=60), loft(sections[10:], crease_deg=60)
    rivets = [
        placed(
            turned([(0, 0), (0.0045, 0), (0.003, 0.002), (0, 0.0026)], 16),
            at=(wide * 0.965, y, tall * 0.74),
            turns=[("y", -78)],
        )
        for y in (-0.008, 0.008)
    ]
    ends = ((start, start + length * 0.5), (start + length * 0.5, start + length))
    bars = [
        hull(
            np.concatenate([m.vertices for m in (arm, grip)])[
                _between(np.concatenate([m.vertices for m in (arm, grip)])[:, 0], a, b)
            ]
        )
        for a, b in ends
    ]
    colliders: list[Collider] = [*solids.stack(outer, [0.0, 0.0042]),
                                 *solids.walls(outer, vessel.inner, bands=3), *bars]  # fmt: skip
    handle = trim(member, "plastic" if rng.random() < 0.5 else "oak", member.accent or None)
    handle = trim(member, "plastic", "#17171a") if "plastic" in handle.name else handle
    # weight in the base keeps the handle from tipping it over
    keel = box((-wide * 0.25, 0, 0.003), (wide * 0.9, wide * 0.9, 0.006))
    parts = (part(metal, whole, arm, *rivets), part(handle, grip))
    return Prop(parts=parts, colliders=(*colliders, keel), mass=1.1, friction=0.5, restitution=0.3)


def _between(x: np.ndarray, low: float, high: float) -> np.ndarray:
    return np.asarray((x >= low - 0.004) & (x <= high + 0.004))


def jug(member: CastMember, rng: Rng) -> Prop:
    """A jug: bellied, with a pulled lip to the left and a strap handle to the right."""
    skin = surface(member, rng)
    tall, belly = 0.215 * vary(rng, 0.05), 0.072 * vary(rng, 0.05)
    neck, mouth = belly * float(rng.uniform(0.60, 0.72)), belly * float(rng.uniform(0.70, 0.80))
    outer = np.concatenate(
        [
            [(belly * 0.68 - 0.003, 0.0)],
            spline(
                [
                    (belly * 0.70, 0.002),
                    (belly * 0.80, 0.018),
                    (belly, tall * 0.36),
                    (belly * 0.90, tall * 0.56),
                    (neck, tall * 0.80),
                    (mouth, tall),
                ],
                72,
            ),
        ]
    )
    vessel = hollow(outer, 0.0042 if skin.kind != "glass" else 0.003, 0.010, foot=0.006, punt=0.003)
    whole = _lipped(turned(vessel.solid, 128), tall, mouth)
    path = curve(
        [
            (mouth * 0.93, 0, tall * 0.935),
            (belly * 1.25, 0, tall * 0.95),
            (belly * 1.56, 0, tall * 0.74),
            (belly * 1.36, 0, tall * 0.48),
            (belly * 0.965, 0, tall * 0.40),
        ],
        40,
    )
    ear = _strap(path, 0.0115, 0.0048)
    colliders: list[Collider] = [*solids.stack(outer, [0.0, 0.010]),
                                 *solids.walls(outer, vessel.inner, bands=5)]  # fmt: skip
    colliders += [hull(ear.vertices[ear.vertices[:, 2] > tall * 0.68]),
                  hull(ear.vertices[ear.vertices[:, 2] < tall * 0.74])]  # fmt: skip
    parts = [part(skin, whole, ear)]
    if "ceramic" in skin.name:
        clay = trim(member, "terracotta", "#b58a66")
        foot = placed(turned([(belly * 0.5, 0.0006), (belly * 0.69, 0.0), (belly * 0.705, 0.0045),
                              (belly * 0.60, 0.0045)], 96))  # fmt: skip
        parts.append(part(clay, foot))
    weight = mass(whole, skin.name.split("/")[0])
    return Prop(parts=tuple(parts), colliders=tuple(colliders), mass=min(max(weight, 0.3), 2.0), friction=0.5,
                restitution=0.4)  # fmt: skip


def _lipped(mesh: Mesh, tall: float, mouth: float) -> Mesh:
    """The rim pulled out to the left for pouring."""
    points = mesh.vertices.copy()
    angle = np.arctan2(points[:, 1], -points[:, 0])
    near = np.exp(-((angle / 0.42) ** 2)) * smoothstep(0.80, 1.02, points[:, 2] / tall)
    radius = np.hypot(points[:, 0], points[:, 1])
    live = near * (radius > mouth * 0.3)
    points[:, 0] -= 0.34 * mouth * live
    points[:, 1] *= 1 - 0.35 * live
    points[:, 2] += 0.030 * tall * live
    from rayograph.world.cast.shaping import creased

    return creased(replace(mesh, vertices=points, normals=None), 60)


def _strap(path: np.ndarray, half: float, thick: float) -> Mesh:
    """A flat rounded band along a path in the XZ plane, `half` [m] to either side of it in Y."""
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    out = np.stack([-along[:, 2], 0 * along[:, 0], along[:, 0]], 1)
    angle = np.linspace(0, 2 * np.pi, 21)[:-1]
    swell = 1 + 0.18 * np.abs(np.linspace(-1, 1, len(path))) ** 3
    rings = (
        path[:, None]
        + out[:, None] * (thick * np.sin(angle))[None, :, None]
        + np.array([0, 1.0, 0]) * (half * np.cos(angle))[None, :, None] * swell[:, None, None]
    )
    return loft(rings, crease_deg=60)
