"""What the time of year does to the valley: colours of grass, needles and leaves, flowers, snow."""

from dataclasses import dataclass

from rayograph.colour.primaries import from_hex

RGB = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class Season:
    """Colours are linear ACEScg. flowers: their colours; bloom: how many; snow: cover of the ground, 0..1;
    turning: leaves are in their autumn colours.

    grass and dry: blade colours; dryness: their mean mixture; meadow, straw, floor: the soil between them.
    """

    grass: RGB
    dry: RGB
    dryness: float
    meadow: RGB
    straw: RGB
    floor: RGB
    needles: tuple[RGB, ...]
    leaves: tuple[RGB, ...]
    leafiness: float
    flowers: tuple[RGB, ...]
    bloom: float
    snow: float
    turning: bool = False


def _rgbs(codes: str) -> tuple[RGB, ...]:
    return tuple(from_hex(code) for code in codes.split())


_FIRS = _rgbs("#4f6b3c #5b7541 #456348 #66793f")
SEASONS: dict[str, Season] = {
    "summer": Season(
        grass=from_hex("#6f8a36"), dry=from_hex("#b59c5a"), dryness=0.28,
        meadow=from_hex("#3b4a20"), straw=from_hex("#545029"), floor=from_hex("#35412a"),
        needles=_FIRS, leaves=_rgbs("#6f8d3a #7d9a42 #5f7f37"), leafiness=1.0,
        flowers=_rgbs("#e9e6dc #e3b32f #8f6bb3 #d46a86"), bloom=1.0, snow=0.0,
    ),
    "spring": Season(
        grass=from_hex("#7fa03c"), dry=from_hex("#a99a5c"), dryness=0.15,
        meadow=from_hex("#3e5022"), straw=from_hex("#55552b"), floor=from_hex("#37442a"),
        needles=_FIRS, leaves=_rgbs("#9ab64f #88aa48 #a8bd5c"), leafiness=0.8,
        flowers=_rgbs("#f0eee6 #e8c53a #a58bd0 #e6a3bb #5f7fd0"), bloom=1.9, snow=0.0,
    ),
    "autumn": Season(
        grass=from_hex("#86884a"), dry=from_hex("#b39c68"), dryness=0.55,
        meadow=from_hex("#4c4826"), straw=from_hex("#625636"), floor=from_hex("#474129"),
        needles=_FIRS, leaves=_rgbs("#d6a02c #c9792a #b5532a #dcb843"), leafiness=0.85,
        flowers=_rgbs("#8f6bb3 #e3dccb"), bloom=0.15, snow=0.0, turning=True,
    ),
    "winter": Season(
        grass=from_hex("#a59568"), dry=from_hex("#b9a57a"), dryness=0.8,
        meadow=from_hex("#7b7358"), straw=from_hex("#8c8063"), floor=from_hex("#4d4a3c"),
        needles=_rgbs("#4b5c50 #6f8076 #a9b5b2"), leaves=_rgbs("#6e665b #5c554d"), leafiness=0.08,
        flowers=(), bloom=0.0, snow=0.93,
    ),
}  # fmt: skip
