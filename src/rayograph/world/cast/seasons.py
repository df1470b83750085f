"""Things of the seasons: carved pumpkin, wreath, bauble, stocking, lit Christmas tree."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.bent import around, bent
from rayograph.world.cast.finish import Generator, hue
from rayograph.world.cast.fitting import assemble, ball, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.prism import inset, prism
from rayograph.world.cast.shaping import curve, hoop, loft, painted, placed, rod, stretched, turned
from rayograph.world.scene import Material, Prop

Rng = np.random.Generator


def _ribbed(ring: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Points of a ribbed pumpkin of about unit radius: rows by latitude, columns by angle."""
    groove = 1 - 0.075 * np.abs(np.cos(6 * ring)) ** 6
    r = np.cos(lat)[:, None] ** 0.82 * groove
    dip = 0.16 * np.exp(-((np.cos(lat)[:, None] / 0.28) ** 2)) * np.sign(lat)[:, None]
    z = 0.80 * np.sin(lat)[:, None] * np.ones_like(ring) - dip
    return np.stack([r * np.cos(ring), r * np.sin(ring), z], 2)


def _front(x: np.ndarray, z: np.ndarray) -> np.ndarray:
    """How far the ribbed skin stands out to -Y at points (x, z), for about unit radius."""
    lat = np.linspace(-np.pi / 2, np.pi / 2, 400)
    dip = 0.16 * np.exp(-((np.cos(lat) / 0.28) ** 2)) * np.sign(lat)
    rise = 0.80 * np.sin(lat) - dip
    wide = np.interp(z, rise[60:-60], np.cos(lat[60:-60]) ** 0.82)
    angle = np.arccos(np.clip(x / wide, -0.98, 0.98))
    for _ in range(6):
        reach = wide * (1 - 0.075 * np.abs(np.cos(6 * angle)) ** 6)
        angle = np.arccos(np.clip(x / reach, -0.98, 0.98))
    return np.asarray(reach * np.sin(angle))


def jack_o_lantern(member: CastMember, rng: Rng) -> Prop:
    """A carved pumpkin, face to -Y: triangle eyes and nose, a toothed grin, aglow from within."""
    r = 0.145 * vary(rng, 0.02)
    ring = np.linspace(0, 2 * np.pi, 193)
    body = wrapped(_ribbed(ring, np.linspace(-np.pi / 2, np.pi / 2, 97)) * r, repeats=2)
    v = body.vertices
    streak = noise.fbm3(v / r * [9, 9, 2], octaves=3, seed=member.seed % 41)[:, None]
    skin = np.array(from_hex(member.colour or "#d9701a")) * (1 + 0.16 * streak)
    body = replace(body, colour=np.clip(skin, 0.003, 0.9))
    features = [[(-0.52, 0.10), (-0.14, 0.10), (-0.33, 0.46)], [(0.14, 0.10), (0.52, 0.10), (0.33, 0.46)],
        [(-0.10, -0.08), (0.10, -0.08), (0.0, 0.12)], [(-0.62, -0.14), (-0.50, -0.42), (-0.30, -0.56), (0.0,
        -0.62), (0.30, -0.56), (0.50, -0.42), (0.62, -0.14), (0.42, -0.26), (0.38, -0.16), (0.28, -0.33),
        (0.14, -0.38), (0.11, -0.24), (-0.02, -0.39), (-0.16, -0.37), (-0.22, -0.23), (-0.34, -0.30), (-0.42,
        -0.25)]]  # fmt: skip
    glow: list[Mesh] = []
    rims: list[Mesh] = []
    for outline in features:
        plate = prism(np.array(outline, float) * r, 0.02, bevel=0.0008, axis="y")
        for mesh, out, into in ((plate, 2.4, glow), (prism(np.array(_grown(outline, 0.03), float) * r, 0.02,
            bevel=0.0008, axis="y"), 1.2, rims)):  # fmt: skip
            fine = _split(_split(_split(mesh)))
            p = fine.vertices.copy()
            depth = _front(p[:, 0] / r, p[:, 2] / r)
            p[:, 1] = -depth * r - out * 1e-3 + np.where(p[:, 1] > 0, 0.012, 0.0)
            into.append(Mesh(vertices=p, faces=fine.faces))
    t = np.linspace(0, 1, 14)
    stalk = rod(np.stack([0.018 * t**2, 0.006 * np.sin(3 * t), 0.58 * r + 0.075 * t], 1), np.interp(t, [0,
        0.2, 0.8, 1], [0.026, 0.016, 0.012, 0.016]), 7)  # fmt: skip
    peel = replace(surface(member, rng, "fruit_skin"), bump=None)
    parts = [part(peel, body), part(trim(member, "wax", "#f0b040"), *rims), part(trim(member, "wax",
        "#ffc35a"), *glow, light="self"), part(trim(member, "bark", "#6b6a35"), stalk)]  # fmt: skip
    walls = [
        ball((0, 0, 0), r * 0.66),
        post((0, 0, -0.05 * r), r * 0.85, r * 1.24),
        post((0, 0, r * 0.8), 0.02, 0.07),
    ]
    return assemble(parts, walls, mass=2.6, friction=0.7, restitution=0.1)


def _grown(outline: list[tuple[float, float]], by: float) -> np.ndarray:
    """A feature's outline grown, for the cut flesh round it."""
    return inset(np.array(outline, float), -by)


def _split(mesh: Mesh) -> Mesh:
    """Every triangle cut into four."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    ab, bc, ca = (a + b) / 2, (b + c) / 2, (c + a) / 2
    tri = np.concatenate([np.stack(s, 1) for s in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))])
    return Mesh(vertices=tri.reshape(-1, 3), faces=np.arange(3 * len(tri)).reshape(-1, 3))


def _needles(at: np.ndarray, way: np.ndarray, long_: float, rng: Rng) -> Mesh:
    """Flat needles as slim triangles from points [m] along directions."""
    count = len(at)
    side = np.cross(way, rng.normal(size=(count, 3)))
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    tip = at + way * long_
    wide = 0.045 * long_
    lift = np.cross(side, way) * wide
    pts = np.stack([at - side * wide, at + side * wide, tip, at + lift], 1)
    faces = np.array([[0, 1, 2], [1, 3, 2], [3, 0, 2]])
    return Mesh(vertices=pts.reshape(-1, 3), faces=(np.arange(count)[:, None, None] * 4 + faces).reshape(-1,
        3))  # fmt: skip


def _bow(scale: float) -> list[Mesh]:
    """A ribbon bow, face to -Y, its knot at the origin."""
    made = []
    for s in (-1, 1):
        loop = curve([(0, 0, 0), (s * 0.5, -0.12, 0.30), (s * 0.95, -0.05, 0.22), (s * 0.92, 0.02, -0.12), (s
            * 0.45, -0.06, -0.10), (0, 0, 0)], 30)  # fmt: skip
        made.append(bent(np.array(loop) * scale, 0.42 * scale, 0.012 * scale + 0.0006, side=(0, 1, 0.2)))
        tail = curve([(0, 0.02, 0), (s * 0.28, -0.08, -0.45), (s * 0.5, -0.02, -1.15)], 16)
        made.append(bent(np.array(tail) * scale, 0.30 * scale, 0.012 * scale + 0.0006, side=(1, 0, 0.3 * s)))
    made.append(stretched(shapes.icosphere(3), (0.16 * scale, 0.14 * scale, 0.16 * scale)))
    return made


def wreath(member: CastMember, rng: Rng) -> Prop:
    """A fir wreath stood upright, face to -Y: needles, red berries, cones of gold baubles, a ribbon bow."""
    big, tube = 0.165, 0.042
    n = 5200
    a, b = rng.uniform(0, 2 * np.pi, n), rng.uniform(0, 2 * np.pi, n)
    ring = np.stack([np.cos(a), 0 * a, np.sin(a)], 1)
    out = ring * np.cos(b)[:, None] + np.array([0, 1.0, 0]) * np.sin(b)[:, None]
    at = ring * big + out * tube * rng.uniform(0.3, 0.85, n)[:, None]
    along = np.stack([-np.sin(a), 0 * a, np.cos(a)], 1)
    way = out + along * 0.8 + rng.normal(0, 0.3, (n, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    green = _needles(at, way, 0.042, rng)
    shade = np.array(from_hex("#3d7a40")) * rng.uniform(0.6, 1.5, (n, 1))
    green = replace(green, colour=np.repeat(shade, 4, 0))
    core = placed(hoop(big, tube * 0.6, segments=72), turns=[("x", 90)])
    berries, gold = [], []
    for k, angle in enumerate(np.linspace(0, 2 * np.pi, 13)[:-1] + 0.2):
        p = np.array([np.cos(angle), 0, np.sin(angle)]) * big + np.array([0, -tube * 1.15, 0])
        if k % 2:
            gold.append(placed(stretched(shapes.icosphere(3), (0.017, 0.017, 0.017)), at=p))
        else:
            berries += [placed(stretched(shapes.icosphere(2), (0.0095, 0.0095, 0.0095)), at=p + rng.normal(0,
                0.011, 3) * [1, 0.3, 1]) for _ in range(4)]  # fmt: skip
    bow = [placed(m, at=(0, -tube * 1.2, big + 0.01)) for m in _bow(0.085)]
    leaf = Material(name="fir", base_colour=(0.03, 0.09, 0.04), roughness=0.6, specular=0.3)
    parts = [part(leaf, green), part(trim(member, "bark", "#2a3a20"), core), part(trim(member, "plastic",
        "#a3161b"), *berries), part(trim(member, "gold"), *gold), part(trim(member, "velvet", member.colour
        or member.accent or "#a3161b"), *bow)]  # fmt: skip
    walls = []
    for angle in np.arange(8) * np.pi / 4:
        walls.append(box((big * np.cos(angle), 0, big * np.sin(angle)), (0.07, 0.08, 0.16), ("y",
            -float(np.degrees(angle)))))  # fmt: skip
    return assemble(parts, [*walls, box((0, 0, -big - 0.04), (0.06, 0.07, 0.01))], mass=0.8, friction=0.8,
        restitution=0.05)  # fmt: skip


def ornament(member: CastMember, rng: Rng) -> Prop:
    """A glass bauble with a crimped cap and loop, and painted rings."""
    r = 0.036 * vary(rng, 0.03)
    sphere = stretched(shapes.icosphere(5), (r, r, r), at=(0, 0, r))
    z = (sphere.vertices[:, 2] - r) / r
    base = np.array(from_hex(hue(member, rng) or "#b3161b"))
    line = np.abs(np.abs(z) - 0.28) < 0.035
    sphere = painted(sphere, np.where(line[:, None], np.array(from_hex(member.accent or "#e6c36a")), base))
    k = np.linspace(0, 2 * np.pi, 49)[:-1]
    rings = [np.stack([q * (1 + 0.05 * np.cos(12 * k)) * np.cos(k), q * (1 + 0.05 * np.cos(12 * k))
        * np.sin(k), np.full(48, z0)], 1) for q, z0 in ((0.0095, 1.94 * r), (0.0095, 2.14 * r), (0.008, 2.2
        * r), (0.001, 2.21 * r))]  # fmt: skip
    loop = placed(hoop(0.0055, 0.0008, segments=28), at=(0, 0, 2.21 * r + 0.0045), turns=[("x", 90)])
    skin = replace(trim(member, "chrome", wear=0.0), roughness=0.12, base_colour=(0.5, 0.5, 0.5))
    cord = rod(curve([(0, 0, 2.21 * r + 0.0095), (0.008, 0.004, 2.21 * r + 0.02), (0.016, 0.002, 2.21 * r
        + 0.006)], 12), 0.0007, 5)  # fmt: skip
    parts = [part(skin, sphere), part(trim(member, "gold"), loft(np.array(rings)), loop), part(trim(member,
        "linen", "#e6d9a8"), cord)]  # fmt: skip
    return assemble(parts, [ball((0, 0, r), r), post((0, 0, 2.05 * r), 0.0095, 0.012)], mass=0.03,
        friction=0.4, restitution=0.4)  # fmt: skip


def stocking(member: CastMember, rng: Rng) -> Prop:
    """A knitted Christmas stocking stood up full, toe to +X: cuff, heel and toe white, gifts in it."""
    path = curve([(0, 0, 0.43), (0, 0, 0.25), (0.008, 0, 0.13), (0.05, 0, 0.065), (0.12, 0, 0.055), (0.185,
        0, 0.052), (0.205, 0, 0.052)], 60)  # fmt: skip
    size = np.interp(np.linspace(0, 1, 60), [0, 0.4, 0.62, 0.8, 0.93, 0.98, 1], [0.078, 0.068, 0.07, 0.062,
        0.052, 0.032, 0.004])  # fmt: skip
    sock = stretched(rod(path, size, 40), (1.0, 0.72, 1.0))
    sock = replace(sock, normals=None)
    v = sock.vertices
    heel = np.hypot(v[:, 0] + 0.035, v[:, 2] - 0.04) < 0.078
    toe = v[:, 0] > 0.135
    red, white = (np.array(from_hex(member.colour or "#a3161b")), np.array(from_hex(member.accent
        or "#f0ebe0")))  # fmt: skip
    knit = 1 + 0.08 * np.sin(v[:, 2:] * 900)
    sock = replace(sock, colour=np.where((heel | toe)[:, None], white, red) * knit)
    cuff = stretched(turned([(0.074, 0.36), (0.088, 0.365), (0.094, 0.39), (0.094, 0.43), (0.088, 0.455),
        (0.078, 0.455), (0.07, 0.42), (0.074, 0.36)], 56), (1, 0.72, 1))  # fmt: skip
    loop = bent(curve([(-0.07, 0, 0.44), (-0.095, 0, 0.48), (-0.075, 0, 0.505), (-0.06, 0, 0.45)], 20),
        0.014, 0.003, side=(0, 1, 0))  # fmt: skip
    cane = rod(curve([(0.02, 0.01, 0.38), (0.03, 0.01, 0.53), (0.05, 0.01, 0.575), (0.078, 0.01, 0.56),
        (0.08, 0.01, 0.53)], 60), 0.009, 14)  # fmt: skip
    along = cane.vertices[:, 2] * 1 + cane.vertices[:, 0]
    cane = painted(cane, np.where((np.floor(along / 0.018).astype(int) % 2 == 0)[:, None],
        np.array(from_hex("#b3161b")), np.array(from_hex("#f2ede2"))))  # fmt: skip
    box_ = placed(shapes.rounded_box((0.07, 0.06, 0.11), 0.004, 3), at=(-0.025, 0, 0.45), turns=[("y", -10)])
    ribbon = placed(shapes.rounded_box((0.014, 0.0615, 0.1115), 0.002, 2), at=(-0.025, 0, 0.45), turns=[("y",
        -10)])  # fmt: skip
    wool = replace(trim(member, "linen", "#ffffff"), sheen=0.6)
    parts = [part(wool, sock), part(trim(member, "velvet", member.accent or "#f0ebe0"), cuff, loop),
        part(trim(member, "plastic", "#ffffff"), cane), part(trim(member, "paper", "#2f6b4a"), box_),
        part(trim(member, "gold"), ribbon)]  # fmt: skip
    return assemble(parts, [around(sock), post((0, 0, 0.42), 0.07, 0.12)], mass=0.5, friction=0.8,
        restitution=0.05)  # fmt: skip


def christmas_tree(member: CastMember, rng: Rng) -> Prop:
    """A fir in a pot with warm lights wound round it, baubles in two colours and a star on top."""
    tall, base = 2.0 * vary(rng, 0.02), 0.30
    spots = []
    branches, ats, ways = [], [], []
    for z in np.arange(base + 0.12, tall - 0.10, 0.075):
        reach = 0.66 * ((tall - z) / (tall - base)) ** 0.9 + 0.04
        for _k in range(int(7 + 16 * reach)):
            a = float(rng.uniform(0, 2 * np.pi))
            r = reach * float(rng.uniform(0.8, 1.05))
            d = np.array([np.cos(a), np.sin(a), 0])
            line = curve([np.array([0, 0, z]), d * r * 0.55 + [0, 0, z - 0.05 * r], d * r + [0, 0, z - 0.14
                * r]], 7)  # fmt: skip
            branches.append(rod(line, np.linspace(0.008, 0.003, 7), 5))
            count = int(26 + 130 * r)
            s = rng.uniform(0.12, 1, count)
            p = np.stack([np.interp(s, np.linspace(0, 1, 7), line[:, i]) for i in range(3)], 1)
            way = rng.normal(size=(count, 3)) * [1, 1, 0.7] + d * 1.1
            ats.append(p)
            ways.append(way / np.linalg.norm(way, axis=1, keepdims=True))
            spots.append(line[-1])
    at, way = np.concatenate(ats), np.concatenate(ways)
    green = _needles(at, way, 0.075, rng)
    depth = np.hypot(at[:, 0], at[:, 1]) / (0.70 * np.clip((tall - at[:, 2]) / (tall - base), 0.05, 1) ** 0.9)
    shade = (np.array(from_hex("#2f6f40")) * (0.45 + 0.9 * np.clip(depth, 0, 1) * rng.uniform(0.7, 1.2,
        len(at)))[:, None])  # fmt: skip
    green = replace(green, colour=np.repeat(shade, 4, 0))
    tips = np.array(spots)
    order = rng.permutation(len(tips))
    lights = [stretched(shapes.icosphere(1), (0.014, 0.014, 0.02), at=tips[i] + [0, 0, 0.015])
        for i in order[:110]]  # fmt: skip
    first, second = hue(member, rng) or "#a3161b", member.accent or "#d9a93a"
    hung = [stretched(shapes.icosphere(3), (0.036, 0.036, 0.036), at=tips[i] - [0, 0, 0.045])
        for i in order[110:170]]  # fmt: skip
    star = placed(prism(np.array([(np.cos(q) * w, np.sin(q) * w) for q, w in zip(np.pi / 2
         + np.arange(10) * np.pi / 5, [0.11, 0.045] * 5, strict=True)]), 0.03, bevel=0.012,
         axis="y"), at=(0, 0, tall + 0.07))  # fmt: skip
    trunk = rod([(0, 0, 0.16), (0, 0, tall)], np.array([0.032, 0.006]), 12)
    pot = turned([(0, 0), (0.15, 0), (0.16, 0.01), (0.19, 0.25), (0.20, 0.255), (0.20, 0.285), (0.185,
        0.285), (0.18, 0.25), (0, 0.25)], 48)  # fmt: skip
    leaf = Material(name="fir", base_colour=(0.03, 0.09, 0.04), roughness=0.6, specular=0.3)
    shine = replace(trim(member, "chrome", wear=0.0), roughness=0.15)
    parts = [part(leaf, green), part(trim(member, "bark"), trunk, *branches[::2]),
         part(replace(shine, base_colour=np.array(from_hex(first))), *hung[::2]),
         part(replace(shine, base_colour=np.array(from_hex(second))), *hung[1::2]),
         part(trim(member, "gold"), star), part(trim(member, "terracotta"), pot),
         part(trim(member, "wax", "#ffd08a"), *lights, light="self")]  # fmt: skip
    ring = np.linspace(0, 2 * np.pi, 17)[:-1]
    foot = np.stack([0.62 * np.cos(ring), 0.62 * np.sin(ring), 0 * ring + base + 0.05], 1)
    cone = np.concatenate([foot, [[0, 0,
        tall]]])  # fmt: skip
    return assemble(parts, [post((0, 0, 0.14), 0.2, 0.28), hull(cone)], mass=18.0, friction=0.7,
        restitution=0.02)  # fmt: skip


SEASONS: dict[str, Generator] = {"jack_o_lantern": jack_o_lantern, "wreath": wreath, "ornament": ornament,
    "stocking": stocking, "christmas_tree": christmas_tree}  # fmt: skip
