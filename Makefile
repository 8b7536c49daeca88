# Everything runs in .venv, made here from the locks; only Python 3.11 or newer and make are needed.
PYTHON ?= python3
DEMO ?=
BIN := .venv/bin

.PHONY: install demo test benchmark faults release lock clean

install: .venv/run.stamp

demo: .venv/run.stamp
	$(BIN)/vaktlogg demo $(DEMO)

test: .venv/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Speed and size, each beside a comparison made in the same run; six minutes and 3 GiB for a while.
benchmark: .venv/test.stamp
	$(BIN)/python -m tests.benchmark

# Every fault that the program is to survive, and what became of the calls; most of an hour.
faults: .venv/test.stamp
	$(BIN)/python -m tests.faults

# Wheel, sdist, what they bring along, and their sums: the same bytes each time, without the network.
release: .venv/test.stamp
	$(BIN)/python -m tests.release dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/test.stamp: requirements-dev.lock .venv/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Makes both locks anew: hashes only, no index address.
lock: .venv/bin/python
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
