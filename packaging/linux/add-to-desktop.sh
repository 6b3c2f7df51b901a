#!/bin/sh
# Tells your desktop of the Headroom in this folder: menu entry, icons, *.headroom files; for you
# alone, without root. --remove takes it all away again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/org.headroom.Headroom.desktop

refresh() {
    command -v update-mime-database >/dev/null 2>&1 && [ -d "$data/mime" ] &&
        update-mime-database "$data/mime"
    command -v update-desktop-database >/dev/null 2>&1 && [ -d "$data/applications" ] &&
        update-desktop-database "$data/applications"
    return 0
}

if [ "${1:-}" = --remove ]; then
    (cd "$here/share" && find applications mime icons -type f) | while read -r file; do
        rm -f "$data/$file"
    done
    refresh
    echo "Headroom is no longer in your menu."
    exit 0
fi

(cd "$here/share" && find applications mime icons -type f) | while read -r file; do
    mkdir -p "$data/$(dirname "$file")"
    cp "$here/share/$file" "$data/$file"
done
# in a desktop entry: quotes around a path, and a backslash before what is special within them
program=$(printf '%s' "$here/headroom" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
escaped=$(printf '%s' "$program" | sed 's/[\\&|]/\\&/g')
sed -i -e "s|^Exec=.*|Exec=\"$escaped\" %f|" -e "/^TryExec=/d" "$entry"
refresh
echo "Headroom is in your menu, and opens *.headroom files."
