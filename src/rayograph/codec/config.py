"""The codec's sizes."""

from dataclasses import dataclass

from rayograph.core.errors import ModelError

TIME, SPACE = 4, 16
"""Frames and pixels (each way) of one latent cell. The first cell of a clip holds its first frame alone."""


@dataclass(frozen=True, kw_only=True)
class CodecConfig:
    """Widths and depths. Cost per pixel sits in the first of each triple, parameters in the last.

    latent: channels of a cell. widths: channels at 1/4, 1/8 (half the frames) and 1/16 (a quarter of them).
    encoder, decoder: residual blocks at these three. token: width of a light's token. matte: of the matte
    embedding. lamps: practicals that the light head can name. rig: width of the light head.
    """

    latent: int = 32
    widths: tuple[int, int, int] = (64, 128, 256)
    encoder: tuple[int, int, int] = (1, 2, 3)
    decoder: tuple[int, int, int] = (3, 3, 4)
    token: int = 64
    matte: int = 8
    lamps: int = 4
    rig: int = 128

    @property
    def halo(self) -> int:
        """Latent cells beyond a tile that its pixels depend on, in the decoder."""
        return _reach(self.decoder, 0)

    @property
    def encoder_halo(self) -> int:
        """Cells beyond a tile that its latents depend on, in the encoder."""
        return _reach(self.encoder, 1)


def _reach(blocks: tuple[int, int, int], patches: int) -> int:
    """Cells that 3×3 convolutions reach: two a block, one at the cells' own size, `patches` at 1/4."""
    fine, middle, coarse = blocks
    return -(-(4 * (2 * coarse + 1) + 2 * 2 * middle + 2 * fine + patches) // 4)


def cells(frames: int, height: int, width: int) -> tuple[int, int, int]:
    """Latent cells in time, down and across of a clip of any size.

    Raises:
        ModelError: a size below 1.
    """
    if min(frames, height, width) < 1:
        raise ModelError(f"a clip of {frames} frames of {height}×{width} px; all three must be 1 or more")
    return 1 + -(-(frames - 1) // TIME), -(-height // SPACE), -(-width // SPACE)
