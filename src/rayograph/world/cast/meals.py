"""Meals of table-top shoots: fries, sushi, chopsticks."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.dough import crumb, disc, lumpy, moist, rgb, tinted
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, hue, part, post, trim
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import loft, placed, rod, turned
from rayograph.world.noise import fbm3, noise3, smoothstep
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def fries(member: CastMember, rng: Rng) -> Prop:
    """Chips standing in a folded carton."""
    wide, deep, tall = 0.086, 0.036, 0.075
    shade = hue(member, rng) or "#b3261e"
    low, high = np.array([wide * 0.72, deep * 0.7]) / 2, np.array([wide, deep]) / 2
    angle = np.linspace(0, 2 * np.pi, 65)[:-1]

    def ring(half: np.ndarray, z: float, dip: float) -> np.ndarray:
        c, s = np.cos(angle), np.sin(angle)
        x, y = np.sign(c) * np.abs(c) ** 0.35 * half[0], np.sign(s) * np.abs(s) ** 0.35 * half[1]
        return np.stack([x, y, z - dip * (y < 0) * np.cos(x / half[0] * np.pi / 2) ** 1.0], 1)

    heights = np.linspace(0, 1, 14)
    outer = [ring(low + (high - low) * t, tall * t, 0.014 * t**2) for t in heights]
    inner = [ring((low + (high - low) * t) - 0.0008, tall * t, 0.014 * t**2) for t in heights[::-1]]
    box_ = loft(np.array(outer + inner[:-1]), crease_deg=40)
    sticks = []
    for _ in range(46):
        x, y = rng.uniform(-0.8, 0.8) * high[0], rng.uniform(-0.6, 0.7) * high[1]
        long_ = float(rng.uniform(0.060, 0.088))
        stick = shapes.rounded_box((0.0078, 0.0078, long_), 0.0012, 3)
        lean = shapes.rotation("y", float(x / high[0] * 16 + rng.normal(0, 6))) @ shapes.rotation(
            "x", float(-y / high[1] * 9 + rng.normal(0, 5))
        )
        pose = (
            shapes.translation(
                float(x * 0.8), float(y * 0.8), float(0.018 + rng.uniform(0, 0.022) + long_ / 2)
            )
            @ lean
        )
        made = stick.moved(pose @ shapes.rotation("z", float(rng.uniform(0, 90))))
        noise = fbm3(made.vertices * 130, octaves=3, seed=int(rng.integers(1 << 16)))
        sticks.append(tinted(made, rgb("#e0ab4a") * (1 + 0.25 * noise[:, None])))
    card = replace(trim(member, "paper", shade, wear=0.05), roughness=0.4, clearcoat=0.3)
    parts = [part(card, box_), part(crumb(member, 0.5), *sticks)]
    return assemble(
        parts, [box((0, 0, tall * 0.74), (wide, deep, tall * 1.48))], mass=0.12, friction=0.6, restitution=0.1
    )


def _grains(width: float, depth: float, tall: float, seed: int) -> Mesh:
    block = shapes.rounded_box((width, depth, tall), min(depth, tall) * 0.42, 16)
    grain = np.abs(noise3(block.vertices * 420, seed=seed))
    assert block.normals is not None
    return replace(block, vertices=block.vertices + block.normals * (0.0009 * grain)[:, None])


def sushi(member: CastMember, rng: Rng) -> Prop:
    """Nigiri, a slice of fish over rice; or a roll in seaweed where the words say maki or roll."""
    rice = replace(trim(member, "wax", "#efece2"), roughness=0.45, bump=None)
    if says(member, "maki", "roll"):
        r, tall = 0.0155, 0.024
        skin = turned(rounded([(0, 0), (r, 0), (r, tall), (0, tall)], 0.0006), 80)
        core = disc(
            [(0, tall - 0.001), (r * 0.93, tall - 0.001), (r * 0.93, tall + 0.0008), (0, tall + 0.001)],
            90,
            0.0004,
        )
        core = lumpy(core, 0.0007, 420, member.seed)
        fish = placed(shapes.rounded_box((0.009, 0.009, 0.003), 0.002, 4), at=(-0.002, -0.001, tall + 0.0008))
        green = placed(
            shapes.rounded_box((0.005, 0.009, 0.003), 0.0014, 4), at=(0.0055, 0.001, tall + 0.0008)
        )
        nori = replace(trim(member, "paper", "#141d18"), roughness=0.5)
        parts: list[Part] = [
            part(nori, skin),
            part(rice, core),
            part(moist(member, "#e2703c"), fish),
            part(moist(member, "#7fa03c"), green),
        ]
        return assemble(parts, [post((0, 0, tall / 2), r, tall)], mass=0.03, friction=0.7, restitution=0.1)
    base = placed(_grains(0.050, 0.024, 0.022, member.seed), at=(0, 0, 0.0115))
    u, v = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(-1, 1, 31))
    x, y = u * 0.033, v * 0.0155
    z = 0.0268 - 0.0065 * np.abs(u) ** 3.2 - 0.0050 * v**2 + 0.0004 * np.sin(u * 22 + 5 * v)
    top = shapes.resmooth(
        Mesh(
            vertices=np.stack([x, y, z], 2).reshape(-1, 3),
            faces=shapes.grid_faces(61, 31),
            uv=np.stack([u, v], -1).reshape(-1, 2),
        )
    )
    under = replace(
        top,
        vertices=top.vertices - [0, 0, 0.0034],
        faces=top.faces[:, ::-1],
        normals=None if top.normals is None else -top.normals,
    )
    tone = rgb("#d8562a") if not says(member, "tuna") else rgb("#8f1f22")
    lines = smoothstep(0.75, 0.95, np.sin((x * 1.0 + y * 0.7) * 900 + 3 * u).ravel())[:, None]
    colour = mix(
        np.broadcast_to(tone, (top.vertices.shape[0], 3)),
        np.minimum(tone * 2.2 + 0.12, 0.9),
        0.7 * lines[:, 0],
    )
    parts = [
        part(rice, base),
        part(moist(member, "#d8562a", 0.2), tinted(top, colour), tinted(under, colour)),
    ]
    return assemble(
        parts, [box((0, 0, 0.0135), (0.056, 0.028, 0.027))], mass=0.04, friction=0.7, restitution=0.1
    )


def chopsticks(member: CastMember, rng: Rng) -> Prop:
    """A pair of lacquered sticks side by side, tapering."""
    shade = member.colour or str(rng.choice(["#2a120d", "#7a1c16", "#1b1b1d"]))
    own = trim(member, member.material, None) if member.material not in (None, "painted_wood") else None
    wood = own or replace(trim(member, "plastic", shade, wear=0.0), roughness=0.2, bump=None, clearcoat=0.8)
    tips = np.linspace(0.0018, 0.0036, 12)
    along, drift = np.linspace(-0.115, 0.115, 12), np.linspace(0.004, -0.002, 12)
    sticks = [
        rod(np.stack([along, np.full(12, y) + s * drift, tips], 1), tips, 14)
        for y, s in ((-0.007, -1.0), (0.007, 1.0))
    ]
    return assemble(
        [part(wood, *sticks)],
        [box((0, 0, 0.0035), (0.23, 0.022, 0.007))],
        mass=0.02,
        friction=0.5,
        restitution=0.2,
    )
