"""Right letters composed from a record, and faults planted in them (issue 4)."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from benchmarks.planted.composer import compose
from benchmarks.planted.matter import Matter, matter_of
from benchmarks.planted.measure import KINDS, Kept, grave, judge, trials
from benchmarks.planted.right import Right
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.add import add_paths
from onrecord.record.record import open_record

_ADVICE = (
    ("Ratify the Optional Protocol to the Convention against Torture without any reservation", "Norway"),
    ("Protect every person who seeks asylum from being returned to a country of persecution", "Canada"),
    ("Publish each year the number of children held with their mothers in public prisons", "Chile"),
    ("Strengthen the legal aid that women receive when they leave a violent home", "Ghana"),
    ("Ensure that no journalist is brought before a military court for written words", "Japan"),
    ("Continue the good work of its national school for judges and prosecutors", "Brazil"),
    ("Invite the Special Rapporteur on the independence of judges and lawyers to visit", "Mexico"),
    ("Release all persons who are not charged with an offence under domestic law", "Austria"),
    ("Adopt a law that prevents discrimination against persons with disabilities at work", "Peru"),
    ("Provide all prisons with doctors who are not under the orders of their governors", "Ireland"),
    ("Guarantee access to public education for the children of migrant workers", "Philippines"),
    ("Establish an effective complaint body that does not belong to the police", "Sweden"),
    ("Reduce the time that young people spend in detention before their trials", "Estonia"),
    ("Allow observers to attend the trials of human rights defenders in all regions", "Iceland"),
    ("Improve the protection of national minorities in schools and in the civil service", "Hungary"),
    ("Implement the two judgments on the return of land to indigenous peoples", "Uruguay"),
)
_REMARKS = (
    (
        "Denmark",
        "praised the new shelters for women and was concerned about the long detention of asylum seekers",
    ),
    (
        "Ecuador",
        "welcomed the reform of the public schools and the efforts to protect minority languages there",
    ),
    (
        "Jordan",
        "noted with interest the national plan on housing and the protection of families in poor regions",
    ),
    ("Kenya", "appreciated that the death penalty had not been carried out in the country for twenty years"),
    ("Portugal", "regretted that the ombudsman had neither a public office nor means for visits to prisons"),
    (
        "Thailand",
        "commended the efforts to promote access to clean water in all villages of the northern region",
    ),
)


def _report() -> str:
    spoken = "\n\n".join(f"{n}.   {who} {what}." for n, (who, what) in enumerate(_REMARKS, 5))

    def block(at: int, part: slice) -> str:
        return "\n\n".join(f"{at}.{n}. {words} ({who});" for n, (words, who) in enumerate(_ADVICE[part], 1))

    return f"""\
United Nations                                                A/HRC/25/5

General Assembly
                                                       Distr.: General
                                                       4 December 2013

                                                       Original: English

Human Rights Council
Twenty-fifth session
Agenda item 6
Universal Periodic Review

            Report of the Working Group on the Universal Periodic Review

            China

            Introduction

1.   The Working Group on the Universal Periodic Review held its seventeenth session from 21 October to \
1 November 2013. The review of China was held at the 3rd meeting on 22 October 2013. At its 10th meeting, held on \
25 October 2013, the Working Group adopted the report on China.

2.   A list of questions prepared in advance by the Czech Republic, Germany, the Netherlands, Norway and Sweden \
was transmitted to China through the troika.

            I. Summary of the proceedings of the review process

            A. Presentation by the State under review

3.   The head of the delegation said that the courts had been given more judges and that trials were shorter now.

            B. Interactive dialogue and responses by the State under review

4.   During the interactive dialogue, six delegations made statements.

{spoken}

11.  China replied that the law on prisons had been reviewed and that legal aid was open to everyone in need.

            II. Conclusions and/or recommendations

12.  The following recommendations enjoy the support of China:

{block(12, slice(0, 11))}

13.  The following recommendations did not enjoy the support of China:

{block(13, slice(11, None))}

14.  All conclusions and/or recommendations contained in the present report reflect the position of the \
submitting State(s) and/or the State under review.
"""


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Matter:
    """What a small report of our own gives a letter to tell."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "report.txt").write_text(_report(), encoding="utf-8")
    with open_record(folder / "record") as record:
        add_paths(record, [folder / "report.txt"])
        found = matter_of(Kept(record), "CHN")
        assert found is not None
        yield found


def test_the_report_gives_all_that_letters_tell(matter: Matter) -> None:
    assert (len(matter.advice), len(matter.remarks)) == (len(_ADVICE), len(_REMARKS))
    assert Counter(act.entry.position for act in matter.advice) == {"supported": 11, "noted": 5}
    assert matter.reviews[0].questions_from == ("CZE", "DEU", "NLD", "NOR", "SWE")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_a_composed_letter_is_right_and_the_check_says_so(matter: Matter, seed: int) -> None:
    right = Right(compose(matter, seed), matter.record)
    assert [finding.message for finding in grave(right)] == []
    assert right.check.citations


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), chance=st.integers(0, 99))
def test_a_planted_fault_changes_the_letter_at_its_place_and_can_be_undone(
    matter: Matter, seed: int, chance: int
) -> None:
    right = Right(compose(matter, seed), matter.record)
    for kind in KINDS.values():
        planted = kind.plant(right, Random(chance))  # noqa: S311
        if planted is None:
            continue
        assert planted.text != right.text
        assert planted.undone() == right.text
        for edit, span in zip(sorted(planted.edits, key=lambda e: e.start), planted.spans, strict=True):
            assert planted.text[span.start : span.end] == edit.words


def test_letters_differ_in_build(matter: Matter) -> None:
    letters = [compose(matter, seed) for seed in range(30)]
    assert len({letter.split("\n\n")[0] for letter in letters}) > 8
    assert len({"[^1]" in letter for letter in letters}) == 2
    assert len({"Ibid." in letter for letter in letters}) == 2


def test_a_fault_of_each_kind_is_found(matter: Matter) -> None:
    """Letters are composed until each kind was planted, or thirty were; what each kind needs is in the report."""
    tried: dict[str, list[bool]] = {}
    for seed in range(30):
        left = [name for name in KINDS if not any(tried.get(name, ()))]
        right = Right(compose(matter, seed), matter.record)
        for trial in trials(right, Random(seed), left):  # noqa: S311
            tried.setdefault(trial.planted.kind, []).append(trial.found)
    assert [name for name, found in tried.items() if not any(found)] == []
    assert len(tried) > 45


def test_a_right_letter_judged_against_itself_has_nothing_new(matter: Matter) -> None:
    right = Right(compose(matter, 1), matter.record)
    planted = KINDS["changed_word"].plant(right, Random(1))  # noqa: S311
    assert planted is not None
    assert judge(right, planted).found
