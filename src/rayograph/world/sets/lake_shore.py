"""Stones and driftwood: boulders in the meadow and the shallows, a pebbled shore, a fallen log."""

import numpy as np
from scipy.spatial import ConvexHull

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge, smooth_normals
from rayograph.world.noise import fbm3, smoothstep
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.terrain import SHORE, Landscape, ground
from rayograph.world.shapes import icosphere, tube

_NEAR_WATER = 8.0
"""Where the stage lies at the water, stones lie from so far before it [m]."""
_STONES = tuple(from_hex(code) for code in ("#8d8780", "#7b7670", "#a0937f", "#6f6c6a", "#988d84"))


def _rock(rng: np.random.Generator, levels: int) -> Mesh:
    """A weathered stone of about unit radius: a ball cut by planes, its edges worn, lichen and dark seams."""
    ball = icosphere(levels)
    points = ball.vertices.copy()
    for _ in range(int(rng.integers(9, 15))):
        normal = rng.normal(size=3)
        normal /= np.linalg.norm(normal)
        above = points @ normal - rng.uniform(0.55, 0.88)
        points -= np.where(above > 0, above * 0.90, 0)[:, None] * normal
    points *= rng.uniform([0.85, 0.65, 0.45], [1.25, 1.0, 0.75])
    start = rng.uniform(0, 50, 3)
    lumps = fbm3(ball.vertices * 1.6 + start, octaves=3, seed=3)
    grit = fbm3(ball.vertices * 6.0 + start, octaves=3, seed=5)
    points = points + ball.vertices * (0.10 * lumps + 0.035 * grit)[:, None]
    base = np.array(_STONES[int(rng.integers(0, len(_STONES)))])
    tone = base * (1 + 0.35 * lumps + 0.40 * grit)[:, None]
    growth = fbm3(ball.vertices * 2.3 + start + 9, octaves=4, seed=7)
    moss = smoothstep(0.12, 0.45, growth + 0.35 * ball.vertices[:, 2])[:, None] * rng.uniform(0.0, 0.8)
    crust = smoothstep(0.28, 0.42, -growth)[:, None] * 0.6
    tone = tone * (1 - moss) + np.array(from_hex("#6c7040")) * moss
    tone = tone * (1 - crust) + np.array(from_hex("#b5ae96")) * crust
    return Mesh(vertices=points, faces=ball.faces, colour=np.clip(tone, 0.02, 0.8))


def _placed(
    rock: Mesh, land: Landscape, x: float, y: float, size: float, rng: np.random.Generator, snow: float
) -> Mesh:
    """A rock set into the ground at (x, y), wet where the water reaches."""
    yaw, tilt = rng.uniform(0, 2 * np.pi), rng.normal(0, 0.25)
    turn = np.array([[np.cos(yaw), -np.sin(yaw), 0], [np.sin(yaw), np.cos(yaw), 0], [0, 0, 1.0]])
    lean = np.array([[1, 0, 0], [0, np.cos(tilt), -np.sin(tilt)], [0, np.sin(tilt), np.cos(tilt)]])
    points = size * rock.vertices @ (turn @ lean).T
    z = float(ground(land, np.array([x]), np.array([y]), octaves=0).z[0])
    points = points + [x, y, z + 0.12 * size]
    normals = smooth_normals(points, rock.faces)
    wet = smoothstep(land.site.water + 0.14, land.site.water + 0.05, points[:, 2])[:, None]
    colour = (rock.colour if rock.colour is not None else np.full_like(points, 0.3)) * (1 - 0.55 * wet)
    white = snow * smoothstep(0.35, 0.6, normals[:, 2:3]) * (1 - wet)
    return Mesh(vertices=points, faces=rock.faces, normals=normals, colour=colour * (1 - white) + 0.8 * white)


def _boulders(rng: np.random.Generator) -> list[tuple[float, float, float]]:
    """(x, y, size) [m]: a family of stones ahead of the stage, some all round, none where a camera stands."""
    found = []
    x, y = rng.choice([-1.0, 1.0]) * rng.uniform(3.2, 5.6), rng.uniform(6.0, 9.0)
    for size in (
        rng.uniform(0.5, 0.85),
        rng.uniform(0.25, 0.45),
        rng.uniform(0.14, 0.25),
        rng.uniform(0.1, 0.2),
    ):
        found.append((float(x), float(y), float(size)))
        x, y = x + rng.normal(0, 0.9), y + rng.normal(0, 0.7)
    for _ in range(int(rng.integers(6, 10))):
        away, turn = rng.uniform(6.2, 15), rng.uniform(0, 2 * np.pi)
        size = min(0.18 + 0.28 * rng.pareto(2.2), 0.09 * away)
        found.append((float(away * np.cos(turn)), float(away * np.sin(turn)), float(size)))
    return [
        spot for spot in found if np.hypot(spot[0], spot[1]) > 5.2 and not (spot[1] < -3 and abs(spot[0]) < 3)
    ]


def build_stones(
    land: Landscape, rng: np.random.Generator, *, detail: float, snow: float
) -> tuple[list[Part], list[Collider]]:
    """Boulders, stones and pebbles as one part; hulls of the boulders near the stage."""
    shapes = [[_rock(rng, levels) for _ in range(5)] for levels in (1, 2, 3, 3 if detail < 0.6 else 4)]
    meshes: list[Mesh] = []
    colliders: list[Collider] = []
    for x, y, size in _boulders(rng):
        mesh = _placed(shapes[3][int(rng.integers(5))], land, x, y, size, rng, snow)
        meshes.append(mesh)
        hull = mesh.vertices[ConvexHull(mesh.vertices).vertices]
        colliders.append(Collider(kind="hull", vertices=hull[:: max(len(hull) // 80, 1)]))
    near = _NEAR_WATER if land.site.shore < SHORE else 0.0
    across, along = rng.uniform(-45, 45, 900), rng.uniform(-near, 40, 900)
    shore = ground(land, across, along, octaves=0).shore
    stage = near > 0 and (np.abs(across) < 4.6) & (np.abs(along) < 3.4)
    banks = np.flatnonzero((shore > -3.5) & (shore < 3.0) & ~stage)[: int(110 * detail)]
    for i in banks:
        size = float(np.clip(0.07 + 0.09 * rng.pareto(1.7), 0.06, 0.75))
        rock = shapes[1 + (size > 0.3)][int(rng.integers(5))]
        meshes.append(_placed(rock, land, across[i], along[i], size, rng, snow))
    meshes.append(_pebbles(land, rng, shapes[0], int(1500 * detail), 0.030))
    grains = [_rock(rng, 0) for _ in range(6)]
    meshes.append(_pebbles(land, rng, grains, int(5500 * detail), 0.014))
    stone = Material(name="lake_stone", roughness=0.8, specular=0.35)
    return [Part(mesh=merge(meshes), material=stone)], colliders


def _pebbles(land: Landscape, rng: np.random.Generator, shapes: list[Mesh], count: int, least: float) -> Mesh:
    """Pebbles strewn along the water's edge, denser and finer towards it, wet at its lip."""
    x = rng.normal(0, 13, count * 12)
    y = rng.uniform(2 if land.site.shore > 0 else -_NEAR_WATER, 26, count * 12)
    at = ground(land, x, y, octaves=0)
    reach = 1.7 * min(1.0, 0.2 + 0.8 * land.site.lip / 4.4)
    keep = np.flatnonzero((at.shore > -1.2) & (at.shore < rng.exponential(reach, len(x))))[:count]
    parts = []
    for k, shape in enumerate(shapes):
        mine = keep[k :: len(shapes)]
        size = np.clip(least * (1 + rng.pareto(2.4, len(mine))), least, 4 * least)[:, None, None]
        yaw = rng.uniform(0, 2 * np.pi, len(mine))
        cos, sin = np.cos(yaw)[:, None], np.sin(yaw)[:, None]
        px, py, pz = shape.vertices.T
        spots = np.stack(
            [px * cos - py * sin, px * sin + py * cos, np.broadcast_to(pz, (len(mine), len(pz)))], 2
        )
        spots = spots * size + np.stack([x[mine], y[mine], at.z[mine]], 1)[:, None]
        spots[..., 2] += 0.25 * size[..., 0]
        faces = (shape.faces[None] + (np.arange(len(mine)) * len(px))[:, None, None]).reshape(-1, 3)
        tone = np.array(_STONES)[rng.integers(0, len(_STONES), len(mine))] * rng.uniform(
            0.6, 1.35, (len(mine), 1)
        )
        wet = smoothstep(land.site.water + 0.10, land.site.water + 0.03, at.z[mine])[:, None]
        colour = np.repeat(tone * (1 - 0.5 * wet), len(px), 0)
        points = spots.reshape(-1, 3)
        parts.append(
            Mesh(
                vertices=points,
                faces=faces,
                normals=smooth_normals(points, faces),
                colour=np.clip(colour, 0.02, 0.8),
            )
        )
    return merge(parts)


def build_log(land: Landscape, rng: np.random.Generator) -> tuple[Part, Collider]:
    """A fallen trunk with broken branches, lying along the shore to one side."""
    side, turn = float(rng.choice([-1.0, 1.0])), rng.uniform(-0.5, 0.5)
    length, thick = rng.uniform(3.4, 5.0), rng.uniform(0.13, 0.19)
    t = np.linspace(-0.5, 0.5, 26)
    x = side * rng.uniform(5.4, 6.6) + t * length * np.cos(turn)
    back = rng.uniform(4.7, 6.3)
    y = (
        (land.site.shore - back if land.site.shore >= SHORE else min(back - 3.2, 1.0))
        + t * length * np.sin(turn)
        + 0.10 * np.sin(5 * t + side)
    )
    z = ground(land, x, y, octaves=0).z
    z = np.maximum(np.polyval(np.polyfit(t, z, 1), t), z - 0.35 * thick) + 0.62 * thick
    path = np.stack([x, y, z], 1)
    taper = thick * (1.0 - 0.35 * (t + 0.5)) * (1 + 0.05 * rng.normal(size=len(t)))
    pieces = [tube(path, taper, 18)]
    for _ in range(6):
        i = int(rng.integers(4, 22))
        aim = rng.normal(size=3) * [0.7, 0.7, 0.3] + [0, 0, 0.55]
        reach = rng.uniform(0.25, 0.8) * aim / np.linalg.norm(aim)
        knee = path[i] + 0.5 * reach + rng.normal(0, 0.03, 3)
        pieces.append(tube(np.stack([path[i], knee, path[i] + reach]), np.array([0.035, 0.024, 0.012]), 7))
    body = merge([Mesh(vertices=p.vertices, faces=p.faces) for p in pieces])
    spread = body.vertices * [1.0, 1.0, 1.0]
    grain = fbm3(spread * [2.2, 14.0, 14.0], octaves=4, seed=11)
    points = body.vertices + smooth_normals(body.vertices, body.faces) * (0.012 * grain)[:, None]
    tone = np.array(from_hex("#8c8273")) * (1 + 0.55 * grain)[:, None]
    bark = smoothstep(0.05, 0.3, fbm3(spread * 1.9 + 7, octaves=3, seed=13))[:, None]
    tone = tone * (1 - bark) + np.array(from_hex("#5a4636")) * (1 + 0.6 * grain)[:, None] * bark
    mesh = Mesh(vertices=points, faces=body.faces, normals=smooth_normals(points, body.faces),
                colour=np.clip(tone, 0.02, 0.6))  # fmt: skip
    hull = pieces[0].vertices
    return Part(mesh=mesh, material=Material(name="lake_log", roughness=0.85, specular=0.25)), Collider(
        kind="hull", vertices=hull[ConvexHull(hull).vertices][::3]
    )
