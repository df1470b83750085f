"""Small things: generators by catalogue name."""

from rayograph.world.scene import Prop

STILL_LIFE: dict[str, object] = {}
