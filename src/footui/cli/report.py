"""`footui report`: one page for a doctor, about a span of days."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from footui.cli.pages import answer_page
from footui.cli.routines import library_of
from footui.cli.streams import Refusal, tell
from footui.core.day import day_of
from footui.core.report import PlannedRoutine, Report, report_blocks
from footui.core.report_sums import Kept
from footui.core.schedule import Plan, days_in_words
from footui.core.wording import plural
from footui.storage.following import ReadFollowed, followed
from footui.storage.history import History, HistoryError
from footui.storage.history_days import day_of_session
from footui.storage.library import Library, NoSuchRoutineError
from footui.storage.session_record import record_of
from footui.storage.today import EARLIEST

if TYPE_CHECKING:
    from footui.core.schedule import Follow
    from footui.world import World

DAYS: Final = 28
"""How many days a report is about where it is not said from which."""

FIRST_YEAR, LAST_YEAR = 1971, 8999
"""Between them every day can be reckoned with."""

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def report(world: World, first: str | None, last: str | None, *, as_markdown: bool) -> int:
    """Print the page; the last 28 days unless told otherwise.

    Raises:
        Refusal: a date is none, the span ends before it begins, or the history cannot be read.
    """
    read, now, library = followed(world.folders), world.clock.wall(), library_of(world)
    for problem in read.problems:
        tell(world, str(problem))
    today = day_of(now, read.day_start)
    begins, ends = span_named(first, last, today)
    history = History(world.folders.history_file)
    try:
        sessions = history.between(begins, ends, read.day_start)
        planned = _Planned(world, library, history, read, now)
        found = Report(
            begins,
            ends,
            planned.between(begins, ends, today),
            tuple(Kept(day_of_session(session, read.day_start), record_of(session)) for session in sessions),
            library.catalogue.exercises,
            read.settings.care,
            today,
        )
    except HistoryError as error:
        raise Refusal(1, str(error)) from error
    answer_page(world, report_blocks(found), as_markdown=as_markdown)
    return 0


def span_named(first: str | None, last: str | None, today: date) -> tuple[date, date]:
    """The first and the last day that the command line names.

    Raises:
        Refusal: one is no date, or they stand the wrong way round.
    """
    ends = today if last is None else day_named(last, "--to")
    begins = ends - timedelta(days=DAYS - 1) if first is None else day_named(first, "--from")
    if begins > ends:
        end = f"today, {ends}" if last is None else f"--to {ends}"
        raise Refusal(2, f"--from {begins} comes after {end}. The first day comes first.")
    return begins, ends


def day_named(words: str, option: str) -> date:
    """The day of a date, as “2026-11-21”.

    Raises:
        Refusal: it is none.
    """
    try:
        if _DATE.fullmatch(words) and FIRST_YEAR <= int(words[:4]) <= LAST_YEAR:
            return date.fromisoformat(words)
    except ValueError:
        pass  # there is no such day
    from footui.storage.fields import quoted  # noqa: PLC0415  # only here

    form = f"a date, as 2026-11-21, from {FIRST_YEAR} to {LAST_YEAR}"
    raise Refusal(2, f"{option} takes {form}; this is {quoted(words)}.")


class _Planned:
    """What was to be done, by what is followed now or was once, and the routines as their files are at present."""

    def __init__(self, world: World, library: Library, history: History, read: ReadFollowed, now: datetime) -> None:
        self._world, self._library, self._history, self._read, self._now = world, library, history, read, now

    def between(self, first: date, last: date, today: date) -> tuple[PlannedRoutine, ...]:
        """Each routine that was followed on any of the days, in the order of `config.toml`."""
        follows: dict[str, list[Follow]] = {}
        for follow in self._read.follows:
            if follow.since <= last and (follow.until is None or follow.until >= first):
                follows.setdefault(follow.routine, []).append(follow)
        return tuple(self._routine(each, first, last, today) for each in follows.values())

    def _routine(self, follows: list[Follow], first: date, last: date, today: date) -> PlannedRoutine:
        slug = follows[0].routine
        try:
            entry = self._library.find(slug)
        except NoSuchRoutineError as error:
            tell(self._world, f"{error} It is followed in config.toml.")
            return PlannedRoutine(slug, slug, " and ".join(map(_when, follows)))
        if entry.routine is None:
            for problem in entry.problems:
                tell(self._world, str(problem))
            return PlannedRoutine(slug, slug, " and ".join(map(_when, follows)))
        plans = [Plan.of(follow, entry.routine) for follow in follows]
        often = f"{days_in_words(plans[0])}, {plural(plans[0].sessions_per_day, 'session')} a day"
        words = f"{often}, {' and '.join(map(_when, follows))}"
        counts = [self._as_planned(plan, first, last, today) for plan in plans]
        return PlannedRoutine(slug, entry.title, words, (sum(done for done, _ in counts), sum(of for _, of in counts)))

    def _as_planned(self, plan: Plan, first: date, last: date, today: date) -> tuple[int, int]:
        """On how many days it was done as planned, of how many that asked for it."""
        from footui.core.streak import day_marks, days_as_planned  # noqa: PLC0415  # only what is followed needs it

        follow = plan.follow
        since = min(max(follow.since, EARLIEST), today)
        until = min(self._now, datetime.combine(last + timedelta(days=2), time(), self._now.tzinfo))
        done = self._history.done_by_day(follow.routine, since, until, self._read.day_start)
        begins, ends = max(first, follow.since), min(last, today)
        if begins > ends:
            return 0, 0
        return days_as_planned(day_marks((plan,), {follow.routine: done}, begins, ends, today), today)


def _when(follow: Follow) -> str:
    """“since 2026-11-01”, or with its last day."""
    return f"since {follow.since}" if follow.until is None else f"from {follow.since} to {follow.until}"
