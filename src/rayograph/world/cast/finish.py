"""What a cast member is made of: its surface, its hue and its weight."""

from collections.abc import Callable

import numpy as np

from rayograph.core.catalogue import CAST
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.look_words import as_said
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Prop

Generator = Callable[[CastMember, np.random.Generator], Prop]
KINDS = {kind.name: kind for kind in CAST}

SELF_COLOURED = frozenset(
    "oak walnut pine ebony maple charred_wood bark wicker marble granite sandstone slate "
    "mossy_rock polished_stone concrete plaster terracotta brick bone glass green_glass amber_glass "
    "gold brass bronze copper steel chrome rusty_metal black_iron bread_crust leaf water ice".split()
)
"""Materials whose own colour is the point: only an explicit colour of the plan tints them."""

DENSITY = {
    "rubber": 1100.0,
    "plastic": 1050.0,
    "painted_wood": 650.0,
    "oak": 700.0,
    "walnut": 650.0,
    "ebony": 1100.0,
    "maple": 700.0,
    "marble": 2700.0,
    "polished_stone": 2650.0,
    "plaster": 1100.0,
    "glazed_ceramic": 2300.0,
    "terracotta": 1900.0,
    "bone": 1700.0,
    "gold": 19300.0,
    "brass": 8500.0,
    "bronze": 8700.0,
    "copper": 8900.0,
    "steel": 7800.0,
    "chrome": 7800.0,
    "black_iron": 7400.0,
    "painted_metal": 7600.0,
    "wax": 900.0,
    "paper": 750.0,
    "leather": 900.0,
    "water": 1000.0,
    "glass": 2500.0,
    "green_glass": 2500.0,
    "amber_glass": 2500.0,
}
"""[kg/m³]; anything else counts as 900."""

BOUNCE = {
    "rubber": 0.8,
    "plastic": 0.6,
    "painted_wood": 0.5,
    "oak": 0.5,
    "walnut": 0.5,
    "ebony": 0.5,
    "maple": 0.5,
    "marble": 0.6,
    "polished_stone": 0.65,
    "glass": 0.6,
    "green_glass": 0.6,
    "amber_glass": 0.6,
    "glazed_ceramic": 0.55,
    "steel": 0.6,
    "brass": 0.5,
    "wax": 0.25,
    "plaster": 0.35,
}
"""Rebound speed ratio on a hard floor; anything else counts as 0.35."""


def material_name(member: CastMember) -> str:
    """The plan's material, or the catalogue's first."""
    return member.material or KINDS[member.kind].materials[0]


def hue(member: CastMember, rng: np.random.Generator) -> str | None:
    """The plan's colour; else one of the catalogue's, unless the material brings its own. Draws once."""
    choices = KINDS[member.kind].colours
    drawn = choices[int(rng.integers(len(choices)))] if choices else None
    if member.colour is not None:
        return member.colour
    return None if material_name(member) in SELF_COLOURED else drawn


def body(member: CastMember, rng: np.random.Generator) -> Material:
    """The main surface. Draws once."""
    colour = hue(member, rng)
    made = material(
        material_name(member), colour=colour, accent=member.accent, wear=member.wear, seed=member.seed
    )
    return as_said(member, made)


def trim(member: CastMember, name: str, colour: str | None = None, *, seed: int = 1) -> Material:
    """A secondary surface, as worn as the rest."""
    return material(name, colour=colour, wear=member.wear, seed=member.seed + seed)


def tone(surface: Material) -> np.ndarray:
    """The mean base colour of a surface, to start vertex colours from."""
    return np.asarray(surface.base_colour, float).reshape(-1, 3).mean(0)


def says(member: CastMember, *words: str) -> bool:
    """Whether the brief's words for this member (not for its parts) contain any of `words`."""
    spoken = f"{member.name} {member.words.partition('; ')[0]} {member.id}".lower()
    return any(word in spoken for word in words)


def volume(mesh: Mesh) -> float:
    """Signed volume of a closed mesh [m³]."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


def mass(mesh: Mesh, name: str) -> float:
    """Weight [kg] of a closed mesh in the material called `name`."""
    return max(abs(volume(mesh)) * DENSITY.get(name, 900.0), 1e-3)


def bounce(name: str) -> float:
    """Restitution of the material called `name`."""
    return BOUNCE.get(name, 0.35)
