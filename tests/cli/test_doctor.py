"""`footui doctor`: what this terminal can do and what is in order, found out without changing anything."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from footui.cli.tables import cells
from footui.storage.history import History
from footui.storage.session_lock import About, SessionLock
from tests.cli.at_a_time import UTF_8, types_at
from tests.cli.person import Answer, Person
from tests.fakes import MORNING
from tests.storage.session_records import make_version_1, session

TERMINAL: Mapping[str, str] = {**UTF_8, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PATH": os.environ["PATH"]}
OVER_SSH = "Over SSH: bell and notifications reach you here; speech comes out of the other machine."
TOES = 'format = 1\ntitle = "Toes"\n[[steps]]\nexercise = "toe-press"\nhold = 3\n'


def doctor(person: Person, environment: Mapping[str, str] = TERMINAL, *, has_terminal: bool = True) -> Answer:
    return types_at(person, "doctor", environment=environment, has_terminal=has_terminal)


def facts(answer: Answer, mark: str = "ok") -> list[str]:
    """The facts with this mark, each in one line whatever its width."""
    lines = re.sub(r"\n   (?=\S)", " ", answer.out).split("\n")
    return [line[3:] for line in lines if line.startswith(f"{mark:<2} ")]


def wrong(person: Person) -> list[str]:
    """What is not in order; the status agrees with it."""
    answer = doctor(person)
    found = facts(answer, "!")
    assert answer.status == (1 if found else 0)
    return found


def has_history(person: Person) -> Path:
    History(person.folders.history_file).save(session("one"))
    return person.folders.history_file


def all_of(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every path below a folder with mode, time and content."""
    return {
        str(path): (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }


def test_for_somebody_new_all_is_in_order_and_nothing_is_made(person: Person) -> None:
    answer = doctor(person)
    assert (answer.status, answer.err) == (0, "All is in order.\n")
    assert facts(answer, "!") == []
    assert not any(path.exists() for path in (person.config, person.data, person.state))
    assert "There is none yet: the first session makes it." in facts(answer)
    assert "config.toml: not there, so that all settings are at their defaults." in facts(answer)


def test_it_changes_nothing_of_what_is_there(person: Person, tmp_path: Path) -> None:
    make_version_1(person.folders.history_file, [session("one")])
    person.folders.history_file.chmod(0o600)
    person.has_routine("toes", TOES)
    with SessionLock.take(person.folders, About("one", "Toes", MORNING)):
        pass
    before = all_of(tmp_path)
    assert doctor(person).status == 0
    assert all_of(tmp_path) == before


@pytest.mark.parametrize("environment", [TERMINAL, {**TERMINAL, "LANG": "C"}], ids=["UTF-8", "ASCII"])
def test_no_line_is_wider_than_76_columns(person: Person, environment: Mapping[str, str]) -> None:
    person.has_routine("broken", "format = 1\n")
    has_history(person).chmod(0o644)
    for has_terminal in (True, False):
        lines = doctor(person, environment, has_terminal=has_terminal).out.split("\n")
        assert max(map(cells, lines)) <= 76


def test_what_comes_from_outside_cannot_act_on_the_terminal(person: Person) -> None:
    out = doctor(person, {**TERMINAL, "TERM": "x\x1b[2Jterm", "EDITOR": "\x1b]0;x\x07", "COLORTERM": "\x9b"}).out
    assert all(character.isprintable() or character == "\n" for character in out)


# The terminal


@pytest.mark.parametrize(
    ("variables", "fact"),
    [
        ({}, "TERM is xterm-256color: the full screen can be shown."),
        ({}, "Characters: all, as the locale names UTF-8."),
        ({"LANG": "C"}, "Characters: ASCII, as the locale names no UTF-8. LANG=C.UTF-8 would give all of them."),
        ({}, "Colours: 16 million."),
        ({"COLORTERM": ""}, "Colours: 256, by TERM."),
        ({"COLORTERM": "", "TERM": "linux"}, "Colours: 16, by TERM."),
        ({"NO_COLOR": "1"}, "No colours, as NO_COLOR is set."),
        ({"TMUX": "/tmp/x"}, "Within tmux."),  # noqa: S108  # as tmux names it
        ({"STY": "1"}, "Within GNU screen."),
        ({"SSH_TTY": "/dev/pts/1"}, OVER_SSH),
        ({"TERM": "xterm-kitty"}, "Desktop notifications are off; they go by OSC 9."),
        ({"TERM": "linux"}, "This terminal knows no notifications."),
        ({}, "The bell is on."),
        ({}, "Its size is not known."),
    ],
)  # fmt: skip
def test_it_says_what_the_terminal_can_do(person: Person, variables: Mapping[str, str], fact: str) -> None:
    assert fact in facts(doctor(person, {**TERMINAL, **variables}))


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_a_full_screen_is_told_with_what_to_do(person: Person, term: str) -> None:
    answer = doctor(person, {**TERMINAL, "TERM": term})
    assert answer.status == 1
    assert "Set it to what the terminal is, such as xterm-256color." in facts(answer, "!")[0]
    assert answer.err == "One thing is not in order: see !\n"


def test_without_a_terminal_it_judges_none(person: Person) -> None:
    answer = doctor(person, {}, has_terminal=False)
    assert answer.status == 0
    assert "TERM" not in answer.out


def test_settings_that_the_terminal_cannot_follow_are_told(person: Person) -> None:
    person.config.mkdir()
    person.folders.config_file.write_text(
        '[cues]\nnotification = true\nspeech = true\nown_command = true\ncommand = ["no-such-program"]\n'
    )
    answer = doctor(person, {**TERMINAL, "TERM": "linux", "PATH": "/nowhere"})
    assert facts(answer, "!") == [
        "This terminal knows no notifications, and they are on. Switch them off in the settings.",
        "None of spd-say, espeak-ng, say is on this machine: no speech, and it is on.",
        "Your own command for cues is not there: no-such-program.",
    ]


# Programs


def test_the_editor_is_looked_for(person: Person) -> None:
    assert "The editor is sh." in facts(doctor(person, {**TERMINAL, "EDITOR": "sh -c"}))
    missing = doctor(person, {**TERMINAL, "EDITOR": "no-such-editor"})
    assert facts(missing, "!") == ["The editor no-such-editor is not there. Set $VISUAL or $EDITOR to one that is."]
    assert facts(doctor(person, {**TERMINAL, "EDITOR": "'open"}), "!") != []
    assert doctor(person).status == 0, "that none is set is no fault"


# Folders and files


def test_a_private_file_that_others_can_read_is_told_with_the_command_for_it(person: Person) -> None:
    path = has_history(person)
    assert wrong(person) == []
    path.chmod(0o640)
    (fact,) = wrong(person)
    assert "(0640)" in fact
    assert re.sub(r"\s", "", fact).endswith(f"chmod600{path}")


def test_of_many_such_files_some_are_named_and_the_rest_counted(person: Person) -> None:
    person.state.mkdir()
    for number in range(8):
        (person.state / f"crash-{number}.txt").touch(mode=0o644)
    assert wrong(person)[-1] == "3 more files there can be read by others."


def test_what_is_in_the_way_of_a_folder_is_told(person: Person) -> None:
    person.data.write_text("a file")
    assert wrong(person)[0].endswith("no folder. Move it away, as it is in the way of the history.")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_is_told_where_that_is_no_choice(person: Person) -> None:
    for folder in (person.config, person.data):
        folder.mkdir(mode=0o500)
    assert [fact.partition(":")[0] for fact in wrong(person)] == ["data"]


def test_files_are_counted_with_their_problems(person: Person) -> None:
    person.has_routine("toes", TOES)
    assert "1 routine of your own: no problems." in facts(doctor(person))
    person.has_routine("broken", "format = 1\n")
    person.has_exercise("mine", "format = 1\n")
    person.folders.config_file.write_text('theme = "pink"\n[[follow]]\nroutine = "gone"\nsince = 2026-11-01\n')
    assert wrong(person) == [
        "config.toml: 1 problem. footui check tells them with line and column.",
        "2 routines of your own: 2 problems in 1 file. footui check tells them with line and column.",
        "1 exercise of your own: 3 problems. footui check tells them with line and column.",
        "“gone” is followed, and there is no such routine. footui unfollow gone leaves it.",
    ]


def test_an_own_exercise_that_breaks_a_shipped_routine_is_no_fault_of_the_installation(person: Person) -> None:
    person.has_exercise("toe-press", "format = 1\n")
    assert len(wrong(person)) == 1


# The history


def test_a_whole_history_is_told_with_what_is_in_it(person: Person) -> None:
    has_history(person)
    History(person.folders.history_file).save(session("two", deleted=True))
    History(person.folders.history_file).save(session("three", status="open"))
    told = facts(doctor(person))
    assert any(fact.startswith("history.db is whole: 2 sessions, ") and fact.endswith("version 3.") for fact in told)
    assert "1 session was interrupted: footui resume goes on with the last one." in told
    assert "No session runs now." in told


def test_a_session_that_runs_is_named_and_not_taken_for_an_interrupted_one(person: Person) -> None:
    History(person.folders.history_file).save(session("one", status="open"))
    with SessionLock.take(person.folders, About("one", "Toes", MORNING, "/dev/pts/3")):
        told = facts(doctor(person))
    assert [fact for fact in told if fact.startswith("A session is running already: “Toes”, since 07:46")]
    assert not any("interrupted" in fact for fact in told)


def test_an_older_history_is_in_order(person: Person) -> None:
    make_version_1(person.folders.history_file, [session("one")])
    person.folders.history_file.chmod(0o600)
    told = facts(doctor(person))
    assert any("1 session, " in fact and "version 1, of an older footui" in fact for fact in told)
    assert wrong(person) == []


@pytest.mark.parametrize("content", [b"", b"something else" * 100], ids=["empty", "no database"])
def test_a_damaged_history_is_told_and_left_as_it_is(person: Person, content: bytes) -> None:
    person.data.mkdir()
    person.folders.history_file.touch(mode=0o600)
    person.folders.history_file.write_bytes(content)
    (fact,) = wrong(person)
    assert fact.endswith(
        "It is set aside and a new one begun when the next session is written down; nothing is deleted."
    )
    assert person.folders.history_file.read_bytes() == content


def test_a_history_with_a_torn_page_is_told(person: Person) -> None:
    path = has_history(person)
    for number in range(60):
        History(path).save(session(f"{number}"))
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 6 * 4096] = b"\x55" * (3 * 4096)
    path.write_bytes(content)
    (fact,) = wrong(person)
    assert "is damaged" in fact


def test_a_newer_history_is_told(person: Person) -> None:
    path = has_history(person)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    (fact,) = wrong(person)
    assert fact.endswith("was written by a newer footui. Please update; this one leaves it alone.")


def test_a_history_whose_writer_was_killed_is_told_and_not_put_right(person: Person) -> None:
    path = has_history(person)
    History(path).save(session("two", note="long " * 5000))
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('PRAGMA cache_size = 2'); c.execute('BEGIN IMMEDIATE'); "
        "c.execute('UPDATE sessions SET object = object || ?', ('x' * 100000,)); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    journal = path.with_name("history.db-journal")
    journal.chmod(0o600)
    (fact,) = wrong(person)
    assert fact.endswith("footui today puts it right; no finished session is lost.")
    assert journal.exists()
    assert types_at(person, "today").status == 0
    assert wrong(person) == []


def test_what_lies_beside_the_history_is_named(person: Person) -> None:
    path = has_history(person)
    for name in ("history-v1.db", "history-damaged-2026-11-01.db", "history-damaged-2026-11-01-2.db"):
        (path.parent / name).touch(mode=0o600)
    assert "history-v1.db is a copy from before an update: not needed if all is well." in facts(doctor(person))
    assert [fact.partition(" ")[0] for fact in wrong(person)] == [
        "history-damaged-2026-11-01-2.db",
        "history-damaged-2026-11-01.db",
    ]


def test_a_clock_that_goes_wrong_is_told(person: Person) -> None:
    History(person.folders.history_file).save(session("one", "2026-12-01T08:00:00+01:00"))
    (fact,) = wrong(person)
    assert fact == "The last session began on 2026-12-01, which is to come. Is the clock of this machine right?"


def test_a_full_disk_is_told(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: _Usage())
    assert wrong(person) == ["Only 3.5 MiB are free on the disk of the history. Make room on it."]


class _Usage:
    free = 3_670_016


# The machine


def test_clock_time_zone_and_versions_are_told(person: Person) -> None:
    told = facts(doctor(person))
    assert "It is 2026-11-21 07:46:00, UTC+00:00 (UTC). A day begins at 04:00." in told
    assert any(re.fullmatch(r"Python 3\.\d+\.\d+, SQLite 3\.\d+\.\d+, \w+\.", fact) for fact in told)
    assert any(fact.startswith("Textual ") for fact in told)


def test_it_ends_with_what_it_found_on_stderr_alone(person: Person) -> None:
    person.data.write_text("a file")
    person.has_routine("broken", "format = 1\n")
    answer = doctor(person)
    assert answer.err == "2 things are not in order: see !\n"
    assert answer.out.startswith("footui ")


@pytest.fixture(autouse=True)
def _own_modes() -> Iterator[None]:
    """What a test makes itself can be read by others, as most people's systems have it."""
    before = os.umask(0o022)
    yield
    os.umask(before)
