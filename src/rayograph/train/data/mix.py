"""Endless relightings of one render: light is additive, so any ratios of its groups are an exact picture."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.train.data.clip import LAYERS, Clip

STOPS = 3.0
"""Exposure is shifted by up to this, either way."""
RATIO_STOPS = 2.0
"""A group is dimmed or lifted by up to this, either way."""
OFF = 0.12
"""How often a group is switched off; one at least stays on."""
TINT_STOPS = 0.6
LARGEST = 65504.0


@dataclass(frozen=True, kw_only=True)
class Mixed:
    """Gains of the groups "g 3" in linear ACEScg, exposure shift [stops], place of the crop (top, left)."""

    gains: np.ndarray
    stops: float
    corner: tuple[int, int]


def drawn(clip: Clip, size: tuple[int, int], rng: np.random.Generator) -> Mixed:
    """Random ratios, tints, exposure and crop of `size` (height, width) px."""
    count, _, height, width, _ = clip.groups.shape
    gains = 2.0 ** (
        rng.uniform(-RATIO_STOPS, RATIO_STOPS, (count, 1)) + rng.uniform(-TINT_STOPS, TINT_STOPS, (count, 3))
    )
    dark = np.asarray(rng.random(count) < OFF)
    dark[rng.integers(count)] = False
    gains[dark] = 0.0
    corner = tuple(
        int(rng.integers(0, have - want + 1)) for have, want in zip((height, width), size, strict=True)
    )
    return Mixed(gains=gains, stops=float(rng.uniform(-STOPS, STOPS)), corner=(corner[0], corner[1]))


def mixed(clip: Clip, how: Mixed, size: tuple[int, int]) -> Clip:
    """The clip under other light and exposure, cropped; sky, sun and lamps follow their groups."""
    top, left = how.corner
    rows, columns = slice(top, top + size[0]), slice(left, left + size[1])
    gains = (how.gains * 2.0**how.stops).astype(np.float32)
    lit = clip.groups[:, :, rows, columns].astype(np.float32) * gains[:, None, None, None]
    layers = {name: getattr(clip, name)[:, rows, columns] for name in LAYERS}
    names = list(clip.about["groups"])
    sky, sun = clip.sky, clip.sun
    if "sky" in names:
        sky = _halved(sky.astype(np.float32) * gains[names.index("sky")])
    if "sun" in names:
        sun = np.concatenate([sun[:3], sun[3:6] * gains[names.index("sun")], sun[6:]]).astype(np.float32)
    lamps = np.concatenate([clip.lamps[:, :3], clip.lamps[:, 3:] * gains], 1)
    return replace(clip, groups=_halved(lit), sky=sky, sun=sun, lamps=lamps, **layers)


def _halved(light: np.ndarray) -> np.ndarray:
    return np.minimum(light, LARGEST).astype(np.float16)
