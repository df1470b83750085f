"""A tin toy robot."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.shaping import curve, hoop, placed, rod, stretched, turned
from rayograph.world.scene import Material, Prop

Rng = np.random.Generator


def _gloss(skin: Material) -> Material:
    return replace(skin, roughness=0.12, bump=None, clearcoat=1.0)


def robot(member: CastMember, rng: Rng) -> Prop:
    """A tin toy robot: boxy body with dials and rivets, ringed arms with claws, big feet, lamp eyes."""
    s = vary(rng, 0.03)
    shell = [placed(shapes.rounded_box((0.088, 0.064, 0.092), 0.009, 5), at=(0, 0, 0.128)),
             placed(shapes.rounded_box((0.07, 0.052, 0.018), 0.006, 4), at=(0, 0, 0.076))]  # fmt: skip
    shell += [
        placed(shapes.rounded_box((0.04, 0.09, 0.03), 0.011, 5), at=(x * 0.024, -0.011, 0.017))
        for x in (-1, 1)
    ]
    metal: list[Mesh] = []
    black: list[Mesh] = []
    eyes: list[Mesh] = []
    lamps: list[Mesh] = []
    shell.append(_head(rng, metal, black, eyes, lamps))
    _chest(rng, metal, black, eyes, lamps)
    limbs, joints = _limbs(rng)
    scale = np.diag([s, s, s, 1.0])
    groups = ((surface(member, rng), shell + limbs), (trim(member, "steel"), metal + joints),
              (trim(member, "plastic", "#17181a"), black),
              (_gloss(trim(member, "plastic", member.accent or "#f2b632", wear=0.0)), eyes),
              (_gloss(trim(member, "plastic", "#b3201a", wear=0.0)), lamps))  # fmt: skip
    parts = [part(skin, *(mesh.moved(scale) for mesh in meshes)) for skin, meshes in groups]
    walls = [box((0, 0, 0.12 * s), (0.09 * s, 0.064 * s, 0.11 * s)),
             box((0, 0, 0.213 * s), (0.068 * s, 0.058 * s, 0.052 * s)),
             post((0, 0, 0.258 * s), 0.006 * s, 0.04 * s)]  # fmt: skip
    walls.append(box((0, 0.045 * s, 0.13 * s), (0.036 * s, 0.03 * s, 0.02 * s)))
    walls += [box((x * 0.024 * s, -0.011 * s, 0.035 * s), (0.04 * s, 0.088 * s, 0.066 * s)) for x in (-1, 1)]
    walls += [post((x * 0.066 * s, -0.01 * s, 0.115 * s), 0.014 * s, 0.1 * s) for x in (-1, 1)]
    return assemble(parts, walls, mass=0.42, friction=0.45, restitution=0.25)


def _head(rng: Rng, metal: list[Mesh], black: list[Mesh], eyes: list[Mesh], lamps: list[Mesh]) -> Mesh:
    """Face with ringed eyes, barred mouth, ear bosses, aerial; returns the head's shell."""
    ripple = [(0.02, 0), (0.022, 0.004), (0.02, 0.008), (0.022, 0.012), (0.02, 0.016)]
    metal.append(placed(turned(ripple, 32), at=(0, 0, 0.173)))
    socket = turned([(0.014, 0.0), (0.0145, 0.004), (0.012, 0.006), (0.011, 0.003)], 32)
    boss = turned([(0, 0), (0.011, 0), (0.011, 0.004), (0.006, 0.007), (0, 0.007)], 24)
    for x in (-1, 1):
        metal.append(placed(socket, at=(x * 0.018, -0.028, 0.22), turns=[("x", 90)]))
        metal.append(placed(boss, at=(x * 0.033, 0, 0.215), turns=[("y", 90.0 * x)]))
        eyes.append(
            placed(stretched(shapes.icosphere(3), (0.011, 0.006, 0.011)), at=(x * 0.018, -0.029, 0.22))
        )
        black.append(
            placed(stretched(shapes.icosphere(2), (0.004, 0.003, 0.004)), at=(x * 0.018, -0.0345, 0.22))
        )
    black.append(placed(shapes.rounded_box((0.034, 0.004, 0.010), 0.002, 3), at=(0, -0.029, 0.197)))
    tooth = shapes.rounded_box((0.0016, 0.003, 0.010), 0.0006, 2)
    metal += [placed(tooth, at=(x, -0.031, 0.197)) for x in np.linspace(-0.013, 0.013, 6)]
    metal.append(rod([(0, 0, 0.236), (0, 0, 0.268)], 0.0018, 8))
    lamps.append(placed(stretched(shapes.icosphere(3), (0.006, 0.006, 0.006)), at=(0, 0, 0.272)))
    rounding = 0.011 if rng.random() < 0.6 else 0.024
    return placed(shapes.rounded_box((0.068, 0.058, 0.052), rounding, 6), at=(0, 0, 0.213))


def _chest(rng: Rng, metal: list[Mesh], black: list[Mesh], eyes: list[Mesh], lamps: list[Mesh]) -> None:
    """A panel with a gauge, a row of buttons, a grille, rivets, and a wind-up key in the back."""
    y = -0.032
    metal.append(placed(shapes.rounded_box((0.066, 0.003, 0.056), 0.0014, 2), at=(0, y, 0.132)))
    gauge = 0.013
    metal.append(placed(hoop(gauge, 0.0016, segments=36), at=(-0.014, y - 0.002, 0.141), turns=[("x", 90)]))
    black.append(
        placed(
            turned([(0, 0), (gauge, 0), (gauge, 0.002), (0, 0.002)], 32),
            at=(-0.014, y, 0.141),
            turns=[("x", 90)],
        )
    )
    tip = rng.uniform(0.4, 2.7)
    lamps.append(
        rod(
            [
                (-0.014, y - 0.0028, 0.141),
                (-0.014 + 0.01 * np.cos(tip), y - 0.0028, 0.141 + 0.01 * np.sin(tip)),
            ],
            0.0008,
            6,
        )
    )
    for k in range(3):
        knob = turned([(0, 0), (0.0042, 0), (0.004, 0.003), (0, 0.004)], 20)
        (lamps, eyes, metal)[k].append(
            placed(knob, at=(0.012, y - 0.001, 0.151 - 0.011 * k), turns=[("x", 90)])
        )
        black.append(
            placed(shapes.rounded_box((0.05, 0.002, 0.0028), 0.001, 2), at=(0, y - 0.0015, 0.119 - 0.006 * k))
        )
    for x in (-0.039, 0.039):
        for z in (0.09, 0.128, 0.166):
            metal.append(placed(stretched(shapes.icosphere(1), (0.0022, 0.0014, 0.0022)), at=(x, y, z)))
    metal.append(rod([(0, 0.03, 0.13), (0, 0.046, 0.13)], 0.003, 10))
    metal += [
        placed(hoop(0.009, 0.0022, segments=28), at=(s * 0.0105, 0.05, 0.13), turns=[("x", 90)])
        for s in (-1, 1)
    ]


def _limbs(rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    limbs, joints = [], []
    for x in (-1, 1):
        swing = float(rng.uniform(-0.02, 0.012))
        arm = curve(
            [
                (x * 0.045, 0, 0.16),
                (x * 0.062, 0, 0.157),
                (x * 0.066, swing * 0.5, 0.125),
                (x * 0.065, swing - 0.012, 0.095),
            ],
            60,
        )
        ripple = 0.0082 + 0.0014 * np.sin(np.linspace(0, 2 * np.pi * 12, 60))
        joints.append(rod(arm, ripple, 16))
        cuff = turned([(0, 0), (0.010, 0), (0.0125, 0.004), (0.0125, 0.016), (0, 0.018)], 24)
        end = arm[-1]
        limbs.append(placed(cuff, at=(end[0], end[1], end[2] - 0.014)))
        claw = curve([(-0.004, 0, 0.0), (-0.012, 0, -0.008), (-0.010, 0, -0.019), (-0.003, 0, -0.022)], 14)
        joints += [
            placed(rod(claw * [side, 1, 1], 0.0032, 8), at=(end[0], end[1], end[2] - 0.013))
            for side in (-1, 1)
        ]
        shin = turned(
            [
                (0.013, 0.03),
                (0.0145, 0.033),
                (0.013, 0.04),
                (0.0145, 0.047),
                (0.013, 0.054),
                (0.0145, 0.061),
                (0.013, 0.07),
            ],
            28,
        )
        joints.append(placed(shin, at=(x * 0.024, 0, 0)))
        limbs.append(
            placed(stretched(shapes.icosphere(3), (0.0155, 0.0155, 0.0155)), at=(x * 0.046, 0, 0.16))
        )
    return limbs, joints
