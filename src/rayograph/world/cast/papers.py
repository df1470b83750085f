"""On a desk: newspaper, letter, pencil, and the colour chart of a camera test."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.decal import text_mask
from rayograph.world.cast.fitting import assemble, box, hue, part, post, trim, vary
from rayograph.world.cast.lettered import flat, panel, printed, stamped
from rayograph.world.cast.shaping import loft, placed, turned
from rayograph.world.noise import fbm2
from rayograph.world.scene import Collider, Material, Prop

Rng = np.random.Generator

_CHART = (
    "#735244 #c29682 #627a9d #576c43 #8580b1 #67bdaa #d67e2c #505ba6 #c15a63 #5e3c6c #9dbc40 #e0a32e "
    "#383d96 #469449 #af363c #e7c71f #bb5695 #0885a1 #f3f3f2 #c8c8c8 #a0a0a0 #7a7a79 #555555 #343434"
).split()


def colour_chart(member: CastMember, rng: Rng) -> Prop:
    """A chart of 24 matt patches in a black frame, leaning on its foot; the last row is grey."""
    del rng
    wide, tall, lean = 0.290, 0.205, 12.0
    pose = shapes.translation(0, 0, 0.003) @ shapes.rotation("x", -lean)
    board = placed(shapes.rounded_box((wide, 0.006, tall), 0.003, 4), at=(0, 0, tall / 2)).moved(pose)
    parts = [part(replace(trim(member, "plastic", "#141414"), roughness=0.7), board)]
    pitch = 0.0455
    for k, colour in enumerate(_CHART):
        column, row = k % 6, k // 6
        at = ((column - 2.5) * pitch, -0.0034, tall / 2 + (1.5 - row) * pitch)
        tile = placed(shapes.rounded_box((0.0405, 0.0012, 0.0405), 0.0004, 1), at=at).moved(pose)
        red, green, blue = (float(c) for c in from_hex(colour))
        matt = Material(name=f"patch {k + 1}", base_colour=(red, green, blue), roughness=1.0, specular=0.0)
        parts.append(part(matt, tile))
    foot = placed(
        shapes.rounded_box((0.06, 0.004, tall * 0.82), 0.001, 2), at=(0, 0, tall * 0.40), turns=[("x", 17)]
    )
    foot = placed(foot, at=(0, 0.098, 0.004))
    parts.append(part(trim(member, "plastic", "#1b1b1b"), foot))
    solid = np.concatenate([board.vertices, foot.vertices])
    low, high = solid.min(0), solid.max(0)
    wedge = np.array(
        [
            (x, y, z)
            for x in (low[0], high[0])
            for y, z in ((low[1], low[2]), (high[1], low[2]), (0.045, high[2]), (0.038, high[2]))
        ]
    )
    return assemble(parts, [Collider(kind="hull", vertices=wedge)], mass=0.4, friction=0.6, restitution=0.15)


def newspaper(member: CastMember, rng: Rng) -> Prop:
    """A folded newspaper: masthead, headline, a halftone picture, columns of print, loose edges."""
    wide, long_, thick = 0.29 * vary(rng, 0.02), 0.375, 0.012
    page = _front_page(member.text or "EXTRA! EXTRA!", member.seed, long_ / wide)
    u, v = np.meshgrid(np.linspace(-1, 1, 33), np.linspace(-1, 1, 41))
    wave = 0.0022 * fbm2(u * 1.4, v * 1.6, octaves=3, seed=member.seed) * (1 - np.abs(u) ** 4)
    sheets: list[Mesh] = []
    paper = replace(trim(member, "paper", "#d9d3c4"), roughness=0.9)
    for k in range(7):
        z = thick * (k + 0.5) / 7
        inset = float(rng.uniform(0, 0.003)) * (k < 6)
        sheets.append(
            panel(
                np.stack(
                    [
                        u * (wide / 2 - inset) + float(rng.uniform(-0.0015, 0.0015)),
                        v * (long_ / 2 - inset),
                        z + wave * (k + 1) / 7,
                    ],
                    2,
                )
            )
        )
    edge = [
        shapes.rounded_box((wide - 0.004, long_ - 0.004, thick * 0.9), 0.0035, 3).moved(
            shapes.translation(0, 0, thick / 2)
        )
    ]
    top = panel(np.stack([u * wide / 2, v * long_ / 2, thick + 0.0004 + np.maximum(wave, -0.0002)], 2))
    parts = [part(paper, *sheets, *edge), part(printed("front page", page, roughness=0.9), top)]
    return assemble(
        parts, [box((0, 0, thick / 2), (wide, long_, thick))], mass=0.22, friction=0.6, restitution=0.05
    )


def _front_page(headline: str, seed: int, aspect: float) -> np.ndarray:
    wide = 720
    tall = round(wide * aspect)
    ink = np.zeros((tall, wide), np.float32)
    ink[24:96, 40:-40] = text_mask("THE DAILY RECORD", wide - 80, 72, margin=0.04)
    ink[104:107, 24:-24] = ink[124:126, 24:-24] = 1
    ink[136:250, 24:-24] = text_mask(headline, wide - 48, 114, margin=0.04)
    rng = np.random.default_rng([seed, 5])
    columns, gap = 4, 16
    width = (wide - 48 - gap * (columns - 1)) // columns
    for c in range(columns):
        x, y = 24 + c * (width + gap), 268
        while y < tall - 24:
            end = width if rng.random() < 0.85 else int(width * rng.uniform(0.3, 0.9))
            words = (rng.random(end // 3 + 1) > 0.16).repeat(3)[:end]
            ink[y : y + 4, x : x + end] = words * 0.75
            y += 9 if rng.random() < 0.95 else 18
    high, side = 300, 24 + 2 * (width + gap) - gap
    v, u = np.mgrid[0:high, 0 : side - 24] / high
    tone = 0.5 + 0.9 * fbm2(u * 2.2, v * 2.2, octaves=4, seed=seed)
    dots = (np.sin(u * 260) * np.sin(v * 260) * 0.5 + 0.5) < np.clip(tone, 0.08, 0.92)
    ink[284 : 284 + high, 24:side] = dots * 0.85
    paper, black = np.asarray(from_hex("#dcd6c6")), np.asarray(from_hex("#22211f"))
    stain = 1 + 0.05 * fbm2(*np.mgrid[0:tall, 0:wide][::-1] / 260.0, octaves=3, seed=seed)[..., None]
    return np.asarray((paper + (black - paper) * ink[..., None]) * stain, np.float32)


def envelope(member: CastMember, rng: Rng) -> Prop:
    """A letter: a laid envelope, its flap sealed with wax, or face up with an address where it has text."""
    wide, long_, thick = 0.165 * vary(rng, 0.03), 0.115, 0.0035
    colour = hue(member, rng) or "#e9dfc6"
    paper = trim(member, "paper", colour)
    body = shapes.rounded_box((wide, long_, thick), 0.0015, 3).moved(shapes.translation(0, 0, thick / 2))
    walls = [box((0, 0, thick / 2), (wide, long_, thick))]
    if member.text:
        w, h = wide * 0.6, long_ * 0.42
        address = stamped(member.text, "#1f2a4a", colour, w / h, ruled=False, gloss=0.8)
        lines = flat((-w * 0.42, -h * 0.62, thick + 0.0003), (w, 0, 0), (0, h, 0))
        mark = placed(
            shapes.rounded_box((0.022, 0.026, 0.0003), 0.0001, 1),
            at=(wide / 2 - 0.02, long_ / 2 - 0.022, thick + 0.0002),
        )
        parts = [
            part(paper, body),
            part(address, lines),
            part(trim(member, "paper", member.accent or "#8c2a22"), mark),
        ]
    else:
        t, s = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(0, 1, 12))
        half = (wide / 2) * (1 - s) + 0.004 * s
        flap = np.stack(
            [t * half, long_ / 2 - 0.001 - s * (long_ / 2 + 0.009), thick + 0.0002 + 0.0014 * s], 2
        )
        seal = placed(
            turned(
                [
                    (0, 0),
                    (0.0135, 0),
                    (0.0142, 0.0012),
                    (0.0128, 0.0028),
                    (0.0095, 0.0030),
                    (0.0088, 0.0020),
                    (0, 0.0022),
                ],
                48,
            ),
            at=(0, -0.008, thick + 0.0012),
        )
        wax = replace(trim(member, "wax", member.accent or "#8c1a1a"), roughness=0.25, bump=None)
        edge = replace(trim(member, "paper", colour), roughness=0.7)
        parts = [part(paper, body), part(edge, panel(flap[::-1])), part(wax, seal)]
        walls.append(post((0, -0.008, thick + 0.0020), 0.0135, 0.0044))
    return assemble(parts, walls, mass=0.012, friction=0.5, restitution=0.05)


def pencil(member: CastMember, rng: Rng) -> Prop:
    """A pencil lying down: six-sided, sharpened to the lead, ferrule and eraser behind."""
    long_, radius = 0.176 * vary(rng, 0.04), 0.0037
    colour = hue(member, rng) or "#d9a21b"
    angle = np.deg2rad(np.arange(6) * 60 + 30)
    ring = np.stack([0 * angle, np.cos(angle), np.sin(angle)], 1) * radius
    rings = np.array([ring * s + [x, 0, radius * np.cos(np.pi / 6)]
        for x, s in ((0.0, 1.0), (0.004, 1.0), (long_ - 0.032, 1.0), (long_ - 0.026, 0.98))])  # fmt: skip
    shaft = loft(rings, crease_deg=30)
    up = radius * np.cos(np.pi / 6)
    tip = placed(turned([(0, 0.0), (radius * 0.90, 0.0), (0.0011, 0.018), (0, 0.018)], 32),
        at=(long_ - 0.0295, 0, up), turns=[("y", 90)])  # fmt: skip
    lead = placed(turned([(0, 0.0), (0.0011, 0.0), (0.0003, 0.0048), (0, 0.005)], 20),
        at=(long_ - 0.0116, 0, up), turns=[("y", 90)])  # fmt: skip
    ferrule = [placed(turned([(0, -0.014), (radius, -0.014), (radius * 1.02, -0.011),
        (radius * 0.96, -0.009), (radius * 1.02, -0.007), (radius * 0.96, -0.005),
        (radius * 1.01, -0.002), (radius * 1.01, 0.001), (0, 0.001)], 32), at=(0, 0, up),
        turns=[("y", 90)])]  # fmt: skip
    eraser = placed(turned([(0, -0.024), (radius * 0.7, -0.0236), (radius * 0.94, -0.021),
        (radius * 0.94, -0.013), (0, -0.013)], 32), at=(0, 0, up), turns=[("y", 90)])  # fmt: skip
    paint = replace(trim(member, "car_paint", colour), metallic=0.0, roughness=0.3)
    parts = [part(paint, shaft), part(trim(member, "pine", "#d8b483"), tip),
        part(trim(member, "slate", "#2a2a2c"), lead), part(trim(member, "brass"), *ferrule),
        part(trim(member, "rubber", "#c9706a"), eraser)]  # fmt: skip
    wall = Collider(kind="capsule", size=(up, long_ / 2 + 0.010 - up),
        pose=shapes.translation(long_ / 2 - 0.012, 0, up) @ shapes.rotation("y", 90))  # fmt: skip
    return assemble(parts, [wall], mass=0.006, friction=0.4, restitution=0.3)
