"""From where the camera looks: how far its axis points down."""

import numpy as np

from rayograph.core.intent import Angle
from rayograph.critic.finding import Finding, unmeasured
from rayograph.critic.reel import Reel

RANGES = {"low": (-90.0, 6.0), "eye": (-15.0, 20.0), "high": (20.0, 70.0), "top": (60.0, 90.0)}
"""Degrees below the horizon. They overlap as the words do."""


def angle(claim: Angle, reel: Reel) -> Finding:
    """Degrees that the camera looks down, in the middle of the shot's range."""
    least, most = RANGES[claim.angle]
    wanted = f"a {claim.angle} angle: {least:g}° to {most:g}° down"
    axes = np.array([camera.to_world[2, 2] for camera in reel.cameras])
    if not np.isfinite(axes).all():
        return unmeasured(wanted, "the frames do not say where the camera looks")
    down = np.degrees(np.arcsin(np.clip(-axes, -1, 1)))
    value = float(np.median(down))
    t = int(np.abs(down - value).argmin())
    inside = min(value - least, most - value)
    return Finding(
        verdict="pass" if inside >= -1e-9 else "fail", value=round(value, 2), unit="deg", wanted=wanted,
        margin=round(inside / (most - least), 4), frame=reel.numbers[t],
        confidence=0.9 if claim.angle != "low" else 0.7,
    )  # fmt: skip
