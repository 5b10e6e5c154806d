# Two commands are all that is needed: `make site` builds the archive in this folder, `make test` runs the tests.
# Both make the environment first, from pinned and hashed packages.

PYTHON ?= python3
BIN := .venv/bin
CLIPFILE := $(BIN)/clipfile

.DEFAULT_GOAL := help
.PHONY: help site test check serve bench soak quality lint requirements clean

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/.site  ## make the environment, build the archive in this folder, say where it is
	@$(CLIPFILE) build

test: .venv/.test  ## make the environment, run all tests
	@$(BIN)/pytest -n auto

check: .venv/.site  ## check configuration and content in seconds
	@$(CLIPFILE) check

serve: .venv/.site  ## build, show the site on this machine, rebuild on change
	@$(CLIPFILE) serve

bench: .venv/.test .venv/.bench  ## measure speed beside the alternatives (sizes: make bench ARTICLES="1000 100000")
	@$(BIN)/python -m tests.bench $(ARTICLES)

soak: .venv/.test  ## change an archive a thousand times by chance, each build beside a clean one (SEED=2 STEPS=100)
	@STEPS=$(or $(STEPS),1000) SEED=$(or $(SEED),1) $(BIN)/pytest -n 0 --basetemp=build/soak tests/site/test_any_change.py

quality: .venv/.test  ## measure quality on ../shared/corpora beside the alternatives
	@$(BIN)/python -m tests.quality

lint: .venv/.test  ## format, lint, types, layers, dead code
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/vulture

requirements:  ## pin every package again, with hashes and without any registry's address (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  pyproject.toml --group dev -o requirements-dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --group bench -o requirements-bench.txt

clean:  ## remove the environment and everything built
	rm -rf .venv build

# The stamps: an environment is made again when what it is made from has changed.
.venv/.site: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing pinned packages into .venv …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@$(BIN)/python -m compileall -q generator
	@touch $@

.venv/.test: requirements-dev.txt .venv/.site
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	@touch $@

# The alternatives have an environment of their own, so that they decide nothing about ours.
.venv/.bench: requirements-bench.txt
	@$(PYTHON) -m venv .venv/bench
	@.venv/bench/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-bench.txt
	@touch $@
