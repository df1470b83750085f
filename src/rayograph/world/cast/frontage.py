"""What hangs on a house front: neon signs on brackets, painted fascias over doors, striped awnings."""

from dataclasses import replace

import numpy as np

from rayograph.colour.gas import gas_of
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.fitting import assemble, box, hue, part, surface, trim, vary
from rayograph.world.cast.shaping import beam, placed, rod, slab
from rayograph.world.cast.sign import contrasting, face, printed, weathered
from rayograph.world.cast.tube_letters import CELL, PITCH, bent, strokes
from rayograph.world.materials.library import material
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator
NEON_WIDTH = 1.75
"""A neon sign is at most this wide [m]: it hangs over a pavement."""
HUNG = 1.0
"""What is fixed higher than this [m] hangs on a bracket; lower, it stands on its case."""


def _rows(text: str) -> list[str]:
    """The words in one row, or one a row where that makes the letters larger."""
    text = " ".join(text.replace("\\n", " ").split()) or "OPEN"
    words = text.split()
    return [text] if len(text) <= 7 or len(words) == 1 else words


def neon_sign(member: CastMember, rng: Rng) -> Prop:
    """A neon sign: glass letters before a dark case, a tube all round it, on a bracket if it hangs."""
    rows = _rows(member.text or ("BAR", "HOTEL", "JAZZ", "CAFE")[member.seed % 4])
    longest = max(len(row) for row in rows)
    size = min(0.44, NEON_WIDTH / (PITCH * longest + 0.5), 1.5 / (1.35 * len(rows)))
    wide, tall = size * (PITCH * longest + 0.55), size * (1.4 * len(rows) + 0.42)
    radius = 0.046 * size
    glass: list[Mesh] = []
    edge: list[Mesh] = []
    for sign in (-1, 1):
        for k, row in enumerate(rows):
            z = tall - size * (1.4 * k + 1.42)
            left = -size * (PITCH * len(row) - (PITCH - CELL)) / 2
            for i, letter in enumerate(row):
                at = np.array([left + size * PITCH * (i if sign < 0 else len(row) - 1 - i), sign * 0.1, z])
                glass += [bent(s, at, size, mirrored=sign > 0, radius=radius) for s in strokes(letter)]
        frame = [(s * (wide / 2 - 0.06), sign * 0.085, h) for s, h in ((-1, 0.06), (-1, tall - 0.06))]
        frame += [(-x, y, h) for x, y, h in frame[::-1]]
        edge.append(rod([*frame, frame[0]], 0.7 * radius, 8))
    case = placed(shapes.rounded_box((wide, 0.12, tall), 0.02, 2), at=(0, 0, tall / 2))
    rim = [beam((-wide / 2, 0, z), (wide / 2, 0, z), 0.15, 0.03, radius=0.008) for z in (0.0, tall)]
    rim += [beam((s * wide / 2, 0, 0), (s * wide / 2, 0, tall), 0.15, 0.03, radius=0.008, up=(1, 0, 0))
            for s in (-1, 1)]  # fmt: skip
    iron = list(rim)
    if member.position[2] > HUNG:
        iron.append(beam((-wide / 2 - 0.5, 0, tall + 0.1), (wide / 2 + 0.5, 0, tall + 0.1), 0.04, 0.04))
        iron += [beam((s * wide * 0.4, 0, tall), (s * wide * 0.4, 0, tall + 0.1), 0.03, 0.03, up=(1, 0, 0))
                 for s in (-1, 1)]  # fmt: skip
    off = trim(member, "plastic", member.colour or "#e8d8d0")
    parts: list[Part] = [
        part(trim(member, "painted_metal", "#3a3b40"), case),
        part(trim(member, "black_iron"), *iron),
        part(replace(off, roughness=0.2, bump=None), *glass, light="self"),
        replace(part(replace(off, roughness=0.2, bump=None), *edge, light="self"), glow=_of_edge(member)),
    ]
    return assemble(parts, [box((0, 0, tall / 2), (wide, 0.2, tall))], mass=30.0, friction=0.6)


def _of_edge(member: CastMember) -> tuple[float, float, float]:
    """Gain of the tube round a sign on the light of its letters: "pink and cyan neon" is of two gases."""
    if member.accent is None or member.colour is None:
        return 1.0, 1.0, 1.0
    red, green, blue = (
        max(b, 0.01) / max(a, 0.01) for a, b in zip(gas_of(member.colour), gas_of(member.accent), strict=True)
    )
    return red, green, blue


def shop_sign(member: CastMember, rng: Rng) -> Prop:
    """A fascia over a shop: a painted board in a moulded frame, and the words on it."""
    ground = hue(member, rng) or "#1d3b2f"
    words = member.text or "SHOP"
    high = 0.56
    wide = float(np.clip(0.34 * len(words) + 0.8, 2.2, 4.2)) * vary(rng, 0.02)
    inner = (wide - 0.12, high - 0.12)
    ink = member.accent or contrasting(ground)
    art = weathered(text_texture(words, ink, ground, 1600, inner[0] / inner[1]), member.wear, member.seed)
    carrier = surface(member.model_copy(update={"material": "painted_wood", "colour": ground}), rng)
    board = placed(shapes.rounded_box((wide - 0.04, 0.05, high - 0.04), 0.004, 2), at=(0, 0, high / 2))
    rails = [
        beam((-wide / 2, 0, z), (wide / 2, 0, z), 0.09, 0.07, radius=0.02) for z in (0.035, high - 0.035)
    ]
    rails += [
        beam((s * (wide / 2 - 0.03), 0, 0), (s * (wide / 2 - 0.03), 0, high), 0.085, 0.06, radius=0.02,
             up=(1, 0, 0))
        for s in (-1, 1)
    ]  # fmt: skip
    parts = [
        part(carrier, board, *rails),
        part(printed(carrier, art), face(*inner, at=(0, -0.0265, high / 2))),
    ]
    return assemble(parts, [box((0, 0, high / 2), (wide, 0.09, high))], mass=25.0, friction=0.6)


def awning(member: CastMember, rng: Rng) -> Prop:
    """A canvas awning, striped where a second colour is given, a scalloped valance along its edge.

    It faces -Y and is fixed along its back; the member's text stands on the valance.
    """
    colour = hue(member, rng) or "#2f5d4a"
    striped = member.accent is not None or "strip" in member.words.lower()
    other = (member.accent or "#efe8d6") if striped else colour
    wide, out, fall, drop = 3.6 * vary(rng, 0.02), 1.25, 0.5, 0.26
    count = 2 * round(wide / 0.44) + 1
    edges = np.linspace(-wide / 2, wide / 2, count + 1)
    top = drop + fall
    bands: dict[str, list[Mesh]] = {colour: [], other: []}
    t = np.linspace(0.0, 1.0, 7)
    for k in range(count):
        a, b = edges[k], edges[k + 1]
        slope = [((-out * s), top - fall * s - 0.05 * np.sin(np.pi * s)) for s in t]
        rows = [[(a, y, z), (b, y, z)] for y, z in slope]
        scallop = np.linspace(0.0, np.pi, 7)
        x = np.linspace(a, b, 7)
        edge = np.stack([x, np.full(7, -out), 0.07 - 0.07 * np.sin(scallop)], 1)
        hem = np.stack([x, np.full(7, -out), np.full(7, drop)], 1)
        bands[(colour, other)[k % 2]] += [slab(np.array(rows), 0.004), slab(np.array([hem, edge]), 0.004)]
    cheeks = [
        slab(np.array([[(s * wide / 2, y, z) for y, z in ((0.0, top), (-out, drop))],
                       [(s * wide / 2, y, z) for y, z in ((0.0, drop + 0.02), (-out, drop - 0.1))]]), 0.004)
        for s in (-1, 1)
    ]  # fmt: skip
    cloth = {tone: material("canvas", colour=tone, wear=member.wear, seed=member.seed) for tone in bands}
    parts = [part(replace(cloth[tone], roughness=0.9), *meshes) for tone, meshes in bands.items() if meshes]
    parts[0] = replace(parts[0], mesh=merge([parts[0].mesh, part(cloth[colour], *cheeks).mesh]))
    iron = [rod([(s * (wide / 2 - 0.08), 0, drop), (s * (wide / 2 - 0.08), -out + 0.02, drop - 0.03)], 0.014)
            for s in (-1, 1)]  # fmt: skip
    iron += [rod([(-wide / 2, y, z), (wide / 2, y, z)], r)
             for y, z, r in ((-out + 0.01, drop - 0.01, 0.016), (-0.03, top + 0.02, 0.05))]  # fmt: skip
    parts.append(part(trim(member, "painted_metal", "#d8d5cc"), *iron))
    if member.text:
        parts.append(_valance(member, colour, wide, out, drop))
    walls = [
        box((0, -out / 2, (drop + top) / 2), (wide, out, fall)),
        box((0, -out, drop / 2), (wide, 0.03, drop)),
    ]
    return assemble(parts, walls, mass=35.0, friction=0.6)


def _valance(member: CastMember, colour: str, wide: float, out: float, drop: float) -> Part:
    """A plain strip along the valance that carries the words."""
    high = drop - 0.02
    ink = contrasting(colour)
    art = text_texture(member.text, ink, colour, 1600, 0.9 * wide / high)
    base = material("canvas", colour=colour, seed=member.seed)
    return part(printed(base, art), face(0.9 * wide, high, at=(0, -out - 0.012, 0.05 + high / 2)))
