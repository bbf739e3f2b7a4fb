from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.find import find_citations
from onrecord.citations.model import Citation, Span
from onrecord.letters.read import read_letter

SOURCES = ("full", "id", "supra", "short", "recommendation", "other")


def in_note(text: str) -> tuple[Citation, ...]:
    return find_citations(text, notes=[("1", Span(0, len(text)))])


def short(found: tuple[Citation, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.symbol or one.stated_title, " + ".join(one.pinpoints)) for one in found]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("See A/HRC/25/5, para. 186.241.", [("full", "A/HRC/25/5", "186.241")]),
        ("UN Doc. A/HRC/11/25*, paras. 28(g) and 30.", [("full", "A/HRC/11/25", "28 (g) + 30")]),
        ("A/HRC/25/CRP.1, paras. 1098-1114", [("full", "A/HRC/25/CRP.1", "1098-1114")]),
        ("A/HRC/11/25, para. 26, footnote ***", [("full", "A/HRC/11/25", "26, note ***")]),
        ("A/HRC/25/63, annex II", [("full", "A/HRC/25/63", "annex II")]),
        ("A/HRC/25/5 (2013), ¶¶ 5-7", [("full", "A/HRC/25/5", "5-7")]),
        ("A/HRC/25/5, at paras 5, 7 & 9", [("full", "A/HRC/25/5", "5 + 7 + 9")]),
        ("A/HRC/25/5, sect. II, p. 14, para. 66", [("full", "A/HRC/25/5", "66")]),
        ("A/HRC/25/5, recommendations 186.66 and 186.241", [("full", "A/HRC/25/5", "186.66 + 186.241")]),
        ("Paragraph 28 (g) of A/HRC/11/25", [("full", "A/HRC/11/25", "28 (g)")]),
        ("https://undocs.org/A/HRC/25/5, para. 4", [("full", "A/HRC/25/5", "4")]),
        ("A/HRC/25/5, para. 4; para. 7", [("full", "A/HRC/25/5", "4 + 7")]),
        (
            "A/HRC/25/5, para. 4; see also A/HRC/11/25, para. 5.",
            [("full", "A/HRC/25/5", "4"), ("full", "A/HRC/11/25", "5")],
        ),
        (
            "A/HRC/43/64 and Add.1, para. 3",
            [("full", "A/HRC/43/64", "3"), ("full", "A/HRC/43/64/Add.1", "3")],
        ),
        ("Id., para. 1221 (a).", [("id", "", "1221 (a)")]),
        ("Ibid.", [("id", "", "")]),
        ("See ibid., paras. 5–7.", [("id", "", "5-7")]),
        ("같은 보고서, 132항", [("id", "", "132")]),
        ("Supra note 22, para. 5", [("supra", "", "5")]),
        ("COI report, above, note 5, para. 7.", [("supra", "COI report", "7")]),
        ("See note 3 above, para. 9", [("supra", "", "9")]),
        ("Report of the Working Group (n 1) para 9", [("supra", "Report of the Working Group", "9")]),
        ("앞의 각주 3, 9항", [("supra", "", "9")]),
        ("DPRK COI report, para. 5.", [("short", "DPRK COI report", "5")]),
        ("China UPR report 2013, para. 186.66", [("short", "China UPR report 2013", "186.66")]),
        ("Recommendation 186.66", [("recommendation", "", "186.66")]),
        ("John Smith, The Border (Seoul, 2012), p. 5.", [("other", "John Smith, The Border", "")]),
        ("As the authors said; Id., para. 3", [("id", "", "3")]),
        ("Interview with a survivor; Id.", [("other", "Interview with a survivor", ""), ("id", "", "")]),
        ("S/RES/1718 (2006), para. 8", [("full", "S/RES/1718 (2006)", "8")]),
        ("The authors thank all who read a draft.", []),
    ],
)
def test_a_note_gives_its_citations(note: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(in_note(note)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It said so (A/HRC/25/5, para. 186.241).", [("full", "A/HRC/25/5", "186.241")]),
        (
            "In paragraph 28 (g) of the report of the Working Group (A/HRC/11/25) it asked.",
            [("full", "A/HRC/11/25", "28 (g)")],
        ),
        ("Again (ibid., para. 5), it refused.", [("id", "", "5")]),
        ("The idea, id est this, is no ID. card; see above.", []),
        ("Canada made the recommendation 186.66 (“Invite”).", [("recommendation", "", "186.66")]),
        ("Canada made recommendation 186.66 (A/HRC/25/5).", [("full", "A/HRC/25/5", "186.66")]),
        (
            "It made recommendations 186.242 and 186.243 in 2013.",
            [("recommendation", "", "186.242 + 186.243")],
        ),
        (
            "Of the recommendations it accepted one (186.242) and not the other (186.243).",
            [("recommendation", "", "186.242"), ("recommendation", "", "186.243")],
        ),
        ("The recommendation cost 12.50 million, or 10.5 per cent, at 10.30 a.m.", []),
        ("Article 46, paragraph 2, of the Law of 2012 was recommended.", []),
        ("The DPRK COI report, para. 5, said so.", [("short", "DPRK COI report", "5")]),
        ("As paragraph 80 of the COI report says.", [("short", "COI report", "80")]),
        ("[The report](https://undocs.org/A/HRC/25/5), para. 4", [("full", "A/HRC/25/5", "4")]),
        ("체코는 권고 186.241을 하였다.", [("recommendation", "", "186.241")]),
        ("Recommendation 1: Publish figures", []),
    ],
)
def test_running_text_gives_its_citations(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(find_citations(text)) == expected


def test_title_date_and_address_are_kept_as_stated() -> None:
    note = (
        "Report of the Working Group on the Universal Periodic Review: China (including Hong Kong, China), "
        "A/HRC/25/5 (4 December 2013), para. 4, https://undocs.org/A/HRC/25/5 (accessed 1 May 2018)."
    )
    (one,) = in_note(note)
    assert one.stated_title.endswith("China (including Hong Kong, China)")
    assert (one.stated_date, one.url) == ("2013-12-04", "https://undocs.org/A/HRC/25/5")


def test_a_sentence_ahead_of_a_symbol_is_no_title() -> None:
    (one,) = in_note("The State denied this in A/HRC/11/25, para. 112.")
    assert one.stated_title == ""


def test_semicolons_in_titles_names_and_addresses_part_no_sources() -> None:
    note = (
        "Joint letter by A. B., Special Rapporteur; C. D., Vice-Chair; and E. F., JAL CHN 8/2021, "
        "August 23, 2021, https://x.org/a;b; HRW, “One; Two” (12 October 2013), https://y.org"
    )
    assert [(one.stated_date, one.url) for one in in_note(note)] == [
        ("2021-08-23", "https://x.org/a;b"),
        ("2013-10-12", "https://y.org"),
    ]


def test_the_founding_letter_gives_all_its_sources(shared_letter: Path) -> None:
    letter = read_letter(shared_letter)
    found = find_citations(letter.text, notes=[(note.number, note.span) for note in letter.notes])
    of_note = {number: [one for one in found if one.note == number] for number in map(str, range(1, 26))}
    assert [one.pinpoints for one in found if one.note is None] == [
        ("186.66",), ("186.241",), ("186.242", "186.243"),
    ]  # fmt: skip
    assert [of_note[str(n)][0].pinpoints for n in range(1, 7)] == [
        ("1211",), ("380-434",), ("435-477",), ("1221 (a)",), ("1098-1114",), ("1197",),
    ]  # fmt: skip
    assert [of_note[str(n)][0].kind for n in range(1, 7)] == ["full"] + ["id"] * 5
    assert {n: len(of_note[n]) for n in ("7", "11", "12", "20", "24")} == {
        "7": 3,
        "11": 1,
        "12": 1,
        "20": 3,
        "24": 0,
    }
    assert (of_note["22"][0].symbol, of_note["22"][0].pinpoints) == ("A/HRC/11/25", ("28 (g)", "30"))
    assert (of_note["23"][0].symbol, of_note["23"][0].pinpoints) == ("A/HRC/25/5", ("186.66", "186.241"))
    assert (of_note["25"][0].symbol, of_note["25"][0].pinpoints) == ("A/HRC/11/25", ("26",))
    assert of_note["16"][0].stated_date == "2023-10-29"
    assert all(letter.text[one.span.start : one.span.end] == one.as_written for one in found)


WORDS = st.sampled_from(
    [
        "Id.",
        "Ibid., ",
        "para. 5",
        "paras. 28(g) and 30",
        "A/HRC/25/5",
        ", ",
        "; ",
        ". ",
        "(",
        ")",
        "supra note 2",
        "https://undocs.org/A/HRC/25/5",
        "COI report",
        "recommendation 186.66",
        "“Title”",
        "(5 October 2009)",
        "[x](https://x.org)",
        "*",
        "각주 3",
        "132항",
        "and Add.1",
        "\n\n",
        "See ",
    ]
)


@given(
    st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=25).map("".join)),
    st.integers(0, 60),
    st.integers(0, 300),
)
def test_every_citation_is_what_the_text_says_at_its_span(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    for one in find_citations(text, notes=[("1", span)]):
        assert text[one.span.start : one.span.end] == one.as_written != ""
        assert one.kind in SOURCES
        assert one.status == "unresolved"


@pytest.mark.parametrize(
    "words", ["A/HRC/26/4, supra note 1, para. 136.66", "A/HRC/26/4 (note 1 above), para. 136.66"]
)
def test_the_note_of_the_first_mention_does_not_part_a_symbol_from_its_paragraph(words: str) -> None:
    full = next(one for one in find_citations(words) if one.kind == "full")
    assert (full.symbol, full.pinpoints) == ("A/HRC/26/4", ("136.66",))
