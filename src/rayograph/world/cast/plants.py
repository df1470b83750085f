"""In pots: a houseplant and a cactus."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.fitting import assemble, hull, part, post, sized, trim, vary
from rayograph.world.cast.foliage import blade, branch, limb_path, random_up, scatter, tinted
from rayograph.world.cast.shaping import creased, rod, turned
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def pot(radius: float, height: float) -> tuple[Mesh, Mesh]:
    """A flower pot with a rolled rim, and the soil in it."""
    low, lip = radius * 0.72, height * 0.2
    clay = turned([(0, 0.0), (low * 0.96, 0), (low, height * 0.02), (radius * 0.93, height - lip),
                   (radius, height - lip + 0.004 * radius / 0.06), (radius, height - 0.003),
                   (radius * 0.97, height),
                   (radius * 0.9, height), (radius * 0.87, height * 0.7), (low * 0.8, height * 0.08),
                   (0, height * 0.08)], 64)  # fmt: skip
    rings = np.linspace(0, radius * 0.885, 10)
    angle = np.linspace(0, 2 * np.pi, 49)
    r, a = np.meshgrid(rings, angle, indexing="ij")
    x, y = r * np.cos(a), r * np.sin(a)
    z = (
        height * 0.86
        + 0.02 * radius * noise.fbm2(x * 60 / radius * 0.06, y * 60 / radius * 0.06, octaves=3) * 4
    )
    soil = Mesh(vertices=np.stack([x, y, z], -1).reshape(-1, 3), faces=shapes.grid_faces(49, 10)[:, ::-1])
    if float(np.cross(soil.vertices[soil.faces[40, 1]] - soil.vertices[soil.faces[40, 0]],
                      soil.vertices[soil.faces[40, 2]] - soil.vertices[soil.faces[40,
                                                0]])[2]) < 0:  # fmt: skip
        soil = Mesh(vertices=soil.vertices, faces=soil.faces[:, ::-1])
    return clay, creased(soil, 60)


def plant(member: CastMember, rng: Rng) -> Prop:
    """A potted fern, rubber plant or dracaena, by the words or else by the seed."""
    words = f"{member.name} {member.words}".lower()
    style = 0 if "fern" in words else int(rng.integers(3))
    clay, soil = pot(0.135, 0.24)
    stems, leaves = (_fern, _rubber_plant, _dracaena)[style](member, rng)
    green = replace(trim(member, "leaf"), kind="thin", transmission=0.3, bump=None)
    vessel = trim(
        member, member.material if member.material not in (None, "leaf") else "terracotta", member.accent
    )
    size = (0.5 * vary(rng, 0.05), 0.5 * vary(rng, 0.05), 0.7 * vary(rng, 0.06))
    crown = sized([part(green, *stems, *leaves)], (size[0], size[1], size[2] - 0.2))
    top = [replace(p, mesh=replace(p.mesh, vertices=p.mesh.vertices + [0, 0, 0.2])) for p in crown]
    parts: list[Part] = [part(vessel, clay), part(trim(member, "bark", "#2b211a"), soil), *top]
    low = top[0].mesh.vertices[top[0].mesh.vertices[:, 2] > 0.27]
    return assemble(parts, [post((0, 0, 0.12), 0.13, 0.24), hull(low * [0.92, 0.92, 1.0])], mass=4.2,
                    friction=0.6, restitution=0.1)  # fmt: skip


def _stem_paint(mesh: Mesh, code: str) -> Mesh:
    return replace(mesh, colour=np.tile(from_hex(code), (len(mesh.vertices), 1)))


def _fern(member: CastMember, rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    """Arching fronds of tapering leaflets."""
    stems, leaves = [], []
    leaflet = blade(1.0, 0.26, bend=0.22, fold=0.2, steps=3)
    for k in range(30):
        angle, reach = 2.4 * k + rng.normal(0, 0.15), rng.uniform(0.24, 0.4)
        rise = rng.uniform(0.18, 0.46) * (1.2 - 0.5 * k / 30)
        out = np.array([np.cos(angle), np.sin(angle), 0])
        t = np.linspace(0, 1, 26)[:, None]
        path = out * (reach * t**1.15) + np.array([0, 0, 1]) * (rise * np.sin(t * 2.1) * 1.1)
        stems.append(_stem_paint(rod(path, np.linspace(0.0022, 0.0006, 26), 5), "#5c6b34"))
        tangent = np.gradient(path, axis=0)
        tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
        side = np.cross(tangent, [0, 0, 1.0])
        side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
        up = np.cross(side, tangent)
        size = 0.085 * np.sin(np.pi * (0.1 + 0.9 * t[:, 0]) ** 0.8) ** 0.9 + 0.008
        for s in (-1, 1):
            aim = side * s + tangent * 0.45 + rng.normal(0, 0.06, side.shape)
            tone = tinted(rng, from_hex(member.colour or "#3f6b2e"), from_hex("#6c9440"), len(path))
            leaves.append(scatter(leaflet, path[2:], aim[2:], up[2:], size[2:], tone[2:]))
    return stems, leaves


def _rubber_plant(member: CastMember, rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    """Upright stems with large, glossy, spoon-shaped leaves in a spiral."""
    stems, leaves = [], []
    leaf = blade(1.0, 0.52, bend=0.22, fold=0.3, steps=6)
    for k in range(4):
        angle, lean = 2 * np.pi * k / 4 + rng.normal(0, 0.3), rng.uniform(0.05, 0.16)
        tall = rng.uniform(0.32, 0.52)
        top = np.array([np.cos(angle) * lean, np.sin(angle) * lean, tall])
        path = limb_path((0.02 * np.cos(angle), 0.02 * np.sin(angle), 0), top, sag=0.0, steps=14)
        stems.append(_stem_paint(branch(path[0], path[-1], 0.007, 0.003, sag=0.0), "#5b4a33"))
        count = 13
        turn = 2.4 * np.arange(count) + rng.uniform(0, 6)
        t = np.linspace(0.18, 1.0, count)
        at = np.array([np.interp(t, np.linspace(0, 1, 14), path[:, a]) for a in range(3)]).T
        lift = np.interp(t, [0.2, 1], [0.15, 1.4])
        aim = np.stack([np.cos(turn), np.sin(turn), lift], 1)
        tone = tinted(rng, from_hex(member.colour or "#23482a"), from_hex("#3f6a35"), count)
        size = rng.uniform(0.13, 0.19, count) * np.interp(t, [0, 0.8, 1], [1, 1, 0.7])
        leaves.append(scatter(leaf, at, aim, random_up(rng, count, 0.12), size, tone))
    return stems, leaves


def _dracaena(member: CastMember, rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    """Canes topped by fountains of long arching leaves."""
    stems, leaves = [], []
    leaf = blade(1.0, 0.115, bend=0.5, fold=0.35, steps=8)
    for k in range(3):
        angle, tall = 2 * np.pi * k / 3 + 0.4, (0.46, 0.3, 0.16)[k] * vary(rng)
        top = np.array([np.cos(angle) * 0.05, np.sin(angle) * 0.05, tall])
        stems.append(
            _stem_paint(
                branch((0.03 * np.cos(angle), 0.03 * np.sin(angle), 0), top, 0.013, 0.011, sag=0.0, sides=12),
                "#8a7454",
            )
        )
        count = 44
        turn = 2.4 * np.arange(count)
        lift = np.linspace(0.1, 2.6, count)
        aim = np.stack([np.cos(turn), np.sin(turn), lift], 1) + rng.normal(0, 0.1, (count, 3))
        tone = tinted(rng, from_hex(member.colour or "#3c6a34"), from_hex("#8aa84f"), count)
        at = top - np.array([0, 0, 0.05]) + np.linspace(0, 0.06, count)[:, None] * [0, 0, 1]
        leaves.append(
            scatter(leaf, at, aim, random_up(rng, count, 0.05), rng.uniform(0.22, 0.34, count), tone)
        )
    return stems, leaves


def cactus(member: CastMember, rng: Rng) -> Prop:
    """A ribbed column or barrel cactus in a small pot, with areoles, spines and sometimes a flower."""
    clay, soil = pot(0.056, 0.075)
    bodies, spots, outs = _cactus_bodies(rng)
    tone = np.asarray(from_hex(member.colour or "#4f7444"))
    flesh = [
        replace(mesh, colour=np.tile(tone, (len(mesh.vertices), 1)) * _rib_shade(mesh)) for mesh in bodies
    ]
    count = 5
    at = np.repeat(spots, count, 0)
    aim = np.repeat(outs, count, 0) + rng.normal(0, 0.55, (len(at), 3))
    spine = Mesh(vertices=np.array([[0, -0.035, 0], [0, 0.035, 0], [1.0, 0, 0.0], [0, 0, 0.05]]),
                 faces=np.array([[0, 2, 1], [0, 3, 2], [1, 2, 3], [0, 1, 3]]))  # fmt: skip
    cream = np.tile(from_hex("#e3d6ae"), (len(at), 1))
    spines = scatter(spine, at, aim, random_up(rng, len(at)), rng.uniform(0.006, 0.012, len(at)), cream)
    tops = []
    if rng.random() < 0.7:
        crown = max(bodies, key=lambda m: float(m.vertices[:, 2].max())).vertices
        head = crown[crown[:, 2].argmax()]
        petals = 22
        turn = 2.4 * np.arange(petals)
        aim = np.stack([np.cos(turn), np.sin(turn), np.linspace(0.5, 2.2, petals)], 1)
        pink = np.asarray(from_hex("#d2567c")) * rng.uniform(0.8, 1.15, (petals, 1))
        tops.append(scatter(blade(1.0, 0.4, bend=-0.2, steps=4), np.tile(head - [0, 0, 0.003], (petals, 1)),
                            aim,
                            random_up(rng, petals, 0.1), np.full(petals, 0.022), pink))  # fmt: skip
    skin = replace(trim(member, "leaf"), kind="opaque", roughness=0.55, bump=None)
    parts = [
        part(trim(member, "glazed_ceramic" if member.accent else "terracotta", member.accent), clay),
        part(trim(member, "gravel"), soil),
        part(skin, *flesh, spines),
    ]
    if tops:
        parts.append(part(replace(trim(member, "petal"), bump=None), *tops))
    walls = [post((0, 0, 0.0375), 0.053, 0.075), *(hull(mesh.vertices) for mesh in bodies)]
    return assemble(parts, walls, mass=0.6, friction=0.6, restitution=0.1)


def _cactus_bodies(rng: Rng) -> tuple[list[Mesh], np.ndarray, np.ndarray]:
    ribs = int(rng.integers(11, 15))
    columns = [((0.0, 0.0), 0.026, 0.128)]
    if rng.random() < 0.6:
        columns += [((0.022, 0.012), 0.016, 0.075), ((-0.02, -0.016), 0.014, 0.055)]
    bodies, spots, outs = [], [], []
    for (cx, cy), girth, tall in columns:
        u, t = np.meshgrid(np.linspace(0, 2 * np.pi, ribs * 8 + 1), np.linspace(0, 1, 30))
        profile = girth * np.minimum(1, (1 - t**7) ** 0.5) * (0.85 + 0.15 * np.sin(np.pi * t))
        r = profile * (1 + 0.13 * np.cos(u * ribs))
        base = 0.058
        points = np.stack(
            [cx + np.cos(u) * r + cx * t * 0.6, cy + np.sin(u) * r + cy * t * 0.6, base + tall * t], -1
        )
        bodies.append(
            creased(Mesh(vertices=points.reshape(-1, 3), faces=shapes.grid_faces(u.shape[1], 30)), 60)
        )
        for k in range(ribs):
            for row in range(3, 29, 2):
                column = (k * 8) % (u.shape[1] - 1)
                spots.append(points[row, column])
                outs.append([np.cos(u[row, column]), np.sin(u[row, column]), 0.3])
    return bodies, np.array(spots), np.array(outs)


def _rib_shade(mesh: Mesh) -> np.ndarray:
    """Grooves are darker and the top is paler."""
    height = mesh.vertices[:, 2] - mesh.vertices[:, 2].min()
    centre = mesh.vertices[:, :2] - mesh.vertices[:, :2].mean(0)
    radius = np.linalg.norm(centre, axis=1)
    fresh = height / max(float(height.max()), 1e-6)
    return np.asarray((0.65 + 0.35 * radius / radius.max() + 0.25 * fresh)[:, None])
