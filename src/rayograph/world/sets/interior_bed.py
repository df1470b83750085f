"""A made bed and a wardrobe. Base at z = 0; the bed's head is at +Y, the wardrobe's back against y = 0."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, joined, pillow, solid, turned, upholstery
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.shapes import grid_faces, resmooth, rotation, translation

LONG = 2.08
"""Length of a bed over its head and foot boards [m]."""


def spread(
    half: float, y0: float, y1: float, top: float, drop: float, cloth: Material, rng: np.random.Generator
) -> Part:
    """A quilt at height `top` [m] over |x| < `half`, y0 < y < y1, hanging `drop` at the sides and at y0."""
    seed, columns, rows = int(rng.integers(1 << 16)), 150, 150
    u, v = np.meshgrid(
        np.linspace(-half - drop, half + drop, columns),
        np.linspace(y0 - (drop if y0 < -0.9 else 0), y1, rows),
    )
    x, y = np.clip(u, -half, half), np.maximum(v, y0)
    over_x, over_y = u - x, v - y
    over = np.hypot(over_x, over_y)
    heading = np.stack([over_x, over_y], -1) / np.maximum(over, 1e-9)[..., None]
    around = np.where(np.abs(over_x) > np.abs(over_y), y + 5.0 * np.sign(over_x), x + 9.0)
    fold = 0.5 + 0.5 * np.sin(around * 17 + 2.6 * fbm2(around * 2.0, over * 2, octaves=3, seed=seed))
    hang = np.maximum(over - 0.05, 0)
    corner = np.minimum(np.abs(over_x), np.abs(over_y))
    out = (
        heading
        * (smoothstep(0, 0.06, over) * (0.035 + hang * (0.05 + 0.12 * fold) + 0.4 * corner))[..., None]
    )
    # Feathers bulge in the middle of the bed; creases run where somebody smoothed it with a hand.
    puff = 0.028 * fbm2(u * 3.2, v * 3.2, octaves=3, seed=seed + 1)
    puff += 0.010 * fbm2(u * 11, v * 7, octaves=3, seed=seed + 2, ridged=True)
    inside = smoothstep(half + 0.01, half - 0.18, np.abs(x)) * smoothstep(y0 - 0.01, y0 + 0.18, y)
    down = -np.where(over < 0.05, over**2 / 0.10, 0.025 + hang * (0.97 - 0.05 * fold))
    z = top + down + (0.012 + puff) * inside + 0.03 * smoothstep(0.35, 0.0, np.abs(v - y1)) * inside
    mesh = Mesh(
        vertices=np.stack([x + out[..., 0], y + out[..., 1], z], -1).reshape(-1, 3),
        faces=grid_faces(columns, rows),
        uv=np.stack([u, v], -1).reshape(-1, 2),
    )
    return Part(mesh=resmooth(mesh), material=cloth)


def bed(
    width: float,
    wood: Material,
    linen: tuple[Material, Material, Material],
    covers: tuple[Material, ...],
    rng: np.random.Generator,
) -> Furniture:
    """A made bed `width` [m] wide: quilt, folded blanket at the foot, two rows of pillows.

    Args:
        linen: sheet, quilt, blanket. covers: of the small pillows.
    """
    half, seed, mattress = width / 2, int(rng.integers(1 << 16)), 0.50
    head = float(rng.uniform(0.98, 1.18))
    frame = [
        board((-half - 0.02, -1.03, 0.20), (half + 0.02, -1.0, 0.34), 0.006),
        board((-half - 0.02, -1.03, 0.20), (-half + 0.01, 1.0, 0.34), 0.006),
        board((half - 0.01, -1.03, 0.20), (half + 0.02, 1.0, 0.34), 0.006),
    ]
    for x in (-half + 0.02, half - 0.02):
        frame.append(board((x - 0.032, -1.03, 0), (x + 0.032, -0.966, 0.34), 0.006))
        frame.append(board((x - 0.032, 0.985, 0), (x + 0.032, 1.045, head), 0.008))
    padded = rng.random() < 0.5
    parts: list[Part] = []
    if padded:
        panel = upholstery((width + 0.02, 0.09, head - 0.32), radius=0.04, crown=0.012, seed=seed)
        parts.append(Part(mesh=panel.moved(translation(0, 1.0, 0.32)), material=covers[2]))
    else:
        frame.append(board((-half, 0.995, head - 0.10), (half, 1.035, head), 0.008))
        frame.append(board((-half, 0.995, 0.44), (half, 1.035, 0.52), 0.008))
        frame += [
            board((x - 0.03, 1.0, 0.5), (x + 0.03, 1.024, head - 0.09), 0.004)
            for x in np.linspace(-half + 0.14, half - 0.14, round(width / 0.16))
        ]
    under = upholstery((width - 0.02, 1.98, 0.25), radius=0.06, crown=0.01, seed=seed + 1)
    parts += [joined(frame, wood), Part(mesh=under.moved(translation(0, 0.0, 0.26)), material=linen[0])]
    parts.append(spread(half - 0.03, -0.98, 0.42, mattress + 0.035, 0.24, linen[1], rng))
    parts.append(spread(half - 0.015, -0.80, -0.30, mattress + 0.062, 0.20, linen[2], rng))
    parts += _pillows(half, mattress, linen[0], covers, rng)
    blocks = [
        solid((-half, -1.03, 0), (half, 1.0, mattress)),
        solid((-half, 0.98, 0), (half, 1.05, head)),
    ]
    return parts, blocks


def _pillows(
    half: float, top: float, slip: Material, covers: tuple[Material, ...], rng: np.random.Generator
) -> list[Part]:
    """Two sleeping pillows against the head, smaller ones before them."""
    parts = []
    for side in (-1.0, 1.0):
        lean = rotation("z", rng.normal(0, 3)) @ rotation("x", -48 + rng.normal(0, 4))
        mesh = pillow(min(0.70, half - 0.04), 0.46, 0.20, seed=int(rng.integers(1 << 16)))
        at = translation(side * half * 0.5, 0.60, top + 0.035)
        parts.append(Part(mesh=mesh.moved(at @ lean), material=slip))
    for k, x in enumerate((-0.22, 0.2)):
        mesh = pillow(0.44, 0.40, 0.15, seed=int(rng.integers(1 << 16)))
        lean = rotation("z", rng.normal(0, 6)) @ rotation("x", -36 + rng.normal(0, 4))
        at = translation(x + rng.normal(0, 0.03), 0.42 - 0.03 * k, top + 0.055)
        parts.append(Part(mesh=mesh.moved(at @ lean), material=covers[k]))
    return parts


def wardrobe(width: float, height: float, wood: Material, metal: Material) -> list[Part]:
    """A panelled wardrobe `width` × `height` × 0.58 m with a plinth and a cornice."""
    deep, half = 0.58, width / 2
    case = [
        board((-half, -deep + 0.024, 0.08), (half, 0, height - 0.04), 0.004),
        board((-half - 0.02, -deep, 0.0), (half + 0.02, 0, 0.09), 0.006),
        board((-half - 0.035, -deep - 0.03, height - 0.05), (half + 0.035, 0, height), 0.012),
        board((-half - 0.018, -deep - 0.012, height - 0.085), (half + 0.018, 0, height - 0.05), 0.008),
    ]
    count = max(2, round(width / 0.55))
    wide, knobs = width / count, []
    for k in range(count):
        a, b = -half + wide * k + 0.003, -half + wide * (k + 1) - 0.003
        case.append(board((a, -deep, 0.10), (b, -deep + 0.022, height - 0.095), 0.003))
        for z0, z1 in ((0.10, 0.72), (0.72, height - 0.095)):
            edge = 0.075
            for low, high in (
                ((a, z0), (a + edge, z1)),
                ((b - edge, z0), (b, z1)),
                ((a, z0), (b, z0 + edge)),
                ((a, z1 - edge), (b, z1)),
            ):
                case.append(board((low[0], -deep - 0.014, low[1]), (high[0], -deep + 0.004, high[1]), 0.005))
        knob = turned([(0, 0), (0.007, 0), (0.007, 0.02), (0.017, 0.028), (0.015, 0.038), (0, 0.042)], 20)
        x = b - 0.04 if k % 2 == 0 else a + 0.04
        knobs.append(knob.moved(translation(x, -deep - 0.012, 1.02) @ rotation("x", 90)))
    return [joined(case, wood), joined(knobs, metal)]
