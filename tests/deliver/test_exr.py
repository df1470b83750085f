import json
import resource
import signal
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import OpenEXR
import OpenImageIO as oiio
import pytest

from rayograph.core.camera import project
from rayograph.core.errors import OutputError, RenderError
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver.cryptomatte import id_of, murmur3
from rayograph.deliver.exr import read_exr, write_exr
from rayograph.deliver.seen import seen_light

PARTS = [
    ("rgba", "half", ["R", "G", "B", "A"], "lin_ap1_scene"),
    ("light_sun", "half", ["light_sun.R", "light_sun.G", "light_sun.B"], "lin_ap1_scene"),
    ("light_sky", "half", ["light_sky.R", "light_sky.G", "light_sky.B"], "lin_ap1_scene"),
    ("light_lamp", "half", ["light_lamp.R", "light_lamp.G", "light_lamp.B"], "lin_ap1_scene"),
    ("depth", "float", ["depth.Z"], "data"),
    ("N", "float", ["N.X", "N.Y", "N.Z"], "data"),
    ("Ng", "float", ["Ng.X", "Ng.Y", "Ng.Z"], "data"),
    ("P", "float", ["P.X", "P.Y", "P.Z"], "data"),
    ("albedo", "float", ["albedo.R", "albedo.G", "albedo.B"], "lin_ap1_scene"),
    ("roughness", "float", ["roughness.Y"], "data"),
    ("metallic", "float", ["metallic.Y"], "data"),
    ("forward", "float", ["forward.u", "forward.v"], "data"),
    ("backward", "float", ["backward.u", "backward.v"], "data"),
    ("id", "uint", ["id.I"], "data"),
    ("crypto_object00", "float", [f"crypto_object00.{c}" for c in "RGBA"], "data"),
    ("crypto_object01", "float", [f"crypto_object01.{c}" for c in "RGBA"], "data"),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, frame: Frame, plan: ShotPlan) -> Path:
    path = tmp_path_factory.mktemp("exr") / "balls_v001.1001.exr"
    write_exr(path, frame, plan, software="Rayograph 0.1.0")
    return path


def test_openimageio_reads_the_parts_names_types_and_tags(written: Path) -> None:
    source = oiio.ImageInput.open(str(written))
    seen = []
    for index in range(len(PARTS)):
        assert source.seek_subimage(index, 0)
        spec = source.spec()
        # OIIO names the one format of the part; it lists channels in R, G, B, A and X, Y, Z order.
        tag = spec.getattribute("colorInteropID") or spec.getattribute("openexr:colorInteropID")
        seen.append((spec.getattribute("name"), str(spec.format), list(spec.channelnames), tag))
    assert not source.seek_subimage(len(PARTS), 0)
    source.close()
    assert seen == PARTS


def test_openexr_finds_the_colour_metadata_clean(written: Path) -> None:
    with OpenEXR.File(str(written)) as file:
        headers = [dict(part.header) for part in file.parts]
    assert [OpenEXR.checkColorMetadata(header, headers[0]) for header in headers] == [0] * len(PARTS)
    assert not any("chromaticities" in header for header in headers)


def test_every_value_comes_back_as_it_was(written: Path, frame: Frame) -> None:
    channels = read_exr(written)
    beauty = np.stack([channels[c] for c in "RGB"], -1)
    assert np.array_equal(beauty, frame.beauty) and beauty.dtype == np.float16
    for name, group in frame.groups.items():
        assert np.array_equal(np.stack([channels[f"light_{name}.{c}"] for c in "RGB"], -1), group)
    assert np.array_equal(channels["depth.Z"], frame.depth) and channels["depth.Z"].max() == SKY_DEPTH
    assert np.array_equal(np.stack([channels[f"P.{c}"] for c in "XYZ"], -1), frame.position)
    assert np.array_equal(np.stack([channels[f"forward.{c}"] for c in "uv"], -1), frame.forward)
    assert np.array_equal(channels["id.I"], frame.ids)


def test_the_header_says_camera_time_and_origin(written: Path, frame: Frame, plan: ShotPlan) -> None:
    with OpenEXR.File(str(written)) as file:
        header = dict(file.parts[0].header)
    assert header["framesPerSecond"] == Fraction(24)
    assert str(header["timeCode"]).startswith("(0, 0, 41, 17")  # frame 1001 at 24 a second
    assert header["aperture"] == 4.0 and header["focus"] == pytest.approx(frame.camera.focus_m)
    assert header["rayograph/exposure_ev"] == 13.0
    # EV = log2(N² / t) + log2(100 / S)
    exposure = np.log2(header["aperture"] ** 2 / header["expTime"] * 100 / header["isoSpeed"])
    assert exposure == pytest.approx(13.0, abs=1e-4)
    assert header["rayograph/seed"] == 7 and len(header["rayograph/plan_sha256"]) == 64
    assert header["rayograph/clipped_values"] == 0
    assert header["rayograph/names"].split("\n")[2] == "ball_red"


def test_the_header_brings_the_rig_back(written: Path, plan: ShotPlan) -> None:
    light = seen_light(written)
    assert light.rig == plan.rig and light.exposure_ev == 13.0


def test_the_matrices_project_as_the_openexr_standard_says(written: Path, frame: Frame) -> None:
    with OpenEXR.File(str(written)) as file:
        header = dict(file.parts[0].header)
    points = np.random.default_rng(0).uniform(-1, 1, (20, 3))
    rows = np.concatenate([points, np.ones((20, 1))], 1)
    ndc = rows @ header["worldToNDC"]
    size = np.array([frame.camera.width, frame.camera.height])
    expected = project(frame.camera, points)
    assert np.allclose(ndc[:, :2] / ndc[:, 3:] * size, expected[:, :2], atol=1e-2)
    local = rows @ header["worldToCamera"]
    assert np.allclose(local[:, 2], expected[:, 2], atol=1e-4)
    assert (np.sign(local[:, 1]) == -np.sign(expected[:, 1] - size[1] / 2)).all()  # y is up


def test_a_host_finds_a_matte_by_name(written: Path, frame: Frame) -> None:
    with OpenEXR.File(str(written)) as file:
        header = dict(file.parts[0].header)
    key = f"cryptomatte/{murmur3(b'crypto_object'):08x}"[:19]
    assert header[f"{key}/name"] == "crypto_object"
    assert header[f"{key}/conversion"] == "uint32_to_float32"
    wanted = np.uint32(int(json.loads(header[f"{key}/manifest"])["ball_red"], 16))
    channels = read_exr(written)
    matte = np.zeros(frame.ids.shape)
    for layer in ("00", "01"):
        for label, amount in ("RG", "BA"):
            found = channels[f"crypto_object{layer}.{label}"].view(np.uint32) == wanted
            matte += np.where(found, channels[f"crypto_object{layer}.{amount}"], 0)
    truth = np.where(frame.matte_ids == 2, frame.matte_coverage, 0).sum(-1)
    assert np.allclose(matte, truth) and 0 < matte.mean() < 1


def test_the_hash_is_murmur3_and_ids_are_normal_floats() -> None:
    assert id_of("bunny") == 0x13851A76
    assert [murmur3(text) for text in (b"", b"hello", b"test")] == [0, 0x248BFA47, 0xBA6BD213]
    exponents = [(id_of(f"object{k}") >> 23) & 255 for k in range(3000)]
    assert min(exponents) > 0 and max(exponents) < 255


def test_passes_choose_the_parts(tmp_path: Path, frame: Frame, plan: ShotPlan) -> None:
    path = tmp_path / "few.exr"
    write_exr(path, frame, plan, passes=frozenset({"depth"}), software="test")
    assert sorted(read_exr(path)) == ["A", "B", "G", "R", "depth.Z"]
    with pytest.raises(OutputError, match="beauty_dish"):
        write_exr(path, frame, plan, passes=frozenset({"beauty_dish"}), software="test")


def test_nan_and_infinity_are_errors_that_name_layer_and_frame(
    tmp_path: Path, frame: Frame, plan: ShotPlan
) -> None:
    broken = frame.position.copy()
    broken[3, 5, 1] = np.nan
    with pytest.raises(RenderError, match=r"frame 1001, layer P\.Y: 1 values .* column 5, row 3"):
        write_exr(tmp_path / "a.exr", replace(frame, position=broken), plan, software="test")
    sun = frame.groups["sun"].copy()
    sun[0, 0] = np.inf
    with pytest.raises(RenderError, match="frame 1001, layer light_sun"):
        write_exr(tmp_path / "a.exr", replace(frame, groups={**frame.groups, "sun": sun}), plan, software="t")
    assert list(tmp_path.iterdir()) == []


def test_a_sum_beyond_half_float_is_clipped_and_counted(tmp_path: Path, frame: Frame, plan: ShotPlan) -> None:
    groups = {name: group.copy() for name, group in frame.groups.items()}
    for group in groups.values():
        group[2, 2, 0] = 40000
    write_exr(tmp_path / "a.exr", replace(frame, groups=groups), plan, software="test")
    with OpenEXR.File(str(tmp_path / "a.exr")) as file:
        assert file.parts[0].header["rayograph/clipped_values"] == 1
        assert file.parts[0].channels["RGBA"].pixels[2, 2, 0] == 65504


def test_a_frame_without_a_group_of_the_plan_is_refused(tmp_path: Path, frame: Frame, plan: ShotPlan) -> None:
    groups = {name: group for name, group in frame.groups.items() if name != "lamp"}
    with pytest.raises(RenderError, match="lamp"):
        write_exr(tmp_path / "a.exr", replace(frame, groups=groups), plan, software="test")


def test_a_short_disk_leaves_nothing_and_says_so_in_one_line(
    tmp_path: Path, frame: Frame, plan: ShotPlan
) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, old[1]))
    try:
        with pytest.raises(OutputError) as caught:
            write_exr(tmp_path / "a.exr", frame, plan, software="test")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)
    assert "a.exr" in str(caught.value) and "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "damaged.exr"
    path.write_bytes(b"not an exr")
    with pytest.raises(OutputError, match="damaged.exr"):
        read_exr(path)
