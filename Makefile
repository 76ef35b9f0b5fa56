# Needs make and Python 3.11 or newer, nothing else: everything lives in .venv, from requirements.lock.

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
STORE := demo-store
SUITABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c '$(SUITABLE)' >/dev/null 2>&1 && command -v $$p && break; done)

.PHONY: help install demo test check format bench lock clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

install: $(STAMP)  ## set up .venv; then .venv/bin/sahelgraph is the command

$(STAMP): requirements.lock pyproject.toml
	@$(BIN)/python -c '$(SUITABLE)' 2>/dev/null || { \
	  test -n "$(PYTHON)" || { \
	    echo "error: no Python 3.11 or newer with its venv module was found" \
	      "(install one, on Debian: apt-get install python3 python3-venv; or say: make PYTHON=/path/to/python3)" >&2; \
	    exit 1; }; \
	  echo "Setting up $(VENV) with $(PYTHON): a minute or two, once"; \
	  "$(PYTHON)" -m venv --clear $(VENV); }
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: install  ## build the graph of the demo articles, ask it three things, draw it
	$(BIN)/sahelgraph build seeds/articles --store $(STORE)
	$(BIN)/sahelgraph who AES --on 2024-06-01 --store $(STORE)
	$(BIN)/sahelgraph when Mali "G5 Sahel" --store $(STORE)
	$(BIN)/sahelgraph sparql graph/queries/accusations.rq --store $(STORE)
	$(BIN)/sahelgraph export graph.html --store $(STORE)
	@echo "Open it in a browser: $(CURDIR)/graph.html"

test: install  ## run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: install  ## lint, format and strict types
	@mkdir -p .typing && ln -sfn .. .typing/sahelgraph
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: install  ## put the code in its standard form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install  ## measure speed and memory
	$(BIN)/python -m pytest tests/benchmarks -o python_files='bench_*.py' -s

lock:  ## resolve pyproject.toml into requirements.lock again (delete the file first to upgrade all)
	"$(PYTHON)" -m venv --clear build/lock && build/lock/bin/pip install --quiet uv
	build/lock/bin/uv pip compile pyproject.toml --extra dev --output-file requirements.lock --quiet \
	  --universal --python-version 3.11 --generate-hashes --no-config \
	  --no-header --no-emit-index-url --no-emit-find-links

clean:  ## remove what the other targets made
	rm -rf $(VENV) build .typing .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks *.egg-info $(STORE) graph.html
