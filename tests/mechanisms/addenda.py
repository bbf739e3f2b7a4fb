"""Addenda of our own, in the layouts that States use."""

from __future__ import annotations

from pathlib import Path

from onrecord.documents.model import Document
from onrecord.documents.read import read_document

HEAD = """\
United Nations                                                A/HRC/99/7/Add.1

General Assembly
                                                       Distr.: General
                                                       4 March 2014

                                                       Original: English

Human Rights Council
Twenty-fifth session
Agenda item 6
Universal Periodic Review

            Report of the Working Group on the Universal Periodic Review

            {state}

            Addendum

            Views on conclusions and/or recommendations, voluntary commitments and replies presented by the
            State under review
\f
"""


def addendum(body: str, state: str = "Norway") -> Document:
    """An addendum with this body, read from plain text."""
    return read_document(Path("addendum.txt"), (HEAD.format(state=state) + body).encode())
