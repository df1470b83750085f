"""What the `rayograph` command takes of drawings: `--annotate` and `--control`."""

from pathlib import Path
from typing import Annotated

import typer

from rayograph.core.plan import ShotPlan

Annotate = Annotated[
    Path | None, typer.Option("--annotate", help="SVG or JSON of arrows, boxes and notes on a frame.")
]


def drawn(plan: ShotPlan, annotate: Path | None) -> ShotPlan:
    """The plan under what was drawn."""
    if annotate is not None:
        from rayograph.plan.annotate.apply import annotated
        from rayograph.plan.annotate.read import read_drawing

        plan = annotated(plan, read_drawing(annotate), str(annotate))
    return plan
