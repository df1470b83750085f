"""shot.usdc: camera, lights, dome and objects as OpenUSD, metres and Z up, one time code a frame.

Units. A USD camera gives focal length and apertures in tenths of a scene unit; with metersPerUnit 1 that
is tenths of a metre, so 35 mm is 0.35. Lights are in nits and lux: the sun is normalised, its intensity
the illuminance [lx] of a surface that faces it; a panel's intensity is its luminance [cd/m²]. The
camera's exposure attributes turn nits into the pixel values of the plate. Colours are linear Rec.709,
USD's default; the dome's texture is linear ACEScg.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import ap1_luminance, ap1_to_rec709, from_hex
from rayograph.core.camera import METER_K, Camera
from rayograph.core.errors import SetupError
from rayograph.core.mesh import Mesh
from rayograph.core.plan import ShotPlan
from rayograph.core.rig import SKY, SUN, Practical
from rayograph.core.time import parse_rate
from rayograph.deliver.atomic import atomic_path
from rayograph.deliver.skyfile import FILE_TO_WORLD

try:
    from pxr import Gf, Sdf, Usd, UsdGeom, UsdLux, Vt
except ImportError:  # an optional extra; `write_usd` says how to get it
    Usd = None

OPENCV_TO_USD = np.diag([1.0, -1.0, -1.0, 1.0])
"""OpenCV looks along +z with y down; USD looks along -z with y up."""
_BULB_RADIUS = 0.05
"""Radius [m] of the sphere that stands for a lamp whose shape only the set knows."""
SunLight = tuple[Float[np.ndarray, "3"], Float[np.ndarray, "3"]]


def write_usd(
    path: Path,
    plan: ShotPlan,
    cameras: Mapping[int, Camera],
    poses: Mapping[str, Float[np.ndarray, "t 4 4"]],
    meshes: Mapping[str, Mesh] | None = None,
    *,
    sun: SunLight | None = None,
    sky_file: str | None = None,
    lamps: Mapping[str, Float[np.ndarray, "3"]] | None = None,
) -> None:
    """Write the shot; the suffix chooses .usdc, .usda or .usd.

    Args:
        cameras: the camera by frame number.
        poses: object-to-world of each cast member by id, from the first frame on; one pose is static.
        meshes: each object's mesh in its own frame.
        sun: unit vector towards it and its illuminance [lx, linear ACEScg] on a surface that faces it.
        sky_file: path of the dome's lat-long, relative to `path`.
        lamps: world positions [m] of practicals that a set or an object carries, by practical id.

    Raises:
        SetupError: usd-core is not installed.
        OutputError: the file cannot be written.
    """
    if Usd is None:
        raise SetupError("usd-core is not installed, so there is no shot.usdc; pip install 'rayograph[usd]'")
    stage = Usd.Stage.CreateInMemory()
    _metadata(stage, plan)
    _camera(stage, plan, cameras)
    _objects(stage, plan, poses, meshes or {})
    write_lights(stage, plan, poses, sun, sky_file, lamps or {})
    with atomic_path(path) as temporary:
        if not stage.GetRootLayer().Export(str(temporary)):
            raise OSError(0, "OpenUSD could not write its layer")


def _metadata(stage: Any, plan: ShotPlan) -> None:
    shot = plan.format
    UsdGeom.SetStageUpAxis(stage, UsdGeom.Tokens.z)
    UsdGeom.SetStageMetersPerUnit(stage, 1.0)
    stage.SetTimeCodesPerSecond(float(parse_rate(shot.fps)))
    stage.SetFramesPerSecond(float(parse_rate(shot.fps)))
    stage.SetStartTimeCode(shot.first_frame)
    stage.SetEndTimeCode(shot.first_frame + shot.frames - 1)
    root = UsdGeom.Xform.Define(stage, "/shot")
    stage.SetDefaultPrim(root.GetPrim())
    root.GetPrim().SetDocumentation(plan.brief or plan.title)
    stage.SetMetadata("comment", plan.title)


def _matrix(pose: np.ndarray) -> Any:
    return Gf.Matrix4d(np.asarray(pose, np.float64).T.tolist())  # USD multiplies row vectors


def _animate(prim: Any, frames: Sequence[int], poses: Sequence[np.ndarray]) -> None:
    operation = prim.AddTransformOp()
    if all(np.array_equal(poses[0], pose) for pose in poses):
        operation.Set(_matrix(poses[0]))
        return
    for frame, pose in zip(frames, poses, strict=False):
        operation.Set(_matrix(pose), frame)


def _set(attribute: Any, frames: Sequence[int], values: Sequence[float]) -> None:
    if len(set(values)) == 1:
        attribute.Set(values[0])
        return
    for frame, value in zip(frames, values, strict=True):
        attribute.Set(value, frame)


def _camera(stage: Any, plan: ShotPlan, cameras: Mapping[int, Camera]) -> None:
    frames = sorted(cameras)
    views = [cameras[frame] for frame in frames]
    lens = plan.camera
    camera = UsdGeom.Camera.Define(stage, "/shot/camera")
    _animate(camera, frames, [view.to_world @ OPENCV_TO_USD for view in views])
    tenths = 0.01  # millimetres to tenths of a metre
    width = lens.sensor_width_mm * tenths
    camera.CreateHorizontalApertureAttr(width)
    camera.CreateVerticalApertureAttr(width * plan.format.height / plan.format.width)
    _set(camera.CreateFocalLengthAttr(), frames, [view.focal_mm * tenths for view in views])
    _set(camera.CreateFocusDistanceAttr(), frames, [float(view.focus_m) for view in views])
    _set(camera.CreateFStopAttr(), frames, [float(view.f_stop) for view in views])
    camera.CreateClippingRangeAttr(Gf.Vec2f(0.01, 100000.0))
    opening = lens.shutter_deg / 720.0
    camera.CreateShutterOpenAttr(-opening)
    camera.CreateShutterCloseAttr(opening)
    if lens.exposure_ev is not None:
        _expose(
            camera, views[0], lens.exposure_ev, lens.shutter_deg / 360 / float(parse_rate(plan.format.fps))
        )


def _expose(camera: Any, view: Camera, ev: float, seconds: float) -> None:
    """Stop, time and speed that make the exposure; the meter's constant is the responsivity."""
    seconds = seconds or 1.0 / 48.0
    camera.CreateExposureFStopAttr(view.f_stop)
    camera.CreateExposureTimeAttr(seconds)
    camera.CreateExposureIsoAttr(100.0 * view.f_stop**2 / (seconds * 2.0**ev))
    camera.CreateExposureResponsivityAttr(0.18 * 100.0 / METER_K)


def _objects(stage: Any, plan: ShotPlan, poses: Mapping[str, np.ndarray], meshes: Mapping[str, Mesh]) -> None:
    UsdGeom.Scope.Define(stage, "/shot/objects")
    colours = {member.id: member.colour for member in plan.cast}
    for name, path in sorted(poses.items()):
        place = f"/shot/objects/{identifier(name)}"
        xform = UsdGeom.Xform.Define(stage, place)
        frames = range(plan.format.first_frame, plan.format.first_frame + len(path))
        _animate(xform, frames, list(path))
        Usd.ModelAPI(xform.GetPrim()).SetKind("component")
        if name in meshes:
            colour = colours.get(name)
            base = None if colour is None else ap1_to_rec709(np.array([from_hex(colour)]))
            _mesh(stage, f"{place}/mesh", meshes[name], base)


def identifier(name: str) -> str:
    """A name as OpenUSD takes it."""
    return (
        name if Sdf.Path.IsValidIdentifier(name) else f"_{''.join(c if c.isalnum() else '_' for c in name)}"
    )


def _mesh(stage: Any, place: str, mesh: Mesh, base: np.ndarray | None) -> None:
    shape = UsdGeom.Mesh.Define(stage, place)
    points = np.ascontiguousarray(mesh.vertices, np.float32)
    shape.CreatePointsAttr(Vt.Vec3fArray.FromNumpy(points))
    shape.CreateFaceVertexCountsAttr(Vt.IntArray.FromNumpy(np.full(len(mesh.faces), 3, np.int32)))
    indices = np.ascontiguousarray(mesh.faces.reshape(-1), np.int32)
    shape.CreateFaceVertexIndicesAttr(Vt.IntArray.FromNumpy(indices))
    shape.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.none)
    shape.CreateExtentAttr(Vt.Vec3fArray.FromNumpy(np.stack([points.min(0), points.max(0)])))
    if mesh.normals is not None:
        shape.CreateNormalsAttr(Vt.Vec3fArray.FromNumpy(np.ascontiguousarray(mesh.normals, np.float32)))
        shape.SetNormalsInterpolation(UsdGeom.Tokens.vertex)
    primvars = UsdGeom.PrimvarsAPI(shape)
    if mesh.uv is not None:
        kind = Sdf.ValueTypeNames.TexCoord2fArray
        st = primvars.CreatePrimvar("st", kind, UsdGeom.Tokens.vertex)
        st.Set(Vt.Vec2fArray.FromNumpy(np.ascontiguousarray(mesh.uv, np.float32)))
    colours = base if mesh.colour is None else ap1_to_rec709(mesh.colour)
    if colours is not None:
        spread = UsdGeom.Tokens.constant if mesh.colour is None else UsdGeom.Tokens.vertex
        primvar = shape.CreateDisplayColorPrimvar(spread)
        primvar.Set(Vt.Vec3fArray.FromNumpy(np.clip(colours, 0, None).astype(np.float32)))


def write_lights(
    stage: Any,
    plan: ShotPlan,
    poses: Mapping[str, np.ndarray],
    sun: SunLight | None,
    sky_file: str | None,
    lamps: Mapping[str, np.ndarray],
) -> None:
    """The rig as lights under `/shot/lights`, each with its light group."""
    scope = UsdGeom.Scope.Define(stage, "/shot/lights")
    group_of = {light: group.name for group in plan.rig.groups for light in group.lights}
    if sun is not None and plan.rig.sun is not None:
        light = UsdLux.DistantLight.Define(stage, "/shot/lights/sun")
        _sun(light, *sun, plan.rig.sun.angular_radius_deg)
        _grouped(light, group_of[SUN])
    if sky_file is not None and plan.rig.sky is not None:
        _grouped(_dome(stage, sky_file), group_of[SKY])
    unplaced = []
    for lamp in plan.rig.practicals:
        made = _practical(stage, lamp, poses, lamps)
        if made is None:
            unplaced.append(lamp.id)
        else:
            _grouped(made, group_of[lamp.id])
    if unplaced:
        scope.GetPrim().SetCustomDataByKey("rayograph:unplaced", ", ".join(unplaced))


def _grouped(light: Any, group: str) -> None:
    light.GetPrim().SetCustomDataByKey("rayograph:lightGroup", group)


def _sun(light: Any, towards: np.ndarray, illuminance: np.ndarray, radius_deg: float) -> None:
    lux = float(np.asarray(illuminance) @ ap1_luminance())
    light.CreateNormalizeAttr(True)
    light.CreateIntensityAttr(lux)
    light.CreateAngleAttr(2 * radius_deg)
    light.CreateColorAttr(_colour(np.asarray(illuminance) / max(lux, 1e-9)))
    light.AddTransformOp().Set(_matrix(_facing(-np.asarray(towards), np.zeros(3))))


def _dome(stage: Any, sky_file: str) -> Any:
    dome = UsdLux.DomeLight.Define(stage, "/shot/lights/sky")
    texture = dome.CreateTextureFileAttr(Sdf.AssetPath(sky_file))
    texture.SetColorSpace("lin_ap1_scene")
    dome.CreateTextureFormatAttr(UsdLux.Tokens.latlong)
    pose = np.eye(4)
    pose[:3, :3] = FILE_TO_WORLD
    dome.AddTransformOp().Set(_matrix(pose))
    return dome


def _practical(
    stage: Any, lamp: Practical, poses: Mapping[str, np.ndarray], lamps: Mapping[str, np.ndarray]
) -> Any:
    """A panel as a RectLight, a lamp at a known place as a small SphereLight, else None."""
    place = f"/shot/lights/{identifier(lamp.id)}"
    light: Any
    if lamp.kind == "panel":
        light = UsdLux.RectLight.Define(stage, place)
        light.CreateWidthAttr(lamp.size[0])
        light.CreateHeightAttr(lamp.size[1])
        area = lamp.size[0] * lamp.size[1]
        where = np.array(lamp.position)
        light.AddTransformOp().Set(_matrix(_facing(np.array(lamp.target) - where, where)))
    else:
        position = lamps.get(lamp.id)
        if position is None and lamp.source in poses:
            position = poses[lamp.source][0][:3, 3]
        if position is None:
            return None
        light = UsdLux.SphereLight.Define(stage, place)
        light.CreateRadiusAttr(_BULB_RADIUS)
        area = 4 * math.pi * _BULB_RADIUS**2
        light.AddTranslateOp().Set(Gf.Vec3d(*(float(v) for v in position)))
    # A Lambertian surface of luminance L gives pi·L lumens a square metre.
    light.CreateIntensityAttr(lamp.lumens / (math.pi * area))
    if lamp.tint is None:
        light.CreateEnableColorTemperatureAttr(True)
        light.CreateColorTemperatureAttr(lamp.kelvin)
    else:
        tint = np.array(lamp.tint)
        light.CreateColorAttr(_colour(tint / max(float(tint @ ap1_luminance()), 1e-9)))
    light.GetPrim().SetCustomDataByKey("rayograph:lumens", lamp.lumens)
    return light


def _colour(ap1: np.ndarray) -> Any:
    return Gf.Vec3f(*(float(v) for v in np.clip(ap1_to_rec709(ap1), 0, None)))


def _facing(direction: np.ndarray, position: np.ndarray) -> np.ndarray:
    """A pose whose -Z, where USD lights shine, points along `direction`."""
    back = -direction / np.linalg.norm(direction)
    up = np.array([0.0, 0, 1]) if abs(back[2]) < 0.999 else np.array([0.0, 1, 0])
    right = np.cross(up, back)
    right /= np.linalg.norm(right)
    pose = np.eye(4)
    pose[:3, :3] = np.stack([right, np.cross(back, right), back], axis=1)
    pose[:3, 3] = position
    return pose
