"""Weights on disk: one safetensors file that says which codec it is for."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from rayograph.codec.config import CodecConfig
from rayograph.codec.model import Codec
from rayograph.core.errors import ModelError
from rayograph.deliver.atomic import atomic_path

VERSION = "rayograph.codec/1"


def save(codec: Codec, path: Path, *, about: dict[str, object] | None = None) -> None:
    """Write the weights as half floats, with the configuration and what is said of them.

    Raises:
        OutputError: the file cannot be written.
    """
    state = {name: value.detach().half().contiguous().cpu() for name, value in codec.state_dict().items()}
    said = {"version": VERSION, "config": json.dumps(asdict(codec.config)), "about": json.dumps(about or {})}
    with atomic_path(path) as part:
        save_file(state, part, metadata=said)


def load(path: Path) -> tuple[Codec, dict[str, object]]:
    """The codec with these weights (fp32), and what is said of them.

    Raises:
        ModelError: the file is missing, damaged, or not for this codec.
    """
    try:
        with safe_open(path, framework="pt") as file:
            said = file.metadata() or {}
            state = {name: file.get_tensor(name).float() for name in file.keys()}
    except (OSError, SafetensorError) as error:
        raise ModelError(f"the weights {path} cannot be read: {error}; fetch or train them again") from None
    if said.get("version") != VERSION:
        raise ModelError(f"{path} holds {said.get('version', 'no codec')}, not {VERSION}; train it anew")
    kept = json.loads(said["config"])
    kept_as: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in kept.items()}
    config = CodecConfig(**kept_as)
    codec = Codec(config)
    try:
        codec.load_state_dict(state)
    except RuntimeError as error:
        raise ModelError(
            f"the weights {path} do not fit their own configuration: {str(error)[:120]}"
        ) from None
    for value in state.values():
        if not torch.isfinite(value).all():
            raise ModelError(f"the weights {path} hold NaN or infinity; fetch or train them again")
    return codec.eval(), json.loads(said["about"])
