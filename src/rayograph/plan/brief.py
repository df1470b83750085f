"""Read a brief: run the readers of each concern over its words, in order, and gather the facts."""

import re
from collections.abc import Callable
from dataclasses import replace

from rayograph.plan.arm_posts import set_up_posts
from rayograph.plan.bound import Bound
from rayograph.plan.camera_words import read_camera
from rayograph.plan.clauses import bind
from rayograph.plan.corrections import read_corrections, recolour
from rayograph.plan.facts import CameraFacts, Facts, LightFacts, Thing, only
from rayograph.plan.figures_of_speech import read_speech
from rayograph.plan.filling import fill
from rayograph.plan.function_words import FUNCTION
from rayograph.plan.glides import WAFTED
from rayograph.plan.ground import Grounder
from rayograph.plan.hero_heading import merge_heading
from rayograph.plan.house_words import read_houses, street_of
from rayograph.plan.lake_words import read_water
from rayograph.plan.lamp_words import read_carried
from rayograph.plan.ledger import Ledger
from rayograph.plan.lettering import give_texts, read_texts
from rayograph.plan.light_words import read_light
from rayograph.plan.lying import lie_down
from rayograph.plan.motion_words import VERBS
from rayograph.plan.nouns import read_nouns
from rayograph.plan.pointing import give_points, read_pointing
from rayograph.plan.quantity import read_format
from rayograph.plan.rope_swings import hang_swings
from rayograph.plan.route_words import resolved
from rayograph.plan.set_tables import by_own_light
from rayograph.plan.shadow_words import read_shadows
from rayograph.plan.spills import spill
from rayograph.plan.states import make_beds, own_up
from rayograph.plan.styles import first_motion, is_boat, is_vehicle, rolls
from rayograph.plan.time_words import read_time
from rayograph.plan.weather_words import read_weather

Reader = Callable[[Ledger], Facts]
"""Reads the words of a ledger: the grammar (`read_brief`), or a larger mind over it (`minds.reader`)."""
_BARE = (
    r"(?<!half )(?:an? |the )?(?:empty|bare(?! (?:light ?)?bulb)|minimal(?:ist)?|uncluttered|tidy)"
    r"(?: (?:scene|frame|table|set))?(?= |,|\.|$)|"
    r"(?:absolutely |there is )?nothing else(?: (?:moves|happens|in (?:the )?(?:frame|shot|picture)))*|"
    r"no clutter|no props|alone|(?:all )?(?:on|by) its ?(?:own|self)"
)


_OF_A_VESSEL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|a few) empty\||"
    r"empty\| (?:[\w-]+ ){0,2}(?:glass|bottle|cup|mug|plate|bowl|jar|tin|can|vase|bucket|basket|flute|"
    r"tumbler|crate|carton|jug)(?:e?s)?\b"
)
"""Of one thing, not of the picture: "an empty wine glass", marked where the word ends."""
_BARE_ROOM = re.compile(
    r"\b(?:empty|bare|unfurnished) (?:\w+ ){0,2}(?:room|hall|hallway|attic|flat|loft|kitchen|study)\b"
)


def read_brief(ledger: Ledger) -> Facts:
    """All facts of a brief; every content word ends in a reading."""
    grounder = Grounder()
    read_speech(ledger)
    texts = read_texts(ledger)
    colours = read_corrections(ledger)
    format_facts = read_format(ledger)
    light = read_time(ledger, LightFacts())
    light = read_carried(ledger, read_shadows(ledger, light))
    light = read_weather(ledger, light)
    water = read_water(ledger)
    camera = read_camera(ledger)
    light = read_light(ledger, light)
    walls = read_houses(ledger)
    sparse = _read_bareness(ledger)
    _read_heading(ledger)
    _read_picture(ledger)
    pointing = read_pointing(ledger)
    nouns = read_nouns(ledger, grounder)
    give_points(nouns, pointing)
    give_texts(ledger, nouns, texts)
    camera = resolved(camera, nouns.items)
    bound = bind(ledger, nouns, grounder)
    _rest(ledger, grounder)
    _add_trees(bound)
    _merge_summary(bound, ledger.text)
    _merge_pitch(bound, ledger.text)
    merge_heading(bound, ledger.text)
    _both_on(bound, ledger.text)
    recolour(ledger, bound, colours)
    spill(bound)
    fill(bound, nouns.guessed)
    _dress_snowmen(bound)
    make_beds(bound)
    _light_cakes(bound)
    _still_balloons(bound)
    light = _glowing_clocks(bound, light)
    hang_swings(bound, ledger.text)
    lie_down(bound, ledger.text)
    set_up_posts(bound, ledger.text)
    _add_flames(bound, light)
    _add_followed(bound, camera)
    own_up(ledger, bound)
    light = _moody(ledger, bound, by_own_light(bound, light, ledger.text))
    facts = Facts(
        things=tuple(bound.things),
        relations=tuple(bound.relations),
        motions=tuple(bound.motions),
        places=(*bound.places, *street_of(walls)),
        walls=walls,
        absent=tuple(nouns.absent),
        camera=camera,
        light=light,
        format=format_facts,
        water=water,
        bare_room=_BARE_ROOM.search(ledger.text) is not None,
        # What is lit as a product stands alone.
        sparse=sparse and not (light.studio or light.rim is not None),
    )
    return _without_blanks(facts)


def _add_trees(bound: Bound) -> None:
    """A forest that was asked for has trees on the stage too, not only far off."""
    wooded = any(
        word in p.phrase.lower().split() for p in bound.places for word in ("forest", "woods", "woodland")
    )
    if wooded and all(t.kind != "tree" for t in bound.things):
        bound.things.append(
            Thing(kind="tree", count=2, phrase="forest", name="tree", at="back", assumed=True)
        )


def _dress_snowmen(bound: Bound) -> None:
    """A snowman's scarf and hat are its own; the colour of the scarf is the snowman's only one."""
    for index, thing in enumerate(bound.things):
        worn = thing.kind == "cloth" and thing.name.endswith(("scarf", "shawl"))
        wearer = next((k for k, t in enumerate(bound.things) if t.kind == "snowman"), -1)
        if worn and wearer >= 0:
            bound.things[wearer] = replace(bound.things[wearer], colour=thing.colour)
            bound.things[index] = replace(thing, kind="")
        elsewhere = any(r.subject == index and r.target != wearer for r in bound.relations)
        if wearer >= 0 and thing.kind in ("hat", "carrot") and thing.count == 1 and not elsewhere:
            bound.things[index] = replace(thing, kind="")


def _light_cakes(bound: Bound) -> None:
    """The candles of a cake stand on it and are its own."""
    for r in bound.relations:
        if r.target < 0 or {bound.things[r.subject].kind, bound.things[r.target].kind} != {"cake", "candle"}:
            continue
        cake, candle = sorted((r.subject, r.target), key=lambda i: bound.things[i].kind)
        said = bound.things[candle]
        iced = bound.things[cake]
        bound.things[cake] = replace(iced, parts=(*iced.parts, f"{said.count} candles"))
        bound.things[candle] = replace(said, kind="")


def _glowing_clocks(bound: Bound, light: LightFacts) -> LightFacts:
    """A clock that glows; one with figures that do is digital, and "digital" ones show theirs in the dark."""
    for i, thing in enumerate(bound.things):
        if thing.kind != "clock":
            continue
        digital = "digital" in thing.phrase.lower() or "radio" in thing.phrase.lower()
        if digital and light.clock is None:
            light = replace(light, clock="digital #ff2414")
        if light.clock is None and thing.lit:
            light = replace(light, clock="#3dff5a")
        if light.clock is not None:
            parts = (*thing.parts, "digital figures glow" if "digital" in light.clock else "hands glow")
            bound.things[i] = replace(thing, lit=True, parts=parts)
    return light


def _still_balloons(bound: Bound) -> None:
    """A balloon that floats or drifts hangs in the air: it goes too slowly to be seen to move."""
    rising = {m.subject for m in bound.motions if m.style in WAFTED}
    for i, thing in enumerate(bound.things):
        if thing.kind == "balloon" and i in rising:
            bound.things[i] = replace(thing, parts=(*thing.parts, "aloft on a string"))
    aloft = {i for i, t in enumerate(bound.things) if t.kind == "hot_air_balloon"}
    bound.motions[:] = [m for m in bound.motions if m.subject not in aloft]


def _merge_summary(bound: Bound, text: str) -> None:
    """ "Domino chain reaction: twenty dominoes …" names them twice; the words after the colon count."""
    head, colon, rest = text.partition(":")
    for i, first in enumerate(bound.things):
        bare = not first.phrase.lower().startswith(("a ", "an ", "the ", "one ")) and first.count == 1
        for j in range(i + 1, len(bound.things)):
            second = bound.things[j]
            later = second.phrase.lower() in rest and first.phrase.lower() in head
            if colon and bare and later and first.kind == second.kind and first.kind not in ("", "?"):
                bound.things[i] = replace(first, kind="")


def _both_on(bound: Bound, text: str) -> None:
    """ "A table with a basket and a thermos on it": both of them stand on it."""
    borne = {(r.subject, r.target) for r in bound.relations if r.kind == "on"}
    for k, r in enumerate(bound.relations):
        both = r.kind == "with" and (r.target + 1, r.subject) in borne
        if both and re.search(r"\band [^,.;]+ on (?:it|top)\b", text):
            bound.relations[k] = replace(r, kind="on", subject=r.target, target=r.subject, second=r.subject)


def _merge_pitch(bound: Bound, text: str) -> None:
    """ "Meet the headphones … Matte black headphones hang": what is praised first is what then is shown."""
    if not re.match(r"\s*(?:meet|introducing|discover|behold|say hello to|get to know)\b", text):
        return
    first = next((i for i, t in enumerate(bound.things) if t.kind not in ("", "?")), -1)
    again = [j for j, t in enumerate(bound.things) if j > first >= 0 and t.kind == bound.things[first].kind]
    moving = {i for m in bound.motions for i in (m.subject, m.target)}
    if len(again) != 1 or first in moving or bound.things[first].count != 1:
        return
    now = {first: again[0]}
    moved = [
        replace(r, subject=now.get(r.subject, r.subject), target=now.get(r.target, r.target),
                second=now.get(r.second, r.second))
        for r in bound.relations
    ]  # fmt: skip
    bound.relations[:] = [r for r in dict.fromkeys(moved) if r.subject != r.target]
    bound.things[first] = replace(bound.things[first], kind="")


def _add_flames(bound: Bound, light: LightFacts) -> None:
    """Candle light needs a candle, unless something else burns or the street is meant."""
    burning = ("candle", "lantern", "campfire")
    outdoors = any(p.set in ("street", "lake") for p in bound.places)
    if light.candles and not outdoors and all(t.kind not in burning for t in bound.things):
        bound.things.append(
            Thing(kind="candle", count=2, phrase="candle light", name="candles", assumed=True)
        )


def _add_followed(bound: Bound, camera: CameraFacts) -> None:
    """What the camera follows moves, whether or not a verb says so."""
    if camera.move != "follow" or bound.motions:
        return
    for index, thing in enumerate(bound.things):
        moves = is_vehicle(thing.kind) or is_boat(thing.kind) or rolls(thing.kind)
        if moves and not thing.assumed:
            said = " ".join(p.phrase.lower() for p in bound.places)
            along = any(word in said for word in ("street", "road", "lane", "alley"))
            motion = first_motion(thing.kind, index, "go", "")
            bound.motions.append(replace(motion, heading="away" if along and is_vehicle(thing.kind) else ""))
            return


def _moody(ledger: Ledger, bound: Bound, light: LightFacts) -> LightFacts:
    """A dark mood by a lamp in the open means the night if no hour was said; gold from behind, a low sun."""
    outdoors = any(p.set == "lake" for p in bound.places)
    if outdoors and light.side == "behind" and light.warmth >= 0.5 and light.time is None and not light.moon:
        ledger.assume("warm light from behind in the open: it is taken for the golden hour")
        return replace(light, time="golden hour")
    lamp = any(t.kind in ("lamp_post", "campfire", "lantern") for t in bound.things)
    said = light.time is not None or light.elevation_deg is not None or light.cloud is not None
    if light.contrast < 0.5 or said or not lamp or light.studio:
        return light
    ledger.assume("a dark mood by a lamp: it is taken for night")
    return replace(light, time="night", moon=True)


def _read_stillness(ledger: Ledger) -> None:
    """ "Nothing moves" is true of what has no motion."""
    for m in ledger.take(
        r"nothing (?:moves|happens|stirs)|(?:without|no) (?:any )?(?:motion|movement|action)|"
        r"(?:never|does not|doesn't|do not|don't) (?:moves?|stirs?|falls?)"
    ):
        ledger.claim(m.start(), m.end(), "understood", "it stays where it is")


def _read_heading(ledger: Ledger) -> None:
    """Sluglines ("INT. KITCHEN - DAY") and what people say before they say what they want."""
    _read_stillness(ledger)
    for m in ledger.take(r"(?:int|ext)(?: ?/ ?(?:int|ext))?(?=[. ])"):
        where = "indoors" if m[0].startswith("int") else "outdoors"
        ledger.claim(m.start(), m.end(), "understood", f"a scene heading: {where}")
    wish = (
        r"(?:please )?(?:picture|imagine|show(?: me| us)?|film|give me|we see|we open on|open on|we are in|"
        r"i want|i'd like|i would like|create|make|render|shoot|let's see)"
        r"(?= (?:an?|the|some|one|two|three) )"
    )
    for m in ledger.take(wish):
        ledger.claim(m.start(), m.end(), "understood", "what is asked for follows")


def _read_picture(ledger: Ledger) -> None:
    """Words for the picture itself: "in frame", "a shot of", "the scene"."""
    for m in ledger.take(
        r"like (?:an? |the )?(?:row of |house of |ton of |sack of )?"
        r"(?:dominoes|ninepins|skittles|cards|stone|rock|bricks|potatoes|crazy|mad)(?! on| in)"
    ):
        ledger.claim(m.start(), m.end(), "understood", "a manner of speaking")
    for m in ledger.take(
        r"(?:with )?(?:only |just )?(?:the )?(?:nearest |near |front |first |last |far |back |middle |"
        r"closest |other )?ones? (?:is |stays |are )?(?:in|out of) (?:sharp |soft )?focus"
    ):
        ledger.claim(m.start(), m.end(), "understood", "the subject is in focus")
    lead = r"(?:(?:in|into|within|of|out of|fills?|filling) )?(?:the |a |an |this |one )?"
    for m in ledger.take(
        rf"(?<!picture )(?<!photo )(?<!window )(?<!wooden )(?<!gilded )(?<!gold ){lead}"
        r"(?:frame|composition|footage|video|clip|film|photo(?:graph)?|take|framing)"
        r"(?: of)?(?= ?(?:[,.;:]|$|\x00|with|showing))|(?:in|for) (?:a |an |the |our )?(?:\w+ )?(?:ad|advert|"
        r"advertisement|commercial|campaign|magazine|poster|website|banner ad|catalogue|catalog|brochure|"
        r"lookbook|homepage)s?(?= ?[,.;:]|$)|(?:\w+ )?hero (?:frame|shot|image|still)(?=\W|$)|"
        r"(?:holiday|travel|tv|"
        r"print|tourism) (?:ad|advert|spot|campaign|poster)s?"
    ):
        ledger.claim(m.start(), m.end(), "understood", "the picture itself")


def _read_bareness(ledger: Ledger) -> bool:
    found = ledger.take(_BARE)
    for m in found:
        if not _OF_A_VESSEL.search(ledger.text[: m.end()] + "|" + ledger.text[m.end() :]):
            ledger.claim(m.start(), m.end(), "understood", "nothing is added")
    return not found


def _rest(ledger: Ledger, grounder: Grounder) -> None:
    """Name what nobody could read."""
    for token in ledger.leftovers():
        word = token.text.strip('"')
        if word in FUNCTION:
            ledger.claim(token.start, token.end, "assumed", f"{word!r} changes nothing that could be shot")
            continue
        if not token.is_word or not word.isascii():
            ledger.claim(
                token.start, token.end, "ungrounded", f"{word!r} was not understood", tuple(VERBS)[:3]
            )
            continue
        meaning, near = grounder.explain(word)
        ledger.claim(token.start, token.end, "ungrounded", f"{word!r} {meaning}", near)


def _without_blanks(facts: Facts) -> Facts:
    """Drop things whose kind stayed open and renumber what refers to the others."""
    return only(facts, [i for i, thing in enumerate(facts.things) if thing.kind not in ("", "?")])
