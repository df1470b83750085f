from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from rayograph.colour.primaries import from_hex
from rayograph.core.errors import AssetError
from rayograph.core.plan import CastMember
from rayograph.world.cast.imported import HEIGHT_M, mesh
from rayograph.world.cast.shaping import volume
from rayograph.world.scene import Prop


def _import(path: Path) -> Prop:
    return mesh(CastMember(id="it", kind="mesh", mesh=str(path)), np.random.default_rng(0))


def _tower() -> trimesh.Trimesh:
    """Tall along +Y as glTF wants it, with a nose towards +Z, the front of a glTF."""
    nose = trimesh.creation.box(
        (0.2, 0.2, 1.0), transform=trimesh.transformations.translation_matrix((5, 1, 0.9))
    )
    body = trimesh.creation.box(
        (1.0, 4.0, 1.0), transform=trimesh.transformations.translation_matrix((5, 2, 0))
    )
    return trimesh.util.concatenate([body, nose])


@pytest.mark.parametrize("suffix", ["obj", "glb", "gltf"])
def test_y_up_file_stands_on_its_base(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"tower.{suffix}"
    if suffix == "gltf":
        for name, data in trimesh.exchange.gltf.export_gltf(trimesh.Scene(_tower())).items():
            (tmp_path / ("tower.gltf" if name == "model.gltf" else name)).write_bytes(data)
    else:
        _tower().export(path)
    prop = _import(path)
    points = np.concatenate([part.mesh.vertices for part in prop.parts])
    low, high = points.min(0), points.max(0)
    np.testing.assert_allclose([low[2], high[2]], [0, HEIGHT_M], atol=1e-6)
    np.testing.assert_allclose((low + high)[:2], 0, atol=1e-6)
    assert high[1] - low[1] == pytest.approx(HEIGHT_M * 1.9 / 4, rel=1e-4)
    # the nose is the lower part's front, towards -Y
    assert points[points[:, 1].argmin(), 2] < HEIGHT_M / 2
    assert sum(volume(part.mesh) for part in prop.parts) > 0
    assert len(prop.colliders) == 2 and all(wall.kind == "hull" for wall in prop.colliders)
    assert prop.mass > 0.1


def test_material_colour_becomes_acescg(tmp_path: Path) -> None:
    ball = trimesh.creation.icosphere(subdivisions=2)
    linear_red = [0.5, 0.02, 0.02, 1.0]
    skin = trimesh.visual.material.PBRMaterial(
        baseColorFactor=linear_red, metallicFactor=0.0, roughnessFactor=0.3
    )
    ball.visual = trimesh.visual.TextureVisuals(uv=np.zeros((len(ball.vertices), 2)), material=skin)
    ball.export(tmp_path / "red.glb")
    found = _import(tmp_path / "red.glb").parts[0].material
    assert np.asarray(found.base_colour)[0] == pytest.approx(0.313, abs=0.02)
    assert found.roughness == pytest.approx(0.3, abs=0.01) and found.metallic == 0.0


def test_texture_and_vertex_colours_survive(tmp_path: Path) -> None:
    box = trimesh.creation.box()
    picture = Image.new("RGB", (8, 8), "#3060c0")
    uv = np.random.default_rng(0).random((len(box.vertices), 2))
    skin = trimesh.visual.material.PBRMaterial(baseColorTexture=picture)
    box.visual = trimesh.visual.TextureVisuals(uv=uv, material=skin)
    box.export(tmp_path / "print.glb")
    part = _import(tmp_path / "print.glb").parts[0]
    assert part.material.metallic == 0.0
    np.testing.assert_allclose(np.asarray(part.material.base_colour)[4, 4], from_hex("#3060c0"), atol=2e-3)
    painted = trimesh.creation.icosphere(subdivisions=1)
    painted.visual.vertex_colors = [48, 96, 192, 255]
    painted.export(tmp_path / "paint.glb")
    colour = _import(tmp_path / "paint.glb").parts[0].mesh.colour
    assert colour is not None
    np.testing.assert_allclose(colour[0], from_hex("#3060c0"), atol=2e-2)


def test_height_is_the_plans(tmp_path: Path) -> None:
    trimesh.creation.box((1, 2, 1)).export(tmp_path / "box.obj")
    member = CastMember(id="it", kind="mesh", mesh=str(tmp_path / "box.obj"), height_m=1.5)
    prop = mesh(member, np.random.default_rng(0))
    assert max(part.mesh.vertices[:, 2].max() for part in prop.parts) == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.glb", None, "cannot find"),
        ("thing.fbx", b"x", "cannot read"),
        ("torn.glb", b"glTF\x02\x00\x00\x00garbage", "cannot be read"),
        ("torn.gltf", b"{not json", "cannot be read"),
        ("empty.obj", b"# nothing\n", "torn|no triangles|cannot be read"),
        ("flat.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", "flat"),
    ],
)
def test_bad_files_say_one_line(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AssetError, match=said) as caught:
        _import(path)
    assert "\n" not in str(caught.value) and name in str(caught.value)
