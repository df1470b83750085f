"""How far a noun phrase reaches: which chunks in a row belong to one."""

import re

from rayograph.plan.arrangement_words import HEAPS
from rayograph.plan.chunks import Chunk
from rayograph.plan.function_words import FUNCTION, THINGS_IN_ING
from rayograph.plan.items import Nouns

MODIFIERS = ("count", "colour", "tone", "mixed", "size", "wear", "plain", "lamp", "material")
HEADS = ("cast", "place", "talk")


def stands_so(found: Nouns, row: list[Chunk], i: int) -> bool:
    """Whether "stacked" or "scattered" follows what stands so, rather than leading on to it."""
    after = row[i + 1] if i + 1 < len(row) else None
    leads = (
        after is not None and not after.mark and (after.unknown or after.sense("cast", "colour", "material"))
    )
    return row[i].sense("after") is not None and bool(found.items) and not leads


def _is_nominal(chunk: Chunk, following: Chunk | None) -> bool:
    if chunk.mark or chunk.quoted:
        return False
    if chunk.number is not None:
        return True
    if chunk.sense("noted") and not chunk.sense("cast"):
        return following is not None and following.sense("cast") is not None
    if chunk.unknown:
        participle = chunk.text.endswith("ing") and len(chunk.text) > 5 and chunk.text not in THINGS_IN_ING
        if following is not None and following.sense("cast") and chunk.text.endswith(("ing", "ed")):
            return chunk.text not in FUNCTION  # "Folding chairs", "a striped ball"
        return chunk.text not in FUNCTION and not chunk.text.endswith("ly") and not participle
    if chunk.sense(*HEADS):
        return True
    if chunk.sense(*MODIFIERS, "group", "det"):
        # "light", "open" or "set" may be verbs, but as modifiers they need a noun soon after.
        return chunk.sense("motion", "cannot") is None or (following is not None and bool(following.senses))
    return False


def run_from(row: list[Chunk], i: int) -> int:
    """How many chunks from `i` form one noun phrase (0: none)."""
    n = 0
    seen_head = False
    participle = row[i].unknown and re.search(r"..(?:ed|ing)$", row[i].text)
    following = row[i + 1] if i + 1 < len(row) else None
    ends = following is None or following.mark or following.sense("relation", "heading", "manner", "and")
    if participle and ((i and row[i - 1].sense(*HEADS)) or ends):
        return 0  # "a boat stranded on": said of what stands before it
    while i + n < len(row):
        chunk = row[i + n]
        following = row[i + n + 1] if i + n + 1 < len(row) else None
        grouping = chunk.sense("group") is not None and chunk.sense("cast") is None
        starts = grouping or chunk.sense("det", "count") is not None or chunk.number is not None
        if chunk.text == "one" and not seen_head and (following is None or not following.sense("colour")):
            starts = False  # "A white one"
        if (
            n
            and starts
            and (seen_head or chunk.sense("det") or row[i + n - 1].sense("colour", "material"))
            and not (row[i + n - 1].sense("det", "group", "count"))
        ):
            break
        if seen_head and chunk.sense("group") and chunk.text not in HEAPS:
            break
        if seen_head and chunk.sense("after"):
            break  # "Suitcases stacked by the kerb"
        if seen_head and chunk.sense("relation") and following is not None and following.sense("det"):
            break  # "Chairs round the table"
        if not _is_nominal(chunk, following):
            two_tone = chunk.text == "and" and n and row[i + n - 1].sense("colour")
            if not (two_tone and following is not None and following.sense("colour") and not seen_head):
                break
        if n and chunk.unknown and _is_verb(chunk, following) and seen_head:
            break
        seen_head = seen_head or bool(chunk.sense(*HEADS)) or chunk.unknown
        n += 1
    content = [c for c in row[i : i + n] if not c.sense("det") and c.text not in ("and", "&")]
    return n if content else 0


def _is_verb(chunk: Chunk, following: Chunk | None) -> bool:
    """An unknown word after a noun is a verb if it is conjugated and leads on to a place or an end."""
    conjugated = re.search(r"(?:[^s]s|ed|ing)$", chunk.text) is not None
    leads_on = (
        following is None or following.mark or following.sense("relation", "heading", "det", "manner", "when")
    )
    return conjugated and bool(leads_on)
