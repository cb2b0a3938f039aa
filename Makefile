# ToolJet for Jupyter: what a developer runs. `make help` lists it.

PYTHON ?= python3
BIN := .venv/bin
NPM := $(BIN)/python hatch_build.py run
ASSETS_FROM := $(shell find labextension \( -name node_modules -o -name lib -o -name tests -o -name lint \) -prune -o -type f -print)

.PHONY: help demo test lint gen dev bench
.PRECIOUS: .venv/.stamp-%

help: # list these commands
	@sed -n 's/^\([a-z]*\):[^#]*# /make \1\t/p' Makefile | expand -t 14

demo: .venv/.stamp-demo # start JupyterLab with a demo workspace; ARGS="--no-browser --port 8899" passes options on
	@$(BIN)/jupyter tooljet demo $(ARGS)

test: .venv/.stamp-test # run every test; ARGS="-k table" passes options on to pytest
	@$(BIN)/python -m tests.services.chromium
	$(NPM) test
	$(BIN)/pytest --numprocesses 2 --dist loadfile $(ARGS)

lint: .venv/.stamp-lint # check form, types and floors on both sides
	$(BIN)/ruff format --check && $(BIN)/ruff check
	$(BIN)/mypy && $(BIN)/lint-imports
	$(NPM) check && $(NPM) lint

gen: .venv/.stamp-test # write every generated file again
	$(BIN)/python -m tooljet_jupyter.codegen

dev: .venv/.stamp-lint # the demo, with the pages built again at every change
	@trap "trap - TERM; kill 0" EXIT INT; $(NPM) dev & $(BIN)/jupyter tooljet demo $(ARGS)

bench: .venv/.stamp-test # measure against the yardsticks; ONLY=name measures one
	$(BIN)/python -m tests.bench $(ONLY)

.venv/.stamp-python:
	@.ci/venv $(PYTHON)
	@touch $@

# A second start finds these stamps and installs nothing. The pages are built by hatch_build.py while installing.
.venv/.stamp-%: .venv/.stamp-python .ci/install pyproject.toml requirements.lock hatch_build.py $(ASSETS_FROM)
	@.ci/install $*
	@touch $@
