from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world import engine, shapes
from rayograph.world.render.quality import QUALITIES
from rayograph.world.scene import Part

from . import small_world
from .small_world import GLASS, GREY

QUALITY = replace(QUALITIES["standard"], samples=16, max_depth=3, denoiser="fast")
CORNERS = np.array([[-0.1, 0, -0.05], [0.1, 0, -0.05], [0.1, 0, 0.1], [-0.1, 0, 0.1]])
TOWARDS = Mesh(vertices=CORNERS, faces=np.array([[0, 1, 2], [0, 2, 3]]))
AWAY = Mesh(vertices=CORNERS, faces=np.array([[0, 2, 1], [0, 3, 2]]))


def test_what_ends_somewhere_is_a_sheet_and_what_is_closed_is_none():
    engine.open_shot(small_world.world(), QUALITY)  # the renderer's variant is chosen
    from rayograph.world.render.load import is_sheet

    assert is_sheet(Part(mesh=TOWARDS, material=GREY))
    assert not is_sheet(Part(mesh=shapes.rounded_box((1, 1, 1), 0.1, 2), material=GREY))
    assert not is_sheet(Part(mesh=TOWARDS, material=GLASS))


def test_a_sheet_is_as_bright_from_behind_as_from_the_front():
    """The same square wound the other way round is the same picture."""
    means = []
    for mesh in (TOWARDS, AWAY):
        world = small_world.world(glass=False, lamp=False)
        shot = engine.open_shot(
            replace(world, props={**world.props, "cube": small_world.prop(mesh, GREY)}), QUALITY
        )
        frame = engine.render_frame(shot, 0)[0]
        means.append(frame.beauty[frame.ids == frame.names.index("cube")].astype(float).mean(0))
    assert means[0].min() > 0.02
    np.testing.assert_allclose(means[1], means[0], rtol=0.05)
