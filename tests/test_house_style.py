"""The house style, held by measuring: lengths, names, imports, and what may lie in the repository."""

import ast
import functools
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = sorted((ROOT / "src").rglob("*.py"))
PYTHON = [*SOURCE, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "scripts").rglob("*.py"))]
MAX_FILE = 400
MAX_FUNCTION = 60
VAGUE = re.compile(r"^(utils?|helpers?|misc|common)$")
MACHINE_PATHS = re.compile(r"(?<![\w.~/])/(work|root|home)/\w")
MAX_BYTES = 1_000_000
LIGHT = ("core", "colour", "deliver", "provenance", "light", "plan")
"""Packages that load where neither the renderer nor torch is installed."""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def tracked() -> list[Path]:
    """Files of the repository; in an unpacked archive without one, there is nothing to ask."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_files_are_short():
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON}
    assert {name: n for name, n in lengths.items() if n > MAX_FILE} == {}


def test_functions_are_short():
    long = {
        f"{relative(path)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in PYTHON
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > MAX_FUNCTION
    }
    assert long == {}


def test_modules_have_telling_names():
    parts = {part for path in PYTHON for part in (*path.relative_to(ROOT).parts[:-1], path.stem)}
    assert [part for part in sorted(parts) if VAGUE.match(part)] == []


def test_every_module_says_what_it_is():
    silent = [
        relative(path) for path in SOURCE if path.read_text().strip() and not ast.get_docstring(tree(path))
    ]
    assert silent == []


def test_no_star_imports():
    stars = [
        relative(path)
        for path in PYTHON
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names)
    ]
    assert stars == []


def test_no_keywords_pass_through():
    open_ended = [
        f"{relative(path)}:{node.name}"
        for path in SOURCE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.args.kwarg is not None
    ]
    assert open_ended == []


def test_no_path_of_a_machine_is_written_down():
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{relative(path)}: {match.group(0)}" for match in MACHINE_PATHS.finditer(text)]
    assert found == []


def test_no_large_file_is_tracked():
    assert {
        relative(path): path.stat().st_size for path in tracked() if path.stat().st_size > MAX_BYTES
    } == {}


def test_the_light_packages_load_without_renderer_and_torch():
    modules = [
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
        for path in SOURCE
        if path.relative_to(ROOT / "src" / "rayograph").parts[0] in LIGHT and path.stem != "__init__"
    ]
    code = (
        "import importlib, sys\n"
        "for name in ('torch', 'mitsuba', 'drjit'): sys.modules[name] = None\n"
        f"for name in {modules!r}:\n"
        "    importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert len(modules) > 40


def test_the_package_loads_fast_and_names_its_two_functions():
    code = (
        "import sys, time; start = time.process_time(); import rayograph\n"
        "assert time.process_time() - start < 0.3\n"
        "assert not {'numpy', 'mitsuba', 'torch'} & set(sys.modules)\n"
        "from rayograph.plan.planner import plan_brief\n"
        "import rayograph.plan.caption\n"
        "from rayograph import plan, shoot\n"
        "made = plan('a red ball on a table', width=320, seconds=1, seed=3)\n"
        "assert made.format.width == 320 and made.format.frames == 24 and made.seed == 3\n"
        "assert callable(shoot) and 'mitsuba' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
