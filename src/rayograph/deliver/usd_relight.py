"""The stage of a shot under another rig and exposure: what stands and moves in it stays as it was written."""

import shutil
from pathlib import Path

from rayograph.core.plan import ShotPlan
from rayograph.deliver.atomic import atomic_path
from rayograph.deliver.usd import SunLight, identifier, write_lights

LIGHTS = "/shot/lights"


def relit_stage(
    source: Path, target: Path, before: ShotPlan, after: ShotPlan, *, sun: SunLight | None
) -> None:
    """Write `target` as the stage `source` of the plan `before`, with the lights and exposure of `after`.

    Lamps keep the places that they have there; one that came on is named as unplaced.

    Raises:
        OutputError: the file cannot be written.
    """
    from pxr import Usd, UsdGeom  # an optional extra, which made the source

    with atomic_path(target) as temporary:
        shutil.copyfile(source, temporary)
        stage = Usd.Stage.Open(str(temporary))
        places = {}
        for lamp in after.rig.practicals:
            prim = stage.GetPrimAtPath(f"{LIGHTS}/{identifier(lamp.id)}")
            if prim.IsValid():
                places[lamp.id] = UsdGeom.Xformable(prim).GetLocalTransformation().ExtractTranslation()
        stage.RemovePrim(LIGHTS)
        write_lights(stage, after, {}, sun, "sky.exr" if after.rig.sky is not None else None, places)
        stage.SetEndTimeCode(after.format.first_frame + after.format.frames - 1)
        old, new = before.camera.exposure_ev, after.camera.exposure_ev
        speed = UsdGeom.Camera(stage.GetPrimAtPath("/shot/camera")).GetExposureIsoAttr()
        if old is not None and new is not None and speed.Get() is not None:
            speed.Set(speed.Get() * 2.0 ** (old - new))
        stage.GetRootLayer().Save()
