from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from onrecord.errors import UnreadableDocument
from onrecord.record.pool import processors, work_on
from onrecord.record.reading import Limits, Source


@pytest.fixture
def task(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent / "tasks")
    return importlib.import_module("pool_tasks").task


def sources(*names):
    return [Source(Path("nowhere") / name, name) for name in names]


def told(outcome):
    return outcome.message if isinstance(outcome, UnreadableDocument) else outcome[0]


def test_each_file_that_goes_wrong_fails_alone_and_the_others_are_read_in_order(task):
    names = ["a", "dies", "b", "sleeps", "c", "stumbles", "refuses", "swallows", "missing", "d"]
    outcomes = list(work_on(task, sources(*names), 2, Limits(seconds=3)))
    assert [source.name for source, _ in outcomes] == names
    said = dict(zip(names, (told(outcome) for _, outcome in outcomes), strict=True))
    assert [said[name] for name in "abcd"] == list("abcd")
    assert "ended without an answer" in said["dies"]
    assert "longer than 3 seconds" in said["sleeps"]
    assert "KeyError: 'oops'" in said["stumbles"]
    assert "pool_tasks.py, line" in said["stumbles"]
    assert said["refuses"] == "refuses: it is torn."
    assert "more memory" in said["swallows"]
    assert "No such file" in said["missing"]


def test_several_processes_share_the_work_and_slow_files_do_not_change_the_order(task):
    names = ["slow1", "a", "b", "slow2", "c", "d"]
    outcomes = list(work_on(task, sources(*names), 2, Limits()))
    assert [outcome[0] for _, outcome in outcomes] == names
    assert len({outcome[1] for _, outcome in outcomes}) == 2


def test_files_are_drawn_on_only_as_they_are_needed(task):
    drawn = []

    def endless():
        for number in range(10_000):
            drawn.append(number)
            yield Source(Path(), str(number))

    outcomes = work_on(task, endless(), 1, Limits())
    next(outcomes)
    outcomes.close()
    assert len(drawn) < 10


def test_nothing_to_do_starts_nothing(task):
    assert list(work_on(task, [], 4, Limits())) == []


def test_there_is_at_least_one_processor():
    assert processors() >= 1
