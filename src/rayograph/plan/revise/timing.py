"""Edits of time: when events happen, how fast, from how high; how long the shot is, its raster and rate."""

import re
from collections.abc import Callable
from functools import partial

from rayograph.core.errors import PlanError
from rayograph.core.plan import Drive, Drop, Event, Format, Launch
from rayograph.core.time import parse_rate
from rayograph.plan.quantity import ASPECTS, LENGTH, metres, number, read_format
from rayograph.plan.revise.draft import A_BIT, AMOUNT, Draft, degree, refuse

_SECONDS = rf"(?:(half a|a quarter of a|a|an|one|{AMOUNT}) ?(?:seconds?|secs?|s))"
_FRAMES = rf"(?:({AMOUNT}) frames?)"
_HAPPENS = (
    r"(?: (?:falls?|drops?|rolls?|slides?|happens?|starts?|moves?|topples?|tips?|swings?|spins?|drives?|"
    r"flies|"
    r"lands?|goes|go|drop|fall|comes?|be|is|thrown))*"
)


def _spell(text: str) -> float:
    return {"half a": 0.5, "a quarter of a": 0.25, "a": 1.0, "an": 1.0}.get(text) or number(text)


def read_timing(draft: Draft) -> None:
    """Claim edits of the action's time and the shot's length."""
    _lengths(draft)
    _events(draft)


def read_raster(draft: Draft) -> None:
    """Claim what the planner's own words say of raster, rate and duration."""
    before = [draft.ledger.is_free(t.start, t.end) for t in draft.ledger.tokens]
    facts = read_format(draft.ledger)
    taken = [t for t, was in zip(draft.ledger.tokens, before, strict=True)
             if was and not draft.ledger.is_free(t.start, t.end)]  # fmt: skip
    if not taken:
        return
    whole = re.compile(r".*", re.DOTALL).match(draft.ledger.brief, taken[0].start, taken[-1].end)
    assert whole is not None
    shot = draft.plan.format
    width, height = facts.size or (ASPECTS[facts.aspect] if facts.aspect else (shot.width, shot.height))
    fps = facts.fps or shot.fps
    seconds = facts.seconds or shot.frames / float(parse_rate(shot.fps))
    frames = max(1, round(seconds * float(parse_rate(fps))))
    pace = facts.pace if facts.pace != 1.0 else shot.pace
    _put(draft, whole, {"width": width, "height": height, "fps": fps, "frames": frames, "pace": pace})


def _put(draft: Draft, m: re.Match[str], update: dict[str, object]) -> None:
    shot = Format.model_validate(draft.plan.format.model_dump() | update)
    draft.put(m, draft.plan.model_copy(update={"format": shot}), f"{shot.frames} frames at {shot.fps}")


def _lengths(draft: Draft) -> None:
    for m in draft.take(
        rf"(?:make )?(?:it |the (?:shot|clip) )?(?:{_SECONDS}|{_FRAMES}) (?P<way>longer|shorter)(?! lens)|"
        rf"(?P<verb>extend|lengthen|trim|shorten|cut) (?:it|the (?:shot|clip)) by (?:{_SECONDS}|{_FRAMES})"
    ):
        rate = float(parse_rate(draft.plan.format.fps))
        said = next(i for i in (1, 2, 5, 6) if m[i])
        span = round(_spell(m[said]) * (rate if said in (1, 5) else 1))
        longer = m["way"] == "longer" or m["verb"] in ("extend", "lengthen")
        frames = draft.plan.format.frames + (span if longer else -span)
        if frames < 1:
            raise PlanError(f"{m[0]!r} leaves no frame; the shot has {draft.plan.format.frames}")
        _put(draft, m, {"frames": frames})
    for m in draft.take(
        rf"(?:make )?(?:it |the (?:shot|clip) )?(longer|shorter) by (?:{_SECONDS}|{_FRAMES})"
    ):
        rate = float(parse_rate(draft.plan.format.fps))
        span = round(_spell(m[2]) * rate if m[2] else number(m[3]))
        frames = draft.plan.format.frames + (span if m[1] == "longer" else -span)
        if frames < 1:
            raise PlanError(f"{m[0]!r} leaves no frame; the shot has {draft.plan.format.frames}")
        _put(draft, m, {"frames": frames})


def _events(draft: Draft) -> None:
    who = (
        r"(?:(?:make|let|have|start|drop|push|roll|throw|kick|spin|slide) )?"
        rf"(?P<who>{draft.mentions.pattern}|(?:the )?(?:action|event|drop|fall|roll))"
    )
    for m in draft.take(
        rf"{who}{_HAPPENS} (?:{_SECONDS}|{_FRAMES}|({A_BIT}))? ?(?P<way>later|earlier|sooner)"
    ):
        rate = float(parse_rate(draft.plan.format.fps))
        span = _spell(m[2]) if m[2] else (number(m[3]) / rate if m[3] else degree(m[0], 0.25))
        step = span if m["way"] == "later" else -span
        _act(draft, m, partial(_delayed, step=step), f"{step:+.2f} s")
    for m in draft.take(rf"{who}{_HAPPENS} (?:at|after) (?:{_SECONDS}|{_FRAMES})"):
        rate = float(parse_rate(draft.plan.format.fps))
        at = _spell(m[2]) if m[2] else number(m[3]) / rate
        _act(draft, m, partial(_begun, at=at), f"at {at:g} s")
    for m in draft.take(
        rf"{who}{_HAPPENS} ({A_BIT})(?P<way>faster|slower|quicker|harder)|(?P<verb>slow down|speed up) "
        rf"(?P<what>{draft.mentions.pattern})"
    ):
        fast = m["way"] in ("faster", "quicker", "harder") or m["verb"] == "speed up"
        gain = degree(m[0], 1.4 if fast else 0.7)
        _act(draft, m, partial(_sped, gain=gain), f"{gain:.2g} times as fast")
    for m in draft.take(
        rf"{who}{_HAPPENS} from (?:{LENGTH}(?: up| high)?|({A_BIT})(?P<way>higher|lower)(?: up)?)"
    ):
        height = metres(m[2], m[3]) if m[2] else None
        gain = degree(m[4] or "", 1.5 if m["way"] == "higher" else 0.6)
        _act(draft, m, partial(_dropped, height=height, gain=gain), "its height")
    for m in draft.take(
        rf"(?:no action|nothing (?:moves|happens))|(?:stop|freeze) (?P<it>{draft.mentions.pattern})|"
        rf"(?:the |let |keep )?(?P<who>{draft.mentions.pattern}) (?:does not|doesn't|should not|"
        rf"must not|don't|"
        r"do not|stays?) (?:(?:fall|drop|roll|slide|move|topple|tip|swing|spin|drive|still|put|"
        r"where it is)(?: over)?)"
    ):
        who = "who" if m["who"] else "it"
        ids = draft.members(m[who], m.start(who)) if m[who] else [c.id for c in draft.plan.cast]
        kept = tuple(event for event in draft.plan.action if event.object not in ids)
        draft.put(m, draft.plan.model_copy(update={"action": kept}), "stays where it is")


def _act(draft: Draft, m: re.Match[str], edit: Callable[[Event], Event], meaning: str) -> None:
    groups = m.groupdict()
    who = groups.get("who") or groups.get("what")
    if who is not None and who not in ("it", "them") and re.fullmatch(draft.mentions.pattern, who):
        ids = draft.members(who, m.start())
    else:
        ids = [event.object for event in draft.plan.action]
    if not any(event.object in ids for event in draft.plan.action):
        raise refuse(m[0], f"nothing happens to {who or 'anything'} in this shot")
    action = tuple(edit(event) if event.object in ids else event for event in draft.plan.action)
    draft.put(m, draft.plan.model_copy(update={"action": action}), meaning)


def _start(event: Event) -> float:
    return event.path[0][0] if isinstance(event, Drive) else event.at


def _begun(event: Event, at: float) -> Event:
    return _delayed(event, at - _start(event))


def _delayed(event: Event, step: float) -> Event:
    if isinstance(event, Drive):
        path = tuple((round(max(t + step, 0.0), 5), x, y, z) for t, x, y, z in event.path)
        return event.model_copy(update={"path": path})
    return event.model_copy(update={"at": round(max(event.at + step, 0.0), 5)})


def _sped(event: Event, gain: float) -> Event:
    if isinstance(event, Launch):
        update = {
            name: tuple(round(gain * v, 4) for v in getattr(event, name)) for name in ("velocity", "spin")
        }
        return event.model_copy(update=update)
    if isinstance(event, Drive):
        # As long as before and so many times as far: it does not come to rest in the picture.
        middle = event.path[len(event.path) // 2]
        path = tuple(
            (t, round(middle[1] + gain * (x - middle[1]), 4), round(middle[2] + gain * (y - middle[2]), 4), z)
            for t, x, y, z in event.path
        )
        return event.model_copy(update={"path": path})
    raise refuse(
        f"a {event.kind} {'faster' if gain > 1 else 'slower'}", "gravity sets its pace; say 'slow motion'"
    )


def _dropped(event: Event, height: float | None, gain: float) -> Event:
    if not isinstance(event, Drop):
        return event
    return event.model_copy(
        update={"height": round(height if height is not None else event.height * gain, 4)}
    )
