# Each command makes what it needs: the environment in .venv, and Qt's system libraries.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KERNELS := build/kernels
COMPILED := $(wildcard engine/model/compiled/*.[ch])

.PHONY: run test lint bench kernels translations anew app app-windows test-windows clean

run: $(VENV)/ready
	$(BIN)/headroom $(FILE)

test: $(VENV)/ready
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/ready-for-bench
	$(BIN)/python tests/bench/run.py $(ARGS)

kernels: $(KERNELS)/ready
	$(KERNELS)/bin/python tests/gpu/compile.py

translations: $(VENV)/ready
	$(BIN)/python packaging/translations.py

anew: $(VENV)/ready
	$(BIN)/python packaging/anew.py $(if $(WRITE),--write) $(if $(PICTURES),--pictures)

app:
	sh packaging/system.sh app
	$(PYTHON) packaging/build.py $(ARGS)

# on Debian as root, under Wine: packaging/README.md
app-windows:
	sh packaging/windows/under-wine.sh build/windows

test-windows:
	sh packaging/windows/under-wine.sh build/windows tests

clean:
	rm -rf $(VENV) build dist report

$(VENV)/ready: pyproject.toml constraints.txt packaging/system.sh setup.py $(COMPILED)
	sh packaging/system.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev]'
	touch $@

$(VENV)/ready-for-bench: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[bench]'
	touch $@

# apart from $(VENV): with CuPy there, the tests would be of a machine that has it
$(KERNELS)/ready: pyproject.toml
	$(PYTHON) -m venv $(KERNELS)
	$(KERNELS)/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt numpy 'cupy-cuda13x>=13.6' \
		'nvidia-cuda-nvrtc>=13' 'nvidia-cuda-runtime>=13'
	touch $@
