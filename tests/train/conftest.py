"""Tests run side by side: each network works on one core, or they wait for each other."""

import torch

torch.set_num_threads(1)
