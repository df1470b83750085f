"""Car, van, off-roader, pickup and toy car: coachwork on wheels, with lamps, mirrors, bumpers and plates."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import coachwork
from rayograph.world.cast.body_lines import COUPE, HATCH, PICKUP, SALOON, SUV, VAN
from rayograph.world.cast.car_interior import furnished
from rayograph.world.cast.coachwork import Body, BodyLines
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim
from rayograph.world.cast.shaping import beam, creased, mirrored, placed, rod, slab, stretched, turned
from rayograph.world.cast.sign import contrasting, face, printed
from rayograph.world.scene import Collider, Material, Part, Prop

Rng = np.random.Generator


def car(member: CastMember, rng: Rng) -> Prop:
    """A saloon or a hatchback at life size; a coupe, or a taxi with its sign, where the words say so."""
    lines = SALOON if rng.random() < 0.6 else HATCH
    if says(member, "coupe", "coupé", "sports car", "muscle", "convertible", "mustang", "racing"):
        lines = COUPE
    elif says(member, "hatchback"):
        lines = HATCH
    elif says(member, "saloon", "sedan", "limousine", "taxi", "cab"):
        lines = SALOON
    parts = _vehicle(member, rng, lines, 0.27)
    if says(member, "taxi", "cab"):
        parts += _taxi_sign(member, lines)
    return assemble(parts, _walls(lines), mass=1280.0, friction=0.8, restitution=0.1)


def suv(member: CastMember, rng: Rng) -> Prop:
    """A tall five-door off-roader with a spare wheel on its tail."""
    parts = _vehicle(member, rng, SUV, 0.44)
    tyre, rim = wheel(0.36, 0.22, 1)
    at, turns = (0.12, 2.26, 1.02), [("z", 180.0)]
    spare = [placed(mesh, at=at, turns=turns) for mesh in (tyre, rim)]
    rails = [rod([(s * 0.62, -0.3, 1.84), (s * 0.62, 1.75, 1.86)], 0.016, 8) for s in (-1, 1)]
    parts += [part(trim(member, "rubber", "#17181a"), spare[0]),
              part(trim(member, "plastic", "#1b1c1e"), spare[1], *rails)]  # fmt: skip
    walls = [*_walls(SUV), post((0.12, 2.26, 1.02), 0.36, 0.2, ("x", 90))]
    return assemble(parts, walls, mass=1950.0, friction=0.8, restitution=0.1)


def pickup(member: CastMember, rng: Rng) -> Prop:
    """A double-cab pickup, its bed under a black cover."""
    parts = _vehicle(member, rng, PICKUP, 0.44)
    x, y = np.meshgrid(np.linspace(-0.78, 0.78, 17), np.linspace(0.94, 2.48, 17))
    shell = coachwork.body(PICKUP)
    cover = coachwork.crown_at(shell, np.abs(x).ravel(), y.ravel(), 0.012)
    cover[:, 0] = x.ravel()
    parts.append(part(trim(member, "leather", "#151617"), slab(cover.reshape(17, 17, 3), 0.02)))
    return assemble(parts, _walls(PICKUP), mass=2050.0, friction=0.8, restitution=0.1)


def truck(member: CastMember, rng: Rng) -> Prop:
    """A box lorry: a van's cab before a tall load box with a roller door; `text` is lettered on the box."""
    member = member.model_copy(update={"colour": hue(member, rng)})
    parts = _vehicle(member, rng, VAN, 0.34)
    ground = member.accent or "#e8e5dc"
    white = trim(member, "car_paint", ground)
    size, at = (2.24, 3.9, 2.26), (0.0, 0.86, 1.94)
    half, rear = size[0] / 2, at[1] + size[1] / 2
    edges = [beam((s * half, at[1] + e * size[1] / 2, 0.81), (s * half, at[1] + e * size[1] / 2, 3.07),
      0.07, 0.07,
                  radius=0.015, up=(1, 0, 0)) for s in (-1, 1) for e in (-1, 1)]  # fmt: skip
    edges += [beam((s * half, at[1] - size[1] / 2, z), (s * half, rear, z), 0.07, 0.07, radius=0.015)
              for s in (-1, 1) for z in (0.83, 3.05)]  # fmt: skip
    slats = [placed(shapes.rounded_box((2.0, 0.03, 0.165), 0.012, 2), at=(0, rear + 0.006, 0.97 + 0.17 * i))
             for i in range(12)]  # fmt: skip
    step = [beam((-1.05, rear + 0.06, 0.5), (1.05, rear + 0.06, 0.5), 0.1, 0.08, radius=0.015)]
    parts += [part(white, placed(shapes.rounded_box(size, 0.02, 2), at=at), *slats),
              part(replace(trim(member, "steel", wear=0.1), bump=None), *edges, *step)]  # fmt: skip
    if member.text:
        look = printed(white, text_texture(member.text, contrasting(ground), ground, 1200, 2.4))
        parts.append(part(look, *(placed(face(3.4, 3.4 / 2.4, at=(0, 0, 0)), at=(s * (half + 0.002),
          at[1], 2.0),
                                         turns=[("z", 90.0 * s)]) for s in (-1, 1))))  # fmt: skip
    walls = [box(at, size), hull(_lower_hull(VAN)), hull(_cabin_hull(VAN, -1.88, 0.5)), *_wheel_walls(VAN)]
    return assemble(parts, walls, mass=3400.0, friction=0.8, restitution=0.1)


def _walls(lines: BodyLines) -> list[Collider]:
    cabin = hull(_cabin_hull(lines, lines.screen[0], lines.backlight[1]))
    return [hull(_lower_hull(lines)), cabin, *_wheel_walls(lines)]


def _taxi_sign(member: CastMember, lines: BodyLines) -> list[Part]:
    """A lettered box on the roof."""
    y = (lines.screen[1] + lines.backlight[0]) / 2
    z = float(np.interp(y, [p[0] for p in lines.crown], [p[1] for p in lines.crown]))
    case = placed(shapes.rounded_box((0.36, 0.13, 0.13), 0.03, 4), at=(0, y, z + 0.055))
    base = trim(member, "plastic", "#efeadb")
    look = printed(base, text_texture("TAXI", "#17181a", "#efeadb", 320, 3.0))
    boards = [placed(face(0.3, 0.1, at=(0, 0, 0)), at=(0, y + s * 0.0656, z + 0.058),
                     turns=[("z", 90.0 * (s + 1))]) for s in (-1, 1)]  # fmt: skip
    return [part(base, case), part(look, *boards)]


def van(member: CastMember, rng: Rng) -> Prop:
    """A delivery van; `text` is lettered on its sides."""
    member = member.model_copy(update={"colour": hue(member, rng)})
    parts = _vehicle(member, rng, VAN, 0.34)
    if member.text:
        parts.append(_lettering(member))
    walls = [
        box((0, 0.45, 1.27), (1.9, 4.04, 1.96)),
        hull(_lower_hull(VAN)),
        hull(_cabin_hull(VAN, -1.88, 2.0)),
    ]
    return assemble(parts, [*walls, *_wheel_walls(VAN)], mass=2100.0, friction=0.8, restitution=0.1)


def _lower_hull(lines: BodyLines) -> np.ndarray:
    y = coachwork.stations(lines)
    points = coachwork.skin(lines, y)
    lower = points[:, : coachwork._FLOOR + coachwork._FLANK + coachwork._SHOULDER].reshape(-1, 3)
    return np.concatenate([lower, lower * [-1, 1, 1]])


def _cabin_hull(lines: BodyLines, low: float, high: float) -> np.ndarray:
    y = coachwork.stations(lines)
    rows = (y >= low) & (y <= high)
    upper = coachwork.skin(lines, y)[rows][:, coachwork._FLOOR + coachwork._FLANK :].reshape(-1, 3)
    return np.concatenate([upper, upper * [-1, 1, 1]])


def _wheel_walls(lines: BodyLines) -> list:
    track = _track(lines)
    return [
        post((s * track, y, lines.wheel), lines.wheel, 0.2, ("y", 90)) for s in (-1, 1) for y in lines.wheels
    ]


def _track(lines: BodyLines) -> float:
    return max(value for _, value in lines.flank) - 0.125


def _vehicle(
    member: CastMember, rng: Rng, lines: BodyLines, sill: float, *, clear: bool = True
) -> list[Part]:
    """Everything a car is made of, by surface; `clear` glass shows seats and dashboard behind it."""
    shell = coachwork.body(lines)
    paint = surface(member, rng)
    glass = part(trim(member, "glass", "#b9c4bf"), *(sheet for pane in shell.glass for sheet in _pane(pane)))
    if not clear:
        tint = replace(trim(member, "plastic", "#090b0d", wear=0.0), roughness=0.04, specular=0.6, bump=None)
        glass = part(tint, *shell.glass)
    black = trim(member, "plastic", "#141516")
    chrome = trim(member, "chrome")
    track = _track(lines)
    tyres, rims = [], []
    for y in lines.wheels:
        tyre, rim = wheel(lines.wheel, 0.2, int(rng.integers(2)))
        for s in (-1, 1):
            turn = [("z", 90.0 * s)]
            tyres.append(placed(tyre, at=(s * track, y, lines.wheel), turns=turn))
            rims.append(placed(rim, at=(s * track, y, lines.wheel), turns=turn))
    dark = [*coachwork.shut_lines(shell, sill), *_wells(lines), *_grille(lines), *_wipers(shell)]
    lamps, reds, bright = _lamps(shell)
    mirrors, faces = _mirrors(shell)
    handles = _handles(shell)
    return [part(paint, *shell.paint, *mirrors), glass, part(black, *dark),
            part(trim(member, "rubber", "#17181a"), *tyres),
            part(replace(trim(member, "steel", wear=0.1), bump=None), *rims, *handles, *bright),
            part(chrome, *faces), part(_lens(member, "#e8eef2"), *lamps, light="self"),
            part(_lens(member, "#a3120f"), *reds),
            *_plates(member, rng, lines), *(_cabin(member, lines) if clear else ())]  # fmt: skip


def _pane(outer: Mesh) -> tuple[Mesh, Mesh]:
    """A sheet of glass as a thin closed body."""
    assert outer.normals is not None
    within = outer.vertices - outer.normals * 0.005
    return outer, replace(outer, vertices=within, faces=outer.faces[:, ::-1], normals=-outer.normals)


def _cabin(member: CastMember, lines: BodyLines) -> list[Part]:
    soft, hard = furnished(lines)
    return [part(trim(member, "leather", "#4a4640"), *soft), part(trim(member, "plastic", "#1d1e20"), *hard)]


def _lens(member: CastMember, colour: str) -> Material:
    return replace(trim(member, "plastic", colour, wear=0.0), roughness=0.06, clearcoat=1.0, bump=None)


def wheel(radius: float, width: float, style: int) -> tuple[Mesh, Mesh]:
    """A tyre with rounded shoulders and tread grooves, and a spoked rim, facing -Y, centred."""
    r, w, bead = radius, width / 2, radius * 0.66
    groove = [(r * 0.975, 0.0)]
    side = [(bead, -w * 0.8), (bead + 0.1 * r, -w * 1.0), (r * 0.9, -w * 1.0), (r * 0.965, -w * 0.9)]
    for c in (-0.5, 0.0, 0.5):
        groove += [
            (r, (c - 0.09) * w),
            (r * 0.975, (c - 0.05) * w),
            (r * 0.975, (c + 0.05) * w),
            (r, (c + 0.09) * w),
        ]
    profile = np.array(
        [*side, (r, -w * 0.7), *groove[1:], (r, w * 0.7), *[(a, -b) for a, b in side[::-1]], side[0]]
    )
    tyre = placed(turned(profile, 48, crease_deg=45), turns=[("x", 90)])
    lip = [(bead, -w * 0.82), (bead * 1.04, -w * 0.86), (bead * 1.04, -w * 0.8), (bead * 0.93, w * 0.7)]
    barrel = turned([*lip, (bead * 0.88, w * 0.7), (bead * 0.9, -w * 0.7), lip[0]], 56)
    pieces = [placed(barrel, turns=[("x", -90)])]
    hub = turned([(0, -0.02), (r * 0.16, -0.02), (r * 0.17, 0.01), (r * 0.12, 0.025), (0, 0.028)], 32)
    pieces.append(placed(hub, at=(0, -w * 0.52, 0), turns=[("x", 90)]))
    spokes = 5 if style == 0 else 10
    for i in range(spokes):
        a = 2 * np.pi * i / spokes
        out, wide = np.array([np.cos(a), 0, np.sin(a)]), r * (0.17 if style == 0 else 0.075)
        pieces.append(beam(out * r * 0.08 + [0, -w * 0.55, 0], out * bead * 0.97 + [0, -w * 0.68, 0], wide,
                           0.022,
                           radius=0.009, up=(0, 1, 0)))  # fmt: skip
    disc = turned([(0, 0), (bead * 0.9, 0), (bead * 0.9, 0.01), (0, 0.01)], 40)
    pieces.append(placed(disc, at=(0, -w * 0.1, 0), turns=[("x", 90)]))
    return tyre, merge(pieces)


def _wells(lines: BodyLines) -> list[Mesh]:
    """Dark inner arches and an underfloor, so that no light shows through the wheel openings."""
    wells = []
    track = _track(lines)
    for y in lines.wheels:
        r = lines.arch + 0.004
        angle = np.linspace(-0.15, np.pi + 0.15, 26)
        rings = [np.stack([np.full(26, x), y + np.cos(angle) * r, lines.wheel + np.sin(angle) * r], 1)
                 for x in (track + 0.085, track - 0.2)]  # fmt: skip
        vertices = np.concatenate(rings)
        faces = shapes.grid_faces(26, 2)
        both = Mesh(vertices=vertices, faces=np.concatenate([faces, faces[:, ::-1]]))
        back = turned([(0, 0), (r, 0), (r, 0.01), (0, 0.01)], 32)
        lid = placed(back, at=(track - 0.19, y, lines.wheel), turns=[("y", 90)])
        # cut off under the sill: below it the car would stand on its wheel wells
        raised = np.maximum(lid.vertices, [-np.inf, -np.inf, 0.6 * lines.wheel])
        pair = [both, replace(lid, vertices=raised)]
        wells += [*pair, *(mirrored(mesh) for mesh in pair)]
    return wells


def _grille(lines: BodyLines) -> list[Mesh]:
    front = lines.floor[0][0]
    low = lines.floor[1][1]
    bars = [beam((-0.42, front - 0.004, low + z), (0.42, front - 0.004, low + z), 0.02, 0.012, radius=0.004)
            for z in np.linspace(0.05, 0.2, 6)]  # fmt: skip
    nose = lines.belt[0][1] - 0.055
    bars += [beam((-0.34, front - 0.003, nose + z), (0.34, front - 0.003, nose + z), 0.03, 0.012,
                  radius=0.004)
             for z in (-0.03, 0.0, 0.03)]  # fmt: skip
    intake = placed(shapes.rounded_box((0.92, 0.03, 0.22), 0.012, 3), at=(0, front + 0.009, low + 0.125))
    return [intake, *bars]


def _wipers(shell: Body) -> list[Mesh]:
    start = shell.lines.screen[0]
    arms = []
    for x0, x1 in ((0.05, 0.5), (-0.55, -0.1)):
        x, y = np.linspace(x0, x1, 10), np.linspace(start - 0.01, start + 0.06, 10)
        line = coachwork.crown_at(shell, np.abs(x), y, 0.01)
        line[:, 0] = x
        arms.append(rod(line, 0.006, 6))
    return arms


def _lamps(shell: Body) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """Head lamps, tail lamps and their bright bowls, following the corners of the body."""
    front, rear = shell.lines.floor[0][0], shell.lines.floor[-1][0]
    sides: list[list[Mesh]] = []
    for start, end, height, drop in (
        (front + 0.012, front + 0.40, 0.13, 0.05),
        (rear - 0.012, rear - 0.30, 0.17, 0.06),
    ):
        y = np.linspace(start, end, 24)
        belt = np.interp(y, [p[0] for p in shell.lines.belt], [p[1] for p in shell.lines.belt])
        belt = np.minimum(belt, belt[12]) if end < 0 else np.full(24, belt[8])
        high = belt - drop
        slim = 1 - 0.75 * np.linspace(0, 1, 24) ** 2
        sides.append([coachwork.patch(shell, y, high - height * slim, high, 0.012)])
    bowls = []
    for i, at in enumerate((front + 0.07, front + 0.2)):
        z = float(np.interp(at, [p[0] for p in shell.lines.belt], [p[1] for p in shell.lines.belt])) - 0.115
        x = float(coachwork.surface_at(shell, np.array([at]), np.array([z]))[0, 0])
        bowl = stretched(shapes.icosphere(3), (0.016, 0.036 - 0.006 * i, 0.036 - 0.006 * i))
        bowls.append(placed(bowl, at=(x + 0.003, at, z), turns=[("z", -58 + 25 * i)]))
    sides.append(bowls)
    lamps, reds, rims = ([*side, *(mirrored(m) for m in side)] for side in sides)
    return lamps, reds, rims


def _mirrors(shell: Body) -> tuple[list[Mesh], list[Mesh]]:
    y = shell.lines.side_glass[0] - 0.02
    z = float(np.interp(y, [p[0] for p in shell.lines.belt], [p[1] for p in shell.lines.belt]))
    x = float(coachwork.surface_at(shell, np.array([y]), np.array([z - 0.02]))[0, 0])
    pod = placed(
        stretched(shapes.rounded_box((1, 1, 1), 0.35, 6), (0.16, 0.09, 0.12)), at=(x + 0.055, y, z + 0.07)
    )
    stalk = beam((x - 0.03, y + 0.01, z - 0.01), (x + 0.05, y, z + 0.05), 0.05, 0.022, radius=0.01)
    glass = placed(shapes.rounded_box((0.13, 0.004, 0.09), 0.002, 2), at=(x + 0.055, y + 0.045, z + 0.07))
    return [pod, stalk, mirrored(pod), mirrored(stalk)], [glass, mirrored(glass)]


def _handles(shell: Body) -> list[Mesh]:
    grips = []
    for y in shell.lines.doors[1:]:
        at = y - 0.14
        z = float(np.interp(at, [p[0] for p in shell.lines.belt], [p[1] for p in shell.lines.belt])) - 0.11
        x = float(coachwork.surface_at(shell, np.array([at]), np.array([z]))[0, 0])
        grips.append(placed(shapes.rounded_box((0.022, 0.15, 0.024), 0.009, 4), at=(x + 0.006, at, z)))
    return [*grips, *(mirrored(grip) for grip in grips)]


def _plates(member: CastMember, rng: Rng, lines: BodyLines) -> list[Part]:
    letters = "".join(rng.choice(list("ABCDEFGHKLMNPRSTUVWXYZ"), 3))
    digits = "".join(str(d) for d in rng.integers(0, 10, 3))
    own = member.text if member.kind != "van" and 0 < len(member.text) <= 10 else f"{letters} {digits}"
    print_ = text_texture(own, "#15181c", "#eceae2", 512, 4.6)
    face = replace(trim(member, "painted_metal", "#eceae2", wear=0.0), base_colour=print_, roughness=0.4,
                   bump=None,
                   uv_scale=1.0)  # fmt: skip
    front, rear = lines.floor[0][0], lines.floor[-1][0]
    low = lines.floor[0][1]
    plates = [
        _sheet_plate((-0.26, front - 0.018, low - 0.02), 1),
        _sheet_plate((0.26, rear + 0.012, low + 0.03), -1),
    ]
    return [part(face, *plates)]


def _sheet_plate(
    corner: tuple[float, float, float], side: int, width: float = 0.52, height: float = 0.113
) -> Mesh:
    """A flat printed plate facing -Y (side 1) or +Y (side -1), uv over the unit square."""
    mesh = shapes.quad(np.array(corner), np.array([side * width, 0, 0]), np.array([0, 0, height]))
    return replace(mesh, uv=np.array([[0, 0], [1, 0], [1, 1], [0, 1.0]]))


def _lettering(member: CastMember) -> Part:
    """The member's text on both sides of the load bay, lying on the skin, on the van's own colour."""
    y, z = np.meshgrid(np.linspace(-0.4, 2.1, 24), np.linspace(0.92, 1.72, 48))
    ground = member.colour or "#2c5a7a"
    ink = text_texture(member.text, member.accent or contrasting(ground), ground, 1400, 2.5 / 0.8)
    look = replace(trim(member, "car_paint", ground), base_colour=ink, bump=None, uv_scale=1.0)
    points = coachwork.surface_at(coachwork.body(VAN), y.ravel(), z.ravel(), 0.008).reshape(48, 24, 3)
    panels = []
    for lattice in (points, points[:, ::-1] * [-1, 1, 1]):
        u, v = np.meshgrid(np.linspace(0, 1, 24), np.linspace(0, 1, 48))
        flat = Mesh(vertices=lattice.reshape(-1, 3), faces=shapes.grid_faces(24, 48),
                    uv=np.stack([u, v], -1).reshape(-1, 2))  # fmt: skip
        panels.append(creased(flat, 60))
    return part(look, *panels)


def toy_car(member: CastMember, rng: Rng) -> Prop:
    """The same coachwork, shortened and fattened as toys are, with chunky wheels on bright hubs."""
    lines = HATCH if rng.random() < 0.5 else SALOON
    squat = np.array([0.08 / 1.80, 0.165 / 4.3, 0.054 / 1.42])
    life = _vehicle(member, rng, lines, 0.27, clear=False)
    body = [replace(p, mesh=stretched(p.mesh, squat)) for i, p in enumerate(life) if i not in (3, 4)]
    tyres, hubs = [], []
    track = 0.033
    for y in lines.wheels:
        r = 0.0155
        for s in (-1, 1):
            tyre = turned(
                [(0, -0.006), (r - 0.002, -0.006), (r, -0.004), (r, 0.004), (r - 0.002, 0.006), (0, 0.006)],
                40,
            )
            hub = turned([(0, 0), (r * 0.62, 0), (r * 0.58, 0.0012), (r * 0.2, 0.0016), (0, 0.003)], 32)
            at = (s * track, y * squat[1], r)
            tyres.append(placed(tyre, at=at, turns=[("y", 90)]))
            hubs.append(placed(hub, at=(at[0] + s * 0.0056, at[1], r), turns=[("y", 90.0 * s)]))
    parts = [*body, part(trim(member, "rubber", "#17181a"), *tyres), part(trim(member, "chrome"), *hubs)]
    half = _lower_hull(lines) * squat
    walls = [hull(half), hull(_cabin_hull(lines, lines.screen[0], lines.backlight[1]) * squat)]
    walls += [
        post((s * track, y * squat[1], 0.0155), 0.0155, 0.012, ("y", 90))
        for s in (-1, 1)
        for y in lines.wheels
    ]
    return assemble(parts, walls, mass=0.12, friction=0.35, restitution=0.3)
