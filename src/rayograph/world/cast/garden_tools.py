"""Garden and yard tools, stood or leant as they are left: spades, rakes, picks, can, hose, mower."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.bent import around, bent
from rayograph.world.cast.finish import Generator, hue
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import curve, hoop, loft, mirrored, placed, rod, slab, turned
from rayograph.world.cast.vehicles import wheel
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _d_grip(top: float) -> list[Mesh]:
    """A D-shaped grip whose bar lies at `top` [m]."""
    bow = curve([(0, 0, top - 0.13), (-0.03, 0, top - 0.10), (-0.055, 0, top - 0.05), (-0.055, 0, top)], 16)
    arm = bent(bow, 0.026, 0.016, side=(0, 1, 0))
    return [arm, mirrored(arm), rod([(-0.062, 0, top), (0.062, 0, top)], 0.0155, 14)]


def _blade_of(tall: float, half: list[float], dish: float, thick: float) -> Mesh:
    """A dished blade whose cutting edge is at z = 0: half widths [m] given from edge to socket."""
    v, u = np.meshgrid(np.linspace(0, 1, 31), np.linspace(-1, 1, 25), indexing="ij")
    wide = np.interp(v, np.linspace(0, 1, len(half)), half)
    y = dish * (1 - u**2) * np.interp(v, [0, 0.3, 1], [0.15, 0.7, 1.0])
    return slab(np.stack([u * wide, y, v * tall], -1), thick)


def shovel(member: CastMember, rng: Rng) -> Prop:
    """A pointed shovel stood on its blade: pressed steel with a ridge, ash shaft, D grip."""
    tall = 1.12 * vary(rng, 0.02)
    blade = _blade_of(0.30, [0.012, 0.072, 0.102, 0.115, 0.118, 0.118, 0.112], 0.028, 0.003)
    tread = [bent([(s * 0.03, 0.006, 0.302), (s * 0.112, 0.004, 0.302)], 0.022, 0.006, side=(0, 1, 0))
        for s in (-1, 1)]  # fmt: skip
    socket = rod([(0, 0.026, 0.16), (0, 0.012, 0.32), (0, 0.0, 0.46)], np.array([0.008, 0.021, 0.0195]), 16)
    shaft = rod([(0, 0.002, 0.42), (0, 0, tall - 0.12)], np.array([0.0165, 0.0165]), 16)
    steel = (trim(member, "painted_metal", member.colour) if member.colour else trim(member, member.material
        or "steel"))  # fmt: skip
    parts = [part(steel, blade, *tread, socket), part(trim(member, "maple"), shaft, *_d_grip(tall))]
    walls = [around(blade), post((0, 0, 0.7), 0.02, 0.84), box((0, 0, tall - 0.05), (0.125, 0.03, 0.13))]
    return assemble(parts, walls, mass=2.0, friction=0.5, restitution=0.2)


def snow_shovel(member: CastMember, rng: Rng) -> Prop:
    """A wide ribbed scoop on a shaft with a D grip, stood on its steel edge."""
    tall = 1.28 * vary(rng, 0.02)
    v, u = np.meshgrid(np.linspace(0, 1, 41), np.linspace(-1, 1, 61), indexing="ij")
    ribs = 0.006 * np.clip(np.cos(u * 5 * np.pi), 0, 1) * np.clip(4 * v * (1 - v), 0, 1)
    y = 0.10 * np.sin(np.pi * np.clip(v, 0, 1) * 0.8) - 0.02 * u**2 - ribs
    scoop = slab(np.stack([u * 0.235, y, v * 0.37], -1), 0.005)
    edge = bent([(-0.236, 0.0, 0.006), (0.236, 0.0, 0.006)], 0.02, 0.006, side=(0, 0, 1))
    socket = rod([(0, 0.10, 0.19), (0, 0.075, 0.36), (0, 0.055, 0.48)], np.array([0.012, 0.026, 0.021]), 16)
    shaft = rod([(0, 0.06, 0.44), (0, 0, tall - 0.12)], np.array([0.0165, 0.0165]), 16)
    skin = trim(member, "plastic", hue(member, rng) or "#b3261e")
    parts = [part(skin, scoop, socket), part(trim(member, "steel"), edge), part(trim(member, "maple"),
        shaft), part(trim(member, "plastic", "#1c1d1f"), *_d_grip(tall))]  # fmt: skip
    walls = [around(scoop), around(shaft), box((0, 0, tall - 0.05), (0.125, 0.03, 0.13))]
    return assemble(parts, walls, mass=1.7, friction=0.4, restitution=0.2)


def rake(member: CastMember, rng: Rng) -> Prop:
    """A fan of spring tines on a long shaft, stood on the shaft's end with its fan in the air."""
    tall = 1.58 * vary(rng, 0.02)
    neck = np.array([0, 0, tall - 0.44])
    tines, tips = [], []
    for a in np.linspace(-0.62, 0.62, 19):
        out = neck + np.array([np.sin(a) * 0.40, 0, np.cos(a) * 0.40])
        far = neck + np.array([np.sin(a) * 0.43, -0.012, np.cos(a) * 0.43])
        bend = far + np.array([np.sin(a) * 0.008, -0.055, np.cos(a) * 0.008])
        tines.append(bent(curve([neck, out, far, bend], 20), 0.0065, 0.003, side=(np.cos(a), 0, -np.sin(a))))
        tips.append(out)
    bar = [bent(np.array([neck + (p - neck) * k for p in tips]) - [0, 0.004, 0], 0.012, 0.004, side=(0, 0,
        1)) for k in (0.52, 0.82)]  # fmt: skip
    socket = rod([neck - [0, 0, 0.12], neck + [0, 0, 0.03]], np.array([0.018, 0.022]), 16)
    shaft = rod([(0, 0, 0), neck - [0, 0, 0.06]], np.array([0.0145, 0.0145]), 16)
    metal = trim(member, "painted_metal", hue(member, rng) or "#2f6b4a")
    parts = [part(metal, *tines, *bar, socket), part(trim(member, "maple"), shaft)]
    walls = [around(shaft), around(*tines)]
    return assemble(parts, walls, mass=1.1, friction=0.5, restitution=0.2)


def pitchfork(member: CastMember, rng: Rng) -> Prop:
    """A four-tined fork stood on its shaft, tines in the air."""
    tall = 1.5 * vary(rng, 0.02)
    base = tall - 0.36
    tines = []
    for x in (-0.105, -0.035, 0.035, 0.105):
        line = curve([(0.25 * x, 0, base), (0.8 * x, -0.01, base + 0.035), (x, -0.03, base + 0.09), (x,
            -0.045, base + 0.22), (x, -0.02, tall)], 26)  # fmt: skip
        tines.append(rod(line, np.interp(np.linspace(0, 1, 26), [0, 0.8, 1], [0.0062, 0.0055, 0.0012]), 10))
    socket = rod([(0, 0, base - 0.16), (0, 0, base + 0.01)], np.array([0.016, 0.017]), 14)
    shaft = rod([(0, 0, 0), (0, 0, base - 0.1)], np.array([0.0155, 0.0155]), 16)
    parts = [part(trim(member, "black_iron"), *tines, socket), part(trim(member, "maple", member.colour),
        shaft)]  # fmt: skip
    return assemble(parts, [around(shaft), around(*tines)], mass=1.8, friction=0.5, restitution=0.2)


def pickaxe(member: CastMember, rng: Rng) -> Prop:
    """A pickaxe stood on its head with its haft in the air: a point to one side, an adze to the other."""
    tall = 0.93 * vary(rng, 0.02)
    x = np.linspace(-0.29, 0.29, 41)
    line = np.stack([x, 0 * x, 0.012 + 0.085 * (1 - (x / 0.29) ** 2)], 1)
    wide = np.interp(x, [-0.29, -0.2, -0.03, 0.03, 0.2, 0.29], [0.008, 0.022, 0.040, 0.040, 0.042, 0.062])
    thick = np.interp(x, [-0.29, -0.2, -0.03, 0.03, 0.2, 0.29], [0.008, 0.022, 0.034, 0.034, 0.018, 0.006])
    head = bent(line, wide, thick, side=(0, 1, 0))
    eye = placed(shapes.rounded_box((0.075, 0.058, 0.056), 0.008, 3), at=(0, 0, 0.097))
    t = np.linspace(0, 1, 30)
    haft = bent(np.stack([0 * t, 0.006 * np.sin(6 * t), 0.06 + t * (tall - 0.06)], 1), np.interp(t, [0, 0.1,
        0.5, 0.9, 1], [0.036, 0.036, 0.030, 0.036, 0.034]), np.interp(t, [0, 0.1, 0.5, 0.9, 1], [0.052,
        0.050, 0.040, 0.046, 0.040]), ease=0.85)  # fmt: skip
    iron = trim(member, member.material or "black_iron")
    parts = [part(iron, head, eye), part(trim(member, "maple", member.colour), haft)]
    walls = [around(head), around(haft)]
    return assemble(parts, walls, mass=3.2, friction=0.6, restitution=0.15)


def watering_can(member: CastMember, rng: Rng) -> Prop:
    """A galvanised watering can: ribbed drum, braced spout with its rose to -X, loop and carrying handles."""
    skin = surface(member, rng)
    r, h = 0.105 * vary(rng, 0.02), 0.23
    body = turned([(0, 0), (r, 0), (r + 0.004, 0.006), (r, 0.014), (r, 0.07), (r + 0.004, 0.076), (r, 0.082),
        (r, h - 0.03), (r + 0.005, h - 0.022), (r, h - 0.012), (r, h), (r - 0.004, h + 0.002), (r - 0.006, h
        - 0.004), (r - 0.006, 0.02), (0, 0.02)], 72)  # fmt: skip
    deck_a = np.linspace(-np.pi / 2, np.pi / 2, 25)
    rr = np.linspace(0.0, r - 0.002, 8)
    deck = slab(np.stack([-rr[:, None] * np.cos(deck_a), rr[:, None] * np.sin(deck_a), np.full((8, 25), h
        + 0.001)], -1), 0.003)  # fmt: skip
    line = np.array([(-r + 0.012, 0, 0.06), (-r - 0.03, 0, 0.09), (-r - 0.15, 0, 0.215), (-r - 0.205, 0,
        0.275)])  # fmt: skip
    spout = rod(curve(line, 24), np.linspace(0.024, 0.0135, 24), 20)
    tip, back = line[-1], line[-2]
    way = (tip - back) / np.linalg.norm(tip - back)
    lean = float(np.degrees(np.arctan2(-way[0], way[2])))
    rose = placed(turned([(0, -0.02), (0.0145, -0.02), (0.016, 0), (0.042, 0.04), (0.044, 0.047), (0.040,
        0.052), (0, 0.058)], 40), at=tip, turns=[("y", -lean)])  # fmt: skip
    brace = rod([(-r + 0.01, 0, h - 0.02), (-r - 0.125, 0, 0.195)], 0.005, 10)
    grip = bent(curve([(r - 0.002, 0, 0.06), (r + 0.075, 0, 0.09), (r + 0.09, 0, 0.16), (r + 0.05, 0, 0.235),
        (r - 0.01, 0, h - 0.008)], 36), 0.022, 0.007, side=(0, 1, 0))  # fmt: skip
    arch = bent(curve([(-r * 0.2, 0, h), (-r * 0.2, 0, h + 0.06), (r * 0.15, 0, h + 0.105), (r * 0.7, 0, h
        + 0.075), (r - 0.004, 0, h)], 36), 0.022, 0.006, side=(0, 1, 0))  # fmt: skip
    parts = [part(skin, body, deck, spout, brace, grip, arch), part(trim(member, "brass"), rose)]
    walls = [post((0, 0, h / 2), r, h), around(spout), around(rose), around(arch), around(grip)]
    return assemble(parts, walls, mass=1.3, friction=0.5, restitution=0.2)


def hose(member: CastMember, rng: Rng) -> Prop:
    """A garden hose coiled flat on the ground, its end with the brass nozzle lying out to one side."""
    rubber = trim(member, "rubber", hue(member, rng) or "#3f7a3a")
    turns, tube = 6, 0.0125
    t = np.linspace(0, 1, 420)
    angle = 2 * np.pi * turns * t
    lap = np.floor(t * turns)
    radius = 0.21 + 0.030 * np.sin(2 * np.pi * t * turns * 0.37 + 1) + 0.006 * np.cos(angle * 0.5)
    z = tube + 0.021 * (t * turns) * (0.75 + 0.25 * np.cos(angle * 3 + lap))
    coil = np.stack([radius * np.cos(angle), radius * np.sin(angle) * 0.96, z], 1)
    end = coil[-1]
    tail = curve([end, end + [0.02, 0.10, 0.0], (0.26, 0.2, 0.05), (0.36, 0.10, tube), (0.40, -0.08, tube),
        (0.36, -0.22, tube)], 60)  # fmt: skip
    line = np.concatenate([coil, tail[1:]])
    body = rod(line, tube, 12)
    out = tail[-1] - tail[-2]
    out /= np.linalg.norm(out)
    pose_at = tail[-1]
    heading = float(np.degrees(np.arctan2(out[1], out[0])))
    nozzle = placed(turned([(0, -0.02), (0.017, -0.02), (0.018, 0.01), (0.013, 0.02), (0.017, 0.03), (0.019,
        0.07), (0.011, 0.085), (0.012, 0.12), (0.015, 0.125), (0.008, 0.13), (0, 0.12)], 28), at=pose_at
        + [0, 0, 0.006], turns=[("y", 90), ("z", heading)])  # fmt: skip
    parts = [part(rubber, body), part(trim(member, "brass"), nozzle)]
    walls = [post((0, 0, 0.07), 0.24, 0.14), box((0.37, -0.05, tube), (0.08, 0.40, 2 * tube))]
    return assemble(parts, walls, mass=4.5, friction=0.7, restitution=0.1)


def lawn_mower(member: CastMember, rng: Rng) -> Prop:
    """A push mower facing -Y: pressed deck, engine with its cowl, four wheels, grass bag, folding handle."""
    paint = surface(member, rng)
    deck = [prism(eased([(-0.25, -0.34), (0.25, -0.34), (0.26, 0.16), (-0.26, 0.16)], 0.16, 8), 0.14,
        bevel=0.03, axis="z").moved(shapes.translation(0, 0, 0.16))]  # fmt: skip
    cowl = placed(turned([(0, 0), (0.135, 0), (0.14, 0.02), (0.13, 0.09), (0.10, 0.12), (0.04, 0.13), (0,
        0.13)], 48), at=(0, -0.09, 0.23))  # fmt: skip
    engine = [placed(shapes.rounded_box((0.20, 0.24, 0.09), 0.02, 3), at=(0, -0.1, 0.25)),
              placed(turned([(0, 0), (0.05, 0), (0.05, 0.02), (0, 0.024)], 32), at=(0, -0.09, 0.352)),
              placed(shapes.rounded_box((0.10, 0.07, 0.09), 0.02, 3), at=(0.15, -0.14, 0.27))]  # fmt: skip
    fins = [placed(shapes.rounded_box((0.13, 0.07, 0.006), 0.002, 2), at=(0, -0.245, 0.235 + 0.016 * k))
        for k in range(5)]  # fmt: skip
    tank = placed(shapes.rounded_box((0.11, 0.17, 0.1), 0.035, 5), at=(-0.16, -0.06, 0.28))
    bars = []
    for s in (-1, 1):
        bars.append(rod(curve([(s * 0.22, 0.10, 0.20), (s * 0.22, 0.40, 0.52), (s * 0.22, 0.78, 0.96), (s
            * 0.19, 0.83, 1.0)], 24), 0.012, 12))  # fmt: skip
    bars += [rod([(-0.19, 0.83, 1.0), (0.19, 0.83, 1.0)], 0.012, 12), rod([(-0.22, 0.5, 0.64), (0.22, 0.5,
        0.64)], 0.009, 10)]  # fmt: skip
    grip = rod([(-0.16, 0.832, 1.0), (0.16, 0.832, 1.0)], 0.0175, 14)
    v, u = np.meshgrid(np.linspace(0, 1, 17), np.linspace(0, 2 * np.pi, 41), indexing="ij")
    p = np.sign(np.cos(u)) * np.abs(np.cos(u)) ** 0.5, np.sign(np.sin(u)) * np.abs(np.sin(u)) ** 0.5
    grow = np.interp(v, [0, 0.1, 0.9, 1], [0.75, 1, 1, 0.1])
    bag = loft(np.stack([p[0] * 0.2 * grow, 0.14 + 0.40 * v, 0.27 + 0.06 * v + p[1] * (0.13 + 0.02 * v)
        * grow], -1)[:, :-1], crease_deg=50)  # fmt: skip
    tyres, rims = [], []
    for y, r in ((-0.30, 0.09), (0.18, 0.105)):
        tyre, rim = wheel(r, 0.05, 1)
        for s in (-1, 1):
            tyres.append(placed(tyre, at=(s * 0.275, y, r), turns=[("z", 90.0 * s)]))
            rims.append(placed(rim, at=(s * 0.275, y, r), turns=[("z", 90.0 * s)]))
    black = trim(member, "plastic", "#1b1c1e")
    parts = [part(paint, *deck, cowl), part(black, tank, *engine[1:], grip), part(trim(member, "steel"),
        engine[0], *fins, *bars), part(trim(member, "canvas", "#2c2e31"), bag), part(trim(member, "rubber",
        "#17181a"), *tyres), part(trim(member, "plastic", member.accent or "#d8d5cc"), *rims)]  # fmt: skip
    walls = [box((0, -0.09, 0.2), (0.52, 0.5, 0.26)), around(bag), box((0, 0.46, 0.6), (0.46, 0.04, 1.05),
        ("x", -40)), *(post((s * 0.275, y, r), r, 0.05, ("y", 90)) for s in (-1, 1) for y, r in ((-0.3,
        0.09), (0.18, 0.105)))]  # fmt: skip
    return assemble(parts, walls, mass=26.0, friction=0.5, restitution=0.1)


def mop(member: CastMember, rng: Rng) -> Prop:
    """A string mop stood on its head: a skirt of cotton strands under a clamp, a long handle."""
    tall = 1.38 * vary(rng, 0.02)
    strands = []
    for _k in range(150):
        a, reach = float(rng.uniform(0, 2 * np.pi)), float(np.sqrt(rng.uniform(0.05, 1))) * 0.155
        c, s = np.cos(a), np.sin(a)
        line = curve([(0.02 * c, 0.02 * s, 0.235), (0.55 * reach * c, 0.55 * reach * s, 0.19
             - 0.2 * reach), (0.95 * reach * c, 0.95 * reach * s, 0.06), (reach * c * 1.08,
             reach * s * 1.08, 0.008)], 12)  # fmt: skip
        strands.append(rod(line + rng.normal(0, 0.003, (12, 3)) * np.linspace(0, 1, 12)[:, None], 0.0062, 6))
    for m in strands:
        m.vertices[:, 2] = np.maximum(m.vertices[:, 2], 0.0)
    clamp = turned([(0, 0.215), (0.042, 0.22), (0.045, 0.245), (0.028, 0.275), (0.02, 0.33), (0, 0.33)], 32)
    shaft = rod([(0, 0, 0.3), (0, 0, tall)], np.array([0.0125, 0.0125]), 16)
    cap = placed(hoop(0.012, 0.004), at=(0, 0, tall - 0.06))
    parts = [part(trim(member, "linen", "#d9d2c0"), *strands), part(trim(member, "plastic", hue(member, rng)
        or "#2f5d8a"), clamp, cap), part(trim(member, "pine"), shaft)]  # fmt: skip
    return assemble(parts, [around(*strands), around(shaft)], mass=1.1, friction=0.7, restitution=0.05)


GARDEN: dict[str, Generator] = {"shovel": shovel, "snow_shovel": snow_shovel, "rake": rake,
    "pitchfork": pitchfork, "pickaxe": pickaxe, "watering_can": watering_can, "garden_hose": hose,
    "lawn_mower": lawn_mower, "mop": mop}  # fmt: skip
