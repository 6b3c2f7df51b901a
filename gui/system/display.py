"""Whether there is a screen to show a window on, asked before Qt is, which would abort."""

from __future__ import annotations

import ctypes
import os
import sys

CHOSEN = "QT_QPA_PLATFORM"  # the plugins that Qt is to try, one after another
WAYLAND, X = "wayland", "xcb"  # their names
SPOKEN = {WAYLAND: "Wayland", X: "X"}


def no_display() -> str | None:
    """Why there is no screen here; None where there is one.

    Where the display that Qt would ask first doesn't answer, and another does, Qt is told to use
    that: who chooses one for all their programs has it wherever it is.
    """
    wanted = _wanted()
    if not wanted:
        return None
    first = wanted[0]
    found = next((kind for kind in (*wanted, WAYLAND, X) if _answers(kind, kind in wanted)), None)
    if found is None:
        return f"{_dead(first)}. " if _name_of(first) else ""
    if found != first:
        os.environ[CHOSEN] = found
    return None


def fallen_back(before: str | None) -> str:
    """What to say where another display is used than the one that was to be.

    `before`: what was chosen before it was asked for.
    """
    now = os.environ.get(CHOSEN)
    if now is None or now == before:
        return ""
    return f"{_dead(X if now == WAYLAND else WAYLAND)}: the {SPOKEN[now]} display is used."


def _dead(kind: str) -> str:
    named = _name_of(kind)
    if not named:
        return f"There is no {SPOKEN[kind]} display"
    return f"The {SPOKEN[kind]} display “{named}” doesn't answer"


def _name_of(kind: str) -> str:
    if kind == X:
        return os.environ.get("DISPLAY", "")
    return os.environ.get("WAYLAND_DISPLAY") or "wayland-0"  # as libwayland takes it


def _wanted() -> list[str]:
    """The displays that Qt would ask for, in their order; none where it needs none."""
    if sys.platform != "linux":
        return []
    chosen = os.environ.get(CHOSEN)
    if not chosen:
        named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("WAYLAND_SOCKET")
        return [WAYLAND, X] if named else [X]
    plugins = [plugin.partition(":")[0] for plugin in chosen.split(";")]
    kinds = [WAYLAND if plugin.startswith(WAYLAND) else plugin for plugin in plugins]
    return kinds if set(kinds) <= set(SPOKEN) else []


def _answers(kind: str, wanted: bool) -> bool:
    """Whether there is a display of this kind; one that isn't `wanted` must have a name."""
    if kind == X:
        return bool(os.environ.get("DISPLAY")) and _x_answers()
    named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("WAYLAND_SOCKET")
    return bool(named or wanted) and _wayland_answers()


def _wayland_answers() -> bool:
    """Whether a compositor listens at the socket that WAYLAND_DISPLAY names, or the usual one."""
    if os.environ.get("WAYLAND_SOCKET"):  # handed over open, by whoever started this
        return True
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:  # then Qt's plugin can't be loaded either
        return False
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = (ctypes.c_char_p,)
    wayland.wl_display_disconnect.argtypes = (ctypes.c_void_p,)
    connection = wayland.wl_display_connect(None)
    if connection is None:
        return False
    wayland.wl_display_disconnect(connection)
    return True


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # then Qt's plugin can't be loaded either
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
