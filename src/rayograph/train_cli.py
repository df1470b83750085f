"""The `rayograph train` command."""

import os
import runpy
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rayograph.core.errors import ModelError, OutputError, SetupError

if TYPE_CHECKING:
    from rayograph.train.recipe import TrainRecipe

err = Console(stderr=True, highlight=False)
SHOWN = ("beauty", "groups", "depth", "normal", "albedo", "rig_sun")
"""Losses on the progress line; the others go to TensorBoard."""
TOLD = 50
"""Steps between two lines where nobody watches."""
SECONDS = 60.0
"""Length of a smoke test."""


def train(
    recipe: Annotated[Path, typer.Argument(help="A recipe file: a `recipe()` that returns a TrainRecipe.")],
    data: Annotated[Path, typer.Option(help="Folder of clips (rayograph data make).")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder of the run; one that is there goes on.")],
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "cpu",
    start_from: Annotated[Path | None, typer.Option(help="Weights to begin with.")] = None,
    footage: Annotated[
        Path | None, typer.Option(help="Movies and folders of frames: their beauty is learnt too.")
    ] = None,
    minutes: Annotated[float | None, typer.Option(help="Stop cleanly after this long.")] = None,
    smoke: Annotated[bool, typer.Option("--smoke", help="Learn two clips by heart, no more.")] = False,
) -> None:
    """Train the codec by a recipe; stop whenever you like, the same command goes on."""
    needs_torch()
    from rayograph.train.recipe import TrainRecipe
    from rayograph.train.smoke import smoke as learn

    if not recipe.is_file():
        raise OutputError(f"there is no recipe {recipe}; give a file such as recipes/codec_s.py")
    chosen = runpy.run_path(str(recipe)).get("recipe", lambda: None)()
    if not isinstance(chosen, TrainRecipe):
        wanted = "a function recipe() that returns a TrainRecipe"
        raise ModelError(f"{recipe} has no {wanted}; see recipes/codec_s.py")
    if smoke:
        found = learn(chosen, data, seconds=SECONDS)
        for name in SHOWN:
            err.print(f"{name:8} {found.first[name]:.4f} → {found.last[name]:.4f}")
        err.print(f"{found.steps} steps in {SECONDS:.0f} s on two clips")
        return
    seconds = None if minutes is None else 60 * minutes
    _run(chosen, data, out, device=device, start_from=start_from, footage=footage, seconds=seconds)


def needs_torch() -> None:
    """Say what is missing where the extra is not installed.

    Raises:
        SetupError: torch is not there.
    """
    if find_spec("torch") is None or find_spec("einops") is None:
        raise SetupError("training needs torch, which is not here; run: .venv/bin/pip install -e '.[train]'")


def _run(
    chosen: "TrainRecipe",
    data: Path,
    out: Path,
    *,
    device: str,
    start_from: Path | None,
    footage: Path | None,
    seconds: float | None,
) -> None:
    """The run with its progress line, its TensorBoard and its sheets."""
    from torch.utils.tensorboard import SummaryWriter

    from rayograph.train.batch import listed
    from rayograph.train.loop import Said, train
    from rayograph.train.reconstructions import sheet
    from rayograph.train.state import RunState, shipped

    held_out = listed(data, "recombined")[::3][:4]
    tells = os.environ.get("RANK", "0") == "0"  # of the processes that torchrun started, the first one
    board = SummaryWriter(str(out / "tensorboard")) if tells else None
    bar = Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
                   console=err, disable=not tells)  # fmt: skip
    task = bar.add_task("training", total=chosen.steps)

    def report(said: Said) -> None:
        if board is None:
            return
        line = " ".join(f"{k} {said.losses[k]:.3f}" for k in SHOWN if k in said.losses)
        bar.update(task, completed=said.step, description=line)
        for name, value in {**said.losses, "norm": said.norm, "seconds": said.seconds}.items():
            board.add_scalar(name, value, said.step)
        if not err.is_terminal and said.step % TOLD == 0:
            err.print(f"step {said.step}: {line}, {said.seconds:.2f} s")

    def evaluated(now: RunState) -> None:
        codec = shipped(now)
        if tells:
            sheet(codec, held_out, out / f"sheet_{now.step:06d}.png", title=f"step {now.step}")

    with bar:
        train(chosen, data, out, device=device, start_from=start_from, footage=footage, until=seconds,
              report=report, evaluated=evaluated)  # fmt: skip
    if board is not None:
        board.close()
        err.print(f"weights: {out / 'codec.safetensors'}")
