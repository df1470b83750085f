"""Every named surface: plausible, seamless, repeatable, and obedient to colour, wear and seed."""

import time

import numpy as np
import pytest

from rayograph.colour.primaries import from_hex
from rayograph.core.catalogue import MATERIALS
from rayograph.core.errors import PlanError
from rayograph.world.materials.ceramic import tiles
from rayograph.world.materials.fabric import rug
from rayograph.world.materials.library import GRAINS, material
from rayograph.world.materials.look import Look
from rayograph.world.materials.wall import plaster_wall
from rayograph.world.materials.wood import SPECIES, across, planks
from rayograph.world.scene import Material

CLEAR = ("glass", "green_glass", "amber_glass", "water", "ice")
METALS = ("gold", "brass", "bronze", "copper", "steel", "chrome")
TEXTURED = sorted(set(MATERIALS) - set(CLEAR))
DYEABLE = sorted(set(TEXTURED) - set(METALS) - {"rusty_metal"})


def maps(surface: Material) -> dict[str, np.ndarray]:
    channels = {name: getattr(surface, name) for name in ("base_colour", "roughness", "metallic", "bump")}
    return {name: value for name, value in channels.items() if isinstance(value, np.ndarray)}


def seam_excess(field: np.ndarray, axis: int) -> float:
    """Mean step across the seam over all but the largest mean steps between neighbours inside."""
    step = np.abs(np.diff(field, axis=axis)).mean(axis=1 - axis)
    seam = np.abs(np.take(field, 0, axis) - np.take(field, -1, axis)).mean()
    return float(seam / max(np.percentile(step, 98), 1e-12))


@pytest.mark.parametrize("name", sorted(MATERIALS))
def test_is_physically_plausible(name: str) -> None:
    start = time.process_time()
    surface = material(name)
    assert time.process_time() - start < 1.0
    assert surface.name == name
    colour = np.asarray(surface.base_colour)
    assert np.isfinite(colour).all()
    if name in CLEAR:
        assert surface.kind in ("glass", "water") and colour.max() <= 1
        return
    assert colour.min() >= 0.019 and colour.max() <= (1.0 if name in METALS else 0.85)
    assert 0.03 <= np.min(surface.roughness) and np.max(surface.roughness) <= 1
    assert 0 <= np.min(surface.metallic) and np.max(surface.metallic) <= 1
    if name in METALS:
        assert np.mean(surface.metallic) > 0.8
    for value in maps(surface).values():
        assert value.dtype == np.float32 and np.isfinite(value).all()


@pytest.mark.parametrize("name", TEXTURED)
def test_is_textured_and_tiles_without_a_seam(name: str) -> None:
    found = maps(material(name))
    assert {"base_colour", "roughness"} <= set(found)
    assert found["roughness"].std() > 0.002
    for field in found.values():
        flat = field.mean(-1) if field.ndim == 3 else field
        for axis in (0, 1):
            assert seam_excess(flat, axis) < 1.6


def test_slopes_are_those_of_real_surfaces() -> None:
    for name in TEXTURED:
        surface = material(name)
        if surface.bump is None:
            continue
        pixel = 1 / surface.uv_scale / np.array(surface.bump.shape)
        slope = np.hypot(*(g / p for g, p in zip(np.gradient(surface.bump), pixel, strict=True)))
        assert np.median(slope) < 1.2, f"{name} is steeper than any real surface"


def test_the_same_seed_repeats_and_another_differs() -> None:
    for name in ("oak", "marble", "brass", "painted_metal", "leather"):
        assert material(name, seed=3) is material(name, seed=3 + GRAINS)
        one, other = maps(material(name, seed=3)), maps(material(name, seed=4))
        assert not np.allclose(one["base_colour"], other["base_colour"], atol=1e-3)
    first = planks("oak", seed=1)
    planks.cache_clear()
    again = planks("oak", seed=1)
    assert first is not again
    assert np.array_equal(np.asarray(first.base_colour), np.asarray(again.base_colour))


@pytest.mark.parametrize("name", DYEABLE)
def test_colour_is_honoured(name: str) -> None:
    colour = "#3a6ea5"
    mean = np.asarray(material(name, colour=colour).base_colour).mean((0, 1))
    wanted = np.array(from_hex(colour))
    cosine = mean @ wanted / np.linalg.norm(mean) / np.linalg.norm(wanted)
    assert cosine > 0.97
    assert 0.55 < mean.sum() / wanted.sum() < 1.6


def test_wear_shows_on_every_surface_with_a_history() -> None:
    aged = "oak painted_wood painted_metal brass plastic concrete glazed_ceramic leather".split()
    for name in aged:
        new, old = material(name, wear=0.0), material(name, wear=1.0)
        rougher = np.std(old.roughness) > 1.15 * np.std(new.roughness)
        darker = np.mean(old.base_colour) < 0.97 * np.mean(new.base_colour)
        assert rougher or darker, name


def test_unknown_name_is_refused_with_the_choice() -> None:
    with pytest.raises(PlanError, match="'mithril' is not in the catalogue; use one of .*oak"):
        material("mithril")


def test_materials_differ_from_each_other() -> None:
    seen = {}
    for name in TEXTURED:
        surface = material(name)
        means = [np.mean(surface.roughness), np.mean(surface.metallic)]
        look = (*np.round(np.asarray(surface.base_colour).mean((0, 1)), 2), *np.round(means, 1))
        assert look not in seen, f"{name} looks like {seen[look]}"
        seen[look] = name


def test_surfaces_for_sets() -> None:
    floors = [planks(species) for species in SPECIES]
    assert len({round(float(np.mean(floor.base_colour)), 3) for floor in floors}) == len(SPECIES)
    for surface in (*floors, plaster_wall(), tiles(Look()), rug()):
        for axis in (0, 1):
            assert surface.name == "rug" or seam_excess(np.asarray(surface.roughness), axis) < 1.6
    turned = across(floors[0])
    assert np.array_equal(np.asarray(turned.base_colour), np.asarray(floors[0].base_colour).swapaxes(0, 1))


def test_wall_paint_keeps_its_colour() -> None:
    mean = np.asarray(plaster_wall(colour="#4f6b5c").base_colour).mean((0, 1))
    assert np.allclose(mean, from_hex("#4f6b5c"), rtol=0.05)
