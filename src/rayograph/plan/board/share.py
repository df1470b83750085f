"""What shots of one story share: how a character looks, where it plays, under which lights."""

from dataclasses import dataclass, field

from rayograph.core.intent import Colour, Material
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.core.rig import LightGroup, LightRig
from rayograph.plan.colour_words import colour_name
from rayograph.plan.studio_panels import clear_of_frame

_OF_LIGHT = ("light", "window", "blinds", "wall")
"""Options of a set that go with the light of a shot."""
_LOOK = ("colour", "accent", "material", "wear", "seed", "text", "svg", "mesh", "name")
"""What makes a character the same one."""


@dataclass(frozen=True, kw_only=True)
class Character:
    """Somebody of the cast, as first seen; `place`: where."""

    role: str
    member: CastMember
    place: str


@dataclass
class Company:
    """The characters so far; grows shot by shot."""

    known: list[Character] = field(default_factory=list)

    def recast(self, plan: ShotPlan) -> tuple[ShotPlan, dict[str, str]]:
        """The plan played by who is known, and role → id in this shot.

        A thing is a known character if it is of its kind and nothing that is said of it speaks against that:
        another colour or material is another thing.
        """
        coloured = {name for i in plan.intents if isinstance(i.claim, Colour) for name in i.claim.objects}
        made_of = {name for i in plan.intents if isinstance(i.claim, Material) for name in i.claim.objects}
        roles: dict[str, str] = {}
        cast = []
        for member in plan.cast:
            asked = (member.id in coloured, member.id in made_of)
            free = (character for character in self.known if character.role not in roles)
            found = next((character for character in free if _same(character, member, *asked)), None)
            if found is None:
                found = Character(role=self._role(member.id), member=member, place=place_of(plan))
                self.known.append(found)
            roles[found.role] = member.id
            cast.append(_as(found, member, plan))
        return plan.model_copy(update={"cast": tuple(cast)}), roles

    def _role(self, name: str) -> str:
        taken = {character.role for character in self.known}
        stem, number = name, 2
        while name in taken:
            name, number = f"{stem}_{number}", number + 1
        return name


def _same(character: Character, member: CastMember, coloured: bool, made_of: bool) -> bool:
    other = character.member
    if other.kind != member.kind:
        return False
    if coloured and other.colour != member.colour and not _called(other, member.colour):
        return False
    if made_of and _stuff(other) != _stuff(member):
        return False
    return not (member.text and other.text and member.text != other.text)


def _called(member: CastMember, colour: str | None) -> bool:
    """Whether a colour is that by which a member was named: "the green bottle" is the one of green glass."""
    said = f"{member.words} {member.name} {member.material or ''}".replace("_", " ").lower().split()
    return colour is not None and colour_name(colour).split()[-1] in said


def _stuff(member: CastMember) -> str:
    """The material without its colour: green glass and amber glass are both glass."""
    return (member.material or "").split("_")[-1]


def _as(character: Character, member: CastMember, plan: ShotPlan) -> CastMember:
    """A member with the looks of a character; its size too, where it plays in the same place."""
    update: dict[str, object] = {name: getattr(character.member, name) for name in _LOOK}
    if character.place == place_of(plan):
        update["height_m"] = character.member.height_m
    return member.model_copy(update=update)


def place_of(plan: ShotPlan) -> str:
    """Where a shot plays: shots of one place share their set."""
    options = plan.set.options
    return "/".join([plan.set.kind, plan.set.stage, options.get("room", ""), options.get("counter", "")])


def in_set(plan: ShotPlan, like: ShotPlan, *, own_light: bool) -> ShotPlan:
    """The plan in the very set of another shot; under its own light the set keeps its own windows."""
    options = dict(like.set.options)
    if own_light:
        options = {k: v for k, v in options.items() if k not in _OF_LIGHT}
        options |= {k: v for k, v in plan.set.options.items() if k in _OF_LIGHT}
    return plan.model_copy(update={"set": like.set.model_copy(update={"options": options})})


def under_rig(plan: ShotPlan, like: ShotPlan, roles: dict[str, str], others: dict[str, str]) -> ShotPlan:
    """The plan under the rig of another shot. Lamps that belong to the cast come and go with it; a panel that
    this camera would see is moved out of its picture.

    Args:
        roles, others: role → id in this shot and in the other.
    """
    names = {others[role]: roles[role] for role in others if role in roles}
    kept = []
    for lamp in like.rig.practicals:
        if lamp.kind != "cast":
            kept.append(lamp)
        elif lamp.source in names:
            kept.append(lamp.model_copy(update={"source": names[lamp.source]}))
    held = {lamp.source for lamp in kept if lamp.kind == "cast"}
    taken = {lamp.id for lamp in kept}
    kept += [
        lamp for lamp in plan.rig.practicals
        if lamp.kind == "cast" and lamp.source not in held and lamp.id not in taken
    ]  # fmt: skip
    lights = [*(["sun"] * (like.rig.sun is not None)), *(["sky"] * (like.rig.sky is not None)),
              *(lamp.id for lamp in kept)]  # fmt: skip
    rig = LightRig.model_validate(
        like.rig.model_dump() | {"practicals": tuple(kept), "groups": _groups(like.rig, plan.rig, lights)}
    )
    rig = clear_of_frame(rig, plan.camera, plan.format.width / plan.format.height)
    camera = plan.camera.model_copy(update={"white_balance_k": like.camera.white_balance_k})
    return plan.model_copy(update={"rig": rig, "camera": camera})


def _groups(first: LightRig, second: LightRig, lights: list[str]) -> tuple[LightGroup, ...]:
    """Groups of the first rig with the lights that are there; what is new keeps the name of its own group."""
    found: dict[str, list[str]] = {}
    left = list(lights)
    for group in (*first.groups, *second.groups):
        mine = [light for light in group.lights if light in left]
        if mine:
            found.setdefault(group.name, []).extend(mine)
            left = [light for light in left if light not in mine]
    names = list(found)
    for extra in names[8:]:  # a picture has eight parts at most
        found[names[7]] += found.pop(extra)
    return tuple(LightGroup(name=name, lights=tuple(mine)) for name, mine in found.items())
