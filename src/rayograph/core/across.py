"""Claims about two shots of one story: what must be the same in both. Names are those of the id passes."""

from typing import Annotated, Literal

from pydantic import Field

from rayograph.core.intent import Name
from rayograph.core.value import Finite, Text, Value


class SameLook(Value):
    """What is `a` in the first shot and `b` in the second has one colour and, with `size`, one size."""

    kind: Literal["same_look"] = "same_look"
    a: Name
    b: Name
    size: bool = True
    delta_e: Finite = 12.0
    """Distance of its main colour [CIE 1976 ΔE*ab]."""
    tolerance: Finite = 0.25
    """Of its longest side."""


class SameLight(Value):
    """Light comes from the same direction of the world."""

    kind: Literal["same_light"] = "same_light"
    tolerance_deg: Finite = 40.0


class SameWay(Value):
    """Screen direction: what goes to the left in the first shot goes to the left in the second."""

    kind: Literal["same_way"] = "same_way"
    a: Name
    b: Name


AcrossClaim = Annotated[SameLook | SameLight | SameWay, Field(discriminator="kind")]


class Across(Value):
    """A claim about the shots `first` and `second`, and why it is made."""

    first: Text
    second: Text
    claim: AcrossClaim
    words: Annotated[str, Field(max_length=400)] = ""
