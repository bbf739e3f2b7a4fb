"""The styles, numbering and settings of a letter as a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from onrecord.letters.render.docx_package import make
from onrecord.letters.render.docx_runs import EASTERN as EASTERN_LANGUAGES
from onrecord.letters.render.docx_runs import LATIN_WITHIN_EASTERN
from onrecord.letters.render.letter_inlines import RIGHT_TO_LEFT, primary

# Fonts that Word has everywhere; LibreOffice and Hancom put their likes in their place.
LATIN, EASTERN, COMPLEX = "Times New Roman", "Batang", "Times New Roman"
HEAVY_EASTERN = "Malgun Gothic"
ACCENT, SOFT = "1F3F66", "5A5F69"
NUMBERED, BULLETS = 1, 2
PREFIXES = ("", "Q", "R")


class Style(NamedTuple):
    """A paragraph's style: sizes are half-points, distances twentieths of a point."""

    key: str
    name: str
    base: str = "Normal"
    following: str = ""
    size: int = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    outline: int = -1
    keep: bool = False
    rule: bool = False


STYLES = (
    Style("Letterhead", "Letterhead", size=28, bold=True, colour=ACCENT, after=40),
    Style("LetterheadLine", "Letterhead Line", size=18, colour=SOFT),
    Style("LetterheadEnd", "Letterhead End", base="LetterheadLine", after=360, rule=True),
    Style("Title", "Title", following="Normal", size=34, bold=True, before=120, after=240, outline=0, keep=True),
    Style("Reference", "Reference", colour=SOFT, after=60),
    Style("Date", "Date", after=280),
    Style("Address", "Address", after=200),
    Style("Copies", "Copies", after=200),
    Style("Subject", "Subject", bold=True, before=80, after=280),
    *(
        Style(f"Heading{level}", f"heading {level}", following="Normal", size=size, bold=level < 3,
              italic=level == 3, before=320, after=140, outline=level - 1, keep=True)
        for level, size in ((1, 26), (2, 24), (3, 23), (4, 23), (5, 23))
    ),
    Style("Quote", "Quote", before=60, after=220, left=567, right=567),
    Style("ListNumber", "List Number", after=140),
    Style("ListBullet", "List Bullet", after=90),
    Style("Signatory", "Signatory", after=80),
    Style("Spoken", "Spoken Words", size=28, after=280),
    Style("FootnoteText", "footnote text", size=18, after=40),
    Style("Header", "header", size=17, colour=SOFT, rule=True),
    Style("Footer", "footer", size=17, colour=SOFT),
)  # fmt: skip
NOT_JUSTIFIED = frozenset(
    {"Letterhead", "LetterheadLine", "Quote", "Title", "Reference", "Date", "Address", "Copies", "Subject", "Signatory", "Spoken",
     "FootnoteText", "Header", "Footer"}
)  # fmt: skip


def styles(language: str) -> etree._Element:
    """The part that holds the styles; `language` is the letter's own."""
    korean = primary(language) == "ko"
    size = 21 if korean else 23
    root = make(
        "styles",
        make(
            "docDefaults",
            make("rPrDefault", make("rPr", _fonts(EASTERN), make("sz", val=size), make("szCs", val=size),
                                    _language(language))),
            make("pPrDefault", make("pPr", make("spacing", after=180, line=300 if korean else 276, lineRule="auto"))),
        ),
        _paragraph_style(
            "Normal", "Normal",
            # No gap between figures and Hangul: "2024년", not "2024 년".
            make("pPr", make("widowControl"), make("autoSpaceDE", val=0), make("autoSpaceDN", val=0),
                 make("jc", val="both")),
            default=True,
        ),
        make("style", make("name", val="Default Paragraph Font"), make("uiPriority", val=1),
             make("semiHidden"), type="character", default=1, styleId="DefaultParagraphFont"),
    )  # fmt: skip
    root.extend(_style(one) for one in STYLES)
    root.append(_character("FootnoteReference", "footnote reference", make("vertAlign", val="superscript")))
    root.append(_character("Hyperlink", "Hyperlink", make("color", val=ACCENT), make("u", val="single")))
    return root


def _fonts(eastern: str) -> etree._Element:
    return make("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=eastern, cs=COMPLEX)


def _language(language: str) -> etree._Element:
    eastern = primary(language) in EASTERN_LANGUAGES
    return make(
        "lang",
        val=LATIN_WITHIN_EASTERN if eastern else language,
        eastAsia=language if eastern else "ko-KR",
        bidi=language if primary(language) in RIGHT_TO_LEFT else "ar-SA",
    )


def _paragraph_style(key: str, name: str, *content: etree._Element, default: bool = False) -> etree._Element:
    made = make("style", make("name", val=name), make("qFormat"), *content, type="paragraph", styleId=key)
    if default:
        made.set(f"{{{made.nsmap['w']}}}default", "1")
    return made


def _style(one: Style) -> etree._Element:
    made = make(
        "style", make("name", val=one.name), make("basedOn", val=one.base), type="paragraph", styleId=one.key
    )
    if one.following:
        made.append(make("next", val=one.following))
    made.extend([make("qFormat"), _set_out(one), _lettered(one)])
    return made


def _set_out(one: Style) -> etree._Element:
    """How the paragraph stands on the page."""
    properties = make("pPr")
    if one.keep:
        properties.extend([make("keepNext"), make("keepLines")])
    if one.rule:
        colour = ACCENT if one.key != "Header" else "9AA3B0"
        properties.append(
            make(
                "pBdr",
                make("bottom", val="single", sz=6 if one.key != "Header" else 4, space=6, color=colour),
            )
        )
    spacing = make("spacing", before=one.before, after=one.after)
    if one.key in {"FootnoteText", "Letterhead", "LetterheadLine", "LetterheadEnd", "Title"}:
        spacing = make("spacing", before=one.before, after=one.after, line=240, lineRule="auto")
    properties.append(spacing)
    if one.left:
        properties.append(make("ind", left=one.left, right=one.right))
    if one.key in NOT_JUSTIFIED or one.outline >= 0:
        properties.append(make("jc", val="center" if one.key == "Footer" else "left"))
    if one.outline >= 0:
        properties.append(make("outlineLvl", val=one.outline))
    return properties


def _lettered(one: Style) -> etree._Element:
    """How its letters look."""
    words = make("rPr")
    if one.bold:
        words.extend([make("rFonts", eastAsia=HEAVY_EASTERN), make("b"), make("bCs")])
    if one.italic:
        words.extend([make("i"), make("iCs")])
    if one.colour:
        words.append(make("color", val=one.colour))
    if one.size:
        words.extend([make("sz", val=one.size), make("szCs", val=one.size)])
    return words


def _character(key: str, name: str, *properties: etree._Element) -> etree._Element:
    return make(
        "style",
        make("name", val=name),
        make("basedOn", val="DefaultParagraphFont"),
        make("rPr", *properties),
        type="character",
        styleId=key,
    )


class Numbering:
    """The lists of a letter: each begins where its first item says, and Word counts on by itself."""

    def __init__(self) -> None:
        self._lists: list[tuple[int, int, int]] = []

    def bullets(self) -> int:
        """The number of the list of bullets."""
        return self._list(BULLETS, 0, 0)

    def ordered(self, prefix: str, first: int, level: int) -> int:
        """A new list whose items are printed "Q3.", from `first`, at `level` from 0."""
        self._lists.append((NUMBERED + 10 * PREFIXES.index(prefix), level, first))
        return len(self._lists)

    def _list(self, abstract: int, level: int, first: int) -> int:
        wanted = (abstract, level, first)
        if wanted not in self._lists:
            self._lists.append(wanted)
        return self._lists.index(wanted) + 1

    def xml(self) -> etree._Element:
        """The part that holds the lists."""
        root = make("numbering")
        for prefix in PREFIXES:
            root.append(_abstract(NUMBERED + 10 * PREFIXES.index(prefix), "decimal", prefix))
        root.append(_abstract(BULLETS, "bullet", ""))
        for number, (abstract, level, first) in enumerate(self._lists, 1):
            made = make("num", make("abstractNumId", val=abstract), numId=number)
            if abstract != BULLETS:
                made.append(make("lvlOverride", make("startOverride", val=first), ilvl=level))
            root.append(made)
        return root


def _abstract(key: int, form: str, prefix: str) -> etree._Element:
    levels: Iterable[etree._Element] = (
        make(
            "lvl",
            make("start", val=1),
            make("numFmt", val=form),
            make("lvlText", val="•" if form == "bullet" else f"{prefix}%{level + 1}."),
            make("lvlJc", val="left"),
            make("pPr", make("ind", left=567 + 425 * level, hanging=425)),
            ilvl=level,
        )
        for level in range(9)
    )
    return make("abstractNum", make("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=key)


def settings(language: str) -> etree._Element:
    """The part that holds the settings: notes at the foot of the page, Word 2013's way of setting."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
    )
    return make(
        "settings",
        make("zoom", percent=100),
        make("footnotePr", make("footnote", id=-1), make("footnote", id=0)),
        make("compat", *(make("compatSetting", name=name, uri=uri, val=value) for name, value in modes)),
        make("themeFontLang", val=language, eastAsia="ko-KR"),
    )
