"""A storyboard on disk: plans, cut list, page; its shots, and what their frames say of continuity."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from rayograph import __version__
from rayograph.core.across import Across
from rayograph.core.time import parse_rate
from rayograph.core.value import Value
from rayograph.critic.across import across
from rayograph.critic.finding import Finding
from rayograph.critic.reel import Reel, read_reel
from rayograph.deliver import naming
from rayograph.deliver.atomic import write_text
from rayograph.deliver.board_page import Panel, Row, write_board_page
from rayograph.deliver.otio import Cut, write_otio
from rayograph.plan.board.panel import panel_of
from rayograph.plan.board.story import Told

SOFTWARE = f"rayograph {__version__}"
SHOTS = "shots"


class Kept(Value):
    """A claim across two shots, and what was found; None until both are shot."""

    across: Across
    finding: Finding | None = None


class Continuity(Value):
    """All of a board."""

    kept: tuple[Kept, ...] = Field(max_length=2000)


def shot_folder(out: Path, told: Told) -> Path:
    """Where a shot is rendered."""
    return out / SHOTS / told.name


def is_shot(out: Path, told: Told) -> bool:
    """Whether there are pictures of it."""
    return (shot_folder(out, told) / "preview.mp4").is_file()


def measured(out: Path, story: Sequence[Told], claims: Sequence[Across]) -> Continuity:
    """The claims across shots, measured where both are on disk."""
    here = {told.name: told for told in story if is_shot(out, told)}

    @lru_cache(maxsize=3)
    def reel(name: str) -> Reel:
        return read_reel(shot_folder(out, here[name]))

    return Continuity(kept=tuple(
        Kept(across=claim, finding=across(claim.claim, reel(claim.first), reel(claim.second)))
        if claim.first in here and claim.second in here
        else Kept(across=claim)
        for claim in claims
    ))  # fmt: skip


def write_plans(out: Path, story: Sequence[Told]) -> None:
    """One plan a shot, as `rayograph shoot` takes it."""
    for told in story:
        write_text(out / "plans" / f"{told.name}.json", told.plan.to_json())


def write_page(out: Path, title: str, story: Sequence[Told], found: Continuity) -> None:
    """board.html and across.json."""
    write_text(out / "across.json", found.model_dump_json(indent=2) + "\n")
    panels = [
        Panel(
            name=told.name, caption=told.caption, told=told.plan.caption, drawing=panel_of(told.plan),
            notes=told.shared,
            length=f"{told.plan.format.frames / float(parse_rate(told.plan.format.fps)):.2f} s",
            video=f"{SHOTS}/{told.name}/preview.mp4" if is_shot(out, told) else "",
        )
        for told in story
    ]  # fmt: skip
    rows = [
        Row(f"{k.across.first} → {k.across.second}", k.across.words, k.finding.verdict if k.finding else "",
            k.finding.note if k.finding else "")
        for k in found.kept
    ]  # fmt: skip
    write_board_page(out / "board.html", title, panels, rows)


def write_cut(out: Path, title: str, story: Sequence[Told]) -> None:
    """cut.otio: the shots in order, each whole, at its rate.

    Raises:
        SetupError: opentimelineio is not installed.
    """
    write_otio(out / "cut.otio", title, [cut_of(out, told) for told in story], software=SOFTWARE)


def cut_of(out: Path, told: Told) -> Cut:
    """Where the media of a shot lie, or will once it is shot."""
    folder, shot = f"{SHOTS}/{told.name}", told.plan.format
    version = naming.last_version(out / folder / "exr") or 1
    return Cut(
        name=told.name, rate=parse_rate(shot.fps), first_frame=shot.first_frame, count=shot.frames,
        preview=f"{folder}/preview.mp4", frames=f"{folder}/exr", padding=naming.FRAME_PADDING,
        prefix=f"{naming.stem(told.plan.title, version)}.", brief=told.plan.brief,
    )  # fmt: skip
