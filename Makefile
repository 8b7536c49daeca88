# Everything runs in .venv, made here from the locks; only Python 3.11 or newer and make are needed.
PYTHON ?= python3
DEMO ?=
BIN := .venv/bin
# What is installed is known by what it was told to install: an unpacked release may be older than the last install.
RUN := .venv/run-$(shell cat requirements.lock pyproject.toml | cksum | cut -d ' ' -f 1).stamp
TEST := .venv/test-$(shell cat requirements-dev.lock | cksum | cut -d ' ' -f 1).stamp

# What one process has compiled, the next reads.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install demo test types compiled benchmark faults release lock clean

install: $(RUN)

demo: $(RUN)
	$(BIN)/vaktlogg demo $(DEMO)

test: $(TEST)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory --jobs=2 types compiled
	$(BIN)/pytest

types: $(TEST)
	$(BIN)/mypy

# Collecting compiles the tests, once and beside mypy; each of pytest's workers would do it by itself otherwise.
# What cannot be collected is told by pytest afterwards.
compiled: $(TEST)
	-$(BIN)/pytest --collect-only --quiet -n 0 >/dev/null

# Speed and size, each beside a comparison made in the same run; six minutes and 3 GiB for a while.
benchmark: $(TEST)
	$(BIN)/python -m tests.benchmark
	$(BIN)/python -m tests.benchmark.desk

# Every fault that the program is to survive, and what became of the calls; most of an hour.
faults: $(TEST)
	$(BIN)/python -m tests.faults

# Wheel, sdist, what they bring along, and their sums: the same bytes each time, without the network.
release: $(TEST)
	$(BIN)/python -m tests.release dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

$(RUN): | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(TEST): $(RUN)
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
