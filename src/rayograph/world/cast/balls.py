"""Balls of games: basketball, tennis ball, billiard ball, beach ball."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float
from scipy.spatial import cKDTree

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import part, trim
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.lettered import panel, stamped
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import rotation, translation

Rng = np.random.Generator
_ROWS, _COLUMNS = 150, 240


def _unit() -> Float[np.ndarray, "n 3"]:
    return spheroid((1.0, 1.0, 1.0), _ROWS, _COLUMNS).vertices


def _skin(unit: np.ndarray, radius: float, relief: np.ndarray, colour: np.ndarray) -> Mesh:
    """A ball whose surface stands off by `relief` [m], painted vertex by vertex."""
    points = (unit * (radius + relief)[:, None]).reshape(_ROWS, _COLUMNS + 1, 3)
    return replace(wrapped(points, repeats=4), colour=np.clip(colour, 0.003, 0.95))


def _rolled(
    parts: list[Part], radius: float, rng: Rng, *, mass: float, bounce: float, friction: float = 0.6
) -> Prop:
    """The ball turned at random, on the ground."""
    turn = rotation("z", float(rng.uniform(0, 360))) @ rotation("x", float(rng.uniform(-50, 50)))
    pose = translation(0, 0, radius) @ turn
    moved = tuple(replace(p, mesh=p.mesh.moved(pose)) for p in parts)
    return Prop(
        parts=moved,
        colliders=(solids.ball(radius, (0, 0, radius)),),
        mass=mass,
        friction=friction,
        restitution=bounce,
    )


def _seam(unit: np.ndarray, share: float = 0.56) -> np.ndarray:
    """Distance of points of the unit sphere from the closed seam of a tennis ball."""
    t = np.linspace(0, 2 * np.pi, 2000)
    a, b = 0.5 + share / 2.6, 0.5 - share / 2.6
    curve = np.stack(
        [
            a * np.cos(t) + b * np.cos(3 * t),
            a * np.sin(t) - b * np.sin(3 * t),
            2 * np.sqrt(a * b) * np.sin(2 * t),
        ],
        1,
    )
    curve /= np.linalg.norm(curve, axis=1, keepdims=True)
    return np.asarray(cKDTree(curve).query(unit)[0])


def tennis_ball(member: CastMember, rng: Rng) -> Prop:
    """A felted ball with its pale seam."""
    radius, unit = 0.0335 * float(rng.uniform(0.98, 1.02)), _unit()
    away = _seam(unit)
    fuzz = noise3(unit * 70, seed=member.seed) * 0.5 + fbm3(unit * 24, octaves=3, seed=member.seed + 1)
    felt = np.array(from_hex(finish.hue(member, rng) or "#c6d83a"))
    line = smoothstep(0.075, 0.045, away)
    colour = mix(felt * (1 + 0.10 * fuzz[:, None]), np.array(from_hex("#e9ead8")), line)
    relief = 0.00035 * fuzz * (1 - line) - 0.0005 * line
    cloth = replace(trim(member, "linen", "#c6d83a"), roughness=0.95, sheen=0.8, bump=None)
    return _rolled([part(cloth, _skin(unit, radius, relief, colour))], radius, rng, mass=0.058, bounce=0.75)


def basketball(member: CastMember, rng: Rng) -> Prop:
    """A pebbled ball with eight panels between black channels."""
    radius, unit = 0.120 * float(rng.uniform(0.98, 1.02)), _unit()
    x, y, z = np.abs(unit).T
    ovals = np.abs(np.hypot(unit[:, 0], 0 * x) - (0.55 + 0.22 * unit[:, 2] ** 2))
    channel = np.minimum(np.minimum(z, y), ovals)
    groove = smoothstep(0.030, 0.014, channel)
    pebble = smoothstep(0.0, 0.6, noise3(unit * 46, seed=member.seed))
    hide = np.array(from_hex(finish.hue(member, rng) or "#c2601f"))
    wear = fbm3(unit * 3, octaves=4, seed=member.seed + 2)
    colour = mix(
        hide * (1 + 0.12 * wear[:, None] + 0.10 * pebble[:, None]), np.array(from_hex("#17130f")), groove
    )
    rubber = replace(trim(member, "rubber", "#c2601f"), roughness=0.55, bump=None)
    relief = 0.0005 * pebble * (1 - groove) - 0.0016 * groove
    return _rolled([part(rubber, _skin(unit, radius, relief, colour))], radius, rng, mass=0.62, bounce=0.78)


def _number(member: CastMember, rng: Rng) -> int:
    """The number of a ball, by its place in the cast: a rack holds each once, and 8 in the middle."""
    rank = member.id.rpartition("_")[2]
    order = (1, 9, 2, 10, 8, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15)
    return order[(int(rank) - 2) % 15] if rank.isdecimal() else int(rng.integers(1, 16))


def billiard_ball(member: CastMember, rng: Rng) -> Prop:
    """A pool ball: white cue ball, or a number in a white spot on a colour, banded from nine on."""
    radius, unit = 0.0286, _unit()
    ivory = np.array(from_hex("#f0ead6"))
    colours = ("#d9a31a", "#1c3f94", "#b3191c", "#4a2a73", "#d9661a", "#14663a", "#7a1c22", "#141416")
    number = next((n for n in range(15, 0, -1) if says(member, f" {n} ", f"{n}-ball", f"number {n}")), 0)
    number = 8 if says(member, "eight", "black ball") else number or _number(member, rng)
    cue = says(member, "cue", "white") and not says(member, "eight")
    chosen = np.array(from_hex(member.colour or colours[(number - 1) % 8]))
    inked = np.broadcast_to(chosen, unit.shape)
    if number > 8 and not member.colour:
        inked = mix(inked, ivory, smoothstep(0.52, 0.54, np.abs(unit[:, 2])))
    spot = smoothstep(0.42, 0.40, np.hypot(unit[:, 0], unit[:, 2])) * (unit[:, 1] < 0)
    colour = np.broadcast_to(ivory, unit.shape) if cue else mix(inked, ivory, spot)
    resin = replace(trim(member, "plastic", "#f0ead6"), roughness=0.06, bump=None, clearcoat=1.0)
    parts = [part(resin, _skin(unit, radius, np.zeros(len(unit)), colour))]
    if not cue:
        u, v = np.meshgrid(np.linspace(-0.27, 0.27, 13), np.linspace(-0.27, 0.27, 13))
        points = np.stack([u, -np.sqrt(1 - u**2 - v**2), v], 2) * (radius + 0.00008)
        digits = stamped(str(number), "#17171a", "#f0ead6", 1.0, ruled=False, gloss=0.08)
        parts.append(part(replace(digits, clearcoat=1.0), panel(points)))
    pose = (
        translation(0, 0, radius)
        @ rotation("z", float(rng.uniform(-70, 70)))
        @ rotation("x", float(rng.uniform(-40, 25)))
    )
    moved = tuple(replace(p, mesh=p.mesh.moved(pose)) for p in parts)
    return Prop(
        parts=moved,
        colliders=(solids.ball(radius, (0, 0, radius)),),
        mass=0.17,
        friction=0.25,
        restitution=0.85,
    )


def beach_ball(member: CastMember, rng: Rng) -> Prop:
    """A blown ball of six gores, white between colours, with welded seams and round ends."""
    radius, unit = 0.180 * float(rng.uniform(0.97, 1.03)), _unit()
    inks = [
        np.array(from_hex(c))
        for c in (
            member.colour or "#d1261f",
            "#f4f1ea",
            "#e8b81c",
            "#f4f1ea",
            member.accent or "#1f5fae",
            "#f4f1ea",
        )
    ]
    angle = np.arctan2(unit[:, 1], unit[:, 0]) / (2 * np.pi) * 6 % 6
    colour = np.stack(inks)[np.minimum(angle.astype(int), 5)]
    pole = np.hypot(unit[:, 0], unit[:, 1])
    colour = np.where((pole < 0.16)[:, None], np.stack(inks)[1], colour)
    seam = smoothstep(0.05, 0.0, np.abs((angle + 0.5) % 1 - 0.5) * pole) + smoothstep(
        0.02, 0.0, np.abs(pole - 0.16)
    )
    pucker = 0.0016 * np.sin(unit[:, 2] * 60) * smoothstep(0.16, 0.02, np.abs((angle + 0.5) % 1 - 0.5) * pole)
    film = replace(trim(member, "plastic", "#f4f1ea"), roughness=0.14, bump=None, clearcoat=0.8)
    skin = _skin(unit, radius, -0.0022 * np.clip(seam, 0, 1) + pucker, colour)
    return _rolled([part(film, skin)], radius, rng, mass=0.10, bounce=0.72)
