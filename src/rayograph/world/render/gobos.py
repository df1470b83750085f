"""Gobos: cut-outs before a lamp or in the way of the sun, as black sheets of real size that shade the set."""

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.core.rig import Gobo, LightRig, Practical
from rayograph.light.sun import sun_direction
from rayograph.world.scene import Material, Part

BLACK = Material(name="flag", base_colour=(0.012, 0.012, 0.012), roughness=0.95, specular=0.1)
SLATS, SLAT = 12, 0.56
"""Slats of a blind, and the part of their pitch that they cover."""
LEAVES = 1500
"""Leaves of a bough, over a field that is `FIELD` times as wide as the pattern."""
FIELD = 2.6
BAR, FRAME = 0.035, 0.06
"""Widths of a window's bars and frame, as parts of its side."""
SURROUND = 1.6
"""How far the wall about a window or a blind reaches, in sides of the pattern from its middle."""

Quads = Float[np.ndarray, "n 4 2"]


def gobo_parts(rig: LightRig) -> list[tuple[str, Part]]:
    """The cut-outs of a rig with the names of their objects."""
    made = [(f"gobo_{p.id}", _boxed(p, p.gobo)) for p in rig.practicals if p.gobo is not None]
    if rig.sun is not None and rig.sun.gobo is not None:
        gobo, towards = rig.sun.gobo, np.asarray(sun_direction(rig.sun), float)
        middle = np.asarray(gobo.target, float) + gobo.distance * towards
        made.append(("gobo_sun", _part(_placed(pattern(gobo, open_air=True), gobo, middle, towards))))
    return made


def pattern(gobo: Gobo, *, open_air: bool) -> Quads:
    """The opaque quadrangles of a pattern about the origin [m]. In the open a wall stands about what is a
    window; before a lamp the box ends with the pattern."""
    if gobo.pattern == "leaves":
        return _leaves(FIELD if open_air else 1.0) * gobo.size
    bars = _slats() if gobo.pattern == "venetian" else _window()
    if open_air:
        a, b = 0.5, SURROUND
        bars += [(-b, -b, -a, b), (a, -b, b, b), (-a, a, a, b), (-a, -b, a, -a)]
    boxes = np.array(bars)
    return gobo.size * boxes[:, [[0, 1], [2, 1], [2, 3], [0, 3]]]


def _slats() -> list[tuple[float, float, float, float]]:
    """Slats with equal gaps, held by two tapes."""
    edges = np.linspace(-0.5, 0.5, SLATS + 1)[:-1]
    slats = [(-0.5, float(v), 0.5, float(v) + SLAT / SLATS) for v in edges]
    return slats + [(x - 0.008, -0.5, x + 0.008, 0.5) for x in (-0.31, 0.31)]


def _window() -> list[tuple[float, float, float, float]]:
    """Four panes: a frame and a cross of bars."""
    f, b = FRAME, BAR / 2
    frame = [(-0.5, -0.5, -0.5 + f, 0.5), (0.5 - f, -0.5, 0.5, 0.5), (-0.5, 0.5 - f, 0.5, 0.5),
             (-0.5, -0.5, 0.5, -0.5 + f)]  # fmt: skip
    return [*frame, (-b, -0.5, b, 0.5), (-0.5, -b + 0.06, 0.5, b + 0.06)]


def _leaves(field: float) -> Quads:
    """A bough: leaves in clumps, with holes between them that let the sun through."""
    rng = np.random.default_rng(7)
    count = round(LEAVES * field**2 / FIELD**2)
    clumps = rng.uniform(-field / 2, field / 2, (max(count // 9, 4), 2))
    at = clumps[rng.integers(0, len(clumps), count)] + rng.normal(0, 0.055, (count, 2))
    turn, long = rng.uniform(0, 2 * np.pi, count), rng.uniform(0.045, 0.085, count)
    along = np.stack([np.cos(turn), np.sin(turn)], 1) * long[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], 1) * rng.uniform(0.30, 0.46, (count, 1))
    return np.stack([at - along, at + across - 0.15 * along, at + along, at - across - 0.15 * along], 1)


def _axes(towards: np.ndarray, turn_deg: float) -> tuple[np.ndarray, np.ndarray]:
    """Right and up of a sheet that faces along `towards`."""
    across = np.cross([0.0, 0.0, 1.0] if abs(towards[2]) < 0.99 else [0.0, 1.0, 0.0], towards)
    across = across / np.linalg.norm(across)
    up = np.cross(towards, across)
    turn = np.deg2rad(turn_deg)
    return np.cos(turn) * across + np.sin(turn) * up, np.cos(turn) * up - np.sin(turn) * across


def _placed(quads: Quads, gobo: Gobo, middle: np.ndarray, towards: np.ndarray) -> np.ndarray:
    across, up = _axes(towards, gobo.turn_deg)
    return np.asarray(middle + quads[..., :1] * across + quads[..., 1:] * up)


def _boxed(lamp: Practical, gobo: Gobo) -> Part:
    """The pattern as the front of a box about a panel."""
    back, target = np.array(lamp.position), np.array(lamp.target)
    towards = (target - back) / np.linalg.norm(target - back)
    front = _placed(pattern(gobo, open_air=False), gobo, back + gobo.distance * towards, towards)
    corner = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * gobo.size
    near = _placed(corner[None], gobo, back + gobo.distance * towards, towards)[0]
    far = _placed(corner[None], gobo, back - 0.02 * towards, towards)[0]
    walls = [np.stack([far[k], far[(k + 1) % 4], near[(k + 1) % 4], near[k]]) for k in range(4)]
    return _part(np.concatenate([front, np.stack([*walls, far])]))


def _part(quads: np.ndarray) -> Part:
    first = 4 * np.arange(len(quads))[:, None]
    faces = np.concatenate([first + [0, 1, 2], first + [0, 2, 3]])
    return Part(mesh=Mesh(vertices=quads.reshape(-1, 3), faces=faces), material=BLACK)
