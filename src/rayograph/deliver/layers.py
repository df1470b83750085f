"""The layers of a frame as a compositor names them: which channels, of what type, in what unit."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rayograph.core.errors import RenderError
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver import cryptomatte

PASSES = (
    "groups",
    "depth",
    "normal",
    "geometric_normal",
    "position",
    "albedo",
    "roughness",
    "metallic",
    "motion",
    "id",
    "cryptomatte",
)
"""What `passes` may name; beauty is always written."""
BEAUTY = "rgba"
GROUP_PREFIX = "light_"
HALF_MAX = 65504.0


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One part of a file: `name` is the layer, `channels` its full channel names in order.

    Args:
        colour: linear ACEScg if true, numbers that must never be colour-managed if not.
        unit: what one unit of a channel is, for the header.
        clipped: how many values were brought back to the half-float range.
    """

    name: str
    channels: dict[str, np.ndarray]
    colour: bool
    unit: str
    clipped: int = 0


def unknown_passes(passes: frozenset[str]) -> list[str]:
    """Those of `passes` that cannot be written, in order."""
    return sorted(passes - set(PASSES))


def layers(frame: Frame, plan: ShotPlan, passes: frozenset[str] | None = None) -> list[Layer]:
    """Every layer of `frame` that `passes` asks for (None: all), in one order for every frame, beauty first.

    Raises:
        RenderError: a layer holds NaN or infinity, or the frame's groups are not the plan's.
    """
    expected = [group.name for group in plan.rig.groups]
    if sorted(frame.groups) != sorted(expected):
        raise RenderError(
            f"frame {frame.number} has light groups {sorted(frame.groups)}, the plan {sorted(expected)}; "
            "every frame of a shot must carry the plan's groups"
        )
    wanted = frozenset(PASSES) if passes is None else passes
    found = [_beauty(frame)]
    if "groups" in wanted:
        found += [_group(name, frame.groups[name]) for name in expected]
    found += [layer for key, layer in _data(frame) if key in wanted]
    if "cryptomatte" in wanted:
        found += _mattes(frame)
    for layer in found:
        _check_finite(layer, frame.number)
    return found


def _beauty(frame: Frame) -> Layer:
    for name, group in frame.groups.items():
        if not np.isfinite(group).all():
            raise _not_finite(GROUP_PREFIX + name, group, frame.number)
    # Beauty saturates at what a half-float can hold; the report counts the values that it cut.
    total = np.sum([group.astype(np.float32) for group in frame.groups.values()], axis=0)
    clipped = int((total > HALF_MAX).sum())
    planes = _planes("", "RGB", frame.beauty) | {"A": np.ascontiguousarray(frame.alpha, np.float16)}
    return Layer(
        name=BEAUTY, channels=planes, colour=True, unit="exposed, 0.18 is middle grey", clipped=clipped
    )


def _group(name: str, values: np.ndarray) -> Layer:
    over = int((np.abs(values) > HALF_MAX).sum())
    half = np.clip(values, -HALF_MAX, HALF_MAX).astype(np.float16) if over else values.astype(np.float16)
    layer = GROUP_PREFIX + name
    unit = "exposed, 0.18 is middle grey"
    return Layer(name=layer, channels=_planes(layer, "RGB", half), colour=True, unit=unit, clipped=over)


def _planes(layer: str, axes: str, values: np.ndarray) -> dict[str, np.ndarray]:
    prefix = f"{layer}." if layer else ""
    return {f"{prefix}{axis}": np.ascontiguousarray(values[..., k]) for k, axis in enumerate(axes)}


def _float(name: str, axes: str, values: np.ndarray, unit: str, *, colour: bool = False) -> Layer:
    stacked = values[..., None] if values.ndim == 2 else values
    return Layer(
        name=name, channels=_planes(name, axes, stacked.astype(np.float32)), colour=colour, unit=unit
    )


def _data(frame: Frame) -> Iterator[tuple[str, Layer]]:
    sky = f"metre, planar along the optical axis, sky {SKY_DEPTH:g}"
    yield "depth", _float("depth", "Z", frame.depth, sky)
    yield "normal", _float("N", "XYZ", frame.normal, "unit vector, world axes, +Z up, sky 0")
    yield "geometric_normal", _float("Ng", "XYZ", frame.geometric_normal, "unit vector, world axes, sky 0")
    yield "position", _float("P", "XYZ", frame.position, "metre, world, +Z up")
    yield "albedo", _float("albedo", "RGB", frame.albedo, "reflectance", colour=True)
    yield "roughness", _float("roughness", "Y", frame.roughness, "0..1, perceptual")
    yield "metallic", _float("metallic", "Y", frame.metallic, "0..1")
    yield "motion", _float("forward", "uv", frame.forward, "pixel to the next frame, x right, y down")
    yield "motion", _float("backward", "uv", frame.backward, "pixel to the previous frame, x right, y down")
    ids = {"id.I": np.ascontiguousarray(frame.ids, np.uint32)}
    yield "id", Layer(name="id", channels=ids, colour=False, unit="index into rayograph/names, sky 0")


def _mattes(frame: Frame) -> list[Layer]:
    pairs = cryptomatte.ranks(frame.matte_ids, frame.matte_coverage, frame.names)
    found = []
    for half in range(2):
        name = f"{cryptomatte.LAYER}{half:02d}"
        flat = pairs[:, :, 2 * half : 2 * half + 2].reshape(*pairs.shape[:2], 4)
        channels = _planes(name, "RGBA", flat)
        found.append(Layer(name=name, channels=channels, colour=False, unit="Cryptomatte 1.2 id, coverage"))
    return found


def _check_finite(layer: Layer, number: int) -> None:
    for channel, values in layer.channels.items():
        if values.dtype != np.uint32 and not np.isfinite(values).all():
            raise _not_finite(channel, values, number)


def _not_finite(name: str, values: np.ndarray, number: int) -> RenderError:
    bad = ~np.isfinite(values)
    row, column = (int(axis[0]) for axis in np.nonzero(bad)[:2])
    return RenderError(
        f"frame {number}, layer {name}: {int(bad.sum())} values are NaN or infinite, first at "
        f"column {column}, row {row}; every value must be finite: render the frame again with another seed"
    )
