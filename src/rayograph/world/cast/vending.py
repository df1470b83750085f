"""A drinks vending machine, lit from within."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hue, part, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import beam, placed, turned
from rayograph.world.cast.sign import contrasting, face
from rayograph.world.cast.street_boxes import lettered, pane
from rayograph.world.materials.library import material
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator
_BRANDS = ("#c0392b", "#e8e3d6", "#2b6cb0", "#2f855a", "#d69e2e", "#6b46c1", "#dd6b20", "#2d3748")


def vending_machine(member: CastMember, rng: Rng) -> Prop:
    """A cabinet with a glazed display of bottles and cans, price buttons, slots, a flap; it shines."""
    paint = surface(member, rng)
    ground = hue(member, rng) or "#2456a6"
    wide, deep, tall = 1.0 * vary(rng, 0.02), 0.72, 1.83 * vary(rng, 0.01)
    x, front, low, top = wide / 2, -deep / 2, 0.09, tall
    opening = eased(
        [(-x + 0.07, 0.80), (x - 0.07, 0.80), (x - 0.07, top - 0.17), (-x + 0.07, top - 0.17)], 0.02
    )
    flap = eased([(-x + 0.12, 0.24), (x - 0.38, 0.24), (x - 0.38, 0.42), (-x + 0.12, 0.42)], 0.02)
    plate = eased([(-x, low), (x, low), (x, top), (-x, top)], 0.025)
    shell = [
        placed(prism(plate, 0.05, bevel=0.010, axis="y", holes=[opening, flap]), at=(0, front + 0.025, 0))
    ]
    shell += [placed(shapes.rounded_box((0.03, deep - 0.05, top - low), 0.006, 2),
                     at=(s * (x - 0.015), 0.025, (low + top) / 2)) for s in (-1, 1)]  # fmt: skip
    shell += [placed(shapes.rounded_box((wide, deep - 0.05, 0.03), 0.006, 2), at=(0, 0.025, z))
              for z in (low + 0.015, top - 0.015)]  # fmt: skip
    shell.append(placed(shapes.rounded_box((wide, 0.03, top - low), 0.006, 2),
                        at=(0, deep / 2 - 0.015, (low + top) / 2)))  # fmt: skip
    inner = [placed(shapes.rounded_box((wide - 0.1, 0.01, top - 0.2), 0.002, 1), at=(0, front + 0.23, 0.95))]
    shelves, cans, lids = _display(x, front, top, rng)
    tubes = [beam((-x + 0.08, front + 0.075, z), (x - 0.08, front + 0.075, z), 0.012, 0.014, radius=0.004)
             for z in (top - 0.185, 1.295, 0.815)]  # fmt: skip
    header = _lit_panel(wide - 0.16, 0.1, (0, front - 0.001, top - 0.085))
    glass = pane((wide - 0.13, 0.005, top - 0.96), (0, front + 0.035, (0.80 + top - 0.17) / 2))
    name = lettered(member, member.text or "COLD DRINKS", contrasting(ground), ground, 4.4)
    board = face(wide - 0.38, (wide - 0.38) / 4.4, at=(-0.13, front - 0.0012, 0.61))
    steel, dark = _controls(x, front)
    feet = [placed(shapes.rounded_box((0.09, 0.09, low), 0.008, 2), at=(sx * (x - 0.09),
      sy * (deep / 2 - 0.09),
                                                                       low / 2))
            for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    white = replace(trim(member, "plastic", "#eef1f2", wear=0.0), bump=None)
    parts: list[Part] = [part(paint, *shell), part(white, *inner, *shelves), *cans, part(white, *lids),
                         part(trim(member, "glass"), glass), part(name, board),
                         part(replace(trim(member, "steel"), bump=None), *steel),
                         part(trim(member, "plastic", "#131416"), *dark, *feet),
                         part(trim(member, "wax", "#f4faff"), *tubes, header, light="self")]  # fmt: skip
    walls = [box((0, 0, (low + top) / 2), (wide, deep, top - low))]
    walls += [box((sx * (x - 0.09), sy * (deep / 2 - 0.09), low / 2), (0.09, 0.09, low))
              for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    return assemble(parts, walls, mass=270.0, friction=0.7, restitution=0.1)


def _lit_panel(width: float, height: float, at: tuple[float, float, float]) -> Mesh:
    return placed(shapes.rounded_box((width, 0.012, height), 0.004, 2), at=at)


def _display(x: float, front: float, top: float, rng: Rng) -> tuple[list[Mesh], list[Part], list[Mesh]]:
    """Shelves with rows of sample bottles and cans, price strips in front."""
    shelves: list[Mesh] = []
    lids: list[Mesh] = []
    by_colour: dict[str, list[Mesh]] = {}
    can = turned(
        [(0, 0), (0.026, 0), (0.032, 0.008), (0.033, 0.012), (0.033, 0.108), (0.028, 0.118), (0, 0.118)], 18
    )
    bottle = turned([(0, 0), (0.030, 0), (0.032, 0.008), (0.032, 0.12), (0.027, 0.145), (0.0135, 0.175),
                     (0.0135, 0.198), (0, 0.198)], 18)  # fmt: skip
    cap = turned([(0, 0.198), (0.0145, 0.198), (0.0145, 0.214), (0, 0.215)], 14)
    lid = turned([(0, 0.1185), (0.027, 0.1185), (0.026, 0.1205), (0, 0.121)], 14)
    for z, tall in ((0.835, False), (1.075, True), (1.355, True)):
        if z + 0.2 > top - 0.17:
            continue
        shelves.append(
            placed(shapes.rounded_box((2 * x - 0.13, 0.13, 0.012), 0.003, 1), at=(0, front + 0.15, z - 0.007))
        )
        shelves.append(
            placed(shapes.rounded_box((2 * x - 0.13, 0.01, 0.035), 0.003, 1), at=(0, front + 0.09, z - 0.018))
        )
        colour = _BRANDS[int(rng.integers(len(_BRANDS)))]
        for i, at in enumerate(np.linspace(-x + 0.12, x - 0.12, 9)):
            if i % 2 == 0 or rng.random() < 0.4:
                colour = _BRANDS[int(rng.integers(len(_BRANDS)))]
            mesh = bottle if tall else can
            by_colour.setdefault(colour, []).append(placed(mesh, at=(float(at), front + 0.14, z)))
            lids.append(placed(cap if tall else lid, at=(float(at), front + 0.14, z)))
    wrap = {c: replace(material("plastic", colour=c, wear=0.0), roughness=0.3, bump=None) for c in by_colour}
    return shelves, [part(wrap[c], *meshes) for c, meshes in by_colour.items()], lids


def _controls(x: float, front: float) -> tuple[list[Mesh], list[Mesh]]:
    """Buttons under the display, coin and note slots, return cup, the delivery flap and lock."""
    steel = [placed(shapes.rounded_box((0.16, 0.014, 0.26), 0.005, 2), at=(x - 0.17, front - 0.004, 0.56)),
             placed(shapes.rounded_box((0.16, 0.02, 0.10), 0.008, 3), at=(x - 0.17, front - 0.006, 0.33)),
             placed(turned([(0, 0), (0.02, 0), (0.018, 0.008), (0, 0.009)], 24), at=(x - 0.05, front, 0.95),
                    turns=[("x", 90)])]  # fmt: skip
    dark = [placed(shapes.rounded_box((0.1, 0.006, 0.012), 0.002, 1), at=(x - 0.17, front - 0.011, 0.62)),
            placed(shapes.rounded_box((0.006, 0.006, 0.04), 0.002, 1), at=(x - 0.2, front - 0.011, 0.53)),
            placed(shapes.rounded_box((0.1, 0.006, 0.05), 0.002, 1), at=(x - 0.17, front - 0.015, 0.33)),
            placed(shapes.rounded_box((2 * x - 0.5, 0.012, 0.19), 0.004, 2), at=(-0.13, front + 0.035,
              0.33))]  # fmt: skip
    dark += [placed(shapes.rounded_box((0.05, 0.008, 0.016), 0.003, 2), at=(float(at), front + 0.083,
      z - 0.018))
             for z in (0.835, 1.075, 1.355) for at in np.linspace(-x + 0.12, x - 0.12, 9)]  # fmt: skip
    return steel, dark
