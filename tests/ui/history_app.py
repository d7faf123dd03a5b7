"""A history to look at: some weeks of one routine that is followed, its sessions as a person would have done them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import Pain, SessionRecord, WorkDone
from footui.screens.history import HistoryScreen
from footui.storage.history import History
from footui.storage.session_object import session_object
from tests.ui.driving import Driven, folders_in

SLUG: Final = "breakfast-lunch-dinner"
TITLE: Final = "Breakfast, lunch and dinner"
FIRST: Final = datetime.fromisoformat("2026-09-28T07:30:00+00:00")
"""A Monday, not quite eight weeks before the tests' present."""

TIMES: Final = (0.0, 5.0, 11.0)
"""Hours after the first session of a day."""

FOLLOWED: Final = f'[[follow]]\nroutine = "{SLUG}"\nsince = 2026-09-28\n'


def record(number: int, started: datetime, session: int = 1, **changes: Any) -> SessionRecord:  # noqa: ANN401  # any part
    """A finished session; the right foot comes up to the left one at the end."""
    left, right = min(35 + number // 10, 50) * SECOND, min(max(number - 90, 20), 50) * SECOND
    work = (
        WorkDone(1, "toe-press", None, Side.BOTH, 10, 10, 30 * SECOND, 30 * SECOND, None),
        WorkDone(4, "band-flex", None, Side.BOTH, 1, 1, 5 * SECOND, 5 * SECOND, None, pain=number % 5),
        WorkDone(5, "pencil-pickup", None, Side.LEFT, 5, left // (10 * SECOND), 50 * SECOND, left, None),
        WorkDone(5, "pencil-pickup", None, Side.RIGHT, 5, right // (10 * SECOND), 50 * SECOND, right, None),
    )
    whole = SessionRecord(
        id=f"s{number:04}",
        routine=SLUG,
        title=TITLE,
        level="low",
        session=session,
        sessions_per_day=3,
        started=started,
        ended=started + timedelta(seconds=404 + number % 3 * 48),
        status="finished",
        planned_work_ns=135 * SECOND,
        paused_seconds=float(number % 3 * 48),
        work=work,
        pain=Pain(
            max(5 - number // 8, 1), max(6 - number // 10, 2), max(4 - number // 8, 1), 2 if session == 3 else None
        ),
        effort=("easy", "right", "hard")[number % 3],
        note="left arch stiff at first" if number % 4 == 1 else "",
    )
    return whole._replace(**changes)


def weeks_of_sessions(path: Path, until: str = "2026-11-21T07:40:00+00:00") -> History:
    """Three sessions a day up to a moment; each sixth day only one of them, each tenth none."""
    history, number, day = History(folders_in(path).history_file), 0, FIRST
    end, objects = datetime.fromisoformat(until), []
    while day <= end:
        place = (day - FIRST).days
        for session, hours in enumerate(TIMES, start=1):
            started = day + timedelta(hours=hours)
            left_out = place % 10 == 9 or (place % 6 == 5 and session > 1)
            if not left_out and started <= end:
                objects.append(session_object(record(number, started, session)))
                number += 1
        day += timedelta(days=1)
    history.merge(objects)
    return history


def follows(path: Path, text: str = FOLLOWED) -> None:
    """Write what is followed."""
    folders = folders_in(path)
    folders.config.mkdir(parents=True, exist_ok=True)
    folders.config_file.write_text(text)


async def at_history(app: Driven) -> HistoryScreen:
    """Go there, and wait until all that is in view was read."""
    await app.press("4")
    await is_read(app)
    return screen(app)


async def is_read(app: Driven) -> str:
    """Wait until nothing is to be read or written any more, and return the picture."""
    here = screen(app)
    await app.until(lambda: is_quiet(here))
    return app.picture()


def is_quiet(here: HistoryScreen) -> bool:
    """Whether all that is in view was read, and nothing is being written."""
    seen = here._seen
    return (
        not (here._is_reading or here._is_busy or here.is_looking) and seen is not None and seen.wanted == here.wanted
    )


def screen(app: Driven) -> HistoryScreen:
    """The screen, wherever in the stack it lies."""
    return next(screen for screen in app.app.screen_stack if isinstance(screen, HistoryScreen))
