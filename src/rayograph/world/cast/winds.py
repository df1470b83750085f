"""Wind instruments and drums: trumpet, saxophone, accordion, drum."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim
from rayograph.world.cast.makings import disc, hugged, slab_box, spun
from rayograph.world.cast.shaping import curve, hoop, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _flare(start: float, end: float, throat: float, mouth: float, wall: float = 0.0012) -> Mesh:
    """A bell along +Z, thin-walled, opening from `throat` to `mouth` radius [m]."""
    t = np.linspace(0, 1, 40)
    r = throat + (mouth - throat) * (0.18 * t + 0.82 * t**5)
    z = start + (end - start) * t
    outer = np.stack([r, z], 1)
    lip = [(mouth + 0.001, end + 0.0006), (mouth, end + 0.0018)]
    inner = np.stack([np.maximum(r - wall, 0.001), z + 0.0012], 1)[::-1]
    return turned(np.concatenate([outer, lip, inner]), 64, crease_deg=60)


def trumpet(member: CastMember, rng: Rng) -> Prop:
    """A trumpet held level on a small stand, its bell to the right: three valves, slides, mouthpiece."""
    brass = replace(surface(member, rng), roughness=0.14)
    z = 0.150
    bell = placed(_flare(0.0, 0.20, 0.0065, 0.061), at=(0.060, -0.0, z), turns=[("y", 90)])
    lead = rod([(-0.245, 0, z), (0.10, 0.0, z)], 0.0058, 16)
    wrap = rod(curve([(-0.10, 0, z), (-0.135, 0, z), (-0.152, 0, z - 0.012), (-0.158, 0, z - 0.036),
        (-0.152, 0, z - 0.060), (-0.135, 0, z - 0.072), (-0.10, 0, z - 0.072)], 40), 0.0058, 16)  # fmt: skip
    low = rod([(-0.102, 0, z - 0.072), (0.10, 0, z - 0.072)], 0.0058, 16)
    slide = rod(curve([(0.098, 0, z - 0.072), (0.130, 0, z - 0.072), (0.148, 0, z - 0.060),
        (0.154, 0, z - 0.036),
        (0.148, 0, z - 0.012), (0.130, 0, z), (0.098, 0, z)], 40), 0.0066, 16)  # fmt: skip
    tubes = [bell, lead, wrap, low, slide]
    pearls, silver = [], []
    for x in (-0.036, 0.0, 0.036):
        tubes.append(placed(spun([(0, -0.062), (0.0135, -0.062), (0.0155, -0.055), (0.0155, 0.050),
            (0.0165, 0.052),
            (0.0165, 0.062), (0.009, 0.066), (0, 0.066)], 32, radius=0.0015),
                at=(x, 0, z - 0.036)))  # fmt: skip
        silver.append(rod([(x, 0, z + 0.025), (x, 0, z + 0.046)], 0.0032, 12))
        pearls.append(disc(0.0085, 0.005, (x, 0, z + 0.048), segments=24))
    for k, (x, w) in enumerate(((0.02, 0.030), (-0.02, 0.022))):
        tubes.append(rod(curve([(x, 0, z - 0.052), (x, -0.03, z - 0.052),
            (x + w / 2, -0.042, z - 0.052 + 0.006 * k),
            (x + w, -0.03, z - 0.052), (x + w, 0, z - 0.052)], 24), 0.0050, 12))  # fmt: skip
    mouth = placed(turned([(0, 0.0), (0.0052, 0.0), (0.0048, 0.03), (0.0068, 0.050), (0.0135, 0.066),
        (0.0140, 0.072), (0.0100, 0.073), (0.003, 0.060)], 32), at=(-0.240, 0, z),
            turns=[("y", -90)])  # fmt: skip
    hook = placed(hoop(0.012, 0.0022, segments=32), at=(0.080, 0, z + 0.018), turns=[("x", 90)])
    tubes.append(hook)
    base = slab_box((0.26, 0.10, 0.014), (0.0, 0, 0.007), 0.004)
    forks = []
    for x in (-0.095, 0.095):
        forks.append(rod([(x, 0, 0.01), (x, 0, z - 0.092)], 0.0048, 12))
        forks.append(rod(curve([(x, -0.016, z - 0.064), (x, -0.012, z - 0.080), (x, 0, z - 0.083),
            (x, 0.012, z - 0.080), (x, 0.016, z - 0.064)], 16), 0.0038, 10))  # fmt: skip
    parts = [part(brass, *tubes), part(trim(member, "chrome"), *silver, mouth),
        part(trim(member, "bone", "#f2ece0"), *pearls), part(trim(member, "ebony"),
            base, *forks)]  # fmt: skip
    walls = [box((0, 0, 0.007), (0.26, 0.10, 0.014)), box((0, 0, 0.105), (0.32, 0.06, 0.185)),
        box((-0.25, 0, z), (0.13, 0.022, 0.022)), post((0.245, 0, z), 0.061, 0.035, ("y", 90))]  # fmt: skip
    return assemble(parts, walls, mass=1.6, friction=0.6, restitution=0.2)


def _keys(path: np.ndarray, radii: np.ndarray) -> tuple[list[Mesh], list[Mesh]]:
    """Cups with pads along a saxophone's body, and the rods that work them."""
    cups, rods = [], []
    for share in np.linspace(0.26, 0.66, 9):
        i = int(share * (len(path) - 1))
        r = float(radii[i])
        at = path[i] + [0, -r - 0.005, 0]
        cups.append(disc(r * 0.80, 0.006, at, [("x", 90)], edge=0.002, segments=28))
        rods.append(rod([at + [r * 0.7, 0, 0], at + [r * 1.5, 0.006, 0]], 0.0022, 8))
    a, b = path[int(0.24 * len(path))], path[int(0.68 * len(path))]
    for dx, dy in ((0.030, 0.012), (0.036, 0.004), (-0.030, 0.010)):
        rods.append(rod([a + [dx * 0.7, -dy - 0.012, 0], b + [dx * 1.15, -dy - 0.02, 0]], 0.0024, 8))
    return cups, rods


def saxophone(member: CastMember, rng: Rng) -> Prop:
    """An alto saxophone on a stand: conical body, bow, upturned bell, crook with its black mouthpiece."""
    brass = replace(surface(member, rng), roughness=0.16)
    path = curve([(-0.175, 0, 0.660), (-0.120, 0, 0.690), (-0.060, 0, 0.685), (-0.030, 0, 0.655),
        (-0.020, 0, 0.60),
        (0.0, 0, 0.22), (0.006, 0, 0.145), (0.022, 0, 0.105), (0.055, 0, 0.085), (0.090, 0, 0.100),
            (0.110, 0, 0.145),
        (0.120, 0, 0.22), (0.132, 0, 0.34)], 160)  # fmt: skip
    share = np.linspace(0, 1, 160)
    radii = np.interp(
        share, [0, 0.12, 0.2, 0.60, 0.76, 0.9, 1.0], [0.007, 0.010, 0.013, 0.027, 0.033, 0.040, 0.044]
    )
    tube = rod(path, radii, 32)
    bell = placed(_flare(0.0, 0.115, 0.043, 0.064, 0.002), at=path[-1] - [0.002, 0, 0.002], turns=[("y", 6)])
    cups, rods = _keys(path, radii)
    bell_cups = [disc(0.026, 0.007, (0.118 + 0.004 * k, -0.048, 0.20 + 0.085 * k), [("x", 90)], edge=0.002)
                 for k in range(2)]  # fmt: skip
    rings = [placed(hoop(r + 0.001, 0.003, segments=40), at=at) for r, at in ((0.0165, (-0.026, 0, 0.615)),
        (0.030, (0.004, 0, 0.165)), (0.042, (0.1155, 0, 0.185)))]  # fmt: skip
    brace = rod([(0.012, 0, 0.29), (0.120, 0, 0.29)], 0.004, 10)
    beak = rod(curve([(-0.170, 0, 0.663), (-0.205, 0, 0.640), (-0.245, 0, 0.610)], 16),
               np.linspace(0.0125, 0.005, 16), 20)  # fmt: skip
    band = rod([(-0.183, 0, 0.6545), (-0.205, 0, 0.640)], 0.0135, 20)
    stand = [rod([(0.06, 0.03, 0.10), at], 0.005, 10) for at in
             ((-0.09, -0.10, 0.006), (0.20, -0.10, 0.006), (0.06, 0.16, 0.006))]  # fmt: skip
    stand += [rod(curve([(0.01, -0.05, 0.10), (0.05, -0.055, 0.06), (0.06, 0.03, 0.05), (0.06, 0.03, 0.10)],
        20), 0.005, 10),
        rod([(0.06, 0.05, 0.08), (0.03, 0.055, 0.36)], 0.005, 10),
        rod(curve([(-0.025, -0.02, 0.36), (-0.03, 0.03, 0.36), (0.03, 0.055, 0.36)], 16),
            0.005, 10)]  # fmt: skip
    parts = [part(brass, tube, bell, *rings, brace, *cups, *bell_cups), part(trim(member, "steel"),
        *rods, band),
        part(replace(trim(member, "plastic", "#101012"), roughness=0.2), beak, *stand)]  # fmt: skip
    walls = [box((-0.01, 0, 0.40), (0.07, 0.08, 0.52)), box((0.125, 0, 0.27), (0.12, 0.12, 0.38)),
        box((-0.13, 0, 0.65), (0.23, 0.03, 0.09)), box((0.055, 0.03, 0.05), (0.29, 0.26, 0.10))]  # fmt: skip
    return assemble(parts, walls, mass=3.6, friction=0.6, restitution=0.15)


def accordion(member: CastMember, rng: Rng) -> Prop:
    """A piano accordion standing on its feet: two lacquered ends, pleated bellows, keys, buttons, straps."""
    shell = replace(
        trim(member, member.material or "car_paint", hue(member, rng) or "#9c1c1c"), roughness=0.12
    )
    ends = [
        slab_box((0.085, 0.20, 0.36), (-0.185, 0, 0.19), 0.018),
        slab_box((0.115, 0.20, 0.36), (0.175, 0, 0.19), 0.018),
    ]
    folds: list[Mesh] = []
    edges: list[Mesh] = []
    xs = np.linspace(-0.142, 0.118, 15)
    for k, x in enumerate(xs):
        wide = 0.0 if k % 2 else 0.012
        size = (abs(xs[1] - xs[0]) * 1.02, 0.165 + wide, 0.325 + wide)
        (edges if k % 2 == 0 else folds).append(slab_box(size, (x, 0, 0.19), 0.004))
    keys, sharps = [], []
    for k in range(17):
        z = 0.035 + k * 0.0182
        keys.append(slab_box((0.085, 0.016, 0.0168), (0.262, -0.045, z + 0.009), 0.002))
        if k % 7 not in (2, 6):
            sharps.append(slab_box((0.045, 0.020, 0.009), (0.242, -0.052, z + 0.018), 0.002))
    rail = slab_box((0.10, 0.035, 0.345), (0.265, -0.022, 0.19), 0.006)
    buttons = [disc(0.0052, 0.008, (-0.215 + 0.016 * i, -0.103, 0.06 + 0.022 * j + 0.006 * i), [("x", 90)],
        segments=16)
               for i in range(4) for j in range(12)]  # fmt: skip
    grille = [slab_box((0.055, 0.004, 0.006), (0.175, -0.101, 0.07 + 0.024 * j), 0.0015) for j in range(11)]
    chrome = [slab_box((0.006, 0.205, 0.365), (x, 0, 0.19), 0.003) for x in (-0.140, 0.115)]
    feet = [disc(0.010, 0.012, (x, y, 0.006)) for x in (-0.2, 0.2) for y in (-0.07, 0.07)]
    strap = rod(
        curve([(0.15, 0.10, 0.34), (0.16, 0.14, 0.30), (0.16, 0.14, 0.12), (0.15, 0.10, 0.06)], 20), 0.008, 10
    )
    parts = [part(shell, *ends), part(trim(member, "leather", "#1a1413"), *folds, strap, *feet),
        part(trim(member, "painted_metal", member.accent or "#e7dcc2"), *edges),
        part(trim(member, "bone", "#f4efe4"), *keys, *buttons), part(trim(member, "ebony"), *sharps, rail),
        part(trim(member, "chrome"), *grille, *chrome)]  # fmt: skip
    return hugged(parts, mass=8.5, slabs=3, axis=0)


def drum(member: CastMember, rng: Rng) -> Prop:
    """A snare drum: lacquered shell, two chrome hoops, lugs and tension rods, a white head, sticks on it."""
    shell = replace(
        trim(member, member.material or "car_paint", hue(member, rng) or "#a51c1c"), roughness=0.15
    )
    r, tall = 0.178, 0.20
    body = spun(
        [(0, 0.008), (r - 0.004, 0.008), (r - 0.004, tall - 0.008), (0, tall - 0.008)], 96, radius=0.001
    )
    hoops = [
        placed(hoop(r + 0.004, 0.005, tall=0.013, segments=96), at=(0, 0, z)) for z in (0.013, tall - 0.012)
    ]
    head = spun([(0, tall - 0.010), (r, tall - 0.010), (r, tall - 0.004), (r - 0.006, tall - 0.003),
        (0, tall - 0.003)], 96,
                radius=0.001)  # fmt: skip
    metal = list(hoops)
    for k in range(10):
        a = 2 * np.pi * k / 10 + 0.314 - np.pi / 2
        c, s = np.cos(a), np.sin(a)
        metal.append(rod([(c * (r + 0.011), s * (r + 0.011), 0.005), (c * (r + 0.011), s * (r + 0.011),
            tall - 0.002)],
                         0.0032, 8))  # fmt: skip
        metal.append(slab_box((0.016, 0.018, 0.05), (c * (r + 0.004), s * (r + 0.004), tall / 2), 0.005,
                              [("z", float(np.rad2deg(a)))]))  # fmt: skip
    sticks = []
    for s in (-1, 1):
        start, end = np.array([s * 0.10, -0.175, tall + 0.006]), np.array([-s * 0.05, 0.165, tall + 0.006])
        share = np.array([0, 0.08, 0.75, 0.93, 0.955, 0.97, 0.99, 1.0])[:, None]
        lift = np.array([0, 0, 0.007 if s > 0 else 0.0]) * np.sin(np.pi * share)
        sticks.append(rod(start + (end - start) * share + lift + [0, 0, 0.003 if s > 0 else 0],
            np.array([0.006, 0.0073, 0.0073, 0.004, 0.0042, 0.0062, 0.0055, 0.002]), 14))  # fmt: skip
    parts = [part(shell, body), part(trim(member, "chrome"), *metal), part(trim(member, "paper", "#f3eee2"),
        head),
        part(trim(member, "maple"), *sticks)]  # fmt: skip
    return assemble(parts, [post((0, 0, tall / 2), r + 0.012, tall)], mass=4.5, friction=0.5, restitution=0.3)


WINDS: dict[str, Generator] = {
    "trumpet": trumpet,
    "saxophone": saxophone,
    "accordion": accordion,
    "drum": drum,
}
