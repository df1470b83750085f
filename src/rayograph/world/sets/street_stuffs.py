"""The materials that a whole street shares, made once: every material costs the renderer."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.world.materials.library import material
from rayograph.world.scene import Material
from rayograph.world.sets.street_palette import Town
from rayograph.world.sets.street_textures import pane_atlas, roofing, sign_atlas


@dataclass(frozen=True, kw_only=True)
class Stuffs:
    """masonry, paint, cloth, room, sheer, glow take their colour from the mesh's vertices."""

    masonry: Material
    paint: Material
    iron: Material
    cloth: Material
    sheer: Material
    room: Material
    pane: Material
    sign: Material
    slate: Material
    tile: Material
    glow: Material
    seed: int


def stuffs_of(town: Town, rng: np.random.Generator) -> Stuffs:
    """The shared materials of a street in this town."""
    seed = int(rng.integers(4))
    plaster = material("plaster", wear=0.5, seed=seed)
    metal = material("painted_metal", wear=0.2, seed=seed)
    canvas = material("canvas", seed=seed)
    return Stuffs(
        masonry=replace(plaster, name="masonry", uv_scale=0.5, roughness=0.8, specular=0.3),
        paint=replace(metal, name="joinery", roughness=0.38, bump=None),
        iron=replace(
            material("black_iron", seed=seed),
            base_colour=(0.028, 0.029, 0.031),
            metallic=0.0,
            roughness=0.42,
            bump=None,
        ),
        cloth=replace(canvas, name="awning", roughness=0.9),
        sheer=Material(name="sheer", kind="thin", roughness=0.9, transmission=0.42),
        room=Material(name="room", roughness=0.85, specular=0.2),
        pane=pane_atlas(seed),
        sign=sign_atlas(seed, town.shopfronts),
        slate=roofing(town.slate, seed, pantile=False),
        tile=roofing(town.tile, seed, pantile=True),
        glow=Material(name="lamp_glass", base_colour=(0.7, 0.68, 0.62), roughness=0.3),
        seed=seed,
    )
