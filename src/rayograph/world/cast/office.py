"""What lies on a desk: stapler, ruler, calculator, abacus, mouse, game controller, fan."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.makings import cut, disc, hugged, shaped, slab_box, spun
from rayograph.world.cast.shaping import curve, hoop, placed, rod
from rayograph.world.cast.surface import ellipsoid, join, meshed
from rayograph.world.scene import Prop

Rng = np.random.Generator


def stapler(member: CastMember, rng: Rng) -> Prop:
    """A desk stapler in profile: base plate with its anvil, steel magazine, moulded arm held open."""
    shell = replace(trim(member, member.material or "plastic", hue(member, rng) or "#1d1f23"), roughness=0.3)
    steel = trim(member, "steel")
    base = cut(shaped([(-0.070, 0.0), (0.072, 0.0), (0.074, 0.007), (-0.062, 0.011), (-0.070, 0.008)],
        0.003), 0.034, (0, 0, 0), bevel=0.003)  # fmt: skip
    sole = slab_box((0.13, 0.030, 0.003), (0, 0, 0.0005), 0.001)
    anvil = slab_box((0.016, 0.018, 0.0025), (0.062, 0, 0.0088), 0.0006)
    turn = [("y", -9.0)]
    magazine = slab_box((0.128, 0.013, 0.010), (0.004, 0, 0.0245), 0.001, turn)
    arm = cut(shaped([(-0.074, 0.010), (0.066, 0.016), (0.070, 0.024), (0.030, 0.036), (-0.040, 0.042),
        (-0.070, 0.036)], 0.009), 0.027, (0, 0, 0.003), bevel=0.006, turns=turn)  # fmt: skip
    hinge = disc(0.008, 0.038, (-0.058, 0, 0.018), [("x", 90)], edge=0.002)
    spring = rod([(-0.030, 0, 0.010), (-0.030, 0, 0.022)], 0.004, 12)
    parts = [part(shell, base, arm), part(steel, magazine, anvil, hinge, spring), part(trim(member,
        "rubber", "#141414"), sole)]  # fmt: skip
    return hugged(parts, mass=0.28, axis=0, slabs=3, friction=0.7, foot=0.85)


def ruler(member: CastMember, rng: Rng) -> Prop:
    """A 30 cm ruler lying flat, its marks along the front edge."""
    wood = member.material or "maple"
    body = replace(surface(member.model_copy(update={"material": wood}), rng), roughness=0.35)
    long_, wide, thick = 0.308, 0.034, 0.0032
    mesh = slab_box((long_, wide, thick), (0, 0, thick / 2), 0.0008)
    marks: list[Mesh] = []
    for k in range(301):
        tall = 0.0092 if k % 10 == 0 else 0.0066 if k % 5 == 0 else 0.0040
        if k % 1 == 0 and (k % 5 == 0 or k % 2 == 0):
            x = -0.150 + 0.001 * k
            marks.append(slab_box((0.00032, tall, 0.0002), (x, -wide / 2 + tall / 2 + 0.0008, thick
                + 0.00005), 0.00005))  # fmt: skip
    digits = [part(stamped(str(k), "#1a1815", "#caa56a" if wood == "maple" else "#d9d6cc", 1.3,
        ruled=False), flat((-0.150 + 0.01 * k - 0.0034, -wide / 2 + 0.0112, thick + 0.00012), (0.0068, 0,
        0), (0, 0.0052, 0))) for k in range(0, 31, 5)]  # fmt: skip
    hole = disc(0.0026, 0.0002, (0.148, 0.006, thick + 0.0001), edge=0.0001, segments=24)
    parts = [part(body, mesh), part(trim(member, "plastic", "#16140f"), *marks, hole), *digits]
    return assemble(parts, [box((0, 0, thick / 2), (long_, wide, thick))], mass=0.035, friction=0.5)


def calculator(member: CastMember, rng: Rng) -> Prop:
    """A desk calculator: wedge case, display that reads a sum, four columns of keys."""
    case = replace(trim(member, "plastic", hue(member, rng) or "#2a2c30"), roughness=0.4)
    lean = shapes.translation(0, 0, 0.012) @ shapes.rotation("x", 6)
    body = slab_box((0.105, 0.150, 0.016), (0, 0, 0), 0.006).moved(lean)
    glass = slab_box((0.088, 0.026, 0.002), (0, 0.052, 0.0082), 0.001).moved(lean)
    window = flat((-0.041, 0.042, 0.0094), (0.082, 0, 0), (0, 0.020, 0)).moved(lean)
    lcd = stamped(member.text or "1984.25", "#1c2a1e", "#a9b89a", 4.1, ruled=False, gloss=0.15)
    cells = slab_box((0.034, 0.010, 0.0006), (0.024, 0.0715, 0.0082), 0.0002).moved(lean)
    pale: list[Mesh] = []
    dark: list[Mesh] = []
    red: list[Mesh] = []
    for row in range(5):
        for col in range(4):
            key = slab_box((0.0175, 0.0140, 0.006), (-0.0330 + 0.0220 * col, 0.024 - 0.0205 * row, 0.0100),
                0.0024).moved(lean)  # fmt: skip
            (red if row == 0 and col == 0 else dark if col == 3 or row == 0 else pale).append(key)
    parts = [part(case, body), part(trim(member, "plastic", "#15161a"), glass), part(lcd,
        window), part(trim(member, "plastic", "#2b2038"), cells), part(trim(member, "plastic",
        "#e6e2d8"), *pale), part(trim(member, "plastic", "#6f7278"), *dark), part(trim(member,
        "plastic", "#c8402c"), *red)]  # fmt: skip
    return hugged(parts, mass=0.18, axis=1, slabs=2, friction=0.7, foot=0.8)


def abacus(member: CastMember, rng: Rng) -> Prop:
    """An abacus standing: wooden frame with feet, ten wires of ten beads, each row of its own colour."""
    wood = surface(member, rng)
    wide, tall = 0.30, 0.27
    frame = [slab_box((0.016, 0.024, tall), (s * wide / 2, 0, tall / 2 + 0.008), 0.004) for s in (-1, 1)]
    frame += [slab_box((wide + 0.016, 0.024, 0.016), (0, 0, z), 0.004) for z in (0.020, tall + 0.008)]
    frame += [slab_box((0.022, 0.110, 0.014), (s * wide / 2, 0, 0.007), 0.004) for s in (-1, 1)]
    tints = ("#b3261e", "#d9a21b", "#2f6b4a", "#2f5d8a", "#c8702a")
    beads: list[list[Mesh]] = [[] for _ in tints]
    wires = []
    for row in range(10):
        z = 0.042 + 0.0235 * row
        wires.append(rod([(-wide / 2, 0, z), (wide / 2, 0, z)], 0.0014, 10))
        moved = int(rng.integers(2, 9))
        for k in range(10):
            x = -wide / 2 + 0.020 + 0.0185 * k if k < moved else wide / 2 - 0.020 - 0.0185 * (9 - k)
            beads[row % 5].append(placed(spheroid((0.0086, 0.0104, 0.0104), 12, 20), at=(x, 0, z)))
    parts = [part(wood, *frame), part(trim(member, "steel"), *wires)]
    parts += [part(replace(trim(member, "painted_wood", c), clearcoat=0.6), *mine) for c, mine in zip(tints,
        beads, strict=True)]  # fmt: skip
    walls = [box((0, 0, tall / 2 + 0.008), (wide + 0.016, 0.026, tall)), box((0, 0, 0.007), (wide, 0.11,
        0.014))]  # fmt: skip
    return assemble(parts, walls, mass=0.8, friction=0.6)


def mouse(member: CastMember, rng: Rng) -> Prop:
    """A computer mouse: arched shell parted by its buttons, wheel, cable that runs off in a curve."""
    shell = replace(trim(member, "plastic", hue(member, rng) or "#e4e2dc"), roughness=0.28, clearcoat=0.3)

    def field(p: np.ndarray) -> np.ndarray:
        d = ellipsoid(p, (0, -0.010, 0.0), (0.031, 0.050, 0.037))
        d = join(d, ellipsoid(p, (0, 0.022, 0.0), (0.029, 0.040, 0.026)), 0.02)
        return np.asarray(np.maximum(d, 0.001 - p[:, 2]))

    body = meshed(field, (-0.04, -0.07, -0.002), (0.04, 0.075, 0.045), 0.0018)
    dark = trim(member, "rubber", "#26282c")
    wheel = disc(0.0085, 0.007, (0, 0.036, 0.0225), [("y", 90)], edge=0.002)
    gap = rod(curve([(0, 0.010, 0.0345), (0, 0.026, 0.0282), (0, 0.048, 0.0172), (0, 0.058, 0.0085)], 20),
        0.0007, 8)  # fmt: skip
    cord = rod(curve([(0, 0.058, 0.006), (0.004, 0.085, 0.0022), (0.030, 0.115, 0.0022), (0.062, 0.118,
        0.0022)], 30), 0.0019, 10)  # fmt: skip
    parts = [part(shell, body), part(dark, wheel, gap, cord)]
    walls = [hull(body.vertices)]
    return assemble(parts, walls, mass=0.09, friction=0.5, restitution=0.2)


def controller(member: CastMember, rng: Rng) -> Prop:
    """A game controller: winged body with grips, two sticks, cross, four coloured buttons, triggers."""
    shell = replace(trim(member, "plastic", hue(member, rng) or "#1c1d21"), roughness=0.38)

    def field(p: np.ndarray) -> np.ndarray:
        x, y, z = np.abs(p[:, 0]), p[:, 1], p[:, 2]
        q = np.stack([x, y, z], 1)
        d = ellipsoid(p, (0, 0.014, 0.026), (0.066, 0.036, 0.0175))
        d = join(d, ellipsoid(q, (0.052, 0.004, 0.026), (0.030, 0.034, 0.0195)), 0.016)
        grip = ellipsoid(q - 0.0, (0.066, -0.034, 0.019), (0.0185, 0.046, 0.0185))
        return np.asarray(np.maximum(join(d, grip, 0.018), 0.002 - z))

    body = meshed(field, (-0.095, -0.09, 0.0), (0.095, 0.06, 0.055), 0.0024)
    black = trim(member, "rubber", "#101113")
    sticks: list[Mesh] = []
    for x in (-0.026, 0.026):
        sticks += [disc(0.0105, 0.004, (x, -0.004, 0.0455)), rod([(x, -0.004, 0.036), (x, -0.004, 0.050)],
            0.005, 16), placed(spun([(0, 0), (0.0075, 0), (0.0090, 0.003), (0.0085, 0.0055), (0.005,
            0.0045), (0, 0.004)], 32, radius=0.001), at=(x, -0.004, 0.049))]  # fmt: skip
    cross = [slab_box((0.022, 0.0075, 0.006), (-0.053, 0.018, 0.0465), 0.0015), slab_box((0.0075, 0.022,
        0.006), (-0.053, 0.018, 0.0465), 0.0015)]  # fmt: skip
    triggers = [slab_box((0.034, 0.012, 0.010), (s * 0.052, 0.042, 0.032), 0.004) for s in (-1, 1)]
    tints = (("#2f7fd0", -1, 0), ("#c8402c", 1, 0), ("#2fa04a", 0, -1), ("#e0b020", 0, 1))
    buttons = [part(trim(member, "plastic", c), disc(0.0048, 0.007, (0.053 + 0.0105 * x, 0.018 + 0.0105 * y,
        0.0455), edge=0.0015)) for c, x, y in tints]  # fmt: skip
    light = slab_box((0.030, 0.016, 0.003), (0, 0.026, 0.0435), 0.002)
    parts = [part(shell, body), part(black, *sticks, *cross, *triggers, light), *buttons]
    return hugged(parts, mass=0.25, axis=0, slabs=5, friction=0.6, foot=0.5)


def fan(member: CastMember, rng: Rng) -> Prop:
    """A table fan: cast foot, stem, motor housing, four blades in a wire cage."""
    paint = replace(trim(member, member.material or "painted_metal", hue(member, rng) or "#3f6f6a"),
        clearcoat=0.5)  # fmt: skip
    chrome = trim(member, "chrome")
    z, r = 0.235, 0.150
    foot = spun([(0, 0), (0.085, 0), (0.088, 0.010), (0.060, 0.026), (0.022, 0.036), (0.015, 0.060), (0.013,
        z - 0.055), (0.020, z - 0.045), (0, z - 0.040)], 72, radius=0.004)  # fmt: skip
    motor = placed(spun([(0, -0.035), (0.036, -0.030), (0.046, 0.0), (0.046, 0.040), (0.030, 0.075), (0,
        0.082)], 56, radius=0.012), at=(0, 0.020, z), turns=[("x", -90)])  # fmt: skip
    neck = slab_box((0.034, 0.050, 0.060), (0, 0.030, z - 0.038), 0.010)
    blades = []
    u, v = np.linspace(0, 1, 14), np.linspace(-0.5, 0.5, 12)
    from rayograph.world.cast.shaping import slab

    for k in range(4):
        reach = 0.022 + 0.108 * u[:, None]
        wide = 0.030 + 0.062 * np.sin(np.pi * (0.12 + 0.72 * u[:, None])) ** 0.8
        x, y = reach + 0 * v, wide * v
        lift = -0.030 + 0.020 * v * 2 * (1 - 0.3 * u[:, None])
        blade = slab(np.stack([x, lift + 0 * x, y], 2), 0.002)
        blades.append(placed(blade, at=(0, 0, z), turns=[("y", 90.0 * k + 20)]))
    hub = placed(spun([(0, -0.012), (0.024, -0.010), (0.026, 0.004), (0.014, 0.016), (0, 0.018)], 40,
        radius=0.003), at=(0, -0.036, z), turns=[("x", 90)])  # fmt: skip
    cage: list[Mesh] = []
    for front in (-1, 1):
        for k in range(28):
            a = 2 * np.pi * k / 28
            c, s = np.cos(a), np.sin(a)
            path = curve([(0.030 * c, -0.030 + front * 0.045, z + 0.030 * s), (0.10 * c, -0.030 + front
                * 0.040, z + 0.10 * s), (0.142 * c, -0.030 + front * 0.022, z + 0.142 * s), (r * c, -0.030,
                z + r * s)], 12)  # fmt: skip
            cage.append(rod(path, 0.0012, 6))
        for radius, ahead in ((0.030, 0.045), (0.088, 0.0412), (0.132, 0.028)):
            ring = hoop(radius, 0.0014, segments=64)
            cage.append(placed(ring, at=(0, -0.030 + front * ahead, z), turns=[("x", 90)]))
    cage.append(placed(hoop(r, 0.0030, segments=80), at=(0, -0.030, z), turns=[("x", 90)]))
    badge = disc(0.030, 0.005, (0, -0.076, z), [("x", 90)])
    parts = [part(paint, foot, motor, neck, badge), part(chrome, *cage, hub), part(trim(member, "steel"
        if not member.accent else "painted_metal", member.accent), *blades)]  # fmt: skip
    walls = [post((0, 0, 0.013), 0.086, 0.026), post((0, 0, 0.12), 0.02, 0.2), post((0, -0.03, z), r, 0.09,
        ("x", 90)), box((0, 0.03, z), (0.09, 0.11, 0.09))]  # fmt: skip
    return assemble(parts, walls, mass=2.2, friction=0.7)


OFFICE: dict[str, Generator] = {
    "stapler": stapler, "ruler": ruler, "calculator": calculator, "abacus": abacus, "computer_mouse": mouse,
    "game_controller": controller, "table_fan": fan,
}  # fmt: skip
