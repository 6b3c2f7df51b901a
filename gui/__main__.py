"""`python -m gui` and the `headroom` command: Ctrl+C just ends it while it loads."""

import signal


def run() -> None:
    """Load the program and run it.

    Loading takes a good part of a second, in which nothing is under way that has to be brought
    to an end: there Ctrl+C ends the process as it does any, without a traceback of imports.
    Where SIGINT is ignored, as in what a shell has put in the background, it stays so.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from gui.app import run

    signal.signal(signal.SIGINT, before)
    run()


if __name__ == "__main__":
    run()
