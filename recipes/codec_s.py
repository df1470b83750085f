"""The small codec, meant for a GPU; it has not been trained yet."""

from rayograph.codec.config import CodecConfig
from rayograph.train.recipe import Phase, TrainRecipe


def recipe() -> TrainRecipe:
    """All that `rayograph train` needs to know."""
    return TrainRecipe(
        name="codec_s",
        codec=CodecConfig(),
        phases=(
            Phase(share=0.6, size=(128, 128), frames=9, batch=32),
            Phase(share=0.3, size=(160, 256), frames=17, batch=8),
            Phase(share=0.1, size=(160, 256), frames=25, batch=6),
        ),
        steps=12000,
    )
