"""Data passes: pinhole, at shutter centre and pixel centre, unfiltered, exact."""

from dataclasses import dataclass

import drjit as dr
import mitsuba as mi
import numpy as np
from jaxtyping import Float32, UInt32

from rayograph.core.camera import Camera, project
from rayograph.core.frame import SKY_DEPTH
from rayograph.world.render.rays import pinhole_rays
from rayograph.world.render.space import intersect, posed
from rayograph.world.render.stage import Stage
from rayograph.world.scene import Material
from rayograph.world.simulate.truth import Truth


@dataclass(frozen=True, kw_only=True)
class Data:
    """The data layers of one frame; see `core.frame.Frame` for what each holds."""

    depth: Float32[np.ndarray, "h w"]
    normal: Float32[np.ndarray, "h w 3"]
    geometric_normal: Float32[np.ndarray, "h w 3"]
    position: Float32[np.ndarray, "h w 3"]
    albedo: Float32[np.ndarray, "h w 3"]
    roughness: Float32[np.ndarray, "h w"]
    metallic: Float32[np.ndarray, "h w"]
    ids: UInt32[np.ndarray, "h w"]


def data_passes(stage: Stage, camera: Camera) -> Data:
    """Cast one ray per pixel centre into the stage as it stands, its bodies at mid-shutter."""
    size = (camera.height, camera.width)
    ray = pinhole_rays(camera)
    si = intersect(stage.lit.space, posed(stage.lit.space, ray.time), ray, mi.Bool(True))
    hit = si.is_valid()
    shape = dr.reinterpret_array(mi.UInt32, si.shape)
    owner = dr.select(hit, dr.gather(mi.UInt32, stage.lit.shape_object, shape, hit), 0)
    colour = dr.select(hit, si.bsdf().eval_diffuse_reflectance(si, hit), 0)
    facing = dr.select(dr.dot(si.n, ray.d) > 0, -1.0, 1.0)
    forward = camera.to_world[:3, 2].astype(float)
    slope = dr.dot(ray.d, mi.Vector3f(*[float(v) for v in forward]))

    def image(value: object, channels: int) -> np.ndarray:
        flat = np.asarray(value, np.float32)
        return flat.reshape(size) if channels == 1 else np.ascontiguousarray(flat.T).reshape(*size, channels)

    dr.eval(si, owner, colour)
    seen = np.asarray(hit).reshape(size)
    zero = seen[..., None].astype(np.float32)
    shape_image = np.where(seen, np.asarray(shape).reshape(size), 0)
    uv = image(si.uv, 2)
    albedo = image(colour, 3)
    roughness, metallic = np.zeros(size, np.float32), np.zeros(size, np.float32)
    for index in np.unique(shape_image[seen]):
        mask, material = seen & (shape_image == index), stage.materials[int(index)]
        roughness[mask] = lookup(material.roughness, uv[mask])
        metallic[mask] = lookup(material.metallic, uv[mask])
        if material.kind in ("glass", "water"):
            albedo[mask], roughness[mask] = _tint(material), 0.0
    return Data(
        depth=np.where(seen, image(si.t * slope, 1), np.float32(SKY_DEPTH)),
        normal=image(si.sh_frame.n * facing, 3) * zero,
        geometric_normal=image(si.n * facing, 3) * zero,
        position=image(si.p, 3) * zero,
        albedo=albedo,
        roughness=roughness,
        metallic=metallic,
        ids=np.asarray(owner).reshape(size).astype(np.uint32),
    )


def _tint(material: Material) -> np.ndarray:
    colour = np.asarray(material.base_colour, np.float32)
    return colour if colour.ndim == 1 else colour.reshape(-1, 3).mean(0)


def lookup(channel: float | np.ndarray, uv: Float32[np.ndarray, "n 2"]) -> Float32[np.ndarray, "n"]:
    """Bilinear look-up of a repeating texture, texel centres at half integers, v = 1 in row 0."""
    table = np.asarray(channel, np.float32)
    if table.ndim == 0:
        return np.full(len(uv), float(table), np.float32)
    height, width = table.shape
    x, y = uv[:, 0] * width - 0.5, (1 - uv[:, 1]) * height - 0.5
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    a, b = (x - left).astype(np.float32), (y - top).astype(np.float32)

    def texel(row: np.ndarray, column: np.ndarray) -> np.ndarray:
        return table[row % height, column % width]

    upper = texel(top, left) * (1 - a) + texel(top, left + 1) * a
    lower = texel(top + 1, left) * (1 - a) + texel(top + 1, left + 1) * a
    return upper * (1 - b) + lower * b


def motion(
    stage: Stage, data: Data, here: Camera, there: Camera, now: float, then: float
) -> Float32[np.ndarray, "h w 2"]:
    """Pixels by which the point seen at each pixel centre moves from `now` to `then` [s].

    Exact for rigid bodies (from poses), for static points and the sky (from cameras); a cloth's points take
    the motion of the nearest vertex.
    """
    height, width = data.depth.shape
    points = data.position.reshape(-1, 3).astype(np.float64)
    ids = data.ids.reshape(-1)
    sky = ids == 0
    row, column = np.mgrid[:height, :width] + 0.5
    start = np.stack([column.ravel(), row.ravel()], 1)
    moved = points.copy()
    for mover in {m.member: m for m in stage.movers}.values():
        mask = ids == stage.names.index(mover.member)
        if mask.any():
            moved[mask] = carried(stage.truth, mover.member, mover.cloth, points[mask], now, then)
    far = np.stack(
        [(column.ravel() - width / 2), (row.ravel() - height / 2), np.full(sky.size, here.focal_px)], 1
    )
    moved[sky] = there.to_world[:3, 3] + (far[sky] @ here.to_world[:3, :3].T) * 1e4
    return (project(there, moved)[:, :2] - start).astype(np.float32).reshape(height, width, 2)


def carried(
    truth: Truth, member: str, cloth: bool, points: np.ndarray, now: float, then: float
) -> np.ndarray:
    """Where the points of a cast member at `now` are at `then`."""
    if cloth:
        from scipy.spatial import cKDTree

        before, after = truth.cloth_vertices(member, now), truth.cloth_vertices(member, then)
        _, nearest = cKDTree(before).query(points)
        return points + (after - before)[nearest]
    there = truth.pose(member, then) @ np.linalg.inv(truth.pose(member, now))
    return points @ there[:3, :3].T + there[:3, 3]
