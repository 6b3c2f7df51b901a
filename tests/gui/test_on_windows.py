"""What only Windows asks of the window, held here by a stand-in."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest

from gui.system.application import DESKTOP_ENTRY, make_application


def test_that_the_taskbar_is_told_whose_window_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=told.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    make_application()
    assert told == [DESKTOP_ENTRY]


def test_that_a_windows_without_that_call_still_opens_a_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert make_application() is not None
