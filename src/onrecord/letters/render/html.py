"""Sets a dossier as one HTML page that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib import resources

import jinja2
from markupsafe import Markup

from onrecord.letters.render.sheet import Count, Dossier
from onrecord.letters.render.words import CITATIONS, POSITIONS, SEVERITIES, VERDICTS

LEGEND = (
    ("Findings", "f-", tuple(SEVERITIES.values())),
    ("Quotations", "q-", tuple(VERDICTS.values())),
    ("Citations", "c-", tuple(CITATIONS.values())),
    ("Positions of the State under review", "p-", tuple(POSITIONS.values())),
)


def as_html(dossier: Dossier) -> str:
    """The page. It loads nothing, runs no script, and all that came from outside is escaped.

    The content security policy allows the one style sheet by its hash, and pictures inside the page.
    """
    style = _read("dossier.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    pictures = {picture.name: picture for card in dossier.cards for picture in card.pictures}
    page: str = (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            d=dossier,
            # Our own file: escaping would break its quotation marks.
            style=Markup(style),  # noqa: S704
            style_hash=f"sha256-{digest}",
            pictures=pictures,
            by_card={card.anchor: card.pictures for card in dossier.cards},
            legend=LEGEND,
        )
    )
    return page


def _read(name: str) -> str:
    return (resources.files("onrecord.letters.render") / "templates" / name).read_text(encoding="utf-8")


def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )
    made.filters["b64"] = _base64
    made.filters["sum_rows"] = _sum_rows
    return made


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _sum_rows(counts: Sequence[Count]) -> int:
    return sum(len(count.rows) for count in counts)
