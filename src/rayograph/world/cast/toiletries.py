"""Things of a bathroom: soap, lipstick, folded towel."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.cruets import oval
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, post, trim, vary
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import loft, placed, rod, slab
from rayograph.world.scene import Prop

Rng = np.random.Generator


def soap(member: CastMember, rng: Rng) -> Prop:
    """A bar of soap with a pressed hollow, softened by use."""
    tint = member.colour or str(rng.choice(["#e8dcc0", "#d9c6cf", "#c9d6bf", "#efe9df"]))
    stuff = replace(trim(member, "wax", tint), roughness=0.38)
    levels = (
        (0.0, 0.037, 0.023),
        (0.004, 0.042, 0.028),
        (0.013, 0.044, 0.030),
        (0.022, 0.041, 0.027),
        (0.026, 0.034, 0.020),
    )
    body = loft(np.stack([oval(z, rx, ry, power=0.62) for z, rx, ry in levels]), crease_deg=70)
    rim = rod(
        np.concatenate([oval(0.0262, 0.026, 0.013, power=0.7), oval(0.0262, 0.026, 0.013, power=0.7)[:1]]),
        0.0011,
        8,
    )
    return assemble(
        [part(stuff, body, rim)],
        [box((0, 0, 0.013), (0.084, 0.056, 0.026))],
        mass=0.1,
        friction=0.3,
        restitution=0.15,
    )


def lipstick(member: CastMember, rng: Rng) -> Prop:
    """A lipstick standing open, its bullet raised and cut aslant, the cap beside it."""
    case = replace(
        trim(member, member.material or "plastic", "#15151a" if not member.material else None),
        roughness=0.15,
        clearcoat=1.0,
    )
    gold = trim(member, "gold", member.accent)
    foot = rounded([(0, 0), (0.0098, 0), (0.0098, 0.034), (0, 0.034)], 0.0008)
    sleeve = rounded(
        [(0, 0.034), (0.0085, 0.034), (0.0085, 0.050), (0.0068, 0.050), (0.0068, 0.046), (0, 0.046)], 0.0004
    )
    t = np.linspace(0, 1, 20)
    rings = []
    for z in t:
        ring = oval(0.046 + 0.026 * z, 0.0062, 0.0062, n=36)
        slope = np.clip((z - 0.45) / 0.55, 0, 1)
        limit = 0.072 - 0.55 * (0.0062 - ring[:, 1])
        ring[:, 2] = np.minimum(ring[:, 2], limit)
        ring[:, :2] *= 1 - 0.10 * slope**3
        rings.append(ring)
    bullet = loft(np.stack(rings), crease_deg=40)
    wax = replace(trim(member, "wax", member.colour or "#b0162b"), roughness=0.25, clearcoat=0.4)
    cap = placed(
        turned_fine(rounded([(0, 0), (0.0098, 0), (0.0098, 0.040), (0.0088, 0.042), (0, 0.042)], 0.0008), 48),
        at=(0.030, -0.012, 0.0098),
        turns=[("x", 90), ("z", 25)],
    )
    parts = [part(case, turned_fine(foot, 48), cap), part(gold, turned_fine(sleeve, 48)), part(wax, bullet)]
    walls = [post((0, 0, 0.036), 0.0098, 0.072), box((0.039, 0.005, 0.0098), (0.028, 0.042, 0.0196))]
    return assemble(parts, walls, mass=0.04, friction=0.4, restitution=0.25)


def folded_towel(member: CastMember, rng: Rng) -> Prop:
    """A towel folded in four: layers that sag a little, round folds to the front, a woven stripe."""
    wide, deep, layers, thick = 0.30 * vary(rng, 0.03), 0.21 * vary(rng, 0.03), 4, 0.0145
    cloth = replace(
        trim(member, member.material or "linen", hue(member, rng) or "#d8d2c4"), roughness=0.95, sheen=0.4
    )
    folds: list[Mesh] = []
    stripes: list[Mesh] = []
    y = np.linspace(-deep / 2, deep / 2, 26)
    for k in range(layers):
        shift = rng.uniform(-0.002, 0.002)
        ring = np.linspace(0, 2 * np.pi, 41)[:-1]
        rows = []
        for x in np.linspace(-wide / 2, wide / 2, 24):
            sag = 0.0025 * np.cos(x / wide * np.pi * 2 + k)
            edge = 1 - 0.06 * (abs(x) / (wide / 2)) ** 12
            c, s = np.cos(ring), np.sin(ring)
            yy = shift + (deep / 2) * np.sign(c) * np.abs(c) ** 0.16
            zz = (k + 0.5) * thick + sag * (k / layers) + thick * 0.49 * edge * np.sign(s) * np.abs(s) ** 0.55
            rows.append(np.column_stack([np.full(40, x), yy, zz]))
        folds.append(loft(np.array(rows), crease_deg=65))
    top = layers * thick
    for x in (-wide * 0.30, -wide * 0.24):
        band = np.stack(
            [np.stack([np.full(26, x + dx), y, np.full(26, top + 0.0006)], 1) for dx in (-0.004, 0.004)]
        )
        stripes.append(slab(band, 0.0008))
    accent = member.accent or "#8fa3ad"
    parts = [part(cloth, *folds), part(trim(member, "linen", accent), *stripes)]
    return assemble(
        parts, [box((0, 0, top / 2), (wide, deep, top))], mass=0.4, friction=0.8, restitution=0.02
    )


TOILETRIES: dict[str, Generator] = {"soap": soap, "lipstick": lipstick, "folded_towel": folded_towel}
