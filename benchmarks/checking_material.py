"""What the benchmark of the check works on: a large record, and a letter of ten pages held against it.

The reports are made in the form in which the Working Group's are published, by rule from a seed, so that each
recommendation has words of its own. The letter quotes and cites what is on the record.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from onrecord.mechanisms.model import Entry
from onrecord.record.add import add_paths
from onrecord.record.record import Record, open_record
from onrecord.un.states import State, state, states

RECOMMENDATIONS_A_REPORT = 150
WORDS_A_LETTER = 5_000  # ten pages of five hundred words

HEAD = """\
United Nations                                                {symbol}

General Assembly
                                                       Distr.: General
                                                       {distributed}

                                                       Original: English

Human Rights Council
Forty-first session
Agenda item 6
Universal Periodic Review

            Report of the Working Group on the Universal Periodic Review

            {name}

            Introduction

1.   The Working Group on the Universal Periodic Review held its thirty-second session from 21 January to \
1 February 2019. The review of {name} was held at the 3rd meeting on 22 January 2019.

2.   On 15 January 2019, the Human Rights Council selected the following group of rapporteurs (troika) to \
facilitate the review of {name}: Poland, Sierra Leone and United Arab Emirates.

            I. Summary of the proceedings of the review process

            A. Presentation by the State under review

3.   The head of the delegation said that {opening}.

            B. Interactive dialogue and responses by the State under review

{dialogue}

            II. Conclusions and/or recommendations

{after}.   The following recommendations will be examined by {name}:

{listed}

{last}.   All conclusions and/or recommendations contained in the present report reflect the position of the \
submitting State(s) and/or the State under review.
"""

VERBS = ("Ratify without delay", "Review", "Adopt a plan for", "Strengthen", "Make public", "Bring into force",
         "Give effect to", "Extend", "Fund", "Submit to independent scrutiny", "Report each year on")  # fmt: skip
MATTERS = ("the law on asylum", "the training of judges", "inspections of places of detention",
           "the register of missing persons", "legal aid in criminal proceedings", "the protection of witnesses",
           "schooling in rural districts", "the law on assembly", "access to medical files",
           "the work of the national institution", "appeals against expulsion", "the rules of police custody",
           "birth registration", "support for victims of trafficking", "the review of old convictions")  # fmt: skip
MANNERS = ("in accordance with international law", "in consultation with civil society",
           "with a timetable that can be verified", "by the next review", "for all without distinction",
           "in line with the recommendations of treaty bodies", "with particular regard to children",
           "in every province", "through an independent body")  # fmt: skip
REASONS = ("so that no complaint stays without an answer", "as recommended in the previous cycle",
           "and publish figures by age and gender", "and let relatives know the outcome",
           "and invite the special procedures to visit", "while safeguarding the independence of lawyers")  # fmt: skip


def make_record(folder: Path, least: int, data: Path | None) -> Record:
    """The record in `folder`, made on the first run: the documents of `data`, then reports until `least` entries.

    A record that holds enough already is opened as it is.
    """
    record = open_record(folder / "record")
    held = len(record.entries())
    if held < least and data is not None:
        told = [
            path for path in sorted(data.iterdir()) if path.is_dir() and path.name not in {"unhcr", "uhri"}
        ]
        add_paths(record, told, jobs=2, on_progress=_progress)
        held = len(record.entries())
    if held < least:
        count = -(-(least - held) // RECOMMENDATIONS_A_REPORT)
        add_paths(record, write_reports(folder / "reports", count), jobs=2, on_progress=_progress)
    return record


def _progress(done: int, total: int, _: Path) -> None:
    print(f"\rthe record: {done} of {total} files", end="" if done < total else "\n", file=sys.stderr)


def write_reports(folder: Path, count: int) -> list[Path]:
    """So many reports in the published form, as text; the same on every run."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(41)  # noqa: S311
    reviewed = states()
    written: list[Path] = []
    for number in range(1, count + 1):
        file = folder / f"report{number:04}.txt"
        file.write_text(_report(number, reviewed[number % len(reviewed)], chance), encoding="utf-8")
        written.append(file)
    return written


def _report(number: int, of: State, chance: random.Random) -> str:
    others = [one for one in states() if one.code != of.code]
    after = 4 + 60
    dialogue = "\n\n".join(
        f"{4 + at}.   {chance.choice(others).name} asked about {_matter(chance)}." for at in range(60)
    )
    listed = "\n\n".join(
        f"{after}.{at}. {_act(chance)} ({chance.choice(others).name});"
        for at in range(1, RECOMMENDATIONS_A_REPORT + 1)
    )
    return HEAD.format(
        symbol=f"A/HRC/{200 + number // 30}/{number % 30 + 1}",
        distributed=f"{number % 27 + 1} April 2019",
        name=of.name,
        opening=_matter(chance),
        dialogue=dialogue,
        after=after,
        listed=listed,
        last=after + 1,
    )


def _matter(chance: random.Random) -> str:
    return f"{chance.choice(MATTERS)} and {chance.choice(MATTERS)} {chance.choice(MANNERS)}"


def _act(chance: random.Random) -> str:
    return f"{chance.choice(VERBS)} {_matter(chance)}, {chance.choice(MANNERS)}, {chance.choice(REASONS)}"


def compose(record: Record, sources: int) -> str:
    """A letter of ten pages that rests on so many documents: paragraphs, quotations, a note for each, asks.

    Every ninth quotation has a word changed, every eleventh stands without its note.
    """
    chance = random.Random(7)  # noqa: S311
    reports = {stored.symbol: stored.date for stored in record.documents() if stored.language == "en"}
    quotable = [
        entry
        for entry in record.entries(kind="recommendation")
        if entry.symbol in reports and _is_quotable(entry)
    ]
    cited = chance.sample(sorted({entry.symbol for entry in quotable}), sources)
    quotable = [entry for entry in quotable if entry.symbol in cited]
    chosen = chance.sample(quotable, min(len(quotable), 200))
    body: list[str] = []
    notes: list[str] = []
    for group in _groups(chosen, 3):
        body.append(_paragraph(group, reports, notes))
        if sum(len(words.split()) for words in (*body, *notes)) >= WORDS_A_LETTER - 300:
            break
    asks = [
        f"{at}. What steps has the Government taken on {MATTERS[at]} since 2019, by region, gender and age?"
        for at in range(1, 9)
    ]
    return (
        "\n\n".join(
            [
                "OPEN LETTER ON RECOMMENDATIONS MADE TO MANY STATES",
                "Geneva, 3 March 2024",
                "Dear Ambassador,",
                *body,
                "Therefore we ask the Government to submit the following questions in advance of the review:",
                *asks,
                "Yours sincerely,",
                "Notes",
                *notes,
            ]
        )
        + "\n"
    )


def _is_quotable(entry: Entry) -> bool:
    return (
        entry.section == "conclusions"
        and not entry.second_hand
        and len(entry.by) == 1
        and 12 <= len(entry.text.split()) <= 50
        and len(entry.date) == len("2013-10-22")
        and not set('“”"[]\n…') & set(entry.text)
    )


def _groups(entries: Sequence[Entry], size: int) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), size):
        yield entries[start : start + size]


def _paragraph(entries: Sequence[Entry], dates: Mapping[str, str], notes: list[str]) -> str:
    sentences = []
    for entry in entries:
        number = len(notes) + 1
        notes.append(_note(entry, dates[entry.symbol], number))
        words = _bare(entry)
        if number % 9 == 0:
            words = words.replace(" the ", " each ", 1)
        mark = "" if number % 11 == 0 else str(number)
        sentences.append(
            f"At the review of {state(entry.to).name} on {_day(entry.date)}, {state(entry.by[0]).name} recommended "
            f"that it should “{words}”.{mark}"
        )
    sentences.append("We have not been told what was done since, and the families whom we know wait for it.")
    return " ".join(sentences)


def _bare(entry: Entry) -> str:
    """The words as a letter quotes them: without the States in brackets, in the middle of a sentence."""
    words = re.sub(r"\s*\([^()]*\)[\s.;,*]*$", "", entry.text).rstrip(" .;,*")
    return words[:1].lower() + words[1:]


def _note(entry: Entry, date: str, number: int) -> str:
    return (
        f"{number}. Report of the Working Group on the Universal Periodic Review: {state(entry.to).name}, "
        f"{entry.symbol}, {_day(date)}, para. {entry.pinpoint}."
    )


def _day(date: str) -> str:
    """A date as letters write it: "22 October 2013"."""
    day = datetime.fromisoformat(date)
    return f"{day.day} {day:%B %Y}"
