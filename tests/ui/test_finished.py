"""When a session is over: what was done, truthfully, and what can be said about it; every answer is kept at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.events import Paste

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import Pain, SessionRecord, WorkDone
from footui.core.said import Said
from footui.core.settings import CareSettings
from footui.screens.finished import FinishedScreen
from footui.screens.work_rows import work_rows
from footui.storage.catalogue import load_catalogue
from tests.fakes import MORNING
from tests.ui.driving import Driven, folders_in, running

SIZES = [(80, 24), (60, 20), (120, 40), (40, 10)]


def work(step: int, exercise: str, side: Side, reps: int, seconds: int, **special: Any) -> WorkDone:  # noqa: ANN401  # parts of a row
    done = {"done_reps": reps, "done_ns": seconds * SECOND} | special
    return WorkDone(step, exercise, None, side, reps, planned_ns=seconds * SECOND, **{"skipped": None, **done})


RECORD = SessionRecord(
    id="one",
    routine="breakfast-lunch-dinner",
    title="Breakfast, lunch and dinner",
    level="low",
    session=1,
    sessions_per_day=3,
    started=MORNING,
    ended=MORNING + timedelta(seconds=452 + 481),
    status="finished",
    planned_work_ns=275 * SECOND,
    paused_seconds=48.2,
    work=(
        work(1, "toe-press", Side.BOTH, 10, 30, done_reps=4, done_ns=12 * SECOND, skipped="no equipment"),
        work(2, "toe-walk", Side.BOTH, 5, 100),
        work(3, "ankle-circle", Side.LEFT, 2, 20, extended_ns=10 * SECOND, pain=3),
        work(3, "ankle-circle", Side.RIGHT, 2, 20, pain=3),
        work(4, "band-flex", Side.BOTH, 1, 5, instead="a belt", pain=4),
        work(5, "pencil-pickup", Side.LEFT, 5, 50, extended_ns=-5 * SECOND),
        work(5, "pencil-pickup", Side.RIGHT, 5, 50, done_reps=0, done_ns=0, skipped="pain"),
    ),
    pain=Pain(2, 4),
    interrupted_seconds=481.0,
)


class Keeper:
    """What was saved, and whether the screen was closed."""

    def __init__(self) -> None:
        self.saved: list[dict[str, Any]] = []
        self.closed = False

    def save(self, said: Said) -> None:
        self.saved.append(said.plain())

    def leave(self) -> None:
        self.closed = True

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # numbers and text
        return self.saved[-1][name]


@asynccontextmanager
async def finished(
    path: Path,
    *,
    record: SessionRecord = RECORD,
    said: Said | None = None,
    is_recorded: bool = True,
    care: CareSettings | None = None,
    size: tuple[int, int] = (80, 24),
    closes_after: float | None = None,
) -> AsyncIterator[tuple[Driven, Keeper]]:
    """The screen of a finished session, with pain said before (2) and during (4)."""
    keeper = Keeper()
    async with running(path, size=size) as app:
        app.app.settings = app.app.settings._replace(care=care or CareSettings())
        screen = FinishedScreen(
            app.app,
            record,
            load_catalogue(folders_in(path)).exercises,
            written="Written down.",
            next_line="Lunch is next today: 2 steps, 3:04.",
            closes_after=closes_after,
            leave=keeper.leave,
            said=(said or Said(before=2, during=[(4, 4)])) if is_recorded else None,
            save=keeper.save if is_recorded else None,
        )
        app.app.push_screen(screen)
        await app.until(lambda: app.app.screen is screen)
        await app.pilot.pause()
        yield app, keeper


@pytest.mark.parametrize("size", SIZES)
async def test_the_screen_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with finished(tmp_path, size=size) as (app, _):
        assert app.picture() == snapshot(name="at first")
        assert await app.press("7", "tab", "tab", "right", "right", "tab", *"sole stiff") == snapshot(name="answered")


async def test_pain_after_comes_first_and_every_change_is_kept_at_once(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        await app.press("3")
        assert keeper["after"] == 3
        await app.press("right", "l")
        assert keeper["after"] == 5
        await app.press("left", "h")
        assert keeper["after"] == 3
        assert len(keeper.saved) == 5
        assert not keeper.closed
        await app.press("enter")
        assert keeper.closed


async def test_ten_is_one_and_then_nought(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        await app.press("1", "0")
        assert keeper["after"] == 10
        await app.press("0")
        assert keeper["after"] == 0
        await app.press("1", "tab", "0")
        assert (keeper["after"], keeper["worst_asked"]) == (1, 0), "another question, another number"


async def test_what_was_said_can_be_taken_back_below_the_lowest(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        await app.press("1", "left", "left")
        assert keeper["after"] is None
        assert "[" not in app.picture().split("Pain after")[1].split("\n")[0]
        await app.press("tab", "tab", "right", "left")
        assert keeper["effort"] is None


async def test_the_worst_stands_at_what_was_said_and_can_be_corrected(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        assert "Worst        0   1   2   3  [4]" in app.picture()
        assert "before 2" in app.picture()
        await app.press("tab", "left")
        assert keeper["worst_asked"] == 3
        await app.press("0", "left")
        assert keeper["worst_asked"] is None
        assert "Worst        0   1   2   3  [4]" in app.picture(), "what was said while it ran stays said"


async def test_effort_is_easy_right_or_hard(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        await app.press("j", "j")
        for effort in ("easy", "right", "hard", "hard"):
            assert f"({effort})" in await app.press("right")
            assert keeper["effort"] == effort
        assert "No number is asked here." in await app.press("2")


async def test_letters_are_text_in_the_note_and_enter_keeps_it(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        await app.press("tab", "tab", "tab", *"q5 hjö?", "left", "x")
        assert keeper["note"] == "q5 hjöx?"
        assert "▌Note         q5 hjöx?" in app.picture()
        assert not keeper.closed
        await app.press("enter")
        assert keeper.closed


async def test_escape_closes_also_from_the_note_and_all_of_it_may_be_left(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        await app.press("tab", "tab", "tab", "escape")
        assert keeper.closed
        assert keeper.saved == []


async def test_what_no_terminal_should_be_sent_is_left_out_of_the_note(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        await app.press("tab", "tab", "tab")
        app.app.screen.query_one("#note").post_message(Paste("a\u202eb\u009bc\td"))
        await app.until(lambda: bool(keeper.saved))
        assert keeper["note"] == "ab\ufffdc d"


async def test_arrows_move_between_the_questions_and_pages_through_what_was_done(tmp_path: Path) -> None:
    async with finished(tmp_path, size=(60, 20)) as (app, _):
        assert "▌Worst" in await app.press("down")
        assert "▌Note" in await app.press("down", "down", "down")
        assert "▌Effort" in await app.press("up")
        assert "▌Pain after" in await app.press("g")
        assert "Pencil pickups" not in app.picture()
        picture = await app.press("pagedown", "pagedown")
        assert "Pencil pickups" in picture
        assert "▌Pain after" in picture
        await app.press("tab", "tab", "tab", "tab")
        assert "Toe presses" in await app.press("g")
        assert "tab goes to the answers." in await app.press("3")


async def test_a_click_answers(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, keeper):
        rows = app.picture().split("\n")
        for label, answer, name, value in (("Pain after", "6", "after", 6), ("Effort", "hard", "effort", "hard")):
            row = next(y for y, text in enumerate(rows) if label in text)
            await app.pilot.click(offset=(rows[row].index(answer, len(label) + 1), row))
            await app.pilot.pause()
            assert keeper[name] == value


@pytest.mark.parametrize("keys", [["6"], ["tab", "6"]])
async def test_above_the_limit_it_says_in_full_when_to_get_help(tmp_path: Path, keys: list[str]) -> None:
    async with finished(tmp_path, size=(60, 20)) as (app, _):
        picture = " ".join((await app.press(*keys)).split())
        assert "! Numbness between the legs, no control of bladder or bowels, or a leg growing weaker" in picture
        assert "stop, and get help at once." in picture
        assert "Numbness" not in await app.press("left")


async def test_where_pain_is_not_asked_effort_and_note_still_are(tmp_path: Path) -> None:
    async with finished(tmp_path, care=CareSettings(ask=False), said=Said(before=9)) as (app, keeper):
        picture = app.picture()
        assert "Pain after" not in picture
        assert "Worst" not in picture
        assert "Numbness" not in picture
        await app.press("right")
        assert keeper["effort"] == "easy"


async def test_a_preview_that_is_not_recorded_asks_nothing(tmp_path: Path) -> None:
    async with finished(tmp_path, is_recorded=False, closes_after=10) as (app, keeper):
        picture = app.picture()
        assert "Effort" not in picture
        assert "A preview: closes by itself after 10 s." in picture
        assert "Nothing is asked here." in await app.press("4")
        await app.press("q")
        assert keeper.closed


async def test_the_sums_name_pause_and_interruption(tmp_path: Path) -> None:
    async with finished(tmp_path) as (app, _):
        picture = app.picture()
        assert "Took 7:32, 0:48 of it paused" in picture
        assert "Interrupted for 8:01, not counted" in picture
        assert "257 of 275 s of work" not in picture
        assert "207 of 275 s of work" in picture


async def test_a_session_without_either_names_neither(tmp_path: Path) -> None:
    plain = RECORD._replace(interrupted_seconds=0.0, paused_seconds=0.0, status="stopped")
    async with finished(tmp_path, record=plain) as (app, _):
        picture = app.picture()
        assert "Ended early after 15:33\n" in picture
        assert "paused" not in picture
        assert "nterrupted" not in picture


@pytest.mark.parametrize("width", [78, 58, 38])
def test_rows_of_work_say_what_was_special_once_and_in_full(tmp_path: Path, width: int) -> None:
    exercises = load_catalogue(folders_in(tmp_path)).exercises
    lines = ["".join(run.text for run in row) for row in work_rows(RECORD.work, exercises, width)]
    assert max(map(len, lines)) <= width
    text = "\n".join(lines)
    for special in (
        "skipped: no equipment",
        "pain 3, 10 s longer",
        "pain 4, with a belt",
        "5 s shorter",
        "skipped: pain",
    ):
        assert text.count(special) == 1
    assert text.count("pain 3") == 1, "pain belongs to the step, not to each side"
    assert text.count("✓") == 5
