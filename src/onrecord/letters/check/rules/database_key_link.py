"""Links that are nothing but a key of a database: they die with it and tell nothing of their document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import URL, Case
from onrecord.letters.check.own_words import places
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell

# As in "…/DownLoadPublicCommunicationFile?gId=26571" and "…/view.do?seq=291232".
_KEY = re.compile(r"[?&](?:gId|docid|id|seq|no|idx|FileId|DocId|key)=\w+", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"https?://(?:[\w-]+\.)*(?:ohchr\.org|un\.org|refworld\.org|go\.kr|europa\.eu|gov(?:\.\w\w)?)/",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter, for official documents linked by key only."""
    found = [
        Span(*link.span())
        for link in URL.finditer(case.letter.text)
        if _KEY.search(link.group()) and _OFFICIAL.match(link.group())
    ]
    if found:
        several = len(found) > 1
        yield Said(
            found[0],
            (
                tell("%(many)s links to official documents are a database's key only.", many=len(found))
                if several
                else tell("%(many)s link to an official document is a database's key only.", many=len(found))
            ),
            places(tell("the link"), found),
            tell("Keep a copy of the file, and give its reference beside the link."),
        )


RULE = Rule("database_key_link", NOTICE, "A link that is nothing but a key of a database.", find)
