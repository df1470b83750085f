"""Revision survival: of what an edit did not name, how much is as it was, attribute by attribute.

What was named is read off the difference of the plans; what became of the rest is measured on the frames' own
passes. A score is the share that survived, 1 is all.
"""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
from jaxtyping import Bool, Float
from rich.table import Table
from rich.text import Text

from rayograph.core.plan import ShotPlan
from rayograph.deliver.layers import GROUP_PREFIX
from rayograph.plan.revise.change import Change, changes, values

SEEN = 12
"""Pixels that a thing must cover to be measured."""
STILL = 0.002
"""A thing that moved less than this [m], or less than a pixel where it stands, did not move."""
LOOK = 0.01
"""Difference of mean albedo from which a look is another."""
INVISIBLE = 1.0
"""ΔE-ITP that nobody sees."""


TURNED = 0.25
"""Part of its size by which a thing's seen surface may shift where the camera was changed."""
_EVERYWHERE = {
    "the grade": ("camera.exposure_ev", "camera.white_balance_k"),
    "the camera": ("camera.",),
    "the set": ("set.",),
    "the light": ("rig.sun", "rig.sky", "rig.practicals"),
}
"""What changes every pixel, if the edit names it."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One frame of both versions: channels, names of the ids, camera matrix, and ΔE-ITP of the beauties.

    pixel: size of a pixel at one metre [m].
    """

    old: dict[str, np.ndarray]
    new: dict[str, np.ndarray]
    old_names: tuple[str, ...]
    new_names: tuple[str, ...]
    old_view: Float[np.ndarray, "4 4"]
    new_view: Float[np.ndarray, "4 4"]
    difference: Float[np.ndarray, "h w"]
    pixel: float


@dataclass(frozen=True, kw_only=True)
class Survival:
    """One attribute: its score, None where the edit named all of it or nothing was seen; and the measure."""

    attribute: str
    score: float | None
    measure: str


@dataclass(kw_only=True)
class Tally:
    """What has been measured so far, frame by frame."""

    before: ShotPlan
    after: ShotPlan
    found: tuple[Change, ...] = ()
    _drift: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _looks: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _views: list[float] = field(default_factory=list)
    _bits: list[float] = field(default_factory=list)
    _unseen: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.found = changes(self.before, self.after)

    def add(self, pair: Pair) -> None:
        """Measure one frame."""
        moved = self._named("cast", ("position", "yaw_deg", "tilt_deg", "on", "height_m", "kind")) | {
            c.path.split(".")[1].rpartition("_")[0] for c in self.found if c.path.startswith("action.")
        }
        looked = self._named("cast", ("material", "colour", "accent", "wear", "kind", "text"))
        for member in self._kept():
            old, new = _mask(pair.old, pair.old_names, member), _mask(pair.new, pair.new_names, member)
            if min(old.sum(), new.sum()) < SEEN:
                continue
            if member not in moved:
                self._drift[member].append(_drift(pair, old, new, self._everywhere() == "the camera"))
            if member not in looked:
                self._looks[member].append(_look(pair, old, new))
        self._views.append(float(np.abs(pair.old_view - pair.new_view).max()))
        self._pixels(pair, moved | looked)

    def _kept(self) -> list[str]:
        there = {member.id for member in self.after.cast}
        return [member.id for member in self.before.cast if member.id in there]

    def _named(self, area: str, fields: tuple[str, ...]) -> set[str]:
        paths = (change.path.split(".") for change in self.found)
        return {p[1] for p in paths if p[0] == area and (len(p) == 2 or p[2] in fields)}

    def _everywhere(self) -> str:
        """What the edit named that changes every pixel, if anything."""
        for area, leads in _EVERYWHERE.items():
            if any(change.path.startswith(leads) for change in self.found):
                return area
        return ""

    def _pixels(self, pair: Pair, named: set[str]) -> None:
        """Light that was not named, bit for bit; and what looks as before outside the named things."""
        graded = self._everywhere() in ("the grade", "the camera", "the set")
        lit = {c.path.split(".")[2] for c in self.found if c.path.startswith("rig.practicals.")}
        lit |= {name for name in ("sun", "sky") if any(c.path.startswith(f"rig.{name}") for c in self.found)}
        for group in self.before.rig.groups:
            layer = GROUP_PREFIX + group.name
            both = f"{layer}.R" in pair.old and f"{layer}.R" in pair.new
            if both and not graded and not lit & set(group.lights):
                same = [(pair.old[f"{layer}.{c}"] == pair.new[f"{layer}.{c}"]).mean() for c in "RGB"]
                self._bits.append(float(np.mean(same)))
        if self._everywhere():
            return
        outside = np.ones(pair.difference.shape, bool)
        gone = {member.id for member in self.before.cast} ^ {member.id for member in self.after.cast}
        for member in named | gone:
            outside &= ~_mask(pair.old, pair.old_names, member) & ~_mask(pair.new, pair.new_names, member)
        if outside.any():
            self._unseen.append(float((pair.difference[outside] < INVISIBLE).mean()))

    def table(self) -> tuple[Survival, ...]:
        """One row an attribute."""
        first = {name: rows[0] for name, rows in self._drift.items()}
        ever = {name: max(rows) for name, rows in self._drift.items()}
        looks = {name: max(rows) for name, rows in self._looks.items()}
        return (
            _members("layout", first, 1.0, "moved by {:.1f} px at most as the shot opens"),
            _members("trajectories", ever, 1.0, "were {:.1f} px apart at most at any time"),
            self._camera(),
            self._plan("rig", "rig."),
            _members("materials", looks, LOOK, "differ in mean albedo by {:.4f} at most"),
            self._plan("grade", "camera.exposure_ev", "camera.white_balance_k"),
            _share(
                "untouched light",
                self._bits,
                "the edit names all light or all pixels",
                "of the values in light groups not named are the same bits",
            ),
            _share(
                "pixels",
                self._unseen,
                f"{self._everywhere()} was named, and is seen in every pixel",
                "of the pixels outside what was named look the same (ΔE-ITP < 1)",
            ),
        )

    def _camera(self) -> Survival:
        if any(c.path.startswith("camera.") and "exposure" not in c.path and "balance" not in c.path
               for c in self.found):  # fmt: skip
            return Survival(attribute="camera", score=None, measure="named by the edit")
        worst = max(self._views, default=0.0)
        same = float(np.mean([view < 1e-5 for view in self._views])) if self._views else None
        return Survival(attribute="camera", score=same, measure=f"matrices differ by {worst:.2g} at most")

    def _plan(self, name: str, *leads: str) -> Survival:
        """Values of the plan that stayed, of those that nobody named."""
        old, new = values(self.before), values(self.after)
        mine = [path for path in old if path.startswith(leads)]
        named = [c.path for c in self.found]
        free = [path for path in mine if not any(path == p or path.startswith(f"{p}.") for p in named)]
        if not free:
            return Survival(attribute=name, score=None, measure="named by the edit")
        kept = sum(old[path] == new.get(path) for path in free)
        return Survival(
            attribute=name, score=kept / len(free), measure=f"{kept} of {len(free)} values not named stayed"
        )


def _mask(channels: dict[str, np.ndarray], names: tuple[str, ...], member: str) -> Bool[np.ndarray, "h w"]:
    if member not in names or "id.I" not in channels:
        return np.zeros(channels["R"].shape, bool)
    return channels["id.I"] == names.index(member)


def _stacked(channels: dict[str, np.ndarray], layer: str, axes: str) -> np.ndarray:
    return np.stack([channels[f"{layer}.{axis}"] for axis in axes], -1)


def _drift(pair: Pair, old: np.ndarray, new: np.ndarray, turned: bool) -> float:
    """How far a thing's seen surface moved, in pixels where it stands; below `STILL` it did not.

    turned: the camera sees other sides of it, so that a part of its size is no move.
    """
    if "P.X" not in pair.old or "P.X" not in pair.new:
        return 0.0
    a, b = (_stacked(side, "P", "XYZ")[mask] for side, mask in ((pair.old, old), (pair.new, new)))
    apart = float(np.linalg.norm(np.median(a, axis=0) - np.median(b, axis=0)))
    size = pair.pixel * float(np.median(pair.old["depth.Z"][old]))
    spread = float(np.linalg.norm(np.ptp(a, axis=0))) if turned else 0.0
    return 0.0 if apart < max(STILL, TURNED * spread) else apart / max(size, 1e-9)


def _look(pair: Pair, old: np.ndarray, new: np.ndarray) -> float:
    if "albedo.R" not in pair.old or "albedo.R" not in pair.new:
        return 0.0
    both = old & new if (old & new).sum() >= SEEN else None
    a, b = (
        _stacked(side, "albedo", "RGB")[mask if both is None else both].mean(0)
        for side, mask in ((pair.old, old), (pair.new, new))
    )
    return float(np.abs(a - b).max())


def _members(name: str, worst: dict[str, float], limit: float, measure: str) -> Survival:
    """The share of things that stayed within `limit`."""
    if not worst:
        return Survival(attribute=name, score=None, measure="nothing that was not named is seen")
    kept = [value <= limit for value in worst.values()]
    outlier = max(worst, key=lambda member: worst[member])
    told = f"{sum(kept)} of {len(kept)} things not named stayed; they {measure.format(worst[outlier])}"
    told += "" if worst[outlier] <= limit else f" ({outlier})"
    return Survival(attribute=name, score=sum(kept) / len(kept), measure=told)


def _share(name: str, shares: list[float], otherwise: str, measure: str) -> Survival:
    if not shares:
        return Survival(attribute=name, score=None, measure=otherwise)
    share = float(np.mean(shares))
    return Survival(attribute=name, score=share, measure=f"{share:.1%} {measure}")


def survival_table(rows: tuple[Survival, ...]) -> Table:
    """The rows for a terminal."""
    shown = Table("attribute", "survived", "measured", box=None, pad_edge=False, header_style="bold")
    for row in rows:
        score = "–" if row.score is None else f"{row.score:.3f}"
        colour = "dim" if row.score is None else ("green" if row.score > 0.95 else "yellow")
        shown.add_row(row.attribute, Text(score, colour), Text(row.measure))
    return shown
