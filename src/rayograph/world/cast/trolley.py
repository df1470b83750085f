"""A supermarket trolley."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, surface, trim
from rayograph.world.cast.shaping import beam, curve, placed, rod, sheet, turned
from rayograph.world.cast.wheeled import roller
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator
_LOW, _HIGH, _FRONT, _BACK = 0.42, 0.92, -0.45, 0.34
"""Heights of the basket's floor in front and of its rim; depths of its ends [m]."""


def _half(y: float, z: float) -> float:
    """Half the basket's width [m]: it widens to the back, so that trolleys nest, and upwards."""
    return float(0.165 + 0.085 * (y - _FRONT) / (_BACK - _FRONT) + 0.035 * (z - _LOW) / (_HIGH - _LOW))


def _floor(y: float) -> float:
    return float(_LOW + 0.09 * (_BACK - y) / (_BACK - _FRONT))


def _front(z: float) -> float:
    return float(_FRONT - 0.09 * (z - _LOW) / (_HIGH - _LOW))


def _wires() -> list[Mesh]:
    """The basket: hoops, ribs and floor wires."""
    wires: list[Mesh] = []
    for z in np.linspace(_LOW + 0.09, _HIGH, 6):
        thick = 0.006 if z > _HIGH - 0.01 else 0.0028
        f = _front(float(z))
        ring = [(-_half(_BACK, z), _BACK, z), (-_half(f, z), f, z - 0.03), (_half(f, z), f, z - 0.03),
                (_half(_BACK, z), _BACK, z)]  # fmt: skip
        runs = [np.linspace(a, b, 6) for a, b in zip(ring[:-1], ring[1:], strict=True)]
        wires.append(rod(np.concatenate(runs), thick, 6))
    for y in np.linspace(_FRONT + 0.02, _BACK, 18):
        x = _half(y, _LOW)
        for s in (-1, 1):
            top = (s * _half(y, _HIGH), y - 0.05 * (_BACK - y), _HIGH)
            wires.append(rod([(s * x, y, _floor(y)), top], 0.0024, 6))
        wires.append(rod([(-x, y, _floor(y)), (x, y, _floor(y))], 0.0024, 6))
    for k in np.linspace(-1, 1, 11):
        heel = (_half(_BACK, _LOW) * k, _BACK, _floor(_BACK))
        toe = (_half(_FRONT, _LOW) * k, _FRONT, _floor(_FRONT))
        nose = (_half(_front(_HIGH), _HIGH) * k, _front(_HIGH), _HIGH - 0.03)
        wires.append(rod([heel, toe, nose], 0.0024, 6))
        wires.append(rod([heel, (_half(_BACK, _HIGH) * k, _BACK - 0.02, _HIGH)], 0.0024, 6))
    return wires


def shopping_trolley(member: CastMember, rng: Rng) -> Prop:
    """A supermarket trolley: wire basket widening to the back, child seat flap, frame, four castors."""
    chrome = replace(trim(member, "steel", wear=min(member.wear, 0.3)), bump=None)
    plastic = surface(member, rng)
    frame, feet = [], []
    for s in (-1, 1):
        frame.append(rod(curve([(s * 0.27, 0.42, 0.99), (s * 0.265, 0.36, 0.80), (s * 0.245, 0.33, 0.42),
                                (s * 0.25, 0.36, 0.17), (s * 0.24, 0.20, 0.155), (s * 0.15, -0.46,
                                 0.175)], 40),
                         0.0125, 10))  # fmt: skip
        frame.append(rod([(s * 0.155, -0.40, 0.175), (s * 0.19, -0.05, _floor(-0.05) - 0.005)], 0.010, 8))
    for y, x in ((-0.46, 0.15), (0.20, 0.24)):
        frame.append(rod([(-x, y, 0.165), (x, y, 0.165)], 0.009, 8))
    for y in np.linspace(-0.40, 0.15, 5):
        x = float(np.interp(y, [-0.46, 0.2], [0.15, 0.24]))
        frame.append(rod([(-x, y, 0.172), (x, y, 0.172)], 0.003, 6))
    walls = []
    for x, y in ((0.15, -0.42), (0.245, 0.34)):
        for s in (-1, 1):
            turn = float(rng.uniform(-25, 25))
            fork, tread = _castor()
            frame += [placed(m, at=(s * x, y, 0), turns=[("z", turn)]) for m in fork]
            feet.append(placed(tread, at=(s * x, y, 0), turns=[("z", turn)]))
            walls.append(box((s * x, y + 0.02, 0.075), (0.04, 0.10, 0.15)))
    bar = rod([(-0.27, 0.425, 0.995), (0.27, 0.425, 0.995)], 0.017, 14)
    seat = sheet(np.array([[(x, 0.30 - 0.02 * k, 0.70 + 0.2 * k) for x in (-0.2, 0, 0.2)]
                           for k in np.linspace(0, 1, 4)]))  # fmt: skip
    ends = [placed(shapes.rounded_box((0.04, 0.05, 0.05), 0.012, 3), at=(s * 0.27, 0.42, 0.985))
            for s in (-1, 1)]  # fmt: skip
    parts = [part(chrome, *_wires(), *frame), part(plastic, bar, _both_sides(seat), *ends),
             part(trim(member, "rubber", "#2a2a2c"), *feet)]  # fmt: skip
    walls += _basket()
    # The chassis weighs most: a trolley that runs into something stays on its wheels.
    walls += [box((0, -0.13, 0.165), (0.36, 0.66, 0.075)), box((0, 0.42, 0.99), (0.56, 0.035, 0.035)),
              *(box((s * 0.25, 0.36, 0.55), (0.03, 0.05, 0.85)) for s in (-1, 1))]  # fmt: skip
    return assemble(parts, walls, mass=21.0, friction=0.08, restitution=0.2)


def _both_sides(face: Mesh) -> Mesh:
    """The face with a back of its own."""
    assert face.normals is not None
    return merge([face, replace(face, faces=face.faces[:, ::-1], normals=-face.normals)])


def _castor() -> tuple[list[Mesh], Mesh]:
    tread = placed(roller(0.062, 0.026), at=(0, 0.025, 0.062))
    fork = [beam((s * 0.02, 0.025, 0.062), (s * 0.018, 0.0, 0.145), 0.003, 0.028, up=(0, 1, 0))
            for s in (-1, 1)]  # fmt: skip
    cup = turned([(0, 0), (0.024, 0), (0.024, 0.014), (0.012, 0.03), (0, 0.03)], 16)
    return [*fork, placed(cup, at=(0, 0, 0.138))], tread


def _basket() -> list[Collider]:
    """Floor, sides and ends of the basket, which stays open above."""
    base = [(s * _half(y, _LOW), y, _floor(y) - d)
            for s in (-1, 1) for y in (_FRONT, _BACK) for d in (0, 0.02)]  # fmt: skip
    walls = [hull(np.array(base))]
    for s in (-1, 1):
        low = [(s * (_half(y, _LOW) - d), y, _floor(y)) for y in (_FRONT, _BACK) for d in (0, 0.012)]
        high = [(s * (_half(y, _HIGH) - d), y, _HIGH) for y in (_front(_HIGH), _BACK) for d in (0, 0.012)]
        walls.append(hull(np.array(low + high)))
    for foot, head in ((_FRONT, _front(_HIGH)), (_BACK, _BACK - 0.02)):
        end = [(s * _half(y, z), y + d, z) for s in (-1, 1)
               for y, z in ((foot, _floor(foot)), (head, _HIGH)) for d in (0, 0.012)]  # fmt: skip
        walls.append(hull(np.array(end)))
    return walls
