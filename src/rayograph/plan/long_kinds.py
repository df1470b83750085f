"""Kinds that are modelled upright and longer than wide, so that they can be laid down."""

DEPTH_M = {
    "guitar": 0.115, "violin": 0.09, "sword": 0.055, "oar": 0.053, "broom": 0.062, "shovel": 0.05,
    "snow_shovel": 0.13, "rake": 0.09, "pitchfork": 0.07, "pickaxe": 0.065, "umbrella_closed": 0.085,
    "snowboard": 0.234, "surfboard": 0.283, "cello": 0.19,
}  # fmt: skip
"""Kind → how thick it is, lying on its back [m]."""
