"""Memory given back to the system once the window rests."""

from __future__ import annotations

import ctypes
import gc
import platform
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from gui.run.housekeeping import Housekeeping
from gui.run.interaction import Interaction
from gui.run.memory import GiveBack

CHUNK, CHUNKS = 100_000, 400  # bytes: small enough for a heap
MEGABYTES = CHUNK * CHUNKS / 1e6

pytestmark = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="a C library other than glibc gives back by itself"
)


def resident() -> float:
    """Of this process [MB]."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1e3
    raise AssertionError("no VmRSS")


@pytest.fixture
def freed_memory():
    """Memory used and freed, below a piece in use: the heap can't shrink by itself."""
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    library.malloc.argtypes = (ctypes.c_size_t,)
    library.free.argtypes = (ctypes.c_void_p,)
    pieces = [library.malloc(CHUNK) for _ in range(CHUNKS)]
    for piece in pieces:
        ctypes.memset(piece, 1, CHUNK)
    for piece in pieces[:-1]:
        library.free(piece)
    yield
    library.free(pieces[-1])


def test_that_what_was_freed_is_given_back_after_a_rest_and_not_under_the_hand(
    qtbot, monkeypatch, freed_memory
):
    monkeypatch.setattr("gui.run.memory.REST", 20)
    interaction = Interaction()
    give_back = GiveBack(interaction)
    held = resident()
    interaction.move()
    give_back.later()
    qtbot.wait(100)
    assert interaction.moving
    assert resident() > held - 0.2 * MEGABYTES
    qtbot.waitUntil(lambda: not interaction.moving)
    qtbot.waitUntil(lambda: resident() < held - 0.8 * MEGABYTES)


def test_that_bands_that_keep_coming_do_not_put_it_off(qtbot, monkeypatch, freed_memory):
    monkeypatch.setattr("gui.run.memory.REST", 100)
    give_back = GiveBack(Interaction())
    held = resident()
    for _ in range(8):
        give_back.later()
        qtbot.wait(40)
    assert resident() < held - 0.8 * MEGABYTES


def test_that_memory_is_given_back_now_and_then_though_no_bands_come(qtbot, monkeypatch, window):
    qtbot.waitUntil(lambda: getattr(window.presenter.ensemble, "draws", 0) == 1024)
    monkeypatch.setattr("gui.run.memory.REST", 20)
    monkeypatch.setattr("gui.run.housekeeping.NOW_AND_THEN", 100)
    given: list[object] = []
    monkeypatch.setattr(GiveBack, "later", lambda self: given.append(self))
    housekeeping = Housekeeping(window.presenter)
    qtbot.waitUntil(lambda: len(given) > 1)
    housekeeping.stop()
    gc.disable()  # which it gave back, and tests keep off
    count = len(given)
    qtbot.wait(300)
    assert len(given) == count


def test_that_threads_share_a_heap():
    child = """
        import ctypes, os, threading, time
        from gui.run.memory import share_one_heap
        share_one_heap()
        def work():
            pieces = [ctypes.create_string_buffer(100_000) for _ in range(10)]
            barrier.wait()
        barrier = threading.Barrier(6)
        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        library = ctypes.CDLL(None)
        library.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
        library.fdopen.restype = ctypes.c_void_p
        library.fdopen.argtypes = (ctypes.c_int, ctypes.c_char_p)
        library.fclose.argtypes = (ctypes.c_void_p,)
        stream = library.fdopen(1, b"w")
        library.malloc_info(0, stream)
        library.fclose(stream)
        os._exit(0)
    """
    run = [sys.executable, "-c", textwrap.dedent(child)]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert told.count("<heap nr=") == 1
