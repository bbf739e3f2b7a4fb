"""The longest run of numbers that rise: how note marks are told from other numbers of a text."""

from __future__ import annotations

from collections.abc import Sequence

TOO_LARGE = 2000
"""Marks from here on are no note marks: the longest UN report seen has under 1,500 notes."""


def longest_rise(numbers: Sequence[int], weights: Sequence[float]) -> list[int]:
    """The places of the strictly rising run with the greatest weight; steps of one are preferred.

    Numbers below 1 and from TOO_LARGE on are left out. Of equal runs the one with the later numbers'
    first occurrences wins.
    """
    best: list[tuple[float, int]] = [(0.0, -1)] * TOO_LARGE
    before: list[int] = []
    tops: list[float] = [0.0] * TOO_LARGE
    for place, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        before.append(-1)
        if not 1 <= number < TOO_LARGE:
            continue
        below = max(tops[:number])
        previous = tops.index(below) if below else 0
        if previous and best[number - 1][0] + 0.25 >= below:
            previous = number - 1
        value = best[previous][0] + weight + (0.25 if previous == number - 1 else 0.0)
        if value > best[number][0]:
            before[place] = best[previous][1]
            best[number] = (value, place)
            tops[number] = value
    highest = max(tops)
    place = best[tops.index(highest)][1] if highest else -1
    run: list[int] = []
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]
