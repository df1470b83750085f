"""A codec for two CPU cores: narrower, on small crops first; it has not been trained yet."""

from rayograph.codec.config import CodecConfig
from rayograph.train.recipe import Phase, TrainRecipe


def recipe() -> TrainRecipe:
    """All that `rayograph train` needs to know."""
    return TrainRecipe(
        name="codec_xs",
        codec=CodecConfig(widths=(40, 80, 160), encoder=(1, 1, 2), decoder=(2, 2, 3), token=48, rig=96),
        phases=(
            Phase(share=0.7, size=(96, 96), frames=5, batch=6),
            Phase(share=0.3, size=(160, 256), frames=5, batch=2),
        ),
        steps=6000,
        rate=1.5e-3,
    )
