"""Claims about light, time and mood."""

from rayograph.core.intent import Hardness, Intent, LightFrom, Lit, Mood, TimeOfDay, Warmth
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.intents.of_things import ids_of

_TIMES = {
    "night": "night", "dusk": "dusk", "blue hour": "dusk", "evening": "dusk", "dawn": "dusk",
    "golden hour": "golden_hour", "sunset": "golden_hour", "sunrise": "golden_hour", "noon": "day",
    "day": "day", "morning": "day", "afternoon": "day",
}  # fmt: skip


def light_intents(facts: Facts, actors: list[Actor], *, outdoors: bool) -> list[Intent]:
    """Claims about what was said of light."""
    said, found = facts.light, list[Intent]()
    if said.time in _TIMES and outdoors:
        found.append(Intent(claim=TimeOfDay.model_validate({"time": _TIMES[said.time]}), words=said.time))
    if said.side is not None:
        found.append(Intent(claim=LightFrom(side=said.side), words=f"light from {said.side}"))
    if said.quality in ("hard", "soft"):
        found.append(Intent(claim=Hardness(hard=said.quality == "hard"), words=f"{said.quality} light"))
    if abs(said.warmth) >= 0.3:
        warmth = "warm" if said.warmth > 0 else "cool"
        found.append(Intent(claim=Warmth.model_validate({"warmth": warmth}), words=f"{warmth} light"))
    if said.high_key:
        found.append(Intent(claim=Mood(mood="high_key"), words="high key"))
    elif abs(said.contrast) >= 0.5:
        mood = "high_contrast" if said.contrast > 0 else "low_contrast"
        found.append(Intent(claim=Mood.model_validate({"mood": mood}), words=mood.replace("_", " ")))
    for index, thing in enumerate(facts.things):
        if thing.lit:
            found += [
                Intent(claim=Lit(object=name), words=thing.phrase) for name in ids_of(actors, index)[:2]
            ]
    return found
