"""The calendar of what was done: its columns, its marks in any characters, and where a click goes."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from footui.core.streak import DayMark
from footui.screens.history.rooms import rooms
from footui.widgets.glyphs import ASCII, FULL, Glyphs
from footui.widgets.heat_map import ROWS, HeatMap, Weeks, mark_of, monday_of, width_of
from footui.widgets.rows import row_width

MONDAY = date(2026, 10, 26)


def lines(weeks: Weeks, glyphs: Glyphs = FULL, height: int = ROWS) -> list[str]:
    """The calendar as text."""
    heat_map = HeatMap(glyphs=glyphs)
    heat_map.set(weeks)
    return ["".join(run.text for run in row) for row in heat_map.picture(width_of(weeks.columns), height)]


def test_months_stand_above_the_week_in_which_they_are_new_and_never_run_into_each_other() -> None:
    four = lines(Weeks(MONDAY, 4, date(2026, 11, 22), date(2026, 11, 21)))
    assert four[0] == "2026    Nov"
    assert four[1] == "     26  2  9 16"
    assert lines(Weeks(MONDAY - timedelta(days=21), 6, MONDAY, MONDAY))[0] == "2026 Oct         Nov"


def test_the_chosen_day_stands_in_brackets_and_days_to_come_are_blank() -> None:
    marks = {date(2026, 11, 20): DayMark.PLANNED, date(2026, 11, 21): DayMark.PART}
    rows = lines(Weeks(MONDAY, 4, date(2026, 11, 21), date(2026, 11, 21), marks, (5, 99, 100, 0)))
    assert [row.rstrip() for row in rows[6:]] == [
        "Fri           ██",
        "Sat          [▄▄]",
        "Sun",
        "min   5 99 2h",
    ]


def test_every_mark_has_a_form_of_its_own_in_any_characters() -> None:
    for glyphs in (FULL, ASCII):
        shown = {mark_of(mark, glyphs).text for mark in DayMark if mark not in (DayMark.NONE, DayMark.TO_COME)}
        assert len(shown) == 4
        assert "  " not in shown
        assert all(text.isascii() for text in shown) == (glyphs is ASCII)


def test_where_it_is_low_the_minutes_go_first() -> None:
    rows = lines(Weeks(MONDAY, 2, MONDAY, MONDAY, {}, (1, 2)), height=ROWS - 1)
    assert rows[-1].startswith("Sun")


@given(st.dates(date(1970, 2, 1), date(8000, 1, 1)), st.integers(1, 26), st.sampled_from([FULL, ASCII]))
def test_a_row_never_has_more_cells_than_its_weeks_take(day: date, columns: int, glyphs: Glyphs) -> None:
    first = monday_of(day)
    assert first <= day < first + timedelta(days=7)
    heat_map = HeatMap(glyphs=glyphs)
    heat_map.set(Weeks(first, columns, day, day, {day: DayMark.MISSED}, (100,) * columns))
    assert max(map(row_width, heat_map.picture(width_of(columns), ROWS))) <= width_of(columns)


@given(st.integers(10, 300), st.integers(5, 100), st.integers(0, 3))
def test_the_parts_of_the_history_never_take_more_room_than_there_is(width: int, height: int, rows: int) -> None:
    room = rooms(width, height, suggestion=rows)
    assert room.rows <= height
    assert min(room) >= 0
    if room.calendar:
        day = width - 2 - width_of(room.weeks)
        assert day >= 20 if room.is_beside else room.panes > room.calendar
        assert day >= 0 or room.weeks == 1


def test_a_usual_terminal_has_twelve_weeks_a_narrow_one_fewer_and_a_wide_one_half_a_year() -> None:
    assert [rooms(*size).weeks for size in ((80, 24), (60, 20), (120, 40), (300, 100))] == [12, 7, 26, 26]
    assert [bool(rooms(*size).trend) for size in ((80, 24), (60, 20), (80, 18), (40, 12))] == [True, True, False, False]
