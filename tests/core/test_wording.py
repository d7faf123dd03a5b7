"""Doses read as a physiotherapist writes them."""

from __future__ import annotations

import pytest

from footui.core.dose import Dose, Range, Side, Sides, Timing, Unit
from footui.core.phase import SECOND
from footui.core.wording import clock, dose_sentence, length, number

R = Range.of


@pytest.mark.parametrize(
    ("dose", "sentence"),
    [
        (Dose(hold=R(3), unit=Unit.COUNTS, reps=R(10)), "hold 3 counts × 10"),
        (Dose(move=R(20), sets=R(5)), "move 20 s × 5 sets · rest 10 s"),
        (Dose(move=Range(10, 20), sets=R(10)), "move 10–20 s × 10 sets · rest 10 s"),
        (
            Dose(move=R(10), unit=Unit.COUNTS, sides=Sides.EACH, directions=("clockwise", "anticlockwise")),
            "10 counts each way, each foot, left first",
        ),
        (Dose(hold=R(5), reps=Range(1, 5)), "hold 5 s × 1–5"),
        (Dose(hold=R(10), reps=R(5), sides=Sides.EACH), "hold 10 s × 5 each foot, left first"),
        (
            Dose(hold=R(10), reps=R(5), sides=Sides.ALTERNATE, first=Side.RIGHT),
            "hold 10 s × 5, feet in turn, right first",
        ),
        (Dose(hold=R(2.5), sides=Sides.LEFT), "hold 2.5 s left foot"),
        (Dose(tempo=(3, 0, 5), reps=R(8)), "up 3 s, down 5 s × 8"),
        (
            Dose(reps=R(10), sets=R(3), sides=Sides.EACH),
            "10 at your own pace × 3 sets each foot, left first · rest 10 s",
        ),
        (Dose(hold=R(1), unit=Unit.COUNTS), "hold 1 count"),
    ],
)
def test_a_dose_is_one_plain_line(dose: Dose, sentence: str) -> None:
    assert dose_sentence(dose, Timing()) == sentence


def test_lengths_are_minutes_and_seconds_and_hours_where_there_are_any() -> None:
    assert [clock(s * SECOND) for s in (0, 59, 404, 3723)] == ["0:00", "0:59", "6:44", "1:02:03"]


def test_a_planned_length_counts_a_begun_second_in_full() -> None:
    assert length(SECOND * 3 // 2) == "0:02"


def test_numbers_have_no_needless_decimals() -> None:
    assert [number(n) for n in (5, 5.0, 2.5, 33.333, 0.1)] == ["5", "5", "2.5", "33.333", "0.1"]
