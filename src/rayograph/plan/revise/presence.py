"""Edits of who is there: remove, add, replace by another kind."""

import re
from functools import partial

import numpy as np

from rayograph.core.catalogue import cast_kind
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.core.rig import MAX_GROUPS, LightGroup, LightRig, Practical
from rayograph.plan.brief import read_brief
from rayograph.plan.casting import cast_things
from rayograph.plan.facts import Facts, Place
from rayograph.plan.ledger import Ledger
from rayograph.plan.revise.draft import Draft, refuse
from rayograph.plan.revise.whereabouts import free_beside, place_on, relation_of, relation_pattern
from rayograph.plan.stage import choose_stage

_END = r"(?= ?(?:[,.;!]|$|\x00|and (?:make|move|lower|raise|push|turn|remove|put|dim|add|set|the)))"


def read_removals(draft: Draft) -> None:
    """Claim "remove the book", "no bottle", "lose the glass"."""
    for m in draft.take(
        rf"(?:remove|delete|lose|erase|cut|hide|take (?:away|out)|get rid of|no(?: more)?|without|minus|"
        rf"clear away) ({draft.mentions.pattern})(?: (?:out|away|from the (?:shot|table|frame)))?"
    ):
        ids = draft.members(m[1], m.start(1))
        draft.put(m, without(draft.plan, ids, m[0]), f"removed: {', '.join(ids)}")


def without(plan: ShotPlan, ids: list[str], words: str) -> ShotPlan:
    """The plan without some members: their action and light go too, what stood on them stands lower."""
    gone = set(ids)
    supports = {member.id: (member.on, member.position[2]) for member in plan.cast}

    def settled(member: CastMember) -> CastMember:
        on, z = member.on, member.position[2]
        while on in gone:
            on, z = supports[on]
        return member if on == member.on else member.model_copy(
            update={"on": on, "position": (*member.position[:2], z)}
        )  # fmt: skip

    cast = tuple(settled(member) for member in plan.cast if member.id not in gone)
    camera = plan.camera
    if camera.focus in gone:
        camera = camera.model_copy(update={"focus": 0.0})
    pulls = tuple(key for key in camera.focus_keys if key.member not in gone)
    camera = camera.model_copy(update={"focus_keys": pulls})
    lamps = [lamp.id for lamp in plan.rig.practicals if lamp.kind == "cast" and lamp.source in gone]
    return plan.model_copy(update={
        "cast": cast,
        "camera": camera,
        "action": tuple(event for event in plan.action if event.object not in gone),
        "rig": rig_without(plan.rig, lamps, words),
    })  # fmt: skip


def rig_without(rig: LightRig, lamps: list[str], words: str) -> LightRig:
    """The rig without some practicals; groups that are left empty go."""
    if not lamps:
        return rig
    groups = tuple(
        LightGroup(name=group.name, lights=left)
        for group in rig.groups
        if (left := tuple(light for light in group.lights if light not in lamps))
    )
    if not groups:
        raise refuse(words, "it is the only light; switch another one on first")
    kept = tuple(lamp for lamp in rig.practicals if lamp.id not in lamps)
    return rig.model_copy(update={"practicals": kept, "groups": groups})


def read_additions(draft: Draft) -> None:
    """Claim "add a lemon next to the bowl", "put another book on the table"."""
    for m in draft.take(
        r"(?:add|place|introduce|include|also|put in|put|we need|i want) "
        rf"((?:an?|another|one|two|three|four|five|some) [^,.;\x00]+?)"
        rf"(?: (?:({relation_pattern()}) ({draft.mentions.phrase})|on (?:the )?(?:table|floor|ground|desk|"
        rf"street|top))|{_END})"
    ):
        draft.put(m, _added(draft, m), f"added: {m[1]}")


def _added(draft: Draft, m: re.Match[str]) -> ShotPlan:
    plan = draft.plan
    relation = relation_of(m[2]) if m[2] else "beside"
    if m[3]:
        host = draft.members(m[3], m.start(3))[0]
    else:
        focus = plan.camera.focus
        host = focus if isinstance(focus, str) else (plan.cast[0].id if plan.cast else "")
    for member in _specimens(plan, m[1], m[0]):
        plan = _with(plan, member, host, relation)
    return plan


def _specimens(plan: ShotPlan, words: str, said: str) -> list[CastMember]:
    """What a noun phrase names, cast as the planner would."""
    ledger = Ledger(re.sub(r"^another\b", "a", words))
    facts = read_brief(ledger)
    lost = [reading for reading in ledger.readings() if reading.verdict == "ungrounded"]
    if lost or not facts.things:
        near = f"; nearest: {', '.join(lost[0].nearest)}" if lost and lost[0].nearest else ""
        raise refuse(said, f"{lost[0].phrase if lost else words!r} cannot be shot{near}")
    if at := re.search(r"\b(?:under|between|above|over|around|against)\b", words):
        raise refuse(said, f"{at.group()!r} is no place yet; say beside, behind, in front of, on or in")
    here = Facts(things=facts.things[:1], places=(Place(set=plan.set.kind, stage=plan.set.stage),))
    seed = [plan.seed, len(plan.cast), *words.encode()]
    actors, _ = cast_things(here, choose_stage(here), np.random.default_rng(seed))
    return [actor.member for actor in actors]


def _with(plan: ShotPlan, member: CastMember, host: str, relation: str) -> ShotPlan:
    taken = {other.id for other in plan.cast}
    name, number = member.kind, 2
    while name in taken:
        name, number = f"{member.kind}_{number}", number + 1
    member = member.model_copy(update={"id": name})
    beside = next((other for other in plan.cast if other.id == host), None)
    if beside is None:
        member = member.model_copy(update={"position": (0.0, 0.0, 0.0)})
    elif relation in ("on", "in"):
        member = member.model_copy(update={"on": host, "position": place_on(plan, member, beside)})
    else:
        at = free_beside(plan, member, beside, relation)
        member = member.model_copy(update={"on": beside.on, "position": at})
    plan = plan.model_copy(update={"cast": (*plan.cast, member)})
    kind = cast_kind(member.kind)
    if kind is None or not kind.lumens:
        return plan
    lamp = Practical(id=name, kind="cast", source=name, lumens=kind.lumens, kelvin=kind.kelvin)
    return plan.model_copy(update={"rig": rig_with(plan.rig, lamp)})


def rig_with(rig: LightRig, lamp: Practical) -> LightRig:
    """The rig with one more practical, in a group of its own while there is room, else in the last one."""
    groups = rig.groups
    if len(groups) < MAX_GROUPS:
        taken = {group.name for group in groups}
        name = re.sub(r"[^a-z0-9_]", "_", lamp.id.lower())[:24]
        name = name if name not in taken and name[:1].isalpha() else f"lamp_{len(groups) + 1}"
        groups = (*groups, LightGroup(name=name, lights=(lamp.id,)))
    else:
        last = groups[-1]
        groups = (*groups[:-1], LightGroup(name=last.name, lights=(*last.lights, lamp.id)))
    return rig.model_copy(update={"practicals": (*rig.practicals, lamp), "groups": groups})


def read_replacements(draft: Draft) -> None:
    """Claim "replace the bottle with a vase", "swap the lemon for an orange"."""
    for m in draft.take(
        rf"(?:replace|swap|exchange|change|turn) ({draft.mentions.pattern}) (?:with|for|by|into|to) "
        rf"(an? [^,.;\x00]+?){_END}"
    ):
        fresh = _specimens(draft.plan, m[2], m[0])[0]
        ids = draft.members(m[1], m.start(1))
        look = ("kind", "name", "words", "material", "colour", "accent", "height_m", "wear")
        update = {field: getattr(fresh, field) for field in look}
        draft.change_cast(m, ids, partial(_become, like=update), f"{m[1]} is now {m[2]}")


def _become(member: CastMember, like: dict[str, object]) -> CastMember:
    return member.model_copy(update=like)
