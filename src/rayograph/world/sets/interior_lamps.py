"""Lamps that a room always has; whether they shine is the rig's business."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import joined, turned
from rayograph.world.shapes import icosphere, translation, tube


def _shade(bottom: float, top: float, height: float) -> Mesh:
    """A lampshade, open at both ends, its cloth turned over at the rims; base at z = 0 [m]."""
    return turned(
        [
            (bottom - 0.002, 0.0),
            (bottom + 0.0015, 0.0),
            (bottom, 0.006),
            (top, height - 0.006),
            (top + 0.0015, height),
            (top - 0.002, height),
        ],
        64,
    )


def _shade_cloth(colour: str) -> Material:
    return Material(
        name="lampshade", kind="thin", base_colour=from_hex(colour), roughness=0.9, transmission=0.55
    )


def bulb(z: float, name: str, radius: float = 0.032) -> Part:
    """A frosted globe [m] at height `z`: the surface that shines."""
    globe = icosphere(2)
    mesh = Mesh(
        vertices=globe.vertices * [radius, radius, radius * 1.15] + [0, 0, z],
        faces=globe.faces,
        normals=globe.normals,
        uv=np.zeros((len(globe.vertices), 2)),
    )
    frosted = Material(name="bulb", base_colour=(0.85, 0.84, 0.80), roughness=0.5)
    return Part(mesh=mesh, material=frosted, light=name)


def _carrier(radius: float, z: float) -> Mesh:
    """The wire spider that holds a shade to its stem."""
    rods = []
    for angle in np.arange(3) * 2 * np.pi / 3:
        direction = np.array([np.cos(angle), np.sin(angle), 0])
        path = np.array(
            [[0, 0, z - 0.012], [0, 0, z - 0.012] + direction * radius * 0.5, [0, 0, z] + direction * radius]
        )
        rods.append(tube(path, 0.0018, 6))
    return merge(rods)


def floor_lamp(metal: Material, shade: str, rng: np.random.Generator) -> list[Part]:
    """A standing lamp about 1.6 m tall: a turned column or a wooden tripod, under a cloth shade."""
    drop = rng.uniform(1.20, 1.32)
    bottom, top, tall = rng.uniform(0.20, 0.25), rng.uniform(0.13, 0.20), rng.uniform(0.26, 0.32)
    cloth = Part(mesh=_shade(bottom, top, tall).moved(translation(0, 0, drop)), material=_shade_cloth(shade))
    parts = [cloth, bulb(drop + 0.13, "floor_lamp", 0.038)]
    stem = [
        tube(np.array([[0, 0, drop - 0.10], [0, 0, drop + 0.09]]), 0.008, 16),
        tube(np.array([[0, 0, drop + 0.16], [0, 0, drop + tall - 0.02]]), 0.003, 8),
        _carrier(top, drop + tall - 0.01),
    ]
    if rng.random() < 0.5:
        base = turned(
            [
                (0, 0),
                (0.145, 0),
                (0.15, 0.006),
                (0.148, 0.016),
                (0.06, 0.026),
                (0.016, 0.036),
                (0.011, 0.06),
                (0.011, drop - 0.1),
                (0, drop - 0.1),
            ]
        )
        return [*parts, joined([base, *stem], metal)]
    legs = []
    for angle in np.arange(3) * 2 * np.pi / 3 + 0.4:
        foot = np.array([np.cos(angle) * 0.30, np.sin(angle) * 0.30, 0.0])
        legs.append(
            tube(
                np.array([foot, foot * 0.45 + [0, 0, 0.62], foot * 0.07 + [0, 0, drop - 0.06]]),
                np.array([0.010, 0.016, 0.013]),
                14,
            )
        )
    collar = turned(
        [
            (0, drop - 0.11),
            (0.032, drop - 0.11),
            (0.032, drop - 0.05),
            (0.012, drop - 0.04),
            (0, drop - 0.04),
        ],
        24,
    )
    return [*parts, joined(legs, material("oak", seed=5)), joined([collar, *stem], metal)]


def table_lamp(metal: Material, shade: str, glaze: Material, rng: np.random.Generator) -> list[Part]:
    """A ceramic base about 0.3 m tall with a cloth shade."""
    belly, waist = rng.uniform(0.085, 0.125), rng.uniform(0.30, 0.62)
    tall = rng.uniform(0.22, 0.30)
    z = np.linspace(0, 1, 28)
    profile = (
        belly * (0.62 + 0.38 * np.sin(np.pi * np.clip(z / (2 * waist), 0, 1)) ** 1.4) * (1 - 0.72 * z**3.2)
    )
    if rng.random() < 0.4:  # a stack of turned rings
        profile = profile * (1 + 0.06 * np.cos(z * 2 * np.pi * 7))
    body = [
        (0.0, 0.0),
        (float(profile[0]), 0.0),
        *((float(r), float(h)) for r, h in zip(profile, 0.012 + z * tall, strict=True)),
        (0.0, tall + 0.012),
    ]
    drop, bottom = tall + 0.06, rng.uniform(0.14, 0.18)
    top, high = bottom * rng.uniform(0.62, 0.9), rng.uniform(0.18, 0.23)
    stem = [
        tube(np.array([[0, 0, tall], [0, 0, drop + 0.05]]), 0.008, 14),
        _carrier(top, drop + high - 0.01),
        tube(np.array([[0, 0, drop + 0.12], [0, 0, drop + high - 0.02]]), 0.0025, 8),
    ]
    return [
        Part(mesh=turned(body), material=glaze),
        joined(stem, metal),
        Part(mesh=_shade(bottom, top, high).moved(translation(0, 0, drop)), material=_shade_cloth(shade)),
        bulb(drop + 0.085, "table_lamp", 0.028),
    ]
