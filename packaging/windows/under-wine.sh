#!/bin/sh
# The app for Windows, made and tried on Debian as root: under-wine.sh WORK [tests]
#
# In WORK: a Debian with Wine, a Python for Windows from wheels of PyPI, a copy of this checkout
# with what is not committed yet; there the loop, packaging/build.py, the installer, run, and the
# installed app's self-test. With `tests`, the engine's part of the test suite in the place of that.
# amd64; python3 of 3.11 to 3.13; some 5 GB. packaging/README.md says what it stubs.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)

if [ "${1:-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "this needs root: it enters a Debian of its own"; exit 1; }
    mkdir -p "$1"
    work=$(cd "$1" && pwd)
    what=${2:-app}
    echo 1 >"$work/status"
    {
        sh "$here/wine/root.sh" "$work"
        # with a screen: an installer has windows even where it shows none
        sh "$here/wine/inside.sh" "$work" xvfb-run -a -s "-ac" sh "$0" inside "$work" "$what"
        echo 0 >"$work/status"
    } 2>&1 | tee "$work/log-$what.txt"
    exit "$(cat "$work/status")"
fi

work=$2
what=$3
say() { echo "== $*"; }
run() { sh "$here/wine/run.sh" "$work" "$@"; }

say "the checkout"
rm -rf "$work/app"
mkdir "$work/app"
(cd "$checkout" && git ls-files -z --cached --others --exclude-standard |
    tar c --ignore-failed-read --null --files-from=- 2>/dev/null) | tar x -C "$work/app"

say "the loop over the months, compiled for Windows here"
sh "$here/wine/loop.sh" "$work/app" "$work"

say "a Python for Windows"
[ -e "$work/prefix/ready" ] || {
    rm -rf "$work/prefix"
    mkdir "$work/prefix"
    run /w wine wineboot -i >"$work/wineboot.txt" 2>&1
    touch "$work/prefix/ready"
}
sh "$here/wine/python.sh" "$work" "$work/app/constraints.txt"
run /w wine python/python.exe -c 'import sys; print("  ", sys.version)'

if [ "$what" = tests ]; then
    exec sh "$here/wine/tests.sh" "$work"
fi

say "Inno Setup"
inno=6.4.1
[ -e "$work/inno-$inno/package" ] || {
    mkdir -p "$work/inno-$inno"
    (cd "$work/inno-$inno" && npm pack --silent "innosetup@$inno" >/dev/null && tar xzf ./*.tgz)
}

say "the folder, its self-test, the installer: packaging/build.py"
began=$(date +%s)
WINE_PATH="Z:\\w\\inno-$inno\\package\\bin" \
    run /w/app wine ../python/python.exe packaging/build.py --loop '..\_loops.pyd'
echo "   in $(($(date +%s) - began)) s"

say "both loops on every example: the same bytes"
for file in "$work"/app/resources/scenarios/*.headroom; do
    name=$(basename "$file")
    for without in "" 1; do
        run /w/app env HEADROOM_WITHOUT_COMPILED=$without wine \
            'build\environment\Scripts\python.exe' -m engine run "resources/scenarios/$name" \
            --csv "..\\series$without.csv"
    done
    cmp "$work/series.csv" "$work/series1.csv"
    echo "   $name"
done

say "installed for all users, tested, taken away"
setup=$(basename "$work"/app/dist/headroom-*-setup.exe)
program='C:\Program Files\Headroom'
run /w/app/dist wine "$setup" /VERYSILENT /SUPPRESSMSGBOXES /ALLUSERS '/LOG=Z:\w\setup.txt'
run /w wine "$program\\headroom-console.exe" self-test | tail -1
run /w wine "$program\\unins000.exe" /VERYSILENT /SUPPRESSMSGBOXES
folder="$work/prefix/drive_c/Program Files/Headroom"
for _ in 1 2 3 4 5 6 7 8 9 10; do # the last of it goes when the uninstaller has ended
    [ -e "$folder" ] || break
    sleep 1
done
if [ -e "$folder" ] || run /w wine reg query 'HKLM\Software\Classes\.headroom' >/dev/null 2>&1; then
    echo "uninstalled, and something is left"
    exit 1
fi

mv "$work/app/dist/$setup" "$work/"
echo "   $work/$setup: $(du -h "$work/$setup" | cut -f1)"
