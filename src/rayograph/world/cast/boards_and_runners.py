"""What slides on snow and waves: sled, skis, snowboard, surfboard."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.bent import around, bent
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import beam, curve, loft, mirrored, painted, placed, rod, slab, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def sled(member: CastMember, rng: Rng) -> Prop:
    """A wooden sled: two runners that curl up in front, shod with steel, slats on bridges, a pull cord."""
    wood = surface(member, rng)
    line = curve([(0.2, 0.54, 0.03), (0.2, 0.2, 0.022), (0.2, -0.3, 0.022), (0.2, -0.47, 0.07),
                  (0.2, -0.55, 0.19), (0.2, -0.53, 0.31), (0.2, -0.44, 0.37)], 44)  # fmt: skip
    runner, shoe = bent(line, 0.024, 0.034), bent(line[:30] - [0, 0, 0.017], 0.024, 0.006)
    posts = [beam((0.2, y, 0.03), (0.17, y, 0.235), 0.05, 0.024, radius=0.006, up=(1, 0, 0), rng=rng)
             for y in (-0.26, 0.08, 0.40)]  # fmt: skip
    sides = [runner, *posts]
    frame = [*sides, *(mirrored(mesh) for mesh in sides)]
    for y in (-0.26, 0.08, 0.40):
        frame.append(beam((-0.215, y, 0.238), (0.215, y, 0.238), 0.05, 0.026, radius=0.006, rng=rng))
    frame.append(rod([(-0.225, -0.5, 0.345), (0.225, -0.5, 0.345)], 0.014, 12))
    slats = []
    for x in np.linspace(-0.175, 0.175, 5):
        slat = curve([(x, 0.53, 0.26), (x, -0.30, 0.26), (x, -0.43, 0.285), (x, -0.50, 0.355)], 24)
        slats.append(bent(slat, 0.06, 0.014))
    cord = curve([(-0.2, -0.5, 0.345), (-0.19, -0.66, 0.16), (-0.12, -0.74, 0.02), (0.0, -0.78, 0.012),
                  (0.12, -0.74, 0.02), (0.19, -0.66, 0.16), (0.2, -0.5, 0.345)], 44)  # fmt: skip
    screws = [placed(turned([(0, 0), (0.007, 0), (0.005, 0.002), (0, 0.003)], 10), at=(x, y, 0.2665))
              for x in np.linspace(-0.175, 0.175, 5) for y in (-0.26, 0.08, 0.40)]  # fmt: skip
    seat = trim(member, "painted_wood", member.colour or "#a3271f") if not member.material else wood
    parts = [part(wood, *frame), part(seat, *slats), part(trim(member, "steel"), shoe, mirrored(shoe),
        *screws), part(trim(member, "linen", "#c9b27c"), rod(cord, 0.006, 6))]  # fmt: skip
    walls = [box((0, 0.03, 0.245), (0.42, 1.0, 0.05)), box((0, -0.5, 0.3), (0.45, 0.09, 0.12)),
         *(box((s * 0.2, 0.04, 0.12), (0.03, 0.98, 0.24)) for s in (-1, 1)), box((0, -0.72,
         0.012), (0.3, 0.12, 0.02))]  # fmt: skip
    return assemble(parts, walls, mass=5.5, friction=0.25, restitution=0.15)


def skis(member: CastMember, rng: Rng) -> Prop:
    """A pair of skis stood on their tails with bindings and poles, as they stand before a hut."""
    tall = 1.68 * vary(rng, 0.02)
    paint, white = (trim(member, "plastic", hue(member, rng)), trim(member, "plastic", member.accent
        or "#ece9e2"))  # fmt: skip
    t = np.linspace(0, 1, 48)
    wide = np.interp(t, [0, 0.04, 0.45, 0.88, 0.95, 0.985, 1], [0.07, 0.088, 0.066, 0.098, 0.085, 0.05, 0.02])
    bow = 0.012 * np.sin(np.pi * t) - 0.13 * np.clip((t - 0.86) / 0.14, 0, 1) ** 2
    path = np.stack([0 * t, bow, t * tall], 1)
    tops = bent(path, wide, 0.014)
    rings = [bent(path[a:b] - [0, 0.009, 0], wide[a:b] * 0.99, 0.003) for a, b in ((33, 37), (39, 41), (5,
        12))]  # fmt: skip
    toe = placed(shapes.rounded_box((0.062, 0.055, 0.09), 0.014, 3), at=(0, -0.03, tall * 0.53))
    heel = placed(shapes.rounded_box((0.058, 0.065, 0.13), 0.016, 3), at=(0, -0.034, tall * 0.36))
    plate = placed(shapes.rounded_box((0.056, 0.018, 0.44), 0.006, 2), at=(0, -0.012, tall * 0.44))
    groups: list[list[Mesh]] = [[], [], [], [], []]
    for s in (-1, 1):
        lean = [("y", 2.6 * s)]
        for k, meshes in enumerate(([tops], rings, [toe, heel, plate])):
            groups[k] += [placed(m, at=(s * 0.075, 0, 0), turns=lean) for m in meshes]
        foot, grip = np.array([s * 0.26, -0.02, 0.0]), np.array([s * 0.2, 0.02, 1.2])
        groups[3].append(rod([foot, grip], np.array([0.005, 0.0085]), 12))
        groups[3].append(placed(turned([(0, 0), (0.048, 0.004), (0.05, 0.008), (0, 0.02)], 24),
                                at=foot + (grip - foot) * 0.06))  # fmt: skip
        groups[4].append(rod([grip - [0, 0, 0.02], grip + [0, 0, 0.1], grip + [0, 0, 0.115]],
                             np.array([0.015, 0.018, 0.013]), 14))  # fmt: skip
        loop = curve([grip + [0, 0, 0.1], grip + [s * 0.06, -0.01, 0.05], grip + [s * 0.055, -0.02, -0.08],
                      grip + [s * 0.01, -0.012, 0.06]], 20)  # fmt: skip
        groups[4].append(bent(loop, 0.018, 0.002, side=(0, 1, 0)))
    black, metal = trim(member, "plastic", "#1d1e21"), trim(member, "steel", wear=0.1)
    skins = (paint, white, black, metal, black)
    parts = [part(skin, *meshes) for skin, meshes in zip(skins, groups, strict=True)]
    walls = [around(mesh) for mesh in groups[0]] + [around(m) for m in groups[3][::2]]
    return assemble(parts, walls, mass=5.0, friction=0.2, restitution=0.2)


def _blade(length: float, half: np.ndarray, curl: np.ndarray, columns: int = 15) -> np.ndarray:
    """A lattice of a board stood on its tail: rows rise along Z, columns run across X."""
    t = np.linspace(0, length, len(half))
    u = np.linspace(-1, 1, columns)
    z, x = np.meshgrid(t, u, indexing="ij")
    return np.stack([x * half[:, None], np.broadcast_to(curl[:, None], z.shape), z], -1)


def snowboard(member: CastMember, rng: Rng) -> Prop:
    """A snowboard stood on its tail: twin tips that curl back, a two-coloured sheet, a pair of bindings."""
    tall = 1.52 * vary(rng, 0.02)
    v = np.linspace(-1, 1, 181)
    end = np.sqrt(np.clip(1 - (np.clip(np.abs(v) - 0.80, 0, 1) / 0.2) ** 2, 0.004, 1))
    half = (0.124 + 0.022 * v**2) * end
    curl = 0.085 * np.clip((np.abs(v) - 0.78) / 0.22, 0, 1) ** 1.8
    deck = _blade(tall, half, -curl, 61)
    board = slab(deck, 0.012)
    first = np.array(from_hex(hue(member, rng) or "#1f6f8a"))
    other = np.array(from_hex(member.accent or "#f0ead8"))
    x, z = board.vertices[:, 0], board.vertices[:, 2] / tall
    slant = z + 0.9 * x
    bands = (np.abs(slant - 0.5) < 0.10) | (np.abs(slant - 0.68) < 0.025) | (np.abs(slant - 0.32) < 0.025)
    board = painted(board, np.where(bands[:, None], other, first))
    dark: list[Mesh] = []
    straps: list[Mesh] = []
    for z0, turn in ((tall * 0.34, 9.0), (tall * 0.66, -9.0)):
        base = placed(shapes.rounded_box((0.23, 0.022, 0.11), 0.01, 3), turns=[("y", turn)])
        back = curve([(0.10, -0.01, 0), (0.118, -0.1, 0), (0.125, -0.2, 0)], 8)
        rest = placed(bent(back, 0.11, 0.008, side=(0, 0, 1)), turns=[("y", turn)])
        dark += [placed(m, at=(0, -0.022, z0)) for m in (base, rest)]
        for at in (-0.055, 0.04):
            arch = np.stack([np.full(13, at), -0.1 * np.sin(np.linspace(0, np.pi, 13)) ** 0.6,
                             0.056 * np.cos(np.linspace(0, np.pi, 13))], 1)  # fmt: skip
            straps.append(placed(bent(arch, 0.036, 0.007, side=(1, 0, 0)), at=(0, -0.026, z0)))
    skin = surface(member, rng, "plastic")
    parts = [part(skin, board), part(trim(member, "plastic", "#1b1c1f"), *dark),
             part(trim(member, "leather", "#3a3b3f"), *straps)]  # fmt: skip
    return assemble(parts, [around(board), *(around(m) for m in dark)], mass=5.0, friction=0.2,
        restitution=0.2)  # fmt: skip


def surfboard(member: CastMember, rng: Rng) -> Prop:
    """A surfboard stood on its tail: pointed nose, rounded rails, a stringer, bands of colour, three fins."""
    tall = 1.88 * vary(rng, 0.02)
    t = np.linspace(0, 1, 201)
    half = 0.262 * np.sqrt(np.clip(1 - (np.abs(t - 0.42) / 0.58) ** 2.35, 0, 1))
    low = t < 0.42
    half[low] = 0.262 * np.sqrt(np.clip(1 - (np.abs(t[low] - 0.42) / 0.445) ** 2.8, 0, 1))
    thick = 0.034 * np.clip(half / 0.262, 0, 1) ** 0.5
    rocker = -0.13 * np.clip((t - 0.55) / 0.45, 0, 1) ** 2 - 0.02 * np.clip((0.3 - t) / 0.3, 0, 1) ** 2
    a = np.linspace(0, 2 * np.pi, 49)[:-1]
    ring = np.stack([np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.8, np.sin(a)], 1)
    body = loft(np.stack([half[:, None] * ring[:, 0], rocker[:, None] + thick[:, None] * ring[:, 1],
                          np.repeat((t * tall)[:, None], 48, 1)], 2), crease_deg=60)  # fmt: skip
    z = body.vertices[:, 2] / tall
    ground = np.array(from_hex(member.colour or "#f1e9d6"))
    band = np.array(from_hex(member.accent or ("#f1e9d6" if member.colour else "#c8402c")))
    inked = ((z > 0.60) & (z < 0.72)) | ((z > 0.745) & (z < 0.765)) | (z > 0.90) & (~bool(member.colour))
    colour = np.where(inked[:, None], band, ground)
    line = np.stack([0 * t, rocker - thick + 0.0005, t * tall], 1)[3:-3]
    stringer = bent(line, 0.009, 0.003)
    fins = []
    for at, turn in ((0.0, 0.0), (-0.13, 6.0), (0.13, -6.0)):
        outline = eased([(0.05, 0.0), (0.16, 0.0), (0.10, 0.11), (0.05, 0.13)], 0.02)
        fin = prism(outline[:, ::-1] * [1, 1], 0.008, bevel=0.003, axis="x")
        fins.append(placed(fin, at=(at, 0.02, 0.08 if at == 0 else 0.16), turns=[("z", turn)]))
    skin = surface(member, rng, "plastic")
    parts = [part(skin, painted(body, colour)), part(trim(member, "plastic", "#1d2024"), *fins),
             part(trim(member, "walnut"), stringer)]  # fmt: skip
    return assemble(parts, [around(body)], mass=3.4, friction=0.4, restitution=0.2)


RUNNERS: dict[str, Generator] = {"sled": sled, "skis": skis, "snowboard": snowboard, "surfboard": surfboard}
