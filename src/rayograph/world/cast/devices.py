"""Things with screens: laptop, smartphone, television."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.decal import text_mask
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, part, surface, trim, vary
from rayograph.world.cast.lettered import flat, panel, printed
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import loft, placed, rod, rounded_outline, turned
from rayograph.world.noise import fbm2
from rayograph.world.scene import Material, Prop

Rng = np.random.Generator
_PALETTES = (
    ("#0d1c3a", "#7a3f78", "#f0a05a"),
    ("#08242a", "#1f7a78", "#e8d79a"),
    ("#1a1030", "#4a3fa0", "#7fc4e0"),
)


def wallpaper(
    text: str, seed: int, width: int, height: int, *, text_high: float = 0.7
) -> Float[np.ndarray, "h w 3"]:
    """A screen's picture: ranges of hills under a glowing sky, with `text` (a clock, a title) over it."""
    low, middle, high = (np.array(from_hex(c)) for c in _PALETTES[seed % len(_PALETTES)])
    v, u = np.mgrid[0:height, 0:width].astype(float)
    u, v = u / width, 1 - v / height
    picture = middle + (low - middle) * np.clip((v - 0.55) / 0.45, 0, 1)[..., None]
    picture = picture + (high - picture) * np.exp(-(((v - 0.42) / 0.16) ** 2))[..., None]
    for layer in range(4):
        crest = 0.46 - 0.11 * layer + 0.12 * fbm2(u * (2 + 1.3 * layer), 0 * u, octaves=4, seed=seed + layer)
        tint = middle * (0.55 - 0.12 * layer) + low * 0.35
        picture = np.where((v < crest)[..., None], tint, picture)
    if text:
        band = max(16, round(height * 0.16))
        mask = np.zeros((height, width))
        top = round(height * (1 - text_high)) - band // 2
        mask[top : top + band] = text_mask(text, width, band, margin=0.1)
        picture = picture + (0.95 - picture) * mask[..., None]
    return np.asarray(np.clip(picture * 0.9, 0, 1), np.float32)


def screen(text: str, seed: int, aspect: float, *, text_high: float = 0.7) -> Material:
    """Glass over a lit picture."""
    width = 960 if aspect > 1 else 480
    made = printed(
        f"screen {text}",
        wallpaper(text, seed, width, round(width / aspect), text_high=text_high),
        roughness=0.12,
    )
    return replace(made, clearcoat=1.0, clearcoat_gloss=1.0)


def laptop(member: CastMember, rng: Rng) -> Prop:
    """An open laptop: aluminium shell, black keys, trackpad, a lit screen leaning back."""
    shell = replace(surface(member, rng, "steel"), roughness=0.34, bump=None)
    wide, deep, thick = 0.312 * vary(rng, 0.03), 0.218, 0.0135
    black = replace(trim(member, "plastic", "#15161a"), roughness=0.42)
    base = placed(
        shapes.rounded_box((wide, deep, thick - 0.002), 0.005, 5), at=(0, 0, 0.001 + (thick - 0.002) / 2)
    )
    top = thick - 0.0010
    well = placed(
        shapes.rounded_box((wide * 0.88, deep * 0.46, 0.0006), 0.0003, 1), at=(0, deep * 0.145, top)
    )
    pitch, keys = wide * 0.88 / 14.6, []
    key = shapes.rounded_box((pitch * 0.86, pitch * 0.82, 0.0014), 0.0005, 2)
    for row in range(5):
        y = deep * 0.145 + (2 - row) * pitch * 1.02
        for k in range(14):
            if row == 4 and 4 <= k <= 8:
                continue
            keys.append(placed(key, at=((k - 6.5) * pitch * 1.02, y, top + 0.0008)))
    keys.append(placed(shapes.rounded_box((pitch * 4.9, pitch * 0.82, 0.0014), 0.0005, 2),
                       at=(-0.5 * pitch, deep * 0.145 - 2 * pitch * 1.02, top + 0.0008)))  # fmt: skip
    pad = placed(
        shapes.rounded_box((wide * 0.36, deep * 0.33, 0.0005), 0.0002, 2), at=(0, -deep * 0.285, top)
    )
    feet = [
        placed(
            shapes.rounded_box((0.02, 0.008, 0.002), 0.0009, 2), at=(x * wide * 0.4, y * deep * 0.42, 0.001)
        )
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    tall = deep * 0.985
    lean = float(rng.uniform(14, 24))
    hinge = shapes.translation(0, deep / 2 - 0.004, thick) @ shapes.rotation("x", -lean)
    lid = placed(shapes.rounded_box((wide, 0.0052, tall), 0.0025, 4), at=(0, 0, tall / 2)).moved(hinge)
    bezel = placed(
        shapes.rounded_box((wide * 0.985, 0.0008, tall * 0.97), 0.0003, 2), at=(0, -0.0026, tall / 2)
    ).moved(hinge)
    w, h = wide * 0.945, tall * 0.86
    face = flat((-w / 2, -0.00315, tall * 0.085), (w, 0, 0), (0, 0, h)).moved(hinge)
    bar = rod(
        [(-wide * 0.32, deep / 2 - 0.004, thick - 0.001), (wide * 0.32, deep / 2 - 0.004, thick - 0.001)],
        0.0042,
        16,
    )
    parts = [
        part(shell, base, lid),
        part(black, well, *keys, bezel, *feet, bar),
        part(replace(shell, roughness=0.28), pad),
        part(screen(member.text, member.seed, w / h), face),
    ]
    walls = [
        box((0, 0, thick / 2), (wide, deep, thick)),
        box(tuple(float(x) for x in (hinge @ [0, 0, tall / 2, 1])[:3]), (wide, 0.006, tall), ("x", -lean)),
    ]
    return assemble(parts, walls, mass=1.4, friction=0.5, restitution=0.15)


def smartphone(member: CastMember, rng: Rng) -> Prop:
    """A smartphone lying on its back, its screen on: black glass in a metal band, the hour over a picture."""
    wide, long_, thick = 0.072, 0.148 * vary(rng, 0.03), 0.0080
    metal = replace(surface(member, rng), roughness=0.25, bump=None)

    def plate(inset: float, low: float, high: float) -> Mesh:
        ring = rounded_outline(wide - 2 * inset, long_ - 2 * inset, 0.0105 - inset, 10)
        soft = [
            (0.0011, low),
            (0.0003, low + 0.0005),
            (0.0, low + 0.0012),
            (0.0, high - 0.0012),
            (0.0003, high - 0.0005),
            (0.0011, high),
        ]
        centre = (1 - 2 * np.array([[s / wide, s / long_] for s, _ in soft]))[:, None]
        return loft(
            np.stack([np.insert(ring * c, 2, z, axis=1) for c, (_, z) in zip(centre, soft, strict=True)]),
            crease_deg=40,
        )

    body = plate(0.0, 0.0006, thick)
    front = plate(0.0012, thick - 0.003, thick + 0.0003)
    w, h = wide - 0.0075, long_ - 0.0085
    hour = f"{int(rng.integers(1, 13))}:{int(rng.integers(60)):02d}"
    lit = flat((-w / 2, -h / 2, thick + 0.00045), (w, 0, 0), (0, h, 0))
    bump = placed(shapes.rounded_box((0.026, 0.026, 0.0012), 0.0005, 3), at=(-0.018, long_ * 0.36, 0.0006))
    ink = replace(trim(member, "plastic", "#0c0d10"), roughness=0.06, clearcoat=1.0)
    buttons = [
        placed(shapes.rounded_box((0.0010, 0.012, 0.0026), 0.0005, 2), at=(wide / 2 + 0.0002, y, thick / 2))
        for y in (0.022, 0.040)
    ]
    parts = [part(metal, body, *buttons, bump), part(ink, front),
             part(screen(member.text or hour, member.seed, w / h, text_high=0.80), lit)]  # fmt: skip
    return assemble(
        parts, [box((0, 0, thick / 2), (wide, long_, thick))], mass=0.18, friction=0.4, restitution=0.2
    )


def television(member: CastMember, rng: Rng) -> Prop:
    """An old set in a wooden case with knobs and rabbit ears; where words say flat, a panel on a foot."""
    if says(member, "flat", "modern", "led", "oled", "plasma", "smart"):
        return _panel(member, rng)
    wood = surface(member, rng)
    wide, deep, tall = 0.60 * vary(rng, 0.03), 0.40, 0.42
    case = placed(
        shapes.rounded_box((wide, deep * 0.72, tall), 0.030, 6), at=(0, -deep * 0.14, tall / 2 + 0.02)
    )
    hump = placed(shapes.rounded_box((wide * 0.72, deep * 0.40, tall * 0.76), 0.05, 6),
        at=(0, deep * 0.28, tall / 2 + 0.02))  # fmt: skip
    front = -deep * 0.50
    at = (-wide * 0.105, front - 0.001, tall / 2 + 0.02)
    w, h = wide * 0.70, tall * 0.80
    mask = placed(shapes.rounded_box((w + 0.030, 0.012, h + 0.030), 0.005, 4), at=at)
    u, v = np.meshgrid(np.linspace(-1, 1, 33), np.linspace(-1, 1, 25))
    pinch = 1 - 0.030 * np.stack([v**2, u**2], -1)
    points = np.stack(
        [u * w / 2 * pinch[..., 0], 0.020 * (u**2 + v**2) / 2 - 0.022, v * h / 2 * pinch[..., 1]], -1
    ) + np.array(at)
    tube = panel(points)
    x = wide * 0.375
    face = placed(shapes.rounded_box((wide * 0.165, 0.008, h + 0.02), 0.003, 3), at=(x, front - 0.001, at[2]))
    knob = turned(rounded([(0, 0), (0.024, 0), (0.024, 0.008), (0.020, 0.018), (0, 0.020)], 0.003), 40)
    knobs = [placed(knob, at=(x, front - 0.005, at[2] + z), turns=[("x", 90)]) for z in (0.105, 0.035)]
    slots = [placed(shapes.rounded_box((wide * 0.12, 0.004, 0.005), 0.002, 2),
        at=(x, front - 0.005, at[2] - 0.03 - 0.012 * k)) for k in range(8)]  # fmt: skip
    ears = [rod([(s * 0.012, 0.0, tall + 0.02), (s * 0.16, 0.03, tall + 0.22)],
        np.array([0.0026, 0.0014]), 10) for s in (-1, 1)]  # fmt: skip
    puck = placed(
        turned(rounded([(0, 0), (0.045, 0), (0.040, 0.018), (0, 0.024)], 0.006), 40), at=(0, 0, tall + 0.018)
    )
    feet = [placed(turned(rounded([(0, 0), (0.014, 0), (0.018, 0.024), (0, 0.024)], 0.003), 24),
        at=(sx * wide * 0.42, y, 0)) for sx in (-1, 1) for y in (-deep * 0.42, deep * 0.12)]  # fmt: skip
    dark = replace(trim(member, "plastic", "#1d1a18"), roughness=0.4)
    shown = screen(member.text, member.seed, w / h, text_high=0.5)
    parts = [part(wood, case), part(dark, hump, mask, *slots, puck, *feet),
        part(trim(member, "steel"), face, *ears),
        part(trim(member, "plastic", member.accent or "#c9b68c"), *knobs), part(shown, tube)]  # fmt: skip
    walls = [box((0, -deep * 0.14, tall / 2 + 0.01), (wide, deep * 0.72, tall + 0.02)),
        box((0, deep * 0.28, tall / 2 + 0.02), (wide * 0.72, deep * 0.40, tall * 0.76)),
        box((0, 0.015, tall + 0.12), (0.30, 0.04, 0.20))]  # fmt: skip
    return assemble(parts, walls, mass=18.0, friction=0.5, restitution=0.1)


def _panel(member: CastMember, rng: Rng) -> Prop:
    wide, tall = 0.60 * vary(rng, 0.03), 0.345
    z = tall / 2 + 0.06
    body = placed(shapes.rounded_box((wide, 0.024, tall), 0.004, 4), at=(0, 0, z))
    w, h = wide * 0.978, tall * 0.955
    face = flat((-w / 2, -0.0124, z - h / 2), (w, 0, 0), (0, 0, h))
    stem = placed(shapes.rounded_box((0.10, 0.020, 0.08), 0.006, 4), at=(0, 0.012, 0.045))
    foot = placed(shapes.rounded_box((0.30, 0.18, 0.008), 0.003, 4), at=(0, 0, 0.004))
    black = replace(trim(member, "plastic", "#101113"), roughness=0.25)
    parts = [
        part(black, body, stem, foot),
        part(screen(member.text, member.seed, w / h, text_high=0.5), face),
    ]
    walls = [box((0, 0, z), (wide, 0.024, tall)), box((0, 0, 0.004), (0.30, 0.18, 0.008)),
             box((0, 0.012, 0.045), (0.10, 0.02, 0.08))]  # fmt: skip
    return assemble(parts, walls, mass=7.0, friction=0.5, restitution=0.1)
