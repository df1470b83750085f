"""Parts into Mitsuba shapes. Import only after `variant.activate()`.

Every opaque surface is one `principled` with the same kinds of input (bitmaps, or the mesh's own vertex
colours), so that any two scenes share a compiled kernel; a constant is a 1x1 bitmap.
"""

from typing import Any

import mitsuba as mi
import numpy as np

from rayograph.core.mesh import Mesh, smooth_normals
from rayograph.world.scene import Channel, Material

Dict = dict[str, Any]


def bitmap(value: Channel | Any, scale: float) -> Dict:
    """A raw (already linear ACEScg or data) texture from a constant, an h×w or an h×w×3 array."""
    array = np.asarray(value, np.float32)
    if array.ndim < 2:
        array = array.reshape(1, 1, -1)
    elif array.ndim == 2:
        array = array[..., None]
    return {
        "type": "bitmap",
        "bitmap": mi.Bitmap(np.ascontiguousarray(array)),
        "raw": True,
        "wrap_mode": "repeat",
        "filter_type": "bilinear",
        "to_uv": mi.ScalarTransform4f().scale([scale, scale, 1]),
    }


def bsdf(material: Material, *, vertex_colour: bool) -> Dict:
    """The Mitsuba description of a material."""
    scale = material.uv_scale
    if material.kind in ("glass", "water"):
        return {"type": "dielectric", "int_ior": material.ior if material.kind == "glass" else 1.33,
                "specular_transmittance": {"type": "rgb", "value": _triple(material.base_colour)}}  # fmt: skip
    colour: Dict = (
        {"type": "mesh_attribute", "name": "vertex_color"}
        if vertex_colour
        else bitmap(material.base_colour, scale)
    )
    if material.kind == "thin":
        return {"type": "principledthin", "base_color": colour, "roughness": bitmap(material.roughness, scale),
                "diff_trans": 2 * material.transmission, "spec_trans": 0.0, "eta": 1.4}  # fmt: skip
    surface: Dict = {
        "type": "principled",
        "base_color": colour,
        "roughness": bitmap(material.roughness, scale),
        "metallic": bitmap(material.metallic, scale),
        "specular": material.specular,
        "clearcoat": max(material.clearcoat, 1e-4),
        "clearcoat_gloss": material.clearcoat_gloss,
        "sheen": max(material.sheen, 1e-4),
    }
    if material.bump is None:
        return surface
    return {"type": "bumpmap", "arbitrary": bitmap(material.bump, scale), "scale": 1.0, "bsdf": surface}


def _triple(colour: Any) -> list[float]:
    array = np.asarray(colour, float)
    return [float(c) for c in (array if array.ndim == 1 else array.reshape(-1, 3).mean(0))]


def shape(name: str, mesh: Mesh, surface: Any, *, radiance: tuple[float, float, float] | None = None) -> Any:
    """A Mitsuba mesh named `name`; `surface` is a loaded BSDF; `radiance` makes it an area light."""
    vertices = np.ascontiguousarray(mesh.vertices, np.float32)
    faces = np.ascontiguousarray(mesh.faces, np.uint32)
    props = mi.Properties()
    props["bsdf"] = surface
    if radiance is not None:
        props["emitter"] = mi.load_dict(
            {"type": "area", "radiance": {"type": "rgb", "value": list(radiance)}}
        )
    normals = mesh.normals
    built = mi.Mesh(name, len(vertices), len(faces), props=props,
                    has_vertex_normals=normals is not None, has_vertex_texcoords=mesh.uv is not None)  # fmt: skip
    if mesh.colour is not None:
        built.add_attribute("vertex_color", 3, np.ascontiguousarray(mesh.colour, np.float32).ravel())
    params = mi.traverse(built)
    params["vertex_positions"] = vertices.ravel()
    params["faces"] = faces.ravel()
    if normals is not None:
        params["vertex_normals"] = np.ascontiguousarray(normals, np.float32).ravel()
    if mesh.uv is not None:
        params["vertex_texcoords"] = np.ascontiguousarray(mesh.uv, np.float32).ravel()
    params.update()
    return built


def smooth(mesh: Mesh) -> Mesh:
    """The mesh with smooth normals, if it has none."""
    from dataclasses import replace

    return (
        mesh if mesh.normals is not None else replace(mesh, normals=smooth_normals(mesh.vertices, mesh.faces))
    )
