"""The surfaces by name. (Provisional: constants only, until the textures land.)"""

from rayograph.colour.primaries import from_hex
from rayograph.core.catalogue import MATERIALS
from rayograph.core.errors import PlanError
from rayograph.world.scene import Material


def material(
    name: str, *, colour: str | None = None, accent: str | None = None, wear: float = 0.25, seed: int = 0
) -> Material:
    """The surface called `name` (a key of `catalogue.MATERIALS`).

    Args:
        colour, accent: sRGB "#rrggbb"; None leaves the material's own.
        wear: 0 new .. 1 battered. seed: picks grain, stains, scratches.

    Raises:
        PlanError: no such material.
    """
    if name not in MATERIALS:
        raise PlanError(
            f"material {name!r} is not in the catalogue; use one of {', '.join(sorted(MATERIALS))}"
        )
    kind = "glass" if "glass" in name else "water" if name == "water" else "opaque"
    metal = 1.0 if name in ("gold", "brass", "bronze", "copper", "steel", "chrome") else 0.0
    base = from_hex(colour or "#9a8a78")
    return Material(
        name=name,
        kind=kind,
        base_colour=base if kind == "opaque" else (1.0, 1.0, 1.0),
        metallic=metal,
        roughness=0.35,
    )  # type: ignore[arg-type]
