"""Today is one answer from plans, files and history: by the person's own day, wherever they are."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.day import day_of
from footui.core.schedule import Due, Plan, due_on
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.library import Library
from footui.storage.session_lock import About, SessionLock
from footui.storage.today import Today, TodaysRoutine, today_of
from tests.storage.session_records import ids, session

BERLIN = ZoneInfo("Europe/Berlin")
SLUG = "breakfast-lunch-dinner"
EVERY_DAY = f'[[follow]]\nroutine = "{SLUG}"\nsince = 2026-01-01\n'
EVERY_SECOND = '[[follow]]\nroutine = "twenty-minutes"\nsince = 2026-01-01\n'


class Someone:
    """A person with folders: what they follow and what they did."""

    def __init__(self, path: Path, config: str = "", *done: dict[str, Any]) -> None:
        self.folders = Folders(path / "config", path / "data", path / "state")
        self.folders.routines.mkdir(parents=True)
        self.folders.config_file.write_text(config, encoding="utf-8")
        self.history = History(self.folders.history_file)
        self.history.merge({**each, "id": each["id"] or f"{number}"} for number, each in enumerate(done))

    def today(self, now: datetime | str, day_start: time | None = None) -> Today:
        moment = datetime.fromisoformat(now) if isinstance(now, str) else now
        library = Library.of(self.folders, load_catalogue(self.folders))
        return today_of(self.folders, library, self.history, moment, day_start)

    def only(self, now: datetime | str) -> TodaysRoutine:
        (routine,) = self.today(now).routines
        return routine


def done(started: datetime | str, **changes: Any) -> dict[str, Any]:  # noqa: ANN401  # parts are JSON
    moment = started if isinstance(started, str) else started.isoformat()
    return session(changes.pop("id", ""), moment, **{"routine": SLUG, **changes})


def test_a_day_has_the_next_session_with_its_length_and_name(tmp_path: Path) -> None:
    someone = Someone(tmp_path, EVERY_DAY + EVERY_SECOND, done("2026-11-21T07:46:00+01:00"))
    found = someone.today("2026-11-21T12:41:00+01:00")
    assert (found.date, found.open, found.problems) == (date(2026, 11, 21), None, ())
    first, second = found.routines
    assert first.due == Due(True, False, 1, 2, date(2026, 11, 21))
    assert first.timeline is not None
    assert (first.timeline.session, first.timeline.slot, first.timeline.work_seconds) == (2, "lunch", 130)
    assert (first.last_done, first.tomorrow, first.at, first.waits) == (date(2026, 11, 21), True, None, False)
    assert (second.entry.slug, second.due.late, second.last_done, second.tomorrow) == (
        "twenty-minutes",
        True,
        None,
        False,
    )
    assert ids(list(found.done)) == ["0"]


def test_only_finished_sessions_with_work_up_to_now_count_whatever_their_number(tmp_path: Path) -> None:
    someone = Someone(
        tmp_path,
        EVERY_DAY,
        done("2026-11-21T09:00:00+01:00", session=3),
        done("2026-11-21T12:00:00+01:00", session=3),
        done("2026-11-21T09:01:00+01:00", status="stopped"),
        done("2026-11-21T09:02:00+01:00", work=False),
        done("2026-11-21T09:03:00+01:00", deleted=True),
        done("2026-11-21T09:04:00+01:00", routine="four-exercises"),
    )
    before, at, after = (someone.only(f"2026-11-21T{now}:00+01:00").due for now in ("11:59", "12:00", "12:01"))
    assert (before.done_today, before.session) == (1, 2)
    assert (at.done_today, at.session) == (after.done_today, after.session) == (2, 3)
    assert someone.only("2026-11-20T12:00:00+01:00").last_done is None
    assert ids(list(someone.today("2026-11-21T12:00:00+01:00").done)) == ["0", "5", "1"]


@pytest.mark.parametrize(("day_start", "now", "day", "done_today"), [
    ("04:00", "2026-11-22T00:30:00+01:00", 21, 2),
    ("04:00", "2026-11-22T03:59:59+01:00", 21, 2),
    ("04:00", "2026-11-22T04:00:00+01:00", 22, 0),
    ("00:00", "2026-11-21T23:59:00+01:00", 21, 1),
    ("00:00", "2026-11-22T00:30:00+01:00", 22, 1),
    ("23:59", "2026-11-21T23:58:00+01:00", 20, 0),
    ("23:59", "2026-11-21T23:59:30+01:00", 21, 1),
    ("12:00", "2026-11-22T11:59:00+01:00", 21, 2),
])  # fmt: skip
def test_a_session_after_midnight_belongs_to_the_evening_unless_the_day_begins_earlier(
    tmp_path: Path, day_start: str, now: str, day: int, done_today: int
) -> None:
    nights = (done("2026-11-21T23:59:00+01:00"), done("2026-11-22T00:10:00+01:00"))
    someone = Someone(tmp_path, f'day_start = "{day_start}"\n{EVERY_DAY}', *nights)
    found = someone.today(now)
    assert (found.date.day, found.routines[0].due.done_today) == (day, done_today)


def test_a_given_start_of_the_day_goes_before_that_of_the_settings(tmp_path: Path) -> None:
    someone = Someone(tmp_path, f'day_start = "06:00"\n{EVERY_DAY}')
    assert someone.today("2026-11-22T05:00:00+01:00").date == date(2026, 11, 21)
    assert someone.today("2026-11-22T05:00:00+01:00", time(0)).date == date(2026, 11, 22)


@pytest.mark.parametrize(("evening", "morning"), [
    (datetime(2026, 3, 28, 22, tzinfo=BERLIN), datetime(2026, 3, 29, 4, tzinfo=BERLIN)),  # the night has 23 hours
    (datetime(2026, 10, 24, 22, tzinfo=BERLIN), datetime(2026, 10, 25, 4, tzinfo=BERLIN)),  # the night has 25 hours
])  # fmt: skip
def test_a_night_in_which_the_clocks_change_ends_when_the_clock_says_so(
    tmp_path: Path, evening: datetime, morning: datetime
) -> None:
    someone = Someone(tmp_path, EVERY_DAY, done(evening), done(morning - timedelta(minutes=1)))
    late = someone.only(morning - timedelta(seconds=1))
    assert (late.due.done_today, late.due.session) == (2, 3)
    early = someone.only(morning)
    assert (early.due.done_today, early.due.session, early.due.late) == (0, 1, False)
    assert early.last_done == evening.date()


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset(tmp_path: Path) -> None:
    first, again = (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1))
    someone = Someone(tmp_path, f'day_start = "00:00"\n{EVERY_DAY}', done(again))
    assert someone.only(first).due.done_today == 0
    assert someone.only(again).due.done_today == 1


def test_a_flight_over_nine_zones_west_asks_for_nothing_twice(tmp_path: Path) -> None:
    # Tokyo on Saturday morning is Berlin on Friday night, some minutes before 04:00 of Saturday.
    before = done("2026-11-21T09:00:00+09:00"), done("2026-11-21T10:00:00+09:00"), done("2026-11-21T10:30:00+09:00")
    someone = Someone(tmp_path, EVERY_DAY, *before)
    friday_night = someone.only("2026-11-21T03:30:00+01:00")
    assert friday_night.due == Due(False, False, 0, None, date(2026, 11, 22))
    assert not friday_night.tomorrow
    saturday = someone.only("2026-11-21T12:00:00+01:00")
    assert saturday.due == Due(False, False, 3, None, date(2026, 11, 22))
    assert someone.only("2026-11-22T04:00:00+01:00").due.session == 1


def test_a_flight_over_nine_zones_east_skips_nothing(tmp_path: Path) -> None:
    someone = Someone(tmp_path, EVERY_DAY, *(done(f"2026-11-20T{hour}:00:00+01:00") for hour in (11, 12, 18)))
    # Two hours later it is Saturday, 04:00, in Tokyo.
    tokyo = someone.only("2026-11-21T04:00:00+09:00")
    assert (tokyo.due.due, tokyo.due.late, tokyo.due.session) == (True, False, 1)


def test_a_session_counts_for_the_day_of_the_place_it_was_done_in(tmp_path: Path) -> None:
    someone = Someone(tmp_path, EVERY_DAY, done("2026-11-20T23:00:00-10:00"))  # the 21st, 10:00, in Berlin
    found = someone.only("2026-11-21T12:00:00+01:00")
    assert (found.due.done_today, found.last_done) == (0, date(2026, 11, 20))


def test_a_followed_routine_that_is_gone_or_broken_is_told_and_hides_no_other(tmp_path: Path) -> None:
    gone = '[[follow]]\nroutine = "twenty-minuts"\nsince = 2026-11-01\n'
    broken = '[[follow]]\nroutine = "broken"\nsince = 2026-11-01\n'
    someone = Someone(tmp_path, gone + broken + EVERY_DAY)
    path = someone.folders.routines / "broken.toml"
    path.write_text("format = 1\n")
    found = someone.today("2026-11-21T12:00:00+01:00")
    sentence = (
        "There is no routine “twenty-minuts”. Did you mean “twenty-minutes”? "
        "It is followed in config.toml: footui unfollow twenty-minuts leaves it."
    )
    assert [each.entry.slug for each in found.routines] == [SLUG]
    assert found.problems == (
        sentence,
        f"{path}:1:1: no steps. Write at least one under [[steps]].",
        f"{path}:1:1: no title. Write “title” and a text, before the first table.",
    )


def test_what_is_wrong_in_the_settings_is_told_too(tmp_path: Path) -> None:
    found = Someone(tmp_path, 'theme = "lihgt"\n' + EVERY_DAY).today("2026-11-21T12:00:00+01:00")
    assert len(found.routines) == 1
    assert "1:9: “theme” takes one of" in found.problems[0]


def test_the_person_s_own_file_goes_before_the_shipped_one(tmp_path: Path) -> None:
    someone = Someone(tmp_path, EVERY_DAY)
    text = 'format = 1\ntitle = "Mine"\nweekdays = ["sun"]\n[[steps]]\nexercise = "toe-press"\nhold = 3\n'
    (someone.folders.routines / f"{SLUG}.toml").write_text(text)
    found = someone.only("2026-11-21T12:00:00+01:00")
    assert (found.entry.title, found.due.due, found.due.next_due) == ("Mine", False, date(2026, 11, 22))
    assert (found.timeline, found.tomorrow) == (None, True)


@pytest.mark.parametrize(("now", "waits"), [("07:29", True), ("07:30", False), ("02:00", False)])
def test_a_session_waits_for_its_time_but_not_into_the_night(tmp_path: Path, now: str, waits: bool) -> None:
    someone = Someone(tmp_path, f'{EVERY_DAY}times = ["07:30", "12:30"]\n')
    found = someone.only(f"2026-11-21T{now}:00+01:00")
    assert (found.due.due, found.at, found.waits) == (True, time(7, 30), waits)


def test_of_several_open_sessions_the_newest_is_the_one_that_was_interrupted(tmp_path: Path) -> None:
    someone = Someone(
        tmp_path,
        "",
        done("2026-11-20T09:00:00+01:00", id="old", status="open"),
        done("2026-11-21T09:00:00+01:00", id="new", status="open", routine="gone"),
        done("2026-11-21T10:00:00+01:00", id="deleted", status="open", deleted=True),
        done("2026-11-21T11:00:00+01:00", id="stopped", status="stopped"),
    )
    assert (found := someone.today("2026-11-21T12:00:00+01:00").open) is not None
    assert found == someone.history.session("new")
    assert (earlier := someone.today("2026-11-21T08:00:00+01:00").open) is not None
    assert earlier["id"] == "old"
    assert someone.today("2026-11-20T08:00:00+01:00").open is None
    lock = SessionLock.take(someone.folders, About("new", "Toes", datetime(2026, 11, 21, 9, tzinfo=BERLIN)))
    try:
        assert (other := someone.today("2026-11-21T12:00:00+01:00").open) is not None
        assert other["id"] == "old"  # the newest runs: nobody interrupted it
    finally:
        lock.release()


def test_looking_makes_no_file(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")
    library = Library.of(folders, load_catalogue(folders))
    now = datetime(2026, 11, 21, 12, tzinfo=BERLIN)
    found = today_of(folders, library, History(folders.history_file), now)
    assert found == Today(date(2026, 11, 21), None, (), (), ())
    assert list(tmp_path.iterdir()) == []


# A few rows are read, and they say what all of them would

_OFFSETS = st.sampled_from([-12 * 60, -210, 0, 60, 9 * 60, 14 * 60])
_MOMENTS = st.builds(
    lambda hours, offset: datetime(2026, 11, 21, tzinfo=timezone(timedelta(minutes=offset))) + timedelta(hours=hours),
    st.integers(-20 * 24, 5 * 24),
    _OFFSETS,
)
_PAUSE = "pauses = [[2026-11-14, 2026-11-17], [2026-11-20, 2026-11-20]]\n"


@settings(max_examples=50, deadline=None)
@given(
    moments=st.lists(_MOMENTS, max_size=14),
    now=_MOMENTS,
    slug=st.sampled_from([SLUG, "twenty-minutes"]),
    since=st.sampled_from(["2026-11-10", "2026-01-01", "2026-11-21", "2026-12-01", "0001-01-01"]),
    extra=st.sampled_from(["", _PAUSE, "until = 2026-12-02\n"]),
)
def test_the_answer_is_that_of_reading_every_session(
    moments: list[datetime], now: datetime, slug: str, since: str, extra: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        config = f'[[follow]]\nroutine = "{slug}"\nsince = {since}\n{extra}'
        someone = Someone(Path(folder), config, *(done(moment, routine=slug) for moment in moments))
        found = someone.only(now)
    counted = Counter(day_of(moment) for moment in moments if moment <= now)
    assert found.entry.routine is not None
    assert found.plan == Plan.of(found.plan.follow, found.entry.routine)
    assert found.due == due_on(found.plan, counted, day_of(now))
    assert (found.timeline.session if found.timeline else None) == found.due.session
    assert found.last_done == max(
        (day for day in counted if day >= min(found.plan.follow.since, day_of(now))), default=None
    )
