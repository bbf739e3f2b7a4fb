# Two commands: `make demo` shows what On Record does; `make install` puts it at .venv/bin/onrecord.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_OUT ?= demo
DOCS ?=
CORPUS ?=

.PHONY: install demo test lint bench corpus lock clean

install: $(VENV)/.installed
	@echo "On Record is installed. Call it as $(BIN)/onrecord, or first: . $(BIN)/activate"

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "On Record needs Python 3.11 or newer; say which with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@sh tests/install-programs.sh || true
	@touch $@

demo: $(VENV)/.installed
	@$(BIN)/onrecord demo --out "$(DEMO_OUT)" $(if $(DOCS),--documents "$(patsubst ~/%,$(HOME)/%,$(DOCS))")

test: $(VENV)/.tested
	$(BIN)/python -m pytest -n 2 -q

lint: $(VENV)/.tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.tested
	$(BIN)/python benchmarks/reading.py

# What the readers gained and lost against the last stored run; CORPUS="--save" stores this one.
corpus: $(VENV)/.tested
	@$(BIN)/python -m benchmarks.corpus $(CORPUS)

lock:
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --group build pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
