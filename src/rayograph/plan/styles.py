"""How a verb's style of motion suits the kind of thing that moves: cars drive, boats sail, cloths drape."""

from rayograph.plan.facts import Motion

_SAILORS = ("boat", "sailboat", "paper_boat", "rubber_duck")
_DRIVERS = ("car", "van", "bicycle", "toy_car")
DONE_TO = {
    "throw": "throw", "roll": "roll", "slide": "slide", "drop": "drop", "spin": "spin", "topple": "topple",
    "knock over": "topple", "hit": "roll", "swing": "swing", "bounce": "bounce", "drape": "drape",
}  # fmt: skip
"""Style of what somebody does to a thing → how the thing then moves."""


def first_motion(kind: str, subject: int, style: str, text: str) -> Motion:
    """The motion of thing `subject`, of a kind, that a verb in the form `text` means."""
    if style in ("sail", "drive", "slide", "roll") and kind in _SAILORS and style != "roll":
        style = "sail" if kind in ("boat", "sailboat") else "slide"
    elif style in ("drive", "sail", "roll", "slide") and kind in _DRIVERS:
        style = "drive" if kind != "toy_car" else "roll"
    elif style in ("hit", "knock over") and kind in _DRIVERS and kind != "toy_car":
        style = "drive"
    elif style == "drive":
        style = "roll"
    elif style == "sail":
        style = "slide"
    elif style == "drop" and kind == "domino":
        style = "topple"
    elif style in ("drop", "topple") and kind == "cloth":
        style = "drape"
    spin = text.startswith("tumbl")
    side = text.rpartition(" ")[2]
    heading = side if side in ("left", "right") else ""
    return Motion(style=style, subject=subject, heading=heading, times=2 if spin and style == "drop" else 1)
