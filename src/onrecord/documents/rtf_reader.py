"""The groups of an RTF file to passages, tables and notes (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from onrecord.documents import details as d
from onrecord.documents.details import Details
from onrecord.documents.list_numbers import formatted
from onrecord.documents.passages import Flow, Passage, Tally, call, seen, spaced, without_calls
from onrecord.documents.rtf_tokens import BYTE, CLOSE, OPEN, TEXT, Token, tokens
from onrecord.documents.style_names import heading_level, is_contents
from onrecord.documents.symbol_fonts import symbol_at
from onrecord.documents.table_stack import DOWN, RIGHT, TableStack
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_GROUPS = 500
"""How deep groups may stand in one another; Word's files reach 30."""

_SIGNS = {
    "tab": " ", "line": " ", "softline": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "lbr": " ",
}  # fmt: skip
_PASSED_OVER = frozenset(
    """
    info colortbl listtable listoverridetable revtbl rsidtbl generator pict object objdata fldinst
    themedata colorschememapping latentstyles datastore xmlnstbl filetbl bkmkstart bkmkend mmathPr
    pgptbl listpicture pn pntxta pntxtb shpinst nonshppict sp atnid atnauthor atntime atndate atnref
    atnparent ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn background template docvar userprops
    factoidname footer footerl footerr footerf
    """.split()  # noqa: SIM905
)
_OF_DETAILS = {"fldinst": "code", "revtbl": "authors"}
_RUNNING = frozenset("header headerl headerr headerf".split())  # noqa: SIM905
_CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_SYMBOL_CHARSET = 2
_NOTE_FORMATS = {
    "ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman", "ruc": "upperRoman",
}  # fmt: skip
_LINE_ENDS = frozenset(("line", "softline", "lbr"))
_LINK_CODE = re.compile(r'\s*HYPERLINK\s+(?!\\)"?([^"\s]+)"?', re.IGNORECASE)


@dataclass(slots=True)
class _Group:
    """What holds inside a group: where its words go, and what its letters look like."""

    into: str = "text"
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    italic: bool = False
    raised: bool = False
    link: str = ""
    inserted: bool = False
    by: int = 0
    font: int = 0
    skip: int = 1
    first: bool = True
    ignorable: bool = False


@dataclass(slots=True)
class _Paragraph:
    """What was said of the paragraph that is being read."""

    in_table: bool = False
    depth: int = 0
    outline: int = 9
    style: int = 0


@dataclass(slots=True)
class _Row:
    edges: list[int] = field(default_factory=list)
    merges: list[int] = field(default_factory=list)
    merge: int = 0


@dataclass(slots=True)
class _Words:
    pieces: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    bold: bool = True


@dataclass(slots=True)
class _Note:
    """A note that is being read, and what waits outside of it."""

    level: int
    ends: bool
    outer: _Words
    automatic: bool = False


class RtfReader:
    """Takes the tokens of a file into a flow."""

    def __init__(self, name: str, flow: Flow, tally: Tally, details: Details | None = None) -> None:
        self._details = details
        self._code = ""
        self._authors: list[str] = []
        self._pending: tuple[str, int, str] = ("", 0, "")
        self._name, self._flow, self._tally = name, flow, tally
        self._groups = [_Group()]
        self._paragraph = _Paragraph()
        self._words = _Words()
        self._row = _Row()
        self._nested_row = _Row()
        self._stack = TableStack(name)
        self._notes: list[_Note] = []
        self._counts = {False: 0, True: 0}
        self._note_formats = {False: "decimal", True: "lowerRoman"}
        self._coding = "cp1252"
        self._fonts: dict[int, tuple[str, str]] = {}
        self._styles: dict[int, str] = {}
        self._table_words = ""
        self._entry = 0
        self._charset = 0
        self._to_skip = 0
        self._waiting = b""
        self._high = 0
        self._running: list[str] = []
        self._mark = ""
        self._words_table = _word_table(self)

    def read(self, data: bytes) -> None:
        """Read a whole file into the flow."""
        for token in tokens(data):
            kind = token.kind
            if kind == BYTE:
                self._byte(token.data)
                continue
            if self._waiting:
                self._settle()
            if kind == TEXT:
                self._text(token.data)
            elif kind == OPEN:
                self._open()
            elif kind == CLOSE:
                self._close()
            else:
                self._word(token)
        self._settle()
        if self._details:
            self._note_change(_Group(), "")
        self._end_paragraph()
        self._flow.parts = self._stack.finish()
        self._flow.running = list(dict.fromkeys(line for line in map(spaced, self._running) if line))

    # -- groups -------------------------------------------------------------------------------

    def _open(self) -> None:
        if len(self._groups) > MAX_GROUPS:
            raise UnreadableDocument(
                tell(
                    "%(name)s: an RTF file whose groups stand more than %(most)s deep in one another.",
                    name=self._name,
                    most=MAX_GROUPS,
                ),
                hint=tell("The file is not a document that somebody wrote; look at it before reading it."),
            )
        self._groups.append(replace(self._groups[-1], first=True, ignorable=False))
        self._to_skip = 0

    def _close(self) -> None:
        if self._notes and self._notes[-1].level == len(self._groups):
            self._end_note(self._notes.pop())
        group = self._groups.pop() if len(self._groups) > 1 else self._groups[0]
        outer = self._groups[-1].into
        if group.into == "running" and outer != "running":
            self._running.append("")
        if group.into == "text" and outer == "nowhere":
            self._end_paragraph()
        if self._details:
            self._end_detail(group, outer)
        self._to_skip = 0

    def _end_detail(self, group: _Group, outer: str) -> None:
        """A field's code or an author of changes is read."""
        if group.into == "code" and outer != "code":
            found = _LINK_CODE.match(self._code)
            # The field's group holds the code and, after it, what the field shows.
            self._groups[-1].link = found[1] if found else ""
            self._code = ""
        elif group.into == "authors":
            name, self._table_words = self._table_words.strip().rstrip(";"), ""
            if outer == "authors" and name:
                self._authors.append(name)

    def _note_change(self, group: _Group, text: str) -> None:
        """Words that were inserted or deleted with tracked changes; those of one change come together."""
        kind = "deletion" if group.deleted else "insertion" if group.inserted else ""
        before, by, words = self._pending
        if self._details and before and (before, by) != (kind, group.by):
            self._details.in_note = bool(self._notes)
            author = self._authors[by] if by < len(self._authors) else ""
            self._details.changed(before, author, seen(words))
            words = ""
        self._pending = (kind, group.by, words + text if kind else "")

    def _in_manner(self, group: _Group, text: str) -> str:
        """Words with what is said of their letters, where details are wanted."""
        if not self._details or not text:
            return text
        manner = [(d.LINK, group.link)] if group.link else []
        said = {d.BOLD: group.bold, d.ITALIC: group.italic, d.RAISED: group.raised}
        manner += [(kind, "") for kind, holds in said.items() if holds]
        opened = "".join(self._details.opened(*span) for span in manner)
        return opened + text + "".join(self._details.ended(*span) for span in reversed(manner))

    def _end_entry(self, group: _Group) -> None:
        """A font or a style of the tables at the file's head is read."""
        name, self._table_words = self._table_words.strip().rstrip(";").strip(), ""
        if group.font == -1:
            self._styles[self._entry] = name
        elif name or self._charset:
            self._fonts[self._entry] = (name, self._code_page(self._charset))

    def _code_page(self, charset: int) -> str:
        if charset == _SYMBOL_CHARSET:
            return "symbol"
        return _CODE_PAGES.get(charset, self._coding) if charset else self._coding

    # -- characters ---------------------------------------------------------------------------

    def _text(self, data: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if data:
            self._groups[-1].first = False
            self._put(data.decode(self._coding_now(), errors="replace"))

    def _byte(self, data: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        self._groups[-1].first = False
        self._waiting += data

    def _settle(self) -> None:
        r"""Decode the bytes of \'xx that came in a row; letters of East Asia are two of them."""
        waiting, self._waiting = self._waiting, b""
        if not waiting:
            return
        name, coding = self._fonts.get(self._groups[-1].font, ("", self._coding))
        if coding == "symbol":
            self._put("".join(symbol_at(name, 0xF000 + point) or "\ufffd" for point in waiting))
        else:
            self._put(waiting.decode(self._coding_now(), errors="replace"))

    def _coding_now(self) -> str:
        coding = self._fonts.get(self._groups[-1].font, ("", self._coding))[1]
        return "cp1252" if coding == "symbol" else coding

    def unicode(self, number: int) -> None:
        """A character by its Unicode number; what stands in for it for older readers is passed over."""
        point = number + 65_536 if number < 0 else number
        self._to_skip = self._groups[-1].skip
        if 0xD800 <= point < 0xDC00:
            self._high = point
        elif 0xDC00 <= point < 0xE000:
            if self._high:
                self._put(chr(0x10000 + ((self._high - 0xD800) << 10) + point - 0xDC00))
            self._high = 0
        elif 0xF000 <= point < 0xF100:
            name = self._fonts.get(self._groups[-1].font, ("", ""))[0]
            self._put(symbol_at(name, point) or "\ufffd")
        elif 0 < point < 0x110000:
            self._put(chr(point))

    def _put(self, text: str) -> None:
        """Words to where this group's words go."""
        group = self._groups[-1]
        if group.into == "text":
            if self._details:
                self._note_change(group, text)
            if group.deleted or group.hidden:
                return
            self._words.pieces.append(self._in_manner(group, seen(text)))
            if not group.bold and not text.isspace():
                self._words.bold = False
        elif group.into == "label":
            self._words.label.append(seen(text))
        elif group.into == "running":
            if not self._running:
                self._running.append("")
            self._running[-1] += seen(text)
        else:
            self._put_aside(group, text)

    def _put_aside(self, group: _Group, text: str) -> None:
        """Words that are no text of the document: a field's code, names in the tables at the file's head."""
        if group.into == "code":
            self._code = (self._code + text)[:4_000]
        elif group.into == "authors":
            self._table_words = (self._table_words + text)[:200]
        elif group.into == "entry":
            self._table_words = (self._table_words + text)[:200]
            if ";" in text:
                self._end_entry(group)

    # -- control words ------------------------------------------------------------------------

    def _word(self, token: Token) -> None:
        group = self._groups[-1]
        name, first, group.first = token.name, group.first, False
        if name == "*":
            group.ignorable = group.first = True
            return
        if self._to_skip:
            # A control word counts as one of the characters that stand in for a Unicode one.
            self._to_skip -= 1
        if group.into in {"entry", "table"}:
            self._of_tables(name, token.number, group)
            return
        if first and self._destination(name, group):
            return
        sign = _SIGNS.get(name)
        if sign is not None and self._details and name in _LINE_ENDS:
            sign = ""
            if group.into == "text" and not group.deleted and not group.hidden:
                self._words.pieces.append(d.NEW_LINE)
        if sign is not None:
            self._put(sign)
            return
        action = self._words_table.get(name)
        if action is not None:
            action(token.number)
        elif group.ignorable and first:
            group.into = "nowhere"

    def _destination(self, name: str, group: _Group) -> bool:
        """Whether this word, the first of its group, says where the group's words go; if so, it is done."""
        if self._details and name in _OF_DETAILS:
            group.into = _OF_DETAILS[name]
        elif name in _PASSED_OVER:
            group.into = "nowhere"
        elif name in {"fonttbl", "stylesheet"}:
            group.into, group.font = "table", -1 if name == "stylesheet" else -2
        elif name in {"listtext", "pntext"}:
            group.into = "label" if group.into == "text" else "nowhere"
        elif name in _RUNNING:
            group.into = "running"
        elif name == "annotation":
            self._tally.add(tell("%(n)s comments were left out."))
            if self._details:
                self._details.commented_on("")
            group.into = "nowhere"
        elif name == "footnote" and group.into == "text":
            self._notes.append(_Note(len(self._groups), False, self._words))
            self._words = _Words()
        elif name == "shptxt" and group.into == "nowhere":
            # The words of a text box stand in what is otherwise passed over.
            group.into = "text"
            self._end_paragraph()
        else:
            return False
        return True

    def _of_tables(self, name: str, number: int | None, group: _Group) -> None:
        """Words inside the tables of fonts and styles."""
        if group.into == "table":
            group.into, self._table_words, self._charset, self._entry = "entry", "", 0, 0
        if (name == "f" and group.font == -2) or (name == "s" and group.font == -1):
            self._entry, self._charset = number or 0, 0
        elif name == "fcharset":
            self._charset = number or 0
        elif name in {"panose", "falt", "fname", "fontemb"} or (
            name in {"cs", "ts", "ds"} and group.font == -1
        ):
            group.into = "nowhere"

    def end_paragraph(self) -> None:
        """A paragraph ends here."""
        if self._groups[-1].into == "running":
            self._running.append("")
        if self._groups[-1].into != "text":
            return
        if self._notes:
            self._words.pieces.append(" ")
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        words, self._words = self._words, _Words()
        text = spaced("".join(words.pieces))
        label = spaced("".join(words.label))
        if not text and not label:
            return
        style = self._styles.get(self._paragraph.style, "")
        outline = self._paragraph.outline
        level = heading_level(style) or (outline + 1 if 0 <= outline < 9 else 0)
        bold = bool(text) and words.bold and len(text) < 130
        label = "•" if len(label) == 1 and not label.isalnum() else label
        passage = Passage(text, label, level, bold, is_contents(style), list_key="rtf" if label else None)
        self._stack.passage(passage, self._depth())
        if self._details and without_calls(text):
            self._details.paragraphs += 1

    def _depth(self) -> int:
        if not self._paragraph.in_table:
            return 0
        return max(1, self._paragraph.depth)

    def end_cell(self, *, nested: bool) -> None:
        """A cell ends here."""
        if self._groups[-1].into == "text" and not self._notes:
            self._end_paragraph()
            self._stack.end_cell(max(2, self._paragraph.depth) if nested else 1)

    def end_row(self, *, nested: bool) -> None:
        """A row ends here; its cells' edges were told before."""
        if self._notes:
            return
        row = self._nested_row if nested else self._row
        edges = [min(row.edges, default=0) - 10_000, *row.edges] if row.edges else []
        self._stack.end_row(max(2, self._paragraph.depth) if nested else 1, edges, row.merges)

    # -- notes --------------------------------------------------------------------------------

    def _end_note(self, note: _Note) -> None:
        text = without_calls(spaced("".join(self._words.pieces)))
        inner, self._words = self._words, note.outer
        if note.automatic:
            self._counts[note.ends] += 1
            mark = formatted(self._counts[note.ends], self._note_formats[note.ends])
        else:
            mark = _last_word(self._words.pieces)
            text = d.without_prefix(text, mark)
            if mark:
                self._words.pieces[-1] = "".join(self._words.pieces[-1].rsplit(mark, 1))
        if inner.pieces or mark:
            self._flow.notes.append((mark, text))
            self._words.pieces.append(call(len(self._flow.notes) - 1))

    def own_number(self) -> None:
        r"""\chftn: the number of a note stands here, in the text or in the note."""
        if self._notes:
            self._notes[-1].automatic = True

    def count_notes(self, style: str, *, ends: bool) -> None:
        """How footnotes or endnotes are numbered."""
        self._note_formats[ends] = style

    def endnote(self) -> None:
        r"""\ftnalt: the note that is being read is an endnote."""
        if self._notes:
            self._notes[-1].ends = True

    # -- switches -----------------------------------------------------------------------------

    def set_coding(self, number: int | None) -> None:
        """The code page of the file."""
        if number == 10_000:
            self._coding = "mac_roman"
            return
        try:
            self._coding = codecs.lookup(f"cp{number}").name
        except LookupError:
            self._coding = "cp1252"

    def new_paragraph(self) -> None:
        r"""\pard: nothing that was said of paragraphs holds any longer."""
        if self._groups[-1].into == "text":
            self._paragraph = _Paragraph()

    def letters(self, **said: int) -> None:
        """Something is said of the letters that follow in this group."""
        for name, held in said.items():
            setattr(self._groups[-1], name, held)

    def plain(self) -> None:
        r"""\plain: nothing that was said of letters holds any longer."""
        group = self._groups[-1]
        group.bold = group.hidden = group.deleted = group.italic = group.raised = group.inserted = False

    def delete(self, number: int | None) -> None:
        """Whether the words that follow were deleted with tracked changes."""
        if number != 0:
            self._tally.add(
                tell("Tracked changes: %(n)s deleted passages were left out; what was inserted was read.")
            )
        self._groups[-1].deleted = number != 0

    def hide(self, number: int | None) -> None:
        """Whether the words that follow are hidden."""
        if number != 0:
            self._tally.add(tell("%(n)s passages of hidden text were left out."))
        self._groups[-1].hidden = number != 0

    def new_row(self) -> None:
        """A row's cells are told anew."""
        self._row = _Row()
        self._nested_row = _Row()

    def edge(self, number: int | None) -> None:
        """The right edge of the next cell."""
        for row in (self._row, self._nested_row):
            if len(row.edges) < 1_000:
                row.edges.append(number or 0)
                row.merges.append(row.merge)
            row.merge = 0

    def merge(self, how: int) -> None:
        """The next cell is the rest of another."""
        self._row.merge |= how
        self._nested_row.merge |= how

    def paragraph(self, **said: int) -> None:
        """Something is said of the paragraph."""
        if self._groups[-1].into != "text":
            return
        for name, held in said.items():
            setattr(self._paragraph, name, held)


def _last_word(pieces: list[str]) -> str:
    """The mark that the author typed before a note: the last piece, where it is short and no word."""
    last = d.without_spans(pieces[-1]).strip() if pieces else ""
    return last if 0 < len(last) <= 4 and not last.isalpha() else ""


def _word_table(reader: RtfReader) -> dict[str, Callable[[int | None], None]]:
    """What each control word does."""
    return {
        "par": lambda _: reader.end_paragraph(),
        "sect": lambda _: reader.end_paragraph(),
        "page": lambda _: reader.end_paragraph(),
        "cell": lambda _: reader.end_cell(nested=False),
        "row": lambda _: reader.end_row(nested=False),
        "nestcell": lambda _: reader.end_cell(nested=True),
        "nestrow": lambda _: reader.end_row(nested=True),
        "trowd": lambda _: reader.new_row(),
        "cellx": reader.edge,
        "clvmrg": lambda _: reader.merge(DOWN),
        "clmrg": lambda _: reader.merge(RIGHT),
        "ansicpg": reader.set_coding,
        "mac": lambda _: reader.set_coding(10_000),
        "pc": lambda _: reader.set_coding(437),
        "pca": lambda _: reader.set_coding(850),
        "u": lambda number: reader.unicode(number or 0),
        "uc": lambda number: reader.letters(skip=max(0, min(1 if number is None else number, 20))),
        "pard": lambda _: reader.new_paragraph(),
        "plain": lambda _: reader.plain(),
        "intbl": lambda _: reader.paragraph(in_table=True),
        "itap": lambda number: reader.paragraph(depth=number or 0),
        "outlinelevel": lambda number: reader.paragraph(outline=9 if number is None else number),
        "s": lambda number: reader.paragraph(style=number or 0),
        "b": lambda number: reader.letters(bold=number != 0),
        "i": lambda number: reader.letters(italic=number != 0),
        "super": lambda number: reader.letters(raised=number != 0),
        "up": lambda number: reader.letters(raised=number != 0),
        "nosupersub": lambda _: reader.letters(raised=False),
        "revised": lambda number: reader.letters(inserted=number != 0),
        "revauth": lambda number: reader.letters(by=number or 0),
        "revauthdel": lambda number: reader.letters(by=number or 0),
        "f": lambda number: reader.letters(font=number or 0),
        "v": reader.hide,
        "deleted": reader.delete,
        "chftn": lambda _: reader.own_number(),
        "ftnalt": lambda _: reader.endnote(),
        **{
            f"{which}{end}": partial(_count_notes, reader, style, "aftnn" in which)
            for which in ("ftnn", "aftnn", "saftnn", "sftnn")
            for end, style in _NOTE_FORMATS.items()
        },
    }


def _count_notes(reader: RtfReader, style: str, ends: bool, _: int | None) -> None:
    reader.count_notes(style, ends=ends)
