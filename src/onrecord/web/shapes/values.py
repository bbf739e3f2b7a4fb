"""Values that recur in the shapes of the HTTP API, each described once."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import Field

from onrecord.mechanisms.model import KINDS

CODES = "States by ISO 3166 alpha-3 code (CHN, PRK), bodies by their acronym (CAT, CEDAW, UNHCR, OHCHR)"
POSITIONS = (
    '"supported", "noted", "partially_supported" (in part supported), "pending" (the State will answer later) or '
    '"not_stated"'
)
SPAN = "first character, and the one after the last, counted from 0 in the text that was sent"

Symbol = Annotated[
    str,
    Field(description='The UN document symbol; "" where the file has none.', examples=["A/HRC/25/5"]),
]
FileName = Annotated[str, Field(description="The name of the file as it came.", examples=["A_HRC_25_5.pdf"])]
Sha256 = Annotated[
    str,
    Field(
        description="The SHA-256 of the file, 64 hexadecimal digits: it stays the same as long as no byte changes."
    ),
]
Pinpoint = Annotated[
    str,
    Field(
        description="The paragraph as one cites it, with the number of the recommendation where it has one.",
        examples=["186.241", "28 (g)", "30"],
    ),
]
Page = Annotated[int, Field(description="The page of the file, from 1; 0 where the file has no pages.")]
EntryKind = Annotated[
    str,
    Field(description=f"What kind of act it is, one of: {', '.join(KINDS)}.", examples=["recommendation"]),
]
By = Annotated[list[str], Field(description=f"Who says it: {CODES}.", examples=[["CZE"]])]
To = Annotated[
    str,
    Field(
        description='To which State it is said, by ISO 3166 alpha-3 code; "" where to none.', examples=["CHN"]
    ),
]
StateCode = Annotated[
    str, Field(description="The State under review, by ISO 3166 alpha-3 code.", examples=["CHN"])
]
Cycle = Annotated[
    int | None,
    Field(description="The cycle of the review, 1 to 4; null where there is none.", examples=[2]),
]
Session = Annotated[
    int | None,
    Field(
        description="The session of the UPR Working Group; null where the document does not say it.",
        examples=[17],
    ),
]
IsoDate = Annotated[
    str,
    Field(description='An ISO date; "" where the document gives none.', examples=["2013-10-22"]),
]
Troika = Annotated[
    list[str],
    Field(description="The three States that act as rapporteurs, by ISO 3166 alpha-3 code."),
]
Span = Annotated[list[int], Field(description=f"Where it stands: {SPAN}.", examples=[[120, 139]])]
Moment = Annotated[str, Field(description="When, in UTC (ISO 8601).", examples=["2026-02-03T10:20:30+00:00"])]
Who = Annotated[str, Field(description='The person\'s name; "" where none was given.', examples=["Kim"])]

AskedSymbol = Annotated[
    str,
    Query(
        max_length=1000,
        description="The UN document symbol; for a file without one, the file's name.",
        examples=["A/HRC/25/5"],
    ),
]
