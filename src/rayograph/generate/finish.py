"""Everything a shot delivers besides its frames: movie, sheet, relight page, rig, camera, manifest.

Made from the frames as they lie on disk, one at a time, so that a resumed shot and an uninterrupted one
deliver the same files and memory does not grow with length.
"""

from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from rayograph import __version__
from rayograph.core.mesh import Mesh, merge
from rayograph.core.time import parse_rate
from rayograph.deliver.manifest import Manifest, file_record, finished
from rayograph.deliver.skyfile import write_sky
from rayograph.generate.pictures import pictures
from rayograph.generate.place import Place, keep_manifest
from rayograph.world import engine
from rayograph.world.lamp_places import lamp_places
from rayograph.world.scene import Prop

SOFTWARE = f"rayograph {__version__}"


def finish(shot: engine.Shot, place: Place, manifest: Manifest, *, seconds: float, complete: bool) -> None:
    """Write everything but the frames. A stopped shot gets previews of what it has and stays resumable."""
    written = place.frames()
    made: list[Path] = [place.out / "plan.json"]
    if written:
        rate = parse_rate(place.plan.format.fps)
        made += pictures(
            place, written, lambda index: engine.camera(shot.world, shot.quality, float(index / rate))
        )
    if shot.world.lighting.sky is not None:
        made.append(place.out / "sky.exr")
        write_sky(made[-1], shot.world.lighting.sky, software=SOFTWARE)
    if find_spec("pxr") is not None:
        made.append(place.out / "shot.usdc")
        _stage_file(shot, made[-1])
    if complete:
        files = [file_record(path, place.out) for path in made]
        manifest = finished(manifest, files, when=datetime.now(UTC), timings={"shoot": round(seconds, 2)},
                            notes=shot.world.truth.notes)  # fmt: skip
    keep_manifest(place, manifest)


def _whole(prop: Prop) -> Mesh:
    """A prop as one mesh, positions only where its parts differ in attributes."""
    return merge([part.mesh for part in prop.parts])


def _stage_file(shot: engine.Shot, path: Path) -> None:
    from rayograph.deliver.usd import write_usd

    world, plan = shot.world, shot.world.plan
    rate = parse_rate(plan.format.fps)
    times = [float(i / rate) for i in range(plan.format.frames)]
    first = plan.format.first_frame
    sun = world.lighting.sun
    lux = None if sun is None else np.pi * (1 - sun.cos_radius**2) * np.asarray(sun.radiance)
    write_usd(
        path,
        plan,
        {first + i: engine.camera(world, shot.quality, time) for i, time in enumerate(times)},
        {name: np.stack([world.truth.pose(name, time) for time in times]) for name in world.props},
        {name: _whole(prop) for name, prop in world.props.items()},
        sun=None if sun is None or lux is None else (sun.direction, lux),
        sky_file="sky.exr" if world.lighting.sky is not None else None,
        lamps=lamp_places(world),
    )
