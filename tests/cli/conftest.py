"""Calls of the command line, in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.record.add import add_paths
from onrecord.record.record import open_record

Call = Callable[..., Result]


@pytest.fixture(scope="session")
def make_call() -> Callable[[Path], Call]:
    """`onrecord …` with its record below a folder."""

    def made(folder: Path) -> Call:
        def called(*words: object) -> Result:
            environment = {"ONRECORD_RECORD": str(folder / "record")}
            return CliRunner(env=environment).invoke(
                main, [str(word) for word in words], prog_name="onrecord"
            )

        return called

    return made


@pytest.fixture
def call(tmp_path: Path, make_call: Callable[[Path], Call]) -> Call:
    """`onrecord …` with a record of its own."""
    return make_call(tmp_path)


@pytest.fixture(scope="session")
def filled_record(tmp_path_factory: pytest.TempPathFactory, make_report: Callable[..., Path]) -> Path:
    """A record with two reports, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    files = [make_report(folder, 1), make_report(folder, 2, "asylum seekers")]
    with open_record(folder / "record") as record:
        assert len(add_paths(record, files).added) == 2
    return folder


@pytest.fixture
def filled(call: Call, tmp_path: Path, filled_record: Path) -> Call:
    """`onrecord …` with two reports on its record; their files are in `tmp_path`."""
    shutil.copytree(filled_record, tmp_path, dirs_exist_ok=True)
    return call
