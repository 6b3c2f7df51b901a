"""What is different when Headroom runs from its frozen folder."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence

LIBRARY_PATH = "LD_LIBRARY_PATH"
# by which multiprocessing starts this program anew: as a worker, and as what cleans up after all
HELPERS = ("--multiprocessing-fork", "from multiprocessing.")


def is_helper(arguments: Sequence[str]) -> bool:
    """Whether a frozen app is to be a process beside another, or of a sweep."""
    return any(argument.startswith(HELPERS) for argument in arguments)


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
