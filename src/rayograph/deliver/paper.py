"""A dark page of pictures and small type that grows downwards: what the contact sheet is drawn on."""

import numpy as np
from PIL import Image, ImageDraw

from rayograph.core.typeface import typeface

PAPER, RULE, INK, FAINT = (20, 20, 20), (54, 54, 54), (228, 228, 228), (140, 140, 140)
Colour = tuple[int, int, int]


class Paper:
    """A page `width` px wide with margins; `y` is where the next thing goes. Height is whatever was used."""

    def __init__(self, width: int, margin: int) -> None:
        self.width, self.margin, self.y = width, margin, margin
        self._image = Image.new("RGB", (width, 4 * width), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def _room(self, bottom: int) -> None:
        if bottom + self.margin > self._image.height:
            taller = Image.new("RGB", (self.width, 2 * bottom), PAPER)
            taller.paste(self._image, (0, 0))
            self._image, self._draw = taller, ImageDraw.Draw(taller)

    def text(self, words: str, size: int, colour: Colour, *, gap: int, lines: int = 1) -> None:
        """Set a paragraph across the page, cut to `lines` with an ellipsis, and move below it."""
        for line in self._wrapped(words, size, lines):
            self._draw.text((self.margin, self.y), line, font=typeface(size), fill=colour)
            self.y += round(size * 1.36)
        self.y += gap - round(size * 0.36)

    def _wrapped(self, words: str, size: int, lines: int) -> list[str]:
        room = self.width - 2 * self.margin
        rows = [""]
        for word in words.split():
            longer = f"{rows[-1]} {word}".strip()
            if rows[-1] and self._draw.textlength(longer, font=typeface(size)) > room:
                rows.append(word)
            else:
                rows[-1] = longer
        kept = rows[:lines]
        if len(rows) > lines:
            kept[-1] += " …"
        return [self._cut(row, size, room) for row in kept]

    def _cut(self, row: str, size: int, room: int) -> str:
        if self._draw.textlength(row, font=typeface(size)) <= room:
            return row
        while row and self._draw.textlength(row + "…", font=typeface(size)) > room:
            row = row[:-1]
        return row + "…"

    def label(self, words: str, at: tuple[int, int], size: int, *, colour: Colour = INK) -> int:
        """Set one line at `at` (left, top); returns where it ends [px]."""
        self._draw.text(at, words, font=typeface(size), fill=colour)
        return at[0] + round(self._draw.textlength(words, font=typeface(size)))

    def caption(self, words: str, at: tuple[int, int], size: int) -> None:
        """Set one line on a dark chip, to be read over any picture; `at` is the chip's bottom left."""
        wide = round(self._draw.textlength(words, font=typeface(size)))
        x, y = at
        self._draw.rectangle((x, y - size - 9, x + wide + 15, y - 1), fill=PAPER)
        self._draw.text((x + 8, y - size - 7), words, font=typeface(size), fill=(196, 196, 196))

    def section(self, title: str, note: str) -> None:
        """A thin rule with a letter-spaced heading under it."""
        self.y += 22
        self._draw.line((self.margin, self.y, self.width - self.margin, self.y), fill=RULE)
        self.y += 16
        x = float(self.margin)
        for letter in title.upper():
            self._draw.text((x, self.y), letter, font=typeface(16), fill=INK)
            x += self._draw.textlength(letter, font=typeface(16)) + 2.2
        self._draw.text((x + 18, self.y), note, font=typeface(16), fill=FAINT)
        self.y += 36

    def paste(self, picture: np.ndarray, at: tuple[int, int], size: tuple[int, int]) -> None:
        """Place an 8-bit RGB picture, resampled to `size` (width, height)."""
        self._room(at[1] + size[1])
        image = Image.fromarray(picture)
        if image.size != size:
            image = image.resize(size, Image.Resampling.LANCZOS)
        self._image.paste(image, at)

    def finished(self) -> Image.Image:
        """The page, as tall as it was filled."""
        return self._image.crop((0, 0, self.width, self.y + self.margin))
