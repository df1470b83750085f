"""Move, lens, angle and framing of a plan against what a brief's author asked for."""

from typing import Any

import numpy as np

from rayograph.core.camera import camera_at
from rayograph.core.plan import CastMember, ShotPlan
from tests.plan.acceptance_cast import size

_FILLS = {
    "extreme close-up": (0.6, 99.0), "close-up": (0.36, 99.0), "medium close-up": (0.3, 99.0),
    "medium": (0.14, 1.1), "wide": (0.0, 0.62), "extreme wide": (0.0, 0.45),
}  # fmt: skip
"""Framing → part of the frame, across or up, that the most prominent thing of the cast may fill."""


def _fill(plan: ShotPlan, member: CastMember) -> float:
    """The larger of the parts of the frame's width and height that a thing takes at the start or the end."""
    fills = [0.0]
    w, d, h = size(member)
    if abs(member.tilt_deg) > 45:
        h = max(w, d)  # it stands on its edge
    r = max(w, d) / 2
    box = [[x, y, z] for x in (-r, r) for y in (-r, r) for z in (0.0, h)]
    corners = np.asarray(member.position) + np.array(box)
    for time in (plan.camera.keys[0].time, plan.camera.keys[-1].time):
        view = camera_at(plan.camera, plan.format, time)
        pose, focal = view.to_world, plan.camera.keys[0 if time == 0 else -1].focal_mm
        local = (corners - pose[:3, 3]) @ pose[:3, :3]
        if local[:, 2].min() <= 0.01:
            continue
        xy = local[:, :2] / local[:, 2:] * focal / plan.camera.sensor_width_mm
        wide, high = np.ptp(xy, axis=0) * [1.0, plan.format.width / plan.format.height]
        if np.abs(xy[:, 0]).min() < 0.5:
            fills.append(float(max(wide, high)))
    return max(fills)


def camera_faults(plan: ShotPlan, must: dict[str, Any]) -> list[str]:
    """Faults of move, lens, angle and framing."""
    faults, camera, first = [], plan.camera, plan.camera.keys[0]
    if "move" in must and not any(_moves(plan, move) for move in must["move"].split("|")):
        faults.append(f"move {camera.move}, not {must['move']}")
    if "focal" in must and abs(first.focal_mm - must["focal"]) > 0.5:
        faults.append(f"focal {first.focal_mm}, not {must['focal']}")
    if first.focal_mm < must.get("focal_min", 0) or camera.f_stop > must.get("f_max", 99):
        faults.append(f"lens {first.focal_mm} f/{camera.f_stop}")
    if must.get("handheld") and camera.handheld == 0:
        faults.append("not handheld")
    dx, dy, dz = (p - t for p, t in zip(first.position, first.target, strict=True))
    steep = dz / (dx * dx + dy * dy) ** 0.5 if dx or dy else 99
    low = 0.8 if max((size(m)[2] for m in plan.cast), default=0.0) < 1.2 else 1.0
    view = must.get("view")
    if (
        (view == "top" and steep < 2)
        or (view == "high" and steep < 0.3)
        or (view == "low" and (first.position[2] > low or steep > 0.35))
        or (view == "eye" and abs(steep) > 0.45)
    ):
        faults.append(f"not a {view} view: camera {first.position}, slope {steep:.2f}")
    if "framing" in must and plan.cast:
        fill = max(_fill(plan, member) for member in plan.cast)
        if not any(_FILLS[f][0] <= fill <= _FILLS[f][1] for f in must["framing"].split("|")):
            faults.append(f"framing {fill:.2f}, not {must['framing']}")
    return faults


def _moves(plan: ShotPlan, wanted: str) -> bool:
    done = plan.camera.move.replace("pull out", "pull back")
    wanted = wanted.replace("pull out", "pull back")
    if wanted == "handheld":
        return plan.camera.handheld > 0
    return done == wanted or (wanted in ("orbit", "pan", "truck") and done.startswith(wanted))
