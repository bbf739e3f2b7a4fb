"""Signatures and publications as JSON values. How a signatory is reached is in none of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.letters.signing.lists import Preview
from onrecord.letters.signing.model import Signatory, Standing, Version
from onrecord.letters.signing.publications import KeptFile, Publication


def version_as_json(version: Version) -> dict[str, Any]:
    """A version without its words: they are long, and the hash stands for them."""
    return {
        "letter": version.letter,
        "sha256": version.sha256,
        "title": version.title,
        "languages": sorted(version.texts),
        "kept": version.kept,
        "kept_by": version.kept_by,
    }


def signatory_as_json(one: Signatory, standing: Standing | None = None) -> dict[str, Any]:
    """A signatory, with the standing where one is given."""
    told: dict[str, Any] = {
        "number": one.id,
        "letter": one.letter,
        "kind": one.kind,
        "names": dict(one.names),
        "details": dict(one.details),
        "language": one.language,
    }
    return told if standing is None else {**told, "standing": standing.value}


def list_as_json(
    shown: Version, kept: Sequence[Version], signed: Sequence[tuple[Signatory, Standing]]
) -> dict[str, Any]:
    """A letter's versions, and how everybody stands to the one shown."""
    return {
        "version": version_as_json(shown),
        "versions": [version_as_json(one) for one in kept],
        "signatories": [signatory_as_json(one, standing) for one, standing in signed],
    }


def preview_as_json(preview: Preview) -> dict[str, Any]:
    """What the rows of a list would become."""
    return {
        "file": preview.file,
        "unknown_columns": list(preview.unknown),
        "problems": list(preview.problems),
        "rows": [
            {
                "row": row.number,
                "verdict": row.verdict,
                "kind": row.kind,
                "names": dict(row.names),
                "details": dict(row.details),
                "consents": row.consents,
                "language": row.language,
                "like": row.like,
                "reason": row.reason,
            }
            for row in preview.rows
        ],
    }


def publication_as_json(one: Publication) -> dict[str, Any]:
    """A publication with its files, signatories, replies and the check of its day."""
    return {
        "number": one.id,
        "letter": one.letter,
        "version_sha256": one.version_sha256,
        "recipient": one.recipient,
        "channel": one.channel,
        "sent": one.sent,
        "remark": one.remark,
        "signatories": list(one.signatories),
        "files": [_file(file) for file in one.files],
        "replies": [
            {
                "sender": reply.sender,
                "received": reply.received,
                "words": reply.words,
                "file": _file(reply.file) if reply.file else None,
                "filed": reply.filed,
                "filed_by": reply.filed_by,
            }
            for reply in one.replies
        ],
        "check": dict(one.check_result),
        "filed": one.filed,
        "filed_by": one.filed_by,
    }


def _file(file: KeptFile) -> dict[str, str]:
    return {"name": file.name, "sha256": file.sha256, "path": str(file.path)}
