"""On a Korean page the check speaks Korean; English stands there only where words are quoted or names are given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from onrecord.letters.check.run import check
from onrecord.letters.example.cards import add_cards, letter_text
from onrecord.letters.model import Check, Finding
from onrecord.letters.read import parse_letter
from onrecord.record.add import add_paths
from onrecord.record.record import open_record
from onrecord.told import Told
from onrecord.web.language import language

from .conftest import open_bench

KOREAN = language("ko")
HANGUL = re.compile("[\uac00-\ud7a3]")


def messages(finding: Finding) -> Iterator[str]:
    """What is said of a finding, but not the words that a suggestion would put into the letter."""
    yield finding.message
    yield from (one.why for one in finding.evidence)
    if isinstance(finding.suggestion, Told):
        yield finding.suggestion
    if finding.repair is not None:
        yield finding.repair.why


def in_english(found: Check) -> list[str]:
    """What a Korean page would say in English; the name of an ask ("Q2") is in no language."""
    every = [(one.rule, said) for one in found.findings for said in messages(one)]
    named = {ask.name for ask in found.letter.asks}
    return [
        f"{rule}: {said}"
        for rule, said in every
        if said not in named and not (KOREAN.speaks(said) and HANGUL.search(KOREAN.say(said)))
    ]


def without_quoted(said: str) -> str:
    return re.sub("“[^“”]*”", "“”", re.sub("“[^“”]*”", "“”", said))


@pytest.fixture(scope="module")
def folder(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = shared_data / "upr_reports" / "pdf"
    matrix = shared_data / "china" / "Matrix_recommendations_2013.docx"
    made = tmp_path_factory.mktemp("korean") / "record"
    with open_record(made) as record:
        add_paths(record, [reports / "china2009.pdf", reports / "china2013.pdf", matrix])
    return made


@pytest.fixture(scope="module")
def founding(folder: Path, shared_letter: Path) -> Check:
    with open_record(folder) as record:
        letter = parse_letter(shared_letter.read_text(encoding="utf-8"), shared_letter.name)
        return check(letter, record)


def test_no_message_on_the_founding_letter_is_in_english(founding: Check) -> None:
    assert len(founding.findings) > 60
    assert in_english(founding) == []


def test_no_english_sentence_is_left_within_a_message(founding: Check) -> None:
    """Names, symbols and topics may stand in Latin letters; three small English words in a row are a sentence."""
    sentence = re.compile(r"(?:\b[a-z’']{2,}\b[ ,;:]*){3,}")
    left = [
        said
        for finding in founding.findings
        for said in (without_quoted(KOREAN.say(one)) for one in messages(finding))
        if sentence.search(said)
    ]
    assert left == []


def test_no_message_on_the_example_is_in_english(tmp_path: Path) -> None:
    with open_record(tmp_path / "record") as record:
        add_cards(record)
        assert in_english(check(parse_letter(letter_text(), "example-letter.txt"), record)) == []


def test_states_dates_and_places_are_named_as_a_korean_reader_names_them(founding: Check) -> None:
    said = [KOREAN.say(one.message) for one in founding.findings]
    assert any("중국: 수용하지 않음 (A/HRC/11/25, 117항)" in one for one in said)
    assert any("80행에서는 같은 사정(송환, 같은 날)의 Kim Cheol-ok을(를)" in one for one in said)
    assert any("2024년 1월 9일(10근무일 전, 8/PRST/1)" in one for one in said)


def test_english_stays_as_it_was(founding: Check) -> None:
    english = language("en")
    assert all(english.say(one.message) == str(one.message) for one in founding.findings)


def test_the_korean_letter_page_marks_as_english_only_words_for_the_letter(
    founding: Check, folder: Path, shared_letter: Path
) -> None:
    for bench in open_bench(folder):
        with shared_letter.open("rb") as file:
            opened = bench.client.post(
                "/letters", data=bench.mark, files={"file": (shared_letter.name, file)}
            )
        page = bench.client.get(opened.headers["location"], headers={"accept-language": "ko"}).text
    panel = page[page.index('id="findings"') :]
    assert len(re.findall(r'<li id="f\d+"', panel)) == len(founding.findings)
    marked = {unescape(words) for words in re.findall(r'<(?:p|span) lang="en">(.*?)</(?:p|span)>', panel)}
    for_the_letter = {one.suggestion for one in founding.findings if not isinstance(one.suggestion, Told)}
    asks = {ask.name for ask in founding.letter.asks}
    assert marked <= for_the_letter | asks
