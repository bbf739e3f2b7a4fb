"""The page for signing: what it takes, what it refuses, and that a person must accept each request."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.letters.signing.model import Standing
from onrecord.letters.signing.requests import accept, contact_of_request, refuse, requests
from onrecord.letters.signing.signatories import contact_of, standings
from onrecord.letters.signing.versions import keep_version
from onrecord.record.record import open_record
from onrecord.web.signing_page import app as signing_page
from onrecord.web.signing_page.throttle import Throttle

TEXTS = {"en": "Dear Minister,\n<b>Please</b> ask.", "ko": "장관님께,\n질의해 주십시오."}
FILLED = {"kind": "organisation", "name_en": "Relatives' Association", "contact": "r@example.org"}


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record") as opened:
        yield opened


@pytest.fixture
def version(record):
    return keep_version(record, "letter", "A letter", TEXTS, who="Secretary")


@pytest.fixture
def visit(tmp_path, version, monkeypatch):
    monkeypatch.setattr(signing_page, "SECONDS_TO_READ", 0)
    return TestClient(signing_page.create_signing_page(tmp_path / "record", version))


def fields(page):
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text)
    return {name: html.unescape(value) for name, value in found}


def sign(visit, version, **changed):
    opened = fields(visit.get("/"))
    confirm = visit.post("/check", data={**opened, **FILLED, **changed})
    assert confirm.status_code == 200, confirm.text
    return visit.post("/sign", data={**fields(confirm), "agreed": version.sha256})


def test_a_person_must_accept_before_a_name_is_printed(visit, record, version):
    thanks = sign(visit, version)
    [asked] = requests(record, "letter")
    assert asked.code in thanks.text
    assert standings(record, version) == []
    entered = accept(record, asked, who="Secretary")
    assert standings(record, version) == [(entered, Standing.SIGNED)]
    assert contact_of(record, entered) == "r@example.org"
    assert requests(record, "letter") == []
    with pytest.raises(UsageError, match="decided before"):
        refuse(record, asked, who="Secretary")


def test_a_refused_request_is_kept_and_signs_nothing(visit, record, version):
    sign(visit, version)
    [asked] = requests(record, "letter")
    refuse(record, asked, who="Secretary")
    assert standings(record, version) == []
    [kept] = requests(record, "letter", waiting=False)
    assert (kept.decided_by, kept.signatory_id) == ("Secretary", None)


def test_a_contact_is_kept_apart_and_never_shown(visit, record, version):
    thanks = sign(visit, version)
    [asked] = requests(record, "letter")
    assert "example.org" not in thanks.text + repr(asked)
    assert contact_of_request(record, asked) == "r@example.org"


def test_what_was_confirmed_cannot_be_changed_on_the_way(visit, record, version):
    opened = fields(visit.get("/"))
    confirmed = fields(visit.post("/check", data={**opened, **FILLED}))
    for changed in ({"name_en": "Another"}, {"agreed": "0" * 64}, {"sealed": "forged"}, {"kind": "person"}):
        answer = visit.post("/sign", data={**confirmed, "agreed": version.sha256, **changed})
        assert answer.status_code == 400
    assert requests(record, "letter") == []


def test_programs_that_fill_in_the_hidden_field_or_are_too_fast_are_refused(tmp_path, record, version):
    visit = TestClient(signing_page.create_signing_page(tmp_path / "record", version))
    opened = fields(visit.get("/"))
    assert visit.post("/check", data={**opened, **FILLED}).status_code == 400
    assert visit.post("/check", data={**opened, **FILLED, "website": "x"}).status_code == 400
    assert visit.post("/check", data=FILLED).status_code == 400


def test_a_sender_who_asks_too_often_must_wait(tmp_path, record, version, monkeypatch):
    monkeypatch.setattr(signing_page, "SECONDS_TO_READ", 0)
    throttle = Throttle(each=2, all_of_them=10, seconds=60)
    visit = TestClient(signing_page.create_signing_page(tmp_path / "record", version, throttle))
    assert [sign(visit, version).status_code for _ in range(3)] == [200, 200, 429]
    assert len(requests(record, "letter")) == 2


def test_requests_from_other_sites_and_large_ones_are_refused(visit, record, version):
    opened = fields(visit.get("/"))
    filled = {**opened, **FILLED}
    assert visit.post("/check", data=filled, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert visit.post("/check", data={**filled, "detail_en": "a" * 30_000}).status_code == 413


def test_every_answer_has_strict_headers_and_no_script(visit, version):
    for answer in (visit.get("/"), visit.get("/?text=ko"), visit.get("/none"), visit.post("/check", data={})):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert "script-src" not in answer.headers["content-security-policy"]
        assert "<script" not in answer.text


def test_the_page_shows_nothing_of_the_workbench(visit):
    for address in ("/documents", "/search", "/api/v1/openapi.json", "/docs", "/openapi.json"):
        assert visit.get(address).status_code == 404


def test_hostile_words_are_shown_as_text(visit, version):
    page = visit.get("/").text
    assert "&lt;b&gt;Please&lt;/b&gt;" in page
    opened = fields(visit.get("/"))
    name = '<script>alert(1)</script>"\u202e'
    confirm = visit.post("/check", data={**opened, **FILLED, "name_en": name}).text
    assert "<script" not in confirm
    assert "\u202e" not in confirm


def test_the_letter_and_the_page_are_in_both_languages(visit):
    korean = visit.get("/", headers={"accept-language": "ko"}).text
    assert "이 서한에 서명하기" in korean
    assert "질의해 주십시오." in korean
    assert "Dear Minister" in visit.get("/?text=en", headers={"accept-language": "ko"}).text


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 30)), max_size=60))
def test_no_sender_gets_more_than_their_share_in_any_span_of_time(asked):
    at, allowed = 0.0, []
    throttle = Throttle(each=3, all_of_them=6, seconds=60, clock=lambda: at)
    for sender, later in asked:
        at += later
        if throttle.allows(sender):
            allowed.append((at, sender))
    for start, _ in allowed:
        within = [sender for moment, sender in allowed if start <= moment < start + 60]
        assert len(within) <= 6
        assert all(within.count(sender) <= 3 for sender in "abc")
