"""The lens's focal length on a sensor 36 mm wide, from focal length and width in pixels."""

import numpy as np

from rayograph.core.intent import Lens
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel

SENSOR_MM = 36.0


def lens(claim: Lens, reel: Reel) -> Finding:
    """How far the focal length is from the wanted one, as a part of it; a zoom passes if it gets there."""
    wanted = f"a {claim.focal_mm:g} mm lens, within {claim.tolerance:.0%}"
    focal = np.array([camera.focal_px / camera.width * SENSOR_MM for camera in reel.cameras])
    if not np.isfinite(focal).all() or (focal <= 0).any():
        return unmeasured(wanted, "the frames do not say what the lens is")
    off = np.abs(focal - claim.focal_mm) / claim.focal_mm
    t = int(off.argmin())
    return at_most(float(off[t]), claim.tolerance, unit="of the focal length", wanted=wanted,
                   frame=reel.numbers[t], note=f"{focal[t]:.1f} mm")  # fmt: skip
