from __future__ import annotations

import importlib
import subprocess
import sys
import time

import click
import pytest

from onrecord import __version__
from onrecord.cli.main import COMMANDS

HEAVY = ("sqlalchemy", "pypdfium2", "rich", "jinja2", "alembic", "typst", "PIL", "platformdirs")


def python(program: str, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False
    )


def test_the_door_loads_nothing_heavy():
    loaded = python("import sys, onrecord.cli.main; print(*sys.modules)").stdout.split()
    assert "onrecord.cli.main" in loaded
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_loads_anything_heavy_to_tell_its_help(name):
    program = f"import sys, onrecord.cli.{name}; print(*sys.modules)"
    assert [heavy for heavy in HEAVY if heavy in python(program).stdout.split()] == []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_is_there_at_once(option):
    program = "from onrecord.cli.main import main; main()"

    def seconds() -> float:
        start = time.perf_counter()
        assert python(program, option).returncode == 0
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.3


def test_the_version_is_told(call):
    assert call("--version").output == f"onrecord {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(call, name):
    told = call(name, "--help")
    assert told.exit_code == 0
    assert f"onrecord {name}" in told.output.split("Examples:")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_loaded_and_is_in_the_help(call, name):
    assert isinstance(importlib.import_module(f"onrecord.cli.{name}").command, click.Command)
    assert COMMANDS[name].split()[0] in call("--help").output


@pytest.mark.parametrize(
    "words", [["nonsense"], ["show"], ["add"], ["search"], ["read"], ["add", "x", "--jobs", "0"]]
)
def test_wrong_use_ends_with_2(call, words):
    told = call(*words)
    assert told.exit_code == 2
    assert "Traceback" not in told.output


def test_a_fault_of_ours_is_one_line_and_with_debug_shows_where():
    program = """
import onrecord.cli.doctor
from onrecord.cli.main import main
onrecord.cli.doctor.command.callback = lambda **_: 1 / 0
main()
"""
    told = python(program, "doctor")
    assert told.returncode == 3
    assert "a fault of On Record, not yours (ZeroDivisionError" in told.stderr
    assert told.stderr.count("\n") == 1
    told = python(program, "--debug", "doctor")
    assert told.returncode == 3
    assert "Traceback" in told.stderr


def test_output_that_nobody_reads_to_the_end_is_no_fault():
    command = [sys.executable, "-c", "from onrecord.cli.main import main; main()", "--help"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()
