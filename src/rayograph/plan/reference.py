"""What a noun refers to: a thing named before, one of a group, a stuff, the picture itself."""

from dataclasses import replace

from rayograph.plan.chunks import Chunk
from rayograph.plan.colour_words import colour_hex
from rayograph.plan.items import Nouns
from rayograph.plan.lexicon import Sense
from rayograph.plan.member_words import WHICH

_PICTURE = ("camera", "cameras", "frame", "frames", "screen", "picture", "pictures", "shot")
"""Words of the trade that are things only with an article or a look of their own: "an old camera"."""
_LOOKS = ("count", "colour", "size", "wear", "material", "mixed", "plain")


def is_picture(head: Chunk, before: list[Chunk]) -> bool:
    """Whether "camera" or "frame" is that of the shot."""
    if head.text not in _PICTURE:
        return False
    own = any(c.text in ("a", "an", "another") or c.sense(*_LOOKS) or c.number is not None for c in before)
    return not own and not any(c.unknown or c.sense("cast", "place") for c in before)


def is_stuff(found: Nouns, head: Chunk, before: list[Chunk]) -> bool:
    """Whether a noun without article or number after "on" names a stuff: "on wet black stone"."""
    counted = any(c.sense("det", "count", "group") or c.number is not None for c in before)
    before_it = next((item for item in reversed(found.items) if item.kind != "gap"), None)
    after_on = before_it is not None and before_it.kind == "relation" and before_it.value == "on"
    plural = head.sense("cast")
    if before_it is not None and before_it.value == "of" and before_it.kind == "relation" and not counted:
        return head.sense("material") is not None and not (plural and plural.plural)
    return after_on and not counted and head.sense("material") is not None and not (plural and plural.plural)


def same(found: Nouns, kind: str, head: Chunk, before: list[Chunk]) -> int:
    """The thing that "the bowl" means: the last of its kind, if nothing new is said of it; else -1.

    "The chair" is also the armchair named before, and a bare "fire" the campfire.
    """
    definite = any(c.text in ("the", "this", "its", "that", "their", "said") for c in before)
    plural = head.sense("cast")
    bare = not before and not (plural and plural.plural)
    bare = bare or (not before and _in_holder(found, kind))
    adds = any(c.sense("count", "group", "material") or c.number is not None for c in before)
    shades = [colour_hex(s.value) for c in before if (s := c.sense("colour")) is not None]
    if [c.text for c in before] == ["one"]:
        # "A cushion on one chair" after two armchairs: one of them.
        several = [i for i, t in enumerate(found.things) if t.count > 1 and t.kind not in ("", "?", kind)]
        return next((i for i in reversed(several) if _is_a(found.things[i].name.rstrip("s"), head.text)), -1)
    if adds or not (definite or bare):
        return -1
    for exact in (True, False):
        for index in range(len(found.things) - 1, -1, -1):
            thing = found.things[index]
            alike = thing.kind == kind if exact else _is_a(thing.name, head.text)
            if not exact and definite and thing.kind in _MEANT.get(head.text, ()):
                alike = True
            if alike and thing.kind not in ("", "?") and (not shades or thing.colour in shades):
                return index
    return -1


def _in_holder(found: Nouns, kind: str) -> bool:
    """Whether things of a kind are what something holds: "a jar of marbles tips over, marbles spill"."""
    for before, item in zip(found.items, found.items[1:], strict=False):
        held = before.kind == "relation" and before.value in ("of", "holding", "with", "in")
        if held and item.kind == "thing" and item.thing >= 0 and found.things[item.thing].kind == kind:
            return True
    return False


def named_so(found: Nouns, run: list[Chunk]) -> int:
    """The thing that "the bear" means after "a teddy bear", though the word alone names nothing; else -1."""
    words = [c.text for c in run]
    if len(words) != 2 or words[0] not in ("the", "this", "that"):
        return -1
    named = [
        i for i, t in enumerate(found.things) if t.kind not in ("", "?") and t.name.split()[-1:] == words[1:]
    ]
    return named[-1] if named else -1


_MEANT: dict[str, tuple[str, ...]] = {"bike": ("motorbike", "bicycle"), "motor": ("car",
    "motorbike"), "car": ("convertible", "suv"), "cab": ("car",), "taxi": ("car",),
    "truck": ("van", "pickup"), "vehicle": ("car", "van", "truck", "bus", "pickup"),
    "phone": ("telephone", "smartphone"), "glass": ("wine_glass", "tumbler"), "mug": ("cup",),
    "boat": ("canoe", "kayak", "sailboat"), "light": ("lamp_post", "traffic_light", "desk_lamp"),
    "ball": ("football", "basketball", "tennis_ball", "beach_ball"), "fire": ("campfire",),
    "flame": ("candle", "campfire"), "lamp": ("lamp_post", "desk_lamp", "floor_lamp", "lantern"),
    "seat": ("chair", "armchair", "bench", "sofa"), "machine": ("typewriter", "vending_machine"),
    "pan": ("saucepan", "frying_pan", "wok"), "pot": ("saucepan",),
    "canoe": ("kayak",), "kayak": ("canoe",)}  # fmt: skip
"""Plain nouns after "the" → kinds named before that they may mean."""


def _is_a(name: str, noun: str) -> bool:
    """Whether a name's last word is a compound of the noun: "armchair" is a "chair"."""
    last = name.split()[-1] if name else ""
    return len(noun) > 2 and (last == noun or (len(noun) > 3 and last.endswith(noun)))


def take_from_group(found: Nouns, kind: str, before: list[Chunk]) -> None:
    """ "One lemon" after "a bowl of lemons" is one of them: the group keeps the others."""
    one = any(c.text in ("one", "one of the", "single") for c in before)
    plain = [c.text for c in before if not c.sense("plain")] in (["a"], ["an"])
    if not one and not plain:
        return
    if kind == "rock" and not one:
        return  # "Three stones on a boulder": a boulder is none of the stones
    for index in range(len(found.things) - 1, -1, -1):
        thing = found.things[index]
        if thing.kind == kind and thing.count > 1:
            found.things[index] = replace(thing, count=thing.count - 1)
            return


_TREES = frozenset("oak maple ash beech cherry walnut elm chestnut sycamore".split())


def names_a_tree(run: list[Chunk]) -> bool:
    """ "A big oak" is a tree; "dark oak" and "the oak" of a table top are its wood."""
    last = run[-1]
    single = any(c.text in ("a", "an", "one", "lone", "a lone", "single", "a single") for c in run[:-1])
    return last.text in _TREES and single and not any(c.sense("material", "tone") for c in run[:-1])


def as_tree(chunk: Chunk) -> Chunk:
    """The chunk as a noun of the catalogue."""
    return replace(chunk, senses=(Sense(role="cast", value="tree"), *chunk.senses))


def drop_heading(found: Nouns, new: int) -> None:
    """ "Domino run. A dozen dominoes …" names them twice: the bare first mention is a heading."""
    later = found.things[new]
    words = later.phrase.lower().split()
    counted = later.count > 1 or (words and words[0] in ("a", "an", "one"))
    for index, thing in enumerate(found.things[:new]):
        bare = thing.phrase.lower().split()[:1]
        plain = len(thing.phrase.split()) <= 2 and bare and bare[0] not in _ARTICLES and thing.count == 1
        open_ended = index in found.guessed and not thing.arrangement
        looks = thing.colour or thing.material or thing.palette or thing.text
        if thing.kind == later.kind and counted and not looks and (plain or open_ended) and later.count > 1:
            found.things[index] = replace(thing, kind="")
            found.items = [
                replace(i, kind="gap", thing=-1, value="") if i.kind == "thing" and i.thing == index else i
                for i in found.items
            ]


_ARTICLES = ("a", "an", "the", "one", "this", "that", "another", "its", "my", "his", "her")


def which_of(before: list[Chunk]) -> str:
    """Which of several the words before a noun single out, or ""."""
    for chunk in before:
        if (said := chunk.sense("which")) is not None:
            return said.value
    words = [c.text for c in before]
    if words[:1] in (["the"], ["its"], ["their"]) and len(words) == 2:
        return WHICH.get(words[1], "")
    return ""
