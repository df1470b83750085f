"""More balls of games: baseball, volleyball, rugby ball; and a wrecking ball with its shackle."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import balls, finish
from rayograph.world.cast.bent import around
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, ball, part, post, trim
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.shaping import hoop, placed, rod, rounded, stretched, turned
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator


def baseball(member: CastMember, rng: Rng) -> Prop:
    """A white leather ball with its red stitches along both sides of one closed seam."""
    radius, unit = 0.0365 * float(rng.uniform(0.98, 1.02)), balls._unit()
    away = balls._seam(unit)
    hide = np.array(from_hex(member.colour or "#efe9da"))
    soil = fbm3(unit * 5, octaves=4, seed=member.seed)
    colour = mix(hide * (1 + 0.07 * soil[:, None]), np.array(from_hex("#8a7a62")),
         smoothstep(0.03, 0.0, away))  # fmt: skip
    leather = replace(trim(member, "leather", "#efe9da"), roughness=0.55, bump=None)
    skin = balls._skin(unit, radius, -0.0006 * smoothstep(0.05, 0.0, away), colour)
    t = np.linspace(0, 2 * np.pi, 4001)
    a, b = 0.5 + 0.56 / 2.6, 0.5 - 0.56 / 2.6
    seam = np.stack([a * np.cos(t) + b * np.cos(3 * t), a * np.sin(t) - b * np.sin(3 * t), 2
         * np.sqrt(a * b) * np.sin(2 * t)], 1)  # fmt: skip
    seam /= np.linalg.norm(seam, axis=1, keepdims=True)
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(seam, axis=0), axis=1))])
    stitches = []
    for s in np.linspace(0, run[-1], 109)[:-1]:
        k = int(np.searchsorted(run, s))
        p, way = seam[k], seam[min(k + 4, 4000)] - seam[max(k - 4, 0)]
        way /= np.linalg.norm(way)
        side = np.cross(p, way)
        for q in (-1, 1):
            inner, outer = p * 1.0 + 0.012 * q * side - 0.02 * way, p + 0.085 * q * side + 0.035 * way
            line = np.stack([v / np.linalg.norm(v) * lift for v, lift in ((inner, 0.998),
                 ((inner + outer) / 2, 1.02), (outer, 0.998))])  # fmt: skip
            stitches.append(rod(line * radius, 0.00062, 5))
    thread = trim(member, "linen", member.accent or "#b3161b")
    return balls._rolled([part(leather, skin), part(thread, *stitches)], radius, rng, mass=0.145, bounce=0.5)


def volleyball(member: CastMember, rng: Rng) -> Prop:
    """A ball of eighteen panels, three to a face, in white with two colours."""
    radius, unit = 0.105 * float(rng.uniform(0.98, 1.02)), balls._unit()
    axis = np.abs(unit).argmax(1)
    rows = np.arange(len(unit))
    depth = np.abs(unit[rows, axis])
    across = unit[rows, (axis + 1) % 3] / depth
    along = unit[rows, (axis + 2) % 3] / depth
    band = np.clip(np.floor((np.arctan(across) / (np.pi / 4) + 1) * 1.5), 0, 2)
    inks = [np.array(from_hex(c)) for c in (member.colour or "#f0ead8", "#2455a0"
         if not member.colour else "#f0ead8", member.accent or "#e2b22a")]  # fmt: skip
    colour = np.stack([inks[0], inks[1], inks[2]])[((band + axis) % 3).astype(int)]
    u = (np.arctan(across) / (np.pi / 4) + 1) * 1.5
    line = np.minimum(np.abs(u - np.round(u)), (1 - np.maximum(np.abs(across), np.abs(along))) * 1.4)
    groove = smoothstep(0.045, 0.0, line)
    colour = mix(colour, colour * 0.45, groove)
    leather = replace(trim(member, "leather", "#f0ead8"), roughness=0.5, bump=None)
    skin = balls._skin(unit, radius, -0.0018 * groove, colour)
    return balls._rolled([part(leather, skin)], radius, rng, mass=0.27, bounce=0.72)


def rugby_ball(member: CastMember, rng: Rng) -> Prop:
    """An oval ball lying along X: four panels, coloured ends, a lace."""
    long_, r = 0.145, 0.096
    rows, columns = 121, 144
    t = np.linspace(-1, 1, rows)
    ring = np.linspace(0, 2 * np.pi, columns + 1) + np.pi / 2
    profile = np.sqrt(np.clip(1 - np.abs(t) ** 2.15, 0, 1)) ** 1.12
    points = np.stack([np.repeat((t * long_)[:, None], columns + 1, 1), r * profile[:, None]
         * np.cos(ring), r * profile[:, None] * np.sin(ring)], 2)  # fmt: skip
    body = wrapped(points, repeats=3)
    u = points.reshape(-1, 3)
    angle = np.repeat(ring[None], rows, 0).ravel()
    seam = smoothstep(0.05, 0.02, np.abs(np.sin(2 * (angle - np.pi / 4))) * np.repeat(profile, columns + 1))
    american = finish.says(member, "american", "football")
    hide = np.array(from_hex(member.colour or ("#7a3d20" if american else "#ece7da")))
    ends = np.array(from_hex(member.accent or ("#f0ebe0" if american else "#1f4f8a")))
    x = np.abs(u[:, 0]) / long_
    stripe = smoothstep(0.60, 0.62, x) * (smoothstep(0.70, 0.68, x) if american else 1)
    pebble = noise3(u * 900, seed=member.seed)
    colour = mix(np.broadcast_to(hide, u.shape) * (1 + 0.05 * pebble[:, None]), ends, stripe)
    colour = mix(colour, colour * 0.35, seam)
    leather = replace(trim(member, "leather", "#ece7da"), roughness=0.5, bump=None)
    laces = [rod([(k, -0.011, r * 0.998), (k, 0, r * 1.012), (k, 0.011, r * 0.998)], 0.0022, 6)
         for k in np.linspace(-0.04, 0.04, 8)]  # fmt: skip
    laces.append(rod([(-0.048, 0, r * 0.985), (0, 0, r * 1.014), (0.048, 0, r * 0.985)], 0.0026, 6))
    tilt = [("x", 28.0)]
    parts = [part(leather, placed(replace(body, colour=np.clip(colour, 0.003, 0.95)),
         turns=tilt)), part(trim(member, "linen", "#f3efe4" if american else "#2a2622"),
         *(placed(m, turns=tilt) for m in laces))]  # fmt: skip
    return assemble(parts, [around(Mesh(vertices=u, faces=body.faces))], mass=0.43,
         friction=0.6, restitution=0.55)  # fmt: skip


def wrecking_ball(member: CastMember, rng: Rng) -> Prop:
    """A scarred steel ball with a welded crown and a shackle on top."""
    r = 0.36
    sphere = shapes.icosphere(6)
    v = sphere.vertices
    dents = 0.010 * fbm3(v * 2.5, octaves=4, seed=member.seed % 53) - 0.006 * smoothstep(0.35,
         0.7, noise3(v * 6, seed=member.seed % 47))  # fmt: skip
    body = rounded(Mesh(vertices=v * (r * (1 + dents))[:, None], faces=sphere.faces))
    crown = turned([(0.0, r * 0.90), (0.15, r * 0.90), (0.155, r * 0.96), (0.10, r * 1.02),
         (0.09, r * 1.07), (0, r * 1.07)], 40)  # fmt: skip
    seam = hoop(r * 1.0, 0.009)
    lug = placed(shapes.rounded_box((0.11, 0.05, 0.13), 0.02, 4), at=(0, 0, r * 1.10))
    a = np.linspace(-0.35, np.pi + 0.35, 30)
    bow = rod(np.stack([0 * a, 0.062 * np.cos(a), r * 1.28 + 0.07 * np.sin(a)], 1), 0.0175, 14)
    pin = rod([(0, -0.085, r * 1.19), (0, 0.085, r * 1.19)], 0.017, 14)
    steel = replace(trim(member, member.material or "black_iron", member.colour), roughness=0.42)
    parts = [part(steel, body, crown, lug), part(trim(member, "rusty_metal"), bow, pin, seam)]
    walls = [ball((0, 0, 0), r), post((0, 0, r * 1.2), 0.07, 0.28)]
    return assemble(parts, walls, mass=900.0, friction=0.5, restitution=0.1)


def cannonball(member: CastMember, rng: Rng) -> Prop:
    """A cast-iron shot, pitted, with the line of its mould."""
    r = 0.055
    sphere = shapes.icosphere(5)
    v = sphere.vertices
    pits = 0.006 * fbm3(v * 9, octaves=4, seed=member.seed % 53)
    body = rounded(Mesh(vertices=v * (r * (1 + pits))[:, None], faces=sphere.faces))
    line = placed(stretched(hoop(r * 1.0, 0.0012), (1, 1, 1)), turns=[("x", float(rng.uniform(10, 70)))])
    steel = replace(trim(member, member.material or "black_iron", member.colour), roughness=0.5)
    return assemble([part(steel, body, line)], [ball((0, 0, 0), r)], mass=5.4, friction=0.5, restitution=0.15)


MATCH_BALLS: dict[str, Generator] = {"baseball": baseball, "volleyball": volleyball, "rugby_ball": rugby_ball,
                                     "wrecking_ball": wrecking_ball, "cannonball": cannonball}  # fmt: skip
