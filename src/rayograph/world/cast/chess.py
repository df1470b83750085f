"""Chessmen, turned and carved in the Staunton manner."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge, smooth_normals
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.profile import Profile, rounded, spline, turned
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import rounded_box, translation

MEN = ("pawn", "king", "queen", "rook", "bishop")
DARK = "#1d1713"


def _stem(base: float, collar: float, waist: float) -> Profile:
    """Foot mouldings and the tapering body up to the collar's height [m]."""
    foot = rounded([(0.0, 0.0), (base, 0.0), (base, 0.0055), (base * 0.93, 0.0075), (base * 0.96, 0.0105),
                    (base * 0.80, 0.0135)], 0.0016)  # fmt: skip
    shaft = spline(
        [(base * 0.72, 0.0138), (base * 0.55, 0.021), (waist * 1.2, collar * 0.66), (waist, collar - 0.003)],
        40,
    )
    return np.concatenate([foot, shaft])


def _collar(radius: float, z: float) -> Profile:
    """A flat ring and a thinner one above it."""
    return rounded([(radius * 0.62, z - 0.002), (radius, z - 0.0004), (radius, z + 0.0014),
        (radius * 0.66, z + 0.0024),
                    (radius * 0.72, z + 0.0040), (radius * 0.52, z + 0.0050)], 0.0009)  # fmt: skip


def _head(man: str, z: float, top: float) -> Profile:
    """What stands on the collar, from height z to `top` [m]."""
    tall = top - z
    if man == "pawn":
        angle = np.linspace(-1.1, np.pi / 2, 40)
        r = tall * 0.53
        return np.stack([r * np.cos(angle), z + r * 0.89 + r * np.sin(angle)], axis=1)
    if man == "rook":
        return rounded([(0.0072, z), (0.0085, z + tall * 0.25), (0.0125, z + tall * 0.42), (0.0130, top),
            (0.0094, top),
                        (0.0094, top - tall * 0.30), (0.0, top - tall * 0.30)], 0.0007)  # fmt: skip
    if man == "bishop":
        drop = spline([(0.0060, z), (0.0100, z + tall * 0.30), (0.0086, z + tall * 0.52),
            (0.0030, z + tall * 0.80),
                       (0.0019, z + tall * 0.83)], 44)  # fmt: skip
        angle = np.linspace(-0.9, np.pi / 2, 18)
        r = tall * 0.088
        bead = np.stack([r * np.cos(angle), top - r + r * np.sin(angle)], axis=1)
        return np.concatenate([drop, bead])
    flare = spline([(0.0066, z), (0.0082, z + tall * 0.30), (0.0128, z + tall * 0.66)], 26)
    if man == "queen":
        crown = rounded([(0.0128, z + tall * 0.66), (0.0131, z + tall * 0.74), (0.0100, z + tall * 0.70),
                         (0.0060, z + tall * 0.78), (0.0022, z + tall * 0.85)], 0.0008)  # fmt: skip
        angle = np.linspace(-1.0, np.pi / 2, 18)
        r = tall * 0.085
        return np.concatenate(
            [flare, crown, np.stack([r * np.cos(angle), top - r + r * np.sin(angle)], axis=1)]
        )
    lid = rounded(
        [
            (0.0128, z + tall * 0.60),
            (0.0120, z + tall * 0.64),
            (0.0060, z + tall * 0.73),
            (0.0, z + tall * 0.75),
        ],
        0.001,
    )
    return np.concatenate([flare[:-2], lid])


def _notched(mesh: Mesh, count: int, above: float, depth: float, reach: float) -> Mesh:
    """Cut `count` gaps into a crown: points above a height and outside `reach` sink."""
    points = mesh.vertices.copy()
    radius = np.hypot(points[:, 0], points[:, 1])
    angle = np.arctan2(points[:, 1], points[:, 0])
    gap = smoothstep(0.55, 0.75, np.cos(count * angle))
    cut = gap * (points[:, 2] > above) * (radius > reach)
    points[:, 2] -= depth * cut
    moved = replace(mesh, vertices=points)
    fresh = smooth_normals(points, mesh.faces)
    touched = (points[:, 2] > above - depth) & (radius > reach * 0.98)
    assert mesh.normals is not None
    normals = np.where(touched[:, None], fresh, mesh.normals)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return replace(moved, normals=np.where(length > 0.5, normals / np.maximum(length, 1e-9), mesh.normals))


def chess_piece(member: CastMember, rng: np.random.Generator) -> Prop:
    """A pawn, king, queen, rook or bishop; the brief's word decides, else chance."""
    return chess_man(member, rng, 144)


def chess_man(member: CastMember, rng: np.random.Generator, segments: int) -> Prop:
    """A chess piece turned in so many `segments`."""
    drawn = MEN[int(rng.integers(len(MEN)))]
    man = next((name for name in MEN if finish.says(member, name)), drawn)
    height = 0.085 * float(rng.uniform(0.94, 1.05))
    base, waist = 0.0195 * float(rng.uniform(0.97, 1.04)), 0.0062
    share = {"pawn": 0.71, "king": 0.60, "queen": 0.60, "rook": 0.64, "bishop": 0.56}[man]
    neck = height * share
    top = neck + 0.0045
    profile = np.concatenate([_stem(base, neck, waist), _collar(0.0118, neck), _head(man, top, height)])
    profile[-1, 0] = 0.0
    mesh = turned(profile, segments)
    if man == "rook":
        mesh = _notched(mesh, 5, height - 0.0012, 0.0042, 0.0090)
    if man == "queen":
        mesh = _notched(mesh, 9, top + (height - top) * 0.685, 0.0012, 0.0112)
    if man == "king":
        at = top + (height - top) * 0.73
        arm = (height - at) * 0.5
        cross = [rounded_box((0.0030, 0.0030, height - at),
            0.0006).moved(translation(0, 0, (height + at) / 2)),
                 rounded_box((arm * 1.7, 0.0030, 0.0030),
                     0.0006).moved(translation(0, 0, at + arm * 1.15))]  # fmt: skip
        mesh = merge([mesh, *cross])
    chosen = member.model_copy(update={"material": _wood(member, rng)})
    felt = turned(
        rounded([(0.0, -0.0003), (base * 0.96, -0.0003), (base * 0.97, 0.0006), (0.0, 0.0006)], 0.0003), 48
    )
    parts = (Part(mesh=mesh, material=finish.body(chosen, rng)),
             Part(mesh=felt.moved(translation(0, 0, 0.0003)), material=finish.trim(member, "linen",
                 "#24462f")))  # fmt: skip
    outline = np.array([(base, 0.0), (base, 0.012), (base * 0.6, 0.02), (waist * 1.3, neck - 0.003),
        (0.0118, neck),
                        (0.0115, height * 0.9), (0.006, height)])  # fmt: skip
    return Prop(parts=parts, colliders=solids.stack(outline, [0.0, 0.013, neck - 0.003, height]), mass=0.045,
        friction=0.45,
                restitution=0.35)  # fmt: skip


def _wood(member: CastMember, rng: np.random.Generator) -> str:
    """Dark or light: the plan's material, what its colour suggests, else chance."""
    dark = rng.random() < 0.5
    if member.material is not None:
        return member.material
    if member.colour is not None:
        dark = float(np.mean(from_hex(member.colour))) < 0.2
    return "ebony" if dark else "maple"


CHESS: dict[str, Generator] = {"chess_piece": chess_piece}
