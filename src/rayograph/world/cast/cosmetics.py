"""What a beauty shoot brings: nail polish, cream jar, squeeze tube, pump and dropper bottles."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitted import fitted, told
from rayograph.world.cast.fitting import assemble, box, hue, part, post, trim, vary
from rayograph.world.cast.lettered import flat, stamped, wrapped_label
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import curve, loft, placed, rod, turned
from rayograph.world.cast.sign import contrasting
from rayograph.world.scene import Material, Part, Prop

Rng = np.random.Generator


def _lacquer(member: CastMember, colour: str, roughness: float = 0.08) -> Material:
    """A smooth moulded or lacquered shell."""
    made = trim(member, "plastic", colour, wear=0.0)
    return replace(made, roughness=roughness, bump=None, clearcoat=1.0, clearcoat_gloss=0.97)


def _metal(member: CastMember, rng: Rng) -> Material:
    """Polished fittings: gold or chrome, as the words or the material say."""
    named = member.material if member.material in ("gold", "chrome", "copper", "brass", "steel") else None
    gold = says(member, "gold") or (not says(member, "silver", "chrome") and rng.random() < 0.6)
    return replace(trim(member, named or ("gold" if gold else "chrome"), wear=0.0), roughness=0.12, bump=None)


def _cap(member: CastMember, usual: Material) -> Material:
    """The cap or lid that the words ask for, else the usual one."""
    names = "cap|lid|top|pump|collar|stopper|closure"
    return usual if told(member, names) == (None, None) else fitted(member, names, "plastic")


def _name(member: CastMember, ground: str, radius: float, low: float, high: float) -> list[Part]:
    """The name on the front of a round body, where there is one."""
    if not member.text:
        return []
    line = np.array([(radius, 0.0), (radius, 1.0)])
    mesh = wrapped_label(line, low, high, 0.9, proud=0.0002)
    ink = stamped(
        member.text, contrasting(ground), ground, 1.8 * radius / (high - low), ruled=False, gloss=0.3
    )
    return [part(ink, mesh)]


def nail_polish(member: CastMember, rng: Rng) -> Prop:
    """A little block of glass full of lacquer under a tall ribbed cap."""
    shade = hue(member, rng) or "#a5172c"
    wide, tall = 0.030 * vary(rng, 0.03), 0.036
    glass = shapes.rounded_box((wide, wide, tall), 0.004, 6)
    body = replace(_lacquer(member, shade, 0.05), specular=0.7)
    shoulder = rounded(
        [(0, tall - 0.001), (0.0085, tall - 0.001), (0.0085, tall + 0.004), (0, tall + 0.004)], 0.001
    )
    r = 0.0078
    cap = rounded([(0, tall + 0.003), (r, tall + 0.003), (r * 0.86, tall + 0.040), (0, tall + 0.041)], 0.0014)
    parts = [part(body, placed(glass, at=(0, 0, tall / 2))), part(_metal(member, rng), turned(shoulder, 48)),
        part(_cap(member, _lacquer(member, member.accent or "#131316", 0.18)), turned(cap, 64))]  # fmt: skip
    if member.text:
        w, h = wide * 0.7, 0.008
        plate = flat((-w / 2, -wide / 2 - 0.0002, tall * 0.38), (w, 0, 0), (0, 0, h))
        parts.append(
            part(stamped(member.text, contrasting(shade), shade, w / h, ruled=False, gloss=0.1), plate)
        )
    walls = [box((0, 0, tall / 2), (wide, wide, tall)), post((0, 0, tall + 0.02), r, 0.042)]
    return assemble(parts, walls, mass=0.05, friction=0.35, restitution=0.3)


def cream_jar(member: CastMember, rng: Rng) -> Prop:
    """A low jar of frosted glass or opal with a broad polished lid, its name in front."""
    r, tall, lid = 0.033 * vary(rng, 0.03), 0.030, 0.016
    shade = member.colour or "#efece6"
    frosted = says(member, "frost", "glass") or member.material == "glass"
    opal = _lacquer(member, shade if member.colour or not frosted else "#d5dedd", 0.34 if frosted else 0.12)
    opal = replace(opal, clearcoat=0.3 if frosted else 1.0)
    body = rounded(
        [(0, 0), (r * 0.94, 0), (r, 0.003), (r, tall - 0.002), (r * 0.95, tall), (0, tall)], 0.0016
    )
    top = rounded(
        [(0, tall - 0.0005), (r * 1.005, tall - 0.0005), (r * 1.005, tall + lid), (0, tall + lid)], 0.0013
    )
    cover = (
        _metal(member, rng)
        if rng.random() < 0.55 or says(member, "gold")
        else _lacquer(member, "#f1efea", 0.15)
    )
    parts = [part(opal, turned(body, 88)), part(_cap(member, cover), turned(top, 88))]
    parts += _name(member, shade, r, 0.008, 0.022)
    whole = tall + lid
    return assemble(parts, [post((0, 0, whole / 2), r, whole)], mass=0.16, friction=0.35, restitution=0.25)


def _squeezed(low: float, high: float, radius: float, half: float) -> Mesh:
    """A tube that is round at its cap and flat at its crimp."""
    t = np.linspace(0, 1, 40)
    angle = np.linspace(0, 2 * np.pi, 73)[:-1]
    ease = t * t * (3 - 2 * t)
    across = radius + (half - radius) * ease
    deep = radius * (1 - ease) ** 0.85 + 0.0009
    z = low + (high - low) * t
    rings = np.stack(
        [across[:, None] * np.cos(angle), deep[:, None] * np.sin(angle), np.repeat(z[:, None], 72, 1)], 2
    )
    return loft(rings, crease_deg=50)


def tube(member: CastMember, rng: Rng) -> Prop:
    """A squeeze tube that stands on its cap, crimped at the top."""
    shade = hue(member, rng) or "#ece9e2"
    r, half, cap, tall = 0.0185, 0.029, 0.026, 0.150 * vary(rng, 0.04)
    foot = rounded([(0, 0), (r * 0.98, 0), (r, 0.001), (r, cap), (0, cap)], 0.0009)
    crimp = shapes.rounded_box((2 * half, 0.0022, 0.012), 0.0009, 3)
    skin = replace(_lacquer(member, shade, 0.24), clearcoat=0.5)
    parts = [part(skin, _squeezed(cap, tall - 0.010, r, half), placed(crimp, at=(0, 0, tall - 0.006))),
        part(_cap(member, _lacquer(member, member.accent or "#f3f1ec", 0.2)), turned(foot, 72))]  # fmt: skip
    if member.text:
        w, h = 0.030, 0.016
        plate = flat((-w / 2, -r - 0.0006, tall * 0.42), (w, 0, 0), (0, 0.004, h))
        parts.append(
            part(stamped(member.text, contrasting(shade), shade, w / h, ruled=False, gloss=0.3), plate)
        )
    walls = [post((0, 0, cap / 2), r, cap), box((0, 0, tall * 0.58), (2 * half * 0.9, 1.3 * r, tall * 0.8))]
    return assemble(parts, walls, mass=0.09, friction=0.4, restitution=0.2)


def pump_bottle(member: CastMember, rng: Rng) -> Prop:
    """A lotion bottle: a plain round body, collar, and a pump whose spout looks to the side."""
    shade = hue(member, rng) or "#ece9e2"
    r, tall = 0.031 * vary(rng, 0.04), 0.128 * vary(rng, 0.05)
    line = [
        (0, 0),
        (r * 0.95, 0),
        (r, 0.003),
        (r, tall - 0.010),
        (r * 0.55, tall),
        (0.012, tall + 0.001),
        (0, tall),
    ]
    clear = member.material in ("glass", "amber_glass", "green_glass")
    body = trim(member, member.material or "plastic", None if clear else shade, wear=0.0)
    if not clear:
        body = replace(body, roughness=0.2, bump=None, clearcoat=0.7)
    head = tall + 0.030
    collar = rounded(
        [(0, tall), (0.0135, tall), (0.0135, tall + 0.013), (0.008, tall + 0.015), (0, tall + 0.015)], 0.001
    )
    stem = rounded([(0, tall + 0.012), (0.0045, tall + 0.012), (0.0045, head), (0, head)], 0.0006)
    knob = rounded(
        [(0, head - 0.002), (0.0115, head - 0.002), (0.0115, head + 0.008), (0, head + 0.010)], 0.0024
    )
    spout = rod(
        curve([(0, 0, head + 0.004), (-0.022, -0.006, head + 0.005), (-0.036, -0.010, head - 0.002)], 16),
        np.linspace(0.0052, 0.0034, 16), 14,
    )  # fmt: skip
    fitting = (
        _metal(member, rng)
        if says(member, "gold", "chrome")
        else _lacquer(member, member.accent or "#17181a", 0.2)
    )
    parts = [part(body, turned(rounded(line, 0.0025), 88)),
        part(_cap(member, fitting), *(turned(p, 48) for p in (collar, stem, knob)), spout)]  # fmt: skip
    parts += _name(member, shade, r, tall * 0.34, tall * 0.62)
    walls = [post((0, 0, tall / 2), r, tall), post((0, 0, tall + 0.02), 0.013, 0.04)]
    return assemble(parts, walls, mass=0.30, friction=0.4, restitution=0.2)


def dropper_bottle(member: CastMember, rng: Rng) -> Prop:
    """A serum bottle: coloured glass that reads as full, a collar, a rubber bulb."""
    r, tall = 0.0165 * vary(rng, 0.03), 0.060
    shade = member.colour or {"green_glass": "#2b4a30", "glass": "#cfd9d6"}.get(
        member.material or "", "#5a2f12"
    )
    line = [
        (0, 0),
        (r * 0.93, 0),
        (r, 0.002),
        (r, tall * 0.80),
        (r * 0.5, tall * 0.95),
        (0.0072, tall),
        (0, tall),
    ]
    glass = replace(_lacquer(member, shade, 0.04), specular=0.8)
    collar = rounded(
        [(0, tall - 0.001), (0.0100, tall - 0.001), (0.0100, tall + 0.013), (0, tall + 0.013)], 0.0008
    )
    bulb = rounded(
        [
            (0, tall + 0.012),
            (0.0072, tall + 0.012),
            (0.0066, tall + 0.030),
            (0.0034, tall + 0.037),
            (0, tall + 0.038),
        ],
        0.003,
    )
    rubber = replace(trim(member, "rubber", "#161618"), bump=None)
    fitting = _metal(member, rng) if says(member, "gold") else _lacquer(member, "#151517", 0.25)
    parts = [part(glass, turned(rounded(line, 0.002), 80)), part(fitting, turned(collar, 56)),
             part(rubber, turned(bulb, 48))]  # fmt: skip
    parts += _name(member, shade, r, tall * 0.25, tall * 0.58)
    walls = [post((0, 0, tall / 2), r, tall), post((0, 0, tall + 0.018), 0.010, 0.038)]
    return assemble(parts, walls, mass=0.08, friction=0.35, restitution=0.25)


def plinth(member: CastMember, rng: Rng) -> Prop:
    """A display block with eased edges, or a drum where the words say round."""
    kind = member.material or "plaster"
    bare = kind in ("plaster", "concrete") or member.colour is not None
    stuff = trim(
        member, kind, member.colour or ("#e4dfd6" if bare and kind == "plaster" else None), wear=0.05
    )
    wide, tall = 0.30, 0.10
    if says(member, "round", "cylind", "podium", "circular", "disc"):
        line = rounded([(0, 0), (wide / 2, 0), (wide / 2, tall), (0, tall)], 0.003)
        return assemble([part(stuff, turned(line, 128))], [post((0, 0, tall / 2), wide / 2, tall)], mass=8.0,
                        friction=0.6, restitution=0.45)  # fmt: skip
    block = placed(shapes.rounded_box((wide, wide, tall), 0.003, 3), at=(0, 0, tall / 2))
    size = (wide, wide, tall)
    return assemble(
        [part(stuff, block)], [box((0, 0, tall / 2), size)], mass=9.0, friction=0.6, restitution=0.45
    )
