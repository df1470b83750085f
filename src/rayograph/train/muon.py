"""Muon: momentum whose matrix is made orthogonal before it steps, for the weights inside the network.

K. Jordan et al., "Muon: an optimizer for hidden layers in neural networks", 2024; a convolution counts as
the matrix of its outputs by all of its inputs. Scaled as in Liu et al., "Muon is scalable for LLM
training", 2025, so that a learning rate fit for AdamW fits here too.
"""

from collections.abc import Callable, Iterable

import torch
from jaxtyping import Float
from torch import Tensor

from rayograph.train.parallel import like, whole

A, B, C = 3.4445, -4.7750, 2.0315
"""Coefficients of the quintic iteration, from the same source."""
STEPS = 5


def orthogonal(matrix: Float[Tensor, "n m"]) -> Float[Tensor, "n m"]:
    """Nearly the orthogonal factor of a matrix (singular values near 1), by Newton–Schulz iterations."""
    x = matrix / (matrix.norm() + 1e-7)
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    for _ in range(STEPS):
        square = x @ x.T
        x = A * x + (B * square + C * square @ square) @ x
    return x.T if tall else x


class Muon(torch.optim.Optimizer):
    """For parameters of two or more dimensions."""

    def __init__(
        self, params: Iterable[Tensor], *, lr: float, momentum: float = 0.95, weight_decay: float = 0.0
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        """One update of every parameter that has a gradient."""
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                if not state:
                    state["momentum"] = torch.zeros_like(weight)
                state["momentum"].lerp_(weight.grad, 1 - group["momentum"])
                ahead = weight.grad.lerp(state["momentum"], group["momentum"])
                # A spread matrix is put together first: no part of it is orthogonal by itself.
                turned = orthogonal(whole(ahead).flatten(1).float())
                scale = 0.2 * max(turned.shape) ** 0.5
                weight.mul_(1 - group["lr"] * group["weight_decay"])
                change = like(turned.view(weight.shape).to(weight.dtype), weight)
                weight.add_(change, alpha=-group["lr"] * scale)
