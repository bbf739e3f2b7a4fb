from __future__ import annotations

import pytest
from tests.fetching.pages import pdf
from tests.fetching.server import gives, redirects

from onrecord.errors import UsageError
from onrecord.fetching.connecting import Line
from onrecord.fetching.destinations import Destinations
from onrecord.fetching.model import Fetched
from onrecord.settings import proxy_for

REPORT = pdf("A/HRC/25/5", filling=100_000)


def attempt_of(outcome):
    return outcome.attempts[0]


def test_a_certificate_that_nobody_knows_is_refused_with_the_way_out(secure_server, fetching):
    missing = fetching(secure_server.on("/a", gives(REPORT)))
    assert attempt_of(missing).kind == "tls"
    assert "cannot be trusted: self-signed certificate" in attempt_of(missing).reason
    assert "SSL_CERT_FILE" in missing.hint
    assert secure_server.asked == []


def test_the_users_certificates_are_trusted(secure_server, certificate, fetching, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert isinstance(fetching(secure_server.on("/a", gives(REPORT))), Fetched)


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_cannot_be_used_are_named(tmp_path, fetching, monkeypatch, content):
    bundle = tmp_path / "mine.pem"
    if content:
        bundle.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    with pytest.raises(UsageError, match=r"mine\.pem \(SSL_CERT_FILE\) cannot be used"):
        fetching("https://127.0.0.1:1/a")


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_is_gone_through(secure_server, proxy, certificate, fetching, monkeypatch, name):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv(name, proxy.url)
    got = fetching(secure_server.on("/a", gives(REPORT)))
    assert got.content.read_bytes() == REPORT
    assert proxy.proxied == [f"127.0.0.1:{secure_server.port}"]
    assert "Proxy-Authorization" not in secure_server.asked[0].headers


def test_no_proxy_is_heeded(server, proxy, fetching, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", "example.org,127.0.0.1")
    assert isinstance(fetching(server.on("/a", gives(REPORT))), Fetched)
    assert proxy.proxied == []


def test_requests_without_tls_go_through_a_proxy_too(server, proxy, fetching, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", proxy.url.removeprefix("http://"))
    monkeypatch.setenv("http_proxy", proxy.url.removeprefix("http://"))
    server.on("/b", gives(REPORT))
    got = fetching(server.on("/a", redirects("/b")))
    assert got.content.read_bytes() == REPORT
    assert proxy.proxied == [server.url + "/a", server.url + "/b"]


def test_a_proxy_gets_its_password_and_nobody_else_does(
    secure_server, proxy, certificate, fetching, monkeypatch
):
    proxy.password = "kim:p@ss/wörd"  # noqa: S105 - of this test
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("HTTPS_PROXY", f"http://kim:p%40ss%2Fw%C3%B6rd@127.0.0.1:{proxy.port}")
    got = fetching(secure_server.on("/a", gives(REPORT)))
    assert isinstance(got, Fetched)
    assert "kim" not in str(got.provenance.as_json())
    assert "Proxy-Authorization" not in secure_server.asked[0].headers


def test_a_wrong_password_is_told_without_telling_it(secure_server, proxy, fetching, monkeypatch):
    proxy.password = "kim:right"  # noqa: S105 - of this test
    monkeypatch.setenv("HTTPS_PROXY", f"http://kim:secret@127.0.0.1:{proxy.port}")
    missing = fetching(secure_server.on("/a", gives(REPORT)))
    assert attempt_of(missing).kind == "proxy"
    assert "407" in attempt_of(missing).reason
    assert "secret" not in str(missing)


def test_a_proxy_that_is_not_there_is_told(fetching, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://kim:secret@127.0.0.1:1")
    missing = fetching("https://example.org/a")
    assert attempt_of(missing).kind == "proxy"
    assert "Connection refused" in attempt_of(missing).reason
    assert "secret" not in str(missing)


@pytest.mark.parametrize("proxy", ["socks5://kim:secret@127.0.0.1:1", "http://kim:secret@:x"])
def test_a_proxy_that_cannot_be_used_is_named_without_its_password(fetching, monkeypatch, proxy):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(UsageError, match="proxy of your settings") as raised:
        fetching("https://example.org/a")
    assert "secret" not in str(raised.value)


def test_a_proxy_is_chosen_by_the_address(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://one:1")
    monkeypatch.setenv("HTTP_PROXY", "http://two:2")
    monkeypatch.setenv("NO_PROXY", ".example.org")
    assert proxy_for("https://undocs.org/a") == "http://one:1"
    assert proxy_for("http://undocs.org/a") == "http://two:2"
    assert proxy_for("https://docs.example.org/a") == ""


def test_a_name_that_leads_into_the_users_network_is_refused_before_anything_is_asked(server, monkeypatch):
    line = Line(Destinations(frozenset({"docs.un.org"})))
    monkeypatch.setattr(
        "urllib3.util.connection.socket.getaddrinfo",
        lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", server.port))],
    )
    with pytest.raises(Exception, match=r"leads to 127\.0\.0\.1, which is not on the public internet"):
        line.get(f"http://rebinding.example.org:{server.port}/a", {})
    assert server.asked == []
    line.close()
