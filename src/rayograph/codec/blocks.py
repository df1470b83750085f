"""What encoder and decoder are made of. No layer looks over the whole picture, so tiles can be exact; the
only reach in time is one step back, so a stream needs to keep one frame per block."""

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

Past = Tensor | None
"""The last frame that a block has seen, "b c h w"; None at the head of a clip."""


class ChannelNorm(nn.Module):
    """RMS norm over the channels of each place (Zhang and Sennrich, "Root mean square layer
    normalization", 2019)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x: Float[Tensor, "n c h w"]) -> Float[Tensor, "n c h w"]:
        """The same shape, each place of unit mean square."""
        return F.rms_norm(x.permute(0, 2, 3, 1), self.gain.shape, self.gain, 1e-6).permute(0, 3, 1, 2)


class Block(nn.Module):
    """A residual of two 3×3 convolutions that also sees the same place one step earlier.

    After the memory block of TAEHV (madebyollin, 2024), but with the past mixed in by a 1×1 convolution,
    and normed.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = ChannelNorm(width)
        self.now = nn.Conv2d(width, width, 3, padding=1)
        self.before = nn.Conv2d(width, width, 1, bias=False)
        self.out = nn.Conv2d(width, width, 3, padding=1)
        for silent in self.out.parameters():
            nn.init.zeros_(silent)

    def forward(self, x: Float[Tensor, "b t c h w"], past: Past) -> tuple[Tensor, Tensor]:
        """The block's output, and what it must be told as `past` with the frames that follow."""
        frames = x.shape[1]
        y = rearrange(
            self.norm(rearrange(x, "b t c h w -> (b t) c h w")), "(b t) c h w -> b t c h w", t=frames
        )
        head = torch.zeros_like(y[:, :1]) if past is None else past[:, None]
        earlier = torch.cat([head, y[:, :-1]], 1)
        mixed = self.now(rearrange(y, "b t c h w -> (b t) c h w"))
        mixed = mixed + self.before(rearrange(earlier, "b t c h w -> (b t) c h w"))
        added = rearrange(self.out(F.silu(mixed)), "(b t) c h w -> b t c h w", t=frames)
        return x + added, y[:, -1]


class Stage(nn.Module):
    """Blocks of one width."""

    def __init__(self, width: int, count: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(Block(width) for _ in range(count))

    def forward(self, x: Float[Tensor, "b t c h w"], past: list[Past]) -> tuple[Tensor, list[Past]]:
        """`past` has one entry per block."""
        last: list[Past] = []
        for block, before in zip(self.blocks, past, strict=True):
            x, after = block(x, before)
            last.append(after)
        return x, last


class Fold(nn.Module):
    """`time` frames of 2×2 places become one place: the way down."""

    def __init__(self, width: int, wider: int, time: int) -> None:
        super().__init__()
        self.time = time
        self.mix = nn.Conv2d(4 * time * width, wider, 1)

    def forward(self, x: Float[Tensor, "b t c h w"]) -> Float[Tensor, "b t2 c2 h2 w2"]:
        """Frames and sides must divide."""
        folded = rearrange(x, "b (t n) c (h y) (w x) -> (b t) (n c y x) h w", n=self.time, y=2, x=2)
        return rearrange(self.mix(folded), "(b t) c h w -> b t c h w", b=len(x))


class Unfold(nn.Module):
    """One place becomes `time` frames of 2×2 places: the way up."""

    def __init__(self, width: int, narrower: int, time: int) -> None:
        super().__init__()
        self.time = time
        self.mix = nn.Conv2d(width, 4 * time * narrower, 1)

    def forward(self, x: Float[Tensor, "b t c h w"]) -> Float[Tensor, "b t2 c2 h2 w2"]:
        """The inverse of `Fold` in shape."""
        grown = self.mix(rearrange(x, "b t c h w -> (b t) c h w"))
        return rearrange(
            grown, "(b t) (n c y x) h w -> b (t n) c (h y) (w x)", b=len(x), n=self.time, y=2, x=2
        )


def fresh(counts: tuple[int, int, int]) -> list[list[Past]]:
    """What the three stages remember at the head of a clip: nothing."""
    return [[None] * count for count in counts]
