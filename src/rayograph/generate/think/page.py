"""reasoning.html: what was understood, tried, measured, changed and why, with pictures; one offline file."""

from base64 import b64encode
from html import escape
from pathlib import Path

from rayograph.critic.judge import Judged
from rayograph.generate.think.record import Attempt, Reasoning

_STYLE = """
:root { color-scheme: dark }
body { font: 15px/1.5 system-ui, sans-serif; background: #16161a; color: #ddd; max-width: 1100px;
       margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.3rem } h2 { font-size: 1.05rem; margin-top: 2.2rem }
img { max-width: 100%; border-radius: 4px } table { border-collapse: collapse; width: 100% }
td, th { text-align: left; padding: .2rem .6rem .2rem 0; vertical-align: top;
         border-bottom: 1px solid #2a2a30 }
.pass { color: #7bc47f } .fail { color: #ef7d6f } .unmeasured { color: #999 }
.best { border-left: 3px solid #7bc47f; padding-left: 1rem } .muted { color: #999 }
"""
_ENDINGS = {
    "pass": "every intent that could be measured passed",
    "budget": "the budget was spent",
    "stalled": "two rounds of changes brought nothing better",
    "stopped": "it was stopped",
}


def page(reasoning: Reasoning, folder: Path) -> str:
    """The page; pictures that lie in `folder` are put into it."""
    best = reasoning.attempts[reasoning.best] if reasoning.attempts else None
    share = "" if best is None else f"{100 * best.judgement.share:.0f} %"
    first = f"{100 * reasoning.first_share:.0f} %"
    head = (
        f"<h1>{escape(reasoning.brief)}</h1><p>Intents passed: {first} as planned, <b>{share}</b> after "
        f"{len(reasoning.attempts)} attempts in {reasoning.seconds:.0f} s; "
        f"it ended because {_ENDINGS[reasoning.ending]}.</p>"
    )
    understood = "".join(f"<li>{escape(line)}</li>" for line in reasoning.understood)
    tried = "".join(_attempt(each, each.number == reasoning.best, folder) for each in reasoning.attempts)
    return (
        f"<!doctype html><meta charset=utf-8><title>Reasoning</title><style>{_STYLE}</style>{head}"
        f"<h2>Understood</h2><ul>{understood}</ul>{tried}"
    )


def _attempt(attempt: Attempt, best: bool, folder: Path) -> str:
    title = f"{attempt.number}: {escape(attempt.what)}" + (" (this is shot)" if best else "")
    why = f"<p class=muted>because of {escape(attempt.why)}</p>" if attempt.why else ""
    if attempt.failed:
        return f"<section><h2>{title}</h2>{why}<p class=fail>{escape(attempt.failed)}</p></section>"
    parent = "" if attempt.parent is None else f" · from attempt {attempt.parent}"
    told = f"<p class=muted>score {attempt.score:.3f} · {attempt.seconds:.0f} s{parent}</p>"
    rows = "".join(_row(each) for each in attempt.judgement.judged)
    table = f"<table><tr><th>asked<th>measure<th>verdict<th>found</tr>{rows}</table>"
    if not best:  # all of a lesser attempt is of interest to few
        table = f"<details><summary>{_summary(attempt)}</summary>{table}</details>"
    style = " class=best" if best else ""
    return f"<section{style}><h2>{title}</h2>{why}{told}{_picture(attempt, folder)}{table}</section>"


def _summary(attempt: Attempt) -> str:
    verdicts = [each.finding.verdict for each in attempt.judgement.judged]
    return ", ".join(f"{verdicts.count(v)} {v}" for v in ("pass", "fail", "unmeasured"))


def _row(each: Judged) -> str:
    found = each.finding
    value = "" if found.value is None else f"{found.value:g} {escape(found.unit)}"
    frame = "" if found.frame is None else f" (frame {found.frame})"
    said = escape(found.note or found.wanted) + frame
    kind = escape(each.intent.claim.kind.replace("_", " "))
    return (
        f"<tr><td>{escape(each.intent.words) or '<span class=muted>always</span>'}<td>{kind}"
        f"<td class={found.verdict}>{found.verdict}<td>{value}<br><span class=muted>{said}</span></tr>"
    )


def _picture(attempt: Attempt, folder: Path) -> str:
    file = folder / attempt.picture
    if not attempt.picture or not file.is_file():
        return ""
    return f'<img alt="" src="data:image/png;base64,{b64encode(file.read_bytes()).decode()}">'
