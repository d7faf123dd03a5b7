"""What a person may try next, from how the last sessions went: a little more, a little less, or each side by itself.

A suggestion is a value; whoever takes it has it written into the routine (`storage/suggestion.py`). The rules are ours,
and `docs/progression.md` says so, each with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core import wording
from footui.core.dose import Dose, Level, Number, Sides, Unit
from footui.core.morning import has_settled
from footui.core.progression_words import StepWords
from footui.core.record import SessionRecord, WorkDone
from footui.core.settings import CareSettings
from footui.core.tried import Tried, highest_pain, planned_work, rows_of, said_pain, tries_of, was_to_be

if TYPE_CHECKING:
    from footui.core.exercise import Exercise
    from footui.core.routine import Routine, Step

IN_A_ROW: Final = 2
"""So many sessions in a row have to be complete before more is suggested, or one-sided before the sides are parted."""

MOST_PAIN: Final = 2
"""Above this nothing harder is suggested, whatever the settings say; they can only make it less."""


class Kind(StrEnum):
    """What is suggested for a step."""

    UP = "up"
    DOWN = "down"
    SPLIT = "split"


class Suggestion(NamedTuple):
    """What may be tried: `sentence` ends with the question; the edits are of the step's table in the routine's file."""

    kind: Kind
    step: int
    """Which step of the routine, from 1."""
    sentence: str
    done: str
    """What holds once it is taken: “Toe walking: 15 s”."""
    about: str
    """What it is about, for whoever leaves it: the kind, and the step with its exercise."""
    keys: tuple[tuple[str, str], ...]
    """Keys of the step, with their new values."""
    copy_keys: tuple[tuple[str, str], ...] = ()
    """The same for a copy of the step that comes below it; empty where there is none."""


class NothingHarder(NamedTuple):
    """Why nothing harder is suggested for a step that could be harder: what was said of pain."""

    step: int
    sentence: str
    of_step: str
    """The same with the step and where in its ranges it is worked at."""


Found = Suggestion | NothingHarder


def suggestion(
    routine: Routine,
    sessions: Sequence[SessionRecord],
    exercises: Mapping[str, Exercise],
    care: CareSettings,
    *,
    left: Mapping[str, datetime] = MappingProxyType({}),
    number: Callable[[Number], str] = wording.number,
) -> Found | None:
    """The one thing to suggest for a routine, if anything: less before parting the sides, that before more.

    `sessions` are the last ones of all routines, newest first. More is suggested for one step at a time: not before a
    session was done with the routine as it is now. `left` says when what a suggestion was about was last left as it
    is: it comes again after two more sessions with that step.
    """
    planned = planned_work(routine)
    own = [record for record in sessions if record.routine == routine.slug]
    found: list[Found] = []
    for place in range(1, len(routine.steps) + 1):
        words = StepWords(routine, place, exercises, number)
        found += _StepAsDone(routine, place, sessions, planned=planned, care=care, words=words).found()
    one_at_a_time = bool(own) and was_to_be(own[0].work, planned)
    new = (
        each
        for each in found
        if isinstance(each, NothingHarder)
        or ((each.kind is not Kind.UP or one_at_a_time) and not _was_left(each, own, left.get(each.about)))
    )
    return min(new, key=lambda each: _rank(each, own), default=None)


def other_level(dose: Dose, level: Level, *, up: bool) -> Level | None:
    """The next level at which more of this dose is done, or less; None where there is none.

    Where the middle is the same as the end it leads to, it is that end.
    """
    levels = list(Level) if up else list(Level)[::-1]
    beyond = levels[levels.index(level) + 1 :]
    different = next((each for each in beyond if _worked(dose, each) != _worked(dose, level)), None)
    if different is not None and _worked(dose, different) == _worked(dose, levels[-1]):
        return levels[-1]
    return different


def _worked(dose: Dose, level: Level) -> tuple[Number, ...]:
    """How much is done in a session at a level; how often a day is no part of it."""
    counted = [dose.reps, dose.sets]
    measured = dose.hold or dose.move
    if measured is not None and dose.unit is Unit.COUNTS:
        counted.append(measured)
    amounts = tuple(each.counted_at(level) for each in counted)
    return (*amounts, measured.at(level)) if measured is not None and dose.unit is Unit.SECONDS else amounts


class _StepAsDone:
    """One step of a routine, with how it went in the last sessions."""

    def __init__(
        self,
        routine: Routine,
        place: int,
        sessions: Sequence[SessionRecord],
        *,
        planned: Sequence[WorkDone],
        care: CareSettings,
        words: StepWords,
    ) -> None:
        self._place, self._care, self._words = place, care, words
        self._step: Step = routine.steps[place - 1]
        self._level = self._step.level_for(routine.level, None)
        self._all = sessions
        self._sessions = [record for record in sessions if record.routine == routine.slug]
        self._tried = tries_of(routine, place, planned, self._sessions, IN_A_ROW)

    def found(self) -> Iterator[Found]:
        """All there is to suggest, or why there is nothing harder."""
        for each in (self.less(), self.parted(), self.more(), self.nothing_harder()):
            if each is not None:
                yield each

    # Less

    def less(self) -> Suggestion | None:
        """The level below, after pain above the limit or a morning on which it had not settled."""
        lower = other_level(self._step.dose, self._level, up=False)
        if lower is None or not self._tried or not self._tried[0].at_present:
            return None
        last = self._tried[0]
        worse = next(filter(self._is_worse_morning, self._since(last)), None)
        if worse is not None:
            sentence = self._words.worse_morning(self._level, lower, worse.pain)
        elif (pain := self._too_much(last)) is not None:
            sentence = self._words.too_much_pain(self._level, lower, pain)
        else:
            return None
        return self._level_suggestion(Kind.DOWN, lower, sentence)

    def _too_much(self, last: Tried) -> int | None:
        """The pain above the limit that asks for less of this step, where there was any."""
        limit = self._care.stop_above
        if any(row.pain is not None and row.pain > limit for row in last.record.work):
            return last.pain if last.pain > limit else None  # it was said while which step was done
        highest = highest_pain(last.record)
        return highest if highest is not None and highest > limit else None

    def _is_worse_morning(self, record: SessionRecord) -> bool:
        morning = record.pain.next_morning
        return not has_settled(record.pain, self._care) or (morning is not None and morning > self._care.stop_above)

    # More

    def more(self) -> Suggestion | None:
        """The level above, after two complete sessions in a row that were not hard and hardly hurt."""
        higher = other_level(self._step.dose, self._level, up=True)
        last = self._tried
        if higher is None or len(last) < IN_A_ROW or not all(each.is_complete for each in last):
            return None
        if any(each.record.effort == "hard" or not said_pain(each.record) for each in last):
            return None
        if not all(map(self._allows_more, self._since(last[-1]))) or self._hurt_elsewhere(last[-1]):
            return None
        sentence = self._words.complete(self._level, higher, [each.record for each in last])
        return self._level_suggestion(Kind.UP, higher, sentence)

    def nothing_harder(self) -> NothingHarder | None:
        """That pain speaks against more, where the last session was one with this step, and more were possible."""
        higher = other_level(self._step.dose, self._level, up=True)
        if higher is None or not self._tried or self._tried[0].record is not self._sessions[0]:
            return None
        record = self._sessions[0]
        if self._allows_more(record):
            return None
        highest = self._tried[0].pain or highest_pain(record) or 0
        if (highest_pain(record) or 0) > self._limit:
            reason = f"Pain was above {self._limit}, so nothing harder is suggested."
        else:
            reason = "Pain had not settled by the next morning, so nothing harder is suggested."
        return NothingHarder(self._place, reason, self._words.nothing_harder(self._level, highest))

    @property
    def _limit(self) -> int:
        return min(MOST_PAIN, self._care.ease_from - 1)

    def _allows_more(self, record: SessionRecord) -> bool:
        """Whether nothing that was said of pain around a session speaks against more."""
        highest = highest_pain(record)
        return (highest is None or highest <= self._limit) and not self._is_worse_morning(record)

    def _hurt_elsewhere(self, first: Tried) -> bool:
        """Whether the same exercise hurt in another routine, from that session on."""
        return any(
            row.pain is not None and row.pain > self._limit and row.exercise == self._step.exercise
            for record in self._all
            if record.started >= first.record.started
            for row in record.work
        )

    # Each side by itself

    def parted(self) -> Suggestion | None:
        """The step as one step a side, where twice in a row the same side was complete and the other was not."""
        last = self._tried
        if self._step.dose.sides not in (Sides.EACH, Sides.ALTERNATE) or len(last) < IN_A_ROW:
            return None
        behind = {each.side_behind for each in last}
        if len(behind) != 1 or (side := behind.pop()) is None:
            return None
        first = self._step.dose.first
        sentence = self._words.sides_differ(side, [each.of_side(side) for each in reversed(last)])
        return Suggestion(
            Kind.SPLIT, self._place, sentence, self._words.parted(), self._about(Kind.SPLIT),
            keys=(("sides", first.value),), copy_keys=(("sides", first.other.value),),
        )  # fmt: skip

    # What they share

    def _since(self, first: Tried) -> Iterator[SessionRecord]:
        """The sessions of the routine from that one on, with or without the step."""
        return (record for record in self._sessions if record.started >= first.record.started)

    def _level_suggestion(self, kind: Kind, level: Level, sentence: str) -> Suggestion:
        done = self._words.at(level)
        return Suggestion(kind, self._place, sentence, done, self._about(kind), keys=(("level", level.value),))

    def _about(self, kind: Kind) -> str:
        return " ".join(filter(None, (kind.value, str(self._place), self._step.exercise, self._step.variant)))


def _was_left(each: Suggestion, own: Sequence[SessionRecord], when: datetime | None) -> bool:
    """Whether it was left as it is then, and the step stood in fewer than two sessions of its routine since."""
    if when is None:
        return False
    since = (record for record in own if record.started > when and rows_of(record.work, each.step))
    return len(list(islice(since, IN_A_ROW))) < IN_A_ROW


def _rank(found: Found, own: Sequence[SessionRecord]) -> tuple[int, int, int]:
    """What is suggested first: less, where it hurt most; then the sides, then more, by the order of the steps."""
    kinds = (Kind.DOWN, Kind.SPLIT, Kind.UP)
    kind = kinds.index(found.kind) if isinstance(found, Suggestion) else len(kinds)
    pain = max((row.pain or 0 for row in rows_of(own[0].work, found.step)), default=0)
    return kind, -pain, found.step
