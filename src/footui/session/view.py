"""What a live session shows at a moment, as plain values: words, numbers, how full the bar is, what comes next.

The live screen and the plain session draw it; nothing here knows a terminal.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from footui.core.dose import Side, Sides, Unit
from footui.core.notation import PLAIN, Notation
from footui.core.phase import SECOND, Phase, PhaseKind, nanoseconds
from footui.core.player import Player
from footui.core.walk import PlayerState
from footui.core.wording import amount_of, clock, foot, number, place
from footui.session.upcoming import LabelledText, Upcoming

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footui.core.exercise import Exercise

_WORDS = {
    PhaseKind.PREPARE: "READY",
    PhaseKind.TRANSITION: "NEXT",
    PhaseKind.HOLD: "HOLD",
    PhaseKind.MOVE: "MOVE",
    PhaseKind.REPS: "GO",
    PhaseKind.RELEASE: "RELEASE",
    PhaseKind.CHANGE: "CHANGE",
    PhaseKind.REST: "REST",
    PhaseKind.ROUND_REST: "REST",
}
_ARROWS = {"clockwise": " ↻", "anticlockwise": " ↺", "counterclockwise": " ↺"}


class SetsDone(NamedTuple):
    """A self-paced step's bar: one part a set."""

    done: int
    sets: int


class LiveView(NamedTuple):
    """One picture of a live session; `bar` is how much of the phase is over (0 to 1), or a self-paced step's sets."""

    heading: str
    session: str
    end: str
    clock_text: str
    word: str
    number: int
    number_is_seconds: bool
    number_note: str
    kind: PhaseKind
    paused: bool
    post: Side | None
    title: str
    place: str
    bar: float | SetsDone
    brief: str
    note: str
    below: tuple[LabelledText, LabelledText]
    dimmed: bool = False
    """Whether it has been paused for so long that the picture steps back."""

    @property
    def working(self) -> bool:
        """Whether the person exercises at this moment."""
        return self.kind.is_work and not self.paused


class ViewComposer:
    """Makes pictures of one player; `exercises` are those of its steps, by id."""

    def __init__(
        self,
        player: Player,
        exercises: Mapping[str, Exercise],
        notation: Notation = PLAIN,
        dim_after_ns: int = 120 * SECOND,
    ) -> None:
        """A composer for the whole of a session; a pause of `dim_after_ns` dims the picture."""
        self._player = player
        self._exercises = exercises
        self._notation = notation
        self._dim_after_ns = dim_after_ns
        self._upcoming = Upcoming(player, exercises)

    def compose(self, ends: datetime | None) -> LiveView:
        """The picture as of the player's last call; `ends` is when the session would end, None where nobody can say."""
        player, timeline = self._player, self._player.timeline
        phase = player.phase
        work = timeline.phases[self._upcoming.work_index(player.index)]
        paused = player.state is PlayerState.PAUSED
        routine, slot = timeline.routine, timeline.slot
        place_text = _place_text(work, timeline.step_of(work).dose.directions)
        return LiveView(
            heading=f"{routine.title} · {slot}" if slot else routine.title,
            session=f"{timeline.session} of {timeline.sessions_per_day}",
            end=end_text(ends, self._notation),
            clock_text=self._clock_text(),
            word="PAUSED" if paused else self._word(phase),
            number=self._number(phase),
            number_is_seconds=phase.length_ns is not None and not _counts_up(phase),
            number_note=self._number_note(phase),
            kind=phase.kind,
            paused=paused,
            post=_post(phase, work),
            title=self._title(phase, work),
            place=self._done_text(phase) or place_text,
            bar=self._bar(phase),
            brief=self._brief(phase, work),
            note=timeline.step_of(work).note,
            below=self._upcoming.rows(player.index),
            dimmed=paused and player.time.present_pause_ns >= self._dim_after_ns,
        )

    def next_title(self) -> str | None:
        """The exercise of the next step, None in the last."""
        return self._upcoming.next_title(self._player.index)

    def note(self) -> str:
        """What the routine says about the present step; may be empty."""
        return self._player.timeline.step_of(self._player.phase).note

    def title(self) -> str:
        """The present or coming exercise with its variant."""
        return self._upcoming.title(self._player.phase)

    def exercise(self) -> Exercise | None:
        """The present or coming exercise, in the form in which it is done."""
        phase = self._player.phase
        exercise = self._exercises.get(phase.exercise)
        return exercise.in_form(phase.variant) if exercise else None

    # The parts

    def _word(self, phase: Phase) -> str:
        if self._is_tempo(phase) and phase.direction:
            return phase.direction.upper()
        return _WORDS[phase.kind]

    def _clock_text(self) -> str:
        player = self._player
        if player.timeline.open_ended:
            return f"{clock(player.time.active_ns)} so far"
        return f"{clock(player.position_ns)} of {clock(player.total_ns)}"

    def _number(self, phase: Phase) -> int:
        """Counts begun, repetitions to do, or seconds left rounded up: a phase never shows 0."""
        remaining = self._player.remaining_ns
        if remaining is None:
            return int(phase.amount or 0)
        if _counts_up(phase):
            return min(self._player.into_ns // self._count_ns(phase) + 1, self._counts(phase))
        return -(-remaining // SECOND)

    def _number_note(self, phase: Phase) -> str:
        if phase.length_ns is None:
            return "to do"
        return f"of {self._counts(phase)} counts" if _counts_up(phase) else "s left"

    def _count_ns(self, phase: Phase) -> int:
        timeline = self._player.timeline
        return nanoseconds(timeline.routine.timing_of(timeline.step_of(phase)).count)

    def _counts(self, phase: Phase) -> int:
        """How many counts the phase has, begun ones counted, with what was added to it."""
        return -(-(self._player.phase_length_ns or 0) // self._count_ns(phase))

    def _bar(self, phase: Phase) -> float | SetsDone:
        length = self._player.phase_length_ns
        if length is None:
            return SetsDone(phase.set - 1, phase.sets)
        return self._player.into_ns / length

    def _brief(self, phase: Phase, work: Phase) -> str:
        if self._player.state is PlayerState.PAUSED:
            paused = clock(self._player.time.present_pause_ns)
            return f"Paused for {paused}. Nothing is lost; it goes on where it stopped."
        if phase.length_ns is None:
            return f"No clock runs: do {number(phase.amount or 0)}, then press enter."
        exercise = self._exercises.get(work.exercise)
        return exercise.in_form(work.variant).brief if exercise else ""

    def _title(self, phase: Phase, work: Phase) -> str:
        """What is done: the exercise, its direction, both feet; in a pause what comes, and how much of it."""
        title = self._upcoming.title(work)
        if not phase.is_work:
            return f"next   {title}" + ("" if phase.kind is PhaseKind.RELEASE else f" · {amount_of(work)}")
        if work.direction and work.length_ns is not None and not self._is_tempo(work):
            return f"{title} · {work.direction}{_ARROWS.get(work.direction, '')}"
        return f"{title} · {foot(Side.BOTH)}" if self._names_both(work) else title

    def _names_both(self, work: Phase) -> bool:
        """Both feet are named where they work at once, not where they take turns."""
        return self._player.timeline.step_of(work).dose.sides is Sides.BOTH

    def _is_tempo(self, work: Phase) -> bool:
        return self._player.timeline.step_of(work).dose.tempo is not None

    def _done_text(self, phase: Phase) -> str:
        return f"{phase.set - 1} of {phase.sets} sets done" if phase.kind is PhaseKind.REST else ""

    # When it changes

    def next_change_ns(self, bar_cells: int, pace_ns: int) -> int:
        """In how much session time the picture changes next.

        Numbers and phases change on the moment; the bar, of `bar_cells` cells, no more often than every `pace_ns`.
        """
        player, phase = self._player, self._player.phase
        length = player.phase_length_ns
        if player.state is not PlayerState.RUNNING or length is None:
            return SECOND - player.time.active_ns % SECOND
        remaining, into = length - player.into_ns, player.into_ns
        count_ns = self._count_ns(phase) if _counts_up(phase) else SECOND
        to_number = (
            count_ns - into % count_ns if _counts_up(phase) else remaining - (-(-remaining // SECOND) - 1) * SECOND
        )
        to_clock = SECOND - player.position_ns % SECOND
        cell_ns = max(length // max(bar_cells, 1), 1)
        to_cell = max(cell_ns - into % cell_ns, pace_ns)
        return max(1, min(remaining, to_number, to_clock, to_cell))


def end_text(ends: datetime | None, notation: Notation = PLAIN) -> str:
    """“ends 07:53”, begun minutes counted in full; or that nobody can say."""
    if ends is None:
        return "own pace, no end time"
    up = ends + timedelta(minutes=1) if ends.second or ends.microsecond else ends
    return f"ends {notation.time_of_day(up)}"


def _counts_up(phase: Phase) -> bool:
    return phase.is_work and phase.unit is Unit.COUNTS and phase.length_ns is not None


def _post(phase: Phase, work: Phase) -> Side | None:
    """The side post: the foot that works, or in a change the coming one; None for both feet and longer pauses."""
    shown = phase.is_work or phase.kind in (PhaseKind.CHANGE, PhaseKind.RELEASE)
    return work.side if shown and work.side in (Side.LEFT, Side.RIGHT) else None


def _place_text(work: Phase, directions: tuple[str, ...]) -> str:
    """Where the work stands in its step; with one repetition in several directions, which of them."""
    words = place(work)
    if not words and len(directions) > 1 and work.direction in directions:
        return f"direction {directions.index(work.direction) + 1} of {len(directions)}"
    return words
