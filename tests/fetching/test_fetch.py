from __future__ import annotations

import gzip
import hashlib
import json
import time

import pytest
from tests.fetching.pages import docx, pdf
from tests.fetching.server import (
    breaks_off,
    chunked,
    drips,
    gives,
    goes_on,
    hangs_up,
    redirects,
    status,
    without_length,
)

from onrecord import __version__
from onrecord.fetching.cache import Cache
from onrecord.fetching.model import Fetched, NotFetched
from onrecord.fetching.transfer import Bounds

REPORT = pdf("A/HRC/25/5", filling=300_000)


def only(outcome):
    assert isinstance(outcome, NotFetched)
    assert len(outcome.attempts) == 1
    return outcome.attempts[0]


@pytest.mark.parametrize(
    "answer",
    [
        gives(REPORT),
        gives(REPORT, Content_Type="text/html"),
        chunked(REPORT),
        without_length(REPORT),
        gives(gzip.compress(REPORT), Content_Encoding="gzip"),
    ],
    ids=["whole", "named wrongly", "chunked", "without length", "gzip"],
)
def test_a_document_comes_whole_however_it_is_sent(server, fetching, answer):
    got = fetching(server.on("/a", answer))
    assert isinstance(got, Fetched)
    assert got.content.read_bytes() == REPORT
    assert got.provenance.sha256 == hashlib.sha256(REPORT).hexdigest()
    assert got.provenance.printed.symbol == "A/HRC/25/5"
    assert got.provenance.doubts == ()


def test_the_address_is_asked_by_symbol_language_and_format_and_nothing_tells_of_the_user(server, fetching):
    server.on("/api?s=A/HRC/11/25/Add.1&l=fr&t=docx", gives(docx("A/HRC/11/25/Add.1")))
    template = server.url + "/api?s={symbol}&l={language}&t={format}"
    got = fetching(template, symbol="a/hrc/11/25/add.1", language="fr", kind="docx")
    assert isinstance(got, Fetched)
    (asked,) = server.asked
    assert asked.headers["User-Agent"] == f"onrecord/{__version__}"
    assert set(asked.headers) == {"Host", "User-Agent", "Accept-Encoding"}


def test_redirects_are_followed_and_written_down(server, fetching):
    server.on("/c", gives(REPORT))
    server.on("/b", redirects("c", 301))
    got = fetching(server.on("/a", redirects("/b#page=2")))
    assert got.provenance.address == server.url + "/c"
    assert got.provenance.asked == server.url + "/a"
    assert got.provenance.redirects == (server.url + "/a", server.url + "/b")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("http://10.1.2.3/x", "not encrypted"),
        ("https://10.1.2.3/x", "not on the public internet"),
        ("https://169.254.169.254/latest", "not on the public internet"),
        ("https://[fd00::1]/x", "not on the public internet"),
        ("https://[::ffff:10.0.0.1]/x", "not on the public internet"),
        ("https://127.1/x", "not on the public internet"),
        ("https://printer.local/x", "not on the public internet"),
        ("http://example.org/x", "not encrypted"),
        ("file:///etc/passwd", "no web address"),
        ("ftp://example.org/x", "no web address"),
        ("https://user@example.org/x", "user's name"),
        ("https://[bad/x", "no web address"),
        ("", "nowhere"),
        ("/a", "circle"),
    ],
)
def test_a_redirect_to_where_nothing_may_be_asked_is_refused(server, fetching, target, said):
    attempt = only(fetching(server.on("/a", redirects(target))))
    assert attempt.kind == "redirect"
    assert said in attempt.reason
    assert server.paths() == ["/a"]


def test_a_redirect_loop_ends(server, fetching):
    for number in range(40):
        server.on(f"/{number}", redirects(f"/{number + 1}"))
    attempt = only(fetching(server.url + "/0"))
    assert "redirects more than 8 times" in attempt.reason
    assert len(server.asked) == 9


def test_an_error_page_with_status_200_is_told_for_what_it_is(server, fetching):
    page = b"<!DOCTYPE html><html><head><title>\n Document not found </title></head></html>"
    attempt = only(fetching(server.on("/a", gives(page))))
    assert attempt.kind == "web_page"
    assert "sent a web page (“Document not found”) in the place of the document" in attempt.reason


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (docx("A/HRC/25/5"), "pdf", "sent a Word file (DOCX), not a PDF"),
        (REPORT, "docx", "sent a PDF, not a Word file (DOCX)"),
        (b"\x89PNG\r\n\x1a\n", "pdf", "sent a picture (PNG), not a PDF"),
        (b"Service not available", "pdf", "another kind (text)"),
        (b'{"error": 1}', "pdf", "another kind (json)"),
    ],
)
def test_bytes_of_another_kind_are_refused(server, fetching, body, kind, said):
    attempt = only(fetching(server.on("/a", gives(body)), kind=kind))
    assert attempt.kind == "wrong_format"
    assert said in attempt.reason


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("A/HRC/25/5", "A/HRC/25/5/Add.1"),
        ("A/HRC/25/5/Add.1", "A/HRC/25/5"),
        ("A/HRC/25/5", "A/HRC/25/5/Corr.1"),
        ("A/HRC/WG.6/9/USA/3", "A/HRC/WG.6/9/USA/3/Rev.1"),
        ("A/HRC/25/5", "A/HRC/25/50"),
    ],
)
def test_another_symbol_is_refused_with_both_named(server, fetching, asked, printed):
    attempt = only(fetching(server.on("/a", gives(pdf(printed))), symbol=asked))
    assert attempt.kind == "other_symbol"
    assert f"sent {printed}, not {asked}" in attempt.reason


@pytest.mark.parametrize(
    ("asked", "printed", "doubt"),
    [
        ("A/HRC/11/25", "A/HRC/11/25*", ""),
        ("A/HRC/11/25*", "A/HRC/11/25*", ""),
        ("A/HRC/11/25*", "A/HRC/11/25", "no asterisk"),
        ("A/HRC/11/25", "", "no symbol that could be read"),
        ("CRC/C/GC/18", "CEDAW/C/GC/31-CRC/C/GC/18", ""),
    ],
)
def test_an_asterisk_makes_no_other_document(server, fetching, asked, printed, doubt):
    got = fetching(server.on("/a", gives(pdf(printed))), symbol=asked)
    assert isinstance(got, Fetched)
    assert got.provenance.printed.reissued == ("*" in printed)
    assert (doubt in "".join(got.provenance.doubts)) if doubt else got.provenance.doubts == ()


def test_a_document_in_another_language_raises_a_doubt(server, fetching):
    got = fetching(server.on("/a", gives(REPORT)), language="fr")
    assert "another language (en, not fr)" in got.provenance.doubts[0]


def test_what_cannot_be_read_is_refused_with_the_reason(server, fetching):
    attempt = only(fetching(server.on("/a", gives(b"%PDF-1.4\nnothing of the kind\n%%EOF"))))
    assert attempt.kind == "unreadable"


def test_addresses_are_asked_in_order_until_one_gives_it(server, fetching):
    first = server.on("/1", status(404))
    second = server.on("/2", gives(b"<html>no</html>"))
    third = server.on("/3", gives(pdf("A/HRC/25/6")))
    fourth = server.on("/4", gives(REPORT))
    got = fetching(first, second, third, fourth, server.on("/5", gives(REPORT)))
    assert [attempt.kind for attempt in got.attempts] == ["status", "web_page", "other_symbol"]
    assert [attempt.asked for attempt in got.attempts] == [first, second, third]
    assert got.provenance.asked == fourth
    assert server.paths() == ["/1", "/2", "/3", "/4"]


@pytest.mark.parametrize(
    "bad", [status(500), status(503), hangs_up, breaks_off(REPORT, 1000), chunked(REPORT, end=False)]
)
def test_what_fails_for_the_moment_is_asked_again_with_growing_pauses(server, fetching, bad):
    got = fetching(server.on("/a", bad, bad, gives(REPORT)))
    assert isinstance(got, Fetched)
    assert got.content.read_bytes() == REPORT
    assert fetching.slept == [1.0, 2.0]


def test_patience_ends(server, fetching):
    attempt = only(fetching(server.on("/a", status(502))))
    assert (attempt.kind, attempt.tries) == ("status", 3)
    assert "HTTP 502" in attempt.reason


@pytest.mark.parametrize("code", [400, 401, 403, 404, 410])
def test_a_clear_no_is_not_asked_again(server, fetching, code):
    attempt = only(fetching(server.on("/a", status(code))))
    assert attempt.tries == 1
    assert f"(HTTP {code})" in attempt.reason


def test_a_server_that_wants_to_be_left_alone_is(server, fetching):
    got = fetching(server.on("/a", status(429, Retry_After="17"), gives(REPORT)))
    assert isinstance(got, Fetched)
    assert fetching.slept == [17.0]


def test_a_server_that_wants_to_be_left_alone_for_long_is_not_waited_for(server, fetching):
    url = server.on("/a", status(429, Retry_After="9000"))
    first, second = fetching(url, symbol="A/HRC/25/5 A/HRC/25/6")
    assert "left alone for longer" in only(first).reason
    assert "was not asked" in only(second).reason
    assert server.paths() == ["/a"]
    assert fetching.slept == []


def test_a_host_is_asked_at_most_once_a_second(server, fetching):
    for number in (5, 6, 7):
        server.on(f"/A/HRC/25/{number}", gives(pdf(f"A/HRC/25/{number}")))
    got = fetching(server.url + "/{symbol}", symbol="A/HRC/25/5 A/HRC/25/6 A/HRC/25/7")
    assert all(isinstance(one, Fetched) for one in got)
    assert fetching.slept == [1.0, 1.0]


def test_a_download_that_broke_off_goes_on_where_it_was(server, fetching):
    mark = '"one"'
    first = breaks_off(REPORT, 100_000, ETag=mark)
    got = fetching(server.on("/a", first, goes_on(REPORT, mark)))
    assert got.content.read_bytes() == REPORT
    assert server.asked[1].headers["Range"] == "bytes=100000-"
    assert server.asked[1].headers["If-Range"] == mark


def test_another_run_goes_on_too(server, fetching):
    url = server.on("/a", breaks_off(REPORT, 100_000, ETag='"one"'), goes_on(REPORT, '"one"'))
    assert isinstance(fetching(url, tries=1), NotFetched)
    assert fetching(url, tries=1).content.read_bytes() == REPORT
    assert "Range" in server.asked[1].headers
    assert list((fetching.folder / "parts").iterdir()) == []


def test_a_file_that_changed_meanwhile_begins_anew(server, fetching):
    old = pdf("A/HRC/25/5", filling=200_000).replace(b"\x80", b"\x81")
    got = fetching(server.on("/a", breaks_off(old, 150_000, ETag='"old"'), goes_on(REPORT, '"new"')))
    assert got.content.read_bytes() == REPORT


@pytest.mark.parametrize("headers", [{}, {"ETag": 'W/"weak"'}])
def test_without_a_mark_that_holds_nothing_is_gone_on_with(server, fetching, headers):
    got = fetching(server.on("/a", breaks_off(REPORT, 100_000, **headers), gives(REPORT)))
    assert got.content.read_bytes() == REPORT
    assert "Range" not in server.asked[1].headers


def test_a_server_that_no_longer_knows_the_range_is_asked_for_the_whole(server, fetching):
    first = breaks_off(REPORT, 100_000, ETag='"one"')
    got = fetching(server.on("/a", first, status(416), gives(REPORT)))
    assert got.content.read_bytes() == REPORT


def test_an_answer_to_another_range_is_not_pasted_on(server, fetching):
    first = breaks_off(REPORT, 100_000, ETag='"one"')
    wrong = gives(REPORT[50:], 206, Content_Range=f"bytes 50-{len(REPORT) - 1}/{len(REPORT)}")
    attempt = only(fetching(server.on("/a", first, wrong)))
    assert "HTTP 206" in attempt.reason


@pytest.mark.parametrize(
    "answer", [gives(REPORT), chunked(REPORT), gives(gzip.compress(REPORT), Content_Encoding="gzip")]
)
def test_what_is_too_large_is_stopped(server, fetching, answer):
    attempt = only(fetching(server.on("/a", answer), bounds=Bounds(file_bytes=100_000)))
    assert attempt.kind == "too_large"
    assert list((fetching.folder / "parts").glob("*.part")) == []


@pytest.mark.parametrize("head", [False, True])
def test_a_server_that_drips_is_hung_up_on(server, fetching, head):
    began = time.monotonic()
    attempt = only(
        fetching(server.on("/a", drips(REPORT, 0.05, head=head)), bounds=Bounds(seconds=0.4), tries=1)
    )
    assert attempt.kind == "too_slow"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("cut", [200, 1500, len(REPORT) - 40])
def test_a_pdf_cut_off_without_anybody_saying_so_is_noticed(server, fetching, cut):
    attempt = only(fetching(server.on("/a", without_length(REPORT[:cut])), tries=1))
    assert attempt.kind == "broken"
    assert "cut off" in attempt.reason


def test_a_word_file_cut_off_is_noticed(server, fetching):
    whole = docx("A/HRC/25/5")
    attempt = only(fetching(server.on("/a", without_length(whole[:-60])), kind="docx", tries=1))
    assert attempt.kind == "broken"


def test_nobody_is_asked_for_what_was_fetched_before(server, fetching):
    url = server.on("/a", gives(REPORT))
    first, second = fetching(url), fetching(url)
    assert not first.from_cache
    assert second.from_cache
    assert second.provenance == first.provenance
    assert len(server.asked) == 1


def test_refresh_asks_again_and_tells_what_changed(server, fetching):
    newer = pdf("A/HRC/25/5*")
    url = server.on("/a", gives(REPORT), gives(REPORT), gives(newer))
    first = fetching(url)
    second = fetching(url, refresh=True)
    assert second.changed_since == ""
    third = fetching(url, refresh=True)
    assert third.changed_since == second.provenance.fetched
    assert third.content.read_bytes() == newer
    assert first.content.read_bytes() == REPORT
    index = json.loads((fetching.folder / "index" / "A_HRC_25_5.en.pdf.json").read_bytes())
    assert [item["sha256"] for item in index["earlier"]] == [first.provenance.sha256]


@pytest.mark.parametrize("harm", ["content", "index", "nonsense"])
def test_a_damaged_cache_is_no_cache(server, fetching, harm):
    url = server.on("/a", gives(REPORT))
    first = fetching(url)
    index = fetching.folder / "index" / "A_HRC_25_5.en.pdf.json"
    {
        "content": lambda: first.content.write_bytes(b"x"),
        "index": lambda: index.write_text("{"),
        "nonsense": lambda: index.write_text('{"newest": 7, "earlier": 8}'),
    }[harm]()
    again = fetching(url)
    assert not again.from_cache
    assert again.content.read_bytes() == REPORT
    assert Cache(fetching.folder).find(again.wanted) is not None


def test_without_a_network_the_rest_is_not_asked_for(fetching):
    # Port 1 of this machine: nobody is there.
    first, second = fetching("http://127.0.0.1:1/{symbol}", symbol="A/HRC/25/5 A/HRC/25/6")
    assert only(first).kind == "unreachable"
    assert "Connection refused" in only(first).reason
    assert "Is there a network here?" in first.hint
    assert second.attempts == ()
    assert "Not asked for" in second.reason


def test_a_name_that_nobody_knows_is_told(fetching):
    attempt = only(fetching("https://un.invalid/{symbol}"))
    assert attempt.kind == "unreachable"
    assert "un.invalid cannot be found" in attempt.reason
