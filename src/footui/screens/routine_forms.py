"""What is typed about a routine, and what it means: a form for the timings, one for title and days, the base of all.

A form reads its texts by the rules of the file, but of as little as it takes, so that each letter can be checked; what
is wrong is said as `footui check` says it. Its edits are the smallest that make the file say the same.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from footui.core.dose import Level
from footui.core.routine import Routine
from footui.core.typed_dose import TypedField
from footui.core.typed_routine import (
    ABOUT_FIELDS,
    TIMING_FIELDS,
    about_keys,
    about_texts,
    timing_keys,
    timing_texts,
)
from footui.core.typed_step import Texts
from footui.storage.catalogue import Catalogue
from footui.storage.problems import Problem
from footui.storage.routine_file import read_routine
from footui.storage.session_limits import session_too_long
from footui.storage.toml_edit import Edit, RemoveKey, SetKey
from footui.storage.toml_source import TomlProblems, TomlSource

MOST_SESSIONS: Final = 12
"""Sessions of a day that a routine without steps may still come to have."""


class NotRight(Exception):  # noqa: N818 - a person calls it so
    """What was typed cannot stand in the file; the message is the sentence of `footui check`."""


class Around(NamedTuple):
    """The file that a form belongs to: its data, what they mean (None without steps), and the exercises."""

    table: Mapping[str, Any]
    routine: Routine | None
    catalogue: Catalogue


class Form(ABC):
    """Fields of a file while they are typed in; `before` are their texts as the file has them."""

    at_edge = ""
    """The field of the first line that stands at the right edge."""
    needed: tuple[str, ...] = ()
    """Fields that cannot be left empty: an empty one is not wrong before it is taken."""

    def __init__(self, around: Around, before: dict[str, str], first: str) -> None:
        """`first` is the field to begin with."""
        self.around = around
        self.before = before
        self.first = first

    @abstractmethod
    def fields(self, texts: Texts) -> tuple[TypedField, ...]:
        """The fields that are of use with these texts, in order."""

    @abstractmethod
    def read(self, texts: Texts, current: str) -> Routine | None:
        """The routine with these texts in it, None while it has no step; raises `NotRight`.

        Of several problems the one of the `current` field is told.
        """

    @abstractmethod
    def edits(self, texts: Texts) -> list[Edit]:
        """What makes the file say the same; nothing where nothing differs."""

    def hint(self, field: TypedField, texts: Texts) -> str:
        """What to say of a field that is right."""
        return field.hint

    def first_line(self) -> tuple[str, ...]:
        """The names of the fields that stand in the first line."""
        return ()


class TimingForm(Form):
    """The `[timing]` of the file."""

    def __init__(self, around: Around) -> None:
        """The timings as they are."""
        self._keys: Mapping[str, Any] = around.table.get("timing", {})
        super().__init__(around, timing_texts(self._keys), TIMING_FIELDS[0].name)

    def fields(self, texts: Texts) -> tuple[TypedField, ...]:
        """Always the same ones."""
        return TIMING_FIELDS

    def read(self, texts: Texts, current: str) -> Routine | None:
        """The routine with these timings; a count may make a step too long."""
        keys = timing_keys(self._keys, texts)
        counted = [
            {key: value for key, value in step.items() if key != "group"}
            for step in self.around.table.get("steps", ())
            if step.get("unit") == "counts"
        ]
        read = read_as({"timing": keys, "steps": counted or [any_step(self.around)]}, self.around, current)
        routine = self.around.routine
        return None if routine is None else not_too_long(routine._replace(timing=read.timing))

    def edits(self, texts: Texts) -> list[Edit]:
        """The keys that differ."""
        return differing(("timing",), self._keys, timing_keys(self._keys, texts))


class AboutForm(Form):
    """Title, sessions, days, level, source and about."""

    def __init__(self, around: Around) -> None:
        """As they are."""
        super().__init__(around, about_texts(around.table), ABOUT_FIELDS[0].name)

    def fields(self, texts: Texts) -> tuple[TypedField, ...]:
        """Always the same ones."""
        return ABOUT_FIELDS

    def read(self, texts: Texts, current: str) -> Routine | None:
        """The routine with these."""
        routine = self.around.routine
        keys = about_keys(self.around.table, texts)
        a_day = MOST_SESSIONS if routine is None else routine.sessions_per_day(Level.HIGH)
        names = ("title", "about", "source", "slots", "every_days", "weekdays", "level")
        top = {key: keys[key] for key in names if key in keys}
        step = {**any_step(self.around), "times_per_day": a_day}
        read = read_as({**top, "steps": [step]}, self.around, current, has_title=True)
        if routine is None:
            return None
        return read._replace(slug=routine.slug, steps=routine.steps, timing=routine.timing, groups=routine.groups)

    def edits(self, texts: Texts) -> list[Edit]:
        """The keys that differ."""
        return differing((), self.around.table, about_keys(self.around.table, texts))


def differing(path: tuple[str | int, ...], before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Edit]:
    """The edits of a table's keys that make it say `after`."""
    gone: list[Edit] = [RemoveKey((*path, key)) for key in before if key not in after]
    changed = [key for key in after if key not in before or not _same(before[key], after[key])]
    return [*gone, *(SetKey((*path, key), after[key]) for key in changed)]


def _same(one: object, other: object) -> bool:
    return one is other or repr(one) == repr(other)


def any_step(around: Around) -> dict[str, Any]:
    """A step in which nothing can be wrong."""
    routine = around.routine
    exercise = routine.steps[0].exercise if routine else next(iter(around.catalogue.exercises), "")
    return {"exercise": exercise, "reps": 1}


def read_as(table: dict[str, Any], around: Around, current: str, *, has_title: bool = False) -> Routine:
    """What these data of a routine file mean; raises `NotRight` with the problem of the current field before others."""
    data = {"format": 1, **({} if has_title else {"title": "-"}), **table}
    try:
        return read_routine(TomlSource("", data, b"", ""), "typed", around.catalogue)
    except TomlProblems as error:
        raise NotRight(_told(error.problems, current)) from error


def _told(problems: list[Problem], current: str) -> str:
    named = (problem.message for problem in problems if f"“{current}”" in problem.message)
    return next(named, problems[0].message)


def not_too_long(routine: Routine) -> Routine:
    """The routine; raises `NotRight` where one of its sessions is too long."""
    too_long = session_too_long(routine)
    if too_long is not None:
        raise NotRight(too_long)
    return routine
