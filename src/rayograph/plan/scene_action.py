"""What every event is blocked with: the shot's facts, actors and stage, and what was blocked so far."""

from dataclasses import dataclass, field, replace

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import Event
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Motion
from rayograph.plan.kerb import KERB_X, PAVEMENT_Z
from rayograph.plan.stage import Stage

GRAVITY = 9.81
FRICTION = {"tabletop": 0.48, "interior": 0.55, "street": 0.66, "lake": 0.7}
"""A usual sliding friction between a thing and the stage of each set."""
SPRING = {"tabletop": 0.5, "interior": 0.45, "street": 0.45, "lake": 0.25}
"""How well the stage of each set throws back what falls on it (restitution)."""
Vector = Float[np.ndarray, "2"]


@dataclass
class Blocked:
    """Spots after blocking, events, what the camera must see [m], and what was assumed.

    along: what crosses the frame goes along the street, so that the camera looks across it.
    """

    spots: list[Spot]
    events: list[Event]
    seen: list[tuple[float, float, float]]
    notes: list[str]
    along: bool = False
    across: bool = False
    """Whether the camera looks across the street."""
    moments: dict[str, float] = field(default_factory=dict)
    """When what an object does comes to its point [s]: its blow, the edge; in time of the world."""
    slowing: dict[str, float] = field(default_factory=dict)
    """Deceleration of what is on its way over the ground [m/s²]."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """The shot while its events are blocked: `mine` moves at `cue` [s]; `target` is hit, or -1."""

    facts: Facts
    actors: list[Actor]
    stage: Stage
    seconds: float
    cue: float
    motion: Motion
    mine: list[int]
    target: int
    out: Blocked

    @property
    def rubbing(self) -> float:
        """Deceleration of what slides over the stage [m/s²]."""
        return FRICTION.get(self.stage.kind.name, 0.6) * GRAVITY

    @property
    def first(self) -> Actor:
        """The first of those that move."""
        return self.actors[self.mine[0]]

    def of_target(self) -> list[int]:
        """All actors of the thing that is aimed at, or the one of them that is."""
        if self.motion.target_which and self.actors[self.target].member.kind != "domino":
            return [self.target]
        return [i for i, a in enumerate(self.actors) if a.thing == self.motion.target]

    def place(self, i: int) -> Vector:
        """Where an actor stands on the ground [m]."""
        return np.array(self.out.spots[i].position[:2])

    def put(self, i: int, x: float, y: float, z: float | None = None, on: str = "stage") -> None:
        """Move an actor."""
        self.out.spots[i] = replace(self.out.spots[i].at(round(x, 4), round(y, 4), z), on=on)

    def ground(self, at: Vector) -> float:
        """Height of the ground [m] under a place: beyond the kerbs of a street it is the pavement's."""
        beyond = at[1] if self.out.across or self.out.along else abs(at[0])
        return PAVEMENT_Z if self.stage.kind.name == "street" and beyond > KERB_X else 0.0

    def add(self, event: Event) -> None:
        """Take an event into the shot; one event a thing is played."""
        if any(e.object == event.object for e in self.out.events):
            self.out.notes.append(f"{event.object} already moves; one event a thing is played")
        elif event.kind != "drive" and any(
            a.member.id == event.object and a.member.fixed for a in self.actors
        ):
            self.out.notes.append(f"{event.object} is rooted to the ground and stays")
        else:
            self.out.events.append(event)

    def point(self, i: int, moment: float, slowing: float = 0.0) -> None:
        """Note when what an actor does comes to its point [s], and how it slows down till then [m/s²]."""
        name = self.actors[i].member.id
        self.out.moments.setdefault(name, float(moment))
        self.out.slowing.setdefault(name, float(slowing))

    def see(self, x: float, y: float, z: float) -> None:
        """A point that the frame must hold [m]."""
        self.out.seen.append((float(x), float(y), float(z)))

    def see_whole_at(self, i: int, at: Vector, z: float) -> None:
        """`see_whole` on the ground at `at` [m]."""
        self.see_whole(i, float(at[0]), float(at[1]), z)

    def see_whole(self, i: int, x: float, y: float, z: float) -> None:
        """The frame must hold the whole of an actor where it is at some moment, with its base at z [m]."""
        size = self.actors[i].size
        r = 0.5 * max(size[:2])
        # What falls over lies as long as it was tall.
        for dx, dy in ((-r, 0.0), (r, 0.0), (0.0, -r), (0.0, r)):
            self.see(x + dx, y + dy, z)
            self.see(x + dx, y + dy, z + size[2])


def rolling(kind: str, stage: Stage) -> float:
    """Deceleration of what rolls over the stage [m/s²], by the law of the simulation for a full ball."""
    spring = 0.75 if "ball" in kind or kind in ("marble", "football", "tyre") else 0.3
    lost = 1.0 - float(np.sqrt(spring * SPRING.get(stage.kind.name, 0.45)))
    return 0.07 * GRAVITY * lost * lost


def stride(scene: Scene) -> float:
    """How far things move before the camera [m].

    Start and end lie in one frame in which the thing can still be read: some five of its own widths apart, or
    as far as what it runs into is wide.
    """
    wide = max(scene.first.size[:2])
    usual = 1.5 * scale_of(scene.stage) + 2.0 * wide
    struck = max(scene.actors[scene.target].size[:2]) if scene.target >= 0 else 0.0
    return float(min(usual, max(5.0 * wide, 0.6 * struck, 0.11 if scene.stage.small else 0.5)))


def scale_of(stage: Stage) -> float:
    """A length that suits the stage [m]: 0.3 on a table, 1.3 in the open."""
    return 0.32 if stage.small else (0.7 if stage.kind.name == "interior" else 1.3)


def way_of(heading: str) -> Vector:
    """Unit vector on the ground of a heading on the screen of the default camera; to the right if unsaid."""
    x, y = {"left": (-1.0, 0.0), "near": (0.0, -1.0), "away": (0.0, 1.0), "afar": (0.0, 1.0)}.get(
        heading, (1.0, 0.0)
    )
    return np.array([x, y])


def rounded(x: float, y: float, z: float) -> tuple[float, float, float]:
    """A velocity as plans are written."""
    return round(float(x), 3), round(float(y), 3), round(float(z), 3)
