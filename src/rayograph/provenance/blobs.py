"""Content-addressed files: each lies once under `objects/ab/cdef…`, named by the SHA-256 of its bytes."""

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from rayograph.core.errors import OutputError
from rayograph.deliver.atomic import atomic_path, output_error

FRAME = ".exr"


def digest_of(path: Path) -> str:
    """SHA-256 of a file.

    Raises:
        OutputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error.strerror}; check the disk") from None


def blob_path(objects: Path, digest: str) -> Path:
    """Where the bytes of this digest lie."""
    return objects / digest[:2] / digest[2:]


def keep(objects: Path, source: Path) -> tuple[str, int]:
    """Take a file in: frames as hard links where the disk allows it, the rest as copies.

    A link shares its bytes, so a linked frame becomes read-only; text may be edited where it lies.
    Returns digest and size [bytes].

    Taking the same bytes in twice, also by two processes at once, leaves one file.

    Raises:
        OutputError: the file cannot be read, or the disk is full.
    """
    digest = digest_of(source)
    target = blob_path(objects, digest)
    size = source.stat().st_size
    if target.exists() and target.stat().st_size == size:
        return digest, size
    if source.suffix == FRAME:
        with contextlib.suppress(OSError):  # another disk, one without links, or another process was first
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(source, target)
            target.chmod(0o444)
            return digest, size
    _copied(source, target)
    return digest, size


def _copied(source: Path, target: Path) -> None:
    with atomic_path(target) as temporary:
        shutil.copyfile(source, temporary)


def put_back(objects: Path, digest: str, target: Path) -> None:
    """Lay a kept file at `target`; what lay there is replaced whole or not at all.

    The file is a copy: what is done to it afterwards does not reach the project.

    Raises:
        OutputError: the kept bytes are missing or damaged, or the disk is full.
    """
    source = blob_path(objects, digest)
    if not source.exists():
        raise OutputError(f"{source} is missing; take the shot in again with `rayograph project add`")
    if digest_of(source) != digest:
        raise OutputError(
            f"{source} is damaged: its bytes have another digest than its name; take the shot in again"
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(target, error) from None
    if not (target.exists() and target.samefile(source)):
        _copied(source, target)
