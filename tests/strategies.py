"""Hypothesis strategies for routines of every kind, small enough to be quick, and for what is done with them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from footui.core.changes import Change, FewerRepetitions, LowerEnd, OnceMore, OtherFootFirst, OtherForm, reps_left
from footui.core.dose import Dose, Level, Range, Side, Sides, Timing, TimingOverrides, Unit
from footui.core.events import Event
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.routine import Group, Routine, Step
from footui.core.standing import go_on, player_at, standing_of
from footui.core.timeline import compile_timeline
from footui.core.walk import PlayerState

pauses = st.sampled_from([0, 0.25, 1, 2.5, 10])
seconds = st.sampled_from([0.1, 0.3, 1, 2.5, 5, 33.333, 60])


@st.composite
def ranges(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> Range:
    """A single number or a true range."""
    low, high = sorted((draw(numbers), draw(numbers)))
    return Range(low, high)


def overrides() -> st.SearchStrategy[TimingOverrides]:
    """Timings that a step sets for itself, mostly none."""
    maybe = st.none() | pauses
    return st.builds(TimingOverrides, maybe, maybe, maybe, maybe, maybe, st.none() | seconds)


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """A dose of any of the four kinds."""
    kind = draw(st.sampled_from(["hold", "move", "tempo", "self-paced"]))
    measured = draw(ranges(seconds)) if kind in ("hold", "move") else None
    parts = st.sampled_from([0, 1, 2.5, 3])
    tempo = draw(st.tuples(parts, parts, parts).filter(any)) if kind == "tempo" else None
    return Dose(
        hold=measured if kind == "hold" else None,
        move=measured if kind == "move" else None,
        tempo=tempo,
        unit=draw(st.sampled_from(Unit)) if measured else Unit.SECONDS,
        reps=draw(ranges(st.integers(1, 4))),
        sets=draw(ranges(st.integers(1, 3))),
        sides=draw(st.sampled_from(Sides)),
        first=draw(st.sampled_from([Side.LEFT, Side.RIGHT])),
        directions=tuple(draw(st.lists(st.sampled_from("abc"), max_size=2))) if measured else (),
        times_per_day=draw(ranges(st.integers(1, 3))),
        timing=draw(overrides()),
    )


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """A routine of one to five steps, some of them in a circuit."""
    groups: dict[str, Group] = {}
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 3))):
        name = f"group-{number}" if draw(st.booleans()) else None
        if name is not None:
            groups[name] = Group(draw(st.integers(1, 3)), draw(pauses))
        steps += [
            Step("toe-press", draw(doses()), group=name, level=draw(st.none() | st.sampled_from(Level)))
            for _ in range(draw(st.integers(1, 2)))
        ]
    prepare, transition, change, release, rest = (draw(pauses) for _ in range(5))
    timing = Timing(prepare, transition, change, release, rest, draw(seconds))
    return Routine("made-up", "Made up", tuple(steps), level=draw(st.sampled_from(Level)), timing=timing, groups=groups)


class Operation(NamedTuple):
    """Something done with a player, so long after the one before; `pick` chooses where there is a choice."""

    name: str
    wait_ns: int
    pick: int


TO_TAKE_BACK = ("restart_step", "skip_step", "more", "less", "once_more", "other_foot", "form", "lower_end", "fewer")
"""The operations that can be taken back."""

OPERATIONS = ("advance", "pause", "resume", "next", "back", "done", "take_back", *TO_TAKE_BACK)

waits = st.sampled_from([0, 1, SECOND // 10, SECOND, 3 * SECOND]) | st.integers(0, 30 * SECOND)


def operations(names: Sequence[str] = OPERATIONS, max_size: int = 20) -> st.SearchStrategy[list[Operation]]:
    """What a person may do with a session, at any times."""
    return st.lists(st.builds(Operation, st.sampled_from(names), waits, st.integers(0, 5)), max_size=max_size)


def change_of(player: Player, operation: Operation) -> Change | None:
    """The change that an operation means in the phase where the player is; None where it means none."""
    match operation.name:
        case "once_more":
            return OnceMore()
        case "other_foot":
            return OtherFootFirst()
        case "form":
            return OtherForm((None, "sitting", "lying")[operation.pick % 3], ("towel", None)[operation.pick % 2])
        case "lower_end":
            return LowerEnd()
        case "fewer":
            left = reps_left(player.timeline, player.index) or range(1, 3)
            return FewerRepetitions(left[operation.pick % len(left)])
    return None


def act(player: Player, operation: Operation, now_ns: int) -> list[Event]:
    """Do this at `now_ns`."""
    events = player.advance(now_ns)
    change = change_of(player, operation)
    if change is not None:
        return events + player.change(now_ns, change)
    match operation.name:
        case "skip_step":
            return events + player.skip_step(now_ns, ("pain", "no time", "other")[operation.pick % 3])
        case "more":
            return events + player.extend(now_ns, 5 * SECOND)
        case "less":
            return events + player.extend(now_ns, -5 * SECOND)
        case name:
            intent: list[Event] = getattr(player, name)(now_ns)
            return events + intent


def operated(routine: Routine, todo: Sequence[Operation]) -> tuple[Player, int]:
    """A player of this routine with whom all this was done from 0 on, and the moment after it."""
    player = Player(compile_timeline(routine))
    player.start(0)
    now = 0
    for operation in todo:
        now += operation.wait_ns
        act(player, operation, now)
    return player, now


def restored(player: Player) -> Player:
    """The player as it is after an interruption: kept as text, read again, not running yet."""
    routine = player.prescribed.routine
    timeline = compile_timeline(routine, player.prescribed.session, player.prescribed.asked_level)
    return player_at(timeline, json.loads(json.dumps(standing_of(player))))


def gone_on(player: Player, now_ns: int) -> Player:
    """The player as it goes on at `now_ns`, after an interruption at its last call."""
    again = restored(player)
    go_on(again, json.loads(json.dumps(standing_of(player))), now_ns)
    return again


def played_to_the_end(player: Player) -> Player:
    """The same player, after nothing but letting time pass and saying that self-paced sets are done."""
    now = player.time.now_ns
    player.resume(now)
    while player.is_live:
        now += 10_000 * SECOND
        player.advance(now)
        player.done(now)
    assert player.state is PlayerState.FINISHED or player.state is PlayerState.STOPPED
    return player
