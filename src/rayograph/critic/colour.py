"""Whether things have the colour that was asked for."""

from dataclasses import dataclass

import numpy as np

from rayograph.core.intent import Colour
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.things import NO_PASSES, best_frames, called, see_through, sureness
from rayograph.critic.tones import Apart, Tone, apart, lab, lab_of_hex, tones

MAIN, ACCENT = 0.35, 0.02
"""Parts of a thing's surface that can stand for its colour, and for that of a cap or a stripe."""
LUMINOUS = 0.55
"""What the brightest of the picture is taken to reflect, where there is nothing but light to judge by."""


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """The tone of one thing that comes nearest to the wanted one."""

    apart: Apart
    tone: Tone
    frame: int
    trust: float
    clear: bool


def colour(claim: Colour, reel: Reel) -> Finding:
    """How far the colour of the surface is from the wanted one: hue [deg, CIE LCh under D65], or chroma or
    lightness where they tell more.

    By albedo where there is such a pass, else by the light itself at half the confidence. A thing's colour is
    that of its largest part, or of any that makes up a third of it. Of several things the worst counts.
    Albedo that no surface has (below 0, above 1) is passed over. The colour of glass lies not on its surface:
    a wrong one is not held against it.
    """
    wanted = f"the colour {claim.colour}, within {claim.tolerance_deg:.0f}° of hue"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    found = {name: _seen(claim, reel, name) for name in claim.objects}
    missing = [name for name, seen in found.items() if seen is None]
    if missing:
        return unmeasured(wanted, f"{called(missing[0])} is never seen, or its albedo is no number")
    seen = {name: each for name, each in found.items() if each is not None}
    worst = max(seen, key=lambda name: seen[name].apart.ratio)
    it = seen[worst]
    if it.clear and it.apart.ratio > 1:
        return unmeasured(wanted, f"{called(worst)} is of glass, whose colour its surface does not show")
    lightness, chroma = float(it.tone.lab[0]), float(np.hypot(*it.tone.lab[1:]))
    hue = float(np.degrees(np.arctan2(it.tone.lab[2], it.tone.lab[1])) % 360)
    note = (
        f"{100 * it.tone.share:.0f} % of {called(worst)} has L* {lightness:.0f}, chroma {chroma:.0f}, "
        f"hue {hue:.0f}° (frame {reel.numbers[it.frame]})"
    )
    return at_most(it.apart.value, it.apart.limit, unit=it.apart.unit, wanted=wanted,
                   frame=reel.numbers[it.frame], confidence=it.trust, note=note)  # fmt: skip


def _seen(claim: Colour, reel: Reel, name: str) -> _Seen | None:
    frames = best_frames(reel.share(name))
    if not frames:
        return None
    mask = reel.mask(name)[frames]
    clear = see_through(reel)[frames] & mask
    glass = bool(clear.sum() > 0.6 * mask.sum())
    solid = (mask if glass else mask & ~clear) & np.isfinite(reel.albedo[frames]).all(-1)
    if not solid.any():
        return None
    has_albedo = bool((reel.albedo[frames][solid] > 0).any())
    surface = reel.albedo[frames] if has_albedo else _as_lit(reel, frames)
    real = solid & (surface > -0.02).all(-1) & (surface < 1.05).all(-1)
    solid = real if 5 * real.sum() > solid.sum() else solid
    parts = tones(lab(surface[solid])) or [Tone(share=1.0, lab=np.median(lab(surface[solid]), axis=0))]
    fits = [p for p in parts if p is parts[0] or p.share >= (ACCENT if claim.accent else MAIN)]
    aim = lab_of_hex(claim.colour)
    if glass:
        # Its tint is that of one passage of light: paler than the thing looks.
        aim[0] = parts[0].lab[0]
    best = min(fits, key=lambda part: apart(part.lab, aim, claim.tolerance_deg).ratio)
    metal = float((reel.metallic[frames][solid] > 0.5).mean())
    trust = sureness(solid.sum() / len(frames)) * (1 - 0.4 * metal)
    trust *= (1.0 if has_albedo else 0.5) * (0.5 if glass else 1.0)
    return _Seen(apart=apart(best.lab, aim, claim.tolerance_deg), tone=best, frame=frames[0], trust=trust,
                 clear=glass)  # fmt: skip


def _as_lit(reel: Reel, frames: list[int]) -> np.ndarray:
    """Light scaled so that the brightest of what is not sky looks like a light surface."""
    light = reel.beauty[frames]
    ground = light[~reel.sky[frames]] if (~reel.sky[frames]).any() else light.reshape(-1, 3)
    return np.asarray(light * LUMINOUS / max(float(np.percentile(ground.mean(-1), 97)), 1e-6))
