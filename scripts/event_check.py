"""Check without rendering what a brief says happens: who moves, whom it touches, when, and whether in frame.

`python scripts/event_check.py ["brief" …]` or `--file briefs.json [--only a01,a07]`. Each brief is planned
and simulated; the true poses, seen by the planned camera, say what a director would look for in the frames.
"""

import argparse
import json
import time as clock
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rayograph.core.camera import camera_at, project
from rayograph.core.catalogue import cast_kind
from rayograph.core.errors import RayographError
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate
from rayograph.plan.brief import read_brief
from rayograph.plan.facts import Motion
from rayograph.plan.ledger import Ledger
from rayograph.plan.outcomes import with_outcomes
from rayograph.plan.planner import plan_brief
from rayograph.world.cast.build import build
from rayograph.world.cords import with_cords
from rayograph.world.scene import Prop
from rayograph.world.sets.build import build_set
from rayograph.world.simulate.run import simulate
from rayograph.world.simulate.truth import Truth

STEPS = 60
"""Moments at which a shot is looked at."""
STIRS = 0.04
"""A thing moves while a point of it is faster than this part of its size a moment, or of 10 cm [1]."""


@dataclass(frozen=True, kw_only=True)
class Track:
    """What one thing does: when it moves (parts of the shot), how far it goes, leans and falls [m, deg], the
    least and the greatest part of the frame that it is wide or high, the part of its time out of frame."""

    start: float
    end: float
    far: float
    lean: float
    fall: float
    size: tuple[float, float]
    lost: float

    @property
    def moves(self) -> bool:
        """Whether it moves at all."""
        return self.end > self.start


def _cloud(prop: Prop) -> np.ndarray:
    points = np.concatenate([part.mesh.vertices for part in prop.parts])
    return points[:: max(1, len(points) // 160)]


def track(plan: ShotPlan, truth: Truth, prop: Prop, name: str) -> Track:
    """Follow one thing through the shot."""
    seconds = _seconds(plan)
    times = np.linspace(0.0, seconds, STEPS + 1)
    if name in truth.cloth:
        clouds = [truth.cloth_vertices(name, t)[::7].astype(float) for t in times]
        poses = [np.eye(4)] * len(times)
    else:
        cloud = _cloud(prop)
        poses = [truth.pose(name, t) for t in times]
        clouds = [cloud @ p[:3, :3].T + p[:3, 3] for p in poses]
    extent = float(np.ptp(clouds[0], axis=0).max())
    pace = [float(np.linalg.norm(b - a, axis=1).max()) for a, b in zip(clouds, clouds[1:], strict=False)]
    active = np.flatnonzero(np.array(pace) > STIRS * min(extent, 0.1) * 3.0 / STEPS * seconds)
    sizes, lost = [], []
    for k, moment in enumerate(times):
        at = project(camera_at(plan.camera, plan.format, moment), clouds[k])[:, :2] / [
            plan.format.width,
            plan.format.height,
        ]
        low, high = at.min(0), at.max(0)
        inside = np.clip(np.minimum(high, 1) - np.maximum(low, 0), 0, None) / np.maximum(high - low, 1e-9)
        sizes.append(float((high - low).max()))
        lost.append(float(inside.prod()) < 0.5)
    during = range(active[0], active[-1] + 2) if len(active) else range(len(times))
    lean = float(np.degrees(np.arccos(np.clip(poses[-1][:3, 2] @ poses[0][:3, 2], -1, 1))))
    return Track(
        start=active[0] / STEPS if len(active) else 0.0,
        end=(active[-1] + 1) / STEPS if len(active) else 0.0,
        far=max(float(np.linalg.norm(c.mean(0) - clouds[0].mean(0))) for c in clouds),
        lean=lean,
        fall=float(clouds[0].mean(0)[2] - clouds[-1].mean(0)[2]),
        size=(min(sizes[k] for k in during), max(sizes[k] for k in during)),
        lost=float(np.mean([lost[k] for k in during])),
    )


def _seconds(plan: ShotPlan) -> float:
    return plan.format.frames / float(parse_rate(plan.format.fps))


def _blows(plan: ShotPlan, truth: Truth) -> list[tuple[float, float, str, str]]:
    """First blow between each two things of which one moves: part of the shot, speed, names."""
    first: dict[tuple[str, str], tuple[float, float]] = {}
    for contact in truth.contacts:
        pair = (contact.a, contact.b)
        if contact.speed > 0.04 and pair not in first:
            first[pair] = contact.time / _seconds(plan), contact.speed
    return sorted((*v, *pair) for pair, v in first.items())


def faults(
    brief: str, plan: ShotPlan, tracks: dict[str, Track], blows: list[tuple[float, float, str, str]]
) -> list[str]:
    """What a director would send back."""
    found = [f"NOT DONE {r.phrase!r}: {r.meaning}" for r in plan.readings if r.verdict == "ungrounded"]
    facts = with_outcomes(read_brief(Ledger(brief)))
    for motion in facts.motions:
        names = [
            [m.id for m in plan.cast if k >= 0 and m.kind == facts.things[k].kind]
            for k in (motion.subject, motion.target)
        ]
        what = f"{facts.things[motion.subject].kind} {motion.style}"
        found += [f"{fault} ({what})" for fault in _faults_of(motion, *names, plan, tracks, blows)]
    return found


def _faults_of(
    motion: Motion,
    mine: list[str],
    struck: list[str],
    plan: ShotPlan,
    tracks: dict[str, Track],
    blows: list[tuple[float, float, str, str]],
) -> list[str]:
    acting = {e.object for e in plan.action}
    moving = [i for i in mine if tracks[i].moves]
    if not moving:
        return ["STILL" + ("" if set(mine) & acting else ", no event")]
    found = []
    if motion.which == "" and len(moving) < 0.6 * len(mine) and not struck:
        found.append(f"FEW: {len(moving)} of {len(mine)} move")
    passing = motion.style in ("drive", "sail", "spin", "swing", "cradle")
    leaders = [i for i in moving if i in acting] or moving
    end = max(tracks[i].end for i in leaders)
    if not passing and end < 0.4:
        found.append(f"EARLY: it ends at {end:.2f}")
    lost = min(tracks[i].lost for i in leaders)
    if lost > (0.55 if passing else 0.3):
        found.append(f"OUT {100 * lost:.0f}% of its time")
    size = max(tracks[i].size[1] for i in leaders)
    if size < 0.06:
        found.append(f"TINY: {100 * size:.1f}%")
    if motion.off_edge and max(tracks[i].fall for i in moving + struck) < 0.1:
        found.append("NOT OFF the edge")
    if struck and motion.style != "drape":
        found += _faults_of_blow(mine, struck, blows, motion.into)
    fallers = struck if struck and motion.falls else mine if motion.style == "topple" else []
    alone = motion.which == "" and motion.target_which == ""
    return found + (_faults_of_fall(fallers, plan, tracks, alone) if fallers else [])


def _faults_of_blow(
    mine: list[str], struck: list[str], blows: list[tuple[float, float, str, str]], into: bool
) -> list[str]:
    times = [t for t, _, a, b in blows if {a, b} & set(mine) and {a, b} & set(struck) and a != b]
    if not times:
        return ["MISS"]
    if times[0] < 0.25 and not into:
        return [f"EARLY blow at {times[0]:.2f}"]
    return [f"LATE blow at {times[0]:.2f}"] if times[0] > 0.85 else []


def _faults_of_fall(fallers: list[str], plan: ShotPlan, tracks: dict[str, Track], alone: bool) -> list[str]:
    found = []
    down = [i for i in fallers if tracks[i].lean > 50 or tracks[i].fall > min(0.4 * _tall(plan, i), 0.04)]
    if len(down) < 0.6 * len(fallers) and alone:
        found.append(f"NOFALL: {len(down)} of {len(fallers)} down")
    begin = min((tracks[i].start for i in down), default=1.0)
    if begin < 0.2:
        found.append(f"EARLY fall at {begin:.2f}")
    lost = [i for i in fallers if tracks[i].moves and tracks[i].lost > 0.3]
    if len(lost) > 0.3 * len(fallers):
        found.append(f"OUT: {len(lost)} of {len(fallers)} that fall leave the frame")
    return found


def _tall(plan: ShotPlan, name: str) -> float:
    member = next(m for m in plan.cast if m.id == name)
    kind = cast_kind(member.kind)
    return member.height_m or (kind.size[2] if kind else 0.1)


def check(name: str, brief: str, seed: int) -> bool:
    """Check one brief and print what was found; whether nothing is wrong."""
    begun = clock.perf_counter()
    try:
        plan = plan_brief(brief, seed=seed)
        planned = clock.perf_counter()
        built = build_set(plan.set, detail="draft")
        props = {member.id: build(member) for member in plan.cast}
        ready = clock.perf_counter()
        props, truth = with_cords(props, simulate(plan, props, built))
    except RayographError as error:
        print(f"== {name}: {brief[:150]}\n   !! REFUSED {error}", flush=True)
        return False
    done = clock.perf_counter()
    print(f"== {name}: {brief[:200]}")
    told = f"plan {planned - begun:.1f}, build {ready - planned:.1f}, simulate {done - ready:.1f} s"
    print(f"   {_seconds(plan):.1f} s {plan.set.kind}/{plan.set.stage} {plan.camera.move}; took {told}")
    tracks = {m.id: track(plan, truth, props[m.id], m.id) for m in plan.cast if props[m.id].parts}
    blows = _blows(plan, truth)
    _report(plan, truth, tracks, blows)
    found = faults(brief, plan, tracks, blows)
    for fault in found:
        print("   !! " + fault, flush=True)
    return not found


def _report(
    plan: ShotPlan, truth: Truth, tracks: dict[str, Track], blows: list[tuple[float, float, str, str]]
) -> None:
    """Print what moves, what meets and what the simulation had to change."""
    acting = {e.object: e.kind for e in plan.action}
    for member, t in [(m, t) for m, t in tracks.items() if t.moves or m in acting][:14]:
        size = f"{100 * t.size[0]:.0f}–{100 * t.size[1]:.0f}% of frame, out {100 * t.lost:.0f}%"
        way = f"goes {t.far:.2f} m, leans {t.lean:.0f}°, falls {t.fall:.2f} m"
        print(f"   {member} [{acting.get(member, '-')}] {t.start:.2f}–{t.end:.2f} {way}, {size}")
    told = [f"{a}×{b} {t:.2f} ({v:.1f} m/s)" for t, v, a, b in blows if "stage" not in (a, b)][:8]
    if told:
        print("   blows: " + ", ".join(told))
    for note in truth.notes[:3]:
        print("   note: " + note)


def main() -> None:
    """Check the briefs of the command line or of a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("briefs", nargs="*")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--only", default="", help="ids of the file, e.g. a01,a07")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    listed = {str(k + 1): brief for k, brief in enumerate(asked.briefs)}
    if asked.file is not None:
        listed = {entry["id"]: entry["brief"] for entry in json.loads(asked.file.read_text(encoding="utf-8"))}
    only = set(asked.only.split(",")) - {""}
    todo = {name: brief for name, brief in listed.items() if not only or name in only}
    good = sum([check(name, brief, asked.seed) for name, brief in todo.items()])
    print(f"{good} of {len(todo)} without fault")


if __name__ == "__main__":
    main()
