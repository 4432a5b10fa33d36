# make demo and make test are all a new person types; each installs what it needs into .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SIDE_BY_SIDE := .venv-side-by-side

.PHONY: demo app test check bench side-by-side screenshots translations package clean
.DEFAULT_GOAL := demo

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "shiftbid needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: $(INSTALLED)
	$(BIN)/shiftbid demo --out demo-output

app: $(INSTALLED)
	test -f demo-output/shiftbid.sqlite || $(BIN)/shiftbid demo --out demo-output
	$(BIN)/shiftbid --folder demo-output

# In the order of names the journeys come before the many short unit tests, so that no process is left waiting at the end.
test: $(INSTALLED)
	QT_QPA_PLATFORM=offscreen LANG=C.UTF-8 $(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell forecasts shiftbid benchmarks tests docs README.md CHANGELOG.md
	$(BIN)/lint-imports
	$(BIN)/pyright

bench: $(INSTALLED)
	$(BIN)/python -m benchmarks

# Other forecasting packages are installed apart: they pin versions the program need not follow. Interrupted, it goes on
# where it stopped: figures of the other packages are kept beside them.
side-by-side:
	test -x $(SIDE_BY_SIDE)/bin/python || $(PYTHON) -m venv $(SIDE_BY_SIDE)
	$(SIDE_BY_SIDE)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[side-by-side]'
	$(SIDE_BY_SIDE)/bin/python -m benchmarks.forecast_sets --keep $(SIDE_BY_SIDE)/figures

screenshots: $(INSTALLED)
	test -f demo-output/shiftbid.sqlite || $(BIN)/shiftbid demo --out demo-output
	$(BIN)/python -m tests.journeys.screenshots demo-output demo-output/screenshots

# After a text of the window has changed: add its Chinese in the .ts file, then run this again.
translations: $(INSTALLED)
	$(BIN)/pyside6-lupdate -no-obsolete -locations none $$(find shiftbid/ui -name '*.py' | sort) -ts shiftbid/ui/translations/shiftbid_zh_CN.ts
	$(BIN)/pyside6-lrelease shiftbid/ui/translations/shiftbid_zh_CN.ts -qm shiftbid/ui/translations/shiftbid_zh_CN.qm

# The frozen program lies in dist/shiftbid afterwards; it has planned a small demonstration and opened its window.
package: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[package]'
	cd packaging && ../$(BIN)/pyinstaller --noconfirm --distpath ../dist --workpath ../build shiftbid.spec
	$(BIN)/python packaging/smoke.py dist/shiftbid/shiftbid

clean:
	rm -rf $(VENV) $(SIDE_BY_SIDE) demo-output build dist *.egg-info
