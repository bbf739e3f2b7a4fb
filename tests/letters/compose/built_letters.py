"""Built letters for tests: two that read like real ones, a hostile one, and strategies for any."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from onrecord.letters.compose.built import (
    Block,
    BlockKind,
    Break,
    BuiltLetter,
    BuiltNote,
    Inline,
    NoteCall,
    PrintedSignatory,
    Run,
    SourceCited,
)

REPORT = "https://undocs.org/A/HRC/25/5"


def paragraph(*inlines: Inline | str, key: str = "") -> Block:
    """A paragraph; strings are runs."""
    return Block(BlockKind.PARAGRAPH, _runs(inlines), key)


def heading(words: str, level: int = 1) -> Block:
    """A heading."""
    return Block(BlockKind.HEADING, (Run(words),), level=level)


def quotation(*inlines: Inline | str) -> Block:
    """A quotation set apart."""
    return Block(BlockKind.QUOTATION, _runs(inlines))


def item(words: str, *, level: int = 0, number: int = 0) -> Block:
    """An item of a list."""
    return Block(BlockKind.LIST_ITEM, (Run(words),), level=level, number=number)


def question(number: int, *inlines: Inline | str, optional: bool = False) -> Block:
    """A question; its name follows its number."""
    name = f"Q{number}"
    return Block(BlockKind.QUESTION, _runs(inlines), name, number=number, name=name, optional=optional)


def recommendation(number: int, *inlines: Inline | str, optional: bool = False) -> Block:
    """A recommendation; its name follows its number."""
    name = f"R{number}"
    return Block(BlockKind.RECOMMENDATION, _runs(inlines), name, number=number, name=name, optional=optional)


def note(number: int, *inlines: Run | Break | str, source: str = "") -> BuiltNote:
    """A note; strings are runs, addresses among them links."""
    runs = tuple(
        Run(one, link=one) if isinstance(one, str) and one.startswith("https://") else one for one in inlines
    )
    return BuiltNote(number, _runs(runs), (SourceCited(source),) if source else ())


def _runs(inlines: tuple[Inline | str, ...]) -> tuple[Inline, ...]:
    return tuple(Run(one) if isinstance(one, str) else one for one in inlines)


ENGLISH = BuiltLetter(
    title="Open letter on the fourth review of China",
    language="en",
    date="2024-01-03",
    date_as_printed="3 January 2024",
    number="7",
    organisation="Forum for the Returned",
    letterhead=("Forum for the Returned", "12 Example Street, Seoul 03000", "letters@forum.example"),
    addressee=("Ms. Jane Doe", "Minister of Foreign Affairs", "Republic of Korea"),
    copies=("Mr. John Roe, Minister of Justice", "Ms. Ann Poe, Minister of Unification"),
    subject="The return of North Korean refugees and China’s fourth Universal Periodic Review on 23 January 2024",
    blocks=(
        paragraph("Dear Minister,"),
        paragraph(
            "We ask your government to raise the return of refugees when China’s record is reviewed. In 2013 the "
            "Czech Republic recommended that China protect them;",
            NoteCall(1),
            " China took note of it.",
            NoteCall(2),
        ),
        heading("What the record shows"),
        paragraph("The words of the recommendation were:"),
        quotation(
            "“Protect North Korean refugees in accordance with international law, honouring the principle of "
            "non-refoulement”.",
            NoteCall(3),
        ),
        paragraph(
            "Nothing shows that ",
            Run("this", emphasis=True),
            " was done. Returned persons were held in ",
            Run("three", strong=True),
            " places, which their families name in Korean (",
            Run("함경북도 온성", language="ko"),
            "):",
        ),
        item("in the first place, for up to two weeks, and"),
        item("in the second and third, for longer:"),
        item("without a hearing, and", level=1),
        item("without a lawyer.", level=1),
        heading("What we ask", 1),
        paragraph("We urge you to submit the following questions in advance:"),
        question(
            1,
            "Does China abide by the principle of non-refoulement, as it was asked to?",
            NoteCall(4),
        ),
        question(
            2,
            "How many persons, disaggregated by gender and age, were returned in each year since 2013?",
        ),
        question(3, "Which authority decides on each return, and under which law?", optional=True),
        paragraph("We also urge you to make the following recommendations:"),
        recommendation(1, "Publish each year the number of persons returned, disaggregated by gender and age."),
        recommendation(2, "Admit the United Nations High Commissioner for Refugees to the border region."),
        paragraph("Sincerely,"),
        Block(BlockKind.SIGNATORIES),
    ),
    notes=(
        note(1, "Report of the Working Group on the Universal Periodic Review: China, ",
             Run("A/HRC/25/5", emphasis=True), " (4 December 2013), para. 186.241, ", REPORT, ".",
             source="A/HRC/25/5"),
        note(2, "A/HRC/25/5/Add.1 (27 February 2014), para. 3.", source="A/HRC/25/5/Add.1"),
        note(3, "A/HRC/25/5, para. 186.241.", source="A/HRC/25/5"),
        note(4, "Id., para. 186.242; see also ", Run("국군포로 가족 강제 북송", language="ko"), ", ",
             "https://news.example/2006/10/20?id=1&lang=ko", ".", source="A/HRC/25/5"),
    ),
    signatories=(
        PrintedSignatory("Forum for the Returned"),
        PrintedSignatory("Kim Example", "elder sister of a woman returned in October 2023"),
        PrintedSignatory("Network of Families"),
    ),
    as_of="2024-01-03",
    as_of_as_printed="3 January 2024",
)  # fmt: skip

KOREAN = replace(
    ENGLISH,
    title="중국의 제4차 보편적 정례검토에 관한 공개서한",
    language="ko",
    date_as_printed="2024년 1월 3일",
    kind="공개서한",
    organisation="귀환자 포럼",
    letterhead=("귀환자 포럼", "서울특별시 예시로 12 (03000)", "letters@forum.example"),
    addressee=("대한민국 외교부", "홍길동 장관님"),
    copies=("법무부 장관", "통일부 장관"),
    subject="2024년 1월 23일 중국의 제4차 보편적 정례검토와 탈북민 강제송환",
    blocks=(
        paragraph("존경하는 장관님께,"),
        paragraph(
            "중국의 인권 상황이 검토될 때 탈북민 강제송환 문제를 제기해 주실 것을 귀 정부에 요청드립니다. "
            "2013년 체코는 중국에 탈북민을 보호할 것을 권고하였고,",
            NoteCall(1),
            " 중국은 이를 유의하였습니다.",
            NoteCall(2),
        ),
        heading("기록이 보여 주는 것"),
        quotation(
            Run("“Protect North Korean refugees in accordance with international law”", language="en"),
            NoteCall(3),
        ),
        paragraph(
            "이 권고가 ", Run("이행되었다는", emphasis=True), " 기록은 ", Run("없습니다", strong=True), "."
        ),
        item("첫째 장소에서 두 주까지,"),
        item("둘째와 셋째 장소에서 그보다 오래."),
        heading("요청 사항"),
        paragraph("다음 질문을 사전에 제출해 주시기 바랍니다:"),
        question(1, "중국은 강제송환금지 원칙을 준수하고 있습니까?", NoteCall(4)),
        question(2, "2013년 이후 매년 몇 명이 송환되었습니까? 성별과 연령별로 밝혀 주시기 바랍니다."),
        question(3, "어느 기관이 어떤 법에 따라 송환을 결정합니까?", optional=True),
        paragraph("또한 다음 권고를 해 주시기 바랍니다:"),
        recommendation(1, "송환된 사람의 수를 매년 성별과 연령별로 공표할 것."),
        recommendation(2, "유엔난민기구의 접경 지역 접근을 허용할 것."),
        paragraph("감사합니다."),
        Block(BlockKind.SIGNATORIES),
    ),
    signatories=(
        PrintedSignatory("귀환자 포럼"),
        PrintedSignatory("김예시", "2023년 10월 송환된 여성의 언니"),
        PrintedSignatory("가족 네트워크"),
    ),
    as_of_as_printed="2024년 1월 3일",
)


def long_letter(language: str = "en", *, paragraphs: int = 40, notes: int = 60) -> BuiltLetter:
    """A letter of about ten pages (40 paragraphs, 60 notes) in the manner of the samples."""
    sample = KOREAN if language == "ko" else ENGLISH
    source = next(one for one in sample.blocks if one.kind is BlockKind.PARAGRAPH and len(one.inlines) > 1)
    words = "".join(one.text for one in source.inlines if isinstance(one, Run)) * 4
    blocks, made = [], []
    for place in range(paragraphs):
        calls: list[Inline] = []
        for _ in range(notes * (place + 1) // paragraphs - notes * place // paragraphs):
            made.append(replace(sample.notes[len(made) % 4], number=len(made) + 1))
            calls += [NoteCall(len(made)), Run(f" {words[:150]}")]
        blocks.append(paragraph(words, *calls, key=f"p{place}"))
    asks = sample.blocks[-11:]
    kept = [replace(one, inlines=tuple(i for i in one.inlines if isinstance(i, Run))) for one in asks]
    return replace(sample, blocks=(sample.blocks[0], *blocks, *kept), notes=tuple(made))


HOSTILE_WORDS = (
    '#eval("1+1") #read("/etc/passwd") $x^2$ #include "a.typ" *b* _i_ = h @ref <label> \\u{41} // c /* d */',
    "[link](javascript:alert(1)) ![pic](file:///etc/passwd) `code` **bold** # heading",
    "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;</style></title>",
    '{ INCLUDETEXT "C:\\\\secret.txt" } { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe } { HYPERLINK "file:///" }',
    "=cmd|' /C calc'!A0 +1+1 -2 @SUM(A1)",
    "nul\x00bell\x07escape\x1b[31m vertical\x0b form\x0c unit\x1f delete\x7f c1\x9b",
    "half \ud800 and \udfff, nonsense \ufffe \uffff",
    "invoice\u202egnp.exe \u2066isolate\u2069 \u202bembed\u202c",
    "{{ 7*7 }} {% include '/etc/passwd' %} ${jndi:ldap://x} %s %n {0}",
    "]]> <!-- --> <?xml version='1.0'?> <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]> &b;",
    "W" * 3000,
)
HOSTILE_LINKS = (
    "javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "data:text/html,<script>1</script>",
    "vbscript:x", "https://[broken", "http://", 'https://ok.example/" onmouseover="x', "JaVaScRiPt:alert(1)",
    "https://ok.example/\ud800", " \x01javascript:alert(1)", "ms-word:ofe|u|http://x", "mailto:a@b.example",
)  # fmt: skip


def hostile_letter() -> BuiltLetter:
    """A letter whose every string tries something."""
    everything = " ".join(HOSTILE_WORDS)
    blocks = [
        Block(
            kind,
            (Run(words, emphasis=True, link=link, language='x"><b>'),),
            key='"><script>',
            name="Q1",
            number=1,
            level=1,
        )
        for words in HOSTILE_WORDS
        for kind, link in (
            (BlockKind.PARAGRAPH, "javascript:alert(1)"),
            (BlockKind.QUESTION, "file:///etc/passwd"),
        )
    ]
    blocks += [paragraph(Run("link", link=link)) for link in HOSTILE_LINKS]
    blocks += [heading(HOSTILE_WORDS[0]), quotation(HOSTILE_WORDS[2]), paragraph("Note", NoteCall(1))]
    return BuiltLetter(
        title=everything, language="en", date="not a date", date_as_printed=HOSTILE_WORDS[2], kind=everything,
        number=HOSTILE_WORDS[0], organisation=HOSTILE_WORDS[2], letterhead=HOSTILE_WORDS, addressee=HOSTILE_WORDS,
        copies=HOSTILE_WORDS, subject=everything, blocks=tuple(blocks), notes=(note(1, *HOSTILE_WORDS),),
        signatories=tuple(PrintedSignatory(words, words) for words in HOSTILE_WORDS), as_of=HOSTILE_WORDS[5],
    )  # fmt: skip


# Letters of every script that the machine of a test can show: Latin with accents made of two characters,
# Greek, Cyrillic, Hangul whole and in parts, hanja, Hebrew and Arabic with their points, signs.
SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "éñçøßłžŐ", "αβγδέΩ", "абвгдЖЯё",
    "가나다라한글북송권고힣", "難民送還", "אבגדה", "ابتثجحكلم", ".,;:!?()“”‘’«»–—-/&%#$*_`~^+=<>@'\"\\{}",
)  # fmt: skip
COMBINED = ("e\u0301", "n\u0303", "o\u0308", "한", "بِ", "مَّ", "שׁ")


def words_of_any_script() -> st.SearchStrategy[str]:
    """A word of one script, sometimes with combining marks."""
    one = st.one_of([st.text(alphabet=script, min_size=1, max_size=9) for script in SCRIPTS])
    mixed = st.lists(st.sampled_from(COMBINED), min_size=1, max_size=3).map("".join)
    return st.one_of(one, one, one, mixed)


def sentences() -> st.SearchStrategy[str]:
    """Some words with single spaces, never empty."""
    return st.lists(words_of_any_script(), min_size=1, max_size=8).map(" ".join)


def runs(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Run]:
    """Any run; links among them that may and that may not be followed."""
    links = st.sampled_from(("", "", "", "https://example.org/a?b=c", "javascript:alert(1)"))
    languages = st.sampled_from(("", "", "ko", "en", "ar", "he"))
    return st.builds(
        Run, sentences() if texts is None else texts, st.booleans(), st.booleans(), links, languages
    )


@st.composite
def built_letters(draw: st.DrawFn, texts: st.SearchStrategy[str] | None = None) -> BuiltLetter:
    """Any built letter that keeps the contract: notes numbered from 1 in the order of their calls.

    `texts` draws every string of words; by default words of many scripts.
    """
    words = sentences() if texts is None else texts
    lines = st.lists(words, max_size=3).map(tuple)
    inlines = st.lists(st.one_of(runs(words), runs(words), st.just(Break()), st.just(None)), max_size=5)
    kinds = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.SIGNATORIES])
    blocks: list[Block] = []
    calls, asks = 0, {"Q": 0, "R": 0}
    for kind in draw(st.lists(kinds, max_size=8)):
        filled: list[Inline] = [draw(runs(words))]
        for one in draw(inlines):
            again = calls and draw(st.integers(0, 5)) == 0
            calls += one is None and not again
            filled.append((NoteCall(draw(st.integers(1, calls)) if again else calls)) if one is None else one)
        letter = {BlockKind.QUESTION: "Q", BlockKind.RECOMMENDATION: "R"}.get(kind, "")
        if letter:
            asks[letter] += 1
        number = asks[letter] if letter else draw(st.integers(0, 3)) if kind is BlockKind.LIST_ITEM else 0
        level = draw(st.integers(0, 3)) if not letter else 0
        blocks.append(
            Block(kind, tuple(filled), f"b{len(blocks)}", level, number, f"{letter}{number}" if letter else "",
                  optional=bool(letter) and draw(st.booleans()))
        )  # fmt: skip
    notes = tuple(
        BuiltNote(number, tuple(draw(st.lists(runs(words), min_size=1, max_size=3))))
        for number in range(1, calls + 1)
    )
    if draw(st.booleans()):
        blocks.append(Block(BlockKind.SIGNATORIES))
    text = st.one_of(st.just(""), words)
    return BuiltLetter(
        title=draw(words), language=draw(st.sampled_from(("en", "ko", "ar", "fr-CH"))), date="2024-01-03",
        date_as_printed=draw(text), kind=draw(text), number=draw(text), organisation=draw(text),
        letterhead=draw(lines), addressee=draw(lines), copies=draw(lines), subject=draw(text),
        blocks=tuple(blocks), notes=notes,
        signatories=tuple(draw(st.lists(st.builds(PrintedSignatory, words, text), max_size=4))),
        as_of="2024-01-03", as_of_as_printed=draw(text),
    )  # fmt: skip
