"""File names of a delivery: `<title-slug>_v001.1001.exr`; only letters, digits, dot, underscore and hyphen.

A version is never overwritten: a new shoot into the same folder takes the next number.
"""

import re
import unicodedata
from pathlib import Path

from rayograph.core.errors import OutputError

FRAME_PADDING = 4
_VERSION = re.compile(r"_v(\d{3,})(?=[._-]|$)")
_MAX_SLUG = 64


def slug(title: str) -> str:
    """The title in the characters that every file system and host takes, lower case."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return words[:_MAX_SLUG].strip("-") or "shot"


def stem(title: str, version: int) -> str:
    """The name that all files of one version share, such as `window-light_v001`."""
    if version < 1:
        raise OutputError(f"version {version} is not a version; versions count from 1")
    return f"{slug(title)}_v{version:03d}"


def frame_name(title: str, version: int, frame: int) -> str:
    """The name of one EXR, such as `window-light_v001.1001.exr`."""
    return f"{stem(title, version)}.{frame:0{FRAME_PADDING}d}.exr"


def next_version(folder: Path) -> int:
    """One more than the highest version of any file or folder directly in `folder`; 1 where there is none.

    Raises:
        OutputError: the folder cannot be listed.
    """
    return max(_versions(folder), default=0) + 1


def last_version(folder: Path) -> int | None:
    """The highest version in `folder`, to resume; None where there is none."""
    return max(_versions(folder), default=None)


def _versions(folder: Path) -> list[int]:
    if not folder.exists():
        return []
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError as error:
        raise OutputError(
            f"cannot list {folder}: {error.strerror}; give a folder that can be read with -o"
        ) from None
    return [int(match.group(1)) for name in names if (match := _VERSION.search(name))]


def frames_on_disk(folder: Path, title: str, version: int) -> list[int]:
    """The frame numbers of this version that lie in `folder`, in order."""
    pattern = re.compile(re.escape(stem(title, version)) + r"\.(\d{4,})\.exr")
    names = (entry.name for entry in folder.iterdir()) if folder.exists() else iter(())
    return sorted(int(match.group(1)) for name in names if (match := pattern.fullmatch(name)))
