"""Which array module computes: NumPy always, CuPy where a usable GPU is found."""

from __future__ import annotations

import ctypes
import functools
import importlib
import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine import allowed
from engine.model import compiled
from engine.model.arrays import HOST, Array, ArrayModule, Fuse
from engine.model.conventions import plainly
from engine.text import translate

NUMPY_BLOCK = 1536  # draws: by measurement, between too many steps and too little cache
CUPY_BLOCK = 32_768  # draws that keep a GPU busy for longer than its kernels take to start

# Options of mallopt(3), from glibc's malloc.h, and what they are set to [bytes].
TRIMMED_BEYOND, MOST_KEPT = -1, 2**30
MAPPED_BEYOND, LARGEST_KEPT = -3, 2**25  # the most it allows


@dataclass(frozen=True)
class Backend:
    """An array module and how to work with it.

    `to_numpy` brings an array back to the host; `fuse` makes one kernel of an elementwise
    function; a `block` is so many draws.

    Blocks are computed by one thread: two queue for the interpreter, since a step is a few
    microseconds. Measured with Python 3.11 on two idle cores: a mix map took 162 ms in two
    and 132 in one, 10,000 draws 305 and 285.
    """

    name: str
    xp: ArrayModule
    to_numpy: Callable[[Array], Array]
    fuse: Fuse = plainly
    block: int = NUMPY_BLOCK

    def __post_init__(self) -> None:
        allowed.whole("block", self.block, 1)


NUMPY = Backend("NumPy", HOST, np.asarray)


@dataclass(frozen=True)
class Probe:
    """Whether CuPy can be used, and if not, why, in words for the status bar."""

    backend: Backend | None
    reason: str

    @property
    def usable(self) -> bool:
        """Whether there is a backend."""
        return self.backend is not None


@functools.cache
def probe_cupy() -> Probe:
    """Look for CuPy and a GPU that works; the first call may take seconds on a GPU machine.

    Never raises. Call it from a worker, after the window shows.
    """
    if importlib.util.find_spec("cupy") is None:
        return Probe(None, unusable(translate("Backend", "CuPy is not installed")))
    try:
        cupy = importlib.import_module("cupy")
        if not cupy.cuda.is_available():
            return Probe(None, unusable(translate("Backend", "CuPy finds no CUDA device")))
        one = cupy.ones(1) + 1  # makes a context, compiles a kernel
        if float(one.get()[0]) != 1 + 1:
            return Probe(None, unusable(translate("Backend", "it miscounts")))
        name = cupy.cuda.runtime.getDeviceProperties(0)["name"].decode()
    except Exception as error:  # a broken driver raises anything
        text = " ".join(str(error).split()) or type(error).__name__
        return Probe(None, unusable(text))
    found = Backend("CuPy", cupy, cupy.asnumpy, fuse=_fused(cupy), block=CUPY_BLOCK)
    return Probe(found, translate("Backend", "CuPy on {name}").format(name=name))


def loop_words() -> str:
    """What goes through the months on the processor, in words: the compiled loop or NumPy."""
    if compiled.usable(HOST):
        return translate("Backend", "compiled")
    return translate("Backend", "NumPy, as no compiled part was built")


def unusable(reason: str) -> str:
    """That no GPU can be used for this `reason`, in words."""
    return translate("Backend", "no usable GPU: {reason}").format(reason=reason)


def _fused(cupy: Any) -> Fuse:
    """`cupy.fuse`, once for each function, so that its kernels are compiled once."""

    @functools.cache
    def fuse(function: Callable[..., Any]) -> Callable[..., Any]:
        fused: Callable[..., Any] = cupy.fuse()(function)
        return fused

    return fuse


def best() -> Backend:
    """CuPy where it can be used, else NumPy."""
    return probe_cupy().backend or NUMPY


@functools.cache
def let_the_allocator_keep_memory() -> None:
    """Let glibc keep what is freed, to use it again, rather than give it back at once.

    By default it maps, zeroes page by page and unmaps every array of a few MB, and gives the
    heap's top back each time it grows beyond what it has learnt: a cliff at some number of draws
    beyond which a block costs twice as much. What is kept is given back by whoever knows that work
    rests (`give_memory_back`). Elsewhere it does nothing.
    """
    library = glibc()
    if library is not None:
        library.mallopt(MAPPED_BEYOND, LARGEST_KEPT)
        library.mallopt(TRIMMED_BEYOND, MOST_KEPT)


def give_memory_back() -> None:
    """Give the system what the allocator has kept; it takes some milliseconds.

    Other C libraries than glibc do it by themselves, or can't be asked: there it does nothing.
    """
    library = glibc()
    if library is not None:
        library.malloc_trim(0)


def glibc() -> Any:
    """The C library's functions where it is glibc, else None."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None
