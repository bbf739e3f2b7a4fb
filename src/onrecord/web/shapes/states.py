"""What the record answers to programs of a State or a body."""

from __future__ import annotations

from pydantic import BaseModel, Field

from onrecord.web.shapes.values import CODES, Pinpoint, Symbol, To

_COUNTS = "Each of kind, position, cycle, by and to with its values, and how many entries have them."


class StateCounted(BaseModel):
    """A State or body that speaks or is spoken to."""

    code: str = Field(description=f"{CODES}.", examples=["CHN"])
    entries_by: int = Field(description="How many entries it says.")
    entries_to: int = Field(description="How many entries are said to it.")


class UnheardOut(BaseModel):
    """Where a State wanted the floor and did not get it."""

    symbol: Symbol
    pinpoint: Pinpoint
    to: To


class StateOut(BaseModel):
    """A State or body as the record shows it. One recommendation by two States counts for each of them."""

    code: str = Field(description=f"{CODES}.", examples=["CHN"])
    name: str = Field(description="Its name in English, or the acronym of a body.", examples=["China"])
    by: dict[str, dict[str, int]] = Field(description=f"What it says. {_COUNTS}")
    to: dict[str, dict[str, int]] = Field(description=f"What is said to it. {_COUNTS}")
    not_heard: list[UnheardOut] = Field(
        description="Where it wanted the floor and did not get it; 1,000 at most."
    )
    silent: list[str] = Field(description="Symbols of reports on reviews of others that hold nothing by it.")
    reviews: list[str] = Field(description="Symbols of the reports on its own reviews.")
