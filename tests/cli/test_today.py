"""`footui today`: for people a page, for scripts JSON, for the login a line or nothing at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from footui.core.day import day_of
from footui.storage.history import History
from tests.cli.person import Answer, Person
from tests.storage.session_records import session

FOLLOWED = """\
[[follow]]
routine = "twenty-minutes"
since = 2026-11-17

[[follow]]
routine = "breakfast-lunch-dinner"
since = 2026-11-01
"""
FOUR = '\n[[follow]]\nroutine = "four-exercises"\nsince = 2026-11-01\n'
DOCUMENT = Path(__file__).parents[2] / "docs/schedule.md"
NOON = "2026-11-21T12:41"


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's clock is that of Berlin, whatever the machine."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        for name in ("LC_ALL", "LC_TIME", "LC_NUMERIC", "LANG"):
            patch.delenv(name, raising=False)
        time.tzset()
        yield
    time.tzset()


def follows(person: Person, text: str = FOLLOWED) -> None:
    person.config.mkdir(exist_ok=True)
    (person.config / "config.toml").write_text(text, encoding="utf-8")


def did(person: Person, *sessions: dict[str, Any]) -> None:
    history = History(person.folders.history_file)
    for number, each in enumerate(sessions):
        history.save({**each, "id": each["id"] or f"{number}"})


def done(started: str, routine: str = "breakfast-lunch-dinner", **changes: Any) -> dict[str, Any]:  # noqa: ANN401  # parts are JSON
    titles = {"breakfast-lunch-dinner": "Breakfast, lunch and dinner", "twenty-minutes": "Twenty minutes"}
    title = titles.get(routine, "Four exercises")
    ended = f"{started[:10]}T12:33:00+01:00"
    parts = {"routine": routine, "title": title, "ended": ended, **changes}
    return session(parts.pop("id", ""), f"{started}:00+01:00", **parts)


def today(person: Person, *words: str, at: str = NOON) -> Answer:
    answer = person.types("today", "--at", at, *words)
    assert answer.status == 0
    return answer


def test_json_is_the_object_of_the_format_in_the_order_of_the_file(person: Person) -> None:
    follows(person)
    did(person, done("2026-11-21T07:46"), done("2026-11-18T07:46", "twenty-minutes", session=3))
    answer = today(person, "--json")
    assert answer.err == ""
    assert answer.data == {
        "date": "2026-11-21",
        "open": None,
        "routines": [
            {
                "routine": "twenty-minutes", "title": "Twenty minutes", "due": True, "late": False, "done_today": 0,
                "session": 1, "sessions_per_day": 3, "slot": None, "seconds": 522.0, "next_due": "2026-11-21",
            },
            {
                "routine": "breakfast-lunch-dinner", "title": "Breakfast, lunch and dinner", "due": True, "late": False,
                "done_today": 1, "session": 2, "sessions_per_day": 3, "slot": "lunch", "seconds": 184.0,
                "next_due": "2026-11-21",
            },
        ],
    }  # fmt: skip


def test_the_document_shows_the_object_as_it_is(person: Person) -> None:
    follows(person, FOLLOWED.split("\n\n", maxsplit=1)[0])
    did(person, done("2026-11-21T07:46", "twenty-minutes"))
    assert (
        json.loads(DOCUMENT.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0])
        == today(person, "--json").data
    )


def test_where_nothing_is_due_session_slot_and_seconds_are_null(person: Person) -> None:
    follows(person, '[[follow]]\nroutine = "breakfast-lunch-dinner"\nsince = 2026-11-20\nuntil = 2026-11-21\n')
    keys = ("due", "late", "done_today", "session", "slot", "seconds", "next_due")
    expected = {
        "2026-11-19T12:00": [False, False, 0, None, None, None, "2026-11-20"],
        "2026-11-21T12:00": [True, True, 0, 1, "breakfast", 404.0, "2026-11-21"],
        "2026-11-22T03:59": [True, True, 0, 1, "breakfast", 404.0, "2026-11-21"],
        "2026-11-22T04:00": [False, False, 0, None, None, None, None],
    }
    for at, values in expected.items():
        (routine,) = today(person, "--json", at=at).data["routines"]
        assert [routine[key] for key in keys] == values


def test_open_is_the_session_that_can_be_resumed(person: Person) -> None:
    follows(person)
    did(person, done("2026-11-21T12:30", id="cut", status="open"), done("2026-11-20T12:30", id="old", status="open"))
    assert today(person, "--json").data["open"] == History(person.folders.history_file).session("cut")
    assert today(person, "--json", at="2026-11-20T13:00").data["open"]["id"] == "old"
    assert today(person, "--json", at="2026-11-20T12:00").data["open"] is None


def test_the_page_says_what_is_due_late_done_and_to_come(person: Person) -> None:
    follows(person, FOLLOWED + FOUR)
    did(
        person,
        done("2026-11-17T08:00", "twenty-minutes"),
        done("2026-11-20T07:20", "four-exercises", session=1, sessions_per_day=1),
        done("2026-11-21T07:20", "four-exercises", session=1, sessions_per_day=1),
        done("2026-11-21T07:46", session=1),
        done("2026-11-21T12:29", status="open"),
    )
    answer = today(person)
    assert answer.err == ""
    assert answer.out == (
        "Sat 21 Nov\n"
        "\n"
        "Interrupted\n"
        "  Breakfast, lunch and dinner · lunch, stopped at 12:33, 8 minutes ago\n"
        "    footui resume goes on with it.\n"
        "\n"
        "Due now\n"
        "  Twenty minutes · session 1 of 3      8:42  ends 12:50\n"
        "    late, every 2–3 days, last done on Tue 17 Nov · footui run twenty-minutes\n"
        "  Breakfast, lunch and dinner · lunch  3:04  ends 12:45\n"
        "    every day · footui run breakfast-lunch-dinner\n"
        "\n"
        "Later today\n"
        "  Twenty minutes · sessions 2 and 3\n"
        "  Breakfast, lunch and dinner · dinner\n"
        "\n"
        "Done today\n"
        "  Four exercises                           at 07:20\n"
        "  Breakfast, lunch and dinner · breakfast  at 07:46\n"
        "\n"
        "Tomorrow\n"
        "  Breakfast, lunch and dinner\n"
        "  Four exercises\n"
    )


def test_what_has_its_time_later_is_not_due_now(person: Person) -> None:
    follows(person, f'{FOUR}times = ["18:00"]\n{FOLLOWED}times = ["08:00", "13:00"]\n')
    did(person, done("2026-11-21T08:05"))
    page = today(person).out
    assert page.split("Due now\n")[1].split("\n\n")[0] == (
        "  Twenty minutes · session 1 of 3  8:42  ends 12:50\n    late, every 2–3 days · footui run twenty-minutes"
    )
    assert page.split("Later today\n")[1].split("\n\n")[0] == (
        "  Four exercises                        at 18:00\n"
        "  Twenty minutes · sessions 2 and 3\n"
        "  Breakfast, lunch and dinner · lunch   at 13:00\n"
        "  Breakfast, lunch and dinner · dinner"
    )
    later = today(person, at="2026-11-21T13:01").out
    assert "    every day, meant for 13:00 · footui run breakfast-lunch-dinner\n" in later


def test_when_all_is_done_the_page_says_so_and_what_comes_next(person: Person) -> None:
    follows(person, FOLLOWED + FOUR + "until = 2026-11-20\n")
    did(person, *(done(f"2026-11-21T{hour}:00", slug) for hour in (10, 11, 12) for slug in ("twenty-minutes",)))
    did(person, *(done(f"2026-11-21T{hour}:00", id=f"b{hour}") for hour in (10, 11, 12)))
    page = today(person).out
    assert "\nNothing more is due today.\n" in page
    assert "Due now" not in page
    assert page.endswith(
        "Tomorrow\n  Breakfast, lunch and dinner\n\n"
        "Next\n  Twenty minutes  Mon 23 Nov\n  Four exercises  followed until 2026-11-20\n"
    )


def test_before_the_first_day_nothing_is_due(person: Person) -> None:
    follows(person)
    assert today(person, at="2026-10-31T12:00").out == (
        "Sat 31 Oct\n\nNothing is due today.\n\nTomorrow\n  Breakfast, lunch and dinner\n\n"
        "Next\n  Twenty minutes  Tue 17 Nov\n"
    )


def test_a_session_at_one_s_own_pace_has_no_end(person: Person) -> None:
    person.has_routine("mine", 'format = 1\ntitle = "Mine"\n[[steps]]\nexercise = "heel-raise"\nreps = 10\n')
    follows(person, '[[follow]]\nroutine = "mine"\nsince = 2026-11-21\n')
    assert "Due now\n  Mine  own pace\n    every day · footui run mine\n" in today(person).out


def test_times_are_written_as_the_settings_have_them(person: Person) -> None:
    follows(person, f'clock = "12h"\n{FOUR}')
    assert "  Four exercises  9:12  ends 12:51 pm\n" in today(person).out


def test_without_anything_followed_it_says_how_to_begin_and_makes_nothing(person: Person) -> None:
    answer = person.types("today")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("Nothing is followed yet. footui follow ROUTINE takes a routine up")
    assert person.types("today", "--json").data["routines"] == []
    assert not any(folder.exists() for folder in (person.config, person.data, person.state))


@pytest.mark.parametrize("at", [NOON, "2026-11-21 12:41", "2026-11-21T12:41:59"])
def test_a_moment_is_local(person: Person, at: str) -> None:
    follows(person)
    did(person, done("2026-11-21T12:41"), done("2026-11-21T12:42"))
    found = today(person, "--json", at=at).data
    assert found["date"] == "2026-11-21"
    assert found["routines"][1]["done_today"] == 1


def test_without_a_moment_it_is_now(person: Person) -> None:
    days = [day_of(datetime.now().astimezone())]
    found = person.types("today", "--json").data["date"]
    days.append(day_of(datetime.now().astimezone()))
    assert found in [day.isoformat() for day in days]


@pytest.mark.parametrize("at", [
    "2026-11-21", "13:00", "", "now", "2026-11-21T13", "2026-02-30T13:00", "2026-11-21T24:01", "2026-11-21T13:00+01:00",
    "20261121T1300", "1970-12-31T23:59", "9991-01-01T00:00", "２０２６-11-21T13:00", "2026-11-21T13:00\x1b[31m",
])  # fmt: skip
def test_what_is_no_local_time_is_refused_with_a_sentence(person: Person, at: str) -> None:
    answer = person.types("today", f"--at={at}")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("--at takes a local date and time, as 2026-11-21T13:00, from 1971 to 9990; this is ")
    assert "\x1b" not in answer.err


@pytest.mark.parametrize("at", ["1971-01-01T00:00", "9990-12-31T23:59", "2026-03-29T02:30", "2026-10-25T02:30"])
def test_the_ends_of_the_calendar_and_hours_that_are_not_there_are_answered(person: Person, at: str) -> None:
    follows(person, f"{FOLLOWED}{FOUR}".replace("2026-11-01", "0001-01-01").replace("2026-11-17", "9999-12-31"))
    did(person, done("2026-03-28T12:00"))
    assert len(today(person, "--json", at=at).data["routines"]) == 3
    assert today(person, at=at).out


# At the login


def test_quiet_says_nothing_where_nothing_is_due(person: Person) -> None:
    assert person.types("today", "--quiet") == Answer(0, "", "")
    follows(person)
    assert today(person, "--quiet", at="2026-10-31T12:00") == Answer(0, "", "")
    assert today(person, "--quiet", "--json", at="2026-10-31T12:00") == Answer(0, "", "")


def test_quiet_is_a_line_for_what_is_due_and_one_for_what_was_interrupted(person: Person) -> None:
    follows(person, FOLLOWED + FOUR)
    did(person, done("2026-11-21T07:46"))
    due = (
        "Due today: Twenty minutes · session 1 of 3, late; Breakfast, lunch and dinner · lunch; and 1 more. "
        "footui today says more.\n"
    )
    assert today(person, "--quiet") == Answer(0, due, "")
    did(person, done("2026-11-21T12:29", id="cut", status="open"))
    cut = "Breakfast, lunch and dinner was interrupted at 12:33, 8 minutes ago. footui resume goes on with it.\n"
    assert today(person, "--quiet") == Answer(0, cut + due, "")
    assert today(person, "--quiet", at="2026-11-22T03:59").out.count("\n") == 2
    follows(person, "")
    assert today(person, "--quiet").out == cut


def test_what_cannot_be_read_is_told_beside_the_rest(person: Person) -> None:
    follows(person, FOLLOWED + '\n[[follow]]\nroutine = "gone"\nsince = 2026-11-01\n')
    answer = today(person)
    assert "Due now\n  Twenty minutes · session 1 of 3" in answer.out
    assert answer.err == (
        "There is no routine “gone”. It is followed in config.toml: footui unfollow gone leaves it.\n"
    )
    assert len(today(person, "--json").data["routines"]) == 2
    assert today(person, "--quiet").err == "Not all that is followed could be read: footui today says why.\n"


def test_a_history_that_cannot_be_read_is_told_and_nothing_is_called_due(person: Person) -> None:
    follows(person)
    person.data.mkdir()
    person.folders.history_file.write_bytes(b"something else" * 100)
    for words in ((), ("--json",), ("--quiet",)):
        answer = person.types("today", *words)
        assert (answer.status, answer.out) == (1, "")
        assert "could not be read" in answer.err


def test_it_starts_with_no_more_than_it_needs(person: Person) -> None:
    """At every login it is waited for: without a history no SQLite, never an editor of TOML or the screen."""
    follows(person)
    code = (
        "import sys; from footui.__main__ import main; main(['today', '--json'])\n"
        "names = {'textual', 'tomlrt', 'difflib', 'sqlite3', 'footui.storage.draft', 'footui.session.view'}\n"
        "print(*sorted(names & set(sys.modules)), file=sys.stderr)"
    )
    words = [sys.executable, "-B", "-c", code]
    ran = subprocess.run(
        words, env={**os.environ}, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("{")
    assert ran.stderr.split() == []
