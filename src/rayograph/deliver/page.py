"""shot.html: one file, no network, that plays the shot and relights it live.

Every light group of every shown frame is in the page (deliver/logdct.py), with the pass pictures for the wipe
and the ACES view as GLSL from OCIO. The browser sums the groups, so its sliders are the same arithmetic as a
compositor's.
"""

import base64
import html
import io
import json
import math
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from rayograph.colour.planckian import mired_gain
from rayograph.colour.primaries import ap1_luminance, rec709_to_ap1_matrix
from rayograph.colour.view import quantised, sdr
from rayograph.colour.view_shader import view_shader
from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate
from rayograph.deliver import falsecolour, logdct
from rayograph.deliver.atomic import write_text
from rayograph.deliver.sheet import camera_line
from rayograph.deliver.shrink import fitted, shrunk

PICTURE_PIXELS = 512 * 288
"""How many pixels the page's picture has at most, whatever its shape."""
MAX_TEXELS = 32_000_000
"""Group pixels of the whole page: a browser holds four bytes for each."""
MAX_BYTES = 15_000_000
_INTERFACE_BYTES = 80_000
_WEBP_QUALITY = 82
_SCRIPTS = ("codec.js", "stage.js", "rig.js", "player.js")


class PageWriter:
    """Collects frames as they stream by; `finish` writes the page. Holds only what the page will hold.

    Args:
        software: name and version, for the foot of the page.
        pixels: the page's picture has at most about this many.
        budget: the page is at most about this large [byte]; the light is coded more coarsely to keep it.
    """

    def __init__(
        self, plan: ShotPlan, *, software: str = "", pixels: int = PICTURE_PIXELS, budget: int = MAX_BYTES
    ) -> None:
        self._plan, self._software = plan, software
        self._names = [group.name for group in plan.rig.groups]
        shot = plan.format
        # A draft has fewer pixels than its plan, and then so has its page; the stride is safe for either.
        self._limit = round(math.sqrt(pixels * shot.width / shot.height))
        size = fitted(shot.width, shot.height, self._limit)
        self._stride = max(1, math.ceil(size[0] * size[1] * len(self._names) * shot.frames / MAX_TEXELS))
        # Base64 makes four bytes of three; shader and interface are constant.
        self._payload = 0.75 * (budget - _INTERFACE_BYTES) / len(range(0, shot.frames, self._stride))
        self._spare = 0.0
        self._last: dict[str, logdct.Coded] = {}
        self._frames: list[int] = []
        self._blobs: list[str] = []
        self._lengths: list[list[int]] = []
        self._first: Frame | None = None
        self._line = ""
        self._bounds = (0.0, 0.0, 0.0)

    def append(self, frame: Frame) -> None:
        """Add the next frame; frames between those that the page shows are passed over."""
        if (frame.number - self._plan.format.first_frame) % self._stride:
            return
        small = shrunk(frame, self._limit)
        if self._first is None:
            self._first, self._line = small, camera_line(frame, self._plan)
            self._bounds = (
                *falsecolour.depth_range(small.depth),
                falsecolour.motion_scale(small.forward),
            )
        passes = [_webp(picture) for picture in self._pictures(small).values()]
        share = (self._payload - sum(map(len, passes))) / len(self._names)
        lights = [self._light(name, small.groups[name].astype(np.float32), share) for name in self._names]
        parts = lights + passes
        self._frames.append(frame.number)
        self._lengths.append([len(part) for part in parts])
        self._blobs.append(base64.b64encode(b"".join(parts)).decode("ascii"))

    def _light(self, name: str, picture: np.ndarray, share: float) -> bytes:
        """One group, as finely as its share of the budget allows; never finer again, which would pulse."""
        last = self._last.get(name)
        for step in range(last.step if last else 0, len(logdct.STEPS)):
            coded = logdct.coded(picture, step)
            data = logdct.packed(coded, last)
            if len(data) <= share + self._spare:
                break
        self._spare += share - len(data)
        self._last[name] = coded
        return data

    def _pictures(self, frame: Frame) -> dict[str, np.ndarray]:
        near, far, speed = self._bounds
        return {
            "depth": falsecolour.depth_picture(frame.depth, (near, far)),
            "normal": falsecolour.normal_picture(frame.normal, frame.camera),
            "albedo": falsecolour.albedo_picture(frame.albedo),
            "motion": falsecolour.motion_picture(frame.forward, speed),
            "mattes": falsecolour.matte_picture(frame.ids),
        }

    def finish(self, path: Path) -> None:
        """Write the page.

        Raises:
            OutputError: no frame was appended, or the file cannot be written.
        """
        if self._first is None:
            raise OutputError(
                f"cannot write {path}: got no frame, expected at least one; shoot a frame first"
            )
        fields = {
            "TITLE": html.escape(self._plan.title),
            "BRIEF": html.escape(self._plan.brief),
            "LINE": html.escape(self._line),
            "SOFTWARE": html.escape(self._software),
            "STYLE": _asset("page.css"),
            "SHOT": json.dumps(self._description(self._first), separators=(",", ":")).replace("<", "\\u003c"),
            "FRAMES": "\n".join(
                f'<script type="text/plain" class="frame">{blob}</script>' for blob in self._blobs
            ),
            "SCRIPT": "\n".join(_asset(name) for name in _SCRIPTS),
        }
        write_text(path, _filled(_asset("page.html"), fields))

    def _description(self, first: Frame) -> dict[str, Any]:
        near, far, speed = self._bounds
        notes = {"depth": f"{near:.3g} to {far:.3g} m", "motion": f"to {speed:.2g} px"}
        shader = view_shader()
        return {
            "width": first.camera.width,
            "height": first.camera.height,
            "fps": float(parse_rate(self._plan.format.fps)) / self._stride,
            "frames": self._frames,
            "lengths": self._lengths,
            "groups": [
                {
                    "name": group.name,
                    "lights": list(group.lights),
                    "colour": _swatch(first.groups[group.name]),
                }
                for group in self._plan.rig.groups
            ],
            "passes": [
                {"name": name, "label": name, "note": notes.get(name, "")} for name in self._pictures(first)
            ],
            "coding": {"steps": logdct.STEPS, "slope": logdct.SLOPE, "chroma": logdct.CHROMA},
            "mired": [mired_gain(shift).round(5).tolist() for shift in range(-150, 151, 5)],
            "rec709_to_ap1": rec709_to_ap1_matrix().tolist(),
            "luminance": ap1_luminance().tolist(),
            "view": {
                "source": shader.source,
                "tables": [
                    {
                        "sampler": table.sampler,
                        "width": table.values.shape[1],
                        "height": table.values.shape[0],
                        "channels": table.values.shape[2],
                        "values": base64.b64encode(table.values.astype("<f4").tobytes()).decode("ascii"),
                    }
                    for table in shader.tables
                ],
            },
        }


def _asset(name: str) -> str:
    return (resources.files("rayograph.deliver") / "page" / name).read_text(encoding="utf-8")


def _filled(template: str, fields: dict[str, str]) -> str:
    # In one pass, so that a title that looks like a placeholder stays a title.
    pieces = template.split("@")
    return "".join(fields.get(piece, "@" + piece + "@") if k % 2 else piece for k, piece in enumerate(pieces))


def _webp(picture: np.ndarray) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, format="WEBP", quality=_WEBP_QUALITY, method=1)
    return out.getvalue()


def _swatch(group: np.ndarray) -> str:
    """The colour of a light as its pass shows it, bright enough to be seen as a dot."""
    mean = group.astype(np.float32).mean(axis=(0, 1)) + 1e-6
    red, green, blue = quantised(sdr(mean / mean.max() * 0.6))
    return f"#{red:02x}{green:02x}{blue:02x}"
