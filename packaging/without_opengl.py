"""Runs first in the frozen app: QtOpenGL stays out, and pyqtgraph binds empty names instead.

pyqtgraph 0.14 imports both modules wherever a curve is defined, but uses them only with its
option useOpenGL, which Headroom leaves off. With their libraries they are 9.5 MB.
"""

import sys
import types

sys.modules["PySide6.QtOpenGL"] = types.ModuleType("PySide6.QtOpenGL")
widgets = types.ModuleType("PySide6.QtOpenGLWidgets")
# pyqtgraph makes a subclass, and asks whether a view is an instance of it: none ever is
widgets.QOpenGLWidget = type("QOpenGLWidget", (), {})  # type: ignore[attr-defined]
sys.modules["PySide6.QtOpenGLWidgets"] = widgets
