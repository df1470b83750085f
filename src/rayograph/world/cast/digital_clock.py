"""A bedside clock with figures that shine: seven-segment digits behind a dark window, snooze bar, cord."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, trim, vary
from rayograph.world.cast.prism import prism
from rayograph.world.cast.shaping import placed, rod
from rayograph.world.scene import Prop

_LIT = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc",
        "7": "abc", "8": "abcdefg", "9": "abcdfg"}  # fmt: skip
"""Digit → its lit segments, lettered clockwise from the top, g across the middle."""
HIGH, WIDE, BAR = 0.036, 0.019, 0.0046
"""A digit and the width of a segment [m]."""


def _segment(name: str) -> np.ndarray:
    """The outline of a segment in a digit's cell, base at the origin [m]."""
    half, mid = HIGH / 2, {"a": HIGH, "g": HIGH / 2, "d": 0.0}
    b, gap = BAR / 2, 0.0006
    if name in mid:
        long, z = WIDE / 2 - gap, mid[name]
        line = [(-long, 0), (-long + b, b), (long - b, b), (long, 0), (long - b, -b), (-long + b, -b)]
        return np.array(line) + (0.0, z)
    x = WIDE / 2 * (1 if name in "bc" else -1)
    low = 0.0 if name in "ce" else half
    a, e = low + gap, low + half - gap
    return np.array([(0, a), (b, a + b), (b, e - b), (0, e), (-b, e - b), (-b, a + b)]) + (x, 0.0)


def _figures(text: str, slope: np.ndarray) -> list[Mesh]:
    """The digits and the colon of a time, standing on the front's plane."""
    meshes: list[Mesh] = []
    x = -0.0545
    for sign in text:
        if sign == ":":
            dots = [shapes.rounded_box((0.0046, 0.001, 0.0046), 0.0012, 2) for _ in range(2)]
            meshes += [
                placed(d, at=(x + 0.003, 0, z)).moved(slope)
                for d, z in zip(dots, (0.010, 0.026), strict=True)
            ]
            x += 0.0145
            continue
        for name in _LIT.get(sign, ""):
            outline = _segment(name) + (x + WIDE / 2, 0.0)
            meshes.append(prism(outline, 0.001, axis="y", bevel=0.0002).moved(slope))
        x += WIDE + 0.0095
    return meshes


def digital_clock(member: CastMember, rng: np.random.Generator) -> Prop:
    """A clock radio: a wedge of plastic, a smoked window, figures that carry the practical's light."""
    shell = replace(trim(member, "plastic", member.accent or "#1b1c1e"), roughness=0.35)
    wide, deep, tall = 0.172 * vary(rng, 0.03), 0.082, 0.072
    side = np.array([(-deep / 2, 0.004), (-deep / 2 + 0.006, 0.0), (deep / 2 - 0.004, 0.0), (deep / 2, 0.006),
                     (deep / 2 - 0.006, tall - 0.004), (deep / 2 - 0.012, tall), (-deep / 2 + 0.020, tall),
                     (-deep / 2 + 0.013, tall - 0.005)])  # fmt: skip
    body = prism(side, wide, axis="x", bevel=0.003)
    lean = np.rad2deg(np.arctan2(0.013, tall - 0.009))
    plane = shapes.translation(0, -deep / 2 - 0.0002, 0.006) @ shapes.rotation("x", -float(lean))
    pane = placed(shapes.rounded_box((wide - 0.018, 0.0016, 0.056), 0.0007, 3), at=(0, 0, 0.031)).moved(plane)
    ahead = plane @ shapes.translation(0, -0.0012, 0.013)
    hour = (
        member.text
        if member.text.replace(":", "").isdigit()
        else f"{int(rng.integers(1, 5)):02d}:{int(rng.integers(10, 58))}"
    )
    figures = _figures(hour[:5], ahead)
    snooze = placed(shapes.rounded_box((wide * 0.46, 0.016, 0.006), 0.0025, 3), at=(0, 0.010, tall + 0.001))
    keys = [placed(shapes.rounded_box((0.013, 0.010, 0.005), 0.0018, 3), at=(s * x, 0.012, tall + 0.0005))
            for s in (-1, 1) for x in (0.052, 0.068)]  # fmt: skip
    cord = rod(
        [
            (0.05, deep / 2 - 0.004, 0.012),
            (0.058, deep / 2 + 0.012, 0.003),
            (0.075, deep / 2 + 0.022, 0.0026),
        ],
        0.0022,
        8,
    )
    dark = replace(trim(member, "plastic", "#060606"), roughness=0.08)
    off = replace(trim(member, "plastic", "#4a3a38"), roughness=0.3)
    grey = trim(member, "plastic", "#2b2c2f")
    parts = [
        part(shell, body),
        part(dark, pane),
        part(grey, snooze, *keys, cord),
        part(off, *figures, light="self"),
    ]
    walls = [box((0, 0, tall / 2), (wide, deep, tall))]
    return assemble(parts, walls, mass=0.45, friction=0.6, restitution=0.15)
