"""What a chart shows, in a sentence: for those who do not see the picture, and under it for everybody.

Each number in a sentence leads to the rows that it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from onrecord.analysis.cycles import ReviewedInBrief
from onrecord.analysis.model import Trace
from onrecord.mechanisms.model import Entry
from onrecord.record.overview import ReviewHeld
from onrecord.web.language import N_, Language
from onrecord.web.pages import counted, filled, with_query

Table = Sequence[tuple[str, list[list[Entry]]]]
NUM = "%(num)s"
NO_GROUP = "none"
"""How an address names the States that are in no regional group."""


def of_positions(
    spoken: Language, state: str, reviews: Sequence[tuple[ReviewHeld, ReviewedInBrief]]
) -> Markup | None:
    """How many recommendations each review made, and what became of them; None where there is none."""
    said = [_of_review(spoken, state, held, whole) for held, whole in reviews if whole.recommended]
    return Markup(" ").join(said) if said else None


def _of_review(spoken: Language, state: str, held: ReviewHeld, whole: ReviewedInBrief) -> Markup:
    at = f"/reviews/{state}/{held.symbol}"
    parts = {
        f"part{number}": filled(
            _became(spoken, position, many, is_first=not number),
            num=counted(spoken, many, "recommendations", with_query(at, position=position)),
        )
        for number, (position, many) in enumerate(whole.positions.items())
    }
    return filled(
        spoken.count(
            "Of %(num)s recommendation in %(when)s, %(parts)s.",
            "Of %(num)s recommendations in %(when)s, %(parts)s.",
            len(whole.recommended),
            num=NUM,
            when="%(when)s",
            parts=spoken.listed(f"%({name})s" for name in parts),
        ),
        num=counted(spoken, len(whole.recommended), "recommendations", at),
        when=_when(spoken, held),
        **parts,
    )


def _when(spoken: Language, held: ReviewHeld) -> Markup | str:
    year = held.date[:4]
    if year:
        return Markup('<time datetime="{0}">{1}</time>').format(year, spoken.say(N_("%(year)s"), year=year))
    return spoken.say(N_("cycle %(cycle)s"), cycle=held.cycle or "–")


def _became(spoken: Language, position: str, many: int, *, is_first: bool) -> str:
    """The words "204 were supported" for the first of a sentence, "48 noted" for those that follow."""
    if is_first:
        said = {
            "supported": spoken.count("%(num)s was supported", "%(num)s were supported", many, num=NUM),
            "partially_supported": spoken.count(
                "%(num)s was partly supported", "%(num)s were partly supported", many, num=NUM
            ),
            "noted": spoken.count("%(num)s was noted", "%(num)s were noted", many, num=NUM),
            "pending": spoken.count(
                "%(num)s was to be answered later", "%(num)s were to be answered later", many, num=NUM
            ),
        }
    else:
        said = {
            "supported": spoken.say(N_("%(num)s supported"), num=NUM),
            "partially_supported": spoken.say(N_("%(num)s partly supported"), num=NUM),
            "noted": spoken.say(N_("%(num)s noted"), num=NUM),
            "pending": spoken.say(N_("%(num)s to be answered later"), num=NUM),
        }
    return said.get(position, spoken.say(N_("%(num)s without a stated position"), num=NUM))


def of_regions(
    spoken: Language, state: str, many: Mapping[tuple[str, str], int], names: Mapping[str, str]
) -> Markup | None:
    """Which regional groups put the most recommendations, the most supported and the most noted.

    `many` has the numbers by group and position, `names` the groups' names in English; None where all is empty.
    """
    of_all: Counter[str] = Counter()
    for (group, _), number in many.items():
        of_all[group] += number
    sentences = [
        (of_all, "", N_("%(groups)s put the most: %(num)s."), N_("%(groups)s put the most: %(num)s each.")),
        (
            _in_position(many, "supported"),
            "supported",
            N_("The most that were supported came from %(groups)s: %(num)s."),
            N_("The most that were supported came from %(groups)s: %(num)s each."),
        ),
        (
            _in_position(many, "noted"),
            "noted",
            N_("The most that were noted came from %(groups)s: %(num)s."),
            N_("The most that were noted came from %(groups)s: %(num)s each."),
        ),
    ]
    said = []
    for numbers, position, by_one, by_several in sentences:
        first = [group for group in names if numbers[group] and numbers[group] == max(numbers.values())]
        if first:
            address = with_query("/recommendations", to=state, group=first[0] or NO_GROUP, position=position)
            sentence = spoken.say(by_one if len(first) == 1 else by_several)
            said.append(
                filled(
                    sentence,
                    groups=spoken.listed(spoken.say(names[group]) for group in first),
                    num=counted(spoken, numbers[first[0]], "recommendations", address),
                )
            )
    if not said:
        return None
    each = spoken.say(N_("A recommendation by several States counts for each of them."))
    return Markup(" ").join([*said, Markup("{}").format(each)])


def _in_position(many: Mapping[tuple[str, str], int], position: str) -> Counter[str]:
    return Counter({group: number for (group, of), number in many.items() if of == position})


def of_world(spoken: Language, many: Mapping[str, int]) -> Markup | None:
    """To which State the most recommendations on the record were made; None where there is none."""
    most = max(many.values(), default=0)
    first = sorted(state for state, number in many.items() if number == most)
    if not most:
        return None
    number = counted(spoken, most, "recommendations", with_query("/recommendations", to=first[0]))
    told = counted(
        spoken,
        len(many),
        "on-the-map",
        "#on-the-map",
        spoken.count("%(num)s State", "%(num)s States", len(many)),
    )
    sentence = (
        N_("The record holds recommendations to %(told)s. The most were made to %(states)s: %(num)s.")
        if len(first) == 1
        else N_(
            "The record holds recommendations to %(told)s. The most were made to %(states)s: %(num)s each."
        )
    )
    states = spoken.listed(spoken.state(code) for code in first)
    return filled(spoken.say(sentence), told=told, states=states, num=number)


def of_raised(spoken: Language, found: Trace, table: Table) -> Markup | None:
    """How many States raised a topic in each review; None where nobody did."""
    if not table:
        return None
    parts = {
        f"part{place}": filled(
            spoken.say(N_("%(num)s in %(when)s"), num=NUM, when="%(when)s"),
            num=counted(spoken, sum(bool(row[1][place]) for row in table), f"raised-{place}", "#topic"),
            when=spoken.say(N_("cycle %(cycle)s"), cycle=one.review.cycle or "–"),
        )
        for place, one in enumerate(found.reviews)
    }
    return filled(
        spoken.count(
            "%(num)s State raised it: %(parts)s.",
            "%(num)s States raised it: %(parts)s.",
            len(table),
            num=NUM,
            parts=spoken.listed(f"%({name})s" for name in parts),
        ),
        num=counted(spoken, len(table), "raised", "#topic"),
        **parts,
    )
