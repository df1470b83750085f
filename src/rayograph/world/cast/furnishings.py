"""What furnishes a room: sofa, bed, side table, rug."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.furniture import cushion
from rayograph.world.cast.lettered import panel, printed
from rayograph.world.cast.shaping import beam, curve, outline_path, placed, rod, slab, turned
from rayograph.world.cast.unmade import WORDS, tossed
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator


def sofa(member: CastMember, rng: Rng) -> Prop:
    """A sofa of three seats: loose cushions with piping, square or rolled arms, two throw pillows."""
    cloth, wood = surface(member, rng), trim(member, "walnut")
    wide, deep, arm = 2.00 * vary(rng, 0.04), 0.86, 0.17
    rolled = rng.random() < 0.5
    inner, seats = wide - 2 * arm, 3
    pitch = inner / seats
    soft = [placed(shapes.rounded_box((wide - 0.04, deep - 0.10, 0.17), 0.03, 5), at=(0, 0, 0.21)),
        placed(shapes.rounded_box((wide - 0.02, 0.17, 0.60), 0.07, 7), at=(0, deep / 2 - 0.115, 0.53),
        turns=[("x", -9)])]  # fmt: skip
    for k in range(seats):
        x = (k - 1) * pitch
        sag = float(rng.uniform(-0.008, 0.004))
        soft.append(cushion((x, -0.075, 0.365 + sag), (pitch - 0.006, 0.66, 0.155), 6, 0.030))
        tilt = 77 + float(rng.uniform(-2, 2))
        soft.append(placed(cushion((0, 0, 0), (pitch - 0.012, 0.46, 0.17), 5, 0.040),
            at=(x, 0.215, 0.615), turns=[("x", tilt)]))  # fmt: skip
        piping = outline_path(pitch - 0.035, 0.62, 0.06)
        soft += [rod(piping + [x, -0.075, z], 0.005, 6) for z in (0.300 + sag, 0.428 + sag)]
    for side in (-1, 1):
        x = side * (wide / 2 - arm / 2)
        soft.append(placed(shapes.rounded_box((arm, deep - 0.05, 0.46), 0.05, 6), at=(x, -0.02, 0.36)))
        if rolled:
            roll = np.linspace((x, -deep / 2 + 0.005, 0.585), (x, deep / 2 - 0.06, 0.595), 15)
            soft.append(rod(roll, 0.094 - 0.013 * np.abs(np.linspace(-1, 1, 15)) ** 6, 28))
    pillow = trim(member, "linen" if cloth.name != "linen" else "velvet", member.accent or str(rng.choice(
        ["#c9a35a", "#a8472f", "#d8cdb8", "#3f5a5c"])))  # fmt: skip
    throws = [placed(cushion((0, 0, 0), (0.44, 0.44, 0.12), 4, 0.035),
        at=(s * (inner / 2 - 0.20), 0.06, 0.64), turns=[("z", 12.0 * s), ("x", 66), ("z", -16.0 * s)])
        for s in (-1, 1)]  # fmt: skip
    feet = [placed(turned([(0, 0), (0.017, 0), (0.030, 0.13), (0, 0.13)], 20),
        at=(sx * (wide / 2 - 0.10), y, 0)) for sx in (-1, 1)
        for y in (-deep / 2 + 0.10, deep / 2 - 0.12)]  # fmt: skip
    walls = [box((0, -0.06, 0.27), (wide - 0.02, 0.70, 0.34)),
             box((0, 0.30, 0.56), (wide - 0.04, 0.16, 0.58), ("x", -9))]  # fmt: skip
    walls += [box((s * (wide / 2 - arm / 2), -0.02, 0.38), (arm, deep - 0.05, 0.54)) for s in (-1, 1)]
    walls += [post((sx * (wide / 2 - 0.10), y, 0.065), 0.027, 0.13) for sx in (-1, 1)
              for y in (-deep / 2 + 0.10, deep / 2 - 0.12)]  # fmt: skip
    return assemble([part(cloth, *soft), part(pillow, *throws), part(wood, *feet)], walls, mass=62.0,
        friction=0.7, restitution=0.08)  # fmt: skip


def bed(member: CastMember, rng: Rng) -> Prop:
    """A double bed, head at the back: boards, mattress, two pillows, a duvet thrown over in folds."""
    bare = member.model_copy(update={"colour": None})  # a bed's colour is that of its linen
    wood, linen = (surface(bare, rng, "walnut" if rng.random() < 0.5 else "oak"),
        trim(member, "linen", "#ece7db"))  # fmt: skip
    wide, long_ = 1.50 * vary(rng, 0.04), 2.05
    boards = [beam((-wide / 2, long_ / 2 - 0.03, z), (wide / 2, long_ / 2 - 0.03, z), 0.03, 0.20, rng=rng)
        for z in (0.36, 0.57, 0.78)]  # fmt: skip
    boards.append(beam((-wide / 2 - 0.03, long_ / 2 - 0.03, 0.92),
        (wide / 2 + 0.03, long_ / 2 - 0.03, 0.92), 0.06, 0.05, radius=0.012))  # fmt: skip
    boards += [beam((s * wide / 2, long_ / 2 - 0.03, 0), (s * wide / 2, long_ / 2 - 0.03, 0.94), 0.06,
        0.06, up=(0, 1, 0), rng=rng) for s in (-1, 1)]  # fmt: skip
    boards += [beam((s * wide / 2, -long_ / 2 + 0.04, 0.27), (s * wide / 2, long_ / 2 - 0.04, 0.27),
        0.035, 0.14, rng=rng) for s in (-1, 1)]  # fmt: skip
    boards.append(
        beam((-wide / 2, -long_ / 2 + 0.03, 0.30), (wide / 2, -long_ / 2 + 0.03, 0.30), 0.035, 0.22, rng=rng)
    )
    boards += [beam((s * wide / 2, -long_ / 2 + 0.03, 0), (s * wide / 2, -long_ / 2 + 0.03, 0.44), 0.06,
        0.06, up=(0, 1, 0), rng=rng) for s in (-1, 1)]  # fmt: skip
    mattress = placed(shapes.rounded_box((wide - 0.04, long_ - 0.12, 0.24), 0.05, 7), at=(0, -0.01, 0.40))
    pillows = [placed(cushion((0, 0, 0), (0.66, 0.44, 0.15), 3.4, 0.045),
        at=(s * wide * 0.235, long_ / 2 - 0.30, 0.585), turns=[("x", 16 + float(rng.uniform(-4, 4))),
        ("z", float(rng.uniform(-5, 5)))]) for s in (-1, 1)]  # fmt: skip
    cover = trim(member, "linen", hue(member, rng) or "#5b6e7d")
    walls: list[Collider] = [box((0, -0.01, 0.28), (wide, long_ - 0.08, 0.56)),
                             box((0, long_ / 2 - 0.03, 0.47), (wide + 0.05, 0.06, 0.94))]  # fmt: skip
    if says(member, *WORDS):
        duvet, sheet, pillows = tossed(wide, long_, member.seed)
        parts = [part(wood, *boards), part(linen, mattress, sheet, *pillows), part(cover, duvet)]
        return assemble(parts, walls, mass=95.0, friction=0.8, restitution=0.05)
    return assemble(
        [part(wood, *boards), part(linen, mattress, *pillows), part(cover, _made(wide, long_, member.seed))],
        walls, mass=95.0, friction=0.8, restitution=0.05)  # fmt: skip


def _made(wide: float, long_: float, seed: int) -> Mesh:
    """The duvet of a made bed, smooth but for its folds."""
    u, v = np.meshgrid(np.linspace(-1, 1, 161), np.linspace(0, 1, 141))
    reach = wide / 2 + 0.02
    x = np.clip(u * (reach + 0.26), -reach, reach) + np.sign(u) * 0.03 * smoothstep(0.8, 1.0, np.abs(u))
    over = np.maximum(np.abs(u) * (reach + 0.26) - reach, 0)
    y = -long_ / 2 + 0.02 + v * (long_ - 0.62)
    fold = 0.030 * fbm2(u * 2.4 + v, v * 3.0, octaves=4, seed=seed) + 0.010 * fbm2(
        u * 9, v * 8, octaves=3, seed=seed + 4
    )
    z = 0.560 + fold * (1 - 0.6 * (over > 0)) - over * 1.02 - 0.03 * smoothstep(0.9, 1.0, np.abs(u))
    x = x + np.sign(u) * 0.025 * np.sin(v * 26 + 3 * fbm2(v * 4, u, octaves=2, seed=seed)) * (
        over > 0.02
    ) * np.minimum(over * 5, 1)
    hem = smoothstep(0.92, 1.0, v)
    points = np.stack([x, y, z + 0.035 * hem * (np.abs(u) < 0.8)], 2)
    return slab(points, 0.030, crease_deg=70)


def side_table(member: CastMember, rng: Rng) -> Prop:
    """A small table: round on a turned pillar, or square with a drawer and a shelf, for a bedside."""
    wood = surface(member, rng)
    tall = 0.55 * vary(rng, 0.04)
    if says(member, "bedside", "night") or (not says(member, "round") and rng.random() < 0.45):
        return _bedside(member, rng, wood_name=wood.name, tall=tall)
    wide = 0.235 * vary(rng, 0.04)
    top = [
        (0, tall - 0.022),
        (wide - 0.008, tall - 0.022),
        (wide, tall - 0.013),
        (wide - 0.003, tall - 0.003),
        (wide - 0.010, tall),
        (0, tall),
    ]
    pillar = [
        (0, 0.10),
        (0.032, 0.10),
        (0.036, 0.13),
        (0.022, 0.16),
        (0.026, 0.24),
        (0.034, 0.30),
        (0.022, 0.36),
        (0.019, tall - 0.10),
        (0.030, tall - 0.05),
        (0.060, tall - 0.022),
        (0, tall - 0.022),
    ]
    legs: list[Mesh] = []
    for a in np.deg2rad([90, 210, 330]):
        out = np.array([np.cos(a), np.sin(a), 0])
        path = [
            out * 0.02 + [0, 0, 0.15],
            out * 0.09 + [0, 0, 0.115],
            out * 0.165 + [0, 0, 0.035],
            out * 0.215 + [0, 0, 0.012],
        ]
        legs.append(
            rod(curve(path, 20), np.interp(np.linspace(0, 1, 20), [0, 0.8, 1], [0.020, 0.012, 0.012]), 14)
        )
    walls = [
        post((0, 0, tall - 0.011), wide, 0.022),
        post((0, 0, tall / 2), 0.03, tall - 0.05),
        post((0, 0, 0.01), 0.20, 0.02),
    ]
    return assemble(
        [part(wood, turned(top, 72), turned(pillar, 40), *legs)],
        walls,
        mass=7.5,
        friction=0.5,
        restitution=0.3,
    )


def _bedside(member: CastMember, rng: Rng, *, wood_name: str, tall: float) -> Prop:
    wood = trim(member, wood_name.split("/")[0], member.colour)
    wide, deep = 0.46 * vary(rng, 0.03), 0.44
    x, y = wide / 2 - 0.03, deep / 2 - 0.03
    bars = [
        beam((-wide / 2, 0, tall - 0.012), (wide / 2, 0, tall - 0.012), deep, 0.024, radius=0.005, rng=rng),
        beam((-wide / 2 + 0.02, 0, 0.16), (wide / 2 - 0.02, 0, 0.16), deep - 0.05, 0.018, rng=rng),
    ]
    for sx in (-1, 1):
        for sy in (-1, 1):
            line = np.array([(sx * x * 1.02, sy * y * 1.02, 0.0), (sx * x, sy * y, tall - 0.02)])
            bars.append(rod(np.linspace(line[0], line[1], 6), np.linspace(0.013, 0.021, 6), 16))
    low = tall - 0.17
    bars += [
        beam(
            (-wide / 2 + 0.02, deep / 2 - 0.03, low + 0.07),
            (wide / 2 - 0.02, deep / 2 - 0.03, low + 0.07),
            0.018,
            0.15,
            rng=rng,
        )
    ]
    bars += [beam((s * x, -y, low + 0.07), (s * x, y, low + 0.07), 0.018, 0.15, rng=rng) for s in (-1, 1)]
    front = beam(
        (-wide / 2 + 0.05, -deep / 2 + 0.022, low + 0.075),
        (wide / 2 - 0.05, -deep / 2 + 0.022, low + 0.075),
        0.020,
        0.125,
        rng=rng,
    )
    knob = placed(
        turned([(0, 0), (0.006, 0.002), (0.006, 0.012), (0.014, 0.018), (0.012, 0.026), (0, 0.028)], 24),
        at=(0, -deep / 2 + 0.012, low + 0.075),
        turns=[("x", 90)],
    )
    walls = [
        box((0, 0, tall - 0.085), (wide, deep, 0.17)),
        box((0, 0, 0.16), (wide - 0.04, deep - 0.05, 0.02)),
    ]
    walls += [post((sx * x, sy * y, tall / 2), 0.018, tall) for sx in (-1, 1) for sy in (-1, 1)]
    return assemble(
        [part(wood, *bars, front), part(trim(member, "brass"), knob)],
        walls,
        mass=9.0,
        friction=0.5,
        restitution=0.3,
    )


def rug(member: CastMember, rng: Rng) -> Prop:
    """A woven rug with borders, a medallion and fringes, lying a little wavy."""
    wide, deep = 1.90 * vary(rng, 0.04), 1.25
    field = hue(member, rng) or "#7a2320"
    picture = _woven(wide / deep, np.array(from_hex(field)), member, rng)
    nx, ny = 121, 81
    u, v = np.meshgrid(np.linspace(-1, 1, nx), np.linspace(-1, 1, ny))
    wave = 0.0015 * np.maximum(fbm2(u * 2, v * 2, octaves=3, seed=member.seed), 0)
    edge = np.minimum(1 - np.abs(u), 1 - np.abs(v))
    z = 0.0008 + (0.0045 + wave) * smoothstep(0.0, 0.012, edge)
    top = panel(np.stack([u * wide / 2, v * deep / 2, z], 2))
    fringe = [
        rod(
            [
                (s * wide / 2, y, 0.004),
                (s * (wide / 2 + 0.05), y + float(rng.uniform(-0.008, 0.008)), 0.0022),
            ],
            0.0020,
            5,
        )
        for s in (-1, 1)
        for y in np.linspace(-deep / 2 + 0.01, deep / 2 - 0.01, 64)
    ]
    wool = replace(printed("rug", picture, roughness=0.95), sheen=0.6)
    parts = [part(wool, top), part(trim(member, "linen", "#e0d3b4"), *fringe)]
    # what stands on it presses into its pile, so it has no collider of its own
    return assemble(parts, [], mass=12.0, friction=0.9, restitution=0.05)


def _woven(aspect: float, field: np.ndarray, member: CastMember, rng: Rng) -> np.ndarray:
    """The carpet's picture: knots in rows, border bands with lozenges, a stepped medallion, corner pieces."""
    tall = 520
    wide = round(tall * aspect)
    y, x = np.mgrid[0:tall, 0:wide].astype(float)
    u, v = (x / wide - 0.5) * 2 * aspect, (y / tall - 0.5) * 2
    u, v = np.round(u * 90) / 90, np.round(v * 90) / 90
    navy, cream, ochre = (np.array(from_hex(c)) for c in (member.accent or "#1c2a44", "#d9c8a0", "#b07a35"))
    edge = np.minimum(aspect - np.abs(u), 1 - np.abs(v))
    along = np.where(aspect - np.abs(u) < 1 - np.abs(v), v, u)
    picture = np.broadcast_to(field, (tall, wide, 3)).copy()

    def ink(mask: np.ndarray, colour: np.ndarray) -> None:
        picture[mask] = colour

    repeat = int(rng.integers(5, 8))
    lattice = np.abs(((u * repeat) % 1) - 0.5) + np.abs(((v * repeat) % 1) - 0.5)
    ink(lattice < 0.13, ochre)
    ink(lattice < 0.06, cream)
    far = np.abs(u) / aspect * 1.05 + np.abs(v)
    ink(far < 0.66, navy)
    ink(far < 0.60, cream)
    ink(far < 0.57, field * 0.8)
    ring = np.cos(np.arctan2(v, u) * 8) * 0.06
    ink(np.hypot(u, v) + ring < 0.34, ochre)
    ink(np.hypot(u, v) + ring < 0.29, navy)
    ink((np.hypot(u, v) + ring < 0.14), cream)
    ink((np.abs(u) / aspect + np.abs(v) > 1.62) & (edge > 0.2), navy)
    ink(edge < 0.24, navy)
    lozenge = np.abs(((along * 4.5) % 1) - 0.5) + np.abs((edge - 0.13) * 4.5)
    ink((lozenge < 0.34) & (edge < 0.22), ochre)
    ink((lozenge < 0.18) & (edge < 0.22), cream)
    for low, high, colour in ((0.22, 0.24, cream), (0.03, 0.05, cream), (0.0, 0.03, field * 0.7)):
        ink((edge >= low) & (edge < high), colour)
    fade = 1 + 0.20 * fbm2(u * 2, v * 2, octaves=4, seed=member.seed)[..., None]
    knot = 0.88 + 0.24 * np.random.default_rng(member.seed).random((tall, wide, 1))
    stripe = 1 + 0.06 * np.sin(y * np.pi)[..., None]
    return np.asarray(np.clip(picture * fade * knot * stripe, 0.004, 0.9), np.float32)


def scatter_cushion(member: CastMember, rng: Rng) -> Prop:
    """A scatter cushion that lies plump on its back, piped at its seam."""
    cloth = surface(member, rng)
    wide, deep, thick = 0.42 * vary(rng, 0.03), 0.42, 0.12
    body = cushion((0, 0, thick / 2 + 0.02), (wide, deep, thick), 4.5, 0.035)
    edge = outline_path(wide - 0.012, deep - 0.012, 0.035) + [0, 0, thick / 2 + 0.02]
    walls = [box((0, 0, 0.08), (wide * 0.9, deep * 0.9, 0.185))]
    return assemble([part(cloth, body, rod(edge, 0.005, 8))], walls, mass=0.7, friction=0.8, restitution=0.05)
