"""Watches: a wristwatch sitting on its closed strap, a pocket watch on its chain."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitted import fitted, told
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim, vary
from rayograph.world.cast.objects import hand, tick
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import beam, hoop, loft, placed, rod, turned
from rayograph.world.scene import Material, Prop

Rng = np.random.Generator


def under_crystal(base: Material) -> Material:
    """A face as seen under its crystal."""
    return replace(base, roughness=0.32, bump=None, clearcoat=1.0, clearcoat_gloss=1.0)


def watch(member: CastMember, rng: Rng) -> Prop:
    """A wristwatch sitting up on its closed strap, its dial leaning back; or a pocket watch, flat."""
    metal = surface(member, rng)
    shade = told(member, "dial|face")[1]
    face = under_crystal(trim(member, "painted_metal", shade or hue(member, rng) or "#11151c"))
    if says(member, "pocket"):
        return _pocket_watch(member, rng, metal)
    radius = 0.0205 * vary(rng, 0.03)
    pose = shapes.translation(0, -0.0200, 0.0405) @ shapes.rotation("x", 58)
    case = rounded([(0.0, -0.0046), (radius * 0.90, -0.0046), (radius * 0.99, -0.0030), (radius, 0.0026),
        (radius * 0.97, 0.0044), (radius * 0.86, 0.0056), (radius * 0.845, 0.0040),
        (radius * 0.84, 0.0030)], 0.0006)  # fmt: skip
    disc = [(radius * 0.85, 0.0031), (0.0, 0.0032)]
    level, size = 0.0033, radius * 0.80
    marks, hands = dial(size, level, 10.0, 9.4, float(rng.uniform(100, 200)))
    sub = turned([(size * 0.24, level), (size * 0.235, level + 0.0001), (0.0, level + 0.0001)], 48)
    subs = [placed(sub, at=(x * size * 0.46, y * size * 0.46, 0)) for x, y in ((-1, 0), (1, 0), (0, -1))]
    crown = placed(turned(rounded([(0, 0), (0.0030, 0), (0.0030, 0.0042), (0, 0.0046)], 0.0006), 24),
                   at=(radius * 0.985, 0, -0.0004), turns=[("y", 90)])  # fmt: skip
    pushers = [placed(turned(rounded([(0, 0), (0.0017, 0), (0.0017, 0.0034), (0, 0.0036)], 0.0004), 16),
                      at=(radius * 0.86, y, -0.0004), turns=[("y", 90), ("z", 27 * np.sign(y))])
               for y in (-0.0095, 0.0095)]  # fmt: skip
    lugs = [beam((x, sy * radius * 0.72, -0.0005), (x * 0.98, sy * (radius + 0.0052), -0.0042), 0.0036,
        0.0050, radius=0.0012) for x in (-0.0118, 0.0118) for sy in (-1, 1)]  # fmt: skip
    steel = [turned_fine(case, 96), crown, *pushers, *lugs]
    strap, buckle, stitches = _strap(radius, pose)
    chosen = str(rng.choice(["#3a2416", "#141416", "#5a3a22"]))
    accent = None if shade and shade == member.accent else member.accent
    leather = fitted(member, "strap|band|bracelet|wristband", "leather", accent or chosen)
    silver = trim(member, "chrome")
    parts = [part(metal, *[m.moved(pose) for m in steel], *buckle),
        part(face, turned_fine(disc, 72).moved(pose)), part(silver,
        *[m.moved(pose) for m in (*marks, *hands)]), part(leather, strap),
        part(trim(member, "linen", "#cdbfa3"), *stitches), part(trim(member, "painted_metal", "#2b323c"),
        *[m.moved(pose) for m in subs])]  # fmt: skip
    low = float(parts[3].mesh.vertices[:, 2].min())
    walls = [hull(parts[0].mesh.vertices), hull(strap.vertices),
        box((0, 0.004, low + 0.004), (0.020, 0.036, 0.008))]  # fmt: skip
    return assemble(parts, walls, mass=0.085, friction=0.5, restitution=0.2)


def dial(
    size: float, level: float, hour: float, minute: float, second: float
) -> tuple[list[Mesh], list[Mesh]]:
    """Marks of a dial and its three hands; twelve is at +Y."""
    marks = [tick(size, level, k) for k in range(60)]
    hands = [
        hand(size * 0.52, size * 0.060, level + 0.0005, (hour + minute / 60) * 30),
        hand(size * 0.78, size * 0.046, level + 0.0009, minute * 6),
        hand(size * 0.80, size * 0.014, level + 0.0013, second),
        turned(
            rounded([(size * 0.05, level), (size * 0.05, level + 0.0016), (0.0, level + 0.0018)], 2e-4), 24
        ),
    ]
    return marks, hands


def _strap(radius: float, pose: np.ndarray) -> tuple[Mesh, list[Mesh], list[Mesh]]:
    """The closed band from lug to lug round the back and under, its buckle, its two lines of stitches."""
    ends = (pose @ np.array([[0, s * (radius + 0.004), -0.0040, 1.0] for s in (1, -1)]).T).T[:, :3]
    top, low = ends
    knots = np.array(
        [
            top,
            [0, 0.006, 0.0595],
            [0, 0.0225, 0.050],
            [0, 0.0280, 0.034],
            [0, 0.0255, 0.015],
            [0, 0.014, 0.0035],
            [0, 0.0, 0.0018],
            [0, -0.016, 0.0030],
            [0, -0.0262, 0.0105],
            low,
        ]
    )
    from scipy.interpolate import make_interp_spline

    at = np.linspace(0, 1, 90)
    arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
    path = make_interp_spline(arc / arc[-1], knots, k=3)(at)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    out = np.stack([0 * at, -along[:, 2], along[:, 1]], 1)
    out *= np.sign((out * (path - [0, 0, 0.032])).sum(1))[:, None]
    half = np.interp(at, [0, 0.10, 0.6, 0.9, 1.0], [0.0098, 0.0098, 0.0082, 0.0092, 0.0098])
    thick = np.interp(at, [0, 0.06, 0.3, 0.7, 0.94, 1], [0.0022, 0.0021, 0.0014, 0.0014, 0.0021, 0.0022])
    angle = np.linspace(0, 2 * np.pi, 25)[:-1]
    c, s = (np.sign(f) * np.abs(f) ** 0.5 for f in (np.cos(angle), np.sin(angle)))
    rings = path[:, None] + np.array([1.0, 0, 0]) * (half[:, None] * c)[..., None] + out[:, None] * (
        thick[:, None] * s)[..., None]  # fmt: skip
    seam = []
    for side in (-1, 1):
        for i in range(3, 86, 2):
            a, b = (
                path[j] + out[j] * (thick[j] + 0.0001) + [side * (half[j] - 0.0017), 0, 0] for j in (i, i + 1)
            )
            seam.append(rod([a, b], 0.00028, 6))
    k = 64
    frame = np.eye(4)
    frame[:3, 0], frame[:3, 1], frame[:3, 2] = (1, 0, 0), np.cross(out[k], (1, 0, 0)), out[k]
    frame[:3, 3] = path[k]
    loop = shapes.rounded_box((0.0215, 0.0022, 0.0062), 0.0008, 3)
    buckle = [loop.moved(frame @ shapes.translation(0, y, 0.0006)) for y in (-0.0062, 0.0062)]
    buckle += [
        shapes.rounded_box((0.0020, 0.0140, 0.0056), 0.0008, 3).moved(
            frame @ shapes.translation(x, 0, 0.0006)
        )
        for x in (-0.0102, 0.0102)
    ]
    return loft(rings, crease_deg=50), buckle, seam


def _pocket_watch(member: CastMember, rng: Rng, metal: Material) -> Prop:
    """A pocket watch lying face up, crown and bow away from the viewer, its chain in a curl."""
    radius = 0.0235 * vary(rng, 0.04)
    case = rounded(
        [
            (0.0, 0.0),
            (radius * 0.6, 0.0004),
            (radius * 0.94, 0.0030),
            (radius, 0.0062),
            (radius * 0.95, 0.0100),
            (radius * 0.86, 0.0115),
            (radius * 0.85, 0.0098),
        ],
        0.001,
    )
    disc = [(radius * 0.86, 0.0097), (0.0, 0.0098)]
    marks, hands = dial(radius * 0.80, 0.0099, 10.0, 9.0, float(rng.uniform(100, 200)))
    stem = [
        rod([(0, radius * 0.97, 0.006), (0, radius * 1.22, 0.006)], 0.0030, 20),
        placed(hoop(0.0062, 0.0011, segments=40), at=(0, radius * 1.22 + 0.0064, 0.006), turns=[("x", 14)]),
    ]
    links = []
    t = np.linspace(0, 1, 34)
    path = np.stack(
        [
            0.030 * np.sin(2.6 * t * np.pi) * t + 0.010 * t,
            radius * 1.22 + 0.012 - 0.052 * t**1.4,
            0 * t + 0.0014,
        ],
        1,
    )
    path[:, 0] += radius * 1.25 * np.clip(t * 3, 0, 1)
    for i, p in enumerate(path):
        ahead = path[min(i + 1, 33)] - path[max(i - 1, 0)]
        turn = float(np.rad2deg(np.arctan2(ahead[1], ahead[0])))
        links.append(
            placed(
                hoop(0.0017, 0.00045, segments=20), at=p, turns=[("x", 40.0 if i % 2 else -40.0), ("z", turn)]
            )
        )
    ivory = under_crystal(trim(member, "glazed_ceramic", "#efe9da"))
    parts = [part(metal, turned_fine(case, 96), *stem, *links), part(ivory, turned_fine(disc, 72)),
             part(trim(member, "black_iron"), *marks, *hands)]  # fmt: skip
    walls = [post((0, 0, 0.006), radius, 0.0115), box((0, radius * 1.3, 0.006), (0.014, 0.018, 0.006))]
    return assemble(parts, walls, mass=0.11, friction=0.4, restitution=0.3)
