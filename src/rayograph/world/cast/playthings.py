"""Small characters: tin robot, rubber duck, film camera."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import (
    creased,
    curve,
    hoop,
    mirrored,
    placed,
    rod,
    stretched,
    turned,
)
from rayograph.world.scene import Material, Part, Prop

Rng = np.random.Generator


def _gloss(surface_: Material) -> Material:
    return replace(surface_, roughness=0.12, bump=None, clearcoat=1.0)


def robot(member: CastMember, rng: Rng) -> Prop:
    """A tin toy robot: boxy body with dials and rivets, ringed arms with claws, big feet, aerial, lamp eyes."""
    tin = surface(member, rng)
    bright = trim(member, "steel")
    dark = trim(member, "plastic", "#17181a")
    eye = _gloss(trim(member, "plastic", member.accent or "#f2b632", wear=0.0))
    red = _gloss(trim(member, "plastic", "#b3201a", wear=0.0))
    s = vary(rng, 0.03)
    body = placed(shapes.rounded_box((0.088, 0.064, 0.092), 0.009, 5), at=(0, 0, 0.128))
    hip = placed(shapes.rounded_box((0.07, 0.052, 0.018), 0.006, 4), at=(0, 0, 0.076))
    head = placed(
        shapes.rounded_box((0.068, 0.058, 0.052), 0.011 if rng.random() < 0.6 else 0.024, 6), at=(0, 0, 0.213)
    )
    neck = placed(
        turned([(0.02, 0), (0.022, 0.004), (0.02, 0.008), (0.022, 0.012), (0.02, 0.016)], 32),
        at=(0, 0, 0.173),
    )
    shell, metal, black, eyes, lamps = [body, hip, head], [neck], [], [], []
    for x in (-0.018, 0.018):
        metal.append(
            placed(
                turned([(0.014, 0.0), (0.0145, 0.004), (0.012, 0.006), (0.011, 0.003)], 32),
                at=(x, -0.028, 0.22),
                turns=[("x", 90)],
            )
        )
        eyes.append(placed(stretched(shapes.icosphere(3), (0.011, 0.006, 0.011)), at=(x, -0.029, 0.22)))
        black.append(placed(stretched(shapes.icosphere(2), (0.004, 0.003, 0.004)), at=(x, -0.0345, 0.22)))
    black.append(placed(shapes.rounded_box((0.034, 0.004, 0.010), 0.002, 3), at=(0, -0.029, 0.197)))
    metal += [
        placed(shapes.rounded_box((0.0016, 0.003, 0.010), 0.0006, 2), at=(x, -0.031, 0.197))
        for x in np.linspace(-0.013, 0.013, 6)
    ]
    metal.append(rod([(0, 0, 0.236), (0, 0, 0.268)], 0.0018, 8))
    lamps.append(placed(stretched(shapes.icosphere(3), (0.006, 0.006, 0.006)), at=(0, 0, 0.272)))
    for x in (-1, 1):
        metal.append(
            placed(
                turned([(0, 0), (0.011, 0), (0.011, 0.004), (0.006, 0.007), (0, 0.007)], 24),
                at=(x * 0.033, 0, 0.215),
                turns=[("y", 90.0 * x)],
            )
        )
    _chest(rng, metal, black, eyes, lamps)
    limbs, joints = _limbs(rng)
    soles = [
        placed(shapes.rounded_box((0.04, 0.082, 0.03), 0.011, 5), at=(x * 0.024, -0.009, 0.017))
        for x in (-1, 1)
    ]
    scale = np.diag([s, s, s, 1.0])

    def scaled(meshes: list[Mesh]) -> list[Mesh]:
        return [mesh.moved(scale) for mesh in meshes]

    parts = [part(tin, *scaled(shell + limbs + soles)), part(bright, *scaled(metal + joints)), part(dark, *scaled(black)),
             part(eye, *scaled(eyes)), part(red, *scaled(lamps))]  # fmt: skip
    walls = [
        box((0, 0, 0.12 * s), (0.09 * s, 0.064 * s, 0.11 * s)),
        box((0, 0, 0.213 * s), (0.068 * s, 0.058 * s, 0.052 * s)),
    ]
    walls += [box((x * 0.024 * s, -0.009 * s, 0.035 * s), (0.04 * s, 0.08 * s, 0.07 * s)) for x in (-1, 1)]
    walls += [post((x * 0.062 * s, -0.01 * s, 0.115 * s), 0.013 * s, 0.09 * s) for x in (-1, 1)]
    return assemble(parts, walls, mass=0.42, friction=0.45, restitution=0.25)


def _chest(rng: Rng, metal: list[Mesh], black: list[Mesh], eyes: list[Mesh], lamps: list[Mesh]) -> None:
    """A panel with a gauge, a row of buttons, a grille, rivets, and a wind-up key in the back."""
    y = -0.032
    metal.append(placed(shapes.rounded_box((0.066, 0.003, 0.056), 0.0014, 2), at=(0, y, 0.132)))
    gauge = 0.013
    metal.append(placed(hoop(gauge, 0.0016, segments=36), at=(-0.014, y - 0.002, 0.141), turns=[("x", 90)]))
    black.append(
        placed(
            turned([(0, 0), (gauge, 0), (gauge, 0.002), (0, 0.002)], 32),
            at=(-0.014, y, 0.141),
            turns=[("x", 90)],
        )
    )
    tip = rng.uniform(0.4, 2.7)
    lamps.append(
        rod(
            [
                (-0.014, y - 0.0028, 0.141),
                (-0.014 + 0.01 * np.cos(tip), y - 0.0028, 0.141 + 0.01 * np.sin(tip)),
            ],
            0.0008,
            6,
        )
    )
    for k in range(3):
        knob = turned([(0, 0), (0.0042, 0), (0.004, 0.003), (0, 0.004)], 20)
        (lamps, eyes, metal)[k].append(
            placed(knob, at=(0.012, y - 0.001, 0.151 - 0.011 * k), turns=[("x", 90)])
        )
        black.append(
            placed(shapes.rounded_box((0.05, 0.002, 0.0028), 0.001, 2), at=(0, y - 0.0015, 0.119 - 0.006 * k))
        )
    for x in (-0.039, 0.039):
        for z in (0.09, 0.128, 0.166):
            metal.append(placed(stretched(shapes.icosphere(1), (0.0022, 0.0014, 0.0022)), at=(x, y, z)))
    metal.append(rod([(0, 0.03, 0.13), (0, 0.046, 0.13)], 0.003, 10))
    metal += [
        placed(hoop(0.009, 0.0022, segments=28), at=(s * 0.0105, 0.05, 0.13), turns=[("x", 90)])
        for s in (-1, 1)
    ]


def _limbs(rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    limbs, joints = [], []
    for x in (-1, 1):
        swing = float(rng.uniform(-0.02, 0.012))
        arm = curve(
            [
                (x * 0.045, 0, 0.16),
                (x * 0.062, 0, 0.157),
                (x * 0.066, swing * 0.5, 0.125),
                (x * 0.065, swing - 0.012, 0.095),
            ],
            60,
        )
        ripple = 0.0082 + 0.0014 * np.sin(np.linspace(0, 2 * np.pi * 12, 60))
        joints.append(rod(arm, ripple, 16))
        cuff = turned([(0, 0), (0.010, 0), (0.0125, 0.004), (0.0125, 0.016), (0, 0.018)], 24)
        end = arm[-1]
        limbs.append(placed(cuff, at=(end[0], end[1], end[2] - 0.014)))
        claw = curve([(-0.004, 0, 0.0), (-0.012, 0, -0.008), (-0.010, 0, -0.019), (-0.003, 0, -0.022)], 14)
        joints += [
            placed(rod(claw * [side, 1, 1], 0.0032, 8), at=(end[0], end[1], end[2] - 0.013))
            for side in (-1, 1)
        ]
        shin = turned(
            [
                (0.013, 0.03),
                (0.0145, 0.033),
                (0.013, 0.04),
                (0.0145, 0.047),
                (0.013, 0.054),
                (0.0145, 0.061),
                (0.013, 0.07),
            ],
            28,
        )
        joints.append(placed(shin, at=(x * 0.024, 0, 0)))
        limbs.append(
            placed(stretched(shapes.icosphere(3), (0.0155, 0.0155, 0.0155)), at=(x * 0.046, 0, 0.16))
        )
    return limbs, joints


def rubber_duck(member: CastMember, rng: Rng) -> Prop:
    """A bath duck: one soft skin blended from body, breast, tail and head; orange bill, black eyes."""
    rubber = replace(surface(member, rng), roughness=0.28)
    fat = vary(rng, 0.04)
    skin = _blend([((0, 0.004, 0.032), (0.043 * fat, 0.050, 0.031)), ((0, -0.018, 0.037), (0.036 * fat, 0.032, 0.030)),
                   ((0, 0.046, 0.052), (0.019, 0.020, 0.011)), ((0, -0.020, 0.074), (0.0265, 0.027, 0.0255)),
                   ((0.034 * fat, 0.010, 0.040), (0.013, 0.030, 0.017)), ((-0.034 * fat, 0.010, 0.040), (0.013, 0.030, 0.017))])  # fmt: skip
    bill: list[Mesh] = []
    for tilt, z, thick in ((-7, 0.0715, 0.0042), (9, 0.0672, 0.0032)):
        lip = stretched(shapes.icosphere(3), (0.0135, 0.0155, thick))
        points = lip.vertices.copy()
        points[:, 2] += 0.16 * np.clip(-points[:, 1], 0, 1) ** 1.2 * np.sign(-tilt) * 0.5
        bill.append(
            placed(
                creased(Mesh(vertices=points, faces=lip.faces), 80),
                at=(0, -0.0475, z),
                turns=[("x", float(tilt))],
            )
        )
    whites, blacks = [], []
    for x in (-1, 1):
        at = np.array([x * 0.0135, -0.0405, 0.0835])
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
    parts: list[Part] = [part(rubber, skin), part(replace(trim(member, "rubber", member.accent or "#e0641a"), roughness=0.3), *bill),
                         part(_gloss(trim(member, "plastic", "#f4f2ea", wear=0)), *whites),
                         part(_gloss(trim(member, "plastic", "#0c0c0d", wear=0)), *blacks)]  # fmt: skip
    low = skin.vertices[skin.vertices[:, 2] < 0.062]
    walls = [hull(low), hull(skin.vertices[skin.vertices[:, 2] > 0.055]), hull(bill[0].vertices)]
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
    return creased(Mesh(vertices=points, faces=sphere.faces), 75)


def camera_prop(member: CastMember, rng: Rng) -> Prop:
    """A rangefinder film camera: leather band between metal plates, lens with rings, dials, finder windows, strap lugs."""
    hide = trim(member, "leather", member.colour or "#1d1b1a")
    chrome = replace(trim(member, "steel"), roughness=0.28)
    black = trim(member, "plastic", "#111213")
    glass = replace(
        trim(member, "plastic", "#0b1424", wear=0.0), roughness=0.02, specular=0.9, clearcoat=1.0, bump=None
    )
    w, d, h = 0.138, 0.034, 0.064
    bottom, top = 0.008, 0.056
    body = placed(
        stretched(shapes.rounded_box((w, d, top - bottom), 0.0165, 8), (1, 1, 1)),
        at=(0, 0, (top + bottom) / 2),
    )
    flat = _stadium(w, d)
    leather = _ring_prism(flat * 1.0, bottom, top)
    plates = [_ring_prism(flat * 1.012, 0.0, bottom), _ring_prism(flat * 1.012, top, h + 0.006)]
    crown = placed(shapes.rounded_box((0.062, d * 0.82, 0.015), 0.004, 4), at=(0.004, 0, h + 0.012))
    metal: list[Mesh] = [*plates, crown]
    dials = (
        (-0.05, 0.011, 0.009),
        (0.049, 0.013, 0.007),
        (0.028 if rng.random() < 0.5 else -0.032, 0.007, 0.006),
    )
    for x, r, tall in dials:
        knurl = 28
        a = np.linspace(0, 2 * np.pi, knurl * 4, endpoint=False)
        girth = r * (1 - 0.04 * (np.cos(a * knurl) > 0))
        from rayograph.world.cast.shaping import loft

        rings = [
            np.stack([np.cos(a) * girth * f, np.sin(a) * girth * f, np.full(len(a), z)], 1)
            for f, z in ((1, 0), (1, tall * 0.8), (0.9, tall))
        ]
        metal.append(placed(loft(np.array(rings), crease_deg=50), at=(x, 0.001, h + 0.006)))
    metal.append(
        placed(
            turned([(0, 0), (0.0045, 0), (0.0045, 0.006), (0.003, 0.008), (0, 0.008)], 20),
            at=(-0.035, -0.004, h + 0.006),
        )
    )
    metal += [
        placed(hoop(0.0052, 0.001, segments=24), at=(s * (w / 2 + 0.002), 0, 0.05), turns=[("x", 90)])
        for s in (-1, 1)
    ]
    lens_metal, lens_black, lens_glass = _lens()
    windows = [
        placed(shapes.rounded_box((bw, 0.003, 0.0095), 0.001, 2), at=(x, -d / 2 + 0.0025, h + 0.0125))
        for x, bw in ((0.026, 0.014), (-0.018, 0.009))
    ]
    windows.append(
        placed(shapes.rounded_box((0.012, 0.003, 0.008), 0.001, 2), at=(0.05, -d / 2 - 0.0003, h - 0.001))
    )
    frames = [
        placed(
            shapes.rounded_box((bw + 0.003, 0.003, 0.0125), 0.0012, 2), at=(x, -d / 2 + 0.0033, h + 0.0125)
        )
        for x, bw in ((0.026, 0.014), (-0.018, 0.009))
    ]
    del body
    parts = [
        part(hide, leather),
        part(chrome, *metal, *lens_metal),
        part(black, *lens_black, *frames),
        part(glass, *lens_glass, *windows),
    ]
    walls = [
        box((0, 0, h / 2 + 0.004), (w, d, h + 0.008)),
        post((0, -0.035, 0.034), 0.027, 0.05, ("x", 90)),
        box((0.004, 0, h + 0.012), (0.062, d * 0.8, 0.015)),
    ]
    return assemble(parts, walls, mass=0.68, friction=0.55, restitution=0.15)


def _stadium(width: float, depth: float) -> np.ndarray:
    from rayograph.world.cast.shaping import rounded_outline

    return rounded_outline(width, depth, depth / 2, 14)


def _ring_prism(flat: np.ndarray, low: float, high: float) -> Mesh:
    from rayograph.world.cast.shaping import loft

    bevel = min(0.0012, (high - low) * 0.2)
    rings = [np.concatenate([flat * f, np.full((len(flat), 1), z)], 1)
             for f, z in ((0.985, low), (1.0, low + bevel), (1.0, high - bevel), (0.985, high))]  # fmt: skip
    return loft(np.array(rings), crease_deg=30)


def _lens() -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    at, turn = (0.0, -0.0165, 0.0335), [("x", 90.0)]

    def ring(profile: list[tuple[float, float]]) -> Mesh:
        return placed(turned(profile, 64), at=at, turns=turn)

    metal = [ring([(0, 0), (0.0285, 0), (0.0285, 0.004), (0.027, 0.005), (0.027, 0.011), (0, 0.011)]),
             ring([(0.0245, 0.02), (0.026, 0.021), (0.026, 0.026), (0.0245, 0.027)]),
             ring([(0.0225, 0.041), (0.0238, 0.0415), (0.0238, 0.0475), (0.0222, 0.048), (0.021, 0.047), (0.0165, 0.039)])]  # fmt: skip
    black = [ring([(0.0255, 0.011), (0.0262, 0.012), (0.0262, 0.02), (0.025, 0.021)]), ring([(0.0235, 0.027), (0.0235, 0.042)]),
             ring([(0.021, 0.0465), (0.0155, 0.038), (0.0, 0.037)])]  # fmt: skip
    ridges = [
        placed(
            placed(shapes.rounded_box((0.0016, 0.0014, 0.008), 0.0005, 1), at=(0.0264, 0, 0.016), turns=[]),
            turns=[("z", k * 10.0)],
        )
        for k in range(36)
    ]
    black += [placed(m, at=at, turns=turn) for m in ridges]
    front = [
        placed(
            stretched(shapes.icosphere(4), (0.0162, 0.0162, 0.006)), at=(0, at[1] - 0.037, at[2]), turns=turn
        )
    ]
    return metal, black, front


__all__ = ["camera_prop", "mirrored", "robot", "rubber_duck"]
