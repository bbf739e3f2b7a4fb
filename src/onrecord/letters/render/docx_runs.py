"""The words of a block as Word's runs: language and direction of each, links, calls of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from onrecord.letters.compose.built import Break, Inline, NoteCall, Run
from onrecord.letters.render.docx_package import XML, R, Relations, make
from onrecord.letters.render.letter_inlines import RIGHT_TO_LEFT, primary

# Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms, with what stands between such words.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
RTL_STRETCH = re.compile(f"[{_RTL}](?:[^\\w\n]*[{_RTL}]+)*")
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
EASTERN = frozenset({"ko", "ja", "zh"})
LATIN_WITHIN_EASTERN = "en-US"


@dataclass
class Inliner:
    """Writes inlines as runs of one part, remembering which notes have been called.

    `relations` take the addresses of links; `language` is the letter's own.
    """

    language: str
    relations: Relations
    called: set[int] = field(default_factory=set)

    def runs(self, inlines: Iterable[Inline]) -> Iterator[etree._Element]:
        """The elements to stand in a paragraph, in order."""
        for one in inlines:
            match one:
                case Run():
                    runs = list(self.words(one))
                    if one.link:
                        yield self._link(one.link, runs)
                    else:
                        yield from runs
                case Break():
                    yield make("r", make("br"))
                case NoteCall():
                    yield from self._call(one.number)

    def words(self, run: Run) -> Iterator[etree._Element]:
        """A run of Word's for each stretch of one direction."""
        for text, right_to_left in directions(run.text):
            properties = make("rPr")
            if run.link:
                properties.append(make("rStyle", val="Hyperlink"))
            for wanted, names in (
                (run.strong, ("b", "bCs")),
                (run.emphasis, ("i", "iCs")),
            ):
                properties.extend(make(name) for name in names if wanted)
            if right_to_left:
                properties.append(make("rtl"))
            properties.append(self._language(run, text, right_to_left=right_to_left))
            words = make("t", text)
            words.set(f"{{{XML}}}space", "preserve")
            yield make("r", properties, words)

    def _language(self, run: Run, text: str, *, right_to_left: bool) -> etree._Element:
        """Which language a run is in, by the script that shows it: Latin, eastern or right to left."""
        language = run.language or self.language
        if right_to_left:
            return make("lang", bidi=language if primary(language) in RIGHT_TO_LEFT else "ar-SA")
        if primary(language) in EASTERN:
            # Word's first language is that of Latin letters and figures, also within Korean.
            return make("lang", val=LATIN_WITHIN_EASTERN, eastAsia=language)
        if HANGUL.search(text):
            return make("lang", val=language, eastAsia="ko-KR")
        return make("lang", val=language)

    def _link(self, address: str, runs: Iterable[etree._Element]) -> etree._Element:
        link = make("hyperlink", *runs, history=1)
        link.set(f"{{{R}}}id", self.relations.to("hyperlink", address, outside=True))
        return link

    def _call(self, number: int) -> Iterator[etree._Element]:
        """The note's own reference where it is first called; a cross-reference to it further on.

        Word numbers the references itself, anew at each change; the cross-reference follows.
        """
        style = make("rPr", make("rStyle", val="FootnoteReference"))
        bookmark = f"_RefNote{number}"
        if number in self.called:
            field_ = make("fldSimple", make("r", style, make("t", str(number))))
            field_.set(f"{{{style.nsmap['w']}}}instr", f" NOTEREF {bookmark} \\f \\h ")
            yield field_
            return
        self.called.add(number)
        yield make("bookmarkStart", id=number, name=bookmark)
        yield make("r", style, make("footnoteReference", id=number))
        yield make("bookmarkEnd", id=number)


def directions(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into stretches with whether each is written from right to left."""
    cuts = sorted({0, len(text), *(at for found in RTL_STRETCH.finditer(text) for at in found.span())})
    for start, end in pairwise(cuts):
        yield text[start:end], bool(RTL_STRETCH.match(text, start))
