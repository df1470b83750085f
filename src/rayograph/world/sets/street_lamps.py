"""Street lamps: posts with lanterns, or arms from the house fronts; only their globes and lenses shine."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Collider, Part
from rayograph.world.sets.furnishing import solid
from rayograph.world.sets.street_paving import KERB, LEFT, RIGHT, WALL_LEFT, WALL_RIGHT
from rayograph.world.sets.street_solids import boxes, tinted
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.shapes import icosphere, lathe, rotation, translation, tube

_POST = (
    (0.0, 0.0),
    (0.20, 0.0),
    (0.20, 0.06),
    (0.17, 0.10),
    (0.15, 0.14),
    (0.15, 0.55),
    (0.165, 0.60),
    (0.13, 0.68),
    (0.085, 0.80),
    (0.075, 0.90),
    (0.095, 0.95),
    (0.065, 1.02),
    (0.055, 1.3),
    (0.045, 3.2),
    (0.065, 3.25),
    (0.065, 3.32),
    (0.04, 3.38),
    (0.036, 3.75),
    (0.07, 3.80),
    (0.10, 3.86),
    (0.0, 3.88),
)
_BELL = (
    (0.025, 0.30),
    (0.05, 0.29),
    (0.07, 0.22),
    (0.13, 0.17),
    (0.24, 0.06),
    (0.29, 0.0),
    (0.27, 0.0),
    (0.11, 0.14),
    (0.0, 0.15),
)


def _lantern() -> tuple[list[Mesh], Mesh]:
    """A four-sided lantern on its post: iron and the glowing mantle, base at the origin."""
    iron = [lathe(np.array(_POST), 20)]
    low, high, z0, z1 = 0.13, 0.21, 3.90, 4.42
    for sx in (-1, 1):
        for sy in (-1, 1):
            iron.append(tube(np.array([(sx * low, sy * low, z0), (sx * high, sy * high, z1)]), 0.012, 6))
    iron.append(
        boxes(
            [
                (-low - 0.02, -low - 0.02, z0 - 0.03, low + 0.02, low + 0.02, z0),
                (-high - 0.02, -high - 0.02, z1, high + 0.02, high + 0.02, z1 + 0.03),
            ]
        )
    )
    iron.append(
        lathe(
            np.array(
                [
                    (0.32, z1 + 0.02),
                    (0.30, z1 + 0.05),
                    (0.16, z1 + 0.20),
                    (0.10, z1 + 0.24),
                    (0.10, z1 + 0.30),
                    (0.05, z1 + 0.34),
                    (0.03, z1 + 0.42),
                    (0.0, z1 + 0.46),
                ]
            ),
            4,
        ).moved(rotation("z", 45))
    )
    mantle = lathe(
        np.array(
            [
                (0.0, z0 + 0.06),
                (0.055, z0 + 0.08),
                (0.075, z0 + 0.2),
                (0.07, z0 + 0.32),
                (0.03, z0 + 0.42),
                (0.0, z0 + 0.43),
            ]
        ),
        12,
    )
    return iron, mantle


def _arm(reach: float) -> tuple[list[Mesh], Mesh]:
    """A bell-shaded lamp on an arm that leaves the wall at the origin towards -Y."""
    t = np.linspace(0, 1, 12)
    sweep = np.stack([0 * t, -reach * t, 0.55 * np.sin(np.pi * 0.5 * t) ** 0.8], 1)
    brace = np.stack([0 * t, -0.62 * reach * t, -0.55 + 0.95 * t**1.5], 1)
    iron = [
        tube(sweep, 0.022, 8),
        tube(brace, 0.014, 8),
        boxes([(-0.09, -0.03, -0.65, 0.09, 0.03, 0.12)], ease=0.015),
    ]
    hang = translation(0, -reach, 0.22)
    iron.append(lathe(np.array(_BELL), 24).moved(hang))
    globe = icosphere(2)
    bulb = globe.moved(hang @ translation(0, 0, 0.05) @ np.diag([0.115, 0.115, 0.115, 1.0]))
    return iron, bulb


def lamps(kind: str, stuffs: Stuffs, gap: float) -> tuple[list[Part], list[Collider]]:
    """Lamps along both sides of the street, out of step, and their posts as solids."""
    iron: list[Mesh] = []
    lights: list[Mesh] = []
    solids: list[Collider] = []
    made = _lantern() if kind == "lantern" else _arm(1.5)
    for side in (-1, 1):
        for y in np.arange(-33.0, 62.0, 17.0) + (5.5 if side > 0 else 2.8):
            if side > 0 and gap - 1 < y < gap + 8:
                continue
            if kind == "lantern":
                pose = translation((LEFT if side < 0 else RIGHT) + side * 0.55, y, KERB)
                solids.append(solid((-0.15, -0.15, 0), (0.15, 0.15, 3.9), pose))
            else:
                pose = translation(WALL_LEFT if side < 0 else WALL_RIGHT, y, 5.4) @ rotation("z", -side * 90)
            iron += [replace(m, uv=None).moved(pose) for m in made[0]]
            lights.append(replace(made[1], uv=None).moved(pose))
    glow = Part(mesh=tinted(merge(lights), "#e8dcc0"), material=stuffs.glow, light="street_lamps")
    return [Part(mesh=merge(iron), material=stuffs.iron), glow], solids
