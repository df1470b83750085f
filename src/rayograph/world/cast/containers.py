"""Things that hold things: crate, barrel, bucket, basket, suitcase, trash can."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary, wall
from rayograph.world.cast.shaping import (
    beam,
    creased,
    curve,
    hoop,
    outline_path,
    placed,
    rod,
    slab,
    turned,
)
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator


def crate(member: CastMember, rng: Rng) -> Prop:
    """An open slatted crate: boards with gaps, corner posts, nails; hollow."""
    wood = surface(member, rng)
    w, d, h = 0.5 * vary(rng, 0.06), 0.4 * vary(rng, 0.06), 0.32 * vary(rng, 0.06)
    t = 0.014
    rows = int(rng.integers(3, 5))
    pitch = h / rows
    boards: list[Mesh] = []
    nails: list[Mesh] = []
    for i in range(rows):
        z, tall = (i + 0.5) * pitch, pitch * float(rng.uniform(0.84, 0.93))
        for s in (-1, 1):
            skew = rng.uniform(-0.002, 0.002, 2)
            y, x = s * (d / 2 - t / 2), s * (w / 2 - t * 1.5)
            boards.append(
                beam((-w / 2, y, z + skew[0]), (w / 2, y, z + skew[1]), t, tall, radius=0.002, rng=rng)
            )
            boards.append(beam((x, -d / 2 + t, z), (x, d / 2 - t, z), t, tall, radius=0.002, rng=rng))
            nails += [_nail((e * (w / 2 - 0.025), s * d / 2, z + dz), s)
                      for e in (-1, 1) for dz in (-tall * 0.25, tall * 0.25)]  # fmt: skip
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * (w / 2 - t * 2 - 0.014), sy * (d / 2 - t - 0.014)
            boards.append(beam((x, y, 0.004), (x, y, h - 0.004), 0.028, 0.028, up=(0, 1, 0), rng=rng))
    floor = 5
    for i in range(floor):
        y = (i + 0.5) * (d - 2 * t) / floor - d / 2 + t
        boards.append(beam((-w / 2 + t * 2, y, 0.012), (w / 2 - t * 2, y, 0.012), (d - 2 * t) / floor - 0.006,
                           0.012, radius=0.002, rng=rng))  # fmt: skip
    walls = [box((0, 0, 0.009), (w, d, 0.018))]
    for s in (-1, 1):
        walls += [
            box((0, s * (d / 2 - t / 2), h / 2), (w, t, h)),
            box((s * (w / 2 - t), 0, h / 2), (2 * t, d, h)),
        ]
    iron = trim(member, "rusty_metal")
    return assemble(
        [part(wood, *boards), part(iron, *nails)], walls, mass=4.2, friction=0.55, restitution=0.25
    )


def _nail(at: tuple[float, float, float], side: int) -> Mesh:
    head = turned([(0, -0.002), (0.004, -0.002), (0.004, 0.0006), (0.0025, 0.0012), (0, 0.0012)], 10)
    return placed(head, at=at, turns=[("x", -90.0 * side)])


def barrel(member: CastMember, rng: Rng) -> Prop:
    """A cask of bellied staves with iron hoops, or (in metal) an oil drum with rolling rings."""
    skin = surface(member, rng)
    radius, height = 0.29 * vary(rng, 0.03), 0.88 * vary(rng, 0.05)
    walls = [post((0, 0, height / 2), radius * 0.97, height)]
    if any(word in skin.name for word in ("metal", "steel", "iron", "paint", "plastic", "chrome")):
        return assemble([part(skin, _drum(radius, height))], walls, mass=19.0, friction=0.4, restitution=0.25)
    staves, hoops, grain = 18, [], []
    for i in range(staves):
        grain.append(_stave(2 * np.pi * i / staves, 2 * np.pi / staves, radius, height, rng))
    for s in (0.035, 0.16, 0.33, 0.67, 0.84, 0.965):
        r = _belly(s, radius) + 0.002
        slope = (_belly(min(s + 0.03, 1), radius) - _belly(max(s - 0.03, 0), radius)) / (0.06 * height)
        tall = 0.02
        hoops.append(turned([(r - slope * tall, s * height - tall),
                             (r + 0.003 - slope * tall, s * height - tall + 0.002),
                             (r + 0.003 + slope * tall, s * height + tall - 0.002),
                             (r + slope * tall, s * height + tall)],
                            72))  # fmt: skip
    for z in (0.03, height - 0.03):
        r, boards = _belly(0.02, radius) - 0.02, 6
        for i in range(boards):
            y = ((i + 0.5) / boards * 2 - 1) * r
            half = np.sqrt(max(r * r - (abs(y) + r / boards * 0.6) ** 2, (0.25 * r) ** 2)) + 0.012
            grain.append(
                beam((-half, y, z), (half, y, z), 2 * r / boards - 0.0015, 0.018, radius=0.002, rng=rng)
            )
    bung = placed(turned([(0, 0), (0.028, 0), (0.024, 0.014), (0, 0.014)], 20),
                  at=(0, -radius - 0.001, height / 2),
                  turns=[("x", 90)])  # fmt: skip
    iron = trim(member, "rusty_metal" if member.wear > 0.4 else "black_iron", member.accent)
    return assemble(
        [part(skin, *grain, bung), part(iron, *hoops)], walls, mass=42.0, friction=0.45, restitution=0.2
    )


def _belly(s: float | np.ndarray, radius: float) -> float:
    return radius * (0.8 + 0.2 * (1 - (2 * np.asarray(s) - 1) ** 2))  # type: ignore[return-value]


def _stave(angle: float, span: float, radius: float, height: float, rng: Rng) -> Mesh:
    """One stave as a slab bent along the belly, with a slight gap to its neighbour."""
    rows = np.linspace(0, 1, 15)
    lift = float(rng.uniform(-0.0015, 0.0015))
    across = np.linspace(-0.5, 0.5, 6) * span * 0.985
    ease = np.array([0.003, 0.0006, 0, 0, 0.0006, 0.003])
    points = [[(np.cos(angle + a) * (_belly(s, radius) + lift - e),
                np.sin(angle + a) * (_belly(s, radius) + lift - e),
                s * height) for s in rows] for a, e in zip(across, ease, strict=True)]  # fmt: skip
    mesh = slab(np.array(points)[::-1], 0.022)
    if float(np.einsum("ij,ij->", mesh.vertices - mesh.vertices.mean(0), mesh.normals)) < 0:  # type: ignore[arg-type]
        mesh = slab(np.array(points), 0.022)
    uv = None if mesh.uv is None else mesh.uv + rng.uniform(0, 5, 2)
    return Mesh(vertices=mesh.vertices, faces=mesh.faces, normals=mesh.normals, uv=uv)


def _drum(radius: float, height: float) -> Mesh:
    def ring(z: float) -> list[tuple[float, float]]:
        return [
            (radius - 0.008, z - 0.02),
            (radius, z - 0.008),
            (radius, z + 0.008),
            (radius - 0.008, z + 0.02),
        ]

    r = radius - 0.008
    profile = [(0, 0.012), (r - 0.01, 0.012), (r - 0.006, 0.0), (radius - 0.002, 0.0),
               (radius - 0.001, 0.014),
               (r, 0.022), *ring(height / 3), *ring(2 * height / 3), (r, height - 0.022),
               (radius - 0.001, height - 0.014), (radius - 0.002, height), (r - 0.006, height),
               (r - 0.01, height - 0.014), (0, height - 0.014)]  # fmt: skip
    return turned(profile, 72, crease_deg=50)


def bucket(member: CastMember, rng: Rng) -> Prop:
    """A pail: flared wall with a rolled rim, beaded bands, foot ring, bail with a wooden grip; hollow."""
    skin = surface(member, rng)
    top, low, height = 0.145 * vary(rng, 0.04), 0.1, 0.27 * vary(rng, 0.03)
    t = 0.0018

    def r(z: float) -> float:
        return low + (top - low) * z / height

    bead = [(r(z) + b, z) for c in (0.32, 0.68) for z, b in
            ((c * height - 0.006, 0.0), (c * height, 0.004), (c * height + 0.006, 0.0))]  # fmt: skip
    shell = turned([(0, 0.012), (low - 0.004, 0.012), (low - 0.002, 0), (low + 0.001, 0), *bead,
                    (r(height), height - 0.006),
                    (top + 0.004, height - 0.004), (top + 0.005, height), (top + 0.002, height + 0.003),
                    (top - t, height + 0.001), (r(height) - t, height - 0.006), (low - t, 0.014),
                    (0, 0.014)], 64,
                   crease_deg=60)  # fmt: skip
    sway = float(rng.choice([-1, 1])) * float(rng.uniform(68, 80))
    angle = np.linspace(0, np.pi, 33)
    arc = np.stack([np.cos(angle) * (top + 0.006), np.zeros(33), np.sin(angle) * (top + 0.004)], 1)
    bail = placed(rod(arc, 0.0028, 8), at=(0, 0, height - 0.02), turns=[("x", sway)])
    grip = placed(rod(np.linspace(arc[13], arc[19], 8) + [0, 0, 0.002], 0.009, 14), at=(0, 0, height - 0.02),
                  turns=[("x", sway)])  # fmt: skip
    ears = [placed(turned([(0, -0.003), (0.012, -0.003), (0.012, 0.002), (0.006, 0.005), (0, 0.005)], 20),
                   at=(s * (top - 0.002), 0, height - 0.022), turns=[("y", 90.0 * s)])
                   for s in (-1, 1)]  # fmt: skip
    walls = [post((0, 0, 0.008), low, 0.016), *wall((low, 0), (top, height), 0.006)]
    parts = [part(skin, shell, bail, *ears), part(trim(member, "oak"), grip)]
    return assemble(parts, walls, mass=1.1, friction=0.4, restitution=0.35)


def basket(member: CastMember, rng: Rng) -> Prop:
    """A woven basket: upright stakes, weavers going over and under, braided rim, two handles; hollow."""
    cane = surface(member, rng)
    w, d, h = 0.325 * vary(rng, 0.04), 0.245 * vary(rng, 0.04), 0.155
    stakes, rows = 30, 17
    angle = np.linspace(0, 2 * np.pi, stakes * 6 + 1)

    def around(a: np.ndarray, z: float, out: np.ndarray | float = 0.0) -> np.ndarray:
        flare = 0.86 + 0.14 * (z / h)
        c, s = np.cos(a), np.sin(a)
        grow = 1 / (np.abs(c) ** 3.2 + np.abs(s) ** 3.2) ** (1 / 3.2)
        rx, ry = (w / 2 - 0.01) * flare + out, (d / 2 - 0.01) * flare + out
        return np.stack([c * grow * rx, s * grow * ry, np.full(len(a), z)], 1)

    canes: list[Mesh] = []
    for i in range(rows):
        z = 0.006 + i * (h - 0.012) / (rows - 1)
        weave = np.cos(angle * stakes / 2 + np.pi * (i % 2)) * 0.0038
        line = around(angle, z, weave) + [0, 0, float(rng.uniform(-0.0004, 0.0004))]
        canes.append(rod(line, 0.0046, 7))
    for i in range(stakes):
        a = np.full(2, 2 * np.pi * i / stakes)
        canes.append(rod(np.concatenate([around(a[:1], 0.002), around(a[:1], h * 0.5),
                                         around(a[:1], h + 0.002)]),
                         0.0034, 6))  # fmt: skip
    for k in range(3):
        twist = angle * 16 + 2 * np.pi * k / 3
        line = around(angle, h + 0.003, 0.0055 * np.cos(twist))
        line[:, 2] += 0.0055 * np.sin(twist)
        canes.append(rod(line, 0.0052, 7))
    for i in np.linspace(-0.8, 0.8, 17):
        half = w / 2 * 0.82 * (1 - abs(i) ** 3.2) ** (1 / 3.2)
        canes.append(rod([(-half, i * d / 2 * 0.85, 0.006), (half, i * d / 2 * 0.85, 0.006)], 0.0065, 6))
    for s in (-1, 1):
        loop = curve([(s * w * 0.47, -0.05, h), (s * w * 0.475, -0.035, h + 0.027),
                      (s * w * 0.475, 0.035, h + 0.027),
                      (s * w * 0.47, 0.05, h)], 16)  # fmt: skip
        canes += [rod(loop, 0.005, 8), rod(loop * [0.985, 1.1, 1.0], 0.004, 8)]
    walls: list[Collider] = [box((0, 0, 0.007), (w * 0.84, d * 0.84, 0.014))]
    lean = np.rad2deg(np.arctan(0.07 * w / h))
    for s in (-1, 1):
        walls += [box((s * (w * 0.465 - 0.008), 0, h / 2), (0.014, d * 0.86, h), ("y", s * lean)),
                  box((0, s * (d * 0.465 - 0.008), h / 2), (w * 0.86, 0.014, h),
                      ("x", -s * lean * d / w))]  # fmt: skip
    walls += [box((s * w * 0.473, 0, h + 0.013), (0.012, 0.08, 0.034)) for s in (-1, 1)]
    return assemble([part(cane, *canes)], walls, mass=0.65, friction=0.65, restitution=0.15)


def suitcase(member: CastMember, rng: Rng) -> Prop:
    """A leather suitcase standing on its edge: piping, corner guards, straps, locks, handle."""
    hide = surface(member, rng)
    brass = trim(member, "brass")
    dark = trim(member, "leather", member.accent or "#3a2114")
    w, d, h = 0.6 * vary(rng, 0.04), 0.21 * vary(rng, 0.05), 0.39 * vary(rng, 0.03)
    lift = 0.008
    body = placed(shapes.rounded_box((w, d, h), 0.022, 6), at=(0, 0, h / 2 + lift))
    seams = [placed(rod(outline_path(w + 0.002, h + 0.002, 0.022), 0.0035, 8), at=(0, y, h / 2 + lift),
                    turns=[("x", 90)])
             for y in (-d / 2 + 0.02, -0.012, 0.006, d / 2 - 0.02)]  # fmt: skip
    straps = [
        placed(_band(d + 0.007, h + 0.007, 0.034), at=(x, 0, h / 2 + lift)) for x in (-w * 0.27, w * 0.27)
    ]
    corners = []
    for sx in (-1, 1):
        for sz in (-1, 1):
            for sy in (-1, 1):
                guard = shapes.rounded_box((0.055, 0.03, 0.055), 0.014, 5)
                corners.append(
                    placed(
                        guard,
                        at=(
                            sx * (w / 2 - 0.0255),
                            sy * (d / 2 - 0.0125),
                            h / 2 + lift + sz * (h / 2 - 0.0255),
                        ),
                    )
                )
    grip = curve([(-0.075, 0, h), (-0.07, 0, h + 0.03), (-0.03, 0, h + 0.04), (0.03, 0, h + 0.04),
                  (0.07, 0, h + 0.03),
                  (0.075, 0, h)], 24)  # fmt: skip
    thick = 0.006 + 0.004 * np.exp(-((grip[:, 0] / 0.045) ** 2))
    metal = []
    for x in (-w * 0.27, w * 0.27):
        metal.append(
            beam(
                (x, -d / 2 - 0.006, h * 0.8), (x, -d / 2 - 0.006, h * 0.8 + 0.045), 0.042, 0.003, up=(0, 1, 0)
            )
        )
        metal.append(
            placed(shapes.rounded_box((0.03, 0.03, 0.008), 0.002, 2), at=(x * 0.62, -0.003, h + lift + 0.003))
        )
    metal += [
        placed(hoop(0.012, 0.0025, segments=24), at=(s * 0.075, 0, h + lift), turns=[("y", 90)])
        for s in (-1, 1)
    ]
    feet = [placed(turned([(0, 0), (0.01, 0), (0.012, lift + 0.003), (0, lift + 0.003)], 16),
                   at=(sx * w * 0.4, sy * d * 0.32, 0))
            for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    parts = [part(hide, body), part(dark, *seams, *straps, *corners, rod(grip + [0, 0, lift], thick, 12)),
             part(brass, *metal, *feet)]  # fmt: skip
    return assemble(
        parts,
        [box((0, 0, (h + lift) / 2), (w, d, h + lift)), box((0, 0, h + lift + 0.025), (0.14, 0.02, 0.05))],
        mass=6.0,
        friction=0.55,
        restitution=0.15,
    )


def _band(depth: float, height: float, width: float) -> Mesh:
    """A strap around a case, in the YZ plane."""
    flat = outline_path(depth, height, 0.026)
    rings = np.stack([np.stack([np.full(len(flat), x), flat[:, 0] * s, flat[:, 1] * s], 1)
                      for x, s in ((-width / 2, 0.985), (-width / 2, 1.0), (width / 2, 1.0),
                                   (width / 2, 0.985))], 0)  # fmt: skip
    faces = shapes.grid_faces(len(flat), 4)
    return creased(
        Mesh(vertices=rings.reshape(-1, 3), faces=faces[:, ::-1] if _inward(rings, faces) else faces)
    )


def _inward(rings: np.ndarray, faces: np.ndarray) -> bool:
    corner = rings.reshape(-1, 3)[faces]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    return float(np.einsum("ij,ij->", normal, corner.mean(1) * [0, 1, 1])) < 0


def trash_can(member: CastMember, rng: Rng) -> Prop:
    """A street bin: vertical bars round a liner on a base ring, with a raised, domed or open lid; hollow."""
    metal = surface(member, rng)
    liner = trim(member, "plastic", "#1c1d1e")
    radius, height = 0.235 * vary(rng, 0.03), 0.86
    bars = []
    count = 26
    for i in range(count):
        a = 2 * np.pi * i / count
        c, s = np.cos(a), np.sin(a)
        line = curve(
            [
                (radius * 0.9, 0, 0.03),
                (radius * 0.97, 0, 0.3),
                (radius, 0, 0.6),
                (radius * 1.05, 0, height * 0.92),
            ],
            10,
        )
        turn = np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]])
        path = line @ turn
        bars += [beam(a0, b0, 0.006, 0.03, radius=0.0025, up=np.cross([-c, -s, 0.0], [0, 0, 1]))
                 for a0, b0 in zip(path[:-1:3], path[3::3], strict=True)]  # fmt: skip
    for z, r in ((0.04, radius * 0.91), (height * 0.5, radius * 1.0), (height * 0.9, radius * 1.05)):
        bars.append(placed(hoop(r, 0.006, tall=0.018, segments=64), at=(0, 0, z)))
    rim = hoop(radius * 1.02, 0.028, tall=0.022, segments=64)
    bars += [
        placed(rim, at=(0, 0, height * 0.96)),
        placed(turned([(0, 0), (radius * 0.92, 0), (radius * 0.92, 0.03), (0, 0.03)], 48), at=(0, 0, 0)),
    ]
    inner = radius * 0.86
    shell = turned([(0, 0.05), (inner, 0.05), (inner * 1.1, height * 0.97),
                    (inner * 1.1 - 0.006, height * 0.97),
                    (inner - 0.006, 0.056), (0, 0.056)], 56)  # fmt: skip
    walls = [
        post((0, 0, 0.028), radius * 0.92, 0.056),
        *wall((radius * 0.95, 0), (radius * 1.05, height * 0.985), 0.03),
    ]
    return assemble([part(metal, *bars), part(liner, shell)], walls, mass=24.0, friction=0.5, restitution=0.2)
