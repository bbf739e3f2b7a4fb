"""What stands in each column of an export, in words for whoever opens the file."""

from __future__ import annotations

FILES = {
    "documents": "Every edition of every document on the record.",
    "paragraphs": "The paragraphs of the documents, in the order of the page.",
    "notes": "The notes of the documents.",
    "problems": "What was read with a doubt.",
    "reviews": "What the reports say of the reviews themselves.",
    "entries": "Every act on the record: who said what to whom, and with which answer.",
    "failures": "Files that could not be read when they were last tried.",
    "decisions": "What people decided about findings of letters; a later row can take an earlier one back.",
    "letter_versions": "Letters in exactly these words.",
    "letter_texts": "The words of each version, one row for each language.",
    "signatories": "Who was entered to sign a letter.",
    "signatory_acts": "What became of each signatory, in order.",
    "publications": "What was sent to whom.",
    "publication_files": "The files that were kept with a publication.",
    "publication_replies": "What came back.",
}
"""Tables of the record by the name of their file, with a sentence on each."""

LEFT_OUT = {
    "passages": "the word index; it is made again from paragraphs, notes and entries",
    "entry_states": "the States of entries once more, for searching",
    "signatory_contacts": "how signatories are reached: that leaves the record only in a backup",
    "alembic_version": "the number of the record's schema, which is in this file",
}
"""Tables that an export does not hold, and why."""

LEFT_OUT_COLUMNS = {
    ("documents", "tables"): "cells of tables; their rows are among the paragraphs (zone “table”)",
    ("paragraphs", "lines"): "the box of each printed line",
    ("paragraphs", "note_calls"): "where in the paragraph each note is called",
    ("notes", "lines"): "the box of each printed line",
}
"""Columns that stand in a backup alone, and what they hold."""

AS_JSON = {
    ("documents", "front"), ("documents", "facts"), ("paragraphs", "headings"), ("reviews", "troika"),
    ("reviews", "questions_from"), ("entries", "by_states"), ("entries", "by_as_printed"), ("entries", "inferred"),
    ("entries", "place"), ("entries", "themes"), ("entries", "second_hand"), ("decisions", "places"),
    ("signatories", "names"), ("signatories", "details"), ("publications", "signatories"),
    ("publications", "check_result"),
}  # fmt: skip
"""Columns that the database keeps as JSON: values in JSON Lines; in CSV words joined by "; ", else JSON."""

ANYWHERE = {
    "document_id": "The document: its `id` in documents.",
    "ordinal": "The place among the rows of one document, from 0.",
    "id": "The row's number; other files name it.",
    "sha256": "SHA-256 of the file's bytes, in hexadecimal.",
    "symbol": "The symbol of the document, such as A/HRC/25/5; empty where it has none.",
    "page": "Page of the file, from 1.",
    "at": "When (ISO 8601, UTC).",
    "letter": "The letter's name.",
    "version_id": "The version: its `id` in letter_versions.",
    "language": "Language, ISO 639 (en, ko).",
    "pinpoint": "How the place is cited: 27, 186.241, 28 (g).",
    "signatory_id": "The signatory: its `id` in signatories.",
    "publication_id": "The publication: its `id` in publications.",
    "filed": "When it was entered (ISO 8601, UTC).",
    "filed_by": "Who entered it.",
    "name": "Name of the file.",
    "size": "Size of the file in bytes.",
    "number": "The number as printed.",
    "heading": "The heading above it.",
    "text": "The words.",
}
"""Columns that mean the same in every file."""

COLUMNS = {
    ("documents", "format"): "Form of the file: pdf, docx, html and so on.",
    ("documents", "kind"): "Kind of document, such as upr_report.",
    ("documents", "title"): "Title as printed.",
    ("documents", "date"): "Date of the document (ISO 8601), empty where it gives none.",
    ("documents", "pages"): "How many pages it has.",
    ("documents", "reissued"): "Whether it is a reissue (an asterisk after the symbol).",
    ("documents", "front"): "The lines of the title page.",
    ("documents", "saved"): "The day on which the file says that it was last saved.",
    ("documents", "facts"): "What the document says of itself: pairs of a name and words.",
    ("documents", "added"): "When it was put on the record (ISO 8601, UTC).",
    ("documents", "reader"): "The version of On Record, and a mark of its reading code, that read it.",
    ("paragraphs", "parent"): "The paragraph in whose list it stands.",
    ("paragraphs", "as_numbered"): "The number as printed where that is a misprint.",
    ("paragraphs", "zone"): "contents, body, annex, or table (a row of one).",
    ("paragraphs", "headings"): "All headings above it, the outermost first.",
    ("paragraphs", "printed"): "The passage with notes inside it, as the page has it; mostly empty.",
    ("notes", "mark"): "The note's number or sign.",
    ("notes", "called_at"): "The pinpoint of the paragraph that calls it.",
    ("problems", "source"): "What was in doubt: the document, or its entries.",
    ("problems", "message"): "What is in doubt.",
    ("reviews", "state"): "State under review, ISO 3166 alpha-3.",
    ("reviews", "session"): "Session of the Working Group.",
    ("reviews", "cycle"): "Cycle of the Universal Periodic Review.",
    ("reviews", "date"): "Day of the review (ISO 8601).",
    ("reviews", "adopted"): "Day on which the Working Group adopted the report.",
    ("reviews", "distributed"): "Day on which the report was distributed.",
    ("reviews", "troika"): "The rapporteurs, ISO 3166 alpha-3.",
    ("reviews", "questions_from"): "States that put advance questions, ISO 3166 alpha-3.",
    (
        "entries",
        "kind",
    ): "recommendation, advance_question, statement, reply, pledge, not_heard, position, and others.",
    ("entries", "section"): "Part of the document: dialogue, conclusions, and others.",
    ("entries", "paragraph"): "The main paragraph, or the row of a table.",
    ("entries", "part"): "Which of several texts of one number, from 1.",
    ("entries", "note"): "The mark of the note in which it stands.",
    ("entries", "as_printed"): "The passage as the page prints it.",
    ("entries", "by_states"): "Who said it: States as ISO 3166 alpha-3, bodies by acronym.",
    ("entries", "by_as_printed"): "The same as printed.",
    ("entries", "on_behalf_of"): "The group for which a State spoke.",
    ("entries", "to_state"): "To whom, ISO 3166 alpha-3.",
    (
        "entries",
        "to_as_printed",
    ): "Addressees in the document's own words, where they are more than one State.",
    ("entries", "cycle"): "Cycle of the Universal Periodic Review.",
    ("entries", "session"): "Session of the Working Group.",
    ("entries", "date"): "Day on which it was said (ISO 8601).",
    (
        "entries",
        "position",
    ): "Position by this document alone: supported, noted, partially_supported, pending, not_stated.",
    ("entries", "position_as_written"): "The words for the position.",
    ("entries", "position_symbol"): "The document in which the position stands.",
    ("entries", "position_paragraph"): "The paragraph in which it stands.",
    (
        "entries",
        "inferred",
    ): "What the document does not say in so many words: pairs of a field and the evidence.",
    (
        "entries",
        "place",
    ): "Boxes on the page: page, left, bottom, right, top, in points from the lower left corner.",
    ("entries", "themes"): "Labels that OHCHR's lists or an export give.",
    ("entries", "action"): "UPR Info's category of what is asked, 1 to 5.",
    (
        "entries",
        "second_hand",
    ): "Where a table about another document tells it: source, file, symbol, pinpoint, key.",
    ("failures", "path"): "The file.",
    ("failures", "error"): "The kind of error.",
    ("failures", "reason"): "Why it could not be read.",
    ("failures", "hint"): "What to do.",
    ("decisions", "rule"): "The rule whose finding was decided on.",
    ("decisions", "severity"): "error, warning or notice.",
    ("decisions", "identity"): "What tells the finding from others of its rule.",
    ("decisions", "verdict"): "accepted, dismissed, or withdrawn.",
    ("decisions", "reason"): "The reason that was given.",
    ("decisions", "who"): "Who decided.",
    ("decisions", "who_from"): "Where that name was taken from.",
    ("decisions", "exact"): "The words of the letter that were decided on.",
    ("decisions", "prefix"): "The words before them.",
    ("decisions", "suffix"): "The words after them.",
    ("decisions", "words"): "The sentence as it stood.",
    ("decisions", "message"): "What the finding said.",
    ("decisions", "places"): "The places on the record on which it rested.",
    ("decisions", "line"): "The line of the letter then, from 1.",
    ("decisions", "copies"): "How many findings could not be told apart then.",
    ("decisions", "supersedes"): "The decision (its `id`) in whose place this one stands.",
    ("letter_versions", "title"): "Title of the letter.",
    ("letter_versions", "sha256"): "SHA-256 over the hashes of its texts in every language.",
    ("letter_versions", "kept"): "When it was kept (ISO 8601, UTC).",
    ("letter_versions", "kept_by"): "Who kept it.",
    ("signatories", "kind"): "A person or an organisation.",
    ("signatories", "names"): "Names by language.",
    ("signatories", "details"): "What stands beside the name, by language.",
    ("signatory_acts", "act"): "entered, consented, withdrew, corrected.",
    ("signatory_acts", "by"): "Who entered it.",
    ("signatory_acts", "how"): "How it became known.",
    ("signatory_acts", "words"): "The words of it.",
    ("publications", "recipient"): "To whom it was sent.",
    ("publications", "channel"): "How it was sent.",
    ("publications", "sent"): "When it was sent.",
    ("publications", "signatories"): "Who signed, as of that day.",
    ("publications", "check_result"): "What the check said, as of that day.",
    ("publications", "remark"): "A remark.",
    ("publication_replies", "sender"): "Who answered.",
    ("publication_replies", "received"): "When the answer came.",
    ("publication_replies", "words"): "The words of the answer.",
    ("publication_replies", "file_name"): "Name of the file that came with it.",
    ("publication_replies", "file_sha256"): "SHA-256 of that file.",
}
"""What a column of one file holds, where that is its own."""


def explained(table: str, column: str) -> str:
    """What stands in a column, in a sentence; for one of a newer schema, the name of its table and column."""
    found = COLUMNS.get((table, column)) or ANYWHERE.get(column)
    return found or f"As the record's table {table} has it."
