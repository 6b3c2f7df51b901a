"""The exceedance curve as it is painted and read, every place worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent

from engine.analysis.exceedance import Exceedance
from gui.pages.compare.front import PlanFront
from gui.pages.compare.lines import PlanLines
from gui.pages.risk.curve import ExceedanceCurve
from gui.pages.risk.measures import BY_KEY
from gui.pages.risk.plot import small
from gui.pages.risk.stress import StressPicture
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import Painted, marks_of, near, painted_by

SHORTFALL = LIGHT.colour("shortfall")
LEFT, RIGHT, TOP, FOOT = 46.0, 646.0, 12.0, 212.0  # of the plot, as large as it is here


def y_of(share: float) -> float:
    return FOOT - 200 * share


def pointer(kind, x, y, button=Qt.MouseButton.NoButton):
    at = QPointF(x, y)
    return QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)


UNSERVED = BY_KEY["unserved"]
OWN = np.array([10.0, 8.0, 4.0, 2.0, 0.0])
CHANCE = np.array([0.2, 0.4, 0.6, 0.8, 1.0])


def exceeded(values: np.ndarray, worst=(3, 7)) -> Exceedance:
    return Exceedance(None, values, CHANCE, worst)


@pytest.fixture
def curve(qtbot):
    widget = ExceedanceCurve()
    qtbot.addWidget(widget)
    widget.use_palette(LIGHT)
    widget.resize(664, 252)
    return widget


def value_x(value: float) -> float:
    """From 0 to 10, and four hundredths more at both ends."""
    return LEFT + (value + 0.4) / 10.8 * 600


def kept(curve) -> Painted:
    return painted_by(curve._paint, curve)


def test_that_the_curve_goes_through_worlds_and_their_share(curve):
    curve.show_curves(UNSERVED, [exceeded(OWN), exceeded(OWN / 2)], 6.0)
    drawn = kept(curve)
    (own,) = drawn.lines(LIGHT.accent)
    assert own.points == near(*[(value_x(v), y_of(c)) for v, c in zip(OWN, CHANCE, strict=True)])
    assert (own.width, own.dashes) == (2.0, ())
    (other,) = [m for m in drawn.lines(LIGHT.quiet) if len(m.points) == 5]
    assert other.points[0] == near((value_x(5), y_of(0.2)))[0]
    assert other.width == 1.25
    assert other.dashes
    (plan,) = drawn.lines(LIGHT.text)
    assert plan.points == near((value_x(6), TOP), (value_x(6), FOOT))
    assert plan.dashes == (1.0, 2.0)
    assert drawn.words("the plan").x == pytest.approx(value_x(6) + 4, abs=0.01)
    dots = drawn.dots()
    assert [d.points[0] for d in dots] == [*near((value_x(10), y_of(0.2)), (value_x(8), y_of(0.4)))]
    assert {(d.radius, d.fill) for d in dots} == {(3.5, SHORTFALL.lower())}
    # to the left of it, away from the curve that is worse
    metrics = QFontMetricsF(small(curve.font()))
    name = drawn.words("baseline")
    assert name.x == pytest.approx(value_x(4) - 8 - metrics.horizontalAdvance("baseline"), abs=0.1)


def test_that_the_axis_of_the_curve_has_round_amounts_and_its_name(curve):
    curve.show_curves(UNSERVED, [exceeded(OWN)], float("nan"))
    drawn = kept(curve)
    metrics = QFontMetricsF(small(curve.font()))
    assert drawn.lines(LIGHT.text) == []
    for value, text in ((0, "0.0"), (2.5, "2.5"), (5, "5.0"), (7.5, "7.5"), (10, "10.0")):
        half = metrics.horizontalAdvance(text) / 2
        assert drawn.words(text).x == pytest.approx(value_x(value) - half, abs=0.1)
    name = drawn.words("Unserved revenue, $bn")
    assert name.x == pytest.approx(RIGHT - metrics.horizontalAdvance(name.text), abs=0.1)
    assert name.y == pytest.approx(FOOT + 4 + 2 * metrics.height(), abs=0.1)
    assert name.ink == LIGHT.quiet.lower()


def test_that_cost_is_held_to_the_plan_along_the_axis(curve):
    curve.show_curves(BY_KEY["cost"], [exceeded(OWN + 100)], 105.0)
    drawn = kept(curve)
    metrics = QFontMetricsF(small(curve.font()))
    for text, value in (("−2.5", 2.5), ("0.0", 5), ("2.5", 7.5)):
        half = metrics.horizontalAdvance(text) / 2
        assert drawn.words(text).x == pytest.approx(value_x(value) - half, abs=0.1)


def test_that_shares_are_read_by_keys(curve, qtbot):
    told = []
    curve.read.connect(told.append)
    curve.show_curves(UNSERVED, [exceeded(OWN)], 1.0)
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    shares = []
    none = Qt.KeyboardModifier.NoModifier
    for pressed, held in (
        *((key.Key_Up, none), (key.Key_Down, none), (key.Key_Down, shift)),
        *[(key.Key_Up, shift)] * 7,
        *[(key.Key_Down, shift)] * 11,
    ):
        qtbot.keyClick(curve, pressed, held)
        shares.append(curve._share)
    assert shares[:3] == [0.51, 0.5, 0.4]
    assert (shares[8], shares[9], shares[-2], shares[-1]) == (1.0, 1.0, 0.01, 0.01)
    assert told[0] == "In 51% of worlds it is $4.0 bn or more"
    assert told[2] == "In 40% of worlds it is $8.0 bn or more"
    curve._look_at(0.4)
    drawn = marks_of(curve)
    across, down = [m for m in drawn.lines(LIGHT.accent) if m.dashes]
    assert across.points == near((LEFT, y_of(0.4)), (value_x(8), y_of(0.4)))
    assert down.points == near((value_x(8), y_of(0.4)), (value_x(8), FOOT))
    (dot,) = drawn.dots()
    assert (dot.points[0], dot.radius) == (near((value_x(8), y_of(0.4)))[0], 3.5)
    assert dot.fill == LIGHT.accent.lower()
    curve.leaveEvent(QEvent(QEvent.Type.Leave))
    assert told[-1] == ""


def test_that_the_height_of_the_pointer_is_read_and_a_dot_opens_its_world(curve):
    wanted = []
    curve.world_wanted.connect(wanted.append)
    curve.show_curves(UNSERVED, [exceeded(OWN)], 1.0)
    move, press = QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress
    for y, share in ((y_of(0.25), 0.25), (TOP - 6.9, 1.0), (FOOT + 6.9, 0.01), (TOP - 7.1, None)):
        curve.mouseMoveEvent(pointer(move, 300, y))
        assert curve._share == (share if share is None else pytest.approx(share))
    curve.mouseMoveEvent(pointer(move, LEFT - 1, y_of(0.5)))
    assert curve._share is None
    x, y = value_x(8), y_of(0.4)
    shapes = Qt.CursorShape
    for off, shape in ((3.4, shapes.PointingHandCursor), (3.6, shapes.ArrowCursor)):
        curve.mouseMoveEvent(pointer(move, x + off, y + off))
        assert curve.cursor().shape() == shape
    left = Qt.MouseButton.LeftButton
    curve.mousePressEvent(pointer(press, x + 3, y - 3, left))
    curve.mousePressEvent(pointer(press, value_x(10), y_of(0.2), left))
    curve.mousePressEvent(pointer(press, x, y, Qt.MouseButton.RightButton))
    curve.mousePressEvent(pointer(press, x + 8, y, left))
    assert wanted == [1, 0]


@pytest.mark.parametrize(
    ("picture", "least"),
    [
        (PlanLines, (300, 220)),
        (PlanFront, (270, 240)),
        (ExceedanceCurve, (300, 190)),
        (StressPicture, (300, 170)),
    ],
)
def test_that_a_picture_follows_the_pointer_and_is_never_mirrored_nor_too_small(
    qtbot, picture, least
):
    found = picture()
    qtbot.addWidget(found)
    assert found.hasMouseTracking()  # no button needs to be held
    assert found.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert found.minimumSize().toTuple() == least


@pytest.mark.parametrize("picture", [ExceedanceCurve, StressPicture])
def test_that_a_picture_that_is_read_by_keys_has_them_and_a_name(qtbot, picture):
    found = picture()
    qtbot.addWidget(found)
    assert found.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert found.property("paintsItsFocus") is True
    assert found.accessibleName()
