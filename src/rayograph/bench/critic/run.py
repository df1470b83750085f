"""How often the critic says no to broken shots, and how often to good ones."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TextIO

from rayograph.bench.critic.briefs import bench_plan
from rayograph.bench.critic.broken import BREAKS, Break, Seen
from rayograph.bench.critic.stand import (
    Stand,
    data_reel,
    lit_frames,
    lit_reel,
    run_of,
    set_up,
)
from rayograph.bench.critic.verdicts import Tried, Verdicts, tried, verdicts
from rayograph.core.frame import Frame
from rayograph.critic.finding import Finding
from rayograph.critic.reel import Reel
from rayograph.generate.think.sketch import lit_moments
from rayograph.world import engine

CATCHES, FALSE_ALARMS = 0.95, 0.05
"""What is aimed at: at least, at most."""


@dataclass(frozen=True, kw_only=True)
class Good:
    """What was found of a shot that nobody broke."""

    shot: str
    found: Verdicts


def run(shots: list[str], seeds: int, out: TextIO) -> None:
    """Judge every shot with each seed as it is, and the first seed's with every fault that applies; print."""
    goods: list[Good] = []
    faults: list[Tried] = []
    for name in shots:
        for seed in range(1, seeds + 1):
            stand = set_up(bench_plan(name, seed))
            first = seed == 1
            reels, frames = unbroken(stand)
            found = {seen: verdicts(stand.plan, reel, seen) for seen, reel in reels.items()}
            goods += [Good(shot=f"{name} {seed}", found=each) for each in found.values()]
            for fault, reel in broken(stand, frames) if first else ():
                seen = fault.seen
                told = tried(fault, name, found[seen], verdicts(stand.plan, reel, seen))
                faults.append(told)
                out.write(f"{name:12} {fault.name:20} {'caught' if told.caught else 'MISSED'}\n")
                out.flush()
            del stand, reels, frames
            engine.hand_back()
    out.write(table(goods, faults))


def unbroken(stand: Stand) -> tuple[dict[Seen, Reel], dict[Seen, list[Frame]]]:
    """The reels of a good shot, and its frames with light, to which gains are applied."""
    frames: dict[Seen, list[Frame]] = {
        "light": lit_frames(stand, lit_moments(stand.plan)),
        "run": lit_frames(stand, run_of(stand.plan)),
    }
    reels: dict[Seen, Reel] = {seen: lit_reel(stand, each) for seen, each in frames.items()}
    return {"data": data_reel(stand), **reels}, frames


def broken(stand: Stand, frames: dict[Seen, list[Frame]]) -> Iterator[tuple[Break, Reel]]:
    """Every fault that applies, with the frames that it shows in."""
    for fault in BREAKS:
        made = fault.make(stand)
        if made is None:
            continue
        if fault.seen == "data":
            yield fault, data_reel(made)
        elif made.sun is not None:
            yield fault, lit_reel(made, lit_frames(made, lit_moments(stand.plan)))
        else:
            yield fault, lit_reel(replace(stand, gains=made.gains), frames[fault.seen])


def table(goods: list[Good], faults: list[Tried]) -> str:
    """Markdown: a row per measure, and the totals."""
    rows = ["| Measure | Nearest to its limit on good shots | False fails | Breaks tried | Caught |",
            "|---|---|---|---|---|"]  # fmt: skip
    by_measure: dict[str, list[Finding]] = {}
    for good in goods:
        for (measure, _), finding in good.found.items():
            by_measure.setdefault(measure, []).append(finding)
    for measure in sorted(by_measure):
        told = [each for each in by_measure[measure] if each.verdict != "unmeasured"]
        wrong = sum(each.verdict == "fail" for each in told)
        due = [each for each in faults if measure in each.fault.caught_by and measure in each.able]
        caught = sum(measure in each.failed for each in due)
        rows.append(f"| {measure} | {_nearest(told)} | {wrong} of {len(told)} | {len(due)} | {caught} |")
    told = [f for each in by_measure.values() for f in each if f.verdict != "unmeasured"]
    wrong, caught = sum(f.verdict == "fail" for f in told), sum(each.caught for each in faults)
    rows.append(_total("caught", caught, len(faults), f"at least {CATCHES:.0%}"))
    rows.append(_total("false fails on good shots", wrong, len(told), f"at most {FALSE_ALARMS:.0%}"))
    missed = [f"{each.shot}: {each.fault.name}" for each in faults if not each.caught]
    return "\n".join([*rows, *(["", "missed: " + "; ".join(missed)] if missed else []), ""])


def _total(what: str, part: int, whole: int, aim: str) -> str:
    share = f"{part / whole:.1%}" if whole else "-"
    return f"\n{what}: {part} of {whole} ({share}; aim: {aim})"


def _nearest(told: list[Finding]) -> str:
    """The passing value with the least margin."""
    passed = [each for each in told if each.verdict == "pass" and each.margin is not None]
    if not passed:
        return "-"
    least = min(passed, key=lambda each: each.margin or 0.0)
    return "-" if least.value is None else f"{least.value:.3g} {least.unit}".strip()
