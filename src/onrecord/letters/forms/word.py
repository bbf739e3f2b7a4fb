"""Letters from word processors: DOCX, DOC and RTF, by the readers of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from onrecord.documents import sniff
from onrecord.documents.details import Details
from onrecord.documents.passages import Flow
from onrecord.errors import UnreadableDocument
from onrecord.letters.forms.drafts import drafts_of, finished
from onrecord.letters.forms.loose_notes import with_found_notes, with_lost_calls
from onrecord.letters.forms.model import Blocks, Change, Comment
from onrecord.letters.forms.typed_lists import with_typed_lists
from onrecord.told import tell

_MOST_PLACES = 8


def read_word(data: bytes, name: str, kind: str) -> Blocks:
    """The blocks of a DOCX, DOC or RTF (`kind` as sniff.py names it).

    Tracked changes are read as if they were accepted. Raises UnreadableDocument where the file is
    broken, locked, beyond the bounds, or holds no words.
    """
    details = Details()
    flow = _flow_reader(kind)(data, name, details)
    drafts = drafts_of(flow, details)
    if not drafts.blocks:
        raise UnreadableDocument(
            tell("%(name)s: holds no words.", name=name),
            hint=tell("Open it and look; a letter that is a picture has to be typed."),
        )
    drafts = with_found_notes(drafts) if not drafts.notes else with_lost_calls(drafts)
    drafts.blocks = with_typed_lists(drafts.blocks)
    said = [problem.message for problem in flow.problems if not _told_better(problem.message, details)]
    problems = [*changes_told(details.changes), *comments_told(details.comments), *said]
    return finished(drafts, name, kind, details, problems)


def _flow_reader(kind: str) -> Callable[[bytes, str, Details], Flow]:
    # Late, so that nobody waits for the libraries of forms that do not come.
    if kind == sniff.DOCX:
        from onrecord.documents.docx import docx_flow  # noqa: PLC0415

        return docx_flow
    if kind == sniff.DOC:
        from onrecord.documents.doc import doc_flow  # noqa: PLC0415

        return doc_flow
    from onrecord.documents.rtf import rtf_flow  # noqa: PLC0415

    return rtf_flow


def _told_better(message: str, details: Details) -> bool:
    """Whether the reader's own tally says less than the details do."""
    if details.changes and "racked changes" in message:
        return True
    return bool(details.comments) and message.endswith("comments were left out.")


def changes_told(changes: Iterable[Change]) -> list[str]:
    """How many insertions and deletions are pending, by whom and where; [] where there are none."""
    changes = list(changes)
    if not changes:
        return []
    counted = Counter((change.by or "somebody unnamed", change.kind) for change in changes)
    by_whom: dict[str, list[str]] = {}
    for (by, kind), count in counted.items():
        by_whom.setdefault(by, []).append(f"{count} {kind}{'s' if count > 1 else ''}")
    who = "; ".join(f"{' and '.join(parts)} by {by}" for by, parts in by_whom.items())
    where = _places(change.paragraph for change in changes)
    read_as = "The letter was read as if they were accepted; accept or reject them before it is sent."
    return [f"Tracked changes are pending: {who} ({where}). {read_as}"]


def comments_told(comments: Iterable[Comment]) -> list[str]:
    """How many comments stand in the margin, by whom and where; they are no part of the letter."""
    comments = list(comments)
    if not comments:
        return []
    named = list(dict.fromkeys(comment.by for comment in comments if comment.by))
    by = f" by {', '.join(named)}" if named else ""
    where = _places(comment.paragraph for comment in comments)
    if len(comments) == 1:
        return [f"1 comment{by} stands in the margin ({where}); it was not read as part of the letter."]
    count = f"{len(comments)} comments"
    return [f"{count}{by} stand in the margin ({where}); they were not read as part of the letter."]


def _places(paragraphs: Iterable[int]) -> str:
    numbers = sorted(set(paragraphs))
    plain = [str(number) for number in numbers if number]
    shown = plain[:_MOST_PLACES] + (
        [f"and {len(plain) - _MOST_PLACES} more"] if len(plain) > _MOST_PLACES else []
    )
    words = []
    if plain:
        words.append(f"paragraph{'s' if len(plain) > 1 else ''} {', '.join(shown)}")
    if 0 in numbers:
        words.append("the notes")
    return " and ".join(words)
