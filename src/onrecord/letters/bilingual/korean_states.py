"""The States that a Korean passage names, and the ordinary words that only look like a State's name."""

from __future__ import annotations

import re

from onrecord.citations.model import Span
from onrecord.un.states import find_states

# One syllable that stands for a State inside a word: "북·중 국경", "방중", "대북".
_SHORT = {
    "CHN": re.compile(r"(?<![가-힣])(?:북[·-]?중|한[·-]?중|미[·-]?중|중[·-]북|중[·-]러|방중|재중|주중|대중국|중공)"),
    "PRK": re.compile(r"탈북|대북|방북|납북|북송|입북|월북|재북|북측|북녘|남북|북[·-]?중|북[·-]?미|북[·-]?일|북[·-]?러|조선인민"),
    "KOR": re.compile(r"한국|남한|우리 정부|우리나라|귀국|국군|남북|한[·-]?중|한[·-]?미|한[·-]?일|주한|방한|대한|남측|국민"),
    "USA": re.compile(r"한미|한[·-]미|미[·-]중|북[·-]?미|방미|주미|미 (?:국무부|의회|정부)"),
    "JPN": re.compile(r"한[·-]?일|북[·-]?일|방일|주일|일[·-]북"),
    "RUS": re.compile(r"북[·-]?러|한[·-]?러|중[·-]?러|방러|주러"),
}  # fmt: skip
# "한국어" is a language, and no more the State than "Korean" is.
_LANGUAGE = re.compile(r"어(?!업|선|장|민)")
# Short names that are ends of other words: "난민이란", "반인도범죄", "휘말리다", "누군가나". Some relation
# words are written together with a State's name all the same: "대이란 제재", "주가나 대사".
_ENDS_OF_WORDS = frozenset(
    {"인도", "이란", "가나", "기니", "말리", "오만", "피지", "수단", "토고", "통가", "차드", "부탄"}
)
_GLUED = re.compile(r"[가-힣]$")
_RELATED = re.compile(r"(?<![가-힣])[대주방재친]$")
# What stands behind, or before, the same syllables where they are an ordinary word.
_ORDINARY_AFTER = {
    # "인도적 사유" is humanitarian, "인도하다" to hand over, "인도에 반한 죄" a crime against humanity.
    "인도": re.compile(r"적|주의|하|받|되|된|될|돼|됐|할|했|조약|청구|요청|에 반[하한]|양|차이나"),
    # "수단과 방법", "수단을 동원하다": means.
    "수단": re.compile(r"과 방법|으로|(?:을|이|도) (?:가리|동원|강구|사용|이용|통|다|마련|찾|취|쓰|없|있|되|될|아니)"),
    "오만": re.compile(r"[하한함]|과 편견|방자"),
    "가나": re.compile(r"안|다"),
    "말리": re.compile(r"[다지고려던]|기 "),
    "피지": re.compile(r"도? ?(?:못|않)"),
    "호주": re.compile(r"제|상속"),
    "그리스": re.compile(r"도"),
    "부탄": re.compile(r"가스"),
    "콩고": re.compile(r"[물기]"),
    "기니": re.compile(r"피그"),
}  # fmt: skip
_ORDINARY_BEFORE = {
    "인도": re.compile(r"(?:범죄인|신병|신원|시신|유해|물건|강제)(?:의)? ?$"),
    "수단": re.compile(
        r"(?:모든|온갖|갖은|어떤|어떠한|다른|유일한|[가-힣]적인?|[가-힣][할될]|있는|없는"
        r"|구제|생계|통신|교통|운송|이동|보호|표현|강제) $"
    ),
}


def korean_states(text: str) -> tuple[dict[str, Span], frozenset[str]]:
    """The States named, each with its first place; and those of which a syllable inside a word speaks."""
    named: dict[str, Span] = {}
    hinted = {code for code, pattern in _SHORT.items() if pattern.search(text)}
    for found in find_states(text, "ko"):
        if _is_ordinary(text, found.as_written, found.start, found.end):
            continue
        if _LANGUAGE.match(text, found.end):
            hinted.add(found.state.code)
        else:
            named.setdefault(found.state.code, Span(found.start, found.end))
    return named, frozenset(hinted)


def _is_ordinary(text: str, written: str, start: int, end: int) -> bool:
    """Whether these syllables, which are a State's name elsewhere, are an ordinary word or its end here."""
    before = text[max(0, start - 8) : start]
    if written in _ENDS_OF_WORDS and _GLUED.search(before) and not _RELATED.search(before):
        return True
    after, ahead = _ORDINARY_AFTER.get(written), _ORDINARY_BEFORE.get(written)
    return bool((after and after.match(text, end)) or (ahead and ahead.search(before)))
