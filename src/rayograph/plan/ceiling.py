"""What hangs from a ceiling: which kinds, and how much of one counts as seen."""

HANGING = frozenset("pendant_lamp chandelier".split())
"""Kinds that hang from the ceiling by their tops."""
SEEN_M = {"pendant_lamp": 0.42, "chandelier": 0.75}
"""How much of one, from below, a frame must hold [m]: the rest is cord."""
SWING_DEG = 20.0
"""How far a lamp swings that is said to swing."""
