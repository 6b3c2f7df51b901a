"""Ctrl+C while `python -m engine` loads just ends it: nothing is under way, and no one catches."""

import signal
import sys

_before = signal.getsignal(signal.SIGINT)


def begin() -> None:
    """As any process ends, without a traceback of imports; where SIGINT is ignored, it stays so."""
    # so Python calls it until it has found the module that it was told to run
    if sys.argv[:1] == ["-m"] and _before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def end() -> None:
    """From here on, what is under way is brought to an end."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL and _before is not signal.SIG_DFL:
        signal.signal(signal.SIGINT, _before)


begin()
