"""What stands where on a street: lamp posts and benches on the pavement, parked cars along the kerb."""

import numpy as np

from rayograph.plan.facts import Facts, Relation

KERB_X = 4.5
"""Half width of the carriageway [m], near enough on both sides."""
PAVEMENT_Z = 0.12
"""Height of the pavement over the carriageway [m]."""
_PAVEMENT = (4.8, 6.9)
"""Where the pavement is free to stand on, from the middle of the street [m]."""
_PARKED_X = 3.3
KERBSIDE = frozenset(
    "lamp_post hydrant bench trash_can tree bush plant table ladder sign "
    "neon_sign shop_sign awning chair "
    "phone_box post_box mailbox newspaper_box traffic_light parking_meter sandwich_board vending_machine "
    "parasol camp_chair market_stall barrel crate stop_sign street_name_sign".split()
)
VEHICLES = frozenset(
    "convertible tractor caravan "
    "car van suv pickup truck bus double_decker motorbike scooter tram police_car ambulance "
    "fire_engine".split()
)
_OWN = {
    -1: ((-5.15, 3.8, 0.35), (-5.3, 5.6, 1.0), (-5.3, 7.4, 0.5)),
    1: ((4.95, 6.5, 0.35), (6.2, 1.85, 1.1), (6.2, 4.65, 1.1), (5.1, -6.0, 0.9), (4.8, -6.9, 0.3)),
}
"""Side of the street → circles of what the set itself keeps there [m]: lamps, benches, cafe tables."""


def on_pavement(facts: Facts) -> frozenset[int]:
    """Things that belong on the pavement, and what stands with them; what moves along stays on the road."""
    moving = {m.subject for m in facts.motions if m.style not in ("drop", "bounce", "topple", "spin")}
    chosen = {i for i, t in enumerate(facts.things) if t.kind in KERBSIDE and i not in moving}
    for _ in facts.things:
        for relation in facts.relations:
            chosen |= _drawn_along(relation, chosen, moving, facts)
    return frozenset(chosen)


def _drawn_along(relation: Relation, chosen: set[int], moving: set[int], facts: Facts) -> set[int]:
    pair = {relation.subject, relation.target} - {-1}
    light = {i for i in pair if facts.things[i].kind not in VEHICLES and i not in moving}
    return light if pair & chosen else set()


def runs_into_kerbside(facts: Facts) -> bool:
    """Whether something rolls or slides along the pavement into what stands there."""
    return any(
        m.style in ("roll", "slide")
        and m.target >= 0
        and facts.things[m.target].kind in KERBSIDE
        and facts.things[m.subject].kind not in VEHICLES
        for m in facts.motions
    )


def is_parked(facts: Facts, thing: int) -> bool:
    """Whether a thing is a vehicle that stands at the kerb."""
    return facts.things[thing].kind in VEHICLES and thing not in {m.subject for m in facts.motions}


def kerb_x(wanted: float, side: int) -> float:
    """Where on the pavement of a side something wanted at `wanted` may stand [m]."""
    return side * float(np.clip(abs(wanted), _PAVEMENT[0] + 0.55, _PAVEMENT[1] - 0.4))


def pavement_fits(
    x: float, y: float, radius: float, side: int, taken: list[tuple[float, float, float]]
) -> bool:
    """Whether a circle lies on the pavement, clear of the set's own things and of what is `taken`."""
    r = min(radius, 0.95)
    inside = _PAVEMENT[0] <= side * x - r and side * x + r <= _PAVEMENT[1] and abs(y) < 5.0
    return inside and all((x - a) ** 2 + (y - b) ** 2 >= (r + c) ** 2 for a, b, c in (*_OWN[side], *taken))


def far_pavement_fits(x: float, y: float, radius: float, taken: list[tuple[float, float, float]]) -> bool:
    """The same where the camera looks across: the far pavement runs along the frame."""
    r = min(radius, 0.95)
    own = [(-b, a, c) for a, b, c in _OWN[1] if c < 1.1]  # Its cafe stands where the named front is.
    inside = _PAVEMENT[0] <= y - r and y + r <= _PAVEMENT[1] + 0.2 and abs(x) < 5.5
    return inside and all((x - a) ** 2 + (y - b) ** 2 >= (r + c) ** 2 for a, b, c in (*own, *taken))


def parking(
    y: float, size: tuple[float, float, float], side: int, taken: list[tuple[float, float, float]]
) -> tuple[float, float]:
    """A free place at the kerb for a vehicle of `size`, as near to depth `y` as there is one [m]."""
    half_w, half_l = size[0] / 2, size[1] / 2
    x = side * min(_PARKED_X, KERB_X - 0.2 - half_w)
    for step in range(40):
        trial = y + 0.35 * ((step + 1) // 2) * (1 if step % 2 else -1)
        gaps = [
            np.hypot(max(abs(a - x) - half_w, 0.0), max(abs(b - trial) - half_l, 0.0)) - r
            for a, b, r in taken
        ]
        if min(gaps, default=1.0) > 0.1 and trial < 9.0:
            return x, trial
    return x, y


def parked_circles(x: float, y: float, size: tuple[float, float, float]) -> list[tuple[float, float, float]]:
    """Circles that cover a parked vehicle [m]."""
    half_w, half_l = size[0] / 2, size[1] / 2
    return [(x, y + k * (half_l - half_w), half_w) for k in (-1, -0.33, 0.33, 1)]
