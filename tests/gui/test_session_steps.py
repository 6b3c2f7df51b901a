"""What is one step of the history, what each is called, and which signals come how often."""

from __future__ import annotations

import pytest

from engine import Document, Problem, Scenario, ScenarioError
from engine.files import scenario_files
from gui.document.session import Session

SIGNALS = (
    "scenario_changed",
    "document_changed",
    "baseline_changed",
    "opened",
    "stepped",
    "replaced",
)


@pytest.fixture
def session(qapp):
    return Session(Document(Scenario(name="Plan")))


@pytest.fixture
def told(session):
    """The names of the session's signals, as they come."""
    names: list[str] = []
    for name in SIGNALS:
        getattr(session, name).connect(lambda *_, name=name: names.append(name))
    return names


def power(session):
    return session.scenario.power_budget_gw


def texts(session):
    return [session.history.text(place) for place in range(session.history.count())]


# Gestures


def test_that_each_gesture_has_a_number_of_its_own(session):
    assert len({session.new_gesture() for _ in range(5)}) == 5


def test_that_edits_of_one_gesture_are_one_step_and_its_text_says_where_it_led(session, told):
    gesture = session.new_gesture()
    for value in (3.0, 3.5, 4.0):
        session.edit("power_budget_gw", value, gesture)
    assert texts(session) == ["Facility power when ready 2.5 → 4"]
    assert told.count("scenario_changed") == 3
    assert told.count("stepped") == 1
    session.history.undo()
    assert power(session) == 2.5
    session.history.redo()
    assert power(session) == 4.0
    assert told.count("stepped") == 3


def test_that_two_gestures_and_edits_without_one_are_steps_of_their_own(session):
    session.edit("power_budget_gw", 3.0, session.new_gesture())
    session.edit("power_budget_gw", 4.0, session.new_gesture())
    session.edit("power_budget_gw", 5.0)
    session.edit("power_budget_gw", 6.0)
    assert session.history.count() == 4
    seen = []
    while session.history.canUndo():
        session.history.undo()
        seen.append(power(session))
    assert seen == [5.0, 4.0, 3.0, 2.5]


def test_that_two_levers_of_one_gesture_are_two_steps(session):
    gesture = session.new_gesture()
    session.edit("power_budget_gw", 3.0, gesture)
    session.edit("pue", 1.2, gesture)
    session.edit("pue", 1.3, gesture)
    assert session.history.count() == 2
    session.history.undo()
    assert (power(session), session.scenario.pue) == (3.0, Scenario().pue)


def test_that_after_an_undo_the_same_gesture_begins_a_step_anew(session):
    first, second = session.new_gesture(), session.new_gesture()
    session.edit("power_budget_gw", 3.0, first)
    session.edit("power_budget_gw", 4.0, second)
    session.history.undo()
    session.edit("power_budget_gw", 3.5, first)
    assert texts(session) == [
        "Facility power when ready 2.5 → 3",
        "Facility power when ready 3 → 3.5",
    ]
    session.history.undo()
    assert power(session) == 3.0
    session.history.undo()
    assert power(session) == 2.5


def test_that_a_drag_back_to_its_beginning_says_so_and_goes_on_as_another_step(session, told):
    session.edit("pue", 1.2)
    gesture = session.new_gesture()
    session.edit("power_budget_gw", 3.0, gesture)
    del told[:]
    session.edit("power_budget_gw", 2.5, gesture)
    assert told == ["scenario_changed", "document_changed"]
    assert session.history.count() == 1
    session.edit("power_budget_gw", 3.5, gesture)
    assert session.history.count() == 2
    session.history.undo()
    assert (power(session), session.scenario.pue) == (2.5, 1.2)


# What a step is called


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("name", "Other", "Name"),
        ("notes", "Why", "Notes"),
        ("start", "2025-03", "First month Jan 2025 → Mar 2025"),
        ("substitute_any", True, "Substitute outside the mix → True"),
        (
            "mfu_training",
            {"tpu": 0.4, "trainium": 0.36, "gpu": 0.34},
            "Training utilisation, trainium 34% → 36%",
        ),
        ("mix", {"tpu": 0.5, "trainium": 0.32, "gpu": 0.18}, "Target mix of new power"),
        ("revenue_anchors", ((0, 1.0), (9, 3.5)), "Known revenue → [[0, 1.0], [9, 3.5]]"),
        ("revenue_anchors", ((0, 1.0), (9, 3.25)), "Known revenue"),
    ],
)
def test_that_a_step_says_what_it_changed_in_few_words(session, key, value, text):
    session.edit(key, value)
    assert session.history.undoText() == text


# The baseline, once and twice


def test_that_each_pin_is_told_with_what_is_compared_from_then_on(session):
    told = []
    session.baseline_changed.connect(told.append)
    session.edit("power_budget_gw", 3.0)
    session.pin_baseline()
    session.edit("power_budget_gw", 4.0)
    session.pin_baseline()
    session.pin_baseline(Scenario(name="Third"))
    assert [(s.name, s.power_budget_gw) for s in told] == [
        ("Plan", 3.0),
        ("Plan", 4.0),
        ("Third", 2.5),
    ]
    assert session.baseline is told[-1]
    assert power(session) == 4.0
    assert session.history.count() == 2  # pinning is no step


def test_that_swapping_twice_is_two_steps_and_a_swap_with_the_same_is_none(session, told):
    session.swap_baseline()
    assert told == []
    assert session.history.count() == 0
    session.edit("power_budget_gw", 4.0)
    for here, there in ((2.5, 4.0), (4.0, 2.5)):
        del told[:]
        session.swap_baseline()
        assert (power(session), session.baseline.power_budget_gw) == (here, there)
        assert told.count("baseline_changed") == 1
    assert texts(session)[1:] == ["Swap with the baseline"] * 2
    session.history.undo()
    assert power(session) == 2.5


def test_that_going_back_to_the_baseline_is_a_step_each_time(session):
    for value in (3.0, 4.0):
        session.edit("power_budget_gw", value)
        session.return_to_baseline()
        assert power(session) == 2.5
    session.return_to_baseline()  # there already
    assert session.history.count() == 4
    assert texts(session)[1::2] == ["Back to the baseline"] * 2
    session.history.undo()
    assert power(session) == 4.0


# Files


def test_that_opening_begins_anew_and_says_so_in_order(session, told, tmp_path):
    session.edit("power_budget_gw", 3.0)
    session.pin_baseline(Scenario(name="Elsewhere"))
    del told[:]
    session.open(Document(Scenario(name="Opened")), tmp_path / "a.headroom")
    assert told == [
        "scenario_changed",
        "document_changed",
        "replaced",
        "baseline_changed",
        "opened",
    ]
    assert session.history.count() == 0
    assert (session.scenario.name, session.baseline.name) == ("Opened", "Opened")
    assert session.path == tmp_path / "a.headroom"
    assert not session.modified


def test_that_recovered_work_is_unsaved_until_it_is_saved(session, tmp_path):
    path = tmp_path / "a.headroom"
    session.recover(Document(Scenario(name="Left")), path)
    assert session.modified
    assert session.path == path
    session.save(path)
    assert not session.modified
    assert scenario_files.load(path).scenario.name == "Left"


def test_that_saving_again_keeps_the_file_and_saving_elsewhere_is_another_one(
    session, told, tmp_path
):
    first, second = tmp_path / "a.headroom", tmp_path / "b.headroom"
    opened = []
    for path, value in ((first, 3.0), (first, 4.0), (second, 5.0), (second, 6.0)):
        session.edit("power_budget_gw", value)
        assert session.modified
        del told[:]
        session.save(path)
        assert told[0] == "document_changed"
        opened.append("opened" in told)
        assert session.path == path
        assert not session.modified
        assert scenario_files.load(path).scenario.power_budget_gw == value
    assert opened == [True, False, True, False]
    assert scenario_files.load(first).scenario.power_budget_gw == 4.0


def test_that_a_save_that_fails_leaves_all_as_it_was(session, told, tmp_path):
    session.save(tmp_path / "a.headroom")
    session.edit("power_budget_gw", 3.0)
    del told[:]

    def refuse(document, path):
        raise ScenarioError(Problem("", "", "no space"))

    with pytest.raises(ScenarioError, match="no space"):
        session.save(tmp_path / "b.headroom", refuse)
    assert told == []
    assert session.path == tmp_path / "a.headroom"
    assert session.modified


def test_that_reverting_to_the_file_is_a_step_that_can_be_undone_each_time(session, told, tmp_path):
    kept = Document(Scenario(name="On the disk"))
    for value in (3.0, 4.0):
        session.edit("power_budget_gw", value)
        del told[:]
        session.revert(kept)
        assert told[-1] == "document_changed"
        assert session.scenario.name == "On the disk"
        assert not session.modified
        assert session.history.undoText() == "Revert to the file"
        session.history.undo()
        assert power(session) == value
        assert session.modified


def test_that_reverting_what_differs_in_nothing_is_no_step_but_is_told(session, told):
    session.no_longer_saved()
    assert session.modified
    assert told == ["document_changed"]
    session.revert(session.document)
    assert told == ["document_changed"] * 2
    assert session.history.count() == 0
    assert not session.modified


def test_that_what_has_no_file_goes_back_to_how_it_began_with_its_versions(session):
    session.edit("power_budget_gw", 3.0)
    session.keep_version("One")
    session.revert_to_start()
    assert (power(session), session.versions) == (2.5, ())
    assert session.history.undoText() == "Revert to the beginning"
    session.history.undo()
    assert (power(session), [v.name for v in session.versions]) == (3.0, ["One"])


def test_that_a_detached_scenario_has_a_name_and_no_file(session, told, tmp_path):
    session.save(tmp_path / "a.headroom")
    del told[:]
    session.detach("Plan copy")
    assert (session.path, session.scenario.name) == (None, "Plan copy")
    assert session.modified
    assert told[-2:] == ["document_changed", "opened"]
    session.edit("power_budget_gw", 3.0)
    session.revert_to_start()
    assert (power(session), session.scenario.name) == (2.5, "Plan")


def test_that_detaching_gives_up_a_newer_file_s_write_protection(session, tmp_path):
    path = tmp_path / "a.headroom"
    session.open(Document(Scenario(), read_only=True), path)
    assert session.read_only
    session.detach("Mine")
    assert not session.read_only


# Versions


def test_that_versions_are_kept_restored_and_removed_one_step_each(session):
    session.edit("power_budget_gw", 3.0)
    session.keep_version("Three")
    session.edit("power_budget_gw", 4.0)
    session.keep_version("Four")
    three, four = session.versions
    session.restore_version(three)
    assert power(session) == 3.0
    session.restore_version(four)
    assert power(session) == 4.0
    session.remove_version(three)
    assert [version.name for version in session.versions] == ["Four"]
    assert [text for text in texts(session) if "version" in text] == [
        "Keep version “Three”",
        "Keep version “Four”",
        "Restore version “Three”",
        "Restore version “Four”",
        "Remove version “Three”",
    ]
    session.history.undo()
    assert session.versions == (three, four)
    assert power(session) == 4.0


def test_that_a_version_kept_is_unsaved_work_and_is_saved(session, tmp_path):
    path = tmp_path / "a.headroom"
    session.save(path)
    session.keep_version("One")
    assert session.modified
    session.save(path)
    assert not session.modified
    assert [version.name for version in scenario_files.load(path).versions] == ["One"]


# Room


def document_size(session):
    return len(scenario_files.text_of(session.document).encode())


def test_that_a_text_may_fill_the_file_to_its_last_byte_and_no_further(session, monkeypatch):
    monkeypatch.setattr(scenario_files, "LARGEST_DOCUMENT", document_size(session) + 10)
    session.edit("notes", "x" * 10)
    assert document_size(session) == scenario_files.LARGEST_DOCUMENT
    with pytest.raises(ScenarioError):
        session.edit("notes", "x" * 11)
    assert session.scenario.notes == "x" * 10
    assert session.history.count() == 1


def test_that_versions_take_room_from_the_texts(session, monkeypatch):
    session.edit("notes", "x")  # the size of the rest is known from now on
    room = document_size(session) + 100
    monkeypatch.setattr(scenario_files, "LARGEST_DOCUMENT", room)
    with pytest.raises(ScenarioError):
        session.keep_version("One")
    assert session.versions == ()
    monkeypatch.undo()
    session.keep_version("One")
    monkeypatch.setattr(scenario_files, "LARGEST_DOCUMENT", room)
    with pytest.raises(ScenarioError):
        session.edit("notes", "xy")


def test_that_the_rest_of_a_file_is_measured_once_for_a_text_that_is_typed(session, monkeypatch):
    measured = []
    text_of = scenario_files.text_of
    monkeypatch.setattr(
        scenario_files, "text_of", lambda document: measured.append(1) or text_of(document)
    )
    for letters in range(1, 6):
        session.edit("notes", "x" * letters)
    assert len(measured) == 1
    session.open(Document(Scenario(), unknown={"later": 1}), None)
    session.edit("notes", "again")
    assert len(measured) == 2
