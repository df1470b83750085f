"""Footage in, passes and a rig out: what the codec sees in pictures that no engine made.

Two passes over the footage: the first encodes it (latents are small and are kept) and finds the one rig of
the clip; the second decodes layers and writes a frame as soon as it is there. Light groups are the *shares*
that the codec sees, of the footage itself: they sum to the footage, not to a copy of it.
"""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from rayograph import __version__
from rayograph.codec import clips
from rayograph.codec.code import to_code
from rayograph.codec.layers import Layers
from rayograph.codec.model import Codec
from rayograph.codec.rig import OCTAVES, Rig, seen_lights
from rayograph.core.errors import OutputError
from rayograph.core.frame import FAR, SKY_DEPTH
from rayograph.deliver import exr
from rayograph.deliver.atomic import write_text
from rayograph.deliver.layers import HALF_MAX, Layer
from rayograph.deliver.skyfile import write_sky
from rayograph.footage import Footage

SOFTWARE = f"rayograph {__version__}"
FIRST = 1001
TILE = 24
"""Cells each way of a tile: memory does not grow with the picture."""
KNOWN = "beauty_code_db"
"""What weights say of their held-out clips: the fifth percentile of the error of their own pictures [dB]."""


@dataclass(frozen=True, kw_only=True)
class Lifted:
    """What was found. lights: names of the groups. like: how near the codec comes to the footage itself,
    PSNR [dB] in ACEScct code; known: what all but a twentieth of its held-out clips reach, None where weights
    do not say."""

    frames: int
    lights: tuple[str, ...]
    like: float
    known: float | None

    @property
    def outside(self) -> bool:
        """The footage is unlike what the weights have seen: layers are guesses."""
        return self.known is not None and self.like < self.known


def lift(
    codec: Codec, about: dict[str, object], footage: Footage, out: Path, *,
    report: Callable[[str, int], None] = lambda stage, done: None,
) -> Lifted:  # fmt: skip
    """Write `exr/lift.1001.exr` …, `rig.json` and `sky.exr` into `out`.

    Raises:
        OutputError: the footage cannot be read or is empty, or something cannot be written.
    """
    codec.eval()
    (out / "exr").mkdir(parents=True, exist_ok=True)
    count = 0

    def looked() -> Iterator[Tensor]:
        nonlocal count
        for frame in footage.frames():
            count += 1
            report("looking", count)
            yield torch.from_numpy(frame).permute(2, 0, 1)

    latents = list(clips.encode(codec, looked(), side=TILE))
    if not latents:
        raise OutputError(f"{footage.path} has no frames; give footage with one at least")
    with torch.inference_mode():
        rig = codec.rig(torch.cat(latents, 1))
    names, rows = seen_lights(rig)
    write_rig(rig, names, out)
    errors: list[float] = []
    frames = footage.frames()
    parts = clips.decode(codec, latents, rows, frames=count, size=footage.size, side=TILE)
    for number, layers in enumerate(singly(parts)):
        light = torch.from_numpy(next(frames)).permute(2, 0, 1)
        errors.append(float(((to_code(layers.beauty[0, 0]) - to_code(light)) ** 2).mean()))
        found = passes(layers, light, names)
        exr.write_layers(out / "exr" / f"lift.{FIRST + number}.exr", found, _header(footage, about, names),
                         time=exr.time_code(FIRST + number, footage.rate))  # fmt: skip
        report("writing", number + 1)
    like = -10 * math.log10(max(sum(errors) / len(errors), 1e-10))
    known = about.get(KNOWN)
    reached = float(known) if isinstance(known, int | float) else None
    return Lifted(frames=count, lights=names, like=like, known=reached)


def singly(parts: Iterator[Layers]) -> Iterator[Layers]:
    """Layers of one frame at a time."""
    for part in parts:
        for t in range(part.depth.shape[1]):
            cut = {name: getattr(part, name)[..., t : t + 1, :, :, :] for name in Layers.__dataclass_fields__}
            yield Layers(**cut)


DATA = {
    "N": ("XYZ", False, "unit vector, camera axes: x right, y down, z forward"),
    "albedo": ("RGB", True, "reflectance"),
    "roughness": ("Y", False, "0..1, perceptual"),
    "metallic": ("Y", False, "0..1"),
    "forward": ("uv", False, "pixel to the next frame, x right, y down"),
    "backward": ("uv", False, "pixel to the previous frame, x right, y down"),
    "confidence": ("Y", False, "0..1, of depth: 1 is certain"),
}
"""Axes, whether it is a colour, and unit of the estimated layers."""


def passes(layers: Layers, light: Tensor, names: tuple[str, ...]) -> list[Layer]:
    """The layers of one frame as a compositor names them; light "3 h w" is the footage itself."""
    whole = layers.beauty[0, 0]
    # Every group is its share times one amount, so the ratio holds below zero as well, in the code's toe.
    share = torch.where(
        whole.abs() > 1e-12, layers.groups[0, :, 0] / whole, torch.full_like(whole, 1 / len(names))
    )
    found = [
        _layer("rgba", "RGBA", torch.cat([light, layers.alpha[0, 0]]), True, "scene-linear, the footage")
    ]
    for name, part in zip(names, share, strict=True):
        found.append(_layer(f"light_{name}", "RGB", part * light, True, "estimated share of the footage"))
    depth = torch.where(layers.depth[0, 0] < 0.99 * FAR, layers.depth[0, 0], torch.tensor(SKY_DEPTH))
    found.append(_layer("depth", "Z", depth, False, f"metre, estimated, planar, sky {SKY_DEPTH:g}"))
    motion = layers.motion[0, 0]
    values = {"N": layers.normal[0, 0], "forward": motion[:2], "backward": motion[2:]}
    for name, (axes, colour, unit) in DATA.items():
        value = values[name] if name in values else getattr(layers, name)[0, 0]
        found.append(_layer(name, axes, value, colour, f"{unit}, estimated"))
    return found


def _layer(name: str, axes: str, values: Tensor, colour: bool, unit: str) -> Layer:
    array = values.float().numpy()
    if name == "rgba" or name.startswith("light_"):
        array = np.clip(array, -HALF_MAX, HALF_MAX).astype(np.float16)
    prefix = "" if name == "rgba" else f"{name}."
    channels = {f"{prefix}{axis}": np.ascontiguousarray(array[k]) for k, axis in enumerate(axes)}
    return Layer(name=name, channels=channels, colour=colour, unit=unit)


def _header(footage: Footage, about: dict[str, object], names: tuple[str, ...]) -> dict[str, object]:
    return {
        "framesPerSecond": Fraction(footage.rate),
        "software": SOFTWARE,
        "comments": f"estimated from {footage.path.name} ({footage.space})",
        "rayograph/weights": json.dumps(about, sort_keys=True),
        "rayograph/groups": ",".join(names),
    }


def write_rig(rig: Rig, names: tuple[str, ...], out: Path) -> None:
    """`rig.json` (axes: x right, y ahead and level, z up of the first camera) and `sky.exr`."""
    said: dict[str, object] = {
        "axes": "x right, y level ahead, z up, of the first frame's camera",
        "groups": names,
    }
    if "sun" in names:
        said["sun"] = {
            "towards": _numbers(rig.sun_towards[0]),
            "irradiance": _numbers(torch.exp2(OCTAVES * rig.sun[0])),
            "radius_deg": float(np.rad2deg(np.arcsin(min(1.0, 2.0 ** (OCTAVES * float(rig.sun_radius[0])))))),
        }
    said["lamps"] = [
        {
            "group": f"lamp{k + 1}",
            "towards": _numbers(rig.lamp_place[0, k, :3]),
            "metres": round(2.0 ** (4 * float(rig.lamp_place[0, k, 3])), 3),
            "flux_as_exposed": _numbers(torch.exp2(OCTAVES * rig.lamp[0, k])),
        }
        for k in range(rig.lamp.shape[1])
        if f"lamp{k + 1}" in names
    ]
    write_text(out / "rig.json", json.dumps(said, indent=2) + "\n")
    if "sky" in names:
        sky = torch.exp2(OCTAVES * rig.sky[0].float()).permute(1, 2, 0).clamp_max(HALF_MAX)
        write_sky(out / "sky.exr", sky.numpy(), software=SOFTWARE)


def _numbers(values: Tensor) -> list[float]:
    return [round(float(value), 4) for value in values]
