"""Who contributed to the summary of stakeholders' information, and whose submission a note cites.

OHCHR lists the contributors in one of the first notes, each with an abbreviation on a line's beginning: "AI
Amnesty International, London (United Kingdom);" (A/HRC/WG.6/43/FRA/3); all later notes cite by it: "JS1,
para. 5; AI, p. 3". Where there is one national institution for human rights, "NHRC" or "NHRI" means it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.documents.model import Document, Note
from onrecord.mechanisms import background_patterns as patterns

INSTITUTION = ("NHRI", "NHRC")
"""What notes call the only national institution that contributed."""

FIRST_WORD = re.compile(r"(?P<label>[^\W\d_][\w/’'&.+-]*)\s+(?P<name>\S.*)", re.DOTALL)
DOUBLED = re.compile(r"(?P<label>\S.{2,60}?)\s+(?P<name>(?:The\s+)?(?P=label)\b.*)", re.DOTALL)
"""An organisation without an abbreviation: "Femmes solidaires Femmes solidaires, Paris (France)"."""

JOINT_ENTRY = re.compile(r"(?P<label>JS\s?\d{1,2})\s+(?P<name>\S.*)", re.DOTALL)
NO_LABEL = frozenset("The International European Human National Rights Center Centre For Of".split())  # noqa: SIM905


def contributors(document: Document) -> dict[str, str]:
    """Abbreviation to name of everyone who contributed, as the list in the document's notes has them."""
    labels = {label for note in document.notes for label in labels_of_note(note.text)}
    found: dict[str, str] = {}
    for note in document.notes:
        if patterns.LISTED_SUBMISSIONS.search(note.text):
            for label, name in _listed(note, labels):
                found.setdefault(label, name)
    return found


def labels_of_note(text: str) -> tuple[str, ...]:
    """The abbreviations that a note cites, in order: "JS1, para. 5; AI, p. 3" gives JS1 and AI."""
    if patterns.RELEVANT.search(text):
        return ()
    found = [match["label"].strip() for match in patterns.LABEL.finditer(text)]
    if not found:
        bare = patterns.BARE_LABEL.fullmatch(text)
        found = [bare["label"]] if bare else []
    return tuple(dict.fromkeys(label for label in found if _may_label(label)))


def _may_label(label: str) -> bool:
    return bool(label) and "/HRC/" not in label and not re.match(r"(?:Ibid|See|see|para|note|and)\b", label)


def _listed(note: Note, labels: set[str]) -> Iterator[tuple[str, str]]:
    """The entries of the list: each begins at a line's beginning with its abbreviation."""
    starts = [span.start for span in note.lines if span.start] or [0]
    begun: list[tuple[int, str]] = []
    group = ""
    groups: dict[str, list[str]] = {}
    for start in starts:
        line = note.text[start:]
        headed = patterns.SUBMISSION_GROUP.match(line)
        if headed:
            group = headed.lastgroup or ""
            begun.append((start, ""))
            continue
        label = _label_at(line, labels, fresh=_is_fresh(note.text, start))
        if label:
            begun.append((start, label))
            groups.setdefault(group, []).append(label)
    ends = [start for start, _ in begun[1:]] + [len(note.text)] * bool(begun)
    for (start, label), end in zip(begun, ends, strict=True):
        if label:
            name = note.text[start + len(label) : end].strip(" .;\n")
            yield label.replace(" ", "") if JOINT_ENTRY.match(f"{label} x") else label, name
            if groups.get("nhri") == [label]:
                yield from ((alias, name) for alias in INSTITUTION if alias in labels)


def _is_fresh(text: str, start: int) -> bool:
    """Whether the words before a line close an entry: its address ends with ")" and a semicolon."""
    return text[:start].rstrip().endswith((";", ":", ").", "."))


def _label_at(line: str, labels: set[str], *, fresh: bool) -> str:
    joint = JOINT_ENTRY.match(line[:40])
    if joint:
        return joint["label"]
    cited = [label for label in labels if line.startswith(label) and re.match(r"[\s.]", line[len(label) :])]
    if cited:
        return max(cited, key=len)
    if not fresh:
        return ""
    found = DOUBLED.match(line[:200]) or FIRST_WORD.match(line[:200])
    return found["label"] if found and found["label"] not in NO_LABEL else ""


def submitters(notes: Sequence[Note], known: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose submissions the notes cite: those that the list knows, and labels that it does not."""
    cited = dict.fromkeys(label for note in notes for label in labels_of_note(note.text))
    matched = {label: _known(label, known) for label in cited}
    strange = tuple(label for label, code in matched.items() if not code)
    return tuple(dict.fromkeys(code for code in matched.values() if code)), strange


def _known(label: str, known: Mapping[str, str]) -> str:
    """The list's abbreviation for a label: itself, or the one that opens it ("CoE-CPT" is CoE's)."""
    if label in INSTITUTION and label in known:
        return next(code for code, name in known.items() if name == known[label])
    if label in known:
        return label
    tight = {re.sub(r"[\s._-]", "", code).casefold(): code for code in known}
    for words in (label, re.split(r"[\s/-]", label)[0], re.split(r"[\s,(]", label)[0]):
        code = tight.get(re.sub(r"[\s._-]", "", words).casefold())
        if code:
            return code
    parts = [part for part in label.split("/") if part in known]
    return parts[0] if parts else ""


def named_in_text(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The contributors whose abbreviation stands in a paragraph's own words."""
    found = []
    for code in known:
        match = re.search(rf"(?<!\w){re.escape(code)}(?!\w)", text)
        if match:
            found.append((match.start(), code))
    for joint in patterns.JOINT.finditer(text):
        code = f"JS{joint['number'] or joint['short']}"
        if code in known:
            found.append((joint.start(), code))
    return tuple(dict.fromkeys(code for _, code in sorted(found)))
