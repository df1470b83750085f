"""What is worn and hung up: a coat on its hanger, a cap, a helmet, a hard hat."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator, says
from rayograph.world.cast.fitted import fitted
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, trim
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.makings import disc, slab_box, spun
from rayograph.world.cast.profile import spline
from rayograph.world.cast.shaping import curve, loft, placed, rod, slab, stretched
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator
STAND_M = 0.40
"""How high a coat's hem hangs over the foot of its own stand [m]."""


def _drape(low: float, high: float, rng: Rng) -> Mesh:
    """The body of a coat from hem to shoulders: folds that deepen downwards, round shoulders."""
    phase = rng.uniform(0, 2 * np.pi, 3)
    angle = np.linspace(0, 2 * np.pi, 97)[:-1]
    rings = []
    for t in np.linspace(0, 1, 44):
        wide = np.interp(t, [0, 0.45, 0.62, 0.86, 0.95, 0.985, 1], [0.285, 0.225, 0.205, 0.225, 0.215, 0.15,
            0.07])  # fmt: skip
        deep = np.interp(t, [0, 0.45, 0.62, 0.86, 0.95, 0.985, 1], [0.150, 0.120, 0.105, 0.115, 0.090, 0.06,
            0.05])  # fmt: skip
        fold = (1 - smoothstep(0.0, 0.75, t)) * 0.085
        ripple = 1 + fold * (np.sin(7 * angle + phase[0]) + 0.6 * np.sin(11 * angle + phase[1] + 2 * t))
        power = 0.78
        x = wide * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** power * ripple
        y = deep * np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** power * ripple
        z = low + (high - low) * t + np.where(t > 0.9, -0.10 * np.abs(x), 0.0)
        rings.append(np.stack([x, y, np.broadcast_to(z, x.shape)], 1))
    return loft(np.array(rings), crease_deg=80)


def _sleeve(side: int, shoulder: float) -> list[Mesh]:
    """A sleeve that hangs beside the body, its cuff and the button on it."""
    path = curve([(side * 0.205, 0.0, shoulder - 0.055), (side * 0.262, -0.005, shoulder - 0.16),
        (side * 0.285, -0.015, shoulder - 0.34), (side * 0.275, -0.055, shoulder - 0.60)], 30)  # fmt: skip
    t = np.linspace(0, 1, 30)
    girth = np.interp(t, [0, 0.2, 0.5, 1], [0.078, 0.074, 0.066, 0.058])
    girth = girth * (1 + 0.035 * np.sin(40 * t + side) * np.sin(np.pi * t))
    arm = rod(path, girth, 28)
    cuff = rod(path[-5:], 0.0605, 28)
    return [arm, cuff]


def coat(member: CastMember, rng: Rng) -> Prop:
    """A long coat on a wooden hanger, lapels and buttons to the front; on a stand of its own, unless it is
    hung on something."""
    wool = replace(trim(member, member.material or "felt", hue(member, rng) or "#5d5f63"), roughness=0.95)
    own = member.on == "stage"
    lift = STAND_M if own else 0.0
    hem, high = lift, lift + 1.10
    body = _drape(hem, high, rng)
    cloth = [body, *_sleeve(-1, high), *_sleeve(1, high)]
    front = -0.128
    flap = [(0.010, high - 0.05), (0.075, high - 0.10), (0.115, high - 0.19), (0.060, high - 0.22),
            (0.004, high - 0.42), (-0.004, high - 0.42)]  # fmt: skip
    lapels = []
    for side in (-1, 1):
        outline = np.array([(side * x, z) for x, z in flap])
        points = np.array([outline[[0, 5]], outline[[1, 4]], outline[[2, 3]]])
        depth = np.array([[-0.078, -0.118], [-0.118, -0.124], [-0.126, -0.126]])
        lapels.append(slab(np.stack([points[..., 0], depth - 0.006, points[..., 1]], 2), 0.010))
    collar = rod(curve([(-0.085, -0.055, high - 0.055), (-0.066, 0.030, high - 0.005), (0, 0.060, high
        + 0.004), (0.066, 0.030, high - 0.005), (0.085, -0.055, high - 0.055)], 30), 0.020, 14)  # fmt: skip
    seam = slab_box((0.006, 0.010, 0.62), (0.006, front - 0.004, high - 0.74), 0.002)
    pockets = [slab_box((0.135, 0.014, 0.030), (s * 0.135, front + 0.010, high - 0.60), 0.006, [("y", s
        * 5.0)]) for s in (-1, 1)]  # fmt: skip
    buttons = [disc(0.014, 0.006, (0.030, front - 0.010, high - z), [("x", 90)]) for z in (0.46, 0.58, 0.70)]
    wood, steel = trim(member, "oak"), trim(member, "chrome")
    hanger = rod(curve([(-0.17, 0, high - 0.035), (-0.08, 0, high + 0.004), (0, 0, high + 0.016),
        (0.08, 0, high + 0.004), (0.17, 0, high - 0.035)], 30), 0.010, 12)  # fmt: skip
    t = np.linspace(-0.5 * np.pi, np.pi, 24)
    hook = rod(np.concatenate([[(0, 0, high + 0.012)], np.stack([0.020 * np.cos(t), 0 * t,
        high + 0.060 + 0.020 * np.sin(t)], 1)]), 0.0022, 10)  # fmt: skip
    parts = [part(wool, *cloth, *lapels, collar, seam, *pockets), part(trim(member, "plastic", "#1c1815"),
        *buttons), part(wood, hanger), part(steel, hook)]  # fmt: skip
    walls = [box((0, 0, (hem + high) / 2), (0.50, 0.20, high - hem))]
    if own:
        top = high + 0.075
        iron = trim(member, "black_iron")
        pole = rod([(0, 0.0, 0.02), (0, 0, top)], 0.011, 16)
        foot = spun([(0, 0), (0.16, 0), (0.158, 0.012), (0.05, 0.022), (0.014, 0.05), (0, 0.05)], 64,
            radius=0.004)  # fmt: skip
        parts.append(part(iron, pole, foot, rod([(0, 0, top), (0.03, 0, top + 0.004)], 0.008, 12)))
        walls += [post((0, 0, 0.012), 0.158, 0.024), post((0, 0, lift / 2), 0.03, lift)]
    return assemble(parts, walls, mass=4.0, friction=0.8, restitution=0.02)


def cap(member: CastMember, rng: Rng) -> Prop:
    """A baseball cap of six panels with its curved peak; or a flat cap of tweed."""
    if says(member, "flat cap", "newsboy", "tweed", "peaky"):
        return _flat_cap(member, rng)
    cloth = replace(trim(member, member.material or "canvas", hue(member, rng) or "#1f3a6b"), roughness=0.9)
    angle, up = np.linspace(0, 2 * np.pi, 121), np.linspace(0, np.pi / 2, 40)
    seam = 1 - 0.012 * np.exp(-((((np.degrees(angle) % 60) - 30) / 4.0) ** 2))
    x = 0.083 * np.cos(up)[:, None] ** 0.62 * np.cos(angle) * seam
    y = 0.095 * np.cos(up)[:, None] ** 0.62 * np.sin(angle) * seam
    z = np.broadcast_to(0.012 + 0.086 * np.sin(up)[:, None] ** 1.15, x.shape)
    dome = wrapped(np.stack([x, y, z], 2))
    inner = stretched(dome, (0.95, 0.95, 0.95))
    inner = replace(inner, faces=inner.faces[:, ::-1], normals=None)
    u, v = np.linspace(-1, 1, 25), np.linspace(0, 1, 14)
    reach = np.deg2rad(-90 + 52 * u)
    out = v[:, None] * 0.072 * (1 - 0.45 * np.abs(u) ** 2.4)
    px = (0.083 + out * 0.55) * np.cos(reach)
    py = (0.095 + out) * np.sin(reach)
    pz = 0.020 - 0.030 * v[:, None] * u**2 - 0.006 * v[:, None]
    peak = slab(np.stack([px, py, np.broadcast_to(pz, px.shape)], 2)[:, ::-1], 0.004)
    stitch = [rod(np.stack([px[k], py[k], pz[k] + 0.0012], 1), 0.0006, 6) for k in (5, 8, 11)]
    band = rod(np.stack([0.0825 * np.cos(angle), 0.0945 * np.sin(angle), 0 * angle + 0.013], 1), 0.003, 8)
    knob = placed(spheroid((0.008, 0.008, 0.005), 12, 24), at=(0, 0, 0.0985))
    own = fitted(member, "peak|visor|brim", "linen", None) if "; " in member.words else cloth
    parts = [part(cloth, dome, inner, band, knob), part(own, peak), part(trim(member, "linen", "#d9d4c6"),
        *stitch)]  # fmt: skip
    low = peak.vertices
    walls = [hull(dome.vertices), hull(low), box((0, 0, 0.004), (0.12, 0.14, 0.008))]
    return assemble(parts, walls, mass=0.09, friction=0.7, restitution=0.1)


def _flat_cap(member: CastMember, rng: Rng) -> Prop:
    """A flat cap: a round of tweed drawn forward over a short stiff peak."""
    cloth = replace(trim(member, member.material or "linen", member.colour or "#6a5f4c"), roughness=0.97,
        sheen=0.4)  # fmt: skip
    angle, t = np.linspace(0, 2 * np.pi, 121), np.linspace(0, 1, 40)
    ahead = np.maximum(-np.sin(angle), 0)
    wide = np.interp(t, [0, 0.18, 0.45, 0.7, 1], [0.085, 0.110, 0.116, 0.085, 0.0])
    high = np.interp(t, [0, 0.18, 0.45, 0.7, 1], [0.004, 0.026, 0.052, 0.072, 0.080])
    x = wide[:, None] * np.cos(angle)
    y = wide[:, None] * np.sin(angle) * (1.12 + 0.12 * ahead)
    z = high[:, None] * (1 - 0.42 * ahead * (wide[:, None] / 0.116)) + 0.004
    dome = wrapped(np.stack([x, y, np.broadcast_to(z, x.shape)], 2))
    u, v = np.linspace(-1, 1, 25), np.linspace(0, 1, 8)
    reach = np.deg2rad(-90 + 58 * u)
    out = 0.102 + v[:, None] * 0.048 * (1 - 0.6 * np.abs(u) ** 2)
    peak = slab(np.stack([out * np.cos(reach) * 0.92, out * np.sin(reach) * 1.10,
        0.016 - 0.014 * v[:, None] - 0.010 * u**2 * v[:, None] + 0 * out], 2)[:, ::-1], 0.006)  # fmt: skip
    knob = placed(spheroid((0.009, 0.009, 0.005), 12, 24), at=(0, 0, 0.084))
    walls = [hull(dome.vertices), hull(peak.vertices)]
    return assemble([part(cloth, dome, peak, knob)], walls, mass=0.14, friction=0.8, restitution=0.05)


def _shell(points: np.ndarray, open_: Callable[[np.ndarray], np.ndarray]) -> tuple[Mesh, Mesh]:
    """A helmet's shell without its opening, and the lining just inside."""
    mesh = wrapped(points)
    at = mesh.vertices[mesh.faces].mean(1)
    keep = ~open_(at)
    outer = replace(mesh, faces=mesh.faces[keep])
    inner = stretched(mesh, (0.955, 0.955, 0.955))
    return outer, replace(inner, faces=inner.faces[keep][:, ::-1], normals=None)


def helmet(member: CastMember, rng: Rng) -> Prop:
    """A full-face motorbike helmet with a dark visor; a hard hat where the words say building site."""
    if says(member, "hard hat", "hardhat", "construction", "safety", "builder", "site helmet"):
        return _hard_hat(member, rng)
    colour = member.colour or hue(member, rng) or "#b3161b"
    paint = replace(trim(member, member.material or "car_paint", colour, wear=0.0), clearcoat=1.0)
    angle = np.linspace(0, 2 * np.pi, 161) - np.pi / 2
    line = spline([(0.096, 0.0), (0.107, 0.006), (0.117, 0.05), (0.126, 0.115), (0.1235, 0.155), (0.110,
        0.195), (0.084, 0.226), (0.048, 0.245), (0.020, 0.2505), (0.0, 0.252)], 100)  # fmt: skip
    wide, high = line[:, 0], line[:, 1]
    ahead = np.maximum(-np.sin(angle), 0)
    chin = 0.16 * ahead**2 * np.exp(-(((high[:, None] - 0.055) / 0.06) ** 2))
    x = wide[:, None] * np.cos(angle)
    y = wide[:, None] * np.sin(angle) * (1.18 + chin)
    points = np.stack([x, y, np.broadcast_to(high[:, None], x.shape)], 2)

    def opening(p: np.ndarray) -> np.ndarray:
        rim = 0.094 + 0.016 * (np.abs(p[:, 0]) / 0.1) ** 2
        return (p[:, 2] > rim) & (p[:, 2] < 0.180 - 0.02 * (np.abs(p[:, 0]) / 0.1) ** 2) & (p[:, 1] < -0.045)

    outer, inner = _shell(points, opening)
    glass = wrapped(points)
    at = glass.vertices[glass.faces].mean(1)
    bow = (np.abs(at[:, 0]) / 0.11) ** 2
    low = (at[:, 2] > 0.088 + 0.018 * bow) & (at[:, 2] < 0.190 - 0.026 * bow) & (at[:, 1] < -0.026)
    glass = stretched(replace(glass, faces=glass.faces[low]), (1.012, 1.012, 1.0))
    dark = replace(trim(member, "plastic", "#0d0f12", wear=0.0), roughness=0.04, clearcoat=1.0, bump=None)
    pivots = [disc(0.016, 0.010, (s * 0.129, -0.018, 0.140), [("y", 90)]) for s in (-1, 1)]
    vents = [slab_box((0.036, 0.010, 0.010), (s * 0.035, -0.152, 0.050), 0.003, [("z", s * 14.0)]) for s
        in (-1, 1)]  # fmt: skip
    vents.append(slab_box((0.05, 0.03, 0.010), (0, -0.070, 0.236), 0.004, [("x", 22)]))
    edge = rod(np.stack([0.100 * np.cos(angle), 0.100 * np.sin(angle) * 1.18, 0 * angle + 0.005], 1), 0.006,
        10)  # fmt: skip
    black = trim(member, "rubber", "#17181a")
    parts = [part(paint, outer), part(trim(member, "felt", "#1b1c1f"), inner), part(dark, glass),
             part(black, *pivots, *vents, edge)]  # fmt: skip
    stripe = member.accent
    if stripe:
        lane = (np.abs(at[:, 0]) < 0.022) & (at[:, 2] > 0.19)
        band = stretched(replace(wrapped(points), faces=wrapped(points).faces[lane]), (1.006, 1.004, 1.003))
        parts.append(part(replace(trim(member, "plastic", stripe), clearcoat=1.0), band))
    walls = [hull(points.reshape(-1, 3)), box((0, 0, 0.004), (0.17, 0.20, 0.008))]
    return assemble(parts, walls, mass=1.4, friction=0.5, restitution=0.25)


def _hard_hat(member: CastMember, rng: Rng) -> Prop:
    """A builder's hard hat: ribbed dome, brim, short peak."""
    shell = replace(trim(member, "plastic", member.colour or "#e8b21c"), roughness=0.3, clearcoat=0.6)
    angle, up = np.linspace(0, 2 * np.pi, 145) - np.pi / 2, np.linspace(0, np.pi / 2, 50)
    ridge = 1 + 0.035 * np.exp(-((np.sin(angle + np.pi / 2) * 5) ** 2))
    x = 0.106 * np.cos(up)[:, None] ** 0.8 * np.cos(angle)
    y = 0.128 * np.cos(up)[:, None] ** 0.8 * np.sin(angle)
    z = 0.018 + 0.128 * np.sin(up)[:, None] * ridge
    dome = wrapped(np.stack([x, y, np.broadcast_to(z, x.shape)], 2))
    ahead = np.maximum(-np.sin(angle), 0) ** 3
    out = np.stack([np.ones_like(angle), 1.10 + 0.26 * ahead, 1.12 + 0.28 * ahead])
    down = np.stack([0 * angle + 0.020, 0.014 - 0.010 * ahead, 0.006 - 0.004 * ahead])
    brim = slab(np.stack([0.104 * np.cos(angle) * out, 0.126 * np.sin(angle) * out, down], 2)[:, ::-1], 0.004)
    v = np.linspace(-0.112, 0.112, 40)
    rho = np.hypot(0.030 / 0.106, v / 0.128)
    arch = 0.0185 + 0.128 * np.sqrt(np.maximum(1 - rho**2.5, 0.0))
    ribs = [rod(np.stack([0 * v + s * 0.030, v, arch], 1), 0.0055, 10) for s in (-1, 1)]
    walls = [hull(dome.vertices), hull(brim.vertices)]
    return assemble([part(shell, dome, brim, *ribs)], walls, mass=0.4, friction=0.5, restitution=0.3)


WORN: dict[str, Generator] = {"coat": coat, "cap": cap, "helmet": helmet}
