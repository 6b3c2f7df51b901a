"""What every test needs: strict floating point, Hypothesis profiles, and no quiet skips.

Closed windows are garbage in rings. Deleted while Qt holds a lock, they wait for it for ever,
or crash; so here, as in the app, Python's own searches for garbage are off.
"""

from __future__ import annotations

import gc
import itertools
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import numpy as np
import pytest

# Read when Qt is first imported, which only the window's tests do.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
os.environ["HEADROOM_LANGUAGE"] = "en"  # on a French machine too

# A shell's job in the background ignores Ctrl+C, and so would all that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A skip for any other reason is a test that nobody runs: it fails.
ALLOWED_SKIPS = re.compile(
    r"no usable GPU|Xvfb|not a checkout|no leave to|no SIGKILL|no pipes|other than glibc|"
    r"no C compiler here|no node here"
)

THOROUGH = 20  # searches: the next one looks at everything again
SEARCHES = itertools.count(1)
MANY_OBJECTS = 20_000  # new ones: the test made a window

SMALL_DISK = 64 * 1024  # bytes
DISK = "headroom-small-disk-"  # with the process that mounted it: its name in the system's list

SLOW_MACHINES = (hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.data_too_large)

# The same examples in every run unless asked otherwise: a red run is somebody's change.
# HYPOTHESIS_PROFILE=ci looks at more examples, HYPOTHESIS_PROFILE=search at new ones each time
# and makes a failing one small, which takes minutes for a whole scenario.
QUICK = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
hypothesis.settings.register_profile(
    "default",
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=QUICK,
    suppress_health_check=SLOW_MACHINES,
)
hypothesis.settings.register_profile(
    "ci", hypothesis.settings.get_profile("default"), max_examples=150
)
hypothesis.settings.register_profile(
    "search",
    max_examples=1000,
    deadline=None,
    derandomize=False,
    suppress_health_check=SLOW_MACHINES,
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True)
def strict_floating_point() -> Generator[None]:
    """A division by zero, an overflow or an undefined operation in NumPy raises."""
    with np.errstate(divide="raise", invalid="raise", over="raise"):
        yield


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few blocks, gone afterwards whatever still has a file of it open."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if shutil.which("mount") is None:  # Windows
        pytest.skip("no leave to mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", f"{DISK}{os.getpid()}", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no leave to mount a small disk")
    try:
        yield folder
    finally:
        unmount(folder)
        assert str(folder) not in disks().values()


def disks() -> dict[str, str]:
    """Where each small disk that is mounted now stands, by its name."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8").splitlines()
    except OSError:  # another system's, or no leave: there are none
        return {}
    named = [line.split()[:2] for line in lines if line.startswith(DISK)]
    # the system writes blanks and backslashes of a path in octal
    return {name: re.sub(r"\\(\d{3})", lambda o: chr(int(o[1], 8)), at) for name, at in named}


def unmount(folder: Path | str) -> None:
    """Now where nothing uses it, else as soon as nothing does: the folder is free at once."""
    subprocess.run(["umount", "--lazy", str(folder)], check=False, capture_output=True)


def clear_disks() -> None:
    """Take away the disks of runs that were killed; those of runs beside this one stay."""
    for name, folder in disks().items():
        process = name.removeprefix(DISK)
        if not (process.isdigit() and Path("/proc", process).exists()):
            unmount(folder)


def pytest_configure() -> None:
    gc.disable()
    clear_disks()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Search between tests, when the fixtures have closed what they opened."""
    yield
    if gc.get_count()[0] > MANY_OBJECTS:
        if next(SEARCHES) % THOROUGH == 0:  # what a worker still held when it was frozen has gone
            gc.unfreeze()
        gc.collect()
        gc.freeze()  # what outlives its test is not searched again after each of the next ones
    assert not gc.isenabled()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = call.excinfo.value.msg if call.excinfo else ""  # type: ignore[attr-defined]
        if not ALLOWED_SKIPS.search(str(reason)):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} skipped without leave: {reason}"
    return report
