"""preview.mp4, sheet.png and shot.html out of the frames as they lie on disk, one at a time."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from rayograph import __version__
from rayograph.colour.view import quantised, sdr_preview
from rayograph.core.camera import Camera
from rayograph.core.frame import Frame
from rayograph.core.time import parse_rate
from rayograph.deliver.exr_frame import read_frame
from rayograph.deliver.movie import Movie
from rayograph.deliver.page import PageWriter
from rayograph.deliver.sheet import sheet_frames, write_sheet
from rayograph.generate.place import Place

SOFTWARE = f"rayograph {__version__}"


def pictures(place: Place, written: list[Path], camera: Callable[[int], Camera]) -> list[Path]:
    """preview.mp4, sheet.png and shot.html in one pass over the frames; `camera` of a frame by its index."""
    plan, out = place.plan, place.out
    rate, wanted = parse_rate(plan.format.fps), set(sheet_frames(plan))

    def read(index: int) -> Frame:
        return read_frame(written[index], plan, camera(index), number=plan.format.first_frame + index)

    kept: list[Frame] = []
    page = PageWriter(plan, software=SOFTWARE)
    frame = read(0)
    size = (frame.depth.shape[1], frame.depth.shape[0])
    with Movie(out / "preview.mp4", rate, size, first_frame=frame.number) as movie:
        for index in range(len(written)):
            frame = read(index)
            movie.append(quantised(sdr_preview(frame.beauty.astype(np.float32))))
            page.append(frame)
            if frame.number in wanted:
                kept.append(frame)
    page.finish(out / "shot.html")
    write_sheet(out / "sheet.png", kept or [frame], plan, software=SOFTWARE)
    return [out / "preview.mp4", out / "shot.html", out / "sheet.png"]
