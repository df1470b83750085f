"""Rubber duck and film camera."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import (
    hoop,
    loft,
    placed,
    rounded,
    rounded_outline,
    stretched,
    turned,
)
from rayograph.world.scene import Material, Part, Prop

Rng = np.random.Generator


def _gloss(surface_: Material) -> Material:
    return replace(surface_, roughness=0.12, bump=None, clearcoat=1.0)


def rubber_duck(member: CastMember, rng: Rng) -> Prop:
    """A bath duck: one soft skin blended from body, breast, tail and head; orange bill, black eyes."""
    rubber = replace(surface(member, rng), roughness=0.28)
    fat = vary(rng, 0.04)
    skin = _blend([((0, 0.004, 0.032), (0.043 * fat, 0.050, 0.031)),
                   ((0, -0.018, 0.037), (0.036 * fat, 0.032, 0.030)),
                   ((0, 0.046, 0.052), (0.019, 0.020, 0.011)), ((0, -0.020, 0.074), (0.0265, 0.027, 0.0255)),
                   ((0.034 * fat, 0.010, 0.040), (0.013, 0.030, 0.017)),
                   ((-0.034 * fat, 0.010, 0.040), (0.013, 0.030, 0.017))])  # fmt: skip
    bill: list[Mesh] = []
    for tilt, z, thick in ((-7, 0.0715, 0.0042), (9, 0.0672, 0.0032)):
        lip = stretched(shapes.icosphere(3), (0.0135, 0.0155, thick))
        points = lip.vertices.copy()
        points[:, 2] += 0.16 * np.clip(-points[:, 1], 0, 1) ** 1.2 * np.sign(-tilt) * 0.5
        bill.append(
            placed(
                rounded(Mesh(vertices=points, faces=lip.faces)),
                at=(0, -0.0475, z),
                turns=[("x", float(tilt))],
            )
        )
    whites, blacks = [], []
    for x in (-1, 1):
        at = np.array([x * 0.0132, -0.0388, 0.0832])
        whites.append(
            placed(stretched(shapes.icosphere(3), (0.0062, 0.0034, 0.0072)), at=at, turns=[("z", 28.0 * x)])
        )
        blacks.append(
            placed(
                stretched(shapes.icosphere(3), (0.0038, 0.0028, 0.0046)),
                at=at + [x * 0.0006, -0.0018, -0.0004],
                turns=[("z", 28.0 * x)],
            )
        )
    parts: list[Part] = [part(rubber, skin), part(replace(trim(member, "rubber",
                                                member.accent or "#e0641a"), roughness=0.3), *bill),
                         part(_gloss(trim(member, "plastic", "#f4f2ea", wear=0)), *whites),
                         part(_gloss(trim(member, "plastic", "#0c0c0d", wear=0)), *blacks)]  # fmt: skip
    parts = [replace(p, mesh=stretched(p.mesh, (1.0, 0.89, 1.03))) for p in parts]
    skin = parts[0].mesh
    low = skin.vertices[skin.vertices[:, 2] < 0.062]
    walls = [hull(low), hull(skin.vertices[skin.vertices[:, 2] > 0.055]), hull(parts[1].mesh.vertices)]
    return assemble(parts, walls, mass=0.055, friction=0.7, restitution=0.45)


def _blend(balls: list[tuple[tuple[float, float, float], tuple[float, float, float]]]) -> Mesh:
    """A smooth union of ellipsoids with a flat base: an icosphere shrunk onto the blended surface by rays."""
    sphere = shapes.icosphere(5)
    # two seed directions per height band let rays from a spine reach both body and head
    axis_low, axis_high = np.array([0, 0.006, 0.03]), np.array([0, -0.020, 0.076])
    lift = np.clip(sphere.vertices[:, 2:] * 0.5 + 0.5, 0, 1) ** 1.4
    origin = axis_low * (1 - lift) + axis_high * lift
    direction = sphere.vertices * [1, 1, 1.0]
    direction[:, 2] = np.sign(direction[:, 2]) * np.abs(direction[:, 2]) ** 1.3
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)

    def field(points: np.ndarray) -> np.ndarray:
        total = np.zeros(len(points))
        for centre, radii in balls:
            gap = np.linalg.norm((points - centre) / radii, axis=1) - 1
            total += np.exp(-gap * 7.0)
        return np.asarray(1 - total)

    low, high = np.zeros(len(origin)), np.full(len(origin), 0.13)
    for step in np.linspace(0.0, 0.13, 90):
        low = np.where(field(origin + direction * step) < 0, step, low)
    high = low + 0.0016
    for _ in range(14):
        middle = (low + high) / 2
        inside = field(origin + direction * middle[:, None]) < 0
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    points = origin + direction * low[:, None]
    points[:, 2] = np.maximum(points[:, 2], 0.004)
    return rounded(Mesh(vertices=points, faces=sphere.faces))


def camera_prop(member: CastMember, rng: Rng) -> Prop:
    """A rangefinder film camera: leather between metal plates, ringed lens, dials, finder windows."""
    hide = trim(member, member.material or "leather", member.colour or "#1d1b1a")
    coated = trim(member, "plastic", "#0b1424", wear=0.0)
    glass = replace(coated, roughness=0.02, specular=0.9, clearcoat=1.0, bump=None)
    w, d, h = 0.138, 0.036, 0.074
    top = h - 0.014
    flat = rounded_outline(w, d, d / 2, 14)
    metal = [_ring_prism(flat * 1.012, 0.0, 0.008), _ring_prism(flat * 1.012, top, h),
             placed(shapes.rounded_box((0.062, d * 0.82, 0.018), 0.004, 4), at=(0.004, 0, h + 0.007)),
             placed(turned([(0, 0), (0.0045, 0), (0.0045, 0.006), (0.003, 0.008), (0, 0.008)], 20),
                    at=(-0.035, -0.004, h))]  # fmt: skip
    third = 0.028 if rng.random() < 0.5 else -0.016
    for x, r, tall, z in (
        (-0.051, 0.011, 0.010, h),
        (0.05, 0.013, 0.008, h),
        (third, 0.007, 0.006, h + 0.016),
    ):
        metal.append(placed(_knurled(r, tall), at=(x, 0.001, z)))
    lug = hoop(0.0052, 0.001, segments=24)
    metal += [placed(lug, at=(s * (w / 2 + 0.002), 0, 0.05), turns=[("x", 90)]) for s in (-1, 1)]
    lens_metal, lens_black, lens_glass = _lens()
    windows, frames = [], []
    for x, wide, z, y in (
        (0.026, 0.014, h + 0.0075, 0.0025),
        (-0.018, 0.009, h + 0.0075, 0.0025),
        (0.05, 0.012, h - 0.007, -0.001),
    ):
        windows.append(placed(shapes.rounded_box((wide, 0.003, 0.0095), 0.001, 2), at=(x, -d / 2 + y, z)))
        frame = shapes.rounded_box((wide + 0.003, 0.003, 0.0125), 0.0012, 2)
        frames.append(placed(frame, at=(x, -d / 2 + y + 0.0008, z)))
    parts = [part(hide, _ring_prism(flat, 0.008, top)), part(replace(trim(member, "steel"), roughness=0.28),
                                                *metal, *lens_metal),
             part(trim(member, "plastic", "#111213"), *lens_black, *frames),
             part(glass, *lens_glass, *windows)]  # fmt: skip
    walls = [box((0, 0, h / 2), (w, d, h)), post((0, -0.0455, 0.038), 0.027, 0.058, ("x", 90)),
             box((0.004, 0, h + 0.008), (0.062, d * 0.8, 0.018))]  # fmt: skip
    return assemble(parts, walls, mass=0.68, friction=0.55, restitution=0.15)


def _knurled(radius: float, tall: float) -> Mesh:
    """A dial with a milled edge."""
    teeth = 28
    a = np.linspace(0, 2 * np.pi, teeth * 4, endpoint=False)
    girth = radius * (1 - 0.04 * (np.cos(a * teeth) > 0))
    rings = [np.stack([np.cos(a) * girth * f, np.sin(a) * girth * f, np.full(len(a), z)], 1)
             for f, z in ((1, 0), (1, tall * 0.8), (0.9, tall))]  # fmt: skip
    return loft(np.array(rings), crease_deg=50)


def _ring_prism(flat: np.ndarray, low: float, high: float) -> Mesh:
    bevel = min(0.0012, (high - low) * 0.2)
    rings = [np.concatenate([flat * f, np.full((len(flat), 1), z)], 1)
             for f, z in ((0.985, low), (1.0, low + bevel), (1.0, high - bevel), (0.985, high))]  # fmt: skip
    return loft(np.array(rings), crease_deg=30)


def _lens() -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """Mount, focusing ring with ridges, aperture ring, front element; by surface."""
    at, turn = (0.0, -0.0175, 0.038), [("x", 90.0)]

    def ring(profile: list[tuple[float, float]]) -> Mesh:
        return placed(turned(profile, 64), at=at, turns=turn)

    metal = [ring([(0, 0), (0.0285, 0), (0.0285, 0.004), (0.027, 0.005), (0.027, 0.014), (0, 0.014)]),
             ring([(0.0245, 0.026), (0.026, 0.027), (0.026, 0.033), (0.0245, 0.034)]),
             ring([(0.0225, 0.05), (0.0238, 0.0505), (0.0238, 0.0585), (0.0222, 0.059), (0.021, 0.058),
                   (0.0165, 0.049)])]  # fmt: skip
    black = [ring([(0.0255, 0.014), (0.0262, 0.015), (0.0262, 0.026), (0.025, 0.027)]),
             ring([(0.0235, 0.034), (0.0235, 0.051)]), ring([(0.021, 0.0575), (0.0155, 0.048),
                                                (0.0, 0.047)])]  # fmt: skip
    ridge = placed(shapes.rounded_box((0.0016, 0.0014, 0.010), 0.0005, 1), at=(0.0264, 0, 0.0205))
    black += [placed(placed(ridge, turns=[("z", k * 10.0)]), at=at, turns=turn) for k in range(36)]
    front = placed(
        stretched(shapes.icosphere(4), (0.0162, 0.0162, 0.006)), at=(0, at[1] - 0.047, at[2]), turns=turn
    )
    return metal, black, [front]
