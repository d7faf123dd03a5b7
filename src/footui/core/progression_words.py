"""What a suggestion says: the step, why, and what may be tried, in the words of doses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from footui.core.dose import Dose, Level, Number, Range, Side, Unit
from footui.core.phase import SECOND

if TYPE_CHECKING:
    from footui.core.exercise import Exercise
    from footui.core.record import Pain, SessionRecord, WorkDone
    from footui.core.routine import Routine

Amount = Callable[[Level], str]
"""A part of a dose in words, at a level."""


class StepWords:
    """The sentences about one step of a routine; each suggestion ends with a question."""

    def __init__(
        self, routine: Routine, place: int, exercises: Mapping[str, Exercise], number: Callable[[Number], str]
    ) -> None:
        """Step `place`, from 1; `number` writes numbers as the person has them."""
        step = routine.steps[place - 1]
        self._dose = step.dose
        self._number = number
        exercise = exercises.get(step.exercise)
        self.title = step.exercise if exercise is None else exercise.full_title(step.variant)
        if sum((each.exercise, each.variant) == (step.exercise, step.variant) for each in routine.steps) > 1:
            self.title += f", step {place}"

    def at(self, level: Level) -> str:
        """“Toe walking: 15 s”."""
        return f"{self.title}: {self._amount(level)}"

    def parted(self) -> str:
        """What it is once the sides are parted."""
        return f"{self.title}: a step a side"

    # Suggestions

    def complete(self, level: Level, higher: Level, last: Sequence[SessionRecord]) -> str:
        """“Toe walking: two sessions complete at 10 s, effort right, pain 1. Try 15 s?”; `last` is newest first."""
        efforts = [record.effort for record in reversed(last) if record.effort]
        effort = f", effort {', then '.join(dict.fromkeys(efforts))}" if len(efforts) == len(last) else ""
        said = (pain for record in last for pain in record.pain if pain is not None)
        return (
            f"{self.title}: two sessions complete at {self._amount(level)}{effort}, pain {max(said)}. "
            f"Try {self._amount(higher)}?"
        )

    def worse_morning(self, level: Level, lower: Level, pain: Pain) -> str:
        """“Toe walking at 15 s: pain 4 the next morning, 2 before the session. Go back to 10 s?”."""
        before = f", {pain.before} before the session" if pain.before is not None else ""
        return self._go_back(level, lower, f"pain {pain.next_morning} the next morning{before}")

    def too_much_pain(self, level: Level, lower: Level, pain: int) -> str:
        """“Toe walking at 15 s: pain 6. Go back to 10 s?”."""
        return self._go_back(level, lower, f"pain {pain}")

    def _go_back(self, level: Level, lower: Level, why: str) -> str:
        return f"{self.title} at {self._amount(level)}: {why}. Go back to {self._amount(lower)}?"

    def sides_differ(self, behind: Side, rows: Sequence[WorkDone]) -> str:
        """“Pencil pickups: left complete in two sessions, right not (20, then 35 of 50 s). …”; `rows` oldest first."""
        planned = rows[-1]
        if planned.planned_ns:
            done = [self._number(round(row.done_ns / SECOND, 1)) for row in rows]
            of = f"{self._number(round(planned.planned_ns / SECOND, 1))} s"
        else:
            done = [self._number(row.done_reps) for row in rows]
            of = f"{self._number(planned.planned_reps)} repetitions"
        how_much = f"{', then '.join(dict.fromkeys(done))} of {of}"
        return (
            f"{self.title}: {behind.other} complete in two sessions, {behind} not ({how_much}). "
            "Make it a step a side, so that each can have its own dose?"
        )

    def nothing_harder(self, level: Level, pain: int) -> str:
        """“Band flex, 1 of 1–5 repetitions: pain 4, so no step up is suggested.”."""
        return f"{self.title}, {self._amount(level, of_range=True)}: pain {pain}, so no step up is suggested."

    # How much

    def _amount(self, level: Level, *, of_range: bool = False) -> str:
        """What the level decides: “10 s”, “7.5 s, 8 repetitions”; `of_range` “10 of 10–20 s”."""
        return ", ".join(self._amounts(self._dose, level, of_range=of_range))

    def _amounts(self, dose: Dose, level: Level, *, of_range: bool) -> Iterator[str]:
        measured = dose.hold or dose.move
        if measured is not None and dose.unit is Unit.SECONDS:
            yield from self._part(measured, measured.at(level), "s", "s", of_range=of_range)
        elif measured is not None:
            yield from self._part(measured, measured.counted_at(level), "count", "counts", of_range=of_range)
        for part, one, many in (
            (dose.reps, "repetition", "repetitions"),
            (dose.sets, "set", "sets"),
            (dose.times_per_day, "session a day", "sessions a day"),
        ):
            yield from self._part(part, part.counted_at(level), one, many, of_range=of_range)

    def _part(self, part: Range, value: Number, one: str, many: str, *, of_range: bool) -> Iterator[str]:
        """A range at a level; nothing for what is no range."""
        if part.is_single:
            return
        number = self._number
        if of_range:
            yield f"{number(value)} of {number(part.low)}–{number(part.high)} {many}"
        else:
            yield f"{number(value)} {one if value == 1 else many}"
