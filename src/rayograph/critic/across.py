"""Continuity from one shot to the next, measured on the frames of both."""

import numpy as np

from rayograph.core.across import AcrossClaim, SameLight, SameLook, SameWay
from rayograph.critic.direction import headings
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.light_vector import light_vector
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
    found = tones(lab(reel.albedo[frames][seen]))
    return [tone for tone in found if tone is found[0] or tone.share >= MAIN]


def _length(reel: Reel, name: str) -> float | None:
    """Longest side [m] of what is seen of a thing where it is whole: the upper quartile of a few frames."""
    line = outline(reel, name)
    whole = (line.pixels > 0) & (line.hidden <= WHOLE) & (line.cropped <= INSIDE)
    frames = np.flatnonzero(whole)[:: max(1, int(whole.sum()) // 6)]
    lengths = [each.longest for t in frames if (each := surface(reel, name, int(t))) is not None]
    return float(np.percentile(lengths, 75)) if lengths else None


def same_light(claim: SameLight, a: Reel, b: Reel) -> Finding:
    """The angle between the directions that light comes from in the two shots [deg, world]."""
    wanted = f"light from the same direction of the world, within {claim.tolerance_deg:g}°"
    if not (a.passes and b.passes):
        return unmeasured(wanted, "without normals and albedo the direction of light cannot be told")
    first, second = light_vector(a), light_vector(b)
    if first is None or second is None:
        return unmeasured(wanted, "no matt surface shows the light")
    off = float(np.degrees(np.arccos(np.clip(first.towards @ second.towards, -1, 1))))
    trust = min(first.confidence, second.confidence)
    told = " and ".join("shadows" if each.by_shadow else "shading" for each in (first, second))
    return at_most(off, claim.tolerance_deg, unit="deg", wanted=wanted, frame=second.frame,
                   confidence=round(trust, 3), note=f"told by {told}")  # fmt: skip


def same_way(claim: SameWay, a: Reel, b: Reel) -> Finding:
    """The way to the picture's right in the second shot, as a part of the whole way, counted negative where
    the first went to the other side."""
    wanted = f"{called(claim.b)} goes to the same side of the picture as before"
    if not (a.passes and b.passes):
        return unmeasured(wanted, "motion needs two frames or more with data passes")
    ways = [_sideways(a, claim.a), _sideways(b, claim.b)]
    if ways[0] is None or ways[1] is None:
        return unmeasured(wanted, f"{called(claim.b)} does not move in both shots")
    if abs(ways[0]) < SIDEWAYS or abs(ways[1]) < SIDEWAYS:
        return unmeasured(wanted, f"{called(claim.b)} moves towards the camera or away, to no side")
    value = ways[1] * float(np.sign(ways[0]))
    sides = ["the right" if way > 0 else "the left" for way in ways]
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
