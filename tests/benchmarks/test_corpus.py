from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.corpus import main, times, too_slow
from benchmarks.corpus_keys import Key, Outcome, compare, key_of, load, save
from benchmarks.corpus_work import Measured
from hypothesis import given
from hypothesis import strategies as st

from onrecord.mechanisms.model import Entry


def key(pinpoint="5.1", *, kind="recommendation", part=1, by="CZE", position="pending", text="0a"):
    return Key(kind, pinpoint, part, by, position, text)


def run(*keys, document="a.txt", kind="upr_report", refused=""):
    return Outcome(document, kind, 9, keys, refused)


KEYS = st.builds(
    Key,
    st.sampled_from(["recommendation", "statement"]),
    st.sampled_from(["5.1", "5.2", "28 (g)"]),
    st.integers(1, 2),
    st.sampled_from(["CZE", "CZE KOR", ""]),
    st.sampled_from(["noted", ""]),
    st.sampled_from(["0a", "0b"]),
)
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)
OUTCOMES = st.lists(
    st.builds(
        Outcome,
        NAMES,
        st.just("upr_report"),
        st.integers(0, 9),
        st.lists(KEYS, max_size=6).map(tuple),
    ),
    max_size=4,
    unique_by=lambda one: one.document,
)


@given(OUTCOMES)
def test_a_run_differs_in_nothing_from_itself(outcomes):
    found = compare(outcomes, list(reversed(outcomes)))
    assert not found.loses
    assert (found.gained, found.changed, found.gone, found.new) == ([], [], [], [])


@given(st.lists(KEYS, max_size=8), st.lists(KEYS, max_size=8))
def test_every_difference_is_gained_lost_or_read_otherwise_once(before, after):
    found = compare([run(*before)], [run(*after)])
    lost = Counter(one for _, one in found.lost) + Counter(change.before for change in found.changed)
    gained = Counter(one for _, one in found.gained) + Counter(change.after for change in found.changed)
    assert lost == Counter(before) - Counter(after)
    assert gained == Counter(after) - Counter(before)


@given(OUTCOMES)
def test_a_stored_run_comes_back_and_has_the_same_bytes(tmp_path_factory, outcomes):
    file = tmp_path_factory.mktemp("run") / "run.gz"
    save(file, outcomes)
    assert load(file) == sorted(outcomes, key=lambda one: one.document)
    first = file.read_bytes()
    save(file, reversed(outcomes))
    assert file.read_bytes() == first


def test_the_same_place_read_otherwise_is_no_loss():
    found = compare([run(key(text="0a"))], [run(key(text="0b", position="noted"))])
    assert not found.loses
    assert found.changed[0].fields() == ("position", "text")


def test_a_file_that_is_refused_now_is_a_loss_and_its_entries_too():
    found = compare([run(key())], [run(refused="broken")])
    assert found.loses
    assert found.refused_now == ["a.txt"]
    assert found.lost == [("a.txt", key())]


def test_a_file_that_is_not_there_is_no_loss():
    found = compare([run(key()), run(key(), document="b.txt")], [run(key())])
    assert not found.loses
    assert found.gone == ["b.txt"]


def measured(seconds, bare, size=1000):
    return Measured(run(), "pdf" if bare is not None else "text", size, bare, seconds, 50.0)


@pytest.mark.parametrize(
    ("seconds", "bare", "slow"),
    [(1.0, 0.05, True), (0.4, 0.05, False), (0.009, 0.0001, False), (0.3, None, True), (0.05, None, False)],
)
def test_what_takes_more_than_ten_times_its_text_is_told(seconds, bare, slow):
    one = measured(seconds, bare)
    assert bool(too_slow([one], rate=1e-5)) is slow
    assert times(one, 1e-5) > 0


@pytest.fixture
def folder(tmp_path, make_report, make_bad_files):
    made = tmp_path / "data"
    made.mkdir()
    make_report(made, 1)
    (made / "page.html").write_text("<!DOCTYPE html><title>404</title>")
    (made / "sealed.bin").write_bytes(b"closed")
    (made / "sealed.bin").chmod(0)
    return made


def test_a_run_tells_what_is_read_refused_gained_and_lost(folder, tmp_path, capsys, make_report):
    words = [str(folder), "--baseline", str(tmp_path / "run.gz")]
    assert main([*words, "--save"]) == 0
    told = capsys.readouterr().out
    assert "3 files, 1 read, 2 refused" in told
    assert "upr_report                1 files" in told
    assert "recommendation 2" in told
    assert "refused: sealed.bin: .bin is the ending of no document" in told
    assert "bound: 1024 MB" in told

    report = folder / "report001.txt"
    text = report.read_text()
    report.write_text(text.replace("(Republic of Korea);", ";").replace("5.1. Protect", "5.7. Protect"))
    assert main(words) == 1
    told = capsys.readouterr().out
    assert "lost: report001.txt: recommendation 5.1 by CZE" in told
    assert main([*words, "--save"]) == 1
    assert "not saved" in capsys.readouterr().out
    assert main([*words, "--save", "--allow-losses"]) == 0
    capsys.readouterr()
    assert main(words) == 0
    assert "0 entries gained, 0 lost, 0 read otherwise" in capsys.readouterr().out


def test_no_text_of_a_document_is_stored(folder, tmp_path):
    file = tmp_path / "run.gz"
    main([str(folder), "--baseline", str(file), "--save"])
    stored = repr(load(file))
    assert "Protect" not in stored
    assert "'5.1'" in stored


def test_who_made_an_entry_is_kept_as_a_code_and_never_in_the_documents_words():
    entry = Entry(
        "observation", "A/HRC/WG.6/7/SVN/2", "", "9", 3, "Text", by=("CERD", "SR on the right to food")
    )
    assert key_of(entry).by.split() == ["CERD", "#cffbdbb3"]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SystemExit, match="is not here"):
        main([str(tmp_path / "none")])
