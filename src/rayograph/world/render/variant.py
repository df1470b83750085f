"""Choose the fastest Mitsuba variant that this machine can run.

Dr.Jit aborts the whole process on LLVM 15 and 16 (no exception), so each candidate library is tried in
a child process first. The verdict is remembered per library file.
"""

import ctypes
import functools
import json
import os
import subprocess
import sys
from pathlib import Path

from rayograph.core.errors import SetupError

FAST = "llvm_ad_rgb"
PLAIN = "scalar_rgb"
CURE = "install libLLVM 17 or newer (Debian: libllvm19) or run `make llvm`, which needs no root"
_PROBE = (
    "import sys; from pathlib import Path; from rayograph.world.render import variant;"
    "variant.preload(Path(sys.argv[1]));"
    "import mitsuba as mi; mi.set_variant('llvm_ad_rgb'); import drjit as dr;"
    "a = dr.minimum(mi.Float([1, 2, 3]), mi.Float([2, 1, 4])); print('sum', dr.sum(a)[0])"
)


def candidates() -> list[Path]:
    """libLLVM files worth trying, best first: the environment's, the virtual environment's, the system's."""
    found: list[Path] = []
    named = os.environ.get("DRJIT_LIBLLVM_PATH")
    if named:
        found.append(Path(named))
    roots = [Path(sys.prefix) / "llvm", Path("/opt/homebrew/opt/llvm/lib"), Path("/usr/local/lib")]
    roots += [*Path("/usr/lib").glob("*-linux-gnu"), Path("/usr/lib64"), *Path("/usr/lib").glob("llvm-*/lib")]
    for root in roots:
        for version in range(22, 16, -1):
            for name in (f"libLLVM.so.{version}*", f"libLLVM-{version}*.so*", f"libLLVM.{version}*.dylib"):
                found += sorted(root.glob(name))
    return list(dict.fromkeys(path.resolve() for path in found if path.exists()))


def preload(file: Path) -> None:
    """Load what lies beside a libLLVM unpacked into the virtual environment, so that it finds its own needs.

    The dynamic linker takes a library that is already loaded before it searches the system for its name.
    Some of them need each other, hence the rounds.
    """
    if file.parent != (Path(sys.prefix) / "llvm").resolve():
        return
    waiting = [path for path in sorted(file.parent.glob("*.so*")) if not path.name.startswith("libLLVM")]
    for _ in range(len(waiting)):
        waiting = [path for path in waiting if not _loads(path)]


def _loads(file: Path) -> bool:
    try:
        ctypes.CDLL(str(file), mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True


def _works(file: Path) -> bool:
    """Whether Dr.Jit computes with `file`, tried in a child process and remembered."""
    stamp = f"{file}:{file.stat().st_mtime_ns}"
    memory = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "rayograph" / "llvm.json"
    try:
        known = json.loads(memory.read_text())
    except (OSError, ValueError):
        known = {}
    if stamp not in known:
        environment = {**os.environ, "DRJIT_LIBLLVM_PATH": str(file)}
        try:
            done = subprocess.run(
                [sys.executable, "-c", _PROBE, str(file)],
                env=environment,
                capture_output=True,
                text=True,
                timeout=60,
            )
            known[stamp] = done.returncode == 0 and "sum 5" in done.stdout
        except subprocess.TimeoutExpired:
            known[stamp] = False
        if not known[stamp]:
            return False
        try:
            memory.parent.mkdir(parents=True, exist_ok=True)
            memory.write_text(json.dumps(known))
        except OSError:
            pass
    return bool(known[stamp])


def library() -> Path | None:
    """The first libLLVM that works here, or None."""
    return next((path for path in candidates() if _works(path)), None)


@functools.cache
def activate(wanted: str = "") -> str:
    """Set Mitsuba's variant once for this process and return its name.

    Args:
        wanted: force a variant (tests); empty picks the fast one where a good libLLVM exists. The
            environment variable RAYOGRAPH_VARIANT does the same.

    Raises:
        SetupError: Mitsuba cannot be imported, or the forced variant cannot run here.
    """
    wanted = wanted or os.environ.get("RAYOGRAPH_VARIANT", "")
    found = None if wanted == PLAIN else library()
    if found is not None:  # before the first import of mitsuba, which reads it
        os.environ["DRJIT_LIBLLVM_PATH"] = str(found)
        preload(found)
    try:
        import mitsuba as mi
    except ImportError as error:
        raise SetupError(f"cannot import mitsuba ({error}); run `make install`") from None
    if wanted == FAST and found is None:
        raise SetupError(f"variant {FAST} needs a libLLVM that works, none was found; {CURE}")
    name = wanted or (FAST if found is not None else PLAIN)
    mi.set_variant(name)
    return name
