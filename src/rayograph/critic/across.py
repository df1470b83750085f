"""Continuity from one shot to the next, measured on the frames of both."""

import numpy as np

from rayograph.core.across import AcrossClaim, SameLight, SameLook, SameWay
from rayograph.critic.cast_shadow import found, ground
from rayograph.critic.direction import headings
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.irradiance import key_group, spaced
from rayograph.critic.light_vector import FRAMES, KEY, light_vector
from rayograph.critic.outline import outline
from rayograph.critic.reel import Reel
from rayograph.critic.surface import surface
from rayograph.critic.things import NO_PASSES, best_frames, called, sureness
from rayograph.critic.tones import Tone, lab, tones
from rayograph.critic.tracks import track

MAIN = 0.2
"""The part of a surface from which on a colour can be the one that is compared."""
WHOLE, INSIDE = 0.1, 0.03
"""Parts of the outline that may be covered, and cut off, where a thing's size is compared."""
AS_WELL = 0.8
"""Part of the best F1 of shadows from which on another direction fits them nearly as well: on drafts of one
rig 0.85 and more, 0.4 and less where the sun had moved."""
SIDEWAYS = 0.35
"""Sine of the angle to the line of sight from which on a way goes to the left or the right."""


def across(claim: AcrossClaim, a: Reel, b: Reel) -> Finding:
    """What the frames of two shots say of a claim about both; frame numbers are those of the second."""
    match claim:
        case SameLook():
            return same_look(claim, a, b)
        case SameLight():
            return same_light(claim, a, b)
        case SameWay():
            return same_way(claim, a, b)


def same_look(claim: SameLook, a: Reel, b: Reel) -> Finding:
    """Distance of the main colours of the albedo, or of the longest sides, each as a part of what it may be;
    the greater counts. A size is compared only where both shots show the thing whole."""
    wanted = f"{called(claim.b)} looks as {called(claim.a)} did before: ΔE {claim.delta_e:g}"
    wanted += f", size within {100 * claim.tolerance:.0f} %" if claim.size else ""
    if not (a.passes and b.passes):
        return unmeasured(wanted, NO_PASSES)
    first, second = _tones(a, claim.a), _tones(b, claim.b)
    if not first or not second:
        missing = claim.a if not first else claim.b
        return unmeasured(wanted, f"{called(missing)} is not seen in both shots")
    # Another side of a thing may show more of its second colour: the pair that is nearest counts.
    apart = min(float(np.linalg.norm(p.lab - q.lab)) for p in first for q in second)
    value, note = apart / claim.delta_e, f"its colour differs by ΔE {apart:.1f}"
    lengths = (_length(a, claim.a), _length(b, claim.b)) if claim.size else (None, None)
    if lengths[0] and lengths[1]:
        ratio = lengths[1] / lengths[0]
        note += f", it is {ratio:.2f} times as long"
        value = max(value, abs(np.log(ratio)) / np.log1p(claim.tolerance))
    elif claim.size:
        note += "; its size cannot be compared"
    t = best_frames(b.share(claim.b))[0]
    trust = sureness(min(float(b.mask(claim.b)[t].sum()), float(a.mask(claim.a).sum(axis=(1, 2)).max())))
    return at_most(float(value), 1.0, unit="of what may differ", wanted=wanted, frame=b.numbers[t],
                   confidence=trust * (1.0 if lengths[0] and lengths[1] else 0.8), note=note)  # fmt: skip


def _tones(reel: Reel, name: str) -> list[Tone]:
    frames = best_frames(reel.share(name))
    seen = reel.mask(name)[frames] & np.isfinite(reel.albedo[frames]).all(-1) if frames else None
    if seen is None or not seen.any():
        return []
    parts = tones(lab(reel.albedo[frames][seen]))
    return [tone for tone in parts if tone is parts[0] or tone.share >= MAIN]


def _length(reel: Reel, name: str) -> float | None:
    """Longest side [m] of what is seen of a thing where it is whole: the upper quartile of a few frames."""
    line = outline(reel, name)
    whole = (line.pixels > 0) & (line.hidden <= WHOLE) & (line.cropped <= INSIDE)
    frames = np.flatnonzero(whole)[:: max(1, int(whole.sum()) // 6)]
    lengths = [each.longest for t in frames if (each := surface(reel, name, int(t))) is not None]
    return float(np.percentile(lengths, 75)) if lengths else None


def same_light(claim: SameLight, a: Reel, b: Reel) -> Finding:
    """The angle between the directions that light comes from in the two shots [deg, world].

    One shot's direction may be misread, as where a window's bars throw shadows of what is not seen: where the
    shadows of one shot fit the direction that the other tells nearly as well as their own best, that counts.
    """
    wanted = f"light from the same direction of the world, within {claim.tolerance_deg:g}°"
    if not (a.passes and b.passes):
        return unmeasured(wanted, "without normals and albedo the direction of light cannot be told")
    first, second = light_vector(a), light_vector(b)
    if first is None or second is None:
        return unmeasured(wanted, "no matt surface shows the light")
    off, told = _angle(first.towards, second.towards), "each shot's own direction"
    for reel, other in ((b, first), (a, second)):
        fits = _fitting(reel, other.towards)
        if fits is not None and _angle(fits, other.towards) < off:
            off, told = _angle(fits, other.towards), "the shadows of one fit the light of the other"
    trust = min(first.confidence, second.confidence) * (1.0 if min(a.size[1], b.size[1]) >= 160 else 0.6)
    return at_most(off, claim.tolerance_deg, unit="deg", wanted=wanted, frame=second.frame,
                   confidence=round(trust, 3), note=f"{off:.0f}° apart; {told}")  # fmt: skip


def _fitting(reel: Reel, towards: np.ndarray) -> np.ndarray | None:
    """The direction near `towards` that the shadows fit, if they do so nearly as well as any other."""
    ts = spaced(reel.frames, FRAMES)
    name, share = key_group(reel, ts)
    bases = {t: base for t in ts if (base := ground(reel, t, name)) is not None} if share >= KEY else {}
    best, near = found(reel, bases), found(reel, bases, near=towards)
    if best is None or near is None or near[1] < AS_WELL * best[1]:
        return None
    return near[0]


def _angle(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.degrees(np.arccos(np.clip(a @ b, -1, 1))))


def same_way(claim: SameWay, a: Reel, b: Reel) -> Finding:
    """The way to the picture's right in the second shot, as a part of the whole way, counted negative where
    the first went to the other side."""
    wanted = f"{called(claim.b)} goes to the same side of the picture as before"
    if not (a.passes and b.passes):
        return unmeasured(wanted, "motion needs two frames or more with data passes")
    before, now = _sideways(a, claim.a), _sideways(b, claim.b)
    if before is None or now is None:
        return unmeasured(wanted, f"{called(claim.b)} does not move in both shots")
    if min(abs(before), abs(now)) < SIDEWAYS:
        return unmeasured(wanted, f"{called(claim.b)} moves towards the camera or away, to no side")
    value = now * float(np.sign(before))
    sides = ["the right" if way > 0 else "the left" for way in (before, now)]
    return at_least(value, SIDEWAYS, unit="of its way", wanted=wanted, frame=b.numbers[-1], confidence=0.8,
                    note=f"it goes to {sides[0]}, then to {sides[1]}")  # fmt: skip


def _sideways(reel: Reel, name: str) -> float | None:
    """The part of a thing's farthest displacement that goes to the picture's right; None if it rests."""
    if reel.frames < 2 or not reel.share(name).any():
        return None
    tracked = track(reel, name)
    frames = np.flatnonzero(tracked.seen)
    way = tracked.way - tracked.way[frames[0]]
    far = np.nan_to_num(np.linalg.norm(way, axis=1))
    t = int(far.argmax())
    if far[t] < 0.15 * tracked.size:
        return None
    return float(way[t] @ headings(reel, (int(frames[0]) + t) // 2)["right"] / far[t])
