"""Which lens a crew would take where no words name one."""

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
