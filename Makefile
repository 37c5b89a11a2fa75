# Every target works on a fresh clone that has python3 (3.11 or newer, with venv and
# pip), make and git. The first call sets up .venv; later ones start at once.

# The newest stable one that is found and that everything in requirements.txt has been
# built for. Another: make PYTHON=python3.12, which makes .venv anew if it has a different
# one; uv does that in seconds where it is found, and pip does it everywhere.
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import ensurepip, sys; sys.exit(sys.version_info.releaselevel != "final")' \
		2>/dev/null && echo $$name && exit; done; echo python3)
PORT ?= 8000
# Material says on each build when it ends; CONTRIBUTING.md says what we do then.
export NO_MKDOCS_2_WARNING := true
READY := .venv/ready
BEYOND := .venv-beyond/ready
RUN := .venv/bin/python -m
WHICH = import sys; print(sys.version, sys.base_prefix)
THIS = --no-deps --no-index --no-build-isolation -e .
PIP := $(RUN) pip install --quiet --disable-pip-version-check
# Some distributions leave ensurepip out; uv installs all the same.
BY_UV = uv venv --quiet --clear --no-python-downloads \
	--python "$$(command -v $(PYTHON))" .venv && \
	{ $(RUN) ensurepip --default-pip >/dev/null 2>&1 || : it may be missing; } && \
	uv pip install --quiet --python .venv/bin/python --compile-bytecode \
		--require-hashes -r requirements.txt && \
	uv pip install --quiet --python .venv/bin/python $(THIS)
BY_PIP = $(PYTHON) -m venv --clear .venv && \
	$(PIP) --require-hashes -r requirements.txt && $(PIP) $(THIS)

.PHONY: help serve build offline test quick check stress bench \
	beyond beyond-clean clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

serve: $(READY) ## Run every program and serve the site on 127.0.0.1:8000 (PORT=...)
	@$(RUN) proof serve --port $(PORT)

build: $(READY) ## Build the site into site/; fails when any program does
	@$(RUN) mkdocs build

offline: $(READY) ## Build a copy in site-offline/ that a browser opens from the disk
	@OFFLINE=true $(RUN) mkdocs build -d site-offline

test: $(READY) ## Run every check
	@$(RUN) tests

quick: $(READY) ## Check everything that needs no run, and run what differs from main
	@failed=0; \
	$(RUN) ruff check --quiet . || failed=1; \
	$(RUN) ruff format --diff --quiet . || failed=1; \
	$(RUN) proof check --changed || failed=1; \
	exit $$failed

check: $(READY) ## Check every program afresh (FILE=snippets/TOPIC/NAME.py, a page, a folder)
	@$(RUN) proof check $(FILE)

stress: $(READY) ## Run every program twenty times while others compute (FILE=snippets/locks)
	@$(RUN) proof check --times 20 --load 2 $(FILE)
	@PROOF_STRESS=600 $(RUN) pytest -q tests/serve -k stale

bench: $(READY) ## Measure the engine and print a table (ROWS="cost warm" ROUNDS=5)
	@$(RUN) bench --rounds $(or $(ROUNDS),5) $(ROWS)

beyond: $(READY) $(BEYOND) ## Run the programs of docs/beyond/ in .venv-beyond (TIMES=20 LOAD=2)
	@$(RUN) proof check --only runs --python .venv-beyond/bin/python snippets/beyond \
		$(if $(TIMES),--times $(TIMES)) $(if $(LOAD),--load $(LOAD))

beyond-clean: ## Delete that environment
	rm -rf .venv-beyond

clean: ## Delete what the targets made
	rm -rf .venv .venv-beyond .proof site site-offline test-artefacts

# A PYTHON that somebody asks for is not the one that .venv happens to have.
ifneq ($(origin PYTHON),file)
ifneq ($(shell $(PYTHON) -c '$(WHICH)' 2>&1),$(shell .venv/bin/python -c '$(WHICH)' 2>&1))
.PHONY: $(READY)
ANEW := yes
endif
endif

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		"make: $(PYTHON) is not there or older than 3.11; choose another: make PYTHON=python3.13"; exit 1; }
	@# A checkout touches files that stay as they are: packages are installed anew only
	@# for other requirements, and this project, in a second, for other settings.
	@if [ -z "$(ANEW)" ] && cmp -s requirements.txt .venv/requirements.txt && \
		$(PIP) $(THIS); then exit; fi; \
	echo "Setting up .venv with $(PYTHON), which takes a minute and is done once"; \
	if command -v uv >/dev/null; then $(BY_UV) || \
		{ echo "make: uv could not do it, so pip does"; $(BY_PIP); }; else $(BY_PIP); fi
	@cp requirements.txt .venv/requirements.txt
	@touch $@

$(BEYOND): requirements-beyond.txt
	@echo "Setting up .venv-beyond with $(PYTHON), which takes some minutes and is done once"
	@$(PYTHON) -m venv --clear .venv-beyond && .venv-beyond/bin/python -m pip install \
		--quiet --disable-pip-version-check --require-hashes -r requirements-beyond.txt
	@touch $@
