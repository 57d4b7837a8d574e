# The portal's commands. `make` alone lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup demo run test check check-statistics format bench soak lock python

PORT ?= 8000
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && exit; done; echo python3)
VENV := .venv/bin/python
# Linters read the settings but need no server: these addresses are never used.
NO_SERVERS := DATABASE_URL=postgres://unused/unused REDIS_URL=redis://unused

help:  ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-16s %s\n' "$$name" "$$what"; done

python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, and was not found. If it has another name: make PYTHON=python3.x ..." >&2; \
		exit 1; }

setup: python  ## Build the environment in .venv from the locked dependencies (the others call it)
	@"$(PYTHON)" requirements/environment.py

demo: python  ## Start the portal with sample content (PORT=8001 for another port); Ctrl-C stops it
	@"$(PYTHON)" hileads/embedded preflight --port "$(PORT)" --demo
	@"$(MAKE)" --no-print-directory setup
	@HILEADS_DEMO=1 BASE_URL="http://localhost:$(PORT)" exec "$(VENV)" manage.py demo --port "$(PORT)"

run: python  ## Start the development server with reload, worker and beat
	@"$(PYTHON)" hileads/embedded preflight --port "$(PORT)"
	@"$(MAKE)" --no-print-directory setup
	@exec "$(VENV)" manage.py serve --port "$(PORT)"

test: setup  ## Run every test, browser journeys included, and the coverage gates (the walks first, uncounted)
	@PLAYWRIGHT_CHROMIUM="$$($(VENV) tests/browser.py)" && export PLAYWRIGHT_CHROMIUM && \
		{ "$(VENV)" -m pytest -m walk $(ARGS) || [ $$? -eq 5 ]; } && \
		"$(VENV)" -W "ignore:Unable to activate pytest:RuntimeWarning" -m slipcover -m pytest -m "not walk" $(ARGS) && \
		"$(VENV)" tests/coverage_gate.py

check: setup  ## Check format, lint, types, imports and templates
	@"$(VENV)" -m ruff format --check .
	@"$(VENV)" -m ruff check .
	@"$(VENV)" -m djlint --quiet --lint --extension html templates
	@$(NO_SERVERS) "$(VENV)" -m mypy
	@$(NO_SERVERS) .venv/bin/lint-imports --no-cache

check-statistics: setup  ## Compare our statistics with the reference packages' figures, file by file
	@"$(VENV)" -m tests.references

format: setup  ## Format the code and mend what the linter can
	@"$(VENV)" -m ruff check --fix-only --quiet .
	@"$(VENV)" -m ruff format .

bench: setup  ## Measure what pages, loading, exports, downloads and statistics cost
	@"$(VENV)" -m tests.bench

soak: setup  ## Kill workers and servers while messages leave, pass a year of mail for 5,000 people, attack 1,000 tables (two hours; ARGS=--quick for some minutes)
	@"$(VENV)" -m tests.bench.soak $(ARGS)

lock: setup  ## Choose the dependencies' versions anew within requirements/*.in
	@for name in base dev uv; do \
		"$(VENV)" -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-header --no-annotate requirements/$$name.in --output-file requirements/$$name.txt; done
