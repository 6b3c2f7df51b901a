"""Which array module computes: NumPy always, CuPy where a usable GPU is found."""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine import allowed
from engine.model.arrays import HOST, Array, ArrayModule, Fuse
from engine.model.conventions import plainly
from engine.text import translate

NUMPY_BLOCK = 1536  # draws: by measurement, between too many steps and too little cache
CUPY_BLOCK = 32_768  # draws that keep a GPU busy for longer than its kernels take to start


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
    """Raise the size from which glibc gives freed memory back at once.

    It learns that size from the largest block that was freed so far, up to 32 MB. Without
    this every array of a few MB is mapped, zeroed page by page and unmapped again, which
    costs more than the arithmetic: 1,024 draws take twice as long. At most 64 MB a thread are
    held back. Elsewhere it does nothing.
    """
    np.empty(31 * 2**20, np.uint8)
