"""Ironmongery near and far: nail, screw, bolt with nut, gear wheel, chain, hook, rope, anchor, horseshoe."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.bent import around, bent
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def nail(member: CastMember, rng: Rng) -> Prop:
    """A round wire nail lying along X: checkered head, gripped neck, four-sided point."""
    steel, long_, r = surface(member, rng), 0.075 * vary(rng, 0.03), 0.0017
    head = [(0, 0), (0.0036, 0.0), (0.0040, 0.0004), (0.0038, 0.0010), (r, 0.0017)]
    necks = [(r + 0.0002 * (k % 2), 0.0024 + 0.0008 * k) for k in range(9)]
    body = turned([*head, *necks, (r, 0.010), (r, long_ - 0.006), (r * 0.75, long_ - 0.004), (0, long_)], 28)
    lying = placed(body, at=(-long_ / 2, 0, 0.0040), turns=[("y", 90 + 1.6)])
    return assemble([part(steel, lying)], [around(lying)], mass=0.005, friction=0.4, restitution=0.3)


def _thread(r: float, start: float, end: float, pitch: float, deep: float) -> Mesh:
    """A thread as a helical ridge about Z between two heights."""
    turns = (end - start) / pitch
    t = np.linspace(0, 1, int(turns * 26))
    a = 2 * np.pi * turns * t
    radius = (r - deep * 0.4) * np.clip(np.minimum(t / 0.03, 1) * np.minimum((1 - t) / 0.08 + 0.2, 1), 0, 1)
    line = np.stack([radius * np.cos(a), radius * np.sin(a), start + (end - start) * t], 1)
    return rod(line, deep * 0.85, 6)


def screw(member: CastMember, rng: Rng) -> Prop:
    """A wood screw lying along X: countersunk cross-slotted head, plain neck, deep thread, sharp tip."""
    steel, long_, r = surface(member, rng), 0.055 * vary(rng, 0.03), 0.0021
    body = turned([(0, 0.0), (0.0042, 0.0), (0.0046, 0.0004), (r, 0.0036), (r, 0.014), (r * 0.8, 0.0155),
                   (r * 0.8, long_ - 0.009), (0, long_)], 32)  # fmt: skip
    thread = _thread(r, 0.016, long_ - 0.002, 0.0026, 0.0009)
    dark = [placed(shapes.rounded_box((0.0054, 0.0011, 0.0006), 0.0002, 2), at=(0, 0, -0.0001), turns=[("z",
        a)]) for a in (0, 90)]  # fmt: skip
    turn, at = [("y", 90.0 + 3.4)], (-long_ / 2, 0, 0.0046)
    lying = [placed(m, at=at, turns=turn) for m in (body, thread)]
    parts = [part(steel, *lying), part(trim(member, "plastic", "#141414"), *(placed(m, at=at, turns=turn)
        for m in dark))]  # fmt: skip
    return assemble(parts, [around(*lying)], mass=0.005, friction=0.4, restitution=0.3)


def _hexagon(across: float) -> np.ndarray:
    a = np.arange(6) * np.pi / 3
    return np.stack([np.cos(a), np.sin(a)], 1) * across / np.sqrt(3)


def bolt(member: CastMember, rng: Rng) -> Prop:
    """A six-sided bolt stood on its head with its thread up, and its nut leaning beside it."""
    steel, tall = surface(member, rng), 0.062 * vary(rng, 0.02)
    head = placed(prism(_hexagon(0.030), 0.013, bevel=0.0018, axis="z"), at=(0, 0, 0.0065))
    shank = turned([(0, 0.012), (0.0097, 0.012), (0.0095, 0.022), (0.0085, 0.0235), (0.0085, tall - 0.0015),
        (0.007, tall), (0, tall)], 40)  # fmt: skip
    thread = _thread(0.0097, 0.024, tall - 0.001, 0.0026, 0.0012)
    hole = (np.stack([np.cos(np.linspace(0, 2 * np.pi, 33)[:-1]), np.sin(np.linspace(0, 2 * np.pi,
        33)[:-1])], 1) * 0.0085)  # fmt: skip
    nut = prism(_hexagon(0.030), 0.015, bevel=0.0018, axis="z", holes=[hole])
    rings = [placed(hoop(0.0088, 0.0009), at=(0, 0, z)) for z in np.linspace(-0.006, 0.006, 6)]
    at, turns = (0.036, -0.012, 0.0075), [("z", 20.0)]
    nuts = [placed(m, at=at, turns=turns) for m in (nut, *rings)]
    parts = [part(steel, head, shank, thread, *nuts)]
    walls = [around(head), post((0, 0, tall / 2), 0.0097, tall), around(nuts[0])]
    return assemble(parts, walls, mass=0.11, friction=0.4, restitution=0.3)


def gear(member: CastMember, rng: Rng) -> Prop:
    """A cast gear wheel stood on its teeth, face to -Y: toothed rim, five spokes, keyed hub."""
    metal, r, teeth = surface(member, rng), 0.10 * vary(rng, 0.02), 24
    rim = []
    for k in range(teeth):
        for share, radius in ((-0.25, 0.875), (-0.17, 0.90), (-0.10, 1.0), (0.10, 1.0), (0.17, 0.90), (0.25,
            0.875)):  # fmt: skip
            a = 2 * np.pi * (k + share) / teeth
            rim.append((radius * r * np.cos(a), radius * r * np.sin(a)))
    holes = []
    for k in range(5):
        mid, wide = 2 * np.pi * (k + 0.5) / 5, 0.46
        outer = [(0.72 * r * np.cos(mid + d), 0.72 * r * np.sin(mid + d)) for d in np.linspace(-wide, wide,
            14)]  # fmt: skip
        inner = [(0.36 * r * np.cos(mid + d), 0.36 * r * np.sin(mid + d)) for d in np.linspace(wide * 0.62,
            -wide * 0.62, 8)]  # fmt: skip
        holes.append(eased(np.array(outer + inner), 0.006, 3))
    ring = np.linspace(0, 2 * np.pi, 41)[:-1]
    holes.append(np.stack([np.cos(ring), np.sin(ring)], 1) * 0.13 * r)
    plate = prism(np.array(rim), 0.026, bevel=0.0015, axis="y", holes=holes)
    hub = [placed(turned([(0.13 * r, -0.022), (0.25 * r, -0.022), (0.27 * r, -0.019), (0.27 * r, 0.019),
        (0.25 * r, 0.022), (0.13 * r, 0.022), (0.13 * r, -0.022)], 48), turns=[("x", 90)])]  # fmt: skip
    lips = [placed(hoop(0.79 * r, 0.004), at=(0, y, 0), turns=[("x", 90)]) for y in (-0.0125, 0.0125)]
    # a foot tooth each side of the lowest point carries it
    parts = [part(metal, plate, *hub, *lips)]
    return assemble(parts, [box((0, 0, 0), (1.4 * r, 0.044, 2 * r)), post((0, 0, 0), 0.9 * r, 0.026, ("x",
        90))], mass=2.2, friction=0.5, restitution=0.2)  # fmt: skip


def _link(long_: float, wide: float, thick: float) -> np.ndarray:
    """The centre line of a chain link in the XY plane, long along X."""
    half = long_ / 2 - wide / 2
    a = np.linspace(-np.pi / 2, np.pi / 2, 11)
    right = np.stack([half + wide / 2 * np.cos(a), wide / 2 * np.sin(a)], 1)
    loop = np.concatenate([right, -right, right[:1]])
    return np.insert(loop, 2, 0.0, axis=1)


def chain(member: CastMember, rng: Rng) -> Prop:
    """A heap-free length of chain laid in bends along X, each link turned to the last."""
    steel = surface(member, rng)
    count, thick = 22, 0.0042
    pitch = 0.0335
    t = np.linspace(0, 1, 400)
    way = np.stack([0.62 * t - 0.31, 0.055 * np.sin(2 * np.pi * 1.6 * t)], 1)
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1))])
    spots = np.linspace(0, run[-1], count)
    links = []
    for k, s in enumerate(spots):
        x, y = (float(np.interp(s, run, way[:, i])) for i in (0, 1))
        ahead = [float(np.interp(min(s + 0.01, run[-1]), run, way[:, i]) - np.interp(max(s - 0.01, 0), run,
            way[:, i])) for i in (0, 1)]  # fmt: skip
        heading = float(np.degrees(np.arctan2(ahead[1], ahead[0])))
        roll = 32.0 if k % 2 else -58.0
        links.append(placed(rod(_link(0.046 * pitch / 0.0335, 0.021, thick), thick, 10), at=(x, y, 0.0125),
            turns=[("x", roll), ("z", heading)]))  # fmt: skip
    walls = [around(m) for m in links]
    return assemble([part(steel, *links)], walls, mass=0.9, friction=0.5, restitution=0.1)


def hook(member: CastMember, rng: Rng) -> Prop:
    """A lifting hook stood on its bend: swivel eye above, forged hook with a safety latch."""
    steel = surface(member, rng)
    a = np.linspace(np.radians(95), np.radians(-205), 50)
    bend = np.stack([0.045 * np.cos(a), 0 * a, 0.062 + 0.045 * np.sin(a)], 1)
    neck = curve([(0, 0, 0.20), (0, 0, 0.16), (-0.0, 0, 0.125), bend[0]], 14)
    line = np.concatenate([neck[:-1], bend])
    size = np.interp(np.linspace(0, 1, len(line)), [0, 0.2, 0.5, 0.8, 0.95, 1], [0.012, 0.014, 0.018, 0.014,
        0.008, 0.003])  # fmt: skip
    body = rod(line, size, 20)
    eye = placed(hoop(0.024, 0.0085), at=(0, 0, 0.235), turns=[("x", 90)])
    collar = placed(turned([(0, 0), (0.018, 0), (0.02, 0.006), (0.018, 0.024), (0, 0.024)], 28), at=(0, 0,
        0.187))  # fmt: skip
    latch = bent([(0.006, 0, 0.118), (-0.030, 0, 0.086)], 0.014, 0.004, side=(0, 1, 0))
    parts = [part(steel, body, eye), part(trim(member, "brass"), collar, latch)]
    return assemble(parts, [around(body), around(eye)], mass=1.4, friction=0.5, restitution=0.15)


def strand_rope(line: np.ndarray, radius: float, lay: float) -> list[Mesh]:
    """A rope of three twisted strands along a path [m]; `lay`: length of one twist."""
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, [0.0, 0.0, 1.0])
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    other = np.cross(along, side)
    strands = []
    for k in range(3):
        a = 2 * np.pi * (run / lay + k / 3)
        path = line + radius * 0.5 * (np.cos(a)[:, None] * side + np.sin(a)[:, None] * other)
        strands.append(rod(path, radius * 0.56, 8))
    return strands


def rope(member: CastMember, rng: Rng) -> Prop:
    """A coil of three-strand rope, five turns high, its end lying out and whipped with twine."""
    r = 0.0125
    turns = 5.0
    t = np.linspace(0, 1, 620)
    a = 2 * np.pi * turns * t
    wobble = 0.006 * np.sin(a * 0.73 + 1.0)
    coil = np.stack([(0.155 + wobble) * np.cos(a), (0.155 + wobble) * np.sin(a), r + 0.0225 * turns * t], 1)
    end = coil[-1]
    tail = curve([end, end + [0.02, 0.07, -0.005], (0.19, 0.14, 0.045), (0.235, 0.06, r), (0.25, -0.08, r)],
        90)  # fmt: skip
    line = np.concatenate([coil, tail[1:]])
    hemp = trim(member, member.material or "linen", member.colour or "#b08a52")
    whip = rod(tail[-10:-2], r * 1.25, 14)
    parts = [part(hemp, *strand_rope(line, r, 0.075)), part(trim(member, "linen", "#e4d8b8"), whip)]
    walls = [post((0, 0, 0.068), 0.172, 0.136), box((0.22, 0.02, r), (0.07, 0.22, 2 * r))]
    return assemble(parts, walls, mass=2.4, friction=0.8, restitution=0.05)


def anchor(member: CastMember, rng: Rng) -> Prop:
    """An Admiralty anchor stood on its crown: shank, stock, arms with flukes, ring and chain."""
    iron = surface(member, rng)
    shank = bent([(0, 0, 0.02), (0, 0, 0.5), (0, 0, 1.04)], np.array([0.085, 0.07, 0.055]), np.array([0.075,
        0.06, 0.05]), ease=0.5)  # fmt: skip
    a = np.linspace(np.radians(-158), np.radians(-22), 41)
    arms_line = np.stack([0.40 * np.cos(a), 0 * a, 0.435 + 0.40 * np.sin(a)], 1)
    swell = np.interp(np.linspace(-1, 1, 41), [-1, -0.7, 0, 0.7, 1], [0.03, 0.055, 0.085, 0.055, 0.03])
    arms = bent(arms_line, swell * 0.9, swell, side=(0, 1, 0), ease=0.5)
    flukes = []
    for s in (-1, 1):
        palm = prism(eased([(-0.075, -0.03), (0.075, -0.03), (0.055, 0.10), (0.0, 0.17), (-0.055, 0.10)],
            0.02), 0.02, bevel=0.005, axis="x")  # fmt: skip
        flukes.append(placed(palm, at=(s * 0.345, 0, 0.265), turns=[("y", s * 22.0)]))
        tip = rod([(s * 0.365, 0, 0.27), (s * 0.41, 0, 0.40)], np.array([0.022, 0.004]), 12)
        flukes.append(tip)
    stock = rod([(-0.36, 0, 0.92), (0, 0, 0.92), (0.36, 0, 0.92)], np.array([0.021, 0.030, 0.021]), 18)
    balls = [placed(shapes.icosphere(3).moved(np.diag([0.037, 0.037, 0.037, 1.0])), at=(s * 0.37, 0, 0.92))
        for s in (-1, 1)]  # fmt: skip
    ring = placed(hoop(0.072, 0.014), at=(0, 0, 1.105), turns=[("y", 90)])
    links = []
    drop = curve([(0, -0.02, 1.04), (0.03, -0.08, 0.86), (0.07, -0.10, 0.55), (0.10, -0.13, 0.2), (0.22,
        -0.17, 0.025), (0.44, -0.16, 0.025)], 300)  # fmt: skip
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(drop, axis=0), axis=1))])
    for k, s in enumerate(np.arange(0.02, run[-1], 0.062)):
        at = np.array([np.interp(s, run, drop[:, i]) for i in range(3)])
        ahead = np.array([np.interp(s + 0.02, run, drop[:, i]) for i in range(3)]) - at
        pitch = float(np.degrees(np.arctan2(-ahead[2], np.hypot(ahead[0], ahead[1]))))
        heading = float(np.degrees(np.arctan2(ahead[1], ahead[0])))
        links.append(placed(rod(_link(0.088, 0.042, 0.008), 0.0085, 8), at=at, turns=[("x", 35.0 if k % 2
            else -55.0), ("y", pitch), ("z", heading)]))  # fmt: skip
    parts = [part(iron, shank, arms, *flukes, stock, *balls, ring), part(trim(member, "rusty_metal"), *links)]
    walls = [around(shank), around(stock), around(*arms_hulls(arms_line, 0.08)), post((0, 0, 1.1), 0.07,
        0.08)]  # fmt: skip
    return assemble(parts, walls, mass=95.0, friction=0.7, restitution=0.05)


def arms_hulls(line: np.ndarray, thick: float) -> list[Mesh]:
    """The lower bow of the arms as one bar, for the collider."""
    return [bent(line, thick, thick * 0.5, side=(0, 1, 0))]


def horseshoe(member: CastMember, rng: Rng) -> Prop:
    """A horseshoe lying flat, toe to -Y, with its fullers and nail holes."""
    iron = surface(member, rng)
    a = np.linspace(np.radians(-235), np.radians(55), 60)
    line = np.stack([0.058 * np.cos(a), 0.066 * np.sin(a), np.full(60, 0.006)], 1)
    wide = np.interp(np.abs(np.linspace(-1, 1, 60)), [0, 0.8, 1], [0.026, 0.022, 0.017])
    across = line * [1, 1, 0]
    out = across / np.linalg.norm(across, axis=1, keepdims=True)
    rings = []
    for k in range(60):
        w, h = wide[k] / 2, 0.006
        section = [(-w, -h + 0.001), (-w + 0.001, -h), (w - 0.001, -h), (w, -h + 0.001), (w, h - 0.001), (w
            - 0.001, h), (-w + 0.001, h), (-w, h - 0.001)]  # fmt: skip
        rings.append([line[k] + out[k] * p + [0, 0, q] for p, q in section])
    shoe = loft(np.array(rings), crease_deg=30)
    holes = [placed(turned([(0, 0), (0.0032, 0), (0.0032, 0.0006), (0, 0.0007)], 10), at=line[k] + [0, 0,
        0.0057]) for k in (8, 14, 20, 26, 33, 39, 45, 51)]  # fmt: skip
    parts = [part(iron, shoe), part(trim(member, "plastic", "#0f0f0f"), *holes)]
    return assemble(parts, [box((0, 0, 0.006), (0.135, 0.14, 0.012))], mass=0.5, friction=0.5,
        restitution=0.25)  # fmt: skip


IRONMONGERY: dict[str, Generator] = {"nail": nail, "screw": screw, "bolt": bolt, "gear": gear,
    "chain": chain, "hook": hook, "rope": rope, "anchor": anchor, "horseshoe": horseshoe}  # fmt: skip
