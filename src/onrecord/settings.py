"""The only file that reads the environment; it is read when called, never at import."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


def record_folder(named: str | None = None) -> Path:
    """The folder of the record: `named` (from `--record`), else ONRECORD_RECORD, else the user's own.

    Returns a path that need not exist yet.
    """
    chosen = named or os.environ.get("ONRECORD_RECORD")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs  # noqa: PLC0415 - late, for start-up time

    return Path(platformdirs.user_data_dir("onrecord", appauthor=False)) / "record"


def cache_folder() -> Path:
    """Where fetched documents are kept: ONRECORD_CACHE, else the user's own cache. It need not exist yet."""
    chosen = os.environ.get("ONRECORD_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs  # noqa: PLC0415 - late, for start-up time

    return Path(platformdirs.user_cache_dir("onrecord", appauthor=False))


def fetch_addresses() -> Path | None:
    """A CSV of addresses to ask in the place of the United Nations' own: ONRECORD_FETCH_ADDRESSES, or None."""
    chosen = os.environ.get("ONRECORD_FETCH_ADDRESSES")
    return Path(chosen).expanduser() if chosen else None


def ca_bundle() -> Path | None:
    """The certificates that the user trusts in the place of the system's: SSL_CERT_FILE, or None."""
    chosen = os.environ.get("SSL_CERT_FILE")
    return Path(chosen).expanduser() if chosen else None


WHO = "ONRECORD_WHO"
"""Names the person who acts here."""


class Who(NamedTuple):
    """Who acts, and where the name came from, in words."""

    name: str
    source: str

    @property
    def is_person(self) -> bool:
        """Whether the name may be a person's: not the one that every machine has for its keeper, or none."""
        return self.name.casefold() not in {"root", "administrator", "unknown"}


def who(named: str | None = None) -> Who:
    """Who acts: `named` (from `--who`), else ONRECORD_WHO, else the name with which the user logged in."""
    for name, source in ((named, "--who"), (os.environ.get(WHO), WHO)):
        if name and name.strip():
            return Who(" ".join(name.split()), source)
    import getpass  # noqa: PLC0415 - late, for start-up time

    try:
        return Who(getpass.getuser(), "login name")
    except (ImportError, KeyError, OSError):
        return Who("unknown", "the machine does not say who is logged in")


def proxy_for(url: str) -> str:
    """The proxy for a web address, "" for none: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.

    Where none of them is set, macOS and Windows tell what the user has set there.
    """
    # Late: only `fetch` asks, and the module is heavy.
    from urllib.parse import urlsplit  # noqa: PLC0415
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415

    address = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all", "")
    if not proxy or proxy_bypass(address.netloc.rpartition("@")[2]):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"
