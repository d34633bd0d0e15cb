# Needs make and Python 3.11 or later, nothing else: the targets build what they use.
# `make PYTHON=python3.12 test` takes another Python.

PYTHON ?= python3
VENV := .venv
LOWEST := .venv-lowest
RUN := $(VENV)/bin/python -m
PIP := python -m pip --disable-pip-version-check --quiet install

.DEFAULT_GOAL := help

.PHONY: help
help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

# --- for everybody ----------------------------------------------------------------------------

.PHONY: play
play: $(VENV)/.core  ## replay the Clearview AI matter in the terminal
	@$(VENV)/bin/showcause play clearview

.PHONY: test
test: $(VENV)/.dev  ## the tests that one runs while working
	$(RUN) pytest

.PHONY: clean
clean:  ## remove what the other targets made
	rm -rf $(VENV) $(LOWEST) build dist .benchmarks .coverage htmlcov .hypothesis
	rm -rf .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- before a commit --------------------------------------------------------------------------

.PHONY: check
check: static test  ## format, lint, types, import contracts and tests, as the commit hook does

.PHONY: static
static: $(VENV)/.dev  ## the part of check that runs no test
	$(RUN) ruff format --check
	$(RUN) ruff check
	$(RUN) mypy
	$(VENV)/bin/lint-imports

.PHONY: format
format: $(VENV)/.dev  ## format, and mend what the linter can mend
	$(RUN) ruff format
	$(RUN) ruff check --fix

.PHONY: coverage
coverage: $(VENV)/.dev  ## tests with branch coverage: 100 % or an error
	$(RUN) pytest -m '' --cov --cov-report=term-missing --cov-fail-under=100

# --- slower, and in CI ------------------------------------------------------------------------

.PHONY: slow
slow: $(VENV)/.dev  ## the tests marked slow
	$(RUN) pytest -m slow

.PHONY: mutation
mutation: $(VENV)/.dev  ## thousands of mutated files, the same at every run
	HYPOTHESIS_PROFILE=nightly $(RUN) pytest -m mutation --hypothesis-seed=0

.PHONY: nightly
nightly: $(VENV)/.dev  ## every test, with thousands of examples each
	HYPOTHESIS_PROFILE=nightly $(RUN) pytest -m ''

.PHONY: bench
bench: $(VENV)/.dev  ## benchmarks, as a table
	$(RUN) pytest tests/benchmarks -m '' -s

.PHONY: wheel
wheel: $(VENV)/.dev  ## build the wheel and try it outside the source tree
	$(VENV)/bin/python tests/wheel_check.py

.PHONY: lowest
lowest: $(LOWEST)/.dev  ## the tests with the lowest versions that pyproject.toml allows
	$(LOWEST)/bin/python -m pytest

# --- environments: built again when what they are built from has changed ----------------------

$(VENV)/.core: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
	  "Showcause needs Python 3.11 or later; $(PYTHON) is " + sys.version.split()[0])'
	@echo 'Building $(VENV), once'
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/$(PIP) --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	@echo 'Adding the tools for development to $(VENV), once'
	@$(VENV)/bin/$(PIP) --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(LOWEST)/.dev: pyproject.toml constraints-lowest.txt
	@echo 'Building $(LOWEST), once'
	@$(PYTHON) -m venv $(LOWEST)
	@$(LOWEST)/bin/$(PIP) --constraint constraints-lowest.txt --editable '.[dev]'
	@touch $@
