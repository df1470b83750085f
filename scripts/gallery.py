"""Make docs/gallery.md and its pictures: `python scripts/gallery.py [name …]` renders the named ones, or all.

Each picture is one frame of the plan that `rayograph plan BRIEF --seed N` gives, 960x540, standard quality,
ACES 2.0 SDR view, untouched. The README's moving picture is the default brief at 384x216 (name `first`).
"""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from rayograph.colour.view import quantised, sdr_preview
from rayograph.plan.planner import DEFAULT_BRIEF, Settings, plan_brief
from rayograph.world import engine
from rayograph.world.render.quality import QUALITIES

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SHOTS: dict[str, tuple[str, int, int]] = {
    "vanitas": (
        "two candles and a skull on old books on a dark wooden table, night, 85mm, shallow focus",
        0,
        6,
    ),
    "typewriter": ("a typewriter, a mug and a stack of letters on a walnut desk, morning window light", 0, 6),
    "perfume": (
        "packshot: a perfume bottle on a marble table, studio softbox, rim light, 100mm, close-up",
        0,
        6,
    ),
    "breakfast": (
        "a croissant, a jug and a bowl of oranges on a linen tablecloth, late afternoon light",
        1,
        6,
    ),
    "room": (
        "a guitar beside a green sofa in a living room at golden hour, sunlight from the left, 28mm",
        0,
        6,
    ),
    "library": ("a teapot and a stack of books in a library in the evening, lamps on, 50mm", 0, 6),
    "canoe": ("a red canoe drifts on a mountain lake at golden hour, 35mm", 1, 20),
    "camp": ("a tent and a campfire by a mountain lake on a moonlit night", 0, 6),
    "winter": ("a log cabin by a frozen mountain lake in winter, misty sunrise", 0, 6),
    "hotel": (
        'Night exterior, wet asphalt. A yellow taxi parked under a red neon sign reading "HOTEL LUNA", '
        "reflections in the puddles, low angle",
        0,
        6,
    ),
    "street": ("a green bicycle leans on a lamp post on a city street at golden hour, 50mm", 2, 6),
}
"""Name → (brief, seed, frame index)."""
HEAD = 3
"""Frames' worth of samples that a single picture gets."""


def picture(brief: str, seed: int, index: int, size: tuple[int, int] = (960, 540)) -> Image.Image:
    """One frame of a brief in the SDR view."""
    quality = replace(QUALITIES["standard"], head=HEAD)
    plan = plan_brief(brief, seed=seed, settings=Settings(width=size[0], height=size[1]))
    shot = engine.open_shot(engine.build_world(plan, quality), quality)
    frame, _ = engine.render_frame(shot, index)
    return Image.fromarray(quantised(sdr_preview(frame.beauty.astype(np.float32))))


def moving(path: Path) -> None:
    """The default brief as an animated WebP of at most 300 kB."""
    quality = QUALITIES["standard"]
    plan = plan_brief(DEFAULT_BRIEF, settings=Settings(width=384, height=216))
    shot = engine.open_shot(engine.build_world(plan, quality), quality)
    seen = [
        Image.fromarray(quantised(sdr_preview(frame.beauty.astype(np.float32))))
        for frame, _ in engine.frames(shot)
    ]
    for level in (80, 70, 60, 50, 40, 30):
        seen[0].save(
            path, save_all=True, append_images=seen[1:], duration=1000 // 24, loop=0, quality=level, method=6
        )
        if path.stat().st_size <= 300_000:
            return


def page() -> str:
    """The text of docs/gallery.md."""
    lines = [
        "# Gallery",
        "",
        "One frame each, as rendered (960×540, standard quality, 48 samples per pixel),",
        "ACES 2.0 SDR view, nothing retouched. `python scripts/gallery.py` makes them anew: a later version",
        "of planner or renderer makes somewhat different pictures than those that lie here.",
        "",
    ]
    for name, (brief, seed, _) in SHOTS.items():
        lines += [f"![{brief}](pictures/{name}.webp)", "", f"> {brief}", f"> `--seed {seed}`", ""]
    return "\n".join(lines)


def main(names: list[str]) -> None:
    """Render the named pictures, or all, and write the page."""
    PICTURES.mkdir(exist_ok=True)
    if not names or "first" in names:
        moving(PICTURES / "first.webp")
    for name, (brief, seed, index) in SHOTS.items():
        if not names or name in names:
            picture(brief, seed, index).save(PICTURES / f"{name}.webp", quality=88, method=6)
            print(name, flush=True)
    (PICTURES.parent / "gallery.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
