"""From a source to a built letter: notes that write and number themselves, words from the record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import BuildStopped
from onrecord.letters.compose.build import build, compose
from onrecord.letters.compose.built import BlockKind, BuiltLetter, NoteCall, SourceCited
from onrecord.letters.compose.lock import lock_path, read_lock
from onrecord.letters.compose.quoting import without_states
from onrecord.letters.compose.words import built_text, built_text_sha256
from onrecord.mechanisms.model import Entry
from onrecord.record.record import Record

COI = "Report of the Working Group on the Universal Periodic Review: China"
MORE = "Report of the Working Group on the Universal Periodic Review: China (including Hong Kong, China and Macao, China)"
THREE = "One.[@A/HRC/11/25, para. 30] Two.[@A/HRC/11/25, para. 26] Three.[@A/HRC/25/5, para. 132] Four.[@A/HRC/11/25, para. 1]"


def notes_of(letter: BuiltLetter) -> list[str]:
    return ["".join(getattr(run, "text", "\n") for run in note.inlines) for note in letter.notes]


def words_of(letter: BuiltLetter, at: int = 0) -> str:
    return "".join(
        f"[{one.number}]" if isinstance(one, NoteCall) else getattr(one, "text", "\n")
        for one in letter.blocks[at].inlines
    )


@pytest.mark.parametrize(
    ("style", "second", "fourth"),
    [
        (
            "letter",
            "Id., para. 26.",
            f"{COI}, A/HRC/11/25* (5 October 2009), para. 1, https://undocs.org/A/HRC/11/25",
        ),
        ("un", "Ibid., para. 26.", "A/HRC/11/25, para. 1."),
        ("oscola", "ibid para 26.", "UN Doc A/HRC/11/25 (n 1) para 1."),
        ("chicago", "A/HRC/11/25, para. 26.", "A/HRC/11/25, para. 1."),
    ],
)
def test_a_source_is_told_in_full_first_then_as_the_style_says(record, written, style, second, fourth):
    notes = notes_of(build(written(THREE, notes=style), record))
    assert COI in notes[0]
    assert notes[1] == second
    assert MORE in notes[2]
    assert notes[3] == fourth


@pytest.mark.parametrize(
    ("style", "first"),
    [
        (
            "letter",
            f"{COI}, A/HRC/11/25* (5 October 2009), paras. 28(g) and 30, https://undocs.org/A/HRC/11/25",
        ),
        ("un", f"{COI} (A/HRC/11/25*), paras. 28 (g) and 30."),
        (
            "oscola",
            f"Human Rights Council, ‘{COI}’ (5 October 2009) UN Doc A/HRC/11/25*, paras 28(g) and 30.",
        ),
        (
            "chicago",
            f"Human Rights Council, {COI}, A/HRC/11/25* (October 5, 2009), paras. 28(g) and 30, https://undocs.org/A/HRC/11/25.",
        ),
    ],
)
def test_a_document_in_full(record, written, style, first):
    letter = build(written("One.[@A/HRC/11/25, paras. 28(g) and 30]", notes=style), record)
    assert notes_of(letter) == [first]
    assert letter.notes[0].cited == (SourceCited("A/HRC/11/25", ("28 (g)", "30")),)


def test_an_id_never_follows_a_note_of_several_sources(record, written):
    text = "A.[@A/HRC/11/25, para. 30; see also @A/HRC/25/5, para. 132] B.[@A/HRC/25/5, para. 1]"
    notes = notes_of(build(written(text, notes="un"), record))
    assert notes[0] == f"{COI} (A/HRC/11/25*), para. 30; see also {MORE} (A/HRC/25/5), para. 132."
    assert notes[1] == "A/HRC/25/5, para. 1."


def test_a_new_note_before_others_renumbers_and_rewrites_them(record, written):
    before = "Two.[@A/HRC/11/25, para. 30]{#dutch} Three.[@A/HRC/11/25, para. 26] See note {{note dutch}}."
    after = "One.[@A/HRC/25/5, para. 1] " + before.replace("Three", "New.^[A word of ours.] Three")
    assert words_of(build(written(before, notes="un"), record)) == "Two.[1] Three.[2] See note 1."
    letter = build(written(after, notes="un"), record)
    assert words_of(letter) == "One.[1] Two.[2] New.[3] Three.[4] See note 2."
    assert notes_of(letter)[3] == "A/HRC/11/25, para. 26."


def test_words_come_from_the_record_with_their_note(record, written):
    letter = build(written("Canada said {{quote A/HRC/25/5 186.66 lower}}. Then more."), record)
    assert words_of(letter) == (
        "Canada said “[i]nvite the UN Commission of Inquiry on Human Rights in the Democratic People’s Republic of "
        "Korea to visit North-Eastern China to meet officials and North Korean citizens who have fled to China”.[1] "
        "Then more."
    )
    assert letter.notes[0].cited == (SourceCited("A/HRC/25/5", ("186.66",)),)


@pytest.mark.parametrize(
    ("text", "by", "quoted"),
    [
        ("Protect refugees (Czech Republic);", ("Czech Republic",), "Protect refugees"),
        (
            "Ratify the Convention (CPED) (France) (Iraq) ;",
            ("France", "Iraq"),
            "Ratify the Convention (CPED)",
        ),
        ("Ratify the Convention (CPED);", ("France",), "Ratify the Convention (CPED)"),
        ("Continue its efforts.", (), "Continue its efforts."),
    ],
)
def test_the_states_that_made_a_recommendation_are_not_part_of_its_words(text, by, quoted):
    entry = Entry("recommendation", "A/HRC/25/5", "conclusions", "186", 1, text, by_as_printed=by)
    assert without_states(entry) == quoted


def test_parts_of_a_passage_are_joined_with_the_cut_marked(record, written):
    text = (
        '{{quote A/HRC/11/25 28 (g) from "take immediate" to "measures" and from "the non-refoulement of" to '
        '"Korea" without note}}'
    )
    letter = build(written(text), record)
    assert words_of(letter) == (
        "“take immediate measures […] the non-refoulement of refugees from the Democratic People’s Republic of Korea”"
    )
    assert letter.notes == ()


def test_words_that_the_passage_does_not_hold_stop_the_build(record, written):
    with pytest.raises(
        BuildStopped, match=r"does not hold the words “Protect everybody”.*The passage reads: “Protect North"
    ):
        build(written('{{quote A/HRC/25/5 186.241 from "Protect everybody"}}'), record)


def test_changed_words_stop_the_build_until_they_are_accepted(record: Record, written, tmp_path: Path):
    source = written("{{quote A/HRC/25/5 186.241}}")
    lock = compose(source, record).lock
    entry = lock.quotations["A/HRC/25/5, 186.241"]
    older = replace(lock, quotations={"A/HRC/25/5, 186.241": replace(entry, words="Protect all refugees")})
    stopped = compose(source, record, lock=older)
    assert [problem.rule for problem in stopped.errors] == ["quotation-changed"]
    assert "They were: “Protect all refugees”" in stopped.errors[0].message
    assert f"They are: “{entry.words}”" in stopped.errors[0].message
    accepted = compose(source, record, lock=older, accept=True)
    assert not accepted.errors
    assert accepted.lock == lock


def test_words_gone_from_the_record_stop_the_build_or_stay_as_they_were(record, written):
    source = written("{{quote A/HRC/99/1 5}}")
    assert [problem.rule for problem in compose(source, record).errors] == ["quotation-missing"]
    lock = compose(written("{{quote A/HRC/25/5 186.241}}"), record).lock
    kept = replace(lock, quotations={"A/HRC/99/1, 5": lock.quotations["A/HRC/25/5, 186.241"]})
    assert "The words were: “Protect North" in compose(source, record, lock=kept).errors[0].message
    accepted = compose(source, record, lock=kept, accept=True)
    assert not accepted.errors
    assert "quotation-not-on-record" in [problem.rule for problem in accepted.problems]
    assert words_of(accepted.letter).startswith("“Protect North Korean refugees")


def test_a_lock_survives_its_file_and_refuses_changed_words(record, written):
    source = written("{{quote A/HRC/25/5 186.241}}")
    lock = compose(source, record).lock
    path = lock_path(source.path)
    path.write_bytes(lock.as_bytes())
    assert path.name == "letter.lock.json"
    assert read_lock(path) == lock
    path.write_text(
        path.read_text(encoding="utf-8").replace("Protect North", "Protect South"), encoding="utf-8"
    )
    with pytest.raises(Exception, match="not those of their hash"):
        read_lock(path)


def test_an_empty_note_stops_the_build_and_is_left_out_of_a_draft(record, written):
    source = written("One.[@A/HRC/11/25, para. 30] Two.[^24] Three.[@A/HRC/11/25, para. 26]")
    composed = compose(source, record)
    assert [(problem.rule, problem.line) for problem in composed.errors] == [("empty-note", 4)]
    assert words_of(composed.letter) == "One.[1] Two. Three.[2]"
    with pytest.raises(BuildStopped, match="line 4: Note “24” is called here, but it has no words"):
        build(source, record)


def test_a_source_that_nobody_knows_stops_the_build_and_shows_its_key_in_a_draft(record, written):
    composed = compose(written("One.[@nobody2023, p. 5]"), record)
    assert [(one.rule, one.hint) for one in composed.errors] == [
        ("unknown-source", "Name your CSL-JSON file in the front matter: “sources: sources.json”.")
    ]
    assert notes_of(composed.letter) == ["@nobody2023."]


def test_asks_are_numbered_anew_and_keep_their_names(record, written):
    letter = build(
        written("Q7. Does China?\nQ2 (optional). Will it?\n\nR1. Give.\n\nSee question {{ask Q2}}."), record
    )
    asks = [(block.kind, block.name, block.number, block.optional) for block in letter.blocks[:3]]
    assert asks == [
        (BlockKind.QUESTION, "Q7", 1, False),
        (BlockKind.QUESTION, "Q2", 2, True),
        (BlockKind.RECOMMENDATION, "R1", 1, False),
    ]
    assert words_of(letter, 3) == "See question 2."


def test_a_document_without_title_and_date_is_told(record, written):
    composed = compose(written("One.[@A/HRC/99/1, para. 5]"), record)
    assert [(one.rule, one.severity) for one in composed.problems] == [("facts-missing", "warning")]
    assert "The title and date of A/HRC/99/1 are not known" in composed.problems[0].message


def test_a_korean_letter_writes_notes_and_dates_in_korean(record, written):
    letter = build(written("하나.[@A/HRC/11/25, para. 30] 둘.[@A/HRC/11/25, 단락 26]", language="ko"), record)
    assert letter.date_as_printed == "2026년 10월 1일"
    assert notes_of(letter) == [
        f"{COI}, A/HRC/11/25* (2009년 10월 5일), 단락 30, https://undocs.org/A/HRC/11/25",
        "위의 문서, 단락 26.",
    ]


def test_the_hash_of_the_words_changes_with_a_word_and_not_with_signatories(record, written):
    letter = build(written("One.[@A/HRC/11/25, para. 30]"), record)
    other = build(written("One!.[@A/HRC/11/25, para. 30]"), record)
    signed = build(written("One.[@A/HRC/11/25, para. 30]", signatories="[HanVoice]"), record)
    assert built_text_sha256(letter) != built_text_sha256(other)
    assert built_text(letter) == built_text(signed)
    assert [one.name for one in signed.signatories] == ["HanVoice"]
    assert signed.blocks[-1].kind is BlockKind.SIGNATORIES
