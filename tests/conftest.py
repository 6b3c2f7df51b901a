"""What every test needs: strict floating point, Hypothesis profiles, and no quiet skips.

Closed windows are rubbish in rings. Deleted while Qt holds a lock, they wait for it for ever,
or crash; so here, as in the app, Python's own searches for rubbish are off.
"""

from __future__ import annotations

import gc
import os
import re
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

# A skip for any other reason is a test that nobody runs: it fails.
ALLOWED_SKIPS = re.compile(
    r"no usable GPU|Xvfb|not a checkout|no leave to|no SIGKILL|other than glibc"
)

MANY_OBJECTS = 20_000  # new ones: the test made a window

SMALL_DISK = 64 * 1024  # bytes

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
    """A disk of a few blocks; without leave to mount one, a limit on a child's files instead."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no leave to mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def pytest_configure() -> None:
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Search between tests, when the fixtures have closed what they opened."""
    yield
    if gc.get_count()[0] > MANY_OBJECTS:
        gc.collect()
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
