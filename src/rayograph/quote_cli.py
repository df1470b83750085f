"""The `rayograph quote` command."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from rayograph.core.plan import ShotPlan

out = Console(highlight=False)


def quote_table(made: ShotPlan, price: float | None) -> Table:
    """Time, disk, memory and price of a plan at every quality, and of thinking about it first."""
    from rayograph.generate.estimate import estimate
    from rayograph.generate.think.cost import thinking_seconds
    from rayograph.world.engine import raster
    from rayograph.world.render.quality import QUALITIES

    heads = ["quality", "frames", "time", "disk", "memory", *(["price"] if price is not None else [])]
    table = Table(*heads, title=f"{made.title}, {made.format.frames} frames", title_justify="left")

    def money(seconds: float) -> list[str]:
        return [] if price is None else [f"{price * seconds / 3600:.2f}"]

    short, long = thinking_seconds(made)
    table.add_row("--think", "sketches", f"{_time(short)} to {_time(long)}", "", "", *money(long))
    for name, work in QUALITIES.items():
        cost, (width, height) = estimate(made, work, made.format.frames), raster(made, work)
        table.add_row(name, f"{width}x{height}", _time(cost.seconds), f"{cost.disk / 1e6:.0f} MB",
                      f"{cost.memory / 1e9:.1f} GB", *money(cost.seconds))  # fmt: skip
    return table


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


Price = Annotated[float | None, typer.Option(help="What an hour of this machine costs.", min=0.0)]
