# Everything a newcomer needs: `make demo` to try it, `make check` before a commit.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2

.PHONY: demo run test check lint format gallery pins clean

$(VENV)/.runtime: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.runtime

demo: $(VENV)/.runtime  ## sandbox, bot and a sample company; prints one address
	$(BIN)/python main.py demo

run: $(VENV)/.runtime  ## the bot itself; needs BOT_TOKEN
	$(BIN)/python main.py

test: $(VENV)/.dev  ## every test, both engines, with branch coverage
	$(BIN)/pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: lint test  ## what CI runs

gallery: $(VENV)/.dev  ## every screen in both languages on one page, and as pictures where there is a browser
	$(BIN)/python -m tests.gallery build/gallery

pins: $(VENV)/.dev  ## make the pinned, hashed requirements from the .in files
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header requirements-dev.in -o requirements-dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header requirements-voice.in -o requirements-voice.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header requirements-bench.in -o requirements-bench.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* htmlcov
