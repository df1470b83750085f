"""The surfaces by name. (First pass: measured-like constants; textures land family by family.)"""

import functools

from rayograph.colour.primaries import from_hex
from rayograph.core.catalogue import MATERIALS
from rayograph.core.errors import PlanError
from rayograph.world.scene import Material

# colour, roughness, metallic, clearcoat, sheen
_SURFACES: dict[str, tuple[str, float, float, float, float]] = {
    "oak": ("#a8804f", 0.42, 0, 0.15, 0), "walnut": ("#5e402b", 0.38, 0, 0.2, 0), "pine": ("#c9a46c", 0.5, 0, 0, 0),
    "ebony": ("#2a211c", 0.3, 0, 0.3, 0), "maple": ("#d2b083", 0.35, 0, 0.3, 0),
    "painted_wood": ("#8c2f24", 0.35, 0, 0.3, 0), "charred_wood": ("#211e1c", 0.85, 0, 0, 0),
    "bark": ("#5b4a3b", 0.9, 0, 0, 0), "wicker": ("#b08a55", 0.55, 0, 0, 0), "marble": ("#dcd8d2", 0.2, 0, 0.4, 0),
    "granite": ("#8a8580", 0.5, 0, 0, 0), "sandstone": ("#bd9a72", 0.85, 0, 0, 0), "slate": ("#4a4f55", 0.55, 0, 0, 0),
    "mossy_rock": ("#6b6b4a", 0.9, 0, 0, 0), "polished_stone": ("#4f7d5a", 0.12, 0, 0.6, 0),
    "concrete": ("#96928b", 0.8, 0, 0, 0), "plaster": ("#ddd6ca", 0.85, 0, 0, 0),
    "terracotta": ("#b5633f", 0.75, 0, 0, 0), "brick": ("#8f4a38", 0.85, 0, 0, 0),
    "glazed_ceramic": ("#dfd8c8", 0.15, 0, 0.8, 0), "bone": ("#ddcfb2", 0.5, 0, 0.1, 0),
    "gold": ("#ffe29b", 0.2, 1, 0, 0), "brass": ("#eacb7e", 0.28, 1, 0, 0), "bronze": ("#b3835a", 0.38, 1, 0, 0),
    "copper": ("#f5b89a", 0.28, 1, 0, 0), "steel": ("#c4c3c0", 0.3, 1, 0, 0), "chrome": ("#d6d8da", 0.04, 1, 0, 0),
    "rusty_metal": ("#7a4527", 0.8, 0.2, 0, 0), "black_iron": ("#2b2a2b", 0.5, 0.4, 0, 0),
    "painted_metal": ("#2f5d6b", 0.35, 0, 0.4, 0), "car_paint": ("#7d1a18", 0.35, 0.2, 1.0, 0),
    "plastic": ("#c23b2a", 0.3, 0, 0, 0), "rubber": ("#8f2f2a", 0.6, 0, 0, 0.1), "leather": ("#6b4329", 0.45, 0, 0, 0),
    "linen": ("#c9bda6", 0.9, 0, 0, 0.4), "silk": ("#a8324a", 0.35, 0, 0, 0.6), "velvet": ("#4a1f3a", 0.85, 0, 0, 1),
    "canvas": ("#b3a27e", 0.9, 0, 0, 0.2), "paper": ("#ece6d8", 0.8, 0, 0, 0), "book_cloth": ("#6b1f1d", 0.75, 0, 0, 0.3),
    "wax": ("#e6d8b8", 0.4, 0, 0, 0), "leaf": ("#4d7a33", 0.4, 0, 0, 0), "petal": ("#b3243a", 0.6, 0, 0, 0),
    "fruit_skin": ("#9e1b1b", 0.3, 0, 0.2, 0), "citrus_skin": ("#e07a14", 0.4, 0, 0.1, 0),
    "bread_crust": ("#a8692f", 0.65, 0, 0, 0), "asphalt": ("#4a4846", 0.85, 0, 0, 0),
    "cobbles": ("#6e6a66", 0.65, 0, 0, 0), "meadow": ("#55692f", 0.9, 0, 0, 0), "gravel": ("#8a837a", 0.85, 0, 0, 0),
}  # fmt: skip
_CLEAR: dict[str, tuple[str, float]] = {
    "glass": ("#fcfefd", 1.52), "green_glass": ("#8fc79a", 1.52), "amber_glass": ("#e2a04a", 1.52),
    "water": ("#f4fafa", 1.33), "ice": ("#eaf4f7", 1.31),
}  # fmt: skip


@functools.cache
def material(
    name: str, *, colour: str | None = None, accent: str | None = None, wear: float = 0.25, seed: int = 0
) -> Material:
    """The surface called `name` (a key of `catalogue.MATERIALS`).

    Args:
        name: which surface.
        colour: sRGB "#rrggbb" of the base; None leaves the material's own.
        accent: sRGB "#rrggbb" of its second colour (vein, undercoat, mortar); None leaves its own.
        wear: 0 new .. 1 battered.
        seed: picks grain, stains, scratches.

    Raises:
        PlanError: no such material.
    """
    if name not in MATERIALS:
        raise PlanError(
            f"material {name!r} is not in the catalogue; use one of {', '.join(sorted(MATERIALS))}"
        )
    if name in _CLEAR:
        tint, ior = _CLEAR[name]
        body = from_hex(colour or tint)
        return Material(name=name, kind="water" if name == "water" else "glass", base_colour=body, ior=ior)
    own, roughness, metallic, clearcoat, sheen = _SURFACES[name]
    return Material(
        name=name,
        kind="thin" if name in ("leaf", "petal") else "opaque",
        base_colour=from_hex(colour or own),
        roughness=roughness,
        metallic=metallic,
        clearcoat=clearcoat,
        sheen=sheen,
        transmission=0.35,
    )
