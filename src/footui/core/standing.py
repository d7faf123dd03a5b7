"""Where a player stands, as plain values: what has to be kept to go on after an interruption, phase by phase.

A timeline is not kept: it is compiled anew from the routine as it was, and the changes are made on it again, in order.
"""

from __future__ import annotations

import operator
from typing import Any

from footui.core import changes
from footui.core.attempts import Attempt, Dropped
from footui.core.changes import Change
from footui.core.dose import Side, Unit
from footui.core.events import Event
from footui.core.phase import Phase, PhaseKind, nanoseconds
from footui.core.player import Player
from footui.core.timeline import Timeline

Standing = dict[str, Any]
"""A player's standing as JSON can carry it (`docs/history-format.md`, journals); times in nanoseconds."""

_CHANGES: dict[str, type[Change]] = {
    "once more": changes.OnceMore,
    "other foot first": changes.OtherFootFirst,
    "other form": changes.OtherForm,
    "lower end": changes.LowerEnd,
    "fewer repetitions": changes.FewerRepetitions,
    "get ready": changes.GetReady,
}
_NAMES = {kind: name for name, kind in _CHANGES.items()}


GET_READY_SECONDS = 5
"""To get ready in after an interruption, where the routine has no time for it."""


class StandingError(ValueError):
    """What was kept does not fit the routine, or is no standing at all."""


def standing_of(player: Player) -> Standing:
    """Where the player stands as of its last call."""
    return {
        "phase": player.index,
        "into": player.into_ns,
        "goes_on_at": player.goes_on_at,
        "active": player.time.active_ns,
        "paused": player.time.paused_ns,
        "attempts": [[index, *attempt] for index, attempt in player.attempts],
        "dropped": [
            [[list(phase), *attempt, extra] for phase, attempt, extra in gone] for gone in player.attempts.dropped
        ],
        "extra": sorted(player.extra_ns.items()),
        "skips": [[*occurrence, reason] for occurrence, reason in player.skips.items()],
        "changes": [[place, _NAMES[type(change)], *change] for place, change, _ in player.changes],
    }


def player_at(timeline: Timeline, standing: Standing) -> Player:
    """A player that stands where one stood on this timeline; `go_on` lets it run.

    Raises:
        StandingError: the standing is not one of this timeline.
    """
    player = Player(timeline)
    try:
        for index, name, *values in standing["changes"]:
            player.rewrite(index, _CHANGES[name](*values))
        for index, done_ns, reps in standing["attempts"]:
            player.attempts.keep(index, Attempt(done_ns, reps))
        player.attempts.dropped = tuple(tuple(_dropped(*values) for values in gone) for gone in standing["dropped"])
        player.extra_ns = dict(standing["extra"])
        player.skips = {(step, round_number): reason for step, round_number, reason in standing["skips"]}
        for name in ("into", "active", "paused"):
            operator.index(standing[name])  # or TypeError
        there = standing["goes_on_at"]
        player.stand(standing["phase"], standing["into"], None if there is None else (there[0], there[1]))
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise StandingError(f"This session cannot be gone on with: {error!r}.") from error
    return player


def go_on(player: Player, standing: Standing, now_ns: int) -> list[Event]:
    """Let a player that `player_at` made run, with a fresh time to get ready before any work."""
    get_ready_ns = nanoseconds(player.timeline.routine.timing.prepare or GET_READY_SECONDS)
    return player.go_on(now_ns, standing["active"], standing["paused"], get_ready_ns)


def _dropped(parts: list[Any], done_ns: int, reps: int, extra_ns: int) -> Dropped:
    """Work that a change took out, from what was kept of it."""
    phase = Phase(*parts)
    side = None if phase.side is None else Side(phase.side)
    phase = phase._replace(kind=PhaseKind(phase.kind), side=side, unit=Unit(phase.unit))
    return Dropped(phase, Attempt(done_ns, reps), extra_ns)
