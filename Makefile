# Two commands: `make shoot` (BRIEF="…" OUT=…) and `make test`.
VENV  := .venv
PY    := $(VENV)/bin/python
BRIEF ?=
OUT   ?= shots/first
BASE  := $(shell for p in python3.11 python3.12 python3; do \
	$$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] <= (3,12))' 2>/dev/null && echo $$p && break; done)

.PHONY: shoot test install llvm lint clean

shoot: $(VENV)/.installed
	@if [ -n "$(BRIEF)" ]; then $(VENV)/bin/rayograph shoot "$(BRIEF)" -o "$(OUT)"; \
	else $(VENV)/bin/rayograph shoot default -o "$(OUT)"; fi
	@echo "results: $(OUT)  (open $(OUT)/shot.html and $(OUT)/sheet.png)"

test: $(VENV)/.installed-dev
	@$(MAKE) --no-print-directory lint
	$(VENV)/bin/python -m pytest

lint: $(VENV)/.installed-dev
	$(VENV)/bin/ruff format --check src tests
	$(VENV)/bin/ruff check src tests
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

install: $(VENV)/.installed

$(VENV)/bin/python:
	@test -n "$(BASE)" || { echo "rayograph: needs Python 3.11 or 3.12 on PATH, found neither; install one" >&2; exit 1; }
	$(BASE) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(PY) -m pip install --quiet -r requirements.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@sh scripts/llvm.sh $(VENV) || true
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(PY) -m pip install --quiet -r requirements-dev.lock
	@touch $@

llvm: $(VENV)/bin/python
	sh scripts/llvm.sh $(VENV)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
