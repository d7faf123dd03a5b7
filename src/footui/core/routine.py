"""A routine as its file means it: steps in order, circuits, timings, and how often it is done."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from footui.core.dose import ONE, Dose, Level, Number, Range, Timing


class Step(NamedTuple):
    """One step: an exercise in one of its forms, and the dose of it."""

    exercise: str
    dose: Dose
    variant: str | None = None
    group: str | None = None
    level: Level | None = None
    source: str | None = None
    note: str = ""

    def level_for(self, file_level: Level, asked: Level | None) -> Level:
        """The level to work at: the one asked for goes before the step's own, that before the file's."""
        return asked or self.level or file_level


class Group(NamedTuple):
    """A circuit: its steps are done once a round; `rest` is the pause between rounds, in seconds."""

    rounds: int
    rest: Number = 0


class Routine(NamedTuple):
    """A whole routine; `slug` is the name of its file without `.toml`."""

    slug: str
    title: str
    steps: tuple[Step, ...]
    about: str = ""
    source: str | None = None
    slots: tuple[str, ...] = ()
    every_days: Range = ONE
    weekdays: tuple[str, ...] = ()
    level: Level = Level.LOW
    timing: Timing = Timing()
    groups: Mapping[str, Group] = MappingProxyType({})

    def timing_of(self, step: Step) -> Timing:
        """The timings that hold for `step`, in seconds."""
        return step.dose.timing.over(self.timing)

    def sessions_per_day(self, asked: Level | None = None) -> int:
        """The number of sessions a day at the level asked for: the largest times a day of its steps."""
        return max(step.dose.times_per_day.whole_at(step.level_for(self.level, asked)) for step in self.steps)

    def slot(self, session: int) -> str | None:
        """The name of session `session` (from 1), such as “breakfast”, where it has one."""
        return self.slots[session - 1] if 1 <= session <= len(self.slots) else None

    @property
    def has_ranges(self) -> bool:
        """Whether the level makes any difference."""
        return any(step.dose.ranges for step in self.steps)
