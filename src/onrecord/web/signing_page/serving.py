"""Serving the page for signing, on this computer or, when a person says so, on an address for everybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import uvicorn

from onrecord.errors import UsageError
from onrecord.letters.signing.model import Version
from onrecord.web.listening import listening_at
from onrecord.web.signing_page.app import create_signing_page

LOOPBACK = "127.0.0.1"


def serve_signing_page(
    folder: Path,
    version: Version,
    on_open: Callable[[str], None],
    *,
    address: str = LOOPBACK,
    port: int = 0,
    behind_proxy: bool = False,
) -> None:
    """Serve the page until Ctrl+C; `on_open` is called with its address before it answers.

    `address` is what it listens at: this computer alone unless a person names another. With `behind_proxy`
    the sender's address is taken from the proxy on this computer (X-Forwarded-For), so that each sender is
    counted apart. UsageError where the address or port cannot be used.
    """
    try:
        listening = listening_at(address, port)
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"{address}, port {port}, cannot be used: {getattr(error, 'strerror', None) or error}.",
            hint="Name an address of this computer and a free port.",
        ) from error
    with listening:
        shown = f"[{address}]" if ":" in address else address
        on_open(f"http://{shown}:{listening.getsockname()[1]}/")
        uvicorn.Server(
            uvicorn.Config(
                create_signing_page(folder, version),
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=behind_proxy,
                forwarded_allow_ips=LOOPBACK,
                timeout_graceful_shutdown=5,
            )
        ).run(sockets=[listening])
