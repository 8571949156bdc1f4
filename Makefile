# Ambito Aperto. Servono solo Python 3.11 o più recente e make (per `make test` anche un browser).
#   PYTHON=python3.12 make site    per usare un altro Python

PYTHON ?= python3
BIN    := .venv/bin

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check editor test bench clean

help:  ## questo elenco
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

site: .venv/.ready  ## costruisce il sito nella cartella site/
	@$(BIN)/ambito build

serve: .venv/.ready  ## mostra il sito su questo computer e lo aggiorna a ogni modifica
	@$(BIN)/ambito serve

check: .venv/.ready  ## controlla le schede senza costruire il sito
	@$(BIN)/ambito check

editor: .venv/.ready  ## prepara il modulo per aggiornare le schede nel browser (serve Node 20)
	@$(BIN)/ambito editor

test: .venv/.ready  ## stile, tipi e tutte le prove, anche nel browser
	$(BIN)/python -m tests.browser.find_chromium --install
	$(BIN)/python -m tests.browser.find_vnu --install
	$(BIN)/ambito editor
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

bench: .venv/.ready  ## misura tempi e memoria, e li confronta con Material da solo
	@$(BIN)/python -m tests.benchmarks

clean:  ## toglie tutto ciò che è stato generato, .venv compreso
	rm -rf .venv site .site-* .editor .cache dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# L'ambiente si prepara una volta sola: di nuovo solo se cambiano le dipendenze.
# Il file segnaposto nasce per ultimo, quindi un'installazione interrotta riparte.
.venv/.ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Serve Python 3.11 o più recente, ma «$(PYTHON)» manca o è più vecchio." >&2; \
	  echo "Se ne hai un altro, indicalo così: PYTHON=python3.12 make $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "A questo Python manca il modulo venv. Su Debian o Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Preparo l'ambiente in .venv: succede solo la prima volta e può richiedere un minuto." >&2
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q generator
	@touch $@
