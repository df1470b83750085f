"""Large and outdoor things: generators by catalogue name."""

from rayograph.world.scene import Prop

OUTDOOR: dict[str, object] = {}
