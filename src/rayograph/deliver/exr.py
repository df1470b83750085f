"""One frame as one multipart OpenEXR file: the plate, its light groups, its data passes.

Conventions: colour parts are half ZIP and tagged `lin_ap1_scene` (ASWF Color Interop Forum, colorInteropID),
data parts are float ZIP and tagged `data`; no `chromaticities`. Channel names carry their layer, so that a
flattened file still reads the same. docs/deliver.md has the table.
"""

import errno
import hashlib
import os
import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import OpenEXR

from rayograph.core.camera import Camera
from rayograph.core.errors import OutputError
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate, timecode
from rayograph.deliver import cryptomatte
from rayograph.deliver.atomic import atomic_path
from rayograph.deliver.layers import Layer, layers, unknown_passes

COLOUR_TAG = "lin_ap1_scene"
DATA_TAG = "data"


def write_exr(
    path: Path, frame: Frame, plan: ShotPlan, *, passes: frozenset[str] | None = None, software: str
) -> None:
    """Write `frame` to `path`, whole or not at all.

    Args:
        passes: names out of `layers.PASSES`; None writes all. Beauty is always written.
        software: name and version of what made the frame, for the header.

    Raises:
        RenderError: a layer holds NaN or infinity.
        OutputError: a pass is unknown, the disk is full, or the folder cannot be written.
    """
    if unknown := unknown_passes(passes or frozenset()):
        raise OutputError(f"passes {unknown} are not known; use names out of rayograph.deliver.layers.PASSES")
    found = layers(frame, plan, passes)
    shared = _shared(frame, plan)
    parts = []
    for index, layer in enumerate(found):
        header = shared | _layer_header(layer)
        if index == 0:
            header |= _shot_header(frame, plan, software) | _clip_header(found)
        if index == 0 or layer.name.startswith(cryptomatte.LAYER):
            header |= cryptomatte.metadata(frame.names) if _has_mattes(found) else {}
        parts.append(OpenEXR.Part(header, layer.channels, layer.name))
    _write(path, parts, sum(_sizes(found)))


def write_layers(path: Path, found: list[Layer], header: dict[str, Any], *, time: OpenEXR.TimeCode) -> None:
    """Write layers that belong to no plan as one multipart file, whole or not at all.

    Args:
        header: of the first part, beside what every part says.

    Raises:
        OutputError: the disk is full, or the folder cannot be written.
    """
    shared = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage, "timeCode": time}
    parts = []
    for index, layer in enumerate(found):
        said = shared | _layer_header(layer) | (header if index == 0 else {})
        parts.append(OpenEXR.Part(said, layer.channels, layer.name))
    _write(path, parts, sum(_sizes(found)))


def time_code(number: int, rate: Fraction) -> OpenEXR.TimeCode:
    """The time code of a frame number."""
    fields = (int(field) for field in timecode(number, rate).split(":"))
    return OpenEXR.TimeCode(*fields, *[0] * 14)


def _write(path: Path, parts: list[OpenEXR.Part], size: int) -> None:
    with atomic_path(path) as temporary:
        try:
            OpenEXR.File(parts).write(str(temporary))
        except RuntimeError as error:
            # The library gives no errno; a short write is what is left once the folder took a temporary file.
            full = shutil.disk_usage(path.parent).free < size
            if full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
            raise OSError(0, str(error).strip()) from error


def _sizes(found: list[Layer]) -> list[int]:
    """Bytes of every channel before compression."""
    return [np.asarray(values).nbytes for layer in found for values in layer.channels.values()]


def _has_mattes(found: list[Layer]) -> bool:
    return any(layer.name.startswith(cryptomatte.LAYER) for layer in found)


def _shared(frame: Frame, plan: ShotPlan) -> dict[str, Any]:
    """What OpenEXR wants equal in all parts of a file."""
    code = time_code(frame.number, parse_rate(plan.format.fps))
    return {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage, "timeCode": code}


def _layer_header(layer: Layer) -> dict[str, Any]:
    tag = COLOUR_TAG if layer.colour else DATA_TAG
    return {"colorInteropID": tag, "rayograph/unit": layer.unit}


def _clip_header(found: list[Layer]) -> dict[str, Any]:
    return {"rayograph/clipped_values": sum(layer.clipped for layer in found)}


def plan_digest(plan: ShotPlan) -> str:
    """SHA-256 of the plan's JSON: two frames with the same digest were shot from the same plan."""
    return hashlib.sha256(plan.to_json().encode("utf-8")).hexdigest()


def _shot_header(frame: Frame, plan: ShotPlan, software: str) -> dict[str, Any]:
    rate = parse_rate(plan.format.fps)
    camera, lens = frame.camera, plan.camera
    exposure = lens.shutter_deg / 360.0 / float(rate)
    header: dict[str, Any] = {
        "framesPerSecond": rate,
        "software": software,
        "comments": plan.brief or plan.title,
        "worldToCamera": world_to_camera(camera),
        "worldToNDC": world_to_ndc(camera),
        "focus": camera.focus_m,
        "aperture": camera.f_stop,
        "expTime": exposure,
        "nominalFocalLength": camera.focal_mm,
        "cameraCCTSetting": lens.white_balance_k,
        "rayograph/seed": plan.seed,
        "rayograph/plan_sha256": plan_digest(plan),
        "rayograph/title": plan.title,
        "rayograph/time_s": float(frame.time),
        "rayograph/sensor_width_mm": lens.sensor_width_mm,
        "rayograph/depth_unit": "metre",
        "rayograph/depth_sky": SKY_DEPTH,
        "rayograph/motion_unit": "pixel",
        "rayograph/world": "metre, right-handed, +Z up",
        "rayograph/groups": ",".join(group.name for group in plan.rig.groups),
        "rayograph/names": "\n".join(frame.names),
        "rayograph/rig": plan.rig.model_dump_json(),
    }
    if lens.exposure_ev is not None:
        header["rayograph/exposure_ev"] = lens.exposure_ev
        if exposure > 0:
            # The speed at which this stop and shutter would give that exposure: EV = log2(N²/t · 100/S).
            header["isoSpeed"] = 100.0 * camera.f_stop**2 / (exposure * 2.0**lens.exposure_ev)
    return header


def world_to_camera(camera: Camera) -> np.ndarray:
    """OpenEXR's `worldToCamera`: row vectors, p·M, into x right, y up, z along the view (left-handed)."""
    flip = np.diag([1.0, -1.0, 1.0, 1.0])
    return np.ascontiguousarray((flip @ np.linalg.inv(camera.to_world)).T, np.float32)


def world_to_ndc(camera: Camera) -> np.ndarray:
    """OpenEXR's `worldToNDC`: row vectors, p·M, then divide; (0, 0) is top left, (1, 1) bottom right."""
    scale = np.array([camera.focal_px / camera.width, camera.focal_px / camera.height])
    lens = np.array([[scale[0], 0, 0.5, 0], [0, scale[1], 0.5, 0], [0, 0, 1, 0], [0, 0, 1, 0.0]])
    return np.ascontiguousarray((lens @ np.linalg.inv(camera.to_world)).T, np.float32)


def read_header(path: Path) -> dict[str, Any]:
    """The header of a file's first part.

    Raises:
        OutputError: the file is missing, damaged or not an EXR.
    """
    try:
        with OpenEXR.File(str(path), header_only=True) as file:
            return dict(file.parts[0].header)
    except RuntimeError as error:
        raise _unreadable(path, error) from None


def read_exr(path: Path) -> dict[str, np.ndarray]:
    """Every channel of every part of a file by its full name, such as "R", "light_sun.G", "depth.Z".

    Raises:
        OutputError: the file is missing, damaged or not an EXR.
    """
    try:
        with OpenEXR.File(str(path), separate_channels=True) as file:
            return {
                name: np.array(channel.pixels)
                for part in file.parts
                for name, channel in part.channels.items()
            }
    except RuntimeError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: RuntimeError) -> OutputError:
    reason = str(error).strip().splitlines()[-1]
    return OutputError(f"cannot read {path}: {reason}; delete it and shoot with --resume")
