"""Under which name the signatures of a letter on the desk are kept: one name a letter, never shared."""

from __future__ import annotations

from itertools import chain, count

from sqlalchemy import insert, select

from onrecord.record.drafts import draft
from onrecord.record.letter_tables import letter_versions, signed_drafts
from onrecord.record.record import Record


def signing_name(record: Record, number: int) -> str:
    """The name under which the signatures of this draft are kept, "" where it was never opened for them."""
    question = select(signed_drafts.c.letter).where(signed_drafts.c.draft_id == number)
    with record.database.reading() as connection:
        return str(connection.execute(question).scalar() or "")


def draft_signed_as(record: Record, letter: str) -> int:
    """The number of the draft whose signatures are kept under this name, 0 where it is none of the desk's."""
    question = select(signed_drafts.c.draft_id).where(signed_drafts.c.letter == letter)
    with record.database.reading() as connection:
        return int(connection.execute(question).scalar() or 0)


def name_for_signing(record: Record, number: int) -> str:
    """The name under which the signatures of this draft are kept; a free one is taken where it has none yet.

    It is the draft's own name without the ending, or with it, or with a number, whichever no other letter
    has. Raises NotOnRecord where there is no such draft.
    """
    whole = draft(record, number).name.replace("/", "-")
    stem = whole.rpartition(".")[0].strip(".") or whole.strip(".") or "letter"
    with record.database.writing() as connection:
        known = connection.execute(
            select(signed_drafts.c.letter).where(signed_drafts.c.draft_id == number)
        ).scalar()
        if known:
            return str(known)
        taken = {
            *connection.execute(select(letter_versions.c.letter).distinct()).scalars(),
            *connection.execute(select(signed_drafts.c.letter)).scalars(),
        }
        tried = chain((stem, whole.strip(".") or stem), (f"{stem} ({at})" for at in count(2)))
        name = next(one for one in tried if one not in taken)
        connection.execute(insert(signed_drafts).values(draft_id=number, letter=name))
    return name
