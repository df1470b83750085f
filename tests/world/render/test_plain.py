"""The plain renderer against the fast one: same objects, same geometry, same light."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import binary_dilation

from rayograph.core.errors import SetupError
from rayograph.world import engine
from rayograph.world.render import variant
from rayograph.world.render.quality import QUALITIES

from . import small_world

QUALITY = replace(QUALITIES["standard"], samples=64, head=1, max_depth=4, denoiser="fast")
LAYERS = ("depth", "ids", "normal", "geometric_normal", "position", "albedo", "roughness", "metallic",
          "forward", "alpha", "matte_ids", "matte_coverage")  # fmt: skip


def render():
    """A frame in which the ball moves while the shutter is open, beside still metal and a lamp.

    No glass: beneath it the stock integrator finds caustics, which the fast path leaves out.
    """
    world = small_world.world(still=False, ball_speed=2.0, glass=False, size=(48, 27))
    shot = engine.open_shot(world, QUALITY)
    return engine.render_frame(shot, 1)[0]


def main(path):
    """In the child process: render; then sample a still world with glass, by one thread and by three."""
    frame = render()
    import drjit as dr

    from rayograph.world.render.plain_sample import sample_frame
    from rayograph.world.render.rays import Shutter

    shot = engine.open_shot(small_world.world(size=(48, 27)), QUALITY)
    here = engine.camera(shot.world, QUALITY, 0.0)
    few = []
    for threads in (1, 3):
        dr.set_thread_count(threads)
        few.append(sample_frame(shot.stage, Shutter(start=here, end=here), samples=2, instants=[0.0], seed=5))
    layers = {name: getattr(frame, name) for name in LAYERS}
    groups = {f"group_{name}": group for name, group in frame.groups.items()}
    glass = (few[0].matte_ids[..., 0] == shot.stage.names.index("glass")) & (
        few[0].matte_coverage[..., 0] == 1
    )
    np.savez(path, names=frame.names, one=few[0].groups, three=few[1].groups, glass=glass,
             guides=np.concatenate([few[0].albedo, few[0].normal], -1), **layers, **groups)  # fmt: skip


@pytest.fixture(scope="module")
def child(tmp_path_factory):
    file = tmp_path_factory.mktemp("plain") / "frame.npz"
    code = "import sys; sys.path.insert(0, sys.argv[1])\nfrom tests.world.render import test_plain\n"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            code + "test_plain.main(sys.argv[2])",
            str(Path(__file__).parents[3]),
            str(file),
        ],
        env={**os.environ, "RAYOGRAPH_VARIANT": variant.PLAIN},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return np.load(file), done.stderr


@pytest.fixture(scope="module")
def pair(child):
    try:
        fast = variant.activate()
    except SetupError as error:
        pytest.skip(str(error))
    if fast == variant.PLAIN:
        pytest.skip("no libLLVM to compare with")
    return child[0], render()


def edges(frame):
    """Pixels within one of a change of object."""
    ids = frame.ids.astype(int)
    jump = (np.diff(ids, axis=0, prepend=ids[:1]) != 0) | (np.diff(ids, axis=1, prepend=ids[:, :1]) != 0)
    return binary_dilation(jump, iterations=2)


def test_geometry_and_materials_are_those_of_the_fast_path(pair):
    plain, fast = pair
    assert tuple(plain["names"]) == fast.names
    inside = ~edges(fast)
    assert inside.mean() > 0.5
    assert np.array_equal(plain["ids"][inside], fast.ids[inside])
    assert (plain["ids"] != fast.ids).mean() < 0.01
    assert np.abs(plain["depth"] / fast.depth - 1)[inside].max() < 1e-4
    for name in ("normal", "geometric_normal", "position", "albedo", "roughness", "metallic", "forward"):
        assert np.abs(plain[name] - getattr(fast, name))[inside].max() < 1e-3, name


def test_every_group_has_the_light_of_the_fast_path(pair):
    plain, fast = pair
    # The bulb is far brighter than what it lights: how a pixel's filter cuts its rim would be all the mean.
    lit = ~binary_dilation(fast.ids == fast.names.index("bulb"), iterations=3)
    means = {}
    for name, group in fast.groups.items():
        means[name] = [g.astype(np.float32)[lit].mean() for g in (plain[f"group_{name}"], group)]
        assert means[name][0] == pytest.approx(means[name][1], rel=0.05), name
    ours, theirs = np.sum(list(means.values()), axis=0)
    assert ours == pytest.approx(theirs, rel=0.02)


def test_a_moving_thing_is_spread_over_its_way_by_both(pair):
    plain, fast = pair
    ball = fast.names.index("ball")
    covers = [
        np.where(ids == ball, coverage, 0).sum(-1)
        for ids, coverage in (
            (plain["matte_ids"], plain["matte_coverage"]),
            (fast.matte_ids, fast.matte_coverage),
        )
    ]
    assert covers[0].sum() == pytest.approx(covers[1].sum(), rel=0.03)
    middles = [(cover.sum(0) * np.arange(48)).sum() / cover.sum() for cover in covers]
    assert middles[0] == pytest.approx(middles[1], abs=0.15)
    spreads = [((cover > 0.02) & (cover < 0.98)).sum() for cover in covers]
    assert spreads[0] == pytest.approx(spreads[1], rel=0.35)


def test_pixels_do_not_depend_on_the_thread_count(child):
    assert child[0]["one"].max() > 0 and np.array_equal(child[0]["one"], child[0]["three"])


def test_the_denoiser_is_guided_by_what_is_seen_through_glass(child):
    """Behind the glass lie the floor and things on it: dim and coloured, where glass itself is white."""
    guides = child[0]["guides"][child[0]["glass"]]
    assert len(guides) > 20
    middle = np.median(guides, axis=0)
    assert np.allclose(middle[:3], small_world.GREY.base_colour, atol=0.08)
    assert middle[5] > 0.8  # most of it is floor, which faces up


def test_the_cost_is_said_once_with_its_cure(child):
    assert child[1].count("plain renderer") == 1
    assert "times slower" in child[1] and "libllvm19" in child[1] and "make llvm" in child[1]


def test_only_lone_pixels_above_the_clamp_are_dimmed():
    variant.activate()
    from rayograph.world.render.plain_sample import levelled

    picture = np.full((9, 9, 3), 1.0, np.float32)
    picture[2, 2] = 500.0
    picture[5:8, 5:8] = 400.0
    picture[0, 8] = 8.0
    clean = levelled(picture, 10.0)
    assert np.allclose(clean[2, 2], 10.0)
    untouched = np.ones((9, 9), bool)
    untouched[2, 2] = False
    assert np.array_equal(clean[untouched], picture[untouched])


def test_glass_bends_light_by_snell_and_mirrors_it_by_fresnel():
    variant.activate()
    from rayograph.world.render.plain_glass import fresnel
    from rayograph.world.render.plain_passes import Met

    angle = np.deg2rad([0.0, 30.0, 60.0])
    toward = np.stack([np.sin(angle), 0 * angle, -np.cos(angle)], 1)
    up = np.tile(np.float32([0, 0, 1]), (3, 1))
    row, flag = np.zeros(3, np.float32), np.ones(3, bool)
    met = Met(
        seen=flag, distance=row, normal=up, flat=up, albedo=up, roughness=row, metallic=row,
        ior=np.full(3, 1.5, np.float32), clear=flag, ids=row.astype(np.uint32),
    )  # fmt: skip
    mirrored, bent, share = fresnel(met, toward)
    assert np.allclose(mirrored, toward * [1, 1, -1])
    assert np.allclose(bent[:, 0], np.sin(angle) / 1.5) and np.allclose(np.linalg.norm(bent, axis=1), 1)
    assert share == pytest.approx([0.04, 0.0415, 0.0892], abs=2e-4)
    outward, _, inside = fresnel(met, toward * [1, 1, -1])
    assert inside[2] == 1.0 and outward[2, 2] < 0  # beyond the critical angle of 41.8°
