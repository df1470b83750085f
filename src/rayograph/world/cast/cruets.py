"""Things of a kitchen table: salt shaker, pepper mill, vacuum flask, toaster."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def oval(
    z: float, rx: float, ry: float, cx: float = 0.0, cy: float = 0.0, power: float = 1.0, n: int = 40
) -> np.ndarray:
    """One ring of a loft: a superellipse at height z."""
    a = np.linspace(0, 2 * np.pi, n + 1)[:-1]
    c, s = np.cos(a), np.sin(a)
    x = cx + rx * np.sign(c) * np.abs(c) ** power
    y = cy + ry * np.sign(s) * np.abs(s) ** power
    return np.column_stack([x, y, np.full(n, z)])


def salt_shaker(member: CastMember, rng: Rng) -> Prop:
    """A fluted glass salt shaker with a domed steel cap full of holes; salt inside."""
    tall = 0.092 * vary(rng, 0.03)
    line = spline(
        [(0, 0), (0.020, 0.0), (0.0215, 0.004), (0.0195, 0.03), (0.0165, tall * 0.72), (0.0, tall * 0.72)], 60
    )
    body = turned_fine(line, 80)
    salt = turned_fine(rounded([(0, 0.005), (0.0180, 0.005), (0.0165, 0.042), (0, 0.044)], 0.002), 48)
    cap = turned_fine(
        rounded(
            [
                (0.0172, tall * 0.70),
                (0.0178, tall * 0.82),
                (0.0165, tall * 0.92),
                (0.010, tall * 0.985),
                (0, tall),
            ],
            0.004,
        ),
        56,
    )
    holes = [
        placed(
            turned([(0, 0), (0.0010, 0), (0, 0.0004)], 10),
            at=(0.006 * np.cos(a), 0.006 * np.sin(a), tall * 0.988),
        )
        for a in np.linspace(0, 2 * np.pi, 7)[:-1]
    ]
    pepper = "pepper" in f"{member.name} {member.words}".lower()
    parts = [
        part(trim(member, "glass"), body),
        part(trim(member, "plaster", "#2b241f" if pepper else "#f2f0ea"), salt),
        part(trim(member, member.material or "chrome", member.colour), cap),
        part(trim(member, "plastic", "#0c0c0c"), *holes),
    ]
    return assemble(parts, [post((0, 0, tall / 2), 0.020, tall)], mass=0.12, friction=0.5, restitution=0.25)


def pepper_mill(member: CastMember, rng: Rng) -> Prop:
    """A turned wooden pepper mill with a steel knob."""
    wood, tall = surface(member, rng), 0.21 * vary(rng, 0.04)
    k = tall / 0.21
    line = spline(
        [
            (0, 0),
            (0.029, 0.0),
            (0.030, 0.006),
            (0.024, 0.030),
            (0.0185, 0.070 * k),
            (0.023, 0.105 * k),
            (0.027, 0.125 * k),
            (0.0245, 0.142 * k),
            (0.0170, 0.147 * k),
            (0.0225, 0.152 * k),
            (0.0255, 0.170 * k),
            (0.019, 0.190 * k),
            (0.0, 0.196 * k),
        ],
        120,
    )
    knob = turned_fine(spline([(0, 0.194 * k), (0.006, 0.196 * k), (0.0085, 0.203 * k), (0, tall)], 30), 40)
    parts = [part(replace(wood, clearcoat=0.6), turned_fine(line, 80)), part(trim(member, "chrome"), knob)]
    return assemble(parts, [post((0, 0, tall / 2), 0.024, tall)], mass=0.3, friction=0.5, restitution=0.25)


def thermos(member: CastMember, rng: Rng) -> Prop:
    """A vacuum flask: enamelled barrel, steel shoulder, a cup for its lid with a handle."""
    paint = trim(member, member.material or "painted_metal", hue(member, rng) or "#2f5d4a")
    steel, tall, r = trim(member, "steel"), 0.29 * vary(rng, 0.02), 0.043
    low = rounded([(0, 0), (r * 0.96, 0), (r, 0.004), (r, 0.018), (0, 0.018)], 0.002)
    body = rounded([(0, 0.018), (r * 1.005, 0.018), (r * 1.005, tall * 0.66), (0, tall * 0.66)], 0.0015)
    neck = rounded(
        [
            (0, tall * 0.66),
            (r, tall * 0.66),
            (r * 0.98, tall * 0.69),
            (r * 0.84, tall * 0.73),
            (0, tall * 0.73),
        ],
        0.004,
    )
    cup = rounded(
        [
            (0, tall * 0.72),
            (r * 0.86, tall * 0.72),
            (r * 0.93, tall * 0.75),
            (r * 0.90, tall * 0.97),
            (r * 0.80, tall),
            (0, tall),
        ],
        0.005,
    )
    grip = rod(
        curve(
            [
                (r * 0.88, 0, tall * 0.93),
                (r * 1.38, 0, tall * 0.92),
                (r * 1.42, 0, tall * 0.82),
                (r * 0.90, 0, tall * 0.78),
            ],
            26,
        ),
        0.0042,
        12,
    )
    rings = [placed(hoop(r * 1.008, 0.0012, segments=64), at=(0, 0, z)) for z in (0.022, tall * 0.655)]
    parts = [
        part(paint, turned_fine(body, 80)),
        part(steel, turned_fine(low, 64), turned_fine(neck, 64), *rings),
        part(trim(member, "steel", member.accent), turned_fine(cup, 64), grip),
    ]
    return assemble(parts, [post((0, 0, tall / 2), r, tall)], mass=0.6, friction=0.45, restitution=0.25)


def toaster(member: CastMember, rng: Rng) -> Prop:
    """A two-slot toaster: rounded body, dark base, lever and dial, two slices of toast standing out."""
    shell = trim(member, member.material or "chrome", member.colour)
    rings = [
        oval(z, rx, ry, power=0.45)
        for z, rx, ry in (
            (0.018, 0.138, 0.083),
            (0.024, 0.142, 0.087),
            (0.10, 0.142, 0.087),
            (0.150, 0.138, 0.083),
            (0.172, 0.124, 0.070),
            (0.180, 0.105, 0.055),
        )
    ]
    body = loft(np.stack(rings), crease_deg=50)
    black = trim(member, "plastic", member.accent or "#17171a")
    base = loft(np.stack([oval(z, 0.143, 0.088, power=0.45) for z in (0.004, 0.020)]))
    feet = [
        placed(turned([(0, 0), (0.010, 0), (0.009, 0.006), (0, 0.006)], 20), at=(x, y, 0))
        for x in (-0.1, 0.1)
        for y in (-0.055, 0.055)
    ]
    slots = [
        placed(shapes.rounded_box((0.175, 0.026, 0.004), 0.001), at=(0, y, 0.1795)) for y in (-0.024, 0.024)
    ]
    toast = []
    for y in (-0.024, 0.024):
        outline = [
            (-0.052, 0.0),
            (0.052, 0.0),
            (0.052, 0.068),
            (0.058, 0.085),
            (0.044, 0.102),
            (-0.044, 0.102),
            (-0.058, 0.085),
            (-0.052, 0.068),
        ]
        from rayograph.world.cast.prism import eased, prism

        toast.append(placed(prism(eased(outline, 0.014), 0.014, axis="y", bevel=0.003), at=(0, y, 0.128)))
    lever = [
        placed(shapes.rounded_box((0.014, 0.034, 0.012), 0.004, 3), at=(0.152, 0, 0.118)),
        placed(shapes.rounded_box((0.002, 0.008, 0.09), 0.0008), at=(0.1425, 0, 0.095)),
    ]
    dial = placed(
        turned(rounded([(0, 0), (0.014, 0), (0.013, 0.010), (0, 0.011)], 0.002), 32),
        at=(0.141, 0, 0.042),
        turns=[("y", 90)],
    )
    parts = [
        part(shell, body),
        part(black, base, *feet, *slots, *lever, dial),
        part(trim(member, "bread_crust", "#b5772f"), *toast),
    ]
    walls = [box((0, 0, 0.09), (0.28, 0.17, 0.18)), box((0, 0, 0.2), (0.11, 0.06, 0.05))]
    return assemble(parts, walls, mass=1.6, friction=0.6, restitution=0.15)


CRUETS: dict[str, Generator] = {
    "salt_shaker": salt_shaker,
    "pepper_mill": pepper_mill,
    "thermos": thermos,
    "toaster": toaster,
}
