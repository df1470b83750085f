"""Fork, spoon and knife: lofted from rounded flat sections, lying with the handle towards the viewer."""

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, hull, part, surface, vary
from rayograph.world.cast.shaping import loft
from rayograph.world.scene import Prop

Rng = np.random.Generator
Line = Float[np.ndarray, "k"]


def _along(length: float, count: int = 72) -> Line:
    return np.linspace(0, length, count)


def _bar(y: Line, half: Line, thick: Line, lift: Line, dish: Line, *, shift: Line | float = 0.0) -> Mesh:
    """A flat bar along Y: half width, thickness, height of its middle and depth of its hollow per row [m]."""
    angle = np.linspace(0, 2 * np.pi, 29)[:-1]
    across = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.75
    rise = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** 0.75
    x = half[:, None] * across + np.broadcast_to(shift, y.shape)[:, None]
    z = lift[:, None] - dish[:, None] * (1 - across**2) + thick[:, None] / 2 * rise
    rings = np.stack([x, np.broadcast_to(y[:, None], x.shape), z], axis=2)
    return loft(rings, crease_deg=60)


def _smooth(y: Line, knots: list[tuple[float, float]]) -> Line:
    """A smooth line through (share of the length, value) knots."""
    from scipy.interpolate import PchipInterpolator

    at, value = np.array(knots).T
    return np.asarray(PchipInterpolator(at, value)(y / y[-1]))


_HANDLE = [(0.0, 0.0030), (0.012, 0.0070), (0.05, 0.0098), (0.15, 0.0092), (0.40, 0.0050), (0.58, 0.0034)]


def _prop(member: CastMember, rng: Rng, meshes: list[Mesh], weight: float) -> Prop:
    points = np.concatenate([mesh.vertices for mesh in meshes])
    cuts = np.quantile(points[:, 1], [0, 0.33, 0.66, 1])
    solids = [hull(points[(points[:, 1] >= a - 1e-3) & (points[:, 1] <= b + 1e-3)])
              for a, b in zip(cuts, cuts[1:], strict=False)]  # fmt: skip
    return assemble([part(surface(member, rng), *meshes)], solids, mass=weight, friction=0.35,
                    restitution=0.4)  # fmt: skip


def spoon(member: CastMember, rng: Rng) -> Prop:
    """A table spoon with an egg-shaped bowl."""
    y = _along(0.196 * vary(rng, 0.03), 96)
    bowl = [(0.66, 0.0042), (0.72, 0.0125), (0.80, 0.0196), (0.88, 0.0200), (0.95, 0.0148), (0.985, 0.0080),
            (1.0, 0.0012)]  # fmt: skip
    half = _smooth(y, _HANDLE + bowl)
    thick = _smooth(y, [(0, 0.0028), (0.1, 0.0028), (0.5, 0.0030), (0.62, 0.0034), (0.74, 0.0018),
                        (1.0, 0.0012)])  # fmt: skip
    dish = _smooth(y, [(0, 0.0), (0.6, 0.0), (0.68, 0.0006), (0.80, 0.0074), (0.88, 0.0076), (0.97, 0.0026),
                       (1.0, 0.0)])  # fmt: skip
    lift = _smooth(y, [(0, 0.0030), (0.12, 0.0020), (0.45, 0.0125), (0.62, 0.0165), (0.72, 0.0118),
                       (0.84, 0.0088), (1.0, 0.0112)])  # fmt: skip
    return _prop(member, rng, [_bar(y, half, thick, lift, dish)], 0.055)


def fork(member: CastMember, rng: Rng) -> Prop:
    """A table fork with four tines."""
    length = 0.196 * vary(rng, 0.03)
    y = _along(length * 0.76, 80)
    head = [(0.80, 0.0038), (0.88, 0.0085), (0.95, 0.0116), (1.0, 0.0119)]
    half = _smooth(y, [(a * 1.2, w) for a, w in _HANDLE] + head)
    thick = _smooth(y, [(0, 0.0028), (0.5, 0.0030), (0.75, 0.0034), (0.9, 0.0024), (1.0, 0.0022)])
    lift = _smooth(y, [(0, 0.0030), (0.15, 0.0020), (0.55, 0.0120), (0.80, 0.0150), (1.0, 0.0066)])
    meshes = [_bar(y, half, thick, lift, _smooth(y, [(0, 0.0), (0.85, 0.0), (1.0, 0.0016)]))]
    t = np.linspace(0, 1, 26)
    reach = np.linspace(length * 0.755, length, 26)
    for k in (-1.5, -0.5, 0.5, 1.5):
        wide = np.interp(t, [0, 0.1, 0.8, 1.0], [0.0024, 0.0021, 0.0017, 0.0006])
        tine = np.interp(t, [0, 0.8, 1.0], [0.0021, 0.0018, 0.0010])
        rise = 0.0062 - 0.0042 * np.sin(np.pi * np.clip(t * 0.9, 0, 1)) + 0.0095 * t**2.2
        meshes.append(_bar(reach, wide, tine, rise - (abs(k) < 1) * 0.0006, 0 * t, shift=k * 0.0064))
    return _prop(member, rng, meshes, 0.048)


def knife(member: CastMember, rng: Rng) -> Prop:
    """A table knife: stout handle, bolster, a straight-backed blade whose edge curves to the tip."""
    y = _along(0.232 * vary(rng, 0.03), 96)
    half = _smooth(
        y,
        [
            (0, 0.0040),
            (0.015, 0.0085),
            (0.06, 0.0100),
            (0.30, 0.0082),
            (0.42, 0.0062),
            (0.46, 0.0064),
            (0.50, 0.0082),
            (0.62, 0.0098),
            (0.84, 0.0102),
            (0.95, 0.0078),
            (0.99, 0.0034),
            (1.0, 0.0008),
        ],
    )
    thick = _smooth(y, [(0, 0.0050), (0.05, 0.0072), (0.30, 0.0066), (0.44, 0.0060), (0.49, 0.0030),
                        (0.6, 0.0020), (1.0, 0.0011)])  # fmt: skip
    back = _smooth(y, [(0, 0.0), (0.5, 0.0), (0.85, 0.0004), (0.95, 0.0024), (1.0, 0.0080)])
    lift = np.full_like(y, 0.0036)
    return _prop(member, rng, [_bar(y, half, thick, lift, 0 * y, shift=back)], 0.075)
