#!/bin/sh
# The system libraries that Qt loads at run time on Linux, and Xvfb with xdotool for the tests
# of a real window. Installs what is missing on Debian and its kin as root; else prints the
# line to run. `system.sh app` wants what building the frozen app needs, too.
set -eu

PACKAGES="libegl1 libgl1 libopengl0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 \
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 xvfb xdotool"

# what the app takes from its system on Wayland: the .deb looks up which packages these are
WAYLAND="libwayland-client0 libwayland-cursor0 libwayland-egl1"
[ "${1:-}" = app ] && PACKAGES="$PACKAGES $WAYLAND"

[ "$(uname -s)" = Linux ] || exit 0

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Headroom needs Qt's system libraries: EGL, OpenGL, xkbcommon, fontconfig, dbus, xcb-cursor."
    exit 0
fi

missing=""
for package in $PACKAGES; do
    state=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || missing="$missing $package"
done
python=${PYTHON:-python3}
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
if [ "${1:-}" = app ]; then
    command -v objcopy >/dev/null 2>&1 || missing="$missing binutils"
    # PyInstaller takes Python's shared library, which Debian's python3 does without
    "$python" -c 'import ctypes, sysconfig; ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))' \
        2>/dev/null || missing="$missing libpython3-dev"
fi
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update --quiet >/dev/null
    # shellcheck disable=SC2086 # a list of names
    apt-get install --yes --quiet --no-install-recommends $missing >/dev/null
else
    echo "Headroom needs some system libraries. Run this, then try again:"
    echo "  sudo apt-get install$missing"
fi
