"""Lettering on things: printed labels, stamped titles, dials and screens, flat or wrapped on a body."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.decal import Texture, text_mask
from rayograph.world.cast.profile import Profile
from rayograph.world.cast.shaping import creased
from rayograph.world.materials.library import material
from rayograph.world.scene import Material
from rayograph.world.shapes import grid_faces

_WIDTH_PX = 1024


def stamped(
    text: str,
    ink: str,
    ground: str,
    aspect: float,
    *,
    metal: bool = False,
    ruled: bool = True,
    gloss: float = 0.45,
) -> Material:
    """A label: `text` in `ink` on `ground` (sRGB "#rrggbb"), within a ruled line; `metal` gilds the ink.

    aspect: width over height. The picture fills the unit square of uv.
    """
    width = _WIDTH_PX if aspect >= 1 else round(_WIDTH_PX * aspect)
    height = max(8, round(width / aspect))
    mask = text_mask(text, width, height, margin=0.16 if ruled else 0.08)
    if ruled:
        mask = np.maximum(mask, _rule(width, height))
    colour = mask[..., None] * from_hex(ink) + (1 - mask[..., None]) * from_hex(ground)
    made = printed(f"label {text}", np.asarray(colour, np.float32), roughness=gloss)
    return replace(made, metallic=mask, roughness=gloss - 0.15 * mask) if metal else made


def printed(name: str, picture: Texture, *, roughness: float = 0.45) -> Material:
    """A smooth opaque surface that shows a picture over the unit square of uv."""
    return Material(name=name, base_colour=picture, roughness=roughness)


def _rule(width: int, height: int) -> Float[np.ndarray, "h w"]:
    """A double line along the edge of a raster, as a mask."""
    y, x = np.mgrid[0:height, 0:width]
    depth = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y)) / min(width, height)
    lines = ((depth > 0.035) & (depth < 0.05)) | ((depth > 0.065) & (depth < 0.072))
    return np.asarray(lines, np.float32)


def panel(points: Float[np.ndarray, "r c 3"]) -> Mesh:
    """An open sheet from a lattice of points, uv over the unit square: columns run along u, rows up v."""
    rows, columns = points.shape[:2]
    u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    mesh = Mesh(vertices=points.reshape(-1, 3), faces=grid_faces(columns, rows),
                uv=np.stack([u.ravel(), v.ravel()], axis=1))  # fmt: skip
    return creased(mesh, 60)


def flat(
    corner: tuple[float, float, float],
    across: tuple[float, float, float],
    up: tuple[float, float, float],
) -> Mesh:
    """A rectangle from its lower left corner [m], to be read along `across` with `up` on top."""
    a, u = np.meshgrid([0.0, 1.0], [0.0, 1.0])
    return panel(np.asarray(corner) + a[..., None] * np.asarray(across) + u[..., None] * np.asarray(up))


def wrapped_label(outer: Profile, low: float, high: float, half_angle: float, *, proud: float = 3e-4) -> Mesh:
    """A label wrapped on the front (-Y) of a turned body between two heights [m], uv over the unit square."""
    z = np.linspace(low, high, 8)
    radius = np.interp(z, outer[:, 1], outer[:, 0]) + proud
    angle = np.linspace(-half_angle, half_angle, 65) - np.pi / 2
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    rows = [np.insert(ring * r, 2, h, axis=1) for r, h in zip(radius, z, strict=True)]
    return panel(np.array(rows))


def rolled_label(
    member: CastMember,
    outer: Profile,
    low: float,
    high: float,
    half_angle: float,
    *,
    text: str = "",
    ink: str = "#2a2320",
    ground: str = "#ece3cb",
) -> tuple[Mesh, Material]:
    """A wrapped label with the member's text (else `text`), or plain paper where there is none."""
    mesh = wrapped_label(outer, low, high, half_angle)
    words = member.text or text
    if not words:
        return mesh, material("paper", colour=ground, wear=member.wear, seed=member.seed + 2)
    radius = float(np.interp((low + high) / 2, outer[:, 1], outer[:, 0]))
    return mesh, stamped(words, ink, ground, 2 * half_angle * radius / (high - low))
