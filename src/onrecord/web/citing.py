"""A place in a United Nations document as a citation, in the styles that letters and articles use.

`un` follows the United Nations Editorial Manual (footnotes name the symbol and the paragraph); `oscola` the
Oxford University Standard for the Citation of Legal Authorities (4th ed., part on international law);
`bluebook` rule 21.7 on documents of the United Nations; `ko` the order usual in Korean writing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.record.leafing import Held
from onrecord.un.bodies import SYMBOL_SERIES
from onrecord.web.language import N_, language

COOKIE = "onrecord-style"
STYLES: Mapping[str, str] = {
    "un": N_("United Nations"),
    "oscola": "OSCOLA",
    "bluebook": "Bluebook",
    "ko": N_("Korean"),
}
_BODIES = {"A/HRC": ("UN Human Rights Council", "인권이사회"), "A/": ("UN General Assembly", "유엔 총회")}
_COMMITTEES = {
    "CAT": "UN Committee against Torture",
    "CCPR": "UN Human Rights Committee",
    "CEDAW": "UN Committee on the Elimination of Discrimination against Women",
    "CERD": "UN Committee on the Elimination of Racial Discrimination",
    "CRC": "UN Committee on the Rights of the Child",
    "CRPD": "UN Committee on the Rights of Persons with Disabilities",
    "CMW": "UN Committee on Migrant Workers",
    "CED": "UN Committee on Enforced Disappearances",
    "CESCR": "UN Committee on Economic, Social and Cultural Rights",
    "SPT": "UN Subcommittee on Prevention of Torture",
}
_MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_NOTE = re.compile(r", note (\S+)$")
_SEVERAL = re.compile(r"\d\s*[-–]\s*\d|, \d| and ")


def citation(document: Held, pinpoint: str, style: str) -> str:
    """The place as a citation in this style ("un" for a style that is not known), without a full stop."""
    made = _MAKERS.get(style, _un)
    return made(document, pinpoint)


def _un(document: Held, pinpoint: str) -> str:
    return ", ".join(filter(None, (_symbol(document), _para(pinpoint, "para. ", "paras. ", "note "))))


def _oscola(document: Held, pinpoint: str) -> str:
    when = f" ({language('en').day(document.date)})" if document.date else ""
    title = f"‘{document.title}’{when}" if document.title else ""
    mark = f"UN Doc {_symbol(document)}" if document.symbol else document.name
    head = ", ".join(filter(None, (_body(document), title)))
    return ", ".join(filter(None, (f"{head} {mark}".strip(), _para(pinpoint, "para ", "paras ", "fn "))))


def _bluebook(document: Held, pinpoint: str) -> str:
    para = _para(pinpoint, "¶ ", "¶¶ ", "n.")
    mark = f"U.N. Doc. {_symbol(document)}" if document.symbol else document.name
    when = f" ({_american(document.date)})" if document.date else ""
    return ", ".join(filter(None, (_body(document).removeprefix("UN "), document.title, para, mark))) + when


def _korean(document: Held, pinpoint: str) -> str:
    when = language("ko").day(document.date) if document.date else ""
    title = f"“{document.title}”" if document.title else ""
    mark = f"UN Doc. {_symbol(document)}" if document.symbol else document.name
    para = _para(pinpoint, "", "", "")
    note = _NOTE.search(pinpoint)
    place = f"{para}문단" if para and not note else ""
    if note:
        place = f"{_NOTE.sub('', pinpoint)}문단 각주 {note[1]}"
    return ", ".join(filter(None, (_body(document, korean=True), title, mark, when, place)))


_MAKERS = {"un": _un, "oscola": _oscola, "bluebook": _bluebook, "ko": _korean}


def _symbol(document: Held) -> str:
    """The symbol as printed: a reissue bears an asterisk."""
    return f"{document.symbol}*" if document.symbol and document.reissued else document.called


def _para(pinpoint: str, one: str, many: str, note: str) -> str:
    if not pinpoint:
        return ""
    if not pinpoint[0].isdigit():
        return pinpoint
    at = _NOTE.search(pinpoint)
    bare = _NOTE.sub("", pinpoint)
    said = f"{many if _SEVERAL.search(bare) else one}{bare}"
    return f"{said}, {note}{at[1]}" if at else said


def _body(document: Held, *, korean: bool = False) -> str:
    for start, names in _BODIES.items():
        if document.symbol.startswith(start):
            return names[korean]
    for start, acronym in SYMBOL_SERIES.items():
        if document.symbol.startswith(f"{start}/"):
            return _COMMITTEES[acronym]
    return ""


def _american(iso: str) -> str:
    """A date as the Bluebook abbreviates it: "Dec. 4, 2013"."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return iso
    return f"{_MONTHS[int(parts[1]) - 1]} {int(parts[2])}, {parts[0]}"
