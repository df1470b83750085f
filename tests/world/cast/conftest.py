import pytest

from rayograph.world.cast import finish, fitting
from rayograph.world.scene import Material


@pytest.fixture
def untextured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Geometry is on trial, not textures: materials are names alone."""
    for module in (finish, fitting):
        monkeypatch.setattr(
            module, "material", lambda name, **look: Material(name=f"{name}/{look.get('colour')}")
        )
