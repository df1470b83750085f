"""What varies from clip to clip, in words that the planner knows, and which combinations are kept aside.

A model that has seen every shape, material, motion and light, but not this one together with that one, must
recombine; so the held-out split is one of pairs, not of clips (Kang et al., "How far is video generation from
world model", 2024, find that variety of combinations is what generalisation is bought with).
"""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

MADE = (
    "ball", "block", "cylinder", "cone", "torus", "bowl", "vase", "bottle", "cup", "teapot", "jug",
    "chess knight", "statue", "domino", "plate", "jar", "candlestick",
)  # fmt: skip
"""Shapes that can be of any material."""
GROWN = ("apple", "orange", "lemon", "pear", "pumpkin", "loaf of bread", "egg", "mushroom", "banana")
"""Shapes with a surface of their own."""
OUTSIDE = {
    "lake": ("football", "wooden crate", "barrel", "lantern", "rock", "chair", "basket", "beach ball"),
    "street": (
        "football",
        "cardboard box",
        "barrel",
        "traffic cone",
        "bicycle",
        "chair",
        "suitcase",
        "car tyre",
    ),
}
MATERIALS = (
    "brass", "chrome", "gold", "copper", "oak", "walnut", "marble", "rubber", "plastic", "glazed ceramic",
    "glass", "concrete", "terracotta", "painted wood", "black iron",
)  # fmt: skip
OWN = "own"
"""The material of what has a surface of its own."""
COLOURS = "red orange yellow green teal blue purple pink white black grey cream brown".split()
ROUND = frozenset("ball torus cylinder apple orange lemon pumpkin football barrel".split())
"""Shapes that roll."""
MOTIONS = {
    "rests": "",
    "drops": "drops",
    "rolls": "rolls from left to right",
    "slides": "slides from right to left",
    "topples": "topples over",
    "thrown": "is thrown in from the left",
    "spins": "spins",
}
LIGHTS = {
    "tabletop": (
        "morning window light", "late afternoon sun from the left", "overcast window light",
        "studio softbox from the left", "studio, hard light from the right", "studio, rim light, low key",
        "night, a desk lamp", "golden hour window light",
    ),
    "interior": ("golden hour", "overcast morning", "night, lamps on", "noon", "dusk, lamps on"),
    "lake": ("noon", "golden hour", "overcast", "misty dawn", "blue hour", "late afternoon"),
    "street": ("noon", "golden hour", "overcast", "night, wet street", "blue hour", "late afternoon"),
}  # fmt: skip
CAMERAS = (
    "static", "slow push in", "pull back", "orbit left", "orbit right", "truck left", "crane up", "handheld",
    "pan right",
)  # fmt: skip
WHERE = {
    "tabletop": ("on an oak table", "on a marble table", "on a slate table", "on a concrete table",
                 "on a linen tablecloth", "on a walnut table"),
    "interior": ("on the coffee table in a living room", "on the table in a dining room",
                 "on a desk in a study"),
    "lake": ("in a meadow by a mountain lake", "on the shore of a mountain lake"),
    "street": ("on a city street", "on a cobbled street"),
}  # fmt: skip
HELD_OUT = 0.12
"""Part of the pairs that training never sees."""


@dataclass(frozen=True, kw_only=True)
class Factors:
    """One combination of what varies."""

    set: str
    shape: str
    material: str
    motion: str
    light: str
    colour: str
    camera: str
    where: str
    others: tuple[tuple[str, str, str], ...]
    """Further things: colour, material, shape."""


def is_held_out(factors: Factors) -> bool:
    """Whether a combination has a pair that training must not see."""
    pairs = [
        (factors.shape, factors.material),
        (factors.light, factors.motion),
        (factors.shape, factors.motion),
        *((shape, material) for _, material, shape in factors.others),
    ]
    return any(_kept_aside(pair) for pair in pairs if pair[1] not in (OWN, "rests"))


def _kept_aside(pair: tuple[str, str]) -> bool:
    number = int.from_bytes(blake2b("|".join(pair).encode(), digest_size=4).digest(), "big")
    return number / 2**32 < HELD_OUT


def drawn(set_kind: str, light: str, where: str, rng: np.random.Generator, *, others: int) -> Factors:
    """A random combination under the light and at the place of a set, with `others` further things."""
    shapes: tuple[str, ...] = OUTSIDE.get(set_kind, MADE + GROWN)

    def material(shape: str) -> str:
        return str(rng.choice(MATERIALS)) if shape in MADE else OWN

    shape = str(rng.choice(shapes))
    motions = [name for name in MOTIONS if name != "rolls" or shape in ROUND]
    rest = []
    for _ in range(others):
        other = str(rng.choice(shapes))
        rest.append((str(rng.choice(COLOURS)), material(other), other))
    return Factors(
        set=set_kind,
        shape=shape,
        material=material(shape),
        motion=str(rng.choice(motions)),
        light=light,
        colour=str(rng.choice(COLOURS)),
        camera=str(rng.choice(CAMERAS)),
        where=where,
        others=tuple(rest),
    )


def sentence(factors: Factors) -> str:
    """The combination as a brief."""
    hero = _named(factors.colour, factors.material, factors.shape)
    rest = " and ".join(_named(*other) for other in factors.others)
    happens = MOTIONS[factors.motion]
    scene = f"{hero}{f' beside {rest}' if rest else ''} {factors.where}. {factors.light}. {factors.camera}"
    return f"{scene}. The {factors.shape} {happens}" if happens else scene


def _named(colour: str, material: str, shape: str) -> str:
    words = [word for word in (colour, "" if material == OWN else material, shape) if word]
    if material in ("brass", "chrome", "gold", "copper", OWN):
        words = words[1:]
    return ("an " if words[0][0] in "aeiou" else "a ") + " ".join(words)
