"""Data passes without light are those that a rendered frame has; another camera sees the same world."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CameraKey
from rayograph.world import engine, glance
from rayograph.world.render.quality import QUALITIES

from . import small_world

QUICK = replace(QUALITIES["standard"], samples=1, max_depth=2, denoiser="fast", head=1)
PASSES = ("depth", "normal", "position", "albedo", "ids", "forward")


def test_a_glance_is_the_frame_without_its_light():
    shot = engine.open_shot(small_world.world(size=(64, 36), still=False, ball_speed=2.0), QUICK)
    full = engine.render_frame(shot, 2)[0]
    glanced = [glance.data_frame(shot, index) for index in (0, 2)]
    for name in PASSES:
        assert np.allclose(getattr(glanced[1], name), getattr(full, name), atol=1e-3), name
    assert (glanced[0].ids != glanced[1].ids).any()
    assert not any(group.any() for group in glanced[1].groups.values())


def test_another_camera_sees_the_world_that_is_loaded():
    world = small_world.world(size=(64, 36))
    shot = engine.open_shot(world, QUICK)
    keys = (CameraKey(time=0, position=(0.9, 0, 0.3), target=(0, 0, 0.06), focal_mm=40),)
    aside = world.plan.model_copy(update={"camera": world.plan.camera.model_copy(update={"keys": keys})})
    moved = glance.data_frame(glance.rehung(shot, aside), 0)
    fresh = glance.data_frame(engine.open_shot(replace(world, plan=aside), QUICK), 0)
    assert np.array_equal(moved.ids, fresh.ids) and np.allclose(moved.position, fresh.position, atol=1e-4)


def test_what_moves_takes_another_way_and_another_sun_shines_in_a_world_that_is_loaded():
    shot = engine.open_shot(small_world.world(size=(64, 36), still=False), QUICK)
    first = engine.render_frame(shot, 0)[0]
    way = shot.world.truth.poses["ball"]
    truth = replace(shot.world.truth, poses={**shot.world.truth.poses, "ball": np.repeat(way[1:2], 6, 0)})
    held = glance.data_frame(glance.restaged(shot, truth=truth), 3)
    assert np.array_equal(held.ids, first.ids)
    assert np.abs(held.forward[held.ids > 0]).max() < 1e-3
    sun = shot.world.lighting.sun
    lighting = replace(shot.world.lighting, sun=replace(sun, direction=sun.direction * [-1, 1, 1]))
    turned = engine.render_frame(glance.restaged(shot, lighting=lighting), 0)[0]
    assert np.abs(turned.groups["sun"] - first.groups["sun"]).max() > 0.05
    assert np.array_equal(turned.ids, first.ids)
