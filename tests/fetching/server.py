"""A server of our own that behaves like the real ones, good days and bad days, and a proxy before it."""

from __future__ import annotations

import base64
import http.server
import select
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@dataclass
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]


class _Quiet(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that hangs up is what many of these tests are about."""


@dataclass
class Server:
    """`answers` maps a path to what is answered, one after the other; the last one stays."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    scheme: str = "http"
    proxied: list[str] = field(default_factory=list)
    password: str = ""

    def start(self, certificate: Path | None = None) -> None:
        self._server = _Quiet(("127.0.0.1", 0), _handler(self))
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            self.scheme = "https"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def on(self, path: str, *answers: Answer) -> str:
        """Answer a path so; returns its whole address."""
        self.answers[path] = list(answers)
        return self.url + path

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


def _handler(server: Server) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            if "://" in self.path:
                forward(self, server)
                return
            server.asked.append(Asked(self.path, dict(self.headers)))
            answers = server.answers.get(self.path, [status(404)])
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            answer(self)

        def do_CONNECT(self):
            server.proxied.append(self.path)
            if not _let_in(self, server):
                return
            host, _, port = self.path.partition(":")
            with socket.create_connection((host, int(port))) as other:
                self.send_response(200)
                self.end_headers()
                _join(self.connection, other)
            self.close_connection = True

        def log_message(self, *_):
            """No noise."""

    return Handler


def _let_in(handler, server: Server) -> bool:
    wanted = "Basic " + base64.b64encode(server.password.encode()).decode()
    if not server.password or handler.headers.get("Proxy-Authorization") == wanted:
        return True
    handler.send_response(407)
    handler.send_header("Proxy-Authenticate", 'Basic realm="office"')
    handler.send_header("Content-Length", "0")
    handler.end_headers()
    return False


def forward(handler, server: Server) -> None:
    """What a proxy does with a request that is not encrypted."""
    server.proxied.append(handler.path)
    if not _let_in(handler, server):
        return
    parts = urlsplit(handler.path)
    with socket.create_connection((parts.hostname, parts.port)) as other:
        lines = [f"GET {parts.path} HTTP/1.1", "Connection: close"]
        lines += [
            f"{name}: {value}"
            for name, value in handler.headers.items()
            if name not in {"Connection", "Proxy-Authorization"}
        ]
        other.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        while data := other.recv(65536):
            handler.wfile.write(data)
    handler.close_connection = True


def _join(one: socket.socket, other: socket.socket) -> None:
    while True:
        ready, _, _ = select.select([one, other], [], [], 5)
        if not ready:
            return
        for end in ready:
            data = end.recv(65536)
            if not data:
                return
            (other if end is one else one).sendall(data)


def gives(body: bytes, code: int = 200, **headers: str) -> Answer:
    """A whole answer with its length."""

    def answer(handler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def status(code: int, **headers: str) -> Answer:
    return gives(b"<html><title>Error</title></html>", code, **headers)


def redirects(target: str, code: int = 302) -> Answer:
    return gives(b"", code, Location=target)


def without_length(body: bytes) -> Answer:
    """As servers of the old kind: the end of the connection is the end of the file."""

    def answer(handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def chunked(body: bytes, *, end: bool = True) -> Answer:
    def answer(handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for start in range(0, len(body), 700):
            piece = body[start : start + 700]
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        if end:
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = True

    return answer


def breaks_off(body: bytes, after: int, **headers: str) -> Answer:
    """Promises all of it and hangs up in the middle."""

    def answer(handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body[:after])
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)
        handler.close_connection = True

    return answer


def goes_on(body: bytes, mark: str) -> Answer:
    """A server that knows ranges."""

    def answer(handler) -> None:
        wanted = handler.headers.get("Range", "")
        if not wanted or handler.headers.get("If-Range") != mark:
            gives(body, ETag=mark)(handler)
            return
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        where = f"bytes {start}-{len(body) - 1}/{len(body)}"
        gives(body[start:], 206, ETag=mark, Content_Range=where)(handler)

    return answer


def drips(body: bytes, pause: float, *, head: bool = False) -> Answer:
    """A byte at a time, of the body or of the headers."""

    def answer(handler) -> None:
        stop = threading.Event()
        if not head:
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
        else:
            body_of_head = b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 1000
        for place in range(1000):
            handler.wfile.write((body_of_head if head else body)[place : place + 1])
            handler.wfile.flush()
            if stop.wait(pause):
                return

    return answer


def hangs_up(handler) -> None:
    """Resets the connection without a word."""
    linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.close_connection = True
    handler.connection.close()
