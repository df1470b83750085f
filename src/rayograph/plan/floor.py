"""The stage while it fills: what room is left on the floor, on pavements and on the tops of tables."""

from dataclasses import dataclass, field

import numpy as np

from rayograph.plan.casting import Actor
from rayograph.plan.formation import Point
from rayograph.plan.kerb import far_pavement_fits, kerb_x, parked_circles, parking, pavement_fits


@dataclass
class Floor:
    """The stage while it fills: circles already taken, and lanes kept free for what moves."""

    half: tuple[float, float]
    circles: list[tuple[float, float, float]]
    lanes: list[tuple[float, float, float]]
    """(y, half width, thing that may stand on it)."""
    pavement: frozenset[int] = frozenset()
    """Things that stand on the pavement of a street."""
    walled: bool = False
    """Whether walls stand about the stage: nothing may be moved beyond it."""
    side: int = 1
    """Which pavement: -1 left, 1 right."""
    across: bool = False
    """The camera looks across the street: the pavement is the far one, and runs along the frame."""
    rings: dict[int, list[float]] = field(default_factory=dict)
    """Thing → angles [rad] at which its members stand round another."""

    def fits(self, x: float, y: float, radius: float, thing: int, gap: float) -> bool:
        """Whether a circle lies on the stage and clear of everything."""
        if thing in self.pavement and self.across:
            return far_pavement_fits(x, y, radius, self.circles)
        if thing in self.pavement:
            return pavement_fits(x, y, radius, self.side, self.circles)
        if abs(x) + radius > self.half[0] or abs(y) + radius > self.half[1]:
            return False
        if any(abs(y - lane) < radius + width and thing not in (int(a), -1) for lane, width, a in self.lanes):
            return False
        return all((x - a) ** 2 + (y - b) ** 2 >= (radius + r + gap) ** 2 for a, b, r in self.circles)

    def on_pavement(self, wanted: tuple[float, float], kind: str = "") -> tuple[float, float]:
        """Where on the pavement something wanted elsewhere may stand [m]; a post that nothing was said of
        stands aside of what is seen."""
        if self.across and kind in ("traffic_light", "lamp_post"):
            return 2.9 * self.side, 5.2
        if self.across:
            return float(np.clip(wanted[0], -3.0, 3.0)), 5.75
        return kerb_x(wanted[0], self.side), float(np.clip(wanted[1], -3.4, 3.5))

    def strung(self, offsets: list[Point], first: Actor, apart: float) -> list[Point]:
        """Members of one thing along the pavement, at least `apart` [m]: it is long rather than wide."""
        pitch = max(2 * first.radius + 0.12, apart)
        line = [pitch * (k - (len(offsets) - 1) / 2) for k in range(len(offsets))]
        return [(d, 0.0, 0.0) if self.across else (0.0, d, 0.0) for d in line]

    def parked(self, x: float, y: float, size: tuple[float, float, float]) -> tuple[float, float, float]:
        """A free place at the kerb near (x, y) [m] and the yaw [deg]; the place is then taken."""
        if not self.across:
            x, y = parking(float(np.clip(y, -1.0, 2.5)), size, self.side, self.circles)
            self.circles += parked_circles(x, y, size)
            return x, y, 0.0
        turned = [(b, a, r) for a, b, r in self.circles]
        y, x = parking(float(np.clip(x, -3.5, 3.5)), size, 1, turned)
        self.circles += [(b, a, r) for a, b, r in parked_circles(y, x, size)]
        return x, y, 90.0


def outside(
    ground: list[tuple[float, float, float]], floor: Floor, on_table: bool, wanted: tuple[float, float]
) -> tuple[float, float]:
    """No place near by: behind everything that stands there; on a table and within walls the free place
    nearest to the wanted one, or where most room is left."""
    if not on_table:
        back = max((y + r for _, y, r in floor.circles), default=0.0)
        return 0.0, back + max(r for _, _, r in ground) - min(dy for _, dy, _ in ground) + 0.01
    wide = max(abs(dx) + r for dx, _, r in ground)
    deep = max(abs(dy) + r for _, dy, r in ground)
    reach_x, reach_y = max(floor.half[0] - wide, 0.0), max(floor.half[1] - deep, 0.0)
    spots = [
        (float(x), float(y))
        for x in np.linspace(-reach_x, reach_x, 15)
        for y in np.linspace(-reach_y, reach_y, 15)
    ]

    def room(at: tuple[float, float]) -> float:
        gaps = [
            np.hypot(at[0] + dx - a, at[1] + dy - b) - r - c
            for dx, dy, r in ground
            for a, b, c in floor.circles
        ]
        return float(min(gaps, default=0.0))

    free = [at for at in spots if room(at) > _GAP_M]
    if free:
        return min(free, key=lambda at: float(np.hypot(at[0] - wanted[0], at[1] - wanted[1])))
    return max(spots, key=room)


_GAP_M = 0.02
"""What stands side by side leaves so much room between [m]."""
