# Two commands do everything: `make site` and `make test`. The README says what else there is.
PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/pip --disable-pip-version-check --quiet

.PHONY: site test fast serve check clean bench

site: $(VENV)/.site
	$(VENV)/bin/python build.py

fast: $(VENV)/.test
	$(VENV)/bin/pytest -m "not browser and not slow"

test: $(VENV)/.test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pytest

serve: $(VENV)/.site
	$(VENV)/bin/python build.py serve

check: $(VENV)/.site
	$(VENV)/bin/python build.py check

clean: $(VENV)/.site
	$(VENV)/bin/python build.py clean

bench: $(VENV)/.site
	$(VENV)/bin/python bench/build.py

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Duidu needs Python 3.11 or later: make PYTHON=python3.12 site")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV) (once, about a minute)"
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site
	$(PIP) install --constraint constraints.txt --editable '.[test]'
	@touch $@
