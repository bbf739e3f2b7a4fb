"""Compares the English and the Korean text of a letter: block by block, fact by fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.letters.bilingual.block_words import notes_of, words_of
from onrecord.letters.bilingual.difference import Comparison, Difference
from onrecord.letters.bilingual.english import english_states
from onrecord.letters.bilingual.korean_states import korean_states
from onrecord.letters.bilingual.pair import Pair
from onrecord.letters.bilingual.terms import NamePair, find_names, names_given
from onrecord.letters.compose.built import Block, BuiltLetter


def compare(english: BuiltLetter, korean: BuiltLetter, names: Sequence[NamePair] = ()) -> Comparison:
    """Hold the two texts of a letter against each other.

    Blocks are paired by their keys. `names` is the letter's table of names; names that the texts give in both
    forms ("김철옥(Kim Cheol-ok)") are added to it.
    """
    whole = [" ".join(words_of(block) for block in letter.blocks) for letter in (english, korean)]
    known = [*names, *names_given(*whole)]
    theirs = {block.key: block for block in korean.blocks if block.key}
    ours = {block.key for block in english.blocks if block.key}
    ratio = _ratio(english, theirs)
    subject = _subject(english, korean)
    told = (frozenset(english_states(whole[0])[0]), frozenset(korean_states(whole[1])[0]))
    found: list[Difference] = []
    compared = 0
    if english.date != korean.date:
        found.append(
            Difference(
                "date", "date", "The letter's dates differ.", english.date_as_printed, korean.date_as_printed
            )
        )
    named = find_names(known, whole[0])
    for block in english.blocks:
        if not block.key:
            continue
        other = theirs.get(block.key)
        if other is None:
            found.append(_missing(block, "Korean", english=words_of(block)))
            continue
        pair = Pair(block, other, known, ratio, told, named, subject)
        found += pair.differences(notes_of(english, block), notes_of(korean, other))
        compared += pair.compared
    found += [
        _missing(b, "English", korean=words_of(b)) for b in korean.blocks if b.key and b.key not in ours
    ]
    found += _order(english, korean)
    return Comparison(tuple(found), compared)


def _missing(block: Block, side: str, english: str = "", korean: str = "") -> Difference:
    what = f"{block.kind.value} {block.name}".replace("_", " ").strip()
    return Difference("missing_block", block.key, f"The {what} is not in the {side} text.", english, korean)


def _order(english: BuiltLetter, korean: BuiltLetter) -> Iterable[Difference]:
    """Blocks that both have, in another order: the first that is out of its place."""
    ours, theirs = ([block.key for block in letter.blocks if block.key] for letter in (english, korean))
    ours, theirs = [key for key in ours if key in theirs], [key for key in theirs if key in ours]
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            yield Difference("ask", one, f"In Korean “{other}” stands where in English “{one}” stands.")
            return


def _ratio(english: BuiltLetter, theirs: dict[str, Block]) -> float:
    """How many Korean characters stand for an English one in this letter, by its middle block."""
    ratios = sorted(
        len(words_of(theirs[block.key])) / len(words_of(block))
        for block in english.blocks
        if block.key in theirs and len(words_of(block)) > _LONG_ENOUGH
    )
    return ratios[len(ratios) // 2] if len(ratios) >= _ENOUGH_BLOCKS else _USUAL_RATIO


def _subject(english: BuiltLetter, korean: BuiltLetter) -> str:
    """The code of the State that more blocks of either letter name than name any other, or "".

    A letter about Sudan may say "엘파셰르" or "수단 엘파셰르": what it is about may go unsaid in a block.
    """
    named = Counter[str]()
    for block in english.blocks:
        named.update(english_states(words_of(block))[0].keys())
    for block in korean.blocks:
        named.update(korean_states(words_of(block))[0].keys())
    ranked = [*named.most_common(2), ("", 0)]
    code, times = ranked[0]
    return code if times >= _ABOUT and times > ranked[1][1] else ""


_ABOUT = 4
_LONG_ENOUGH = 60
_ENOUGH_BLOCKS = 5
# Korean text is shorter; over the pairs of paragraphs that the tests hold it has 0.42 to 0.52 of the characters.
_USUAL_RATIO = 0.47
