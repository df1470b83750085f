"""A short title in whole words from what the shot is about: it names the files."""

from rayograph.plan.facts import Facts, Motion, Thing
from rayograph.plan.stage import Stage

LONGEST = 40
"""Most characters of a title."""
_VERBS = {
    "drop": "falls", "bounce": "bounces", "roll": "rolls", "slide": "slides", "spin": "spins",
    "throw": "is thrown", "topple": "topples", "knock over": "knocks over", "hit": "hits", "swing": "swings",
    "drape": "drapes", "drive": "drives past", "sail": "sails",
}  # fmt: skip
_TOWARDS = {"drop": "onto", "bounce": "on", "drape": "over", "swing": "into", "roll": "into", "slide": "into",
            "throw": "at"}  # fmt: skip
_PLACES = {"tabletop": "Still life", "interior": "Room", "lake": "Mountain lake", "street": "City street"}


def title_of(facts: Facts, stage: Stage) -> str:
    """The action in a few words, else the main cast, else the place, with the hour where there is room."""
    motion = next((m for m in facts.motions if facts.things[m.subject].kind not in ("", "?")), None)
    title = _action(facts, motion) if motion is not None else ""
    named = [t for t in facts.things if not t.assumed] or list(facts.things)
    for count in range(min(len(named), 3), 0, -1):
        if not title:
            title = _fitting(_listed([_name(t) for t in named[:count]]))
    title = title or _PLACES[stage.kind.name]
    hour = {"": "", "night": "at night", "morning": "in the morning", "afternoon": "in the afternoon",
            "evening": "in the evening"}.get(facts.light.time or "", f"at {facts.light.time}")  # fmt: skip
    whole = _fitting(f"{title} {hour}".strip()) or title
    return whole[0].upper() + whole[1:]


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else ""


def _name(thing: Thing) -> str:
    """A name of two words at most; the noun stands last."""
    words = [w for w in (thing.name or thing.kind.replace("_", " ")).split(" of ")[0].split() if w.isascii()]
    return " ".join(words[-2:]) or thing.kind.replace("_", " ")


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _action(facts: Facts, motion: Motion) -> str:
    subject = facts.things[motion.subject]
    verb = _VERBS.get(motion.style, "moves")
    if subject.count > 1:
        verb = {"is thrown": "are thrown"}.get(
            verb, verb.removesuffix("s").replace("drives past", "drive past")
        )
        verb = {"knocks over": "knock over", "bounce": "bounce"}.get(verb, verb)
    plain = f"{_name(subject)} {verb}"
    if motion.target >= 0:
        word = "into" if motion.into else _TOWARDS.get(motion.style, "")
        goal = _fitting(" ".join(f"{plain} {word} {_name(facts.things[motion.target])}".split()))
        if goal:
            return goal
    return _fitting(plain)
