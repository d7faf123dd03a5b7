"""`footui report`: one page a doctor can read, with what was planned, done and said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from footui.cli.tables import cells
from footui.storage.history import History
from tests.cli.at_a_time import types_at
from tests.cli.months import LAST, has_a_month
from tests.cli.person import Answer, Person
from tests.storage.session_records import session

EVENING = datetime(2026, 11, 21, 22, tzinfo=UTC)


def report(person: Person, *words: str, wall: datetime = EVENING) -> Answer:
    return types_at(person, "report", *words, wall=wall)


def did(person: Person, *sessions: dict[str, Any]) -> None:
    history = History(person.folders.history_file)
    for each in sessions:
        history.save(each)


def worked(name: str, day: int, *rows: dict[str, Any], **changes: Any) -> dict[str, Any]:  # noqa: ANN401  # likewise
    """A session of a morning in November with these rows of work."""
    return {**session(name, f"2026-11-{day:02}T08:00:00+01:00", **changes), "work": list(rows)}


def row(exercise: str, side: str = "both", **parts: Any) -> dict[str, Any]:  # noqa: ANN401  # parts are JSON
    plain = {"step": 1, "exercise": exercise, "variant": None, "side": side, "planned_reps": 0, "done_reps": 0}
    return {**plain, "planned_seconds": 0.0, "done_seconds": 0.0, "skipped": None, **parts}


def test_a_normal_month_is_one_page(person: Person) -> None:
    has_a_month(person, LAST)
    answer = report(person)
    lines = answer.out.rstrip("\n").split("\n")
    assert (answer.status, answer.err) == (0, "")
    assert len(lines) <= 60
    assert max(map(cells, lines)) <= 76


def test_it_says_what_was_planned_and_done(person: Person) -> None:
    has_a_month(person)
    page = " ".join(report(person).out.split())
    assert page.startswith("Foot exercises from 2026-10-25 to 2026-11-21 Planned and done")
    assert (
        "Twenty minutes, every 2–3 days, 3 sessions a day, since 2026-10-26: 14 of 14 days as planned; 42 sessions "
        "finished." in page
    )
    assert "1 session a day, from 2026-10-28 to 2026-11-10: 14 of 14 days as planned; 14 sessions finished." in page
    assert "In all 56 sessions on 21 days, 6 h 40 min, 1 h 33 min of it holds and movements by the clock." in page
    assert "Effort, as it was said: right 55 times, hard once." in page


def test_each_exercise_has_its_total_by_side_its_most_and_its_last(person: Person) -> None:
    did(
        person,
        worked(
            "1",
            10,
            row("toe-walk", "left", planned_seconds=60, done_seconds=60),
            row("toe-walk", "right", planned_seconds=60, done_seconds=50),
            row("toe-press", planned_reps=10, done_reps=10),
        ),
        worked(
            "2",
            12,
            row("toe-walk", "left", planned_seconds=60, done_seconds=30.4),
            row("toe-walk", "right", planned_seconds=60, done_seconds=30),
            row("toe-press", planned_reps=10, done_reps=8),
        ),
    )
    page = " ".join(report(person).out.split())
    assert "Toe walking: left 1:30, right 1:20 in 2 sessions; most left 1:00, right 0:50, last left 0:30, right" in page
    assert "Toe presses: 18 repetitions in 2 sessions; most 10, last 8" in page


def test_what_was_left_out_has_its_reason_pain_before_all_others(person: Person) -> None:
    press, tired = row("toe-press", done_reps=1), row("band-flex", skipped="no time", step=2)
    left, right = (row("toe-walk", side, skipped="pain", step=3) for side in ("left", "right"))
    did(
        person,
        worked("1", 10, press, tired, left, right),
        worked("2", 12, press, left),
        worked("3", 13, press, {**tired, "skipped": "my dog"}),
    )
    out = report(person).out
    assert out[out.index("Left out") :].split("\n")[:4] == [
        "Left out",
        "  • Because of pain: Toe walking, 2 times, last on 2026-11-12",
        "  • No time: Band flex, once, on 2026-11-10",
        "  • My dog: Band flex, once, on 2026-11-13",
    ]


def test_each_kind_of_pain_has_its_first_last_and_highest_and_how_often_it_was_too_much(person: Person) -> None:
    kinds = ("before", "worst", "after", "next_morning")
    for day, numbers in {10: (4, 7, 2, None), 11: (None, 6, 3, 5), 12: (1, 6, 0, 0)}.items():
        pain = dict(zip(kinds, numbers, strict=True))
        did(person, worked(f"{day}", day, row("toe-press", done_reps=1, pain=day - 10), pain=pain))
    page = " ".join(report(person).out.split())
    assert "Before a session: said 2 times; first 4, last 1, highest 4 (2026-11-10); never above 5" in page
    assert "The worst in a session: said 3 times; first 7, last 6, highest 7 (2026-11-10); 3 times above 5" in page
    assert "The next morning: said 2 times; first 5, last 0, highest 5 (2026-11-11); never above 5" in page
    assert "The highest while it was done: Toe presses 2 (2026-11-12)" in page
    assert "after the pain-monitoring model (Silbernagel and others 2007" in page
    person.config.mkdir()
    (person.config / "config.toml").write_text("[care]\nstop_above = 6\n")
    page = " ".join(report(person).out.split())
    assert "highest 7 (2026-11-10); once above 6" in page
    assert "Above 6 footui stops an exercise: a limit the person has set." in page


def test_nothing_that_was_asked_about_health_is_in_it(person: Person) -> None:
    has_a_month(person)
    before = report(person).out
    History(person.folders.history_file).answer("care", {"numb_or_diabetes": True, "strong_pain": True})
    assert report(person).out == before
    assert "diabetes" not in before


def test_notes_stand_with_their_day_and_of_many_the_last_ones(person: Person) -> None:
    did(person, *(session(f"{k}", f"2026-11-{k:02}T08:00:00+01:00", note=f"Note {k}") for k in range(1, 15)))
    did(person, session("long", "2026-11-15T08:00:00+01:00", note="word " * 100 + "\x1b[2J"))
    out = report(person).out
    assert "• 5 earlier ones are left out here." in out
    assert "• 2026-11-06: Note 6\n" in out
    assert "Note 5" not in out
    assert "…" in out
    assert "\x1b" not in out


def test_sessions_that_were_deleted_or_hold_no_work_count_for_nothing(person: Person) -> None:
    did(
        person,
        session("1", "2026-11-10T08:00:00+01:00", deleted=True),
        session("2", "2026-11-10T08:00:00+01:00", work=False),
        session("3", "2026-11-10T08:00:00+01:00", status="stopped"),
        session("4", "2026-11-11T02:00:00+01:00", status="open"),
    )
    page = " ".join(report(person).out.split())
    assert "Breakfast, lunch and dinner, not followed: 0 sessions finished, 1 ended early, 1 cut off." in page
    assert "In all 2 sessions on 1 day," in page


def test_the_span_can_be_said(person: Person) -> None:
    did(person, *(session(f"{k}", f"2026-{k:02}-10T08:00:00+01:00") for k in (8, 9, 10, 11)))

    def said(*words: str) -> str:
        return " ".join(report(person, *words).out.split())

    assert "In all 1 session on 1 day" in said()
    assert "In all 3 sessions on 3 days" in said("--from", "2026-09-01")
    assert "from 2026-09-14 to 2026-10-11 " in said("--to", "2026-10-11")
    assert "In all 2 sessions on 2 days" in said("--from", "2026-08-10", "--to", "2026-09-10")


def test_where_there_is_nothing_in_the_span_it_says_so(person: Person) -> None:
    answer = report(person)
    assert answer.status == 0
    assert "  Nothing is written down as done on these days.\n" in answer.out
    assert not person.config.exists()
    assert not person.data.exists()


def test_what_is_followed_and_was_not_done_is_said_too(person: Person) -> None:
    person.config.mkdir()
    (person.config / "config.toml").write_text(
        '[[follow]]\nroutine = "twenty-minutes"\nsince = 2026-11-15\n'
        '[[follow]]\nroutine = "gone"\nsince = 2026-11-15\n'
        '[[follow]]\nroutine = "four-exercises"\nsince = 2027-01-01\n'
    )
    answer = report(person)
    page = " ".join(answer.out.split())
    assert "since 2026-11-15: 0 of 5 days as planned; 0 sessions finished." in page
    assert "gone, since 2026-11-15: 0 sessions finished." in page
    assert "Four exercises" not in page
    assert "There is no routine “gone”." in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "yesterday"), "--from takes a date, as 2026-11-21, from 1971 to 8999; this is “yesterday”."),
        (("--to", "2026-02-30"), "--to takes a date, as 2026-11-21, from 1971 to 8999; this is “2026-02-30”."),
        (("--to", "0026-02-03"), "--to takes a date, as 2026-11-21, from 1971 to 8999; this is “0026-02-03”."),
        (("--from", "２０２６-11-01"), "--from takes a date"),
        (("--from", "2026-11-02", "--to", "2026-11-01"), "--from 2026-11-02 comes after --to 2026-11-01."),
        (("--from", "2026-11-22"), "--from 2026-11-22 comes after today, 2026-11-21. The first day comes first."),
    ],
)
def test_a_wrong_date_is_wrong_usage(person: Person, words: tuple[str, ...], said: str) -> None:
    answer = report(person, *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(said)


def test_as_markdown_it_has_headings_and_no_text_is_markup(person: Person) -> None:
    did(person, session("1", "2026-11-10T08:00:00+01:00", note="*much* better <b>"))
    out = report(person, "--markdown").out
    assert out.startswith("# Foot exercises from 2026-10-25 to 2026-11-21\n\n## Planned and done\n\n- ")
    assert r"-11-10: \*much\* better \<b\>" in out


def test_a_damaged_history_is_told(person: Person) -> None:
    person.data.mkdir()
    person.folders.history_file.write_bytes(b"something else" * 100)
    answer = report(person)
    assert (answer.status, answer.out) == (1, "")
    assert "could not be read" in answer.err


def test_a_small_night_session_is_of_the_day_before(person: Person) -> None:
    did(person, session("1", "2026-11-11T01:00:00+01:00"))
    day = date(2026, 11, 10).isoformat()
    assert "In all 1 session" in report(person, "--from", day, "--to", day).out
