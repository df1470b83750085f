"""What things come in: tins and cans, jars, perfume, cardboard, cereal, pizza and matches."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitted import fitted, told
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.lettered import flat, rolled_label, stamped
from rayograph.world.cast.profile import hollow, rounded, spline
from rayograph.world.cast.shaping import creased, curve, placed, rod, turned
from rayograph.world.cast.sign import contrasting
from rayograph.world.cast.vessels import liquid
from rayograph.world.scene import Material, Part, Prop

Rng = np.random.Generator


def can(member: CastMember, rng: Rng) -> Prop:
    """A tin with a paper label or, where the brief says drink, a necked can with its tab."""
    steel = trim(member, "steel")
    colour = hue(member, rng) or "#a5281b"
    if says(member, "soda", "cola", "coke", "beer", "drink", "pop", "soft"):
        return _drink(member, steel, colour)
    radius, tall = 0.0375 * vary(rng, 0.04), 0.108 * vary(rng, 0.05)
    line = [(0.0, 0.0025), (radius * 0.90, 0.0022), (radius * 0.93, 0.0), (radius * 1.025, 0.0),
            (radius * 1.03, 0.0026), (radius, 0.0034)]  # fmt: skip
    z = np.linspace(0.0036, tall - 0.0036, 60)
    ribs = (
        0.0006
        * np.maximum(0, np.cos((z - tall / 2) / tall * 2 * np.pi * 13))
        * (np.abs(z / tall - 0.5) < 0.34)
    )
    side = np.stack([radius + ribs - 0.0004, z], 1)
    profile = np.concatenate(
        [
            line,
            side,
            [
                (radius, tall - 0.0034),
                (radius * 1.03, tall - 0.0026),
                (radius * 1.025, tall),
                (radius * 0.95, tall),
                (radius * 0.93, tall - 0.004),
            ],
            [
                (radius * r, tall - 0.0034 - 0.0006 * (k % 2))
                for k, r in enumerate((0.88, 0.82, 0.78, 0.72, 0.68))
            ],
            [(0.0, tall - 0.0036)],
        ]
    )
    wrap = np.array([(radius + 0.0003, 0.0040), (radius + 0.0003, tall - 0.0040)])
    paper = trim(member, "paper", colour)
    low, high = tall * 0.20, tall * 0.80
    ground = told(member, "label")[1] or (None if told(member, "lid")[1] else member.accent)
    ground = ground or ("#f0e6cd" if contrasting(colour) == "#f3ecd9" else "#2b2320")
    parts = [part(steel, turned(profile, 96)), part(replace(paper, roughness=0.42), turned(wrap, 96))]
    mesh, ink = rolled_label(member, wrap, low, high, 1.05, ground=ground, ink=contrasting(ground))
    parts.append(part(ink, mesh))
    bands = [placed(turned([(radius + 0.0005, z - 0.0022), (radius + 0.0005, z + 0.0022)], 96))
             for z in (tall * 0.11, tall * 0.89)]  # fmt: skip
    parts.append(part(trim(member, "gold"), *bands))
    return assemble(parts, [post((0, 0, tall / 2), radius * 1.03, tall)], mass=0.42, friction=0.4,
                    restitution=0.3)  # fmt: skip


def _drink(member: CastMember, metal: Material, colour: str) -> Prop:
    radius, tall = 0.0331, 0.118
    body = spline([(radius * 0.74, 0.0), (radius * 0.78, 0.002), (radius, 0.012), (radius, 0.014)], 16)
    neck = spline([(radius, tall - 0.020), (radius * 0.985, tall - 0.015), (radius * 0.84, tall - 0.004)], 14)
    sleeve = np.concatenate([body[8:], neck[:-3]]) + [0.00008, 0.0]
    top = [(radius * 0.86, tall - 0.0025), (radius * 0.875, tall - 0.001), (radius * 0.86, tall),
           (radius * 0.82, tall - 0.0006), (radius * 0.80, tall - 0.0055), (0.0, tall - 0.0048)]  # fmt: skip
    under = [(0.0, 0.010), (radius * 0.55, 0.006), (radius * 0.70, 0.0004)]
    tab = shapes.rounded_box((0.014, 0.024, 0.0012), 0.0005).moved(
        shapes.translation(0, 0.002, tall - 0.0036)
    )
    paint = replace(
        trim(member, "painted_metal", colour), metallic=0.3, roughness=0.24, bump=None, clearcoat=0.6
    )
    parts = [
        part(metal, turned(np.concatenate([under, body, neck, top]), 96), tab),
        part(paint, turned(sleeve, 96)),
    ]
    if member.text:
        wrap = np.array([(radius + 0.0001, 0.014), (radius + 0.0001, tall - 0.02)])
        mesh, ink = rolled_label(member, wrap, 0.036, 0.080, 1.2, ground=colour, ink=contrasting(colour))
        parts.append(part(replace(ink, clearcoat=0.6), mesh))
    return assemble(parts, [post((0, 0, tall / 2), radius, tall)], mass=0.36, friction=0.35, restitution=0.3)


def jar(member: CastMember, rng: Rng) -> Prop:
    """A glass jar with a screwed lid, filled with preserve unless the brief says empty; a label in front."""
    radius, tall = 0.0375 * vary(rng, 0.05), 0.098 * vary(rng, 0.06)
    mouth = radius * 0.84
    outer = np.concatenate(
        [
            [(radius - 0.004, 0.0)],
            spline(
                [
                    (radius - 0.001, 0.003),
                    (radius, 0.010),
                    (radius, tall * 0.72),
                    (radius * 0.97, tall * 0.80),
                    (mouth, tall * 0.88),
                    (mouth, tall),
                ],
                64,
            ),
        ]
    )
    vessel = hollow(outer, 0.0026, 0.006, foot=0.005, punt=0.002)
    glass = trim(member, member.material if member.material and "glass" in member.material else "glass")
    parts = [part(glass, turned(vessel.solid, 96))]
    if not says(member, "empty"):
        jam = hue(member, rng) or "#6d1220"
        fill = replace(trim(member, "wax", jam), roughness=0.12, bump=None, clearcoat=0.6)
        parts.append(liquid(vessel, tall * 0.80, fill))
    lid = placed(
        turned(
            rounded(
                [
                    (mouth + 0.0012, tall - 0.012),
                    (mouth + 0.0030, tall - 0.012),
                    (mouth + 0.0030, tall + 0.0022),
                    (mouth * 0.86, tall + 0.0030),
                    (mouth * 0.82, tall + 0.0018),
                    (0.0, tall + 0.0018),
                ],
                0.0010,
            ),
            180,
        )
    )
    knurl = lid.vertices.copy()
    turn = np.arctan2(knurl[:, 1], knurl[:, 0])
    edge = (np.hypot(knurl[:, 0], knurl[:, 1]) > mouth + 0.002) & (knurl[:, 2] < tall)
    knurl[:, :2] *= (1 + 0.010 * edge * np.cos(60 * turn))[:, None]
    parts.append(part(fitted(member, "lid|cap|top", "brass" if rng.random() < 0.5 else "painted_metal",
                             None if told(member, "label")[1] else member.accent),
                      creased(replace(lid, vertices=knurl), 40)))  # fmt: skip
    ground = told(member, "label")[1] or "#ece3cb"
    mesh, ink = rolled_label(member, outer, tall * 0.22, tall * 0.62, 0.95, ground=ground,
                             ink=contrasting(ground))  # fmt: skip
    parts.append(part(ink, mesh))
    return assemble(parts, [post((0, 0, tall * 0.42), radius, tall * 0.84),
                            post((0, 0, (tall + 0.0025) * 0.9), mouth + 0.003, (tall + 0.003) * 0.2)],
                    mass=0.42, friction=0.45, restitution=0.35)  # fmt: skip


def _shell(size: tuple[float, float, float], radius: float, wall: float, lift: float) -> tuple[Mesh, Mesh]:
    """A hollow block of glass and what fills it, base at `lift` [m]."""
    inner = np.array([size[0] - 2 * wall, size[1] - 2 * wall, size[2] - 2.4 * wall])
    low, air = lift + 1.2 * wall, 0.14 * inner[2]
    room = (float(inner[0]), float(inner[1]), float(air))
    cavity = shapes.rounded_box(room, radius * 0.5, 4).moved(
        shapes.translation(0, 0, low + float(inner[2] - air / 2))
    )
    assert cavity.normals is not None
    inside = replace(cavity, faces=cavity.faces[:, ::-1], normals=-cavity.normals)
    # Glass and liquid share one face: two surfaces a hair apart would swallow the light between them.
    full = (float(inner[0]), float(inner[1]), float(inner[2] - air) - 2e-4)
    scent = shapes.rounded_box(full, radius * 0.8, 5).moved(shapes.translation(0, 0, low + full[2] / 2))
    outside = shapes.rounded_box(size, radius, 6).moved(shapes.translation(0, 0, lift + size[2] / 2))
    return merge([outside, inside]), scent


def perfume(member: CastMember, rng: Rng) -> Prop:
    """A flacon: a thick block of glass with scent inside, a metal collar, a heavy cap, its name in front."""
    wide, deep, tall = 0.066 * vary(rng, 0.05), 0.034, 0.078 * vary(rng, 0.05)
    glass = trim(member, member.material or "glass", None)
    body, scent = _shell((wide, deep, tall), 0.0045, 0.0050, 0.0)
    juice = trim(
        member, "water", member.colour or str(rng.choice(["#f3d7a0", "#f6e3bd", "#f2d6cf", "#e4ecd2"]))
    )
    gold = fitted(member, "collar|neck", "gold" if rng.random() < 0.6 else "chrome")
    collar = rounded(
        [(0.0, tall - 0.002), (0.0105, tall - 0.001), (0.0105, tall + 0.006), (0.0, tall + 0.006)], 0.001
    )
    cap_size = (0.030, 0.024, 0.030)
    cap = shapes.rounded_box(cap_size, 0.0026, 5).moved(shapes.translation(0, 0, tall + 0.005 + 0.015))
    lacquer = fitted(member, "cap|lid|stopper|top", "plastic", "#101012")
    if lacquer.name == "plastic" or told(member, "cap|lid|stopper|top")[0] is None:
        lacquer = replace(lacquer, roughness=0.08, bump=None, clearcoat=1.0)
    parts = [part(glass, body), part(juice, scent), part(gold, turned(collar, 48)), part(lacquer, cap)]
    name = member.text or "NOCTURNE"
    w, h = wide * 0.62, tall * 0.26
    plate = flat((-w / 2, -deep / 2 - 0.00025, tall * 0.34), (w, 0, 0), (0, 0, h))
    ground = told(member, "label")[1] or (None if told(member, "cap|lid|stopper|top")[1] else member.accent)
    ground = ground or "#15130f"
    ink = "#d9b45a" if contrasting(ground) == "#f3ecd9" else "#2a2118"
    parts.append(part(stamped(name, ink, ground, w / h, metal=True, gloss=0.3), plate))
    return assemble(
        parts,
        [box((0, 0, tall / 2), (wide, deep, tall)), box((0, 0, tall + 0.018), cap_size)],
        mass=0.28,
        friction=0.35,
        restitution=0.3,
    )


def _sleeve(
    member: CastMember, size: tuple[float, float, float], board: Material, *, bulge: float, ground: str
) -> list[Part]:
    """A closed carton whose broad faces bow out by `bulge` [m]; its front carries the text."""
    mesh = shapes.rounded_box(size, 0.0012, 3)
    wide, deep, tall = size
    parts = [part(board, placed(mesh, at=(0, 0, tall / 2)))]
    if member.text:
        w, h = wide * 0.86, tall * (0.42 if tall > wide else 0.8)
        low = tall * (0.48 if tall > wide else 0.1)
        lettering = stamped(member.text, contrasting(ground), ground, w / h, ruled=False, gloss=0.35)
        front = flat((-w / 2, -deep / 2 - 0.0004 - bulge, low), (w, 0, 0), (0, 0, h))
        parts.append(part(lettering, front))
    return parts


def carton(member: CastMember, rng: Rng) -> Prop:
    """A cardboard box: four walls, flaps that meet on top under a strip of tape."""
    size = (0.34 * vary(rng, 0.06), 0.26 * vary(rng, 0.06), 0.22 * vary(rng, 0.06))
    wide, deep, tall = size
    board = surface(member, rng)
    ground = hue(member, rng) or "#b08a5e"
    shell = shapes.rounded_box((wide, deep, tall - 0.004), 0.003, 3)
    flaps = [shapes.rounded_box((wide - 0.001, deep / 2 - 0.0012, 0.004), 0.0018, 3)
             .moved(shapes.translation(0, s * deep / 4, tall - 0.002) @ shapes.rotation("x", s * 0.7))
             for s in (-1, 1)]  # fmt: skip
    tape = replace(trim(member, "paper", "#c9a36a"), roughness=0.22, bump=None, clearcoat=0.5)
    strips = [
        shapes.rounded_box((wide + 0.0012, 0.048, 0.0006), 0.0002, 1).moved(
            shapes.translation(0, 0, tall + 4e-4)
        )
    ]
    strips += [
        shapes.rounded_box((0.0006, 0.048, 0.055), 0.0002, 1).moved(
            shapes.translation(s * (wide / 2 + 0.0003), 0, tall - 0.027)
        )
        for s in (-1, 1)
    ]
    parts = [part(board, placed(shell, at=(0, 0, tall / 2 - 0.002)), *flaps), part(tape, *strips)]
    if member.text:
        w, h = wide * 0.7, tall * 0.36
        mark = flat((-w / 2, -deep / 2 - 0.0004, tall * 0.3), (w, 0, 0), (0, 0, h))
        tone = (
            "#" + "".join(f"{int(round(255 * c)):02x}" for c in (0.69, 0.54, 0.37))
            if not member.colour
            else ground
        )
        parts.append(part(stamped(member.text, "#2a1d14", tone, w / h, ruled=False, gloss=0.7), mark))
    return assemble(parts, [box((0, 0, tall / 2), size)], mass=0.7, friction=0.5, restitution=0.15)


def cereal_box(member: CastMember, rng: Rng) -> Prop:
    """A breakfast carton: bright board, a bowl of colour behind the name, a tucked lid."""
    size = (0.19 * vary(rng, 0.04), 0.060 * vary(rng, 0.06), 0.285 * vary(rng, 0.04))
    wide, deep, tall = size
    ground = hue(member, rng) or "#c8391f"
    board = replace(trim(member, "paper", ground), roughness=0.32, clearcoat=0.4)
    named = member if member.text else member.model_copy(update={"text": "CRISP"})
    parts = _sleeve(named, size, board, bulge=0.0, ground=ground)
    disc = [(wide * 0.345, -0.0002), (wide * 0.34, 0.0004), (0.0, 0.0004)]
    sun = placed(turned(disc, 64), at=(0, -deep / 2, tall * 0.255), turns=[("x", 90)])
    accent = replace(trim(member, "paper", member.accent or "#f0c43a"), roughness=0.32, clearcoat=0.4)
    lid = placed(
        shapes.rounded_box((wide * 0.30, deep * 0.5, 0.0012), 0.0005, 2), at=(0, deep * 0.12, tall + 0.0004)
    )
    parts += [part(accent, sun, lid)]
    return assemble(parts, [box((0, 0, tall / 2), size)], mass=0.45, friction=0.45, restitution=0.15)


def pizza_box(member: CastMember, rng: Rng) -> Prop:
    """A flat carton with a hinged lid and a printed round; grease on the board."""
    wide, tall = 0.33 * vary(rng, 0.04), 0.044
    board = surface(member, rng)
    base = shapes.rounded_box((wide, wide, tall * 0.62), 0.003, 3)
    lid = shapes.rounded_box((wide + 0.006, wide + 0.004, tall * 0.5), 0.003, 3)
    ground = hue(member, rng) or "#cfb48c"
    parts = [part(board, placed(base, at=(0, 0, tall * 0.31)), placed(lid, at=(0, 0, tall * 0.75)))]
    w, h = wide * 0.78, wide * 0.34
    print_ = stamped(member.text or "PIZZA", member.accent or "#a3231b", ground, w / h, gloss=0.7)
    parts.append(part(print_, flat((-w / 2, -h / 2, tall + 0.0004), (w, 0, 0), (0, h, 0))))
    return assemble(
        parts,
        [box((0, 0, tall / 2), (wide + 0.006, wide + 0.004, tall))],
        mass=0.25,
        friction=0.5,
        restitution=0.1,
    )


def matchbox(member: CastMember, rng: Rng) -> Prop:
    """A matchbox with its tray pushed out a little: red heads in a row, a striking strip on the side."""
    wide, deep, tall = 0.054, 0.036 * vary(rng, 0.04), 0.0155
    colour = hue(member, rng) or "#b3261e"
    sleeve = shapes.rounded_box((wide, deep, tall), 0.0008, 3)
    board = trim(member, "paper", colour)
    out = 0.011
    tray = shapes.rounded_box((wide, deep - 0.0016, tall - 0.0016), 0.0005, 2)
    sticks = [rod([(wide / 2 + out - 0.003, y, tall * z), (0, y, tall * z)], 0.0010, 8)
              for z in (0.62, 0.80) for y in np.linspace(-deep * 0.40, deep * 0.40, 11)]  # fmt: skip
    heads = [placed(turned(spline([(0, -0.002), (0.0014, -0.001), (0.0015, 0.001), (0, 0.0022)], 10), 12),
                    at=(wide / 2 + out - 0.003, y, tall * z), turns=[("y", 90)])
             for z in (0.62, 0.80) for y in np.linspace(-deep * 0.40, deep * 0.40, 11)]  # fmt: skip
    strike = [shapes.rounded_box((wide * 0.98, 0.0004, tall * 0.72), 0.0001, 1)
              .moved(shapes.translation(0, s * deep / 2, tall / 2)) for s in (-1, 1)]  # fmt: skip
    tray_low = placed(tray, at=(out, 0, tall * 0.5 - 0.0006))
    cut = tray_low.vertices.copy()
    cut[:, 2] = np.minimum(cut[:, 2], tall * 0.55)
    parts = [part(board, placed(sleeve, at=(0, 0, tall / 2))),
             part(trim(member, "paper", "#d9c9a6"), creased(replace(tray_low, vertices=cut))),
             part(trim(member, "pine", "#e0c48f"), *sticks), part(trim(member, "wax", "#9a1d17"), *heads),
             part(trim(member, "plaster", "#3a2521"), *strike)]  # fmt: skip
    w, h = wide * 0.84, deep * 0.82
    ground = member.accent or "#f0dfae"
    parts.append(part(stamped(member.text or "LUCKY STAR", colour, ground, w / h),
                      flat((-w / 2, -h / 2, tall + 0.0002), (w, 0, 0), (0, h, 0))))  # fmt: skip
    return assemble(parts, [box((out / 2, 0, tall / 2), (wide + out, deep, tall))], mass=0.012, friction=0.45,
                    restitution=0.2)  # fmt: skip


def ashtray(member: CastMember, rng: Rng) -> Prop:
    """A heavy round ashtray with three rests and a stubbed cigarette."""
    wide, tall = 0.070 * vary(rng, 0.05), 0.032
    outer = np.concatenate([[(wide * 0.90, 0.0)], spline([(wide * 0.93, 0.002), (wide, tall * 0.5),
                                                          (wide * 0.97, tall)], 24)])  # fmt: skip
    vessel = hollow(outer, 0.011, 0.008, foot=0.01, punt=0.001)
    body = turned(vessel.solid, 144)
    points = body.vertices.copy()
    angle = np.arctan2(points[:, 1], points[:, 0])
    notch = np.maximum(0, np.cos(3 * angle + 0.5)) ** 60
    points[:, 2] -= 0.0075 * notch * np.clip((points[:, 2] / tall - 0.55) / 0.4, 0, 1)
    skin = surface(member, rng)
    parts = [part(skin, creased(replace(body, vertices=points), 55))]
    if not says(member, "empty", "clean"):
        path = curve([(-0.018, -0.006, 0.0125), (0.006, 0.004, 0.0125), (0.016, 0.012, 0.0150)], 12)
        parts.append(part(trim(member, "paper", "#efe9dc"), rod(path, 0.0038, 14)))
        parts.append(part(trim(member, "paper", "#c98a4b"), rod(path[7:] + [0, 0, 0.0002], 0.0040, 14)))
        ash = [rod([(x, y, 0.0085), (x + 0.004, y + 0.003, 0.010)], 0.0022, 8)
               for x, y in rng.uniform(-0.03, 0.03, (7, 2))]  # fmt: skip
        parts.append(part(trim(member, "plaster", "#6f6b66"), *ash))
    colliders = (*solids.stack(outer, [0.0, 0.008]), *solids.walls(outer, vessel.inner, bands=3))
    return Prop(parts=tuple(parts), colliders=colliders, mass=0.45, friction=0.5, restitution=0.35)
