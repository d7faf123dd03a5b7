# The targets a person needs. Each does the set-up it depends on; the second time that costs nothing.
#
#   make run                   the app          (ARGS="plan breakfast-lunch-dinner" for a command)
#   make test                  everything that has to hold: style, types, layers, behaviour
#   make bench                 what a user waits for and pays for (ARGS=--long for three-minute sessions)
#   make docs                  docs/keys.md and docs/session.svg, made anew from the program
#   make format                lay the code out
#
# PYTHON=… chooses the interpreter for the environment (3.11 or newer). pip's own settings hold.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ARGS ?=

export PIP_NO_INPUT := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test bench docs format clean
.NOTPARALLEL:

help:
	@sed -n 's/^#   //p' Makefile

setup: $(READY)

# The stamp is newer than what was asked for, or the environment is brought up to date.
$(READY): pyproject.toml constraints.txt
	@python="$(PYTHON)"; \
	for name in $${python:-python3.11 python3}; do \
	    "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' </dev/null 2>/dev/null && found="$$name" && break; \
	done; \
	test -n "$$found" || { echo "footui needs Python 3.11 or newer. PYTHON=/path/to/python make setup chooses one." >&2; exit 1; }; \
	$(BIN)/python -m pip --version </dev/null >/dev/null 2>&1 || "$$found" -m venv --clear $(VENV)
	@echo "Setting up $(VENV)"
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]' </dev/null
	@$(BIN)/python -m compileall -q src/footui  # the first start is as quick as the second
	@touch $(READY)

run: $(READY)
	@$(BIN)/footui $(ARGS)

# pytest comes last: its closing line is the last one. Three at a time: most tests wait for a screen or a terminal.
test: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n 3 --dist loadfile $(ARGS)

bench: $(READY)
	@$(BIN)/python -m tests.benchmarks $(ARGS)

# What `make test` finds stale in docs/, this mends.
docs: $(READY)
	@$(BIN)/python -c 'from pathlib import Path; from footui.commands import keys_page; \
	    Path("docs/keys.md").write_text(keys_page(), encoding="utf-8")'
	@$(BIN)/python -m tests.ui.picture
	@rm -f src/footui/catalogue/index.json
	@$(BIN)/python -m tests.storage.test_shipped_index

format: $(READY)
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) .cache .hypothesis build dist
	find src tests -name __pycache__ -prune -exec rm -rf {} +
