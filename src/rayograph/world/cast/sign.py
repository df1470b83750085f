"""Signs with any text or SVG: a printed board, a frame, and a stand that suits its size."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from rayograph.colour.primaries import ap1_luminance, from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.decal import Texture, svg_texture, text_texture
from rayograph.world.cast.fitting import assemble, box, hue, part, surface, trim, vary
from rayograph.world.cast.shaping import beam, placed, rod, turned
from rayograph.world.scene import Collider, Material, Part, Prop

Rng = np.random.Generator
WIDTH_PX = 1600
_LIGHT, _DARK = "#f3ecd9", "#1c1d1f"


def contrasting(background: str) -> str:
    """Cream on dark grounds, near-black on light ones."""
    return _LIGHT if float(np.dot(ap1_luminance(), from_hex(background))) < 0.28 else _DARK


def artwork(member: CastMember, background: str, aspect: float) -> Texture:
    """What the board shows: the SVG if one is named, else the text.

    Raises:
        AssetError: the SVG is missing or damaged.
    """
    ink = member.accent or contrasting(background)
    if member.svg:
        picture = svg_texture(Path(member.svg), background, WIDTH_PX, aspect)
    else:
        text = member.text or member.name or "OPEN"
        picture = text_texture(text, ink, background, WIDTH_PX, aspect)
    return weathered(_bordered(picture, ink), member.wear, member.seed)


def _bordered(picture: Texture, ink: str) -> Texture:
    """A thin painted line just inside the edge, as sign writers draw it."""
    tall, wide = picture.shape[:2]
    inset, thick = round(0.022 * tall) + 2, max(2, round(0.011 * tall))
    y, x = np.mgrid[0:tall, 0:wide]
    depth = np.minimum(np.minimum(x, wide - 1 - x), np.minimum(y, tall - 1 - y))
    line = ((depth >= inset) & (depth < inset + thick))[..., None]
    return np.asarray(np.where(line, np.asarray(from_hex(ink), np.float32), picture), np.float32)


def weathered(picture: Texture, wear: float, seed: int) -> Texture:
    """Sun-bleached patches and grime; lettering stays sharp because only brightness moves."""
    tall, wide = picture.shape[:2]
    y, x = np.mgrid[0:tall:4, 0:wide:4] / wide
    blotch = noise.fbm2(x * 5, y * 5, octaves=5, seed=seed)
    streak = noise.fbm2(x * 60, y * 3, octaves=3, seed=seed + 1)
    gain = 1 + wear * (0.22 * blotch + 0.14 * np.minimum(streak, 0))
    full = np.repeat(np.repeat(gain, 4, axis=0), 4, axis=1)[:tall, :wide, None]
    return np.asarray(np.clip(picture * full, 0, 1), np.float32)


def printed(base: Material, picture: Texture) -> Material:
    """A surface that carries a picture over the unit square instead of its own colour."""
    return replace(
        base, kind="opaque", base_colour=picture, uv_scale=1.0, bump=None, roughness=0.38, metallic=0.0
    )


def face(width: float, height: float, *, at: tuple[float, float, float], turn: float = 0.0) -> Mesh:
    """A printed rectangle facing -Y, centred at `at`, uv over the unit square, turned about Z [deg]."""
    mesh = shapes.quad(
        np.array([-width / 2, 0, -height / 2]), np.array([width, 0, 0]), np.array([0, 0, height])
    )
    square = np.array([[0.0, 0.0], [1, 0], [1, 1], [0, 1]])
    return placed(
        replace(mesh, uv=square, normals=np.tile([0.0, -1.0, 0.0], (4, 1))), at=at, turns=[("z", turn)]
    )


def sign(member: CastMember, rng: Rng) -> Prop:
    """A sign. Up to knee height it is a framed board on feet; taller, a board carried on posts."""
    ground = hue(member, rng) or "#1d3b2f"
    tall = member.height_m or 0.6
    scale = max(tall, 0.02) / 0.6
    width = 0.9 * scale * vary(rng, 0.03)
    boarded = tall > 1.2
    board = (0.62 if boarded else 0.82) * tall
    thick = 0.022 * scale
    z = tall - board / 2 - (0.05 * tall if boarded else 0.012 * scale)
    carrier = surface(member, rng)
    wooden = "wood" in carrier.name or carrier.name in ("oak", "pine", "walnut", "maple", "ebony")
    frame_wood = (
        trim(member, "oak" if rng.random() < 0.5 else "walnut") if wooden else trim(member, "black_iron")
    )
    inner = (width - 0.055 * scale, board - 0.055 * scale)
    picture = artwork(member, ground, inner[0] / inner[1])
    slab = placed(
        shapes.rounded_box((width - 0.02 * scale, thick, board - 0.02 * scale), 0.003 * scale, 2),
        at=(0, 0, z),
    )
    front = face(*inner, at=(0, -thick / 2 - 0.0008 * scale, z))
    rear = face(*inner, at=(0, thick / 2 + 0.0008 * scale, z), turn=180)
    rails, walls = _frame(width, board, z, scale, rng)
    legs, feet = _stand(width, tall, z - board / 2, scale, boarded, rng)
    bolts = [placed(turned([(0, 0), (0.008, 0), (0.006, 0.005), (0, 0.006)],
                           16).moved(np.diag([scale, scale, scale, 1])),
                    at=(sx * (width / 2 - 0.014 * scale), -thick / 2 - 0.008 * scale,
                        z + sz * (board / 2 - 0.014 * scale)), turns=[("x", 90)])
             for sx in (-1, 1) for sz in (-1, 1)]  # fmt: skip
    parts: list[Part] = [part(carrier, slab), part(printed(carrier, picture), front, rear),
                         part(frame_wood, *rails, *legs),
                         part(trim(member, "brass"), *bolts)]  # fmt: skip
    return assemble(parts, [*walls, *feet], mass=4.5 * scale**3, friction=0.6, restitution=0.2)


def _frame(width: float, board: float, z: float, scale: float, rng: Rng) -> tuple[list[Mesh], list[Collider]]:
    """Four moulded rails round the board."""
    w, t = 0.028 * scale, 0.036 * scale
    x, low, high = width / 2 - w / 2, z - board / 2 + w / 2, z + board / 2 - w / 2
    rails = [
        beam((-width / 2, 0, at), (width / 2, 0, at), t, w, radius=0.006 * scale, rng=rng)
        for at in (low, high)
    ]
    rails += [
        beam((s * x, 0, low), (s * x, 0, high), t, w, radius=0.006 * scale, up=(1, 0, 0), rng=rng)
        for s in (-1, 1)
    ]
    return rails, [box((0, 0, z), (width, t, board))]


def _stand(
    width: float, tall: float, low: float, scale: float, boarded: bool, rng: Rng
) -> tuple[list[Mesh], list[Collider]]:
    """Two square posts under a large board; else short legs on cross feet."""
    x = width * (0.42 if boarded else 0.36)
    w = 0.034 * scale if boarded else 0.024 * scale
    deep = 0.078 * scale
    legs, walls = [], []
    for s in (-1, 1):
        top = tall if boarded else low + 0.03 * scale
        y = 0.022 * scale if boarded else 0.0
        legs.append(beam((s * x, y, 0.0), (s * x, y, top), w, w, radius=0.004 * scale, up=(0, 1, 0), rng=rng))
        if boarded:
            legs.append(
                placed(
                    turned([(0, 0), (w * 0.62, 0), (w * 0.5, w * 0.3), (0, w * 0.55)], 20), at=(s * x, y, top)
                )
            )
        legs.append(beam((s * x, -deep / 2, 0.011 * scale), (s * x, deep / 2, 0.011 * scale), 0.05 * scale,
                         0.022 * scale,
                         radius=0.006 * scale, rng=rng))  # fmt: skip
        walls += [
            box((s * x, y, top / 2), (w, w, top)),
            box((s * x, 0, 0.011 * scale), (0.05 * scale, deep, 0.022 * scale)),
        ]
    if not boarded:
        legs.append(rod([(-x, 0, low * 0.45), (x, 0, low * 0.45)], 0.007 * scale, 10))
    return legs, walls
