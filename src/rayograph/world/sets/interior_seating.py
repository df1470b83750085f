"""Sofas, armchairs and coffee tables in several makes; all face -Y, base centre at the origin."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.materials.library import material
from rayograph.world.noise import fbm2
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.furnishing import Vec, board, joined, pillow, pose_at, solid, turned, upholstery
from rayograph.world.shapes import grid_faces, resmooth, rotation, translation, tube

Furniture = tuple[list[Part], list[Collider]]


def _legs(half_x: float, half_y: float, height: float, wood: Material, *, splay: float = 0.02) -> Part:
    legs = []
    for sx in (-1.0, 1.0):
        for sy in (-1.0, 1.0):
            top = np.array([sx * half_x, sy * half_y, height + 0.02])
            foot = np.array([sx * (half_x + splay), sy * (half_y + splay), 0.0])
            legs.append(tube(np.stack([foot, (foot + top) / 2, top]), np.array([0.013, 0.019, 0.024]), 16))
    return joined(legs, wood)


def sofa(
    width: float, cloth: Material, wood: Material, cushions: list[Material], rng: np.random.Generator
) -> Furniture:
    """An upholstered sofa `width` [m] over the arms, 0.90 m deep: track, pillow or rolled arms."""
    make = int(rng.integers(3))
    arm, arm_top, leg = ((0.14, 0.60, 0.13), (0.20, 0.58, 0.10), (0.22, 0.62, 0.09))[make]
    depth, seat_z, back_z = 0.90, 0.44, rng.uniform(0.78, 0.88)
    seats = 3 if width > 2.05 else 2 if width > 1.4 else 1
    inside = width - 2 * arm
    seed = int(rng.integers(1 << 16))

    def block(size: Vec, at: Vec, radius: float, crown: float, salt: int, wrinkle: float = 0.003) -> Mesh:
        return upholstery(size, radius=radius, crown=crown, seed=seed + salt, wrinkle=wrinkle).moved(
            translation(*at)
        )

    meshes = [
        block((width - 0.02, depth - 0.06, 0.17), (0, 0.02, leg), 0.03, 0.004, 0),
        block((width - 0.04, 0.20, back_z - 0.10 - leg), (0, depth / 2 - 0.12, leg), 0.07, 0.01, 1),
    ]
    for side in (-1.0, 1.0):
        x = side * (width / 2 - arm / 2)
        meshes.append(
            block((arm, depth - 0.02, arm_top - leg), (x, 0, leg), (0.035, 0.085, 0.045)[make], 0.012, 2)
        )
        if make == 2:  # a rolled arm is a bolster along the top
            roll = upholstery((0.21, 0.21, depth - 0.04), radius=0.104, crown=0.004, seed=seed)
            meshes.append(
                roll.moved(
                    translation(x + side * 0.02, (depth - 0.04) / 2, arm_top - 0.03) @ rotation("x", 90)
                )
            )
    wide = inside / seats
    for k in range(seats):
        x = -inside / 2 + wide * (k + 0.5)
        meshes.append(
            block((wide - 0.006, depth - 0.24, 0.17), (x, -0.10, seat_z - 0.16), 0.055, 0.022, 3 + k, 0.006)
        )
        back = upholstery(
            (wide - 0.01, 0.20, back_z - seat_z + 0.02),
            radius=0.08,
            crown=0.035,
            seed=seed + 9 + k,
            wrinkle=0.009,
        )
        lean = translation(x + rng.normal(0, 0.004), 0.13, seat_z - 0.01) @ rotation(
            "x", -12 + rng.normal(0, 1.5)
        )
        meshes.append(back.moved(lean))
    parts = [joined(meshes, cloth), _legs(width / 2 - 0.10, depth / 2 - 0.10, leg, wood)]
    parts += _thrown(cushions, inside, seat_z, rng)
    seat = solid((-width / 2, -depth / 2, 0), (width / 2, depth / 2, seat_z))
    back_rest = solid((-width / 2, 0.10, 0), (width / 2, depth / 2, back_z))
    arms = [
        solid((low, -depth / 2, 0), (low + arm, depth / 2, arm_top)) for low in (-width / 2, width / 2 - arm)
    ]
    return parts, [seat, back_rest, *arms]


def _thrown(cushions: list[Material], inside: float, seat_z: float, rng: np.random.Generator) -> list[Part]:
    """Throw pillows, leaning in the corners of a seat, no two alike."""
    parts = []
    for k, cover in enumerate(cushions):
        side = -1.0 if k % 2 == 0 else 1.0
        wide, tall = rng.uniform(0.40, 0.50), rng.uniform(0.34, 0.44)
        x = side * (inside / 2 - 0.22 - 0.24 * (k // 2)) + rng.normal(0, 0.02)
        lean = pose_at(x, -0.04 - 0.07 * (k // 2), seat_z + 0.012, side * -14 + rng.normal(0, 7))
        tilt = rotation("x", -22 + rng.normal(0, 4)) @ rotation("y", rng.normal(0, 6))
        mesh = pillow(wide, tall, rng.uniform(0.13, 0.17), seed=int(rng.integers(1 << 16)))
        parts.append(Part(mesh=mesh.moved(lean @ tilt), material=cover))
    return parts


def throw(width: float, over: float, cloth: Material, rng: np.random.Generator) -> Part:
    """A blanket laid over an arm: `width` along y, hanging down both sides of a ridge `over` [m] wide."""
    columns, rows, seed = 40, 60, int(rng.integers(1 << 16))
    u, v = np.meshgrid(np.linspace(1, -1, columns), np.linspace(-1, 1, rows))
    hang_a, hang_b = rng.uniform(0.22, 0.32), rng.uniform(0.14, 0.20)
    arc = np.pi * over / 2
    path = (v + 1) / 2 * (hang_a + hang_b + arc) - hang_a
    angle = np.clip(path / arc, 0, 1) * np.pi
    fold = fbm2(u * 2.6, v * 0.9, octaves=3, seed=seed)
    out = over / 2 + 0.012 + 0.022 * (fold + 0.5) * (1 + np.abs(v))
    drop = np.where(path < 0, path, np.where(path > arc, arc - path, 0.0))
    points = np.stack(
        [
            -np.cos(angle) * out,
            u * width / 2 * (1 + 0.05 * v) + 0.03 * fold * v,
            np.sin(angle) * out * 0.45 + drop,
        ],
        -1,
    )
    mesh = Mesh(
        vertices=points.reshape(-1, 3),
        faces=grid_faces(columns, rows),
        uv=np.stack([u * width / 2, path], -1).reshape(-1, 2),
    )
    return Part(mesh=resmooth(mesh), material=cloth)


def armchair(
    cloth: Material, wood: Material, pillow_cover: Material | None, rng: np.random.Generator
) -> Furniture:
    """An easy chair: upholstered all over, or two cushions in a show-wood frame."""
    if rng.random() < 0.4:
        covers = [] if pillow_cover is None else [pillow_cover]
        return sofa(0.86, cloth, wood, covers, rng)
    half, depth, seat_z = 0.33, 0.74, 0.40
    frame = []
    for side in (-1.0, 1.0):
        x = side * (half + 0.01)
        front, rear = np.array([x, -depth / 2 + 0.06, 0.0]), np.array([x, depth / 2 + 0.02, 0.0])
        frame.append(
            tube(
                np.stack([front, front + [0, -0.01, 0.30], front + [0, -0.02, 0.575]]),
                np.array([0.013, 0.019, 0.016]),
                16,
            )
        )
        frame.append(
            tube(
                np.stack([rear, rear + [0, -0.10, 0.30], rear + [0, -0.06, 0.60]]),
                np.array([0.013, 0.019, 0.014]),
                16,
            )
        )
        rest = upholstery((0.062, depth - 0.02, 0.026), radius=0.0125, wrinkle=0.0, cells=6)
        frame.append(rest.moved(translation(x, -0.01, 0.570) @ rotation("x", -2)))
        frame.append(board((x - 0.014, -depth / 2 + 0.06, 0.27), (x + 0.014, depth / 2 - 0.04, 0.325), 0.008))
    for y in (-depth / 2 + 0.07, depth / 2 - 0.10):
        frame.append(board((-half, y - 0.014, 0.268), (half, y + 0.014, 0.325), 0.008))
    recline = translation(0, depth / 2 - 0.10, 0.34) @ rotation("x", -20)
    slats = [
        board((x - 0.016, 0.045, 0.0), (x + 0.016, 0.062, 0.55), 0.006) for x in np.linspace(-0.26, 0.26, 6)
    ]
    slats.append(board((-half + 0.02, 0.035, 0.52), (half - 0.02, 0.068, 0.585), 0.012))
    frame += [slat.moved(recline) for slat in slats]
    seed = int(rng.integers(1 << 16))
    seat = upholstery((0.60, 0.62, 0.14), radius=0.045, crown=0.022, seed=seed, wrinkle=0.006)
    back = upholstery((0.58, 0.14, 0.54), radius=0.05, crown=0.028, seed=seed + 1, wrinkle=0.006)
    soft = [
        seat.moved(translation(0, -0.03, seat_z - 0.10) @ rotation("x", 4)),
        back.moved(recline @ translation(0, -0.03, 0.05)),
    ]
    parts = [joined(frame, wood), joined(soft, cloth)]
    if pillow_cover is not None:
        mesh = pillow(0.44, 0.30, 0.13, seed=seed + 2)
        parts.append(
            Part(
                mesh=mesh.moved(recline @ translation(0.02, -0.17, 0.08) @ rotation("y", 5)),
                material=pillow_cover,
            )
        )
    blocks = [
        solid((-half, -depth / 2, 0), (half, depth / 2, seat_z + 0.04)),
        solid((-half, depth / 2 - 0.14, 0), (half, depth / 2 + 0.14, 0.86)),
    ]
    return parts, blocks


def coffee_table(
    half_x: float, half_y: float, height: float, top: Material, frame: Material, rng: np.random.Generator
) -> Furniture:
    """A low table with its top at `height` [m]: turned splayed legs, a metal frame, or a drum."""
    make, thick = int(rng.integers(3)), float(rng.uniform(0.026, 0.042))
    parts = [joined([board((-half_x, -half_y, height - thick), (half_x, half_y, height), 0.006)], top)]
    inset, under = 0.07, height - thick
    blocks = [solid((-half_x, -half_y, under), (half_x, half_y, height - 0.004))]
    if make == 0:
        parts.append(
            _legs(
                half_x - inset - 0.05,
                half_y - inset - 0.05,
                under - 0.02,
                material("walnut", seed=3),
                splay=0.06,
            )
        )
    elif make == 1:
        bar = 0.011
        x, y = half_x - inset, half_y - inset
        rods = [
            board((sx * x - bar, sy * y - bar, 0), (sx * x + bar, sy * y + bar, under), 0.003)
            for sx in (-1, 1)
            for sy in (-1, 1)
        ]
        rods += [board((-x, s * y - bar, under - 2 * bar), (x, s * y + bar, under), 0.003) for s in (-1, 1)]
        rods += [board((s * x - bar, -y, 0.0), (s * x + bar, y, 2 * bar), 0.003) for s in (-1, 1)]
        parts.append(joined(rods, frame))
    else:
        x, y = half_x - inset - 0.06, half_y - inset - 0.06
        parts.append(
            joined(
                [
                    board((-x, -y, 0.05), (x, y, 0.072), 0.005),
                    board((-x, -y, 0), (-x + 0.035, y, under), 0.005),
                    board((x - 0.035, -y, 0), (x, y, under), 0.005),
                ],
                top,
            )
        )
    blocks += [
        solid(
            (s * half_x - 0.09 - (s > 0) * 0.06, -half_y + 0.08, 0),
            (s * half_x + 0.09 + (s < 0) * 0.06, half_y - 0.08, under),
        )
        for s in (-1, 1)
    ]
    return parts, blocks


def side_table(top: Material, metal: Material, height: float = 0.52, radius: float = 0.22) -> Furniture:
    """A small round table on one column."""
    disc = turned(
        [
            (0, height - 0.022),
            (radius - 0.01, height - 0.022),
            (radius, height - 0.014),
            (radius, height - 0.004),
            (radius - 0.004, height),
            (0, height),
        ],
        56,
    )
    column = turned(
        [
            (0, 0),
            (0.15, 0),
            (0.155, 0.008),
            (0.05, 0.022),
            (0.016, 0.05),
            (0.014, height - 0.022),
            (0, height - 0.022),
        ]
    )
    return [Part(mesh=disc, material=top), Part(mesh=column, material=metal)], [
        Collider(kind="cylinder", size=(radius, height / 2), pose=translation(0, 0, height / 2))
    ]
