from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.comparison import compare
from onrecord.citations.model import Change
from onrecord.citations.sources import PreparedSource

SOURCE = (
    "Canada recommended that China (g) take immediate measures to implement the recommendations of "
    "November 2008 of the Committee against Torture, particularly on the inadmissibility in court of "
    "statements made under torture and the non-refoulement of refugees from the Democratic People's "
    "Republic of Korea; it noted “progress”. "
    "The gravity, scale and nature of these violations reveal a State that does not have any parallel."
)


@pytest.mark.parametrize(
    "quoted",
    [
        "take immediate measures to implement the recommendations",
        "refugees from the Democratic People’s Republic of Korea",
        "of refugees from the Democratic People‘s Republic of Korea,",
        "the non\u2011refoulement of  refugees",
        "the non\u00ad-refoulement of refugees",
        "it noted ‘progress’.",
        "does not have any parallel.",
        "does not have any parallel",
    ],
)
def test_typography_is_no_difference(quoted: str) -> None:
    found = compare(quoted, SOURCE)
    assert (found.verdict, found.changes) == ("verbatim", ())


@pytest.mark.parametrize(
    ("quoted", "kinds"),
    [
        ("Take immediate measures to implement", [("replacement", "T", "t")]),
        ("[T]ake immediate measures to implement", [("replacement", "T", "t")]),
        ("The gravity […] of these violations", [("omission", "[…]", ", scale and nature")]),
        (
            "The gravity, scale and nature of [the abuses] reveal a State",
            [("replacement", "[the abuses]", "these violations")],
        ),
        ("the non-refoulement of [all] refugees", [("insertion", "[all]", "")]),
        ("take immediate measures ... the non-refoulement of refugees", None),
        ("… the non-refoulement of refugees …", []),
    ],
)
def test_changes_that_the_writer_shows_are_marked(
    quoted: str, kinds: list[tuple[str, str, str]] | None
) -> None:
    found = compare(quoted, SOURCE)
    assert found.verdict == ("verbatim_with_marked_changes" if kinds != [] else "verbatim")
    assert all(change.marked for change in found.changes)
    if kinds is not None:
        assert [(one.kind, one.quoted, one.source) for one in found.changes] == kinds


@pytest.mark.parametrize(
    ("quoted", "changes"),
    [
        ("under torture and the nonrefoulement of refugees", [Change("omission", "", "-", marked=False)]),
        (
            "the recommendations of November 2009 of the Committee",
            [Change("replacement", "2009", "2008", marked=False)],
        ),
        (
            "take all immediate measures to implement the recommendations",
            [Change("insertion", "all", "", marked=False)],
        ),
        (
            "take measures to implement the recommendations of November",
            [Change("omission", "", "immediate", marked=False)],
        ),
        (
            "reveal a state that does not have any parallel",
            [Change("replacement", "state", "State", marked=False)],
        ),
        (
            "The gravity, and scale and nature of these violations",
            [Change("insertion", "and", "", marked=False)],
        ),
    ],
)
def test_an_unmarked_change_is_shown_exactly(quoted: str, changes: list[Change]) -> None:
    found = compare(quoted, SOURCE)
    assert (found.verdict, list(found.changes)) == ("altered", changes)
    assert found.at is not None


def test_a_marked_and_an_unmarked_change_stand_side_by_side() -> None:
    found = compare("reveal a State […] parallel in the world", SOURCE + " Parallel in this world too.")
    assert found.verdict == "altered"
    assert found.changes[0].marked


@pytest.mark.parametrize(
    "quoted", ["", "…", "torture and refugees in other words than these", "refugee", "form"]
)
def test_other_words_are_not_found(quoted: str) -> None:
    assert compare(quoted, SOURCE).verdict == "not_found"


@pytest.mark.parametrize(
    "broken",
    ["non\ufffe\nrefoulement", "non\u00ad\nrefoulement", "non-refoule\ufffement", "non-\nrefoulement"],
)
def test_a_hyphen_at_the_end_of_a_line_is_no_difference(broken: str) -> None:
    assert (
        compare("the principle of non-refoulement in law", f"honour the principle of {broken} in law").verdict
        == "verbatim"
    )


def test_the_place_is_in_the_sources_own_characters() -> None:
    source = (
        "Début. "
        + unicodedata.normalize("NFD", "Türkiye a été félicitée")
        + " par l\u2019assemblée\u00a0\u00a0entière."
    )
    found = compare("félicitée par l'assemblée entière", source)
    assert found.at is not None
    assert unicodedata.normalize("NFC", source[found.at.start : found.at.end]).startswith("félicitée par")


def test_korean_is_compared_as_english_is() -> None:
    assert (
        compare("강제송환금지 원칙을 존중", "중국은 강제송환금지 원칙을 존중하여야 한다.").verdict
        == "verbatim"
    )
    found = compare("강제송환금지의 원칙을 존중하여야 한다", "중국은 강제송환금지 원칙을 존중하여야 한다.")
    assert found.verdict == "altered"


def test_a_large_source_costs_milliseconds_a_quotation() -> None:
    sentences = [
        f"State {n} recommended that article {n * 7} be applied to case {n * 13} without delay."
        for n in range(2500)
    ]
    source = PreparedSource(" ".join(sentences))
    assert source.index
    start = time.perf_counter()
    assert compare(sentences[1700], source).verdict == "verbatim"
    assert compare(sentences[1700].replace("without", "with no"), source).verdict == "altered"
    assert compare("nothing of this kind was ever said by anybody in the room", source).verdict == "not_found"
    assert time.perf_counter() - start < 0.3


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "State",
            "noted",
            "that",
            "its",
            "law",
            "of",
            "2008",
            "–",
            "non-refoulement,",
            "“asylum”",
            "…",
            "[x]",
            "(a)",
            "é",
        ]
    ),
    max_size=30,
)


@given(
    st.one_of(st.text(max_size=120), WORDS.map(" ".join)),
    st.one_of(st.text(max_size=200), WORDS.map(" ".join)),
)
def test_no_pair_of_texts_breaks_the_comparison(quoted: str, source: str) -> None:
    found = compare(quoted, source)
    assert (found.at is None) == (found.verdict == "not_found")
    assert 0 <= found.score <= 100
    if found.at is not None:
        assert 0 <= found.at.start <= found.at.end <= len(source)
    if found.verdict == "altered":
        assert any(not change.marked for change in found.changes)


@given(WORDS.map(" ".join), st.integers(0, 40), st.integers(3, 60))
def test_words_cut_from_a_source_at_word_bounds_are_never_altered(
    source: str, start: int, length: int
) -> None:
    words = source.split()[start % 7 : start % 7 + length % 9]
    quoted = " ".join(words)
    if any(char.isalnum() for char in quoted):
        assert compare(quoted, source).verdict in {"verbatim", "verbatim_with_marked_changes"}


@given(st.text(max_size=200))
def test_a_prepared_source_leads_back_to_its_text(text: str) -> None:
    source = PreparedSource(text)
    for at in range(len(source.plain)):
        span = source.span(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("quoted", "ours", "theirs"),
    [
        ("Protect every child who asks for tea", "tea", "asylum"),
        ("Guard every child who asks for asylum", "Guard", "Protect"),
        ("Protect every child who asks for asylums", "asylums", "asylum"),
    ],
)
def test_a_changed_word_at_an_end_takes_no_more_of_the_source_than_it_stands_for(
    quoted: str, ours: str, theirs: str
) -> None:
    source = "It should now Protect every child who asks for asylum at the southern border of the country."
    changes = [(c.quoted, c.source) for c in compare(quoted, source).changes]
    assert changes == [(ours, theirs)]


@pytest.mark.parametrize(
    "quoted",
    [
        "protect refugees in accordance with *international law*",
        "protect **refugees** in accordance with international law",
        "protect refugees in accordance with _international law_ (emphasis added)",
        "*protect refugees* in accordance … law",
    ],
)
def test_stress_that_the_letter_shows_is_a_marked_change(quoted: str) -> None:
    found = compare(quoted, "It should protect refugees in accordance with international law at once.")
    assert found.verdict == "verbatim_with_marked_changes"
    assert all(change.marked for change in found.changes)


def test_stress_hides_no_other_change() -> None:
    found = compare(
        "protect refugees in accordance with *national law*",
        "protect refugees in accordance with international law",
    )
    assert found.verdict == "altered"


def test_a_short_first_piece_in_another_case_does_not_hide_an_alteration() -> None:
    source = "Publish statistics on executions, every year, and abolish the death penalty for drug offences."
    found = compare("[p]ublish […] and abolish the death penalty for drugs offences", source)
    assert found.verdict == "altered"
    assert [change.quoted for change in found.changes if not change.marked] == ["drugs"]
    assert compare("[p]ublish […] and abolish the death penalty for drug offences", source).verdict == (
        "verbatim_with_marked_changes"
    )
