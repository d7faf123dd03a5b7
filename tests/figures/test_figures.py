"""Every figure shows its movement, at any size, for either foot; every exercise of the programmes has one."""

from __future__ import annotations

import tomllib
from importlib import resources
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from footui.figures import Figure, Frames, Rows, figure_of
from footui.figures.catalogue import known_forms
from footui.figures.drawing import Moment
from footui.storage.folders import shipped_routines


def _forms() -> list[tuple[str, str | None]]:
    """Every shipped exercise as it is, and in each of its variants."""
    forms: list[tuple[str, str | None]] = []
    for file in sorted(resources.files("footui.catalogue").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml") and file.name != "sources.toml":
            exercise = file.name.removesuffix(".toml")
            forms += [(exercise, None)]
            forms += [(exercise, variant) for variant in tomllib.loads(file.read_text("utf-8")).get("variants", {})]
    return forms


SHIPPED = _forms()
FORMS = [form for form in SHIPPED if figure_of(*form) is not None]
NAMES = [f"{exercise}-{variant}" if variant else exercise for exercise, variant in FORMS]
each_form = pytest.mark.parametrize(("exercise", "variant"), FORMS, ids=NAMES)

FORM = st.sampled_from(FORMS)
MOMENT = st.builds(Moment, st.floats(0, 1), st.floats(0, 1), st.booleans())


def shipped(exercise: str, variant: str | None) -> Figure:
    figure = figure_of(exercise, variant)
    assert figure is not None, f"{exercise}, {variant}"
    return figure


def dots(rows: Rows) -> set[tuple[int, int]]:
    """The places of the dots, from the upper left; anything but braille and blanks is an error."""
    bits = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
    found = set()
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            code = 0 if cell == " " else ord(cell) - 0x2800
            assert 0 <= code <= 0xFF
            assert cell == " " or code, "a cell without dots is a blank: one byte in place of three"
            found |= {
                (left * 2 + x, top * 4 + y) for y, line in enumerate(bits) for x, bit in enumerate(line) if code & bit
            }
    return found


PROGRAMMES = [
    tomllib.loads(file.read_text("utf-8"))
    for file in shipped_routines().glob("*.toml")
    if "article, not a trial" in file.read_text("utf-8")
]


def test_every_step_of_the_programmes_has_a_figure() -> None:
    assert len(PROGRAMMES) == 5
    for programme in PROGRAMMES:
        for step in programme["steps"]:
            assert figure_of(step["exercise"], step.get("variant")) is not None


WITHOUT = {
    ("balance-walk", None): "arms out to the sides and a leg behind cannot both be seen from one side",
    ("toe-bend", None): "a hand that bends one toe is not told from one that pulls all of them",
}
"""Exercises that are shipped without a figure, and why: none is better than one that misleads."""


def test_whatever_has_no_figure_is_known_and_why() -> None:
    assert set(SHIPPED) - set(FORMS) == set(WITHOUT)


def test_a_figure_belongs_to_an_exercise_that_is_shipped() -> None:
    assert set(known_forms()) <= set(SHIPPED)


def test_an_exercise_somebody_made_has_none() -> None:
    assert figure_of("my-own", None) is None
    assert figure_of("toe-press", "on-my-head") is None


@each_form
def test_its_two_poses_are_as_they_were_looked_at(
    exercise: str, variant: str | None, snapshot: SnapshotAssertion
) -> None:
    figure = shipped(exercise, variant)
    poses = {"rest": figure.at_rest(30, 10, mirrored=True), "work": figure.at_work(30, 10, mirrored=True)}
    assert "\n".join(f"{name}\n" + "\n".join(row.rstrip() for row in rows) for name, rows in poses.items()) == snapshot


@each_form
def test_the_work_can_be_told_from_the_rest_from_afar(exercise: str, variant: str | None) -> None:
    figure = shipped(exercise, variant)
    rest, work = dots(figure.at_rest(30, 10)), dots(figure.at_work(30, 10))
    poses = [work, *(dots(figure.picture(beat, 30, 10)) for beat in figure.beats)]
    assert max(len(rest ^ pose) for pose in poses) >= 60


@each_form
def test_each_beat_of_what_goes_on_looks_different_from_the_one_before(exercise: str, variant: str | None) -> None:
    figure = shipped(exercise, variant)
    if figure.goes_on:
        pictures = [figure.picture(beat, 30, 10) for beat in figure.beats]
        assert all(pictures[place] != pictures[place - 1] for place in range(len(pictures)))
    else:
        assert figure.frame(0, 30, 10) == figure.at_rest(30, 10)
        assert figure.at_work(30, 10) in [figure.picture(beat, 30, 10) for beat in figure.beats]


@each_form
def test_a_beat_is_cheap_to_send(exercise: str, variant: str | None) -> None:
    figure = shipped(exercise, variant)
    pictures = [figure.picture(beat, 30, 10, mirrored=True) for beat in figure.beats]
    for before, after in zip(pictures, [*pictures[1:], pictures[0]], strict=True):
        changed = [cell for cell in zip("".join(before), "".join(after), strict=True) if cell[0] != cell[1]]
        assert len(changed) < 100


@given(FORM, MOMENT)
def test_bones_keep_their_lengths_in_every_pose(form: tuple[str, str | None], moment: Moment) -> None:
    figure = shipped(*form)
    at_rest, now = figure.drawing(Moment(0)).bones, figure.drawing(moment).bones
    assert now == pytest.approx(at_rest)
    assert {"near thigh", "near shin", "near foot", "near toes", "spine"} <= set(now)
    assert now["near thigh"] == pytest.approx(now["far thigh"])


@given(FORM, st.floats(0, 3), st.tuples(st.integers(1, 60), st.integers(1, 20)), st.booleans(), st.booleans())
def test_a_picture_has_the_size_that_was_asked_for(
    form: tuple[str, str | None], progress: float, size: tuple[int, int], mirrored: bool, anticlockwise: bool
) -> None:
    width, height = size
    rows = shipped(*form).frame(progress, width, height, mirrored=mirrored, anticlockwise=anticlockwise)
    assert [len(row) for row in rows] == [width] * height
    dots(rows)


@given(FORM, st.floats(0, 1), st.sampled_from([(30, 10), (28, 10), (48, 16), (35, 11)]), st.booleans())
def test_the_right_foot_is_the_mirror_image_of_the_left_one(
    form: tuple[str, str | None], progress: float, size: tuple[int, int], anticlockwise: bool
) -> None:
    figure = shipped(*form)
    left = dots(figure.frame(progress, *size, anticlockwise=anticlockwise))
    right = dots(figure.frame(progress, *size, mirrored=True, anticlockwise=not anticlockwise))
    assert left == {(size[0] * 2 - 1 - x, y) for x, y in right}


@each_form
def test_nothing_but_the_floor_lies_outside_the_drawing(exercise: str, variant: str | None) -> None:
    figure = shipped(exercise, variant)
    for moment in (Moment(0), Moment(), *figure.beats):
        wide = dots(figure.picture(moment, 60, 10, mirrored=True))  # 120 dots across: 56 units in the middle of them
        assert {(x, y) for x, y in wide if not 32 <= x < 88 and y != 39} == set()


@pytest.mark.parametrize("mirrored", [False, True])
def test_clockwise_is_as_one_sees_ones_own_foot(mirrored: bool) -> None:
    figure = shipped("ankle-circle", None)
    begin, after = (dots(figure.frame(part, 48, 16, mirrored=mirrored)) for part in (0, 0.25))
    back = dots(figure.frame(0.25, 48, 16, mirrored=mirrored, anticlockwise=True))
    left, right = (56, 96) if mirrored else (0, 40)  # the columns of one's own foot
    middles = [mean(x for x, _ in pose if left <= x < right) for pose in (back, begin, after)]
    assert middles[0] + 1 < middles[1] < middles[2] - 1


@each_form
def test_a_clock_that_ticks_with_the_beats_shows_each_of_them(exercise: str, variant: str | None) -> None:
    figure = shipped(exercise, variant)
    seconds = figure.loop_seconds / len(figure.beats)
    shown = [figure.beat(tick * seconds / figure.loop_seconds) for tick in range(1000)]
    assert shown == [figure.beats[tick % len(figure.beats)] for tick in range(1000)]


def test_frames_are_drawn_once_and_are_no_more_than_the_beats_and_two() -> None:
    figure = shipped("ankle-circle", "lying")
    frames = Frames(figure, 30, 10, mirrored=True)
    frames.draw_all()
    first = [frames.at(step / 100) for step in range(300)]
    assert first[:100] == [figure.frame(step / 100, 30, 10, mirrored=True) for step in range(100)]
    assert all(frames.at(step / 100) is rows for step, rows in enumerate(first))
    assert len(frames._drawn) <= len(figure.beats) + 2
    assert frames.at_rest() == figure.at_rest(30, 10, mirrored=True)
    assert frames.at_work() == figure.at_work(30, 10, mirrored=True)
