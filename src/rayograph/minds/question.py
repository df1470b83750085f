"""A question with a typed answer: the schema goes with it, and a wrong answer may be mended once."""

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from rayograph.core.errors import ModelError
from rayograph.core.value import Value
from rayograph.minds.mind import Message, Mind

V = TypeVar("V", bound=Value)
QUOTED = 4000
"""Letters of a wrong answer that are shown to the mind again."""


def ask(mind: Mind, messages: Sequence[Message], answer: type[V]) -> V:
    """The mind's answer as a value.

    Raises:
        ModelError: there is none, or it is wrong twice.
    """
    schema = schema_of(answer)
    said = mind.answer(messages, schema)
    try:
        return answer.model_validate_json(said)
    except ValidationError as error:
        wrong = first_fault(error)
    mended = [
        *messages,
        Message(role="assistant", text=said[:QUOTED]),
        Message(role="user", text=f"That answer is not valid: {wrong}. Answer again: JSON that meets the "
                                  "schema, and nothing else."),
    ]  # fmt: skip
    try:
        return answer.model_validate_json(mind.answer(mended, schema))
    except ValidationError as error:
        raise ModelError(f"{mind.name} answered wrongly twice ({first_fault(error)})") from None


def first_fault(error: ValidationError) -> str:
    """The first thing that is wrong with an answer, in a line."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return " ".join((f"{where}: " if where else "").split() + first["msg"].split())[:300]


def schema_of(answer: type[Value]) -> dict[str, Any]:
    """The JSON Schema of an answer as strict structured output wants it: all fields required, none beside."""
    return _strict(answer.model_json_schema())


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: {name: _strict(each) for name, each in value.items()} if key in ("properties", "$defs")
        else _strict(value)
        for key, value in node.items()
        if key not in ("title", "default")
    }  # fmt: skip
    if "properties" in made:
        made |= {"required": list(made["properties"]), "additionalProperties": False}
    return made
