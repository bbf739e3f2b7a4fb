"""What stands around the record's acts in a letter: openings, events, law, asks, signatures."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.planted.draft import Reference
from benchmarks.planted.writer import Writer, ordinal, short_ordinal

from onrecord.un.review import Review, advance_question_deadline, reviews_of

GROUPS = (
    "Harbour Light Human Rights Forum", "Centre for Open Courts", "Families of the Disappeared Network",
    "Asylum Watch", "Women’s Legal Aid Circle", "Free Word Association", "Institute for Justice and Memory",
    "Northern Refugee Council", "Youth for Equal Rights", "Lawyers without Fear", "The Prison Reform Trust Fund",
    "Coalition for Minority Voices", "Riverside Human Rights Clinic", "Open Doors for Migrants",
)  # fmt: skip
_MINISTERS = (
    "Minister Aldous Penhale",
    "Minister Ingrid Thorsby",
    "Minister Beatriz Calderwood",
    "Mr. Minister",
)
_ADDRESSED = ("CAN", "NOR", "CZE", "NLD", "JPN", "KOR", "DEU", "CHE", "ARG", "SWE", "MEX", "AUS")


def coming_review(w: Writer) -> Review:
    """The first review of the State after those that the letter tells of, by the calendar."""
    last = max(facts.cycle or 1 for facts in w.matter.reviews)
    later = [one for one in reviews_of(w.matter.code) if one.cycle > last and len(one.start) == 10]
    assert later
    return later[0]


def opening(w: Writer, written: date, addressed: str, coming: Review) -> list[str]:
    """Date, addressee, subject and first paragraph; the addressed State is a third State."""
    rng, to = w.rng, w.names[addressed]
    minister = rng.choice(_MINISTERS)
    when = w.day(written.isoformat())
    head = rng.choice([
        [when, f"{minister}\nMinistry of Foreign Affairs of {to}"],
        [f"Geneva, {when}", f"To: The Minister for Foreign Affairs of {to}"],
        [f"Open letter on the human rights situation in {w.state}", when],
        [f"JOINT LETTER: {w.of_state} {ordinal(coming.cycle)} Universal Periodic Review", when],
    ])  # fmt: skip
    greet = rng.choice([f"Dear {minister},", "Excellency,", "Dear Minister,", "Your Excellency,"])
    first = rng.choice([
        (f"We, the undersigned organisations, write to you ahead of the {ordinal(coming.cycle)} Universal Periodic "
        f"Review of {w.state}."),
        (f"We are writing about {w.state}, which the Working Group on the Universal Periodic Review will review for "
        f"the {ordinal(coming.cycle)} time in {_month(coming)}."),
        f"As {w.state} approaches its {short_ordinal(coming.cycle)} UPR, we ask {to} to use its voice.",
        (f"On behalf of the organisations below we wish to draw your attention to promises that {w.state} made at the "
        "United Nations, and to those that it did not make."),
        f"Your Government has long spoken for those who cannot speak in {w.state}. We ask you to do so again.",
    ])  # fmt: skip
    return [*head, greet, first]


def _month(coming: Review) -> str:
    return f"{date.fromisoformat(coming.start):%B %Y}"


def event(w: Writer, written: date) -> str:
    """An event of the writer's own knowledge, with numbers that agree and a source in a note."""
    rng = w.rng
    day = written - timedelta(days=rng.randint(50, 300))
    told = day + timedelta(days=rng.randint(1, 6))
    total = rng.choice([20, 40, 50, 80, 200])
    part = rng.randrange(total // 10, total - total // 10)
    share = 100 * part / total
    percent = f"{share:.0f}" if share == int(share) else f"{share:.1f}"
    town = rng.choice(["Marlow", "Estrand", "Port Hallow", "Vesna", "Kirrin"])
    group = rng.choice(GROUPS)
    link = f"https://www.{group.split()[0].lower().strip('’')}.example/{told.year}/report-{rng.randint(100, 999)}"
    dated = w.day(told.isoformat())
    note = w.draft.note(Reference(other=f"{group}, {w.whole(f'Trials in {town}')} ({dated}), {link}"))
    men = rng.randrange(2, total - 2)
    builds = (
        (
            f"On {w.day(day.isoformat())} the police arrested {total} persons in {town}; {part} of them "
            f"({percent} per cent) were held without charge.{note}"
        ),
        (
            f"{group} counted {total} detainees in {town} ({men} men and {total - men} women) on "
            f"{w.day(day.isoformat())}.{note}"
        ),
        (
            f"In {w.month(day.isoformat())} {total} families were evicted in {town}. Of these {total} families, {part}, "
            f"or {percent} per cent, had no other home.{note}"
        ),
        f"At least {total} prisoners in {town} went on hunger strike on {w.day(day.isoformat())}.{note}",
        (
            f"The court in {town} sentenced {total} protesters on {w.day(day.isoformat())}. All {total} were tried in "
            f"one afternoon, as {group} reports.{note}"
        ),
    )
    return rng.choice(builds)


def plain(w: Writer) -> str:
    """Sentences of the writer's own that no source has to bear out."""
    s = w.sentence(w.state)
    return w.rng.choice([
        "These words have lost none of their weight.",
        f"{s} has had time enough to act.",
        "We do not ask for anything that has not been promised.",
        "The victims and their families wait for an answer. So do we.",
        (
            "Article 9 of the International Covenant on Civil and Political Rights protects "
            "everyone from arbitrary "
            "detention; article 7 forbids torture without exception."),
        "The “war on crime” is no excuse, and “national security” is not either.",
        "No one should be returned to a country where torture awaits them.",
        (
            "In our own visits since then we met lawyers who may not see their clients, and "
            "mothers who do not know "
            "where their sons are held."),
        "The Universal Periodic Review rests on dialogue (Human Rights Council resolution 5/1, annex, para. 3).",
        f"Little of this is disputed, even by {w.state}.",
    ]).replace("“", w.style.marks[0]).replace("”", w.style.marks[1])  # fmt: skip


_QUESTIONS = (
    "How many persons are held in pre-trial detention at present, and for how long on average?",
    "What has the Government done since its last review to make the judiciary independent?",
    "Which steps will be taken to investigate attacks on journalists, and by when?",
    "Does the Government intend to invite the Special Rapporteur on torture, and when?",
    "What remedies are open to women who have suffered violence at home?",
    "Are children of undocumented migrants admitted to public schools?",
)
_WANTED = (
    "Repeal the provisions of criminal law that punish defamation of officials",
    "Ratify the Optional Protocol to the Convention against Torture",
    "Publish the findings of every inquiry into deaths in custody",
    "Establish an independent body that examines complaints against the police",
    "Guarantee asylum seekers access to a lawyer from the first day",
    "Raise the age of criminal responsibility in line with international standards",
)


def asks(w: Writer, addressed: str, coming: Review) -> list[str]:
    """What the letter asks of the State that it is sent to."""
    rng, to = w.rng, w.names[addressed]
    kind = rng.choice(["none", "questions", "recommendations", "both", "sentence"])
    last = advance_question_deadline(date.fromisoformat(coming.date or coming.start))
    blocks: list[str] = []
    if kind in {"questions", "both"}:
        blocks.append(
            f"We therefore ask {to} to submit the following questions in advance of {w.of_state} "
            f"{ordinal(coming.cycle)} Universal Periodic Review, by {w.day(last.isoformat())}:"
        )
        blocks.append(_numbered(rng.sample(_QUESTIONS, rng.randint(2, 4)), "Q" if kind == "both" else ""))
    if kind in {"recommendations", "both"}:
        blocks.append(f"We also urge {to} to make the following recommendations to {w.state}:")
        blocks.append(_numbered(rng.sample(_WANTED, 2), "R" if kind == "both" else ""))
    if kind == "sentence":
        blocks.append(f"We ask {to} to raise these matters with {w.state} and to tell us what was answered.")
    return blocks


def _numbered(lines: list[str], letter: str) -> str:
    return "\n".join(f"{letter}{number}. {line}" for number, line in enumerate(lines, 1))


def closing(w: Writer, written: date) -> list[str]:
    """Thanks and signatures."""
    rng = w.rng
    names = rng.sample(GROUPS, rng.randint(2, 6))
    thanks = rng.choice([
        "Thank you for your attention.",
        "We remain at your disposal for any further information.",
        "We would welcome the chance to meet your staff.",
        "With respect and hope,",
    ])  # fmt: skip
    del written
    return [thanks, rng.choice(["Yours sincerely,", "Respectfully,", "Sincerely,"]), "\n".join(names)]


def third_state(w: Writer) -> str:
    """A State to write to that is not the one under review."""
    return w.rng.choice([code for code in _ADDRESSED if code != w.matter.code])
