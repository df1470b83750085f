import numpy as np
import pytest

from rayograph.core.plan import CastMember
from rayograph.world.cast import coach
from rayograph.world.cast.body_lines import COUPE, HATCH, PICKUP, SALOON, SUV, VAN
from rayograph.world.cast.bus import SINGLE
from rayograph.world.cast.car_interior import furnished
from rayograph.world.cast.coach import Opening
from rayograph.world.cast.coachwork import BodyLines, skin, stations
from rayograph.world.cast.outdoor import OUTDOOR
from rayograph.world.scene import Prop

LINES = {"saloon": SALOON, "hatch": HATCH, "van": VAN, "suv": SUV, "pickup": PICKUP, "coupe": COUPE}


def _prop(kind: str, **wish: str) -> Prop:
    return OUTDOOR[kind](CastMember(id="it", kind=kind, **wish), np.random.default_rng(3))


@pytest.mark.parametrize("kind", ["car", "van", "suv", "pickup", "truck", "bus", "double_decker"])
def test_vehicles_stand_on_their_tyres(kind: str) -> None:
    rubber = [p.mesh.vertices[:, 2].min() for p in _prop(kind).parts if p.material.name == "rubber"]
    assert min(rubber) == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("name", LINES)
def test_seats_and_wheel_keep_within_the_body(name: str) -> None:
    lines: BodyLines = LINES[name]
    shell = skin(lines, stations(lines))
    soft, hard = furnished(lines)
    for mesh in [*soft, *hard]:
        for x, y, z in mesh.vertices[::7]:
            row = shell[int(np.abs(shell[:, 0, 1] - y).argmin())]
            assert z < np.interp(abs(x), row[::-1, 0], row[::-1, 2]) + 0.05 or z < row[:, 2].max() - 0.03
            assert abs(x) < row[:, 0].max()
            assert lines.floor[0][0] < y < lines.floor[-1][0]


@pytest.mark.parametrize("kind", ["car", "suv", "bus", "tram", "phone_box"])
def test_one_looks_in_through_closed_panes_of_glass(kind: str) -> None:
    panes = [p.mesh for p in _prop(kind).parts if p.material.kind == "glass"]
    assert panes
    for mesh in panes:
        corner = mesh.vertices[mesh.faces]
        area = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        # what goes in comes out again: the two faces of every sheet cancel
        assert np.linalg.norm(area.sum(0)) < 0.02 * np.linalg.norm(area, axis=1).sum()


def test_words_choose_the_body() -> None:
    def tall(words: str) -> float:
        return max(float(p.mesh.vertices[:, 2].max()) for p in _prop("car", words=words).parts)

    assert tall("a black muscle car") < tall("a silver hatchback") < tall("a yellow taxi")


def test_openings_of_a_coach_are_glass_and_its_skin_is_whole() -> None:
    panes = [Opening(face="left", start=-1.0, end=0.5, low=1.2, high=2.2),
             Opening(face="front", start=-0.8, end=0.8, low=1.1, high=2.2)]  # fmt: skip
    lattice = coach.skin(SINGLE, panes)
    glass = coach.cells(lattice, lattice.glass)
    side = glass.vertices[np.abs(glass.vertices[:, 0]) > 1.1]
    assert (side[:, 0] < 0).all()
    np.testing.assert_allclose([side[:, 1].min(), side[:, 1].max()], [-1.0, 0.5], atol=1e-3)
    corner = glass.vertices[glass.faces]
    area = (
        np.linalg.norm(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1).sum() / 2
    )
    assert area == pytest.approx(1.5 * 1.0 + 1.6 * 1.1, rel=0.03)
    paint = coach.cells(lattice, ~lattice.glass & ~lattice.gone)
    assert paint.normals is not None
    outward = np.einsum("ij,ij->i", paint.normals, paint.vertices - [0, 0, 1.5])
    assert (outward > 0).mean() > 0.99


def test_a_lorry_wears_its_lettering_on_both_sides() -> None:
    board = _prop("truck", text="PRONTO").parts[-1].mesh
    assert len(_prop("truck", text="PRONTO").parts) == len(_prop("truck").parts) + 1
    assert board.uv is not None
    for side in (1, -1):
        here = board.vertices[:, 0] * side > 0
        assert here.sum() * 2 == len(here)
        assert np.corrcoef(board.uv[here, 0], board.vertices[here, 1])[0, 1] * side > 0.99
