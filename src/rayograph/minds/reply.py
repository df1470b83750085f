"""The text in a reply of an OpenAI-compatible server, or one clear line of why there is none."""

import json
import re
from typing import Any

from rayograph.core.errors import ModelError

_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)
_THOUGHT = re.compile(r"\s*<think>.*?</think>", re.DOTALL)


def reply_text(body: bytes, kind: str, name: str) -> str:
    """The content of the first choice, without thoughts and fences.

    Raises:
        ModelError: the reply is no chat completion, or the model refused or was cut off.
    """
    if kind != "application/json":
        raise ModelError(f"{name} answered with {kind}, not application/json; is this the address of an API?")
    try:
        choice: Any = json.loads(body)["choices"][0]
        message: Any = choice["message"]
        refusal, text, ending = message.get("refusal"), message.get("content"), choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise ModelError(f"{name} answered with what is no chat completion; it was not used") from None
    if refusal or ending == "content_filter":
        raise ModelError(f"{name} refused: {' '.join(str(refusal or 'its filter said no').split())[:200]}")
    if ending == "length":
        raise ModelError(f"{name} was cut off before its answer was whole; give it more tokens")
    if not isinstance(text, str) or not text.strip():
        raise ModelError(f"{name} said nothing")
    return bare(text)


def bare(text: str) -> str:
    """An answer without a thought before it and a fence round it."""
    text = _THOUGHT.sub("", text, count=1)
    fenced = _FENCED.fullmatch(text)
    return (fenced[1] if fenced else text).strip()
