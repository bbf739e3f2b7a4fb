"""A socket that listens, as both our servers need it."""

from __future__ import annotations

import os
import socket


def listening_at(address: str, port: int) -> socket.socket:
    """A socket that listens at an address of this computer, IPv4 or IPv6; `port` 0 takes a free one.

    OSError or OverflowError where it cannot be had.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # With the protocol named, asyncio sends at once what is written (TCP_NODELAY). Else the second part of an
    # answer waits some 40 ms until the other side has acknowledged the first.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen()
    except BaseException:
        made.close()
        raise
    return made
