"""The side of the picture that light comes from."""

import numpy as np

from rayograph.core.camera import Camera
from rayograph.core.intent import LightFrom
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.light_vector import light_vector
from rayograph.critic.reel import Reel

STEEP = 0.94
"""Sine of the height from which on light comes from above and from no side."""


def light_from(claim: LightFrom, reel: Reel) -> Finding:
    """Angle between the side that is claimed and where light comes from [deg].

    Sides are told by azimuth alone: a high sun on the left is still on the left.
    """
    words = {"behind": "behind, towards the camera", "front": "the camera's side"}.get(claim.side, claim.side)
    wanted = f"light from {words}, within {claim.tolerance_deg:g}°"
    if not reel.passes:
        return unmeasured(wanted, "without normals and albedo the direction of light cannot be told")
    found = light_vector(reel)
    if found is None:
        return unmeasured(wanted, "no matt surface shows the light")
    camera = reel.cameras[reel.numbers.index(found.frame)]
    off, steep = _off(claim.side, found.towards, camera)
    told = "shadows" if found.by_shadow else "shading alone"
    note = f"told by {told}; {_said(found.towards, camera)}"
    confidence = found.confidence * (0.5 if steep and claim.side != "above" else 1.0)
    return at_most(off, claim.tolerance_deg, unit="deg", wanted=wanted, frame=found.frame,
                   confidence=round(confidence, 3), note=note)  # fmt: skip


def axes(camera: Camera) -> tuple[np.ndarray, np.ndarray]:
    """The picture's right and its depth, level in the world; for a view straight down, depth is its top."""
    right, down, ahead = camera.to_world[:3, :3].T
    level = np.array([1.0, 1.0, 0.0])
    depth = ahead * level if np.hypot(*ahead[:2]) > 0.3 else -down * level * np.sign(-ahead[2] or 1.0)
    side = right * level
    return side / max(np.linalg.norm(side), 1e-6), depth / max(np.linalg.norm(depth), 1e-6)


def _off(side: str, towards: np.ndarray, camera: Camera) -> tuple[float, bool]:
    """Angle [deg] to a side, and whether the light is too steep for any side."""
    if side == "above":
        return float(np.degrees(np.arccos(np.clip(towards[2], -1, 1)))), False
    right, depth = axes(camera)
    aim = {"left": -right, "right": right, "behind": depth, "front": -depth}[side]
    level = towards * [1, 1, 0]
    long = float(np.linalg.norm(level))
    if long < 1e-3:
        return 90.0, True
    return float(np.degrees(np.arccos(np.clip(level @ aim / long, -1, 1)))), bool(abs(towards[2]) > STEEP)


def _said(towards: np.ndarray, camera: Camera) -> str:
    right, depth = axes(camera)
    x, y, up = towards @ right, towards @ depth, np.degrees(np.arcsin(np.clip(towards[2], -1, 1)))
    turn = np.degrees(np.arctan2(x, y))
    side = ["behind", "the back right", "the right", "the front right", "the front", "the front left",
            "the left", "the back left"][int(round(turn / 45)) % 8]  # fmt: skip
    return f"it comes from {side}, {up:.0f}° high"
