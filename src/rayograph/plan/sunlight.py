"""Where the sun or the moon stands: as the words say, else where the set lets a low sun reach the subject."""

import numpy as np

from rayograph.core.rig import LightRig, Sun
from rayograph.plan.facts import LightFacts
from rayograph.plan.stage import Stage
from rayograph.plan.time_words import TIMES

FROM = {"right": 0.0, "behind": 90.0, "left": 180.0, "front": 270.0}
"""Side of the screen → azimuth that light comes from [deg]."""
WINDOW_HIGHEST = 30.0
"""Highest sun that still reaches the subject through a window [deg]."""
PEAKS = 18.0
"""A sun lower than this [deg] at the back of the lake stands behind the mountains."""
VALLEY = 111.0
"""Azimuth of the gap in the ridge [deg], left of straight ahead, where a low sun at the back stands."""
ROOFS = 13.3
"""How high the houses round a street stand against the sky at its ends [deg]."""


_THROUGH_WINDOWS = {"golden hour": 14.0, "afternoon": 22.0, "morning": 20.0}
"""Hour → least height [deg] at which the sun comes in over sill and garden, measured on the sets."""


_SLATTED = 0.45
"""Sun through blinds: all of it would burn out what the stripes fall on, beside the shade of the room."""


def is_dark(said: LightFacts) -> bool:
    """Whether the words put the shot after sunset."""
    hour = said.time in ("night", "dusk", "blue hour")
    low = said.elevation_deg is not None and said.elevation_deg < 0
    return bool(said.moon or said.neon or said.candles or hour or low)


def sun_height(said: LightFacts, stage: Stage, notes: list[str], rng: np.random.Generator) -> float:
    """Elevation of the sun [deg]."""
    if said.elevation_deg is not None:
        height = said.elevation_deg
    elif said.time is not None:
        height = TIMES[said.time][1]
    elif said.neon or said.candles:
        height = -12.0
    else:
        height = float(rng.uniform(20, 27)) if stage.kind.indoors else float(rng.uniform(20, 34))
        if not said.studio:
            notes.append(f"the hour was not said: the sun stands {height:.0f}° high")
        return round(height, 1)
    if said.place and said.when:
        return height
    if stage.kind.indoors and said.time in _THROUGH_WINDOWS:
        return max(height, _THROUGH_WINDOWS[said.time])
    if stage.kind.indoors and said.time in ("evening", "dusk"):
        # Late enough that lamps count, early enough that the window still draws the room.
        if said.window and said.time == "evening":
            return 2.0
        return -1.5 if said.time == "dusk" else -3.0
    if stage.kind.name == "street" and said.time in ("evening", "dusk", None) and (said.neon or height > 5):
        # Late enough that shops and neon count.
        return -4.0 if said.neon or said.time == "evening" else height
    if stage.kind.name == "street" and said.time == "golden hour":
        return ROOFS + 0.5
    if stage.kind.name == "lake" and said.time in ("golden hour", "sunset", "sunrise"):
        # Hills stand round the lake: a little higher, the last light still reaches the shore.
        return max(height, 10.0 if said.time == "golden hour" else 7.0)
    return height


def sun_azimuth(
    said: LightFacts,
    stage: Stage,
    elevation: float,
    subject_x: float,
    notes: list[str],
    rng: np.random.Generator,
    *,
    across: bool = False,
) -> float:
    """Azimuth that the light comes from [deg]. `subject_x`: the subject's distance to the right [m]."""
    jitter = float(rng.uniform(-9, 9))
    back_left = rng.random() < 0.5
    if stage.kind.indoors:
        return round((-3.0 - jitter * 0.6) % 360 if mirrors(said, stage, False) else 183.0 + jitter * 0.6, 1)
    night = said.moon or elevation < -8
    low = stage.kind.name == "lake" and 0 < elevation < PEAKS and not night
    if low and (said.side == "behind" or (said.side is None and said.time in ("sunset", "sunrise"))):
        if said.side is None:
            notes.append("the sun stands ahead, low over the lake")
        return round(VALLEY + jitter * 0.3, 1)
    if said.side in FROM:
        return round(FROM[said.side] + jitter * 0.5, 1)
    if stage.kind.name == "street" and not night and elevation > 40:
        azimuth = _over_roofs(jitter / 9.0, back_left, 0.0 if across else subject_x)
    elif night or elevation > 40:
        azimuth = (138.0 if back_left else 42.0) + jitter
    elif stage.kind.name == "street" and across:
        azimuth = _along_frame(elevation, jitter / 9.0, back_left)
    elif stage.kind.name == "street":
        azimuth = _along_street(elevation, jitter / 9.0, back_left, subject_x)
    elif elevation < PEAKS:
        azimuth = (189.0 if back_left else 351.0) + jitter
    else:
        azimuth = (138.0 if back_left else 42.0) + jitter
    if said.side is None:
        body = "moon" if night else "sun"
        sides = ("right", "back right", "back", "back left", "left", "front left", "front", "front right")
        place = f"; the camera in {said.place} is turned so" if said.place else ""
        where = sides[round(azimuth % 360 / 45) % 8]
        notes.append(f"the {body} stands at the {where}{place}")
    return round(azimuth, 1)


def _along_street(elevation: float, jitter: float, back: bool, subject_x: float) -> float:
    """Down the street, as far off its axis as the houses let this height reach the road."""
    if elevation < ROOFS:
        # Under the roofs it lights the upper fronts at the far end, from behind the camera.
        return 270.0 + 9.0 * jitter
    reach = float(np.rad2deg(np.arcsin(min(1.0, 0.5 * np.tan(np.deg2rad(elevation))))))
    # It comes over the houses that are farther from the subject.
    over = np.sign(subject_x) if abs(subject_x) > 1.0 else np.sign(jitter) or 1.0
    off = max(6.0, 0.8 * reach) * float(over)
    return 90.0 + off if back or elevation < 15.0 else 270.0 - off


def _over_roofs(jitter: float, left: bool, subject_x: float) -> float:
    """A high sun over the houses that are farther from the subject, which then stands in the sun; from the
    side, so that its short shadow is seen."""
    by_kerb = abs(subject_x) > 1.0
    over = -np.sign(subject_x) if by_kerb else (-1.0 if left else 1.0)
    return float(270.0 + over * ((58.0 if by_kerb else 42.0) + 4.0 * jitter))


def _along_frame(elevation: float, jitter: float, left: bool) -> float:
    """Where the camera looks across the street the sun rakes along the fronts."""
    reach = float(np.rad2deg(np.arcsin(min(0.9, 0.9 * np.tan(np.deg2rad(max(elevation, 5.0)))))))
    off = min(max(7.0, 0.75 * reach), 32.0) + 2.0 * jitter
    return 180.0 + off if left else 360.0 - off


def mirrors(said: LightFacts, stage: Stage, studio: bool) -> bool:
    """Whether the room is built the other way round, so that its windows are on the right."""
    return said.side == "right" and stage.kind.indoors and not studio


def sun_of(said: LightFacts, azimuth: float, elevation: float, cloud: float, night: bool) -> Sun:
    """The sun as a light, or the moon at night."""
    if night:
        height = 32.0 if said.side is None else 24.0
        return Sun(azimuth_deg=azimuth, elevation_deg=height, strength=1.0, moon=True)
    veil = float(np.clip(1.25 - 1.25 * cloud, 0.02, 1.0)) if cloud > 0.2 else 1.0
    radius = 0.2665 if said.quality != "soft" else 0.8
    veil *= _SLATTED if said.slats else 1.0
    strength = veil * (0.75 if said.quality == "soft" else 1.0) * (1.0 - 0.5 * (said.mist or 0.0))
    return Sun(
        azimuth_deg=azimuth,
        elevation_deg=round(max(elevation, -17.0), 2),
        angular_radius_deg=radius,
        strength=round(strength, 3),
    )


def indoor_sun(rig: LightRig) -> LightRig:
    """The rig with a sun low enough to reach through a window."""
    if rig.sun is None or rig.sun.moon or rig.sun.elevation_deg <= WINDOW_HIGHEST:
        return rig
    return rig.model_copy(update={"sun": rig.sun.model_copy(update={"elevation_deg": WINDOW_HIGHEST})})
