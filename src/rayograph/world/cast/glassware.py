"""Glass for drinks: champagne flute, beer mug, decanter, carafe."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast import finish, solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import box, part, post, trim
from rayograph.world.cast.makings import pillowed, smooth_spun, spun
from rayograph.world.cast.profile import Vessel, hollow, spline, turned
from rayograph.world.cast.shaping import curve, placed, rod
from rayograph.world.cast.vessels import liquid
from rayograph.world.noise import noise3
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def champagne_flute(member: CastMember, rng: Rng) -> Prop:
    """A tall narrow flute on a thin stem, three quarters full of pale wine."""
    base = spline(
        [(0.033, 0.0022), (0.020, 0.0040), (0.007, 0.009), (0.0036, 0.022), (0.0033, 0.062), (0.005, 0.072)],
        50,
    )
    cup = spline([(0.005, 0.072), (0.013, 0.086), (0.021, 0.108), (0.0255, 0.150), (0.0235, 0.225)], 60)
    shell = hollow(cup, 0.0011, 0.0755)
    outer = np.concatenate([[[0.0322, 0.0], [0.033, 0.0010]], base, cup[1:]])
    vessel = Vessel(
        under=np.array([[0.0, 0.0018], [0.023, 0.0010], [0.029, 0.0]]), outer=outer, inner=shell.inner
    )
    glass = Part(mesh=turned(vessel.solid, 96, crease_deg=50), material=finish.body(member, rng))
    parts = [glass]
    if not finish.says(member, "empty"):
        parts.append(liquid(vessel, 0.190, finish.trim(member, "water", member.accent or "#e6c77a")))
    walls = (*solids.stack(outer, [0.0, 0.010, 0.062, 0.0755]), *solids.walls(cup, shell.inner, bands=4))
    return Prop(parts=tuple(parts), colliders=walls, mass=0.16, friction=0.4, restitution=0.5)


def beer_mug(member: CastMember, rng: Rng) -> Prop:
    """A thick glass mug of beer: flat panels ground round its side, a stout handle, a head of foam."""
    r, tall = 0.043, 0.150
    outer = np.concatenate([[[r - 0.003, 0.0]], spline([(r, 0.003), (r, 0.05), (r, tall)], 40)])
    vessel = hollow(outer, 0.0045, 0.014, punt=0.004)
    body = turned(vessel.solid, 96, crease_deg=50)
    ear = rod(curve([(r - 0.002, 0, 0.122), (r + 0.022, 0, 0.128), (r + 0.038, 0, 0.108),
        (r + 0.038, 0, 0.062), (r + 0.022, 0, 0.040),
        (r - 0.002, 0, 0.040)], 50), 0.0078, 18)  # fmt: skip
    ribs = [rod([(r * np.cos(a), r * np.sin(a), 0.020), (r * np.cos(a), r * np.sin(a), 0.118)], 0.0042, 10)
            for a in np.arange(14) * 2 * np.pi / 14 + 0.22]  # fmt: skip
    ale = member.accent or ("#2a1408" if finish.says(member, "stout", "porter", "dark") else "#d98a1c")
    beer = liquid(vessel, 0.128, trim(member, "water", ale))
    inner = r - 0.0043
    head = spun([(0, 0.127), (inner, 0.127), (inner, 0.150), (inner * 1.02, 0.156), (inner * 0.8, 0.166),
        (inner * 0.4, 0.170), (0, 0.171)], 72,
                radius=0.006)  # fmt: skip
    lump = 0.0016 * noise3(head.vertices * 160, seed=member.seed) * (head.vertices[:, 2] > 0.152)
    head = replace(head, vertices=head.vertices + np.array([0, 0, 1.0]) * lump[:, None])
    glass = trim(member, "glass")
    parts = (
        part(glass, body, ear, *ribs),
        beer,
        part(replace(trim(member, "wax", "#fbf3e0"), roughness=0.8), head),
    )
    walls = (post((0, 0, tall / 2), r + 0.002, tall), box((r + 0.022, 0, 0.083), (0.048, 0.016, 0.104)))
    return Prop(parts=parts, colliders=walls, mass=1.1, friction=0.5, restitution=0.3)


def decanter(member: CastMember, rng: Rng) -> Prop:
    """A whisky decanter: square-shouldered crystal with cut facets, amber spirit, a faceted ball stopper."""
    amber = member.accent or ("#6e1226" if finish.says(member, "wine", "port", "sherry") else "#b0641a")
    body = pillowed([(0.0, 0.084, 0.084, 0), (0.004, 0.090, 0.090, 0), (0.12, 0.090, 0.090, 0),
        (0.132, 0.078, 0.078, 0), (0.145, 0.040, 0.040, 0),
        (0.152, 0.030, 0.030, 0), (0.175, 0.028, 0.028, 0), (0.180, 0.040, 0.040, 0),
            (0.184, 0.040, 0.040, 0)], 0.014, steps=60)  # fmt: skip
    drink = pillowed(
        [(0.012, 0.070, 0.070, 0), (0.015, 0.078, 0.078, 0), (0.088, 0.078, 0.078, 0)], 0.010, steps=20
    )
    cuts = []
    for side in range(4):
        for k in range(5):
            for lean in (-1, 1):
                x, z = (k - 2) * 0.0165, 0.058
                bar = rod(
                    [(x - lean * 0.010, -0.0449, z - 0.024), (x + lean * 0.010, -0.0449, z + 0.024)],
                    0.0016,
                    6,
                )
                cuts.append(placed(bar, turns=[("z", 90.0 * side)]))
    ball = placed(
        smooth_spun([(0, -0.018), (0.013, -0.014), (0.020, 0.0), (0.013, 0.014), (0, 0.018)], 10),
        at=(0, 0, 0.205),
    )
    stem = rod([(0, 0, 0.168), (0, 0, 0.192)], 0.009, 16)
    parts = (part(trim(member, "glass"), body, *cuts, ball, stem), part(trim(member, "water", amber), drink))
    walls = (
        box((0, 0, 0.065), (0.09, 0.09, 0.13)),
        post((0, 0, 0.16), 0.018, 0.06),
        post((0, 0, 0.205), 0.016, 0.034),
    )
    return Prop(parts=parts, colliders=walls, mass=1.3, friction=0.5, restitution=0.3)


def carafe(member: CastMember, rng: Rng) -> Prop:
    """A wine carafe: wide round belly drawn into a slim flaring neck, a third full."""
    outer = np.concatenate([[(0.046, 0.0)], spline([(0.052, 0.003), (0.078, 0.035), (0.080, 0.060),
        (0.055, 0.100), (0.026, 0.140), (0.018, 0.180),
        (0.020, 0.215), (0.032, 0.245)], 80)])  # fmt: skip
    vessel = hollow(outer, 0.0022, 0.006, punt=0.004)
    glass = Part(mesh=turned(vessel.solid, 112, crease_deg=50), material=finish.body(member, rng))
    parts = [glass]
    if not finish.says(member, "empty"):
        drink = member.accent or ("#7d1f35" if not finish.says(member, "water", "juice") else None)
        drink = "#e08a1c" if finish.says(member, "juice") and not member.accent else drink
        parts.append(liquid(vessel, 0.075, finish.trim(member, "water", drink)))
    walls = (*solids.stack(outer, [0.0, 0.06, 0.14, 0.2, 0.245]),)
    return Prop(parts=tuple(parts), colliders=walls, mass=0.9, friction=0.5, restitution=0.4)


GLASSWARE: dict[str, Generator] = {
    "champagne_flute": champagne_flute,
    "beer_mug": beer_mug,
    "decanter": decanter,
    "carafe": carafe,
}
