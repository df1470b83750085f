"""To eat with one's hands: pie, sandwich, hot dog, ice cream, lollipop, chocolate, waffle, butter."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, post, trim
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.greengrocery import ink, tinted
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.makings import circle, cut, disc, hugged, shaped, slab_box, spun
from rayograph.world.cast.shaping import hoop, loft, placed, rod, rounded_outline, slab
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Prop
from rayograph.world.shapes import rotation, translation

Rng = np.random.Generator
_CRUST, _BAKED = "#d09a4e", "#8a4f1e"


def _baked(mesh: Mesh, seed: int, light: str = _CRUST, dark: str = _BAKED) -> Mesh:
    """Pastry: pale where low, browned on what stands proud and here and there."""
    p = mesh.vertices
    assert mesh.normals is not None
    cloud = fbm3(p * 55, octaves=4, seed=seed)
    return tinted(
        mesh,
        mix(ink(light) + 0 * p, ink(dark), 0.65 * smoothstep(-0.1, 0.75, cloud + 0.35 * mesh.normals[:, 2])),
    )


def pie(member: CastMember, rng: Rng) -> Prop:
    """A fruit pie in its tin: woven lattice lid, fluted rim, dark filling between the strips."""
    r, tall = 0.115, 0.042
    tin = spun(
        [(0, 0), (0.088, 0), (0.118, 0.036), (0.124, 0.038), (0.124, 0.040), (0.112, 0.040), (0, 0.030)],
        96,
        radius=0.002,
    )
    filling = spheroid((r - 0.006, r - 0.006, 0.013), 40, 90, (0, 0, 0.034))
    lump = noise3(filling.vertices * 150, seed=member.seed)
    fruit = ink(hue(member, rng) or "#7a1622")
    jam = tinted(
        wrapped((filling.vertices + [0, 0, 1] * (0.0022 * lump)[:, None]).reshape(40, -1, 3)),
        fruit * (1 + 0.35 * lump[:, None]),
    )
    strips = []
    for across in (False, True):
        for k in range(-3, 4):
            x = k * 0.030
            half = float(np.sqrt(max((r - 0.004) ** 2 - x * x, 1e-4)))
            t = np.linspace(-half, half, 60)
            z = (
                0.0345
                + 0.0140 * np.sqrt(np.clip(1 - (t**2 + x * x) / r**2, 0, 1))
                + 0.0022 * np.cos(np.pi * (t / 0.030 + k + across))
            )
            line = np.stack([np.full(60, x), t, z], 1) if across else np.stack([t, np.full(60, x), z], 1)
            wide = np.array([0.009, 0, 0]) if across else np.array([0, 0.009, 0])
            strip = slab(np.stack([line - wide, line + wide]), 0.0035)
            strips.append(_baked(strip, member.seed))
    angle = np.linspace(0, 2 * np.pi, 241)
    rim_line = np.stack([(r + 0.001 + 0.0014 * np.cos(22 * angle)) * np.cos(angle),
        (r + 0.001 + 0.0014 * np.cos(22 * angle)) * np.sin(angle),
        tall - 0.0005 + 0.0018 * np.cos(22 * angle)], 1)  # fmt: skip
    rim = _baked(rod(rim_line, 0.0082, 14), member.seed)
    crust = replace(trim(member, "bread_crust"), bump=None, roughness=0.5)
    parts = [
        part(crust, *strips, rim),
        part(replace(trim(member, "wax", "#7a1622"), roughness=0.12), jam),
        part(trim(member, "steel"), tin),
    ]
    return assemble(parts, [post((0, 0, 0.024), 0.12, 0.048)], mass=0.9, friction=0.6, restitution=0.1)


def sandwich(member: CastMember, rng: Rng) -> Prop:
    """A club sandwich cut in two triangles, the cut to the viewer: toast, ham, cheese, lettuce, tomato."""
    tri = shaped([(-0.062, -0.004), (0.062, -0.004), (0.0, 0.060)], 0.006)
    inner = shaped([(-0.058, -0.006), (0.058, -0.006), (0.0, 0.057)], 0.004)
    rng_ = np.random.default_rng(member.seed)
    toast, rinds, ham, cheese, leaf, tomato = [], [], [], [], [], []
    for pose in (
        translation(-0.028, -0.018, 0) @ rotation("z", 14),
        translation(0.040, 0.030, 0) @ rotation("z", -38),
    ):
        for z in (0.007, 0.034, 0.061):
            rinds.append(cut(tri, 0.0125, (0, 0, z), bevel=0.003, axis="z").moved(pose))
            toast.append(
                cut(
                    shaped([(-0.0575, -0.0046), (0.0575, -0.0046), (0.0, 0.0525)], 0.004),
                    0.0132,
                    (0, 0, z),
                    bevel=0.002,
                    axis="z",
                ).moved(pose)
            )
        for z in (0.016, 0.043):
            cheese.append(
                cut(
                    shaped([(-0.064, -0.009), (0.064, -0.009), (0, 0.060)], 0.003),
                    0.0028,
                    (0, 0, z),
                    bevel=0.0008,
                    axis="z",
                ).moved(pose)
            )
            ham.append(cut(inner, 0.0035, (0.001, 0, z + 0.0035), bevel=0.001, axis="z").moved(pose))
            tomato += [
                disc(0.019, 0.0045, (x, 0.010, z + 0.0078), edge=0.0015).moved(pose)
                for x in (-0.028, 0.010, 0.034)
            ]
            t = np.linspace(-0.062, 0.062, 70)
            wave = 0.003 * np.sin(t * 420 + float(rng_.uniform(0, 6)))
            frill = np.stack(
                [
                    np.stack([t, np.full(70, y), z + 0.0115 + wave * s], 1)
                    for y, s in ((-0.0105, 1.0), (-0.002, 0.4), (0.012, 0.1))
                ]
            )
            leaf.append(slab(frill, 0.001).moved(pose))
    crust = replace(trim(member, "bread_crust", "#b57a38"), bump=None)
    parts = [part(crust, *[_baked(m, member.seed, "#c78a44") for m in rinds]),
        part(trim(member, "wax", "#f1dcae"), *toast),
        part(trim(member, "wax", "#eeb32c"), *cheese), part(trim(member, "wax", "#e0958a"), *ham),
        part(trim(member, "leaf", "#7fae3c"), *leaf), part(replace(trim(member, "wax", "#c42a1c"),
            roughness=0.15), *tomato)]  # fmt: skip
    return hugged(parts, mass=0.3, slabs=2, friction=0.7, restitution=0.05)


def hot_dog(member: CastMember, rng: Rng) -> Prop:
    """A hot dog: split soft roll, a long glossy sausage standing proud, a zigzag of mustard."""
    t = np.linspace(-1, 1, 50)
    rolls = []
    for s in (-1, 1):
        line = np.stack([0.078 * t, np.full(50, s * 0.0155), 0.021 + 0.002 * (1 - t**2)], 1)
        rolls.append(
            _baked(
                rod(line, 0.0185 * np.clip(1 - np.abs(t) ** 5, 0.02, 1) ** 0.5 + 0.001, 28),
                member.seed,
                "#dba55a",
                "#a8682a",
            )
        )
    rolls.append(
        _baked(
            rod(
                np.stack([0.074 * t, 0 * t, np.full(50, 0.0125)], 1),
                0.0125 * np.clip(1 - np.abs(t) ** 6, 0.02, 1) ** 0.5,
                20,
            ),
            member.seed,
        )
    )
    meat = rod(
        np.stack([0.092 * t, 0 * t, 0.0355 + 0.006 * t**2], 1),
        0.0128 * np.clip(1 - np.abs(t) ** 9, 0.01, 1) ** 0.5,
        28,
    )
    u = np.linspace(-0.94, 0.94, 160)
    squeeze = rod(
        np.stack(
            [0.088 * u, 0.0060 * np.sin(u * 19), 0.0475 + 0.006 * u**2 - 0.0016 * np.sin(u * 19) ** 2], 1
        ),
        0.0026,
        10,
    )
    gloss = replace(trim(member, "wax", "#a5401e"), roughness=0.2, clearcoat=0.6)
    parts = [part(replace(trim(member, "bread_crust"), bump=None, roughness=0.55), *rolls), part(gloss, meat),
             part(replace(trim(member, "wax", member.accent or "#e8b418"), roughness=0.2),
                 squeeze)]  # fmt: skip
    return hugged(parts, mass=0.2, axis=0, slabs=3, friction=0.7, restitution=0.05, foot=0.7)


def ice_cream_cone(member: CastMember, rng: Rng) -> Prop:
    """An ice-cream cone upright in a small wire stand: chequered wafer, two ragged scoops, a flake."""
    rows, columns = 160, 160
    z = np.linspace(0.0, 0.118, rows)
    r = 0.0025 + 0.0255 * z / 0.118 + 0.002 * smoothstep(0.105, 0.118, z)
    a = np.linspace(0, 2 * np.pi, columns + 1)
    net = (
        np.maximum(
            np.abs(np.cos(5 * a[None] + 150 * z[:, None])), np.abs(np.cos(5 * a[None] - 150 * z[:, None]))
        )
        ** 10
    )
    reach = r[:, None] * (1 + 0.06 * net)
    cone = wrapped(
        np.stack([reach * np.cos(a), reach * np.sin(a), np.broadcast_to(z[:, None], reach.shape)], 2)
    )
    wafer = tinted(cone, mix(ink("#b5722c") + 0 * cone.vertices, ink("#e0aa5c"), net.ravel())).moved(
        translation(0, 0, 0.022)
    )
    flavours = [hue(member, rng) or "#e8a0b0", member.accent or "#f3e6c4"]
    scoops = []
    for k, (radius, up) in enumerate(((0.0315, 0.152), (0.0285, 0.188))):
        ball = spheroid((radius, radius, radius * 0.92), 80, 120)
        p = ball.vertices
        rough = 0.045 * fbm3(p * 90, octaves=3, seed=member.seed + k) + 0.10 * np.exp(-(((p[:,
            2] / radius + 0.62) / 0.18) ** 2)) * (
            1 + noise3(p * 160, seed=member.seed + 9 + k))  # fmt: skip
        skin = wrapped((p * (1 + rough)[:, None]).reshape(80, -1, 3))
        scoops.append(
            tinted(skin, ink(flavours[k]) * (1 + 0.10 * fbm3(p * 130, octaves=3, seed=k)[:, None])).moved(
                translation(0.002 * k, 0, up)
            )
        )
    flake = placed(cut(shaped([(-0.006, 0), (0.006, 0), (0.006, 0.060), (-0.006, 0.060)], 0.002),
        0.011, (0, 0, 0), bevel=0.002), at=(0.012, 0.004, 0.190),
                   turns=[("y", 22)])  # fmt: skip
    ring = [placed(_wire(0.019, 0.0022), at=(0, 0, 0.088)), placed(_wire(0.034, 0.0026), at=(0, 0, 0.0026))]
    legs = [rod([(0.019 * np.cos(b), 0.019 * np.sin(b), 0.088), (0.034 * np.cos(b), 0.034 * np.sin(b),
        0.0026)], 0.0018, 8)
            for b in np.deg2rad([-30, 90, 210])]  # fmt: skip
    cream = replace(trim(member, "wax", flavours[0]), roughness=0.5)
    parts = [part(replace(trim(member, "bread_crust"), bump=None), wafer), part(cream, *scoops),
        part(trim(member, "wax", "#4a2714"), flake),
             part(trim(member, "steel"), *ring, *legs)]  # fmt: skip
    return hugged(parts, mass=0.25, slabs=5, friction=0.7, restitution=0.05)


def _wire(radius: float, thick: float) -> Mesh:
    """A round ring of wire."""
    return hoop(radius, thick, segments=56)


def lollipop(member: CastMember, rng: Rng) -> Prop:
    """A big swirl lollipop standing in a wooden foot: two colours wound in a flat spiral, a white stick."""
    r, up = 0.044, 0.150
    t = np.linspace(0, 1, 420)
    coils = []
    turns = 4.2
    for k in range(2):
        a = 2 * np.pi * turns * np.sqrt(t) + np.pi * k
        radius = 0.003 + (r - 0.0055) * np.sqrt(t)
        path = np.stack([radius * np.cos(a), 0 * a, up + radius * np.sin(a)], 1)
        coils.append(rod(path, np.clip(0.0052 * np.minimum(1, (1 - t) * 30 + 0.3), 0.0015, 1), 14))
    core = disc(r - 0.003, 0.0075, (0, 0, up), [("x", 90)], edge=0.003)
    stick = rod([(0, 0, 0.004), (0, 0, up)], 0.0022, 12)
    foot = spun([(0, 0), (0.024, 0), (0.026, 0.004), (0.024, 0.014), (0.010, 0.018), (0, 0.018)], 48)
    first = hue(member, rng) or "#d0263c"
    sugar = [
        replace(trim(member, "plastic", c), roughness=0.08, clearcoat=1.0)
        for c in (first, member.accent or "#f4efe6")
    ]
    parts = [
        part(sugar[0], coils[0], core),
        part(sugar[1], coils[1]),
        part(trim(member, "paper", "#f4f1ea"), stick),
        part(trim(member, "oak"), foot),
    ]
    walls = [
        post((0, 0, 0.009), 0.025, 0.018),
        post((0, 0, 0.06), 0.003, 0.11),
        post((0, 0, up), r, 0.010, ("x", 90)),
    ]
    return assemble(parts, walls, mass=0.1, friction=0.6, restitution=0.2)


def chocolate_bar(member: CastMember, rng: Rng) -> Prop:
    """A bar of chocolate half out of its wrapper: ridged squares, torn silver foil, a paper sleeve."""
    said = finish.says(member, "white choc"), finish.says(member, "milk")
    shade = "#f0e2c0" if said[0] else "#6b3a1c" if said[1] else "#4a2512"
    squares = [cut(np.array([(-0.0105, -0.0125), (0.0105, -0.0125), (0.0105, 0.0125), (-0.0105, 0.0125)]),
        0.0085, (x, y, 0.006), bevel=0.003, axis="z")
               for x in np.arange(7) * 0.0235 - 0.070 for y in (-0.027, 0.0, 0.027)]  # fmt: skip
    base = slab_box((0.164, 0.082, 0.006), (0.0005, 0, 0.0038), 0.0015)
    paper = [slab_box((0.092, 0.086, 0.0128), (0.040, 0, 0.0066), 0.0028)]
    y = np.linspace(-0.043, 0.043, 80)
    tear = -0.020 + 0.006 * noise3(np.stack([y * 160, 0 * y, 0 * y + 3], 1), seed=member.seed)
    grid = np.stack([np.stack([tear + (0.004 - tear) * s, y, 0.0122 + 0.0016 * noise3(np.stack([y * 240,
        0 * y + s * 4, 0 * y], 1), seed=5)
        + 0.002 * (1 - s)], 1) for s in np.linspace(0, 1, 10)])  # fmt: skip
    foil = [slab(grid, 0.0006), slab_box((0.018, 0.0865, 0.0122), (-0.004, 0, 0.0063), 0.0025)]
    band = [slab_box((0.060, 0.0004, 0.0005), (0.04, 0, 0.0131), 0.0001)]
    tone = hue(member, rng) or "#7a1a22"
    title = part(
        stamped(member.text or "CHOCOLAT", "#e9c877", tone, 2.2, metal=True),
        flat((0.003, -0.017, 0.01315), (0.074, 0, 0), (0, 0.034, 0)),
    )
    cocoa = replace(trim(member, "wax", shade), roughness=0.3)
    parts = [
        part(cocoa, base, *squares),
        part(trim(member, "paper", tone), *paper, *band),
        part(trim(member, "chrome"), *foil),
        title,
    ]
    return assemble(
        parts, [box((0, 0, 0.0065), (0.166, 0.084, 0.013))], mass=0.12, friction=0.5, restitution=0.1
    )


def waffle(member: CastMember, rng: Rng) -> Prop:
    """Two round waffles leaning on each other, deep square pockets, syrup running, a pat of butter on top."""
    pockets = [shaped([(x - 0.0075, y - 0.0075), (x + 0.0075, y - 0.0075), (x + 0.0075, y + 0.0075),
        (x - 0.0075, y + 0.0075)], 0.0015)
               for x in np.arange(-3, 4) * 0.0205 for y in np.arange(-3, 4) * 0.0205 if np.hypot(x,
                   y) < 0.066]  # fmt: skip
    made = []
    for pose in (
        translation(0, 0, 0.011),
        translation(0.012, 0.008, 0.031) @ rotation("x", 4) @ rotation("z", 25),
    ):
        grid = cut(circle(0.080, count=64), 0.020, (0, 0, 0), bevel=0.0015, axis="z", holes=pockets)
        floor = disc(0.078, 0.006, (0, 0, 0), edge=0.003)
        made.append(_baked(grid, member.seed, "#dca650", "#a8682a").moved(pose))
        made.append(tinted(floor, ink("#7a4416")).moved(pose))
    pat = slab_box((0.026, 0.026, 0.011), (0.006, -0.004, 0.047), 0.003, [("z", 20)])
    syrup = spheroid((0.044, 0.036, 0.0042), 30, 70, (0.010, 0.0, 0.0415))
    ripple = 1 + 0.18 * np.cos(5 * np.arctan2(syrup.vertices[:, 1], syrup.vertices[:, 0] - 0.01))
    drop = (syrup.vertices - [0.010, 0, 0]) * np.stack([ripple, ripple, 0 * ripple + 1], 1) + [0.010, 0, 0]
    syrup = wrapped(drop.reshape(30, -1, 3))
    amber = replace(trim(member, "wax", "#7a3a0c"), roughness=0.05, clearcoat=1.0)
    parts = [
        part(replace(trim(member, "bread_crust"), bump=None), *made),
        part(trim(member, "wax", "#f3dc86"), pat),
        part(amber, syrup),
    ]
    return hugged(parts, mass=0.2, slabs=2, friction=0.7, restitution=0.05)


def butter_dish(member: CastMember, rng: Rng) -> Prop:
    """Butter on a dish: an oblong porcelain dish, a yellow block with a slice cut off, a butter curl."""
    ware = trim(member, "glazed_ceramic", member.accent or "#e9ecec")
    base = loft(np.array([np.insert(_oblong(w, d), 2, z, axis=1) for w, d, z in ((0.14, 0.085, 0.0),
        (0.145, 0.09, 0.003), (0.195, 0.120, 0.015),
        (0.198, 0.123, 0.0165), (0.192, 0.117, 0.017), (0.150, 0.092, 0.0075), (0.01, 0.006, 0.007))]),
            crease_deg=60)  # fmt: skip
    yellow = replace(trim(member, "wax", member.colour or "#f2d56a"), roughness=0.4)
    block = [
        slab_box((0.088, 0.054, 0.042), (0.014, 0, 0.0285), 0.003),
        slab_box((0.010, 0.053, 0.041), (-0.045, 0.002, 0.026), 0.0025, [("y", -22), ("z", 6)]),
    ]
    parts = [part(ware, base), part(yellow, *block)]
    return assemble(
        parts,
        [box((0, 0, 0.007), (0.19, 0.115, 0.014)), box((0, 0, 0.028), (0.11, 0.054, 0.042))],
        mass=0.5,
        friction=0.5,
        restitution=0.2,
    )


def _oblong(width: float, depth: float) -> np.ndarray:
    """An oblong with generous corners."""
    return rounded_outline(width, depth, depth * 0.35)


BAKERY: dict[str, Generator] = {
    "pie": pie,
    "sandwich": sandwich,
    "hot_dog": hot_dog,
    "ice_cream_cone": ice_cream_cone,
    "lollipop": lollipop,
    "chocolate_bar": chocolate_bar,
    "waffle": waffle,
    "butter_dish": butter_dish,
}
