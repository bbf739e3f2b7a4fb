"""Signatures, from the first list to the printed one; who must be asked again after a change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from onrecord.errors import InputError, NotOnRecord, UsageError
from onrecord.letters.signing import requests
from onrecord.letters.signing.alike import fold_name, same_or_alike
from onrecord.letters.signing.asking import ask_again, changed_passages
from onrecord.letters.signing.lists import enter_list, preview_list
from onrecord.letters.signing.model import Standing, version_sha256
from onrecord.letters.signing.printing import printed_signatories
from onrecord.letters.signing.publications import (
    altered_files,
    file_reply,
    publication,
    publications,
    publish,
)
from onrecord.letters.signing.signatories import (
    acts,
    consent,
    contact_of,
    correct,
    enter,
    signatories,
    signatory,
    standings,
    withdraw,
)
from onrecord.letters.signing.versions import keep_version, letters, version, versions
from onrecord.record.record import Record, open_record

LETTER = "to-the-minister"
WHO = "Secretary"
ENGLISH = "Dear Minister,\nAt least 500 persons were returned.\nPlease ask about them.\n"
KOREAN = "장관님께,\n최소 500명이 송환되었습니다.\n이들에 대해 질의해 주십시오.\n"


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record") as opened:
        yield opened


def keep(record: Record, english: str = ENGLISH, korean: str = KOREAN):
    return keep_version(record, LETTER, "A letter", {"en": english, "ko": korean}, who=WHO)


def organisation(record: Record, english: str, korean: str = "", **more):
    names = {"en": english} | ({"ko": korean} if korean else {})
    return enter(record, LETTER, kind="organisation", names=names, who=WHO, **more)


def test_the_same_words_are_one_version_whatever_the_order_of_languages(record):
    first = keep(record)
    again = keep_version(record, LETTER, "A letter", {"ko": KOREAN, "en": ENGLISH}, who="Another")
    assert first == again
    assert versions(record, LETTER) == [first]
    assert letters(record) == [LETTER]
    assert version(record, LETTER, first.sha256[:8]) == first


def test_a_version_is_asked_for_by_a_hash_long_enough(record):
    with pytest.raises(NotOnRecord, match="No version"):
        version(record, LETTER)
    keep(record)
    with pytest.raises(UsageError, match="too short"):
        version(record, LETTER, "abc")
    with pytest.raises(NotOnRecord, match="hash"):
        version(record, LETTER, "0123456789")


def test_only_who_signed_these_very_words_is_printed(record):
    first = keep(record)
    signed = organisation(record, "Relatives' Association", "가족회")
    invited = organisation(record, "Another Association", "다른 모임")
    consent(record, signed, first, who=WHO, how="e-mail of 2 January")
    lines, doubts = printed_signatories(record, first, "ko")
    assert [line.name for line in lines] == ["가족회"]
    assert doubts == ()
    changed = keep(record, ENGLISH.replace("At least 500", "About 500"))
    assert printed_signatories(record, changed, "en") == ((), ())
    assert standings(record, changed) == [(signed, Standing.ASK_AGAIN), (invited, Standing.INVITED)]


def test_a_change_in_one_language_is_a_change_of_the_letter(record):
    first, second = keep(record), keep(record, korean=KOREAN.replace("최소", "약"))
    assert first.sha256 != second.sha256


def test_who_is_asked_again_is_told_what_changed_in_their_language(record):
    first = keep(record)
    english, korean = (
        organisation(record, "Relatives' Association", contact="r@example.org"),
        organisation(record, "Family Association", "가족회", language="ko"),
    )
    for one in (english, korean):
        consent(record, one, first, who=WHO, how="telephone")
    changed = keep(record, ENGLISH.replace("At least 500", "About 500") + "One more sentence.\n")
    to_english, to_korean = ask_again(record, changed)
    assert to_english.contact == "r@example.org"
    assert "Dear Relatives' Association" in to_english.body
    assert "At least 500 persons were returned." in to_english.body
    assert "About 500 persons were returned." in to_english.body
    assert "Paragraph 4 is new:\n  One more sentence." in to_english.body
    assert "Please ask about them" not in to_english.body
    assert changed.sha256 in to_english.body
    assert to_korean.body.startswith("가족회 귀하")
    assert "About 500 persons were returned." in to_korean.body
    consent(record, english, changed, who=WHO, how="telephone")
    assert [message.signatory for message in ask_again(record, changed)] == [korean]


def test_who_went_back_to_the_old_words_need_not_be_asked_again(record):
    first = keep(record)
    one = organisation(record, "Relatives' Association")
    consent(record, one, first, who=WHO, how="telephone")
    keep(record, ENGLISH + "More.\n")
    assert keep(record) == first
    assert ask_again(record, first) == []


def test_a_withdrawal_is_kept_and_can_be_followed_by_a_new_consent(record):
    first = keep(record)
    one = organisation(record, "Relatives' Association")
    consent(record, one, first, who=WHO, how="telephone")
    withdraw(record, one, who=WHO, how="e-mail", words="We no longer agree.")
    assert standings(record, first) == [(one, Standing.WITHDRAWN)]
    assert printed_signatories(record, first, "en")[0] == ()
    consent(record, one, first, who=WHO, how="e-mail of the day after")
    assert standings(record, first) == [(one, Standing.SIGNED)]
    assert [act.act for act in acts(record, LETTER)] == ["entered", "consented", "withdrew", "consented"]


def test_a_correction_keeps_what_stood_there(record):
    one = organisation(record, "Relatifs' Association", contact="old@example.org")
    corrected = correct(
        record, one, names={"en": "Relatives' Association"}, contact="new@example.org", who=WHO
    )
    assert signatory(record, LETTER, one.id) == corrected
    assert contact_of(record, corrected) == "new@example.org"
    last = acts(record, LETTER)[-1]
    assert "Relatifs" in last.words
    assert "example.org" not in last.words


def test_a_contact_is_in_nothing_that_is_printed_or_listed(record):
    first = keep(record)
    one = organisation(record, "Relatives' Association", contact="secret@example.org")
    consent(record, one, first, who=WHO, how="telephone")
    sent = publish(record, first, recipient="Ministry", sent="2024-01-03", who=WHO, check_result={})
    for told in (
        signatories(record, LETTER),
        acts(record, LETTER),
        printed_signatories(record, first, "en"),
        sent,
    ):
        assert "secret" not in repr(told)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("entered", ["The Beta", "Kim Alpha", "Gamma"]),
        ("alphabetical", ["The Beta", "Gamma", "Kim Alpha"]),
        ("persons-first", ["Kim Alpha", "The Beta", "Gamma"]),
        ("organisations-first", ["The Beta", "Gamma", "Kim Alpha"]),
    ],
)
def test_the_list_prints_in_a_chosen_order(record, order, names):
    first = keep(record)
    for kind, name in (("organisation", "The Beta"), ("person", "Kim Alpha"), ("organisation", "Gamma")):
        one = enter(record, LETTER, kind=kind, names={"en": name}, who=WHO)
        consent(record, one, first, who=WHO, how="by hand")
    lines, doubts = printed_signatories(record, first, "ko", order)
    assert [line.name for line in lines] == names
    assert len(doubts) == 3
    with pytest.raises(UsageError, match="order"):
        printed_signatories(record, first, "en", "by weight")


def test_a_consent_is_to_this_letter_and_has_a_ground(record):
    one = organisation(record, "Relatives' Association")
    other = keep_version(record, "another-letter", "B", {"en": "Other words."}, who=WHO)
    with pytest.raises(UsageError, match="another-letter"):
        consent(record, one, other, who=WHO, how="telephone")
    with pytest.raises(UsageError, match="ground"):
        consent(record, one, keep(record), who=WHO, how=" ")


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "choir", "names": {"en": "A"}},
        {"kind": "person", "names": {}},
        {"kind": "person", "names": {"en": "\u202e\u0000 "}},
        {"kind": "person", "names": {"tlh": "A"}},
        {"kind": "person", "names": {"en": "A" * 501}},
    ],
)
def test_what_is_no_signatory_is_refused(record, wrong):
    with pytest.raises(UsageError):
        enter(record, LETTER, who=WHO, **wrong)
    assert signatories(record, LETTER) == []


def test_hidden_characters_do_not_get_into_a_name(record):
    one = organisation(record, "Good\u202eName\u0007 and\nmore")
    assert one.names["en"] == "GoodName and more"


def test_the_same_signatory_is_recognised_in_other_spellings():
    assert same_or_alike({"en": "Human Rights Group (HRG)"}, {"en": "The Human Rights group, Inc."}) == "same"
    assert same_or_alike({"ko": "(사)가족회"}, {"ko": "사단법인 가족 회"}) == "same"
    assert same_or_alike({"en": "Kim Kyu Li"}, {"en": "Kim Gyu Li"}) == "alike"
    assert same_or_alike({"en": "Kim Kyu Li"}, {"ko": "김규리"}) == ""
    assert same_or_alike({"en": "Relatives' Association"}, {"en": "Lawyers for Refugees"}) == ""


@given(st.text(max_size=40))
def test_folding_a_name_is_done_once(name):
    assert fold_name(fold_name(name)) == fold_name(name)


LIST = """\
kind,name_en,name_ko,detail_en,contact,consent
organisation,Relatives' Association,가족회,,r@example.org,yes
person,Kim Kyu Li,김규리,elder sister,,no
organisation,"Relatives Association, Inc.",,,,yes
choir,Singers,,,,
organisation,Human Rights Group,,,,maybe
person,Kim Gyu Li,,,,yes
"""


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_list_is_seen_before_it_is_entered(record, tmp_path):
    preview = preview_list(record, LETTER, write(tmp_path, LIST))
    assert [row.verdict for row in preview.rows] == ["new", "new", "twice", "broken", "broken", "alike"]
    assert preview.rows[2].like == "row 2: Relatives' Association"
    assert "choir" in preview.rows[3].reason
    assert signatories(record, LETTER) == []
    with pytest.raises(UsageError, match="no version"):
        enter_list(record, LETTER, preview, who=WHO)
    first = keep(record)
    entered = enter_list(record, LETTER, preview, who=WHO, to=first)
    assert [one.name("ko") for one in entered] == ["가족회", "김규리"]
    assert [standing for _, standing in standings(record, first)] == [Standing.SIGNED, Standing.INVITED]
    assert acts(record, LETTER)[1].how == "list.csv, row 2"


def test_a_list_entered_twice_adds_nobody(record, tmp_path):
    first = keep(record)
    path = write(tmp_path, LIST)
    enter_list(record, LETTER, preview_list(record, LETTER, path), who=WHO, to=first)
    again = preview_list(record, LETTER, path)
    assert again.count("new") == 0
    assert again.rows[0].verdict == "held"
    assert enter_list(record, LETTER, again, who=WHO, to=first) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_a_list_with_korean_headings_in_any_encoding(record, tmp_path, encoding):
    text = "구분;단체명;연락처;동의\n단체;가족회;a@example.org;예\n개인;김규리;;아니오\n"
    preview = preview_list(record, LETTER, write(tmp_path, text, encoding))
    assert [(row.kind, row.names["ko"], row.consents) for row in preview.rows] == [
        ("organisation", "가족회", True),
        ("person", "김규리", False),
    ]


def test_a_list_that_is_none_is_refused_by_name(record, tmp_path):
    with pytest.raises(InputError, match=r"list\.csv has no column of names"):
        preview_list(record, LETTER, write(tmp_path, "colour,size\nred,3\n"))
    with pytest.raises(InputError, match=r"list\.csv is empty"):
        preview_list(record, LETTER, write(tmp_path, " "))
    with pytest.raises(InputError, match="line 2"):
        preview_list(record, LETTER, write(tmp_path, 'name\n"never closed\n'))
    with pytest.raises(InputError, match="10,000"):
        preview_list(record, LETTER, write(tmp_path, "name\n" + "a\n" * 10_001))


def test_columns_that_are_not_read_are_named(record, tmp_path):
    preview = preview_list(record, LETTER, write(tmp_path, "name,shoe size\nA,42\n"))
    assert preview.unknown == ("shoe size",)


def test_a_publication_keeps_version_files_signatories_and_check(record, tmp_path):
    first = keep(record)
    one = organisation(record, "Relatives' Association", "가족회")
    consent(record, one, first, who=WHO, how="telephone")
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7 the letter")
    sent = publish(
        record,
        first,
        recipient="Ministry of Foreign Affairs",
        channel="e-mail",
        sent="2024-01-03",
        files=[letter],
        check_result={"en": {"summary": {"findings": {"error": 0}}}},
        who=WHO,
    )
    keep(record, ENGLISH + "Changed later.\n")
    withdraw(record, one, who=WHO, how="e-mail")
    letter.unlink()
    assert publication(record, sent.id) == sent
    assert sent.version_sha256 == version_sha256({"en": ENGLISH, "ko": KOREAN})
    assert [names["names"]["ko"] for names in sent.signatories] == ["가족회"]
    assert sent.files[0].path.read_bytes() == b"%PDF-1.7 the letter"
    assert altered_files(record) == []
    answered = file_reply(
        record, sent, sender="Ministry", received="2024-01-20", words="It took note.", who=WHO
    )
    assert [reply.words for reply in answered.replies] == ["It took note."]
    assert publications(record, LETTER) == [answered]


def test_a_file_altered_after_it_went_out_is_told(record, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("as sent")
    sent = publish(
        record, keep(record), recipient="M", sent="2024-01-03", files=[letter], check_result={}, who=WHO
    )
    sent.files[0].path.chmod(0o600)
    sent.files[0].path.write_text("as forged")
    assert altered_files(record) == [f"letter.txt of publication {sent.id} was altered."]
    sent.files[0].path.unlink()
    assert altered_files(record) == [f"letter.txt of publication {sent.id} is missing."]


@pytest.mark.parametrize("day", ["2024-02-30", "20240103", "yesterday", "2024-1-3"])
def test_a_day_that_is_none_files_nothing(record, day):
    with pytest.raises(UsageError, match="no day"):
        publish(record, keep(record), recipient="M", sent=day, check_result={}, who=WHO)
    assert publications(record) == []


def test_a_file_that_is_not_there_files_nothing(record, tmp_path):
    with pytest.raises(InputError, match=r"none\.pdf"):
        publish(
            record,
            keep(record),
            recipient="M",
            sent="2024-01-03",
            files=[tmp_path / "none.pdf"],
            check_result={},
            who=WHO,
        )
    assert publications(record) == []


def test_a_reply_needs_a_sender_and_words_or_a_file(record):
    sent = publish(record, keep(record), recipient="M", sent="2024-01-03", check_result={}, who=WHO)
    with pytest.raises(UsageError, match="reply"):
        file_reply(record, sent, sender="M", received="2024-01-20", who=WHO)


paragraphs = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30), max_size=8)


@given(paragraphs, paragraphs)
def test_changed_passages_tell_all_that_changed(old, new):
    """Together with what stayed they hold every paragraph of both texts; equal texts have none."""
    passages = changed_passages("\n".join(old), "\n".join(new))
    assert (passages == []) == (old == new)
    assert all(passage.before or passage.after for passage in passages)
    kept = [paragraph for paragraph in new if paragraph in old]
    touched = sum(1 for passage in passages if passage.after)
    assert touched >= len(new) - len(kept)


def test_the_words_around_a_change_are_shown_and_no_more():
    before = " ".join(f"w{n}" for n in range(60))
    [passage] = changed_passages(before, before.replace("w30 ", "other "))
    assert "other" in passage.after
    assert "w30" in passage.before
    assert passage.after.startswith("… w18")
    assert passage.after.endswith("w42 …")


class Signing(RuleBasedStateMachine):
    """Whatever is done in whatever order: printed are those whose last word is a consent to these words."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile  # noqa: PLC0415

        self.folder = tempfile.TemporaryDirectory()
        self.record = open_record(Path(self.folder.name) / "record")
        self.version = keep(self.record)
        self.known = {}

    @rule(text=st.sampled_from(["a", "b", "c"]))
    def change(self, text):
        self.version = keep(self.record, f"{ENGLISH}{text}\n")

    @rule()
    def enter(self):
        one = organisation(self.record, f"Organisation {len(self.known)}")
        self.known[one.id] = (one, set())

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def consent(self, data):
        one, consented = self.known[data.draw(st.sampled_from(sorted(self.known)))]
        consent(self.record, one, self.version, who=WHO, how="drawn")
        consented.add(self.version.sha256)

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def withdraw(self, data):
        one, consented = self.known[data.draw(st.sampled_from(sorted(self.known)))]
        withdraw(self.record, one, who=WHO, how="drawn")
        consented.clear()

    @invariant()
    def those_are_printed_who_signed_this_version(self):
        lines, _ = printed_signatories(self.record, self.version, "en")
        signed = [
            one.name("en") for one, consented in self.known.values() if self.version.sha256 in consented
        ]
        assert [line.name for line in lines] == signed
        asked = {message.signatory.id for message in ask_again(self.record, self.version)}
        assert asked == {
            number
            for number, (_, consented) in self.known.items()
            if consented - {self.version.sha256} and self.version.sha256 not in consented
        }

    def teardown(self):
        self.record.close()
        self.folder.cleanup()


TestSigning = Signing.TestCase
TestSigning.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)


CRASH = """
import os, sys
import subprocess
import sys
from pathlib import Path
from onrecord.letters.signing import lists, versions
from onrecord.record.record import open_record

kept, entered = lists.enter_within, 0

def dies_at_the_second(*given, **named):
    global entered
    entered += 1
    if entered == 2:
        os._exit(9)
    return kept(*given, **named)

lists.enter_within = dies_at_the_second
with open_record(Path(sys.argv[1])) as record:
    preview = lists.preview_list(record, sys.argv[3], Path(sys.argv[2]))
    lists.enter_list(record, sys.argv[3], preview, who="Secretary", to=versions.versions(record, sys.argv[3])[0])
"""


def test_a_crash_in_the_middle_of_a_list_leaves_nothing_entered(tmp_path):
    with open_record(tmp_path / "record") as record:
        first = keep(record)
    path = write(tmp_path, LIST)
    ended = subprocess.run([sys.executable, "-c", CRASH, tmp_path / "record", path, LETTER], check=False)
    assert ended.returncode == 9
    with open_record(tmp_path / "record") as record:
        assert signatories(record, LETTER) == []
        assert acts(record, LETTER) == []
        # Nothing stands in the way of entering it again.
        assert len(enter_list(record, LETTER, preview_list(record, LETTER, path), who=WHO, to=first)) == 2


def test_a_fault_while_a_request_is_accepted_leaves_it_waiting(record, monkeypatch):
    words = keep(record)
    asked = requests.ask_to_sign(record, words, kind="person", names={"en": "Lee"}, contact="lee@example.org")

    def fails(*_given, **_named):
        raise OSError("the disk is full")

    monkeypatch.setattr(requests, "consent_within", fails)
    with pytest.raises(OSError, match="full"):
        requests.accept(record, asked, who=WHO)
    assert [one.id for one in requests.requests(record, LETTER)] == [asked.id]
    assert signatories(record, LETTER) == []
