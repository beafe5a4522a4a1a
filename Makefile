# The commands of the README, and what they stand on. LAB_ARGS go to JupyterLab as they are, and
# PYTEST_ARGS to pytest.
# The address opens one notebook at a time, without a side bar: so a lesson has room on any screen.
# Each kind of work has an environment of its own, so that none brings another's tools.
PYTHON ?= python3
TESTS := .venv
STUDENT := .venv-lab
TEACHER := .venv-grading
SITE := .venv-site
UV := .uv
# Twice the cores of a small machine, for half of the time a test waits for a browser or a kernel.
WORKERS ?= 4
# Where `make site` serves the site, on this machine alone.
PORT ?= 8000
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start Python hundreds of times: what it compiled of the kit is kept, wherever they run.
test test-slow bench: export PYTHONDONTWRITEBYTECODE :=
# uv doesn't read pip's settings: where this machine has an index of its own, it is told.
INDEX = $${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(UV)/bin/pip config get global.index-url 2>/dev/null)}}

.PHONY: env lab student grading site test test-slow build bench

env: $(TESTS)/.installed
student: $(STUDENT)/.installed

$(TESTS)/.installed: EXTRA := [test]
$(TEACHER)/.installed: EXTRA := [grading,pages]
$(SITE)/.installed: EXTRA := [site]
# Compiled at once, since a wall around students' code lets nothing be written; a student's
# environment is a quarter lighter without.
$(TESTS)/.installed $(TEACHER)/.installed: COMPILED := --compile-bytecode

%/.installed: pyproject.toml constraints.txt | $(UV)/.installed
	@echo "Setting up $*, which takes a minute or two the first time."
	@test -x $*/bin/pip || $(PYTHON) -m venv $*
	@UV_DEFAULT_INDEX="$(INDEX)" $(UV)/bin/uv pip install $(COMPILED) --python $*/bin/python $(WANTED) || $*/bin/pip install --quiet $(WANTED)
	@touch $@
%/.installed: WANTED = --quiet --constraint constraints.txt --editable '.$(EXTRA)'

# Where uv cannot be had pip does the same, more slowly.
$(UV)/.installed: constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed, this is " + sys.version)'
	@test -x $(UV)/bin/pip || $(PYTHON) -m venv $(UV)
	@$(UV)/bin/pip install --quiet --quiet --constraint constraints.txt uv || true
	@touch $@

lab: student
	$(STUDENT)/bin/accordingto start my-kit
	cd my-kit && ../$(STUDENT)/bin/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/doc/tree/notebooks/00-start-here.ipynb $(LAB_ARGS)

grading: $(TEACHER)/.installed
	@echo "The grading commands are ready, such as: $(TEACHER)/bin/accordingto course MY-COURSE"

site: $(SITE)/.installed
	$(SITE)/bin/accordingto site build/site --cache build/fetched $(SITE_ARGS)
	$(SITE)/bin/python -m http.server $(PORT) --bind 127.0.0.1 --directory build/site

test: env
	$(TESTS)/bin/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not slow" $(PYTEST_ARGS)

test-slow: env
	$(TESTS)/bin/python -m pytest -m slow $(PYTEST_ARGS)

build: env
	$(TESTS)/bin/accordingto build

bench: env
	$(TESTS)/bin/python -m pytest $(if $(filter benchmarks/%,$(BENCH)),,benchmarks) --benchmark-only --benchmark-columns=min,median,max,rounds $(BENCH)
