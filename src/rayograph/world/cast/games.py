"""Games: playing card, poker chip, chessboard with a game under way."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.chess import chess_man
from rayograph.world.cast.decal import text_mask
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.lettered import panel, printed
from rayograph.world.cast.shaping import beam, placed, turned
from rayograph.world.scene import Collider, Material, Part, Prop

Rng = np.random.Generator


def poker_chip(member: CastMember, rng: Rng) -> Prop:
    """A clay chip: six spots round the edge, a paler inlay."""
    colour = hue(member, rng) or "#a3231b"
    radius, thick = 0.0195, 0.0034
    body = turned(
        [
            (0, 0),
            (radius - 0.0006, 0),
            (radius, 0.0006),
            (radius, thick - 0.0006),
            (radius - 0.0006, thick),
            (radius * 0.72, thick),
            (radius * 0.70, thick - 0.0002),
            (0, thick - 0.0002),
        ],
        72,
    )
    mesh = replace(body, vertices=body.vertices)
    clay = replace(trim(member, "plastic", colour), roughness=0.5)
    spots = []
    for a in np.deg2rad(np.arange(6) * 60 + float(rng.uniform(0, 60))):
        spot = shapes.rounded_box((0.0052, 0.0066, thick + 0.0002), 0.0003, 2)
        spots.append(
            placed(
                spot,
                at=((radius - 0.0025) * np.cos(a), (radius - 0.0025) * np.sin(a), thick / 2),
                turns=[("z", float(np.rad2deg(a)))],
            )
        )
    inlay = [
        turned([(radius * 0.60, z), (radius * 0.58, z + 0.0002), (0, z + 0.0002)], 48)
        for z in (thick - 0.0002,)
    ]
    pale = replace(trim(member, "plastic", member.accent or "#efe8d6"), roughness=0.5)
    parts = [part(clay, mesh), part(pale, *spots, *inlay)]
    return assemble(parts, [solids.cylinder(radius, 0, thick)], mass=0.0115, friction=0.45, restitution=0.25)


def playing_card(member: CastMember, rng: Rng) -> Prop:
    """A playing card lying face up, a little bowed: index in two corners, its pips; the back patterned."""
    wide, long_ = 0.0635, 0.0889
    ranks = ("A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K")
    names = (
        "ace",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "jack",
        "queen",
        "king",
    )
    rank = next((i for i, n in enumerate(names) if says(member, n)), int(rng.integers(13)))
    suits = ("heart", "diamond", "spade", "club")
    suit = next((i for i, n in enumerate(suits) if says(member, n)), int(rng.integers(4)))
    ink = "#b3161b" if suit < 2 else "#17171a"
    picture = _card_face(ranks[rank], rank, suit, ink)
    u, v = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(-1, 1, 17))
    z = 0.0004 + 0.0014 * (1 - v**2) * vary(rng, 0.4)
    top = panel(np.stack([u * wide / 2, v * long_ / 2, z + 0.0003], 2))
    under = panel(np.stack([-u * wide / 2, v * long_ / 2, z], 2))
    face = replace(printed("card face", picture, roughness=0.28), clearcoat=0.4)
    back = replace(trim(member, "paper", member.accent or "#7a1d22"), roughness=0.3)
    thick = float(z.max() + 0.0003)
    return assemble(
        [part(face, top), part(back, under)],
        [box((0, 0, thick / 2), (wide, long_, thick))],
        mass=0.0018,
        friction=0.35,
        restitution=0.1,
    )


def _card_face(name: str, rank: int, suit: int, ink: str) -> np.ndarray:
    tall, wide = 712, 508
    mask = np.zeros((tall, wide), np.float32)
    index = text_mask(name, 70, 74, margin=0.02)
    mask[24:98, 22:92] = index
    _stamp(mask, suit, 57, 128, 26)
    mask = np.maximum(mask, mask[::-1, ::-1])
    if rank > 9:
        big = text_mask(name, 260, 420, margin=0.04)
        mask[146:566, 124:384] = np.maximum(mask[146:566, 124:384], big)
        mask[120:124, 110:398] = mask[588:592, 110:398] = mask[120:592, 110:114] = mask[120:592, 394:398] = (
            1.0
        )
    else:
        for x, y in _PIPS[rank]:
            _stamp(mask, suit, round(wide * x), round(tall * y), 92 if rank == 0 else 44, flip=y > 0.5)
    paper, colour = np.asarray(from_hex("#f2eee4")), np.asarray(from_hex(ink))
    return np.asarray(paper + (colour - paper) * mask[..., None], np.float32)


_L, _R, _M = 0.31, 0.69, 0.5
_PIPS = (
    ((_M, 0.5),),
    ((_M, 0.2), (_M, 0.8)),
    ((_M, 0.2), (_M, 0.5), (_M, 0.8)),
    ((_L, 0.2), (_R, 0.2), (_L, 0.8), (_R, 0.8)),
    ((_L, 0.2), (_R, 0.2), (_M, 0.5), (_L, 0.8), (_R, 0.8)),
    ((_L, 0.2), (_R, 0.2), (_L, 0.5), (_R, 0.5), (_L, 0.8), (_R, 0.8)),
    ((_L, 0.2), (_R, 0.2), (_M, 0.35), (_L, 0.5), (_R, 0.5), (_L, 0.8), (_R, 0.8)),
    ((_L, 0.2), (_R, 0.2), (_M, 0.35), (_L, 0.5), (_R, 0.5), (_M, 0.65), (_L, 0.8), (_R, 0.8)),
    ((_L, 0.2), (_R, 0.2), (_L, 0.4), (_R, 0.4), (_M, 0.5), (_L, 0.6), (_R, 0.6), (_L, 0.8), (_R, 0.8)),
    (
        (_L, 0.2),
        (_R, 0.2),
        (_M, 0.3),
        (_L, 0.4),
        (_R, 0.4),
        (_L, 0.6),
        (_R, 0.6),
        (_M, 0.7),
        (_L, 0.8),
        (_R, 0.8),
    ),
)


def _stamp(mask: np.ndarray, suit: int, x: int, y: int, size: int, *, flip: bool = False) -> None:
    """Draw a suit's pip of half width `size` [px] about (x, y)."""
    v, u = np.mgrid[-size : size + 1, -size : size + 1] / size
    v = -v if flip else v
    u = np.abs(u)
    stem = (u < 0.07 + 0.28 * np.clip(v - 0.45, 0, 1) ** 1.5) & (v > 0.1) & (v < 0.92)
    if suit == 0:
        shape = (np.hypot(u - 0.42, v + 0.35) < 0.44) | (
            (v > -0.42) & (u < 0.86 * (0.85 - v) / 1.08) & (v < 0.85)
        )
    elif suit == 1:
        shape = u / 0.72 + np.abs(v) / 0.95 < 1
    elif suit == 2:
        shape = (np.hypot(u - 0.40, v - 0.22) < 0.42) | ((v < 0.25) & (u < 0.82 * (v + 0.92) / 1.15)) | stem
    else:
        shape = (
            (np.hypot(u, v + 0.45) < 0.38)
            | (np.hypot(u - 0.44, v - 0.16) < 0.38)
            | (np.hypot(u, v) < 0.2)
            | stem
        )
    window = mask[y - size : y + size + 1, x - size : x + size + 1]
    window[:] = np.maximum(window, shape)


def chessboard(member: CastMember, rng: Rng) -> Prop:
    """A chessboard in its frame, a game under way on it; bare where the brief says bare or empty."""
    square, rim, thick = 0.046 * vary(rng, 0.02), 0.028, 0.020
    side = 8 * square
    wood = surface(member, rng)
    frame = [
        beam(
            (-side / 2 - rim, s * (side + rim) / 2, thick / 2),
            (side / 2 + rim, s * (side + rim) / 2, thick / 2),
            rim,
            thick,
            radius=0.003,
        )
        for s in (-1, 1)
    ]
    frame += [
        beam(
            (s * (side + rim) / 2, -side / 2, thick / 2),
            (s * (side + rim) / 2, side / 2, thick / 2),
            rim,
            thick,
            radius=0.003,
        )
        for s in (-1, 1)
    ]
    tiles: tuple[list[Mesh], list[Mesh]] = ([], [])
    tile = shapes.rounded_box((square - 0.0003, square - 0.0003, thick - 0.002), 0.0003, 1)
    for i in range(8):
        for j in range(8):
            tiles[(i + j) % 2].append(placed(tile, at=((i - 3.5) * square, (j - 3.5) * square, thick / 2)))
    light, dark = trim(member, "maple"), trim(member, "walnut" if "ebony" in wood.name else "ebony")
    parts: list[Part] = [part(wood, *frame), part(dark, *tiles[0]), part(light, *tiles[1])]
    walls = [box((0, 0, thick / 2), (side + 2 * rim, side + 2 * rim, thick))]
    if not says(member, "bare", "empty", "without"):
        men, posts = _game(member, rng, square, thick - 0.001)
        parts, walls = parts + men, walls + posts
    return assemble(parts, walls, mass=2.2, friction=0.5, restitution=0.3)


_GAME = (
    "king:g1 rook:f1 pawn:f2 pawn:g2 pawn:h3 bishop:e3 queen:d2 pawn:d4 rook:c1 pawn:b2 pawn:a3",
    "king:g8 rook:f8 pawn:f7 pawn:g6 pawn:h7 bishop:g7 queen:b6 pawn:d5 rook:c8 pawn:e6 pawn:a6",
)


def _game(member: CastMember, rng: Rng, square: float, level: float) -> tuple[list[Part], list[Collider]]:
    """Men on their squares, white towards the viewer."""
    parts, walls = [], []
    for side, men in enumerate(_GAME):
        skins: dict[str, Material] = {}
        for man in men.split():
            name, at = man.split(":")
            piece = CastMember(
                id="man", kind="chess_piece", name=name, seed=member.seed, material=("maple", "ebony")[side]
            )
            made = chess_man(piece, np.random.default_rng([member.seed, side]), 40)
            x, y = (ord(at[0]) - 100.5) * square, (int(at[1]) - 4.5) * square
            pose = shapes.translation(
                x + float(rng.uniform(-0.003, 0.003)), y + float(rng.uniform(-0.003, 0.003)), level
            )
            for p in made.parts:
                skin = skins.setdefault(p.material.name, p.material)
                parts.append(Part(mesh=p.mesh.moved(pose), material=skin))
            top = max(float(p.mesh.vertices[:, 2].max()) for p in made.parts)
            walls.append(post((float(pose[0, 3]), float(pose[1, 3]), level + top / 2), 0.012, top))
    return parts, walls
