"""What of a parent's frames a revision may keep: light is linear, so its gain is its picture's gain.

A group g becomes B' · diag(r) · B⁻¹ · g · 2^(EV − EV'), where B is the white balance, r the change of
its light's power and colour, EV the exposure. That holds where the group has one light; where several
share one and not all changed, or a light moved, that group alone is rendered again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from jaxtyping import Float

from rayograph.colour.white_balance import balance_matrix
from rayograph.core.catalogue import set_kind
from rayograph.core.plan import ShotPlan
from rayograph.core.rig import SKY, SUN, LightRig, Practical
from rayograph.light.blackbody import kelvin_to_ap1
from rayograph.plan.revise.change import changes

Gains = dict[str, Float[np.ndarray, "3"]]


@dataclass(frozen=True, kw_only=True)
class Reuse:
    """`gains`: matrix on linear ACEScg by group kept; `render`: groups to render anew; `frames` kept."""

    gains: dict[str, Float[np.ndarray, "3 3"]]
    render: tuple[str, ...]
    frames: int

    def line(self) -> str:
        """What is done, in a few words."""
        parts = []
        if self.render:
            parts.append(f"the light of {', '.join(self.render)} rendered again")
        if any(not np.allclose(gain, np.eye(3)) for gain in self.gains.values()):
            parts.append("gains on what was rendered")
        return " and ".join(parts) or "frames kept as they are"


@dataclass
class _Found:
    gains: Gains = field(default_factory=dict)
    render: set[str] = field(default_factory=set)
    lost: bool = False


def reusable(parent: ShotPlan, plan: ShotPlan) -> Reuse | None:
    """How the frames of `parent` become those of `plan`, or None where all must be rendered again."""
    found = _Found()
    for change in changes(parent, plan):
        _judge(change.path, parent, plan, found)
    if found.lost or plan.format.frames > parent.format.frames:
        return None
    names = [group.name for group in plan.rig.groups]
    render = tuple(name for name in names if name in found.render)
    if len(render) == len(names):
        return None
    kept = {name for name in names if name not in render}
    if not kept <= {group.name for group in parent.rig.groups}:
        return None
    gains = {name: _matrix(parent, plan, found.gains.get(name, np.ones(3))) for name in sorted(kept)}
    return Reuse(gains=gains, render=render, frames=plan.format.frames)


def _matrix(parent: ShotPlan, plan: ShotPlan, gain: np.ndarray) -> Float[np.ndarray, "3 3"]:
    before, after = parent.camera, plan.camera
    stops = (before.exposure_ev or 0.0) - (after.exposure_ev or 0.0)
    to_new = balance_matrix(after.white_balance_k) @ np.diag(gain)
    return np.asarray(to_new @ np.linalg.inv(balance_matrix(before.white_balance_k)) * 2.0**stops)


def _judge(path: str, parent: ShotPlan, plan: ShotPlan, found: _Found) -> None:
    """Note what one changed value asks for."""
    if path in ("camera.white_balance_k", "format.frames", "rig.when", "rig.place"):
        return
    if path == "camera.exposure_ev":
        found.lost |= parent.camera.exposure_ev is None or plan.camera.exposure_ev is None
        return
    if path.startswith("rig.groups."):
        return  # a group comes or goes with its lights, which are changes of their own
    if path.startswith("rig.practicals."):
        _lamp(path.split(".")[2], path.rpartition(".")[2], parent, plan, found)
    elif path.startswith(("rig.sun", "rig.sky")):
        _heaven(path, parent, plan, found)
    else:
        found.lost = True


def _group_of(rig: LightRig, light: str) -> tuple[str, bool]:
    """The group of a light, and whether it is alone there; "" if it is in none."""
    for group in rig.groups:
        if light in group.lights:
            return group.name, len(group.lights) == 1
    return "", True


def _lamp(name: str, field_: str, parent: ShotPlan, plan: ShotPlan, found: _Found) -> None:
    before, after = (next((p for p in q.rig.practicals if p.id == name), None) for q in (parent, plan))
    if plan.rig.sky is not None and plan.rig.sky.mist > 0:
        _anew(plan, found, SUN, SKY)  # what fog scatters of lamps is a part of the sky
    if before is None or after is None:  # switched on or off
        group, _ = _group_of(plan.rig if after is not None else parent.rig, name)
        if group in {g.name for g in plan.rig.groups}:
            found.render.add(group)
        return
    group, alone = _group_of(plan.rig, name)
    if field_ in ("lumens", "kelvin", "tint") and alone and _group_of(parent.rig, name) == (group, True):
        ratio = _power(after), _power(before)
        if (ratio[1] > 1e-6).all() or not ratio[0][ratio[1] <= 1e-6].any():
            found.gains[group] = ratio[0] / np.maximum(ratio[1], 1e-6)
            return
    found.render.add(group)


def _power(lamp: Practical) -> np.ndarray:
    colour = lamp.tint if lamp.tint is not None else kelvin_to_ap1(lamp.kelvin)
    return lamp.lumens * np.asarray(colour, float)


def hazy(plan: ShotPlan) -> bool:
    """Whether air out of doors mixes the light of sun and sky."""
    return not set_kind(plan.set.kind).indoors or plan.set.options.get("light") == "sun"


def _heaven(path: str, parent: ShotPlan, plan: ShotPlan, found: _Found) -> None:
    """Changes of sun and sky. What shapes the dome changes both; strength is a gain without haze."""
    light = SUN if path.startswith("rig.sun") else SKY
    get: Callable[[LightRig], object] = lambda rig: rig.sun if light == SUN else rig.sky  # noqa: E731
    if get(parent.rig) is None or get(plan.rig) is None:
        found.lost = True
        return
    group, alone = _group_of(plan.rig, light)
    if path.endswith(".strength"):
        old = getattr(get(parent.rig), "strength", 0.0)
        misty = plan.rig.sky is not None and plan.rig.sky.mist > 0 and plan.rig.practicals
        if alone and old > 0 and not hazy(plan) and not (light == SKY and misty):
            found.gains[group] = np.full(3, getattr(get(plan.rig), "strength", 0.0) / old)
            return
        _anew(plan, found, *((SUN, SKY) if hazy(plan) else (light,)))
    elif path.startswith(("rig.sun.angular_radius_deg", "rig.sun.gobo")):
        _anew(plan, found, SUN)
    else:
        _anew(plan, found, SUN, SKY)


def _anew(plan: ShotPlan, found: _Found, *lights: str) -> None:
    for light in lights:
        group, _ = _group_of(plan.rig, light)
        if group:
            found.render.add(group)


def of_groups(plan: ShotPlan, names: tuple[str, ...]) -> ShotPlan:
    """The plan with only the lights of some groups; sun and sky stay in the dark, for the air's sake."""
    rig = plan.rig
    lit = {light for group in rig.groups if group.name in names for light in group.lights}
    keep = lit | {SUN, SKY}
    groups = tuple(
        group.model_copy(update={"lights": left})
        for group in rig.groups
        if (left := tuple(light for light in group.lights if light in keep))
    )
    sun, sky = rig.sun, rig.sky
    if sun is not None and SUN not in lit and SKY not in lit:
        sun = sun.model_copy(update={"strength": 0.0})
    if sky is not None and SKY not in lit and SUN not in lit:
        sky = sky.model_copy(update={"strength": 0.0})
    lamps = tuple(lamp for lamp in rig.practicals if lamp.id in lit)
    dark = rig.model_copy(update={"sun": sun, "sky": sky, "practicals": lamps, "groups": groups})
    return plan.model_copy(update={"rig": dark})
