"""Where a request may go: a hostile or broken server must not send us into the user's own network."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.fetching.addresses import Address, is_loopback


@dataclass(frozen=True, slots=True)
class Destinations:
    """The hosts that the user's addresses name may be anywhere; all others must be public.

    `loopback` is true where the addresses themselves are on this machine: then, and only then, may a
    redirect lead to this machine, and without TLS.
    """

    named: frozenset[str]
    loopback: bool = False

    @classmethod
    def of(cls, addresses: Sequence[Address]) -> Destinations:
        """The destinations that follow from the addresses that are asked."""
        hosts = frozenset(address.host for address in addresses)
        return cls(hosts, any(is_loopback(host) for host in hosts))

    def objection(self, url: str) -> str:
        """Why nothing may be asked of a web address, or "" where it may."""
        try:
            parts = urlsplit(url)
            host, _ = (parts.hostname or "").rstrip("."), parts.port
        except ValueError:
            return "is no web address"
        if parts.scheme not in {"http", "https"} or not host:
            return "is no web address"
        if parts.username is not None:
            return "holds a user's name"
        if parts.scheme == "http" and not (self.loopback and is_loopback(host)):
            return "is not encrypted (http)"
        return self._objection_to_host(host)

    def objection_to_peer(self, host: str, ip: str) -> str:
        """Why the connection to `host`, which led to `ip`, may not be used, or "" where it may."""
        if host in self.named or _may_be_asked(ip, loopback=self.loopback):
            return ""
        return f"leads to {ip}, which is not on the public internet"

    def _objection_to_host(self, host: str) -> str:
        if host in self.named:
            return ""
        if is_loopback(host):
            return "" if self.loopback else "is this machine itself"
        if host.endswith((".localhost", ".local", ".internal")) or not _may_be_asked(
            host, loopback=self.loopback
        ):
            return "is not on the public internet"
        return ""


def _may_be_asked(host: str, *, loopback: bool) -> bool:
    """Whether a literal address is public; a name, which says nothing of where it leads, passes."""
    try:
        ip = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        # "127.1" and "0x7f.1" lead where addresses lead, though they are not written as one; no name of a
        # host ends with a number.
        last = host.rpartition(".")[2]
        return not (last.isdigit() or last.startswith("0x"))
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    ip = mapped or ip
    return (ip.is_global and not ip.is_multicast) or (loopback and ip.is_loopback)
