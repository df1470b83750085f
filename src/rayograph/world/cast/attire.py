"""What is worn: sneaker, hat, spectacles."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast import solids
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.prism import prism
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import curve, hoop, placed, rod, slab, stretched, turned, volume
from rayograph.world.cast.surface import capsule, carve, ellipsoid, join, meshed
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _upper(p: np.ndarray) -> np.ndarray:
    """A low shoe, toe towards +X, open at the ankle and along the laces [m]."""
    d = ellipsoid(p, (0.090, 0.002, 0.032), (0.049, 0.0435, 0.0265))
    d = join(d, ellipsoid(p, (0.030, 0.0, 0.042), (0.082, 0.039, 0.036)), 0.030)
    d = join(d, ellipsoid(p, (-0.030, 0.0, 0.052), (0.075, 0.035, 0.050)), 0.030)
    d = join(d, ellipsoid(p, (-0.094, 0.0, 0.044), (0.044, 0.035, 0.052)), 0.026)
    d = join(d, capsule(p, (-0.084, 0, 0.060), (-0.092, 0, 0.108), 0.037, 0.0345), 0.020)
    rim = p[:, 2] - (0.102 + 0.20 * np.maximum(-0.10 - p[:, 0], 0) - 0.10 * np.maximum(p[:, 0] + 0.10, 0))
    d = -join(-d, -rim, 0.006)
    d = carve(d, capsule(p, (-0.086, 0, 0.150), (-0.082, 0, 0.050), 0.0290, 0.0265), 0.006)
    d = carve(d, capsule(p, (-0.070, 0, 0.118), (0.028, 0, 0.0865), 0.0215, 0.0135), 0.005)
    return np.asarray(np.maximum(d, 0.014 - p[:, 2]))


def sneaker(member: CastMember, rng: Rng) -> Prop:
    """A low sneaker in profile, toe to the right: leather upper, rubber sole, tongue, laces."""
    mesh = meshed(_upper, (-0.146, -0.052, 0.008), (0.146, 0.052, 0.132), 0.0026)
    skin = replace(surface(member, rng, "leather"), roughness=0.5)
    rubber = replace(trim(member, "rubber", "#efece4"), roughness=0.45)
    contrast = trim(
        member, "leather", member.accent or str(rng.choice(["#23324a", "#7a1f1c", "#2f5d4a", "#1b1b1d"]))
    )
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    x = 0.141 * np.cos(t)
    wide = 0.0370 + 0.0090 * np.sin(np.pi * np.clip((x + 0.02) / 0.16, -0.9, 1)) - 0.002 * (x < -0.05)
    y = np.sign(np.sin(t)) * np.abs(np.sin(t)) ** 0.62 * wide + 0.004 * np.sin(x * 14)
    outline = np.stack([x, y], 1)
    rise = prism(outline, 0.026, axis="z", bevel=0.0035)
    points = rise.vertices.copy()
    points[:, 2] += (0.013 + 0.012 * smoothstep(0.085, 0.146, points[:, 0]) + 0.004 * smoothstep(-0.05,
        -0.146, points[:, 0]))  # fmt: skip
    sole = replace(rise, vertices=points)
    tread = prism(outline * 0.985, 0.004, axis="z", bevel=0.001)
    under = tread.vertices.copy()
    under[:, 2] += (0.0005 + 0.012 * smoothstep(0.085, 0.146, under[:, 0]) + 0.004 * smoothstep(-0.05,
        -0.146, under[:, 0]))  # fmt: skip
    line = rod(np.insert(outline * 1.002, 2, 0.019, axis=1), 0.0012, 8)
    lift = line.vertices.copy()
    lift[:, 2] += 0.012 * smoothstep(0.085, 0.146, lift[:, 0]) + 0.004 * smoothstep(-0.05, -0.146, lift[:, 0])
    spine = curve([(0.040, 0, 0.0745), (0.010, 0, 0.0865), (-0.025, 0, 0.1030), (-0.048, 0, 0.1290)], 20)
    across = np.linspace(-1, 1, 13)
    half = np.interp(np.linspace(0, 1, 20), [0, 0.6, 1], [0.013, 0.020, 0.024])
    tongue = slab(np.stack([np.stack([np.full(13, p[0]), across * h, p[2] - 0.006 * across**2], 1)
                            for p, h in zip(spine, half, strict=True)]), 0.0045)  # fmt: skip
    laces = []
    for s in np.linspace(0.06, 0.74, 6):
        mid = spine[int(s * 19)]
        reach = 0.0185 + 0.006 * s
        for way in (-1, 1):
            path = curve([(mid[0] + 0.006 * way, -reach, mid[2] - 0.0095),
                (mid[0], -reach * 0.5, mid[2] + 0.0022), (mid[0], reach * 0.5, mid[2] + 0.0022),
                (mid[0] - 0.006 * way, reach, mid[2] - 0.0095)], 16)  # fmt: skip
            laces.append(rod(path, 0.0021, 8))
    knot = spine[14] + [0.004, 0, 0.006]
    for way in (-1, 1):
        loop = [knot, knot + [0.018, way * 0.018, 0.006], knot + [0.030, way * 0.030, -0.008],
            knot + [0.016, way * 0.024, -0.002], knot]  # fmt: skip
        laces.append(rod(np.array(loop)[[0, 1, 2]], 0.0020, 8))
        laces.append(rod(np.array(loop)[[2, 3, 4]], 0.0020, 8))
    p = mesh.vertices
    at = p[mesh.faces].mean(1)
    band = (at[:, 0] + 0.55 * at[:, 2]) / 0.021 % 1.0 < 0.5
    side = band & (np.abs(at[:, 0] + 0.55 * at[:, 2] - 0.0368) < 0.0263) & (np.abs(at[:, 1]) > 0.016)
    keep = (at[:, 0] < -0.098) & (at[:, 2] > 0.045) | side & (at[:, 2] < 0.088)
    assert mesh.normals is not None
    tab = replace(mesh, faces=mesh.faces[keep], vertices=p + mesh.normals * 0.0010)
    parts = [part(skin, mesh), part(rubber, sole), part(contrast, tab, replace(line, vertices=lift)),
             part(trim(member, "rubber", "#b98d5c"), replace(tread, vertices=under)), part(skin, tongue),
             part(trim(member, "linen", "#f2efe6"), *laces)]  # fmt: skip
    walls = [*solids.slices(parts[3].mesh, 0, [-0.146, 0.0, 0.146]),
             *solids.slices(mesh, 0, [-0.14, -0.05, 0.03, 0.14])]  # fmt: skip
    return assemble(parts, walls, mass=0.36, friction=0.8, restitution=0.25)


def hat(member: CastMember, rng: Rng) -> Prop:
    """A fedora: creased crown pinched in front, a ribbon, a brim that dips before and turns up behind."""
    felt = replace(surface(member, rng), roughness=0.85)
    rows, columns = 120, 193
    line = rounded([(0.0, 0.004), (0.086, 0.004), (0.146, 0.0045), (0.147, 0.007), (0.092, 0.008),
        (0.083, 0.016), (0.080, 0.060), (0.073, 0.100), (0.055, 0.118), (0.0, 0.124)], 0.012,
        steps=7)  # fmt: skip
    arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, arc[-1], rows)
    r, z = np.interp(at, arc, line[:, 0]), np.interp(at, arc, line[:, 1])
    angle = np.linspace(0, 2 * np.pi, columns) + np.pi / 2
    x, y = r[:, None] * np.cos(angle) * 0.90, r[:, None] * np.sin(angle) * 1.06
    up = np.repeat(z[:, None], columns, 1)
    crown = smoothstep(0.03, 0.11, up)
    front = smoothstep(0.02, -0.08, y)
    x = x * (1 - 0.34 * crown * front * np.exp(-(((y + 0.055) / 0.045) ** 2)))
    up = (up - 0.032 * crown**2 * np.exp(-((x / 0.026) ** 2)) * smoothstep(0.085, 0.03,
        np.abs(y + 0.005)) - 0.010 * crown * front)  # fmt: skip
    brim = smoothstep(0.080, 0.147, np.repeat(r[:, None], columns, 1))
    side = np.cos(angle) ** 2
    up = up + brim * (
        0.020 * side + 0.016 * np.maximum(np.sin(angle), 0) ** 2 + 0.001 * np.maximum(-np.sin(angle), 0)
    )
    mesh = wrapped(np.stack([x, y, up], 2))
    mesh = mesh if volume(mesh) > 0 else wrapped(np.stack([x, y, up], 2)[:, ::-1])
    ring = np.linspace(0, 2 * np.pi, 121)
    bands = [slab(np.stack([np.stack([(0.0835 - 0.0025 * k) * 0.90 * np.cos(ring) * 1.034,
        (0.0835 - 0.0025 * k) * 1.06 * np.sin(ring) * 1.034, np.full_like(ring, h)], 1)
        for k, h in enumerate((0.012, 0.024, 0.038))]), 0.0012)]  # fmt: skip
    bow = placed(slab(np.stack([np.stack([np.full(9, 0.0), np.linspace(-0.020, 0.020, 9), np.full(9, h)],
        1) for h in (0.013, 0.025, 0.037)]), 0.003), at=(0.0775, 0.012, 0.0))  # fmt: skip
    ribbon = trim(member, "silk", member.accent or "#151417")
    low = mesh.vertices[mesh.vertices[:, 2] < 0.030]
    walls = [hull(low), hull(mesh.vertices[np.hypot(mesh.vertices[:, 0], mesh.vertices[:, 1]) < 0.088])]
    foot = post((0, 0, 0.008), 0.09, 0.008)
    return assemble([part(felt, mesh), part(ribbon, *bands, bow)], [*walls, foot], mass=0.14, friction=0.7,
                    restitution=0.1)  # fmt: skip


def spectacles(member: CastMember, rng: Rng) -> Prop:
    """Glasses, open, standing on rims and ear pieces, the lenses to the viewer: dark ones against the sun."""
    frame = surface(member, rng)
    round_ = rng.random() < 0.6
    wide, tall, thick = (0.0235, 0.0225, 0.0012) if round_ else (0.0265, 0.0185, 0.0018)
    dark = "sun" in f"{member.name} {member.words} {member.id}".lower()
    wide, tall, thick = (0.0265, 0.0205, 0.0024) if dark else (wide, tall, thick)
    rims, lenses = [], []
    for side in (-1, 1):
        at = (side * 0.0335, 0.0, tall + thick)
        rims.append(placed(stretched(placed(hoop(1.0, thick / wide, tall=thick, segments=56),
            turns=[("x", 90)]), (wide, 1.0, tall)), at=at))  # fmt: skip
        lens = turned([(0.0, -0.0009), (1.0, -0.0006), (1.0, 0.0006), (0.0, 0.0009)], 56)
        lenses.append(placed(stretched(placed(lens, turns=[("x", 90)]), (wide, 1.0, tall)), at=at))
    gap = 0.0335 - wide
    bridge = rod(curve([(-gap, 0, tall * 1.25), (-gap * 0.5, -0.002, tall * 1.62),
        (gap * 0.5, -0.002, tall * 1.62), (gap, 0, tall * 1.25)], 20), 0.0014, 12)  # fmt: skip
    arms, tips = [], []
    for side in (-1, 1):
        x = side * (0.0335 + wide)
        path = curve([(x, 0, tall * 1.45), (x + side * 0.006, 0.003, tall * 1.48),
            (x + side * 0.008, 0.030, tall * 1.45), (x + side * 0.006, 0.095, tall * 1.36),
            (x + side * 0.003, 0.122, tall * 0.90), (x, 0.138, 0.0016)], 60)  # fmt: skip
        arms.append(rod(path, 0.0012, 10))
        tips.append(rod(path[42:], np.linspace(0.0015, 0.0022, 18), 10))
        arms.append(placed(turned(rounded([(0, -0.003), (0.0018, -0.003), (0.0018, 0.003), (0, 0.003)],
            0.0005), 14), at=path[6]))  # fmt: skip
    glass = replace(trim(member, "plastic", "#14161a"), roughness=0.05, clearcoat=1.0, bump=None)
    glass = glass if dark else replace(trim(member, "glass"), ior=1.5)
    parts = [part(frame, *rims, bridge, *arms), part(glass, *lenses),
        part(trim(member, "plastic", "#2a1c14"), *tips)]  # fmt: skip
    walls = [box((0, 0, tall), (0.118, 0.004, 2 * tall))]
    walls += [hull(m.vertices) for m in tips]
    walls += [box((s * 0.0645, 0.055, tall * 1.42), (0.004, 0.11, 0.006)) for s in (-1, 1)]
    return assemble(parts, walls, mass=0.03, friction=0.4, restitution=0.25)
