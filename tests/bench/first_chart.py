"""Starts one of the two dashboards in a process of its own, and prints when it had painted."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))


def headroom(width: int, height: int) -> float:
    """As the `headroom` command starts, up to the event loop, in a window of this size.

    In the size it would have on the small screen that `offscreen` pretends, a chart is out of
    view, and is not painted.
    """
    from gui.system.application import make_application

    app = make_application()
    from painting import Paints, settings_apart, without_empty_warnings

    from gui.document import templates
    from gui.window.main_window import MainWindow

    without_empty_warnings()
    with settings_apart():
        window = MainWindow(templates.default_document())
        charts = {
            key: chart.plot.viewport() for key, chart in window.pages["overview"].charts.items()
        }
        paints = Paints(charts)
        window.resize(width, height)
        window.show()
        done = paints.settle()
        if set(paints.counts) != set(charts):
            raise RuntimeError(f"painted only {sorted(paints.counts)}")
        window.close()
    app.quit()
    return done


def matplotlib(width: int, height: int) -> float:
    """As a short script with the same engine and a bare canvas starts."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    from matplotlib_peer import Dashboard
    from painting import Paints, without_empty_warnings

    from engine import simulate
    from engine.files import scenario_files
    from engine.resource import resource

    without_empty_warnings()
    path = resource("scenarios", f"article_2025_10{scenario_files.SUFFIX}")
    window = Dashboard(simulate(scenario_files.parse(path.read_bytes()).scenario), (width, height))
    paints = Paints({"canvas": window.canvas})
    window.show()
    done = paints.settle()
    window.close()
    app.quit()
    return done


if __name__ == "__main__":
    if sys.argv[1] == "headroom":
        print(headroom(int(sys.argv[2]), int(sys.argv[3])))
    else:
        print(matplotlib(int(sys.argv[2]), int(sys.argv[3])))
