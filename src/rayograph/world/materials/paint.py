"""Coats and polymers: enamel, car paint, plastic, rubber. uv in metres or 0..1 around."""

import numpy as np

from rayograph.world.materials.look import SIDE, Look, chips, rough, smudges, stains
from rayograph.world.materials.pigment import albedo, dyed, over, ramp, rgb, shaded
from rayograph.world.materials.tile import Field, above, cells, scratches, soft, spectral, uniform
from rayograph.world.scene import Material


def _coat(colour: str, gain: Field) -> np.ndarray:
    base = np.broadcast_to(rgb(colour), (*gain.shape, 3)).astype(np.float32)
    return albedo(shaded(np.clip(base, 0.02, 0.85), gain))


def painted_metal(look: Look) -> Material:
    """Enamelled sheet: orange peel, chips to primer and rust (accent: what shows). Tile 0.5 m."""
    rng, size = look.rng(501), SIDE
    peel = spectral(size, rng, low=40, high=110, slope=0.3)
    cloud = spectral(size, rng, low=2, slope=1.4)
    flaked = chips(size, rng, look.wear)
    inner = chips(size, np.random.default_rng([501, look.seed, 1]), look.wear) * flaked
    core = np.clip(soft(flaked, 2.5) * 1.6 - 0.7, 0, 1) + inner
    rim = np.clip(soft(flaked, 4) * 2, 0, 1) * (1 - flaked)
    dirt = stains(size, rng, look.wear)
    lines = scratches(size, rng, count=int(60 * look.wear), length=0.2)
    paint = _coat(
        look.colour or "#2f5d6b", 1 + 0.04 * cloud - 0.28 * dirt * look.wear - 0.3 * rim * look.wear
    )
    paint = over(paint, "#b8b2a8", 0.35 * lines)
    rust = ramp(uniform(peel), "#3a2015", "#6d3c20")
    under = over(dyed(np.ones((*size, 3), np.float32), "#8d8b86"), rust, np.clip(core, 0, 1))
    under = dyed(under, look.accent) if look.accent else under
    gloss = 0.26 + 0.05 * smudges(size, rng) + 0.28 * dirt * look.wear + 0.4 * flaked + 0.2 * lines
    return Material(
        name="painted_metal",
        base_colour=albedo(over(paint, under, flaked)),
        roughness=rough(0, gloss),
        metallic=(0.7 * flaked * (1 - np.clip(core, 0, 1))).astype(np.float32),
        clearcoat=0.45 * (1 - look.wear),
        clearcoat_gloss=0.9,
        bump=(8e-6 * peel + 6e-5 * cloud - 1.6e-4 * flaked - 2e-5 * lines).astype(np.float32),
        uv_scale=2.0,
    )


def car_paint(look: Look) -> Material:
    """Metallic base under clear lacquer: flakes, orange peel, road dust with wear. Tile 0.5 m."""
    rng, size = look.rng(502), SIDE
    flake = rng.random(size, np.float32)
    glint = (flake**14).astype(np.float32)
    peel = spectral(size, rng, low=30, high=90, slope=0.3)
    dust = stains(size, rng, look.wear) * look.wear
    swirl = scratches(size, rng, count=int(120 * look.wear), length=0.1)
    body = _coat(look.colour or "#7d1a18", 0.86 + 0.28 * flake)
    body = over(body, look.accent or "#d8d4cc", 0.20 * glint)
    body = over(body, "#8a7d6c", 0.30 * dust)
    return Material(
        name="car_paint",
        base_colour=albedo(body),
        roughness=rough(0.34, 0.08 * (flake - 0.5) + 0.3 * dust + 0.05 * swirl),
        metallic=np.clip(0.35 + 0.3 * glint - 0.5 * dust, 0, 1).astype(np.float32),
        clearcoat=1.0 - 0.5 * look.wear,
        clearcoat_gloss=0.985 - 0.12 * look.wear,
        bump=(2.5e-6 * peel).astype(np.float32),
        uv_scale=2.0,
    )


def plastic(look: Look) -> Material:
    """Moulded plastic: faint texture, whitened scuffs, wiped fingerprints. Tile 0.4 m."""
    rng, size = look.rng(503), SIDE
    mould = spectral(size, rng, low=70, high=200, slope=0.2)
    sink = spectral(size, rng, low=2, high=10, slope=1.5)
    scuff = scratches(size, rng, count=int(15 + 160 * look.wear), length=0.12) * (0.2 + look.wear)
    dirt = stains(size, rng, look.wear) * look.wear
    body = _coat(look.colour or "#c23b2a", 1 + 0.025 * sink - 0.25 * dirt)
    body = over(body, look.accent or "#cfc9c0", 0.22 * scuff)
    gloss = 0.27 + 0.05 * smudges(size, rng) + 0.35 * scuff + 0.2 * dirt
    return Material(
        name="plastic",
        base_colour=albedo(body),
        roughness=rough(0, gloss),
        specular=0.5,
        bump=(3e-6 * mould + 1.2e-4 * sink - 1.5e-5 * scuff).astype(np.float32),
        uv_scale=2.5,
    )


def rubber(look: Look) -> Material:
    """Matt rubber: bloom, ground-in dust, fine pebbling. Tile 0.3 m."""
    rng, size = look.rng(504), SIDE
    near, _, _ = cells(size, (110, 110), rng)
    bloom = spectral(size, rng, low=2, slope=1.3)
    dust = stains(size, rng, look.wear)
    scuff = scratches(size, rng, count=int(90 * look.wear), length=0.1)
    body = _coat(look.colour or "#8f2f2a", 1 + 0.05 * bloom + 0.03 * (0.5 - near))
    body = over(body, look.accent or "#9a948a", 0.22 * dust + 0.25 * scuff)
    return Material(
        name="rubber",
        base_colour=albedo(body),
        roughness=rough(0.52, 0.05 * bloom + 0.06 * smudges(size, rng) + 0.2 * dust + 0.12 * near),
        specular=0.45,
        sheen=0.1,
        bump=(-2.5e-5 * near**2 + 1e-4 * above(bloom, 0.5, 3.0)).astype(np.float32),
        uv_scale=1 / 0.3,
    )
