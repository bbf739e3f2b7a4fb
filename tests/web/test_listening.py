"""The sockets at which the workbench and the page for signing listen."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import pytest

from onrecord.web.listening import listening_at


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_an_answer_in_two_parts_is_sent_at_once(address: str) -> None:
    """Without TCP_NODELAY the second part waits for the other side to acknowledge the first."""
    if ":" in address and not _has_ipv6():
        pytest.skip("this machine has no IPv6")

    async def asked() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            told.set_result(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening = listening_at(address, 0)
        async with await asyncio.start_server(answer, sock=listening):
            _, writer = await asyncio.open_connection(address, listening.getsockname()[1])
            no_delay = await told
            writer.close()
            return no_delay

    assert asyncio.run(asked()) != 0


def test_a_port_is_had_once(taken: Callable[[], int]) -> None:
    with pytest.raises(OSError, match=r"in use|only one usage"):
        listening_at("127.0.0.1", taken())


@pytest.fixture
def taken():
    with listening_at("127.0.0.1", 0) as first:
        yield lambda: first.getsockname()[1]


def _has_ipv6() -> bool:
    try:
        listening_at("::1", 0).close()
    except OSError:
        return False
    return True
