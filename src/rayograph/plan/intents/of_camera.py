"""Claims about camera and lens."""

from rayograph.core.intent import Angle, CameraMove, Intent, Lens
from rayograph.plan.facts import CameraFacts

_MOVES = {
    "static": "static", "push in": "push_in", "pull back": "pull_out", "pull out": "pull_out",
    "truck left": "truck_left", "truck right": "truck_right", "crane up": "crane_up",
    "crane down": "crane_down", "pan left": "pan_left", "pan right": "pan_right", "tilt up": "tilt_up",
    "tilt down": "tilt_down", "orbit left": "orbit_left", "orbit right": "orbit_right", "zoom in": "zoom_in",
    "zoom out": "zoom_out", "follow": "follow",
}  # fmt: skip


def camera_intents(said: CameraFacts) -> list[Intent]:
    """Claims about what was said of the camera; what was not said is free."""
    found: list[Intent] = []
    if said.move in _MOVES:
        found.append(Intent(claim=CameraMove.model_validate({"move": _MOVES[said.move]}), words=said.move))
    if said.focal_mm is not None and not (said.move or "").startswith("zoom"):
        found.append(Intent(claim=Lens(focal_mm=said.focal_mm), words=f"{said.focal_mm:g}mm"))
    if said.angle in ("low", "eye", "high", "top"):
        found.append(Intent(claim=Angle.model_validate({"angle": said.angle}), words=f"{said.angle} angle"))
    return found
