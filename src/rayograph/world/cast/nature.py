"""From field and wood: rock, log, mushroom, pumpkin, campfire."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.fitting import assemble, ball, hull, part, post, sized, surface, trim, vary
from rayograph.world.cast.shaping import box_uv, creased, curve, placed, rod, rounded, turned
from rayograph.world.scene import Collider, Part, Prop

Rng = np.random.Generator


def stone(rng: Rng, *, levels: int = 5, cuts: int = 14) -> Mesh:
    """A boulder of about unit radius: a ball planed by random fracture planes, weathered, then roughened."""
    mesh = shapes.icosphere(levels)
    points = mesh.vertices * rng.uniform(0.85, 1.15, 3)
    planes = rng.normal(size=(cuts, 3))
    planes /= np.linalg.norm(planes, axis=1, keepdims=True)
    for normal, depth in zip(planes, rng.uniform(0.62, 0.95, cuts), strict=True):
        over = points @ normal - depth
        soft = np.log1p(np.exp(np.clip(over / 0.03, -30, 30))) * 0.03
        points = points - soft[:, None] * normal * 0.94
    seed = int(rng.integers(1 << 16))
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    points = points + unit * (0.10 * noise.fbm3(points * 1.6, octaves=3, seed=seed))[:, None]
    grit = 0.028 * noise.fbm3(points * 7, octaves=4, seed=seed + 3)
    layer = 0.012 * np.sin(points[:, 2] * 26 + 3 * noise.noise3(points * 1.5, seed=seed + 9))
    return Mesh(vertices=points + unit * (grit + layer * (noise.noise3(points, seed=seed + 5) > 0.1))[:,
                                                None],
                faces=mesh.faces)  # fmt: skip


def rock(member: CastMember, rng: Rng) -> Prop:
    """A boulder that lies on its broad side."""
    mesh = rounded(stone(rng, levels=5))
    skin = surface(member, rng)
    size = (0.6 * vary(rng, 0.1), 0.5 * vary(rng, 0.1), 0.4 * vary(rng, 0.1))
    shape = sized([part(skin, mesh)], size)[0]
    points = shape.mesh.vertices.copy()
    points[:, 2] = np.maximum(points[:, 2], 0.05 * size[2]) - 0.05 * size[2]
    # Worn level at its top, where things can lie, and as high as before.
    top = points[:, 2].max()
    points[:, 2] = np.minimum(points[:, 2], 0.88 * top) / 0.88
    solid = box_uv(rounded(Mesh(vertices=points, faces=shape.mesh.faces)))
    return assemble([part(skin, solid)], [hull(points, limit=64)], mass=170.0, friction=0.8, restitution=0.15)


def flat_stone(member: CastMember, rng: Rng) -> Prop:
    """A stone that water has worn flat: a rounded disc, planed where it lies and where another lies on it."""
    skin = surface(member, rng)
    u = shapes.icosphere(5).vertices
    seed = int(rng.integers(1 << 16))
    wide, deep, tall = 0.30 * vary(rng, 0.12), 0.24 * vary(rng, 0.12), 0.085 * vary(rng, 0.1)
    # Between a ball and a box: a blunt rim, and faces flat enough to be stacked.
    squared = u * (1.0 / np.maximum(np.abs(u[:, 2:3]), 0.55)) ** 0.55
    outline = 1.0 + 0.13 * noise.fbm3(u * [1.2, 1.2, 0.4], octaves=2, seed=seed)
    points = squared * outline[:, None] * [wide / 2, deep / 2, 0.78 * tall]
    points[:, 2] = np.clip(points[:, 2], -0.5 * tall, 0.5 * tall) + 0.5 * tall
    points += 0.0016 * u * noise.fbm3(u * 9, octaves=3, seed=seed + 3)[:, None] * [1, 1, 0.3]
    scale = np.array([wide, deep]) / np.ptp(points[:, :2], axis=0)
    points[:, :2] *= scale
    solid = box_uv(rounded(Mesh(vertices=points, faces=shapes.icosphere(5).faces)))
    return assemble([part(skin, solid)], [hull(points, limit=48)], mass=9.0, friction=0.7, restitution=0.1)


def bark_log(
    rng: Rng, length: float, radius: float, *, segments: int = 56, knots: int = 3
) -> tuple[Mesh, Mesh]:
    """A felled trunk along X, centred at the origin: furrowed bark, and sawn ends coloured with rings."""
    x = np.linspace(-length / 2, length / 2, 70)
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    seed = int(rng.integers(1 << 16))
    bow = 0.03 * length * np.sin(x / length * np.pi + rng.uniform(0, 3))
    grid_x, grid_a = np.meshgrid(x, angle, indexing="ij")
    girth = radius * (0.92 + 0.06 * np.sin(grid_x * 2.4 + rng.uniform(0, 6)))
    ring = np.stack([np.cos(grid_a), np.sin(grid_a), grid_x], -1).reshape(-1, 3)
    furrow = noise.fbm3(ring * [5, 5, 1.6 * 0.3 / radius], octaves=4, seed=seed).reshape(grid_x.shape)
    girth = girth * (1 + 0.10 * furrow - 0.05 * np.abs(furrow) ** 0.5)
    for _ in range(knots):
        kx, ka = rng.uniform(-0.4, 0.4) * length, rng.uniform(0, 2 * np.pi)
        turn = np.angle(np.exp(1j * (grid_a - ka)))
        girth = girth + radius * 0.22 * np.exp(
            -((grid_x - kx) ** 2 + (turn * radius) ** 2) / (0.22 * radius) ** 2 / 2
        )
    points = np.stack([grid_x, np.cos(grid_a) * girth, np.sin(grid_a) * girth + bow[:, None]], -1)
    uv = np.stack([grid_x, grid_a * radius], -1).reshape(-1, 2)
    side = Mesh(vertices=points.reshape(-1, 3), faces=shapes.grid_faces(segments + 1, 70), uv=uv)
    bark = creased(_outwards(side), 60)
    ends = [_sawn_end(points[0], seed, False), _sawn_end(points[-1], seed, True)]
    return bark, Mesh(vertices=np.concatenate([m.vertices for m in ends]),
                      faces=np.concatenate([ends[0].faces, ends[1].faces + len(ends[0].vertices)]),
                      normals=np.concatenate([_n(m) for m in ends]),
                      uv=np.concatenate([m.vertices[:, 1:] for m in ends]),
                      colour=np.concatenate([_c(m) for m in ends]))  # fmt: skip


def _n(mesh: Mesh) -> np.ndarray:
    assert mesh.normals is not None
    return mesh.normals


def _c(mesh: Mesh) -> np.ndarray:
    assert mesh.colour is not None
    return mesh.colour


def _outwards(mesh: Mesh) -> Mesh:
    corner = mesh.vertices[mesh.faces]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    outward = np.einsum("ij,ij->", normal, (corner.mean(1) - mesh.vertices.mean(0)) * [0, 1, 1])
    return mesh if outward > 0 else Mesh(vertices=mesh.vertices, faces=mesh.faces[:, ::-1], uv=mesh.uv)


def _sawn_end(rim: np.ndarray, seed: int, front: bool) -> Mesh:
    """Annual rings, paler sapwood and a drying crack, as vertex colours."""
    shells = np.linspace(0, 1, 40)
    centre = rim[:-1].mean(0)
    points = centre + shells[:, None, None] * (rim - centre)[None]
    flat = points.reshape(-1, 3)
    depth = np.repeat(shells, len(rim))
    local = (flat - centre)[:, 1:]
    wobble = noise.noise2(local[:, 0] * 14, local[:, 1] * 14, seed=seed) * 0.03
    ring = 0.5 + 0.5 * np.sin((depth + wobble) * 70)
    wood = np.asarray(from_hex("#c69a63")) * (0.74 + 0.30 * ring + 0.14 * (depth > 0.72))[:, None]
    turn = np.arctan2(local[:, 1], local[:, 0])
    split = np.exp(-(((turn - 1.1 + 0.5 * wobble * 8) / (0.05 + 0.03 * depth)) ** 2)) * (depth > 0.08)
    colour = wood * (1 - 0.8 * split)[:, None]
    colour[depth > 0.955] = from_hex("#4c3826")
    sign = 1.0 if front else -1.0
    faces = shapes.grid_faces(len(rim), 40)
    corner = flat[faces]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    if float(normal[:, 0].sum()) * sign < 0:
        faces = faces[:, ::-1]
    return Mesh(
        vertices=flat, faces=faces, normals=np.tile([sign, 0, 0], (len(flat), 1)), uv=local, colour=colour
    )


def log(member: CastMember, rng: Rng) -> Prop:
    """A fallen trunk with sawn ends and a stub of a branch, mossy on its back when weathered."""
    radius, length = 0.145 * vary(rng, 0.04), 1.58 * vary(rng, 0.05)
    bark, ends = bark_log(rng, length, radius)
    skin = surface(member, rng)
    stub_at = np.array([0.25 * length, -0.08, 0.09])
    stub = rod(curve([stub_at, stub_at + [0.02, -0.05, 0.04], stub_at + [0.035, -0.075, 0.055]], 8),
               np.linspace(0.04, 0.026, 8), 14)  # fmt: skip
    plaster = trim(member, "plaster")
    parts = [part(skin, bark, stub), part(plaster, ends)]
    walls = [post((0, 0, 0), radius * 0.96, length, ("y", 90)), hull(stub.vertices)]
    return assemble(parts, walls, mass=62.0, friction=0.7, restitution=0.1)


def mushroom(member: CastMember, rng: Rng) -> Prop:
    """A toadstool: bulbous stem with a skirt, gilled cap, warts on red ones."""
    red = member.colour or ("#a32a1d" if rng.random() < 0.6 else "#b98a5a")
    radius, tall = 0.039 * vary(rng, 0.05), 0.088 * vary(rng, 0.05)
    eave = tall - 0.034
    stem = turned([(0, 0), (0.011, 0.0), (0.0145, 0.006), (0.013, 0.013), (0.009, 0.022), (0.0075, 0.04),
                   (0.0078, eave + 0.008), (0, eave + 0.01)], 40, crease_deg=70)  # fmt: skip
    t = np.linspace(0, 1, 16)
    dome = np.stack(
        [
            radius * np.cos(t * np.pi / 2) ** 0.75,
            eave + 0.005 + (tall - eave - 0.005) * np.sin(t * np.pi / 2),
        ],
        1,
    )
    cap = turned(
        [(radius * 0.95, eave), (radius * 0.995, eave + 0.0015), *dome.tolist()[:-1], (0.0, tall)],
        72,
        crease_deg=70,
    )
    gill_angle = np.linspace(0, 2 * np.pi, 72 * 4 + 1)
    rows = [np.stack([np.cos(gill_angle) * r, np.sin(gill_angle) * r,
                      np.full(len(gill_angle), z) + 0.0016 * np.cos(gill_angle * 72) * (r > 0.009)], 1)
            for r, z in ((0.0078, eave + 0.006), (radius * 0.5, eave + 0.0045),
                         (radius * 0.955, eave + 0.0002))]  # fmt: skip
    gills = creased(Mesh(vertices=np.concatenate(rows), faces=shapes.grid_faces(len(gill_angle), 3)), 30)
    skirt = placed(
        turned([(0.0074, -0.001), (0.0125, -0.0092), (0.013, -0.009), (0.0076, 0.0), (0.0074, -0.001)], 40),
        at=(0, 0, eave - 0.004),
    )
    pale = trim(member, "plaster", "#eadfc8")
    pieces = [stem, _upright(gills, -1), skirt]
    if _is_red(red) or member.accent:
        for _ in range(26):
            a, lift = rng.uniform(0, 2 * np.pi), rng.uniform(0.12, 1.0)
            r, z = np.interp(lift, t, dome[:, 0]), np.interp(lift, t, dome[:, 1])
            wart = stone(rng, levels=2, cuts=4)
            size = rng.uniform(0.0014, 0.0034)
            flat = Mesh(vertices=wart.vertices * [size, size, size * 0.5], faces=wart.faces)
            pieces.append(
                placed(
                    creased(flat, 60),
                    at=(np.cos(a) * r, np.sin(a) * r, z),
                    turns=[("y", 50 * (1 - lift)), ("z", np.rad2deg(a))],
                )
            )
    lean = [("x", float(rng.normal(0, 3))), ("y", float(rng.normal(0, 3)))]
    skin = surface(member.model_copy(update={"colour": red}), rng)
    parts = [part(skin, placed(cap, turns=lean)), part(pale, *(placed(m, turns=lean) for m in pieces))]
    walls: list[Collider] = [post((0, 0, eave / 2), 0.0125, eave), hull(np.concatenate([cap.vertices]))]
    return assemble(parts, walls, mass=0.03, friction=0.7, restitution=0.1)


def _is_red(code: str) -> bool:
    red, green, blue = from_hex(code)
    return red > 3.0 * max(green, blue)


def _upright(mesh: Mesh, sign: int) -> Mesh:
    assert mesh.normals is not None
    if float(mesh.normals[:, 2].mean()) * sign < 0:
        return Mesh(vertices=mesh.vertices, faces=mesh.faces[:, ::-1], normals=-mesh.normals, uv=mesh.uv)
    return mesh


def pumpkin(member: CastMember, rng: Rng) -> Prop:
    """A ribbed pumpkin with a woody, twisted stalk."""
    ribs = int(rng.integers(9, 13))
    u, v = np.linspace(0, 2 * np.pi, ribs * 14 + 1), np.linspace(0, np.pi, 56)
    grid_v, grid_u = np.meshgrid(v, u, indexing="ij")
    offset = rng.uniform(-0.08, 0.08, ribs)
    lobe = np.abs(np.sin(grid_u * ribs / 2)) ** 0.55
    which = (grid_u / (2 * np.pi) * ribs).astype(int) % ribs
    radius = 0.14 * (0.86 + 0.14 * lobe) * (1 + offset[which] * lobe * 0.4)
    ring = np.sin(grid_v) ** 0.86
    dimple = 0.34 * np.exp(-((grid_v / 0.42) ** 2)) + 0.22 * np.exp(-(((np.pi - grid_v) / 0.45) ** 2))
    z = 0.105 * np.cos(grid_v) * (1 - dimple) * (0.93 + 0.07 * lobe)
    points = np.stack([np.cos(grid_u) * ring * radius, np.sin(grid_u) * ring * radius, z], -1).reshape(-1, 3)
    dark = (0.68 + 0.32 * lobe).reshape(-1, 1)
    speck = noise.fbm3(points * 45, octaves=3, seed=int(rng.integers(1 << 16)))[:, None]
    base, pale = np.asarray(from_hex(member.colour or "#c9681b")), np.asarray(from_hex("#d99a3c"))
    tone = (base * (1 - 0.35 * np.clip(speck + 0.1, 0, 1)) + pale * 0.35 * np.clip(speck + 0.1, 0, 1)) * dark
    tinted_skin = creased(
        Mesh(vertices=points, faces=shapes.grid_faces(len(u), len(v))[:, ::-1], colour=tone), 50
    )
    top = float(points[0, 2])
    stalk_path = curve(
        [
            (0, 0, top - 0.012),
            (0.003, 0, top + 0.02),
            (0.014, 0.004, top + 0.045),
            (0.032, 0.006, top + 0.055),
        ],
        18,
    )
    stalk = rod(
        stalk_path, np.interp(np.linspace(0, 1, 18), [0, 0.15, 0.8, 1], [0.026, 0.014, 0.010, 0.014]), 24
    )
    parts = [part(surface(member, rng), tinted_skin), part(trim(member, "bark", "#6b6a3c"), stalk)]
    stem = hull(stalk.vertices[stalk.vertices[:, 2] > top - 0.02])
    return assemble(parts, [hull(points, limit=64), stem], mass=4.5, friction=0.6, restitution=0.15)


def campfire(member: CastMember, rng: Rng) -> Prop:
    """A ring of stones, charred logs leaning together, embers and tongues of flame that give the light."""
    stones, logs, ends, embers = [], [], [], []
    count = 13
    for k in range(count):
        a = 2 * np.pi * k / count + rng.normal(0, 0.05)
        size = rng.uniform(0.075, 0.105, 3) * [1, 1.15, 0.8]
        rough = stone(rng, levels=3, cuts=8)
        shape = rounded(Mesh(vertices=rough.vertices * size, faces=rough.faces))
        stones.append(
            placed(
                shape,
                at=(np.cos(a) * 0.40, np.sin(a) * 0.40, size[2] * 0.62),
                turns=[("z", float(rng.uniform(0, 360)))],
            )
        )
    for k in range(7):
        yaw, lean = 360 * k / 7 + float(rng.normal(0, 8)), float(rng.uniform(28, 44)) if k < 5 else 4.0
        long = float(rng.uniform(0.46, 0.58))
        bark, cut = bark_log(rng, long, float(rng.uniform(0.032, 0.045)), segments=24, knots=1)
        at = np.array(
            [0.5 * long * np.cos(np.deg2rad(lean)) * 0.8, 0, 0.5 * long * np.sin(np.deg2rad(lean)) + 0.035]
        )
        turn = [("y", lean), ("z", yaw)]
        spot = placed(Mesh(vertices=at[None], faces=np.zeros((0, 3), int)), turns=[("z", yaw)]).vertices[0]
        logs.append(placed(bark, at=spot, turns=turn))
        ends.append(placed(cut, at=spot, turns=turn))
    for _ in range(70):
        embers.append(_ember(rng))
    glowing, cold = embers[:24], embers[24:]
    flames = [_flame(rng, k) for k in range(9)]
    ash = creased(Mesh(vertices=_ash(rng), faces=shapes.grid_faces(30, 14)[:, ::-1]), 60)
    glow = trim(member, "wax", "#ff8a2a")
    parts: list[Part] = [part(trim(member, "granite"), *stones), part(surface(member, rng), *logs, *cold),
                         part(trim(member, "plaster", "#77716a"), ash),
                         part(trim(member, "charred_wood"), *ends),
                         part(glow, *glowing, *flames, light="self")]  # fmt: skip
    walls = [hull(np.concatenate([m.vertices for m in logs])[::7])]
    walls += [ball(tuple(m.vertices.mean(0)), 0.075) for m in stones]
    return assemble(parts, walls, mass=45.0, friction=0.9, restitution=0.05)


def _ember(rng: Rng) -> Mesh:
    """A lump of coal, higher towards the middle of the heap."""
    angle, share, size = rng.uniform(0, 2 * np.pi), np.sqrt(rng.random()), rng.uniform(0.009, 0.024)
    coal = stone(rng, levels=1, cuts=6)
    at = [np.cos(angle) * share * 0.2, np.sin(angle) * share * 0.2, 0.012 + 0.05 * (1 - share) * rng.random()]
    return creased(Mesh(vertices=coal.vertices * size + at, faces=coal.faces), 40)


def _ash(rng: Rng) -> np.ndarray:
    a, r = np.meshgrid(np.linspace(0, 2 * np.pi, 30), np.linspace(0.001, 0.40, 14))
    z = 0.03 * (1 - r / 0.40) + 0.006 * noise.noise2(
        r * np.cos(a) * 20, r * np.sin(a) * 20, seed=int(rng.integers(1 << 16))
    )
    return np.stack([np.cos(a) * r, np.sin(a) * r, np.maximum(z, 0.0)], -1).reshape(-1, 3)


def _flame(rng: Rng, index: int) -> Mesh:
    """One tongue: a closed, twisted teardrop that licks upwards."""
    tall = float(rng.uniform(0.2, 0.34)) if index else 0.42
    girth = tall * 0.16
    t = np.linspace(0, 1, 26)
    radius = girth * (np.sin(np.pi * t**0.62) ** 0.9) * (1 - 0.35 * t) + 0.0006
    phase, sway = rng.uniform(0, 6, 2), 0.05 * tall / 0.3
    a, r = rng.uniform(0, 2 * np.pi), (0.11 * np.sqrt(rng.random()) if index else 0.0)
    path = np.stack([np.cos(a) * r * (1 - 0.5 * t) + sway * t * np.sin(5 * t + phase[0]),
                     np.sin(a) * r * (1 - 0.5 * t) + sway * t * np.sin(5 * t + phase[1]), 0.05 + tall * t],
                     1)  # fmt: skip
    return rod(path, radius, 18)
