"""Random keys, clicks and menu commands: `python tests/gui/monkey.py --minutes 10 --seed 1`.

Runs the real window, on the screen there is or offscreen, with files and dialogs answered by
chance. Prints what went wrong (Qt's warnings, exceptions) and the memory at minute four and at the
end; exits with 1 where anything did.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
SETTLED = 4 * 60.0  # seconds after which memory should be level
MOST_DIALOGS = 9  # one over the other
POPUP_MS = 700  # that a menu stands at most
STANDS = 2.0  # seconds that a dialog of Qt's own does
REST = 25.0  # seconds: what used memory gives it back within them
MOST_GROWTH = 20.0  # MB from there to the end
SLOW = 1.0  # seconds that no single act may hold the window
KEYS = tuple(
    "Tab Backtab Up Down Left Right Return Escape Space Home End PageUp PageDown Delete Backspace "  # noqa: SIM905
    "F1 F2 F6 F11 F12 T M L 0 1 2 5 9 Comma Period Minus Plus A Z".split()
)
TYPED = ("1,500", "2.5 GW", "-1", "1e400", "tpu", "½", "٣", "=1+1", "<img src=x>", "Mar 2027", "")
QUIT = "file.quit"
IGNORED = (  # of the plugin without a screen
    "does not support propagateSizeHints",
    "does not support raise",
    "does not support grabbing",
    "does not support QPlatformServices::openUrl",
)


class Monkey:
    """Acts at random on a window, and writes down what it is answered."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = random.Random(seed)
        self.folder = folder
        self.faults: list[str] = []
        self.slow: list[str] = []
        self.last = ""
        self.acts = 0
        self.began = time.perf_counter()  # the act
        self.answered = False  # whether what it opened was closed for it

    def fault(self, text: str) -> None:
        line = f"after {self.last}: {text}"
        self.faults.append(line)
        print(line, file=sys.stderr)

    def prepare(self) -> None:
        """Answers to whatever would wait for a person."""
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtGui import QDesktopServices
        from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

        def on_message(kind: object, context: object, text: str) -> None:
            if not any(part in text for part in IGNORED):
                self.fault(f"Qt: {text}")

        qInstallMessageHandler(on_message)
        sys.excepthook = lambda *error: self.fault("".join(traceback.format_exception(*error)))
        choose = self.random.choice
        scenarios = sorted((ROOT / "resources" / "scenarios").glob("*"))

        def open_name(*_: object, **__: object) -> tuple[str, str]:
            return str(choose([*scenarios, *sorted(self.folder.glob("*")), Path()])), ""

        def save_name(*_: object, **__: object) -> tuple[str, str]:
            name = choose(
                ["a.headroom", "é b.headroom", "plan v1.2", "x.png", "m.csv", "m.xlsx", ""]
            )
            return (str(self.folder / name) if name else ""), ""

        def open_names(*_: object, **__: object) -> tuple[list[str], str]:
            return [open_name()[0] for _ in range(choose([0, 1, 3]))], ""

        QFileDialog.getOpenFileName = open_name  # type: ignore[method-assign]
        QFileDialog.getOpenFileNames = open_names  # type: ignore[method-assign]
        QDesktopServices.openUrl = lambda *_: True  # type: ignore[method-assign]
        QFileDialog.getSaveFileName = save_name  # type: ignore[method-assign]
        QFileDialog.getExistingDirectory = (  # type: ignore[method-assign]
            lambda *_, **__: str(self.folder)
        )
        QInputDialog.getText = (  # type: ignore[method-assign]
            lambda *_, **__: (choose(TYPED), choose([True, False]))
        )
        buttons = QMessageBox.StandardButton
        answers = [buttons.Discard, buttons.Cancel, buttons.Save, buttons.Yes, buttons.No]
        QMessageBox.question = lambda *_, **__: choose(answers)  # type: ignore[method-assign]
        QMessageBox.exec = lambda self_: choose(answers)  # type: ignore[method-assign]

    def act(self, window) -> None:  # type: ignore[no-untyped-def]
        acts: list[Callable[[object], None]] = [self.key] * 4 + [self.click] * 4
        acts += [self.command, self.drag, self.type]
        self.began, self.answered = time.perf_counter(), False
        self.random.choice(acts)(window)
        took = time.perf_counter() - self.began
        if took > SLOW and not self.answered:
            self.slow.append(f"{took:.1f} s {self.last}")
        self.acts += 1

    def target(self, window):  # type: ignore[no-untyped-def]
        from PySide6.QtWidgets import QApplication, QWidget

        top = QApplication.activeModalWidget() or QApplication.activePopupWidget() or window
        seen = [w for w in top.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        return self.random.choice(seen) if seen else top

    def key(self, window) -> None:  # type: ignore[no-untyped-def]
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        name = self.random.choice(KEYS)
        modifiers = [Qt.KeyboardModifier.NoModifier] * 5
        modifiers += [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier]
        modifier = self.random.choice(modifiers)
        self.last = f"key {modifier.name} {name}"
        QTest.keyClick(
            QApplication.focusWidget() or window, getattr(Qt.Key, f"Key_{name}"), modifier
        )

    def type(self, window) -> None:  # type: ignore[no-untyped-def]
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        text = self.random.choice(TYPED)
        self.last = f"typed {text!r}"
        place = QApplication.focusWidget() or window
        for letter in text:  # QTest knows no letters beyond ASCII
            kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
            for kind in kinds:
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(place, event)
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)

    def click(self, window) -> None:  # type: ignore[no-untyped-def]
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        widget = self.target(window)
        at = QPoint(
            self.random.randrange(max(widget.width(), 1)),
            self.random.randrange(max(widget.height(), 1)),
        )
        self.last = f"click {type(widget).__name__} {widget.objectName()} at {at.toTuple()}"
        act = self.random.choice([QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick])
        act(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def drag(self, window) -> None:  # type: ignore[no-untyped-def]
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        widget = self.target(window)
        self.last = f"drag {type(widget).__name__} {widget.objectName()}"
        points = [
            QPoint(self.random.randrange(max(widget.width(), 1)), widget.height() // 2)
            for _ in range(6)
        ]
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(widget, left, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(widget, point)
            QApplication.processEvents()
        QTest.mouseRelease(widget, left, Qt.KeyboardModifier.NoModifier, points[-1])

    def command(self, window) -> None:  # type: ignore[no-untyped-def]
        key = self.random.choice([key for key in window.actions_by_key if key != QUIT])
        self.last = f"command {key}"
        window.actions_by_key[key].trigger()


def resident() -> float:
    """Memory of this process, MB; NaN where the system doesn't tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def at_rest(app: QApplication, window: MainWindow) -> float:
    """Memory, MB, once the hand has rested for as long as the window takes to give back.

    Of the first scenario with the settings of the first start: sixteen thousand worlds of twelve
    families, which the hand may have asked for, are no leak.
    """
    from gui.document import templates

    for _ in range(MOST_DIALOGS):
        if (waits := app.activePopupWidget() or app.activeModalWidget()) is not None:
            waits.close()
    window.settings.reset()
    window.session.open(templates.default_document(), None)
    window.pages.show_key("overview")
    until = time.monotonic() + REST
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)
    return resident()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="headroom-monkey-") as name:
        folder = Path(name)
        os.environ.update(
            HOME=name, XDG_CONFIG_HOME=f"{name}/c", XDG_DATA_HOME=f"{name}/d", XDG_CACHE_HOME=name
        )
        (folder / "files").mkdir()
        os.chdir(folder / "files")  # where what is written by a name alone goes
        return run(options.minutes * 60, options.seed, folder / "files")


def close_what_waits(monkey: Monkey) -> None:
    """Menus of buttons and Qt's own dialogs have a loop of their own, for a person."""
    from PySide6.QtWidgets import QApplication

    waits = [QApplication.activePopupWidget()]
    if time.perf_counter() - monkey.began > STANDS:
        waits.append(QApplication.activeModalWidget())
    for widget in waits:
        if widget is not None:
            monkey.answered = True
            widget.close()


def run(seconds: float, seed: int, folder: Path) -> int:
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    from gui.document import templates
    from gui.run import memory
    from gui.run.housekeeping import Housekeeping
    from gui.system.application import make_application
    from gui.window.main_window import MainWindow

    memory.share_one_heap()
    app = make_application()
    monkey = Monkey(seed, folder)
    monkey.prepare()
    window = MainWindow(templates.default_document())
    window.show()
    window.safekeeping.start()
    housekeeping = Housekeeping(window.presenter)
    closer = QTimer(interval=POPUP_MS)
    closer.timeout.connect(lambda: close_what_waits(monkey))
    closer.start()
    began = time.monotonic()
    settled = float("nan")
    while (now := time.monotonic() - began) < seconds:
        if not window.isVisible():
            window.show()
        monkey.act(window)
        app.processEvents()
        # no loop of the application is running, in which what is left to be deleted would be
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for popup in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if popup is not None and monkey.random.random() < 0.3:
                popup.close()
        if settled != settled and now > min(SETTLED, seconds / 2):
            settled = at_rest(app, window)
    end = at_rest(app, window)
    housekeeping.stop()
    window.file.may_leave = lambda: True
    window.compare.may_leave = lambda: True
    window.close()
    print(f"{monkey.acts} acts, {len(monkey.faults)} faults; memory {settled:.0f} -> {end:.0f} MB")
    print("\n".join(["over a second:", *monkey.slow]) if monkey.slow else "none over a second")
    sys.stdout.flush()
    os._exit(1 if monkey.faults or end - settled > MOST_GROWTH else 0)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
