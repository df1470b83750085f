"""A shot of a project revised: words ─► plan and changes ─► what changed is rendered ─► a new version."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rayograph.core.errors import BriefError, OutputError
from rayograph.core.plan import ShotPlan
from rayograph.deliver.exr import read_header
from rayograph.generate.progress import Progress
from rayograph.generate.reuse import Reuse, reusable
from rayograph.generate.rework import rework
from rayograph.generate.take_in import frames_of, plan_of, set_up, take_in
from rayograph.plan.revise.change import Change, shown
from rayograph.plan.revise.edit import revised
from rayograph.provenance.blobs import blob_path
from rayograph.provenance.project import Project, branch, head
from rayograph.provenance.record import KeptChange, Version
from rayograph.world.render.quality import QUALITIES


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A revision before it runs: `reuse` says how the parent's frames serve; None renders all."""

    shot: str
    words: str
    locks: tuple[str, ...]
    parent: Version
    before: ShotPlan
    plan: ShotPlan
    changes: tuple[Change, ...]
    reuse: Reuse | None
    quality: str


def plan_revision(
    project: Project, shot: str, words: str, *, locks: tuple[str, ...] = (), quality: str | None = None,
    again: bool = False,
) -> Revision:  # fmt: skip
    """The revision of a shot's current version. The exposure that was metered stays.

    Args:
        quality: of what is rendered; None takes the parent's. again: render all, whatever could be kept.

    Raises:
        BriefError: the words were not understood, or change nothing.
        PlanError: what is locked would change, or the plan is impossible.
    """
    parent = head(project, shot)
    before = plan_of(project, parent)
    plan, changes = revised(before, words, locks=locks)
    if not changes:
        raise BriefError(f"{words!r} changes nothing: v{parent.number} is so already")
    own = parent.quality or _quality_of(project, parent, before)
    reuse = None if again or (quality or own) != own else reusable(before, plan)
    return Revision(shot=shot, words=words, locks=locks, parent=parent, before=before, plan=plan,
                    changes=changes, reuse=reuse, quality=quality or own)  # fmt: skip


def _quality_of(project: Project, made: Version, plan: ShotPlan) -> str:
    """Draft, if the frames are smaller than the plan asks for; else the usual one."""
    frames = frames_of(made)
    if not frames:
        raise OutputError(f"{made.shot} v{made.number} has no frames; shoot it again")
    low, high = read_header(blob_path(project.objects, frames[0].sha256))["dataWindow"]
    return "draft" if int(high[0] - low[0] + 1) < plan.format.width else "standard"


def carry_out(
    project: Project, revision: Revision, *, report: Callable[[Progress], None] = lambda step: None,
    stop: Callable[[], bool] = lambda: False,
) -> Version | None:  # fmt: skip
    """Make the new version, in the shot's working folder and in the project; None if it was stopped.

    Raises:
        RayographError: one clear line.
    """
    folder = set_up(project, revision.shot)
    on = branch(project, revision.shot)
    made = "rendered"
    if revision.reuse is not None:
        made = revision.reuse.line()
        total = revision.reuse.frames

        def told(done: int, total: int = total) -> None:
            report(Progress(stage="from the parent's frames", done=done, total=total))

        report(Progress(stage="from the parent's frames", done=0, total=total))
        rework(
            revision.before, revision.plan, _frames(project, revision.parent), folder, revision.reuse,
            quality=QUALITIES[revision.quality], digest=revision.parent.plan,
            sky=_kept(project, revision.parent, "sky.exr"),
            stage=_kept(project, revision.parent, "shot.usdc"),
            report=lambda done, total: told(done),
        )  # fmt: skip
    elif not _shot(revision, folder, report, stop):
        return None
    kept = [
        KeptChange(path=c.path, before=shown(c.before), after=shown(c.after), words=c.words)
        for c in revision.changes
    ]
    return take_in(
        project, revision.shot, folder, parent=revision.parent.number, branch=on, words=revision.words,
        changes=kept, locks=revision.locks, quality=revision.quality, made=made,
    )  # fmt: skip


def _shot(
    revision: Revision, folder: Path, report: Callable[[Progress], None], stop: Callable[[], bool]
) -> bool:
    from rayograph.generate.shoot import shoot  # loads the renderer, which a gain does not need

    made = shoot(revision.plan, folder, quality=revision.quality, report=report, stop=stop)
    return made.complete


def _frames(project: Project, made: Version) -> list[Path]:
    return [blob_path(project.objects, file.sha256) for file in frames_of(made)]


def _kept(project: Project, made: Version, name: str) -> Path | None:
    file = made.file(name)
    return None if file is None else blob_path(project.objects, file.sha256)
