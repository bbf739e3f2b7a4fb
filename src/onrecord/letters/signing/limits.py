"""How far a signatory has narrowed what may be done with their name, after they gave it."""

from __future__ import annotations

from sqlalchemy import insert

from onrecord.errors import UsageError
from onrecord.letters.signing.model import Act, Signatory
from onrecord.letters.signing.signatories import acts
from onrecord.letters.signing.versions import now
from onrecord.record import letter_tables as tables
from onrecord.record.record import Record
from onrecord.told import tell

NARROWED = "narrowed"
LONGEST = 4000


def narrow(record: Record, signatory: Signatory, *, words: str, who: str, how: str) -> None:
    """Write down what a signatory still allows, in words, and by what they made it known.

    It takes nothing from the list: who signs still signs, and whoever publishes sees the words. A later one
    stands in its place. UsageError where nothing is said of what is allowed, or of how it was made known.
    """
    said, ground = " ".join(words.split()), " ".join(how.split())
    if not said or len(said) > LONGEST:
        raise UsageError(
            tell("Say in a few words what may still be done with the name."),
            hint=tell("For example: to the ministry only, not on the web."),
        )
    if not ground:
        raise UsageError(
            tell("A narrower consent needs its ground."),
            hint=tell("Say by what it was made known: a call, a letter."),
        )
    with record.database.writing() as connection:
        connection.execute(
            insert(tables.signatory_acts).values(
                signatory_id=signatory.id,
                act=NARROWED,
                version_id=None,
                at=now(),
                by=who,
                how=ground,
                words=said,
            )
        )


def limits(record: Record, letter: str) -> dict[int, Act]:
    """What holds for each signatory of a letter who has narrowed their consent, by the signatory's number."""
    return {act.signatory_id: act for act in acts(record, letter) if act.act == NARROWED}
