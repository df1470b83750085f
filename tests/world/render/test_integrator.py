"""The integrator against Mitsuba's own path tracer and against geometry."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.ndimage import binary_dilation

from rayograph.light.sky import bake_sky
from rayograph.world import engine
from rayograph.world.render import variant
from rayograph.world.render.quality import QUALITIES
from rayograph.world.scene import Part, Portal

from . import small_world

QUALITY = replace(QUALITIES["standard"], samples=64, max_depth=5)


def sampled(world, quality=QUALITY, clamp=1e12, seed=1):
    variant.activate()
    from rayograph.world.render.rays import Shutter
    from rayograph.world.render.sample import sample_frame

    stage = engine._load(world, quality, clamp)
    here = engine.camera(world, quality, 0.0)
    return sample_frame(
        stage, Shutter(start=here, end=here), samples=quality.samples, instants=[0.0], seed=seed
    ), stage


def test_group_means_agree_with_the_stock_path_tracer():
    world = small_world.world(glass=False, sun=False)
    found, stage = sampled(world)
    import mitsuba as mi

    camera = engine.camera(world, QUALITY, 0.0)
    fov = float(np.rad2deg(2 * np.arctan(camera.width / 2 / camera.focal_px)))
    pose = camera.to_world @ np.diag([-1.0, -1.0, 1.0, 1.0])
    size = {"width": camera.width, "height": camera.height}
    film = {"type": "hdrfilm", "rfilter": {"type": "box"}, "pixel_format": "rgb", **size}
    pose_of = mi.ScalarTransform4f(pose)
    sensor = mi.load_dict({"type": "perspective", "fov": fov, "to_world": pose_of, "film": film})
    integrator = mi.load_dict({"type": "path", "max_depth": 5, "rr_depth": 99})
    stock = np.array(mi.render(stage.lit.space.scene, sensor=sensor, integrator=integrator, spp=256, seed=2))
    ours = found.groups.sum(0)
    # The bulb is thousands of times brighter than what it lights: its few pixels would be all the mean.
    lit = ~binary_dilation((found.matte_ids == stage.names.index("bulb")).any(-1), iterations=2)
    assert ours[lit].mean() == pytest.approx(stock[lit].mean(), rel=0.01)
    assert (found.groups >= 0).all()


def test_a_group_alone_equals_the_same_group_among_others():
    """Light is linear: switching the others off leaves a group's mean where it was."""
    both, _ = sampled(small_world.world(sun=False))
    lamp, _ = sampled(small_world.world(sun=False, sky=False), seed=5)
    assert lamp.groups[0].mean() == pytest.approx(both.groups[1].mean(), rel=0.02)


def test_the_suns_penumbra_has_the_width_of_its_disc():
    """An edge at height h under a sun at elevation e throws a penumbra h·2·tan(r)/sin²(e) along the light."""
    from rayograph.core.plan import CameraKey, CameraPlan
    from rayograph.world import shapes

    radius, height = 2.0, 0.5
    world = small_world.world(sky=False, lamp=False, glass=False, size=(128, 32))
    rig = world.plan.rig
    sun = rig.sun.model_copy(
        update={"azimuth_deg": 180.0, "elevation_deg": 90.0 - 1e-3, "angular_radius_deg": radius}
    )
    blocker = Part(mesh=shapes.quad([0, -2, height], [2, 0, 0], [0, 4, 0]), material=small_world.GREY)
    built = replace(world.built, parts=(*world.built.parts, blocker))
    camera = CameraPlan(
        keys=(CameraKey(time=0, position=(0, 0, 0.4), target=(0, 0.001, 0), focal_mm=100),),
        f_stop=64,
        exposure_ev=14,
    )
    plan = world.plan.model_copy(
        update={"rig": rig.model_copy(update={"sun": sun}), "camera": camera, "cast": ()}
    )
    from rayograph.world.render.lighting import light_up

    world = replace(
        world, plan=plan, built=built, props={}, lighting=light_up(plan.rig, built, {}, bake_sky(plan.rig))
    )
    found, _ = sampled(world, replace(QUALITY, samples=256))
    profile = found.groups[0][..., 1].mean(0)
    profile = profile / np.percentile(profile, 98)
    view = engine.camera(world, QUALITY, 0.0)
    metres = 0.4 / view.focal_px
    # A disc's edge-spread function rises from 10 % to 90 % over 0.687 of its diameter.
    x = np.arange(profile.size)
    order = 1 if profile[0] < profile[-1] else -1
    low, high = (np.interp(level, profile[::order], x[::order]) for level in (0.1, 0.9))
    expected = 0.687 * 2 * height * np.tan(np.deg2rad(radius))
    assert abs(high - low) * metres == pytest.approx(expected, rel=0.1)


def test_portal_sampling_finds_the_light_that_sky_sampling_finds():
    """A closed box with a window: the same mean through portals as without."""
    from rayograph.world import shapes

    world = small_world.world(sun=False, lamp=False, glass=False, size=(64, 36))
    walls = [
        shapes.quad([-1, -1.2, 0], [0, 2.4, 0], [0, 0, 1.2]),
        shapes.quad([-1, 1.2, 0], [2, 0, 0], [0, 0, 1.2]),
        shapes.quad([-1, -1.2, 0], [2, 0, 0], [0, 0, 1.2]),
        shapes.quad([-1, -1.2, 1.2], [2, 0, 0], [0, 2.4, 0]),
        shapes.quad([1, -1.2, 0], [0, 2.4, 0], [0, 0, 0.3]),
        shapes.quad([1, -1.2, 0.9], [0, 2.4, 0], [0, 0, 0.3]),
    ]
    room = replace(
        world.built,
        parts=(*world.built.parts, *(Part(mesh=wall, material=small_world.GREY) for wall in walls)),
        indoors=True,
    )
    portal = Portal(corner=(1, -1.2, 0.3), edge_u=(0, 2.4, 0), edge_v=(0, 0, 0.6))
    open_room = replace(world, built=room, lighting=replace(world.lighting, haze=None))
    with_portal = replace(open_room, lighting=replace(open_room.lighting, portals=(portal,)))
    quality = replace(QUALITY, samples=256, max_depth=4)
    plain, _ = sampled(open_room, quality)
    through, _ = sampled(with_portal, quality)
    assert through.groups[0].mean() == pytest.approx(plain.groups[0].mean(), rel=0.02)
    noise = [np.abs(np.diff(s.groups[0][..., 1], axis=1)).mean() for s in (through, plain)]
    assert noise[0] < 0.8 * noise[1]


def test_the_sky_map_points_where_its_columns_say():
    """A bright texel at azimuth 90° (+Y) and elevation 30° is seen in that direction."""
    variant.activate()
    import mitsuba as mi

    world = small_world.world(sun=False, lamp=False, glass=False)
    sky = np.full((64, 128, 3), 1e-3, np.float32)
    row, column = int(60 / 180 * 64), 32
    sky[row, column] = 100.0
    stage = engine._load(replace(world, lighting=replace(world.lighting, sky=sky)), QUALITY, 1e9)
    polar, azimuth = (row + 0.5) / 64 * np.pi, (column + 0.5) / 128 * 2 * np.pi
    toward = [np.sin(polar) * np.cos(azimuth), np.sin(polar) * np.sin(azimuth), np.cos(polar)]
    ray = mi.Ray3f([0, 0, 3], [float(v) for v in toward])
    si = stage.lit.space.scene.ray_intersect(ray)
    seen = stage.lit.space.scene.environment().eval(si)
    assert float(seen.x[0]) > 50


def test_air_along_the_path_is_the_air_in_front_of_the_picture():
    """On flat open ground both ways of going through mist give one picture; without it there is another."""
    variant.activate()
    from rayograph.light.haze import Haze
    from rayograph.world.render.haze import through_air
    from rayograph.world.render.passes import data_passes

    world = small_world.world(lamp=False, glass=False)
    thick = Haze(
        extinction=(0.1, 0.2, 0.3),
        mist=0.2,
        sky_radiance=(900, 900, 900),
        sun_radiance=(300, 200, 100),
        g=0.5,
    )
    misty = replace(world, lighting=replace(world.lighting, haze=thick))
    clear = replace(world, lighting=replace(world.lighting, haze=None))
    here = engine.camera(world, QUALITY, 0.0)
    along, _ = sampled(misty)
    plain, stage = sampled(clear)
    depth = data_passes(stage, here).depth
    after = through_air(plain.groups, depth, here, misty.lighting)
    floor = (plain.matte_ids[..., 0] == 1) & (plain.matte_coverage[..., 0] == 1)
    for group in range(2):
        seen, expected = along.groups[group][floor].mean(0), after[group][floor].mean(0)
        assert seen == pytest.approx(expected, rel=0.03)
    assert abs(after[1][floor].mean() / plain.groups[1][floor].mean() - 1) > 0.06
