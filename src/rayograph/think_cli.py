"""What the `rayograph` command says of judging and thinking: `audit`, and `shoot --think`."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from rayograph.core.errors import PlanError
from rayograph.core.intent import Intent
from rayograph.core.plan import ShotPlan, read_plan
from rayograph.critic.finding import Finding

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
_COLOURS = {"pass": "green", "fail": "red", "unmeasured": "yellow"}


def audit(
    shot: Annotated[Path, typer.Argument(help="Folder of a shot, or of EXR frames.")],
    intents: Annotated[
        Path | None, typer.Option(help="A plan.json with the intents; by default the shot's.")
    ] = None,
    mind: Annotated[
        str | None, typer.Option(help="Ask a vision-language model what no measure tells: URL#model.")
    ] = None,
    ask: Annotated[str | None, typer.Option(help="A yes-or-no question of your own to --mind.")] = None,
) -> None:  # fmt: skip
    """Measure a shot's frames: what its brief asked for, and whether light and motion obey their laws."""
    from rayograph.critic.audit import audit as measured
    from rayograph.critic.judge import judge
    from rayograph.critic.opinion import asked_too, overall
    from rayograph.critic.reel import read_reel
    from rayograph.minds.named import named_mind

    if ask is not None and mind is None:
        raise PlanError("--ask needs --mind URL#model: there is nobody to answer")
    asked = None if mind is None else named_mind(mind)
    wanted = _wanted(shot, intents)
    reel = read_reel(shot)
    judgement = judge(wanted, reel)
    share = judgement.share
    if asked is not None:
        judgement = asked_too(judgement, reel, asked)
    table = Table("asked", "measure", "verdict", "value", "found", title="Intents", title_justify="left")
    for each in judgement.judged:
        words, kind = each.intent.words or "(always)", each.intent.claim.kind.replace("_", " ")
        table.add_row(escape(words), kind, *_cells(each.finding))
    if judgement.judged:
        out.print(table)
        out.print(f"{100 * share:.0f} % of the intents that could be measured pass")
    if asked is not None and ask:
        verdict, _, found = _cells(overall(ask, reel, asked))
        out.print(f"{escape(ask)} {verdict} {found}")
    laws = Table("law", "of", "verdict", "value", "found", title="Audit", title_justify="left")
    for row in measured(reel):
        laws.add_row(row.name.replace("_", " "), escape(row.subject), *_cells(row.finding))
    out.print(laws)


def _cells(found: Finding) -> tuple[str, str, str]:
    value = "" if found.value is None else f"{found.value:.4g} {found.unit}"
    frame = "" if found.frame is None else f" (frame {found.frame})"
    colour = _COLOURS[found.verdict]
    return f"[{colour}]{found.verdict}[/]", escape(value), escape((found.note or found.wanted) + frame)


def _wanted(shot: Path, intents: Path | None) -> tuple[Intent, ...]:
    """The intents of a plan file; none where the folder has no plan, as with footage."""
    file = intents or shot / "plan.json"
    if intents is None and not file.is_file():
        return ()
    return read_plan(file).intents


def seconds_of(budget: str | None) -> float | None:
    """A budget such as "3min", "90s" or "1h" in seconds; None where none is given.

    Raises:
        PlanError: it is no time.
    """
    if budget is None:
        return None
    match = re.fullmatch(
        r"(\d+(?:\.\d+)?)\s*(s|sec|seconds?|m|min|minutes?|h|hours?)?", budget.strip().lower()
    )
    if match is None or float(match.group(1)) <= 0:
        raise PlanError(f"budget {budget!r} is not understood; write it as 90s, 3min or 1h")
    return float(match.group(1)) * {"s": 1.0, "m": 60.0, "h": 3600.0}[(match.group(2) or "s")[0]]


def thought(plans: Callable[[int], ShotPlan], folder: Path, budget: float | None) -> ShotPlan:
    """Think about a shot before it is shot, and write reasoning.json and reasoning.html into `folder`."""
    from rayograph.generate.think.keep import keep_picture, keep_reasoning
    from rayograph.generate.think.loop import think
    from rayograph.generate.think.record import Attempt

    def report(attempt: Attempt) -> None:
        verdicts = [each.finding.verdict for each in attempt.judgement.judged]
        told = (
            attempt.failed
            or f"{verdicts.count('pass')} of {len(verdicts)} pass, {verdicts.count('fail')} fail"
        )
        err.print(escape(f"  {attempt.number}: {attempt.what}: {told}"), soft_wrap=True)
        for each in attempt.judgement.judged:
            if each.finding.verdict == "fail" and attempt.parent is None:
                err.print(escape(f"     {each.intent.words or each.intent.claim.kind}: {each.finding.note}"),
                          soft_wrap=True)  # fmt: skip

    err.print("thinking" + ("" if budget is None else f", {budget:.0f} s at most"))
    found = think(plans, budget=budget, report=report, shown=lambda n, made: keep_picture(folder, n, made))
    keep_reasoning(folder, found.reasoning)
    best = found.reasoning.attempts[found.reasoning.best]
    share = f"{100 * found.reasoning.first_share:.0f} % → {100 * best.judgement.share:.0f} %"
    err.print(escape(f"intents {share} ({found.reasoning.ending}): {best.what}"), soft_wrap=True)
    err.print(escape(f"see {folder / 'reasoning.html'}"), soft_wrap=True)
    return found.plan
