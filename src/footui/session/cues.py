"""Which cues a session gives, and at which moment; said before the moment comes, so that nothing has to look for it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from footui.core.phase import SECOND, nanoseconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footui.core.player import Player
    from footui.core.settings import CueSettings

HORIZON_NS = 30 * SECOND
"""Cues are known for every phase that begins within this time: longer than anything holds up the next plan."""

COUNTED = (3, 2, 1)
"""How many seconds before the end of a phase are counted."""

CALLS_BACK_NS = 30 * SECOND
"""After a pause as long as this somebody may have gone away (our choice)."""


class CueKind(StrEnum):
    """What a cue tells."""

    COUNT = "count"
    """Three, two or one second until the phase ends."""
    CHANGE = "change"
    """A phase ended by the clock, and another begins."""
    HALF = "half"
    """Half of a long piece of work is done."""
    END = "end"
    """The session ended by the clock."""


class Cue(NamedTuple):
    """One cue, `at_ns` of session time.

    `number` is the count, else 0; `phase_index` the phase that begins at a change, else the one that is present;
    `calls_back` says that it is meant for somebody who may have gone away. `stay_ns`, when that phase was entered, held
    time taken out, tells the half of one going through of it from that of the next.
    """

    at_ns: int
    kind: CueKind
    number: int = 0
    phase_index: int = 0
    calls_back: bool = False
    stay_ns: int = 0


class CuePlan(NamedTuple):
    """The cues that come after a moment of session time, by their time, if nobody touches anything."""

    as_of_ns: int
    cues: tuple[Cue, ...]


class _Stay(NamedTuple):
    """A coming stay in a phase; it is entered late where the phase is gone on with in its midst."""

    phase_index: int
    entered_ns: int
    ends_ns: int
    length_ns: int


def coming_cues(player: Player, settings: CueSettings, horizon_ns: int = HORIZON_NS) -> CuePlan:
    """What comes after the player's last call, in this phase and in those that begin within `horizon_ns` by the clock.

    Nothing comes in a pause, after the end, and beyond a set at one's own pace, whose end nobody knows.
    """
    time = player.time
    now_ns = time.ended_ns or time.now_ns - time.present_pause_ns  # nothing comes after a pause began, or after the end
    cues = (cue for stay in _stays(player, now_ns + horizon_ns) for cue in _cues_of(player, stay, settings))
    return CuePlan(now_ns, tuple(cue for cue in cues if cue.at_ns > now_ns))


def _stays(player: Player, until_ns: int) -> Iterator[_Stay]:
    """The present phase and those that follow it by the clock, as far as they begin before `until_ns`."""
    ends_ns, index, entered_ns = player.next_change_ns(), player.index, player.time.now_ns
    while ends_ns is not None and entered_ns <= until_ns:
        yield _Stay(index, entered_ns, ends_ns, player.length_of(index) or 0)
        index, entered_ns = index + 1, ends_ns
        ends_ns = _end_of(player, index, entered_ns) if index < len(player.timeline.phases) else None


def _end_of(player: Player, index: int, entered_ns: int) -> int | None:
    """The moment at which a phase entered at `entered_ns` ends; None where a key ends it."""
    length_ns, into_ns = player.length_of(index), 0
    if player.goes_on_at is not None and player.goes_on_at[0] == index:
        into_ns = player.goes_on_at[1]
    return None if length_ns is None else entered_ns + max(length_ns - into_ns, 0)


def _cues_of(player: Player, stay: _Stay, settings: CueSettings) -> Iterator[Cue]:
    """The cues within a stay and the one at its end, by their time."""
    is_counted = stay.length_ns >= nanoseconds(settings.countdown_from)
    half_ns = stay.ends_ns - stay.length_ns + stay.length_ns // 2
    has_half = player.timeline.phases[stay.phase_index].is_work and stay.length_ns >= nanoseconds(settings.half_from)
    half_is_counted = is_counted and half_ns >= stay.ends_ns - COUNTED[0] * SECOND  # the count says more
    if has_half and half_ns > stay.entered_ns and not half_is_counted:
        yield Cue(half_ns, CueKind.HALF, phase_index=stay.phase_index, stay_ns=stay.ends_ns - stay.length_ns)
    for number in COUNTED if is_counted else ():
        at_ns = stay.ends_ns - number * SECOND
        if at_ns > stay.entered_ns:
            yield Cue(at_ns, CueKind.COUNT, number, stay.phase_index)
    yield _cue_at_end(player, stay)


def _cue_at_end(player: Player, stay: _Stay) -> Cue:
    """The change to the next phase, or the end of the session."""
    phases, after = player.timeline.phases, stay.phase_index + 1
    if after == len(phases):
        return Cue(stay.ends_ns, CueKind.END, phase_index=stay.phase_index, calls_back=True)
    was_long_pause = not phases[stay.phase_index].is_work and stay.length_ns >= CALLS_BACK_NS
    return Cue(stay.ends_ns, CueKind.CHANGE, phase_index=after, calls_back=was_long_pause and phases[after].is_work)
