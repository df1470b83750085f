"""A skull and a portrait bust, modelled as blended volumes."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.profile import rounded, turned
from rayograph.world.cast.surface import Field, capsule, carve, ellipsoid, join, meshed, mirrored
from rayograph.world.noise import fbm3, smoothstep
from rayograph.world.scene import Material, Part, Prop
from rayograph.world.shapes import translation


def _skull_field(wide: float) -> Field:
    """Centre of the head over the origin, face to -Y, chin at z = 0 [m]."""

    def field(p: np.ndarray) -> np.ndarray:
        m = mirrored(p)
        d = ellipsoid(p, (0, 0.022, 0.107), (0.070 * wide, 0.078, 0.062))
        d = join(d, ellipsoid(p, (0, -0.034, 0.108), (0.054 * wide, 0.046, 0.046)), 0.025)
        d = join(d, capsule(m, (0.0, -0.0745, 0.096), (0.042, -0.060, 0.0955), 0.0085, 0.0075), 0.012)  # brow
        d = join(
            d, capsule(m, (0.030, -0.070, 0.066), (0.061 * wide, -0.040, 0.072), 0.0090, 0.0070), 0.012
        )  # cheek
        d = join(
            d, capsule(m, (0.061 * wide, -0.040, 0.072), (0.065 * wide, 0.005, 0.079), 0.0055, 0.0055), 0.006
        )  # arch
        d = join(d, ellipsoid(p, (0, -0.062, 0.052), (0.031, 0.030, 0.024)), 0.014)  # upper jaw
        d = join(d, capsule(p, (0, -0.080, 0.094), (0, -0.089, 0.080), 0.0055, 0.0040), 0.008)  # nose bridge
        d = carve(d, ellipsoid(m, (0.029, -0.078, 0.083), (0.0185, 0.030, 0.0165)), 0.007)  # eye sockets
        d = carve(d, ellipsoid(m, (0.0062, -0.092, 0.0655), (0.0070, 0.022, 0.0125)), 0.003)  # nose
        d = carve(d, ellipsoid(m, (0.074 * wide, -0.030, 0.094), (0.016, 0.030, 0.022)), 0.014)  # temples
        d = carve(d, ellipsoid(m, (0.046, -0.045, 0.050), (0.014, 0.024, 0.015)), 0.008)  # under the cheek
        row = capsule(m, (0.0, -0.0835, 0.016), (0.024, -0.066, 0.016), 0.0118, 0.0105)  # chin and lower jaw
        row = join(
            row, capsule(m, (0.020, -0.072, 0.014), (0.049 * wide, -0.012, 0.022), 0.0105, 0.0085), 0.010
        )
        row = join(
            row,
            capsule(m, (0.050 * wide, -0.012, 0.022), (0.056 * wide, 0.002, 0.066), 0.0090, 0.0065),
            0.010,
        )
        row = carve(row, ellipsoid(p, (0, -0.046, 0.020), (0.026, 0.026, 0.030)), 0.006)
        d = join(d, row, 0.004)
        return _teeth(join(d, ellipsoid(p, (0, 0.045, 0.060), (0.040, 0.040, 0.028)), 0.02), m)

    return field


def _teeth(d: np.ndarray, m: np.ndarray) -> np.ndarray:
    """Two rows of teeth around the front of the jaws."""
    for k in range(6):
        angle = 0.125 + 0.235 * k
        x, y = 0.0285 * np.sin(angle), -0.060 - 0.0275 * np.cos(angle)
        size = 0.0036 if k < 3 else 0.0040
        d = join(d, capsule(m, (x, y, 0.0425), (x * 1.02, y * 0.997, 0.0345), size, size * 0.82), 0.0016)
        d = join(
            d,
            capsule(m, (x * 0.95, y * 0.985, 0.0245), (x * 0.96, y * 0.985, 0.0305), size * 0.9, size * 0.78),
            0.0016,
        )
    return d


def skull(member: CastMember, rng: np.random.Generator) -> Prop:
    """A human skull with its jaw, stained in the hollows."""
    field = _skull_field(float(rng.uniform(0.96, 1.04)))
    mesh = meshed(field, (-0.085, -0.105, -0.005), (0.085, 0.110, 0.180), 0.0021)
    low = mesh.vertices.min(0)
    lift = translation(0, -(float(low[1]) + float(mesh.vertices[:, 1].max())) / 2, -float(low[2]))
    surface = finish.body(member, rng)
    coloured = _aged(mesh, field, surface, member, dark=0.75, reach=0.012).moved(lift)
    depth = coloured.vertices[:, 1]
    cuts = [float(c) for c in np.quantile(depth, [0, 0.33, 1])]
    # The jaw alone would let it tip onto the back of its head: a pad under the crown keeps its gaze level.
    pad = solids.box((0.050, 0.070, 0.012), (0, float(depth.max()) - 0.075, 0.006))
    return Prop(parts=(Part(mesh=coloured, material=surface),),
                colliders=(*solids.slices(coloured, 1, cuts), pad), mass=0.85, friction=0.5,
                restitution=0.2)  # fmt: skip


def _aged(
    mesh: Mesh, field: Field, surface: Material, member: CastMember, *, dark: float, reach: float
) -> Mesh:
    """Solid colour: the material's tone, mottled, darker where the form folds in, dusty on top."""
    assert mesh.normals is not None
    out = np.zeros(len(mesh.vertices))
    for share in (0.35, 1.0):
        probe = (mesh.vertices + mesh.normals * reach * share).astype(np.float32)
        out += np.clip(1 - field(probe) / (reach * share), 0, 1) / 2
    base = finish.tone(surface)
    mottle = fbm3(mesh.vertices * 45, octaves=4, seed=member.seed)
    fine = fbm3(mesh.vertices * 220, octaves=3, seed=member.seed + 3)
    vein = np.exp(-((fbm3(mesh.vertices * 16 + 7, octaves=4, seed=member.seed + 5) / 0.035) ** 2))
    gain = 1 + 0.10 * mottle + 0.08 * fine - dark * smoothstep(0.08, 0.85, out)
    if surface.name == "marble":
        gain -= 0.30 * vein
    warm = np.array([1.0, 0.90, 0.74]) if dark > 0.6 else np.ones(3)
    tint = 1 + (warm - 1) * smoothstep(0.05, 0.6, out)[:, None]
    return replace(mesh, colour=np.clip(base * np.clip(gain, 0.06, 1.3)[:, None] * tint, 0.002, 0.95))


def _bust_field(turn: float, curls: float, phase: float) -> Field:
    """A head and shoulders, face to -Y and turned by `turn` [rad]; the cut of the chest at z = 0.062 [m]."""
    c, s = np.float32(np.cos(turn)), np.float32(np.sin(turn))

    def head(p: np.ndarray) -> np.ndarray:
        q = np.stack([c * p[:, 0] + s * p[:, 1], -s * p[:, 0] + c * p[:, 1], p[:, 2]], axis=1)
        q[:, 1] += 0.006
        m = mirrored(q)
        d = ellipsoid(q, (0, 0.006, 0.281), (0.044, 0.053, 0.048))
        d = join(d, ellipsoid(q, (0, -0.016, 0.252), (0.036, 0.036, 0.046)), 0.022)
        d = join(d, ellipsoid(q, (0, -0.040, 0.2185), (0.0125, 0.0105, 0.010)), 0.014)  # chin
        d = join(
            d, capsule(m, (0.0, -0.0505, 0.2715), (0.021, -0.0445, 0.2725), 0.0050, 0.0042), 0.008
        )  # brow
        d = carve(d, ellipsoid(m, (0.0155, -0.0535, 0.2625), (0.0105, 0.0080, 0.0068)), 0.006)
        d = join(d, ellipsoid(m, (0.0155, -0.0425, 0.2625), (0.0088, 0.0068, 0.0056)), 0.0025)  # eyes
        d = join(
            d, capsule(m, (0.0072, -0.0480, 0.2655), (0.0235, -0.0440, 0.2645), 0.0018, 0.0014), 0.0025
        )  # lids
        d = join(d, ellipsoid(m, (0.0225, -0.0370, 0.2450), (0.0115, 0.0115, 0.0105)), 0.012)  # cheeks
        d = join(d, capsule(q, (0, -0.0500, 0.2690), (0, -0.0640, 0.2475), 0.0042, 0.0058), 0.0055)  # nose
        d = join(d, ellipsoid(m, (0.0062, -0.0565, 0.2455), (0.0048, 0.0058, 0.0042)), 0.0030)
        d = join(
            d, capsule(m, (0.0, -0.0530, 0.2352), (0.0105, -0.0470, 0.2343), 0.0032, 0.0015), 0.0028
        )  # lips
        d = join(d, capsule(m, (0.0, -0.0518, 0.2293), (0.0085, -0.0470, 0.2300), 0.0036, 0.0016), 0.0028)
        d = carve(d, capsule(m, (0.0, -0.0560, 0.2322), (0.0115, -0.0495, 0.2325), 0.0009, 0.0007), 0.0018)
        ear = carve(ellipsoid(m, (0.0435, 0.004, 0.2560), (0.0052, 0.0105, 0.0150)),
                    ellipsoid(m, (0.0485, 0.001, 0.2575), (0.0035, 0.0060, 0.0095)), 0.003)  # fmt: skip
        return join(join(d, ear, 0.003), _hair(q, curls, phase), 0.0035)

    def field(p: np.ndarray) -> np.ndarray:
        m = mirrored(p)
        d = capsule(p, (0, 0.010, 0.160), (0, 0.000, 0.236), 0.0285, 0.0255)
        body = ellipsoid(p, (0, 0.014, 0.118), (0.084, 0.068, 0.056))
        body = join(body, capsule(m, (0.02, 0.016, 0.162), (0.074, 0.018, 0.136), 0.018, 0.030), 0.022)
        fold = 0.0022 * np.sin(70 * (p[:, 0] + 0.9 * p[:, 2]) + 2 * np.sin(38 * p[:, 2] + phase))
        drape = body - 0.0030 + fold * smoothstep(0.152, 0.135, p[:, 2] + 0.35 * p[:, 0])
        chest = np.maximum(join(body, drape, 0.003), 0.088 - p[:, 2])
        chest = np.maximum(chest, np.abs(p[:, 0]) - 0.094)
        neck = join(d, capsule(m, (0.030, -0.006, 0.232), (0.006, -0.030, 0.160), 0.0060, 0.0050), 0.012)
        pole = capsule(p, (0, 0.012, 0.06), (0, 0.012, 0.10), 0.026, 0.040)
        return join(join(join(chest, neck, 0.020), head(p), 0.008), np.maximum(pole, 0.0655 - p[:, 2]), 0.010)

    return field


def _hair(q: np.ndarray, curls: float, phase: float) -> np.ndarray:
    """A cap of waved or curled hair that leaves the face free."""
    cap = ellipsoid(q, (0, 0.012, 0.286), (0.0485, 0.0545, 0.0485))
    angle = np.arctan2(q[:, 0], 0.014 - q[:, 1])
    rise = q[:, 2]
    lock = np.sin(9 * angle + 3 * np.sin(60 * rise + phase)) * np.sin(
        150 * rise + 4 * np.sin(3 * angle) + phase
    )
    strand = 0.25 * np.sin(46 * angle + 190 * rise * (1 - curls))
    relief = (
        0.0026 * (curls * lock + (1 - curls) * np.sin(13 * angle + 2 * np.sin(55 * rise)))
        + 0.0022 * strand * 0.5
    )
    front = (
        0.2905
        - 0.004 * np.cos(6 * angle)
        - 0.42 * np.maximum(q[:, 1] + 0.020, 0)
        - 0.55 * np.maximum(q[:, 1] + 0.002, 0)
    )
    return np.maximum(cap - relief, (np.maximum(front, 0.232) - rise) * 0.7)


def statue(member: CastMember, rng: np.random.Generator) -> Prop:
    """A portrait bust on a turned socle."""
    field = _bust_field(
        float(rng.uniform(-0.35, 0.35)), float(rng.choice([0.0, 1.0, 0.6])), float(rng.uniform(0, 6))
    )
    bust = meshed(field, (-0.112, -0.090, 0.055), (0.112, 0.100, 0.345), 0.0024)
    surface = finish.body(member, rng)
    name = finish.material_name(member)
    aged = _aged(bust, field, surface, member, dark=0.45 if name != "bronze" else 0.65, reach=0.010)
    r = float(rng.uniform(0.052, 0.060))
    socle = turned(rounded([(0.0, 0.001), (r, 0.0), (r, 0.016), (r * 0.86, 0.020), (r * 0.80, 0.024),
        (r * 0.52, 0.036),
                            (r * 0.48, 0.050), (r * 0.62, 0.060), (r * 0.64, 0.067), (0.0, 0.068)], 0.004),
                            96)  # fmt: skip
    socle = socle.moved(translation(0, 0.012, 0))
    mean = finish.tone(surface)
    mottle = 1 + 0.08 * fbm3(socle.vertices * 45, octaves=3, seed=member.seed)
    socle = replace(socle, colour=np.clip(mean * mottle[:, None], 0.002, 0.95))
    meshes = [aged, socle]
    points = np.concatenate([m.vertices for m in meshes])
    shift = translation(0, -float(points[:, 1].min() + points[:, 1].max()) / 2, -float(points[:, 2].min()))
    bust, socle = (m.moved(shift) for m in meshes)
    top = float(bust.vertices[:, 2].max())
    foot = solids.hull_of(socle.vertices[socle.vertices[:, 2] < 0.024], 64)
    neck = solids.hull_of(socle.vertices[socle.vertices[:, 2] > 0.022], 64)
    colliders = (foot, neck, *solids.slices(bust, 2, [0.068, 0.165, 0.215, top]))
    return Prop(parts=(Part(mesh=bust, material=surface), Part(mesh=socle, material=surface)),
        colliders=colliders,
                mass=abs(finish.volume(bust)) * finish.DENSITY.get(name, 2000) * 0.8 + 0.5, friction=0.6,
                restitution=0.2)  # fmt: skip


FIGURES: dict[str, Generator] = {"skull": skull, "statue": statue}
