#!/bin/sh
# root.sh WORK: a Debian 13 in WORK/root with its Wine, entered by run.sh, once.
set -eu
work=$1
root=$work/root
[ ! -e "$root/ready" ] || exit 0

say() { echo "   $*"; }

missing=""
command -v debootstrap >/dev/null || missing="$missing debootstrap"
command -v x86_64-w64-mingw32-gcc >/dev/null || missing="$missing gcc-mingw-w64-x86-64-posix"
command -v npm >/dev/null || missing="$missing npm"
command -v xvfb-run >/dev/null || missing="$missing xvfb xauth"
if [ -n "$missing" ]; then
    say "installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # a list of names
    apt-get update -qq >"$work/apt.txt" 2>&1 &&
        apt-get install -y -qq --no-install-recommends $missing >>"$work/apt.txt" 2>&1
fi
say "Debian"
rm -rf "$root"
debootstrap --variant=minbase trixie "$root" >"$work/debootstrap.txt" 2>&1
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
say "Wine"
chroot "$root" sh -c 'dpkg --add-architecture i386 && apt-get update -q &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    wine wine64 wine32:i386 fonts-liberation' >"$work/wine.txt" 2>&1
touch "$root/ready"
