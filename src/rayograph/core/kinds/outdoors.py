"""Kinds that belong out of doors; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind

OUTDOORS: tuple[CastKind, ...] = ()
