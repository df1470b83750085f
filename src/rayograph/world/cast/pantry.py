"""Things to eat that are not fruit bowls: egg, croissant, cheese, tomato, melon, carrot, cakes, ice."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import solids
from rayograph.world.cast.cake_candles import cake_candles
from rayograph.world.cast.finish import volume
from rayograph.world.cast.fitting import assemble, ball, hue, hull, part, post, surface, trim, vary
from rayograph.world.cast.fruit import dots, lathe_lattice, mix
from rayograph.world.cast.lattice import fine_box, spheroid, wrapped
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.shaping import curve, loft, placed, rod, turned
from rayograph.world.cast.surface import meshed
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Collider, Part, Prop
from rayograph.world.shapes import rotation

Rng = np.random.Generator


def _tinted(mesh: Mesh, colour: Float[np.ndarray, "n 3"]) -> Mesh:
    return replace(mesh, colour=np.clip(colour, 0.003, 0.95))


def _whole(points: Float[np.ndarray, "r c 3"]) -> Mesh:
    """The closed skin of a lattice, facing out."""
    mesh = wrapped(points)
    return mesh if volume(mesh) > 0 else wrapped(points[:, ::-1])


def egg(member: CastMember, rng: Rng) -> Prop:
    """A hen's egg on its side, blunt end right, freckled where it is brown."""
    long_, wide = 0.0285 * vary(rng, 0.03), 0.0218 * vary(rng, 0.03)
    skin = spheroid((wide, wide, long_), 96, 128)
    points = skin.vertices.copy()
    points[:, :2] *= (1 + 0.13 * points[:, 2:] / long_) * 0.985
    shell = np.array(from_hex(hue(member, rng) or "#c98f62"))
    cloud = fbm3(points * 60, octaves=3, seed=member.seed)
    colour = shell * (1 + 0.05 * cloud[:, None])
    colour = mix(colour, shell * 0.55, 0.5 * dots(points, 160, 0.0006, rng) * (shell.max() < 0.7))
    mesh = _whole(points.reshape(96, 129, 3)).moved(rotation("y", 90))
    base = replace(surface(member, rng), roughness=0.42, bump=None)
    wall = Collider(kind="capsule", size=(wide * 0.985, long_ - wide), pose=rotation("y", 90))
    return assemble([part(base, _tinted(mesh, colour))], [wall], mass=0.06, friction=0.4, restitution=0.2)


def croissant(member: CastMember, rng: Rng) -> Prop:
    """A croissant: rolled steps that swell to the middle, horns drawn in, baked dark on the crests."""
    rows, columns = 260, 97
    t = np.linspace(-1, 1, rows)
    bend = np.deg2rad(98) * t * (1 + 0.10 * t**2)
    arc = 0.056 * vary(rng, 0.05)
    middle = np.stack([arc * np.sin(bend), arc * (1 - np.cos(bend)), 0 * t], 1)
    out = np.stack([np.sin(bend), -np.cos(bend), 0 * t], 1)
    steps = 3.6
    place = np.abs(t) * steps + 0.5
    saw = 1 - (place % 1.0)
    crest = smoothstep(0.0, 0.22, place % 1.0) * (0.35 + 0.65 * saw)
    girth = (0.0285 * (1 - np.abs(t) ** 2.2) ** 0.8 + 0.004) * (0.86 + 0.17 * crest)
    girth[[0, -1]] = 1e-5
    angle = np.linspace(0, 2 * np.pi, columns)
    up = np.sin(angle)
    flat = np.where(up < 0, 0.72, 1.0)
    middle[:, 2] = 0.70 * girth  # it lies flat on the tray
    rings = (middle[:, None] + out[:, None] * (girth[:, None] * np.cos(angle) * 1.06)[..., None]
             + np.array([0, 0, 1.0]) * (girth[:, None] * up * flat)[..., None])  # fmt: skip
    rings += (
        0.0012
        * fbm3(rings.reshape(-1, 3) * 60, octaves=3, seed=member.seed).reshape(rows, columns)[..., None]
    )
    mesh = _whole(rings)
    high = np.repeat(crest[:, None], columns, 1).ravel()
    top = np.tile(np.clip(up, -1, 1), rows)
    flake = fbm3(mesh.vertices * [140, 140, 220], octaves=3, seed=member.seed + 1)
    bake = np.clip(0.25 + 0.6 * high * smoothstep(-0.3, 0.9, top) + 0.35 * flake, 0, 1)
    gold = np.array(from_hex(member.colour or "#d39a4a"))
    colour = mix(np.broadcast_to(gold * 1.08, mesh.vertices.shape), np.array(from_hex("#6f3412")), bake)
    colour = mix(colour, np.array(from_hex("#eccb8c")), 0.75 * smoothstep(0.30, 0.05, high))
    glaze = replace(surface(member, rng), roughness=0.38, bump=None, clearcoat=0.25)
    # the lattice may have been turned round to face out: colours follow its columns
    shown = colour if np.allclose(mesh.vertices, rings.reshape(-1, 3)) else colour.reshape(
        rows, columns, 3)[:, ::-1].reshape(-1, 3)  # fmt: skip
    cuts = np.quantile(mesh.vertices[:, 0], [0, 0.3, 0.7, 1])
    walls = solids.slices(mesh, 0, [float(c) for c in cuts])
    return assemble([part(glaze, _tinted(mesh, shown))], walls, mass=0.07, friction=0.7, restitution=0.1)


def cheese(member: CastMember, rng: Rng) -> Prop:
    """A wedge of holed cheese, its rind to the right."""
    tall, reach = 0.058 * vary(rng, 0.06), 0.125 * vary(rng, 0.04)
    spread = np.deg2rad(20)
    holes = rng.uniform([0.03, -0.035, 0.004], [reach, 0.035, tall], (17, 3)).astype(np.float32)
    sizes = rng.uniform(0.0035, 0.0105, 17).astype(np.float32)

    def field(p: np.ndarray) -> np.ndarray:
        side = np.abs(p[:, 1]) * np.cos(spread) - p[:, 0] * np.sin(spread)
        walls = [side, np.hypot(p[:, 0], p[:, 1]) - reach, p[:, 2] - tall, -p[:, 2]]
        inner = np.maximum(np.stack(walls, 1) + 0.0035, 0)
        d = np.linalg.norm(inner, axis=1) + np.minimum(np.max(np.stack(walls, 1) + 0.0035, 1), 0) - 0.0035
        for centre, radius in zip(holes, sizes, strict=True):
            d = np.maximum(d, radius - np.linalg.norm(p - centre, axis=1))
        return np.asarray(d)

    mesh = meshed(field, (-0.006, -0.052, -0.004), (reach + 0.006, 0.052, tall + 0.005), 0.0014)
    p = mesh.vertices
    pale = np.array(from_hex(hue(member, rng) or "#e8bd52"))
    colour = pale * (1 + 0.05 * fbm3(p * 70, octaves=4, seed=member.seed)[:, None])
    rind = smoothstep(reach - 0.0035, reach - 0.0015, np.hypot(p[:, 0], p[:, 1]))
    colour = mix(colour, np.array(from_hex("#a9642a")), rind)
    paste = replace(surface(member, rng), roughness=0.40, bump=None)
    corners = np.array(
        [(0.0, 0.0), (reach * 0.94, 0.322 * reach), (reach, 0.0), (reach * 0.94, -0.322 * reach)]
    )
    block = np.concatenate([np.insert(corners, 2, z, axis=1) for z in (0.0, tall)])
    return assemble([part(paste, _tinted(mesh, colour))], [Collider(kind="hull", vertices=block)], mass=0.32,
                    friction=0.6, restitution=0.1)  # fmt: skip


def tomato(member: CastMember, rng: Rng) -> Prop:
    """A tomato, large or cherry-sized by its kind, with its green star."""
    small = member.kind == "cherry_tomato"
    radius = (0.0135 if small else 0.034) * vary(rng, 0.06)
    squat = 1.0 if small else 0.82
    profile = np.array([(0, 0.03), (0.20, 0.01), (0.62, 0.16), (0.94, 0.58), (1.0, 0.98), (0.90, 1.42),
                        (0.60, 1.80), (0.26, 1.90), (0.10, 1.86), (0, 1.80)]) * [1, squat]  # fmt: skip
    points = lathe_lattice(profile * radius, 110, 160)
    angle = np.arctan2(points[..., 1], points[..., 0])
    crown = smoothstep(0.9, 1.9, points[..., 2] / (radius * squat))
    points[..., :2] *= (1 + (0.0 if small else 0.035) * crown * np.cos(6 * angle + rng.uniform(0, 6)))[
        ..., None
    ]
    skin = _whole(points)
    red = np.array(from_hex(hue(member, rng) or "#b3170f"))
    p = skin.vertices / radius
    colour = red * (1 + 0.10 * fbm3(p * 1.5, octaves=3, seed=member.seed)[:, None])
    colour = mix(
        colour, np.array(from_hex("#c9792a")), 0.45 * np.exp(-((np.hypot(p[:, 0], p[:, 1]) / 0.35) ** 2))
    )
    gloss = replace(surface(member, rng), roughness=0.16, bump=None, clearcoat=0.5)
    leaves = []
    for k in range(5):
        along = np.linspace(0, 1, 12)
        reach = radius * float(rng.uniform(0.50, 0.72))
        path = np.stack(
            [reach * along, 0 * along, radius * (1.80 * squat + 0.10 + 0.12 * along - 0.22 * along**2)], 1
        )
        width = radius * 0.085 * np.sin(np.pi * (0.12 + 0.88 * along)) + 2e-4
        rings = np.stack([path + np.stack([0 * along, width * np.cos(a), width * 0.35 * np.sin(a)], 1)
                          for a in np.linspace(0, 2 * np.pi, 9)[:-1]], 1)  # fmt: skip
        leaves.append(loft(rings, crease_deg=70).moved(rotation("z", 72.0 * k + float(rng.uniform(-9, 9)))))
    top = 1.80 * squat * radius
    stalk = rod(
        curve(
            [(0, 0, top), (0.04 * radius, 0, top + 0.12 * radius), (0.16 * radius, 0, top + 0.30 * radius)], 8
        ),
        0.055 * radius,
        10,
    )
    green = trim(member, "leaf", "#4f6b2a")
    size = radius * (2 + 1.9 * squat) / 4
    return assemble(
        [part(gloss, _tinted(skin, colour)), part(green, *leaves, stalk)],
        [ball((0, 0, size), size)],
        mass=float(volume(skin) * 950),
        friction=0.5,
        restitution=0.25,
    )


def watermelon(member: CastMember, rng: Rng) -> Prop:
    """A watermelon on its side: dark ragged stripes on pale green, a dry stalk."""
    wide, long_ = 0.108 * vary(rng, 0.04), 0.145 * vary(rng, 0.04)
    skin = spheroid((wide, wide, long_), 128, 192)
    p = skin.vertices
    lump = 1 + 0.02 * noise3(p * 9, seed=member.seed)
    angle = np.arctan2(p[:, 1], p[:, 0])
    rag = 0.30 * fbm3(p * 26, octaves=4, seed=member.seed + 1) + 0.12 * fbm3(p * 90, octaves=3, seed=3)
    band = np.cos(9 * angle + 2.2 * rag + 0.4 * np.sin(p[:, 2] * 30))
    dark = np.array(from_hex(hue(member, rng) or "#1f3a1a"))
    colour = mix(
        np.broadcast_to(np.array(from_hex("#8aa04a")), p.shape), dark, smoothstep(-0.25, 0.15, band + rag)
    )
    colour = mix(colour, np.array(from_hex("#d8c98a")), smoothstep(0.86, 0.98, p[:, 0] / wide + 0.1 * rag))
    mesh = _whole((p * lump[:, None]).reshape(128, 193, 3)).moved(rotation("z", 0)).moved(rotation("y", 90))
    rind = replace(surface(member, rng), roughness=0.24, bump=None, clearcoat=0.3)
    stalk = rod(
        curve([(-long_ * 0.99, 0, 0), (-long_ * 1.06, 0.004, 0.006), (-long_ * 1.10, 0.012, 0.016)], 12),
        np.linspace(0.006, 0.004, 12),
        12,
    )
    wall = Collider(kind="capsule", size=(wide, long_ - wide), pose=rotation("y", 90))
    return assemble([part(rind, _tinted(mesh, colour)), part(trim(member, "bark", "#6b5a34"), stalk)], [wall],
                    mass=6.5, friction=0.5, restitution=0.2)  # fmt: skip


def carrot(member: CastMember, rng: Rng) -> Prop:
    """A carrot lying down, ringed and rooty, with its leaves cut to a tuft."""
    rows, columns = 150, 73
    t = np.linspace(0, 1, rows)
    length, thick = 0.165 * vary(rng, 0.04), 0.0165 * vary(rng, 0.06)
    girth = thick * np.interp(
        t, [0, 0.015, 0.06, 0.5, 0.85, 0.96, 1], [0.0, 0.62, 1.0, 0.74, 0.36, 0.16, 0.0]
    )
    ring = fbm3(np.stack([t * 60, 0 * t, 0 * t], 1), octaves=3, seed=member.seed)
    girth = girth * (1 - 0.06 * smoothstep(0.15, 0.5, ring))
    sway = 0.004 * np.sin(3.0 * t + rng.uniform(0, 6)) * t
    angle = np.linspace(0, 2 * np.pi, columns)
    rings = np.stack(
        [
            np.repeat((t * length)[:, None], columns, 1),
            sway[:, None] + girth[:, None] * np.cos(angle),
            girth[:, None] * np.sin(angle) + girth[:, None],
        ],
        axis=2,
    )
    mesh = _whole(rings)
    base = np.array(from_hex(hue(member, rng) or "#d9691a"))
    p = mesh.vertices
    colour = base * (1 + 0.10 * fbm3(p * 50, octaves=3, seed=member.seed)[:, None])
    colour = mix(
        colour,
        base * [0.55, 0.45, 0.4],
        0.6 * np.repeat(smoothstep(0.15, 0.5, ring)[:, None], columns, 1).ravel(),
    )
    colour = mix(colour, np.array(from_hex("#6f7a34")), smoothstep(0.012, 0.0, p[:, 0]))
    leaves = [
        rod(
            curve(
                [
                    (0.002, 0, thick),
                    (-0.02, s * 0.008, thick + 0.004),
                    (-0.045 * k, s * 0.022, thick * 0.7 + 0.008),
                ],
                12,
            ),
            np.linspace(0.0020, 0.0010, 12),
            8,
        )
        for s, k in zip(np.linspace(-1, 1, 9), rng.uniform(0.75, 1.0, 9), strict=True)
    ]
    skin = replace(surface(member, rng), roughness=0.5, bump=None)
    tuft = hull(np.concatenate([leaf.vertices for leaf in leaves]))
    cuts = [0.0, length * 0.5, length]
    return assemble(
        [part(skin, _tinted(mesh, colour)), part(trim(member, "leaf", "#4f7a2a"), *leaves)],
        [tuft, *solids.slices(mesh, 0, cuts)],
        mass=0.08,
        friction=0.5,
        restitution=0.2,
    )


def ice_cube(member: CastMember, rng: Rng) -> Prop:
    """A cube of ice, its faces a little dished and its edges melted."""
    side = 0.030 * vary(rng, 0.05)
    mesh = fine_box((side, side * vary(rng, 0.03), side * vary(rng, 0.03)), side * 0.12, side / 14)
    unit = mesh.vertices / (side / 2)
    dish = np.sort(np.abs(unit), axis=1)
    amount = 0.0011 * (1 - dish[:, 0] ** 2) * (1 - dish[:, 1] ** 2) * np.array(vary(rng, 0.3))
    wave = 0.0005 * noise3(mesh.vertices * 90, seed=member.seed)
    assert mesh.normals is not None
    melted = replace(mesh, vertices=mesh.vertices - mesh.normals * (amount + wave)[:, None])
    size = np.ptp(melted.vertices, axis=0)
    core = Collider(kind="box", size=tuple(float(s) / 2 for s in size))
    return assemble(
        [part(surface(member, rng), melted)],
        [core],
        mass=float(np.prod(size) * 917),
        friction=0.08,
        restitution=0.25,
    )


def cake(member: CastMember, rng: Rng) -> Prop:
    """A round layer cake on a stand plate: icing that runs over the edge, cherries in a ring."""
    wide, tall = 0.105 * vary(rng, 0.04), 0.085
    icing = np.array(from_hex(hue(member, rng) or "#efe3d6"))
    cream = replace(surface(member, rng), roughness=0.42, bump=None)
    points = lathe_lattice(np.array([(0, 0.010), (wide * 0.96, 0.010), (wide, 0.016),
        (wide, tall - 0.008), (wide * 0.985, tall - 0.001), (wide * 0.9, tall), (0, tall)]), 160,
        240)  # fmt: skip
    angle = np.arctan2(points[..., 1], points[..., 0])
    runs = (0.020 + 0.012 * np.cos(11 * angle + rng.uniform(0,
        6)) + 0.008 * np.cos(17 * angle + rng.uniform(0, 6)))  # fmt: skip
    over = smoothstep(tall - runs - 0.004, tall - runs + 0.001, points[..., 2])
    points[..., :2] *= (1 + 0.030 * over * (np.hypot(points[..., 0], points[..., 1]) > wide * 0.9))[..., None]
    points[..., 2] += 0.0028 * over
    mesh = _whole(points)
    crumb = np.array(from_hex(member.accent or "#6b3f22"))
    seam = np.exp(-(((mesh.vertices[:, 2] - tall * 0.45) / 0.0035) ** 2))
    rough = fbm3(mesh.vertices * 160, octaves=3, seed=member.seed)
    colour = mix(crumb * (1 + 0.25 * rough[:, None]), icing, np.maximum(seam, over.ravel()))
    cherries, stalks = [], []
    for k in range(8):
        a = k * np.pi / 4
        at = np.array([0.70 * wide * np.cos(a), 0.70 * wide * np.sin(a), tall + 0.0095])
        cherries.append(placed(spheroid((0.0095, 0.0095, 0.009), 24, 32), at=at))
        stalks.append(rod(curve([at + [0, 0, 0.008], at + [0.003, 0.002, 0.016],
            at + [0.009, 0.004, 0.024]], 8), 7e-4, 6))  # fmt: skip
    plate = rounded([(0, 0.0), (wide * 0.7, 0.0), (wide * 1.26, 0.007), (wide * 1.26, 0.010),
        (wide * 0.8, 0.0095), (0, 0.0095)], 0.002)  # fmt: skip
    china = trim(member, "glazed_ceramic", "#efece4")
    parts = [part(cream, _tinted(mesh, colour)), part(china, turned(plate, 96)),
             part(replace(trim(member, "wax", "#8c1018"), roughness=0.12, clearcoat=0.8), *cherries),
             part(trim(member, "bark", "#5a6a2a"), *stalks)]  # fmt: skip
    parts += cake_candles(member, wide * 0.46, tall)
    walls = [post((0, 0, 0.005), wide * 1.26, 0.010), post((0, 0, tall / 2), wide * 1.02, tall)]
    return assemble(parts, [*walls, post((0, 0, tall + 0.010), wide * 0.78, 0.02)], mass=1.3, friction=0.6,
                    restitution=0.05)  # fmt: skip


def cupcake(member: CastMember, rng: Rng) -> Prop:
    """A cupcake: pleated paper, a piped swirl of cream and a cherry."""
    foot, wide, tall = 0.024, 0.034 * vary(rng, 0.03), 0.036
    cup = lathe_lattice(
        np.array([(0, 0.0), (foot, 0.0), (wide, tall), (wide * 0.97, tall), (0, tall - 0.004)]), 80, 288
    )
    angle = np.arctan2(cup[..., 1], cup[..., 0])
    r = np.hypot(cup[..., 0], cup[..., 1])
    cup[..., :2] *= (1 + 0.022 * np.cos(36 * angle) * (r > foot * 0.9))[..., None]
    cream: list[Mesh] = []
    turns, count = 3.4, 220
    t = np.linspace(0, 1, count)
    spiral = 2 * np.pi * turns * t
    reach = 0.0265 * (1 - t) ** 0.8 + 0.001
    path = np.stack([reach * np.cos(spiral), reach * np.sin(spiral), tall + 0.002 + 0.036 * t**1.1], 1)
    cream.append(rod(path, 0.0108 * (1 - 0.62 * t), 20))
    cream.append(
        turned(
            spline(
                [(0.0, tall - 0.003), (0.026, tall - 0.002), (0.022, tall + 0.012), (0.0, tall + 0.034)], 20
            ),
            48,
        )
    )
    top = tall + 0.038
    cherry = placed(spheroid((0.0085, 0.0085, 0.0082), 28, 40), at=(0, 0, top + 0.009))
    paper = trim(member, "paper", member.accent or "#7d5a45")
    icing = replace(surface(member, rng), roughness=0.45, bump=None)
    red = replace(trim(member, "wax", "#9a1018"), roughness=0.12, bump=None, clearcoat=0.8)
    parts: list[Part] = [part(paper, _whole(cup)), part(icing, *cream), part(red, cherry)]
    lower = hull(np.concatenate([parts[0].mesh.vertices, parts[1].mesh.vertices]))
    return assemble(
        parts, [lower, ball((0, 0, top + 0.009), 0.0088)], mass=0.09, friction=0.6, restitution=0.1
    )
