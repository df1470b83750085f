"""The `rayograph bench` commands."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Measure what the README claims.")


@app.command()
def trace(
    frames: Annotated[int, typer.Option(help="Frames to time per set.")] = 3,
    sets: Annotated[str, typer.Option(help="Comma-separated sets.")] = "tabletop,interior,lake,street",
) -> None:
    """Core-seconds per frame, peak memory and path samples per second of each set."""
    from rayograph.bench.trace import run

    run([name.strip() for name in sets.split(",")], frames, sys.stdout)


@app.command()
def critic(
    shots: Annotated[str, typer.Option(help="Comma-separated shots of the bench; all by default.")] = "",
    seeds: Annotated[int, typer.Option(min=1, help="Good shots per brief, for false alarms.")] = 2,
) -> None:
    """Which broken shots the critic catches, and which good ones it wrongly fails (20 minutes or so)."""
    from rayograph.bench.critic.briefs import BRIEFS
    from rayograph.bench.critic.run import run

    names = [name.strip() for name in shots.split(",") if name.strip()] or list(BRIEFS)
    unknown = [name for name in names if name not in BRIEFS]
    if unknown:
        raise typer.BadParameter(f"no shot is called {unknown[0]!r}; use one of {', '.join(BRIEFS)}")
    run(names, seeds, sys.stdout)


@app.command()
def codec(
    weights: Annotated[Path, typer.Argument(help="Weights of a codec (.safetensors).")],
    data: Annotated[Path, typer.Option(help="Folder of clips (rayograph data make).")],
    split: Annotated[str, typer.Option(help="recombined, beyond or train.")] = "recombined",
    clips: Annotated[int, typer.Option(help="Clips at most.")] = 64,
    cost: Annotated[bool, typer.Option(help="Time the decoder and measure memory too.")] = True,
    ship: Annotated[
        Path | None, typer.Option(help="Write the weights here, with figures and a card.")
    ] = None,
    rivals: Annotated[bool, typer.Option(help="Time other codecs' decoders beside it.")] = False,
) -> None:
    """Every layer against the truth on clips not trained on, beside a trilinear reference; what it costs."""
    from rayograph.train_cli import needs_torch

    needs_torch()
    from rayograph.bench.codec import run

    found, judged = run(weights, data, split, clips, sys.stdout, cost=cost, rivals=rivals)
    if ship is not None:
        from rayograph.bench.codec_card import ship as send
        from rayograph.codec.weights import load

        send(*load(weights), found, judged, data, ship)
