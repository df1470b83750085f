from pathlib import Path

import numpy as np
import OpenEXR
import OpenImageIO as oiio
import pytest

from rayograph.core.errors import OutputError, RenderError
from rayograph.deliver.skyfile import FILE_TO_WORLD, as_latlong, write_sky


def world_directions(height: int, width: int) -> np.ndarray:
    """Rayograph's map: row 0 zenith, azimuth counter-clockwise from +X."""
    zenith = np.pi * (np.arange(height) + 0.5) / height
    azimuth = 2 * np.pi * (np.arange(width) + 0.5) / width
    flat = np.stack([np.cos(azimuth), np.sin(azimuth)], -1)
    out = np.zeros((height, width, 3))
    out[..., :2] = np.sin(zenith)[:, None, None] * flat
    out[..., 2] = np.cos(zenith)[:, None]
    return out


def exr_directions(height: int, width: int) -> np.ndarray:
    """OpenEXR's lat-long: +pi at the left, longitude 0 is +Z, pi/2 is +X, +Y is up."""
    latitude = np.pi * (0.5 - (np.arange(height) + 0.5) / height)[:, None]
    longitude = np.pi * (1 - 2 * (np.arange(width) + 0.5) / width)[None]
    return np.stack(
        [
            np.sin(longitude) * np.cos(latitude),
            np.sin(latitude) + 0 * longitude,
            np.cos(longitude) * np.cos(latitude),
        ],
        -1,
    )


def test_every_direction_keeps_its_light() -> None:
    # The map's value IS its direction, so the file must hold the world direction of each of its pixels.
    turned = as_latlong(world_directions(16, 32))
    assert np.allclose(turned, exr_directions(16, 32) @ FILE_TO_WORLD.T, atol=1e-12)
    assert np.linalg.det(FILE_TO_WORLD) == pytest.approx(1)


def test_the_file_reads_back_with_its_tags(tmp_path: Path) -> None:
    sky = np.abs(world_directions(8, 16)) * 9000
    write_sky(tmp_path / "sky.exr", sky, software="test")
    with OpenEXR.File(str(tmp_path / "sky.exr")) as file:
        header = dict(file.parts[0].header)
    assert header["envmap"] == OpenEXR.ENVMAP_LATLONG and header["colorInteropID"] == "lin_ap1_scene"
    assert OpenEXR.checkColorMetadata(header) == 0
    pixels = oiio.ImageBuf(str(tmp_path / "sky.exr")).get_pixels(oiio.FLOAT)
    assert np.allclose(pixels, as_latlong(sky), rtol=1e-3, atol=1e-2)


def test_a_bright_sky_is_kept_in_float(tmp_path: Path) -> None:
    write_sky(tmp_path / "sky.exr", np.full((4, 8, 3), 1e6), software="test")
    assert oiio.ImageBuf(str(tmp_path / "sky.exr")).get_pixels(oiio.FLOAT).max() == 1e6


def test_bad_maps_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="multiple of 4"):
        write_sky(tmp_path / "sky.exr", np.zeros((4, 9, 3)), software="test")
    with pytest.raises(RenderError, match="NaN"):
        write_sky(tmp_path / "sky.exr", np.full((4, 8, 3), np.nan), software="test")
