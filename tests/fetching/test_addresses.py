from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.fetching.addresses import addresses
from onrecord.fetching.destinations import Destinations
from onrecord.fetching.model import Wanted
from onrecord.un.symbol import parse_symbol


def test_the_united_nations_own_addresses_come_in_their_order():
    wanted = Wanted(parse_symbol("A/RES/3379 (XXX)"), "es")
    assert [address.url(wanted) for address in addresses()] == [
        "https://documents.un.org/api/symbol/access?s=A/RES/3379(XXX)&l=es&t=pdf",
        "https://undocs.org/es/A/RES/3379(XXX)",
        "https://docs.un.org/es/A/RES/3379(XXX)",
    ]
    assert [address.name for address in addresses() if "docx" in address.formats] == ["documents.un.org"]


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("A/HRC/25/5*", "A_HRC_25_5.en.pdf"),
        ("CAT/C/CHN/Q/5/Add.1", "CAT_C_CHN_Q_5_Add.1.en.pdf"),
        ("S/RES/1325 (2000)", "S_RES_1325(2000).en.pdf"),
    ],
)
def test_a_file_is_named_for_its_symbol(symbol, name):
    assert Wanted(parse_symbol(symbol)).file_name == name


@pytest.mark.parametrize(
    "row",
    [
        "x,http://example.org/{symbol},pdf",
        "x,https://example.org/,pdf",
        "x,ftp://example.org/{symbol},pdf",
        "x,https://user:pass@example.org/{symbol},pdf",
        "x,https://example.org/{symbol}{other},pdf",
        "x,https://example.org/{symbol",
        "x",
        "",
    ],
)
def test_what_is_no_address_is_refused(tmp_path, row):
    file = tmp_path / "addresses.csv"
    file.write_text(f"name,address,formats\n{row}\n")
    with pytest.raises(UsageError):
        addresses(file)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"none\.csv cannot be read"):
        addresses(tmp_path / "none.csv")


UN = Destinations.of(addresses())


@pytest.mark.parametrize(
    ("url", "objection"),
    [
        ("https://documents.un.org/x", ""),
        ("https://documents-dds-ny.un.org/doc/x.pdf", ""),
        ("https://8.8.8.8/x", ""),
        ("http://documents.un.org/x", "is not encrypted (http)"),
        ("http://127.0.0.1/x", "is not encrypted (http)"),
        ("https://127.0.0.1/x", "is this machine itself"),
        ("https://localhost/x", "is this machine itself"),
        ("https://[::1]/x", "is this machine itself"),
        ("https://192.168.1.1/x", "is not on the public internet"),
        ("https://0x7f.1/x", "is not on the public internet"),
        ("https://2130706433/x", "is not on the public internet"),
        ("https://[2002:7f00:1::]/x", "is not on the public internet"),
        ("https://[fe80::1%25eth0]/x", "is not on the public internet"),
        ("https://un.org:port/x", "is no web address"),
        ("javascript:alert(1)", "is no web address"),
    ],
)
def test_only_public_hosts_are_asked(url, objection):
    assert UN.objection(url) == objection


@pytest.mark.parametrize(
    ("host", "ip", "allowed"),
    [
        ("cdn.example.org", "93.184.216.34", True),
        ("cdn.example.org", "10.0.0.1", False),
        ("cdn.example.org", "::ffff:192.168.0.1", False),
        ("cdn.example.org", "224.0.0.1", False),
        # A name that the user's own addresses hold may lead anywhere: some networks answer in its place.
        ("undocs.org", "198.18.0.7", True),
    ],
)
def test_a_connection_is_looked_at_before_anything_is_asked(host, ip, allowed):
    assert (UN.objection_to_peer(host, ip) == "") is allowed
