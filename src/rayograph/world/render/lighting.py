"""The plan's rig as emitters: what shines, how strongly [cd/m²], and in which light group.

Sky and area lights become Mitsuba emitters; the sun stays a cone of directions that the integrator
samples itself, with its true radius, and windows become portals that it samples instead of the sky.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from rayograph.core.errors import PlanError
from rayograph.core.mesh import Mesh
from rayograph.core.rig import SKY, SUN, LightRig, Practical
from rayograph.light.blackbody import kelvin_to_ap1, panel_radiance
from rayograph.light.haze import Haze, haze_of
from rayograph.light.sun import sun_direction, sun_illuminance
from rayograph.world.render.gobos import gobo_parts
from rayograph.world.scene import BuiltSet, Material, Part, Portal, Prop

RGB = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class SunCone:
    """Parallel light: unit direction towards it, cosine of its radius, radiance [cd/m²] RGB."""

    direction: Float[np.ndarray, "3"]
    cos_radius: float
    radiance: RGB
    group: int


@dataclass(frozen=True, kw_only=True)
class Lighting:
    """All light of a shot. `lamps`: practical id → radiance [cd/m²] of its surfaces."""

    groups: tuple[str, ...]
    sun: SunCone | None
    sky: Float[np.ndarray, "h w 3"] | None
    sky_group: int
    haze: Haze | None
    portals: tuple[Portal, ...]
    lamps: dict[str, RGB]
    lamp_group: dict[str, int]
    panels: tuple[tuple[str, Part], ...]
    gobos: tuple[tuple[str, Part], ...] = ()


def glowing(part: Part, radiance: RGB | None) -> RGB | None:
    """What a part of a lamp emits [cd/m²]: the lamp's radiance, in the part's own share of the picture."""
    if radiance is None:
        return None
    red, green, blue = (level * gain for level, gain in zip(radiance, part.glow, strict=True))
    return red, green, blue


def surface_area(mesh: Mesh) -> float:
    """Area [m²] of all triangles."""
    corner = mesh.vertices[mesh.faces]
    return float(
        np.linalg.norm(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1).sum() / 2
    )


def _panel(lamp: Practical) -> Part:
    """A studio panel: a rectangle at its position that faces its target."""
    position, target = np.array(lamp.position), np.array(lamp.target)
    normal = (target - position) / max(float(np.linalg.norm(target - position)), 1e-9)
    side = np.cross([0, 0, 1.0] if abs(normal[2]) < 0.99 else [0, 1.0, 0], normal)
    side = side / np.linalg.norm(side) * lamp.size[0]
    up = np.cross(normal, side / lamp.size[0]) * lamp.size[1]
    corner = position - side / 2 - up / 2
    vertices = np.stack([corner, corner + side, corner + side + up, corner + up])
    mesh = Mesh(vertices=vertices, faces=np.array([[0, 1, 2], [0, 2, 3]]))
    return Part(mesh=mesh, material=Material(name="panel", base_colour=(0.6, 0.6, 0.6)), light=lamp.id)


def _lamp_surfaces(lamp: Practical, built: BuiltSet, props: dict[str, Prop]) -> list[Mesh]:
    if lamp.kind == "panel":
        return [_panel(lamp).mesh]
    if lamp.kind == "cast":
        return [part.mesh for part in props[lamp.source].parts if part.light]
    return [part.mesh for part in built.parts if part.light == lamp.source]


def light_up(rig: LightRig, built: BuiltSet, props: dict[str, Prop], baked: np.ndarray) -> Lighting:
    """Resolve a rig against the built set and cast; `baked`: its sky (`light.sky.bake_sky`).

    Raises:
        PlanError: a practical belongs to something that has no shining part.
    """
    group_of = {light: i for i, group in enumerate(rig.groups) for light in group.lights}
    lamps: dict[str, RGB] = {}
    for lamp in rig.practicals:
        area = sum(surface_area(mesh) for mesh in _lamp_surfaces(lamp, built, props))
        if area <= 0:
            raise PlanError(
                f"light {lamp.id!r}: {lamp.source!r} has nothing that shines; "
                "point it at a lamp, candle, lantern, or a fixture of the set, or remove it"
            )
        tint = lamp.tint if lamp.tint is not None else kelvin_to_ap1(lamp.kelvin)
        red, green, blue = panel_radiance(lamp.lumens, area, tint)
        lamps[lamp.id] = (float(red), float(green), float(blue))
    sky = baked if rig.sky is not None else None
    return Lighting(
        groups=tuple(group.name for group in rig.groups),
        sun=_sun(rig, group_of),
        sky=sky,
        sky_group=group_of.get(SKY, 0),
        haze=haze_of(rig, sky) if sky is not None and not built.indoors else None,
        portals=built.portals,
        lamps=lamps,
        lamp_group={lamp.id: group_of[lamp.id] for lamp in rig.practicals},
        panels=tuple((lamp.id, _panel(lamp)) for lamp in rig.practicals if lamp.kind == "panel"),
        gobos=tuple(gobo_parts(rig)),
    )


def _sun(rig: LightRig, group_of: dict[str, int]) -> SunCone | None:
    if rig.sun is None:
        return None
    illuminance = np.asarray(sun_illuminance(rig), float)
    if illuminance.max() <= 0:
        return None
    cosine = float(np.cos(np.deg2rad(rig.sun.angular_radius_deg)))
    # E on a facing plane = L·π·sin²(radius) for a uniform disc.
    red, green, blue = illuminance / (np.pi * (1 - cosine**2))
    return SunCone(direction=np.asarray(sun_direction(rig.sun), float), cos_radius=cosine,
                   radiance=(float(red), float(green), float(blue)), group=group_of[SUN])  # fmt: skip


def dimmed(lighting: Lighting, keep: int) -> Lighting:
    """Only the lights of group `keep`: what the plain variant renders, one group after another."""
    sun = lighting.sun if lighting.sun is not None and lighting.sun.group == keep else None
    dark: RGB = (0.0, 0.0, 0.0)
    lamps = {
        name: value if lighting.lamp_group[name] == keep else dark for name, value in lighting.lamps.items()
    }
    return replace(lighting, sun=sun, sky=lighting.sky if lighting.sky_group == keep else None, lamps=lamps)
