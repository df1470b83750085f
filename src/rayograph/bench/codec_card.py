"""Weights made ready to ship: what they reached is written into them and onto a card beside them."""

import json
import platform
from pathlib import Path

import numpy as np
import torch

from rayograph.bench.codec import MEDIANS, TARGETS, Judged, told
from rayograph.codec import weights
from rayograph.codec.model import Codec
from rayograph.generate.lift import KNOWN
from rayograph.train.batch import Listed
from rayograph.train.data.clip import catalogue

WORST = 3
"""Clips that the card names as failures."""


def ship(
    codec: Codec, about: dict[str, object], found: Judged, clips: list[Listed], data: Path, path: Path
) -> None:
    """Write the weights to `path` and their card beside it (`.md`).

    Raises:
        OutputError: they cannot be written.
    """
    reached = float(np.quantile(found.codec[KNOWN], 0.05))
    said = {
        **about,
        KNOWN: round(reached, 2),
        "judged_on": f"{len(clips)} clips of {clips[0].about['split']}",
    }
    weights.save(codec, path, about=said)
    path.with_suffix(".md").write_text(card(codec, said, found, clips, data, path), encoding="utf-8")


def card(
    codec: Codec, about: dict[str, object], found: Judged, clips: list[Listed], data: Path, path: Path
) -> str:
    """The card: what the weights are, what they saw, every figure, where they fail worst."""
    count = sum(weight.numel() for weight in codec.parameters()) / 1e6
    seen: dict[str, int] = {}
    for _, _, each in catalogue(data):
        seen[each["split"]] = seen.get(each["split"], 0) + 1
    rows = [
        f"| {name} | {told(name, values):.3f} | {told(name, found.reference[name]):.3f} | "
        f"{TARGETS.get(name, '')} | {len(values)} |"
        for name, values in found.codec.items()
    ]
    worst = np.argsort(found.codec[KNOWN])[:WORST]
    failures = [f"- {found.codec[KNOWN][k]:.1f} dB: {clips[k].about['caption']}" for k in worst]
    middle = ", ".join(MEDIANS)
    return "\n".join(
        [
            f"# {path.stem}",
            "",
            f"A codec of {count:.1f} M parameters (`docs/codec.md`), {codec.config}.",
            "",
            f"- Trained: {json.dumps(about)}.",
            f"- Clips made: {json.dumps(seen)}, by {(data / 'recipe.json').read_text().strip()}",
            f"- Judged on {platform.machine()}, torch {torch.__version__}, by `rayograph bench codec`.",
            "",
            f"Means over clips ({middle}: medians), beside the trilinear reference of equal size.",
            "",
            "| Figure | Codec | Trilinear | Target | Clips |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "Worst of them, by beauty in ACEScct code:",
            "",
            *failures,
            "",
        ]
    )
