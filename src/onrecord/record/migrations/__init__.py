"""Bringing a record's database to the schema of this program.

Migrations are numbered "0001", "0002", …; each stands in `versions/` and is never changed once it
was released. Alembic is loaded only where something is to be done: it takes longer than a search.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from onrecord.errors import RecordError, RecordIsNewer
from onrecord.record.database import Database

NEWEST = "0012"


def bring_up_to_date(database: Database) -> None:
    """Migrate a new or older record.

    RecordIsNewer where a newer On Record made it, RecordError where it is the database of another
    program; neither is touched.
    """
    with database.reading() as connection:
        version = schema_version(connection)
    _check(version, database.path)
    if version == NEWEST:
        return
    if not version:
        database.set_up()
    with database.writing() as connection:
        _migrate(connection)


def schema_version(connection: Connection) -> str:
    """The number of the last migration, "" for an empty database, "?" for another program's."""
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names:
        return "?" if names else ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _check(version: str, path: Path) -> None:
    if version == "?":
        raise RecordError(
            f"{path} is a database, but no record of On Record.", hint="Name another folder with --record."
        )
    if version > NEWEST:
        raise RecordIsNewer(
            f"The record at {path.parent} was made by a newer On Record (its schema is {version}, "
            f"this program knows {NEWEST}). Nothing was touched.",
            hint="Update On Record.",
        )


def _migrate(connection: Connection) -> None:
    """Run what is missing; one that another process ran meanwhile is not run again."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
