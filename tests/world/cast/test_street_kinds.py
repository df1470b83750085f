import numpy as np
import pytest
from scipy.spatial import ConvexHull

from rayograph.colour.primaries import from_hex
from rayograph.core.catalogue import cast_kind
from rayograph.core.plan import CastMember
from rayograph.world.cast.outdoor import OUTDOOR
from rayograph.world.scene import Prop


def _prop(kind: str, **wish: str) -> Prop:
    return OUTDOOR[kind](CastMember(id="it", kind=kind, **wish), np.random.default_rng(1))


def _held(prop: Prop, point: tuple[float, float, float]) -> bool:
    """Whether a point lies in any collider."""
    for wall in prop.colliders:
        local = (np.asarray(point) - wall.pose[:3, 3]) @ wall.pose[:3, :3]
        if wall.kind == "box":
            inside = bool((np.abs(local) < wall.size).all())
        elif wall.kind == "cylinder":
            inside = bool(np.hypot(local[0], local[1]) < wall.size[0] and abs(local[2]) < wall.size[1])
        else:
            assert wall.vertices is not None
            planes = ConvexHull(wall.vertices).equations
            inside = bool((planes[:, :3] @ local + planes[:, 3] < 0).all())
        if inside:
            return True
    return False


@pytest.mark.parametrize(("colour", "lens"), [(None, 0), ("#1fa34a", 2), ("#d88a10", 1), ("#c01010", 0)])
def test_the_lens_of_the_colour_asked_for_is_lit(colour: str | None, lens: int) -> None:
    lit = [p for p in _prop("traffic_light", **({"colour": colour} if colour else {})).parts if p.light]
    assert len(lit) == 1
    height = float(lit[0].mesh.vertices[:, 2].mean())
    tall = max(float(p.mesh.vertices[:, 2].max()) for p in _prop("traffic_light").parts)
    assert height == pytest.approx(tall - 0.58 + (0.29, 0.0, -0.29)[lens], abs=0.02)


@pytest.mark.parametrize("kind", ["phone_box", "vending_machine", "cabin", "traffic_light"])
def test_what_the_catalogue_says_shines_does(kind: str) -> None:
    known = cast_kind(kind)
    assert known is not None and known.lumens > 0
    assert any(part.light == "self" for part in _prop(kind).parts)


@pytest.mark.parametrize(
    ("kind", "inside", "below"),
    [
        ("shopping_trolley", (0.0, 0.0, 0.75), (0.0, 0.0, 0.456)),
        ("canoe", (0.0, 0.1, 0.25), (0.0, 0.1, 0.03)),
        ("wheelbarrow", (0.0, 0.0, 0.45), (0.0, -0.1, 0.275)),
        ("fountain", (0.8, 0.0, 0.3), (0.8, 0.0, 0.05)),
    ],
)
def test_things_can_lie_in_what_is_open(
    kind: str, inside: tuple[float, float, float], below: tuple[float, float, float]
) -> None:
    assert not _held(_prop(kind), inside)
    assert _held(_prop(kind), below)


@pytest.mark.parametrize("kind", ["boat", "umbrella", "bicycle", "motorbike", "scooter", "canoe", "kayak"])
def test_colliders_reach_the_ground(kind: str) -> None:
    low = []
    for wall in _prop(kind).colliders:
        if wall.vertices is not None:
            low.append(float((wall.vertices @ wall.pose[:3, :3].T + wall.pose[:3, 3])[:, 2].min()))
        elif wall.kind == "box":
            low.append(float(wall.pose[2, 3] - np.abs(wall.pose[2, :3]) @ np.asarray(wall.size)))
        else:
            radius, half = wall.size[0], wall.size[1]
            up = abs(float(wall.pose[2, 2]))
            low.append(float(wall.pose[2, 3] - up * half - np.sqrt(max(1 - up * up, 0)) * radius))
    assert abs(min(low)) < 0.004


@pytest.mark.parametrize("kind", ["sandwich_board", "vending_machine", "mailbox", "market_stall", "tram"])
def test_lettering_follows_the_text(kind: str) -> None:
    def pictures(text: str) -> list[np.ndarray]:
        parts = _prop(kind, text=text, colour="#204060").parts
        return [np.asarray(p.material.base_colour) for p in parts]

    one, other = pictures("ALPHA"), pictures("OMEGA")
    assert sum(a.shape != b.shape or not np.array_equal(a, b) for a, b in zip(one, other, strict=True)) == 1


def test_what_falls_over_alone_is_propped_but_may_be_moved() -> None:
    for name in ("bicycle", "umbrella", "ladder", "motorbike", "scooter"):
        kind = cast_kind(name)
        assert kind is not None and kind.propped and kind.fixed


def test_a_skateboard_hardly_rubs_and_a_cone_does() -> None:
    assert _prop("skateboard").friction < 0.1 < _prop("traffic_cone").friction


def test_paint_takes_the_colour_asked_for() -> None:
    for kind in ("canoe", "phone_box", "double_decker", "motorbike"):
        skin = _prop(kind, colour="#b01515").parts[0].material
        mean = np.asarray(skin.base_colour, float).reshape(-1, 3).mean(0)
        asked = np.asarray(from_hex("#b01515"))
        assert mean @ asked / np.linalg.norm(mean) / np.linalg.norm(asked) > 0.93
