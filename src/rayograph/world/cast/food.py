"""Bananas, grapes and bread."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fruit import dots, mix
from rayograph.world.cast.lattice import mirrored_uv, wrapped
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Collider, Part, Prop
from rayograph.world.shapes import icosphere, rotation, translation, tube


def _centred(meshes: list[Mesh]) -> list[Mesh]:
    """The meshes moved together: box centre over the origin, lowest point on the ground."""
    points = np.concatenate([mesh.vertices for mesh in meshes])
    low, high = points.min(0), points.max(0)
    shift = translation(-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -low[2])
    return [mesh.moved(shift) for mesh in meshes]


def banana(member: CastMember, rng: np.random.Generator) -> Prop:
    """A banana lying on its side: five soft edges, a stalk, a dark tip, sugar spots as it ages."""
    span = float(rng.uniform(108, 128))
    arc = np.deg2rad(np.linspace(-span / 2, span / 2, 110))
    t = np.linspace(0, 1, 110)
    bow = 0.118 * 0.19 / (2 * 0.118 * np.sin(np.deg2rad(span / 2)))
    path = np.stack([bow * np.sin(arc), -bow * np.cos(arc), 0.004 * np.sin(np.pi * t)], axis=1)
    body = 0.0185 * smoothstep(0.075, 0.26, t) ** 0.7 * (1 - 0.55 * smoothstep(0.62, 0.985, t) ** 2)
    thick = np.maximum(body, 0.0058 - 0.0012 * t) + 0.0014 * np.exp(-((t / 0.02) ** 2))
    thick *= np.sqrt(np.clip(1 - ((t - 0.5) / 0.5) ** 60, 0, 1))
    angle = np.linspace(0, 2 * np.pi, 97)
    ridge = 1 + 0.045 * np.cos(5 * angle + 0.4) - 0.012 * np.cos(10 * angle + 0.8)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    up = np.array([0.0, 0.0, 1.0])
    side = np.cross(along, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    ring = (
        side[:, None] * np.cos(angle)[None, :, None]
        + np.cross(side, along)[:, None] * np.sin(angle)[None, :, None]
    )
    points = path[:, None] + ring * (thick[:, None] * ridge[None])[..., None]
    skin = wrapped(points)
    skin = skin if finish.volume(skin) > 0 else wrapped(points[:, ::-1])
    colour = _banana_skin(member, rng, np.repeat(t, 97), skin)
    whole = _centred([replace(skin, colour=colour)])[0]
    cuts = np.quantile(whole.vertices[:, 0], [0, 0.2, 0.4, 0.6, 0.8, 1])
    return Prop(parts=(Part(mesh=whole, material=finish.body(member, rng)),),
                colliders=solids.slices(whole, 0, [float(c) for c in cuts]),
                mass=abs(finish.volume(skin)) * 950,
                friction=0.6, restitution=0.2)  # fmt: skip


def _banana_skin(member: CastMember, rng: np.random.Generator, t: np.ndarray, skin: Mesh) -> np.ndarray:
    ripe = np.array(from_hex(member.colour or "#e3bd36"))
    place = skin.vertices / 0.04
    cloud = fbm3(place * 1.3, octaves=4, seed=member.seed)
    colour = mix(ripe * (1 + 0.12 * cloud[:, None]), np.array(from_hex("#93a03a")),
                 0.75 * smoothstep(0.30, 0.03, t + 0.05 * cloud) + 0.35 * smoothstep(0.80, 0.96,
                 t))  # fmt: skip
    age = float(rng.uniform(0.2, 1.0))
    specks = dots(skin.vertices, int(260 * age), 0.0014, rng) * (0.4 + 0.4 * age)
    colour = mix(colour, np.array(from_hex("#5d3d17")), specks)
    angle = np.tile(np.linspace(0, 2 * np.pi, 97), len(t) // 97)
    edge = smoothstep(0.90, 1.0, np.cos(5 * angle + 0.4)) * smoothstep(-0.2, 0.5, cloud)
    colour = mix(colour, np.array(from_hex("#8a6a22")), 0.35 * edge)
    ends = smoothstep(0.965, 0.985, t) + smoothstep(0.022, 0.006, t)
    return np.clip(mix(colour, np.array(from_hex("#241a10")), 0.92 * ends), 0.003, 0.95)


def grapes(member: CastMember, rng: np.random.Generator) -> Prop:
    """A bunch lying down: berries packed without overlap, dusted with bloom, on a branching stem."""
    half = np.array([0.061, 0.040, 0.034]) * rng.uniform(0.97, 1.05)
    count = 58
    spots = rng.normal(size=(count, 3))
    spots *= (rng.random((count, 1)) ** (1 / 3)) / np.linalg.norm(spots, axis=1, keepdims=True)
    centres = spots * half + [0, 0, half[2]]
    radii = rng.uniform(0.0085, 0.0112, count)
    for _ in range(120):  # push overlapping berries apart, pull them back into the bunch
        gap = centres[:, None] - centres[None]
        distance = np.linalg.norm(gap, axis=2) + np.eye(count)
        overlap = np.clip(0.95 * (radii[:, None] + radii[None]) - distance, 0, None) * (1 - np.eye(count))
        centres += 0.35 * (gap / distance[..., None] * overlap[..., None]).sum(1)
        outside = np.linalg.norm((centres - [0, 0, half[2]]) / half, axis=1)
        centres = np.where(outside[:, None] > 1, centres - 0.02 * (centres - [0, 0, half[2] * 0.7]), centres)
        centres[:, 2] = np.maximum(centres[:, 2] - 0.0001, radii)
    ball = icosphere(3)
    base = np.array(from_hex(finish.hue(member, rng) or "#43213f"))
    berries = [_berry(ball, c, r, base, rng, member.seed) for c, r in zip(centres, radii, strict=True)]
    spine = np.stack([np.linspace(-0.05, 0.068, 14), 0.006 * np.sin(np.linspace(0, 4, 14)),
                      half[2] * (0.9 + 0.75 * np.linspace(0, 1, 14) ** 2)], axis=1)  # fmt: skip
    stems = [tube(spine, np.linspace(0.0012, 0.0022, 14), 10)]
    for index in rng.permutation(count)[:26]:
        node = spine[int(np.argmin(np.linalg.norm(spine - centres[index], axis=1)))]
        toward = centres[index] - node
        end = centres[index] - toward / np.linalg.norm(toward) * radii[index] * 0.9
        stems.append(tube(np.linspace(node, end, 4), 0.0007, 6))
    fruit, wood = _centred([merge(berries), merge(stems)])
    parts = (Part(mesh=fruit, material=finish.body(member, rng)),
             Part(mesh=wood, material=finish.trim(member, "bark", "#6d6a35")))  # fmt: skip
    low, high = fruit.vertices[:, 0].min(), fruit.vertices[:, 0].max()
    return Prop(parts=parts, colliders=solids.slices(fruit, 0, [float(x) for x in np.linspace(low, high, 4)]),
                mass=0.30, friction=0.6, restitution=0.15)  # fmt: skip


def _berry(
    ball: Mesh, centre: np.ndarray, radius: float, base: np.ndarray, rng: np.random.Generator, seed: int
) -> Mesh:
    """One berry: longish, turned at random, with bloom on its crown and a scar at its end."""
    shape = np.array([1.0, 1.0, float(rng.uniform(1.0, 1.16))])
    turn = (rotation("x", float(rng.uniform(0, 360))) @ rotation("y", float(rng.uniform(0, 360))))[:3, :3]
    points = (ball.vertices * shape * radius) @ turn.T
    normals = (ball.vertices / shape) @ turn.T
    bloom = smoothstep(-0.15, 0.75, fbm3(ball.vertices * 1.6 + rng.uniform(0, 50, 3), octaves=3, seed=seed))
    own = base * float(rng.uniform(0.7, 1.35)) * [1, float(rng.uniform(0.85, 1.2)), 1]
    dust = own * 0.55 + np.array(from_hex("#a9a6b4")) * (0.30 + 0.2 * (base[1] > base[0]))
    colour = mix(np.broadcast_to(own, points.shape), dust, 0.55 * bloom)
    scar = np.exp(-(((1 - ball.vertices[:, 2]) / 0.012) ** 2))
    colour = mix(colour, np.array(from_hex("#4a3a20")), scar)
    uv = mirrored_uv(ball.vertices)
    return Mesh(vertices=points + centre, faces=ball.faces, colour=np.clip(colour, 0.002, 0.9), uv=uv,
                normals=normals / np.linalg.norm(normals, axis=1, keepdims=True))  # fmt: skip


CUT = 0.08
"""Where a halved loaf ends, as part of its half length from the middle."""


def bread(member: CastMember, rng: np.random.Generator) -> Prop:
    """A crusty loaf with a flat bottom, burst slashes and a dusting of flour."""
    half = np.array([0.130, 0.060, 0.098]) * rng.uniform(0.96, 1.04, 3)
    halved = finish.says(member, "half", "halved", "cut loaf")
    # Half a loaf ends where the knife went, in a face that closes on its own middle.
    t = np.concatenate([np.linspace(-1, CUT, 140), np.full(50, CUT)]) if halved else np.linspace(-1, 1, 190)
    closing = np.concatenate([np.ones(140), np.linspace(1, 0, 50)])[:, None] if halved else 1.0
    t, angle = t[:, None], np.linspace(0, 2 * np.pi, 181)[None]
    fullness = np.clip(1 - np.abs(t) ** 2.6, 0, 1) ** 0.46
    c, s = np.cos(angle), np.sin(angle)
    y = half[1] * fullness * np.sign(c) * np.abs(c) ** 0.85
    crown = half[2] * (0.30 + 0.70 * fullness) * fullness**0.5
    z = np.where(s > 0, crown * np.abs(s) ** 0.9 * 0.72, -(np.abs(s) ** 0.55) * 0.28 * crown) + 0.28 * half[2]
    z = 0.3 * half[2] + (z - 0.3 * half[2]) * closing
    points = np.stack([half[0] * t + 0 * y, y * closing, z], axis=2)
    skin = wrapped(points)
    skin = skin if finish.volume(skin) > 0 else wrapped(points[:, ::-1])
    place = skin.vertices / 0.1
    lump = fbm3(place * 2.2, octaves=3, seed=member.seed)
    cuts = int(rng.integers(3, 6))
    slant = float(rng.uniform(0.25, 0.6))
    across = (place[:, 0] - slant * place[:, 1] * 1.4) * cuts / 2.2 + (cuts % 2) * 0.5
    spread = noise3(
        np.stack([np.floor(across), 0 * across, 0 * across], 1) * 0.37 + 0.2, seed=member.seed + 3
    )
    wave = np.abs(((across + 0.12 * lump + 0.05 * noise3(place * 6, seed=member.seed)) % 1.0) - 0.5) * 2
    wave = wave * (1.0 + 0.35 * spread) + 0.16 * np.abs(place[:, 1] / 0.45) ** 3  # 0 in the middle of a slash
    top = smoothstep(0.42, 0.62, place[:, 2]) * smoothstep(1.18, 1.0, np.abs(place[:, 0]))
    slash = smoothstep(0.34, 0.16, wave) * top
    lip = np.exp(-(((wave - 0.42) / 0.09) ** 2)) * top
    rough = noise3(place * 26, seed=member.seed + 1)
    assert skin.normals is not None
    shift = 0.0030 * lump - 0.0055 * slash + 0.0030 * lip + 0.0006 * rough + 0.0010 * slash * noise3(
        place * 50, seed=4
    )  # fmt: skip
    face = np.repeat(np.squeeze(closing) < 1, 181) if halved else np.zeros(190 * 181, bool)
    shift *= smoothstep(0.02, 0.14, place[:, 2]) * ~face
    mesh = wrapped((skin.vertices + skin.normals * shift[:, None]).reshape(190, 181, 3))
    mesh = mesh if finish.volume(mesh) > 0 else skin
    colour = _crust(member, place, lump, rough, slash, lip, rng)
    colour[face] = np.array(from_hex("#e6d2a8")) * (1 + 0.10 * rough[face, None])
    mesh = replace(mesh, colour=colour)
    if halved:
        mesh = mesh.moved(rotation("z", -50))  # the face is what tells it from a whole one
    mesh = _centred([mesh])[0]
    cuts_x = np.quantile(mesh.vertices[:, 0], [0, 0.3, 0.7, 1])
    return Prop(parts=(Part(mesh=mesh, material=finish.body(member, rng)),), colliders=_loaf(mesh, cuts_x),
        mass=0.55,
                friction=0.7, restitution=0.1)  # fmt: skip


def _loaf(mesh: Mesh, cuts: np.ndarray) -> tuple[Collider, ...]:
    return solids.slices(mesh, 0, [float(c) for c in cuts])


def _crust(
    member: CastMember,
    place: np.ndarray,
    lump: np.ndarray,
    rough: np.ndarray,
    slash: np.ndarray,
    lip: np.ndarray,
    rng: np.random.Generator,
) -> np.ndarray:
    gold, dark = np.array(from_hex(member.colour or "#b9783a")), np.array(from_hex("#6e3a17"))
    bake = smoothstep(0.1, 0.9, place[:, 2] + 0.35 * lump)
    colour = mix(np.broadcast_to(gold * 1.1, place.shape), dark, 0.75 * bake + 0.15 * rough)
    colour = mix(colour, np.array(from_hex("#dcb47a")), 0.9 * slash)
    colour = mix(colour, np.array(from_hex("#43200c")), 0.75 * lip)
    flour = smoothstep(0.05, 0.5, fbm3(place * 7, octaves=4, seed=member.seed + 9)) * smoothstep(
        0.35, 0.8, place[:, 2]
    )
    return np.clip(mix(colour, np.array(from_hex("#e9dfca")), 0.55 * flour * (1 - slash)), 0.003, 0.95)


FOOD: dict[str, Generator] = {"banana": banana, "grapes": grapes, "bread": bread}
