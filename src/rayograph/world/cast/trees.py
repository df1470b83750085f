"""Trees and bushes grown from simple rules: conifer, broadleaf, birch; shrub."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.catalogue import BOUGH
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import noise
from rayograph.world.cast.fitting import assemble, bounds, box, hull, part, post, sized, trim, vary
from rayograph.world.cast.foliage import (
    blade,
    branch,
    limb_path,
    needles,
    random_up,
    scatter,
    tinted,
)
from rayograph.world.cast.growth import grown_limb, leafy, tapered_bole
from rayograph.world.cast.pine import scots_pine
from rayograph.world.cast.shaping import curve, painted, rod
from rayograph.world.materials.library import material
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator
Cloud = tuple[list[np.ndarray], list[np.ndarray]]


def tree(member: CastMember, rng: Rng) -> Prop:
    """A spruce, an oak-like crown, a birch or a Scots pine, by the words of the brief or else by the seed."""
    words = f"{member.name} {member.words}".lower()
    named = [i for i, group in enumerate((("fir", "spruce", "conifer", "christmas"),
                                          ("oak", "maple", "broad", "beech"),
                                          ("birch", "aspen", "poplar"), ("pine", "larch")))
                                          if any(w in words for w in group)]  # fmt: skip
    species = named[0] if named else int(rng.integers(3))
    grown, width, tall = (
        (conifer, 3.7, 7.4),
        (broadleaf, 4.4, 6.9),
        (birch, 3.65, 7.3),
        (scots_pine, 4.2, 7.3),
    )[species]
    parts = sized(
        grown(member, rng), (width * vary(rng, 0.03), width * vary(rng, 0.03), tall * vary(rng, 0.05))
    )
    crown = parts[-1].mesh.vertices
    if species:
        parts = _with_bough(parts, member, rng)
        high = float(crown[:, 2].max())
        crown = crown[crown[:, 2] > (BOUGH[1] + 0.08) * high]  # what hangs from the bough is under the crown
    low = float(np.percentile(crown[:, 2], 1))
    walls = [post((0, 0, low / 2 + 0.3), 0.13, low + 0.6)]
    if species:
        tip, level = 1.2 * BOUGH[0] * high, (BOUGH[1] + 0.05) * high
        walls.append(box((tip, 0, level), (0.3 * tip, 0.2, 0.03 * high)))
    for a, b in ((0.0, 0.5), (0.5, 1.0)):
        z0, z1 = np.quantile(crown[:, 2], [a, b])
        walls.append(hull(crown[(crown[:, 2] >= z0) & (crown[:, 2] <= z1)]))
    return assemble(parts, walls, mass=260.0, friction=0.8, restitution=0.05)


def _with_bough(parts: list[Part], member: CastMember, rng: Rng) -> list[Part]:
    """The tree with one stout, nearly level bough along +X, from which something may hang."""
    high = float(parts[-1].mesh.vertices[:, 2].max())
    reach, level = BOUGH[0] * high, BOUGH[1] * high
    thick = 0.011 * high
    line = curve([(0.01, 0, level - 0.09 * high), (0.35 * reach, 0.03, level - 0.025 * high),
                  (reach, 0, level),
                  (1.18 * reach, -0.05, level + 0.02 * high)], 16)  # fmt: skip
    wood = [
        rod(
            line, np.interp(np.linspace(0, 1, 16), [0, 0.8, 1], [1.25 * thick, 0.8 * thick, 0.25 * thick]), 12
        )
    ]
    twigs = []
    for share in (0.45, 0.62, 0.9, 0.96, 1.0):
        root = line[int(share * 15)]
        for turn in (-1, 1):
            aim = np.array([0.55, turn * rng.uniform(0.4, 0.9), rng.uniform(0.3, 0.8)])
            tip = root + aim / np.linalg.norm(aim) * rng.uniform(0.06, 0.085) * high
            wood.append(branch(root, tip, 0.28 * thick, 0.1 * thick, sag=0.0, sides=5))
            twigs.append((root, tip))
    at, along = _leaf_twigs(twigs, 90, 0.012 * high, rng)
    tone = parts[-1].mesh.colour
    assert tone is not None
    some = tone[rng.integers(0, len(tone), len(at))]
    leaves = scatter(
        blade(1.0, 0.6), at, along, random_up(rng, len(at), 0.7), rng.uniform(0.07, 0.12, len(at)), some
    )
    return [
        part(parts[0].material, *wood),
        *parts[:-1],
        replace(parts[-1], mesh=merge([parts[-1].mesh, leaves])),
    ]


def conifer(member: CastMember, rng: Rng) -> list[Part]:
    """A spruce: whorls of drooping limbs, twigs either side, needle sprays on each twig."""
    height = 7.4
    z = np.linspace(0, height, 26)
    sway = 0.05 * np.stack([np.sin(z * 0.7 + rng.uniform(0, 6)), np.cos(z * 0.6 + rng.uniform(0, 6))], 1)
    spine = np.concatenate([sway * (z[:, None] / height), z[:, None]], 1)
    radii = 0.135 * (1 - z / height) ** 0.9 + 0.008 + 0.07 * np.exp(-z / 0.22)
    wood = [tapered_bole(spine, radii, rng)]
    at: list[np.ndarray] = []
    along: list[np.ndarray] = []
    base = float(rng.uniform(0.5, 0.9))
    levels = base + (height - base - 0.25) * np.linspace(0, 1, 30) ** 0.92
    for level in levels:
        s = (level - base) / (height - base)
        reach = 1.85 * (1 - s) ** 0.85 + 0.10
        count = int(np.interp(s, [0, 1], [7, 4]))
        phase = rng.uniform(0, 2 * np.pi)
        for k in range(count):
            angle = phase + 2 * np.pi * k / count + rng.normal(0, 0.16)
            length = reach * rng.uniform(0.72, 1.08)
            out = np.array([np.cos(angle), np.sin(angle), 0.0])
            start = np.array(
                [
                    np.interp(level, z, spine[:, 0]),
                    np.interp(level, z, spine[:, 1]),
                    level + rng.normal(0, 0.05),
                ]
            )
            drop = length * np.interp(s, [0, 0.55, 1], [0.36, 0.16, -0.5])
            end = start + out * length + [0, 0, -drop]
            # the limb dips, then its tip lifts towards the light
            wood.append(branch(start, end, 0.012 + 0.014 * length / 1.85, 0.003, sag=0.10 * length, sides=5))
            _needle_twigs(limb_path(start, end, sag=0.10 * length, steps=12), out, length, rng, at, along)
    position, direction = np.concatenate(at), np.concatenate(along)
    count = len(position)
    tone = tinted(rng, from_hex(member.colour or "#2a4a2c"), from_hex("#466a3a"), count)
    outer = np.linalg.norm(position[:, :2], axis=1)
    tone *= (0.7 + 0.45 * np.clip(outer / 1.4, 0, 1))[:, None]
    scale = rng.uniform(0.17, 0.27, count) * np.interp(position[:, 2], [0, height], [1.1, 0.75])
    green = scatter(needles(rng), position, direction, random_up(rng, count, 0.35), scale, tone)
    return [part(trim(member, "bark", "#54443a"), *wood), part(leafy(member), green)]


def _needle_twigs(
    path: np.ndarray, out: np.ndarray, length: float, rng: Rng, at: list[np.ndarray], along: list[np.ndarray]
) -> None:
    """Needle sprays along a limb and along the twigs that hang from either side of it."""
    side = np.array([-out[1], out[0], 0.0])
    count = max(5, int(length * 15))
    for t in np.linspace(0.12, 1.0, count):
        p = np.array([np.interp(t, np.linspace(0, 1, len(path)), path[:, k]) for k in range(3)])
        span = length * 0.34 * (1 - t) ** 0.7 + 0.07
        for s in (-1, 1):
            heading = out * 0.75 + side * s * rng.uniform(0.7, 1.1) + [0, 0, rng.uniform(-0.35, 0.0)]
            heading /= np.linalg.norm(heading)
            steps = max(1, int(span / 0.13))
            reach = np.arange(steps) * 0.13
            points = p + reach[:, None] * heading - np.array([0, 0, 0.5]) * (reach**2)[:, None]
            at.append(points)
            along.append(np.tile(heading, (steps, 1)) + rng.normal(0, 0.14, (steps, 3)))
    at.append(path[-1:])
    along.append(out[None] + [0, 0, 0.1])


def _leaf_twigs(
    twigs: list[tuple[np.ndarray, np.ndarray]], per: int, spread: float, rng: Rng
) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "n 3"]]:
    """Where leaves sit and where they point: clusters that thicken towards the ends of twigs."""
    starts, ends = np.array([t[0] for t in twigs]), np.array([t[1] for t in twigs])
    t = rng.beta(2.2, 1.1, (len(twigs), per, 1)) * 1.05
    at = starts[:, None] * (1 - t) + ends[:, None] * t + rng.normal(0, spread, (len(twigs), per, 3))
    along = np.repeat((ends - starts)[:, None], per, 1)
    along = along / np.linalg.norm(along, axis=2, keepdims=True) + rng.normal(0, 0.8, along.shape)
    return at.reshape(-1, 3), along.reshape(-1, 3)


def broadleaf(member: CastMember, rng: Rng) -> list[Part]:
    """An oak-like tree: short bole, spreading limbs, a crown of leaf clusters with gaps of sky."""
    wood: list[Mesh] = []
    twigs: list[tuple[np.ndarray, np.ndarray]] = []
    z = np.linspace(0, 1.9, 14)
    spine = np.stack([0.04 * np.sin(z * 2 + rng.uniform(0, 6)), 0.04 * np.cos(z * 1.7), z], 1)
    wood.append(tapered_bole(spine, 0.19 - 0.025 * z + 0.1 * np.exp(-z / 0.22), rng, 24))
    for k in range(6):
        angle, tilt = 2 * np.pi * k / 6 + rng.normal(0, 0.25), rng.uniform(0.55, 1.1) if k else 0.1
        heading = np.array([np.cos(angle) * np.sin(tilt), np.sin(angle) * np.sin(tilt), np.cos(tilt)])
        root = spine[-1] - [0, 0, 0.35 * (k % 3)] if k else spine[-1]
        grown_limb(root, heading, rng.uniform(1.25, 1.65), 0.095, 3, rng, wood, twigs, lift=0.16, droop=0.1)
    at, along = _leaf_twigs(twigs, max(8, 13000 // len(twigs)), 0.10, rng)
    tone = _crown_tone(rng, at, member.colour or "#44662b", "#7c9440")
    leaves = scatter(
        blade(1.0, 0.62), at, along, random_up(rng, len(at), 0.7), rng.uniform(0.085, 0.15, len(at)), tone
    )
    return [part(trim(member, "bark", "#5b4a3c"), *wood), part(leafy(member), leaves)]


def birch(member: CastMember, rng: Rng) -> list[Part]:
    """A birch: white bole with dark scars, fine hanging branches, small bright leaves."""
    height = 6.6
    z = np.linspace(0, height, 130)
    bow = 0.22 * rng.choice([-1, 1])
    spine = np.stack([bow * np.sin(z / height * 1.8), 0.1 * np.sin(z * 0.6 + 1), z], 1)
    radii = 0.095 * (1 - z / height) ** 0.75 + 0.008 + 0.05 * np.exp(-z / 0.15)
    bole = tapered_bole(spine, radii, rng, 40)
    wood: list[Mesh] = []
    twigs: list[tuple[np.ndarray, np.ndarray]] = []
    for level in np.linspace(1.5, height - 0.15, 34):
        s = level / height
        angle, tilt = rng.uniform(0, 2 * np.pi), rng.uniform(0.5, 0.95)
        heading = np.array([np.cos(angle) * np.sin(tilt), np.sin(angle) * np.sin(tilt), np.cos(tilt)])
        root = np.array([np.interp(level, z, spine[:, 0]), np.interp(level, z, spine[:, 1]), level])
        reach = 1.0 * (1 - s) ** 0.6 * np.interp(s, [0.2, 0.4], [0.7, 1.0]) + 0.22
        grown_limb(
            root,
            heading,
            reach * rng.uniform(0.8, 1.15),
            0.026 * (1.15 - s),
            2,
            rng,
            wood,
            twigs,
            lift=0.0,
            droop=0.75,
        )
    at, along = _leaf_twigs(twigs, max(8, 11500 // len(twigs)), 0.06, rng)
    along = along + [0, 0, -0.7]
    tone = _crown_tone(rng, at, member.colour or "#6a8a34", "#a6b24a")
    leaves = scatter(
        blade(1.0, 0.72), at, along, random_up(rng, len(at), 1.1), rng.uniform(0.06, 0.095, len(at)), tone
    )
    dark = painted(part(leafy(member), *wood).mesh, from_hex("#3a2c26"))
    skin = part(trim(member, "bark", "#d8d2c4"), painted(bole, _birch_bark(bole, rng)), dark)
    return [
        replace(skin, material=material("plaster", wear=member.wear, seed=member.seed)),
        part(leafy(member), leaves),
    ]


def _birch_bark(bole: Mesh, rng: Rng) -> Float[np.ndarray, "n 3"]:
    """White with short dark bars across, and a rough black foot."""
    points, seed = bole.vertices, int(rng.integers(1 << 16))
    bars = noise.fbm3(points * [7, 7, 46], octaves=3, seed=seed)
    patches = noise.fbm3(points * [3, 3, 2.2], octaves=3, seed=seed + 5)
    dark = noise.smoothstep(0.16, 0.30, bars + 0.35 * patches)
    dark = np.maximum(dark, np.exp(-points[:, 2] / 0.3) * noise.smoothstep(-0.3, 0.3, patches + 0.2))[:, None]
    white = np.asarray(from_hex("#d9d3c6")) * (1 + 0.12 * patches[:, None])
    return np.asarray(white * (1 - dark) + np.asarray(from_hex("#2c2623")) * dark)


def _crown_tone(rng: Rng, at: np.ndarray, base: str, other: str) -> Float[np.ndarray, "n 3"]:
    """Leaf colours: darker inside the crown, with lighter and yellower patches by branch."""
    tone = tinted(rng, from_hex(base), from_hex(other), len(at))
    patch = noise.noise3(at * 0.9, seed=int(rng.integers(1 << 16)))
    depth = np.linalg.norm((at - at.mean(0)) / at.std(0), axis=1)
    return np.asarray(tone * (0.72 + 0.2 * np.clip(depth / 2, 0, 1.3) + 0.16 * patch)[:, None])


def bush(member: CastMember, rng: Rng) -> Prop:
    """A shrub: many stems from one root, leaves to the ground, sometimes in flower."""
    wood: list[Mesh] = []
    twigs: list[tuple[np.ndarray, np.ndarray]] = []
    for k in range(11):
        angle, tilt = 2 * np.pi * k / 11 + rng.normal(0, 0.2), rng.uniform(0.15, 1.05)
        heading = np.array([np.cos(angle) * np.sin(tilt), np.sin(angle) * np.sin(tilt), np.cos(tilt)])
        grown_limb(rng.normal(0, 0.03, 3) * [1, 1, 0], heading, rng.uniform(0.28, 0.36), 0.013, 2, rng, wood,
              twigs,
              lift=0.12, droop=0.05)  # fmt: skip
    at, along = _leaf_twigs(twigs, max(14, 9500 // len(twigs)), 0.035, rng)
    at[:, 2] = np.abs(at[:, 2]) + 0.01
    tone = _crown_tone(rng, at, member.colour or "#3c5c2c", "#6f8a3e")
    leaves = [
        scatter(
            blade(1.0, 0.5), at, along, random_up(rng, len(at), 0.8), rng.uniform(0.045, 0.075, len(at)), tone
        )
    ]
    if rng.random() < 0.5 or member.accent:
        pick = rng.choice(len(at), 160, replace=False)
        bloom = np.asarray(from_hex(member.accent or "#d9a7b4")) * rng.uniform(0.8, 1.1, (800, 1))
        outward = at[pick] - at.mean(0)
        spots = at[pick] + 0.05 * outward
        turn = np.repeat(outward, 5, 0) * 0.3 + rng.normal(0, 0.25, (800, 3))
        leaves.append(scatter(blade(1.0, 0.7), np.repeat(spots, 5, 0), turn, random_up(rng, 800, 1.0),
                              np.full(800, 0.032), bloom))  # fmt: skip
    size = (1.2 * vary(rng), 1.2 * vary(rng), 1.0 * vary(rng))
    parts = sized([part(trim(member, "bark", "#5a4636"), *wood), part(leafy(member), *leaves)], size)
    low, high = bounds(parts)
    del low, high
    return assemble(parts, [hull(parts[1].mesh.vertices)], mass=14.0, friction=0.9, restitution=0.05)
