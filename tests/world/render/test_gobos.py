"""Gobos shade what they should: the sun through a hole or a slat, a lamp by its pattern alone."""

import numpy as np

from rayograph.core.rig import SUN, Gobo, LightGroup, LightRig, Practical, Sun
from rayograph.light.sun import sun_direction
from rayograph.world.render.gobos import gobo_parts, pattern


def covered(gobo: Gobo, *, open_air: bool) -> float:
    """Part of the pattern's square that is opaque, by a lattice of points."""
    quads = pattern(gobo, open_air=open_air)
    axis = (np.arange(80) + 0.5) / 80 - 0.5
    x, y = (g.ravel() * gobo.size for g in np.meshgrid(axis, axis))
    hit = np.zeros(x.shape, bool)
    for quad in quads:
        sides = []
        for a, b in zip(quad, np.roll(quad, -1, axis=0), strict=True):
            sides.append((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) >= 0)
        inside = np.array(sides)
        hit |= inside.all(0) | (~inside).all(0)
    return float(hit.mean())


def test_patterns_let_about_half_of_the_light_through():
    for name in ("venetian", "leaves"):
        assert 0.3 < covered(Gobo(pattern=name, size=1.0), open_air=True) < 0.75
    assert covered(Gobo(pattern="window", size=1.0), open_air=False) < 0.4


def test_before_the_sun_it_hangs_in_the_way_of_its_light():
    sun = Sun(azimuth_deg=150, elevation_deg=40, gobo=Gobo(pattern="leaves", distance=2.0, size=0.5))
    rig = LightRig(sun=sun, groups=(LightGroup(name="sun", lights=(SUN,)),))
    (name, made), = gobo_parts(rig)  # fmt: skip
    assert name == "gobo_sun"
    off = made.mesh.vertices - 2.0 * np.asarray(sun_direction(sun))
    assert np.abs(off @ np.asarray(sun_direction(sun))).max() < 1e-6


def test_before_a_panel_it_closes_a_box():
    lamp = Practical(id="key", kind="panel", lumens=100, position=(1.0, 0, 1.0), target=(0.0, 0, 0),
                     size=(0.01, 0.01), gobo=Gobo(pattern="window", distance=0.5, size=0.3))  # fmt: skip
    rig = LightRig(practicals=(lamp,), groups=(LightGroup(name="key", lights=("key",)),))
    (_, made), = gobo_parts(rig)  # fmt: skip
    towards = np.array([-1.0, 0, -1.0]) / np.sqrt(2)
    depth = (made.mesh.vertices - np.array(lamp.position)) @ towards
    assert depth.min() < 0 < 0.49 < depth.max()
