"""A frame back from its EXR: what resuming needs to finish movie, sheet and page without rendering again."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from rayograph.core.camera import Camera
from rayograph.core.errors import OutputError
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate
from rayograph.deliver import cryptomatte
from rayograph.deliver.exr import plan_digest, read_exr, read_header
from rayograph.deliver.layers import GROUP_PREFIX


def read_frame(
    path: Path, plan: ShotPlan, camera: Camera, *, number: int, digest: str | None = None
) -> Frame:
    """The frame that `write_exr` wrote, bit for bit; passes that were not written are empty.

    Where no light group was written the whole plate stands in the first group, so that beauty is right.

    Args:
        camera: the frame's camera: an EXR header's single-precision matrix is not exact enough to be one.
        digest: of the plan as it was written when the frame was shot; None takes that of `plan` today.

    Raises:
        OutputError: the file is missing or damaged, lacks some light groups, or was shot from another plan.
    """
    channels = read_exr(path)
    header = read_header(path)
    if header.get("rayograph/plan_sha256") != (digest or plan_digest(plan)):
        raise OutputError(f"{path} was shot from another plan; shoot into another folder or drop --resume")
    height, width = channels["R"].shape
    if (width, height) != (camera.width, camera.height):
        raise OutputError(
            f"{path} is {width}x{height}, expected {camera.width}x{camera.height}; "
            "resume with the quality it was shot with, or shoot into another folder"
        )

    groups = _groups(path, channels, [group.name for group in plan.rig.groups])
    names = tuple(header["rayograph/names"].split("\n"))
    matte_ids, matte_coverage = _mattes(channels, header, names, (height, width))
    return Frame(
        number=number,
        time=(number - plan.format.first_frame) / float(parse_rate(plan.format.fps)),
        camera=camera,
        groups=groups,
        alpha=channels["A"],
        **data_layers(channels, (height, width)),
        matte_ids=matte_ids,
        matte_coverage=matte_coverage,
        names=names,
    )


def data_layers(channels: dict[str, np.ndarray], shape: tuple[int, int]) -> dict[str, Any]:
    """The data layers of a frame by their names in `Frame`; those that were not written are empty."""

    def stacked(layer: str, axes: str) -> np.ndarray:
        dark = np.zeros(shape, np.float32)
        return np.stack([channels.get(f"{layer}.{axis}", dark) for axis in axes], axis=-1)

    return {
        "depth": channels.get("depth.Z", np.full(shape, SKY_DEPTH, np.float32)),
        "normal": stacked("N", "XYZ"),
        "geometric_normal": stacked("Ng", "XYZ"),
        "position": stacked("P", "XYZ"),
        "albedo": stacked("albedo", "RGB"),
        "roughness": stacked("roughness", "Y")[..., 0],
        "metallic": stacked("metallic", "Y")[..., 0],
        "forward": stacked("forward", "uv"),
        "backward": stacked("backward", "uv"),
        "ids": channels.get("id.I", np.zeros(shape, np.uint32)),
    }


def _groups(path: Path, channels: dict[str, np.ndarray], names: list[str]) -> dict[str, np.ndarray]:
    missing = [name for name in names if f"{GROUP_PREFIX}{name}.R" not in channels]
    if missing == names:
        plate = np.stack([channels[axis] for axis in "RGB"], axis=-1)
        return {name: plate if name == names[0] else np.zeros_like(plate) for name in names}
    if missing:
        raise OutputError(f"{path} lacks light groups {missing}; delete it and shoot with --resume")
    layers = {name: GROUP_PREFIX + name for name in names}
    return {
        name: np.stack([channels[f"{layer}.{axis}"] for axis in "RGB"], axis=-1)
        for name, layer in layers.items()
    }


def _mattes(
    channels: dict[str, np.ndarray], header: dict[str, Any], names: tuple[str, ...], shape: tuple[int, int]
) -> tuple[np.ndarray, np.ndarray]:
    """Object indices and coverage out of Cryptomatte's hashed ids."""
    ids, coverage = np.zeros((*shape, 4), np.uint32), np.zeros((*shape, 4), np.float32)
    if f"{cryptomatte.LAYER}00.R" not in channels:
        return ids, coverage
    manifest = json.loads(next(header[key] for key in header if key.endswith("/manifest")))
    hashes = np.array([0, *(int(manifest[name], 16) for name in names[1:])], np.uint32)
    order = np.argsort(hashes)
    for rank in range(4):
        label, amount = ("RG", "BA")[rank % 2]
        layer = f"{cryptomatte.LAYER}{rank // 2:02d}"
        bits = channels[f"{layer}.{label}"].view(np.uint32)
        ids[..., rank] = order[np.searchsorted(hashes[order], bits)]
        coverage[..., rank] = channels[f"{layer}.{amount}"]
    return ids, coverage
