"""A letter of any length, made from the example's documents: real quotations with planted faults, and notes."""

from __future__ import annotations

import csv
from importlib import resources
from itertools import cycle, islice

NOTES = 60


def long_letter(faults: int, notes: int = NOTES, plain: str = "") -> str:
    """A letter in which as many quotations differ from their sources in one word, each with its note or symbol.

    `plain` is put behind each quotation, to make the letter longer without more to find.
    """
    table = (resources.files("onrecord.letters.example") / "cards.csv").read_text("utf-8")
    cards = [
        card
        for card in csv.DictReader(table.splitlines())
        if card["paragraph"] and len(card["words"].split()) > 8
    ]
    body, under = [], []
    for number, card in enumerate(islice(cycle(cards), faults), 1):
        words = card["words"].strip(" […];.").split()
        words[4 + number % 3] = f"altered{number}"
        place = f"{card['symbol']}, para. {card['paragraph']}"
        if number <= notes:
            under.append(f"{number} {place}.")
        cited = str(number) if number <= notes else f" ({place})"
        body.append(f"In its {number}th place the report said that “{' '.join(words)}”.{cited}{plain}")
    head = "OPEN LETTER\n\n1 October 2026\n\nRe: What was said of China\n\nExcellency,\n\n"
    return (
        head
        + "\n\n".join(body)
        + "\n\nRespectfully,\n\nA Coalition\n\n"
        + "_" * 54
        + "\n\n"
        + "\n".join(under)
        + "\n"
    )
