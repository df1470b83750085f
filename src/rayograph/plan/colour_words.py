"""Colour words to display-referred sRGB hex, with modifiers ("dark", "pale", "bright")."""

import colorsys

COLOURS = {
    "red": "#b3261e", "crimson": "#9c1428", "scarlet": "#c41e1a", "maroon": "#5e1a1f", "burgundy": "#5c1a2b",
    "ruby": "#9b1230", "cherry": "#a5172c", "rose pink": "#d98c9a", "pink": "#dd8fa3", "magenta": "#a8246e",
    "fuchsia": "#b52a7f", "coral": "#e0755f", "salmon": "#e08b76", "orange": "#d4691e",
    "rust coloured": "#8f4a25",
    "tangerine coloured": "#e07a14", "peach": "#e8b08c", "apricot": "#e6a565", "amber coloured": "#c98a1b",
    "yellow": "#e0b721", "mustard": "#b98d1c", "ochre": "#b07a2a", "lemon yellow": "#e6d23c",
    "golden": "#c7a03c",
    "cream": "#efe6cf", "ivory coloured": "#efe9d8", "beige": "#d1c0a0", "tan": "#b8946a", "sand": "#cdb38b",
    "khaki": "#a39a6b", "olive": "#6b6b2c", "lime green": "#8fb52e", "green": "#3f7a3a", "emerald": "#1f7a4d",
    "mint": "#a9d6bd", "sage": "#93a184", "forest green": "#264a2c", "teal": "#1f6b6b",
    "turquoise": "#36a6a0",
    "aqua": "#4fb5b8", "cyan": "#2fa6bd", "blue": "#2b5a94", "navy": "#1a2847", "navy blue": "#1a2847",
    "royal blue": "#2747a0", "cobalt": "#1f4aa0", "cobalt blue": "#1f4aa0", "ultramarine": "#23349b",
    "sky blue": "#86b4d6", "azure": "#5a9bd0", "indigo": "#343a7a", "violet": "#6a4a94", "purple": "#6a3a82",
    "lavender": "#b3a3cf", "lilac": "#bea3c9", "mauve": "#a5859c", "plum": "#5f2c50", "brown": "#6b4428",
    "chestnut": "#6b3a26", "chocolate": "#4a2c1d", "coffee coloured": "#5a4030", "black": "#161616",
    "jet black": "#0c0c0c", "charcoal": "#33363a", "grey": "#85868a", "gray": "#85868a",
    "silver coloured": "#b3b5b8",
    "pearl white": "#eeebe6", "pearlescent white": "#eeebe6", "arctic white": "#f1f2f2",
    "polar white": "#f1f2f2",
    "glacier white": "#f1f2f2", "alpine white": "#f1f2f2", "pearl grey": "#b9b8b4", "pearl gray": "#b9b8b4",
    "white": "#ece9e2", "snow white": "#f5f4f1", "off white": "#e6e0d3", "colourless": "#e8e8e8",
}  # fmt: skip
"""Everyday names; hexes are those of paints and objects, not of display primaries."""

TONES = {
    "dark": (1.0, 0.5), "deep": (1.1, 0.65), "pale": (0.5, 1.4), "light": (0.6, 1.35), "pastel": (0.45, 1.45),
    "bright": (1.2, 1.15), "vivid": (1.35, 1.05), "dusty": (0.55, 1.0), "muted": (0.5, 0.95), "rich": (1.2,
    0.85),
    "soft": (0.7, 1.1), "faded": (0.5, 1.1), "dull": (0.6, 0.85), "neon": (1.5, 1.25),
}  # fmt: skip
"""Modifier → (gain on saturation, gain on lightness)."""

MIXED = ("colourful", "colorful", "multicoloured", "multicolored", "rainbow", "coloured", "colored", "mixed")


def colour_hex(name: str, tones: tuple[str, ...] = ()) -> str:
    """The hex of a colour word under its modifiers."""
    base = COLOURS[name].lstrip("#")
    rgb = tuple(int(base[i : i + 2], 16) / 255 for i in (0, 2, 4))
    h, lightness, s = colorsys.rgb_to_hls(*rgb)
    for tone in tones:
        gain_s, gain_l = TONES[tone]
        # Half of the way to white at most: "pale pink" is a pink.
        lighter = min(lightness * gain_l, 0.5 * (1.0 + lightness)) if gain_l > 1 else lightness * gain_l
        s, lightness = min(1.0, s * gain_s), min(0.95, max(0.02, lighter))
    red, green, blue = (round(255 * c) for c in colorsys.hls_to_rgb(h, lightness, s))
    return f"#{red:02x}{green:02x}{blue:02x}"


def colour_name(hexed: str) -> str:
    """The everyday name nearest to a hex, for captions."""
    values = [int(hexed[i : i + 2], 16) for i in (1, 3, 5)]

    def distance(name: str) -> float:
        other = [int(COLOURS[name][i : i + 2], 16) for i in (1, 3, 5)]
        return sum((a - b) ** 2 for a, b in zip(values, other, strict=True))

    return min((n for n in COLOURS if "coloured" not in n), key=distance)
