"""Phrases for where on the screen a motion goes: across the frame, at the lens, away, over an edge."""

_FRAME = ("", "frame ", "screen ", "camera ", "stage ", "off screen ", "offscreen ", "shot ", "house ")
_LENS = (
    "camera",
    "the camera",
    "lens",
    "the lens",
    "us",
    "the viewer",
    "the audience",
    "cam",
    "screen",
    "you",
)
_AT = (
    "towards",
    "toward",
    "at",
    "straight at",
    "straight towards",
    "straight toward",
    "right at",
    "right up to",
    "up to",
    "straight into",
    "right towards",
    "right toward",
    "directly at",
    "directly towards",
    "directly toward",
    "straight for",
    "close to",
    "down towards",
    "down toward",
    "out towards",
    "out toward",
    "over to",
    "into",
    "to",
)


def _across() -> dict[str, str]:
    found: dict[str, str] = {}
    for side, other in (("left", "right"), ("right", "left")):
        for a in _FRAME:
            for phrase in (f"from {a}{side} to {a}{other}", f"{a}{side} to {a}{other}", f"from {a}{side}"):
                found[phrase] = other
            found |= {f"in from {a}{side}": other, f"from the {a}{side}": other, f"in {a}{side}": other}
            for to in ("to", "towards", "toward"):
                found |= {f"{to} {a}{side}": side, f"{to} the {a}{side}": side}
        found |= {
            f"in from the {side}": other,
            f"from the {side} hand side": other,
            f"from the {side} side": other,
        }
        found |= {
            f"out of frame {side}": side,
            f"off to the {side}": side,
            f"out {side}": side,
            f"off {side}": side,
        }
        found |= {
            f"{side}wards": side,
            f"{side}ward": side,
            f"exits {side}": side,
            f"from {side} of frame": other,
        }
        found |= {
            f"{side[0]} to {other[0]}": other,
            f"{side[0]} {other[0]}": other,
            f"{side[0]}-{other[0]}": other,
        }
        found |= {
            f"enters {side}": other,
            f"off frame {side}": side,
            f"exit {side}": side,
            f"off screen {side}": side,
        }
    del found["in left"], found["in right"]
    return found


def _deep() -> dict[str, str]:
    found = {f"{at} {lens}": "near" for at in _AT for lens in _LENS}
    found |= {f"away from {lens}": "away" for lens in _LENS}
    for phrase in (
        "away|backwards|backward|off into the distance|into the distance|into the background|into the depth|"
        "off into the background|"
        "towards the horizon|toward the horizon|away into the distance|upstage"
    ).split("|"):
        found[phrase] = "away"
    found |= {
        phrase: "near"
        for phrase in (
            "forward",
            "forwards",
            "into the foreground",
            "downstage",
            "head on at us",
            "from the distance",
            "out of the distance",
            "from far away",
            "out of the mist",
            "out of the fog",
            "from the background",
        )
    }
    for passing in ("past", "by"):
        found |= {f"{passing} {lens}": "" for lens in _LENS}
    return found


_OVER = {
    phrase: "right"
    for phrase in (
        "through the frame|across the frame|across the screen|through frame|across frame|into frame|"
        "into the frame|into view|"
        "out of frame|out of the frame|into shot|through shot|out of shot|across shot|across screen|"
        "sideways|across the picture"
    ).split("|")
}

HEADINGS: dict[str, str] = {
    **_OVER,
    **_across(),
    **_deep(),
    "back and forth": "",
    "up and down": "",
    "from side to side": "",
    "side to side": "",
    "from the top of frame": "",
    "from top of frame": "",
    "from above": "",
    "from the top": "",
    "from overhead": "",
    "out of the sky": "",
    "from the sky": "",
    "head on": "",
    "in circles": "",
    "on its edge": "",
    "on their edges": "",
}
"""Phrase → where on the screen the motion goes ("" says nothing new)."""

EDGE = (
    *(
        f"{over} the {which} {edge}"
        for over in ("off", "over")
        for which in ("far", "near", "left", "right", "front", "table")
        for edge in ("edge", "side", "end", "lip")
    ),
    "off the edge",
    "over the edge",
    "off the side",
    "off the end",
    "off its edge",
    "over its edge",
    "over the side",
    "off the lip",
    "over the lip",
)
"""What makes a roll end in a fall."""
