"""Of field and yard: hay bale, snowman."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, ball, box, part, post, trim, vary
from rayograph.world.cast.shaping import curve, placed, rod, rounded, slab, stretched, turned, volume
from rayograph.world.scene import Material, Prop

Rng = np.random.Generator


def straw(seed: int, colour: str | None = None) -> Material:
    """Pressed straw, stalks along u. Tile 1 m."""
    y, x = np.mgrid[0:512, 0:512] / 512
    bend = 0.03 * noise.fbm2(x * 4, y * 6, octaves=3, seed=seed)
    stalk = noise.fbm2(x * 7, (y + bend) * 110, octaves=3, seed=seed + 1)
    broad = noise.fbm2(x * 3, y * 5, octaves=3, seed=seed + 2)
    t = np.clip(0.55 + 0.55 * stalk + 0.25 * broad, 0, 1)[..., None]
    dark, mid, pale = (np.asarray(from_hex(c)) for c in ("#4a3517", colour or "#b08a42", "#e6cf92"))
    picture = np.where(t < 0.5, dark + (mid - dark) * 2 * t, mid + (pale - mid) * (2 * t - 1))
    return Material(name="straw", base_colour=picture.astype(np.float32), roughness=0.85, sheen=0.3,
                    bump=(0.006 * stalk + 0.004 * broad).astype(np.float32), uv_scale=1.0)  # fmt: skip


def _wisps(at: Float[np.ndarray, "n 3"], out: Float[np.ndarray, "n 3"], rng: Rng) -> list[Mesh]:
    """Loose stalks that stand off the surface."""
    made = []
    for p, n in zip(at, out, strict=True):
        lean = rng.normal(size=3)
        lean[2] = abs(lean[2])
        way = lean - n * (lean @ n) * 0.75
        way = way / np.linalg.norm(way) * float(rng.uniform(0.05, 0.14))
        made.append(rod([p - n * 0.01, p + way * 0.5 + n * 0.012, p + way + n * 0.004], 0.0016, 4))
    return made


def hay_bale(member: CastMember, rng: Rng) -> Prop:
    """A round bale lying on its side, axle along X; a small square one where the words say so."""
    skin = straw(member.seed % 64, member.colour)
    twine = trim(member, "linen", "#8d7a4c")
    if says(member, "square", "rectangular", "small bale", "straw bale"):
        return _square_bale(skin, twine, rng)
    r, w = 0.60 * vary(rng, 0.02), 1.20 * vary(rng, 0.02)
    a, t = np.meshgrid(np.linspace(0, 2 * np.pi, 97), np.linspace(0, 1, 41))
    cap = np.clip(np.minimum(t, 1 - t) / 0.22, 0, 1)
    x = w / 2 * np.interp(t, [0, 0.22, 0.78, 1], [-1, -0.985, 0.985, 1])
    lay = np.stack([np.cos(a), np.sin(a), 3 * t], -1).reshape(-1, 3)
    rough = noise.fbm3(lay * 3.5, octaves=4, seed=member.seed % 97).reshape(a.shape)
    edge = np.where(cap < 1, cap, 1.0)
    radius = r * np.where(edge < 1, 0.02 + 0.98 * np.sqrt(np.clip(edge, 0, 1)) ** 0.9, 1.0)
    coil = 0.012 * np.sin(2 * np.pi * radius / 0.055 + a) * (edge < 1)
    radius = radius + 0.020 * rough * (edge > 0.3) - 0.008 * (1 + np.cos(x * 2 * np.pi / 0.2)) * (edge >= 1)
    x = x + (coil + 0.012 * rough) * np.sign(x) * (edge < 0.97)
    points = np.stack([x, np.sin(a) * radius, np.cos(a) * radius], -1)
    points[:, -1] = points[:, 0]
    sag = np.clip(-points[..., 2] / r - 0.8, 0, 1) * 0.22 * r
    points[..., 2] += sag
    uv = np.stack([a * r, np.where(edge < 1, radius * 1.6, x + 2)], -1).reshape(-1, 2)
    flat = points.reshape(-1, 3)
    body = rounded(Mesh(vertices=flat, faces=shapes.grid_faces(97, 41), uv=uv))
    k = rng.uniform(0, 2 * np.pi, 240)
    k = np.where(np.cos(k) < -0.6, k + np.pi, k)
    side = rng.uniform(-w / 2, w / 2, 240)
    out = np.stack([0 * k, np.sin(k), np.cos(k)], 1)
    wisps = _wisps(out * r * 1.005 + side[:, None] * [1, 0, 0], out, rng)
    bands = [placed(turned([(r * 1.0, -0.003), (r * 1.004, 0), (r * 1.0, 0.003)], 72), at=(at, 0, 0),
      turns=[("y", 90)])
             for at in np.linspace(-w / 2 + 0.12, w / 2 - 0.12, 6)]  # fmt: skip
    walls = [post((0, 0, 0), r * 0.975, w * 0.97, ("y", 90))]
    parts = [part(skin, _outward(body), *wisps), part(twine, *bands)]
    return assemble(parts, walls, mass=240.0, friction=0.9, restitution=0.05)


def _outward(mesh: Mesh) -> Mesh:
    return mesh if volume(mesh) > 0 else rounded(replace(mesh, faces=mesh.faces[:, ::-1]))


def _square_bale(skin: Material, twine: Material, rng: Rng) -> Prop:
    size = np.array([1.0, 0.47, 0.38])
    block = shapes.rounded_box((1.0, 0.47, 0.38), 0.035, 14)
    grain = noise.fbm3(block.vertices * [9, 22, 22], octaves=3, seed=int(rng.integers(99)))
    assert block.normals is not None
    points = block.vertices + block.normals * (0.012 * grain[:, None])
    cuts = 0.006 * np.cos(block.vertices[:, 0] * 2 * np.pi / 0.11)
    points = points * [1, 1, 1] + block.normals * cuts[:, None] * (np.abs(block.normals[:, :1]) < 0.5)
    body = replace(block, vertices=points, normals=None)
    loops = []
    for y in (-0.13, 0.13):
        loop = np.array(
            [
                (-0.505, y, -0.185),
                (0.505, y, -0.185),
                (0.505, y, 0.19),
                (-0.505, y, 0.19),
                (-0.505, y, -0.185),
            ]
        )
        loops.append(rod(loop, 0.004, 6))
    at = rng.uniform(-0.5, 0.5, (160, 3)) * size
    axis = rng.integers(0, 3, 160)
    sign = np.where((rng.random(160) < 0.5) & (axis < 2), -1.0, 1.0)
    at[:, 2] = np.maximum(at[:, 2], 0.03 - size[2] / 2)
    at[np.arange(160), axis] = sign * size[axis] / 2
    out = np.zeros((160, 3))
    out[np.arange(160), axis] = sign
    parts = [part(skin, rounded(body), *_wisps(at, out, rng)), part(twine, *loops)]
    return assemble(parts, [box((0, 0, 0), (1.0, 0.47, 0.38))], mass=18.0, friction=0.9, restitution=0.05)


def _snow() -> Material:
    """Packed snow; its lumps are modelled, so that no texture shows a seam on a ball."""
    return Material(name="snow", base_colour=(0.80, 0.82, 0.85), roughness=0.7, specular=0.3, sheen=0.2)


def _snowball(radius: float, at: tuple[float, float, float], squash: float, seed: int) -> Mesh:
    """A rolled ball: lumpy, flattened a little, dented by hands."""
    sphere = shapes.icosphere(5)
    lump = noise.fbm3(sphere.vertices * 2.2, octaves=4, seed=seed)
    pat = noise.fbm3(sphere.vertices * 6, octaves=2, seed=seed + 5)
    points = sphere.vertices * (radius * (1 + 0.05 * lump + 0.018 * pat))[:, None] * [1, 1, squash]
    return placed(rounded(Mesh(vertices=points, faces=sphere.faces)), at=at)


def snowman(member: CastMember, rng: Rng) -> Prop:
    """Three snowballs with coal eyes and buttons, a carrot, twig arms, a scarf and an old hat."""
    s = member.seed % 50
    sizes = ((0.44, 0.36, 0.88), (0.325, 0.93, 0.92), (0.225, 1.37, 0.96))
    balls = [_snowball(r, (0, 0, z), q, s + i) for i, (r, z, q) in enumerate(sizes)]
    foot = _snowball(0.5, (0, 0, 0.02), 0.22, s + 9)
    base = replace(foot, vertices=np.maximum(foot.vertices, [-9, -9, 0.0]))
    coal = [placed(rounded(stretched(shapes.icosphere(2), (0.022, 0.014, 0.022))), at=at)
            for at in ((-0.075, -0.205, 1.44), (0.075, -0.205, 1.44), (0.0, -0.325, 1.05), (0.0, -0.335,
              0.93),
                       (0.0, -0.325, 0.80), *((0.11 * np.sin(a), -0.212 - 0.01 * np.cos(a),
                        1.31 - 0.045 * np.cos(a * 1.2))
                                              for a in np.linspace(-0.9, 0.9, 5)))]  # fmt: skip
    k = np.linspace(0, 1, 14)
    nose = rod(np.stack([0.012 * k**2, -0.19 - 0.22 * k, 1.385 - 0.012 * k], 1),
               0.027 * (1 - k) ** 0.8 + 0.0025 + 0.0012 * np.cos(k * 40), 14)  # fmt: skip
    arms = []
    for side in (-1, 1):
        tip = np.array([side * 0.72, -0.08, 1.26])
        arm = curve([(side * 0.25, 0, 0.98), (side * 0.48, -0.03, 1.10 + 0.03 * side), tip], 14)
        arms.append(rod(arm, np.linspace(0.016, 0.008, 14), 8))
        for turn in (-0.5, 0.25, 0.7):
            way = np.array([side * np.cos(turn), 0.1, np.sin(turn)]) * 0.13
            arms.append(rod([arm[10], arm[10] + way], np.array([0.008, 0.004]), 6))
    parts = [part(_snow(), *balls, base), part(trim(member, "charred_wood", "#141312"), *coal),
             part(trim(member, "painted_wood", "#d9702a"), nose), part(trim(member, "bark"), *arms),
             part(trim(member, "velvet", member.colour or "#a3231f"), *_scarf()),
             part(trim(member, "velvet", "#1c1b1d"), *_hat())]  # fmt: skip
    walls = [ball((0, 0, z), r * 0.98) for r, z, _ in sizes]
    walls += [post((0, 0, 0.04), 0.46, 0.08), post((0, 0, 1.66), 0.15, 0.24)]
    walls += [box((side * 0.5, -0.04, 1.12), (0.52, 0.04, 0.04), ("y", -side * 24.0)) for side in (-1, 1)]
    return assemble(parts, walls, mass=120.0, friction=0.8, restitution=0.02)


def _scarf() -> list[Mesh]:
    a = np.linspace(0, 2 * np.pi, 60)
    rows = []
    for z, r in ((1.13, 0.235), (1.15, 0.262), (1.185, 0.268), (1.215, 0.252), (1.225, 0.225)):
        wave = 0.008 * np.sin(7 * a + z * 60)
        rows.append(
            np.stack([np.cos(a) * (r + wave), np.sin(a) * (r + wave), z + 0.012 * np.sin(a * 2 + 1)], 1)
        )
    wrap = slab(np.array(rows), 0.015)
    tails = []
    for x, low, tilt in ((0.08, 0.70, 0.02), (0.155, 0.80, 0.05)):
        v, u = np.meshgrid(np.linspace(0, 1, 20), np.linspace(-1, 1, 9), indexing="ij")
        height = 1.19 - (1.19 - low) * v
        y = -0.27 - 0.075 * np.sin(np.pi * np.clip(v * 1.15, 0, 1)) - 0.01 * np.sin(u * 4 + 6 * v)
        tails.append(slab(np.stack([x + tilt * v + u * 0.055, y, height], -1)[::-1], 0.012))
    return [wrap, *tails]


def _hat() -> list[Mesh]:
    brim = turned([(0, 0.0), (0.27, -0.008), (0.278, 0.004), (0.265, 0.014), (0.165, 0.012), (0.152, 0.03),
                   (0.15, 0.22), (0.158, 0.245), (0.15, 0.256), (0, 0.25)], 48, crease_deg=45)  # fmt: skip
    return [placed(brim, at=(0.01, 0.02, 1.545), turns=[("x", -6), ("y", 5)])]
