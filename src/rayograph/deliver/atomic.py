"""Files appear whole or not at all: write beside the target, flush to the disk, rename over it."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rayograph.core.errors import OutputError

_PREFIX = ".part-"
_CURES = {
    "ENOSPC": "free some disk space or choose another folder with -o",
    "EDQUOT": "free some of your disk quota or choose another folder with -o",
    "EACCES": "make the folder writable or choose another with -o",
    "EPERM": "make the folder writable or choose another with -o",
    "EROFS": "the file system is read-only; choose another folder with -o",
    "EISDIR": "there is a folder of that name; choose another name with -o",
    "EEXIST": "a part of the path is a file; choose another folder with -o",
    "ENOTDIR": "a part of the path is a file; choose another folder with -o",
    "ENAMETOOLONG": "shorten the title or the folder name",
}


def output_error(path: Path, error: OSError) -> OutputError:
    """The one line that says which file could not be written, why, and what to do."""
    code = errno.errorcode.get(error.errno or 0, "")
    cure = _CURES.get(code, "check the disk and choose another folder with -o")
    return OutputError(f"cannot write {path}: {error.strerror or error}; {cure}")


@contextlib.contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """Yield a temporary path in the folder of `path`; it becomes `path` if the block succeeds.

    The suffix is kept, since encoders choose the format by it. On failure nothing is left behind, and a file
    that was at `path` before is untouched.

    Raises:
        OutputError: the disk is full, or the folder is missing or cannot be written.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=path.suffix, dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        _publish(temporary, path)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _publish(temporary: Path, path: Path) -> None:
    temporary.chmod(0o666 & ~_umask())  # mkstemp makes private files; a delivery is for others to read
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def clear_parts(folder: Path) -> int:
    """Remove what a killed run left half-written directly in `folder`; returns how many files that was.

    Only for a folder that no other run writes to.
    """
    left = [entry for entry in folder.glob(f"{_PREFIX}*") if entry.is_file()]
    for entry in left:
        entry.unlink(missing_ok=True)
    return len(left)


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path` atomically.

    Raises:
        OutputError: the disk is full, or the folder is missing or cannot be written.
    """
    with atomic_path(path) as temporary:
        temporary.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path` atomically.

    Raises:
        OutputError: the disk is full, or the folder is missing or cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))
