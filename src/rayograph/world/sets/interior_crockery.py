"""Crockery for shelves and tables that are seen from across the room: turned, glazed, light in triangles.

Everything stands on z = 0 at the origin; `glaze` is the material it is made of.
"""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import joined, place, turned
from rayograph.world.sets.interior_storage import vase
from rayograph.world.shapes import icosphere, translation, tube

GLAZES = ("#e8e2d4", "#d9d3c3", "#6f8a93", "#3f5d63", "#b5623f", "#c9b48a")
AROUND = 36
"""Segments of a turned piece."""


def _plate(radius: float) -> Mesh:
    r = radius
    profile = [(0, 0.004), (0.45 * r, 0.004), (0.5 * r, 0), (0.58 * r, 0.003), (0.98 * r, 0.017), (r, 0.020)]
    profile += [(0.98 * r, 0.0215), (0.62 * r, 0.010), (0, 0.008)]
    return turned(profile, AROUND)


def plates(count: int, radius: float, glaze: Material) -> Part:
    """A pile of `count` plates of `radius` [m]."""
    return joined([_plate(radius).moved(translation(0, 0, 0.0075 * k)) for k in range(count)], glaze)


def _bowl(radius: float) -> Mesh:
    r = radius
    profile = [(0, 0.0), (0.42 * r, 0.0), (0.45 * r, 0.008), (0.72 * r, 0.18 * r), (0.93 * r, 0.46 * r)]
    profile += [
        (r, 0.72 * r),
        (0.965 * r, 0.73 * r),
        (0.88 * r, 0.47 * r),
        (0.66 * r, 0.21 * r),
        (0, 0.06 * r),
    ]
    return turned(profile, AROUND)


def bowls(count: int, radius: float, glaze: Material) -> Part:
    """A nest of `count` bowls of `radius` [m]."""
    return joined([_bowl(radius).moved(translation(0, 0, 0.24 * radius * k)) for k in range(count)], glaze)


def cup(glaze: Material, *, height: float = 0.088) -> Part:
    """A mug with its ear towards +X."""
    h, r = height, 0.46 * height
    profile = [(0, 0), (0.86 * r, 0), (0.95 * r, 0.006), (r, 0.5 * h), (0.98 * r, h), (0.93 * r, h + 0.001)]
    profile += [(0.9 * r, 0.97 * h), (0.92 * r, 0.5 * h), (0.84 * r, 0.01), (0, 0.008)]
    angle = np.linspace(-1.25, 1.25, 9)
    ear = np.stack([0.9 * r + 0.026 * np.cos(angle), np.zeros(9), 0.5 * h + 0.30 * h * np.sin(angle)], axis=1)
    return joined([turned(profile, AROUND), tube(ear, 0.0042, 8)], glaze)


def jug(glaze: Material, rng: np.random.Generator, *, height: float = 0.21) -> Part:
    """A jug with a handle towards +X."""
    body = vase(height, glaze, rng)
    angle = np.linspace(-1.3, 1.3, 11)
    wide = float(np.abs(body.mesh.vertices[:, 0]).max())
    handle = np.stack(
        [0.55 * wide + 0.62 * wide * np.cos(angle), np.zeros(11), height * (0.62 + 0.26 * np.sin(angle))],
        axis=1,
    )
    return replace(body, mesh=merge([body.mesh, tube(handle, 0.0065, 10)]))


def jar(glaze: Material, rng: np.random.Generator) -> Part:
    """A storage jar with a knobbed lid, 0.11 to 0.17 m tall."""
    h, r = rng.uniform(0.11, 0.17), rng.uniform(0.045, 0.06)
    profile = [(0, 0), (0.95 * r, 0), (r, 0.005), (r, 0.86 * h), (1.03 * r, 0.87 * h), (1.03 * r, 0.93 * h)]
    profile += [(0.9 * r, 0.97 * h), (0.2 * r, h), (0.24 * r, h + 0.014), (0, h + 0.020)]
    return joined([turned(profile, AROUND)], glaze)


def bottle(rng: np.random.Generator) -> Part:
    """A full bottle of dark glass, 0.24 to 0.30 m tall."""
    h, r = rng.uniform(0.24, 0.30), rng.uniform(0.030, 0.038)
    profile = [(0, 0.004), (0.8 * r, 0), (r, 0.006), (r, 0.58 * h), (0.9 * r, 0.66 * h), (0.42 * r, 0.78 * h)]
    profile += [(0.36 * r, 0.93 * h), (0.44 * r, 0.94 * h), (0.44 * r, h), (0, h)]
    ink = ((0.010, 0.030, 0.014), (0.050, 0.018, 0.005), (0.030, 0.040, 0.012))[int(rng.integers(3))]
    dark = Material(name="bottle_glass", base_colour=ink, roughness=0.06, specular=0.7, clearcoat=0.5)
    return joined([turned(profile, AROUND)], dark)


FRUIT = {
    "orange": ("#d9771e", 0.038, 0.96),
    "lemon": ("#e2c23a", 0.030, 1.25),
    "plum": ("#4a2335", 0.026, 1.05),
}
"""Colour, radius [m] and height over width."""


def fruit(kind: str, seed: int) -> Part:
    """One fruit that rests on z = 0."""
    colour, radius, tall = FRUIT[kind]
    ball = icosphere(3)
    shape = ball.vertices * [radius, radius, radius * tall]
    tip = 1 + 0.22 * np.clip(np.abs(ball.vertices[:, 2]) - 0.8, 0, 1) * (tall > 1.1)
    skin = material("citrus_skin" if kind != "plum" else "fruit_skin", colour=colour, seed=seed)
    uv = np.stack(
        [np.arctan2(ball.vertices[:, 1], ball.vertices[:, 0]) / (2 * np.pi), shape[:, 2] / radius / 2], 1
    )
    points = shape * tip[:, None] + [0, 0, radius * tall]
    return Part(mesh=replace(ball, vertices=points, uv=uv), material=skin)


def on_shelf(rng: np.random.Generator) -> tuple[list[Part], float]:
    """One thing or one pile of things of a kitchen shelf, and the width it takes [m]."""
    glaze = material("glazed_ceramic", colour=GLAZES[int(rng.integers(len(GLAZES)))], wear=0.15)
    kind = int(rng.choice(7, p=[0.2, 0.2, 0.16, 0.14, 0.12, 0.1, 0.08]))
    if kind == 0:
        radius = rng.uniform(0.09, 0.125)
        return [plates(int(rng.integers(4, 10)), radius, glaze)], 2 * radius
    if kind == 1:
        radius = rng.uniform(0.06, 0.095)
        return [bowls(int(rng.integers(2, 5)), radius, glaze)], 2 * radius
    if kind == 2:
        row = [place([cup(glaze)], 0.105 * (k - 1), 0, 0, rng.uniform(-70, 70))[0] for k in range(3)]
        return row, 0.32
    if kind == 3:
        return [jug(glaze, rng)], 0.17
    if kind == 4:
        return [jar(glaze, rng)], 0.12
    if kind == 5:
        pair = place([bottle(rng)], -0.042, 0) + place([bottle(rng)], 0.042, 0.01)
        return pair, 0.16
    return [vase(rng.uniform(0.15, 0.22), glaze, rng)], 0.14
