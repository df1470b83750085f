"""Say a plan in plain English."""

import math

from rayograph.core.plan import CastMember, Drive, Drop, Event, Launch, ShotPlan, Swing, Topple
from rayograph.core.rig import LightRig
from rayograph.plan.colour_words import colour_name

_SETS = {
    "tabletop": "On a table top",
    "interior": "In a furnished room",
    "lake": "By a mountain lake",
    "street": "On a city street",
}
_COUNT = "no one two three four five six seven eight nine ten eleven twelve".split()
_STYLE = {"throw": "is thrown", "roll": "rolls", "slide": "slides", "spin": "spins"}


def caption(plan: ShotPlan) -> str:
    """A few sentences: set, cast and where it stands, action, camera and lens, light and time, format."""
    sentences = [
        _place(plan),
        _cast(plan),
        _action(plan),
        _camera(plan),
        _light(plan.rig, _ahead_deg(plan)),
        _format(plan),
    ]
    return " ".join(s for s in sentences if s)


def _place(plan: ShotPlan) -> str:
    chosen = plan.set
    start = _SETS[chosen.kind]
    if chosen.kind == "interior" and chosen.stage == "table":
        start = "On a low table in a furnished room"
    if chosen.kind == "lake" and chosen.stage == "water":
        start = "On a mountain lake"
    if chosen.kind == "lake" and chosen.stage == "shore":
        start = "At the edge of a mountain lake"
    if chosen.kind == "lake" and chosen.stage == "point":
        start = "On a tongue of land in a mountain lake, seen over the water"
    extra = []
    if chosen.surface:
        extra.append(f"surface of {chosen.surface.replace('_', ' ')}")
    if chosen.wet:
        extra.append("wet")
    if "season" in chosen.options:
        extra.append(chosen.options["season"])
    if "water" in chosen.options:
        extra.append("frozen over" if chosen.options["water"] == "ice" else "still water")
    return start + (f" ({', '.join(extra)})" if extra else "") + "."


def _group(members: list[CastMember]) -> str:
    first = members[0]
    words = first.kind.replace("_", " ")
    looks = [colour_name(first.colour)] if first.colour and len({m.colour for m in members}) == 1 else []
    if first.material:
        looks.append(first.material.replace("_", " "))
    plain = " ".join([*looks, words])
    n = len(members)
    if n == 1:
        plain = " ".join(dict.fromkeys(plain.split()))
        article = "an" if plain[0] in "aeiou" else "a"
        return f"{article} {plain}" + (f" that reads “{first.text}”" if first.text else "")
    number = _COUNT[n] if n < len(_COUNT) else str(n)
    plural = plain if plain.endswith("s") or plain.endswith("dice") else plain + "s"
    return f"{number} {plural}"


def _cast(plan: ShotPlan) -> str:
    if not plan.cast:
        return "Nothing stands in front of the camera but the set."
    groups: dict[tuple[str, str | None, str], list[CastMember]] = {}
    for member in plan.cast:
        groups.setdefault((member.kind, member.material, member.words), []).append(member)
    kinds = {m.id: m.kind.replace("_", " ") for m in plan.cast}
    parts = []
    for members in groups.values():
        carriers = {kinds[m.on] for m in members if m.on in kinds} - {members[0].kind.replace("_", " ")}
        where = f" on or in the {' and the '.join(sorted(carriers))}" if carriers else ""
        parts.append(_group(members) + where)
    listed = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
    return f"{listed[0].upper()}{listed[1:]}."


def _ahead_deg(plan: ShotPlan) -> float:
    """Azimuth that the camera looks along at the start [deg, counter-clockwise from +X]."""
    key = plan.camera.keys[0]
    return math.degrees(math.atan2(key.target[1] - key.position[1], key.target[0] - key.position[0]))


def _goes_right(x: float, y: float, plan: ShotPlan) -> bool:
    """Whether a way in the plan goes to the right of the frame."""
    ahead = math.radians(_ahead_deg(plan))
    return x * math.sin(ahead) - y * math.cos(ahead) > 0


def _event(event: Event, plan: ShotPlan) -> str:
    name = event.object.replace("_", " ")
    if isinstance(event, Drop):
        return f"at {event.at:g} s the {name} falls from {event.height:g} m"
    if isinstance(event, Launch):
        right = _goes_right(event.velocity[0], event.velocity[1], plan)
        heading = "" if event.style == "spin" else (" to the right" if right else " to the left")
        return f"at {event.at:g} s the {name} {_STYLE[event.style]}{heading}"
    if isinstance(event, Topple):
        return f"at {event.at:g} s the {name} topples"
    if isinstance(event, Swing):
        return f"at {event.at:g} s the {name} swings on a cord"
    assert isinstance(event, Drive)
    (_, x0, y0, _), (_, x1, y1, _) = event.path[0], event.path[-1]
    going = "right" if _goes_right(x1 - x0, y1 - y0, plan) else "left"
    return f"the {name} travels to the {going}"


def _action(plan: ShotPlan) -> str:
    if not plan.action:
        return "Nothing moves."
    shown = [_event(event, plan) for event in plan.action[:5]]
    more = f", and {len(plan.action) - 5} more" if len(plan.action) > 5 else ""
    text = "; ".join(shown) + more
    return f"{text[0].upper()}{text[1:]}."


def _camera(plan: ShotPlan) -> str:
    camera = plan.camera
    move = "The camera stands still" if camera.move == "static" else f"Camera: {camera.move}"
    hand = ", handheld" if camera.handheld > 0 else ""
    focus = f", focus on the {camera.focus.replace('_', ' ')}" if isinstance(camera.focus, str) else ""
    return f"{move}{hand}, {camera.keys[0].focal_mm:g} mm, f/{camera.f_stop:g}{focus}."


def _light(rig: LightRig, ahead: float) -> str:
    parts = []
    if rig.sun is not None:
        side = ("right", "back right", "back", "back left", "left", "front left", "front", "front right")
        where = side[round((rig.sun.azimuth_deg - ahead + 90) / 45) % 8]
        body = "the moon" if rig.sun.moon else "the sun"
        parts.append(f"{body} {rig.sun.elevation_deg:.0f}° high from the {where}")
    if rig.sky is not None:
        cover = rig.sky.cloud_cover
        sky = "a clear sky" if cover < 0.25 else ("a sky with clouds" if cover < 0.8 else "an overcast sky")
        parts.append(sky + (" and mist" if rig.sky.mist > 0.2 else ""))
    named: dict[str, float] = {}
    for lamp in rig.practicals:
        named.setdefault(
            f"{lamp.id.rstrip('0123456789').rstrip('_').replace('_', ' ')} at {lamp.kelvin:g} K", 0
        )
    parts += list(named)
    hour = f" ({', '.join(w for w in (rig.when, rig.place) if w)})" if rig.when or rig.place else ""
    return f"Light: {', '.join(parts)}{hour}."


def _format(plan: ShotPlan) -> str:
    shot = plan.format
    over, _, under = shot.fps.partition("/")
    seconds = shot.frames * float(under or 1) / float(over)
    return f"{shot.width} × {shot.height} at {shot.fps} fps, {seconds:.3g} s."
