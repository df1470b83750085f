"""How good a codec is on clips it has not seen, beside a trilinear reference of equal size."""

from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np
import torch

from rayograph.bench import codec_cost
from rayograph.bench.codec_baseline import trilinear
from rayograph.bench.codec_figures import angle_deg, figures, flicker, still, sun_error_deg
from rayograph.codec import weights
from rayograph.codec.model import Codec
from rayograph.train.batch import Listed, collated, listed, shape_of, window
from rayograph.train.data.mix import drawn
from rayograph.train.reconstructions import decoded

TARGETS = {
    "beauty_code_db": "≥ 40",
    "beauty_view_db": "≥ 34",
    "highlight_stops": "≤ 0.25",
    "depth_abs_rel": "≤ 0.03",
    "normal_deg": "≤ 6",
    "albedo_db": "≥ 30",
    "relit_view_db": "≥ 33",
    "sun_deg": "≤ 8",
    "flicker_ratio": "≤ 1.5",
}
"""What is aimed at; figures without a target are printed all the same."""
MEDIANS = ("sun_deg",)
"""Figures whose median over clips is told; of the others the mean."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """Figures by name, each a value per clip that has it, of the codec and of the reference."""

    codec: dict[str, list[float]]
    reference: dict[str, list[float]]


def run(
    path: Path, data: Path, split: str, most: int, out: TextIO, *, cost: bool, rivals: bool
) -> tuple[Judged, list[Listed]]:
    """Judge the weights on the clips of a split and print a table; what was found, and on which clips.

    Args:
        most: clips at most. cost: time decoding and measure memory too. rivals: time other codecs'
            decoders beside it.

    Raises:
        ModelError, OutputError: weights or clips cannot be used.
    """
    codec, about = weights.load(path)
    clips = listed(data, split)[:most]
    out.write(f"{path.name} ({about}), {len(clips)} clips of the split {split!r} of {data}\n")
    found = judged(codec, clips)
    write_table(found, out)
    if cost:
        for line in codec_cost.lines(codec, rivals=rivals):
            out.write(line + "\n")
            out.flush()
    return found, clips


def judged(codec: Codec, clips: list[Listed]) -> Judged:
    """Every figure of every clip."""
    found: tuple[dict[str, list[float]], dict[str, list[float]]] = ({}, {})
    suns, ours = [], []
    for number, of in enumerate(clips):
        clip = window(of, 0, _frames(of))
        batch = collated([clip], codec.config.lamps)
        layers, latents = decoded(codec, batch)
        gains = drawn(clip, clip.depth.shape[1:], np.random.default_rng(number)).gains
        where = still(clip)
        own = flicker(batch.beauty, clip, where)
        for store, each in zip(found, (layers, trilinear(batch, codec.config.latent)), strict=True):
            values = figures(each, batch, gains)
            if own > 0:
                values["flicker_ratio"] = flicker(each.beauty, clip, where) / own
            for name, value in values.items():
                store.setdefault(name, []).append(value)
        with torch.inference_mode():
            angle = sun_error_deg(codec.rig(latents), batch.rig)
        if angle is not None:
            ours.append(angle)
            suns.append(batch.rig.sun_towards[0].numpy())
    if suns:
        # The reference has no rig: it answers the mean of all true directions, the best constant there is.
        constant = np.mean(suns, axis=0)
        found[0]["sun_deg"], found[1]["sun_deg"] = ours, [angle_deg(constant, sun) for sun in suns]
    return Judged(codec=found[0], reference=found[1])


def _frames(of: Listed) -> int:
    """All frames of a clip that fill whole cells."""
    return (shape_of(of)[0] - 1) // 4 * 4 + 1


def write_table(found: Judged, out: TextIO) -> None:
    """A line per figure: codec, reference, target, on how many clips."""
    out.write(f"{'figure':16} {'codec':>9} {'trilinear':>10} {'target':>8} {'clips':>6}\n")
    for name, values in found.codec.items():
        ours, theirs = told(name, values), told(name, found.reference[name])
        out.write(f"{name:16} {ours:9.3f} {theirs:10.3f} {TARGETS.get(name, ''):>8} {len(values):6}\n")
    out.flush()


def told(name: str, values: list[float]) -> float:
    """What is told of a figure: its mean or median over clips."""
    return float(np.median(values) if name in MEDIANS else np.mean(values))
