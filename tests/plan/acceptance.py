"""Would a director accept this plan? Facts written beside a brief, checked against the plan.

`python -m tests.plan.acceptance FILE [FILE …]` prints n/N and the faults of each brief. The keys of `must`
are those of the briefs' authors: plain nouns are matched through the catalogue's own words, directions are
those of the first frame. Where a fact contradicts its brief, the file says so under "waived" and the fact is
mended there.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rayograph.core.errors import RayographError
from rayograph.core.plan import ShotPlan
from rayograph.plan.planner import plan_brief
from tests.plan.acceptance_action import action_faults
from tests.plan.acceptance_camera import camera_faults
from tests.plan.acceptance_cast import cast_faults, surface_fault
from tests.plan.acceptance_light import light_faults

Must = dict[str, Any]
FOLDER = Path(__file__).parent


def _format_faults(plan: ShotPlan, must: Must) -> list[str]:
    over, _, under = plan.format.fps.partition("/")
    rate = float(over) / float(under or 1)
    faults = []
    seconds = plan.format.frames / rate
    if abs(seconds - must.get("seconds", seconds)) > 0.05:
        faults.append(f"{seconds:g} s, not {must['seconds']}")
    if "fps" in must:
        top, _, low = str(must["fps"]).partition("/")
        if abs(rate - float(top) / float(low or 1)) > 0.01:
            faults.append(f"{plan.format.fps} fps, not {must['fps']}")
    if "aspect" in must:
        w, h = (float(x) for x in must["aspect"].split(":"))
        if abs(plan.format.width / plan.format.height / (w / h) - 1) > 0.03:
            faults.append(f"aspect {plan.format.width}×{plan.format.height}, not {must['aspect']}")
    return faults


def _spelled_out(must: Must) -> Must:
    """The facts with every noun as the alternatives that the cast list gives for it."""
    groups = [str(want["kind"]) for want in must.get("cast", [])]

    def full(nouns: str) -> str:
        same = [g for g in groups if set(nouns.split("|")) & set(g.split("|"))]
        return "|".join(dict.fromkeys([*nouns.split("|"), *(w for g in same for w in g.split("|"))]))

    spelled = dict(must)
    if "relations" in must:
        spelled["relations"] = [[full(a), relation, full(b)] for a, relation, b in must["relations"]]
    if "between" in must:
        spelled["between"] = [full(nouns) for nouns in must["between"]]
    for key in ("stacked", "lamp"):
        if key in must:
            spelled[key] = full(must[key])
    if "actions" in must:
        spelled["actions"] = [":".join(full(p) for p in want.split(":")) for want in must["actions"]]
    return spelled


def faults(plan: ShotPlan, must: Must) -> list[str]:
    """What a director would send back."""
    found, must = [], _spelled_out(must)
    if plan.set.kind not in must["set"].split("|"):
        found.append(f"set {plan.set.kind}, not {must['set']}")
    found += cast_faults(plan, must) + action_faults(plan, must)
    found += light_faults(plan, must) + camera_faults(plan, must) + _format_faults(plan, must)
    if "surface" in must:
        found += surface_fault(plan, must["surface"])
    if must.get("wet") and not plan.set.wet:
        found.append("dry")
    if "season" in must and plan.set.options.get("season") != must["season"]:
        found.append(f"season {plan.set.options.get('season')}, not {must['season']}")
    lost = " ".join(r.phrase.lower() + r.meaning for r in plan.readings if r.verdict == "ungrounded")
    for words in must.get("ungrounded", []):
        if not any(word in lost for word in words.split("|")):
            found.append(f"{words} is not named as ungrounded")
    return found


_SPLIT = {"sign": "sign|neon sign|shop sign", "vase": "vase|jug", "bottle": "bottle|perfume",
          "crate": "crate|box|carton", "book": "book|newspaper",
          "bread": "bread|croissant",
          "cup": "cup|mug", "van": "van|bus", "boat": "boat|canoe", "armchair": "armchair|sofa",
          "ball": "ball|beach ball|billiard ball|tennis ball", "football": "football|basketball"}  # fmt: skip
"""Kinds of the first catalogue, in which the older briefs are written → kinds that were split off since."""


def _of_today(record: dict[str, Any]) -> dict[str, Any]:
    kinds = [
        want | {"kind": "|".join(_SPLIT.get(kind, kind) for kind in want["kind"].split("|"))}
        for want in record["must"].get("cast", [])
    ]
    return record | {"must": record["must"] | {"cast": kinds}}


def records(path: Path, half: str = "") -> list[dict[str, Any]]:
    """The briefs of a file: a list, or the named half (without a name, "seen") of it."""
    held = json.loads(path.read_text(encoding="utf-8"))
    return list(held) if isinstance(held, list) else [_of_today(r) for r in held[half or "seen"]]


def judged(briefs: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Each brief with what is wrong with its plan."""
    for record in briefs:
        try:
            yield record, faults(plan_brief(record["brief"]), record["must"])
        except RayographError as error:
            yield record, [f"refused: {type(error).__name__}: {error}"]


def accepted(file: str, half: str) -> tuple[int, int, list[str]]:
    """How many briefs of a half are shot to acceptance, of how many, and what is wrong with the others.

    Of a half that is kept aside only the numbers of the briefs are shown.
    """
    good, notes = 0, list[str]()
    briefs = records(FOLDER / file, half)
    for number, (record, wrong) in enumerate(judged(briefs)):
        good += not wrong
        if wrong:
            notes.append(f"{number}" if half == "kept" else f"{record['brief'][:60]}: {wrong}")
    return good, len(briefs), notes


def main(paths: list[str]) -> None:
    """Print the score and the faults of each file."""
    for name in paths:
        path = Path(name) if Path(name).exists() else FOLDER / name
        good, total = 0, 0
        for record, wrong in judged(records(path)):
            good, total = good + (not wrong), total + 1
            for number, fault in enumerate(wrong):
                lead = f"{record.get('id', total)}: {record['brief'][:150]}\n    " if not number else "    "
                print(lead + fault)
        print(f"{path.name}: {good}/{total}")


if __name__ == "__main__":
    main(sys.argv[1:])
