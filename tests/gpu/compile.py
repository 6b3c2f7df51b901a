"""Compiles every fused equation for a GPU, on a machine without one: `make kernels`.

It needs CuPy, NVIDIA's runtime compiler and headers, no driver and no device. CuPy traces each
equation that the engine asks it to fuse, as it would in the first call on a GPU, and the
compiler makes code for a GPU of what CuPy wrote. Exit 0 where all could be compiled, 1 where
one could not, 2 where CuPy is not installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["HEADROOM_WITHOUT_COMPILED"] = "yes"  # the loop's own steps are fused, too

from engine import Scenario
from engine.model.buying import _steps
from engine.run.backend import Backend
from engine.worlds.ensemble import ensemble

NO_CUPY = 2
ARCHITECTURE = "compute_75"  # Turing of 2018, the oldest that CUDA 13 compiles for
SOME_PLACE = 1 << 20  # in a memory that is not there: nothing is run
DRAWS = 8

Call = tuple[Callable[..., Any], tuple[Any, ...]]


def calls() -> dict[str, Call]:
    """Each equation that a run fuses, and what it was first called with, by its name."""
    found: dict[str, Call] = {}

    def fuse(function: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arrays: Any) -> Any:
            found.setdefault(function.__name__, (function, arrays))
            return function(*arrays)

        return noted

    plain = Scenario().having(investment_budget_bn_per_year=20)
    moving = dict.fromkeys(plain.families, 1.1)  # what has equations of its own once it moves
    for scenario in (plain, plain.having(software_gain=moving, chip_price_growth=moving)):
        ensemble(scenario, DRAWS, backend=Backend("noting", np, np.asarray, fuse=fuse))
    return found


def on_cupy(cupy: ModuleType, function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function with CuPy in the place of NumPy."""
    equation = getattr(function, "__wrapped__", None)
    if equation is not None:
        return lambda *arrays: equation(cupy, *arrays)
    steps = _steps.__wrapped__(cupy, lambda step: step)
    return next(step for step in steps if step.__name__ == function.__name__)


def traced(cupy: Any, function: Callable[..., Any], arrays: tuple[Any, ...]) -> Any:
    """The kernel that `cupy.fuse` makes of `function`; no memory is touched."""
    from cupy._core import fusion

    def stand_in(array: Any) -> Any:
        if not isinstance(array, np.ndarray):
            return array
        memory = cupy.cuda.UnownedMemory(SOME_PLACE, array.nbytes, None, device_id=0)
        pointer = cupy.cuda.MemoryPointer(memory, 0)
        return cupy.ndarray(array.shape, array.dtype, memptr=pointer)

    history = fusion._FusionHistory()
    fusion._thread_local.history, fusion._thread_local.is_old_fusing = history, True
    try:
        kernel, _ = history.get_fusion(function, tuple(map(stand_in, arrays)), "fused")
    finally:
        fusion._thread_local.history, fusion._thread_local.is_old_fusing = None, False
    return kernel


def source(kernel: Any) -> str:
    """CUDA code that does for each element what the kernel does."""
    inputs = [f"const {p.ctype}* in_{p.name}" for p in kernel.in_params]
    outputs = [f"{p.ctype}* out_{p.name}" for p in kernel.out_params]
    lines = [f"const {p.ctype} {p.name} = in_{p.name}[i];" for p in kernel.in_params]
    lines += [f"{p.ctype} {p.name};" for p in kernel.out_params]
    lines += [kernel.operation]
    lines += [f"out_{p.name}[i] = {p.name};" for p in kernel.out_params]
    arguments = ", ".join([*inputs, *outputs, "long long n"])
    return (
        f'#include "cupy/math_constants.h"\n{kernel.preamble}\n'
        f'extern "C" __global__ void fused({arguments}) {{\n'
        "long long i = blockIdx.x * (long long)blockDim.x + threadIdx.x;\nif (i >= n) return;\n"
        + "\n".join(lines)
        + "\n}\n"
    )


def compiled(cupy: Any, code: str) -> bytes:
    """PTX of CUDA `code`. Raises RuntimeError with the compiler's log where it refuses."""
    from cupy_backends.cuda.libs import nvrtc

    include = Path(cupy.__file__).parent / "_core" / "include"
    options = (f"--gpu-architecture={ARCHITECTURE}", "-std=c++17", f"-I{include}")
    options += tuple(f"-I{folder}" for folder in _headers())
    program = nvrtc.createProgram(code, "fused.cu", (), ())
    try:
        nvrtc.compileProgram(program, options)
    except nvrtc.NVRTCError as error:
        raise RuntimeError(nvrtc.getProgramLog(program)) from error
    return bytes(nvrtc.getPTX(program))


def _headers() -> list[Path]:
    """Where CUDA's own headers are, as its packages lay them out."""
    try:
        import nvidia
    except ImportError:
        return []
    return [found for root in nvidia.__path__ for found in sorted(Path(root).glob("*/include"))]


def main() -> int:
    try:
        import cupy
    except ImportError:
        print("CuPy is not installed")
        return NO_CUPY
    wrong = 0
    for name, (function, arrays) in sorted(calls().items()):
        try:
            kernel = traced(cupy, on_cupy(cupy, function), arrays)
            size = len(compiled(cupy, source(kernel)))
        except Exception as error:
            wrong += 1
            print(f"  {name:20} {type(error).__name__}: {error}")
            continue
        steps = kernel.operation.count("// op")
        print(f"  {name:20} {steps} operations in one kernel of {size:,} bytes")
    print("every fused equation compiles" if not wrong else f"{wrong} do not compile")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
