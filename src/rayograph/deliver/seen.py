"""A frame as its EXR alone shows it: no plan is needed, and none is believed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Float
from pydantic import ValidationError

from rayograph.core.camera import Camera
from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.rig import LightRig
from rayograph.deliver.exr import read_exr, read_header
from rayograph.deliver.exr_frame import data_layers
from rayograph.deliver.layers import GROUP_PREFIX

ALONE = "all"
"""Name of the one light group of a plate that has none."""


def seen_frame(path: Path) -> Frame:
    """The frame of an EXR, as `seen_plate` has it."""
    return seen_plate(path)[0]


def seen_plate(path: Path) -> tuple[Frame, Float[np.ndarray, "h w 3"]]:
    """The frame of an EXR that this project or another wrote, and its RGB as it lies in the file; passes that
    are not there are empty (zeros, sky in depth), mattes always are.

    The camera is the header's, in single precision. A file without one gets a camera at the origin.

    Raises:
        OutputError: the file is missing, damaged, or has no colour.
    """
    channels = read_exr(path)
    if "R" not in channels:
        raise OutputError(f"{path} has no channel R; give frames with RGB at the top level")
    header = read_header(path)
    height, width = channels["R"].shape
    frame = Frame(
        number=_number(path),
        time=float(header.get("rayograph/time_s", 0.0)),
        camera=_camera(header, width, height),
        groups=_groups(channels),
        alpha=channels.get("A", np.ones((height, width), np.float16)),
        **data_layers(channels, (height, width)),
        matte_ids=np.zeros((height, width, 4), np.uint32),
        matte_coverage=np.zeros((height, width, 4), np.float32),
        names=tuple(str(header.get("rayograph/names", "sky")).split("\n")),
    )
    return frame, np.stack([channels[axis] for axis in "RGB"], axis=-1)


@dataclass(frozen=True, kw_only=True)
class SeenLight:
    """What a header says of the light: the rig that was ordered, and the exposure [EV at ISO 100]."""

    rig: LightRig | None = None
    exposure_ev: float | None = None


def seen_light(path: Path) -> SeenLight:
    """The rig and exposure in the header of an EXR; None where it has none, or one that cannot be read.

    Raises:
        OutputError: the file is missing or damaged.
    """
    header = read_header(path)
    try:
        rig = LightRig.model_validate_json(str(header.get("rayograph/rig", "")))
    except ValidationError:
        rig = None
    ev = header.get("rayograph/exposure_ev")
    return SeenLight(rig=rig, exposure_ev=None if ev is None else float(ev))


def _groups(channels: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    names = dict.fromkeys(
        name.removeprefix(GROUP_PREFIX).rpartition(".")[0]
        for name in channels
        if name.startswith(GROUP_PREFIX)
    )
    layers = {name: GROUP_PREFIX + name + "." for name in names} or {ALONE: ""}
    return {
        name: np.stack([channels[f"{layer}{axis}"] for axis in "RGB"], axis=-1).astype(np.float16)
        for name, layer in layers.items()
    }


def _number(path: Path) -> int:
    digits = path.stem.rpartition(".")[2]
    return int(digits) if digits.isdigit() else 0


def _camera(header: dict[str, Any], width: int, height: int) -> Camera:
    """The header's camera; `worldToNDC` gives the focal length in pixels."""
    pose: np.ndarray = np.eye(4)
    focal_px = 35.0 / 36.0 * width
    if "worldToCamera" in header:
        flip = np.diag([1.0, -1.0, 1.0, 1.0])
        inverse = flip @ np.asarray(header["worldToCamera"], np.float64).reshape(4, 4).T
        pose = np.linalg.inv(inverse)
        if "worldToNDC" in header:
            to_ndc = np.asarray(header["worldToNDC"], np.float64).reshape(4, 4).T
            focal_px = float((to_ndc @ pose)[0, 0]) * width
    return Camera(
        to_world=pose,
        focal_px=focal_px,
        width=width,
        height=height,
        focal_mm=float(header.get("nominalFocalLength", focal_px / width * 36.0)),
        f_stop=float(header.get("aperture", 8.0)),
        focus_m=float(header.get("focus", 10.0)),
    )
