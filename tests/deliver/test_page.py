import base64
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from rayograph.colour.planckian import mired_gain
from rayograph.colour.primaries import rec709_to_ap1, srgb_decode
from rayograph.colour.view import sdr
from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver import falsecolour, logdct
from rayograph.deliver.page import PageWriter
from tests.deliver.synthetic_shot import make_frame, make_plan

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
FLAGS = (
    "--headless --no-sandbox --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader "
    "--disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync "
    "--virtual-time-budget=30000 --dump-dom"
).split()
browser = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page cannot be opened"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, plan: ShotPlan) -> Path:
    path = tmp_path_factory.mktemp("page") / "shot.html"
    writer = PageWriter(plan, software="Rayograph 0.1.0")
    for k in range(plan.format.frames):
        writer.append(make_frame(plan, k))
    writer.finish(path)
    return path


def canvas(page: Path, wishes: str, folder: Path, plan: ShotPlan) -> np.ndarray:
    """What the page shows for an address such as #frame=1003&gain.sun=0, 0..1."""
    url = f"{page.as_uri()}#{wishes}&test=1"
    for attempt in range(3):
        profile = f"--user-data-dir={folder}/{attempt}"
        done = subprocess.run(
            [str(CHROMIUM), *FLAGS, profile, url], capture_output=True, text=True, timeout=120
        )
        if done.stdout.strip():  # now and then a headless Chromium ends without a word
            break
    found = re.search(r'<pre id="probe"[^>]*>([^<]+)</pre>', done.stdout)
    failure = re.search(r'<p id="failure"[^>]*>([^<]*)</p>', done.stdout)
    assert found, f"the page drew nothing: {failure.group(1) if failure else done.stderr[-400:]}"
    data = np.frombuffer(base64.b64decode(found.group(1)), np.uint8)
    return data.reshape(plan.format.height, plan.format.width, 3) / 255.0


def coded(frame: Frame, name: str) -> np.ndarray:
    """A light group as the page holds it."""
    return logdct.decoded(logdct.coded(frame.groups[name].astype(np.float32), 0))


def assert_same_picture(shown: np.ndarray, expected: np.ndarray) -> None:
    # Eight bits, a nine-bit mantissa and the GPU's own arithmetic stand between them.
    error = np.abs(shown - np.clip(expected, 0, 1))
    assert error.mean() < 2e-3 and np.percentile(error, 99) < 6e-3, (error.mean(), error.max())


class TestInChromium:
    pytestmark = browser

    def test_the_page_shows_what_the_cpu_view_shows(self, page: Path, tmp_path: Path, plan: ShotPlan) -> None:
        frame = make_frame(plan, 2)
        shown = canvas(page, "frame=1003", tmp_path, plan)
        assert_same_picture(shown, sdr(sum(coded(frame, name) for name in frame.groups)))
        # And against the delivered frame itself, codec included.
        error = np.abs(shown - sdr(frame.beauty))
        assert error.mean() < 6e-3 and np.percentile(error, 99) < 0.05

    def test_each_control_changes_the_light_that_it_names(
        self, page: Path, tmp_path: Path, plan: ShotPlan
    ) -> None:
        frame = make_frame(plan, 1)
        wishes = "frame=1002&gain.sun=0&gain.lamp=2&mired.lamp=60&gel.sky=80c0ff&exposure=0.5"
        shown = canvas(page, wishes, tmp_path, plan)
        colour = rec709_to_ap1(srgb_decode(np.array([0x80, 0xC0, 0xFF]) / 255))
        white = rec709_to_ap1(np.ones(3))
        gel = colour / colour.max() / (white / white.max())
        light = coded(frame, "lamp") * 2 * mired_gain(60) + coded(frame, "sky") * gel
        assert_same_picture(shown, sdr(light * 2**0.5))
        assert np.abs(shown - sdr(frame.beauty)).mean() > 0.02

    def test_a_hand_on_the_sliders_relights_the_picture(
        self, page: Path, tmp_path: Path, plan: ShotPlan
    ) -> None:
        """The controls themselves, as a pointer moves them: events on the inputs, nothing in the address."""
        hand = """
          const light = (name) => document.querySelector(`[aria-label="Light ${name}"]`);
          const drag = (input, value) => {
            input.value = value;
            input.dispatchEvent(new Event("input", { bubbles: true }));
          };
          light("sun").querySelector(".mute").click();
          drag(light("lamp").querySelector(".gain"), 0.7075);
          drag(light("lamp").querySelector(".mired"), -50);
          drag(document.getElementById("exposure"), 0.5);
        """
        text, moved = page.read_text(encoding="utf-8"), tmp_path / "moved.html"
        assert text.count("probe(player);") == 1
        moved.write_text(text.replace("probe(player);", "{" + hand + "probe(player); }"), encoding="utf-8")
        shown = canvas(moved, "frame=1002", tmp_path, plan)
        frame = make_frame(plan, 1)
        # The slider runs 0..1 for 0..4 times by its square.
        light = coded(frame, "lamp") * 4 * 0.7075**2 * mired_gain(-50) + coded(frame, "sky")
        assert_same_picture(shown, sdr(light * 2**0.5))
        assert np.abs(shown - sdr(frame.beauty)).mean() > 0.02

    def test_bypass_shows_the_shot_as_lit(self, page: Path, tmp_path: Path, plan: ShotPlan) -> None:
        frame = make_frame(plan)
        shown = canvas(page, "frame=1001&mute.sun=1&exposure=2&bypass=1", tmp_path, plan)
        assert_same_picture(shown, sdr(sum(coded(frame, name) for name in frame.groups)))

    def test_solo_and_wipe(self, page: Path, tmp_path: Path, plan: ShotPlan) -> None:
        first, frame = make_frame(plan), make_frame(plan, 3)
        shown = canvas(page, "frame=1004&solo.lamp=1&pass=depth&wipe=0.5", tmp_path, plan)
        assert_same_picture(shown[:, :31], sdr(coded(frame, "lamp"))[:, :31])
        depth = falsecolour.depth_picture(frame.depth, falsecolour.depth_range(first.depth)) / 255
        assert np.abs(shown[:, 33:] - depth[:, 33:]).mean() < 0.02


def test_the_page_is_one_file_that_asks_for_nothing(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"https?://|<link|@import|src=", text)
    assert "default-src 'none'" in text
    assert not re.search(r"@[A-Z]+@", text)


@pytest.mark.parametrize("size", [(640, 360), (360, 640), (400, 400), (64, 36)])
def test_every_shape_gets_the_same_number_of_pixels(size: tuple[int, int], tmp_path: Path) -> None:
    plan = make_plan(*size, frames=1)
    writer = PageWriter(plan, software="test")
    writer.append(make_frame(plan))
    writer.finish(tmp_path / "shot.html")
    found = re.search(r'"width":(\d+),"height":(\d+)', (tmp_path / "shot.html").read_text(encoding="utf-8"))
    assert found
    width, height = int(found.group(1)), int(found.group(2))
    assert width / height == pytest.approx(size[0] / size[1], rel=0.01)
    assert width * height <= 512 * 288 * 1.01 and (width * height > 140_000 or size == (64, 36))


def test_a_long_shot_keeps_to_the_budget(tmp_path: Path) -> None:
    plan = make_plan(256, 144, 12)
    sizes = []
    for budget in (15_000_000, 400_000):
        writer = PageWriter(plan, software="test", budget=budget)
        for k in range(12):
            writer.append(make_frame(plan, k))
        writer.finish(tmp_path / "shot.html")
        sizes.append((tmp_path / "shot.html").stat().st_size)
    assert sizes[0] > 600_000 and sizes[1] < 440_000


def test_titles_cannot_break_out_of_the_page(tmp_path: Path, plan: ShotPlan, frame: Frame) -> None:
    hostile = plan.model_copy(update={"title": "</script><b>@SHOT@", "brief": "\"'<&@TITLE@"})
    writer = PageWriter(hostile, software="test")
    writer.append(frame)
    writer.finish(tmp_path / "shot.html")
    text = (tmp_path / "shot.html").read_text(encoding="utf-8")
    assert "</script><b>" not in text and "&lt;/script&gt;&lt;b&gt;@SHOT@" in text


def test_no_frame_is_an_error(tmp_path: Path, plan: ShotPlan) -> None:
    with pytest.raises(OutputError, match="at least one"):
        PageWriter(plan, software="test").finish(tmp_path / "shot.html")


def test_a_draft_of_fewer_pixels_than_its_plan_has_a_page_of_its_own_size(
    tmp_path: Path, plan: ShotPlan, frame: Frame
) -> None:
    larger = plan.model_copy(update={"format": plan.format.model_copy(update={"width": 128, "height": 72})})
    writer = PageWriter(larger, software="test")
    writer.append(frame)
    writer.finish(tmp_path / "shot.html")
    text = (tmp_path / "shot.html").read_text(encoding="utf-8")
    assert '"width":64,"height":36' in text and "64 x 36" in text
