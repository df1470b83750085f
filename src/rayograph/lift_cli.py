"""The `rayograph lift` command."""

from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TextColumn

from rayograph.core.errors import OutputError
from rayograph.train_cli import needs_torch

err = Console(stderr=True, highlight=False)


def lift(
    footage: Annotated[Path, typer.Argument(help="A movie, or a folder of EXR, PNG, JPEG or TIFF frames.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the results.")],
    weights: Annotated[Path, typer.Option(help="Weights of a codec (rayograph train).")],
    space: Annotated[str, typer.Option(help="auto, acescg, lin_rec709, srgb or aces_sdr.")] = "auto",
    fps: Annotated[str, typer.Option(help="Rate of a folder of frames.")] = "24",
) -> None:
    """Estimate passes, light groups and a rig from any footage."""
    needs_torch()
    from rayograph.codec.weights import load
    from rayograph.footage import open_footage
    from rayograph.generate.lift import lift as work

    try:
        rate = Fraction(fps)
    except (ValueError, ZeroDivisionError):
        raise OutputError(f"--fps {fps!r} is no rate; give one such as 24 or 24000/1001") from None
    codec, about = load(weights)
    film = open_footage(footage, space=space, rate=rate)
    with Progress(TextColumn("{task.description}"), console=err, transient=True) as bar:
        task = bar.add_task("opening")

        def report(stage: str, done: int) -> None:
            bar.update(task, description=f"{stage} at frame {done}")

        found = work(codec, about, film, out, report=report)
    err.print(f"{found.frames} frames in {out / 'exr'}, rig in {out / 'rig.json'}")
    err.print(f"light groups: {', '.join(found.lights)}")
    near = f"the codec comes within {found.like:.1f} dB of the footage itself (ACEScct code)"
    if found.known is None:
        err.print(f"{near}; these weights do not say what they reach on clips they were judged on")
        return
    err.print(f"{near}; 19 in 20 of the clips it was judged on: {found.known:.1f} dB or better")
    if found.outside:
        err.print("[yellow]this footage is unlike what the weights know: take the layers as guesses[/]")
