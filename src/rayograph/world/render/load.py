"""Parts into Mitsuba shapes. Import only after `variant.activate()`.

Surfaces are compiled into the kernel, one copy for each pair that differ in more than data. So every opaque
surface is one `principled` with the same kinds of input, a constant is a 1x1 bitmap, heights are all of one
size, texture repeats are in the mesh's coordinates, and vertex colours come with the point that was hit
(`space.intersect`): then scenes share a few surfaces, a kernel is small, and the next shot finds it compiled.
"""

from typing import Any

import drjit as dr
import mitsuba as mi
import numpy as np

from rayograph.core.mesh import Mesh, welded
from rayograph.world.render.rays import held_rows
from rayograph.world.scene import Channel, Material, Part

Dict = dict[str, Any]


HEIGHTS = 1024
"""Rows and columns of every height map: its slope has the size as a literal."""


class PointColour(mi.Texture):  # type: ignore[misc]
    """The colour that `space.intersect` left at the point, in `duv_dx` and `duv_dy`: nothing else uses them.

    Mitsuba's own `mesh_attribute` asks the shape from within the surface, by a table whose place in memory is
    part of the code: a copy for every material, and new code for every scene.
    """

    def eval(self, si: mi.SurfaceInteraction3f, active: mi.Bool = True) -> mi.Color3f:
        """Linear ACEScg."""
        del active
        return mi.Color3f(si.duv_dx.x, si.duv_dx.y, si.duv_dy.x)

    def is_spatially_varying(self) -> bool:
        """It is."""
        return True


mi.register_texture("point_colour", PointColour)


def bitmap(value: Channel | Any) -> Dict:
    """A raw (already linear ACEScg or data) texture from a constant, an h×w or an h×w×3 array."""
    array = np.asarray(value, np.float32)
    if array.ndim < 2:
        array = array.reshape(1, 1, -1)
    elif array.ndim == 2:
        array = array[..., None]
    return {
        "type": "bitmap",
        "bitmap": mi.Bitmap(np.ascontiguousarray(array[::-1])),  # Mitsuba's row 0 is v = 0
        "raw": True,
        "wrap_mode": "repeat",
        "filter_type": "bilinear",
    }


def _heights(bump: np.ndarray) -> np.ndarray:
    """A tiling height map brought to `HEIGHTS` rows and columns, bilinear between texel centres."""
    return _stretched(_stretched(np.asarray(bump, np.float32), 0), 1)


def _stretched(bump: np.ndarray, axis: int) -> np.ndarray:
    """One axis brought to `HEIGHTS` places, linear between the centres of texels, wrapping."""
    places = bump.shape[axis]
    if places == HEIGHTS:
        return bump
    at = (np.arange(HEIGHTS) + 0.5) * places / HEIGHTS - 0.5
    low = np.floor(at).astype(int)
    part = (at - low).astype(np.float32)[(slice(None), None) if axis == 0 else slice(None)]
    first, second = np.take(bump, low % places, axis), np.take(bump, (low + 1) % places, axis)
    second -= first
    second *= part
    return first + second


def is_sheet(part: Part) -> bool:
    """Whether a part has an edge where its surface just ends: then its back is seen too, and has to be lit.

    Glass has both sides of its own, and so have thin materials.
    """
    if part.material.kind in ("glass", "water", "thin"):
        return False
    faces = welded(part.mesh.vertices)[part.mesh.faces]
    sides = np.sort(np.concatenate([faces[:, :2], faces[:, 1:], faces[:, ::2]]), axis=1)
    sides = sides[sides[:, 0] != sides[:, 1]]
    _, met = np.unique(sides[:, 0] * len(part.mesh.vertices) + sides[:, 1], return_counts=True)
    return bool((met == 1).any())


def bsdf(material: Material, *, vertex_colour: bool, both_sides: bool = False) -> Dict:
    """The Mitsuba description of a material; `principled` is black from behind unless it has both sides."""
    front = _front(material, vertex_colour)
    return {"type": "twosided", "bsdf": front} if both_sides else front


def _front(material: Material, vertex_colour: bool) -> Dict:
    if material.kind in ("glass", "water"):
        tint = {"type": "rgb", "value": _triple(material.base_colour)}
        ior = material.ior if material.kind == "glass" else 1.33
        return {"type": "dielectric", "int_ior": ior, "specular_transmittance": tint}
    own = (
        {"type": "point_colour"}
        if dr.is_jit_v(mi.Float)
        else {"type": "mesh_attribute", "name": "vertex_color"}
    )
    colour: Dict = own if vertex_colour else bitmap(material.base_colour)
    if material.kind == "thin":
        return {
            "type": "principledthin",
            "base_color": colour,
            "roughness": bitmap(material.roughness),
            "diff_trans": 2 * material.transmission,
            "spec_trans": 0.0,
            "eta": 1.4,
        }
    surface: Dict = {
        "type": "principled",
        "base_color": colour,
        "roughness": bitmap(material.roughness),
        "metallic": bitmap(material.metallic),
        "specular": material.specular,
        "clearcoat": max(material.clearcoat, 1e-4),
        "clearcoat_gloss": material.clearcoat_gloss,
        "sheen": max(material.sheen, 1e-4),
        "sheen_tint": 0.5,
    }
    if material.bump is None:
        return surface
    return {"type": "bumpmap", "arbitrary": bitmap(_heights(material.bump)), "scale": 1.0, "bsdf": surface}


def _triple(colour: Any) -> list[float]:
    array = np.asarray(colour, float)
    return [float(c) for c in (array if array.ndim == 1 else array.reshape(-1, 3).mean(0))]


def shape(
    name: str, mesh: Mesh, surface: Any, *, repeats: float, radiance: tuple[float, float, float] | None = None
) -> Any:
    """A Mitsuba mesh named `name`; `surface` is a loaded BSDF; `radiance` makes it an area light.

    repeats: `Material.uv_scale` of the surface.
    """
    vertices = np.ascontiguousarray(mesh.vertices, np.float32)
    faces = np.ascontiguousarray(mesh.faces, np.uint32)
    props = mi.Properties()
    props["bsdf"] = surface
    if radiance is not None:
        props["emitter"] = mi.load_dict(
            {"type": "area", "radiance": {"type": "rgb", "value": list(radiance)}}
        )
    normals = mesh.normals
    uv = mesh.uv if mesh.uv is not None else flowing_uv(mesh)
    built = mi.Mesh(name, len(vertices), len(faces), props=props,
                    has_vertex_normals=normals is not None, has_vertex_texcoords=True)  # fmt: skip
    if mesh.colour is not None:
        built.add_attribute("vertex_color", 3, np.ascontiguousarray(mesh.colour, np.float32).ravel())
    params = mi.traverse(built)
    params["vertex_positions"] = vertices.ravel()
    params["faces"] = faces.ravel()
    if normals is not None:
        params["vertex_normals"] = np.ascontiguousarray(normals, np.float32).ravel()
    places = np.ascontiguousarray(uv * repeats, np.float32)
    # In Dr.Jit's own memory: how NumPy's happens to be aligned would decide what code is compiled.
    params["vertex_texcoords"] = held_rows(places) if dr.is_jit_v(mi.Float) else places.ravel()
    params.update()
    return built


def flowing_uv(mesh: Mesh) -> np.ndarray:
    """Texture coordinates [m] for a mesh that has none: a slanted projection, stretched but without seams."""
    x, y, z = np.asarray(mesh.vertices).T
    return np.stack([x + 0.37 * z, y + 0.61 * z], 1)
