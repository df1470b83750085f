"""Adjectives of a surface: matte, glossy, brushed, frosted, striped, checked, spotted."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.plan import CastMember
from rayograph.world.scene import Material

_MATTE = ("matte", "matt", "unglazed", "chalky", "velvety")
_GLOSSY = ("glossy", "gloss", "high-gloss", "lacquered", "glazed", "varnished")
_PATTERNS = {
    "striped": "striped", "stripy": "striped", "pinstriped": "striped", "checked": "checked",
    "chequered": "checked", "checkered": "checked", "gingham": "checked", "tartan": "checked",
    "plaid": "checked", "spotted": "spotted", "dotted": "spotted", "polka": "spotted", "spotty": "spotted",
}  # fmt: skip
_SIDE = 96
"""Pixels of a pattern's tile."""


def as_said(member: CastMember, surface: Material) -> Material:
    """The surface under the adjectives of the member's own words."""
    words = f"{member.words.partition('; ')[0]} {member.name}".lower().replace(",", " ").split()
    if surface.kind == "glass":
        return _frosted(surface) if "frosted" in words or "milky" in words or "etched" in words else surface
    if surface.kind != "opaque":
        return surface
    if any(word in words for word in _MATTE):
        surface = replace(surface, roughness=_at_least(surface.roughness, 0.72), clearcoat=0.0, specular=0.35)
    elif any(word in words for word in _GLOSSY):
        surface = replace(surface, roughness=_at_most(surface.roughness, 0.12), clearcoat=1.0)
    elif "brushed" in words and np.mean(surface.metallic) > 0.5:
        surface = replace(surface, roughness=_at_least(surface.roughness, 0.36))
    kind = next((_PATTERNS[word] for word in words if word in _PATTERNS), None)
    return surface if kind is None else _patterned(surface, kind, member.accent)


def _at_least(channel: float | np.ndarray, least: float) -> float | np.ndarray:
    return np.maximum(channel, least) if isinstance(channel, np.ndarray) else max(channel, least)


def _at_most(channel: float | np.ndarray, most: float) -> float | np.ndarray:
    return np.minimum(channel, most) if isinstance(channel, np.ndarray) else min(channel, most)


def _frosted(glass: Material) -> Material:
    """Etched glass: light comes through, pictures do not."""
    tint = np.asarray(glass.base_colour, float).reshape(-1, 3).mean(0)
    red, green, blue = (float(c) for c in 0.35 * tint + 0.5)
    return replace(
        glass, kind="thin", base_colour=(red, green, blue), roughness=0.45, transmission=0.62, specular=0.5
    )


def _patterned(surface: Material, kind: str, accent: str | None) -> Material:
    """Two colours in stripes, checks or spots, five or so to the width of a hand."""
    first = np.asarray(surface.base_colour, float).reshape(-1, 3).mean(0)
    pale = float(first.mean()) > 0.5
    second = np.array(from_hex(accent or ("#2b5a94" if pale else "#efece4")))
    v, u = np.meshgrid(np.arange(_SIDE), np.arange(_SIDE), indexing="ij")
    if kind == "striped":
        mask = np.where(v % 48 < 24, 1.0, 0.0)
    elif kind == "checked":
        mask = 0.5 * (u % 48 < 24) + 0.5 * (v % 48 < 24)
    else:
        mask = 1.0 * (((u % 48) - 24) ** 2 + ((v % 48) - 24) ** 2 < 11**2)
    tile = first + (second - first) * mask[..., None]
    return replace(surface, base_colour=tile.astype(np.float32), uv_scale=8.0, bump=None)
