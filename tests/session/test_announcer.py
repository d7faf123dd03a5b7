"""The announcer gives every cue once and at its moment, whatever it is handed meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose, Range
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.routine import Routine, Step
from footui.core.settings import CueSettings
from footui.core.timeline import compile_timeline
from footui.core.walk import PlayerState
from footui.session.announcer import LATE_SECONDS, SAMPLE_WORDS, Announcer
from footui.session.channels.bell import Bell
from footui.session.channels.channel import Occasion
from footui.session.clock import SessionClock, SystemClock
from footui.session.cues import Cue, CueKind, CuePlan, coming_cues
from tests.fakes import FakeClock
from tests.strategies import routines

SETTINGS = CueSettings()
PATIENCE = 15.0


class FakeChannel:
    """Remembers what it gave; `fails` makes it fail."""

    title = "The fake"

    def __init__(self) -> None:
        self.given: list[Cue] = []
        self.words: list[str] = []
        self.hushed = self.closed = 0
        self.fails = False
        self.wants_words = True
        self.came = threading.Semaphore(0)

    def give(self, cue: Cue, occasion: Occasion, /) -> None:
        if self.fails:
            raise OSError("nobody hears it.")
        self.given.append(cue)
        if self.wants_words:
            self.words.append(occasion.words())
        self.came.release()

    def hush(self) -> None:
        self.hushed += 1

    def wait_quiet(self, seconds: float) -> None:
        assert seconds >= 0

    def close(self) -> None:
        self.closed += 1


class Giving:
    """An announcer on a clock that stands, whose turns are taken by hand."""

    def __init__(self, *cues: Cue, speed: float = 1) -> None:
        self.real = FakeClock()
        self.clock = SessionClock(self.real, speed)
        self.start = self.clock.now_ns()
        self.channel = FakeChannel()
        self.announcer = Announcer(self.clock, {"fake": self.channel}, lambda index: f"phase {index}")
        self.plan(*cues)

    def at(self, seconds: float) -> int:
        return self.start + round(seconds * SECOND)

    def cue(self, seconds: float, kind: CueKind = CueKind.CHANGE, index: int = 1) -> Cue:
        return Cue(self.at(seconds), kind, phase_index=index)

    def plan(self, *cues: Cue) -> None:
        """Plan these cues as of now."""
        self.announcer.plan(CuePlan(self.clock.now_ns(), cues))

    def pass_seconds(self, seconds: float) -> float | None:
        """Let time pass, then take a turn."""
        self.real.pass_seconds(seconds)
        return self.announcer.turn()

    @property
    def given(self) -> list[Cue]:
        return self.channel.given


# The moment


def test_it_sleeps_to_the_moment_of_the_next_cue_and_gives_it_then() -> None:
    run = Giving()
    cue = run.cue(7.5)
    run.plan(cue, run.cue(9))
    assert run.announcer.turn() == 7.5
    assert run.pass_seconds(7.25) == 0.25
    assert run.given == []
    assert run.pass_seconds(0.25) == 1.5
    assert run.given == [cue]


def test_with_nothing_in_sight_it_sleeps_until_it_is_woken() -> None:
    assert Giving().announcer.turn() is None


def test_a_preview_is_that_much_faster() -> None:
    run = Giving(speed=20)
    run.plan(run.cue(10))
    assert run.announcer.turn() == 0.5
    run.pass_seconds(0.5)
    assert len(run.given) == 1


def test_a_cue_that_is_a_little_late_is_given_and_one_that_is_stale_is_not() -> None:
    for late, number in ((LATE_SECONDS, 1), (LATE_SECONDS + 0.001, 0)):
        run = Giving()
        run.plan(run.cue(5))
        run.pass_seconds(5 + late)
        assert len(run.given) == number


def test_after_a_stop_of_the_program_nothing_of_what_came_meanwhile_is_given() -> None:
    run = Giving()
    later = run.cue(20)
    run.plan(run.cue(5), run.cue(8), run.cue(18.9), later)
    run.pass_seconds(19)
    assert run.given == []
    run.pass_seconds(1)
    assert run.given == [later]


def test_a_pause_that_is_found_to_have_begun_before_a_cue_keeps_it_back() -> None:
    run = Giving()
    player = Player(compile_timeline(Routine("test", "Test", (Step("toe-press", Dose(hold=Range.of(20))),))))
    player.start(run.start)
    run.announcer.plan(coming_cues(player, SETTINGS))
    run.real.pass_seconds(5.1)  # the program was stopped, and goes on just after a change
    player.pause(run.at(1.5))
    player.advance(run.at(5.1))
    run.announcer.plan(coming_cues(player, SETTINGS))
    run.announcer.turn()
    assert run.given == []


# Between two plans


def test_a_cue_that_is_due_when_a_new_plan_comes_is_given() -> None:
    run = Giving()
    due = run.cue(5)
    run.plan(due)
    run.real.pass_seconds(5.01)
    run.plan(run.cue(9))
    run.announcer.turn()
    assert run.given == [due]


def test_a_cue_that_was_given_is_not_given_again_by_a_plan_that_was_made_before() -> None:
    run = Giving()
    cue = run.cue(5)
    before = CuePlan(run.at(4.99), (cue,))
    run.plan(cue)
    run.pass_seconds(5.01)
    run.announcer.plan(before)
    run.announcer.turn()
    assert run.given == [cue]


def test_what_a_new_plan_leaves_out_is_not_given_however_late_the_plan_comes() -> None:
    run = Giving()
    run.plan(run.cue(5))
    run.real.pass_seconds(5.01)
    run.announcer.plan(CuePlan(run.at(4.99), ()))  # a pause that began before the moment
    run.announcer.turn()
    assert run.given == []


def test_a_half_that_more_seconds_put_off_is_told_once_and_again_after_going_back() -> None:
    run = Giving()
    stay, again = run.at(0), run.at(11)
    run.plan(Cue(run.at(10), CueKind.HALF, stay_ns=stay))
    run.pass_seconds(10)
    run.plan(Cue(run.at(12.5), CueKind.HALF, stay_ns=stay))
    run.pass_seconds(2.5)
    assert len(run.given) == 1
    run.plan(Cue(run.at(21), CueKind.HALF, stay_ns=again))
    run.pass_seconds(8.5)
    assert len(run.given) == 2


@given(routines(), st.lists(st.floats(0.001, 40), max_size=60), st.data())
def test_however_often_plans_are_made_every_cue_is_given_once(
    routine: Routine, steps: list[float], data: st.DataObject
) -> None:
    run = Giving()
    run.channel.wants_words = False
    player = Player(compile_timeline(routine))
    player.start(run.start)
    expected = list(coming_cues(player, SETTINGS, 100_000 * SECOND).cues)
    cues = coming_cues(player, SETTINGS)
    run.announcer.plan(cues)
    for step in steps:
        target = run.clock.now_ns() + round(step * SECOND)
        while (left := run.announcer.turn()) is not None and run.clock.now_ns() + left * SECOND <= target:
            run.real.pass_seconds(left + data.draw(st.sampled_from([0, 0.001, 0.02])))
            if data.draw(st.booleans()):  # the screen's turn may come before the announcer's
                player.advance(run.clock.now_ns())
                run.announcer.plan(coming_cues(player, SETTINGS))
        player.advance(max(target, run.clock.now_ns()))
        run.real.pass_seconds(max(0, target - run.clock.now_ns()) / SECOND)
        run.announcer.plan(coming_cues(player, SETTINGS))
        run.announcer.turn()
    at_own_pace = player.state is PlayerState.RUNNING and player.phase.length_ns is None
    moment = run.clock.now_ns()
    assert at_own_pace or run.given == [cue for cue in expected if cue.at_ns <= moment]


# Channels


def test_words_are_those_of_the_cue_and_are_worked_out_for_who_asks() -> None:
    run = Giving()
    asked: list[int] = []

    def words(index: int) -> str:
        asked.append(index)
        return f"phase {index}"

    deaf = FakeChannel()
    deaf.wants_words = False
    announcer = Announcer(run.clock, {"deaf": deaf, "fake": run.channel, "too": FakeChannel()}, words)
    kinds = (CueKind.COUNT, CueKind.CHANGE, CueKind.HALF, CueKind.END)
    cues = [Cue(run.at(place), kind, 2 if kind is CueKind.COUNT else 0, 7) for place, kind in enumerate(kinds, start=1)]
    announcer.plan(CuePlan(run.start, tuple(cues)))
    for _ in cues:
        run.real.pass_seconds(1)
        announcer.turn()
    assert run.channel.words == ["2", "phase 7", "half", "done"]
    assert deaf.given == cues
    assert asked == [7]


def test_a_timeline_that_has_just_become_another_one_is_no_error() -> None:
    clock = FakeClock()
    channel = FakeChannel()
    announcer = Announcer(SessionClock(clock), {"fake": channel}, lambda index: ["only one"][index])
    announcer.plan(CuePlan(clock.now_ns(), (Cue(clock.now_ns() + SECOND, CueKind.CHANGE, phase_index=3),)))
    clock.pass_seconds(1)
    announcer.turn()
    assert channel.words == ["change"]


def test_a_channel_that_fails_is_switched_off_and_says_why_and_the_others_go_on() -> None:
    run = Giving()
    broken = FakeChannel()
    broken.fails = True
    announcer = Announcer(run.clock, {"broken": broken, "fake": run.channel}, str)
    announcer.plan(CuePlan(run.start, (run.cue(1), run.cue(2))))
    assert announcer.problem == ""
    run.real.pass_seconds(1)
    announcer.turn()
    assert announcer.problems == {"broken": "The fake is off: nobody hears it."}
    broken.fails = False
    run.real.pass_seconds(1)
    announcer.turn()
    assert (len(broken.given), len(run.channel.given)) == (0, 2)
    assert announcer.problem == "The fake is off: nobody hears it."


def test_to_try_a_channel_gives_a_sample_and_switches_it_on_again_where_it_works() -> None:
    run = Giving()
    run.channel.fails = True
    run.announcer.try_out("fake")
    run.announcer.turn()
    assert run.announcer.problem
    run.channel.fails = False
    run.announcer.try_out("fake")
    run.announcer.turn()
    assert run.announcer.problem == ""
    assert run.channel.words == [SAMPLE_WORDS]
    assert run.given[0].calls_back


def test_a_failure_that_shows_later_switches_a_channel_off_too() -> None:
    class Late(FakeChannel):
        def give(self, cue: Cue, occasion: Occasion, /) -> None:
            super().give(cue, occasion)
            occasion.later(0.5, partial(self.fail, cue))

        def fail(self, _cue: Cue) -> None:
            raise FileNotFoundError(2, "there is no such program", "speak")

    run = Giving()
    announcer = Announcer(run.clock, {"late": Late()}, str)
    announcer.try_out("late")
    assert announcer.turn() == 0.5
    run.real.pass_seconds(0.5)
    announcer.turn()
    assert announcer.problem == "The fake is off: there is no such program: speak."


# Muted


def test_while_muted_cues_pass_and_what_is_being_given_is_cut_off() -> None:
    run = Giving()
    second = run.cue(2)
    run.plan(run.cue(1), second)
    run.announcer.mute()
    run.pass_seconds(1)
    assert run.announcer.muted
    assert (run.given, run.channel.hushed) == ([], 1)
    run.announcer.unmute()
    run.pass_seconds(1)
    assert run.given == [second]
    assert run.channel.hushed == 1


def test_a_channel_can_be_tried_while_muted() -> None:
    run = Giving()
    run.announcer.mute()
    run.announcer.try_out("fake")
    run.announcer.turn()
    assert len(run.given) == 1


# The thread


def in_time(act: Callable[[], object]) -> bool:
    """Whether something came to its end before patience did."""
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return not thread.is_alive()


def test_the_thread_gives_cues_by_itself_and_ends_when_told() -> None:
    clock = SessionClock(SystemClock())
    channel = FakeChannel()
    announcer = Announcer(clock, {"fake": channel}, str)
    announcer.start()
    now_ns = clock.now_ns()
    announcer.plan(CuePlan(now_ns, (Cue(now_ns + SECOND // 50, CueKind.HALF), Cue(now_ns + SECOND // 25, CueKind.END))))
    for _ in range(2):
        assert channel.came.acquire(timeout=PATIENCE)
    assert [cue.kind for cue in channel.given] == [CueKind.HALF, CueKind.END]
    assert in_time(announcer.close)
    assert announcer._thread is not None
    assert not announcer._thread.is_alive()
    assert channel.closed == 1


def test_a_new_plan_wakes_the_thread_from_a_long_sleep() -> None:
    clock = SessionClock(SystemClock())
    channel = FakeChannel()
    announcer = Announcer(clock, {"fake": channel}, str)
    announcer.start()
    announcer.plan(CuePlan(clock.now_ns(), (Cue(clock.now_ns() + 3600 * SECOND, CueKind.END),)))
    sooner = Cue(clock.now_ns() + SECOND // 50, CueKind.CHANGE)
    announcer.plan(CuePlan(clock.now_ns(), (sooner,)))
    assert channel.came.acquire(timeout=PATIENCE)
    announcer.close()
    assert channel.given == [sooner]


def test_to_finish_lets_the_last_pattern_come_to_its_end() -> None:
    clock = SessionClock(SystemClock())
    strokes: list[str] = []
    announcer = Announcer(clock, {"bell": Bell(strokes.append)}, str)
    announcer.start()
    end = Cue(clock.now_ns() + SECOND // 100, CueKind.END)
    announcer.plan(CuePlan(clock.now_ns(), (end,)))
    while clock.now_ns() < end.at_ns:
        pass  # the session's end is noticed at its moment
    announcer.plan(CuePlan(clock.now_ns(), ()))  # the session has ended
    announcer.finish(PATIENCE)
    assert strokes == ["\a"] * 3


def test_to_close_before_anything_began_is_no_error() -> None:
    run = Giving()
    assert in_time(run.announcer.close)
    assert in_time(run.announcer.finish)


def test_a_plan_that_comes_just_before_the_thread_sleeps_wakes_it() -> None:
    class JustBefore(Announcer):
        planned = False

        def turn(self) -> float | None:
            seconds = super().turn()
            if not self.planned:
                self.planned = True
                self.plan(CuePlan(clock.now_ns(), (Cue(clock.now_ns() + SECOND // 100, CueKind.END),)))
            return seconds

    clock = SessionClock(SystemClock())
    channel = FakeChannel()
    announcer = JustBefore(clock, {"fake": channel}, str)
    announcer.start()
    assert channel.came.acquire(timeout=PATIENCE)
    announcer.close()
