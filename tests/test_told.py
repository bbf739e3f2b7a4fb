"""Messages that can be said in another language."""

from __future__ import annotations

import copy
import json
import pickle

from onrecord.told import Told, said_by, tell, tell_together

KOREAN = {
    "This is %(what)s, on %(line)s.": "%(line)s: %(what)s입니다.",
    "line %(number)s": "%(number)s행",
    "50%": "50퍼센트",
}


def korean(template: str) -> str:
    return KOREAN.get(template, template)


def test_a_message_is_the_english_string_that_it_was() -> None:
    said = tell("This is %(what)s, on %(line)s.", what="an end", line=tell("line %(number)s", number=7))
    assert said == "This is an end, on line 7."
    assert json.dumps([said]) == '["This is an end, on line 7."]'


def test_a_message_is_translated_with_what_stands_in_it() -> None:
    said = tell("This is %(what)s, on %(line)s.", what="“끝”", line=tell("line %(number)s", number=7))
    assert said.by(korean) == "7행: “끝”입니다."
    assert (
        tell_together("; ", [said, tell("50%"), "as it is"]).by(korean)
        == "7행: “끝”입니다.; 50퍼센트; as it is"
    )
    assert said_by(korean, "line 7") == "line 7"
    assert said_by(korean, 7) == 7


def test_a_message_knows_its_templates_but_not_what_only_holds_them_together() -> None:
    both = tell_together(": ", [tell("line %(number)s", number=7), "“끝”", tell("in short")])
    assert both == "line 7: “끝”: in short"
    assert list(both.templates()) == ["line %(number)s", "in short"]


def test_a_copy_is_a_message_still() -> None:
    said = tell("line %(number)s", number=7)
    for made in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):  # noqa: S301 - our own bytes
        assert isinstance(made, Told)
        assert (made, made.by(korean)) == ("line 7", "7행")
