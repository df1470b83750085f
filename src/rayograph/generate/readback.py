"""A frame read back from its own EXR, so that a resumed shot's previews are made from the same pixels."""

from pathlib import Path

import numpy as np

from rayograph.core.camera import Camera
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver.exr import read_exr
from rayograph.deliver.layers import GROUP_PREFIX


def read_frame(path: Path, plan: ShotPlan, camera: Camera, names: tuple[str, ...], index: int) -> Frame:
    """The frame that `path` holds; passes that were not written are zero (the sky's depth for depth).

    Raises:
        OutputError: the file is missing or damaged.
    """
    planes = read_exr(path)
    height, width = planes["R"].shape

    def layer(name: str, axes: str, kind: type = np.float32) -> np.ndarray:
        keys = [f"{name}.{axis}" for axis in axes]
        found = [planes.get(key, np.zeros((height, width))) for key in keys]
        return np.stack(found, -1).astype(kind) if len(axes) > 1 else found[0].astype(kind)

    wanted = [group.name for group in plan.rig.groups]
    if all(f"{GROUP_PREFIX}{name}.R" in planes for name in wanted):
        groups = {name: layer(GROUP_PREFIX + name, "RGB", np.float16) for name in wanted}
    else:
        dark = np.zeros((height, width, 3), np.float16)
        beauty = np.stack([planes[axis] for axis in "RGB"], -1).astype(np.float16)
        groups = {name: beauty if name == wanted[0] else dark for name in wanted}
    return Frame(
        number=plan.format.first_frame + index,
        time=camera_time(plan, index),
        camera=camera,
        groups=groups,
        alpha=planes["A"].astype(np.float16),
        depth=planes.get("depth.Z", np.full((height, width), SKY_DEPTH)).astype(np.float32),
        normal=layer("N", "XYZ"),
        geometric_normal=layer("Ng", "XYZ"),
        position=layer("P", "XYZ"),
        albedo=layer("albedo", "RGB"),
        roughness=layer("roughness", "Y"),
        metallic=layer("metallic", "Y"),
        forward=layer("forward", "uv"),
        backward=layer("backward", "uv"),
        ids=planes.get("id.I", np.zeros((height, width))).astype(np.uint32),
        matte_ids=np.zeros((height, width, 4), np.uint32),
        matte_coverage=np.zeros((height, width, 4), np.float32),
        names=names,
    )


def camera_time(plan: ShotPlan, index: int) -> float:
    """Shutter centre [s] of frame `index`."""
    from fractions import Fraction

    return float(index / Fraction(plan.format.fps))
