"""The sentences of the plain session: one line a phase, in words that a screen reader speaks well."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from footui.core.dose import Side, Sides, Unit
from footui.core.exercise import Exercise
from footui.core.phase import SECOND, Phase, PhaseKind
from footui.core.player import Player
from footui.core.record import SessionRecord, WorkDone
from footui.core.routine import Step
from footui.core.timeline import Timeline
from footui.core.wording import foot, number, plural
from footui.session.plain_count import SHORT_PAUSE_NS, counts_aloud
from footui.session.upcoming import Upcoming
from footui.session.view import end_text

BY_CLOCK = "This phase ends by the clock. n goes on now."
NO_CLOCK = "No clock runs here."
UNDER_FIVE = "Under 5 seconds left. n goes on now."
AT_START = "This is the start."
WHY = "Why? 1 pain, 2 no equipment, 3 no time, 4 another reason; or just go on."
END_HERE = "End here? w writes down what was done, d discards it, Enter goes on."
END_CHOICES = "w writes down what was done and ends, d discards it and ends, Enter goes on."
NOTHING_SKIPPED = "Nothing was skipped just now."
NO_KEYS_COME = "Input has ended, and this waits for a key: the session ends here."
DISCARDED = "Ended and discarded. Nothing of this session is kept."

KEYS = "Keys: space pause, n next, b back, s skip, i how to, q end, ? all keys."
KEYS_BY_LINE = "No single keys here? Type the letter, or pause, and press Enter."
BY_LINE = "Type the letter, or pause, and press Enter."
SPACE_GOES_ON = "Space goes on."
LINE_GOES_ON = "Type pause to go on."
ALL_KEYS = (
    "space  pause, go on; as a word: pause",
    "Enter  set done, where you go at your own pace",
    "n      next phase at once",
    "b      back to the start of this phase; again: the one before",
    "s      skip this step; 1 to 4 say why afterwards",
    "+      5 seconds more",
    "-      5 seconds less",
    "i      how to, cautions; the clock runs on",
    "q      end; asks first",
    "?      these keys",
)


class PlainWords:
    """Says one timeline in sentences; `exercises` are those of its steps, by id."""

    def __init__(self, timeline: Timeline, exercises: Mapping[str, Exercise]) -> None:
        """Number the steps of this session from 1: it may leave out some of the file's."""
        self.timeline = timeline
        self._exercises = exercises
        self._upcoming = Upcoming(timeline, exercises)
        steps = dict.fromkeys(phase.step for phase in timeline.phases)
        self._numbers = {step: place for place, step in enumerate(steps, start=1)}

    def opening(self, ends: datetime) -> tuple[str, str]:
        """Which session this is, and how long it takes; `ends` is when it ends if nobody touches it."""
        timeline = self.timeline
        parts = [closed(timeline.routine.title)]
        if timeline.sessions_per_day > 1:
            slot = f", {timeline.slot}" if timeline.slot else ""
            parts.append(f"Session {timeline.session} of {timeline.sessions_per_day}{slot}.")
        if timeline.routine.has_ranges:
            parts.append(f"Level {timeline.level}.")
        steps = plural(len(self._numbers), "step")
        if timeline.open_ended:
            return " ".join(parts), f"{steps}, some of it at your own pace."
        at = end_text(ends).removeprefix("ends ")
        return " ".join(parts), f"{steps}, {spoken_length(timeline.length_ns)}. Ends at {at}."

    # One phase

    def sentence(self, index: int) -> str:
        """What is said when a phase begins, before any counting."""
        phase = self.timeline.phases[index]
        if phase.is_work:
            return self._work_sentence(index)
        coming = self.timeline.phases[self._upcoming.work_index(index)]
        seconds, name = plural(phase.seconds or 0, "second"), lowered(self.title(coming))
        match phase.kind:
            case PhaseKind.PREPARE:
                return f"Get ready, {seconds}. {self.title(coming)}, {foot(coming.side or Side.BOTH)}."
            case PhaseKind.TRANSITION:
                return f"Next in {seconds}: {', '.join([name, *_one_foot(coming)])}."
            case PhaseKind.CHANGE:
                return f"Change to the {foot(coming.side or Side.BOTH)}, {seconds}."
            case PhaseKind.REST:
                return f"Rest, {seconds}. Next: {', '.join([name, *_one_foot(coming)])}, {_set(coming)}."
            case PhaseKind.ROUND_REST:
                return f"Rest, {seconds}. Next: round {phase.round} of {phase.rounds}, {name}."
            case _:
                return "Release." if self.follows_on(index) else f"Release, {seconds}."

    def _work_sentence(self, index: int) -> str:
        """“Hold, left foot, set 2 of 3, repetition 4 of 10. 20 seconds.”; a tempo's later parts are one word."""
        phase = self.timeline.phases[index]
        if self.follows_on(index):
            return f"{_verb(phase)}.{self._how_long(phase)}"
        parts = [_verb(phase), *_one_foot(phase)]
        if phase.sets > 1:
            parts.append(_set(phase))
        if phase.reps > 1 and phase.kind is not PhaseKind.REPS:
            parts.append(f"{'repetition ' if phase.sets > 1 else ''}{phase.rep} of {phase.reps}")
        return f"{', '.join(parts)}.{self._how_long(phase)}"

    def _how_long(self, phase: Phase) -> str:
        """The length, where counting aloud does not say it anyway."""
        if phase.length_ns is None:
            return f" {plural(phase.amount or 0, 'repetition')} at your own pace. Enter when done."
        if phase.unit is Unit.COUNTS:
            return "" if counts_aloud(phase, self.count_ns(phase)) else f" {plural(phase.amount or 0, 'count')}."
        is_said = phase.length_ns < SHORT_PAUSE_NS and phase.length_ns % SECOND == 0
        return "" if is_said else f" {plural(phase.seconds or 0, 'second')}."

    def follows_on(self, index: int) -> bool:
        """Whether a phase stands on the line of the one before: a short release, a later part of a tempo."""
        phase = self.timeline.phases[index]
        if phase.kind is PhaseKind.RELEASE:
            return (phase.length_ns or 0) < SHORT_PAUSE_NS
        return index > 0 and self._is_tempo(phase) and _same_repetition(self.timeline.phases[index - 1], phase)

    def leads_to_step(self, index: int) -> bool:
        """Whether this is the first phase of a going through of a step."""
        phases = self.timeline.phases
        return index == 0 or phases[index - 1].occurrence != phases[index].occurrence

    def begins_step(self, index: int) -> bool:
        """Whether this is the first work of a going through of a step."""
        if not self.timeline.phases[index].is_work:
            return False
        after_pause = index > 0 and not self.timeline.phases[index - 1].is_work
        return self.leads_to_step(index) or (after_pause and self.leads_to_step(index - 1))

    # One step

    def step_sentence(self, index: int) -> str:
        """The step that begins with this work: its dose, and what to take care of."""
        phase = self.timeline.phases[index]
        round_words = f" Round {phase.round} of {phase.rounds}." if phase.rounds > 1 else ""
        note = self._step(phase).note  # has just been said
        cautions = "".join(f" {closed(text)}" for text in self._form(phase).cautions if text != note)
        dose = ", ".join(self._dose_parts(phase))
        which = f"Step {self._numbers[phase.step]} of {len(self._numbers)}."
        return f"{which}{round_words} {self.title(phase)}: {dose}.{cautions}"

    def _dose_parts(self, phase: Phase) -> list[str]:
        """The dose as it is at the level."""
        dose = self._step(phase).dose
        if dose.tempo is not None:
            names = zip(("up", "hold", "down"), dose.tempo, strict=True)
            parts = [f"{name} {plural(seconds, 'second')}" for name, seconds in names if seconds]
        elif phase.length_ns is None:
            parts = [f"{plural(phase.amount or 0, 'repetition')} at your own pace"]
        else:
            amount = plural(phase.amount or 0, "count" if phase.unit is Unit.COUNTS else "second")
            parts = [" ".join([amount, ", then ".join(dose.directions)]).rstrip()]
        if phase.length_ns is not None and phase.reps > 1:
            parts.append(plural(phase.reps, "repetition"))
        if phase.sets > 1:
            parts.append(plural(phase.sets, "set"))
        match dose.sides:
            case Sides.EACH:
                parts.append(f"each foot, {dose.first} first")
            case Sides.ALTERNATE:
                parts.append(f"feet in turn, {dose.first} first")
            case Sides.LEFT | Sides.RIGHT:
                parts.append(f"{dose.sides} foot")
            case Sides.BOTH:
                pass
        return parts

    def brief(self, index: int) -> str:
        """How the exercise is done in one line, and the routine's note on it; may be empty."""
        phase = self.timeline.phases[index]
        texts = (self._form(phase).brief, self._step(phase).note)
        return " ".join(closed(text) for text in texts if text)

    def how_to(self, index: int) -> list[str]:
        """The whole movement and what to take care of, a sentence a line."""
        phase = self.timeline.phases[index]
        form = self._form(phase)
        return [closed(self.title(phase)), *(f"  {closed(text)}" for text in (*form.steps, *form.cautions))]

    def title(self, phase: Phase) -> str:
        """The exercise with its variant: “Ankle circles, lying”."""
        return self._upcoming.title(phase).replace(" · ", ", ")

    def title_of_step(self, step: int) -> str:
        """The exercise of a step, by its number in the file."""
        return self.title(next(phase for phase in self.timeline.phases if phase.step == step))

    def count_ns(self, phase: Phase) -> int:
        """The length of one count in this phase, in nanoseconds."""
        return round(self.timeline.routine.timing_of(self._step(phase)).count * SECOND)

    # Pauses and the end

    def pause_sentence(self, player: Player) -> str:
        """Where the clock is held."""
        phase, remaining = player.phase, player.remaining_ns
        if remaining is None:
            return "Paused."
        if counts_aloud(phase, self.count_ns(phase)):
            return f"Paused at count {player.into_ns // self.count_ns(phase) + 1}."
        return f"Paused with {plural(-(-remaining // SECOND), 'second')} left."

    def closing(self, player: Player, record: SessionRecord) -> list[str]:
        """What was done, step by step."""
        how = "Done" if record.status == "finished" else "Ended"
        first = f"{how} after {spoken_length(player.time.active_ns)}."
        if record.planned_work_ns:
            first += f" {_seconds(record.done_work_ns)} of {_seconds(record.planned_work_ns)} seconds of work."
        return [first, *(f"  {self._row(row)}" for row in record.work)]

    def _row(self, row: WorkDone) -> str:
        name = ", ".join([self.title_of_step(row.step), *([] if row.side is Side.BOTH else [foot(row.side)])])
        why = f", skipped: {row.skipped}" if row.skipped else ""
        return f"{name}: {row.done_reps} of {plural(row.planned_reps, 'repetition')}{why}."

    def _step(self, phase: Phase) -> Step:
        return self.timeline.step_of(phase)

    def _is_tempo(self, phase: Phase) -> bool:
        return self._step(phase).dose.tempo is not None

    def _form(self, phase: Phase) -> Exercise:
        """The exercise in the form in which it is done."""
        return self._exercises[phase.exercise].in_form(phase.variant)


def spoken_length(span_ns: int) -> str:
    """A length in words, begun seconds counted in full: “6 minutes 44 seconds”."""
    minutes, seconds = divmod(-(-span_ns // SECOND), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(plural(amount, name) for amount, name in parts if amount) or "0 seconds"


def closed(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def lowered(title: str) -> str:
    """A title within a sentence; one that begins with capitals alone stays as it is."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _verb(phase: Phase) -> str:
    if phase.kind is PhaseKind.REPS:
        return "Go"
    if phase.direction in ("up", "down"):
        return phase.direction.capitalize()
    verb = "Hold" if phase.kind is PhaseKind.HOLD else "Move"
    return f"{verb} {phase.direction}" if phase.direction else verb


def _one_foot(phase: Phase) -> list[str]:
    return [foot(phase.side)] if phase.side in (Side.LEFT, Side.RIGHT) and phase.side else []


def _set(phase: Phase) -> str:
    return f"set {phase.set} of {phase.sets}"


def _same_repetition(one: Phase, other: Phase) -> bool:
    def place(phase: Phase) -> tuple[object, ...]:
        return (phase.occurrence, phase.set, phase.rep, phase.side, phase.is_work)

    return place(one) == place(other)


def _seconds(span_ns: int) -> str:
    return number(round(span_ns / SECOND, 1))
