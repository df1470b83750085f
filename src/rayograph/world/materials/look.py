"""What every maker of a material is given, and how age shows on any surface."""

from dataclasses import dataclass

import numpy as np

from rayograph.world.materials.tile import Field, Size, above, shifted, spectral, uniform

SIDE: Size = (512, 512)


@dataclass(frozen=True, kw_only=True)
class Look:
    """How one specimen should look; colours are sRGB "#rrggbb", None leaves the material's own.

    wear: 0 new .. 1 battered. seed: picks grain, stains, scratches.
    """

    colour: str | None = None
    accent: str | None = None
    wear: float = 0.25
    seed: int = 0

    def rng(self, salt: int) -> np.random.Generator:
        """Randomness of this specimen; `salt` tells materials apart."""
        return np.random.default_rng([salt, self.seed])


def stains(size: Size, rng: np.random.Generator, wear: float) -> Field:
    """Soft-edged patches 0..1 that spread with wear: water marks, grease, dust in corners."""
    broad = spectral(size, rng, low=2, high=30, slope=1.3)
    ragged = spectral(size, rng, low=12, slope=1.1)
    patch = above(broad + 0.3 * ragged, 0.04 + 0.36 * wear, 2.8) * (0.55 + 0.45 * uniform(ragged))
    return np.asarray(patch * (0.2 + 0.8 * wear))


def smudges(size: Size, rng: np.random.Generator) -> Field:
    """Handling: -1..1 about, soft wipes and finger marks, for roughness."""
    wipe = spectral(size, rng, low=3, high=40, slope=1.2, stretch=(2.0, 1.0))
    dabs = spectral(size, rng, low=9, high=60, slope=0.8)
    marks = above(dabs, 0.12, 0.5) * (0.5 + 0.5 * np.sin(wipe * 9))
    return np.asarray(np.clip(0.45 * wipe + 0.9 * marks - 0.05, -1.5, 1.5), np.float32)


def chips(size: Size, rng: np.random.Generator, wear: float) -> Field:
    """Where a coat has flaked off: 0..1, crisp and ragged, few when new."""
    broad = spectral(size, rng, low=3, high=70, slope=1.25)
    ragged = spectral(size, rng, low=30, high=120, slope=0.6)
    field = shifted(broad, 0.003 * ragged, 0.003 * np.roll(ragged, 97, 0))
    return above(field, 0.16 * wear**1.6, 0.12)


def rough(base: float, variation: Field) -> Field:
    """A roughness map about `base`, kept where microfacets are sane."""
    return np.clip(base + variation, 0.03, 1.0).astype(np.float32)
