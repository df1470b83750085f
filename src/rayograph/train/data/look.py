"""Look at a data set: a sheet of clips, and how everything that varies is spread."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from rayograph.colour.view import quantised, sdr_preview
from rayograph.core.camera import Camera
from rayograph.core.frame import FAR
from rayograph.deliver import falsecolour
from rayograph.deliver.paper import FAINT, INK, RULE, Paper
from rayograph.train.data.clip import Clip, catalogue, read_clip

WIDTH = 224
"""Pixels of a picture on the sheet."""
SHOWN = 12
BINS = 24


def sheet(folder: Path, out: Path, *, shown: int = SHOWN) -> dict[str, Counter[str]]:
    """Draw the sheet of a data set; returns the counts of what was drawn from words.

    Raises:
        OutputError: the folder holds no clips.
    """
    listed = list(catalogue(folder))
    picks = [listed[k] for k in np.linspace(0, len(listed) - 1, min(shown, len(listed))).round().astype(int)]
    page = Paper(2 * 24 + 7 * (WIDTH + 6), 24)
    splits = Counter(about["split"] for _, _, about in listed)
    page.text(f"{folder.name}: {len(listed)} clips", 26, INK, gap=8)
    page.text(", ".join(f"{name} {n}" for name, n in sorted(splits.items())), 16, FAINT, gap=14)
    measured: list[dict[str, float]] = []
    for path, index, _ in picks:
        clip = read_clip(path, index)
        _row(page, clip)
        measured.append(numbers(clip))
    page.section("spread", "shares of what was drawn from words, over all clips")
    counts = _counts([about for _, _, about in listed])
    for name, counter in counts.items():
        _bars(page, name, counter)
    page.section("measured", f"on the {len(measured)} clips above: smallest, median, largest")
    for name in measured[0]:
        values = np.array([each[name] for each in measured])
        low, middle, high = values.min(), np.median(values), values.max()
        page.text(f"{name}: {low:.3g}   {middle:.3g}   {high:.3g}", 14, FAINT, gap=4)
    page.finished().save(out)
    return counts


def numbers(clip: Clip) -> dict[str, float]:
    """What a clip measures: light, contrast, depth, motion."""
    light = clip.beauty @ np.array([0.2722, 0.6741, 0.0537], np.float32)
    depth = clip.depth.astype(np.float32)
    seen = depth < FAR * 0.99
    speed = np.hypot(*np.moveaxis(clip.forward.astype(np.float32), -1, 0))
    return {
        "median luminance (0.18 is grey)": float(np.median(light)),
        "contrast, p99.9 over median [stop]": float(
            np.log2(np.percentile(light, 99.9) / max(np.median(light), 1e-6))
        ),
        "median depth [m]": float(np.median(depth[seen])) if seen.any() else float("nan"),
        "sky [% of frame]": float(100 * (1 - seen.mean())),
        "p99 motion [px a frame]": float(np.percentile(speed, 99)),
        "light groups": float(len(clip.groups)),
    }


def _counts(abouts: Sequence[dict]) -> dict[str, Counter[str]]:
    names = ("set", "light", "motion", "shape", "material", "camera")
    counts = {name: Counter(str(about["factors"][name]) for about in abouts) for name in names}
    counts["things"] = Counter(str(1 + len(about["factors"]["others"])) for about in abouts)
    return counts


def _row(page: Paper, clip: Clip) -> None:
    """First, middle and last frame; depth, normal, albedo, motion of the middle one."""
    frames = len(clip.groups[0])
    page.text(f"{clip.about['number']} · {clip.about['split']} · {clip.about['caption']}", 13, FAINT, gap=6)
    middle = frames // 2
    pictures = [quantised(sdr_preview(clip.beauty[k])) for k in (0, middle, frames - 1)]
    depth, motion = clip.depth[middle].astype(np.float32), clip.forward[middle].astype(np.float32)
    depth = np.where(depth > FAR * 0.99, 1e10, depth)
    height, width = depth.shape
    camera = Camera(to_world=clip.to_world[middle].astype(float), focal_px=float(clip.focal_px[middle]),
                    width=width, height=height, focal_mm=35.0, f_stop=8.0, focus_m=1.0)  # fmt: skip
    pictures += [
        falsecolour.depth_picture(depth, falsecolour.depth_range(depth)),
        falsecolour.normal_picture(clip.normal[middle].astype(np.float32), camera),
        falsecolour.albedo_picture(clip.albedo[middle].astype(np.float32)),
        falsecolour.motion_picture(motion, falsecolour.motion_scale(motion)),
    ]
    tall = round(WIDTH * height / width)
    for k, picture in enumerate(pictures):
        page.paste(picture, (24 + k * (WIDTH + 6), page.y), (WIDTH, tall))
    page.y += tall + 12


def _bars(page: Paper, name: str, counter: Counter[str]) -> None:
    """One line of text per value with a bar as long as its share."""
    page.text(name, 15, INK, gap=4)
    most = max(counter.values())
    for value, count in counter.most_common(BINS):
        bar = np.full((10, max(1, round(300 * count / most)), 3), RULE, np.uint8)
        page.paste(bar, (260, page.y + 2), (bar.shape[1], 10))
        page.text(f"{value[:32]:32}  {count}", 12, FAINT, gap=2)
    page.y += 8
