"""`footui follow` and `footui unfollow`, and what `footui run` takes for today's next session."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from footui.core.day import day_of
from footui.storage.history import History
from tests.cli.person import Person
from tests.storage.session_records import session

COMMENTED = '# mine\ntheme = "light"  # at night\n'


def the_day() -> date:
    """The day that the command takes for today; a test at 04:00 sharp may see two."""
    return day_of(datetime.now().astimezone())


def test_a_routine_is_followed_from_today_on(person: Person) -> None:
    person.config.mkdir()
    config = person.config / "config.toml"
    config.write_text(COMMENTED)
    days = {the_day()}
    answer = person.types("follow", "twenty-minutes")
    days.add(the_day())
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Twenty minutes is followed from ")
    assert answer.out.endswith(" on: every 2–3 days, 3 sessions a day. footui today says what is due.\n")
    added = [f'\n[[follow]]\nroutine = "twenty-minutes"\nsince = {day}\n' for day in days]
    assert config.read_text() in [COMMENTED + each for each in added]
    (routine,) = person.types("today", "--json").data["routines"]
    assert (routine["routine"], routine["session"]) == ("twenty-minutes", 1)


def test_following_it_again_changes_nothing_and_says_since_when(person: Person) -> None:
    person.config.mkdir()
    config = person.config / "config.toml"
    text = '[[follow]]\nroutine = "four-exercises"\nsince = 2026-01-01\n'
    config.write_text(text)
    answer = person.types("follow", "four-exercises")
    assert answer.status == 0
    assert answer.out == "Four exercises is followed already, since 2026-01-01. Nothing was changed.\n"
    config.write_text(f"{text}until = 9000-01-01\n")
    assert "since 2026-01-01 until 9000-01-01. Nothing was changed." in person.types("follow", "four-exercises").out
    config.write_text(f"{text}until = 2026-01-02\n")
    over = person.types("follow", "four-exercises")
    assert over.status == 0
    assert over.out == (
        "Four exercises was followed until 2026-01-02. Nothing was changed. To go on with it, take “until” out of its "
        "[[follow]] in config.toml, or begin anew: footui unfollow four-exercises first.\n"
    )
    assert config.read_text() == f"{text}until = 2026-01-02\n"


@pytest.mark.parametrize(("words", "status", "sentence"), [
    (("follow", "twenty-minuts"), 2, "There is no routine “twenty-minuts”. Did you mean “twenty-minutes”?"),
    (("follow", "./mine.toml"), 2, "footui follow takes the slug of a routine, not a path"),
    (("follow", "-"), 2, "footui follow takes the slug of a routine, not a path"),
    (("unfollow", "mine.toml"), 2, "footui unfollow takes the slug of a routine, not a path"),
    (("unfollow", "twenty-minuts"), 2, "There is no routine “twenty-minuts”, and nothing of that name is followed."),
    (("unfollow", "\x1b[31m"), 2, "There is no routine “\ufffd[31m”, and nothing of that name is followed."),
])  # fmt: skip
def test_what_cannot_be_followed_or_left_is_refused(
    person: Person, words: tuple[str, ...], status: int, sentence: str
) -> None:
    answer = person.types(*words)
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.startswith(sentence)
    assert not person.config.exists()


def test_a_routine_with_a_problem_is_refused_with_it(person: Person) -> None:
    path = person.has_routine("mine", 'format = 1\ntitle = "Mine"\n')
    answer = person.types("follow", "mine")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"{path}:1:1: no steps. Write at least one under [[steps]].\n"
    assert not (person.config / "config.toml").exists()


def test_a_file_with_a_mistake_is_left_as_it_is(person: Person) -> None:
    person.config.mkdir()
    (person.config / "config.toml").write_text("theme = \n")
    for command in ("follow", "unfollow"):
        answer = person.types(command, "four-exercises")
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith("config.toml was not changed: line 1, column 9: ")


def test_a_routine_is_left_and_what_is_not_followed_is_said_to_be_so(person: Person) -> None:
    person.types("follow", "four-exercises")
    answer = person.types("unfollow", "four-exercises")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "“four-exercises” is no longer followed. What was done stays in the history.\n"
    assert (person.config / "config.toml").read_text() == ""
    again = person.types("unfollow", "four-exercises")
    assert (again.status, again.out) == (0, "“four-exercises” is not followed. Nothing was changed.\n")


def test_a_routine_whose_file_is_gone_can_be_left(person: Person) -> None:
    person.config.mkdir()
    (person.config / "config.toml").write_text('[[follow]]\nroutine = "gone"\nsince = 2026-01-01\n')
    assert person.types("unfollow", "gon").err.endswith("Did you mean “gone”?\n")
    assert person.types("unfollow", "gone").status == 0
    assert person.types("today", "--json").data["routines"] == []


def test_run_takes_today_s_next_session_by_the_person_s_day(person: Person) -> None:
    now = datetime.now().astimezone()
    before = now - timedelta(minutes=5)
    History(person.folders.history_file).save(session("one", before.isoformat(), routine="breakfast-lunch-dinner"))
    person.config.mkdir()
    config = person.config / "config.toml"
    words = ("run", "breakfast-lunch-dinner", "--plain", "--speed", "1000")
    between, earlier = (f"{moment:%H:%M}" for moment in (now - timedelta(minutes=2), before - timedelta(minutes=2)))
    config.write_text(f'day_start = "{earlier}"\n')
    assert "Step 1 of 2." in person.types(*words).out  # lunch
    config.write_text(f'day_start = "{between}"\n')
    assert "Step 1 of 5." in person.types(*words).out  # breakfast: a new day has begun
