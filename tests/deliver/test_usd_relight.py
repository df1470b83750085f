"""A stage under another rig: lights and exposure change, what stands in it does not."""

from pathlib import Path

import numpy as np
import pytest

from rayograph.core.plan import ShotPlan
from tests.deliver.synthetic_shot import make_frame, make_plan, poses_at

pxr = pytest.importorskip("pxr")


def test_lights_and_exposure_change_and_nothing_else(tmp_path: Path):
    from pxr import Usd, UsdGeom, UsdLux

    from rayograph.deliver.usd import write_usd
    from rayograph.deliver.usd_relight import relit_stage

    plan = make_plan()
    cameras = {1001 + k: make_frame(plan, k).camera for k in range(2)}
    poses = {
        name: np.stack([poses_at(k / 24)[name] for k in range(2)]) for name in ("ball_red", "ball_steel")
    }
    sun = np.array([0.0, 0.6, 0.8]), np.array([50000.0, 50000.0, 48000.0])
    write_usd(tmp_path / "old.usdc", plan, cameras, poses, {}, sun=sun, sky_file="sky.exr", lamps={})
    record = plan.model_dump()
    record["rig"]["practicals"][0]["lumens"] = 400.0
    record["camera"]["exposure_ev"] = 12.0
    after = ShotPlan.model_validate(record)
    relit_stage(tmp_path / "old.usdc", tmp_path / "new.usdc", plan, after, sun=None)
    old, new = (Usd.Stage.Open(str(tmp_path / name)) for name in ("old.usdc", "new.usdc"))

    def level(stage: object) -> float:
        return UsdLux.RectLight(stage.GetPrimAtPath("/shot/lights/lamp")).GetIntensityAttr().Get()  # type: ignore[attr-defined]

    def speed(stage: object) -> float:
        return UsdGeom.Camera(stage.GetPrimAtPath("/shot/camera")).GetExposureIsoAttr().Get()  # type: ignore[attr-defined]

    assert level(new) == pytest.approx(level(old) / 2)
    assert speed(new) == pytest.approx(2 * speed(old))
    assert not new.GetPrimAtPath("/shot/lights/sun").IsValid()
    for path in ("/shot/camera", "/shot/objects/ball_steel"):
        a, b = (UsdGeom.Xformable(stage.GetPrimAtPath(path)) for stage in (old, new))
        assert a.GetLocalTransformation(1002) == b.GetLocalTransformation(1002)
