"""When rings are searched and memory is given back: at which count, and never under the hand."""

from __future__ import annotations

import gc
from types import SimpleNamespace

import pytest

from engine.run import backend
from gui.run import garbage, memory
from gui.run.garbage import FEW, MIDDLE, OLD, YOUNG, GarbageCollector
from gui.run.interaction import Interaction
from gui.run.memory import GiveBack, share_one_heap


@pytest.fixture
def searched(qapp, monkeypatch):
    """What is searched at which counts of new objects, with so many old ones, under the hand."""

    def search(counts, moving=False, objects=FEW):
        done = []
        stub = SimpleNamespace(
            get_count=lambda: counts,
            get_objects=lambda generation: [None] * (objects if generation == 2 else 0),
            collect=lambda *generation: done.append(generation or "all"),
        )
        monkeypatch.setattr(garbage, "gc", stub)
        GarbageCollector(SimpleNamespace(moving=moving)).search()
        return done

    return search


def test_that_what_is_searched_is_what_python_would_search(searched):
    assert searched((YOUNG, MIDDLE, OLD)) == []
    assert searched((YOUNG + 1, MIDDLE, OLD)) == [(0,)]
    assert searched((YOUNG + 1, MIDDLE + 1, OLD)) == [(1,)]
    assert searched((0, MIDDLE + 1, OLD)) == [(1,)]
    assert searched((0, 0, OLD + 1)) == ["all"]
    assert searched((YOUNG + 1, MIDDLE + 1, OLD + 1)) == ["all"]


def test_that_under_the_hand_all_is_searched_only_where_there_is_little(searched):
    due = (YOUNG + 1, MIDDLE + 1, OLD + 1)
    assert searched(due, moving=True, objects=19_999) == ["all"]
    assert searched(due, moving=True, objects=20_000) == [(1,)]
    assert searched((0, 0, OLD + 1), moving=True, objects=20_000) == []


def test_that_python_searches_by_itself_again_once_it_is_stopped(qapp):
    collector = GarbageCollector(Interaction())
    before = gc.isenabled()
    try:
        gc.enable()
        collector.start()
        assert (gc.isenabled(), collector._timer.isActive()) == (False, True)
        assert collector._timer.interval() == 250
        collector.stop()
        assert (gc.isenabled(), collector._timer.isActive()) == (True, False)
    finally:
        (gc.enable if before else gc.disable)()


@pytest.fixture
def library(monkeypatch):
    """The C library, which writes down what it is asked."""
    asked = []
    stub = SimpleNamespace(
        mallopt=lambda *option: asked.append(("mallopt", *option)),
        malloc_trim=lambda left: asked.append(("malloc_trim", left)),
    )
    for place in (memory, backend):
        monkeypatch.setattr(place, "glibc", lambda: stub)
    return asked


def test_that_the_heaps_are_one(library):
    share_one_heap()
    assert library == [("mallopt", -8, 1)]  # M_ARENA_MAX of malloc.h


def test_that_where_the_c_library_is_another_nothing_is_asked(qapp, monkeypatch):
    for place in (memory, backend):
        monkeypatch.setattr(place, "glibc", lambda: None)
    share_one_heap()
    give_back = GiveBack(SimpleNamespace(moving=False))
    give_back._give_back()
    assert not give_back._timer.isActive()


def test_that_memory_goes_back_after_a_second_and_waits_for_the_hand(qapp, library):
    hand = SimpleNamespace(moving=True)
    give_back = GiveBack(hand)
    give_back.later()
    assert give_back._timer.isActive()
    assert (give_back._timer.interval(), give_back._timer.isSingleShot()) == (1000, True)
    give_back._timer.stop()
    give_back._timer.timeout.emit()
    assert (library, give_back._timer.isActive()) == ([], True)
    hand.moving = False
    give_back._timer.stop()
    give_back._timer.timeout.emit()
    assert (library, give_back._timer.isActive()) == ([("malloc_trim", 0)], False)
    give_back.later()
    give_back.stop()
    assert not give_back._timer.isActive()
