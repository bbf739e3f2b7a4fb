"""What a record gives a letter to tell: acts that can be quoted, and how a writer names States and reviews."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from onrecord.analysis.trace import is_before_review
from onrecord.documents.model import Document
from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.record.model import ReadsRecord
from onrecord.record.positions import settled
from onrecord.un.review import reviews_of
from onrecord.un.states import state, states

# The names that letters use, where they differ from those in UN lists; one is chosen for a letter.
_SAID = {
    "USA": ("the United States", "the United States of America"),
    "GBR": ("the United Kingdom",),
    "RUS": ("Russia", "the Russian Federation"),
    "KOR": ("South Korea", "the Republic of Korea"),
    "PRK": ("North Korea", "the Democratic People’s Republic of Korea"),
    "CZE": ("the Czech Republic",),
    "NLD": ("the Netherlands",),
    "PHL": ("the Philippines",),
    "MDA": ("Moldova", "the Republic of Moldova"),
    "IRN": ("Iran", "the Islamic Republic of Iran"),
    "BHS": ("the Bahamas",),
    "GMB": ("the Gambia",),
    "VNM": ("Viet Nam", "Vietnam"),
    "MKD": ("North Macedonia",),
    "TZA": ("Tanzania",),
    "VEN": ("Venezuela",),
    "BOL": ("Bolivia",),
    "LAO": ("Laos",),
    "SYR": ("Syria",),
    "BRN": ("Brunei Darussalam",),
    "SWZ": ("Swaziland",),
    "TUR": ("Turkey",),
    "CPV": ("Cape Verde",),
    "ARE": ("the United Arab Emirates",),
    "CAF": ("the Central African Republic",),
    "COM": ("the Comoros",),
    "DOM": ("the Dominican Republic",),
    "MHL": ("the Marshall Islands",),
    "SLB": ("the Solomon Islands", "Solomon Islands"),
    "PSE": ("Palestine",),
    "VAT": ("the Holy See",),
    "FSM": ("Micronesia",),
    "COD": ("the Democratic Republic of the Congo",),
    "MDV": ("the Maldives", "Maldives"),
    "SDN": ("the Sudan", "Sudan"),
}
_WORDS = re.compile(r"\S+")
# What makes a passage unfit to be quoted by a careful writer: marks of reading, lists, other quotations.
_UNFIT = re.compile(r"[\u00ad\ufffe\ufffd§*_|<>{}\[\]()“”\"«»‘…]|\.\.|\d|;|:|\s[a-z]\s?$|\b[a-z]\)|-\s")
_CLOSE = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*[;.,]*\s*$")
_SPLIT_WORD = re.compile(r"\b(?:[b-hj-z]|[A-Z]{3,}[a-z])\b")


@dataclass(frozen=True)
class Act:
    """An entry whose words can be quoted, with those words alone: without letter, States and last mark."""

    entry: Entry
    words: str

    @property
    def imperative(self) -> bool:
        """Whether the words begin as advice does ("Ratify …"), so that "to" can stand before them."""
        first = self.words.split()[0]
        return first[0].isupper() and first.lower() in IMPERATIVES


IMPERATIVES = frozenset(
    [
        "abolish",
        "accede",
        "accelerate",
        "accept",
        "address",
        "adhere",
        "adopt",
        "align",
        "allow",
        "amend",
        "apply",
        "bring",
        "build",
        "carry",
        "combat",
        "commit",
        "complete",
        "comply",
        "conduct",
        "consider",
        "continue",
        "cooperate",
        "criminalize",
        "create",
        "decriminalize",
        "develop",
        "eliminate",
        "enact",
        "encourage",
        "end",
        "enforce",
        "enhance",
        "ensure",
        "establish",
        "expand",
        "expedite",
        "extend",
        "extradite",
        "facilitate",
        "fight",
        "finalize",
        "fulfil",
        "fully",
        "give",
        "grant",
        "guarantee",
        "harmonize",
        "honour",
        "implement",
        "improve",
        "include",
        "increase",
        "incorporate",
        "intensify",
        "introduce",
        "investigate",
        "invite",
        "issue",
        "join",
        "keep",
        "launch",
        "lift",
        "maintain",
        "make",
        "modify",
        "observe",
        "organize",
        "permit",
        "place",
        "prevent",
        "prohibit",
        "promote",
        "prosecute",
        "protect",
        "provide",
        "publish",
        "pursue",
        "put",
        "raise",
        "ratify",
        "reconsider",
        "reduce",
        "reform",
        "refrain",
        "release",
        "remove",
        "repeal",
        "request",
        "respect",
        "respond",
        "review",
        "revise",
        "safeguard",
        "set",
        "sign",
        "stop",
        "strengthen",
        "submit",
        "support",
        "take",
        "undertake",
        "update",
        "uphold",
        "withdraw",
        "work",
    ]
)


@dataclass(frozen=True, repr=False)
class Matter:
    """What one letter can be about: the reviews of a State on the record and what was said in them."""

    record: ReadsRecord
    code: str
    reviews: tuple[ReviewFacts, ...]
    advice: tuple[Act, ...]
    remarks: tuple[Act, ...]
    replies: tuple[Act, ...]
    questions: tuple[Act, ...]
    documents: dict[str, Document] = field(default_factory=dict, repr=False)

    def __repr__(self) -> str:
        return f"Matter({self.code}, {len(self.advice)} recommendations)"

    def review_of(self, entry: Entry) -> ReviewFacts:
        """The facts of the review in which the entry stands."""
        return next(facts for facts in self.reviews if facts.symbol == entry.symbol)

    def document(self, symbol: str) -> Document:
        """The report of a review."""
        if symbol not in self.documents:
            found = self.record.document(symbol)
            assert found is not None
            self.documents[symbol] = found
        return self.documents[symbol]


def matter_of(record: ReadsRecord, code: str) -> Matter | None:
    """What a letter on this State can tell, or None where the record holds too little."""
    reviews = tuple(
        facts
        for facts in record.reviews(code)
        if facts.symbol
        and not is_before_review(facts)
        and facts.cycle
        and facts.session
        and len(facts.date) == 10
    )
    symbols = {facts.symbol for facts in reviews}
    entries = [
        entry for symbol in sorted(symbols) for entry in settled(record, record.entries(symbol=symbol))
    ]
    matter = Matter(
        record,
        code,
        reviews,
        advice=tuple(_acts(entries, "recommendation", code)),
        remarks=tuple(_acts(entries, "statement", code)),
        replies=tuple(_acts(entries, "reply", code)),
        questions=tuple(_acts(record.entries(to=code, kind="advance_question"), "advance_question", code)),
    )
    last = max((facts.cycle or 0 for facts in reviews), default=0)
    coming = any(one.cycle > last and len(one.start) == 10 for one in reviews_of(code))
    return matter if coming and len(matter.advice) > 12 and len(matter.remarks) > 4 else None


def _acts(entries: Iterable[Entry], kind: str, code: str) -> Iterable[Act]:
    for entry in entries:
        if entry.kind != kind or (not entry.by and kind != "reply") or (code in entry.by and kind != "reply"):
            continue
        if not set(entry.by) <= _known_states():
            continue  # an organisation, which no list of States names
        words = _CLOSE.sub("", entry.text).strip(" ;.,") if kind == "recommendation" else entry.text.strip()
        words = re.sub(r"^\([a-z]\)\s*", "", words)
        if kind == "recommendation":
            if _fit(words, 7, 60) and entry.section == "conclusions" and len(entry.by) <= 3:
                yield Act(entry, words)
        else:
            sentences = [
                s for s in re.split(r"(?<=[a-z])[.?]\s+(?=[A-Z])", words) if _fit(s.strip(" .?"), 9, 45)
            ]
            if kind == "statement":
                sentences = [s for s in sentences if not re.search(r"recommend|urged|called", s)]
            if sentences and len(words) < 4000:
                yield Act(entry, max(sentences, key=len).strip(" .?"))


@cache
def _known_states() -> frozenset[str]:
    return frozenset(one.code for one in states())


def _fit(words: str, least: int, most: int) -> bool:
    return (
        least <= len(words.split()) <= most
        and not _UNFIT.search(words)
        and not _SPLIT_WORD.search(words)
        and words[0].isupper()
    )


def window(words: str, rng: Random, least: int = 6, most: int = 18) -> str:
    """A run of words from the inside of a passage, cut where a writer would cut it."""
    every = words.split()
    length = min(rng.randint(least, most), len(every) - 1)
    start = rng.randint(1, max(1, len(every) - length))
    picked = every[start : start + length]
    while len(picked) > least and picked[-1].strip(",").lower() in LITTLE_WORDS:
        picked.pop()
    while len(picked) > least and picked[0].lower() in {"and", "or", ","}:
        picked.pop(0)
    return " ".join(picked).strip(" ,;:.")


LITTLE_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
        "by",
        "its",
        "their",
        "that",
        "which",
        "as",
        "at",
        "from",
        "this",
        "these",
    ]
)


def names_for(rng: Random, codes: Sequence[str]) -> dict[str, str]:
    """One name for each State, the same throughout a letter."""
    return {code: rng.choice(_SAID.get(code, (state(code).name,))) for code in codes}


def text_of(words: str) -> list[str]:
    """The words of a passage, for comparing."""
    return [word.strip('.,;:“”’‘"()').lower() for word in _WORDS.findall(words)]
