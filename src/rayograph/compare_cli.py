"""`rayograph compare`: what differs between two versions, seen and measured."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from rayograph.core.errors import OutputError

if TYPE_CHECKING:
    from rayograph.generate.compare import Side

out = Console(highlight=False)
NAMED = "lemon@1, or the folder of a shot."


def compare(
    old: Annotated[str, typer.Argument(help=f"A version: {NAMED}")],
    new: Annotated[str, typer.Argument(help="Another version of it; v2 is that of the same shot.")],
    folder: Annotated[Path, typer.Option("-o", "--out", help="Folder for the results.")] = Path("comparison"),
    project: Annotated[Path, typer.Option(help="Folder of the project, or one inside it.")] = Path(),
) -> None:
    """Compare two versions: wipe.mp4, difference.png, ΔE-ITP and what survived of what was not named."""
    from rayograph.generate.compare import compare as compared
    from rayograph.generate.survival import survival_table
    from rayograph.plan.revise.change import changes, table

    first, second = _side(old, "", project), _side(new, old.partition("@")[0], project)
    out.print(table(changes(first.plan, second.plan)))
    with Progress(console=out, transient=True) as bar:
        task = bar.add_task("comparing", total=None)
        found = compared(
            first, second, folder, report=lambda done, total: bar.update(task, completed=done, total=total)
        )
    out.print(survival_table(found.survival))
    worst = max(found.frames, key=lambda row: row.mean)
    mean = sum(row.mean for row in found.frames) / len(found.frames)
    out.print(
        f"ΔE-ITP: mean {mean:.2f}; most in frame {worst.number}: mean {worst.mean:.2f}, "
        f"95 % below {worst.p95:.2f}, largest {worst.largest:.2f}"
    )
    out.print(f"in {folder}: {', '.join(path.name for path in found.files)}", soft_wrap=True)


def _side(said: str, shot: str, project: Path) -> "Side":
    from rayograph.core.plan import read_plan
    from rayograph.deliver.manifest import read_manifest
    from rayograph.generate.compare import Side
    from rayograph.generate.take_in import frames_of, plan_of
    from rayograph.provenance import project as store
    from rayograph.provenance.blobs import blob_path

    folder = Path(said)
    if (folder / "manifest.json").is_file():
        manifest = read_manifest(folder / "manifest.json")
        frames = tuple(folder / frame.file.path for frame in manifest.frames)
        return Side(
            name=f"{folder.name} v{manifest.version}", plan=read_plan(folder / "plan.json"), frames=frames
        )
    opened = store.find_project(project)
    if "@" not in said and said.lstrip("v").isdecimal() and shot:
        said = f"{shot}@{said}"
    name, _, number = said.partition("@")
    if number and not number.lstrip("v").isdecimal():
        raise OutputError(f"{said!r} names no version; write it as {name}@2")
    made = store.version(opened, name, int(number.lstrip("v"))) if number else store.head(opened, name)
    paths = tuple(blob_path(opened.objects, file.sha256) for file in frames_of(made))
    return Side(name=f"{name} v{made.number}", plan=plan_of(opened, made), frames=paths)
