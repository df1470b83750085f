"""The base of every value that crosses a border: frozen, closed to unknown fields, finite."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A frozen record. Unknown fields, NaN and infinities are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


Finite = Annotated[float, Field(ge=-1e6, le=1e6)]
Vec3 = tuple[Finite, Finite, Finite]
Text = Annotated[str, Field(min_length=1, max_length=200)]
