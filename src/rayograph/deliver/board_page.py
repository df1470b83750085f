"""The board as a page: a panel and a caption a shot, and what was found across shots."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rayograph.deliver.atomic import write_text

_STYLE = """
body{background:#141414;color:#ddd;margin:32px;
font:15px/1.5 'Source Sans 3','Source Sans Pro',system-ui,sans-serif}
h1{font-weight:400} .board{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:28px}
figure{margin:0} svg,video{width:100%;background:#222;display:block;border-radius:3px}
figcaption b{color:#fff;font-weight:600;margin-right:.6em} .small{color:#999;font-size:13px}
table{border-collapse:collapse;margin-top:36px} td,th{padding:4px 14px 4px 0;text-align:left;font-weight:400}
th{color:#999} .pass{color:#7fce8a} .fail{color:#ee6b5e} .unmeasured{color:#d6b656}
"""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One shot: `drawing` is an SVG element, shown until there is a `video` (path from the page's folder)."""

    name: str
    caption: str
    told: str
    notes: tuple[str, ...]
    length: str
    drawing: str
    video: str = ""


@dataclass(frozen=True)
class Row:
    """A claim across two shots, and the verdict."""

    shots: str
    asked: str
    verdict: str
    found: str


def write_board_page(path: Path, title: str, panels: Sequence[Panel], rows: Sequence[Row]) -> None:
    """Write board.html; it needs nothing but the previews beside it."""
    figures = "\n".join(_figure(panel) for panel in panels)
    lines = "\n".join(
        f"<tr><td>{escape(row.shots)}<td>{escape(row.asked)}<td class='{escape(row.verdict)}'>"
        f"{escape(row.verdict or 'not shot yet')}<td>{escape(row.found)}</tr>"
        for row in rows
    )
    table = (
        "<table><tr><th>shots<th>continuity<th>verdict<th>found</tr>\n" + lines + "</table>" if rows else ""
    )
    write_text(
        path,
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<meta name='viewport' content='width=device-width'><style>{_STYLE}</style>"
        f"<h1>{escape(title)}</h1><div class='board'>\n{figures}\n</div>{table}</html>\n",
    )


def _figure(panel: Panel) -> str:
    seen = panel.drawing
    if panel.video:
        seen = (
            f"<video src='{escape(panel.video, quote=True)}' controls muted loop playsinline "
            f"preload='metadata' aria-label='{escape(panel.caption, quote=True)}'></video>"
        )
    notes = " · ".join(panel.notes)
    return (
        f"<figure>{seen}<figcaption><b>{escape(panel.name)}</b>{escape(panel.caption)} "
        f"<span class='small'>{escape(panel.length)}</span><br><span class='small'>{escape(panel.told)}"
        f"{'<br>' + escape(notes) if notes else ''}</span></figcaption></figure>"
    )
