"""Open Image Denoise on one light group at a time, guided by the albedo and normals of the same samples."""

import sys
from types import ModuleType

import numpy as np
from jaxtyping import Float

Image = Float[np.ndarray, "h w 3"]


def _without_torch() -> ModuleType:
    """pyoidn, kept from importing torch: that takes seconds, for tensors it is not handed here."""
    here = sys.modules.get("torch")
    if here is None:
        sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        import pyoidn
    finally:
        if here is None:
            del sys.modules["torch"]
    return pyoidn


pyoidn = _without_torch()


def denoise(noisy: Image, albedo: Image, normal: Image, *, quality: str = "high") -> Image:
    """A denoised light group.

    The network is tuned to values near 1, so the group is scaled to a mean of one first; a black group is
    returned as it is.
    """
    level = float(noisy.mean())
    if not level > 1e-9:
        return noisy
    clean = pyoidn.denoise(
        np.ascontiguousarray(noisy / level, np.float32),
        albedo=np.ascontiguousarray(np.clip(albedo, 0, 1), np.float32),
        normal=np.ascontiguousarray(normal, np.float32),
        hdr=True,
        quality=quality,
    )
    return np.maximum(clean, 0) * level
