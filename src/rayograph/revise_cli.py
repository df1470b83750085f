"""`rayograph revise`: change a shot of a project in words; the difference is shown before anything runs."""

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from rayograph.core.errors import PlanError

err = Console(stderr=True, highlight=False)


def revise(
    shot: Annotated[str, typer.Argument(help="Name of a shot in the project.")],
    words: Annotated[str, typer.Argument(help="What to change: 'make the ball blue and lower the sun'.")],
    lock: Annotated[str, typer.Option(help="What must not change: camera, light, \"the vase\" …")] = "",
    project: Annotated[Path, typer.Option(help="Folder of the project, or one inside it.")] = Path(),
    quality: Annotated[str | None, typer.Option(help="Of what is rendered; default the parent's.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Render all, whatever could be kept.")] = False,
    dry: Annotated[bool, typer.Option("--dry-run", help="Show the difference and stop.")] = False,
) -> None:  # fmt: skip
    """Change a shot in words; only what changed is rendered again where that is exact."""
    from rayograph.deliver.manifest import read_manifest
    from rayograph.generate.progress import Progress as Step
    from rayograph.generate.revise import carry_out, plan_revision
    from rayograph.plan.revise.change import table
    from rayograph.provenance.project import find_project
    from rayograph.world.render.quality import QUALITIES

    if quality is not None and quality not in QUALITIES:
        raise PlanError(f"quality {quality!r} is not offered; use one of {', '.join(QUALITIES)}")
    opened = find_project(project)
    locks = tuple(part.strip() for part in lock.split(",") if part.strip())
    revision = plan_revision(opened, shot, words, locks=locks, quality=quality, again=again)
    err.print(f"{shot} v{revision.parent.number}:")
    err.print(table(revision.changes))
    cost = "all frames are rendered" if revision.reuse is None else revision.reuse.line()
    err.print(escape(f"{cost} ({revision.quality})"))
    if dry:
        return
    began = time.time()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=not err.is_terminal) as bar:
        task = bar.add_task("starting", total=revision.plan.format.frames)

        def report(step: Step) -> None:
            bar.update(task, description=step.stage, completed=step.done)

        made = carry_out(opened, revision, report=report)
    assert made is not None
    folder = opened.working(shot)
    spent = time.time() - began
    before = sum(frame.seconds for frame in read_manifest(folder / "manifest.json").frames)
    err.print(
        f"{shot} v{made.number} in {folder}: {spent:.1f} s, of which frames {before:.1f} s", soft_wrap=True
    )
