"""More vegetables: garlic, cucumber, broccoli, cabbage, lettuce, corn on the cob."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import part, trim
from rayograph.world.cast.flower import petal
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.greengrocery import ink, lobed, tinted
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.makings import disc, hugged
from rayograph.world.cast.shaping import curve, rod
from rayograph.world.cast.stationery import patch
from rayograph.world.noise import noise3, smoothstep
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import rotation, translation

Rng = np.random.Generator


def garlic(member: CastMember, rng: Rng) -> Prop:
    """A head of garlic: papery white cloves swelling round a dry neck, violet streaks, a tuft of roots."""
    points = lobed([(0, 0.002), (0.010, 0.0), (0.020, 0.004), (0.0275, 0.016), (0.024, 0.029),
        (0.012, 0.038), (0.0055, 0.046), (0.0042, 0.062),
        (0.003, 0.068), (0, 0.069)], 9, 0.14)  # fmt: skip
    angle = np.linspace(0, 2 * np.pi, points.shape[1])[None] + 0 * points[..., 2]
    up = points[..., 2]
    points[..., 0] += 0.10 * np.clip(up - 0.036, 0, 1)
    skin = wrapped(points)
    streak = noise3(
        np.stack([np.cos(angle) * 9, np.sin(angle) * 9, up * 22], -1).reshape(-1, 3), seed=member.seed
    )
    colour = mix(
        ink(member.colour or "#f0e9da") + 0 * skin.vertices,
        ink("#a884a6"),
        0.55 * smoothstep(0.05, 0.6, streak) * smoothstep(0.045, 0.02, up.ravel()),
    )
    colour = mix(colour, ink("#c9b184"), smoothstep(0.048, 0.066, up.ravel()))
    paper = replace(trim(member, "paper", "#f0e9da"), roughness=0.6)
    return hugged([Part(mesh=tinted(skin, colour), material=paper)], mass=0.05, slabs=3, friction=0.6)


def cucumber(member: CastMember, rng: Rng) -> Prop:
    """A cucumber lying with two slices cut from it: dark ridged skin, pale wet flesh with seeds."""
    r = 0.0215
    line = curve([(-0.115, 0.004, r), (-0.04, -0.003, r), (0.03, -0.003, r), (0.100, 0.002, r)], 60)
    t = np.linspace(0, 1, 60)
    radius = r * np.sqrt(np.clip(1 - np.clip(1 - t * 7, 0, 1) ** 2.2, 0.01, 1))
    skin = rod(line, radius, 40)
    p = skin.vertices
    wave = np.cos(9 * np.arctan2(p[:, 2] - r, p[:, 1]))
    spots = smoothstep(0.25, 0.6, noise3(p * 130, seed=member.seed))
    green = mix(
        ink(member.colour or "#23451c") + 0 * p,
        ink("#4f7a34"),
        0.45 * smoothstep(0.2, 1.0, wave) + 0.3 * spots,
    )
    flesh: list[Mesh] = []
    rinds = [tinted(skin, green)]
    seeds = []
    for x, y, tilt in ((0.1005, 0.002, 0.0), (0.132, -0.006, 38.0), (0.158, 0.012, 66.0)):
        turn, pose = (
            rotation("y", 90 - tilt),
            translation(x, y, r if tilt == 0 else r * np.cos(np.deg2rad(tilt)) + 0.003),
        )
        pose = pose @ turn
        rinds.append(tinted(disc(r, 0.006, (0, 0, 0), edge=0.0004), ink("#2c5222")).moved(pose))
        flesh += [tinted(disc(r * 0.93, 0.0066, (0, 0, 0), edge=0.0004), ink("#cfe0a2")).moved(pose),
            tinted(disc(r * 0.60, 0.0070, (0, 0, 0), edge=0.0003), ink("#b4cf84")).moved(pose)]  # fmt: skip
        for k in range(12):
            a = 2 * np.pi * k / 12
            seed = spheroid((0.0028, 0.0012, 0.0006), 8, 12).moved(rotation("z", 30.0 * k))
            place = translation(r * 0.42 * np.cos(a), r * 0.42 * np.sin(a), 0.0036)
            seeds.append(tinted(seed, ink("#eef0cc")).moved(pose @ place))
    wet = replace(trim(member, "wax", "#cfe0a2"), roughness=0.15)
    parts = [
        part(replace(trim(member, "fruit_skin", "#23451c"), roughness=0.3), *rinds),
        part(wet, *flesh, *seeds),
    ]
    return hugged(parts, mass=0.3, axis=0, slabs=5, friction=0.5)


def broccoli(member: CastMember, rng: Rng) -> Prop:
    """A head of broccoli standing: pale forked stem under a knobbled blue-green crown of florets."""
    stems = [rod([(0, 0, 0.0), (0, 0, 0.055)], np.array([0.021, 0.023]), 24)]
    heads = []
    for k in range(16):
        share = np.sqrt((k + 0.5) / 16)
        a = 2.39996 * k
        top = np.array([0.062 * share * np.cos(a), 0.062 * share * np.sin(a), 0.118 - 0.042 * share**2])
        stems.append(
            rod(curve([(0, 0, 0.035), top * [0.45, 0.45, 0.62], top], 12), np.linspace(0.012, 0.008, 12), 12)
        )
        ball = spheroid((0.026, 0.026, 0.022), 44, 60)
        u = ball.vertices / 0.026
        bud = np.abs(noise3(u * 5.5 + k * 7, seed=member.seed)) + 0.6 * np.abs(
            noise3(u * 12 + k, seed=member.seed + 1)
        )
        knob = wrapped((ball.vertices * (1 + 0.30 * (0.6 - bud))[:, None]).reshape(44, -1, 3))
        shade = mix(ink(member.colour or "#3f6b34") + 0 * u, ink("#223f22"), smoothstep(0.25, 0.85, bud))
        shade = mix(shade, ink("#6f9150"), 0.7 * smoothstep(0.30, 0.0, bud))
        shade = mix(shade, ink("#9bb56a"), smoothstep(-0.2, -0.8, u[:, 2]))
        heads.append(tinted(knob, shade).moved(translation(*top)))
    pale = [
        tinted(m, mix(ink("#a9bf78") + 0 * m.vertices, ink("#7f9c52"), m.vertices[:, 2] / 0.08))
        for m in stems
    ]
    rough = replace(trim(member, "leaf", "#3f6b34"), kind="opaque", roughness=0.75)
    return hugged(
        [part(rough, *heads), part(replace(rough, roughness=0.5), *pale)], mass=0.4, slabs=3, friction=0.7
    )


def _leafy(
    member: CastMember, layers: int, radius: float, greens: tuple[str, str, str], ruffle: float, open_: float
) -> Prop:
    """Leaves wrapped round a ball: heart, middle and outer colours; `open_` spreads the outer ones."""
    inner, middle, outer = (ink(c) for c in greens)
    heart = spheroid((radius * 0.86, radius * 0.86, radius * 0.80), 60, 90)
    veins = np.abs(
        np.sin(
            7 * np.arctan2(heart.vertices[:, 1], heart.vertices[:, 0])
            + 3 * noise3(heart.vertices * 40, seed=3)
        )
    )
    leaves = [
        tinted(heart, mix(middle + 0 * heart.vertices, inner, smoothstep(0.35, 0.0, veins))).moved(
            translation(0, 0, radius)
        )
    ]
    t, s = np.linspace(0, 1, 36), np.linspace(-1, 1, 41)
    for k in range(layers):
        share = k / max(layers - 1, 1)
        reach = 0.92 + 0.10 * share + 0.06 * (k % 2)
        rise = np.pi * (0.06 + t * (0.80 - open_ * 0.42 * share))
        wide = 0.85 * np.sin(np.pi * np.clip(t * 0.86 + 0.10, 0, 1)) ** 0.6
        turn = s[None] * wide[:, None]
        wave = (
            ruffle
            * (np.sin(11 * s + k)[None] * (np.abs(s)[None] ** 2 + t[:, None] ** 3))
            * (0.4 + 0.6 * share)
        )
        flare = open_ * share * 0.55 * t[:, None] ** 2
        out = radius * (reach + wave + flare)
        x = out * np.sin(rise)[:, None] * np.cos(turn)
        y = out * np.sin(rise)[:, None] * np.sin(turn)
        z = radius * 1.0 - radius * (reach + 0.3 * wave) * np.cos(rise)[:, None] + 0 * turn
        points = np.stack([x, y, z], 2)
        rib = np.exp(-((s / 0.10) ** 2))[None] + 0.5 * np.exp(
            -(((np.abs(s)[None] - 0.5 * t[:, None]) / 0.05) ** 2)
        )
        tint = (middle + (outer - middle) * share)[None, None] * (
            0.85 + 0.3 * t[:, None, None] * np.ones((1, 41, 1))
        )
        tint = tint + (inner - tint) * np.clip(rib * (1 - 0.6 * t[:, None]), 0, 1)[..., None] * 0.8
        leaf = patch(points, np.clip(tint, 0.004, 0.9))
        leaves.append(leaf.moved(rotation("z", 137.5 * k)))
    skin = replace(trim(member, "leaf", greens[1]), transmission=0.2)
    return hugged([part(skin, *leaves)], mass=0.9, slabs=3, friction=0.6, restitution=0.1, foot=0.6)


def cabbage(member: CastMember, rng: Rng) -> Prop:
    """A green cabbage: tight veined head, its outer leaves standing off a little."""
    greens = (
        ("#dfe8b8", "#a9c46c", "#6f9446") if not member.colour else ("#d9c9d6", member.colour, member.colour)
    )
    return _leafy(member, 11, 0.078, greens, 0.025, 0.35)


def lettuce(member: CastMember, rng: Rng) -> Prop:
    """A loose lettuce: frilled bright leaves opening from a pale heart."""
    greens = ("#eef2c0", "#a8cf56", "#5f9a34") if not member.colour else ("#eef2c0", "#a8cf56", member.colour)
    return _leafy(member, 20, 0.062, greens, 0.15, 1.0)


def corn(member: CastMember, rng: Rng) -> Prop:
    """An ear of corn lying: rows of plump yellow kernels, the husk pulled back, silk at its tip."""
    rows, columns = 260, 224
    t = np.linspace(0, 1, rows)
    line = np.interp(t, [0, 0.05, 0.3, 0.7, 0.95, 1], [0.010, 0.021, 0.024, 0.0215, 0.010, 0.0])
    angle = np.linspace(0, 2 * np.pi, columns + 1)
    grain = (np.abs(np.sin(7 * angle))[None] * np.abs(np.sin(np.pi * 30 * t + 0.0))[:, None]) ** 0.45
    r = line[:, None] * (0.90 + 0.12 * grain)
    points = np.stack(
        [r * np.cos(angle), r * np.sin(angle), np.broadcast_to((0.180 * t)[:, None], r.shape)], 2
    )
    ear = wrapped(points)
    gold = mix(
        ink("#8a5a14") + 0 * ear.vertices,
        ink(member.colour or "#eec02f"),
        smoothstep(0.15, 0.6, grain.ravel()),
    )
    pose = translation(-0.07, 0, 0.026) @ rotation("y", 90 - 3)
    husks = []
    for turn, stand in ((92.0, -58.0), (-92.0, -60.0), (150.0, -72.0), (-150.0, -70.0)):
        green = ink("#8fae52") * (0.8 + 0.4 * float(rng.random()))
        blade = petal(0.135, 0.050, 0.45, -0.5, (green * 1.15, green))
        open_ = rotation("z", turn) @ translation(0.008, 0, -0.012) @ rotation("y", stand)
        husks.append(blade.moved(pose @ open_))
    stem = rod([(0, 0, -0.035), (0, 0, 0.01)], 0.010, 16).moved(pose)
    kernels = replace(trim(member, "fruit_skin", "#eec02f"), roughness=0.2, clearcoat=0.4)
    low = float(ear.moved(pose).vertices[:, 2].min())
    keep = []
    for m in husks:
        v = m.vertices.copy()
        v[:, 2] = np.maximum(v[:, 2], low + 0.0005 + 0.001 * np.abs(np.sin(v[:, 0] * 300)))
        keep.append(replace(m, vertices=v))
    parts = [
        part(kernels, tinted(ear, gold).moved(pose)),
        part(trim(member, "leaf", "#8fae52"), *keep),
        part(trim(member, "leaf", "#b7c98a"), stem),
    ]
    return hugged(parts, mass=0.28, axis=0, slabs=4, friction=0.6, foot=0.7)


VEGETABLES: dict[str, Generator] = {
    "garlic": garlic,
    "cucumber": cucumber,
    "broccoli": broccoli,
    "cabbage": cabbage,
    "lettuce": lettuce,
    "corn": corn,
}
