"""What other programs get: every region and selector finds the very words, every fix makes the same text."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "check"))

from fake_record import sample_record

from onrecord.cli.main import main
from onrecord.letters.check import check
from onrecord.letters.check.rules import RULES
from onrecord.letters.decisions import undecided
from onrecord.letters.exchange.annotations import as_annotations
from onrecord.letters.exchange.sarif import as_sarif
from onrecord.letters.read import parse_letter, read_letter
from onrecord.letters.repairs.apply import apply_repairs
from onrecord.letters.repairs.original import original_of
from onrecord.record.record import open_record

Json = dict[str, Any]

PARTS = st.sampled_from(
    [
        "The principle of non-refoulment holds.",
        "About 70 percent whom are women.",
        "Norway did not accepted it, 난민은 보호받아야 한다.",
        "𝔘nder the the law (A/HRC90/7, para. 26).",
        "Japan spoke (in 2013)).",
        "\u00a0",
        "",
        "{braces} and [brackets](https://a.example/)",
    ]
)
LETTERS = st.lists(
    st.tuples(PARTS, st.sampled_from(["\n", "\r\n", "\r", "\n\n"])), min_size=1, max_size=12
).map(lambda parts: "Dear all,\r\n\r\n" + "".join(words + end for words, end in parts))
# The properties that SARIF 2.1.0 allows to the objects that we write, and those that it demands (its JSON schema).
ALLOWED = {
    "log": ({"$schema", "version", "runs"}, {"version", "runs"}),
    "run": ({"tool", "columnKind", "newlineSequences", "artifacts", "results"}, {"tool"}),
    "driver": ({"name", "version", "semanticVersion", "language", "rules"}, {"name"}),
    "rule": ({"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}, {"id"}),
    "result": (
        {
            "ruleId",
            "ruleIndex",
            "level",
            "message",
            "locations",
            "partialFingerprints",
            "suppressions",
            "relatedLocations",
            "fixes",
        },
        {"message"},
    ),
    "location": ({"id", "message", "physicalLocation"}, set()),
    "place": ({"artifactLocation", "region"}, set()),
    "region": (
        {"startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength", "snippet"},
        set(),
    ),
    "suppression": ({"kind", "status", "justification", "properties"}, {"kind"}),
    "fix": ({"description", "artifactChanges"}, {"artifactChanges"}),
    "change": ({"artifactLocation", "replacements"}, {"artifactLocation", "replacements"}),
    "replacement": ({"deletedRegion", "insertedContent"}, {"deletedRegion"}),
}


def is_a(kind: str, value: Json) -> Json:
    allowed, needed = ALLOWED[kind]
    assert needed <= set(value) <= allowed, (kind, set(value))
    return value


def places_of(result: Json) -> Iterator[Json]:
    for location in (*result["locations"], *result.get("relatedLocations", ())):
        is_a("location", location)
        if "physicalLocation" in location:
            yield is_a("place", location["physicalLocation"])


def has_the_structure_of_sarif(log: Json) -> Json:
    """The one run of the log, after every object was held against what the schema allows and demands."""
    assert is_a("log", log)["version"] == "2.1.0"
    [run] = log["runs"]
    driver = is_a("driver", is_a("run", run)["tool"]["driver"])
    assert [is_a("rule", rule)["id"] for rule in driver["rules"]] == [rule.name for rule in RULES]
    for result in run["results"]:
        is_a("result", result)
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert set(result["message"]) == {"text"}
        assert all(isinstance(words, str) for words in result["partialFingerprints"].values())
        for place in places_of(result):
            if "region" in place:
                assert min(is_a("region", place["region"])[k] for k in ("startLine", "startColumn")) >= 1
        for suppression in result["suppressions"]:
            assert is_a("suppression", suppression)["kind"] == "external"
        for fix in result.get("fixes", ()):
            for change in is_a("fix", fix)["artifactChanges"]:
                assert [is_a("replacement", one) for one in is_a("change", change)["replacements"]]
    return run


def words_at(text: str, region: Json) -> str:
    """What lines and columns select, counted as SARIF says."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    starts = [sum(map(len, lines[:at])) for at in range(len(lines))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    assert (start, end - start) == (region["charOffset"], region["charLength"])
    return text[start:end]


@settings(max_examples=40, deadline=None)
@given(LETTERS)
def test_regions_select_the_words_and_fixes_make_the_mended_file(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "letter.txt"
    path.write_bytes(text.encode())
    checked = check(read_letter(path), sample_record())
    original = original_of(path, checked.letter)
    assert original is not None
    run = has_the_structure_of_sarif(as_sarif(undecided(checked), "letter.txt", original))
    assert len(run["results"]) == len(checked.findings)
    for result, finding in zip(run["results"], checked.findings, strict=True):
        for place in places_of(result):
            if "snippet" in place.get("region", {}):
                assert words_at(text, place["region"]) == place["region"]["snippet"]["text"]
        here = result["locations"][0]["physicalLocation"]["region"]
        own = words_at(text, here).replace("\r\n", "\n").replace("\r", "\n")
        assert own == checked.letter.text[finding.span.start : finding.span.end]
        if finding.repair:
            applied = apply_repairs(checked.letter.text, [finding.repair])
            assert fixed(text, result["fixes"][0]).encode() == original.with_edits(applied.edits)
    assert ("fixes" in json.dumps(run["results"])) == any(f.repair for f in checked.findings)


def fixed(text: str, fix: Json) -> str:
    for one in sorted(
        fix["artifactChanges"][0]["replacements"], key=lambda r: -r["deletedRegion"]["charOffset"]
    ):
        at, length = one["deletedRegion"]["charOffset"], one["deletedRegion"]["charLength"]
        text = text[:at] + one["insertedContent"]["text"] + text[at + length :]
    return text


@settings(max_examples=40, deadline=None)
@given(LETTERS)
def test_both_selectors_of_an_annotation_select_the_words(text: str) -> None:
    checked = check(parse_letter(text, "letter.txt"), sample_record())
    collection = as_annotations(undecided(checked), "letter.txt")
    assert (collection["@context"], collection["type"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
    )
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(checked.findings)
    assert len({item["id"] for item in items}) == len(items)
    for item, finding in zip(items, checked.findings, strict=True):
        position, quote = item["target"]["selector"]
        words = checked.letter.text[position["start"] : position["end"]]
        assert words == quote["exact"]
        if finding.span.end > finding.span.start:
            assert words == checked.letter.text[finding.span.start : finding.span.end]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        at = checked.letter.text.find(around)
        assert at >= 0
        assert [body["value"] for body in item["body"] if body.get("purpose") == "assessing"] == [
            finding.message
        ]


def test_a_letter_that_is_no_plain_text_has_its_text_in_the_log_and_no_fixes() -> None:
    checked = check(parse_letter("The principle of non-refoulment holds.\n", "letter.docx"), sample_record())
    run = has_the_structure_of_sarif(as_sarif(undecided(checked), "letter.docx", None))
    text = run["artifacts"][0]["contents"]["text"]
    assert words_at(text, run["results"][0]["locations"][0]["physicalLocation"]["region"]) == "non-refoulment"
    assert "fixes" not in run["results"][0]


def test_the_command_writes_both_with_decisions_as_suppressions(tmp_path: Path) -> None:
    open_record(tmp_path / "record").close()
    letter = tmp_path / "my letter.txt"
    letter.write_text(
        "Dear all,\n\nThe principle of non-refoulment holds for the the people.\n", encoding="utf-8"
    )
    runner = CliRunner(env={"ONRECORD_RECORD": str(tmp_path / "record"), "ONRECORD_WHO": "Hana Lee"})

    def call(*words: str) -> int:
        return runner.invoke(main, list(words), prog_name="onrecord").exit_code

    call("decide", str(letter), "field_term", "--accept", "--reason", "quoted")
    sarif, annotations = tmp_path / "letter.sarif", tmp_path / "letter.jsonld"
    assert call("check", str(letter), "--sarif", str(sarif), "--annotations", str(annotations)) == 1
    run = has_the_structure_of_sarif(json.loads(sarif.read_text(encoding="utf-8")))
    found = {result["ruleId"]: result["suppressions"] for result in run["results"]}
    assert found["grammar"] == []
    assert found["field_term"][0]["justification"].startswith("accepted by Hana Lee (ONRECORD_WHO)")
    assert run["artifacts"][0]["location"]["uri"].endswith("/my%20letter.txt")
    items = json.loads(annotations.read_text(encoding="utf-8"))["first"]["items"]
    moderated = [body for item in items for body in item["body"] if body["purpose"] == "moderating"]
    assert [(body["creator"]["name"], body["value"]) for body in moderated] == [
        ("Hana Lee", "accepted: quoted")
    ]
    before = letter.read_bytes()
    assert call("check", str(letter), "--sarif", str(letter)) == 2
    assert letter.read_bytes() == before
