"""Bottles, glasses, vases and bowls: turned shells with a real wall."""

import re
from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, smooth_normals, welded
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitted import fitted, told
from rayograph.world.cast.lettered import rolled_label
from rayograph.world.cast.profile import Profile, Vessel, hollow, rounded, spline, turned
from rayograph.world.cast.sign import contrasting
from rayograph.world.noise import noise2, smoothstep
from rayograph.world.scene import Material, Part, Prop
from rayograph.world.shapes import grid_faces


def liquid(vessel: Vessel, level: float, surface: Material) -> Part:
    """A body of liquid up to `level` [m]; it enters the wall by a hair, so no film of air shows."""
    bite = 0.00015
    inner = vessel.inner[vessel.inner[:, 1] < level - 0.0015]
    edge = float(np.interp(level, vessel.inner[:, 1], vessel.inner[:, 0]))
    below = inner + [bite, 0.0]
    below[:, 1] -= bite
    below[0, 0] = 0.0
    meniscus = [
        (edge + bite, level + 0.0012),
        (edge - 0.0008, level + 0.0003),
        (edge - 0.003, level),
        (0.0, level),
    ]
    return Part(mesh=turned(np.concatenate([below, meniscus]), 72, crease_deg=50), material=surface)


def label(outer: Profile, low: float, high: float, half_angle: float) -> Mesh:
    """A paper patch wrapped on the front of a turned body between two heights [m]."""
    z = np.linspace(low, high, 12)
    radius = np.interp(z, outer[:, 1], outer[:, 0]) + 0.00025
    angle = np.linspace(-half_angle, half_angle, 33) - np.pi / 2
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    points = np.concatenate(
        [ring[None] * radius[:, None, None], np.repeat(z[:, None, None], 33, axis=1)], axis=2
    )
    normals = np.repeat(np.concatenate([ring, np.zeros((33, 1))], 1)[None], 12, axis=0)
    u, v = np.meshgrid(angle * float(radius.mean()), z)
    return Mesh(vertices=points.reshape(-1, 3), faces=grid_faces(33, 12), normals=normals.reshape(-1, 3),
                uv=np.stack([u.ravel(), v.ravel()], axis=1))  # fmt: skip


def bottle(member: CastMember, rng: np.random.Generator) -> Prop:
    """A wine or spirits bottle: punt, shoulder, neck, ringed lip; often a label, a cork, some wine."""
    height, radius = 0.30 * float(rng.uniform(0.93, 1.05)), 0.038 * float(rng.uniform(0.95, 1.08))
    neck, shoulder = 0.0138, float(rng.uniform(0.56, 0.66)) * height
    slope = float(rng.uniform(0.35, 1.0))  # 0 square-shouldered .. 1 sloping
    throat = shoulder + (0.05 + 0.09 * slope) * height
    body = spline([(radius, 0.004), (radius, shoulder * 0.5), (radius, shoulder),
        (radius * 0.93, shoulder + 0.01),
                   (neck * 1.45, shoulder + (throat - shoulder) * 0.72), (neck, throat + 0.012),
                   (neck * 0.97, height - 0.018)], 72)  # fmt: skip
    lip = rounded([(neck * 0.97, height - 0.017), (neck * 1.16, height - 0.0165),
        (neck * 1.16, height - 0.004),
                   (neck * 1.02, height - 0.001)], 0.002)  # fmt: skip
    outer = np.concatenate([[[radius - 0.0035, 0.0], [radius - 0.0012, 0.0012]], body, lip])
    punt = float(rng.uniform(0.010, 0.022))
    vessel = hollow(outer, 0.0028, 0.010, foot=0.006, punt=punt)
    dome = spline(
        [(0.0, punt), (radius * 0.35, punt * 0.8), (radius * 0.72, 0.002), (radius - 0.005, 0.0)], 20
    )
    floor = dome[:-1] + [0.0, 0.005]
    kept = vessel.inner[vessel.inner[:, 0] > radius * 0.72]
    start = int(np.argmax(vessel.inner[:, 0] > radius * 0.72))
    rest = vessel.inner[start + 6 :] if len(kept) else vessel.inner
    rest = rest[rest[:, 1] > 0.014]
    vessel = Vessel(under=dome, outer=outer, inner=np.concatenate([floor[:-4], rest]))
    skin = finish.body(member, rng)
    parts = [Part(mesh=turned(vessel.solid, 96, crease_deg=50), material=skin)]
    extras = rng.random(3)
    closed = told(member, _CLOSURES)
    ground = told(member, "label")[1] or (None if closed[1] else member.accent) or "#ece3cb"
    if member.text:
        mesh, ink = rolled_label(member, outer, shoulder * 0.2, shoulder * 0.82, 1.15,
                                 ground=ground, ink=contrasting(ground))  # fmt: skip
        parts.append(Part(mesh=mesh, material=ink))
    elif extras[0] < 0.6 or told(member, "label")[1]:
        paper = finish.trim(member, "paper", ground)
        parts.append(Part(mesh=label(outer, shoulder * 0.22, shoulder * 0.8, 1.15), material=paper))
    if closed != (None, None):
        parts.append(_capped(member, neck, height))
    elif extras[1] < 0.5:
        parts.append(_cork(member, neck * 0.83, height))
    cuts = [0.0, shoulder, shoulder + (throat - shoulder) * 0.5, throat + 0.012, float(outer[:, 1].max())]
    return Prop(parts=tuple(parts), colliders=solids.stack(outer, cuts),
                mass=finish.mass(parts[0].mesh, "glass"), friction=0.4, restitution=0.5)  # fmt: skip


def _cork(member: CastMember, radius: float, height: float) -> Part:
    outline = rounded([(0, height - 0.02), (radius, height - 0.02), (radius * 1.02, height + 0.008),
                       (0, height + 0.008)], [0.001, 0.0015])  # fmt: skip
    return Part(mesh=turned(outline, 32), material=finish.trim(member, "pine", "#b98d5c"))


_CLOSURES = "cap|lid|stopper|cork|top"


def _capped(member: CastMember, neck: float, height: float) -> Part:
    """A cap over the lip, or a stopper with its head."""
    r = neck * 1.22
    if re.search(r"stopper|cork", member.words.lower()):
        knob = [(0, height - 0.02), (neck * 0.8, height - 0.02), (neck * 0.84, height + 0.001),
            (r, height + 0.001), (r * 1.06, height + 0.006), (r, height + 0.018),
            (0, height + 0.020)]  # fmt: skip
        own = fitted(member, _CLOSURES, "pine", "#b98d5c")
        return Part(mesh=turned(rounded(knob, 0.0016), 48), material=own)
    line = [(neck, height - 0.032), (r, height - 0.032), (r, height + 0.001), (0, height + 0.002)]
    return Part(mesh=turned(rounded(line, 0.0012), 56), material=fitted(member, _CLOSURES, "plastic"))


def wine_glass(member: CastMember, rng: np.random.Generator) -> Prop:
    """A stemmed glass, blown in one piece; a third holds wine, or as the brief says."""
    height = 0.20 * float(rng.uniform(0.94, 1.06))
    foot, belly = 0.035 * float(rng.uniform(0.95, 1.05)), 0.0395 * float(rng.uniform(0.94, 1.06))
    mouth, stem = belly * float(rng.uniform(0.74, 0.86)), 0.0036
    start = height * float(rng.uniform(0.42, 0.5))
    base = spline([(foot, 0.0022), (foot * 0.6, 0.0042), (stem * 2.2, 0.009), (stem, 0.022),
        (stem * 0.9, start - 0.02),
                   (stem * 1.5, start - 0.006)], 56)  # fmt: skip
    cup = spline([(stem * 1.5, start - 0.006), (belly * 0.55, start + 0.006), (belly * 0.93, start + 0.028),
                  (belly, start + 0.045), (mouth, height)], 56)  # fmt: skip
    wall, floor = 0.0011, start + 0.0015
    shell = hollow(cup, wall, floor)
    outer = np.concatenate([[[foot - 0.0008, 0.0], [foot, 0.0010]], base, cup[1:]])
    under = np.array([[0.0, 0.0018], [foot * 0.7, 0.0010], [foot - 0.004, 0.0]])
    vessel = Vessel(under=under, outer=outer, inner=shell.inner)
    glass = Part(mesh=turned(vessel.solid, 96, crease_deg=50), material=finish.body(member, rng))
    parts = [glass]
    full = rng.random() < 0.33 or finish.says(member, "of wine", "of red", "of white", "filled")
    if full and not finish.says(member, "empty"):
        wine = member.accent or str(rng.choice(["#7d1f35", "#e9cf7a", "#d98a7c"]))
        parts.append(liquid(vessel, start + (height - start) * 0.42, finish.trim(member, "water", wine)))
    colliders = (
        *solids.stack(outer, [0.0, 0.010, start - 0.02, floor]),
        *solids.walls(cup, shell.inner, bands=5),
    )
    return Prop(parts=tuple(parts), colliders=colliders, mass=finish.mass(glass.mesh, "glass"), friction=0.4,
                restitution=0.55)  # fmt: skip


def tumbler(member: CastMember, rng: np.random.Generator) -> Prop:
    """A heavy-based drinking glass, plain or with cut flutes."""
    height, radius = 0.10 * float(rng.uniform(0.93, 1.07)), 0.038 * float(rng.uniform(0.95, 1.05))
    taper, base = float(rng.uniform(0.82, 0.97)), float(rng.uniform(0.009, 0.016))
    outer = np.concatenate([[[radius * taper - 0.002, 0.0]],
                            spline([(radius * taper, 0.0025), (radius, height)], 48)])  # fmt: skip
    vessel = hollow(outer, 0.0022, base, punt=0.003)
    mesh = turned(vessel.solid, 120, crease_deg=50)
    flutes = int(rng.choice([0, 0, 12, 16, 20]))
    if flutes:
        mesh = _fluted(mesh, vessel, flutes, height)
    parts = [Part(mesh=mesh, material=finish.body(member, rng))]
    if finish.says(member, "of water", "full", "filled", "juice", "whisky", "whiskey", "milk"):
        drink = member.accent or ("#c98a3a" if finish.says(member, "whisk", "juice") else None)
        parts.append(liquid(vessel, base + (height - base) * 0.6, finish.trim(member, "water", drink)))
    colliders = (*solids.stack(outer, [0.0, base]), *solids.walls(outer, vessel.inner, bands=3))
    return Prop(parts=tuple(parts), colliders=colliders, mass=finish.mass(mesh, "glass"), friction=0.4,
                restitution=0.5)  # fmt: skip


def _fluted(mesh: Mesh, vessel: Vessel, flutes: int, height: float) -> Mesh:
    """Shallow vertical cuts into the lower outside of a glass."""
    assert mesh.normals is not None
    points, normal = mesh.vertices, mesh.normals
    radius = np.linalg.norm(points[:, :2], axis=1)
    skin = np.interp(points[:, 2], vessel.outer[:, 1], vessel.outer[:, 0])
    outside = (radius > skin - 0.0006) & (points[:, 2] > 0.0)
    angle = np.arctan2(points[:, 1], points[:, 0])
    fade = smoothstep(0.62, 0.56, points[:, 2] / height) * smoothstep(0.0, 0.08, points[:, 2] / height)
    cut = 0.0011 * (1 - np.abs(np.sin(angle * flutes / 2))) * fade * outside
    outward = np.zeros_like(points)
    outward[:, :2] = points[:, :2] / np.maximum(radius, 1e-9)[:, None]
    moved = points - outward * cut[:, None]
    same = welded(points)
    fresh = smooth_normals(moved, mesh.faces)
    total = np.stack([np.bincount(same, fresh[:, k])[same] for k in range(3)], axis=1)
    total = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)
    changed = outside & (fade > 0)
    return replace(mesh, vertices=moved, normals=np.where(changed[:, None], total, normal))


def vase(member: CastMember, rng: np.random.Generator) -> Prop:
    """A thrown vase: one of four silhouettes, faint throwing rings, a bare foot under the glaze."""
    height = 0.30 * float(rng.uniform(0.92, 1.06))
    wide = 0.080 * float(rng.uniform(0.93, 1.06))
    name = finish.material_name(member)
    shapes = [
        [(0.52, 0.0), (0.80, 0.14), (1.0, 0.40), (0.86, 0.66), (0.44, 0.84), (0.40, 0.91), (0.56, 1.0)],
        [(0.50, 0.0), (0.62, 0.12), (0.88, 0.45), (1.0, 0.70), (0.78, 0.88), (0.46, 0.95), (0.52, 1.0)],
        [(0.62, 0.0), (0.95, 0.16), (1.0, 0.30), (0.70, 0.52), (0.36, 0.70), (0.34, 0.86), (0.60, 1.0)],
        [(0.70, 0.0), (0.78, 0.08), (0.90, 0.40), (1.0, 0.75), (0.97, 0.88), (0.82, 0.97), (0.80, 1.0)],
    ]
    shape = np.array(shapes[int(rng.integers(len(shapes)))])
    shape[1:-1, 0] *= rng.uniform(0.96, 1.04, len(shape) - 2)
    shape[:, 0] /= shape[:, 0].max()
    outer = spline(shape * [wide, height], 96)
    wall = 0.0045
    rings = float(rng.uniform(0.0, 0.0006)) if name != "glass" else 0.0
    wave = noise2(outer[:, 1] * 160, 0 * outer[:, 1], seed=member.seed)
    outer[6:-6, 0] += (rings * wave)[6:-6]
    vessel = hollow(outer, wall, 0.010, foot=0.006, punt=0.004)
    return _glazed(member, rng, vessel, name, foot_height=float(rng.uniform(0.012, 0.03)), bands=6)


def bowl(member: CastMember, rng: np.random.Generator) -> Prop:
    """A bowl on a foot ring, its inside often of another glaze."""
    height, wide = 0.10 * float(rng.uniform(0.92, 1.07)), 0.13 * float(rng.uniform(0.94, 1.04))
    foot, deep = wide * float(rng.uniform(0.38, 0.48)), float(rng.uniform(0.80, 0.94))
    name = finish.material_name(member)
    outer = spline([(foot, 0.0), (foot * 0.97, 0.007), (foot * 1.18, 0.0125), (wide * deep, height * 0.52),
                    (wide * 0.985, height * 0.86), (wide, height)], 72)  # fmt: skip
    vessel = hollow(outer, 0.0045, 0.013, foot=0.006, punt=0.006)
    return _glazed(member, rng, vessel, name, foot_height=0.0075, bands=5)


def _glazed(
    member: CastMember, rng: np.random.Generator, vessel: Vessel, name: str, *, foot_height: float, bands: int
) -> Prop:
    """Outside, inside and bare foot as parts; wood, metal and glass stay whole."""
    skin = finish.body(member, rng)
    whole = turned(vessel.solid, 96)
    chance = rng.random()
    if name == "glazed_ceramic":
        split = max(2, int(np.searchsorted(vessel.outer[:, 1], foot_height)))
        bare = np.concatenate([vessel.under, vessel.outer[: split + 1]])
        glaze = np.concatenate([vessel.outer[split:], vessel.lip])
        lining = np.concatenate([vessel.lip[-1:], vessel.inner[::-1]])
        inside = finish.trim(member, name, member.accent or ("#e6dcc6" if chance < 0.6 else None))
        inside = inside if member.accent or chance < 0.6 else skin
        clay = finish.trim(member, "terracotta", "#b58a66")
        surfaces = ((bare, clay), (glaze, skin), (lining, inside))
        parts = tuple(Part(mesh=turned(line, 96), material=m) for line, m in surfaces)
    else:
        parts = (Part(mesh=whole, material=skin),)
    floor = float(vessel.inner[0, 1])
    colliders = (
        *solids.stack(vessel.outer, [0.0, floor]),
        *solids.walls(vessel.outer, vessel.inner, bands=bands),
    )
    return Prop(parts=parts, colliders=colliders, mass=finish.mass(whole, name), friction=0.5,
                restitution=finish.bounce(name))  # fmt: skip


VESSELS: dict[str, Generator] = {
    "bottle": bottle,
    "wine_glass": wine_glass,
    "tumbler": tumbler,
    "vase": vase,
    "bowl": bowl,
}
