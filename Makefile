# From a fresh clone: `make run` serves the demo spaces, `make test` proves the package.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run install test bench lint format docs translations buildout pins clean

PYTHON ?= python3
PORT ?= 8080
ARGS ?=

BIN := .venv/bin
CONSTRAINTS := .cache/constraints.txt
CODE := src tests bench tools docs/conf.py setup.py
# The shipped models are prose, in which a line that is broken anew is a space more.
MARKUP = $$(find src instance -path '*/shipped/*' -o -name '*.zcml' -print -o -name '*.xml' -print -o -name '*.pt' -print)
PINNED = $(BIN)/uv pip install --python .venv --constraints $(CONSTRAINTS) --build-constraints $(CONSTRAINTS)

# Titles of communes carry accents: no step may depend on how the machine is set.
export LC_ALL := C.UTF-8
export PYTHONUTF8 := 1

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s%s\n", $$1, $$2 }' Makefile

run: .venv/.run ## serve the demo spaces on http://localhost:8080 (other port: make run PORT=8081)
	@$(BIN)/python tools/serve.py --port $(PORT)

install: .venv/.dev ## install everything that testing, linting and documenting need

test: .venv/.dev ## run every test, browser tests included (a part: make test ARGS=tests/terms)
	@test -x /usr/bin/chromium || { echo "The browser tests need Chromium: apt-get install chromium"; exit 1; }
	$(BIN)/pytest $(ARGS)

bench: .venv/.dev ## measure what the package costs over stock Plone
	$(BIN)/python bench/run.py
	$(BIN)/python bench/counting.py
	$(BIN)/python bench/console.py
	$(BIN)/python bench/backup.py
	$(BIN)/python bench/issuing.py
	$(BIN)/python bench/papers.py
	$(BIN)/python bench/texts.py

lint: .venv/.dev ## check style, markup and the types of the terms
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/zpretty --check $(MARKUP)
	$(BIN)/mypy src/collective/conventions/terms

format: .venv/.dev ## mend style and markup
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)
	$(BIN)/zpretty --inplace $(MARKUP)

docs: .venv/.dev ## build the documentation into docs/_build/html
	$(BIN)/sphinx-build -W -q -b html docs docs/_build/html

translations: .venv/.dev ## bring the catalogs in step with the sources
	@sh tools/translations.sh

buildout: .venv/.run ## build bin/instance with zc.buildout, from the same pins (some minutes)
	@$(BIN)/python tools/instance.py
	@$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python .venv-buildout
	@$(BIN)/uv pip install --quiet --python .venv-buildout --constraints $(CONSTRAINTS) zc.buildout
	.venv-buildout/bin/buildout instance:user=admin:$$(cat var/admin-password)
	@echo "Comparing the eggs with versions.cfg"
	@parts/instance/bin/interpreter tools/pins.py
	@echo "Making a site with the eggs, using the add-on and removing it"
	@rm -rf .cache/site && parts/instance/bin/interpreter tests/packaging/life_of_a_site.py $(CURDIR)/.cache/site instance
	@echo "Ready: bin/instance fg"

# Buildout looks for itself and its egg recipe under the names with dots, and for nothing else.
pins: .venv/bin/uv ## resolve every dependency anew, for the oldest Python that is served, into versions.cfg
	@sed '/^\[versions\]/q' versions.cfg > .cache/versions.cfg
	$(BIN)/uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11.0 \
	    --all-extras --no-header --no-annotate setup.py \
	    | sed -nE -e 's/^zc-buildout=/zc.buildout=/' -e 's/^zc-recipe-egg=/zc.recipe.egg=/' \
	        -e 's/^([^=]+)==([^ ]+).*/\1 = \2/p' >> .cache/versions.cfg
	@mv .cache/versions.cfg versions.cfg

clean: ## remove everything that was made, data included
	rm -rf .venv .venv-buildout .cache var build dist bin eggs parts develop-eggs .installed.cfg docs/_build
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache src/*.egg-info
	find . -name .git -prune -o -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

$(CONSTRAINTS): versions.cfg
	@mkdir -p .cache
	@sed -nE 's/^([[:alnum:]._-]+) = (.+)/\1==\2/p' versions.cfg > $@

.venv/bin/uv: $(CONSTRAINTS)
	@command -v $(PYTHON) > /dev/null || { echo "$(PYTHON) is missing: apt-get install python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { echo "$(PYTHON) can't make environments: apt-get install python3-venv"; exit 1; }
	@echo "Making the environment .venv"
	@test -d .venv || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --constraint $(CONSTRAINTS) pip uv
	@touch $@

.venv/.run: .venv/bin/uv setup.py pyproject.toml
	@echo "Installing Plone and the package, as pinned in versions.cfg"
	@$(PINNED) --editable '.[signatures]' Plone
	@touch $@

.venv/.dev: .venv/bin/uv setup.py pyproject.toml
	@echo "Installing Plone, the package and the tools, as pinned in versions.cfg"
	@$(PINNED) --editable '.[test,lint,docs]'
	@touch $@ .venv/.run
