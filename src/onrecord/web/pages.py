"""Setting pages: one environment of templates for each language; everything from outside is escaped."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus

import jinja2
from fastapi import Request
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse
from starlette.types import Scope

from onrecord import __version__
from onrecord.web.charts import measured
from onrecord.web.language import SOURCE, Language, language, language_of
from onrecord.web.told_again import OF_LETTERS, told_again

if TYPE_CHECKING:
    from onrecord.web.desk import Desk

HERE = Path(__file__).parent
STATIC = HERE / "static"
_TURNS_TEXT = "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
_MARKS = re.compile("[«»]")
_HIDDEN = re.compile(rf"[{_TURNS_TEXT}\x00-\x08\x0b-\x1f\x7f-\x9f]")


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page of a room, with what every page shows around it."""
    from onrecord.web.rooms import rooms  # noqa: PLC0415 - rooms set pages themselves

    spoken = language_of(request)
    desk: Desk = request.app.state.desk
    page = (
        environment(spoken.code, template.rpartition("/")[0])
        .get_template(template)
        .render(
            **context,
            status=status,
            rooms=rooms(),
            desk=desk,
            here=request.url.path,
            back=_address(request),
            form_mark=request.app.state.keys.mark,
        )
    )
    return HTMLResponse(page, status_code=status)


def page_without_nav(scope: Scope, status: int, title: str, detail: str) -> HTMLResponse:
    """A page for somebody who may not see the record."""
    spoken = language_of(Request(scope))
    page = environment(spoken.code).get_template("refused.html.j2").render(title=title, detail=detail)
    return HTMLResponse(page, status_code=int(status))


@cache
def static(name: str) -> str:
    """The address of a file of ours; it changes with the file, so that browsers may keep it."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def place(called: str, pinpoint: str = "") -> str:
    """The address of a document (by symbol, or name of its file) or of a place in it.

    It stays the same for as long as the document is on the record.
    """
    address = f"/documents/{_quoted(called, '/()')}"
    return f"{address}/{_quoted(pinpoint, '()')}" if pinpoint else address


def with_query(path: str, **values: Any) -> str:
    """An address with these values in its query; empty ones are left out."""
    kept = [f"{key}={_in_query(str(value))}" for key, value in values.items() if value not in (None, "", ())]
    return f"{path}?{'&'.join(kept)}" if kept else path


_in_query = lru_cache(maxsize=4096)(quote_plus)
_quoted = lru_cache(maxsize=4096)(quote)


def filled(text: str, **values: Any) -> Markup:
    """A text with `%(name)s` filled in by values that may hold markup of ours; all else is escaped."""
    return escape(text) % values


def counted(spoken: Language, many: int, of: str, href: str = "", words: str = "") -> Markup:
    """A number that was counted, as it is or within `words`, marked so that it leads to its rows.

    On the page that `href` opens each row carries `data-row` with the name `of`; without an address the rows
    stand on the number's own page.
    """
    # Set by hand, as pages have hundreds of them and Markup.format takes ten times as long.
    told = f'data-counts="{many}" data-of="{escape(of)}">{escape(words or spoken.number(many))}'
    if not href:
        return Markup(f"<span {told}</span>")  # noqa: S704 - every part is escaped
    return Markup(f'<a class="figure" href="{escape(href)}" {told}</a>')  # noqa: S704 - every part is escaped


def states_named(spoken: Language, codes: Iterable[str], of: str = "") -> Markup:
    """States, each leading to its page; with `of` each is a row of what is counted by that name."""
    return Markup(", ").join(_state_named(spoken, code, of) for code in codes)


@lru_cache(maxsize=4096)
def _state_named(spoken: Language, code: str, of: str) -> Markup:
    row = f' data-row="{escape(of)}"' if of else ""
    address, name = escape(f"/states/{quote(code)}"), escape(visible(spoken.state(code)))
    return Markup(f'<a{row} href="{address}">{name}</a>')  # noqa: S704 - every part is escaped


def visible(text: str) -> str:
    """A text in which nothing is hidden: characters that control or turn it show as their code points."""
    # Nearly every text is printable as a whole, and what hides is not.
    return text if text.isprintable() else _HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def marked(text: str) -> Markup:
    """A snippet with the words found, which stand between « and », as marks."""
    parts = _MARKS.split(str(escape(visible(text))))
    return Markup("".join(f"<mark>{part}</mark>" if place % 2 else part for place, part in enumerate(parts)))  # noqa: S704


def _address(request: Request) -> str:
    query = request.url.query
    return request.url.path + (f"?{query}" if query else "")


@cache
def environment(code: str, room: str = "") -> jinja2.Environment:
    """The templates in one language, as a room speaks it, with what every page may call."""
    spoken: Language = language(code, room)
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals |= {
        "_": spoken.say,
        "ngettext": spoken.count,
        "speech": spoken,
        "static": static,
        "place": place,
        "with_query": with_query,
        "counted": partial(counted, spoken),
        "measured": measured,
        "states_named": partial(states_named, spoken),
        "program_version": __version__,
    }
    made.filters |= {
        "say": spoken.say,
        "day": spoken.day,
        "moment": spoken.moment,
        "minute": spoken.minute,
        "number": spoken.number,
        "state": spoken.state,
        "listed": spoken.listed,
        "tongue": spoken.tongue,
        "told_again": str if spoken.code == SOURCE else told_again,
        "letter_told_again": str if spoken.code == SOURCE else partial(told_again, parts=OF_LETTERS),
        "marked": marked,
        "filled": filled,
        "visible": visible,
    }
    return made


def _shown(value: Any) -> Any:
    """Whatever a template prints, with nothing hidden in it."""
    return visible(value) if type(value) is not Markup and isinstance(value, str) else value
