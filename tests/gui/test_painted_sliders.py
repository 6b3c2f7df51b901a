"""A lever's slider as it is painted and taken hold of: its place, its state, from either side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPalette

from gui.levers import slider as slider_module
from gui.levers.slider import LeverSlider
from gui.levers.track import EndLabel, Preview, PreviewMarks, labelled_height
from tests.gui.canvas import Drawn, painted_by

ACCENT, BASE, QUIET = "#111111", "#222222", "#333333"
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def slider(qtbot) -> LeverSlider:
    found = LeverSlider(100)
    qtbot.addWidget(found)
    colours = QPalette()
    for role, name in (
        (QPalette.ColorRole.Highlight, ACCENT),
        (QPalette.ColorRole.Base, BASE),
        (QPalette.ColorRole.PlaceholderText, QUIET),
    ):
        colours.setColor(role, QColor(name))
    found.setPalette(colours)
    found.resize(216, 34)
    found.show_place(0.25)
    return found


def painted(slider: LeverSlider, monkeypatch) -> list[Drawn]:
    return painted_by(slider, slider_module, monkeypatch)


def handle(drawn: list[Drawn]) -> tuple:
    found = drawn[-1]
    return found.kind, found.place[:2], found.pen, found.brush


def test_that_the_handle_stands_at_its_place_from_either_side(slider, monkeypatch):
    assert handle(painted(slider, monkeypatch)) == ("ellipse", (58, 24), f"{ACCENT} 1.5", BASE)
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert handle(painted(slider, monkeypatch))[1] == (158, 24)


def test_that_a_held_a_locked_and_a_disabled_handle_look_so(slider, monkeypatch):
    slider.setSliderDown(True)
    assert handle(painted(slider, monkeypatch))[3] == ACCENT
    slider.setSliderDown(False)
    slider.locked = True
    assert not slider.active
    assert handle(painted(slider, monkeypatch))[:1] == ("rect",)
    slider.locked = False
    slider.show_preview(Preview((0.0, 1.0), (0.0, 1.0)))
    assert painted(slider, monkeypatch)[0].kind == "path"
    slider.setEnabled(False)
    assert painted(slider, monkeypatch)[0].kind == "line"  # no curve of what can't be moved
    assert not slider.active


def test_that_a_slider_with_the_keys_has_a_ring(slider, monkeypatch):
    monkeypatch.setattr(slider_module, "shows_focus", lambda _: True)
    ring = painted(slider, monkeypatch)[-1]
    assert (ring.kind, ring.place) == ("ellipse", (58, 24, 8.5, 8.5))


def test_that_words_at_the_ends_stand_below_and_have_room(slider, monkeypatch):
    assert slider.height() == 34
    slider.show_marks(PreviewMarks(labels=(EndLabel(0.0, "0"), EndLabel(1.0, "9"))))
    assert not [each for each in painted(slider, monkeypatch) if each.kind == "text"]
    slider.set_labelled()
    assert slider.height() == labelled_height(slider._labels)
    texts = [each for each in painted(slider, monkeypatch) if each.kind == "text"]
    assert [each.text for each in texts] == ["0", "9"]
    assert texts[0].place[0] < texts[1].place[0]
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    texts = [each for each in painted(slider, monkeypatch) if each.kind == "text"]
    assert texts[0].place[0] > texts[1].place[0]
    font = slider.font()
    font.setPointSizeF(20.0)
    slider.setFont(font)
    assert slider._labels.pointSizeF() == pytest.approx(16.8)


def test_that_a_curve_is_laid_out_once_for_a_width(slider, monkeypatch):
    slider.show_preview(Preview((0.0, 1.0), (0.0, 1.0), words="Foreseen."))
    assert "Foreseen." in slider.toolTip()
    painted(slider, monkeypatch)
    kept = slider._curve
    painted(slider, monkeypatch)
    assert slider._curve is kept
    slider.resize(300, 34)
    slider.show()
    slider.grab()
    assert slider._curve is not kept
    slider.show_preview(None)
    assert slider.toolTip() == ""


# The hand


def mouse(slider: LeverSlider, kind: str, x: float, y: float = 24.0, *, button=LEFT, keys=PLAIN):
    types = {
        "press": QEvent.Type.MouseButtonPress,
        "move": QEvent.Type.MouseMove,
        "release": QEvent.Type.MouseButtonRelease,
        "double": QEvent.Type.MouseButtonDblClick,
    }
    at = QPointF(x, y)
    held = NONE if kind == "release" else button
    event = QMouseEvent(types[kind], at, at, NONE if kind == "move" else button, held, keys)
    handlers = {
        "press": slider.mousePressEvent,
        "move": slider.mouseMoveEvent,
        "release": slider.mouseReleaseEvent,
        "double": slider.mouseDoubleClickEvent,
    }
    handlers[kind](event)
    return event.isAccepted()


@pytest.fixture
def sought(slider) -> list[tuple[float, bool]]:
    found: list[tuple[float, bool]] = []

    def take(place: float, fine: bool) -> None:
        found.append((round(place, 6), fine))
        slider.show_place(place)

    slider.sought.connect(take)
    return found


def test_that_a_press_on_the_track_goes_there_and_one_on_the_handle_takes_it_by_its_edge(
    slider, sought
):
    assert mouse(slider, "press", 108)
    assert sought == [(0.5, False)]
    assert slider.isSliderDown()
    mouse(slider, "release", 108)
    assert not slider.isSliderDown()
    mouse(slider, "press", 108 + 8.5)  # within its ring
    assert len(sought) == 1
    mouse(slider, "move", 108 + 8.5 + 20)
    assert sought[1:] == [(0.6, False)]
    mouse(slider, "release", 0)
    mouse(slider, "press", 128 + 9)
    assert sought[2:] == [(0.645, False)]
    mouse(slider, "release", 0)
    assert not mouse(slider, "move", 50)  # nothing is held


def test_that_a_drag_is_finer_with_shift_and_far_from_the_track(slider, sought):
    mouse(slider, "press", 58)
    mouse(slider, "move", 78)
    mouse(slider, "move", 98, y=74)  # fifty pixels away: as much
    mouse(slider, "move", 118, y=124)  # a hundred: half
    mouse(slider, "move", 118, y=300)  # up or down alone moves nothing
    mouse(slider, "move", 138, y=9000)  # a tenth at least
    assert sought == [(0.35, False), (0.45, False), (0.5, True), (0.51, True)]
    mouse(slider, "move", 158, keys=SHIFT)  # from here on in the finer measure
    mouse(slider, "move", 178, keys=SHIFT)
    assert sought[4:] == [(0.52, True)]
    mouse(slider, "release", 178)


def test_that_a_drag_from_the_right_goes_the_other_way(slider, sought):
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mouse(slider, "press", 158)
    mouse(slider, "move", 138)
    assert sought == [(0.35, False)]
    mouse(slider, "release", 138)


def test_that_a_drag_is_given_up_by_the_other_button_by_escape_and_by_another_window(slider, qtbot):
    cancelled, defaults = [], []
    slider.cancelled.connect(lambda: cancelled.append(True))
    slider.default_wanted.connect(lambda: defaults.append(True))
    assert not mouse(slider, "press", 58, button=RIGHT)
    mouse(slider, "press", 58)
    assert mouse(slider, "press", 58, button=RIGHT)
    assert (cancelled, slider.isSliderDown()) == ([True], False)
    mouse(slider, "press", 58)
    assert not mouse(slider, "press", 58)  # a second time
    qtbot.keyClick(slider, Qt.Key.Key_Escape)
    assert (len(cancelled), slider.isSliderDown()) == (2, False)
    mouse(slider, "press", 58)
    slider.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))
    assert slider.isSliderDown()
    slider.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert not slider.isSliderDown()
    assert len(cancelled) == 2
    mouse(slider, "double", 58, button=RIGHT)
    assert defaults == []
    mouse(slider, "double", 58)
    assert defaults == [True]


def test_that_a_locked_slider_asks_for_where_it_is_to_be_refused(slider, sought):
    slider.locked = True
    assert mouse(slider, "press", 108)
    assert sought == [(0.25, False)]
    assert not slider.isSliderDown()


def test_that_keys_step_page_and_go_to_the_ends(slider, qtbot):
    told = []
    slider.stepped.connect(lambda steps: told.append(("step", round(steps, 6))))
    slider.paged.connect(lambda pages: told.append(("page", pages)))
    slider.sought.connect(lambda place, fine: told.append(("place", place, fine)))
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Left, keys.Key_Up, keys.Key_Down):
        qtbot.keyClick(slider, key)
    for key in (keys.Key_PageUp, keys.Key_PageDown, keys.Key_Home, keys.Key_End):
        qtbot.keyClick(slider, key)
    assert told == [
        *(("step", 1.0), ("step", -1.0), ("step", 1.0), ("step", -1.0)),
        *(("page", 1.0), ("page", -1.0), ("place", 0.0, False), ("place", 1.0, False)),
    ]
    told.clear()
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for key in (keys.Key_Right, keys.Key_Left, keys.Key_Up):
        qtbot.keyClick(slider, key)
    assert told == [("step", -1.0), ("step", 1.0), ("step", 1.0)]
    told.clear()
    for act in slider.spoken_acts().values():
        act()
    assert told == [("step", 1.0), ("step", -1.0)]


def test_that_a_reader_without_a_meaning_is_told_nothing(slider):
    assert (slider.spoken_description(), slider.spoken_value(), slider.spoken_number()) == (
        "",
        "",
        None,
    )
    slider.take_number(3.0)
    assert slider.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert slider.property("paintsItsFocus") is True
    assert (slider.minimum(), slider.maximum(), slider.value()) == (0, 100, 25)
    assert (slider.sizeHint().width(), slider.sizeHint().height()) == (120, 34)
    moved = []
    slider.valueChanged.connect(moved.append)
    slider.set_positions(200)
    slider.show_place(0.5)
    assert (slider.maximum(), slider.value(), moved) == (200, 100, [])
    slider.setValue(50)  # as a reader does
    assert (slider.place, moved) == (0.25, [50])
