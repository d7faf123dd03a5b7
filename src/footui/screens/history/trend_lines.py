"""A trend in rows: each side with what was done first and last, which one is behind, and how much it hurt."""

from __future__ import annotations

from footui.core.dose import Side
from footui.core.notation import Notation
from footui.core.trend import Measure, Numbers, SideTrend, Trend, height_of, height_of_pain
from footui.core.wording import plural
from footui.widgets.role import Role
from footui.widgets.rows import Line, line, runs
from footui.widgets.trend import TrendLine

ARROW = "→"
_COUNTED = {Measure.SECONDS: "seconds a session", Measure.REPETITIONS: "repetitions a session"}


def trend_heading(trend: Trend, title: str) -> Line:
    """“Pencil pickups, seconds a session, last 12”, and what the numbers behind the columns are."""
    of = f"last {trend.sessions}" if trend.sessions > 1 else "one so far"
    return line(f"{title}, {_COUNTED[trend.measure]}, {of}", runs(f"first {ARROW} last", Role.MUTED))


def trend_lines(trend: Trend, notation: Notation, rows: int) -> list[TrendLine]:
    """At most so many rows: each side, pain, and the next morning, in a row of its own where there is one left."""
    full = max(side.most for side in trend.sides)
    lines = [_side(trend, side, full, notation) for side in trend.sides]
    worst, morning = _change(trend.worst, notation), _change(trend.next_morning, notation)
    if not worst and not morning:
        return lines[:rows]
    has_own_row = bool(morning) and rows >= len(lines) + 2
    remarks = () if has_own_row or not morning else (f"next morning {morning}", f"morning {morning}")
    words = f"{worst}, the worst" if worst else "not said"
    lines.append(TrendLine("pain", _pain(trend.worst), words, remarks, Role.TEXT))
    if has_own_row:
        lines.append(TrendLine("morning", _pain(trend.next_morning), f"{morning}, the next morning", role=Role.TEXT))
    return lines[:rows]


def _side(trend: Trend, side: SideTrend, full: float, notation: Notation) -> TrendLine:
    heights = tuple(None if number is None else height_of(number, full) for number in side.done.each)
    words = f"{_change(side.done, notation)} of {notation.number(side.planned)} {trend.measure.value}"
    return TrendLine(str(side.side), heights, words, _compared(trend, side.side, notation))


def _compared(trend: Trend, side: Side, notation: Notation) -> tuple[str, ...]:
    """“equal for 2 sessions” beside the right side, “5 s behind” beside the one that is."""
    if trend.behind is not None:
        behind, by = trend.behind
        return (f"{notation.number(round(by, 1))} {trend.measure.value} behind",) if side is behind else ()
    if side is Side.RIGHT and trend.equal_for:
        return (f"equal for {plural(trend.equal_for, 'session')}", f"equal for {trend.equal_for}", "equal")
    return ()


def _change(numbers: Numbers, notation: Notation) -> str:
    """“35 → 50”, one number where there is only one; nothing for none."""
    if numbers.ends is None:
        return ""
    first, last = map(notation.number, numbers.ends)
    return f"{first} {ARROW} {last}" if len(numbers.said) > 1 else last


def _pain(numbers: Numbers) -> tuple[int | None, ...]:
    return tuple(None if number is None else height_of_pain(number) for number in numbers.each)
