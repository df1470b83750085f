"""What is built: column, garden gate, front door, kiosk, bus stop."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitted import fitted
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.makings import cut, disc, shaped, slab_box, spun
from rayograph.world.cast.prism import prism
from rayograph.world.cast.shaping import beam, hoop, placed, rod, slab
from rayograph.world.cast.sign import contrasting
from rayograph.world.scene import Prop

Rng = np.random.Generator


def column(member: CastMember, rng: Rng) -> Prop:
    """A fluted classical column: square plinth, rounded base, tapering shaft, capital and abacus."""
    stone = surface(member, rng)
    r, tall = 0.19, 2.35
    base = [slab_box((0.56, 0.56, 0.10), (0, 0, 0.05), 0.006), spun([(0, 0.10), (0.265, 0.10),
        (0.275, 0.135), (0.265, 0.17), (0.225, 0.185), (0.215, 0.21), (0.235, 0.235), (0.225,
        0.26), (r * 1.06, 0.275), (0, 0.275)], 96, radius=0.012)]  # fmt: skip
    angle = np.linspace(0, 2 * np.pi, 361)
    flute = np.abs(np.sin(angle * 10)) ** 0.7
    t = np.linspace(0, 1, 60)
    swell = 1 - 0.15 * t**1.6
    ends = np.clip(np.minimum(t / 0.025, (1 - t) / 0.025), 0, 1)
    radius = r * swell[:, None] * (1 - 0.085 * flute * ends[:, None])
    z = 0.272 + (tall - 0.272) * t
    shaft = wrapped(np.stack([radius * np.cos(angle), radius * np.sin(angle), np.repeat(z[:,
        None], 361, 1)], 2))  # fmt: skip
    top = r * 0.85
    capital = [spun([(0, tall - 0.01), (top * 1.02, tall - 0.01), (top * 1.10, tall + 0.012),
        (top * 1.02, tall + 0.03), (top * 1.05, tall + 0.06), (top * 1.42, tall + 0.125), (top
        * 1.46, tall + 0.15), (0, tall + 0.15)], 96, radius=0.006), slab_box((top * 3.1, top
        * 3.1, 0.075), (0, 0, tall + 0.187), 0.006)]  # fmt: skip
    walls = [box((0, 0, 0.05), (0.56, 0.56, 0.10)), post((0, 0, 1.25), r, 2.3), box((0, 0, tall
        + 0.187), (top * 3.1, top * 3.1, 0.075))]  # fmt: skip
    return assemble([part(stone, *base, shaft, *capital)], walls, mass=900.0, friction=0.9, restitution=0.1)


def gate(member: CastMember, rng: Rng) -> Prop:
    """A garden gate of arched pickets between two capped posts, on iron hinges, with its latch."""
    wood = surface(member, rng)
    wide, n = 1.05, 9
    posts = [slab_box((0.13, 0.13, 1.20), (s * (wide / 2 + 0.09), 0, 0.60), 0.006) for s in (-1, 1)]
    posts += [slab_box((0.17, 0.17, 0.035), (s * (wide / 2 + 0.09), 0, 1.215), 0.008) for s in (-1, 1)]
    posts += [placed(spheroid((0.062, 0.062, 0.062), 20, 32), at=(s * (wide / 2 + 0.09), 0,
        1.285)) for s in (-1, 1)]  # fmt: skip
    pales = []
    for k in range(n):
        x = (k - (n - 1) / 2) * wide / n
        top = 1.06 - 0.18 * (2 * x / wide) ** 2
        pale = shaped([(-0.038, 0.07), (0.038, 0.07), (0.038, top - 0.05), (0.0, top), (-0.038,
            top - 0.05)], 0.004)  # fmt: skip
        pales.append(cut(pale, 0.020, (x, -0.018, 0), bevel=0.003))
    rails = [beam((-wide / 2, 0.008, z), (wide / 2, 0.008, z), 0.032, 0.085) for z in (0.24, 0.78)]
    rails.append(beam((-wide / 2 + 0.02, 0.010, 0.27), (wide / 2 - 0.02, 0.010, 0.75), 0.028, 0.075))
    iron = trim(member, "black_iron")
    hinges = [slab_box((0.34, 0.008, 0.040), (-wide / 2 + 0.12, -0.032, z), 0.003) for z in (0.24, 0.78)]
    latch = [slab_box((0.15, 0.012, 0.03), (wide / 2 - 0.03, -0.034, 0.80), 0.004),
        placed(hoop(0.035, 0.006, segments=40), at=(wide / 2 - 0.10, -0.040, 0.74), turns=[("x",
        90)])]  # fmt: skip
    walls = [box((0, 0, 0.55), (wide, 0.06, 1.0)), *(box((s * (wide / 2 + 0.09), 0, 0.62), (0.14,
        0.14, 1.24)) for s in (-1, 1))]  # fmt: skip
    return assemble([part(wood, *posts, *pales, *rails), part(iron, *hinges, *latch)], walls,
        mass=45.0, friction=0.8)  # fmt: skip


def door(member: CastMember, rng: Rng) -> Prop:
    """A panelled front door in its frame, with a fanlight, brass knocker, letter plate and knob, a stone
    step."""
    paint = replace(trim(member, member.material or "painted_wood", hue(member, rng)
        or "#8a1f22", wear=min(member.wear, 0.2)), clearcoat=0.5, roughness=0.3)  # fmt: skip
    white = replace(trim(member, "painted_wood", member.accent or "#ece8de", wear=0.1), roughness=0.4)
    brass, wide, tall, foot = trim(member, "brass"), 0.92, 2.06, 0.14
    leaf = slab_box((wide, 0.050, tall), (0, 0, foot + tall / 2), 0.004)
    panels: list[Mesh] = []
    for x in (-0.205, 0.205):
        for z, h in ((1.66, 0.56), (0.98, 0.52), (0.42, 0.34)):
            panels.append(slab_box((0.30, 0.018, h), (x, -0.027, foot + z), 0.007))
            outline = shaped([(-0.172, -h / 2 - 0.022), (0.172, -h / 2 - 0.022), (0.172, h / 2
                + 0.022), (-0.172, h / 2 + 0.022)], 0.03)  # fmt: skip
            panels.append(placed(rod(np.insert(np.concatenate([outline, outline[:1]]), 1, 0.0,
                axis=1), 0.012, 8), at=(x, -0.026, foot + z)))  # fmt: skip
    top = foot + tall
    jambs = [slab_box((0.12, 0.16, top + 0.46), (s * (wide / 2 + 0.062), 0.01, (top + 0.46) / 2),
        0.006) for s in (-1, 1)]  # fmt: skip
    jambs += [slab_box((wide + 0.02, 0.14, 0.06), (0, 0.01, top + 0.034), 0.006), slab_box((wide
        + 0.30, 0.22, 0.09), (0, 0, top + 0.46), 0.012), slab_box((wide + 0.38, 0.27, 0.045), (0,
        0, top + 0.525), 0.010)]  # fmt: skip
    bars = [slab_box((0.020, 0.03, 0.36), (x, -0.01, top + 0.24), 0.004) for x in (-0.23, 0.0, 0.23)]
    light = slab_box((wide, 0.010, 0.36), (0, 0.012, top + 0.24), 0.002)
    knob = placed(spun([(0, 0), (0.028, 0), (0.028, 0.006), (0.012, 0.014), (0.012, 0.034),
        (0.030, 0.048), (0.030, 0.064), (0, 0.074)], 40, radius=0.004), at=(0.385, -0.025, foot
        + 1.02), turns=[("x", 90)])  # fmt: skip
    letter = [slab_box((0.26, 0.010, 0.075), (0, -0.029, foot + 1.13 + 0.0), 0.004),
        slab_box((0.20, 0.014, 0.034), (0, -0.032, foot + 1.13), 0.004)]  # fmt: skip
    knocker = [placed(disc(0.034, 0.014, (0, 0, 0), edge=0.005), at=(0, -0.034, foot + 1.60),
        turns=[("x", 90)]), placed(hoop(0.050, 0.010, segments=48), at=(0, -0.050, foot + 1.555),
        turns=[("x", 78)])]  # fmt: skip
    plate = flat((-0.045, -0.0262, foot + 1.76), (0.09, 0, 0), (0, 0, 0.085))
    number = part(stamped(member.text or "12", "#d9b45a", hue(member, rng) or "#17181a", 1.06,
        ruled=False, gloss=0.3), plate)  # fmt: skip
    step = [slab_box((wide + 0.42, 0.46, 0.13), (0, -0.10, 0.065), 0.012)]
    dark = replace(trim(member, "plastic", "#1a222a", wear=0.0), roughness=0.05, clearcoat=1.0, bump=None)
    parts = [part(paint, leaf, *panels), part(white, *jambs, *bars), part(fitted(member,
        "knob|knocker|handle", "brass"), knob, *letter, *knocker), number, part(dark, light),
        part(trim(member, "granite"), *step)]  # fmt: skip
    del brass
    walls = [box((0, 0, (top + 0.5) / 2), (wide + 0.24, 0.14, top + 0.5)), box((0, -0.10, 0.065),
        (wide + 0.42, 0.46, 0.13))]  # fmt: skip
    return assemble(parts, walls, mass=120.0, friction=0.9)


def kiosk(member: CastMember, rng: Rng) -> Prop:
    """A newspaper kiosk: eight-sided, its hatch open over a counter with papers, a domed roof with a
    finial, a sign."""
    shade = hue(member, rng) or "#1f4a3a"
    paint = replace(trim(member, "painted_metal", shade, wear=min(member.wear, 0.25)), clearcoat=0.4)
    gold, r = trim(member, "gold"), 1.02
    a = np.deg2rad(22.5 + 45 * np.arange(8))
    ring = np.stack([r * np.cos(a), r * np.sin(a)], 1)
    base = prism(ring * 1.06, 0.14, bevel=0.01, axis="z")
    low = placed(prism(ring, 0.92, bevel=0.008, axis="z"), at=(0, 0, 0.60))
    posts = [rod([(x, y, 1.0), (x, y, 2.30)], 0.050, 12) for x, y in ring]
    head = placed(prism(ring * 1.01, 0.36, bevel=0.008, axis="z"), at=(0, 0, 2.28))
    eave = placed(prism(ring * 1.20, 0.07, bevel=0.02, axis="z"), at=(0, 0, 2.49))
    roof = spun([(0, 2.50), (1.14, 2.50), (1.02, 2.66), (0.62, 2.88), (0.26, 3.0), (0.10, 3.06),
        (0, 3.08)], 8 * 6, radius=0.05)  # fmt: skip
    finial = spun([(0, 3.04), (0.05, 3.05), (0.035, 3.12), (0.085, 3.20), (0.03, 3.30), (0,
        3.42)], 32, radius=0.01)  # fmt: skip
    panels, glass = [], []
    for k in range(8):
        mid = np.deg2rad(45 * k + 45)
        centre, turn = np.array([np.cos(mid), np.sin(mid)]) * r * 0.924, float(np.degrees(mid)) + 90
        panels.append(placed(slab_box((0.56, 0.03, 0.62), (0, 0, 0), 0.012), at=(centre[0]
            * 1.005, centre[1] * 1.005, 0.60), turns=[("z", turn)]))  # fmt: skip
        if k != 5:
            glass.append(placed(slab_box((0.70, 0.02, 1.02), (0, 0, 0), 0.002), at=(centre[0]
                * 0.985, centre[1] * 0.985, 1.58), turns=[("z", turn)]))  # fmt: skip
    y = -r * 0.924
    counter = slab_box((0.86, 0.42, 0.05), (0, y - 0.10, 1.06), 0.012)
    awning = slab(np.array([[(x, y - 0.02 - 0.62 * v, 2.16 - 0.26 * v) for x in np.linspace(-0.52, 0.52,
        5)] for v in np.linspace(0, 1, 4)]), 0.012)  # fmt: skip
    inside = slab_box((0.74, 0.01, 1.0), (0, y + 0.30, 1.58), 0.002)
    shelf = [slab_box((0.74, 0.22, 0.02), (0, y + 0.18, z), 0.003) for z in (1.36, 1.66)]
    papers = []
    for k, tint in enumerate(("#e6e2d6", "#b3261e", "#e8d9a0", "#2f5d8a", "#d9d4c6", "#e0a020")):
        x, z = -0.30 + 0.12 * k, 1.46 if k % 2 else 1.77
        papers.append(part(trim(member, "paper", tint), slab_box((0.105, 0.012, 0.16), (x, y
            + 0.12, z), 0.002, [("x", -12.0)]), slab_box((0.20, 0.27, 0.035), (-0.30 + 0.205
            * (k % 4), y - 0.12, 1.105 + 0.004 * k), 0.003)))  # fmt: skip
    sign = [part(stamped(member.text or "JOURNAUX" if member.text else "NEWS", "#e6c36a", shade,
        3.2, ruled=False, metal=False, gloss=0.35), flat((-0.36, y * 1.005 - 0.018, 2.17), (0.72,
        0, 0), (0, 0, 0.225)))]  # fmt: skip
    dark = replace(trim(member, "plastic", "#141a1e", wear=0.0), roughness=0.06, clearcoat=1.0, bump=None)
    bands = [placed(prism(ring * 1.012, 0.03, bevel=0.006, axis="z"), at=(0, 0, z)) for z
        in (1.07, 2.11, 2.45)]  # fmt: skip
    stripes = trim(member, "canvas", member.accent or "#e9e2d0")
    parts = [part(paint, placed(base, at=(0, 0, 0.07)), low, *posts, head, eave, roof, *panels,
        counter), part(gold, finial, *bands), part(dark, *glass), part(stripes, awning),
        part(trim(member, "oak"), *shelf), part(trim(member, "plaster", "#f0d9a8"), inside,
        light="self"), *papers, *sign]  # fmt: skip
    walls = [post((0, 0, 1.25), r, 2.5), post((0, 0, 2.75), 1.0, 0.5), box((0, y - 0.10, 1.06),
        (0.86, 0.42, 0.06))]  # fmt: skip
    return assemble(parts, walls, mass=800.0, friction=0.9)


def bus_stop(member: CastMember, rng: Rng) -> Prop:
    """A bus shelter open to the front: glass back and end, flat roof, bench, a lit timetable, its flag
    on a post."""
    steel = replace(trim(member, "painted_metal", hue(member, rng) or "#2c3136",
        wear=min(member.wear, 0.2)), roughness=0.4)  # fmt: skip
    wide, deep, tall = 3.2, 1.25, 2.35
    posts = [slab_box((0.08, 0.08, tall), (x, y, tall / 2), 0.006) for x in (-wide / 2, 0.0, wide
        / 2) for y in (deep / 2,)]  # fmt: skip
    posts += [slab_box((0.08, 0.08, tall), (-wide / 2, -deep / 2 + 0.1, tall / 2), 0.006)]
    roof = [slab_box((wide + 0.3, deep + 0.35, 0.10), (0, -0.05, tall + 0.05), 0.03),
        slab_box((wide + 0.34, 0.03, 0.16), (0, -deep / 2 - 0.225, tall + 0.05), 0.006)]  # fmt: skip
    rails = [slab_box((wide, 0.05, 0.05), (0, deep / 2, z), 0.006) for z in (0.18,
        2.18)] + [slab_box((0.05, deep - 0.1, 0.05), (-wide / 2, 0.05, z), 0.006) for z in (0.18,
        2.18)]  # fmt: skip
    panes = [slab_box((wide / 2 - 0.10, 0.012, 1.94), (s * wide / 4, deep / 2, 1.18), 0.002) for s in (-1, 1)]
    panes.append(slab_box((0.012, deep - 0.22, 1.94), (-wide / 2, 0.05, 1.18), 0.002))
    bench = [slab_box((1.7, 0.09, 0.035), (-0.35, deep / 2 - 0.22 - 0.105 * k, 0.47), 0.008)
        for k in range(4)]  # fmt: skip
    legs = [slab_box((0.05, 0.36, 0.045), (x, deep / 2 - 0.38, 0.43), 0.006) for x in (-1.05,
        0.35)] + [slab_box((0.05, 0.05, 0.43), (x, deep / 2 - 0.38, 0.215), 0.006) for x
        in (-1.05, 0.35)]  # fmt: skip
    case = [slab_box((0.92, 0.10, 1.5), (wide / 2 - 0.55, deep / 2 - 0.07, 1.22), 0.02)]
    poster = part(stamped(member.text or "BUS 42  CITY CENTRE", "#1d2a3a", "#f0ece0", 0.6,
        gloss=0.3), flat((wide / 2 - 0.97, deep / 2 - 0.1215, 0.54), (0.84, 0, 0), (0, 0, 1.36)),
        light="self")  # fmt: skip
    px = wide / 2 + 0.30
    flag = [rod([(px, -deep / 2, 0), (px, -deep / 2, 2.85)], 0.035, 16), disc(0.10, 0.02, (px,
        -deep / 2, 0.01))]  # fmt: skip
    plate = slab_box((0.46, 0.03, 0.46), (px - 0.27, -deep / 2, 2.58), 0.03)
    shade = member.accent or "#b3161b"
    read = part(stamped("BUS", contrasting(shade), shade, 1.0, ruled=False, gloss=0.3), flat((px
        - 0.48, -deep / 2 - 0.0165, 2.37), (0.42, 0, 0), (0, 0, 0.42)))  # fmt: skip
    parts = [part(steel, *posts, *roof, *rails, *legs, *case, *flag), part(trim(member, "glass"),
        *panes), part(trim(member, "oak"), *bench), poster, part(trim(member, "painted_metal",
        shade, wear=0.1), plate), read]  # fmt: skip
    walls = [box((0, deep / 2, 1.2), (wide, 0.10, 2.4)), box((-wide / 2, 0.05, 1.2), (0.1, deep,
        2.4)), box((0, -0.05, tall + 0.05), (wide + 0.3, deep + 0.3, 0.1)), box((-0.35, deep / 2
        - 0.38, 0.45), (1.7, 0.42, 0.08)), box((wide / 2 - 0.55, deep / 2 - 0.07, 0.98), (0.92,
        0.12, 1.96)), post((px, -deep / 2, 1.4), 0.05, 2.8)]  # fmt: skip
    return assemble(parts, walls, mass=600.0, friction=0.9)


MASONRY: dict[str, Generator] = {"column": column, "garden_gate": gate,
    "front_door": door, "kiosk": kiosk, "bus_stop": bus_stop}  # fmt: skip
