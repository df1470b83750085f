"""What the `rayograph` command takes of drawings: `--annotate` and `--control`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from rayograph.core.plan import ShotPlan

Annotate = Annotated[
    Path | None, typer.Option("--annotate", help="SVG or JSON of arrows, boxes and notes on a frame.")
]
Controlled = Annotated[
    Path | None, typer.Option("--control", help="JSON of boxes or places of things over time.")
]


@dataclass(frozen=True)
class Drawings:
    """What was drawn for a shot; the drawing on a frame is read first."""

    annotate: Path | None
    control: Path | None

    def on(self, plan: ShotPlan) -> ShotPlan:
        """The plan under it."""
        if self.annotate is not None:
            from rayograph.plan.annotate.apply import annotated
            from rayograph.plan.annotate.read import read_drawing

            plan = annotated(plan, read_drawing(self.annotate), str(self.annotate))
        if self.control is not None:
            from rayograph.plan.annotate.control import Control
            from rayograph.plan.annotate.read import checked, file_bytes
            from rayograph.plan.annotate.steer import steered

            data = file_bytes(self.control, "a JSON of courses")
            plan = steered(plan, checked(Control, data, str(self.control)), str(self.control))
        return plan
