"""What a frame of the `trace` engine costs: core-seconds, path samples per second, peak memory, per set."""

import resource
import time
from typing import TextIO

from rayograph.core.plan import ShotPlan
from rayograph.plan.planner import Settings, plan_brief
from rayograph.world import engine
from rayograph.world.render.quality import QUALITIES

BRIEFS = {
    "tabletop": "a red ball drops beside a glass vase on an oak table by a window",
    "interior": "a chair in a living room in the afternoon, slow dolly in",
    "lake": "a wooden boat by a mountain lake at golden hour, slow pan right",
    "street": "a yellow car on a city street at dusk, slow dolly in",
}
FLOOR = (
    "floor in the notes: 8 objects, 256x144, 16 spp: 0.28 core-s bare, 0.54 with passes "
    "(2.1 M paths per core-s)"
)


def bench_plan(kind: str) -> ShotPlan:
    """The plan that the bench shoots for a set: 49 frames at 512x288."""
    return plan_brief(BRIEFS[kind], seed=1, settings=Settings(width=512, height=288, seconds=49 / 24))


def run(sets: list[str], count: int, out: TextIO) -> None:
    """Time `count` frames of each set at standard quality, after one to warm up, and print a table."""
    quality = QUALITIES["standard"]
    out.write(f"512x288, {quality.samples} spp, all passes; {FLOOR}\n")
    out.write(
        f"{'set':10} {'open s':>7} {'core-s/frame':>13} {'wall s/frame':>13} "
        f"{'Mpaths/core-s':>14} {'peak GB':>8}\n"
    )
    for kind in sets:
        start = time.time()
        shot = engine.open_shot(engine.build_world(bench_plan(kind), quality), quality)
        opened = time.time() - start
        _, history = engine.render_frame(shot, 0)
        cpu, wall = time.process_time(), time.time()
        for index in range(1, count + 1):
            _, history = engine.render_frame(shot, index, history)
        cpu, wall = (time.process_time() - cpu) / count, (time.time() - wall) / count
        width, height = engine.raster(shot.world.plan, quality)
        paths = width * height * quality.samples / 1e6 / cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        out.write(f"{kind:10} {opened:7.1f} {cpu:13.2f} {wall:13.2f} {paths:14.2f} {peak:8.2f}\n")
        out.flush()
        del shot, history  # or the next set is built while this one is held
        engine.hand_back()
