"""Sweet things of table-top shoots: doughnut, biscuit, macaron."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.dough import crumb, disc, lumpy, moist, rgb, tinted
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, hue, part, post, trim, vary
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.profile import spline
from rayograph.world.cast.shaping import placed, rod, turned
from rayograph.world.noise import fbm3, smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _ring_dough(radius: float, thick: float, seed: int, *, low: float = 0.0) -> Mesh:
    angle = np.linspace(0, 2 * np.pi, 73)
    line = np.stack([radius + thick * np.sin(angle), low + thick * 0.86 * (1 - np.cos(angle))], 1)
    return lumpy(turned(line, 140, crease_deg=80), 0.0009, 60, seed)


def doughnut(member: CastMember, rng: Rng) -> Prop:
    """A ring of fried dough under icing, with sprinkles."""
    radius, thick = 0.031 * vary(rng, 0.03), 0.0165
    dough = _ring_dough(radius, thick, member.seed)
    p = dough.vertices
    belt = np.exp(-(((p[:, 2] - thick * 0.8) / 0.0035) ** 2))
    dough = tinted(dough, mix(np.broadcast_to(rgb("#a8642a"), p.shape), rgb("#dcb070"), belt))
    shade = hue(member, rng) or "#e59ab0"
    around = np.linspace(0, 2 * np.pi, 241)
    lap = 0.16 * np.sin(7 * around + rng.uniform(0, 6)) + 0.10 * np.sin(12 * around + rng.uniform(0, 6))
    t = np.linspace(0, 1, 40)[:, None]
    start, stop = np.deg2rad(62) - lap, np.deg2rad(298) + lap[::-1]
    angle = start + (stop - start) * t
    grown = thick + 0.0016 * np.sin(np.pi * t) ** 0.4
    r = radius + grown * np.sin(angle)
    points = np.stack(
        [r * np.cos(around), r * np.sin(around), thick * 0.86 - grown * 0.90 * np.cos(angle)], 2
    )
    icing = shapes.resmooth(Mesh(vertices=points.reshape(-1, 3), faces=shapes.grid_faces(241, 40),
                                 uv=np.stack(np.meshgrid(around, t[:, 0]), -1).reshape(-1, 2)))  # fmt: skip
    parts = [part(crumb(member), dough), part(moist(member, shade, 0.16), icing)]
    if not says(member, "plain", "glazed", "sugar"):
        grain = rod([(-0.0026, 0, 0), (0.0026, 0, 0)], 0.0009, 8)
        bits: dict[str, list[Mesh]] = {}
        for _ in range(90):
            a, b = rng.uniform(0, 2 * np.pi), rng.uniform(np.deg2rad(118), np.deg2rad(242))
            rr = radius + (thick + 0.0022) * np.sin(b)
            at = (
                float(rr * np.cos(a)),
                float(rr * np.sin(a)),
                float(thick * 0.86 - (thick + 0.0016) * 0.90 * np.cos(b)),
            )
            bits.setdefault(
                str(rng.choice(["#f4f1e8", "#e8c33a", "#3f8fc9", "#d8402a", "#58a84a"])), []
            ).append(placed(grain, at=at, turns=[("z", float(rng.uniform(0, 360)))]))
        parts += [part(trim(member, "wax", c), *m) for c, m in bits.items()]
    return assemble(parts, [post((0, 0, thick * 0.86), radius + thick, 2 * thick * 0.86)], mass=0.06,
                    friction=0.6,
                    restitution=0.15)  # fmt: skip


def cookie(member: CastMember, rng: Rng) -> Prop:
    """A biscuit with cracks and chocolate chips."""
    r = 0.036 * vary(rng, 0.05)
    top = spline([(r, 0.005), (r * 0.9, 0.0105), (r * 0.5, 0.0125), (0, 0.0125)], 40)
    round_ = lumpy(
        turned(np.concatenate([[(0, 0), (r * 0.96, 0)], top]), 160, crease_deg=70), 0.0016, 95, member.seed
    )
    p = round_.vertices
    edge = smoothstep(0.6, 1.0, np.hypot(p[:, 0], p[:, 1]) / r)
    noise = fbm3(p * 170, octaves=4, seed=member.seed + 1)
    colour = mix(np.broadcast_to(rgb("#c88f4c"), p.shape) * (1 + 0.25 * noise[:, None]), rgb("#8f5523"), edge)
    chips = []
    for k in range(13):
        a, d = k * 2.4 + rng.uniform(-0.3, 0.3), r * 0.86 * np.sqrt((k + 0.4) / 13)
        lump = shapes.rounded_box((0.0085, 0.0075, 0.0070), 0.0026, 5)
        chips.append(
            placed(
                lump,
                at=(float(d * np.cos(a)), float(d * np.sin(a)), 0.0112),
                turns=[("z", float(rng.uniform(0, 90))), ("x", float(rng.uniform(-14, 14)))],
            )
        )
    parts = [part(crumb(member, 0.7), tinted(round_, colour)), part(moist(member, "#2a150c", 0.3), *chips)]
    return assemble(parts, [post((0, 0, 0.006), r, 0.012)], mass=0.03, friction=0.6, restitution=0.15)


def macaron(member: CastMember, rng: Rng) -> Prop:
    """Two smooth shells with ruffled feet about a filling."""
    shade = hue(member, rng) or "#e7b7c0"
    r = 0.0215 * vary(rng, 0.03)
    shell = spline([(r * 0.99, 0.0), (r, 0.003), (r * 0.94, 0.0075), (r * 0.6, 0.0100), (0, 0.0105)], 40)
    foot = disc(
        [(0, -0.0026), (r * 1.0, -0.0026), (r * 1.03, -0.0012), (r * 1.0, 0.0006), (0, 0.0006)], 150, 0.001
    )
    foot = lumpy(foot, 0.0010, 420, member.seed)
    cap = turned(np.concatenate([[(0, 0)], shell]), 120)
    up, down = 0.0185, 0.0131
    skin = replace(trim(member, "wax", shade), roughness=0.5, bump=None)
    meshes = [placed(cap, at=(0, 0, up)), placed(foot, at=(0, 0, up)),
              placed(cap, at=(0, 0, down - 0.0026), turns=[("x", 180)]),
              placed(foot, at=(0, 0, down - 0.0026), turns=[("x", 180)])]  # fmt: skip
    cream = disc(
        [
            (0, down),
            (r * 0.93, down),
            (r * 0.96, (up + down) / 2 - 0.001),
            (r * 0.93, up - 0.002),
            (0, up - 0.002),
        ],
        90,
        0.001,
    )
    parts = [part(skin, *meshes), part(moist(member, member.accent or "#f1e6d2", 0.4), cream)]
    return assemble(parts, [post((0, 0, 0.0145), r, 0.029)], mass=0.02, friction=0.5, restitution=0.15)
