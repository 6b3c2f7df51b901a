"""What the bench runs on, in words."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
SYSCTL = ("sysctl", "-n", "machdep.cpu.brand_string")
WIDEST = {"avx512f": "AVX-512", "avx2": "AVX2", "asimd": "NEON"}  # the first of them that is there


def processor() -> str:
    """The processor's name, with the numbers that tell models of one name apart."""
    if sys.platform == "darwin":
        done = subprocess.run(SYSCTL, capture_output=True, text=True, check=False)
        return done.stdout.strip() or platform.machine()
    said = cpuinfo()
    if name := said.get("model name"):
        return f"{name}, family {said['cpu family']} model {said['model']}"
    return platform.processor() or platform.machine()


def vectors() -> str:
    """The widest vectors it knows; empty where the system doesn't tell."""
    said = cpuinfo()
    flags = (said.get("flags") or said.get("Features") or "").split()
    return next((f", {words}" for flag, words in WIDEST.items() if flag in flags), "")


def cpuinfo() -> Mapping[str, str]:
    """What Linux says of the first core; nothing elsewhere."""
    if not CPUINFO.exists():
        return {}
    first, _, _ = CPUINFO.read_text("utf-8").partition("\n\n")
    pairs = (line.partition(":") for line in first.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}
