"""Charts as pictures: drawn by Vega-Altair and vl-convert in this process, without a browser or a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

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


def packed(rows: Sequence[Mapping[str, Any]]) -> Rows:
    """Rows in the form by which a picture is kept."""
    return tuple(tuple(row.items()) for row in rows)


@lru_cache(maxsize=128)
def bars(
    rows: Rows, title: str, order: tuple[str, ...], colours: tuple[str, ...], theme: Theme, kind: str
) -> bytes:
    """Bars of `count` by `what`, stacked by `part` in this order and these colours; `kind` is "svg" or "png"."""
    import altair as alt  # noqa: PLC0415 - loaded when the first chart is drawn

    values = [{**dict(row), "at": order.index(dict(row)["part"])} for row in rows]
    whats = list(dict.fromkeys(value["what"] for value in values))
    chart = (
        alt.Chart(_data(values))
        .mark_bar(stroke=INK[theme][1], strokeWidth=1)
        .encode(
            x=alt.X("count:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1)),
            y=alt.Y("what:N", title=None, sort=whats, axis=alt.Axis(labelLimit=260)),
            color=alt.Color(
                "part:N",
                title=None,
                scale=alt.Scale(domain=list(order), range=list(colours)),
                legend=alt.Legend(orient="top", columns=3, labelLimit=260),
            ),
            order=alt.Order("at:Q"),
        )
        .properties(width=560, height=alt.Step(30), title=title)
    )
    return _drawn(chart, theme, kind)


@lru_cache(maxsize=64)
def dots(rows: Rows, whens: tuple[str, ...], title: str, theme: Theme, kind: str) -> bytes:
    """Who did something when: a dot at `what` and `when`, as large as `count`; `whens` stand in their order."""
    import altair as alt  # noqa: PLC0415 - as above

    values = [dict(row) for row in rows]
    whats = list(dict.fromkeys(value["what"] for value in values))
    chart = (
        alt.Chart(_data(values))
        .mark_circle(opacity=1, color=POSITION_COLOURS["pending"][theme == "dark"])
        .encode(
            x=alt.X(
                "when:N",
                title=None,
                sort=list(whens),
                scale=alt.Scale(domain=list(whens)),
                axis=alt.Axis(orient="top", labelAngle=0, grid=True),
            ),
            y=alt.Y("what:N", title=None, sort=whats, axis=alt.Axis(labelLimit=260, grid=True)),
            size=alt.Size("count:Q", title=None, scale=alt.Scale(range=[60, 420]), legend=None),
        )
        .properties(width=max(280, 90 * len(whens)), height=alt.Step(26), title=title)
    )
    return _drawn(chart, theme, kind)


@lru_cache(maxsize=64)
def squares(rows: Rows, title: str, theme: Theme, kind: str) -> bytes:
    """A map of squares: one for each State at `column` and `row`, the darker the larger `count`, with `code`."""
    import altair as alt  # noqa: PLC0415 - as above

    values = [dict(row) for row in rows]
    most = max([value["count"] for value in values] or [1]) or 1
    for value in values:
        value["inked"] = value["count"] > most * 0.45
    ink, paper, line = INK[theme]
    ramp = [line, "#1f4e80"] if theme == "light" else [line, "#9fcbf5"]
    over = paper
    base = alt.Chart(_data(values)).encode(
        x=alt.X("column:O", axis=None, scale=alt.Scale(paddingInner=0.08)),
        y=alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.08)),
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
        base.mark_text(fontSize=8).encode(
            text="code:N", color=alt.condition("datum.inked", alt.value(over), alt.value(ink))
        ),
    ).properties(width=alt.Step(24), height=alt.Step(20), title=title)
    return _drawn(chart, theme, kind)


def _data(values: list[dict[str, Any]]) -> Any:
    """The values as altair takes them; its own types leave this call open."""
    import altair as alt  # noqa: PLC0415 - as above

    return alt.Data(values=values)  # type: ignore[no-untyped-call]


def _drawn(chart: Any, theme: Theme, kind: str) -> bytes:
    import vl_convert  # noqa: PLC0415 - as above

    ink, paper, line = INK[theme]
    font = "Noto Sans KR, Noto Sans CJK KR, DejaVu Sans, sans-serif"
    spec = chart.configure(background=paper, font=font, padding=14).configure_axis(
        labelColor=ink, domainColor=line, tickColor=line, gridColor=line, labelFontSize=12
    )
    spec = (
        spec.configure_legend(labelColor=ink, titleColor=ink, labelFontSize=12)
        .configure_title(color=ink, fontSize=14, anchor="start", fontWeight="bold")
        .configure_view(stroke=None)
    )
    described = spec.to_dict()
    if kind == "svg":
        drawn: str = vl_convert.vegalite_to_svg(vl_spec=described)
        return drawn.encode()
    picture: bytes = vl_convert.vegalite_to_png(vl_spec=described, scale=2)
    return picture
