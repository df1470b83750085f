"""From the number of a place to the plans of its clips: pure, so that any process can make any of them."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from rayograph.core.errors import RayographError
from rayograph.core.plan import Drop, Launch, ShotPlan
from rayograph.core.time import parse_rate
from rayograph.plan.planner import Settings, plan_brief
from rayograph.train.data.factors import LIGHTS, WHERE, Factors, drawn, is_held_out, sentence
from rayograph.train.data.recipe import SIZES, DataRecipe

Split = Literal["train", "recombined", "beyond"]
SUN = (12.0, 55.0)
"""Heights of the sun [deg] in training; the split `beyond` has others."""
LOW_SUN, HIGH_SUN = (4.0, 9.0), (60.0, 78.0)
FASTER = (1.6, 2.2)
"""How many times faster things start in the split `beyond`."""
MOST = 3
"""Things beside the hero in training; in `beyond` there are more."""
TRIES = 40


@dataclass(frozen=True, kw_only=True)
class PlannedClip:
    """A clip to be shot: its place in the data set, what varies, the plan."""

    number: int
    split: Split
    factors: Factors
    plan: ShotPlan


def planned(recipe: DataRecipe, place: int) -> list[PlannedClip]:
    """The clips of a place: one set, one light, different casts, events and cameras.

    Combinations that the planner refuses are drawn again; a place never has fewer clips than the recipe says.

    Raises:
        RayographError: no combination of this place could be planned.
    """
    rng = np.random.default_rng([recipe.seed, place])
    split = _split(recipe, rng)
    names, shares = zip(*recipe.places, strict=True)
    kind = str(rng.choice(names, p=np.array(shares) / sum(shares)))
    light, where = str(rng.choice(LIGHTS[kind])), str(rng.choice(WHERE[kind]))
    width, height = SIZES[int(rng.random() < recipe.large)]
    seconds = recipe.frames / float(parse_rate(recipe.fps))
    settings = Settings(width=width, height=height, fps=recipe.fps, seconds=seconds)
    clips: list[PlannedClip] = []
    refused: list[str] = []
    while len(clips) < recipe.clips_per_place:
        if len(refused) > TRIES:
            raise RayographError(
                f"place {place}: nothing could be planned; the last refusal was: {refused[-1]}"
            )
        others = int(rng.integers(MOST + 2, 7) if split == "beyond" else rng.integers(0, MOST + 1))
        factors = _wanted(split, kind, light, where, rng, others)
        try:
            plan = plan_brief(sentence(factors), seed=int(rng.integers(2**31 - 1)), settings=settings)
        except RayographError as error:
            refused.append(str(error))
            continue
        first = clips[0].plan.set if clips else plan.set
        if plan.set.kind != kind:
            refused.append(f"{sentence(factors)!r} went to the {plan.set.kind}")
            continue
        same = plan.model_copy(update={"set": first})
        number = place * recipe.clips_per_place + len(clips)
        clips.append(PlannedClip(number=number, split=split, factors=factors, plan=_varied(same, split, rng)))
    return clips


def _split(recipe: DataRecipe, rng: np.random.Generator) -> Split:
    draw = rng.random()
    if draw < recipe.recombined:
        return "recombined"
    return "beyond" if draw < recipe.recombined + recipe.beyond else "train"


def _wanted(
    split: Split, kind: str, light: str, where: str, rng: np.random.Generator, others: int
) -> Factors:
    """A combination that belongs to the split."""
    while True:
        factors = drawn(kind, light, where, rng, others=others)
        if is_held_out(factors) == (split == "recombined"):
            return factors


def _varied(plan: ShotPlan, split: Split, rng: np.random.Generator) -> ShotPlan:
    """The plan with the sun's height and the speeds of its split."""
    rig = plan.rig
    if rig.sun is not None and not rig.sun.moon and plan.set.kind in ("lake", "street"):
        span = SUN if split != "beyond" else (LOW_SUN if rng.random() < 0.5 else HIGH_SUN)
        low, high = span
        height = float(
            np.clip(rig.sun.elevation_deg, low, high) if split != "beyond" else rng.uniform(low, high)
        )
        rig = rig.model_copy(update={"sun": rig.sun.model_copy(update={"elevation_deg": round(height, 2)})})
    times = float(rng.uniform(*FASTER)) if split == "beyond" else 1.0
    action = tuple(_faster(event, times) for event in plan.action)
    return plan.model_copy(update={"rig": rig, "action": action})


def _faster(event: object, times: float) -> object:
    if isinstance(event, Launch):
        velocity = tuple(round(v * times, 4) for v in event.velocity)
        return event.model_copy(update={"velocity": velocity})
    if isinstance(event, Drop):
        return event.model_copy(update={"height": round(event.height * times, 4)})
    return event
