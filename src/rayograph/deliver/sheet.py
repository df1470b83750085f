"""sheet.png: the shot on one page — a hero, a strip of frames, every light group, every pass, the camera."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from rayograph.colour.primaries import ap1_luminance
from rayograph.colour.view import quantised, sdr
from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate
from rayograph.deliver import falsecolour
from rayograph.deliver.atomic import atomic_path
from rayograph.deliver.paper import FAINT, INK, Paper

_WIDTH, _MARGIN, _GUTTER = 1920, 60, 10
_HERO_AT = 0.6
_MAX_PUSH = 5
"""A dark light group is shown up to this many stops brighter, and says so."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How the head of the sheet is divided: a hero beside `columns` x `rows` smaller frames [px]."""

    columns: int
    rows: int
    hero: tuple[int, int]
    cell: tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A picture with its label; `note` is set fainter beside it."""

    picture: np.ndarray
    label: str
    note: str = ""


def head_layout(aspect: float, frames: int) -> Layout:
    """Divide the page width so that hero and strip fill it and end level, whatever the aspect ratio."""
    width = _WIDTH - 2 * _MARGIN
    columns, rows = (1, 3) if aspect > 1.15 else (2, 2) if aspect > 0.8 else (4, 2)
    if frames < 2:
        columns, rows = 0, 1
    gaps = columns * _GUTTER * (1 - aspect * (rows - 1) / rows)
    height = (width - gaps) / (aspect * (1 + columns / rows))
    height = min(height, 1500.0)
    cell = (height - (rows - 1) * _GUTTER) / rows
    return Layout(
        columns=columns,
        rows=rows,
        hero=(round(height * aspect), round(height)),
        cell=(round(cell * aspect), round(cell)),
    )


def sheet_frames(plan: ShotPlan) -> tuple[int, ...]:
    """The frame numbers that a sheet shows, in order: keep these while the shot streams by."""
    hero, strip = _chosen(plan)
    return tuple(sorted({hero, *strip}))


def _chosen(plan: ShotPlan) -> tuple[int, list[int]]:
    count, first = plan.format.frames, plan.format.first_frame
    layout = head_layout(plan.format.width / plan.format.height, count)
    strip = np.linspace(0, count - 1, layout.columns * layout.rows).round().astype(int)
    # Off the middle, so that the hero is not one of an odd strip again.
    return first + round(_HERO_AT * (count - 1)), [first + int(index) for index in strip]


def write_sheet(path: Path, frames: Sequence[Frame], plan: ShotPlan, *, software: str) -> None:
    """Write the contact sheet.

    Args:
        frames: at least those of `sheet_frames(plan)`, as delivered; fewer are made do with.
        software: name and version, for the foot of the page.

    Raises:
        OutputError: there is no frame, or the file cannot be written.
    """
    if not frames:
        raise OutputError(f"cannot write {path}: got no frame, expected at least one; shoot a frame first")
    picture = compose(frames, plan, software=software)
    with atomic_path(path) as temporary:
        picture.save(temporary, format="PNG")


def compose(frames: Sequence[Frame], plan: ShotPlan, *, software: str) -> Image.Image:
    """The contact sheet as an sRGB picture."""
    hero, strip = _chosen(plan)
    nearest = {wanted: min(frames, key=lambda f: abs(f.number - wanted)) for wanted in {hero, *strip}}
    page = Paper(_WIDTH, _MARGIN)
    _title(page, plan)
    layout = head_layout(plan.format.width / plan.format.height, plan.format.frames)
    _head(page, nearest[hero], [nearest[number] for number in strip], layout)
    page.text(camera_line(nearest[hero], plan), 17, FAINT, gap=6)
    aspect = plan.format.width / plan.format.height
    page.section("LIGHT GROUPS", "the picture is their sum; each can be regraded on its own")
    _grid(page, _group_tiles(nearest[hero], plan), aspect)
    page.section("PASSES", f"frame {nearest[hero].number}; pinhole, unfiltered, exact")
    _grid(page, _pass_tiles(nearest[hero]), aspect)
    page.y += 8
    page.text(f"{software}   ·   scene-linear ACEScg   ·   shown in ACES 2.0 SDR for sRGB", 15, FAINT, gap=0)
    return page.finished()


def camera_line(frame: Frame, plan: ShotPlan) -> str:
    """Format, lens and exposure as a slate says them."""
    shot, lens = plan.format, plan.camera
    rate = parse_rate(shot.fps)
    height, width = frame.depth.shape  # a draft has fewer pixels than its plan
    parts = [
        f"{width} x {height}",
        f"{float(rate):.5g} fps",
        f"{shot.frames} frames, {shot.frames / float(rate):.2f} s",
        f"{frame.camera.focal_mm:.4g} mm",
        f"f/{frame.camera.f_stop:.3g}",
        f"focus {frame.camera.focus_m:.3g} m",
        f"{lens.shutter_deg:.4g}°",
    ]
    if lens.exposure_ev is not None:
        parts.append(f"EV {lens.exposure_ev:.1f}")
    return "   ·   ".join([*parts, f"seed {plan.seed}"])


def _title(page: Paper, plan: ShotPlan) -> None:
    page.text(plan.title, 40, INK, gap=14)
    if plan.brief and plan.brief != plan.title:
        page.text(plan.brief, 21, FAINT, gap=26, lines=3)


def _head(page: Paper, hero: Frame, strip: Sequence[Frame], layout: Layout) -> None:
    left, top = _MARGIN, page.y
    page.paste(beauty_picture(hero), (left, top), layout.hero)
    for index, frame in enumerate(strip):
        row, column = divmod(index, layout.columns)
        if layout.columns == 1:
            row, column = index, 0
        x = left + layout.hero[0] + _GUTTER + column * (layout.cell[0] + _GUTTER)
        y = top + round(row * (layout.hero[1] + _GUTTER) / layout.rows)
        page.paste(beauty_picture(frame), (x, y), layout.cell)
        page.caption(f"{frame.number}", (x, y + layout.cell[1]), 14)
    page.caption(f"{hero.number}", (left, top + layout.hero[1]), 14)
    page.y = top + layout.hero[1] + 16


def beauty_picture(frame: Frame) -> np.ndarray:
    """The frame through the ACES 2.0 SDR view, 8 bits."""
    return quantised(sdr(frame.beauty))


def _group_tiles(frame: Frame, plan: ShotPlan) -> list[Tile]:
    tiles = []
    for group in plan.rig.groups:
        values = frame.groups[group.name].astype(np.float32)
        bright = float(np.percentile(values @ ap1_luminance().astype(np.float32), 97))
        push = 0 if bright <= 0 else int(np.clip(math.floor(math.log2(0.35 / bright)), 0, _MAX_PUSH))
        note = f"+{push} stop{'s' if push > 1 else ''}" if push else ""
        tiles.append(
            Tile(picture=quantised(sdr(values * 2.0**push)), label=group.name.replace("_", " "), note=note)
        )
    return tiles


def _pass_tiles(frame: Frame) -> list[Tile]:
    near, far = falsecolour.depth_range(frame.depth)
    speed = falsecolour.motion_scale(frame.forward)
    return [
        Tile(
            picture=falsecolour.depth_picture(frame.depth, (near, far)),
            label="depth",
            note=f"{near:.3g} to {far:.3g} m",
        ),
        Tile(picture=falsecolour.normal_picture(frame.normal, frame.camera), label="normal"),
        Tile(picture=falsecolour.albedo_picture(frame.albedo), label="albedo"),
        Tile(
            picture=falsecolour.motion_picture(frame.forward, speed),
            label="motion",
            note=f"to {speed:.2g} px",
        ),
        Tile(
            picture=falsecolour.matte_picture(frame.ids),
            label="mattes",
            note=f"{len(frame.names) - 1} objects",
        ),
    ]


def _columns(count: int, aspect: float) -> int:
    low, high = (3, 6) if aspect > 1.15 else (5, 8)
    if count <= high:
        return max(count, low)
    return math.ceil(count / 2)


def _grid(page: Paper, tiles: Sequence[Tile], aspect: float) -> None:
    columns = _columns(len(tiles), aspect)
    width = (_WIDTH - 2 * _MARGIN - (columns - 1) * _GUTTER) / columns
    size = (round(width), round(width / aspect))
    for start in range(0, len(tiles), columns):
        for column, tile in enumerate(tiles[start : start + columns]):
            x = round(_MARGIN + column * (width + _GUTTER))
            page.paste(tile.picture, (x, page.y), size)
            end = page.label(tile.label, (x, page.y + size[1] + 8), 17)
            page.label(tile.note, (end + 12, page.y + size[1] + 9), 15, colour=FAINT)
        page.y += size[1] + 42
