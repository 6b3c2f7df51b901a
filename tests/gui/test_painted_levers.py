"""What is painted of a lever: groove, curve, marks, handle and words, by where it stands."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

from gui.levers import badges
from gui.levers.badges import ChangedDot, LockButton
from gui.levers.track import (
    CurvePaths,
    EndLabel,
    Preview,
    PreviewMarks,
    label_font,
    labelled_height,
    paint_handle,
    paint_labels,
    paint_track,
    placed_labels,
)
from tests.gui.canvas import Canvas, Drawn, painted_by

WIDE = 216.0  # of which 200 are track
QUIET, TEXT, ACCENT, BASE = "#111111", "#222222", "#333333", "#444444"


@pytest.fixture
def colours(qapp) -> QPalette:
    found = QPalette()
    for role, name in (
        (QPalette.ColorRole.PlaceholderText, QUIET),
        (QPalette.ColorRole.WindowText, TEXT),
        (QPalette.ColorRole.Highlight, ACCENT),
        (QPalette.ColorRole.Base, BASE),
    ):
        found.setColor(role, QColor(name))
    return found


def track(
    colours: QPalette,
    marks: PreviewMarks,
    preview: Preview | None = None,
    *,
    place: float = 0.25,
    active: bool = True,
) -> list[Drawn]:
    canvas = Canvas()
    curve = None if preview is None else CurvePaths(preview, WIDE)
    paint_track(canvas, colours, WIDE, place, marks, preview, curve, active=active)
    assert all(drawn.smooth for drawn in canvas.drawn)
    return canvas.drawn


def told(drawn: list[Drawn]) -> list[tuple]:
    return [(each.kind, each.place, each.pen or each.brush) for each in drawn]


def test_that_a_track_is_a_groove_filled_up_to_the_handle_between_two_ends(colours):
    ends = [
        ("line", (8.5, 20, 8.5, 28), f"{QUIET} 1"),
        ("line", (208.5, 20, 208.5, 28), f"{QUIET} 1"),
    ]
    groove = ("rect", (8, 22.5, 200, 3), QUIET)
    filled = ("rect", (8, 22.5, 50, 3), ACCENT)
    found = track(colours, PreviewMarks())
    assert told(found) == [*ends, groove, filled]
    assert found[2].pen == found[3].pen == ""
    assert told(track(colours, PreviewMarks(), active=False)) == [*ends, groove]


def test_that_the_groove_goes_on_faintly_where_more_is_allowed(colours):
    below = track(colours, PreviewMarks(beyond=(True, False)))
    assert told(below)[:2] == [
        ("rect", (2, 22.5, 6, 3), f"{QUIET}/90"),
        ("line", (208.5, 20, 208.5, 28), f"{QUIET} 1"),
    ]
    above = track(colours, PreviewMarks(beyond=(False, True)))
    assert told(above)[:2] == [
        ("line", (8.5, 20, 8.5, 28), f"{QUIET} 1"),
        ("rect", (208, 22.5, 6, 3), f"{QUIET}/90"),
    ]


def test_that_decades_default_and_baseline_are_marked_each_in_its_way(colours):
    marks = PreviewMarks(default=0.5, baseline=0.75, decades=(0.1, 0.2))
    assert told(track(colours, marks))[4:] == [
        ("line", (28.5, 26, 28.5, 29), f"{QUIET} 1"),
        ("line", (48.5, 26, 48.5, 29), f"{QUIET} 1"),
        ("line", (108.5, 27, 108.5, 32), f"{QUIET} 2"),
        ("line", (158.5, 3, 158.5, 32), f"{QUIET} 1 dashed"),
    ]


def test_that_a_curve_is_painted_with_its_best_place_and_where_another_limit_begins(colours):
    preview = Preview((0.0, 0.5, 1.0), (0.0, 1.0, 0.5), best=0.5, limits=(0.25, 0.75))
    found = track(colours, PreviewMarks(), preview)
    assert told(found)[:4] == [
        ("path", (8, 5, 200, 19), f"{QUIET}/48"),
        ("path", (8, 5, 200, 16), f"{QUIET}/170 1.25"),
        ("line", (58.5, 5, 58.5, 24), f"{TEXT}/190 1 dotted"),
        ("line", (158.5, 5, 158.5, 24), f"{TEXT}/190 1 dotted"),
    ]
    assert found[-1] == Drawn("polygon", (104, 0, 112, 0, 108, 5), "", TEXT, smooth=True)
    nowhere = track(colours, PreviewMarks(), Preview((0.0, 1.0), (0.0, 1.0)))
    assert [each.kind for each in nowhere] == ["path", "path", "line", "line", "rect", "rect"]


def test_that_a_curve_is_one_stretch_where_it_is_defined_and_none_of_a_single_point(qapp):
    gap = CurvePaths(
        Preview((0.0, 0.25, 0.5, 0.75, 1.0), (0.0, 1.0, math.nan, 0.5, math.nan)), WIDE
    )
    assert gap.width == WIDE
    # two points, and the two feet of what is filled
    assert (gap.line.elementCount(), gap.fill.elementCount()) == (2, 4)
    corners = [(gap.fill.elementAt(n).x, gap.fill.elementAt(n).y) for n in range(4)]
    assert corners == [(8, 24), (8, 21), (58, 5), (58, 24)]
    two = CurvePaths(Preview((0.0, 0.25, 0.5, 0.75, 1.0), (0.0, 1.0, math.nan, 0.5, 0.25)), WIDE)
    assert (two.line.elementCount(), two.fill.elementCount()) == (4, 8)


@pytest.mark.parametrize(
    ("active", "focused", "held", "expected"),
    [
        (True, False, False, [("ellipse", (50, 24, 5.5, 5.5), f"{ACCENT} 1.5", BASE)]),
        (True, False, True, [("ellipse", (50, 24, 5.5, 5.5), f"{ACCENT} 1.5", ACCENT)]),
        (
            True,
            True,
            False,
            [
                ("ellipse", (50, 24, 5.5, 5.5), f"{ACCENT} 1.5", BASE),
                ("ellipse", (50, 24, 8.5, 8.5), f"{ACCENT} 2", ""),
            ],
        ),
        (False, False, False, [("rect", (45.5, 19.5, 9, 9), f"{QUIET} 1.5", BASE)]),
        (
            False,
            True,
            False,
            [
                ("rect", (45.5, 19.5, 9, 9), f"{QUIET} 1.5", BASE),
                ("ellipse", (50, 24, 8.5, 8.5), f"{QUIET} 2", ""),
            ],
        ),
    ],
)
def test_that_a_handle_shows_whether_it_can_be_moved_is_held_and_has_the_keys(
    colours, active, focused, held, expected
):
    canvas = Canvas()
    paint_handle(canvas, colours, QPointF(50, 24), active=active, focused=focused, held=held)
    assert [(d.kind, d.place, d.pen, d.brush) for d in canvas.drawn] == expected


def test_that_the_words_of_the_ends_come_first_and_others_where_there_is_room(qapp):
    font = QFont()
    wide = QFontMetricsF(font).horizontalAdvance
    ends = (EndLabel(0.0, "0"), EndLabel(1.0, "100"))

    def placed(*between: EndLabel) -> list[tuple[float, str]]:
        return placed_labels(PreviewMarks(labels=(*ends, *between)), WIDE, font)

    left, right = 8 - wide("0") / 2, WIDE - wide("100")
    assert placed() == [(left, "0"), (right, "100")]
    assert placed(EndLabel(0.5, "10"))[2] == (pytest.approx(108 - wide("10") / 2), "10")
    # beside the first one's end there are six pixels and a little more, or it is left out
    free = (left + wide("0") + 6.5 + wide("10") / 2 - 8) / 200
    assert len(placed(EndLabel(free, "10"))) == 3
    assert len(placed(EndLabel(free - 1 / 200, "10"))) == 2
    free = (right - 6.5 - wide("10") / 2 - 8) / 200
    assert len(placed(EndLabel(free, "10"))) == 3
    assert len(placed(EndLabel(free + 1 / 200, "10"))) == 2


def test_that_words_at_an_end_stay_within_the_track_s_widget(qapp):
    font = QFont()
    wide = QFontMetricsF(font).horizontalAdvance("1,000,000")
    marks = PreviewMarks(labels=(EndLabel(0.0, "1,000,000"), EndLabel(1.0, "1,000,000")))
    assert placed_labels(marks, WIDE, font) == [(0.0, "1,000,000"), (WIDE - wide, "1,000,000")]


def test_that_the_words_of_a_track_stand_below_it_and_on_the_other_side_where_it_is_mirrored(
    colours,
):
    font = label_font(QFont("Inter", 10))
    metrics = QFontMetricsF(font)
    marks = PreviewMarks(labels=(EndLabel(0.0, "0"), EndLabel(1.0, "1,000,000")))
    lefts = [8 - metrics.horizontalAdvance("0") / 2, WIDE - metrics.horizontalAdvance("1,000,000")]
    for mirrored in (False, True):
        canvas = Canvas()
        paint_labels(canvas, colours, WIDE, marks, font, mirrored=mirrored)
        assert [d.text for d in canvas.drawn] == ["0", "1,000,000"]
        for drawn, left in zip(canvas.drawn, lefts, strict=True):
            expected = left
            if mirrored:
                expected = WIDE - left - metrics.horizontalAdvance(drawn.text)
            assert drawn.place == pytest.approx((expected, 32 + metrics.ascent()), abs=1e-3)
            assert drawn.pen == f"{QUIET} 1"
            assert drawn.points == 8.4  # of ten


def test_that_a_track_with_words_is_as_much_higher_as_its_letters(qapp):
    assert label_font(QFont("Inter", 10)).pointSizeF() == pytest.approx(8.4)
    font = QFont("Inter", 9)
    assert labelled_height(font) == math.ceil(32 + QFontMetricsF(font).height())


# Badges


def painted(widget, colours: QPalette, monkeypatch) -> list[Drawn]:
    widget.setPalette(colours)
    return painted_by(widget, badges, monkeypatch)


def test_that_a_changed_value_has_a_dot_in_the_middle_of_its_room_and_a_tip(
    qtbot, colours, monkeypatch
):
    dot = ChangedDot()
    qtbot.addWidget(dot)
    dot.resize(10, 20)
    assert painted(dot, colours, monkeypatch) == []
    dot.show_changed(True)
    assert dot.toolTip() == "Changed from the default"
    assert painted(dot, colours, monkeypatch) == [
        Drawn("ellipse", (5, 10, 3, 3), "", ACCENT, smooth=True)
    ]
    dot.show_changed(False)
    assert (dot.toolTip(), dot.width()) == ("", 10)
    assert painted(dot, colours, monkeypatch) == []


def test_that_a_padlock_is_faint_while_open_and_filled_while_locked(qtbot, colours, monkeypatch):
    lock = LockButton("Power")
    qtbot.addWidget(lock)
    lock.resize(18, 18)
    assert lock.accessibleName() == "Lock Power"
    assert lock.toolTip() == "Lock this lever"
    assert (lock.sizeHint().width(), lock.sizeHint().height()) == (18, 18)
    shackle, body = painted(lock, colours, monkeypatch)
    assert (shackle.pen, shackle.brush) == (f"{QUIET} 1.4 at 0.65", "")
    assert body == Drawn("rect", (4.5, 9, 9, 6.5), f"{QUIET} 1.4 at 0.65", "", smooth=True)
    assert shackle.place == pytest.approx((6, 3.5, 6, 5.5), abs=0.1)
    lock.setChecked(True)
    assert lock.toolTip().startswith("Locked: it can't be moved")
    shackle, body = painted(lock, colours, monkeypatch)
    assert (shackle.pen, shackle.brush) == (f"{TEXT} 1.4", "")
    assert (body.pen, body.brush) == (f"{TEXT} 1.4", TEXT)


def test_that_a_padlock_with_the_keys_is_plain_and_has_a_ring(qtbot, colours, monkeypatch):
    lock = LockButton("Power")
    qtbot.addWidget(lock)
    lock.resize(18, 18)
    monkeypatch.setattr(badges, "shows_focus", lambda _: True)
    *_, ring = painted(lock, colours, monkeypatch)
    assert ring == Drawn("rect", (1, 1, 16, 16), f"{ACCENT} 1.5", "", smooth=True)
    lock.setChecked(True)
    *_, ring = painted(lock, colours, monkeypatch)
    assert ring.brush == ""
