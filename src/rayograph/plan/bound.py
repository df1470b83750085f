"""What the sentences bind, and where the binder stands in a sentence."""

from dataclasses import dataclass, field

from rayograph.plan.facts import Motion, Place, Relation, Thing
from rayograph.plan.nouns import Item

STAGE = -1


@dataclass
class Bound:
    """The facts that the sentences gave."""

    things: list[Thing]
    relations: list[Relation] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


@dataclass
class Clause:
    """Where the binder stands in a sentence."""

    subjects: list[int] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)
    earlier: list[int] = field(default_factory=list)
    """Things of the sentences before."""
    last: int = STAGE
    topic: int = STAGE
    """The last thing that was a subject or an object, not only a place to be at."""
    relation: Item | None = None
    anchors: list[int] = field(default_factory=list)
    motion: int = -1
    """Index of the motion that is being said, or -1."""
    moved: bool = False
    passive: bool = False
    """Whether what follows "by" does it to the subject."""
    style: str = ""
    """The verb's own style, before it was suited to its subject."""
    between: int = -1
    which: dict[int, str] = field(default_factory=dict)
    """Thing → which of several was meant when it was last named."""
    fresh: bool = True
    before: str = ""
    """Kind of the item before; a "gap" was read by others: light, camera, weather."""
    carried: tuple[str, str] | None = None
    """Style and verb of somebody whom we cannot shoot, before what they move is named."""
    attributive: tuple[str, str] | None = None
    """Style and verb of a participle before its noun: "a tossed die"."""
