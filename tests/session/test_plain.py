"""The plain session: a transcript that a screen reader speaks well, to the moment, with keys that do what they say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import pytest

from footui.core.dose import Dose, Range, Sides, Timing, Unit
from footui.core.exercise import Exercise, Position, Variant
from footui.core.routine import Group, Routine, Step
from footui.core.timeline import compile_timeline
from footui.session.clock import SessionClock
from footui.session.live import LiveSession
from footui.session.plain import PlainSession
from footui.session.plain_keys import key_of_line, keys_in
from footui.session.watch import Watch
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.library import Library
from tests.fakes import SECOND, FakeClock, FakeRecorder

PRESS = Exercise(
    "toe-press",
    "Toe presses",
    Position.STANDING,
    ("Stand.", "Grip the floor"),
    brief="Grip the floor.",
    cautions=("Hold on to something.",),
    variants=(Variant("ball", "with a ball", brief="Grip the ball."),),
)
WALK = Exercise("toe-walk", "Toe walking", Position.WALKING, ("Walk.",))
EXERCISES = {"toe-press": PRESS, "toe-walk": WALK}

HOLDS = Step("toe-press", Dose(hold=Range.of(5), reps=Range.of(2)))
COUNTS = Step("toe-press", Dose(hold=Range.of(3), unit=Unit.COUNTS, reps=Range.of(2)))
WALKS = Step("toe-walk", Dose(move=Range.of(20), sets=Range.of(2)))
OWN_PACE = Step("toe-press", Dose(reps=Range.of(10), sides=Sides.EACH))


class FakeKeys:
    """Presses keys at moments given in seconds from the start; `ended_at` is when input ends, if it does."""

    def __init__(
        self, clock: FakeClock, watch: Watch, keys: list[tuple[float, str]], *, single: bool, ended_at: float | None
    ) -> None:
        self.single = single
        self._clock = clock
        self._watch = watch
        self._start_ns = clock.now_ns()
        self._keys = [(self._start_ns + round(at * SECOND), key) for at, key in keys]
        self._ended_at = ended_at

    @property
    def ended(self) -> bool:
        ended_at = self._ended_at
        return ended_at is not None and self._clock.now_ns() >= self._start_ns + round(ended_at * SECOND)

    def wait(self, seconds: float) -> str | None:
        now, span = self._clock.now_ns(), max(1, math.ceil(seconds * SECOND))
        if self._keys and self._keys[0][0] <= now + span:
            at, key = self._keys.pop(0)
            self._clock.pass_seconds(max(0, at - now) / SECOND)
            if key == "ctrl+c":
                raise KeyboardInterrupt
            if key.startswith("stopped for "):
                self._watch.look()  # the last beat before the program is stopped
                self._clock.pass_seconds(float(key.removeprefix("stopped for ")))
                return None
            return key
        self._clock.pass_seconds(span / SECOND)
        return None


@dataclass
class Went:
    """How a session went: what was written and when (seconds from its start), what was recorded, and its end."""

    written: list[tuple[float, str]]
    recorder: FakeRecorder
    finished: bool | None

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.written)

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def status(self) -> str:
        return self.recorder.records[-1].status


def go(
    *steps: Step,
    keys: list[tuple[float, str]] | None = None,
    single: bool = True,
    ended_at: float | None = None,
    speed: float = 1,
    routine: Routine | None = None,
) -> Went:
    """Go through a session of these steps with these keys."""
    routine = routine or Routine("test", "Test", steps)
    return go_through(routine, EXERCISES, keys or [], single=single, ended_at=ended_at, speed=speed)


def go_through(
    routine: Routine,
    exercises: dict[str, Exercise],
    keys: list[tuple[float, str]],
    *,
    single: bool = True,
    ended_at: float | None = None,
    speed: float = 1,
    session: int = 1,
) -> Went:
    clock, recorder = FakeClock(), FakeRecorder()
    began, watch = clock.now_ns(), QuietWatch(clock)
    went = Went([], recorder, None)
    live = LiveSession(compile_timeline(routine, session), SessionClock(clock, speed), "id", recorder, watch)
    plain = PlainSession(
        live,
        exercises,
        FakeKeys(clock, watch, keys, single=single, ended_at=ended_at),
        lambda text: went.written.append(((clock.now_ns() - began) / SECOND, text)),
    )
    try:
        went.finished = plain.run()
    except KeyboardInterrupt:
        went.finished = None
    return went


class QuietWatch(Watch):
    """A watch without its thread: looking alone finds the gaps."""

    def start(self) -> None:
        self.look()

    def end(self) -> None:
        pass


# The transcript


def test_breakfast_lunch_and_dinner_as_it_is_drawn() -> None:
    nowhere = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
    catalogue = load_catalogue(nowhere)
    routine = Library.of(nowhere, catalogue).find("breakfast-lunch-dinner").routine
    assert routine is not None
    went = go_through(routine, dict(catalogue.exercises), [])
    assert went.lines[:5] == [
        "Breakfast, lunch and dinner. Session 1 of 3, breakfast. Level low.",
        "5 steps, 6 minutes 44 seconds. Ends at 07:53.",
        "Keys: space pause, n next, b back, s skip, i how to, q end, ? all keys.",
        "No single keys here? Type the letter, or pause, and press Enter.",
        "Get ready, 5 seconds. Toe presses, both feet.",
    ]
    assert went.lines[5].startswith(f"  {catalogue.exercises['toe-press'].brief}")
    assert went.lines[6].startswith("Step 1 of 5. Toe presses: 3 counts, 10 repetitions.")
    assert went.lines[7:17] == [
        *(f"Hold, {rep} of 10. 1, 2, 3. Release." for rep in range(1, 10)),
        "Hold, 10 of 10. 1, 2, 3.",
    ]
    assert went.lines[17] == "Next in 10 seconds: toe walking."
    assert went.lines[18].endswith(" 3, 2, 1.")
    assert went.lines[19].startswith("Step 2 of 5. Toe walking: 20 seconds, 5 sets. Hold on to something")
    assert went.lines[20:23] == [
        "Move, set 1 of 5. 20 seconds. 3, 2, 1.",
        "Rest, 10 seconds. Next: toe walking, set 2 of 5. 3, 2, 1.",
        "Move, set 2 of 5. 20 seconds. 3, 2, 1.",
    ]
    assert "Move clockwise, left foot. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10." in went.lines
    assert "Change to the right foot, 5 seconds. 3, 2, 1." in went.lines
    assert "Hold, right foot, 5 of 5. 10 seconds. 3, 2, 1." in went.lines
    assert "Done after 6 minutes 44 seconds. 275 of 275 seconds of work." in went.lines
    assert (went.finished, went.status, went.written[-1][0]) == (True, "finished", 404.0)


def test_every_word_comes_at_its_very_moment() -> None:
    went = go(COUNTS, WALKS)
    moments = [(at, text.strip()) for at, text in went.written if at > 0]
    assert moments[:12] == [
        (2.0, "3"), (3.0, ", 2"), (4.0, ", 1."),
        (5.0, ""), (5.0, "Step 1 of 2. Toe presses: 3 counts, 2 repetitions. Hold on to something."),
        (5.0, ""), (5.0, "Hold, 1 of 2."), (5.0, "1"), (6.0, ", 2"), (7.0, ", 3."),
        (8.0, "Release."), (10.0, ""),
    ]  # fmt: skip
    assert [at for at, text in moments if text == "Rest, 10 seconds. Next: toe walking, set 2 of 2."] == [43.0]


def test_a_transcript_is_the_same_at_every_speed() -> None:
    slow = go(HOLDS, WALKS, COUNTS)
    for speed in (7, 1000):
        fast = go(HOLDS, WALKS, COUNTS, speed=speed)
        assert fast.lines[2:] == slow.lines[2:]


def test_it_holds_no_escapes_and_no_empty_lines() -> None:
    went = go(HOLDS, OWN_PACE, keys=[(31, "enter"), (40, "enter")])
    assert went.text.replace("\n", "").isprintable()
    assert "" not in went.lines


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step("toe-press", Dose(hold=Range.of(2.5))), "Hold. 2.5 seconds. 2, 1."),
        (
            Step("toe-press", Dose(hold=Range.of(3), sets=Range.of(2), reps=Range.of(2))),
            "Hold, set 1 of 2, repetition 1 of 2. 3, 2, 1. Release.",
        ),
        (Step("toe-press", Dose(tempo=(3, 1, 3), reps=Range.of(2))), "Up, 1 of 2. 3, 2, 1. Hold. 1. Down. 3, 2, 1."),
        (Step("toe-press", Dose(move=Range.of(40), unit=Unit.COUNTS)), "Move. 10, 20, 30, 38, 39, 40."),
        (Step("toe-press", Dose(move=Range.of(5), sides=Sides.RIGHT)), "Move, right foot. 5 seconds. 3, 2, 1."),
        (
            Step("toe-press", Dose(hold=Range.of(5)), variant="ball"),
            "Get ready, 5 seconds. Toe presses, with a ball, both feet.",
        ),
        (Step("toe-press", Dose(hold=Range.of(5)), variant="ball", note="Slowly"), "  Grip the ball. Slowly. 3, 2, 1."),
        (
            Step("toe-press", Dose(move=Range.of(5), sides=Sides.ALTERNATE, directions=("in", "out"))),
            "Step 1 of 1. Toe presses: 5 seconds in, then out, feet in turn, left first. Hold on to something.",
        ),
    ],
)  # fmt: skip
def test_each_kind_of_step_has_its_line(step: Step, said: str) -> None:
    assert said in go(step).lines


def test_rounds_of_a_circuit_are_said() -> None:
    steps = (Step("toe-press", Dose(hold=Range.of(5)), group="g"), Step("toe-walk", Dose(move=Range.of(5)), group="g"))
    went = go(routine=Routine("test", "Test", steps, groups={"g": Group(2, 30)}))
    assert "Rest, 30 seconds. Next: round 2 of 2, toe presses. 3, 2, 1." in went.lines
    assert "Step 2 of 2. Round 2 of 2. Toe walking: 5 seconds." in went.lines


def test_a_session_without_time_to_get_ready_says_how_it_is_done_all_the_same() -> None:
    went = go(routine=Routine("test", "Test", (HOLDS,), timing=Timing(prepare=0)))
    assert went.lines[4].startswith("Step 1 of 1.")
    assert went.lines[5:7] == ["  Grip the floor.", "Hold, 1 of 2. 5 seconds. 3, 2, 1. Release."]


def test_what_was_done_is_told_at_the_end() -> None:
    went = go(Step("toe-press", Dose(hold=Range.of(5), sides=Sides.EACH)), WALKS, keys=[(16, "s"), (17, "3")])
    assert went.lines[-4:] == [
        "Done after 1 minute 16 seconds. 46 of 50 seconds of work.",
        "  Toe presses, left foot: 1 of 1 repetition.",
        "  Toe presses, right foot: 0 of 1 repetition, skipped: no time.",
        "  Toe walking: 2 of 2 repetitions.",
    ]


# Keys


def test_pausing_holds_the_count_and_going_on_takes_it_up() -> None:
    went = go(COUNTS, keys=[(6.5, "space"), (60, "space")])
    here = went.lines.index("Paused at count 2. Space goes on.")
    assert went.lines[here - 1 : here + 2] == ["Hold, 1 of 2. 1, 2.", went.lines[here], "Going on. 3. Release."]
    assert went.recorder.records[-1].paused_seconds == 53.5
    assert went.recorder.records[-1].work[0].done_seconds == 6.0


def test_a_pause_in_seconds_says_how_many_are_left() -> None:
    went = go(WALKS, keys=[(10.5, "space"), (20, "space")])
    assert "Paused with 15 seconds left. Space goes on." in went.lines


def test_a_running_session_is_written_down_every_second() -> None:
    went = go(WALKS, keys=[(6, "space"), (26, "space")])
    assert len(went.recorder.records) > 70


def test_next_and_back() -> None:
    went = go(HOLDS, keys=[(1, "n"), (5, "b"), (5.5, "b")])
    lines = [line for line in went.lines if line.startswith(("Get ready", "Hold, 1"))]
    assert [line.split(".")[0] for line in lines] == [
        "Get ready, 5 seconds", "Hold, 1 of 2", "Hold, 1 of 2", "Get ready, 5 seconds", "Hold, 1 of 2",
    ]  # fmt: skip


def test_back_at_the_very_start_says_so() -> None:
    assert "This is the start." in go(HOLDS, keys=[(1, "b")]).lines


def test_back_while_paused_says_that_it_is_still_paused() -> None:
    went = go(HOLDS, keys=[(9, "space"), (10, "b"), (20, "space")])
    assert "Hold, 1 of 2. 5 seconds. Paused. Space goes on." in went.lines
    assert "Going on. 3, 2, 1. Release." in went.lines


def test_five_seconds_more_and_less_are_counted_anew() -> None:
    went = go(WALKS, keys=[(23.5, "+"), (24, "-"), (24.5, "-")])
    assert "5 seconds more: 7 seconds left." in went.lines
    assert "5 seconds less: 1 second left." in went.lines
    assert "Under 5 seconds left. n goes on now." in went.lines
    assert went.written[-1][0] == 55.0


def test_a_skipped_step_can_be_given_its_reason() -> None:
    went = go(HOLDS, WALKS, keys=[(7, "s"), (8, "2")])
    assert (
        "Skipped: toe presses. Why? 1 pain, 2 no equipment, 3 no time, 4 another reason; or just go on." in went.lines
    )
    assert "Noted: no equipment." in went.lines
    assert went.recorder.records[-1].work[0].skipped == "no equipment"
    assert "Nothing was skipped just now." in go(HOLDS, keys=[(7, "1")]).lines


def test_how_to_is_told_while_the_clock_runs_on() -> None:
    went = go(HOLDS, keys=[(1, "i")])
    here = went.lines.index("Toe presses.")
    assert went.lines[here : here + 5] == [
        "Toe presses.", "  Stand.", "  Grip the floor.", "  Hold on to something.", "3, 2, 1.",
    ]  # fmt: skip
    assert went.written[-1][0] == 17.0


def test_every_key_is_listed_and_none_is_silent() -> None:
    went = go(HOLDS, keys=[(1, "?"), (2, "x"), (3, "enter")])
    assert any(line.startswith("  space  pause, go on") for line in went.lines)
    assert "'x' is no key here. ? lists them." in went.lines
    assert "This phase ends by the clock. n goes on now." in went.lines


def test_a_self_paced_set_ends_when_it_is_said_to_be_done() -> None:
    went = go(OWN_PACE, keys=[(6, "+"), (40, "space"), (41, "enter"), (42, "space"), (43, "enter"), (60, "enter")])
    assert "Go, left foot. 10 repetitions at your own pace. Enter when done." in went.lines
    assert "No clock runs here." in went.lines
    assert went.lines.count("Paused. Space goes on.") == 2
    assert "1 step, some of it at your own pace." in went.lines
    assert (went.finished, went.recorder.records[-1].work[1].done_reps) == (True, 10)


# Ending


def test_ending_asks_with_the_clock_held_and_writes_down() -> None:
    went = go(HOLDS, keys=[(7, "q"), (30, "z"), (40, "w")])
    assert "End here? w writes down what was done, d discards it, Enter goes on." in went.lines
    assert "w writes down what was done and ends, d discards it and ends, Enter goes on." in went.lines
    assert (went.finished, went.status) == (False, "stopped")
    assert went.recorder.records[-1].work[0].done_seconds == 2.0
    assert went.lines[-2].startswith("Ended after 7 seconds. 2 of 10 seconds of work.")


def test_ending_can_be_thought_better_of() -> None:
    went = go(HOLDS, keys=[(7, "q"), (30, "enter")])
    assert (went.finished, went.written[-1][0]) == (True, 17.0 + 23.0)
    assert "Going on. 3, 2, 1. Release." in went.lines
    paused = go(HOLDS, keys=[(7, "space"), (8, "q"), (9, "enter"), (10, "space")])
    assert "Still paused. Space goes on." in paused.lines


def test_a_discarded_session_leaves_no_trace() -> None:
    went = go(HOLDS, keys=[(7, "q"), (8, "d")])
    assert (went.finished, went.recorder.discarded) == (False, ["id"])
    assert went.lines[-1] == "Ended and discarded. Nothing of this session is kept."


def test_ctrl_c_asks_as_q_does_and_a_second_one_ends_at_once_written_down() -> None:
    went = go(HOLDS, keys=[(7, "ctrl+c"), (8, "enter")])
    assert went.finished is True
    went = go(HOLDS, keys=[(7, "ctrl+c"), (8, "ctrl+c")])
    assert (went.finished, went.status) == (None, "stopped")


def test_ctrl_c_ends_at_once_where_nobody_can_be_asked() -> None:
    went = go(HOLDS, keys=[(7, "ctrl+c")], single=False)
    assert (went.finished, went.status) == (None, "stopped")
    assert went.lines[-2].startswith("Ended after 7 seconds.")


# Input that ends, programs that are stopped


def test_the_end_of_input_does_not_stop_what_runs_by_the_clock() -> None:
    went = go(HOLDS, WALKS, single=False, ended_at=0)
    assert (went.finished, went.status) == (True, "finished")
    assert not any(line.startswith("Keys") for line in went.lines)


def test_a_set_at_ones_own_pace_cannot_end_without_keys_so_the_session_is_stopped_and_kept() -> None:
    went = go(HOLDS, OWN_PACE, single=False, ended_at=3)
    assert (went.finished, went.status) == (False, "stopped")
    assert went.recorder.records[-1].work[0].done_reps == 2
    assert "Input has ended, and this waits for a key: the session ends here." in went.lines


def test_a_pause_cannot_end_without_keys_either() -> None:
    went = go(HOLDS, keys=[(7, "space")], single=False, ended_at=7)
    assert (went.finished, went.status) == (False, "stopped")


def test_a_stopped_program_is_paused_and_says_so() -> None:
    went = go(HOLDS, keys=[(6, "stopped for 14"), (30, "space")])
    said = "Footui was stopped for 14 seconds. The clock waited; no exercise is shorter or longer. Space goes on."
    assert said in went.lines
    assert went.recorder.records[-1].work[0].done_seconds == 10.0


def test_a_stopped_program_without_keys_goes_on_by_itself() -> None:
    went = go(HOLDS, keys=[(6, "stopped for 14")], single=False, ended_at=0)
    assert (went.finished, went.written[-1][0]) == (True, 17.0 + 14.0)


# What is typed


def test_lines_are_keys_by_letter_or_by_word() -> None:
    typed = ["n", "Next ", "pause", "p", " ", "", "q", "how to", "+", "nonsense"]
    assert [key_of_line(line) for line in typed] == [
        "n", "n", "space", "space", "space", "enter", "q", "i", "+", "nonsense",
    ]  # fmt: skip


def test_single_keys_arrows_and_escape() -> None:
    assert keys_in(" ") == ["space"]
    assert keys_in("\r") == ["enter"]
    assert keys_in("nb=") == ["n", "b", "+"]
    assert keys_in("\x1b[C\x1b[D\x1bOA\x1b[B") == ["n", "b", "+", "-"]
    assert keys_in("\x1b") == ["q"]
    assert keys_in("\x1b[15~") == ["that key"]
    assert keys_in("\x1b[") == ["that key"]


def test_a_word_that_comes_as_a_whole_line_is_no_row_of_single_keys() -> None:
    assert keys_in("pause\n") == ["space"]
    assert keys_in("s\r") == ["s"]
