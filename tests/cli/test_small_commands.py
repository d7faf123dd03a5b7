"""`path`, `history`, `completions`, `--version` and what argparse answers by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footui import __version__
from footui.cli.parser import COMMANDS, build_parser, parse
from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import SessionRecord, WorkDone
from footui.storage.history import History
from footui.storage.session_object import session_object
from tests.cli.person import Person

NOON = datetime(2026, 11, 21, 12, 31, 5, tzinfo=UTC)


def test_the_version_is_one_line_on_stdout(person: Person) -> None:
    answer = person.types("--version")
    assert (answer.status, answer.out, answer.err) == (0, f"footui {__version__}\n", "")


@pytest.mark.parametrize(
    "words", [("todya",), ("follow",), ("plan",), ("list", "--jso"), ("new",), ("completions", "tcsh")]
)
def test_what_is_no_command_is_wrong_usage_on_stderr(person: Person, words: tuple[str, ...]) -> None:
    answer = person.types(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: footui")


def test_what_argparse_quotes_is_cleaned(person: Person) -> None:
    assert "\x1b" not in person.types("list", "\x1b[31mred").err


def test_every_command_has_a_help_page(person: Person) -> None:
    page = person.types("--help").out
    for command in ("run", "plan", "check", "list", "show", "new", "edit", "copy", "history", "path", "completions"):
        assert f"    {command}" in page
        assert person.types(command, "--help").out.startswith(f"usage: footui {command}")


@pytest.mark.parametrize("words", [
    (), ("--help",), ("nothing",), ("--bad", "list"), *((command, "--help") for command in COMMANDS),
    *((command, "a", "b", "c", "--bad") for command in COMMANDS), ("plan", "x", "--level", "low"), ("path",),
])  # fmt: skip
def test_a_parser_of_one_command_says_what_that_of_all_does(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    def said(parse: Callable[[Sequence[str]], Namespace]) -> tuple[object, str, str]:
        try:
            result: object = vars(parse(words))
        except SystemExit as end:
            result = end.code
        return result, *capsys.readouterr()

    assert said(parse) == said(build_parser().parse_args)


def test_the_folders_are_five_lines_and_none_of_them_is_made(person: Person) -> None:
    answer = person.types("path")
    assert [line.split("\t") for line in answer.out.splitlines()] == [
        ["config", str(person.config)], ["routines", str(person.routines)], ["exercises", str(person.exercises)],
        ["data", str(person.data)], ["state", str(person.state)],
    ]  # fmt: skip
    assert not person.config.exists()
    assert not person.data.exists()
    assert not person.state.exists()


def test_reading_commands_make_no_folder(person: Person) -> None:
    for words in (("list",), ("show", "toe-walk"), ("check",), ("history", "--json"), ("plan", "ten-exercises")):
        assert person.types(*words).status == 0
    assert not any(folder.exists() for folder in (person.config, person.data, person.state))


def _done(person: Person, number: int, started: datetime, status: str) -> None:
    row = WorkDone(1, "toe-press", None, Side.BOTH, 10, 9, 30 * SECOND, round(28.5 * SECOND), None)
    record = SessionRecord(
        f"id-{number}", "breakfast-lunch-dinner", "Breakfast, lunch and dinner", "low", number, 3, started,
        started + timedelta(minutes=4), status, 30 * SECOND, 0.0, (row,),
    )  # fmt: skip
    History(person.folders.history_file).save(session_object(record))


def test_an_empty_history_is_an_empty_list(person: Person) -> None:
    assert person.types("history", "--json").data == []
    assert person.types("history").out == ""


def test_the_history_is_the_list_of_sessions_oldest_first(person: Person) -> None:
    _done(person, 2, NOON, "finished")
    _done(person, 1, NOON - timedelta(hours=5), "stopped")
    sessions = person.types("history", "--json").data
    assert [session["id"] for session in sessions] == ["id-1", "id-2"]
    assert (sessions[1]["work"][0]["done_reps"], sessions[1]["done_work_seconds"]) == (9, 28.5)
    assert person.types("history").out.splitlines() == [
        "2026-11-21 07:31  Breakfast, lunch and dinner  session 1 of 3  stopped   28.5 of 30 s",
        "2026-11-21 12:31  Breakfast, lunch and dinner  session 2 of 3  finished  28.5 of 30 s",
    ]


def test_a_history_that_cannot_be_read_is_told(person: Person) -> None:
    person.data.mkdir()
    person.folders.history_file.write_bytes(b"something else" * 100)
    answer = person.types("history", "--json")
    assert (answer.status, answer.out) == (1, "")
    assert "could not be read" in answer.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_are_printed_for_each_shell(person: Person, shell: str) -> None:
    answer = person.types("completions", shell)
    assert (answer.status, answer.err) == (0, "")
    assert "_footui_routines" in answer.out


BASH_COMPLETION = """\
footui() { cat "$LISTING"; }
source "$SCRIPT"
COMP_WORDS=(footui "$@"); COMP_CWORD=$#
complete_by=$(complete -p footui | sed 's/.*-F \\([^ ]*\\).*/\\1/')
$complete_by footui "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        (["pl"], ["plan"]),
        (["run", "m"], ["mine"]),
        (["plan", "f"], ["five-feet-exercises", "four-exercises"]),
        (["show", "toe-w"], ["toe-walk"]),
        (["plan", "mine", "--level", "m"], ["middle"]),
    ],
)
def test_bash_completes_commands_options_and_slugs(
    person: Person, tmp_path: Path, typed: list[str], completed: list[str]
) -> None:
    person.has_routine("mine", "broken")
    script, listing = tmp_path / "script", tmp_path / "listing"
    script.write_text(person.types("completions", "bash").out)
    listing.write_text(person.types("list").out)
    done = subprocess.run(
        ["bash", "-c", BASH_COMPLETION, "bash", *typed],
        env={**os.environ, "SCRIPT": str(script), "LISTING": str(listing)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(done.stdout.split()) == completed
