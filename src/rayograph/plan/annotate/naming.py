"""What a mark is about: a light, the camera, or a member of the cast, by its words or what lies under it."""

import re
from typing import Literal

import numpy as np

from rayograph.core.camera import Camera
from rayograph.core.errors import BriefError, PlanError
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.plan.annotate.mark import Arrow, Box, Spot
from rayograph.plan.annotate.rays import box_of
from rayograph.plan.revise.mentions import Mentions

About = Literal["object", "light", "camera"]
_LIGHT = r"(?:sun|sun ?light|sun ?shine|moon|moon ?light|day ?light|light|key|rim|kicker|fill|back ?light)"
_SIDES = r"(?:from|the|a|of|left|right|above|behind|front|side|back|hard|soft|warm|low|high|arrow|on|window)"
_ONLY_LIGHT = re.compile(rf"(?:{_SIDES}\s+)*{_LIGHT}(?:\s+(?:{_LIGHT}|{_SIDES}))*", re.IGNORECASE)
_CAMERA = re.compile(r"\b(?:camera|cam)\b", re.IGNORECASE)
_MOVE = re.compile(
    r"\b(?:push(?:es)? in|pull(?:s)? (?:back|out)|dolly|truck|track|pan|tilt|crane|boom|pedestal|orbit"
    r"|arc around|zoom)\b",
    re.IGNORECASE,
)
_NEAR = 0.03
"""How far beside a thing [parts of the frame] a mark may begin and still be about it."""


def about(mark: Arrow | Box, words: str, plan: ShotPlan) -> About:
    """What a mark is about. A thing that is named goes before a light or a move of the same name."""
    if mark.object:
        return "object"
    text = " ".join(words.split())
    if _CAMERA.search(text):
        return "camera"
    if _ONLY_LIGHT.fullmatch(text):
        return "light"
    if mentioned(text, plan):
        return "object"
    if re.search(rf"\b{_LIGHT}\b", text, re.IGNORECASE):
        return "light"
    return "camera" if isinstance(mark, Arrow) and _MOVE.search(text) else "object"


def mentioned(words: str, plan: ShotPlan) -> str:
    """The id of the first member that words name; "" for none."""
    text = " ".join(words.lower().split())
    ids = {member.id for member in plan.cast}
    spelt = text.replace(" ", "_")
    exact = [name for name in ids if re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9]|_\d)", spelt)]
    if exact:
        return max(exact, key=len)
    mentions = Mentions(plan, text)
    found = re.search(rf"(?<!\w)(?:{mentions.phrase})(?!\w)", text)
    return mentions.ids(found.group(), found.start(), plan)[0] if found else ""


def member_of(mark: Arrow | Box, words: str, plan: ShotPlan, camera: Camera) -> CastMember:
    """The member that a mark is about: named, else where the mark begins.

    Raises:
        PlanError: what is named is not in the cast, or nothing is named and nothing is there.
    """
    here = {member.id: member for member in plan.cast}
    held = ", ".join(list(here)[:12]) or "nothing"
    try:
        name = mentioned(mark.object or words, plan)
    except BriefError as error:
        raise PlanError(f"{_called(mark)}: {error}") from None
    if name:
        return here[name]
    if mark.object:
        raise PlanError(f"{_called(mark)} names {mark.object!r}, which is not in the cast; it holds {held}")
    found = None if isinstance(mark, Box) and words.strip() else _under(mark, plan, camera)
    if found is None:
        said = f" ({words[:60]!r})" if words.strip() else ""
        raise PlanError(
            f"{_called(mark)}{said} names nothing that is in the cast; write one of {held} beside it, or "
            "'sun', 'key light' or 'camera'"
        )
    return found


def _called(mark: Arrow | Box) -> str:
    x, y = mark.points[0] if isinstance(mark, Arrow) else mark.box[:2]
    return f"the {mark.kind} at {100 * x:.0f} % across, {100 * y:.0f} % down"


def _under(mark: Arrow | Box, plan: ShotPlan, camera: Camera) -> CastMember | None:
    """The smallest thing that the tail of an arrow, or the middle of a box, lies on."""
    if isinstance(mark, Arrow):
        at: Spot = mark.points[0]
    else:
        left, top, right, bottom = mark.box
        at = ((left + right) / 2, (top + bottom) / 2)
    found: list[tuple[float, CastMember]] = []
    for member in plan.cast:
        box = box_of(camera, member, np.array(member.position))
        if box is None:
            continue
        inside = box[0] - _NEAR < at[0] < box[2] + _NEAR and box[1] - _NEAR < at[1] < box[3] + _NEAR
        if inside:
            found.append(((box[2] - box[0]) * (box[3] - box[1]), member))
    return min(found, key=lambda pair: pair[0])[1] if found else None
