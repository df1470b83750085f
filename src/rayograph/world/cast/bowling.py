"""The bowling alley: a ball with its three holes, a pin with its two red bands."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.fitting import assemble, part, trim
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.shaping import painted, turned
from rayograph.world.noise import fbm3, smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator
_PIN = (
    (0.000, 0.0258), (0.008, 0.0286), (0.019, 0.0355), (0.057, 0.0495), (0.0857, 0.0575), (0.1143, 0.0605),
    (0.1492, 0.0579), (0.184, 0.0469), (0.219, 0.0316), (0.238, 0.0249), (0.254, 0.0228), (0.276, 0.0237),
    (0.298, 0.0277), (0.321, 0.0311), (0.3429, 0.0323), (0.359, 0.0292), (0.370, 0.0226), (0.378, 0.0123),
    (0.381, 0.0),
)  # fmt: skip
"""Height and radius [m] of a tenpin by the rules of the USBC."""
_BANDS = ((0.243, 0.251), (0.262, 0.270))
"""Heights between which the neck is red [m]."""


def bowling_pin(member: CastMember, rng: Rng) -> Prop:
    """A maple pin under white plastic, two red bands round its neck."""
    heights = np.array([h for h, _ in _PIN])
    fine = np.unique(np.concatenate([np.linspace(0, 0.381, 96), np.array(_BANDS).ravel()]))
    radii = np.interp(fine, heights, [r for _, r in _PIN])
    mesh = turned([(0.0, 0.0), *((float(r), float(h)) for h, r in zip(fine, radii, strict=True))], 56)
    white = np.array(from_hex(finish.hue(member, rng) or "#f2eee4"))
    red = np.array(from_hex(member.accent or "#b3191c"))
    z = mesh.vertices[:, 2]
    inked = sum(smoothstep(a - 0.0012, a, z) * smoothstep(b + 0.0012, b, z) for a, b in _BANDS)
    colour = white + (red - white) * np.clip(inked, 0, 1)[:, None]
    shell = replace(trim(member, "plastic", "#f2eee4"), roughness=0.16, bump=None, clearcoat=0.8)
    solid = solids.stack(
        np.array([(r, h) for h, r in _PIN]), (0.0, 0.019, 0.1143, 0.184, 0.254, 0.3429, 0.381)
    )
    return assemble([part(shell, replace(mesh, colour=np.clip(colour, 0.003, 0.95)))], solid,
                    mass=1.55, friction=0.3, restitution=0.45)  # fmt: skip


def bowling_ball(member: CastMember, rng: Rng) -> Prop:
    """A polished ball, marbled, with three finger holes."""
    radius = 0.108
    mesh = spheroid((radius, radius, radius), 120, 200)
    unit = mesh.vertices / radius
    ink = np.array(from_hex(finish.hue(member, rng) or "#16244f"))
    swirl = fbm3(unit * 2.2 + 1.5 * fbm3(unit * 1.3, octaves=3, seed=member.seed)[:, None], octaves=4,
                 seed=member.seed + 1)  # fmt: skip
    colour = ink * (1 + 0.9 * smoothstep(-0.1, 0.5, swirl)[:, None])
    for across, up in ((-0.13, 0.80), (0.13, 0.80), (0.0, 0.55)):
        hole = np.array([across, -np.sqrt(1 - across**2 - up**2), up])
        away = np.linalg.norm(unit - hole, axis=1)
        colour = colour * (1 - 0.985 * smoothstep(0.115, 0.095, away)[:, None])
    resin = replace(trim(member, "plastic", "#16244f"), roughness=0.08, bump=None, clearcoat=1.0)
    body = replace(painted(mesh, (0.5, 0.5, 0.5)), colour=np.clip(colour, 0.002, 0.95))
    lifted = replace(body, vertices=body.vertices + [0.0, 0.0, radius])
    return assemble([part(resin, lifted)], [solids.ball(radius, (0, 0, radius))],
                    mass=6.4, friction=0.2, restitution=0.5)  # fmt: skip
