# The two commands of the README, and what they stand on. LAB_ARGS go to JupyterLab as they are.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: env lab test build bench

env: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed, this is " + sys.version)'
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable '.[test]'
	touch $(STAMP)

lab: env
	$(BIN)/accordingto start my-kit
	cd my-kit && ../$(BIN)/jupyter lab $(LAB_ARGS) notebooks/00-start-here.ipynb

test: env
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

build: env
	$(BIN)/accordingto build

bench: env
	$(BIN)/python -m pytest benchmarks --benchmark-only --benchmark-columns=min,median,max,rounds $(BENCH)
