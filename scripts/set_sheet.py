"""One set on one sheet: `python scripts/set_sheet.py tabletop sheet.png [--seeds 8 --width 320 --only 2,5]`.

Each row is a seed with its own hour, weather and light, planned from a short brief; each column one of four
cameras (wide, three-quarter, close, low) that the set is meant to survive. A world is built once per row.
Cells are kept as PNG files in a folder beside the sheet and are not rendered again, unless named by `--only`
(or `--fresh` for all): delete a cell, or stop and start again, and just what is missing is made.
"""

import argparse
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from rayograph.colour.view import quantised, sdr_preview
from rayograph.core.camera import exposure_scale
from rayograph.core.plan import CameraKey, CameraPlan, ShotPlan
from rayograph.deliver.paper import FAINT, INK, Paper
from rayograph.plan.planner import Settings, plan_brief
from rayograph.world import engine
from rayograph.world.render.meter import exposure_value, luminance
from rayograph.world.render.quality import Quality

BRIEFS: dict[str, tuple[str, ...]] = {
    "tabletop": (
        "noon. a pear and a ceramic bowl on an oak table, window light",
        "golden hour. a green bottle and an apple on a marble table, window light",
        "studio softbox from the left. a vase on a slate table",
        "overcast morning. a teapot and a cup on a linen tablecloth, window light",
        "night. a brass desk lamp and an old book on a walnut desk",
        "studio light, hard light from the right. a bronze bust on a paper sweep",
        "late afternoon. two lemons and a wine glass on a concrete table, window light",
        "candle light at night. a candle and a pear on a brass table",
    ),
    "interior": (
        "noon. a chair in a living room",
        "golden hour. an armchair in a living room, sun through the windows",
        "overcast morning. a chair in a kitchen",
        "night. a bowl and two oranges on the coffee table",
        "golden hour. a cup and a book on the coffee table",
        "dusk. a chair in a library",
        "morning sun. a basket in a bedroom",
        "night, moonlight through the window. a chair in a study",
    ),
    "lake": (
        "noon. a wooden crate in a meadow by a mountain lake",
        "golden hour. a tent in a meadow by a mountain lake",
        "overcast. a wooden barrel on the shore of a mountain lake",
        "misty dawn. a wooden chair by a mountain lake",
        "moonlit night. a lantern and a crate in a meadow by a mountain lake",
        "autumn afternoon. a wooden crate by a mountain lake",
        "winter noon, snow. a wooden barrel by a mountain lake",
        "blue hour. a campfire by a mountain lake",
    ),
    "street": (
        "noon. a bicycle on a city street",
        "golden hour. a red car parked on a cobbled street",
        "overcast. a wooden crate on a city street",
        "night, after rain. a yellow taxi on a city street, neon sign",
        "misty dawn. a chair on a street",
        "blue hour. a car parked on a city street",
        "late afternoon, wet street after rain. a bicycle on a cobbled street",
        "night. a crate on a city street",
    ),
}
"""Set → what each row shoots; row 0 is set seed 0."""

ROOM_STYLES = (
    "living_room",
    "living_room",
    "kitchen",
    "dining_room",
    "kitchen",
    "library",
    "bedroom",
    "study",
)
"""How the rows of the interior are furnished, whatever the planner makes of their briefs."""

Eye = tuple[tuple[float, float, float], tuple[float, float, float], float, float]
"""Position [m], target [m], focal length [mm], f-stop."""
CAMERAS: dict[str, dict[str, Eye]] = {
    "tabletop": {
        "wide": ((0.25, -2.35, 0.62), (0.05, 0.2, 0.16), 32.0, 5.6),
        "three-quarter": ((1.15, -1.2, 0.55), (-0.05, 0.05, 0.06), 38.0, 4.0),
        "close": ((0.12, -0.95, 0.24), (0.0, 0.0, 0.09), 60.0, 4.0),
        "low": ((-0.75, -1.35, 0.10), (0.12, 0.1, 0.16), 30.0, 5.6),
    },
    "tabletop studio": {
        "wide": ((0.2, -1.95, 0.5), (0.0, 0.1, 0.14), 42.0, 5.6),
        "three-quarter": ((0.75, -1.05, 0.5), (-0.05, 0.05, 0.05), 40.0, 4.0),
        "close": ((0.12, -0.95, 0.24), (0.0, 0.0, 0.09), 60.0, 4.0),
        "low": ((-0.55, -1.25, 0.10), (0.05, 0.1, 0.13), 35.0, 5.6),
    },
    "interior": {
        "wide": ((0.3, -3.6, 1.45), (0.0, 1.8, 0.95), 24.0, 8.0),
        "three-quarter": ((2.3, -1.4, 1.5), (-1.1, 2.0, 0.75), 26.0, 8.0),
        "close": ((-0.7, -0.5, 1.0), (0.9, 2.6, 0.65), 40.0, 4.0),
        "low": ((-1.5, -1.5, 0.4), (1.3, 2.4, 0.85), 22.0, 8.0),
    },
    "interior table": {
        "wide": ((0.4, -3.3, 0.95), (0.0, 0.6, 0.35), 24.0, 8.0),
        "three-quarter": ((1.5, -1.5, 0.75), (-0.4, 0.6, 0.1), 28.0, 5.6),
        "close": ((0.25, -1.0, 0.35), (0.0, 0.1, 0.07), 50.0, 4.0),
        "low": ((-1.1, -1.3, 0.12), (0.5, 0.7, 0.25), 26.0, 8.0),
    },
    "lake": {
        "wide": ((1.0, -9.0, 1.7), (0.0, 20.0, 2.5), 26.0, 8.0),
        "three-quarter": ((-5.0, -5.0, 1.5), (7.0, 20.0, 2.0), 32.0, 8.0),
        "close": ((0.8, -3.2, 0.9), (0.0, 0.3, 0.35), 45.0, 4.0),
        "low": ((2.0, -5.0, 0.35), (-5.0, 20.0, 4.0), 24.0, 8.0),
    },
    "street": {
        "wide": ((0.5, -9.0, 1.6), (0.0, 10.0, 2.0), 24.0, 8.0),
        "three-quarter": ((-2.8, -6.0, 1.6), (4.0, 6.0, 2.2), 26.0, 8.0),
        "close": ((1.2, -4.0, 1.2), (0.0, 2.0, 0.8), 45.0, 4.0),
        "low": ((-1.5, -6.0, 0.3), (1.5, 10.0, 3.2), 22.0, 8.0),
    },
}
DRAFT = Quality(samples=12, max_depth=6, denoiser="balanced", history=1)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A seed of the sheet: its plan and where its cells lie."""

    plan: ShotPlan
    cells: dict[str, Path]
    eyes: dict[str, Eye]


def row_of(kind: str, seed: int, width: int, folder: Path) -> Row:
    """Plan row `seed`; the set is built from that very seed, so that neighbours can be compared."""
    brief = BRIEFS[kind][seed % len(BRIEFS[kind])]
    size = Settings(width=width, height=2 * round(width * 9 / 32), seconds=0.05)
    plan = plan_brief(brief, seed=seed, settings=size)
    if plan.set.kind != kind:
        raise SystemExit(f"{brief!r} was planned on the {plan.set.kind} set, not the {kind}; mend BRIEFS")
    styles = {"room": ROOM_STYLES[seed % len(ROOM_STYLES)]} if kind == "interior" else {}
    chosen = plan.set.model_copy(update={"seed": seed, "options": {**plan.set.options, **styles}})
    plan = plan.model_copy(update={"set": chosen})
    special = plan.set.options.get("light") or plan.set.stage
    eyes = CAMERAS.get(f"{kind} {special}", CAMERAS[kind])  # panels stand about a studio's table
    return Row(plan=plan, eyes=eyes, cells={name: folder / f"{seed:02d}-{name}.png" for name in eyes})


def seen_by(plan: ShotPlan, eye: Eye) -> ShotPlan:
    """The plan with a still camera at `eye`, to be metered anew."""
    position, target, focal, stop = eye
    key = CameraKey(time=0.0, position=position, target=target, focal_mm=focal)
    return plan.model_copy(update={"camera": CameraPlan(keys=(key,), f_stop=stop, shutter_deg=0.0)})


def render_row(row: Row, quality: Quality) -> None:
    """Render the cells that are missing, from one build of the world."""
    missing = [name for name, path in row.cells.items() if not path.exists()]
    if not missing:
        return
    start = time.monotonic()
    world = engine.build_world(row.plan, quality)
    built = time.monotonic() - start
    first = next(iter(row.eyes.values()))
    shot = engine.open_shot(replace(world, plan=seen_by(row.plan, first)), quality)
    for name in missing:
        # Loading compiles for seconds: the other cameras look at the stage that is loaded already.
        there = replace(shot, world=replace(world, plan=seen_by(row.plan, row.eyes[name])))
        frame, _ = engine.render_frame(there, 0)
        light = frame.beauty.astype(np.float32) / np.float32(shot.scale)
        exposed = light * np.float32(exposure_scale(exposure_value(luminance(light))))
        Image.fromarray(quantised(sdr_preview(exposed))).save(row.cells[name])
    print(f"{row.plan.brief}: built in {built:.1f} s, {time.monotonic() - start:.1f} s in all", flush=True)


def compose(rows: list[Row], width: int) -> Image.Image:
    """All cells on one page, a caption over each row."""
    columns = max(len(row.cells) for row in rows)
    page = Paper(2 * 24 + columns * (width + 8) - 8, 24)
    for row in rows:
        chosen = row.plan.set
        end = page.label(f"{chosen.seed}  {row.plan.brief}", (24, page.y), 15, colour=INK)
        about = ", ".join(x for x in (chosen.stage, chosen.surface, *chosen.options.values()) if x)
        page.label(about, (end + 14, page.y), 13, colour=FAINT)
        page.y += 24
        for column, (name, path) in enumerate(row.cells.items()):
            picture = np.asarray(Image.open(path).convert("RGB"))
            size = (width, round(width * picture.shape[0] / picture.shape[1]))
            left = 24 + column * (width + 8)
            page.paste(picture, (left, page.y), size)
            page.caption(name, (left, page.y + size[1]), 11)
        page.y += size[1] + 14
    return page.finished()


def main() -> None:
    """Render and compose the sheet of one set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", choices=sorted(BRIEFS))
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--width", type=int, default=320)
    parser.add_argument("--samples", type=int, default=DRAFT.samples)
    parser.add_argument("--only", default="", help="rows to render anew, e.g. 2,5")
    parser.add_argument("--fresh", action="store_true", help="render every cell anew")
    asked = parser.parse_args()
    folder = asked.out.with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    again = {int(number) for number in asked.only.split(",") if number}
    rows = [row_of(asked.set, seed, asked.width, folder) for seed in range(asked.seeds)]
    for seed, row in enumerate(rows):
        if asked.fresh or seed in again:
            for path in row.cells.values():
                path.unlink(missing_ok=True)
    for seed, row in enumerate(rows):
        if not again or seed in again:
            render_row(row, replace(DRAFT, samples=asked.samples))
    done = [row for row in rows if all(path.exists() for path in row.cells.values())]
    compose(done, asked.width).save(asked.out)


if __name__ == "__main__":
    main()
