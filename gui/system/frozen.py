"""What is different when Headroom runs from its frozen folder."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

LIBRARY_PATH = "LD_LIBRARY_PATH"


def give_back_library_path(environment: MutableMapping[str, str] = os.environ) -> None:
    """Let programs that we start (a browser, a file manager) find their own libraries.

    PyInstaller's starter points the path to ours, keeps the user's beside it, and this process
    has read it by now.
    """
    if not getattr(sys, "frozen", False):
        return
    before = environment.pop(f"{LIBRARY_PATH}_ORIG", None)
    if before is None:
        environment.pop(LIBRARY_PATH, None)
    else:
        environment[LIBRARY_PATH] = before
