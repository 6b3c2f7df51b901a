"""What wheels for Windows ask of it and Wine has not: two small libraries, made with mingw.

`wheels.py WORK LIBRARY...`: looks through WORK/wheels and the LIBRARIES. Of the C runtime, Wine has
no functions of complex numbers: files that ask for one are told another name of its library, which
hands the rest on. And python3.dll hands the stable interface on to the full library.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pefile

GCC = "x86_64-w64-mingw32-gcc"
RUNTIME = b"api-ms-win-crt-math-l1-1-0.dll"
OURS = b"hr__ms-win-crt-math-l1-1-0.dll"  # as long, so that it fits in its place
PYTHON = b"python3.dll"
BASES = (
    "abs acos acosh arg asin asinh atan atanh cos cosh exp imag log pow real sin sinh sqrt tan tanh"
)
COMPLEX = re.compile(rf"c({'|'.join(BASES.split())})([fl]?)$")
REAL = {"cos", "cosf", "cosl", "cosh", "coshf", "coshl"}  # which only look like it
GIVES_REAL = {"abs", "arg", "real", "imag"}

# by value, as the C runtime of Windows takes and gives them
CODE = """\
#include <complex.h>
typedef struct { double v[2]; } D;
typedef struct { float v[2]; } F;
static double _Complex d(D a) {
    double _Complex r;
    __real__ r = a.v[0], __imag__ r = a.v[1];
    return r;
}
static float _Complex f(F a) {
    float _Complex r;
    __real__ r = a.v[0], __imag__ r = a.v[1];
    return r;
}
static D ud(double _Complex r) { return (D){{__real__ r, __imag__ r}}; }
static F uf(float _Complex r) { return (F){{__real__ r, __imag__ r}}; }
"""


def main(arguments: Sequence[str]) -> int:
    work, *libraries = map(Path, arguments)
    interface: set[str] = set()
    math: set[str] = set()
    for library in libraries:
        interface |= imports(library.read_bytes()).get(PYTHON, set())
    for wheel in sorted((work / "wheels").glob("*win_amd64.whl")):
        asked, here = adapted(wheel)
        interface |= asked
        math |= here
    make(work, work / "prefix/drive_c/windows/system32" / OURS.decode(), *complex_functions(math))
    full = next(path.stem for path in (work / "python").glob("python3?*.dll"))
    hands_on = {name: f"{full}.{name}" for name in interface}
    make(work, work / "python" / PYTHON.decode(), "", hands_on)
    return 0


def imports(data: bytes) -> dict[bytes, set[str]]:
    """Names that a library asks for, by the library that is to have them."""
    library = pefile.PE(data=data, fast_load=True)
    library.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
    return {
        entry.dll.lower(): {name.name.decode() for name in entry.imports if name.name}
        for entry in getattr(library, "DIRECTORY_ENTRY_IMPORT", [])
    }


def adapted(wheel: Path) -> tuple[set[str], set[str]]:
    """What a wheel asks of the stable interface, and of our runtime; told so where it was not."""
    interface: set[str] = set()
    math: set[str] = set()
    changed = False
    written = io.BytesIO()
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.lower().endswith((".pyd", ".dll")):
                found = imports(data)
                interface |= found.get(PYTHON, set())
                asked = found.get(RUNTIME, set()) | found.get(OURS, set())
                if any(COMPLEX.match(name) and name not in REAL for name in asked):
                    math |= asked
                    changed |= RUNTIME in data
                    data = data.replace(RUNTIME, OURS)
            new.writestr(entry, data)
    if changed:
        wheel.write_bytes(written.getvalue())
        print(f"   adapted {wheel.name}")
    return interface, math


def complex_functions(names: set[str]) -> tuple[str, dict[str, str]]:
    """C code of the complex ones among these, and what each name leads to."""
    code, leads_to = CODE, {}
    for name in sorted(names):
        match = COMPLEX.match(name)
        if match is None or name in REAL:
            leads_to[name] = f"ucrtbase.{name}"
            continue
        base, ending = match.groups()
        kind, real, packed, given, letter = (
            ("F", "float", "f", "uf", "f") if ending == "f" else ("D", "double", "d", "ud", "")
        )
        call = f"c{base}{letter}({packed}(a){f', {packed}(b)' if base == 'pow' else ''})"
        takes = f"{kind} a, {kind} b" if base == "pow" else f"{kind} a"
        if base in GIVES_REAL:
            code += f"{real} x_{name}({takes}) {{ return {call}; }}\n"
        else:
            code += f"{kind} x_{name}({takes}) {{ return {given}({call}); }}\n"
        leads_to[name] = f"x_{name}"
    return code, leads_to


def make(work: Path, target: Path, code: str, leads_to: Mapping[str, str]) -> None:
    """A library whose names lead to its own functions or to another library's."""
    source, definition = work / "made" / "library.c", work / "made" / "library.def"
    source.write_text(code)
    names = "".join(f"  {name} = {place}\n" for name, place in sorted(leads_to.items()))
    definition.write_text(f"LIBRARY {target.stem}\nEXPORTS\n{names}")
    command = (GCC, "-O2", "-shared", "-static-libgcc", "-o", target, source, definition)
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
