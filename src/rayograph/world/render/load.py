"""Parts into Mitsuba shapes. Import only after `variant.activate()`.

Every opaque surface is one `principled` with the same kinds of input (bitmaps, or the mesh's own vertex
colours), so that any two scenes share a compiled kernel; a constant is a 1x1 bitmap.
"""

from typing import Any

import mitsuba as mi
import numpy as np

from rayograph.core.mesh import Mesh
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
        "bitmap": mi.Bitmap(np.ascontiguousarray(array[::-1])),  # Mitsuba's row 0 is v = 0
        "raw": True,
        "wrap_mode": "repeat",
        "filter_type": "bilinear",
        "to_uv": mi.ScalarTransform4f().scale([scale, scale, 1]),
    }


def bsdf(material: Material, *, vertex_colour: bool) -> Dict:
    """The Mitsuba description of a material."""
    scale = material.uv_scale
    if material.kind in ("glass", "water"):
        tint = {"type": "rgb", "value": _triple(material.base_colour)}
        ior = material.ior if material.kind == "glass" else 1.33
        return {"type": "dielectric", "int_ior": ior, "specular_transmittance": tint}
    colour: Dict = (
        {"type": "mesh_attribute", "name": "vertex_color"}
        if vertex_colour
        else bitmap(material.base_colour, scale)
    )
    if material.kind == "thin":
        return {
            "type": "principledthin",
            "base_color": colour,
            "roughness": bitmap(material.roughness, scale),
            "diff_trans": 2 * material.transmission,
            "spec_trans": 0.0,
            "eta": 1.4,
        }
    surface: Dict = {
        "type": "principled",
        "base_color": colour,
        "roughness": bitmap(material.roughness, scale),
        "metallic": bitmap(material.metallic, scale),
        "specular": material.specular,
        "clearcoat": max(material.clearcoat, 1e-4),
        "clearcoat_gloss": material.clearcoat_gloss,
        "sheen": max(material.sheen, 1e-4),
        "sheen_tint": 0.5,
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
    params["vertex_texcoords"] = np.ascontiguousarray(uv, np.float32).ravel()
    params.update()
    return built


def flowing_uv(mesh: Mesh) -> np.ndarray:
    """Texture coordinates [m] for a mesh that has none: a slanted projection, stretched but without seams."""
    x, y, z = np.asarray(mesh.vertices).T
    return np.stack([x + 0.37 * z, y + 0.61 * z], 1)
