"""The claims of a plan after an edit: those that it overrules go, and what it asks for is claimed."""

from rayograph.core.intent import Absence, Colour, Intent, Presence
from rayograph.core.plan import ShotPlan
from rayograph.plan.revise.change import Change

_OF_CAMERA = ("camera_move", "lens", "angle", "framing")
_OF_LIGHT = ("light_from", "hardness", "warmth", "time_of_day", "mood", "lit", "exposure")
_OF_PLACE = ("relation", "placement", "direction", "contact")
_GRADE = ("camera.exposure_ev", "camera.white_balance_k")


def claimed(plan: ShotPlan, found: tuple[Change, ...]) -> tuple[Intent, ...]:
    """The intents of the edited `plan`, whose changes are `found`."""
    here = {member.id for member in plan.cast}
    kept = [intent for intent in (_left(i, here, found) for i in plan.intents) if intent is not None]
    return tuple(dict.fromkeys((*kept, *_asked(plan, here, found))))[:1000]


def _left(intent: Intent, here: set[str], found: tuple[Change, ...]) -> Intent | None:
    """An old claim as far as the edit leaves it."""
    kind = intent.claim.kind
    paths = [change.path for change in found]
    if kind in _OF_CAMERA and any(p.startswith("camera.") and p not in _GRADE for p in paths):
        return None
    if kind in _OF_LIGHT and any(p.startswith("rig.") or p in _GRADE for p in paths):
        return None
    touched = {p.split(".")[1] for p in paths if p.startswith("cast.") and _bears_on(kind, p)}
    touched |= {_actor(p) for p in paths if p.startswith("action.") and kind in ("event", *_OF_PLACE)}
    own = {name for field in ("subject", "target") if (name := getattr(intent.claim, field, None))}
    if own & touched:
        return None
    come_or_gone = {p.split(".")[1] for p in paths if p.startswith("cast.") and p.count(".") == 1}
    stems = [*getattr(intent.claim, "stems", ()), *filter(None, [getattr(intent.claim, "stem", None)])]
    if any(name.startswith(stem) for name in come_or_gone for stem in stems):
        return None
    objects = getattr(intent.claim, "objects", None)
    if objects is None:
        return intent
    gone = come_or_gone - here
    left = tuple(name for name in objects if name not in touched and name not in gone)
    if not left:
        return None
    return intent.model_copy(update={"claim": intent.claim.model_copy(update={"objects": left})})


def _actor(path: str) -> str:
    return path.split(".")[1].rpartition("_")[0]


def _bears_on(kind: str, path: str) -> bool:
    """Whether a changed value of a member overrules claims of this kind."""
    parts = path.split(".")
    if len(parts) == 2:
        return kind != "presence"
    field = parts[2]
    if field == "kind":
        return True
    return {
        "colour": field in ("colour", "accent", "material"),
        "material": field == "material",
        "size": field == "height_m",
        "visible": field in ("position", "height_m"),
    }.get(kind, kind in (*_OF_PLACE, "framing") and field in ("position", "on", "height_m"))


def _asked(plan: ShotPlan, here: set[str], found: tuple[Change, ...]) -> list[Intent]:
    """What the edit itself claims."""
    asked: list[Intent] = []
    for change in found:
        parts = change.path.split(".")
        if parts[0] != "cast":
            continue
        if len(parts) == 3 and parts[2] == "colour" and isinstance(change.after, str):
            claim = Colour(objects=(parts[1],), colour=change.after)
            asked.append(Intent(claim=claim, words=change.words[:400]))
        elif len(parts) == 2 and change.after is not None:
            asked.append(Intent(claim=Presence(objects=(parts[1],)), words=change.words[:400]))
        elif len(parts) == 2 and not any(name.startswith(parts[1]) for name in here):
            asked.append(Intent(claim=Absence(stems=(parts[1],)), words=change.words[:400]))
    return asked
