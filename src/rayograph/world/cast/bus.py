"""Bus, double-decker and tram: coach bodies with seats inside, lamps, blinds, doors and running gear."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import coach
from rayograph.world.cast.coach import Opening, Shell
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim
from rayograph.world.cast.shaping import beam, mirrored, placed, rod, turned
from rayograph.world.cast.sign import face, printed
from rayograph.world.cast.vehicles import wheel
from rayograph.world.materials.library import material
from rayograph.world.scene import Collider, Material, Part, Prop

Rng = np.random.Generator
SINGLE = Shell(width=2.5, length=10.4, floor=0.32, eaves=2.78, crown=3.05, corner=0.24, lean=0.05, rake=0.16,
               rake_from=1.1, wheels=(-2.75, 2.85), wheel=0.48, arch=0.565)  # fmt: skip
DOUBLE = Shell(width=2.5, length=9.4, floor=0.32, eaves=4.12, crown=4.38, corner=0.36, lean=0.06, rake=0.22,
               rake_from=1.0, wheels=(-2.75, 2.45), wheel=0.50, arch=0.585, roof_edge=0.3)  # fmt: skip
TRAM = Shell(
    width=2.36, length=8.4, floor=0.52, eaves=2.72, crown=3.12, corner=0.62, lean=0.05, roof_edge=0.3
)


def _row(name: str, starts: Sequence[float], wide: float, low: float, high: float) -> list[Opening]:
    return [Opening(face=name, start=a, end=a + wide, low=low, high=high) for a in starts]


def bus(member: CastMember, rng: Rng) -> Prop:
    """A city bus: low body, two glazed doors on its right, seats, blinds with the member's text."""
    panes = [*_row("left", np.arange(-4.0, 3.8, 1.34).tolist(), 1.24, 1.12, 2.3),
             *_row("right", [-2.4, -1.1, 1.9, 3.24], 1.2, 1.12, 2.3),
             *_row("front", [-0.98], 1.96, 0.98, 2.32), *_row("rear", [-0.9], 1.8, 1.35, 2.25)]  # fmt: skip
    doors = [*_row("right", [-4.72, -4.12], 0.57, 0.42, 2.3), *_row("right", [0.35, 0.95], 0.57, 0.42, 2.3)]
    parts, shell_walls = _coach(member, rng, SINGLE, panes, doors, (), [(0.42, -3.6, 4.4)])
    parts += _blinds(member, SINGLE, 2.56, 0.24, 1.7)
    return assemble(parts, shell_walls, mass=10500.0, friction=0.8, restitution=0.05)


def double_decker(member: CastMember, rng: Rng) -> Prop:
    """A red double-decker: two rows of windows, a pale band between, blinds, a door on the near side."""
    upper = (2.78, 3.58)
    panes = [*_row("left", np.arange(-3.9, 3.9, 1.12).tolist(), 1.02, *upper),
             *_row("right", np.arange(-3.9, 3.9, 1.12).tolist(), 1.02, *upper),
             *_row("left", np.arange(-3.9, 3.9, 1.12).tolist(), 1.02, 1.22, 2.05),
             *_row("right", np.arange(-2.78, 3.9, 1.12).tolist(), 1.02, 1.22, 2.05),
             *_row("front", [-0.86], 0.84, *upper), *_row("front", [0.02], 0.84, *upper),
             *_row("front", [-0.86], 1.72, 1.12, 2.06), *_row("rear", [-0.75], 1.5, 2.85, 3.5),
             *_row("rear", [-0.7], 1.4, 1.35, 2.0)]  # fmt: skip
    doors = _row("right", [-3.98, -3.42], 0.53, 0.44, 2.05)
    parts, walls = _coach(
        member, rng, DOUBLE, panes, doors, (2.28, 2.36), [(0.42, -3.2, 3.9), (2.2, -3.9, 4.0)]
    )
    parts += _blinds(member, DOUBLE, 2.55, 0.32, 1.25)
    return assemble(parts, walls, mass=11800.0, friction=0.8, restitution=0.05)


def tram(member: CastMember, rng: Rng) -> Prop:
    """A four-wheeled city tram: two-tone body with round ends, running gear, fenders, trolley pole."""
    panes = [*_row("left", np.arange(-2.35, 2.3, 0.80).tolist(), 0.70, 1.52, 2.32),
             *_row("right", np.arange(-2.35, 2.3, 0.80).tolist(), 0.70, 1.52, 2.32)]  # fmt: skip
    for name in ("front", "rear"):
        panes += _row(name, [-0.54], 1.08, 1.52, 2.32)
    doors = [*_row("left", [-3.5, 2.6], 0.85, 0.72, 2.32), *_row("right", [-3.5, 2.6], 0.85, 0.72, 2.32)]
    parts, walls = _coach(member, rng, TRAM, panes, doors, (1.44, 2.60), [(0.62, -2.4, 2.5)])
    parts += _blinds(member, TRAM, 2.49, 0.17, 0.95)
    parts += _running_gear(member)
    walls += [box((0, 0, 0.27), (1.5, 2.9, 0.54)), box((0, 0, 0.3), (1.7, 8.2, 0.12)),
              box((0, 0.3, 3.4), (0.1, 0.12, 0.5)), box((0, 2.0, 3.7), (0.05, 3.5, 0.05), ("x",
                10))]  # fmt: skip
    return assemble(parts, walls, mass=12800.0, friction=0.8, restitution=0.05)


def _coach(
    member: CastMember, rng: Rng, shell: Shell, panes: list[Opening], doors: list[Opening],
    band: tuple[float, ...], decks: list[tuple[float, float, float]],
) -> tuple[list[Part], list[Collider]]:  # fmt: skip
    """Everything that the three have in common. band: heights between which the skin is pale."""
    lattice = coach.skin(shell, [*panes, *doors], band)
    high = (lattice.points[:-1, :-1, 2] + lattice.points[1:, 1:, 2]) / 2
    solid = ~lattice.glass & ~lattice.gone
    pale = (high > band[0]) & (high < band[1]) if band else np.zeros_like(solid)
    roof = high > shell.eaves
    paint = surface(member, rng)
    cream = trim(member, "car_paint", member.accent or "#ece4d0")
    top = paint if shell is DOUBLE else trim(member, "car_paint", "#d6d3ca")
    black = trim(member, "plastic", "#141516")
    glass = trim(member, "glass", "#cdd6d3")
    seats, rails, plates = _furnish(shell, decks)
    lamps, reds, metal = _lamps(shell)
    rims: list[Mesh] = []
    tyres: list[Mesh] = []
    for y in shell.wheels:
        tyre, rim = wheel(shell.wheel, 0.3, 1)[0], _dish(shell.wheel * 0.66)
        for s in (-1, 1):
            at, turn = (s * (shell.width / 2 - 0.2), y, shell.wheel), [("z", 90.0 * s)]
            tyres.append(placed(tyre, at=at, turns=turn))
            rims.append(placed(rim, at=at, turns=turn))
    seams = [beam((s * (shell.width / 2 + 0.001), -shell.length / 2 + 0.7, z),
                  (s * (shell.width / 2 + 0.001), shell.length / 2 - 0.6, z), 0.012, 0.016, radius=0.004)
             for s in (-1, 1) for z in (shell.floor + 0.62,) if shell.wheels]  # fmt: skip
    dark = [*coach.gaskets(lattice, [*panes, *doors], shell), *coach.wheel_boxes(shell),
      coach.underside(shell),
            *_wipers(shell, panes)]  # fmt: skip
    parts = [part(paint, coach.cells(lattice, solid & ~pale & ~roof), *coach.lips(shell)), part(top,
      coach.cells(lattice, solid & roof)),
             coach.glazed(lattice, glass), part(black, *dark), part(trim(member, "velvet", "#3b4a63"),
               *seats),
             part(replace(trim(member, "steel", wear=0.1), bump=None), *rails, *metal, *rims, *seams),
             part(trim(member, "concrete", "#77756f"), *plates), part(_lens("#e8eef2"), *lamps, light="self"),
             part(_lens("#a3120f"), *reds)]  # fmt: skip
    if tyres:
        parts.append(part(trim(member, "rubber", "#17181a"), *tyres))
    if band:
        parts.append(part(cream, coach.cells(lattice, solid & pale)))
    points = lattice.points.reshape(-1, 3)
    walls = [hull(points, limit=64)]
    walls += [post((s * (shell.width / 2 - 0.2), y, shell.wheel), shell.wheel, 0.3, ("y", 90))
              for s in (-1, 1) for y in shell.wheels]  # fmt: skip
    return parts, walls


def _dish(radius: float) -> Mesh:
    """A pressed lorry wheel: deep dish, hub, ring of nuts; facing -Y, centred."""
    r = radius
    dish = turned([(0, -0.05), (r * 1.0, -0.05), (r * 1.04, 0.095), (r * 1.04, 0.115), (r * 0.92, 0.11),
                   (r * 0.86, 0.045), (r * 0.70, 0.03), (r * 0.62, 0.0), (r * 0.33, 0.02), (r * 0.30, 0.055),
                   (r * 0.26, 0.075), (0, 0.075)], 40)  # fmt: skip
    nut = turned([(0, 0), (0.017, 0), (0.015, 0.022), (0, 0.024)], 8)
    nuts = [placed(nut, at=(np.cos(t) * r * 0.46, np.sin(t) * r * 0.46, 0.008))
            for t in np.linspace(0, 2 * np.pi, 11)[:-1]]  # fmt: skip
    return placed(merge([dish, *nuts]), turns=[("x", 90)])


def _lens(colour: str) -> Material:
    return replace(material("plastic", colour=colour, wear=0.0), roughness=0.06, clearcoat=1.0, bump=None)


def _furnish(
    shell: Shell, decks: list[tuple[float, float, float]]
) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """Rows of double seats either side of an aisle, grab rails, a floor per deck; the driver's wheel."""
    seats, rails, plates = [], [], []
    half = shell.width / 2 - 0.12
    for z, low, high in decks:
        plates.append(
            placed(shapes.rounded_box((2 * half, shell.length - 0.5, 0.04), 0.004, 1), at=(0, 0, z))
        )
        for y in np.arange(low + 0.6, high, 0.82):
            lift = 0.22 if any(abs(y - axle) < 0.75 for axle in shell.wheels) and z < 1 else 0.0
            for s in (-1, 1):
                x = s * (half - 0.46)
                seats.append(
                    placed(shapes.rounded_box((0.86, 0.42, 0.11), 0.04, 2), at=(x, y, z + 0.43 + lift))
                )
                seats.append(placed(shapes.rounded_box((0.86, 0.10, 0.66), 0.04, 2),
                                    at=(x, y + 0.23, z + 0.78 + lift), turns=[("x", -8)]))  # fmt: skip
                rails.append(rod([(x - s * 0.43, y + 0.26, z + 1.08 + lift), (x - s * 0.43, y + 0.26, z
                  + 0.05)],
                                 0.013, 6))  # fmt: skip
    z, front = decks[0][0], -shell.length / 2
    ring = placed(turned([(0.215, -0.016), (0.235, 0), (0.215, 0.016), (0.2, 0), (0.215, -0.016)], 28),
                  at=(-0.55, front + 0.72, z + 0.92), turns=[("x", 28)])  # fmt: skip
    seats += [ring, placed(shapes.rounded_box((0.5, 0.48, 0.14), 0.05, 3), at=(-0.55, front + 1.25, z
      + 0.55)),
              placed(shapes.rounded_box((0.5, 0.12, 0.7), 0.05, 3), at=(-0.55, front + 1.5, z + 0.9)),
              placed(shapes.rounded_box((2 * half - 0.2, 0.3, 0.5), 0.08, 3), at=(0, front + 0.42, z
                + 0.45))]  # fmt: skip
    return seats, rails, plates


def _lamps(shell: Shell) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """Head and tail lamps with their rims, bumpers, mirrors on arms."""
    front, rear = -shell.length / 2, shell.length / 2
    z = shell.floor + 0.42
    x = shell.width / 2 - shell.corner - 0.10
    bowl = turned([(0, 0), (0.105, 0), (0.1, 0.025), (0.06, 0.045), (0, 0.05)], 30)
    rim = turned([(0.1, 0.0), (0.125, 0.0), (0.12, 0.03), (0.1, 0.03), (0.1, 0.0)], 30)
    lamps = [placed(bowl, at=(s * x, front - 0.002, z), turns=[("x", 90)]) for s in (-1, 1)]
    metal = [placed(rim, at=(s * x, front - 0.002, z), turns=[("x", 90)]) for s in (-1, 1)]
    reds = [placed(shapes.rounded_box((0.12, 0.03, 0.26), 0.012, 3), at=(s * x, rear + 0.004, z + 0.15))
            for s in (-1, 1)]  # fmt: skip
    wide = shell.width - 2 * shell.corner + 0.2
    metal += [placed(shapes.rounded_box((wide, 0.09, 0.16), 0.035, 4), at=(0, end, shell.floor + 0.10))
              for end in (front - 0.02, rear + 0.02)]  # fmt: skip
    if shell.wheels:
        arm = rod([(shell.width / 2 - 0.12, front + 0.12, 2.2), (shell.width / 2 + 0.1, front - 0.12, 2.25),
                   (shell.width / 2 + 0.1, front - 0.12, 2.0)], 0.014, 8)  # fmt: skip
        pod = placed(
            shapes.rounded_box((0.19, 0.08, 0.34), 0.035, 4), at=(shell.width / 2 + 0.1, front - 0.1, 1.85)
        )
        metal += [arm, mirrored(arm), pod, mirrored(pod)]
    return lamps, reds, metal


def _wipers(shell: Shell, panes: list[Opening]) -> list[Mesh]:
    screen = min((o for o in panes if o.face == "front"), key=lambda o: o.low)
    y = -shell.length / 2 - 0.012
    return [rod([(x, y, screen.low - 0.03), (x + 0.42, y + 0.05, screen.low + 0.36)], 0.009, 6)
            for x in (screen.start + 0.12, (screen.start + screen.end) / 2 + 0.05)]  # fmt: skip


def _blinds(member: CastMember, shell: Shell, z: float, high: float, wide: float) -> list[Part]:
    """Destination blinds over the screens, front and rear, in a dark frame, leaning with the wall."""
    text = member.text or {"bus": "24  CITY CENTRE", "tram": "28  GRACA"}.get(member.kind, "38  VICTORIA")
    look = printed(trim(member, "painted_metal", "#111213", wear=0.0),
                   text_texture(text, "#f2d24a", "#111213", 640, wide / high))  # fmt: skip
    ramp = float(np.clip((z - shell.rake_from) / (shell.eaves - shell.rake_from), 0, 1))
    inset = shell.lean * ((z - shell.floor) / (shell.eaves - shell.floor)) ** 2
    lean = float(np.rad2deg(np.arctan2(shell.rake, shell.eaves - shell.rake_from)))
    boards, frames = [], []
    for end, y, tilt in ((0.0, -(shell.length / 2 - inset) + shell.rake * ramp, -lean),
                         (180.0, shell.length / 2 - inset, 0.0)):  # fmt: skip
        out = -1 if end == 0 else 1
        frame = placed(shapes.rounded_box((wide + 0.08, 0.03, high + 0.07), 0.012, 3), at=(0, y, z),
                       turns=[("x", tilt)])  # fmt: skip
        frames.append(frame)
        boards.append(placed(face(wide, high, at=(0, 0, 0)), at=(0, y + out * 0.0165, z),
                             turns=[("x", tilt), ("z", end)]))  # fmt: skip
    return [part(look, *boards), part(trim(member, "plastic", "#141516"), *frames)]


def _running_gear(member: CastMember) -> list[Part]:
    """The truck with its wheels and springs, fenders at both ends, roof lantern, trolley pole."""
    iron: list[Mesh] = [
        beam((s * 0.86, -1.5, 0.40), (s * 0.86, 1.5, 0.40), 0.06, 0.12, radius=0.01) for s in (-1, 1)
    ]
    disc = turned([(0, -0.05), (0.1, -0.05), (0.12, -0.02), (0.29, -0.02), (0.30, -0.055), (0.335, -0.055),
                   (0.34, 0.04), (0.365, 0.045), (0.36, 0.07), (0.30, 0.07), (0.29, 0.02), (0, 0.02)],
                    44)  # fmt: skip
    wheels = [
        placed(disc, at=(s * 0.72, y, 0.365), turns=[("y", -90.0 * s)])
        for s in (-1, 1)
        for y in (-1.05, 1.05)
    ]
    iron += [placed(shapes.rounded_box((0.14, 0.22, 0.2), 0.03, 3), at=(s * 0.88, y, 0.36))
             for s in (-1, 1) for y in (-1.05, 1.05)]  # fmt: skip
    for end in (-1, 1):
        iron += [beam((x, end * 3.55, 0.45), (x, end * 4.22, 0.20), 0.03, 0.05, radius=0.008)
                 for x in np.linspace(-0.75, 0.75, 7)]  # fmt: skip
        iron.append(rod([(-0.85, end * 4.22, 0.2), (0.85, end * 4.22, 0.2)], 0.03, 10))
    iron.append(placed(shapes.rounded_box((1.7, 6.6, 0.12), 0.02, 2), at=(0, 0, 0.52)))
    roof = placed(shapes.rounded_box((1.0, 4.6, 0.2), 0.08, 5), at=(0, 0, 3.12))
    pole = [rod([(0, 0.2, 3.2), (0, 0.35, 3.42)], 0.05, 10), rod([(0, 0.3, 3.4), (0, 3.7, 4.0)],
            np.array([0.03, 0.016]), 10),
            placed(turned([(0, -0.02), (0.05, -0.02), (0.04, 0), (0.05, 0.02), (0, 0.02)], 20), at=(0,
              3.72, 4.02),
                   turns=[("y", 90)])]  # fmt: skip
    return [part(trim(member, "black_iron"), *iron, *pole), part(trim(member, "steel"), *wheels),
            part(trim(member, "car_paint", "#d6d3ca"), roof)]  # fmt: skip
