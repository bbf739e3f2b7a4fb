"""Charts as pictures: drawn by Vega-Altair and vl-convert in this process, without a browser or a network."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

Rows = tuple[tuple[tuple[str, Any], ...], ...]
"""Rows as pairs of name and value, so that a picture can be kept by what it shows."""

INK = {"light": ("#1c1a17", "#fdfcf8", "#d9d5cb"), "dark": ("#ece9e2", "#161819", "#3a3d40")}
POSITION_COLOURS = {
    "supported": ("#2f7d5b", "#6fc79f"),
    "partially_supported": ("#7fa65a", "#b3d58d"),
    "noted": ("#b4532f", "#ef9a76"),
    "pending": ("#5f6f9c", "#9db0e0"),
    "not_stated": ("#8a857b", "#a8a39a"),
}
Theme = Literal["light", "dark"]
Size = Literal["wide", "narrow"]
"""For a window of some width, or for a phone; each is drawn so that it is shown at its own size, or nearly so."""


class _Measures(NamedTuple):
    """How a drawing of one size is laid out, in pixels of the picture; `letters` is how many go on a line."""

    width: int
    padding: int
    letters: int
    title_letters: int
    title_lines: int
    step: int
    legend_columns: int
    square: tuple[int, int]
    square_text: float


MEASURES: dict[Size, _Measures] = {
    "wide": _Measures(586, 14, 40, 76, 1, 30, 3, (28, 28), 11.5),
    "narrow": _Measures(340, 8, 19, 40, 2, 44, 2, (25, 22), 11.0),
}
_TEXT, _LINE, _TITLE = 13, 15, 14
_MAP_COLUMNS, _MAP_ROWS = {"wide": 41, "narrow": 13}, {"wide": 20, "narrow": 53}
_BLOCKS = (range(16, 28), range(28, 39), (39, 40, 0, 1, 2, *range(8, 16)))
"""The columns of the map that stand below one another on a phone: Europe and Africa, Asia, the Pacific and America."""
_MOST_WHENS = 4
"""So many times stand on their sides of a narrow drawing; more are turned."""


def measured(kind: str, size: Size, rows: int = 0) -> tuple[int, int]:
    """Width and height of a drawing, known before it is drawn: of "bars" or "dots" with so many rows, or of "squares"."""
    of = MEASURES[size]
    around = 2 * of.padding + of.title_lines * 18 + 8
    if kind == "squares":
        wide, high = of.square[0] * _MAP_COLUMNS[size], of.square[1] * _MAP_ROWS[size]
        return wide + 2 * of.padding, high + around + 50
    legend = 20 * -(-len(POSITION_COLOURS) // of.legend_columns) + 14 if kind == "bars" else 8
    axis = 24 if kind == "bars" else 44
    return of.width, around + legend + axis + of.step * max(1, rows)


def packed(rows: Sequence[Mapping[str, Any]]) -> Rows:
    """Rows in the form by which a picture is kept."""
    return tuple(tuple(row.items()) for row in rows)


@lru_cache(maxsize=128)
def bars(
    rows: Rows,
    title: str,
    order: tuple[str, ...],
    colours: tuple[str, ...],
    theme: Theme,
    kind: str,
    size: Size = "wide",
) -> bytes:
    """Bars of `count` by `what`, stacked by `part` in this order and these colours; `kind` is "svg" or "png"."""
    import altair as alt  # noqa: PLC0415 - loaded when the first chart is drawn

    of = MEASURES[size]
    values = [
        {**dict(row), "at": order.index(dict(row)["part"]), "what": _lines(dict(row)["what"], of.letters)}
        for row in rows
    ]
    whats = list(dict.fromkeys(value["what"] for value in values))
    chart = (
        alt.Chart(_data(values))
        .mark_bar(stroke=INK[theme][1], strokeWidth=1)
        .encode(
            x=alt.X("count:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1)),
            y=alt.Y("what:N", title=None, sort=whats, axis=alt.Axis(labelLimit=260, labelExpr=_PARTED)),
            color=alt.Color(
                "part:N",
                title=None,
                scale=alt.Scale(domain=list(order), range=list(colours)),
                legend=alt.Legend(
                    orient="top",
                    columns=of.legend_columns,
                    labelLimit=260,
                    columnPadding=of.padding,
                    labelFontSize=12,
                ),
            ),
            order=alt.Order("at:Q"),
        )
    )
    return _drawn(chart, title, measured("bars", size, len(whats)), size, theme, kind)


@lru_cache(maxsize=64)
def dots(
    rows: Rows, whens: tuple[str, ...], title: str, theme: Theme, kind: str, size: Size = "wide"
) -> bytes:
    """Who did something when: a dot at `what` and `when`, as large as `count`; `whens` stand in their order."""
    import altair as alt  # noqa: PLC0415 - as above

    of = MEASURES[size]
    values = [{**dict(row), "what": _lines(dict(row)["what"], of.letters)} for row in rows]
    whats = list(dict.fromkeys(value["what"] for value in values))
    angle = -90 if size == "narrow" and len(whens) > _MOST_WHENS else 0
    chart = (
        alt.Chart(_data(values))
        .mark_circle(opacity=1, color=POSITION_COLOURS["pending"][theme == "dark"])
        .encode(
            x=alt.X(
                "when:N",
                title=None,
                sort=list(whens),
                scale=alt.Scale(domain=list(whens)),
                axis=alt.Axis(orient="top", labelAngle=angle, grid=True),
            ),
            y=alt.Y(
                "what:N",
                title=None,
                sort=whats,
                axis=alt.Axis(labelLimit=260, grid=True, labelExpr=_PARTED),
            ),
            size=alt.Size("count:Q", title=None, scale=alt.Scale(range=[60, 420]), legend=None),
        )
    )
    return _drawn(chart, title, measured("dots", size, len(whats)), size, theme, kind)


@lru_cache(maxsize=64)
def squares(rows: Rows, title: str, theme: Theme, kind: str, size: Size = "wide") -> bytes:
    """A map of squares: one for each State at `column` and `row`, the darker the larger `count`, with `code`.

    A narrow one is cut in three, which stand below one another.
    """
    import altair as alt  # noqa: PLC0415 - as above

    values = [dict(row) for row in rows] if size == "wide" else _below([dict(row) for row in rows])
    most = max([value["count"] for value in values] or [1]) or 1
    for value in values:
        value["inked"] = value["count"] > most * 0.45
    ink, paper, line = INK[theme]
    ramp = [line, "#1f4e80"] if theme == "light" else [line, "#9fcbf5"]
    over = paper
    base = alt.Chart(_data(values)).encode(
        x=alt.X(
            "column:O", axis=None, scale=alt.Scale(paddingInner=0.08, domain=[*range(_MAP_COLUMNS[size])])
        ),
        y=alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.08, domain=[*range(_MAP_ROWS[size])])),
    )
    chart = alt.layer(
        base.mark_rect(cornerRadius=2).encode(
            color=alt.Color(
                "count:Q",
                title=None,
                scale=alt.Scale(range=ramp, domain=[0, most]),
                legend=alt.Legend(orient="bottom", gradientLength=220, format="d"),
            )
        ),
        base.mark_text(fontSize=MEASURES[size].square_text).encode(
            text="code:N", color=alt.condition("datum.inked", alt.value(over), alt.value(ink))
        ),
    )
    return _drawn(chart, title, measured("squares", size), size, theme, kind)


def _below(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The squares of a map with its blocks below one another, a free row between them."""
    placed: list[dict[str, Any]] = []
    top = 0
    for columns in _BLOCKS:
        here = [one for one in values if one["column"] in columns]
        first = min((one["row"] for one in here), default=0)
        placed += [
            {**one, "column": columns.index(one["column"]), "row": one["row"] - first + top} for one in here
        ]
        top = max((one["row"] for one in placed), default=0) + 2
    return placed


_PARTED = "split(datum.label, '\\n')"


def _lines(words: str, letters: int, most: int = 3) -> str:
    """Words on lines of so many letters at most; those of Korean are twice as wide."""
    at_most = letters // 2 if re.search("[가-힣]", words) else letters
    return "\n".join(textwrap.wrap(words, at_most, max_lines=most, placeholder=" …"))


def _data(values: list[dict[str, Any]]) -> Any:
    """The values as altair takes them; its own types leave this call open."""
    import altair as alt  # noqa: PLC0415 - as above

    return alt.Data(values=values)  # type: ignore[no-untyped-call]


def _drawn(chart: Any, title: str, measures: tuple[int, int], size: Size, theme: Theme, kind: str) -> bytes:
    import altair as alt  # noqa: PLC0415 - as above
    import vl_convert  # noqa: PLC0415 - as above

    ink, paper, line = INK[theme]
    of = MEASURES[size]
    font = "Noto Sans KR, Noto Sans CJK KR, DejaVu Sans, sans-serif"
    width, height = measures
    set_so = chart.properties(
        width=width,
        height=height,
        title=_lines(title, of.title_letters, of.title_lines).split("\n"),
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),
    )
    spec = set_so.configure(background=paper, font=font, padding=of.padding).configure_axis(
        labelColor=ink,
        domainColor=line,
        tickColor=line,
        gridColor=line,
        labelFontSize=_TEXT,
        labelLineHeight=_LINE,
    )
    spec = (
        spec.configure_legend(labelColor=ink, titleColor=ink, labelFontSize=_TEXT)
        .configure_title(color=ink, fontSize=_TITLE, anchor="start", fontWeight="bold")
        .configure_view(stroke=None)
    )
    described = spec.to_dict()
    if kind == "svg":
        drawn: str = vl_convert.vegalite_to_svg(vl_spec=described)
        return drawn.encode()
    picture: bytes = vl_convert.vegalite_to_png(vl_spec=described, scale=2)
    return picture
