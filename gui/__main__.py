"""`python -m gui` is the `headroom` command."""

from gui.app import run

if __name__ == "__main__":
    run()
