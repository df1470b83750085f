"""Coins, keys, clocks and presents."""

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.digital_clock import digital_clock
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.profile import rounded, spline, turned
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Collider, Material, Part, Prop
from rayograph.world.shapes import extrude, rotation, rounded_box, translation, tube


def coin(member: CastMember, rng: np.random.Generator) -> Prop:
    """A struck coin: raised rim, ring of beads, a laurel or star in relief, reeded edge."""
    radius, thick = 0.015 * float(rng.uniform(0.95, 1.05)), 0.003 * float(rng.uniform(0.93, 1.07))
    name = finish.material_name(member)
    teeth = 120
    columns = teeth * 3
    angle = np.linspace(0, 2 * np.pi, columns + 1)[None]
    r = np.concatenate([np.linspace(0, 0.93, 64), [0.955, 0.975, 0.988]])[:, None]
    device = int(rng.integers(3))
    heights = []
    for side in (0, 1):
        rim = 0.00030 * smoothstep(0.88, 0.905, r) * smoothstep(1.0, 0.965, r)
        beads = 0.00016 * smoothstep(0.35, 0.8, np.cos(60 * angle)) * np.exp(-(((r - 0.845) / 0.018) ** 2))
        heights.append(rim + beads + 0.00032 * _device(r, angle, (device + side) % 3))
    half = thick / 2 - 0.0003
    reed = 1 + 0.008 * (np.cos(teeth * angle) > 0)
    up = np.concatenate([np.cos(angle) * r * radius, np.sin(angle) * r * radius], 0).reshape(
        2, *heights[0].shape
    )
    top = np.stack([up[0], up[1], half + heights[0]], axis=2)
    bottom = np.stack([up[0], up[1], -half - heights[1]], axis=2)
    edge = np.array([-0.8, -0.45, 0.45, 0.8])[:, None]
    wall = np.stack([radius * 0.992 * reed * np.cos(angle) + 0 * edge,
        radius * 0.992 * reed * np.sin(angle) + 0 * edge,
                     edge * half + 0 * angle], axis=2)  # fmt: skip
    mesh = wrapped(np.concatenate([bottom, wall, top[::-1]])).moved(translation(0, 0, thick / 2))
    return Prop(parts=(Part(mesh=mesh, material=finish.body(member, rng)),),
                colliders=(solids.cylinder(radius, 0, thick),), mass=finish.mass(mesh, name), friction=0.35,
                restitution=0.4)  # fmt: skip


def _device(r: np.ndarray, angle: np.ndarray, kind: int) -> np.ndarray:
    """What is struck on a coin's face, 0..1 over polar coordinates."""
    if kind == 0:  # a star with ridged points
        reach = 0.62 - 0.36 * np.abs(np.angle(np.exp(1j * angle * 5)) / np.pi) ** 0.8
        return np.clip((reach - r) / 0.16, 0, 1) ** 0.7
    if kind == 1:  # a laurel of leaves around a boss
        petal = np.cos(11 * (angle + 0.35 * (r - 0.6) / 0.2))
        leaf = smoothstep(-0.2, 0.7, petal) * smoothstep(0.42, 0.5, r) * smoothstep(0.76, 0.68, r)
        return leaf + np.clip(1 - (r / 0.27) ** 2, 0, 1) ** 0.5
    rays = smoothstep(-0.1, 0.6, np.cos(16 * angle)) * smoothstep(0.36, 0.42, r) * smoothstep(0.74, 0.60, r)
    return 0.8 * rays + np.clip(1 - (r / 0.33) ** 2, 0, 1) ** 0.4  # a sun


def key(member: CastMember, rng: np.random.Generator) -> Prop:
    """An old key lying flat: pierced bow, collared shank, a bit with wards."""
    name = finish.material_name(member)
    shank = 0.0024 * float(rng.uniform(0.94, 1.04))
    left, right = -0.045, 0.045
    bow = [tube(_loop(0.0092, -0.0092 + left + 0.0184, 0.0), 0.0024, 16, caps=False)]
    style = int(rng.integers(3))
    if style == 0:
        bow = [tube(_loop(0.0070, left + 0.0092 + dx, dy), 0.0021, 14, caps=False)
               for dx, dy in ((0.0, 0.0), (0.0088, 0.0072), (0.0088, -0.0072))]  # fmt: skip
    elif style == 1:
        bow = [tube(_loop(0.0112, left + 0.0134, 0.0) * [1, 1.12, 1], 0.0023, 16, caps=False),
               tube(np.linspace([left + 0.004, 0, 0], [left + 0.022, 0, 0], 5), 0.0015, 12)]  # fmt: skip
    else:
        bow = [tube(_loop(0.0115, left + 0.0137, 0.0), 0.0023, 16, caps=False)]
    collar = spline([(0.0, 0.0), (0.0030, 0.0), (0.0030, 0.002), (0.0024, 0.003), (0.0033, 0.0042),
        (0.0033, 0.0052),
                     (shank, 0.0066), (shank, 0.062), (shank * 0.9, 0.0655), (0.0, 0.066)], 70)  # fmt: skip
    stem = turned(collar, 40).moved(translation(left + 0.0235, 0, 0) @ rotation("y", 90))
    teeth = float(rng.uniform(0.0092, 0.0112))
    x0, w = right - 0.018, 0.013
    notch = float(rng.uniform(0.25, 0.45))
    outline = np.array([(0, 0.001), (w, 0.001), (w, -teeth), (w * 0.74, -teeth), (w * 0.74, -teeth * notch),
        (w * 0.60, -teeth * notch),
                        (w * 0.60, -teeth), (w * 0.34, -teeth), (w * 0.34, -teeth * (1 - notch)),
                        (w * 0.2, -teeth * (1 - notch)),
                        (w * 0.2, -teeth), (0, -teeth)])[::-1]  # fmt: skip
    bit = extrude(outline, 0.0026).moved(rotation("x", -90)).moved(translation(x0, 0, 0))
    mesh = merge([_lit(m) for m in [*bow, stem, bit]])
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    mesh = mesh.moved(translation(-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -low[2]))
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    cuts = [float(low[0]), float(low[0]) + 0.025, float(high[0]) - 0.021, float(high[0])]
    return Prop(parts=(Part(mesh=mesh, material=finish.body(member, rng)),),
        colliders=solids.slices(mesh, 0, cuts),
                mass=finish.mass(mesh, name), friction=0.4, restitution=0.4)  # fmt: skip


def _loop(radius: float, x: float, y: float) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, 49)
    return np.stack([x + radius * np.cos(angle), y + radius * np.sin(angle), 0 * angle], axis=1)


def _lit(mesh: Mesh) -> Mesh:
    """The mesh with a normal per facet corner, if it was flat."""
    if mesh.normals is not None:
        return mesh
    corner = mesh.vertices[mesh.faces]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-20)
    uv = None if mesh.uv is None else mesh.uv[mesh.faces].reshape(-1, 2)
    return Mesh(vertices=corner.reshape(-1, 3), faces=np.arange(3 * len(corner)).reshape(-1, 3),
                normals=np.repeat(normal, 3, axis=0), uv=uv)  # fmt: skip


def clock(member: CastMember, rng: np.random.Generator) -> Prop:
    """A twin-bell alarm clock: drum case, bezel, face with ticks, three hands, bells, hammer, feet.

    Ticks and hands glow where a practical belongs to the clock; a digital one is made elsewhere.
    """
    if "digital" in f"{member.name} {member.words}".lower():
        return digital_clock(member, rng)
    case = finish.body(member, rng)
    radius, depth = 0.061 * float(rng.uniform(0.98, 1.04)), 0.058
    centre = radius * 1.045 + 0.004
    brass = finish.trim(member, "brass", member.accent)
    dark = finish.trim(member, "plastic", "#17171a")
    facing = translation(0, 0, centre) @ rotation("x", 90)  # the drum's axis, +Z before, points to -Y
    half = depth / 2
    drum = rounded(
        [
            (0.0, -half),
            (radius * 0.94, -half),
            (radius, -half + 0.006),
            (radius, half - 0.003),
            (radius * 0.97, half - 0.001),
        ],
        0.006,
    )
    bezel = rounded([(radius * 0.90, half - 0.006), (radius * 1.035, half - 0.006), (radius * 1.045, half),
        (radius * 0.985, half + 0.006),
                     (radius * 0.895, half - 0.001), (radius * 0.89, half - 0.006)], 0.0022)  # fmt: skip
    face = rounded(
        [(radius * 0.91, half - 0.0036), (radius * 0.905, half - 0.0034), (0.0, half - 0.0034)], 0.001
    )
    level = half - 0.0033
    hour, minute = float(rng.uniform(0, 12)), float(rng.uniform(0, 60))
    hour = np.floor(hour) + minute / 60
    ticks = merge([tick(radius, level, k) for k in range(60)])
    hands = merge([hand(radius * 0.48, 0.0030, level + 0.0006, hour * 30),
        hand(radius * 0.74, 0.0022, level + 0.0012, minute * 6),
                   turned(rounded([(0.0032, level), (0.0032, level + 0.0024), (0.0, level + 0.0028)],
                       0.0008), 24)])  # fmt: skip
    second = hand(radius * 0.70, 0.0009, level + 0.0018, float(rng.uniform(0, 360)))
    parts = [
        (turned(drum, 96), case), (turned(bezel, 96), brass), (turned(face, 72), finish.trim(member, "paper",
        "#f1ecdd")),
        (ticks, dark), (hands, dark), (second, finish.trim(member, "painted_metal", "#b3261e")),
    ]  # fmt: skip
    placed = [
        Part(
            mesh=mesh.moved(facing),
            material=surface,
            light="self" if mesh is ticks or mesh is hands else None,
        )
        for mesh, surface in parts
    ]
    placed += _bells(radius, centre, case, brass)
    colliders = [solids.cylinder(radius, -half, half, facing), *_clock_solids(radius, centre)]
    return Prop(parts=tuple(placed), colliders=tuple(colliders), mass=0.42, friction=0.5, restitution=0.25)


def tick(radius: float, level: float, minute: int) -> Mesh:
    """A mark on the dial; every fifth is a bar, every fifteenth a long one."""
    long = 0.15 if minute % 15 == 0 else 0.10 if minute % 5 == 0 else 0.035
    wide = 0.0030 if minute % 15 == 0 else 0.0019 if minute % 5 == 0 else 0.0006
    bar = rounded_box((wide, long * radius, 0.0004), 0.0002, 2)
    return bar.moved(rotation("z", -6.0 * minute) @ translation(0, radius * (0.855 - long / 2), level))


def hand(length: float, wide: float, level: float, degrees: float) -> Mesh:
    """A spear hand from the centre, clockwise from twelve."""
    outline = np.array([(-wide * 0.5, -length * 0.16), (wide * 0.5, -length * 0.16), (wide * 0.36, 0),
        (wide * 0.9, length * 0.55), (0, length),
                        (-wide * 0.9, length * 0.55), (-wide * 0.36, 0)])  # fmt: skip
    blade = _lit(extrude(outline, 0.0005)).moved(rotation("x", -90) @ rotation("z", 180) @ rotation("y", 180))
    blade = blade if blade.vertices[:, 1].max() > length * 0.9 else blade.moved(rotation("x", 180))
    return blade.moved(rotation("z", -degrees) @ translation(0, 0, level))


def _bells(radius: float, centre: float, case: Material, brass: Material) -> list[Part]:
    """Bells on posts, the hammer between them, the handle over them and the feet."""
    dome = spline([(0.0235, 0.0), (0.0245, 0.0015), (0.0215, 0.011), (0.0120, 0.0185), (0.0, 0.0205)], 36)
    inside = dome[::-1] * [0.95, 0.93]
    bell = merge([turned(np.concatenate([dome[:1] * 0.97, dome]), 64), turned(inside, 64),
                  turned(rounded([(0.0028, 0.019), (0.0036, 0.0215), (0.0022, 0.0245), (0.0, 0.025)],
                      0.0008), 24),
                  turned([(0.0022, -0.014), (0.0022, 0.004)], 16)])  # fmt: skip
    reach = _foot_length(radius, centre)
    foot = turned(
        rounded(
            [(0.0, -reach), (0.0042, -reach), (0.0050, -reach + 0.002), (0.0034, 0.004), (0.0, 0.005)], 0.0015
        ),
        24,
    )
    parts = []
    for side in (-1, 1):
        pose = translation(0, 0, centre) @ rotation("y", side * 31.0) @ translation(0, 0, radius + 0.0115)
        parts.append(Part(mesh=bell.moved(pose), material=brass))
        stand = (
            translation(0, 0, centre)
            @ rotation("y", side * 152.0)
            @ translation(0, 0, radius - 0.002)
            @ rotation("x", 180)
        )
        parts.append(Part(mesh=foot.moved(stand), material=brass))
    head = turned(rounded([(0.0, -0.006), (0.0048, -0.006), (0.0048, 0.006), (0.0, 0.006)], 0.0014),
        24).moved(
        translation(0.0, 0, centre + radius + 0.020) @ rotation("y", 90)
    )  # fmt: skip
    rod = tube(
        np.array(
            [
                [0, 0, centre + radius - 0.004],
                [0.001, 0, centre + radius + 0.010],
                [0, 0, centre + radius + 0.020],
            ]
        ),
        0.0012,
        10,
    )
    t = np.linspace(0, np.pi, 30)
    top = centre + radius + 0.026
    grip = tube(np.stack([0.030 * np.cos(t), 0 * t, top + 0.020 * np.sin(t) - 0.004], axis=1), 0.0021, 14)
    return [*parts, Part(mesh=merge([head, rod, grip]), material=brass)]


def _foot_length(radius: float, centre: float) -> float:
    """How far a foot, splayed by 28 degrees, must reach so that the clock stands on it [m]."""
    return (centre - 0.0046 * 0.469) / 0.883 - radius + 0.002


def _clock_solids(radius: float, centre: float) -> list[Collider]:
    out = []
    for side in (-1, 1):
        pose = translation(0, 0, centre) @ rotation("y", side * 31.0)
        out.append(solids.cylinder(0.0235, radius, radius + 0.026, pose))
        stand = (
            translation(0, 0, centre)
            @ rotation("y", side * 152.0)
            @ translation(0, 0, radius - 0.002)
            @ rotation("x", 180)
        )
        out.append(solids.cylinder(0.0044, -_foot_length(radius, centre), 0.004, stand))
    out.append(solids.box((0.056, 0.005, 0.05), (0, 0, centre + radius + 0.020)))
    return out


OBJECTS: dict[str, Generator] = {"coin": coin, "key": key, "clock": clock}
