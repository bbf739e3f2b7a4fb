"""Asking again: who consented to other words, what changed since, as a message ready to be sent.

On Record sends nothing. The messages are for the person to send.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.letters.compose.words import words_alone
from onrecord.letters.signing.model import Signatory, Standing, Version
from onrecord.letters.signing.signatories import acts, contact_of, standings
from onrecord.letters.signing.versions import versions
from onrecord.record.record import Record

_WORDS_AROUND = 12
_RELATED = 0.5
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A changed paragraph: its words before and after ("" where it is new or gone), shortened around the change.

    `number` counts the paragraphs of the new text from 1; for one that is gone, of the old.
    """

    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message to a signatory who must be asked again, in their language."""

    signatory: Signatory
    contact: str
    subject: str
    body: str


def changed_passages(before: str, after: str) -> list[Passage]:
    """What differs between two texts, paragraph by paragraph (a line is a paragraph), in order."""
    old, new = _paragraphs(before), _paragraphs(after)
    passages: list[Passage] = []
    for what, i, i_end, j, j_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        passages += _paired(old[i:i_end], new[j:j_end], i, j)
    return passages


def ask_again(record: Record, version: Version, *, among: Container[int] | None = None) -> list[Message]:
    """A message to each signatory who consented to other words than these, with what changed for them.

    With `among` only to those whose numbers it holds.
    """
    known = {one.id: one for one in versions(record, version.letter)}
    last = {
        act.signatory_id: act.version_id
        for act in acts(record, version.letter)
        if act.act == "consented" and act.version_id is not None
    }
    return [
        _message(record, one, version, known[last[one.id]])
        for one, standing in standings(record, version)
        if standing is Standing.ASK_AGAIN and (among is None or one.id in among)
    ]


def _message(record: Record, one: Signatory, to: Version, since: Version) -> Message:
    language = one.language if one.language in to.texts else next(iter(to.texts))
    words = _KOREAN if language == "ko" else _ENGLISH
    parts = []
    for tongue in sorted(to.texts, key=lambda tag: (tag != language, tag)):
        passages = _changed_as_read(since.texts.get(tongue, ""), to.texts[tongue])
        if passages and len(to.texts) > 1:
            parts.append(words.texts.get(tongue, tongue))
        parts += [_told(passage, words) for passage in passages]
    parts += [words.gone.format(tongue) for tongue in since.texts if tongue not in to.texts]
    body = "\n\n".join(
        [
            words.greeting.format(name=one.name(language)),
            words.opening.format(title=to.title, date=since.kept[:10], old=since.sha256[:12]),
            *parts,
            words.closing.format(new=to.sha256),
        ]
    )
    return Message(one, contact_of(record, one), words.subject.format(title=to.title), f"{body}\n")


def _changed_as_read(before: str, after: str) -> list[Passage]:
    """What differs for a reader; where only the kind of a part does, such as a heading's, the parts with their kinds."""
    return changed_passages(words_alone(before), words_alone(after)) or changed_passages(before, after)


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    greeting: str
    opening: str
    closing: str
    was: str
    now: str
    new: str
    dropped: str
    gone: str
    texts: dict[str, str]


_ENGLISH = _Words(
    subject="Please confirm your signature again: {title}",
    greeting="Dear {name},",
    opening=(
        "You agreed to sign “{title}” in the words of {date} ({old}). The words have changed since then. "
        "Your name is printed only if you agree to the new words. This is what changed:"
    ),
    closing=(
        "Do you sign the letter in these words? Please answer this message with yes or no. The new words "
        "have this hash, by which they can be told from any others: {new}"
    ),
    was="Paragraph {number} was:",
    now="It is now:",
    new="Paragraph {number} is new:",
    dropped="Paragraph {number} was dropped:",
    gone="The letter no longer has a text in the language “{}”.",
    texts={"en": "The English text", "ko": "The Korean text"},
)
_KOREAN = _Words(
    subject="서명을 다시 확인해 주십시오: {title}",
    greeting="{name} 귀하",
    opening=(
        "귀하는 {date}의 문안({old})으로 “{title}”에 서명하기로 동의하셨습니다. 그 뒤 문안이 바뀌었습니다. 새 문안에 "
        "동의하시는 경우에만 이름을 싣습니다. 바뀐 곳은 다음과 같습니다."
    ),
    closing=(
        "이 문안으로 서명하시겠습니까? 이 메시지에 예 또는 아니요로 답해 주십시오. 새 문안을 다른 문안과 구별하는 "
        "해시값은 다음과 같습니다: {new}"
    ),
    was="{number}번째 문단, 이전:",
    now="현재:",
    new="{number}번째 문단이 새로 들어갔습니다:",
    dropped="{number}번째 문단이 빠졌습니다:",
    gone="이 서한에는 더 이상 “{}” 언어의 문안이 없습니다.",
    texts={"en": "영어 문안", "ko": "한국어 문안"},
)


def _told(passage: Passage, words: _Words) -> str:
    if not passage.before:
        return f"{words.new.format(number=passage.number)}\n  {passage.after}"
    if not passage.after:
        return f"{words.dropped.format(number=passage.number)}\n  {passage.before}"
    was = words.was.format(number=passage.number)
    return f"{was}\n  {passage.before}\n{words.now}\n  {passage.after}"


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _paired(old: Sequence[str], new: Sequence[str], i: int, j: int) -> list[Passage]:
    """Replaced paragraphs side by side where they are one text changed; else one is gone and one new."""
    passages: list[Passage] = []
    at = 0
    for offset, paragraph in enumerate(new):
        partner = next((k for k in range(at, len(old)) if _related(old[k], paragraph)), None)
        if partner is None:
            passages.append(Passage(j + offset + 1, "", paragraph))
            continue
        passages += [Passage(i + k + 1, old[k], "") for k in range(at, partner)]
        passages.append(Passage(j + offset + 1, *_around(old[partner], paragraph)))
        at = partner + 1
    return passages + [Passage(i + k + 1, old[k], "") for k in range(at, len(old))]


def _related(one: str, other: str) -> bool:
    return SequenceMatcher(a=one.split(), b=other.split(), autojunk=False).ratio() >= _RELATED


def _around(before: str, after: str) -> tuple[str, str]:
    """Both paragraphs cut to what changed, with some words before and behind."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    behind = 0
    while behind < min(len(old), len(new)) - same and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    return _cut(old, same, behind), _cut(new, same, behind)


def _cut(words: Sequence[str], same: int, behind: int) -> str:
    start = max(0, same - _WORDS_AROUND)
    end = min(len(words), len(words) - behind + _WORDS_AROUND)
    shown = " ".join(words[start:end])
    return f"{'… ' if start else ''}{shown}{' …' if end < len(words) else ''}"
