"""Letters on the desk that people sign: which words are kept, under which name, and who is printed."""

from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.letters.compose.on_desk import desk_sorted, source_of_draft
from onrecord.letters.compose.words import built_text, words_alone
from onrecord.letters.signing.asking import ask_again
from onrecord.letters.signing.on_desk import Signable, built_draft, keep_draft, signable, signing_of
from onrecord.letters.signing.opening import open_letter
from onrecord.letters.signing.signatories import consent, enter
from onrecord.letters.signing.versions import letters, versions
from onrecord.record.draft_pairs import pair_drafts, part_drafts
from onrecord.record.drafts import open_draft, save_version
from onrecord.record.record import open_record

WHO = "Secretary"
ENGLISH = "---\ndate: 2026-10-01\ntitle: To the Minister\n---\n\nAt least 500 persons were returned.[@book]\n"
LISTED = ENGLISH.replace("title", "sources: book.json\ntitle")
ITEMS = '[{"id": "book", "type": "book", "title": "A Book", "issued": {"date-parts": [[2020]]}}]'
SOURCE = ENGLISH.replace("[@book]", "")
KOREAN = "---\nlanguage: ko\ndate: 2026-10-01\ntitle: 장관님께\n---\n\n최소 500명이 송환되었습니다.\n"


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record") as opened:
        yield opened


def signed(record, version, name="Relatives' Association"):
    one = enter(record, version.letter, kind="organisation", names={"en": name, "ko": "가족회"}, who=WHO)
    consent(record, one, version, who=WHO, how="e-mail of 2 January")
    return one


def test_a_source_is_built_and_its_built_words_are_kept(record):
    open_draft(record, "book.json", ITEMS)
    number = open_draft(record, "spring.md", LISTED)
    kept = keep_draft(record, number, who=WHO)
    assert (kept.letter, kept.title) == ("spring", "To the Minister")
    assert kept.texts == {"en": built_text(built_draft(record, number).letter)}
    read = words_alone(kept.texts["en"])
    assert "At least 500 persons were returned.[1]" in read
    assert "A Book" in read
    assert "---" not in read
    assert "@book" not in read


def test_what_cannot_be_built_is_told_by_its_lines_and_nothing_is_kept(record):
    number = open_draft(record, "spring.md", LISTED)
    with pytest.raises(UsageError, match=r"“spring.md” cannot be built: line 1: There is no list of sources"):
        keep_draft(record, number, who=WHO)
    assert letters(record) == []
    assert signing_of(record, number) is None


def test_who_signed_exactly_these_words_is_printed_and_others_are_asked_again(record):
    number = open_draft(record, "spring.md", SOURCE)
    signed(record, keep_draft(record, number, who=WHO))
    assert [one.name for one in built_draft(record, number).letter.signatories] == ["Relatives' Association"]
    assert (signing_of(record, number).signed, signing_of(record, number).again) == (1, 0)

    save_version(record, number, SOURCE.replace("At least", "About"), why="edited")
    assert built_draft(record, number).letter.signatories == ()
    changed = signing_of(record, number)
    assert (changed.version, changed.signed, changed.again) == (None, 0, 1)

    [message] = ask_again(record, keep_draft(record, number, who=WHO))
    assert "About 500 persons" in message.body
    assert "paragraph:" not in message.body
    assert (signing_of(record, number).signed, signing_of(record, number).again) == (0, 1)

    save_version(record, number, SOURCE, why="undone")
    assert len(built_draft(record, number).letter.signatories) == 1


def test_a_list_in_the_front_matter_is_printed_instead(record):
    own = SOURCE.replace("title", "signatories:\n  - name: Another\ntitle")
    number = open_draft(record, "spring.md", own)
    signed(record, keep_draft(record, number, who=WHO))
    assert [one.name for one in built_draft(record, number).letter.signatories] == ["Another"]


def test_letters_whose_names_are_alike_have_signatures_of_their_own(record, tmp_path):
    names = ("spring.txt", "spring.md", "spring.md", "spring")
    numbers = [
        open_draft(record, name, f"Dear Minister, this is letter {at}.") for at, name in enumerate(names)
    ]
    kept = [keep_draft(record, number, who=WHO) for number in numbers]
    assert [one.letter for one in kept] == ["spring", "spring.md", "spring (2)", "spring (3)"]
    signed(record, kept[0])
    save_version(record, numbers[1], "Dear Minister, other words.", why="edited")
    assert keep_draft(record, numbers[1], who=WHO).letter == "spring.md"
    assert (signing_of(record, numbers[0]).signed, signing_of(record, numbers[0]).again) == (1, 0)
    on_disk = tmp_path / "spring.md"
    on_disk.write_text(SOURCE)
    with pytest.raises(UsageError, match="under the name “spring”"):
        open_letter(record, on_disk, who=WHO)
    other = tmp_path / "autumn.md"
    other.write_text(SOURCE)
    open_letter(record, other, who=WHO)
    assert keep_draft(record, open_draft(record, "autumn.txt", "Words."), who=WHO).letter == "autumn.txt"


@pytest.mark.parametrize("name", ["..", ".", "a/b.txt", ".md"])
def test_a_name_of_any_form_is_one_that_an_address_holds(record, name):
    kept = keep_draft(record, open_draft(record, name, "Words."), who=WHO)
    assert kept.letter.strip(".")
    assert "/" not in kept.letter


def test_both_languages_of_a_letter_are_one_version(record):
    korean, english = open_draft(record, "봄.md", KOREAN), open_draft(record, "spring.md", SOURCE)
    alone = keep_draft(record, english, who=WHO)
    signed(record, alone)
    pair_drafts(record, korean, english)
    assert signable(record) == [Signable(english, ("spring.md", "봄.md"))]
    # Who signed the English words alone has signed exactly what the English letter says.
    assert len(built_draft(record, english).letter.signatories) == 1
    assert built_draft(record, korean).letter.signatories == ()
    assert signing_of(record, korean).again == 1

    both = keep_draft(record, korean, who=WHO)
    assert (both.letter, list(both.texts)) == (alone.letter, ["en", "ko"])
    signed(record, both, "Another")
    assert [one.name for one in built_draft(record, korean).letter.signatories] == ["가족회"]
    assert [one.name for one in built_draft(record, english).letter.signatories] == ["Another"]
    part_drafts(record, korean)
    assert keep_draft(record, korean, who=WHO).letter == "봄"
    assert len(versions(record, alone.letter)) == 2


def test_a_pair_in_one_language_is_refused_and_the_language_is_told_by_the_words(record):
    one, other = (
        open_draft(record, "a", "우리는 장관님께 씁니다."),
        open_draft(record, "b", "We write to you."),
    )
    assert list(keep_draft(record, one, who=WHO).texts) == ["ko"]
    pair_drafts(record, one, other)
    save_version(record, other, "우리는 다시 씁니다.", why="edited")
    with pytest.raises(UsageError, match="Both texts are in Korean"):
        keep_draft(record, one, who=WHO)


def test_lists_lie_beside_the_letters_and_are_not_offered_for_signing(record):
    letter = open_draft(
        record, "letter.txt", "Dear Minister,\n\nIt was said.1\n\n____\n\n1 A/HRC/11/25, para. 5.\n"
    )
    source = source_of_draft(record, letter)
    table = open_draft(record, "names.csv", "en,ko\nKim,김\n")
    named = open_draft(record, "sources", ITEMS)
    by_name = open_draft(record, "b.md", LISTED.replace("book.json", "sources"))
    lying, rest = desk_sorted(record)
    beside = {one.listed.draft.id: one.sources and one.sources.draft.name for one in lying}
    assert beside == {by_name: "sources", source: "letter.sources.json", letter: None}
    assert [one.draft.id for one in rest] == [table]
    assert named not in beside
    assert [one.number for one in signable(record)] == [by_name, source, letter]
