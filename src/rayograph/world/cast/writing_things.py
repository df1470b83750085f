"""Things of a writing desk: fountain pen, inkwell, map, compass, magnifying glass."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import hoop, loft, placed, rod, sheet, turned
from rayograph.world.noise import fbm2
from rayograph.world.scene import Prop

Rng = np.random.Generator


def pen(member: CastMember, rng: Rng) -> Prop:
    """A fountain pen lying open: barrel, gold bands, section, a gold nib with its slit; the cap is posted."""
    lacquer = replace(trim(member, "plastic", hue(member, rng) or "#15171c"), roughness=0.12, clearcoat=1.0)
    gold, long_ = trim(member, "gold", member.accent), 0.142 * vary(rng, 0.02)
    turn = shapes.translation(0, 0, 0.0066) @ shapes.rotation("x", -90)
    barrel = [(0, 0), (0.0048, 0.0), (0.0060, 0.006), (0.0064, 0.040), (0.0062, 0.062)]
    grip = [(0.0058, 0.062), (0.0060, 0.095), (0.0047, 0.110), (0.0042, 0.119), (0.0046, 0.121), (0, 0.121)]
    bands = [
        [(0.0063, z), (0.0068, z + 0.0004), (0.0068, z + 0.002), (0.0062, z + 0.0024)] for z in (0.020, 0.060)
    ]
    t = np.linspace(0, 1, 16)
    width = np.interp(t, [0, 0.3, 1], [0.0034, 0.0038, 0.0003])
    around = np.linspace(-1, 1, 9)
    nib = np.stack(
        [
            width[:, None] * around,
            np.broadcast_to((0.119 + t * (long_ - 0.119))[:, None], (16, 9)),
            0.0068 + 0.0026 * np.cos(around * 1.2)[None] - 0.0024 * t[:, None],
        ],
        2,
    )
    slit = rod([(0, 0.128, 0.00915), (0, long_ - 0.0005, 0.0073)], 0.00018, 6)
    clip = rod([(0.0, 0.004, 0.0140), (0.0, 0.03, 0.0142), (0.0, 0.046, 0.0134)], 0.0009, 10)
    parts = [
        part(lacquer, turned(barrel, 40).moved(turn), turned(grip, 40).moved(turn)),
        part(
            gold,
            *[turned(b, 40).moved(turn) for b in bands],
            sheet(nib),
            sheet(nib[:, ::-1] - [0, 0, 3e-4]),
            clip,
        ),
        part(trim(member, "plastic", "#0b0b0c"), slit),
    ]
    return assemble(
        parts, [box((0, long_ / 2, 0.0066), (0.011, long_, 0.013))], mass=0.03, friction=0.4, restitution=0.2
    )


def inkwell(member: CastMember, rng: Rng) -> Prop:
    """A squat glass inkwell with a brass collar, its lid thrown back; ink inside."""
    glass = trim(member, "glass")
    body = rounded(
        [(0, 0), (0.030, 0), (0.033, 0.006), (0.033, 0.030), (0.020, 0.042), (0.016, 0.046), (0.0, 0.046)],
        0.003,
    )
    ink = trim(member, "plastic", member.colour or "#10162e")
    well = rounded([(0, 0.006), (0.026, 0.006), (0.028, 0.012), (0.028, 0.026), (0.0, 0.0262)], 0.002)
    brass = trim(member, "brass", member.accent)
    collar = rounded(
        [(0.0155, 0.044), (0.019, 0.045), (0.019, 0.052), (0.0145, 0.053), (0.0145, 0.046)], 0.001
    )
    lid = placed(
        turned(
            rounded(
                [
                    (0, 0),
                    (0.019, 0),
                    (0.019, 0.004),
                    (0.012, 0.011),
                    (0.003, 0.013),
                    (0.003, 0.016),
                    (0, 0.019),
                ],
                0.0012,
            ),
            40,
        ),
        at=(0, 0.036, 0.060),
        turns=[("x", -78)],
    )
    parts = [
        part(glass, turned_fine(body, 64)),
        part(ink, turned_fine(well, 48)),
        part(
            brass,
            turned_fine(collar, 48),
            lid,
            rod([(-0.008, 0.019, 0.050), (0.008, 0.019, 0.050)], 0.003, 10),
        ),
    ]
    return assemble(
        parts,
        [post((0, 0, 0.023), 0.033, 0.046), post((0, 0, 0.049), 0.019, 0.008)],
        mass=0.16,
        friction=0.5,
        restitution=0.3,
    )


def chart(member: CastMember, rng: Rng) -> Prop:
    """An old map spread flat, its ends still curling: coasts, contours, a grid, rhumb lines, a border."""
    wide, deep = 0.52, 0.37
    columns, rows = 240, 170
    u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    land = fbm2(u * 3.2 + 3, v * 2.3, octaves=5, seed=member.seed + 3) + 0.16 - 0.5 * (u - 0.42) ** 2
    paper, sea = np.array(from_hex("#e2cfa2")), np.array(from_hex("#b9c2b0"))
    green, brown, ink = (np.array(from_hex(c)) for c in ("#c3b074", "#8a6238", "#3d2c1c"))
    colour = np.where(
        (land > 0)[..., None], paper + (green - paper) * np.clip(land * 2.4, 0, 0.9)[..., None], sea
    )
    coast = np.exp(-((land / 0.013) ** 2))[..., None]
    contour = np.exp(-(((np.mod(land, 0.11) - 0.055) / 0.006) ** 2))[..., None] * (land > 0.03)[..., None]
    grid = np.maximum(
        *[np.exp(-(((np.mod(c * n, 1.0) - 0.5) * w) ** 2)) for c, n, w in ((u, 8, 42), (v, 6, 42))]
    )
    frame = (np.minimum(np.minimum(u, 1 - u) * wide, np.minimum(v, 1 - v) * deep) - 0.016) / 0.0018
    colour = colour + (ink - colour) * np.clip(0.85 * coast + 0.35 * grid[..., None] * 0.5, 0, 1)
    colour = colour + (brown - colour) * 0.6 * contour
    inside = (frame > 1)[..., None]
    colour = np.where(inside, colour, paper * 0.97)
    colour = colour + (ink - colour) * 0.9 * np.exp(-(frame**2))[..., None]
    colour = np.clip(
        colour * (1 + 0.12 * fbm2(u * 7, v * 5, octaves=4, seed=member.seed)[..., None]), 0.01, 0.9
    )
    curl = 0.030 * (np.clip((np.abs(u - 0.5) - 0.40) / 0.10, 0, 1) ** 2)
    fold = 0.0016 * (np.abs(np.mod(u * 4, 1) - 0.5) + np.abs(np.mod(v * 2, 1) - 0.5))
    x = (u - 0.5) * wide - np.sign(u - 0.5) * 0.5 * curl
    points = np.stack([x, (v - 0.5) * deep, 0.001 + curl + fold], 2)
    from rayograph.world.cast.stationery import patch

    top = patch(points, colour)
    under = patch(points[:, ::-1] - [0, 0, 0.0006])
    sheet_ = trim(member, "paper")
    parts = [part(replace(sheet_, bump=None), top), part(trim(member, "paper", "#d8c69a"), under)]
    return assemble(
        parts, [box((0, 0, 0.0015), (wide * 0.9, deep, 0.003))], mass=0.05, friction=0.6, restitution=0.05
    )


def _rose(radius: float) -> list[Mesh]:
    """Sixteen points, the four winds longest."""
    rose = []
    for k in range(16):
        angle, far, half = (
            k * np.pi / 8,
            radius * (0.74 if k % 4 == 0 else 0.5 if k % 2 == 0 else 0.34),
            0.0022,
        )
        tip = far * np.array([np.cos(angle), np.sin(angle)])
        side = half * np.array([-np.sin(angle), np.cos(angle)])
        rose.append(
            loft(
                np.array(
                    [
                        [[-side[0], -side[1], z], [tip[0], tip[1], z], [side[0], side[1], z]]
                        for z in (0.0103, 0.0106)
                    ]
                )
            )
        )
    return rose


def compass(member: CastMember, rng: Rng) -> Prop:
    """A pocket compass lying open: brass case, card with a rose, a two-coloured needle, hinged lid."""
    brass, radius = surface(member, rng), 0.033
    case = rounded(
        [
            (0, 0),
            (radius * 0.95, 0),
            (radius, 0.003),
            (radius, 0.012),
            (radius * 0.9, 0.0135),
            (radius * 0.88, 0.010),
            (0, 0.010),
        ],
        0.001,
    )
    card = trim(member, "paper", "#efe6cf")
    face = turned([(radius * 0.87, 0.0102), (0, 0.0103)], 48)
    rose = _rose(radius)
    heading = float(rng.uniform(20, 70))
    needle = [
        placed(
            loft(
                np.array(
                    [[[0, -0.0022, z], [s * radius * 0.78, 0, z], [0, 0.0022, z]] for z in (0.0118, 0.0124)]
                )
            ),
            turns=[("z", heading)],
        )
        for s in (-1, 1)
    ]
    ring = [
        placed(hoop(radius + 0.005, 0.0016, segments=40), at=(0, -radius - 0.006, 0.006), turns=[("x", 0)])
    ]
    knob = placed(
        turned([(0, 0), (0.004, 0), (0.004, 0.006), (0, 0.006)], 24),
        at=(0, -radius + 0.001, 0.006),
        turns=[("x", 90)],
    )
    ring = [placed(hoop(0.008, 0.0014, segments=36), at=(0, -radius - 0.013, 0.006))]
    lid = placed(
        turned_fine(
            rounded([(0, 0), (radius, 0), (radius, 0.005), (radius * 0.9, 0.006), (0, 0.0045)], 0.001), 64
        ),
        at=(0, radius + 0.006, 0.042),
        turns=[("x", 76)],
    )
    parts = [
        part(brass, turned_fine(case, 72), lid, knob, *ring),
        part(card, face),
        part(trim(member, "plastic", "#2a2018"), *rose, needle[0]),
        part(trim(member, "plastic", "#b3261e"), needle[1]),
    ]
    walls = [post((0, 0, 0.006), radius, 0.012), box((0, radius + 0.004, 0.038), (0.05, 0.012, 0.06))]
    return assemble(parts, walls, mass=0.12, friction=0.5, restitution=0.25)


def magnifying_glass(member: CastMember, rng: Rng) -> Prop:
    """A reading glass lying flat: a lens in a brass ring, a turned handle."""
    brass, radius = trim(member, member.material or "brass", member.colour), 0.046
    ring = placed(hoop(radius, 0.0032, tall=0.0055, segments=80), at=(0, 0.075, 0.0095))
    dome = np.linspace(-1, 1, 25)
    lens = np.column_stack([radius * np.sqrt(np.clip(1 - dome**2, 0, 1)), 0.0095 + 0.0042 * dome])
    shaft = [
        (0, 0),
        (0.006, 0.0),
        (0.0085, 0.006),
        (0.0095, 0.030),
        (0.0075, 0.062),
        (0.0055, 0.085),
        (0, 0.085),
    ]
    turn = shapes.translation(0, -0.068, 0.0095) @ shapes.rotation("x", -90)
    grip = turned_fine(spline(shaft, 60), 40).moved(turn)
    neck = rod([(0, 0.012, 0.0095), (0, 0.031, 0.0095)], 0.0038, 16)
    cap = rod([(0, 0.010, 0.0095), (0, 0.018, 0.0095)], 0.0062, 20)
    wood = trim(member, "walnut", member.accent)
    parts = [
        part(brass, ring, neck, cap),
        part(trim(member, "glass"), turned_fine(lens, 72).moved(shapes.translation(0, 0.075, 0))),
        part(wood, grip),
    ]
    walls = [post((0, 0.075, 0.0095), radius + 0.002, 0.012), box((0, -0.02, 0.0095), (0.017, 0.10, 0.018))]
    return assemble(parts, walls, mass=0.15, friction=0.4, restitution=0.25)


WRITING: dict[str, Generator] = {
    "pen": pen,
    "inkwell": inkwell,
    "map": chart,
    "compass": compass,
    "magnifying_glass": magnifying_glass,
}
