"""What a revision must leave alone: parts of the plan, or single members of the cast."""

import re

from rayograph.core.errors import PlanError
from rayograph.core.plan import ShotPlan
from rayograph.plan.ledger import normal
from rayograph.plan.revise.change import Change, shown
from rayograph.plan.revise.mentions import Mentions, held

AREAS: dict[str, str] = {
    "camera": r"camera\.(?!exposure_ev|white_balance_k)",
    "light": r"rig(?:\.|$)",
    "sun": r"rig\.sun",
    "sky": r"rig\.sky",
    "lamps": r"rig\.practicals",
    "grade": r"camera\.(?:exposure_ev|white_balance_k)",
    "layout": r"cast\.\w+(?:$|\.(?:position|yaw_deg|tilt_deg|on|height_m))",
    "materials": r"cast\.\w+\.(?:material|colour|accent|wear|text|svg)|set\.surface",
    "action": r"action|format\.pace",
    "format": r"format\.",
    "set": r"set\.",
    "cast": r"cast\.\w+$",
}
"""Name of a part → the paths of its values."""
_ALSO = {
    "lights": "light", "lighting": "light", "rig": "light", "exposure": "grade", "white balance": "grade",
    "positions": "layout", "position": "layout", "material": "materials", "colours": "materials",
    "colors": "materials", "looks": "materials", "motion": "action", "timing": "action", "physics": "action",
    "animation": "action", "lens": "camera", "framing": "camera", "lamp": "lamps", "practicals": "lamps",
}  # fmt: skip


def locked_paths(plan: ShotPlan, lock: str) -> re.Pattern[str]:
    """The paths that a lock holds.

    Raises:
        PlanError: it names no part of a plan and nothing in this one.
    """
    name = normal(lock).strip().strip('"').strip()
    if name in _ALSO or name in AREAS:
        return re.compile(AREAS[_ALSO.get(name, name)])
    known = Mentions(plan, name)
    if re.fullmatch(known.pattern, name):
        ids = "|".join(re.escape(member) for member in known.ids(name, 0, plan))
        lamps = [lamp.id for lamp in plan.rig.practicals if lamp.source in ids.split("|")]
        own = "|".join(re.escape(lamp) for lamp in lamps)
        return re.compile(
            rf"cast\.(?:{ids})(?:\.|$)|action\.(?:{ids})_(?:drop|launch|topple|swing|drive)"
            + (rf"|rig\.practicals\.(?:{own})(?:\.|$)" if own else "")
        )
    raise PlanError(
        f"--lock {lock!r} names no part of the plan; lock {', '.join(AREAS)} or something of: {held(plan)}"
    )


def check_locks(plan: ShotPlan, locks: tuple[str, ...], found: tuple[Change, ...]) -> None:
    """Refuse changes of what is locked.

    Raises:
        PlanError: one line with the lock, the words and the value they would change.
    """
    for lock in locks:
        paths = locked_paths(plan, lock)
        for change in found:
            if paths.match(change.path):
                raise PlanError(
                    f"{lock.strip()} is locked, and {change.words!r} would change {change.path} from "
                    f"{shown(change.before)} to {shown(change.after)}; take back the lock or the edit"
                )
