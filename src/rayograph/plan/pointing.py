"""Which way a long thing points: "the blade pointing away from the pan", "handle to the left"."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rayograph.core.catalogue import cast_kind
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.items import Nouns
from rayograph.plan.ledger import Ledger

_BUTT = r"(?:handle|butt|hilt|grip|stem|stalk|base|neck end)"
_TIP = (
    r"(?:blade|tip|point|nib|tines?|bowl|bristles|head|edge|barrel|nose|muzzle|lens|spout|cutting edge|"
    r"business end|"
    r"end|top|neck|eraser|arrow)"
)
_WAY = {
    "left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, 1.0), "down": (0.0, -1.0),
    "away": (0.0, 1.0), "towards": (0.0, -1.0),
}  # fmt: skip
_SAID = (
    rf"(?:(?:with )?(?:its |the |an? )?(?P<part>{_BUTT}|{_TIP}) )?(?:is |are )?(?:pointing|points|"
    rf"pointed|facing|faces|"
    rf"angled|aimed|turned)(?: straight| directly)? "
    r"(?:(?:to (?:the |frame |camera |screen )?)?(?P<way>left|right|up|down)(?:wards?)?(?= ?(?:[,.;]|$|"
    r"\x00))|"
    r"(?P<sense>away from|towards?|at) (?P<whom>(?:the |a )?(?!camera|us|lens|the camera|the "
    r"lens)[a-z]+(?: [a-z]+)?)"
    r"(?= ?(?:[,.;]|$|\x00| and )))"
)
LONG = frozenset(
    "knife fork spoon pen pencil paintbrush spatula whisk rolling_pin hammer saw hand_saw screwdriver "
    "wrench key sword "
    "torch scissors corkscrew chili carrot corn toothbrush comb ruler axe nail screw bolt feather arrow "
    "lipstick".split()
)
"""Kinds whose own +Y is where they point."""


def read_pointing(ledger: Ledger) -> tuple[tuple[int, str, str], ...]:
    """Claim where things point: its place in the text, the way or "from"/"to", and the noun referred to."""
    found = []
    for m in ledger.take(_SAID):
        way, sense = m["way"] or "", m["sense"] or ""
        before = ledger.text[: m.start()]
        if m["part"] is None and not re.search(
            rf"\b(?:{'|'.join(k.replace('_', ' ') for k in LONG)})s?,? $", before
        ):
            continue
        back = m["part"] is not None and re.fullmatch(_BUTT, m["part"]) is not None
        toward = (sense != "away from") != back
        value = _turned(way) if back and way else way
        whom = (m["whom"] or "").rpartition(" ")[2]
        found.append((m.start(), value or ("to" if toward else "from"), whom))
        ledger.claim(m.start(), m.end(), "understood", "which way it points")
    return tuple(found)


def _turned(way: str) -> str:
    return {"left": "right", "right": "left", "up": "down", "down": "up"}[way]


def give_points(nouns: Nouns, found: tuple[tuple[int, str, str], ...]) -> None:
    """Give each long thing what was said of it after it was named."""
    for start, way, whom in found:
        before = [
            i
            for i in nouns.items
            if i.kind == "thing" and i.start < start and nouns.things[i.thing].kind in LONG
        ]
        if before:
            k = before[-1].thing
            nouns.things[k] = replace(nouns.things[k], points=f"{way} {whom}".strip())


def point(facts: Facts, actors: Sequence[Actor], spots: list[Spot]) -> list[Spot]:
    """The spots with what is said to point turned that way."""
    turned = list(spots)
    for i, actor in enumerate(actors):
        said = facts.things[actor.thing].points
        if not said or actor.member.kind not in LONG:
            continue
        way, _, whom = said.partition(" ")
        here = np.array(spots[i].position[:2])
        if way in _WAY:
            vector = np.array(_WAY[way])
        else:
            other = _named(whom, i, facts, actors)
            vector = np.array(spots[other].position[:2]) - here if other >= 0 else np.array([-here[0], 1e-6])
            vector = -vector if way == "from" else vector
        yaw = float(np.degrees(np.arctan2(-vector[0], vector[1])))
        turned[i] = replace(spots[i], yaw_deg=round(yaw, 2))
    return turned


def _named(word: str, me: int, facts: Facts, actors: Sequence[Actor]) -> int:
    """The actor that a noun means, or -1."""
    for j, actor in enumerate(actors):
        kind = cast_kind(actor.member.kind)
        thing = facts.things[actor.thing]
        names = {*thing.name.split(), *actor.member.kind.split("_"), *(kind.words if kind else ())}
        if j != me and (word in names or any(n.endswith(word) for n in names if len(word) > 2)):
            return j
    return -1
