"""Metals: base colours near measured reflectance, roughness where hands and time have been.

uv in metres, tile 0.4 m unless said; on turned pieces the brushing runs around.
Reflectances after Lazányi and Szirmay-Kalos, "Fresnel term approximations for metals", WSCG 2005.
"""

import numpy as np

from rayograph.world.materials.look import SIDE, Look, chips, rough, smudges, stains
from rayograph.world.materials.pigment import dyed, over, ramp, rgb, shaded
from rayograph.world.materials.tile import above, cells, scratches, spectral, uniform
from rayograph.world.scene import Material


def _bare(
    name: str,
    look: Look,
    *,
    own: str,
    tarnish: str,
    gloss: float,
    brushed: float = 0.0,
    patina: float = 0.5,
    dents: float = 1.0,
) -> Material:
    """Metal with smudges, scratches and tarnish; brushed: strength of fine lines along u."""
    rng, size = look.rng(sum(name.encode())), SIDE
    dull = stains(size, rng, look.wear)
    film = uniform(spectral(size, rng, low=2, slope=1.3))
    handling = smudges(size, rng)
    lines = scratches(size, rng, count=int(25 + 160 * look.wear), length=0.16) * (0.2 + 0.8 * look.wear)
    brush = spectral(size, rng, low=120, slope=0.1, stretch=(60, 1))
    base = np.broadcast_to(rgb(look.colour or own), (*size, 3)).astype(np.float32)
    cover = patina * (0.55 * dull + 0.35 * look.wear * film)
    colour = over(shaded(base, 1 + 0.03 * brushed * brush - 0.05 * film), look.accent or tarnish, cover)
    waves = spectral(size, rng, low=2, high=14, slope=1.6)
    map_ = (
        gloss
        + (0.02 + 0.16 * gloss) * handling
        + 0.28 * dull * patina
        + 0.22 * lines
        + 0.1 * look.wear * film
    )
    return Material(
        name=name,
        base_colour=np.clip(colour, 0.02, 1.0).astype(np.float32),
        roughness=rough(0, map_ + 0.03 * brushed * brush),
        metallic=np.clip(1 - 0.45 * cover, 0, 1).astype(np.float32),
        bump=(1.6e-4 * dents * look.wear * waves - 1.5e-5 * lines + 1.2e-6 * brushed * brush).astype(
            np.float32
        ),
        uv_scale=2.5,
    )


def gold(look: Look) -> Material:
    """Gold, softly polished."""
    return _bare("gold", look, own="#ffd684", tarnish="#9c6a2c", gloss=0.20, patina=0.4)


def brass(look: Look) -> Material:
    """Brass with brown tarnish."""
    return _bare("brass", look, own="#e6cf8c", tarnish="#5d4322", gloss=0.24, patina=0.8, brushed=0.5)


def bronze(look: Look) -> Material:
    """Cast bronze, brown, verdigris in patches with wear."""
    green = "#3f6a58" if look.wear > 0.55 else "#3a2413"
    return _bare("bronze", look, own="#b07d50", tarnish=green, gloss=0.34, patina=1.0, dents=1.6)


def copper(look: Look) -> Material:
    """Copper, browning."""
    return _bare("copper", look, own="#f2ad8c", tarnish="#5a2d1e", gloss=0.24, patina=0.8, brushed=0.5)


def steel(look: Look) -> Material:
    """Brushed stainless steel."""
    return _bare("steel", look, own="#c6c5c2", tarnish="#6f6a64", gloss=0.30, patina=0.4, brushed=1.6)


def chrome(look: Look) -> Material:
    """Chrome plate."""
    return _bare("chrome", look, own="#d3d5d7", tarnish="#77706a", gloss=0.045, patina=0.25, dents=0.3)


def rusty_metal(look: Look) -> Material:
    """Steel lost to rust; wear decides how much (accent: the rust). Tile 0.5 m."""
    rng, size = look.rng(310), SIDE
    broad = spectral(size, rng, low=2, high=60, slope=1.4)
    fine = spectral(size, rng, low=18, slope=0.8)
    rust = above(broad + 0.45 * fine, 0.45 + 0.5 * look.wear, 0.5)
    grain = uniform(spectral(size, rng, low=70, slope=0.3))
    tone = np.clip(0.55 * uniform(fine + 0.6 * broad) + 0.45 * grain, 0, 1)
    oxide = ramp(tone, "#2a1a14", "#4f2d1c", "#744226", "#96603a")
    oxide = dyed(oxide, look.accent) if look.accent else oxide
    iron = ramp(uniform(broad), "#5e5a57", "#8a8682")
    iron = dyed(iron, look.colour) if look.colour else iron
    pits = above(spectral(size, rng, low=24, high=120, slope=0.5), 0.08, 0.5) * rust
    colour = shaded(over(iron, oxide, rust), 1 - 0.5 * pits)
    return Material(
        name="rusty_metal",
        base_colour=np.clip(colour, 0.02, 0.85).astype(np.float32),
        roughness=rough(0.42, 0.42 * rust + 0.05 * fine),
        metallic=(1 - rust).astype(np.float32),
        bump=(rust * (3.5e-4 + 2.5e-4 * fine + 1.5e-4 * grain) - 7e-4 * pits).astype(np.float32),
        uv_scale=2.0,
    )


def black_iron(look: Look) -> Material:
    """Forged or cast iron, blackened, hammer-marked; rust bloom with wear. Tile 0.3 m."""
    rng, size = look.rng(311), SIDE
    near, _, owner = cells(size, (14, 14), rng)
    grain = spectral(size, rng, low=60, slope=0.4)
    bloom = chips(size, rng, 0.25 + 0.75 * look.wear)
    tone = uniform(spectral(size, rng, low=3, slope=1.2) + 0.4 * grain)
    colour = over(ramp(tone, "#1c1c1d", "#2b2b2c", "#39383a"), look.accent or "#5e3520", 0.75 * bloom)
    level = rng.random(owner.max() + 1).astype(np.float32)[owner]
    return Material(
        name="black_iron",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.42, 0.05 * grain + 0.06 * smudges(size, rng) + 0.35 * bloom),
        metallic=np.clip(0.55 - 0.55 * bloom, 0, 1).astype(np.float32),
        bump=(4e-4 * near**2 + 1e-4 * level + 7e-5 * grain + 1e-4 * bloom).astype(np.float32),
        uv_scale=1 / 0.3,
    )
