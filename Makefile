# setup: an environment of its own in .venv; demo: the main job on the shipped plan; check: all that CI runs;
# docs: what is written out of the program: docs/errors, the tables of completion and help pages, the maps of the house,
# lists, schemas, pages of the handbook; then its site, in build/so-tay. handbook: the site, and the book to print in
# build/so-tay-in; pictures: pages of the sample reports, and screens; dist: wheel and sdist, built twice and held byte
# against byte; folder: the program of one folder, for the system that this runs on.
PYTHON ?= python3
BIN := .venv/bin
# a dead link, a page without a place, a word that the theme no longer says: each is an error
SITE := $(BIN)/sphinx-build -q -W --keep-going -n -c tools/handbook docs/vi
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: setup demo check docs handbook pictures dist folder bench attack mutate clean

setup: .venv/ready

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("parplan needs Python 3.11 or newer: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: setup
	$(BIN)/parplan validate
	$(BIN)/parplan status
	$(BIN)/parplan compare 2020 2021
	$(BIN)/parplan compare 2021 2022
	@mkdir -p build
	$(BIN)/parplan report --month 9 --output build/bao-cao-thang-09-2022.docx
	@echo
	@echo "Báo cáo Word nằm ở build/bao-cao-thang-09-2022.docx"

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/pytest -rs -n 2 --dist worksteal
	$(BIN)/parplan validate
	$(BIN)/parplan validate --root examples/quang-nam-2022
	$(BIN)/parplan validate --root examples/minh-hoa-2023
	$(BIN)/parplan validate --root examples/chi-so
	$(SITE) build/so-tay

docs: setup
	$(BIN)/python tools/error_pages.py
	$(BIN)/python tools/completion_table.py
	$(BIN)/python tools/help_table.py
	$(BIN)/python tools/house_map.py
	$(BIN)/python tools/lists.py
	$(BIN)/python tools/json_pages.py
	PYTHONPATH=tools $(BIN)/python -m handbook
	$(SITE) build/so-tay

handbook: setup
	$(SITE) build/so-tay
	$(SITE) -b word build/so-tay-in
	cd build/so-tay-in && soffice --headless --convert-to pdf so-tay-parplan.docx >/dev/null

pictures: setup
	$(BIN)/python tools/pictures.py

dist: setup
	$(BIN)/python tools/reproducible.py

folder: setup
	$(BIN)/python tools/folder_program.py

bench: setup
	$(BIN)/python benchmarks/starts.py
	$(BIN)/python benchmarks/bulk.py --picture docs/pictures/growth.svg $(if $(PEERS),--peers $(PEERS))

# Half an hour or more, with strace: docs/reliability.md holds the last figures.
attack: setup
	$(BIN)/python tools/attack.py

# About an hour on two cores, on Linux: docs/mutation.md holds the last figures. For some of it:
# .venv/bin/python tools/mutate.py 'calendar/*' --again
mutate: setup
	nice $(BIN)/python tools/mutate.py

clean:
	rm -rf .venv build dist
