"""Sound: a stage microphone and a record player."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, post, trim, vary
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import curve, hoop, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def microphone(member: CastMember, rng: Rng) -> Prop:
    """A stage microphone on its stand: round foot, slim pole, clip, tapered body, woven ball."""
    black, steel, tall = (
        trim(member, "painted_metal", member.colour or "#17171a"),
        trim(member, "chrome"),
        1.48 * vary(rng, 0.02),
    )
    foot = turned_fine(
        rounded([(0, 0), (0.140, 0), (0.140, 0.010), (0.05, 0.022), (0.018, 0.030), (0, 0.030)], 0.004), 72
    )
    pole = [
        rod([(0, 0, 0.02), (0, 0, 0.82)], 0.0115, 20),
        rod([(0, 0, 0.80), (0, 0, tall - 0.06)], 0.0085, 20),
    ]
    sleeve = rod([(0, 0, 0.78), (0, 0, 0.86)], 0.016, 20)
    tilt = shapes.translation(0, 0, tall - 0.045) @ shapes.rotation("x", 58)
    body = turned_fine(
        spline(
            [(0, -0.09), (0.0095, -0.088), (0.0110, -0.02), (0.0165, 0.058), (0.0205, 0.066), (0, 0.066)], 50
        ),
        40,
    ).moved(tilt)
    head = turned_fine(
        spline([(0.0, 0.062), (0.0235, 0.066), (0.0262, 0.088), (0.019, 0.108), (0.0, 0.1145)], 40), 48
    ).moved(tilt)
    band = placed(hoop(0.0258, 0.0016, segments=48), at=(0, 0, 0.079)).moved(tilt)
    weave = [
        rod(
            np.column_stack(
                [0.0266 * np.cos(a) * np.sin(t), 0.0266 * np.sin(a) * np.sin(t), 0.0885 + 0.0262 * np.cos(t)]
            ),
            0.0004,
            5,
        ).moved(tilt)
        for a in np.linspace(0, 2 * np.pi, 29)[:-1]
        for t in [np.linspace(0.25, 2.1, 14)]
    ]
    clip = rod([(0, 0, tall - 0.075), (0, 0.0, tall - 0.045)], 0.012, 18)
    parts = [
        part(black, foot, sleeve, clip, body),
        part(steel, *pole, band, *weave),
        part(trim(member, "steel"), head),
    ]
    walls = [post((0, 0, 0.012), 0.14, 0.024), post((0, 0, tall / 2), 0.012, tall - 0.04)]
    return assemble(parts, walls, mass=4.5, friction=0.6, restitution=0.1)


def _tone_arm() -> tuple[Mesh, Mesh, Mesh, Mesh]:
    """Pivot, S-shaped arm, counterweight and head shell of a record player."""
    base = placed(
        turned_fine(
            rounded(
                [(0, 0.105), (0.030, 0.105), (0.028, 0.118), (0.016, 0.124), (0.014, 0.150), (0, 0.150)],
                0.002,
            ),
            48,
        ),
        at=(0.165, 0.105, 0),
    )
    arm = rod(
        curve(
            [
                (0.165, 0.150, 0.146),
                (0.165, 0.105, 0.146),
                (0.160, 0.0, 0.146),
                (0.125, -0.070, 0.145),
                (0.080, -0.100, 0.138),
            ],
            50,
        ),
        0.0042,
        14,
    )
    weight = rod([(0.165, 0.130, 0.146), (0.165, 0.165, 0.146)], 0.013, 28)
    shell = placed(
        shapes.rounded_box((0.018, 0.038, 0.010), 0.003, 3), at=(0.070, -0.108, 0.134), turns=[("z", 0)]
    )
    return base, arm, weight, shell


def record_player(member: CastMember, rng: Rng) -> Prop:
    """A record player: plinth, platter with a grooved record and its label, S-shaped arm on its pivot."""
    wood = trim(member, member.material or "walnut", member.colour)
    plinth = placed(shapes.rounded_box((0.44, 0.34, 0.085), 0.008, 4), at=(0, 0, 0.063))
    feet = [
        placed(turned([(0, 0), (0.022, 0), (0.020, 0.021), (0, 0.021)], 28), at=(x, y, 0))
        for x in (-0.18, 0.18)
        for y in (-0.13, 0.13)
    ]
    steel, cx = trim(member, "steel"), -0.045
    platter = placed(
        turned_fine(
            rounded(
                [(0, 0.105), (0.152, 0.105), (0.154, 0.110), (0.154, 0.122), (0.150, 0.124), (0, 0.124)],
                0.001,
            ),
            96,
        ),
        at=(cx, 0, 0),
    )
    radii = np.linspace(0.149, 0.052, 300)
    grooves = [(float(r), 0.1265 + 0.00018 * (k % 2) - 0.0006 * (k % 60 == 0)) for k, r in enumerate(radii)]
    record = placed(
        turned_fine(
            [(0, 0.1242), (0.150, 0.1242), (0.150, 0.1262), *grooves, (0, 0.1264)], 128, crease_deg=15
        ),
        at=(cx, 0, 0),
    )
    label = placed(turned([(0.050, 0.1267), (0.0042, 0.12685)], 64), at=(cx, 0, 0))
    spindle = placed(
        turned(rounded([(0, 0.126), (0.0034, 0.126), (0.0034, 0.134), (0, 0.137)], 0.001), 20), at=(cx, 0, 0)
    )
    base, arm, weight, shell = _tone_arm()
    knobs = [
        placed(
            turned(rounded([(0, 0.104), (0.012, 0.104), (0.011, 0.116), (0, 0.117)], 0.0015), 28),
            at=(x, -0.135, 0),
        )
        for x in (0.14, 0.18)
    ]
    vinyl = replace(trim(member, "plastic", "#101012"), roughness=0.22, clearcoat=0.6, bump=None)
    parts = [
        part(replace(wood, clearcoat=0.5), plinth),
        part(steel, platter, spindle, base, arm, weight, *knobs),
        part(vinyl, record),
        part(trim(member, "paper", member.accent or "#b3381e"), label),
        part(trim(member, "plastic", "#17171a"), shell, *feet),
    ]
    return assemble(
        parts,
        [box((0, 0, 0.063), (0.44, 0.34, 0.126)), box((0.165, 0.12, 0.13), (0.05, 0.08, 0.04))],
        mass=6.0,
        friction=0.6,
        restitution=0.1,
    )


SOUND: dict[str, Generator] = {"microphone": microphone, "record_player": record_player}
