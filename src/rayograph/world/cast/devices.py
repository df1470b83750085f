"""Things with screens: laptop, smartphone, television."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, part, surface, trim, vary
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.screens import lit_screen, plane, wallpaper
from rayograph.world.cast.shaping import loft, placed, rod, rounded_outline, turned
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def screen(
    text: str, seed: int, aspect: float, place: Callable[[np.ndarray, np.ndarray], np.ndarray], *,
    text_high: float = 0.7,
) -> list[Part]:  # fmt: skip
    """A lit picture of `aspect` (width over height) where `place` puts it."""
    width = 224 if aspect > 1 else 120
    picture = wallpaper(text, seed, width, round(width / aspect), text_high=text_high)
    return lit_screen(text, picture, place, seed)


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
    face = plane((-w / 2, -0.00315, tall * 0.085), (w, 0, 0), (0, 0, h), hinge)
    bar = rod(
        [(-wide * 0.32, deep / 2 - 0.004, thick - 0.001), (wide * 0.32, deep / 2 - 0.004, thick - 0.001)],
        0.0042,
        16,
    )
    parts = [
        part(shell, base, lid),
        part(black, well, *keys, bezel, *feet, bar),
        part(replace(shell, roughness=0.28), pad),
        *screen(member.text, member.seed, w / h, face),
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
    lit = plane((-w / 2, -h / 2, thick + 0.00045), (w, 0, 0), (0, h, 0))
    bump = placed(shapes.rounded_box((0.026, 0.026, 0.0012), 0.0005, 3), at=(-0.018, long_ * 0.36, 0.0006))
    ink = replace(trim(member, "plastic", "#0c0d10"), roughness=0.06, clearcoat=1.0)
    buttons = [
        placed(shapes.rounded_box((0.0010, 0.012, 0.0026), 0.0005, 2), at=(wide / 2 + 0.0002, y, thick / 2))
        for y in (0.022, 0.040)
    ]
    parts = [part(metal, body, *buttons, bump), part(ink, front),
             *screen(member.text or hour, member.seed, w / h, lit, text_high=0.80)]  # fmt: skip
    return assemble(
        parts, [box((0, 0, thick / 2), (wide, long_, thick))], mass=0.18, friction=0.4, restitution=0.2
    )


def tablet(member: CastMember, rng: Rng) -> Prop:
    """A tablet on its back: a thin metal tray, black glass, a lit picture; propped up where words say so."""
    wide, long_, thick = 0.250 * vary(rng, 0.02), 0.176, 0.0066
    metal = replace(surface(member, rng, "steel"), roughness=0.3, bump=None)
    ink = replace(trim(member, "plastic", "#0b0c0f"), roughness=0.06, clearcoat=1.0)
    body = placed(shapes.rounded_box((wide, long_, thick), 0.0031, 6), at=(0, 0, thick / 2))
    front = placed(shapes.rounded_box((wide - 0.004, long_ - 0.004, 0.0012), 0.0005, 3), at=(0, 0, thick))
    w, h = wide - 0.022, long_ - 0.022
    hour = f"{int(rng.integers(1, 13))}:{int(rng.integers(60)):02d}"
    lit = plane((-w / 2, -h / 2, thick + 0.0007), (w, 0, 0), (0, h, 0))
    parts = [part(metal, body), part(ink, front),
             *screen(member.text or hour, member.seed, w / h, lit)]  # fmt: skip
    wall = box((0, 0, thick / 2), (wide, long_, thick))
    return assemble(parts, [wall], mass=0.46, friction=0.4, restitution=0.2)


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

    def tube(u: np.ndarray, v: np.ndarray) -> np.ndarray:
        """The bulging face of a picture tube."""
        x, z = 2 * u - 1, 2 * v - 1
        flat_x, flat_z = x * w / 2 * (1 - 0.030 * z**2), z * h / 2 * (1 - 0.030 * x**2)
        return np.stack([flat_x, 0.020 * (x**2 + z**2) / 2 - 0.022, flat_z], -1) + np.array(at)

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
    shown = screen(member.text, member.seed, w / h, tube, text_high=0.5)
    parts = [part(wood, case), part(dark, hump, mask, *slots, puck, *feet),
        part(trim(member, "steel"), face, *ears),
        part(trim(member, "plastic", member.accent or "#c9b68c"), *knobs), *shown]  # fmt: skip
    walls = [box((0, -deep * 0.14, tall / 2 + 0.01), (wide, deep * 0.72, tall + 0.02)),
        box((0, deep * 0.28, tall / 2 + 0.02), (wide * 0.72, deep * 0.40, tall * 0.76)),
        box((0, 0.015, tall + 0.12), (0.30, 0.04, 0.20))]  # fmt: skip
    return assemble(parts, walls, mass=18.0, friction=0.5, restitution=0.1)


def _panel(member: CastMember, rng: Rng) -> Prop:
    wide, tall = 0.60 * vary(rng, 0.03), 0.345
    z = tall / 2 + 0.06
    body = placed(shapes.rounded_box((wide, 0.024, tall), 0.004, 4), at=(0, 0, z))
    w, h = wide * 0.978, tall * 0.955
    face = plane((-w / 2, -0.0124, z - h / 2), (w, 0, 0), (0, 0, h))
    stem = placed(shapes.rounded_box((0.10, 0.020, 0.08), 0.006, 4), at=(0, 0.012, 0.045))
    foot = placed(shapes.rounded_box((0.30, 0.18, 0.008), 0.003, 4), at=(0, 0, 0.004))
    black = replace(trim(member, "plastic", "#101113"), roughness=0.25)
    parts = [
        part(black, body, stem, foot),
        *screen(member.text, member.seed, w / h, face, text_high=0.5),
    ]
    walls = [box((0, 0, z), (wide, 0.024, tall)), box((0, 0, 0.004), (0.30, 0.18, 0.008)),
             box((0, 0.012, 0.045), (0.10, 0.02, 0.08))]  # fmt: skip
    return assemble(parts, walls, mass=7.0, friction=0.5, restitution=0.1)
