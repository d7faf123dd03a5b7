"""What comes after the present phase, in words: the next pause or piece of work, and what follows that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.dose import Side
from footui.core.phase import Phase, PhaseKind
from footui.core.wording import amount_of, dose_sentence, foot, number, plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footui.core.exercise import Exercise
    from footui.core.player import Player
    from footui.core.timeline import Timeline

LabelledText = tuple[str, str]
"""A label such as “then”, and the text behind it."""

SESSION_DONE = "the session is done"


class Upcoming:
    """Looks ahead in the timeline that a player has at the moment; `exercises` are those of its steps, by id."""

    def __init__(self, player: Player, exercises: Mapping[str, Exercise]) -> None:
        """Nothing is worked out before it is asked for."""
        self._player = player
        self._exercises = exercises

    @property
    def timeline(self) -> Timeline:
        """What is played: a change in the session's course makes it another."""
        return self._player.timeline

    def title(self, phase: Phase) -> str:
        """The exercise of a phase with its variant: “Ankle circles · lying”, and what stands in for its equipment."""
        exercise = self._exercises.get(phase.exercise)
        instead = self._player.instead.get(phase.step)
        title = exercise.full_title(phase.variant) if exercise else phase.exercise
        return f"{title} · with {instead}" if instead else title

    def work_index(self, index: int) -> int:
        """The piece of work at or after this place."""
        phases = self.timeline.phases
        return next(i for i in range(index, len(phases)) if phases[i].is_work)

    def rows(self, index: int) -> tuple[LabelledText, LabelledText]:
        """Two rows: what comes directly after the present work (or after the work a pause leads to), and after that."""
        phases = self.timeline.phases
        work = self.work_index(index)
        after = phases[work + 1] if work + 1 < len(phases) else None
        first = ("then", SESSION_DONE if after is None else self._words(after, work + 1))
        next_step = self._next_step(work)
        if next_step is not None:
            return first, ("after" if index != work else "next", self._step_words(next_step))
        left = self._left_in_step(phases[work])
        second = f"{left}, then {SESSION_DONE}" if left else ""
        return first, (("after", second) if second else ("", ""))

    def _words(self, phase: Phase, index: int) -> str:
        """One phase in words: “rest, 10 s · set 5”, “change to the right foot, 5 s”."""
        seconds = f"{number(phase.seconds or 0)} s"
        match phase.kind:
            case PhaseKind.RELEASE:
                return f"release, {seconds}"
            case PhaseKind.REST:
                return f"rest, {seconds} · set {phase.set}"
            case PhaseKind.ROUND_REST:
                return f"rest, {seconds} · round {phase.round}"
            case PhaseKind.CHANGE:
                side = self.timeline.phases[self.work_index(index)].side or Side.BOTH
                return f"change to the {foot(side)}, {seconds}"
            case PhaseKind.TRANSITION | PhaseKind.PREPARE:
                return f"{seconds} to get ready"
            case PhaseKind.REPS:
                return f"{amount_of(phase)} at your own pace{self._side_words(phase)}"
            case PhaseKind.HOLD | PhaseKind.MOVE:
                what = phase.direction or phase.kind.value
                return f"{what}, {amount_of(phase)}{self._side_words(phase)}"

    def _side_words(self, phase: Phase) -> str:
        return f" · {foot(phase.side)}" if phase.side in (Side.LEFT, Side.RIGHT) and phase.side else ""

    def _next_step(self, work: int) -> Phase | None:
        """The first work of the next going through of a step, or None in the last one."""
        phases, here = self.timeline.phases, self.timeline.phases[work].occurrence
        later = phases[work + 1 :]
        return next((phase for phase in later if phase.is_work and phase.occurrence != here), None)

    def next_title(self, index: int) -> str | None:
        """The exercise of the next step after the present one, or None in the last."""
        coming = self._next_step(self.work_index(index))
        return None if coming is None else self.title(coming)

    def _step_words(self, phase: Phase) -> str:
        """A coming step: its exercise, its dose, and what to take care of."""
        step = self.timeline.step_of(phase)
        parts = [self.title(phase), dose_sentence(step.dose)]
        if phase.rounds > 1:
            parts.append(f"round {phase.round} of {phase.rounds}")
        return " · ".join(parts)

    def _left_in_step(self, phase: Phase) -> str:
        """What is left of a step after this piece of work: “2 more sets”, “the right foot”; empty for nothing."""
        step = self.timeline.step_of(phase)
        parts = []
        if phase.length_ns is not None and phase.rep < phase.reps:
            parts.append(plural(phase.reps - phase.rep, "more repetition"))
        order = step.dose.side_order
        if phase.side in order and phase.side != order[-1]:
            parts.append(f"the {foot(order[-1])}")
        if phase.set < phase.sets:
            parts.append(plural(phase.sets - phase.set, "more set"))
        return ", ".join(parts)
