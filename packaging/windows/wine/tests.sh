#!/bin/sh
# tests.sh WORK: within inside.sh, the engine's tests under the Python for Windows. What Wine or the
# wheels can't carry is left out by name in tests.txt beside this, each with its reason.
set -eu
work=$1
here=$(cd "$(dirname "$0")" && pwd)
version=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
constraints=$work/app/constraints.txt
wanted="array_api_strict hypothesis jsonschema openpyxl pytest pytest-qt pytest-randomly"
say() { echo "== $*"; }
run() { sh "$here/run.sh" "$work" "$@"; }

say "what the tests need"
mkdir -p "$work/wheels"
# what another system would ask for is not looked at by pip download: colorama, tzdata by name
# shellcheck disable=SC2086 # a list of names
python3 -m pip download -qq --only-binary=:all: --platform win_amd64 --python-version "$version" \
    --implementation cp -c "$constraints" -d "$work/test-wheels" $wanted colorama tzdata
cp -n "$work"/test-wheels/*.whl "$work/wheels/"
cp "$work/_loops.pyd" "$work/app/engine/model/compiled/"
environment='build\test-environment\Scripts\python.exe'
run /w/app wine ../python/python.exe -m venv --clear build/test-environment
# shellcheck disable=SC2046,SC2086 # lists of names
run /w/app wine "$environment" -m pip install -q -c constraints.txt $wanted \
    $(sed -n '/^dependencies = \[/,/^\]/s/^ *"\(.*\)",$/\1/p' "$work/app/pyproject.toml")

say "the engine's tests"
# a file or a folder is not even imported
left_out=$(sed 's/ *#.*//; /^$/d; /::/s/^/--deselect=/; /^--/!s/^/--ignore=/' "$here/tests.txt")
# shellcheck disable=SC2086 # an option for each
QT=offscreen run /w/app wine "$environment" -m pytest -q -p no:cacheprovider $left_out \
    tests/engine >"$work/tests.txt" 2>&1 || {
    tail -40 "$work/tests.txt"
    exit 1
}
tail -3 "$work/tests.txt"
