"""A board becomes plans that belong together, and claims about what must be the same from shot to shot.

brief + shared words ─► facts + what earlier shots said ─► plan ─► cast, set and rig of earlier shots ─► plan
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from rayograph.core.across import Across, SameLight, SameLook, SameWay
from rayograph.core.errors import BriefError, RayographError
from rayograph.core.intent import Direction
from rayograph.core.plan import Drive, Launch, Reading, ShotPlan, plan_from_json
from rayograph.plan.annotate.apply import annotated
from rayograph.plan.annotate.control import Control
from rayograph.plan.annotate.rays import camera_of, seen_at
from rayograph.plan.annotate.read import checked, file_bytes, read_drawing
from rayograph.plan.annotate.steer import steered
from rayograph.plan.board.record import Board, BoardShot
from rayograph.plan.board.share import Company, in_set, place_of, under_rig
from rayograph.plan.brief import read_brief
from rayograph.plan.caption import caption
from rayograph.plan.facts import Facts, LightFacts
from rayograph.plan.ledger import Ledger
from rayograph.plan.planner import Settings, plan_brief

_SIDEWAYS = ("left", "right")
MAX_LOOKS = 12
"""Characters of a pair of shots that are compared."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One shot of the story. roles: role → id in this shot. own_light: whether it said its own."""

    name: str
    plan: ShotPlan
    roles: dict[str, str]
    own_light: bool
    caption: str
    shared: tuple[str, ...] = ()
    """What it has of earlier shots, in words."""


@dataclass
class _Memory:
    """What earlier shots said, for those that say nothing of it."""

    facts: Facts | None = None
    light: LightFacts | None = None
    ways: dict[str, str] = field(default_factory=dict)
    """Kind → the side of the picture it last went to."""
    own_light: bool = False

    def given(self, facts: Facts) -> Facts:
        """A shot's facts with place, light and screen direction of those before it."""
        places = facts.places
        if self.facts is not None and not any(p.set and not p.weak for p in places):
            places = (*self.facts.places, *places)
        elif any(p.set for p in places):
            self.facts = facts
        self.own_light = facts.light != LightFacts() and self.light is not None
        light = facts.light
        if facts.light == LightFacts():
            light = self.light or light
        elif self.light is None:
            self.light = facts.light
        motions = tuple(
            m if m.heading else replace(m, heading=self.ways.get(facts.things[m.subject].kind, ""))
            for m in facts.motions
        )
        return replace(facts, places=places, light=light, motions=motions)


def storied(board: Board, folder: Path = Path()) -> tuple[tuple[Told, ...], tuple[Across, ...]]:
    """The plans of all shots, and the claims across them.

    Raises:
        BriefError, PlanError: a shot cannot be planned; the message begins with its name.
    """
    company = Company()
    memory = _Memory(facts=_facts(board.set), light=_light(board.light))
    told: list[Told] = []
    for name, shot in zip(board.names(), board.shots, strict=True):
        try:
            told.append(_tell(board, shot, name, company, memory, told, folder))
        except RayographError as error:
            raise type(error)(f"shot {name}: {error}") from None
    return tuple(told), tuple(claims(told))


def _tell(
    board: Board,
    shot: BoardShot,
    name: str,
    company: Company,
    memory: _Memory,
    told: list[Told],
    folder: Path,
) -> Told:
    settings = Settings(width=board.width, height=board.height, aspect=board.aspect, fps=board.fps,
                        seconds=shot.seconds)  # fmt: skip
    brief = _words(board, shot)
    seed = board.seed if shot.seed is None else shot.seed
    plan = plan_brief(brief, seed=seed, settings=settings, known=memory.given)
    own_light = memory.own_light
    plan, roles = company.recast(plan)
    like = next((each for each in told if place_of(each.plan) == place_of(plan)), None)
    notes: list[str] = []
    if like is not None:
        plan = in_set(plan, like.plan, own_light=own_light)
        notes.append(f"the set of shot {like.name}")
        lit = next(
            (each for each in told if place_of(each.plan) == place_of(plan) and not each.own_light), None
        )
        if not own_light and lit is not None:
            plan = under_rig(plan, lit.plan, roles, lit.roles)
            notes.append(f"the lights of shot {lit.name}")
    before = {role for each in told for role in each.roles}
    same = [role for role in roles if role in before]
    notes += [f"{', '.join(same[:6])} as before"] * bool(same)
    plan = _drawn(plan, shot, folder)
    readings = [Reading(phrase="", verdict="assumed", meaning=note) for note in notes]
    plan = plan.model_copy(
        update={"title": f"{board.title} {name}"[:200], "readings": (*plan.readings, *readings)}
    )
    plan = plan_from_json(plan.to_json(), source=name)
    plan = plan.model_copy(update={"caption": caption(plan)})
    for ident, side in sides(plan).items():
        kind = next(member.kind for member in plan.cast if member.id == ident)
        memory.ways[kind] = side
    return Told(name=name, plan=plan, roles=roles, own_light=own_light, caption=shot.caption or shot.brief,
                shared=tuple(notes))  # fmt: skip


def _words(board: Board, shot: BoardShot) -> str:
    """The brief with its characters spelt out, and what is said of this shot's own set and light."""

    def spelt(m: re.Match[str]) -> str:
        if m[1] not in board.cast:
            known = ", ".join(board.cast) or "nobody"
            raise BriefError(f"{{{m[1]}}} is not in the board's cast; it holds {known}")
        return board.cast[m[1]]

    brief = re.sub(r"\{([^{}]*)\}", spelt, shot.brief).strip().rstrip(".,; ")
    parts = [brief, shot.set, shot.light]
    return ", ".join(part.strip().rstrip(".,; ") for part in parts if part.strip())


def _facts(words: str) -> Facts | None:
    return read_brief(Ledger(words)) if words.strip() else None


def _light(words: str) -> LightFacts | None:
    said = _facts(words)
    return None if said is None or said.light == LightFacts() else said.light


def _drawn(plan: ShotPlan, shot: BoardShot, folder: Path) -> ShotPlan:
    if shot.annotate:
        plan = annotated(plan, read_drawing(folder / shot.annotate), shot.annotate)
    if shot.control:
        data = file_bytes(folder / shot.control, "a JSON of courses")
        plan = steered(plan, checked(Control, data, shot.control), shot.control)
    return plan


def sides(plan: ShotPlan) -> dict[str, str]:
    """Id → the side of the picture that a thing goes to, of those that go to one."""
    found: dict[str, str] = {}
    camera = camera_of(plan, 0.0)
    places = {member.id: member.position for member in plan.cast}
    for event in plan.action:
        if isinstance(event, Drive):
            ends = np.array([event.path[0][1:], event.path[-1][1:]])
        elif isinstance(event, Launch):
            start = np.array(places[event.object])
            ends = np.array([start, start + 0.2 * np.array(event.velocity) * [1, 1, 0]])
        else:
            continue
        local = (ends[1] - ends[0]) @ camera.to_world[:3, :3]
        long = float(np.linalg.norm(local))
        if long > 0.02 and abs(local[0]) > 0.5 * long and seen_at(camera, ends)[:, 2].min() > 0:
            found[event.object] = _SIDEWAYS[int(local[0] > 0)]
    return found


def claims(told: list[Told]) -> list[Across]:
    """What must be the same in two shots: a character and the last shot it was seen in, light and screen
    direction in shots that follow each other."""
    found: list[Across] = []
    for k, second in enumerate(told):
        for role in list(second.roles)[:MAX_LOOKS]:
            first = next((each for each in reversed(told[:k]) if role in each.roles), None)
            if first is None:
                continue
            size = place_of(first.plan) == place_of(second.plan)
            look = SameLook(a=first.roles[role], b=second.roles[role], size=size)
            found.append(_across(first, second, look, f"{role} is the same"))
        if k == 0:
            continue
        first = told[k - 1]
        if place_of(first.plan) == place_of(second.plan) and not (first.own_light or second.own_light):
            found.append(_across(first, second, SameLight(), "the same light"))
        found += _ways(told[:k], second)
    return found


def _ways(before: list[Told], second: Told) -> list[Across]:
    """Screen direction, from the last shot in which a character went to a side, unless a turn is said."""
    found: list[Across] = []
    goes = sides(second.plan)
    said = {i.claim.subject for i in second.plan.intents if isinstance(i.claim, Direction)}
    for role, name in second.roles.items():
        for first in reversed(before if name in goes else []):
            went = sides(first.plan).get(first.roles.get(role, ""))
            if went is None:
                continue
            if went == goes[name] or name not in said:
                way = SameWay(a=first.roles[role], b=name)
                found.append(_across(first, second, way, f"{role} keeps its direction"))
            break
    return found


def _across(first: Told, second: Told, claim: SameLook | SameLight | SameWay, words: str) -> Across:
    return Across(first=first.name, second=second.name, claim=claim, words=words)
