"""Boxes of the street: telephone box, pillar box, mailbox, newspaper box."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import beam, curve, hoop, placed, rod, sheet, slab, turned
from rayograph.world.cast.sign import contrasting, face, printed
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part, Prop

Rng = np.random.Generator
_HALF = 0.45
"""Half the side of a telephone box [m]."""


def pane(size: tuple[float, float, float], at: tuple[float, float, float]) -> Mesh:
    """A sheet of glass, closed, of full `size` [m]."""
    return placed(shapes.rounded_box(size, 0.0008, 1), at=at)


def lettered(
    member: CastMember, text: str, ink: str, ground: str, aspect: float, pixels: int = 640
) -> Material:
    """Enamel that carries a line of text."""
    return printed(trim(member, "painted_metal", ground), text_texture(text, ink, ground, pixels, aspect))


def phone_box(member: CastMember, rng: Rng) -> Prop:
    """A telephone kiosk: glazed on three sides in small panes, domed roof, signs, a telephone within."""
    paint = surface(member, rng)
    iron, glass, lit = _kiosk_frame(), [], []
    for turn in (0.0, 90.0, -90.0):
        bars, sheet_of_glass = _glazing()
        iron += [placed(bar, turns=[("z", turn)]) for bar in bars]
        glass.append(placed(sheet_of_glass, turns=[("z", turn)]))
    iron.append(placed(shapes.rounded_box((0.72, 0.03, 1.75), 0.004, 2), at=(0, _HALF - 0.04, 1.13)))
    crowns = [placed(turned([(0, 0), (0.032, 0), (0.034, 0.004), (0.026, 0.01), (0, 0.012)], 24),
                     at=(np.sin(np.deg2rad(t)) * (_HALF + 0.012), -np.cos(np.deg2rad(t)) * (_HALF + 0.012),
                         2.265), turns=[("x", 90), ("z", t)]) for t in (0, 90, 180, 270)]  # fmt: skip
    grip = rod(curve([(0.285, -_HALF - 0.01, 1.0), (0.285, -_HALF - 0.045, 1.02),
                      (0.285, -_HALF - 0.045, 1.2), (0.285, -_HALF - 0.01, 1.22)], 14), 0.008, 8)  # fmt: skip
    sign = lettered(member, member.text or "TELEPHONE", "#17181a", "#efe9d6", 6.0)
    boards = [placed(face(0.62, 0.105, at=(0, -_HALF - 0.0105, 2.085)), turns=[("z", t)])
              for t in (0, 90, 180, 270)]  # fmt: skip
    black, metal = _telephone()
    lit.append(placed(turned([(0, 0), (0.05, 0.0), (0.085, 0.03), (0.09, 0.05), (0, 0.05)], 28),
                      at=(0, 0, 2.12)))  # fmt: skip
    floor = placed(shapes.rounded_box((0.8, 0.8, 0.03), 0.004, 1), at=(0, 0, 0.1))
    parts = [part(paint, *iron), part(trim(member, "glass"), *glass), part(sign, *boards),
             part(trim(member, "brass"), *crowns, grip), part(trim(member, "plastic", "#151517"), *black),
             part(replace(trim(member, "steel"), bump=None), *metal),
             part(trim(member, "concrete"), floor),
             part(trim(member, "wax", "#fff1d0"), *lit, light="self")]  # fmt: skip
    walls = [box((0, 0, 1.1), (0.92, 0.92, 2.2)), hull(_dome().vertices)]
    return assemble(parts, walls, mass=750.0, friction=0.8, restitution=0.1)


def _dome() -> Mesh:
    """A sail dome: the part of a sphere over a square, its four edges arcs."""
    u, v = np.meshgrid(np.linspace(-1, 1, 25) * _HALF * 1.03, np.linspace(-1, 1, 25) * _HALF * 1.03)
    z = np.sqrt(1.05**2 - u**2 - v**2)
    return slab(np.stack([u, v, 2.215 + z - z.min()], -1), 0.03)


def _kiosk_frame() -> list[Mesh]:
    """Plinth, four moulded posts, the fascia with its arched heads, the roof."""
    pieces = [placed(shapes.rounded_box((0.92, 0.92, 0.1), 0.012, 3), at=(0, 0, 0.05)), _dome()]
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * (_HALF - 0.045), sy * (_HALF - 0.045)
            pieces.append(placed(shapes.rounded_box((0.09, 0.09, 2.15), 0.016, 4), at=(x, y, 1.13)))
            for t in (-0.018, 0.018):
                pieces.append(rod([(x + t, y + sy * 0.046, 0.14), (x + t, y + sy * 0.046, 2.0)], 0.006, 8))
                pieces.append(rod([(x + sx * 0.046, y + t, 0.14), (x + sx * 0.046, y + t, 2.0)], 0.006, 8))
    arch = np.linspace(-1, 1, 17) * (_HALF - 0.005)
    rise = np.sqrt(1.05**2 - arch**2 - (_HALF * 1.03) ** 2)
    rise = 2.205 + rise - np.sqrt(1.05**2 - 2 * (_HALF * 1.03) ** 2)
    outline = np.concatenate([[(-_HALF + 0.005, 1.98), (_HALF - 0.005, 1.98)],
                              np.stack([arch, rise], 1)[::-1]])  # fmt: skip
    for turn in (0.0, 90.0, 180.0, 270.0):
        panel = placed(prism(outline, 0.06, bevel=0.004, axis="y"), at=(0, -_HALF + 0.03, 0))
        moulding = [
            rod(np.stack([arch * 1.02, 0 * arch - _HALF - 0.004, rise - 0.012], 1), 0.011, 8),
            beam((-_HALF, -_HALF - 0.002, 1.995), (_HALF, -_HALF - 0.002, 1.995), 0.03, 0.026, radius=0.008),
            placed(shapes.rounded_box((0.67, 0.02, 0.15), 0.006, 2), at=(0, -_HALF, 2.085)),
            placed(shapes.rounded_box((0.74, 0.035, 0.19), 0.006, 2), at=(0, -_HALF + 0.035, 0.2)),
            beam((-0.37, -_HALF + 0.02, 0.31), (0.37, -_HALF + 0.02, 0.31), 0.05, 0.03, radius=0.008),
        ]
        pieces += [placed(mesh, turns=[("z", turn)]) for mesh in (panel, *moulding)]
    return pieces


def _glazing() -> tuple[list[Mesh], Mesh]:
    """Glazing bars of one side, eight rows of a wide pane between two narrow ones, and the glass."""
    low, high, y, half = 0.32, 1.98, -_HALF + 0.03, 0.36
    bars = [beam((-half, y, z), (half, y, z), 0.026, 0.02, radius=0.006) for z in np.linspace(low, high, 9)]
    bars += [beam((x, y, low), (x, y, high), 0.026, 0.02, radius=0.006, up=(1, 0, 0))
             for x in (-half + 0.01, -0.235, 0.235, half - 0.01)]  # fmt: skip
    return bars, pane((2 * half, 0.004, high - low), (0, y, (low + high) / 2))


def _telephone() -> tuple[list[Mesh], list[Mesh]]:
    """The apparatus on the back wall: case, dial, receiver on its hook with a cord, shelf."""
    y = _HALF - 0.07
    case = placed(shapes.rounded_box((0.26, 0.14, 0.42), 0.02, 4), at=(0.03, y - 0.06, 1.36))
    grip = rod(curve([(-0.17, y - 0.1, 1.26), (-0.17, y - 0.135, 1.32), (-0.17, y - 0.135, 1.44),
                      (-0.17, y - 0.1, 1.5)], 16), 0.017, 10)  # fmt: skip
    ends = [placed(turned([(0, -0.02), (0.03, -0.02), (0.034, 0.0), (0.024, 0.02), (0, 0.02)], 20),
                   at=(-0.17, y - 0.09, z), turns=[("x", 90)]) for z in (1.26, 1.5)]  # fmt: skip
    cord = curve([(-0.17, y - 0.07, 1.25), (-0.16, y - 0.08, 1.02), (-0.06, y - 0.06, 0.98),
                  (0.0, y - 0.05, 1.15)], 24)  # fmt: skip
    shelf = beam((-0.3, y - 0.09, 0.98), (0.3, y - 0.09, 0.98), 0.18, 0.02, radius=0.006)
    dial = placed(hoop(0.055, 0.012, segments=32), at=(0.03, y - 0.135, 1.42), turns=[("x", 90)])
    coin = placed(shapes.rounded_box((0.2, 0.02, 0.07), 0.004, 2), at=(0.03, y - 0.13, 1.25))
    return [case, grip, *ends, rod(cord, 0.006, 6), shelf], [dial, coin]


def post_box(member: CastMember, rng: Rng) -> Prop:
    """A pillar box: black foot, iron drum with a door, hooded slot, moulded cap."""
    paint = surface(member, rng)
    tall, r = 1.6 * vary(rng, 0.02), 0.228
    low = tall - 1.6
    drum = turned([(0, 0.14), (r + 0.012, 0.14), (r + 0.012, 0.165), (r, 0.18), (r, 1.33 + low),
                   (r + 0.012, 1.345 + low), (r + 0.012, 1.375 + low), (r, 1.39 + low), (r, 1.43 + low),
                   (r + 0.03, 1.45 + low), (r + 0.042, 1.47 + low), (r + 0.042, 1.495 + low),
                   (r + 0.03, 1.515 + low), (r - 0.02, 1.53 + low), (r - 0.07, 1.565 + low),
                   (r - 0.15, 1.59 + low), (0, 1.6 + low)], 72, crease_deg=35)  # fmt: skip
    foot = turned([(0, 0), (r + 0.035, 0), (r + 0.035, 0.11), (r + 0.02, 0.14), (0, 0.14)], 64)
    z = 1.235 + low
    iron = [drum, _bowed(r, 34, (0.24, 1.1 + low), 0.012), _bowed(r, 25, (z - 0.06, z + 0.062), 0.016)]
    hood = rod(_arc(r + 0.018, 19, z + 0.042), 0.011, 10)
    hinges = [rod([(np.sin(a) * (r + 0.008), -np.cos(a) * (r + 0.008), h),
                   (np.sin(a) * (r + 0.008), -np.cos(a) * (r + 0.008), h + 0.09)], 0.011, 10)
              for a in (0.64,) for h in (0.36, 0.9 + low)]  # fmt: skip
    slot = _bowed(r + 0.006, 17, (z - 0.014, z + 0.024), 0.0125)
    lock = placed(turned([(0, 0), (0.018, 0), (0.016, 0.006), (0, 0.007)], 24),
                  at=(-0.12, -np.sqrt((r + 0.012) ** 2 - 0.0144), 0.72),
                  turns=[("x", 90), ("z", -30)])  # fmt: skip
    notice = _plate(r + 0.0135, 16, (0.83 + low, 1.0 + low))
    hours = member.text or "COLLECTIONS\nMON-FRI 5.30 PM\nSAT 12.00 NOON"
    says = lettered(member, hours, "#1b1c1e", "#efece2", 0.75, 360)
    crest = _plate(r + 0.0135, 13, (0.5, 0.64))
    cypher = lettered(member, "E II R", "#d8b25a", hue(member, rng) or "#a3161a", 0.8, 300)
    parts = [part(paint, *iron, hood, *hinges), part(trim(member, "painted_metal", "#141415"), foot, slot),
             part(trim(member, "brass"), lock), part(says, notice), part(cypher, crest)]  # fmt: skip
    walls = [post((0, 0, 0.07), r + 0.035, 0.14), post((0, 0, (0.14 + 1.53 + low) / 2), r + 0.01, 1.39 + low),
             hull(drum.vertices[drum.vertices[:, 2] > 1.4 + low])]  # fmt: skip
    return assemble(parts, walls, mass=280.0, friction=0.8, restitution=0.1)


def _arc(radius: float, degrees: float, z: float, count: int = 17) -> np.ndarray:
    a = np.deg2rad(np.linspace(-degrees, degrees, count))
    return np.stack([np.sin(a) * radius, -np.cos(a) * radius, 0 * a + z], 1)


def _bowed(radius: float, degrees: float, span: tuple[float, float], thick: float) -> Mesh:
    """A raised plate on the front of a drum, its edges rounded over."""
    ease = np.array([0.0, 0.7, 1.0, 1.0, 0.7, 0.0]) * thick
    levels = np.array([span[0], span[0] + 0.004, span[0] + 0.012, span[1] - 0.012, span[1] - 0.004, span[1]])
    rows = []
    for z, out in zip(levels, ease, strict=True):
        line = _arc(radius, degrees, z, 25)
        edge = np.interp(np.abs(np.linspace(-1, 1, 25)), [0, 0.92, 1], [1, 1, 0.0])
        rows.append(line * ((radius + out * edge) / radius)[:, None] * [1, 1, 0] + [0, 0, z])
    return sheet(np.array(rows))


def _plate(radius: float, degrees: float, span: tuple[float, float]) -> Mesh:
    rows = np.array([_arc(radius, degrees, z, 13) for z in np.linspace(*span, 5)])
    mesh = shapes.grid_faces(13, 5)
    u, v = np.meshgrid(np.linspace(0, 1, 13), np.linspace(0, 1, 5))
    flat = rows.reshape(-1, 3)
    return Mesh(vertices=flat, faces=mesh, normals=flat * [1, 1, 0] / radius,
                uv=np.stack([u, v], -1).reshape(-1, 2))  # fmt: skip


def mailbox(member: CastMember, rng: Rng) -> Prop:
    """A kerbside collection box: rounded top with a pull-down chute, riveted sides, four legs."""
    paint = surface(member, rng)
    wide, deep, tall, leg = 0.54 * vary(rng, 0.02), 0.52, 1.26 * vary(rng, 0.02), 0.17
    a = np.linspace(0, np.pi, 21)
    top = np.stack([np.cos(a) * deep / 2, tall - deep / 2 + np.sin(a) * deep / 2], 1)
    outline = np.concatenate([eased([(-deep / 2, leg), (deep / 2, leg), (deep / 2, tall - deep / 2 - 0.01),
                                     (-deep / 2, tall - deep / 2 - 0.01)], 0.02)[:12], top])  # fmt: skip
    shell = [prism(outline, wide, bevel=0.012)]
    legs = [placed(shapes.rounded_box((0.05, 0.05, leg + 0.05), 0.006, 2),
                   at=(sx * (wide / 2 - 0.04), sy * (deep / 2 - 0.045), leg / 2 + 0.025))
            for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    legs += [placed(shapes.rounded_box((0.075, 0.075, 0.012), 0.004, 2),
                    at=(sx * (wide / 2 - 0.04), sy * (deep / 2 - 0.045), 0.006))
             for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    edge = np.concatenate([[(-deep / 2, leg + 0.02)], top[::-1], [(deep / 2, leg + 0.02)]])
    trims = [rod(np.stack([np.full(len(edge), s * (wide / 2 - 0.012)), edge[:, 0] * 1.004,
                           edge[:, 1] + 0.002], 1), 0.009, 8) for s in (-1, 1)]  # fmt: skip
    b = np.linspace(np.deg2rad(118), np.deg2rad(168), 9)
    door = np.stack([np.cos(b) * (deep / 2 + 0.006), tall - deep / 2 + np.sin(b) * (deep / 2 + 0.006)], 1)
    x = np.linspace(-0.19, 0.19, 9)
    flap = slab(np.array([[(xx, y, z) for xx in x] for y, z in door[::-1]]), 0.012)
    grip = rod(curve([(-0.13, door[-1][0] - 0.004, door[-1][1] + 0.015),
                      (-0.12, door[-1][0] - 0.045, door[-1][1] + 0.02),
                      (0.12, door[-1][0] - 0.045, door[-1][1] + 0.02),
                      (0.13, door[-1][0] - 0.004, door[-1][1] + 0.015)], 22), 0.009, 8)  # fmt: skip
    panel = placed(shapes.rounded_box((wide - 0.12, 0.012, 0.42), 0.006, 2), at=(0, -deep / 2 - 0.001, 0.5))
    ground = hue(member, rng) or "#1f3a6b"
    front = face(wide - 0.2, 0.12, at=(0, -deep / 2 - 0.0085, 0.62))
    sides = [placed(face(0.36, 0.14, at=(0, -wide / 2 - 0.001, 0.72)), turns=[("z", s * 90.0)])
             for s in (-1, 1)]  # fmt: skip
    words = lettered(member, member.text or "MAIL", contrasting(ground), ground, 2.6)
    steel = trim(member, "steel")
    parts = [part(paint, *shell, *legs, *trims, flap, panel), part(steel, grip), part(words, front, *sides)]
    walls = [box((0, 0, leg + (tall - deep / 2 - leg) / 2), (wide, deep, tall - deep / 2 - leg)),
             post((0, 0, tall - deep / 2), deep / 2, wide, ("y", 90))]  # fmt: skip
    walls += [box((sx * (wide / 2 - 0.04), sy * (deep / 2 - 0.045), leg / 2), (0.06, 0.06, leg))
              for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    return assemble(parts, walls, mass=95.0, friction=0.7, restitution=0.15)


def newspaper_box(member: CastMember, rng: Rng) -> Prop:
    """A newspaper vending box: windowed door with a paper behind it, coin slot, pedestal."""
    paint = surface(member, rng)
    wide, deep, tall = 0.5 * vary(rng, 0.02), 0.42, 1.22 * vary(rng, 0.02)
    low = 0.42
    profile = eased([(-deep / 2, low), (deep / 2, low), (deep / 2, tall), (-deep / 2 + 0.1, tall),
                     (-deep / 2, tall - 0.16)], 0.025)  # fmt: skip
    window = eased([(-0.17, 0.62), (0.17, 0.62), (0.17, 0.97), (-0.17, 0.97)], 0.02)
    hood, x = tall - 0.17, wide / 2
    plate = eased([(-x, low), (x, low), (x, hood), (-x, hood)], 0.02)
    front = prism(plate, 0.03, bevel=0.006, axis="y", holes=[window])
    sides = [placed(prism(profile, 0.02, bevel=0.005), at=(s * (wide / 2 - 0.01), 0, 0)) for s in (-1, 1)]
    steel = replace(trim(member, "steel"), bump=None)
    shell = [*sides, placed(front, at=(0, -deep / 2 + 0.012, 0)),
             beam((-wide / 2, 0, low + 0.012), (wide / 2, 0, low + 0.012), deep, 0.024),
             beam((-wide / 2, 0.05, tall - 0.012), (wide / 2, 0.05, tall - 0.012), deep - 0.1, 0.024),
             placed(shapes.rounded_box((wide, 0.02, tall - low), 0.004, 2),
                    at=(0, deep / 2 - 0.01, (low + tall) / 2)),
             placed(shapes.rounded_box((wide, 0.02, 0.2), 0.005, 2), at=(0, -deep / 2 + 0.056, tall - 0.085),
                    turns=[("x", -32)])]  # fmt: skip
    stem = [placed(shapes.rounded_box((0.1, 0.1, low), 0.01, 2), at=(0, 0, low / 2)),
            placed(shapes.rounded_box((0.4, 0.36, 0.025), 0.008, 2), at=(0, 0, 0.0125))]  # fmt: skip
    glass = pane((0.36, 0.004, 0.37), (0, -deep / 2 + 0.015, 0.795))
    news = text_texture("MORNING POST\nRIVER RISES\nTHE TOWN WAITS", "#26262a", "#e6e1d3", 420, 0.95)
    paper = replace(material("paper", colour="#e6e1d3"), base_colour=news, uv_scale=1.0, bump=None)
    sheet_ = face(0.33, 0.34, at=(0, -deep / 2 + 0.035, 0.79))
    ground = hue(member, rng) or "#2b4a7a"
    title = lettered(member, member.text or "DAILY NEWS", contrasting(ground), ground, 4.2)
    board = face(wide - 0.08, 0.1, at=(0, -deep / 2 - 0.0045, 0.52))
    coin = placed(shapes.rounded_box((0.13, 0.07, 0.17), 0.012, 3), at=(wide / 2 - 0.09, 0.03, tall + 0.06))
    slot = placed(
        shapes.rounded_box((0.05, 0.008, 0.09), 0.003, 2), at=(wide / 2 - 0.09, -0.006, tall + 0.07)
    )
    grip = beam((-0.1, -deep / 2 - 0.03, 1.015), (0.1, -deep / 2 - 0.03, 1.015), 0.025, 0.022, radius=0.008)
    stays = [beam((s * 0.09, -deep / 2 - 0.03, 1.015), (s * 0.09, -deep / 2 + 0.01, 1.015), 0.016, 0.016)
             for s in (-1, 1)]  # fmt: skip
    black = trim(member, "painted_metal", "#1c1d1f")
    parts: list[Part] = [part(paint, *shell, coin), part(black, *stem, slot),
                         part(trim(member, "glass"), glass), part(paper, sheet_), part(title, board),
                         part(steel, grip, *stays)]  # fmt: skip
    walls = [box((0, 0, (low + tall) / 2), (wide, deep, tall - low)), box((0, 0, low / 2), (0.1, 0.1, low)),
             box((0, 0, 0.0125), (0.4, 0.36, 0.025)),
             box((wide / 2 - 0.09, 0.03, tall + 0.06), (0.13, 0.07, 0.17))]  # fmt: skip
    return assemble(parts, walls, mass=42.0, friction=0.7, restitution=0.15)
