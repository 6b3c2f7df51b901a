"""Whether there is a screen to show a window on, asked before Qt is, which would abort."""

from __future__ import annotations

import ctypes
import os
import sys

CHOSEN = "QT_QPA_PLATFORM"  # who sets it knows what they want


def no_display() -> str | None:
    """Why there is no screen here; None where there is one.

    Where a Wayland display is named that doesn't answer, and an X display that does, Qt is told
    to use that.
    """
    if sys.platform != "linux" or os.environ.get(CHOSEN):
        return None
    named, reachable = os.environ.get("WAYLAND_DISPLAY", ""), _wayland_answers()
    if reachable:
        return None
    dead = f"The Wayland display “{named}” doesn't answer. " if named else ""
    if os.environ.get("DISPLAY") and _x_answers():
        if dead:
            os.environ[CHOSEN] = "xcb"
        return None
    return dead


def fallen_back() -> str:
    """What to say where another display is used than the one that is named first."""
    named = os.environ.get("WAYLAND_DISPLAY", "")
    if not named or os.environ.get(CHOSEN) != "xcb":
        return ""
    return f"The Wayland display “{named}” doesn't answer: the X display is used."


def _wayland_answers() -> bool:
    """Whether a compositor listens at the socket that WAYLAND_DISPLAY names."""
    if os.environ.get("WAYLAND_SOCKET"):  # handed over open, by whoever started this
        return True
    if not os.environ.get("WAYLAND_DISPLAY"):
        return False
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
