"""The OpenAPI description of the HTTP API, made ready to be read by people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Described = Mapping[str, Any]
_REFERENCE = "#/components/schemas/"
_LIMITS = {
    "minimum": "at least {}", "maximum": "at most {}", "minLength": "at least {} characters",
    "maxLength": "at most {} characters", "exclusiveMinimum": "more than {}", "exclusiveMaximum": "less than {}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field of a body or answer; `kind` may name a model, which is then in `model`.

    `example` is a value as it is written in an address or in JSON, "" where none is given.
    """

    name: str
    where: str
    kind: str
    required: bool
    about: str
    default: str = ""
    model: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `model` is the name of what it holds, "" where it holds none of the models."""

    status: str
    about: str
    kind: str
    model: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked: `anchor` names it on a page, `summary` in a few words; `body` is the type of what is sent."""

    method: str
    path: str
    anchor: str
    summary: str
    about: str
    fields: tuple[Field, ...]
    answers: tuple[Answer, ...]
    body: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """The shape of a body or an answer."""

    name: str
    about: str
    fields: tuple[Field, ...]


def operations(described: Described) -> dict[str, list[Operation]]:
    """Every operation by its group (its first tag), the groups in the order in which they are described."""
    found: dict[str, list[Operation]] = {name: [] for name in groups(described)}
    for path, item in described["paths"].items():
        for method, told in item.items():
            group = (told.get("tags") or [""])[0]
            found.setdefault(group, []).append(_operation(described, path, method, told))
    return {name: several for name, several in found.items() if several}


def failures(described: Described) -> dict[str, str]:
    """What each status of a failure means, over all operations."""
    told = (one["responses"] for item in described["paths"].values() for one in item.values())
    every = {status: answer["description"] for answers in told for status, answer in answers.items()}
    return {status: about for status, about in sorted(every.items()) if status >= "400"}


def groups(described: Described) -> dict[str, str]:
    """What each group is about."""
    return {tag["name"]: tag.get("description", "") for tag in described.get("tags", ())}


def models(described: Described) -> list[Model]:
    """The models of bodies and answers, by name."""
    schemas = described.get("components", {}).get("schemas", {})
    return [
        Model(name, _plain(schema), tuple(_fields_of(schema, "")))
        for name, schema in sorted(schemas.items())
        if not name.startswith("Body_")
    ]


def _operation(described: Described, path: str, method: str, told: Described) -> Operation:
    fields = [
        _field(
            one["name"],
            one["in"],
            one["schema"],
            required=one.get("required", False),
            about=one.get("description", ""),
        )
        for one in told.get("parameters", ())
    ]
    body = ""
    for media, content in told.get("requestBody", {}).get("content", {}).items():
        body = media
        fields += _fields_of(_resolved(described, content["schema"]), "body")
    answers = [_answer(status, one) for status, one in told["responses"].items()]
    anchor = f"{method}{path}".replace("/", "-").replace("{", "").replace("}", "")
    return Operation(
        method.upper(),
        path,
        anchor,
        told.get("summary", ""),
        _plain(told),
        tuple(fields),
        tuple(answers),
        body,
    )


def _answer(status: str, told: Described) -> Answer:
    for media, content in told.get("content", {}).items():
        if media == "application/problem+json":
            return Answer(status, told["description"], media)
        kind, model = _kind(content.get("schema", {}))
        return Answer(status, told["description"], kind, model)
    return Answer(status, told["description"], "")


def _fields_of(schema: Described, where: str) -> Iterator[Field]:
    required = set(schema.get("required", ()))
    for name, one in schema.get("properties", {}).items():
        yield _field(name, where, one, required=name in required, about=one.get("description", ""))


def _field(name: str, where: str, schema: Described, *, required: bool, about: str) -> Field:
    kind, model = _kind(schema)
    limits = [said.format(schema[key]) for key, said in _LIMITS.items() if key in schema]
    default = schema.get("default")
    example = next(iter(schema.get("examples", ())), "")
    return Field(
        name,
        where,
        ", ".join([kind, *limits]),
        required,
        " ".join((about or schema.get("description", "")).split()),
        "" if required or default in (None, "", [], {}) else str(default),
        model,
        example if isinstance(example, str) else json.dumps(example, ensure_ascii=False),
    )


def _kind(schema: Described) -> tuple[str, str]:
    """What a value is, in words, and the model that it names ("" where none)."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REFERENCE)
        return name, name
    several = schema.get("anyOf") or schema.get("oneOf")
    if several:
        kinds = [_kind(one) for one in several]
        return " or ".join(dict.fromkeys(kind for kind, _ in kinds)), next((m for _, m in kinds if m), "")
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"])), ""
    inner = schema.get("items" if schema.get("type") == "array" else "additionalProperties")
    if isinstance(inner, Mapping):
        kind, model = _kind(inner)
        return f"{'list' if schema.get('type') == 'array' else 'object'} of {kind}", model
    is_file = schema.get("format") == "binary" or "contentMediaType" in schema
    return "file" if is_file else str(schema.get("type", "any")), ""


def _resolved(described: Described, schema: Described) -> Described:
    if "$ref" not in schema:
        return schema
    found: Described = described["components"]["schemas"][schema["$ref"].removeprefix(_REFERENCE)]
    return found


def _plain(told: Described) -> str:
    return " ".join(str(told.get("description") or told.get("summary") or "").split())
