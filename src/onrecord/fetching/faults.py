"""Faults of the network, in words for a person; none names the proxy's user or password."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

from urllib3 import exceptions

from onrecord.errors import TransferFailed


class Refused(exceptions.HTTPError):
    """A connection led to where nothing may be asked."""


_FAULTS: tuple[tuple[tuple[type[BaseException], ...], str, str, bool], ...] = (
    ((Refused,), "redirect", "{host} {words}; nothing was asked there.", False),
    ((exceptions.ProxyError,), "proxy", "The proxy did not let us through to {host}: {words}.", False),
    (
        (exceptions.NameResolutionError, socket.gaierror),
        "unreachable",
        "The name {host} cannot be found: no network, or no such host.",
        False,
    ),
    (
        (exceptions.SSLError, ssl.SSLError),
        "tls",
        "The connection to {host} cannot be trusted: {words}.",
        False,
    ),
    ((exceptions.NewConnectionError,), "unreachable", "{host} cannot be reached: {words}.", False),
    ((exceptions.TimeoutError, TimeoutError), "timeout", "{host} did not answer in time.", True),
    ((exceptions.DecodeError,), "broken", "What {host} sent cannot be unpacked.", True),
    ((Exception,), "broken", "{host} broke off: {words}.", True),
)
"""What is looked for in a fault and its causes, first match first: the word, what is said, whether asking
again may help."""


def as_failure(fault: Exception, url: str) -> TransferFailed:
    """What a fault of urllib3 or of the system means for the request to `url`."""
    causes = list(_causes(fault))
    kind, said, again = next(
        (kind, said, again)
        for kinds, kind, said, again in _FAULTS
        if any(isinstance(cause, kinds) for cause in causes)
    )
    host = urlsplit(url).hostname or url
    return TransferFailed(kind, said.format(host=host, words=_words(causes)), again=again)


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """The fault and those inside it, from the outside in."""
    yield fault
    inner = [getattr(fault, "original_error", None), getattr(fault, "reason", None), *fault.args]
    for one in inner:
        if isinstance(one, BaseException):
            yield from _causes(one)
            return
    if isinstance(fault.__cause__, BaseException):
        yield from _causes(fault.__cause__)


def _words(causes: list[BaseException]) -> str:
    """The innermost words, which say most."""
    for cause in reversed(causes):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
    texts = [str(cause.args[-1]) for cause in reversed(causes) if cause.args]
    # urllib3 writes its own object before the words: "<Connection object at 0x7f…>: words".
    return next((text.rpartition(">: ")[2].rstrip(".") for text in texts if text), "no reason was given")
