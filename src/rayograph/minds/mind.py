"""A larger mind: a language or vision-language model that answers one question with JSON of a given schema.

There are two: `endpoint.Endpoint` asks a server, `local.Local` runs a model on this machine. None is asked
unless the user named one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol


@dataclass(frozen=True, kw_only=True)
class Message:
    """One turn of a conversation. images: PNG files, shown after the text."""

    role: Literal["system", "user", "assistant"]
    text: str
    images: tuple[bytes, ...] = ()


class Mind(Protocol):
    """What answers."""

    @property
    def name(self) -> str:
        """The model and where it runs, for readings and findings."""
        ...

    def answer(self, messages: Sequence[Message], schema: dict[str, Any]) -> str:
        """The answer's text, which should be JSON that meets `schema`.

        Raises:
            ModelError: there is no answer: a refusal, silence, a server that fails.
        """
        ...
