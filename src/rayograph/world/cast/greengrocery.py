"""Fruit and vegetables: pineapple, coconut, avocado, peach, plum, lime, mango, potato, peppers, aubergine."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, post, trim
from rayograph.world.cast.flower import petal
from rayograph.world.cast.fruit import lathe_lattice, mix
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.makings import hugged
from rayograph.world.cast.profile import Points
from rayograph.world.cast.shaping import curve, placed, rod
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import rotation, translation

Rng = np.random.Generator


def tinted(mesh: Mesh, colour: np.ndarray) -> Mesh:
    """The mesh with linear colours per vertex, kept within what a surface can reflect."""
    return replace(mesh, colour=np.clip(np.broadcast_to(colour, mesh.vertices.shape), 0.003, 0.93).copy())


def ink(code: str) -> np.ndarray:
    """A linear colour from "#rrggbb"."""
    return np.array(from_hex(code))


def lobed(profile: Points, lobes: int, depth: float, *, rows: int = 90, columns: int = 120) -> np.ndarray:
    """Points of a turned skin drawn in along `lobes` furrows by a share `depth` of its radius."""
    points = lathe_lattice(profile, rows, columns)
    angle = np.linspace(0, 2 * np.pi, columns + 1)
    points[..., :2] *= (1 - depth * np.abs(np.cos(lobes * angle / 2)) ** 6)[None, :, None]
    return points


def seated(mesh: Mesh) -> Mesh:
    """The mesh on the ground, its box centred."""
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    return mesh.moved(translation(-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -low[2]))


def pineapple(member: CastMember, rng: Rng) -> Prop:
    """A pineapple: diamond eyes in crossing spirals, each with its spine, and a crown of stiff leaves."""
    rows, columns = 220, 240
    points = lathe_lattice([(0, 0), (0.034, 0.001), (0.048, 0.022), (0.054, 0.07), (0.050, 0.125),
        (0.036, 0.158), (0.014, 0.165),
        (0, 0.165)], rows, columns)  # fmt: skip
    t, a = np.linspace(0, 1, rows)[:, None], np.linspace(0, 2 * np.pi, columns + 1)[None]
    eyes = np.abs(np.sin(4 * a + 21 * t)) * np.abs(np.sin(4 * a - 21 * t))
    eyes = np.broadcast_to(eyes, points.shape[:2]) * np.sin(np.pi * t) ** 0.3
    points[..., :2] *= (1 + 0.10 * eyes**0.7)[..., None]
    skin = wrapped(points)
    flat = eyes.ravel()
    colour = mix(ink("#5a3a12"), ink(finish.hue(member, rng) or "#d69a2c"), smoothstep(0.05, 0.55, flat))
    colour = mix(
        colour,
        ink("#6f7a2a"),
        0.55 * smoothstep(0.5, 0.0, np.repeat(t, columns + 1, 1).ravel()) * (flat < 0.5),
    )
    colour = mix(colour, ink("#4a2a0c"), smoothstep(0.80, 0.97, flat))
    leaves = []
    for k in range(42):
        share = k / 41
        green = ink("#5c7d3a") * (0.75 + 0.5 * float(rng.random()))
        blade = petal(
            0.125 - 0.055 * share,
            0.020,
            0.5,
            0.75 * (1 - share) * float(rng.uniform(-1.0, -0.4)),
            (green * 0.8, green),
        )
        stand = -(35 + 50 * share + float(rng.uniform(-6, 6)))
        pose = (
            translation(0, 0, 0.160)
            @ rotation("z", 137.5 * k)
            @ translation(0.012 * (1 - share), 0, 0.02 * share)
        )
        leaves.append(blade.moved(pose @ rotation("y", stand)))
    parts = [part(finish.body(member, rng), tinted(skin, colour)), part(trim(member, "leaf"), *leaves)]
    return hugged(parts, mass=1.3, slabs=4, friction=0.6, restitution=0.2)


def coconut(member: CastMember, rng: Rng) -> Prop:
    """A coconut: a broken half, its thick white flesh to the viewer, and a whole hairy one behind."""
    shell = ink("#4a2f1a")

    def hairy(mesh: Mesh) -> Mesh:
        p = mesh.vertices
        fibre = noise3(p * [420, 420, 60], seed=member.seed) + 0.6 * noise3(
            p * [60, 60, 500], seed=member.seed + 1
        )
        assert mesh.normals is not None
        return tinted(
            replace(mesh, vertices=p + mesh.normals * (0.0012 * fibre)[:, None]),
            shell * (1 + 0.35 * fibre[:, None]),
        )

    whole = hairy(spheroid((0.056, 0.056, 0.062), 90, 120, (0.045, 0.045, 0.062)))
    eyes = [placed(spheroid((0.008, 0.008, 0.004), 12, 20), at=(0.045 + 0.016 * np.sin(a),
        -0.008 + 0.002, 0.072 + 0.016 * np.cos(a)),
                   turns=[("x", 90)]) for a in (0.0, 2.1, 4.2)]  # fmt: skip
    r = 0.056
    cup = [(0, -r), (r * 0.5, -r * 0.87), (r * 0.87, -r * 0.5), (r, -0.002), (r, 0.0)]
    half = wrapped(lathe_lattice(cup, 60, 100))
    rim = wrapped(
        lathe_lattice([(r, 0.0), (r * 0.99, 0.0015), (r * 0.93, 0.0018), (r * 0.925, 0.001)], 10, 100)
    )
    bowl = wrapped(lathe_lattice([(r * 0.935, 0.0005), (r * 0.93, 0.0025), (r * 0.77, 0.0022),
        (r * 0.72, -0.006), (r * 0.5, -r * 0.55),
        (0, -r * 0.74)], 50, 100))  # fmt: skip
    pose = translation(-0.040, -0.030, 0.053) @ rotation("x", 38) @ rotation("y", -10)
    halves = [hairy(half).moved(pose), tinted(rim, shell * 0.8).moved(pose)]
    white = tinted(bowl, ink("#f6f1e4")).moved(pose)
    parts = [part(trim(member, "bark", "#5a3a20"), whole, *halves), part(trim(member, "wax", "#f6f1e4"),
        white),
             part(trim(member, "bark", "#1e120a"), *eyes)]  # fmt: skip
    walls = [solids.hull_of(whole.vertices), solids.hull_of(halves[0].vertices), post((0.045, 0.045, 0.004),
        0.03, 0.008),
             post((-0.040, -0.03, 0.004), 0.03, 0.008)]  # fmt: skip
    return assemble(parts, walls, mass=1.0, friction=0.7, restitution=0.2)


def avocado(member: CastMember, rng: Rng) -> Prop:
    """An avocado cut in two: a half with its stone facing the viewer, a whole one behind."""
    shape = np.array([(0, -0.046), (0.020, -0.042), (0.034, -0.022), (0.036, -0.004), (0.029, 0.020),
        (0.018, 0.042), (0.009, 0.053),
        (0, 0.056)])  # fmt: skip
    points = lathe_lattice(shape, 80, 120)
    bumpy = noise3(points.reshape(-1, 3) * 330, seed=member.seed).reshape(points.shape[:2])
    points[..., :2] *= (1 + 0.014 * bumpy)[..., None]
    face = points.copy()
    face[..., 1] = np.maximum(face[..., 1], 0.0)  # halved along the stone: everything before the cut is flat
    skin = wrapped(face)
    p = skin.vertices
    edge = np.interp(p[:, 2], shape[:, 1], shape[:, 0])
    share = np.abs(p[:, 0]) / np.maximum(edge, 1e-4)
    ends = smoothstep(0.050, 0.043, np.where(p[:, 2] > 0, p[:, 2] * 0.9, -p[:, 2] * 1.10))
    cut_ = p[:, 1] < 1e-6
    depth = (1 - share) * edge * ends
    flesh = mix(ink("#5f8a2a"), ink("#e6dc86"), smoothstep(0.001, 0.012, depth))
    dark = ink(member.colour or "#2c3a1c") * (1 + 0.3 * bumpy.ravel()[:, None])
    colour = np.where(
        cut_[:, None], mix(ink("#2c3a1c") + 0 * flesh, flesh, smoothstep(0.0, 0.0015, depth)), dark
    )
    half = tinted(skin, colour)
    stone = placed(spheroid((0.0185, 0.0175, 0.0195), 40, 60), at=(0, 0.002, -0.012))
    pose = translation(-0.030, -0.020, 0.0) @ rotation("y", -12) @ rotation("x", -58)
    other = translation(0.036, 0.030, 0.0) @ rotation("z", 35) @ rotation("x", 100)
    first, second = (
        half.moved(pose),
        tinted(wrapped(points), ink(member.colour or "#2c3a1c") * (1 + 0.3 * bumpy.ravel()[:, None])).moved(
            other
        ),
    )
    down = float(first.vertices[:, 2].min())
    first, seed = first.moved(translation(0, 0, -down)), stone.moved(translation(0, 0, -down) @ pose)
    second = second.moved(translation(0, 0, -float(second.vertices[:, 2].min())))
    parts = [part(trim(member, "fruit_skin", "#3a4a22"), first, second),
             part(replace(trim(member, "walnut", "#7a4a22"), clearcoat=0.4), seed)]  # fmt: skip
    walls = [
        solids.hull_of(first.vertices),
        solids.hull_of(second.vertices),
        box((0, 0, 0.002), (0.09, 0.07, 0.004)),
    ]
    return assemble(parts, walls, mass=0.4, friction=0.7, restitution=0.1)


def _stone_fruit(member: CastMember, rng: Rng, looks: tuple[float, float, str, str], bloom: float) -> Prop:
    """A round fruit with one seam, a dimpled top and a short stalk: radius, height share, colour, blush."""
    radius, tall, base, blush = looks
    r, h = radius, radius * 2 * tall
    points = lathe_lattice([(0, 0.06 * h), (0.25 * r, 0.01 * h), (0.55 * r, 0.05 * h), (0.95 * r, 0.34 * h),
        (r, 0.52 * h), (0.86 * r, 0.78 * h),
        (0.45 * r, 0.97 * h), (0.20 * r, 0.97 * h), (0, 0.88 * h)], 100, 140)  # fmt: skip
    angle = np.linspace(0, 2 * np.pi, 141)[None]
    seam = np.exp(-((np.angle(np.exp(1j * (angle - 2.2))) / 0.10) ** 2))
    points[..., :2] *= (1 - 0.045 * seam * np.sin(np.pi * np.linspace(0, 1, 100)[:, None]))[..., None]
    skin = seated(wrapped(points))
    p = skin.vertices / r
    cloud = fbm3(p * 1.6, octaves=4, seed=member.seed)
    colour = mix(ink(member.colour or base) * (1 + 0.08 * cloud[:, None]), ink(blush),
                 smoothstep(-0.1, 0.8, 0.7 * p[:, 0] - 0.5 * p[:,
                     1] + 0.7 * cloud) * (0.75 if not member.colour else 0.25))  # fmt: skip
    fuzz = replace(finish.body(member, rng), roughness=0.75 if bloom else 0.25, sheen=bloom)
    stalk = rod([(0, 0, h * 0.86), (0.003, 0, h * 1.02)], np.array([0.0022, 0.0016]), 10)
    leaf = petal(1.15 * r, 0.5 * r, 0.3, -0.6, (ink("#3f6128"), ink("#5d8238"))).moved(
        translation(0, 0, h * 0.98) @ rotation("z", -150) @ rotation("y", -18)
    )
    parts = [
        Part(mesh=tinted(skin, colour), material=fuzz),
        part(trim(member, "bark", "#5a4226"), stalk),
        part(trim(member, "leaf"), leaf),
    ]
    walls = (solids.ball(r * min(1.0, tall), (0, 0, h / 2)),)
    return Prop(parts=tuple(parts), colliders=walls, mass=4.2 * r**3 * 950, friction=0.6, restitution=0.25)


def peach(member: CastMember, rng: Rng) -> Prop:
    """A peach: downy, yellow blushed with red, one seam, a leaf."""
    return _stone_fruit(member, rng, (0.036, 0.96, "#eab066", "#c4472f"), 0.6)


def plum(member: CastMember, rng: Rng) -> Prop:
    """A plum: dark violet with a pale bloom, one seam, a leaf."""
    return _stone_fruit(member, rng, (0.025, 1.08, "#43204a", "#7a5a86"), 0.0)


def _tuber(
    member: CastMember, rng: Rng, radii: tuple[float, float, float], lumps: float, pits: float
) -> tuple[Mesh, np.ndarray, np.ndarray]:
    """An uneven long body lying, its unit points and a cloud over it."""
    ball = spheroid((1.0, 1.0, 1.0), 100, 160)
    unit = ball.vertices
    cloud = fbm3(unit * 1.4, octaves=4, seed=member.seed)
    swell = (
        1 + lumps * noise3(unit * 1.1, seed=member.seed + 5) + pits * noise3(unit * 6, seed=member.seed + 2)
    )
    skin = replace(ball, vertices=unit * swell[:, None] * radii)
    return seated(wrapped(skin.vertices.reshape(100, -1, 3))), unit, cloud


def potato(member: CastMember, rng: Rng) -> Prop:
    """A potato: lumpy, earthy buff skin with eyes and freckles."""
    skin, unit, cloud = _tuber(member, rng, (0.046, 0.033, 0.029), 0.10, 0.012)
    speck = smoothstep(0.30, 0.55, noise3(unit * 15, seed=member.seed + 8))
    eyes = smoothstep(0.62, 0.72, noise3(unit * 3.6, seed=member.seed + 9))
    colour = mix(
        ink(member.colour or "#b98f55") * (1 + 0.16 * cloud[:, None]),
        ink("#6a4626"),
        0.35 * speck + 0.75 * eyes,
    )
    body = Part(mesh=tinted(skin, colour), material=replace(finish.body(member, rng), roughness=0.8))
    return Prop(
        parts=(body,),
        colliders=(solids.hull_of(skin.vertices), solids.box((0.07, 0.05, 0.004), (0, 0, 0.002))),
        mass=0.19,
        friction=0.7,
        restitution=0.15,
    )


def mango(member: CastMember, rng: Rng) -> Prop:
    """A mango: smooth kidney body from green through yellow to red, a stalk scar."""
    skin, unit, cloud = _tuber(member, rng, (0.058, 0.040, 0.038), 0.02, 0.0)
    p = skin.vertices
    skin = replace(skin, vertices=p + np.stack([0 * p[:, 0], 0.010 * (p[:, 0] / 0.058) ** 2, 0 * p[:, 0]], 1))
    share = unit[:, 0] + 0.5 * unit[:, 2] + 0.45 * cloud
    colour = mix(ink("#7f9a34") + 0 * p, ink(member.colour or "#e8a52c"), smoothstep(-0.7, 0.0, share))
    colour = mix(colour, ink("#c4402a"), 0.9 * smoothstep(0.1, 1.0, share))
    body = Part(mesh=tinted(skin, colour), material=replace(finish.body(member, rng), roughness=0.35))
    stalk = rod([(0.052, 0.012, 0.044), (0.064, 0.015, 0.050)], np.array([0.0028, 0.0022]), 10)
    walls = (solids.hull_of(skin.vertices), solids.box((0.08, 0.05, 0.004), (0, 0, 0.002)))
    return Prop(
        parts=(body, part(trim(member, "bark", "#5a4226"), stalk)),
        colliders=walls,
        mass=0.34,
        friction=0.6,
        restitution=0.2,
    )


def bell_pepper(member: CastMember, rng: Rng) -> Prop:
    """A bell pepper: four shining lobes, a sunken shoulder, a stout green stalk."""
    points = lobed([(0, 0.010), (0.010, 0.003), (0.022, 0.0), (0.033, 0.012), (0.038, 0.045),
        (0.041, 0.072), (0.034, 0.088), (0.018, 0.089),
        (0.006, 0.080), (0, 0.078)], 4, 0.13)  # fmt: skip
    angle = np.linspace(0, 2 * np.pi, points.shape[1])[None]
    points[..., 2] += (
        0.004 * np.cos(2 * angle + 1) * np.sin(np.pi * np.linspace(0, 1, points.shape[0]))[:, None]
    )
    skin = seated(wrapped(points))
    chosen = ink(finish.hue(member, rng) or "#b8201a")
    cloud = fbm3(skin.vertices * 30, octaves=3, seed=member.seed)
    gloss = replace(finish.body(member, rng), roughness=0.10, clearcoat=0.8)
    stalk = rod(curve([(0, 0, 0.076), (0.001, 0, 0.092), (0.006, 0, 0.104), (0.013, 0, 0.112)], 16),
                np.interp(np.linspace(0, 1, 16), [0, 0.25, 0.8, 1], [0.013, 0.0058, 0.0055, 0.0075]),
                    16)  # fmt: skip
    parts = [
        Part(mesh=tinted(skin, chosen * (1 + 0.10 * cloud[:, None])), material=gloss),
        part(trim(member, "leaf", "#4f7a2c"), stalk),
    ]
    return hugged(parts, mass=0.17, slabs=3, friction=0.5, restitution=0.2, foot=0.6)


def chili(member: CastMember, rng: Rng) -> Prop:
    """A chili lying: long, curved, tapering to a point, glossy, with a green cap and stalk."""
    line = curve(
        [
            (-0.052, 0.010, 0.0105),
            (-0.020, -0.004, 0.0105),
            (0.020, -0.006, 0.0095),
            (0.055, 0.006, 0.006),
            (0.074, 0.022, 0.002),
        ],
        60,
    )
    t = np.linspace(0, 1, 60)
    body = rod(
        line,
        0.0105
        * np.sqrt(np.clip(1 - t**2.6, 0.002, 1))
        * np.interp(t, [0, 0.04, 0.2, 1], [0.72, 0.95, 1.0, 0.9]),
        24,
    )
    cap = rod(curve([line[0] + [0.006, -0.002, 0], line[0] - [0.004, -0.001, 0],
        line[0] - [0.012, -0.006, -0.003], line[0] - [0.026, -0.014, -0.008]], 16),
              np.interp(np.linspace(0, 1, 16), [0, 0.3, 0.55, 1], [0.0086, 0.0082, 0.0028, 0.0022]),
                  16)  # fmt: skip
    skin = replace(
        trim(member, "fruit_skin", finish.hue(member, rng) or "#b5160f"), roughness=0.08, clearcoat=1.0
    )
    return hugged(
        [part(skin, body), part(trim(member, "leaf", "#4f7a2c"), cap)], mass=0.02, axis=0, slabs=4, foot=0.6
    )


def aubergine(member: CastMember, rng: Rng) -> Prop:
    """An aubergine lying: a long violet-black drop with a mirror skin, green calyx and stalk."""
    points = lathe_lattice([(0, -0.100), (0.018, -0.098), (0.036, -0.080), (0.042, -0.050), (0.036, -0.005),
        (0.025, 0.045), (0.018, 0.072), (0.010, 0.082),
        (0, 0.083)], 90, 110)  # fmt: skip
    up = points[..., 2]
    points[..., 0] += 0.012 * (up / 0.1) ** 2
    lie = rotation("y", 90 + 10.5)
    skin = wrapped(points).moved(lie)
    calyx = []
    for k in range(6):
        blade = petal(0.050, 0.024, -0.30, -1.35, (ink("#4f6b2c"), ink("#6a8a3c"))).moved(
            rotation("z", 60 * k) @ rotation("y", -4)
        )
        calyx.append(blade.moved(lie @ translation(0.010, 0, 0.084)))
    cap = placed(spheroid((0.0165, 0.0165, 0.009), 16, 28), at=(0.009, 0, 0.080)).moved(lie)
    stalk = rod(
        curve([(0.009, 0, 0.083), (0.010, 0, 0.100), (0.016, 0, 0.118)], 14),
        np.linspace(0.0065, 0.0078, 14),
        14,
    ).moved(lie)
    drop = translation(0, 0, -float(skin.vertices[:, 2].min()))
    gloss = replace(trim(member, "fruit_skin", member.colour or "#1f0f26"), roughness=0.06, clearcoat=1.0)
    skin_ = tinted(skin, ink(member.colour or "#1f0f26")).moved(drop)
    parts = [
        Part(mesh=skin_, material=gloss),
        part(trim(member, "leaf", "#56752f"), *[m.moved(drop) for m in (*calyx, cap, stalk)]),
    ]
    return hugged(parts, mass=0.35, axis=0, slabs=4, friction=0.5, foot=0.7)


GREENGROCERY: dict[str, Generator] = {
    "pineapple": pineapple,
    "coconut": coconut,
    "avocado": avocado,
    "peach": peach,
    "plum": plum,
    "potato": potato,
    "mango": mango,
    "bell_pepper": bell_pepper,
    "chili": chili,
    "aubergine": aubergine,
}
