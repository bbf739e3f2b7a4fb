"""A client of the official SDK calls every tool, on a record of two reports of our own."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from onrecord.mcp_server.server import DESCRIPTIONS, make_server
from onrecord.record.add import add_paths
from onrecord.record.record import open_record

LETTER = """\
Dear Minister,

In 2013 the Republic of Korea recommended that China “Accept the recommendations of UNHCR on asylum \
seekers”.[^1] The Czech Republic asked China to “Protect asylum seekers in accordance with national law”.[^2]

[^1]: A/HRC/99/2, para. 5.2.
[^2]: A/HRC/99/2, para. 5.1.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, make_report: Callable[..., Path]) -> Path:
    base = tmp_path_factory.mktemp("mcp")
    with open_record(base / "record") as record:
        added = add_paths(record, [make_report(base, 1), make_report(base, 2, "asylum seekers")])
        assert len(added.added) == 2
    return base / "record"


@pytest.fixture
def ask(folder: Path) -> Callable[..., Any]:
    """Call a tool through the SDK's client: its structured answer, or its error as text."""

    def asked(tool: str, **arguments: Any) -> Any:
        async def call(client: Client) -> Any:
            return await client.call_tool(tool, arguments)

        result = run(make_server(folder), call)
        if result.is_error:
            return result.content[0].text
        return result.structured_content

    return asked


def run(server: Any, what: Callable[[Client], Awaitable[Any]]) -> Any:
    async def main() -> Any:
        async with Client(server) as client:
            return await what(client)

    return anyio.run(main)


def _true_of(source: dict[str, Any], folder: Path) -> None:
    """A source names a place where the record has just these words, with the right hashes."""
    assert source["words_sha256"] == hashlib.sha256(source["words"].encode()).hexdigest()
    with open_record(folder) as record:
        stored = record.stored(source["symbol"])
        assert stored is not None
        assert stored.sha256 == source["document_sha256"]
        document = record.document(source["symbol"])
    assert document is not None
    assert any(source["words"] in paragraph.text for paragraph in document.paragraphs)


def test_every_tool_is_read_only_and_described(folder: Path) -> None:
    listed = run(make_server(folder), lambda client: client.list_tools()).tools
    assert {tool.name for tool in listed} == set(DESCRIPTIONS)
    for tool in listed:
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert tool.output_schema["type"] == "object"


def test_documents_are_listed_with_their_hashes(ask: Callable[..., Any]) -> None:
    documents = ask("documents")["documents"]
    assert [one["symbol"] for one in documents] == ["A/HRC/99/1", "A/HRC/99/2"]
    assert all(len(one["document_sha256"]) == 64 for one in documents)


def test_search_gives_the_whole_passage_of_each_hit(ask: Callable[..., Any], folder: Path) -> None:
    found = ask("search", query='"asylum seekers"', kind="recommendation")
    assert sorted(hit["source"]["pinpoint"] for hit in found["hits"]) == ["5.1", "5.2"]
    assert found["more"] is False
    for hit in found["hits"]:
        assert "«" in hit["snippet"]
        assert hit["excerpt"] is False
        _true_of(hit["source"], folder)


def test_search_says_when_there_is_more(ask: Callable[..., Any]) -> None:
    found = ask("search", query="refugees or seekers", limit=1)
    assert len(found["hits"]) == 1
    assert found["more"] is True


def test_search_by_a_state_and_its_code_is_one(ask: Callable[..., Any]) -> None:
    by_name = ask("search", query="UNHCR", by="Republic of Korea")
    assert by_name == ask("search", query="UNHCR", by="KOR")
    assert by_name["hits"]
    assert all(hit["by"] == ["KOR"] for hit in by_name["hits"])


def test_show_gives_a_pinpoint_verbatim(ask: Callable[..., Any], folder: Path) -> None:
    [place] = ask("show", pinpoint="A/HRC/99/2, para. 5.2")["places"]
    assert place["source"]["words"].startswith("Accept the recommendations of UNHCR on asylum seekers")
    assert place["source"]["pinpoint"] == "5.2"
    [act] = place["acts"]
    assert (act["kind"], act["by"], act["to"]) == ("recommendation", ["KOR"], "CHN")
    _true_of(place["source"], folder)
    _true_of(act["source"], folder)


def test_trace_tells_who_raised_a_topic(ask: Callable[..., Any], folder: Path) -> None:
    traced = ask("trace", state="China", about='"asylum seekers"')
    assert traced["state"] == "CHN"
    raised = [said for review in traced["reviews"] for said in review["raised"]]
    assert {code for said in raised for code in said["by"]} >= {"KOR", "CZE"}
    for said in raised:
        _true_of(said["source"], folder)


def test_check_text_finds_the_altered_quotation(ask: Callable[..., Any], folder: Path) -> None:
    checked = ask("check_text", text=LETTER)
    assert [one["verdict"] for one in checked["quotations"]] == ["verbatim", "altered"]
    _true_of(checked["quotations"][0]["source"], folder)
    [altered] = [one for one in checked["findings"] if one["rule"] == "altered_quotation"]
    places = [ground["source"] for ground in altered["evidence"] if ground["source"]]
    assert places
    assert all(place["symbol"] == "A/HRC/99/2" for place in places)


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("search", {"query": "*"}, "word"),
        ("search", {"query": "refugee", "by": "Atlantis"}, "Atlantis"),
        ("search", {"query": "refugee", "kind": "sermon"}, "sermon"),
        ("search", {"query": "refugee", "limit": 0}, "1 to 100"),
        ("show", {"pinpoint": "A/HRC/99/2, para. 77"}, "no paragraph 77"),
        ("show", {"pinpoint": "A/HRC/1/1, para. 1"}, "not on the record"),
        ("show", {"pinpoint": "A/HRC/99/2"}, "no place"),
        ("show", {"pinpoint": "the usual"}, "symbol"),
        ("trace", {"state": "Atlantis", "about": "refugee"}, "Atlantis"),
        ("check_text", {"text": "  "}, "empty"),
        ("check_text", {"text": "a" * 400_001}, "400,001"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    ask: Callable[..., Any], tool: str, arguments: dict[str, Any], said: str
) -> None:
    answer = ask(tool, **arguments)
    assert isinstance(answer, str)
    assert said in answer


def test_the_record_is_not_changed_by_any_tool(ask: Callable[..., Any], folder: Path) -> None:
    with open_record(folder) as record:
        before = list(record.documents())
    for tool, arguments in (
        ("documents", {}),
        ("search", {"query": "refugees"}),
        ("show", {"pinpoint": "A/HRC/99/1, para. 1"}),
        ("trace", {"state": "CHN", "about": "refugees"}),
        ("check_text", {"text": LETTER}),
    ):
        assert isinstance(ask(tool, **arguments), dict)
    with open_record(folder) as record:
        assert list(record.documents()) == before


def test_the_command_answers_over_standard_input_and_output(folder: Path) -> None:
    server = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from onrecord.cli.main import main; main()", "mcp", "--record", str(folder)],
        env=dict(os.environ),
    )

    async def call(client: Client) -> Any:
        return await client.call_tool("show", {"pinpoint": "A/HRC/99/1, para. 5.1"})

    result = run(stdio_client(server), call)
    assert result.structured_content["places"][0]["acts"][0]["by"] == ["CZE"]
