"""From fishmonger, butcher and bar: a fish, a steak, cut citrus, a lime."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise
from rayograph.world.cast.finish import Generator, says
from rayograph.world.cast.fitting import assemble, box, hull, part, trim
from rayograph.world.cast.fruit import lemon
from rayograph.world.cast.lattice import spheroid, wrapped
from rayograph.world.cast.makings import cut
from rayograph.world.cast.shaping import placed
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Prop

Rng = np.random.Generator


def lime(member: CastMember, rng: Rng) -> Prop:
    """A lime: a small green lemon without much of a nipple."""
    return lemon(member.model_copy(update={"colour": member.colour or "#6f9a2a"}), rng)


def _segments(
    x: np.ndarray, y: np.ndarray, count: int, flesh: np.ndarray, pith: np.ndarray, rind: np.ndarray
) -> np.ndarray:
    """Colours of a cut citrus face at points of the unit disc."""
    r, angle = np.hypot(x, y), np.arctan2(y, x)
    inside = angle * count / (2 * np.pi)
    wall = np.abs(inside - np.round(inside)) * 2 * np.pi / count * np.maximum(r, 0.05)
    grain = noise.noise3(np.stack([x * 22, y * 22, 0 * x], 1), seed=5)
    rays = 0.5 + 0.5 * np.sin(40 * (np.abs(inside - np.round(inside))) + 9 * r)
    colour = flesh * (1 + 0.16 * grain + 0.14 * (rays - 0.5))[:, None]
    white = np.maximum(smoothstep(0.035, 0.018, wall), np.maximum(smoothstep(0.12, 0.07, r),
        smoothstep(0.83, 0.875, r)))  # fmt: skip
    colour = colour + (pith - colour) * white[:, None]
    return np.asarray(colour + (rind - colour) * smoothstep(0.955, 0.975, r)[:, None])


_CITRUS = {
    "lime": ("#6f9a2a", "#a9c45a", 0.028), "orange": ("#e07a14", "#f0a02c", 0.040),
    "grapefruit": ("#e8a03a", "#d9604a", 0.052), "lemon": ("#e6c21f", "#f0dc70", 0.032),
}  # fmt: skip
"""Fruit → colour of rind and of flesh, and radius [m]."""


def citrus_half(member: CastMember, rng: Rng) -> Prop:
    """Half a lemon, lime, orange or grapefruit with its cut face up and to the viewer; or a slice, or a
    wedge."""
    said = f"{member.name} {member.words}".lower()
    rind_hex, flesh_hex, r = next((v for k, v in _CITRUS.items() if k in said), _CITRUS["lemon"])
    rind = np.array(from_hex(member.colour or rind_hex))
    flesh, pith = np.array(from_hex(flesh_hex)), np.array(from_hex("#f4eeda"))
    thin = says(member, "slice", "wheel", "round of")
    deep = 0.007 if thin else r * 0.95
    rows = np.concatenate([np.linspace(0, 1, 60)])
    angle = np.linspace(0, 2 * np.pi, 181)
    x, y = rows[:, None] * np.cos(angle), rows[:, None] * np.sin(angle)
    face = wrapped(np.stack([x * r, y * r, 0 * x], 2))
    colour = _segments(x.ravel(), y.ravel(), 9 if r > 0.035 else 8, flesh, pith, rind)
    bulge = 0.0006 * noise.noise3(np.stack([x.ravel() * 18, y.ravel() * 18, 0 * x.ravel()], 1), seed=2)
    face = Mesh(vertices=face.vertices + np.array([0, 0, 1.0]) * bulge[:, None] - [0, 0, 0.0],
        faces=face.faces, normals=face.normals, uv=face.uv, colour=colour)  # fmt: skip
    if face.normals is not None and face.normals[:, 2].mean() < 0:
        face = replace(face, faces=face.faces[:, ::-1], normals=-face.normals)
    up = np.linspace(0, 1, 40)
    profile = np.stack([r * np.cos(up * np.pi / 2) ** (0.25 if thin else 0.85), -deep * up], 1)
    shell = np.stack([profile[:, :1] * np.cos(angle), profile[:, :1] * np.sin(angle), np.repeat(profile[:,
        1:], 181, 1)], 2)  # fmt: skip
    body = wrapped(shell[::-1])
    pores = noise.noise3(body.vertices / r * 13, seed=member.seed % 89)
    skin = rind * (1 + 0.10 * pores[:, None])
    tip = smoothstep(0.9, 1.0, -body.vertices[:, 2] / deep)[:, None] * (0 if thin else 1)
    body = replace(body, colour=skin + (np.array(from_hex("#9a8a3a")) - skin) * 0.4 * tip)
    turn = [("x", 90.0 if thin else 58.0)]
    meshes = [placed(body, turns=turn), placed(face, turns=turn)]
    peel = replace(trim(member, "citrus_skin"), bump=None)
    wet = replace(trim(member, "fruit_skin"), roughness=0.18, bump=None, clearcoat=0.7)
    walls = [hull(np.concatenate([m.vertices for m in meshes]))]
    low = min(float(m.vertices[:, 2].min()) for m in meshes)
    walls.append(box((0, r * 0.1, low + 0.002), (r * 1.1, r * 0.9, 0.004)))
    return assemble([part(peel, meshes[0]), part(wet, meshes[1])], walls, mass=0.06, friction=0.7,
        restitution=0.15)  # fmt: skip


def steak(member: CastMember, rng: Rng) -> Prop:
    """A steak lying flat: marbled red meat with a rim of fat; brown with the marks of the grill where it
    is done."""
    raw = says(member, "raw", "uncooked", "marbled", "wagyu", "tartare")
    angle, t = np.linspace(0, 2 * np.pi, 141), np.linspace(-1, 1, 50)
    shape = 1 + 0.16 * np.cos(angle - 0.5) + 0.09 * np.cos(2 * angle + 0.8) + 0.05 * np.cos(3 * angle)
    high = 0.026
    ease = (1 - np.abs(t) ** 5) ** 0.35
    x = 0.105 * shape * ease[:, None] * np.cos(angle)
    y = 0.072 * shape * ease[:, None] * np.sin(angle)
    z = np.broadcast_to(high / 2 + high / 2 * np.sign(t)[:, None] * np.abs(t)[:, None] ** 0.6, x.shape)
    rings = np.stack([x, y, z], 2)
    lid = [rings[-1] * [1 - k / 28, 1 - k / 28, 1] + [0, 0, 0.0012 * np.sin(np.pi * k / 28)] for k
        in range(1, 29)]  # fmt: skip
    base = [rings[0] * [k / 12, k / 12, 1] for k in range(12)]
    mesh = wrapped(np.concatenate([np.array(base), rings, np.array(lid)]))
    v = mesh.vertices
    away = np.hypot(v[:, 0] / 0.105, v[:, 1] / 0.072)
    rim_at = 1 + 0.16 * np.cos(np.arctan2(v[:, 1] / 0.072, v[:, 0] / 0.105) - 0.5)
    veins = noise.fbm3(v * [38, 62, 40], octaves=4, seed=member.seed % 71)
    grain = noise.fbm3(v * 160, octaves=3, seed=3)
    v = v + np.array([0, 0, 1.0]) * (0.0016 * grain * (v[:, 2] > 0.02))[:, None]
    meat = np.array(from_hex("#8e1f24" if raw else "#5a3220")) * (1 + 0.35 * grain[:, None])
    fat = np.array(from_hex("#efdcc4" if raw else "#c99a5a"))
    edge = smoothstep(0.86, 0.95, away / rim_at) * smoothstep(-0.6, 0.2, v[:, 1] / 0.072)
    colour = meat + (fat - meat) * np.clip(edge + (smoothstep(0.30, 0.5, np.abs(veins)) * 0.8 if raw
        else 0.0), 0, 1)[:, None]  # fmt: skip
    if not raw:
        lines = np.abs(((v[:, 0] + 0.5 * v[:, 1]) / 0.026) % 1.0 - 0.5)
        sear = smoothstep(0.36, 0.43, lines) * (v[:, 2] > 0.021)
        colour = colour * (1 - 0.82 * sear[:, None])
        side = (v[:, 2] < 0.021) * (v[:, 2] > 0.005)
        colour = colour + (np.array(from_hex("#7a4a34")) - colour) * (0.5 * side)[:, None]
    mesh = Mesh(vertices=v, faces=mesh.faces, uv=mesh.uv, colour=np.clip(colour, 0.004, 0.95))
    skin = replace(trim(member, "fruit_skin"), roughness=0.34, bump=None, clearcoat=0.5)
    return assemble([part(skin, mesh)], [hull(v)], mass=0.35, friction=0.8, restitution=0.05)


def fish(member: CastMember, rng: Rng) -> Prop:
    """A whole fish lying on its side, head to the left: silver flanks, dark back, fins, forked tail,
    round eye."""
    long_ = 0.32
    s = np.linspace(0, 1, 90)
    tall = np.interp(s, [0, 0.02, 0.10, 0.25, 0.42, 0.62, 0.80, 0.88, 1.0], [0.004, 0.018, 0.038, 0.051,
        0.052, 0.041, 0.022, 0.0155, 0.0165])  # fmt: skip
    thick = np.interp(s, [0, 0.03, 0.12, 0.3, 0.6, 0.85, 1.0], [0.003, 0.010, 0.019, 0.022, 0.016, 0.006,
        0.002])  # fmt: skip
    angle = np.linspace(0, 2 * np.pi, 97)
    x = (s[:, None] - 0.5) * long_ * 0.86 + 0 * angle
    back = tall[:, None] * np.cos(angle) * np.where(np.cos(angle) > 0, 0.92, 1.05)
    flank = thick[:, None] * np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** 0.85
    mesh = wrapped(np.stack([x, back, flank], 2))
    if mesh.normals is not None and (mesh.normals * (mesh.vertices * [0, 1, 1])).sum() < 0:
        mesh = wrapped(np.stack([x, back, flank], 2)[:, ::-1])
    v = mesh.vertices
    share = np.clip(v[:, 1] / 0.052, -1, 1)
    along = v[:, 0] / (long_ * 0.86) + 0.5
    scale = np.sin(v[:, 0] * 900 + 1.6 * np.sin(v[:, 1] * 700)) * np.sin(v[:, 1] * 820)
    dark, silver, white = (np.array(from_hex(c)) for c in ((member.colour or "#3f5a66"), "#b9c2c4",
        "#e9e6da"))  # fmt: skip
    colour = silver + (dark - silver) * smoothstep(0.25, 0.85, share)[:, None]
    colour = colour + (white - colour) * smoothstep(-0.3, -0.85, share)[:, None]
    colour = colour * (1 + (0.20 * scale * (along > 0.24))[:, None])
    gill = np.exp(-(((along - 0.225 - 0.05 * share**2) / 0.006) ** 2))
    mouth = np.exp(-(((share + 0.22) / 0.05) ** 2)) * (along < 0.055)
    colour = colour * (1 - 0.65 * np.clip(gill + mouth, 0, 1))[:, None]
    spots = smoothstep(0.35, 0.5, noise.noise3(v * 170, seed=4)) * (share > 0.2)
    colour = colour * (1 - 0.5 * spots)[:, None]
    body = replace(mesh, colour=np.clip(colour, 0.004, 0.95))

    def fin(points: list[tuple[float, float]], at: tuple[float, float, float], turn: float = 0.0) -> Mesh:
        return cut(np.array(points), 0.0016, at, bevel=0.0004, axis="z", turns=[("x", turn)])

    end = 0.43 * long_
    tail = fin([(0, -0.014), (0.030, -0.040), (0.062, -0.056), (0.040, -0.006), (0.040, 0.006), (0.062,
        0.056), (0.030, 0.040), (0, 0.014)], (end - 0.006, 0, 0))  # fmt: skip
    fins = [tail, fin([(-0.055, 0.040), (-0.030, 0.068), (0.000, 0.062), (0.045, 0.046), (0.060, 0.036),
        (0.0, 0.040)], (0.010, 0, 0)), fin([(0.020, -0.040), (0.034, -0.062), (0.062, -0.046), (0.072,
        -0.032)], (0.010, 0, 0)), fin([(-0.05, -0.046), (-0.030, -0.068), (-0.008, -0.062), (-0.018,
        -0.050)], (0.0, 0, 0)), placed(fin([(0, -0.008), (0.030, -0.020), (0.042, -0.010), (0.036, 0.004),
        (0, 0.008)], (0, 0, 0)), at=(-0.062, -0.008, 0.0205), turns=[("y", 8.0)])]  # fmt: skip
    eye_at = np.array([-0.116, 0.012, 0.0135])
    eye = [placed(spheroid((0.0068, 0.0068, 0.0030), 16, 28), at=eye_at), placed(spheroid((0.0038, 0.0038,
        0.0022), 14, 24), at=eye_at + [0, 0, 0.0018])]  # fmt: skip
    wet = replace(trim(member, "fruit_skin"), roughness=0.16, bump=None, metallic=0.35, clearcoat=0.8)
    parts = [part(wet, body), part(replace(trim(member, "plastic", "#8f989a"), roughness=0.3), *fins),
        part(replace(trim(member, "plastic", "#d9c25a"), roughness=0.05, clearcoat=1.0), eye[0]),
        part(replace(trim(member, "plastic", "#0c0c0e"), roughness=0.04, clearcoat=1.0), eye[1])]  # fmt: skip
    walls = [hull(body.vertices[body.vertices[:, 0] < 0]), hull(body.vertices[body.vertices[:, 0] > -0.01]),
        box((0, 0, -0.017), (0.20, 0.05, 0.010))]  # fmt: skip
    return assemble(parts, walls, mass=0.7, friction=0.4, restitution=0.05)


FRESH_FOOD: dict[str, Generator] = {"lime": lime, "citrus_half": citrus_half, "steak": steak, "fish": fish}
