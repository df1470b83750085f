"""The shots of the bench: small, short, and asking for a little of everything."""

from rayograph.core.plan import ShotPlan
from rayograph.plan.planner import Settings, plan_brief

BRIEFS = {
    "drop": "a red ball drops into a white bowl on an oak table, hard sunlight from the left, 50mm, "
    "static camera",
    "knock": "a blue ball rolls from left to right and knocks over a yellow domino on a table, soft light",
    "still life": "a green apple on a book beside a lit brass table lamp and a 16 cm high glass vase "
    "on a table, warm light from the left",
    "car": "a yellow car drives from right to left along a city street at golden hour, "
    "hard light from the right",
    "push in": "slow push in on a red cube and a 14 cm high green vase, a blue mug to the left of the cube "
    "and a teapot behind the mug, light from the right",
}
WIDTH, HEIGHT = 256, 144
SECONDS = 1.0


def bench_plan(name: str, seed: int) -> ShotPlan:
    """The plan of a shot of the bench: 24 frames at 256x144."""
    return plan_brief(BRIEFS[name], seed=seed, settings=Settings(width=WIDTH, height=HEIGHT, seconds=SECONDS))
