"""The one worker beside the window: newest question, stages, stop, failures told once."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from engine.worlds.ensemble import Cancelled
from gui.system.latest import Latest

WAIT = 5  # milliseconds before a stage
PATIENCE = 5000  # until a test that waits in vain fails
LAST = 3  # stage of every question


@dataclass(frozen=True)
class Question:
    name: str
    stage: int = 1
    stops: bool = True
    serves: bool = False


@dataclass
class Recorded:
    """Work that a test holds back at will, and that writes down what is asked of it."""

    asked: list[Question] = field(default_factory=list)
    began: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    gate: threading.Event = field(default_factory=threading.Event)
    errors: dict[str, Exception] = field(default_factory=dict)
    running: int = 0
    most_at_once: int = 0
    cancelled: list[Question] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def part(self, question: Question) -> Question:
        return question

    def answer(self, part: Question, go_on) -> str:
        self.running += 1
        self.most_at_once = max(self.most_at_once, self.running)
        self.threads.add(threading.get_ident())
        self.asked.append(part)
        self.began.release()
        try:
            while not self.gate.wait(0.001):
                if not go_on(0.5):
                    self.cancelled.append(part)
                    raise Cancelled
            if part.name in self.errors:
                raise self.errors[part.name]
            return f"{part.name}{part.stage}"
        finally:
            self.running -= 1

    def rest(self, question: Question, part: Question, answer: object) -> Question | None:
        last = part.stage == LAST
        return None if last else Question(part.name, part.stage + 1, part.stops, part.serves)

    def stops(self, part: Question) -> bool:
        return part.stops

    def serves(self, part: Question, newest: Question) -> bool:
        return part.serves


class Asked:
    """A worker with its work, and all that it said."""

    def __init__(self, first: int = WAIT, later: int = WAIT) -> None:
        self.work = Recorded()
        self.latest: Latest[Question] = Latest(self.work, first=first, later=later)
        self.said: list[str] = []
        self.told: list[str] = []
        self.latest.answered.connect(lambda part, answer: self.said.append(answer))
        self.latest.failed.connect(lambda error: self.told.append(str(error)))


@pytest.fixture
def asked(qapp) -> Iterator[Asked]:
    asked = Asked()
    yield asked
    asked.work.gate.set()
    asked.latest.stop()


def until_idle(asked: Asked, qtbot) -> None:
    qtbot.waitUntil(lambda: asked.latest.idle, timeout=PATIENCE)


def until_begun(asked: Asked, qtbot) -> None:
    qtbot.waitUntil(lambda: asked.work.began.acquire(blocking=False), timeout=PATIENCE)


def test_that_a_question_is_answered_stage_by_stage_on_another_thread(asked, qtbot):
    asked.work.gate.set()
    asked.latest.request(Question("a"))
    until_idle(asked, qtbot)
    assert asked.said == ["a1", "a2", "a3"]
    assert threading.get_ident() not in asked.work.threads


def test_that_of_many_questions_only_the_newest_is_begun_and_it_always_is(asked, qtbot):
    asked.work.gate.set()
    for name in "abcdefgh":
        asked.latest.request(Question(name))
    until_idle(asked, qtbot)
    assert asked.said == ["h1", "h2", "h3"]


def test_that_a_stage_under_way_is_stopped_when_another_question_comes(asked, qtbot):
    asked.latest.request(Question("a"))
    until_begun(asked, qtbot)
    asked.latest.request(Question("b"))
    until_begun(asked, qtbot)
    assert asked.work.cancelled == [Question("a")]
    asked.work.gate.set()
    until_idle(asked, qtbot)
    assert asked.said == ["b1", "b2", "b3"]


def test_that_a_stage_that_is_not_to_be_stopped_ends_and_is_dropped_where_it_is_of_no_use(
    asked, qtbot
):
    asked.latest.request(Question("a", stops=False))
    until_begun(asked, qtbot)
    asked.latest.request(Question("b"))
    qtbot.wait(4 * WAIT)
    assert asked.work.cancelled == []
    asked.work.gate.set()
    until_idle(asked, qtbot)
    assert asked.said == ["b1", "b2", "b3"]


def test_that_an_overtaken_answer_is_said_where_it_is_better_than_an_older_one(asked, qtbot):
    asked.latest.request(Question("a", stops=False, serves=True))
    until_begun(asked, qtbot)
    asked.latest.request(Question("b"))
    asked.work.gate.set()
    until_idle(asked, qtbot)
    assert asked.said == ["a1", "b1", "b2", "b3"]


def test_that_never_more_than_one_stage_is_under_way(asked, qtbot):
    for name in "abcdefgh":
        asked.latest.request(Question(name, stops=False))
        until_begun(asked, qtbot)
        asked.latest.request(Question(name.upper()))
        asked.work.gate.set()
        until_idle(asked, qtbot)
        asked.work.gate.clear()
        while asked.work.began.acquire(blocking=False):
            pass
    assert asked.work.most_at_once == 1


def test_that_questions_that_come_without_end_are_answered_meanwhile(asked, qtbot):
    """The wait for a stage is not begun again by each: a long drag has answers as well."""
    asked.work.gate.set()
    count = 0

    def another() -> bool:
        nonlocal count
        count += 1
        asked.latest.request(Question(f"q{count}_", stops=False, serves=True))
        return len(asked.said) >= 3

    qtbot.waitUntil(another, timeout=PATIENCE)
    until_idle(asked, qtbot)
    assert asked.said[-1] == f"q{count}_3"


def test_that_a_new_question_does_not_wait_as_long_as_the_next_stage_would(qapp, qtbot):
    asked = Asked(first=WAIT, later=10 * PATIENCE)
    asked.work.gate.set()
    asked.latest.request(Question("a"))
    qtbot.waitUntil(lambda: asked.said == ["a1"], timeout=PATIENCE)
    asked.latest.request(Question("b"))
    qtbot.waitUntil(lambda: asked.said == ["a1", "b1"], timeout=PATIENCE)
    asked.latest.stop()


def test_that_a_failure_is_told_once_and_ends_its_question(asked, qtbot):
    asked.work.errors = {"bad": ValueError("no such month"), "worse": ValueError("no such month")}
    asked.work.gate.set()
    for name in ("bad", "worse", "bad"):
        asked.latest.request(Question(name))
        until_idle(asked, qtbot)
    assert asked.told == ["no such month"]
    assert [part.stage for part in asked.work.asked] == [1, 1, 1]


def test_that_a_failure_that_comes_again_after_an_answer_is_told_again(asked, qtbot):
    asked.work.errors = {"bad": ValueError("no such month")}
    asked.work.gate.set()
    for name in ("bad", "a", "bad"):
        asked.latest.request(Question(name))
        until_idle(asked, qtbot)
    assert asked.told == ["no such month"] * 2
    assert asked.said == ["a1", "a2", "a3"]


def test_that_another_failure_is_told_as_well(asked, qtbot):
    asked.work.errors = {"bad": ValueError("no such month"), "odd": ValueError("no such chip")}
    asked.work.gate.set()
    for name in ("bad", "odd"):
        asked.latest.request(Question(name))
        until_idle(asked, qtbot)
    assert asked.told == ["no such month", "no such chip"]


def test_that_a_failure_of_an_overtaken_question_does_not_end_the_newest(asked, qtbot):
    asked.work.errors = {"bad": ValueError("no such month")}
    asked.latest.request(Question("bad", stops=False))
    until_begun(asked, qtbot)
    asked.latest.request(Question("a"))
    asked.work.gate.set()
    until_idle(asked, qtbot)
    assert asked.said == ["a1", "a2", "a3"]


def test_that_what_is_forgotten_is_neither_answered_nor_gone_on_with(asked, qtbot):
    asked.latest.request(Question("a", stops=False, serves=True))
    until_begun(asked, qtbot)
    asked.latest.forget()
    asked.work.gate.set()
    until_idle(asked, qtbot)
    assert asked.said == []
    asked.latest.request(Question("b"))
    until_idle(asked, qtbot)
    assert asked.said == ["b1", "b2", "b3"]


def test_that_nothing_is_said_or_left_running_after_a_stop(asked, qtbot):
    asked.latest.request(Question("a"))
    until_begun(asked, qtbot)
    asked.latest.stop()
    assert asked.work.running == 0
    asked.latest.request(Question("b"))
    asked.work.gate.set()
    qtbot.wait(10 * WAIT)
    assert asked.said == []
    assert [part.name for part in asked.work.asked] == ["a"]


def test_that_a_stopped_worker_goes_with_its_owner(qapp, qtbot):
    asked = Asked()
    asked.work.gate.set()
    asked.latest.request(Question("a"))
    until_idle(asked, qtbot)
    asked.latest.stop()
    gone = weakref.ref(asked.latest)
    asked.latest.deleteLater()
    del asked
    qtbot.wait(WAIT)
    gc.collect()
    assert gone() is None
