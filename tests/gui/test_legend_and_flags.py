"""The legend and the flags of a chart by themselves: where each stands, what it says and does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QToolTip

from gui.charts import flags as flags_module
from gui.charts import legend as legend_module
from gui.charts.edges import Edges
from gui.charts.flags import Flags
from gui.charts.legend import Entry, Legend, entry_words
from gui.widgets.palette import LIGHT
from gui.words.milestones import Milestone
from tests.gui.canvas import painted_by

INKS = replace(LIGHT, ground="#f0f0f0", text="#010101", quiet="#020202", accent="#030303")
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ALT = Qt.KeyboardModifier.AltModifier
FIRST = Entry("Google TPU", "tpu", "1.25", line=False, widest="9.99")
SECOND = Entry("Limit", "limit", "2.50", line=True, spread="median 2.02", widest="9.99")
KEYS = Qt.Key


def tips(monkeypatch) -> list[str]:
    """What tips say from now on; nothing for one that is taken away."""
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, *_: said.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: said.append(""))
    return said


def hover(widget, x: float, y: float) -> bool:
    at = QPoint(round(x), round(y))
    return widget.event(QHelpEvent(QEvent.Type.ToolTip, at, at))


# The legend


@pytest.fixture
def legend(qtbot) -> Legend:
    found = Legend()
    qtbot.addWidget(found)
    found.use_palette(INKS)
    found.resize(600, 40)
    found.show_entries([FIRST, SECOND])
    return found


def letters(weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetricsF:
    font = QFont("Inter", weight=weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setPointSizeF(8.5)
    return QFontMetricsF(font)


def test_that_entries_stand_beside_each_other_with_room_for_their_widest_value(legend):
    plain, bold = letters(), letters(QFont.Weight.DemiBold)
    first, second = legend._place(576)
    name = plain.horizontalAdvance("Google TPU")
    assert (first.left, first.top) == (12, 0)
    assert first.value == pytest.approx(12 + 9 + 5 + name + 5)
    wide = 9 + 5 + name + 5 + bold.horizontalAdvance("9.99")
    assert second.left == pytest.approx(wide + 14 + 12)
    assert second.top == 0


def test_that_an_entry_goes_to_the_next_line_where_the_row_is_too_short(legend):
    plain, bold = letters(), letters(QFont.Weight.DemiBold)
    one, other = (
        9 + 5 + plain.horizontalAdvance(e.label) + 5 + bold.horizontalAdvance("9.99")
        for e in (FIRST, SECOND)
    )
    # digits are all as wide, so that changing ones move nothing
    other += 5 + plain.horizontalAdvance("median 0.00")
    fits = one + 14 + other
    assert [place.top for place in legend._place(fits + 0.1)] == [0, 0]
    assert [(place.left, place.top) for place in legend._place(fits - 0.1)] == [
        (12, 0),
        (12, 16),
    ]
    assert legend.heightForWidth(600) == 18
    assert legend.heightForWidth(round(fits - 10) + 24) == 34
    assert legend.hasHeightForWidth()
    legend.show_entries([])
    assert legend.heightForWidth(600) == 18


def test_that_places_are_found_once_for_a_width_and_its_names(legend):
    kept = legend._place(576)
    assert legend._place(576) is kept
    assert legend._place(500) is not kept
    kept = legend._place(576)
    legend.show_entries([replace(FIRST, value="3.33"), SECOND])
    assert legend._place(576) is kept  # another value of the same room
    legend.show_entries([replace(FIRST, label="TPU"), SECOND])
    assert legend._place(576) is not kept


def test_that_a_legend_s_letters_and_lines_grow_with_the_palette(legend):
    assert legend.sizeHint().width() == 200
    assert legend.heightForWidth(600) == 18
    legend.use_palette(INKS.scaled(1.5))
    assert legend.heightForWidth(1200) == 26
    assert [font.pointSizeF() for font in (legend._plain, legend._bold, legend._struck)] == [
        12.75
    ] * 3


def test_that_a_legend_is_read_out_entry_by_entry(legend):
    assert legend.accessibleName() == "Google TPU 1.25, Limit 2.50 median 2.02"
    assert entry_words(FIRST) == "Google TPU 1.25"
    legend.show_entries([replace(FIRST, value="1.30")])
    assert legend.accessibleName() == "Google TPU 1.30"


def test_that_an_entry_is_where_its_mark_name_and_value_are(legend):
    first, second = legend._place(576)
    bold = letters(QFont.Weight.DemiBold)
    end = first.value + bold.horizontalAdvance("1.25")
    assert [legend.entry_at(QPointF(x, 8)) for x in (11, 13, end - 1)] == [None, FIRST, FIRST]
    assert legend.entry_at(QPointF(end + 1, 8)) is None
    assert legend.entry_at(QPointF(second.left + 1, 8)) == SECOND
    assert legend.entry_at(QPointF(13, 17)) is None


def test_that_a_click_asks_for_a_part_and_with_alt_for_it_alone(legend, qtbot):
    toggled, alone = [], []
    legend.toggled.connect(toggled.append)
    legend.isolated.connect(alone.append)
    first, second = legend._place(576)
    at = [QPoint(round(place.left) + 2, 8) for place in (first, second)]
    qtbot.mouseClick(legend, LEFT, pos=at[0])
    qtbot.mouseClick(legend, LEFT, ALT, at[1])
    qtbot.mouseClick(legend, RIGHT, pos=at[0])
    qtbot.mouseClick(legend, LEFT, pos=QPoint(590, 8))
    assert (toggled, alone) == (["Google TPU"], ["Limit"])


def test_that_the_tip_says_what_a_click_does_and_a_name_that_is_cut(legend, monkeypatch):
    said = tips(monkeypatch)
    assert hover(legend, 14, 8)
    assert hover(legend, 590, 8)
    assert said == ["Click hides or shows it; with Alt it is shown alone", ""]
    legend.show_entries([replace(FIRST, label="<" * 200)])
    assert hover(legend, 14, 8)
    cut, said = said[2].split("<br>")
    assert cut == "&lt;" * 200
    assert said.startswith("Click hides or shows it")


def test_that_each_entry_is_painted_with_its_mark_name_value_and_spread(legend, monkeypatch):
    first, second = legend._place(576)
    plain, bold = letters(), letters(QFont.Weight.DemiBold)
    base = pytest.approx((16 - plain.height()) / 2 + plain.ascent(), abs=2e-3)
    drawn = painted_by(legend, legend_module, monkeypatch)
    marks = [each for each in drawn if each.kind == "rect"]
    texts = [each for each in drawn if each.kind == "text"]
    # a square of nine, and a stroke of two, in the middle of the line
    assert [mark.place for mark in marks] == [
        (12, 3.5, 9, 9),
        pytest.approx((second.left, 7, 9, 2), abs=1e-3),
    ]
    assert [mark.brush for mark in marks] == [LIGHT.colour(r).lower() for r in ("tpu", "limit")]
    assert [(each.text, each.pen) for each in texts] == [
        ("Google TPU", "#020202 1"),
        ("1.25", "#010101 1"),
        ("Limit", "#020202 1"),
        ("2.50", "#010101 1"),
        ("median 2.02", "#020202 1"),
    ]
    behind = second.value + bold.horizontalAdvance("2.50") + 5
    for text, x in zip(
        texts, (26, first.value, second.left + 14, second.value, behind), strict=True
    ):
        assert text.place == (pytest.approx(x, abs=2e-3), base)


def test_that_a_hidden_part_has_a_hollow_mark_and_a_quiet_value_without_its_spread(
    legend, monkeypatch
):
    legend.show_entries([replace(SECOND, hidden=True)])
    mark, name, value = painted_by(legend, legend_module, monkeypatch)
    assert (mark.place, mark.pen) == ((12.5, 4, 8, 8), f"{LIGHT.colour('limit').lower()} 1")
    assert (name.text, value.text, value.pen) == ("Limit", "2.50", "#020202 1")
    assert legend._struck.strikeOut()
    assert not legend._plain.strikeOut()


# Flags


MONTHS = tuple(f"{2026 + n // 12}-{n % 12 + 1:02d}" for n in range(24))
STONES = [
    Milestone("2025-12", "Before", "Too early.", "A"),
    Milestone("2026-02", "Second", "It <was>.", "B"),
    Milestone("2026-03", "Third", "It is.", "C"),
    Milestone("2027-01", "Later", "It will be.", "D"),
]


@pytest.fixture
def flags(qtbot, monkeypatch) -> Flags:
    monkeypatch.setattr(flags_module, "milestones", lambda: STONES)
    found = Flags()
    qtbot.addWidget(found)
    found.use_palette(INKS)
    found.resize(240, 20)  # ten pixels a month
    found.show_months(MONTHS)
    return found


def test_that_each_milestone_within_the_months_has_a_flag_in_the_middle_of_its_own(flags):
    assert [(index, stone.label) for index, stone in flags.shown] == [
        (1, "Second"),
        (2, "Third"),
        (12, "Later"),
    ]
    assert [flags.x_of(index) for index in (0, 1, 12)] == [5, 15, 125]
    assert (flags.sizeHint().width(), flags.sizeHint().height()) == (400, 20)


def test_that_other_months_begin_anew_and_the_same_ones_keep_the_place(flags):
    flags.choose(1)
    flags.show_months(MONTHS)
    assert flags.current == 1
    flags.show_months(MONTHS[3:])
    assert flags.current is None
    assert [index for index, _ in flags.shown] == [9]


def test_that_flags_are_walked_in_a_ring_and_each_says_its_sentence(flags, qtbot):
    said = []
    flags.chosen.connect(said.append)
    places = []
    for key in (KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Left, KEYS.Key_Left, KEYS.Key_Right):
        qtbot.keyClick(flags, key)
        places.append(flags.current)
    assert places == [0, 1, 0, 2, 0]
    assert said[0] == "Feb 2026: It <was>. Source: B."
    flags.show_months(MONTHS[1:])
    qtbot.keyClick(flags, KEYS.Key_Left)
    assert flags.current == 2
    flags.show_months(MONTHS[3:12])
    qtbot.keyClick(flags, KEYS.Key_Right)
    assert (flags.shown, flags.current) == ([], None)


def test_that_a_flag_is_taken_within_eight_pixels_and_the_nearest_of_two(flags, qtbot):
    assert [flags._under(x) for x in (6.9, 7, 19.5, 20.5, 33, 33.1, 116, 117, 133, 134)] == [
        *(None, 0, 0, 1, 1, None),
        *(None, 2, 2, None),
    ]
    qtbot.mouseClick(flags, LEFT, pos=QPoint(120, 5))
    assert flags.current == 2
    qtbot.mouseClick(flags, LEFT, pos=QPoint(200, 5))
    assert flags.current == 2


def test_that_a_flag_s_tip_has_its_name_and_its_sentence_as_texts(flags, monkeypatch):
    said = tips(monkeypatch)
    assert hover(flags, 15, 5)
    assert hover(flags, 200, 5)
    assert said == [
        "<p><b>Second</b></p><p>Feb 2026: It &lt;was&gt;. Source: B.</p>",
        "",
    ]


def test_that_screen_readers_have_the_flags_as_a_list(flags):
    assert flags.spoken_items() == 3
    assert flags.spoken_item(1) == ("Third", "Mar 2026: It is. Source: C.")
    assert flags.spoken_item_box(1) == QRectF(25, 0, 8, 23.5)
    assert (flags.spoken_current(), flags.spoken_description()) == (None, "")
    flags.choose(2)
    assert flags.spoken_current() == 2
    assert flags.spoken_description() == "Jan 2027: It will be. Source: D."


def test_that_neighbours_fly_at_two_heights_and_the_current_one_stands_out(flags, monkeypatch):
    flags.choose(1)
    drawn = painted_by(flags, flags_module, monkeypatch)
    poles = [each for each in drawn if each.kind == "line"]
    cloths = [each for each in drawn if each.kind == "polygon"]
    assert [(pole.place, pole.pen) for pole in poles] == [
        ((15.5, 9, 15.5, 20), "#020202 1"),
        ((25.5, 1, 25.5, 20), "#030303 1"),  # ten pixels from the first: higher
        ((125.5, 9, 125.5, 20), "#020202 1"),
    ]
    assert [(cloth.place, cloth.brush) for cloth in cloths] == [
        ((15.5, 9, 23.5, 12.5, 15.5, 16), "#020202"),
        ((25.5, 1, 33.5, 4.5, 25.5, 8), "#030303"),
        ((125.5, 9, 133.5, 12.5, 125.5, 16), "#020202"),
    ]
    assert all(each.smooth for each in poles + cloths)
    names = {each.text: each for each in drawn if each.kind == "text"}
    assert list(names) == ["Third", "Later"]  # the first has no room before the second
    metrics = letters()
    middle = (metrics.ascent() - metrics.descent()) / 2
    assert names["Third"].place == pytest.approx((37.5, 4.5 + middle), abs=1.0)
    assert names["Later"].place == pytest.approx((137.5, 12.5 + middle), abs=1.0)
    assert names["Third"].points == 8.5


def test_that_a_third_near_flag_flies_low_again_and_eleven_pixels_are_far(flags):
    near = [Milestone(f"2026-0{n}", str(n), "x.", "y") for n in (1, 2, 3)]
    flags.shown = list(zip((0, 1, 2), near, strict=True))
    assert flags._levels() == [9, 1, 9]
    flags.resize(264, 20)  # eleven pixels a month
    assert flags._levels() == [9, 9, 9]


def test_that_the_last_name_has_room_up_to_the_strip_s_end(flags, monkeypatch):
    wide = letters().horizontalAdvance("Later")
    # ten pixels before its middle, its pole rounded, the flag's eight and four for a gap
    for spare, written in ((1, True), (-8, False)):
        flags.show_months(MONTHS[12:13])
        flags.shown = [(0, STONES[3])]
        half = round(wide + 4 + 8 + 4 + 0.5 + spare)
        flags.resize(2 * half, 20)
        texts = [d.text for d in painted_by(flags, flags_module, monkeypatch) if d.kind == "text"]
        assert (texts == ["Later"]) is written


def test_that_flags_with_the_keys_have_a_frame(flags, monkeypatch):
    monkeypatch.setattr(flags_module, "shows_focus", lambda _: True)
    frame = painted_by(flags, flags_module, monkeypatch)[-1]
    assert (frame.kind, frame.place, frame.pen, frame.brush) == (
        "rect",
        (0, 0, 239, 19),
        "#030303 1",
        "",
    )


# Edges


class View:
    def __init__(self) -> None:
        self.took = 0.0
        self.held: list[tuple[bool, bool]] = []

    def painted(self) -> float:
        return self.took

    def hold(self, held: bool, *, coarse: bool) -> None:
        self.held.append((held, coarse))


def test_that_edges_are_coarse_after_two_slow_frames_in_a_row_until_the_hand_goes():
    views = View(), View()
    edges = Edges(views)

    def frame(held: bool, *took: float) -> bool:
        for view, time in zip(views, took, strict=True):
            view.took = time
        edges.hold(held)
        assert views[0].held[-1] == views[1].held[-1]
        assert views[0].held[-1][0] is held
        return views[0].held[-1][1]

    assert [frame(True, 5.0, 5.0) for _ in range(3)] == [False, False, True]  # the first is before
    assert frame(True, 1.0, 1.0)  # and coarse they stay
    assert not frame(False, 9.0, 9.0)
    assert not frame(True, 9.0, 9.0)
    assert not frame(True, 4.0, 4.0)  # eight milliseconds are not more than eight
    assert not frame(True, 4.0, 5.0)
    assert not frame(True, 4.0, 4.0)
    assert not frame(True, 4.0, 5.0)
    assert frame(True, 4.0, 5.0)
