"""Who is cast, how it looks and where it stands, against what a brief's author asked for."""

import math
from functools import cache
from typing import Any

import numpy as np

from rayograph.core.camera import camera_at
from rayograph.core.catalogue import CAST, MATERIALS, cast_kind
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.plan.lexicon import plurals

HUES = {
    "red": (340, 18), "orange": (16, 42), "yellow": (40, 68), "gold": (36, 62), "mustard": (36, 62),
    "amber": (20, 50), "green": (70, 170), "turquoise": (165, 200), "teal": (165, 200), "blue": (190, 250),
    "purple": (255, 310), "pink": (310, 358), "magenta": (295, 345), "brown": (12, 42), "cobalt": (205, 240),
    "silver": (0, 0), "grey": (0, 0), "gray": (0, 0), "white": (0, 0), "black": (0, 0), "cream": (30, 60),
}  # fmt: skip
"""Hue angles [deg] that a colour word may stand for."""
OWN = {
    "interior": "window|curtain|curtains|rug|carpet|floor|wall|sofa|couch|coffee table|floor lamp",
    "street": "window|shop window|street lamp|lamp post|pavement|shop",
    "lake": "tree|pine|fir|water|mountain|mountains|grass|meadow|shore|lake",
    "tabletop": "window|table|tabletop|desk|counter|worktop|bar|kitchen table|oak table",
}
"""What every set of a kind has by itself."""
ROOMS = {
    "kitchen": "counter|worktop|kitchen counter|stove|cooker|hob|oven|sink|kitchen table|cupboard|tap|fridge",
    "study": "desk|bookcase|bookshelf|bookshelves|shelf|office chair|desk chair|chair",
    "library": "bookcase|bookshelf|bookshelves|shelf|books|book",
    "dining_room": "dining table|table|dining chair|chair|pendant|pendant light|pendant lamp",
    "bedroom": "bed|bedside table|nightstand",
}
"""What a furnished room has by itself."""
_METALS = "steel|chrome|brass|copper|bronze|gold|black_iron|rusty_metal|painted_metal"
STUFFS = {
    "wood": "oak|walnut|pine|maple|ebony|painted_wood|bark|charred_wood", "metal": _METALS, "tin": _METALS,
    "pewter": "steel", "silver": "steel|chrome", "mahogany": "walnut", "steel": "steel|chrome",
    "fabric": "linen|silk|velvet|canvas", "cloth": "linen|silk|velvet|canvas", "felt": "velvet|linen",
    "baize": "velvet|linen", "carpet": "velvet|linen|rug",
    "tile": "terracotta|tiles", "stone": "slate|granite",
    "ceramic": "glazed_ceramic|terracotta", "cardboard": "paper", "acrylic": "plastic", "glass": "glass|"
    "green_glass|amber_glass", "floorboard": "oak|pine|walnut",
}  # fmt: skip
"""Words for stuffs beyond the catalogue's."""


@cache
def _nouns(kind: str) -> frozenset[str]:
    found = next((k for k in CAST if k.name == kind), None)
    words = {kind.replace("_", " "), *(found.words if found else ())}
    return frozenset(words | {p for word in words for p in plurals(word)})


def called(plan: ShotPlan, nouns: str) -> list[CastMember]:
    """Members that one of the nouns means; adjectives before a noun must be in the member's own words."""
    return [
        m for m in plan.cast if any(_means(m, noun.lower().replace("_", " ")) for noun in nouns.split("|"))
    ]


def _means(member: CastMember, noun: str) -> bool:
    if noun in _nouns(member.kind):
        return True
    first, _, rest = noun.partition(" ")
    known = first in HUES or is_stuff(member.material, first) or first in STUFFS
    return bool(rest) and known and first in member.words.lower() and _means(member, rest)


def is_stuff(material: str | None, word: str) -> bool:
    """Whether a material is what the word says."""
    if material is None:
        return False
    word = word.replace("_", " ")
    names = {name for name, words in MATERIALS.items() if word == name.replace("_", " ") or word in words}
    names |= set(STUFFS.get(word, "").split("|"))
    return material in names


def hue_ok(member: CastMember, hue: str) -> bool:
    """Whether the colour of a member is what the word says; a coloured material will do."""
    if member.colour is None:
        coloured = {"gold": "gold|brass", "silver": "steel|chrome", "grey": "steel|chrome|concrete|granite",
                    "amber": "amber_glass", "green": "green_glass|leaf", "white": "marble|plaster",
                    "yellow": "citrus_skin|gold|brass", "black": "slate|ebony|black_iron"}  # fmt: skip
        return member.material in coloured.get(hue, "").split("|")
    r, g, b = (int(member.colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    high, low = max(r, g, b), min(r, g, b)
    if hue == "white":
        return low > 0.72
    if hue == "black":
        return high < 0.25
    if hue in ("silver", "grey", "gray"):
        return high - low < 0.12 and 0.2 < high < 0.95
    if high - low < 0.06:
        return False
    angle = math.degrees(math.atan2(math.sqrt(3) * (g - b), 2 * r - g - b)) % 360
    first, last = HUES[hue]
    return first <= angle <= last if first <= last else angle >= first or angle <= last


def size(member: CastMember) -> tuple[float, float, float]:
    """Width, depth, height [m]."""
    kind = cast_kind(member.kind)
    assert kind is not None
    x, y, z = kind.size
    gain = member.height_m / z if member.height_m else 1.0
    return x * gain, y * gain, z * gain


def _size_ok(member: CastMember, wanted: str) -> bool:
    kind = cast_kind(member.kind)
    assert kind is not None
    if member.height_m is None:
        return wanted == "small" and max(kind.size) < 0.2
    return member.height_m < kind.size[2] if wanted == "small" else member.height_m > kind.size[2]


def _own(plan: ShotPlan) -> set[str]:
    """Nouns of what the set has by itself."""
    own = set(OWN[plan.set.kind].split("|"))
    if plan.set.kind == "interior" and plan.set.stage == "table":
        own |= {"table", "low table", *(("desk",) if plan.set.options.get("room") == "study" else ())}
    return own | set(ROOMS.get(plan.set.options.get("room", ""), "").split("|"))


def _of_set(plan: ShotPlan, want: dict[str, Any]) -> bool:
    looks = any(key in want for key in ("hue", "material", "text", "size"))
    named = set(want["kind"].split("|"))
    several = {"tree", "pine", "fir", "window", "bookshelf", "bookcase", "book", "chair"}
    many = str(want.get("count", 1)) not in ("1", "1+") and not named & several
    return bool(_own(plan) & named) and not looks and not many


def _one_cast_fault(plan: ShotPlan, want: dict[str, Any]) -> list[str]:
    mine = called(plan, want["kind"])
    if not mine:
        return [] if _of_set(plan, want) else [f"no {want['kind']} is cast"]
    notes = ""
    for key, ok in (
        ("text", lambda m: m.text == want["text"]),
        ("hue", lambda m: any(hue_ok(m, hue) for hue in want["hue"].split("|"))),
        ("material", lambda m: any(is_stuff(m.material, w) for w in want["material"].split("|"))),
        ("size", lambda m: _size_ok(m, want["size"])),
    ):
        if key in want:
            kept = [m for m in mine if ok(m)]
            if not kept:
                notes = f" {key}: {[(m.text, m.colour, m.material, m.height_m) for m in mine[:3]]}"
            mine = kept
    # Without a count, or where a look picks one of several, at least one is enough.
    count = want.get("count", "1+")
    several = any(key in want for key in ("hue", "material", "text", "size")) and count == 1
    least = int(str(count).rstrip("+"))
    enough = len(mine) >= least if isinstance(count, str) or several else len(mine) == count
    return [] if enough or _of_set(plan, want) else [f"{want} but {len(mine)} are cast{notes}"]


def cast_faults(plan: ShotPlan, must: dict[str, Any]) -> list[str]:
    """Faults of count, look, absence and place."""
    found = [fault for want in must.get("cast", []) for fault in _one_cast_fault(plan, want)]
    found += [f"{noun} is cast" for noun in must.get("absent", []) if called(plan, noun)]
    for nouns in filter(None, [must.get("stacked")]):
        high = [m for m in called(plan, nouns) if m.position[2] > 0.002 and m.on != "stage"]
        high += [m for m in called(plan, nouns) if m.position[2] > 0.01 and m.on == "stage"]
        if len(high) < min(2, max(1, len(called(plan, nouns)) - 1)):
            found.append(f"{nouns} is not stacked")
    if "between" in must:
        found += _between_fault(plan, *must["between"])
    for inner, relation, outer in must.get("relations", []):
        found += _relation_fault(plan, inner, relation, outer)
    return found


def screen(plan: ShotPlan) -> tuple[np.ndarray, np.ndarray]:
    """Right and ahead of the first frame on the ground, unit vectors of the plane."""
    pose = camera_at(plan.camera, plan.format, 0.0).to_world
    right = pose[:2, 0] / np.linalg.norm(pose[:2, 0])
    return right, np.array([-right[1], right[0]])


def _between_fault(plan: ShotPlan, inner: str, outer: str) -> list[str]:
    a, b = called(plan, inner), called(plan, outer)
    if not a or len(b) < 2:
        return [f"{inner} is not between two {outer}"]
    right, ahead = screen(plan)
    for axis in (right, ahead):
        along = sorted(float(np.dot(m.position[:2], axis)) for m in b)
        here = float(np.mean([np.dot(m.position[:2], axis) for m in a]))
        if along[0] < here < along[-1]:
            return []
    return [f"{inner} is not between {outer}"]


def _relation_fault(plan: ShotPlan, inner: str, relation: str, outer: str) -> list[str]:
    mine, theirs = called(plan, inner), called(plan, outer)
    if not mine:
        return [f"{inner} {relation} {outer}: no {inner}"]
    if not theirs:
        rests = relation in ("on", "under") and all(m.on == "stage" for m in mine)
        named = set(outer.split("|")) & {*_own(plan), "table", "grass", "rug", "carpet"}
        return [] if rests and named else [f"{inner} {relation} {outer}: no {outer}"]
    if relation == "around":
        return _around_fault(mine, theirs, inner, outer)
    right, ahead = screen(plan)
    if any(_stands(a, relation, b, right, ahead) for a in mine for b in theirs if a is not b):
        return []
    return [f"{inner} is not {relation} {outer}"]


def _stands(a: CastMember, relation: str, b: CastMember, right: np.ndarray, ahead: np.ndarray) -> bool:
    way = np.subtract(a.position[:2], b.position[:2])
    across, deep = float(way @ right), float(way @ ahead)
    (wa, da, _), (wb, db, hb) = size(a), size(b)
    near = float(np.hypot(across, deep)) <= 0.5 * max(wb, db) + 0.1 * max(wa, da)
    if relation in ("on", "in"):
        within = near and (a.position[2] > b.position[2] + 0.001 or max(da, wa) < max(wb, db))
        return a.on == b.id or (within and a.position[2] > b.position[2] - 0.001 and hb < 3.0)
    if relation == "under":
        return near or float(np.hypot(across, deep)) <= 0.5 * (max(wa, da) + max(wb, db))
    slack = 0.1 * (wa + wb)
    return {
        "left of": across < -slack, "right of": across > slack, "behind": deep > 0, "in front of": deep < 0,
    }[relation]  # fmt: skip


def _around_fault(mine: list[CastMember], theirs: list[CastMember], inner: str, outer: str) -> list[str]:
    centre = np.mean([m.position[:2] for m in theirs], axis=0)
    reach = max(max(size(m)[:2]) for m in theirs) + 4.0 * max(max(size(m)[:2]) for m in mine)
    ways = [np.subtract(m.position[:2], centre) for m in mine]
    angles = sorted(math.degrees(math.atan2(w[1], w[0])) for w in ways)
    gaps = [(b - a) % 360 or 360 for a, b in zip(angles, [*angles[1:], angles[0]], strict=True)]
    far = max(float(np.linalg.norm(w)) for w in ways) > reach
    return [f"{inner} is not around {outer}"] if far or (len(mine) > 1 and max(gaps) > 290) else []


def surface_fault(plan: ShotPlan, wanted: str) -> list[str]:
    """Whether what carries the cast is of a stuff that was asked for."""
    for word in wanted.split("|"):
        if word in ("rug", "carpet") and plan.set.kind == "interior" and plan.set.stage == "default":
            return []
        if plan.set.surface == word or is_stuff(plan.set.surface, word):
            return []
        carriers = {m.on for m in plan.cast}
        if any(m.id in carriers and is_stuff(m.material, word) for m in plan.cast):
            return []
        if any(m.kind in ("cloth", "rug", "plinth") and is_stuff(m.material, word) for m in plan.cast):
            return []
    return [f"surface {plan.set.surface}, not {wanted}"]
