"""Where a thinking lies: reasoning.json, reasoning.html and a picture of every attempt, beside the shot."""

from pathlib import Path

import numpy as np
from PIL import Image

from rayograph.colour.view import quantised, sdr_preview
from rayograph.deliver.atomic import atomic_path, write_text
from rayograph.generate.think.page import page
from rayograph.generate.think.record import Reasoning
from rayograph.generate.think.sketch import Sketch

FOLDER = "reasoning"


def keep_picture(out: Path, number: int, made: Sketch) -> str:
    """Write the lit frames of a sketch side by side; its name relative to `out`."""
    (out / FOLDER).mkdir(parents=True, exist_ok=True)
    strip = np.concatenate(list(made.lit.beauty.astype(np.float32)), axis=1)
    name = f"{FOLDER}/attempt_{number:03d}.png"
    with atomic_path(out / name) as temporary:
        Image.fromarray(quantised(sdr_preview(strip))).save(temporary, format="PNG")
    return name


def keep_reasoning(out: Path, reasoning: Reasoning) -> None:
    """Write reasoning.json and reasoning.html.

    Raises:
        OutputError: the folder cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    write_text(out / "reasoning.json", reasoning.model_dump_json(indent=2) + "\n")
    write_text(out / "reasoning.html", page(reasoning, out))
