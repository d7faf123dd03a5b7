"""`footui history`: listed, taken away, and taken in from elsewhere."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from footui.storage.history import History
from tests.cli.person import Person
from tests.storage.session_records import ids, make_version_2, session

FIRST = session("first", "2026-11-20T08:00:00+01:00", note="Zehen – gut")
SECOND = session("second", status="stopped")
DELETED = {**session("deleted", "2026-11-20T09:00:00+01:00"), "deleted": True}


@pytest.fixture
def history(person: Person) -> History:
    """Return the history of somebody with two sessions, a deleted one, and one of which nothing is kept."""
    history = History(person.folders.history_file)
    for one in (SECOND, DELETED, FIRST, session("discarded", status="open")):
        history.save(one)
    history.discard("discarded")
    return history


def lines_of(text: str) -> list[str]:
    return text.split("\n")[:-1]


@pytest.mark.usefixtures("history")
def test_deleted_sessions_are_not_listed(person: Person) -> None:
    answer = person.types("history")
    assert answer.out == (
        "2026-11-20 08:00  Breakfast, lunch and dinner  session 2 of 3  finished  30 of 130 s\n"
        "2026-11-21 12:31  Breakfast, lunch and dinner  session 2 of 3  stopped   30 of 130 s\n"
    )


@pytest.mark.usefixtures("history")
def test_as_json_and_as_an_export_they_are_the_same_objects(person: Person) -> None:
    listed = person.types("history", "--json").data
    assert listed == [FIRST, DELETED, SECOND]
    exported = [json.loads(line) for line in lines_of(person.types("history", "export").out)]
    assert [one for one in exported if one["id"] != "discarded"] == listed
    [mark] = [one for one in exported if one["id"] == "discarded"]
    assert mark.keys() == {"format", "id", "changed", "deleted"}


@pytest.mark.usefixtures("history")
def test_as_csv_there_is_a_line_for_each_step_and_side_of_what_is_not_deleted(person: Person) -> None:
    answer = person.types("history", "--csv")
    rows = list(csv.DictReader(io.StringIO(answer.out, newline="")))
    assert [(row["id"], row["exercise"], row["done_reps"], row["note"]) for row in rows] == [
        ("first", "toe-press", "10", "Zehen – gut"),
        ("second", "toe-press", "10", ""),
    ]
    assert "\r" not in answer.out


def test_without_a_history_all_of_it_is_empty(person: Person) -> None:
    assert person.types("history", "export").out == ""
    assert person.types("history", "--csv").out.startswith("id,started,ended,routine,title,session,level,status,step")
    assert person.types("history", "--json").data == []
    assert not person.data.exists()


def test_a_history_that_is_taken_in_elsewhere_is_the_same_to_the_letter(person: Person, history: History) -> None:
    text = person.types("history", "export").out
    person.folders.history_file.unlink()
    answer = person.types("history", "import", "-", given=text)
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == "2 sessions added, 0 changed, 2 deleted, 0 known already.\n"
    assert person.types("history", "export").out == text
    assert ids(history.sessions()) == ["first", "deleted", "second"]


def test_the_same_file_twice_adds_nothing(person: Person, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text("".join(f"{json.dumps(one)}\r\n" for one in (FIRST, SECOND)), encoding="utf-8-sig")
    assert person.types("history", "import", str(log)).err == "2 sessions added, 0 changed, 0 known already.\n"
    before = person.types("history", "export").out
    assert person.types("history", "import", str(log)).err == "0 sessions added, 0 changed, 2 known already.\n"
    corrected = {**FIRST, "note": "better", "changed": "2026-11-22T08:00:00+01:00"}
    told = person.types("history", "import", "-", given=json.dumps(corrected)).err
    assert told == "0 sessions added, 1 changed, 0 known already.\n"
    assert person.types("history", "import", str(log)).err == "0 sessions added, 0 changed, 2 known already.\n"
    assert person.types("history", "export").out == before.replace(
        json.dumps(FIRST, separators=(",", ":")), json.dumps(corrected, separators=(",", ":"))
    )


def test_wrong_lines_are_told_with_their_numbers_and_nothing_is_imported(person: Person, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    newer = {**SECOND, "format": 2}
    log.write_text(f"{json.dumps(FIRST)}\n\n{json.dumps(newer)}\n{{\n")
    answer = person.types("history", "import", str(log))
    assert (answer.status, answer.out) == (1, "")
    first, second, summary = lines_of(answer.err)
    assert first.startswith(f"{log}:3:1: It has format 2, which is newer than this footui")
    assert second.startswith(f"{log}:4:")
    assert summary == "Nothing was imported: 2 lines are wrong. The history is as it was."
    assert not person.data.exists()


def test_of_very_many_wrong_lines_the_first_are_told(person: Person) -> None:
    told = lines_of(person.types("history", "import", "-", given="{}\n" * 30).err)
    assert len(told) == 21
    assert told[-1] == "Nothing was imported: 30 lines are wrong. The first 20 are told. The history is as it was."


def test_a_file_without_sessions_is_told_to_be_so(person: Person) -> None:
    answer = person.types("history", "import", "-", given="\n")
    assert (answer.status, answer.err) == (0, "There are no sessions in -. Nothing was changed.\n")
    assert not person.data.exists()


@pytest.mark.parametrize("name", ["nowhere/log.jsonl", "", "a\0b"])
def test_a_file_that_cannot_be_read_is_told(person: Person, name: str) -> None:
    answer = person.types("history", "import", name)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.endswith("Nothing was imported.\n")
    assert "\0" not in answer.err


def test_a_history_that_cannot_be_written_is_told(person: Person) -> None:
    person.data.mkdir()
    person.folders.history_file.mkdir()
    answer = person.types("history", "import", "-", given=json.dumps(FIRST))
    assert answer.status == 1
    assert "could not be" in answer.err


@pytest.mark.parametrize(
    "words",
    [("import",), ("export", "file"), ("export", "--json"), ("import", "file", "--csv"), ("--csv", "--json"), ("log",)],
)
def test_what_cannot_be_meant_is_wrong_usage(person: Person, words: tuple[str, ...]) -> None:
    answer = person.types("history", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err != ""


def test_a_title_from_elsewhere_acts_on_no_terminal(person: Person) -> None:
    strange = session("one", title="\x1b[2J\u202eevil\x9b", note="\x9b2J\x1b")
    person.types("history", "import", "-", given=json.dumps(strange))
    for words in ((), ("--json",), ("--csv",), ("export",)):
        out = person.types("history", *words).out
        assert not set(out) & {"\x1b", "\x9b", "\u202e"}
    assert person.types("history", "--json").data == [strange]


def test_a_history_of_the_version_before_is_exported_without_being_changed(person: Person) -> None:
    make_version_2(person.folders.history_file, [FIRST, SECOND])
    before = person.folders.history_file.read_bytes()
    exported = [json.loads(line) for line in lines_of(person.types("history", "export").out)]
    assert exported == [FIRST, SECOND]
    assert person.folders.history_file.read_bytes() == before


@pytest.mark.parametrize("words", [("export",), ("--json",), ("--csv",), ()])
def test_a_reader_that_goes_away_is_no_problem_and_holds_no_writer_up(person: Person, words: tuple[str, ...]) -> None:
    history = History(person.folders.history_file)
    history.merge(session(f"{number:04}", note="x" * 1000) for number in range(500))
    command = [sys.executable, "-m", "footui", "history", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)  # the rest waits for a reader, in the midst of the history
        history.save(session("new"))
        process.stdout.close()
        assert process.wait(20) == 0
        assert process.stderr.read() == b""
