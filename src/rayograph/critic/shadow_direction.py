"""Where cast shadows say that light comes from, frame by frame, and whether that holds still."""

import numpy as np

from rayograph.core.rig import SUN, Sun
from rayograph.critic.cast_shadow import Ground, direction, found, ground
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.irradiance import key_group, spaced
from rayograph.critic.light_vector import SURE
from rayograph.critic.reel import Reel

FRAMES = 6
DRIFT_DEG, SUN_DEG = 10.0, 10.0
"""Shadows of one light may seem to turn by this much, and to be off the sun by this much: on good frames of a
still life by a window they turn by 5° to 8° and are 1° to 3° off."""
STEEP = 0.985
"""Sine of the height from which on a shadow lies underneath its thing and tells little."""


def shadow_direction(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """Largest turn of the shadows' direction from its mean [deg], and its angle to the sun of the rig."""
    steady = f"shadows of one light turn by at most {DRIFT_DEG:g}°"
    if not reel.passes:
        return (("drift", unmeasured(steady, "without normals and positions shadows cannot be traced")),)
    ts = spaced(reel.frames, FRAMES)
    group, of_sun = sun_group(reel)
    name = group if group is not None else key_group(reel, ts)[0]
    bases = {t: base for t in ts if (base := ground(reel, t, name)) is not None}
    told = found(reel, bases)
    if told is None or told[0][2] > STEEP:
        return (("drift", unmeasured(steady, f"no clear cast shadow in the light of {name}")),)
    towards, f1, _ = told
    each = _by_frame(reel, bases, towards if f1 >= SURE and f1 >= 1.5 * float(np.median(told[2])) else None)
    if not each:
        return (("drift", unmeasured(steady, f"no clear cast shadow in the light of {name}")),)
    rows = []
    if len(each) >= 2:
        mean = np.mean(list(each.values()), axis=0)
        turns = {t: _angle(one, mean) for t, one in each.items()}
        worst = max(turns, key=lambda t: turns[t])
        drift = at_most(turns[worst], DRIFT_DEG, unit="deg", wanted=steady, confidence=round(f1, 3),
                        frame=reel.numbers[worst], note=f"in the light of {name}")  # fmt: skip
        rows.append(("drift", drift))
    else:
        rows.append(("drift", unmeasured(steady, "fewer than two frames show a clear shadow")))
    if of_sun is not None:
        ordered = direction(np.array(of_sun.azimuth_deg), np.array(of_sun.elevation_deg))
        frame = reel.numbers[max(bases, key=lambda t: int(bases[t].dark.sum()))]
        rows.append(("sun", at_most(_angle(towards, ordered), SUN_DEG, unit="deg", confidence=round(f1, 3),
                                    wanted=f"shadows within {SUN_DEG:g}° of the sun that was ordered",
                                    frame=frame)))  # fmt: skip
    return tuple(rows)


def sun_group(reel: Reel) -> tuple[str | None, Sun | None]:
    """Name of the group of the sun alone, by the rig or else by its name, and the rig's sun."""
    if reel.rig is not None and reel.rig.sun is not None:
        for group in reel.rig.groups:
            if group.lights == (SUN,) and group.name in reel.groups:
                return group.name, reel.rig.sun
    return next((name for name in (SUN, "moon") if name in reel.groups), None), None


def _by_frame(reel: Reel, bases: dict[int, Ground], near: np.ndarray | None) -> dict[int, np.ndarray]:
    """Direction by frame, round the one that fits all; where none does, each frame's own, if clear."""
    told = {t: found(reel, {t: base}, near=near) for t, base in bases.items()}
    clear = 0.8 * SURE if near is not None else 1.2 * SURE
    each = {t: one[0] for t, one in told.items() if one is not None and one[1] >= clear}
    return each if near is not None or len(each) >= 2 else {}


def _angle(a: np.ndarray, b: np.ndarray) -> float:
    cosine = a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9)
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
