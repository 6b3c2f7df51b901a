#!/bin/sh
# The compiled loop for Windows, made on Linux: loop.sh SOURCES WORK; leaves WORK/_loops.pyd.
# SOURCES is a checkout. The flags are setup.py's, and no digit may depend on them.
set -eu
sources=$1/engine/model/compiled
work=$2/loop
here=$(cd "$(dirname "$0")" && pwd)
system=x86_64-w64-mingw32
flags="-std=c11 -O3 -ffp-contract=off -fno-math-errno -g0"

rm -rf "$work"
mkdir -p "$work/include"
cp -R "$(python3 -c 'import sysconfig; print(sysconfig.get_path("include"))')/." "$work/include"
cp "$here/pyconfig.h" "$work/include"
cd "$work"
for name in module buying stocks; do
    # shellcheck disable=SC2086 # a list of flags
    $system-gcc -c $flags -Wall -Werror -Iinclude -o "$name.o" "$sources/$name.c"
done
# what it asks of Python, which is the stable interface and nothing else
{
    printf 'LIBRARY python3\nEXPORTS\n'
    $system-nm -u module.o buying.o stocks.o | sed -n 's/.* __imp_\(_*Py.*\)/  \1/p' | sort -u
} >python3.def
$system-dlltool -d python3.def -l libpython3.a
$system-gcc -shared -s -static-libgcc -o ../_loops.pyd module.o buying.o stocks.o -L. -lpython3
