"""What stands in a hallway: a boot, a furled umbrella."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast.cruets import oval
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, post, trim, vary
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _boot_sections(tall: float) -> tuple[list[np.ndarray], np.ndarray]:
    """Sections of the upper from the toe over the instep into the shaft."""
    # Sections along the boot from the toe to the heel, then turned up into the shaft.
    stations = (
        (-0.150, 0.004, 0.020, 0.036),
        (-0.140, 0.026, 0.030, 0.046),
        (-0.115, 0.040, 0.034, 0.055),
        (-0.080, 0.046, 0.040, 0.062),
    )
    rings: list[np.ndarray] = []
    angle = np.linspace(0, 2 * np.pi, 41)[:-1]
    for y, half, low, high in stations:
        z = 0.028 + (high + 0.0) * 0.5 + (high * 0.5) * np.sin(angle) * (1.0 + 0 * low)
        rings.append(np.column_stack([half * np.cos(angle), np.full(40, y), z]))
    for share in np.linspace(0, 1, 9):
        turn = np.deg2rad(90 * share)
        mid = np.array([0.0, -0.045 + 0.062 * np.sin(turn) * 0.9, 0.062 + 0.075 * (1 - np.cos(turn))])
        half, deep = (
            np.interp(share, [0, 1], [0.045, 0.046]),
            np.interp(share, [0, 0.5, 1], [0.036, 0.056, 0.056]),
        )
        along = np.array([0.0, -np.sin(turn), np.cos(turn)])
        rings.append(mid + np.outer(half * np.cos(angle), [1, 0, 0]) + np.outer(deep * np.sin(angle), along))
    for z in np.linspace(0.155, tall, 8):
        wide = 0.046 + 0.012 * (z - 0.15) / (tall - 0.15)
        rings.append(
            np.column_stack([wide * np.cos(angle), 0.011 - (wide + 0.008) * np.sin(angle), np.full(40, z)])
        )
    return rings, angle


def boot(member: CastMember, rng: Rng) -> Prop:
    """A boot: shaft, ankle, toe on a welted sole with a heel; laces, or the smooth shaft of a wellington."""
    said = f"{member.name} {member.words}".lower()
    rubber = any(word in said for word in ("wellington", "welly", "wellies", "rain", "rubber", "gum"))
    tall = (0.33 if rubber else 0.24) * vary(rng, 0.02)
    stuff = member.material or ("rubber" if rubber else "leather")
    upper = trim(member, stuff, member.colour or ("#2f4a33" if rubber else "#5a3a22"))
    sole = trim(member, "rubber", "#1c1916")
    rings, angle = _boot_sections(tall)
    shape = loft(np.array(rings), crease_deg=80)
    heel_fill = loft(
        np.stack([oval(z, 0.040, 0.050, cy=0.008, power=0.8) for z in (0.026, 0.06, 0.11)]), crease_deg=70
    )
    mouth = placed(turned([(0.050, 0), (0.0, 0.0006)], 40), at=(0, 0.011, tall + 0.0004))
    rim = rod(np.concatenate([rings[-1], rings[-1][:1]]), 0.0035, 10)
    tread = loft(
        np.stack([oval(z, 0.046, 0.112, cy=-0.045, power=0.75) for z in (0.012, 0.014, 0.028, 0.030)]),
        crease_deg=50,
    )
    heel = loft(np.stack([oval(z, 0.041, 0.042, cy=0.022, power=0.7) for z in (0.0, 0.014)]))
    front = loft(np.stack([oval(z, 0.043, 0.066, cy=-0.088, power=0.75) for z in (0.004, 0.013)]))
    toe = loft(np.stack([oval(z, 0.043, 0.066, cy=-0.088, power=0.75) for z in (0.0, 0.005)]))
    parts = [
        part(upper, shape, heel_fill, rim),
        part(sole, tread, heel, front, toe),
        part(trim(member, "leather", "#17110c"), mouth),
    ]
    if not rubber:
        laces = [
            rod(curve([(-0.026, y, z), (0, y - 0.006, z + 0.006), (0.026, y, z)], 12), 0.0020, 8)
            for y, z in (
                (-0.066, 0.094),
                (-0.056, 0.112),
                (-0.047, 0.132),
                (-0.044, 0.155),
                (-0.043, 0.180),
                (-0.045, 0.205),
            )
        ]
        parts.append(part(trim(member, "linen", member.accent or "#2a2018"), *laces))
    walls = [box((0, -0.045, 0.045), (0.085, 0.21, 0.09)), box((0, 0.011, tall / 2), (0.095, 0.105, tall))]
    return assemble(parts, walls, mass=0.8, friction=0.8, restitution=0.1)


def furled_umbrella(member: CastMember, rng: Rng) -> Prop:
    """A rolled umbrella standing on its ferrule: pleated silk bound with a strap, crook handle."""
    silk = replace(trim(member, member.material or "silk", member.colour or "#17181c"), roughness=0.5)
    tall = 0.90 * vary(rng, 0.02)
    z = np.linspace(0.075, 0.66, 40)
    ring = np.linspace(0, 2 * np.pi, 97)[:-1]
    swell = np.interp(z, [0.075, 0.12, 0.40, 0.55, 0.60, 0.66], [0.010, 0.020, 0.036, 0.033, 0.029, 0.037])
    pleat = 1 + 0.16 * np.sin(8 * ring[None] + 2.2 * z[:, None] * 6) * np.clip((z[:, None] - 0.08) * 8, 0, 1)
    x, y = swell[:, None] * pleat * np.cos(ring), swell[:, None] * pleat * np.sin(ring)
    roll = loft(np.stack([x, y, np.broadcast_to(z[:, None], x.shape)], 2), crease_deg=50)
    strap = placed(hoop(0.0345, 0.003, tall=0.010, segments=60), at=(0, 0, 0.53))
    tip = rod([(0, 0, 0.0), (0, 0, 0.085)], np.array([0.003, 0.0065]), 14)
    shaft = rod([(0, 0, 0.60), (0, 0, tall - 0.12)], 0.0055, 16)
    t = np.linspace(0, np.pi, 26)
    crook = rod(
        np.concatenate(
            [
                [(0, 0, tall - 0.17)],
                np.column_stack([0.034 - 0.034 * np.cos(t), 0 * t, tall - 0.046 + 0.034 * np.sin(t)]),
                [(0.068, 0, tall - 0.075)],
            ]
        ),
        0.0105,
        18,
    )
    parts = [
        part(silk, roll, strap),
        part(trim(member, "steel"), tip, shaft),
        part(trim(member, "walnut", member.accent), crook),
    ]
    walls = [post((0, 0, 0.33), 0.030, 0.66), post((0, 0, 0.75), 0.012, 0.24)]
    return assemble(parts, walls, mass=0.5, friction=0.6, restitution=0.1)


HALLWAY: dict[str, Generator] = {"boot": boot, "umbrella_closed": furled_umbrella}
