#!/bin/sh
# run.sh WORK FOLDER COMMAND...: within inside.sh, runs a command in the Debian that has Wine, where
# WORK is /w; FOLDER is seen from there. QT may name Qt's screen, WINE_PATH more folders of
# programs as Windows writes them.
set -eu
work=$1
folder=$2
shift 2
exec chroot "$work/root" env -i PATH=/usr/bin:/bin HOME=/tmp LANG=C.UTF-8 XDG_RUNTIME_DIR=/tmp \
    DISPLAY="${DISPLAY-}" WINEPREFIX=/w/prefix WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml= \
    ${WINE_PATH:+"WINEPATH=$WINE_PATH"} ${QT:+"QT_QPA_PLATFORM=$QT"} \
    PIP_NO_INDEX=1 PIP_FIND_LINKS='Z:\w\wheels' \
    sh -c 'cd "$0" && exec "$@"' "$folder" "$@" </dev/null
