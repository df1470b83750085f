"""The data of the small codec: things on tables for the most part, some rooms, lakes and streets."""

from rayograph.train.data.recipe import DataRecipe


def data() -> DataRecipe:
    """All that `rayograph data make` needs to know."""
    return DataRecipe(name="data_s")
