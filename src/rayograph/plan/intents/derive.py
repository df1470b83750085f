"""What a brief asks for, as claims that frames can be held against."""

from rayograph.core.intent import Continuity, Exposure, Gravity, Intent, Presence
from rayograph.core.plan import Drop, Event, Reading
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.intents.of_camera import camera_intents
from rayograph.plan.intents.of_events import event_intents
from rayograph.plan.intents.of_light import light_intents
from rayograph.plan.intents.of_things import slug, thing_intents


def derive(
    facts: Facts, actors: list[Actor], events: list[Event], hero: int, readings: tuple[Reading, ...],
    *, pace: float, outdoors: bool,
) -> tuple[Intent, ...]:  # fmt: skip
    """Every claim of the brief, the things first.

    Args:
        actors: who plays which thing. events: what the plan makes happen, which says who of several moves.
        hero: index of the actor that the shot is about. pace: of the action, 1 is real time.
    """
    moving = {event.object for event in events}
    found = [
        *thing_intents(facts, actors, hero, moving),
        *(_lost(reading) for reading in readings if reading.verdict == "ungrounded" and reading.nearest),
        *event_intents(facts, actors, moving),
        *camera_intents(facts.camera),
        *light_intents(facts, actors, outdoors=outdoors),
        Intent(claim=Exposure()),
    ]
    if actors:
        found.append(Intent(claim=Continuity(object=actors[hero].member.id)))
    found += [Intent(claim=Gravity(object=e.object, pace=pace)) for e in events if isinstance(e, Drop)][:2]
    return tuple(dict.fromkeys(found))


def _lost(reading: Reading) -> Intent:
    """What was asked for and cannot be shot is asked for all the same."""
    return Intent(claim=Presence(objects=(slug(reading.phrase),)), words=reading.phrase)
