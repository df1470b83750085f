"""Things of a nursery: doll, rocking horse, toy train, pram."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.bent import bent
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitted import fitted
from rayograph.world.cast.fitting import assemble, box, hue, part, trim
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.makings import cut, disc, hugged, shaped, slab_box, spun
from rayograph.world.cast.shaping import beam, curve, hoop, placed, rod, slab, stretched
from rayograph.world.cast.surface import capsule, ellipsoid, join, meshed
from rayograph.world.scene import Prop

Rng = np.random.Generator


def doll(member: CastMember, rng: Rng) -> Prop:
    """A rag doll sitting: round head with stitched face and woollen plaits, dress with a skirt, striped
    legs, shoes."""
    cloth = replace(trim(member, "linen", hue(member, rng) or "#b3455a"), roughness=0.9)
    skin = replace(trim(member, "linen", "#efd3b8"), roughness=0.85, bump=None)
    head = placed(spheroid((0.048, 0.043, 0.050), 40, 64), at=(0, 0.0, 0.250))
    t = np.linspace(0, 1, 40)
    skirt_r = np.interp(t, [0, 0.12, 0.5, 0.8, 1], [0.098, 0.100, 0.066, 0.036, 0.028])
    angle = np.linspace(0, 2 * np.pi, 97)[:-1]
    flare = 1 + (0.10 * (1 - t) ** 1.4)[:, None] * np.cos(12 * angle)
    from rayograph.world.cast.shaping import loft

    rings = np.stack([skirt_r[:, None] * flare * np.cos(angle), skirt_r[:, None] * 0.86 * flare
        * np.sin(angle), np.repeat((0.030 + 0.168 * t)[:, None], 96, 1)], 2)  # fmt: skip
    dress = loft(rings, crease_deg=70)
    arms, hands, shoes = [], [], []
    legs: list[Mesh] = []
    stripes: list[Mesh] = []
    for s in (-1, 1):
        path = curve([(s * 0.030, 0, 0.186), (s * 0.070, -0.012, 0.160), (s * 0.088, -0.040, 0.118)], 20)
        arms.append(rod(path, np.linspace(0.020, 0.0165, 20), 18))
        hands.append(placed(spheroid((0.016, 0.015, 0.018), 18, 28), at=(s * 0.091, -0.047, 0.106)))
        for k in range(9):
            a = np.array([s * 0.038, -0.055 - 0.0135 * k, 0.030])
            (legs if k % 2 else stripes).append(rod([a, a + [s * 0.0012, -0.0138, -0.0004]], 0.0175, 18))
        shoes.append(placed(stretched(spheroid((1, 1, 1), 20, 32), (0.020, 0.020, 0.027)), at=(s
            * 0.048, -0.182, 0.033)))  # fmt: skip
    hair = [placed(stretched(spheroid((1, 1, 1), 30, 60), (0.0525, 0.046, 0.050)), at=(0, 0.008, 0.258))]
    for s in (-1, 1):
        for k in range(7):
            hair.append(placed(spheroid((0.0125, 0.0125, 0.0115), 14, 24), at=(s * (0.052 + 0.003
                * k), -0.004, 0.236 - 0.0155 * k)))  # fmt: skip
    fringe = [rod(curve([(x, -0.030, 0.292), (x * 1.3, -0.041, 0.276), (x * 1.4, -0.0415,
        0.262)], 10), 0.0042, 8) for x in np.linspace(-0.026, 0.026, 9)]  # fmt: skip
    eyes = [disc(0.0046, 0.004, (s * 0.016, -0.0415, 0.253), [("x", 90)]) for s in (-1, 1)]
    mouth = rod(curve([(-0.012, -0.0405, 0.236), (0, -0.0428, 0.2325), (0.012, -0.0405, 0.236)],
        14), 0.0014, 8)  # fmt: skip
    blush = [disc(0.0062, 0.002, (s * 0.025, -0.0372, 0.241), [("x", 90), ("z", s * 28.0)]) for s in (-1, 1)]
    bows = [placed(stretched(spheroid((1, 1, 1), 12, 20), (0.013, 0.006, 0.008)), at=(s * 0.072,
        -0.006, 0.140)) for s in (-1, 1)]  # fmt: skip
    collar = placed(hoop(0.031, 0.006, tall=0.005, segments=48), at=(0, 0, 0.198))
    parts = [part(skin, head, *hands), part(cloth, dress, *arms), part(trim(member, "linen",
        "#f0ece0"), *stripes, collar), part(trim(member, "linen", "#a3231b"), *legs, *bows,
        mouth), part(replace(trim(member, "velvet", member.accent or "#7a3f1c"), bump=None),
        *hair, *fringe), part(trim(member, "plastic", "#15120f"), *eyes, *shoes),
        part(trim(member, "linen", "#e08a86"), *blush)]  # fmt: skip
    return hugged(parts, mass=0.3, slabs=4, friction=0.8, restitution=0.05, foot=0.4)


def rocking_horse(member: CastMember, rng: Rng) -> Prop:
    """A dappled wooden horse on bow rockers: arched neck, mane and tail, saddle, bridle, standing in
    profile."""
    paint = replace(trim(member, member.material or "painted_wood", hue(member, rng)
        or "#e6e0d2"), clearcoat=0.5)  # fmt: skip

    def field(p: np.ndarray) -> np.ndarray:
        q = np.stack([p[:, 0], np.abs(p[:, 1]), p[:, 2]], 1)
        d = ellipsoid(p, (0.0, 0, 0.52), (0.25, 0.098, 0.105))
        d = join(d, ellipsoid(p, (0.16, 0, 0.54), (0.11, 0.092, 0.115)), 0.05)
        d = join(d, capsule(p, (0.20, 0, 0.58), (0.315, 0, 0.80), 0.082, 0.056), 0.05)
        d = join(d, capsule(p, (0.315, 0, 0.825), (0.435, 0, 0.725), 0.056, 0.036), 0.03)
        d = join(d, ellipsoid(p, (0.442, 0, 0.715), (0.034, 0.032, 0.034)), 0.02)
        d = join(d, capsule(q, (0.305, 0.026, 0.865), (0.315, 0.034, 0.925), 0.017, 0.005), 0.012)
        for a, b, c in (
            ((0.17, 0.058, 0.50), (0.285, 0.078, 0.315), (0.345, 0.092, 0.135)),
            ((-0.17, 0.058, 0.50), (-0.265, 0.078, 0.325), (-0.355, 0.092, 0.135)),
        ):
            d = join(d, capsule(q, a, b, 0.060, 0.031), 0.035)
            d = join(d, capsule(q, b, c, 0.031, 0.021), 0.016)
        return np.asarray(d)

    body = meshed(field, (-0.42, -0.15, 0.10), (0.50, 0.15, 0.95), 0.0085)
    wood = fitted(member, "rocker|rockers|base", "walnut" if member.material != "walnut" else "oak")
    t = np.linspace(-1, 1, 40)
    runners = [bent(np.stack([0.60 * t, 0 * t + s * 0.105, 0.022 + 0.15 * t**2], 1), 0.036,
        0.045, side=(0, 1, 0)) for s in (-1, 1)]  # fmt: skip
    slats = [beam((x, -0.125, 0.022 + 0.15 * (x / 0.6) ** 2 + 0.03), (x, 0.125, 0.022 + 0.15 * (x
        / 0.6) ** 2 + 0.03), 0.055, 0.018) for x in (-0.36, -0.12, 0.12, 0.36)]  # fmt: skip
    hooves = [placed(spun([(0, 0), (0.030, 0), (0.026, 0.040), (0, 0.040)], 28, radius=0.004),
        at=(sx * 0.352, sy * 0.093, 0.098)) for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    mane = [placed(stretched(spheroid((1, 1, 1), 14, 20), (0.030, 0.020, 0.052)), at=(x, 0, z),
        turns=[("y", -28.0)]) for x, z in ((0.292, 0.888), (0.262, 0.850), (0.232, 0.800),
        (0.205, 0.750), (0.180, 0.700), (0.155, 0.655))]  # fmt: skip
    mane.append(placed(stretched(spheroid((1, 1, 1), 14, 20), (0.022, 0.020, 0.045)), at=(0.345,
        0, 0.875), turns=[("y", 60.0)]))  # fmt: skip
    tail = rod(curve([(-0.235, 0, 0.575), (-0.305, 0, 0.590), (-0.360, 0, 0.500), (-0.365, 0,
        0.380), (-0.340, 0, 0.300)], 40), np.interp(np.linspace(0, 1, 40), [0, 0.3, 0.7, 1],
        [0.020, 0.036, 0.034, 0.006]), 18)  # fmt: skip
    leather = trim(member, "leather", member.accent or "#8a1f22")
    saddle = stretched(spheroid((1, 1, 1), 24, 40), (0.125, 0.108, 0.055))
    saddle = placed(saddle, at=(-0.02, 0, 0.592))
    back = placed(stretched(spheroid((1, 1, 1), 16, 28), (0.028, 0.088, 0.042)), at=(-0.135, 0, 0.628))
    girth = placed(stretched(hoop(1.0, 0.10, tall=0.22, segments=56), (0.122, 0.108, 0.10)),
        at=(-0.01, 0, 0.522), turns=[])  # fmt: skip
    girth = placed(stretched(placed(hoop(0.108, 0.005, tall=0.020, segments=56), turns=[("y",
        90)]), (1.0, 0.94, 1.0)), at=(-0.02, 0, 0.520))  # fmt: skip
    bridle = [placed(placed(hoop(0.047, 0.0045, tall=0.010, segments=40), turns=[("y", 90.0
        + 40)]), at=(0.395, 0, 0.757))]  # fmt: skip
    bridle += [rod(curve([(0.395, s * 0.046, 0.745), (0.30, s * 0.085, 0.72), (0.17, s * 0.085,
        0.66), (0.10, 0, 0.655)], 24), 0.0045, 8) for s in (-1, 1)]  # fmt: skip
    eyes = [placed(spheroid((0.0105, 0.006, 0.0105), 14, 22), at=(0.365, s * 0.045, 0.808)) for s in (-1, 1)]
    parts = [part(paint, body), part(wood, *runners, *slats, *hooves), part(trim(member,
        "velvet", "#3a2416"), *mane, tail), part(leather, saddle, back, girth, *bridle),
        part(replace(trim(member, "plastic", "#0f0d0c"), clearcoat=1.0), *eyes)]  # fmt: skip
    walls = [box((0, 0, 0.055), (0.9, 0.24, 0.07)), box((0, 0, 0.50), (0.52, 0.20, 0.22)),
        box((0, 0, 0.25), (0.68, 0.20, 0.36)), box((0.32, 0, 0.76), (0.25, 0.11, 0.26))]  # fmt: skip
    return assemble(parts, walls, mass=9.0, friction=0.8)


def _wheel(radius: float, at: tuple[float, float, float], spokes: int = 8) -> tuple[list[Mesh], list[Mesh]]:
    """A spoked toy wheel, its axle along Y: (tyre and spokes, hub)."""
    turn = [("x", 90.0)]
    made = [placed(hoop(radius * 0.88, radius * 0.13, tall=radius * 0.20, segments=40), at=at, turns=turn)]
    for k in range(spokes):
        a = 2 * np.pi * k / spokes
        made.append(rod([at, (at[0] + radius * 0.85 * np.cos(a), at[1], at[2] + radius * 0.85
            * np.sin(a))], radius * 0.06, 8))  # fmt: skip
    return made, [placed(disc(radius * 0.24, radius * 0.42, (0, 0, 0)), at=at, turns=turn)]


def toy_train(member: CastMember, rng: Rng) -> Prop:
    """A wooden engine with a wagon, heading right: boiler, chimney, cab, big wheels; blocks of colour in
    the wagon."""
    red = replace(trim(member, member.material or "painted_wood", hue(member, rng) or "#b3261e"),
        clearcoat=0.6)  # fmt: skip
    black, gold = replace(trim(member, "painted_wood", "#1d1d20"), clearcoat=0.6), trim(member, "brass")
    blue = replace(trim(member, "painted_wood", member.accent or "#23508a"), clearcoat=0.6)
    boiler = placed(spun([(0, -0.062), (0.027, -0.062), (0.027, 0.052), (0.022, 0.058), (0,
        0.058)], 56, radius=0.003), at=(0.072, 0, 0.066), turns=[("y", 90)])  # fmt: skip
    bands = [placed(hoop(0.0275, 0.0016, tall=0.003, segments=56), at=(x, 0, 0.066), turns=[("y",
        90)]) for x in (0.030, 0.070, 0.112)]  # fmt: skip
    chimney = spun([(0, 0.085), (0.010, 0.085), (0.011, 0.112), (0.017, 0.122), (0.017, 0.130),
        (0, 0.130)], 36, radius=0.002)  # fmt: skip
    dome = spun([(0, 0.086), (0.014, 0.088), (0.013, 0.102), (0.006, 0.110), (0, 0.111)], 36, radius=0.003)
    base = slab_box((0.205, 0.046, 0.016), (0.030, 0, 0.034), 0.003)
    cab = [slab_box((0.008, 0.056, 0.070), (x, 0, 0.077), 0.002) for x in (-0.062, 0.004)]
    cab += [slab_box((0.066, 0.006, 0.034), (-0.029, s * 0.025, 0.059), 0.002) for s in (-1, 1)]
    cab += [slab_box((0.010, 0.006, 0.07), (x, s * 0.025, 0.077), 0.002) for x in (-0.058, 0.0)
        for s in (-1, 1)]  # fmt: skip
    roof = slab_box((0.088, 0.072, 0.009), (-0.029, 0, 0.116), 0.004)
    buffer = [rod([(0.130, s * 0.014, 0.034), (0.143, s * 0.014, 0.034)], 0.005, 14) for s in (-1, 1)]
    plough = cut(shaped([(0.126, 0.006), (0.152, 0.004), (0.134, 0.026), (0.126, 0.028)], 0.002),
        0.044, (0, 0, 0), bevel=0.004)  # fmt: skip
    wheels, hubs = [], []
    for s in (-1, 1):
        for x, r in ((-0.040, 0.027), (0.020, 0.027), (0.072, 0.018), (0.110, 0.018)):
            made, hub = _wheel(r, (x, s * 0.029, r))
            wheels += made
            hubs += hub
        for x in (-0.205, -0.125):
            made, hub = _wheel(0.018, (x, s * 0.029, 0.018))
            wheels += made
            hubs += hub
    wagon = [slab_box((0.125, 0.050, 0.010), (-0.165, 0, 0.033), 0.002), *(slab_box((0.125,
        0.006, 0.030), (-0.165, s * 0.024, 0.051), 0.002) for s in (-1, 1)), *(slab_box((0.006,
        0.050, 0.030), (-0.165 + s * 0.060, 0, 0.051), 0.002) for s in (-1, 1))]  # fmt: skip
    link = rod([(-0.105, 0, 0.034), (-0.070, 0, 0.034)], 0.003, 10)
    load = [slab_box((0.030, 0.032, 0.030), (-0.203 + 0.038 * k, 0, 0.062 + 0.004 * (k % 2)),
        0.003, [("z", 12.0 * k)]) for k in range(3)]  # fmt: skip
    parts = [part(red, base, *cab, plough), part(blue, boiler, *wagon), part(black, chimney,
        roof, *wheels), part(gold, *bands, dome, *hubs, *buffer, link)]  # fmt: skip
    parts += [part(replace(trim(member, "painted_wood", c), clearcoat=0.5), m) for c, m
        in zip(("#e0b020", "#2f7a4a", "#d9722a"), load, strict=True)]  # fmt: skip
    walls = [box((0.035, 0, 0.05), (0.21, 0.06, 0.10)), box((-0.165, 0, 0.035), (0.125, 0.06, 0.07))]
    return assemble(parts, walls, mass=0.7, friction=0.4)


def _hood(hub: np.ndarray) -> tuple[Mesh, list[Mesh]]:
    """A pleated hood that folds about a point [m], and its bows."""
    bows = []
    t = np.linspace(0, np.pi, 30)
    spread = np.deg2rad([96, 118, 140, 162, 180])
    arcs = []
    for a in spread:
        reach = 0.325
        arc = np.stack([hub[0] - reach * np.cos(a) * np.sin(t) ** 0.55, 0.200 * np.cos(t), hub[2]
            + reach * np.sin(a) * np.sin(t) ** 0.55 + 0.004], 1)  # fmt: skip
        arcs.append(arc)
        bows.append(rod(arc, 0.0055, 8))
    arcs_np = np.array(arcs)
    dense = []
    for k in range(4):
        for w in np.linspace(0, 1, 6)[: 6 if k == 3 else 5]:
            mid = (1 - w) * arcs_np[k] + w * arcs_np[k + 1]
            sag = 1 - 0.075 * np.sin(np.pi * w)
            dense.append(hub + (mid - hub) * [sag, 1, sag])
    return slab(np.array(dense), 0.006), bows


def pram(member: CastMember, rng: Rng) -> Prop:
    """A coach-built pram in profile: deep boat-shaped body, pleated hood, sprung chassis, four spoked
    wheels, handle."""
    coat = replace(trim(member, member.material or "car_paint", hue(member, rng) or "#1c2b4a"), clearcoat=1.0)
    hood_cloth = replace(trim(member, "canvas", member.accent or member.colour or "#1a2236"), roughness=0.8)
    chrome = trim(member, "chrome")
    from rayograph.world.cast.shaping import loft, rounded_outline

    rings = [np.insert(rounded_outline(0.80 * gx, 0.40 * gy, 0.13), 2, z, axis=1) for z, gx, gy
        in ((0.50, 0.50, 0.62), (0.53, 0.66, 0.78), (0.62, 0.86, 0.93), (0.74, 0.98, 1.0), (0.80,
        1.0, 1.0))]  # fmt: skip
    body = loft(np.array(rings), crease_deg=60)
    lining = loft(np.array([rings[-1] * [0.94, 0.90, 1] + [0, 0, 0.006], rings[-1] * [0.94, 0.90,
        1] - [0, 0, 0.03]]), crease_deg=40)  # fmt: skip
    rim = rod(np.concatenate([rings[-1], rings[-1][:1]]), 0.009, 12)
    hub = np.array([0.085, 0, 0.80])
    fold, bows = _hood(hub)
    blanket = placed(stretched(spheroid((1, 1, 1), 20, 40), (0.26, 0.165, 0.040)), at=(-0.10, 0, 0.80))
    pillow = placed(stretched(spheroid((1, 1, 1), 20, 40), (0.10, 0.14, 0.045)), at=(0.25, 0, 0.815))
    frame, hubs, tyres = [], [], []
    for s in (-1, 1):
        y = s * 0.235
        for x, r in ((-0.30, 0.215), (0.30, 0.215)):
            at = (x, y, r)
            tyres.append(placed(hoop(r - 0.012, 0.012, tall=0.013, segments=72), at=at, turns=[("x", 90)]))
            for k in range(16):
                a = 2 * np.pi * k / 16
                frame.append(rod([at, (x + (r - 0.02) * np.cos(a), y, r + (r - 0.02)
                    * np.sin(a))], 0.0018, 6))  # fmt: skip
            frame.append(placed(hoop(r - 0.026, 0.005, segments=64), at=at, turns=[("x", 90)]))
            hubs.append(placed(disc(0.026, 0.036, (0, 0, 0), edge=0.006), at=at, turns=[("x", 90)]))
        frame.append(rod(curve([(-0.30, s * 0.21, 0.215), (-0.20, s * 0.20, 0.33), (0.0, s
            * 0.19, 0.37), (0.20, s * 0.20, 0.33), (0.30, s * 0.21, 0.215)], 40), 0.009, 12))  # fmt: skip
        frame.append(rod(curve([(-0.30, s * 0.21, 0.34), (-0.36, s * 0.205, 0.44), (-0.30, s
            * 0.20, 0.52), (-0.18, s * 0.19, 0.55)], 24), 0.008, 12))  # fmt: skip
        frame.append(rod(curve([(0.30, s * 0.21, 0.34), (0.36, s * 0.205, 0.44), (0.30, s * 0.20,
            0.52), (0.18, s * 0.19, 0.55)], 24), 0.008, 12))  # fmt: skip
        frame.append(rod(curve([(-0.34, s * 0.20, 0.72), (-0.50, s * 0.195, 0.86), (-0.60, s
            * 0.18, 0.99)], 20), 0.010, 12))  # fmt: skip
        hubs.append(disc(0.020, 0.012, (hub[0], s * 0.206, 0.80), [("x", 90)]))
    frame += [rod([(x, -0.235, 0.215), (x, 0.235, 0.215)], 0.010, 14) for x in (-0.30, 0.30)]
    grip = rod([(-0.60, -0.185, 0.99), (-0.60, 0.185, 0.99)], 0.015, 16)
    parts = [part(coat, body), part(hood_cloth, fold), part(chrome, *frame, *hubs, rim, *bows),
        part(trim(member, "rubber", "#e9e5da"), *tyres, grip), part(trim(member, "linen",
        "#f0ece2"), lining, blanket, pillow)]  # fmt: skip
    walls = [box((0, 0, 0.65), (0.76, 0.40, 0.30)), box((0, 0, 0.22), (1.0, 0.49, 0.42)),
        box((0.22, 0, 0.95), (0.36, 0.40, 0.30))]  # fmt: skip
    return assemble(parts, walls, mass=22.0, friction=0.7)


NURSERY: dict[str, Generator] = {"doll": doll, "rocking_horse": rocking_horse,
    "toy_train": toy_train, "pram": pram}  # fmt: skip
