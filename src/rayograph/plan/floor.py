"""The stage while it fills: what room is left on the floor, on pavements and on the tops of tables."""

from dataclasses import dataclass, field

from rayograph.plan.kerb import pavement_fits


@dataclass
class Floor:
    """The stage while it fills: circles already taken, and lanes kept free for what moves."""

    half: tuple[float, float]
    circles: list[tuple[float, float, float]]
    lanes: list[tuple[float, float, float]]
    """(y, half width, thing that may stand on it)."""
    pavement: frozenset[int] = frozenset()
    """Things that stand on the pavement of a street."""
    side: int = 1
    """Which pavement: -1 left, 1 right."""
    rings: dict[int, list[float]] = field(default_factory=dict)
    """Thing → angles [rad] at which its members stand round another."""

    def fits(self, x: float, y: float, radius: float, thing: int, gap: float) -> bool:
        """Whether a circle lies on the stage and clear of everything."""
        if thing in self.pavement:
            return pavement_fits(x, y, radius, self.side, self.circles)
        if abs(x) + radius > self.half[0] or abs(y) + radius > self.half[1]:
            return False
        if any(abs(y - lane) < radius + width and thing not in (int(a), -1) for lane, width, a in self.lanes):
            return False
        return all((x - a) ** 2 + (y - b) ** 2 >= (radius + r + gap) ** 2 for a, b, r in self.circles)
