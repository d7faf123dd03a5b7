"""What the benchmark of the cues expects is what the rules say, and each stroke counts for the cue it belongs to."""

from __future__ import annotations

import pytest

from tests.benchmarks.cues import Expected, compared, expected_cues

PHASES = [
    {"kind": "prepare", "starts_at": 0.0, "seconds": 3.5},
    {"kind": "hold", "starts_at": 3.5, "seconds": 20.0},
    {"kind": "rest", "starts_at": 23.5, "seconds": 4.0},
]


def test_the_cues_of_a_plan_are_those_of_the_rules() -> None:
    assert expected_cues(PHASES, began=100) == [
        (103.5, 2), (113.5, 1), (120.5, 1), (121.5, 1), (122.5, 1), (123.5, 2),
        (124.5, 1), (125.5, 1), (126.5, 1), (127.5, 3),
    ]  # fmt: skip


def test_errors_missed_and_unexpected_strokes_are_told_apart() -> None:
    expected = [Expected(10, 1), Expected(11, 2), Expected(12, 3)]
    measured = compared(expected, [9.98, 11.01, 11.16, 12.03, 12.18, 14.0])
    assert [round(error, 3) for _, error in measured.errors] == [-0.02, 0.01, 0.03]
    assert (measured.missed, measured.unexpected) == (1, 1)
    assert measured.quantile(1) == pytest.approx(30)
    assert measured.drift == pytest.approx(0.025 * 1200 * 1000)


def test_a_cue_without_a_stroke_is_missed_with_all_of_them() -> None:
    measured = compared([Expected(10, 3)], [10.1, 10.2, 10.3, 10.4])
    assert (measured.missed, measured.unexpected) == (0, 1)
    assert compared([Expected(10, 3)], []).missed == 3
