from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver.sheet import beauty_picture, camera_line, head_layout, sheet_frames, write_sheet
from tests.deliver.synthetic_shot import make_frame, make_plan


@pytest.mark.parametrize("aspect", [16 / 9, 9 / 16, 1.0, 4 / 3, 21 / 9])
def test_hero_and_strip_fill_the_page_and_end_level(aspect: float) -> None:
    layout = head_layout(aspect, 49)
    wide = layout.hero[0] + layout.columns * (layout.cell[0] + 10)
    high = layout.rows * layout.cell[1] + (layout.rows - 1) * 10
    assert wide == pytest.approx(1800, abs=4)
    assert high == pytest.approx(layout.hero[1], abs=4)
    assert layout.hero[0] / layout.hero[1] == pytest.approx(aspect, rel=0.01)


def test_the_sheet_asks_for_frames_of_the_shot_and_shows_the_hero(tmp_path: Path) -> None:
    plan = make_plan(64, 36, 49)
    numbers = sheet_frames(plan)
    assert numbers[0] == 1001 and numbers[-1] == 1049 and len(numbers) == 4
    frames = [make_frame(plan, number - 1001) for number in numbers]
    write_sheet(tmp_path / "sheet.png", frames, plan, software="Rayograph 0.1.0")
    with Image.open(tmp_path / "sheet.png") as image:
        page = np.asarray(image.convert("RGB")).astype(int)
    assert page.shape[1] == 1920
    layout = head_layout(64 / 36, 49)
    hero = next(frame for frame in frames if frame.number == 1030)
    # Find the hero where it says it is: below the title, from the left margin, enlarged.
    shown = np.asarray(Image.fromarray(beauty_picture(hero)).resize(layout.hero, Image.Resampling.LANCZOS))
    rows = [y for y in range(60, 400) if np.abs(page[y, 60 : 60 + layout.hero[0]] - shown[0]).mean() < 1]
    assert len(rows) >= 1
    block = page[rows[0] : rows[0] + 760, 60 : 60 + layout.hero[0]]
    assert np.abs(block - shown[:760]).mean() < 1


@pytest.mark.parametrize("size", [(36, 64), (48, 48), (84, 36), (65, 37)])
def test_any_shape_and_a_single_frame_make_a_sheet(tmp_path: Path, size: tuple[int, int]) -> None:
    plan = make_plan(*size, frames=1)
    write_sheet(tmp_path / "sheet.png", [make_frame(plan)], plan, software="test")
    with Image.open(tmp_path / "sheet.png") as image:
        assert image.width == 1920 and image.height > 500


def test_a_black_group_and_an_empty_sky_are_no_trouble(tmp_path: Path, frame: Frame, plan: ShotPlan) -> None:
    dark = {name: np.zeros_like(group) for name, group in frame.groups.items()}
    empty = replace(frame, groups=dark, depth=np.full_like(frame.depth, 1e10), ids=np.zeros_like(frame.ids))
    write_sheet(tmp_path / "sheet.png", [empty], plan, software="test")
    assert (tmp_path / "sheet.png").stat().st_size > 1000


def test_no_frame_is_an_error(tmp_path: Path, plan: ShotPlan) -> None:
    with pytest.raises(OutputError, match="at least one"):
        write_sheet(tmp_path / "sheet.png", [], plan, software="test")


def test_the_camera_line_reads_like_a_slate(frame: Frame, plan: ShotPlan) -> None:
    line = camera_line(frame, plan)
    for part in ("64 x 36", "24 fps", "4 frames, 0.17 s", "40 mm", "f/4", "180°", "EV 13.0", "seed 7"):
        assert part in line
