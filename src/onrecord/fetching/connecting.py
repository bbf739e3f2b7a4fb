"""Connections: TLS with the user's certificates, through the user's proxy, only to where we may go."""

from __future__ import annotations

import socket
import ssl
import threading
from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import unquote, urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from onrecord import __version__
from onrecord.errors import UsageError
from onrecord.fetching.addresses import is_loopback
from onrecord.fetching.destinations import Destinations
from onrecord.fetching.faults import Refused, as_failure
from onrecord.settings import ca_bundle, proxy_for

USER_AGENT = f"onrecord/{__version__}"
CONNECT_SECONDS = 15.0
READ_SECONDS = 30.0


@dataclass(slots=True)
class Line:
    """One request at a time; `hang_up` ends the one that is under way, from another thread."""

    destinations: Destinations
    _pools: dict[str, urllib3.PoolManager] = field(default_factory=dict)
    _sockets: list[socket.socket] = field(default_factory=list)
    _context: ssl.SSLContext | None = None

    def get(self, url: str, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        """Ask once, follow nothing; the body is not read yet.

        TransferFailed where no answer came. UsageError where the proxy or the certificates that the
        user's settings name cannot be used.
        """
        pool = self._pool(proxy_for(url))
        self._sockets.clear()
        try:
            return pool.request(
                "GET",
                url,
                headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **headers},
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
            )
        except (HTTPError, OSError) as error:
            raise as_failure(error, url) from error

    def hang_up(self) -> None:
        """End the request that is under way."""
        for open_socket in list(self._sockets):
            try:
                open_socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def close(self) -> None:
        """Let go of every connection."""
        for pool in self._pools.values():
            pool.clear()
        self._pools.clear()

    def _pool(self, proxy: str) -> urllib3.PoolManager:
        if proxy not in self._pools:
            pool = _through(proxy, self._tls()) if proxy else urllib3.PoolManager(ssl_context=self._tls())
            pool.pool_classes_by_scheme = _watched(self.destinations, self._sockets, direct=not proxy)
            self._pools[proxy] = pool
        return self._pools[proxy]

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:
            bundle = ca_bundle()
            try:
                self._context = ssl.create_default_context(cafile=bundle)
            except (OSError, ssl.SSLError) as error:
                raise UsageError(
                    f"The certificates in {bundle} (SSL_CERT_FILE) cannot be used: {error}.",
                    hint="Name a file with certificates in PEM form, or unset SSL_CERT_FILE.",
                ) from error
        return self._context


class Alarm:
    """Hangs up when the time for one document is over, so that no server can keep us for ever."""

    def __init__(self, line: Line, seconds: float) -> None:
        self.rung = False
        self._line = line
        self._timer = threading.Timer(seconds, self._ring) if seconds else None
        if self._timer:
            self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer:
            self._timer.cancel()

    def _ring(self) -> None:
        self.rung = True
        self._line.hang_up()


def _through(proxy: str, tls: ssl.SSLContext) -> urllib3.ProxyManager:
    """A pool that goes through a proxy, with the name and password that its address may hold."""
    parts = urlsplit(proxy)
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if parts.scheme not in {"http", "https"} or not host:
        raise UsageError(
            f"The proxy of your settings cannot be used ({parts.scheme or 'no scheme'}://{host or ''}).",
            hint="It is to be written as http://HOST:PORT, with USER:PASSWORD@ before the host where needed.",
        )
    name = f"[{host}]" if ":" in host else host
    headers = {"User-Agent": USER_AGENT}
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        # urllib3 would write Latin-1, which has no Korean letters; RFC 7617 knows UTF-8.
        headers["Proxy-Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    return urllib3.ProxyManager(
        f"{parts.scheme}://{name}{f':{port}' if port else ''}",
        proxy_headers=headers,
        ssl_context=tls,
        proxy_ssl_context=tls if parts.scheme == "https" else None,
    )


def _watched(
    destinations: Destinations, sockets: list[socket.socket], *, direct: bool
) -> dict[str, type[HTTPConnectionPool]]:
    """Pools whose connections are looked at before anything is asked, and can be hung up.

    A name may lead into the user's own network though the address does not show it. A proxy resolves
    names itself; then there is nothing to look at.
    """

    def look(connection: HTTPConnection) -> None:
        peer = connection.sock
        if peer is None:
            return
        sockets.append(peer)
        objection = ""
        if direct and not is_loopback(connection.host):
            objection = destinations.objection_to_peer(connection.host, peer.getpeername()[0])
        if objection:
            connection.close()
            raise Refused(objection)

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            look(self)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            look(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls: Any = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls: Any = Secure

    return {"http": PlainPool, "https": SecurePool}
