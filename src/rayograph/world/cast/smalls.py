"""Small things of dress and pocket: glove, high heel, bracelet, torch, lighter, tea tin, spray can."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator, says
from rayograph.world.cast.fitted import fitted, told
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, trim
from rayograph.world.cast.lamps import flame
from rayograph.world.cast.lettered import rolled_label
from rayograph.world.cast.makings import disc, hugged, slab_box, spun
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, slab, stretched, turned
from rayograph.world.cast.sign import contrasting
from rayograph.world.cast.surface import capsule, ellipsoid, join, meshed
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _hand(p: np.ndarray) -> np.ndarray:
    """A flat empty glove, fingers to +Y [m]."""
    d = ellipsoid(p, (0.0, 0.0, 0.016), (0.045, 0.052, 0.017))
    d = join(d, capsule(p, (0.0, -0.045, 0.016), (0.0, -0.105, 0.018), 0.034, 0.042), 0.02)
    for x, long_, lean in (
        (-0.030, 0.062, -0.012),
        (-0.010, 0.082, -0.004),
        (0.011, 0.076, 0.004),
        (0.031, 0.055, 0.014),
    ):
        d = join(d, capsule(p, (x, 0.035, 0.016), (x + lean, 0.045 + long_, 0.0125), 0.0125, 0.0095), 0.006)
    d = join(d, capsule(p, (-0.038, -0.010, 0.016), (-0.078, 0.038, 0.0125), 0.015, 0.0105), 0.012)
    flat = np.abs(p[:, 2] - 0.014) - 0.014
    return np.asarray(np.maximum(np.maximum(d, flat), -0.098 - p[:, 1]))


def glove(member: CastMember, rng: Rng) -> Prop:
    """A leather glove laid flat, its cuff turned, three stitched ribs on the back."""
    mesh = meshed(_hand, (-0.11, -0.12, -0.004), (0.075, 0.15, 0.036), 0.0024)
    left = rng.random() < 0.5
    hide = trim(member, member.material or "leather", hue(member, rng) or "#4a2c1a")
    ribs = [rod(curve([(x, -0.020, 0.0288), (x * 1.05, 0.010, 0.0300), (x * 1.1, 0.034, 0.0275)], 14),
        0.0016, 8) for x in (-0.018, 0.0, 0.018)]  # fmt: skip
    ring = np.linspace(0, 2 * np.pi, 60)
    power = 0.55
    c, s = (np.sign(f) * np.abs(f) ** power for f in (np.cos(ring), np.sin(ring)))
    cuff = rod(np.stack([0.041 * c, 0 * ring - 0.094, 0.0145 + 0.0135 * s], 1), 0.0034, 10)
    meshes = [mesh, *ribs, cuff]
    if left:
        meshes = [stretched(m, (1.0, 1.0, 1.0)).moved(shapes.rotation("z", 14)) for m in meshes]
    return hugged([part(hide, *meshes)], mass=0.05, axis=1, slabs=4, friction=0.8, restitution=0.02)


def high_heel(member: CastMember, rng: Rng) -> Prop:
    """A court shoe in profile, toe to the right: pointed toe, arched sole, stiletto heel, red under-sole
    if told."""
    shade = hue(member, rng) or "#15151a"
    skin = replace(trim(member, member.material or "leather", shade), roughness=0.2, clearcoat=0.9)
    x = np.linspace(-0.098, 0.128, 46)
    floor = np.interp(x, [-0.098, -0.07, -0.03, 0.02, 0.055, 0.128], [0.098, 0.092, 0.060, 0.016, 0.0065,
        0.0075])  # fmt: skip
    half = np.interp(x, [-0.098, -0.085, -0.05, 0.0, 0.045, 0.085, 0.128], [0.012, 0.026, 0.029, 0.031,
        0.037, 0.028, 0.004])  # fmt: skip
    top = np.interp(x, [-0.098, -0.08, -0.04, 0.01, 0.05, 0.075, 0.105, 0.128],
                    [0.150, 0.146, 0.094, 0.050, 0.034, 0.040, 0.026, 0.0125])  # fmt: skip
    angle = np.linspace(0, 2 * np.pi, 57)[:-1]
    rings, lining = [], []
    for k, at in enumerate(x):
        hollow = at < 0.072
        tall = top[k] - floor[k]
        c, s = np.cos(angle), np.sin(angle)
        y = half[k] * np.sign(c) * np.abs(c) ** 0.7 * (1.0 - 0.10 * np.clip(s, 0, 1) * (1 if hollow else 0))
        lift = np.where(s > 0, tall * np.abs(s) ** (0.35 if hollow else 0.9), 0.0)
        if hollow:
            lift = np.where((s > 0) & (np.abs(c) < 0.62), tall * 0.16 + 0.0 * s, lift)
        rings.append(np.stack([np.full(56, at), y, floor[k] + lift], 1))
    upper = loft(np.array(rings), crease_deg=38)
    for k in range(0, 38):
        y = np.linspace(-half[k] * 0.80, half[k] * 0.80, 9)
        lining.append(np.stack([np.full(9, x[k]), y, np.full(9, floor[k] + (top[k] - floor[k]) * 0.17
            + 0.0008)], 1))  # fmt: skip
    inside = slab(np.array(lining), 0.0012)
    red = told(member, "sole")[1]
    sole = slab(np.stack([np.stack([x, s * half * 0.97, floor - 0.0006], 1) for s in np.linspace(-1, 1, 7)],
        1), 0.0022)  # fmt: skip
    heel = rod([(-0.078, 0, 0.100), (-0.083, 0, 0.060), (-0.086, 0, 0.020), (-0.087, 0, 0.0)],
               np.array([0.0165, 0.0085, 0.0050, 0.0048]), 22)  # fmt: skip
    tip = disc(0.0055, 0.004, (-0.087, 0, 0.002))
    parts = [part(skin, upper, heel), part(trim(member, "leather", "#c9a98a"), inside),
             part(replace(trim(member, "leather", red or "#1a1310"), clearcoat=0.8), sole),
             part(trim(member, "rubber", "#121212"), tip)]  # fmt: skip
    walls = [hull(upper.vertices[upper.vertices[:, 0] > 0.0]),
        hull(upper.vertices[upper.vertices[:, 0] < 0.01]), post((-0.086, 0, 0.05), 0.006, 0.1),
        box((0.07, 0, 0.004), (0.09, 0.05, 0.008))]  # fmt: skip
    return assemble(parts, walls, mass=0.25, friction=0.6, restitution=0.15)


def bracelet(member: CastMember, rng: Rng) -> Prop:
    """A bracelet of set stones: a ring of little gold cups lying flat, its clasp in front."""
    gold = trim(member, member.material or "gold")
    r, n = 0.032, 44
    cups, stones = [], []
    for k, a in enumerate(np.linspace(0, 2 * np.pi, n + 1)[:-1]):
        at = (r * np.cos(a), r * np.sin(a) * 0.88, 0.0033)
        turn = float(np.degrees(a))
        cups.append(slab_box((0.0030, 0.0040, 0.0052), at, 0.0008, [("z", turn)]))
        out = (at[0] * 1.045, at[1] * 1.045, at[2])
        stones.append(placed(stretched(shapes.icosphere(0), (0.0019, 0.0017, 0.0021)), at=out, turns=[("z",
            turn + 7 * k)]))  # fmt: skip
    clasp = slab_box((0.010, 0.005, 0.0062), (0, -r * 0.89, 0.0033), 0.0014)
    band = placed(stretched(hoop(r, 0.0016, tall=0.0016, segments=90), (1, 0.88, 1)), at=(0, 0, 0.0033))
    gem = replace(trim(member, "plastic", hue(member, rng) or "#dfeaf2", wear=0.0), roughness=0.03,
        metallic=0.35, clearcoat=1.0, bump=None)  # fmt: skip
    walls = [box((r * np.cos(a), 0.88 * r * np.sin(a), 0.0033), (0.009, 0.005, 0.0062), ("z",
        float(np.degrees(a)) + 90)) for a in np.linspace(0, 2 * np.pi, 13)[:-1]]  # fmt: skip
    return assemble([part(gold, *cups, clasp, band), part(gem, *stones)], walls, mass=0.03, friction=0.4)


def torch(member: CastMember, rng: Rng) -> Prop:
    """An electric torch lying with its lens to the front right: knurled barrel, flared head, tail cap,
    switch."""
    metal = trim(member, member.material or "painted_metal", hue(member, rng) or "#1d1f22")
    line = [(0, 0), (0.0155, 0), (0.0165, 0.004), (0.0165, 0.022), (0.0150, 0.024), (0.0150, 0.112),
        (0.0165, 0.116), (0.0205, 0.136), (0.0265, 0.150), (0.0270, 0.168), (0.0240, 0.170), (0.0235,
        0.160), (0, 0.160)]  # fmt: skip
    pose = [("y", 90.0), ("z", -38.0)]
    at = (-0.062, 0.050, 0.027)
    body = placed(spun(line, 72, radius=0.001), at=at, turns=pose)
    grip = [placed(hoop(0.0151, 0.0009, segments=60), at=(0, 0, z)) for z in np.linspace(0.030, 0.106, 26)]
    pose_grip = [placed(m, at=at, turns=pose) for m in grip]
    dish = placed(spun([(0, 0.1605), (0.006, 0.1606), (0.0232, 0.1660), (0.0232, 0.1662), (0, 0.1610)], 56,
        radius=0.0003), at=at, turns=pose)  # fmt: skip
    lens = placed(disc(0.0232, 0.0012, (0, 0, 0.1672)), at=at, turns=pose)
    lamp = placed(disc(0.0150, 0.0010, (0, 0, 0.1650)), at=at, turns=pose)
    switch = placed(slab_box((0.006, 0.010, 0.020), (-0.0160, 0, 0.120), 0.002), at=at, turns=pose)
    bulb = replace(trim(member, "plaster", "#fff6e0"), bump=None)
    parts = [part(metal, body, *pose_grip), part(trim(member, "chrome"), dish), part(trim(member, "rubber",
        "#b3261e"), switch), part(bulb, lamp, light="self"), part(trim(member, "glass"), lens)]  # fmt: skip
    return hugged(parts, mass=0.22, axis=0, slabs=4, friction=0.5, foot=0.5)


def lighter(member: CastMember, rng: Rng) -> Prop:
    """A flip-top petrol lighter standing open: case, hinged lid, chimney, wheel, a flame."""
    metal = replace(trim(member, member.material or "chrome", member.colour), roughness=0.18)
    wide, deep, tall = 0.038, 0.013, 0.038
    case = slab_box((wide, deep, tall), (0, 0, tall / 2), 0.0032)
    lid = slab_box((0.018, deep, wide * 0.98), (-0.0285, 0, tall + 0.0180), 0.003, [("y", 14.0)])
    hinge = rod([(-0.0192, -0.006, tall), (-0.0192, 0.006, tall)], 0.0014, 12)
    steel = trim(member, "steel")
    chimney = slab_box((0.017, 0.0105, 0.017), (-0.004, 0, tall + 0.0085), 0.002)
    holes = [disc(0.0013, 0.0112, (x, 0, z), [("x", 90)], edge=0.0002, segments=16)
             for x in (-0.009, -0.004, 0.001) for z in (tall + 0.006, tall + 0.0115)]  # fmt: skip
    wheel = disc(0.0042, 0.0050, (0.0095, 0, tall + 0.0110), [("x", 90)])
    wick = rod([(-0.004, 0, tall + 0.012), (-0.004, 0, tall + 0.019)], 0.0012, 10)
    parts = [part(metal, case, lid), part(steel, chimney, wheel, hinge), part(trim(member, "black_iron"),
        *holes), part(trim(member, "linen", "#d8d2c0"), wick)]  # fmt: skip
    if not says(member, "closed", "unlit"):
        fire = flame(0.036, rng).moved(shapes.translation(-0.004, 0, tall + 0.0165))
        parts.append(part(trim(member, "wax", "#f2c27a"), fire, light="self"))
    walls = [box((0, 0, tall / 2), (wide, deep, tall)), box((-0.004, 0, tall + 0.0085), (0.017, 0.0105,
        0.017)), box((-0.0285, 0, tall + 0.018), (0.024, deep, 0.036))]  # fmt: skip
    return assemble(parts, walls, mass=0.06, friction=0.4, restitution=0.25)


def canister(member: CastMember, rng: Rng) -> Prop:
    """A tin for tea or coffee: tall lacquered body, fitted lid with its step and knob, a label."""
    r, tall = 0.044, 0.128
    shade = hue(member, rng) or "#2f5d4a"
    bare = member.material in ("steel", "brass", "copper", "chrome", "gold")
    coat_ = trim(member, member.material or "painted_metal", None if bare else shade, wear=min(member.wear,
        0.05))  # fmt: skip
    coat_ = replace(coat_, clearcoat=0.6)
    body = spun([(0, 0), (r, 0), (r, 0.003), (r * 0.992, 0.006), (r * 0.992, tall - 0.002), (0, tall
        - 0.002)], 96, radius=0.001)  # fmt: skip
    lid = spun([(0, tall - 0.022), (r * 1.012, tall - 0.022), (r * 1.012, tall + 0.002), (r * 0.93, tall
        + 0.008), (r * 0.5, tall + 0.012), (0, tall + 0.013)], 96, radius=0.002)  # fmt: skip
    knob = spun([(0, tall + 0.012), (0.004, tall + 0.012), (0.004, tall + 0.017), (0.009, tall + 0.022),
        (0.007, tall + 0.029), (0, tall + 0.031)], 40, radius=0.001)  # fmt: skip
    usual = told(member, "lid|cap|top") == (None, None)
    cover = coat_ if usual and not member.accent else fitted(member, "lid|cap|top", "painted_metal",
        member.accent)  # fmt: skip
    rings = [placed(hoop(r * 0.995, 0.0012, segments=90), at=(0, 0, z)) for z in (0.012, tall - 0.030)]
    gold = trim(member, "gold" if member.material is None else "brass")
    said = "TEA" if says(member, "tea", "caddy") else "COFFEE" if says(member, "coffee") else "BISCUITS"
    text = member.text or ("" if says(member, "plain", "blank") else said)
    ground = told(member, "label")[1] or ("#efe3c4" if contrasting(shade) == "#f3ecd9" else "#26211c")
    outer = np.array([(r * 0.993, 0.0), (r * 0.993, tall)])
    mesh, ink = rolled_label(member, outer, tall * 0.24, tall * 0.64, 0.85, text=text, ground=ground,
        ink=contrasting(ground))  # fmt: skip
    parts = [part(coat_, body), part(cover, lid), part(gold, *rings, knob), part(ink, mesh)]
    return assemble(parts, [post((0, 0, tall / 2 + 0.006), r, tall + 0.012)], mass=0.3, friction=0.4,
        restitution=0.3)  # fmt: skip


def spray_can(member: CastMember, rng: Rng) -> Prop:
    """A spray can: painted cylinder, domed shoulder, crimped rims, a nozzle or its cap."""
    r, tall = 0.0325, 0.165
    shade = hue(member, rng) or "#c8402c"
    paint = replace(trim(member, "painted_metal", shade), clearcoat=0.7, roughness=0.25, bump=None)
    steel = trim(member, "steel")
    body = spun([(0, 0.004), (r * 0.9, 0.003), (r, 0.006), (r, tall), (0, tall)], 88, radius=0.001)
    rims = [placed(hoop(r * 0.985, 0.0022, segments=80), at=(0, 0, z)) for z in (0.003, tall + 0.001)]
    dome = spun([(0, tall), (r * 0.95, tall), (r * 0.62, tall + 0.012), (0.011, tall + 0.016), (0, tall
        + 0.017)], 72, radius=0.002)  # fmt: skip
    nozzle = spun([(0, tall + 0.015), (0.0085, tall + 0.015), (0.0085, tall + 0.030), (0, tall + 0.031)],
        40, radius=0.0015)  # fmt: skip
    jet = disc(0.0018, 0.002, (0, -0.0086, tall + 0.025), [("x", 90)])
    parts = [part(paint, body), part(steel, *rims, dome), part(trim(member, "plastic", "#efece4"), nozzle),
             part(trim(member, "plastic", "#17181a"), jet)]  # fmt: skip
    ground = contrasting(shade)
    outer = np.array([(r + 0.0001, 0.0), (r + 0.0001, tall)])
    mesh, ink = rolled_label(member, outer, 0.050, 0.110, 1.0, text=member.text or "SPRAY", ground=ground,
        ink=shade)  # fmt: skip
    parts.append(part(ink, mesh))
    walls = [post((0, 0, tall / 2), r, tall), post((0, 0, tall + 0.014), 0.018, 0.030)]
    return assemble(parts, walls, mass=0.35, friction=0.4, restitution=0.3)


def straw(member: CastMember, rng: Rng) -> Prop:
    """A paper drinking straw lying along Y, striped like a barber's pole."""
    t = np.linspace(0, 1, 160)
    line = np.stack([0 * t, -0.10 + 0.20 * t, 0 * t + 0.0032], 1)
    mesh = rod(line, 0.0032, 24)
    p = mesh.vertices
    turn = np.arctan2(p[:, 2] - 0.0032, p[:, 0]) / (2 * np.pi)
    stripe = ((p[:, 1] / 0.017 + turn) % 1.0 < 0.5)[:, None]
    plain = says(member, "black straw", "metal", "steel", "glass straw", "bamboo")
    tint, white = np.array(from_hex(hue(member, rng) or "#c8302a")), np.array(from_hex("#f4f1e8"))
    mesh = replace(mesh, colour=np.where(stripe & (not plain), tint, tint if plain else white))
    return hugged([part(replace(trim(member, "paper"), bump=None), mesh)], mass=0.002, axis=1,
        slabs=2, foot=0.5)  # fmt: skip


def tape_roll(member: CastMember, rng: Rng) -> Prop:
    """A roll of adhesive tape lying flat on its cardboard core, its end lifted."""
    r, core, tall = 0.052, 0.038, 0.048
    glossy = replace(trim(member, "plastic", hue(member, rng) or "#b98d52"), roughness=0.18, clearcoat=0.6)
    ring = [(core, 0.0), (r, 0.0), (r, tall), (core, tall), (core, 0.0)]
    inner = [(core - 0.003, 0.0), (core, 0.0), (core, tall), (core - 0.003, tall), (core - 0.003, 0.0)]
    a = np.linspace(-0.5 * np.pi, -0.14 * np.pi, 16)
    lift = r + 0.0004 + 0.012 * np.linspace(0, 1, 16) ** 2.2
    edge = np.stack([np.stack([lift * np.cos(a), lift * np.sin(a), 0 * a + z], 1) for z
        in (0.0005, tall - 0.0005)])  # fmt: skip
    parts = [part(glossy, turned(ring, 90), slab(edge, 0.0005)), part(trim(member, "paper",
        "#c9b08a"), turned(inner, 80))]  # fmt: skip
    return assemble(parts, [post((0, 0, tall / 2), r, tall)], mass=0.12, friction=0.5, restitution=0.2)


SMALLS: dict[str, Generator] = {
    "glove": glove, "high_heel": high_heel, "bracelet": bracelet, "torch": torch, "lighter": lighter,
    "canister": canister, "straw": straw, "tape_roll": tape_roll, "spray_can": spray_can,
}  # fmt: skip
