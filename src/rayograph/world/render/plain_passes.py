"""Data passes in `scalar_rgb`: the plain twin of `passes`. One ray per pixel centre, the rest in NumPy."""

from dataclasses import dataclass
from typing import Any

import mitsuba as mi
import numpy as np
from jaxtyping import Bool, Float, Float32, UInt32

from rayograph.core.camera import Camera
from rayograph.core.frame import SKY_DEPTH
from rayograph.core.mesh import Mesh
from rayograph.world.render import load
from rayograph.world.render.passes import Data, _tint, lookup
from rayograph.world.render.plain_stage import Piece, PlainStage
from rayograph.world.scene import Material


def directions(camera: Camera) -> Float[np.ndarray, "n 3"]:
    """Unit directions through the pixel centres, row-major, no lens."""
    row, column = np.mgrid[: camera.height, : camera.width] + 0.5
    x, y = (column - camera.width / 2) / camera.focal_px, (row - camera.height / 2) / camera.focal_px
    local = np.stack([x, y, np.ones_like(x)], -1).reshape(-1, 3)
    rays = local @ camera.to_world[:3, :3].T
    return np.asarray(rays / np.linalg.norm(rays, axis=1, keepdims=True))


@dataclass(frozen=True, kw_only=True)
class Met:
    """What rays met, one row each. seen: anything; clear: glass; normals are not turned to the camera."""

    seen: Bool[np.ndarray, "n"]
    distance: Float[np.ndarray, "n"]
    normal: Float32[np.ndarray, "n 3"]
    flat: Float32[np.ndarray, "n 3"]
    albedo: Float32[np.ndarray, "n 3"]
    roughness: Float32[np.ndarray, "n"]
    metallic: Float32[np.ndarray, "n"]
    ior: Float32[np.ndarray, "n"]
    clear: Bool[np.ndarray, "n"]
    ids: UInt32[np.ndarray, "n"]


def data_passes(stage: PlainStage, camera: Camera) -> Data:
    """Cast one ray per pixel centre into the stage as it stands."""
    toward = directions(camera)
    eye = camera.to_world[:3, 3]
    met = meet(stage, np.broadcast_to(eye, toward.shape), toward)
    facing = np.where((met.flat * toward).sum(1, keepdims=True) > 0, -1.0, 1.0)
    size = (camera.height, camera.width)

    def image(value: np.ndarray) -> Any:
        kind = value.dtype if value.dtype == np.uint32 else np.float32
        return np.ascontiguousarray(value, kind).reshape(*size, *value.shape[1:])

    return Data(
        depth=image(np.where(met.seen, met.distance * (toward @ camera.to_world[:3, 2]), SKY_DEPTH)),
        normal=image(met.normal * facing),
        geometric_normal=image(met.flat * facing),
        position=image((eye + toward * met.distance[:, None]) * met.seen[:, None]),
        albedo=image(met.albedo),
        roughness=image(met.roughness),
        metallic=image(met.metallic),
        ids=image(met.ids),
    )


def meet(stage: PlainStage, origin: Float[np.ndarray, "n 3"], toward: Float[np.ndarray, "n 3"]) -> Met:
    """The nearest surface of each ray and what it is made of."""
    number, face, bary, distance = _cast(stage, origin, toward)
    count = len(toward)
    normal, flat, albedo = (np.zeros((count, 3), np.float32) for _ in range(3))
    roughness, metallic = np.zeros(count, np.float32), np.zeros(count, np.float32)
    ior, clear = np.ones(count, np.float32), np.zeros(count, bool)
    ids = np.zeros(count, np.uint32)
    for index in np.unique(number[number >= 0]):
        mask, piece = number == index, stage.pieces[index]
        mesh, material = stage.standing[piece.name], piece.part.material
        corners = mesh.faces[face[mask]]
        weight = np.concatenate([1 - bary[mask].sum(1, keepdims=True), bary[mask]], axis=1)
        flat[mask] = _geometric(mesh, corners)
        normal[mask] = flat[mask] if mesh.normals is None else _unit(_mixed(mesh.normals, corners, weight))
        uv = _mixed(mesh.uv if mesh.uv is not None else load.flowing_uv(mesh), corners, weight)
        uv = uv * np.float32(material.uv_scale)
        albedo[mask] = _albedo(piece, mesh, corners, weight, uv)
        roughness[mask], metallic[mask] = (
            lookup(channel, uv) for channel in (material.roughness, material.metallic)
        )
        if is_clear(material):
            clear[mask], roughness[mask] = True, 0.0
            ior[mask] = 1.33 if material.kind == "water" else material.ior
        ids[mask] = piece.owner
    return Met(
        seen=number >= 0, distance=distance, normal=normal, flat=flat, albedo=albedo,
        roughness=roughness, metallic=metallic, ior=ior, clear=clear, ids=ids,
    )  # fmt: skip


def is_clear(material: Material) -> bool:
    """Whether a material is a smooth dielectric."""
    return material.kind in ("glass", "water")


def _cast(
    stage: PlainStage, origin: np.ndarray, toward: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Nearest surface of each ray: piece (-1 for none), face, barycentric u v, distance [m]."""
    scene = stage.scenes[0]
    of = {piece.name: k for k, piece in enumerate(stage.pieces)}
    number, face = np.full(len(toward), -1), np.zeros(len(toward), int)
    bary, distance = np.zeros((len(toward), 2)), np.zeros(len(toward))
    for i, (start, direction) in enumerate(zip(origin.tolist(), toward.tolist(), strict=True)):
        hit = scene.ray_intersect_preliminary(mi.Ray3f(start, direction))
        if hit.is_valid():
            number[i] = of.get(hit.shape.id(), -1)  # the sun's disc is sky
            face[i], distance[i] = hit.prim_index, hit.t
            bary[i] = hit.prim_uv.x, hit.prim_uv.y
    return number, face, bary, np.where(number >= 0, distance, 0.0)


def _mixed(values: np.ndarray, corners: np.ndarray, weight: np.ndarray) -> Float32[np.ndarray, "n c"]:
    """Vertex values at barycentric places."""
    return np.einsum("nkc,nk->nc", np.asarray(values)[corners], weight).astype(np.float32)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-20)


def _geometric(mesh: Mesh, corners: np.ndarray) -> np.ndarray:
    corner = mesh.vertices[corners]
    return _unit(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]))


def _albedo(piece: Piece, mesh: Mesh, corners: np.ndarray, weight: np.ndarray, uv: np.ndarray) -> np.ndarray:
    """Base colour from the mesh's own colours, a texture or a constant."""
    material: Material = piece.part.material
    if is_clear(material):
        return _tint(material)
    if mesh.colour is not None:
        return _mixed(mesh.colour, corners, weight)
    colour = np.asarray(material.base_colour, np.float32)
    if colour.ndim == 1:
        return colour
    return np.stack([lookup(colour[..., k], uv) for k in range(3)], axis=1)
