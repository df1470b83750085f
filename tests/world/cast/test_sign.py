from pathlib import Path

import numpy as np
import pytest

from rayograph.colour.primaries import from_hex
from rayograph.core.errors import AssetError
from rayograph.core.plan import CastMember
from rayograph.world.cast.decal import svg_texture, text_mask, text_texture
from rayograph.world.cast.sign import contrasting, sign

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<rect width="10" height="10" fill="#ff0000"/></svg>'
)


def _ink_box(mask: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(mask.max(1) > 0.5)[0], np.nonzero(mask.max(0) > 0.5)[0]
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


def test_texture_holds_exactly_ink_and_ground() -> None:
    picture = text_texture("CAFÉ", "#101010", "#f0e0c0", 1024, 2.0)
    assert picture.shape == (512, 1024, 3) and picture.dtype == np.float32
    for code in ("#101010", "#f0e0c0"):
        near = np.abs(picture - np.asarray(from_hex(code))).max(-1) < 1e-3
        assert near.mean() > 0.05


@pytest.mark.parametrize(
    "text", ["OK", "BAKERY", "Fresh bread every morning from six o'clock", "one\ntwo\nthree"]
)
@pytest.mark.parametrize("shape", [(1200, 400), (600, 600), (400, 900)])
def test_text_fills_the_board_without_leaving_it(text: str, shape: tuple[int, int]) -> None:
    mask = text_mask(text, *shape)
    top, low, left, right = _ink_box(mask)
    assert top > 0 and left > 0 and low < shape[1] - 1 and right < shape[0] - 1
    assert max((low - top) / shape[1], (right - left) / shape[0]) > 0.6
    assert abs((left + right) / shape[0] - 1) < 0.03
    assert abs((top + low) / shape[1] - 1) < 0.12


def test_letters_have_sharp_edges() -> None:
    mask = text_mask("SHARP", 1600, 800)
    grey = ((mask > 0.05) & (mask < 0.95)).sum()
    assert grey < 0.04 * (mask > 0.5).sum()


def test_letters_read_from_left_to_right() -> None:
    # an L has its weight at the lower left
    mask = text_mask("L", 400, 400)
    top, low, left, right = _ink_box(mask)
    glyph = mask[top : low + 1, left : right + 1]
    tall, wide = glyph.shape
    assert glyph[: tall // 2, wide // 2 :].mean() < 0.05 < glyph[tall // 2 :, : wide // 2].mean()


@pytest.mark.parametrize("letters", ["É", "Ł", "Ж", "Ω", "ß"])
def test_letters_of_three_alphabets_are_drawn(letters: str) -> None:
    unknown = text_mask("\U000f0000", 200, 100)  # what a letter that the face lacks looks like
    assert np.abs(text_mask(letters, 200, 100) - unknown).mean() > 0.02


def test_blank_text_is_plain_ground() -> None:
    assert np.ptp(text_texture("  ", "#000000", "#ffffff", 256, 2.0), axis=(0, 1)).max() == 0


def test_sign_carries_its_text_in_a_contrasting_colour() -> None:
    member = CastMember(id="it", kind="sign", text="HARBOUR 7", colour="#1c2b4a", wear=0.0)
    prop = sign(member, np.random.default_rng(0))
    print_ = next(p for p in prop.parts if isinstance(p.material.base_colour,
                                                np.ndarray) and p.material.uv_scale == 1.0
                  and p.material.base_colour.shape[1] >= 1024)  # fmt: skip
    luminance = np.asarray(print_.material.base_colour).mean(-1)
    assert np.percentile(luminance, 95) > 8 * np.percentile(luminance, 20)
    assert contrasting("#f0ead8") != contrasting("#1c2b4a")
    assert print_.mesh.uv is not None
    front = print_.mesh.vertices[:, 1] < 0
    x, u = print_.mesh.vertices[front, 0], print_.mesh.uv[front, 0]
    assert u[x.argmax()] == 1.0 and u[x.argmin()] == 0.0


def test_a_tall_sign_stands_on_posts_at_its_height() -> None:
    tall = sign(CastMember(id="it", kind="sign", text="LAKE", height_m=2.4), np.random.default_rng(0))
    points = np.concatenate([part.mesh.vertices for part in tall.parts])
    assert abs(points[:, 2].max() / 2.4 - 1) < 0.1
    board = tall.parts[0].mesh.vertices
    assert board[:, 2].min() > 0.6


def test_missing_svg_is_named(tmp_path: Path) -> None:
    member = CastMember(id="it", kind="sign", svg=str(tmp_path / "none.svg"))
    with pytest.raises(AssetError, match=r"none\.svg"):
        sign(member, np.random.default_rng(0))


def test_svg_is_drawn_in_acescg_and_damaged_svg_refused(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    (tmp_path / "red.svg").write_text(SQUARE)
    picture = svg_texture(tmp_path / "red.svg", "#ffffff", 400, 2.0)
    np.testing.assert_allclose(picture[100, 200], from_hex("#ff0000"), atol=2e-3)
    np.testing.assert_allclose(picture[100, 20], from_hex("#ffffff"), atol=2e-3)
    (tmp_path / "bad.svg").write_text("this is not a drawing")
    with pytest.raises(AssetError, match=r"bad\.svg"):
        svg_texture(tmp_path / "bad.svg", "#ffffff", 400, 2.0)
