# Two commands: `make shoot` (BRIEF="…" OUT=… ARGS="--draft") and `make test`.
VENV := .venv
PY   := $(VENV)/bin/python
OUT  ?= shots/first
ARGS ?=
JOBS ?= 2
BASE := $(shell for p in python3.11 python3.12 python3; do \
	$$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] <= (3,12))' 2>/dev/null && echo $$p && break; done)

# Handed over in the environment: a brief may hold quotes and dollars.
override BRIEF := $(value BRIEF)
export BRIEF OUT
# Waiting OpenMP threads must not take the cores from those that work.
export OMP_WAIT_POLICY := PASSIVE
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: shoot test lint install llvm lock clean

shoot: $(VENV)/.installed
	@$(VENV)/bin/rayograph shoot $(ARGS) -o "$$OUT" -- "$${BRIEF:-default}"
	@echo "results: $$OUT  (open $$OUT/shot.html and $$OUT/sheet.png)"

test: lint
	$(PY) -m pytest -n $(JOBS) --dist loadfile

lint: $(VENV)/.installed-dev
	$(VENV)/bin/ruff format --check src tests scripts
	$(VENV)/bin/ruff check src tests scripts
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

install: $(VENV)/.installed

$(PY):
	@test -n "$(BASE)" || { echo "rayograph: needs Python 3.11 or 3.12 on PATH, found neither; install one" >&2; exit 1; }
	@$(BASE) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "rayograph: $(BASE) cannot make a virtual environment; on Debian and Ubuntu install python3-venv" >&2; exit 1; }

$(VENV)/.installed: requirements.lock pyproject.toml scripts/llvm.sh | $(PY)
	$(PY) -m pip install --quiet --no-deps -r requirements.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@sh scripts/llvm.sh $(VENV) || true
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(PY) -m pip install --quiet --no-deps -r requirements-dev.lock
	$(PY) -m pip install --quiet --no-build-isolation -e '.[train]'
	@touch $@

llvm: $(PY)
	sh scripts/llvm.sh $(VENV)

lock: $(PY)
	$(PY) scripts/lock.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
