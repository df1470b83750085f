"""The typeface that letters are drawn in, on things and on pages: Source Sans Pro (SIL Open Font License).

It comes as a package, so every machine draws the same letters: Latin, Greek and Cyrillic.
"""

import functools
import importlib.util
from pathlib import Path

from PIL import ImageFont

from rayograph.core.errors import SetupError

PACKAGE = "font_source_sans_pro"


@functools.lru_cache(maxsize=64)
def typeface(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    """The face at `size` [px]; `weight` is "Regular", "Semibold" or "Bold".

    Raises:
        SetupError: the font's package is missing, or this Pillow was built without FreeType.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SetupError(f"the typeface is missing; install it with: pip install {PACKAGE.replace('_', '-')}")
    try:
        return ImageFont.truetype(Path(found.origin).parent / "files" / f"SourceSansPro-{weight}.ttf", size)
    except ImportError as why:
        raise SetupError(
            "Pillow has no FreeType here, so text cannot be drawn; install the pillow wheel"
        ) from why
