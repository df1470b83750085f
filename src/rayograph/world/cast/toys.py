"""Balls and blocks: things of simple form whose charm is in seams, stripes and edges."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge, smooth_normals
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.lattice import fine_box, mirrored_uv, pressed, wrapped
from rayograph.world.cast.profile import rounded, turned
from rayograph.world.noise import fbm3
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import icosphere, rotation, rounded_box, translation

CREAM = "#e9dfc8"


def _banded(radius: float, edges: list[float], groove: float) -> list[Mesh]:
    """A sphere cut into bands at latitudes `edges` [deg], a fine groove at every cut."""
    bounds = [-90.0, *edges, 90.0]
    out = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        lat = np.linspace(low, high, max(6, int((high - low) / 2.2)))
        dip = np.zeros_like(lat)
        for edge in edges:
            dip += np.exp(-(((lat - edge) * np.pi / 180 * radius / (1.5 * groove)) ** 2))
        r = (radius - groove * dip)[:, None]
        lon = np.linspace(0, 2 * np.pi, 109)[None] + np.pi / 2
        rise = np.deg2rad(lat)[:, None]
        points = np.stack(
            [r * np.cos(rise) * np.cos(lon), r * np.cos(rise) * np.sin(lon), r * np.sin(rise) + 0 * lon], 2
        )
        out.append(wrapped(points))
    return out


def ball(member: CastMember, rng: np.random.Generator) -> Prop:
    """A toy ball: one stripe, two halves or several rings, with fine grooves between the colours."""
    radius = 0.05 * float(rng.uniform(0.93, 1.06))
    name = finish.material_name(member)
    paint = finish.body(member, rng)
    layouts = [[-13.0, 13.0], [-24.0, -12.0, 12.0, 24.0], [-1.6, 1.6], [-40.0, -30.0, 30.0, 40.0]]
    edges = layouts[int(rng.integers(len(layouts)))]
    if finish.says(member, "sphere", "orb"):
        edges = []  # a solid, no toy
    # a ball to judge light by has one colour
    plain = name in finish.SELF_COLOURED or finish.says(member, "grey", "gray", "matt", "plain", "18%")
    stripe = paint if plain and not member.accent else finish.trim(member, name, member.accent or CREAM)
    pose = translation(0, 0, radius) @ rotation("z", float(rng.uniform(0, 360))) @ rotation(
        "x", float(rng.uniform(20, 65))
    )  # fmt: skip
    bands = _banded(radius, edges, 0.0006)
    parts = tuple(
        Part(mesh=band.moved(pose), material=stripe if i % 2 else paint) for i, band in enumerate(bands)
    )
    shell = 1 - (1 - 0.12) ** 3 if name in ("rubber", "plastic") else 1.0  # those are blown hollow
    weight = finish.mass(merge(bands), name) * shell
    return Prop(parts=parts, colliders=(solids.ball(radius, (0, 0, radius)),), mass=weight, friction=0.6,
                restitution=finish.bounce(name))  # fmt: skip


def marble(member: CastMember, rng: np.random.Generator) -> Prop:
    """A glass marble with twisted vanes of colour inside, or a polished stone one."""
    radius = 0.0125 * float(rng.uniform(0.92, 1.1))
    name = finish.material_name(member)
    skin = finish.body(member, rng)
    glass = skin.kind == "glass"
    lift = translation(0, 0, radius) @ rotation("x", float(rng.uniform(15, 70)))
    sphere = _banded(radius, [], 0.0001)[0]
    parts = [Part(mesh=sphere.moved(lift), material=skin)]
    if glass:
        colours = [member.colour or str(rng.choice(finish.KINDS["marble"].colours)), member.accent or CREAM]
        for k in range(int(rng.integers(3, 5))):
            vane = _vane(
                radius * 0.74, k * 2 * np.pi / 4 + float(rng.uniform(0, 0.4)), float(rng.uniform(1.2, 2.6))
            )
            paint = finish.trim(member, "plastic", colours[k % 2])
            parts.append(Part(mesh=vane.moved(lift), material=paint))
    return Prop(parts=tuple(parts), colliders=(solids.ball(radius, (0, 0, radius)),),
                mass=finish.mass(sphere, name), friction=0.4, restitution=finish.bounce(name))  # fmt: skip


def _vane(radius: float, start: float, twist: float) -> Mesh:
    """A thin twisted leaf from the marble's axis outwards."""
    along = np.linspace(-1, 1, 41)
    around = np.linspace(0, 2 * np.pi, 17)
    width = radius * np.sqrt(np.clip(1 - along**2, 0, 1)) * 0.92
    angle = start + twist * along
    reach = (0.55 + 0.45 * np.cos(around))[None] * width[:, None]
    side = (0.09 * np.sin(around))[None] * width[:, None]
    x = reach * np.cos(angle)[:, None] - side * np.sin(angle)[:, None]
    y = reach * np.sin(angle)[:, None] + side * np.cos(angle)[:, None]
    z = np.repeat(along[:, None] * radius, 17, axis=1)
    return wrapped(np.stack([x, y, z], axis=2))


def football(member: CastMember, rng: np.random.Generator) -> Prop:
    """A ball of twelve pentagons and twenty hexagons with sunken seams."""
    radius = 0.11
    sphere = icosphere(6)
    corners = icosphere(0)
    faces = corners.vertices[corners.faces].mean(1)
    faces /= np.linalg.norm(faces, axis=1, keepdims=True)
    # Distances of a truncated icosahedron's faces from its centre, in edges: 2.32744 (5), 2.26728 (6).
    planes = np.concatenate([corners.vertices / 2.32744, faces / 2.26728])
    reach = np.sort(sphere.vertices @ planes.T, axis=1)[:, ::-1]
    panel = np.argmax(sphere.vertices @ planes.T, axis=1)
    seam = np.exp(-(((reach[:, 0] - reach[:, 1]) / 0.0085) ** 2))
    puff = np.clip((reach[:, 0] - reach[:, 1]) / 0.1, 0, 1) ** 0.5
    bulge = radius * (1 - 0.012 * seam + 0.006 * (puff - 1))
    light, dark = from_hex(member.colour or "#eceae2"), from_hex(member.accent or "#1b1b1d")
    grime = 1 - member.wear * 0.45 * np.clip(
        0.3 + fbm3(sphere.vertices * 3.1, octaves=3, seed=member.seed), 0, 1
    )
    colour = np.where((panel < 12)[:, None], dark, light) * grime[:, None] * (1 - 0.55 * seam)[:, None]
    pose = translation(0, 0, radius) @ rotation("z", float(rng.uniform(0, 360))) @ rotation(
        "x", float(rng.uniform(0, 360))
    )  # fmt: skip
    points = sphere.vertices * bulge[:, None]
    normals = smooth_normals(points, sphere.faces)
    uv = mirrored_uv(sphere.vertices)
    mesh = Mesh(vertices=points, faces=sphere.faces, normals=normals, uv=uv, colour=colour).moved(pose)
    return Prop(parts=(Part(mesh=mesh, material=finish.body(member, rng)),),
                colliders=(solids.ball(radius, (0, 0, radius)),), mass=0.43, friction=0.6,
                restitution=0.75)  # fmt: skip


def block(member: CastMember, rng: np.random.Generator) -> Prop:
    """A toy block with eased edges; every other one has raised panels on its sides."""
    side = 0.08 * float(rng.uniform(0.94, 1.06))
    name = finish.material_name(member)
    paint = finish.body(member, rng)
    panel = float(rng.uniform(0.66, 0.76)) * side
    panelled = bool(rng.random() < 0.55) and name not in ("marble", "glass")
    core = rounded_box((side, side, side), 0.055 * side, steps=6).moved(translation(0, 0, side / 2))
    parts = [Part(mesh=core, material=paint)]
    if panelled:
        rise = 0.0011
        tile = rounded_box((panel, panel, 4 * rise), 1.6 * rise, steps=5)
        inset = paint if not member.accent else finish.trim(member, name, member.accent)
        turns = [("x", 0.0), ("x", 90.0), ("x", -90.0), ("y", 90.0), ("y", -90.0), ("x", 180.0)]
        up = translation(0, 0, side / 2 - rise)
        for axis, angle in turns[:5]:
            pose = translation(0, 0, side / 2) @ rotation(axis, angle) @ up
            parts.append(Part(mesh=tile.moved(pose), material=inset))
    return Prop(parts=tuple(parts), colliders=(solids.box((side, side, side), (0, 0, side / 2)),),
                mass=finish.mass(core, name), friction=0.55, restitution=finish.bounce(name))  # fmt: skip


def _ink(colour: str) -> str:
    """Black or cream, whichever shows on `colour`."""
    return "#16130f" if float(np.mean(from_hex(colour))) > 0.25 else "#f3eee2"


PIPS: dict[int, list[tuple[int, int]]] = {
    0: [],
    1: [(0, 0)],
    2: [(-1, -1), (1, 1)],
    3: [(-1, -1), (0, 0), (1, 1)],
    4: [(-1, -1), (1, 1), (-1, 1), (1, -1)],
    5: [(-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)],
    6: [(-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1)],
}


def domino(member: CastMember, rng: np.random.Generator) -> Prop:
    """A standing domino: pips pressed into its front, a bar across, a brass pin in the middle."""
    width, depth, height = 0.025, 0.0095, 0.05
    colour = finish.hue(member, rng) or CREAM
    surface = finish.body(member.model_copy(update={"colour": colour}), rng)
    ground, ink = np.array(from_hex(colour)), np.array(from_hex(member.accent or _ink(colour)))
    stone = fine_box((width, depth, height), 0.0016, 0.00045)
    marks = [
        (x * 0.0068, -depth / 2, half * 0.0122 + z * 0.0066)
        for half in (-1, 1)
        for x, z in PIPS[int(rng.integers(0 if half > 0 else 1, 7))]
    ]
    stone = pressed(stone, np.array(marks), 0.0023, 0.0006, ink, ground).moved(translation(0, 0, height / 2))
    bar = rounded_box((width * 0.78, 0.0008, 0.0009), 0.0003).moved(translation(0, -depth / 2, height / 2))
    pin = turned(rounded([(0, -0.0005), (0.0017, -0.0005), (0.0014, 0.0005), (0, 0.0008)], 0.0005), 32)
    pin = pin.moved(translation(0, -depth / 2, height / 2) @ rotation("x", 90))
    dark = finish.trim(member, "plastic", member.accent or _ink(colour))
    parts = (Part(mesh=stone, material=surface), Part(mesh=bar, material=dark),
             Part(mesh=pin, material=finish.trim(member, "brass")))  # fmt: skip
    return Prop(parts=parts, colliders=(solids.box((width, depth, height), (0, 0, height / 2)),), mass=0.016,
                friction=0.35, restitution=0.45)  # fmt: skip


def dice(member: CastMember, rng: np.random.Generator) -> Prop:
    """A die: opposite faces sum to seven, the pips are dished, which face is up is chance."""
    side = 0.022 * float(rng.uniform(0.95, 1.05))
    colour = finish.hue(member, rng) or CREAM
    surface = finish.body(member.model_copy(update={"colour": colour}), rng)
    ground, ink = np.array(from_hex(colour)), np.array(from_hex(member.accent or _ink(colour)))
    axes = [(0, 1), (1, 1), (2, 1), (2, -1), (1, -1), (0, -1)]
    marks = []
    for pips, (axis, sign) in enumerate(axes, start=1):
        for a, b in PIPS[pips]:
            spot = np.zeros(3)
            spot[axis], spot[(axis + 1) % 3], spot[(axis + 2) % 3] = (
                sign * side / 2,
                a * side * 0.25,
                b * side * 0.25,
            )
            marks.append(spot)
    cube = fine_box((side, side, side), float(rng.uniform(0.09, 0.17)) * side, 0.00046)
    cube = pressed(cube, np.array(marks), 0.0021 * side / 0.022, 0.0007, ink, ground)
    turn = rotation("x", 90.0 * int(rng.integers(4))) @ rotation("y", 90.0 * int(rng.integers(4)))
    cube = cube.moved(translation(0, 0, side / 2) @ turn)
    return Prop(parts=(Part(mesh=cube, material=surface),),
                colliders=(solids.box((side, side, side), (0, 0, side / 2)),), mass=0.011, friction=0.35,
                restitution=0.5)  # fmt: skip


def cylinder(member: CastMember, rng: np.random.Generator) -> Prop:
    """A turned drum with chamfered ends and a pair of grooves."""
    radius, height = 0.035 * float(rng.uniform(0.92, 1.08)), 0.14 * float(rng.uniform(0.9, 1.1))
    name = finish.material_name(member)
    groove, at = 0.0012, float(rng.uniform(0.08, 0.16)) * height
    side = [(radius, 0.0)]
    for z in (at, height - at):
        side += [(radius, z - 2 * groove), (radius - groove, z), (radius, z + 2 * groove)]
    outline = rounded([(0, 0), *side, (radius, height), (0, height)],
                      [0.004, *[0.0008] * 6, 0.004])  # fmt: skip
    mesh = turned(outline, 96)
    return Prop(parts=(Part(mesh=mesh, material=finish.body(member, rng)),),
                colliders=(solids.cylinder(radius, 0, height),), mass=finish.mass(mesh, name), friction=0.5,
                restitution=finish.bounce(name))  # fmt: skip


def cone(member: CastMember, rng: np.random.Generator) -> Prop:
    """A turned cone with a rounded tip and a small foot."""
    radius, height = 0.045 * float(rng.uniform(0.93, 1.06)), 0.14 * float(rng.uniform(0.92, 1.08))
    name = finish.material_name(member)
    foot = 0.008
    outline = rounded([(0, 0), (radius, 0), (radius, foot), (radius * 0.93, foot + 0.001), (0, height)],
                      [0.0025, 0.003, 0.0015])  # fmt: skip
    tip = rounded([tuple(outline[-2]), (0.0042, height * 0.955), (0.0, height * 0.985)], 0.006)
    tip = np.concatenate([tip[:-1], [[0.0016, height * 0.982], [0.0, height * 0.984]]])
    mesh = turned(np.concatenate([outline[:-2], tip]), 96)
    return Prop(parts=(Part(mesh=mesh, material=finish.body(member, rng)),),
                colliders=(solids.hull_of(mesh.vertices),), mass=finish.mass(mesh, name), friction=0.5,
                restitution=finish.bounce(name))  # fmt: skip


def torus(member: CastMember, rng: np.random.Generator) -> Prop:
    """A ring lying flat: a softened band, with a bead line around its outside."""
    outer, thick = 0.07 * float(rng.uniform(0.95, 1.05)), 0.02 * float(rng.uniform(0.93, 1.07))
    name = finish.material_name(member)
    power = float(rng.uniform(2.0, 2.8))
    centre = outer - thick
    angle = np.linspace(0, 2 * np.pi, 65)
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    shape = np.sign(ring) * np.abs(ring) ** (2 / power)
    groove = 1 - 0.035 * np.exp(-((np.abs(np.sin(angle)) / 0.09) ** 2)) * (np.cos(angle) > 0)
    line = shape * groove[:, None] * thick + [centre, thick]
    mesh = turned(np.roll(line[:-1], 16, axis=0)[np.r_[0:64, 0]], 120, repeats=2)
    sides = 20
    section = line[:-1:4]
    wedges = []
    for k in range(sides):
        spin = 2 * np.pi * (k + np.array([0, 1])) / sides
        wide = section[:, 0] / np.cos(np.pi / sides) ** 0.5
        wedges.append(solids.hull(np.concatenate([
            np.stack([wide * np.cos(a), wide * np.sin(a), section[:, 1]],
            axis=1) for a in spin])))  # fmt: skip
    return Prop(parts=(Part(mesh=mesh, material=finish.body(member, rng)),), colliders=tuple(wedges),
                mass=finish.mass(mesh, name), friction=0.5, restitution=finish.bounce(name))  # fmt: skip


TOYS: dict[str, Generator] = {
    "ball": ball,
    "marble": marble,
    "football": football,
    "block": block,
    "domino": domino,
    "dice": dice,
    "cylinder": cylinder,
    "cone": cone,
    "torus": torus,
}
