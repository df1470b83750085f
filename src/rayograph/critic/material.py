"""Whether things look to be made of what was asked for."""

import numpy as np
from jaxtyping import Bool

from rayograph.core.intent import Material
from rayograph.critic.finding import Finding, at_least, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.things import NO_PASSES, best_frames, called, see_through, sureness

GLOSSY, MATT = 0.34, 0.42
"""Roughness (GGX, perceptual 0..1) up to which a surface has highlights, and from which on it has none."""
LEAST = {"metal": 0.1, "glossy": 0.4, "matt": 0.5, "glass": 0.15}
"""Parts of a thing that have to look so: a brass lamp is mostly shade, a glass jar mostly label and lid."""


def material(claim: Material, reel: Reel) -> Finding:
    """The part of the surface that is so, over the frames that show most of it; of several things the least.

    metal: metallic above a half. glossy: roughness up to 0.34. matt: from 0.42 up, and no metal. glass: a
    smooth dielectric that the engine writes with no roughness at all; etched glass is not told from paint.
    """
    least = LEAST[claim.look]
    wanted = f"{100 * least:.0f} % of the surface or more looks like {claim.look}"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    if not (reel.roughness > 0.01).any():
        return unmeasured(wanted, "these frames have no roughness")
    is_so = _looks(claim.look, reel)
    shares: dict[str, tuple[float, int, float]] = {}
    for name in claim.objects:
        frames = best_frames(reel.share(name))
        if not frames:
            return unmeasured(wanted, f"{called(name)} is never seen")
        mask = reel.mask(name)[frames]
        pixels = mask.sum() / len(frames)
        shares[name] = float(is_so[frames][mask].mean()), reel.numbers[frames[0]], sureness(pixels)
    worst = min(shares, key=lambda name: shares[name][0])
    share, frame, trust = shares[worst]
    mask = reel.mask(worst)
    note = (
        f"{100 * share:.0f} % of {called(worst)}; its roughness is {np.median(reel.roughness[mask]):.2f}, "
        f"its metallic {np.median(reel.metallic[mask]):.2f} (median)"
    )
    return at_least(share, least, unit="of the surface", wanted=wanted, frame=frame, confidence=trust,
                    note=note)  # fmt: skip


def _looks(look: str, reel: Reel) -> Bool[np.ndarray, "t h w"]:
    match look:
        case "metal":
            return reel.metallic > 0.5
        case "glossy":
            return reel.roughness <= GLOSSY
        case "matt":
            return (reel.roughness >= MATT) & (reel.metallic <= 0.5)
        case _:
            return see_through(reel)
