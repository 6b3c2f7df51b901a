"""pyqtgraph comes without the parts that Headroom has no use for, and with all that it uses."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

FRESH = """
import json, sys
{first}
import pyqtgraph, pyqtgraph.Qt
from PySide6 import QtGui, QtWidgets
print(json.dumps({{
    "unused": [name for name in sys.modules if name.startswith("pyqtgraph.parametertree")],
    "processes": "pyqtgraph.multiprocess" in sys.modules,
    "same": pyqtgraph.Qt.QtWidgets.QGraphicsView is QtWidgets.QGraphicsView,
    "pen": pyqtgraph.Qt.QtGui.QPen is QtGui.QPen,
    "none": [name for part in ("QtCore", "QtGui", "QtWidgets")
             for name in dir(getattr(pyqtgraph.Qt, part))
             if getattr(getattr(pyqtgraph.Qt, part), name) is None and name[0] == "Q"],
    "version": pyqtgraph.Qt.QtCore.__version__,
}}))
"""


def fresh(first: str) -> dict[str, object]:
    run = [sys.executable, "-c", FRESH.format(first=first)]
    return json.loads(subprocess.run(run, capture_output=True, check=True, text=True).stdout)


def test_that_headroom_s_pyqtgraph_has_qt_s_own_classes_and_no_unused_parts():
    found, whole = fresh("import gui.system.plotting"), fresh("")
    assert whole["unused"]  # else pyqtgraph has become light, and this can go
    assert not found["unused"]
    assert not found["processes"]
    assert found["same"]
    assert found["pen"]
    assert found["none"] == []
    assert found["version"] == whole["version"]


def test_that_pyqtgraph_is_imported_through_its_one_door_alone():
    root = Path(__file__).resolve().parents[2]
    direct = re.compile(r"^\s*(import|from) pyqtgraph", re.MULTILINE)
    found = {
        path.relative_to(root).as_posix()
        for path in (root / "gui").rglob("*.py")
        if direct.search(path.read_text("utf-8"))
    }
    assert found == {"gui/system/plotting.py"}
