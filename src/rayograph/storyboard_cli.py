"""`rayograph storyboard`: several shots with shared cast, set and rig."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

err = Console(stderr=True, highlight=False)
_COLOURS = {"pass": "green", "fail": "red", "unmeasured": "yellow"}


class Take(StrEnum):
    """At which quality the shots are shot."""

    draft = "draft"
    standard = "standard"
    high = "high"
    final = "final"


def storyboard(
    board: Annotated[Path, typer.Argument(help="A board.json, or a text with one brief a paragraph.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the board.")] = Path("boards/board"),
    shoot: Annotated[Take | None, typer.Option(help="Shoot all shots, too.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with interrupted shots.")] = False,
    size: Annotated[str | None, typer.Option(help="Raster of all shots, such as 1280x720.")] = None,
    seconds: Annotated[float | None, typer.Option(help="Length of shots that do not say theirs.")] = None,
) -> None:  # fmt: skip
    """Plan a storyboard: plans, cut.otio and board.html; with --shoot its shots and their continuity."""
    from rayograph.deliver.atomic import write_text
    from rayograph.generate.board import measured, write_cut, write_page, write_plans
    from rayograph.plan.board.record import read_board, sized
    from rayograph.plan.board.story import storied

    told = sized(read_board(board), size, seconds)
    story, claims = storied(told, board.resolve().parent)
    write_text(out / "board.json", told.model_dump_json(indent=2) + "\n")
    write_plans(out, story)
    for each in story:
        err.print(escape(f"{each.name}: {each.plan.caption}"), soft_wrap=True)
    if shoot is not None:
        from rayograph.generate.progress import Progress as Step
        from rayograph.generate.shoot import shoot as roll

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=err, transient=not err.is_terminal) as bar:
            for each in story:
                task = bar.add_task(each.name, total=each.plan.format.frames)

                def report(step: Step, task: object = task, name: str = each.name) -> None:
                    bar.update(task, description=f"{name} {step.stage}", completed=step.done)  # type: ignore[arg-type]

                roll(each.plan, out / "shots" / each.name, quality=shoot.value, resume=resume, report=report)
    found = measured(out, story, claims)
    write_page(out, told.title, story, found)
    table = Table("shots", "continuity", "verdict", "found", title="Across shots", title_justify="left")
    for kept in found.kept:
        verdict, note = (kept.finding.verdict, kept.finding.note) if kept.finding else ("not shot yet", "")
        table.add_row(f"{kept.across.first} → {kept.across.second}", escape(kept.across.words),
                      f"[{_COLOURS.get(verdict, 'white')}]{verdict}[/]", escape(note))  # fmt: skip
    if found.kept:
        err.print(table)
    write_cut(out, told.title, story)
    told_where = f"{len(story)} shots in {out}: open {out / 'board.html'}; the cut is {out / 'cut.otio'}"
    err.print(escape(told_where), soft_wrap=True)
