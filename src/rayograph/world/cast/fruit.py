"""Fruit and bread: lumpy lattices painted vertex by vertex."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float
from scipy.spatial import cKDTree

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.profile import Points, spline
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Collider, Part, Prop
from rayograph.world.shapes import rotation, translation, tube

Colour = Float[np.ndarray, "*shape 3"]


def mix(a: Colour, b: Colour, share: Float[np.ndarray, "n"]) -> Colour:
    """Linear blend per vertex."""
    return np.asarray(a) + (np.asarray(b) - np.asarray(a)) * np.clip(share, 0, 1)[:, None]


def lathe_lattice(profile: Points, rows: int, columns: int) -> Float[np.ndarray, "r c 3"]:
    """Points of a turned skin, ready to be pushed about."""
    line = spline(profile, rows)
    angle = np.linspace(0, 2 * np.pi, columns + 1) + np.pi / 2
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    across = ring[None] * line[:, None, :1]
    return np.concatenate([across, np.repeat(line[:, None, 1:], columns + 1, axis=1)], axis=2)


def dots(points: Float[np.ndarray, "n 3"], count: int, radius: float, rng: np.random.Generator) -> np.ndarray:
    """How much each point lies in one of `count` soft round specks of about `radius` [m], 0..1."""
    seeds = points[rng.integers(len(points), size=count)]
    size = radius * rng.uniform(0.5, 1.3, count)
    distance, index = cKDTree(seeds).query(points)
    return smoothstep(1.0, 0.5, distance / size[index])


def _painted(mesh: Mesh, colour: Colour) -> Mesh:
    return replace(mesh, colour=np.clip(colour, 0.002, 0.95))


def _seated(mesh: Mesh) -> Mesh:
    """The mesh with its lowest point on the ground and its box centred."""
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    return mesh.moved(translation(-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -low[2]))


def _stalk(base: np.ndarray, tip: np.ndarray, radius: float, bend: float) -> Mesh:
    """A short woody stem, thicker at both ends."""
    t = np.linspace(0, 1, 12)
    path = base + (tip - base) * t[:, None]
    path[:, 0] += bend * np.sin(np.pi * t) * 0.5 + bend * t**2
    swell = radius * (0.85 + 0.5 * (1 - t) ** 6 + 0.55 * t**5)
    return tube(path, swell, 14)


def _fruit(member: CastMember, parts: list[Part], skin: Mesh, density: float, *, half: float = 0.0) -> Prop:
    """A fruit that rolls smoothly: a ball of its mean radius or, with `half` [m], a capsule along Y."""
    low, high = skin.vertices.min(0), skin.vertices.max(0)
    span = high - low
    radius = float(span.mean() if half == 0 else (span[0] + span[2]) / 2) / 2
    collider = solids.ball(radius, (0.0, 0.0, radius))
    if half:
        pose = translation(0, 0, radius) @ rotation("x", 90)
        collider = Collider(kind="capsule", size=(radius, half - radius), pose=pose)
    weight = abs(finish.volume(skin)) * density
    return Prop(parts=tuple(parts), colliders=(collider,), mass=weight, friction=0.55, restitution=0.3)


def apple(member: CastMember, rng: np.random.Generator) -> Prop:
    """An apple: five-lobed, dimpled at both ends, flushed and streaked, freckled with lenticels."""
    scale = float(rng.uniform(0.95, 1.07))
    tall = float(rng.uniform(0.93, 1.05))
    surface = finish.body(member, rng)
    chosen = np.array(from_hex(finish.hue(member, rng) or "#9e1b1b"))
    profile = np.array([(0.0, 0.0075), (0.006, 0.005), (0.0125, 0.0006), (0.020, 0.0022), (0.031, 0.016),
                        (0.0378, 0.034), (0.0388, 0.045), (0.0355, 0.0585), (0.0265, 0.0675),
                        (0.0165, 0.0692),
                        (0.0085, 0.0645), (0.0035, 0.0575), (0.0, 0.0545)])  # fmt: skip
    points = lathe_lattice(profile * [scale, scale * tall], 150, 240)
    angle = np.linspace(0, 2 * np.pi, 241)[None]
    up = points[..., 2] / points[..., 2].max()
    lobe = 1 + (0.030 * np.exp(-up / 0.22) + 0.014 * np.exp(-(1 - up) / 0.2)) * np.cos(
        5 * angle + rng.uniform(0, 6)
    )
    lean = 1 + 0.05 * float(rng.uniform(-1, 1)) * np.cos(angle - rng.uniform(0, 6)) * up
    points[..., :2] *= (lobe * lean)[..., None]
    points[..., 2] *= 1 + 0.04 * up * np.cos(angle - rng.uniform(0, 6))
    skin = _seated(wrapped(points))
    colour = _apple_skin(skin, points, chosen, rng, member.seed)
    top = np.array([0.0, 0.0, 0.0555 * scale * tall])
    lean_x = float(rng.uniform(-0.008, 0.008))
    stem = _stalk(top - [0, 0, 0.004], top + [0.0, 0.0, 0.0195], 0.0012, lean_x)
    wood = finish.trim(member, "bark", "#4a3320")
    parts = [Part(mesh=_painted(skin, colour), material=surface), Part(mesh=stem, material=wood)]
    return _fruit(member, parts, skin, 840.0)


def _apple_skin(
    skin: Mesh, points: np.ndarray, chosen: np.ndarray, rng: np.random.Generator, seed: int
) -> Colour:
    place = skin.vertices / 0.075
    angle = np.arctan2(place[:, 1], place[:, 0])
    height = place[:, 2]
    yellow = np.array(from_hex("#c9b83f"))
    streaks = noise3(np.stack([np.cos(angle) * 11, np.sin(angle) * 11, height * 0.9], 1), seed=seed)
    fine = noise3(np.stack([np.cos(angle) * 34, np.sin(angle) * 34, height * 1.6], 1), seed=seed + 1)
    side = np.cos(angle - float(rng.uniform(0, 6.28)))
    cloud = fbm3(place * 2.2, octaves=3, seed=seed + 2)
    hollow = np.exp(-((np.hypot(place[:, 0], place[:, 1]) / 0.17) ** 2))
    flush = 0.62 + 0.22 * side + 0.40 * cloud + 0.20 * streaks + 0.16 * fine - 0.9 * hollow * (height > 0.5)
    green = chosen[1] > chosen[0]
    base = yellow if not green else mix(chosen[None], yellow[None], np.array([0.25]))[0]
    colour = mix(
        base * (0.9 + 0.15 * cloud[:, None]),
        chosen * (1 + 0.25 * fine[:, None]),
        smoothstep(0.1, 0.75, flush),
    )
    colour = mix(colour, np.array(from_hex("#8a8a35")), hollow * (height > 0.5) * 0.75)
    russet = np.exp(-((np.hypot(place[:, 0], place[:, 1]) / 0.08) ** 2))
    colour = mix(colour, np.array(from_hex("#6a5530")), russet * 0.8)
    return mix(colour, np.array(from_hex("#dccb93")), 0.45 * dots(skin.vertices, 260, 0.0009, rng))


def orange(member: CastMember, rng: np.random.Generator) -> Prop:
    """An orange: slightly flattened, pored, with its green button on top."""
    radius = 0.040 * float(rng.uniform(0.94, 1.06))
    surface = finish.body(member, rng)
    chosen = np.array(from_hex(finish.hue(member, rng) or "#e07a14"))
    profile = np.array([(0, 0.03), (0.16, 0.012), (0.45, 0.09), (0.86, 0.48), (1.0, 0.96), (0.90, 1.42),
                        (0.52, 1.80), (0.24, 1.885), (0.10, 1.87), (0, 1.85)])  # fmt: skip
    points = lathe_lattice(profile * radius, 160, 260)
    unit = points / radius - [0, 0, 1]
    lump = 1 + 0.012 * noise3(unit.reshape(-1, 3) * 1.4, seed=member.seed).reshape(unit.shape[:2])
    pores = noise3(unit.reshape(-1, 3) * 17, seed=member.seed + 5).reshape(unit.shape[:2])
    away = np.clip(np.hypot(unit[..., 0], unit[..., 1]) / 0.3, 0, 1)
    relief = lump - 0.0045 * smoothstep(0.05, 0.55, pores) * away
    points = (unit * relief[..., None] + [0, 0, 1]) * radius
    skin = _seated(wrapped(points))
    cloud = fbm3(skin.vertices / radius * 1.7, octaves=3, seed=member.seed)
    pits = smoothstep(0.05, 0.55, pores).ravel()
    colour = mix(chosen * (1 + 0.13 * cloud[:, None]), chosen * [0.82, 0.66, 0.5], 0.5 * pits)
    near = np.exp(-((np.hypot(skin.vertices[:, 0], skin.vertices[:, 1]) / (0.2 * radius)) ** 2))
    colour = mix(colour, np.array(from_hex("#8c8a2a")), 0.5 * near * (skin.vertices[:, 2] > radius))
    tilt = (
        translation(0, 0, 0)
        @ rotation("x", float(rng.uniform(-25, 25)))
        @ rotation("y", float(rng.uniform(-25, 25)))
    )
    button = _button(radius)
    whole = _painted(skin, colour).moved(translation(0, 0, -0.95 * radius)).moved(tilt)
    button = button.moved(translation(0, 0, 0.905 * radius)).moved(tilt)
    lift = translation(0, 0, -float(whole.vertices[:, 2].min()))
    whole, button = whole.moved(lift), button.moved(lift)
    parts = [
        Part(mesh=whole, material=surface),
        Part(mesh=button, material=finish.trim(member, "leaf", "#6f7a3a")),
    ]
    return _fruit(member, parts, whole, 880.0)


def _button(radius: float) -> Mesh:
    """The five-pointed calyx at the top of an orange."""
    angle = np.linspace(0, 2 * np.pi, 61)
    reach = radius * 0.085 * (1 + 0.32 * np.cos(5 * angle))
    levels = [(0.0, -0.05), (1.0, -0.03), (1.05, 0.0), (0.9, 0.02), (0.45, 0.018), (0.35, 0.05), (0.0, 0.045)]
    rows = [
        np.stack([r * reach * np.cos(angle), r * reach * np.sin(angle), np.full(61, z * radius)], 1)
        for r, z in levels
    ]
    return wrapped(np.stack(rows))


def lemon(member: CastMember, rng: np.random.Generator) -> Prop:
    """A lemon on its side, with a nipple at one end and a stem scar at the other."""
    radius, half = 0.0295 * float(rng.uniform(0.95, 1.07)), 0.0425 * float(rng.uniform(0.95, 1.06))
    surface = finish.body(member, rng)
    chosen = np.array(from_hex(finish.hue(member, rng) or "#e6c21f"))
    knob = float(rng.uniform(0.15, 0.24))
    profile = np.array([(0, -0.90), (0.06, -0.935), (0.15, -0.92), (0.30, -0.85), (0.74, -0.52), (1.0, 0.0),
                        (0.78, 0.48), (0.40, 0.76), (knob, 0.87), (knob * 0.8, 0.96), (0, 1.0)])  # fmt: skip
    points = lathe_lattice(profile * [radius, half], 160, 220)
    flat = points.reshape(-1, 3) / radius
    lump = 1 + 0.02 * noise3(flat * 1.1, seed=member.seed)
    pores = noise3(flat * 12, seed=member.seed + 3)
    away = smoothstep(0.0, 0.3, np.hypot(flat[:, 0], flat[:, 1]))
    relief = lump - 0.006 * smoothstep(0.05, 0.55, pores) * away
    points[..., :2] *= relief.reshape(points.shape[:2])[..., None]
    skin = _seated(wrapped(points).moved(rotation("x", 90)).moved(rotation("y", float(rng.uniform(0, 360)))))
    along = points[..., 2].ravel() / half
    cloud = fbm3(flat * 1.3, octaves=3, seed=member.seed)
    ends = smoothstep(0.72, 1.0, np.abs(along))
    colour = mix(chosen * (1 + 0.10 * cloud[:, None]), np.array(from_hex("#9fae3a")), 0.5 * ends)
    colour = mix(colour, chosen * [0.85, 0.74, 0.5], 0.4 * smoothstep(0.05, 0.55, pores))
    scar = np.exp(-((np.hypot(flat[:, 0], flat[:, 1]) / 0.10) ** 2)) * (along < 0)
    colour = mix(colour, np.array(from_hex("#6a5a34")), scar)
    return _fruit(member, [Part(mesh=_painted(skin, colour), material=surface)], skin, 900.0, half=half)


def pear(member: CastMember, rng: np.random.Generator) -> Prop:
    """A standing pear with a leaning neck, russet freckles and a long stem."""
    scale = float(rng.uniform(0.95, 1.04))
    surface = finish.body(member, rng)
    chosen = np.array(from_hex(finish.hue(member, rng) or "#a8a437"))
    neck = float(rng.uniform(0.9, 1.12))
    profile = np.array([(0, 0.006), (0.006, 0.003), (0.013, 0.0), (0.024, 0.006), (0.0345, 0.022),
        (0.037, 0.037),
                        (0.033, 0.053), (0.0225 * neck, 0.068), (0.0165 * neck, 0.080),
                        (0.0135 * neck, 0.088),
                        (0.008, 0.0935), (0.003, 0.094), (0, 0.092)])  # fmt: skip
    points = lathe_lattice(profile * scale, 150, 200)
    angle = np.linspace(0, 2 * np.pi, 201)[None]
    up = points[..., 2] / points[..., 2].max()
    points[..., :2] *= (1 + 0.018 * np.cos(3 * angle + rng.uniform(0, 6)) * (1 - up))[..., None]
    turn, lean = float(rng.uniform(0, 6.28)), float(rng.uniform(0.002, 0.008))
    shift = lean * smoothstep(0.45, 1.0, up)
    points[..., 0] += shift * np.cos(turn)
    points[..., 1] += shift * np.sin(turn)
    lump = noise3(points.reshape(-1, 3) * 45, seed=member.seed).reshape(points.shape[:2])
    points[..., :2] *= (1 + 0.008 * lump)[..., None]
    skin = wrapped(points)
    place = skin.vertices / 0.075
    cloud = fbm3(place * 2, octaves=4, seed=member.seed)
    blush = smoothstep(0.1, 1.1, np.cos(np.arctan2(place[:, 1], place[:, 0]) - turn) + 0.7 * cloud)
    colour = mix(chosen * (1 + 0.12 * cloud[:, None]), np.array(from_hex("#b0532a")), 0.5 * blush)
    russet = smoothstep(0.86, 1.0, up.ravel() + 0.12 * cloud) + smoothstep(
        0.10, 0.0, up.ravel() + 0.06 * cloud
    )
    colour = mix(colour, np.array(from_hex("#7d5f35")), 0.7 * russet)
    colour = mix(colour, np.array(from_hex("#6f5a2e")), 0.55 * dots(skin.vertices, 420, 0.0009, rng))
    top = np.array([lean * np.cos(turn), lean * np.sin(turn), 0.092 * scale])
    stem = _stalk(top - [0, 0, 0.003], top + [0, 0, 0.022], 0.0014, float(rng.uniform(-0.010, 0.010)))
    parts = [Part(mesh=_painted(skin, colour), material=surface),
             Part(mesh=stem, material=finish.trim(member, "bark", "#4b3622"))]  # fmt: skip
    return Prop(parts=tuple(parts), colliders=_pear_solids(skin, top),
                mass=abs(finish.volume(skin)) * 960, friction=0.55, restitution=0.25)  # fmt: skip


def _pear_solids(skin: Mesh, top: np.ndarray) -> tuple[Collider, ...]:
    """Belly, neck and a flat foot: it stands, yet once pushed over it rolls round its stem."""
    radius = float(np.ptp(skin.vertices[:, 0]) + np.ptp(skin.vertices[:, 1])) / 4
    neck = 0.42 * radius
    return (solids.ball(radius, (0.0, 0.0, radius)), solids.cylinder(0.36 * radius, 0.0, 0.2 * radius),
            solids.ball(neck, (float(top[0]), float(top[1]), float(top[2]) - 0.9 * neck)),
            solids.cylinder(0.003, 0.0, 0.02, translation(*(float(x) for x in top))))  # fmt: skip


FRUIT: dict[str, Generator] = {"apple": apple, "orange": orange, "lemon": lemon, "pear": pear}
