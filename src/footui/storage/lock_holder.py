"""Who holds the lock of a live session, as its file says it, and as a sentence for a person."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from datetime import date

LONGEST = 4096
"""Bytes of the lock's file that are read; footui writes some hundred."""

_LONGEST_WORD = 200
_MOST_DIGITS = 9


class About(NamedTuple):
    """What a session says of itself while it runs; `session` is its id, `terminal` empty where nobody can say."""

    session: str
    title: str
    started: datetime
    terminal: str = ""


class Holder(NamedTuple):
    """The process that holds the lock, as far as it has said: empty, 0 or None for what it has not."""

    process: int = 0
    host: str = ""
    session: str = ""
    title: str = ""
    started: datetime | None = None
    terminal: str = ""

    @property
    def is_on_this_machine(self) -> bool:
        """Whether the process can be signalled from here."""
        return self.process > 1 and self.host == host_name()

    def sentence(self, today: date) -> str:
        """That a session is running already: which, since when and where, as of `today`."""
        started = ""
        if self.started is not None:
            day = "" if self.started.date() == today else f"{self.started:%Y-%m-%d} "
            started = f" since {day}{self.started:%H:%M}"
        title = f" “{self.title}”," if self.title else ""
        place = "in another terminal"
        if self.host and self.host != host_name():
            place = f"on the machine {self.host}"
        details = [self.terminal] if self.terminal else []
        details += [f"process {self.process}"] if self.process else []
        more = f" ({', '.join(details)})" if details else ""
        return f"A session is running already:{title}{started} {place}{more}."


def host_name() -> str:
    """What this machine calls itself."""
    return clean_line(os.uname().nodename, limit=_LONGEST_WORD)


def to_bytes(about: About) -> bytes:
    """What this process writes into the lock's file: a line each of a name, a tab and a text."""
    told = {
        "process": str(os.getpid()),
        "host": host_name(),
        "session": about.session,
        "title": clean_line(about.title, limit=_LONGEST_WORD),
        "started": about.started.isoformat(timespec="milliseconds"),
        "terminal": clean_line(about.terminal, limit=_LONGEST_WORD),
    }
    return "".join(f"{name}\t{text}\n" for name, text in told.items()).encode()


def from_bytes(content: bytes) -> Holder:
    """Who the lock's file says holds it; of whatever else stands there, nobody."""
    lines = (line.partition("\t") for line in content.decode(errors="replace").split("\n"))
    told = {name: clean_line(text, limit=_LONGEST_WORD) for name, _, text in lines}
    process = told.get("process", "")
    number = int(process) if process.isascii() and process.isdigit() and len(process) <= _MOST_DIGITS else 0
    return Holder(
        number if number > 1 else 0,
        told.get("host", ""),
        told.get("session", ""),
        told.get("title", ""),
        _moment(told.get("started", "")),
        told.get("terminal", ""),
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
