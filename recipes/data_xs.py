"""The data of the codec that a CPU trains: small pictures only, and more clips for each set that is built."""

from rayograph.train.data.recipe import DataRecipe


def data() -> DataRecipe:
    """All that `rayograph data make` needs to know."""
    return DataRecipe(name="data_xs", large=0.0, clips_per_place=6)
