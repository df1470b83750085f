"""Look at briefs as a director would: a strip of draft frames for each, under the words that asked for it.

`python scripts/brief_sheet.py FOLDER "a red canoe …" ["another brief" …]` makes FOLDER/NAME.png for each;
`python scripts/brief_sheet.py FOLDER --file briefs.json [--only a01,a07]` for a JSON list of {"id", "brief"}.
What is there already is kept. Under each frame stands how much of it each of the cast covers [%], so that
what is lost, tiny or cut off shows in numbers too.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from rayograph.colour.view import quantised, sdr_preview
from rayograph.core.errors import RayographError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver.paper import FAINT, INK, Paper
from rayograph.plan.planner import plan_brief
from rayograph.world import engine
from rayograph.world.render.quality import Quality

LOOK = Quality(samples=4, max_depth=4, denoiser="fast", history=1, head=2, detail="draft")
AREA = 320 * 180
"""Pixels of one frame, whatever its aspect."""
EDGE = 16


def shares(plan: ShotPlan, frame: Frame) -> str:
    """The part of the frame [%] that each of the cast covers, by its matte."""
    told = []
    for member in plan.cast:
        if member.id in frame.names:
            own = frame.matte_ids == frame.names.index(member.id)
            told.append(f"{member.id} {100 * np.where(own, frame.matte_coverage, 0).sum(-1).mean():.1f}")
    return "  ".join(told)


def strip(brief: str, seed: int, count: int, path: Path) -> None:
    """Plan a brief and draw `count` of its frames, from head to tail, as one page."""
    try:
        plan = plan_brief(brief, seed=seed)
        quality = replace(LOOK, scale=min(1.0, (AREA / (plan.format.width * plan.format.height)) ** 0.5))
        shot = engine.open_shot(engine.build_world(plan, quality), quality)
    except RayographError as error:
        page = Paper(1600, EDGE)
        page.text(brief, 20, INK, gap=12, lines=4)
        page.text(f"refused: {error}", 20, FAINT, gap=12, lines=4)
        page.finished().save(path)
        return
    last = plan.format.frames - 1
    seen = []
    for index in sorted({round(last * k / max(count - 1, 1)) for k in range(count)}):
        frame, _ = engine.render_frame(shot, index)
        told = f"frame {plan.format.first_frame + index}: {shares(plan, frame)}"
        seen.append((quantised(sdr_preview(frame.beauty.astype(np.float32))), told))
    high, wide = seen[0][0].shape[:2]
    page = Paper(2 * EDGE + len(seen) * (wide + 8) - 8, EDGE)
    page.text(brief, 17, INK, gap=8, lines=4)
    lost = "".join(
        f" · not shot: {r.phrase} ({r.meaning})" for r in plan.readings if r.verdict == "ungrounded"
    )
    page.text(f"{plan.set.kind}, {shot.world.plan.camera.move}{lost}", 14, FAINT, gap=8, lines=3)
    for place, (picture, _) in enumerate(seen):
        page.paste(picture, (EDGE + place * (wide + 8), page.y), (wide, high))
    page.y += high + 8
    for _, told in seen:
        page.text(told, 12, FAINT, gap=4, lines=2)
    page.finished().save(path)


def asked_for(asked: argparse.Namespace) -> dict[str, str]:
    """Name → brief of what the command line names."""
    if asked.file is None:
        return {"-".join(brief.lower().split()[:6]).replace("/", ""): brief for brief in asked.briefs}
    only = set(asked.only.split(",")) - {""}
    listed = {entry["id"]: entry["brief"] for entry in json.loads(asked.file.read_text(encoding="utf-8"))}
    return {name: brief for name, brief in listed.items() if not only or name in only}


def main() -> None:
    """Draw the strips; each in a process of its own, so that memory does not add up."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("briefs", nargs="*")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--only", default="", help="ids of the file, e.g. a01,a07")
    parser.add_argument("--frames", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fresh", action="store_true", help="draw again what is there already")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    todo = {asked.folder / f"{name}.png": brief for name, brief in asked_for(asked).items()}
    todo = {path: brief for path, brief in todo.items() if asked.fresh or not path.exists()}
    if len(todo) == 1:
        ((path, brief),) = todo.items()
        strip(brief, asked.seed, asked.frames, path)
        print(path, flush=True)
        return
    for path, brief in todo.items():
        command = [sys.executable, __file__, str(path.parent), "--file", "/dev/stdin", "--fresh"]
        command += ["--frames", str(asked.frames), "--seed", str(asked.seed)]
        text = json.dumps([{"id": path.stem, "brief": brief}])
        subprocess.run(command, input=text, text=True, check=False)


if __name__ == "__main__":
    main()
