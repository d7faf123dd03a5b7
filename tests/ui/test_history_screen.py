"""The history: looked through by day and week, a session in full, trends, corrections and deletions, keys and mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.events import MouseScrollUp

from footui.commands import COMMANDS, Place
from footui.core.record import Pain, SessionRecord
from footui.core.said import HELP_AT_ONCE
from footui.screens.history import HistorySuggestion
from footui.storage.catalogue import load_catalogue
from footui.storage.history import History
from footui.storage.library import Library
from footui.storage.session_object import session_object
from footui.widgets.heat_map import HeatMap
from tests.core import training
from tests.fakes import MORNING
from tests.ui.driving import Driven, folders_in, running
from tests.ui.history_app import (
    FOLLOWED,
    at_history,
    follows,
    is_quiet,
    is_read,
    record,
    screen,
    weeks_of_sessions,
)


def at(text: str) -> datetime:
    """A moment in the tests' zone."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def kept(path: Path, session: str) -> dict[str, object]:
    """A session as the database has it."""
    found = History(folders_in(path).history_file).session(session)
    assert found is not None
    return found


def last_id(path: Path) -> str:
    """The id of the last session."""
    return str(History(folders_in(path).history_file).sessions()[-1]["id"])


async def pressed(app: Driven, *keys: str) -> str:
    """Press keys one by one, each when all is read and written that the one before asked for."""
    for key in keys:
        await app.pilot.press(key)
        if not is_quiet(screen(app)):
            await is_read(app)
    return await is_read(app)


# Pictures


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (40, 24), (40, 12), (80, 14)])
async def test_the_place_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    follows(tmp_path)
    weeks_of_sessions(tmp_path)
    async with running(tmp_path, size=size) as app:
        await at_history(app)
        assert app.picture() == snapshot


async def test_the_place_in_ascii(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    follows(tmp_path)
    weeks_of_sessions(tmp_path)
    async with running(tmp_path, env={"LANG": "C"}) as app:
        await at_history(app)
        picture = app.picture()
        assert picture.isascii()
        assert picture == snapshot


async def test_a_session_in_full(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    history = History(folders_in(tmp_path).history_file)
    whole = record(7, at("2026-11-21T07:30"))
    skipped = whole.work[3]._replace(done_reps=0, done_ns=0, skipped="no time")
    late = at("2026-11-21T09:12")
    history.save(session_object(whole._replace(work=(*whole.work[:3], skipped), note="stiff at first", changed=late)))
    async with running(tmp_path, size=(80, 24)) as app:
        await at_history(app)
        assert await pressed(app, "enter") == snapshot
        picture = await pressed(app, "escape")
        assert "Pencil pickups, seconds a session" in picture


async def test_a_correction_in_place(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    follows(tmp_path)
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        assert await pressed(app, "e") == snapshot


# Nothing yet, or not readable


async def test_an_empty_history_says_what_will_be_here(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await at_history(app)
        picture = await app.shows("The first finished session appears here.")
        assert "Mon" not in picture
        assert "No session on this day." in await pressed(app, "e")


async def test_the_first_session_appears_by_itself(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await at_history(app)
        await app.shows("The first finished session appears here.")
        History(folders_in(tmp_path).history_file).save(session_object(record(1, at("2026-11-21T07:30"))))
        screen(app).look_at_files()
        picture = await app.shows("breakfast")
        assert "The first finished" not in picture
        assert "[██]" in picture


async def test_a_damaged_history_is_said_in_a_sentence(tmp_path: Path) -> None:
    file = folders_in(tmp_path).history_file
    async with running(tmp_path) as app:
        file.write_bytes(b"no database at all" * 100)
        await at_history(app)
        words = " ".join(app.picture().split())
        assert "! The history could not be read: it is damaged, or no history." in words


# By day and week


async def test_days_go_up_and_down_and_weeks_to_the_sides(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        assert "Fri 20 Nov" in await pressed(app, "up")
        assert "Fri 13 Nov" in await pressed(app, "left")
        assert "Thu 12 Nov" in await pressed(app, "k")
        assert "Thu 19 Nov" in await pressed(app, "l")
        assert "Fri 20 Nov" in await pressed(app, "j")


async def test_today_is_the_last_day(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        assert "This is today." in await pressed(app, "down")
        await pressed(app, "up", "up")
        assert "Sat 21 Nov  " in await pressed(app, "right")
        assert "This is today." in await pressed(app, "right")


async def test_the_weeks_follow_the_chosen_day_and_what_comes_into_view_is_read(tmp_path: Path) -> None:
    history = weeks_of_sessions(tmp_path)
    history.save(session_object(record(900, at("2026-05-04T07:30"))))
    async with running(tmp_path) as app:
        await at_history(app)
        picture = await pressed(app, "g")
        assert "Mon 4 May" in picture
        assert "Mon [██]" in picture
        assert "2026 May" in picture
        assert "Sat 21 Nov  " in await pressed(app, "G")
        assert "Sat 24 Oct" in await pressed(app, "pageup")
        assert "Sat 26 Sep" in await pressed(app, "ctrl+u")


async def test_a_day_of_another_year_has_its_year(tmp_path: Path) -> None:
    History(folders_in(tmp_path).history_file).save(session_object(record(1, at("2024-05-03T07:30"))))
    async with running(tmp_path) as app:
        await at_history(app)
        assert "Fri 3 May 2024" in await pressed(app, "g")


async def test_the_marks_say_what_became_of_each_day(tmp_path: Path) -> None:
    follows(tmp_path, FOLLOWED.replace("2026-09-28", "2026-11-16") + "pauses = [[2026-11-19, 2026-11-19]]\n")
    history, number = History(folders_in(tmp_path).history_file), 0
    for day, sessions in (("14", 1), ("16", 3), ("17", 1), ("20", 1)):
        for session in range(1, sessions + 1):
            number += 1
            started = at(f"2026-11-{day}T{6 + 4 * session:02}:00")
            history.save(
                session_object(record(number, started, session, status="stopped" if day == "20" else "finished"))
            )
    async with running(tmp_path) as app:
        await at_history(app)
        rows = app.picture().splitlines()
        weekdays = {row[1:4]: row[36:42] for row in rows[5:12]}
        assert {day: marks.rstrip() for day, marks in weekdays.items()} == {
            "Mon": "   ██",  # all three
            "Tue": "   ▄▄",  # one of them
            "Wed": "   ××",
            "Thu": "   ··",  # a pause
            "Fri": "   ▄▄",  # begun and ended early: no missed day, and not done
            "Sat": "██[  ]",  # before it was followed, and today
            "Sun": "",
        }
        assert "1 of 4 days as planned" in rows[1]
        assert "rest day, pause" in await pressed(app, "k", "k")
        assert "missed" in (await pressed(app, "k")).splitlines()[3]


async def test_without_a_plan_days_are_done_and_none_is_missed(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        picture = app.picture()
        assert "██ done   ▄▄ part   [ ] chosen" in picture
        assert "××" not in picture
        assert "as planned" not in picture


async def test_the_minutes_of_each_week_stand_below_it_and_all_of_them_above(tmp_path: Path) -> None:
    history = History(folders_in(tmp_path).history_file)
    for number, started in enumerate(("2026-11-16T07:30", "2026-11-18T07:30", "2026-11-09T07:30")):
        begun = at(started)
        ended = begun.replace(hour=8, minute=15)
        history.save(session_object(lasting(number, begun, ended)))
    async with running(tmp_path) as app:
        await at_history(app)
        rows = app.picture().splitlines()
        assert rows[12].split("│")[0].split() == ["min", "40", "80"]
        assert rows[1].endswith("2 h 0 min")


def lasting(number: int, started: datetime, ended: datetime) -> SessionRecord:
    """A session of three quarters of an hour, of which five minutes were a pause."""
    return record(number, started)._replace(ended=ended, paused_seconds=300.0)


# The sessions of a day


async def test_the_sessions_of_the_chosen_day_are_moved_through_with_the_same_keys(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "left", "left", "tab")
        assert screen(app).marked is screen(app).sessions[0]
        await pressed(app, "down", "j")
        assert screen(app).marked is screen(app).sessions[2]
        assert "Already the last." in await pressed(app, "j")
        assert "Next morning: pain 2" in app.picture()


async def test_pages_of_sessions_follow_each_other_over_the_days(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        assert "Sat 21 Nov 2026" in await pressed(app, "enter")
        assert "Fri 20 Nov 2026" in await pressed(app, "left")
        assert "Sat 21 Nov 2026" in await pressed(app, "right")
        assert "There is no later session in these weeks." in await pressed(app, "right")
        assert "esc goes back to the calendar first." in await pressed(app, "f")


async def test_a_session_that_was_cut_off_is_told_as_that_and_not_changed_here(tmp_path: Path) -> None:
    history = History(folders_in(tmp_path).history_file)
    history.save(session_object(record(1, at("2026-11-21T07:30"), status="open")))
    async with running(tmp_path) as app:
        await at_history(app)
        assert "interrupted" in app.picture().lower()
        assert "It is not over" in await pressed(app, "d")
        assert "It is not over" in await pressed(app, "e")


async def test_texts_from_elsewhere_are_text_and_nothing_else(tmp_path: Path) -> None:
    history = History(folders_in(tmp_path).history_file)
    evil = "[bold]\x1b[31mred\x07 [@click=app.quit]x[/]"
    plain = session_object(record(1, at("2026-11-21T07:30"), note=evil, title=evil))
    plain["routine"] = "no-such-routine"
    plain["work"][0]["exercise"] = "no-such\x1b[2J-exercise"
    history.save(plain)
    async with running(tmp_path, size=(120, 40)) as app:
        await at_history(app)
        picture = await pressed(app, "enter")
        assert "[bold]" in picture
        assert "\x1b" not in picture


# Trends


async def test_brackets_choose_the_exercise(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        assert "Pencil pickups, seconds a session, last 12" in app.picture()
        picture = await pressed(app, "right_square_bracket")
        assert "Toe presses, seconds a session" in picture
        assert "both    ████████████    30 → 30 of 30 s" in picture
        assert "Band flex, seconds" in await pressed(app, "right_square_bracket")
        assert "Toe presses, seconds" in await pressed(app, "left_square_bracket")


async def test_left_stands_against_right_and_is_said_to_be_equal_or_behind(tmp_path: Path) -> None:
    history = History(folders_in(tmp_path).history_file)
    for day, (left, right) in enumerate(((35, 20), (40, 30), (50, 50), (50, 50))):
        whole = record(1, at(f"2026-11-1{day}T07:30"))
        rows = [
            row._replace(done_ns=row.planned_ns * seconds // 50)
            for row, seconds in zip(whole.work[2:], (left, right), strict=True)
        ]
        history.save(session_object(whole._replace(id=f"day{day}", work=tuple(rows), pain=Pain(worst=5 - day))))
    async with running(tmp_path) as app:
        await at_history(app)
        picture = app.picture()
        assert "left    ▅▆██    35 → 50 of 50 s" in picture
        assert "right   ▃▄██    20 → 50 of 50 s" in picture
        assert "equal for 2 sessions" in picture
        assert "pain    ▅▄▃▂    5 → 2, the worst" in picture


async def test_one_exercise_alone_has_no_other(tmp_path: Path) -> None:
    whole = record(1, at("2026-11-21T07:30"))
    History(folders_in(tmp_path).history_file).save(session_object(whole._replace(work=whole.work[:1])))
    async with running(tmp_path) as app:
        await at_history(app)
        assert "one so far" in app.picture()
        assert "Only one so far." in await pressed(app, "right_square_bracket")


async def test_a_wide_picture_has_more_sessions_in_a_trend(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path, size=(120, 40)) as app:
        await at_history(app)
        assert "last 24" in app.picture()


# One routine or all


async def test_f_shows_one_routine_alone_or_all(tmp_path: Path) -> None:
    history = weeks_of_sessions(tmp_path)
    other = record(800, at("2026-11-21T06:00"), 1, routine="four-exercises", title="Four exercises", sessions_per_day=1)
    history.save(session_object(other))
    async with running(tmp_path) as app:
        await at_history(app)
        assert "2 sessions" in app.picture()
        picture = await pressed(app, "f")
        assert "Which routine?" in picture
        assert "Four exercises" in picture
        await pressed(app, "down", "down")
        picture = await pressed(app, "enter")
        assert picture.splitlines()[1].startswith(" Four exercises")
        assert "1 session" in picture
        await pressed(app, "f", "up", "up")
        assert (await pressed(app, "enter")).splitlines()[1].startswith(" All routines")


# Correcting


async def test_a_correction_reaches_the_database_and_u_takes_it_back(tmp_path: Path) -> None:
    history = History(folders_in(tmp_path).history_file)
    history.save(session_object(record(1, at("2026-11-21T07:30"), note="")))
    before = kept(tmp_path, "s0001")
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "e", "7", "tab", "1", "0", "down", "left", "left", "left", "left", "left", "left")
        assert HELP_AT_ONCE in " ".join(app.picture().split())
        await pressed(app, "down", "3", "down", "right", "down", *"stiff", "enter")
        assert "Corrected and written down. u takes it back." in app.picture()
        after = kept(tmp_path, "s0001")
        assert after["pain"] == {"before": 7, "worst": 10, "after": None, "next_morning": 3}
        assert (after["effort"], after["note"]) == ("hard", "stiff")
        assert str(after["changed"]) > str(before["changed"])
        assert "pain 7, 10, –" in app.picture()
        assert "Note: stiff" in app.picture()
        assert "As it was before the correction." in await pressed(app, "u")
        assert {**kept(tmp_path, "s0001"), "changed": None} == {**before, "changed": None}
        await pressed(app, "ctrl+r")
        assert {**kept(tmp_path, "s0001"), "changed": None} == {**after, "changed": None}


async def test_only_what_was_corrected_is_written(tmp_path: Path) -> None:
    history = History(folders_in(tmp_path).history_file)
    plain = {**session_object(record(1, at("2026-11-21T07:30"))), "note": "two\nlines\tof it", "ours": [1, {"a": 2}]}
    history.save(plain)
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "e", "9", "enter")
        after = kept(tmp_path, "s0001")
        assert (after["note"], after["ours"]) == (plain["note"], plain["ours"])
        assert after["pain"] == {**plain["pain"], "before": 9}


async def test_esc_leaves_it_as_it_was_and_nothing_changed_is_said(tmp_path: Path) -> None:
    history = History(folders_in(tmp_path).history_file)
    history.save(session_object(record(1, at("2026-11-21T07:30"))))
    before = kept(tmp_path, "s0001")
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "e", "9", "escape")
        assert "Nothing has changed." in await pressed(app, "e", "enter")
        assert kept(tmp_path, "s0001") == before
        assert "Nothing to undo." in await pressed(app, "u")


async def test_letters_are_text_in_the_note(tmp_path: Path) -> None:
    History(folders_in(tmp_path).history_file).save(session_object(record(1, at("2026-11-21T07:30"), note="old")))
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "e", "up", *" dequ 5", "ctrl+s")
        assert kept(tmp_path, "s0001")["note"] == "old dequ 5"


async def test_effort_takes_no_number_and_rows_go_round(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        assert "No number is asked here." in await pressed(app, "e", "up", "up", "5")
        await pressed(app, "down", "tab")
        assert "▌Pain before" in app.picture()


async def test_on_a_small_screen_the_rows_move_through_the_room_there_is(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "e")
        await app.pilot.resize_terminal(30, 8)
        assert "enter keep" in (await is_read(app)).splitlines()[-1]
        picture = await pressed(app, "up")
        assert "▌Note" in picture
        assert "enter keep" in picture.splitlines()[-1]


async def test_where_pain_is_not_asked_only_what_was_said_can_be_corrected(tmp_path: Path) -> None:
    follows(tmp_path, "[care]\nask = false\n")
    history = History(folders_in(tmp_path).history_file)
    history.save(session_object(record(1, at("2026-11-20T07:30"))))
    history.save(session_object(record(2, at("2026-11-21T07:30"), pain=Pain())))
    async with running(tmp_path) as app:
        await at_history(app)
        picture = await pressed(app, "e")
        assert "Effort" in picture
        assert "Pain before" not in picture
        assert "Pain before" in await pressed(app, "escape", "up", "e")


async def test_a_correction_is_possible_on_the_page_of_a_session(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        picture = await pressed(app, "enter", "e", "8", "enter")
        assert "before 8" in picture
        assert "Last changed on Sat 21 Nov" in picture


# Deleting


async def test_d_deletes_the_marked_session_u_brings_it_back_and_ctrl_r_deletes_it_again(tmp_path: Path) -> None:
    history = weeks_of_sessions(tmp_path)
    last, count = last_id(tmp_path), len(history.sessions())
    before = kept(tmp_path, last)
    async with running(tmp_path) as app:
        await at_history(app)
        picture = await pressed(app, "d")
        assert "Deleted: Breakfast, lunch and dinner, Sat 21 Nov 07:30. u brings it back." in picture
        assert "Nothing yet." in picture
        assert kept(tmp_path, last)["deleted"] is True
        assert "▸07:30 breakfast" in await pressed(app, "u")
        assert {**kept(tmp_path, last), "changed": None} == {**before, "changed": None}
        await pressed(app, "ctrl+r")
        assert kept(tmp_path, last)["deleted"] is True
        assert len(history.sessions()) == count


async def test_corrections_and_deletions_are_taken_back_in_their_order(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    last = last_id(tmp_path)
    before = kept(tmp_path, last)
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "e", "9", "enter", "d", "u", "u")
        assert {**kept(tmp_path, last), "changed": None} == {**before, "changed": None}
        assert "Nothing to undo." in await pressed(app, "u")
        await pressed(app, "ctrl+r", "ctrl+r")
        assert kept(tmp_path, last)["deleted"] is True


async def test_what_cannot_be_written_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    last = last_id(tmp_path)
    before = kept(tmp_path, last)
    async with running(tmp_path) as app:
        await at_history(app)
        screen(app).shelf = replace(screen(app).shelf, history=_FullDisk(folders_in(tmp_path).history_file))
        words = " ".join((await pressed(app, "d")).split())
        assert "! The history could not be written: the disk is full." in words
        assert "07:30 breakfast" in words
        assert "Nothing to undo." in await pressed(app, "u")
        assert kept(tmp_path, last) == before


class _FullDisk(History):
    """A history on a disk without room."""

    def delete(self, session_id: str, now: datetime) -> None:  # noqa: ARG002  # as `History`
        raise self._file.refusal("written", "the disk is full")


async def test_the_page_of_a_session_that_is_deleted_closes(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        picture = await pressed(app, "enter", "d")
        assert "Nothing yet." in picture
        assert "[" in picture.splitlines()[10]


# The mouse


async def test_a_click_chooses_a_day_and_the_wheel_goes_by_weeks(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        calendar = screen(app).query_one(HeatMap)
        await app.pilot.click(calendar, offset=(4 + 3 * 11 + 1, 2))
        assert "Mon 16 Nov" in await is_read(app)
        await app.pilot.click(calendar, offset=(4 + 3 * 11 + 1, 8))  # a day to come
        assert "Mon 16 Nov" in await is_read(app)
        calendar.on_mouse_scroll_up(_wheel(calendar))
        await app.pilot.pause()
        assert "Mon 9 Nov" in await is_read(app)
        await app.pilot.click(calendar, offset=(4 + 3 * 10 + 1, 2))
        assert "Finished after" in await is_read(app)


async def test_a_click_marks_a_session_and_another_opens_it(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "left", "left")
        listed = screen(app).panes.listed
        await app.pilot.click(listed, offset=(5, 1))
        await is_read(app)
        assert screen(app).marked is screen(app).sessions[1]
        await app.pilot.click(listed, offset=(5, 1))
        assert "Finished after" in await is_read(app)


def _wheel(widget: HeatMap) -> MouseScrollUp:
    return MouseScrollUp(widget, 1, 1, 0, -1, 0, False, False, False)


# What is suggested


async def test_a_suggestion_stands_above_the_message_and_y_takes_it(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    taken: list[str] = []
    async with running(tmp_path) as app:
        here = await at_history(app)
        assert "Nothing is suggested." in await pressed(app, "y")
        here.suggest(HistorySuggestion("Toe walking: try 15 s? y takes it.", lambda: taken.append("taken")))
        assert "Toe walking: try 15 s? y takes it." in await pressed(app, "up")
        await pressed(app, "y")
        assert taken == ["taken"]
        here.suggest(None)
        await app.pilot.pause()
        assert "Toe walking" not in app.picture()


# All keys


async def test_every_key_of_the_place_does_something_or_says_why_not(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        here = await at_history(app)
        places = (*here.PLACES, Place.SESSION_PAGE, Place.CORRECTING)
        possible = [command.id for command in COMMANDS if command.place in places and not here.why_not(command.id)]
        assert [name for name in possible if not hasattr(here, f"do_{name.replace('.', '_')}")] == []


async def test_where_there_is_room_for_the_day_alone_its_sessions_can_still_be_reached(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path, size=(40, 12)) as app:
        await at_history(app)
        assert "▸07:30" in await pressed(app, "left", "left")
        assert "▌12:30 lunch" in await pressed(app, "tab", "down")
        assert "Fri 6 Nov" in await pressed(app, "tab", "up")


async def test_esc_goes_back_one_layer_at_a_time(tmp_path: Path) -> None:
    weeks_of_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        await pressed(app, "enter", "e")
        assert "Finished after" in await pressed(app, "escape")
        assert "Finished after" not in await pressed(app, "escape")
        await app.press("escape")
        await app.shows("[1 Today]")


# What may be tried next

OWN = """\
format = 1
title = "Evening toes"

[[steps]]
exercise = "toe-walk"
move = [10, 20]  # as long as it feels right
"""


def two_good_sessions(path: Path) -> Path:
    """A routine of one's own, done twice without a fault; where its file is."""
    file = folders_in(path).routines / "evening-toes.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OWN)
    folders = folders_in(path)
    routine = Library.of(folders, load_catalogue(folders)).find("evening-toes").routine
    assert routine is not None
    for days in (2, 1):
        done = training.session(routine, pain=Pain(0, 1, 1, 0))
        done = done._replace(id=f"{days} days ago", started=MORNING - timedelta(days=days))
        History(folders.history_file).save(session_object(done))
    return file


async def test_what_may_be_tried_next_stands_below_y_writes_it_down_and_u_takes_it_back(tmp_path: Path) -> None:
    file = two_good_sessions(tmp_path)
    async with running(tmp_path) as app:
        await at_history(app)
        await app.shows("Toe walking: two sessions complete at 10 s, effort right, pain 1. Try 15 s? y")
        await pressed(app, "y")
        assert [line for line in file.read_text().splitlines() if line not in OWN.splitlines()] == ['level = "middle"']
        await pressed(app, "u")
        assert file.read_text() == OWN


async def test_after_pain_it_says_why_nothing_harder_is_suggested_and_y_has_nothing_to_take(tmp_path: Path) -> None:
    two_good_sessions(tmp_path)
    history = History(folders_in(tmp_path).history_file)
    history.correct("1 days ago", lambda it: {**it, "pain": {**it["pain"], "worst": 4}}, MORNING)
    async with running(tmp_path) as app:
        await at_history(app)
        await app.shows("pain 4")
        assert "Nothing is suggested." in await pressed(app, "y")
