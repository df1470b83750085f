"""What differs between two plans: one change for each value, by a path that names cast and lights by id."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.table import Table
from rich.text import Text

from rayograph.core.plan import ShotPlan

SILENT = ("intents", "readings", "caption", "brief", "title", "schema_version")
"""What is said about a shot is no part of it."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One value of a plan, before and after, and the words that changed it; None: it was or is not there."""

    path: str
    before: object
    after: object
    words: str = ""


def values(plan: ShotPlan) -> dict[str, object]:
    """Every value of a plan by its path: `cast.vase.colour`, `camera.f_stop`."""
    return dict(_leaves("", plan.model_dump(exclude=set(SILENT))))


def _leaves(path: str, value: Any) -> Iterator[tuple[str, object]]:
    lead = f"{path}." if path else ""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{lead}{key}", inner)
    elif isinstance(value, tuple) and value and all(isinstance(item, dict) for item in value):
        for name, inner in zip(_names(value), value, strict=True):
            yield from _leaves(f"{lead}{name}", inner)
    elif not (isinstance(value, tuple) and not value):
        yield path, value


def _names(items: tuple[dict[str, Any], ...]) -> list[str]:
    """What tells the items of a list apart: their ids, else what they are about and which of those."""
    taken: dict[str, int] = {}
    found = []
    for item in items:
        name = str(item.get("id") or item.get("name") or item.get("object") or "")
        if "kind" in item and "object" in item:
            name = f"{name}_{item['kind']}"
        count = taken[name] = taken.get(name, 0) + 1
        found.append(name if name and count == 1 else f"{name}{'_' if name else ''}{count}")
    return found


def changes(before: ShotPlan, after: ShotPlan, words: str = "") -> tuple[Change, ...]:
    """What differs, in the order of the plan; members, lights and events that come or go are one each."""
    old, new = values(before), values(after)
    found: dict[str, Change] = {}
    for path in [*old, *(path for path in new if path not in old)]:
        if old.get(path) == new.get(path) and (path in old) == (path in new):
            continue
        whole = _whole(path, old, new)
        if whole is None:
            found[path] = Change(path=path, before=old.get(path), after=new.get(path), words=words)
        elif whole not in found:
            there = (
                "there" if _has(old, whole) else None,
                "there" if _has(new, whole) else None,
            )
            found[whole] = Change(path=whole, before=there[0], after=there[1], words=words)
    return tuple(found.values())


_LISTED = {"cast": 2, "action": 2, "rig.practicals": 3, "rig.groups": 3, "rig.sun": 2, "rig.sky": 2,
           "camera.keys": 3, "camera.focus_keys": 3}  # fmt: skip
"""Where whole records come and go, and how many parts of a path name one."""


def _whole(path: str, old: dict[str, object], new: dict[str, object]) -> str | None:
    """The path of the record that `path` belongs to, if one side lacks it."""
    for lead, depth in _LISTED.items():
        if path.startswith(f"{lead}.") or path == lead:
            record = ".".join(path.split(".")[:depth])
            if record != path and _has(old, record) != _has(new, record):
                return record
    return None


def _has(known: dict[str, object], record: str) -> bool:
    return any(path.startswith(f"{record}.") for path in known)


def shown(value: object) -> str:
    """A value as a person reads it."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value)
    return str(value)


def table(found: tuple[Change, ...]) -> Table:
    """The changes for a terminal."""
    rows = Table("what", "before", "after", "because of", box=None, pad_edge=False, header_style="bold")
    for change in found:
        rows.add_row(
            Text(change.path), Text(shown(change.before), "red"), Text(shown(change.after), "green"),
            Text(change.words, "dim"),
        )  # fmt: skip
    return rows
