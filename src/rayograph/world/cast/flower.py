"""Cut flowers in a small vase: roses, tulips, daisies or sunflowers."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.lattice import mirrored_uv, spheroid
from rayograph.world.cast.profile import hollow, spline, turned
from rayograph.world.cast.stationery import patch
from rayograph.world.cast.vessels import liquid
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import icosphere, rotation, translation, tube

Pose = np.ndarray


def petal(
    length: float,
    wide: float,
    cup: float,
    curl: float,
    colour: tuple[np.ndarray, np.ndarray],
    ruffle: float = 0.0,
) -> Mesh:
    """One petal from the origin outwards along +X, its face up.

    Args:
        cup: how much its sides rise [share of width].
        curl: how much its length bends up (+) or back (-) [rad].
        colour: at the root and at the tip.
    """
    t, s = np.linspace(0, 1, 15), np.linspace(-1, 1, 11)
    bend = curl * t
    run = np.concatenate([[0.0], np.cumsum(np.cos((bend[1:] + bend[:-1]) / 2))]) / 14 * length
    rise = np.concatenate([[0.0], np.cumsum(np.sin((bend[1:] + bend[:-1]) / 2))]) / 14 * length
    half = (
        wide
        / 2
        * (0.18 + 0.82 * np.sin(np.clip(t * 1.25, 0, 1) * np.pi / 2))
        * np.sqrt(np.clip(1 - t**7, 0, 1))
    )
    half[-1] = wide * 0.02
    y = half[:, None] * s[None]
    lift = cup * half[:, None] * s[None] ** 2 + ruffle * wide * np.sin(s * 5)[None] * (t**3)[:, None]
    x = run[:, None] - np.sin(bend)[:, None] * lift + 0 * s[None]
    z = rise[:, None] + np.cos(bend)[:, None] * lift
    vein = 1 - 0.10 * np.abs(np.cos(s * 9))[None, :, None] * (1 - t)[:, None, None]
    tint = (colour[0] + (colour[1] - colour[0]) * (t**0.7)[:, None, None] + 0 * y[..., None]) * vein
    flipped = np.stack([x, y, z], axis=2).transpose(1, 0, 2)
    return patch(flipped, np.ascontiguousarray(tint.transpose(1, 0, 2)))


def _rose(size: float, colour: np.ndarray, rng: np.random.Generator) -> list[Mesh]:
    out = []
    turn = 0.0
    for layer in range(6):
        share = layer / 5
        for _ in range(3 + layer // 2):
            turn += 137.5
            length = size * (0.50 + 0.42 * share)
            shade = colour * (0.65 + 0.45 * share) * float(rng.uniform(0.92, 1.08))
            leaf = petal(
                length,
                size * (0.42 + 0.42 * share),
                0.55 - 0.2 * share,
                0.5 - 1.75 * share**2,
                (shade * 0.75, shade),
                0.03,
            )
            stand = 84 - 44 * share + float(rng.uniform(-5, 5))
            out.append(
                leaf.moved(
                    rotation("z", turn) @ translation(size * 0.06 * share, 0, 0) @ rotation("y", -stand)
                )
            )
    return out


def _tulip(size: float, colour: np.ndarray, rng: np.random.Generator) -> list[Mesh]:
    pale = colour * 0.6 + 0.4 * np.array(from_hex("#e9d58a"))
    out = []
    for k in range(6):
        shade = colour * float(rng.uniform(0.9, 1.1))
        leaf = petal(size * 1.15, size * 0.72, 0.75, 1.0 if k % 2 else 1.1, (pale, shade), 0.012)
        out.append(leaf.moved(rotation("z", 60.0 * k) @ rotation("y", -36 - 3.0 * (k % 2))))
    return out


def _daisy(size: float, colour: np.ndarray, rng: np.random.Generator) -> list[Mesh]:
    out = []
    for k in range(21):
        leaf = petal(size * float(rng.uniform(0.86, 1.0)), size * 0.24, 0.25, -0.5, (colour * 0.85, colour))
        tilt = -14 - 9.0 * (k % 2) + float(rng.uniform(-5, 5))
        out.append(
            leaf.moved(
                rotation("z", 360 / 21 * k + float(rng.uniform(-4, 4)))
                @ translation(size * 0.16, 0, 0)
                @ rotation("y", tilt)
            )
        )
    return out + _eye(size * 0.27, size * 0.11, 90, np.array(from_hex("#c98a1a")))


def _eye(radius: float, rise: float, count: int, colour: np.ndarray) -> list[Mesh]:
    """The florets of a flower's eye on a sunflower spiral, domed by `rise` [m]."""
    seed = icosphere(1)
    around = mirrored_uv(seed.vertices)
    out = []
    for k in range(count):
        r, a = radius * np.sqrt((k + 0.5) / count), 2.39996 * k
        z = rise * (1 - (r / (radius * 1.11)) ** 2)
        tint = np.repeat((colour * (0.7 + 0.5 * (k % 3) / 2))[None], len(seed.vertices), 0)
        place = seed.vertices * radius * 1.05 / np.sqrt(count) + [r * np.cos(a), r * np.sin(a), z]
        out.append(Mesh(vertices=place, faces=seed.faces, normals=seed.normals, uv=around, colour=tint))
    return out


def _sunflower(size: float, colour: np.ndarray, rng: np.random.Generator) -> list[Mesh]:
    """A broad dark eye in two rows of pointed rays, its face turned up and outwards."""
    gold = np.array(from_hex("#e0a012")) * (0.9 + 0.2 * float(rng.random())) + 0 * colour
    out = []
    for k in range(34):
        length = size * float(rng.uniform(0.62, 0.76))
        ray = petal(
            length, size * 0.27, 0.30, float(rng.uniform(-0.7, -0.1)), (gold * [0.85, 0.62, 0.3], gold)
        )
        tilt = -10 - 16.0 * (k % 2) + float(rng.uniform(-6, 6))
        pose = rotation("z", 360 / 34 * k + float(rng.uniform(-4, 4))) @ translation(size * 0.46, 0, 0)
        out.append(ray.moved(pose @ rotation("y", tilt)))
    out += _eye(size * 0.54, size * 0.10, 260, np.array(from_hex("#2e1a0c")))
    return out + [_painted_green(spheroid((size * 0.50, size * 0.50, size * 0.10), 14, 24))
                  .moved(translation(0, 0, -size * 0.07))]  # fmt: skip


BLOOMS = {"rose": (_rose, 0.036), "tulip": (_tulip, 0.042), "daisy": (_daisy, 0.036),
          "sunflower": (_sunflower, 0.050)}  # fmt: skip


def flower(member: CastMember, rng: np.random.Generator) -> Prop:
    """A few stems in a glass or ceramic vase; the brief's word picks the flower, else chance."""
    drawn = str(rng.choice(["rose", "tulip", "daisy"]))
    kind = next((name for name in BLOOMS if finish.says(member, name)), drawn)
    grow, size = BLOOMS[kind]
    base = np.array(from_hex(finish.hue(member, rng) or "#b3243a"))
    height = 0.175
    outer = spline(
        [(0.026, 0.0), (0.034, 0.02), (0.040, 0.06), (0.030, 0.125), (0.0215, 0.155), (0.027, height)], 72
    )
    vessel = hollow(outer, 0.0025, 0.008)
    glass = rng.random() < 0.5
    ware = (
        finish.trim(member, "glass")
        if glass
        else finish.trim(member, "glazed_ceramic", member.accent or "#e4ddcc")
    )
    parts = [Part(mesh=turned(vessel.solid, 96), material=ware)]
    if glass:
        parts.append(liquid(vessel, 0.115, finish.trim(member, "water")))
    blooms, greens = [], []
    count = 7 if finish.says(member, "bouquet") else 5
    for k in range(count):
        angle = 2 * np.pi * k / (count - 1) + 0.5
        reach = (
            0.0 if k == count - 1 else 0.074 if kind == "sunflower" else 0.066 if kind == "daisy" else 0.052
        )
        top = np.array(
            [
                reach * np.cos(angle),
                reach * np.sin(angle),
                (0.365 if reach == 0 else 0.305) + rng.uniform(-0.012, 0.012),
            ]
        )
        stem, frame = _stem(top, angle, rng)
        greens.append(stem)
        tint = base * rng.uniform(0.85, 1.15, 3) ** 0.6
        blooms += [mesh.moved(frame) for mesh in grow(size, tint, rng)]
        if kind in ("rose", "tulip"):
            greens.append(
                _painted_green(spheroid((size * 0.16, size * 0.16, size * 0.2), 14, 20).moved(frame))
            )
        greens += _leaves(top, angle, rng, long_=kind == "tulip")
    parts += [
        Part(mesh=merge(blooms), material=finish.body(member, rng)),
        Part(mesh=merge(greens), material=finish.trim(member, "leaf")),
    ]
    points = np.concatenate([p.mesh.vertices for p in parts])
    crown = points[points[:, 2] > height]
    colliders = (*solids.stack(outer, [0.0, 0.06, 0.125, height]), solids.hull_of(crown, 64))
    return Prop(parts=tuple(parts), colliders=colliders, mass=0.42, friction=0.5, restitution=0.15)


def _painted_green(mesh: Mesh) -> Mesh:
    shade = 0.9 + 0.2 * np.sin(mesh.vertices[:, 2:] * 300)
    return replace(mesh, colour=np.array(from_hex("#4d6b2c"))[None] * shade)


def _stem(top: np.ndarray, angle: float, rng: np.random.Generator) -> tuple[Mesh, Pose]:
    """A stem from the vase's floor through its mouth to `top`, and the frame of the bloom at its end."""
    mouth = np.array([0.012 * np.cos(angle), 0.012 * np.sin(angle), 0.172]) * [top[0] != 0, top[0] != 0, 1]
    foot = np.array([-0.012 * np.cos(angle), -0.012 * np.sin(angle), 0.014])
    path = spline([tuple(foot), tuple(mouth), tuple((mouth + top) / 2 + [0, 0, 0.012]), tuple(top)], 30)
    along = path[-1] - path[-3]
    along = along / np.linalg.norm(along) + np.array([*rng.uniform(-0.12, 0.12, 2), 0.0])
    along /= np.linalg.norm(along)
    frame = np.eye(4)
    side = np.cross([0.3, 1.0, 0.1], along)
    frame[:3, 0] = side / np.linalg.norm(side)
    frame[:3, 1] = np.cross(along, frame[:3, 0])
    frame[:3, 2], frame[:3, 3] = along, top
    return _painted_green(tube(path, np.linspace(0.0022, 0.0017, 30), 10)), frame


def _leaves(top: np.ndarray, angle: float, rng: np.random.Generator, *, long_: bool) -> list[Mesh]:
    green = np.array(from_hex("#3f6128"))
    out = []
    for _ in range(1 if long_ else 2):
        share = float(rng.uniform(0.35, 0.7))
        here = np.array([0.012 * np.cos(angle), 0.012 * np.sin(angle), 0.172]) * (1 - share) + top * share
        length, wide = (0.11, 0.020) if long_ else (0.045, 0.022)
        tint = green * float(rng.uniform(0.8, 1.25))
        blade = petal(length, wide, 0.35, -0.7, (tint * 0.8, tint))
        turn = np.rad2deg(angle) + float(rng.uniform(-80, 80))
        out.append(
            blade.moved(translation(*here) @ rotation("z", turn) @ rotation("y", -62 if long_ else -30))
        )
    return out


FLOWERS: dict[str, Generator] = {"flower": flower}
