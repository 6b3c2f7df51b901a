#!/bin/sh
# python.sh WORK CONSTRAINTS: a Python for Windows in WORK/python, of the version of this python3,
# and the wheels that it installs from in WORK/wheels, all from PyPI. The libraries are those that
# a wheel of Panda3D brings along; what is written in Python is this python3's.
set -eu
work=$1
constraints=$2
here=$(cd "$(dirname "$0")" && pwd)
python=$work/python
made=$work/made
system=$work/prefix/drive_c/windows/system32
version=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
gcc=x86_64-w64-mingw32-gcc
panda=1.10.16
build="altgraph|colorama|numpy|packaging|pefile|pyinstaller|pyinstaller-hooks-contrib|pypdf\
|pyqtgraph|PySide6_Essentials|pywin32-ctypes|shiboken6|xlsxwriter"

fetch() {
    # -qq: pip would warn of places that are configured here and are not there
    python3 -m pip download -qq --no-deps --only-binary=:all: --platform win_amd64 \
        --python-version "$version" --implementation cp "$@"
}

mkdir -p "$work/wheels" "$work/panda"
fetch -d "$work/panda" "panda3d==$panda"
# shellcheck disable=SC2046 # a list of requirements
fetch -d "$work/wheels" setuptools $(sed 's/ *;.*//' "$constraints" | grep -E "^($build)==")

rm -rf "$python" "$made"
mkdir -p "$python/DLLs" "$python/Lib/site-packages" "$python/Lib/venv/scripts/nt" "$made/panda"
python3 -m zipfile -e "$work"/panda/*.whl "$made/panda"
for file in "$made"/panda/deploy_libs/*; do
    name=$(basename "$file")
    case $name in
        python3*.dll | VCRUNTIME*) cp "$file" "$python/$(echo "$name" | tr '[:upper:]' '[:lower:]')" ;;
        api-ms-*) ;;
        *) cp "$file" "$python/DLLs/" ;;
    esac
done
library=$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
(cd "$library" && tar cf - --exclude=site-packages --exclude=lib-dynload --exclude=__pycache__ \
    --exclude=./test --exclude='config-*' --exclude='_sysconfigdata*' .) | tar xf - -C "$python/Lib"
cp "$library/LICENSE.txt" "$python/" 2>/dev/null || true

cd "$made"
cp "$here/python.manifest" .
echo '1 24 "python.manifest"' >manifest.rc
x86_64-w64-mingw32-windres manifest.rc -O coff -o manifest.o
dll=python$(echo "$version" | tr -d .).dll
$gcc -O2 -s -municode "-DLIBRARY=L\"$dll\"" -o "$python/python.exe" "$here/python.c" manifest.o
cp "$python/python.exe" "$python/pythonw.exe"
venv=$python/Lib/venv/scripts/nt
$gcc -O2 -s -municode -o "$venv/python.exe" "$here/venv_python.c" manifest.o
cp "$venv/python.exe" "$venv/pythonw.exe"
$gcc -O1 -shared -static-libgcc -o "$system/icuuc.dll" "$here/icuuc.c"

[ -e "$work/tools/ready" ] || {
    python3 -m venv "$work/tools"
    "$work/tools/bin/pip" -qq install pefile
    touch "$work/tools/ready"
}
"$work/tools/bin/python" "$here/wheels.py" "$work" "$work/_loops.pyd"
