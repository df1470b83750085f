"""A mind on this machine: a chat model in a folder, run by `transformers`, which is not installed with us."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rayograph.core.errors import ModelError, SetupError
from rayograph.minds.mind import Message
from rayograph.minds.reply import bare


@dataclass(frozen=True, kw_only=True)
class Local:
    """A text model by its folder; nothing is downloaded. The schema is told in words, not enforced."""

    folder: Path
    max_tokens: int = 2048

    @property
    def name(self) -> str:
        """The folder's name."""
        return f"{self.folder.name} on this machine"

    @cached_property
    def _pipeline(self) -> Any:
        try:
            import transformers
        except ImportError:
            raise SetupError(
                "a local mind needs transformers; run pip install transformers torch, or name a server"
            ) from None
        if not self.folder.is_dir():
            raise SetupError(
                f"{self.folder} is no folder of a model; give one with its weights and tokenizer"
            )
        try:
            return transformers.pipeline("text-generation", model=str(self.folder))
        except (OSError, ValueError) as error:
            raise SetupError(
                f"{self.folder} holds no chat model: {' '.join(str(error).split())[:200]}"
            ) from None

    def answer(self, messages: Sequence[Message], schema: dict[str, Any]) -> str:
        """The text that the model goes on with, drawn greedily.

        Raises:
            SetupError: the package or the model is missing.
            ModelError: the model was shown pictures, or said nothing.
        """
        if any(message.images for message in messages):
            raise ModelError(f"{self.name} reads words only; judge pictures with a server that takes them")
        told = Message(role="system", text=f"Answer with JSON that meets this schema:\n{json.dumps(schema)}")
        turns = [{"role": each.role, "content": each.text} for each in _one_system((told, *messages))]
        made = self._pipeline(turns, max_new_tokens=self.max_tokens, do_sample=False, return_full_text=False)
        text = made[0]["generated_text"] if made else ""
        if not isinstance(text, str) or not text.strip():
            raise ModelError(f"{self.name} said nothing")
        return bare(text)


def _one_system(messages: Sequence[Message]) -> list[Message]:
    """All system messages as one, in front: chat templates take no more."""
    system = "\n\n".join(message.text for message in messages if message.role == "system")
    return [Message(role="system", text=system), *(m for m in messages if m.role != "system")]
