"""An open book lying on its back: two swells of pages from the gutter, printed, over the opened boards."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import finish
from rayograph.world.cast.decal import Texture, text_mask
from rayograph.world.cast.fitting import part
from rayograph.world.cast.lettered import panel, printed
from rayograph.world.cast.shaping import loft
from rayograph.world.scene import Collider, Prop

_WIDE, _LONG = 0.152, 0.222


def open_book(member: CastMember) -> Prop:
    """The book, opened somewhat past its middle; its text heads the right page."""
    rng = np.random.default_rng([member.seed, 41])
    cloth = finish.body(member, rng)
    share = float(rng.uniform(0.42, 0.58))
    covers, leaves, prints, walls = [], [], [], []
    for side, weight in ((-1, share), (1, 1 - share)):
        swell = 0.024 * weight + 0.004
        x = np.linspace(0, 1, 41)
        top = 0.0035 + swell * (1 - np.exp(-x * 9)) * (1 - 0.42 * x**2.2) + 0.0008
        covers.append(shapes.rounded_box((_WIDE + 0.006, _LONG + 0.008, 0.0026), 0.0011, 3)
                      .moved(shapes.translation(side * (_WIDE / 2 + 0.004), 0, 0.0013)))  # fmt: skip
        leaves.append(_block(side, x, top))
        y = np.linspace(-_LONG / 2, _LONG / 2, 9)
        columns = x * _WIDE * side + side * 0.0006
        lattice = np.stack([np.broadcast_to(columns, (9, 41)), np.broadcast_to(y[:, None], (9, 41)),
                            np.broadcast_to(top + 0.0004, (9, 41))], 2)  # fmt: skip
        lattice = lattice if side > 0 else lattice[:, ::-1]
        heading = member.text if side > 0 else ""
        prints.append(
            part(
                printed(f"page {heading}", _page(heading, member.seed + side), roughness=0.85), panel(lattice)
            )
        )
        slab = np.array([(side * a * _WIDE, b * _LONG / 2, c) for a in (0.0, 1.0) for b in (-1, 1)
                         for c in (0.0, float(top[-1]) if a else float(top[3]))])  # fmt: skip
        crest = np.array([(side * 0.35 * _WIDE, b * _LONG / 2, float(top[14])) for b in (-1, 1)])
        walls.append(Collider(kind="hull", vertices=np.concatenate([slab, crest])))
    spine = shapes.rounded_box((0.020, _LONG + 0.008, 0.0024), 0.001, 2).moved(
        shapes.translation(0, 0, 0.0012)
    )
    paper = finish.trim(member, "paper", "#e9dfc8")
    return Prop(
        parts=(part(cloth, *covers, spine), part(paper, *leaves), *prints),
        colliders=tuple(walls),
        mass=0.75,
        friction=0.6,
        restitution=0.1,
    )


def _block(side: int, x: np.ndarray, top: np.ndarray) -> Mesh:
    """The pages of one half as a solid."""
    across = x * _WIDE * side
    section = np.concatenate(
        [np.stack([across, top], 1), [(across[-1] - side * 0.004, 0.0026), (0.0, 0.0026)]]
    )
    return loft(np.stack([np.insert(section, 1, y, axis=1) for y in (-_LONG / 2, _LONG / 2)]), crease_deg=30)


def _page(heading: str, seed: int) -> Texture:
    """A page of set text as grey lines in words, with margins and perhaps a heading."""
    wide, tall = 420, 612
    rng = np.random.default_rng([abs(seed), 43])
    ink = np.zeros((tall, wide), np.float32)
    start = 70
    if heading:
        ink[60:120, 50:-50] = text_mask(heading, wide - 100, 60, margin=0.04)
        start = 150
    for row in range(start, tall - 60, 13):
        end = wide - 50 if rng.random() < 0.88 else int(rng.uniform(120, wide - 80))
        begin = 66 if rng.random() < 0.12 else 50
        words = np.repeat(rng.random((end - begin) // 4 + 1) > 0.17, 4)[: end - begin]
        ink[row : row + 5, begin:end] = words * rng.uniform(0.5, 0.75)
    paper, black = np.asarray(from_hex("#ece3cd")), np.asarray(from_hex("#2a2621"))
    return np.asarray(paper + (black - paper) * ink[..., None], np.float32)
