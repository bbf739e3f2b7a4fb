"""One State under several names in one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import lines
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_together
from onrecord.un.states import find_states, state

_SHOWN = 3


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter: the States of several names, and sentences that mix them."""
    names: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    mixed: list[Span] = []
    for sentence in case.sentences:
        here: dict[str, set[str]] = defaultdict(set)
        for found in find_states(case.own_words(sentence)):
            name = _plain(found.as_written)
            span = Span(sentence.start + found.start, sentence.start + found.end)
            names[found.state.code][name].append(span)
            here[found.state.code].add(name)
        mixed += [sentence] if any(len(_apart(forms)) > 1 for forms in here.values()) else []
    several = {code: forms for code, forms in names.items() if len(_apart(forms)) > 1}
    if several:
        each = [
            tell("%(state)s: %(forms)s", state=tell(state(code).name), forms=_counted(forms))
            for code, forms in several.items()
        ]
        inside = tell(" Mixed in one sentence: %(lines)s.", lines=lines(case, mixed)) if mixed else ""
        yield Said(
            min(min(forms.values(), key=len)[0] for forms in several.values()),
            tell(
                "States stand under several names: %(each)s.%(inside)s",
                each=tell_together("; ", each),
                inside=inside,
            ),
            tuple(Evidence(tell("mixed"), span=span) for span in mixed[:_SHOWN]),
            tell("Use one name for a State outside quotations and titles."),
        )


def _apart(forms: Collection[str]) -> list[str]:
    """The forms that are no part of another: "United States" shortens "United States of America"."""
    return [one for one in forms if not any(one != other and one in other for other in forms)]


def _plain(name: str) -> str:
    words = " ".join(name.split()).replace("’", "'")
    return words.removeprefix("the ").removeprefix("The ")


def _counted(forms: Mapping[str, list[Span]]) -> str:
    by_count = sorted(forms.items(), key=lambda pair: -len(pair[1]))
    return ", ".join(f"“{form}” {len(spans)}" for form, spans in by_count)


RULE = Rule("state_name_styles", NOTICE, "A State stands under several names.", find)
