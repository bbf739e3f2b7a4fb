"""The names of the elements of WordprocessingML that are read (ECMA-376, part 1, chapter 17)."""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL, ID, TYPE = f"{_W}val", f"{_W}id", f"{_W}type"
P, R, T, TAB, BR, CR = (f"{_W}{name}" for name in ("p", "r", "t", "tab", "br", "cr"))
PPR, RPR, PSTYLE, RSTYLE, NUMPR, NUMID, ILVL = (
    f"{_W}{name}" for name in ("pPr", "rPr", "pStyle", "rStyle", "numPr", "numId", "ilvl")
)
OUTLINE, BOLD, VANISH = f"{_W}outlineLvl", f"{_W}b", f"{_W}vanish"
TBL, TR, TC, TRPR, TCPR = (f"{_W}{name}" for name in ("tbl", "tr", "tc", "trPr", "tcPr"))
GRIDSPAN, VMERGE, HMERGE, GRIDBEFORE = (
    f"{_W}{name}" for name in ("gridSpan", "vMerge", "hMerge", "gridBefore")
)
INS, DEL, MOVEFROM, MOVETO = (f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
SDTCONTENT, SECTPR, ALTCHUNK = f"{_W}sdtContent", f"{_W}sectPr", f"{_W}altChunk"
FLDCHAR, FLDCHARTYPE = f"{_W}fldChar", f"{_W}fldCharType"
SYM, CHAR, FONT = f"{_W}sym", f"{_W}char", f"{_W}font"
SOFTHYPHEN, NOBREAKHYPHEN, PTAB = f"{_W}softHyphen", f"{_W}noBreakHyphen", f"{_W}ptab"
FOOTNOTEREF, ENDNOTEREF, CUSTOMMARK = (
    f"{_W}{name}" for name in ("footnoteReference", "endnoteReference", "customMarkFollows")
)
FOOTNOTEPR, ENDNOTEPR, NUMFMT, NUMSTART, NUMRESTART = (
    f"{_W}{name}" for name in ("footnotePr", "endnotePr", "numFmt", "numStart", "numRestart")
)
COMMENTREF, TXBX = f"{_W}commentReference", f"{_W}txbxContent"
PICT, DRAWING, OBJECT = f"{_W}pict", f"{_W}drawing", f"{_W}object"
ALTERNATE, CHOICE, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
HYPERLINK, RELATION, INSTRUCTION, SIMPLEFIELD, INSTRUCTED = (
    f"{_W}hyperlink", f"{_R}id", f"{_W}instrText", f"{_W}fldSimple", f"{_W}instr",
)  # fmt: skip
AUTHOR, COMMENT, DELTEXT = f"{_W}author", f"{_W}comment", f"{_W}delText"
ITALIC, RAISED = f"{_W}i", f"{_W}vertAlign"
RUBY, RUBYBASE = f"{_W}ruby", f"{_W}rubyBase"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
MATHPARA = f"{MATH}Para"
MATHTEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
STYLE, STYLEID, NAME, BASEDON = (f"{_W}{name}" for name in ("style", "styleId", "name", "basedOn"))
ABSTRACTNUM, ABSTRACTNUMID, NUM, LVL = (
    f"{_W}{name}" for name in ("abstractNum", "abstractNumId", "num", "lvl")
)
LVLTEXT, START, LVLRESTART, ISLGL = (f"{_W}{name}" for name in ("lvlText", "start", "lvlRestart", "isLgl"))
LVLOVERRIDE, STARTOVERRIDE = f"{_W}lvlOverride", f"{_W}startOverride"
NUMSTYLELINK, STYLELINK = f"{_W}numStyleLink", f"{_W}styleLink"

INLINE = frozenset(
    f"{_W}{name}"
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml")
) | {f"{_W}bdo", f"{_W}dir", RUBYBASE}
"""What stands around runs inside a paragraph and is looked through."""

BLOCKS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
"""What stands around paragraphs, tables, rows and cells and is looked through."""


def value(parent: etree._Element | None, tag: str) -> str | None:
    """The w:val of a child: None where there is no such child, "" where it has no value."""
    child = parent.find(tag) if parent is not None else None
    return None if child is None else child.get(VAL, "")


def number(text: str | None, otherwise: int) -> int:
    """A whole number as an attribute holds it, or the other one where it is none."""
    try:
        return int(text) if text else otherwise
    except ValueError:
        return otherwise


def switched_on(parent: etree._Element | None, tag: str) -> bool | None:
    """A switch such as w:b: True, False, or None where it is not said."""
    said = value(parent, tag)
    return None if said is None else said not in {"0", "false", "off"}


def switched_on_attribute(element: etree._Element, name: str) -> bool:
    """A switch that is an attribute, such as w:customMarkFollows."""
    return element.get(name, "0") not in {"0", "false", "off", ""}
