"""What goes without saying of a table: places for as many as it is set for, the lamp that hangs over it."""

import re
from dataclasses import replace

from rayograph.core.catalogue import cast_kind
from rayograph.plan.bound import Bound
from rayograph.plan.facts import LightFacts, Relation, Thing

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}
_FOR = re.compile(r"\b(?:set|laid|dressed) for (?:a party of )?(one|two|three|four|five|six|eight|[1-8])\b")
_SETTING = frozenset("plate bowl fork knife spoon wine_glass tumbler cup napkin".split())
"""Kinds of which each guest has one."""
_COUNTED = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|pair|single)\b")
_LAMPS = frozenset(("chandelier", "pendant_lamp"))
_OWN_LIGHT = re.compile(r"\b(?:its|their|whose) (?:\w+ ){0,2}(?:light|glow|beam|flames?|shadows?)\b")
_DAY = re.compile(
    r"\b(?:sun|sunny|sunlit|sunlight|daylight|daytime|noon|midday|morning|afternoon|overcast|dawn|day)\b"
)


def set_tables(bound: Bound, text: str) -> None:
    """ "Set for four with white plates": four plates; "the chandelier above" hangs over that table."""
    table = next((i for i, t in enumerate(bound.things) if t.kind == "table"), -1)
    said = _FOR.search(text)
    if said is not None:
        guests = _NUMBERS.get(said[1]) or int(said[1])
        mine = [i for i, t in enumerate(bound.things) if t.kind in _SETTING]
        for i in mine:
            if not _COUNTED.search(bound.things[i].phrase.lower()) and bound.things[i].count > 1:
                bound.things[i] = replace(bound.things[i], count=guests)
        if table >= 0 and all(bound.things[i].kind not in ("plate", "bowl") for i in mine):
            plates = Thing(kind="plate", count=guests, name="plate", phrase="plates", assumed=True)
            bound.things.append(replace(plates, colour="#ece9e2"))
            plate = len(bound.things) - 1
            bound.relations.append(Relation(kind="on", subject=plate, target=table, second=table))
    placed = {r.subject for r in bound.relations if r.target >= 0}
    for i, thing in enumerate(bound.things):
        if table >= 0 and thing.kind in _LAMPS and i not in placed:
            bound.relations.append(Relation(kind="above", subject=i, target=table, second=table))


def by_own_light(bound: Bound, light: LightFacts, text: str) -> LightFacts:
    """ "The chandelier swings and its light sweeps the walls": the lamp is what the room is seen by."""
    set_tables(bound, text)
    told = light.time or light.elevation_deg is not None or light.window or light.moon or light.studio
    if told or not _OWN_LIGHT.search(text) or _DAY.search(text):
        return light
    for i, thing in enumerate(bound.things):
        kind = cast_kind(thing.kind)
        if kind is not None and kind.lumens > 0 and thing.lit is not False:
            bound.things[i] = replace(thing, lit=True)
            light = replace(light, time="night")
    return light
