"""Cloth and hide. uv in metres; thread counts are real at that scale."""

import numpy as np

from rayograph.world.materials.look import SIDE, Look, rough, smudges, stains
from rayograph.world.materials.pigment import Picture, dyed, over, rgb, shaded
from rayograph.world.materials.tile import Field, Size, above, axes, cells, scratches, soft, spectral
from rayograph.world.scene import Material


def _weave(size: Size, rng: np.random.Generator, threads: int, slub: float) -> tuple[Field, Field]:
    """A plain weave: (height 0..1, tone about 0). Warp and weft each vary in thickness along their run."""
    u, v = axes(size)
    bend = 0.10 * slub * spectral(size, rng, low=4, slope=0.8)
    x, y = u * threads + bend, v * threads + np.roll(bend, 57, 0)
    i, j = np.floor(x), np.floor(y)
    over_under = np.where((i + j) % 2 == 0, 1.0, -1.0)
    warp = np.sin(np.pi * (x - i)) * (0.5 + 0.5 * over_under * np.sin(np.pi * (y - j)))
    weft = np.sin(np.pi * (y - j)) * (0.5 - 0.5 * over_under * np.sin(np.pi * (x - i)))
    height = np.maximum(warp, weft).astype(np.float32)
    run = spectral(size, rng, low=6, high=threads, slope=0.5, stretch=(1, 24))
    fall = spectral(size, rng, low=6, high=threads, slope=0.5, stretch=(24, 1))
    tone = np.where(warp > weft, run, fall)
    return height, (slub * tone).astype(np.float32)


def _cloth(
    name: str,
    look: Look,
    *,
    own: str,
    threads: int,
    tile: float,
    slub: float,
    depth: float,
    sheen: float,
    roughness: float,
) -> Material:
    rng, size = look.rng(sum(name.encode()) + 600), SIDE
    height, tone = _weave(size, rng, threads, slub)
    fade = spectral(size, rng, low=2, slope=1.4)
    soil = stains(size, rng, look.wear) * look.wear
    fuzz = spectral(size, rng, low=90, slope=0.2)
    gain = (0.58 + 0.5 * height) * (1 + 0.11 * tone + 0.03 * fuzz + 0.04 * fade * (0.4 + look.wear))
    colour = shaded(np.broadcast_to(rgb(look.colour or own), (*size, 3)).astype(np.float32), gain)
    colour = over(colour, look.accent or "#6f6250", 0.4 * soil)
    return Material(
        name=name,
        base_colour=dyed(colour, look.colour or own),
        roughness=rough(roughness, 0.05 * fuzz + 0.05 * tone),
        specular=0.25,
        sheen=sheen,
        bump=(depth * (height + 0.15 * tone)).astype(np.float32),
        uv_scale=1 / tile,
    )


def linen(look: Look) -> Material:
    """Slubby linen, 9 threads per cm. Tile 0.08 m."""
    return _cloth("linen", look, own="#c9bda6", threads=72, tile=0.08, slub=1.0, depth=1.6e-4, sheen=0.5,
                  roughness=0.88)  # fmt: skip


def canvas(look: Look) -> Material:
    """Tent canvas, 8 threads per cm, weathered. Tile 0.08 m."""
    return _cloth("canvas", look, own="#b3a27e", threads=64, tile=0.08, slub=0.6, depth=2.2e-4, sheen=0.2,
                  roughness=0.9)  # fmt: skip


def book_cloth(look: Look) -> Material:
    """Starched binding cloth, 13 threads per cm. Tile 0.05 m."""
    return _cloth("book_cloth", look, own="#6b1f1d", threads=64, tile=0.05, slub=0.5, depth=7e-5, sheen=0.25,
                  roughness=0.7)  # fmt: skip


def silk(look: Look) -> Material:
    """Satin silk: gloss along the floats, soft creases. Tile 0.5 m."""
    rng, size = look.rng(610), SIDE
    float_ = spectral(size, rng, low=70, slope=0.2, stretch=(1, 30))
    cross = spectral(size, rng, low=70, slope=0.2, stretch=(30, 1))
    crease = spectral(size, rng, low=2, high=14, slope=1.7)
    body = np.broadcast_to(rgb(look.colour or "#a8324a"), (*size, 3)).astype(np.float32)
    body = shaded(body, 1 + 0.05 * float_ + 0.03 * cross - 0.2 * look.wear * stains(size, rng, look.wear))
    return Material(
        name="silk",
        base_colour=dyed(body, look.colour or "#a8324a"),
        roughness=rough(0.34, 0.05 * float_ + 0.03 * crease + 0.1 * look.wear),
        specular=0.6,
        sheen=0.9,
        bump=(7e-6 * float_ + 5e-6 * cross + 6e-4 * look.wear * crease).astype(np.float32),
        uv_scale=2.0,
    )


def velvet(look: Look) -> Material:
    """Pile that shades where it was stroked. Tile 0.5 m."""
    rng, size = look.rng(611), SIDE
    pile = spectral(size, rng, low=100, slope=0.1)
    stroke = spectral(size, rng, low=2, high=24, slope=1.4, stretch=(1.0, 1.8))
    crush = above(stroke, 0.35 + 0.3 * look.wear, 3.0)
    own = look.colour or "#4a1f3a"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    return Material(
        name="velvet",
        base_colour=dyed(shaded(body, (1 + 0.10 * pile) * (0.86 + 0.4 * crush)), own),
        roughness=rough(0.88, 0.04 * pile - 0.16 * crush),
        specular=0.15,
        sheen=0.6,
        bump=(6e-5 * pile + 3e-4 * stroke).astype(np.float32),
        uv_scale=2.0,
    )


def felt(look: Look) -> Material:
    """Pressed wool, as on card and billiard tables: a matt nap without weave. Tile 0.25 m."""
    rng, size = look.rng(614), SIDE
    fibre = spectral(size, rng, low=60, slope=0.3, stretch=(1.0, 2.2))
    fleck = spectral(size, rng, low=110, slope=0.1)
    nap = spectral(size, rng, low=2, high=20, slope=1.5)
    own = look.colour or "#1f5c38"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    gain = 1 + 0.11 * fibre + 0.09 * fleck + 0.03 * nap - 0.1 * look.wear * stains(size, rng, look.wear)
    return Material(
        name="felt",
        base_colour=dyed(shaded(body, gain), own),
        roughness=rough(0.95, 0.02 * fleck),
        specular=0.08,
        sheen=0.35,
        bump=(4e-5 * fibre + 3e-5 * fleck).astype(np.float32),
        uv_scale=4.0,
    )


def leather(look: Look) -> Material:
    """Grained leather: pebbles of 2 mm, creases, polished high spots, worn pale. Tile 0.2 m."""
    rng, size = look.rng(612), SIDE
    near, second, owner = cells(size, (76, 76), rng, jitter=1.0)
    valley = soft(np.clip(1 - (second - near) / 0.32, 0, 1), 0.8)
    crease = spectral(size, rng, low=5, high=60, slope=1.0, stretch=(1.5, 1.0))
    fold = np.exp(-np.abs(crease) / 0.06) * above(np.roll(crease, 133, 1), 0.4, 1.5)
    shade = rng.uniform(0.92, 1.08, owner.max() + 1).astype(np.float32)[owner]
    cloud = spectral(size, rng, low=2, slope=1.3)
    rub = stains(size, rng, look.wear) * (1 - valley)
    own = look.colour or "#6b4329"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    body = shaded(body, shade * (1 - 0.4 * valley) * (1 - 0.25 * fold) * (1 + 0.09 * cloud))
    body = over(body, look.accent or "#b08a62", 0.5 * rub * look.wear)
    lines = scratches(size, rng, count=int(50 * look.wear), length=0.15)
    return Material(
        name="leather",
        base_colour=dyed(over(body, "#a88a68", 0.3 * lines), look.colour),
        roughness=rough(
            0.42, 0.2 * valley + 0.06 * smudges(size, rng) + (0.08 + 0.3 * look.wear) * rub + 0.15 * lines
        ),
        clearcoat=0.1,
        bump=(-1.6e-4 * valley - 2.5e-4 * fold + 1e-4 * cloud - 4e-5 * lines).astype(np.float32),
        uv_scale=5.0,
    )


def rug(*, colour: str = "#8c2f2a", accent: str = "#d8cba8", wear: float = 0.25, seed: int = 0) -> Material:
    """A knotted rug: border, field of lozenges and rosettes. uv 0..1 over the whole rug (scale uv so)."""
    look = Look(colour=colour, accent=accent, wear=wear, seed=seed)
    rng, size = look.rng(613), (768, 768)
    knots = 192
    u, v = axes(size)
    x, y = (np.floor(u * knots) + 0.5) / knots, (np.floor(v * knots) + 0.5) / knots
    picture = _rug_pattern(x, y, rng, colour, accent)
    pile = spectral(size, rng, low=110, slope=0.2)
    row = spectral(size, rng, low=40, slope=0.3, stretch=(60, 1))
    fade = spectral(size, rng, low=2, slope=1.3)
    trod = stains(size, rng, wear)
    knot = np.sin(np.pi * (u * knots % 1)) * np.sin(np.pi * (v * knots % 1))
    gain = (0.75 + 0.3 * knot) * (1 + 0.10 * pile + 0.05 * row + 0.05 * fade) * (1 - 0.3 * trod * wear)
    return Material(
        name="rug",
        base_colour=dyed(shaded(picture, gain.astype(np.float32)), None),
        roughness=rough(0.93, 0.03 * pile),
        specular=0.15,
        sheen=0.6,
        bump=(1.2e-3 * knot + 5e-4 * pile).astype(np.float32),
    )


def _rug_pattern(x: np.ndarray, y: np.ndarray, rng: np.random.Generator, ground: str, figure: str) -> Picture:
    dark, third = "#1f2433", ("#b07a3a", "#4a5f5a", "#6f3a35", "#36506e")[int(rng.integers(4))]
    lozenges, petals = int(rng.integers(5, 9)), int(rng.integers(4, 7))
    edge = np.minimum(np.minimum(x, 1 - x), np.minimum(y, 1 - y))
    shape = np.broadcast_shapes(x.shape, y.shape)
    a, b = x * lozenges, y * lozenges * 1.5
    p, q = np.abs(a % 1 - 0.5), np.abs(b % 1 - 0.5)
    diamond = p + q
    turn = np.arctan2(b % 1 - 0.5, a % 1 - 0.5)
    rosette = np.hypot(p, q) < 0.16 + 0.05 * np.cos(petals * turn)
    picture = np.broadcast_to(rgb(ground), (*shape, 3)).astype(np.float32)

    def lay(base: Picture, colour: str, where: np.ndarray) -> Picture:
        return over(base, colour, np.broadcast_to(where, shape).astype(np.float32))

    picture = lay(picture, dark, (diamond > 0.44) & (diamond < 0.5))
    picture = lay(picture, figure, (diamond > 0.33) & (diamond < 0.37))
    picture = lay(picture, third, rosette)
    picture = lay(picture, figure, np.hypot(p, q) < 0.06)
    wave = np.abs((np.where(np.minimum(x, 1 - x) < np.minimum(y, 1 - y), y, x) * 28) % 1 - 0.5)
    for limit, colour in ((0.13, dark), (0.122, third), (0.035, figure), (0.024, dark)):
        picture = lay(picture, colour, edge < limit)
    return lay(picture, figure, (np.abs(edge - 0.08) < 0.008 + 0.03 * wave) & (edge < 0.118) & (edge > 0.04))
