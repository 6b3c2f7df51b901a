"""Makes the README's pictures from the real window: `python tests/pictures.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "help"
THEMES = ("light", "dark")
SIZE = (1600, 1000)


def picture(theme: str):  # type: ignore[no-untyped-def]
    """The main window on the article's scenario, as a QImage."""
    from gui import documents
    from gui.app import make_application
    from gui.main_window import MainWindow

    app = make_application()
    window = MainWindow(documents.default_document())
    getattr(window.view, f"theme_{theme}")()
    window.resize(*SIZE)
    window.show()
    finest = window.session.scenario.draws
    while window.display.ensemble is None or window.display.ensemble.draws < finest:
        app.processEvents()
    window.levers.foresee_now()
    window.overview.settle()  # axes may still be on their way
    for _ in range(3):  # the first paint only settles the layout
        window._timing.setText("NumPy")  # milliseconds differ each time
        app.processEvents()
        window.grab()
    image = window.grab().toImage()
    window.close()
    window.deleteLater()
    return image


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["HEADROOM_LANGUAGE"] = "en"
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QSettings

    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.IniFormat, scope, folder)
        for theme in THEMES:
            path = FOLDER / f"overview-{theme}.png"
            picture(theme).save(str(path))
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
