from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rayograph.colour.primaries import ap1_luminance
from rayograph.core.camera import camera_at, exposure_scale, project
from rayograph.core.errors import SetupError
from rayograph.core.mesh import Mesh, smooth_normals
from rayograph.core.plan import ShotPlan
from rayograph.core.rig import LightGroup, LightRig, Practical
from rayograph.deliver import usd
from tests.deliver.synthetic_shot import TO_SUN, make_plan, poses_at

pxr = pytest.importorskip("pxr", reason="usd-core is an optional extra")
from pxr import Gf, Usd, UsdGeom, UsdLux, UsdValidation  # noqa: E402

SUN_LUX = np.array([60000.0, 52000.0, 40000.0])


def ball(radius: float) -> Mesh:
    vertices = radius * np.array([[1.0, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]])
    faces = np.array([[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]])
    uv = vertices[:, :2]
    return Mesh(vertices=vertices, faces=faces, normals=smooth_normals(vertices, faces), uv=uv)


@pytest.fixture(scope="module")
def plan() -> ShotPlan:
    return make_plan(64, 36, 4, "24000/1001")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, plan: ShotPlan) -> Usd.Stage:
    path = tmp_path_factory.mktemp("usd") / "shot.usdc"
    (path.parent / "sky.exr").write_bytes(b"")
    cameras = {1001 + k: camera_at(plan.camera, plan.format, k / 24) for k in range(4)}
    motion = {
        name: np.stack([poses_at(k / 24)[name] for k in range(4)]) for name in ("ball_red", "ball_steel")
    }
    painted = replace(ball(0.32), colour=np.full((6, 3), 0.5))
    usd.write_usd(
        path,
        plan,
        cameras,
        motion,
        meshes={"ball_red": ball(0.5), "ball_steel": painted},
        sun=(TO_SUN, SUN_LUX),
        sky_file="./sky.exr",
    )
    return Usd.Stage.Open(str(path))


def test_openusd_validates_the_stage(stage: Usd.Stage) -> None:
    context = UsdValidation.ValidationContext(UsdValidation.ValidationRegistry().GetOrLoadAllValidators())
    found = context.Validate(stage)
    assert [error.GetErrorAsString() for error in found] == []


def test_units_axis_and_time(stage: Usd.Stage) -> None:
    assert UsdGeom.GetStageMetersPerUnit(stage) == 1 and UsdGeom.GetStageUpAxis(stage) == "Z"
    assert stage.GetTimeCodesPerSecond() == pytest.approx(24000 / 1001)
    assert (stage.GetStartTimeCode(), stage.GetEndTimeCode()) == (1001, 1004)
    assert stage.GetDefaultPrim().GetPath() == "/shot"


@pytest.mark.parametrize("k", [0, 3])
def test_a_point_falls_on_the_same_pixel_through_both_cameras(
    stage: Usd.Stage, plan: ShotPlan, k: int
) -> None:
    camera = UsdGeom.Camera(stage.GetPrimAtPath("/shot/camera")).GetCamera(1001 + k)
    frustum = camera.frustum
    to_clip = frustum.ComputeViewMatrix() * frustum.ComputeProjectionMatrix()
    points = np.random.default_rng(0).uniform(-0.8, 0.8, (20, 3))
    expected = project(camera_at(plan.camera, plan.format, k / 24), points)
    for point, pixel in zip(points, expected, strict=True):
        clip = to_clip.Transform(Gf.Vec3d(*point))
        assert (clip[0] + 1) / 2 * 64 == pytest.approx(pixel[0], abs=1e-3)
        assert (1 - clip[1]) / 2 * 36 == pytest.approx(pixel[1], abs=1e-3)


def test_the_lens_is_in_tenths_of_a_metre_and_exposes_as_the_plate(stage: Usd.Stage, plan: ShotPlan) -> None:
    camera = UsdGeom.Camera(stage.GetPrimAtPath("/shot/camera"))
    assert camera.GetFocalLengthAttr().Get(1001) == pytest.approx(0.40)
    assert camera.GetHorizontalApertureAttr().Get() == pytest.approx(0.36)
    assert camera.GetFStopAttr().Get() == 4.0
    assert camera.GetFocusDistanceAttr().Get(1001) == pytest.approx(4.17, abs=0.01)
    assert camera.ComputeLinearExposureScale(1001) == pytest.approx(exposure_scale(13.0), rel=1e-4)


def test_objects_move(stage: Usd.Stage) -> None:
    for frame, x in ((1001, 0.9), (1004, 0.9 - 0.6 * 3 / 24)):
        prim = UsdGeom.Xformable(stage.GetPrimAtPath("/shot/objects/ball_steel"))
        place = prim.ComputeLocalToWorldTransform(frame).ExtractTranslation()
        assert tuple(place) == pytest.approx((x, -0.2, 0.32))
    still = stage.GetPrimAtPath("/shot/objects/ball_red").GetAttribute("xformOp:transform")
    assert still.GetNumTimeSamples() == 0
    mesh = UsdGeom.Mesh(stage.GetPrimAtPath("/shot/objects/ball_red/mesh"))
    assert len(mesh.GetPointsAttr().Get()) == 6 and mesh.GetFaceCount() == 8


def test_the_sun_shines_from_where_it_stands(stage: Usd.Stage) -> None:
    sun = UsdLux.DistantLight(stage.GetPrimAtPath("/shot/lights/sun"))
    shines = UsdGeom.Xformable(sun).ComputeLocalToWorldTransform(0).TransformDir(Gf.Vec3d(0, 0, -1))
    assert tuple(shines) == pytest.approx(tuple(-TO_SUN))
    assert sun.GetIntensityAttr().Get() == pytest.approx(SUN_LUX @ ap1_luminance(), rel=1e-5)
    assert sun.GetAngleAttr().Get() == pytest.approx(0.533)
    assert sun.GetNormalizeAttr().Get() is True


def test_the_dome_stands_upright_and_its_middle_is_ahead(stage: Usd.Stage) -> None:
    dome = UsdLux.DomeLight(stage.GetPrimAtPath("/shot/lights/sky"))
    turn = UsdGeom.Xformable(dome).ComputeLocalToWorldTransform(0)
    assert tuple(turn.TransformDir(Gf.Vec3d(0, 1, 0))) == pytest.approx((0, 0, 1))  # the pole
    assert tuple(turn.TransformDir(Gf.Vec3d(0, 0, 1))) == pytest.approx((0, 1, 0))  # the middle column
    assert dome.GetTextureFileAttr().Get().path == "./sky.exr"
    assert dome.GetTextureFileAttr().GetColorSpace() == "lin_ap1_scene"


def test_a_panel_gives_its_lumens(stage: Usd.Stage) -> None:
    lamp = UsdLux.RectLight(stage.GetPrimAtPath("/shot/lights/lamp"))
    flux = lamp.GetIntensityAttr().Get() * np.pi * lamp.GetWidthAttr().Get() * lamp.GetHeightAttr().Get()
    assert flux == pytest.approx(800, rel=1e-5)
    towards = np.array([0, 0, 0.4]) - np.array([1.6, -0.6, 1.5])
    shines = UsdGeom.Xformable(lamp).ComputeLocalToWorldTransform(0).TransformDir(Gf.Vec3d(0, 0, -1))
    assert tuple(shines) == pytest.approx(tuple(towards / np.linalg.norm(towards)))
    assert lamp.GetPrim().GetCustomDataByKey("rayograph:lightGroup") == "lamp"


def test_a_fixture_without_a_place_is_named_not_dropped(tmp_path: Path, plan: ShotPlan) -> None:
    fixture = Practical(id="floor_lamp", kind="fixture", source="floor_lamp", lumens=900)
    rig = LightRig(practicals=(fixture,), groups=(LightGroup(name="lamps", lights=("floor_lamp",)),))
    lit = plan.model_copy(update={"rig": rig})
    cameras = {1001: camera_at(plan.camera, plan.format, 0.0)}
    usd.write_usd(tmp_path / "a.usda", lit, cameras, {})
    without = Usd.Stage.Open(str(tmp_path / "a.usda"))
    assert without.GetPrimAtPath("/shot/lights").GetCustomDataByKey("rayograph:unplaced") == "floor_lamp"
    usd.write_usd(tmp_path / "b.usda", lit, cameras, {}, lamps={"floor_lamp": np.array([1.0, 2, 1.5])})
    placed = Usd.Stage.Open(str(tmp_path / "b.usda"))
    light = UsdLux.SphereLight(placed.GetPrimAtPath("/shot/lights/floor_lamp"))
    flux = light.GetIntensityAttr().Get() * np.pi * 4 * np.pi * light.GetRadiusAttr().Get() ** 2
    assert flux == pytest.approx(900, rel=1e-5)


def test_without_usd_core_there_is_one_clear_line(
    tmp_path: Path, plan: ShotPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usd, "Usd", None)
    with pytest.raises(SetupError, match=r"rayograph\[usd\]"):
        usd.write_usd(tmp_path / "a.usda", plan, {}, {})
