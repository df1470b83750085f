"""A codec for two CPU cores: narrower, on small crops; about two hours and a half where nothing else runs."""

from rayograph.codec.config import CodecConfig
from rayograph.train.recipe import Phase, TrainRecipe


def recipe() -> TrainRecipe:
    """All that `rayograph train` needs to know."""
    return TrainRecipe(
        name="codec_xs",
        codec=CodecConfig(widths=(40, 80, 160), encoder=(1, 1, 2), decoder=(2, 2, 3), token=48, rig=96),
        phases=(
            Phase(share=0.7, size=(96, 96), frames=5, batch=4),
            Phase(share=0.3, size=(128, 160), frames=5, batch=2),
        ),
        steps=6000,
        rate=2.5e-3,
        ema=100.0,
        draft=0.25,
        evaluate=1000,
        save=100,
    )
