"""The one door to pyqtgraph, which comes without what Headroom has no use for.

That is half of its import, and a tenth of the start.

pyqtgraph 0.14 copies all names of three Qt modules into modules of its own, for which PySide makes
every class of Qt that it otherwise makes when it is asked for. And its first line imports all of
its widgets, some of which bring a tree of parameters and a pool of processes. Measured with
PySide6 6.10: 310 ms of processor time with all of it, 190 without the copies, 155 without both.
Where a later pyqtgraph does otherwise, nothing here does harm: it imports as much as it wants.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

MIRRORED = ("QtCore", "QtGui", "QtWidgets")
COPIER = "_copy_attrs"  # the function of pyqtgraph.Qt that takes each name it doesn't find
UNUSED = (
    "imageview",
    "widgets.CheckTable",
    "widgets.ColorMapWidget",
    "widgets.DataFilterWidget",
    "widgets.DataTreeWidget",
    "widgets.DiffTreeWidget",
    "widgets.JoystickButton",
    "widgets.RemoteGraphicsView",
    "widgets.ScatterPlotWidget",
)
NAMED = "RemoteGraphicsView"  # the one name that is imported out of one of these


class Mirror(ModuleType):
    """A module that has the names of another, each taken from there when it is asked for."""

    def __init__(self, name: str, source: str) -> None:
        super().__init__(name)
        self.__dict__["source of names"] = source

    def __getattr__(self, name: str) -> Any:
        if sys._getframe(1).f_code.co_name == COPIER:
            return None  # it asks whether the name is there, and would copy it
        value = getattr(importlib.import_module(self.__dict__["source of names"]), name)
        setattr(self, name, value)
        return value


def _lighten() -> None:
    """Before pyqtgraph is first imported; afterwards nothing changes."""
    if "pyqtgraph" in sys.modules:
        return
    for part in MIRRORED:
        name = f"pyqtgraph.Qt.{part}"
        sys.modules[name] = Mirror(name, f"PySide6.{part}")
    for part in UNUSED:
        name = f"pyqtgraph.{part}"
        sys.modules[name] = module = ModuleType(name)
        module.__dict__[NAMED] = None


_lighten()

import pyqtgraph as pg  # noqa: E402

__all__ = ["pg"]
