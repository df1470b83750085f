"""Case furniture and glass: bookcase, sideboard, dressing mirror, upright piano."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import beam, curve, hoop, placed, rod, stretched, turned
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator
_BINDINGS = ("#6b1f1d", "#1f3a5f", "#3e4a2f", "#a27a2c", "#2b2b2e", "#c9bb98", "#7d4a2a", "#49616b")


def bookcase(member: CastMember, rng: Rng) -> Prop:
    """A tall bookcase, five shelves of books that stand, lean and lie."""
    wood = surface(member, rng)
    wide, deep, tall, board = 0.92 * vary(rng, 0.04), 0.30, 1.92 * vary(rng, 0.03), 0.024
    bars = [beam((s * (wide - board) / 2, 0, 0), (s * (wide - board) / 2, 0, tall), board, deep,
        up=(0, 1, 0), rng=rng) for s in (-1, 1)]  # fmt: skip
    levels = np.linspace(0.09, tall - board / 2, 6)
    bars += [
        beam((-wide / 2 + board, 0, z), (wide / 2 - board, 0, z), deep - 0.01, board, rng=rng) for z in levels
    ]
    bars.append(beam((0, deep / 2 - 0.006, 0.08), (0, deep / 2 - 0.006, tall), wide - 0.01, 0.008,
        up=(0, 1, 0), rng=rng))  # fmt: skip
    bars.append(beam((-wide / 2 + board, -deep / 2 + 0.03, 0.045),
        (wide / 2 - board, -deep / 2 + 0.03, 0.045), 0.018, 0.08, rng=rng))  # fmt: skip
    bars.append(
        placed(shapes.rounded_box((wide + 0.04, deep + 0.03, 0.035), 0.012, 4), at=(0, -0.01, tall + 0.012))
    )
    stacks: list[list[Mesh]] = [[] for _ in _BINDINGS]
    pages: list[Mesh] = []
    for low, high in zip(levels, levels[1:], strict=False):
        _shelf(
            rng, (wide - 2 * board, deep, float(low) + board / 2, float(high - low) - board), stacks, pages
        )
    parts = [part(wood, *bars), part(trim(member, "paper", "#e6dcc4"), *pages)]
    parts += [part(trim(member, "book_cloth", colour), *books) for colour,
        books in zip(_BINDINGS, stacks, strict=True) if books]  # fmt: skip
    walls = [box((0, deep / 2 - 0.01, tall / 2), (wide, 0.02, tall)),
        box((0, 0, tall + 0.01), (wide + 0.04, deep + 0.03, 0.035))]  # fmt: skip
    walls += [box((s * (wide - board) / 2, 0, tall / 2), (board, deep, tall)) for s in (-1, 1)]
    walls += [box((0, 0, float(z)), (wide, deep, board)) for z in levels]
    walls += [box((0, 0.03, float(a + b) / 2), (wide - 0.06, deep - 0.08, float(b - a) * 0.8))
              for a, b in zip(levels, levels[1:], strict=False)]  # fmt: skip
    return assemble(parts, walls, mass=85.0, friction=0.6, restitution=0.1)


def _shelf(
    rng: Rng, room: tuple[float, float, float, float], stacks: list[list[Mesh]], pages: list[Mesh]
) -> None:
    """Fill one shelf of (width, depth, floor, height) [m] from the left; a gap or a pile now and then."""
    wide, deep, floor, high = room
    x = -wide / 2 + 0.004
    while x < wide / 2 - 0.05:
        thick, tall = float(rng.uniform(0.016, 0.052)), high * float(rng.uniform(0.62, 0.92))
        long_ = deep * float(rng.uniform(0.55, 0.75))
        if rng.random() < 0.05 and x + 0.22 < wide / 2:
            z = floor
            for _ in range(int(rng.integers(2, 5))):
                t = float(rng.uniform(0.02, 0.04))
                turn = [("z", float(rng.uniform(-8, 8)))]
                centre = (x + 0.10, -deep / 2 + 0.12, z + t / 2)
                stacks[int(rng.integers(len(stacks)))].append(
                    placed(shapes.rounded_box((0.18, 0.16, t), 0.003, 2), at=centre, turns=turn)
                )
                z += t
            x += 0.21
            continue
        lean = float(rng.uniform(4, 12)) if rng.random() < 0.07 else 0.0
        front = -deep / 2 + 0.020 + float(rng.uniform(0, 0.012))
        body = shapes.rounded_box((thick, long_, tall), min(0.004, thick / 4), 2)
        block = shapes.rounded_box((thick * 0.78, long_ * 0.94, tall * 0.985), 0.001, 1)
        shift = tall / 2 * np.cos(np.deg2rad(lean)) + thick / 2 * np.sin(np.deg2rad(lean))
        at = (x + thick / 2 + tall / 2 * np.sin(np.deg2rad(lean)), front + long_ / 2, floor + shift)
        stacks[int(rng.integers(len(stacks)))].append(placed(body, at=at, turns=[("y", lean)]))
        pages.append(
            placed(block, at=(at[0], at[1] + long_ * 0.034, at[2] + tall * 0.010), turns=[("y", lean)])
        )
        x += thick + 0.001 + (tall * float(np.sin(np.deg2rad(lean))) if lean else 0.0)
        x += float(rng.uniform(0.03, 0.12)) if rng.random() < 0.06 else 0.0


def sideboard(member: CastMember, rng: Rng) -> Prop:
    """A low sideboard on tapered legs: two doors, three drawers between them, brass pulls."""
    wood = surface(member, rng)
    wide, deep, tall, foot = 1.40 * vary(rng, 0.04), 0.44, 0.78, 0.16
    body = tall - foot
    bars = [beam((-wide / 2, 0, tall - 0.012), (wide / 2, 0, tall - 0.012), deep, 0.024, radius=0.005,
        rng=rng), beam((-wide / 2, 0, foot + 0.012), (wide / 2, 0, foot + 0.012), deep, 0.024,
        radius=0.005, rng=rng), beam((-wide / 2 + 0.02, 0.01, foot + body / 2),
        (wide / 2 - 0.02, 0.01, foot + body / 2), deep - 0.05, body - 0.04)]  # fmt: skip
    bars += [beam((s * (wide / 2 - 0.012), 0, foot + 0.01), (s * (wide / 2 - 0.012), 0, tall - 0.01),
        0.024, deep, up=(0, 1, 0), rng=rng) for s in (-1, 1)]  # fmt: skip
    front, third, gap = -deep / 2 + 0.006, (wide - 0.06) / 3, 0.004
    faces = [beam((s * third - third / 2 + gap, front, foot + body / 2),
        (s * third + third / 2 - gap, front, foot + body / 2), 0.018, body - 0.056, radius=0.003, rng=rng)
        for s in (-1, 1)]  # fmt: skip
    pitch = (body - 0.052) / 3
    pulls = []
    for k in range(3):
        z = foot + 0.028 + pitch * (k + 0.5)
        faces.append(beam((-third / 2 + gap, front, z), (third / 2 - gap, front, z), 0.018, pitch - gap,
            radius=0.003, rng=rng))  # fmt: skip
        pulls.append(rod(curve([(-0.05, front - 0.008, z), (-0.045, front - 0.026, z),
            (0.045, front - 0.026, z), (0.05, front - 0.008, z)], 16), 0.0045, 10))  # fmt: skip
    for s in (-1, 1):
        x = s * (third / 2 + 0.035)
        pulls.append(rod(curve([(x, front - 0.008, foot + body * 0.42),
            (x, front - 0.026, foot + body * 0.43), (x, front - 0.026, foot + body * 0.57),
            (x, front - 0.008, foot + body * 0.58)], 16), 0.0045, 10))  # fmt: skip
    legs = [rod([(sx * (wide / 2 - 0.07), sy * (deep / 2 - 0.05), 0),
        (sx * (wide / 2 - 0.11), sy * (deep / 2 - 0.08), foot + 0.005)], np.array([0.013, 0.023]), 18)
        for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    walls = [box((0, 0, foot + body / 2), (wide, deep, body))]
    walls += [post((sx * (wide / 2 - 0.08), sy * (deep / 2 - 0.06), foot / 2 - 0.002), 0.02, foot + 0.004)
        for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    return assemble([part(wood, *bars, *faces, *legs), part(trim(member, "brass", member.accent),
        *pulls)], walls, mass=48.0, friction=0.5, restitution=0.3)  # fmt: skip


def mirror(member: CastMember, rng: Rng) -> Prop:
    """A dressing mirror: an oval of silvered glass in a moulded frame, hung between two turned posts."""
    wood = surface(member, rng)
    wide, tall, lean = 0.150 * vary(rng, 0.04), 0.205, float(rng.uniform(4, 9))
    centre = 0.275
    swing = shapes.translation(0, 0, centre) @ shapes.rotation("x", -lean)
    moulding = stretched(
        placed(hoop(1.0, 0.085, tall=0.085, segments=96), turns=[("x", 90)]), (wide, 0.16, tall)
    ).moved(swing)
    bead = stretched(
        placed(hoop(0.93, 0.022, tall=0.030, segments=96), turns=[("x", 90)]), (wide, 0.45, tall)
    ).moved(swing)
    disc = turned([(0.95, 0.0), (0.90, 0.012), (0.0, 0.012)], 96)
    glass = stretched(placed(disc, turns=[("x", 90)]), (wide, 0.16, tall)).moved(swing)
    back = stretched(placed(turned([(0.0, -0.05), (0.97, -0.05), (0.97, -0.01), (0, -0.01)], 72),
        turns=[("x", 90)]), (wide, 0.2, tall)).moved(swing)  # fmt: skip
    line = rounded([(0, 0.03), (0.012, 0.03), (0.017, 0.045), (0.009, 0.06), (0.012, 0.12),
        (0.0145, 0.18), (0.008, 0.22), (0.008, 0.245), (0.014, 0.255), (0.014, 0.300), (0.008, 0.31),
        (0.013, 0.325), (0, 0.345)], 0.004)  # fmt: skip
    x = wide + 0.034
    posts = [placed(turned(line, 32), at=(s * x, 0, 0)) for s in (-1, 1)]
    pins = [rod([(s * (x - 0.012), 0, centre), (s * (wide * 1.03), 0, centre)], 0.005, 14) for s in (-1, 1)]
    knobs = [placed(turned(rounded([(0, 0), (0.009, 0), (0.010, 0.008), (0, 0.012)], 0.003), 24),
        at=(s * (x + 0.012), 0, centre), turns=[("y", 90.0 * s)]) for s in (-1, 1)]  # fmt: skip
    base = [placed(shapes.rounded_box((2 * x + 0.05, 0.155, 0.034), 0.010, 5), at=(0, 0, 0.019)),
        placed(shapes.rounded_box((2 * x + 0.01, 0.110, 0.012), 0.005, 4), at=(0, 0, 0.038))]  # fmt: skip
    silver = replace(
        trim(member, "chrome"), base_colour=(0.93, 0.93, 0.92), roughness=0.015, bump=None, metallic=1.0
    )
    parts = [part(wood, moulding, *posts, *base, back), part(trim(member, "brass", member.accent), bead,
        *pins, *knobs), part(silver, glass)]  # fmt: skip
    walls = [box((0, 0, 0.023), (2 * x + 0.05, 0.155, 0.042)),
        *(post((s * x, 0, 0.19), 0.013, 0.31) for s in (-1, 1))]  # fmt: skip
    walls.append(box((0, 0, centre), (2 * wide * 0.9, 0.03, 2 * tall * 1.02), ("x", -lean)))
    return assemble(parts, walls, mass=2.4, friction=0.6, restitution=0.1)


def piano(member: CastMember, rng: Rng) -> Prop:
    """An upright piano, open: 52 white keys, 36 black, music on the desk, pedals; black lacquer or wood."""
    name = member.material or ("ebony" if rng.random() < 0.5 else "walnut")
    wood = replace(trim(member, name, member.colour), roughness=0.16, clearcoat=0.9)
    wide, deep, tall = 1.48 * vary(rng, 0.02), 0.60, 1.22
    back = deep / 2
    case = [placed(shapes.rounded_box((wide, 0.36, tall - 0.03), 0.008, 4),
        at=(0, back - 0.18, (tall - 0.03) / 2)), placed(shapes.rounded_box((wide + 0.03, 0.40, 0.030),
        0.010, 4), at=(0, back - 0.19, tall - 0.015)), placed(shapes.rounded_box((wide * 0.90, 0.016,
        0.44), 0.006, 3), at=(0, back - 0.366, 0.36)), placed(shapes.rounded_box((wide * 0.88, 0.016,
        0.34), 0.006, 3), at=(0, back - 0.366, 0.98))]  # fmt: skip
    bed = 0.66
    case.append(
        placed(shapes.rounded_box((wide - 0.02, 0.30, 0.045), 0.008, 4), at=(0, back - 0.44, bed - 0.0225))
    )
    for s in (-1, 1):
        x = s * (wide / 2 - 0.035)
        case.append(
            placed(shapes.rounded_box((0.07, 0.30, 0.13), 0.018, 5), at=(x, back - 0.45, bed + 0.035))
        )
        leg = [(0, 0), (0.030, 0), (0.034, 0.03), (0.022, 0.06), (0.030, 0.30), (0.040, 0.50),
            (0.026, 0.56), (0.042, 0.62), (0, 0.62)]  # fmt: skip
        case.append(placed(turned(leg, 28), at=(x, -back + 0.045, 0)))
        case.append(placed(shapes.rounded_box((0.08, 0.58, 0.05), 0.012, 4), at=(x, 0.0, 0.028)))
    span = wide - 0.15
    pitch = span / 52
    white = shapes.rounded_box((pitch * 0.955, 0.148, 0.018), 0.0022, 2)
    black = shapes.rounded_box((pitch * 0.50, 0.095, 0.020), 0.0030, 3)
    y = back - 0.51
    whites = [placed(white, at=(-span / 2 + (k + 0.5) * pitch, y, bed + 0.012)) for k in range(52)]
    blacks = [placed(black, at=(-span / 2 + (k + 1) * pitch, y + 0.027, bed + 0.026)) for k in range(51)
        if (k + 5) % 7 not in (2, 6)]  # fmt: skip
    slip = placed(
        shapes.rounded_box((span + 0.01, 0.018, 0.024), 0.005, 3), at=(0, -back + 0.008, bed + 0.004)
    )
    fall = placed(shapes.rounded_box((span + 0.004, 0.012, 0.14), 0.005, 3),
        at=(0, back - 0.405, bed + 0.10), turns=[("x", -12)])  # fmt: skip
    felt = placed(shapes.rounded_box((span, 0.004, 0.006), 0.001, 1), at=(0, back - 0.433, bed + 0.024))
    desk = placed(
        shapes.rounded_box((0.70, 0.012, 0.24), 0.006, 3), at=(0, back - 0.385, 0.955), turns=[("x", -14)]
    )
    ledge = placed(shapes.rounded_box((0.72, 0.040, 0.012), 0.004, 3), at=(0, back - 0.425, 0.835))
    w, h = 0.44, 0.225
    score = stamped(member.text or "NOCTURNE", "#26241f", "#efe9d8", w / h, ruled=False, gloss=0.8)
    page = placed(flat((-w / 2, 0, 0), (w, 0, 0), (0, 0, h)), turns=[("x", -14)], at=(0, back - 0.421, 0.845))
    pedals = [rod(curve([(x, back - 0.36, 0.075), (x, back - 0.44, 0.07), (x, back - 0.475, 0.045)], 10),
                  np.linspace(0.007, 0.013, 10), 12) for x in (-0.06, 0.06)]  # fmt: skip
    parts = [part(wood, *case, slip, fall, desk, ledge), part(replace(trim(member, "plastic", "#eee8d9"),
        roughness=0.2), *whites), part(replace(trim(member, "plastic", "#121214"), roughness=0.2),
        *blacks), part(trim(member, "velvet", "#7a1d22"), felt), part(trim(member, "brass"), *pedals),
        part(score, page)]  # fmt: skip
    walls: list[Collider] = [box((0, back - 0.18, tall / 2), (wide, 0.36, tall)),
        box((0, back - 0.45, bed - 0.01), (wide, 0.30, 0.09))]  # fmt: skip
    walls += [box((s * (wide / 2 - 0.035), -back + 0.05, 0.31), (0.07, 0.08, 0.62)) for s in (-1, 1)]
    return assemble(parts, walls, mass=220.0, friction=0.7, restitution=0.1)
