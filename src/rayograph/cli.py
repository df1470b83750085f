"""The `rayograph` command."""

import os
import re
import shlex
import signal
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from rayograph.bench_cli import app as bench
from rayograph.compare_cli import compare
from rayograph.core.errors import OutputError, PlanError, RayographError
from rayograph.core.plan import ShotPlan, plan_from_json, plan_schema, read_plan
from rayograph.data_cli import app as data
from rayograph.draw_cli import Annotate, Controlled, Drawings
from rayograph.lift_cli import lift
from rayograph.project_cli import app as project
from rayograph.quote_cli import Price, quote_table
from rayograph.quote_cli import out as told
from rayograph.revise_cli import revise
from rayograph.storyboard_cli import storyboard
from rayograph.think_cli import audit, seconds_of, thought
from rayograph.train_cli import train

if TYPE_CHECKING:
    from rayograph.plan.brief import Reader

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(bench, name="bench")
app.add_typer(data, name="data")
app.add_typer(project, name="project")
app.command()(train)
app.command()(lift)
app.command()(audit)
app.command()(revise)
app.command()(compare)
app.command()(storyboard)
err = Console(stderr=True, highlight=False)
TRACE = "RAYOGRAPH_TRACE"
"""Environment variable: where it is set, a defect shows its traceback."""


class Work(StrEnum):
    """Quality names of the command line."""

    draft = "draft"
    standard = "standard"
    high = "high"
    final = "final"


def _plan_of(
    brief: str,
    *,
    seed: int,
    size: str | None,
    aspect: str | None,
    fps: str | None,
    seconds: float | None,
    strict: bool,
    reader: "Reader",
) -> ShotPlan:
    """A plan from a brief in words or from the path of a plan.json, with the command line's format."""
    from rayograph.plan.minds.safely import plan_read
    from rayograph.plan.planner import DEFAULT_BRIEF, Settings

    width, height = _size_of(size)
    settings = Settings(width=width, height=height, aspect=aspect, fps=fps, seconds=seconds)
    if not brief.endswith(".json"):
        words = DEFAULT_BRIEF if brief == "default" else brief
        return plan_read(words, reader, seed=seed, settings=settings, strict=strict)
    if aspect or fps or seconds:
        raise PlanError(
            "--aspect, --fps and --seconds are for briefs; a plan.json holds its own: edit 'format' there"
        )
    made = read_plan(Path(brief))
    return made if width is None or height is None else resized(made, width, height)


def resized(plan: ShotPlan, width: int, height: int) -> ShotPlan:
    """The plan on another raster; the field of view's width stays."""
    raster = {**plan.format.model_dump(), "width": width, "height": height}
    return plan_from_json(
        plan.model_copy(update={"format": plan.format.model_copy(update=raster)}).to_json(), source="--size"
    )


def _reader_of(mind: str | None) -> "Reader":
    """Who reads the brief: the mind that was named, else the grammar alone."""
    from rayograph.minds.named import named_mind
    from rayograph.plan.brief import read_brief
    from rayograph.plan.minds.reader import mind_reader

    return read_brief if mind is None else mind_reader(named_mind(mind))


def _size_of(text: str | None) -> tuple[int | None, int | None]:
    if text is None:
        return None, None
    match = re.fullmatch(r"(\d{1,6})[x×](\d{1,6})", text.strip().lower())
    if match is None:
        raise PlanError(f"size {text!r} is not understood; write it as 1280x720")
    return int(match.group(1)), int(match.group(2))


def _tell(plan: ShotPlan) -> None:
    """The plan in words and what was made of each phrase, on standard error."""
    err.print(escape(plan.caption or plan.title))
    colours = {"understood": "green", "assumed": "yellow", "ungrounded": "red"}
    for reading in plan.readings:
        near = f" (nearest: {', '.join(reading.nearest)})" if reading.nearest else ""
        err.print(
            f"  [{colours[reading.verdict]}]{reading.verdict:10}[/] "
            + escape(f"{reading.phrase}: {reading.meaning}{near}")
        )


Brief = Annotated[str, typer.Argument(help="A sentence, or the path of a plan.json.")]
Seed = Annotated[int, typer.Option(help="What is left open is drawn from this.")]
Size = Annotated[str | None, typer.Option(help="Raster, such as 1280x720.")]
Aspect = Annotated[
    str | None, typer.Option(help="16:9, 9:16, 1:1, 4:3, 3:2, 4:5, 21:9, 1.85:1, 2:1 or 2.39:1.")
]
Fps = Annotated[str | None, typer.Option(help="24, 25, 30, 48, 50, 60, 24000/1001 or 30000/1001.")]
Seconds = Annotated[float | None, typer.Option(help="Length of the shot.")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on words that cannot be shot.")]
MindName = Annotated[
    str | None, typer.Option("--mind", help="Read the brief with a larger mind: URL#model or local:folder.")
]


@app.command()
def plan(
    brief: Brief, seed: Seed = 0, size: Size = None, aspect: Aspect = None, fps: Fps = None,
    seconds: Seconds = None, strict: Strict = False, mind: MindName = None, annotate: Annotate = None,
    control: Controlled = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Write the plan here.")] = None,
) -> None:  # fmt: skip
    """Print the plan of a brief as JSON, and how each phrase was taken."""
    made = _plan_of(brief, seed=seed, size=size, aspect=aspect, fps=fps, seconds=seconds, strict=strict,
                    reader=_reader_of(mind))  # fmt: skip
    made = Drawings(annotate, control).on(made)
    _tell(made)
    if out is None:
        sys.stdout.write(made.to_json())
    else:
        from rayograph.deliver.atomic import write_text

        write_text(out, made.to_json())


@app.command()
def quote(
    brief: Brief, seed: Seed = 0, size: Size = None, aspect: Aspect = None, fps: Fps = None,
    seconds: Seconds = None, price: Price = None,
) -> None:  # fmt: skip
    """Say what a shot will take, at every quality, before anything runs."""
    made = _plan_of(brief, seed=seed, size=size, aspect=aspect, fps=fps, seconds=seconds, strict=False,
                    reader=_reader_of(None))  # fmt: skip
    told.print(quote_table(made, price))


@app.command()
def schema() -> None:
    """Print the JSON Schema of a plan."""
    sys.stdout.write(plan_schema())


@app.command()
def shoot(
    brief: Brief,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the results.")] = Path("shots/shot"),
    seed: Seed = 0, size: Size = None, aspect: Aspect = None, fps: Fps = None,
    seconds: Seconds = None, strict: Strict = False, mind: MindName = None, annotate: Annotate = None,
    control: Controlled = None,
    draft: Annotated[bool, typer.Option("--draft", help="A third of the width, few samples.")] = False,
    quality: Annotated[Work, typer.Option(help="How much work a frame gets.")] = Work.standard,
    passes: Annotated[str | None, typer.Option(help="Comma-separated passes to write; default all.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with an interrupted shot.")] = False,
    think: Annotated[bool, typer.Option("--think", help="Sketch, judge and mend the plan first.")] = False,
    budget: Annotated[str | None, typer.Option(help="Longest time to think, such as 3min.")] = None,
) -> None:  # fmt: skip
    """Shoot a brief (or a plan.json) into a folder."""
    limit, reader = seconds_of(budget), _reader_of(mind)

    def plans(offset: int) -> ShotPlan:
        made = _plan_of(brief, seed=seed + offset, size=size, aspect=aspect, fps=fps, seconds=seconds,
                        strict=strict, reader=reader)  # fmt: skip
        return Drawings(annotate, control).on(made)

    made = plans(0)
    _tell(made)
    if think:
        made = thought(plans, out, limit)
    chosen = frozenset(name.strip() for name in passes.split(",") if name.strip()) if passes else None
    _shoot(made, out, "draft" if draft else quality.value, chosen, resume)


def _shoot(made: ShotPlan, out: Path, quality: str, passes: frozenset[str] | None, resume: bool) -> None:
    """Shoot with a progress line; the first Ctrl-C stops after the frame, the second at once."""
    from rayograph.generate.estimate import estimate
    from rayograph.generate.progress import Progress as Step
    from rayograph.generate.shoot import shoot as roll
    from rayograph.world.render.quality import QUALITIES

    cost = estimate(made, QUALITIES[quality], made.format.frames)
    err.print(f"{made.format.frames} frames, {quality}: {cost.line()}")
    asked: list[float] = []

    def interrupt(number: int, frame: object) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(time.time())
        err.print("stopping after this frame (Ctrl-C again to stop at once)")

    signal.signal(signal.SIGINT, interrupt)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[left]}"),
    )
    with Progress(*columns, console=err, transient=not err.is_terminal) as bar:
        task = bar.add_task("starting", total=made.format.frames, left="")
        spans: list[float] = []

        def report(step: Step) -> None:
            if step.seconds:
                spans.append(step.seconds)
            left = ""
            if spans and step.done < step.total:
                recent = spans[1:][-8:] or spans
                left = f"{sum(recent) / len(recent) * (step.total - step.done):.0f} s left"
            bar.update(task, description=step.stage, completed=step.done, left=left)

        try:
            result = roll(
                made, out, quality=quality, resume=resume, passes=passes, report=report,
                stop=lambda: bool(asked),
            )  # fmt: skip
        except OutputError as error:
            if not spans:
                raise
            raise OutputError(f"{error}; then go on with: {_again(out, quality, passes)}") from None
        except KeyboardInterrupt:
            _say(f"stopped at once; frames written are whole; go on with: {_again(out, quality, passes)}")
            raise typer.Exit(130) from None
    if not result.complete:
        _say(f"stopped with {len(result.frames)} frames; go on with: {_again(out, quality, passes)}")
        raise typer.Exit(130)
    _say(f"{len(result.frames)} frames in {result.folder}: open {result.folder / 'shot.html'} or sheet.png")


def _say(line: str) -> None:
    err.print(escape(line), soft_wrap=True)


def _again(out: Path, quality: str, passes: frozenset[str] | None) -> str:
    """The command that goes on with a stopped shot."""
    chosen = "" if passes is None else f" --passes {','.join(sorted(passes))}"
    plan_file, folder = (shlex.quote(str(path)) for path in (out / "plan.json", out))
    return f"rayograph shoot {plan_file} -o {folder} --quality {quality}{chosen} --resume"


def main() -> None:
    """Run the command; an error that we know is one line and an exit code that is not 0."""
    try:
        app()
    except RayographError as error:
        _fail(str(error), 2 if isinstance(error, PlanError) else 1)
    except MemoryError:
        _fail("there is not enough memory; shoot a smaller --size, or with --draft", 1)
    except KeyboardInterrupt:
        _fail("stopped; frames already written are whole, go on with --resume", 130)
    except Exception as error:
        if os.environ.get(TRACE):
            raise
        reason = " ".join(str(error).split())[:300]
        _fail(f"defect: {type(error).__name__}: {reason}; please report it with what {TRACE}=1 prints", 70)


def _fail(line: str, code: int) -> NoReturn:
    err.print(f"[red]rayograph:[/] {escape(line)}", soft_wrap=True)
    sys.exit(code)
