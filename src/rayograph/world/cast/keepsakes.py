"""Playroom and music room: teddy bear, acoustic guitar."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.fitting import assemble, box, hue, part, surface, trim, vary
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.prism import prism
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.shaping import beam, curve, hoop, placed, rod, stretched, turned
from rayograph.world.cast.surface import capsule, ellipsoid, join, meshed, mirrored
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator


def teddy_bear(member: CastMember, rng: Rng) -> Prop:
    """A seated teddy bear: plush with a nap, paler muzzle and soles, glass eyes, stitched nose, a ribbon."""
    plump = vary(rng, 0.04)

    def field(p: np.ndarray) -> np.ndarray:
        m = mirrored(p)
        d = ellipsoid(p, (0, 0.012, 0.100), (0.076 * plump, 0.066, 0.088))
        d = join(d, ellipsoid(p, (0, -0.004, 0.222), (0.066, 0.058, 0.058)), 0.018)
        d = join(d, ellipsoid(p, (0, -0.052, 0.208), (0.029, 0.026, 0.024)), 0.010)
        d = join(d, ellipsoid(m, (0.054, 0.004, 0.276), (0.024, 0.013, 0.024)), 0.006)
        d = join(d, capsule(m, (0.062, 0.004, 0.150), (0.112, -0.030, 0.092), 0.026, 0.022), 0.012)
        d = join(d, capsule(m, (0.046, -0.010, 0.034), (0.074, -0.110, 0.034), 0.032, 0.027), 0.012)
        d = join(d, ellipsoid(m, (0.077, -0.128, 0.040), (0.028, 0.018, 0.038)), 0.008)
        return np.asarray(np.maximum(d, -p[:, 2]))

    skin = meshed(field, (-0.150, -0.160, -0.006), (0.150, 0.095, 0.310), 0.0042)
    p = skin.vertices
    plush = np.array(from_hex(hue(member, rng) or "#a9743f"))
    nap = noise3(p * 420, seed=member.seed) * 0.6 + fbm3(p * 60, octaves=3, seed=member.seed + 1)
    colour = plush * (1 + 0.22 * nap[:, None])
    pale = plush * 0.45 + np.array(from_hex("#e6cfa4")) * 0.55
    muzzle = smoothstep(1.08, 0.96, np.linalg.norm((p - [0, -0.056, 0.207]) / [0.030, 0.026, 0.024], axis=1))
    sole = smoothstep(-0.138, -0.142, p[:, 1])
    inner = smoothstep(0.018, 0.014, np.hypot(np.abs(p[:, 0]) - 0.055, p[:, 2] - 0.277)) * (p[:, 1] < 0.0)
    colour = mix(colour, pale * (1 + 0.12 * nap[:, None]), np.maximum(np.maximum(muzzle, sole), inner))
    assert skin.normals is not None
    fur = replace(
        skin, vertices=p + skin.normals * (0.0009 * nap)[:, None], colour=np.clip(colour, 0.004, 0.9)
    )
    cloth = replace(surface(member, rng), roughness=0.95, sheen=0.9, bump=None)
    eyes = [placed(spheroid((0.0062,) * 3, 20, 32), at=(s * 0.024, -0.0545, 0.236)) for s in (-1, 1)]
    nose = placed(stretched(spheroid((1, 1, 1), 24, 36), (0.0105, 0.0070, 0.0075)), at=(0, -0.0770, 0.2155))
    mouth = [
        rod(curve([(0, -0.0795, 0.209), (0, -0.0790, 0.201), (s * 0.010, -0.0745, 0.1955)], 12), 0.0009, 8)
        for s in (-1, 1)
    ]
    black = replace(trim(member, "plastic", "#120d0a"), roughness=0.08, clearcoat=1.0)
    silk = trim(member, "silk", member.accent or "#8c1f28")
    collar = placed(
        stretched(hoop(1.0, 0.10, tall=0.16, segments=64), (0.053, 0.050, 0.050)), at=(0, 0.004, 0.176)
    )
    bow = [
        placed(
            stretched(spheroid((1, 1, 1), 20, 32), (0.022, 0.007, 0.014)),
            at=(s * 0.021, -0.055, 0.172),
            turns=[("y", s * 14.0)],
        )
        for s in (-1, 1)
    ]
    bow.append(placed(spheroid((0.008, 0.007, 0.008), 16, 24), at=(0, -0.058, 0.173)))
    parts = [part(cloth, fur), part(black, *eyes, nose, *mouth), part(silk, collar, *bow)]
    walls = solids.slices(skin, 2, [0.0, 0.075, 0.165, 0.31])
    return assemble(parts, walls, mass=0.35, friction=0.9, restitution=0.1)


def guitar(member: CastMember, rng: Rng) -> Prop:
    """An acoustic guitar on its stand: waisted body, rosette, fretted neck, six strings and their pegs."""
    spruce = replace(trim(member, "maple" if not member.material else member.material,
        member.colour or "#c98a4a"), clearcoat=0.8, roughness=0.25)  # fmt: skip
    dark = replace(trim(member, "walnut"), clearcoat=0.6, roughness=0.3)
    side = spline([(0.004, 0.0), (0.11, 0.008), (0.180, 0.075), (0.186, 0.16), (0.150, 0.235),
        (0.121, 0.285), (0.128, 0.345), (0.140, 0.405), (0.118, 0.462), (0.060, 0.486), (0.003, 0.490)],
        60)  # fmt: skip
    outline = np.concatenate([side, (side * [-1, 1])[::-1]])
    deep = 0.098
    body = prism(outline, deep - 0.006, axis="y", bevel=0.003)
    top = placed(
        prism(outline * [0.985, 0.99] + [0, 0.0024], 0.004, axis="y", bevel=0.0012), at=(0, -deep / 2, 0)
    )
    binding = [
        rod(np.insert(outline, 1, y, axis=1), 0.0022, 8) for y in (-deep / 2 + 0.001, deep / 2 - 0.003)
    ]
    front = -deep / 2 - 0.0022
    hole = placed(turned([(0.049, 0.0), (0.0, 0.0004)], 64), at=(0, front, 0.325), turns=[("x", 90)])
    rosette = [placed(hoop(r, t, tall=0.0006, segments=72), at=(0, front, 0.325), turns=[("x", 90)])
        for r, t in ((0.053, 0.0012), (0.058, 0.0024), (0.063, 0.0010))]  # fmt: skip
    bridge = beam((-0.082, front - 0.004, 0.145), (0.082, front - 0.004, 0.145), 0.008, 0.028, radius=0.003)
    saddle = beam((-0.036, front - 0.0095, 0.150), (0.036, front - 0.0095, 0.150), 0.004, 0.003, radius=0.001)
    neck_low, nut = 0.395, 0.875
    neck = [beam((0, -deep / 2 + 0.012, 0.47), (0, -deep / 2 + 0.012, nut), 0.050, 0.024, radius=0.010,
        up=(0, 1, 0))]  # fmt: skip
    board = beam(
        (0, front - 0.004, neck_low), (0, front - 0.004, nut), 0.054, 0.007, radius=0.002, up=(0, 1, 0)
    )
    scale = nut - 0.150
    frets = [rod([(-0.0265, front - 0.0078, z), (0.0265, front - 0.0078, z)], 0.0008, 6)
             for z in (nut - scale * (1 - 2 ** (-k / 12)) for k in range(1, 19)) if z > neck_low]  # fmt: skip
    dots = [placed(turned([(0.0034, 0.0), (0.0, 0.0003)], 16),
        at=(0, front - 0.0076, nut - scale * (1 - 2 ** (-(k - 0.5) / 12))), turns=[("x", 90)])
        for k in (3, 5, 7, 9, 12)]  # fmt: skip
    head = placed(prism(np.array([(-0.026, 0.0), (0.026, 0.0), (0.038, 0.05), (0.035, 0.17),
        (0.012, 0.185), (-0.012, 0.185), (-0.035, 0.17), (-0.038, 0.05)]), 0.016, axis="y", bevel=0.003),
        at=(0, -deep / 2 + 0.010, nut), turns=[("x", -11)])  # fmt: skip
    strings, pegs = _strings(front, nut, deep)
    laid = member.tilt_deg < -45
    lean = shapes.translation(0, 0.0, 0.115) @ shapes.rotation("x", 0.0 if laid else -13)
    wooden = [m.moved(lean) for m in (body, *neck, head)]
    ebony = [m.moved(lean) for m in (board, bridge)]
    parts = [part(dark, *wooden), part(spruce, top.moved(lean)),
        part(trim(member, "ebony"), *ebony, hole.moved(lean)),
        part(trim(member, "bone", "#efe6d0"), *[m.moved(lean) for m in (*binding, saddle, *dots)]),
        part(trim(member, "walnut", "#3a2012"), *[m.moved(lean) for m in rosette]),
        part(trim(member, "steel"), *[m.moved(lean) for m in (*frets, *strings, *pegs)]),
        ]  # fmt: skip
    if not laid:
        parts.append(part(replace(trim(member, "plastic", "#17171a"), roughness=0.35), *_stand()))
    mid = (lean @ [0, 0, 0.245, 1])[:3]
    up = (lean @ [0, -0.03, 0.75, 1])[:3]
    walls = [box(mid, (0.37, deep, 0.49), ("x", -13)), box(up, (0.075, 0.04, 0.60), ("x", -13)),
        box((0, 0.0, 0.2), (0.30, 0.1, 0.10))]  # fmt: skip
    if not laid:
        walls[2] = box((0, 0.04, 0.05), (0.30, 0.33, 0.10))
    return assemble(parts, walls, mass=2.6, friction=0.6, restitution=0.15)


def _strings(front: float, nut: float, deep: float) -> tuple[list[Mesh], list[Mesh]]:
    """Six strings from the bridge over the nut to their pegs, and the pegs."""
    strings: list[Mesh] = []
    pegs: list[Mesh] = []
    for k in range(6):
        s = (k - 2.5) / 2.5
        peg = np.array([np.sign(s) * 0.024, -deep / 2 - 0.004, nut + 0.045 + 0.042 * (abs(abs(s) - 1) / 0.4)])
        peg[1] += 0.19 * (peg[2] - nut)
        path = [(s * 0.030, front - 0.0065, 0.138), (s * 0.029, front - 0.0118, 0.150),
            (s * 0.0205, front - 0.0098, nut), tuple(peg)]  # fmt: skip
        strings.append(rod(np.array(path), 0.0005 + 0.00012 * (2.5 - k) / 2.5, 6))
        post_ = turned(rounded([(0, -0.004), (0.0032, -0.004), (0.0028, 0.006), (0, 0.007)], 0.0006), 14)
        pegs.append(placed(post_, at=peg + [0, 0.006, 0], turns=[("x", 90)]))
        pegs.append(placed(shapes.rounded_box((0.016, 0.006, 0.014), 0.0028, 3),
            at=peg + [np.sign(s) * 0.026, 0.016, 0]))  # fmt: skip
        pegs.append(rod([peg + [0, 0.014, 0], peg + [np.sign(s) * 0.024, 0.016, 0]], 0.0018, 8))
    return strings, pegs


def _stand() -> list[Mesh]:
    """A tubular stand: cradle, two front legs, one behind."""
    stand = [rod(curve([(s * 0.055, -0.105, 0.100), (s * 0.055, -0.075, 0.092), (s * 0.06, 0.075, 0.092),
        (s * 0.02, 0.100, 0.40)], 24), 0.006, 10) for s in (-1, 1)]  # fmt: skip
    stand += [rod([(s * 0.055, -0.02, 0.094), (s * 0.150, -0.120, 0.006)], 0.006, 10) for s in (-1, 1)]
    stand += [rod([(0, 0.10, 0.40), (0, 0.205, 0.006)], 0.006, 10),
        rod([(-0.02, 0.10, 0.40), (0.02, 0.10, 0.40)], 0.006, 10)]  # fmt: skip
    return stand
