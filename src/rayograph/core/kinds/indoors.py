"""Kinds that belong on tables and in rooms; sizes and words as in `core.catalogue`."""

from rayograph.core.kinds.kind import CastKind

INDOORS: tuple[CastKind, ...] = ()
