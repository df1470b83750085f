"""A bicycle: diamond frame, spoked wheels, chain, saddle, bars and pedals."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.shaping import (
    beam,
    curve,
    hoop,
    loft,
    mirrored,
    placed,
    rod,
    slab,
    stretched,
    turned,
)
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator
Vec = np.ndarray
_WHEEL = 0.335


def bicycle(member: CastMember, rng: Rng) -> Prop:
    """A city bicycle at life size, front wheel towards -Y, held upright."""
    base = 1.05 * vary(rng, 0.015)
    rear, front = np.array([0, base / 2, _WHEEL]), np.array([0, -base / 2, _WHEEL])
    crank = rear + [0, -0.44, -0.055]
    seat = crank + np.array([0, 0.155, 0.50])
    low, top = front + [0, 0.135, 0.325], front + [0, 0.185, 0.455]
    step = rng.random() < 0.4
    frame = [*_frame(crank, seat, low, top, rear, step), *_fork(low, front)]
    frame += [_mudguard(rear, 5, 190), _mudguard(front, 30, 165)]
    tyres, steel = [], _drive(crank, rear)
    for centre, cogs in ((rear, True), (front, False)):
        tyre, metal = _spoked(centre, cogs)
        tyres.append(tyre)
        steel += metal
    pedals, cranks = _cranks(crank, float(rng.uniform(20, 70)))
    saddle, stem = _saddle(seat)
    bars, grips, cables = _bars(top)
    kick = [rear + [-0.07, -0.06, 0], rear + [-0.13, -0.03, -0.2], rear + [-0.2, -0.01, 0.008 - _WHEEL]]
    lamp = turned([(0, 0), (0.012, 0), (0.034, 0.03), (0.036, 0.05), (0.033, 0.056), (0, 0.06)], 28)
    steel += [*cranks, *stem, *bars, rod(curve(kick, 10), 0.008, 10),
              placed(lamp, at=low + [0, -0.03, 0.07], turns=[("x", 90)])]  # fmt: skip
    chrome = replace(trim(member, "steel", wear=0.1), roughness=0.22, bump=None)
    parts = [part(surface(member, rng), *frame), part(chrome, *steel),
             part(trim(member, "rubber", "#161617"), *tyres, *pedals, *cables),
             part(trim(member, "leather", member.accent or "#6b4226"), saddle, *grips)]  # fmt: skip
    return assemble(
        parts, _walls(rear, front, crank, seat, low, top), mass=14.5, friction=0.8, restitution=0.2
    )


def _walls(rear: Vec, front: Vec, crank: Vec, seat: Vec, low: Vec, top: Vec) -> list[Collider]:
    slope = float(np.rad2deg(np.arctan2(*(crank - low)[[2, 1]])))
    return [*(post(c.tolist(), _WHEEL, 0.04, ("y", 90)) for c in (rear, front)),
            box(((crank + low) / 2).tolist(), (0.05, 0.6, 0.08), ("x", slope)),
            box((seat + [0, 0.045, 0.15]).tolist(), (0.16, 0.28, 0.07)),
            box((top + [0, 0.03, 0.14]).tolist(), (0.53, 0.18, 0.06)),
            box(((crank + seat) / 2).tolist(), (0.04, 0.1, 0.5)),
            box(((seat + top) / 2).tolist(), (0.04, 0.5, 0.05))]  # fmt: skip


def _frame(crank: Vec, seat: Vec, low: Vec, top: Vec, rear: Vec, step: bool) -> list[Mesh]:
    """Main tubes and stays; `step` gives the low, curved top tube of a step-through."""
    join = crank + (seat - crank) * (0.52 if step else 0.93)
    middle = (top + join) / 2 - [0, 0, 0.03 if step else 0.012]
    tubes = [rod([crank, seat], 0.0145, 12), rod([low, top], 0.018, 14),
             rod([low + [0, 0, 0.015], crank], 0.017, 12),
             rod(curve([top - [0, -0.005, 0.03], middle, join], 16), 0.0145, 12),
             placed(rod([(-0.036, 0, 0), (0.036, 0, 0)], 0.022, 16), at=crank)]  # fmt: skip
    for s in (-1, 1):
        drop = rear + [s * 0.062, 0, 0]
        tubes.append(rod([crank + [s * 0.035, 0.02, 0], drop], 0.0095, 10))
        tubes.append(rod([seat + [s * 0.016, 0, -0.04], drop], 0.008, 10))
    return tubes


def _fork(low: Vec, front: Vec) -> list[Mesh]:
    blades = [rod([low + [-0.032, 0, -0.012], low + [0.032, 0, -0.012]], 0.015, 10)]
    for s in (-1, 1):
        line = [low + [s * 0.028, 0, -0.01], low + [s * 0.046, -0.015, -0.06], front + [s * 0.05, 0.02, 0.1],
                front + [s * 0.05, 0, 0]]  # fmt: skip
        blades.append(rod(curve(line, 16), np.linspace(0.0125, 0.008, 16), 10))
    return blades


def _mudguard(centre: Vec, start: float, end: float) -> Mesh:
    angle = np.deg2rad(np.linspace(start, end, 30))
    across = np.linspace(-1, 1, 7)
    rows = [
        np.stack(
            [
                np.full(30, a * 0.024),
                np.cos(angle) * (r := _WHEEL + 0.022 - 0.010 * a * a),
                np.sin(angle) * r,
            ],
            1,
        )
        + centre
        for a in across
    ]
    return slab(np.array(rows)[::-1], 0.002)


def _spoked(centre: Vec, rear: bool) -> tuple[Mesh, list[Mesh]]:
    """Tyre; rim and hub; thirty-two crossed spokes."""
    turn = [("y", 90.0)]
    tyre = placed(hoop(_WHEEL - 0.017, 0.017, segments=72), at=centre, turns=turn)
    r = _WHEEL - 0.034
    rim = turned([(r - 0.014, -0.006), (r - 0.004, -0.0125), (r + 0.004, -0.0125), (r + 0.002, -0.009),
                  (r - 0.006, 0.0),
                  (r + 0.002, 0.009), (r + 0.004, 0.0125), (r - 0.004, 0.0125), (r - 0.014, 0.006),
                  (r - 0.014, -0.006)], 72)  # fmt: skip
    hub = turned([(0, -0.05), (0.008, -0.05), (0.008, -0.036), (0.024, -0.034), (0.024, -0.03),
                  (0.012, -0.026), (0.012, 0.026),
                  (0.024, 0.03), (0.024, 0.034), (0.008, 0.036), (0.008, 0.05), (0, 0.05)], 28)  # fmt: skip
    metal = [placed(rim, at=centre, turns=turn), placed(hub, at=centre, turns=turn)]
    if rear:
        metal.append(placed(_cog(0.036, 18), at=centre + [0.046, 0, 0], turns=turn))
    spokes = []
    for k in range(32):
        out = 2 * np.pi * k / 32
        root = out + (1 if k % 4 < 2 else -1) * 1.05
        side = 0.032 if k % 2 else -0.032
        a = centre + np.array([side, np.cos(root) * 0.022, np.sin(root) * 0.022])
        b = centre + np.array([0.0, np.cos(out) * (r - 0.01), np.sin(out) * (r - 0.01)])
        spokes.append(rod([a, b], 0.0011, 5))
    return tyre, [*metal, *spokes]


def _cog(radius: float, teeth: int) -> Mesh:
    a = np.linspace(0, 2 * np.pi, teeth * 6, endpoint=False)
    r = radius * (1 + 0.5 / teeth * np.sin(a * teeth))
    ring = np.stack([np.cos(a) * r, np.sin(a) * r, 0 * a], 1)
    return loft(np.stack([ring - [0, 0, 0.0015], ring + [0, 0, 0.0015]]))


def _drive(crank: Vec, rear: Vec) -> list[Mesh]:
    """Chain ring, and the chain as two runs of links round ring and sprocket."""
    x = 0.046
    big, small = 0.088, 0.036
    ring = placed(_cog(big, 44), at=crank + [x, 0, 0], turns=[("y", 90)])
    up = np.linspace(np.pi / 2, 3 * np.pi / 2, 24)
    front = np.stack([np.full(24, x), np.cos(up) * big, np.sin(up) * big], 1) + crank
    back = np.stack([np.full(24, x), -np.cos(up) * small, -np.sin(up) * small], 1) + rear
    loop = np.concatenate([front, back, front[:1]])
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(loop, axis=0), axis=1))])
    t = np.arange(0, length[-1], 0.0127)
    path = np.stack([np.interp(t, length, loop[:, k]) for k in range(3)], 1)
    after = np.roll(path, -1, axis=0)
    links = [beam(a - (b - a) * 0.2, b + (b - a) * 0.1, 0.006 if i % 2 else 0.0036, 0.0075, radius=0.0018,
                  up=(0, 0.3, 1))
             for i,
             (a, b) in enumerate(zip(path, after, strict=True)) if np.linalg.norm(b - a) < 0.02]  # fmt: skip
    return [ring, *links]


def _cranks(crank: Vec, angle: float) -> tuple[list[Mesh], list[Mesh]]:
    pedals, cranks = [], []
    for s in (-1, 1):
        a = np.deg2rad(angle + (180 if s > 0 else 0))
        end = crank + np.array([s * 0.075, np.cos(a) * 0.165, np.sin(a) * 0.165])
        cranks.append(
            beam(crank + [s * 0.055, 0, 0], end, 0.012, 0.024, radius=0.005, up=(0, -np.sin(a), np.cos(a)))
        )
        cranks.append(rod([end, end + [s * 0.09, 0, 0]], 0.0055, 8))
        pedals += [
            placed(shapes.rounded_box((0.075, 0.024, 0.022), 0.007, 3), at=end + [s * 0.055, dy, 0])
            for dy in (-0.028, 0.028)
        ]
    return pedals, cranks


def _saddle(seat: Vec) -> tuple[Mesh, list[Mesh]]:
    """A leather saddle on springs, and the seat post."""
    top = seat + np.array([0, 0.045, 0.17])
    rings = []
    for y, w, z, thick in ((-0.15, 0.012, 0.004, 0.012), (-0.14, 0.021, 0.008, 0.02),
                           (-0.05, 0.03, 0.006, 0.028), (0.03, 0.06, 0.008, 0.034),
                           (0.09, 0.088, 0.016, 0.036), (0.125, 0.08, 0.018, 0.03),
                           (0.135, 0.06, 0.016, 0.018)):  # fmt: skip
        a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
        drop = np.where(np.sin(a) < 0, thick, 0.010)
        rings.append(
            np.stack([np.cos(a) * w, np.full(28, y), z + np.sin(a) * drop - 0.004 * np.cos(a) ** 2], 1)
        )
    saddle = placed(loft(np.array(rings), crease_deg=70), at=top)
    stem = [rod([seat - [0, 0.02, 0.07], top + [0, -0.01, -0.03]], 0.0125, 12)]
    for s in (-1, 1):
        stem.append(
            rod(
                curve(
                    [
                        top + [s * 0.012, -0.13, -0.01],
                        top + [s * 0.02, 0, -0.034],
                        top + [s * 0.03, 0.07, -0.034],
                        top + [s * 0.055, 0.115, -0.005],
                    ],
                    12,
                ),
                0.0035,
                8,
            )
        )
        turns = np.linspace(0, 2 * np.pi * 4, 48)
        coil = np.stack([np.cos(turns) * 0.016, np.sin(turns) * 0.016, np.linspace(-0.055, 0.005, 48)], 1)
        stem.append(placed(rod(coil, 0.0026, 6), at=top + [s * 0.05, 0.09, 0]))
    return saddle, stem


def _bars(head: Vec) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """Swept-back bars on a stem, leather grips, bell, brake levers and cables."""
    clamp = head + np.array([0, -0.01, 0.115])
    half = curve(
        [
            clamp,
            clamp + [0.06, -0.03, 0.01],
            clamp + [0.16, -0.035, 0.035],
            clamp + [0.25, 0.05, 0.04],
            clamp + [0.262, 0.17, 0.03],
        ],
        36,
    )
    bar = rod(half, 0.0112, 12)
    grip = rod(half[-11:] + (half[-1] - half[-2]) * 0.2, 0.0165, 14)
    lever = rod(
        curve(
            [half[-13] + [0, 0, -0.008], half[-9] + [-0.02, -0.01, -0.03], half[-4] + [-0.024, 0, -0.034]], 12
        ),
        0.0045,
        8,
    )
    stem = [
        rod([head - [0, 0, 0.01], head + [0, 0.014, 0.075], clamp], 0.0125, 12),
        placed(stretched(shapes.icosphere(2), (0.02, 0.02, 0.02)), at=clamp),
    ]
    bell = placed(
        turned([(0, 0), (0.02, 0), (0.021, 0.006), (0.016, 0.016), (0.006, 0.021), (0, 0.022)], 24),
        at=half[18] + [0, 0, 0.012],
    )
    cable = rod(
        curve(
            [
                half[-13],
                half[-16] + [-0.02, -0.1, 0.03],
                head + [0.035, -0.1, 0.02],
                head + [0.02, -0.03, -0.09],
            ],
            20,
        ),
        0.0028,
        6,
    )
    return (
        [bar, mirrored(bar), lever, mirrored(lever), *stem, bell],
        [grip, mirrored(grip)],
        [cable, mirrored(cable)],
    )
