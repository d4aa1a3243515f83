# What it takes: Python 3.10 or later, pip, make.  Another interpreter: make clean test PYTHON=python3.13
PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
COMPILED := build/compiled

.DEFAULT_GOAL := help
.PHONY: help run check test pytest coverage test-pythons test-lowest test-compiled test-engines browser docs types
.PHONY: same ways page pictures plots score floors invariances lint audit format lock sbom weights compiled
.PHONY: bench bench-compiled bench-corpus growth mixtures fuzz clean

PYTHONS := python3.10 python3.11 python3.12 python3.13 python3.14
# The tests by all cores at once, then those that measure, with nothing beside them; $(1) is the interpreter.
PYTEST = $(1) -m pytest --numprocesses auto --dist loadgroup -m "not alone" && $(1) -m pytest -m alone
FUZZ_SECONDS := 60
SRC := fixtures
DIGESTS := tests/digests.txt

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

# Every package has to have a digest that requirements.lock names, pip among them.  Only wheels: what a source archive
# is built with would come without one.  The library itself is built with what is then installed.
PIP := -m pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --require-hashes --only-binary :all: --requirement requirements.lock
$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(LOCKED)
	$(BIN)/python $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

run: $(READY) ## parse an annual report: a tree on the screen, JSON on disk
	@$(BIN)/govreport tree fixtures/annual-runin.txt
	@$(BIN)/govreport parse fixtures/annual-runin.txt --indent 2 --output build/annual-runin.json
	@echo
	@echo "The tree as JSON: build/annual-runin.json"

check: lint ## while working: lint, types, and the tests that are fast
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup -m "not slow and not build"

test: lint audit pytest ## everything a change has to pass: lint, types, known vulnerabilities, tests

pytest: $(READY)
	$(call PYTEST,$(BIN)/python)

coverage: $(READY) ## which lines and branches the tests reach; fails below the floor of pyproject.toml
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup -m "not build and not alone" --cov --cov-report=term

test-pythons: ## the tests on every Python from 3.10 to 3.14 that is found, each in an environment of its own
	@for python in $(PYTHONS); do \
	  $$python -c '' 2>/dev/null || { echo "$$python: not found"; continue; }; \
	  $$python -VV; \
	  venv=build/pythons/$$python; \
	  $(MAKE) --no-print-directory VENV=$$venv PYTHON=$$python $$venv/ready && $(call PYTEST,$$venv/bin/python) || exit 1; \
	done

# The packages that pyproject.toml names are as old as it lets them be; what these need in turn is as new as they let it.
OLDEST ?= python3.10
LOWEST := build/lowest
EXTRAS := --extra all --extra mcp --extra langchain --extra llamaindex --extra markitdown
test-lowest: $(READY) ## the tests, of each extra too, on the oldest packages allowed, and on the oldest Python: OLDEST=…
	$(BIN)/python $(PIP) uv
	$(BIN)/uv venv --quiet --clear --python $(OLDEST) $(LOWEST)
	$(BIN)/uv pip compile --quiet pyproject.toml $(EXTRAS) --resolution lowest-direct --no-build \
	  --python $(LOWEST)/bin/python --output-file $(LOWEST)/lowest.txt
	$(BIN)/uv pip install --quiet --python $(LOWEST)/bin/python --constraint $(LOWEST)/lowest.txt \
	  --requirement pyproject.toml $(EXTRAS) --group test
	$(BIN)/uv pip install --quiet --python $(LOWEST)/bin/python --no-deps --editable .
	$(LOWEST)/bin/python -m pytest --numprocesses auto --dist loadgroup -m "not build and not alone" \
	  --ignore tests/project

# The wheel is made of the source archive, in a folder of its own: compiled modules beside the sources would hide them.
compiled: $(READY) ## a wheel whose parse is compiled, in dist/; takes a C compiler
	rm -rf $(COMPILED)
	$(BIN)/python -m hatchling build --target sdist --directory $(COMPILED)
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps \
	  --no-build-isolation --wheel-dir dist $(COMPILED)/*.tar.gz
	$(PYTHON) -m venv $(COMPILED)
	$(COMPILED)/bin/python $(LOCKED)
	$(COMPILED)/bin/python $(PIP) --no-deps "$$(ls -t dist/*-cp*.whl | head -n 1)"

test-compiled: compiled ## the tests, run on that wheel
	$(call PYTEST,$(COMPILED)/bin/python)

test-engines: $(READY) ## Spark and Ray, run for real; they take 750 MB, and Spark needs Java 17
	$(BIN)/python $(PIP) --group engines
	$(BIN)/python -m pytest tests/corpus/test_engines.py

browser: ## install the Chromium that some tests need (Debian, as root); without it they skip
	apt-get update --quiet=2
	apt-get install --quiet=2 --yes --no-install-recommends chromium chromium-driver fonts-noto-cjk

same: $(READY) ## whether 5,000 pages are parsed as before; WRITE=1 where a change is meant
	$(BIN)/python -m tools.digests $(if $(WRITE),--write,--against) $(DIGESTS) $(FOLDERS)

ways: $(READY) ## fixtures/ways anew from its report.html; takes LibreOffice and poppler-utils
	$(BIN)/python -m tools.ways fixtures/ways

lint: $(READY) ## ruff, mypy, and no line or pattern too long to read
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/python tools/readable.py
	$(BIN)/mypy

types: $(READY) ## what an editor sees of the library in examples/, by pyright; its first run fetches it, and node
	$(BIN)/pyright

audit: $(READY) ## known vulnerabilities among the locked packages
	@$(BIN)/python tools/audit.py || [ $$? -eq 3 ]  # 3: nothing could be looked up from here, as it says

format: $(READY) ## let ruff put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# The versions for people to read, and for what is installed beside them; then the same with the digest of every file.
COMPILE := pip compile --quiet pyproject.toml --extra all --group dev --group train --universal --python-version 3.10
lock: $(READY) ## lock the newest packages that pyproject.toml allows, with their digests, for every Python that it names
	$(BIN)/python $(PIP) uv
	$(BIN)/uv $(COMPILE) --upgrade --annotation-style line --custom-compile-command 'make lock' \
	  --output-file constraints.txt
	$(BIN)/uv $(COMPILE) --upgrade --constraint constraints.txt --generate-hashes --no-annotate \
	  --custom-compile-command 'make lock' --output-file requirements.lock
	$(BIN)/python tools/sbom.py

sbom: $(READY) ## write down what goes into the wheel and what it runs on, as CycloneDX: govreport.cdx.json
	$(BIN)/python tools/sbom.py

# One thread: sums in another order are rounded otherwise, and the bytes have to be the same.
weights: $(READY) ## learn the weights anew and compare their digest: CORPUS=texts/; OPTIONS=--keep to take them
	OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(BIN)/python tools/weights.py $(CORPUS) $(OPTIONS)

page: $(READY) ## a page that reads reports in the browser, with nothing installed, in build/page; takes npm
	$(BIN)/python -m tools.static_page build/page
	$(BIN)/python -m pytest tests/view/test_static_page.py

pictures: $(READY) ## take the pictures of the documentation anew, in a browser
	$(BIN)/python -m tools.pictures

plots: $(READY) ## the pictures of docs/how-to/ten-years.md; takes matplotlib
	$(BIN)/python $(PIP) --group plots
	$(BIN)/python -m tools.plots
	$(BIN)/python -m tools.notebook

docs: $(READY) ## the documentation site, in build/docs
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/docs
	@echo "The documentation: build/docs/index.html"

score: $(READY) ## how often it is right, on labelled texts beside the checkout; * marks what is below its floor
	$(BIN)/python -m bench.score $(if $(ALL),--all)

invariances: $(READY) ## what changes of a text do to its tree: FOLDERS=pages/, SHOW='the page twice', ALL=1
	$(BIN)/python -m bench.invariances $(if $(ALL),--all) $(if $(SHOW),--show '$(SHOW)') $(FOLDERS)

floors: $(READY) ## the same, then the floors of the tests set a little below what is reached, none lower than it was
	$(BIN)/python -m bench.score --raise-floors
	@echo "For README.md:" && $(BIN)/python -m bench.score --markdown

bench: $(READY) ## how fast, against the time of decode().splitlines() and against other tools
	$(BIN)/python -m bench

articles: $(READY) ## how much of a document and of its site is kept of HTML pages, beside other tools: PAGES=pages/
	$(BIN)/python -m bench.articles $(PAGES)

bench-compiled: compiled ## the same of the compiled wheel
	$(COMPILED)/bin/python -m bench

bench-corpus: $(READY) ## how fast a corpus is converted, by one process and more: SRC=pages/
	$(BIN)/python -m bench.corpus $(SRC)

growth: $(READY) ## how time and memory grow on inputs made to hurt
	$(BIN)/python -m bench.growth

mixtures: $(READY) ## look for mixtures of lines whose parse grows faster than they do; FUZZ_SECONDS=600 for longer
	$(BIN)/python -m bench.mixtures $(FUZZ_SECONDS)

fuzz: $(READY) ## fuzz every way in; FUZZ_SECONDS=1800 for half an hour each
	$(BIN)/python $(PIP) --group fuzz
	for harness in parse parse_bytes html docx json; do $(BIN)/python -m fuzz $$harness --seconds $(FUZZ_SECONDS) || exit 1; done

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
