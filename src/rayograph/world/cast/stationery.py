"""Books, pictures and presents: boards, paper and ribbon."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, lettered, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.lattice import wrapped
from rayograph.world.cast.open_book import open_book
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Material, Part, Prop
from rayograph.world.shapes import grid_faces, rotation, rounded_box, translation, tube


def patch(points: np.ndarray, colour: np.ndarray | None = None) -> Mesh:
    """An open sheet from an r×c lattice of points; its normal is d/dcolumn × d/drow."""
    normal = np.cross(np.gradient(points, axis=1), np.gradient(points, axis=0))
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-20)
    rows, columns = points.shape[:2]
    across = np.linalg.norm(np.diff(points[0], axis=0), axis=1).sum()
    along = np.linalg.norm(np.diff(points[:, 0], axis=0), axis=1).sum()
    u, v = np.meshgrid(np.linspace(0, across, columns), np.linspace(0, along, rows))
    return Mesh(vertices=points.reshape(-1, 3), faces=grid_faces(columns, rows),
        normals=normal.reshape(-1, 3),
                uv=np.stack([u.ravel(), v.ravel()], axis=1),
                colour=None if colour is None else colour.reshape(-1, 3))  # fmt: skip


def book(member: CastMember, rng: np.random.Generator) -> Prop:
    """A closed book lying down, spine to the left: boards, round back, hollow fore-edge; or an open one."""
    if finish.says(member, "open"):
        return open_book(member)
    wide, long_, thick = np.array([0.158, 0.226, 0.030]) * rng.uniform([0.95, 0.95, 0.90], [1.04, 1.04, 1.05])
    board, square = 0.0026, 0.0032
    surface = finish.body(member, rng)
    left, hinge = -wide / 2 + 0.006, 0.006
    deck = wide - 0.006 - hinge
    lid = rounded_box((deck, long_, board), 0.0011)
    middle = left + hinge + deck / 2
    covers = [
        lid.moved(translation(middle, 0, board / 2)),
        lid.moved(translation(middle, 0, thick - board / 2)),
    ]
    back = _spine(left + hinge + 0.001, thick, long_, board)
    bands = (
        [_band(left + hinge + 0.001, thick, y * long_) for y in (-0.36, -0.18, 0.18, 0.36)]
        if rng.random() < 0.6
        else []
    )
    pages = _pages(left + hinge * 0.4, wide / 2 - square, long_ - 2 * square, board, thick - board, member)
    gilt = finish.trim(member, "gold", member.accent)
    frame = _frame(deck * 0.86, long_ * 0.90, 0.0011, blank=bool(member.text)).moved(
        translation(middle, 0, thick + 0.00005)
    )
    parts = [Part(mesh=merge([*covers, back, *bands]), material=surface),
             Part(mesh=pages, material=finish.trim(member, "paper", "#efe6d0")),
             Part(mesh=frame, material=gilt)]  # fmt: skip
    if member.text:
        parts += _title(member, surface, (middle, deck, left + hinge + 0.001), thick, long_)
    if rng.random() < 0.7:
        t = np.linspace(0, 1, 20)
        y = -long_ / 2 + square - 0.019 * t + 0.006
        z = thick * 0.5 - (thick * 0.5 - 0.0012) * smoothstep(0.0, 0.55, t)
        x = middle - 0.02 + 0.012 * t**2
        lane = np.stack([np.stack([x + dx, y, z], axis=1) for dx in (-0.003, 0.0, 0.003)], axis=1)
        parts.append(Part(mesh=patch(lane), material=finish.trim(member, "silk", member.accent or "#8c1f28")))
    solid = solids.box((wide, long_, thick), (0, 0, thick / 2))
    return Prop(parts=tuple(parts), colliders=(solid,), mass=float(wide * long_ * thick * 720), friction=0.5,
                restitution=0.15)  # fmt: skip


def _spine(x: float, thick: float, long_: float, board: float) -> Mesh:
    """The rounded back: a C-shaped strip of even thickness, with grooves where the boards hinge."""
    angle = np.linspace(np.pi / 2, 3 * np.pi / 2, 33)
    outer = np.stack([x + 0.012 * np.cos(angle), thick / 2 + thick / 2 * np.sin(angle)], axis=1)
    joint = np.array([[x + 0.006, thick - 0.0002], [x + 0.003, thick - 0.0014]])
    outer = np.concatenate([joint, outer[1:-1], joint[::-1] * [1, -1] + [0, thick]])
    centre = np.array([x + 0.004, thick / 2])
    inner = centre + (outer - centre) * np.array([1 - board * 0.7 / 0.014, 1 - board * 2 / thick])
    section = np.concatenate([outer, inner[::-1], outer[:1]])
    rows = np.array([-0.5, -0.495, 0.495, 0.5]) * long_
    points = np.stack([np.stack([section[:, 0], 0 * section[:, 0] + y, section[:, 1]], axis=1) for y in rows])
    mesh = wrapped(points)
    return mesh if finish.volume(mesh) > 0 else wrapped(points[:, ::-1])


def _band(x: float, thick: float, y: float) -> Mesh:
    """A raised cord across the back."""
    angle = np.linspace(np.pi / 2 + 0.15, 3 * np.pi / 2 - 0.15, 25)
    path = np.stack(
        [x + 0.0118 * np.cos(angle), 0 * angle + y, thick / 2 + thick * 0.493 * np.sin(angle)], axis=1
    )
    return tube(path, 0.0013, 10)


def _pages(left: float, right: float, long_: float, low: float, high: float, member: CastMember) -> Mesh:
    """The block of paper: every few leaves a line, the fore-edge hollowed like the back is rounded."""
    layers, depth = 72, 0.0055
    z = np.linspace(low, high, layers)
    lean = np.sin(np.pi * (z - low) / (high - low))
    jitter = 0.00022 * np.random.default_rng(member.seed + 31).normal(size=layers)
    edge = right - depth * 0.55 * lean + jitter
    y = np.linspace(-long_ / 2, long_ / 2, 9)
    shade = 0.74 + 0.26 * np.random.default_rng(member.seed + 32).random(layers)
    paper = np.array(from_hex("#ece2c9"))

    def sheet(points: np.ndarray) -> Mesh:
        tint = np.broadcast_to((shade[:, None] * paper)[:, None], points.shape)
        return patch(points, np.ascontiguousarray(tint))

    fore = np.stack(
        [np.repeat(edge[:, None], 9, 1), np.repeat(y[None], layers, 0), np.repeat(z[:, None], 9, 1)], axis=2
    )
    sides = []
    for sign in (-1.0, 1.0):
        x = left + (edge - left)[:, None] * np.linspace(0, 1, 9)[None]
        points = np.stack(
            [x, np.full_like(x, sign * long_ / 2) + jitter[:, None], np.repeat(z[:, None], 9, 1)], axis=2
        )
        sides.append(sheet(points if sign < 0 else points[:, ::-1]))
    return merge([sheet(fore), *sides])


def _title(
    member: CastMember, cloth: Material, place: tuple[float, float, float], thick: float, long_: float
) -> list[Part]:
    """The title in gold on leather labels, on the cover and along the spine; place: cover's middle, width,
    spine's hinge in x [m]."""
    middle, deck, x = place
    dark = float(finish.tone(cloth).mean()) < 0.05
    ink, ground = (member.accent or "#d9b45a"), ("#5a1d1a" if dark else "#1d1714")
    wide, tall = deck * 0.66, long_ * 0.26
    cover = lettered.flat((middle - wide / 2, long_ * 0.09, thick + 0.0003), (wide, 0, 0), (0, tall, 0))
    angle = np.linspace(3 * np.pi / 2 - 0.45, np.pi / 2 + 0.45, 15)
    y = np.linspace(0.165, -0.165, 9) * long_
    points = np.zeros((len(angle), len(y), 3))
    points[..., 0] = (x + 0.0123 * np.cos(angle))[:, None]
    points[..., 1] = y
    points[..., 2] = (thick / 2 + (thick / 2 + 0.0002) * np.sin(angle))[:, None]
    back = lettered.panel(points)
    girth = float(np.linalg.norm(np.diff(points[:, 0], axis=0), axis=1).sum())
    return [Part(mesh=cover, material=lettered.stamped(member.text, ink, ground, wide / tall, metal=True)),
            Part(mesh=back, material=lettered.stamped(member.text, ink, ground, 0.33 * long_ / girth,
                                                      metal=True))]  # fmt: skip


def _frame(wide: float, long_: float, line: float, *, blank: bool = False) -> Mesh:
    """A thin ruled rectangle, standing proud by a hair, for blocking on a cover; `blank` leaves out the
    lines of a title."""
    across = rounded_box((wide, line, 0.0003), 0.0001, 1)
    down = rounded_box((line, long_, 0.0003), 0.0001, 1)
    outer = [across.moved(translation(0, s * long_ / 2, 0)) for s in (-1, 1)]
    outer += [down.moved(translation(s * wide / 2, 0, 0)) for s in (-1, 1)]
    heart = [
        rounded_box((wide * 0.42, line * 0.7, 0.0003), 0.0001, 1).moved(translation(0, y * long_, 0))
        for y in (0.16, 0.24)
    ]
    return merge(outer if blank else [*outer, *heart])


def gift(member: CastMember, rng: np.random.Generator) -> Prop:
    """A wrapped box, crossed by a ribbon that is tied in a bow."""
    wide = 0.186 * rng.uniform(0.97, 1.05, 2)
    tall = 0.122 * float(rng.uniform(0.96, 1.06))
    paper = finish.body(member, rng)
    silk = finish.trim(
        member, "silk", member.accent or str(rng.choice(["#d9b24a", "#c0273a", "#efe9dc", "#2f5d4a"]))
    )
    core = rounded_box((wide[0], wide[1], tall), 0.0028, 5).moved(translation(0, 0, tall / 2))
    lid_line = rounded_box((wide[0] + 0.0016, wide[1] + 0.0016, tall * 0.26), 0.0022).moved(
        translation(0, 0, tall * 0.875)
    )
    band, proud = 0.022, 0.0012
    ribbons = [
        rounded_box((wide[0] + 2 * proud + 0.0016, band, tall + 2 * proud), 0.0014),
        rounded_box((band, wide[1] + 2 * proud + 0.0016, tall + 2 * proud), 0.0014),
    ]
    ribbons = [r.moved(translation(0, 0, tall / 2 + 0.001)) for r in ribbons]
    top = tall + 0.004
    bow = [_bow_loop(angle, top, rng) for angle in (25, 155, 205, 335, 90)]
    tails = [_tail(angle, top) for angle in (240.0, 300.0)]
    knot = rounded_box((0.022, 0.018, 0.014), 0.0065, 6).moved(translation(0, 0, top + 0.005))
    parts = (
        Part(mesh=merge([core, lid_line]), material=paper),
        Part(mesh=merge([*ribbons, *bow, *tails, knot]), material=silk),
    )
    colliders = (
        solids.box((wide[0], wide[1], tall), (0, 0, tall / 2)),
        solids.cylinder(0.045, tall, tall + 0.040),
    )
    return Prop(parts=parts, colliders=colliders, mass=0.6, friction=0.5, restitution=0.15)


def _ribbon(path: np.ndarray, wide: np.ndarray) -> Mesh:
    """A band of silk along a path in the XZ plane, `wide` [m] along Y, with a thickness of 0.5 mm."""
    along = np.gradient(path, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    rows = []
    for point, n, w in zip(path, normal, wide, strict=True):
        corner = [(a, b) for a, b in ((-1, -1), (0, -1.25), (1, -1), (1, 1), (0, 1.25), (-1, 1), (-1, -1))]
        rows.append(
            [[point[0] + n[0] * 0.00028 * b, w / 2 * a, point[1] + n[1] * 0.00028 * b] for a, b in corner]
        )
    mesh = wrapped(np.array(rows))
    return mesh if finish.volume(mesh) > 0 else wrapped(np.array(rows)[:, ::-1])


def _bow_loop(angle: float, z: float, rng: np.random.Generator) -> Mesh:
    """One loop of the bow, standing off the knot."""
    t = np.linspace(0, 2 * np.pi, 48)
    reach, rise = 0.060 * float(rng.uniform(0.92, 1.06)), 0.017
    x = reach * (1 - np.cos(t)) / 2
    lift = rise * np.sin(t) * np.sin(t / 2) ** 0.6 + 0.016 * (1 - np.cos(t)) / 2 + 0.004
    width = 0.010 + 0.014 * np.sin(t / 2) ** 2
    loop = _ribbon(np.stack([x, lift], axis=1), width)
    return loop.moved(translation(0, 0, z) @ rotation("z", angle))


def _tail(angle: float, z: float) -> Mesh:
    t = np.linspace(0, 1, 24)
    path = np.stack([0.068 * t, 0.004 + 0.008 * np.sin(np.pi * t) * (1 - 0.4 * t) - 0.0045 * t], axis=1)
    return _ribbon(path, 0.010 + 0.012 * t).moved(translation(0, 0, z) @ rotation("z", angle))


def picture(member: CastMember, rng: np.random.Generator) -> Prop:
    """A framed painting leaning on its easel strut: moulding, mat, a landscape in paint."""
    wide, tall, depth, rail = (
        0.30 * float(rng.uniform(0.95, 1.05)),
        0.38 * float(rng.uniform(0.95, 1.03)),
        0.018,
        0.030,
    )
    wood = finish.body(member, rng)
    moulding = _moulding(wide, tall, rail, depth)
    inner_w, inner_h = wide - 2 * rail, tall - 2 * rail
    mat = 0.028 if rng.random() < 0.6 else 0.002
    board = rounded_box((inner_w + 0.008, 0.004, inner_h + 0.008), 0.001).moved(
        translation(0, -depth * 0.30, tall / 2)
    )
    art = _painting(inner_w - 2 * mat, inner_h - 2 * mat, member.seed).moved(
        translation(0, -depth * 0.30 - 0.0024, tall / 2)
    )
    bevel = _moulding(inner_w - 2 * mat + 0.003, inner_h - 2 * mat + 0.003, 0.0022, 0.0016).moved(
        translation(0, -depth * 0.30 - 0.0022, mat + rail - 0.0015)
    )  # fmt: skip
    # Hinged high on the back, the strut's foot comes to the ground well behind the frame's.
    lean_deg, hinge = 9.0, 0.80 * tall
    reach = np.deg2rad(lean_deg)
    top = np.array([depth / 2 * np.cos(reach) + hinge * np.sin(reach), hinge * np.cos(reach)])
    foot = np.array([0.105, -depth / 2 * np.sin(reach)])
    span = float(np.hypot(*(foot - top)))
    splay = float(np.rad2deg(np.arctan2(foot[0] - top[0], top[1] - foot[1])))
    strut = rounded_box((0.05, 0.004, span), 0.0015).moved(
        translation(0, top[0], top[1]) @ rotation("x", splay) @ translation(0, 0.002, -span / 2)
    )
    lean = rotation("x", -lean_deg)
    gilt = finish.trim(member, "gold", member.accent)
    named = [(moulding, wood), (board, finish.trim(member, "paper", "#ece6d8")),
        (art, finish.trim(member, "canvas")),
             (bevel, gilt), (strut, finish.trim(member, "pine"))]  # fmt: skip
    meshes = [mesh if mesh is strut else mesh.moved(lean) for mesh, _ in named]
    points = np.concatenate([m.vertices for m in meshes])
    drop = translation(0, -float(points[:, 1].max() + points[:, 1].min()) / 2, -float(points[:, 2].min()))
    parts = tuple(Part(mesh=m.moved(drop), material=s) for m, (_, s) in zip(meshes, named, strict=True))
    colliders = (solids.hull_of(parts[0].mesh.vertices), solids.hull_of(parts[4].mesh.vertices))
    return Prop(parts=parts, colliders=colliders, mass=0.9, friction=0.6, restitution=0.2)


def _moulding(wide: float, tall: float, rail: float, depth: float) -> Mesh:
    """A mitred frame of a stepped section, standing in the XZ plane from z = 0, facing -Y."""
    section = np.array([(0.0, 0.5), (0.0, -0.28), (0.06, -0.42), (0.16, -0.5), (0.34, -0.47), (0.50, -0.28),
        (0.62, -0.16), (0.66, -0.24),
                        (0.80, -0.24), (0.86, -0.10), (1.0, -0.04), (1.0, 0.5), (0.0, 0.5)])  # fmt: skip
    corner = np.array([(-1.0, 0.0), (1.0, 0.0), (1.0, 1.0), (-1.0, 1.0)])
    bars = []
    for k in range(4):
        a, b = corner[k], corner[(k + 1) % 4]
        rows = []
        for x, y in section:
            inset = rail * x
            ends = [(c[0] * (wide / 2 - inset), inset + c[1] * (tall - 2 * inset)) for c in (a, b)]
            rows.append([[e[0], y * depth, e[1]] for e in ends])
        points = np.array(rows)
        for i in range(len(section) - 1):
            bars.append(patch(points[i : i + 2]))
    return merge(bars)


def _painting(wide: float, tall: float, seed: int) -> Mesh:
    """A landscape in oils: sky, far hills, water and a near bank, with the tooth of brush strokes."""
    columns, rows = 150, 180
    rng = np.random.default_rng([seed, 77])
    u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    palettes = [("#e9c48a", "#5f83a3", "#6b6f86", "#8fa3a8", "#4b5a2c"),
        ("#f0a56b", "#3f4f77", "#5a4a66", "#b98a76", "#2f2a24"),
                ("#dfe3dc", "#7fa0b8", "#6f8a86", "#a8bcbf", "#5c7a3a")]  # fmt: skip
    glow, zenith, hill, water, bank = (np.array(from_hex(c)) for c in palettes[int(rng.integers(3))])
    horizon = float(rng.uniform(0.36, 0.5))
    stroke = fbm2(u * 40, v * 12, octaves=3, seed=seed + 1)[..., None]
    cloud = smoothstep(0.0, 0.5, fbm2(u * 3 + 5, v * 7, octaves=4, seed=seed + 2))[..., None]
    up = np.clip((v - horizon) / (1 - horizon), 0, 1)[..., None]
    colour = glow + (zenith - glow) * up**0.7
    colour = colour + (np.array(from_hex("#f2ead8")) - colour) * 0.6 * cloud * up
    for layer in range(3):
        crest = horizon + (0.20 - 0.07 * layer) * (
            0.5 + 0.8 * fbm2(u * (2 + layer) + layer * 9, 0 * u, octaves=4, seed=seed + 7 + layer)
        )
        tint = hill * (0.55 + 0.2 * (2 - layer)) + glow * 0.10 * (2 - layer)
        colour = np.where((v < crest)[..., None], tint, colour)
    ripple = fbm2(u * 6, v * 60, octaves=3, seed=seed + 3)[..., None]
    colour = np.where((v < horizon)[..., None], water * 0.7 + glow * 0.3 + 0.10 * ripple, colour)
    shore = 0.16 + 0.10 * fbm2(u * 2.5, 0 * u, octaves=4, seed=seed + 4)
    grass = bank * (1 + 0.5 * fbm2(u * 50, v * 14, octaves=3, seed=seed + 5)[..., None])
    colour = np.where((v < shore)[..., None], grass, colour)
    colour = np.clip(colour * (1 + 0.14 * stroke), 0.01, 0.9)
    relief = 0.00035 * stroke[..., 0]
    points = np.stack([(u - 0.5) * wide, -relief, (v - 0.5) * tall], axis=2)
    return patch(points, colour)


STATIONERY: dict[str, Generator] = {"book": book, "gift": gift, "picture": picture}
