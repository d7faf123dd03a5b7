"""What is asked when a plain session is over and written down: pain, effort, a note. Enter leaves each out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from footui.core.said import EFFORTS, HELP_AT_ONCE
from footui.session.plain_pain import TypedPain

if TYPE_CHECKING:
    from footui.core.settings import CareSettings
    from footui.session.live import LiveSession
    from footui.session.plain_keys import Keys

WORST = "Worst pain, from 0 to 10?"
AFTER = "Pain now, from 0 to 10?"
EFFORT = "Effort? 1 easy, 2 right, 3 hard."
NOTE = "A note, in one line?"
LEAVES_OUT = "Enter leaves a question out."
NUMBERS = "A number from 0 to 10, or Enter."
NO_ANSWER = "No answer: the rest is left out."

SILENCE_SECONDS = 300.0
"""So long an answer is waited for; nobody can begin another session meanwhile."""

UNTOUCHED_SECONDS = 60.0
"""So long where nobody has pressed a key in the whole session: perhaps nobody is there."""


class _LeftError(Exception):
    """Nothing more will be answered."""


class PlainAnswers:
    """Asks one thing after the other, and keeps each answer at once; the status of the session stays."""

    def __init__(
        self,
        session: LiveSession,
        keys: Keys,
        write: Callable[[str], None],
        care: CareSettings,
        clean: Callable[[str], str],
        *,
        touched: bool,
    ) -> None:
        """`clean` makes a typed line safe to keep and to show; `touched`: a key was pressed in the session."""
        self._session = session
        self._keys = keys
        self._write = write
        self._care = care
        self._clean = clean
        self._seconds = SILENCE_SECONDS if touched else UNTOUCHED_SECONDS
        self._advised = False

    def ask(self) -> None:
        """Ask it all, as long as somebody answers; ctrl+C leaves the rest out."""
        if self._keys.ended:
            return
        said = self._session.said
        try:
            known = said.worst
            keeps = f" Enter keeps {known}." if known is not None else ""
            worst = self._number(f"{WORST}{keeps or f' {LEAVES_OUT}'}")
            if worst is not None:
                said.worst_asked = worst
                self._kept(f"Worst pain {worst}.", worst)
            after = self._number(AFTER)
            if after is not None:
                said.after = after
                self._kept(f"Pain after {after}.", after)
            effort = self._effort()
            if effort is not None:
                said.effort = effort
                self._kept(f"Effort {effort}.")
            note = self._note()
            if note:
                said.note = note
                self._kept("The note is written down.")
        except _LeftError:
            return
        except KeyboardInterrupt:
            self._say("The rest is left out.")

    def _say(self, line: str) -> None:
        self._write(f"{line}\n")

    def _kept(self, line: str, pain: int = 0) -> None:
        """Have the answer written down, and say it; above the limit, what to do at once."""
        self._session.tick()
        self._session.save()
        self._say(line)
        if pain > self._care.stop_above and not self._advised:
            self._advised = True
            self._say(HELP_AT_ONCE)

    # One question

    def _number(self, question: str) -> int | None:
        """A number from 0 to 10; None where it is left out."""
        typed = TypedPain(self._session)
        self._say(question)
        while True:
            key = self._key(typed.seconds_left())
            if key is None or (key == "enter" and typed.waits_for_ten):
                return 1
            if key in ("enter", "space"):
                return None
            number = typed.number(key, single=self._keys.single)
            if number is not None:
                return number
            if not typed.waits_for_ten:
                self._say(NUMBERS)

    def _effort(self) -> str | None:
        self._say(EFFORT)
        while True:
            key = self._key(None)
            if key in ("enter", "space"):
                return None
            if key in EFFORTS:
                return key
            if key is not None and key.isdecimal() and 1 <= int(key) <= len(EFFORTS):
                return EFFORTS[int(key) - 1]
            self._say(EFFORT)

    def _note(self) -> str:
        self._say(NOTE)
        line = self._awaited(self._keys.line, None)
        return self._clean(line or "").strip()

    def _key(self, seconds: float | None) -> str | None:
        """The next key; None where so many seconds went by without one. The key q leaves all the rest out."""
        key = self._awaited(self._keys.wait, seconds)
        if key == "q":
            raise _LeftError
        return key

    def _awaited(self, wait: Callable[[float], str | None], seconds: float | None) -> str | None:
        """What comes within these seconds, or within the silence after which nobody is there any more."""
        real = self._session.clock.real
        until_ns = real.now_ns() + round((self._seconds if seconds is None else seconds) * 1e9)
        while (left_ns := until_ns - real.now_ns()) > 0 and not self._keys.ended:
            typed = wait(left_ns / 1e9)
            if typed is not None:
                self._seconds = SILENCE_SECONDS
                return typed
        if seconds is not None and not self._keys.ended:
            return None
        if not self._keys.ended:
            self._say(NO_ANSWER)
        raise _LeftError
