"""What is played and trained with: racket, bat, club, hockey stick, weights, boxing gloves, skates."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.bent import around, bent
from rayograph.world.cast.finish import Generator, says
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.shaping import creased, curve, hoop, loft, placed, rod, stretched, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def tennis_racket(member: CastMember, rng: Rng) -> Prop:
    """A strung racket lying flat along X: oval head, open throat, wrapped grip with its butt cap."""
    frame = trim(member, member.material or "painted_metal", hue(member, rng))
    a, b, centre = 0.172, 0.130, 0.165
    angle = np.linspace(0, 2 * np.pi, 73)
    oval = np.stack([centre + a * np.cos(angle), b * np.sin(angle), 0 * angle], 1)
    hoop_ = rod(oval, 0.0105, 12)
    throat = [rod(curve([(centre - a * 0.80, s * b * 0.60, 0), (-0.06, s * 0.038, 0), (-0.13, s * 0.014, 0)],
        14), np.linspace(0.0095, 0.012, 14), 10) for s in (-1, 1)]  # fmt: skip
    shaft = bent([(-0.11, 0, 0), (-0.18, 0, 0)], 0.03, 0.024, side=(0, 1, 0))
    strings = []
    for y in np.linspace(-0.105, 0.105, 14):
        reach = a * np.sqrt(1 - (y / b) ** 2)
        strings.append(rod([(centre - reach, y, 0), (centre + reach, y, 0)], 0.0011, 5))
    for x in np.linspace(-0.14, 0.14, 17):
        reach = b * np.sqrt(1 - (x / a) ** 2)
        strings.append(rod([(centre + x, -reach, 0), (centre + x, reach, 0)], 0.0011, 5))
    t = np.linspace(0, 1, 60)
    wrap = 0.0165 + 0.0012 * np.abs(np.sin(np.pi * 9 * t))
    grip = rod(np.stack([-0.175 - 0.165 * t, 0 * t, 0 * t], 1), wrap, 16)
    butt = placed(turned([(0, 0), (0.0205, 0), (0.0215, 0.006), (0.017, 0.016), (0, 0.016)], 20),
                  at=(-0.345, 0, 0), turns=[("y", 90)])  # fmt: skip
    parts = [part(frame, hoop_, *throat, shaft), part(trim(member, "plastic", "#f1eee0"), *strings),
             part(trim(member, "leather", member.accent or "#22211f"), grip, butt)]  # fmt: skip
    walls = [around(hoop_), box((-0.23, 0, 0), (0.24, 0.034, 0.036))]
    return assemble(parts, walls, mass=0.32, friction=0.5, restitution=0.4)


def baseball_bat(member: CastMember, rng: Rng) -> Prop:
    """A turned bat lying along X, with a knob and a taped grip."""
    wood, long_ = surface(member, rng), 0.84 * vary(rng, 0.02)
    t = np.linspace(0, 1, 60)
    r = np.interp(t, [0, 0.02, 0.035, 0.06, 0.3, 0.55, 0.72, 0.95, 0.985, 1.0],
                  [0.0, 0.024, 0.024, 0.0135, 0.0135, 0.021, 0.031, 0.0335, 0.028, 0.0])  # fmt: skip
    body = placed(turned(np.stack([r, t * long_], 1), 48), turns=[("y", 90)])
    k = np.linspace(0.065, 0.33, 120)
    tape = rod(np.stack([k * long_, 0 * k, 0 * k], 1), 0.0146 + 0.0006 * np.abs(np.sin(k * 130)), 20)
    parts = [part(wood, body), part(trim(member, "leather", member.accent or "#2a2320"), tape)]
    return assemble(parts, [around(body)], mass=0.9, friction=0.4, restitution=0.45)


def golf_club(member: CastMember, rng: Rng) -> Prop:
    """A driver leaning back on its big head, its grip in the air, with a ball on a tee before it."""
    steel, tall = trim(member, "chrome", wear=0.05), 1.02 * vary(rng, 0.02)
    t = np.linspace(0, 1, 40)
    lean = np.array([0.26, 0.10, tall])
    shaft = rod(np.array([-0.03, 0, 0.05]) + t[:, None] * (lean - [-0.03, 0, 0.05]), 0.0062 - 0.001 * t, 12)
    g = np.linspace(0.74, 1.01, 40)[:, None]
    grip = rod(np.array([-0.03, 0, 0.05]) + g * (lean - [-0.03, 0, 0.05]), np.linspace(0.0105, 0.0135, 40),
        14)  # fmt: skip
    head = stretched(shapes.icosphere(4), (0.065, 0.056, 0.036), at=(0.03, 0.012, 0.034))
    head.vertices[:, 1] = np.maximum(head.vertices[:, 1], -0.032)
    head.vertices[:, 2] = np.maximum(head.vertices[:, 2], 0.004)
    neck = rod([(-0.026, 0, 0.035), (-0.012, 0.006, 0.10)], 0.011, 12)
    ball = stretched(shapes.icosphere(3), (0.0215, 0.0215, 0.0215), at=(0.04, -0.1, 0.045))
    tee = placed(turned([(0, 0), (0.0025, 0.004), (0.0025, 0.018), (0.006, 0.024), (0, 0.024)], 12),
        at=(0.04, -0.1, 0))  # fmt: skip
    paint = trim(member, "car_paint", hue(member, rng) or "#17181b")
    parts = [part(steel, shaft, neck), part(trim(member, "rubber", "#1b1b1c"), grip), part(paint,
        creased(head, 40)), part(trim(member, "plastic", "#f2f1ec"), ball), part(trim(member, "painted_wood",
        "#c8402c"), tee)]  # fmt: skip
    return assemble(parts, [around(head), around(shaft), around(ball)], mass=0.4, friction=0.5,
        restitution=0.3)  # fmt: skip


def hockey_stick(member: CastMember, rng: Rng) -> Prop:
    """An ice-hockey stick lying on its side along X, its blade taped, with a puck beside it."""
    paint, long_ = surface(member, rng), 1.36 * vary(rng, 0.02)
    shaft = bent([(-long_ / 2, 0, 0.016), (long_ / 2 - 0.02, 0, 0.016)], 0.022, 0.030, side=(0, 0, 1))
    heel = np.array([long_ / 2 - 0.03, 0, 0.016])
    blade_path = curve([heel, heel + [0.05, -0.045, 0.006], heel + [0.09, -0.16, 0.012], heel + [0.115,
        -0.30, 0.02]], 20)  # fmt: skip
    wide = np.interp(np.linspace(0, 1, 20), [0, 0.3, 0.9, 1], [0.030, 0.062, 0.075, 0.04])
    blade = bent(blade_path, 0.012, wide, side=(0, 0, 1))
    tapes = [bent(blade_path[6:19] + [0, 0, 0.0005], 0.0138, wide[6:19] + 0.001, side=(0, 0,
         1)), bent([(-long_ / 2 - 0.003, 0, 0.016), (-long_ / 2 + 0.17, 0, 0.016)], 0.025,
         0.033, side=(0, 0, 1))]  # fmt: skip
    bands = [bent([(x, 0, 0.016), (x + 0.16, 0, 0.016)], 0.0228, 0.0308, side=(0, 0, 1)) for x in (-0.1,
        0.16)]  # fmt: skip
    puck = placed(turned([(0, 0), (0.036, 0), (0.038, 0.003), (0.038, 0.022), (0.036, 0.025), (0, 0.025)],
        40), at=(long_ / 2 - 0.12, -0.22, 0))  # fmt: skip
    parts = [part(paint, shaft, blade), part(trim(member, "linen", "#1c1c1e"), *tapes),
         part(trim(member, "plastic", member.accent or "#c8302a"), *bands), part(trim(member,
         "rubber", "#141415"), puck)]  # fmt: skip
    return assemble(parts, [around(shaft), around(blade), around(puck)], mass=0.7, friction=0.4,
        restitution=0.3)  # fmt: skip


def dumbbell(member: CastMember, rng: Rng) -> Prop:
    """A dumbbell lying along X: two six-sided rubber heads on a knurled chrome handle."""
    rubber = trim(member, member.material or "rubber", member.colour or "#1d1e20")
    a = np.arange(6) * np.pi / 3 + np.pi / 6
    ring = np.stack([0 * a, np.cos(a), np.sin(a)], 1)
    profile = ((0.0, 0.030), (0.004, 0.046), (0.020, 0.060), (0.068, 0.060), (0.086, 0.044), (0.089, 0.028))
    head = loft(np.array([ring * r + [x, 0, 0] for x, r in profile]), crease_deg=25)
    disc = placed(turned([(0, 0), (0.024, 0), (0.024, 0.003), (0.019, 0.004), (0, 0.0035)], 32), at=(0.088,
        0, 0), turns=[("y", 90)])  # fmt: skip
    heads, discs = [], []
    for s in (0.0, 180.0):
        shift = (0.062 if s == 0 else -0.062, 0, 0)
        heads.append(placed(head, at=shift, turns=[("z", s)]))
        discs.append(placed(disc, at=shift, turns=[("z", s)]))
    t = np.linspace(-1, 1, 60)
    grip = rod(np.stack([t * 0.07, 0 * t, 0 * t], 1), 0.0165 - 0.003 * t**2 + 0.0004 * np.cos(t * 150), 24)
    parts = [part(rubber, *heads), part(trim(member, "chrome", wear=0.1), grip),
             part(trim(member, "painted_metal", member.accent or "#c9ccd0"), *discs)]  # fmt: skip
    return assemble(parts, [*(around(m) for m in heads), post((0, 0, 0), 0.017, 0.14, ("y", 90))], mass=10.0,
                    friction=0.7, restitution=0.15)  # fmt: skip


def kettlebell(member: CastMember, rng: Rng) -> Prop:
    """A cast ball with a flat foot and a thick bow of a handle."""
    iron = trim(member, member.material or "painted_metal", member.colour or "#232427")
    bowl = np.stack([0.098 * np.sin(np.linspace(np.pi - 0.55, 0, 40)), 0.084 + 0.098
        * np.cos(np.linspace(np.pi - 0.55, 0, 40))], 1)  # fmt: skip
    body = turned(np.concatenate([[(0, bowl[0, 1])], bowl]), 56)
    bow = curve([(-0.060, 0, 0.145), (-0.068, 0, 0.20), (-0.058, 0, 0.245), (0, 0, 0.262), (0.058, 0, 0.245),
                 (0.068, 0, 0.20), (0.060, 0, 0.145)], 50)  # fmt: skip
    handle = rod(bow, 0.0165, 18)
    band = turned([(0.0985, 0.070), (0.0995, 0.074), (0.0995, 0.094), (0.0985, 0.098)], 56)
    parts = [part(iron, body, handle), part(trim(member, "painted_metal", member.accent or "#c8a02a"), band)]
    return assemble(parts, [around(body), around(handle)], mass=16.0, friction=0.7, restitution=0.1)


def _glove(s: float) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """One glove along X, thumb to the `s` side: padded fist and thumb, white cuff, its hem."""
    t = np.linspace(0, 1, 40)
    ring = np.linspace(0, 2 * np.pi, 41)[:-1]
    x = 0.02 + 0.20 * t
    high = np.interp(t, [0, 0.15, 0.45, 0.75, 0.92, 1], [0.044, 0.052, 0.068, 0.070, 0.048, 0.006])
    wide = np.interp(t, [0, 0.15, 0.45, 0.75, 0.92, 1], [0.048, 0.056, 0.074, 0.074, 0.052, 0.006])
    drop = -0.012 * t**2
    squash = 1 - 0.25 * np.clip(-np.sin(ring), 0, 1)
    body = np.stack([np.broadcast_to(x[:, None], (40, 40)), wide[:, None] * np.cos(ring),
                     0.062 + drop[:, None] + high[:, None] * np.sin(ring) * squash], 2)  # fmt: skip
    line = curve([(0.055, s * 0.042, 0.062), (0.10, s * 0.082, 0.066), (0.15, s * 0.085, 0.062), (0.185, s
        * 0.068, 0.058)], 24)  # fmt: skip
    thumb = rod(line, np.array([0.025, *np.linspace(0.029, 0.030, 17), 0.029, 0.027, 0.024, 0.019, 0.013,
        0.004]), 18)  # fmt: skip
    cuff = placed(turned([(0.044, 0), (0.052, 0.004), (0.053, 0.05), (0.049, 0.075), (0.05, 0.09), (0.04,
        0.09), (0.038, 0.01), (0.044, 0)], 40), at=(-0.06, 0, 0.060), turns=[("y", 90)])  # fmt: skip
    hems = [placed(hoop(0.050, 0.0035), at=(at, 0, 0.060), turns=[("y", 90)]) for at in (-0.058, 0.026)]
    palm = rod(curve([(0.03, 0, 0.018), (0.09, 0, 0.006), (0.15, 0, 0.008)], 12), 0.004, 8)
    return [loft(body, crease_deg=70), thumb], [cuff], [*hems, palm]


def boxing_glove(member: CastMember, rng: Rng) -> Prop:
    """A padded boxing glove lying on its palm, fist to +X; a crossed pair where the words say so."""
    leather = surface(member, rng)
    pair = says(member, "pair of")
    groups: list[list[Mesh]] = [[], [], []]
    for _k, s in enumerate((-1.0, 1.0) if pair else (-1.0,)):
        at, turn = ((-0.02, s * 0.095, 0.0), s * -14.0) if pair else ((0.0, 0.0, 0.0), 0.0)
        for own, meshes in zip(groups, _glove(s), strict=True):
            own += [placed(m, at=at, turns=[("z", turn)]) for m in meshes]
    white, dark = trim(member, "leather", member.accent or "#ece7dc"), trim(member, "leather", "#26211f")
    parts = [part(skin, *meshes) for skin, meshes in zip((leather, white, dark), groups, strict=True)]
    return assemble(parts, [around(m) for m in (*groups[0], *groups[1])], mass=0.35 * (1 + pair),
        friction=0.7, restitution=0.25)  # fmt: skip


def _boot(tall: float, s: float) -> list[Mesh]:
    """A laced boot, toe to -Y, its sole at z = 0: shaft, foot, tongue."""
    t = np.linspace(0, 1, 36)
    ring = np.linspace(0, 2 * np.pi, 33)[:-1]
    heights = t * tall
    toe = np.interp(t, [0, 0.22, 0.40, 0.55, 1], [-0.155, -0.150, -0.085, -0.045, -0.055])
    heel = np.interp(t, [0, 0.3, 1], [0.098, 0.090, 0.085])
    half = np.interp(t, [0, 0.25, 0.5, 0.8, 1], [0.040, 0.046, 0.040, 0.044, 0.047])
    centre, deep = (toe + heel) / 2, (heel - toe) / 2
    p = np.abs(np.sin(ring)) ** 0.85 * np.sign(np.sin(ring))
    return [loft(np.stack([half[:, None] * np.cos(ring), centre[:, None] + deep[:, None] * p,
                           np.repeat(heights[:, None], 32, 1)], 2), crease_deg=55)]  # fmt: skip


def _laces(tall: float, base: float) -> list[Mesh]:
    made = []
    for z in np.linspace(0.42, 0.93, 6):
        y = float(np.interp(z, [0.40, 0.55, 1], [-0.088, -0.05, -0.06])) - 0.003
        made.append(rod(curve([(-0.022, y + 0.007, base + z * tall), (0, y - 0.003, base + z * tall + 0.004),
                               (0.022, y + 0.007, base + (z + 0.05) * tall)], 8), 0.0032, 6))  # fmt: skip
    return made


def skates(member: CastMember, rng: Rng) -> Prop:
    """A pair of laced boots on steel runners, or on four wheels each where the words say roller."""
    rolls = member.kind == "roller_skates"
    leather = surface(member, rng)
    base, tall = (0.085, 0.19) if rolls else (0.065, 0.20)
    groups: list[list[Mesh]] = [[], [], [], []]
    for s, shift, turn in ((-1, (-0.085, 0.02, 0), -7.0), (1, (0.085, -0.02, 0), 16.0)):
        boot = [placed(m, at=(0, 0, base + 0.012)) for m in _boot(tall, s)]
        top = stretched(hoop(1.0, 0.1, tall=0.1), (0.047, 0.07, 0.07), at=(0, 0.015, base + 0.012 + tall))
        sole = placed(stretched(shapes.rounded_box((1, 1, 1), 0.3, 5), (0.086, 0.262, 0.02)), at=(0, -0.028,
            base + 0.006))  # fmt: skip
        mouth = stretched(shapes.icosphere(3), (0.042, 0.064, 0.004), at=(0, 0.015, base + 0.0125 + tall))
        heel = placed(shapes.rounded_box((0.066, 0.075, 0.03), 0.008, 3), at=(0, 0.062, base - 0.004))
        metal, wheels = _wheels(base) if rolls else (_runner(base), [])
        for own, meshes in zip(groups, (boot, [sole, heel, top, mouth], metal, [*_laces(tall, base + 0.012),
            *wheels]), strict=True):  # fmt: skip
            own += [placed(m, at=shift, turns=[("z", turn)]) for m in meshes]
    soft = trim(member, "rubber" if rolls else "linen", member.accent or ("#c8402c" if rolls else "#ece7da"))
    skins = (leather, trim(member, "leather", "#3a2417"), trim(member, "chrome" if not rolls else "steel",
        wear=0.1), soft)  # fmt: skip
    parts = [part(skin, *meshes) for skin, meshes in zip(skins, groups, strict=True)]
    walls = [around(m) for m in (*groups[0], *groups[2], *(groups[3] if rolls else ()))]
    return assemble(parts, walls, mass=2.2, friction=0.15, restitution=0.15)


def _runner(base: float) -> list[Mesh]:
    """A figure-skating blade, 4 mm thick, on two stanchions."""
    line = np.array([(0, 0.115, 0.012), (0, 0.08, 0.009), (0, -0.08, 0.009), (0, -0.145, 0.013), (0, -0.17,
        0.024), (0, -0.18, 0.042)])  # fmt: skip
    blade = bent(curve(line, 30), 0.006, 0.018)
    posts = [bent([(0, y, 0.012), (0, y + d, base)], wide, 0.05, side=(1, 0, 0)) for y, d, wide in ((0.07,
        -0.01, 0.007), (-0.1, 0.015, 0.007))]  # fmt: skip
    plates = [placed(shapes.rounded_box((0.05, 0.08, 0.006), 0.002, 2), at=(0, y, base - 0.003))
        for y in (0.06, -0.085)]  # fmt: skip
    return [blade, *posts, *plates]


def _wheels(base: float) -> tuple[list[Mesh], list[Mesh]]:
    """Plate, axles and four wheels; and the stopper at the toe."""
    metal = [placed(shapes.rounded_box((0.05, 0.24, 0.012), 0.004, 2), at=(0, -0.03, base - 0.008))]
    wheels = []
    for y in (0.055, -0.105):
        metal += [rod([(-0.052, y, 0.03), (0.052, y, 0.03)], 0.006, 10),
                  bent([(0, y, 0.03), (0, y, base - 0.01)], 0.03, 0.034)]  # fmt: skip
        for x in (-0.04, 0.04):
            wheels.append(placed(turned([(0, -0.016), (0.024, -0.016), (0.030, -0.010), (0.030, 0.010),
                (0.024, 0.016), (0, 0.016)], 32), at=(x, y, 0.03), turns=[("y", 90)]))  # fmt: skip
    stop = placed(turned([(0, 0), (0.02, 0), (0.022, 0.015), (0.014, 0.03), (0, 0.03)], 20), at=(0, -0.165,
        0.026), turns=[("x", -30)])  # fmt: skip
    return metal, [*wheels, stop]


SPORTS: dict[str, Generator] = {"tennis_racket": tennis_racket, "baseball_bat": baseball_bat,
    "golf_club": golf_club, "hockey_stick": hockey_stick, "dumbbell": dumbbell, "kettlebell": kettlebell,
    "boxing_glove": boxing_glove, "ice_skates": skates, "roller_skates": skates}  # fmt: skip
