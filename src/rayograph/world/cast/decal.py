"""Print: sharp text and SVG artwork as linear ACEScg textures, for signs, labels, plates and shop fronts."""

import io
from pathlib import Path

import numpy as np
from jaxtyping import Float
from PIL import Image, ImageDraw

from rayograph.colour.primaries import from_hex, rec709_to_ap1, srgb_decode
from rayograph.core.errors import AssetError, SetupError
from rayograph.core.typeface import typeface

Texture = Float[np.ndarray, "h w 3"]
_SPACING = 1.04
_REFERENCE = 200
_WEIGHT = "Semibold"


def text_texture(text: str, colour: str, background: str, width_px: int, aspect: float) -> Texture:
    """Text on a plain ground, set as large as fits, in as many lines as make it largest.

    Args:
        text: Latin, Greek or Cyrillic letters; line breaks are kept.
        colour, background: sRGB "#rrggbb".
        width_px: width [px]; aspect: width over height.
    """
    height_px = max(8, round(width_px / aspect))
    ink = text_mask(text, width_px, height_px)[..., None]
    return np.asarray(ink * from_hex(colour) + (1 - ink) * from_hex(background), np.float32)


def text_mask(text: str, width_px: int, height_px: int, *, margin: float = 0.15) -> Float[np.ndarray, "h w"]:
    """Coverage 0..1 of the text, bold, centred and fitted into the raster less `margin` of its short side."""
    image = Image.new("L", (width_px, height_px), 0)
    lines = [line.strip() for line in text.strip().splitlines()] or [""]
    pad = margin * min(width_px, height_px)
    box = (width_px - 2 * pad, height_px - 2 * pad)
    rows, size = _set(lines, box)
    if not any(rows):
        return np.zeros((height_px, width_px), np.float32)
    pen = ImageDraw.Draw(image)
    top, bottom = _ink(rows[0], size)[1], _ink(rows[-1], size)[3] + _SPACING * size * (len(rows) - 1)
    for i, row in enumerate(rows):
        left, _, right, _ = _ink(row, size)
        at = ((width_px - left - right) / 2, (height_px - top - bottom) / 2 + i * _SPACING * size)
        pen.text(at, row, fill=255, font=typeface(size, _WEIGHT), anchor="ls", stroke_width=_stroke(size))
    return np.asarray(image, np.float32) / 255


def _ink(row: str, size: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom [px] of a row's letters, from the start of its baseline."""
    return typeface(size, _WEIGHT).getbbox(row, anchor="ls", stroke_width=_stroke(size))


def _stroke(size: int) -> int:
    """What the strokes are thickened by [px], so that letters carry on a board."""
    return max(1, round(size * 0.015))


def _set(lines: list[str], box: tuple[float, float]) -> tuple[list[str], int]:
    """The rows and the largest font size [px] that fit: every way of breaking the words evenly is tried."""
    best: tuple[list[str], float] = (lines, 0.0)
    words = sum(len(line.split()) for line in lines)
    for count in range(len(lines), max(len(lines), words) + 1):
        rows = lines if count == len(lines) else _broken(lines, count)
        inked = [_ink(row, _REFERENCE) for row in rows]
        wide = max(right - left for left, _, right, _ in inked)
        high = inked[-1][3] - inked[0][1] + _SPACING * _REFERENCE * (len(rows) - 1)
        size = _REFERENCE * min(box[0] / max(wide, 1e-6), box[1] / max(high, 1e-6))
        if size > best[1]:
            best = (rows, size)
    return best[0], max(6, int(best[1]))


def _broken(lines: list[str], count: int) -> list[str]:
    """The lines wrapped into about `count` rows of even length, never inside a word."""
    length = sum(len(line) for line in lines) / count
    rows = []
    for line in lines:
        row = ""
        for word in line.split():
            if row and len(row) + 1 + len(word) / 2 > length:
                rows.append(row)
                row = word
            else:
                row = f"{row} {word}".strip()
        rows.append(row)
    return rows


def svg_texture(path: Path, background: str, width_px: int, aspect: float) -> Texture:
    """SVG artwork fitted onto a plain ground with a small margin.

    Raises:
        AssetError: the file is missing or is not an SVG.
        SetupError: the rasteriser is not installed.
    """
    height_px = max(8, round(width_px / aspect))
    art = _raster(path, width_px, height_px)
    ground = np.broadcast_to(np.asarray(from_hex(background)), (height_px, width_px, 3)).copy()
    margin = round(0.06 * min(width_px, height_px))
    scale = min((width_px - 2 * margin) / art.width, (height_px - 2 * margin) / art.height)
    art = art.resize(
        (max(1, round(art.width * scale)), max(1, round(art.height * scale))), Image.Resampling.LANCZOS
    )
    pixels = np.asarray(art.convert("RGBA"), np.float32) / 255
    top, left = (height_px - art.height) // 2, (width_px - art.width) // 2
    window = ground[top : top + art.height, left : left + art.width]
    alpha = pixels[..., 3:]
    window[:] = rec709_to_ap1(srgb_decode(pixels[..., :3])) * alpha + window * (1 - alpha)
    return np.asarray(ground, np.float32)


def _raster(path: Path, width_px: int, height_px: int) -> Image.Image:
    if not path.is_file():
        raise AssetError(f"cannot find the SVG {path}; give the path of an .svg file")
    try:
        import resvg_py
    except ImportError:
        raise SetupError("SVG signs need the resvg-py package; run: pip install resvg-py") from None
    try:
        data = resvg_py.svg_to_bytes(svg_string=path.read_text(encoding="utf-8"), width=width_px)
        image = Image.open(io.BytesIO(bytes(data)))
        image.load()
    except (ValueError, RuntimeError, OSError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise AssetError(f"{path} is not an SVG that can be drawn ({reason}); check the file") from None
    del height_px
    return image
