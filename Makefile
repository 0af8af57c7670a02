PYTHON ?= python3
BIN := .venv/bin
DEMO := demo
WORLD := $(DEMO)/world
REPORT := $(DEMO)/report

.DEFAULT_GOAL := help
.PHONY: help install demo test check bench docs model lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-9s %s\n", $$1, $$2}'

install: .venv/installed  ## set up .venv from the hash-pinned lock

.venv/installed: requirements.lock requirements-uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Name one: make PYTHON=python3.11 install"; exit 2; }
	@echo "Setting up .venv (once)"
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian: apt install python3-venv"; exit 2; }
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements.lock 2>/dev/null || \
		{ echo "uv did not reach the packages; pip fetches them, which takes a minute"; \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock; }
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: install  ## simulate a small world, vet it through the Prefect flow, end with a report to open
	@$(BIN)/vet simulate $(WORLD)
	@env -u PREFECT_API_URL -u PREFECT_API_KEY -u PREFECT_PROFILE PREFECT_HOME=$(CURDIR)/$(DEMO)/prefect \
		$(BIN)/python -m flows.vet $(WORLD) --out $(REPORT) --as-of 2026-06-30

test: install  ## run the tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: install  ## style, types, layers, generated docs
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m docs.generate --check

bench: install  ## the table of measured ratios: loading and measuring against bare scans; what pages cost
	@$(BIN)/python -m bench.table

docs: install  ## generate docs/tables.md, docs/signals.md and docs/lineage.md
	@$(BIN)/python -m docs.generate

model: install  ## train the shipped default models on made-up worlds again
	@$(BIN)/vet train-followers
	@$(BIN)/vet train-comments
	@$(BIN)/vet train-inflation
	@$(BIN)/vet train-likes
	@$(BIN)/vet train-match
	@$(BIN)/vet train-default

lock:  ## pin the dependencies again (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet -o requirements.lock
	echo uv | uv pip compile - --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet -o requirements-uv.lock

clean:  ## remove what the demo wrote
	@rm -rf $(DEMO)
