"""Paper. uv in metres or 0..1 over a sheet."""

import numpy as np

from rayograph.world.materials.look import SIDE, Look, rough, stains
from rayograph.world.materials.pigment import dyed, over, rgb, shaded
from rayograph.world.materials.tile import crease, scratches, spectral
from rayograph.world.scene import Material


def paper(look: Look) -> Material:
    """Uncoated paper: formation, fibres, foxing and creases with wear. Tile 0.4 m."""
    rng, size = look.rng(620), SIDE
    formation = spectral(size, rng, low=20, high=90, slope=0.5)
    cloud = spectral(size, rng, low=2, slope=1.3)
    fibres = scratches(size, rng, count=500, length=0.02)
    fold = crease(spectral(size, rng, low=1.5, high=5, slope=1.5), 1.2) * look.wear
    own = look.colour or "#ece6d8"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    body = shaded(body, 1 + 0.018 * formation + 0.02 * cloud - 0.05 * fibres)
    body = over(body, look.accent or "#a8875a", 0.4 * stains(size, rng, look.wear) * look.wear + 0.25 * fold)
    return Material(
        name="paper",
        base_colour=dyed(body, own),
        roughness=rough(0.8, 0.04 * formation),
        specular=0.3,
        sheen=0.15,
        bump=(1.2e-5 * formation + 5e-4 * look.wear * cloud - 6e-5 * fold).astype(np.float32),
        uv_scale=2.5,
    )
