"""manifest.json: what was made, from which plan, by which software, and the digests that prove it.

It holds nothing of the user's machine but its kind: no host name, no account, no absolute path.
"""

import hashlib
import importlib.metadata
import platform
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver import cryptomatte
from rayograph.deliver.atomic import write_text
from rayograph.deliver.exr import plan_digest

PACKAGES = ("rayograph", "mitsuba", "drjit", "mujoco", "pyoidn", "OpenEXR", "opencolorio", "av", "numpy")
"""What decides a pixel or a file, and so is named with its version."""
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Record(BaseModel):
    """The base of what a manifest holds: frozen, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Machine(Record):
    """The kind of machine: enough to know whether the same pixels may be expected."""

    system: str
    cpu: str
    variant: str
    """The renderer's variant, such as llvm_ad_rgb; empty where nothing was rendered."""


class FileRecord(Record):
    """One delivered file; `path` is relative to the manifest."""

    path: str
    bytes: int = Field(ge=0)
    sha256: Sha256


class FrameRecord(Record):
    """One frame: its file's digest, and its pixels' digest, which does not depend on how they were packed."""

    number: int
    file: FileRecord
    pixels: Sha256
    seconds: float = Field(ge=0)
    """How long it took to make [s]."""


class Manifest(Record):
    """The whole record. `complete` is False until every frame and file is in it."""

    schema_version: Literal["rayograph.manifest/1"] = "rayograph.manifest/1"
    complete: bool = False
    title: str
    version: int = Field(ge=1)
    plan_sha256: Sha256
    seed: int
    software: dict[str, str]
    machine: Machine
    started: datetime
    finished: datetime | None = None
    timings: dict[str, float] = Field(default_factory=dict)
    """Seconds by stage of the work."""
    frames: tuple[FrameRecord, ...] = ()
    files: tuple[FileRecord, ...] = ()
    notes: tuple[str, ...] = ()
    """What the makers of the shot want known, such as what the simulation had to assume."""


def software_versions(packages: Iterable[str] = PACKAGES) -> dict[str, str]:
    """Installed versions by package name; a package that is not installed is left out."""
    found = {}
    for package in packages:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def this_machine(variant: str = "") -> Machine:
    """The kind of this machine."""
    return Machine(system=f"{platform.system()} {platform.machine()}", cpu=_cpu_model(), variant=variant)


def _cpu_model() -> str:
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def new_manifest(plan: ShotPlan, version: int, *, started: datetime, variant: str = "") -> Manifest:
    """A manifest with no frames yet."""
    return Manifest(
        title=plan.title,
        version=version,
        plan_sha256=plan_digest(plan),
        seed=plan.seed,
        software=software_versions(),
        machine=this_machine(variant),
        started=started,
    )


def with_frame(manifest: Manifest, record: FrameRecord) -> Manifest:
    """The manifest with one more frame, or with that frame replaced; frames stay in order."""
    others = [frame for frame in manifest.frames if frame.number != record.number]
    frames = tuple(sorted([*others, record], key=lambda frame: frame.number))
    return manifest.model_copy(update={"frames": frames})


def finished(
    manifest: Manifest,
    files: Iterable[FileRecord],
    *,
    when: datetime,
    timings: dict[str, float],
    notes: Iterable[str] = (),
) -> Manifest:
    """The manifest closed: all files, the time, the timings and the notes."""
    closing = {"files": tuple(files), "finished": when, "timings": timings, "notes": tuple(notes)}
    return manifest.model_copy(update={"complete": True, **closing})


def file_record(path: Path, root: Path) -> FileRecord:
    """Size and digest of a delivered file.

    Raises:
        OutputError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = path.stat().st_size
    except OSError as error:
        raise OutputError(
            f"cannot read back {path}: {error.strerror}; shoot it again with --resume"
        ) from None
    return FileRecord(path=path.relative_to(root).as_posix(), bytes=size, sha256=digest)


def frame_record(frame: Frame, path: Path, root: Path, *, seconds: float) -> FrameRecord:
    """The record of a frame that was written to `path` under `root`.

    Raises:
        OutputError: the file cannot be read back.
    """
    return FrameRecord(
        number=frame.number, file=file_record(path, root), pixels=pixel_digest(frame), seconds=seconds
    )


def pixel_digest(frame: Frame) -> str:
    """SHA-256 of every layer's values: equal if and only if the pixels are, however they are packed.

    Mattes count as Cryptomatte ranks, so a frame read back from its EXR has the digest that it had before.
    """
    digest = hashlib.sha256()
    layers: dict[str, np.ndarray] = {f"light_{name}": group for name, group in sorted(frame.groups.items())}
    for name in ("alpha", "depth", "normal", "geometric_normal", "position", "albedo", "roughness"):
        layers[name] = getattr(frame, name)
    for name in ("metallic", "forward", "backward", "ids"):
        layers[name] = getattr(frame, name)
    ranks = cryptomatte.ranks(frame.matte_ids, frame.matte_coverage, frame.names)
    layers["mattes"] = ranks.view(np.uint32)  # ids are bits: as floats two of them could compare alike
    for name, values in layers.items():
        kind = values.dtype.newbyteorder("<")
        digest.update(f"{name} {kind.str} {values.shape}\n".encode())
        digest.update(np.ascontiguousarray(values, kind).tobytes())
    digest.update("\n".join(frame.names).encode("utf-8"))
    return digest.hexdigest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest atomically; call it again as the shot grows.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text(path, manifest.model_dump_json(indent=2) + "\n")


def read_manifest(path: Path) -> Manifest:
    """Read a manifest back.

    Raises:
        OutputError: it is missing, damaged or of another kind.
    """
    try:
        return Manifest.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error.strerror}; shoot into this folder first") from None
    except (ValidationError, UnicodeDecodeError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else "not UTF-8 text"
        raise OutputError(f"{path} is damaged: {reason}; delete it and shoot again with --resume") from None
