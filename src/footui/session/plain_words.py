"""The sentences of the plain session: one line a phase, in words that a screen reader speaks well.

All that is known of a step is said in the pause before it, so that its work begins with few words.
"""

from __future__ import annotations

from collections.abc import Mapping

from footui.core.dose import Side, Sides, Unit
from footui.core.exercise import Exercise, Position
from footui.core.notation import PLAIN, Notation
from footui.core.phase import SECOND, Phase, PhaseKind
from footui.core.player import Player
from footui.core.routine import Step
from footui.core.timeline import Timeline
from footui.core.wording import foot, lowered
from footui.session.plain_count import SHORT_PAUSE_NS, counts_aloud
from footui.session.plain_speech import (
    amount,
    closed,
    one_foot,
    said_once,
    spoken_left,
    spoken_seconds,
    spoken_title,
)
from footui.session.upcoming import Upcoming


class PlainWords:
    """Says what a player plays in sentences; `exercises` are those of its steps, by id."""

    def __init__(self, player: Player, exercises: Mapping[str, Exercise], notation: Notation = PLAIN) -> None:
        """Number the steps of this session from 1: it may leave out some of the file's."""
        self._player = player
        self._exercises = exercises
        self._upcoming = Upcoming(player, exercises)
        self.notation = notation
        steps = dict.fromkeys(phase.step for phase in player.timeline.phases)
        self._numbers = {step: place for place, step in enumerate(steps, start=1)}

    @property
    def timeline(self) -> Timeline:
        """What is played: a change in the session's course makes it another."""
        return self._player.timeline

    @property
    def steps(self) -> int:
        """How many steps the session has."""
        return len(self._numbers)

    # One phase

    def sentence(self, index: int, into_ns: int = 0) -> str:
        """What is said when a phase begins, or is entered `into_ns` nanoseconds into it, before any counting."""
        phase = self.timeline.phases[index]
        if phase.is_work:
            return self._work_sentence(index, into_ns)
        coming = self.work_at(index)
        length = spoken_seconds(phase.seconds or 0, self.notation)
        if into_ns:
            length = spoken_left((phase.length_ns or 0) - into_ns)
        match phase.kind:
            case PhaseKind.PREPARE:
                return f"Get ready, {length}. {self._what_comes(index)}"
            case PhaseKind.TRANSITION:
                return f"Next in {length}: {lowered(self._what_comes(index))}"
            case PhaseKind.CHANGE:
                return f"Change to the {foot(coming.side or Side.BOTH)}, {length}."
            case PhaseKind.REST:
                return f"Rest, {length}. Next: {', '.join([_set(coming), *one_foot(coming)])}."
            case PhaseKind.ROUND_REST:
                return f"Rest, {length}. {self._what_comes(index)}"
            case _:
                return "Release." if self.follows_on(index) else f"Release, {length}."

    def _what_comes(self, index: int) -> str:
        """The step that a pause leads to; in the midst of a step, the place in it."""
        return self.step_sentence(index) if self.leads_to_step(index) else f"{self.where(index)}."

    def _work_sentence(self, index: int, into_ns: int) -> str:
        """“Hold, left foot, set 2 of 3, repetition 4 of 10. 20 seconds.”; what the line before has said is left out."""
        phase = self.timeline.phases[index]
        before = self._before_in_stretch(index)
        parts = [self._verb(phase)]
        if before is None or into_ns:
            parts += one_foot(phase)
            parts += [_set(phase)] if phase.sets > 1 else []
        if not self._is_same_repetition(before, phase) or into_ns:
            parts += self._repetition(phase)
        how_long = "" if self._is_as_before(index) and not into_ns else self._how_long(phase)
        if into_ns and phase.length_ns is not None and not self.counts_aloud(phase):
            how_long = f" {spoken_left(phase.length_ns - into_ns)}."
        return f"{', '.join(parts)}.{how_long}"

    def _is_as_before(self, index: int) -> bool:
        """Whether the length was said: the work before, with the same foot in this step, was as long."""
        phases, phase = self.timeline.phases, self.timeline.phases[index]
        before = next((each for each in reversed(phases[:index]) if each.is_work), None)
        if before is None or self._is_tempo(phase) or phases[index - 1].kind is PhaseKind.PREPARE:
            return False
        return (before.occurrence, before.side, before.length_ns) == (phase.occurrence, phase.side, phase.length_ns)

    def _repetition(self, phase: Phase) -> list[str]:
        if phase.reps < 2 or phase.kind is PhaseKind.REPS:
            return []
        return [f"{'repetition ' if phase.sets > 1 else ''}{phase.rep} of {phase.reps}"]

    def _how_long(self, phase: Phase) -> str:
        """The length, where counting aloud does not say it anyway."""
        if phase.length_ns is None:
            return f" {self.amount(phase.amount or 0, 'repetition')} at your own pace. Enter when done."
        if phase.unit is Unit.COUNTS:
            return "" if self.counts_aloud(phase) else f" {self.amount(phase.amount or 0, 'count')}."
        is_said = phase.length_ns < SHORT_PAUSE_NS and phase.length_ns % SECOND == 0
        return "" if is_said else f" {spoken_seconds(phase.seconds or 0, self.notation)}."

    def _verb(self, phase: Phase) -> str:
        if phase.kind is PhaseKind.REPS:
            return "Go"
        if phase.direction in ("up", "down"):
            return phase.direction.capitalize()
        if phase.kind is PhaseKind.HOLD:
            return f"Hold {phase.direction}" if phase.direction else "Hold"
        return f"Move {phase.direction}" if phase.direction else self.title(phase)

    def follows_on(self, index: int) -> bool:
        """Whether a phase stands on the line of the one before: a short release, a later part of a tempo."""
        phase = self.timeline.phases[index]
        if phase.kind is PhaseKind.RELEASE:
            return (phase.length_ns or 0) < SHORT_PAUSE_NS
        return self._is_tempo(phase) and self._is_same_repetition(self._before_in_stretch(index), phase)

    def _before_in_stretch(self, index: int) -> Phase | None:
        """The work before this one, where only a release parts them and the set, the foot and the length are the same.

        The parts of one repetition of a tempo are of one stretch too, whatever their lengths.
        """
        phases, phase = self.timeline.phases, self.timeline.phases[index]
        place = index - 1
        if place >= 0 and phases[place].kind is PhaseKind.RELEASE:
            place -= 1
        before = phases[place] if place >= 0 else None
        if before is None or not before.is_work or not phase.is_work:
            return None
        is_same_set = (before.occurrence, before.set, before.side) == (phase.occurrence, phase.set, phase.side)
        is_as_long = before.length_ns == phase.length_ns or self._is_tempo(phase)
        return before if is_same_set and is_as_long else None

    def _is_same_repetition(self, before: Phase | None, phase: Phase) -> bool:
        return before is not None and before.rep == phase.rep

    # One step

    def leads_to_step(self, index: int) -> bool:
        """Whether this is the first phase of a going through of a step."""
        phases = self.timeline.phases
        return index == 0 or phases[index - 1].occurrence != phases[index].occurrence

    def step_sentence(self, index: int) -> str:
        """The step that this phase leads to: which one and its dose; in a later round of a circuit, which one."""
        work = self.work_at(index)
        which = f"Step {self._numbers[work.step]} of {self.steps}" if self.steps > 1 else ""
        if work.round > 1:
            name = f"{which}: {lowered(self.title(work))}" if which else self.title(work)
            return f"Round {work.round} of {work.rounds}. {name}."
        rounds = f"Round 1 of {work.rounds}. " if work.rounds > 1 else ""
        return f"{rounds}{f'{which}. ' if which else ''}{self.title(work)}: {self.dose(work)}."

    def dose(self, work: Phase) -> str:
        """The dose as it is at the level, or after a change."""
        dose = self.timeline.step_of(work).dose
        if dose.tempo is not None:
            names = zip(("up", "hold", "down"), dose.tempo, strict=True)
            parts = [f"{name} {self.amount(seconds, 'second')}" for name, seconds in names if seconds]
        elif work.length_ns is None:
            parts = [f"{self.amount(work.amount or 0, 'repetition')} at your own pace"]
        else:
            parts = [self._measured(work, dose.directions)]
        if work.length_ns is not None and work.reps > 1:
            parts.append(self.amount(work.reps, "repetition"))
        if work.sets > 1:
            parts.append(self.amount(work.sets, "set"))
        return ", ".join([*parts, *self._sides(work, dose.sides, dose.first)])

    def _measured(self, work: Phase, directions: tuple[str, ...]) -> str:
        """“20 seconds”, “10 counts clockwise, then 10 anticlockwise”."""
        in_counts = work.unit is Unit.COUNTS
        number = work.amount or 0
        length = self.amount(number, "count") if in_counts else spoken_seconds(number, self.notation)
        more = (f"then {self.notation.number(number)} {direction}" for direction in directions[1:])
        return ", ".join([" ".join([length, *directions[:1]]), *more])

    def lowest_dose(self, index: int) -> str:
        """The dose of the present step at the low end of its ranges."""
        work = self.work_at(index)
        dose = self.timeline.step_of(work).dose.lowest
        measured, reps = dose.hold or dose.move, int(dose.reps.low)
        amount_low = measured.low if measured else reps if work.length_ns is None else work.amount
        return self.dose(work._replace(amount=amount_low, reps=reps, sets=int(dose.sets.low)))

    def _sides(self, work: Phase, sides: Sides, first: Side) -> list[str]:
        match sides:
            case Sides.EACH:
                return [f"each foot, {first} first"]
            case Sides.ALTERNATE:
                return [f"feet in turn, {first} first"]
            case Sides.LEFT | Sides.RIGHT:
                return [f"{sides} foot"]
            case Sides.BOTH:  # nobody walks on one
                return [] if self.form(work).position is Position.WALKING else ["both feet"]

    def advice(self, index: int) -> str:
        """How the exercise is done in one line, the routine's note on it, and what to take care of; may be empty."""
        work = self.work_at(index)
        form = self.form(work)
        return said_once((form.brief, self._step(work).note, *form.cautions))

    def how_to(self, index: int) -> list[str]:
        """The whole movement and what to take care of, a sentence a line."""
        work = self.work_at(index)
        form = self.form(work)
        return [closed(self.title(work)), *(f"  {closed(text)}" for text in (*form.steps, *form.cautions))]

    # Where it is

    def work_at(self, index: int) -> Phase:
        """The piece of work at this place, or the one that a pause there leads to."""
        return self.timeline.phases[self._upcoming.work_index(index)]

    def where(self, index: int) -> str:
        """The place of a piece of work: “Pencil pickups, left foot, repetition 3 of 5”."""
        work = self.work_at(index)
        parts = [self.title(work), *one_foot(work)]
        parts += [f"round {work.round} of {work.rounds}"] if work.rounds > 1 else []
        parts += [_set(work)] if work.sets > 1 else []
        parts += [f"repetition {work.rep} of {work.reps}"] if work.reps > 1 and work.length_ns is not None else []
        return ", ".join(parts)

    def step_number(self, index: int) -> str:
        """“Step 2 of 5”."""
        return f"Step {self._numbers[self.timeline.phases[index].step]} of {self.steps}"

    def title(self, phase: Phase) -> str:
        """The exercise with its variant: “Ankle circles, lying”."""
        return spoken_title(self._upcoming.title(phase))

    def title_of_step(self, step: int) -> str:
        """The exercise of a step, by its number in the file."""
        return self.title(next(phase for phase in reversed(self.timeline.phases) if phase.step == step))

    def next_title(self) -> str | None:
        """The exercise of the next step within a sentence, None in the last."""
        title = self._upcoming.next_title(self._player.index)
        return None if title is None else lowered(spoken_title(title))

    def form(self, phase: Phase) -> Exercise:
        """The exercise in the form in which it is done."""
        return self._exercises[phase.exercise].in_form(phase.variant)

    # Measures

    def amount(self, count: float, one: str) -> str:
        """“1 repetition”, “2.5 counts”, as the person's numbers are written."""
        return amount(count, one, self.notation)

    def count_ns(self, phase: Phase) -> int:
        """The length of one count in this phase, in nanoseconds."""
        return round(self.timeline.routine.timing_of(self._step(phase)).count * SECOND)

    def counts_aloud(self, phase: Phase) -> bool:
        """Whether the counts of a phase are said, going up."""
        return counts_aloud(phase, self.count_ns(phase))

    def _step(self, phase: Phase) -> Step:
        return self.timeline.step_of(phase)

    def _is_tempo(self, phase: Phase) -> bool:
        return self._step(phase).dose.tempo is not None


def _set(phase: Phase) -> str:
    return f"set {phase.set} of {phase.sets}"
