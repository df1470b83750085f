"""Two versions of a shot side by side: wipe, heat map, ΔE-ITP frame by frame, and what survived."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from jaxtyping import Float, UInt8
from PIL import Image

from rayograph.colour.itp import delta_e_itp, ictcp_of_display
from rayograph.colour.view import quantised, sdr_preview
from rayograph.core.errors import OutputError
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate
from rayograph.deliver.atomic import atomic_path, write_text
from rayograph.deliver.exr import read_exr, read_header
from rayograph.deliver.movie import Movie
from rayograph.deliver.paper import Paper
from rayograph.generate.survival import Pair, Survival, Tally

HOTTEST = 10.0
"""ΔE-ITP at the top of the heat map's scale."""
_HEAT = np.array(
    [[12, 12, 16], [46, 30, 110], [150, 44, 120], [226, 86, 60], [250, 186, 70], [255, 252, 230]], float
)


@dataclass(frozen=True, kw_only=True)
class Side:
    """One version: a name for people, its plan and its frames."""

    name: str
    plan: ShotPlan
    frames: tuple[Path, ...]


@dataclass(frozen=True, kw_only=True)
class FrameDifference:
    """ΔE-ITP of one frame."""

    number: int
    mean: float
    p95: float
    largest: float


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What was found; `files` lie in the folder that was asked for."""

    frames: tuple[FrameDifference, ...]
    survival: tuple[Survival, ...]
    files: tuple[Path, ...]


def compare(
    old: Side, new: Side, out: Path, *, report: Callable[[int, int], None] = lambda done, total: None
) -> Comparison:
    """Compare two versions frame by frame; writes wipe.mp4, difference.png and comparison.json into `out`.

    Raises:
        OutputError: a frame is missing or damaged, or the rasters differ.
    """
    total = min(len(old.frames), len(new.frames))
    if total == 0:
        raise OutputError(f"{old.name} or {new.name} has no frames; shoot them first")
    tally = Tally(before=old.plan, after=new.plan)
    rows: list[FrameDifference] = []
    heat: Float[np.ndarray, "h w"] | None = None
    movie: Movie | None = None
    rate = parse_rate(new.plan.format.fps)
    wipe = out / "wipe.mp4"
    try:
        for index, (pair, left, right) in enumerate(_pairs(old, new, total)):
            tally.add(pair)
            rows.append(_difference(new.plan.format.first_frame + index, pair.difference))
            heat = pair.difference if heat is None else np.maximum(heat, pair.difference)
            if movie is None:
                size = (left.shape[1], left.shape[0])
                movie = Movie(wipe, rate, size, first_frame=new.plan.format.first_frame)
                movie.__enter__()
            movie.append(wiped(left, right, index, total))
            report(index + 1, total)
    except BaseException as error:
        if movie is not None:
            movie.__exit__(type(error), error, error.__traceback__)
        raise
    assert movie is not None and heat is not None
    movie.__exit__(None, None, None)
    picture = out / "difference.png"
    _write_heat(picture, heat, f"{old.name} → {new.name}, largest ΔE-ITP of {total} frames")
    found = Comparison(
        frames=tuple(rows), survival=tally.table(), files=(wipe, picture, out / "comparison.json")
    )
    write_text(out / "comparison.json", _record(old, new, tally, found))
    return found


def _record(old: Side, new: Side, tally: Tally, found: Comparison) -> str:
    record = {
        "schema_version": "rayograph.comparison/1",
        "old": old.name,
        "new": new.name,
        "changes": [asdict(change) for change in tally.found],
        "survival": [asdict(row) for row in found.survival],
        "delta_e_itp": [asdict(row) for row in found.frames],
    }
    return json.dumps(record, indent=2) + "\n"


def _pairs(
    old: Side, new: Side, total: int
) -> Iterator[tuple[Pair, UInt8[np.ndarray, "h w 3"], UInt8[np.ndarray, "h w 3"]]]:
    """Both versions' frames with their difference, and how they look."""
    for a, b in zip(old.frames[:total], new.frames[:total], strict=True):
        channels, headers = (read_exr(a), read_exr(b)), (read_header(a), read_header(b))
        if channels[0]["R"].shape != channels[1]["R"].shape:
            sizes = [f"{c['R'].shape[1]}x{c['R'].shape[0]}" for c in channels]
            raise OutputError(
                f"{old.name} is {sizes[0]}, {new.name} is {sizes[1]}; render both at one size and quality"
            )
        seen = [sdr_preview(np.stack([c[axis] for axis in "RGB"], -1).astype(np.float32)) for c in channels]
        apart = delta_e_itp(ictcp_of_display(seen[0]), ictcp_of_display(seen[1]))
        names = [tuple(str(h["rayograph/names"]).split("\n")) for h in headers]
        views = [np.asarray(h["worldToNDC"], float) for h in headers]
        width, focal = channels[0]["R"].shape[1], float(headers[0]["nominalFocalLength"])
        yield (
            Pair(
                old=channels[0], new=channels[1], old_names=names[0], new_names=names[1], old_view=views[0],
                new_view=views[1], difference=apart,
                pixel=old.plan.camera.sensor_width_mm / focal / width,
            ),
            quantised(seen[0]),
            quantised(seen[1]),
        )  # fmt: skip


def _difference(number: int, apart: Float[np.ndarray, "h w"]) -> FrameDifference:
    return FrameDifference(
        number=number, mean=round(float(apart.mean()), 4), p95=round(float(np.percentile(apart, 95)), 4),
        largest=round(float(apart.max()), 4),
    )  # fmt: skip


def wiped(
    left: UInt8[np.ndarray, "h w 3"], right: UInt8[np.ndarray, "h w 3"], index: int, total: int
) -> UInt8[np.ndarray, "h w 3"]:
    """The old version left of a line, the new one right of it; the line goes across and back."""
    width = left.shape[1]
    along = 0.5 + 0.5 * np.cos(2 * np.pi * index / max(total, 2))
    edge = int(round(along * (width - 1)))
    out = right.copy()
    out[:, :edge] = left[:, :edge]
    out[:, max(edge - 1, 0) : edge + 1] = 235
    return out


def heat_colours(value: Float[np.ndarray, "*shape"]) -> UInt8[np.ndarray, "*shape 3"]:
    """ΔE-ITP 0 to `HOTTEST` as colours: dark is the same, light is far apart."""
    along = np.clip(np.asarray(value) / HOTTEST, 0, 1) * (len(_HEAT) - 1)
    low = np.minimum(along.astype(int), len(_HEAT) - 2)
    part = (along - low)[..., None]
    return np.round(_HEAT[low] * (1 - part) + _HEAT[low + 1] * part).astype(np.uint8)


def _write_heat(path: Path, heat: Float[np.ndarray, "h w"], title: str) -> None:
    """The heat map over its scale."""
    wide = max(heat.shape[1], 640)
    high = round(wide * heat.shape[0] / heat.shape[1])
    page = Paper(wide + 48, 24)
    page.paste(heat_colours(heat), (24, page.y), (wide, high))
    page.y += high + 14
    scale = np.tile(np.linspace(0, HOTTEST, wide), (14, 1))
    page.paste(heat_colours(scale), (24, page.y), (wide, 14))
    page.y += 22
    page.text(f"0 … {HOTTEST:g} and more. {title}", 16, (200, 200, 200), gap=4)
    with atomic_path(path) as temporary:
        image: Image.Image = page.finished()
        image.save(temporary)
