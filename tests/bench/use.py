"""Ten minutes of simulated use: what the window still holds each time it comes to rest."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import monotonic

from drag import WORST_MS, Drag, RandomHand, open_window, resident_megabytes, rest
from painting import delete, settings_apart, without_empty_warnings
from timing import Row

from gui.app import GIVE_WAY
from gui.levers.number_line import NumberLine
from gui.run.housekeeping import Housekeeping
from gui.run.memory import share_one_heap
from gui.system.application import make_application
from gui.window.main_window import MainWindow

MINUTES = 10.0
MOST_MEGABYTES = 5.0  # grown from the first rest to the last
DRAGS = 6  # and one that is let stand while the window rests
REST_SECONDS = 2.5  # all bands have come, and freed memory was given back
PAGE_SECONDS = 0.7  # for a look at another page


def rows(minutes: float = MINUTES) -> list[Row]:
    """The line of this section; nothing where the system does not tell what a process holds."""
    if not resident_megabytes():
        return []
    share_one_heap()
    make_application()
    without_empty_warnings()
    with settings_apart():
        window = open_window()
        sys.setswitchinterval(GIVE_WAY)  # as the app does
        housekeeping = Housekeeping(window.presenter)
        row = _use(window, minutes)
        housekeeping.stop()
        window.session.history.clear()
        delete(window)
    return [row]


def _use(window: MainWindow, minutes: float) -> Row:
    hand = RandomHand(window, None)
    hand.show_all()
    lines = hand.rounds()
    for number in range(len(window.pages.keys)):  # each then has what it keeps
        _round(window, hand, lines, number)
    held: list[float] = []
    frames = slow = 0
    nones, began = sys.getrefcount(None), monotonic()
    while not held or monotonic() - began < minutes * 60:
        hand.drag = Drag()  # what is noted of each frame is the bench's, not the window's
        _round(window, hand, lines, len(held))
        frames += len(hand.drag.wall)
        slow += sum(seconds > WORST_MS / 1e3 for seconds in hand.drag.wall)
        held.append(resident_megabytes())
    return Row(
        f"Memory grown in {minutes:g} minutes of use",
        held[-1] - held[0],
        MOST_MEGABYTES,
        note=f"MB, at {len(held)} rests: {held[0]:.1f} at the first, at most {max(held):.1f}; "
        f"references to None {sys.getrefcount(None) - nones:+d}; "
        f"{slow} of {frames} frames over {WORST_MS:g} ms",
    )


def _round(
    window: MainWindow, hand: RandomHand, lines: Iterator[tuple[str, NumberLine]], number: int
) -> None:
    """Drags, one of them against a new baseline, a look at a page, a rest; and all undone."""
    for _ in range(DRAGS):
        hand.drag_one(*next(lines))
    opened = window.session.scenario
    if number % 2:
        hand.drag_one(*next(lines), undo=False)
        window.compare.pin_baseline()
    hand.drag_one(*next(lines), undo=False)
    pages = window.pages
    pages.show_key(pages.keys[number % len(pages.keys)])
    rest(PAGE_SECONDS)
    pages.show_key("overview")
    rest(REST_SECONDS)
    while window.session.history.canUndo():
        window.edit.undo()
    window.session.pin_baseline(opened)
