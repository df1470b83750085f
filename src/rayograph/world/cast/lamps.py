"""Things that shine: a candle, a lantern, a desk lamp. Their flames and bulbs carry the practical's light."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.bankers_lamp import bankers_lamp
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitted import fitted, told
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.profile import Vessel, resampled, rounded, spline, turned
from rayograph.world.noise import noise2, smoothstep
from rayograph.world.scene import Collider, Material, Part, Prop
from rayograph.world.shapes import rotation, rounded_box, translation, tube

LIGHT = "self"


def flame(height: float, rng: np.random.Generator) -> Mesh:
    """A candle flame, base at the origin: a drop drawn out upwards, swaying a little."""
    shape = np.array([(0.0, 0.0), (0.09, 0.015), (0.150, 0.14), (0.158, 0.27), (0.125, 0.48), (0.070, 0.70),
                      (0.028, 0.87), (0.0, 1.0)])  # fmt: skip
    line = spline(shape * height, 36)
    angle = np.linspace(0, 2 * np.pi, 33)
    points = np.stack(
        [line[:, :1] * np.cos(angle), line[:, :1] * np.sin(angle), np.repeat(line[:, 1:], 33, 1)], 2
    )
    sway = 0.10 * height * rng.uniform(-1, 1, 2)
    bend = (line[:, 1] / height) ** 2
    points[..., 0] += (sway[0] * bend)[:, None]
    points[..., 1] += (sway[1] * bend)[:, None]
    return wrapped(points)


def _wick(base: float, length: float, rng: np.random.Generator) -> Mesh:
    t = np.linspace(0, 1, 10)
    curl = 0.35 * length * float(rng.uniform(0.4, 1.0)) * t**2
    return tube(np.stack([curl, 0 * t, base + length * t], axis=1), 0.0009, 8)


def _wax(
    radius: float, bottom: float, top: float, member: CastMember, rng: np.random.Generator, *, drips: int
) -> Mesh:
    """A candle's body: molten hollow on top, an uneven rim and runs of wax down its sides."""
    line = rounded([(0.0, bottom), (radius * 0.985, bottom), (radius, bottom + 0.004), (radius, top - 0.004),
                    (radius * 0.97, top), (radius * 0.84, top), (radius * 0.62, top - 0.004),
                    (0.0, top - 0.005)],
                   [0.001, 0.002, 0.003, 0.002, 0.003, 0.006], steps=6)  # fmt: skip
    line = np.concatenate(
        [resampled(line[:14], 12)[:-1], resampled(line[13:26], 70)[:-1], resampled(line[25:], 60)]
    )
    angle = np.linspace(0, 2 * np.pi, 145)
    points = np.stack(
        [line[:, :1] * np.cos(angle), line[:, :1] * np.sin(angle), np.repeat(line[:, 1:], 145, 1)], 2
    )
    up = smoothstep(bottom, top, points[..., 2])
    rim = noise2(np.cos(angle) * 1.3 + 9, np.sin(angle) * 1.3, seed=member.seed)[None]
    points[..., 2] += 0.10 * radius * rim * up**6 * (np.hypot(points[..., 0], points[..., 1]) > 0.6 * radius)
    swell = np.zeros(points.shape[:2])
    outside = (np.arange(len(line)) < 84)[:, None]
    for _ in range(drips):
        at, run = float(rng.uniform(0, 2 * np.pi)), float(rng.uniform(0.12, 0.6)) * (top - bottom)
        width = float(rng.uniform(0.0022, 0.0042)) / radius
        apart = np.angle(np.exp(1j * (angle - at)))[None] / width
        end = top - run
        body = smoothstep(end - 0.002, end + 0.004, points[..., 2])
        bead = np.exp(-(((points[..., 2] - end - 0.004) / 0.005) ** 2))
        swell += 0.0024 * np.exp(-(apart**2)) * (0.7 * body + 0.6 * bead) * outside
    reach = np.hypot(points[..., 0], points[..., 1])
    points[..., :2] *= (1 + swell / np.maximum(reach, 1e-4))[..., None]
    return wrapped(points)


def candle(member: CastMember, rng: np.random.Generator) -> Prop:
    """A pillar candle, or a taper in a brass stick; it burns."""
    name = finish.material_name(member)
    metal, name = (None, name) if name == "wax" else (name, "wax")  # "A pewter candlestick": the stick is.
    wax_surface = finish.trim(
        member, name, member.colour or str(rng.choice(["#efe6cf", "#e9dfc4", "#d8c7a0"]))
    )
    pillar = finish.says(member, "pillar", "tea light") or (
        rng.random() < 0.5
        and metal is None
        and not finish.says(member, "taper", "candlestick", "candle stick")
    )
    height = 0.24 * float(rng.uniform(0.93, 1.05))
    tall = 0.034
    if pillar:
        radius = 0.0345 * float(rng.uniform(0.95, 1.04))
        body = _wax(radius, 0.0, height - tall - 0.006, member, rng, drips=int(rng.integers(2, 6)))
        parts = [Part(mesh=body, material=wax_surface)]
        top = height - tall - 0.011
        colliders: tuple[Collider, ...] = (solids.cylinder(radius, 0.0, top + 0.005),)
        weight = finish.mass(body, "wax")
    else:
        stick, colliders = _candlestick(member, rng)
        body = _wax(0.0108, 0.068, height - tall - 0.003, member, rng, drips=int(rng.integers(1, 4)))
        parts = [*stick, Part(mesh=body, material=wax_surface)]
        top = height - tall - 0.008
        colliders = (*colliders, solids.cylinder(0.0108, 0.085, top + 0.005))
        weight = 0.28
    parts.append(Part(mesh=_wick(top - 0.002, 0.0115, rng), material=finish.trim(member, "charred_wood")))
    burning = flame(tall, rng).moved(translation(0.0012, 0, top + 0.0055))
    parts.append(Part(mesh=burning, material=finish.trim(member, "wax", "#f2c27a"), light=LIGHT))
    return Prop(parts=tuple(parts), colliders=(*colliders, solids.cylinder(0.004, top, top + tall)),
        mass=weight,
                friction=0.55, restitution=0.2)  # fmt: skip


def _candlestick(member: CastMember, rng: np.random.Generator) -> tuple[list[Part], tuple[Collider, ...]]:
    """A turned brass stick with a dished foot and a drip pan."""
    swell = float(rng.uniform(0.8, 1.3))
    line = np.concatenate([
        rounded([(0.0, 0.001), (0.033, 0.0), (0.0345, 0.002), (0.0345, 0.0045), (0.031, 0.0060),
            (0.024, 0.0068)], 0.0015),
        spline([(0.022, 0.0068), (0.012, 0.011), (0.0065, 0.020), (0.0060, 0.026), (0.0105 * swell, 0.034),
                (0.0062, 0.044), (0.0055, 0.050), (0.0080, 0.058), (0.0155, 0.0655)], 48),
        rounded([(0.0185, 0.068), (0.0195, 0.071), (0.0178, 0.0715), (0.0128, 0.0705), (0.0128, 0.085),
            (0.0112, 0.0855),
                 (0.0106, 0.084), (0.0106, 0.074), (0.0, 0.074)], 0.0009)])  # fmt: skip
    own = member.material if member.material not in (None, "wax") else None
    name = own or (member.accent and "painted_metal") or "brass"
    mesh = turned(line, 96)
    outer = np.array([(0.0345, 0.0), (0.0345, 0.0045), (0.024, 0.0068), (0.010, 0.013), (0.0085, 0.055),
        (0.0195, 0.069),
                      (0.0195, 0.0715), (0.0128, 0.072), (0.0128, 0.085)])  # fmt: skip
    colliders = solids.stack(outer, [0.0, 0.013, 0.055, 0.0715, 0.085])
    return [Part(mesh=mesh, material=finish.trim(member, name, member.accent))], colliders


def lantern(member: CastMember, rng: np.random.Generator) -> Prop:
    """A hurricane lantern: tank, burner, flame in a glass chimney, four wires, vented hood, bail."""
    metal = finish.body(member, rng)
    wide, tall = 0.075 * float(rng.uniform(0.96, 1.04)), 0.30 * float(rng.uniform(0.95, 1.04))
    low, high = 0.062, tall * 0.655
    tank = np.concatenate([
        rounded([(0.0, 0.002), (wide * 0.93, 0.0), (wide, 0.004), (wide, 0.034), (wide * 0.90, 0.046),
            (wide * 0.42, 0.050)],
                [0.002, 0.003, 0.004, 0.004]),
        rounded([(wide * 0.40, 0.052), (wide * 0.40, 0.060), (wide * 0.30, low), (wide * 0.13, low + 0.004),
                 (wide * 0.10, low + 0.012), (0.0, low + 0.012)], 0.002)])  # fmt: skip
    hood = np.concatenate([
        rounded([(0.0, high - 0.001), (wide * 0.62, high - 0.001), (wide * 0.70, high),
            (wide * 0.70, high + 0.006),
                 (wide * 0.52, high + 0.012), (wide * 0.44, high + 0.030)], 0.002),
        rounded([(wide * 0.44, high + 0.032), (wide * 0.60, high + 0.036), (wide * 0.56, high + 0.041),
            (wide * 0.36, high + 0.058),
                 (wide * 0.12, high + 0.064), (0.0, high + 0.066)], 0.003)])  # fmt: skip
    outside = spline([(wide * 0.42, low - 0.002), (wide * 0.60, low + 0.03), (wide * 0.64, (low + high) / 2),
                      (wide * 0.52, high - 0.03), (wide * 0.46, high - 0.001)], 40)  # fmt: skip
    inside = outside - [0.0014, 0.0]
    chimney = Vessel(under=outside[:1], outer=outside, inner=inside)
    ring = np.concatenate([outside, chimney.lip, inside[::-1], outside[:1]])
    wires = [_guard(wide, low, high, 90.0 * k + 45.0) for k in range(4)]
    vents = [rounded_box((0.003, 0.002, 0.014), 0.0008).moved(rotation("z", 30.0 * k) @ translation(0,
        -wide * 0.465, high + 0.02))
             for k in range(12)]  # fmt: skip
    bail = _bail(wide, high, tall, float(rng.uniform(-8, 8)))
    dark = finish.trim(member, "black_iron")
    burning = flame(0.042, rng).moved(translation(0, 0, low + 0.012))
    parts = (
        Part(mesh=turned(tank, 96), material=metal),
        Part(mesh=turned(hood, 96), material=metal),
        Part(mesh=turned(ring, 96), material=finish.trim(member, "glass")),
        Part(mesh=merge(wires), material=metal),
        Part(mesh=merge(vents), material=dark),
        Part(mesh=bail, material=metal),
        Part(mesh=burning, material=finish.trim(member, "wax", "#f2c27a"), light=LIGHT),
    )
    colliders = (solids.cylinder(wide, 0, 0.046), solids.cylinder(wide * 0.80, 0.046, high + 0.006),
                 *solids.stack(hood[10:-1], [high + 0.006, high + 0.066]),
                 solids.box((wide * 0.9, 0.006, 0.02), (0, 0, tall - 0.01)))  # fmt: skip
    return Prop(parts=parts, colliders=colliders, mass=0.75, friction=0.5, restitution=0.25)


def _guard(wide: float, low: float, high: float, turn: float) -> Mesh:
    """One upright wire, bowed around the chimney from tank to hood."""
    r = [
        (wide * 0.92, 0.043),
        (wide * 0.97, low + 0.02),
        (wide * 0.93, (low + high) / 2),
        (wide * 0.84, high - 0.02),
        (wide * 0.66, high + 0.004),
    ]
    line = spline(r, 24)
    path = np.stack([line[:, 0], 0 * line[:, 0], line[:, 1]], axis=1)
    return tube(path, 0.0022, 12).moved(rotation("z", turn))


def _bail(wide: float, high: float, tall: float, lean: float) -> Mesh:
    """The carrying ring above the hood."""
    t = np.linspace(-0.12, np.pi + 0.12, 40)
    rise = tall - high - 0.004
    path = np.stack(
        [wide * 0.74 * np.cos(t), 0 * t, high + 0.003 + rise * np.clip(np.sin(t), -0.2, 1) ** 1.0], axis=1
    )
    hinge = translation(0, 0, high) @ rotation("x", lean) @ translation(0, 0, -high)
    return tube(path, 0.0019, 12).moved(hinge)


def desk_lamp(member: CastMember, rng: np.random.Generator) -> Prop:
    """A table lamp: weighted foot, turned stem, tapered shade open at both ends, glowing bulb."""
    if finish.says(member, "banker", "shaded", "green shade", "glass shade"):
        return bankers_lamp(member, rng)
    metal = finish.body(member, rng)
    wide, tall = 0.13 * float(rng.uniform(0.95, 1.03)), 0.46 * float(rng.uniform(0.95, 1.04))
    drop, narrow = tall * float(rng.uniform(0.36, 0.42)), wide * float(rng.uniform(0.55, 0.78))
    rim = tall - drop
    foot = wide * 0.56
    swell = float(rng.uniform(0.8, 1.5))
    line = np.concatenate([
        rounded([(0.0, 0.001), (foot, 0.0), (foot, 0.010), (foot * 0.92, 0.015), (foot * 0.5, 0.019)],
            [0.002, 0.003, 0.003]),
        spline([(foot * 0.46, 0.019), (0.016, 0.030), (0.0095, 0.055), (0.0125 * swell, tall * 0.24),
            (0.0115 * swell, tall * 0.34),
                (0.008, tall * 0.44), (0.0075, rim - 0.02)], 60),
        rounded([(0.0105, rim - 0.018), (0.0125, rim - 0.012), (0.0125, rim + 0.020), (0.0175, rim + 0.024),
            (0.0175, rim + 0.048),
                 (0.0, rim + 0.049)], 0.002)])  # fmt: skip
    usual = str(rng.choice(["#efe3c8", "#e7d7b4", "#d9c7a8"]))
    linen = finish.trim(member, "linen", told(member, "shade|lampshade")[1] or member.accent or usual)
    cloth = replace(linen, kind="thin", transmission=0.42)
    skirt = np.array([[wide, rim], [narrow, tall - 0.002]])
    bulb = spline(
        [
            (0.0, 0.0),
            (0.013, 0.002),
            (0.0155, 0.02),
            (0.028, 0.046),
            (0.030, 0.060),
            (0.021, 0.082),
            (0.0, 0.090),
        ],
        40,
    )
    parts = (
        *_stand(member, line, metal),
        Part(mesh=_shade(skirt), material=cloth),
        Part(mesh=_piping(skirt), material=linen),
        Part(mesh=_spider(rim + 0.045, tall - 0.012, narrow), material=metal),
        Part(mesh=turned(bulb, 48).moved(translation(0, 0, rim + 0.046)),
            material=finish.trim(member, "plaster", "#f4efe2"), light=LIGHT),
    )  # fmt: skip
    outer = np.array([(wide, rim), (narrow, tall - 0.002)])
    stem = solids.stack(line[(line[:, 1] > 0.012) & (line[:, 1] < rim)], [0.019, 0.055, rim - 0.02])
    colliders = (solids.cylinder(foot, 0, 0.015), *stem, *solids.stack(outer, [rim, tall]))
    return Prop(parts=parts, colliders=colliders, mass=1.6, friction=0.6, restitution=0.2)


def _stand(member: CastMember, line: np.ndarray, metal: Material) -> list[Part]:
    """Foot and stem of a table lamp; the foot of what the words say."""
    if told(member, "base|foot") == (None, None):
        return [Part(mesh=turned(line, 96), material=metal)]
    low = line[:, 1] <= 0.0195
    foot, stem = line[low], line[~low]
    own = fitted(member, "base|foot", "painted_metal")
    return [Part(mesh=turned(foot, 96), material=own), Part(mesh=turned(stem, 96), material=metal)]


def _shade(skirt: np.ndarray) -> Mesh:
    """A shade: one sheet, since a thin surface lets light through by itself."""
    t = np.linspace(0, 1, 20)[:, None]
    return turned(skirt[0] + (skirt[1] - skirt[0]) * t, 96, repeats=4)


def _piping(skirt: np.ndarray) -> Mesh:
    """The rolled edges of a shade."""
    roll = np.linspace(0, 2 * np.pi, 17)
    circle = np.stack([0.0018 * np.cos(roll), 0.0030 * np.sin(roll)], axis=1)
    return merge([turned(edge + circle, 96, repeats=4) for edge in skirt])


def _spider(low: float, high: float, radius: float) -> Mesh:
    """The wire that carries the shade: a harp over the bulb and three spokes."""
    t = np.linspace(0, np.pi, 30)
    harp = np.stack(
        [0.042 * np.sin(t) * np.sign(1), 0 * t, low - 0.01 + (high - low + 0.01) * (1 - np.cos(t)) / 2],
        axis=1,
    )
    spokes = [tube(np.array([[0, 0, high], [radius * np.cos(a) * 0.5, radius * np.sin(a) * 0.5, high],
                             [radius * np.cos(a), radius * np.sin(a), high]]), 0.0013, 8)
              for a in 2 * np.pi * np.arange(3) / 3 + 0.4]  # fmt: skip
    knob = turned(
        spline(
            [
                (0, high - 0.004),
                (0.006, high),
                (0.007, high + 0.006),
                (0.004, high + 0.011),
                (0, high + 0.012),
            ],
            20,
        ),
        24,
    )
    return merge([tube(harp, 0.0013, 8), tube(harp * [-1, 1, 1], 0.0013, 8), *spokes, knob])


LAMPS: dict[str, Generator] = {"candle": candle, "lantern": lantern, "desk_lamp": desk_lamp}
