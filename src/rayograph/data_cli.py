"""The `rayograph data` commands."""

import runpy
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rayograph.core.errors import OutputError, PlanError

app = typer.Typer(no_args_is_help=True, help="Make the clips that a codec is trained on, and look at them.")
err = Console(stderr=True, highlight=False)
Out = Annotated[Path, typer.Option("-o", "--out", help="Folder of the data set.")]


@app.command()
def make(
    recipe: Annotated[Path, typer.Option(help="A recipe file: a `data()` that returns a DataRecipe.")],
    clips: Annotated[int, typer.Option(help="How many clips the data set shall hold.")],
    out: Out,
    jobs: Annotated[int, typer.Option(help="Processes; each traces on one thread.")] = 2,
) -> None:
    """Shoot clips with all layers; what is there already is kept, so an interrupted run goes on."""
    from rayograph.train.data.make import Made, rate
    from rayograph.train.data.make import make as roll
    from rayograph.train.data.recipe import DataRecipe

    if clips < 1 or jobs < 1:
        raise PlanError(f"--clips {clips} --jobs {jobs}: both must be 1 or more")
    if not recipe.is_file():
        raise OutputError(f"there is no recipe {recipe}; give a file such as recipes/data_s.py")
    chosen = runpy.run_path(str(recipe)).get("data", lambda: None)()
    if not isinstance(chosen, DataRecipe):
        raise PlanError(f"{recipe} has no function data() that returns a DataRecipe; see recipes/data_s.py")
    start, done = time.monotonic(), []

    def report(made: Made, left: int) -> None:
        done.append(made)
        spent = time.monotonic() - start
        err.print(f"place {made.place}: {made.clips} clips; {left} places left, "
                  f"{spent / len(done) * left:.0f} s at this rate")  # fmt: skip
        for reason in made.failed:
            err.print(f"  not shot: {reason}", markup=False, soft_wrap=True)

    total = roll(chosen, out, clips, jobs=jobs, report=report)
    for line in rate(done, time.monotonic() - start) if done else ():
        err.print(line)
    err.print(f"{total} clips in {out}; look at them with: rayograph data look -o {out}")


@app.command()
def look(
    out: Out,
    sheet: Annotated[
        Path | None, typer.Option(help="The picture; by default sheet.png in the folder.")
    ] = None,
) -> None:
    """Draw a sheet of clips and the spread of everything that varies."""
    from rayograph.train.data.look import sheet as draw

    picture = sheet or out / "sheet.png"
    draw(out, picture)
    err.print(f"drawn: {picture}")
