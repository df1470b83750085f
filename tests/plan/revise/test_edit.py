"""Edits in words: what they name changes, nothing else does, and nothing is dropped in silence."""

import functools

import pytest

from rayograph.core.errors import BriefError, PlanError
from rayograph.core.plan import ShotPlan
from rayograph.plan.planner import plan_brief
from rayograph.plan.revise.change import Change, changes, values
from rayograph.plan.revise.edit import revised

BRIEF = (
    "Light from a window on the left. A brass desk lamp, a green glass bottle, a wine glass, an old book and "
    "a cream ceramic bowl on a walnut table. A lemon drops into the bowl. Slow push in, 50mm."
)


@functools.cache
def plan() -> ShotPlan:
    made = plan_brief(BRIEF)
    return made.model_copy(update={"camera": made.camera.model_copy(update={"exposure_ev": 9.0})})


def edit(words: str, *locks: str) -> dict[str, tuple[object, object]]:
    return {c.path: (c.before, c.after) for c in revised(plan(), words, locks=locks)[1]}


@pytest.mark.parametrize(
    ("words", "path", "after"),
    [
        ("make the bowl blue", "cast.bowl.colour", "#2b5a94"),
        ("the bottle in brass", "cast.bottle.material", "brass"),
        ("make the lamp red", "cast.desk_lamp.material", "painted_metal"),
        ("paint the book dark green", "cast.book.colour", "#203d1d"),
        ("make the bowl twice as big", "cast.bowl.height_m", 0.2),
        ("make the bottle 40 cm tall", "cast.bottle.height_m", 0.4),
        ("remove the book", "cast.book", None),
        ("no bottle", "cast.bottle", None),
        ("add a lemon next to the bowl", "cast.lemon_2", "there"),
        ("replace the bottle with a vase", "cast.bottle.kind", "vase"),
        ("put the lemon on the book", "cast.lemon.on", "book"),
        ("lower the sun to 9 degrees", "rig.sun.elevation_deg", 9.0),
        ("move the sun to the right", "rig.sun.azimuth_deg", 0.0),
        ("turn the sun off", "rig.sun.strength", 0.0),
        ("golden hour", "rig.sun.elevation_deg", 8.0),
        ("the lamp brighter by a stop", "rig.practicals.desk_lamp.lumens", 2304.0),
        ("make the lamp 3200 K", "rig.practicals.desk_lamp.kelvin", 3200.0),
        ("turn the lamp off", "rig.practicals.desk_lamp", None),
        ("overcast", "rig.sky.cloud_cover", 1.0),
        ("a stop brighter", "camera.exposure_ev", 8.0),
        ("half a stop darker", "camera.exposure_ev", 9.5),
        ("white balance 4500 K", "camera.white_balance_k", 4500.0),
        ("35mm", "camera.keys.1.focal_mm", 35.0),
        ("make the camera static", "camera.move", "static"),
        ("f/11", "camera.f_stop", 11.0),
        ("focus on the bottle", "camera.focus", "bottle"),
        ("the lemon falls from 1 m", "action.lemon_drop.height", 1.0),
        ("a second longer", "format.frames", 96),
        ("4 seconds", "format.frames", 96),
    ],
)
def test_an_edit_does_what_it_says(words: str, path: str, after: object):
    assert edit(words)[path][1] == after


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("make the bowl blue and lower the sun", ("cast.bowl.colour", "rig.sun.elevation_deg")),
        ("remove the book, the bottle and the wine glass", ("cast.book", "cast.bottle", "cast.wine_glass")),
        ("push in more", ("camera.keys.2",)),
        ("move the bowl 10 cm to the left", ("cast.bowl.position", "cast.lemon.position")),
        ("turn the lamp off and f/11", ("rig.practicals.desk_lamp", "rig.groups.desk_lamp", "camera.f_stop")),
        ("make the lamp a bit warmer", ("rig.practicals.desk_lamp.kelvin",)),
        ("the lemon falls half a second later", ("action.lemon_drop.at",)),
    ],
)
def test_nothing_else_changes(words: str, leads: tuple[str, ...]):
    found = edit(words)
    assert found and all(any(path.startswith(lead) for lead in leads) for path in found)
    assert all(any(path.startswith(lead) for path in found) for lead in leads)


def test_each_change_knows_its_words():
    _, found = revised(plan(), "Make the bowl blue, and lower the sun")
    assert [c.words for c in found] == ["Make the bowl blue", "lower the sun"]


def test_it_is_what_was_named_before():
    found = edit("make the lamp red and move it 20 cm to the right")
    x, y, _ = found["cast.desk_lamp.position"][1]  # type: ignore[misc]
    before = next(m.position for m in plan().cast if m.id == "desk_lamp")
    assert ((x - before[0]) ** 2 + (y - before[1]) ** 2) ** 0.5 == pytest.approx(0.2, abs=1e-3)
    assert x > before[0] + 0.19


def test_what_is_added_stands_beside_free_of_the_rest():
    after, _ = revised(plan(), "add a lemon next to the bowl")
    here = {m.id: m for m in after.cast}
    new, bowl = here["lemon_2"], here["bowl"]
    apart = sum((a - b) ** 2 for a, b in zip(new.position, bowl.position, strict=True)) ** 0.5
    assert new.on == "stage" and new.kind == "lemon" and 0.08 < apart < 0.4


def test_what_is_removed_takes_its_action_its_light_and_the_focus():
    after, _ = revised(plan(), "remove the lemon and the lamp")
    assert not after.action and not after.rig.practicals and after.camera.focus == 0.0
    assert [group.name for group in after.rig.groups] == ["sun", "sky"]


def test_which_of_several_must_be_said():
    several = plan_brief("a red ball, a blue ball and a white ball on a table")
    with pytest.raises(BriefError, match="say which"):
        revised(several, "make the ball green")
    _, one = revised(several, "make the red ball green")
    _, every = revised(several, "make all the balls green")
    assert len(one) == 1 and len(every) == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "empty"),
        ("make the vase blue", "this shot holds"),
        ("make the bowl blue and sing a song", "sing"),
        ("put a unicorn next to the bowl", "unicorn.*nearest"),
        ("at night", "plan it as a new shot"),
        ("make it blue", "stands for nothing"),
        ("make the bowl 3200 K", "not understood"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(words: str, says: str):
    with pytest.raises(BriefError, match=says):
        revised(plan(), words)


@pytest.mark.parametrize(
    ("words", "lock"),
    [
        ("push in more", "camera"),
        ("lower the sun", "light"),
        ("make the bowl blue", "the bowl"),
        ("move the bottle left", "layout"),
        ("a stop brighter", "grade"),
        ("turn the lamp off", "the lamp"),
        ("the lemon falls later", "action"),
    ],
)
def test_a_lock_holds(words: str, lock: str):
    with pytest.raises(PlanError, match="is locked"):
        revised(plan(), words, locks=(lock,))


def test_a_lock_leaves_the_rest_free_and_must_name_something():
    assert edit("make the bowl blue", "camera", "light", "the bottle")
    with pytest.raises(PlanError, match="names no part"):
        revised(plan(), "make the bowl blue", locks=("the sofa",))


def test_exposure_needs_a_metered_plan():
    with pytest.raises(PlanError, match="metered"):
        revised(plan_brief("a ball on a table"), "a stop brighter")


def test_the_difference_of_equal_plans_is_empty_and_paths_are_whole():
    assert changes(plan(), plan()) == ()
    assert {"cast.bowl.material", "rig.sun.elevation_deg", "camera.keys.1.position"} <= set(values(plan()))


def test_what_comes_and_goes_is_one_change():
    after, _ = revised(plan(), "remove the book")
    assert changes(plan(), after) == (Change(path="cast.book", before="there", after=None),)


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("camera lower and closer", "camera.keys.1.position"),
        ("the sun warmer and lower", "rig.sun.elevation_deg"),
        ("lower the camera a bit", "camera.keys.1.position"),
        ("tilt the camera down", "camera.keys.1.target"),
        ("change the colour of the bowl to dark blue", "cast.bowl.colour"),
        ("make the table oak", "set.surface"),
        ("a bit brighter", "camera.exposure_ev"),
        ("warm it up", "camera.white_balance_k"),
        ("I'd like the bowl to be black", "cast.bowl.colour"),
        ("clearer sky", "rig.sky.cloud_cover"),
    ],
)
def test_other_ways_to_say_it(words: str, path: str):
    assert path in edit(words)


def test_the_ball_is_the_one_that_was_called_so():
    several = plan_brief(
        "two wooden cubes and a glass sphere on a table, a ball rolls into the cubes, studio light"
    )
    name = {m.name: m.id for m in several.cast}
    _, found = revised(several, "make the sphere gold and the ball red")
    assert {c.path for c in found} >= {f"cast.{name['glass sphere']}.material", f"cast.{name['ball']}.colour"}
    _, one = revised(several, "remove one of the cubes")
    assert len(one) == 1


def test_a_panel_is_moved_softened_and_gelled():
    studio = plan_brief("a glass sphere on a table, softbox from the left, rim light from the right")
    for words, path in (
        ("raise the key light by 30 cm", "rig.practicals.key.position"),
        ("make the key softer", "rig.practicals.key.size"),
        ("rim light blue", "rig.practicals.rim.tint"),
    ):
        assert [c.path for c in revised(studio, words)[1]] == [path]


def test_claims_that_the_edit_overrules_go_and_its_own_come():
    before = {(i.claim.kind, i.words) for i in plan().intents}
    after, _ = revised(plan(), "make the bowl blue, remove the book and push in more")
    claims = [i.claim.model_dump() for i in after.intents]
    assert {"kind": "absence", "stems": ("book",)} in claims
    colours = [c["colour"] for c in claims if c["kind"] == "colour" and "bowl" in c["objects"]]
    assert colours == ["#2b5a94"]
    assert not any("book" in c.get("objects", ()) for c in claims)
    assert any(kind == "camera_move" for kind, _ in before) and not any(
        c["kind"] == "camera_move" for c in claims
    )
    assert any(c["kind"] == "presence" and "bottle" in c["objects"] for c in claims)
