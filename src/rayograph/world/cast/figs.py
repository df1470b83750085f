"""A fig: a squat drop with faint ribs, dusky purple with a bloom, greener to its short neck."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fruit import lathe_lattice, mix
from rayograph.world.cast.lattice import wrapped
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Part, Prop

_PROFILE = np.array(
    [(0, 0.0022), (0.006, 0.0008), (0.013, 0.0006), (0.0205, 0.007), (0.0255, 0.0175), (0.0258, 0.027),
     (0.0215, 0.037), (0.0140, 0.045), (0.0082, 0.051), (0.0054, 0.056), (0.0046, 0.0605), (0.0034, 0.0618),
     (0, 0.0615)]
)  # fmt: skip
"""Half outline [m] from its eye to the cut end of its neck."""
RIBS = 11


def fig(member: CastMember, rng: np.random.Generator) -> Prop:
    """A fresh fig standing on its eye, its neck a little bent."""
    points = lathe_lattice(_PROFILE * float(rng.uniform(0.94, 1.06)), 130, 180)
    angle = np.linspace(0, 2 * np.pi, 181)[None]
    up = points[..., 2] / points[..., 2].max()
    rib = np.cos(RIBS * angle + 1.2 * up) * np.sin(np.pi * np.clip(up, 0, 1))
    points[..., :2] *= (1 + 0.013 * rib)[..., None]
    turn, lean = float(rng.uniform(0, 6.28)), float(rng.uniform(0.002, 0.006))
    points[..., 0] += lean * np.cos(turn) * smoothstep(0.5, 1.0, up)
    points[..., 1] += lean * np.sin(turn) * smoothstep(0.5, 1.0, up)
    lump = noise3(points.reshape(-1, 3) * 60, seed=member.seed).reshape(points.shape[:2])
    points[..., :2] *= (1 + 0.012 * lump)[..., None]
    skin = wrapped(points)
    chosen = np.array(from_hex(finish.hue(member, rng) or "#3a2338"))
    high = up.ravel()
    cloud = fbm3(skin.vertices / 0.02, octaves=4, seed=member.seed)
    colour = mix(chosen * (1 + 0.2 * cloud[:, None]), np.array(from_hex("#7d8a4a")),
                 0.75 * smoothstep(0.72, 1.0, high + 0.12 * cloud))  # fmt: skip
    bloom = 0.20 * smoothstep(-0.1, 0.5, cloud) * (1 - high)
    colour = mix(colour, np.array(from_hex("#8a86a0")), bloom)
    stripes = 0.18 * smoothstep(0.4, 1.0, rib.ravel()) * high
    colour = mix(colour, np.array(from_hex("#7a4a58")), stripes)
    surface = replace(finish.body(member, rng), roughness=0.5)
    radius = float(np.ptp(skin.vertices[:, 0])) / 2
    walls = (solids.ball(radius, (0.0, 0.0, radius)), solids.cylinder(0.4 * radius, 0.0, 0.2 * radius),
             solids.cylinder(0.005, 1.7 * radius, float(skin.vertices[:, 2].max())))  # fmt: skip
    painted = replace(skin, colour=np.clip(colour, 0, 1))
    mass = abs(finish.volume(skin)) * 950
    return Prop(
        parts=(Part(mesh=painted, material=surface),),
        colliders=walls,
        mass=mass,
        friction=0.55,
        restitution=0.15,
    )


FIGS: dict[str, Generator] = {"fig": fig}
