"""House fronts: signs, neon and awnings hang on them, shops and cafés that are named get their fascia."""

import re
from dataclasses import replace

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Motion, Place, Thing, only
from rayograph.plan.kerb import runs_into_kerbside
from rayograph.plan.shop_words import TRADES
from rayograph.plan.stage import Stage

ON_FRONT = frozenset("neon_sign shop_sign awning front_door".split())
"""Kinds that are fixed to a house front."""
_POSTS = frozenset("lamp_post tree traffic_light post_box phone_box sign parking_meter".split())
_FLAT = frozenset("shop_sign awning front_door".split())
"""Kinds that are read from across the street."""
WALLS = {-1: -7.7, 1: 7.3}
"""Side of the street → house fronts [m]; of what is seen across the street it is always the right one."""
_PARKED = frozenset("car van suv pickup truck motorbike convertible tractor caravan".split())
LEANERS = frozenset("bicycle motorbike scooter ladder".split())
"""Kinds that are leant against a wall or a post."""
LANTERN_ARM = 0.26
"""How far from the wall the middle of a paper lantern with its arm is [m]."""
_DEEP = ("near", "away", "afar")
_HEIGHTS = {"neon_sign": 2.75, "shop_sign": 3.19, "awning": 2.36, "front_door": 0.12, "paper_lantern": 2.15}
"""Heights of the lower edges over the road [m]."""
_GLOWS = re.compile(
    r"\bneon\b|sign\b[^.;]{0,28}\b(?:glow|lit\b|illuminat|shin|flicker|buzz)|"
    r"(?:glowing|lit|illuminated) [^.;]{0,24}sign"
)
_OVER = re.compile(
    r"(?:over|above|on) (?:the|its|a|an) (?:\w+ )?(?:door|doorway|entrance|window|shop|front|wall|facade)"
)
_TERRACE = re.compile(
    r"\b(?:caf[eé]|bistro|pavement|restaurant) (?:terrace|terrasse|tables? outside)|terrace of an? caf[eé]"
)
_OVER_SHOP = (
    r"\b(?:above|over|outside) (?:an?|the) (?:[\w-]+ ){0,2}(?:bar|shop|diner|restaurant|pub|hotel|cafe|store|"
    r"takeaway|cinema|club|bakery|garage|motel)\b"
)
_FACED = re.compile(
    r"across the (?:street|road)|(?:in|on) (?:an?|the|its) (?:[\w-]+ ){0,2}(?:window|wall|facade)\b|"
    + _OVER_SHOP
)
"""What is read on a front that the camera faces."""
_WALL = "(?:wall|shop ?front|shop window|facade|front|house)"
_HANGS = re.compile(r"\b(?:shop|store|cafe|café|hotel|pub|bar|diner|bakery|motel|hanging|restaurant)\b")


def settle_fronts(facts: Facts, text: str) -> Facts:
    """Signs that belong on a house front become what hangs there; a shop that was named gets one."""
    street = any(p.set == "street" for p in facts.places) or any(t.kind in _FLAT for t in facts.things)
    if _TERRACE.search(text.lower()):
        places = tuple(p for p in facts.places if p.set in ("street", "interior"))
        facts, street = replace(facts, places=(Place(set="street", phrase="cafe terrace"), *places)), True
    signs = any(t.kind in ("neon_sign", "sign") for t in facts.things)
    if signs and re.search(_OVER_SHOP, text.lower()):
        street = True
    if not street:
        return facts
    facts = _of_the_street(facts, text.lower())
    other = any(t.kind == "neon_sign" for t in facts.things)
    things = _once(tuple(_hung(t, text.lower(), other) for t in facts.things))
    words = " ".join(p.phrase.lower() for p in facts.places)
    trade = _trade(words)
    if trade and all(t.kind not in ("shop_sign", "neon_sign", "sign") for t in things):
        things = (*things, Thing(kind="shop_sign", text=trade, phrase="", name="shop sign", assumed=True))
    if any(t.kind in ON_FRONT for t in things):
        places = (Place(set="street", phrase="street"), *(p for p in facts.places if p.set != "tabletop"))
        facts = replace(facts, places=places)
    if any(t.kind == "neon_sign" for t in things) and facts.light.time is None:
        facts = replace(facts, light=replace(facts.light, neon=True))
    if trade:
        # "In front of it" means the shop, which is no thing, rather than the post named before it.
        kept = tuple(
            r for r in facts.relations
            if r.kind not in ("in front of", "behind") or things[r.target].kind not in _POSTS or r.target < 0
        )  # fmt: skip
        facts = replace(facts, relations=kept)
    motions = tuple(_along(m, things[m.subject]) for m in facts.motions)
    facts = replace(facts, things=things, motions=motions)
    return only(facts, [i for i, t in enumerate(facts.things) if t.kind])


def _hung(thing: Thing, text: str, other: bool) -> Thing:
    """What a sign is on a street; `other`: whether a neon sign was named besides."""
    if thing.kind not in ("sign", "shop_sign"):
        return thing
    said = thing.phrase.lower()
    if re.search(r"\b(?:chalk|black|menu|pavement|sidewalk)[ -]?(?:board|sign)", said):
        return replace(thing, kind="sandwich_board")
    if re.search(r"\b(?:road|street|stop|warning|trail|sandwich)[ -](?:sign|board)", said):
        return thing
    if _GLOWS.search(said) or (_GLOWS.search(text) and not other):
        return replace(thing, kind="neon_sign")
    hangs = _OVER.search(text) or _HANGS.search(text)
    return replace(thing, kind="shop_sign") if hangs else thing


def _along(motion: Motion, thing: Thing) -> Motion:
    """What is as long as the street is wide comes down it where it stops, if no side was said."""
    long = thing.kind in ("bus", "double_decker", "tram", "truck")
    return replace(motion, heading="near") if long and motion.stops and not motion.heading else motion


def _once(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """ "A neon OPEN sign" is one sign, although its words stand in the middle of it."""
    read = [k for k, t in enumerate(things) if t.kind == "neon_sign" and t.text]
    engine = any(t.kind == "motorbike" for t in things)
    things = tuple(
        replace(t, kind="") if engine and t.kind == "bicycle" and t.phrase.lower() == "the bike" else t
        for t in things
    )
    return tuple(
        replace(t, kind="") if t.kind == "neon_sign" and not t.text and t.count == 1 and read else t
        for t in things
    )


def _of_the_street(facts: Facts, text: str) -> Facts:
    """Words that mean something else out there: "the street lamps" are the set's, "a lamp" is a post."""
    said = {i for r in facts.relations for i in (r.subject, r.target, r.second)}
    said |= {i for m in facts.motions for i in (m.subject, m.target)}
    light, things = facts.light, []
    for k, thing in enumerate(facts.things):
        phrase = thing.phrase.lower()
        if thing.kind == "desk_lamp" and phrase.endswith(("lamp", "light")) and "desk" not in phrase:
            thing = replace(thing, kind="lamp_post")
        many = (
            thing.kind == "lamp_post"
            and phrase.endswith("s")
            and not re.match(r"\d|two|three|four|five|six|a ", phrase)
        )
        if many and k not in said:
            thing, light = replace(thing, kind=""), replace(light, lamps=light.lamps is not False)
        uncounted = re.match(r"\d|two|three|four|five|six", phrase) is None
        if thing.kind == "shop_sign" and thing.count > 1 and uncounted and not thing.text:
            thing, light = replace(thing, kind=""), replace(light, lamps=light.lamps is not False)
        name = thing.name.split()[-1] if thing.name else thing.kind
        against = rf"{name}[^.;]{{0,40}}\b(?:against|along) (?:an?|the|its) (?:[\w-]+ ){{0,3}}{_WALL}"
        if thing.kind in LEANERS and re.search(against, text):
            thing = replace(thing, at="wall")
        if thing.kind in ("neon_sign", "sign") and _FACED.search(text):
            thing = replace(thing, at="wall")
        things.append(thing)
    places = facts.places
    if re.search(r"\bcobble(?:s|d|stones?)?\b", text) and all(p.surface is None for p in places):
        places = (*places, Place(set="street", surface="cobbles", phrase="cobbles"))
    return replace(facts, things=tuple(things), light=light, places=places)


def _trade(words: str) -> str:
    for text, names in TRADES.items():
        if re.search(rf"\b(?:{names})\b", words):
            return text
    return ""


def looks_across(facts: Facts, stage: Stage) -> bool:
    """Whether the camera looks across the street: at a house front, or at what passes along the kerb."""
    if stage.kind.name != "street":
        return False
    drives = [m for m in facts.motions if m.style == "drive"]
    deep = [m for m in drives if m.heading in _DEEP and (m.target < 0 or m.stops)]
    if len(deep) < len(drives) or (not drives and runs_into_kerbside(facts)):
        return True  # a blow is plain from the side
    between = any(
        r.kind == "between" and facts.things[i].kind in _PARKED
        for r in facts.relations
        for i in {r.subject, r.target} - {-1}
    )
    return not deep and (between or any(t.kind in _FLAT or t.at == "wall" for t in facts.things))


def hangs_outside(thing: int, facts: Facts) -> bool:
    """Whether a thing is fixed to a house front: signs and awnings, and paper lanterns of which no word says
    where else they are."""
    if facts.things[thing].kind == "paper_lantern":
        standing = ("on", "in", "under", "beside", "between", "around", "in front of")
        return not any(r.subject == thing and r.target >= 0 and r.kind in standing for r in facts.relations)
    return facts.things[thing].kind in ON_FRONT


def hang(members: list[int], actors: list[Actor], across: bool, side: int, spots: dict[int, Spot]) -> None:
    """Fix things to the house front, one beside the other; neon reaches out over the pavement."""
    for rank, i in enumerate(members):
        kind, (_, deep, _) = actors[i].member.kind, actors[i].size
        pitch = 3.9 if len(members) <= 2 else min(1.7, 5.0 / (len(members) - 1))
        along = pitch * (rank - (len(members) - 1) / 2)
        flat = kind != "neon_sign" or across
        height = _HEIGHTS[kind]
        if kind == "neon_sign":
            signs = any(a.member.kind in _FLAT for a in actors)
            # Along the street each hangs above the one before, or they would hide one another.
            height += 0.85 * rank if not across else 1.35 if signs else 0.36
        out = deep / 2 + 0.06 if flat else 0.3 + actors[i].size[0] / 2
        if kind == "shop_sign":
            out = deep / 2 + 0.08
        if kind == "paper_lantern":
            out = LANTERN_ARM
        if across:
            spot = Spot(position=(along, WALLS[1] - out, height), yaw_deg=0.0, fixed=True)
        else:
            yaw = -90.0 * side if flat else -12.0 * side
            x = WALLS[side] - side * out
            spot = Spot(position=(x, 0.4 + along, height), yaw_deg=yaw, fixed=True)
        spots[i] = spot


def stand_by_wall(
    thing: int, i: int, facts: Facts, actors: list[Actor], across: bool, spots: dict[int, Spot]
) -> bool:
    """Stand what leans on a house wall close by it, its side to the camera; whether it does."""
    if actors[i].member.kind not in LEANERS or facts.things[thing].at != "wall" or not across:
        return False
    # Beside what stands before the front, not behind it.
    company = any(
        t.kind in ("table", "chair", "sandwich_board", "crate", "bench", "plant") for t in facts.things
    )
    spots[i] = Spot(
        position=(-1.55 if company else -0.4, WALLS[1] - 0.16 - actors[i].size[0] / 2, 0.12), yaw_deg=90.0
    )
    return True


def front_side(members: list[tuple[str, float]]) -> str:
    """The side on which the named front stands, from kinds and places (x [m]) of the cast; "" if none."""
    at = [x for kind, x in members if kind in ON_FRONT]
    return "" if not at else ("right" if at[0] > 0 else "left")
