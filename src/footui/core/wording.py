"""How doses, lengths and sides are written: one wording for every screen, the plain session and the log.

Doses read as a physiotherapist writes them: “hold 10 s × 5 each foot, left first”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.dose import Dose, Number, Range, Side, Sides, Unit
from footui.core.phase import SECOND

if TYPE_CHECKING:
    from footui.core.dose import Timing
    from footui.core.phase import Phase
    from footui.core.timeline import Timeline


def number(value: Number) -> str:
    """A number without needless decimals: 5, 2.5."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


def span(amount: Range) -> str:
    """A number or a range: “5”, “10–20”."""
    return number(amount.low) if amount.is_single else f"{number(amount.low)}–{number(amount.high)}"


def clock(span_ns: int) -> str:
    """A length as minutes and seconds, whole seconds passed: “6:44”, “1:02:03”."""
    minutes, seconds = divmod(span_ns // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def length(span_ns: int) -> str:
    """A planned length, begun seconds counted in full: “6:44”."""
    return clock(-(-span_ns // SECOND) * SECOND)


def plural(count: Number, one: str, many: str | None = None) -> str:
    """“1 repetition”, “5 repetitions”, “1.5 counts”."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def work_text(timeline: Timeline) -> str:
    """How much of it is work by the clock: “275 s of work”; nothing where a key ends all of it."""
    seconds = number(round(timeline.work_seconds, 1))
    if timeline.open_ended:
        return f"{seconds} s of it by the clock" if timeline.work_seconds else ""
    return f"{seconds} s of work"


def lowered(title: str) -> str:
    """A title within a sentence; one that begins with capitals alone stays as it is."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def foot(side: Side) -> str:
    """The side in words: “left foot”, “both feet”."""
    return "both feet" if side is Side.BOTH else f"{side.value} foot"


def measured(amount: Range, unit: Unit) -> str:
    """An amount in its unit: “10–20 s”, “3 counts”."""
    if unit is Unit.SECONDS:
        return f"{span(amount)} s"
    return f"{span(amount)} {'count' if amount.high == 1 else 'counts'}"


def dose_sentence(dose: Dose, timing: Timing | None = None) -> str:
    """The dose in one line; with `timing`, the rest between sets behind it."""
    words = _work(dose)
    if not dose.reps.is_single or dose.reps.low != 1:
        words += "" if dose.is_self_paced else f" × {span(dose.reps)}"
    if not dose.sets.is_single or dose.sets.low != 1:
        words += f" × {span(dose.sets)} sets"
    words += _shared_out(dose, after_list=bool(dose.directions))
    if timing is not None and dose.sets.high > 1 and timing.rest:
        words += f" · rest {number(timing.rest)} s"
    return words


def _work(dose: Dose) -> str:
    """The core of a dose: what is held or moved, and for how long."""
    if dose.tempo is not None:
        names = zip(("up", "hold", "down"), dose.tempo, strict=True)
        return ", ".join(f"{name} {number(seconds)} s" for name, seconds in names if seconds)
    amount = dose.hold or dose.move
    if amount is None:
        return f"{span(dose.reps)} at your own pace"
    words = measured(amount, dose.unit)
    match len(dose.directions):
        case 0:
            return f"{'hold' if dose.hold else 'move'} {words}"
        case 1:
            return f"{words} {dose.directions[0]}"
        case 2:
            return f"{words} each way"
        case several:
            return f"{words} in each of {several} directions"


def _shared_out(dose: Dose, *, after_list: bool) -> str:
    """Which side, and which first."""
    lead = ", " if after_list else " "
    match dose.sides:
        case Sides.EACH:
            return f"{lead}each foot, {dose.first} first"
        case Sides.ALTERNATE:
            return f", feet in turn, {dose.first} first"
        case Sides.LEFT | Sides.RIGHT:
            return f"{lead}{dose.sides} foot"
        case Sides.BOTH:
            return ""


def place(phase: Phase) -> str:
    """Where a piece of work stands in its step: “set 2 of 3 · repetition 4 of 10”; empty where it is the only one."""
    parts = [
        f"{name} {at} of {of}"
        for name, at, of in (
            ("round", phase.round, phase.rounds),
            ("set", phase.set, phase.sets),
            ("repetition", phase.rep, phase.reps if phase.length_ns is not None else 1),
        )
        if of > 1
    ]
    return " · ".join(parts)


def amount_of(phase: Phase) -> str:
    """How much a piece of work is: “10 s”, “3 counts”, “10 repetitions”."""
    amount = phase.amount or 0
    if phase.length_ns is None:
        return plural(amount, "repetition")
    return plural(amount, "count") if phase.unit is Unit.COUNTS else f"{number(amount)} s"
