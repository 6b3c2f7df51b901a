"""Makes the README's and the help's pictures from the real window: `python tests/pictures.py`.

Every page, light and dark, at 100 % and at 200 %: `<page>-<theme>.png`, `<page>-<theme>@2x.png`;
those of the French help in `fr` as well.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "help"
THEMES = ("light", "dark")
SIZE = (1600, 1000)
PATIENCE = 120  # seconds until a picture is given up on
IN_FRENCH = ("overview",)  # what the French help shows
COLOURS = 256  # of each picture: a third of the bytes, and no eye sees it
BITS_LOST = 3  # of each channel, when colours are counted
SCALE = "QT_SCALE_FACTOR"
OF_CHANGES = ("why", "compare")  # the last ones: what they show has changed
CHANGES = {"power_budget_gw": 3.0, "revenue_growth": 6.0, "mix": (0.5, 0.3, 0.2)}


def pictures(
    theme: str, language: str = "en", pages: tuple[str, ...] = ()
) -> Iterator[tuple[str, object]]:
    """Pages of the main window on the article's scenario, all by default: key and QImage."""
    from gui.document import templates
    from gui.pages.chart_page import ChartPage
    from gui.system.application import make_application
    from gui.window.main_window import MainWindow

    app = make_application(language)
    window = MainWindow(templates.default_document())
    getattr(window.view, f"theme_{theme}")()
    window.resize(*SIZE)
    window.show()
    changed = False
    for page in sorted(pages or window.pages.keys, key=OF_CHANGES.__contains__):
        window.pages.show_key(page)
        if page in OF_CHANGES and not changed:
            _change(window)
            changed = True
        if page == "supply":
            window.pages["supply"].show_part("contracts")
        if page == "why":  # demand served is the same before and after
            window.pages["why"].choose_measure("capacity")
        _wait(app, window, page)
        for each in window.pages:
            if isinstance(each, ChartPage):
                each.settle()  # axes may still be on their way
        if page == "supply":
            window.pages["supply"].settle()
        for _ in range(3):  # the first paint only settles the layout
            window._timing.say("NumPy")  # milliseconds differ each time
            app.processEvents()
            window.grab()
        yield page, window.grab().toImage()
    window.file.may_leave = lambda: True
    window.compare.may_leave = lambda: True
    window.close()
    window.deleteLater()
    make_application("en")


def _change(window) -> None:  # type: ignore[no-untyped-def]
    """Something for the page of changes to say."""
    window.session.pin_baseline()
    families = window.session.scenario.families
    for key, value in CHANGES.items():
        shares = dict(zip(families, value, strict=True)) if isinstance(value, tuple) else value
        window.session.edit(key, shares)


def _wait(app, window, page: str) -> None:  # type: ignore[no-untyped-def]
    """Until nothing finer will come."""
    mix = window.pages["mix"] if page == "mix" else None
    presenter, finest = window.presenter, window.session.scenario.draws
    presenter.interaction.rest()  # there is none
    end = time.monotonic() + PATIENCE
    while (
        presenter.result.scenario != window.session.scenario
        or presenter.ensemble is None
        or presenter.ensemble.scenario != window.session.scenario
        or presenter.ensemble.draws < finest
        or (page == "start" and window.pages["start"]._next.isActive())
        or not window.pages[page].settled
        or (mix and not (mix.picture and mix.picture.settled))
    ):
        app.processEvents()
        time.sleep(0.005)  # for what works beside the window
        assert time.monotonic() < end, f"waited in vain for the page {page}"
    window.levers.foresee_now()


def with_few_colours(image):  # type: ignore[no-untyped-def]
    """The QImage with its most frequent colours, as indices: small as a file."""
    import numpy as np
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(-1) & 0xFFFFFF
    exact, seen = np.unique(pixels, return_counts=True)
    order = np.argsort(-seen, kind="stable")
    kept: list[int] = []
    bins: set[int] = set()
    mask = (0xFF << BITS_LOST) & 0xFF
    for colour in exact[order].tolist():
        near = colour & (mask << 16 | mask << 8 | mask)
        if near not in bins:
            bins.add(near)
            kept.append(0xFF000000 | colour)
        if len(kept) == COLOURS:
            break
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, kept, flags)


def make(folder: Path) -> None:
    """All pictures at the scale of this process."""
    from PySide6.QtCore import QSettings

    fine = "@2x" if os.environ.get(SCALE) == "2" else ""
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        for theme in THEMES:
            for page, image in pictures(theme):
                path = folder / f"{page}-{theme}{fine}.png"
                with_few_colours(image).save(str(path), "PNG", 0)
                print(path.name)
            for page, image in () if fine else pictures(theme, "fr", IN_FRENCH):
                path = folder / "fr" / f"{page}-{theme}.png"
                path.parent.mkdir(exist_ok=True)
                with_few_colours(image).save(str(path), "PNG", 0)
                print(path.relative_to(folder))


def make_fine(folder: Path) -> None:
    """The pictures at 200 %, in a process of their own: Qt reads the scale at its start."""
    environment = {**os.environ, SCALE: "2"}
    command = [sys.executable, str(Path(__file__).resolve()), str(folder)]
    subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["HEADROOM_LANGUAGE"] = "en"
    sys.path.insert(0, str(ROOT))
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    if len(sys.argv) == 1:
        make_fine(FOLDER)
