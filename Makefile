# The two commands of the README, and what they stand on. LAB_ARGS go to JupyterLab as they are.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WANTED := --quiet --constraint constraints.txt --editable '.[test]'
# uv doesn't read pip's settings: where this machine has an index of its own, it is told.
INDEX = $${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(BIN)/pip config get global.index-url 2>/dev/null)}}

.PHONY: env lab test build bench

env: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed, this is " + sys.version)'
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt uv
	UV_DEFAULT_INDEX="$(INDEX)" $(BIN)/uv pip install --python $(BIN)/python $(WANTED) || $(BIN)/pip install $(WANTED)
	touch $(STAMP)

lab: env
	$(BIN)/accordingto start my-kit
	cd my-kit && ../$(BIN)/jupyter lab --ServerApp.root_dir=. $(LAB_ARGS) notebooks/00-start-here.ipynb

test: env
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

build: env
	$(BIN)/accordingto build

bench: env
	$(BIN)/python -m pytest benchmarks --benchmark-only --benchmark-columns=min,median,max,rounds $(BENCH)
