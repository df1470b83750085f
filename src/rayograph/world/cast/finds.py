"""Finds and pots: seashell, pine cone, bonsai, flower pot, carnival mask."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise
from rayograph.world.cast.finish import Generator, says
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.makings import cut, hugged, shaped, slab_box, spun
from rayograph.world.cast.profile import hollow, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import curve, placed, rod, stretched, volume
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator


def seashell(member: CastMember, rng: Rng) -> Prop:
    """A sea snail's shell on its side, spire to the left and mouth to the viewer; or a scallop, ribbed
    like a fan."""
    if says(member, "scallop", "clam", "cockle", "fan shell", "mussel", "oyster"):
        return _scallop(member)
    turns, wide = 5.2, 0.030
    t = np.linspace(0, 1, 420)
    grow = np.exp(3.05 * (t - 1))
    spin = 2 * np.pi * turns * t
    centre = np.stack([wide * grow * np.cos(spin), wide * grow * np.sin(spin), -0.105 * grow], 1)
    angle = np.linspace(0, 2 * np.pi, 61)
    tube = 0.0275 * grow * (1 + 0.55 * smoothstep(0.93, 1.0, t))
    out = np.stack([np.cos(spin), np.sin(spin), 0 * spin], 1)
    up = np.array([0, 0, 1.0])
    ribs = 1 + 0.07 * np.cos(spin * 9) ** 8
    ring = out[:, None] * np.cos(angle)[None, :, None] + up * 1.22 * np.sin(angle)[None, :, None]
    points = centre[:, None] + ring * (tube * ribs)[:, None, None]
    mesh = wrapped(points)
    mesh = mesh if volume(mesh) > 0 else wrapped(points[:, ::-1])
    band = noise.fbm3(np.stack([np.repeat(t, 61) * 60, np.tile(angle, 420) * 1.2, 0 * np.repeat(t, 61)], 1),
        octaves=3, seed=member.seed % 53)  # fmt: skip
    pale, warm = np.array(from_hex(member.colour or "#efe0c6")), np.array(from_hex(member.accent
        or "#b9774a"))  # fmt: skip
    colour = pale + (warm - pale) * np.clip(0.35 + 0.9 * band, 0, 0.85)[:, None]
    lip = smoothstep(0.965, 1.0, np.repeat(t, 61))[:, None]
    colour = colour + (np.array(from_hex("#e9b39a")) - colour) * lip
    shell = replace(mesh, colour=np.clip(colour, 0.01, 0.95))
    lay = [("y", -72.0), ("x", 18.0)]
    inner = placed(spheroid((0.030, 0.024, 0.034), 24, 40), at=centre[-1] + out[-1] * 0.004)
    parts = [part(replace(trim(member, "glazed_ceramic"), roughness=0.28, bump=None), placed(shell,
        turns=lay)), part(replace(trim(member, "glazed_ceramic", "#dfa48c"), roughness=0.15, bump=None),
        placed(stretched(inner, (1, 1, 1)), turns=lay))]  # fmt: skip
    return hugged(parts, mass=0.15, axis=0, slabs=4, friction=0.7, foot=0.5)


def _scallop(member: CastMember) -> Prop:
    """A scallop's upper shell, hinge to the back, leaning up a little."""
    u, v = np.linspace(-1, 1, 181), np.linspace(0, 1, 60)
    reach = np.deg2rad(-90 + 66 * u)
    ribs = 0.5 + 0.5 * np.cos(u * np.pi * 13)
    edge = 1 - 0.10 * u**2 + 0.018 * ribs
    x = 0.062 * v[:, None] * edge * np.cos(reach)
    y = 0.066 * v[:, None] * edge * np.sin(reach) + 0.032
    z = 0.021 * np.sin(np.pi * np.clip(v, 0, 1) ** 0.7)[:, None] * (1 - 0.5 * u**2) + 0.0030 * ribs * v[:,
        None] + 0.003  # fmt: skip
    from rayograph.world.cast.shaping import slab

    mesh = slab(np.stack([x, y, np.broadcast_to(z, x.shape)], 2)[:, ::-1], 0.0018)
    d = np.hypot(mesh.vertices[:, 0], mesh.vertices[:, 1] - 0.032) / 0.066
    pale, warm = np.array(from_hex(member.colour or "#f0dcc6")), np.array(from_hex(member.accent
        or "#c9714f"))  # fmt: skip
    tint = pale + (warm - pale) * (0.5 + 0.5 * np.sin(d * 26))[:, None] * 0.7
    ears = cut(shaped([(-0.028, 0.030), (0.028, 0.030), (0.022, 0.048), (-0.022, 0.048)], 0.004), 0.003, (0,
        0, 0.0045), bevel=0.001, axis="z")  # fmt: skip
    shell = replace(trim(member, "glazed_ceramic"), roughness=0.35, bump=None)
    parts = [part(shell, replace(mesh, colour=np.clip(tint, 0.01, 0.95))), part(replace(shell,
        base_colour=(float(warm[0]), float(warm[1]), float(warm[2]))), ears)]  # fmt: skip
    return hugged(parts, mass=0.05, axis=0, slabs=2, friction=0.7, foot=0.5)


def pine_cone(member: CastMember, rng: Rng) -> Prop:
    """An open pine cone standing on its foot: spirals of woody scales about a core."""
    tall, n = 0.088, 118
    scales, tips = [], []
    golden = np.pi * (3 - np.sqrt(5))
    for k in range(n):
        t = (k + 0.5) / n
        z = 0.008 + tall * t * 0.94
        r = 0.0235 * np.sin(np.pi * np.clip(0.16 + 0.80 * t, 0, 1)) ** 0.75
        open_ = 24 + 62 * t
        size = (0.013 + 0.011 * np.sin(np.pi * np.clip(0.18 + 0.74 * t, 0, 1))) * (1.0 if t < 0.93 else 0.7)
        leaf = stretched(spheroid((1, 1, 1), 10, 16), (size * 0.54, size * 0.85, size * 0.15))
        turn = np.degrees(k * golden)
        pose = [("x", open_), ("z", turn - 90)]
        out = np.array([np.cos(np.deg2rad(turn)), np.sin(np.deg2rad(turn)), 0])
        at = out * r * 0.75 + [0, 0, z]
        scales.append(placed(placed(leaf, at=(0, size * 0.55, 0)), at=at, turns=pose))
        tip = stretched(spheroid((1, 1, 1), 8, 12), (size * 0.30, size * 0.20, size * 0.20))
        tips.append(placed(placed(tip, at=(0, size * 1.22, size * 0.05)), at=at, turns=pose))
    core = spun([(0, 0.004), (0.012, 0.006), (0.017, tall * 0.4), (0.010, tall * 0.85), (0, tall)], 32,
        radius=0.003)  # fmt: skip
    parts = [
        part(replace(trim(member, "bark", member.colour or "#6b4428"), bump=None), *scales, core),
        part(replace(trim(member, "bark", member.accent or "#a98258"), bump=None), *tips),
    ]
    return hugged(parts, mass=0.04, slabs=4, friction=0.8, foot=0.45)


def flower_pot(member: CastMember, rng: Rng) -> Prop:
    """An empty flower pot with its rolled rim, on a saucer; earth inside where it is filled."""
    r, tall = 0.092, 0.165
    stuff = surface(member, rng)
    outer = np.concatenate([[(0.058, 0.0)], spline([(0.061, 0.002), (0.070, tall * 0.35), (0.083,
        tall * 0.79)], 30), [(0.083, tall * 0.80), (r, tall * 0.81), (r * 1.02, tall * 0.985), (r
        * 1.0, tall)]])  # fmt: skip
    vessel = hollow(outer, 0.007, 0.012, foot=0.02, punt=0.002)
    parts = [part(stuff, turned_fine(vessel.solid, 96))]
    earth = stretched(spheroid((1, 1, 1), 24, 60), (r * 0.86, r * 0.86, 0.014))
    v = earth.vertices + [0, 0, tall * 0.86]
    v = v * (1 + 0.012 * noise.noise3(v * 210, seed=1)[:, None])
    parts.append(part(trim(member, "bark", "#2b1e15"), replace(earth, vertices=v, normals=None)))
    walls = [post((0, 0, tall * 0.4), 0.072, tall * 0.8), post((0, 0, tall * 0.9), r, tall * 0.2)]
    return assemble(parts, walls, mass=1.6, friction=0.7, restitution=0.15)


def bonsai(member: CastMember, rng: Rng) -> Prop:
    """A bonsai: a leaning bent trunk, clouds of small leaves, moss, a shallow glazed tray."""
    tray = replace(trim(member, "glazed_ceramic", member.accent or "#23405a"), roughness=0.25)
    pot = [slab_box((0.30, 0.20, 0.050), (0, 0, 0.034), 0.012), slab_box((0.315, 0.215, 0.012), (0, 0,
        0.060), 0.005)]  # fmt: skip
    pot += [slab_box((0.05, 0.04, 0.014), (sx * 0.11, sy * 0.07, 0.006), 0.004) for sx in (-1, 1) for sy
        in (-1, 1)]  # fmt: skip
    moss = stretched(spheroid((1, 1, 1), 24, 60), (0.135, 0.088, 0.020))
    v = moss.vertices + [0, 0, 0.062]
    v = v + np.array([0, 0, 1.0]) * (0.006 * noise.fbm3(v * 45, octaves=3, seed=6))[:, None]
    trunk = curve([(-0.02, 0, 0.06), (-0.035, 0.005, 0.11), (0.012, -0.005, 0.165), (0.030, 0.0, 0.215),
        (-0.010, 0.004, 0.27), (-0.018, 0, 0.315)], 60)  # fmt: skip
    girth = np.interp(np.linspace(0, 1, 60), [0, 0.12, 0.5, 1], [0.034, 0.023, 0.016, 0.006])
    wood = [rod(trunk, girth * (1 + 0.06 * np.sin(np.arange(60) * 0.9)), 18)]
    pads = [(-0.018, 0.0, 0.335, 0.085), (0.105, -0.010, 0.235, 0.075), (-0.115, 0.005, 0.205,
        0.070), (0.075, 0.030, 0.300, 0.055), (-0.075, -0.030, 0.275, 0.058), (0.02, -0.055,
        0.255, 0.05)]  # fmt: skip
    leaves: list[np.ndarray] = []
    for k, (x, y, z, size) in enumerate(pads):
        start = trunk[int(np.argmin(np.abs(trunk[:, 2] - (z - 0.05))))]
        wood.append(rod(curve([tuple(start), (x * 0.6, y * 0.6, z - 0.035), (x, y, z - 0.008)], 14),
            np.linspace(0.008, 0.003, 14), 10))  # fmt: skip
        n = int(4200 * (size / 0.085) ** 2)
        p = rng.normal(size=(n, 3))
        p /= np.linalg.norm(p, axis=1, keepdims=True)
        p = p * rng.uniform(0.55, 1.0, (n, 1)) ** 0.5 * [size, size * 0.82, size * 0.36] * (1 + 0.16
            * noise.noise3(p * 3 + k, seed=k)[:, None])  # fmt: skip
        leaves.append(p + [x, y, z])
    at = np.concatenate(leaves)
    foliage = _leaves(at, 0.0068, rng)
    green = np.array(from_hex(member.colour or "#3f6b2a")) * rng.uniform(0.6, 1.5, (len(at), 1))
    foliage = replace(foliage, colour=np.repeat(np.clip(green, 0.005, 0.6), 4, 0))
    leaf = replace(trim(member, "plastic", "#3f6b2a"), roughness=0.55, bump=None)
    parts = [part(leaf, foliage), part(trim(member, "bark", "#5a4633"), *wood), part(tray, *pot),
        part(trim(member, "felt", "#4f6b2a"), replace(moss, vertices=v, normals=None))]  # fmt: skip
    walls = [box((0, 0, 0.034), (0.30, 0.20, 0.068)), post((0, 0, 0.17), 0.02, 0.22), *(hull(p) for p
        in leaves[:3])]  # fmt: skip
    return assemble(parts, walls, mass=3.0, friction=0.7)


def _leaves(at: np.ndarray, size: float, rng: Rng) -> Mesh:
    """Small pointed leaves, each of two facets, at points [m]."""
    n = len(at)
    way = rng.normal(size=(n, 3)) + [0, 0, 0.9]
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.cross(way, rng.normal(size=(n, 3)))
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    up = np.cross(side, way)
    pts = np.stack([at, at + way * size * 0.5 + side * size * 0.30, at + way * size, at + way * size * 0.5
        - side * size * 0.30 + up * size * 0.12], 1)  # fmt: skip
    faces = np.array([[0, 1, 2], [0, 2, 3], [2, 1, 0], [3, 2, 0]])
    return Mesh(vertices=pts.reshape(-1, 3), faces=(np.arange(n)[:, None, None] * 4 + faces).reshape(-1, 3))


def mask(member: CastMember, rng: Rng) -> Prop:
    """A Venetian half mask on a slim stand: painted face, gilt brows and rim, empty eyes, a feather or
    two."""
    wide = 0.19
    outline = shaped([(-0.098, 0.030), (-0.082, 0.062), (-0.030, 0.056), (0.0, 0.064), (0.030, 0.056),
        (0.082, 0.062), (0.098, 0.030), (0.080, -0.026), (0.046, -0.040), (0.020, -0.026), (0.0, -0.054),
        (-0.020, -0.026), (-0.046, -0.040), (-0.080, -0.026)], 0.012)  # fmt: skip
    eye = np.array([(0.0, 0.0), (0.014, 0.010), (0.032, 0.010), (0.046, 0.002), (0.032, -0.011), (0.014,
        -0.010)])  # fmt: skip
    right = shaped([(x + 0.020, z + 0.008) for x, z in eye], 0.005)
    left = right[::-1] * [-1, 1]
    plate = cut(outline, 0.004, (0, 0, 0), bevel=0.001, holes=[right, left])
    for _ in range(3):
        plate = _finer(plate)

    def bowed(mesh: Mesh) -> Mesh:
        p = mesh.vertices.copy()
        nose = 0.026 * np.exp(-((p[:, 0] / 0.017) ** 2)) * smoothstep(0.045, -0.045, p[:, 2])
        p[:, 1] = p[:, 1] + 0.062 * (np.abs(p[:, 0]) / 0.098) ** 2.2 - nose
        return Mesh(vertices=p, faces=mesh.faces)

    lift = (0, 0, 0.215)
    rim = [rod(np.insert(np.concatenate([o, o[:1]]), 1, -0.002, axis=1), 0.0022, 8) for o in (outline,
        right, left)]  # fmt: skip
    scroll = [rod(curve([(s * 0.018, -0.003, 0.036), (s * 0.045, -0.003, 0.046), (s * 0.078, -0.003, 0.040),
        (s * 0.088, -0.003, 0.022)], 24), 0.0018, 8) for s in (-1, 1)]  # fmt: skip
    scroll += [rod(curve([(s * 0.030, -0.003, -0.020), (s * 0.052, -0.003, -0.022), (s * 0.070, -0.003,
        -0.008)], 18), 0.0014, 8) for s in (-1, 1)]  # fmt: skip
    face = replace(trim(member, "plastic", hue(member, rng) or "#efe6d2", wear=0.0), roughness=0.3,
        clearcoat=0.4, bump=None)  # fmt: skip
    gold = trim(member, "gold", member.accent)
    feathers = []
    for k, tilt in enumerate((-26.0, -8.0, 12.0)):
        quill = stretched(spheroid((1, 1, 1), 24, 40), (0.020, 0.0025, 0.085))
        feathers.append(placed(placed(quill, at=(0, 0, 0.085)), at=(0.010 * (k - 1), -0.004, 0.262),
            turns=[("y", tilt)]))  # fmt: skip
    stand = [spun([(0, 0), (0.055, 0), (0.055, 0.010), (0.012, 0.016), (0.006, 0.03), (0, 0.03)], 56,
        radius=0.003), rod([(0, 0.012, 0.012), (0, 0.012, 0.24)], 0.0045, 14)]  # fmt: skip
    gilt = [placed(bowed(m), at=lift) for m in (*rim, *scroll)]
    parts = [part(face, placed(bowed(plate), at=lift)), part(gold, *gilt), part(trim(member, "velvet",
        "#8a1f2a"), *feathers), part(trim(member, "black_iron"), *stand)]  # fmt: skip
    walls = [post((0, 0, 0.008), 0.055, 0.016), post((0, 0.012, 0.12), 0.006, 0.22), box((0, 0.025, 0.22),
        (wide, 0.07, 0.11))]  # fmt: skip
    return assemble(parts, walls, mass=0.5, friction=0.6)


def _finer(mesh: Mesh) -> Mesh:
    """Every triangle cut into four."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    ab, bc, ca = (a + b) / 2, (b + c) / 2, (c + a) / 2
    tri = np.concatenate([np.stack(s, 1) for s in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))])
    return Mesh(vertices=tri.reshape(-1, 3), faces=np.arange(3 * len(tri)).reshape(-1, 3))


FINDS: dict[str, Generator] = {
    "seashell": seashell, "pine_cone": pine_cone, "flower_pot": flower_pot, "bonsai": bonsai, "mask": mask,
}  # fmt: skip
