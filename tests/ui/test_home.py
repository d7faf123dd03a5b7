"""Today: what is due, later and done stands there at a glance; enter starts the right session of the day."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.screens.home import HomeScreen
from footui.screens.live import LiveScreen
from footui.storage.history import History
from tests.fakes import MORNING
from tests.interrupting import cut_off
from tests.storage.session_records import session
from tests.ui.driving import Driven, folders_in, running

SIZES = [(80, 24), (60, 20), (120, 40), (40, 10)]
MEALS, TWENTY, FOUR = "breakfast-lunch-dinner", "twenty-minutes", "four-exercises"
TITLES = {MEALS: "Breakfast, lunch and dinner", TWENTY: "Twenty minutes", FOUR: "Four exercises"}
OWN = 'format = 1\ntitle = "Evening toes"\n[[steps]]\nexercise = "toe-press"\nreps = 5\n'
BROKEN = 'format = 1\ntitle = "My ankles"\n[[steps]]\nexercise = "ankle-circel"\nmove = 10\n'
HOUR = timedelta(hours=1)


def did(path: Path, slug: str, ago: timedelta, **changes: Any) -> None:  # noqa: ANN401  # parts are JSON
    """Have a session of 9:12 finished that began so long before MORNING."""
    began = MORNING - ago
    parts = {
        "routine": slug,
        "title": TITLES.get(slug, slug),
        "session": 1,
        "sessions_per_day": 1 if slug == FOUR else 3,
        "ended": (began + timedelta(minutes=9, seconds=12)).isoformat(),
        "paused_seconds": 0.0,
    }
    History(folders_in(path).history_file).save(session(f"{slug} {ago}", began.isoformat(), **{**parts, **changes}))


def own_routine(path: Path, name: str, text: str) -> None:
    """Put a routine into the person's folder."""
    folder = folders_in(path).routines
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text)


def follow(path: Path, slug: str, since: str, more: str = "") -> None:
    """Have a routine followed from this day on."""
    folder = folders_in(path).config
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "config.toml").open("a") as file:
        file.write(f'[[follow]]\nroutine = "{slug}"\nsince = {since}\n{more}')


def below(picture: str, heading: str) -> list[str]:
    """The rows below a heading, down to the next blank one, without the focus bar and what stands only for width."""
    rows = [" ".join(row.replace("▌", " ").split()) for row in picture.split("\n")]
    start = rows.index(heading) + 1
    return rows[start : start + rows[start:].index("")]


def a_full_day(path: Path) -> None:
    """Weeks of one routine, a session of this morning, one that was cut off, and three routines followed."""
    for day in range(2, 12):
        did(path, FOUR, day * 24 * HOUR)
    pain = {"before": 1, "worst": 2, "after": 2, "next_morning": 1}
    did(path, FOUR, 24 * HOUR, pain=pain)
    did(path, FOUR, timedelta(minutes=26))
    cut_off(path)
    follow(path, FOUR, "2026-11-08")
    follow(path, TWENTY, "2026-11-21")
    follow(path, MEALS, "2026-11-21", 'times = ["07:30", "12:30"]\n')


@pytest.mark.parametrize("size", SIZES)
async def test_a_full_day_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    a_full_day(tmp_path)
    async with running(tmp_path, size=size) as app:
        assert app.picture() == snapshot


async def test_in_ascii_it_reads_the_same(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    a_full_day(tmp_path)
    async with running(tmp_path, env={"LANG": "C"}) as app:
        assert app.picture().isascii()
        assert app.picture() == snapshot


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_a_day_with_room_shows_what_the_marked_session_comes_to(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    follow(tmp_path, FOUR, "2026-11-21")
    async with running(tmp_path, size=size) as app:
        assert app.picture() == snapshot


# What is due


async def test_what_is_due_has_its_length_when_it_would_end_and_how_often_it_is_done(tmp_path: Path) -> None:
    did(tmp_path, TWENTY, 48 * HOUR)
    async with running(tmp_path, follows=[TWENTY]) as app:
        due = below(app.picture(), "Due now")
        assert due[0] == "○ Twenty minutes · session 1 of 3 8:42 ends 07:55"
        assert due[1] == "5 steps, every 2–3 days, last done on Thursday"
        app.clock.pass_seconds(120)
        app.app.screen._pass_time()  # type: ignore[attr-defined]  # twenty seconds are long
        assert "ends 07:57" in app.picture()
        assert "Sat 21 Nov 07:48" in app.picture()


async def test_what_is_late_says_so_plainly(tmp_path: Path) -> None:
    did(tmp_path, TWENTY, 4 * 24 * HOUR)
    async with running(tmp_path, follows=[TWENTY]) as app:
        assert below(app.picture(), "Due now")[1] == "late · 5 steps, every 2–3 days, last done on Tuesday"


@pytest.mark.parametrize("key", ["enter", "s"])
async def test_one_key_starts_the_right_session_of_the_day(tmp_path: Path, key: str) -> None:
    did(tmp_path, MEALS, HOUR)
    async with running(tmp_path, follows=[MEALS]) as app:
        assert "▌○ Breakfast, lunch and dinner · lunch" in app.picture()
        await app.press(key)
        assert isinstance(app.app.screen, LiveScreen)
        assert (app.session.timeline.session, app.session.timeline.slot) == (2, "lunch")
        await app.press("escape", "d")
        await app.shows("Due now")


async def test_after_a_finished_session_it_is_done_and_the_next_one_is_marked(tmp_path: Path) -> None:
    did(tmp_path, MEALS, 2 * HOUR)
    did(tmp_path, MEALS, HOUR, session=2)
    async with running(tmp_path, follows=[FOUR, MEALS]) as app:
        await app.press("j")
        await app.press("enter")
        await app.go(60)
        await app.shows("30 of 30 s of work")
        await app.press("enter")
        picture = await app.shows("Done today")
        assert len(below(picture, "Done today")) == 3
        assert "dinner" in below(picture, "Done today")[2]
        assert below(picture, "Due now")[0].startswith("○ Four exercises")
        assert len(below(picture, "Due now")) == 2


async def test_further_sessions_of_the_day_stand_below_and_can_be_started(tmp_path: Path) -> None:
    async with running(tmp_path, follows=[MEALS, TWENTY]) as app:
        assert below(app.picture(), "Later today") == [
            "○ Breakfast, lunch and dinner · lunch 3:04",
            "○ Breakfast, lunch and dinner · dinner 0:53",
            "○ Twenty minutes · sessions 2 and 3 0:53 each",
        ]
        await app.press("j", "j", "j", "enter")
        assert app.session.timeline.slot == "dinner"


async def test_another_session_or_level_is_shown_in_its_block_and_started(tmp_path: Path) -> None:
    async with running(tmp_path, follows=[MEALS]) as app:
        picture = await app.press("full_stop", "full_stop")
        assert "▌○ Breakfast, lunch and dinner · breakfast · level high" in picture
        assert "level high · 7:12" in picture
        picture = await app.press("left_square_bracket")
        assert "▌○ Breakfast, lunch and dinner · dinner · level high" in picture
        await app.press("enter")
        assert (app.session.timeline.session, app.session.timeline.level) == (3, "high")


async def test_what_has_no_ranges_and_one_session_a_day_says_so(tmp_path: Path) -> None:
    own_routine(tmp_path, "evening-toes", OWN)
    async with running(tmp_path, follows=["evening-toes"]) as app:
        assert below(app.picture(), "Due now")[0] == "○ Evening toes own pace"
        assert "No ranges: the levels are alike." in await app.press("full_stop")
        assert "There is one session a day." in await app.press("right_square_bracket")


async def test_a_click_marks_a_block_and_a_second_one_starts_it(tmp_path: Path) -> None:
    async with running(tmp_path, follows=[MEALS, FOUR]) as app:
        row = next(y for y, text in enumerate(app.picture().split("\n")) if "Four exercises" in text)
        await app.pilot.click(offset=(10, row))
        assert "▌○ Four exercises" in app.picture()
        await app.pilot.click(offset=(10, row))
        await app.pilot.pause()
        assert app.session.timeline.routine.slug == FOUR


# Nothing due


async def test_where_nothing_is_due_it_says_what_is_next(tmp_path: Path) -> None:
    follow(tmp_path, TWENTY, "2026-11-23")
    async with running(tmp_path) as app:
        assert "Nothing is due. Next: Twenty minutes, Monday. 3 lists your routines." in app.picture()
        assert "Nothing is due. 3 lists your routines." in await app.press("enter")
        assert isinstance(app.app.screen, HomeScreen)


async def test_when_all_is_done_it_says_so_and_what_was_done_is_not_begun_again_by_a_slip(tmp_path: Path) -> None:
    for session_number, ago in enumerate((3 * HOUR, 2 * HOUR, HOUR), start=1):
        did(tmp_path, TWENTY, ago, session=session_number)
    async with running(tmp_path, follows=[TWENTY]) as app:
        picture = app.picture()
        assert "Nothing more is due today. Next: Twenty minutes, Monday. 3 lists your routines." in " ".join(
            picture.split()
        )
        done = below(picture, "Done today")
        assert done[0] == "✓ Twenty minutes · session 1 of 3 9:12 at 04:46"
        assert "Tomorrow" not in picture
        assert "enter start" not in picture
        assert "Nothing is due. 3 lists your routines." in await app.press("enter")
        assert isinstance(app.app.screen, HomeScreen)


async def test_a_session_with_a_time_waits_for_it_and_comes_by_itself(tmp_path: Path) -> None:
    did(tmp_path, MEALS, timedelta(minutes=20))
    follow(tmp_path, MEALS, "2026-11-21", 'times = ["07:30", "12:30"]\n')
    async with running(tmp_path) as app:
        picture = " ".join(app.picture().split())
        assert "Nothing is due now. Next: Breakfast, lunch and dinner · lunch, at 12:30." in picture
        assert "Breakfast, lunch and dinner · lunch 3:04 at 12:30" in picture
        app.clock.pass_seconds(5 * 3600)
        app.app.screen._pass_time()  # type: ignore[attr-defined]  # as after twenty seconds
        due = below(await app.shows("Due now"), "Due now")
        assert due[1] == "2 steps, every day, meant for 12:30"
        await app.press("enter")
        assert app.session.timeline.slot == "lunch"


async def test_what_waits_can_be_begun_before_its_time(tmp_path: Path) -> None:
    follow(tmp_path, MEALS, "2026-11-21", 'times = ["09:30", "12:30"]\n')
    async with running(tmp_path) as app:
        await app.press("enter")
        assert app.session.timeline.slot == "breakfast"


# What cannot be read


async def test_a_followed_routine_that_is_gone_or_broken_is_said_and_the_others_work(tmp_path: Path) -> None:
    own_routine(tmp_path, "my-ankles", BROKEN)
    async with running(tmp_path, size=(120, 40), follows=["my-ankles", "evening-toes", FOUR]) as app:
        said = " ".join(" ".join(row.partition("│")[0] for row in app.picture().split("\n")).split())
        assert "Not all could be read" in said
        assert "my-ankles.toml:4:12:" in said
        assert "There is no routine “evening-toes”." in said
        assert "▌○ Four exercises" in app.picture()
        assert "It cannot be started; what is wrong stands here." in await app.press("j", "enter")
        await app.press("k", "enter")
        assert app.session.timeline.routine.slug == FOUR


# Nothing followed


async def test_who_follows_nothing_is_told_how_and_what_was_done_last_can_be_done_again(tmp_path: Path) -> None:
    did(tmp_path, FOUR, 48 * HOUR)
    did(tmp_path, MEALS, HOUR)
    async with running(tmp_path) as app:
        picture = app.picture()
        assert "You follow no routine yet. 3 lists your routines; f there follows one." in picture
        assert below(picture, "Done last") == [
            "○ Breakfast, lunch and dinner · lunch 3:04 last Sat 21 Nov",
            "○ Four exercises 9:12 last Thu 19 Nov",
        ]
        await app.press("enter")
        assert app.session.timeline.slot == "lunch"


async def test_who_has_done_nothing_either_is_told_the_same_and_enter_says_why_not(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        assert "You follow no routine yet. 3 lists your routines; f there follows one." in app.picture()
        assert "You follow no routine yet. 3 lists your routines." in (await app.press("enter")).split("\n")[-2]


async def test_what_is_followed_among_the_routines_stands_here_at_once(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await app.press("3")
        await app.shows("Shipped")
        await app.press("slash", *"four", "enter", "f")
        await app.shows("You follow “Four exercises”")
        await app.press("1")
        await app.shows("Due now")
        assert "▌○ Four exercises" in app.picture()


# Standing open


async def passes(app: Driven, time: timedelta) -> None:
    """Let time pass, with a look at its end."""
    app.clock.pass_seconds(time.total_seconds())
    app.app.screen._pass_time()  # type: ignore[attr-defined]  # twenty seconds are long
    await app.pilot.pause()


async def test_when_the_person_s_day_begins_it_shows_the_new_one(tmp_path: Path) -> None:
    late_evening = datetime.fromisoformat("2026-11-21T23:30:00+00:00")
    did(tmp_path, FOUR, timedelta(minutes=20))
    async with running(tmp_path, follows=[FOUR], wall=late_evening) as app:
        assert "Done today" in app.picture()
        await passes(app, HOUR)
        assert "Done today" in app.picture(), "the small hours are still the evening"
        await passes(app, 4 * HOUR)
        picture = await app.shows("Due now")
        assert "Done today" not in picture
        assert "Sun 22 Nov 04:30" in picture


async def test_what_is_done_or_followed_in_another_terminal_is_seen(tmp_path: Path) -> None:
    async with running(tmp_path, follows=[FOUR]) as app:
        did(tmp_path, FOUR, timedelta(minutes=20))
        follow(tmp_path, TWENTY, "2026-11-21")
        await passes(app, timedelta(seconds=20))
        picture = await app.shows("Done today")
        assert "▌○ Twenty minutes · session 1 of 3" in picture


async def test_what_is_marked_stays_so_when_the_files_are_read_anew(tmp_path: Path) -> None:
    async with running(tmp_path, follows=[FOUR, MEALS]) as app:
        await app.press("j", "j")
        assert "▌○ Breakfast, lunch and dinner · lunch" in app.picture()
        follow(tmp_path, TWENTY, "2026-11-21")
        await passes(app, timedelta(seconds=20))
        await app.shows("Twenty minutes")
        assert "▌○ Breakfast, lunch and dinner · lunch" in app.picture()


# Days as planned


async def test_days_as_planned_are_counted_once_there_are_any(tmp_path: Path) -> None:
    for day in (1, 2, 4):
        did(tmp_path, FOUR, day * 24 * HOUR)
    follow(tmp_path, FOUR, "2026-11-17")
    async with running(tmp_path) as app:
        assert "3 of 4 days as planned" in app.picture()


async def test_with_none_yet_nothing_is_counted(tmp_path: Path) -> None:
    async with running(tmp_path, follows=[FOUR]) as app:
        assert "as planned" not in app.picture()


async def test_pain_of_yesterday_and_of_this_morning_stands_beside_it_once_it_was_said(tmp_path: Path) -> None:
    did(tmp_path, FOUR, 24 * HOUR, pain={"before": 1, "worst": 3, "after": 2, "next_morning": None})
    async with running(tmp_path, follows=[FOUR]) as app:
        assert "pain yesterday 3" in app.picture()
        await app.press("m", "1", "enter")
        await app.shows("pain this morning 1 · yesterday 3")
    folders_in(tmp_path).config_file.write_text("[care]\nask = false\n")
    async with running(tmp_path, follows=[FOUR]) as app:
        assert "pain yesterday" not in app.picture()
