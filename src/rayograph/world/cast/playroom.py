"""Playroom, desk and alchemy: puzzle cube, paper plane, crystal ball, potion, tubes, keyboard."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, post, trim
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.makings import disc, hugged, slab_box, smooth_spun, spun
from rayograph.world.cast.profile import hollow, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import hoop, placed, rod, slab
from rayograph.world.cast.vessels import liquid
from rayograph.world.scene import Prop

Rng = np.random.Generator


def puzzle_cube(member: CastMember, rng: Rng) -> Prop:
    """A twisted 3×3 puzzle cube: black cubelets, coloured stickers, the top layer turned a little."""
    colours = ("#b71c2c", "#f2f0ea", "#1f5fb0", "#e8721c", "#f0cf1c", "#1c8a46")
    step = 0.0187
    black: list[Mesh] = []
    stickers: list[list[Mesh]] = [[] for _ in colours]
    for layer in range(3):
        turn = shapes.rotation("z", 24.0 if layer == 2 else 0.0)
        for x in (-1, 0, 1):
            for y in (-1, 0, 1):
                at = np.array([x, y, layer - 1]) * step
                black.append(slab_box((0.0183, 0.0183, 0.0183), at, 0.0022).moved(turn))
                for axis, sign in ((0, -1), (0, 1), (1, -1), (1, 1), (2, 1)):
                    if (x, y, layer - 1)[axis] != sign:
                        continue
                    size = [0.0152, 0.0152, 0.0152]
                    size[axis] = 0.0006
                    off = np.zeros(3)
                    off[axis] = sign * 0.00925
                    patch = slab_box((size[0], size[1], size[2]), at + off, 0.0003).moved(turn)
                    stickers[int(rng.integers(6))].append(patch)
    shells = [part(replace(trim(member, "plastic", c), roughness=0.25), *m)
              for c, m in zip(colours, stickers, strict=True) if m]  # fmt: skip
    parts = [part(replace(trim(member, "plastic", "#131315"), roughness=0.3), *black), *shells]
    return hugged(parts, mass=0.1, slabs=3, friction=0.5)


def paper_plane(member: CastMember, rng: Rng) -> Prop:
    """A folded paper dart, resting on its keel and a wing tip, its nose to the left."""
    paper = replace(trim(member, "paper", member.colour or "#f3f1ea"), roughness=0.7)
    wings = []
    for s in (-1, 1):
        nose, tail = np.array([-0.14, 0.0, 0.030]), np.array([0.13, s * 0.004, 0.034])
        tip, keel = np.array([0.12, s * 0.080, 0.050]), np.array([0.125, 0.0, 0.0])
        fold = nose + (tail - nose) * 0.5 + np.array([0, s * 0.030, 0.0065])
        u = np.linspace(0, 1, 12)[:, None]
        wings.append(slab(np.stack([nose + (tail - nose) * u, nose + (tip - nose) * u]), 0.0007))
        wings.append(slab(np.stack([nose + (keel - nose) * u, nose + (tail - nose) * u]), 0.0007))
        wings.append(slab(np.stack([nose + (tail - nose) * u + [0, 0, 0.0012],
            nose + (fold - nose) * 2 * u * 0.62 + [0, 0, 0.0016]]), 0.0006))  # fmt: skip
    prop = hugged([part(paper, *wings)], mass=0.005, axis=0, slabs=3, foot=0.7)
    return replace(prop, friction=0.5)


def crystal_ball(member: CastMember, rng: Rng) -> Prop:
    """A fortune teller's ball on a turned, three-footed stand."""
    r = 0.060
    ball = spheroid((r, r, r), 64, 120, (0, 0, 0.112))
    metal = replace(trim(member, "brass" if member.material in (None, "glass") else member.material,
        member.accent),
                    roughness=0.2)  # fmt: skip
    cup = smooth_spun([(0, 0.020), (0.012, 0.020), (0.012, 0.034), (0.024, 0.046), (0.040, 0.060),
        (0.044, 0.072),
        (0.040, 0.073), (0.030, 0.060), (0, 0.050)], 72, 80)  # fmt: skip
    made = [
        cup,
        placed(hoop(0.0435, 0.0035, segments=72), at=(0, 0, 0.072)),
        disc(0.020, 0.008, (0, 0, 0.022)),
    ]
    for a in np.deg2rad([-90, 30, 150]):
        out, up = np.array([np.cos(a), np.sin(a), 0]), np.array([0, 0, 1.0])
        path = np.array(
            [
                out * 0.010 + up * 0.030,
                out * 0.035 + up * 0.034,
                out * 0.054 + up * 0.018,
                out * 0.060 + up * 0.007,
            ]
        )
        made.append(rod(path, np.array([0.006, 0.0065, 0.006, 0.0065]), 14))
        made.append(placed(spheroid((0.009, 0.009, 0.007), 16, 24), at=out * 0.061 + up * 0.007))
    parts = [part(replace(trim(member, "glass"), ior=1.5), ball), part(metal, *made)]
    walls = [
        solids.ball(r, (0, 0, 0.112)),
        post((0, 0, 0.037), 0.045, 0.074),
        post((0, 0, 0.006), 0.062, 0.012),
    ]
    return assemble(parts, walls, mass=2.6, friction=0.5, restitution=0.2)


def potion(member: CastMember, rng: Rng) -> Prop:
    """A potion: round-bellied flask of coloured liquor, slim ringed neck, cork, a paper tag on a string."""
    outer = np.concatenate([[(0.024, 0.0)], spline([(0.030, 0.002), (0.050, 0.026), (0.052, 0.046),
        (0.036, 0.078),
        (0.016, 0.098), (0.0135, 0.130), (0.017, 0.142)], 80)])  # fmt: skip
    vessel = hollow(outer, 0.0018, 0.006, punt=0.003)
    brew = liquid(vessel, 0.066, trim(member, "water", hue(member, rng) or "#7a2ab0"))
    cork = spun([(0, 0.126), (0.0105, 0.126), (0.0145, 0.160), (0, 0.161)], 36, radius=0.002)
    twine = [placed(hoop(0.0148, 0.0014, segments=48), at=(0, 0, z)) for z in (0.108, 0.1105)]
    tag = slab_box((0.024, 0.0012, 0.034), (0.012, -0.052, 0.066), 0.0004, [("x", -14), ("y", 9)])
    string = rod([(0.004, -0.0150, 0.109), (0.008, -0.030, 0.096), (0.010, -0.048, 0.082)], 0.0007, 8)
    parts = [part(trim(member, "glass"), turned_fine(vessel.solid, 112, crease_deg=50)), brew,
        part(trim(member, "bark", "#b08a58"), cork), part(trim(member, "linen", "#8a6a3c"), *twine, string),
        part(trim(member, "paper", "#e6d3a0"), tag)]  # fmt: skip
    walls = [*solids.stack(outer, [0.0, 0.026, 0.046, 0.08, 0.142]), post((0, 0, 0.15), 0.0145, 0.022)]
    return assemble(parts, walls, mass=0.35, friction=0.5, restitution=0.2)


def tube_rack(member: CastMember, rng: Rng) -> Prop:
    """A wooden rack of five test tubes holding liquids of different colours."""
    wood = trim(member, member.material or "oak", member.colour)
    frame = [
        slab_box((0.19, 0.060, 0.014), (0, 0, 0.007), 0.003),
        slab_box((0.19, 0.050, 0.009), (0, 0, 0.085), 0.002),
    ]
    frame += [slab_box((0.010, 0.050, 0.095), (s * 0.090, 0, 0.0475), 0.002) for s in (-1, 1)]
    tubes, drinks, rims = [], [], []
    for k, c in enumerate(("#2f7fd0", "#d03a2a", "#e8c022", "#2fa04a", "#8a3ab0")):
        x = (k - 2) * 0.033
        level = 0.060 + 0.022 * float(rng.random())
        line = np.concatenate(
            [
                [(0.002, 0.014)],
                spline([(0.005, 0.0148), (0.0088, 0.021), (0.0090, 0.05), (0.0090, 0.160)], 30),
            ]
        )
        vessel = hollow(line - [0, 0.014], 0.0010, 0.0012, foot=0.0005, punt=0.0002)
        tubes.append(placed(turned_fine(vessel.solid, 48, crease_deg=50), at=(x, 0, 0.014)))
        rims.append(placed(hoop(0.0094, 0.0011, segments=36), at=(x, 0, 0.1595)))
        core = spun(
            [(0, 0.0155), (0.004, 0.0165), (0.0079, 0.024), (0.0079, level + 0.014), (0, level + 0.014)],
            36,
            radius=0.002,
        )
        drinks.append(part(replace(trim(member, "plastic", c), roughness=0.08), placed(core, at=(x, 0, 0))))
    parts = [part(wood, *frame), part(trim(member, "glass"), *tubes, *rims), *drinks]
    return assemble(
        parts, [box((0, 0, 0.045), (0.19, 0.06, 0.09)), box((0, 0, 0.125), (0.15, 0.02, 0.07))], mass=0.5
    )


def keyboard(member: CastMember, rng: Rng) -> Prop:
    """A computer keyboard: wedge case, five rows of dished keys, a space bar, an accent key."""
    pale = replace(trim(member, "plastic", member.colour or "#dcd9d0"), roughness=0.5)
    lean = shapes.translation(0, 0, 0.012) @ shapes.rotation("x", 5)
    case = slab_box((0.36, 0.135, 0.018), (0, 0, 0), 0.006).moved(lean)
    dark = replace(trim(member, "plastic", "#8c8a84" if not member.colour else "#1a1a1c"), roughness=0.5)
    keys: list[Mesh] = []
    mods: list[Mesh] = []
    red: list[Mesh] = []
    for row in range(5):
        y, x = 0.050 - 0.0235 * row, -0.170
        widths = [0.0185] * 18 if row < 4 else [0.026, 0.024, 0.024, 0.118, 0.024, 0.024, 0.026, 0.024, 0.024]
        for k, w in enumerate(widths):
            key = slab_box((w - 0.002, 0.0195, 0.010), (x + w / 2, y, 0.013), 0.0028).moved(lean)
            edge = (row < 4 and k in (0, 14, 15, 16, 17)) or (row == 4 and k not in (3,))
            (red if row == 0 and k == 0 else mods if edge else keys).append(key)
            x += w + 0.0003
    feet = [slab_box((0.03, 0.012, 0.010), (s * 0.14, 0.055, 0.006), 0.002) for s in (-1, 1)]
    parts = [part(replace(pale, roughness=0.4), case, *feet), part(trim(member, "plastic",
        "#f1eee6" if not member.colour else member.colour), *keys),
        part(dark, *mods), part(trim(member, "plastic", member.accent or "#d0502c"), *red)]  # fmt: skip
    return hugged(parts, mass=0.8, axis=0, slabs=2, friction=0.7, foot=0.8)


PLAYROOM: dict[str, Generator] = {
    "puzzle_cube": puzzle_cube,
    "paper_plane": paper_plane,
    "crystal_ball": crystal_ball,
    "potion": potion,
    "test_tubes": tube_rack,
    "keyboard": keyboard,
}
