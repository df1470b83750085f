"""`rayograph project`: shots and their versions in one folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rayograph.core.errors import OutputError

if TYPE_CHECKING:
    from rayograph.provenance.project import Project
    from rayograph.provenance.record import Version

app = typer.Typer(no_args_is_help=True, help="Shots and their versions in one folder; nothing is ever lost.")
out = Console(highlight=False)
Shot = Annotated[str, typer.Argument(help="Name of a shot, or name@3 for its third version.")]
Where = Annotated[Path, typer.Option("--project", help="Folder of the project, or one inside it.")]
HERE = Path()


def named(project: "Project", shot: str) -> "Version":
    """The version that `name` or `name@3` means.

    Raises:
        OutputError: there is none.
    """
    from rayograph.provenance import project as store

    name, _, number = shot.partition("@")
    if not number:
        return store.head(project, name)
    if not number.lstrip("v").isdecimal():
        raise OutputError(f"{shot!r} names no version; write it as {name}@2")
    return store.version(project, name, int(number.lstrip("v")))


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="Made if it is not there.")] = HERE) -> None:
    """Make a project."""
    from rayograph.provenance import project as store

    made = store.init_project(folder)
    out.print(f"project in {made.folder}: take shots in with `rayograph project add FOLDER`")


@app.command()
def add(
    folder: Annotated[Path, typer.Argument(help="A folder that `rayograph shoot` wrote.")],
    shot: Annotated[str | None, typer.Option(help="Its name in the project; default the folder's.")] = None,
    project: Where = HERE,
) -> None:
    """Take a shot folder in, with all its versions."""
    from rayograph.generate.take_in import take_in_all
    from rayograph.provenance import project as store

    opened = store.find_project(project)
    name = shot or folder.resolve().name.lower().replace(" ", "-")
    for made in take_in_all(opened, name, folder):
        out.print(f"{name} v{made.number}: {len(made.files)} files")
    out.print(f"{name} is at v{store.head(opened, name).number}")


@app.command(name="list")
def list_shots(project: Where = HERE) -> None:
    """List the shots."""
    from rayograph.provenance import project as store

    opened = store.find_project(project)
    rows = Table("shot", "version", "branch", "status", "made by", box=None, pad_edge=False)
    for name in store.shots(opened):
        now = store.head(opened, name)
        state = store.status(opened, name, now.number)
        rows.add_row(name, f"v{now.number}", now.branch, state, Text(now.words or "a brief"))
    out.print(rows)


@app.command()
def log(shot: Shot, project: Where = HERE) -> None:
    """Show the versions of a shot: parents, what changed, notes and status."""
    from rayograph.provenance import project as store

    opened = store.find_project(project)
    name = shot.partition("@")[0]
    current = store.head(opened, name).number
    for made in store.versions(opened, name):
        parent = f" from v{made.parent}" if made.parent else ""
        state = store.status(opened, name, made.number)
        mark = " ← current" if made.number == current else ""
        out.print(
            Text(
                f"v{made.number}{parent} on {made.branch}, {state}, {made.created:%Y-%m-%d %H:%M}{mark}",
                "bold",
            )
        )
        if made.words:
            out.print(Text(f"  “{made.words}”, {made.made}, {made.seconds:.1f} s"))
        for change in made.changes:
            out.print(Text(f"    {change.path}: {change.before} → {change.after}", "dim"))
        for note in store.notes(opened, name, made.number):
            out.print(Text(f"  note: {note}"))


@app.command()
def status(
    shot: Shot,
    state: Annotated[
        str | None, typer.Argument(help="pending, in review, revise, approved or final.")
    ] = None,
    note: Annotated[str, typer.Option("-m", "--note", help="What is to be said about it.")] = "",
    project: Where = HERE,
) -> None:
    """Show or set the status of a version, and add a note."""
    from rayograph.provenance import project as store

    opened = store.find_project(project)
    made = named(opened, shot)
    if state is not None:
        store.record_event(opened, made.shot, made.number, "status", state)
    if note:
        store.record_event(opened, made.shot, made.number, "note", note)
    out.print(f"{made.shot} v{made.number}: {store.status(opened, made.shot, made.number)}")
    for said in store.notes(opened, made.shot, made.number):
        out.print(Text(f"  {said}"))


@app.command()
def undo(shot: Shot, project: Where = HERE) -> None:
    """Go back to the parent of the current version; nothing is lost."""
    from rayograph.provenance import project as store

    opened = store.find_project(project)
    now = store.head(opened, shot)
    if now.parent is None:
        raise OutputError(f"{shot} v{now.number} has no parent; there is nothing to undo")
    _go(opened, store.version(opened, shot, now.parent))


@app.command()
def restore(
    shot: Shot,
    folder: Annotated[
        Path | None, typer.Option("-o", "--out", help="Lay it out here; the head stays.")
    ] = None,
    project: Where = HERE,
) -> None:
    """Make a version the current one (name@2), or lay it out in another folder."""
    from rayograph.generate.take_in import restore as laid_out
    from rayograph.provenance import project as store

    opened = store.find_project(project)
    made = named(opened, shot)
    if folder is not None:
        out.print(f"{made.shot} v{made.number} lies in {laid_out(opened, made, folder)}")
        return
    _go(opened, made)


@app.command()
def branch(
    shot: Shot, name: Annotated[str, typer.Argument(help="Name of the branch.")], project: Where = HERE
) -> None:
    """Start a branch at a version (name@2) or at the current one; the next revision goes on it."""
    from rayograph.generate.take_in import restore as laid_out
    from rayograph.provenance import project as store

    opened = store.find_project(project)
    made = named(opened, shot)
    laid_out(opened, made)
    store.record_event(opened, made.shot, made.number, "branch", name)
    out.print(f"{made.shot} is at v{made.number}, on {name}")


def _go(opened: "Project", made: "Version") -> None:
    from rayograph.generate.take_in import restore as laid_out
    from rayograph.provenance import project as store

    folder = laid_out(opened, made)
    store.record_event(opened, made.shot, made.number, "head")
    out.print(f"{made.shot} is at v{made.number}, in {folder}")
