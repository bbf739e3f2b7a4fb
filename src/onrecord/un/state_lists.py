"""Lists of States as they close a recommendation: "(Algeria; Iran (Islamic Republic of))"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.un.folding import fold
from onrecord.un.state_names import State, by_adjective, by_name, by_other_name, name_pattern, not_states

SHORTEST_MENDED = 7  # letters; shorter names are too near to other words to be mended
SHORTEST_MENDED_TWICE = 9  # letters of a name in which two may be wrong


@dataclass(frozen=True, slots=True)
class StateList:
    """States in the order printed, each once.

    `as_printed` holds each State's name as it stood in the text. `on_behalf_of` is the group for which
    they spoke, as written, or "". `inferred` holds the misspelled names that were taken for a State.
    """

    states: tuple[State, ...]
    as_printed: tuple[str, ...]
    on_behalf_of: str = ""
    inferred: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The States' codes, in order."""
        return tuple(state.code for state in self.states)


@lru_cache(maxsize=8192)
def parse_state_list(text: str) -> StateList | None:
    """Read `text` (what stands inside the brackets) as a list of States, or None if it is anything else.

    None when any word is left over that is neither a State nor a connector, so that "(women and
    children)" and "(in Georgia)" are no lists. A name of seven letters or more that is one or two letters
    off exactly one State's name is taken for it, and stands in `inferred`.
    """
    if "en nombre d" in text or "au nom d" in text:
        text = _patterns()["for_others"].sub("on behalf of ", text)
    if "behalf of" in text:
        return _on_behalf(text)
    return _listed(text)


def _on_behalf(text: str) -> StateList | None:
    bracketed = _patterns()["bracketed"].search(text)
    if bracketed:
        rest = _listed(text[: bracketed.start()] + ", " + text[bracketed.end() :])
        return _with_group(rest, bracketed["group"])
    open_ended = _patterns()["open_ended"].search(text)
    if open_ended is None:
        return None
    head, group = _listed(text[: open_ended.start()]), open_ended["group"]
    before, mark, after = group.rpartition(";")
    others = _listed(after) if mark and head else None
    if head and others:
        head = StateList(head.states + others.states, head.as_printed + others.as_printed)
        group = before
    return _with_group(head, group)


def _with_group(found: StateList | None, group: str) -> StateList | None:
    if found is None:
        return None
    return StateList(found.states, found.as_printed, _tidied(group), found.inferred)


def _listed(text: str) -> StateList | None:
    quick = _quick(text)
    if quick is not None:
        return quick
    folded = fold(text)
    states: list[State] = []
    printed: list[str] = []
    inferred: list[str] = []
    at = 0
    while (at := _skipped(folded.text, at)) < len(folded.text):
        end, state, sure = _named(folded.text, at)
        words = text[slice(*folded.span(at, end))] if state else ""
        if state is None or not _is_written_as_name(words):
            return None
        if not sure and words.islower():
            return None
        if not sure:
            inferred.append(_tidied(words))
        if state not in states:
            states.append(state)
            printed.append(_tidied(words))
        at = end
    if not states or (len(inferred) == len(states) and len(inferred) > 1):
        return None
    return StateList(tuple(states), tuple(printed), "", tuple(inferred))


def _quick(text: str) -> StateList | None:
    """The common case: known names between commas or semicolons and nothing else."""
    names = by_name()
    states: dict[State, str] = {}
    for part in text.replace(";", ",").split(","):
        printed = part.strip()
        state = names.get(printed.lower()) or by_other_name().get(printed.lower())
        if state is None or not _is_written_as_name(printed):
            return None
        states.setdefault(state, printed)
    return StateList(tuple(states), tuple(states.values()))


def _skipped(text: str, at: int) -> int:
    found = _patterns()["connectors"].match(text, at)
    return found.end() if found else at


def _named(text: str, at: int) -> tuple[int, State | None, bool]:
    """The end of the name at `at`, its State, and whether the name is sure (not mended)."""
    found = name_pattern(loose=True).match(text, at)
    state = (by_name().get(found[0]) or by_other_name().get(found[0])) if found else None
    end = found.end() if found else at
    if state and _patterns()["closed"].match(text, end):
        return end, state, True
    segment = _patterns()["segment"].match(text, at)
    words = segment[0].rstrip(" .'") if segment else ""
    mended = _nearest(words)
    if mended:
        return at + len(words), mended, False
    return end, state, True


@lru_cache(maxsize=1024)
def _nearest(words: str) -> State | None:
    if (
        len(words) < SHORTEST_MENDED
        or not_states() & {words}
        or by_adjective().keys() & {words, words.removesuffix("s")}
    ):
        return None
    from rapidfuzz import process  # noqa: PLC0415 (only lists with a misspelled name need it)
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    names = [name for name in by_name() if len(name) >= SHORTEST_MENDED]
    allowed = 2 if len(words) >= SHORTEST_MENDED_TWICE else 1
    near = process.extract(words, names, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    if not near:
        return None
    least = min(distance for _, distance, _ in near)
    nearest = {by_name()[name] for name, distance, _ in near if distance == least}
    return nearest.pop() if len(nearest) == 1 else None


def _is_written_as_name(words: str) -> bool:
    """Whether the words have a capital, or are too long to be another word ("turkey", "chad")."""
    return words.lower() != words or len(words) >= SHORTEST_MENDED or words.upper() == words


def _tidied(words: str) -> str:
    return " ".join(words.replace("\ufffe", "-").split()).strip(" ,;:.")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        # What may stand between two States. Digits and asterisks are marks of notes ("Hungary 1").
        "connectors": re.compile(
            r"(?:[ ,;/&.:*+\u2217\u3001\uff0c\uff1b\u060c\u061b]+"
            r"|(?:and|the|as well as|also|by|or|both)(?![\w'])|l'(?=\w)"
            r"|(?:y|e|la|el|los|las|asi como|et|le|les|ainsi que)(?![\w'])"
            r"|(?<=[a-z) ,;])\d{1,2}(?!\w))*"
        ),
        # What follows a name that is whole: not "of Americas" after "United States".
        "closed": re.compile(
            r"[ ]*(?:$|[,;/&.:*+\u2217()\d\u3001\uff0c\uff1b\u060c\u061b]"
            r"|(?:and|as well as|on behalf|y|e|asi como|et|ainsi que)(?!\w))"
        ),
        # The words up to the next separator: "slovakai" in "slovakai, chile and peru".
        "segment": re.compile(r"(?:(?! (?:and|as well as) )[a-z' ()])+"),
        # Takes "Egypt (on behalf of the African Group)"
        "bracketed": re.compile(
            r"[(\[](?:also |speaking |and )?on behalf of (?:the )?"
            r"(?P<group>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]"
        ),
        # Takes "Egipto (en nombre del Grupo de los Estados de África)" and "l'Égypte (au nom du Groupe africain)"
        "for_others": re.compile(
            r"\b(?:en nombre (?:del|de (?:la|los|las)|de)|au nom (?:du|des|de (?:la|l['’])|de)) ?"
        ),
        # "Slovenia, on behalf of the European Union"
        "open_ended": re.compile(
            r"[\s,(–-]*(?:also |speaking |and )?on behalf of (?:the )?(?P<group>.+)", re.DOTALL
        ),
    }
