#!/bin/sh
# inside.sh WORK COMMAND...: runs a command with WORK/root mounted for Wine, for it alone: when it
# ends, so do all processes that it has started, and nothing stays mounted. As root.
set -eu
work=$(cd "$1" && pwd)
shift
exec unshare --mount --pid --fork --kill-child --mount-proc --propagation private sh -euc '
    work=$1 root=$1/root
    shift
    mkdir -p "$root/w" "$root/tmp/.X11-unix" /tmp/.X11-unix
    mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind "$work" "$root/w"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    "$@"
' sh "$work" "$@"
