"""Plates, cups and teapots."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.profile import Profile, hollow, resampled, rounded, spline, turned
from rayograph.world.cast.vessels import liquid
from rayograph.world.scene import Collider, Part, Prop
from rayograph.world.shapes import translation

WHITE = "#ece7dc"


def swept(
    path: np.ndarray, widths: np.ndarray, heights: np.ndarray, columns: int = 20, power: float = 2.3
) -> Mesh:
    """A closed bar of superelliptic section along a path in the XZ plane.

    Args:
        path: (n, 2) of x, z [m]; widths: half extent along Y; heights: half extent in the plane.
    """
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    angle = np.linspace(0, 2 * np.pi, columns + 1)
    c, s = (np.sign(f) * np.abs(f) ** (2 / power) for f in (np.cos(angle), np.sin(angle)))
    cap = np.array([0.0, 0.35, 0.7, 0.92])
    plane = path[:, None] + across[:, None] * (heights[:, None] * s)[..., None]
    points = np.stack([plane[..., 0], widths[:, None] * c, plane[..., 1]], axis=2)

    def closed(ring: np.ndarray, direction: np.ndarray, reach: float) -> np.ndarray:
        middle = ring[:-1].mean(0)
        rows = [middle + (ring - middle) * k + direction * reach * (1 - k**3) for k in cap]
        return np.stack(rows)

    forward = np.stack([along[:, 0], 0 * along[:, 0], along[:, 1]], axis=1)
    start = closed(points[0], -forward[0], float(heights[0]) * 0.5)
    end = closed(points[-1], forward[-1], float(heights[-1]) * 0.5)[::-1]
    return wrapped(np.concatenate([start, points, end]))


def bar_hulls(mesh_path: np.ndarray, width: float, height: float, pieces: int) -> tuple[Collider, ...]:
    """Hulls along a bar in the XZ plane."""
    knots = resampled(mesh_path, pieces + 1)
    along = np.gradient(knots, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * height
    out = []
    for k in range(pieces):
        ends = [knots[i] + sign * across[i] for i in (k, k + 1) for sign in (-1, 1)]
        out.append(solids.hull(np.array([[x, y, z] for x, z in ends for y in (-width, width)])))
    return tuple(out)


def plate(member: CastMember, rng: np.random.Generator) -> Prop:
    """A plate: foot ring, well, rim; one or two painted lines on the rim, or a coloured well."""
    wide, height = 0.13 * float(rng.uniform(0.95, 1.04)), 0.025 * float(rng.uniform(0.92, 1.1))
    well, wall = wide * float(rng.uniform(0.62, 0.76)), 0.0040
    coupe = rng.random() < 0.35
    foot = well * 0.82
    middle = (
        [(well * 1.04, height * 0.42), (well * 1.12, height * 0.62)]
        if not coupe
        else [(well * 1.15, height * 0.42)]
    )
    outer = spline([(foot, 0.0), (foot * 0.99, 0.003), (foot * 1.03, 0.0045), *middle,
        (wide * 0.985, height - 0.0045),
                    (wide, height - 0.0035)], 64)  # fmt: skip
    vessel = hollow(outer, wall, 0.0062, foot=0.004, punt=0.0025)
    name = finish.material_name(member)
    whole = turned(vessel.solid, 120)
    skin = finish.trim(member, name, member.colour or WHITE, seed=0)
    paint = finish.trim(
        member, name, member.accent or str(rng.choice(["#2f4f7a", "#7a3a2a", "#3f6b4a", "#a8873a"]))
    )
    top = vessel.inner[::-1]
    outside = np.concatenate([vessel.under, vessel.outer, vessel.lip, top[:1]])
    cuts = {0: [0.955, 0.935], 1: [0.985, 0.93, 0.83, 0.815], 2: [0.64]}[int(rng.integers(3))]
    top = _denser(top, cuts, wide)
    reach = top[:, 0] / wide
    marks = [0, *[int(np.argmin(np.abs(reach - c))) for c in cuts], len(top) - 1]
    parts = [Part(mesh=turned(outside, 120), material=skin)]
    for i, (low, high) in enumerate(zip(marks, marks[1:], strict=False)):
        if high == low:  # a line at the very edge of a narrow rim
            continue
        parts.append(Part(mesh=turned(top[low : high + 1], 120), material=paint if i % 2 else skin))
    colliders = (*solids.stack(outer, [0.0, 0.0062]), *solids.walls(outer, vessel.inner, bands=3, sides=20))
    return Prop(
        parts=tuple(parts), colliders=colliders, mass=finish.mass(whole, name), friction=0.45, restitution=0.5
    )


def _denser(line: Profile, cuts: list[float], wide: float) -> Profile:
    """The falling profile with exact points where the glaze changes."""
    extra = [[c * wide, float(np.interp(-c * wide, -line[:, 0], line[:, 1]))] for c in cuts]
    both = np.concatenate([line, np.array(extra)])
    return both[np.argsort(-both[:, 0], kind="stable")]


def cup(member: CastMember, rng: np.random.Generator) -> Prop:
    """A mug or a tea cup with an ear; coffee or tea in it if the brief says so."""
    radius, height = 0.0385 * float(rng.uniform(0.96, 1.05)), 0.09 * float(rng.uniform(0.93, 1.05))
    mug = finish.says(member, "mug", "coffee", "beaker", "enamel", "cocoa")
    if finish.says(member, "espresso", "demitasse"):
        radius, height, mug = 0.78 * radius, 0.66 * height, False
    name = finish.material_name(member)
    if mug:
        outer = spline([(radius * 0.93, 0.0), (radius * 0.98, 0.005), (radius, 0.015),
            (radius * 0.985, height * 0.5),
                        (radius, height)], 64)  # fmt: skip
    else:
        outer = spline([(radius * 0.52, 0.0), (radius * 0.52, 0.006), (radius * 0.64, 0.012),
            (radius * 0.90, height * 0.42),
                        (radius * 0.94, height * 0.75), (radius * 1.04, height)], 72)  # fmt: skip
    vessel = hollow(outer, 0.0033 if mug else 0.0024, 0.009 if mug else 0.014, foot=0.004)
    skin = finish.body(member, rng)
    lining = finish.trim(member, name, member.accent or (WHITE if name == "glazed_ceramic" else None))
    lower, upper = (0.16 * height, 0.82 * height) if mug else (0.36 * height, 0.86 * height)
    ear = _ear(outer, lower, upper, reach=0.030)
    thick = 0.0042 if mug else 0.0030
    handle = swept(ear, np.full(len(ear), thick * 1.35), np.full(len(ear), thick))
    outside = np.concatenate([vessel.under, vessel.outer, vessel.lip])
    inside = np.concatenate([vessel.lip[-1:], vessel.inner[::-1]])
    parts = [Part(mesh=turned(outside, 96), material=skin), Part(mesh=turned(inside, 96), material=lining),
             Part(mesh=handle, material=skin)]  # fmt: skip
    if finish.says(member, "coffee", "tea", "cocoa", "espresso", "full"):
        brew = finish.trim(
            member, "plastic", "#2a150b" if finish.says(member, "coffee", "espresso") else "#7a3b14"
        )
        parts.append(liquid(vessel, height * 0.8, brew))
    floor = float(vessel.inner[0, 1])
    colliders = (*solids.stack(outer, [0.0, floor]), *solids.walls(outer, vessel.inner, bands=4),
                 *bar_hulls(ear[2:-2], thick * 1.3, thick, 5))  # fmt: skip
    shell = finish.mass(turned(vessel.solid, 48), name) + finish.mass(handle, name)
    return Prop(parts=tuple(parts), colliders=colliders, mass=shell, friction=0.5, restitution=0.5)


def _ear(outer: Profile, low: float, high: float, reach: float) -> np.ndarray:
    """The line of a handle, from inside the wall above to inside the wall below, at +X."""
    top, bottom = (float(np.interp(z, outer[:, 1], outer[:, 0])) for z in (high, low))
    tall = high - low
    out = max(top, bottom) + reach
    corner = [(bottom - 0.0015, low), (bottom + reach * 0.5, low + tall * 0.03),
        (out - reach * 0.12, low + tall * 0.32),
              (out, low + tall * 0.66), (out - reach * 0.22, high + tall * 0.02),
              (top + reach * 0.35, high + tall * 0.04),
              (top - 0.0015, high)]  # fmt: skip
    return spline(corner, 40)


def teapot(member: CastMember, rng: np.random.Generator) -> Prop:
    """A round-bellied teapot: spout to the left, ear to the right, lid with a knob."""
    radius = 0.0725 * float(rng.uniform(0.96, 1.03))
    belly = 0.125 * float(rng.uniform(0.96, 1.04))
    squat = float(rng.uniform(0.40, 0.56))
    name = finish.material_name(member)
    skin = finish.body(member, rng)
    body = spline([(0.0, 0.004), (radius * 0.55, 0.003), (radius * 0.58, 0.0), (radius * 0.62, 0.001),
                   (radius * 0.66, 0.007), (radius * 0.92, belly * squat * 0.5), (radius, belly * squat),
                   (radius * 0.88, belly * 0.80), (radius * 0.56, belly * 0.985), (radius * 0.50, belly),
                   (0.0, belly)], 110)  # fmt: skip
    rise = belly + 0.001
    lid_r = radius * 0.54
    lid = spline([(0.0, rise - 0.004), (lid_r, rise - 0.003), (lid_r * 1.03, rise + 0.0005),
        (lid_r * 0.98, rise + 0.003),
                  (lid_r * 0.55, rise + 0.0115), (0.0050, rise + 0.0145), (0.0045, rise + 0.017),
                  (0.0095, rise + 0.0215),
                  (0.0105, rise + 0.0265), (0.0070, rise + 0.0315), (0.0, rise + 0.0325)], 90)  # fmt: skip
    spout_path = spline([(-radius * 0.86, belly * 0.34), (-radius * 1.20, belly * 0.46),
        (-radius * 1.38, belly * 0.74),
                         (-radius * 1.66, belly * 0.99)], 36)  # fmt: skip
    t = np.linspace(0, 1, 36)
    bore = 0.0175 * (1 - t) ** 1.4 + 0.0075
    spout = swept(spout_path, bore, bore * (1.15 - 0.15 * t), 32, power=2.0)
    mouth = _mouth(spout_path[-1], spout_path[-1] - spout_path[-3], 0.0056)
    ear = _ear(body[30:-12], belly * 0.30, belly * 0.86, reach=0.037)
    handle = swept(
        ear, np.full(len(ear), 0.0062), 0.0045 + 0.0012 * np.sin(np.pi * np.linspace(0, 1, len(ear)))
    )
    accent = finish.trim(member, name, member.accent) if member.accent else skin
    parts = (Part(mesh=turned(body, 120), material=skin), Part(mesh=turned(lid, 96), material=accent),
             Part(mesh=spout, material=skin), Part(mesh=handle, material=accent),
             Part(mesh=mouth, material=finish.trim(member, "black_iron")))  # fmt: skip
    silhouette = body[12:-4]
    colliders = (*solids.stack(silhouette, [0.0, belly * squat, belly * 0.985]),
                 *solids.stack(lid[14:-2], [rise, rise + 0.015, rise + 0.0325]),
                 *bar_hulls(spout_path, 0.012, 0.012, 3), *bar_hulls(ear, 0.006, 0.005, 5))  # fmt: skip
    weight = finish.mass(parts[0].mesh, name) * (0.22 if name == "glazed_ceramic" else 0.06)
    shift = translation(-0.002, 0, 0)
    moved = tuple(Part(mesh=p.mesh.moved(shift), material=p.material) for p in parts)
    return Prop(parts=moved, colliders=colliders, mass=weight, friction=0.5, restitution=0.4)


def _mouth(tip: np.ndarray, direction: np.ndarray, radius: float) -> Mesh:
    """The dark opening at the end of a spout: a small dished disk facing along it."""
    d = direction / np.linalg.norm(direction)
    dish = turned(rounded([(0.0, -0.0005), (radius, 0.0), (radius * 0.8, 0.0018), (0.0, 0.0005)], 0.0004), 32)
    pose = np.eye(4)
    pose[:3, 2] = d[0], 0.0, d[1]
    pose[:3, 1] = 0.0, 1.0, 0.0
    pose[:3, 0] = np.cross(pose[:3, 1], pose[:3, 2])
    pose[:3, 3] = tip[0] + d[0] * 0.0028, 0.0, tip[1] + d[1] * 0.0028
    return dish.moved(pose)


TABLEWARE: dict[str, Generator] = {"plate": plate, "cup": cup, "teapot": teapot}
