"""Which lens a crew would take where no words name one."""

import numpy as np
from jaxtyping import Float

from rayograph.plan.stage import Stage


def usual_focal(stage: Stage, framing: str, angle: str | None) -> float:
    """The focal length [mm] that suits a set, a framing and a height of the camera."""
    if stage.kind.name == "tabletop" or stage.name == "table":
        return {"extreme close-up": 100.0, "close-up": 70.0, "wide": 40.0, "extreme wide": 32.0}.get(
            framing, 50.0
        )
    if stage.kind.name == "interior":
        return {"close-up": 50.0, "extreme close-up": 70.0}.get(framing, 28.0)
    if angle == "drone":
        return 24.0
    return {
        "extreme close-up": 85.0,
        "close-up": 60.0,
        "medium": 40.0,
        "wide": 32.0,
        "extreme wide": 24.0,
    }.get(framing, 45.0)


def macro_stop(hero: Float[np.ndarray, "n 3"], position: np.ndarray, focal: float) -> float:
    """f-number at which a quarter of a small thing very near is sharp; 0 where any stop does.

    Depth of field is 2 N c (m + 1) / m² at magnification m, with a circle of confusion c of 0.03 mm.
    """
    away = float(np.linalg.norm(hero.mean(0) - position)) * 1000.0
    m = focal / max(away - focal, 0.25 * focal)
    wanted = 250.0 * float(np.ptp(hero, axis=0).min())
    return 0.0 if m < 0.3 else round(float(np.clip(wanted / (0.06 * (m + 1) / m**2), 0.0, 32.0)), 1)
