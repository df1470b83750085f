"""What hands work and dress up with: easel, palette, iron, vacuum cleaner, drill, saw, mask, shell and
cone."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitted import fitted
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.lettered import flat, printed
from rayograph.world.cast.makings import circle, cut, disc, hugged, shaped, slab_box, spun
from rayograph.world.cast.shaping import beam, curve, loft, placed, rod
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _landscape(seed: int) -> np.ndarray:
    """A painter's evening: sky, hills, water in broad strokes, (h, w, 3) in linear ACEScg, row 0 on top."""
    y, x = np.mgrid[0:192, 0:256] / 192.0
    grain = noise.fbm3(np.stack([x * 9, y * 26, 0 * x], -1).reshape(-1, 3), octaves=4,
        seed=seed % 97).reshape(x.shape)  # fmt: skip
    sky = np.array(from_hex("#e9b36a")) * (1 - y[..., None]) ** 0.6 + np.array(from_hex("#5f86a8")) * y[...,
        None]  # fmt: skip
    sky = np.array(from_hex("#6f93b3")) + (np.array(from_hex("#efc487"))
        - np.array(from_hex("#6f93b3"))) * np.clip(y * 1.9, 0, 1)[..., None]  # fmt: skip
    picture = sky * (1 + 0.20 * grain[..., None])
    for level, tall, freq, tint in (
        (0.52, 0.10, 5.0, "#5a6f86"),
        (0.60, 0.08, 8.0, "#3f5a4f"),
        (0.66, 0.05, 13.0, "#2c4632"),
    ):
        ridge = level - tall * (0.5 + 0.5 * np.sin(freq * x + seed % 7 + level * 40)) * (0.6 + 0.4
            * np.sin(2.3 * x + level * 9))  # fmt: skip
        mask = (y > ridge + 0.012 * grain)[..., None]
        picture = np.where(mask, np.array(from_hex(tint)) * (1 + 0.35 * grain[..., None]), picture)
    water = (y > 0.72)[..., None]
    glow = np.array(from_hex("#8fa3ae")) * (1 + 0.5 * grain[...,
        None]) + np.array(from_hex("#d99a4a")) * (0.3 * np.exp(-(((x - 0.7) / 0.12) ** 2)))[...,
        None]  # fmt: skip
    picture = np.where(water, glow, picture)
    near = (y > 0.88 + 0.03 * np.sin(6 * x))[..., None]
    return np.clip(np.where(near, np.array(from_hex("#4a5a2a")) * (1 + 0.6 * grain[..., None]), picture),
        0.002, 0.95)  # fmt: skip


def easel(member: CastMember, rng: Rng) -> Prop:
    """A studio easel of three legs that carries a canvas: a landscape, or bare linen where it is blank."""
    wood = surface(member, rng)
    tall, lean = 1.72, 0.20
    legs = [beam((s * 0.36, -0.10, 0.0), (s * 0.055, 0.10, tall), 0.042, 0.024, radius=0.004) for s in (-1,
        1)]  # fmt: skip
    legs.append(beam((0, 0.62, 0.0), (0, 0.10, tall - 0.14), 0.036, 0.026, radius=0.004))

    def at(z: float) -> float:
        return -0.10 + lean * z / tall

    cross = [beam((-0.27, at(0.42), 0.42), (0.27, at(0.42), 0.42), 0.045, 0.022), beam((-0.11, at(1.34),
        1.34), (0.11, at(1.34), 1.34), 0.04, 0.02)]  # fmt: skip
    ledge = slab_box((0.66, 0.085, 0.026), (0, at(0.66) - 0.050, 0.655), 0.005)
    mast = beam((0, at(0.40) - 0.012, 0.40), (0, at(1.66) - 0.012, 1.66), 0.05, 0.022, radius=0.004)
    clamp = slab_box((0.09, 0.06, 0.045), (0, at(1.31) - 0.035, 1.315), 0.006)
    knobs = [disc(0.020, 0.022, (s * 0.30, at(0.42) - 0.02, 0.42), [("x", 90)]) for s in (-1, 1)]
    wide, high = 0.72, 0.60
    turn = [("x", float(-np.degrees(np.arctan2(lean, tall))))]
    middle = np.array([0, at(0.98) - 0.050, 0.98])
    board = slab_box((wide, 0.020, high), middle, 0.003, turn)
    said = f"{member.name} {member.words}".lower()
    blank = any(w in said for w in ("blank", "empty", "bare", "unpainted", "white canvas"))
    parts = [part(wood, *legs, *cross, ledge, mast, clamp), part(trim(member, "brass"), *knobs),
        part(trim(member, "canvas", "#ece5d3"), board)]  # fmt: skip
    if not blank:
        sheet = placed(flat((-wide / 2 + 0.004, -0.0106, -high / 2 + 0.004), (wide - 0.008, 0, 0), (0, 0,
            high - 0.008)), at=middle, turns=turn)  # fmt: skip
        picture = _landscape(member.seed)
        if "half" in said or "unfinished" in said:
            edge = np.clip((np.mgrid[0:192, 0:256][1] / 256.0 - 0.62) * 9 + 0.8 * (picture[..., 0] - 0.2),
                0, 1)[..., None]  # fmt: skip
            picture = picture * (1 - edge) + np.array(from_hex("#e9e2d0")) * edge
        parts.append(part(printed(f"canvas {member.seed} {said[:24]}", picture[::1].astype(np.float32),
            roughness=0.55), sheet))  # fmt: skip
    walls = [box((s * 0.21, 0, tall / 2), (0.06, 0.06, tall), ("y", -s * 10.0)) for s in (-1, 1)]
    walls += [
        box((0, 0.36, tall / 2 - 0.07), (0.05, 0.05, tall - 0.14), ("x", 17.0)),
        box(middle.tolist(), (wide, 0.04, high), turn[0]),
        box((0, at(0.66) - 0.05, 0.655), (0.66, 0.085, 0.026)),
    ]
    return assemble(parts, walls, mass=6.0, friction=0.8)


def palette(member: CastMember, rng: Rng) -> Prop:
    """A painter's palette lying flat: kidney of wood, thumb hole, dabs of paint round its edge."""
    wood = replace(surface(member, rng), clearcoat=0.5)
    angle = np.linspace(0, 2 * np.pi, 90)[:-1]
    radius = 0.165 * (1 + 0.16 * np.cos(2 * angle + 0.4) - 0.28 * np.exp(-(((angle - 4.35) / 0.30) ** 2)))
    outline = np.stack([radius * np.cos(angle) * 1.08, radius * np.sin(angle) * 0.82], 1)
    board = cut(outline, 0.006, (0, 0, 0.003), bevel=0.0018, axis="z", holes=[circle(0.017, 0.055, -0.062)])
    tints = ("#f2eee2", "#e8c022", "#d0702a", "#b3161b", "#7a2a4a", "#23408a", "#2f8aa0", "#2f7a3a",
        "#5a3a1e", "#17181a")  # fmt: skip
    dabs = []
    for k, c in enumerate(tints):
        a = np.deg2rad(28 + 21 * k)
        r = 0.118 * (1 + 0.15 * np.cos(2 * a + 0.4))
        lump = spheroid((0.0155 + 0.003 * rng.random(), 0.0125, 0.0072), 24, 36)
        v = lump.vertices * (1 + 0.22 * noise.noise3(lump.vertices * 120 + k, seed=k)[:, None])
        mesh = placed(Mesh(vertices=v, faces=lump.faces), at=(r * np.cos(a) * 1.05, r * np.sin(a) * 0.80,
            0.0075))  # fmt: skip
        dabs.append(part(replace(trim(member, "wax", c), roughness=0.2, clearcoat=0.5), mesh))
    walls = [hull(board.vertices)]
    return assemble([part(wood, board), *dabs], walls, mass=0.25, friction=0.6)


def iron(member: CastMember, rng: Rng) -> Prop:
    """An electric iron standing on its sole: pointed plate, moulded body, arched handle, dial, cord."""
    shell = replace(trim(member, "plastic", hue(member, rng) or "#2f5d8a"), roughness=0.25, clearcoat=0.5)
    u = np.linspace(0, 1, 40)
    edge = 0.052 * np.sin(np.pi * np.clip(0.10 + 0.56 * u, 0, 0.66)) ** 0.75 * np.interp(u, [0, 0.55, 0.9,
        1], [1.0, 0.92, 0.42, 0.02])  # fmt: skip
    x = -0.115 + 0.235 * u
    outline = np.concatenate([np.stack([x, -edge], 1), np.stack([x, edge], 1)[::-1]])
    sole = cut(outline, 0.008, (0, 0, 0.004), bevel=0.0016, axis="z")
    rings = []
    for t, grow, back in ((0.0, 0.99, 0.0), (0.4, 0.93, 0.004), (0.8, 0.70, 0.014), (1.0, 0.46, 0.024)):
        rings.append(np.insert(outline * [1 - 0.10 * t, grow] + [-0.004 - back * 0.2, 0], 2, 0.008 + 0.046
            * t, axis=1))  # fmt: skip
    body = loft(np.array(rings), crease_deg=40)
    grip = rod(curve([(-0.088, 0, 0.045), (-0.092, 0, 0.090), (-0.060, 0, 0.116), (0.010, 0, 0.112), (0.046,
        0, 0.080), (0.052, 0, 0.045)], 50), np.interp(np.linspace(0, 1, 50), [0, 0.3, 0.7, 1], [0.017,
        0.0145, 0.0145, 0.015]), 20)  # fmt: skip
    dial = disc(0.020, 0.010, (0.010, 0, 0.058), edge=0.003)
    knob = slab_box((0.008, 0.006, 0.016), (0.044, 0, 0.098), 0.002)
    cord = rod(curve([(-0.092, 0, 0.088), (-0.125, 0.006, 0.096), (-0.155, 0.020, 0.050), (-0.150, 0.050,
        0.006), (-0.090, 0.085, 0.005)], 50), 0.0042, 12)  # fmt: skip
    pale, dark = trim(member, "plastic", "#ece9e0"), trim(member, "rubber", "#1a1b1d")
    parts = [part(trim(member, "chrome"), sole), part(shell, body), part(pale, grip, knob), part(dark, dial,
        cord)]  # fmt: skip
    return hugged(parts, mass=1.1, axis=0, slabs=4, friction=0.4, foot=0.6)


def drill(member: CastMember, rng: Rng) -> Prop:
    """A cordless drill lying on its side... standing on its battery: motor body, chuck and bit, pistol
    grip, trigger."""
    shell = replace(trim(member, "plastic", hue(member, rng) or "#e0a01c"), roughness=0.42)
    dark = trim(member, "rubber", "#1b1c1f")
    z = 0.170
    side = [("y", 90.0)]
    body = placed(spun([(0, -0.072), (0.027, -0.072), (0.033, -0.055), (0.033, 0.030), (0.028, 0.060), (0,
        0.062)], 56, radius=0.006), at=(0, 0, z), turns=side)  # fmt: skip
    collar = placed(spun([(0, 0.058), (0.027, 0.058), (0.027, 0.080), (0, 0.080)], 56, radius=0.002), at=(0,
        0, z), turns=side)  # fmt: skip
    chuck = placed(spun([(0, 0.079), (0.021, 0.079), (0.021, 0.106), (0.010, 0.126), (0, 0.127)], 48,
        radius=0.002), at=(0, 0, z), turns=side)  # fmt: skip
    ribs = [placed(slab_box((0.003, 0.003, 0.024), (0.021 * np.cos(a), 0.021 * np.sin(a), 0.092), 0.001),
        at=(0, 0, z), turns=side) for a in np.linspace(0, 2 * np.pi, 25)[:-1]]  # fmt: skip
    t = np.linspace(0, 1, 120)
    bit = rod(np.stack([0.124 + 0.062 * t, 0 * t, 0 * t + z], 1), 0.0030 + 0.0007 * np.sin(60 * t), 10)
    grip = cut(shaped([(-0.036, 0.150), (0.004, 0.150), (-0.008, 0.060), (-0.016, 0.034), (-0.064, 0.034),
        (-0.056, 0.070)], 0.010), 0.040, (0, 0, 0), bevel=0.011)  # fmt: skip
    battery = slab_box((0.112, 0.062, 0.036), (-0.030, 0, 0.020), 0.006)
    trigger = slab_box((0.014, 0.016, 0.034), (0.006, 0, 0.118), 0.005, [("y", -10)])
    vents = [slab_box((0.016, 0.0665, 0.0030), (-0.045, 0, z - 0.012 + 0.008 * k), 0.001) for k in range(4)]
    lamp = slab_box((0.008, 0.018, 0.006), (0.036, 0, z - 0.034), 0.002)
    parts = [part(shell, body, grip), part(dark, collar, battery, trigger, *vents, lamp), part(trim(member,
        "black_iron"), chuck, *ribs), part(trim(member, "steel"), bit)]  # fmt: skip
    walls = [box((-0.030, 0, 0.020), (0.112, 0.062, 0.040)), box((-0.030, 0, 0.09), (0.045, 0.04, 0.13)),
        post((0.01, 0, z), 0.031, 0.15, ("y", 90)), post((0.13, 0, z), 0.012, 0.10, ("y", 90))]  # fmt: skip
    return assemble(parts, walls, mass=1.6, friction=0.6)


def hand_saw(member: CastMember, rng: Rng) -> Prop:
    """A carpenter's saw lying flat: tapered toothed blade, shaped wooden handle, brass screws."""
    steel = replace(trim(member, "steel"), roughness=0.22)
    count = 90
    x = np.linspace(0.0, 0.45, count)
    teeth = np.stack([np.repeat(x, 2)[1:], np.tile([0.0, -0.0034], count)[1:]], 1)
    blade = np.concatenate([teeth, [(0.452, 0.032), (0.445, 0.040), (0.0, 0.105), (-0.045, 0.105), (-0.050,
        0.010)]])  # fmt: skip
    sheet = cut(blade, 0.0012, (-0.18, -0.05, 0.0115), bevel=0.0002, axis="z")
    grip = shaped([(-0.060, -0.012), (-0.010, -0.004), (0.012, 0.040), (-0.004, 0.112), (-0.050, 0.128),
        (-0.092, 0.122), (-0.128, 0.086), (-0.140, 0.040), (-0.118, 0.004)], 0.020)  # fmt: skip
    hole = shaped([(-0.060, 0.018), (-0.034, 0.030), (-0.030, 0.074), (-0.050, 0.096), (-0.090, 0.092),
        (-0.108, 0.060), (-0.094, 0.026)], 0.014)  # fmt: skip
    handle = cut(grip, 0.023, (-0.18, -0.05, 0.0115), bevel=0.005, axis="z", holes=[hole])
    screws = [disc(0.0055, 0.0245, (-0.18 + x0, -0.05 + y0, 0.0115), edge=0.0006, segments=24) for x0, y0
        in ((-0.008, 0.030), (-0.010, 0.062), (-0.018, 0.094))]  # fmt: skip
    wood = fitted(member, "handle|grip", "walnut" if member.colour is None else "painted_wood", member.colour)
    parts = [part(steel, sheet), part(replace(wood, clearcoat=0.4), handle), part(trim(member, "brass"),
        *screws)]  # fmt: skip
    walls = [box((0.04, 0.002, 0.0115), (0.45, 0.085, 0.004)), box((-0.245, 0.008, 0.0115), (0.15, 0.14,
        0.023)), box((0.2, 0.0, 0.005), (0.1, 0.05, 0.010))]  # fmt: skip
    return assemble(parts, walls, mass=0.6, friction=0.5)


ATELIER: dict[str, Generator] = {
    "easel": easel, "palette": palette, "clothes_iron": iron, "drill": drill, "hand_saw": hand_saw,
}  # fmt: skip
