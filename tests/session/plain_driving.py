"""Goes through plain sessions by a fake clock, with keys that are pressed at given moments."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from footui.core.dose import Dose, Level, Range, Sides, Unit
from footui.core.exercise import Equipment, Exercise, Position, Variant
from footui.core.journal import Interrupted, kept_session
from footui.core.notation import PLAIN, Notation
from footui.core.routine import Routine, Step
from footui.core.settings import DEFAULTS, CareSettings
from footui.core.timeline import compile_timeline
from footui.session.clock import SessionClock
from footui.session.live import LiveSession
from footui.session.plain import PlainSession
from footui.session.plain_answers import PlainAnswers
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
    variants=(Variant("ball", "with a ball", brief="Grip the ball.", equipment=(Equipment("ball", ("sock",)),)),),
)
WALK = Exercise("toe-walk", "Toe walking", Position.WALKING, ("Walk.",))
EXERCISES = {"toe-press": PRESS, "toe-walk": WALK}

HOLDS = Step("toe-press", Dose(hold=Range.of(5), reps=Range.of(2)))
COUNTS = Step("toe-press", Dose(hold=Range.of(3), unit=Unit.COUNTS, reps=Range.of(2)))
WALKS = Step("toe-walk", Dose(move=Range.of(20), sets=Range.of(2)))
OWN_PACE = Step("toe-press", Dose(reps=Range.of(10), sides=Sides.EACH))
FEET = Step("toe-press", Dose(hold=Range.of(5), reps=Range.of(2), sides=Sides.EACH))
RANGES = Step("toe-press", Dose(hold=Range(5, 10), reps=Range(2, 4)))


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

    def line(self, seconds: float) -> str | None:
        return self.wait(seconds)

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
class Cues:
    """Cues that are given to nobody: whether they were begun, and are muted."""

    any_on: bool = True
    started: int = 0
    muted: bool = False

    def start(self) -> None:
        self.started += 1

    def plan(self, player: object) -> None:
        pass

    def turn_mute(self) -> bool:
        self.muted = not self.muted
        return self.muted

    def close(self) -> None:
        pass


@dataclass
class Went:
    """How a session went: what was written and when (seconds from its start), what was recorded, and its end."""

    written: list[tuple[float, str]] = field(default_factory=list)
    recorder: FakeRecorder = field(default_factory=FakeRecorder)
    cues: Cues = field(default_factory=Cues)
    finished: bool | None = None
    discarded: bool = False

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.written)

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def status(self) -> str:
        return self.recorder.records[-1].status

    def after(self, line: str, count: int = 1) -> list[str]:
        """The lines that follow the first one like this."""
        here = self.lines.index(line)
        return self.lines[here + 1 : here + 1 + count]


@dataclass
class Setting:
    """All that may be different from an ordinary plain session."""

    single: bool = True
    ended_at: float | None = None
    speed: float = 1
    session: int = 1
    level: Level | None = None
    care: CareSettings = DEFAULTS.care
    notation: Notation = PLAIN
    recorded: bool = True
    simple_terminal: bool = False
    half_from: float = 20
    asks: bool = False
    cues: bool = True
    problem: str | None = None


def go(
    *steps: Step, keys: list[tuple[float, str]] | None = None, routine: Routine | None = None, **setting: object
) -> Went:
    """Go through a session of these steps with these keys, in a `Setting`."""
    routine = routine or Routine("test", "Test", steps)
    return go_through(routine, EXERCISES, keys or [], Setting(**setting))  # type: ignore[arg-type]  # Setting says which


def go_through(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    keys: list[tuple[float, str]],
    setting: Setting | None = None,
    *,
    interrupted: Interrupted | None = None,
    clock: FakeClock | None = None,
) -> Went:
    setting, clock = setting or Setting(), clock or FakeClock()
    began, watch = clock.now_ns(), QuietWatch(clock)
    went = Went(cues=Cues(any_on=setting.cues))
    timeline = compile_timeline(routine, setting.session, setting.level)
    live = LiveSession(
        timeline,
        SessionClock(clock, setting.speed),
        "id",
        recorder=went.recorder,
        watch=watch,
        cues=went.cues,
        interrupted=interrupted,
    )
    typed = FakeKeys(clock, watch, keys, single=setting.single, ended_at=setting.ended_at)

    def write(text: str) -> None:
        went.written.append(((clock.now_ns() - began) / SECOND, text))

    plain = PlainSession(
        live,
        exercises,
        typed,
        write,
        setting.care,
        notation=setting.notation,
        half_from=setting.half_from,
        recorded=setting.recorded,
        stopped=interrupted.last_known if interrupted else None,
        simple_terminal=setting.simple_terminal,
        problem=lambda: setting.problem,
    )
    try:
        went.finished = plain.run()
        if setting.asks and not plain.discarded:
            PlainAnswers(live, typed, write, setting.care, str.strip, touched=plain.touched).ask()
    except KeyboardInterrupt:
        went.finished = None
    went.discarded = plain.discarded
    return went


def interrupted_after(seconds: float, routine: Routine, keys: list[tuple[float, str]] | None = None) -> Interrupted:
    """A session that was killed so many seconds after its beginning, at 07:46."""
    clock = FakeClock()
    watch, recorder = QuietWatch(clock), FakeRecorder()
    live = LiveSession(compile_timeline(routine), SessionClock(clock), "id", recorder=recorder, watch=watch)

    class KilledError(Exception):
        pass

    class Killed(FakeKeys):
        def wait(self, wanted: float) -> str | None:
            key = super().wait(wanted)
            if self._clock.now_ns() >= self._start_ns + round(seconds * SECOND):
                raise KilledError
            return key

    typed = Killed(clock, watch, keys or [], single=True, ended_at=None)
    started: datetime = clock.wall()
    try:
        PlainSession(live, EXERCISES, typed, lambda _: None, DEFAULTS.care).run()
    except KilledError:
        live.tick()
        live.save()
    return Interrupted("id", started, clock.wall(), kept_session(recorder.journals[-1], routine), "")


def shipped(slug: str) -> tuple[Routine, Mapping[str, Exercise]]:
    """A shipped programme, and the shipped exercises."""
    nowhere = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
    catalogue = load_catalogue(nowhere)
    routine = Library.of(nowhere, catalogue).find(slug).routine
    assert routine is not None
    return routine, catalogue.exercises


class QuietWatch(Watch):
    """A watch without its thread: looking alone finds the gaps."""

    def start(self) -> None:
        self.look()

    def end(self) -> None:
        pass
