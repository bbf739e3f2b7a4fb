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
from onrecord.told import Told, tell, tell_and, tell_together

_MOST_PLACES = 8
_COMMENT = tell("1 comment stands in the margin (%(where)s); it was not read as part of the letter.")
_COMMENT_BY = tell(
    "1 comment by %(by)s stands in the margin (%(where)s); it was not read as part of the letter."
)
_COMMENTS = tell("%(n)s comments stand in the margin (%(where)s); they were not read as part of the letter.")
_COMMENTS_BY = tell(
    "%(n)s comments by %(by)s stand in the margin (%(where)s); they were not read as part of the letter."
)


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


def changes_told(changes: Iterable[Change]) -> list[Told]:
    """How many insertions and deletions are pending, by whom and where; [] where there are none."""
    changes = list(changes)
    if not changes:
        return []
    counted = Counter((change.by, change.kind) for change in changes)
    by_whom: dict[str, list[Told]] = {}
    for (by, kind), count in counted.items():
        by_whom.setdefault(by, []).append(_counted(kind, count))
    pending = tell(
        "Tracked changes are pending: %(who)s (%(where)s). The letter was read as if they were accepted; accept or "
        "reject them before it is sent.",
        who=tell_together("; ", [_by(several, by) for by, several in by_whom.items()]),
        where=_places(change.paragraph for change in changes),
    )
    return [pending]


def _counted(kind: str, count: int) -> Told:
    if kind == "insertion":
        return tell("%(n)s insertion", n=count) if count == 1 else tell("%(n)s insertions", n=count)
    return tell("%(n)s deletion", n=count) if count == 1 else tell("%(n)s deletions", n=count)


def _by(several: list[Told], by: str) -> Told:
    if not by:
        return tell("%(changes)s by somebody unnamed", changes=tell_and(several))
    return tell("%(changes)s by %(name)s", changes=tell_and(several), name=by)


def comments_told(comments: Iterable[Comment]) -> list[Told]:
    """How many comments stand in the margin, by whom and where; they are no part of the letter."""
    comments = list(comments)
    if not comments:
        return []
    names = ", ".join(dict.fromkeys(comment.by for comment in comments if comment.by))
    told = {"n": len(comments), "by": names, "where": _places(comment.paragraph for comment in comments)}
    if len(comments) == 1:
        return [tell(_COMMENT_BY if names else _COMMENT, **told)]
    return [tell(_COMMENTS_BY if names else _COMMENTS, **told)]


def _places(paragraphs: Iterable[int]) -> str:
    numbers = sorted(set(paragraphs))
    plain = [str(number) for number in numbers if number]
    shown, more = ", ".join(plain[:_MOST_PLACES]), len(plain) - _MOST_PLACES
    words: list[str] = []
    if more > 0:
        words.append(tell("paragraphs %(numbers)s, and %(more)s more", numbers=shown, more=more))
    elif plain:
        one = len(plain) == 1
        words.append(
            tell("paragraph %(number)s", number=shown)
            if one
            else tell("paragraphs %(numbers)s", numbers=shown)
        )
    if 0 in numbers:
        words.append(tell("the notes"))
    return tell_and(words)
