import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import binary_dilation, map_coordinates
from scipy.spatial.transform import Rotation

from rayograph.core.camera import project
from rayograph.core.frame import SKY_DEPTH
from rayograph.world import engine
from rayograph.world.render.quality import QUALITIES

from . import small_world

FAST = replace(QUALITIES["standard"], samples=4, max_depth=4, denoiser="fast")


@pytest.fixture(scope="module")
def frame():
    shot = engine.open_shot(small_world.world(size=(160, 90)), FAST)
    return engine.render_frame(shot, 0)[0]


def edges(frame, reach):
    """Pixels within `reach` px of a change of object or of a jump in depth."""
    ids = frame.ids.astype(int)
    jump = (np.diff(ids, axis=0, prepend=ids[:1]) != 0) | (np.diff(ids, axis=1, prepend=ids[:, :1]) != 0)
    return binary_dilation(jump, iterations=reach + 1)


def test_beauty_is_exactly_the_sum_of_the_groups(frame):
    total = sum(group.astype(np.float32) for group in frame.groups.values())
    assert np.array_equal(frame.beauty, total.astype(np.float16))
    assert set(frame.groups) == {"sun", "sky", "lamp"}
    assert all(group.max() > 0.01 for group in frame.groups.values())


def test_geometric_normals_agree_with_depth(frame):
    inside = ~edges(frame, 2) & (frame.ids > 0)
    inside[:2] = inside[-2:] = inside[:, :2] = inside[:, -2:] = False
    right = np.roll(frame.position, -1, 1) - np.roll(frame.position, 1, 1)
    down = np.roll(frame.position, -1, 0) - np.roll(frame.position, 1, 0)
    normal = np.cross(down, right)
    normal /= np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-12)
    cosine = np.abs((normal * frame.geometric_normal).sum(-1))[inside]
    assert np.rad2deg(np.arccos(np.clip(np.median(cosine), -1, 1))) < 1.0
    assert np.rad2deg(np.arccos(np.clip(np.percentile(cosine, 10), -1, 1))) < 8.0


def test_position_depth_and_pixel_are_one_point(frame):
    seen = frame.ids > 0
    row, column = np.nonzero(seen)
    found = project(frame.camera, frame.position[seen].astype(float))
    assert np.abs(found[:, 0] - (column + 0.5)).max() < 0.02
    assert np.abs(found[:, 1] - (row + 0.5)).max() < 0.02
    assert np.abs(found[:, 2] / frame.depth[seen] - 1).max() < 1e-4
    assert (frame.depth[~seen] == np.float32(SKY_DEPTH)).all()
    assert (frame.alpha[seen & ~edges(frame, 2)] == 1).all()


def test_albedo_roughness_metallic_come_from_the_material_table(frame):
    cube = (frame.ids == frame.names.index("cube")) & ~edges(frame, 2)
    assert np.allclose(frame.albedo[cube], small_world.METAL.base_colour, atol=1e-3)
    assert np.allclose(frame.roughness[cube], 0.35, atol=1e-3)
    assert np.allclose(frame.metallic[cube], 1.0)
    glass = frame.ids == frame.names.index("glass")
    assert np.allclose(frame.albedo[glass], 1.0) and np.allclose(frame.roughness[glass], 0.0)


def test_motion_vectors_carry_one_frame_onto_the_next():
    shot = engine.open_shot(small_world.world(still=False, size=(160, 90)), FAST)
    first, second = (engine.render_frame(shot, i)[0] for i in (1, 2))
    ball = (first.ids == first.names.index("ball")) & ~edges(first, 2)
    assert np.median(first.forward[ball][:, 0]) > 3.0
    row, column = np.nonzero(ball)
    target = [row + first.forward[ball][:, 1], column + first.forward[ball][:, 0]]
    shifted = np.stack([map_coordinates(second.position[..., k], target, order=1) for k in range(3)], 1)
    step = np.array([1.0 / 24, 0, 0])
    assert np.abs(np.median(shifted - first.position[ball] - step, axis=0)).max() < 1e-4
    still = (first.ids == first.names.index("cube")) & ~edges(first, 1)
    assert np.abs(first.forward[still]).max() < 1e-2
    assert np.abs(second.backward[ball & (second.ids == first.names.index("ball"))][:, 0]).min() > 3.0


def test_mattes_cover_what_alpha_covers(frame):
    assert np.allclose(frame.matte_coverage.sum(-1), frame.alpha, atol=1e-3)
    assert (np.diff(frame.matte_coverage, axis=-1) <= 1e-6).all()


def test_same_plan_same_pixels_whatever_the_thread_count():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import hashlib, drjit as dr\n"
        "from tests.world.render import small_world\n"
        "from tests.world.render.test_engine import FAST\n"
        "from rayograph.world import engine\n"
        "shot = engine.open_shot(small_world.world(size=(64, 36)), FAST)\n"
        "dr.set_thread_count(int(sys.argv[2]))\n"
        "frame = engine.render_frame(shot, 0)[0]\n"
        "print(hashlib.sha256(frame.beauty.tobytes() + frame.depth.tobytes()).hexdigest())\n"
    )
    root = str(Path(__file__).parents[3])
    found = {
        subprocess.run(
            [sys.executable, "-c", code, root, threads],
            capture_output=True,
            text=True,
            check=True,
            env=dict(os.environ),
        ).stdout
        for threads in ("1", "2", "3")
    }
    assert len(found) == 1 and len(found.pop().strip()) == 64


def test_history_goes_on_after_a_resume():
    shot = engine.open_shot(small_world.world(), FAST)
    straight = [frame for frame, _ in engine.frames(shot)]
    _, history = engine.render_frame(shot, 0)
    _, history = engine.render_frame(shot, 1, history)
    resumed = [frame for frame, _ in engine.frames(shot, first=2, history=history)]
    digest = [hashlib.sha256(f.beauty.tobytes()).hexdigest() for f in straight[2:]]
    assert digest == [hashlib.sha256(f.beauty.tobytes()).hexdigest() for f in resumed]


def test_a_body_is_the_same_as_its_mesh_moved_to_many_instants(monkeypatch):
    """A tumbling cube: in a scene of its own, and rebuilt at one instant per sample."""
    plan = small_world.world(still=True, glass=False, sky=False)
    steps = np.arange(len(plan.truth.poses["cube"]))
    poses = plan.truth.poses["cube"].copy()
    poses[:, :3, :3] = Rotation.from_euler(
        "xz", np.stack([7.0 * steps, 15.0 * steps], 1), degrees=True
    ).as_matrix()
    poses[:, 0, 3] += 0.01 * steps
    poses[:, 2, 3] += 0.05
    truth = replace(plan.truth, poses={**plan.truth.poses, "cube": poses})
    part = plan.props["cube"].parts[0]
    corners = part.mesh.vertices
    paint = 0.05 + 0.9 * (corners - corners.min(0)) / np.ptp(corners, axis=0)  # each vertex its own colour
    painted = replace(plan.props["cube"], parts=(replace(part, mesh=replace(part.mesh, colour=paint)),))
    plan = replace(plan, props={**plan.props, "cube": painted})
    quality = replace(QUALITIES["standard"], samples=64, head=1, denoiser="fast")
    shots = {}
    engine.open_shot(small_world.world(), FAST)
    from rayograph.world.render import space

    for most in (0, 3):
        monkeypatch.setattr(space, "MOST", most)
        shot = engine.open_shot(replace(plan, truth=truth), quality)
        assert set(shot.stage.bodies.values()) == ({"cube"} if most else set())
        shots[most] = engine.render_frame(shot, 1)[0]
    rebuilt, body = shots[0], shots[3]
    cube = body.names.index("cube")
    assert (rebuilt.ids != body.ids).mean() < 0.002
    both = (rebuilt.ids == cube) & (body.ids == cube)
    assert both.sum() > 50
    for name, tolerance in (("normal", 0.02), ("position", 1e-4), ("geometric_normal", 1e-3)):
        assert np.abs(getattr(rebuilt, name) - getattr(body, name))[both].mean() < tolerance, name
    covers = [np.where(f.matte_ids == cube, f.matte_coverage, 0).sum(-1) for f in (rebuilt, body)]
    assert np.abs(covers[0] - covers[1]).mean() < 0.01
    assert covers[0].sum() == pytest.approx(covers[1].sum(), rel=0.01)
    for name in body.groups:
        light = [f.groups[name].astype(np.float32)[both].mean(0) for f in (rebuilt, body)]
        assert light[0] == pytest.approx(light[1], rel=0.05), name
