"""Sentences of a right letter about what the record holds, in as many builds as writers have."""

from __future__ import annotations

from benchmarks.planted.matter import Act
from benchmarks.planted.writer import Writer, in_words, ordinal, short_ordinal

from onrecord.mechanisms.model import Entry, ReviewFacts

_ASKED = ("recommended that", "urged", "called on", "asked", "advised", "called upon", "encouraged")


def advice(w: Writer, act: Act) -> str:
    """A recommendation quoted, with who made it, to whom, where, and what became of it."""
    entry, facts = act.entry, w.matter.review_of(act.entry)
    told = _imperative(w, act, facts) if act.imperative else _reads(w, act, facts)
    return f"{told} {answer(w, entry)}".strip()


def _imperative(w: Writer, act: Act, facts: ReviewFacts) -> str:
    by, note = w.by(act.entry), w.cite(act.entry)
    quote = w.quoted(act.words, lower=True)
    verb = w.rng.choice(_ASKED)
    to = f"{verb} {w.state}" + ("" if verb.endswith("that") else " to")
    builds = (
        f"{by} {to} {quote}.{note}",
        f"At {w.review(facts)}, {by} {to} {quote}.{note}",
        f"In {w.month(facts.date)} {by} {to} {quote}.{note}",
        f"During {w.review(facts)} it was {by} that {to} {quote}.{note}",
        f"Already at {w.review(facts)}, a recommendation by {by} told {w.state} to {quote}.{note}",
        f"In its recommendation {_number(act.entry)}, {by} {to} {quote}.{note}",
        f"Among the recommendations of that review is one by {by}, which wants {w.state} to {quote}.{note}",
        f"{w.sentence(w.review(facts))} brought the recommendation, made by {by}, to {quote}.{note}",
        f"We recall in particular that {by} {to} {quote}.{note}",
        f"As {by} recommended, {w.state} should {quote}.{note}",
        f"{w.of(act.entry.by[-1])} recommendation to {quote} stands out.{note}"
        if len(act.entry.by) == 1
        else f"{by} {to} {quote}.{note}",
    )
    return w.sentence(w.rng.choice(builds))


def _reads(w: Writer, act: Act, facts: ReviewFacts) -> str:
    by, note = w.by(act.entry), w.cite(act.entry)
    quote = w.quoted(act.words, lower=False)
    builds = (
        f"One recommendation by {by} reads: {quote}.{note}",
        f"{by} put it plainly: {quote}.{note}",
        f"The recommendation made by {by} at {w.review(facts)} is worth quoting: {quote}.{note}",
        f"{quote}, {by} recommended in {w.month(facts.date)}.{note}",
        f"{by} recommended: {quote}.{note}",
        f"Recommendation {_number(act.entry)}, from {by}, has these words: {quote}.{note}",
    )
    return w.sentence(w.rng.choice(builds))


def _number(entry: Entry) -> str:
    return entry.pinpoint


def answer(w: Writer, entry: Entry) -> str:
    """What became of a recommendation; "" where the report leaves it open and the writer says nothing."""
    s = w.sentence(w.state)
    builds = {
        "supported": (
            f"{s} accepted this recommendation.",
            f"{s} supported it.",
            "The recommendation enjoyed the support of the Government.",
            f"{s} accepted it, and is bound by its word.",
            f"That recommendation was accepted by {w.state}.",
        ),
        "noted": (
            f"{s} did not support it.",
            f"{s} did not accept this recommendation.",
            "The recommendation did not enjoy the support of the Government.",
            f"{s} rejected it.",
            f"To our regret {w.state} did not accept it.",
        ),
        "pending": (
            "",
            "",
            f"{s} undertook to examine it and to answer later.",
            "The Government said that it would respond in due course.",
        ),
    }.get(entry.position or "", ("",))
    return w.rng.choice(builds)


def paraphrase(w: Writer, act: Act) -> str:
    """A recommendation told in the writer's own words, by number and State."""
    entry, facts = act.entry, w.matter.review_of(act.entry)
    by, note = w.by(entry), w.cite(entry)
    begin = " ".join(act.words.split()[:2]).lower() if act.imperative else "act"
    builds = (
        f"{by} made recommendation {entry.pinpoint} at {w.review(facts)}.{note}",
        f"Recommendation {entry.pinpoint} ({by}) goes the same way.{note}",
        f"A further recommendation on this matter came from {by}.{note}",
        f"{by} wished to see {w.state} {begin.split()[0]} without delay.{note}",
        f"See also the recommendation by {by}.{note}",
    )
    return w.sentence(w.rng.choice(builds)) + f" {answer(w, entry)}".rstrip()


def listed(w: Writer, acts: list[Act]) -> list[str]:
    """Recommendations of one review as a list, each with number, State and words."""
    facts = w.matter.review_of(acts[0].entry)
    head = f"The following were made at {w.review(facts)} and accepted by the Government:"
    mark = w.rng.choice(["- ", "• ", "– "])
    lines = [
        f"{mark}{act.entry.pinpoint} ({w.by(act.entry)}): {w.whole(act.words)}{w.cite(act.entry)}"
        for act in acts
    ]
    return [w.sentence(head), "\n".join(lines)]


def block(w: Writer, act: Act) -> list[str]:
    """A recommendation as an indented block without marks."""
    by, facts = w.by(act.entry), w.matter.review_of(act.entry)
    head = w.rng.choice([
        f"At {w.review(facts)}, {by} made this recommendation:",
        f"{by} recommended the following in {w.month(facts.date)}:",
    ])  # fmt: skip
    return [
        w.sentence(head),
        f"    {act.words}.{w.cite(act.entry)}",
        answer(w, act.entry) or "It remains open.",
    ]


def remark(w: Writer, act: Act) -> str:
    """Words of another State's statement in the dialogue."""
    by, note, facts = w.by(act.entry), w.cite(act.entry), w.matter.review_of(act.entry)
    part = w.fragment(act)
    builds = (
        f"In the interactive dialogue {by} said, by the report, {part}.{note}",
        f"{by}, in its statement at {w.review(facts)}, spoke of {part}.{note}",
        f"The report records that {by} had words for this: {part}.{note}",
        f"In the words of the report on {by}’s statement: {part}.{note}",
        f"{by} took the floor in {w.month(facts.date)}; the report has {part}.{note}",
        f"Other delegations saw this too. {w.sentence(by)} referred to {part}.{note}",
    )
    return w.sentence(w.rng.choice(builds))


def reply(w: Writer, act: Act) -> str:
    """Words of the delegation of the State under review."""
    note, facts, part = w.cite(act.entry), w.matter.review_of(act.entry), w.fragment(act)
    builds = (
        f"The delegation of {w.state} spoke of {part}.{note}",
        f"In its reply {w.state} referred to {part}.{note}",
        f"The Government itself told the Working Group in {w.month(facts.date)} about {part}.{note}",
        f"By the report, the delegation’s answer contains the words {part}.{note}",
        f"At {w.review(facts)} {w.state} gave an account in which one reads {part}.{note}",
    )
    return w.sentence(w.rng.choice(builds))


def question(w: Writer, act: Act) -> str:
    """An advance question quoted."""
    by = w.by(act.entry)
    return w.sentence(w.rng.choice([
        f"In an advance question {by} asked {w.state}: {w.whole(act.words + '?')}{w.cite(act.entry)}",
        f"Ahead of the review {by} asked in writing: {w.whole(act.words + '?')}{w.cite(act.entry)}",
    ]))  # fmt: skip


def fact(w: Writer, facts: ReviewFacts) -> str:
    """A plain fact about a review."""
    note = w.draft.note(w.report(facts, "1"))
    cycle, session = facts.cycle or 1, facts.session or 1
    builds = [
        f"{w.state} was reviewed for the {ordinal(cycle)} time on {w.day(facts.date)}.{note}",
        f"The Working Group held its {ordinal(session)} session when it reviewed {w.state} on {w.day(facts.date)}.{note}",
        f"{w.of_state} {short_ordinal(cycle)} UPR took place on {w.day(facts.date)}.{note}",
        f"On {w.day(facts.date)} the Working Group reviewed {w.state} in the {ordinal(cycle)} cycle.{note}",
    ]
    if len(facts.adopted) == 10:
        builds.append(
            f"The Working Group adopted its report on {w.state} on {w.day(facts.adopted)}."
            + w.draft.note(w.report(facts))
        )
    return w.sentence(w.rng.choice(builds))


def count(w: Writer, facts: ReviewFacts) -> str:
    """How many States put questions in advance, as the report lists them."""
    number = len(facts.questions_from)
    some = [w.names[code] for code in w.rng.sample(facts.questions_from, min(2, number))]
    builds = (
        f"{in_words(number)} States put questions in advance of that review ({facts.symbol}).",
        (
            f"For {w.review(facts)}, {in_words(number)} States submitted advance questions "
            f"({facts.symbol}), {' and '.join(some)} among them."
        ),
    )
    return w.sentence(w.rng.choice(builds)) if number > 2 else ""
