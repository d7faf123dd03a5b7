"""The history: in order or not, what is in it and beside it, room on the disk, and whether a session runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from footui.cli.fact import Fact
from footui.core.day import day_of
from footui.core.wording import plural
from footui.storage.history_facts import HistoryTrouble, beside, history_facts
from footui.storage.problems import clean_path
from footui.storage.session_lock import holder

if TYPE_CHECKING:
    from footui.storage.history_facts import HistoryFacts
    from footui.storage.session_lock import Holder
    from footui.world import World

LEAST_FREE: Final = 20 * 1024 * 1024
"""Bytes on the disk under which something is to be done: years of sessions, and a copy before an update."""

CLOCK_SLACK: Final = timedelta(days=2)
"""A session that began later than this from now tells of a clock that is wrong; a flight does not."""


def history_facts_here(world: World, day_start: time) -> Iterator[Fact]:
    """What is kept of sessions, and whether more of them can be kept."""
    path, now = world.folders.history_file, world.clock.wall()
    runs = holder(world.folders)
    if os.path.lexists(path):
        yield from _kept(path, runs, now)
        yield from _beside(path)
    else:
        yield Fact("There is none yet: the first session makes it.")
    yield _lock(runs, now, day_start)
    yield _room(path)


def _kept(path: Path, runs: Holder | None, now: datetime) -> Iterator[Fact]:
    try:
        facts = history_facts(path)
    except HistoryTrouble as trouble:
        yield Fact(f"{clean_path(str(path))} {trouble}", is_fine=False)
        return
    older = (
        ", of an older footui: brought up to date when it is next written, with a copy kept" if facts.is_older else ""
    )
    yield Fact(f"{path.name} is whole: {plural(facts.sessions, 'session')}, {_size(facts.size)}, version "
               f"{facts.version}{older}.")  # fmt: skip
    yield from _interrupted(facts, runs)
    if facts.newest is not None and facts.newest > now + CLOCK_SLACK:
        yield Fact(
            f"The last session began on {facts.newest:%Y-%m-%d}, which is to come. Is the clock of this machine right?",
            is_fine=False,
        )


def _interrupted(facts: HistoryFacts, runs: Holder | None) -> Iterator[Fact]:
    cut_off = [each for each in facts.interrupted if runs is None or each != runs.session]
    if cut_off:
        were = "was" if len(cut_off) == 1 else "were"
        yield Fact(f"{plural(len(cut_off), 'session')} {were} interrupted: footui resume goes on with the last one.")


def _beside(path: Path) -> Iterator[Fact]:
    copies, damaged = beside(path)
    for copy in copies:
        yield Fact(f"{clean_path(copy.name)} is a copy from before an update: not needed if all is well.")
    for aside in damaged:
        yield Fact(
            f"{clean_path(aside.name)} was damaged and set aside. If you have a good copy of the history, put it in "
            "the place of the new one; then move this one away.",
            is_fine=False,
        )


def _lock(runs: Holder | None, now: datetime, day_start: time) -> Fact:
    return Fact("No session runs now." if runs is None else runs.sentence(day_of(now, day_start)))


def _room(path: Path) -> Fact:
    there = next((folder for folder in path.parents if folder.is_dir()), path.parent)
    try:
        free = shutil.disk_usage(there).free
    except OSError as error:
        return Fact(f"How much room there is on the disk is not known: {error.strerror}.")
    if free < LEAST_FREE:
        return Fact(f"Only {_size(free)} are free on the disk of the history. Make room on it.", is_fine=False)
    return Fact(f"{_size(free)} are free on the disk of the history.")


def _size(count: int) -> str:
    """“24 KiB”, “3.1 GiB”."""
    amount, units = float(count), ["bytes", "KiB", "MiB", "GiB", "TiB"]
    while amount >= 1024 and len(units) > 1:
        amount /= 1024
        units.pop(0)
    return f"{amount:.0f} {units[0]}" if amount >= 10 or units[0] == "bytes" else f"{amount:.1f} {units[0]}"
