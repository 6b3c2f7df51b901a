#!/bin/sh
# tests.sh WORK: within inside.sh, the engine's tests under the Python for Windows. What Wine can't
# carry is listed in tests.txt beside this, each with its reason.
set -eu
work=$1
here=$(cd "$(dirname "$0")" && pwd)
version=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
say() { echo "== $*"; }
run() { sh "$here/run.sh" "$work" "$@"; }
