"""Whole sessions in a real terminal: every phase is seen, and the history has them exactly as they were planned."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest

from tests.system.program import FOOTUI, answer, big_words, folders_in, has_routine, is_put_right
from tests.system.terminal import Terminal

WORD_OF: Final = {
    "prepare": "READY", "transition": "NEXT", "hold": "HOLD", "move": "MOVE", "reps": "GO",
    "release": "RELEASE", "change": "CHANGE", "rest": "REST", "round_rest": "REST",
}  # fmt: skip

FIRST: Final = ("breakfast-lunch-dinner", 1, 20)
FOUR: Final = ("four-exercises", 1, 60)
DINNER: Final = ("breakfast-lunch-dinner", 3, 20)

PREVIEW_CLOSES_SECONDS: Final = 10

EIGHT_SECONDS: Final = """
format = 1
title = "Eight seconds"
[timing]
prepare = 1
release = 0.5
transition = 1
[[steps]]
exercise = "toe-press"
hold = 1
reps = 2
[[steps]]
exercise = "pencil-pickup"
hold = 1
sides = "each"
change = 1.5
"""
EIGHT_SECONDS_LENGTH: Final = 1 + 1 + 0.5 + 1 + 1 + 1 + 1.5 + 1


@dataclass(frozen=True, slots=True)
class Played:
    """A session that was gone through, as it looked and as it was written down."""

    words: set[str]
    last_screen: str
    closed_after: float
    status: int
    put_right: bool
    plan: dict[str, Any]
    history: list[dict[str, Any]]


def play(folder: Path, routine: str, session: int, speed: int, *, leave_by_key: bool) -> Played:
    folders = folders_in(folder)
    plan = answer(folders, "plan", routine, "--session", str(session))
    words: set[str] = set()

    def is_over(terminal: Terminal) -> bool:
        screen = terminal.screen_text()
        words.update(big_words(screen))
        return "Took" in screen and "Written down." in screen and "? keys" in screen.split("\n")[-1]

    command = [*FOOTUI, "run", routine, "--session", str(session), "--speed", str(speed), "--record"]
    with Terminal(command, env=folders) as terminal:
        ended_at = terminal.wait_until(is_over, 60, "the end of the session")
        terminal.wait_until(lambda it: len(rows_done(it.screen_text())) == len(work_in(plan)), what="all rows")
        last_screen = terminal.screen_text()
        if leave_by_key:
            terminal.press("enter")
        status = terminal.wait_end(PREVIEW_CLOSES_SECONDS + 10)
        closed_after = terminal.now() - ended_at
        put_right = is_put_right(terminal.modes) and terminal.line_is_cooked()
    return Played(words, last_screen, closed_after, status, put_right, plan, answer(folders, "history"))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, int, int], Future[Played]]]:
    """Three sessions, gone through at the same time; nobody presses a key in the shortest one."""
    with ThreadPoolExecutor(max_workers=3) as pool:
        yield {
            session: pool.submit(play, tmp_path_factory.mktemp("played"), *session, leave_by_key=session is not DINNER)
            for session in (FIRST, DINNER, FOUR)
        }


def rows_done(screen: str) -> list[str]:
    """Return the rows of work that was done in full."""
    return [row for row in screen.split("\n") if row.startswith(" ✓ ")]


def work_in(plan: dict[str, Any]) -> list[tuple[int, str, str | None, str, int, float]]:
    """Return a row for each step and side: whole repetitions and seconds of work, summed."""
    reps: dict[tuple[int, str, str | None, str], set[tuple[int, int, int]]] = {}
    seconds: dict[tuple[int, str, str | None, str], float] = {}
    for phase in plan["phases"]:
        if phase["kind"] in ("hold", "move"):
            row = (phase["step"], phase["exercise"], phase["variant"], phase["side"])
            reps.setdefault(row, set()).add((phase["round"], phase["set"], phase["rep"]))
            seconds[row] = seconds.get(row, 0) + phase["seconds"]
    return [(*row, len(reps[row]), round(seconds[row], 3)) for row in reps]


@pytest.mark.parametrize("session", [FIRST, FOUR, DINNER])
def test_every_phase_is_on_the_screen_at_its_time(
    played: dict[tuple[str, int, int], Future[Played]], session: tuple[str, int, int]
) -> None:
    was = played[session].result()
    assert was.words == {WORD_OF[phase["kind"]] for phase in was.plan["phases"]} | {"DONE"}


@pytest.mark.parametrize("session", [FIRST, FOUR, DINNER])
def test_a_session_that_ended_by_itself_is_in_the_history_exactly_as_planned(
    played: dict[tuple[str, int, int], Future[Played]], session: tuple[str, int, int]
) -> None:
    was = played[session].result()
    (written,) = was.history
    assert (written["status"], written["session"], written["paused_seconds"]) == ("finished", session[1], 0)
    assert written["done_work_seconds"] == written["planned_work_seconds"] == was.plan["work_seconds"]
    planned = work_in(was.plan)
    rows = [(row["step"], row["exercise"], row["variant"], row["side"]) for row in written["work"]]
    for kind in ("planned", "done"):
        amounts = [(row[f"{kind}_reps"], row[f"{kind}_seconds"]) for row in written["work"]]
        assert [(*row, *amount) for row, amount in zip(rows, amounts, strict=True)] == planned
    assert not any(row["skipped"] for row in written["work"])


@pytest.mark.parametrize("session", [FIRST, FOUR, DINNER])
def test_the_finished_screen_says_what_was_done(
    played: dict[tuple[str, int, int], Future[Played]], session: tuple[str, int, int]
) -> None:
    was = played[session].result()
    work = f"{was.plan['work_seconds']:g}"
    assert f"{work} of {work} s of work" in was.last_screen
    for row, (_, _, _, side, reps, seconds) in zip(rows_done(was.last_screen), work_in(was.plan), strict=True):
        amount = f"{reps} rep{'' if reps == 1 else 's'} · {seconds:g} s"
        assert row.count(amount) == 2, "planned and done"
        assert side == "both" or f" {side} " in row


@pytest.mark.parametrize("session", [FIRST, FOUR, DINNER])
def test_a_finished_session_leaves_with_0_and_the_terminal_put_right(
    played: dict[tuple[str, int, int], Future[Played]], session: tuple[str, int, int]
) -> None:
    was = played[session].result()
    assert (was.status, was.put_right) == (0, True)


def test_a_preview_closes_by_itself_where_nobody_presses_a_key(
    played: dict[tuple[str, int, int], Future[Played]],
) -> None:
    was = played[DINNER].result()
    assert was.closed_after == pytest.approx(PREVIEW_CLOSES_SECONDS, abs=1.5)


def test_a_session_takes_as_long_as_it_says(own_folders: dict[str, str]) -> None:
    has_routine(own_folders, "eight", EIGHT_SECONDS)
    with Terminal([*FOOTUI, "run", "eight"], env=own_folders) as terminal:
        began = terminal.wait_until(lambda it: "READY" in big_words(it.screen_text()), what="READY")
        ended = terminal.wait_for("Took")
        terminal.press("enter")
        assert terminal.wait_end() == 0
    (written,) = answer(own_folders, "history")
    took = datetime.fromisoformat(written["ended"]) - datetime.fromisoformat(written["started"])
    assert took.total_seconds() == pytest.approx(EIGHT_SECONDS_LENGTH, abs=0.02)
    assert ended - began == pytest.approx(EIGHT_SECONDS_LENGTH, abs=0.1)
