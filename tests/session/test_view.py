"""What a live session shows: every number on the screen is right."""

from __future__ import annotations

from datetime import UTC, datetime

from footui.core.dose import Dose, Range, Side, Sides, Unit
from footui.core.exercise import Exercise, Position, Variant
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.proportion import strip_lengths, strip_position
from footui.core.routine import Group, Routine, Step
from footui.core.timeline import compile_timeline
from footui.session.view import LiveView, SetsDone, ViewComposer, end_text

TOE_PRESS = Exercise("toe-press", "Toe presses", Position.STANDING, ("Stand.",), brief="Grip the floor.")
CIRCLES = Exercise(
    "ankle-circle",
    "Ankle circles",
    Position.LYING,
    ("Lie.",),
    brief="Circle.",
    variants=(Variant("lying", "lying", brief="Lie and circle."),),
)
EXERCISES = {exercise.id: exercise for exercise in (TOE_PRESS, CIRCLES)}
ENDS = datetime(2026, 11, 21, 7, 52, 30, tzinfo=UTC)


class Shown:
    """A session of these steps whose picture can be looked at after any time."""

    def __init__(self, *steps: Step, groups: dict[str, Group] | None = None) -> None:
        routine = Routine("test", "Test", steps, groups=groups or {}, slots=("breakfast",))
        self.player = Player(compile_timeline(routine))
        self.player.start(0)
        self.composer = ViewComposer(self.player, EXERCISES)

    def at(self, seconds: float) -> LiveView:
        """The picture after this many seconds."""
        self.player.advance(round(seconds * SECOND))
        return self.composer.compose(ENDS)


COUNTED = Step("toe-press", Dose(hold=Range.of(3), unit=Unit.COUNTS, reps=Range.of(10)))
EACH = Step("toe-press", Dose(hold=Range.of(10), reps=Range.of(5), sides=Sides.EACH))
SETS = Step("toe-press", Dose(move=Range.of(20), sets=Range.of(5)))
TURNS = Step(
    "ankle-circle",
    Dose(move=Range.of(10), sides=Sides.EACH, directions=("clockwise", "anticlockwise")),
    variant="lying",
)
PACED = Step("toe-press", Dose(reps=Range.of(5), sets=Range.of(5)))


def test_the_first_picture_says_ready_and_what_for() -> None:
    view = Shown(COUNTED).at(0)
    assert (view.word, view.number, view.number_note, view.working) == ("READY", 5, "s left", False)
    assert view.title == "next   Toe presses · 3 counts"
    assert view.heading == "Test · breakfast"
    assert (view.session, view.end) == ("1 of 1", "ends 07:53")
    assert view.clock_text == "0:00 of 0:53"


def test_seconds_left_are_rounded_up_and_a_phase_never_shows_zero() -> None:
    shown = Shown(EACH)
    assert [shown.at(t).number for t in (0, 0.01, 4, 4.99)] == [5, 5, 1, 1]
    assert shown.at(5).number == 10


def test_counts_go_up_and_end_at_their_number() -> None:
    shown = Shown(COUNTED)
    assert [shown.at(t).number for t in (5, 5.99, 6, 7.99)] == [1, 1, 2, 3]
    view = shown.at(7.995)
    assert (view.number_note, view.word, view.working) == ("of 3 counts", "HOLD", True)
    assert (view.title, view.place) == ("Toe presses · both feet", "repetition 1 of 10")


def test_seconds_are_told_as_seconds_and_counts_and_repetitions_are_not() -> None:
    assert Shown(EACH).at(6).number_is_seconds
    assert not Shown(COUNTED).at(6).number_is_seconds
    assert Shown(COUNTED).at(9).number_is_seconds, "the release is in seconds"
    assert not Shown(PACED).at(6).number_is_seconds


def test_the_post_is_at_the_side_of_the_foot_that_works() -> None:
    shown = Shown(EACH)
    left = shown.at(6)
    assert (left.post, left.title, left.place) == (Side.LEFT, "Toe presses", "repetition 1 of 5")
    right = shown.at(5 + 58 + 5 + 1)
    assert (right.post, right.title, right.place) == (Side.RIGHT, "Toe presses", "repetition 1 of 5")


def test_a_change_already_shows_the_coming_side() -> None:
    view = Shown(EACH).at(5 + 58 + 1)
    assert (view.word, view.post, view.working) == ("CHANGE", Side.RIGHT, False)


def test_a_direction_is_named_with_an_arrow_and_counted() -> None:
    shown = Shown(TURNS)
    view = shown.at(16)
    assert view.title == "Ankle circles · lying · anticlockwise ↺"
    assert view.place == "direction 2 of 2"
    assert view.brief == "Lie and circle."


def test_a_rest_says_what_is_next_and_how_many_sets_are_done() -> None:
    view = Shown(SETS).at(5 + 20 + 1)
    assert (view.word, view.title, view.place) == ("REST", "next   Toe presses · 20 s", "1 of 5 sets done")


def test_a_self_paced_set_says_what_to_do_and_which_set_it_is() -> None:
    view = Shown(PACED).at(60)
    assert (view.word, view.number, view.number_note) == ("GO", 5, "to do")
    assert view.bar == SetsDone(0, 5)
    assert view.brief == "No clock runs: do 5, then press enter."
    assert view.clock_text == "1:00 so far"


def test_the_next_thing_is_always_named() -> None:
    shown = Shown(COUNTED, SETS)
    assert shown.at(6).below == (("then", "release, 2 s"), ("next", "Toe presses · move 20 s × 5 sets"))
    assert shown.at(5 + 48 + 1).below == (
        ("then", "rest, 10 s · set 2"),
        ("after", "4 more sets, then the session is done"),
    )
    last = shown.at(5 + 48 + 10 + 5 * 20 + 4 * 10 - 1)
    assert last.below == (("then", "the session is done"), ("", ""))


def test_a_change_to_come_names_the_foot() -> None:
    assert Shown(TURNS).at(16).below[0] == ("then", "change to the right foot, 5 s")


def test_paused_is_a_word_and_the_number_stays() -> None:
    shown = Shown(EACH)
    shown.at(7)
    shown.player.pause(7 * SECOND)
    view = shown.at(100)
    assert (view.word, view.number, view.working, view.paused) == ("PAUSED", 8, False, True)


def test_a_tempo_says_up_hold_and_down() -> None:
    shown = Shown(Step("toe-press", Dose(tempo=(3, 2, 3))))
    assert [shown.at(t).word for t in (5, 8, 10)] == ["UP", "HOLD", "DOWN"]


def test_the_bar_is_the_part_of_the_phase_that_is_over() -> None:
    shown = Shown(EACH)
    assert shown.at(2.5).bar == 0.5
    assert shown.at(5 + 2.5).bar == 0.25


def test_the_strip_has_a_part_for_each_step_and_every_round() -> None:
    step = Step("toe-press", Dose(hold=Range.of(10)), group="g")
    shown = Shown(step, PACED, groups={"g": Group(2, 30)})
    assert strip_lengths(shown.player) == (15 * SECOND, 40 * SECOND, (10 + 5 * 20 + 4 * 10) * SECOND)
    shown.at(7)
    assert strip_position(shown.player) == 7 * SECOND


def test_the_picture_changes_at_the_next_second_of_the_number() -> None:
    shown = Shown(EACH)
    shown.at(5.25)
    assert shown.composer.next_change_ns(78, SECOND) == 3 * SECOND // 4
    assert shown.composer.next_change_ns(78, SECOND // 4) == SECOND // 4
    shown.at(14.9)
    assert shown.composer.next_change_ns(78, SECOND) == SECOND // 10


def test_a_begun_minute_counts_in_full_and_own_pace_has_no_end() -> None:
    assert end_text(datetime(2026, 11, 21, 7, 53, tzinfo=UTC)) == "ends 07:53"
    assert end_text(datetime(2026, 11, 21, 7, 53, 1, tzinfo=UTC)) == "ends 07:54"
    assert end_text(None) == "own pace, no end time"
