"""The one part that is compiled, where there is a compiler: the rest is in pyproject.toml.

Without one the package installs all the same, and NumPy does what `_loops` would.
"""

import platform
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

LOOPS = "engine.model.compiled._loops"
PLACE = "engine/model/compiled"
SOURCES = [f"{PLACE}/{name}.c" for name in ("module", "buying", "stocks")]
HEADERS = [f"{PLACE}/{name}.h" for name in ("arrays", "buying", "stocks")]
OLDEST_PYTHON = "cp311"  # one library for it and all that come after


class BuildLoops(build_ext):
    """With the flags of the compiler at hand. None may change a digit: products stay products."""

    def build_extension(self, ext: Extension) -> None:
        if self.compiler.compiler_type == "msvc":
            ext.extra_compile_args = ["/O2", "/fp:precise"]
        else:
            ext.extra_compile_args = [
                "-std=c11",
                "-O3",
                "-ffp-contract=off",
                "-fno-math-errno",
                "-g0",
            ]
            if sys.platform == "linux" and platform.machine() == "x86_64":
                ext.extra_compile_args.append("-march=x86-64-v2")
        super().build_extension(ext)


setup(
    ext_modules=[
        Extension(LOOPS, SOURCES, depends=HEADERS, py_limited_api=True, optional=True),
    ],
    cmdclass={"build_ext": BuildLoops},
    options={"bdist_wheel": {"py_limited_api": OLDEST_PYTHON}},
)
