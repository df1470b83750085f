"""What one carries: backpack, handbag; what one hears by: loudspeaker, record in its sleeve, cassette."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitted import fitted
from rayograph.world.cast.fitting import assemble, box, hue, part, trim
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.makings import circle, cut, disc, hugged, pillowed, shaped, slab_box, spun
from rayograph.world.cast.shaping import curve, hoop, placed, rod, slab, turned
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def backpack(member: CastMember, rng: Rng) -> Prop:
    """A backpack standing: domed main bag, front pocket, zips, side pockets, top loop, shoulder straps."""
    cloth = replace(trim(member, member.material or "canvas", hue(member, rng)), roughness=0.85)
    bag = pillowed([(0.0, 0.24, 0.13, 0), (0.012, 0.28, 0.165, 0), (0.10, 0.30, 0.18, 0),
        (0.26, 0.295, 0.175, 0),
        (0.35, 0.28, 0.155, 0), (0.41, 0.245, 0.12, -0.008), (0.44, 0.19, 0.085, -0.015),
            (0.452, 0.10, 0.04, -0.02)], 0.07)  # fmt: skip
    pocket = pillowed([(0.025, 0.18, 0.05, 0.085), (0.035, 0.215, 0.075, 0.088), (0.10, 0.225, 0.085, 0.09),
        (0.17, 0.22, 0.075, 0.088), (0.20, 0.20, 0.055, 0.080), (0.212, 0.17, 0.03, 0.075)],
            0.03)  # fmt: skip
    sides = [placed(pillowed([(0.02, 0.04, 0.10, 0), (0.03, 0.055, 0.12, 0), (0.14, 0.06, 0.125, 0),
        (0.155, 0.04, 0.10, 0)], 0.02),
        at=(s * 0.145, 0, 0)) for s in (-1, 1)]  # fmt: skip
    zips = [rod(curve([(-0.148, -0.055, 0.22), (-0.140, -0.062, 0.33), (-0.110, -0.066, 0.395),
        (0, -0.062, 0.425),
        (0.110, -0.066, 0.395), (0.140, -0.062, 0.33), (0.148, -0.055, 0.22)], 60), 0.0045, 8),
        rod(curve([(-0.105, -0.120, 0.165), (-0.085, -0.118, 0.192), (0, -0.116, 0.200),
            (0.085, -0.118, 0.192),
        (0.105, -0.120, 0.165)], 40), 0.0038, 8)]  # fmt: skip
    loop = rod(
        curve([(-0.04, 0.03, 0.445), (-0.03, 0.03, 0.480), (0.03, 0.03, 0.480), (0.04, 0.03, 0.445)], 24),
        0.008,
        12,
    )
    straps = []
    for s in (-1, 1):
        path = curve([(s * 0.06, 0.06, 0.43), (s * 0.085, 0.115, 0.40), (s * 0.11, 0.145, 0.26),
            (s * 0.125, 0.12, 0.12),
            (s * 0.13, 0.075, 0.05)], 40)  # fmt: skip
        across = np.array([0.026, 0, 0])
        straps.append(slab(np.stack([path - across, path + across]), 0.012))
    belts = [slab_box((0.018, 0.012, 0.10), (s * 0.062, -0.128, 0.12), 0.004) for s in (-1, 1)]
    metal = [slab_box((0.026, 0.010, 0.020), (s * 0.062, -0.133, 0.10), 0.003) for s in (-1, 1)]
    metal += [
        slab_box((0.008, 0.005, 0.026), (0.146, -0.062, 0.21), 0.002),
        slab_box((0.007, 0.005, 0.022), (0.105, -0.125, 0.152), 0.002),
    ]
    patch = slab_box((0.075, 0.008, 0.036), (0, -0.098, 0.30), 0.003)
    parts = [part(cloth, bag, pocket, *sides), part(trim(member, "leather", member.accent or "#5a3820"),
        *straps, loop, *belts, patch),
        part(trim(member, "plastic", "#1b1a19"), *zips), part(trim(member, "brass"), *metal)]  # fmt: skip
    return hugged(parts, mass=2.2, slabs=4, friction=0.8, restitution=0.05)


def handbag(member: CastMember, rng: Rng) -> Prop:
    """A leather handbag standing: tapered body, flap with a gold clasp, two arched handles on rings."""
    hide = replace(trim(member, member.material or "leather", hue(member, rng)), clearcoat=0.35)
    bag = pillowed([(0.0, 0.29, 0.105, 0), (0.01, 0.305, 0.125, 0), (0.08, 0.30, 0.128, 0),
        (0.16, 0.275, 0.095, 0),
        (0.21, 0.25, 0.055, 0), (0.218, 0.245, 0.045, 0)], 0.03)  # fmt: skip
    outline = shaped(
        [(-0.128, 0.222), (-0.140, 0.13), (-0.05, 0.095), (0.05, 0.095), (0.140, 0.13), (0.128, 0.222)], 0.03
    )
    flap = cut(outline - [0, 0.15], 0.006, (0, -0.053, 0.152), bevel=0.002, turns=[("x", -13)])
    top = slab_box((0.256, 0.064, 0.008), (0, 0, 0.222), 0.004)
    seam = [rod([(s * 0.148, y, 0.012), (s * 0.138, y * 0.75, 0.16), (s * 0.126, y * 0.42, 0.215)], 0.003, 8)
            for s in (-1, 1) for y in (-0.056, 0.056)]  # fmt: skip
    handles = [rod(curve([(-0.070, y, 0.212), (-0.066, y, 0.27), (-0.045, y * 1.1, 0.325),
        (0, y * 1.15, 0.345),
        (0.045, y * 1.1, 0.325), (0.066, y, 0.27), (0.070, y, 0.212)], 50),
            0.0068, 14) for y in (-0.030, 0.030)]  # fmt: skip
    gold = [placed(hoop(0.012, 0.0026, segments=32), at=(x, y * 1.05, 0.225),
        turns=[("x", 90)]) for x in (-0.070, 0.070)
            for y in (-0.036, 0.036)]  # fmt: skip
    gold += [
        slab_box((0.036, 0.012, 0.026), (0, -0.072, 0.115), 0.004),
        slab_box((0.012, 0.018, 0.010), (0, -0.076, 0.115), 0.003),
    ]
    gold += [disc(0.007, 0.005, (x, y, 0.0018)) for x in (-0.12, 0.12) for y in (-0.035, 0.035)]
    dark = fitted(member, "strap|handle", "leather", member.colour or "#2b1810")
    parts = [
        part(hide, bag, top, flap),
        part(dark, *handles, *seam),
        part(fitted(member, "clasp|buckle|hardware|chain|zip|zipper", "gold"), *gold),
    ]
    return hugged(parts, mass=1.1, slabs=4, friction=0.7, restitution=0.08)


def loudspeaker(member: CastMember, rng: Rng) -> Prop:
    """A bookshelf loudspeaker: veneered cabinet, black baffle, woofer with its surround and cap, tweeter."""
    wood = trim(member, member.material or "walnut", member.colour)
    cabinet = slab_box((0.205, 0.24, 0.36), (0, 0, 0.18), 0.006)
    baffle = slab_box((0.190, 0.012, 0.345), (0, -0.118, 0.18), 0.004)
    front, turn = -0.124, [("x", 90.0)]
    cones, rubber, metal = [], [], []
    for r, z in ((0.078, 0.115), (0.030, 0.270)):
        metal.append(placed(hoop(r + 0.006, 0.007, tall=0.003, segments=72), at=(0, front, z), turns=turn))
        rubber.append(placed(hoop(r - 0.006, 0.007, segments=72), at=(0, front - 0.001, z), turns=turn))
        cone = spun([(r - 0.008, 0.0), (r * 0.34, -r * 0.30), (0, -r * 0.32), (0, -r * 0.36),
            (r - 0.008, -0.004)], 64,
                    radius=0.0005)  # fmt: skip
        cones.append(placed(cone, at=(0, front - 0.002, z), turns=turn))
        cap = spun(
            [(0, -r * 0.34), (r * 0.36, -r * 0.30), (r * 0.26, -r * 0.16), (0, -r * 0.10)], 40, radius=0.004
        )
        rubber.append(placed(cap, at=(0, front - 0.002, z), turns=turn))
        metal += [disc(0.0035, 0.004, (np.cos(a) * (r + 0.007), front - 0.003, z + np.sin(a) * (r + 0.007)),
            turn, segments=14)
                  for a in np.arange(4) * np.pi / 2 + 0.78]  # fmt: skip
    badge = slab_box((0.04, 0.003, 0.008), (0, front - 0.001, 0.022), 0.001)
    feet = [disc(0.014, 0.008, (x, y, -0.003)) for x in (-0.08, 0.08) for y in (-0.09, 0.09)]
    parts = [part(wood, cabinet), part(replace(trim(member, "plastic", "#1a1a1c"), roughness=0.5),
        baffle, *feet),
        part(replace(trim(member, "plastic", member.accent or "#3a3a3d"), roughness=0.7), *cones),
        part(replace(trim(member, "rubber", "#0e0e10"), roughness=0.4), *rubber),
            part(trim(member, "steel"), *metal, badge)]  # fmt: skip
    return assemble(
        parts, [box((0, 0, 0.176), (0.205, 0.25, 0.367))], mass=6.0, friction=0.6, restitution=0.2
    )


def _record(radius: float) -> Part:
    """A grooved record about the Y axis, centred on the origin, without its label."""
    radii = np.linspace(radius - 0.003, radius * 0.36, 160)
    grooves = [(float(r), 0.0010 + 0.00025 * (k % 2) - 0.0004 * (k % 40 == 0)) for k, r in enumerate(radii)]
    mesh = turned([(0, -0.001), (radius, -0.001), (radius, 0.001), *grooves, (0, 0.001)], 128, crease_deg=15)
    vinyl = replace(trim(CastMember(id="record", kind="record_player"), "plastic", "#0f0f11"), roughness=0.2,
                    clearcoat=0.7, bump=None)  # fmt: skip
    return part(vinyl, placed(mesh, turns=[("x", 90)]))


def vinyl_record(member: CastMember, rng: Rng) -> Prop:
    """A record half out of its sleeve, both propped upright on a small easel: grooves, label, cover art."""
    cover = member.accent or hue(member, rng) or "#c8502a"
    sleeve = slab_box((0.315, 0.005, 0.315), (-0.075, 0.0, 0.162), 0.0012)
    r = 0.150
    record = _record(r)
    at = shapes.translation(0.075, 0.0, 0.162)
    disc_ = Part(mesh=record.mesh.moved(shapes.translation(0.075, -0.0, 0.162)), material=record.material)
    label = disc(0.051, 0.0030, at[:3, 3], [("x", 90)])
    hole = disc(0.0038, 0.0034, at[:3, 3], [("x", 90)], segments=20)
    art = [cut(circle(0.100, -0.075, 0.175, 64), 0.0056, (0, 0, 0), bevel=0.0002),
        *[slab_box((0.25, 0.0058, 0.005), (-0.075, 0, 0.030 + 0.011 * k),
            0.001) for k in range(2)]]  # fmt: skip
    inner = [cut(circle(0.062, -0.075, 0.175, 64), 0.0060, (0, 0, 0), bevel=0.0002)]
    word = member.text or "STEREO"
    title = part(
        stamped(word, "#f4ead2", cover, 3.6, ruled=False),
        flat((-0.222, -0.0033, 0.285), (0.13, 0, 0), (0, 0, 0.034)),
    )
    foot = [rod([(-0.20, -0.010, 0.006), (0.16, -0.010, 0.006)], 0.006, 12), rod([(-0.14, -0.01, 0.006),
        (-0.14, 0.09, 0.006)], 0.006, 12),
        rod([(0.09, -0.01, 0.006), (0.09, 0.09, 0.006)], 0.006, 12), rod([(-0.02, 0.012, 0.21),
            (-0.02, 0.09, 0.006)], 0.006, 12),
        rod([(-0.15, 0.09, 0.006), (0.10, 0.09, 0.006)], 0.006, 12)]  # fmt: skip
    pose = shapes.translation(0, 0.004, 0.004) @ shapes.rotation("x", -12)
    made = [part(trim(member, "paper", cover), sleeve), disc_, part(trim(member, "paper", "#d9a12b"), label),
        part(trim(member, "plastic", "#0e0e0e"), hole), part(trim(member, "paper", "#f4ead2"), *art),
        part(trim(member, "paper", "#1f2a44"), *inner), title]  # fmt: skip
    made = [Part(mesh=p.mesh.moved(pose), material=p.material) for p in made]
    made.append(part(trim(member, "black_iron"), *foot))
    walls = [
        box((-0.0, 0.036, 0.16), (0.45, 0.010, 0.31), ("x", -12)),
        box((-0.02, 0.04, 0.006), (0.36, 0.11, 0.012)),
    ]
    return assemble(made, walls, mass=0.6, friction=0.6, restitution=0.1)


def record_stack(member: CastMember, rng: Rng) -> Prop:
    """A stack of records in their sleeves, none quite square on the next; the top cover shows its art."""
    tints = ("#1f2a44", "#c8502a", "#e6dcc4", "#2f5d4a", "#d9a12b", "#7a3b69", "#17181a",
        "#8e2a22", "#9fb4b0", "#efe7d2")  # fmt: skip
    order, parts = rng.permutation(len(tints)), []
    for k, tone in enumerate(order):
        turn, shift = float(rng.normal(0, 3.0)), rng.normal(0, 0.0035, 2)
        sleeve = slab_box((0.312, 0.312, 0.0062), (shift[0], shift[1], 0.0034 + 0.0066 * k),
            0.0016, [("z", turn)])  # fmt: skip
        own = hue(member, rng) if k == len(tints) - 1 else None
        parts.append(part(trim(member, "paper", own or tints[int(tone)]), sleeve))
    top = 0.0066 * len(tints) + 0.0004
    pose = shapes.translation(float(shift[0]), float(shift[1]), 0) @ shapes.rotation("z", turn)
    rings = [disc(r, 0.0006, (0, 0.005, top + 0.0003 * k)).moved(pose) for k, r
        in enumerate((0.112, 0.074, 0.030))]  # fmt: skip
    for mesh, tint in zip(rings, ("#f1e7d0", "#c8502a", "#1f2a44"), strict=True):
        parts.append(part(trim(member, "paper", tint), mesh))
    return assemble(parts, [box((0, 0, top / 2), (0.315, 0.315, top))], mass=2.4, friction=0.6,
        restitution=0.05)  # fmt: skip


def cassette(member: CastMember, rng: Rng) -> Prop:
    """A music cassette propped up: shell, label with stripes, window, two toothed hubs, screws."""
    shell = replace(trim(member, "plastic", member.colour or "#26272b"), roughness=0.35)
    body = slab_box((0.1004, 0.0095, 0.0638), (0, 0, 0.0325), 0.002)
    head = cut(
        np.array([(-0.036, 0.001), (0.036, 0.001), (0.031, 0.0165), (-0.031, 0.0165)]),
        0.0118,
        (0, 0, 0),
        bevel=0.0006,
    )
    paper = cut(
        shaped([(-0.044, 0.020), (0.044, 0.020), (0.044, 0.060), (-0.044, 0.060)], 0.003),
        0.0102,
        (0, 0, 0),
        bevel=0.0002,
    )
    bands = [slab_box((0.088, 0.0106, 0.0046), (0, 0, z), 0.0005) for z in (0.0225, 0.0282)]
    window = cut(
        shaped([(-0.028, 0.0315), (0.028, 0.0315), (0.028, 0.0445), (-0.028, 0.0445)], 0.006),
        0.0110,
        (0, 0, 0),
        bevel=0.0003,
    )
    hubs, holes = [], []
    for x in (-0.0213, 0.0213):
        hubs.append(
            placed(hoop(0.0050, 0.0012, tall=0.0059, segments=32), at=(x, 0, 0.038), turns=[("x", 90)])
        )
        hubs += [slab_box((0.0022, 0.0118, 0.0014), (x + 0.0034 * np.cos(a), 0, 0.038 + 0.0034 * np.sin(a)),
            0.0003,
                          [("y", -float(np.rad2deg(a)))]) for a in np.arange(6) * np.pi / 3]  # fmt: skip
        holes.append(disc(0.0044, 0.0114, (x, 0, 0.038), [("x", 90)], segments=28))
    screws = [
        disc(0.0018, 0.0102, (x, 0, z), [("x", 90)], segments=16)
        for x in (-0.0465, 0.0465)
        for z in (0.0045, 0.0605)
    ]
    word = member.text or "MIX TAPE"
    title = part(
        stamped(word, "#22304f", "#efe7d2", 5.6, ruled=False),
        flat((-0.040, -0.0052, 0.0455), (0.080, 0, 0), (0, 0, 0.0140)),
    )
    made = [part(shell, body, head), part(trim(member, "paper", "#efe7d2"), paper), title,
        part(trim(member, "paper", member.accent or "#d0502c"), *bands),
            part(replace(shell, base_colour=(0.012, 0.012, 0.014)), window),
        part(trim(member, "plastic", "#efece4"), *hubs), part(trim(member, "plastic", "#070708"), *holes),
        part(trim(member, "steel"), *screws)]  # fmt: skip
    pose = shapes.rotation("x", -14)
    made = [Part(mesh=p.mesh.moved(pose), material=p.material) for p in made]
    prop_ = slab_box((0.05, 0.020, 0.012), (0, 0.0150, 0.006), 0.002)
    made.append(part(trim(member, "plastic", "#1a1a1c"), prop_))
    walls = [
        box((0, 0.0078, 0.0318), (0.1, 0.012, 0.0625), ("x", -14)),
        box((0, 0.009, 0.004), (0.09, 0.034, 0.008)),
    ]
    return assemble(made, walls, mass=0.05, friction=0.5, restitution=0.2)


LUGGAGE: dict[str, Generator] = {
    "backpack": backpack,
    "handbag": handbag,
    "loudspeaker": loudspeaker,
    "vinyl_record": vinyl_record,
    "cassette": cassette,
    "record_stack": record_stack,
}
