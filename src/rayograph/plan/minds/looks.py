"""What a mind says of camera and light, over what the grammar read of them."""

from dataclasses import replace

from rayograph.plan.facts import CameraFacts, LightFacts, Route
from rayograph.plan.minds.answer import SaidCamera, SaidLight

_SPEED = {"slow": 0.75, "usual": 1.0, "fast": 1.6}
_WARMTH = {"warm": 0.6, "cool": -0.6}
_CONTRAST = {"low": 0.0, "high": 0.6}


def over_camera(said: SaidCamera, before: CameraFacts) -> CameraFacts:
    """The camera of both; a route belongs to the move that the grammar read it with."""
    other = said.move is not None and said.move != before.move
    return replace(
        before,
        move=said.move or before.move,
        route=Route() if other else before.route,
        arc_deg=None if other else before.arc_deg,
        pace=_SPEED[said.speed] if said.speed is not None and (other or before.pace == 1.0) else before.pace,
        focal_mm=said.focal_mm or before.focal_mm,
        f_stop=said.f_stop or before.f_stop,
        framing=said.framing or before.framing,
        angle=said.angle or before.angle,
    )


def over_light(said: SaidLight, before: LightFacts) -> LightFacts:
    """The light of both; another hour than the grammar read brings its own height of the sun."""
    other = said.time is not None and said.time != before.time
    return replace(
        before,
        time=said.time or before.time,
        elevation_deg=None if other else before.elevation_deg,
        moon=(said.time == "night") if other else before.moon,
        side=said.side or before.side,
        rim=said.rim or before.rim,
        quality=said.quality or before.quality,
        warmth=before.warmth if said.warmth is None else _WARMTH[said.warmth],
        contrast=before.contrast if said.contrast is None else _CONTRAST[said.contrast],
        studio=before.studio if said.studio is None else said.studio,
        window=before.window if said.window is None else said.window,
        lamps=before.lamps if said.lamps is None else said.lamps,
        cloud=before.cloud if said.cloud is None else said.cloud,
        mist=before.mist if said.mist is None else said.mist,
        wet=before.wet if said.wet is None else said.wet,
        season=said.season or before.season,
    )
